"""The words of the tokens: one per label and language, and the way back from word to label.

They are part of a format that leaves the house (DESIGN.md section 5), not texts of the user
interface, so they are fixed here: changing one breaks the reading of tokens already sent.
"""

from __future__ import annotations

from typing import Final

from desktop.domain import Label

_GERMAN: Final = {
    Label.PERSON: "NAME",
    Label.EMAIL: "EMAIL",
    Label.PHONE: "TELEFON",
    Label.ADDRESS: "ADRESSE",
    Label.LOCATION: "ORT",
    Label.ORG: "FIRMA",
    Label.DATE_OF_BIRTH: "GEBURTSDATUM",
    Label.DATE: "DATUM",
    Label.IBAN: "KONTO",
    Label.CREDIT_CARD: "KARTE",
    Label.ID_NUMBER: "KENNUNG",
    Label.USERNAME: "BENUTZER",
    Label.PASSWORD: "GEHEIMNIS",
    Label.IP: "IP",
    Label.MAC: "GERAET",
    Label.URL: "LINK",
    Label.LICENSE_PLATE: "KENNZEICHEN",
    Label.OTHER: "ANGABE",
}

_ENGLISH: Final = {
    Label.PERSON: "NAME",
    Label.EMAIL: "EMAIL",
    Label.PHONE: "PHONE",
    Label.ADDRESS: "ADDRESS",
    Label.LOCATION: "PLACE",
    Label.ORG: "COMPANY",
    Label.DATE_OF_BIRTH: "BIRTHDATE",
    Label.DATE: "DATE",
    Label.IBAN: "ACCOUNT",
    Label.CREDIT_CARD: "CARD",
    Label.ID_NUMBER: "ID",
    Label.USERNAME: "USER",
    Label.PASSWORD: "SECRET",
    Label.IP: "IP",
    Label.MAC: "DEVICE",
    Label.URL: "LINK",
    Label.LICENSE_PLATE: "PLATE",
    Label.OTHER: "DETAIL",
}

_LABELS: Final = {word: label for words in (_GERMAN, _ENGLISH) for label, word in words.items()}

KNOWN_WORDS: Final = frozenset(_LABELS)


def word_for(label: Label, language: str) -> str:
    """The token word of ``label``: German for ``de`` and ``de-…``, English for all others."""
    german = language.lower().replace("_", "-").split("-")[0] == "de"
    return (_GERMAN if german else _ENGLISH)[label]


def label_of(word: str) -> Label | None:
    """The label of a folded (``fold_word``) token word of any language, None if there is none.

    The words of all languages are known, so a vendor's translation of the word alone is undone.
    """
    return _LABELS.get(word)


def fold_word(raw: str) -> str:
    """Upper case with umlauts written out; an umlaut may be composed or base + ``\\xa8``."""
    word = raw.upper()
    for umlaut, pair in (("Ä", "AE"), ("Ö", "OE"), ("Ü", "UE")):
        word = word.replace(umlaut, pair).replace(pair[0] + "\xa8", pair)
    return word
