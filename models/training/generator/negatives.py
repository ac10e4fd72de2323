"""Hard negatives: what looks like personal data and is none. Their text carries no label."""

from __future__ import annotations

import random
from collections.abc import Callable

from models.training.generator import nouns, values

TABLES = {
    name: tuple(text.replace("\n", "").split("|"))
    for name, text in {
        "brand": (
            "Siemens|Bosch|Miele|Mercedes|Otto|Zeiss|Henkel|Braun|Liebherr|Vaillant|Viessmann|Junkers|Porsche|Kärcher|Stihl|"
            "Melitta|Faber-Castell|Haribo|Rossmann|Dyson|Philips|Hermes|Samsung|Apple|Lenovo|Dell|Brother|Epson|Canon|Nokia|"
            "Ferrari|Tesla|Honda|Peugeot|Cisco|Oracle|Adobe|Telekom|Vodafone|Amazon|Ikea|Lidl|Aldi|Edeka|Media Markt|Fielmann|"
            "Zalando|PayPal|Klarna|DHL|Hermes|DPD|Müller|Douglas|Jack Wolfskin|Hansgrohe|Grohe|Buderus|Wolf|Bugaboo|Playmobil"
        ),
        "bank": "Sparkasse|Volksbank|Commerzbank|Postbank|Raiffeisenbank|Deutsche Bank|ING|DKB|Erste Bank|ZKB|Förde Sparkasse|comdirect",
        "insurer": "Allianz|HUK|AOK|TK|Barmer|Wiener Städtische|Helvetia|AXA|DEVK|ADAC|Generali|Uniqa|Mobiliar|R+V",
        "authority": (
            "Finanzamt|Jobcenter|Bürgeramt|Standesamt|Ausländerbehörde|Amtsgericht|Polizei|Gesundheitsamt|Familienkasse|"
            "Zulassungsstelle|Ordnungsamt|Arbeitsagentur|Magistrat|Gemeindeamt|Einwohnerkontrolle|KBA|Schufa|Verbraucherzentrale"
        ),
        "city": (
            "Berlin|Hamburg|München|Wien|Zürich|Rom|Paris|London|Mallorca|Venedig|Salzburg|Dresden|Köln|Kreta|Teneriffa|Rügen|"
            "Lissabon|Barcelona|Prag|Kopenhagen|Sylt|Gardasee|Antalya|New York|Caorle|Lignano|Davos|Zermatt|Amsterdam|Athen"
        ),
        "famous": (
            "Goethe|Angela Merkel|Albert Einstein|Karl May|Mozart|Taylor Swift|Thomas Mann|Steffi Graf|Helmut Schmidt|Juli Zeh|"
            "Sebastian Fitzek|Boris Becker|Beethoven|Loriot|Greta Thunberg|Elon Musk|Otto Waalkes|Jürgen Klopp|Maria Theresia|"
            "Friedrich Schiller|Kafka|Pippi Langstrumpf|Harry Potter|Dieter Bohlen|Roger Federer|Niki Lauda|Falco|Wilhelm Tell"
        ),
        "pet": "Bruno|Mozart|Purzel|Balu|Luna|Minka|Bello|Kater Karlo|Nala|Rex|Felix|Lilly|Paulchen|Momo|Simba",
        "product": (
            "Regal BILLE|Lampe MAI|Tisch ANTON|Sofa KLARA|Matratze Emma|Staubsauger Vorwerk|Bohrmaschine GSB 18|Ecksofa \"Lasse\"|"
            "Router FRITZ!Box 7590|Drucker LaserJet 4250|Handy Galaxy S23|Tablet iPad 10|Waschmaschine WMV 612|Laufschuh \"Zola\"|"
            "Therme ecoTEC plus|Kaffeemaschine Lisa 2|Fahrrad Modell Paula 28|Roman 'Effi Briest'|Software Max Manager|Jacke \"Ronja\"|"
            "Browser Edge 121|Kinderwagen Leo|Tarif Klara Smart M|Paket Franz Komfort|Notebook ThinkPad X1|Kleid \"Amelie\"|"
            "Kindersitz Maxi-Cosi|Spielturm Jonas|Schrank PAX|Pulli Modell Greta|Sessel Oskar|Hörbuch \"Der Vorleser\"|Duschkopf Croma|"
            "Geschirr 'Maria weiß'|Gitarre Les Paul|Klavier Steinway|Akku GBA 18V|Repeater 3000|Wallbox HOMEfix 11 kW|E-Bike Reaction 625"
        ),
        "shop": (
            "Schiller-Apotheke|Filiale Goethestraße|Adolf-Kolping-Schule|Kaffeehaus Mozart|Haltestelle Bismarckplatz|Heinrich-Heine-Allee|"
            "Station Südbahnhof|Filiale am Hermannplatz|Café Central|U-Bahn Karl-Preis-Platz|Parkhaus Rathaus|Ausfahrt Siegburg|"
            "Kino Rex|Hauptbahnhof|Flughafen Frankfurt|Haltestelle Schillerstraße|Kreuzung Hafenstraße/Zollbrücke|Edeka in der Bahnhofstraße"
        ),
        "holiday": "Weihnachten|Ostern|Pfingsten|Silvester|Neujahr|Karfreitag|Allerheiligen|Ende des Monats|Quartalsende|Fronleichnam|Nikolaus",
        "weekday": "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag",
        "month": "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
        "localip": "127.0.0.1|255.255.255.0|8.8.8.8|0.0.0.0|1.1.1.1|::1|localhost|255.255.0.0|9.9.9.9",
        "publicurl": "www.amazon.de|ebay.de|www.verbraucherzentrale.de|wikipedia.org|check24.de|www.bahn.de|willhaben.at|youtube.com|dhl.de",
        "dept": "Kundenservice|Beschwerdestelle|Buchhaltung|Technik|Team Fakturierung|Service-Center|Hotline|Retourenabteilung|Support",
        "bot": "Bot|System|Chatbot|Toni|Lexi|KI-Assistent|Automat",
        "browser": "Firefox|Chrome|Edge|Safari",
        "os": "Windows 11|Android 14|iOS 17.2|macOS 14.1|Windows 10 22H2|Ubuntu 22.04|iPadOS 17",
        "age": "(14)|82 Jahre|Jahrgang 1941|3 Jahre alt|im 7. Monat|seit 31 Jahren|mit 79",
    }.items()
}  # fmt: skip
ERRORS = (
    "E-###|F##|0x8007####|ERR_####|Fehler ####|E##:##|HTTP 5##|SQLSTATE ####|Code ###-#|P0###|KB#######|CVE-2024-####|F.##|"
    "Error 401 invalid_grant|Fehler VI-###|ORA-#####|ERR_CONNECTION_RESET|NullPointerException|Timeout|403 Forbidden|E#|"
    "S# ####|Event 10##|0x########|DFÜ-Fehler ###|Status ##"
).split("|")
# Short codes that look like plates, cards' last digits, secrets or names of machines.
CODES = (
    "@###@|@-#@|@-###|@@-##|@@-###|@-##|@### @###|@##|@@ ##|@@@-###|0x********|*******|#@@##@|####|@@##|@#|##@|@@####|"
    "##-####|@@@##-#|#.#.####|@###-##|@@-@@|####-@@|@@@ #|@/####|#/####|@@##@@|Typ @##|Rev. @|@@_###|USB-@|Cat.#|IP##|R###"
).split("|")
VERSIONS = "#.#.#|##.#.#####.####|v#.##|#.##.#-#|##.##|1##.0.6###.##|2024.#|#.## (Build ####)|#.#.#-beta#|R##.#".split(
    "|"
)
ARTICLES = "#####|####-#|@@-####|40########|#### ####|#.###.###|@#####|###-###|@@@ ##/#".split("|")


