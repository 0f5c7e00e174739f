"""When figures are counted: dates, months, years and what is told relative to them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

from bnnextract.frozen import frozen
from bnnextract.knowledge.months import load_months
from bnnextract.knowledge.patterns import Expression, any_of, compiled, entries, place
from bnnextract.strict_yaml import Node
from bnnextract.tokens import words_of

PeriodKind = Literal["year", "interval", "upto", "day", "name", "untold"]

_YEAR = r"(?<![\d.,])(?:19[89]\d|20[0-4]\d)(?![\d]|[.,]\d)"
_SLOT = re.compile(r"\{([a-z_]+)\}")
_HALVES = {"i": 1, "1": 1, "pertama": 1, "satu": 1, "ii": 2, "2": 2, "kedua": 2, "dua": 2}
_QUARTERS = _HALVES | {"iii": 3, "3": 3, "ketiga": 3, "tiga": 3, "iv": 4, "4": 4, "keempat": 4, "empat": 4}
_COUNT_WORDS = ("dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_COUNTS = {form: number for number, word in enumerate(_COUNT_WORDS, 2) for form in (word, str(number))}


@frozen()
class PeriodExample:
    """A text and what it tells: `years` as `2021` or `2015-2016`, `name` or `none`; `period` where narrower."""

    text: str
    years: str
    period: str | None = None
    published: str | None = None


@frozen()
class PeriodPattern:
    """One way to tell a period; `patterns/periods.yaml` explains the slots and kinds.

    `words` are those of which one stands in it where it needs neither a year nor a month, `needs` words or signs of which one
    stands in it besides. A `signed` one may begin with a sign.
    A `same` one is of the months told last before it; of a `yearless` one the year may be left out.
    """

    name: str
    pattern: str
    kind: PeriodKind
    examples: tuple[PeriodExample, ...]
    rejects: tuple[str, ...]
    node: Node
    relative: int | None = None
    anchor: Literal["report", "reported", "context"] = "report"
    words: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    weak: bool = False
    same: bool = False
    signed: bool = False
    yearless: bool = False


@frozen(eq=False)
class PeriodBook:
    """All period patterns in their order, compiled.

    Every period has some of what `digits` find, a year or the stroke of a date, and `words`, a month or another word, of which
    the first is `leading`; `anchors` tell which of year, month and stroke each pattern cannot do without, if any; `months`,
    `halves`, `quarters` and `counts` give the number of what is written.
    """

    entries: tuple[PeriodPattern, ...]
    patterns: tuple[Expression, ...]
    anchors: tuple[str | None, ...]
    digits: re.Pattern[str]
    words: re.Pattern[str]
    leading: frozenset[str]
    months: Mapping[str, int]
    halves: Mapping[str, int]
    quarters: Mapping[str, int]
    counts: Mapping[str, int]


def load_periods(folders: Sequence[Path]) -> PeriodBook:
    """Read `periods.yaml` and `months.yaml`. Raises PatternError where they are not as they should be."""
    months = load_months(folders)
    found = entries(folders, "periods.yaml", PeriodPattern)
    slots = {
        "year": _YEAR,
        "month": rf"(?:{any_of(months)})\b\.?",
        "month_number": r"(?:1[0-2]|0?[1-9])(?!\d)",
        "day": r"(?<![\d.,])(?:3[01]|[12]\d|0?[1-9])(?!\d)",
        "half": rf"(?:{any_of(_HALVES)})\b",
        "count": rf"(?:{any_of(_COUNTS)})\b",
        "quarter": rf"(?:{any_of(_QUARTERS)})\b",
    }
    patterns = []
    for entry in found:

        def group(match: re.Match[str], entry: PeriodPattern = entry) -> str:
            slot = match[1]
            shape = slots.get(slot) or slots.get(slot.split("_", 1)[-1])
            if shape is None:
                raise place(entry.node, "pattern").error(f"unknown slot {{{slot}}}; known are: {', '.join(slots)}")
            return f"(?P<{slot}>{shape})"

        patterns.append(compiled(entry.node, "pattern", rf"{_start(entry)}(?:{_SLOT.sub(group, entry.pattern)})"))
    words = {word for entry in found for word in entry.words}
    telling = {*months, *words}
    return PeriodBook(
        entries=found,
        patterns=tuple(patterns),
        anchors=tuple(map(_anchor, found)),
        # Whatever has no digit there is passed over before anything behind it is looked at.
        digits=re.compile(r"\d(?:(?<=(?<!\d)1)9\d\d(?!\d)|(?<=(?<!\d)2)0\d\d(?!\d)|\s?/(?=\s?\d))"),
        words=re.compile(rf"\b(?:{any_of(telling)})\b"),
        leading=frozenset(words_of(word)[0] for word in telling),
        months=months,
        halves=_HALVES,
        quarters=_QUARTERS,
        counts=_COUNTS,
    )


def _start(entry: PeriodPattern) -> str:
    """Write that no word goes on where a pattern begins; one that begins with a word is found faster by the word's start."""
    return r"(?<!\w)" if entry.signed else r"\b"


def _anchor(entry: PeriodPattern) -> str | None:
    """Tell what every match of a pattern has: a month, a year, a date's stroke, or none of them for certain."""
    slots = {slot.split("_", 1)[-1] for slot in _SLOT.findall(entry.pattern)}
    if "month" in slots:
        return "month"
    if "year" in slots:
        return "year" if not entry.yearless else None
    return None if entry.words else "stroke"
