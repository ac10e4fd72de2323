"""What packages and answers say to their readers, in the readers' language.

These words go out in files and letters; they are not texts of the user interface and do not change
with its language. German for ``de…``, English for every other language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from desktop.domain import Label


@dataclass(frozen=True, slots=True)
class Wording:
    package: str
    case: str
    created: str
    intro: str
    rules: tuple[str, ...]
    tokens: str
    no_tokens: str
    description: str
    end: str
    special: str
    subject: str
    wrote: str  # {date} and {name}
    wrote_undated: str  # {name}
    date: str  # strftime
    kinds: Mapping[Label, str]


_GERMAN: Final = Wording(
    package="Paket",
    case="Vorgang",
    created="Erstellt",
    intro=(
        "Diese Problembeschreibung enthält keine personenbezogenen Daten. An ihrer Stelle stehen "
        "Platzhalter in eckigen Klammern. Wir setzen die Daten bei uns wieder ein."
    ),
    rules=(
        "Übernehmen Sie die Platzhalter Zeichen für Zeichen in Ihre Antwort, mit Klammern.",
        "Ändern, übersetzen, beugen und nummerieren Sie Platzhalter bitte nicht um.",
        "Erfinden Sie keine neuen Platzhalter.",
        "Lassen Sie die Paketnummer in Ihrer Antwort stehen, am besten im Betreff.",
    ),
    tokens="Platzhalter in diesem Paket",
    no_tokens="Dieses Paket enthält keine Platzhalter.",
    description="Problembeschreibung",
    end="Ende der Problembeschreibung",
    special="Hinweise für Sie",
    subject="Anfrage {package}",
    wrote="Am {date} schrieb {name}:",
    wrote_undated="{name} schrieb:",
    date="%d.%m.%Y um %H:%M",
    kinds={
        Label.PERSON: "Name einer Person",
        Label.EMAIL: "E-Mail-Adresse",
        Label.PHONE: "Telefonnummer",
        Label.ADDRESS: "Anschrift",
        Label.LOCATION: "Ort",
        Label.ORG: "Firma oder Organisation",
        Label.DATE_OF_BIRTH: "Geburtsdatum",
        Label.DATE: "Datum",
        Label.IBAN: "Bankverbindung",
        Label.CREDIT_CARD: "Kartennummer",
        Label.ID_NUMBER: "Kennnummer (z. B. Kunden- oder Vertragsnummer)",
        Label.USERNAME: "Benutzername",
        Label.PASSWORD: "Zugangsgeheimnis",
        Label.IP: "IP-Adresse",
        Label.MAC: "Geräteadresse",
        Label.URL: "Link",
        Label.LICENSE_PLATE: "Kfz-Kennzeichen",
        Label.OTHER: "sonstige Angabe",
    },
)

_ENGLISH: Final = Wording(
    package="Package",
    case="Case",
    created="Created",
    intro=(
        "This problem description holds no personal data. Placeholders in square brackets stand in "
        "their place. We put the data back on our side."
    ),
    rules=(
        "Copy the placeholders into your reply character by character, with their brackets.",
        "Please do not change, translate, inflect or renumber placeholders.",
        "Do not make up new placeholders.",
        "Keep the package number in your reply, best in the subject.",
    ),
    tokens="Placeholders in this package",
    no_tokens="This package holds no placeholders.",
    description="Problem description",
    end="End of the problem description",
    special="Notes for you",
    subject="Request {package}",
    wrote="On {date}, {name} wrote:",
    wrote_undated="{name} wrote:",
    date="%Y-%m-%d at %H:%M",
    kinds={
        Label.PERSON: "name of a person",
        Label.EMAIL: "e-mail address",
        Label.PHONE: "phone number",
        Label.ADDRESS: "postal address",
        Label.LOCATION: "place",
        Label.ORG: "company or organisation",
        Label.DATE_OF_BIRTH: "date of birth",
        Label.DATE: "date",
        Label.IBAN: "bank account",
        Label.CREDIT_CARD: "card number",
        Label.ID_NUMBER: "identifying number (such as a customer or contract number)",
        Label.USERNAME: "user name",
        Label.PASSWORD: "credential",
        Label.IP: "IP address",
        Label.MAC: "device address",
        Label.URL: "link",
        Label.LICENSE_PLATE: "licence plate",
        Label.OTHER: "other detail",
    },
)


def wording(language: str) -> Wording:
    return _GERMAN if language.lower().startswith("de") else _ENGLISH
