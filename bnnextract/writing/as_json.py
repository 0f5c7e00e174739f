"""JSON and JSON Lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring as _quoted
from typing import Any

from bnnextract.model import Record, Span, Statistic
from bnnextract.writing.nested import Code, record_fields
from bnnextract.writing.rows import COLUMNS, plain, row
from bnnextract.writing.selectors import selectors_of

_LINE = "{" + ", ".join(f'"{column}": %s' for column in (*COLUMNS, "selectors")) + "}\n"

# Characters that YAML takes for line breaks or does not allow as they are, and JSON does.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def jsonl(statistics: Iterable[Statistic]) -> Iterator[str]:
    """Give a line of JSON for each statistic, with every column and, last, the selectors of its quote."""
    for statistic in statistics:
        best = statistic.best
        # Every second cell of a row is empty.
        cells = ["null" if value is None else _JSON[type(value)](value) for value in row(statistic)]
        yield _LINE % (*cells, _selectors_cell(best.source, best.quote))


@lru_cache(maxsize=16)  # the statistics of a sentence come one after another
def _selectors_cell(text: str, quote: Span) -> str:
    return json_array(selectors_of(text, quote))


def json(records: Iterable[Record]) -> Iterator[str]:
    """Give one list of records, an element a piece."""
    yield from json_list(record_fields(record, selecting=True) for record in records)


def json_list(elements: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Give a JSON list of mappings, an element a piece, indented so that a person can read it."""
    before = "[\n  "
    for element in elements:
        yield before + _json_value(element, "  ")
        before = ",\n  "
    yield "[]\n" if before.startswith("[") else "\n]\n"


def _json_cell(value: Any) -> str:
    return "null" if value is None else _JSON[type(value)](value)


def _json_value(value: Any, indent: str) -> str:
    """Give a value as JSON, a mapping and a list of mappings or texts with a line an item."""
    inner = indent + "  "
    if isinstance(value, dict) and value:
        items = [f"{json_text(key)}: {_json_value(item, inner)}" for key, item in value.items()]
        return "{\n" + inner + f",\n{inner}".join(items) + f"\n{indent}}}"
    if isinstance(value, tuple) and value and not isinstance(value[0], int):
        return "[\n" + inner + f",\n{inner}".join(_json_value(item, inner) for item in value) + f"\n{indent}]"
    return _json_cell(value)


def json_text(text: str) -> str:
    """Give a text as a JSON string that is a YAML string, too."""
    quoted = _quoted(text)
    return quoted if quoted.isprintable() else _ESCAPED.sub(lambda sign: f"\\u{ord(sign.group()):04x}", quoted)


def json_array(values: Iterable[Any]) -> str:
    """Give values as a JSON array on one line."""
    return "[" + ", ".join(map(_json_cell, values)) + "]"


def _json_object(values: Mapping[str, Any]) -> str:
    return "{" + ", ".join([f"{_json_key(key)}: {_json_cell(value)}" for key, value in values.items()]) + "}"


@lru_cache(maxsize=256)  # the same few come again and again
def _json_key(key: str) -> str:
    return json_text(key)


def json_bool(value: bool) -> str:  # noqa: FBT001 - it is a value, no switch
    """Give a truth value as JSON, YAML and CSV have it."""
    return "true" if value else "false"


_JSON: Mapping[type, Callable[[Any], str]] = {
    bool: json_bool,
    int: str,
    str: json_text,
    date: lambda day: f'"{day.isoformat()}"',
    Decimal: plain,
    dict: _json_object,
    tuple: json_array,
    Code: json_text,
}
