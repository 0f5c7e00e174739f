"""The months, each with the ways it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bnnextract.frozen import frozen
from bnnextract.knowledge.patterns import files
from bnnextract.strict_yaml import load, read_all


@frozen()
class Month:
    """A month and the ways it is written."""

    number: int
    names: tuple[str, ...]


def load_months(folders: Sequence[Path]) -> Mapping[str, int]:
    """Read `months.yaml`: the number of each name. Raises PatternError where it is not as it should be."""
    months: dict[str, int] = {}
    for path in files(folders, "months.yaml"):
        for month in read_all(Month, load(path)):
            months |= dict.fromkeys(month.names, month.number)
    return months
