"""YAML, from a template, which is far faster than a YAML library."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from bnnextract.model import Record
from bnnextract.writing.as_json import json_array, json_bool, json_text
from bnnextract.writing.nested import Code, record_fields
from bnnextract.writing.rows import plain

# Text that YAML reads as it stands: it begins with a letter, so that it is no number and no date, and has no sign that
# means something where it stands. In a flow mapping, brackets and commas mean something too.
_PLAIN = re.compile(r"[^\W\d_][\w .,;()/%'\"“”‘’–—…&+!?=*-]*(?::(?=[\w/])[\w .,;()/%'\"“”‘’–—…&+!?=*-]*)*(?<! )")
_PLAIN_FLOW = re.compile(r"[^\W\d_][\w ./()%-]*(?<! )")
_SINGLE = re.compile(r"[\w./-]+")
SCHEMA = "bnnextract.schema.json"
"""The file that editors look for beside the YAML, to check it and to tell what its fields mean."""

_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def yaml(records: Iterable[Record]) -> Iterator[str]:
    """Give one list of records, an element a piece, after a comment that names its schema."""
    yield f"# yaml-language-server: $schema={SCHEMA}\n"
    empty = True
    for record in records:
        empty = False
        yield _yaml_mapping(record_fields(record), "")
    if empty:
        yield "[]\n"


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
        f"{key}: {_yaml_text(value, _PLAIN_FLOW) if type(value) is str else json_array(value)}" for key, value in values.items()
    ]
    return "{" + ", ".join(items) + "}"


@lru_cache(maxsize=1024)  # but for the quotes, the same few words come again and again
def _yaml_text(text: str, plain_form: re.Pattern[str] = _PLAIN) -> str:
    if plain_form.fullmatch(text) and not (len(text) < 6 and text.lower() in _WORDS):
        return text
    return _yaml_quoted(text)


def _yaml_quoted(text: str) -> str:
    return f"'{text}'" if _SINGLE.fullmatch(text) else json_text(text)


_YAML: Mapping[type, Callable[[Any], str]] = {
    bool: json_bool,
    int: str,
    str: _yaml_text,
    date: date.isoformat,
    Decimal: plain,
    dict: _yaml_flow,
    Code: _yaml_quoted,
}
