"""What drops bring: files, Outlook's virtual files, text; nothing remote."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QUrl

from desktop.ui.dropped import (
    FILE_CONTENTS,
    GROUP_DESCRIPTOR,
    Blob,
    can_take,
    descriptor_names,
    take,
)


def descriptor(*names: str) -> bytes:
    items = [b"\x00" * 72 + name.encode("utf-16-le")[:518].ljust(520, b"\x00") for name in names]
    return struct.pack("<I", len(names)) + b"".join(items)


def test_files_from_a_file_manager(tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.eml", "ä ö.msg")])
    assert can_take(data)
    assert take(data).paths == (tmp_path / "a.eml", tmp_path / "ä ö.msg")


def test_outlook_virtual_files() -> None:
    data = QMimeData()
    data.setData(GROUP_DESCRIPTOR, descriptor("Störung Pumpe.msg", "zwei.msg"))
    data.setData(f"{FILE_CONTENTS};index=0", b"eins")
    data.setData(f"{FILE_CONTENTS};index=1", b"zwei")
    data.setText("Von\tBetreff")
    assert can_take(data)
    dropped = take(data)
    assert dropped.blobs == (Blob("Störung Pumpe.msg", b"eins"), Blob("zwei.msg", b"zwei"))
    assert not dropped.text


def test_one_virtual_file_without_index() -> None:
    data = QMimeData()
    data.setData(GROUP_DESCRIPTOR, descriptor("mail.msg"))
    data.setData(FILE_CONTENTS, b"inhalt")
    assert take(data).blobs == (Blob("mail.msg", b"inhalt"),)


def test_virtual_file_without_content_is_said() -> None:
    data = QMimeData()
    data.setData(GROUP_DESCRIPTOR, descriptor("mail.msg"))
    dropped = take(data)
    assert dropped.empty
    assert dropped.problem == "virtual_file_empty"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("..\\..\\boese.msg", "boese.msg"),
        ("/etc/passwd", "passwd"),
        ("a:b?.msg", "a_b_.msg"),
        ("", "1.msg"),
    ],
)
def test_virtual_names_are_only_names(name: str, expected: str) -> None:
    assert descriptor_names(descriptor(name)) == [expected]


@given(st.binary(max_size=4000))
def test_broken_descriptors_never_raise(data: bytes) -> None:
    for name in descriptor_names(data):
        assert name
        assert "/" not in name
        assert "\\" not in name


def test_huge_count_is_bounded_by_the_data() -> None:
    assert descriptor_names(struct.pack("<I", 0xFFFFFFFF) + descriptor("x.msg")[4:]) == ["x.msg"]


def test_thunderbird_reference_alone_is_explained() -> None:
    data = QMimeData()
    data.setData("text/x-moz-message", b"mailbox-message://nobody@Local%20Folders/Inbox#1")
    assert can_take(data)
    assert take(data).problem == "mail_reference_only"


def test_text_and_html() -> None:
    data = QMimeData()
    data.setHtml("<p>Guten Tag</p>")
    data.setText("Guten Tag")
    dropped = take(data)
    assert (dropped.text, dropped.html) == ("Guten Tag", "<p>Guten Tag</p>")


def test_remote_addresses_are_not_fetched() -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://shop.example/nachricht.eml")])
    assert take(data).problem == "remote_not_loaded"


def test_nothing() -> None:
    data = QMimeData()
    assert not can_take(data)
    assert take(data).problem == "nothing_dropped"
