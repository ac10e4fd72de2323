"""All codes that ``Mail.problems`` and ``Attachment.problem`` can hold, by what they mean.

Whoever shows them (or decides what needs a second look) finds them complete here; a test holds
this list against the code.
"""

from __future__ import annotations

# Some of the content is not in the text: cut for its size, damaged, locked, or not understood.
LOST = frozenset(
    {
        "addresses_cut",
        "attachment_by_reference",
        "attachment_text_cut",
        "base64_broken",
        "body_cut",
        "charset_broken",
        "document_cut",
        "document_damaged",
        "document_encrypted",
        "document_timeout",
        "document_too_large",
        "encrypted",
        "external_body_not_loaded",
        "header_cut",
        "headers_cut",
        "html_cut",
        "link_cut",
        "message_cut",
        "message_damaged",
        "multipart_unclosed",
        "nesting_cut",
        "partial_message",
        "parts_cut",
        "rtf_broken",
        "rtf_cut",
        "signed_content_unread",
        "subject_cut",
        "text_cut",
        "text_outside_parts",
        "tnef_unread",
        "uuencode_broken",
    }
)
# Everything is there, but it may not read as the sender meant it.
DOUBT = frozenset(
    {
        "boundary_missing",
        "charset_guessed",
        "charset_mixed",
        "date_unreadable",
        "encoded_word_broken",
        "header_end_missing",
        "header_line_unreadable",
        "html_simplified",
        "lone_surrogates",
        "more_problems",
        "multipart_without_parts",
        "no_text",
        "nul_characters",
        "quoted_printable_broken",
        "signature_not_checked",
        "unknown_charset",
        "unknown_transfer_encoding",
    }
)
# ``UserError("unreadable_file").values["reason"]``; the last ones come from the file system.
REASONS = frozenset(
    {
        "damaged",
        "empty",
        "no_mails",
        "not_a_message",
        "too_large",
        "filenotfound",
        "permission",
        "os",
    }
)
