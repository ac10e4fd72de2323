"""Passwords: what stands behind "Passwort", "Kennwort", "Key", "Token" and their like."""

from __future__ import annotations

import re

from desktop.detect.rules.engine import (
    LETTER,
    SMALL,
    WORD,
    Accept,
    Recogniser,
    View,
    compiled,
    has_word,
    matches,
)
from desktop.detect.rules.key_words import key_pattern, listed
from desktop.detect.rules.lexicon import common_words, small_words, words
from desktop.domain import Label

SECRET = Label.PASSWORD

_KEY = key_pattern("credentials.keys")
_WORD = key_pattern("credentials.words")
_LINK = (
    r"(?: ?\([^)\n]+\))?(?: (?:lautet|ist|war|is|was|heißt|wäre|auf|jetzt|noch|bleibt|dazu|"
    r"dort|aktuell|doch|steht|"
    r"wie|immer|laut|liste|ausdruck|für|den|das|die|kunden|zuletzt|hat|er|mir|gesetzt|"
    r"geändert|neu|neues|alt|altes)){0,4}"
    r"(?:[\"']? ?[:=>|]{1,2} {0,12}\n? ?| \n?|\n{1,2})[\"'(<]{0,2}"
)
_VALUE = r"[^ \t\n\"'<>|,;()]+"
_NO = r"[^ \t\n\"'<>|;()]"
# A value with a digit, or with a sign inside that words do not have.
_ODD_VALUE = rf"{_NO}{{0,40}}(?:[0-9]{_NO}{{0,40}}|[!?&%$#*+=_~@]{_NO}{{1,40}})"
_TRIM = " \t\n.,;:?\"'<>()[]"
_STOP = words("rule_words")["credentials.stop"]
_PRODUCTS = listed("credentials.products")
_USER_WORDS = listed("credentials.user_words")
_PLAIN_CODE = re.compile(r"0x[0-9a-f]+|[a-z]{1,2}-?[0-9]{2,4}|[0-9]+[/-][0-9/-]+", re.IGNORECASE)


