"""Replies of vendors: which package they answer, and what of them is the reply's text.

Files of all kinds reach this module as text (``desktop.mail`` reads .eml, HTML and documents).
Putting the values back is in ``desktop.split.merge``.
"""

from __future__ import annotations

import re
from typing import Final

from desktop.errors import UserError
from desktop.exchange.formats import load
from desktop.exchange.ids import package_ids_in

_REPLY_FIELDS: Final = ("antwort", "reply", "answer", "text", "problembeschreibung")
_QUOTED_LINES: Final = re.compile(r"(?m)^[ \t]{0,3}>.*(?:\n[ \t]{0,3}>.*)*")


def package_id_in(text: str) -> str | None:
    """The first package id in ``text``, in canonical form, however it was mangled; None if none.

    ``text`` may be a raw mail: its headers (subject, In-Reply-To) count.
    """
    return next(iter(package_ids_in(text)), None)


def reply_text(text: str) -> str:
    """The vendor's words in ``text``: of a JSON reply its field, else the text itself.

    JSON is what starts with a brace and is an object with one of the known fields (``antwort``
    first; a package that came back carries it).
    """
    if not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return text
    try:
        value = load(text.strip("\ufeff \t\r\n"), kind="reply")
    except UserError:
        return text  # a brace does not make it JSON: it is read as what it is
    found = (value.get(field) for field in _REPLY_FIELDS)
    return next((words for words in found if isinstance(words, str) and words.strip()), text)


def quoted_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges of lines quoted with ``>``: what was sent, not what the vendor says."""
    return tuple(match.span() for match in _QUOTED_LINES.finditer(text))
