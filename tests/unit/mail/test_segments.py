from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain import SegmentKind
from desktop.mail.segments import segment

B, Q, S, D = SegmentKind.BODY, SegmentKind.QUOTE, SegmentKind.SIGNATURE, SegmentKind.DISCLAIMER


def kinds(*parts: tuple[SegmentKind, str]) -> None:
    """Each part, one after the other, is found as what it says it is."""
    text = "".join(part for _, part in parts)
    found = [(each.kind, text[each.start : each.end]) for each in segment(text)]
    assert found == list(parts)


QUOTED = "> Guten Tag,\n> was ist das für ein Fehler?\n"
UNMARKED = "Guten Tag,\n\nwas ist das für ein Fehler?\n"


@pytest.mark.parametrize(
    "intro",
    [
        "Am 12.03.2026 um 10:12 schrieb Max Muster:\n",
        "Am Do., 12. März 2026 um 10:12 Uhr schrieb Max Muster <\nmax@muster.example>:\n",
        "Am 12.03.26 um 10:12 schrieb Max Muster via\nHilfe-Portal\n<hilfe@b.example>:\n\n",
        "Max Muster <max@muster.example> schrieb am 12.03.2026, 10:12:\n",
        "Max Muster hat am 12.03.2026 10:12 CET geschrieben:\n",
        "Zitat von Max Muster <max@muster.example>:\n",
        "On Thu, Mar 12, 2026 at 10:12 AM Max Muster <max@muster.example> wrote:\n",
        "On 12 Mar 2026, at 10:12, Max Muster <max@muster.example>\nwrote:\n",
        "Le 12/03/2026 à 10:12, Max Muster a écrit :\n",
    ],
)
def test_introductions(intro: str) -> None:
    kinds((B, "Danke, geht wieder.\n\n"), (Q, intro + QUOTED))
    kinds((B, "Danke, geht wieder.\n\n"), (Q, intro + QUOTED), (B, "Und das hier auch.\n"))


@pytest.mark.parametrize(
    "header",
    [
        "-----Ursprüngliche Nachricht-----\nVon: Max <max@b.example>\n",
        "----- Original Message -----\nFrom: Max\n",
        "-------- Weitergeleitete Nachricht --------\nBetreff: x\n",
        "---------- Forwarded message ---------\nVon: Max\n",
        "Anfang der weitergeleiteten Nachricht:\n\n",
        "Von: Max Muster <max@b.example>\nGesendet: Donnerstag, 12. März 2026 10:12\n"
        "An: hilfe@firma.example\nBetreff: Fehler\n\n",
        "________________________________\nVon: Max Muster <max@b.example>\n"
        "Gesendet: Donnerstag, 12. März 2026 10:12\nAn: hilfe@firma.example\nBetreff: Fehler\n\n",
        "*From:* Max\n*Sent:* Thursday\n*To:* Help\n*Subject:* Error\n\n",
        "Am 12.03.2026 um 10:12 schrieb Max Muster <max@b.example>:\n\n",
    ],
)
def test_unmarked_earlier_message_goes_to_the_end(header: str) -> None:
    kinds((B, "Danke.\n\n"), (Q, header + UNMARKED))


@pytest.mark.parametrize(
    "signature",
    [
        "-- \nMax Muster\nTel. 030 123456\n",
        "--\nMax Muster\n",
        "Mit freundlichen Grüßen\nMax Muster\n",
        "Mit freundlichen Grüßen aus Köln\n\nMax Muster\nMusterweg 1\n12345 Musterstadt\n",
        "Viele Grüße\nMax\n",
        "Liebe Grüsse, Max\n",
        "Vielen Dank und beste Grüße\nMax\n",
        "MfG\nM. Muster\n",
        "LG Anna\n",
        "Freundlicher Gruß\nMax\n",
        "Hochachtungsvoll\nMax Muster\n",
        "Best regards,\nMax\n",
        "Kind regards\nMax\n",
        "Thanks,\nMax\n",
        "Vielen Dank\nMax Muster\n",
        "Danke für Ihr Verständnis\nEva Beispiel\n(Tochter) 030 123456\n",
        "Vielen Dank im Voraus\nMit freundlichen Grüßen\nMax Muster\n",
        "Von meinem iPhone gesendet\n",
        "Gesendet von meinem Samsung Galaxy Smartphone.\n",
        "Diese Nachricht wurde von meinem Android-Mobiltelefon mit GMX Mail gesendet.\n",
        "Gesendet mit der WEB.DE Mail App\n",
        "Sent from my iPhone\n",
        "Holen Sie sich Outlook für iOS\n",
        "Max Muster\nTel.: 030 123456\nmax@muster.example\n",
    ],
)
def test_signatures(signature: str) -> None:
    own = "Hallo,\n\ndas Gerät zeigt E04 und die Lampe blinkt.\n\n"
    kinds((B, own), (S, signature))
    kinds(
        (B, own), (S, signature + "\n"), (Q, "Am 1.2.2026 um 9:00 schrieb A <a@b.example>:\n> x\n")
    )


