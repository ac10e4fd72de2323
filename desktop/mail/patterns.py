"""What quotes, signatures and disclaimers look like; German and English first, others beside.

Every pattern is matched against one line (or a few joined ones) of bounded length, see
``segments``; so none can run long on hostile text.
"""

from __future__ import annotations

import re


def _any(*alternatives: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in alternatives), flags)


QUOTED = re.compile(r"[ \t]{0,4}(?:[A-Z]{1,4})?>")

# First words of a line that introduces a quotation; the line may go on for two or three more.
INTRODUCTION_START = _any(
    r"[\s\-–—=*>]{0,10}(?:am|on|den|le|el|il|op|em|w dniu|den|på|pe|dnia|on\s+behalf)\s",
    r".{0,120}[<\[(].{0,80}@",
    r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}",
    r"(?:zitat|quoting|in message)\s",
    r"(?:mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)[a-zä]*[.,]",
)
INTRODUCTION = _any(
    r"[\s\-–—=*]{0,10}(?:am|on)\s.{3,400}?\b(?:schrieb(?:en)?|wrote|writes|geschrieben)\b.{0,150}:",
    r"[\s\-–—=*]{0,10}(?:am|on)\s.{3,400}\b(?:wrote|schrieb)[\s\-–—=*]*$",
    r".{2,250}\b(?:schrieb(?:en)?|wrote|writes|hat geschrieben)\b.{0,150}:$",
    r".{2,250}\bhat am\b.{3,100}\bgeschrieben:?$",
    r"le\s.{3,300}\ba\s?[ée]crit\s?:",
    r"el\s.{3,300}\bescribi[óo]\s?:",
    r".{3,200}\bescribi[óo]\s?:$",
    r"il\s.{3,300}\bha scritto\s?:",
    r"op\s.{3,300}\b(?:schreef|geschreven)\b.{0,150}:",
    r"em\s.{3,300}\bescreveu\s?:",
    r"(?:den|på|pe)\s.{3,300}\b(?:skrev|skrifade)\b.{0,150}:",
    r".{2,200}\b(?:skrev|kirjoitti|schreef|a scris)\b.{0,150}:$",
    r"(?:w dniu|dnia)\s.{3,300}\b(?:pisze|napisał(?:\(a\)|a)?|użytkownik)\b.{0,150}:?$",
    r".{3,250}(?:пишет|написал|написала|писал\(а\)|написав|写道|さんは書きました|작성)\s?[::]?$",
    r"\d{4}[-/]\d{1,2}[-/]\d{1,2}\s.{0,40}(?:gmt|utc).{0,150}[<\[(].{3,150}[>\])]:?$",
    r"\d{1,4}[-./ ]\S{1,12}[-./ ].{3,250}(?:пише|пишет|написав|пользователь|napisał)\b.{0,150}:?$",
    r"zitat von\s.{2,200}:$",
    r"quoting\s.{2,200}:$",
    r"in message\s.{2,200}:$",
)
# One of these stands in every introduction; looked for first, since it is cheap.
INTRODUCTION_WORDS = (
    *("schrieb", "wrote", "writes", "crit", "escribi", "ha scritto", "schreef", "Wrote"),
    *("escreveu", "skrev", "skrifade", "pisze", "napisał", "użytkownik", "kirjoitti", "a scris"),
    *(
        "пишет",
        "пише",
        "написа",
        "писал",
        "пользователь",
        "写道",
        "書きました",
        "작성",
        "Zitat von",
    ),
    *("zitat von", "Quoting", "quoting", "n message", "GMT", "UTC", "geschreven", "SCHRIEB"),
)
PLAUSIBLE_INTRODUCTION = re.compile(r"\d|@|<[^<>]{3,}>")
STRONG_INTRODUCTION = re.compile(r"@|\d{1,2}[:.h]\d{2}|\d{1,2}\s?(?:uhr|am|pm)\b", re.IGNORECASE)

_NAMES_OF_MESSAGE = (
    r"urspr(?:ü|ue)nglichen?\s+(?:nachricht|e-?mail|mail)|original\s?-?(?:nachricht|mail|e-mail)"
    r"|original\s+(?:message|e-?mail)|weitergeleitete\s+(?:nachricht|e-?mail|mail)"
    r"|forwarded\s+(?:message|e-?mail)(?:\s+follows)?|(?:reply|replied)\s+message"
    r"|message\s+(?:d'origine|transf[ée]r[ée])|mensaje\s+(?:original|reenviado)"
    r"|messaggio\s+(?:originale|inoltrato)|oorspronkelijk\s+bericht|mensagem\s+original"
    r"|oprindelig\s+meddelelse|ursprungligt\s+meddelande|opprinnelig\s+melding"
    r"|alkuperäinen\s+viesti|wiadomość\s+oryginalna|исходное\s+сообщение|пересылаемое\s+сообщение"
    r"|e-?mail\s+original"
)
SEPARATOR = _any(
    rf"[\s>]{{0,4}}[-_=*–—]{{2,60}}\s?(?:{_NAMES_OF_MESSAGE})\s?:?\s?[-_=*–—]{{0,60}}\s*$",
    rf"\s{{0,4}}\*?(?:{_NAMES_OF_MESSAGE})\*?\s?:?\s*$",
    r"\s{0,4}(?:anfang der weitergeleiteten (?:nachricht|e-mail)|begin forwarded message)\s?:?",
    r"\s{0,4}(?:début du message (?:réexpédié|transféré)|inizio messaggio inoltrato)\s?:?",
    r"[-_=*]{2,60}\s?(?:forwarded by|weitergeleitet von)\s.{2,200}$",
    r"[-—=#\s]{2,20}(?:please )?(?:reply|write|type|antworten|schreiben)\b.{0,60}"
    r"(?:above|oberhalb|über|below) (?:this|dieser|diese|the) (?:line|linie|zeile).{0,40}$",
)
RULE = re.compile(r"\s{0,4}[-_=*–—]{5,}\s*$")

