"""Makers of single values: numbers with right checksums, in the many ways people write them."""

from __future__ import annotations

import random
import string

UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ"
PLATE_DISTRICTS = (
    "B HH M K F S D DO E HB H L DD N MA KA HD FR UL A R WÜ BA BI MS OS OL KI HL HRO SN MD HAL EF J G "
    "LEV BN AC NE MG KR W GE BO HA SI PB GT HF MI LIP GÖ KS MR GI WI DA OF HG MTK FD MZ LU SP NW KL "
    "TR KO SB HN LB ES GP TÜ RT BL VS KN FN RV BC AA WN MEP EL LER AUR WHV CUX STD ROW HK CE LG UE"
).split()
PLATE_AT = "W G L S I K GU LL MD BN WB WN KB IM KU VB GM VL FK B DO".split()
PLATE_CH = "ZH BE LU UR SZ OW NW GL ZG FR SO BS BL SH AR AI SG GR AG TG TI VD VS NE GE JU".split()


def digits(rng: random.Random, count: int, *, first: str = "0123456789") -> str:
    return rng.choice(first) + "".join(rng.choice(string.digits) for _ in range(count - 1))


def shape(rng: random.Random, pattern: str) -> str:
    """Fill a pattern: ``#`` digit, ``@`` capital letter, ``%`` small letter, ``*`` hex digit."""
    table = {
        "#": string.digits,
        "@": UPPER,
        "%": string.ascii_lowercase,
        "*": "0123456789abcdef",
    }
    return "".join(rng.choice(table[c]) if c in table else c for c in pattern)


def group(text: str, sizes: list[int], separator: str = " ") -> str:
    out, index = [], 0
    for size in sizes:
        out.append(text[index : index + size])
        index += size
    if text[index:]:
        out.append(text[index:])
    return separator.join(part for part in out if part)


def iban_for(country: str, bban: str) -> str:
    """ISO 13616 check digits (mod 97-10) for a basic account number."""
    moved = bban + country + "00"
    number = int("".join(str(int(c, 36)) for c in moved))
    return f"{country}{98 - number % 97:02d}{bban}"


def iban(rng: random.Random, country: str) -> str:
    lengths = {"DE": 18, "AT": 16, "CH": 17}
    if country == "NL":
        bban = shape(rng, "@@@@##########")
    elif country == "GB":
        bban = shape(rng, "@@@@##############")
    else:
        bban = digits(rng, lengths.get(country, 18), first="12345678")
    code = iban_for(country if country in {"DE", "AT", "CH", "NL", "GB"} else "DE", bban)
    style = rng.random()
    if style < 0.03:
        mask = rng.choice("X*")
        if rng.random() < 0.3:
            return f"{code[:4]} {rng.choice(['...', '…', '....'])}{code[-4:]}"
        return group(code[:4] + mask * (len(code) - 8) + code[-4:], [4] * 9)
    if style < 0.6:
        return group(code, [4] * 9)
    if style < 0.9:
        return code
    return group(code, [4] * 9, rng.choice(["-", ".", "\u00a0", "  "]))


def bic(rng: random.Random, country: str) -> str:
    bank = "".join(rng.choice(UPPER) for _ in range(4))
    return (
        bank
        + country
        + rng.choice(["FF", "MM", "21", "1K", "22", "ZZ"])
        + rng.choice(["", "XXX", "HAN", digits(rng, 3)])
    )


def luhn_complete(body: str) -> str:
    total = 0
    for place, character in enumerate(reversed(body)):
        value = int(character) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return body + str(-total % 10)


def card(rng: random.Random) -> str:
    prefix = rng.choice(["4", "51", "52", "54", "37", "4", "5232"])
    length = 15 if prefix == "37" else 16
    number = luhn_complete(prefix + digits(rng, length - 1 - len(prefix)))
    if rng.random() < 0.15:
        mask = rng.choice(["*", "x", "X", "*"])
        first = number[:4] if rng.random() < 0.3 else mask * 4
        return rng.choice([" ", " ", "-"]).join([first, mask * 4, mask * 4, number[-4:]])
    sizes = [4, 6, 5] if length == 15 else [4] * 4
    return group(number, sizes, rng.choice([" ", " ", "-", ""]))


def ip(rng: random.Random) -> str:
    draw = rng.random()
    if draw < 0.04:
        return "fe80::" + ":".join(shape(rng, "****") for _ in range(4))
    if draw < 0.36:
        return f"192.168.{rng.randint(0, 254)}.{rng.randint(2, 254)}"
    if draw < 0.5:
        return f"10.{rng.randint(0, 99)}.{rng.randint(0, 254)}.{rng.randint(2, 254)}"
    return ".".join(str(rng.randint(11, 223) if i == 0 else rng.randint(1, 254)) for i in range(4))


def mac(rng: random.Random) -> str:
    pairs = [shape(rng, "**") for _ in range(6)]
    separator = rng.choice([":", ":", ":", "-", ""])
    text = separator.join(pairs)
    if not separator:
        text = group("".join(pairs), [4, 4, 4], ".") if rng.random() < 0.5 else "".join(pairs)
    return text.upper() if rng.random() < 0.6 else text


