"""Text to segments: furniture set aside, the rest cut into headings, list items and sentences."""

from __future__ import annotations

from typing import Literal

import regex

from bnnextract.frozen import frozen
from bnnextract.knowledge.furniture import INSIDE, Furniture, FurnitureBook
from bnnextract.model import Span
from bnnextract.stages.found.grids import find_rows
from bnnextract.tokens import Tokens

Kind = Literal["sentence", "item", "heading"]

_LINE = regex.compile(r"[^\n\r\u2028\u2029]+")
_BULLET = regex.compile(r"\s*(?:[•▪●◦■*·➢➤✓\-–—]+|\(?\d{1,2}[.)]|[a-z][.)])\s+")
# A sentence may end at . ! ? (quotes and brackets after it belong to it) where a capital, digit, quote or bullet follows.
# Scrapers glue paragraphs with commas (`itu.,Kepala`) or with nothing (`itu.Kepala`).
_END = regex.compile(
    r"""[.!?…]+["”’'»)\]]*(?:\s+|,+\s*)(?=["“‘'(«\[]*[\p{Lu}\d•\-–])|(?<=\p{Ll}["”)]?[.!?])["”’]?(?=["“]?\p{Lu}\p{Ll})|,\s*,+\s*|(?<=[.!?])["”](?=["“\p{Lu}])"""
)
_LAST_WORD = regex.compile(r"(?r)(\w+)\.$")  # searched from the end, so that a long sentence is not read again
_YEAR = regex.compile(r"(?:19|20)\d\d:?")
# Digits that make no line the item of a list: a year, and those of a name (`P4GN`).
_NO_FIGURE = regex.compile(r"\b(?:19|20)\d\d\b(?![.,]\d)|\b\p{L}+\d\w*")
_CLOSED = (".", "!", "?", '"', "”", "…", ")", ",", ";", ":")
# The unit of the last column in the head of a table, `Seksi Pagu Realisasi (%)`, all its columns, `Capaian (Target – Capaian)`,
# and a figure again, `Sabu 950 gram (0,95 kg)`.
_ENDS_ITEM = regex.compile(
    r"(?i)(?:\((?:%|rp\.?|persen|orang|kasus|gram|kg|unit)|\d[^()]{0,20}\([^()%]{0,12}\d[^()%]{0,12}|"
    r"\([^()]*\w\s[–—\-|/;]\s[^()]+)\)$"
)
# A longer line is a paragraph and no furniture, though it may have some inside.
_LONGEST_FURNITURE = 260
_HEADING_LENGTH = 110
_BLOCK_LENGTH = 140


@frozen()
class Segment:
    """A stretch of text that is read as one: a sentence, a list item or a heading.

    `paragraph` numbers the line it stands in among those that are read; `head` is the index of the heading or introduction
    (`Rinciannya:`) over it.
    """

    start: int
    end: int
    kind: Kind
    paragraph: int
    head: int | None


@frozen()
class Layout:
    """A text's segments in order, and the stretches set aside as furniture, each with the name of its pattern."""

    segments: tuple[Segment, ...]
    furniture: tuple[tuple[Span, str], ...]


