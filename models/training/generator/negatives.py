"""Hard negatives: what looks like personal data and is none. Their text carries no label."""

from __future__ import annotations

import random

from models.training.generator import values

BRANDS = (
    "Siemens Bosch Miele Mercedes Otto Zeiss Henkel Braun Liebherr Vaillant Viessmann Junkers Porsche "
    "Kärcher Stihl Melitta Faber-Castell Haribo Rossmann Müller-Milch Dyson Philips Hermes Samsung Apple "
    "Lenovo Dell Brother Epson Canon Nokia Ferrari Tesla Honda Peugeot Cisco Oracle Adobe"
).split()
MODELS = ("Serie", "Edition", "Modell", "Typ", "Version", "Pro", "Max", "Eco", "Comfort", "Plus")
CITIES = "Berlin Hamburg München Wien Zürich Rom Paris London Mallorca Venedig Salzburg Dresden Köln".split()
PRODUCTS = (
    "Regal BILLE|Lampe MAI|Tisch ANTON|Sofa KLARA|Matratze Emma|Staubsauger Vorwerk|Bohrmaschine GSB 18|"
    "Router FRITZ!Box 7590|Drucker LaserJet 4250|Handy Galaxy S23|Tablet iPad 10|Waschmaschine WMV 612|"
    "Therme ecoTEC plus|Kaffeemaschine Lisa 2|Fahrrad Modell Paula 28|Roman 'Effi Briest'|Software Max Manager|"
    "Browser Edge 121|Kinderwagen Leo|Tarif Klara Smart M|Paket Franz Komfort|Notebook ThinkPad X1"
).split("|")
CODES = [
    "E-###",
    "F##",
    "0x8007####",
    "ERR_####",
    "Fehler ####",
    "E##:##",
    "HTTP 5##",
    "SQLSTATE ####",
    "Code ###-#",
    "P0###",
    "KB#######",
    "CVE-2024-####",
]


def make(name: str, rng: random.Random) -> str:
    """Text for a negative slot; raises KeyError for a slot nobody knows."""
    makers = {
        "error": lambda: values.shape(rng, rng.choice(CODES)),
        "version": lambda: rng.choice(
            [
                values.shape(rng, "#.#.#"),
                values.shape(rng, "##.#.#####.####"),
                values.shape(rng, "v#.##"),
                values.shape(rng, "#.##.#-#"),
            ]
        ),
        "price": lambda: rng.choice(
            [
                f"{rng.randint(1, 900)},{rng.randint(10, 99)} €",
                f"{rng.randint(5, 80)} Euro",
                f"EUR {rng.randint(10, 4000)},00",
                f"CHF {rng.randint(10, 300)}.{rng.randint(10, 90)}",
                f"1.{rng.randint(100, 999)},{rng.randint(10, 99)} Euro",
            ]
        ),
        "time": lambda: rng.choice(
            [
                f"{rng.randint(7, 20)}:{rng.randint(10, 59)} Uhr",
                f"{rng.randint(7, 20)}.{rng.randint(10, 59)} Uhr",
                f"{rng.randint(7, 20)} Uhr",
                f"{rng.randint(10, 23)}:{rng.randint(10, 59)}:{rng.randint(10, 59)}",
            ]
        ),
        "brand": lambda: rng.choice(BRANDS),
        "model": lambda: (
            f"{rng.choice(BRANDS)} {rng.choice(MODELS)} {values.shape(rng, rng.choice(['##', '@##', '###', '@@ ###']))}"
        ),
        "product": lambda: rng.choice(PRODUCTS),
        "measure": lambda: rng.choice(
            [
                f"{rng.randint(1, 400)} kWh",
                f"{rng.randint(1, 90)},{rng.randint(1, 9)} bar",
                f"{rng.randint(10, 90)} °C",
                f"{rng.randint(1, 60)} dB",
                f"{rng.randint(1, 999)} MBit/s",
                f"{rng.randint(10, 250)} x {rng.randint(10, 250)} cm",
                f"{rng.randint(1, 64)} GB",
                f"{rng.randint(200, 260)} V",
            ]
        ),
        "city": lambda: rng.choice(CITIES),
        "article": lambda: values.shape(
            rng, rng.choice(["#####", "####-#", "@@-####", "40########", "#### ####"])
        ),
        "year": lambda: str(rng.randint(1995, 2026)),
        "count": lambda: str(rng.randint(2, 40)),
        "weekday": lambda: rng.choice(
            "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
        ),
        "localip": lambda: rng.choice(
            ["127.0.0.1", "255.255.255.0", "8.8.8.8", "0.0.0.0", "1.1.1.1", "::1"]
        ),
        "clock": lambda: (
            f"{rng.randint(0, 23):02d}:{rng.randint(0, 59):02d}:{rng.randint(0, 59):02d}"
        ),
    }
    return makers[name]()
