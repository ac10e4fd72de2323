"""Where the case happens: streets, towns, firms, web addresses, hosts, parcels."""

from __future__ import annotations

from models.training.generator import invent, values
from models.training.generator.base import ascii_name
from models.training.generator.markup import Piece
from models.training.generator.people import People, genitive

FOREIGN_TOWNS = (
    "Krakau Istanbul Ankara Gliwice Charkiw Kiew Damaskus Aleppo Hanoi Conakry Lagos Accra Neapel Bari Porto "
    "Lissabon Madrid Belgrad Sarajevo Zagreb Split Pristina Bukarest Cluj Sofia Thessaloniki Moskau Tunis"
).split()
ENGLISH_TOWNS = (
    "Leeds Galway Bristol Cork Norwich Dundee Swansea Derby Exeter Bath Limerick York Truro".split()
)
ENGLISH_DEPARTMENTS = ("Dept. of ", "Department of ", "School of ")
ENGLISH_SUBJECTS = ("Chemistry", "Haematology", "Civil Engineering", "Physics", "Law")
ENGLISH_ORG_ENDS = tuple(
    "Primary|Academy|University|College|Infirmary|Care Home|Rowing Club|FC|Surgery".split("|")
)
ENGLISH_FIRM_ENDS = tuple(
    "Ltd|& Sons|Joinery|Bookkeeping|Dental|Inc|Logistics|Solicitors|LLP|Pvt Ltd|University|Coffee"
    "|Vets|ApS|Oy|Press|Marine|Bottling Co".split("|")
)
US_TOWNS = "Columbus Bellingham Tulsa Spokane Fayetteville Shreveport Boise Albany Portland Madison".split()
US_STATES = "OH WA OK AR LA ID NY OR WI TX CA".split()
ENGLISH_HOUSES = (
    "The Old Forge|The Old Rectory|Rose Cottage|Copperfield House|Mill House|Manor Farm".split("|")
)
COUNTRIES = (
    "Deutschland Österreich Schweiz Polen Italien Türkei Kroatien Rumänien Frankreich".split()
)
COMPANY_FORMS = "GmbH|GmbH|GmbH|GmbH & Co. KG|AG|KG|OHG|GbR|UG|mbH|e.K|KG|PartG mbB|gGmbH".split(
    "|"
)
COMPANY_FORMS_AT = "GmbH|Ges.m.b.H|e.U|KG|OG|GmbH & Co KG|AG".split("|")
COMPANY_FORMS_CH = "AG|GmbH|AG|Sàrl|& Co|Treuhand AG|Genossenschaft".split("|")
TRADES = (
    "Elektro Bäckerei Autohaus Kanzlei Malerbetrieb Physiotherapie Gasthof Metzgerei Tischlerei Schreinerei "
    "Friseursalon Fahrschule Optik Hörakustik Spedition Dachbau Tiefbau Gärtnerei Blumen Möbel Küchenstudio "
    "Reisebüro Apotheke Buchhandlung Sanitär Fliesen Metallbau Hausverwaltung Immobilien Steuerbüro Ingenieurbüro "
    "Juwelier Kiosk Trafik Hof Velo Radlager Weingut Brauerei Imbiss Restaurant Landbäckerei Molkerei Gebr. Ordination Coiffure "
    "Zahnarztpraxis Tierarztpraxis Trattoria Café Pension Hotel Kfz-Werkstatt Reinigung Druckerei Fotostudio"
).split()
TRADE_ENDS = (
    "Bau Haustechnik Logistik Medizintechnik Maschinenbau Consulting Treuhand Immobilien Software Feinkost Transporte "
    "Wärmetechnik Elektrotechnik Gebäudetechnik Fördertechnik Präzisionsteile Druck Textil Systems"
).split()
SCHOOLS = (
    "Schiller-Gymnasium|Fontane-Gymnasium|{n}-Gymnasium|Uni {t}|HTL {t}|HLW {t}|IGS {t}|BORG {t}|Kita {n}|Goethe-Gymnasium|Grundschule {t}|Realschule {t}|Kita Pusteblume|Kita Zwergenland|Gesamtschule {t}|"
    "Volksschule {t}|Kantonsschule {t}|Schulhaus {n}matt|Berufskolleg {t}|{n}-Schule|Hochschule {t}|Universität {t}|"
    "Fachhochschule {t}|Musikschule {t}|Volkshochschule {t}|TU {t}|Kindergarten St. {f}"
).split("|")
CLUBS = (
    "Freunde der Kita {n}|Kantorei St. {f}|SC {t}|FC {n}|Landfrauen {t}|Jugendclub {t}|TSV {t}|SV {t}|FC {t}|Turnverein {t}|Schützenverein {t}|Kleingartenverein {t}|Freiwillige Feuerwehr {t}|"
    "Musikverein {t}|TC {t}|DLRG {t}|Chor {t}|Reitverein {t}|KGV Morgensonne|FF {t}|TV {t}|Förderverein {t}|"
    "Segelclub {t}|Heimatverein {t}|TSG {t} {y}|SC {t} {y}"
).split("|")
CARE = (
    "Uniklinik {t}|St.-{f}-Krankenhaus|{f}-Hospital {t}|Haus {f}|Tierarztpraxis Dr. {n}|Zahnarztpraxis Dr. {n}|Ordination Dr. {n}|"
    "Apotheke am Dom|{n}-Apotheke|Klinikum {t}|Seniorenheim St. {f}|Krankenhaus {t}|Seniorenresidenz {t}|Pflegedienst {n}|Spital {t}|"
    "Gemeinschaftspraxis {n}|Praxis Dr. {n}|Alterszentrum {n}hof|Tagespflege {n}|Caritas {t}|Diakonie {t}"
).split("|")
DEPARTMENTS = (
    "Abteilung Einkauf|Institut für Biochemie|Fakultät für Maschinenbau|Personalabteilung|Stabsstelle IT|"
    "Fachbereich Soziales|Lehrstuhl für Statistik|IT & Organisation|Abt. Buchhaltung|Institut für Physik|"
    "Dezernat Finanzen|Fachschaft Informatik|Abteilung Qualitätssicherung"
).split("|")
STREET_STEMS = (
    "Birken Linden Garten Schul Kirch Bahnhof Haupt Wiesen Feld Mühlen Berg Tal Rosen Eichen Post Markt Schiller "
    "Goethe Mozart Bismarck Ring Hafen Industrie Dorf Wald Sonnen Burg Brunnen Tannen Fried Amsel Finken"
).split()
STREET_ENDS = (
    "straße straße straße str. weg weg gasse platz allee ring damm ufer steig pfad".split()
)
# Streets without a street word.
BARE_STREETS = (
    "Am Anger|Im Winkel|Auf der Höhe|Zum Sportplatz|Hinterm Deich|Unter den Ulmen|Am Mühlbach|Im Gellert|Alter Markt|"
    "An der Bleiche|Oberdorf|Lange Reihe|Sandkamp|Neuer Wall|Im Wiesengrund|Zur Alten Schmiede|Kohlmarkt|Graben|"
    "Am Kogl|Weng|Siedlung Frieden|Kastanienhof|Bergheim|Hof|Moos|Stau|Fleethörn|Am Bahndamm|In den Reben|Im Bad"
).split("|")
FLOORS = (
    ", 2. OG|, 3. OG rechts|, EG|, Hinterhaus|, Whg. 14|, DG|, 4. Stock|, Vorderhaus|, Zi. 12|, Aufgang C|, 1. Stock links|"
    ", App. 7|, Parterre|, Geb. 4| EG links| OG"
).split("|")


