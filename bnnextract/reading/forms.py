"""What a file is: told by what it begins with; where that leaves it open, by its name."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass

from bnnextract.reading import objects, tables
from bnnextract.reading.containers import ARCHIVES, expanded_name
from bnnextract.reading.decoding import MARKS
from bnnextract.reading.inputs import UnreadableError
from bnnextract.reading.own import refuse_own
from bnnextract.reading.workbooks import ENDINGS as WORKBOOKS

MARKUP = (".xml",)
PAGES = (".html", ".htm", ".xhtml")
TEXTS = (".txt", ".md", ".markdown")
TAKEN = (
    *(*TEXTS, ".json", *objects.LINES, *tables.ENDINGS, *WORKBOOKS),
    *(*MARKUP, *PAGES, ".warc", *ARCHIVES),
)
"""How the files end that are taken from folders and archives, also with the ending of a compressed file behind it."""

_MAGIC = (
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"WARC/", "warc"),
)
_OTHERS = (
    (b"%PDF-", "a PDF; save its text, and give that"),
    (b"\xfd7zXZ\x00", "an xz file; expand it with `xz --decompress`, or compress it as gzip or zstd"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; extract it, or make it a zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive; extract it, or make it a zip archive"),
    (b"PAR1", "a Parquet file; save it as JSON Lines or CSV"),
    (b"SQLite format 3\x00", "an SQLite database; save its articles as JSON Lines or CSV"),
    (b"\x89PNG", "an image; give the text that is in it"),
    (b"\xff\xd8\xff", "an image; give the text that is in it"),
)
_BZIP2 = re.compile(rb"BZh[1-9](?:1AY&SY|\x17\x72\x45\x38\x50\x90)")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what Office wrote before it zipped its files
_OBJECTS = re.compile(r"\{\s*(?:[\"}]|$)|\[\s*(?:[\[{\]]|$)")
_PAGE = re.compile(r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(r"(?:<\?xml[\s?]|<(?:items|doc|TEI)\b)")


@dataclass(frozen=True, slots=True)
class Form:
    """What a file is, how sure that is, and how its rows are written if it is a table."""

    name: str
    sure: bool = True
    dialect: tables.Dialect | None = None


def is_told(head: bytes) -> bool:
    """Tell whether so many first bytes are enough: JSON is read as it comes, so that nobody waits for more of it."""
    return head.removeprefix(BOM_UTF8).lstrip().startswith((b"{", b"["))


def form_of(head: bytes, hint: str, mapping: tuple[tuple[str, str], ...]) -> Form:
    """Tell what begins with these bytes and is called `hint`; raises UnreadableError for what is never read.

    What the program itself wrote is read where a `mapping` tells what in it holds articles.
    """
    if binary := _binary(head, hint):
        return Form(binary)
    if not mapping:
        refuse_own(head)
    text = _text(head)
    start = text.lstrip()
    name = hint.lower()
    # Whoever gives objects on standard input wants to be told that they are broken, not have them read as a text.
    json = name.endswith((".json", *objects.LINES))
    if name.endswith(".json") and start and not start.startswith(("{", "[")):
        raise UnreadableError("no JSON object in it; give it another ending if it is a text")
    if json or _OBJECTS.match(start) or (hint == "-" and start.startswith("{")):
        return Form("json", sure=json or hint == "-")
    if _PAGE.match(start) or (start.startswith("<") and name.endswith(PAGES)):
        return Form("page")
    if _MARKUP.match(start) or (start.startswith("<") and name.endswith(MARKUP)):
        return Form("markup")
    dialect = tables.dialect_of(text, mapping, sure=name.endswith(tables.ENDINGS)) if start else None
    return Form("table", dialect=dialect) if dialect else Form("text")


def is_taken(name: str) -> bool:
    """Tell by its name whether a file of a folder or an archive is to be read."""
    expanded = expanded_name(name.lower())
    bare = "." not in expanded.rpartition("/")[2]
    return expanded.endswith(TAKEN) or (bare and expanded != name.lower())


def _binary(head: bytes, hint: str) -> str | None:
    for magic, form in _MAGIC:
        if head.startswith(magic):
            return form
    if _BZIP2.match(head):
        return "bzip2"
    if head[257:262] == b"ustar":
        return "tar"
    if head.startswith(_COMPOUND):
        if hint.lower().endswith(WORKBOOKS):
            return "workbook"
        raise UnreadableError("a document of Office; save it as text, or as XLSX if it is a workbook", code="unsupported")
    for magic, advice in _OTHERS:
        if head.startswith(magic):
            raise UnreadableError(advice, code="unsupported")
    return None


def _text(head: bytes) -> str:
    """Give the beginning of a text; what its bytes are is decided when it is read."""
    if head.startswith(MARKS):
        return head.decode("utf-16", "ignore")
    return head.removeprefix(BOM_UTF8).decode("utf-8", "replace")
