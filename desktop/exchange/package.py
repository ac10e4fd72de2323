"""The package: what goes to a vendor. The description with its tokens, ids, and nothing sealed.

As JSON (``trennwerk.package``, version 1, ``.twp.json``), as text for people and language models,
or as an e-mail draft with both.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from desktop.domain import Label, Mailbox
from desktop.errors import UserError
from desktop.exchange.draft import Enclosure, draft
from desktop.exchange.formats import check_version, dump, load, text_field
from desktop.exchange.ids import is_package_id
from desktop.exchange.vendors import Vendor
from desktop.exchange.wording import wording

FORMAT: Final = "trennwerk.package"
VERSION: Final = 1
SUFFIX: Final = ".twp.json"
MESSAGE_ID_DOMAIN: Final = "trennwerk.invalid"

_KIND: Final = "package"


@dataclass(frozen=True, slots=True)
class Package:
    """One package. ``vendor`` is the vendor's id; ``labels`` say what each of ``tokens`` is."""

    id: str
    case_ref: str
    vendor: str
    created: datetime
    language: str
    description: str
    tokens: tuple[str, ...]
    labels: tuple[Label, ...] = ()


def build(
    *,
    package_id: str,
    case_ref: str,
    vendor: Vendor,
    created: datetime,
    language: str,
    description: str,
    tokens: Iterable[tuple[str, Label]],
) -> Package:
    """A package of a finished split; ``tokens`` may repeat, each is listed once.

    ``language`` is that of the description. ValueError when the id is none, the time has no zone
    or a token is not in the description.
    """
    if not is_package_id(package_id) or created.tzinfo is None:
        raise ValueError("package needs a valid id and a time with a zone")
    kinds = dict(tokens)
    if any(token not in description for token in kinds):
        raise ValueError("a token is not in the description")
    return Package(
        id=package_id,
        case_ref=case_ref,
        vendor=vendor.id,
        created=created,
        language=language,
        description=description,
        tokens=tuple(kinds),
        labels=tuple(kinds.values()),
    )


def file_name(package: Package, form: str) -> str:
    """The file name for ``form`` (json, text, eml): the package id and nothing personal."""
    return package.id + {"json": SUFFIX, "text": ".txt", "eml": ".eml"}[form]


def to_json(package: Package, vendor: Vendor | None = None) -> str:
    """The JSON form; with ``vendor`` its instructions are in it, in the vendor's language.

    ``antwort`` is empty: a vendor who works on the file writes the reply there.
    """
    value: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "id": package.id,
        "vorgang": package.case_ref,
        "dienstleister": package.vendor,
        "erstellt": package.created.isoformat(),
        "sprache": package.language,
        "problembeschreibung": package.description,
        "platzhalter": [
            {"platzhalter": token, "art": label.value}
            for token, label in zip(package.tokens, package.labels, strict=True)
        ],
    }
    if vendor is not None:
        value["hinweise"] = list(instructions(vendor))
    value["antwort"] = ""
    return dump(value)


def from_json(data: str | bytes) -> Package:
    """Read the JSON form; UserError ``package_unreadable`` (reason) or ``package_newer``."""
    value = load(data, kind=_KIND)
    check_version(value, kind=_KIND, name=FORMAT, newest=VERSION)
    package_id = text_field(value, "id", kind=_KIND, most=100)
    if not is_package_id(package_id):
        raise UserError("package_unreadable", reason="field_id")
    tokens = _tokens(value.get("platzhalter"))
    return Package(
        id=package_id,
        case_ref=text_field(value, "vorgang", kind=_KIND, most=200),
        vendor=text_field(value, "dienstleister", kind=_KIND, most=200),
        created=_time(text_field(value, "erstellt", kind=_KIND, most=64)),
        language=text_field(value, "sprache", kind=_KIND, most=35),
        description=text_field(value, "problembeschreibung", kind=_KIND),
        tokens=tuple(tokens),
        labels=tuple(tokens.values()),
    )


def to_text(package: Package, vendor: Vendor) -> str:
    """The form for readers: what this is, how to treat tokens, which there are, the description."""
    words = wording(vendor.language)
    lines = [
        f"{words.package}: {package.id}",
        f"{words.case}: {package.case_ref}",
        f"{words.created}: {package.created.date().isoformat()}",
        "",
        words.intro,
        *(f"- {rule}" for rule in words.rules),
    ]
    if vendor.instructions.strip():
        lines += ["", f"{words.special}:", vendor.instructions.strip()]
    lines += ["", f"{words.tokens}:" if package.tokens else words.no_tokens]
    lines += [
        f"  {token}  {words.kinds[label]}"
        for token, label in zip(package.tokens, package.labels, strict=True)
    ]
    head = "\n".join(lines)
    return (
        f"{head}\n\n----- {words.description} {package.id} -----\n"
        f"{package.description}\n----- {words.end} {package.id} -----\n"
    )


def to_eml(package: Package, vendor: Vendor, *, sender: Mailbox | None = None) -> bytes:
    """A draft to the vendor that mail programs open for sending: the text, the JSON beside it.

    Its Message-ID bears the package id, so even a reply that only keeps the thread is recognised.
    """
    words = wording(vendor.language)
    recipients = (Mailbox(vendor.name, vendor.email),) if vendor.email else ()
    return draft(
        text=to_text(package, vendor),
        to=recipients,
        sender=sender,
        subject=words.subject.format(package=package.id),
        message_id=f"{package.id}@{MESSAGE_ID_DOMAIN}",
        extra=(("X-Trennwerk-Package", package.id),),
        enclosures=(Enclosure(file_name(package, "json"), to_json(package, vendor)),),
    )


def instructions(vendor: Vendor) -> tuple[str, ...]:
    """What a vendor (or its language model) must know to keep the tokens, in its language."""
    words = wording(vendor.language)
    own = vendor.instructions.strip()
    return (words.intro, *words.rules, *([own] if own else []))


def _tokens(value: object) -> dict[str, Label]:
    tokens: dict[str, Label] = {}
    for item in value if isinstance(value, list) else [None]:
        token = item.get("platzhalter") if isinstance(item, dict) else None
        kind = item.get("art") if isinstance(item, dict) else None
        if not isinstance(token, str) or len(token) > 100 or kind not in list(Label):
            raise UserError("package_unreadable", reason="field_platzhalter")
        tokens[token] = Label(kind)
    return tokens


def _time(text: str) -> datetime:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise UserError("package_unreadable", reason="field_erstellt") from None
    if time.tzinfo is None:
        raise UserError("package_unreadable", reason="field_erstellt")
    return time
