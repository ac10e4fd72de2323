"""German source texts of all ``UserError`` codes: (what happened, what is safe and what to do).

``{…}`` are the error's values. ``tests/ui/test_messages.py`` holds this table against the code.
"""

from __future__ import annotations

from desktop.ui.noop import QT_TRANSLATE_NOOP
from desktop.ui.vault_texts import VAULT_TEXTS

_NOTHING_TAKEN = QT_TRANSLATE_NOOP("messages", "Es wurde nichts übernommen.")
_NOTHING_CHANGED = QT_TRANSLATE_NOOP("messages", "Es wurde nichts verändert.")

_READING: dict[str, tuple[str, str]] = {
    "unreadable_file": (
        QT_TRANSLATE_NOOP("messages", "„{file}“ lässt sich nicht lesen: {reason}."),
        _NOTHING_TAKEN,
    ),
    "unwritable_file": (
        QT_TRANSLATE_NOOP("messages", "„{file}“ lässt sich nicht schreiben."),
        QT_TRANSLATE_NOOP(
            "messages", "Im Tresor ist alles unversehrt. Wählen Sie einen anderen Ordner."
        ),
    ),
    "duplicate": (
        QT_TRANSLATE_NOOP("messages", "„{file}“ ist schon da, als Vorgang {case}."),
        QT_TRANSLATE_NOOP("messages", "Es wurde kein zweiter Vorgang angelegt."),
    ),
    "empty_message": (
        QT_TRANSLATE_NOOP("messages", "„{file}“ enthält keine Nachricht."),
        _NOTHING_TAKEN,
    ),
    "nothing_dropped": (
        QT_TRANSLATE_NOOP("messages", "Darin ist nichts, was sich übernehmen lässt."),
        QT_TRANSLATE_NOOP(
            "messages", "Ziehen Sie Nachrichten als Dateien (.eml, .msg, .mbox) oder Text herein."
        ),
    ),
    "virtual_file_empty": (
        QT_TRANSLATE_NOOP("messages", "Outlook hat die Nachricht nicht mitgegeben."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Ziehen Sie sie erst auf den Desktop oder in einen Ordner und von dort hierher.",
        ),
    ),
    "mail_reference_only": (
        QT_TRANSLATE_NOOP(
            "messages", "Das Mailprogramm hat nur einen Verweis auf die Nachricht mitgegeben."
        ),
        QT_TRANSLATE_NOOP(
            "messages",
            "Speichern Sie die Nachricht dort als Datei (Strg+S) und ziehen Sie die Datei hierher.",
        ),
    ),
    "remote_not_loaded": (
        QT_TRANSLATE_NOOP("messages", "Trennwerk lädt nichts aus dem Netz."),
        QT_TRANSLATE_NOOP("messages", "Speichern Sie den Inhalt als Datei und ziehen Sie sie her."),
    ),
}

_WATCHING: dict[str, tuple[str, str]] = {
    "watch_folder_missing": (
        QT_TRANSLATE_NOOP("messages", "Der überwachte Ordner ist nicht da."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Im Tresor ist alles unversehrt. Schließen Sie den Datenträger an, oder wählen Sie in "
            "der Verwaltung einen anderen Ordner.",
        ),
    ),
    "watch_unreadable": (
        QT_TRANSLATE_NOOP(
            "messages", "„{file}“ im überwachten Ordner ist leer oder lässt sich nicht öffnen."
        ),
        _NOTHING_TAKEN,
    ),
}

