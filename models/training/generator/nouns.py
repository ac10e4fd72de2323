"""Common nouns and job titles: capitalised like names, and none."""

from __future__ import annotations

NOUNS = (
    "Dach Grab Stelle Gerät Trockner Schwester Toch Pfarrbüro Hochdeutsch Festnetz Klima Schmerzgrenze Handsender Heizung "
    "Rechnung Vertrag Termin Schlüssel Keller Garage Aufzug Treppenhaus Fenster Balkon Küche Bad Dusche Spüle Wasserhahn "
    "Zähler Leitung Anschluss Router Kabel Stecker Drucker Bildschirm Tastatur Akku Ladegerät Handy Tablet Laptop Server "
    "Update Passwort Konto Karte Überweisung Lastschrift Gutschrift Mahnung Gebühr Rabatt Gutschein Aktion Angebot Antrag "
    "Formular Unterschrift Kopie Scan Foto Anhang Beleg Quittung Kassenzettel Bescheid Einspruch Widerruf Kündigung Frist "
    "Umzug Miete Kaution Nebenkosten Hausordnung Müll Tonne Garten Hecke Zaun Parkplatz Einfahrt Straße Kreuzung Ampel "
    "Unfall Schaden Versicherung Gutachten Werkstatt Reifen Bremse Motor Getriebe Batterie Scheibe Spiegel Kratzer Beule "
    "Paket Karton Lieferung Versand Zustellung Abholung Filiale Lager Regal Schrank Tisch Stuhl Sofa Matratze Lampe Teppich "
    "Kleid Hose Jacke Schuh Größe Farbe Stoff Naht Reißverschluss Knopf Flasche Glas Dose Tüte Deckel Filter Pumpe Ventil "
    "Schule Klasse Lehrer Prüfung Zeugnis Kurs Seminar Klausur Referat Ausflug Klassenfahrt Elternabend Mensa Bibliothek "
    "Arzt Praxis Rezept Attest Befund Röntgenbild Tablette Salbe Brille Hörgerät Rollstuhl Pflege Verband Impfung Kur Reha "
    "Urlaub Flug Koffer Hotel Zimmer Frühstück Strand Buchung Storno Ticket Verspätung Gleis Abteil Schaffner Fähre Zelt "
    "Verein Training Turnier Trikot Mitglied Beitrag Vorstand Satzung Halle Platz Schiedsrichter Probe Konzert Noten Chor "
    "Hund Katze Futter Leine Käfig Tierarzt Züchter Wurf Chip Fell Essen Kellner Suppe Pizza Salat Kuchen Getränk Trinkgeld "
    "Geduld Ärger Freude Hilfe Frage Antwort Meinung Idee Lösung Fehler Problem Ursache Grund Folge Ergebnis Hinweis Tipp "
    "Montag Wochenende Feierabend Vormittag Mittag Nacht Minute Stunde Woche Monat Jahr Anfang Ende Mitte Seite Zeile Spalte"
).split()
JOB_TITLES = (
    "Sachbearbeitung|Vertriebsleiter|Personalabteilung|Assistenz der Geschäftsführung|Hausverwaltung|Kundendienst|Disposition|"
    "Qualitätsmanagement|Objektbetreuung|Praxismanagerin|Werkstattleiter|Bauleitung|Elternvertreter Klasse 4b|Kassenwart|"
    "Schriftführerin|Jugendwart|Leitung Einkauf|Teamleitung Service|Auszubildender|Werkstudentin|Systemadministrator|Kreditoren|"
    "Betriebsrat|Pflegedienstleitung|Stationsleitung|Rezeption|Front Office|Facility Management|Datenschutzbeauftragte|Hauswart"
).split("|")
ENGLISH_JOBS = (
    "Simulation Engineer|Head of Systems|Office Manager|Practice Manager|Site Supervisor|Accounts Payable|Technical Assistant|"
    "Operations Lead|School Secretary|Property Manager|Warehouse Supervisor|Transport Planning|Customer Success"
).split("|")
ENGLISH_NOUNS = (
    "Roof Boiler Heating Invoice Contract Router Cable Printer Screen Battery Charger Update Account Refund Delivery Parcel "
    "Warehouse Shelf Table Chair Mattress Jacket Zip Bottle Filter Pump Valve School Exam Course Library Surgery Prescription "
    "Glasses Wheelchair Flight Suitcase Hotel Breakfast Beach Ticket Delay Platform Ferry Club Training Match Fee Committee "
    "Dog Cat Vet Lead Pizza Salad Waiter Tip Patience Question Answer Reason Result Hint Grandson Engineer Driver Neighbour"
).split()
