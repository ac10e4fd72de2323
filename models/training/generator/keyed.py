"""Numbers with the word that names them: personal ones (ID_NUMBER) and ones that are nobody's."""

from __future__ import annotations

import random

from models.training.generator import invent, values

# What the number is called, with the shapes its house styles take ("": any of the general styles).
FIELDS: tuple[tuple[str, str], ...] = tuple(
    (word, shapes)
    for words, shapes in (
        ("Kundennummer|Kundennr.|Kd.-Nr.|Kd-Nr|Kunden-Nr.|KdNr.|Kunden-ID|Kundenkonto|Kundin Nr.|Ku-Nr.", ""),
        ("Vertragsnummer|Vertragsnr.|Vertrag|Vertragskonto|Vertrags-Nr.|Vertrag Nr.|VK", ""),
        ("Bestellnummer|Bestellnr.|Bestellung|Auftragsnummer|Auftrag|Auftragsnr.|Order|Best.-Nr.|Bestell-Nr.", ""),
        ("Rechnungsnummer|Rechnung|Rechnungsnr.|Rg.-Nr.|RE-Nr.|Rechnung Nr.|Beleg|Belegnummer|Bon-Nr.", ""),
        ("Ticket|Ticketnummer|Ticket-Nr.|Fall|Fallnummer|Vorgang|Vorgangsnummer|Case|Anfrage Nr.|Störungsnummer|Meldung", ""),
        ("Aktenzeichen|Az.|AZ|Geschäftszeichen|Gz.|Ihr Zeichen|Unser Zeichen|Zeichen|Tgb.-Nr.", "### C ###/##|#/##/####|##-#/##-@-####|@@/@@@/######|## Js ####/##|ST/#######/2024|###.######.#"),
        ("Versicherungsnummer|Versicherungsschein|Police|Policennummer|Polizze|Polizzennr.|VS-Nr.|Vers.-Nr.|Versicherungsschein-Nr.", "##.###.###|@@@-####-######|###/######-@|##-@######-#|@@ ## ### ###|@@.########|@@ ########"),
        ("Schadennummer|Schaden-Nr.|Schadennr.|Schaden", "##-##-###/######-@|##-@@-######-#|2025/######|##-###-######|S#######"),
        ("Mitgliedsnummer|Mitgliedsnr.|Mitglied|Mitglieds-Nr.|Mitgliedernummer", "@@@-####|#####|####-###|@-####|########"),
        ("Personalnummer|Personal-Nr.|Pers.-Nr.|PersNr|Dienstausweis|Mitarbeiternummer", "#####|00######|@-#####|######"),
        ("Matrikelnummer|Matrikelnr.|Matr.-Nr.|Immatrikulationsnr.|Matrikel", "######|#######|##-###-###|########"),
        ("Abo-Nr.|Abonummer|Abo|Abonnement Nr.", "#######|## ### ### #|@@######|###########"),
        ("Zählernummer|Zähler-Nr.|Zähler|Zähler Nr.|Wasserzähler|Gaszähler|Stromzähler|Wärmemengenzähler", "1EMH00########|1 LGZ 00## #### ####|########|#@@@##########|@#-########|1ESY##########|1ITR##########"),
        ("Zählpunkt|Zählpunktnummer|Messlokation|MeLo", "DE000##############################|AT00200000000000000000000########"),
        ("Marktlokation|MaLo|MaLo-ID", "###########"),
        ("Mandatsreferenz|Mandat|Mandatsref.", "@@@@########|MREF-####-##|@@##-@-######|ABP########"),
        ("Verwendungszweck|VWZ|Zahlungsreferenz|Referenz|Ref.|QR-Referenz", "@@@##-@@###-@@@@|############|@@-######|M#/##/####|## ##### ##### ##### ##### #####"),
        ("Kassenzeichen|Bescheid-Nr.|Bescheidnummer|Buchungszeichen|Steuerkonto", "5.####.######.#|@@ ## / ######|60.######.#|#####.#####.#"),
        ("Seriennummer|Serien-Nr.|SN|S/N|Gerätenummer|Ser.-Nr.|Geräte-ID|Fabrik-Nr.|Fabriknummer|Serial", "SERIAL"),
        ("Fahrgestellnummer|FIN|VIN|Fahrgestell-Nr.", "WVWZZZ1KZ@W######|WBA########@#####|TMBZZZ##@########|W0L0SDL########"),
        ("Rahmennummer|Rahmennr.|Rahmen-Nr.", "@@########|WSBC########|@###@#####"),
        ("Führerscheinnummer|Führerschein|FS-Nr.", "@####@@@#@#|W#######@##"),
        ("Ausweisnummer|Personalausweis|Perso-Nr.|Ausweis-Nr.|PA|Ausweis", "L@#@#@@##|LF#@@##@#|T########|L#@#####@"),
        ("Reisepass|Reisepassnummer|Pass-Nr.|Pass|Passnummer", "C#@@##@@#|C########|@ #######|@@######|X#######"),
        ("Aufenthaltstitel|Aufenthaltstitel Nr.|Ausländerausweis", "Y#########|@@#######|#########"),
        ("KV-Nr.|Krankenversichertennummer|KVNR|Versichertennummer|Versicherten-Nr.", "@#########|@ ### ### ###"),
        ("RVNR|Rentenversicherungsnummer|SV-Nummer|Sozialversicherungsnummer", "## ###### @ ###|########@###"),
        ("IMEI|IMEI-Nummer", "IMEI"),
        ("SIM-Karte|SIM-Kartennummer|ICCID|Kartennummer SIM", "8949############### |89490200001########"),
        ("Buchungsnummer|Buchung|Buchungscode|Buchungsnr.|Reservierung|Reservierungsnummer|PNR", "@@@@@@|#@@#@#|########|@@-####-###|#### ####"),
        ("Gepäckanhänger|PIR|Gepäckstück", "MUC@@#####|#### LH ######|@@@LH#####"),
        ("Vielfliegernummer|Miles-Nr.|BahnCard|Bahncard|BC", "#### #### #### ###|7081 #### #### ####"),
        ("Gutscheinnummer|Gutschein Nr.|Retoure|Retourennummer|RMA|RMA-Nr.|Reklamation Nr.", "#### #### #### ####|RMA-######|RET-#######|@@##-@@##"),
        ("Objekt|Objektnummer|Mietvertrag|Mieternummer|Wohnungsnummer|Liegenschaft Nr.|WE", "####/###/##|@-####-##|########|WE-###|##-###-##|####.##.####.##"),
        ("Anlage|Anlagen-Nr.|Anlagennummer|Wartungsvertrag|Liegenschaftsnr.", "@-######|W-######|@@ ####/##|###.####|@ ##-###.##"),
        ("Spieler-ID|Account-ID|User-ID|Konto-ID|Tenant|Installations-ID|Instanz|Geräte-UUID|Request-ID|Correlation-ID", "********-****-4***-****-************|EU-#########|u_********|****************"),
        ("Transaktion|Transaktionscode|Transaktions-ID|Zahlungs-ID|TX-ID", "#@###########@|TXN-@@#@#@@@@#|@@@#########@@"),
        ("Lieferschein|Lieferschein-Nr.|LS-Nr.|Frachtbrief|Avis|Kommission", "@@########|CMR #######|##/####|LS-######"),
        ("Gläubiger-ID|Steuernummer|St.-Nr.|StNr.|Steuer-Nr.", "DE##ZZZ0000#######|##/###/#####|## ### #####|###/####/####"),
        ("USt-IdNr.|USt-ID|UID|Umsatzsteuer-ID", "DE#########|ATU########|CHE-###.###.###"),
        ("HRB|HRA|FN|Handelsregister HRB", "#####|####|######@|### ###"),
        ("Patientennummer|Pat.-Nr.|Fallnummer Klinik|Rezept|Überweisung Nr.", "########|160.###.###.###.###.##|P-######"),
        ("Chip|Chipnummer|Transponder|Mikrochip", "2760#############|0400###########"),
        ("Postnummer|PostNr|Post-Nr.", "########|#########"),
        ("Inventarnummer|Inventar-Nr.|Asset|Service-Tag|Asset-Tag", "@@@@@@@|@@-@@-#####|INV-#####|#@#@@@#"),
        ("Lizenznummer|Supportvertrag|Vertragsnr. Wartung|Projekt|Projektnummer", "@-####-####|SV/####/##|WV######|P-####-####"),
        ("Angebot|Angebot Nr.|Angebotsnummer|AN", "AN-####-@|ANG-##-####|#####|2025-####"),
        ("Kindergeldnummer|Bedarfsgemeinschaft|BG-Nummer|Antragsnummer|Antrag|Antrags-Nr.", "###FK######|#####//#######|BIZ-####-@@@@|@@-2025-#####|##########"),
        ("Urkunde|Urkundenrolle|UR-Nr.|Register-Nr.|Sterbeurkunde Nr.|Grundbuchblatt", "@ ###/####|###/2025|####|@ ###/2023"),
        ("Depot|Depotnummer|Darlehen|Darlehensnummer|Bausparvertrag|Kreditvertrag|Sparbuch Nr.", "###########|## ### ### ##|#######-##|## ### ###-#"),
        ("Parzelle Vertrag|Pachtvertrag|Bibliotheksausweis|Leserausweis|Kursnummer Anmeldung", "@-#####|#######|@@####"),
    )
    for word in words.split("|")
)  # fmt: skip
ENGLISH_FIELDS: tuple[tuple[str, str], ...] = tuple(
    (word, shapes)
    for words, shapes in (
        ("Customer number|Customer no.|Account number|Account|Customer ID|Account no.|Cust. ref.", ""),
        ("Order|Order no.|Order number|Order #|PO|PO number", ""),
        ("Invoice|Invoice no.|Invoice number|Receipt no.", ""),
        ("Case|Ticket|Case number|Ticket no.|Ref|Our ref|Reference|Incident|Claim|Claim no.", ""),
        ("Policy|Policy number|Policy no.", "@@/#######/@|##########|@@@-####-######"),
        ("Serial|Serial number|S/N|Serial no.|SN", "SERIAL"),
        ("Booking|Booking reference|Confirmation|Reservation|PNR", "@@@##@|########|BK########"),
        ("Passport|Passport no.|passport number", "#########|@########"),
        ("NI number|SSN|National Insurance", "@@ ## ## ## @|###-##-####"),
        ("Student ID|Employee ID|Staff no.|Membership no.|Member ID", "########|@######|####"),
        ("Application ID|Tenant ID|Request ID|Correlation id|Device ID", "****-*****|********-****-4***-****-************"),
        ("VAT|VAT no.|Company no.|Registered in England no.", "GB ### #### ##|########"),
        ("Meter|Meter serial|MPAN", "##@#######|#############"),
    )
    for word in words.split("|")
)  # fmt: skip
# Numbers that identify no one.
NOBODYS: tuple[tuple[str, str], ...] = tuple(
    (word, shapes)
    for words, shapes in (
        ("Art.-Nr.|Artikel|Artikelnummer|Artikel-Nr.|Best.-Nr. laut Katalog|Teilenummer|Ersatzteil|Teile-Nr.|Modellnummer|Sachnummer", "#####|####-#|@@-####|40########|#### ####|#.###.###.###|##.###.##|@@@ ####|###-###-##"),
        ("EAN|GTIN|Barcode", "40###########|4#######"),
        ("ISBN", "978-3-##-######-#|978-3-###-#####-#"),
        ("PZN", "########|PZN-########"),
        ("Fehler|Fehlercode|Code|Meldung|Fehlermeldung|Error|Störungscode|Statuscode|Fehlernummer", "E##|F.##|F##|0x8007####|ERR_####|####|E-###|VI-###|@-###|###-@"),
        ("Version|Firmware|FW|Softwarestand|Build|Release|Treiber|App-Version|SW-Version", "#.#.#|#.##|##.#.#####|##.##.##|v#.#.##|#.##.#-#|2024.#.#"),
        ("Seite|S.|Kapitel|Abschnitt|Position|Pos.|Zeile|Feld|Tabelle|Punkt|Ziffer", "##|#|#.#|###|#.#.#"),
        ("Modell|Typ|Baureihe|Ausführung", "@@ ###|@@@-##|@## @|##@@##|@#### @@"),
        ("HSN/TSN|Typschlüssel", "####/@@@|0###/###"),
        ("Norm|DIN|DIN EN|ISO|VDE", "####|#####|#### Teil #"),
        ("§|Paragraph|Art.", "### BGB|## Abs. #|## AO|### HGB|##a UStG"),
        ("Flug|Flugnummer", "LH ####|EW ###|OS ###|LX ####"),
        ("Zug|ICE|RE|Linie|Bus", "###|##|#|####"),
        ("Zimmer|Raum|Saal|Tor|Rampe|Gleis|Spind|Stellplatz|Platz|Tisch|Reihe", "##|###|#|#.##"),
        ("Klasse|Gruppe|Jahrgang", "#@|##|#"),
        ("Aktionscode|Rabattcode|Aktion|Code aus dem Newsletter", "SOMMER##|BLACKWEEK##|HERBST##|WELCOME##"),
        ("Zählerstand|Stand|Kilometerstand|km-Stand|Verbrauch", "#####|##.###|#####,#|######"),
        ("Farbe|Dekor|RAL", "####|##"),
        ("Port|TCP-Port|VLAN|Kanal", "####|##|###"),
        ("Charge|Los", "L####|##/##|@####"),
        ("KB|CVE|Patch|Update", "KB#######|CVE-2024-####|##H2"),
    )
    for word in words.split("|")
)  # fmt: skip
ENGLISH_NOBODYS: tuple[tuple[str, str], ...] = tuple(
    (word, shapes)
    for words, shapes in (
        ("Part no.|SKU|Item|Model|Part number|Article", "####-####|@@-####|#####|@@@-##"),
        ("Error|Error code|Code|Status|Exit code", "E##|0x8007####|ERR_####|###|F.##"),
        ("Version|Firmware|Build|Driver|Release", "#.#.#|##.#.#####|v#.##|2025.#"),
        ("Page|Section|Line|Row|Step|Figure", "##|#.#|###"),
        ("Port|VLAN|Channel|Queue", "####|##"),
        ("Flight|Gate|Seat|Platform", "BA ###|@##|##@|#"),
        ("ISBN|EAN|Promo code", "978-0-##-######-#|50###########|SAVE##"),
    )
    for word in words.split("|")
)  # fmt: skip
HOUSE_STYLE = 0.25  # share of numbers of known shape that take an invented one
SEPARATORS = (
    ": ",
    ": ",
    ": ",
    " ",
    " ",
    " ",
    ":",
    " = ",
    " lautet ",
    " ist ",
    " war ",
    " - ",
    ".: ",
    " #",
    " Nr. ",
)
TABLE_SEPARATORS = (
    ": ",
    ": ",
    ":  ",
    "\t",
    " = ",
    " ......... ",
    "=",
    ":",
    " | ",
    "              ",
)