@pytest.mark.parametrize(
    "disclaimer",
    [
        "Diese E-Mail enthält vertrauliche Informationen nur für den Adressaten.\n",
        "Der Inhalt dieser E-Mail ist vertraulich.\nBitte löschen Sie sie sonst.\n",
        "Haftungsausschluss: Wir haften nicht.\n",
        "This e-mail and any attachments are confidential.\n",
        "CONFIDENTIALITY NOTICE: only for you.\n",
        "Bitte denken Sie an die Umwelt, bevor Sie drucken.\n",
    ],
)
def test_disclaimers(disclaimer: str) -> None:
    kinds(
        (B, "Das Gerät steht.\n\n"),
        (S, "Mit freundlichen Grüßen\nMax Muster\n\n"),
        (D, disclaimer),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Mai schrieb ich Ihnen schon einmal wegen des Geräts.\nEs steht noch immer.\n",
        "Von: Berlin\nNach: Hamburg\nDer Zug fiel aus.\n",
        "Ich habe die Nachricht von meinem iPhone gesendet und seitdem geht nichts mehr, obwohl "
        "ich alles versucht habe.\n\nWas nun?\n\nIch warte.\n",
        "Viele Grüße bestellt auch meine Frau, die sich am Telefon schon beschwert hatte.\n\n"
        "Nun zum Fehler: Der Wechselrichter zeigt seit gestern Abend E04 und die Anlage steht, "
        "obwohl ich sie mehrfach neu gestartet und alle Sicherungen geprüft habe.\n",
        "Liste:\n-- erstens\n-- zweitens\n",
        "Vielen Dank\nfür die schnelle Antwort, es geht wieder.\n",
    ],
)
def test_own_text_stays_own_text(text: str) -> None:
    kinds((B, text))


def test_postscript_after_the_signature_is_own_text() -> None:
    kinds(
        (B, "Es geht.\n\n"),
        (S, "Viele Grüße\nMax\n\n"),
        (B, "PS: Die Lampe blinkt noch.\n"),
    )


def test_answers_between_quoted_lines_are_own_text() -> None:
    kinds((Q, "> Frage 1\n"), (B, "Antwort 1\n"), (Q, "> Frage 2\n"), (B, "Antwort 2\n"))


def test_an_introduction_with_nothing_above_does_not_swallow_the_answer() -> None:
    kinds(
        (Q, "On 15 May 2026 19:32, Max <max@b.example> wrote:\n\n"),
        (B, "Das Gerät geht wieder.\n"),
    )


def test_subject_is_a_segment_with_its_blank_line() -> None:
    text = "Fehler E04\n\nDas Gerät steht."
    found = [(each.kind, each.start, each.end) for each in segment(text, subject_length=10)]
    assert found == [(SegmentKind.SUBJECT, 0, 12), (B, 12, len(text))]


LINES = st.sampled_from(
    [
        *("> a", ">", "", "-- ", "Von: a", "An: b", "Betreff: c", "Gesendet: d", "MfG", "Max"),
        *(
            "Am 1.1.2026 um 10:00 schrieb",
            "<a@b.example>:",
            "Viele Grüße",
            "_" * 9,
            "PS: x",
            "030 123456",
        ),
        *(
            "-----Ursprüngliche Nachricht-----",
            "Diese E-Mail ist vertraulich.",
            "\u2028",
            "\x0b",
            "On",
        ),
    ]
)


@given(st.lists(LINES | st.text(max_size=30), max_size=40), st.integers(0, 60))
def test_segments_tile_any_text(lines: list[str], subject_length: int) -> None:
    text = "\n".join(lines)
    position = 0
    for each in segment(text, subject_length=subject_length):
        assert each.start == position < each.end
        position = each.end
    assert position == len(text)


@pytest.mark.parametrize(
    "line",
    [
        "\n",
        "a\n",
        "> a\n",
        "Von: a\n",
        "Am 1.1. schrieb x @\n",
        "Am ",
        "-- \n",
        "> a\nb\n",
        "_" * 70 + "\n",
    ],
)
def test_time_is_linear(line: str) -> None:
    begun = time.process_time()
    segment(line * (60_000 // len(line)))
    assert time.process_time() - begun < 3
