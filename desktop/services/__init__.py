"""Use cases: permission, then work, then audit, in one transaction.

Besides what ``desktop.vault`` lists, services raise these ``UserError`` codes:

========================= ==================================================================
``not_permitted``         the user's role has no such right [right]
``unreadable_file``       a file cannot be read [file, reason]
``unwritable_file``       a file cannot be written; nothing was changed [file, reason]
``empty_message``         there is no message in it [file]
``duplicate``             this very message is there already [file, case]
``duplicate_reply``       this very reply is there already [package]
``reply_is_package``      the package itself came back, unanswered [package]
``incomplete_detection``  a layer left something unchecked and no reason was given [case]
``not_approved``          nobody approved the split [case]
``description_leaks``     personal data still stand in the description [case, count]
``description_may_leak``  words that may be personal data stand there [case, count]
``no_reply``              no vendor has replied yet [case]
``opinion_failed``        a chat model answered no part of the text [reason]
========================= ==================================================================
"""
