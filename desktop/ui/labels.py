"""What a label is called, its letter, and the keys that set it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.domain import HUMAN, Label

LETTERS: dict[Label, str] = {
    Label.PERSON: "N",
    Label.EMAIL: "E",
    Label.PHONE: "T",
    Label.ADDRESS: "A",
    Label.LOCATION: "O",
    Label.ORG: "F",
    Label.DATE_OF_BIRTH: "G",
    Label.DATE: "D",
    Label.IBAN: "K",
    Label.CREDIT_CARD: "C",
    Label.ID_NUMBER: "#",
    Label.USERNAME: "B",
    Label.PASSWORD: "P",
    Label.IP: "IP",
    Label.MAC: "M",
    Label.URL: "L",
    Label.LICENSE_PLATE: "Z",
    Label.OTHER: "?",
}

# The nine labels that make up nearly all of a support mail's marks, in the order of the keys.
KEYED: tuple[Label, ...] = (
    Label.PERSON,
    Label.EMAIL,
    Label.PHONE,
    Label.ADDRESS,
    Label.LOCATION,
    Label.ORG,
    Label.DATE,
    Label.ID_NUMBER,
    Label.IBAN,
)


def key(label: Label) -> str:
    """The digit that sets ``label``, or "" when it is in the menu only."""
    return str(KEYED.index(label) + 1) if label in KEYED else ""


def name(label: Label) -> str:
    """The label's name in the user's language."""
    translate = QCoreApplication.translate
    return {
        Label.PERSON: translate("labels", "Name"),
        Label.EMAIL: translate("labels", "E-Mail"),
        Label.PHONE: translate("labels", "Telefon"),
        Label.ADDRESS: translate("labels", "Adresse"),
        Label.LOCATION: translate("labels", "Ort"),
        Label.ORG: translate("labels", "Firma"),
        Label.DATE_OF_BIRTH: translate("labels", "Geburtsdatum"),
        Label.DATE: translate("labels", "Datum"),
        Label.IBAN: translate("labels", "Bankkonto"),
        Label.CREDIT_CARD: translate("labels", "Kreditkarte"),
        Label.ID_NUMBER: translate("labels", "Kennung"),
        Label.USERNAME: translate("labels", "Benutzername"),
        Label.PASSWORD: translate("labels", "Zugangsdaten"),
        Label.IP: translate("labels", "IP-Adresse"),
        Label.MAC: translate("labels", "Geräteadresse"),
        Label.URL: translate("labels", "Link"),
        Label.LICENSE_PLATE: translate("labels", "Kfz-Kennzeichen"),
        Label.OTHER: translate("labels", "Sonstige Angabe"),
    }[label]


def hint(label: Label) -> str:
    """What belongs under the label, for tool tips."""
    translate = QCoreApplication.translate
    return {
        Label.PERSON: translate("labels", "Vor- und Nachname, ohne Anrede und Titel"),
        Label.EMAIL: translate("labels", "E-Mail-Adresse"),
        Label.PHONE: translate("labels", "Telefon-, Mobil- oder Faxnummer"),
        Label.ADDRESS: translate("labels", "Straße und Hausnummer, Postfach"),
        Label.LOCATION: translate("labels", "Postleitzahl und Ort"),
        Label.ORG: translate("labels", "Arbeitgeber, kleine Firma"),
        Label.DATE_OF_BIRTH: translate("labels", "Tag der Geburt"),
        Label.DATE: translate("labels", "Datum eines persönlichen Ereignisses"),
        Label.IBAN: translate("labels", "IBAN, BIC oder Kontonummer"),
        Label.CREDIT_CARD: translate("labels", "Nummer einer Kredit- oder Debitkarte"),
        Label.ID_NUMBER: translate(
            "labels", "Kunden-, Vertrags-, Rechnungs-, Steuer- oder Seriennummer"
        ),
        Label.USERNAME: translate("labels", "Anmeldename"),
        Label.PASSWORD: translate("labels", "Passwort, PIN, Schlüssel"),
        Label.IP: translate("labels", "Internetadresse eines Anschlusses"),
        Label.MAC: translate("labels", "Hardware-Adresse eines Geräts"),
        Label.URL: translate("labels", "Link mit persönlichem Inhalt"),
        Label.LICENSE_PLATE: translate("labels", "Kennzeichen eines Fahrzeugs"),
        Label.OTHER: translate("labels", "Alles andere, was auf eine Person weist"),
    }[label]


def source_letter(source: str) -> str:
    """R rule, M model, S second opinion (instruct model), ✓ a human."""
    translate = QCoreApplication.translate
    if source == HUMAN:
        return "✓"
    if source.startswith("rule"):
        return translate("labels", "R", "short for rule")
    if source.startswith("instruct"):
        return translate("labels", "S", "short for second opinion")
    return translate("labels", "M", "short for model")


def layer_names(sources: Iterable[str]) -> list[str]:
    """The layers behind some sources in words, each once."""
    translate = QCoreApplication.translate
    found = []
    for source in sources:
        kind = source.partition(":")[0]
        found.append(translate("labels", "Regelwerk") if kind == "rule" else source_name(source))
    return list(dict.fromkeys(found))


def source_name(source: str) -> str:
    """What found it, in words, with the rule's or model's own name."""
    translate = QCoreApplication.translate
    kind, _, detail = source.partition(":")
    if source == HUMAN:
        return translate("labels", "von Hand bestätigt")
    if kind == "rule":
        return translate("labels", "Regel „{name}“").format(name=detail or kind)
    if kind == "instruct":
        return translate("labels", "Zweitmeinung „{name}“").format(name=detail or kind)
    if kind == "model":
        return translate("labels", "Sprachmodell")
    return source


def nobody() -> str:
    """The heading over what belongs to no person."""
    return QCoreApplication.translate("labels", "Ohne Person")


def unnamed(number: int) -> str:
    return QCoreApplication.translate("labels", "Person {number}").format(number=number)


def reason_name(code: str) -> str:
    """Why a mark was linked to a person, in words; "" when there is nothing to say."""
    translate = QCoreApplication.translate
    return {
        "human": translate("labels", "von Hand zugeordnet"),
        "same_value": translate("labels", "gleiche Angabe"),
        "same_name": translate("labels", "gleicher Name"),
        "initial_and_surname": translate("labels", "Anfangsbuchstabe und Nachname passen"),
        "surname": translate("labels", "gleicher Nachname"),
        "given_name": translate("labels", "gleicher Vorname"),
        "initials": translate("labels", "Anfangsbuchstaben passen"),
        "header": translate("labels", "aus dem Kopf der Nachricht"),
        "email_address": translate("labels", "Name in der E-Mail-Adresse"),
        "user_name": translate("labels", "Name im Benutzernamen"),
        "signature": translate("labels", "steht in der Signatur"),
    }.get(code, "")
