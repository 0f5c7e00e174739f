"""Statistics as JSON Lines, CSV, JSON and YAML, and a file that is written whole or not at all.

The flat forms have a row a statistic and are given as the statistics come. The nested ones have a record an office
and year, which takes all statistics. Numbers are the digits of their Decimal and never pass through a float. YAML comes
from a template, which is far faster than a YAML library.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring as _quoted
from os import O_CREAT, O_EXCL, O_WRONLY, fdopen, fsync, getpid
from os import open as open_descriptor
from pathlib import Path
from stat import S_IMODE, S_ISREG
from types import NoneType
from typing import Any, BinaryIO

from bnnextract.model import SLOTS, Evidence, Record, Statistic, Year

COLUMNS = (
    *("article", "id", "office", "office_id", "level", "province", "year", "year_from", "year_to", "period"),
    *("indicator", "category", "parts", "noun", "value", "value_max", "unit", "bound", "target", "target_max"),
    *("achievement", "achievement_bound", "change", "change_unit", "change_from", "scope", "event", "certainty"),
    *("doubts", "flags", "speaker", "title", "published", "url", "where", "start", "end", "quote", "pattern"),
)
"""The columns of the flat forms, in their order."""

_PREFIXES = tuple(f'"{column}": ' for column in COLUMNS)

# Characters that YAML takes for line breaks or does not allow as they are, and JSON does.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# Text that YAML reads as it stands: it begins with a letter, so that it is no number and no date, and has no sign that
# means something where it stands. In a flow mapping, brackets and commas mean something too.
_PLAIN = re.compile(r"[^\W\d_][\w .,;()/%'\"“”‘’–—…&+!?=*-]*(?::(?=[\w/])[\w .,;()/%'\"“”‘’–—…&+!?=*-]*)*(?<! )")
_PLAIN_FLOW = re.compile(r"[^\W\d_][\w ./()%-]*(?<! )")
_QUOTED_IN_CSV = re.compile(r'[",\r\n]')
_SINGLE = re.compile(r"[\w./-]+")
_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def jsonl(statistics: Iterable[Statistic]) -> Iterator[str]:
    """Give a line of JSON for each statistic, with every column."""
    for statistic in statistics:
        cells = map(_json_cell, _row(statistic))
        yield "{" + ", ".join([prefix + cell for prefix, cell in zip(_PREFIXES, cells, strict=True)]) + "}\n"


def csv(statistics: Iterable[Statistic]) -> Iterator[str]:
    """Give a line with the columns' names and one for each statistic, as RFC 4180 has it."""
    yield ",".join(COLUMNS) + "\r\n"
    for statistic in statistics:
        yield ",".join(map(_csv_cell, _row(statistic))) + "\r\n"


def json(records: Iterable[Record]) -> Iterator[str]:
    """Give one list of records, an element a piece."""
    yield from json_list(map(_record, records))


def yaml(records: Iterable[Record]) -> Iterator[str]:
    """Give one list of records, an element a piece."""
    empty = True
    for record in records:
        empty = False
        yield _yaml_mapping(_record(record), "")
    if empty:
        yield "[]\n"


FLAT: Mapping[str, Callable[[Iterable[Statistic]], Iterator[str]]] = {"jsonl": jsonl, "csv": csv}
NESTED: Mapping[str, Callable[[Iterable[Record]], Iterator[str]]] = {"yaml": yaml, "json": json}


