"""What could not be read of a message, in words: one short sentence for each ``Problem`` code."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.domain import Problem


def _texts() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "addresses_cut": translate("problems", "Sehr viele Empfänger: nur die ersten gelesen."),
        "attachment_by_reference": translate(
            "problems", "Ein Anhang ist nur verknüpft und liegt nicht bei."
        ),
        "attachment_text_cut": translate(
            "problems", "Langer Anhang: nur der Anfang des Textes gelesen."
        ),
        "charset_broken": translate("problems", "Einige Zeichen sind beschädigt."),
        "charset_guessed": translate("problems", "Der Zeichensatz wurde erraten."),
        "charset_mixed": translate("problems", "Mehrere Zeichensätze sind vermischt."),
        "date_unreadable": translate("problems", "Das Datum ist nicht lesbar."),
        "document_damaged": translate("problems", "Ein Dokument ist beschädigt."),
        "document_encrypted": translate(
            "problems", "Ein Dokument ist mit einem Passwort geschützt."
        ),
        "document_too_large": translate(
            "problems", "Ein Dokument ist zu groß, um seinen Text zu lesen."
        ),
        "encoded_word_broken": translate("problems", "Eine Kopfzeile ist falsch kodiert."),
        "encrypted": translate("problems", "Ein Teil der Nachricht ist verschlüsselt."),
        "header_cut": translate("problems", "Eine sehr lange Kopfzeile wurde gekürzt."),
        "header_end_missing": translate("problems", "Der Kopf endet nicht, wie er soll."),
        "header_line_unreadable": translate("problems", "Eine Kopfzeile ist nicht lesbar."),
        "headers_cut": translate("problems", "Sehr viele Kopfzeilen: nur die ersten gelesen."),
        "html_cut": translate("problems", "Der HTML-Text wurde gekürzt."),
        "html_simplified": translate(
            "problems", "Der HTML-Text wurde vereinfacht; seine Gliederung kann fehlen."
        ),
        "link_cut": translate("problems", "Ein sehr langer Link wurde gekürzt."),
        "lone_surrogates": translate("problems", "Einige Zeichen sind ungültig."),
        "message_cut": translate("problems", "Die Nachricht ist zu groß und wurde gekürzt."),
        "message_damaged": translate("problems", "Die Nachricht ist beschädigt."),
        "more_problems": translate("problems", "Es gab weitere Mängel."),
        "nesting_cut": translate(
            "problems", "Zu tief verschachtelt: innere Nachrichten wurden nicht gelesen."
        ),
        "no_text": translate("problems", "Die Nachricht enthält keinen Text."),
        "nul_characters": translate("problems", "Der Text enthält NUL-Zeichen."),
        "parts_cut": translate("problems", "Sehr viele Teile: nur die ersten gelesen."),
        "rtf_broken": translate("problems", "Der RTF-Text ist beschädigt."),
        "rtf_cut": translate("problems", "Der RTF-Text wurde gekürzt."),
        "subject_cut": translate("problems", "Der sehr lange Betreff wurde gekürzt."),
        "text_cut": translate("problems", "Der sehr lange Text wurde gekürzt."),
        "unknown_charset": translate("problems", "Der Zeichensatz ist unbekannt."),
    }


def problem_line(problem: Problem) -> str:
    """One sentence; an unknown code is named rather than hidden."""
    unknown = QCoreApplication.translate("problems", "Ein Teil ließ sich nicht lesen ({code}).")
    return _texts().get(problem.code, unknown).replace("{code}", problem.code)