_FROM = r"von|from|de|da|van|fra|från|od|от|expéditeur|lähettäjä|mittente|remitente|absender"
_OTHERS = (
    r"gesendet|datum|sent|date|an|to|cc|kopie|betreff|subject|antwort an|reply-?to|bcc|empfänger"
    r"|envoyé|à|objet|enviado|para|asunto|inviato|a|oggetto|verzonden|aan|onderwerp|sendt|til|emne"
    r"|skickat|till|ämne|wysłano|do|temat|lähetetty|vastaanottaja|aihe|assunto|data|fecha"
    r"|отправлено|дата|кому|тема|importance|priorität|wichtigkeit|attachments|anlagen|sujet|cc/bcc"
)
FROM_LINE = re.compile(rf"[\s*>]{{0,6}}(?:{_FROM})\s?\*?\s?[::]\s?\*?\s?\S", re.IGNORECASE)
FROM_LINE_BARE = re.compile(rf"[\s*>]{{0,6}}(?:{_FROM})\s?\*?\s?[::]\*?\s*$", re.IGNORECASE)
HEADER_LINE = re.compile(rf"[\s*>]{{0,6}}(?:{_FROM}|{_OTHERS})\s?\*?\s?[::]", re.IGNORECASE)

DELIMITER = re.compile(r"--[ \t\xa0]*$")  # RFC 3676 4.3, and as mail programs mangle it
LOOSE_DELIMITER = re.compile(r"[ \t]*(?:[-–—]{1,2}|[-_=*~–—]{3,80})[ \t]*$")

MOBILE = _any(
    r"[\s(<]{0,4}(?:diese (?:nachricht|e-?mail|mail) wurde\s)?(?:von|vom|mit) "
    r"(?:meinem?r?|unterwegs|"
    r"mobil|iphone|ipad|outlook|gmx|web\.de|handy|mobiltelefon|samsung|android"
    r"|blackberry)\b.{0,100}"
    r"\b(?:gesendet|geschickt|verschickt|versendet|versandt)\b.{0,60}$",
    r"[\s(<]{0,4}diese (?:nachricht|e-?mail|mail) wurde .{0,60}(?:mobil|android|handy"
    r"|iphone|k-9).{0,60}$",
    r"[\s(<]{0,4}(?:gesendet|geschrieben|verschickt|versendet) (?:von|vom|mit|über|aus"
    r"|via)\b.{2,100}$",
    r"[\s(<]{0,4}(?:sent|written|posted) (?:from|via|with|by|using|on)\b.{2,100}$",
    r"[\s(<]{0,4}from my (?:\w+ )?(?:iphone|ipad|phone|mobile|android|blackberry|htc"
    r"|galaxy).{0,60}$",
    r"[\s(<]{0,4}(?:get|hol(?:en)? sie sich|laden sie)\s.{0,6}(?:outlook|boxer|blue ?mail"
    r"|yahoo).{0,80}$",
    r"(?:outlook für|outlook for) (?:ios|android)\b.{0,80}$",
    r"[\s(<]{0,4}(?:envoyé|inviato|enviado|verzonden|verstuurd|skickat|sendt|lähetetty|wysłan[eo])"
    r" (?:depuis|de|da|dal|desde|do|vanaf|van|met|från|fra|iphonesta|z)\b.{0,80}$",
    r"從我的 .{1,40}傳送|отправлено с .{1,60}$|.{0,30}から送信$",
)

