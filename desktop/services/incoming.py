"""Reading a vendor's reply: which package it answers, and what its words are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain import Mail, SegmentKind
from desktop.errors import UserError
from desktop.exchange.ids import package_ids_in
from desktop.exchange.reply import reply_text
from desktop.mail.read import read_bytes
from desktop.services.context import Context
from desktop.split.tokens import find_tokens
from desktop.vault import packages

_ADDRESS_LINE = re.compile(
    r"(?:[\s>*#:.,-]|\b(?:paket|package|zu|re|aw|betreff|subject|vorgang|ref|ende|end|"
    r"problembeschreibung|problem description|description)\b)*",
    re.IGNORECASE,
)
_HEADERS_SEARCHED = 256 * 1024  # bytes of a raw file in which a package id counts


@dataclass(frozen=True, slots=True)
class Incoming:
    """A reply as it came: the package it names, its words, and the kind of file."""

    package: packages.PackageRow
    text: str
    kind: str
    original: bytes


def package_of(ctx: Context, data: bytes, text: str) -> packages.PackageRow | None:
    """The package of this vault that a file names, in its text or its raw headers."""
    raw = data[:_HEADERS_SEARCHED].decode("latin-1")
    for package_id in dict.fromkeys((*package_ids_in(text), *package_ids_in(raw))):
        try:
            return packages.get(ctx.vault, package_id)
        except UserError:
            continue  # somebody else's package, or a string that only looks like an id
    return None


def read_reply(ctx: Context, data: bytes, *, name: str = "") -> Incoming:
    """Read a reply from a file of any kind.

    Raises UserError unknown_package when it names no package of this vault, reply_is_package when
    it is the package itself come back unanswered.
    """
    mail = None if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else _mail(data, name)
    text = data.decode("utf-8", "replace") if mail is None else mail.text
    found = package_of(ctx, data, text)
    if found is None and mail is not None:
        found = next(
            (
                package
                for item in mail.attachments
                if item.text and (package := package_of(ctx, b"", item.text)) is not None
            ),
            None,
        )
    if found is None:
        raise UserError("unknown_package", package="")
    tokens = packages.tokens(ctx.vault, found.id)
    words = reply_text(text) if mail is None else _own_words(mail, found, tokens)

    words = _without_address_lines(words, found.id)
    if words.strip() == found.description.strip() and mail is None:
        raise UserError("reply_is_package", package=found.id)
    return Incoming(found, words, "json" if mail is None else _kind(mail), data)


def _without_address_lines(words: str, package_id: str) -> str:
    """The words without lines that only say which package this is: no customer needs them."""
    kept = [
        line
        for line in words.splitlines(keepends=True)
        if package_id not in line or not _ADDRESS_LINE.fullmatch(line.replace(package_id, ""))
    ]
    return "".join(kept).lstrip("\n") if len(kept) < len(words.splitlines()) else words


def _mail(data: bytes, name: str) -> Mail:
    mail = next(read_bytes(data, name=name), None)
    if mail is None:
        raise UserError("unreadable_file", file=name, reason="empty")
    return mail


def _kind(mail: Mail) -> str:
    return mail.kind if mail.kind in {"eml", "msg", "html"} else "text"


def _own_words(mail: Mail, package: packages.PackageRow, tokens: tuple[str, ...]) -> str:
    """What the vendor wrote: the body without what it quotes, or an attachment with the tokens."""
    body = "".join(_unquoted(mail)).strip("\n")
    if _names_tokens(body, tokens, package.key):
        return body
    for item in mail.attachments:
        words = reply_text(item.text) if item.text else ""
        unanswered = words.strip() == package.description.strip()
        if not unanswered and _names_tokens(words, tokens, package.key):
            return words
    return body if body.strip() else mail.text


def _names_tokens(text: str, tokens: tuple[str, ...], key: bytes) -> bool:
    """Whether any token of the package stands in ``text``, however mangled."""
    return any(seen.start >= 0 for seen in find_tokens(text, tokens, key=key))


def _unquoted(mail: Mail) -> Iterator[str]:
    skipped = {SegmentKind.SUBJECT, SegmentKind.QUOTE}
    for segment in mail.segments:
        if segment.kind not in skipped:
            yield mail.text[segment.start : segment.end]
