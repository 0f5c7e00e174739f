"""The JSON Schema (2020-12) of what is written, drawn from the columns, the closed lists of the model and the rulebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from bnnextract.knowledge.indicators import Axis
from bnnextract.knowledge.units import UnitKey
from bnnextract.model import SLOTS, Bound, Certainty, Level, Scope, Where
from bnnextract.rulebook import Rulebook
from bnnextract.writing.columns import FIELDS, Column, Kind

DIALECT = "https://json-schema.org/draft/2020-12/schema"

ALWAYS = frozenset(
    {
        *("article", "id", "indicator", "parts", "unit", "event", "certainty", "doubts", "flags"),
        *("where", "start", "end", "quote", "pattern"),
    }
)
"""The columns that no row leaves empty."""

PATTERNS: Mapping[str, str] = {
    "id": "^[0-9a-f]{8}$",
    "office_id": "^[0-9]{2}(?:[0-9]{2})?$",
    "year": "^[0-9]{4}-[0-9]{4}$",
    "period": "^[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2}$",
}
"""What the texts of some columns look like; of `year` those that are a span."""

_OF_RECORDS = ("office", "office_id", "level", "province", "year")
_OF_STATISTICS = (
    *("id", "indicator", "category", "parts", "noun", "value", "value_max", "unit", "bound", "target", "target_max"),
    *("achievement", "achievement_bound", "change", "change_unit", "change_from", "scope", "period", "event"),
    *("certainty", "doubts", "flags"),
)
_OF_EVIDENCE = ("article", "title", "url", "published", "where", "quote", "speaker", "pattern", "link")
_OF_COPIES = ("article", "url", "published")
# What is left out of a nested form where it is this.
_DEFAULTS: Mapping[str, Any] = {"bound": "exact", "achievement_bound": "exact", "event": False, "where": "text"}

_KINDS: Mapping[Kind, Mapping[str, Any]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer", "minimum": 0},
    "number": {"type": "number"},
    "truth": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "year": {"type": ["integer", "string"]},
    "parts": {
        "type": "object",
        "propertyNames": {"enum": list(get_args(Axis))},
        "additionalProperties": {"type": "string"},
    },
    "texts": {"type": "array", "items": {"type": "string"}},
}

_COUNT = {"type": "integer", "minimum": 0}
_SELECTORS = {
    "description": "where the quote stands, as W3C Web Annotation selectors of the text, or of the title if where says so",
    "type": "array",
    "prefixItems": [
        {
            "type": "object",
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string", "description": "the quote"},
                "prefix": {"type": "string", "description": "up to 32 characters before it"},
                "suffix": {"type": "string", "description": "up to 32 characters after it"},
            },
            "required": ["type", "exact", "prefix", "suffix"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {**_COUNT, "description": "the first character of the quote, counted from 0"},
                "end": {**_COUNT, "description": "the first character after it"},
            },
            "required": ["type", "start", "end"],
            "additionalProperties": False,
        },
    ],
    "items": False,
    "minItems": 2,
}
_SPAN = {"type": "array", "items": _COUNT, "minItems": 2, "maxItems": 2}


def closed_lists(book: Rulebook) -> Mapping[str, tuple[str, ...]]:
    """Give the columns that hold nothing but the words of a list, with the list."""
    units: tuple[str, ...] = get_args(UnitKey)
    return {
        "level": get_args(Level),
        "indicator": book.indicator_order,
        "unit": units,
        "bound": get_args(Bound),
        "achievement_bound": get_args(Bound),
        "change_unit": units,
        "scope": get_args(Scope),
        "certainty": get_args(Certainty),
        "where": get_args(Where),
    }


def schema_of_rows(book: Rulebook) -> dict[str, Any]:
    """Give the schema of a line of JSON Lines."""
    lists = closed_lists(book)
    columns = {column.name: _column(column, lists) for column in FIELDS}
    return {
        "$schema": DIALECT,
        "title": "A statistic of a BNN office in an article, as bnnextract writes it in JSON Lines",
        **_object(
            {
                **{name: found if name in ALWAYS else _or_null(found) for name, found in columns.items()},
                "selectors": _SELECTORS,
            },
            required=(*columns, "selectors"),
        ),
    }


def schema_of_records(book: Rulebook) -> dict[str, Any]:
    """Give the schema of YAML and JSON."""
    lists = closed_lists(book)
    columns = {
        column.name: _column(column, lists) | {"default": _DEFAULTS[column.name]}
        if column.name in _DEFAULTS
        else _column(column, lists)
        for column in FIELDS
    }

    def some(names: Iterable[str]) -> dict[str, Any]:
        return {name: columns[name] for name in names}

    spans = _object({slot: {**_SPAN, "description": f"where the {slot} stands"} for slot in SLOTS})
    copy = _object(some(_OF_COPIES), required=("article",))
    evidence = _object(
        {
            **some(_OF_EVIDENCE),
            "spans": {
                **spans,
                "description": "where the figures stand: for each the first character and the first after it",
                "minProperties": 1,
            },
            "copies": {
                "description": "articles that print the same story and tell the same, no sources of their own",
                "type": "array",
                "items": copy,
                "minItems": 1,
            },
            "selectors": _SELECTORS,
        },
        required=("article", "quote", "spans", "pattern"),
    )
    statistic = _object(
        {
            **some(_OF_STATISTICS),
            "evidence": {
                "description": "where it stands, an element an independent source",
                "type": "array",
                "items": {"$ref": "#/$defs/evidence"},
                "minItems": 1,
            },
        },
        required=("id", "indicator", "unit", "certainty", "evidence"),
    )
    record = _object(
        {
            **some(_OF_RECORDS),
            "statistics": {"type": "array", "items": {"$ref": "#/$defs/statistic"}, "minItems": 1},
        },
        required=("statistics",),
    )
    return {
        "$schema": DIALECT,
        "title": "Statistics of BNN offices by office and year, as bnnextract writes them in YAML and JSON",
        "type": "array",
        "items": {"$ref": "#/$defs/record"},
        "$defs": {
            "record": {"description": "all statistics of an office in a year", **record},
            "statistic": {
                "description": "one thing counted or measured",
                **statistic,
                "anyOf": [{"required": [slot]} for slot in ("value", "target", "achievement", "change")],
            },
            "evidence": {"description": "a place where a statistic stands", **evidence},
        },
    }


def _column(column: Column, lists: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    found: dict[str, Any] = {"description": column.meaning, **_KINDS[column.kind]}
    if column.name in lists:
        found["enum"] = list(lists[column.name])
    if column.name in PATTERNS:
        found["pattern"] = PATTERNS[column.name]
    return found


def _or_null(found: Mapping[str, Any]) -> dict[str, Any]:
    types = found["type"] if isinstance(found["type"], list) else [found["type"]]
    nullable = {**found, "type": [*types, "null"]}
    if "enum" in found:
        nullable["enum"] = [*found["enum"], None]
    return nullable


def _object(properties: Mapping[str, Any], required: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(properties),
        **({"required": list(required)} if required else {}),
        "additionalProperties": False,
    }
