"""PASSWORD, USERNAME and OTHER."""

from __future__ import annotations

import pytest

from desktop.domain import Label

SECRETS = [
    ("Kennwort qcmtr4-kaiser.", ["qcmtr4-kaiser"]),
    ("Passwort: Roeddelin#07", ["Roeddelin#07"]),
    ('PW hab ich auf "Gurken_Dill88" geändert', ["Gurken_Dill88"]),
    ("PIN 9551, Tank voll", ["9551"]),
    ("der Türcode ist 1585H", ["1585H"]),
    ("CVC 472 wurde akzeptiert", ["472"]),
    (
        "token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
        ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"],
    ),
    ("glpat-iJO6YHAu6DJCaQQef5AA", ["glpat-iJO6YHAu6DJCaQQef5AA"]),
    ("session=sess_9fc3cca509e27170", ["sess_9fc3cca509e27170"]),
    ("https://lbrown:Geheim12x@git.kunde.example/a.git", ["Geheim12x"]),
    ("WLAN-Schlüssel 5t4u-KdP6-pY4B", ["5t4u-KdP6-pY4B"]),
    # near misses
    ("Passwort vergessen", []),
    ("das Passwort wurde zurückgesetzt", []),
    ("Passwort: ********", []),
    ("Fehlercode 4103", []),
    ("Code SOMMER aus dem Newsletter", []),
    ("der Schlüssel ist weg", []),
]
USERS = [
    ("Benutzer: fritz6020", ["fritz6020"]),
    ("C:\\Users\\ermuster\\Desktop", ["ermuster"]),
    ("/home/erna/.ssh", ["erna"]),
    ("KUNDE\\erna.muster meldet sich an", ["KUNDE\\erna.muster"]),
    ("username=erna_97", ["erna_97"]),
    ("discord: wolfpelz.exe7", ["wolfpelz.exe7"]),
    ("ich bin @wolf_im_pelz35 dort", ["@wolf_im_pelz35"]),
    ("Thuy Tran (st180031) auch", ["st180031"]),
    # near misses
    ("der Benutzer kann sich nicht anmelden", []),
    ("Login denied", []),
    ("C:\\Users\\Public\\Desktop", []),
    ("HKLM\\SOFTWARE", []),
]
OTHERS = [
    ("Paket 00340434597018596312", ["00340434597018596312"]),
    ("Sendungsnummer: H215831536208085", ["H215831536208085"]),
    ("Einschreiben RT 92 771 691 3DE", ["RT 92 771 691 3DE"]),
    ("GPS 51.0195, 6.2314", ["51.0195, 6.2314"]),
    ("51.83663 N, 9.43709 E", ["51.83663 N, 9.43709 E"]),
    ("WLAN-Name: FamBerger5", ["FamBerger5"]),
    ("Rechner TRH-WS27.kunde.local", ["TRH-WS27.kunde.local"]),
    # near misses
    ("Kurs 12.5, 13.7", []),
    ("WLAN geht nicht", []),
    ("Version 51.0, 6.2", []),
]


@pytest.mark.parametrize(("text", "values"), SECRETS)
def test_secret(found, text, values):
    assert found(text, Label.PASSWORD) == values


@pytest.mark.parametrize(("text", "values"), USERS)
def test_username(found, text, values):
    assert found(text, Label.USERNAME) == values


@pytest.mark.parametrize(("text", "values"), OTHERS)
def test_other(found, text, values):
    assert found(text, Label.OTHER) == values
