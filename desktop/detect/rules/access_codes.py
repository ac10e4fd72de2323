"""What opens a door, a phone, a card or an account: codes and PINs, locks, vouchers, answers."""

from __future__ import annotations

import re

from desktop.detect.rules.engine import LETTER, SMALL, UPPER, Recogniser, View, has_word
from desktop.detect.rules.key_words import key_pattern, listed
from desktop.domain import Label

SECRET = Label.PASSWORD

_GROUPS = (
    r"[0-9]{3} [0-9]{3}(?: [0-9]{3})?|[0-9]{3}-[0-9]{3}|[0-9](?: [0-9]){3,5}|"
    r"[0-9]{2}(?:[ -][0-9]{2}){2,3}|[0-9]{1,2}(?:-[0-9]{1,2}){2,5}|"
    r"[0-9]{4}(?: [0-9]{4}){3,4}|[0-9]{4}[ -][0-9]{4}(?:[ -][0-9]{4})?|"
    r"[0-9]{1,2}\*[0-9]{3,6}"
)
_NUMBER = rf"[*#]{{0,2}}(?:{_GROUPS}|[a-z]?[0-9]{{3,8}}|[0-9]{{2}}[a-z][0-9]{{2}})[a-z]?[*#]{{0,2}}"
_MIXED = r"[a-z_-]{0,24}[0-9][0-9a-z_-]{0,32}"
_WORDS = rf"(?:,? [{SMALL}-]{{1,20}})"
_TO = rf"(?:,? ?\([^)\n]{{1,40}}\))?{_WORDS}{{0,6}}?"
_SEP = r"(?:,? ?[:=(>|]{1,2} ?\n{0,2}|,? |\n{1,2})(?:> )?[\"'(]?(?:zuletzt |war |ist )?"

_NOBODYS = listed("access.nobodys")
_NOBODYS_NEAR = listed("access.nobodys_near")
_OPENS = listed("access.opens")
_UNITS = listed("access.units")
_DATE_WORDS = frozenset(listed("access.date_words"))
_STEMS = ("code", "pin", "puk", "tan", "zahl", "cvc", "cvv", "prüf", "can", "pic", "otp", "nummer")
# Hexadecimal numbers, error numbers, masks, and what a shop sends to everybody ("SOMMER25").
_NO_CODE = re.compile(r"0x.*|.{1,3}|[A-Z]{1,3}-\d+|[\dxX -]+|[A-Z]{4,}\d{1,2}")
_LONGER = re.compile(r"\*+\d|\*\*|[.,:/-]?\d|\s?[.,]\d| \d|[.:/]\w|-\w")


def _is_free(view: View, start: int, end: int) -> bool:
    """No part of a longer number, no amount, count or year."""
    behind = view.after(end, 12)
    value = view.plain[start:end]
    longer = _LONGER.match(behind) and not _goes_on(value, behind)
    if longer or view.plain[start - 1] in "/.-+":
        return False
    if behind.lstrip(" -").startswith(_UNITS):
        return False
    if len(value) == 4 and value[:2] in ("19", "20") and value.isdigit():
        said = view.before(start, 24).split()
        return not said or said[-1].strip(".,(") not in _DATE_WORDS
    return True


def _goes_on(value: str, behind: str) -> bool:
    """Another group of the same length behind letters and digits ("3BX7 09QP")."""
    group = re.match(r" ([0-9a-z]+)", behind)
    return group is not None and len(group[1]) == len(value) and digits_and_letters(value)


def _is_code(view: View, start: int, end: int) -> bool:
    """Behind "Code" or "PIN", whose compound and forerunners are no error's or product's."""
    head = view.before(start, 80)
    key = max(head.rfind(stem) for stem in _STEMS)
    first = max(head.rfind(sign, 0, key) for sign in " \n(\"'/:,;") + 1
    near = head[max(0, first - 26) : first]
    words = near.split()
    previous = words[-1] if words and near[-1] in " -" and words[-1][-1] not in ".,;:" else ""
    if has_word(f"{previous} {head[first : key + 4]}", _NOBODYS) or has_word(near, _NOBODYS_NEAR):
        return False
    said = head[key:].split()
    if said and has_word(said[-1], _NOBODYS):
        return False
    if head[first : key + 6] == 'code":':
        return False  # a field of a machine's answer
    digits = sum(map(str.isdigit, view.plain[start:end]))
    bare = head[first : key + 4] == "code"
    if bare and head[key:].strip(" (\"'") == "code" and not has_word(head[:key], _OPENS):
        short = view.plain[start:end].isdigit() and digits < 6
        return _is_free(view, start, end) and (not short or _has_pad_sign(view, start, end))
    if digits < 4 and (bare or head[key:].count(" ") > 2) and not _has_pad_sign(view, start, end):
        return False
    return _is_free(view, start, end)


def is_nobodys(view: View, start: int, end: int) -> bool:
    """Whether the word for a code, or the one before, says that it is an error's or a thing's."""
    return has_word(view.low[view.line_start(start, 16) : end], _NOBODYS)


def _has_pad_sign(view: View, start: int, end: int) -> bool:
    return any(sign in view.plain[start - 1 : end + 1] for sign in "*#-")


