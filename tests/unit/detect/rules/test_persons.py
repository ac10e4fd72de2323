"""PERSON: where the text says that a name stands."""

from __future__ import annotations

import pytest

from desktop.domain import Label

NAMES = [
    ("Grüße\ni. V. Przewoźnik", ["Przewoźnik"]),
    ("Wir sind zu dritt:\nKaya, Hatice - 01.05.1972", ["Kaya, Hatice"]),
    ("gelernt bei der Fa. Gebr. Mönnig Feinmechanik in Ulm", []),
    ("Anruf Jonas Klaaßen zu Petra Wirth", ["Jonas Klaaßen", "Petra Wirth"]),
    ("das war Theresa Gräfin zu Solms-Wachtel", ["Theresa Gräfin zu Solms-Wachtel"]),
    ("unterwegs im Auftrag der Nächstenliebe", []),
    ("Frau Lehrerin hat gesagt, Frau Severin weiß es", ["Severin"]),
    ("Sehr geehrte Frau Rechtsanwältin Kühnel,", ["Kühnel"]),
    ("schrieb Rainer Glockner Ahhh. Oropax.", ["Rainer Glockner"]),
    ("Herr Frost sen. aus dem Nachbarhaus", ["Frost"]),
    ("Sehr geehrte Frau Dr. Klein,", ["Klein"]),
    ("Herrn und Frau Nowak", ["Nowak"]),
    ("mein Anwalt, Herr von der Heyde.", ["von der Heyde"]),
    # dotted particles, spaced or not
    ("Frau v. d. Norden zahlt", ["v. d. Norden"]),
    ("Herr v.d. Bleiche kommt", ["v.d. Bleiche"]),
    ("Frau v. Norden zahlt", ["v. Norden"]),
    ("Guten Tag Frau Ulrike v. d. Wiese,", ["Ulrike v. d. Wiese"]),
    ("Gruß\nJ. v. d. Bleiche", ["J. v. d. Bleiche"]),
    ("Frau v. d. nächsten Abteilung", []),
    ("Frau v. heute", []),
    ("Oben v. d. Tür aus links", []),
    ("Familie Özkan-Brehm", ["Özkan-Brehm"]),
    ("Vertragspartner: Tesche, Wiebke", ["Tesche, Wiebke"]),
    ("Herrn Dobrescus Beifahrer", ["Dobrescus"]),
    ("Herr Amtsleiter Zwölfer sagt", ["Zwölfer"]),
    # a surname, no Austrian engineer
    ("Herr Di Carlo und Frau Di Pietro", ["Di Carlo", "Di Pietro"]),
    ("Frau DI Carlo rief an", ["Carlo"]),
    # surnames that are everyday words too, behind a title
    ("Der Befund von Dr. Engel fehlt", ["Engel"]),
    ("Herzliche Grüße von Prof. Sonntag", ["Sonntag"]),
    ("Dr. Sonntag 9:30 oder Montag", []),
    # ranks that no list knows, shortened
    ("Frau StOInsp. Grabner, Herr RDir. Lang", ["Grabner", "Lang"]),
    ("Frau BM Schreiber, Herr StB/WP Keller", ["Schreiber", "Keller"]),
    ("Frau Chr. Roth kommt. Frag Herrn Koch. Peter weiß es", ["Chr. Roth", "Koch", "Peter"]),
    # abbreviated and joined offices
    ("Herrn Bgm. Hodelin kommt", ["Hodelin"]),
    ("Frau Komm.-Rat Steinacher, Herr Insp. Ranftl", ["Steinacher", "Ranftl"]),
    ("Ansprechpartner: Bgm./Obmann-Stv. Hodelin", ["Hodelin"]),
    ("Hr. Stöckl Kl. 31, Fr. Öhri Dw. 40", ["Stöckl", "Öhri"]),  # extensions
    ("Mit freundlichem Gruß\nKl. Petermann, StR", ["Kl. Petermann"]),
    # surname first behind an article of dialect
    ("d'Zurbrigg Heidi ou", ["Zurbrigg Heidi"]),
    ("de Tschannag Trudi het gseit", ["Tschannag Trudi"]),
    ("d'Rechnig Trudi bringe", ["Trudi"]),
    ("de Nochber Ueli chunnt", ["Ueli"]),
    # the place of the date line
    ("Liebe Grüße\nHans Ranftl\nLienz, am 4.3.2025", ["Hans Ranftl"]),
    ("Freundliche Grüsse\n\nBern, 4. März 2025\nAnna Muster", ["Anna Muster"]),
    ("Danke\nAnna Zurbrigg, 12.03.1970", ["Anna Zurbrigg"]),
    # a closing that announces a form
    ("Danke für den Rückruf. Hier die Angaben:\n\nFamilienname/Vorname: ja", []),
    ("Besten Dank\n\nSelbstbehalt/Franchise", []),
    ("Grüße\nAnna/Tom", ["Anna", "Tom"]),
    ("Die Raika Lienz hat abgebucht", []),
    ("Cognome: Bernasca\nNom: Rochatin\nRemarque: rien", ["Bernasca", "Rochatin"]),
    ("Delphine Rochatin née Jaccoud", ["Delphine Rochatin", "Jaccoud"]),
    ("mein Name ist Shirin Rahmanzadeh-Köhler", ["Shirin Rahmanzadeh-Köhler"]),
    ("mein Mann Kerem kommt", ["Kerem"]),
    ("Hausmeister Udo Specht", ["Udo Specht"]),
    ("Viele Grüße\nSabine Winter", ["Sabine Winter"]),
    ("LG Elfi Neuwirth", ["Elfi Neuwirth"]),
    ("Merci\nM. von Allmen\n079 123 45 67", ["M. von Allmen"]),
    ("i. A. Gudrun Reich", ["Gudrun Reich"]),
    ("Von: Lütje, Nadja <luetje@x.example>", ["Lütje, Nadja"]),
    ("Am 7.2. schrieb Kevin König <k@x.example>:", ["Kevin König"]),
    ("[13:06] Marvin: Hi, was ist los?", ["Marvin"]),
    ("Name: Öztürk, Derya", ["Öztürk, Derya"]),
    ("nachname=Benali", ["Benali"]),
    ("Hallo Lotte,\nalles gut", ["Lotte"]),
    ("Berger, Anna", ["Berger, Anna"]),
    ("<Nm>Adler, Noemi</Nm>", ["Adler, Noemi"]),
    ("c/o Köhler, Ring 3", ["Köhler"]),
    ("Tom & Anna", ["Tom", "Anna"]),
    ("Gruß\nStationsleitung Amelie Kröger", ["Amelie Kröger"]),
    ("Konto Berger, Deniz (neu)", ["Berger, Deniz"]),
    ("paket ist da, danke ronja", ["ronja"]),
    ("bitte melden. ciao\nj. pfeiffer", ["j. pfeiffer"]),
    ("Zeugen: E. Lindner, niemand sonst", ["E. Lindner"]),
    ("Kowalski hier. Geht nicht.", ["Kowalski"]),
    ("an Xaver Ehrenpreis, Ulm", ["Xaver Ehrenpreis"]),
    # a given name and a word that is also a noun, at the end of a line or before a comma
    ("hier ist Anna Muster, bitte um Rückruf", ["Anna Muster"]),
    ("geht noch nicht\nViele Grüße\nAnna Muster", ["Anna Muster"]),
    ("geht noch nicht\n\nAnna Muster", ["Anna Muster"]),
    # ranks before the name go, a given name before it comes in, nouns behind it go
    ("Hausmeister Lehmann kommt", ["Lehmann"]),
    ("Anruf von Anna Klee wegen Rückruf", ["Anna Klee"]),
    # small letters behind a salutation
    ("herr pfeiffer war da", ["pfeiffer"]),
    # one name after the comma of a closing line
    ("LG Elfriede", ["Elfriede"]),
    # near misses
    ("Lena (Chatbot): Hallo\nLena: Gern!", []),  # a programme, and all it says
    ("Hallo, ich bin Lena, deine digitale Assistentin.", []),
    ("hier schreibt Emil (KI-Assistent)", []),
    ("Viele Grüße\nAnna, die Assistentin", ["Anna"]),
    ("Anna Rechnung fehlt noch", ["Anna"]),
    ("meine frau kommt morgen", []),
    ("Nr. 5, s. oben", []),
    ("heute wieder keine Lieder", []),
    ("Rechnung hier. Bitte prüfen.", []),
    ("siehe Abs. A. Rechnung liegt bei", []),
    ("Regal BILLY in Weiß, bitte liefern", []),
    ("die Waage zeigt Max 15 kg an", []),
    ("unser Hund heißt Rocky und bellt", []),
    ('die Fähre "Anna Sophie" legt ab', []),
    ("Lieder von Helene Fischer laufen", []),
    ("da kam ein Fuchs vorbei", []),
    ("Sehr geehrte Damen und Herren", []),
    ("Liebes Team,", []),
    ("Hallo zusammen,", []),
    ("im Sommer wird es warm", []),
    ("Mit freundlichen Grüßen\nIhr Kundenservice", []),
    ("FRITZ!Box 7590", []),
    ("Von: Support", []),
    ("Der Kaiser von China", []),
    ("in der Max-Planck-Straße 4", []),
    ("Mit freundlichen Grüßen\nUlf Zwirn\nSenior Controller | Muster GmbH", ["Ulf Zwirn"]),
    # fields, spelled
    ("lastname = 'Lindner' AND", ["Lindner"]),
    ("Herr Sobotka, ich buchstabiere: S-O-B-O-T-K-A", ["Sobotka", "S-O-B-O-T-K-A"]),
    ("Herr Sobotka, s o b o t k a", ["Sobotka", "s o b o t k a"]),
    ("Herr Sobotka, A B C D E", ["Sobotka"]),
]


