"""Every value that flows through the pipeline, from the article as read to the record as written.

All are immutable. Offsets are half-open code points in the article's text (or title) as read. Values are `Decimal`.
Unresolved things (mentions, readings) and resolved ones (statistics, records) have different types; what is not known is
None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

Bound = Literal["exact", "approx", "min", "max"]
Level = Literal["pusat", "provinsi", "kota", "kabupaten"]
Where = Literal["text", "title"]
Slot = Literal["value", "value_max", "target", "target_max", "achievement", "change"]
Certainty = Literal["sure", "unsure"]
Scope = Literal["own", "branches", "joint"]

SLOTS: tuple[Slot, ...] = ("value", "value_max", "target", "target_max", "achievement", "change")


class Span(NamedTuple):
    """A half-open stretch of code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes that an article was read from: their file, its place in it, how they were understood.

    `record` is the number of the line or record in a file of several, from 1. `sha256` is of the bytes of that record as they
    stand in the file, of its text where they cannot be had.
    """

    path: str
    record: int | None
    sha256: str
    encoding: str
    form: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news text with what is known of it; `id` is the name it goes by in every output.

    `published_from` tells how the publication date was found: `metadata`, `page`, `dateline` or `url`. `copy_of` names
    the first article of the same story where this one is a near-identical copy, such as a wire report in another outlet.
    """

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    published: date | None = None
    published_from: str | None = None
    source: Source | None = None
    copy_of: str | None = None

    @property
    def story(self) -> str:
        """The name of the first article of the same story: its own, but for copies."""
        return self.id if self.copy_of is None else self.copy_of


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the text with its unit.

    `start` and `end` enclose the numeral with its scale word and currency sign, without noun and bound. `extent` is all that
    belongs to it: bound, numeral, bracketed repetition and counted noun. `noun` is the counted noun as written. `doubts`
    tell in words what about the reading is open.
    """

    start: int
    end: int
    value: Decimal
    value_max: Decimal | None
    unit: str
    bound: Bound
    noun: str | None
    extent: Span
    max_span: Span | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Office:
    """A BNN office: its canonical name, its Kemendagri code without dots (`00` for BNN RI), level and province."""

    name: str
    id: str
    level: Level
    province: str | None


@dataclass(frozen=True, slots=True)
class Year:
    """The year, or the span of years, that a figure covers."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place where a statistic stands: the spans of its figures, the sentence around them and the rule that read them.

    `copies` are the other articles of the same story that tell the statistic, too: they are no sources of their own.
    """

    article: Article
    where: Where
    spans: Mapping[Slot, Span]
    quote: Span
    pattern: str
    speaker: str | None = None
    copies: tuple[Article, ...] = ()

    @property
    def source(self) -> str:
        """The text that the spans count in."""
        return (self.article.title or "") if self.where == "title" else self.article.text

    @property
    def quoted(self) -> str:
        """The sentence or list item, as it stands in the text."""
        return self.source[self.quote.start : self.quote.end]

    @property
    def span(self) -> Span:
        """The first of value, target, achievement and change that this place gives."""
        for slot in ("value", "target", "achievement", "change"):
            if slot in self.spans:
                return self.spans[slot]
        raise ValueError("evidence without a figure")


@dataclass(frozen=True, slots=True)
class Statistic:
    """One thing counted or measured, for one office and one period; the fields are those of the contract."""

    id: str
    indicator: str
    category: str | None
    parts: Mapping[str, str]
    noun: str | None
    value: Decimal | None
    value_max: Decimal | None
    unit: str
    bound: Bound
    target: Decimal | None
    target_max: Decimal | None
    achievement: Decimal | None
    achievement_bound: Bound
    change: Decimal | None
    change_unit: str | None
    change_from: int | None
    office: Office | None
    scope: Scope | None
    year: Year | None
    period: str | None
    event: bool
    certainty: Certainty
    doubts: tuple[str, ...]
    flags: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    @property
    def best(self) -> Evidence:
        """The evidence with most figures, the first of several."""
        return max(self.evidence, key=lambda evidence: len(evidence.spans))


@dataclass(frozen=True, slots=True)
class Record:
    """All statistics of one office in one year, from however many articles."""

    office: Office | None
    year: Year | None
    statistics: tuple[Statistic, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one number of the article, for `explain`.

    `span` is the numeral, `quantity` what it was read as (None where it has no single reading). `outcome` is `statistic`
    where it became a figure, else `left out`. `pattern` names the rule that kept it or struck it out. `reasons` tell, in
    the order of reading, which cue decided what: `{"indicator": ..., "office": ..., "year": ..., "veto": ...}`.
    """

    where: Where
    span: Span
    quantity: Quantity | None
    outcome: Literal["statistic", "left out"]
    pattern: str | None
    reasons: Mapping[str, str]
    slot: Slot | None = None
    statistic: str | None = None


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that was found in one article: its statistics by position, and a reading for every number."""

    article: Article
    statistics: tuple[Statistic, ...]
    readings: tuple[Reading, ...] = field(default=())
