"""Outlook messages (.msg) to ``Mail``: body as text, HTML or RTF, recipients, attachments."""

from __future__ import annotations

from dataclasses import replace

from oxmsg.storage import Storage

from desktop.domain import Attachment, Mail, Mailbox, Problem
from desktop.errors import UserError
from desktop.mail import eml, headers
from desktop.mail.assemble import OpenFile, as_text, assemble, inner
from desktop.mail.limits import MAX_MESSAGE_DEPTH, MAX_PARTS
from desktop.mail.msg_store import MAGIC, Header, Properties, open_storage
from desktop.mail.rtf import decompress, rtf_to_text
from desktop.mail.textparts import html_text

_SUBJECT, _SENDER_NAME, _BODY, _HTML, _RTF = 0x0037, 0x0C1A, 0x1000, 0x1013, 0x1009
_CLASS, _TRANSPORT_HEADERS, _MESSAGE_ID, _REPLY_TO_ID = 0x001A, 0x007D, 0x1035, 0x1042
_REFERENCES = 0x1039
_SENDER_ADDRESSES = (0x5D01, 0x5D0A, 0x5D02, 0x0C1F, 0x0065)
_RECIPIENT_ADDRESSES = (0x39FE, 0x3003)
_DATES = (0x0039, 0x0E06, 0x3007)  # submitted, delivered, created
_RECIPIENT_TYPE = 0x0C15
_FILE_NAMES = (0x3707, 0x3704, 0x3001)
_FILE_TYPE, _FILE_DATA, _FILE_METHOD = 0x370E, 0x3701, 0x3705
_BY_REFERENCE = frozenset({2, 3, 4, 7})


def is_msg(data: bytes) -> bool:
    """Whether ``data`` is a compound file with message properties in it."""
    return data.startswith(MAGIC) and "__properties_version1.0".encode("utf-16-le") in data


def read(data: bytes, open_file: OpenFile, *, kind: str = "msg", depth: int = 0) -> Mail:
    """The message in ``data``; UserError("unreadable_file") when it is no readable .msg."""
    if not is_msg(data):
        raise UserError("unreadable_file", reason="not_a_message")
    return _Message(open_storage(data), Header.MESSAGE, open_file, depth, "").mail(kind)


