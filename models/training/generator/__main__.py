"""Write generated mails: python -m models.training.generator --count N --seed S --out FILE.jsonl"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from models.training.generator import generate


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    part = options.out.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        for mail in generate(options.count, options.seed):
            file.write(json.dumps(mail, ensure_ascii=False) + "\n")
    part.replace(options.out)
    print(f"{options.count} mails in {options.out}")


if __name__ == "__main__":
    main()
