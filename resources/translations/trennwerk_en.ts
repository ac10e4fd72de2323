<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="de_DE">
<context>
    <name>Administration</name>
    <message>
        <source>Dienstleister</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einstellungen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message>
        <source>gerade eben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>vor {n} Min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gestern</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Antwort zu {case} eingetroffen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neue Nachricht im überwachten Ordner.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>Anhänge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>und {n} weitere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ohne Namen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ohne lesbaren Text: wird nicht auf Personendaten geprüft.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Protokoll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jeder Schritt steht hier, ohne personenbezogene Daten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tresor und Protokoll prüfen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tresor und Protokoll werden geprüft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beschädigte Speicher: {names}. Spielen Sie die letzte Sicherung ein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle Speicher sind unversehrt. {n} Einträge geprüft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Protokoll ist vollständig und unverändert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Protokoll wurde verändert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Am Ende des Protokolls fehlen Einträge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Protokoll ist bis Eintrag {n} bewiesen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Hinweis schließen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>Rückgängig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abgebrochen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseDelegate</name>
    <message>
        <source>{n} unsicher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nicht voll geprüft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CaseState</name>
    <message>
        <source>Neu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zu prüfen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freigegeben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beim Dienstleister</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antwort da</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beantwortet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abgeschlossen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problembeschreibung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personen und Daten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kein Vorgang geöffnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wählen Sie links einen Vorgang, oder ziehen Sie eine Nachricht in das Fenster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Platzhalter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} Platzhalter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Nachricht wird geprüft …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keine Funde. Markieren Sie im Original mit der Maus oder mit Umschalt+Pfeiltasten, was eine Person verrät, und wählen Sie die Art.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keine Funde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsicher ({score})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markieren als</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeskActions</name>
    <message>
        <source>Rückgängig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederholen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nächster Fund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voriger Fund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nächster unsicherer Fund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In der Nachricht suchen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erneut prüfen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freigeben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wieder öffnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An Dienstleister geben …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fund bestätigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle gleichen Funde bestätigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fund entfernen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle gleichen Funde entfernen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auf alle gleichen Stellen anwenden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fund am Ende verlängern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fund am Ende kürzen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fund am Anfang verlängern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fund am Anfang kürzen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Hier ablegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nachrichten werden zu Vorgängen, Antworten finden ihren Vorgang.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>unsicher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fund {n} von {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keine weitere Stelle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückgängig: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederholt: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fund gesetzt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} Funde entfernt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fund entfernt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Art geändert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grenzen geändert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} Funde bestätigt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fund bestätigt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An {n} Stellen markiert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An einer Stelle markiert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personen zusammengelegt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zuordnung geändert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neue Prüfung übernommen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederholen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntityCard</name>
    <message>
        <source>Einzelheiten zu {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stelle {n} von {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorige Stelle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nächste Stelle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Von Hand gesetzt oder bestätigt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zuvor gefunden: {who}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gefunden: {who}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsicher ({score}): bitte prüfen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sicherheit {score}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zuordnung: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weitere …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gehört zu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neue Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bestätigen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Überall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>und</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntityDelegate</name>
    <message>
        <source>Absender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empfänger</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntityPanel</name>
    <message>
        <source>Personen und Daten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} Stellen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sicherheit {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsicher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person auflösen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ist dieselbe Person wie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gehört zu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neue Person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>Nr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorgang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einzelheiten</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>An Dienstleister</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neu …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dienstleister</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freigabe zurücknehmen und markieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geprüft: Das sind keine personenbezogenen Angaben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das geht hinaus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuer Dienstleister</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Als E-Mail öffnen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Als Datei speichern …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text kopieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letzte Prüfung läuft …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letzte Prüfung bestanden: Kein Fund steht mehr im Text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Klartext laut Profil: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eine personenbezogene Angabe steht noch im Text. Es geht nichts hinaus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} personenbezogene Angaben stehen noch im Text. Es geht nichts hinaus.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eine Stelle könnte noch personenbezogen sein. Bitte ansehen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} Stellen könnten noch personenbezogen sein. Bitte ansehen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… und {n} weitere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trennwerk-Paket (*.twp.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-Mail-Entwurf (*.eml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paket speichern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paket {id} ist bereit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ziehen Sie die Antwort hierher, sobald sie da ist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paket {id} liegt als Text in der Zwischenablage.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>In der Nachricht suchen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorige Stelle (Umschalt+Eingabe)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nächste Stelle (Eingabe)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suche schließen (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nicht gefunden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} von {all}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Willkommen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ihr Zugang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederherstellung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Willkommen bei Trennwerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trennwerk trennt in Kundennachrichten die personenbezogenen Daten vom Problem. Das Problem geht an Ihren Dienstleister, die Daten bleiben hier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles liegt verschlüsselt in einem Tresor auf diesem Rechner. Es wird kein Netz gebraucht, und nichts verlässt den Rechner ohne Ihre Freigabe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Einrichtung dauert etwa zwei Minuten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sprache · Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Passwort öffnet den Tresor. Es wird nirgends gespeichert und kann von niemandem zurückgesetzt werden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vor- und Nachname</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ihr Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ihr Wiederherstellungsblatt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wenn Sie Ihr Passwort vergessen, öffnet nur dieser Code den Tresor. Drucken oder speichern Sie das Blatt jetzt; es wird kein zweites Mal gezeigt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederherstellungscode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Als PDF speichern …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letzte Gruppe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zur Kontrolle: Wie lautet die letzte Gruppe auf Ihrem Blatt?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles bereit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ihr Tresor ist angelegt. So geht es weiter:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Ziehen Sie eine Nachricht ins Fenster oder fügen Sie Text ein (Strg+V).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Prüfen Sie die Funde und geben Sie die Trennung frei (Strg+Eingabe).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3. Schicken Sie das Paket an Ihren Dienstleister.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4. Ziehen Sie seine Antwort ins Fenster: Die Daten kommen wieder hinein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tresor wird angelegt …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gedruckt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederherstellungsblatt speichern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trennwerk-Wiederherstellung.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gespeichert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einrichten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tresor anlegen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posteingang öffnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tragen Sie Ihren Namen ein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Passwort ist noch zu kurz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Passwort ist noch zu leicht zu erraten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederholen Sie das Passwort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die beiden Passwörter sind verschieden.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Wird geöffnet …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freigegeben. Bereit für den Dienstleister.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beim Dienstleister. Wartet auf Antwort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eine Antwort ist da.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beantwortet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abgeschlossen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keine Funde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Fund, sicher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} Funde, alle sicher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} von {all} unsicher · F8 nächste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wird geprüft …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch nicht geprüft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Vollständig geprüft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ Nicht vollständig geprüft: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modell fehlt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modell aus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zeit überschritten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modell abgestürzt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modell beschädigt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modell lädt noch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>falsches Modell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modell zu neu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>abgebrochen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freigeben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An Dienstleister …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Seitenleiste schmal oder breit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sperren (Strg+L)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Nachrichten werden gelesen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Nachricht übernommen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} Nachrichten übernommen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 Antwort zugeordnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} Antworten zugeordnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… und {n} weitere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} Dateien wurden nicht übernommen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nachrichten oder Antworten importieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nachrichten (*.eml *.msg *.mbox *.txt *.html *.htm *.twp.json *.json);;Alle Dateien (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordner importieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dateien …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordner oder Postfach …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aus der Zwischenablage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nachricht</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>Vorgänge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nach Stand filtern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alle offenen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kein Vorgang passt zur Suche „{query}“.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kein Vorgang mit diesem Stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch keine Nachrichten.

Ziehen Sie eine Nachricht hierher oder wählen Sie oben „Importieren“.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelPopup</name>
    <message>
        <source>Art der Angabe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weitere …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>Kopieren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platzhalter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antwort des Dienstleisters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unterschied zum Gesendeten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gesendete Problembeschreibung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antwort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unterschied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gesendet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unterschied zwischen Gesendetem und Antwort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ihre Antwort an den Kunden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Als E-Mail öffnen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch keine Antwort gewählt.

Ziehen Sie die Antwort eines Dienstleisters ins Fenster: Sie findet ihren Vorgang über die Paketnummer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unterschied ({n} % gleich)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} von {all} Platzhaltern eingesetzt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bitte prüfen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antwort kopiert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Zwischenablage wird in {n} Sekunden geleert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entwurf speichern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-Mail-Entwurf (*.eml)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entwurf gespeichert und im Mailprogramm geöffnet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datei enthält personenbezogene Daten. Löschen Sie sie nach dem Senden.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>Neues Passwort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwort wiederholen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mindestens {n} Zeichen. Gut sind vier oder mehr zufällige Wörter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Diese Nachricht wurde nicht vollständig geprüft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Nachricht wurde noch gar nicht geprüft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Nachricht ließ sich nicht ganz lesen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freigegeben von {who}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freigegeben.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nicht vollständig geprüft; Grund: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wieder öffnen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die neue Prüfung hat nichts anderes gefunden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neue Prüfung: {new} weitere Funde, {gone} nicht mehr gefunden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Von Hand gesetzte Funde bleiben, wie sie sind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die letzten Änderungen sind noch nicht gespeichert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erneut versuchen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Passwort zeigen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Gesperrt, weil niemand da war.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gesperrt, weil der Rechner geschlafen hat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gesperrt mit dem Bildschirm.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonBar</name>
    <message>
        <source>Lesen Sie den Text selbst ganz durch. Wenn Sie ihn dennoch freigeben, nennen Sie den Grund; er wird im Protokoll vermerkt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grund, ohne Namen und Daten von Personen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grund für die Freigabe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trotzdem freigeben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RepliesPage</name>
    <message>
        <source>Vorgänge mit Antwort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noch keine Antworten.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Sachbearbeitung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Koordination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leitung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datenschutz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwaltung</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Vorgänge durchsuchen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Darstellung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wie das System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dunkel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hoher Kontrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Farben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sprache · Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sperren und Zwischenablage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nach {n} Minuten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nach 1 Minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nach {n} Sekunden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ohne Eingabe sperren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zwischenablage leeren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unter Antworten die Nachricht des Kunden anfügen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Überwachter Ordner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nachrichten und Antworten, die in diesen Ordner gelegt werden, übernimmt Trennwerk von selbst, solange es entsperrt ist. Die Dateien bleiben liegen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordner wählen …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nicht mehr überwachen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sicherung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eine Sicherung enthält den ganzen Tresor, verschlüsselt. Sie öffnet sich nur mit Ihrem Passwort oder dem Wiederherstellungsblatt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sicherung schreiben …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kein Ordner gewählt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sicherung schreiben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trennwerk-Sicherung (*.twb)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sicherung wird geschrieben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Sicherung ist geschrieben und geprüft.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Angelegt am {moment}. Kennung des Tresors: {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mit diesem Code lässt sich der Tresor öffnen, wenn das Passwort vergessen ist. Wer ihn hat, kann alles lesen: Bewahren Sie das Blatt verschlossen und getrennt vom Rechner auf. Der Code wird kein zweites Mal gezeigt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Bereiche</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posteingang</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorgänge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antworten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protokoll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verwaltung</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strength</name>
    <message>
        <source>Sehr schwach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schwach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mittel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sehr stark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenList</name>
    <message>
        <source>Platzhalter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zustand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platzhalter der Antwort</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenState</name>
    <message>
        <source>eingesetzt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fehlt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mehrfach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verändert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fremd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} fehlen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Wert steht wieder an seiner Stelle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Platzhalter kommt in der Antwort nicht vor. Wird er gebraucht?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Platzhalter kommt mehrfach vor, der Wert steht an jeder Stelle.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Platzhalter wurde verändert und nicht ersetzt. Bitte von Hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Platzhalter gehört nicht zu diesem Paket. Er bleibt stehen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TwinViews</name>
    <message>
        <source>Original der Nachricht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problembeschreibung mit Platzhaltern</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Passwort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entsperren</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwort vergessen?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mit dem Code Ihres Wiederherstellungsblatts setzen Sie ein neues Passwort. Alle Vorgänge bleiben erhalten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederherstellungscode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neues Passwort setzen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VendorForm</name>
    <message>
        <source>z. B. Werkstatt Nord</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-Mail-Adresse (freiwillig)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sprache der Anschreiben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was der Dienstleister bei jedem Paket lesen soll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hinweise im Paket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Angaben darf er im Klartext sehen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ohne Haken geht nur ein Platzhalter hinaus. Lassen Sie im Zweifel alles leer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vendors</name>
    <message>
        <source>Noch kein Dienstleister.

