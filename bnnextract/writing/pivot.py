"""Figures laid out by office, year and indicator; nothing is added up, and what contradicts itself is told, not decided.

Only figures of a period are laid out: those of single events must not stand among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple, TypeVar

from bnnextract.knowledge.units import GRAMS
from bnnextract.model import Record, Statistic
from bnnextract.writing.columns import RECORDS, Column, Row
from bnnextract.writing.rows import in_grams, parts_text, plain, year_of

T = TypeVar("T")

# Indicators of which the parts on an axis are figures of their own, not shares of one total.
_OWN_FIGURES: Mapping[str, str] = {
    "pemberantasan.barang_bukti": "zat",
    "pemberantasan.pemusnahan": "zat",
    "kelembagaan.anggaran": "status",
    "survei.prevalensi": "status",
    "survei.penyalahguna": "status",
}
# What fits no indicator, and no unit, is not one thing.
_OTHER = "lainnya"
_INDICES = ".indeks"
_INDEX_AXIS = "lain"

_OFFICE_YEAR = 5  # the first columns of RECORDS tell office and year


class _Range(NamedTuple):
    """A figure, with its upper end where it is a range."""

    low: Decimal
    high: Decimal | None

    def __str__(self) -> str:
        return plain(self.low) if self.high is None else f"{plain(self.low)}-{plain(self.high)}"


@dataclass(frozen=True, slots=True)
class _Group:
    """Statistics that count the same thing in the same unit, masses in grams; they may contradict each other."""

    unit: str
    statistics: list[Statistic] = field(default_factory=list)

    @property
    def values(self) -> Mapping[_Range, list[Statistic]]:
        """The figures told, each with the statistics that tell it."""
        return self._told(lambda statistic: (statistic.value, statistic.value_max))

    @property
    def targets(self) -> Mapping[_Range, list[Statistic]]:
        """The targets told, likewise."""
        return self._told(lambda statistic: (statistic.target, statistic.target_max))

    def _told(self, ends: Callable[[Statistic], tuple[Decimal | None, Decimal | None]]) -> Mapping[_Range, list[Statistic]]:
        told: dict[_Range, list[Statistic]] = {}
        for statistic in self.statistics:
            low, high = ends(statistic)
            if statistic.unit in GRAMS:
                low, high = in_grams(low, statistic.unit), in_grams(high, statistic.unit)
            if low is not None:
                told.setdefault(_Range(low, high), []).append(statistic)
        return dict(sorted(told.items(), key=lambda item: (item[0].low, item[0].high or item[0].low)))


def record_rows(records: Iterable[Record]) -> Iterator[Row]:
    """Give a row of RECORDS for every office, year, indicator, part, period and unit of which a figure or target is told."""
    for record in records:
        groups: dict[tuple[str, ...], _Group] = {}
        for statistic in record.statistics:
            if not statistic.event:
                unit = _unit(statistic)
                key = (statistic.indicator, _part(statistic), statistic.period or "", unit)
                groups.setdefault(key, _Group(unit)).statistics.append(statistic)
        for (indicator, part, period, unit), group in groups.items():
            values, targets = group.values, group.targets
            if values or targets:
                yield (
                    *_office_and_year(record),
                    period or None,
                    indicator,
                    part or None,
                    unit,
                    *(_only(values) or (None, None)),
                    _bound(next(iter(values.values()))) if len(values) == 1 else None,
                    *(_only(targets) or (None, None)),
                    _only({one.achievement: 1 for one in group.statistics if one.achievement is not None}),
                    "sure" if any(one.certainty == "sure" for one in group.statistics) else "unsure",
                    len({evidence.article.story for one in group.statistics for evidence in one.evidence}),
                    "; ".join(filter(None, (_conflict("", values), _conflict("target: ", targets)))) or None,
                )


def wide(records: Sequence[Record], order: Sequence[str]) -> tuple[Sequence[Column], list[Row]]:
    """Give the columns and rows of a table with a row an office and year, and a column an indicator and unit.

    A cell has the total that is told for the whole year, masses in grams. It is empty where the articles contradict each
    other, which the last column tells then. Statistics whose office or year is not known have no place in it.
    `order` lists the indicators.
    """
    ranks = {indicator: rank for rank, indicator in enumerate(order)}
    known = [(record, _Line.of(record)) for record in records if record.office and record.year]
    lines = [(record, line) for record, line in known if line.groups or line.partial]
    keys = sorted(
        {key for _, line in lines for key in line.groups}, key=lambda key: (ranks.get(key.indicator, len(ranks)), key)
    )
    targeted = {key for _, line in lines for key, group in line.groups.items() if group.targets}
    valued = {key for _, line in lines for key, group in line.groups.items() if group.values}
    heads = [(key, target) for key in keys for target in (False, True) if key in (targeted if target else valued)]
    columns = (
        *RECORDS[:_OFFICE_YEAR],
        *(Column(key.head(target=target), "number", "") for key, target in heads),
        Column("inexact", "text", "the figures that are ranges, and those told as approximate, least or most"),
        Column("part_of_year", "text", "the figures that cover less than the year"),
        Column("conflicts", "text", "the figures that contradict each other"),
    )
    return columns, [
        (*_office_and_year(record), *(line.cell(*head) for head in heads), *line.notes(keys)) for record, line in lines
    ]


class _Key(NamedTuple):
    """What a column of the wide table counts; sorts people first, then by unit and part."""

    indicator: str
    counted: bool
    unit: str
    part: str

    def head(self, *, target: bool = False) -> str:
        """Give the column's name."""
        words = [self.indicator, self.part, "target" if target else "", f"({self.unit})" if self.counted else ""]
        return " ".join(filter(None, words))


