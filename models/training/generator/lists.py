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
NOT_A_TOWN = re.compile(
    r"GmbH|\bAG\b|\bKG\b|mbH|e\.? ?V\b|gericht|verwaltung|[Aa]mt\b|[Bb]ank\b|kasse\b|[Vv]ersich|\d|,|&|"
    r"[Aa]gentur|\bPost\b|Telekom|[Mm]inister|[Ff]abrik|[Ss]chule|[Uu]niversit|[Ii]nstitut|[Ss]tadtwerke|"
    r"[Vv]erlag|[Kk]linik|[Kk]ranken|[Ss]ervice|Hauptv|[Dd]irektion|Center|Logist|Kammer|Gesellschaft|"
    r"[Kk]reis|[Zz]entr|Werke|Handel|Rundfunk|Zeitung|Finanz|Polizei|Bundes|Landes|Deutsch|Amazon|/"
)
AFTER_TOWN = re.compile(r" (?:am|an|im|in|bei|b\.|ob|unter|vor|a\.|auf|i\.|v\.|\(|\w+$)")
BIG_TOWNS = (
    "Berlin Hamburg München Köln Stuttgart Düsseldorf Leipzig Dortmund Essen Bremen Dresden Hannover "
    "Nürnberg Duisburg Bochum Wuppertal Bielefeld Bonn Münster Karlsruhe Mannheim Augsburg Wiesbaden "
    "Kiel Lübeck Erfurt Rostock Mainz Kassel Hagen Potsdam Saarbrücken Oldenburg Heidelberg Regensburg "
    "Wien Graz Linz Salzburg Innsbruck Klagenfurt Villach Wels Dornbirn Steyr "
    "Zürich Bern Basel Winterthur Luzern Lausanne Biel Thun Köniz Chur Uster Zug Aarau Olten"
).split()
# Surnames that are also words, first names or titles: the model must learn them from context.
COMMON_WORD_NAMES = (
    "Sommer Winter Klein Groß Lang Kurz Mai März Sonntag Freitag Frost Sturm Berg Bach Stein Busch "
    "Wolf Fuchs Hahn Vogel Koch Schneider Weber Bauer König Kaiser Herzog Graf Engel Teufel Roth "
    "Braun Schwarz Weiß Grün Jung Alt Ernst Fröhlich Kraft Stark Reich Arm Brand Herbst Abend Morgen "
    "Post Bank Haus Zahn Hand Kopf Bein Blume Rose Kirsch Apfel Birne Nuss Korn Mehl Kuchen Krause "
    "Richter Kunde Gast Meister Schreiber Schütz Wagner Walter Peter Paul Otto Heinrich Friedrich "
    "Werner Günther Simon Martin Ludwig Franz Arnold Thomas Fritz Horn Licht Keller Kammer Ritter "
    "Frank Sauer Süß Frei Neu Lange Kühn Kluge Schön Glück Liebe Ende Storch Star Specht Hase Hirsch "
    "Hecht Krebs Käfer Ehrlich Schnell Wild Zimmer Kessel Nagel Hammer Feder Dorn Strauch Baum Wald "
    "Dietrich Hermann Jakob Konrad Lorenz Moritz Oswald Vogt Probst Bischof Papst Mönch Schulze Pfeffer"
).split()
GERMAN_SURNAMES = (
    "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter "
    "Klein Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner "
    "Schmitz Krause Meier Lehmann Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs "
    "Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler "
    "Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer "
    "Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte Dietrich Ziegler "
    "Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Ostermann Hellwig "
    "Brinkmann Petersen Hansen Jansen Claußen Thomsen Rieger Kirchner Wendt Bachmann Steffens Lindner"
).split()
AUSTRIAN_SURNAMES = (
    "Gruber Huber Bauer Wagner Müller Pichler Steiner Moser Mayer Hofer Leitner Berger Fuchs Eder Fischer "
    "Schmid Winkler Weber Schwarz Maier Schneider Reiter Mayr Schmidt Wimmer Egger Brunner Lang Baumgartner "
    "Auer Binder Lechner Wolf Wallner Aigner Ebner Koller Lehner Haas Schuster Hinterberger Obermoser "
    "Plankensteiner Wagenhofer Oberhuber Stadlober Hrdlicka Prohaska Nowotny Swoboda Hofstätter Unterweger"
).split()
SWISS_SURNAMES = (
    "Müller Meier Schmid Keller Weber Huber Schneider Meyer Steiner Fischer Gerber Brunner Baumann Frei "
    "Zimmermann Moser Widmer Wyss Graf Roth Suter Baumgartner Bachmann Studer Bucher Berger Kaufmann Kunz "
    "Hofer Bühler Lüthi Lehmann Marti Frey Christen Koch Egli Favre Rüegg Hürlimann Ammann Zgraggen "
    "Aeschlimann Odermatt Zurbriggen Inderbitzin Caduff Bernasconi Rochat Vögtlin Abderhalden Röösli"
).split()
FOREIGN_SURNAMES = (
    "Yılmaz Öztürk Kaya Demir Şahin Çelik Aydın Yıldız Nguyen Tran Pham Le Kowalski Nowak Wiśniewski "
    "Wójcik Kowalczyk Lewandowski Ivanov Petrov Smirnov Kuznetsova Popović Jovanović Petrović Marković "
    "Hoxha Krasniqi Gashi Berisha Rossi Russo Ferrari Esposito Garcia Martinez Lopez Fernandez Silva "
    "Santos Oliveira Hassan Ahmed Ali Khan Hussein al-Hassan El-Sayed Abdi Okafor Mensah Diallo Singh "
    "Patel Sharma Chen Wang Li Zhang Kim Park Novák Svoboda Horváth Nagy Szabó Popescu Ionescu Dimitrov "
    "Papadopoulos Nikolaidis de_Vries van_Dijk Jansen Dubois Lefèvre Moreau O'Brien Murphy McCarthy "
    "El_Amrani Da_Silva Lo_Presti De_Luca Al-Khatib Ben_Youssef Oyelaran Adeyemi Okonkwo Haddad Hodžić"
).split()
ARABIC_AFRICAN = (
    "Yusuf Mohammed Omar Khalid Tarik Samir Rania Leyla Amina Fatima Nadia Soukaina Chidi Emeka Adaeze "
    "Kofi Abena Fatou Mariam Abdelrahman Bilal Younes Hakan Elif Deniz Baris Kerem Emre Ayşe Cem Selin"
).split()
NICKNAMES = (
    "Steffi Basti Moni Uschi Gabi Conny Micha Andi Flo Berni Seppi Resi Köbi Lotti Ecki Tine Jojo Hildchen "
    "Kalle Rosi Gitti Hannes Vali Sabinchen Bine Patti Gitta Manni Rudi Burgi Pauli Wolle Jule Matze Heinzi "
    "Susi Ela Biggi Lissi Toni Vreni Ueli Hansueli Geri Ruedi Beni Nati Alex Sascha Kim Niki Maxi Mausi Schorsch "
    "Didi Wölfi Hape Jupp Tünnes Fiete Momo Poldi Lenzi Elfi Rolli Bernie Nele Kati Kathi Babsi Traudl Ilo"
).split()
LETTERS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")


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
    big: dict[str, list[Place]]
    foreign_first: dict[tuple[str, str], list[str]]  # (country, f/m)
    foreign_last: dict[str, list[str]]

    def first_name(self, rng: random.Random, gender: str) -> str:
        names = self.female if gender == "f" else self.male
        # Half from the head of the list (common names), half from its long tail.
        return rng.choice(names[:400] if rng.random() < 0.6 else names)

    def surname(self, rng: random.Random, country: str = "DE") -> str:
        draw = rng.random()
        if draw < 0.15:
            return rng.choice(COMMON_WORD_NAMES)
        if draw < 0.28:
            return rng.choice(FOREIGN_SURNAMES).replace("_", " ")
        if country in {"AT", "CH"} and draw < 0.7:
            return rng.choice(AUSTRIAN_SURNAMES if country == "AT" else SWISS_SURNAMES)
        if draw < 0.5:
            return rng.choice(GERMAN_SURNAMES)
        return rng.choice(self.surnames)

    def foreigner(self, rng: random.Random, gender: str, country: str = "") -> tuple[str, str]:
        """A first name and a surname that belong together."""
        country = country or rng.choice(sorted(self.foreign_last))
        return (
            rng.choice(self.foreign_first[country, gender]),
            rng.choice(self.foreign_last[country]),
        )

    def place(self, rng: random.Random, country: str) -> Place:
        if rng.random() < 0.3 and self.big.get(country):
            return rng.choice(self.big[country])
        return rng.choice(self.places[country])