def price(rng: random.Random) -> str:
    return rng.choice(
        [
            f"{rng.randint(1, 900)},{rng.randint(10, 99)} €",
            f"{rng.randint(5, 80)} Euro",
            f"EUR {rng.randint(10, 4000)},00",
            f"CHF {rng.randint(10, 300)}.{rng.randint(10, 90)}",
            f"{rng.randint(1, 9)}.{rng.randint(100, 999)},{rng.randint(10, 99)} Euro",
            f"{rng.randint(10, 990)}€",
            f"Fr. {rng.randint(1, 9)}'{rng.randint(100, 999)}.{rng.randint(10, 95)}",
            f"€ {rng.randint(10, 990)},--",
            f"{rng.randint(10, 99)},- Euro",
            f"{rng.randint(10, 990)}.{rng.randint(10, 90)}",
        ]
    )


def time(rng: random.Random) -> str:
    hour, minute = rng.randint(7, 20), rng.randint(10, 59)
    return rng.choice(
        [
            f"{hour}:{minute} Uhr",
            f"{hour}.{minute} Uhr",
            f"{hour} Uhr",
            f"{hour}:{minute}",
            f"{hour}h",
            f"halb {hour % 12 or 12}",
        ]
    )


def measure(rng: random.Random) -> str:
    n = rng.randint
    return rng.choice(
        [
            f"{n(1, 400)} kWh", f"{n(1, 90)},{n(1, 9)} bar", f"{n(10, 90)} °C", f"{n(1, 60)} dB", f"{n(1, 999)} MBit/s",
            f"{n(10, 250)} x {n(10, 250)} cm", f"{n(1, 64)} GB", f"{n(200, 260)} V", f"{n(20, 180)} m²", f"{n(1, 99)}.{n(100, 999)} km",
            f"{n(1, 90)} %", f"{n(1, 40)} kg", f"{n(50, 3000)} ml", f"{n(2, 30)} mm", f"{n(1, 9)},{n(1, 9)} kWp", f"Gr. {n(34, 46)}",
        ]
    )  # fmt: skip