@pytest.mark.parametrize(("text", "values"), NAMES)
def test_person(found, text, values):
    assert found(text, Label.PERSON) == values


def test_a_sure_name_is_found_everywhere_else(found):
    text = "Herr Piontek rief an. Dann kam Piontek selbst, mit Pionteks Hund."
    assert found(text, Label.PERSON) == ["Piontek", "Piontek", "Pionteks"]


def test_columns_of_a_table(found):
    text = (
        "Gast | Serien-Nr. | Passwort\n"
        "Dr. Rao | V95730O | FqtLEsDv5QEw\n"
        "Hölscher | D71464F | MHnBQmH6KFsN\n"
    )
    assert found(text, Label.PERSON) == ["Rao", "Hölscher"]
    assert found(text, Label.ID_NUMBER) == ["V95730O", "D71464F"]
    assert found(text, Label.PASSWORD) == ["FqtLEsDv5QEw", "MHnBQmH6KFsN"]


HEADS = [
    ("Straße;Nr;Etage;Name;Klingel\nQuendelstr;12;3;Tolle;ja", ["Tolle"]),
    ("Kunde\tStrasse\tHausnummer\nTolle\tFarnweg\t4", ["Tolle"]),
    # a form on its side: only the heads themselves are none
    ("| Kunde | Anna Lindner | neu |", ["Anna Lindner"]),
    ("Name | Anna Lindner | Telefon | siehe oben", ["Anna Lindner"]),
    # an announced name on its own line
    ("Bitte klingeln, Klingel\nQuendler", ["Quendler"]),
]


