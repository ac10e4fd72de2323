from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.mail.html import to_text
from desktop.mail.limits import MAX_HTML


def text(source: str) -> str:
    return to_text(source)[0]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Hallo", "Hallo"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<div>a</div><div>b</div>", "a\nb"),
        ("a<br>b<br><br>c", "a\nb\n\nc"),
        ("<b>fett</b> und <i>kursiv</i>", "fett und kursiv"),
        ("a   b\n  c", "a b c"),
        ("&lt;Tag&gt; &amp; &uuml;&#252;&#xFC;", "<Tag> & üüü"),
        ("1 < 2 und 3 > 2", "1 < 2 und 3 > 2"),
        # Outlook: paragraphs without margin, empty lines as no-break spaces
        (
            "<p class=MsoNormal>a</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>b</p>",
            "a\n\nb",
        ),
        ('<p style="margin:0">a</p><p style="margin:0">b</p>', "a\nb"),
        # what no reader sees
        ("a<script>alert(1)</script><style>p{}</style>b", "ab"),
        ("<head><title>T</title></head><body>a</body>", "a"),
        ('a<span style="display: none">versteckt</span>b', "ab"),
        ('<div style="max-height:0;overflow:hidden">Vorschau</div>a', "a"),
        ("<div hidden>x</div>a", "a"),
        ("<!-- Kommentar -->a<!--[if mso]>x<![endif]-->b<![if !mso]>c<![endif]>", "abc"),
        # a container with font-size 0 is how mail templates kill gaps; its text is visible
        ('<td style="font-size:0px"><p style="font-size:14px">da</p></td>', "da"),
        # pictures: alternative text yes, pixels no
        ('<img src="http://t.example/o.gif" width="1" height="1" alt="x">a', "a"),
        ('<img src="cid:1" alt="Foto vom Zähler">', "[Foto vom Zähler]"),
        # links
        ('<a href="https://a.example/?k=1">hier</a>', "hier <https://a.example/?k=1>"),
        ('<a href="https://a.example/">https://a.example</a>', "https://a.example"),
        ('<a href="https://a.example">a.example</a>', "a.example"),
        ('<a href="mailto:m@b.example">m@b.example</a>', "m@b.example"),
        ('<a href="mailto:m@b.example">Max</a>', "Max <m@b.example>"),
        ('<a href="tel:+4930123">+49 30 123</a>', "+49 30 123 <+4930123>"),
        ('<a href="javascript:x()">a</a><a href="#b">c</a>', "ac"),
        ('<a href="https://a.example"><img src="l.png"></a>b', "b"),
        # lists
        ("<ul><li>a<li>b</ul>c", "- a\n- b\n\nc"),
        ('<ol start="3"><li>a</li><li>b<ul><li>c</ul></ol>', "3. a\n4. b\n   - c"),
        # tables
        ("<table><tr><th>Name</th><th>Wert</th></tr><tr><td>a<td>b</table>", "Name | Wert\na | b"),
        ("<table><tr><td>Telefon:</td><td><p>030 1</p></td></tr></table>", "Telefon: 030 1"),
        ("<table><tr><td><table><tr><td>a</td></tr></table></td></tr></table>", "a"),
        ("<table><tr><td>a<br>b</td><td>c</td></tr></table>", "a\nb\nc"),
        # quotes
        (
            "<p>a</p><blockquote><p>b</p><blockquote>c</blockquote></blockquote>",
            "a\n\n> b\n>\n> > c",
        ),
        ('<blockquote style="border:none">b</blockquote>', "b"),
        ("<pre>  x\n   y</pre>", "  x\n   y"),
        ("a<hr>b", "a\n________________________________\nb"),
        # broken markup loses no text
        ("<p>a<p>b</div></table>c", "a\n\nbc"),
        ('<p style="display:none">x<p>a', "a"),
        ("a<!-- offen", "a<!-- offen"),
        ("a<script>offen", "aoffen"),
        ('a<b title="offen>b</b>c', "abc"),
        ("a<", "a<"),
        ("", ""),
        ("a\u200b\u202eb", "a\u200b\u202eb"),
        ("&#0;&#xD800;", "\ufffd\ufffd"),
    ],
)
def test_to_text(source: str, expected: str) -> None:
    assert text(source) == expected


def test_deep_nesting_loses_no_text() -> None:
    for tag in ("div", "b", "table><tr><td", "blockquote", "ul><li"):
        assert text(f"<{tag}>" * 1_000 + "Ende").endswith("Ende")


@pytest.mark.parametrize(
    "source",
    [
        "<a '>'" * 5_000,
        "<a x" * 10_000,
        "<!--" * 10_000,
        "<script>" * 10_000,
        "<p><table>" + "<b>" * 200 + "<div>" * 10_000,
        "<li><ul>" * 5_000,
        "<blockquote>x<br>" * 5_000,
        "&" * 100_000 + "&#" * 10_000,
        "<a " + "a = " * 10_000 + ">x",
        "<img src='data:image/png;base64," + "A" * 1_000_000 + "'>",
        "</p>" * 10_000,
    ],
)
def test_hostile_markup_takes_linear_time(source: str) -> None:
    begun = time.process_time()
    text(source)
    assert time.process_time() - begun < 4


def test_what_is_cut_is_named() -> None:
    _, problems = to_text("x" * (MAX_HTML + 1))
    assert [each.code for each in problems] == ["html_cut", "text_cut"]
    _, problems = to_text('<a href="https://a.example/' + "x" * 2_000 + '">hier</a>')
    assert [each.code for each in problems] == ["link_cut"]
    _, problems = to_text("<b>" * 200_001)  # more tags than are told apart
    assert [each.code for each in problems] == ["html_simplified"]


@given(st.text(st.sampled_from(list("<>/=\"'!-&;# \nabpdiv\xa0")) | st.characters(), max_size=200))
def test_any_text_is_read(source: str) -> None:
    found, _ = to_text(source)
    found.encode("utf-8")
    assert "\0" not in found


@given(st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), min_size=1, max_size=9))
def test_words_between_tags_survive(words: list[str]) -> None:
    source = "".join(f"<td><p>{word}</p><div>" for word in words)
    assert text(source).split() == [part for word in words for part in word.split()]
