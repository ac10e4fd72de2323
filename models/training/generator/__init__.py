"""Support mails made from parts, labelled as they are made.

Real German mail sets hold next to no IBANs, tax numbers, customer numbers, birth dates, passwords,
IP addresses or log lines; these mails bring them, together with hard negatives that look alike.

    python -m models.training.generator --count 20000 --seed 1 --out FILE.jsonl

``frames/`` holds the texts: ``LANGUAGE_PART.txt`` (and ``_1``, ``_2``: more of the same) one frame a
line, ``LANGUAGE_whole*.txt`` whole texts divided by ``%%``; the language is de or en, or at or ch for
what is said only there. ``markup`` explains their notation, the ``make_...`` methods of ``scene``,
``places`` and ``people`` are the slots, ``negatives`` gives text that counts as nobody's.
The label policy is that of the annotated sets (see ``../shared/data/README.md``).
"""

from models.training.generator.compose import generate

__all__ = ["generate"]
