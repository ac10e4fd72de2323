"""Account names: behind their word, in paths, log lines and shell prompts, as handles."""

from __future__ import annotations

import re

from desktop.detect.rules.engine import SMALL, WORD, Recogniser, View
from desktop.detect.rules.key_words import key_pattern
from desktop.detect.rules.lexicon import common_words, small_words, surnames, words
from desktop.detect.rules.names import is_given
from desktop.domain import Label

_NAME = rf"[{WORD}@][{WORD}.@#\\-]{{1,40}}"
_KEY = key_pattern("usernames.keys")
_ACCOUNT_KEY = key_pattern("usernames.account_keys")
_LINK = (
    r"(?: (?:lautet|ist|war|is|heißt|heisst|läuft auf|läuft unter|dort|dazu|noch|als|wäre|unter|"
    r"nennt sich|wird|hieß|immer|"
    r"mein|meiner|auf|name|namens|alt|neu)){0,3}(?: ?[:=|]{1,2} {0,12}| |\n)[\"'(]?"
)
_FAR_LINK = rf"(?:,? [{SMALL}-]{{2,24}}){{1,4}}?(?: ?[:=|]{{1,2}} {{0,12}}| ?\()[\"']?"
_STOP = words("rule_words")["usernames.stop"] | words("secret_words")["usernames.no_names"]
_FILE_HEADS = ("dsc_", "img_", "vid_", "pxl_", "acct_")


def _is_name(view: View, start: int, end: int) -> bool:
    value = view.low[start:end].strip(".")
    if (
        value in _STOP
        or value.startswith(_FILE_HEADS)
        or len(value) < 2
        or ("@" in value[1:] and "." in value)
    ):
        return False
    if value.replace(".", "").replace("-", "").isdigit() and "." in value:
        return False
    if _IBAN_HEAD.fullmatch(value) and view.after(end, 2)[1:].isdigit():
        return False
    head = view.low[max(0, start - 3) : start]
    if value in small_words() or value in common_words():
        return False
    pointed = any(sign in head for sign in ":=|\"'")
    if pointed and (not value.isdigit() or len(value) > 5):
        return True
    return _machine_made(view.plain[start:end]) or _odd_word(view, start, value)


_IBAN_HEAD = re.compile(r"[a-z]{2}\d\d")
_REFERENCE = re.compile(
    r"[A-Z]{1,5}-?\d[\d-]*(?:-[A-Z]{1,3})?|\d+(?:[x-]\w+)?|[A-Z]+-[A-Z]{0,3}\d+"
)


def _is_account(view: View, start: int, end: int) -> bool:
    """Behind "Konto" and "Account", where banks, numbers and people stand as well."""
    value = view.plain[start:end].strip(".")
    if value.upper() == value or (value.isalpha() and value[:1].isupper()):
        return False
    return _is_name(view, start, end) and _no_mail(view, start, end)


