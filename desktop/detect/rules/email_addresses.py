"""E-mail addresses as written, as obfuscated and as spoken (RFC 5321 shapes, not its corners)."""

from __future__ import annotations

from desktop.detect.rules.engine import SMALL, Recogniser, View
from desktop.domain import Label

_ATOM = f"[0-9{SMALL}_]"
_LOCAL = f"{_ATOM}[0-9{SMALL}_.+%&~$'-]{{0,63}}"
_HOST = f"(?:[0-9{SMALL}](?:[0-9{SMALL}-]{{0,62}})\\.){{1,8}}[a-z]{{2,18}}"
_TLD = "(?:de|at|ch|li|com|net|org|info|eu|io|me|biz|uk|example|invalid|test)"
_AT = r" ?(?:\(at\)|\[at\]|\{at\}|<at>|\(ät\)|\[ät\]|\(a\)|\(@\)|\[@\]) ?"
_DOT = r"(?: ?(?:\(dot\)|\[dot\]|\{dot\}|\(punkt\)|\[punkt\]|\.) ?| (?:punkt|dot) )"
_SIGN = r" ?(?:punkt|dot|minus|bindestrich|unterstrich|underscore|strich|\.|-|_) ?"
_SAID = f"[0-9{SMALL}_-]+(?:\\.[0-9{SMALL}_-]+){{0,4}}"


def _outside_url(view: View, start: int, _end: int) -> bool:
    """Not in "https://user:word@host", which holds a credential."""
    head = view.before(start, 80)
    scheme = head.rfind("://")
    return scheme < 0 or any(sign in " \n\t<>\"'()" for sign in head[scheme + 3 :])


def _local_is_name(view: View, start: int, _end: int) -> bool:
    return not (view.plain[start - 1 : start] == "+" and view.plain[start].isdigit())


def _plain(view: View, start: int, end: int) -> bool:
    if view.low[start:end].endswith((".ost", ".pst")):
        return False  # an Outlook file named by its address
    return _outside_url(view, start, end) and _local_is_name(view, start, end)


RECOGNISERS = (
    Recogniser(
        "email",
        Label.EMAIL,
        f"{_LOCAL}@{_HOST}",
        0.99,
        small=True,
        accept=_plain,
        trim=".'-",
        needs="@",
    ),
    Recogniser(
        "email_of_file",
        Label.EMAIL,
        f"({_LOCAL}@{_HOST})\\.(?:ost|pst)",
        0.99,
        small=True,
        needs="@",
    ),
    Recogniser(
        "email_bracketed_host",
        Label.EMAIL,
        f"{_LOCAL}@\\[[0-9.]{{7,15}}\\]",
        0.9,
        small=True,
        needs="@",
    ),
    Recogniser(
        "email_spaced", Label.EMAIL, f"{_LOCAL} {{1,2}}@ {{1,2}}{_HOST}", 0.9, small=True, needs="@"
    ),
    Recogniser(
        "email_obfuscated",
        Label.EMAIL,
        f"{_SAID}(?:{_DOT}{_SAID}){{0,3}}{_AT}{_SAID}(?:{_DOT}{_SAID}){{0,3}}{_DOT}[a-z]{{2,10}}",
        0.95,
        small=True,
    ),
    Recogniser(
        "email_dot_written",
        Label.EMAIL,
        f"{_LOCAL}@{_SAID}(?: ?(?:\\(dot\\)|\\[dot\\]|\\(punkt\\)) ?| (?:punkt|dot) ){_TLD}",
        0.95,
        small=True,
        needs="@",
    ),
    Recogniser(
        "email_spoken",
        Label.EMAIL,
        f"{_SAID}(?: (?:punkt|dot|minus|bindestrich|unterstrich|underscore) {_SAID}){{0,4}}"
        f" (?:at|ät|ett|klammeraffe) {_SAID}(?:{_SIGN}{_SAID}){{0,3}}"
        f"(?: (?:punkt|dot) |\\.){_TLD}",
        0.85,
        small=True,
    ),
    # An address cut by a line end or without a known ending, still with its sign.
    Recogniser(
        "email_local_host",
        Label.EMAIL,
        f"(?:mailto:|mail:? )({_LOCAL}@[0-9{SMALL}-]{{2,60}})",
        0.6,
        small=True,
        after=f"0-9{SMALL}_.@",
        needs="@",
    ),
)
