from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import Attachment, Problem
from desktop.mail import documents
from desktop.mail.attachments import attachment
from desktop.mail.limits import MAX_ATTACHMENT_TEXT, MAX_DOCUMENT_BYTES
from desktop.mail.pdf import PdfReader

Make = Callable[..., bytes]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.fixture(scope="module")
def reader() -> Iterator[PdfReader]:
    with PdfReader() as found:
        yield found


@pytest.mark.parametrize(
    ("name", "media_type", "data", "text"),
    [
        ("a.txt", "text/plain", "Größe".encode("cp1252"), "Größe"),
        ("a.csv", "application/octet-stream", "Name;Ort\nMax;Köln".encode(), "Name;Ort\nMax;Köln"),
        ("a.csv", "application/vnd.ms-excel", b"a;b", "a;b"),
        ("protokoll", "application/octet-stream", b"Fehler E04", "Fehler E04"),
        ("a.html", "text/html", b"<p>a</p><script>x</script>", "a"),
        ("a.rtf", "application/rtf", rb"{\rtf1 a\par b}", "a\nb"),
        ("a.json", "application/json", b'{"a": 1}', '{"a": 1}'),
        ("a.jpg", "image/jpeg", b"\xff\xd8\xff\xe0abc", None),
        ("a.bin", "application/octet-stream", b"\0\1\2\3", None),
        ("a.zip", "application/zip", b"PK\x05\x06" + b"\0" * 18, None),
        ("a.txt", "text/plain", b"", None),
    ],
)
def test_text(reader: PdfReader, name: str, media_type: str, data: bytes, text: str | None) -> None:
    found = attachment(name, media_type, data, reader)
    assert (found.text, found.size) == (text, len(data))


def test_missing_type_comes_from_the_name(reader: PdfReader) -> None:
    assert attachment("FOTO.JPG", "", b"x", reader).media_type == "image/jpeg"
    assert attachment("x", "", b"\0", reader).media_type == "application/octet-stream"


def test_long_text_is_cut_and_named(reader: PdfReader) -> None:
    found = attachment("a.txt", "text/plain", b"x" * (MAX_ATTACHMENT_TEXT + 1), reader)
    assert found.text is not None
    assert len(found.text) == MAX_ATTACHMENT_TEXT
    assert found.problem == Problem("attachment_text_cut", "1000000/1000001")


def docx(zipped: Make, body: str, **more: str) -> bytes:
    return zipped(
        word__document_xml=f"<w:document {W}><w:body>{body}</w:body></w:document>", **more
    )


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_docx_with_all_its_corners(reader: PdfReader, zipped: Make) -> None:
    data = docx(
        zipped,
        f"<w:p>{run('Sehr geehrte')}<w:r><w:tab/></w:r>{run('Frau Beck')}</w:p>"
        f"<w:tbl><w:tr><w:tc><w:p>{run('Telefon')}</w:p></w:tc></w:tr></w:tbl>"
        f"<w:p><w:del><w:r><w:delText>gelöscht</w:delText></w:r></w:del></w:p>"
        f'<w:p><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice>{run("Feld")}</mc:Choice>'
        f"<mc:Fallback>{run('Feld')}</mc:Fallback></mc:AlternateContent></w:p>",
        word__header1_xml=f"<w:hdr {W}><w:p>{run('Kopf')}</w:p></w:hdr>",
        word__comments_xml=f"<w:comments {W}><w:p>{run('Notiz')}</w:p></w:comments>",
    )
    found = attachment("brief.docx", "application/octet-stream", data, reader)
    assert found.text is not None
    assert found.text.split("\n")[0] == "Sehr geehrte\tFrau Beck"
    words = found.text.split()
    assert words == [
        "Sehr",
        "geehrte",
        "Frau",
        "Beck",
        "Telefon",
        "gelöscht",
        "Feld",
        "Notiz",
        "Kopf",
    ]
    assert found.problem is None


def test_xlsx_looks_up_shared_strings(zipped: Make) -> None:
    data = zipped(
        xl__workbook_xml="<workbook/>",
        xl__worksheets__sheet1_xml='<worksheet><row><c t="s"><v>1</v></c><c><v>42</v></c>'
        '<c t="inlineStr"><is><t>direkt</t></is></c></row></worksheet>',
        xl__sharedStrings_xml="<sst><si><t>null</t></si><si><t>Max </t><t>Muster</t></si></sst>",
    )
    assert documents.is_document(data)
    assert documents.document_text(data) == ("Max Muster\t42\tdirekt", ())


