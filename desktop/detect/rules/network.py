"""IP addresses (RFC 791, RFC 4291) and MAC addresses (IEEE 802) that belong to somebody."""

from __future__ import annotations

import ipaddress

from desktop.detect.rules.engine import Recogniser, View, has_word
from desktop.domain import Label

_VERSION_WORDS = (
    "version",
    "firmware",
    "fw",
    "build",
    "ver.",
    "release",
    "update",
    "patch",
    "treiber",
    "driver",
    "software",
    "v",
    "windows",
    "browser",
    "chrome/",
    "firefox/",
    "safari/",
    "edg/",
    "opr/",
    "applewebkit/",
    "os",
    "ios",
    "android",
    "agent",
    "oid",
    "kapitel",
    "punkt",
    "ziffer",
    "abschnitt",
    "modul",
    "ref",
    "objekt",
    "smtp",
    "dsn",
    "fehler",
    "error",
    "code",
    "status",
)
_IP_WORDS = (
    "ip",
    "adress",
    "host",
    "gateway",
    "gw",
    "ping",
    "server",
    "router",
    "from",
    "von",
    "client",
    "remote",
    "dns",
    "lan",
    "wan",
    "netz",
    "route",
    "src",
    "dst",
    "at",
    "bei",
    "nas",
    "drucker",
    "extern",
    "intern",
)
_PUBLIC_RESOLVERS = frozenset(
    (
        "8.8.8.8",
        "8.8.4.4",
        "1.1.1.1",
        "1.0.0.1",
        "9.9.9.9",
        "149.112.112.112",
        "208.67.222.222",
        "208.67.220.220",
        "217.237.148.22",
        "217.237.151.115",
        "194.25.0.60",
        "208.67.222.220",
        "84.200.69.80",
        "84.200.70.40",
        "94.140.14.14",
        "94.140.15.15",
        "4.2.2.1",
        "4.2.2.2",
        "2001:4860:4860::8888",
        "2001:4860:4860::8844",
        "2606:4700:4700::1111",
        "2606:4700:4700::1001",
        "2620:fe::fe",
    )
)


def _last_word(head: str) -> str:
    words = head.replace("(", " ").replace("[", " ").split()
    return words[-1].strip(":,;=") if words else ""


def is_personal_v4(view: View, start: int, end: int) -> bool:
    """A host's address: no netmask, loopback, public resolver or version number."""
    value = view.plain[start:end]
    if view.plain[end : end + 1] == "." and view.plain[end + 1 : end + 2].isdigit():
        return False
    octets = [int(part) for part in value.split(".")]
    if max(octets) > 255 or any(len(p) > 1 and p[0] == "0" for p in value.split(".")):
        return False
    if octets[0] in (0, 127, 255) or octets[0] >= 224 or value in _PUBLIC_RESOLVERS:
        return False
    head = view.before(start, 24)
    if head.endswith(("sip/", "x/", "v", "v.", "-", "+", "_")):
        return False
    if _last_word(head) in _VERSION_WORDS or head.endswith(("chrome/", "firefox/", "edg/", "opr/")):
        return False
    if has_word(head, ("version", "firmware", "build ", "release", "treiber", "driver")):
        return False
    small_parts = sum(part < 20 for part in octets) == 4
    near = has_word(view.before(start, 40), _IP_WORDS)
    if octets[0] in (10, 172, 192) or "ip" in head:
        return True
    few = sum(part < 10 for part in octets) > 1 and octets[0] < 30  # a program's version
    return not small_parts and (near or not few)


def is_personal_v6(view: View, start: int, end: int) -> bool:
    value = view.plain[start:end]
    if value.count(":") < 3 and "::" not in value:
        return False
    try:
        address = ipaddress.IPv6Address(value.partition("%")[0])
    except ValueError:
        return False
    return not (address.is_loopback or address.is_unspecified) and value not in _PUBLIC_RESOLVERS


def _not_time(view: View, start: int, end: int) -> bool:
    return is_personal_v6(view, start, end) and any(c in "abcdef:" for c in view.low[start:end])


def _dotted_mac(view: View, start: int, end: int) -> bool:
    letters = sum(sign in "abcdef" for sign in view.low[start:end])
    return letters >= 2 or has_word(view.before(start, 24), _MAC_CONTEXT)


def _looks_like_mac(view: View, start: int, end: int) -> bool:
    value = view.low[start:end]
    if has_word(view.before(start, 12), ("rfid", "nfc", "card", "karte", "chip", "uid")):
        return False
    return any(sign.isdigit() for sign in value) and value != "00:00:00:00:00:00"


_MAC_CONTEXT = ("mac", "hostid", "hwaddr", "ethernet", "bssid", "hardware", "ether")

RECOGNISERS = (
    Recogniser(
        "ipv4",
        Label.IP,
        r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}",
        0.95,
        accept=is_personal_v4,
        before="0-9A-Za-z_.\xc0-\xff",
        needs=".",
    ),
    Recogniser(
        "ipv6",
        Label.IP,
        r"[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:%[a-z0-9]{1,12})?",
        0.97,
        small=True,
        accept=_not_time,
        before="0-9a-z_:.-",
        after="0-9a-z_:-",
        trim=" .,;",
        needs=":",
    ),
    Recogniser(
        "mac",
        Label.MAC,
        r"[0-9a-f]{2}(?:(?::[0-9a-f]{2}){5}|(?:-[0-9a-f]{2}){5})",
        0.97,
        small=True,
        accept=_looks_like_mac,
        before="0-9a-z_:-",
        after="0-9a-z_:-",
    ),
    Recogniser(
        "mac_dotted",
        Label.MAC,
        r"[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}",
        0.88,
        small=True,
        accept=_dotted_mac,
        before="0-9a-z_.-",
        after="0-9a-z_.-",
    ),
    Recogniser(
        "mac_bare",
        Label.MAC,
        r"[0-9a-f]{12}|[0-9a-f]{6}[:-][0-9a-f]{6}|(?:[0-9a-f]{2} ){5}[0-9a-f]{2}",
        0.9,
        small=True,
        context=_MAC_CONTEXT,
        reach=24,
        accept=_looks_like_mac,
    ),
)
