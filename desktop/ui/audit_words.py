"""The words of the audit log's actions and details."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.ui.noop import QT_TRANSLATE_NOOP

ACTIONS: dict[str, str] = {
    "workspace_created": QT_TRANSLATE_NOOP("audit", "Tresor angelegt"),
    "workspace_restored": QT_TRANSLATE_NOOP("audit", "Sicherung eingespielt"),
    "unlocked": QT_TRANSLATE_NOOP("audit", "Entsperrt"),
    "unlock_failed": QT_TRANSLATE_NOOP("audit", "Entsperren misslungen"),
    "unlocked_by_recovery": QT_TRANSLATE_NOOP("audit", "Mit Wiederherstellungscode entsperrt"),
    "locked": QT_TRANSLATE_NOOP("audit", "Gesperrt"),
    "password_changed": QT_TRANSLATE_NOOP("audit", "Passwort geändert"),
    "recovery_sheet_made": QT_TRANSLATE_NOOP("audit", "Wiederherstellungsblatt erstellt"),
    "store_migrated": QT_TRANSLATE_NOOP("audit", "Speicher auf neuen Stand gebracht"),
    "backup_made": QT_TRANSLATE_NOOP("audit", "Sicherung geschrieben"),
    "mail_imported": QT_TRANSLATE_NOOP("audit", "Nachricht übernommen"),
    "duplicate_refused": QT_TRANSLATE_NOOP("audit", "Schon vorhandene Nachricht abgewiesen"),
    "import_failed": QT_TRANSLATE_NOOP("audit", "Übernahme misslungen"),
    "case_opened": QT_TRANSLATE_NOOP("audit", "Vorgang geöffnet"),
    "detected": QT_TRANSLATE_NOOP("audit", "Nachricht geprüft"),
    "marks_saved": QT_TRANSLATE_NOOP("audit", "Funde gespeichert"),
    "persons_changed": QT_TRANSLATE_NOOP("audit", "Personen geändert"),
    "approved": QT_TRANSLATE_NOOP("audit", "Freigegeben"),
    "reopened": QT_TRANSLATE_NOOP("audit", "Freigabe zurückgenommen"),
    "case_closed": QT_TRANSLATE_NOOP("audit", "Vorgang abgeschlossen"),
    "case_erased": QT_TRANSLATE_NOOP("audit", "Vorgang gelöscht"),
    "package_previewed": QT_TRANSLATE_NOOP("audit", "Paket angesehen"),
    "package_exported": QT_TRANSLATE_NOOP("audit", "Paket ausgegeben"),
    "export_refused": QT_TRANSLATE_NOOP("audit", "Ausgabe verweigert"),
    "reply_imported": QT_TRANSLATE_NOOP("audit", "Antwort übernommen"),
    "reply_refused": QT_TRANSLATE_NOOP("audit", "Antwort abgewiesen"),
    "reply_viewed": QT_TRANSLATE_NOOP("audit", "Antwort angesehen"),
    "merged": QT_TRANSLATE_NOOP("audit", "Antwort zusammengeführt"),
    "answer_saved": QT_TRANSLATE_NOOP("audit", "Antwort an den Kunden gespeichert"),
    "answer_viewed": QT_TRANSLATE_NOOP("audit", "Antwort an den Kunden angesehen"),
    "answer_exported": QT_TRANSLATE_NOOP("audit", "Antwort als Entwurf gespeichert"),
    "answer_printed": QT_TRANSLATE_NOOP("audit", "Antwort gedruckt"),
    "answer_copied": QT_TRANSLATE_NOOP("audit", "Antwort kopiert"),
    "record_exported": QT_TRANSLATE_NOOP("audit", "Datensatz ausgegeben"),
    "revealed": QT_TRANSLATE_NOOP("audit", "Angabe aufgedeckt"),
    "vendor_added": QT_TRANSLATE_NOOP("audit", "Dienstleister angelegt"),
    "vendor_updated": QT_TRANSLATE_NOOP("audit", "Dienstleister geändert"),
    "vendor_removed": QT_TRANSLATE_NOOP("audit", "Dienstleister entfernt"),
    "setting_changed": QT_TRANSLATE_NOOP("audit", "Einstellung geändert"),
    "stores_verified": QT_TRANSLATE_NOOP("audit", "Tresor und Protokoll geprüft"),
    "audit_read": QT_TRANSLATE_NOOP("audit", "Protokoll gelesen"),
    "backup_verified": QT_TRANSLATE_NOOP("audit", "Sicherung geprüft"),
    "permission_refused": QT_TRANSLATE_NOOP("audit", "Recht verweigert"),
}

DETAILS: dict[str, str] = {
    "attachments": QT_TRANSLATE_NOOP("audit", "Anhänge"),
    "altered": QT_TRANSLATE_NOOP("audit", "verändert"),
    "bytes": QT_TRANSLATE_NOOP("audit", "Bytes"),
    "count": QT_TRANSLATE_NOOP("audit", "Anzahl"),
    "entries": QT_TRANSLATE_NOOP("audit", "Einträge"),
    "foreign": QT_TRANSLATE_NOOP("audit", "fremd"),
    "form": QT_TRANSLATE_NOOP("audit", "Form"),
    "gaps": QT_TRANSLATE_NOOP("audit", "Lücken"),
    "leaks": QT_TRANSLATE_NOOP("audit", "Treffer"),
    "marks": QT_TRANSLATE_NOOP("audit", "Funde"),
    "missing": QT_TRANSLATE_NOOP("audit", "fehlend"),
    "overridden": QT_TRANSLATE_NOOP("audit", "trotz Lücken"),
    "persons": QT_TRANSLATE_NOOP("audit", "Personen"),
    "problems": QT_TRANSLATE_NOOP("audit", "Probleme"),
    "reason": QT_TRANSLATE_NOOP("audit", "Grund"),
    "reply_id": QT_TRANSLATE_NOOP("audit", "Antwort"),
    "repeated": QT_TRANSLATE_NOOP("audit", "mehrfach"),
    "restored": QT_TRANSLATE_NOOP("audit", "eingesetzt"),
    "result": QT_TRANSLATE_NOOP("audit", "Ergebnis"),
    "tokens": QT_TRANSLATE_NOOP("audit", "Platzhalter"),
    "vendor_id": QT_TRANSLATE_NOOP("audit", "Dienstleister"),
}


def action_name(action: str) -> str:
    """The action in the user's language; an unknown one stands for itself."""
    return QCoreApplication.translate("audit", ACTIONS.get(action, action))


def details_text(details: Mapping[str, str | int]) -> str:
    """The details as one line; counts of zero say nothing and are left out."""
    return " · ".join(
        f"{QCoreApplication.translate('audit', DETAILS.get(key, key))} {value}"
        for key, value in details.items()
        if value not in (0, "")
    )
