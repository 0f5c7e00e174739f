"""What the program wrote itself: statistics, their descriptors and schemas, ledgers, lists of errors. None holds an article.

They lie among the articles where somebody works in one folder, and are told by what they begin with.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Collection
from typing import Final

from bnnextract.reading.inputs import UnreadableError

WRITTEN: Final = "own"
"""The code of their error, and what they are counted as, instead of an ending, where they are passed over."""

_SHEETS = frozenset({"statistics", "records", "articles", "checks", "dictionary"})
_BEGINNINGS = re.compile(
    rb"""
    article([,;])id\1office\1office_id\1level\1           # csv
    | office([,;])office_id\2level\2province\2year\2      # the same, wide
    | \{"article":\ "(?:[^"\\]|\\.)*",\ "id":\ "[0-9a-f]{8}",\ "office":[ ]
    | \[\n\ \ \{\n(?:\ {4}"[a-z_]+":\ [^\n{\[]*,\n)*\ {4}"(?:statistics":\ \[\n\ {6}\{\n\ {8}"id|numbers)":[ ]
    | \#\ yaml-language-server:\ \$schema=bnnextract\.
    | \{"ledger":\ "bnnextract"
    | \{"path":\ "(?:[^"\\]|\\.)*",\ "line":\ (?:null|[0-9]+),\ "code":\ "
    | \{\s*"\$schema":\ "https://(?:datapackage\.org|json-schema\.org)/
    """,
    re.VERBOSE,
)


def refuse_own(head: bytes) -> None:
    """Raise UnreadableError where a file begins as one that the program wrote."""
    if _BEGINNINGS.match(head.removeprefix(BOM_UTF8)):
        raise _written()


def refuse_own_workbook(sheets: Collection[str]) -> None:
    """Raise UnreadableError where a workbook has the sheets of one that the program wrote."""
    if _SHEETS.issubset(sheets):
        raise _written()


def _written() -> UnreadableError:
    return UnreadableError("written by bnnextract, no articles; give what it was made of", code=WRITTEN)
