"""DATE, DATE_OF_BIRTH and LICENSE_PLATE."""

from __future__ import annotations

import pytest

from desktop.domain import Label

DATES = [
    ("am 03.05.2023 gegen 16 Uhr", ["03.05.2023"]),
    ("Termin 17. Januar 2023", ["17. Januar 2023"]),
    ("vom 07.12.23", ["07.12.23"]),
    ("ab 3. März", ["3. März"]),
    ("am 17.02. passt", ["17.02"]),
    ('"ts":"2022-04-26T18:22:04Z"', ["2022-04-26"]),
    ("March 5, 2025 6:02 AM", ["March 5, 2025"]),
    ("gekauft am 4/5/24", ["4/5/24"]),
    ("am 16. oder 17. Juni", ["16. oder 17. Juni"]),
    # near misses
    ("Version 3.11.2024.1", []),
    ("seit 5.2 GHz", []),
    ("12.500 Euro", []),
    ("um 16:41:07", []),
    ("im Jahr 1998", []),
]
BIRTHS = [
    ("geb. 05.04.1942", ["05.04.1942"]),
    ("geboren am 26. Juni 1988 in Ulm", ["26. Juni 1988"]),
    ("Geburtsdatum: 1999-03-22", ["1999-03-22"]),
    ("Kind 1: *10.06.20", ["10.06.20"]),
    ("DOB 9/28/1998", ["9/28/1998"]),
    ("Ich bin am 19. April 1976 in Ulm geboren", ["19. April 1976"]),
    ("Nennen Sie Ihr Geburtsdatum.\n[19:04] Kunde: 11.06.77", ["11.06.77"]),
    ("Berger, Anna - 01.05.1972", ["01.05.1972"]),
    # near misses
    ("Abgabe am 01.05.2024", []),
    ("gebucht am 01.05.2024", []),
]
PLATES = [
    ("Kennzeichen HB-JK 796", ["HB-JK 796"]),
    ("mein Fahrzeug (HD-RK 4856)", ["HD-RK 4856"]),
    ("Wagen MA PT 909", ["MA PT 909"]),
    ("Pickerl fürs Auto KB-410YN", ["KB-410YN"]),
    ("Auto LU 272 671 steht", ["LU 272 671"]),
    ("kennzeichen l-cc 1408", ["l-cc 1408"]),
    # near misses
    ("Norm DS-63 36", []),
    ("Teil QQ-AB 12", []),  # no such district
    ("IC-E 1517 nach Ulm", []),
]


@pytest.mark.parametrize(("text", "values"), DATES)
def test_date(found, text, values):
    assert found(text, Label.DATE) == values


@pytest.mark.parametrize(("text", "values"), BIRTHS)
def test_birth_date(found, text, values):
    assert found(text, Label.DATE_OF_BIRTH) == values


@pytest.mark.parametrize(("text", "values"), PLATES)
def test_plate(found, text, values):
    assert found(text, Label.LICENSE_PLATE) == values
