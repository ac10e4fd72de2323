"""German source texts of all ``UserError`` codes: (what happened, what is safe and what to do).

``{…}`` are the error's values. ``tests/ui/test_messages.py`` holds this table against the code.
"""

from __future__ import annotations

from desktop.ui.noop import QT_TRANSLATE_NOOP

_NOTHING_TAKEN = QT_TRANSLATE_NOOP("messages", "Es wurde nichts übernommen.")
_NOTHING_CHANGED = QT_TRANSLATE_NOOP("messages", "Es wurde nichts verändert.")
_RESTORE = QT_TRANSLATE_NOOP(
    "messages",
    "Die übrigen Daten bleiben unberührt. Schließen Sie Trennwerk und spielen Sie die letzte "
    "Sicherung ein.",
)

_VAULT: dict[str, tuple[str, str]] = {
    "wrong_password": (
        QT_TRANSLATE_NOOP("messages", "Das Passwort stimmt nicht."),
        QT_TRANSLATE_NOOP("messages", "Achten Sie auf Groß- und Kleinschreibung."),
    ),
    "password_empty": (
        QT_TRANSLATE_NOOP("messages", "Das Passwort ist leer."),
        QT_TRANSLATE_NOOP("messages", "Geben Sie ein Passwort ein."),
    ),
    "password_weak": (
        QT_TRANSLATE_NOOP("messages", "Das Passwort ist zu leicht zu erraten."),
        QT_TRANSLATE_NOOP("messages", "Nehmen Sie mehrere zufällige Wörter."),
    ),
    "password_needed": (
        QT_TRANSLATE_NOOP("messages", "Es fehlt das Passwort."),
        QT_TRANSLATE_NOOP("messages", "Geben Sie das Passwort des Tresors an."),
    ),
    "wrong_recovery_code": (
        QT_TRANSLATE_NOOP("messages", "Dieser Code öffnet den Tresor nicht."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Am Tresor hat sich nichts geändert. Nehmen Sie das Blatt, das zuletzt gedruckt wurde.",
        ),
    ),
    "recovery_code_malformed": (
        QT_TRANSLATE_NOOP("messages", "Der Code ist unvollständig oder enthält einen Tippfehler."),
        QT_TRANSLATE_NOOP("messages", "Vergleichen Sie ihn Gruppe für Gruppe mit dem Blatt."),
    ),
    "key_file_needed": (
        QT_TRANSLATE_NOOP("messages", "Dieser Tresor braucht auch seine Schlüsseldatei."),
        QT_TRANSLATE_NOOP("messages", "Schließen Sie den Datenträger an, auf dem sie liegt."),
    ),
    "key_file_unreadable": (
        QT_TRANSLATE_NOOP("messages", "Die Schlüsseldatei „{file}“ lässt sich nicht lesen."),
        _NOTHING_CHANGED,
    ),
    "unknown_user": (
        QT_TRANSLATE_NOOP("messages", "In diesem Tresor gibt es niemanden mit diesem Namen."),
        _NOTHING_CHANGED,
    ),
    "user_needed": (
        QT_TRANSLATE_NOOP("messages", "Diesen Tresor benutzen mehrere Personen."),
        QT_TRANSLATE_NOOP("messages", "Geben Sie an, wer Sie sind."),
    ),
    "workspace_missing": (
        QT_TRANSLATE_NOOP("messages", "Hier liegt kein Tresor."),
        QT_TRANSLATE_NOOP(
            "messages", "Starten Sie Trennwerk neu, um einen anzulegen oder einzuspielen."
        ),
    ),
    "workspace_exists": (
        QT_TRANSLATE_NOOP("messages", "Hier liegt schon ein Tresor."),
        QT_TRANSLATE_NOOP("messages", "Er wurde nicht angetastet. Starten Sie Trennwerk neu."),
    ),
    "workspace_not_empty": (
        QT_TRANSLATE_NOOP("messages", "Im Ordner des Tresors liegen schon Dateien eines Tresors."),
        QT_TRANSLATE_NOOP(
            "messages", "Sie wurden nicht angetastet. Verschieben Sie sie an einen anderen Ort."
        ),
    ),
    "workspace_in_use": (
        QT_TRANSLATE_NOOP("messages", "Der Tresor ist schon geöffnet."),
        QT_TRANSLATE_NOOP(
            "messages", "Schließen Sie das andere Trennwerk-Fenster und versuchen Sie es erneut."
        ),
    ),
    "workspace_newer": (
        QT_TRANSLATE_NOOP("messages", "Dieser Tresor stammt von einer neueren Trennwerk-Version."),
        QT_TRANSLATE_NOOP(
            "messages", "Er wurde nicht verändert. Öffnen Sie ihn mit der neueren Version."
        ),
    ),
    "workspace_damaged": (
        QT_TRANSLATE_NOOP("messages", "Die Datei „{file}“ des Tresors ist beschädigt."),
        _RESTORE,
    ),
    "store_damaged": (
        QT_TRANSLATE_NOOP("messages", "Der Speicher „{store}“ ist beschädigt."),
        _RESTORE,
    ),
    "store_closed": (
        QT_TRANSLATE_NOOP("messages", "Ihre Rolle hat keinen Schlüssel zu diesen Daten."),
        _NOTHING_CHANGED,
    ),
    "workspace_not_writable": (
        QT_TRANSLATE_NOOP("messages", "„{file}“ im Ordner des Tresors darf nicht geändert werden."),
        QT_TRANSLATE_NOOP(
            "messages", "Gespeichertes ist unversehrt. Prüfen Sie die Rechte am Ordner."
        ),
    ),
    "disk_full": (
        QT_TRANSLATE_NOOP("messages", "Der Datenträger ist voll."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Gespeichertes ist unversehrt, die letzte Änderung fehlt. Schaffen Sie Platz und "
            "versuchen Sie es erneut.",
        ),
    ),
    "disk_failed": (
        QT_TRANSLATE_NOOP("messages", "„{file}“ konnte nicht gelesen oder geschrieben werden."),
        QT_TRANSLATE_NOOP(
            "messages", "Prüfen Sie, ob der Datenträger angeschlossen ist, und sichern Sie bald."
        ),
    ),
    "locked": (
        QT_TRANSLATE_NOOP("messages", "Der Tresor ist gesperrt."),
        QT_TRANSLATE_NOOP("messages", "Entsperren Sie ihn und versuchen Sie es erneut."),
    ),
    "not_permitted": (
        QT_TRANSLATE_NOOP("messages", "Ihre Rolle erlaubt das nicht."),
        _NOTHING_CHANGED,
    ),
}

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
    "file_exists": (
        QT_TRANSLATE_NOOP("messages", "„{file}“ gibt es schon."),
        QT_TRANSLATE_NOOP("messages", "Sie wurde nicht überschrieben. Wählen Sie einen Namen."),
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
    "folder_unreadable": (
        QT_TRANSLATE_NOOP("messages", "Der Ordner „{folder}“ lässt sich nicht überwachen."),
        QT_TRANSLATE_NOOP("messages", "Prüfen Sie in der Verwaltung, ob es ihn noch gibt."),
    ),
    "watch_failed": (
        QT_TRANSLATE_NOOP("messages", "Der überwachte Ordner ist nicht erreichbar."),
        QT_TRANSLATE_NOOP("messages", "Prüfen Sie in der Verwaltung, ob es ihn noch gibt."),
    ),
}

