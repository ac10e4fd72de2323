"""Persons of the case: names, titles, relations, their mail addresses and user names."""

from __future__ import annotations

from models.training.generator import invent, values
from models.training.generator.base import Case, Human, ascii_name
from models.training.generator.lists import ARABIC_AFRICAN, NICKNAMES
from models.training.generator.markup import Piece

ROLES = frozenset(
    "sender other relative agent neighbour boss child child2 doctor witness tenant landlord friend ex "
    "p1 p2 p3 p4 p5 p6 him him2 her her2".split()
)
FAMILY = frozenset({"relative", "child", "child2"})
MAIL_HOSTS = (
    "gmx.example web.example postkasten.example t-post.example mailbox.example freenetz.example "
    "gmx.de web.de gmail.com t-online.de outlook.de icloud.com bluewin.ch aon.at yahoo.de hotmail.com "
    "gmx.net gmx.at freenet.de posteo.de mail.example chello.at hispeed.ch arcor.de googlemail.com"
).split()
RELATIONS = {
    "m": "Mann Sohn Vater Bruder Schwiegervater Opa Enkel Onkel Neffe Lebensgefährte Freund Verlobter "
    "Schwager Cousin Schwiegersohn Papa Großvater".split(),
    "f": "Frau Tochter Mutter Schwester Schwiegermutter Oma Enkelin Tante Nichte Lebensgefährtin "
    "Freundin Verlobte Schwägerin Cousine Schwiegertochter Mama Großmutter".split(),
}
RELATIONS_EN = {
    "m": "husband son father brother grandson uncle partner boyfriend dad nephew".split(),
    "f": "wife daughter mother sister granddaughter aunt partner girlfriend mum niece".split(),
}
JOBS = (
    "Techniker Mitarbeiter Kollege Berater Monteur Sachbearbeiter Hausmeister Fahrer Verkäufer Gutachter "
    "Installateur Kundenbetreuer Zusteller Makler Vertreter Teamleiter Filialleiter Trainer Lehrer"
).split()
WEAK = {"Kollege": "Kollegin"}
ENDINGS = {"nom": "", "gen": "es", "dat": "em", "acc": "en"}


