"""Statistics of many articles as records: chosen, grouped by office and year, equal ones merged, sorted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from itertools import chain
from typing import Any

from bnnextract.model import Analysis, Evidence, Office, Record, Statistic, Year

_PREFIXES = {
    "pusat": ("BNN RI", "BNN"),
    "provinsi": ("BNN Provinsi ", "BNNP "),
    "kota": ("BNN Kota ", "BNNK "),
    "kabupaten": ("BNN Kabupaten ", "BNNK "),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which statistics are wanted; what is empty asks for nothing.

    `years` match every span of years that they meet; `indicators` are keys or their groups.
    """

    offices: frozenset[Office] = frozenset()
    years: tuple[Year, ...] = ()
    indicators: frozenset[str] = frozenset()
    events: bool = True
    unsure: bool = True

    def of(self, analysis: Analysis) -> Analysis:
        """Give the analysis with only those of its statistics that are wanted."""
        return replace(analysis, statistics=tuple(filter(self.keeps, analysis.statistics)))

    def keeps(self, statistic: Statistic) -> bool:
        """Tell whether a statistic is wanted."""
        year = statistic.year
        return (
            (self.events or not statistic.event)
            and (self.unsure or statistic.certainty == "sure")
            and (not self.indicators or not self.indicators.isdisjoint(_indicator_names(statistic.indicator)))
            and (
                not self.years or (year is not None and any(y.first <= year.last and year.first <= y.last for y in self.years))
            )
            and (not self.offices or statistic.office in self.offices)
        )


def offices_named(names: Iterable[str], known: Iterable[Office]) -> frozenset[Office]:
    """Give the offices that go by the names: `3672`, `BNN Kota Cilegon`, `BNNK Cilegon` or `Cilegon`, in any case.

    Raises ValueError for a name that no known office goes by.
    """
    by_name: dict[str, set[Office]] = {}
    for office in known:
        for name in _office_names(office):
            by_name.setdefault(_office_key(name), set()).add(office)
    found: set[Office] = set()
    for name in names:
        key = _office_key(name)
        if key not in by_name:
            near = sorted({office.name for like in get_close_matches(key, by_name) for office in by_name[like]})
            raise ValueError(f"no office is named '{name}'{_meant(near)}")
        found |= by_name[key]
    return frozenset(found)


def indicators_named(names: Collection[str], known: Iterable[str]) -> frozenset[str]:
    """Give the names if they are known indicators or groups of them; raises ValueError for one that is not."""
    every = sorted({name for key in known for name in _indicator_names(key)})
    for name in names:
        if name not in every:
            raise ValueError(f"no indicator or group is named '{name}'{_meant(get_close_matches(name, every))}")
    return frozenset(names)


def year_named(text: str) -> Year:
    """Read `2024` or `2020-2024`; raises ValueError for anything else."""
    found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{4}))?", text)
    if found is None or (found[2] and found[2] < found[1]):
        raise ValueError(f"'{text}' is no year; write 2024, or 2020-2024 for a span")
    return Year(int(found[1]), int(found[2] or found[1]))


def records(statistics: Iterable[Statistic], order: Sequence[str]) -> tuple[Record, ...]:
    """Group statistics by office and year, merge equal ones with their evidence, and sort all.

    Copies of one story are one source: an article of it stands for all, and names those that tell the same. `order`
    lists the indicators; one that it lacks comes last. The records do not depend on the order of `statistics`.
    """
    ranks = {indicator: rank for rank, indicator in enumerate(order)}
    equal: dict[tuple[object, ...], list[Statistic]] = {}
    undated: Counter[tuple[object, ...]] = Counter()
    for statistic in sorted(statistics, key=_first_place):
        identity = _identity(statistic)
        if statistic.event and statistic.period is None:
            # Two articles that tell an event of the same figure tell the same one only where it has the same dates, or
            # where they are copies of one story: then their first are the same, their second, and so on.
            article = statistic.best.article
            undated[article.id, *identity] += 1
            identity = (*identity, article.story, undated[article.id, *identity])
        equal.setdefault(identity, []).append(statistic)
    groups: dict[tuple[Office | None, Year | None], list[Statistic]] = {}
    for statistic in map(_merged, equal.values()):
        groups.setdefault((statistic.office, statistic.year), []).append(statistic)
    return tuple(
        Record(office, year, tuple(sorted(group, key=lambda statistic: _rank(statistic, ranks))))
        for (office, year), group in sorted(groups.items(), key=lambda item: _record_rank(*item[0]))
    )