_WORK: dict[str, tuple[str, str]] = {
    "unknown_case": (
        QT_TRANSLATE_NOOP("messages", "Den Vorgang {case} gibt es nicht."),
        _NOTHING_CHANGED,
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
    "override_reason_needed": (
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
    "already_approved": (
        QT_TRANSLATE_NOOP("messages", "Der Vorgang ist schon freigegeben."),
        QT_TRANSLATE_NOOP("messages", "Nehmen Sie die Freigabe zurück, um ihn zu ändern."),
    ),
    "wrong_state": (
        QT_TRANSLATE_NOOP("messages", "Das geht in diesem Stand des Vorgangs nicht."),
        _NOTHING_CHANGED,
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
    "vendor_in_use": (
        QT_TRANSLATE_NOOP("messages", "An diesen Dienstleister gingen schon Pakete."),
        QT_TRANSLATE_NOOP("messages", "Er bleibt erhalten, damit Antworten ankommen können."),
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
    "no_answer": (
        QT_TRANSLATE_NOOP("messages", "Zu diesem Vorgang gibt es noch keine fertige Antwort."),
        QT_TRANSLATE_NOOP("messages", "Öffnen Sie ihn unter „Antworten“ und speichern Sie sie."),
    ),
    "package_unreadable": (
        QT_TRANSLATE_NOOP("messages", "Das ist kein lesbares Trennwerk-Paket ({reason})."),
        _NOTHING_TAKEN,
    ),
    "record_unreadable": (
        QT_TRANSLATE_NOOP("messages", "Das ist kein lesbarer Trennwerk-Datensatz ({reason})."),
        _NOTHING_TAKEN,
    ),
    "mail_program_missing": (
        QT_TRANSLATE_NOOP("messages", "Es hat sich kein Mailprogramm geöffnet."),
        QT_TRANSLATE_NOOP("messages", "Der Entwurf liegt hier: {file}"),
    ),
}

TEXTS: dict[str, tuple[str, str]] = _VAULT | _READING | _WORK

REASONS: dict[str, str] = {
    "io": QT_TRANSLATE_NOOP("messages", "Lesefehler"),
    "missing": QT_TRANSLATE_NOOP("messages", "die Datei gibt es nicht"),
    "empty": QT_TRANSLATE_NOOP("messages", "die Datei ist leer"),
    "too_large": QT_TRANSLATE_NOOP("messages", "zu groß"),
    "permission": QT_TRANSLATE_NOOP("messages", "keine Leserechte"),
    "unknown_kind": QT_TRANSLATE_NOOP("messages", "unbekanntes Format"),
    "broken": QT_TRANSLATE_NOOP("messages", "beschädigt"),
    "no_json": QT_TRANSLATE_NOOP("messages", "kein JSON"),
    "no_object": QT_TRANSLATE_NOOP("messages", "unerwarteter Aufbau"),
    "other_format": QT_TRANSLATE_NOOP("messages", "anderes Format"),
    "no_version": QT_TRANSLATE_NOOP("messages", "ohne Versionsangabe"),
}