MAKERS: dict[str, Callable[[random.Random], str]] = {
    "error": lambda rng: values.shape(rng, rng.choice(ERRORS)),
    "code": lambda rng: values.shape(rng, rng.choice(CODES)),
    "version": lambda rng: values.shape(rng, rng.choice(VERSIONS)),
    "article": lambda rng: values.shape(rng, rng.choice(ARTICLES)),
    "price": price,
    "time": time,
    "measure": measure,
    "noun": lambda rng: rng.choice(nouns.NOUNS),
    "title": lambda rng: rng.choice(nouns.JOB_TITLES),
    "year": lambda rng: str(rng.randint(1965, 2026)),
    "count": lambda rng: str(rng.randint(2, 40)),
    "clock": lambda rng: (
        f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}:{rng.randint(0, 59):02d}"
    ),
    "hm": lambda rng: f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}",
    "reading": lambda rng: rng.choice(
        [
            str(rng.randint(100, 99999)),
            f"{rng.randint(1, 99)}.{rng.randint(100, 999)}",
            f"{rng.randint(100, 9999)},{rng.randint(1, 9)}",
        ]
    ),
    "hash": lambda rng: values.shape(rng, rng.choice(["*******", "********"])),
    "model": lambda rng: (
        f"{rng.choice(TABLES['brand'])} "
        + rng.choice(["", "", *"Serie Edition Modell Typ Version Pro Max Eco Comfort Plus".split()])
        + values.shape(
            rng, rng.choice([" ##", " @##", " ###", " @@ ###", " @@@##@", " #.# @@@", " @@-####"])
        )
    ).replace("  ", " "),
}


ENGLISH = {
    "noun": nouns.ENGLISH_NOUNS,
    "title": nouns.ENGLISH_JOBS,
    "weekday": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "month": "January February March April May June July August September".split(),
    "holiday": "Christmas|Easter|New Year|the end of the month|Thanksgiving".split("|"),
    "product": (
        "RoboVac S8|LaserJet 4250|Galaxy S23|iPad 10|Kallax shelf|ThinkPad X1|Emma mattress|Jessie PLA filament|"
        "Oscar armchair|GoPro 12|Nespresso Lisa|Les Paul guitar|Amelie dress|Max Manager licence"
    ).split("|"),
    "city": "London Paris Rome Berlin Lisbon Barcelona Prague Vienna Edinburgh Dublin Boston".split(),
    "famous": "Shakespeare|Taylor Swift|Jane Austen|Winston Churchill|Harry Potter|Elon Musk".split(
        "|"
    ),
    "shop": "the Baker Street branch|Victoria Station|Terminal 3|the King Street store|Heathrow".split(
        "|"
    ),
    "insurer": "Aviva|AXA|Allianz|Bupa".split("|"),
    "bot": "Bot|System|Assistant".split("|"),
    "time": "10:30 am|2 pm|noon|17:45|9 o'clock".split("|"),
    "price": "£24.99|$1,204.50|€89.00|49 GBP|120 dollars".split("|"),
}


def make(name: str, rng: random.Random, *, english: bool = False) -> str:
    """Text for a negative slot; raises KeyError for a slot nobody knows."""
    if english and name in ENGLISH:
        return rng.choice(ENGLISH[name])
    if name in TABLES:
        return rng.choice(TABLES[name])
    return MAKERS[name](rng)