def plate(rng: random.Random, country: str) -> str:
    if country == "GB":
        return shape(rng, rng.choice(["@@## @@@", "@@##@@@", "@# @@@"]))
    if country == "AT":
        number = digits(rng, rng.choice([3, 4, 5]), first="123456789")
        tail = shape(rng, "@" if len(number) == 5 else "@@")
        return (
            rng.choice(PLATE_AT)
            + rng.choice(["-", "-", " ", " "])
            + number
            + rng.choice(["", "", " "])
            + tail
        )
    if country == "CH":
        number = digits(rng, rng.choice([5, 6, 6]), first="123456789")
        return f"{rng.choice(PLATE_CH)} {group(number, [len(number) - 3, 3], rng.choice([' ', chr(39), '', '']))}"
    letters = shape(rng, rng.choice(["@", "@@"]))
    number = digits(rng, rng.randint(1, 4), first="123456789")
    style = rng.choice(
        [
            "{d}-{l} {n}",
            "{d}-{l} {n}",
            "{d} {l} {n}",
            "{d} {l} {n}",
            "{d}-{l}{n}",
            "{d} - {l} {n}",
            "{d}-{l}-{n}",
        ]
    )
    text = style.format(d=rng.choice(PLATE_DISTRICTS), l=letters, n=number)
    if rng.random() < 0.08:
        text = text.lower()
    return text + rng.choice(["", "", "", "", "E", "H"])


def secret(rng: random.Random) -> str:
    alphabet = string.ascii_letters + string.digits
    run = "".join(rng.choice(alphabet) for _ in range(rng.randint(20, 36)))
    return rng.choice(
        [
            f"sk_live_{run[:24]}",
            f"ghp_{run}",
            f"AKIA{run[:16].upper()}",
            run,
            f"eyJ{run[:18]}.eyJ{run}.{run[:22]}",
            f"glpat-{run[:20]}",
        ]
    )


def steuer_id(rng: random.Random) -> str:
    """Eleven digits with the ISO 7064 mod 11,10 check digit (§ 139b AO)."""
    pool = list(string.digits)
    rng.shuffle(pool)
    body = [*pool[:9], pool[rng.randint(0, 8)]]
    rng.shuffle(body)
    if body[0] == "0":
        body[0], body[1] = body[1], body[0]
    if body[0] == "0":
        body[0] = "1"
    product = 10
    for character in body:
        total = (int(character) + product) % 10 or 10
        product = total * 2 % 11
    number = "".join(body) + str((11 - product) % 10)
    return rng.choice([number, group(number, [2, 3, 3, 3])])


def ahv(rng: random.Random) -> str:
    body = "756" + digits(rng, 9)
    total = sum(int(c) * (3 if i % 2 else 1) for i, c in enumerate(body))
    number = body + str(-total % 10)
    return group(number, [3, 4, 4, 2], ".")


def serial(rng: random.Random) -> str:
    return shape(
        rng,
        rng.choice(
            [
                "@@##-####-######",
                "@##@#####",
                "SN-########",
                "###-@@-####",
                "@@@#########",
                "########",
                "##@@######",
                "@#@#-@#@#-####",
                "####-@@-#####",
                "S/##/######",
            ]
        ),
    )


def keyed(rng: random.Random, initials: str) -> str:
    """A customer, contract, order or ticket number in one of many house styles."""
    year = rng.choice(["2023", "2024", "2025", "2026", "24", "25", "26"])
    return shape(
        rng,
        rng.choice(
            [
                "#######",
                "########",
                "######",
                "##########",
                "## #### ####",
                "### ### ###",
                "####-###-####",
                f"{initials}-######",
                f"{initials}-{year}-#####",
                f"{initials}{year}####",
                f"{year}-######",
                f"{year}/#####",
                f"{initials}/{year}/####",
                "##-########",
                "#.###.###",
                "## ## ## ###-#",
                "##.###.###-#",
                f"{initials} ## ### ###",
                "@#######",
                "@@-####-@@",
                "####/#####",
                "####-#####-##",
                f"{initials}_######",
                "#-#####-##",
                "@@@######",
                "###.###.###",
                "K#####",
                "#####-@",
                "### ####-##",
            ]
        ),
    )


def tax_id(rng: random.Random, country: str) -> str:
    """A number of the tax or social insurance office of that country."""
    if country == "AT":
        return rng.choice(
            [shape(rng, "#### ######"), shape(rng, "ATU########"), shape(rng, "## ###/####")]
        )
    if country == "CH":
        return ahv(rng)
    return rng.choice(
        [
            steuer_id(rng),
            steuer_id(rng),
            shape(rng, "##/###/#####"),
            shape(rng, "DE#########"),
            shape(rng, "## ###### @ ###"),
            shape(rng, "@#########"),
        ]
    )


def session(rng: random.Random) -> str:
    """Session ids and tokens that stand in addresses, cookies and forms."""
    return shape(
        rng,
        rng.choice(
            ["*" * 24, "sess_" + "*" * 16, "sid_" + "*" * 16, "*" * 32, "PHPSESSID" + "*" * 12]
        ),
    )


def activation(rng: random.Random) -> str:
    """Codes on letters and licence cards that open something."""
    return shape(
        rng,
        rng.choice(
            [
                "@@@@-@@@@-@@@@",
                "#@#@-@@#@",
                "@####",
                "###-###",
                "######",
                "@#@#@-#@@@#-@@##@",
                "#### ####",
                "@@##-@@##-@@##",
            ]
        ),
    )