@pytest.mark.parametrize(("text", "values"), HEADS)
def test_heads_are_no_names(found, text, values):
    assert found(text, Label.PERSON) == values


ADDRESS_COLUMNS = [
    # text, ADDRESS, LOCATION
    (
        "Straße;Hausnr;PLZ;Ort\nQuendelring;17;99901;Musterau\nFarnweg;4a;99902;Dornfeld",
        ["Quendelring", "17", "Farnweg", "4a"],
        ["99901", "Musterau", "99902", "Dornfeld"],
    ),
    (
        "Kunde\tStrasse\tHausnummer\tPLZ\nTolle\tFarnweg\t120-122\t9990",
        ["Farnweg", "120-122"],
        ["9990"],
    ),
    # a bare "Nr" is the house's only right behind the street
    ("Straße | Nr. | PLZ\nFarnweg | 4 | 99901", ["Farnweg", "4"], ["99901"]),
    ("Nr;Straße;PLZ\n4;Farnweg;99901", ["Farnweg"], ["99901"]),
    ("Straße;Menge;Nr\nFarnweg;3;4", ["Farnweg"], []),
    ("Straße;Nr;Ort\nFarnweg;4410233;Musterau", ["Farnweg"], ["Musterau"]),  # no house's
    ("PLZ;Name;Menge\n103;Tolle;99", [], []),  # no postcode
    # on its side
    ("| Anschrift | hier | da |\n| Ort: | dort | drüben |", [], []),
    # a sign within quotes parts no cells
    (
        'Nr,Straße,PLZ,Ort\n1,"Farnweg 3, EG",99901,Musterau',
        ["Farnweg 3, EG"],
        ["99901", "Musterau"],
    ),
    ('Zoll,Straße,PLZ,Ort\n27",Farnweg,99901,Musterau', ["Farnweg"], ["99901", "Musterau"]),
]


@pytest.mark.parametrize(("text", "addresses", "places"), ADDRESS_COLUMNS)
def test_columns_of_addresses(found, text, addresses, places):
    assert found(text, Label.ADDRESS) == addresses
    assert found(text, Label.LOCATION) == places
