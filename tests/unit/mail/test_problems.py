from __future__ import annotations

import re
from pathlib import Path

import desktop.mail
from desktop.mail.problems import DOUBT, LOST

FOLDER = Path(desktop.mail.__file__).parent
CODE = re.compile(
    r'(?:Problem|report)\(\s*(?:\w+ if \w+ else )?"([a-z0-9_]+)"'
    r'|report\("([a-z0-9_]+)" if \w+ else "([a-z0-9_]+)"'
    r'|Problem\("([a-z0-9_]+)" if \w+ else "([a-z0-9_]+)"\)'
    r'|code = "([a-z0-9_]+)" if [^\n]+ else "([a-z0-9_]+)"'
    r'|(?:code, detail = |None, )"([a-z0-9_]+)",'
)


def test_every_code_is_listed_once() -> None:
    used = {
        code
        for path in FOLDER.glob("*.py")
        for match in CODE.finditer(path.read_text("utf-8"))
        for code in match.groups()
        if code
    }
    assert used == LOST | DOUBT
    assert not LOST & DOUBT