_WORK: dict[str, tuple[str, str]] = {
    "unknown_case": (
        QT_TRANSLATE_NOOP("messages", "Den Vorgang {case} gibt es nicht."),
        _NOTHING_CHANGED,
    ),
    "opinion_failed": (
        QT_TRANSLATE_NOOP("messages", "Das Chatmodell hat keine zweite Meinung gegeben: {reason}."),
        QT_TRANSLATE_NOOP(
            "messages", "Die Funde sind unverändert. Versuchen Sie es mit einem anderen Modell."
        ),
    ),
    "unknown_person": (
        QT_TRANSLATE_NOOP("messages", "Diese Person gibt es im Vorgang nicht mehr."),
        _NOTHING_CHANGED,
    ),
    "incomplete_detection": (
        QT_TRANSLATE_NOOP("messages", "Die Nachricht wurde nicht vollständig geprüft."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Prüfen Sie erneut, oder geben Sie mit einer Begründung trotzdem frei.",
        ),
    ),
    "not_approved": (
        QT_TRANSLATE_NOOP("messages", "Der Vorgang ist noch nicht freigegeben."),
        QT_TRANSLATE_NOOP(
            "messages", "Es ging nichts hinaus. Prüfen Sie die Funde und geben Sie sie frei."
        ),
    ),
    "description_leaks": (
        QT_TRANSLATE_NOOP(
            "messages", "In der Problembeschreibung stehen noch {count} personenbezogene Angaben."
        ),
        QT_TRANSLATE_NOOP(
            "messages", "Es ging nichts hinaus. Markieren Sie die Stellen und geben Sie neu frei."
        ),
    ),
    "description_changed": (
        QT_TRANSLATE_NOOP("messages", "Die Problembeschreibung passt nicht mehr zum Original."),
        QT_TRANSLATE_NOOP(
            "messages", "Es ging nichts hinaus. Öffnen Sie den Vorgang neu und geben Sie ihn frei."
        ),
    ),
    "unknown_vendor": (
        QT_TRANSLATE_NOOP("messages", "Diesen Dienstleister gibt es nicht."),
        QT_TRANSLATE_NOOP("messages", "Wählen Sie einen anderen oder legen Sie ihn an."),
    ),
    "vendor_exists": (
        QT_TRANSLATE_NOOP("messages", "Einen Dienstleister „{vendor}“ gibt es schon."),
        QT_TRANSLATE_NOOP("messages", "Wählen Sie einen anderen Namen."),
    ),
    "vendor_invalid": (
        QT_TRANSLATE_NOOP("messages", "Eine Angabe zum Dienstleister ist ungültig ({field})."),
        QT_TRANSLATE_NOOP("messages", "Es wurde nichts gespeichert. Berichtigen Sie die Angabe."),
    ),
    "address_invalid": (
        QT_TRANSLATE_NOOP("messages", "Eine E-Mail-Adresse ist ungültig."),
        QT_TRANSLATE_NOOP("messages", "Berichtigen Sie die Adresse."),
    ),
    "unknown_package": (
        QT_TRANSLATE_NOOP("messages", "Zu dieser Antwort gibt es hier kein Paket ({package})."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Es wurde nichts übernommen. Die Antwort muss die Paketnummer (TW-…) enthalten.",
        ),
    ),
    "unknown_reply": (
        QT_TRANSLATE_NOOP("messages", "Zu diesem Vorgang gibt es diese Antwort nicht."),
        _NOTHING_CHANGED,
    ),
    "no_reply": (
        QT_TRANSLATE_NOOP("messages", "Zu diesem Vorgang ist noch keine Antwort da."),
        QT_TRANSLATE_NOOP("messages", "Ziehen Sie die Antwort des Dienstleisters ins Fenster."),
    ),
    "package_unreadable": (
        QT_TRANSLATE_NOOP("messages", "Das ist kein lesbares Trennwerk-Paket ({reason})."),
        _NOTHING_TAKEN,
    ),
    "record_unreadable": (
        QT_TRANSLATE_NOOP("messages", "Das ist kein lesbarer Trennwerk-Datensatz ({reason})."),
        _NOTHING_TAKEN,
    ),
    "description_may_leak": (
        QT_TRANSLATE_NOOP(
            "messages", "{count} Stellen der Problembeschreibung könnten personenbezogen sein."
        ),
        QT_TRANSLATE_NOOP(
            "messages", "Es ging nichts hinaus. Sehen Sie die Stellen an und bestätigen Sie sie."
        ),
    ),
    "leak": (
        QT_TRANSLATE_NOOP("messages", "Im Text stehen noch {count} personenbezogene Angaben."),
        QT_TRANSLATE_NOOP(
            "messages", "Es ging nichts hinaus. Markieren Sie die Stellen und geben Sie neu frei."
        ),
    ),
    "duplicate_reply": (
        QT_TRANSLATE_NOOP("messages", "Diese Antwort auf das Paket {package} ist schon da."),
        QT_TRANSLATE_NOOP("messages", "Sie wurde kein zweites Mal übernommen."),
    ),
    "reply_is_package": (
        QT_TRANSLATE_NOOP("messages", "Das ist das Paket {package} selbst, keine Antwort darauf."),
        QT_TRANSLATE_NOOP(
            "messages", "Es wurde nichts übernommen. Bitten Sie den Dienstleister um seine Antwort."
        ),
    ),
    "public_key_invalid": (
        QT_TRANSLATE_NOOP("messages", "Der öffentliche Schlüssel ist ungültig."),
        QT_TRANSLATE_NOOP("messages", "Es wurde nichts gespeichert."),
    ),
    "public_key_is_private": (
        QT_TRANSLATE_NOOP("messages", "Das ist ein geheimer Schlüssel, kein öffentlicher."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Er wurde nicht gespeichert. Der Dienstleister sollte ihn ersetzen, wenn er ihn "
            "verschickt hat.",
        ),
    ),
    "record_altered": (
        QT_TRANSLATE_NOOP("messages", "Der Datensatz wurde verändert ({field})."),
        _NOTHING_TAKEN,
    ),
    "sealed_unreadable": (
        QT_TRANSLATE_NOOP("messages", "Das ist kein versiegeltes Trennwerk-Paket ({reason})."),
        _NOTHING_TAKEN,
    ),
    "sealed_not_opened": (
        QT_TRANSLATE_NOOP("messages", "Das versiegelte Paket lässt sich nicht öffnen."),
        QT_TRANSLATE_NOOP("messages", "Es ist für einen anderen Schlüssel bestimmt."),
    ),
    "sealed_altered": (
        QT_TRANSLATE_NOOP("messages", "Das versiegelte Paket wurde verändert ({field})."),
        _NOTHING_TAKEN,
    ),
    "sealed_newer": (
        QT_TRANSLATE_NOOP("messages", "Das Paket stammt von einer neueren Trennwerk-Version."),
        _NOTHING_TAKEN,
    ),
    "mail_program_missing": (
        QT_TRANSLATE_NOOP("messages", "Es hat sich kein Mailprogramm geöffnet."),
        QT_TRANSLATE_NOOP("messages", "Der Entwurf liegt hier: {file}"),
    ),
}