def number(rng: random.Random, shapes: str) -> str:
    """One number in one of the shapes; ``SERIAL`` and ``IMEI`` stand for makers of their own."""
    pattern = rng.choice(shapes.split("|")) if shapes else ""
    if pattern not in {"", "IMEI"} and rng.random() < HOUSE_STYLE:
        pattern = ""  # nearly every number has a house style that no list knows
    if pattern == "SERIAL":
        return values.serial(rng)
    if pattern == "IMEI":
        return values.luhn_complete("35" + values.digits(rng, 12))
    if not pattern and rng.random() < 0.75:
        return invent.id_number(rng)
    if not pattern:
        return values.keyed(rng, values.shape(rng, "@@"))
    return values.shape(rng, pattern).strip()


def field(
    rng: random.Random, *, english: bool, personal: bool, table: bool = False
) -> tuple[str, str]:
    """What stands before the number (its name and a separator), and the number."""
    if personal:
        word, shapes = rng.choice(ENGLISH_FIELDS if english else FIELDS)
    else:
        word, shapes = rng.choice(ENGLISH_NOBODYS if english else NOBODYS)
        return word_and(rng, word, english, table), known(rng, shapes)
    return word_and(rng, word, english, table), number(rng, shapes)


def known(rng: random.Random, shapes: str) -> str:
    return values.shape(rng, rng.choice(shapes.split("|"))).strip()


def word_and(rng: random.Random, word: str, english: bool, table: bool) -> str:
    """The name of a number with a separator behind it."""
    separator = rng.choice(TABLE_SEPARATORS if table else SEPARATORS)
    if english and separator.strip() in {"lautet", "ist", "war", "Nr."}:
        separator = " is "
    if word.endswith("."):
        separator = separator.removeprefix(".").replace(" Nr.", "")
    return word + separator