def _is_secret(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    low = value.lower().strip(".:!?=")
    if not 3 <= len(value) <= 200 or low in _STOP or _is_masked_or_link(value, low):
        return False
    pointed = any(sign in view.plain[max(0, start - 4) : start] for sign in ":=>|")
    if low in small_words() or (low in common_words() and not any(s.isdigit() for s in low)):
        named = has_word(view.before(start, 30), ("wort", "password", "passphrase"))
        return named and view.plain[start - 1 : start] in ('"', "'", ":") and len(low) > 3
    if value.isdigit() and re.match(r" \d", view.after(end, 2)):
        return False
    if _is_no_ones(view, start, value) or (not _odd(value) and _is_of_metal(view, start)):
        return False
    head = view.before(start, 16)
    if has_word(head, ("schlüssel", "key", "pw")) and _PLAIN_CODE.fullmatch(value):
        return False
    if value.isdigit() and len(value) < 5 and not pointed and "pw" in head:
        return False  # a washing machine's model
    return _odd(value) or pointed or (view.plain[start - 1 : start] in "\"'(" and start > 0)


# A key to turn in a lock, whose field says who has it: "Schlüssel: Nachbarin".
_METAL = compiled(rf"{key_pattern('credentials.metal_keys')}{_LINK}", before=f"{WORD}-", after=None)
_NETS = listed("credentials.nets")


def _is_of_metal(view: View, start: int) -> bool:
    """Whether the word of the value is a bare "Schlüssel" that no network or licence is near."""
    first = max(0, start - 60)
    behind = [end for _, end in matches(_METAL, view.small[first:start])]
    return (
        bool(behind) and first + behind[-1] == start and not has_word(view.before(start, 50), _NETS)
    )


def _is_masked_or_link(value: str, low: str) -> bool:
    return (
        low.startswith(("http", "www."))
        or ("@" in value and "." in value.rpartition("@")[2])
        or set(value) <= set("*xX.-_\xb7\xa4#")
        or value.startswith(("HK", "/", "\\"))
        or ":\\" in value
        or re.match(r"[a-z]{4,}=.|0x[0-9a-f]*$", low) is not None
        or re.match(r"[a-z]{2,3}=[^=]", value) is not None  # "sid=", the field before a value
    )


_CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?")
_SCHEMA_KEY = re.compile(rf"(?:{'|'.join(listed('credentials.schema_words'))})[ _-]key[ \"'(:=]*\Z")
_SETTING_NAME = re.compile(
    rf"<(?:{'|'.join(listed('credentials.setting_tags'))})\b[^>]*\bkey=[\"']\Z"
)
_COLUMN_VALUE = re.compile(r"key \([^)\n]*\)=\(\Z")
_ISSUE_KEY = re.compile(r"(?:\A|[\n.,;(>])[ \t]*key: ?\Z")
_ISSUE = re.compile(r"[A-Z]{2,5}-\d+")


def _is_no_ones(view: View, start: int, value: str) -> bool:
    """A time, a user's number in a directory, what databases, settings and issues call a key."""
    if _CLOCK.fullmatch(value) or value.startswith(("S-1-", "s-1-")):
        return True
    head = view.before(start, 48)
    if "key" not in head:
        return False
    named = value == value.lower() or any(sign in value for sign in "_.")
    return bool(
        (named and _SCHEMA_KEY.search(head))
        or _SETTING_NAME.search(head)
        or _COLUMN_VALUE.search(head)
        or (_ISSUE.fullmatch(value) and _ISSUE_KEY.search(head))
    )


def _odd(value: str) -> bool:
    """Written as no word is: a digit, a sign inside, two dashes, or capitals inside."""
    inner = value.strip(".!?")
    signs = [sign for sign in inner if not sign.isalnum()]
    camel = any(s.isupper() for s in value[1:]) and any(s.islower() for s in value)
    return any(map(str.isdigit, value)) or len(signs) > 1 or signs not in ([], ["-"]) or camel


def _is_code_word(view: View, start: int, end: int) -> bool:
    """A word that no one else writes, closed right behind: "Codewort Kuhwiese,"."""
    low = view.low[start:end]
    closed = view.plain[end : end + 1] in ("", ",", ".", ")", ";", "\n", "!")
    unknown = low not in common_words() and low not in small_words() and low not in _STOP
    capital = view.plain[start].isupper() or view.plain[max(0, start - 4) : start].strip().islower()
    return closed and unknown and capital and len(low) > 4


def _is_mixed(view: View, start: int, end: int) -> bool:
    """As no word, date or amount is written: letters with digits or signs."""
    value = view.plain[start:end]
    letters = sum(map(str.isalpha, value))
    if letters < 2 or len(value) < 5 or "://" in value or value.count("/") > 1:
        return False
    signs = any(not s.isalnum() and s not in "-./" for s in value.strip("!?"))
    return (any(map(str.isdigit, value)) or signs) and _is_secret(view, start, end)


def _is_paired(view: View, start: int, end: int) -> bool:
    """The second half of a pair, no switch of a command (" /persistent:yes")."""
    return view.plain[max(0, start - 2) : start] != " /" and _is_mixed(view, start, end)


def _is_strong(view: View, start: int, end: int) -> bool:
    """A mixed secret that is no product, model, number or account, whatever stands before it."""
    return not has_word(view.before(start, 12), _USER_WORDS) and is_made_secret(view, start, end)


def is_made_secret(view: View, start: int, end: int) -> bool:
    """By its make alone: letters with digits or signs, as no product or number is written."""
    value = view.plain[start:end]
    low = view.low[start:end]
    letters = sum(map(str.isalpha, value))
    if letters < 4 or low.startswith(_PRODUCTS):
        return False
    if value.upper() == value or re.search(r"\.[a-z]{2,4}$|^\d+\.|@", low):
        return False
    return _is_mixed(view, start, end)


def _in_sentence(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    return any(map(str.isdigit, value)) and len(value) > 3 and _is_secret(view, start, end)


def _is_quoted(view: View, start: int, end: int) -> bool:
    """Quoted in the sentence of its word; a bare "key" may be a database's."""
    if not _is_secret(view, start, end) or has_word(view.before(start, 12), _USER_WORDS):
        return False
    worded = has_word(view.before(start, 60), ("wort", "password", "phrase", "pw"))
    return worded or any(map(str.isdigit, view.plain[start:end]))


def _row(
    name: str, pattern: str, score: float, accept: Accept | None = _is_secret, needs: str = ""
) -> Recogniser:
    """One row for a secret in small letters that may end in a sign."""
    return Recogniser(
        name,
        SECRET,
        pattern,
        score,
        small=True,
        accept=accept,
        after=None,
        trim=_TRIM,
        needs=needs,
    )


RECOGNISERS = (
    Recogniser(
        "code_word",
        SECRET,
        rf"{key_pattern('credentials.code_words')}"
        rf"(?: (?:ist|lautet|war|wie immer|immer))? ([{LETTER}]+)",
        0.8,
        small=True,
        accept=_is_code_word,
    ),
    _row(
        "password_phrase",
        rf"{_WORD}[^\n\"]{{0,20}}\"([^\"\n]{{2,40}} [^\"\n]{{1,40}} [^\"\n]{{2,60}})\"",
        0.93,
        accept=None,
        needs='"',
    ),
    _row(
        "password_two_words",
        rf"{_WORD}[^\n\"]{{0,30}}(?:is|ist|lautet|war|was|:|=) ?"
        r"\"([^\" \n]{3,30} [^\" \n]{3,30})\"",
        0.9,
        accept=None,
        needs='"',
    ),
    _row(
        "authorization",
        r"authorization: ?(?:basic|bearer|digest|token) ([0-9a-z+/=._-]{8,})",
        0.95,
        accept=_in_sentence,
        needs="authorization",
    ),
    _row(
        "password_behind_user",
        r"(?:user|benutzer|login|username)[ :=]+[^ \n]+[ ,;/]+(?:pass|pw|kw|pwd)[ :=]+([^ \n,;]+)",
        0.88,
    ),
    _row("password", rf"{_KEY}{_LINK}({_VALUE})", 0.9),
    _row(
        "password_quoted",
        rf"{_KEY}[^\n\"':]{{0,40}}[\"']([^\"'\n ]{{3,64}})[\"']",
        0.88,
        accept=_is_quoted,
    ),
    _row(
        "password_said",
        rf"(?:{_WORD}|pw|kenncode)(?:,| |\. |\n)(?:[{SMALL}]+ ){{0,8}}?"
        r"(?:auf|ist|war|lautet|heißt|glaub ich|nehme|immer|als|sei|wäre|to|is|was|"
        rf"noch|doch)(?: jetzt| noch| immer)? [\"']?({_VALUE})",
        0.8,
        accept=_is_mixed,
    ),
    _row(
        "password_column",
        rf"(?:{_WORD}|pin|product key|kenncode)[ \t]+({_VALUE})",
        0.86,
        accept=_is_mixed,
    ),
    _row(
        "password_in_pair",
        rf"{key_pattern('credentials.pair_words')}[^\n/]{{0,60}}?[:( ] ?[^ \n/(:]+ ?/ ?({_VALUE})",
        0.82,
        accept=_is_paired,
        needs="/",
    ),
    _row(
        "password_sentence",
        rf"(?:{_WORD}|schlüssel|api-key|token|sitzung|session)[^\n:;,.(]{{0,80}}"
        rf"(?:\([^)\n]{{0,40}}\))?: ?[\"']?({_VALUE})",
        0.85,
        accept=_in_sentence,
    ),
    _row(
        "password_in_brackets",
        rf"(?:{_WORD}|pw|zugang)[^\n(]{{0,60}}\((?:[{SMALL}]{{1,12}} )?([^ )\n]{{4,40}})[ ),]",
        0.85,
        accept=_is_strong,
    ),
    _row(
        "password_near",
        rf"(?:{_WORD}|pw|kennwörter|passwörter|passwords)"
        rf"(?:[ ,\n]{{1,2}}[\"({SMALL}-]{{1,20}}){{0,8}}?[ ,\n(:\"]{{1,3}}({_ODD_VALUE})",
        0.82,
        accept=_is_strong,
    ),
    _row(
        "password_typed",
        rf"({_VALUE}) (?:eingegeben|eingetippt|eingetragen|genommen|reingetippt|getippt|typed)",
        0.8,
        accept=_is_strong,
    ),
    _row(
        "password_of_type",  # the digit says how a router has it written down
        rf"(?:password|secret|key) [05-9] ({_VALUE})",
        0.95,
        accept=lambda v, s, e: any(map(str.isdigit, v.plain[s:e])) and _is_secret(v, s, e),
    ),
    _row(
        "community_of_switch",
        rf"snmp-server community ({_VALUE})",
        0.93,
        accept=lambda v, s, e: v.low[s:e] not in ("public", "private"),
        needs="snmp-server",
    ),
    _row(
        "community",
        r"(?:community|psk|presharedkey|pre-shared key|shared secret|-w)"
        rf"(?: [a-z.]{{2,20}}){{0,3}}?[ :=]{{1,3}}[\"']?({_ODD_VALUE})",
        0.9,
        accept=_is_mixed,
    ),
)