TEXTS: dict[str, tuple[str, str]] = VAULT_TEXTS | _READING | _WATCHING | _WORK

REASONS: dict[str, str] = {
    "os": QT_TRANSLATE_NOOP("messages", "Lesefehler"),
    "filenotfound": QT_TRANSLATE_NOOP("messages", "die Datei gibt es nicht"),
    "no_mails": QT_TRANSLATE_NOOP("messages", "darin sind keine Nachrichten"),
    "not_a_message": QT_TRANSLATE_NOOP("messages", "das ist keine Nachricht"),
    "damaged": QT_TRANSLATE_NOOP("messages", "beschädigt"),
    "io": QT_TRANSLATE_NOOP("messages", "Lesefehler"),
    "empty": QT_TRANSLATE_NOOP("messages", "die Datei ist leer"),
    "too_large": QT_TRANSLATE_NOOP("messages", "zu groß"),
    "permission": QT_TRANSLATE_NOOP("messages", "keine Leserechte"),
    "no_json": QT_TRANSLATE_NOOP("messages", "kein JSON"),
    "no_object": QT_TRANSLATE_NOOP("messages", "unerwarteter Aufbau"),
    "other_format": QT_TRANSLATE_NOOP("messages", "anderes Format"),
    "no_version": QT_TRANSLATE_NOOP("messages", "ohne Versionsangabe"),
    "missing": QT_TRANSLATE_NOOP("messages", "die Datei ist nicht mehr da"),
    "broken": QT_TRANSLATE_NOOP("messages", "keine lesbare Modelldatei"),
    "timeout": QT_TRANSLATE_NOOP("messages", "es kam keine Antwort in der Zeit"),
    "died": QT_TRANSLATE_NOOP("messages", "das Modell ist abgestürzt"),
    "too_long": QT_TRANSLATE_NOOP("messages", "der Text ist zu lang für das Modell"),
    "failed": QT_TRANSLATE_NOOP("messages", "das Modell hat nicht geantwortet"),
}
