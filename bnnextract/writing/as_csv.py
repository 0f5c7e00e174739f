"""CSV: as RFC 4180 has it, and as Excel opens it right where decimals have a comma."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any

from bnnextract.model import Statistic
from bnnextract.writing.as_json import json_bool
from bnnextract.writing.columns import COLUMNS, Row
from bnnextract.writing.rows import parts_text, plain, row

# A spreadsheet takes a text that begins so for a formula.
_FORMULA = re.compile(r"[=+\-@\t\r]")
# Excel takes these texts for numbers, dates and times, and shows `00` as 0, `1234e5` as 123400000 and `1-2` as a day.
_MONTH = (
    "(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|peb(?:ruari)?|mar(?:et|ch)?|apr(?:il)?|mei|may|jun[ie]?|jul[iy]?|agt|agu(?:stus)?"
    "|aug(?:ust)?|sep(?:tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|nop(?:ember)?|des(?:ember)?|dec(?:ember)?)"
)
_CONVERTED = re.compile(
    rf"""\s*(?:
        [(.,]?[0-9][0-9.,\s]*(?:e[+-]?[0-9]+)?\s*[%)]?
        | [0-9]{{1,4}}\s*[-/.]\s*[0-9]{{1,2}}(?:\s*[-/.]\s*[0-9]{{1,4}})?
        | [0-9]{{1,3}}(?::[0-9]{{1,2}}){{1,2}}(?:\s*[ap]m)?
        | (?:[0-9]{{1,2}}[\s\-/]*)?{_MONTH}[\s\-/]*[0-9]{{1,4}}
        | [0-9]{{1,2}}[\s\-/]*{_MONTH}
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)


def _as_it_is(text: str) -> str:
    return text


def _harmless(text: str) -> str:
    """Give a text so that no spreadsheet takes it for a formula."""
    return "'" + text if _FORMULA.match(text) else text


def _kept_text(text: str) -> str:
    """Give a text so that Excel takes it for nothing else."""
    return "'" + text if _FORMULA.match(text) or _CONVERTED.fullmatch(text) else text


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are told apart, what marks decimals, and what becomes of texts; `mark` opens the file."""

    delimiter: str = ","
    point: str = "."
    mark: str = ""
    text: Callable[[str], str] = _as_it_is

    def lines(self, columns: Iterable[str], rows: Iterable[Row]) -> Iterator[str]:
        """Give a line with the columns' names and one for each row."""
        forms = self._forms()
        quoted = re.compile(f'["\\r\\n{self.delimiter}]')

        def line(cells: Iterable[Any]) -> str:
            texts = [forms[type(cell)](cell) for cell in cells]
            joined = self.delimiter.join(
                ['"' + text.replace('"', '""') + '"' if quoted.search(text) else text for text in texts]
            )
            return joined + "\r\n"

        yield self.mark + line(columns)
        yield from map(line, rows)

    def _forms(self) -> Mapping[type, Callable[[Any], str]]:
        text, point = self.text, self.point
        return {
            NoneType: lambda _: "",
            bool: json_bool,
            int: str,
            str: text,
            date: date.isoformat,
            Decimal: plain if point == "." else lambda number: plain(number).replace(".", point),
            dict: lambda parts: text(parts_text(parts)),
            tuple: lambda texts: text("; ".join(texts)),
        }


STANDARD = Dialect()

DIALECTS: Mapping[str, Dialect] = {
    "csv": STANDARD,
    "csv-safe": Dialect(text=_harmless),
    "csv-excel": Dialect(delimiter=";", point=",", mark="\ufeff", text=_kept_text),
}
"""`csv` is RFC 4180 in UTF-8, every text as it stands in the article. `csv-safe` is the same with an apostrophe before texts
that a spreadsheet would take for formulas. `csv-excel` opens right in an Excel whose decimals have a comma, as in Indonesia:
with a byte order mark, semicolons, and an apostrophe also before texts that Excel would take for numbers or dates."""


def csv(statistics: Iterable[Statistic], dialect: Dialect = STANDARD) -> Iterator[str]:
    """Give a line with the columns' names and one for each statistic."""
    return dialect.lines(COLUMNS, map(row, statistics))
