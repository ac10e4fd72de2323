"""The log of every figure: one JSON object a line, appended and closed at once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


class Figures:
    """Callable: ``log(step=…, loss=…)`` appends a line to the file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __call__(self, **values: Any) -> None:
        with self.path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(values, ensure_ascii=False) + "\n")