def _is_mixed_code(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    if not digits_and_letters(value) or _NO_CODE.fullmatch(value):
        return False
    return _is_code(view, start, end)


def digits_and_letters(value: str) -> bool:
    return any(map(str.isdigit, value)) and any(map(str.isalpha, value))


def _is_voucher(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    if not digits_and_letters(value) or len(value) < 7 or _NO_CODE.fullmatch(value):
        return False
    head = view.before(start, 40).split()
    key = next((i for i, word in enumerate(head) if word.startswith("code")), 0)
    if key and has_word(head[key - 1], _NOBODYS):  # "Exception Code"
        return False
    return _is_free(view, start, end)


def _is_licence(view: View, start: int, end: int) -> bool:
    """Groups that mix letters and digits; a licence's number has groups of either."""
    return any(digits_and_letters(group) for group in view.plain[start:end].split("-"))


def _near_code(view: View, start: int, end: int) -> bool:
    near = has_word(
        view.before(start, 140), ("pin", "code", "tan", "passwort", "kennwort", "sperr")
    )
    return near and _is_free(view, start, end)


def _is_answer(view: View, start: int, _end: int) -> bool:
    return has_word(view.before(start, 120), ("sicherheits", "geheim", "secret", "security"))


RECOGNISERS = (
    Recogniser(
        "code_number",
        SECRET,
        rf"{key_pattern('access.codes')}{_TO}{_SEP}({_NUMBER})",
        0.96,
        small=True,
        accept=_is_code,
    ),
    Recogniser(
        "code_mixed",
        SECRET,
        rf"{key_pattern('access.codes')}{_TO}{_SEP}({_MIXED})",
        0.96,
        small=True,
        accept=_is_mixed_code,
    ),
    Recogniser(
        "lock_number",
        SECRET,
        rf"{key_pattern('access.locks')}(?: ?\([^)\n]{{1,30}}\))?"
        rf"(?:,? [{SMALL}0-9.-]{{1,20}}){{0,4}}?{_SEP}({_NUMBER})",
        0.86,
        small=True,
        accept=_is_free,
    ),
    Recogniser(
        "gate_number",
        SECRET,
        rf"{key_pattern('access.gates')}(?:,? [{SMALL}.-]{{1,20}}){{0,5}}?"
        rf"(?:: ?| (?:mit|auf|with|is|ist|zahlen?) )({_NUMBER})",
        0.84,
        small=True,
        accept=_is_free,
    ),
    Recogniser(
        "key_groups",
        SECRET,
        r"(?:key|schlüssel|passwort|kennwort|password|passphrase|psk|pw|wpa2?)"
        r"(?: ist| lautet| is)?[ :=]{1,12}"
        r"([0-9]{4}(?:[ -][0-9]{4}){1,4}|[0-9a-f]{4}(?:[ -][0-9a-f]{4}){3,7})",
        0.92,
        small=True,
    ),
    Recogniser(
        "typed_number",
        SECRET,
        rf"({_NUMBER}) {key_pattern('access.typed')}",
        0.82,
        small=True,
        accept=_near_code,
    ),
    Recogniser(
        "asked_code",
        SECRET,
        rf"(?:{key_pattern('access.codes')}|{key_pattern('credentials.words')})[^\n]{{0,60}}\n"
        rf"(?:\[[^\]\n]{{4,20}}\] ?|\*)[^\n:\]]{{2,30}}: ?\*?"
        rf"(?: ?[{SMALL}]{{1,12}}){{0,3}}? ?({_NUMBER}|{_MIXED})",
        0.84,
        small=True,
        accept=lambda v, s, e: e - s > 3 and _is_free(v, s, e),
    ),
    Recogniser(
        "keypad_number",
        SECRET,
        r"[*#]?[0-9]{4,6}[#*]|\*[0-9]{4,6}#?",
        0.82,
        before=f"{LETTER}0-9_*#.,/:+-",
        after=f"{LETTER}0-9_*#",
    ),
    Recogniser(
        "card_check_number",
        SECRET,
        r"[0-9]{4},? (?:[a-z. ]{0,12})?(?:0[1-9]|1[0-2])/[0-9]{2},? ([0-9]{3})",
        0.9,
        needs="/",
    ),
    Recogniser(
        "identity_card_can", SECRET, r"can[ :]{1,2}([0-9]{6})", 0.9, small=True, needs="can"
    ),
    Recogniser(
        "voucher",
        SECRET,
        rf"{key_pattern('access.vouchers')}{_WORDS}{{0,4}}?{_SEP}"
        rf"({_MIXED})",
        0.9,
        small=True,
        accept=_is_voucher,
    ),
    Recogniser(
        "licence",
        SECRET,
        rf"{key_pattern('access.licences')}{_WORDS}{{0,4}}?{_SEP}"
        r"([0-9a-z]{3,6}(?:-[0-9a-z]{3,6}){2,6})",
        0.93,
        small=True,
        accept=_is_licence,
    ),
    Recogniser(
        "seed_phrase",
        SECRET,
        r"(?:wiederherstellung|seed|recovery|mnemonic)[^\n:]{0,80}: ?"
        rf"((?:[{SMALL}]{{3,10}} ){{11,23}}[{SMALL}]{{3,10}})",
        0.93,
        small=True,
    ),
    Recogniser(
        "security_answer",
        SECRET,
        rf"(?i:{key_pattern('access.questions')})[?\"')]{{0,2}}"
        r"(?: ?[:=,] ?| (?:hab ich|ist|war|lautet|is|was|antwort) )[\"']?"
        rf"([{UPPER}][{LETTER}'-]{{1,20}}(?: [{UPPER}][{LETTER}'-]{{1,20}})?)",
        0.92,
        accept=_is_answer,
    ),
)
