"""From numerals to quantities: counted noun and unit, bound, range, repetition in brackets, stray space."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import zip_longest
from typing import NamedTuple

from bnnextract.frozen import frozen
from bnnextract.knowledge.numerals import Kind, Numeral, may_be_thousands, read_digits, scaled
from bnnextract.knowledge.units import BLANKS, MEASURED, BoundWords, UnitNouns, Units
from bnnextract.model import Bound, Quantity, Span
from bnnextract.tokens import Tokens

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_YEAR_AND_NUMBER = re.compile(r"((?:19|20)[0-9]{2})[.,]([0-9]{1,3})")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})*")
_LAST_GROUP = re.compile(r"[0-9]{3}(?:,[0-9]+)?")
_TWICE = ({"digits", "words"}, {"malformed", "words"})
_HYPHENS = frozenset("-‐‑")
_CLOSE = 3
_LONGEST_JOINER = 20
_LONGEST_CODE = 4
# So many digits behind a comma and a space are decimals, where three are another number, or thousands: `287, 7784 gram`.
_DECIMALS = frozenset({1, 2, 4})
# Two numbers with a spaced dash between are a range where they are of one order, else a label and its figure.
_WIDEST_SPACED = 10
# Before a number behind a label: another such dash behind it sets columns apart (`Rawat jalan – 40 – 52`).
_COLUMN = re.compile(r"\w[)%]?[ \t]+[-–][ \t]+\Z")
_COLUMN_REACH = 8


@frozen()
class Malformed:
    """Digits that are no quantity: `malformed` and `fraction` have no single value, the other kinds are no numbers."""

    start: int
    end: int
    kind: Kind


class _Figure(NamedTuple):
    """A numeral with what repeats it in brackets: where that ends, and what is doubtful about it."""

    numeral: Numeral
    start: int
    end: int
    doubts: tuple[str, ...] = ()


class _Counted(NamedTuple):
    """What stands on the right of a figure: its noun, the bound after it, and where both end."""

    unit: UnitNouns | None
    noun: str | None
    bound: Bound | None
    end: int


def find_quantities(
    lowered: str, tokens: Tokens, numerals: Sequence[Numeral], units: Units
) -> tuple[Quantity | Malformed, ...]:
    """Read the numerals of a lower-cased text as quantities, in order, none overlapping another.

    A number without a counted noun has the unit `lainnya`, a plain year among them. Numerals that are none (codes,
    dates, times of day) or have no single reading come as Malformed.
    """
    found: list[Quantity | Malformed] = []
    figures = _figures(lowered, tokens, numerals, units)
    reach = 0
    for figure, following in zip_longest(figures, figures[1:]):
        if figure.start < reach:
            # It is the far end of a range, or part of a noun: `m2`.
            continue
        numeral = figure.numeral
        counted = _count(lowered, tokens, numeral, figure.end, units)
        if numeral.value is None or (counted.noun is None and _is_code(lowered, tokens, numeral)):
            found.append(Malformed(numeral.start, numeral.end, numeral.kind if numeral.value is None else "code"))
            continue
        bound, start = units.bound_before(tokens, figure.start, reach)
        if following is not None and following.start - counted.end <= _LONGEST_JOINER:
            ranged = _range(lowered, tokens, figure, counted, following, (bound, start), units)
            if ranged is not None:
                found.append(ranged)
                reach = ranged.extent.end
                continue
        quantity = _quantity(lowered, figure, counted, (bound, start), units)
        reach = counted.end
        if counted.unit is not None and counted.unit.share is not None:
            found += _with_hundredths(lowered, found, quantity, counted.unit.share)
        elif _is_year_and_number(numeral, counted):
            found += _split(quantity, numeral)
        else:
            found.append(quantity)
    return tuple(found)


def _figures(lowered: str, tokens: Tokens, numerals: Sequence[Numeral], units: Units) -> list[_Figure]:
    """Join what a stray space or a repetition in brackets keeps apart."""
    figures: list[_Figure] = []
    place = 0
    while place < len(numerals):
        numeral = numerals[place]
        figure = None
        place += 1
        if place < len(numerals) and numerals[place].start - numeral.reach <= _CLOSE:
            following = numerals[place]
            figure = _closed(lowered, tokens, numeral, following, units) or _repeated(
                lowered, tokens, numeral, following, units
            )
            place += figure is not None
        figures.append(figure or _Figure(numeral, numeral.start, numeral.reach))
    return figures


def _closed(lowered: str, tokens: Tokens, left: Numeral, right: Numeral, units: Units) -> _Figure | None:
    """Close a stray space inside a number, where the unit behind it shows that it is one: `66, 67 persen`."""
    sign = lowered[left.reach : right.start].strip(BLANKS)
    if (
        sign not in {"", ",", "."}
        or {left.kind, right.kind} != {"digits"}
        or left.factor > 1
        or not lowered[right.start].isdigit()
        or not _GROUPED.fullmatch(left.core)
        or _follows_number(lowered, left.start)
    ):
        return None
    _, unit = units.noun(lowered, tokens, right.reach)
    if unit is None or not _fits(lowered, left, sign, right, unit):
        return None
    core = f"{left.core}{sign or '.'}{right.core}"
    value = read_digits(core)
    if value is None:
        return None
    doubts = () if sign else (f"{lowered[left.start : right.end]} may be two numbers",)
    whole = replace(right, start=left.start, value=scaled(value, right.factor), core=core, unit=left.unit)
    return _Figure(whole, left.start, right.reach, doubts)


def _fits(lowered: str, left: Numeral, sign: str, right: Numeral, unit: UnitNouns) -> bool:
    """Tell whether two runs of digits are so parted as one number of the unit is."""
    if sign == ",":
        halved = unit.divisible == "halves" and right.core == "5"
        is_fraction = right.core.isdigit() and len(right.core) in _DECIMALS
        return is_fraction and (unit.divisible == "always" or halved) and not _YEAR.fullmatch(left.core)
    if not _LAST_GROUP.fullmatch(right.core) or right.factor > 1:
        return False
    # A short number and a dot at the start of a line number a list.
    return not sign or (unit.divisible == "always" and lowered[left.start - 1 : left.start] not in {"\n", "\r"})


def _follows_number(lowered: str, start: int) -> bool:
    """Tell whether a number follows another after a comma or a space: `12, 15, 20 gram`."""
    before = lowered[max(0, start - 4) : start].rstrip(" ,;")
    return start >= 2 and not lowered[start - 1].isalnum() and before[-1:].isdigit()


def _repeated(lowered: str, tokens: Tokens, first: Numeral, second: Numeral, units: Units) -> _Figure | None:
    """Take a number in brackets that repeats the one before it as one with it: `2 (dua)`, `tiga (3)`."""
    if lowered[first.reach : second.start].strip() != "(" or {first.kind, second.kind} not in _TWICE:
        return None
    end = second.reach
    same = first.value == second.value
    if same and lowered[end : end + 1] != ")":
        end = _count(lowered, tokens, second, end, units).end
    if lowered[end : end + 1] == " ":
        end += 1
    if lowered[end : end + 1] != ")":
        return None
    numeral = first
    doubts: tuple[str, ...] = ()
    if first.value is None:
        numeral = second
    elif second.value is not None and not same:
        numeral = first if first.kind == "digits" else second
        doubts = (f"{lowered[first.start : first.end]} and {lowered[second.start : second.end]} disagree",)
    return _Figure(numeral, first.start, end + 1, doubts)


def _count(lowered: str, tokens: Tokens, numeral: Numeral, end: int, units: Units) -> _Counted:
    """Read what follows a numeral: `orang`, `kilogram lebih`, `lebih klien`, `sekian kasus`."""
    bound: Bound | None = "approx" if numeral.approximate else None
    noun, unit = numeral.noun, None
    if noun is None or numeral.kind == "digits":
        after, end = units.bound_after(lowered, tokens, end)
        bound = bound or after
        written, unit = units.noun(lowered, tokens, end)
        if written is None and lowered[end : end + 1] in _HYPHENS:
            # `10,5-gram`
            hyphened, of_hyphened = units.noun(lowered, tokens, end + 1)
            if of_hyphened is not None and of_hyphened.unit in MEASURED:
                end, written, unit = end + 1, hyphened, of_hyphened
        if written is not None and (numeral.unit is None or (unit is not None and unit.unit == numeral.unit)):
            noun = written
            first = tokens.index(end)
            end = tokens.starts[first] + len(written)
            if after is None:
                after, end = units.bound_after(lowered, tokens, end)
                bound = bound or after
        else:
            unit = None
    return _Counted(unit, noun, bound, end)


def _is_code(lowered: str, tokens: Tokens, numeral: Numeral) -> bool:
    """Tell whether letters stuck to the digits make them a code (`4-cmc`, `2x`), or they are part of a word: `kasus2`."""
    if numeral.kind != "digits" or numeral.factor > 1 or numeral.approximate or numeral.unit:
        return False
    if numeral.start and lowered[numeral.start - 1].isalpha():
        return True
    place, end = tokens.index(numeral.end), numeral.end
    if place + 1 < len(tokens.words) and tokens.words[place] in _HYPHENS and tokens.starts[place] == end:
        place, end = place + 1, end + 1
    if place >= len(tokens.words) or tokens.starts[place] != end:
        return False
    word = tokens.words[place]
    return word[0].isalpha() and len(word.partition("-")[0]) <= _LONGEST_CODE


def _value(numeral: Numeral, counted: _Counted, units: Units) -> Decimal:
    """Give the value, with what its unit says of the separator."""
    value = None
    if numeral.factor == 1 and may_be_thousands(numeral.core) and _divisible(numeral, counted, units) != "always":
        value = read_digits(numeral.core, whole=True)
    return value or numeral.value or Decimal(0)


def _divisible(numeral: Numeral, counted: _Counted, units: Units) -> str:
    if counted.unit is not None:
        return counted.unit.divisible
    unit = numeral.unit or numeral.usual
    return units.divisible.get(unit, "always") if unit else "always"


def _unit(numeral: Numeral, counted: _Counted) -> str:
    return (counted.unit.unit if counted.unit else None) or numeral.unit or numeral.usual or "lainnya"


def _quantity(lowered: str, figure: _Figure, counted: _Counted, bound: tuple[Bound | None, int], units: Units) -> Quantity:
    numeral = figure.numeral
    value = _value(numeral, counted, units)
    doubts = figure.doubts
    written = lowered[numeral.start : numeral.end]
    if numeral.factor == 1 and may_be_thousands(numeral.core) and _divisible(numeral, counted, units) == "always":
        doubts = (*doubts, f"{written} may be thousands")
    if numeral.doubt and counted.unit is None:
        doubts = (*doubts, f"{written} {numeral.doubt}")
    return Quantity(
        start=numeral.start,
        end=numeral.end,
        value=value,
        value_max=None,
        unit=_unit(numeral, counted),
        bound=bound[0] or counted.bound or "exact",
        noun=counted.noun,
        extent=Span(bound[1], counted.end),
        doubts=doubts,
    )


def _range(
    lowered: str,
    tokens: Tokens,
    left: _Figure,
    left_counted: _Counted,
    right: _Figure,
    bound: tuple[Bound | None, int],
    units: Units,
) -> Quantity | None:
    """Read two figures as the ends of a range, where they are joined as one and rise."""
    joiner, gap = _joiner(lowered, tokens, left, left_counted, right, bound, units)
    if joiner is None:
        return None
    high, low = right.numeral, left.numeral
    if high.value is None or low.value is None or (high.unit and low.unit and high.unit != low.unit):
        return None
    counted = _count(lowered, tokens, high, right.end, units)
    if counted.noun is None and _is_code(lowered, tokens, high):
        return None
    between = gap != left.end
    if between and left_counted.unit is not counted.unit:
        return None
    tight = not lowered[right.start - 1].isspace()
    if not between and counted.noun and not tight and _YEAR.fullmatch(low.core) and not _YEAR.fullmatch(high.core):
        return None
    unit = _unit(high, counted)
    if unit == "lainnya" and counted.noun is None:
        unit = _unit(low, counted)
    asked = _Counted(counted.unit, counted.noun, None, counted.end)
    first, last = _value(low, asked, units), _value(high, asked, units)
    end = low.end
    if low.factor == 1 and high.factor > 1 and first * high.factor < last:
        first, end = scaled(first, high.factor), high.end
    spaced = not joiner.words[0].isalpha() and not tight
    if first >= last or (spaced and (last > first * _WIDEST_SPACED or _in_column(lowered, bound[1]))):
        return None
    return Quantity(
        start=low.start,
        end=end,
        value=first,
        value_max=last,
        unit=unit,
        bound=bound[0] or counted.bound or "exact",
        noun=counted.noun,
        extent=Span(bound[1], counted.end),
        max_span=Span(high.start, high.end),
        doubts=left.doubts + right.doubts,
    )


def _in_column(lowered: str, start: int) -> bool:
    """Tell if a spaced dash stands before a number and behind something else in its line."""
    return _COLUMN.search(lowered, max(0, start - _COLUMN_REACH), start) is not None


def _joiner(
    lowered: str,
    tokens: Tokens,
    left: _Figure,
    counted: _Counted,
    right: _Figure,
    bound: tuple[Bound | None, int],
    units: Units,
) -> tuple[BoundWords | None, int]:
    """Give what joins two figures to a range, and where it begins: after the first number or after its noun."""
    for begin in (left.end, counted.end):
        gap = lowered[begin : right.start]
        joiner = units.joiners.get(" ".join(gap.split())) if len(gap) <= _LONGEST_JOINER and "\n" not in gap else None
        if joiner is None:
            continue
        if joiner.opened_by is None:
            return joiner, begin
        place = tokens.index(bound[1])
        if place and tokens.words[place - 1] == joiner.opened_by:
            return joiner, begin
    return None, left.end


def _with_hundredths(
    lowered: str, found: list[Quantity | Malformed], small: Quantity, share: Decimal
) -> list[Quantity | Malformed]:
    """Add cents to the whole before them, which they replace: `dua dolar lima sen`."""
    whole = found[-1] if found else None
    if not isinstance(whole, Quantity) or whole.unit != small.unit or lowered[whole.extent.end : small.start].strip():
        return [replace(small, value=small.value * share)]
    found.pop()
    extent = Span(whole.extent.start, small.extent.end)
    return [replace(whole, end=small.extent.end, value=whole.value + small.value * share, extent=extent)]


def _is_year_and_number(numeral: Numeral, counted: _Counted) -> bool:
    """Tell whether a year is stuck to what was counted in it: `2019,58 kasus`."""
    return (
        counted.unit is not None
        and (counted.unit.divisible != "always" or counted.unit.unit == "persen")
        and numeral.factor == 1
        and numeral.unit is None
        and _YEAR_AND_NUMBER.fullmatch(numeral.core) is not None
    )


def _split(quantity: Quantity, numeral: Numeral) -> list[Quantity]:
    year, number = numeral.core[:4], numeral.core[5:]
    start = quantity.start + 5
    return [
        Quantity(
            quantity.start,
            quantity.start + 4,
            Decimal(year),
            None,
            "lainnya",
            "exact",
            None,
            Span(quantity.extent.start, quantity.start + 4),
        ),
        replace(
            quantity,
            start=start,
            value=Decimal(number),
            bound="exact",
            extent=Span(start, quantity.extent.end),
            doubts=(),
        ),
    ]
