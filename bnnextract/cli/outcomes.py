"""What comes of articles, one after the other."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bnnextract.cli.report import internal
from bnnextract.model import Analysis, Article, Statistic
from bnnextract.pipeline import analyse
from bnnextract.rulebook import load_rulebook


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an article: its analysis, or the reason why there is none, with the traceback."""

    analysis: Analysis
    seconds: float = 0.0
    failure: str | None = None
    trace: str = ""
    known: bool = False


Known = Callable[[Article], tuple[Statistic, ...] | None]
"""Tells the statistics of an article that need not be analysed again."""

Work = Callable[[Iterable[Article], Known], Iterator[Outcome]]
"""Analyses articles, in order, those that are not known."""


def outcome(article: Article, folders: tuple[Path, ...]) -> Outcome:
    """Analyse one article. What goes wrong in the program itself is its failure, and no other's."""
    begun = perf_counter()
    try:
        analysis = analyse(article, load_rulebook(folders))
    except Exception as error:  # noqa: BLE001 - the other articles are to be analysed nevertheless
        return Outcome(Analysis(article, ()), perf_counter() - begun, internal(error), traceback.format_exc())
    return Outcome(analysis, perf_counter() - begun)


def one_by_one(folders: tuple[Path, ...], articles: Iterable[Article], known: Known) -> Iterator[Outcome]:
    """Analyse articles in this process, each when its outcome is asked for."""
    for article in articles:
        yield remembered(article, known) or outcome(article, folders)


def remembered(article: Article, known: Known) -> Outcome | None:
    """Give the outcome of an article that is known."""
    statistics = known(article)
    return None if statistics is None else Outcome(Analysis(article, statistics), known=True)
