"""How long reading takes: an everyday mail, an HTML newsletter's size, a long thread."""

from __future__ import annotations

from typing import Any

from desktop.domain import Mail
from desktop.mail.html import to_text
from desktop.mail.read import read_bytes
from desktop.mail.segments import segment

BODY = (
    "Guten Tag,\n\nseit dem letzten Update meldet der Wechselrichter E04 und schaltet ab. "
    "Ich habe ihn dreimal neu gestartet, die Sicherungen geprüft und das Kabel getauscht.\n\n"
) * 6
SIGNATURE = "Mit freundlichen Grüßen\nAnnegret Brömmelkamp\nMusterweg 3\n12345 Musterstadt\n\n"
QUOTE = "Am 12.03.2026 um 10:12 schrieb Hilfe <hilfe@firma.example>:\n" + "> Zeile\n" * 10
HEAD = (
    "From: Annegret =?utf-8?q?Br=C3=B6mmelkamp?= <annegret@kunde.example>\n"
    "To: Hilfe <hilfe@firma.example>\nSubject: =?utf-8?q?St=C3=B6rung?= E04\n"
    "Date: Thu, 12 Mar 2026 11:00:00 +0100\nMessage-ID: <1@kunde.example>\nMIME-Version: 1.0\n"
)
PLAIN = (HEAD + "Content-Type: text/plain; charset=utf-8\n\n" + BODY + SIGNATURE + QUOTE).encode()
ROW = '<tr><td style="padding:0"><p class="MsoNormal">Zelle {0}</p></td><td>Wert {0}</td></tr>'
HTML = (
    "<html><body><table>" + "".join(ROW.format(n) for n in range(1_000)) + "</table></body></html>"
)
THREAD = (BODY + SIGNATURE) + "".join(
    "> " * depth + line + "\n" for depth in range(1, 20) for line in (BODY + SIGNATURE).split("\n")
)


def read(data: bytes) -> Mail:
    (mail,) = read_bytes(data)
    return mail


def test_read_a_plain_mail(benchmark: Any) -> None:
    mail = benchmark(read, PLAIN)
    assert mail.text.startswith("Störung E04")


def test_html_table_to_text(benchmark: Any) -> None:
    text, _ = benchmark(to_text, HTML)
    assert "Zelle 999 | Wert 999" in text


def test_segments_of_a_long_thread(benchmark: Any) -> None:
    assert len(benchmark(segment, THREAD)) == 3
