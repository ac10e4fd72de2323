<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="de_DE">
<context>
    <name>Administration</name>
    <message>
        <source>Dienstleister</source>
        <translation>Vendors</translation>
    </message>
    <message>
        <source>Einstellungen</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>Age</name>
    <message>
        <source>gerade eben</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>vor {n} Min.</source>
        <translation>{n} min ago</translation>
    </message>
    <message>
        <source>gestern</source>
        <translation>yesterday</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>Antwort zu {case} eingetroffen.</source>
        <translation>A reply to {case} has arrived.</translation>
    </message>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Neue Nachricht im überwachten Ordner.</source>
        <translation>New message in the watched folder.</translation>
    </message>
</context>
<context>
    <name>AttachmentStrip</name>
    <message>
        <source>Anhänge</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>und {n} weitere</source>
        <translation>and {n} more</translation>
    </message>
    <message>
        <source>ohne Namen</source>
        <translation>unnamed</translation>
    </message>
    <message>
        <source>Ohne lesbaren Text: wird nicht auf Personendaten geprüft.</source>
        <translation>No readable text: not checked for personal data.</translation>
    </message>
</context>
<context>
    <name>AuditPage</name>
    <message>
        <source>Protokoll</source>
        <translation>Audit log</translation>
    </message>
    <message>
        <source>Jeder Schritt steht hier, ohne personenbezogene Daten.</source>
        <translation>Every step is recorded here, without personal data.</translation>
    </message>
    <message>
        <source>Tresor und Protokoll prüfen</source>
        <translation>Check vault and log</translation>
    </message>
    <message>
        <source>Tresor und Protokoll werden geprüft</source>
        <translation>Checking vault and log</translation>
    </message>
    <message>
        <source>Beschädigte Speicher: {names}. Spielen Sie die letzte Sicherung ein.</source>
        <translation>Damaged stores: {names}. Restore your latest backup.</translation>
    </message>
    <message>
        <source>Alle Speicher sind unversehrt. {n} Einträge geprüft.</source>
        <translation>All stores are intact. {n} entries checked.</translation>
    </message>
    <message>
        <source>Das Protokoll ist vollständig und unverändert.</source>
        <translation>The log is complete and unaltered.</translation>
    </message>
    <message>
        <source>Das Protokoll wurde verändert.</source>
        <translation>The log has been altered.</translation>
    </message>
    <message>
        <source>Am Ende des Protokolls fehlen Einträge.</source>
        <translation>Entries are missing from the end of the log.</translation>
    </message>
    <message>
        <source>Das Protokoll ist bis Eintrag {n} bewiesen.</source>
        <translation>The log is proved up to entry {n}.</translation>
    </message>
</context>
<context>
    <name>Bar</name>
    <message>
        <source>Hinweis schließen</source>
        <translation>Close this notice</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Abgebrochen.</source>
        <translation>Cancelled.</translation>
    </message>
</context>
<context>
    <name>CaseDelegate</name>
    <message>
        <source>{n} unsicher</source>
        <translation>{n} uncertain</translation>
    </message>
    <message>
        <source>nicht voll geprüft</source>
        <translation>not fully checked</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>Öffnen</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Vorgang abschließen</source>
        <translation>Close case</translation>
    </message>
</context>
<context>
    <name>CaseState</name>
    <message>
        <source>Neu</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Zu prüfen</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>Freigegeben</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Verschickt</source>
        <translation>Sent out</translation>
    </message>
    <message>
        <source>Antwort da</source>
        <translation>Reply here</translation>
    </message>
    <message>
        <source>Beantwortet</source>
        <translation>Answered</translation>
    </message>
    <message>
        <source>Abgeschlossen</source>
        <translation>Closed</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>{case} ist abgeschlossen.</source>
        <translation>{case} is closed.</translation>
    </message>
    <message>
        <source>Wieder öffnen</source>
        <translation>Reopen</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Problembeschreibung</source>
        <translation>Problem description</translation>
    </message>
    <message>
        <source>Personen und Daten</source>
        <translation>People and data</translation>
    </message>
    <message>
        <source>Kein Vorgang geöffnet</source>
        <translation>No case open</translation>
    </message>
    <message>
        <source>Wählen Sie links einen Vorgang, oder ziehen Sie eine Nachricht in das Fenster.</source>
        <translation>Choose a case on the left, or drag a message into the window.</translation>
    </message>
    <message>
        <source>1 Platzhalter</source>
        <translation>1 token</translation>
    </message>
    <message>
        <source>{n} Platzhalter</source>
        <translation>{n} tokens</translation>
    </message>
    <message>
        <source>Die Nachricht wird geprüft …</source>
        <translation>Checking the message …</translation>
    </message>
    <message>
        <source>Keine Funde. Markieren Sie im Original mit der Maus oder mit Umschalt+Pfeiltasten, was eine Person verrät, und wählen Sie die Art.</source>
        <translation>Nothing found. In the original, select whatever gives a person away, with the mouse or Shift+arrow keys, and choose its kind.</translation>
    </message>
    <message>
        <source>Keine Funde.</source>
        <translation>Nothing found.</translation>
    </message>
    <message>
        <source>unsicher ({score})</source>
        <translation>uncertain ({score})</translation>
    </message>
    <message>
        <source>Markieren als</source>
        <translation>Mark as</translation>
    </message>
</context>
<context>
    <name>DeskActions</name>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Wiederholen</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Nächster Fund</source>
        <translation>Next mark</translation>
    </message>
    <message>
        <source>Voriger Fund</source>
        <translation>Previous mark</translation>
    </message>
    <message>
        <source>Nächster unsicherer Fund</source>
        <translation>Next uncertain mark</translation>
    </message>
    <message>
        <source>In der Nachricht suchen</source>
        <translation>Search in this message</translation>
    </message>
    <message>
        <source>Erneut prüfen</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Zweite Meinung …</source>
        <translation>Second opinion …</translation>
    </message>
    <message>
        <source>Freigeben</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>Wieder öffnen</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>An Dienstleister geben …</source>
        <translation>Send to vendor …</translation>
    </message>
    <message>
        <source>Fund bestätigen</source>
        <translation>Confirm mark</translation>
    </message>
    <message>
        <source>Alle gleichen Funde bestätigen</source>
        <translation>Confirm all equal marks</translation>
    </message>
    <message>
        <source>Fund entfernen</source>
        <translation>Remove mark</translation>
    </message>
    <message>
        <source>Alle gleichen Funde entfernen</source>
        <translation>Remove all equal marks</translation>
    </message>
    <message>
        <source>Auf alle gleichen Stellen anwenden</source>
        <translation>Apply to all equal places</translation>
    </message>
    <message>
        <source>Fund am Ende verlängern</source>
        <translation>Extend mark at its end</translation>
    </message>
    <message>
        <source>Fund am Ende kürzen</source>
        <translation>Shorten mark at its end</translation>
    </message>
    <message>
        <source>Fund am Anfang verlängern</source>
        <translation>Extend mark at its start</translation>
    </message>
    <message>
        <source>Fund am Anfang kürzen</source>
        <translation>Shorten mark at its start</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Hier ablegen</source>
        <translation>Drop here</translation>
    </message>
    <message>
        <source>Nachrichten werden zu Vorgängen, Antworten finden ihren Vorgang.</source>
        <translation>Messages become cases, replies find theirs.</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>unsicher</source>
        <translation>uncertain</translation>
    </message>
    <message>
        <source>Fund {n} von {all}</source>
        <translation>Mark {n} of {all}</translation>
    </message>
    <message>
        <source>Keine weitere Stelle</source>
        <translation>No other place</translation>
    </message>
    <message>
        <source>Rückgängig: {step}</source>
        <translation>Undone: {step}</translation>
    </message>
    <message>
        <source>Wiederholt: {step}</source>
        <translation>Redone: {step}</translation>
    </message>
    <message>
        <source>Fund gesetzt</source>
        <translation>Mark added</translation>
    </message>
    <message>
        <source>{n} Funde entfernt</source>
        <translation>{n} marks removed</translation>
    </message>
    <message>
        <source>Fund entfernt</source>
        <translation>Mark removed</translation>
    </message>
    <message>
        <source>Art geändert</source>
        <translation>Kind changed</translation>
    </message>
    <message>
        <source>Grenzen geändert</source>
        <translation>Bounds changed</translation>
    </message>
    <message>
        <source>{n} Funde bestätigt</source>
        <translation>{n} marks confirmed</translation>
    </message>
    <message>
        <source>Fund bestätigt</source>
        <translation>Mark confirmed</translation>
    </message>
    <message>
        <source>An {n} Stellen markiert</source>
        <translation>Marked in {n} places</translation>
    </message>
    <message>
        <source>An einer Stelle markiert</source>
        <translation>Marked in one place</translation>
    </message>
    <message>
        <source>Personen zusammengelegt</source>
        <translation>People merged</translation>
    </message>
    <message>
        <source>Zuordnung geändert</source>
        <translation>Assignment changed</translation>
    </message>
    <message>
        <source>Neue Prüfung übernommen</source>
        <translation>New check taken over</translation>
    </message>
    <message>
        <source>Zweite Meinung übernommen</source>
        <translation>Second opinion taken over</translation>
    </message>
    <message>
        <source>Rückgängig</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Wiederholen</source>
        <translation>Redo</translation>
    </message>
</context>
<context>
    <name>EntityCard</name>
    <message>
        <source>Einzelheiten zu {value}</source>
        <translation>Details of {value}</translation>
    </message>
    <message>
        <source>Stelle {n} von {all}</source>
        <translation>Place {n} of {all}</translation>
    </message>
    <message>
        <source>Vorige Stelle</source>
        <translation>Previous place</translation>
    </message>
    <message>
        <source>Nächste Stelle</source>
        <translation>Next place</translation>
    </message>
    <message>
        <source>Von Hand gesetzt oder bestätigt.</source>
        <translation>Set or confirmed by hand.</translation>
    </message>
    <message>
        <source>Zuvor gefunden: {who}.</source>
        <translation>Found before: {who}.</translation>
    </message>
    <message>
        <source>Gefunden: {who}.</source>
        <translation>Found by: {who}.</translation>
    </message>
    <message>
        <source>Unsicher ({score}): bitte prüfen.</source>
        <translation>Uncertain ({score}): please check.</translation>
    </message>
    <message>
        <source>Sicherheit {score}.</source>
        <translation>Certainty {score}.</translation>
    </message>
    <message>
        <source>Zuordnung: {why}.</source>
        <translation>Assigned because: {why}.</translation>
    </message>
    <message>
        <source>Weitere …</source>
        <translation>More …</translation>
    </message>
    <message>
        <source>Gehört zu</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>Neue Person</source>
        <translation>New person</translation>
    </message>
    <message>
        <source>Bestätigen</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Überall</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>und</source>
        <translation>and</translation>
    </message>
