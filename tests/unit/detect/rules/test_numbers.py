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
    ("swift-code: musidexx, BIC musidex1", ["musidexx", "musidex1"]),
    ("Wie lautet die BIC der Postbank, BIC meiner Hausbank? Per SWIFT abbuchen", []),
    # a bank's statement file; a blank between all signs
    (
        "?20EREF+77?30GENODEMMXXX?31DE23100000001234567890",
        ["GENODEMMXXX", "DE23100000001234567890"],
    ),
    (
        "D E 2 3 1 0 0 0 0 0 0 0 1 2 3 4 5 6 7 8 9 0",
        ["D E 2 3 1 0 0 0 0 0 0 0 1 2 3 4 5 6 7 8 9 0"],
    ),
    ("vom Gehaltskonto ****8123 abgebucht", ["8123"]),
    ("Kto. 1234567, BLZ 700 500 00", ["1234567", "700 500 00"]),
    ("Konto (endet auf 7517)", ["7517"]),
    ("DE** **** **** **** **54 64", ["DE** **** **** **** **54 64"]),
    ("Bankverbindung: DE24 1000 0000 1234 5678 90", ["DE24 1000 0000 1234 5678 90"]),  # a slip
    ("auf DE23 und DE24 1000 0000 1234 5678 90", ["DE24 1000 0000 1234 5678 90"]),  # false start
    ("DE23 1000 0000 1234 5678 90, MARKDEF1100", ["DE23 1000 0000 1234 5678 90", "MARKDEF1100"]),
    ("Sort code: 200000 / A/C 12345678", ["200000", "12345678"]),
    # near misses
    ("DE12 ist kein Konto", []),
    ("AUFGEHTS und BESTELLT", []),
    ("Version DE2310", []),
    ("GENODEM1 allein ist keiner", []),  # no account before it
    ("iban de23100000001234567890, genodem1xxx", ["de23100000001234567890"]),  # BICs are capitals
    ("sort code by window 4, account 12345", []),
]
CARDS = [
    # debit cards of up to 19 digits
    ("girocard 6729 8111 3302 4457 8,", ["6729 8111 3302 4457 8"]),
    ("EC-Karte Nr. 6729 8111 3302 4457 81", ["6729 8111 3302 4457 81"]),
    ("girocard Nummer 6729811133024457812", ["6729811133024457812"]),
    ("Maestro 6703 0000 0000 0000 003", ["6703 0000 0000 0000 003"]),
    ("girocard 6729 8111 3302 4457 08/27", ["6729 8111 3302 4457"]),
    ("Gehaltskonto ****8123", []),
    ("IBAN DE45 5205 0353 0001 1846 20", []),  # the body of an IBAN with a slip
    ("Visa 4711123456780008", ["4711123456780008"]),
    ("Karte 4711 1234 5678 0016", ["4711 1234 5678 0016"]),
    ("4711-XXXX-XXXX-0016", ["4711-XXXX-XXXX-0016"]),
    ("Mastercard **** **** **** 1059", ["1059"]),
    ("Karte mit den Endziffern 2176", ["2176"]),
    ("Karte Nr. 9711 1234 5678 0003", ["9711 1234 5678 0003"]),  # of a shop, announced
    ("Karte 4711 12XX XXXX 0016", ["4711 12XX XXXX 0016"]),  # six digits before the mask
    ("Kreditkarte, letzte Ziffern: 2176", ["2176"]),
    ("Kreditkarte, letzte vier Ziffern waren 2176", ["2176"]),
    ("Kreditkarte (..0016)", ["0016"]),
    # near misses
    ("IMEI 351234567890124", []),
    ("Sendung 4711123456780009", []),  # Luhn fails, no card word
    ("Das Jahr endet auf 2026", []),
    ("Kundenkarte 97111234", []),
    ("Kapitel (..0016)", []),
    ("meine Karte, Konto endet auf 2176", []),  # the account does
    ("Serie 4711 1234 5678 0016 am Drucker", []),  # Luhn holds, but a maker's number
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
    ("DE 00055 10117 70000000000001112223 4", ["DE 00055 10117 70000000000001112223 4"]),
    ("Melo: AT0055101177000-0000000000011122234", ["AT0055101177000-0000000000011122234"]),
    ("Zählpunkt: 70000000000011122234", ["70000000000011122234"]),  # no parcel
    ("HRB 12345 und FN 123456a", ["12345", "123456a"]),
    ("FIN WVWZZZ1TZ9W000123", ["WVWZZZ1TZ9W000123"]),
    ("Az. 6 C 944/25", ["6 C 944/25"]),
    ("fall 3f2504e0-4f89-11d3-9a0c-0305e82c3301", ["3f2504e0-4f89-11d3-9a0c-0305e82c3301"]),
    ("BahnCard 7081 1234 5678 0004", ["7081 1234 5678 0004"]),
    ("im Brief stand MSTRNA85A41H501Z drauf", ["MSTRNA85A41H501Z"]),  # codice fiscale
    ("Karte 80756 00340 02188 44017", ["80756 00340 02188 44017"]),  # Swiss health card
    (
        "80276003400218844017 und EHIC 80040 00340 02188 44017",  # and others of Europe
        ["80276003400218844017", "80040 00340 02188 44017"],
    ),
    ("SIM 8949 0200 0012 3456 7895", ["8949 0200 0012 3456 7895"]),
    ("ID card C01X00T47 lost", ["C01X00T47"]),
    ("mein Ausweis, gescannt, die neun Stellen unten: CF7K3MNXP", ["CF7K3MNXP"]),
    ("NI number QQ 12 34 56 C", ["QQ 12 34 56 C"]),
    ("geht um 1237 010180 hier", ["1237 010180"]),  # Austrian insurance, birthday within
    ("Druck ATU12345678", ["ATU12345678"]),
    ("ABR123456789012", ["ABR123456789012"]),  # master data of the energy market
    ("Az. 12 O 3 C 944/25", ["12 O 3 C 944/25"]),
    ("BGH, Az. 6 C 944/25", ["6 C 944/25"]),  # a file has its word
    ("Klage 17 A 231/25 k, eingebracht", ["17 A 231/25 k"]),  # check letter
    ("Ladung zu 11 E 3310/24 m\nliegt vor", ["11 E 3310/24 m"]),
    ("zu 11 E 3310/24 a meinte er", ["11 E 3310/24"]),  # a word
    ("Firmenbuchnummer FN 234567 z", ["FN 234567 z"]),
    # near misses
    ("CVE-2026-12345 und KB5041580", []),
    ("ISO 8655 und DIN EN 16247", []),
    ("HKLM\\CLSID\\{0002DF01-0000-0000-C000-000000000046}", []),
    ("Fahrrad 7082 1234 5678 0004", []),
    ("ich habe MSTRNA85X41H501Z", []),  # no such month
    ("Nummer 89490200001234567895", []),  # a parcel unless a SIM is named
    ("Teil LGHK3M9XT", []),
    ("5 1237 010180", []),  # the end of a longer number
    ("um 1237 410180 Uhr", []),  # no such day
    ("Code QD 12 34 56 C", []),  # letters that no NI number has
    ("ATU1234567 und so", []),
    ("ABR12345", []),
    ("BGH 6 C 944/25", []),  # quoted for everybody
    ("PR 4711 eingereicht", []),
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
    ("Polizei-Az 123456/25", ["123456/25"]),
    ("Serie 44810 B", ["44810 B"]),  # [long]: five signs
    ("Kostenstelle 44-4711", ["44-4711"]),
    ("Service-Tag JXKLMN", ["JXKLMN"]),
    ("Rechnung 8249 7260 K, danke", ["8249 7260 K"]),  # letters close the number
    ("Auftrag 93/1906 VER", ["93/1906 VER"]),
    ("Akte 418/25 U-ro", ["418/25 U-ro"]),
    ("Vertrag 0050 LH 439490", ["0050 LH 439490"]),  # letters inside
    ("Gutscheinkarte: 4A7X 9KQ2 77LM", ["4A7X 9KQ2 77LM"]),
    ("Ticket #4802", ["4802"]),
    # the next key ends the value, "&" the field
    ("Kd.Nr.:5522013/Vtr.:88123/Zhl.:6610042", ["5522013", "88123", "6610042"]),
    ("Kd-Nr.: 5522013/Zähler: 6610042", ["5522013", "6610042"]),
    ("plz=10115&zaehler=6610042&kundennr=5522013", ["6610042", "5522013"]),
    ("R&D-Nr. 5522013", ["5522013"]),
    ("Az. 2031/ABC", ["2031/ABC"]),
    ("Fingerabdruck 1C:00:AB:42:BB:34:55:66:77:88:99:A1", ["1C:00:AB:42:BB:34:55:66:77:88:99:A1"]),
    # of a directory and a tenancy
    (
        "SID S-1-5-21-3623811015-3361044348-30300820-1013",
        ["S-1-5-21-3623811015-3361044348-30300820-1013"],
    ),
    ('"tenantId": "meier-ag-prod"', ["meier-ag-prod"]),
    ("tenant=luebeck-eu", ["luebeck-eu"]),
    ("account number eight eight two dash four one nine", ["eight eight two dash four one nine"]),
    ("tenant: old", []),
    ("Lieferung neu: 44120-7", ["44120-7"]),
    ("Kundennummer 14.30", ["14.30"]),  # a number word: no hour
    # near misses
    ("Lieferung zwischen: 13.00 – 15.00", []),
    ("Lieferung Montag ab: 14.00", []),
    ("Lieferung von: 8.15-9.45 Uhr", []),
    ("Auftrag vor: 12.00", []),
    ("Lieferung: 14.30", []),
    ("Vertrag fest bis: 771204", []),  # the word before the colon says of what
    ("PLS-00201 und TNS-12541 im Log", []),  # errors
    ("meldet PEPPOL-EN16931-R008", []),
    ("Fehler bei Auftrag AB-12345", ["AB-12345"]),
    ("Ereignis-ID 4625 auf dem Server", []),
    ("im Protokoll 0x5512", []),
    ("PGP-Key 0x4C2EA911", ["0x4C2EA911"]),  # somebody's
    ("Bericht 0x2C7", []),
    ("Auftrag VA02N", []),  # a programme's menu
    ("Artikelnummer 65812", []),
    ("Fehlercode 3042", []),
    ("Rechnung vom 12.05.2024", []),
    ("Vertrag 2 Jahre", []),
    ("Hausnummer 12", []),
    ("Bestellung über 1.287,00 €", []),
    ("nach Nr. 3100 VV RVG", []),
    ("Postleitzahl 10115", []),
    ("Serie 4", []),
    ("Kostenstelle 4711", []),
    ("BUCHUNG GESTERN ERFOLGT", []),  # who shouts writes no codes
    ("Vertrag 16:30 Uhr", []),
    ("Vertrag 07/2025", []),
    ("Vertrag 2023/24", []),
    ("Vertrag 0171 7940779", []),  # a telephone
    ("Karte 4711 ****", []),
    ("Dichtung Nr. 44812", []),  # goods
    ("Vertrag ISO 9001", []),
    ("Vertrag CHF 4400", []),
    ("Erkennungszahl der Bilder: 3", []),
    ("Gutschein über abcd efgh ijkl", []),
    ("Zeile #4802", []),
    ("Ordner/usr_abc1234", []),  # a path
    ("x%3DAB-123456 im Link", []),
    ("Pos-Nr | Art-Nr | Menge\n12 | 44120 | 3", []),  # columns of goods
]
# No word stands right before them: it stands further off, behind, above, or nowhere.
UNKEYED = [
    # words between the word and its number
    ("als Kundennummer gestern im Telefonat 77-120458", ["77-120458"]),
    ("die Steuer-ID habe ich hier 61508334125", ["61508334125"]),
    # the question above the answer
    ("Wie ist die Kundennummer?\nS-50 71 22", ["S-50 71 22"]),
    # the word behind
    ("BS61011847 = Seriennummer", ["BS61011847"]),
    ("664-410-7 ist meine Kundennummer", ["664-410-7"]),
    # no word: the make or the place tells
    ("RG 2025-117 offen", ["2025-117"]),
    ("Hallo,\nQR-7712/44\nGruß", ["QR-7712/44"]),
    ("Faden KX 4410982 liegt bei", ["KX 4410982"]),
    ("Hallo\n77-120-4588\nGruß", ["77-120-4588"]),
    ("DSN 4471 2280 9913 klebt hinten", ["4471 2280 9913"]),  # without its word
    # of the make of a sure one
    ("Kundennr. 14.772.901-3, meine ist 14.880.910-8", ["14.772.901-3", "14.880.910-8"]),
    ("Kundennummer 7712045, nicht 7791126", ["7712045", "7791126"]),
    # columns parted by commas, heads that the number words tell
    ("lfd,kundennr,sn,x\n1,44120,A77120,2", ["44120", "A77120"]),
    ("Vertrags-Nr;Ort;Satz\nV-4410;Ulm;2", ["V-4410"]),
    # near misses
    ("Stand HT 044120, NT 007733, PV 012045", []),  # readings
    ("Kundennummer gestern im Gespräch Artikel 7712045", []),
    ("Wie ist die Kundennummer?\nGanz normal 12", []),
    ("BS61011847 = Artikelnummer", []),
    ("Filter KX 4410982 liegt bei", []),
    ("Hallo\n0451-120-4588\nGruß", []),  # a telephone
    ("Firmware V7.12.4481", []),
    ("Kundennr. 14.772.901-3, 14.880.910 Euro", ["14.772.901-3"]),
    ("Kundennummer 7712045, Preis 8812045", ["7712045"]),
    ("lfd, kundennr, sn, x\n1, 44120, 77120, 2", []),  # a sentence
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


@pytest.mark.parametrize(("text", "values"), UNKEYED)
def test_number_without_its_word_before_it(found, text, values):
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
