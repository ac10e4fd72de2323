"""Telephone numbers as people of each country write them."""

from __future__ import annotations

import random

from models.training.generator.markup import Piece
from models.training.generator.values import digits, group, shape


def sizes(rng: random.Random, count: int) -> list[int]:
    """Groups for so many digits: one block, pairs, threes, or pairs from the right."""
    pairs = [2] * (count // 2)
    return rng.choice(
        [
            [count],
            [count],
            [3] * (count // 3 + 1) if count % 3 != 1 else [3] * (count // 3 - 1) + [2, 2],
            pairs if count % 2 == 0 else [*pairs[:-1], 3],
            pairs if count % 2 == 0 else [3, *pairs[:-1]],
            [count - 4, 4] if count > 5 else [count],
            [4, count - 4] if count > 5 else [count],
        ]
    )


def odd(rng: random.Random, text: str) -> str:
    """The same digits as people type them in a hurry or read them aloud."""
    plain = "".join(c for c in text if c.isdigit())
    draw = rng.random()
    if draw < 0.3:
        out, index = [], 0
        while index < len(plain):
            size = rng.choice([1, 2, 2, 3, 3])
            out.append(plain[index : index + size])
            index += size
        return " ".join(out)
    if draw < 0.45:
        return rng.choice("oO") + text[1:] if text[0] == "0" else text
    if draw < 0.6:
        return group(plain, [3, 3, 2, 2, 2], rng.choice("'.-/"))
    if draw < 0.7:
        return " ".join(plain)
    return group(plain, [2] * 9) if draw < 0.85 else plain


def phone(rng: random.Random, country: str) -> str:
    """A number in one of the usual layouts, now and then in an odd one."""
    text = usual(rng, country)
    return odd(rng, text) if rng.random() < 0.05 else text


# Country: its code, area codes of mobile networks, area codes of towns.
_AREAS = {
    "DE": (
        "49",
        "151 152 157 159 160 162 163 170 171 172 173 174 175 176 177 178 179".split(),
        "30 40 89 69 221 211 711 201 231 341 351 421 511 911 621 721 761 821 931 941 451 431 381 "
        "391 345 361 371 4321 5931 7612 8234 9131 2171 2261 3327 6221 7031 36601 38377".split(),
    ),
    "AT": (
        "43",
        "664 660 676 650 699 680".split(),
        "1 316 732 662 512 7612 2236 4242 5572 3842".split(),
    ),
    "CH": ("41", "79 78 76 77".split(), "44 31 61 27 71 41 43 22 52 81".split()),
}
_ENGLISH = (
    "+44 20 7### ####|(###) 555-01##|+1 ### 555 01##|07### ######|0161 496 0###|###-555-01##|"
    "+1 (###) 555-01## x##|07700 900###|+44 7### ######|0### ### ####|01### ######|020 7946 0###|"
    "+353 1 ### ####|04## ### ###|###.555.01##"
).split("|")


def usual(rng: random.Random, country: str) -> str:
    """A number as people of that country write it; the national prefix in its usual forms."""
    if country == "EN":
        return shape(rng, rng.choice(_ENGLISH))
    mobile = rng.random() < 0.5
    code, mobiles, towns = _AREAS[country]
    area = rng.choice(mobiles if mobile else towns)
    if country == "CH":
        subscriber = digits(rng, 7, first="23456789")
        body = group(subscriber, [3, 2, 2], " ")
    else:
        count = rng.randint(7, 8) if mobile else rng.choice([4, 5, 6, 6, 7, 7, 8])
        subscriber = digits(rng, count, first="123456789")
        body = group(subscriber, sizes(rng, count), rng.choice([" ", " ", " ", " ", "-", ".", "/"]))
    prefix = rng.choice(
        [
            f"0{area} ",
            f"0{area}/",
            f"0{area} / ",
            f"0{area}-",
            f"(0{area}) ",
            f"+{code} {area} ",
            f"+{code} (0){area} ",
            f"+{code} (0) {area} / ",
            f"00{code} {area} ",
            f"+{code}{area}",
            f"0{area}",
            f"0{area}.",
            f"0{area} - ",
            f"+{code}-{area}-",
            f"+{code} (0){area}/",
            f"0{area} ",
            f"0{area} – ",
            f"{code.join(['00', ''])}{area}",
            f"0{area[:1]} {area[1:]} / " if len(area) > 2 else f"0{area} ",
            f"+{code}.{area}.",
        ]
    )
    text = prefix + body
    if not mobile and rng.random() < 0.25:
        text += rng.choice(
            [
                "-0",
                " - 0",
                "-" + digits(rng, 2),
                "-" + digits(rng, 2),
                " - " + digits(rng, 2),
                " " + digits(rng, 2),
                "-" + digits(rng, 3),
                " DW " + digits(rng, 2),
                " Durchwahl " + digits(rng, 2),
            ]
        )
    return text


def extension(rng: random.Random, *, english: bool) -> list[Piece]:
    """An extension alone; it counts as a number, in German with the word before it."""
    number = digits(rng, rng.choice([2, 3, 3, 4]), first="123456789")
    if english:
        return [(rng.choice(["ext. ", "extension ", "x"]), None), (number, "PHONE")]
    return [(rng.choice(["DW ", "Durchwahl ", "DW -", "App. "]), None), (number, "PHONE")]
