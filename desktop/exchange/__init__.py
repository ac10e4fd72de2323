"""What leaves the laptop and what comes back: packages, leak check, vendors, replies, answers.

Errors (``UserError`` codes raised here; values in brackets)
------------------------------------------------------------
========================= =========================================================================
``package_unreadable``    no package of this format [reason]
``package_newer``         a package that a newer program wrote [found, known]
``sealed_unreadable``     no sealed value or package of this format [reason]
``sealed_newer``          sealed by a newer program [found, known]
``sealed_not_opened``     another key or password, or altered: that cannot be told apart
``sealed_altered``        the file shows something else than was sealed [field]
``record_unreadable``     no record of this format [reason]
``record_altered``        a sealed list belongs to another field or description [field]
``public_key_invalid``    no public key (JWK) on X25519 or P-521
``public_key_is_private`` the key has its secret in it; a vendor gets only the public part
``password_empty``        an empty password cannot seal
``vendor_invalid``        a vendor's profile cannot be used [field]
``address_invalid``       an e-mail address that cannot stand in a header
``leak``                  values still stand in the description [count]
``watch_folder_missing``  the folder to watch is not there
``watch_unreadable``      (to ``on_problem``) a watched file stayed empty or could not be opened
========================= =========================================================================
Reasons are ``no_json``, ``no_object``, ``other_format``, ``no_version``, ``too_large``, ``no_jwe``,
``header``, and ``field_…`` for a field that is missing or wrong.
"""
