"""Numbers, secrets and machine names built from rules, so that no house style is learnt by heart."""

from __future__ import annotations

import random
import string

from models.training.generator.base import UMLAUTS
from models.training.generator.values import UPPER, digits

WORDS = (
    "Herbst Sommer Hund Katze Blau Fussball Garten Kaffee Montag Berlin Urlaub Sonne Tiger Pfannkuchen Nordsee "
    "Regenbogen Sonnenblume Matterhorn Schalke Oliven Baum Vogelnest Zahnfee Tomate Gurke Lade Strom Brot Butter "
    "Schmetterling Eisbär Kuchen Winter Wolke Fahrrad Gitarre Pinguin Erdbeere Marille Knödel Ovomaltine Passwort "
    "Geheim Hallo Willkommen Start Init Drachen Zauber Mama Papa Oma Engel Stern Mond Kirsche Keks Mausi Schatz "
    "Arsenal Waffle Summer Coffee Dragon Sunshine Monkey Liverpool Pizza Falke Löwe Adler Ferien Sylt Chaos Welle"
).split()
NAMES = "Luna Bella Rocky Emma Paul Felix Lilly Max Sabine Peter Anna Leon Mia Kaiser Jonas Marie Tim Rex Bruno".split()
HOST_WORDS = (
    "srv fs web mail app db gw fw mx ns dc nas backup build relay print proxy login vpn test prod erp sql ts exch hv "
    "node lic asa sw core ap cam kasse pos lab ad"
).split()
PLACES = "zh muc ber hh wien linz bs ffm str koe dub leeds zrh lst ztz kon ham nbg ka".split()
MIXED = string.ascii_letters + string.digits


def pick(rng: random.Random, alphabet: str, count: int) -> str:
    return "".join(rng.choice(alphabet) for _ in range(count))


def group_of(rng: random.Random, low: int, high: int, letters: float) -> str:
    """Digits, now and then with capital letters strewn in."""
    count = rng.randint(low, high)
    if rng.random() < letters:
        return pick(rng, UPPER + string.digits * 3, count)
    return digits(rng, count)


def id_number(rng: random.Random) -> str:
    """A customer, contract, order or case number: prefix, groups, separators, suffix."""
    while True:
        prefix = ""
        if rng.random() < 0.5:
            prefix = pick(rng, UPPER, rng.choice([1, 1, 2, 2, 2, 3, 3, 4]))
            prefix += rng.choice(["", "", "-", "-", "-", " ", "/", "_", "."])
        count = rng.choices([1, 2, 3, 4], [0.42, 0.32, 0.18, 0.08])[0]
        separator = rng.choice(["-", "-", " ", " ", "/", ".", ".", "_" if prefix else "-"])
        widths = (4, 10) if count == 1 else (2, 7) if count == 2 else (2, 4)
        letters = 0.1 if rng.random() < 0.3 else 0.0
        groups = [group_of(rng, *widths, letters) for _ in range(count)]
        if count > 1 and rng.random() < 0.25:
            groups[rng.randrange(count)] = str(rng.randint(2021, 2026))
        text = prefix + separator.join(groups)
        if rng.random() < 0.15:
            text += rng.choice(["-", "/", " ", "", ""]) + rng.choice(
                [pick(rng, UPPER, 1), pick(rng, UPPER, 2), digits(rng, 1)]
            )
        if sum(c.isdigit() for c in text) >= 4 and len(text) <= 24:
            return text.strip()


def word(rng: random.Random) -> str:
    made = rng.choice(WORDS if rng.random() < 0.75 else NAMES)
    return rng.choice([made, made, made, made.lower(), made.lower(), made.upper()])


def password(rng: random.Random) -> str:
    """What people take, what programs make, and what stands on labels under the router."""
    draw = rng.random()
    if draw < 0.34:
        return (
            word(rng)
            + rng.choice(["", "", "", "!", "#", "_", "-", ".", "@", "+"])
            + digits(rng, rng.choice([1, 2, 2, 2, 3, 4, 4]))
            + rng.choice(["", "", "", "", "!", "?", "$", "*", "irr"])
        )
    if draw < 0.42:
        return word(rng)
    if draw < 0.52:
        middle = rng.choice(["", "-", ".", "_", "+", "!", "&"])
        return (
            word(rng)
            + middle
            + word(rng)
            + rng.choice(["", digits(rng, 2), "!" + digits(rng, 2), "-" + digits(rng, 2)])
        )
    if draw < 0.72:
        end = rng.choice(MIXED)
        return pick(rng, MIXED + rng.choice(["", "", "!?#$%&*+-_"]), rng.randint(5, 13)) + end
    if draw < 0.9:
        alphabet = rng.choice(
            [MIXED, string.ascii_lowercase + string.digits, UPPER + string.digits, string.digits]
        )
        size, parts = rng.choice([3, 4, 4, 4, 5]), rng.choice([2, 3, 3, 4, 5])
        separator = " " if alphabet == string.digits else "-"
        return separator.join(pick(rng, alphabet, size) for _ in range(parts))
    return rng.choice(
        [
            digits(rng, 4) + pick(rng, UPPER, 1),
            "-".join(digits(rng, 4)),
            digits(rng, 3) + " " + digits(rng, 3),
            digits(rng, 16),
            word(rng).replace("a", "@").replace("i", "1").replace("o", "0") + digits(rng, 2),
            pick(rng, string.ascii_lowercase, 6) + digits(rng, 1) + "-" + word(rng).lower(),
            pick(rng, string.hexdigits[:16], rng.choice([16, 24, 32])),
        ]
    )


