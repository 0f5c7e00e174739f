"""The examples and counter-examples of the patterns, run, and what goes wrong in them told in plain words.

What an example gives is described in a few words, and so is what the program reads in it; they hold where these agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Literal, Protocol, TypeVar

import regex

from bnnextract.knowledge.constructions import ROLES, Construction, ConstructionExample, Role
from bnnextract.knowledge.furniture import Furniture
from bnnextract.knowledge.gazetteer import Gazetteer, OfficeExample, OfficeForm
from bnnextract.knowledge.indicators import Indicator, IndicatorExample
from bnnextract.knowledge.numbers import NumberVeto
from bnnextract.knowledge.numerals import Given, NumberWords
from bnnextract.knowledge.patterns import place
from bnnextract.knowledge.periods import PeriodExample, PeriodPattern
from bnnextract.knowledge.units import BoundWords, GivenBound, GivenUnit, UnitNouns
from bnnextract.model import Article, Quantity, Statistic, Year
from bnnextract.pipeline import analyse, quantities, read_scene
from bnnextract.rulebook import Rulebook
from bnnextract.stages.bound.roles import find_roles
from bnnextract.stages.counted.lone import ends_list
from bnnextract.stages.dated.dating import year_of
from bnnextract.stages.dated.reporting import Reporting
from bnnextract.stages.found.offices import OfficeMention, find_offices
from bnnextract.stages.found.periods import PeriodMention, find_periods
from bnnextract.strict_yaml import Node
from bnnextract.tokens import lower, tokenise

X_co = TypeVar("X_co", covariant=True)
X = TypeVar("X")
E = TypeVar("E", bound="Shown[object]")

Fault = str | None


class Shown(Protocol[X_co]):
    """An entry with examples of a type and counter-examples."""

    @property
    def name(self) -> str:
        """The entry's name."""

    @property
    def node(self) -> Node:
        """The entry as it stands in its file."""

    @property
    def examples(self) -> tuple[X_co, ...]:
        """Texts with what the entry gives in them."""

    @property
    def rejects(self) -> tuple[str, ...]:
        """Texts in which it gives nothing."""


@dataclass(frozen=True, slots=True)
class Case:
    """An example or counter-example of an entry, its number among them, its place, and what tells its fault."""

    entry: str
    kind: Literal["example", "reject"]
    number: int
    node: Node
    fault: Callable[[], Fault]

    @property
    def id(self) -> str:
        """The name it goes by in tests: `constructions.yaml:value-of-target:example-0`."""
        return f"{self.node.path.name}:{self.entry}:{self.kind}-{self.number}"


@dataclass(frozen=True, slots=True)
class Failure:
    """An example or counter-example that does not hold: where it stands, from 1, and what is wrong."""

    path: Path
    line: int
    column: int
    message: str


def check(book: Rulebook) -> Iterator[Failure]:
    """Run every example and counter-example of every pattern; give those that do not hold."""
    for case in cases(book):
        if fault := case.fault():
            message = f"{case.kind} of {case.entry!r}: {fault}".replace("\n", "\\n")
            yield Failure(case.node.path, case.node.line, case.node.column, message)


def cases(book: Rulebook) -> Iterator[Case]:
    """Give every example and counter-example of every pattern, kind by kind."""
    yield from _cases(book, book.furniture.entries, _furniture_example, _furniture_reject)
    yield from _cases(book, book.numerals.entries, _numeral_example, _numeral_reject)
    yield from _cases(book, book.units.entries, _unit_example, _unit_reject)
    yield from _cases(book, book.units.bounds, _bound_example, _bound_reject)
    yield from _cases(book, book.number_vetoes.entries, _number_veto_example, _number_veto_reject)
    yield from _cases(book, book.periods.entries, _period_example, _period_reject)
    yield from _cases(book, book.gazetteer.entries, _office_example, _office_reject)
    yield from _cases(book, book.indicators.entries, _indicator_example, _indicator_reject)
    yield from _cases(book, book.constructions.entries, _construction_example, _construction_reject)


def _cases(
    book: Rulebook,
    entries: Iterable[E],
    example: Callable[[Rulebook, E, X], Fault],
    reject: Callable[[Rulebook, E, str], Fault],
) -> Iterator[Case]:
    for entry in entries:
        for number, (given, node) in enumerate(zip(entry.examples, _nodes(entry, "examples"), strict=True)):
            yield Case(entry.name, "example", number, node, partial(example, book, entry, given))  # type: ignore[arg-type]
        for number, (text, node) in enumerate(zip(entry.rejects, _nodes(entry, "rejects"), strict=True)):
            yield Case(entry.name, "reject", number, node, partial(reject, book, entry, text))