@dataclass(frozen=True, slots=True)
class _Line:
    """The figures of one office and year: those of the whole year, and those of less."""

    groups: dict[_Key, _Group] = field(default_factory=dict)
    partial: dict[_Key, list[Statistic]] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Record) -> _Line:
        """Sort a record's figures."""
        line = cls()
        for statistic in record.statistics:
            part = _own_part(statistic)
            unit = _unit(statistic)
            if part is None or statistic.event or statistic.value is statistic.target is None or unit == _OTHER:
                continue
            key = _Key(statistic.indicator, unit != "orang", unit, part)
            if statistic.period is None:
                line.groups.setdefault(key, _Group(unit)).statistics.append(statistic)
            else:
                line.partial.setdefault(key, []).append(statistic)
        return line

    def cell(self, key: _Key, target: bool) -> Decimal | None:  # noqa: FBT001 - it is half of a column's head
        """Give the one figure told, if it is no range."""
        group = self.groups.get(key)
        only = _only(group.targets if target else group.values) if group else None
        return only.low if only and only.high is None else None

    def notes(self, keys: Iterable[_Key]) -> Row:
        """Give what the cells cannot tell: inexact figures, those of part of the year, contradictions."""
        inexact, conflicts, partial = [], [], []
        for key in keys:
            if group := self.groups.get(key):
                for told, target in ((group.values, False), (group.targets, True)):
                    head = key.head(target=target)
                    if len(told) > 1:
                        conflicts.append(f"{head}: {', '.join(map(_told_by, told, told.values()))}")
                    elif (only := _only(told)) and only.high is not None:
                        inexact.append(f"{head}: {only}")
                    elif only and not target and (bound := _bound(told[only])) != "exact":
                        inexact.append(f"{head}: {bound}")
        for key, statistics in self.partial.items():
            partial += [text for one in statistics for text in _of_period(key, one)]
        return "; ".join(inexact) or None, "; ".join(partial) or None, "; ".join(conflicts) or None


def _of_period(key: _Key, statistic: Statistic) -> Iterator[str]:
    group = _Group(key.unit, [statistic])
    for told, target in ((group.values, False), (group.targets, True)):
        for figure in told:
            yield f"{key.head(target=target)}: {figure} ({statistic.period})"


def _told_by(figure: _Range, statistics: Iterable[Statistic]) -> str:
    """Give a figure with the scopes that it is told of."""
    scopes = sorted({statistic.scope for statistic in statistics if statistic.scope})
    return f"{figure} ({', '.join(scopes)})" if scopes else str(figure)


def _conflict(head: str, told: Mapping[_Range, list[Statistic]]) -> str | None:
    return head + ", ".join(map(_told_by, told, told.values())) if len(told) > 1 else None


def _only(told: Mapping[T, object]) -> T | None:
    return next(iter(told)) if len(told) == 1 else None


def _bound(statistics: Iterable[Statistic]) -> str:
    """Give the bound of a figure: exact where it is told as such anywhere."""
    return min((statistic.bound for statistic in statistics), key=lambda bound: (bound != "exact", bound))


def _unit(statistic: Statistic) -> str:
    return "gram" if statistic.unit in GRAMS else statistic.unit


def _part(statistic: Statistic) -> str:
    part = parts_text(statistic.parts) or statistic.category
    return "; ".join(filter(None, (statistic.noun, part))) if statistic.indicator == _OTHER else part or ""


def _own_part(statistic: Statistic) -> str | None:
    """Give the part that a figure is the whole of, `` if it is a whole without one, None if it is a share of a total."""
    indicator = statistic.indicator
    if indicator == _OTHER:
        return None
    if not statistic.parts and statistic.category is None:
        return ""
    axis = _INDEX_AXIS if indicator.endswith(_INDICES) else _OWN_FIGURES.get(indicator)
    return statistic.parts[axis] if axis is not None and set(statistic.parts) == {axis} else None


def _office_and_year(record: Record) -> Row:
    office = record.office
    return (*((office.name, office.id, office.level, office.province) if office else (None,) * 4), year_of(record.year))