class People(Case):
    """Slots that give persons; every one has gender, and relation words agree with it."""

    def person(self, role: str) -> Human:
        if role not in self.people:
            self.people[role] = self.invent(role)
        return self.people[role]

    def invent(self, role: str) -> Human:
        rng, names = self.rng, self.lists
        gender = {"hi": "m", "he": "f"}.get(role[:2]) or rng.choice("fm")
        if self.english and rng.random() < 0.75:
            first, last = names.foreigner(rng, gender, rng.choice(["GB", "US", "IE"]))
        elif rng.random() < 0.16:
            first, last = names.foreigner(rng, gender)
        else:
            first = names.first_name(rng, gender)
            if rng.random() < 0.04:
                first = rng.choice(ARABIC_AFRICAN)
            if rng.random() < 0.09:
                first += rng.choice(["-", " "]) + names.first_name(rng, gender)
            last = names.surname(rng, self.country)
        if rng.random() < 0.08:
            last += "-" + names.surname(rng, self.country)
        elif rng.random() < 0.03:
            last = (
                rng.choice("von_,van_,de_,von der_,El_,al-,zu_,Di_,Lo_,v. ".split(",")).replace(
                    "_", " "
                )
                + last
            )
        if role in FAMILY and rng.random() < 0.6:
            last = self.person("sender").last
        return Human(gender, first, last)

    # --- persons ---------------------------------------------------------------------------

    def person_slot(self, role: str, form: str) -> list[Piece]:
        """The person in one of many written forms; raises KeyError for a form nobody knows."""
        human = self.person(role)
        first, last = human.first, human.last
        if form == "any":
            form = self.rng.choice(["", "", "", "short", "first", "last", "reversed", "loose"])
        if form == "sig":
            form = self.rng.choice(
                ["", "", "", "", "", "first", "first", "short", "last", "initials", "nick", "firstinitial", "couple", "upper", "loose"]
            )  # fmt: skip
        if form in {"title", "titledat", "mr"}:
            return self.titled(human, form)
        if form in {"sg", "dear"}:
            return self.salutation(human, form)
        plain = {
            "": human.full,
            "first": first,
            "last": last,
            "short": self.shortened(human),
            "upper": human.full.upper(),
            "upperlast": last.upper(),
            "lower": human.full.lower(),
            "lowerfirst": first.lower(),
            "reversed": f"{last}, {first}",
            "loose": f"{last} {first}",
            "passport": f"{last.upper()}/{first.upper()}",
            "genitive": genitive(first),
            "genitivelast": genitive(last),
            "nick": self.nick(role, first),
            "namesake": self.keep(f"birth-{role}", self.lists.surname(self.rng, self.country)),
            "kuerzel": (first[:1] + last[:1]).lower(),
        }
        if form in plain:
            return [(plain[form], "PERSON")]
        return {
            "initials": [(f"{first[0]}. {last[0]}", "PERSON"), (".", None)],
            "firstinitial": [(f"{first} {last[0]}", "PERSON"), (".", None)],
            "letter": [(first[0], "PERSON"), (".", None)],
            "couple": self.couple(human),
        }[form]

    def couple(self, human: Human) -> list[Piece]:
        other = self.lists.first_name(self.rng, "m" if human.gender == "f" else "f")
        joint = self.rng.choice([" und ", " & ", " u. ", " + "])
        return [(human.first, "PERSON"), (joint, None), (f"{other} {human.last}", "PERSON")]

    def shortened(self, human: Human) -> str:
        parts = human.first.replace(" ", "-").split("-")
        gap = self.rng.choice([" ", " ", " ", ""])
        return "-".join(f"{part[0]}." for part in parts if part) + gap + human.last

    def nick(self, role: str, first: str) -> str:
        if self.rng.random() < 0.6:
            return self.keep(f"nick-{role}", self.rng.choice(NICKNAMES))
        return self.keep(f"nick-{role}", first[: max(3, len(first) // 2)].rstrip(" -") + "i")

    def titled(self, human: Human, form: str) -> list[Piece]:
        rng, woman = self.rng, human.gender == "f"
        if self.english:
            word = rng.choice(["Ms", "Mrs", "Ms.", "Dr"] if woman else ["Mr", "Mr", "Mr.", "Dr"])
            return [(word + " ", None), (human.last, "PERSON")]
        if form == "mr":
            word = rng.choice(["Fr.", "Frau"] if woman else ["Hr.", "Hrn.", "Herr"])
        else:
            word = "Frau" if woman else ("Herrn" if form == "titledat" else "Herr")
        word += rng.choice(
            ["", "", "", "", "", "", " Dr.", " Prof. Dr.", " Ing.", " Mag.", " Dipl.-Ing."]
        )
        return [(word + " ", None), (human.last, "PERSON")]

    def salutation(self, human: Human, form: str) -> list[Piece]:
        woman = human.gender == "f"
        if form == "dear":
            if self.english:
                return [("Dear ", None), (human.first, "PERSON")]
            return [("Liebe " if woman else "Lieber ", None), (human.first, "PERSON")]
        if self.english:
            return [("Dear ", None), *self.titled(human, "title")]
        word = self.rng.choice(["Sehr geehrte", "Sehr geehrte", "Sehr geehrte", "Liebe", "Werte"])
        return [(word + ("" if woman else "r") + " ", None), *self.titled(human, "title")]

    # --- words that agree with a person ------------------------------------------------------

    def make_sex(self, argument: str) -> list[Piece]:
        """``{sex:role:he/she}``: the word that fits the person's gender."""
        role, _, words = argument.partition(":")
        him, _, her = words.partition("/")
        return [(her if self.person(role).gender == "f" else him, None)]

    def make_kin(self, argument: str) -> list[Piece]:
        """``{kin:case:role}``: "meine Tochter", "meinem Sohn"; relation kept for the whole mail."""
        case, _, role = argument.partition(":")
        role = role or "relative"
        gender = self.person(role).gender
        table = RELATIONS_EN if self.english else RELATIONS
        word = self.kin.setdefault(role, self.rng.choice(table[gender]))
        if self.english:
            return [(("My " if case == "Nom" else "my ") + word, None)]
        low = case.lower()
        if gender == "f":
            text = ("meine " if low in {"nom", "acc"} else "meiner ") + word
        else:
            weak = word in {"Neffe", "Lebensgefährte", "Verlobter"} and low != "nom"
            ending = {"gen": "s", "dat": "", "acc": "", "nom": ""}[low]
            text = f"mein{ENDINGS[low]} " + (word.rstrip("r") + "n" if weak else word + ending)
        return [(text[0].upper() + text[1:] if case[0].isupper() else text, None)]

    def make_job(self, argument: str) -> list[Piece]:
        """``{job:role}``: "Ihr Techniker", "Ihre Technikerin"."""
        word = self.rng.choice(JOBS)
        if self.person(argument or "agent").gender == "f":
            return [("Ihre " + WEAK.get(word, word + "in"), None)]
        return [("Ihr " + word, None)]

    # --- addresses on the net ------------------------------------------------------------------

    def host(self, argument: str) -> str:
        stem = ascii_name(self.lists.surname(self.rng)) + self.rng.choice(
            ["-technik", "-bau", "-gmbh", "", "it", "-online", "-immobilien", "-handel", "-partner", "-recht", "-praxis"]
        )  # fmt: skip
        ending = self.rng.choice([".example", ".de", ".com", ".at", ".ch", ".example", ".example"])
        return self.keep(f"host{argument}", (stem or "kontor") + ending)

    def make_email(self, argument: str) -> list[Piece]:
        rng, human = self.rng, self.person(argument or "sender")
        if argument == "office":
            human = self.person("sender")
        first, last = ascii_name(human.first), ascii_name(human.last)
        host = rng.choice(MAIL_HOSTS) if rng.random() < 0.65 else self.host("")
        local = rng.choice(
            [
                f"{first}.{last}", f"{first}.{last}", f"{first[:1]}.{last}", last, f"{first}{last}",
                f"{first}_{last}{rng.randint(1, 99)}", f"{last}.{first}", f"{first[:1]}{last}",
                f"{first}{rng.randint(50, 99)}", f"info.{last}", f"{first}-{last}", f"fam.{last}",
                f"{first}.{last[:1]}{rng.randint(1, 99)}", values.shape(rng, "%%%%%.##"),
            ]
        )  # fmt: skip
        if argument == "office":
            host = self.host("")
            local = rng.choice(
                "info kontakt service office buero kanzlei praxis verwaltung post einkauf".split()
            )
        text = self.keep(f"email-{argument}", f"{local}@{host}")
        if rng.random() < 0.03:
            text = text.replace("@", rng.choice([" (at) ", "(at)", "[at]", " at ", "(ät)"]))
        return [(text, "EMAIL")]

    def make_user(self, argument: str) -> list[Piece]:
        human = self.person(argument if argument in ROLES else "sender")
        made = invent.user_name(self.rng, ascii_name(human.first), ascii_name(human.last))
        return [(self.keep(f"user{argument}", made), "USERNAME")]

    def make_handle(self, argument: str) -> list[Piece]:
        """A name on a social network, with its @ sign."""
        text = self.make_user(argument)[0][0]
        return [(("@" if not text.startswith("@") else "") + text, "USERNAME")]

    def make_domuser(self, argument: str) -> list[Piece]:
        domain = ascii_name(self.lists.surname(self.rng)) or "corp"
        domain = self.rng.choice(["CORP", "INTRA", "AD", domain, domain.upper(), domain.upper()])
        return [(f"{domain}\\{self.make_user(argument)[0][0]}", "USERNAME")]


def genitive(name: str) -> str:
    return name + ("'" if name[-1] in "sxzß" else "s")