def lay_out(
    text: str, lowered: str, tokens: Tokens, furniture: FurnitureBook, abbreviations: frozenset[str], whole: frozenset[int]
) -> Layout:
    """Cut a text into segments, leaving furniture out.

    `abbreviations` are words whose full stop ends no sentence, `whole` the offsets inside numerals, where none ends.
    """
    segments: list[Segment] = []
    aside: list[tuple[Span, str]] = []
    head: int | None = None
    block: str | None = None
    over_bullets: set[int] = set()
    present = furniture.words & tokens.present
    paragraph = -1
    lines = [line for match in _LINE.finditer(text) if (line := _without_space(text, *match.span()))]
    rows = find_rows(text, lines)
    reach = 0
    for start, end in lines:
        if start < reach:
            continue
        if (row := rows.get(start)) is not None and block is None:
            paragraph += 1
            reach = row.span.end
            segments.append(Segment(start, reach, row.kind, paragraph, head))
            if row.kind == "heading":
                head = len(segments) - 1
            continue
        content = lowered[start:end]
        if block is not None:
            if block != "rest" and (len(content) > _BLOCK_LENGTH and content.endswith(_CLOSED)):
                block = None
            else:
                aside.append((Span(start, end), block))
                continue
        found = _furniture(lowered, tokens, start, end, furniture, present)
        if found is not None:
            entry, at = found
            if entry.reach in {"block", "rest"}:
                block = "rest" if entry.reach == "rest" else entry.name
            if entry.reach not in INSIDE:
                aside.append((Span(start, end), entry.name))
                continue
        stretches: list[Span] = []
        while found is not None:
            entry, at = found
            stop = end if entry.reach == "tail" else _sentence_end(text, at, end, abbreviations, whole)
            aside.append((Span(at, stop), entry.name))
            if at > start:
                stretches.append(Span(start, at))
            start = stop
            found = _furniture(lowered, tokens, start, end, furniture, present, inside=True)
        stretches.append(Span(start, end))
        sentences = [cut for stretch in stretches for cut in _sentences(text, stretch, abbreviations, whole)]
        paragraph += bool(sentences)
        bulleted = bool(sentences) and _BULLET.match(text, sentences[0].start) is not None
        for number, cut in enumerate(sentences):
            kind: Kind = "item" if bulleted else _kind(text, cut, alone=len(sentences) == 1)
            if kind == "sentence" and number == 0 and segments and segments[-1].kind != "item":
                head = head if head is not None and segments[head].kind == "heading" else None
            while (
                head is not None
                and not bulleted
                and head in over_bullets
                and (kind == "item" or _is_year(text, segments[head]))
            ):
                head = segments[head].head  # it stood over the bullets only
            if bulleted and head is not None and head == len(segments) - 1:
                over_bullets.add(head)
            segments.append(Segment(cut.start, cut.end, kind, paragraph, head))
            if kind == "heading" or text[cut.start : cut.end].endswith(":"):
                head = len(segments) - 1
            elif kind == "sentence" and number and number == len(sentences) - 1 and text[cut.end - 1].isalpha():
                head = len(segments) - 1  # `… 118 kasus. Barang bukti waktu itu ¶ Sabu 27,9 gram`
    return Layout(tuple(segments), tuple(aside))


def headline_end(layout: Layout) -> int:
    """Give where the headline ends that a text begins with: its first line, if that is no sentence; 0 if there is none."""
    first = layout.segments[0] if layout.segments else None
    return first.end if first and first.kind != "sentence" and len(layout.segments) > 1 else 0


def _furniture(
    lowered: str,
    tokens: Tokens,
    start: int,
    end: int,
    furniture: FurnitureBook,
    present: frozenset[str],
    *,
    inside: bool = False,
) -> tuple[Furniture, int] | None:
    """Find the furniture that a line is or, with `inside` and in every long line, has; `present` are its words in the text."""
    line = lowered[start:end]
    patterns = furniture.inside if inside or end - start > _LONGEST_FURNITURE else furniture.patterns
    # To look for words is far cheaper than to search the patterns.
    told = present.intersection(tokens.words[tokens.index(start) : tokens.index(end)])
    for entry, pattern in patterns:
        if entry.words and (not told or told.isdisjoint(entry.words)):
            continue
        if match := pattern.search(line):
            return entry, start + match.start()
    return None


def _sentence_end(text: str, start: int, end: int, abbreviations: frozenset[str], whole: frozenset[int]) -> int:
    return next((cut.end for cut in _sentences(text, Span(start, end), abbreviations, whole)), end)


def _sentences(text: str, stretch: Span, abbreviations: frozenset[str], whole: frozenset[int]) -> list[Span]:
    """Cut one line into sentences; white space at their ends is left out."""
    cuts = []
    start = stretch.start
    for match in _END.finditer(text, stretch.start, stretch.end):
        if match.start() in whole:
            continue
        word = _LAST_WORD.search(text, start, match.start() + 1)
        if word and (len(word[1]) == 1 or word[1].lower() in abbreviations) and not word[1].isdigit():
            continue
        cuts.append(Span(start, match.end()))
        start = match.end()
    cuts.append(Span(start, stretch.end))
    return [stripped for cut in cuts if (stripped := _strip(text, cut))]


def _without_space(text: str, start: int, end: int) -> Span | None:
    kept = text[start:end].strip()
    first = start + text[start:end].index(kept)
    return Span(first, first + len(kept)) if kept else None


def _strip(text: str, span: Span) -> Span | None:
    piece = text[span.start : span.end]
    kept = piece.strip().strip(",").strip()
    if not kept:
        return None
    start = span.start + piece.index(kept)
    return Span(start, start + len(kept))


def _is_year(text: str, heading: Segment) -> bool:
    """Tell if a heading is nothing but a year, which lists what was in it: the text behind the list is of no such year."""
    return _YEAR.fullmatch(text, heading.start, heading.end) is not None


def _kind(text: str, cut: Span, *, alone: bool) -> Kind:
    piece = text[cut.start : cut.end]
    if not alone or len(piece) > _HEADING_LENGTH or (piece.endswith(_CLOSED) and not _ENDS_ITEM.search(piece)):
        return "sentence"
    return "item" if any(character.isdigit() for character in _NO_FIGURE.sub("", piece)) else "heading"
