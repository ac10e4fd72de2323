"""HTML to tags and text, in one linear pass that loses nothing.

Not done with a browser-grade parser for two reasons that were measured: libxml2 (and what builds
on it, inscriptis too) stops at 256 open elements and silently drops the rest of the document,
and its tree costs seconds a megabyte. Text that the parser drops is text nobody checks. Here
whatever is malformed comes out as text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_TAG_NAME = re.compile(r"/?([a-zA-Z][^\s/>]{0,60})")
_TAG_REST = re.compile(r"""[^"'>]*+(?:"[^"]*+"[^"'>]*+|'[^']*+'[^"'>]*+)*+>""")
_ATTRIBUTE = re.compile(r"""([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_RAW = frozenset({"script", "style", "title", "xmp", "iframe", "noembed", "noframes"})
_KEPT_ATTRIBUTES = frozenset(
    {"href", "alt", "style", "class", "hidden", "type", "start", "width", "height", "src", "id"}
)
_MAX_ATTRIBUTES = 10_000  # code points of one tag that are searched for attributes
_MAX_BROKEN_TAGS = 20
_SIMPLE_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Tag:
    """A start or end tag; ``attributes`` holds only what the text form needs."""

    name: str
    closing: bool
    attributes: dict[str, str]


def tokens(source: str, *, max_tags: int) -> Iterator[Tag | str]:
    """Tags and unescaped text in order; ``script``, ``style``, ``title`` come without content.

    After ``max_tags`` tags, or many that never end, the rest is stripped of anything in angle
    brackets and comes as one text.
    """
    scanner = _Scanner(source)
    position = count = 0
    while position < len(source):
        opening = source.find("<", position)
        if opening < 0:
            break
        if opening > position:
            yield html.unescape(source[position:opening])
        if count >= max_tags or scanner.broken > _MAX_BROKEN_TAGS:
            position = opening
            break
        position, tag = scanner.markup(opening)
        if tag is not None:
            count += 1
            if not tag.closing and tag.name in _RAW:
                end = scanner.after_raw(position, tag.name)
                if end < 0:
                    continue
                position = end
            yield tag
        elif position == opening:
            yield "<"
            position += 1
    if position < len(source):
        rest = source[position:]
        yield html.unescape(_SIMPLE_TAG.sub(" ", rest) if "<" in rest else rest)


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.broken = 0  # tags with a quote that never closes
        self._no_more: set[str] = set()  # ends that were looked for in vain

    def markup(self, at: int) -> tuple[int, Tag | None]:
        """What begins with ``<``: the position after it and a tag if it is one.

        The position stays where it was when the sign is plain text.
        """
        source = self.source
        follower = source[at + 1 : at + 2]
        if follower in ("!", "?"):
            return self._declaration(at), None
        name = _TAG_NAME.match(source, at + 1)
        if not name:
            return at, None
        rest = _TAG_REST.match(source, name.end())
        if rest:
            inside_end, end = rest.end() - 1, rest.end()
        else:
            self.broken += 1
            inside_end = source.find(">", name.end())
            if inside_end < 0:
                return at, None
            end = inside_end + 1
        inside = source[name.end() : min(inside_end, name.end() + _MAX_ATTRIBUTES)]
        attributes = {} if follower == "/" else _attributes(inside)
        return end, Tag(name.group(1).lower(), follower == "/", attributes)

    def _declaration(self, at: int) -> int:
        if self.source.startswith("<!--", at):
            for short in ("<!-->", "<!--->"):
                if self.source.startswith(short, at):
                    return at + len(short)
            end = self._find("-->", at + 4)
            if end >= 0:
                return end + 3
        end = self._find(">", at)
        return at if end < 0 else end + 1

    def after_raw(self, position: int, name: str) -> int:
        """Where the end tag begins; -1 when there is none and the content counts as text."""
        if name in self._no_more:
            return -1
        end = re.compile(f"</{name}[\\s/>]", re.IGNORECASE).search(self.source, position)
        if end:
            return end.start()
        self._no_more.add(name)
        return -1

    def _find(self, mark: str, start: int) -> int:
        if mark in self._no_more:
            return -1
        found = self.source.find(mark, start)
        if found < 0:
            self._no_more.add(mark)
        return found


def _attributes(inside: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(inside):
        name = match.group(1).lower()
        if name in _KEPT_ATTRIBUTES and name not in found:
            value = match.group(2) or match.group(3) or match.group(4) or ""
            found[name] = html.unescape(value)
    return found
