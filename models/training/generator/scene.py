"""One imagined case: who writes, from where, about whom; and the value behind every slot."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from models.training.generator import negatives, values
from models.training.generator.lists import Lists
from models.training.generator.markup import Piece

MAIL_HOSTS = (
    "gmx.example web.example postkasten.example t-post.example mailbox.example freenetz.example "
    "gmx.de web.de gmail.com t-online.de outlook.de icloud.com bluewin.ch aon.at yahoo.de hotmail.com"
).split()
STREET_WORDS = "straße str. Str. weg gasse platz allee ring damm ufer steig".split()
UMLAUTS = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "é": "e",
        "ı": "i",
        "ş": "s",
        "ç": "c",
        "ğ": "g",
        "Ö": "Oe",
        "Ü": "Ue",
        "Ä": "Ae",
        "İ": "I",
        "ć": "c",
    }
)


def ascii_name(name: str) -> str:
    """The form a name takes in mail addresses and user names."""
    lowered = name.lower().translate(UMLAUTS)
    return "".join(c for c in lowered if c.isascii() and (c.isalnum() or c in "-"))


@dataclass(frozen=True, slots=True)
class Human:
    gender: str
    first: str
    last: str

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}"


@dataclass(slots=True)
class Scene:
    """Values are remembered by slot name, so a mail that names a number twice names the same one."""

    rng: random.Random
    lists: Lists
    country: str  # DE, AT, CH, EN
    kept: dict[str, str] = field(default_factory=dict)
    people: dict[str, Human] = field(default_factory=dict)

    def person(self, role: str) -> Human:
        if role not in self.people:
            rng = self.rng
            gender = rng.choice("fm")
            first = self.lists.first_name(rng, gender)
            if rng.random() < 0.08:
                first += rng.choice(["-", " "]) + self.lists.first_name(rng, gender)
            last = self.lists.surname(rng)
            if rng.random() < 0.06:
                last += "-" + self.lists.surname(rng)
            elif rng.random() < 0.03:
                last = (
                    rng.choice(["von ", "van ", "de ", "von der ", "El ", "al-", "zu ", "Di "])
                    + last
                )
            if role == "relative" and rng.random() < 0.6:
                last = self.person("sender").last
            self.people[role] = Human(gender, first, last)
        return self.people[role]

    def keep(self, key: str, value: str) -> str:
        return self.kept.setdefault(key, value)

    # --- persons ---------------------------------------------------------------------------

    def person_slot(self, role: str, form: str) -> list[Piece]:
        rng, human = self.rng, self.person(role)
        short = f"{human.first[0]}. {human.last}"
        forms: dict[str, list[Piece]] = {
            "": [(human.full, "PERSON")],
            "first": [(human.first, "PERSON")],
            "last": [(human.last, "PERSON")],
            "short": [(short, "PERSON")],
            "upper": [(human.full.upper(), "PERSON")],
            "reversed": [(f"{human.last}, {human.first}", "PERSON")],
            "genitive": [(human.first + ("'" if human.first[-1] in "sxzß" else "s"), "PERSON")],
            "initials": [(f"{human.first[0]}. {human.last[0]}.", "PERSON")],
            "nick": [(human.first[: max(3, len(human.first) // 2)] + "i", "PERSON")],
            "couple": [
                (human.first, "PERSON"),
                (rng.choice([" und ", " & ", " u. "]), None),
                (f"{self.lists.first_name(rng, 'fm'[rng.random() < 0.5])} {human.last}", "PERSON"),
            ],
        }
        if form == "any":
            form = rng.choice(["", "", "", "short", "first", "last", "reversed"])
        if form == "title":
            return [(self.title(human) + " ", None), (human.last, "PERSON")]
        if form == "titledat":
            title = "Frau" if human.gender == "f" else "Herrn"
            return [(f"{title} ", None), (human.last, "PERSON")]
        return forms[form]

    def title(self, human: Human) -> str:
        rng = self.rng
        if self.country == "EN":
            return (
                rng.choice(["Ms", "Mrs", "Ms."])
                if human.gender == "f"
                else rng.choice(["Mr", "Mr."])
            )
        word = "Frau" if human.gender == "f" else "Herr"
        return word + rng.choice(["", "", "", "", " Dr.", " Prof. Dr.", " Ing.", " Mag."])

    # --- everything else -------------------------------------------------------------------

    def slot(self, name: str, argument: str) -> list[Piece]:
        """The pieces for ``{name:argument}``; raises KeyError for a slot nobody knows."""
        if name in {"sender", "other", "relative", "agent", "neighbour", "boss"}:
            return self.person_slot(name, argument)
        maker = getattr(self, f"make_{name}", None)
        if maker is not None:
            made: list[Piece] = maker(argument)
            return made
        return [(negatives.make(name, self.rng), None)]

    def make_email(self, argument: str) -> list[Piece]:
        rng, human = self.rng, self.person(argument or "sender")
        first, last = ascii_name(human.first), ascii_name(human.last)
        local = rng.choice(
            [
                f"{first}.{last}",
                f"{first[:1]}.{last}",
                f"{last}",
                f"{first}{last}",
                f"{first}_{last}{rng.randint(1, 99)}",
                f"{last}.{first}",
                f"{first[:1]}{last}",
                f"{first}{rng.randint(50, 99)}",
                f"info.{last}",
            ]
        )
        host = rng.choice(MAIL_HOSTS) if rng.random() < 0.7 else self.host("")
        text = self.keep(f"email-{argument}", f"{local}@{host}")
        if rng.random() < 0.03:
            text = text.replace("@", rng.choice([" (at) ", "[at]", " at "]))
        return [(text, "EMAIL")]

    def host(self, argument: str) -> str:
        stem = ascii_name(self.lists.surname(self.rng)) + self.rng.choice(
            ["-technik", "-bau", "-gmbh", "", "it", "-online", "-immobilien", "-handel"]
        )
        return self.keep(
            f"host{argument}",
            stem + self.rng.choice([".example", ".de", ".com", ".at", ".ch", ".example"]),
        )

    def make_phone(self, argument: str) -> list[Piece]:
        return [(self.keep(f"phone{argument}", values.phone(self.rng, self.country)), "PHONE")]

    def make_iban(self, _: str) -> list[Piece]:
        country = self.country if self.country != "EN" else self.rng.choice(["GB", "NL"])
        return [(self.keep("iban", values.iban(self.rng, country)), "IBAN")]

    def make_bic(self, _: str) -> list[Piece]:
        return [(values.bic(self.rng, self.country.replace("EN", "GB")), "IBAN")]

    def make_account(self, _: str) -> list[Piece]:
        return [(values.digits(self.rng, self.rng.randint(6, 10), first="123456789"), "IBAN")]

    def make_blz(self, _: str) -> list[Piece]:
        code = values.digits(self.rng, 8, first="1234567")
        return [(self.rng.choice([code, values.group(code, [3, 3, 2])]), "IBAN")]

    def make_card(self, _: str) -> list[Piece]:
        return [(self.keep("card", values.card(self.rng)), "CREDIT_CARD")]

    def make_card4(self, _: str) -> list[Piece]:
        return [(values.digits(self.rng, 4), "CREDIT_CARD")]

    def make_cvv(self, _: str) -> list[Piece]:
        return [(values.digits(self.rng, 3), "PASSWORD")]

    def make_pin(self, _: str) -> list[Piece]:
        return [(values.pin(self.rng), "PASSWORD")]

    def make_password(self, _: str) -> list[Piece]:
        return [(values.password(self.rng), "PASSWORD")]

    def make_secret(self, _: str) -> list[Piece]:
        return [(values.secret(self.rng), "PASSWORD")]

    def make_user(self, _: str) -> list[Piece]:
        rng, human = self.rng, self.person("sender")
        first, last = ascii_name(human.first), ascii_name(human.last)
        made = rng.choice(
            [
                f"{first[:1]}{last}",
                f"{last}{first[:1]}",
                f"{first}_{last}",
                f"{last}{rng.randint(1, 99)}",
                f"{first}{rng.randint(50, 2010)}",
                values.shape(rng, "@@#####"),
                values.shape(rng, "%%######"),
                values.shape(rng, "u#####"),
                f"{first}.{last}",
                f"{rng.choice(['schnee', 'mond', 'zocker', 'garten', 'katzen', 'wolken'])}{rng.choice(['fee', 'hase', 'koenig', 'mama'])}_{rng.randint(1, 99)}",
            ]
        )
        return [(self.keep("user", made), "USERNAME")]

    def make_ip(self, _: str) -> list[Piece]:
        return [(values.ip(self.rng), "IP")]

    def make_mac(self, _: str) -> list[Piece]:
        return [(values.mac(self.rng), "MAC")]

    def make_plate(self, argument: str) -> list[Piece]:
        country = self.country if self.country != "EN" else "DE"
        return [(self.keep(f"plate{argument}", values.plate(self.rng, country)), "LICENSE_PLATE")]

    def make_dob(self, _: str) -> list[Piece]:
        return [(values.birth_date(self.rng, english=self.country == "EN"), "DATE_OF_BIRTH")]

    def make_date(self, _: str) -> list[Piece]:
        return [(values.date(self.rng, 2021, 2027, english=self.country == "EN"), "DATE")]

    def make_id(self, argument: str) -> list[Piece]:
        human = self.person("sender")
        initials = (
            values.shape(self.rng, "@@")
            if self.rng.random() < 0.8
            else human.first[0] + human.last[0]
        ).upper()
        return [(self.keep(f"id-{argument}", values.keyed(self.rng, initials)), "ID_NUMBER")]

    def make_serial(self, _: str) -> list[Piece]:
        return [(self.keep("serial", values.serial(self.rng)), "ID_NUMBER")]

    def make_taxid(self, _: str) -> list[Piece]:
        rng = self.rng
        made = {
            "AT": lambda: rng.choice(
                [f"{values.digits(rng, 4)} {values.digits(rng, 6)}", "ATU" + values.digits(rng, 8)]
            ),
            "CH": lambda: values.ahv(rng),
        }.get(
            self.country,
            lambda: rng.choice(
                [
                    values.steuer_id(rng),
                    f"{values.digits(rng, 2)}/{values.digits(rng, 3)}/{values.digits(rng, 5)}",
                    "DE" + values.digits(rng, 9),
                    f"{values.digits(rng, 2)} {values.digits(rng, 6)} {values.shape(rng, '@')} {values.digits(rng, 3)}",
                    values.shape(rng, "@#########"),
                ]
            ),
        )()
        return [(made, "ID_NUMBER")]

    def make_idcard(self, _: str) -> list[Piece]:
        return [
            (
                values.shape(
                    self.rng, self.rng.choice(["L#@##@###", "C##@#@@##", "T########", "L01X00T47#"])
                ),
                "ID_NUMBER",
            )
        ]

    def make_imei(self, _: str) -> list[Piece]:
        return [(values.luhn_complete("35" + values.digits(self.rng, 12)), "ID_NUMBER")]

    def make_meter(self, _: str) -> list[Piece]:
        return [
            (
                values.shape(
                    self.rng,
                    self.rng.choice(
                        [
                            "1EMH00########",
                            "1 LGZ 00## #### ####",
                            "########",
                            "DE000##############################"[:33],
                        ]
                    ),
                ),
                "ID_NUMBER",
            )
        ]

    def make_vin(self, _: str) -> list[Piece]:
        return [
            (
                values.shape(
                    self.rng,
                    self.rng.choice(
                        ["WVWZZZ1KZ@W######", "WBA########@#####", "TMBZZZ##@########"]
                    ),
                ),
                "ID_NUMBER",
            )
        ]

    def make_tracking(self, _: str) -> list[Piece]:
        return [
            (
                values.shape(
                    self.rng,
                    self.rng.choice(
                        [
                            "JJD0003900112########",
                            "00340434##########",
                            "1Z###@@###########",
                            "RR#########DE",
                        ]
                    ),
                ),
                "OTHER",
            )
        ]

    def make_gps(self, _: str) -> list[Piece]:
        return [(f"{self.rng.uniform(46, 54.5):.5f}, {self.rng.uniform(6, 15):.5f}", "OTHER")]

    def make_url(self, _: str) -> list[Piece]:
        human, host = self.person("sender"), self.host("u")
        return [
            (
                self.rng.choice(
                    [
                        f"https://www.{host}",
                        f"www.{host}",
                        f"https://portal.{host}/kunde/{values.digits(self.rng, 6)}",
                        f"https://{host}/t/{values.shape(self.rng, '********')}",
                        f"http://{ascii_name(human.last)}.{host}/",
                        f"https://shop.{host}/order?id={values.digits(self.rng, 8)}",
                    ]
                ),
                "URL",
            )
        ]

    def make_street(self, argument: str) -> list[Piece]:
        rng = self.rng
        number = rng.choice(
            [
                str(rng.randint(1, 180)),
                f"{rng.randint(1, 99)}{rng.choice('abcd')}",
                f"{rng.randint(1, 60)} {rng.choice('abc')}",
                f"{rng.randint(1, 60)}-{rng.randint(61, 80)}",
                f"{rng.randint(1, 30)}/{rng.randint(1, 20)}",
            ]
        )
        if self.country == "AT" and rng.random() < 0.4:
            number = f"{rng.randint(1, 90)}/{rng.randint(1, 5)}/{rng.randint(1, 40)}"
        if self.country == "EN":
            street = f"{rng.randint(1, 220)} {self.lists.surname(rng)} {rng.choice(['Street', 'Road', 'Lane', 'Avenue', 'Close', 'Drive'])}"
            return [(self.keep(f"street{argument}", street), "ADDRESS")]
        base = rng.choice(self.lists.streets)
        if rng.random() < 0.3:
            base = self.lists.surname(rng) + rng.choice(
                ["straße", "str.", "weg", "gasse", "platz", "allee"]
            )
        if self.country == "CH":
            base = base.replace("ß", "ss")
        elif rng.random() < 0.25:
            base = base.replace("straße", "str.").replace("Straße", "Str.")
        extra = (
            rng.choice(
                ["", "", "", "", "", ", 2. OG", ", Hinterhaus", ", Whg. 14", ", c/o " + "Lager"]
            )
            if argument == "full"
            else ""
        )
        text = f"{base} {number}"
        if rng.random() < 0.05:
            text = rng.choice(
                [
                    f"Postfach {values.digits(rng, 4)}",
                    f"Packstation {values.digits(rng, 3)}",
                    f"{rng.choice('ABCDEFGHLMNOPQ')} {rng.randint(1, 7)}, {rng.randint(1, 30)}",
                ]
            )
        return [
            (
                self.keep(f"street{argument}", text + (extra if "c/o" not in extra else "")),
                "ADDRESS",
            )
        ]

    def make_town(self, argument: str) -> list[Piece]:
        if self.country == "EN":
            return [
                (
                    self.rng.choice(
                        "Leeds Galway Bristol Cork Norwich Dundee Swansea Derby Exeter".split()
                    )
                    + self.rng.choice(["", values.shape(self.rng, " LS# #@@")]),
                    "LOCATION",
                )
            ]
        place = self.lists.place(self.rng, self.country)
        prefix = self.rng.choice(
            [
                "",
                "",
                "",
                f"{place.country}-",
                f"{place.country[0]}-" if place.country != "CH" else "CH-",
            ]
        )
        return [
            (self.keep(f"town{argument}", f"{prefix}{place.postcode} {place.town}"), "LOCATION")
        ]

    def make_place(self, _: str) -> list[Piece]:
        town = self.lists.place(self.rng, self.country).town if self.country != "EN" else "Leeds"
        return [(town, "LOCATION")]

    def make_org(self, _: str) -> list[Piece]:
        rng, name = self.rng, self.lists.surname(self.rng)
        made = rng.choice(
            [
                f"{name} GmbH",
                f"{name} & {self.lists.surname(rng)} GbR",
                f"Elektro {name}",
                f"Bäckerei {name}",
                f"Autohaus {name} GmbH & Co. KG",
                f"Praxis Dr. {name}",
                f"Kanzlei {name}",
                f"{name} Bau GmbH",
                f"TSV {self.lists.place(rng, 'DE').town} e.V",
                f"Grundschule {self.lists.place(rng, 'DE').town}",
                rng.choice(self.lists.firms),
                f"{name} e.K",
                f"Malerbetrieb {name}",
                f"Physiotherapie {name}",
                f"{name} AG",
            ]
        )
        return [(self.keep("org", made), "ORG")]
