"""A small invented data folder, laid out like the real one, for the training road's test."""

from __future__ import annotations

import json
import lzma
import random
from pathlib import Path
from typing import Any

from models.training import corrections

GIVEN = ("Anna", "Bernd", "Clara", "Dieter", "Emine", "Falk", "Greta", "Holger", "Ilse", "Jonas")
SURNAMES = ("Amsel", "Buchfink", "Drossel", "Elster", "Falke", "Gimpel", "Habicht", "Ibis")
PLACES = (("12345", "Musterstadt"), ("54321", "Beispielburg"), ("98765", "Testhausen"))
OPENINGS = ("Hallo,", "Guten Tag,", "Sehr geehrte Damen und Herren,")
PROBLEMS = (
    "mein Drucker druckt nicht mehr.",
    "die Heizung bleibt kalt.",
    "der Fehler 0x80070005 kommt immer wieder.",
)


def mail(rng: random.Random) -> dict[str, Any]:
    """One annotated mail: a name, an address to write to and a number to call."""
    parts: list[tuple[str, str | None]] = []
    given, surname = rng.choice(GIVEN), rng.choice(SURNAMES)
    parts += [(rng.choice(OPENINGS) + "\n\n" + rng.choice(PROBLEMS) + "\n", None)]
    if rng.random() < 0.7:
        parts += [
            ("Tel. ", None),
            (f"0{rng.randrange(30, 99)} {rng.randrange(10**5, 10**7)}", "PHONE"),
        ]
        parts += [("\n", None)]
    parts += [("Mit freundlichen Grüßen\n", None), (f"{given} {surname}", "PERSON"), ("\n", None)]
    if rng.random() < 0.6:
        parts += [(f"{given.lower()}.{surname.lower()}@mail.example", "EMAIL")]
    text, spans = "", []
    for value, label in parts:
        if label:
            spans.append({"start": len(text), "end": len(text) + len(value), "label": label})
        text += value
    return {"text": text, "spans": spans, "lang": "de", "source": "invented"}


def letter(rng: random.Random) -> dict[str, Any]:
    """A private letter: a name at its beginning and one at its end, in other words than a mail."""
    text, spans = "", []
    greeted, greets = rng.choice(GIVEN), rng.choice(GIVEN)
    for part in (
        rng.choice(("Liebste ", "Moin ", "Na ")),
        greeted,
        rng.choice((", wie war euer Urlaub am Meer?\n", ", kommst du Samstag zum Grillen?\n")),
        "Bring die Kinder mit, wir freuen uns.\nFühl dich umarmt\n",
        greets,
    ):
        if part in (greeted, greets):
            spans.append({"start": len(text), "end": len(text) + len(part), "label": "PERSON"})
        text += part
    return {"text": text, "spans": spans, "lang": "de", "source": "invented"}


def _marked(example: dict[str, Any]) -> str:
    text: str = example["text"]
    for span in sorted(example["spans"], key=lambda one: -one["start"]):
        start, end = span["start"], span["end"]
        text = f"{text[:start]}⟦{span['label']}|{text[start:end]}⟧{text[end:]}"
    return text


def write(folder: Path, seed: int = 1) -> None:
    """``lm``, ``ner`` and ``lists`` under ``folder``."""
    rng = random.Random(seed)
    for name in ("lm", "ner", "lists"):
        (folder / name).mkdir(parents=True)
    texts = [mail(rng)["text"] for _ in range(400)]
    letters = random.Random(seed + 1)
    texts += [letter(letters)["text"] for _ in range(100)]  # unlike all that is labelled as ours
    (folder / "lm" / "de_mail_0.txt.xz").write_bytes(lzma.compress("\0".join(texts).encode()))
    for name, make, count in (
        ("mails_annotated", mail, 120),
        ("support_written", mail, 120),
        ("codealltag_train", letter, 80),
    ):
        lines = "".join(json.dumps(make(rng)) + "\n" for _ in range(count))
        (folder / "ner" / f"{name}.jsonl.xz").write_bytes(lzma.compress(lines.encode()))
    (folder / "written").mkdir()
    marked = "".join(f"=== de\n{_marked(mail(rng))}\n" for _ in range(40))
    (folder / "written" / "some.txt").write_text(marked, "utf-8")
    corrected = {"version": 1, "file": "de_mail_0.txt.xz", "number": 3, "spans": []}
    corrected["sha256"] = corrections.fingerprint(texts[3])
    (folder / "corrected").mkdir()
    (folder / "corrected" / "000.jsonl").write_text(json.dumps(corrected) + "\n", "utf-8")
    tables = {
        "vornamen_de_cities.tsv": "".join(f"{name}\tw\t{9}\n" for name in GIVEN),
        "personennamen.list": "\n".join(SURNAMES),
        "plz_ort_dach.tsv": "".join(f"DE\t{code}\t{place}\tHessen\n" for code, place in PLACES),
        "stadtnamen.list": "\n".join(place for _, place in PLACES),
        "strassennamen.list": "Amselweg\nAm Alten Markt\n",
        "firmennamen.list": "Drucker Amsel\nHeizung Drossel\n",
        "common-forenames-by-country.csv": "DE,1,,,,2021,N,1,x,F,Anna,Anna\n",
        "common-surnames-by-country.csv": "DE,1,DE-1,Amsel,Amsel,1,0.1\n",
    }
    for name, content in tables.items():
        (folder / "lists" / name).write_text(content, "utf-8")