class Places(People):
    """Slots for places, organisations and what stands in the net."""

    def house(self) -> str:
        rng = self.rng
        if self.country == "AT" and rng.random() < 0.4:
            return rng.choice(
                [
                    f"{rng.randint(1, 90)}/{rng.randint(1, 5)}/{rng.randint(1, 40)}",
                    f"{rng.randint(1, 90)}/{rng.randint(1, 40)}",
                    f"{rng.randint(1, 90)}/Top {rng.randint(1, 30)}",
                    f"{rng.randint(1, 90)}/Stiege {rng.randint(1, 4)}/Top {rng.randint(1, 30)}",
                    f"{rng.randint(1, 90)}/II/{rng.randint(1, 30)}",
                ]
            )
        return rng.choice(
            [str(rng.randint(1, 180))] * 5
            + [
                f"{rng.randint(1, 99)}{rng.choice('abcd')}",
                f"{rng.randint(1, 60)} {rng.choice('abc')}",
                f"{rng.randint(1, 60)}-{rng.randint(61, 80)}",
                f"{rng.randint(1, 30)}/{rng.randint(1, 20)}",
                f"{rng.randint(1, 30)} 1/2",
            ]
        )

    def street_name(self) -> str:
        rng = self.rng
        draw = rng.random()
        if draw < 0.2:
            return rng.choice(STREET_STEMS) + rng.choice(STREET_ENDS)
        if draw < 0.35:
            return rng.choice(BARE_STREETS)
        if draw < 0.5:
            first = self.lists.first_name(rng, "m")
            full = f"{first}-{self.lists.surname(rng)}-{rng.choice(['Straße', 'Str.', 'Weg', 'Platz', 'Allee', 'Ring'])}"
            return full.replace(" ", "-")
        if draw < 0.6:
            return f"{self.lists.place(rng, 'DE').town.split(' ')[0]}er {rng.choice(['Straße', 'Str.', 'Weg', 'Landstraße', 'Allee'])}"
        if draw < 0.72:
            return (self.lists.surname(rng) + rng.choice(STREET_ENDS)).replace(" ", "-")
        return rng.choice(self.lists.streets)

    def make_street(self, argument: str) -> list[Piece]:
        """Street and house number; kept, so that a second mention under the name is the same."""
        return [(self.keep(f"street{argument}", self.new_street()), "ADDRESS")]

    def new_street(self) -> str:
        rng = self.rng
        if self.english:
            end = rng.choice(
                "Street Road Lane Avenue Close Drive Terrace Way Court Crescent".split()
            )
            flat = rng.choice(
                ["", "", "", "", f"Flat {rng.randint(1, 30)}, ", f"Unit {rng.randint(1, 40)}, "]
            )
            if rng.random() < 0.07:
                return (
                    f"{rng.choice(ENGLISH_HOUSES)}, {self.lists.foreigner(rng, 'f', 'GB')[1]} {end}"
                )
            back = rng.choice(["", "", "", "", f", Apt {rng.randint(1, 30)}"]) if not flat else ""
            return (
                f"{flat}{rng.randint(1, 220)} {self.lists.foreigner(rng, 'f', 'GB')[1]} {end}{back}"
            )
        if rng.random() < 0.07:
            return rng.choice(
                [
                    f"Postfach {values.digits(rng, 4, first='123456789')}",
                    f"Postfach {values.shape(rng, '## ##')}",
                    f"Postfach {values.shape(rng, '## ## ##')}",
                    f"Packstation {values.digits(rng, 3, first='123456789')}",
                    f"{rng.choice('ABCDEFGHLMNOPQ')} {rng.randint(1, 7)}, {rng.randint(1, 30)}",
                    f"{rng.choice('ABCDEFGHLMNOPQ')}{rng.randint(1, 7)}, {rng.randint(1, 30)}",
                ]
            )
        name = self.street_name()
        if self.country == "CH":
            name = name.replace("ß", "ss")
        elif rng.random() < 0.25:
            name = name.replace("straße", "str.").replace("Straße", "Str.")
        return f"{name} {self.house()}" + (rng.choice(FLOORS) if rng.random() < 0.13 else "")

    def make_streetonly(self, argument: str) -> list[Piece]:
        return [
            (
                self.keep(f"streetonly{argument}", self.street_name().replace("tr.", "traße")),
                "ADDRESS",
            )
        ]

    def make_house(self, _: str) -> list[Piece]:
        return [(self.house(), "ADDRESS")]

    def town_parts(self, argument: str) -> tuple[str, str]:
        rng = self.rng
        if self.english:
            code = values.shape(
                rng,
                rng.choice(["LS# #@@", "BS## #@@", "NR# #@@", "CF## #@@", "@# #@@", "@@#@ #@@"]),
            )
            return self.keep(f"plz{argument}", code), self.keep(
                f"ort{argument}", rng.choice(ENGLISH_TOWNS)
            )
        place = self.lists.place(rng, self.country)
        if f"ort{argument}" in self.kept:
            return self.kept[f"plz{argument}"], self.kept[f"ort{argument}"]
        name = place.town
        if rng.random() < 0.06:
            name += rng.choice(
                ["-Nord", "-West", "-Mitte", " OT Altdorf", "-Süd", "-Altstadt", "-Neuhausen"]
            )
        return self.keep(f"plz{argument}", place.postcode), self.keep(f"ort{argument}", name)

    def make_town(self, argument: str) -> list[Piece]:
        """Postcode and town."""
        code, name = self.town_parts(argument)
        if self.english:
            if f"us{argument}" in self.kept or self.rng.random() < 0.25:
                state = f"{self.rng.choice(US_TOWNS)}, {self.rng.choice(US_STATES)} {values.digits(self.rng, 5)}"
                return [(self.keep(f"us{argument}", state), "LOCATION")]
            return [(f"{name} {code}", "LOCATION")]
        letter = {"DE": "D", "AT": "A", "CH": "CH"}[self.country]
        prefix = f"{letter}-" if self.rng.random() < 0.1 else ""
        return [(self.keep(f"town{argument}", f"{prefix}{code} {name}"), "LOCATION")]

    def make_plz(self, argument: str) -> list[Piece]:
        return [(self.town_parts(argument)[0], "LOCATION")]

    def make_ort(self, argument: str) -> list[Piece]:
        return [(self.town_parts(argument)[1], "LOCATION")]

    def make_place(self, argument: str) -> list[Piece]:
        """A town somebody lives, works or was born in."""
        rng = self.rng
        if self.english:
            return [(self.keep(f"place{argument}", rng.choice(ENGLISH_TOWNS)), "LOCATION")]
        name = self.lists.place(rng, self.country).town
        return [(self.keep(f"place{argument}", name), "LOCATION")]

    def make_birthplace(self, _: str) -> list[Piece]:
        if self.rng.random() < 0.4:
            return [(self.rng.choice(FOREIGN_TOWNS), "LOCATION")]
        return [(self.lists.place(self.rng, "DE").town, "LOCATION")]

    def make_country(self, _: str) -> list[Piece]:
        return [(self.rng.choice(COUNTRIES), "LOCATION")]

    # --- organisations ------------------------------------------------------------------------

    def make_org(self, argument: str) -> list[Piece]:
        text = self.keep(f"org{argument}", self.new_org(argument))
        tail = (
            "."
            if text.endswith((" e.V", " e.K", " e.U", " Ges.m.b.H")) and self.rng.random() < 0.7
            else ""
        )
        return [(text, "ORG"), (tail, None)] if tail else [(text, "ORG")]

    def new_org(self, kind: str) -> str:
        rng, name = self.rng, self.lists.surname(self.rng, self.country)
        kind = kind.rstrip("0123456789") or rng.choice(["firm", "firm", "firm", "small", "listed"])
        if self.english:
            return self.english_org(kind)
        town = self.lists.place(rng, self.country).town
        table = {"school": SCHOOLS, "club": CLUBS, "care": CARE, "dept": DEPARTMENTS}
        if kind in table:
            text = rng.choice(table[kind]).format(
                t=town, n=name, f=self.lists.first_name(rng, "f"), y=rng.randint(1860, 1990)
            )
            return text + (" e.V" if kind == "club" and rng.random() < 0.35 else "")
        if kind == "listed":
            return rng.choice(self.lists.firms)
        return self.small_org(name) if kind == "small" else self.firm(name, town)

    def english_org(self, kind: str) -> str:
        rng, surname = self.rng, self.lists.foreigner(self.rng, "f", "GB")[1]
        if kind == "dept":
            return rng.choice(ENGLISH_DEPARTMENTS) + rng.choice(ENGLISH_SUBJECTS)
        if kind in {"school", "club", "care"}:
            return f"{rng.choice([*ENGLISH_TOWNS, surname])} {rng.choice(ENGLISH_ORG_ENDS)}"
        return f"{surname} {rng.choice(ENGLISH_FIRM_ENDS)}"

    def small_org(self, name: str) -> str:
        """A workshop or shop without a legal form."""
        rng = self.rng
        return rng.choice(
            [
                f"{rng.choice(TRADES)} {name}",
                f"{rng.choice(TRADES)} {name}",
                f"{name} {rng.choice(TRADE_ENDS)}",
                f"{rng.choice(TRADES)} am {rng.choice(['Markt', 'Stadtpark', 'Bahnhof', 'Dom'])}",
                f"{name} & {rng.choice(['Söhne', 'Sohn', 'Partner', 'Töchter', 'Co'])}",
                f"{genitive(name).rstrip(chr(39))} "
                f"{rng.choice(['Hofladen', 'Backstube', 'Weinkeller'])}",
            ]
        )

    def firm(self, name: str, town: str) -> str:
        rng = self.rng
        by_country = {"AT": COMPANY_FORMS_AT, "CH": COMPANY_FORMS_CH}
        form = rng.choice(by_country.get(self.country, COMPANY_FORMS))
        return rng.choice(
            [
                f"{name} {form}",
                f"{name} {rng.choice(TRADE_ENDS)} {form}",
                f"{rng.choice(TRADES)} {name} {form}",
                f"{name} & {self.lists.surname(rng, self.country)} {form}",
                f"{town.split(' ')[0]}er {rng.choice(TRADE_ENDS)} {form}",
                f"Rechtsanwälte {name} & {self.lists.surname(rng)}",
            ]
        )

    # --- net, parcels, coordinates --------------------------------------------------------------

    def make_court(self, _: str) -> list[Piece]:
        """The court of a register; it is an authority, no address."""
        town = self.lists.place(self.rng, "DE").town
        return [(self.rng.choice(["Amtsgericht ", "AG ", "AG "]) + town, None)]

    def make_url(self, argument: str) -> list[Piece]:
        rng, host = self.rng, self.host("u" + argument)
        last, number = ascii_name(self.person("sender").last), values.digits(rng, 6)
        token = values.shape(rng, "********")
        site = rng.choice(
            [f"https://www.{host}", f"www.{host}", host, f"https://{host}", f"www.{host}/kontakt"]
        )
        made = rng.choice(
            [
                f"https://portal.{host}/kunde/{number}", f"https://{host}/t/{token}", f"http://{last}.{host}/",
                f"https://shop.{host}/order?id={number}", f"https://mein.konto.example/rechnung/{token}.pdf",
                f"https://cloud.{host}/s/{token}", f"https://www.netzwerk.example/in/{last}-{token[:6]}",
                f"https://track.paket.example/?piececode={values.digits(rng, 20)}", f"https://meet.example/j/{values.digits(rng, 11)}?pwd={token}",
            ]
        )  # fmt: skip
        if argument in {"site", "imprint"} or rng.random() < 0.4:
            made = site
        return [(made, "URL")]

    def make_hostname(self, _: str) -> list[Piece]:
        name = invent.hostname(self.rng, self.host("h"))
        if self.rng.random() < 0.06:
            first = self.person("sender").first.split(" ")[0]
            name = self.rng.choice(["iPhone-von-", "iPad-", "Galaxy-von-"]) + first
        return [(self.keep("hostname", name), "OTHER")]

    def make_wallet(self, _: str) -> list[Piece]:
        return [("bc1q" + values.shape(self.rng, "*" * 38), "OTHER")]

    def make_ssid(self, _: str) -> list[Piece]:
        last = self.person("sender").last.replace(" ", "")
        name = self.rng.choice(
            [
                f"WLAN-{last}",
                f"Fam{last}",
                f"{last}_EG",
                f"{last}s Netz",
                f"{last}_{self.rng.randint(2, 5)}G",
                f"FRITZ!Box {last}",
            ]
        )
        return [(self.keep("ssid", name), "OTHER")]

    def make_tracking(self, argument: str) -> list[Piece]:
        made = values.shape(
            self.rng,
            self.rng.choice(
                [
                    "JJD0003900112########", "00340434############", "00340434############", "0034############", "1Z###@@###########", "RR#########DE", "H##############",
                    "RT ## ### ### #DE", "99.##.######.########", "############", "JD##################", "CP#########CH", "###-########", "@@#########@@", "H###############", "############", "##############",
                ]
            ),
        )  # fmt: skip
        return [(self.keep(f"tracking{argument}", made), "OTHER")]

    def make_gps(self, _: str) -> list[Piece]:
        north, east = self.rng.uniform(46, 54.5), self.rng.uniform(6, 15)
        return [
            (
                self.rng.choice(
                    [
                        f"{north:.5f}, {east:.5f}", f"{north:.4f}, {east:.4f}", f"{north:.5f}° N, {east:.5f}° O",
                        f"{north:.5f} N, {east:.5f} E", f"{north:.5f},{east:.5f}", f"N{north:.4f} E{east:.4f}",
                    ]
                ),
                "OTHER",
            )
        ]  # fmt: skip
