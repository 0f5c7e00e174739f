"""HTML to text: whole pages by trafilatura, from the extra `html`; fragments by the standard library alone.

Of a page the main text is kept, a line a paragraph, without menus, comments of readers and notices. Its day is what it
states: in its metadata, in its linked data (JSON-LD), or beneath its headline. It is never guessed from other
dates of the page, nor from the URL, which a caller may ask by itself.
"""

from __future__ import annotations

import logging
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from itertools import islice
from typing import Any, Literal

from bnnextract.extras import missing
from bnnextract.reading.dates import parse_date
from bnnextract.reading.inputs import UnreadableError

# A library's log goes to standard error where nothing else takes it.
for _library in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

_PAGE = re.compile(r"<(?:!doctype|html|head|title|meta|body)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_LATIN = ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii")
_HEAD = 4096  # bytes in which a page tells its encoding, and signs in which it shows that it is one; HTML asks for 1024

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>\s*")
_BREAKS = re.compile(r"(?:<br\s*/?>\s*){2,}", re.IGNORECASE)
_DATED = {"extensive_search": False, "max_date": "2100-12-31", "original_date": True}
_KEY = re.compile(r"publi(?!sher)|pub_?-?date|posted|(?:^|[.:_-])(?:date|issued|created)$|date_?-?created", re.IGNORECASE)
_LINKED = re.compile(r'"datePublished"\s*:\s*"([^"\\]{8,40})"')
_BENEATH = (
    "(//h1)[last()]/ancestor::*[self::article or self::main][1]//time"
    " | (//h1)[last()]/following::*[self::time or re:test(@class, 'date|tanggal|waktu|publi|time', 'i')]"
    "[not(ancestor-or-self::aside or ancestor-or-self::nav or ancestor-or-self::footer)]"
)
_EXSLT = {"re": "http://exslt.org/regular-expressions"}
_BYLINES = 3  # places beneath the headline that are looked at; those after them are of other articles
_SHORT = 120  # signs of such a place


@dataclass(frozen=True, slots=True)
class Page:
    """What a page tells of its article; `text` is empty where it has none. `published_from` is how the day was found."""

    text: str
    title: str | None = None
    url: str | None = None
    published: date | None = None
    published_from: Literal["page"] | None = None


def read_page(data: bytes | str, url: str | None = None) -> Page:
    """Give the article of a page or a fragment of HTML; `url` is where it was found, unless the page names its own.

    Bytes are decoded as UTF-16 or UTF-8, else as the page says, else as Windows-1252. A fragment (HTML without a head or
    a body) has a text alone. Raises UnreadableError for a page where trafilatura is not installed.
    """
    source = data if isinstance(data, str) else _decoded(data)
    if not _PAGE.search(source[:_HEAD]):
        return Page(text_of_html(source), url=url)
    try:
        from trafilatura import bare_extraction, load_html
        from trafilatura.settings import Document
    except ImportError:
        raise UnreadableError(missing("an HTML page", "html"), code="unsupported") from None
    # Where two breaks stand for a new paragraph, trafilatura would take headline and byline for paragraphs too.
    # An XML declaration makes it doubt that a page is one.
    tree = load_html(_BREAKS.sub("<p>", _DECLARATION.sub("", source, count=1)))
    if tree is None:
        return Page("", url=url)
    day = next(filter(None, map(parse_date, _dates(tree))), None)
    found = bare_extraction(tree, url=url, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATED))
    if not isinstance(found, Document):
        return Page("", url=url)
    lines = map(str.strip, (found.text or "").splitlines())
    # Of a short page trafilatura takes the headline along.
    text = "\n".join(line for line in lines if line != found.title)
    # Pages that trafilatura wrote itself have their address where it does not look for it.
    address = found.url or url or str(tree.xpath("string(//meta[@name='url']/@content)"))
    return Page(text, found.title or None, address or None, day, "page" if day else None)


def _dates(tree: Any) -> Iterator[str]:
    """Give what a page states as its day, the surest first; a day it shows above its headline is that of the visit."""
    for meta in tree.iterfind(".//meta"):
        if _KEY.search(meta.get("property") or meta.get("name") or meta.get("itemprop") or ""):
            yield meta.get("content", "")
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        yield from _LINKED.findall(script.text or "")
    for element in tree.iterfind(".//*[@itemprop='datePublished']"):
        yield _told(element)
    yield from islice(
        (told for element in tree.xpath(_BENEATH, namespaces=_EXSLT) if len(told := _told(element)) <= _SHORT), _BYLINES
    )


def _told(element: Any) -> str:
    """Give the day of an element, as machines or else as readers are told it."""
    return str(element.get("datetime") or element.get("content") or " ".join(element.text_content().split()))


def _decoded(data: bytes) -> str:
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        told = _CHARSET.search(data[:_HEAD])
    name = told[1].decode().lower() if told else "cp1252"
    try:
        # As browsers do: what calls itself Latin-1 is Windows-1252.
        return data.decode("cp1252" if name in _LATIN else name, "replace")
    except (LookupError, UnicodeError):
        return data.decode("cp1252", "replace")


def text_of_html(fragment: str) -> str:
    """Give the text of a piece of HTML, such as WordPress's `content.rendered`: a line a paragraph, `- ` before list items.

    Scripts and styles are dropped, entities decoded, runs of white space made one space; cells are parted by ` | `.
    """
    reader = _Fragment()
    # Over tags and comments that nothing closes, the library takes a time that grows with the square of their number.
    head, *commented = _MARKED.sub("", fragment).split("<!--")
    reader.feed(_UNCLOSED.sub("&lt;", "".join((head, *(part.partition("-->")[2] for part in commented)))))
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return "\n".join(line.removesuffix(" |") for line in lines if line.strip("-| "))


_MARKED = re.compile(r"<!\[(?:CDATA\[|[^>]*>?)|\]\]>")  # CDATA, and what Word leaves: `<![if !supportLists]>`
_UNCLOSED = re.compile(r"<(?![a-z/!?][^<>]*>)", re.IGNORECASE)
_ITEM = "\n- "
_SILENT = frozenset({"iframe", "noscript", "script", "style", "svg", "template"})
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "tr", "ul"),
    }
)


class _Fragment(HTMLParser):
    """Gathers the text between tags, with a line break wherever a browser begins a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _SILENT:
            self._silent += 1
        elif tag == "li":
            self.pieces.append(_ITEM)
        elif tag in _BLOCKS and self.pieces[-1:] != [_ITEM]:
            self.pieces.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in {"td", "th"}:
            self.pieces.append(" | ")
        elif tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            # A line break in the source is a space; those that count are tags.
            self.pieces.append(data.replace("\n", " "))
