"""Accounts, cards, ids of states and makers, keyed numbers: invented values, valid checksums."""

from __future__ import annotations

import pytest

from desktop.detect.rules import CHECKSUMMED, find
from desktop.detect.rules.national_ids import (
    is_document_number,
    is_kvnr,
    is_market_location,
    is_rvnr,
)
from desktop.domain import Label

IBANS = [
    ("IBAN DE23100000001234567890", ["DE23100000001234567890"]),
    ("auf DE23 1000 0000 1234 5678 90 bitte", ["DE23 1000 0000 1234 5678 90"]),
    ("AT29 1200 0001 2345 6789", ["AT29 1200 0001 2345 6789"]),
    ("ch51 0000 0012 3456 7890 1", ["ch51 0000 0012 3456 7890 1"]),
    ("DE23/1000 0000/1234 5678 90", ["DE23/1000 0000/1234 5678 90"]),
    ("BIC: GENODEM1XXX", ["GENODEM1XXX"]),
    ("Kto. 1234567, BLZ 700 500 00", ["1234567", "700 500 00"]),
    ("Konto (endet auf 7517)", ["7517"]),
    ("DE** **** **** **** **54 64", ["DE** **** **** **** **54 64"]),
    ("Bankverbindung: DE24 1000 0000 1234 5678 90", ["DE24 1000 0000 1234 5678 90"]),  # a slip
    # near misses
    ("DE12 ist kein Konto", []),
    ("AUFGEHTS und BESTELLT", []),
    ("Version DE2310", []),
]
CARDS = [
    ("Visa 4711123456780008", ["4711123456780008"]),
    ("Karte 4711 1234 5678 0016", ["4711 1234 5678 0016"]),
    ("4711-XXXX-XXXX-0016", ["4711-XXXX-XXXX-0016"]),
    ("Mastercard **** **** **** 1059", ["1059"]),
    ("Karte mit den Endziffern 2176", ["2176"]),
    # near misses
    ("IMEI 351234567890124", []),
    ("Sendung 4711123456780009", []),  # Luhn fails, no card word
    ("Das Jahr endet auf 2026", []),
]
NATIONAL = [
    ("Steuer-ID 21 345 678 914", ["21 345 678 914"]),
    ("RV-Nummer 65 180539 W 001", ["65 180539 W 001"]),
    ("KVNR A123456780", ["A123456780"]),
    ("USt-IdNr. DE123456788", ["DE123456788"]),
    ("UID ATU12345675", ["ATU12345675"]),
    ("CHE-123.456.788 MWST", ["CHE-123.456.788"]),
    ("AHV 756.1234.5678.97", ["756.1234.5678.97"]),
    ("Ausweis L01X00T471", ["L01X00T471"]),
    ("IMEI 35 123456 789012 4", ["35 123456 789012 4"]),
    ("Marktlokation 41234567896", ["41234567896"]),
    ("Zähler 1EMH0012345678", ["1EMH0012345678"]),
    ("HRB 12345 und FN 123456a", ["12345", "123456a"]),
    ("FIN WVWZZZ1TZ9W000123", ["WVWZZZ1TZ9W000123"]),
    ("Az. 6 C 944/25", ["6 C 944/25"]),
    ("fall 3f2504e0-4f89-11d3-9a0c-0305e82c3301", ["3f2504e0-4f89-11d3-9a0c-0305e82c3301"]),
    # near misses
    ("CVE-2026-12345 und KB5041580", []),
    ("ISO 8655 und DIN EN 16247", []),
    ("HKLM\\CLSID\\{0002DF01-0000-0000-C000-000000000046}", []),
]
KEYED = [
    ("Kundennr. 44-10982217", ["44-10982217"]),
    ("Kd.-Nr.: 174929789,", ["174929789"]),
    ("Vertrag V/2023/0815", ["V/2023/0815"]),
    ("Ticket#2026-0044", ["2026-0044"]),
    ("Ihr Zeichen: 915/25-GD", ["915/25-GD"]),
    ("Auftragsnummer lautet KW-134409.", ["KW-134409"]),
    ("Mitgliedsnummer:\n  A59865570", ["A59865570"]),
    ("Zählernummer ......... 77 4455 66", ["77 4455 66"]),
    ("Versicherungsschein-Nr. KR 70.844.224-6", ["KR 70.844.224-6"]),
    ("kundennummer=K353774-7", ["K353774-7"]),
    ("Kundennummer steht auf der Rechnung: 23 0077 6144", ["23 0077 6144"]),
    ("Gerätenummern 33025731, 33016632 und 33018850", ["33025731", "33016632", "33018850"]),
    ("Buchungscode FXLYGC", ["FXLYGC"]),
    ("Hausratpolice HR267103554", ["HR267103554"]),
    ('{"deviceId": "7c4c83b0befc40d9"}', ["7c4c83b0befc40d9"]),
    # near misses
    ("Artikelnummer 65812", []),
    ("Fehlercode 3042", []),
    ("Rechnung vom 12.05.2024", []),
    ("Vertrag 2 Jahre", []),
    ("Hausnummer 12", []),
    ("Bestellung über 1.287,00 €", []),
    ("nach Nr. 3100 VV RVG", []),
    ("Postleitzahl 10115", []),
]


@pytest.mark.parametrize(("text", "values"), IBANS)
def test_iban(found, text, values):
    assert found(text, Label.IBAN) == values


@pytest.mark.parametrize(("text", "values"), CARDS)
def test_card(found, text, values):
    trimmed = [value.strip("*xX ") for value in found(text, Label.CREDIT_CARD)]
    assert trimmed == values


@pytest.mark.parametrize(("text", "values"), NATIONAL)
def test_national_id(found, text, values):
    assert found(text, Label.ID_NUMBER) == values


@pytest.mark.parametrize(("text", "values"), KEYED)
def test_keyed_number(found, text, values):
    assert found(text, Label.ID_NUMBER) == values


@pytest.mark.parametrize(
    ("check", "good"),
    [
        (is_rvnr, "65180539W001"),
        (is_kvnr, "A123456780"),
        (is_document_number, "L01X00T471"),
        (is_market_location, "41234567896"),
    ],
)
def test_checksums_refuse_every_other_last_digit(check, good):
    accepted = [good[:-1] + digit for digit in "0123456789" if check(good[:-1] + digit)]
    assert accepted == [good]


@pytest.mark.parametrize("check", [is_rvnr, is_kvnr, is_document_number, is_market_location])
@pytest.mark.parametrize("value", ["", "x", "1" * 40, "äöü", "A12345678²"])
def test_checksums_bear_any_text(check, value):
    assert check(value) is False


def test_checksummed_names_what_a_checksum_proved():
    sources = {s.source.removeprefix("rule:") for s in find("IBAN DE23100000001234567890")}
    assert "iban" in sources & CHECKSUMMED
    assert "iban_shape" not in CHECKSUMMED
    assert {"ahv", "tax_id", "card", "kvnr"} <= CHECKSUMMED
