"""Reads Indonesian news about BNN offices and emits their statistics, each with the sentence it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bnnextract._version import __version__

if TYPE_CHECKING:
    from datetime import date

    from bnnextract.model import Quantity, Statistic

__all__ = ["Quantity", "Statistic", "__version__", "extract", "find_quantities"]


def extract(
    text: str, *, title: str | None = None, url: str | None = None, published: date | str | None = None
) -> tuple[Statistic, ...]:
    """Give the statistics of one article, in the order of the text.

    `published` is the publication date, a `date` or an ISO date (`2021-12-28`) or date-time; without it what the text tells
    only relative to it (`tahun ini`) is dated from the dates in the text, or not at all. Raises ValueError for a date that is
    none.
    """
    from datetime import datetime

    from bnnextract.model import Article
    from bnnextract.pipeline import analyse
    from bnnextract.rulebook import load_rulebook

    day = datetime.fromisoformat(published).date() if isinstance(published, str) else published
    return analyse(Article("text", text, title, url, day), load_rulebook()).statistics


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Give the quantities of a text in order: value, unit (`lainnya` for a bare number), bound and place.

    `start` and `end` enclose the numeral with its scale word and currency sign, as half-open code points.
    """
    from bnnextract.pipeline import quantities
    from bnnextract.rulebook import load_rulebook

    return quantities(text, load_rulebook())


def __getattr__(name: str) -> Any:
    """Load the model only when it is asked for: the command line's help needs none of it."""
    if name in {"Quantity", "Statistic"}:
        from bnnextract import model

        return getattr(model, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
