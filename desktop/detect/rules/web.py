"""URLs that say who somebody is, or carry an id; not the web's public reading matter."""

from __future__ import annotations

from desktop.detect.rules.engine import SMALL, Recogniser, View, has_word
from desktop.detect.rules.lexicon import words
from desktop.domain import Label

_LABELS = f"(?:[0-9{SMALL}_](?:[0-9{SMALL}_-]{{0,62}})\\.){{1,8}}[a-z]{{2,18}}"
_TAIL = '(?::[0-9]{2,5})?(?:[/?#][^ \\t\\n<>"|\xa4]*)?'
_TRIM = " \t\n.,;:!?\"'<>)]}*_"

# Hosts whose plain pages are public reading matter; with an id in the link they count all the same.
_PUBLIC = (
    "://w3.org",
    "w3.org/",
    "schema.org",
    "wikipedia.org",
    "schemas.",
    "youtube.com/watch",
    "microsoft.com",
    "apple.com",
    "google.com",
    "google.de",
    "mozilla.org",
    "letsencrypt.org",
    "github.com",
    "stackoverflow.com",
    "gesetze-im-internet.de",
    "bund.de",
    "avm.de",
    "adobe.com",
    "tagesschau.de",
    "spiegel.de",
    "heise.de",
    "localhost",
    "example.com",
    "127.0.0.1",
)
_ID_MARKS = ("token=", "id=", "user=", "t=", "c=", "key=", "session", "sid=", "code=", "=")
_CONTACT = (
    "web",
    "homepage",
    "internet",
    "website",
    "www",
    "url",
    "seite",
    "shop",
    "profil",
    "link",
)


def _personal(view: View, start: int, end: int) -> bool:
    link = view.low[start:end]
    if not has_word(link, _PUBLIC):
        return True
    query = link.partition("?")[2]
    return bool(query) and has_word(query, _ID_MARKS) and sum(map(str.isdigit, query)) >= 4


def _of_somebody(view: View, start: int, end: int) -> bool:
    """Somebody's page, not a film or what lies in a repository: these are reading matter."""
    link = view.low[start:end].removeprefix("https://").removeprefix("http://")
    host, _, path = link.partition("/")
    if host.endswith("github.com"):
        return "/" not in path.rstrip("/")
    return not (host.endswith("youtube.com") and path.startswith(("watch", "playlist", "results")))


def _in_contact_line(view: View, start: int, end: int) -> bool:
    """A bare host counts as a web address where contact data stand."""
    line_start = view.line_start(start)
    line = view.low[line_start : view.line_end(end)]
    if len(line) > 240:
        return False
    alone = line.strip(" \t>|*-\xb7") == view.low[start:end]
    contact = has_word(view.before(start, 16), _CONTACT) and ":" in view.before(start, 4)
    return alone or contact or has_word(line, (" | ", " \xb7 ", "tel", "fon", " * ")) or "@" in line


def _no_file(view: View, start: int, end: int) -> bool:
    head = view.before(start, 1)
    if head in ("@", "/", "\\", "-", ".") or view.after(end, 1) in ("@", "(", "\\"):
        return False
    host, _, path = view.low[start:end].partition("/")
    if host.count(".") > 1 and not path and host.partition(".")[0] not in _SITE_NAMES:
        return False  # a machine's name (``other``)
    return host.rpartition(".")[2] not in _FILE_ENDINGS and _in_contact_line(view, start, end)


_SITE_NAMES = words("rule_words")["web.site_names"]
_FILE_ENDINGS = words("rule_words")["web.file_endings"]
_ENDING = "(?:de|at|ch|li|com|net|org|info|eu|io|biz|shop|app|online|berlin|wien|swiss|example)"

RECOGNISERS = (
    Recogniser(
        "url",
        Label.URL,
        f"(?:https?|ftp|sftp|rtsp)://{_LABELS}{_TAIL}",
        0.9,
        small=True,
        accept=_personal,
        after=None,
        trim=_TRIM,
        needs="://",
    ),
    Recogniser(
        "url_address",
        Label.URL,
        '(?:https?|ftp|rtsp)://(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?::[0-9]{2,5})?/[^ \\t\\n<>"|]{3,}',
        0.9,
        small=True,
        accept=_personal,
        after=None,
        trim=_TRIM,
        needs="://",
    ),
    Recogniser(
        "url_www",
        Label.URL,
        f"www\\.{_LABELS}{_TAIL}",
        0.85,
        small=True,
        accept=_personal,
        after=None,
        trim=_TRIM,
        needs="www.",
    ),
    Recogniser(
        "url_profile",
        Label.URL,
        "(?:https?://)?(?:[a-z]{2,3}\\.)?(?:linkedin|xing|facebook|instagram|tiktok|twitter|x|t|youtube|github|"
        '1drv|dropbox|wetransfer|paypal|calendly|wa)\\.(?:com|me|ms|de|net)/[^ \\t\\n<>"|]{3,}',
        0.9,
        small=True,
        accept=_of_somebody,
        after=None,
        trim=_TRIM,
        needs="/",
    ),
    Recogniser(
        "url_bare",
        Label.URL,
        f'(?:[0-9{SMALL}](?:[0-9{SMALL}-]{{0,62}})\\.){{1,4}}{_ENDING}(?:/[^ \\t\\n<>"|]*)?',
        0.7,
        small=True,
        accept=_no_file,
        after=f"@0-9{SMALL}_",
        trim=_TRIM,
    ),
)
