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
    ("am 16. oder 17. Juni", ["16", "17. Juni"]),
    ("vom 4. bis 22. August 2025", ["4", "22. August 2025"]),
    ("Fahrt vom 15.–19. September", ["15.–19. September"]),
    ("Treffen am 10.7. 17 h", ["10.7"]),  # a date ends before the hour
    ("am 03.08. 10:12 kam der Anruf", ["03.08"]),
    ("Am Thu, 4 Jun 1999 sendete jemand", ["4 Jun 1999"]),
    ("ab 1er juillet, fin le 30 novembre 2025", ["1er juillet", "30 novembre 2025"]),
    ("dal 21 febbraio", ["21 febbraio"]),
    ("Ferien 14.–21.7., danach 5. + 6.8.2025", ["14.–21.7", "5. + 6.8.2025"]),
    ("Urlaub 28.6.–5.7.2025", ["28.6", "5.7.2025"]),
    ("Zeitraum 01.03.2024-31.08.2025", ["01.03.2024", "31.08.2025"]),
    # near misses
    ("die Rover auf dem Mars, Avril singt", []),
    ("Kapitel 3.-4.2 lesen", []),
    ("Version 3.11.2024.1", []),
    ("Nextcloud läuft mit PHP 8.2.25, SteamOS 3.6.20", []),
    ("Rechnung 8.2.25, OP 3.4.24", ["8.2.25", "3.4.24"]),  # no program
    ("seit 5.2 GHz", []),
    ("12.500 Euro", []),
    ("um 16:41:07", []),
    ("im Jahr 1998", []),
    ("Karte gültig bis 09/27", []),  # says nothing of the holder
    ("Akte 24.05.01-OL-0447", []),  # the number of a file
]
BIRTHS = [
    # in words, with or without the year
    ("sie kam am 2. Mai 2022 zur Welt", ["2. Mai 2022"]),
    ("am 2. Mai 2022 um 3:45 Uhr in Soest geboren", ["2. Mai 2022"]),
    ("sie feiert am 4. Juli ihren 80. Geburtstag", ["4. Juli"]),
    ("er hat am 7.8. Geburtstag", ["7.8"]),
    ("Geburtstag: 7.8.", ["7.8"]),
    ("Geburtstagsfeier am 7.8. ab drei", []),
    ("am 7.8. Geburtstagsfeier", []),
    ("GD: 07.08.66, data urodzenia 08.07.1966", ["07.08.66", "08.07.1966"]),
    ("Sterbedatum 7.8.2021, geb. Zwölfer", []),
    ("Arzu Demirel, w, 07.08.1966", ["07.08.1966"]),
    ("geb. 05.04.1942", ["05.04.1942"]),
    ("geboren am 26. Juni 1988 in Ulm", ["26. Juni 1988"]),
    ("Geburtsdatum: 1999-03-22", ["1999-03-22"]),
    ("Kind 1: *10.06.20", ["10.06.20"]),
    ("DOB 9/28/1998", ["9/28/1998"]),
    ("Ich bin am 19. April 1976 in Ulm geboren", ["19. April 1976"]),
    ("Nennen Sie Ihr Geburtsdatum.\n[19:04] Kunde: 11.06.77", ["11.06.77"]),
    ("Berger, Anna - 01.05.1972", ["01.05.1972"]),
    ("geb. 3. IV. 1950", ["3. IV. 1950"]),
    ("geboren am 12-03-55", ["12-03-55"]),
    ("geb. am 12-mai-1980", ["12-mai-1980"]),
    ("geboren am zwölften Mai 1980", ["zwölften Mai 1980"]),
    ("geb. 12.03.1899", ["12.03.1899"]),
    ("Oma wird am 12.03.1944 achtzig", ["12.03.1944"]),
    ("Geburtstag: nicht 12.03.1980, sondern 13.03.1980", ["12.03.1980", "13.03.1980"]),
    # a name beside it is enough
    ("Ewa (2.2.70) fehlt", ["2.2.70"]),
    ("Anna Berger, 12.02.70", ["12.02.70"]),
    ("Anna Berger - 120270\n", ["120270"]),
    ("Anna Berger - 12. Feb 1970", ["12. Feb 1970"]),
    ("Elle est née le 7 avril 1979", ["7 avril 1979"]),
    ("Data di nascita: 21.02.1968", ["21.02.1968"]),
    # near misses
    ("Abgabe am 01.05.2024", []),
    ("gebucht am 01.05.2024", []),
    ("gekauft 3. IV. 1950", []),
    ("Geburtsurkunde vom 12.03.2020", []),
    ("geboren, Antrag vom 12.03.2020", []),
    ("wird am 12.03.2024 geliefert", []),
    ("Anna Berger, 12.05.2025", []),  # of a letter
    ("Anna Berger schrieb am 3.3.2003", []),
    ("Wald, 12.03.1980", []),
]
PLATES = [
    ("Kennzeichen HB-JK 796", ["HB-JK 796"]),
    ("mein Fahrzeug (HD-RK 4856)", ["HD-RK 4856"]),
    ("Wagen MA PT 909", ["MA PT 909"]),
    ("Pickerl fürs Auto KB-410YN", ["KB-410YN"]),
    ("Auto LU 272 671 steht", ["LU 272 671"]),
    ("kennzeichen l-cc 1408", ["l-cc 1408"]),
    ("Auto M·AB 123", ["M·AB 123"]),
    ("Auto LU·272·671", ["LU·272·671"]),
    ("Kennzeichen GÖ-ÖT 12", ["GÖ-ÖT 12"]),
    ("Saisonkennzeichen GÖ-ab 12", ["GÖ-ab 12"]),
    ("Moped: 123 ABC", ["123 ABC"]),
    ("das THW-8 1234 steht dort", ["THW-8 1234"]),
    ("Taxi 12-AB-345", ["12-AB-345"]),
    # small letters behind a make or a moped
    ("mein passat hgw-ab 44 steht da", ["hgw-ab 44"]),
    ("vw caddy, cux ed 231", ["cux ed 231"]),
    ("mein moped 208 xkb", ["208 xkb"]),
    ("Simson 394 XVB", ["394 XVB"]),
    ("Mein Subaru (TG 104 902)", ["TG 104 902"]),
    # no number of an insurer's contract
    ("Versicherungskennzeichen 559 GKL", ["559 GKL"]),
    ("Mopedkennzeichen 558-GKL", ["558-GKL"]),
    # near misses
    ("golf am ab 12 in der Werkstatt", []),
    ("der audi ist ab um 12 da", []),
    ("nummer cux ed 231", []),
    ("roller 124 ccm", []),
    ("mein roller 120 mal", []),
    ("Vespa 300 GTS", []),
    ("Norm DS-63 36", []),
    ("Teil QQ-AB 12", []),  # no such district
    ("IC-E 1517 nach Ulm", []),
    ("Saal 123 ABC", []),
    ("Teil Y-12 345", []),
    ("Teil 12-AB-345", []),
    ("Kennzeichen ist weg 12", []),
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