def _meant(near: Sequence[str]) -> str:
    return f"; did you mean {' or '.join(near)}?" if near else "; check the spelling"


def _indicator_names(indicator: str) -> tuple[str, str]:
    return indicator, indicator.partition(".")[0]


def _office_key(name: str) -> str:
    """Give an office's name without case, spaces and signs, as names are compared."""
    return "".join(filter(str.isalnum, name.casefold()))


def _office_names(office: Office) -> Iterator[str]:
    yield from (office.id, office.name)
    long, short = _PREFIXES[office.level]
    place = office.name.removeprefix(long)
    yield short + place
    if place:
        yield from (place, long.removeprefix("BNN ") + place)


def _place(evidence: Evidence) -> tuple[object, ...]:
    """Order evidence by article, then by position, the title first."""
    return evidence.article.id, evidence.where != "title", evidence.span, evidence.quote, evidence.pattern


def _first_place(statistic: Statistic) -> tuple[object, ...]:
    return *min(map(_place, statistic.evidence)), statistic.id


def _identity(statistic: Statistic) -> tuple[object, ...]:
    """Give what equal statistics share."""
    return (
        statistic.office,
        statistic.year,
        statistic.period,
        statistic.scope,
        statistic.event,
        statistic.indicator,
        tuple(sorted(statistic.parts.items())),
        statistic.category,
        statistic.unit,
        statistic.value,
        statistic.value_max,
        statistic.bound,
        statistic.target,
        statistic.target_max,
        statistic.achievement,
        statistic.achievement_bound,
        statistic.change,
        statistic.change_unit,
        statistic.change_from,
    )


def _merged(equal: Sequence[Statistic]) -> Statistic:
    """Join equal statistics under the first's id; where some are sure, all are, and only the doubts of those count."""
    evidence = _sources(chain.from_iterable(statistic.evidence for statistic in equal))
    sources = {place.article.id for place in evidence}
    surest = [statistic for statistic in equal if statistic.certainty == "sure"] or equal
    return replace(
        next(statistic for statistic in equal if statistic.best.article.id in sources),
        noun=next((statistic.noun for statistic in equal if statistic.noun), None),
        certainty=surest[0].certainty,
        doubts=_joined(statistic.doubts for statistic in surest),
        flags=_joined(statistic.flags for statistic in equal),
        evidence=evidence,
    )


def _sources(told: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Give the evidence of one article a story, the earliest that is dated; it names the others where it begins."""
    stories: dict[str, dict[str, list[Evidence]]] = {}
    for place in sorted(told, key=lambda place: (place.article.published or date.max, _place(place))):
        stories.setdefault(place.article.story, {}).setdefault(place.article.id, []).append(place)
    found: list[Evidence] = []
    for (first, *others), *copies in (articles.values() for articles in stories.values()):
        found += (replace(first, copies=tuple(places[0].article for places in copies)), *others)
    return tuple(sorted(found, key=_place))


def _joined(texts: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(texts)))


def _record_rank(office: Office | None, year: Year | None) -> tuple[object, ...]:
    """Order records by the office's code and the year, what is not known last."""
    return (
        (office is None, office.id if office else ""),
        office.name if office else "",
        (year is None, (year.first, year.last) if year else ()),
    )


def _rank(statistic: Statistic, ranks: Mapping[str, int]) -> tuple[Any, ...]:
    """Order the statistics of a record by indicator and parts, then by whatever makes the order total."""
    return (
        ranks.get(statistic.indicator, len(ranks)),
        statistic.indicator,
        sorted(statistic.parts.items()),
        statistic.category or "",
        statistic.period or "",
        statistic.event,
        statistic.scope or "",
        *_first_place(statistic),
    )