def pin(rng: random.Random) -> str:
    made = digits(rng, rng.choice([3, 4, 4, 4, 4, 5, 6, 6, 8]))
    return made + (rng.choice("ABCEHK") if rng.random() < 0.07 else "")


def hostname(rng: random.Random, domain: str) -> str:
    """A machine, alone or with the customer's domain."""
    number = digits(rng, rng.choice([1, 2, 2, 3]))
    stem, place = rng.choice(HOST_WORDS), rng.choice(PLACES)
    if rng.random() < 0.5:
        return rng.choice(
            [
                f"{rng.choice(['NB', 'PC', 'LT', 'WS', 'LAPTOP', 'DESKTOP', 'CLIENT'])}-{pick(rng, UPPER, rng.choice([2, 3]))}-{number}",
                f"{rng.choice(['NB', 'PC', 'LT', 'NG-LT', 'LT-DUB', 'KON'])}-{digits(rng, 4)}",
                f"{rng.choice(['LAPTOP', 'DESKTOP'])}-{pick(rng, UPPER + string.digits, 7)}",
                f"{stem.upper()}{number}", f"{stem.upper()}-{place.upper()}-{number}", f"{place.upper()}-{stem.upper()}{number}",
                f"{pick(rng, UPPER, 2)}-{stem.upper()}-{number}", f"{pick(rng, UPPER, 5)}-{stem.upper()}{number}",
                pick(rng, UPPER, 2) + pick(rng, UPPER + string.digits, 9), f"{stem.upper()}PRD{number}",
            ]
        )  # fmt: skip
    short = rng.choice(
        [
            f"{stem}{number}",
            f"{stem}-{place}-{number}",
            f"{stem}-{number}",
            f"{stem}-{place}",
            f"{place}-{stem}{number}",
            stem + pick(rng, string.ascii_lowercase, 4),
        ]
    )
    return short + rng.choice(
        [
            "",
            "",
            "",
            f".{domain}",
            f".{domain}",
            f".intern.{domain}",
            f".{place}.local",
            f".corp.{domain}",
        ]
    )


def user_name(rng: random.Random, first: str, last: str) -> str:
    """``first`` and ``last`` in plain small letters."""
    first, last = first or "kim", last or "may"
    initial, number = first[0], digits(rng, rng.choice([1, 2, 2, 2, 3, 4]))
    fancy = rng.choice(WORDS).lower().translate(UMLAUTS)
    fancy2 = rng.choice(
        "fee hase koenig mama wolf king maus jaeger lady gamer fan girl boy zocker 4ever exe".split()
    )
    joint = rng.choice(["_", ".", "-", "", "_", "."])
    draw = rng.random()
    if draw < 0.45:
        return rng.choice(
            [
                f"{initial}{last}", f"{last}{initial}", f"{first}{joint}{last}", f"{initial}.{last}", f"{last}{joint}{first}",
                f"{first}", f"{last}", f"{initial}{last[:6]}", f"{first[:2]}{last[:4]}", f"{last[:6]}{initial}", f"{first}.{last[:2]}",
            ]
        )  # fmt: skip
    if draw < 0.7:
        return rng.choice(
            [
                f"{last}{joint}{number}", f"{first}{joint}{number}", f"{first}{joint}{last}{number}", f"{initial}{last}{number}",
                f"{first}{last[:1]}{number}", f"{first}{joint}{initial}{joint}{number}", f"{last}{initial}{number}", f"{initial}{number}",
            ]
        )  # fmt: skip
    if draw < 0.85:
        return rng.choice(
            [
                f"{fancy}{fancy2}{joint}{number}", f"{fancy}{joint}{fancy2}", f"xX_{first}_Xx", f"{fancy}{number}", f"{fancy}_im_{fancy2}{number}",
                f"{fancy.capitalize()}{fancy2.capitalize()}{number}", f"{fancy}{joint}{first}", f"{first}.{fancy2}", f"oma_{first}", f"{fancy.capitalize()}_{initial.upper()}H",
            ]
        )  # fmt: skip
    return rng.choice(
        [
            f"svc_{rng.choice(HOST_WORDS)}", f"{rng.choice(HOST_WORDS)}_admin", f"adm-{last}", f"u{digits(rng, 6)}", f"web{digits(rng, 8)}",
            f"{pick(rng, UPPER, 2)}{digits(rng, 6)}", f"{pick(rng, string.ascii_lowercase, 2)}{digits(rng, 6)}", f"e{digits(rng, 8)}",
            f"t-{digits(rng, 4)}.{last}", f"{last}-{digits(rng, 6)}-01", f"mdt_{digits(rng, 5)}_{last}", f"ssh-w{digits(rng, 6)}", f"{last[:4]}{digits(rng, 2)}s",
        ]
    )  # fmt: skip


def ip_v6(rng: random.Random) -> str:
    hexes = [f"{rng.randrange(1, 65536):x}" for _ in range(7)]
    start = rng.choice(["2a02", "2003", "2001", "2a00", "2a01", "fd00"])
    keep = rng.choice([3, 3, 4, 7])
    return f"{start}:" + (
        ":".join(hexes)
        if keep == 7
        else ":".join(hexes[:keep]) + "::" + rng.choice([hexes[5], "1", hexes[6]])
    )
