"""Who signs in on a command line and with what: "curl -u erna:...", "net use ... /user:erna ...".

Only lines that begin a known program are read: elsewhere "-p" and "-u" are anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop.detect.rules.engine import View, compiled, matches
from desktop.detect.rules.key_words import key_pattern, listed
from desktop.detect.rules.lexicon import everyday
from desktop.domain import Label, Span

_PROGRAM = compiled(f"{key_pattern('commands.programs')}(?:\\.exe)? ", after=None)
_ALLOWED = compiled(r"(?:allow|deny)users ([^\n]{1,300})", after=None)
_QUOTE = "[\"']?"
_VALUE = r"[^\s\"']{1,80}"
# Linear: each part stops at the first blank, and the line's end bounds all of them.
_USER = re.compile(
    rf"\s(?:-u ?|--(?:http-)?user(?:name)?[= ]|/user:){_QUOTE}([^\s\"':]{{1,60}})(?::({_VALUE}))?"
)
_SECRET = re.compile(rf"\s(?:-pw |--(?:http-)?password[= ]|-p( ?)){_QUOTE}({_VALUE})")
_BEHIND_USER = re.compile(rf"{_QUOTE} {_QUOTE}({_VALUE})")
_SPACED = listed("commands.spaced_secret")
_STOP = frozenset(listed("commands.placeholders"))
_REACH = 300
_ENDS = ".,;:!?"


def find_in_commands(view: View) -> Iterator[Span]:
    """Account names and passwords behind the switches of programs that sign in."""
    taken = 0
    for start, _ in matches(_PROGRAM, view.small):
        if start < taken:
            continue
        taken = view.line_end(start, _REACH)
        yield from _users(view, start, taken)
        yield from _secrets(view, start, taken)
    yield from _allowed(view)


def _users(view: View, start: int, end: int) -> Iterator[Span]:
    for match in _USER.finditer(view.plain, start, end):
        if not _is_own(match[1]):
            continue
        yield Span(*match.span(1), Label.USERNAME, 0.93, "rule:username_in_command")
        if match[2] and _is_own(match[2]):
            yield _secret(*match.span(2))
        behind = _BEHIND_USER.match(view.plain, match.end(), end)
        if (
            "/user:" in match[0]
            and behind
            and _is_own(behind[1])
            and not everyday(behind[1].strip(_ENDS))
        ):
            yield _secret(*behind.span(1))


def _secrets(view: View, start: int, end: int) -> Iterator[Span]:
    """Behind "-p" in one word; with a blank between them only where the program wants it so."""
    spaced = view.low.startswith(_SPACED, start)
    for match in _SECRET.finditer(view.plain, start, end):
        bare = match[1] is not None
        if bare and (match[1] == " ") is not spaced:
            continue  # a port, or a database behind "-p" that asks
        if _is_own(match[2]) and any(map(str.isalpha, match[2])) and len(match[2]) > 2:
            yield _secret(*match.span(2))


def _secret(start: int, end: int) -> Span:
    return Span(start, end, Label.PASSWORD, 0.93, "rule:password_in_command")


def _allowed(view: View) -> Iterator[Span]:
    """The names listed in the settings of a server."""
    for start, end in matches(_ALLOWED, view.small):
        for name in re.finditer(r"\S+", view.plain[start:end]):
            word = name[0].partition("@")[0]
            if re.fullmatch(r"[a-z_][\w.-]{1,31}", word):
                first = start + name.start()
                yield Span(first, first + len(word), Label.USERNAME, 0.9, "rule:username_allowed")


def _is_own(value: str) -> bool:
    """No placeholder ("$USER", "<name>", "user"), switch or path."""
    return value[0] not in "$<%{*[-/\\" and value.lower().strip(".,;") not in _STOP
