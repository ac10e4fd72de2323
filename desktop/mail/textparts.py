"""The bytes of a text part to readable text: charset, HTML, format=flowed, enriched text."""

from __future__ import annotations

import re

from desktop.domain import Problem
from desktop.mail import charset
from desktop.mail.charset import Decoded
from desktop.mail.html import to_text
from desktop.mail.limits import MAX_BODY_BYTES
from desktop.mail.rtf import rtf_to_text

_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_PGP = re.compile(r"^-----BEGIN PGP (MESSAGE|SIGNED MESSAGE)-----[ \t]*$", re.MULTILINE)


def html_text(raw: bytes, declared: str | None) -> Decoded:
    """HTML bytes as text; without a declared charset the document's own word counts."""
    if not declared and (named := _META_CHARSET.search(raw[:4096])):
        declared = named.group(1).decode("ascii", "replace")
        if declared.lower().startswith("utf-16"):  # it could not be read if that were true
            declared = None
    raw, cut = _bounded(raw)
    source, problems = charset.decode(raw, declared)
    text, more = to_text(source)
    return text, cut + problems + more


def plain_text(raw: bytes, media_type: str, parameters: dict[str, str]) -> Decoded:
    """A ``text/*`` part other than HTML as text; armoured PGP is named."""
    if media_type == "text/rtf":
        return rtf_to_text(raw)
    raw, cut = _bounded(raw)
    text, problems = charset.decode(raw, parameters.get("charset"))
    problems = cut + problems
    if media_type in ("text/enriched", "text/richtext"):
        text = _without_commands(text)
    elif parameters.get("format", "").lower() == "flowed":
        text = unflow(text, joined=parameters.get("delsp", "").lower() == "yes")
    for armour in _PGP.findall(text):
        code = "encrypted" if armour == "MESSAGE" else "signature_not_checked"
        problems = (*problems, Problem(code, "pgp"))
    return text, problems


def _bounded(raw: bytes) -> tuple[bytes, tuple[Problem, ...]]:
    if len(raw) <= MAX_BODY_BYTES:
        return raw, ()
    end = raw.rfind(b"\n", 0, MAX_BODY_BYTES) + 1 or MAX_BODY_BYTES
    return raw[:end], (Problem("body_cut", f"{end}/{len(raw)}"),)


def _without_commands(text: str) -> str:
    """``text/enriched`` (RFC 1896) without its formatting commands."""
    text = re.sub(r"(?i)<param>[^<]{0,200}</param>", "", text)
    text = re.sub(r"<(?!<)[^<>]{1,60}>", "", text)
    return text.replace("<<", "<")


def unflow(text: str, *, joined: bool) -> str:
    """Paragraphs of ``format=flowed`` (RFC 3676) made whole; ``joined``: DelSp=yes."""
    out: list[str] = []
    pieces: list[str] = []
    depth_before = 0
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        bare = bare.removeprefix(" ")
        if pieces and (depth != depth_before or bare == "-- "):
            out.append("".join(pieces))
            pieces = []
        mark = ">" * depth + " " if depth and not pieces else ""
        flows = bare.endswith(" ") and bare != "-- "
        pieces.append(mark + (bare[:-1] if flows and joined else bare))
        if not flows:
            out.append("".join(pieces))
            pieces = []
        depth_before = depth
    if pieces:
        out.append("".join(pieces))
    return "\n".join(out)
