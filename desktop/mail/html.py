"""HTML mail to readable text: links, lists, tables and quotes kept, nothing remote ever loaded.

A link shows its target in angle brackets, a quotation gets ``> `` before each line (so that
``segments`` knows it), a table row with short cells becomes one line. What the sender hid
(``display:none``, tracking pixels) is left out, as no reader saw it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop.domain import Problem
from desktop.mail.charset import Decoded, tidy
from desktop.mail.html_tokens import Tag, tokens
from desktop.mail.limits import MAX_HTML, MAX_TEXT

_MAX_TAGS = 200_000
_MAX_OPEN = 128
_MAX_FRAMES = 64
_MAX_QUOTES = 20
_MAX_LINK = 1_000
_MAX_ROW = 240  # code points of a table row that is still shown as one line


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID = _names(
    "area base br col embed hr img input link meta param source track wbr basefont frame"
)
_BLOCKS = _names(
    "address article aside blockquote body center dd details dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul caption"
)
_SPACED = _names("p h1 h2 h3 h4 h5 h6 ul ol dl blockquote pre table figure")
_DROPPED = _names(
    "script style title template datalist object applet audio video canvas iframe noembed noframes"
)
# Which open elements a start tag ends by itself, and which containers that stops at.
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir", "table", "blockquote"})),
    "td": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th"}), frozenset({"table", "tr"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
}
_P_STOPS = frozenset({"td", "th", "table", "li", "div", "blockquote", "body"})
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|(?<![\w-])(?:opacity|max-height)\s*:\s*0(?:\.0+)?(?:px|pt|em|%)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
_NO_MARGIN = re.compile(r"(?<![\w-])margin(?:-top|-bottom)?\s*:\s*0", re.IGNORECASE)
_NO_BORDER = re.compile(r"border\s*:\s*(?:none|0)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_TINY = frozenset({"0", "1", "0px", "1px"})
_RULE = "_" * 32


@dataclass(slots=True)
class _Frame:
    """A box whose finished lines are changed as a whole before they join the box around it."""

    kind: str
    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    bullet: str = ""
    cells: list[list[str]] = field(default_factory=list)  # of a table row

    def write(self, text: str, *, exact: bool) -> None:
        if exact:
            first, *more = text.split("\n")
            self.line.append(first)
            for piece in more:
                self.end_line(blank_too=True)
                self.line.append(piece)
            return
        text = _BLANKS.sub(" ", text)
        if not self.line or self.line[-1].endswith(" "):
            text = text.removeprefix(" ")
        if text:
            self.line.append(text)

    def end_line(self, *, blank_too: bool = False) -> None:
        text = "".join(self.line)
        self.line.clear()
        bare = text.replace("\xa0", " ").rstrip(" \t")
        # A no-break space alone is how mail programs write an empty line.
        if bare or blank_too or ("\xa0" in text and self.lines and self.lines[-1]):
            self.lines.append(bare)

    def end_block(self, *, spaced: bool) -> None:
        self.end_line()
        if spaced and self.lines and self.lines[-1]:
            self.lines.append("")

    def add(self, lines: list[str]) -> None:
        self.end_line()
        self.lines.extend(lines)


@dataclass(slots=True)
class _Open:
    """An element whose end tag is still to come."""

    name: str
    hides: bool
    exact: bool
    framed: bool
    href: str
    link_start: int
    spaced: bool
    number: int = 0  # the next number of an ordered list, -1 for bullets


def to_text(source: str) -> Decoded:
    """``source`` as text with ``\\n`` line ends; raises nothing, whatever the input."""
    source, found = tidy(source)
    problems = list(found)
    if len(source) > MAX_HTML:
        problems.append(Problem("html_cut", f"{MAX_HTML}/{len(source)}"))
        source = source[:MAX_HTML]
    writer = _Writer()
    tags = 0
    for token in tokens(source, max_tags=_MAX_TAGS):
        if isinstance(token, str):
            writer.text(token)
        elif token.closing:
            writer.end(token.name)
        else:
            tags += 1
            writer.start(token)
    if tags >= _MAX_TAGS:
        problems.append(Problem("html_simplified", str(_MAX_TAGS)))
    if writer.links_cut:
        problems.append(Problem("link_cut", str(writer.links_cut)))
    text, more = tidy(writer.finish())
    problems.extend(more)
    if len(text) > MAX_TEXT:
        problems.append(Problem("text_cut", f"{MAX_TEXT}/{len(text)}"))
        text = text[:MAX_TEXT]
    return text, tuple(problems)


class _Writer:
    def __init__(self) -> None:
        self.frames = [_Frame("root")]
        self.open: list[_Open] = []
        self.counts: dict[str, int] = {}
        self.hidden = 0
        self.exact = 0
        self.links_cut = 0

    @property
    def frame(self) -> _Frame:
        return self.frames[-1]

    def text(self, text: str) -> None:
        if self.hidden:
            return
        if self.frame.kind == "tr" and not text.strip():
            return
        self.frame.write(text, exact=bool(self.exact))

    def start(self, tag: Tag) -> None:
        self._end_implied(tag.name)
        if tag.name in _VOID:
            if not self.hidden:
                self._void(tag)
            return
        if len(self.open) >= _MAX_OPEN:
            if tag.name in _BLOCKS:
                self.frame.end_line()
            return
        self._push(tag)

    def _push(self, tag: Tag) -> None:
        name, style = tag.name, tag.attributes.get("style", "")
        hides = name in _DROPPED or "hidden" in tag.attributes or bool(_HIDING.search(style))
        plain = "Mso" in tag.attributes.get("class", "") or bool(_NO_MARGIN.search(style))
        spaced = name in _SPACED and not plain and not self.counts.get("li", 0)
        element = _Open(
            name=name,
            hides=hides,
            exact=name == "pre" or "white-space:pre" in style.replace(" ", "").lower(),
            framed=False,
            href=tag.attributes.get("href", "") if name == "a" else "",
            link_start=0,
            spaced=spaced,
            number=_first_number(tag) if name == "ol" else -1,
        )
        self.hidden += hides
        if not self.hidden:
            self._open_box(element, style)
        self.exact += element.exact
        element.link_start = len(self.frame.line)
        self.open.append(element)
        self.counts[name] = self.counts.get(name, 0) + 1

    def _open_box(self, element: _Open, style: str) -> None:
        name = element.name
        if name in _BLOCKS and name not in ("td", "th"):
            self.frame.end_block(spaced=element.spaced and bool(self.frame.lines))
        if len(self.frames) >= _MAX_FRAMES:
            return
        if name == "blockquote":
            self._add_frame(element, "indent" if _NO_BORDER.search(style) else "quote")
        elif name == "li":
            bullet = self._bullet()
            self._add_frame(element, "li")
            self.frame.bullet = bullet
        elif name == "tr":
            self._add_frame(element, "tr")
        elif name in ("td", "th"):
            self._add_frame(element, "cell")

    def _add_frame(self, element: _Open, kind: str) -> None:
        deep = kind == "quote" and self.counts.get("blockquote", 0) >= _MAX_QUOTES
        self.frames.append(_Frame("indent" if deep else kind))
        element.framed = True

    def _bullet(self) -> str:
        for element in reversed(self.open):
            if element.name in ("ul", "menu", "dir"):
                break
            if element.name == "ol":
                element.number += 1
                return f"{element.number - 1}. "
        return "- "

    def _end_implied(self, name: str) -> None:
        if name in _ENDS:
            self._end_up_to(*_ENDS[name])
        elif name in _BLOCKS and name != "hr" and self.counts.get("p", 0):
            self._end_up_to(frozenset({"p"}), _P_STOPS)

    def _end_up_to(self, wanted: frozenset[str], stops: frozenset[str]) -> None:
        if not any(self.counts.get(name, 0) for name in wanted):
            return
        for index in range(len(self.open) - 1, -1, -1):
            name = self.open[index].name
            if name in wanted:
                while len(self.open) > index:
                    self._pop()
                return
            if name in stops:
                return

    def end(self, name: str) -> None:
        if name == "br":
            self.start(Tag("br", False, {}))
        elif name == "p" and not self.counts.get("p", 0):
            self.frame.end_block(spaced=not self.hidden)
        if not self.counts.get(name, 0):
            return
        # A stray end tag inside a cell must not tear down the table around it.
        stop = frozenset() if name in ("table", "body", "html") else frozenset({"table"})
        self._end_up_to(frozenset({name}), stop - {name})

    def _pop(self) -> None:
        element = self.open.pop()
        self.counts[element.name] -= 1
        self.hidden -= element.hides
        self.exact -= element.exact
        if self.hidden or element.hides:
            return
        if element.href:
            self._link(element)
        if element.framed:
            self._close_frame()
        elif element.name in _BLOCKS:
            self.frame.end_block(spaced=element.spaced)

    def _link(self, element: _Open) -> None:
        target = element.href.strip()
        kind = target.split(":", 1)[0].lower()
        if kind not in ("http", "https", "mailto", "tel", "ftp", "sms", "callto"):
            return
        shown = "".join(self.frame.line[element.link_start :]).strip()
        bare = target.split(":", 1)[1] if kind in ("mailto", "tel", "sms", "callto") else target
        if _short(shown) == _short(bare) or shown.lower() == target.lower():
            return
        if len(bare) > _MAX_LINK:
            bare = bare[:_MAX_LINK] + "…"
            self.links_cut += 1
        if shown:
            self.frame.write(f" <{_BLANKS.sub(' ', bare)}>", exact=False)

    def _void(self, tag: Tag) -> None:
        if tag.name == "br":
            self.frame.end_line(blank_too=True)
        elif tag.name == "hr":
            self.frame.end_line()
            self.frame.lines.append(_RULE)
        elif tag.name == "wbr":
            self.frame.write("\u200b", exact=False)
        elif tag.name == "img":
            self._image(tag.attributes)

    def _image(self, attributes: dict[str, str]) -> None:
        alt = _BLANKS.sub(" ", attributes.get("alt", "")).strip()
        style = attributes.get("style", "")
        pixel = attributes.get("width") in _TINY or attributes.get("height") in _TINY
        if alt and not pixel and not _HIDING.search(style):
            self.frame.write(f"[{alt}]", exact=False)

    def _close_frame(self) -> None:
        frame = self.frames.pop()
        frame.end_line()
        lines = _trimmed(frame.lines)
        if frame.kind == "cell" and self.frame.kind == "tr":
            self.frame.cells.append(lines)
        elif frame.kind == "tr":
            self.frame.add(_row([*frame.cells, lines] if lines else frame.cells))
        elif frame.kind == "quote":
            self.frame.add([f"> {line}".rstrip() if line else ">" for line in lines])
            self.frame.lines.append("")
        elif frame.kind == "li" and lines:
            pad = " " * len(frame.bullet)
            rest = [pad + line if line else "" for line in lines[1:]]
            self.frame.add([frame.bullet + lines[0], *rest])
        else:
            self.frame.add(lines)

    def finish(self) -> str:
        while self.open:
            self._pop()
        while len(self.frames) > 1:
            self._close_frame()
        self.frame.end_line()
        return "\n".join(_trimmed(self.frame.lines))


def _row(cells: list[list[str]]) -> list[str]:
    """A row of short one-line cells is a line; anything larger is layout and stays stacked."""
    filled = [cell for cell in cells if cell]
    flat = len(filled) > 1 and all(len(cell) == 1 for cell in filled)
    if flat and sum(len(cell[0]) for cell in filled) <= _MAX_ROW:
        texts = [cell[0] for cell in filled]
        if len(texts) == 2 and texts[0].endswith(":"):
            return [" ".join(texts)]
        return [" | ".join(texts)]
    return [line for cell in filled for line in cell]


def _trimmed(lines: list[str]) -> list[str]:
    """Without blank lines at the ends and with at most two of them together."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-2:] != ["", ""]):
            kept.append(line)
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _short(address: str) -> str:
    return address.lower().split("://", 1)[-1].rstrip("/")


def _first_number(tag: Tag) -> int:
    start = tag.attributes.get("start", "1")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 8 else 1