def _is_made_name(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    made = _machine_made(value) and not _REFERENCE.fullmatch(value)
    return made and _is_name(view, start, end) and _no_mail(view, start, end)


def _odd_word(view: View, start: int, value: str) -> bool:
    """Like "(Benutzer fzimmer": a small word that mail does not know, right behind its key."""
    if not value.isalpha() or not view.plain[start].islower() or len(value) < 4:
        return False
    closed = view.after(start + len(value), 1) in ("", ",", ".", ";", ")", "\n", "/")
    keyed = view.before(start, 14).rstrip(" (").endswith(_SURE_KEYS)
    return closed and keyed and not is_given(value)


def _is_unknown_login(view: View, start: int, end: int) -> bool:
    """A word in small letters that is neither mail's nor a name's."""
    value = view.plain[start:end]
    if not (value.isalnum() and value == view.low[start:end] and len(value) > 3):
        return False
    word = value in small_words() or value in common_words() or value in _STOP
    return not (word or value in surnames() or is_given(value)) and _no_mail(view, start, end)


def _is_actor(view: View, start: int, end: int) -> bool:
    """An account's name, written in small letters and with no number alone."""
    value = view.plain[start:end].strip(".")
    closed = view.plain[end : end + 1] not in ("@", "(")
    if not (closed and value[:1].isalpha()) or value in _STOP or len(value) < 4:
        return False
    return _is_unknown_login(view, start, end) or _is_dotted_login(view, start, end)


def _is_dotted_login(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end].strip(".")
    parts = re.split(r"[._]", value)
    return len(parts) > 1 and value == view.low[start:end].strip(".") and _no_host(view, start, end)


def _is_account_of_machine(value: str) -> bool:
    """Made as names of programs' accounts are ("shop-prod", "app_7")."""
    return any(sign in "-_" or sign.isdigit() for sign in value) and any(map(str.isalpha, value))


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
    """A name of parts, no host, file, norm or title: "(mag.a)", "(TLS1.3)", "(pain.002)"."""
    value = view.low[start:end]
    parts = value.replace("_", ".").split(".")
    if value.startswith(_FILE_HEADS) or (value.isupper() and "_" in value):
        return False
    if "_" not in value and not (parts[-1][:1].isalpha() and len(parts[-1]) > 2):
        return False
    return value.count(".") < 2 and parts[-1] not in words("rule_words")["web.file_endings"]


def _is_speaker(view: View, start: int, end: int) -> bool:
    """Not a program's log: "mesh0", "dnsmasq-dhcp", "batman_adv"."""
    value = view.low[start:end]
    return sum(map(str.isdigit, value)) > 1 or "." in value or value.count("_") > 1


def _no_mail(view: View, _start: int, end: int) -> bool:
    return view.plain[end : end + 1] not in "@" or end >= len(view.plain)


_INSTANCE = re.compile(r"\\[A-Z]+[A-Z0-9-]*\d$|^[A-Z-]+\d+\\[A-Z]+$|\\n[A-Z]")
_SYSTEM_ROOTS = ("hklm", "hkcu", "software", "users", "windows", "program", "system")


def _is_handle(view: View, start: int, end: int) -> bool:
    """Not a team or a colleague who is called on: "@Support", "@Anna"."""
    value = view.low[start:end].lstrip("@")
    known = value in common_words() or value in small_words() or is_given(value)
    return not known and _no_mail(view, start, end)


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
        "username_of_account",
        USER,
        rf"{_ACCOUNT_KEY}{_LINK}({_NAME})",
        0.86,
        small=True,
        accept=_is_account,
        trim=" .,;:\"'-",
    ),
    Recogniser(
        "username_far",
        USER,
        rf"(?:{_KEY}|{_ACCOUNT_KEY}){_FAR_LINK}({_NAME})",
        0.84,
        small=True,
        accept=_is_made_name,
        trim=" .,;:\"'-",
    ),
    Recogniser(
        "username_of_rights",
        USER,
        r"(?:(?:rechte|berechtigung[a-z]*|profil)(?: kopieren)? (?:wie|von)(?: bei)?|postfach von)"
        rf"(?: ?: ?| )({_NAME})",
        0.9,
        small=True,
        accept=_is_unknown_login,
        trim=" .,;:\"'-",
    ),
    Recogniser(
        "username_given_rights",
        USER,
        rf"postfach von [^ \n]{{2,30}} (?:für|an) ({_NAME})",
        0.9,
        small=True,
        accept=_is_unknown_login,
        trim=" .,;:\"'-",
        needs="postfach von",
    ),
    Recogniser(
        "username_of_role",
        USER,
        rf"{key_pattern('usernames.roles')}[ :,]{{1,2}}[\"'(]?({_NAME})",
        0.84,
        small=True,
        accept=_is_made_name,
        trim=" .,;:\"'-",
    ),
    Recogniser(
        "username_signed_in",
        USER,
        rf"als ({_NAME}) (?:anmeld|angemeld|einlogg|eingelogg|im chat|registrier|unterwegs)[a-z]*",
        0.84,
        small=True,
        accept=_is_made_name,
    ),
    Recogniser(
        "username_number",
        USER,
        r"(?:icq|icq-uin|uin|steamid|steam-id|verfüger|verfügernummer|teilnehmernr)[#: -]{1,3}"
        r"(?:uin:? ?)?([0-9](?:-?[0-9]){5,18})",
        0.94,
        small=True,
    ),
    Recogniser(
        "username_fido",
        USER,
        r"fido(?:net)?:? ?([0-9]:[0-9]{2,5}/[0-9]{1,5}(?:\.[0-9]{1,5})?)",
        0.94,
        small=True,
        needs="fido",
    ),
    Recogniser(
        "username_in_radius",
        USER,
        r"login (?:ok|incorrect)[^\[\n]{0,60}: ?\[([^\]/\n]{2,40})",
        0.9,
        small=True,
        after=None,
        needs="login",
    ),
    Recogniser(
        "username_in_audit",  # fields of records that say who changed them
        USER,
        rf"{key_pattern('usernames.audit')}[\"']?(?: ?[:=]|>) ?[\"']?({_NAME})",
        0.87,
        small=True,
        accept=_is_actor,
        trim=" .,;:\"'-",
    ),
    Recogniser(
        "username_of_client",
        USER,
        rf"client[-_]?id[\"']?(?: ?[:=]|>) ?[\"']?([{WORD}][{WORD}.-]{{3,60}})",
        0.88,
        small=True,
        accept=lambda v, s, e: _is_account_of_machine(v.low[s:e]),
        needs="client",
    ),
    Recogniser(
        "username_in_directory",
        USER,
        r"(?:[a-z]{2,16}_user(?:name)?|x-user|uid|sam_?account_?name) ?[:=] ?[\"']?"
        r"([^\"',; \n&)]{2,60})",
        0.9,
        small=True,
        after=None,
        accept=lambda v, s, e: _is_word(v, s, e) and not v.plain[s:e].isdigit(),
    ),
    Recogniser(
        "username_in_pair",
        USER,
        r"(?:login|zugang|zugangsdaten|benutzer|user|account|konto|sftp|ftp|ssh|rdp|"
        r"vpn|anmeldung|dienstkonto|db-user)"
        r"[^\n/]{0,60}?[:( ] ?([a-z.\\][^ \n/(:]+) ?/ ?[^ \n/]+",
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
        accept=_is_speaker,
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
            v.low[s:e].split("\\")[0] not in _SYSTEM_ROOTS and not _INSTANCE.search(v.plain[s:e])
        ),
        before="0-9A-Za-z_\\\\:/.-",
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
        accept=_is_handle,
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