def read_lines(name: str) -> list[str]:
    return (DATA / name).read_text("utf-8").splitlines()


def is_town(name: str, known: frozenset[str]) -> bool:
    """Whether an entry of the postcode list is a town: bulk-mail firms have entries as well."""
    if len(name) >= 34 or NOT_A_TOWN.search(name):
        return False
    if name in known:
        return True
    first, _, rest = name.partition(" ")
    return first in known and bool(AFTER_TOWN.match(" " + rest))


def read_places(towns: list[str]) -> dict[str, list[Place]]:
    known, places = frozenset(towns), defaultdict(list)
    for line in read_lines("plz_ort_dach.tsv"):
        country, postcode, town = line.split("\t")[:3]
        good = is_town(town, known) if country == "DE" else not NOT_A_TOWN.search(town)
        if good and len(town) < 34:
            places[country].append(Place(country, postcode, town))
    return dict(places)


def read_foreign() -> tuple[dict[tuple[str, str], list[str]], dict[str, list[str]]]:
    """First names by country and gender, surnames by country; only those in Latin letters."""
    first: dict[tuple[str, str], list[str]] = defaultdict(list)
    last: dict[str, list[str]] = defaultdict(list)
    with (DATA / "common-forenames-by-country.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            name = latin(row["Localized Name"]) or latin(row["Romanized Name"])
            if name and row["Gender"] in {"F", "M"}:
                first[row["Country"], row["Gender"].lower()].append(name)
    with (DATA / "common-surnames-by-country.csv").open(encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            name = latin(row["Localized Name"]) or latin(row["Romanized Name"])
            if name:
                last[row["Country"]].append(name)
    both = {
        c
        for c in last
        if len(first.get((c, "f"), [])) > 4
        and len(first.get((c, "m"), [])) > 4
        and len(last[c]) > 4
    }
    return dict(first), {c: last[c] for c in both - {"DE", "AT", "CH"}}


def latin(name: str) -> str:
    """The name when it is one in Latin letters, else nothing; of ``a/b`` the first."""
    name = name.split("/")[0].strip()
    fits = LETTERS.fullmatch(name) and all(
        ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in name
    )
    return name if fits and 2 <= len(name) <= 20 else ""


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
    surnames = [
        line
        for line in read_lines("personennamen.list")
        if line[:1].isupper() and line[1:].replace("-", "").islower() and 3 <= len(line) <= 18
    ]
    streets = [
        line
        for line in read_lines("strassennamen.list")
        if 5 <= len(line) <= 30 and LETTERS.fullmatch(line.replace(".", "")) and line[0].isupper()
    ]
    firms = [
        line.strip()
        for line in read_lines("firmennamen.list")
        if 8 <= len(line) <= 40
        and " " in line.strip()
        and line[:1].isupper()
        and line[-1].isalnum()
    ]
    towns = [line for line in read_lines("stadtnamen.list") if 3 <= len(line) <= 25]
    places = read_places(towns)
    big = {
        country: [place for place in found if place.town in BIG_TOWNS]
        for country, found in places.items()
    }
    return Lists(female, male, surnames, streets, firms, towns, places, big, *read_foreign())
