"""ADDRESS, LOCATION and ORG."""

from __future__ import annotations

import pytest

from desktop.domain import Label

ADDRESSES = [
    ("Wiesenstr. 95", ["Wiesenstr. 95"]),
    ("wohne in der Gartenstadtzeile 27a", ["Gartenstadtzeile 27a"]),
    ("PRAGER STRASSE 14", ["PRAGER STRASSE 14"]),
    ("Hernalser Hauptstraße 132/Stg. 2/Top 3", ["Hernalser Hauptstraße 132/Stg. 2/Top 3"]),
    ("Kirchplatz o. Nr., 37603 Holzminden", ["Kirchplatz o. Nr"]),
    ("Keplerstraße 75/II/5", ["Keplerstraße 75/II/5"]),
    ("Am Mühlengraben 48\n38118 Braunschweig", ["Am Mühlengraben 48"]),
    ("Unter den Ulmen 12, 50964 Köln", ["Unter den Ulmen 12"]),
    ("Anna Berger, Weng 36, 6305 Itter", ["Weng 36"]),
    ("Postfach 10 11 95", ["Postfach 10 11 95"]),
    ("packstation 127", ["packstation 127"]),
    ("Mannheim, Q7, 12", ["Q7, 12"]),
    ("Chemin des Lilas 2", ["Chemin des Lilas 2"]),
    ("8 impasse des Lilas", ["8 impasse des Lilas"]),
    ("902 Pecan Hollow Dr, Apt 9", ["902 Pecan Hollow Dr, Apt 9"]),
    ("Wasserschaden Ulmenring 14", ["Ulmenring 14"]),
    # words that only lead to the street are no part of it, "An der" is
    ("Rücksendung an Ulmenstraße 90, 50964 Köln", ["Ulmenstraße 90"]),
    ("Stau vor unserem Haus Keplerstraße 25 (Ulm)", ["Keplerstraße 25"]),
    ("An der Ulmenstraße 3, 50964 Köln", ["An der Ulmenstraße 3"]),
    ("Auszug Bernstrasse 201, 3072 Ostermundigen", ["Bernstrasse 201"]),
    ("Standort Beim Kirschbaum 17, 71665 Vaihingen", ["Beim Kirschbaum 17"]),
    ("Nachtbriefkasten Bremer Str. 4, Oldenburg", ["Bremer Str. 4"]),
    # floor, building and flat belong to it
    (
        "Rosenstr. 9, Gartenhaus, 1. Etage rechts\n13585 Berlin",
        ["Rosenstr. 9, Gartenhaus, 1. Etage rechts"],
    ),
    ("Ulmenweg 3 (3.OG, li.), 50964 Köln", ["Ulmenweg 3 (3.OG, li.)"]),
    ("Ulmenweg 3 (3 Zi, 5. Etage)", ["Ulmenweg 3"]),  # what is let, not where
    ("Ulmenweg 3, 4.–6. OG, dienstags", ["Ulmenweg 3, 4.–6. OG"]),
    ("Eigentümer Ulmenweg 5, 7, 9 bitte", ["Ulmenweg 5, 7, 9"]),
    ("Ulmenweg 3 SF 2. OG (side wing)", ["Ulmenweg 3 SF 2. OG"]),
    ("Ulmenweg 3, WG Zi. 2   Ort:", ["Ulmenweg 3, WG Zi. 2"]),
    ("Ulmenweg 3, 5. OG, c/o Kanzlei", ["Ulmenweg 3, 5. OG"]),  # who lives there is a name
    ("Ulmenweg 3 c/o Kanzlei", ["Ulmenweg 3"]),
    ("Ulmenring 20 C/O Kanzlei", ["Ulmenring 20"]),
    ("Adresse: Tannenkamp 24 c/o Kanzlei", ["Tannenkamp 24"]),
    ("Ulmenweg 3 c, Hof", ["Ulmenweg 3 c"]),
    ("Am Birkenbach 20a, 1. OG, 53604 Bad Honnef", ["Am Birkenbach 20a, 1. OG"]),
    ("lindenstr 9 vh 2.og. bestellung", ["lindenstr 9 vh 2.og"]),
    ("Haus 4, Am Rosenhain 1, 37431 Bad Lauterberg", ["Haus 4, Am Rosenhain 1"]),
    ("HAUS 4, ZI 2, AM ROSENHAIN 1, 37431 Bad Lauterberg", ["HAUS 4, ZI 2, AM ROSENHAIN 1"]),
    ("Flat 14, 3 Rose Lane", ["Flat 14, 3 Rose Lane"]),
    ("Abrechnung Whg. 9, Ulmenweg 3", ["Ulmenweg 3"]),  # which tenancy, not where
    ("Zimmer 12, Ulmenweg 3, 50964 Köln", ["Ulmenweg 3"]),
    # before a British postcode, where streets often go without a street word
    ("Marsh & Co | 9 Riverside, Wapping, London E1W 2RN", ["9 Riverside"]),
    ("Send it to Mr Okafor, 22 Broomlands, Paisley PA1 2NP", ["22 Broomlands"]),
    ("4 Castlegate\nAlnwick\nNE66 1XX", ["4 Castlegate"]),
    ("wohnt in 12a The Northgate, Wakefield WF1 3BS", ["12a The Northgate"]),
    ("14 Iron Gate, First Floor, Derby DE1 3FJ", ["14 Iron Gate, First Floor"]),
    ("bought 14 Chairs, Model EH6 6QN", []),
    ("size 42, Colour Navy AB1 2CD", []),
    # broken over two lines by a mail program, also quoted or indented
    ("Kim Voss, Straße des\nFriedens 12, 99094 Erfurt", ["Straße des\nFriedens 12"]),
    ("   Soll: Platz der\n   Eintracht 2 18055 Rostock", ["Platz der\n   Eintracht 2"]),
    ("> an Kurt Lose, Lange\n> Straße 5, 38100 Ort", ["Lange\n> Straße 5"]),
    ("geht an Karl-Liebknecht-\nStraße 77, 04275 Leipzig", ["Karl-Liebknecht-\nStraße 77"]),
    ("an Familie Kern, Am\nMühlengraben 48, 38118 Ort", ["Am\nMühlengraben 48"]),
    ("bei uns in der Ulmenstraße\n14, 50964 Köln", ["Ulmenstraße\n14"]),
    ("ging an die Große\nAllee 10 in Hamburg", ["Große\nAllee 10"]),
    ("Es war kalt. Am\nMühlengraben 48, 38118 Ort", ["Mühlengraben 48"]),  # a sentence's begin
    ("Treffen auf dem Platz der\nStadt 3 Tage lang", []),
    ("in der langen\nStraße 5 mal", []),
    ("Umleitung Ulmenstraße\n14 Tage lang", []),
    ("er wohnt (Am Lindenplatz\n> 3, 50964 Köln)", ["Am Lindenplatz\n> 3"]),
    ("an Zum alten Zollhaus\n> 7 in Hamburg", ["Zum alten Zollhaus\n> 7"]),
    ("> Post an Hinter den\n> Höfen 14, 10117 Berlin", ["Hinter den\n> Höfen 14"]),
    ("Wir waren Im Haus\n> 7 Leute", []),
    ("Es war Am Abend\n9 Uhr", []),
    # the town before a street is none of it, unless a town's name goes on so
    ("Er wohnt in Lünen am Finkenhain 18 und", ["Finkenhain 18"]),
    ("wohnt in Weiler am Berg 3.", ["Weiler am Berg 3"]),
    # a house of an institution above the street
    ("Haus Ahorn, Zimmer 117\nUferweg 9", ["Haus Ahorn, Zimmer 117", "Uferweg 9"]),
    ("Ilse Brand\nWohnbereich 2\nUferweg 9", ["Wohnbereich 2", "Uferweg 9"]),
    ("Haus Ahorn, Zimmer 117\nDanke", []),
    # numbers instead of street names
    ("Haus Nr. 14 hat Strom, wir sind Haus Nr. 41.", ["Haus Nr. 14", "Haus Nr. 41"]),
    ("hausnummer! ist 23", ["23"]),
    ("im Haus Nr. 3 Personen", []),
    # abroad: floor and door, ranges, rooms, the street's word behind its name, codes of five signs
    ("Calle Luna 14, 3º A, 03700 Dénia", ["Calle Luna 14, 3º A"]),
    ("Calle Luna 14, 2º 3ª\n03700 Dénia", ["Calle Luna 14, 2º 3ª"]),
    ("Strada Lunga 5, bl. 3, sc. B, ap. 12", ["Strada Lunga 5, bl. 3, sc. B, ap. 12"]),
    ("Room 4.21, Ash House, 2 Mill Road", ["Room 4.21, Ash House, 2 Mill Road"]),
    ("Ash Court, 27-29 Mill Street", ["Ash Court, 27-29 Mill Street"]),
    ("Arany János utca 9", ["Arany János utca 9"]),
    ("Spálená 21, 110 00 Praha 1", ["Spálená 21"]),
    # without a street word: behind a word of living, before a postcode
    ("wohne hinter der linde 4. gruß", ["hinter der linde 4"]),
    ("Burgl Kofler, Dorf 14, 6271 Uderns", ["Dorf 14"]),
    ("Geht an The Coach House, 3 Abbot Mews. I live there", ["The Coach House, 3 Abbot Mews"]),
    ("Rosenweg 4\n2. OG links\n13585 Berlin", ["Rosenweg 4", "2. OG links"]),
    # on the list, or a field or hill in its name, where an address stands
    ("Adresse: Tannenkamp 24, 13585 Berlin", ["Tannenkamp 24"]),
    ("ul. Lipowa 7", ["ul. Lipowa 7"]),
    # without a number, where somebody lives or a postcode follows
    ("ich wohne seit Mai im Finkenweg und", ["Finkenweg"]),
    ("bleibt bei meiner tochter in der ulmenstr. gruß", ["ulmenstr"]),
    ("Er wohnt in der Gothaer und", ["Gothaer"]),
    ("Anna Berger, Gut Hochfeld, 83346 Bergen", ["Gut Hochfeld"]),
    ("Lager: Am Alten Speicher, 97422 Schweinfurt", ["Am Alten Speicher"]),
    # the kind of building is no part of the street; a town's adjective may be all there is
    ("Im Mehrfamilienhaus Ringstrasse 53 tropft es", ["Ringstrasse 53"]),
    ("Strom weg. plauener str 7\nbitte", ["plauener str 7"]),
    ("seit März im Bremer Weg 100 und", ["Bremer Weg 100"]),
    ("zur Straße des Friedens 3 bitte", ["Straße des Friedens 3"]),
    ("Nachbar Loisl (Berg 21) ruft an", ["Berg 21"]),
    ("Ulmenweg 3 (Hinterhaus), 50964 Köln", ["Ulmenweg 3 (Hinterhaus)"]),
    ("at Block C, 4th floor, 17 Quayside Wharf.", ["Block C, 4th floor, 17 Quayside Wharf"]),
    ("Send it to Unit 7, Tidewater Dock Road.", ["Unit 7, Tidewater Dock Road"]),
    ("zu meiner Schwester in der Ulmenstraße. Danke", ["Ulmenstraße"]),
    ("Ulmenweg 3, Whg-Nr. 12", ["Ulmenweg 3, Whg-Nr. 12"]),
    ("Ulmenweg 3, App.-Nr. 2.04, links", ["Ulmenweg 3, App.-Nr. 2.04, links"]),
    ("Ulmenweg 3, Wohnungsnr. 7, Etage 3", ["Ulmenweg 3, Wohnungsnr. 7, Etage 3"]),
    ("Ulmenweg 3, Einheit 7", ["Ulmenweg 3, Einheit 7"]),
    # fields of forms and of data; "Nr." is a house's behind a street's field
    ('{"hausnummer":"17a"}', ["17a"]),
    ("<hausnr>17</hausnr>", ["17"]),
    ("Haus-Nr.:\n17", ["17"]),
    ("Str.: Ulmenweg  Nr.: 17", ["Ulmenweg", "17"]),
    ("Straße:\nAn der Linde\nNr.:\n17", ["An der Linde", "17"]),
    ("<str>Ulmenweg</str><nr>17</nr>", ["Ulmenweg", "17"]),
    ("strasse=Am Anger&hausnr=17", ["Am Anger", "17"]),
    # hamlets
    ("Leitung gerissen (Einöde Reit 4)", ["Einöde Reit 4"]),
    ("Zufahrt zum Weiler Hinterholz 11a", ["Weiler Hinterholz 11a"]),
    ("Hofstelle Brakenrode 19, links", ["Brakenrode 19, links"]),
    # near misses
    ("Str.: siehe unten, Auftrag Nr.: 17", []),
    ("Datum: heute\nNr.: 17", []),
    ("im Weiler leben 12 Leute", []),
    ("Er lebt in der Stadt. Gruß", []),
    # the number of a stair or floor
    ("Marbotgasse 38/2. Stiege/17", ["Marbotgasse 38/2. Stiege/17"]),
    ("Ulmenstr. 6/Stg. 2/3. Stock/T 14", ["Ulmenstr. 6/Stg. 2/3. Stock/T 14"]),
    ("Ulmenstr. 310/3. Stg./2. St./Tür 12", ["Ulmenstr. 310/3. Stg./2. St./Tür 12"]),
    ("Ulmenstr. 31, T 0316 123456", ["Ulmenstr. 31"]),  # a telephone
    ("Clearing 754, Bankclearing 6300", []),
    ("ich wohne nicht in der Ulmenstraße", []),
    ("Parken in der Rathausstraße", []),
    ("Er lebt in der Nähe", []),
    ("Unter der Nummer 04651 56450", []),
    ("Bussteig 12", []),
    ("Schrank Kastanienallee 3-türig", []),
    ("Stau auf der Landesstraße 1265", []),
    ("hat auf dem marktplatz 3 stunden gebellt", []),
    ("(Schloss 3-19-7)", []),
    ("Tannenkamp spielt 24 Lieder", []),
    ("am 2. OG links vorbei", []),
    ("via Mail 3 mal gefragt", []),
    ("auf dem Weg 3 km", []),
    ("Zeile 412 im Log", []),
    ("Platz 22 in Reihe 4", []),
    ("Code SPRING20", []),
    ("im Umweg 5 Minuten", []),
    ("Küchenzeile 3,20 m", []),
    ("Dichtring 21.5097", []),
    ("Störung Stiege 4", []),
    ("Kaufvertrag 11-0451/2025-S\n\nGuten Tag", []),
]
LOCATIONS = [
    ("Marsh | 9 Riverside, Wapping, London E1W 2RN", ["Wapping, London E1W 2RN"]),
    ("4 Castlegate\nAlnwick\nNE66 1XX", ["Alnwick", "NE66 1XX"]),
    ("Jo Falk\nSt Albans AL1 3TX", ["St Albans AL1 3TX"]),
    # abroad, by the code behind a street or above a country
    ("412 Maple Ave, Dayton OH 45402", ["Dayton OH 45402"]),
    ("1180 Rue Laurier, Montréal QC H2J 1G7", ["Montréal QC H2J 1G7"]),
    ("Spálená 21, 110 00 Praha 1", ["110 00 Praha 1"]),
    ("Via Verdi 3, 25083 Gardone sul Garda (BS)", ["25083 Gardone sul Garda (BS)"]),
    ("Strada Lunga 5, 400001 Cluj-Napoca", ["400001 Cluj-Napoca"]),
    ("Ulmenweg 4, 3924 St. Quirin VS. Dort", ["3924 St. Quirin VS"]),
    ("Ash Court, 27-29 Mill Street", []),
    ("28004 Madrid\nSpanien", ["28004 Madrid", "Spanien"]),
    ("Rue du Port 3\n29900 Quimerc\nFrankreich", ["29900 Quimerc", "Frankreich"]),
    ("Calle Luna 14\n03700 Dénia (Alicante)\nEspaña", ["03700 Dénia (Alicante)", "España"]),
    ("Ripon HG4 1XX\nUnited Kingdom", ["Ripon HG4 1XX", "United Kingdom"]),
    ("4 Castlegate\nAlnwick\nNE66 1XX\nEngland", ["Alnwick", "NE66 1XX", "England"]),
    ("Wir fahren nach\nSpanien\n", []),
    ("Meldung 28004 steht da\nSpanien\n", []),
    # districts, and the town before a street
    ("Lindenweg 8 (Ortsteil Birkmoor)", ["Birkmoor"]),
    ("Ortsteil Birkmoor, Lindenweg 8", ["Birkmoor"]),
    ("Gut Birk 2\nOT Klein Birk\n38118 Braunschweig", ["Klein Birk", "38118 Braunschweig"]),
    ("in unserem Ortsteil Feste feiern", []),
    ("Er wohnt in Lünen am Finkenhain 18 und", ["Lünen"]),
    ("85250 Pfaffenhofen a. d. Ilm", ["85250 Pfaffenhofen a. d. Ilm"]),
    ("15230 Frankfurt (Oder)", ["15230 Frankfurt (Oder)"]),
    ("33790 Halle in Westfalen", ["33790 Halle in Westfalen"]),
    ("9658 Wildhaus SG", ["9658 Wildhaus SG"]),
    ("Ort: Hausarztzentrum Nordpark", []),
    ("Ort: Braunschweig", ["Braunschweig"]),
    ("Geburtsort: Conakry", ["Conakry"]),
    ("38118 Braunschweig", ["38118 Braunschweig"]),
    ("A-4400 Steyr", ["A-4400 Steyr"]),
    ("8005 Zürich", ["8005 Zürich"]),
    ("79162 Freiburg im Breisgau", ["79162 Freiburg im Breisgau"]),
    ("25826 St. Peter-Ording", ["25826 St. Peter-Ording"]),
    ("Wurster Str. 175 in Bremerhaven", ["Bremerhaven"]),
    ("Ich wohne in Greetsiel", ["Greetsiel"]),
    ("geboren in Hameln", ["Hameln"]),
    ("Viele Grüße aus Kiel", ["Kiel"]),
    ("PLZ: 89093\nOrt: Ulm", ["89093", "Ulm"]),
    ("FL-9490 Vaduz", ["FL-9490 Vaduz"]),
    ("I-39100 Bozen", ["I-39100 Bozen"]),
    # near misses
    ("Fehler 10115 Neustart", []),
    ("2024 Euro", []),
    ("Wir fliegen nach Lissabon", []),
    ("7590 AX", []),
    # fields of tables and records
    ("plz = '37073', ort = 'Göttingen'", ["37073", "Göttingen"]),
    ('{"town":"Hereford","country":"GB"}', ["Hereford"]),
    ("<City>Uelzen</City>", ["Uelzen"]),
    ("ort = 'Unbekannt'", []),
    ("city='?' and plz = 'x'", []),
    ("sport = 'Uelzen'", []),
]
ORGS = [
    ("Silke Vogt\nBüroleitung Notare King & Partner", ["Notare King & Partner"]),
    ("Gesine von Alsleben\nAlsleben, Petri & Kollegen", ["Alsleben, Petri & Kollegen"]),
    ("die Kälte Klima Barišić & Sohn war da", ["Kälte Klima Barišić & Sohn"]),
    ("mein Händler, Spielwaren Kühnert & Tochter in Ulm", ["Spielwaren Kühnert & Tochter"]),
    ("Arne Callsen\nCallsen & Söhne Bootswerft, Laboe", ["Callsen & Söhne Bootswerft"]),
    ("in der Praxis Dr. Amrhein & Kollegen", ["Praxis Dr. Amrhein & Kollegen"]),
    ("Bauführer Marti & Gnägi Tiefbau", ["Marti & Gnägi Tiefbau"]),
    ("Friedhelm Asbach, Messebau Asbach", ["Messebau Asbach"]),
    ("Grüße von Anna & Tochter", []),  # a family
    ("Außendienst Meditronik Ems GmbH rief an", ["Meditronik Ems GmbH"]),
    ("Hammer Fördertechnik GmbH", ["Hammer Fördertechnik GmbH"]),
    ("beim TSV Eintracht Wulfsen 1921 e.V.", ["TSV Eintracht Wulfsen 1921 e.V"]),
    ("Süß Morgenstern Rechtsanwälte PartG mbB", ["Süß Morgenstern Rechtsanwälte PartG mbB"]),
    ("Metzgerei Metz in Ulm", ["Metzgerei Metz"]),
    ("die Fa. Kessler wäre da", ["Kessler"]),
    ("Arbeitgeber: Uniklinik Musterstadt", ["Uniklinik Musterstadt"]),
    ("Gymnasium am Deutenberg", ["Gymnasium am Deutenberg"]),
    ("Garage du Lac Sàrl", ["Garage du Lac Sàrl"]),
    ("Absender: Brunetti Sàrl", ["Brunetti Sàrl"]),
    ("Rechnung der Fratelli Brunetti SA ist da", ["Fratelli Brunetti SA"]),
    ("Fratelli Brunetti Sagl rief an", ["Fratelli Brunetti Sagl"]),
    ("Dienstgeber: Kernöl Ranftl", ["Kernöl Ranftl"]),
    ("Termin Huber SA 14 Uhr", []),  # Saturday
    # near misses: the big firms that mail is about, and words that look like a legal form
    ("Deutsche Telekom AG", []),
    ("bricht alle 60 Minuten ab", []),
    ("Das Auto, AB-123-CD, steht im Hof", []),  # a plate, no Swedish firm
    ("Lift im EG", []),
]


@pytest.mark.parametrize(("text", "values"), ADDRESSES)
def test_address(found, text, values):
    assert found(text, Label.ADDRESS) == values


@pytest.mark.parametrize(("text", "values"), LOCATIONS)
def test_location(found, text, values):
    assert found(text, Label.LOCATION) == values


@pytest.mark.parametrize(("text", "values"), ORGS)
def test_org(found, text, values):
    assert found(text, Label.ORG) == values
