"""How much of one message is read; what lies beyond is named as a Problem, never dropped unsaid."""

from __future__ import annotations

MAX_FILE_BYTES = 256 * 1024 * 1024  # one message file, or one message of an mbox
MAX_TEXT = 2_000_000  # code points of a mail's body
MAX_BODY_BYTES = 8 * 1024 * 1024  # of one text part, before decoding
MAX_HTML = 8_000_000  # code points of HTML that are turned into text
MAX_HEADER_BYTES = 1024 * 1024  # the header block of one part
MAX_HEADERS = 2_000
MAX_HEADER_VALUE = 64 * 1024  # code points of one decoded value
MAX_SUBJECT = 2_000
MAX_ADDRESSES = 2_000
MAX_DEPTH = 30  # parts within parts
MAX_MESSAGE_DEPTH = 10  # messages within messages
MAX_PARTS = 1_000
MAX_NAME = 255  # code points of a file name
MAX_ATTACHMENT_TEXT = 1_000_000
MAX_TEXT_BYTES = 8 * 1024 * 1024  # of a text attachment, before decoding
MAX_DOCUMENT_BYTES = 32 * 1024 * 1024  # unpacked size of an office document
MAX_PDF_BYTES = 64 * 1024 * 1024
MAX_PDF_PAGES = 300
PDF_SECONDS = 20.0
PDF_MEMORY = 2 * 1024**3
MAX_RTF = 16 * 1024 * 1024  # bytes, unpacked
