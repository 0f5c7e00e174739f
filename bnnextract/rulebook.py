"""All that the program knows, read once from the pattern folders."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bnnextract.edition import shipped
from bnnextract.knowledge.catalogue import Entry, catalogue, check_names
from bnnextract.knowledge.constructions import ConstructionBook, load_constructions
from bnnextract.knowledge.furniture import FurnitureBook, load_furniture
from bnnextract.knowledge.gazetteer import Gazetteer, load_gazetteer
from bnnextract.knowledge.indicators import IndicatorBook, load_indicators
from bnnextract.knowledge.numbers import NumberVetoBook, load_number_vetoes
from bnnextract.knowledge.numerals import Numerals, load_numerals
from bnnextract.knowledge.patterns import load_words
from bnnextract.knowledge.periods import PeriodBook, load_periods
from bnnextract.knowledge.units import Units, load_units
from bnnextract.knowledge.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The compiled knowledge, one book a stage, and the pattern folders that it was read from."""

    folders: tuple[Path, ...]
    furniture: FurnitureBook
    abbreviations: frozenset[str]
    numerals: Numerals
    units: Units
    number_vetoes: NumberVetoBook
    periods: PeriodBook
    gazetteer: Gazetteer
    indicators: IndicatorBook
    constructions: ConstructionBook
    vocabulary: Vocabulary

    @property
    def indicator_order(self) -> tuple[str, ...]:
        """The indicator keys in the contract's order."""
        return tuple(self.indicators.numbers)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries as they are written, by kind; read anew from the files, since extracting needs none of it."""
        return catalogue(self.folders)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave what is made to the collector of garbage only when all is made: it would look at it over and over, for nothing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@cache
@_uncollected()
def _load(folders: tuple[Path, ...]) -> Rulebook:
    vocabulary = load_vocabulary(folders)
    return Rulebook(
        folders,
        load_furniture(folders),
        load_words(folders, "abbreviations.yaml"),
        load_numerals(folders),
        load_units(folders),
        load_number_vetoes(folders),
        load_periods(folders),
        load_gazetteer(folders),
        load_indicators(folders),
        load_constructions(folders, vocabulary),
        vocabulary,
    )


def load_rulebook(folders: Sequence[Path] = ()) -> Rulebook:
    """Read the shipped patterns and, adding to or replacing them, those of other folders; once a process.

    Raises PatternError, which tells file, line and column, where a pattern is not as it should be.
    """
    for folder in folders:
        check_names(folder)
    return _load((shipped(), *folders))