def _nodes(entry: Shown[object], key: str) -> tuple[Node, ...]:
    value = place(entry.node, key).value
    return value if isinstance(value, tuple) else ()


def _compared(text: str, found: Sequence[str], wanted: Sequence[str]) -> Fault:
    if list(found) == list(wanted):
        return None
    return f"“{text}” gives {' and '.join(found) or 'nothing'}, not {' and '.join(wanted)}"


def _refused(text: str, found: Sequence[str]) -> Fault:
    return f"“{text}” gives {' and '.join(found)}, and should not" if found else None


def _described(value: Decimal, value_max: Decimal | None, *more: str | None) -> str:
    """Describe a number, or a range, and what is told of it."""
    ends = (value,) if value_max is None else (value, value_max)
    return " ".join(["-".join(map(_plain, ends)), *filter(None, more)])


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _furniture_example(_: Rulebook, entry: Furniture, line: str) -> Fault:
    return None if regex.search(entry.pattern, lower(line)) else f"the pattern is not found in “{line}”"


def _furniture_reject(_: Rulebook, entry: Furniture, line: str) -> Fault:
    return f"the pattern is found in “{line}”" if regex.search(entry.pattern, lower(line)) else None


def _numeral_example(book: Rulebook, _: NumberWords, given: Given) -> Fault:
    found = [
        _described(quantity.value, quantity.value_max, quantity.unit if given.unit else None)
        for quantity in quantities(given.text, book)
    ]
    return _compared(given.text, found, [_described(given.value, given.value_max, given.unit)])


def _numeral_reject(book: Rulebook, _: NumberWords, text: str) -> Fault:
    return _refused(text, [_described(found.value, found.value_max) for found in quantities(text, book)])


def _unit_example(book: Rulebook, entry: UnitNouns, given: GivenUnit) -> Fault:
    found = [
        _described(quantity.value, None, quantity.unit, f"“{quantity.noun}”", _extent(quantity, given))
        for quantity in quantities(given.text, book)
    ]
    return _compared(given.text, found, [_described(given.value, None, entry.unit, f"“{given.noun}”", _told_extent(given))])


def _unit_reject(book: Rulebook, entry: UnitNouns, text: str) -> Fault:
    counted = [found for found in quantities(text, book) if found.noun in entry.nouns]
    return _refused(text, [_described(found.value, found.value_max, found.noun) for found in counted])


def _bound_example(book: Rulebook, entry: BoundWords, given: GivenBound) -> Fault:
    is_bound = entry.place in {"before", "after"}
    found = [
        _described(quantity.value, quantity.value_max, f"({quantity.bound})" if is_bound else None, _extent(quantity, given))
        for quantity in quantities(given.text, book)
    ]
    wanted = _described(given.value, given.value_max, f"({entry.bound})" if is_bound else None, _told_extent(given))
    return _compared(given.text, found, [wanted])


def _bound_reject(book: Rulebook, entry: BoundWords, text: str) -> Fault:
    bound = [
        _described(found.value, found.value_max, f"({found.bound})")
        for found in quantities(text, book)
        if (found.value_max is not None if entry.place == "between" else found.bound == entry.bound)
    ]
    return _refused(text, bound)


def _extent(found: Quantity, given: GivenUnit | GivenBound) -> str | None:
    return f"in “{given.text[found.extent.start : found.extent.end]}”" if given.extent else None


def _told_extent(given: GivenUnit | GivenBound) -> str | None:
    return f"in “{given.extent}”" if given.extent else None


def _number_veto_example(book: Rulebook, entry: NumberVeto, given: ConstructionExample) -> Fault:
    return _compared(given.text, _struck(book, entry, given.text), _told_roles(given))


def _number_veto_reject(book: Rulebook, entry: NumberVeto, text: str) -> Fault:
    return _refused(text, _struck(book, entry, text))


def _struck(book: Rulebook, entry: NumberVeto, text: str) -> list[str]:
    scene = read_scene(text, book)
    return _by_role(
        ("veto", figure.quantity.value)
        for figures in scene.figures
        for figure in figures
        if book.number_vetoes.veto(figure.quantity, scene.lowered, listed=ends_list(scene, figure)) == entry.name
    )


