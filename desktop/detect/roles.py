"""What the words around a name say: gender, formality, who is greeted and who signs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.domain import Gender

_REACH = 48  # code points before a name in which its title stands
_TITLES = r"(?:(?:dr|prof|dipl|ing|mag|med|rer|nat|h\.c|phil|jur|fh)\.?[- ]?|,? )*"
_FEMALE = re.compile(rf"\b(?:frau|fr\.|frl\.?|mrs\.?|ms\.?|madame|mme)\s+{_TITLES}$", re.IGNORECASE)
_MALE = re.compile(rf"\b(?:herrn?|hr\.|hrn\.|mr\.?|monsieur)\s+{_TITLES}$", re.IGNORECASE)
_FEMALE_GREETING = re.compile(r"\b(?:liebe|geehrte|werte)\s+$", re.IGNORECASE)
_MALE_GREETING = re.compile(r"\b(?:lieber|geehrter|werter)\s+$", re.IGNORECASE)
_GREETING = re.compile(
    r"(?:^|\n)[ \t]*(?:(?:sehr |hallo |guten (?:tag|morgen|abend),? |dear |hi |hey |moin |servus "
    r"|grüezi |grüß gott,? |liebe[rs]? |werte[r]? |geehrte[rs]? )+)"
    rf"(?:(?:frau|fr\.|herrn?|hr\.|mr\.?|mrs\.?|ms\.?)\s+)?{_TITLES}$",
    re.IGNORECASE,
)
_SIGN_OFF = re.compile(
    r"(?:grü(?:ß|ss)\w*|gru(?:ß|ss)\w*|gruesse\w*|mfg|lg|vg|bg|regards|sincerely|hochachtungsvoll|dank\w*|thanks"
    r"|cheers|best|wishes|ciao|servus|bis bald|i\. ?[av]\.|ihr|ihre|euer|eure|dein|deine)"
    r"[^\n]{0,40}[,.!]?\s*(?:i\. ?[av]\.\s*)?$",
    re.IGNORECASE,
)
_QUOTED = re.compile(
    r"^(?:>|-{2,} ?(?:urspr|original|forwarded|weiter)|am .{5,80}schrieb|on .{5,80}wrote"
    r"|(?:von|from): .{3,}$)",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Cue:
    """``formal``: a salutation such as "Herr" stands before, so a surname follows."""

    gender: Gender
    formal: bool


def cue_before(text: str, start: int) -> Cue:
    """The cue in the words directly before a name."""
    before = text[max(0, start - _REACH) : start]
    if _FEMALE.search(before):
        return Cue(Gender.FEMALE, True)
    if _MALE.search(before):
        return Cue(Gender.MALE, True)
    if _FEMALE_GREETING.search(before):
        return Cue(Gender.FEMALE, False)
    if _MALE_GREETING.search(before):
        return Cue(Gender.MALE, False)
    return Cue(Gender.UNKNOWN, False)


def greeted(text: str, start: int, end: int) -> bool:
    """Whether a name is the one that the newest message greets."""
    before = text[max(0, start - 80) : start]
    rest_of_line = text[end : end + 3].strip(" ")
    ends_line = not rest_of_line or rest_of_line[0] in ",!\n-–:"
    return ends_line and bool(_GREETING.search(before)) and not _in_quote(text, start)


def signs(text: str, start: int, end: int) -> bool:
    """Whether a name signs the newest message."""
    before = text[max(0, start - 70) : start]
    rest = text[end : end + 80].partition("\n")[0]
    ends_line = sum(map(str.isalpha, rest)) <= 30  # room for "(Buchhaltung)"
    return ends_line and bool(_SIGN_OFF.search(before)) and not _in_quote(text, start)


def _in_quote(text: str, position: int) -> bool:
    return _QUOTED.search(text, 0, position) is not None