class _Message:
    def __init__(
        self, storage: Storage, header: Header, open_file: OpenFile, depth: int, code_page: str
    ) -> None:
        self.storage = storage
        self.open_file = open_file
        self.depth = depth
        self.problems: list[Problem] = []
        self.properties = Properties(storage, header, self.problems, code_page)

    def mail(self, kind: str) -> Mail:
        files = self._attachments()
        envelope = self._envelope(kind)
        body = self._body() or self._signed_body()
        return assemble(replace(envelope, attachments=tuple(files)), body, self.problems)

    # --- text ---

    def _body(self) -> str:
        plain = self.properties.text(_BODY, code_page=self.properties.body_code_page)
        rich = self._rich()
        if _letters(rich) > 2 * _letters(plain):
            return rich
        return plain

    def _rich(self) -> str:
        html = self.properties.binary(_HTML)
        if html:
            text, found = html_text(html, self.properties.body_code_page or None)
        elif wide := self.properties.text(_HTML):
            text, found = html_text(wide.encode("utf-8"), "utf-8")
        elif packed := self.properties.binary(_RTF):
            try:
                text, found = rtf_to_text(decompress(packed))
            except ValueError:
                text, found = "", (Problem("rtf_broken"),)
        else:
            return ""
        self.problems.extend(found)
        return text

    def _signed_body(self) -> str:
        """S/MIME keeps the whole message in an attachment; signed in clear, it can be read."""
        kind = self.properties.text(_CLASS).upper()
        if "SMIME" not in kind:
            return ""
        for storage in self.storage.iter_attachment_storages():
            raw = Properties(storage, Header.CHILD, self.problems).binary(_FILE_DATA)
            if raw[:4096].lower().find(b"content-type") >= 0:
                mail = eml.read(raw, self.open_file, depth=self.depth + 1)
                self.problems.extend(mail.problems)
                return mail.text
        self.problems.append(Problem("encrypted", "smime"))
        return ""

    # --- people and dates ---

    def _envelope(self, kind: str) -> Mail:
        text = self.properties.text
        raw = text(_TRANSPORT_HEADERS).encode("utf-8")
        fields, _ = headers.split_block(raw, 0, len(raw), self.problems)
        sender = headers.addresses(headers.first(fields, "From"), self.problems)
        ids = headers.message_ids(text(_MESSAGE_ID) or self._header(fields, "Message-ID"))
        replied = headers.message_ids(text(_REPLY_TO_ID) or self._header(fields, "In-Reply-To"))
        references = text(_REFERENCES) or self._header(fields, "References")
        to, cc = self._recipients()
        shown = tuple((name, headers.value(value, self.problems)) for name, value in fields)
        return Mail(
            text="",
            segments=(),
            kind=kind,
            subject=text(_SUBJECT),
            sender=sender[0] if sender else self._sender(),
            to=to,
            cc=cc,
            date=headers.date(self._header(fields, "Date")) or self.properties.date(*_DATES),
            message_id=ids[0] if ids else "",
            in_reply_to=replied[0] if replied else "",
            references=headers.message_ids(references),
            headers=shown,
        )

    def _header(self, fields: headers.RawHeaders, name: str) -> str:
        return headers.value(headers.first(fields, name), self.problems)

    def _sender(self) -> Mailbox | None:
        name = self.properties.text(_SENDER_NAME, 0x0042).strip()
        address = self._address(self.properties, _SENDER_ADDRESSES)
        return Mailbox(name, address) if name or address else None

    def _address(self, properties: Properties, tags: tuple[int, ...]) -> str:
        """The first that is an Internet address; Exchange's X.500 names help nobody."""
        found = (properties.text(tag).strip() for tag in tags)
        return next((address for address in found if "@" in address), "")

    def _recipients(self) -> tuple[headers.Mailboxes, headers.Mailboxes]:
        to: list[Mailbox] = []
        cc: list[Mailbox] = []
        for storage in self.storage.iter_recipient_storages():
            properties = Properties(storage, Header.CHILD, self.problems, self.properties.code_page)
            box = Mailbox(
                properties.text(0x3001).strip().strip("'\""),
                self._address(properties, _RECIPIENT_ADDRESSES),
            )
            kind = (properties.number(_RECIPIENT_TYPE) or 1) & 0xF
            if kind in (1, 2) and (box.name or box.address):
                (to if kind == 1 else cc).append(box)
        return tuple(dict.fromkeys(to)), tuple(dict.fromkeys(cc))

    # --- attachments ---

    def _attachments(self) -> list[Attachment]:
        found: list[Attachment] = []
        for number, storage in enumerate(self.storage.iter_attachment_storages()):
            if number >= MAX_PARTS:
                self.problems.append(Problem("parts_cut", str(MAX_PARTS)))
                break
            found += self._attachment(storage)
        return found

    def _attachment(self, storage: Storage) -> list[Attachment]:
        properties = Properties(storage, Header.CHILD, self.problems, self.properties.code_page)
        name = headers.file_name(properties.text(*_FILE_NAMES))
        for part in storage.storages:
            if part.name.lower().startswith("__substg1.0_3701000d"):
                return self._embedded(part, name or "message.msg")
        media_type = properties.text(_FILE_TYPE).strip().lower()
        if (properties.number(_FILE_METHOD) or 0) in _BY_REFERENCE:
            problem = Problem("attachment_by_reference")
            return [Attachment(name, media_type, 0, None, problem)]
        raw = properties.binary(_FILE_DATA)
        return self.open_file(name, media_type, raw, None, self.depth + 1)

    def _embedded(self, storage: Storage, name: str) -> list[Attachment]:
        """A message (or an OLE object) that lies in the file as a storage of its own."""
        size = _size(storage)
        media_type = "application/vnd.ms-outlook"
        if self.depth + 1 >= MAX_MESSAGE_DEPTH:
            problem = Problem("nesting_cut", str(MAX_MESSAGE_DEPTH))
            self.problems.append(problem)
            return [Attachment(name, media_type, size, None, problem)]
        if not any(each.name.lower().startswith("__properties") for each in storage.streams):
            return [Attachment(name, "application/x-ole-storage", size)]
        message = _Message(
            storage, Header.EMBEDDED, self.open_file, self.depth + 1, self.properties.code_page
        )
        mail = message.mail("msg")
        self.problems += [each for each in mail.problems if each.code != "no_text"]
        heading = Mail(
            text=mail.text,
            segments=(),
            kind="msg",
            subject=mail.subject,
            headers=mail.headers or _shown(mail),
        )
        return [Attachment(name, media_type, size, as_text(heading)), *inner(mail, name)]


def _shown(mail: Mail) -> tuple[tuple[str, str], ...]:
    """Header lines of a message that never went through the Internet."""

    def line(boxes: tuple[Mailbox, ...]) -> str:
        return ", ".join(f"{box.name} <{box.address}>".strip() for box in boxes)

    rows = [
        ("From", line((mail.sender,)) if mail.sender else ""),
        ("To", line(mail.to)),
        ("Cc", line(mail.cc)),
        ("Date", mail.date.isoformat(sep=" ") if mail.date else ""),
        ("Subject", mail.subject),
    ]
    return tuple(row for row in rows if row[1])


def _size(storage: Storage) -> int:
    own = sum(len(stream.bytes_) for stream in storage.streams)
    return own + sum(_size(each) for each in storage.storages)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