_GREETING = r"gr(?:ü|ue|u)(?:ß|ss|s)en?|gru(?:ß|ss)"
SIGN_OFF = _any(
    rf"(?:und\s)?(?:(?:mit|viele|liebe|lieber|beste|bester|besten|schöne[nr]?|herzliche[rn]?|ganz|"
    rf"freundlich(?:e|em|er|en|st)|freundl\.|sonnige[rn]?|kollegiale[rn]?|sportliche[rn]?"
    rf"|vielen|dank|"
    rf"danke|tausend|ein(?:en)?|dankend|und|,|&|\w{{2,15}}n)\s+){{0,7}}(?:{_GREETING})\b.{{0,40}}$",
    r"(?:m\.?f\.?g\.?|l\.?g\.?|v\.?g\.?|b\.?g\.?|s\.?g\.?|glg|hg|mit? fr\.? gr\.?)"
    r"(?:[\s,.!]+[\w.\- ]{0,30})?$",
    r"hochachtungsvoll\b.{0,30}$",
    r"(?:mit )?(?:vorzüglicher|freundlicher|kollegialer) (?:hochachtung|empfehlung)\b.{0,20}$",
    r"(?:with |and |my |thanks(?: and|,| &)? |many thanks(?: and|,)? |thank you(?: and|,)? )?"
    r"(?:(?:very )?(?:best|kind(?:est)?|warm(?:est)?)\s+)?(?:personal )?(?:regards|rgds)\b.{0,30}$",
    r"(?:best|all the best|best wishes|(?:most )?sincerely|(?:yours?|very) (?:truly|sincerely|"
    r"faithfully).{0,10}|sincerely yours|respectfully(?: yours)?|cheers|br|take care"
    r"|warmly)[\s,.!]*$",
    r"cordialement|salutations|(?:un )?saludos?(?: cordiales)?|atentamente|cordiali saluti|"
    r"met vriendelijke groet(?:en)?|med venlig hilsen|mvh|vänliga hälsningar",
)
WEAK_SIGN_OFF = _any(
    r"(?:vielen |herzlichen |besten |schönen |lieben |danke |tausend )?"
    r"(?:dank|danke|danke schön|dankeschön|merci(?: vilmal| vielmals)?|grazie)"
    r"(?: (?:im voraus|vorab|schon (?:mal|einmal|jetzt)|sehr|für (?:ihre?n?|eure?n?|deine?n?|die)"
    r" [\w ]{3,40}))?[\s,.!]*$",
    r"(?:many |a lot of )?(?:thanks|thank you|thx|ta|ty)"
    r"(?: (?:again|in advance|a lot|very much|so much|for your [\w ]{3,30}))?[\s,.!]*$",
    r"(?:bis (?:bald|dann|später)|schönen tag(?: noch)?|schönes wochenende|ciao|tschüss|servus"
    r"|baba)[\s,.!]*$",
)
POSTSCRIPT = re.compile(r"\s{0,4}(?:p\.?\s?p?\.?s\.?|nb|n\.b\.)\s?[::\s]\s?\S", re.IGNORECASE)

DISCLAIMER = _any(
    r"\s*[*_]{0,3}(?:diese|der inhalt dieser|die in dieser|dies ist eine) (?:e-?mail"
    r"|nachricht|mail|information)"
    r".{0,200}(?:vertraulich|bestimmt|geschützt|adressat|empfänger|rechtlich|confidential)",
    r"\s*[*_]{0,3}(?:the (?:information|contents?)(?: contained)? (?:in|of) this|this|any views)"
    r"\s?(?:e-?mail|message|communication|transmission|electronic|or opinions).{0,240}"
    r"(?:confidential|intended|privileged|addressee|recipient|legally|not necessarily)",
    r"\s*[*_]{0,3}(?:confidential(?:ity)?(?: notice)?|vertraulichkeits?hinweis|haftungsausschluss"
    r"|disclaimer|rechtlicher hinweis|legal notice|wichtiger hinweis|datenschutzhinweis"
    r"|hinweis zum datenschutz|important notice|privileged)\s*[*_]{0,3}\s*(?:[::.\-–—]|$)",
    r"\s*(?:wenn|sollten|falls) sie (?:nicht der|diese (?:e-?mail|nachricht) "
    r"(?:irrtümlich|versehentlich))",
    r"\s*if you (?:are not the|have received this).{0,80}(?:recipient|error|mistake)",
    r"\s*.{0,4}(?:bitte (?:denken|prüfen|überlegen) sie|denken sie an die umwelt"
    r"|think before you print"
    r"|(?:please )?consider the environment|umwelt schonen)",
)
CONTACT = _any(
    r"[\w.+-]{1,64}@[\w-]{1,63}\.\w",
    r"(?:https?://|www\.)\S",
    r"\b(?:tel(?:efon|\.)?|fax|mobil(?:e|telefon)?|handy|phone|fon|cell|e-?mail|internet"
    r"|web|skype|[tmf])\s?[.:|]",
    r"(?:\+|\(?0)[\d\s()/.\-]{6,}\d|\(\d{3}\)\s?\d{3}|\d{3}[-.]\d{3}[-.]\d{4}",
    r"\b(?:gmbh|ag|kg|e\.\s?k\.|e\.\s?v\.|ohg|ug|ltd|inc|llc|gbr|hrb|hra|ust-?id"
    r"|amtsgericht|geschäftsführer)\b",
    r"(?:straße|strasse|str\.|weg|platz|allee|gasse)\s?\d|\b(?:[ACDH]{1,2}-)?\d{4,5} [A-ZÄÖÜ]",
    r"^via (?:mobile|phone|handy)$",
)
