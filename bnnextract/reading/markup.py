"""XML: items as Scrapy writes them, and the documents of trafilatura, its own and TEI.

Markup with a document type is refused: only there could it name other files, or entities that grow.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BufferedReader
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser

from bnnextract.reading import limits
from bnnextract.reading.decoding import TOO_LARGE
from bnnextract.reading.inputs import Place, ReadError, Record, UnreadableError
from bnnextract.reading.texts import EMPTY

_ARTICLES = {"doc", "TEI"}  # roots that are one article
_BLOCKS = {"p", "head", "item", "quote", "row", "lb", "list", "table", "div", "ab", "code"}
_DEEPEST = 200
_ENCODING = "as declared"  # which is UTF-8 where nothing is declared


def read_markup(stream: BufferedReader, place: Place) -> Iterator[Record | ReadError]:
    """Give the article of a document, or those that are the elements beneath its root."""
    items = _Items()
    parser = XMLParser(target=items)  # noqa: S314 - what makes it unsafe needs a document type, which is refused
    number = size = 0
    fault: UnreadableError | None = None
    while fault is None:
        data = stream.read1(limits.CHUNK)
        size += len(data)
        try:
            parser.feed(data) if data else parser.close()
        except ParseError as error:
            fault = UnreadableError(f"broken XML at line {error.position[0]}; nothing after it was read")
        except (LookupError, ValueError) as error:
            fault = UnreadableError(f"XML in an encoding that is not read ({error}); save it as UTF-8", code="encoding")
        for element in items.take():
            number += 1
            size = 0
            yield _record(element, place, number)
        if size > limits.LARGEST:
            fault = UnreadableError(TOO_LARGE, code="too-large")
        if not data:
            break
    if fault:
        yield fault.at(place.path, number + 1 if number else None)
    elif number == 0:
        raise UnreadableError(EMPTY, code="empty")


class _Items:
    """What the parser reports to: it keeps an element beneath the root until that is taken, and no more."""

    def __init__(self) -> None:
        self.found: list[Element] = []
        self._depth = 0
        self._top = 1  # how deep the elements are that are articles
        self._builder = TreeBuilder()

    def take(self) -> list[Element]:
        """Give the elements that were completed since."""
        found, self.found = self.found, []
        return found

    def doctype(self, name: str, *_: object) -> None:
        message = f"XML with a document type ('{name}'), which is not read; take out its <!DOCTYPE>"
        raise UnreadableError(message, code="unsupported")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._depth == 0:
            self._top = 0 if _local(tag) in _ARTICLES else 1
        if self._depth > _DEEPEST:
            raise UnreadableError("XML that is nested too deep; save it anew")
        if self._depth >= self._top:
            self._builder.start(_local(tag), {_local(name): value for name, value in attributes.items()})
        self._depth += 1

    def data(self, text: str) -> None:
        if self._depth > self._top:
            self._builder.data(text)

    def end(self, tag: str) -> None:
        self._depth -= 1
        if self._depth >= self._top:
            self._builder.end(_local(tag))
        if self._depth == self._top:
            self.found.append(self._builder.close())
            self._builder = TreeBuilder()

    def close(self) -> None:
        """End; what is not complete the parser has told."""


def _local(tag: str) -> str:
    """Give a name without its namespace."""
    return tag.rpartition("}")[2]


def _record(element: Element, place: Place, number: int) -> Record:
    if element.tag == "doc":
        return Record(place, None, {**element.attrib, "text": _text(element.find("main"))}, "XML of trafilatura", _ENCODING)
    if element.tag == "TEI":
        return Record(place, None, _of_tei(element), "TEI of trafilatura", _ENCODING)
    fields: dict[str, object] = dict(element.attrib)
    for child in element:
        # Scrapy writes a list as an element `value` for each of its entries.
        values = [value.text or "" for value in child if value.tag == "value"]
        fields.setdefault(child.tag, values or (_text(child) if len(child) else child.text or ""))
    return Record(place, number, fields, "XML", _ENCODING)


def _of_tei(element: Element) -> dict[str, object]:
    pointer = element.find(".//sourceDesc//ptr")
    return {
        "title": element.findtext(".//titleStmt/title"),
        "url": None if pointer is None else pointer.get("target"),
        "date": element.findtext(".//publicationStmt/date"),
        "text": _text(element.find("./text/body")),
    }


def _text(element: Element | None) -> str:
    """Give the text beneath an element, a line a paragraph."""
    pieces = [] if element is None else list(_pieces(element))
    return "\n".join(line for line in (" ".join(line.split()) for line in "".join(pieces).split("\0")) if line)


def _pieces(element: Element) -> Iterator[str]:
    """Give an element's text in pieces, with a NUL, which XML cannot hold, where a paragraph begins or ends."""
    if element.tag == "div" and element.get("type") == "comments":
        return
    edge = "\0" if element.tag in _BLOCKS else " " if element.tag == "cell" else ""
    yield edge
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield edge
