"""Internet messages (RFC 5322, MIME) to ``Mail``: the best text, the attachments, the problems."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain import Attachment, Mail, Problem
from desktop.mail import headers, mime
from desktop.mail.assemble import OpenFile, as_text, assemble, inner
from desktop.mail.limits import MAX_MESSAGE_DEPTH
from desktop.mail.mime import Part, Reading
from desktop.mail.textparts import html_text, plain_text

_SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
)
_OPAQUE = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_MESSAGES = frozenset({"message/rfc822", "message/global", "message/news"})
_BODY_TYPES = frozenset({"text/plain", "text/html", "text/enriched", "text/richtext", "text/rtf"})
_SHORT_PLAIN = 200  # letters; a plain text longer than this is no "please use HTML" notice


@dataclass(slots=True)
class _Found:
    """What a part and its children gave."""

    texts: list[str] = field(default_factory=list)
    from_html: bool = False
    files: list[Attachment] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join(text.strip("\n") for text in self.texts if text.strip())

    @property
    def size(self) -> int:
        return sum(map(str.isalnum, self.text))

    def add(self, other: _Found) -> None:
        self.texts += other.texts
        self.files += other.files
        self.from_html = self.from_html or other.from_html


def read(data: bytes, open_file: OpenFile, *, kind: str = "eml", depth: int = 0) -> Mail:
    """The message in ``data``; never raises: what cannot be read is a Problem of the Mail.

    ``open_file`` turns an attached file into attachments (``nested.open_file``); ``depth`` counts
    the messages around this one.
    """
    data = _prepared(data)
    return _Message(open_file, depth).read(data, 0, len(data), kind)


def _prepared(data: bytes) -> bytes:
    """Line ends of old Macs, a byte order mark and blank lines above the headers undone."""
    if b"\n" not in data and b"\r" in data:
        data = data.replace(b"\r", b"\n")
    if data.startswith(b"\xef\xbb\xbf"):
        data = data[3:]
    return data.lstrip(b"\r\n") if data[:1] in (b"\r", b"\n") else data


class _Message:
    def __init__(self, open_file: OpenFile, depth: int) -> None:
        self.open_file = open_file
        self.depth = depth
        self.reading = Reading()

    def read(self, data: bytes, start: int, end: int, kind: str) -> Mail:
        root = mime.parse(data, self.reading, start, end)
        found = self._collect(root)
        envelope = _envelope(root, self.reading.problems, kind, found.files)
        return assemble(envelope, found.text, self.reading.problems)

    def _collect(self, part: Part) -> _Found:
        kind = part.media_type
        if not part.is_multipart:
            return self._leaf(part)
        if kind == "multipart/alternative":
            return self._alternative(part)
        if kind == "multipart/encrypted":
            self.reading.report("encrypted", _protocol(part))
        if kind == "multipart/signed":
            self.reading.report("signature_not_checked", _protocol(part))
        found = _Found()
        for child in part.children:
            if found.texts and _is_named_text(child):
                found.files += self._file(child, mime.content(child, self.reading))
            else:
                found.add(self._collect(child))
        return found

    def _alternative(self, part: Part) -> _Found:
        """The plain form, unless the HTML form says clearly more."""
        founds = [self._collect(child) for child in part.children]
        files = [file for found in founds for file in found.files]
        plain = [found for found in founds if found.text and not found.from_html]
        rich = [found for found in founds if found.text and found.from_html]
        chosen = _Found()
        if plain and rich:
            chosen = rich[-1] if _says_more(rich[-1], plain[0]) else plain[0]
        elif plain or rich:
            chosen = (plain or rich)[-1]
        return _Found(chosen.texts, chosen.from_html, files)

    def _leaf(self, part: Part) -> _Found:
        kind = part.media_type
        if kind in _MESSAGES:
            return _Found(files=self._message(part))
        if kind == "message/external-body":
            self.reading.report("external_body_not_loaded")
        if kind == "message/partial":
            self.reading.report("partial_message")
        if kind == "application/ms-tnef":
            self.reading.report("tnef_unread")
        if kind in _OPAQUE:
            signed = part.parameters.get("smime-type", "").lower() == "signed-data"
            self.reading.report("signed_content_unread" if signed else "encrypted", "smime")
        raw = mime.content(part, self.reading)
        if kind in _BODY_TYPES and part.disposition != "attachment":
            return self._body(part, raw)
        return _Found(files=self._file(part, raw))

    def _body(self, part: Part, raw: bytes) -> _Found:
        if part.media_type == "text/html":
            text, problems = html_text(raw, part.parameters.get("charset"))
            self.reading.problems.extend(problems)
            return _Found([text], from_html=True)
        files: list[Attachment] = []
        if b"begin " in raw:
            raw = self._without_uuencoded(raw, files)
        text, problems = plain_text(raw, part.media_type, part.parameters)
        self.reading.problems.extend(problems)
        return _Found([text], files=files)

    def _without_uuencoded(self, raw: bytes, files: list[Attachment]) -> bytes:
        """The text around uuencoded files; the files become attachments."""
        kept: list[bytes] = []
        position = 0
        for start, end, name, decoded in mime.uu_blocks(raw):
            kept.append(raw[position:start])
            position = end
            files += self.open_file(name, "", decoded, None, self.depth + 1)
        return b"".join([*kept, raw[position:]])

    def _file(self, part: Part, raw: bytes) -> list[Attachment]:
        if part.media_type in _SIGNATURES:
            return [Attachment(part.name, part.media_type, len(raw))]
        declared = part.parameters.get("charset")
        return self.open_file(part.name, part.media_type, raw, declared, self.depth + 1)

    def _message(self, part: Part) -> list[Attachment]:
        """An attached message as a file with its text, and its own attachments after it."""
        name = part.name or "message.eml"
        if self.depth + 1 >= MAX_MESSAGE_DEPTH:
            problem = Problem("nesting_cut", str(MAX_MESSAGE_DEPTH))
            self.reading.problems.append(problem)
            return [Attachment(name, part.media_type, part.end - part.start, None, problem)]
        data, start, end = part.data, part.start, part.end
        if part.encoding in ("base64", "quoted-printable"):  # forbidden, but seen
            data = mime.content(part, self.reading)
            start, end = 0, len(data)
        message = _Message(self.open_file, self.depth + 1)
        message.reading.parts_left = self.reading.parts_left
        mail = message.read(data, start, end, "eml")
        self.reading.parts_left = message.reading.parts_left
        self.reading.problems += [each for each in mail.problems if each.code != "no_text"]
        file = Attachment(name, part.media_type, end - start, as_text(mail))
        return [file, *inner(mail, name)]


def _is_named_text(part: Part) -> bool:
    """A text with a file name that comes after the body is an attachment shown inline."""
    return bool(part.name) and part.media_type in _BODY_TYPES


def _protocol(part: Part) -> str:
    protocol = part.parameters.get("protocol", "").lower()
    if "pgp" in protocol:
        return "pgp"
    return "smime" if "pkcs7" in protocol else ""


def _says_more(rich: _Found, plain: _Found) -> bool:
    factor = 2 if plain.size < _SHORT_PLAIN else 3
    return rich.size > factor * plain.size


def _envelope(root: Part, problems: list[Problem], kind: str, files: list[Attachment]) -> Mail:
    def text(name: str) -> str:
        return headers.value(headers.first(root.fields, name), problems)

    def boxes(name: str) -> headers.Mailboxes:
        return headers.addresses(headers.first(root.fields, name), problems)

    sender = boxes("From") or boxes("Sender")
    date_text = text("Date")
    date = headers.date(date_text)
    if date_text and date is None:
        problems.append(Problem("date_unreadable"))
    ids = headers.message_ids(text("Message-ID"))
    replied = headers.message_ids(text("In-Reply-To"))
    return Mail(
        text="",
        segments=(),
        kind=kind,
        subject=text("Subject"),
        sender=sender[0] if sender else None,
        to=boxes("To"),
        cc=boxes("Cc"),
        date=date,
        message_id=ids[0] if ids else "",
        in_reply_to=replied[0] if replied else "",
        references=headers.message_ids(text("References")),
        headers=tuple((name, headers.value(raw, problems)) for name, raw in root.fields),
        attachments=tuple(files),
    )