def _period_example(book: Rulebook, entry: PeriodPattern, given: PeriodExample) -> Fault:
    lowered = lower(given.text)
    mentions = find_periods(lowered, tokenise(lowered), book.periods)
    at = next((at for at, mention in enumerate(mentions) if mention.pattern is entry), None)
    if at is None:
        return f"the pattern is not found in “{given.text}”; its `words` rule it out or an earlier one holds there"
    try:
        published = date.fromisoformat(given.published) if given.published else None
    except ValueError:
        return f"“{given.published}” is no date; write it as 2021-12-28"
    told = Year(published.year, published.year) if published else None
    report = Reporting(told, published.year if published else None, "the year of publication", told=False)
    context = next((mention.year for mention in reversed(mentions[:at]) if mention.year), None)
    mention = mentions[at]
    year = year_of(mention, report, context)
    found: str
    if mention.kind in {"name", "untold"}:
        found = mention.kind
    elif year is None:
        found = "none"
    else:
        found = " ".join(filter(None, (str(year), mention.interval(year))))
    return _compared(given.text, [found], [" ".join(filter(None, (given.years, given.period)))])


def _period_reject(book: Rulebook, entry: PeriodPattern, text: str) -> Fault:
    lowered = lower(text)

    def words(mention: PeriodMention) -> str:
        return f"the period “{lowered[mention.span.start : mention.span.end]}”"

    found = find_periods(lowered, tokenise(lowered), book.periods)
    return _refused(text, [words(mention) for mention in found if mention.pattern is entry])


def _office_example(book: Rulebook, form: OfficeForm, given: OfficeExample) -> Fault:
    return _compared(given.text, _due(book, form, given.text)[:1], [" or ".join(given.gives)])


def _office_reject(book: Rulebook, form: OfficeForm, text: str) -> Fault:
    return _refused(text, _due(book, form, text))


def _due(book: Rulebook, form: OfficeForm, text: str) -> list[str]:
    """Describe the mentions of offices that are due to a form."""
    found = find_offices(text, tokenise(lower(text)), book.gazetteer)
    return [_named(mention, book.gazetteer) for mention in found if form.name in mention.forms]


def _named(mention: OfficeMention, gazetteer: Gazetteer) -> str:
    offices = " or ".join(gazetteer.office_of(code).name for code in mention.codes)
    return offices or f"{mention.kind} {mention.level or ''}".strip()


def _indicator_example(book: Rulebook, entry: Indicator, given: IndicatorExample) -> Fault:
    found = analyse(Article("example", given.text), book, readings=True)
    if any(statistic.indicator == entry.name and _figure(statistic) == given.value for statistic in found.statistics):
        return None
    told = [f"{statistic.indicator} {_plain(_figure(statistic))}" for statistic in found.statistics]
    left_out = [
        f"{_plain(reading.quantity.value)} is left out: {reading.reasons.get('left out', '')}"
        for reading in found.readings
        if reading.quantity and reading.outcome == "left out"
    ]
    return _compared(given.text, told + left_out, [_plain(given.value)])


def _indicator_reject(book: Rulebook, entry: Indicator, text: str) -> Fault:
    found = analyse(Article("reject", text), book).statistics
    own = [statistic for statistic in found if statistic.indicator == entry.name]
    return _refused(text, [f"{statistic.indicator} {_plain(_figure(statistic))}" for statistic in own])


def _figure(statistic: Statistic) -> Decimal:
    """Give the first figure that a statistic has."""
    slots = (statistic.value, statistic.target, statistic.achievement, statistic.change)
    return next(figure for figure in slots if figure is not None)


def _construction_example(book: Rulebook, entry: Construction, given: ConstructionExample) -> Fault:
    return _compared(given.text, _roles(book, entry, given.text), _told_roles(given))


def _construction_reject(book: Rulebook, entry: Construction, text: str) -> Fault:
    return _refused(text, _roles(book, entry, text))


def _roles(book: Rulebook, entry: Construction, text: str) -> list[str]:
    """Describe the roles that a construction gives in a text."""
    scene = read_scene(text, book)
    found = [
        (role.role, figure.quantity.value)
        for index in range(len(scene.figures))
        for figure, role in sorted(find_roles(scene, index, book.constructions).items(), key=lambda item: item[0].first)
        if role.construction is entry
    ]
    return _by_role(found)


def _by_role(found: Iterable[tuple[Role, Decimal]]) -> list[str]:
    numbers: dict[Role, list[str]] = {}
    for role, value in found:
        numbers.setdefault(role, []).append(_plain(value))
    return [f"{role} {' '.join(numbers[role])}" for role in ROLES if role in numbers]


def _told_roles(given: ConstructionExample) -> list[str]:
    return [f"{role} {given.gives[role]}" for role in (*ROLES, *sorted(given.gives.keys() - set(ROLES))) if role in given.gives]
