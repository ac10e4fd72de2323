"""EMAIL, URL, IP, MAC and PHONE: tables of fictitious examples and near misses."""

from __future__ import annotations

import pytest

from desktop.domain import Label

EMAILS = [
    ("Mail an erna.muster@post.example.", ["erna.muster@post.example"]),
    ("C:\\Daten\\erna@post.example.ost fehlt", ["erna@post.example"]),
    ("Schaden+26A1@nordlicht.example bitte", ["Schaden+26A1@nordlicht.example"]),
    ("Von: <a_b-c@mail.kunde.example>", ["a_b-c@mail.kunde.example"]),
    ("Müller: jörg@müller.example", ["jörg@müller.example"]),  # internationalised
    ("erna.muster(at)post.example", ["erna.muster(at)post.example"]),
    ("erna [at] post [dot] de", ["erna [at] post [dot] de"]),
    ("max punkt muster at firma punkt de", ["max punkt muster at firma punkt de"]),
    ("erna @ post.example schreiben", ["erna @ post.example"]),
    # near misses
    ("Datei archiv.ost fehlt", []),
    ("wir treffen uns at home um 12", []),
    ("git@", []),
    ("5 @ 3,20 €", []),
    ("https://user:wort12x@host.example/x", []),  # a credential, not an address
]
URLS = [
    ("Webseite: meier-bau.de", ["meier-bau.de"]),
    ("Server smtp.office365.com, Port 587", []),
    (
        "Bild: https://cloud.muster-privat.example/s/cJBu",
        ["https://cloud.muster-privat.example/s/cJBu"],
    ),
    ("siehe www.tischlerei-muster.example.", ["www.tischlerei-muster.example"]),
    ("Tel 030 1234567 | muster-immo.example", ["muster-immo.example"]),
    ("linkedin.com/in/erna-muster-8a7", ["linkedin.com/in/erna-muster-8a7"]),
    # a profile with its scheme; what others wrote there is reading matter
    ("https://github.com/erna-muster-hh", ["https://github.com/erna-muster-hh"]),
    ("siehe github.com/muster-ag/treiber/issues/417", []),
    ("https://www.youtube.com/watch?v=aB3dE5", []),
    # near misses
    ("Datei Angebot_9146.pdf öffnen", []),
    ("laut https://de.wikipedia.org/wiki/Router", []),
    ("und/oder so.dann weiter", []),
    ("Version 2.0.de", []),
]
IPS = [
    ("IP 188.66.139.105 seit gestern", ["188.66.139.105"]),
    ("Drucker [10.48.0.53]:9100", ["10.48.0.53"]),
    ("auf dc01 (10.14.2.6) ok", ["10.14.2.6"]),
    ("Präfix 2a02:9fc8:8a7a:547::e721", ["2a02:9fc8:8a7a:547::e721"]),
    ("fe80::1ff:fe23:4567:890a%eth0 antwortet", ["fe80::1ff:fe23:4567:890a%eth0"]),
    # near misses: loopback, netmask, public resolver, versions, times
    ("ping 127.0.0.1 und ::1", []),
    ("Maske 255.255.255.0", []),
    ("DNS 8.8.8.8 oder 1.1.1.1", []),
    ("Windows 10.0.19045.3803", []),
    ("Sicherung mit Veeam 12.1.2.172", []),
    ("Firmware 5.7.1.1 und Version 14.0.18.2", []),
    ("Chrome/121.0.0.0 Safari/537.36", []),
    ("um 16:41:07 und 16:44:32", []),
    ("999.1.2.3", []),
]
MACS = [
    ("MAC 3C:9A:79:96:22:35", ["3C:9A:79:96:22:35"]),
    ("38-31-e0-ac-e8-ec", ["38-31-e0-ac-e8-ec"]),
    ("WLAN-MAC: 746C218CAE36", ["746C218CAE36"]),
    ("mac 746c.218c.ae36", ["746c.218c.ae36"]),
    # near misses
    ("Card UID 04:9B:22:6A:51:8F", []),
    ("RFID 04:65:53:DA:C9:21:78", []),  # seven pairs are a card
    ("Hash 746C218CAE36", []),
    ("7725.8832.5791 Ticket", []),
]
PHONES = [
    # "Kl.": an Austrian extension, or a class at school
    ("Hr. Stöckl Kl. 31", ["31"]),
    ("Zentrale 05412 33421 Kl. 8", ["05412 33421", "8"]),
    ("erreichbar Kl. 114", ["114"]),
    ("Mira kommt im Herbst in die Kl. 5, Noten der Kl. 14", []),
    ("Tim, Kl. 6, Deutsch", []),
    ("ich kann es schicken (ihre Nr. 814452)", []),
    ("Tel.: 030 1234567", ["030 1234567"]),
    ("mobil 0171-7940779", ["0171-7940779"]),
    ("+49 (0)89/1234567", ["+49 (0)89/1234567"]),
    ("0043 664 1234567", ["0043 664 1234567"]),
    ("Natel 079 123 45 67", ["079 123 45 67"]),
    ("Fax 02161 / 97486-90", ["02161 / 97486-90"]),
    ("0591 / 80 44 217 bitte", ["0591 / 80 44 217"]),
    ("T +41 33 503 74 50", ["+41 33 503 74 50"]),
    ("+1 (416) 370-1386 x95", ["+1 (416) 370-1386 x95"]),
    ("erreichbar unter (05121) 307 - 417", ["(05121) 307 - 417"]),
    ("01/890 42 86-22", ["01/890 42 86-22"]),
    ("Telefon 0451 708834, Fax -33", ["0451 708834", "33"]),
    ("SMS an 4711", ["4711"]),
    ("Tel 0523 771204", ["0523 771204"]),
    ("DW 412", ["412"]),
    ("Tel. privat\n77123", ["77123"]),
    ("Rückruf:\n5533017", ["5533017"]),
    ("im Büro, Tel. \n5533-017-2", ["5533-017-2"]),
    ("Störungsnummer 0800 5533017", ["0800 5533017"]),
    ("Entstörnummer: 0800 5533017", ["0800 5533017"]),
    # in words
    ("call me on four one five double two oh nine, thanks", ["four one five double two oh nine"]),
    ("null vier drei eins sieben sieben acht zwo", ["null vier drei eins sieben sieben acht zwo"]),
    ("eins zwei drei vier fünf sechs sieben acht", []),  # counts
    ("null null null null null null null null", []),
    ("one two seven or three", []),
    ("account number eight eight two dash four one nine", []),
    # near misses
    ("Störungsnummer 5533017", []),  # the fault's own
    ("Anliegen: Telefon\n5533017 (Kundennummer)", []),  # a key inside a line says nothing below
    ("alt;Rückruf\n5533017;Ulm", []),
    ("gern auch telefonisch.\n5533017 ist die Kundennummer", []),
    ("Zimmer F-33", []),
    ("SMS 4711 schicken", []),  # a service, no one's number
    ("fn 44120", []),  # a maker's number
    ("AK 0523 771204", []),  # letters announce another number
    ("Tel. 412-A7", []),
    ("app. 412", []),
    ("Art.-Nr. 0171 7940779", []),
    ("am 01.02.2024 um 12", []),
    ("PZN ist 02239819", []),
    ("Codec G.722 und P0420", []),
    ("1.030,50 €", []),
    ("IBAN DE23 1000 0000 1234 5678 90", []),
]


@pytest.mark.parametrize(("text", "values"), EMAILS)
def test_email(found, text, values):
    assert found(text, Label.EMAIL) == values


@pytest.mark.parametrize(("text", "values"), URLS)
def test_url(found, text, values):
    assert found(text, Label.URL) == values


@pytest.mark.parametrize(("text", "values"), IPS)
def test_ip(found, text, values):
    assert found(text, Label.IP) == values


@pytest.mark.parametrize(("text", "values"), MACS)
def test_mac(found, text, values):
    assert found(text, Label.MAC) == values


@pytest.mark.parametrize(("text", "values"), PHONES)
def test_phone(found, text, values):
    assert found(text, Label.PHONE) == values
