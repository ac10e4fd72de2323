"""Account names: behind their word, in paths, log lines and shell prompts, as handles."""

from __future__ import annotations

from desktop.detect.rules.engine import SMALL, WORD, Recogniser, View
from desktop.detect.rules.lexicon import common_words, small_words, words
from desktop.detect.rules.names import is_given
from desktop.domain import Label

_NAME = rf"[{WORD}@][{WORD}.@#\\-]{{1,40}}"
_KEY = (
    r"(?:user[ -]id|benutzer(?:name|kennung|konto|-?id)?|anmeldename|loginname|login|username|"
    r"user(?: ?name)?|user-?konto|"
    r"nutzer(?:name|konto)?|nutzerkennung|account(?:name)?|acc|acc\.|kontoname|"
    r"app-konto|app-benutzer|nick(?:name)?|gamertag|spielername|profil(?:name)?|uni-account|"
    r"kennung|"
    r"anmeldekennung|zugang|mitbenutzer|bediener|discord|skype|insta(?:gram)?(?:-name)?|ig|"
    r"twitter|telegram|"
    r"snapchat|tiktok|threema|icq|steam|konto|zugangsname|zugangskennung|portalbenutzer|"
    r"admin-konto|"
    r"vpn-zugang|teilnehmerkennung|fon-benutzer|handle|unix-login|rz-kennung|zih-login|hrz-account|"
    r"[a-z]{2,12}-(?:benutzer|user|login|account|kennung)|uni-id|angemeldet als|eingeloggt "
    r"als|logged in as|skype-name|login [a-zß-ÿ-]+|"
    r"profil|besucher|github|matrix)"
)
_LINK = (
    r"(?: (?:lautet|ist|war|is|heißt|läuft auf|läuft unter|dort|dazu|noch|als|wäre|unter|"
    r"nennt sich|"
    r"mein|meiner|auf|name|namens|alt|neu)){0,3}(?: ?[:=>]{1,2} ?| |\n)[\"'(]?"
)
_STOP = words("rule_words")["usernames.stop"]


def _is_name(view: View, start: int, end: int) -> bool:
    value = view.low[start:end].strip(".")
    if value in _STOP or len(value) < 2 or ("@" in value[1:] and "." in value):
        return False
    if value.replace(".", "").replace("-", "").isdigit() and "." in value:
        return False
    head = view.low[max(0, start - 3) : start]
    if value in small_words() or value in common_words():
        return False
    pointed = any(sign in head for sign in ":=>\"'")
    if pointed and (not value.isdigit() or len(value) > 5):
        return True
    return _machine_made(view.plain[start:end]) or _odd_word(view, start, value)


def _odd_word(view: View, start: int, value: str) -> bool:
    """Like "(Benutzer fzimmer": a small word that mail does not know, right behind its key."""
    if not value.isalpha() or not view.plain[start].islower() or len(value) < 4:
        return False
    return view.before(start, 14).rstrip(" (").endswith(_SURE_KEYS) and not is_given(value)


_SURE_KEYS = (
    "benutzer",
    "username",
    "user",
    "login",
    "benutzername",
    "account",
    "nutzername",
    "bediener",
    "anmeldename",
)


def _machine_made(value: str) -> bool:
    """Not a plain word: holds a digit, underscore, dot or backslash between letters."""
    inner = value.strip(".")
    if not any(s.isalpha() for s in inner):
        return False
    odd = any(s.isdigit() or s in "_\\@#" for s in inner) or "." in inner
    return (odd and inner[0] != "@") or (len(inner) > 3 and inner[0] == "@")


def _no_dash(view: View, start: int, end: int) -> bool:
    return view.plain[start:end].strip("-.") != "" and any(map(str.isalpha, view.plain[start:end]))


def _no_host(view: View, start: int, end: int) -> bool:
    value = view.low[start:end]
    ending = value.rpartition(".")[2]
    return value.count(".") < 2 and ending not in words("rule_words")["web.file_endings"]


def _no_mail(view: View, _start: int, end: int) -> bool:
    return view.plain[end : end + 1] not in "@" or end >= len(view.plain)


USER = Label.USERNAME
_SYSTEM_FOLDERS = words("rule_words")["usernames.system_folders"]


def _personal_folder(view: View, start: int, end: int) -> bool:
    return view.low[start:end] not in _SYSTEM_FOLDERS


