"""What was found, written in one of several forms: a module a form, imported when it is asked for.

The flat forms have a row a statistic and are written as the articles come; the nested ones have a record an office and
year, which takes all statistics. Numbers are the digits of their Decimal and never pass through a float.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from bnnextract.model import Analysis, Record, Statistic
    from bnnextract.rulebook import Rulebook

Writer = Callable[["Iterable[Analysis]", "Rulebook", BinaryIO], None]
"""Writes the statistics of articles, in their order, to a stream; needs the rulebook for the order of the indicators."""

ENDINGS: Mapping[str, str] = {".yaml": "yaml", ".yml": "yaml", ".jsonl": "jsonl", ".json": "json", ".csv": "csv"}
"""The form that a file's ending asks for."""

FORMS = ("yaml", "jsonl", "json", "csv")
"""The names of the forms; the first is what is written where nothing tells the form."""


def writer(form: str) -> Writer:
    """Give what writes a form; raises KeyError for an unknown one."""
    return {"yaml": _yaml, "jsonl": _jsonl, "json": _json, "csv": _csv}[form]


def _yaml(analyses: Iterable[Analysis], book: Rulebook, stream: BinaryIO) -> None:
    from bnnextract.writing.as_yaml import yaml

    _put(yaml(_records(analyses, book)), stream)


def _json(analyses: Iterable[Analysis], book: Rulebook, stream: BinaryIO) -> None:
    from bnnextract.writing.as_json import json

    _put(json(_records(analyses, book)), stream)


def _jsonl(analyses: Iterable[Analysis], _: Rulebook, stream: BinaryIO) -> None:
    from bnnextract.writing.as_json import jsonl

    _put(jsonl(_statistics(analyses)), stream)


def _csv(analyses: Iterable[Analysis], _: Rulebook, stream: BinaryIO) -> None:
    from bnnextract.writing.as_csv import csv

    _put(csv(_statistics(analyses)), stream)


def _statistics(analyses: Iterable[Analysis]) -> Iterator[Statistic]:
    return chain.from_iterable(analysis.statistics for analysis in analyses)


def _records(analyses: Iterable[Analysis], book: Rulebook) -> tuple[Record, ...]:
    from bnnextract.records import records

    return records(_statistics(analyses), book.indicator_order)


def _put(pieces: Iterable[str], stream: BinaryIO) -> None:
    stream.writelines(piece.encode() for piece in pieces)