Ein Dienstleister bekommt die Problembeschreibung ohne personenbezogene Daten: eine Werkstatt, eine Entwicklerin, ein Sprachmodell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dienstleister</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neuer Dienstleister</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{name}“ ist gespeichert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{name}“ ist entfernt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Abbrechen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} von {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wird abgebrochen …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Preview</name>
    <message>
        <source>Vorschau schließen (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aus diesem Anhang lässt sich kein Text lesen. Öffnen Sie ihn nicht hier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text von {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>audit</name>
    <message>
        <source>Tresor angelegt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sicherung eingespielt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entsperrt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entsperren misslungen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mit Wiederherstellungscode entsperrt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gesperrt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwort geändert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wiederherstellungsblatt erstellt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speicher auf neuen Stand gebracht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sicherung geschrieben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nachricht übernommen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schon vorhandene Nachricht abgewiesen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Übernahme misslungen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorgang geöffnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nachricht geprüft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funde gespeichert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personen geändert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freigegeben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freigabe zurückgenommen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorgang abgeschlossen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vorgang gelöscht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paket angesehen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paket ausgegeben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ausgabe verweigert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antwort übernommen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antwort abgewiesen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antwort angesehen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antwort zusammengeführt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antwort an den Kunden gespeichert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antwort an den Kunden angesehen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antwort als Entwurf gespeichert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antwort gedruckt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antwort kopiert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datensatz ausgegeben</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angabe aufgedeckt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dienstleister angelegt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dienstleister geändert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dienstleister entfernt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einstellung geändert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tresor und Protokoll geprüft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protokoll gelesen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sicherung geprüft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recht verweigert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anhänge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verändert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anzahl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fremd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lücken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Treffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fehlend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trotz Lücken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probleme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Antwort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mehrfach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eingesetzt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ergebnis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Platzhalter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dienstleister</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-Mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geburtsdatum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bankkonto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kreditkarte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kennung</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Benutzername</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zugangsdaten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP-Adresse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geräteadresse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kfz-Kennzeichen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sonstige Angabe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vor- und Nachname, ohne Anrede und Titel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-Mail-Adresse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telefon-, Mobil- oder Faxnummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straße und Hausnummer, Postfach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postleitzahl und Ort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arbeitgeber, kleine Firma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag der Geburt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datum eines persönlichen Ereignisses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IBAN, BIC oder Kontonummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nummer einer Kredit- oder Debitkarte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kunden-, Vertrags-, Rechnungs-, Steuer- oder Seriennummer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anmeldename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passwort, PIN, Schlüssel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internetadresse eines Anschlusses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hardware-Adresse eines Geräts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link mit persönlichem Inhalt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kennzeichen eines Fahrzeugs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alles andere, was auf eine Person weist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R</source>
        <comment>short for rule</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <comment>short for second opinion</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M</source>
        <comment>short for model</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regelwerk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>von Hand bestätigt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regel „{name}“</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zweitmeinung „{name}“</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sprachmodell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ohne Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>von Hand zugeordnet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gleiche Angabe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gleicher Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anfangsbuchstabe und Nachname passen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gleicher Nachname</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gleicher Vorname</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anfangsbuchstaben passen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aus dem Kopf der Nachricht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in der E-Mail-Adresse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name im Benutzernamen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steht in der Signatur</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Es wurde nichts übernommen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es wurde nichts verändert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{file}“ lässt sich nicht lesen: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{file}“ lässt sich nicht schreiben.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Tresor ist alles unversehrt. Wählen Sie einen anderen Ordner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{file}“ ist schon da, als Vorgang {case}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es wurde kein zweiter Vorgang angelegt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{file}“ enthält keine Nachricht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Darin ist nichts, was sich übernehmen lässt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ziehen Sie Nachrichten als Dateien (.eml, .msg, .mbox) oder Text herein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outlook hat die Nachricht nicht mitgegeben.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ziehen Sie sie erst auf den Desktop oder in einen Ordner und von dort hierher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Mailprogramm hat nur einen Verweis auf die Nachricht mitgegeben.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speichern Sie die Nachricht dort als Datei (Strg+S) und ziehen Sie die Datei hierher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trennwerk lädt nichts aus dem Netz.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speichern Sie den Inhalt als Datei und ziehen Sie sie her.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der überwachte Ordner ist nicht da.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Tresor ist alles unversehrt. Schließen Sie den Datenträger an, oder wählen Sie in der Verwaltung einen anderen Ordner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{file}“ im überwachten Ordner ist leer oder lässt sich nicht öffnen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Den Vorgang {case} gibt es nicht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Person gibt es im Vorgang nicht mehr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Nachricht wurde nicht vollständig geprüft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prüfen Sie erneut, oder geben Sie mit einer Begründung trotzdem frei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Vorgang ist noch nicht freigegeben.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es ging nichts hinaus. Prüfen Sie die Funde und geben Sie sie frei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In der Problembeschreibung stehen noch {count} personenbezogene Angaben.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es ging nichts hinaus. Markieren Sie die Stellen und geben Sie neu frei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Problembeschreibung passt nicht mehr zum Original.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es ging nichts hinaus. Öffnen Sie den Vorgang neu und geben Sie ihn frei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diesen Dienstleister gibt es nicht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wählen Sie einen anderen oder legen Sie ihn an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einen Dienstleister „{vendor}“ gibt es schon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wählen Sie einen anderen Namen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eine Angabe zum Dienstleister ist ungültig ({field}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es wurde nichts gespeichert. Berichtigen Sie die Angabe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eine E-Mail-Adresse ist ungültig.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Berichtigen Sie die Adresse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zu dieser Antwort gibt es hier kein Paket ({package}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es wurde nichts übernommen. Die Antwort muss die Paketnummer (TW-…) enthalten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zu diesem Vorgang gibt es diese Antwort nicht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zu diesem Vorgang ist noch keine Antwort da.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ziehen Sie die Antwort des Dienstleisters ins Fenster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das ist kein lesbares Trennwerk-Paket ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das ist kein lesbarer Trennwerk-Datensatz ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} Stellen der Problembeschreibung könnten personenbezogen sein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es ging nichts hinaus. Sehen Sie die Stellen an und bestätigen Sie sie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Text stehen noch {count} personenbezogene Angaben.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diese Antwort auf das Paket {package} ist schon da.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sie wurde kein zweites Mal übernommen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das ist das Paket {package} selbst, keine Antwort darauf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es wurde nichts übernommen. Bitten Sie den Dienstleister um seine Antwort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der öffentliche Schlüssel ist ungültig.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es wurde nichts gespeichert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das ist ein geheimer Schlüssel, kein öffentlicher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er wurde nicht gespeichert. Der Dienstleister sollte ihn ersetzen, wenn er ihn verschickt hat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Datensatz wurde verändert ({field}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das ist kein versiegeltes Trennwerk-Paket ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das versiegelte Paket lässt sich nicht öffnen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es ist für einen anderen Schlüssel bestimmt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das versiegelte Paket wurde verändert ({field}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Paket stammt von einer neueren Trennwerk-Version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es hat sich kein Mailprogramm geöffnet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Entwurf liegt hier: {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesefehler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>die Datei gibt es nicht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>darin sind keine Nachrichten</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>das ist keine Nachricht</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beschädigt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>die Datei ist leer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zu groß</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keine Leserechte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kein JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unerwarteter Aufbau</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anderes Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ohne Versionsangabe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das ist nicht möglich ({code}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein Fehler im Programm ist aufgetreten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gespeichertes ist unversehrt. Versuchen Sie es noch einmal. Bleibt der Fehler, nennen Sie bei einer Meldung die Nummer {reference}; sie steht auch im Protokoll.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die übrigen Daten bleiben unberührt. Schließen Sie Trennwerk und spielen Sie die letzte Sicherung ein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Passwort stimmt nicht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Achten Sie auf Groß- und Kleinschreibung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Passwort ist leer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geben Sie ein Passwort ein.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es fehlt das Passwort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geben Sie das Passwort des Tresors an.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Code öffnet den Tresor nicht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Am Tresor hat sich nichts geändert. Nehmen Sie das Blatt, das zuletzt gedruckt wurde.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Code ist unvollständig oder enthält einen Tippfehler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vergleichen Sie ihn Gruppe für Gruppe mit dem Blatt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Tresor braucht auch seine Schlüsseldatei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schließen Sie den Datenträger an, auf dem sie liegt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Schlüsseldatei „{file}“ lässt sich nicht lesen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In diesem Tresor gibt es niemanden mit diesem Namen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diesen Tresor benutzen mehrere Personen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Geben Sie an, wer Sie sind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier liegt kein Tresor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starten Sie Trennwerk neu, um einen anzulegen oder einzuspielen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hier liegt schon ein Tresor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er wurde nicht angetastet. Starten Sie Trennwerk neu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Ordner des Tresors liegen schon Dateien eines Tresors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sie wurden nicht angetastet. Verschieben Sie sie an einen anderen Ort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Tresor ist schon geöffnet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schließen Sie das andere Trennwerk-Fenster und versuchen Sie es erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dieser Tresor stammt von einer neueren Trennwerk-Version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er wurde nicht verändert. Öffnen Sie ihn mit der neueren Version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Datei „{file}“ des Tresors ist beschädigt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Speicher „{store}“ ist beschädigt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ihre Rolle hat keinen Schlüssel zu diesen Daten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{file}“ im Ordner des Tresors darf nicht geändert werden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gespeichertes ist unversehrt. Prüfen Sie die Rechte am Ordner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Datenträger ist voll.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gespeichertes ist unversehrt, die letzte Änderung fehlt. Schaffen Sie Platz und versuchen Sie es erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>„{file}“ konnte nicht gelesen oder geschrieben werden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prüfen Sie, ob der Datenträger angeschlossen ist, und sichern Sie bald.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Tresor ist gesperrt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entsperren Sie ihn und versuchen Sie es erneut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ihre Rolle erlaubt das nicht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Speicher „{store}“ muss erst aufgeräumt werden.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es ist nichts verloren. Sperren Sie Trennwerk und entsperren Sie es wieder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Sicherung „{file}“ ließ sich nicht schreiben.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Im Tresor ist alles unversehrt, eine halbe Sicherung bleibt nicht zurück. Wählen Sie einen anderen Ort.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eine Sicherung gehört nicht in den Ordner des Tresors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wählen Sie einen anderen Ort, am besten einen anderen Datenträger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Sicherung „{file}“ gibt es nicht.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Sicherung „{file}“ ist beschädigt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Tresor wurde nicht angetastet. Nehmen Sie eine ältere Sicherung.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Sicherung stammt von einer neueren Trennwerk-Version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Tresor wurde nicht angetastet. Nehmen Sie die neuere Version.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>Sehr viele Empfänger: nur die ersten gelesen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein Anhang ist nur verknüpft und liegt nicht bei.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Langer Anhang: nur der Anfang des Textes gelesen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einige Zeichen sind beschädigt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Zeichensatz wurde erraten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mehrere Zeichensätze sind vermischt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Das Datum ist nicht lesbar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein Dokument ist beschädigt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein Dokument ist mit einem Passwort geschützt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein Dokument ist zu groß, um seinen Text zu lesen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eine Kopfzeile ist falsch kodiert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein Teil der Nachricht ist verschlüsselt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eine sehr lange Kopfzeile wurde gekürzt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Kopf endet nicht, wie er soll.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eine Kopfzeile ist nicht lesbar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sehr viele Kopfzeilen: nur die ersten gelesen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der HTML-Text wurde gekürzt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der HTML-Text wurde vereinfacht; seine Gliederung kann fehlen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein sehr langer Link wurde gekürzt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Einige Zeichen sind ungültig.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Nachricht ist zu groß und wurde gekürzt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Nachricht ist beschädigt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Es gab weitere Mängel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zu tief verschachtelt: innere Nachrichten wurden nicht gelesen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Die Nachricht enthält keinen Text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Text enthält NUL-Zeichen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sehr viele Teile: nur die ersten gelesen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der RTF-Text ist beschädigt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der RTF-Text wurde gekürzt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der sehr lange Betreff wurde gekürzt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der sehr lange Text wurde gekürzt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Der Zeichensatz ist unbekannt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ein Teil ließ sich nicht lesen ({code}).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
