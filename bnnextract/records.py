"""Statistics of many articles as records: chosen, grouped by office and year, equal ones merged, sorted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from bnnextract.model import Evidence, Office, Record, Statistic, Year

_PREFIXES = {
    "pusat": ("BNN RI", "BNN"),
    "provinsi": ("BNN Provinsi ", "BNNP "),
    "kota": ("BNN Kota ", "BNNK "),
    "kabupaten": ("BNN Kabupaten ", "BNNK "),
}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which statistics are wanted; what is empty asks for nothing.

    `offices` are names without case, spaces and signs, `years` match every span of years that they meet, `indicators`
    are keys or their groups.
    """

    offices: frozenset[str] = frozenset()
    years: tuple[Year, ...] = ()
    indicators: frozenset[str] = frozenset()
    events: bool = True

    def keeps(self, statistic: Statistic) -> bool:
        """Tell whether a statistic is wanted."""
        year = statistic.year
        return (
            (self.events or not statistic.event)
            and (not self.indicators or not self.indicators.isdisjoint(_indicator_names(statistic.indicator)))
            and (
                not self.years
                or (year is not None and any(y.first <= year.last and year.first <= y.last for y in self.years))
            )
            and (
                not self.offices
                or (statistic.office is not None and not self.offices.isdisjoint(_office_names(statistic.office)))
            )
        )


def select(
    offices: Iterable[str], years: Iterable[str], indicators: Iterable[str], order: Sequence[str], *, events: bool
) -> Selection:
    """Read what a user asks for: names of offices, `2024` or `2020-2024`, indicators in `order` or groups of them.

    Raises ValueError with what is wrong.
    """
    return Selection(
        offices=frozenset(map(_office_key, offices)),
        years=tuple(map(_year, years)),
        indicators=frozenset(_known(indicator, order) for indicator in indicators),
        events=events,
    )


def records(statistics: Iterable[Statistic], order: Sequence[str]) -> tuple[Record, ...]:
    """Group statistics by office and year, merge equal ones with their evidence, and sort all.

    `order` lists the indicators; one that it lacks comes last. The records do not depend on the order of `statistics`.
    """
    ranks = {indicator: rank for rank, indicator in enumerate(order)}
    merged: dict[tuple[object, ...], Statistic] = {}
    for statistic in sorted(statistics, key=_first_place):
        key = _identity(statistic)
        merged[key] = _merge(merged[key], statistic) if key in merged else statistic
    groups: dict[tuple[Office | None, Year | None], list[Statistic]] = {}
    for statistic in merged.values():
        groups.setdefault((statistic.office, statistic.year), []).append(statistic)
    return tuple(
        Record(office, year, tuple(sorted(group, key=lambda statistic: _rank(statistic, ranks))))
        for (office, year), group in sorted(groups.items(), key=lambda item: _record_rank(*item[0]))
    )


def _year(text: str) -> Year:
    found = re.fullmatch(r"([0-9]{4})(?:-([0-9]{4}))?", text)
    if found is None or (found[2] and found[2] < found[1]):
        raise ValueError(f"'{text}' is no year; write 2024, or 2020-2024 for a span")
    return Year(int(found[1]), int(found[2] or found[1]))


def _known(indicator: str, order: Sequence[str]) -> str:
    names = sorted({name for key in order for name in _indicator_names(key)})
    if indicator in names:
        return indicator
    from difflib import get_close_matches

    near = " or ".join(get_close_matches(indicator, names)) or "one that `patterns list --kind indicator` gives"
    raise ValueError(f"no indicator or group is named '{indicator}'; did you mean {near}?")


def _indicator_names(indicator: str) -> tuple[str, str]:
    return indicator, indicator.partition(".")[0]


def _office_key(name: str) -> str:
    """Give an office's name without case, spaces and signs, as names are compared."""
    return "".join(filter(str.isalnum, name.casefold()))


@lru_cache(maxsize=1024)
def _office_names(office: Office) -> frozenset[str]:
    """Give all that an office may be asked for by: its code, `BNN Kota Cilegon`, `BNNK Cilegon`, `Cilegon`."""
    long, short = _PREFIXES[office.level]
    place = office.name.removeprefix(long)
    names = (office.id, office.name, short + place, long.removeprefix("BNN ") + place, place)
    return frozenset(key for name in names if (key := _office_key(name)))


def _place(evidence: Evidence) -> tuple[object, ...]:
    """Order evidence by article, then by position, the title first."""
    return evidence.article.id, evidence.where != "title", evidence.span, evidence.quote, evidence.pattern


def _first_place(statistic: Statistic) -> tuple[object, ...]:
    return *min(map(_place, statistic.evidence)), statistic.id


def _identity(statistic: Statistic) -> tuple[object, ...]:
    """Give what equal statistics share.

    Two articles that tell an event of the same figure tell the same event only where it has the same dates: else each
    statistic stays itself.
    """
    return (
        statistic.office,
        statistic.year,
        statistic.period,
        statistic.scope,
        statistic.event,
        statistic.id if statistic.event and statistic.period is None else None,
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


def _merge(first: Statistic, second: Statistic) -> Statistic:
    """Join equal statistics under the first's id; where one is sure, so are both, and only its doubts count."""
    if first.certainty == second.certainty:
        doubts = _joined(first.doubts, second.doubts)
    else:
        doubts = (first if first.certainty == "sure" else second).doubts
    return replace(
        first,
        noun=first.noun or second.noun,
        certainty="sure" if "sure" in (first.certainty, second.certainty) else "unsure",
        doubts=doubts,
        flags=_joined(first.flags, second.flags),
        evidence=tuple(sorted((*first.evidence, *second.evidence), key=_place)),
    )


def _joined(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


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
