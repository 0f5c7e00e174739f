"""How tests write down what is told of a figure."""

from __future__ import annotations

from bnnextract import Statistic


def row(statistic: Statistic) -> str:
    """Tell a statistic in one line: office, year, indicator, part and the numbers."""
    numbers = [
        f"{slot} {number}"
        for slot in ("value", "target", "achievement", "change", "change_from")
        if (number := getattr(statistic, slot)) is not None
    ]
    office = statistic.office.name.replace("BNN ", "") if statistic.office else "-"
    part = f" [{statistic.category}]" if statistic.category else ""
    return f"{office} {statistic.year} {statistic.indicator.rpartition('.')[2]}{part}: {', '.join(numbers)}"
