"""Secrets: what stands behind "Passwort", PINs and TANs, and tokens whose shape is known."""

from __future__ import annotations

from desktop.detect.rules.engine import Recogniser, View
from desktop.detect.rules.lexicon import common_words, small_words, words
from desktop.domain import Label

_KEY = (
    r"(?:passwort|password|passwd|passcode|kenncode|pw|pwd|psw|pwort|kennwort|kundenkennwort|"
    r"passphrase|passcode|"
    r"[a-zß-ÿ-]+(?:passwort|kennwort|password|passwörter|schlüssel)|wlan-schlüssel|"
    r"netzwerkschlüssel|wpa2?(?:-key|-schlüssel)?|psk|"
    r"api[ _-]?key|api-?schlüssel|apikey|access[ _-]?key|secret(?:[ _-]?key)?|client_secret|"
    r"(?:access|refresh|auth|bearer|reset|api|id|session)?[ _-]?token|session(?:[ _-]?(?:id|"
    r"token|key))?|sid|"
    r"sitzungs-?id|jsessionid|phpsessid|cookie|losungswort|lizenzschlüssel|licen[cs]e key|"
    r"produktschlüssel|"
    r"aktivierungscode|freischaltcode|zugangscode|entsperrcode|sicherheitscode|verifizierungscode|"
    r"bestätigungscode|einmalcode|sms-code|otp|2fa-code|backup-code|wiederherstellungscode|"
    r"recovery code|service key|türcode|schlüssel|key|sicherheitswort|codewort|geheimwort|"
    r"master-?passwort|"
    r"fernwartungscode|einmalpasswort|initialpasswort|startkennwort)"
)
_PIN = (
    r"(?:[a-z-]*pin(?:[- ]?code)?|puk[12]?|pukcode|[a-z]*tan|cv[cv]2?|cvc-code|prüfziffer|"
    r"prüfnummer|"
    r"kartenprüfnummer|sicherheitscode|can|pic|geheimzahl|passcode|code|türcode|haustür(?:code)?|"
    r"sms-code|freischaltcode|zugangscode|fernzugriffscode|access code|security code|code "
    r"fürs [a-z]+|"
    r"code für [a-zß-ÿ]+|telefon-pin|kundenpin|kunden-pin|session-id|teamviewer-id|"
    r"[a-zß-ÿ]+-?(?:code|pin)|nummer hinten|"
    r"kenncode|prüfnr\.?)"
)
_LINK = (
    r"(?: ?\([^)\n]+\))?(?: (?:lautet|ist|war|is|was|heißt|wäre|auf|jetzt|noch|bleibt|dazu|"
    r"dort|aktuell|doch|steht|"
    r"wie|immer|laut|liste|ausdruck|für|den|das|die|kunden|zuletzt|hat|er|mir|gesetzt|"
    r"geändert|neu|neues|alt|altes)){0,4}"
    r"(?:[\"']? ?[:=>]{1,2} ?\n? ?| \n?|\n)[\"'(<]{0,2}"
)
_SECRET = r"[^ \t\n\"'<>|,;()]+"
_STOP = words("rule_words")["credentials.stop"]