</context>
<context>
    <name>EntityDelegate</name>
    <message>
        <source>Absender</source>
        <translation>Sender</translation>
    </message>
    <message>
        <source>Empfänger</source>
        <translation>Recipient</translation>
    </message>
</context>
<context>
    <name>EntityPanel</name>
    <message>
        <source>Personen und Daten</source>
        <translation>People and data</translation>
    </message>
    <message>
        <source>{n} Stellen</source>
        <translation>{n} places</translation>
    </message>
    <message>
        <source>Sicherheit {score}</source>
        <translation>Certainty {score}</translation>
    </message>
    <message>
        <source>unsicher</source>
        <translation>uncertain</translation>
    </message>
    <message>
        <source>Person auflösen</source>
        <translation>Dissolve person</translation>
    </message>
    <message>
        <source>Ist dieselbe Person wie</source>
        <translation>Is the same person as</translation>
    </message>
    <message>
        <source>Gehört zu</source>
        <translation>Belongs to</translation>
    </message>
    <message>
        <source>Neue Person</source>
        <translation>New person</translation>
    </message>
</context>
<context>
    <name>EntryModel</name>
    <message>
        <source>Nr.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Zeit</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Vorgang</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Einzelheiten</source>
        <translation>Details</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>An Dienstleister</source>
        <translation>To vendor</translation>
    </message>
    <message>
        <source>Schließen</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Neu …</source>
        <translation>New …</translation>
    </message>
    <message>
        <source>Dienstleister</source>
        <translation>Vendor</translation>
    </message>
    <message>
        <source>Freigabe zurücknehmen und markieren</source>
        <translation>Withdraw approval and mark it</translation>
    </message>
    <message>
        <source>Geprüft: Das sind keine personenbezogenen Angaben</source>
        <translation>Checked: this is not personal data</translation>
    </message>
    <message>
        <source>Das geht hinaus</source>
        <translation>This goes out</translation>
    </message>
    <message>
        <source>Neuer Dienstleister</source>
        <translation>New vendor</translation>
    </message>
    <message>
        <source>Anlegen</source>
        <translation>Create</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Als E-Mail öffnen …</source>
        <translation>Open as e-mail …</translation>
    </message>
    <message>
        <source>Als Datei speichern …</source>
        <translation>Save as file …</translation>
    </message>
    <message>
        <source>Text kopieren</source>
        <translation>Copy text</translation>
    </message>
    <message>
        <source>Letzte Prüfung läuft …</source>
        <translation>Running the last check …</translation>
    </message>
    <message>
        <source>Letzte Prüfung bestanden: Kein Fund steht mehr im Text.</source>
        <translation>Last check passed: nothing marked is left in the text.</translation>
    </message>
    <message>
        <source>Im Klartext laut Profil: {names}</source>
        <translation>In clear, by profile: {names}</translation>
    </message>
    <message>
        <source>Eine personenbezogene Angabe steht noch im Text. Es geht nichts hinaus.</source>
        <translation>One piece of personal data is still in the text. Nothing goes out.</translation>
    </message>
    <message>
        <source>{n} personenbezogene Angaben stehen noch im Text. Es geht nichts hinaus.</source>
        <translation>{n} pieces of personal data are still in the text. Nothing goes out.</translation>
    </message>
    <message>
        <source>Eine Stelle könnte noch personenbezogen sein. Bitte ansehen.</source>
        <translation>One place may still be personal. Please look at it.</translation>
    </message>
    <message>
        <source>{n} Stellen könnten noch personenbezogen sein. Bitte ansehen.</source>
        <translation>{n} places may still be personal. Please look at them.</translation>
    </message>
    <message>
        <source>… und {n} weitere</source>
        <translation>… and {n} more</translation>
    </message>
    <message>
        <source>Trennwerk-Paket (*.twp.json)</source>
        <translation>Trennwerk package (*.twp.json)</translation>
    </message>
    <message>
        <source>E-Mail-Entwurf (*.eml)</source>
        <translation>E-mail draft (*.eml)</translation>
    </message>
    <message>
        <source>Paket speichern</source>
        <translation>Save package</translation>
    </message>
    <message>
        <source>Paket {id} ist bereit.</source>
        <translation>Package {id} is ready.</translation>
    </message>
    <message>
        <source>Ziehen Sie die Antwort hierher, sobald sie da ist.</source>
        <translation>Drag the reply here as soon as it has come.</translation>
    </message>
    <message>
        <source>Paket {id} liegt als Text in der Zwischenablage.</source>
        <translation>Package {id} is on the clipboard as text.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>In der Nachricht suchen</source>
        <translation>Search in this message</translation>
    </message>
    <message>
        <source>Vorige Stelle (Umschalt+Eingabe)</source>
        <translation>Previous place (Shift+Enter)</translation>
    </message>
    <message>
        <source>Nächste Stelle (Eingabe)</source>
        <translation>Next place (Enter)</translation>
    </message>
    <message>
        <source>Suche schließen (Esc)</source>
        <translation>Close search (Esc)</translation>
    </message>
    <message>
        <source>Nicht gefunden</source>
        <translation>Not found</translation>
    </message>
    <message>
        <source>{n} von {all}</source>
        <translation>{n} of {all}</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Willkommen</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>Ihr Zugang</source>
        <translation>Your access</translation>
    </message>
    <message>
        <source>Wiederherstellung</source>
        <translation>Recovery</translation>
    </message>
    <message>
        <source>Fertig</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Willkommen bei Trennwerk</source>
        <translation>Welcome to Trennwerk</translation>
    </message>
    <message>
        <source>Trennwerk trennt in Kundennachrichten die personenbezogenen Daten vom Problem. Das Problem geht an Ihren Dienstleister, die Daten bleiben hier.</source>
        <translation>Trennwerk separates the personal data in customer messages from the problem. The problem goes to your vendor, the data stay here.</translation>
    </message>
    <message>
        <source>Alles liegt verschlüsselt in einem Tresor auf diesem Rechner. Es wird kein Netz gebraucht, und nichts verlässt den Rechner ohne Ihre Freigabe.</source>
        <translation>Everything lies encrypted in a vault on this computer. No network is needed, and nothing leaves the computer without your approval.</translation>
    </message>
    <message>
        <source>Die Einrichtung dauert etwa zwei Minuten.</source>
        <translation>Setting up takes about two minutes.</translation>
    </message>
    <message>
        <source>Sprache · Language</source>
        <translation>Language · Sprache</translation>
    </message>
    <message>
        <source>Das Passwort öffnet den Tresor. Es wird nirgends gespeichert und kann von niemandem zurückgesetzt werden.</source>
        <translation>The password opens the vault. It is stored nowhere, and nobody can reset it.</translation>
    </message>
    <message>
        <source>Vor- und Nachname</source>
        <translation>First and last name</translation>
    </message>
    <message>
        <source>Ihr Name</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Ihr Wiederherstellungsblatt</source>
        <translation>Your recovery sheet</translation>
    </message>
    <message>
        <source>Wenn Sie Ihr Passwort vergessen, öffnet nur dieser Code den Tresor. Drucken oder speichern Sie das Blatt jetzt; es wird kein zweites Mal gezeigt.</source>
        <translation>If you forget your password, only this code opens the vault. Print or save the sheet now; it is not shown a second time.</translation>
    </message>
    <message>
        <source>Wiederherstellungscode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Als PDF speichern …</source>
        <translation>Save as PDF …</translation>
    </message>
    <message>
        <source>letzte Gruppe</source>
        <translation>last group</translation>
    </message>
    <message>
        <source>Zur Kontrolle: Wie lautet die letzte Gruppe auf Ihrem Blatt?</source>
        <translation>To make sure: what is the last group on your sheet?</translation>
    </message>
    <message>
        <source>Alles bereit</source>
        <translation>All set</translation>
    </message>
    <message>
        <source>Ihr Tresor ist angelegt. So geht es weiter:</source>
        <translation>Your vault is made. This is how it goes on:</translation>
    </message>
    <message>
        <source>1. Ziehen Sie eine Nachricht ins Fenster oder fügen Sie Text ein (Strg+V).</source>
        <translation>1. Drag a message into the window or paste text (Ctrl+V).</translation>
    </message>
    <message>
        <source>2. Prüfen Sie die Funde und geben Sie die Trennung frei (Strg+Eingabe).</source>
        <translation>2. Check the marks and approve the split (Ctrl+Enter).</translation>
    </message>
    <message>
        <source>3. Schicken Sie das Paket an Ihren Dienstleister.</source>
        <translation>3. Send the package to your vendor.</translation>
    </message>
    <message>
        <source>4. Ziehen Sie seine Antwort ins Fenster: Die Daten kommen wieder hinein.</source>
        <translation>4. Drag the reply into the window: the data are put back in.</translation>
    </message>
    <message>
        <source>Tresor wird angelegt …</source>
        <translation>Making the vault …</translation>
    </message>
    <message>
        <source>Gedruckt.</source>
        <translation>Printed.</translation>
    </message>
    <message>
        <source>Wiederherstellungsblatt speichern</source>
        <translation>Save recovery sheet</translation>
    </message>
    <message>
        <source>Trennwerk-Wiederherstellung.pdf</source>
        <translation>Trennwerk-recovery.pdf</translation>
    </message>
    <message>
        <source>PDF-Dateien (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>Gespeichert.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Einrichten</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>Tresor anlegen</source>
        <translation>Make the vault</translation>
    </message>
    <message>
        <source>Weiter</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Posteingang öffnen</source>
        <translation>Open the inbox</translation>
    </message>
    <message>
        <source>Tragen Sie Ihren Namen ein.</source>
        <translation>Enter your name.</translation>
    </message>
    <message>
        <source>Das Passwort ist noch zu kurz.</source>
        <translation>The password is still too short.</translation>
    </message>
    <message>
        <source>Das Passwort ist noch zu leicht zu erraten.</source>
        <translation>The password is still too easy to guess.</translation>
    </message>
    <message>
        <source>Wiederholen Sie das Passwort.</source>
        <translation>Repeat the password.</translation>
    </message>
    <message>
        <source>Die beiden Passwörter sind verschieden.</source>
        <translation>The two passwords differ.</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Wird geöffnet …</source>
        <translation>Opening …</translation>
    </message>
    <message>
        <source>Freigegeben. Bereit für den Dienstleister.</source>
        <translation>Approved. Ready for the vendor.</translation>
    </message>
    <message>
        <source>Beim Dienstleister. Wartet auf Antwort.</source>
        <translation>With the vendor. Waiting for a reply.</translation>
    </message>
    <message>
        <source>Eine Antwort ist da.</source>
        <translation>A reply has come.</translation>
    </message>
    <message>
        <source>Beantwortet.</source>
        <translation>Answered.</translation>
    </message>
    <message>
        <source>Abgeschlossen.</source>
        <translation>Closed.</translation>
    </message>
    <message>
        <source>Keine Funde.</source>
        <translation>Nothing found.</translation>
    </message>
    <message>
        <source>1 Fund, sicher</source>
        <translation>1 mark, certain</translation>
    </message>
    <message>
        <source>{n} Funde, alle sicher</source>
        <translation>{n} marks, all certain</translation>
    </message>
    <message>
        <source>{n} von {all} unsicher · F8 nächste</source>
        <translation>{n} of {all} uncertain · F8 next</translation>
    </message>
    <message>
        <source>Wird geprüft …</source>
        <translation>Checking …</translation>
    </message>
    <message>
        <source>Zweite Meinung läuft …</source>
        <translation>Getting a second opinion …</translation>
    </message>
    <message>
        <source>Noch nicht geprüft</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>✓ Vollständig geprüft</source>
        <translation>✓ Fully checked</translation>
    </message>
    <message>
        <source>⚠ Nicht vollständig geprüft: {why}</source>
        <translation>⚠ Not fully checked: {why}</translation>
    </message>
    <message>
        <source>Modell fehlt</source>
        <translation>model missing</translation>
    </message>
    <message>
        <source>Modell aus</source>
        <translation>model off</translation>
    </message>
    <message>
        <source>Zeit überschritten</source>
        <translation>took too long</translation>
    </message>
    <message>
        <source>Modell abgestürzt</source>
        <translation>model crashed</translation>
    </message>
    <message>
        <source>Modell beschädigt</source>
        <translation>model damaged</translation>
    </message>
    <message>
        <source>Modell lädt noch</source>
        <translation>model still loading</translation>
    </message>
    <message>
        <source>falsches Modell</source>
        <translation>wrong model</translation>
    </message>
    <message>
        <source>Modell zu neu</source>
        <translation>model too new</translation>
    </message>
    <message>
        <source>abgebrochen</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>Freigeben</source>
        <translation>Approve</translation>
    </message>
    <message>
        <source>An Dienstleister …</source>
        <translation>To vendor …</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Seitenleiste schmal oder breit</source>
        <translation>Narrow or wide side bar</translation>
    </message>
    <message>
        <source>Importieren</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Sperren (Strg+L)</source>
        <translation>Lock (Ctrl+L)</translation>
    </message>
</context>
<context>
    <name>Importer</name>
    <message>
        <source>Nachrichten werden gelesen</source>
        <translation>Reading messages</translation>
    </message>
    <message>
        <source>1 Nachricht übernommen</source>
        <translation>1 message imported</translation>
    </message>
    <message>
        <source>{n} Nachrichten übernommen</source>
        <translation>{n} messages imported</translation>
    </message>
    <message>
        <source>1 Antwort zugeordnet</source>
        <translation>1 reply assigned</translation>
    </message>
    <message>
        <source>{n} Antworten zugeordnet</source>
        <translation>{n} replies assigned</translation>
    </message>
    <message>
        <source>… und {n} weitere</source>
        <translation>… and {n} more</translation>
    </message>
    <message>
        <source>{n} Dateien wurden nicht übernommen.</source>
        <translation>{n} files were not imported.</translation>
    </message>
    <message>
        <source>Nachrichten oder Antworten importieren</source>
        <translation>Import messages or replies</translation>
    </message>
    <message>
        <source>Nachrichten (*.eml *.msg *.mbox *.txt *.html *.htm *.twp.json *.json);;Alle Dateien (*)</source>
        <translation>Messages (*.eml *.msg *.mbox *.txt *.html *.htm *.twp.json *.json);;All files (*)</translation>
    </message>
    <message>
        <source>Ordner importieren</source>
        <translation>Import folder</translation>
    </message>
    <message>
        <source>Dateien …</source>
        <translation>Files …</translation>
    </message>
    <message>
        <source>Ordner oder Postfach …</source>
        <translation>Folder or mailbox …</translation>
    </message>
    <message>
        <source>Aus der Zwischenablage</source>
        <translation>From the clipboard</translation>
    </message>
    <message>
        <source>Nachricht</source>
        <translation>Message</translation>
    </message>
</context>
<context>
    <name>Inbox</name>
    <message>
        <source>Vorgänge</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Nach Stand filtern</source>
        <translation>Filter by state</translation>
    </message>
    <message>
        <source>Alle offenen</source>
        <translation>All open</translation>
    </message>
    <message>
        <source>Kein Vorgang passt zur Suche „{query}“.</source>
        <translation>No case matches “{query}”.</translation>
    </message>
    <message>
        <source>Kein Vorgang mit diesem Stand.</source>
        <translation>No case in this state.</translation>
    </message>
    <message>
        <source>Noch keine Nachrichten.

Ziehen Sie eine Nachricht hierher oder wählen Sie oben „Importieren“.</source>
        <translation>No messages yet.

Drag a message here, or choose “Import” above.</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Tasten</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Im ganzen Fenster</source>
        <translation>In the whole window</translation>
    </message>
    <message>
        <source>Am Vorgang</source>
        <translation>On the case</translation>
    </message>
    <message>
        <source>Am gewählten Fund</source>
        <translation>On the chosen mark</translation>
    </message>
    <message>
        <source>Bereich wechseln</source>
        <translation>Change section</translation>
    </message>
    <message>
        <source>Dateien importieren</source>
        <translation>Import files</translation>
    </message>
    <message>
        <source>Ordner importieren</source>
        <translation>Import folder</translation>
    </message>
    <message>
        <source>Aus der Zwischenablage importieren</source>
        <translation>Import from the clipboard</translation>
    </message>
    <message>
        <source>Vorgänge durchsuchen</source>
        <translation>Search cases</translation>
    </message>
    <message>
        <source>Nächster Vorgang</source>
        <translation>Next case</translation>
    </message>
    <message>
        <source>Voriger Vorgang</source>
        <translation>Previous case</translation>
    </message>
    <message>
        <source>Antwort als E-Mail öffnen</source>
        <translation>Open answer as e-mail</translation>
    </message>
    <message>
        <source>Antwort kopieren</source>
        <translation>Copy answer</translation>
    </message>
    <message>
        <source>Sperren</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Diese Liste</source>
        <translation>This list</translation>
    </message>
</context>
<context>
    <name>LabelPopup</name>
    <message>
        <source>Art der Angabe</source>
        <translation>Kind of data</translation>
    </message>
    <message>
        <source>Weitere …</source>
        <translation>More …</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>Kopieren</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Platzhalter</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Antwort des Dienstleisters</source>
        <translation>The vendor’s reply</translation>
    </message>
    <message>
        <source>Unterschied zum Gesendeten</source>
        <translation>Difference to what was sent</translation>
    </message>
    <message>
        <source>Gesendete Problembeschreibung</source>
        <translation>Problem description as sent</translation>
    </message>
    <message>
        <source>Antwort</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Unterschied</source>
        <translation>Difference</translation>
    </message>
    <message>
        <source>Gesendet</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Unterschied zwischen Gesendetem und Antwort</source>
        <translation>Difference between what was sent and the reply</translation>
    </message>
    <message>
        <source>Ihre Antwort an den Kunden</source>
        <translation>Your answer to the customer</translation>
    </message>
    <message>
        <source>Drucken …</source>
        <translation>Print …</translation>
    </message>
    <message>
        <source>Als E-Mail öffnen …</source>
        <translation>Open as e-mail …</translation>
    </message>
    <message>
        <source>Noch keine Antwort gewählt.

Ziehen Sie die Antwort eines Dienstleisters ins Fenster: Sie findet ihren Vorgang über die Paketnummer.</source>
        <translation>No reply chosen yet.

Drag a vendor’s reply into the window: it finds its case by the package number.</translation>
    </message>
    <message>
        <source>Unterschied ({n} % gleich)</source>
        <translation>Difference ({n}% same)</translation>
    </message>
    <message>
        <source>{n} von {all} Platzhaltern eingesetzt</source>
        <translation>{n} of {all} tokens put back</translation>
    </message>
    <message>
        <source>bitte prüfen</source>
        <translation>please check</translation>
    </message>
    <message>
        <source>Antwort kopiert.</source>
        <translation>Answer copied.</translation>
    </message>
    <message>
        <source>Die Zwischenablage wird in {n} Sekunden geleert.</source>
        <translation>The clipboard is cleared in {n} seconds.</translation>
    </message>
    <message>
        <source>Entwurf speichern</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>E-Mail-Entwurf (*.eml)</source>
        <translation>E-mail draft (*.eml)</translation>
    </message>
    <message>
        <source>Entwurf gespeichert und im Mailprogramm geöffnet.</source>
        <translation>Draft saved and opened in the mail program.</translation>
    </message>
    <message>
        <source>Die Datei enthält personenbezogene Daten. Löschen Sie sie nach dem Senden.</source>
        <translation>The file contains personal data. Delete it after sending.</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>Neues Passwort</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>Passwort wiederholen</source>
        <translation>Repeat password</translation>
    </message>
    <message>
        <source>Mindestens {n} Zeichen. Gut sind vier oder mehr zufällige Wörter.</source>
        <translation>At least {n} characters. Four or more random words are good.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Diese Nachricht wurde nicht vollständig geprüft.</source>
        <translation>This message was not fully checked.</translation>
    </message>
    <message>
        <source>Diese Nachricht wurde noch gar nicht geprüft.</source>
        <translation>This message was not checked at all yet.</translation>
    </message>
    <message>
        <source>Die Nachricht ließ sich nicht ganz lesen.</source>
        <translation>The message could not be read in full.</translation>
    </message>
    <message>
        <source>Freigegeben von {who}.</source>
        <translation>Approved by {who}.</translation>
    </message>
    <message>
        <source>Freigegeben.</source>
        <translation>Approved.</translation>
    </message>
    <message>
        <source>Nicht vollständig geprüft; Grund: {why}</source>
        <translation>Not fully checked; reason: {why}</translation>
    </message>
    <message>
        <source>Wieder öffnen</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>Die neue Prüfung hat nichts anderes gefunden.</source>
        <translation>The new check found nothing different.</translation>
    </message>
    <message>
        <source>Neue Prüfung: {new} weitere Funde, {gone} nicht mehr gefunden.</source>
        <translation>New check: {new} more marks, {gone} no longer found.</translation>
    </message>
    <message>
        <source>Von Hand gesetzte Funde bleiben, wie sie sind.</source>
        <translation>Marks set by hand stay as they are.</translation>
    </message>
    <message>
        <source>Übernehmen</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Ein Chatmodell liest die Nachricht. Das dauert Minuten.</source>
        <translation>A chat model is reading the message. This takes minutes.</translation>
    </message>
    <message>
        <source>Neue Funde sind unsicher, bis Sie sie bestätigen (F8).</source>
        <translation>New marks are uncertain until you confirm them (F8).</translation>
    </message>
    <message>
        <source>Das Modell hat nicht den ganzen Text gelesen.</source>
        <translation>The model did not read the whole text.</translation>
    </message>
    <message>
        <source>keine neuen Funde</source>
        <translation>no new marks</translation>
    </message>
    <message>
        <source>1 neuer Fund</source>
        <translation>1 new mark</translation>
    </message>
    <message>
        <source>{n} neue Funde</source>
        <translation>{n} new marks</translation>
    </message>
    <message>
        <source>{n} übereinstimmend</source>
        <translation>{n} in agreement</translation>
    </message>
    <message>
        <source>{n} verworfen, da nicht im Text</source>
        <translation>{n} dropped as not in the text</translation>
    </message>
    <message>
        <source>Zweite Meinung: {counts}.</source>
        <translation>Second opinion: {counts}.</translation>
    </message>
    <message>
        <source>Die letzten Änderungen sind noch nicht gespeichert.</source>
        <translation>The last changes are not saved yet.</translation>
    </message>
    <message>
        <source>Erneut versuchen</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>Opinions</name>
    <message>
        <source>Ein Chatmodell nach weiteren Funden fragen ({keys})</source>
        <translation>Ask a chat model for further marks ({keys})</translation>
    </message>
    <message>
        <source>Zweite Meinung: Legen Sie ein Chatmodell (.gguf) in den Ordner {folder}.</source>
        <translation>Second opinion: put a chat model (.gguf) into the folder {folder}.</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Passwort zeigen</source>
        <translation>Show password</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Der Rundgang wird vorbereitet …</source>
        <translation>Preparing the tour …</translation>
    </message>
    <message>
        <source>Gesperrt, weil niemand da war.</source>
        <translation>Locked because nobody was there.</translation>
    </message>
    <message>
        <source>Gesperrt, weil der Rechner geschlafen hat.</source>
        <translation>Locked because the computer was asleep.</translation>
    </message>
    <message>
        <source>Gesperrt mit dem Bildschirm.</source>
        <translation>Locked together with the screen.</translation>
    </message>
</context>
<context>
    <name>ReasonBar</name>
    <message>
        <source>Lesen Sie den Text selbst ganz durch. Wenn Sie ihn dennoch freigeben, nennen Sie den Grund; er wird im Protokoll vermerkt.</source>
        <translation>Read the whole text yourself. If you approve it all the same, give the reason; it is noted in the log.</translation>
    </message>
    <message>
        <source>Grund, ohne Namen und Daten von Personen</source>
        <translation>Reason, without names or data of people</translation>
    </message>
    <message>
        <source>Grund für die Freigabe</source>
        <translation>Reason for the approval</translation>
    </message>
    <message>
        <source>Trotzdem freigeben</source>
        <translation>Approve anyway</translation>
    </message>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>RepliesPage</name>
    <message>
        <source>Vorgänge mit Antwort</source>
        <translation>Cases with a reply</translation>
    </message>
    <message>
        <source>Noch keine Antworten.</source>
        <translation>No replies yet.</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Sachbearbeitung</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Koordination</source>
        <translation>Coordination</translation>
    </message>
    <message>
        <source>Leitung</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Datenschutz</source>
        <translation>Data protection</translation>
    </message>
    <message>
        <source>Verwaltung</source>
        <translation>Administration</translation>
    </message>
</context>
<context>
    <name>SampleReply</name>
    <message>
        <source>Rundgang: Zu diesem Paket gibt es eine Beispielantwort.</source>
        <translation>Tour: there is a sample reply to this package.</translation>
    </message>
    <message>
        <source>Eintreffen lassen</source>
        <translation>Let it arrive</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Vorgänge durchsuchen</source>
        <translation>Search cases</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Darstellung</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Wie das System</source>
        <translation>Same as the system</translation>
    </message>
    <message>
        <source>Hell</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dunkel</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Hoher Kontrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Farben</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>Sprache · Language</source>
        <translation>Language · Sprache</translation>
    </message>
    <message>
        <source>Sperren und Zwischenablage</source>
        <translation>Locking and clipboard</translation>
    </message>
    <message>
        <source>nach {n} Minuten</source>
        <translation>after {n} minutes</translation>
    </message>
    <message>
        <source>nach 1 Minute</source>
        <translation>after 1 minute</translation>
    </message>
    <message>
        <source>nach {n} Sekunden</source>
        <translation>after {n} seconds</translation>
    </message>
    <message>
        <source>Ohne Eingabe sperren</source>
        <translation>Lock without input</translation>
    </message>
    <message>
        <source>Zwischenablage leeren</source>
        <translation>Clear the clipboard</translation>
    </message>
    <message>
        <source>Unter Antworten die Nachricht des Kunden anfügen</source>
        <translation>Quote the customer’s message below answers</translation>
    </message>
    <message>
        <source>Überwachter Ordner</source>
        <translation>Watched folder</translation>
    </message>
    <message>
        <source>Nachrichten und Antworten, die in diesen Ordner gelegt werden, übernimmt Trennwerk von selbst, solange es entsperrt ist. Die Dateien bleiben liegen.</source>
        <translation>Trennwerk takes in messages and replies that are put into this folder, as long as it is unlocked. The files stay where they are.</translation>
    </message>
    <message>
        <source>Ordner wählen …</source>
        <translation>Choose folder …</translation>
    </message>
    <message>
        <source>Nicht mehr überwachen</source>
        <translation>Stop watching</translation>
    </message>
    <message>
        <source>Sicherung</source>
        <translation>Backup</translation>
    </message>
    <message>
        <source>Eine Sicherung enthält den ganzen Tresor, verschlüsselt. Sie öffnet sich nur mit Ihrem Passwort oder dem Wiederherstellungsblatt.</source>
        <translation>A backup holds the whole vault, encrypted. It opens only with your password or the recovery sheet.</translation>
    </message>
    <message>
        <source>Sicherung schreiben …</source>
        <translation>Write a backup …</translation>
    </message>
    <message>
        <source>Kein Ordner gewählt.</source>
        <translation>No folder chosen.</translation>
    </message>
    <message>
        <source>Sicherung schreiben</source>
        <translation>Write a backup</translation>
    </message>
    <message>
        <source>Trennwerk-Sicherung (*.twb)</source>
        <translation>Trennwerk backup (*.twb)</translation>
    </message>
    <message>
        <source>Sicherung wird geschrieben</source>
        <translation>Writing the backup</translation>
    </message>
    <message>
        <source>Die Sicherung ist geschrieben und geprüft.</source>
        <translation>The backup is written and checked.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Angelegt am {moment}. Kennung des Tresors: {id}</source>
        <translation>Made on {moment}. Id of the vault: {id}</translation>
    </message>
    <message>
        <source>Mit diesem Code lässt sich der Tresor öffnen, wenn das Passwort vergessen ist. Wer ihn hat, kann alles lesen: Bewahren Sie das Blatt verschlossen und getrennt vom Rechner auf. Der Code wird kein zweites Mal gezeigt.</source>
        <translation>This code opens the vault when the password is forgotten. Whoever has it can read everything: keep the sheet locked away, apart from the computer. The code is not shown a second time.</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Bereiche</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Posteingang</source>
        <translation>Inbox</translation>
    </message>
    <message>
        <source>Vorgänge</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Antworten</source>
        <translation>Replies</translation>
    </message>
    <message>
        <source>Protokoll</source>
        <translation>Audit log</translation>
    </message>
    <message>
        <source>Verwaltung</source>
        <translation>Administration</translation>
    </message>
</context>
<context>
    <name>Strength</name>
    <message>
        <source>Sehr schwach</source>
        <translation>Very weak</translation>
    </message>
    <message>
        <source>Schwach</source>
        <translation>Weak</translation>
    </message>
    <message>
        <source>Mittel</source>
        <translation>Fair</translation>
    </message>
    <message>
        <source>Stark</source>
        <translation>Strong</translation>
    </message>
    <message>
        <source>Sehr stark</source>
        <translation>Very strong</translation>
    </message>
</context>
<context>
    <name>TokenList</name>
    <message>
        <source>Platzhalter</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Zustand</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Wert</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Platzhalter der Antwort</source>
        <translation>Tokens of the reply</translation>
    </message>
</context>
<context>
    <name>TokenState</name>
    <message>
        <source>eingesetzt</source>
        <translation>put back</translation>
    </message>
    <message>
        <source>fehlt</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>mehrfach</source>
        <translation>repeated</translation>
    </message>
    <message>
        <source>verändert</source>
        <translation>altered</translation>
    </message>
    <message>
        <source>fremd</source>
        <translation>foreign</translation>
    </message>
    <message>
        <source>{n} fehlen</source>
        <translation>{n} missing</translation>
    </message>
    <message>
        <source>Der Wert steht wieder an seiner Stelle.</source>
        <translation>The value is back in its place.</translation>
    </message>
    <message>
        <source>Der Platzhalter kommt in der Antwort nicht vor. Wird er gebraucht?</source>
        <translation>The token does not occur in the reply. Is it needed?</translation>
    </message>
    <message>
        <source>Der Platzhalter kommt mehrfach vor, der Wert steht an jeder Stelle.</source>
        <translation>The token occurs several times; the value stands in each place.</translation>
    </message>
    <message>
        <source>Der Platzhalter wurde verändert und nicht ersetzt. Bitte von Hand.</source>
        <translation>The token was altered and not replaced. Please do it by hand.</translation>
    </message>
    <message>
        <source>Dieser Platzhalter gehört nicht zu diesem Paket. Er bleibt stehen.</source>
        <translation>This token does not belong to this package. It stays as it is.</translation>
    </message>
</context>
<context>
    <name>TwinViews</name>
    <message>
        <source>Original der Nachricht</source>
        <translation>Original of the message</translation>
    </message>
    <message>
        <source>Problembeschreibung mit Platzhaltern</source>
        <translation>Problem description with tokens</translation>
    </message>
</context>
<context>
    <name>Unlock</name>
    <message>
        <source>Passwort</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Entsperren</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>Passwort vergessen?</source>
        <translation>Forgot your password?</translation>
    </message>
    <message>
        <source>Mit dem Code Ihres Wiederherstellungsblatts setzen Sie ein neues Passwort. Alle Vorgänge bleiben erhalten.</source>
        <translation>With the code on your recovery sheet you set a new password. All cases are kept.</translation>
    </message>
    <message>
        <source>Wiederherstellungscode</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>Neues Passwort setzen</source>
        <translation>Set new password</translation>
    </message>
    <message>
        <source>Zurück</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>VendorForm</name>
    <message>
        <source>z. B. Werkstatt Nord</source>
        <translation>e.g. Northside Repairs</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-Mail-Adresse (freiwillig)</source>
        <translation>E-mail address (optional)</translation>
    </message>
    <message>
        <source>Sprache der Anschreiben</source>
        <translation>Language of covering letters</translation>
    </message>
    <message>
        <source>Was der Dienstleister bei jedem Paket lesen soll</source>
        <translation>What the vendor should read with every package</translation>
    </message>
    <message>
        <source>Hinweise im Paket</source>
        <translation>Notes in the package</translation>
    </message>
    <message>
        <source>Diese Angaben darf er im Klartext sehen</source>
        <translation>Data that this vendor may see in clear</translation>
    </message>
    <message>
        <source>Ohne Haken geht nur ein Platzhalter hinaus. Lassen Sie im Zweifel alles leer.</source>
        <translation>Without a tick only a token goes out. When in doubt, leave all empty.</translation>
    </message>
</context>
<context>
    <name>Vendors</name>
    <message>
        <source>Noch kein Dienstleister.

Ein Dienstleister bekommt die Problembeschreibung ohne personenbezogene Daten: eine Werkstatt, eine Entwicklerin, ein Sprachmodell.</source>
        <translation>No vendor yet.

A vendor gets the problem description without personal data: a repair shop, a developer, a language model.</translation>
    </message>
    <message>
        <source>Dienstleister</source>
        <translation>Vendors</translation>
    </message>
    <message>
        <source>Neuer Dienstleister</source>
        <translation>New vendor</translation>
    </message>
    <message>
        <source>Speichern</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Entfernen</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>„{name}“ ist gespeichert.</source>
        <translation>“{name}” is saved.</translation>
    </message>
    <message>
        <source>„{name}“ ist entfernt.</source>
        <translation>“{name}” is removed.</translation>
    </message>
</context>
<context>
    <name>WorkBar</name>
    <message>
        <source>Abbrechen</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>{done} von {total}</source>
        <translation>{done} of {total}</translation>
    </message>
    <message>
        <source>Wird abgebrochen …</source>
        <translation>Cancelling …</translation>
    </message>
</context>
<context>
    <name>_Preview</name>
    <message>
        <source>Vorschau schließen (Esc)</source>
        <translation>Close preview (Esc)</translation>
    </message>
    <message>
        <source>Aus diesem Anhang lässt sich kein Text lesen. Öffnen Sie ihn nicht hier.</source>
        <translation>No text can be read from this attachment. Do not open it here.</translation>
    </message>
    <message>
        <source>Text von {name}</source>
        <translation>Text of {name}</translation>
    </message>
</context>
<context>
    <name>audit</name>
    <message>
        <source>Tresor angelegt</source>
        <translation>Vault made</translation>
    </message>
    <message>
        <source>Sicherung eingespielt</source>
        <translation>Backup restored</translation>
    </message>
    <message>
        <source>Entsperrt</source>
        <translation>Unlocked</translation>
    </message>
    <message>
        <source>Entsperren misslungen</source>
        <translation>Unlocking failed</translation>
    </message>
    <message>
        <source>Mit Wiederherstellungscode entsperrt</source>
        <translation>Unlocked with recovery code</translation>
    </message>
    <message>
        <source>Gesperrt</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Passwort geändert</source>
        <translation>Password changed</translation>
    </message>
    <message>
        <source>Wiederherstellungsblatt erstellt</source>
        <translation>Recovery sheet made</translation>
    </message>
    <message>
        <source>Speicher auf neuen Stand gebracht</source>
        <translation>Store migrated</translation>
    </message>
    <message>
        <source>Sicherung geschrieben</source>
        <translation>Backup written</translation>
    </message>
    <message>
        <source>Nachricht übernommen</source>
        <translation>Message imported</translation>
    </message>
    <message>
        <source>Schon vorhandene Nachricht abgewiesen</source>
        <translation>Duplicate message refused</translation>
    </message>
    <message>
        <source>Übernahme misslungen</source>
        <translation>Import failed</translation>
    </message>
    <message>
        <source>Vorgang geöffnet</source>
        <translation>Case opened</translation>
    </message>
    <message>
        <source>Nachricht geprüft</source>
        <translation>Message checked</translation>
    </message>
    <message>
        <source>Funde gespeichert</source>
        <translation>Marks saved</translation>
    </message>
    <message>
        <source>Personen geändert</source>
        <translation>People changed</translation>
    </message>
    <message>
        <source>Freigegeben</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>Freigabe zurückgenommen</source>
        <translation>Approval withdrawn</translation>
    </message>
    <message>
        <source>Vorgang abgeschlossen</source>
        <translation>Case closed</translation>
    </message>
    <message>
        <source>Vorgang gelöscht</source>
        <translation>Case erased</translation>
    </message>
    <message>
        <source>Paket angesehen</source>
        <translation>Package previewed</translation>
    </message>
    <message>
        <source>Paket ausgegeben</source>
        <translation>Package exported</translation>
    </message>
    <message>
        <source>Ausgabe verweigert</source>
        <translation>Export refused</translation>
    </message>
    <message>
        <source>Antwort übernommen</source>
        <translation>Reply imported</translation>
    </message>
    <message>
        <source>Antwort abgewiesen</source>
        <translation>Reply refused</translation>
    </message>
    <message>
        <source>Antwort angesehen</source>
        <translation>Reply viewed</translation>
    </message>
    <message>
        <source>Antwort zusammengeführt</source>
        <translation>Reply merged</translation>
    </message>
    <message>
        <source>Antwort an den Kunden gespeichert</source>
        <translation>Answer saved</translation>
    </message>
    <message>
        <source>Antwort an den Kunden angesehen</source>
        <translation>Answer viewed</translation>
    </message>
    <message>
        <source>Antwort als Entwurf gespeichert</source>
        <translation>Answer saved as draft</translation>
    </message>
    <message>
        <source>Antwort gedruckt</source>
        <translation>Answer printed</translation>
    </message>
    <message>
        <source>Antwort kopiert</source>
        <translation>Answer copied</translation>
    </message>
    <message>
        <source>Datensatz ausgegeben</source>
        <translation>Record exported</translation>
    </message>
    <message>
        <source>Angabe aufgedeckt</source>
        <translation>Value revealed</translation>
    </message>
    <message>
        <source>Dienstleister angelegt</source>
        <translation>Vendor added</translation>
    </message>
    <message>
        <source>Dienstleister geändert</source>
        <translation>Vendor changed</translation>
    </message>
    <message>
        <source>Dienstleister entfernt</source>
        <translation>Vendor removed</translation>
    </message>
    <message>
        <source>Einstellung geändert</source>
        <translation>Setting changed</translation>
    </message>
    <message>
        <source>Tresor und Protokoll geprüft</source>
        <translation>Vault and log checked</translation>
    </message>
    <message>
        <source>Protokoll gelesen</source>
        <translation>Log read</translation>
    </message>
    <message>
        <source>Sicherung geprüft</source>
        <translation>Backup checked</translation>
    </message>
    <message>
        <source>Recht verweigert</source>
        <translation>Permission refused</translation>
    </message>
    <message>
        <source>Anhänge</source>
        <translation>attachments</translation>
    </message>
    <message>
        <source>verändert</source>
        <translation>altered</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>bytes</translation>
    </message>
    <message>
        <source>Anzahl</source>
        <translation>count</translation>
    </message>
    <message>
        <source>Einträge</source>
        <translation>entries</translation>
    </message>
    <message>
        <source>fremd</source>
        <translation>foreign</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>form</translation>
    </message>
    <message>
        <source>Lücken</source>
        <translation>gaps</translation>
    </message>
    <message>
        <source>Treffer</source>
        <translation>leaks</translation>
    </message>
    <message>
        <source>Funde</source>
        <translation>marks</translation>
    </message>
    <message>
        <source>fehlend</source>
        <translation>missing</translation>
    </message>
    <message>
        <source>trotz Lücken</source>
        <translation>despite gaps</translation>
    </message>
    <message>
        <source>Personen</source>
        <translation>people</translation>
    </message>
    <message>
        <source>Probleme</source>
        <translation>problems</translation>
    </message>
    <message>
        <source>Grund</source>
        <translation>reason</translation>
    </message>
    <message>
        <source>Antwort</source>
        <translation>reply</translation>
    </message>
    <message>
        <source>mehrfach</source>
        <translation>repeated</translation>
    </message>
    <message>
        <source>eingesetzt</source>
        <translation>put back</translation>
    </message>
    <message>
        <source>Ergebnis</source>
        <translation>result</translation>
    </message>
    <message>
        <source>Platzhalter</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Dienstleister</source>
        <translation>vendor</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-Mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>Adresse</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Ort</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Firma</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>Geburtsdatum</source>
        <translation>Date of birth</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Bankkonto</source>
        <translation>Bank account</translation>
    </message>
    <message>
        <source>Kreditkarte</source>
        <translation>Credit card</translation>
    </message>
    <message>
        <source>Kennung</source>
        <translation>ID number</translation>
    </message>
    <message>
        <source>Benutzername</source>
        <translation>User name</translation>
    </message>
    <message>
        <source>Zugangsdaten</source>
        <translation>Credentials</translation>
    </message>
    <message>
        <source>IP-Adresse</source>
        <translation>IP address</translation>
    </message>
    <message>
        <source>Geräteadresse</source>
        <translation>Device address</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Kfz-Kennzeichen</source>
        <translation>Licence plate</translation>
    </message>
    <message>
        <source>Sonstige Angabe</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Vor- und Nachname, ohne Anrede und Titel</source>
        <translation>First and last name, without salutation and title</translation>
    </message>
    <message>
        <source>E-Mail-Adresse</source>
        <translation>E-mail address</translation>
    </message>
    <message>
        <source>Telefon-, Mobil- oder Faxnummer</source>
        <translation>Phone, mobile or fax number</translation>
    </message>
    <message>
        <source>Straße und Hausnummer, Postfach</source>
        <translation>Street and number, P.O. box</translation>
    </message>
    <message>
        <source>Postleitzahl und Ort</source>
        <translation>Postcode and place</translation>
    </message>
    <message>
        <source>Arbeitgeber, kleine Firma</source>
        <translation>Employer, small firm</translation>
    </message>
    <message>
        <source>Tag der Geburt</source>
        <translation>Day of birth</translation>
    </message>
    <message>
        <source>Datum eines persönlichen Ereignisses</source>
        <translation>Date of a personal event</translation>
    </message>
    <message>
        <source>IBAN, BIC oder Kontonummer</source>
        <translation>IBAN, BIC or account number</translation>
    </message>
    <message>
        <source>Nummer einer Kredit- oder Debitkarte</source>
        <translation>Number of a credit or debit card</translation>
    </message>
    <message>
        <source>Kunden-, Vertrags-, Rechnungs-, Steuer- oder Seriennummer</source>
        <translation>Customer, contract, invoice, tax or serial number</translation>
    </message>
    <message>
        <source>Anmeldename</source>
        <translation>Login name</translation>
    </message>
    <message>
        <source>Passwort, PIN, Schlüssel</source>
        <translation>Password, PIN, key</translation>
    </message>
    <message>
        <source>Internetadresse eines Anschlusses</source>
        <translation>Internet address of a connection</translation>
    </message>
    <message>
        <source>Hardware-Adresse eines Geräts</source>
        <translation>Hardware address of a device</translation>
    </message>
    <message>
        <source>Link mit persönlichem Inhalt</source>
        <translation>Link with personal content</translation>
    </message>
    <message>
        <source>Kennzeichen eines Fahrzeugs</source>
        <translation>Plate of a vehicle</translation>
    </message>
    <message>
        <source>Alles andere, was auf eine Person weist</source>
        <translation>Anything else that points to a person</translation>
    </message>
    <message>
        <source>R</source>
        <comment>short for rule</comment>
        <translation>R</translation>
    </message>
    <message>
        <source>S</source>
        <comment>short for second opinion</comment>
        <translation>S</translation>
    </message>
    <message>
        <source>M</source>
        <comment>short for model</comment>
        <translation>M</translation>
    </message>
    <message>
        <source>Regelwerk</source>
        <translation>rules</translation>
    </message>
    <message>
        <source>von Hand bestätigt</source>
        <translation>confirmed by hand</translation>
    </message>
    <message>
        <source>Regel „{name}“</source>
        <translation>rule “{name}”</translation>
    </message>
    <message>
        <source>Zweitmeinung „{name}“</source>
        <translation>second opinion “{name}”</translation>
    </message>
    <message>
        <source>Sprachmodell</source>
        <translation>language model</translation>
    </message>
    <message>
        <source>Ohne Person</source>
        <translation>No person</translation>
    </message>
    <message>
        <source>Person {number}</source>
        <translation>Person {number}</translation>
    </message>
    <message>
        <source>von Hand zugeordnet</source>
        <translation>assigned by hand</translation>
    </message>
    <message>
        <source>gleiche Angabe</source>
        <translation>same value</translation>
    </message>
    <message>
        <source>gleicher Name</source>
        <translation>same name</translation>
    </message>
    <message>
        <source>Anfangsbuchstabe und Nachname passen</source>
        <translation>initial and last name match</translation>
    </message>
    <message>
        <source>gleicher Nachname</source>
        <translation>same last name</translation>
    </message>
    <message>
        <source>gleicher Vorname</source>
        <translation>same first name</translation>
    </message>
    <message>
        <source>Anfangsbuchstaben passen</source>
        <translation>initials match</translation>
    </message>
    <message>
        <source>aus dem Kopf der Nachricht</source>
        <translation>from the message’s header</translation>
    </message>
    <message>
        <source>Name in der E-Mail-Adresse</source>
        <translation>name in the e-mail address</translation>
    </message>
    <message>
        <source>Name im Benutzernamen</source>
        <translation>name in the user name</translation>
    </message>
    <message>
        <source>steht in der Signatur</source>
        <translation>stands in the signature</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Es wurde nichts übernommen.</source>
        <translation>Nothing was imported.</translation>
    </message>
    <message>
        <source>Es wurde nichts verändert.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>„{file}“ lässt sich nicht lesen: {reason}.</source>
        <translation>“{file}” cannot be read: {reason}.</translation>
    </message>
    <message>
        <source>„{file}“ lässt sich nicht schreiben.</source>
        <translation>“{file}” cannot be written.</translation>
    </message>
    <message>
        <source>Im Tresor ist alles unversehrt. Wählen Sie einen anderen Ordner.</source>
        <translation>Everything in the vault is intact. Choose another folder.</translation>
    </message>
    <message>
        <source>„{file}“ ist schon da, als Vorgang {case}.</source>
        <translation>“{file}” is here already, as case {case}.</translation>
    </message>
    <message>
        <source>Es wurde kein zweiter Vorgang angelegt.</source>
        <translation>No second case was made.</translation>
    </message>
    <message>
        <source>„{file}“ enthält keine Nachricht.</source>
        <translation>“{file}” contains no message.</translation>
    </message>
    <message>
        <source>Darin ist nichts, was sich übernehmen lässt.</source>
        <translation>There is nothing in it that can be imported.</translation>
    </message>
    <message>
        <source>Ziehen Sie Nachrichten als Dateien (.eml, .msg, .mbox) oder Text herein.</source>
        <translation>Drag messages in as files (.eml, .msg, .mbox) or text.</translation>
    </message>
    <message>
        <source>Outlook hat die Nachricht nicht mitgegeben.</source>
        <translation>Outlook did not hand over the message.</translation>
    </message>
    <message>
        <source>Ziehen Sie sie erst auf den Desktop oder in einen Ordner und von dort hierher.</source>
        <translation>Drag it to the desktop or a folder first, and from there to here.</translation>
    </message>
    <message>
        <source>Das Mailprogramm hat nur einen Verweis auf die Nachricht mitgegeben.</source>
        <translation>The mail program handed over only a reference to the message.</translation>
    </message>
    <message>
        <source>Speichern Sie die Nachricht dort als Datei (Strg+S) und ziehen Sie die Datei hierher.</source>
        <translation>Save the message there as a file (Ctrl+S) and drag the file here.</translation>
    </message>
    <message>
        <source>Trennwerk lädt nichts aus dem Netz.</source>
        <translation>Trennwerk loads nothing from the network.</translation>
    </message>
    <message>
        <source>Speichern Sie den Inhalt als Datei und ziehen Sie sie her.</source>
        <translation>Save the content as a file and drag it here.</translation>
    </message>
    <message>
        <source>Der überwachte Ordner ist nicht da.</source>
        <translation>The watched folder is not there.</translation>
    </message>
    <message>
        <source>Im Tresor ist alles unversehrt. Schließen Sie den Datenträger an, oder wählen Sie in der Verwaltung einen anderen Ordner.</source>
        <translation>Everything in the vault is intact. Connect the drive, or choose another folder in the settings.</translation>
    </message>
    <message>
        <source>„{file}“ im überwachten Ordner ist leer oder lässt sich nicht öffnen.</source>
        <translation>“{file}” in the watched folder is empty or cannot be opened.</translation>
    </message>
    <message>
        <source>Den Vorgang {case} gibt es nicht.</source>
        <translation>There is no case {case}.</translation>
    </message>
    <message>
        <source>Das Chatmodell hat keine zweite Meinung gegeben: {reason}.</source>
        <translation>The chat model gave no second opinion: {reason}.</translation>
    </message>
    <message>
        <source>Die Funde sind unverändert. Versuchen Sie es mit einem anderen Modell.</source>
        <translation>The marks are unchanged. Try another model.</translation>
    </message>
    <message>
        <source>Diese Person gibt es im Vorgang nicht mehr.</source>
        <translation>This person is no longer in the case.</translation>
    </message>
    <message>
        <source>Die Nachricht wurde nicht vollständig geprüft.</source>
        <translation>The message was not fully checked.</translation>
    </message>
    <message>
        <source>Prüfen Sie erneut, oder geben Sie mit einer Begründung trotzdem frei.</source>
        <translation>Check again, or give a reason and approve anyway.</translation>
    </message>
    <message>
        <source>Der Vorgang ist noch nicht freigegeben.</source>
        <translation>The case is not approved yet.</translation>
    </message>
    <message>
        <source>Es ging nichts hinaus. Prüfen Sie die Funde und geben Sie sie frei.</source>
        <translation>Nothing went out. Check the marks and approve them.</translation>
    </message>
    <message>
        <source>In der Problembeschreibung stehen noch {count} personenbezogene Angaben.</source>
        <translation>The problem description still contains {count} pieces of personal data.</translation>
    </message>
    <message>
        <source>Es ging nichts hinaus. Markieren Sie die Stellen und geben Sie neu frei.</source>
        <translation>Nothing went out. Mark the places and approve again.</translation>
    </message>
    <message>
        <source>Die Problembeschreibung passt nicht mehr zum Original.</source>
        <translation>The problem description no longer fits the original.</translation>
    </message>
    <message>
        <source>Es ging nichts hinaus. Öffnen Sie den Vorgang neu und geben Sie ihn frei.</source>
        <translation>Nothing went out. Open the case again and approve it.</translation>
    </message>
    <message>
        <source>Diesen Dienstleister gibt es nicht.</source>
        <translation>There is no such vendor.</translation>
    </message>
    <message>
        <source>Wählen Sie einen anderen oder legen Sie ihn an.</source>
        <translation>Choose another one, or create it.</translation>
    </message>
    <message>
        <source>Einen Dienstleister „{vendor}“ gibt es schon.</source>
        <translation>There is a vendor “{vendor}” already.</translation>
    </message>
    <message>
        <source>Wählen Sie einen anderen Namen.</source>
        <translation>Choose another name.</translation>
    </message>
    <message>
        <source>Eine Angabe zum Dienstleister ist ungültig ({field}).</source>
        <translation>Something in the vendor’s profile is invalid ({field}).</translation>
    </message>
    <message>
        <source>Es wurde nichts gespeichert. Berichtigen Sie die Angabe.</source>
        <translation>Nothing was saved. Correct the entry.</translation>
    </message>
    <message>
        <source>Eine E-Mail-Adresse ist ungültig.</source>
        <translation>An e-mail address is invalid.</translation>
    </message>
    <message>
        <source>Berichtigen Sie die Adresse.</source>
        <translation>Correct the address.</translation>
    </message>
    <message>
        <source>Zu dieser Antwort gibt es hier kein Paket ({package}).</source>
        <translation>There is no package here for this reply ({package}).</translation>
    </message>
    <message>
        <source>Es wurde nichts übernommen. Die Antwort muss die Paketnummer (TW-…) enthalten.</source>
        <translation>Nothing was imported. The reply must contain the package number (TW-…).</translation>
    </message>
    <message>
        <source>Zu diesem Vorgang gibt es diese Antwort nicht.</source>
        <translation>This case has no such reply.</translation>
    </message>
    <message>
        <source>Zu diesem Vorgang ist noch keine Antwort da.</source>
        <translation>There is no reply to this case yet.</translation>
    </message>
    <message>
        <source>Ziehen Sie die Antwort des Dienstleisters ins Fenster.</source>
        <translation>Drag the vendor’s reply into the window.</translation>
    </message>
    <message>
        <source>Das ist kein lesbares Trennwerk-Paket ({reason}).</source>
        <translation>This is no readable Trennwerk package ({reason}).</translation>
    </message>
    <message>
        <source>Das ist kein lesbarer Trennwerk-Datensatz ({reason}).</source>
        <translation>This is no readable Trennwerk record ({reason}).</translation>
    </message>
    <message>
        <source>{count} Stellen der Problembeschreibung könnten personenbezogen sein.</source>
        <translation>{count} places in the problem description may be personal.</translation>
    </message>
    <message>
        <source>Es ging nichts hinaus. Sehen Sie die Stellen an und bestätigen Sie sie.</source>
        <translation>Nothing went out. Look at the places and confirm them.</translation>
    </message>
    <message>
        <source>Im Text stehen noch {count} personenbezogene Angaben.</source>
        <translation>The text still contains {count} pieces of personal data.</translation>
    </message>
    <message>
        <source>Diese Antwort auf das Paket {package} ist schon da.</source>
        <translation>This reply to package {package} is here already.</translation>
    </message>
    <message>
        <source>Sie wurde kein zweites Mal übernommen.</source>
        <translation>It was not imported a second time.</translation>
    </message>
    <message>
        <source>Das ist das Paket {package} selbst, keine Antwort darauf.</source>
        <translation>This is the package {package} itself, not a reply to it.</translation>
    </message>
    <message>
        <source>Es wurde nichts übernommen. Bitten Sie den Dienstleister um seine Antwort.</source>
        <translation>Nothing was imported. Ask the vendor for a reply.</translation>
    </message>
    <message>
        <source>Der öffentliche Schlüssel ist ungültig.</source>
        <translation>The public key is invalid.</translation>
    </message>
    <message>
        <source>Es wurde nichts gespeichert.</source>
        <translation>Nothing was saved.</translation>
    </message>
    <message>
        <source>Das ist ein geheimer Schlüssel, kein öffentlicher.</source>
        <translation>This is a private key, not a public one.</translation>
    </message>
    <message>
        <source>Er wurde nicht gespeichert. Der Dienstleister sollte ihn ersetzen, wenn er ihn verschickt hat.</source>
        <translation>It was not saved. The vendor should replace it if it was sent around.</translation>
    </message>
    <message>
        <source>Der Datensatz wurde verändert ({field}).</source>
        <translation>The record was altered ({field}).</translation>
    </message>
    <message>
        <source>Das ist kein versiegeltes Trennwerk-Paket ({reason}).</source>
        <translation>This is no sealed Trennwerk package ({reason}).</translation>
    </message>
    <message>
        <source>Das versiegelte Paket lässt sich nicht öffnen.</source>
        <translation>The sealed package cannot be opened.</translation>
    </message>
    <message>
        <source>Es ist für einen anderen Schlüssel bestimmt.</source>
        <translation>It is meant for another key.</translation>
    </message>
    <message>
        <source>Das versiegelte Paket wurde verändert ({field}).</source>
        <translation>The sealed package was altered ({field}).</translation>
    </message>
    <message>
        <source>Das Paket stammt von einer neueren Trennwerk-Version.</source>
        <translation>The package comes from a newer version of Trennwerk.</translation>
    </message>
    <message>
        <source>Es hat sich kein Mailprogramm geöffnet.</source>
        <translation>No mail program opened.</translation>
    </message>
    <message>
        <source>Der Entwurf liegt hier: {file}</source>
        <translation>The draft lies here: {file}</translation>
    </message>
    <message>
        <source>Lesefehler</source>
        <translation>read error</translation>
    </message>
    <message>
        <source>die Datei gibt es nicht</source>
        <translation>there is no such file</translation>
    </message>
    <message>
        <source>darin sind keine Nachrichten</source>
        <translation>there are no messages in it</translation>
    </message>
    <message>
        <source>das ist keine Nachricht</source>
        <translation>it is not a message</translation>
    </message>
    <message>
        <source>beschädigt</source>
        <translation>damaged</translation>
    </message>
    <message>
        <source>die Datei ist leer</source>
        <translation>the file is empty</translation>
    </message>
    <message>
        <source>zu groß</source>
        <translation>too large</translation>
    </message>
    <message>
        <source>keine Leserechte</source>
        <translation>no permission to read</translation>
    </message>
    <message>
        <source>kein JSON</source>
        <translation>no JSON</translation>
    </message>
    <message>
        <source>unerwarteter Aufbau</source>
        <translation>unexpected structure</translation>
    </message>
    <message>
        <source>anderes Format</source>
        <translation>another format</translation>
    </message>
    <message>
        <source>ohne Versionsangabe</source>
        <translation>without a version</translation>
    </message>
    <message>
        <source>die Datei ist nicht mehr da</source>
        <translation>the file is no longer there</translation>
    </message>
    <message>
        <source>keine lesbare Modelldatei</source>
        <translation>not a readable model file</translation>
    </message>
    <message>
        <source>es kam keine Antwort in der Zeit</source>
        <translation>no answer came in time</translation>
    </message>
    <message>
        <source>das Modell ist abgestürzt</source>
        <translation>the model crashed</translation>
    </message>
    <message>
        <source>der Text ist zu lang für das Modell</source>
        <translation>the text is too long for the model</translation>
    </message>
    <message>
        <source>das Modell hat nicht geantwortet</source>
        <translation>the model did not answer</translation>
    </message>
    <message>
        <source>Das ist nicht möglich ({code}).</source>
        <translation>This is not possible ({code}).</translation>
    </message>
    <message>
        <source>Ein Fehler im Programm ist aufgetreten.</source>
        <translation>An error occurred in the program.</translation>
    </message>
    <message>
        <source>Gespeichertes ist unversehrt. Versuchen Sie es noch einmal. Bleibt der Fehler, nennen Sie bei einer Meldung die Nummer {reference}; sie steht auch im Protokoll.</source>
        <translation>What was saved is intact. Try again. If the error stays, quote the number {reference} when you report it; it is in the log file too.</translation>
    </message>
    <message>
        <source>Die übrigen Daten bleiben unberührt. Schließen Sie Trennwerk und spielen Sie die letzte Sicherung ein.</source>
        <translation>The other data stay untouched. Close Trennwerk and restore your latest backup.</translation>
    </message>
    <message>
        <source>Das Passwort stimmt nicht.</source>
        <translation>The password is wrong.</translation>
    </message>
    <message>
        <source>Achten Sie auf Groß- und Kleinschreibung.</source>
        <translation>Mind capital and small letters.</translation>
    </message>
    <message>
        <source>Das Passwort ist leer.</source>
        <translation>The password is empty.</translation>
    </message>
    <message>
        <source>Geben Sie ein Passwort ein.</source>
        <translation>Enter a password.</translation>
    </message>
    <message>
        <source>Es fehlt das Passwort.</source>
        <translation>The password is missing.</translation>
    </message>
    <message>
        <source>Geben Sie das Passwort des Tresors an.</source>
        <translation>Give the password of the vault.</translation>
    </message>
    <message>
        <source>Dieser Code öffnet den Tresor nicht.</source>
        <translation>This code does not open the vault.</translation>
    </message>
    <message>
        <source>Am Tresor hat sich nichts geändert. Nehmen Sie das Blatt, das zuletzt gedruckt wurde.</source>
        <translation>Nothing has changed in the vault. Take the sheet that was printed last.</translation>
    </message>
    <message>
        <source>Der Code ist unvollständig oder enthält einen Tippfehler.</source>
        <translation>The code is incomplete or has a typing error.</translation>
    </message>
    <message>
        <source>Vergleichen Sie ihn Gruppe für Gruppe mit dem Blatt.</source>
        <translation>Compare it with the sheet, group by group.</translation>
    </message>
    <message>
        <source>Dieser Tresor braucht auch seine Schlüsseldatei.</source>
        <translation>This vault also needs its key file.</translation>
    </message>
    <message>
        <source>Schließen Sie den Datenträger an, auf dem sie liegt.</source>
        <translation>Connect the drive on which it lies.</translation>
    </message>
    <message>
        <source>Die Schlüsseldatei „{file}“ lässt sich nicht lesen.</source>
        <translation>The key file “{file}” cannot be read.</translation>
    </message>
    <message>
        <source>In diesem Tresor gibt es niemanden mit diesem Namen.</source>
        <translation>There is nobody of this name in this vault.</translation>
    </message>
    <message>
        <source>Diesen Tresor benutzen mehrere Personen.</source>
        <translation>Several people use this vault.</translation>
    </message>
    <message>
        <source>Geben Sie an, wer Sie sind.</source>
        <translation>Say who you are.</translation>
    </message>
    <message>
        <source>Hier liegt kein Tresor.</source>
        <translation>There is no vault here.</translation>
    </message>
    <message>
        <source>Starten Sie Trennwerk neu, um einen anzulegen oder einzuspielen.</source>
        <translation>Restart Trennwerk to make or restore one.</translation>
    </message>
    <message>
        <source>Hier liegt schon ein Tresor.</source>
        <translation>There is a vault here already.</translation>
    </message>
    <message>
        <source>Er wurde nicht angetastet. Starten Sie Trennwerk neu.</source>
        <translation>It was not touched. Restart Trennwerk.</translation>
    </message>
    <message>
        <source>Im Ordner des Tresors liegen schon Dateien eines Tresors.</source>
        <translation>There are files of a vault in this folder already.</translation>
    </message>
    <message>
        <source>Sie wurden nicht angetastet. Verschieben Sie sie an einen anderen Ort.</source>
        <translation>They were not touched. Move them to another place.</translation>
    </message>
    <message>
        <source>Der Tresor ist schon geöffnet.</source>
        <translation>The vault is open already.</translation>
    </message>
    <message>
        <source>Schließen Sie das andere Trennwerk-Fenster und versuchen Sie es erneut.</source>
        <translation>Close the other Trennwerk window and try again.</translation>
    </message>
    <message>
        <source>Dieser Tresor stammt von einer neueren Trennwerk-Version.</source>
        <translation>This vault comes from a newer version of Trennwerk.</translation>
    </message>
    <message>
        <source>Er wurde nicht verändert. Öffnen Sie ihn mit der neueren Version.</source>
        <translation>It was not changed. Open it with the newer version.</translation>
    </message>
    <message>
        <source>Die Datei „{file}“ des Tresors ist beschädigt.</source>
        <translation>The vault’s file “{file}” is damaged.</translation>
    </message>
    <message>
        <source>Der Speicher „{store}“ ist beschädigt.</source>
        <translation>The store “{store}” is damaged.</translation>
    </message>
    <message>
        <source>Ihre Rolle hat keinen Schlüssel zu diesen Daten.</source>
        <translation>Your role has no key to these data.</translation>
    </message>
    <message>
        <source>„{file}“ im Ordner des Tresors darf nicht geändert werden.</source>
        <translation>“{file}” in the vault’s folder may not be changed.</translation>
    </message>
    <message>
        <source>Gespeichertes ist unversehrt. Prüfen Sie die Rechte am Ordner.</source>
        <translation>What was saved is intact. Check the permissions of the folder.</translation>
    </message>
    <message>
        <source>Der Datenträger ist voll.</source>
        <translation>The disk is full.</translation>
    </message>
    <message>
        <source>Gespeichertes ist unversehrt, die letzte Änderung fehlt. Schaffen Sie Platz und versuchen Sie es erneut.</source>
        <translation>What was saved is intact, the last change is missing. Make room and try again.</translation>
    </message>
    <message>
        <source>„{file}“ konnte nicht gelesen oder geschrieben werden.</source>
        <translation>“{file}” could not be read or written.</translation>
    </message>
    <message>
        <source>Prüfen Sie, ob der Datenträger angeschlossen ist, und sichern Sie bald.</source>
        <translation>Check that the drive is connected, and make a backup soon.</translation>
    </message>
    <message>
        <source>Der Tresor ist gesperrt.</source>
        <translation>The vault is locked.</translation>
    </message>
    <message>
        <source>Entsperren Sie ihn und versuchen Sie es erneut.</source>
        <translation>Unlock it and try again.</translation>
    </message>
    <message>
        <source>Ihre Rolle erlaubt das nicht.</source>
        <translation>Your role does not permit this.</translation>
    </message>
    <message>
        <source>Der Speicher „{store}“ muss erst aufgeräumt werden.</source>
        <translation>The store “{store}” must be tidied up first.</translation>
    </message>
    <message>
        <source>Es ist nichts verloren. Sperren und entsperren Sie Trennwerk einmal.</source>
        <translation>Nothing is lost. Lock and unlock Trennwerk once.</translation>
    </message>
    <message>
        <source>Die Sicherung „{file}“ ließ sich nicht schreiben.</source>
        <translation>The backup “{file}” could not be written.</translation>
    </message>
    <message>
        <source>Im Tresor ist alles unversehrt, eine halbe Sicherung bleibt nicht zurück. Wählen Sie einen anderen Ort.</source>
        <translation>Everything in the vault is intact, and no half backup is left behind. Choose another place.</translation>
    </message>
    <message>
        <source>Eine Sicherung gehört nicht in den Ordner des Tresors.</source>
        <translation>A backup does not belong in the vault’s folder.</translation>
    </message>
    <message>
        <source>Wählen Sie einen anderen Ort, am besten einen anderen Datenträger.</source>
        <translation>Choose another place, best of all another drive.</translation>
    </message>
    <message>
        <source>Die Sicherung „{file}“ gibt es nicht.</source>
        <translation>There is no backup “{file}”.</translation>
    </message>
    <message>
        <source>Die Sicherung „{file}“ ist beschädigt.</source>
        <translation>The backup “{file}” is damaged.</translation>
    </message>
    <message>
        <source>Der Tresor wurde nicht angetastet. Nehmen Sie eine ältere Sicherung.</source>
        <translation>The vault was not touched. Take an older backup.</translation>
    </message>
    <message>
        <source>Die Sicherung stammt von einer neueren Trennwerk-Version.</source>
        <translation>The backup comes from a newer version of Trennwerk.</translation>
    </message>
    <message>
        <source>Der Tresor wurde nicht angetastet. Nehmen Sie die neuere Version.</source>
        <translation>The vault was not touched. Use the newer version.</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>Sehr viele Empfänger: nur die ersten gelesen.</source>
        <translation>A great many recipients: only the first were read.</translation>
    </message>
    <message>
        <source>Ein Anhang ist nur verknüpft und liegt nicht bei.</source>
        <translation>An attachment is only linked and not included.</translation>
    </message>
    <message>
        <source>Langer Anhang: nur der Anfang des Textes gelesen.</source>
        <translation>Long attachment: only the beginning of its text was read.</translation>
    </message>
    <message>
        <source>Einige Zeichen sind beschädigt.</source>
        <translation>Some characters are damaged.</translation>
    </message>
    <message>
        <source>Der Zeichensatz wurde erraten.</source>
        <translation>The character set was guessed.</translation>
    </message>
    <message>
        <source>Mehrere Zeichensätze sind vermischt.</source>
        <translation>Several character sets are mixed.</translation>
    </message>
    <message>
        <source>Das Datum ist nicht lesbar.</source>
        <translation>The date is not readable.</translation>
    </message>
    <message>
        <source>Ein Dokument ist beschädigt.</source>
        <translation>A document is damaged.</translation>
    </message>
    <message>
        <source>Ein Dokument ist mit einem Passwort geschützt.</source>
        <translation>A document is protected by a password.</translation>
    </message>
    <message>
        <source>Ein Dokument ist zu groß, um seinen Text zu lesen.</source>
        <translation>A document is too large for its text to be read.</translation>
    </message>
    <message>
        <source>Eine Kopfzeile ist falsch kodiert.</source>
        <translation>A header is wrongly encoded.</translation>
    </message>
    <message>
        <source>Ein Teil der Nachricht ist verschlüsselt.</source>
        <translation>A part of the message is encrypted.</translation>
    </message>
    <message>
        <source>Eine sehr lange Kopfzeile wurde gekürzt.</source>
        <translation>A very long header was cut.</translation>
    </message>
    <message>
        <source>Der Kopf endet nicht, wie er soll.</source>
        <translation>The headers do not end as they should.</translation>
    </message>
    <message>
        <source>Eine Kopfzeile ist nicht lesbar.</source>
        <translation>A header is not readable.</translation>
    </message>
    <message>
        <source>Sehr viele Kopfzeilen: nur die ersten gelesen.</source>
        <translation>A great many headers: only the first were read.</translation>
    </message>
    <message>
        <source>Der HTML-Text wurde gekürzt.</source>
        <translation>The HTML text was cut.</translation>
    </message>
    <message>
        <source>Der HTML-Text wurde vereinfacht; seine Gliederung kann fehlen.</source>
        <translation>The HTML text was simplified; its layout may be missing.</translation>
    </message>
    <message>
        <source>Ein sehr langer Link wurde gekürzt.</source>
        <translation>A very long link was cut.</translation>
    </message>
    <message>
        <source>Einige Zeichen sind ungültig.</source>
        <translation>Some characters are invalid.</translation>
    </message>
    <message>
        <source>Die Nachricht ist zu groß und wurde gekürzt.</source>
        <translation>The message is too large and was cut.</translation>
    </message>
    <message>
        <source>Die Nachricht ist beschädigt.</source>
        <translation>The message is damaged.</translation>
    </message>
    <message>
        <source>Es gab weitere Mängel.</source>
        <translation>There were further faults.</translation>
    </message>
    <message>
        <source>Zu tief verschachtelt: innere Nachrichten wurden nicht gelesen.</source>
        <translation>Nested too deeply: inner messages were not read.</translation>
    </message>
    <message>
        <source>Die Nachricht enthält keinen Text.</source>
        <translation>The message contains no text.</translation>
    </message>
    <message>
        <source>Der Text enthält NUL-Zeichen.</source>
        <translation>The text contains NUL characters.</translation>
    </message>
    <message>
        <source>Sehr viele Teile: nur die ersten gelesen.</source>
        <translation>A great many parts: only the first were read.</translation>
    </message>
    <message>
        <source>Der RTF-Text ist beschädigt.</source>
        <translation>The RTF text is damaged.</translation>
    </message>
    <message>
        <source>Der RTF-Text wurde gekürzt.</source>
        <translation>The RTF text was cut.</translation>
    </message>
    <message>
        <source>Der sehr lange Betreff wurde gekürzt.</source>
        <translation>The very long subject was cut.</translation>
    </message>
    <message>
        <source>Der sehr lange Text wurde gekürzt.</source>
        <translation>The very long text was cut.</translation>
    </message>
    <message>
        <source>Der Zeichensatz ist unbekannt.</source>
        <translation>The character set is unknown.</translation>
    </message>
    <message>
        <source>Ein Teil ließ sich nicht lesen ({code}).</source>
        <translation>A part could not be read ({code}).</translation>
    </message>
</context>
</TS>
