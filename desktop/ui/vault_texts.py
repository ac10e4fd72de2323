"""German source texts of the vault's ``UserError`` codes; the others are in ``message_texts``."""

from __future__ import annotations

from desktop.ui.noop import QT_TRANSLATE_NOOP

_NOTHING_CHANGED = QT_TRANSLATE_NOOP("messages", "Es wurde nichts verändert.")
_RESTORE = QT_TRANSLATE_NOOP(
    "messages",
    "Die übrigen Daten bleiben unberührt. Schließen Sie Trennwerk und spielen Sie die letzte "
    "Sicherung ein.",
)

VAULT_TEXTS: dict[str, tuple[str, str]] = {
    "wrong_password": (
        QT_TRANSLATE_NOOP("messages", "Das Passwort stimmt nicht."),
        QT_TRANSLATE_NOOP("messages", "Achten Sie auf Groß- und Kleinschreibung."),
    ),
    "password_empty": (
        QT_TRANSLATE_NOOP("messages", "Das Passwort ist leer."),
        QT_TRANSLATE_NOOP("messages", "Geben Sie ein Passwort ein."),
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
    "store_needs_recovery": (
        QT_TRANSLATE_NOOP("messages", "Der Speicher „{store}“ muss erst aufgeräumt werden."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Es ist nichts verloren. Sperren und entsperren Sie Trennwerk einmal.",
        ),
    ),
    "backup_failed": (
        QT_TRANSLATE_NOOP("messages", "Die Sicherung „{file}“ ließ sich nicht schreiben."),
        QT_TRANSLATE_NOOP(
            "messages",
            "Im Tresor ist alles unversehrt, eine halbe Sicherung bleibt nicht zurück. Wählen Sie "
            "einen anderen Ort.",
        ),
    ),
    "backup_in_workspace": (
        QT_TRANSLATE_NOOP("messages", "Eine Sicherung gehört nicht in den Ordner des Tresors."),
        QT_TRANSLATE_NOOP(
            "messages", "Wählen Sie einen anderen Ort, am besten einen anderen Datenträger."
        ),
    ),
    "backup_missing": (
        QT_TRANSLATE_NOOP("messages", "Die Sicherung „{file}“ gibt es nicht."),
        _NOTHING_CHANGED,
    ),
    "backup_damaged": (
        QT_TRANSLATE_NOOP("messages", "Die Sicherung „{file}“ ist beschädigt."),
        QT_TRANSLATE_NOOP(
            "messages", "Der Tresor wurde nicht angetastet. Nehmen Sie eine ältere Sicherung."
        ),
    ),
    "backup_newer": (
        QT_TRANSLATE_NOOP("messages", "Die Sicherung stammt von einer neueren Trennwerk-Version."),
        QT_TRANSLATE_NOOP(
            "messages", "Der Tresor wurde nicht angetastet. Nehmen Sie die neuere Version."
        ),
    ),
}
