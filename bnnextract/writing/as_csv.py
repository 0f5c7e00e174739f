"""CSV as RFC 4180 has it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import Any

from bnnextract.model import Statistic
from bnnextract.writing.as_json import json_bool
from bnnextract.writing.rows import COLUMNS, plain, row

_QUOTED_IN_CSV = re.compile(r'[",\r\n]')


def csv(statistics: Iterable[Statistic]) -> Iterator[str]:
    """Give a line with the columns' names and one for each statistic, as RFC 4180 has it."""
    yield ",".join(COLUMNS) + "\r\n"
    for statistic in statistics:
        yield ",".join(map(_csv_cell, row(statistic))) + "\r\n"


def _csv_cell(value: Any) -> str:
    text = _CSV[type(value)](value)
    return '"' + text.replace('"', '""') + '"' if _QUOTED_IN_CSV.search(text) else text


_CSV: Mapping[type, Callable[[Any], str]] = {
    NoneType: lambda _: "",
    bool: json_bool,
    int: str,
    str: str,
    date: date.isoformat,
    Decimal: plain,
    dict: lambda values: "; ".join(f"{key}={value}" for key, value in values.items()),
    tuple: "; ".join,
}
