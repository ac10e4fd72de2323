"""What could not be read of a message, in words: one short sentence for each ``Problem`` code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain import Problem


def _texts() -> dict[str, str]:
    tr = QCoreApplication.translate
    return {
        "addresses_cut": tr("problems", "Sehr viele Empfänger: nur die ersten gelesen."),
        "attachment_by_reference": tr(
            "problems", "Ein Anhang ist nur verknüpft und liegt nicht bei."
        ),
        "attachment_text_cut": tr("problems", "Langer Anhang: nur der Anfang des Textes gelesen."),
        "charset_broken": tr("problems", "Einige Zeichen sind beschädigt."),
        "charset_guessed": tr("problems", "Der Zeichensatz wurde erraten."),
        "charset_mixed": tr("problems", "Mehrere Zeichensätze sind vermischt."),
        "date_unreadable": tr("problems", "Das Datum ist nicht lesbar."),
        "document_damaged": tr("problems", "Ein Dokument ist beschädigt."),
        "document_encrypted": tr("problems", "Ein Dokument ist mit einem Passwort geschützt."),
        "document_too_large": tr("problems", "Ein Dokument ist zu groß, um seinen Text zu lesen."),
        "encoded_word_broken": tr("problems", "Eine Kopfzeile ist falsch kodiert."),
        "encrypted": tr("problems", "Ein Teil der Nachricht ist verschlüsselt."),
        "header_cut": tr("problems", "Eine sehr lange Kopfzeile wurde gekürzt."),
        "header_end_missing": tr("problems", "Der Kopf endet nicht, wie er soll."),
        "header_line_unreadable": tr("problems", "Eine Kopfzeile ist nicht lesbar."),
        "headers_cut": tr("problems", "Sehr viele Kopfzeilen: nur die ersten gelesen."),
        "html_cut": tr("problems", "Der HTML-Text wurde gekürzt."),
        "html_simplified": tr(
            "problems", "Der HTML-Text wurde vereinfacht; seine Gliederung kann fehlen."
        ),
        "link_cut": tr("problems", "Ein sehr langer Link wurde gekürzt."),
        "lone_surrogates": tr("problems", "Einige Zeichen sind ungültig."),
        "message_cut": tr("problems", "Die Nachricht ist zu groß und wurde gekürzt."),
        "message_damaged": tr("problems", "Die Nachricht ist beschädigt."),
        "more_problems": tr("problems", "Es gab weitere Mängel."),
        "nesting_cut": tr(
            "problems", "Zu tief verschachtelt: innere Nachrichten wurden nicht gelesen."
        ),
        "no_text": tr("problems", "Die Nachricht enthält keinen Text."),
        "nul_characters": tr("problems", "Der Text enthält NUL-Zeichen."),
        "parts_cut": tr("problems", "Sehr viele Teile: nur die ersten gelesen."),
        "rtf_broken": tr("problems", "Der RTF-Text ist beschädigt."),
        "rtf_cut": tr("problems", "Der RTF-Text wurde gekürzt."),
        "subject_cut": tr("problems", "Der sehr lange Betreff wurde gekürzt."),
        "text_cut": tr("problems", "Der sehr lange Text wurde gekürzt."),
        "unknown_charset": tr("problems", "Der Zeichensatz ist unbekannt."),
    }


def problem_line(problem: Problem) -> str:
    """One sentence; an unknown code is named rather than hidden."""
    unknown = QCoreApplication.translate("problems", "Ein Teil ließ sich nicht lesen ({code}).")
    return _texts().get(problem.code, unknown).replace("{code}", problem.code)
