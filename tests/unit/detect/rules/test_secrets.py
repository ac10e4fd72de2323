"""PASSWORD, USERNAME and OTHER."""

from __future__ import annotations

import pytest

from desktop.domain import Label

SECRETS = [
    ("Kennwort qcmtr4-kaiser.", ["qcmtr4-kaiser"]),
    ("Passwort: Roeddelin#07", ["Roeddelin#07"]),
    ('PW hab ich auf "Gurken_Dill88" geändert', ["Gurken_Dill88"]),
    ("PIN 9551, Tank voll", ["9551"]),
    ("der Türcode ist 1585H", ["1585H"]),
    ("CVC 472 wurde akzeptiert", ["472"]),
    (
        "token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
        ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"],
    ),
    ("glpat-iJO6YHAu6DJCaQQef5AA", ["glpat-iJO6YHAu6DJCaQQef5AA"]),
    ("session=sess_9fc3cca509e27170", ["sess_9fc3cca509e27170"]),
    ("https://lbrown:Geheim12x@git.kunde.example/a.git", ["Geheim12x"]),
    ("WLAN-Schlüssel 5t4u-KdP6-pY4B", ["5t4u-KdP6-pY4B"]),
    ("Liftcode laut Hauswart C3197", ["C3197"]),
    ("Zahlenschloss an der Laube 2-0-6-1, bitte", ["2-0-6-1"]),
    ("Schlüsselsafe Hintertür #5204*", ["#5204*"]),
    ("die Schranke öffnet mit *6610", ["*6610"]),
    ("Tor: #2188, dann links", ["#2188"]),
    ("Abholcode 7T4P bis Freitag", ["7T4P"]),
    ("SMS-Code kam (zuletzt 774 120)", ["774 120"]),
    ("Wie ist die PIN?\n*Kunde:* seit Mai 60412\n", ["60412"]),
    ("Code fürs Paketfach, K2-5518 wird abgelehnt", ["K2-5518"]),
    ("Karte 4711 1234 5678 0008, 03/29, 416 eingegeben", ["416"]),
    ("Lizenz TWK-3QX8-PP07-1ZZT", ["TWK-3QX8-PP07-1ZZT"]),
    ("Upgrade-Voucher UPX-4R1-MMQ-2207", ["UPX-4R1-MMQ-2207"]),
    ("Sicherheitsfrage: Mädchenname der Mutter: Quendel", ["Quendel"]),
    ("PIN war 0815 oder 2407, weiß nicht", ["0815", "2407"]),
    ("PIN 0815, 1407 Euro sind weg", ["0815"]),
    ("pw entweder mauLWurf77 oder Maulwurf78!", ["mauLWurf77", "Maulwurf78"]),
    ("Passwort am Empfang ist jetzt Amsel!55", ["Amsel!55"]),
    ("Passwort: vergessen, dann Wacholder_31 eingegeben", ["Wacholder_31"]),
    ("BitLocker 481275-177319-259240-318833", ["481275-177319-259240-318833"]),
    ("enable secret 5 $1$aBcd$Qx7rVt7rPNoS4wqb", ["$1$aBcd$Qx7rVt7rPNoS4wqb"]),
    ("die CAN: 123456", ["123456"]),
    ("WLAN-Schlüssel: fe80 12ab 99cd 00ef", ["fe80 12ab 99cd 00ef"]),
    ("Tastenfeld *4711# drücken", ["*4711#"]),
    (
        "seed phrase: apfel birne dose esel fisch garten hand igel jagd kamm lampe maus",
        ["apfel birne dose esel fisch garten hand igel jagd kamm lampe maus"],
    ),
    ("curl mit Bearer ab12cd34ef56xx", ["ab12cd34ef56xx"]),
    ("PIN falsch, 4711 eingegeben", ["4711"]),
    ("SNMP-Community auf dem Switch: kupfer#7", ["kupfer#7"]),
    ('Passwort ist "blaue Tanne"', ["blaue Tanne"]),
    ("kundenkennwort kuhwiese.", ["kuhwiese"]),
    ("Kennwörter: 'Tanne44x'", ["Tanne44x"]),
    ("Passwort haben wir geändert, es ist Tanne44x.", ["Tanne44x"]),
    ("Zugang am Portal (Tanne_44x)", ["Tanne_44x"]),
    ("root in dem Router: erna / Tanne_44x", ["Tanne_44x"]),
    ("pw: Tanne44x, Birne45y", ["Tanne44x", "Birne45y"]),
    # a key of metal and one of signs
    ("Schlüssel: Tann4x?l", ["Tann4x?l"]),
    ("WLAN im Stall, Schlüssel: quittenmus", ["quittenmus"]),
    ("WLAN-Schlüssel: quittenmus", ["quittenmus"]),
    ("Lizenzschlüssel: quittenmus", ["quittenmus"]),
    ("Schlüssel weg. Passwort: quittenmus", ["quittenmus"]),
    ("Schlüssel: Bäckerin Frau Tolle", []),
    ("Klingel/Schlüssel: Hauswartin", []),
    ("Haustürschlüssel: Schuppen 4", []),
    ("Schlüssel (Keller) jetzt: Quittenstube", []),
    # secrets in groups
    ("Product Key 7KW3M 22PLQ H90ZX BDR4T", ["7KW3M 22PLQ H90ZX BDR4T"]),
    ("Recovery Code: u7m2 90kd 3bwe x81q.", ["u7m2 90kd 3bwe x81q"]),
    ("der Türcode 8KT2 HX44 ist neu", ["8KT2 HX44"]),
    ("Guthabencode 3391 7720 1845 0062 freigerubbelt", ["3391 7720 1845 0062"]),
    ("Passphrase: 4410 7712 0938", ["4410 7712 0938"]),
    ("CODE 7KW3 22PL 90ZX klebt hinten", ["7KW3 22PL 90ZX"]),
    # seeds of second factors, of letters only
    ("MFA seed MZXW GYTB OIGT AMZQ.", ["MZXW GYTB OIGT AMZQ"]),
    ("Authenticator-Secret MZXW 6YTB OI4T", ["MZXW 6YTB OI4T"]),
    ("2FA-Schlüssel lautet mzxw-gytb-oigt-amzq", ["mzxw-gytb-oigt-amzq"]),
    ("TOTP seed: mzxw gytb oigt amzq dann scannen", ["mzxw gytb oigt amzq"]),
    ("der Schlüssel muss noch hier rein", []),
    ("the seed must then stay here", []),
    ("SECRET MZXW GYTB ist zu kurz", []),
    ("TOTP MZXW oigt AMZQ gytb", []),  # not of one case
    # asked for in a chat
    (
        "Bitte schick das Passwort\n[08:31] Arno Pelz\ngleich\n[08:32] Ute Sorg\nDistel!44x",
        ["Distel!44x"],
    ),
    ("Schlüssel?\n08:10 Bernd: Harz3nkocher!", ["Harz3nkocher!"]),
    ("admin password?\n[11:20] Ute Sorg\nWolkenbruch_31", ["Wolkenbruch_31"]),
    ("PIN?\n[10:03] Customer: 4471", ["4471"]),
    ("Fehlercode?\n[10:03] Customer: 4471", []),
    ("Passwort?\nUte: Distel!44x", ["Distel!44x"]),
    ("Passwort vergessen\nLogin App: distelkopf81", []),  # a form
    ("Schlüssel?\n08:10 Bernd: 4471", []),  # a number is no key's secret
    ("Schlüssel?\n08:10 Bernd: morgen\n08:11 Ute: AB-12345", []),
    # the next field of a log line
    ("fcmToken=eRs77kQwpL2 model=Pixel-7", ["eRs77kQwpL2"]),
    # in links, with and without a user
    ("redis://:Harz3nkocher@cache1.talwerk.example", ["Harz3nkocher"]),
    ("ftp://:Harz3nkocher@files.talwerk.example/x", ["Harz3nkocher"]),
    ("redis://cache1.talwerk.example:6379", []),
    # command lines
    ("curl -u muster9:Nuss!Baum https://a.example/x", ["Nuss!Baum"]),
    ('curl --user "muster_9:Korn#Feld" -O', ["Korn#Feld"]),
    ("net use M: \\\\nas\\a /user:HOF\\erna Radieschen8 /persistent:yes", ["Radieschen8"]),
    ("psexec -u hof\\erna -p Amsel99 cmd", ["Amsel99"]),
    ("mysql -u root -pNussKrug31 kasse", ["NussKrug31"]),
    ("sshpass -p Amsel99 ssh -p 2222 erna@hof.example", ["Amsel99"]),
    ("curl -u $USER:$PASS https://a.example/x", []),
    ("mysql -u root -p kasse", []),  # it asks; a database stands behind
    ("plink -P 2222 -p 2222 hof", []),
    ("net use M: /user:HOF\\erna und dann", []),
    # settings of switches
    ("username erna password 0 Birne$Korn4", ["Birne$Korn4"]),
    ("enable password 7 08221F5A0B43", ["08221F5A0B43"]),
    ("password 7 characters long", []),
    ("snmp-server community holunder RO", ["holunder"]),
    ("snmp-server community public RO", []),
    # pairs
    ("Joomla: pfleger / husch?husch31", ["husch?husch31"]),
    ("Kamera Garten: admin/Gartenzwerg31", ["Gartenzwerg31"]),
    ("Router: root:Gartenzwerg31", ["Gartenzwerg31"]),
    ("Webspace: w31b7 / Nelken_am_Zaun4", ["Nelken_am_Zaun4"]),
    ("Vereinsportal: trainer2 | Kalkstaub_31", ["Kalkstaub_31"]),
    ("Die Zugangsdaten:\nAdmin-Bereich: chef - nie-wieder!", ["nie-wieder!"]),
    ("Portal: admin/Redaktion", []),  # roles
    ("Wiki: start/Anleitung2024", []),  # a path
    ("Router: heute - Fehler31", []),
    # near misses
    ("der Türcode 8KT2 geht nicht", ["8KT2"]),  # the next word is as long
    ("der Türcode 8KT2 BITTE", ["8KT2"]),
    ("der Türcode 8KT2 4410 Euro", ["8KT2"]),
    ("der Türcode 8KT2 kd77 erna", ["8KT2"]),  # not its case
    ("Meldung vom Server (Code 614)", []),
    ("Ablehnungscode: 4413", []),
    # keys of databases, settings and issues
    ("Duplicate entry for key 'uniq_mail_1'", []),
    ("foreign key fk_kunde_7 verletzt", []),
    ('<add key="DbPassword" value="x"/>', []),
    ("Key (kundennr)=(44178) already exists", []),
    ("Key: HLX-44", []),
    ("WLAN-Key: HLX-4471", ["HLX-4471"]),
    ("for key 'Zk8mQx72aa'", ["Zk8mQx72aa"]),
    # times, fields and directory numbers
    ("Passwort:\n12:30 Uhr Essen", []),
    ("Cookie: sid=Wm4rPz81bb", ["Wm4rPz81bb"]),
    ("Passwort: Ha=Wm4rPz", ["Ha=Wm4rPz"]),
    ("SID S-1-5-18 fehlt", []),
    ("Ausnahmecode: c0000409", []),
    ("Exception Code: c0000005, Stoppcode: 0000009f", []),
    ("Prüfziffer meldet BR-CO-10", []),
    ("Rabattcode HERBST25 aus dem Newsletter", []),
    ("Ticketcode 9214 0726 6170 452", []),
    ("PIN 3x falsch, PUK nach 10 Minuten", []),
    ("die Miele PW 418 läuft", []),
    ("hat den Schlüssel: 04931/562", []),
    ("der Tresor wiegt 300 kg", []),
    ("Lizenz SWP-53957-7512", []),
    ("Passwort vergessen", []),
    ("das Passwort wurde zurückgesetzt", []),
    ("Passwort: ********", []),
    ("Fehlercode 4103", []),
    ("Code SOMMER aus dem Newsletter", []),
    ("der Schlüssel ist weg", []),
    ("I can: 1234 times", []),
    ("Wahl *21*4711#", []),  # a diversion
    ("seed: apfel birne dose", []),
    ("Bearer of this letter", []),
    ("ich habe 4711 eingegeben", []),
    ("Gerät 300 eingegeben", []),
    ("community manager bitte", []),
    ("Codewort bitte, danke", []),
    ("Schlüssel vom 'Briefkasten'", []),
    ("Passwort nimmt er nicht, Windows10 auch nicht", []),
    ("Zugang am Portal (Windows10)", []),
    ("Admin in Zimmer: 4 / 12", []),
    ("glpat-abcdefgh", []),  # nobody's: no digit
    ("Bolzen 481275-177319", []),  # two groups are no disk key
    ("Karte im Mai, 03/29, 416 Euro", []),
    ("Anfrage mit $1$ und $2$", []),
    ("Frage: Mädchenname der Mutter: Quendel", []),  # asked for no secret
    ("das Gutscheinheft HERBST", []),
]
USERS = [
    ("Benutzer: fritz6020", ["fritz6020"]),
    ("C:\\Users\\ermuster\\Desktop", ["ermuster"]),
    ("/home/erna/.ssh", ["erna"]),
    ("KUNDE\\erna.muster meldet sich an", ["KUNDE\\erna.muster"]),
    ("username=erna_97", ["erna_97"]),
    ("discord: wolfpelz.exe7", ["wolfpelz.exe7"]),
    ("ich bin @wolf_im_pelz35 dort", ["@wolf_im_pelz35"]),
    ("Thuy Tran (st180031) auch", ["st180031"]),
    ("Konto im Portal: b_dorn_ulm", ["b_dorn_ulm"]),
    ("Verkäuferin perlen_uschi antwortet nicht", ["perlen_uschi"]),
    ("ICQ: 218-442-317", ["218-442-317"]),
    ("Fidonet 2:2430/118.7", ["2:2430/118.7"]),
    ("die Nachrichten von wiesel_67, danke", ["wiesel_67"]),
    ("Nutzer moni_b und fuchs.77 sind weg", ["moni_b", "fuchs.77"]),
    ("POSTGRES_USER: kegelclub", ["kegelclub"]),
    (
        "wollfee_9: hallo\nknoepfchen: ja\nwollfee_9: gut\nknoepfchen: eben\n",
        ["wollfee_9", "knoepfchen", "wollfee_9", "knoepfchen"],
    ),
    ("Konten fuchs77, biber88", ["fuchs77", "biber88"]),
    ("der Login im Shop war übrigens: fuchs77x", ["fuchs77x"]),
    ("Benutzer in der neuen App (fuchs77x)", ["fuchs77x"]),
    ("Moderator wiesel67", ["wiesel67"]),
    ("als fuchs77x eingeloggt", ["fuchs77x"]),
    ("UIN: 218442317", ["218442317"]),
    ("Login incorrect (mschap): [erna77/<via>]", ["erna77"]),
    ("frau p.sturm und m.kaiser", ["p.sturm", "m.kaiser"]),
    ("fuchs_77 schrieb:\nHallo", ["fuchs_77"]),
    ("Antwort von waldfee_3:\nHallo", ["waldfee_3"]),
    ("heute sagte traumtaenzer88 nichts", ["traumtaenzer88"]),
    ("Authentifizierungsname: sip-771204", ["sip-771204"]),
    ("Joomla: pfleger / husch?husch31", ["pfleger"]),
    ("Vereinsportal: trainer2 | Kalkstaub_31", ["trainer2"]),
    ("Portal: admin/Redaktion", []),
    # without a word for them
    ("Rechte wie: kzwirn", ["kzwirn"]),
    ("Berechtigungen wie bei kzwirn, bitte", ["kzwirn"]),
    ("Postfach von kzwirn für tborke freigeben", ["kzwirn", "tborke"]),
    ("Rechte wie bei petra", []),
    ("rechte von mitarbeitern", []),
    ("Postfach von frau Zwirn", []),
    # command lines
    ("curl -u muster9:Nuss!Baum https://a.example/x", ["muster9"]),
    ("net use M: /user:HOF\\erna Radieschen8", ["HOF\\erna"]),
    ("mysql -u root -pNussKrug31 kasse", ["root"]),
    ("AllowUsers backup ernam", ["backup", "ernam"]),
    ("wget -u benutzer", []),
    ("sort -u erna", []),
    # fields of records
    ('{"actor":"kprenk"}', ["kprenk"]),
    ("createdBy=kprenk changedBy=b.ohahn", ["kprenk", "b.ohahn"]),
    ("erstellt von: kprenk", ["kprenk"]),
    ("modified_by: system", []),
    ("erstellt von: Petra Zwirn", []),
    ("geändert von: 4471", []),
    ("client-id: suedbau-prod und client_id=suedbau_app", ["suedbau-prod", "suedbau_app"]),
    ("client id: wrong", []),
    # columns beside passwords
    ("Login;Ort;Startkennwort\nhsorg;Ulm;Tann44x!\nble;Ulm;Birn45y!", ["hsorg", "ble"]),
    ("Kennung | Ort | Initial-Passwort\nhsorg | Ulm | Tann44x!\nPool | Ulm | Birn45y!", ["hsorg"]),
    ("Anmeldung | Ort | Menge\nonline | Ulm | 3", []),
    # near misses
    ("Besucher: 5533017", []),  # of a chat
    ("bitte auf mein Konto DE12 3456 7890 1234 5678 90", []),
    ("Login > Dashboard > Zähler", []),
    ("Error 401 invalid_grant beim Anmelden", []),
    ("debug1: Connecting\nmesh0: timed out\nmesh0: up\n", []),
    ("Spalten plz_ort und vor_name fehlen", []),
    ("@Support: bitte prüfen", []),
    ("der Benutzer kann sich nicht anmelden", []),
    ("Login denied", []),
    ("C:\\Users\\Public\\Desktop", []),
    ("HKLM\\SOFTWARE", []),
    ("Konto RE-4410", []),
    ("Benutzer in der neuen App: bitte", []),
    ("Käufer Müller", []),
    ("als Kunde angemeldet", []),
    ("ICQ 12", []),
    ("Fidonet 2 und 3", []),
    ("Login failed: [x]", []),
    ("uid: 1000", []),
    ("datei p.pdf und x.local", []),
    ("Berger schrieb:\nHallo", []),
    ("10:12 mesh0: up", []),  # a log
    ("@Anna bitte", []),
    ("KUNDE-SRV1\\SQLEXPRESS1", []),  # a database
    ("Benutzer dsc_0041", []),  # a photo
    ("heute (mag.a) da", []),
    ("Galaxy samsung24", []),
]
OTHERS = [
    ("die nextcloud.familie-wenz.example antwortet", ["nextcloud.familie-wenz.example"]),
    ("Sendung H1003987210044512 ist weg", ["H1003987210044512"]),
    ("host mx1.mailfang.example said", []),  # a mail server is no machine of the customer's
    ("Einstellungen: smtp.office365.com", []),
    ("Einstellungen: stun.fernruf.example", []),
    ("steht auf zen.spamhaus.org und bl.spamcop.net", []),
    ("Paket 00340434597018596312", ["00340434597018596312"]),
    ("Sendungsnummer: H215831536208085", ["H215831536208085"]),
    ("Einschreiben RT 92 771 691 3DE", ["RT 92 771 691 3DE"]),
    ("tracking rq 417 119 882 at hängt", ["rq 417 119 882 at"]),
    ("Colli 2/7 JVGL 0699 2301 7702 fehlt", ["JVGL 0699 2301 7702"]),
    ("liegt auf \\\\nas-weber\\steuer", ["nas-weber"]),
    ("der alte DESKTOP-7QX1MVB läuft", ["DESKTOP-7QX1MVB"]),
    ("GPS 51.0195, 6.2314", ["51.0195, 6.2314"]),
    ("51.83663 N, 9.43709 E", ["51.83663 N, 9.43709 E"]),
    ("WLAN-Name: FamBerger5", ["FamBerger5"]),
    ("Rechner TRH-WS27.kunde.local", ["TRH-WS27.kunde.local"]),
    ("0034 1234 5678 9012 3456", ["0034 1234 5678 9012 3456"]),
    ("der LAPTOP-7QX1M hängt", ["LAPTOP-7QX1M"]),
    # carriers
    ("GLS-Nr. 55330170441", ["55330170441"]),
    ("Hermes-ID: 55330170441200", ["55330170441200"]),
    ("DPD-Paketschein 05533017044120", ["05533017044120"]),
    # positions in fields
    ("lat=48.13743 lon=11.57549", ["48.13743", "11.57549"]),
    ('{"lat": 48.13743, "lng": 1.57549}', ["48.13743", "1.57549"]),
    ("<lat>48.13743</lat>", ["48.13743"]),
    ("Breite 48,13743, Länge 11,57549", ["48,13743", "11,57549"]),
    ("Länge 12.5000 m, Breite 1.2000 mm", []),
    ("Länge 12.50", []),
    # near misses
    ("Zählpunkt: 70000000000011122234", []),  # a metering point
    ("DE 00055 10117 70000000000001112223", []),
    ("DHL-Kundennummer 5533017044", []),
    ("Kurs 12.5, 13.7", []),
    ("WLAN geht nicht", []),
    ("Karte 80756003400218844017 vom Versicherer", []),
    ("Version 51.0, 6.2", []),
    ("SIM 89490200001234567895", []),
    ("rq 417 119 882 hängt", []),  # no country behind
    ("das DESKTOP-ALT", []),
    ("auf \\\\10.0.0.5\\daten", []),  # an address of the network
]


@pytest.mark.parametrize(("text", "values"), SECRETS)
def test_secret(found, text, values):
    assert found(text, Label.PASSWORD) == values


@pytest.mark.parametrize(("text", "values"), USERS)
def test_username(found, text, values):
    assert found(text, Label.USERNAME) == values


@pytest.mark.parametrize(("text", "values"), OTHERS)
def test_other(found, text, values):
    assert found(text, Label.OTHER) == values
