"""The encrypted stores: keys, migrations, repositories, audit, backup.

Where what lies
---------------
``identities.db`` holds everything personal: original messages, marks and their values, persons,
what stands behind a token, merged answers, reasons that humans typed. ``cases.db`` holds what may
be seen without it: the state of the work, titles with tokens, vendors, packages, vendors' replies.
``audit.db`` holds who did what when, in codes and numbers. Each has its own random key; a role
without a store's key cannot open that store. Only ``services`` join them.

The three files are attached to one SQLCipher connection, so a transaction over all of them commits
by SQLite's super-journal: after a crash either every store has it or none (see ``stores.py``).

Errors (``UserError`` codes raised here; values in brackets)
------------------------------------------------------------
=========================== =======================================================================
``workspace_missing``       no workspace in this folder
``workspace_exists``        ``create`` in a folder that holds one
``workspace_not_empty``     stores without their ``vault.json``: creating would destroy them
``workspace_in_use``        another running program has it open
``workspace_newer``         written by a newer program [found, known]
``workspace_damaged``       a file of it cannot be read as what it should be [file]
``workspace_not_writable``  the folder cannot be written [file]
``wrong_password``          the password (or the key file) does not fit
``password_empty``          an empty password was given
``key_file_needed``         this user has a key file and none was given
``key_file_unreadable``     the key file cannot be read, or holds under 32 bytes [file]
``user_needed``             several users, none was named
``unknown_user``            no user of that name
``recovery_code_malformed`` mistyped: its check sum does not fit
``wrong_recovery_code``     well-formed, but not of this workspace
``locked``                  the vault was locked meanwhile
``store_closed``            this user's role has no key for that store [store]
``store_damaged``           a store fails its integrity check [store]
``store_needs_recovery``    a store was left in mid-write; a user with its key must unlock [store]
``disk_full``               no space left [file]
``disk_failed``             reading or writing failed in the operating system [file]
``unknown_case``            no such case [case]
``unknown_vendor``          no such vendor [vendor]
``unknown_package``         no such package [package]
``unknown_reply``           no such reply [reply]
``vendor_exists``           a vendor of that name is there already [vendor]
``backup_missing``          the backup file is not there [file]
``backup_damaged``          the backup file is cut, altered, or none [file]
``backup_newer``            the backup was written by a newer program [found, known]
``backup_in_workspace``     the backup would overwrite a file of the workspace [file]
``backup_failed``           the finished backup did not verify; it was removed [file]
=========================== =======================================================================
"""
