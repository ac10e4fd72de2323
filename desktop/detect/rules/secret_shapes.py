"""Secrets that need no word: tokens with a maker's prefix, keys in groups, cookies, URLs."""

from __future__ import annotations

from desktop.detect.rules.engine import Recogniser, View
from desktop.domain import Label

_PREFIX = (
    r"(?:glpat-|gh[pousr]_|github_pat_|[sprb]k_(?:live|test)_|whsec_|sk-|xox[abeprs]-|AKIA|ASIA|"
    r"AIza|ya29\.|SG\.|dop_v1_|npm_|pypi-|hf_|shpat_|sess[._-]|ses\.|EAAC)"
)


def random_looking(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    return sum(map(str.isdigit, value)) >= 2 and sum(map(str.isalpha, value)) >= 2


SECRET = Label.PASSWORD
RECOGNISERS = (
    Recogniser(
        "jwt", SECRET, r"eyJ[0-9A-Za-z_-]{8,}(?:\.[0-9A-Za-z_-]{2,}){0,2}", 0.98, needs="eyj"
    ),
    Recogniser(
        "token_bearer",
        SECRET,
        r"Bearer ([0-9A-Za-z._-]{10,})",
        0.95,
        accept=random_looking,
        needs="bearer",
    ),
    Recogniser(
        "token_whole", SECRET, rf"{_PREFIX}[0-9A-Za-z._-]{{8,}}", 0.97, accept=random_looking
    ),
    Recogniser(
        "token_personal",
        SECRET,
        r"[a-z]+_(?:pat|key|secret|token|live|test)_[0-9A-Za-z]{12,}",
        0.95,
        accept=random_looking,
        needs="_",
    ),
    Recogniser(
        "licence_key",
        SECRET,
        r"[A-Z0-9]{5}(?:-[A-Z0-9]{5}){2,5}",
        0.9,
        accept=random_looking,
        needs="-",
    ),
    Recogniser("disk_key", SECRET, r"[0-9]{6}(?:-[0-9]{6}){3,7}", 0.95, needs="-"),
    Recogniser(
        "crypt_hash",
        SECRET,
        r"\$[0-9][a-z]{0,2}\$[0-9A-Za-z./$]{12,}",
        0.95,
        before=None,
        after=None,
        needs="$",
    ),
    Recogniser(
        "session_cookie",
        SECRET,
        r"(?:[a-z_.-]{0,30}sess(?:ion)?(?:_?id)?|[a-z]*cookie|sid|jsessionid|"
        r"phpsessid|auth|csrf[a-z_-]{0,10})=([^ ;,\n\"'&]{6,})",
        0.93,
        small=True,
        after=None,
        needs="=",
    ),
    Recogniser(
        "digest_response",
        SECRET,
        r"response=\"([0-9a-f]{16,64})\"",
        0.9,
        small=True,
        after=None,
        needs="response=",
    ),
    Recogniser(
        "url_password",
        SECRET,
        r"://[^ :@/\n]{0,60}:([^ @/\n]{1,120})@",  # "redis://:secret@host" names no user
        0.97,
        before=None,
        after=None,
        trim="",
        needs="://",
    ),
)
