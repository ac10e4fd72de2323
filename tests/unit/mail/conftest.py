"""Hand-made files in formats that the standard library cannot write: .msg, PDF, documents."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

Streams = dict[str, "bytes | Streams"]

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


@dataclass
class _Entry:
    name: str
    kind: int  # 1 storage, 2 stream, 5 root
    data: bytes = b""
    children: list[int] = field(default_factory=list)
    start: int = _END


class _Sectors:
    """Sectors of one size and the table that chains them."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.data: list[bytes] = []
        self.table: list[int] = []

    def store(self, data: bytes) -> int:
        first = len(self.data)
        pieces = [data[at : at + self.size] for at in range(0, len(data), self.size)]
        self.data += [piece.ljust(self.size, b"\0") for piece in pieces]
        self.table += [first + number + 1 for number in range(len(pieces))]
        self.table[-1] = _END
        return first


def compound_file(tree: Streams) -> bytes:
    """A compound file ([MS-CFB], version 3)."""
    entries = [_Entry("Root Entry", 5)]

    def add(parent: int, items: Streams) -> None:
        for name, value in items.items():
            stream = value if isinstance(value, bytes) else b""
            entries.append(_Entry(name, 1 if isinstance(value, dict) else 2, stream))
            entries[parent].children.append(len(entries) - 1)
            if isinstance(value, dict):
                add(len(entries) - 1, value)

    add(0, tree)
    big, mini = _Sectors(_SECTOR), _Sectors(64)
    for entry in entries:
        if entry.data:
            entry.start = (mini if len(entry.data) < 4096 else big).store(entry.data)
    entries[0].data = b"".join(mini.data)
    entries[0].start = big.store(entries[0].data)
    mini_start = big.store(struct.pack(f"<{len(mini.table)}I", *mini.table))
    mini_count = -(-len(mini.table) // 128)
    directory = big.store(b"".join(_directory_entry(entry, entries) for entry in entries))
    fat_count = -(-(len(big.table) + 1) // 127)
    fat_start = len(big.data)
    table = struct.pack(f"<{len(big.table)}I", *big.table) + struct.pack("<I", _FAT) * fat_count
    table = table.ljust(fat_count * _SECTOR, b"\xff")
    difat = [fat_start + number for number in range(fat_count)]
    header = struct.pack(
        "<8s16x5H6x9I109I",
        bytes.fromhex("d0cf11e0a1b11ae1"),
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, fat_count, directory, 0, 4096, mini_start, mini_count, _END, 0),
        *(difat + [_FREE] * (109 - fat_count)),
    )
    return header + b"".join(big.data) + table


def _directory_entry(entry: _Entry, entries: Sequence[_Entry]) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    left = right = _FREE
    for parent in entries:
        if entry in [entries[index] for index in parent.children]:
            # Siblings hang in one chain to the right, which is a valid (if unbalanced) tree.
            place = [entries[index] is entry for index in parent.children].index(True)
            if place + 1 < len(parent.children):
                right = parent.children[place + 1]
    child = entry.children[0] if entry.children else _FREE
    name = name.ljust(64, b"\0")
    return struct.pack(
        "<64sHBB3I16xI16xIQ",
        name,
        2 * len(entry.name) + 2,
        entry.kind,
        1,
        left,
        right,
        child,
        0,
        entry.start if entry.data else _END,
        len(entry.data),
    )


def properties(fixed: dict[tuple[int, int], bytes], header: int) -> bytes:
    """A property stream with the given fixed-size values, by tag and type."""
    rows = [
        struct.pack("<HHI", kind, tag, 6) + value.ljust(8, b"\0")
        for (tag, kind), value in fixed.items()
    ]
    return b"\0" * header + b"".join(rows)


def text_stream(tag: int, text: str) -> tuple[str, bytes]:
    return f"__substg1.0_{tag:04X}001F", text.encode("utf-16-le")


def make_pdf(*pages: str) -> bytes:
    """A PDF with one line of text a page."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, text in enumerate(pages):
        content = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode("latin-1")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(
        b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)
    )
    return out.getvalue()


def make_zip(**parts: str | bytes) -> bytes:
    """A zip; ``__`` in a name is a slash and a single ``_`` before the suffix is the dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    return make_pdf


@pytest.fixture(scope="session")
def zipped() -> Callable[..., bytes]:
    return make_zip


@pytest.fixture(scope="session")
def msg() -> Callable[..., bytes]:
    """``msg({tag: text}, binary={tag: bytes}, recipients=…, attachments=…)`` as .msg bytes."""
    return make_msg


def make_msg(
    texts: dict[int, str],
    *,
    binary: dict[int, bytes] | None = None,
    narrow: dict[int, bytes] | None = None,
    fixed: dict[tuple[int, int], bytes] | None = None,
    recipients: Sequence[tuple[int, str, str]] = (),
    attachments: Sequence[Streams] = (),
) -> bytes:
    return compound_file(
        message_tree(
            texts,
            binary=binary,
            narrow=narrow,
            fixed=fixed,
            recipients=recipients,
            attachments=attachments,
        )
    )


def message_tree(
    texts: dict[int, str],
    *,
    binary: dict[int, bytes] | None = None,
    narrow: dict[int, bytes] | None = None,
    fixed: dict[tuple[int, int], bytes] | None = None,
    recipients: Sequence[tuple[int, str, str]] = (),
    attachments: Sequence[Streams] = (),
    header: int = 32,
) -> Streams:
    tree: Streams = dict(text_stream(tag, text) for tag, text in texts.items())
    tree |= {f"__substg1.0_{tag:04X}0102": data for tag, data in (binary or {}).items()}
    tree |= {f"__substg1.0_{tag:04X}001E": data for tag, data in (narrow or {}).items()}
    tree["__properties_version1.0"] = properties(fixed or {}, header)
    for number, (kind, name, address) in enumerate(recipients):
        tree[f"__recip_version1.0_#{number:08X}"] = {
            "__properties_version1.0": properties({(0x0C15, 3): struct.pack("<I", kind)}, 8),
            **dict([text_stream(0x3001, name), text_stream(0x39FE, address)]),
        }
    for number, streams in enumerate(attachments):
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": properties({}, 8),
            **streams,
        }
    return tree


@pytest.fixture(scope="session")
def embedded() -> Callable[..., Streams]:
    """The streams of an attachment that is a message itself."""

    def make(name: str, texts: dict[int, str]) -> Streams:
        inner = message_tree(texts, header=24)
        return {**dict([text_stream(0x3001, name)]), "__substg1.0_3701000D": inner}

    return make


@pytest.fixture(scope="session")
def attached() -> Callable[..., Streams]:
    """The streams of a file attached to a .msg."""

    def make(name: str, data: bytes) -> Streams:
        return {**dict([text_stream(0x3707, name)]), "__substg1.0_37010102": data}

    return make