RECOGNISERS = (
    Recogniser(
        "username",
        USER,
        rf"{_KEY}{_LINK}({_NAME})",
        0.87,
        small=True,
        accept=lambda v, s, e: _is_name(v, s, e) and _no_mail(v, s, e),
        trim=" .,;:\"'-",
    ),
    Recogniser(
        "username_in_pair",
        USER,
        r"(?:login|zugang|zugangsdaten|benutzer|user|account|konto|sftp|ftp|ssh|rdp|"
        r"vpn|anmeldung|dienstkonto|db-user)"
        r"[^\n/]*?[:( ] ?([^ \n/(:]+) ?/ ?[^ \n/]+",
        0.8,
        small=True,
        after=None,
        trim=" .,;:\"'-",
        accept=lambda v, s, e: _machine_made(v.plain[s:e]) and _is_name(v, s, e),
        needs="/",
    ),
    Recogniser(
        "username_in_log",
        USER,
        r"(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9a-f:]{4,40}) - ([a-z0-9][a-z0-9_.@-]+) (?:\[|\")",
        0.92,
        small=True,
        after=None,
        accept=_no_dash,
        needs=" - ",
    ),
    Recogniser(
        "username_speaking",
        USER,
        r"(?m:^)[> ]*[\[(]?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?[\])]? ?"
        r"([a-z][a-z0-9]*[0-9_.-][a-z0-9_.-]*): ",
        0.86,
        before=None,
        after=None,
    ),
    Recogniser(
        "username_in_chat",
        USER,
        r"(?m:^)([a-z][a-z0-9]*[._-][a-z0-9._-]+)(?: {1,4}|, )[0-9]{1,2}:[0-9]{2}(?m:$)",
        0.86,
        before=None,
        after=None,
    ),
    Recogniser(
        "username_commenting",
        USER,
        r"(?:\(|posted by |entered by |erfasst von |angelegt von |geändert von )"
        r"([a-z][a-z0-9]*[._][a-z0-9._]+)(?:, [0-9]{1,2}:|\)|\n| )",
        0.84,
        small=True,
        before=None,
        after=None,
        accept=_no_host,
    ),
    Recogniser(
        "username_in_path",
        USER,
        rf"(?:[a-z]:[\\/]users[\\/]|[a-z]:[\\/]dokumente und einstellungen[\\/]|"
        rf"/home/|/users/|/var/mail/)"
        rf"([{WORD}.@-]{{2,40}})",
        0.95,
        small=True,
        accept=_personal_folder,
        before=None,
    ),
    Recogniser(
        "username_in_domain",
        USER,
        r"[A-Za-z][A-Za-z0-9-]{1,15}\\[A-Za-z][A-Za-z0-9._-]{1,30}",
        0.9,
        accept=lambda v, s, e: (
            v.low[s:e].split("\\")[0]
            not in ("hklm", "hkcu", "software", "users", "windows", "program", "system")
        ),
        before="0-9A-Za-z_\\\\:/.",
        after="0-9A-Za-z_\\\\",
        needs="\\",
    ),
    Recogniser(
        "username_quoted",
        USER,
        r"(?:user(?:name)?|login|uid|benutzer)=[\"']?([^\"',; \n&]{2,60})",
        0.9,
        small=True,
        after=None,
        accept=lambda v, s, e: "@" not in v.plain[s:e] and _is_word(v, s, e),
        needs="=",
    ),
    Recogniser(
        "handle",
        USER,
        rf"@[{SMALL}][{SMALL}0-9_.-]{{2,30}}",
        0.8,
        small=True,
        before="0-9a-z_.@\\-",
        accept=_no_mail,
        trim=" .,;:-",
        needs="@",
    ),
    Recogniser(
        "handle_tagged", USER, rf"[{WORD}.]{{3,32}}#[0-9]{{4}}", 0.9, after=f"{WORD}-", needs="#"
    ),
    Recogniser(
        "url_user",
        USER,
        r"://([^ :@/\n]{1,60}):[^ @/\n]{1,120}@",
        0.97,
        before=None,
        after=None,
        trim="",
        needs="://",
    ),
    Recogniser(
        "shell_prompt",
        USER,
        r"([a-z][a-z0-9_.-]{1,30})@[a-z0-9-]{2,40}:[~/$#]",
        0.9,
        after=None,
        needs="@",
    ),
    Recogniser(
        "ssh_target",
        USER,
        r"(?:ssh|scp|sftp)(?: -[a-z](?: [0-9]+)?)? ([a-z][a-z0-9_.-]{1,30})@",
        0.9,
        after=None,
        needs="@",
    ),
)


def _is_word(view: View, start: int, end: int) -> bool:
    return view.low[start:end] not in _STOP