def json_list(elements: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Give a JSON list of mappings, an element a piece, indented so that a person can read it."""
    before = "[\n  "
    for element in elements:
        yield before + _json_value(element, "  ")
        before = ",\n  "
    yield "[]\n" if before.startswith("[") else "\n]\n"


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file whose new content takes the place of the old one when the block ends without an error, else never.

    The content waits in a hidden file beside it. What is no regular file (a device, a pipe) is written to directly.
    Raises OSError where the file cannot be written.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and not S_ISREG(mode):
        with path.open("wb") as stream:
            yield stream
        return
    path = path.resolve()  # a link stays, what it leads to is replaced
    waiting = path.with_name(f".bnnextract-{getpid()}.part")
    stream = fdopen(open_descriptor(waiting, O_CREAT | O_EXCL | O_WRONLY, 0o666), "wb")
    try:
        with stream:
            if mode is not None:
                waiting.chmod(S_IMODE(mode))
            yield stream
            stream.flush()
            fsync(stream.fileno())
        waiting.replace(path)
    except BaseException:
        waiting.unlink(missing_ok=True)
        raise


def plain(number: Decimal) -> str:
    """Give a number's digits, without an exponent."""
    return format(number, "f")


def _row(statistic: Statistic) -> tuple[Any, ...]:
    """Give the values of COLUMNS."""
    best, office, year = statistic.best, statistic.office, statistic.year
    return (
        best.article.id,
        statistic.id,
        office and office.name,
        office and office.id,
        office and office.level,
        office and office.province,
        _year(year),
        year and year.first,
        year and year.last,
        statistic.period,
        statistic.indicator,
        statistic.category,
        dict(statistic.parts),
        statistic.noun,
        statistic.value,
        statistic.value_max,
        statistic.unit,
        None if statistic.value is None else statistic.bound,
        statistic.target,
        statistic.target_max,
        statistic.achievement,
        None if statistic.achievement is None else statistic.achievement_bound,
        statistic.change,
        statistic.change_unit,
        statistic.change_from,
        statistic.scope,
        statistic.event,
        statistic.certainty,
        statistic.doubts,
        statistic.flags,
        best.speaker or next((evidence.speaker for evidence in statistic.evidence if evidence.speaker), None),
        best.article.title,
        best.article.published,
        best.article.url,
        best.where,
        best.span.start,
        best.span.end,
        best.quoted,
        best.pattern,
    )


def _year(year: Year | None) -> int | str | None:
    return None if year is None else year.first if year.first == year.last else str(year)


class _Code(str):
    """A text that is no word: YAML has it in quotation marks even where it would do without."""

    __slots__ = ()


def _record(record: Record) -> dict[str, Any]:
    office = record.office
    return _present(
        office=office and office.name,
        office_id=office and _Code(office.id),
        level=office and office.level,
        province=office and office.province,
        year=_year(record.year),
        statistics=tuple(map(_statistic, record.statistics)),
    )


def _statistic(statistic: Statistic) -> dict[str, Any]:
    return _present(
        id=_Code(statistic.id),
        indicator=statistic.indicator,
        category=statistic.category,
        parts=dict(statistic.parts) or None,
        noun=statistic.noun,
        value=statistic.value,
        value_max=statistic.value_max,
        unit=statistic.unit,
        bound=None if statistic.bound == "exact" else statistic.bound,
        target=statistic.target,
        target_max=statistic.target_max,
        achievement=statistic.achievement,
        achievement_bound=None if statistic.achievement_bound == "exact" else statistic.achievement_bound,
        change=statistic.change,
        change_unit=statistic.change_unit,
        change_from=statistic.change_from,
        scope=statistic.scope,
        period=statistic.period,
        event=statistic.event or None,
        certainty=statistic.certainty,
        doubts=statistic.doubts or None,
        flags=statistic.flags or None,
        evidence=tuple(map(_evidence, statistic.evidence)),
    )


def _evidence(evidence: Evidence) -> dict[str, Any]:
    article = evidence.article
    return _present(
        article=article.id,
        title=article.title,
        url=article.url,
        published=article.published,
        where=None if evidence.where == "text" else evidence.where,
        quote=evidence.quoted,
        spans={slot: tuple(evidence.spans[slot]) for slot in SLOTS if slot in evidence.spans},
        speaker=evidence.speaker,
        pattern=evidence.pattern,
    )


def _present(**fields: Any) -> dict[str, Any]:
    """Give the fields that have a value."""
    return {key: value for key, value in fields.items() if value is not None}


def _json_cell(value: Any) -> str:
    return _JSON[type(value)](value)


def _json_value(value: Any, indent: str) -> str:
    """Give a value as JSON, a mapping and a list of mappings or texts with a line an item."""
    inner = indent + "  "
    if isinstance(value, dict) and value:
        items = [f"{_text(key)}: {_json_value(item, inner)}" for key, item in value.items()]
        return "{\n" + inner + f",\n{inner}".join(items) + f"\n{indent}}}"
    if isinstance(value, tuple) and value and not isinstance(value[0], int):
        return "[\n" + inner + f",\n{inner}".join(_json_value(item, inner) for item in value) + f"\n{indent}]"
    return _json_cell(value)


def _csv_cell(value: Any) -> str:
    text = _CSV[type(value)](value)
    return '"' + text.replace('"', '""') + '"' if _QUOTED_IN_CSV.search(text) else text


def _yaml_mapping(mapping: Mapping[str, Any], indent: str) -> str:
    """Give a mapping as an element of a list whose dashes stand at the indent."""
    inner = indent + "  "
    lines = [
        f"{key}:\n{_yaml_list(value, inner)}" if type(value) is tuple else f"{key}: {_YAML[type(value)](value)}\n"
        for key, value in mapping.items()
    ]
    return f"{indent}- " + inner.join(lines)


def _yaml_list(values: Iterable[Any], indent: str) -> str:
    return "".join(
        [_yaml_mapping(value, indent) if type(value) is dict else f"{indent}- {_yaml_text(value)}\n" for value in values]
    )


def _yaml_flow(values: Mapping[str, Any]) -> str:
    items = [
        f"{key}: {_yaml_text(value, _PLAIN_FLOW) if type(value) is str else _json_list(value)}" for key, value in values.items()
    ]
    return "{" + ", ".join(items) + "}"


@lru_cache(maxsize=1024)  # but for the quotes, the same few words come again and again
def _yaml_text(text: str, plain_form: re.Pattern[str] = _PLAIN) -> str:
    if plain_form.fullmatch(text) and not (len(text) < 6 and text.lower() in _WORDS):
        return text
    return _yaml_quoted(text)


def _yaml_quoted(text: str) -> str:
    return f"'{text}'" if _SINGLE.fullmatch(text) else _text(text)


def _text(text: str) -> str:
    """Give a text as a JSON string that is a YAML string, too."""
    quoted = _quoted(text)
    return quoted if quoted.isprintable() else _ESCAPED.sub(lambda sign: f"\\u{ord(sign.group()):04x}", quoted)


def _json_list(values: Iterable[Any]) -> str:
    return "[" + ", ".join(map(_json_cell, values)) + "]"


def _json_object(values: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{_text(key)}: {_json_cell(value)}" for key, value in values.items()) + "}"


def _json_bool(value: bool) -> str:  # noqa: FBT001 - it is a value, no switch
    return "true" if value else "false"


_CSV: Mapping[type, Callable[[Any], str]] = {
    NoneType: lambda _: "",
    bool: _json_bool,
    int: str,
    str: str,
    date: date.isoformat,
    Decimal: plain,
    dict: lambda values: "; ".join(f"{key}={value}" for key, value in values.items()),
    tuple: "; ".join,
}
_JSON: Mapping[type, Callable[[Any], str]] = {
    NoneType: lambda _: "null",
    bool: _json_bool,
    int: str,
    str: _text,
    date: lambda day: f'"{day.isoformat()}"',
    Decimal: plain,
    dict: _json_object,
    tuple: _json_list,
    _Code: _text,
}
_YAML: Mapping[type, Callable[[Any], str]] = {
    bool: _json_bool,
    int: str,
    str: _yaml_text,
    date: date.isoformat,
    Decimal: plain,
    dict: _yaml_flow,
    _Code: _yaml_quoted,
}