def _is_secret(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    low = value.lower().strip(".:")
    if not 3 <= len(value) <= 200:
        return False
    if low in _STOP or low.startswith(("http", "www.")) or ("@" in value and "." in value):
        return False
    if set(value) <= set("*xX.-_\xb7\xa4#"):
        return False
    if low in small_words() or (low in common_words() and not any(s.isdigit() for s in low)):
        named = any(key in view.before(start, 30) for key in ("wort", "password", "passphrase"))
        return (
            named
            and view.plain[start - 1 : start] in ('"', "'", ":")
            and len(low) > 3
            and low not in _STOP
        )
    if value.startswith(("HK", "/", "\\")) or ":\\" in value:
        return False
    mixed = any(s.isdigit() for s in value) or any(not s.isalnum() for s in value.strip("."))
    quoted = view.plain[start - 1 : start] in "\"'(" and start > 0
    pointed = any(sign in view.plain[max(0, start - 4) : start] for sign in ":=>")
    camel = any(s.isupper() for s in value[1:]) and any(s.islower() for s in value)
    return mixed or quoted or pointed or camel


def _is_code_word(view: View, start: int, end: int) -> bool:
    """A capitalised word that no one else writes, closed right behind: "Codewort Kuhwiese,"."""
    low = view.low[start:end]
    closed = view.plain[end : end + 1] in ("", ",", ".", ")", ";", "\n", "!")
    unknown = low not in common_words() and low not in small_words() and low not in _STOP
    return closed and unknown and view.plain[start].isupper() and len(low) > 4


def _is_pin(view: View, _start: int, end: int) -> bool:
    return view.after(end, 2).strip()[:1] not in (",", "%") or not view.after(end, 2)[1:].isdigit()


def _not_error_code(view: View, start: int, _end: int) -> bool:
    head = view.before(start, 30)
    bad = (
        "fehler",
        "error",
        "stör",
        "status",
        "promo",
        "rabatt",
        "country",
        "qr",
        "sort",
        "zip",
        "bar",
        "ablehnung",
        "exit",
        "http",
        "gutschein",
        "reason",
        "hinweis",
        "diagnose",
        "autor",
        "proc",
        "buchung",
        "transaktion",
        "reservier",
        "return",
        "bestell",
        "aktion",
        "werbe",
        "postal",
        "referenz",
        "event",
        "vorgang",
        "kunden-c",
        "zipcode",
        "barcode",
        "strichcode",
        "farb",
        "land",
        "quell",
        "mit code",
        "post",
        "bic-c",
        "bank",
    )
    return not any(word in head for word in bad)


def _mixed_secret(view: View, start: int, end: int) -> bool:
    """As no word, date or amount is written: letters with digits or signs, or capitals inside."""
    value = view.plain[start:end]
    letters = sum(map(str.isalpha, value))
    if letters < 2 or len(value) < 5 or "://" in value or value.count("/") > 1:
        return False
    signs = any(not s.isalnum() and s not in "-./" for s in value)
    return any(map(str.isdigit, value)) or signs


def _random_looking(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    return sum(map(str.isdigit, value)) >= 2 and sum(map(str.isalpha, value)) >= 2


SECRET = Label.PASSWORD
RECOGNISERS = (
    Recogniser(
        "code_word",
        SECRET,
        r"(?:codewort|kennwort|losungswort|sicherheitswort|kundenkennwort|telefonkennwort|passwort)"
        r"(?: (?:ist|lautet|war|wie immer|immer))? ([A-Za-z\xc0-\xff]+)",
        0.8,
        small=True,
        accept=_is_code_word,
    ),
    Recogniser(
        "password_phrase",
        SECRET,
        r"(?:passphrase|passwort|kennwort|password)[^\n\"]{0,20}\"([^\"\n]+ [^\"\n]+ [^\"\n]+)\"",
        0.93,
        small=True,
        after=None,
        before=None,
        needs='"',
    ),
    Recogniser(
        "authorization",
        SECRET,
        r"authorization: ?(?:basic|bearer|digest|token) ([0-9a-z+/=._-]{8,})",
        0.95,
        small=True,
        after=None,
        trim=" .,;",
        needs="authorization",
    ),
    Recogniser(
        "password_behind_user",
        SECRET,
        r"(?:user|benutzer|login|username)[ :=]+[^ \n]+[ ,;/]+(?:pass|pw|kw|pwd)[ :=]+([^ \n,;]+)",
        0.88,
        small=True,
        after=None,
        accept=_is_secret,
    ),
    Recogniser(
        "pin_for",
        SECRET,
        r"(?:pin|code|puk) (?:für|von|zu|vom|zum) (?:[a-zß-ÿ]+ ){1,2}?(?:ist |lautet |"
        r": ?)?([0-9]{3,8})",
        0.8,
        small=True,
        accept=_not_error_code,
    ),
    Recogniser(
        "password",
        SECRET,
        rf"{_KEY}{_LINK}({_SECRET})",
        0.9,
        small=True,
        accept=_is_secret,
        after=None,
        trim=" \t\n.,;:?\"'<>()[]",
    ),
    Recogniser(
        "password_quoted",
        SECRET,
        rf"{_KEY}[^\n\"':]{{0,40}}[\"']([^\"'\n ]{{3,64}})[\"']",
        0.88,
        small=True,
        accept=_is_secret,
        after=None,
    ),
    Recogniser(
        "password_said",
        SECRET,
        rf"(?:passwort|password|kennwort|pw|kenncode|passphrase)(?:,| |\. |\n)"
        rf"(?:[a-zß-ÿ]+ )*?"
        rf"(?:auf|ist|war|lautet|heißt|glaub ich|nehme|immer|als|sei|wäre|to|is|was|"
        rf"noch|doch)(?: jetzt| noch| immer)? [\"']?({_SECRET})",
        0.8,
        small=True,
        accept=lambda v, s, e: _is_secret(v, s, e) and _mixed_secret(v, s, e),
        after=None,
        trim=" \t\n.,;:?\"'<>()[]",
    ),
    Recogniser(
        "password_column",
        SECRET,
        rf"(?:passwort|kennwort|password|pin|product key|kenncode)[ \t]+({_SECRET})",
        0.86,
        small=True,
        accept=lambda v, s, e: _is_secret(v, s, e) and _mixed_secret(v, s, e),
        after=None,
        trim=" \t\n.,;:?\"'<>()[]",
    ),
    Recogniser(
        "password_in_pair",
        SECRET,
        rf"(?:login|zugang|zugangsdaten|benutzer|user|account|konto|sftp|ftp|ssh|rdp|"
        rf"vpn|anmeldung|dienstkonto|db-user|root|admin)"
        rf"[^\n/]*?[:( ] ?[^ \n/(:]+ ?/ ?({_SECRET})",
        0.82,
        small=True,
        accept=lambda v, s, e: _is_secret(v, s, e) and _mixed_secret(v, s, e),
        after=None,
        trim=" \t\n.,;:?\"'<>()[]",
        needs="/",
    ),
    Recogniser(
        "password_sentence",
        SECRET,
        rf"(?:passwort|password|kennwort|passphrase|schlüssel|api-key|token|pin|code)"
        rf"[^\n:;,.]*: ?[\"']?({_SECRET})",
        0.85,
        small=True,
        accept=lambda v, s, e: (
            _is_secret(v, s, e)
            and any(c.isdigit() for c in v.plain[s:e])
            and _not_error_code(v, s, e)
        ),
        after=None,
        trim=" \t\n.,;:?\"'<>()[]",
    ),
    Recogniser(
        "password_in_brackets",
        SECRET,
        r"(?:passwort|kennwort|password|pw|zugang)[^\n(]{0,30}\(([^ )\n]{4,40})\)",
        0.85,
        small=True,
        accept=_is_secret,
        after=None,
    ),
    Recogniser(
        "pin",
        SECRET,
        rf"{_PIN}(?: ?\([^)\n]+\))?(?: (?:ist|war|lautet|is|was|doch|war doch|für|vom|noch))"
        r"{0,2}(?: ?[:=])? ?[\"'(]?([0-9]{3}(?:[ -][0-9]{3}){1,3}|[0-9]{4} [0-9]{4}|"
        r"[0-9]{3,8}[a-z]?)",
        0.88,
        small=True,
        accept=lambda v, s, e: _is_pin(v, s, e) and _not_error_code(v, s, e),
    ),
    Recogniser(
        "pic_code",
        SECRET,
        r"(?:pic|registration key|regkey|install-?code|matter-code)[ :=]{1,3}"
        r"([0-9A-Za-z-]{5,40})",
        0.8,
        small=True,
        accept=_random_looking,
    ),
    Recogniser(
        "jwt", SECRET, r"eyJ[0-9A-Za-z_-]{8,}(?:\.[0-9A-Za-z_-]{2,}){0,2}", 0.98, needs="eyj"
    ),
    Recogniser(
        "token_known",
        SECRET,
        r"(?:glpat-|ghp_|gho_|ghs_|github_pat_|sk_live_|sk_test_|pk_live_|rk_live_|"
        r"sk-|xox[abprs]-|AKIA|ASIA|"
        r"AIza|ya29\.|SG\.|dop_v1_|npm_|pypi-|hf_|shpat_|sess_|sess-|EAAC|Bearer )"
        r"([0-9A-Za-z._-]{10,})?",
        0.95,
        accept=lambda v, s, e: _random_looking(v, s, e),
    ),
    Recogniser(
        "token_whole",
        SECRET,
        r"(?:glpat-|ghp_|gho_|ghs_|github_pat_|sk_live_|sk_test_|pk_live_|rk_live_|"
        r"sk-|xox[abprs]-|AKIA|ASIA|"
        r"AIza|ya29\.|SG\.|dop_v1_|npm_|pypi-|hf_|shpat_|sess_|sess-|EAAC)"
        r"[0-9A-Za-z._-]{10,}",
        0.97,
        accept=_random_looking,
    ),
    Recogniser(
        "token_personal",
        SECRET,
        r"[a-z]+_(?:pat|key|secret|token|live|test)_[0-9A-Za-z]{12,}",
        0.95,
        accept=_random_looking,
        needs="_",
    ),
    Recogniser(
        "licence_key",
        SECRET,
        r"[A-Z0-9]{5}(?:-[A-Z0-9]{5}){2,5}",
        0.9,
        accept=_random_looking,
        needs="-",
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
        r"://[^ :@/\n]{1,60}:([^ @/\n]{1,120})@",
        0.97,
        before=None,
        after=None,
        trim="",
        needs="://",
    ),
)
