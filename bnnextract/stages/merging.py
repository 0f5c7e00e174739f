"""Statistics that say the same thing made one, with the evidence of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bnnextract.model import Statistic

_MASSES = {"miligram": Decimal("0.001"), "gram": Decimal(1), "kilogram": Decimal(1000), "ton": Decimal(1000000)}


def merge(statistics: Sequence[Statistic]) -> tuple[Statistic, ...]:
    """Make one of the statistics of an article that repeat each other; the first place keeps the order."""
    merged: list[Statistic] = []
    for statistic in statistics:
        for at, other in enumerate(merged):
            if same(other, statistic):
                merged[at] = _joined(other, statistic)
                break
        else:
            merged.append(statistic)
    return tuple(merged)


def same(a: Statistic, b: Statistic) -> bool:
    """Tell if two statistics of an article are one: nothing contradicts, and the value is the same or a rounding of it."""
    if a.office != b.office or a.year != b.year or a.event != b.event:
        return False
    if not _same_value(a, b):
        return False
    if a.indicator != b.indicator and not (a.indicator.split(".")[0] == b.indicator.split(".")[0] and a.unit == b.unit):
        return False
    if a.category != b.category and a.category and b.category and a.parts != b.parts:
        return False
    if a.category != b.category and not (a.category and b.category) and a.indicator == b.indicator and a.value is not None and a.value < 5:
        return False
    return all(_agree(getattr(a, slot), getattr(b, slot)) for slot in ("target", "achievement", "change"))


def _agree(a: Decimal | None, b: Decimal | None) -> bool:
    return a is None or b is None or a == b


def _same_value(a: Statistic, b: Statistic) -> bool:
    if a.value is None or b.value is None:
        return a.value is b.value and a.target == b.target and a.change == b.change
    if a.unit == b.unit and a.value == b.value and a.value_max == b.value_max:
        return True
    if a.unit in _MASSES and b.unit in _MASSES and a.parts == b.parts and a.indicator == b.indicator:
        return _rounds(a.value * _MASSES[a.unit], b.value * _MASSES[b.unit], a.value, b.value, a.unit, b.unit)
    return False


def _rounds(grams_a: Decimal, grams_b: Decimal, a: Decimal, b: Decimal, unit_a: str, unit_b: str) -> bool:
    """Tell if the coarser of two masses is the finer one rounded or cut to its own last digit."""
    if unit_a == unit_b and a == a.to_integral() and b == b.to_integral() and abs(a - b) > 1:
        return False
    coarse, fine, unit = (a, grams_b, unit_a) if _step(a, unit_a) > _step(b, unit_b) else (b, grams_a, unit_b)
    step = _step(coarse, unit)
    return abs(coarse * _MASSES[unit] - fine) < step


def _step(value: Decimal, unit: str) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(int(exponent)) * _MASSES[unit]


def _joined(a: Statistic, b: Statistic) -> Statistic:
    """Fill what the first lacks from the second; the finer value, the more specific indicator and the part hold."""
    finer = a
    if a.value is not None and b.value is not None and a.unit in _MASSES and b.unit in _MASSES and _step(b.value, b.unit) < _step(a.value, a.unit):
        finer = b
    lead = a if a.category or not b.category else b
    return replace(
        a,
        indicator=a.indicator if a.indicator == b.indicator or _general(b.indicator) else b.indicator,
        category=lead.category,
        parts=lead.parts,
        value=finer.value,
        value_max=finer.value_max,
        unit=finer.unit,
        bound=finer.bound,
        target=a.target if a.target is not None else b.target,
        target_max=a.target_max if a.target is not None else b.target_max,
        achievement=a.achievement if a.achievement is not None else b.achievement,
        achievement_bound=a.achievement_bound if a.achievement is not None else b.achievement_bound,
        change=a.change if a.change is not None else b.change,
        change_unit=a.change_unit if a.change is not None else b.change_unit,
        change_from=a.change_from if a.change is not None else b.change_from,
        certainty="sure" if "sure" in (a.certainty, b.certainty) else "unsure",
        doubts=() if "sure" in (a.certainty, b.certainty) else a.doubts,
        evidence=a.evidence + b.evidence,
    )


def _general(indicator: str) -> bool:
    return indicator in {"rehabilitasi.klien", "pemberantasan.kasus", "pencegahan.sosialisasi_peserta", "lainnya"}
