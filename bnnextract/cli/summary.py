"""What a run came to: counted while it goes on, told in one line when it ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from gettext import gettext as _
from gettext import ngettext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bnnextract.model import Analysis


@dataclass(slots=True)
class Tally:
    """What has been counted so far; `skipped` counts by the kind of fault, `others` files that hold no articles by ending."""

    articles: int = 0
    fruitful: int = 0
    statistics: int = 0
    flagged: int = 0
    resumed: int = 0
    skipped: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)

    def counting(self, analyses: Iterable[Analysis]) -> Iterator[Analysis]:
        """Give the analyses as they are, and count them."""
        for analysis in analyses:
            self.articles += 1
            self.fruitful += bool(analysis.statistics)
            self.statistics += len(analysis.statistics)
            self.flagged += sum(bool(statistic.flags) for statistic in analysis.statistics)
            yield analysis


def closing_line(tally: Tally) -> str:
    """Tell a tally in one line.

    `1,204 articles read: 311 with statistics, 893 without; 2,940 statistics; 2 inputs skipped (1 broken, 1 no text)`.
    """
    articles = ngettext("{count} article read", "{count} articles read", tally.articles)
    split = _("{fruitful} with statistics, {rest} without")
    statistics = ngettext("{count} statistic", "{count} statistics", tally.statistics)
    parts = [
        f"{_counted(articles, tally.articles)}: "
        + split.format(fruitful=_number(tally.fruitful), rest=_number(tally.articles - tally.fruitful)),
        _counted(statistics, tally.statistics),
    ]
    if tally.resumed:
        parts.append(_counted(_("{count} known from before"), tally.resumed))
    if skipped := tally.skipped.total():
        reasons = ", ".join(f"{_number(count)} {_reason(code)}" for code, count in sorted(tally.skipped.items()))
        parts.append(f"{_counted(ngettext('{count} input skipped', '{count} inputs skipped', skipped), skipped)} ({reasons})")
    if others := tally.others.total():
        kinds = ", ".join(f"{_number(count)} {_kind(ending)}" for ending, count in sorted(tally.others.items()))
        told = ngettext("{count} other file passed over", "{count} other files passed over", others)
        parts.append(f"{_counted(told, others)} ({kinds})")
    return "; ".join(parts)


def _counted(template: str, count: int) -> str:
    return template.format(count=_number(count))


def _number(count: int) -> str:
    """Write a number with the sign that the language puts between thousands."""
    return f"{count:,}".replace(",", _(","))


def _kind(ending: str) -> str:
    """Give a kind of files that are passed over in words; one that has none of its own goes by its ending."""
    words = {"no ending": _("without ending"), "own": _("written by bnnextract")}
    return words.get(ending, ending)


def _reason(code: str) -> str:
    """Give a kind of fault in words; one that has none of its own goes by its name."""
    words = {
        "broken": _("broken"),
        "duplicate": _("of a name read before"),
        "empty": _("empty"),
        "encoding": _("in an unknown encoding"),
        "internal": _("with an internal error"),
        "missing": _("missing"),
        "no-text": _("without text"),
        "own": _("written by bnnextract"),
        "too-large": _("too large"),
        "unreadable": _("unreadable"),
        "unsupported": _("of an unsupported kind"),
    }
    return words.get(code) or code.replace("-", " ")