def test_open_document_text(zipped: Make) -> None:
    data = zipped(content_xml="<c><p>Guten<s/>Tag</p><p>Zeile<tab/>zwei</p></c>")
    assert documents.document_text(data) == ("Guten Tag\nZeile\tzwei", ())


@pytest.mark.parametrize(
    ("part", "code"),
    [
        ("<w:document", "document_damaged"),
        ("kein XML", "document_damaged"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document_damaged"),
    ],
)
def test_damaged_documents(reader: PdfReader, zipped: Make, part: str, code: str) -> None:
    found = attachment("a.docx", "", zipped(word__document_xml=part), reader)
    assert found.problem == Problem(code)


def test_cut_zip_is_damaged(reader: PdfReader, zipped: Make) -> None:
    found = attachment("a.docx", "", docx(zipped, run("a"))[:-30], reader)
    assert found.problem == Problem("document_damaged")


def test_zip_bomb_is_stopped(reader: PdfReader, zipped: Make) -> None:
    bomb = zipped(word__document_xml=b" " * (MAX_DOCUMENT_BYTES + 1))
    assert len(bomb) < 100_000
    found = attachment("a.docx", "", bomb, reader)
    assert found.problem == Problem("document_too_large", str(MAX_DOCUMENT_BYTES))


def test_endless_text_in_a_document_is_cut(zipped: Make) -> None:
    text, problems = documents.document_text(docx(zipped, run("x" * 1000) * 1_500))
    assert text is not None
    assert len(text) < MAX_ATTACHMENT_TEXT + 2_000
    assert problems == (Problem("attachment_text_cut", str(MAX_ATTACHMENT_TEXT)),)


def test_encrypted_office_file_is_named(reader: PdfReader) -> None:
    data = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")
    assert attachment("a.docx", "", data, reader).problem == Problem("document_encrypted")


def test_pdf_text(reader: PdfReader, pdf: Make) -> None:
    found = attachment("a.pdf", "application/pdf", pdf("Rechnung 4711", "Seite zwei"), reader)
    assert found.text == "Rechnung 4711\n\nSeite zwei"
    assert found.problem is None


@pytest.mark.parametrize("data", [b"%PDF-1.4\nkaputt", b"%PDF-"])
def test_damaged_pdf(reader: PdfReader, data: bytes) -> None:
    assert attachment("a.pdf", "application/pdf", data, reader).problem == Problem(
        "document_damaged", "0"
    )


def test_pdf_that_is_none(reader: PdfReader) -> None:
    assert attachment("a.pdf", "application/pdf", b"abc", reader).problem == Problem(
        "document_damaged"
    )


def test_pdf_reader_names_what_it_cut_for_time(pdf: Make) -> None:
    with PdfReader(seconds=0.0) as hurried:
        found = hurried.text(pdf("a", "b"))
    assert found == (None, (Problem("document_cut", "0/2"),))


def test_dead_pdf_child_is_replaced(reader: PdfReader, pdf: Make) -> None:
    reader.text(pdf("a"))
    assert reader._child is not None
    reader._child.kill()
    reader._child.join()
    assert reader.text(pdf("a")) == (None, (Problem("document_damaged"),))
    assert reader.text(pdf("wieder da"))[0] == "wieder da"


@settings(max_examples=60)
@given(
    data=st.binary(max_size=200), name=st.sampled_from(["a.docx", "a.txt", "a", "b.html", "c.rtf"])
)
def test_any_bytes_are_an_attachment(reader: PdfReader, data: bytes, name: str) -> None:
    found = attachment(name, "", data, reader)
    assert isinstance(found, Attachment)
    (found.text or "").encode("utf-8")


@settings(max_examples=60)
@given(place=st.integers(0, 700), junk=st.binary(min_size=1, max_size=30))
def test_any_damage_to_a_document_is_met(zipped: Make, place: int, junk: bytes) -> None:
    whole = docx(zipped, run("Text") * 20)
    text, problems = documents.document_text(whole[:place] + junk + whole[place + len(junk) :])
    assert problems or text is not None


def test_zip_entries_with_a_password_are_named(zipped: Make) -> None:
    data = bytearray(docx(zipped, run("a")))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    with pytest.raises(RuntimeError), zipfile.ZipFile(__import__("io").BytesIO(data)) as archive:
        archive.read("word/document.xml")
    assert documents.document_text(bytes(data)) == (None, (Problem("document_encrypted"),))
