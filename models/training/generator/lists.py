"""Names, streets and places for the generator, from the lists that lie beside the project."""

from __future__ import annotations

import csv
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parents[4] / "shared" / "data" / "lists"
FIRM_IN_POSTCODES = re.compile(
    r"GmbH|AG\b|KG\b|e\.? ?V|gericht|verwaltung|amt\b|bank|kasse|Versich|\d|,"
)
# Surnames that are also words, first names or titles: the model must learn them from context.
COMMON_WORD_NAMES = (
    "Sommer Winter Klein Groß Lang Kurz Mai März Sonntag Freitag Frost Sturm Berg Bach Stein Busch "
    "Wolf Fuchs Hahn Vogel Koch Schneider Weber Bauer König Kaiser Herzog Graf Engel Teufel Roth "
    "Braun Schwarz Weiß Grün Jung Alt Ernst Fröhlich Kraft Stark Reich Arm Brand Herbst Abend Morgen "
    "Post Bank Haus Zahn Hand Kopf Bein Blume Rose Kirsch Apfel Birne Nuss Korn Mehl Kuchen Krause "
    "Richter Kunde Gast Meister Schreiber Schütz Wagner Walter Peter Paul Otto Heinrich Friedrich "
    "Werner Günther Simon Martin Ludwig Franz Arnold Thomas Fritz Horn Licht Keller Kammer Ritter"
).split()
FOREIGN_SURNAMES = (
    (
        "Yılmaz Öztürk Kaya Demir Şahin Çelik Aydın Yıldız Nguyen Tran Pham Le Kowalski Nowak Wiśniewski "
        "Wójcik Kowalczyk Lewandowski Ivanov Petrov Smirnov Kuznetsova Popović Jovanović Petrović Marković "
        "Hoxha Krasniqi Gashi Berisha Rossi Russo Ferrari Esposito Garcia Martinez Lopez Fernandez Silva "
        "Santos Oliveira Hassan Ahmed Ali Khan Hussein al-Hassan El-Sayed Abdi Okafor Mensah Diallo Singh "
        "Patel Sharma Chen Wang Li Zhang Kim Park Novák Svoboda Horváth Nagy Szabó Popescu Ionescu Dimitrov "
        "Papadopoulos Nikolaidis de-Vries van-Dijk Jansen Dubois Lefèvre Moreau O'Brien Murphy McCarthy"
    )
    .replace("de-Vries", "de_Vries")
    .replace("van-Dijk", "van_Dijk")
    .split()
)


@dataclass(frozen=True, slots=True)
class Place:
    country: str  # DE, AT, CH
    postcode: str
    town: str


@dataclass(frozen=True, slots=True)
class Lists:
    female: list[str]
    male: list[str]
    surnames: list[str]
    streets: list[str]
    firms: list[str]
    towns: list[str]
    places: dict[str, list[Place]]

    def first_name(self, rng: random.Random, gender: str) -> str:
        names = self.female if gender == "f" else self.male
        # Half from the head of the list (common names), half from its long tail.
        return rng.choice(names[:400] if rng.random() < 0.6 else names)

    def surname(self, rng: random.Random) -> str:
        draw = rng.random()
        if draw < 0.12:
            return rng.choice(COMMON_WORD_NAMES)
        if draw < 0.25:
            return rng.choice(FOREIGN_SURNAMES).replace("_", " ")
        return rng.choice(self.surnames)

    def place(self, rng: random.Random, country: str) -> Place:
        return rng.choice(self.places[country])


def read_lines(name: str) -> list[str]:
    return (DATA / name).read_text("utf-8").splitlines()


def read_places() -> dict[str, list[Place]]:
    places: dict[str, list[Place]] = defaultdict(list)
    for line in read_lines("plz_ort_dach.tsv"):
        country, postcode, town = line.split("\t")[:3]
        if len(town) < 34 and not FIRM_IN_POSTCODES.search(town):
            places[country].append(Place(country, postcode, town))
    return dict(places)


@cache
def load() -> Lists:
    """Read all lists once (about 300,000 lines).

    Raises FileNotFoundError when ``../shared/data/lists`` is missing.
    """
    female: list[str] = []
    male: list[str] = []
    for line in read_lines("vornamen_de_cities.tsv"):
        name, gender, count = ([*line.split("\t"), "", "0"])[:3]
        if not name.replace("-", "").replace(" ", "").isalpha() or "Ã" in name or "Å" in name:
            continue
        if int(count or 0) >= 20 and 2 < len(name) < 18:
            (female if gender == "w" else male).append(name)
    with (DATA / "common-forenames-by-country.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            if row["Country"] in {"TR", "PL", "IT", "AT", "CH", "HR", "RO", "FR", "NL", "ES"}:
                (female if row["Gender"] == "F" else male).append(row["Romanized Name"])
    surnames = [
        line
        for line in read_lines("personennamen.list")
        if line[:1].isupper() and line[1:].replace("-", "").islower() and 3 <= len(line) <= 18
    ]
    streets = [
        line
        for line in read_lines("strassennamen.list")
        if 5 <= len(line) <= 30 and not any(character.isdigit() for character in line)
    ]
    firms = [line for line in read_lines("firmennamen.list") if 6 <= len(line) <= 40]
    towns = [line for line in read_lines("stadtnamen.list") if 3 <= len(line) <= 25]
    return Lists(female, male, surnames, streets, firms, towns, read_places())
