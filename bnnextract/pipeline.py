"""An article to its statistics: the stages in their order, nothing going back."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from bnnextract.knowledge.constructions import BARE
from bnnextract.knowledge.gazetteer import PlaceMention
from bnnextract.model import Analysis, Article, Bound, Evidence, Quantity, Reading, Slot, Span, Statistic, Where
from bnnextract.rulebook import Rulebook
from bnnextract.stages.candidates import Candidate, LeftOut, find_candidates
from bnnextract.stages.linking import Draft, link
from bnnextract.stages.merging import merge
from bnnextract.stages.numerals import find_numerals
from bnnextract.stages.offices import OfficeMention, find_offices, resolve_offices
from bnnextract.stages.periods import PeriodMention, find_periods, find_reporting
from bnnextract.stages.quantities import Malformed, find_quantities
from bnnextract.stages.resolution import main_office
from bnnextract.stages.scenes import Scene, set_scene
from bnnextract.stages.segments import lay_out
from bnnextract.tokens import Tokens, lower, stem, tokenise


def quantities(text: str, book: Rulebook) -> tuple[Quantity, ...]:
    """Read the quantities of a text; malformed numerals are left out."""
    lowered = lower(text)
    found = find_quantities(lowered, tokenise(lowered), find_numerals(lowered, book.numerals), book.units)
    return tuple(quantity for quantity in found if isinstance(quantity, Quantity))


def analyse(article: Article, book: Rulebook, *, readings: bool = False) -> Analysis:
    """Find the statistics of an article; with `readings` also tell for every number of it what became of it."""
    lowered = lower(article.text)
    tokens = tokenise(lowered)
    offices = find_offices(article.text, tokens, book.gazetteer)
    title = _title(article, book)
    if not offices and not (title and title.offices) and not readings:
        return Analysis(article, ())
    text = _view("text", article.text, lowered, tokens, offices, book)
    scene = _scene(text, book)
    title_scene = _scene(title, book) if title else None
    report = find_reporting(_told(scene), _told(title_scene), text.periods, article.published)
    main = main_office(scene, title_scene)
    statistics: list[Statistic] = []
    told: list[Reading] = []
    for view, drawn in ((text, scene), (title, title_scene)):
        if view is None or drawn is None:
            continue
        decided = find_candidates(drawn, book, report, main, view.places)
        candidates = [found for found in decided if isinstance(found, Candidate)]
        drafts, repeated = link(drawn, candidates)
        own = [_statistic(article, drawn, draft, book) for draft in drafts]
        statistics += own
        if readings:
            told += _readings(drawn, decided, drafts, own, repeated)
    return Analysis(article, merge(statistics, book.indicators.special), tuple(told))


# An indicator chosen by less is open to doubt.
_CLEAR = 60


@dataclass(frozen=True, slots=True)
class _View:
    """What is found in a text or title before it is laid on its tokens."""

    where: Where
    text: str
    lowered: str
    tokens: Tokens
    offices: tuple[OfficeMention, ...]
    places: tuple[PlaceMention, ...]
    periods: tuple[PeriodMention, ...]


def _title(article: Article, book: Rulebook) -> _View | None:
    if not article.title:
        return None
    lowered = lower(article.title)
    tokens = tokenise(lowered)
    return _view("title", article.title, lowered, tokens, find_offices(article.title, tokens, book.gazetteer), book)


def _view(
    where: Where, text: str, lowered: str, tokens: Tokens, offices: tuple[OfficeMention, ...], book: Rulebook
) -> _View:
    places = book.gazetteer.find_places(text, tokens)
    return _View(where, text, lowered, tokens, offices, places, find_periods(lowered, book.periods))


def _told(scene: Scene | None) -> tuple[str, list[PeriodMention]]:
    return (scene.lowered, [period.mention for period in scene.periods]) if scene else ("", [])


def _scene(view: _View, book: Rulebook) -> Scene:
    layout = lay_out(view.text, view.lowered, book.furniture, book.abbreviations)
    stems = tuple(map(stem, view.tokens.words))
    found = find_quantities(view.lowered, view.tokens, find_numerals(view.lowered, book.numerals), book.units)
    offices = resolve_offices(view.offices, book.gazetteer, view.places)
    return set_scene(
        view.where,
        view.text,
        view.lowered,
        view.tokens,
        stems,
        layout,
        found,
        view.periods,
        offices,
        view.places,
        book.indicators,
    )


def _statistic(article: Article, scene: Scene, draft: Draft, book: Rulebook) -> Statistic:
    lead = draft.lead
    value = draft.value.figure.quantity if draft.value else None
    target = draft.target.figure.quantity if draft.target else None
    achievement = draft.achievement.figure.quantity if draft.achievement else None
    change = draft.change
    office = book.gazetteer.office_of(lead.ascription.code) if lead.ascription.code else None
    spans: dict[Slot, Span] = {}
    slots: tuple[tuple[Slot, Candidate | None], ...] = (
        ("value", draft.value), ("target", draft.target), ("achievement", draft.achievement), ("change", draft.change),
    )  # fmt: skip
    for slot, candidate in slots:
        if candidate:
            quantity = candidate.figure.quantity
            spans[slot] = Span(quantity.start, quantity.end)
            if quantity.max_span and slot in {"value", "target"}:
                spans["value_max" if slot == "value" else "target_max"] = quantity.max_span
    doubts = _doubts(draft, scene.where)
    year = lead.dating.year
    signed: Decimal | None = None
    if change:
        amount = change.figure.quantity.value
        signed = -abs(amount) if change.sign == "-" else amount
    identity = (
        article.id,
        lead.choice.indicator.name,
        office.id if office else "",
        str(year),
        lead.breakdown.category,
        lead.unit,
        *spans.values(),
    )
    segments = {candidate.figure.segment for _, candidate in slots if candidate}
    quote = Span(scene.quote(min(segments)).start, scene.quote(max(segments)).end)
    return Statistic(
        id=hashlib.sha256(repr(identity).encode()).hexdigest()[:8],
        indicator=lead.choice.indicator.name,
        category=lead.breakdown.category,
        parts=lead.breakdown.parts,
        noun=lead.figure.quantity.noun,
        value=value.value if value else None,
        value_max=value.value_max if value else None,
        unit=lead.unit,
        bound=value.bound if value else "exact",
        target=target.value if target else None,
        target_max=target.value_max if target else None,
        achievement=achievement.value if achievement else None,
        achievement_bound=achievement.bound if achievement else "exact",
        change=signed,
        change_unit=(change.unit if change.figure.letter != BARE else lead.unit) if change else None,
        change_from=None,
        office=office,
        scope=None,
        year=year,
        period=lead.dating.period,
        event=lead.event,
        certainty="unsure" if doubts else "sure",
        doubts=doubts,
        flags=(),
        evidence=(Evidence(article, scene.where, spans, quote, lead.pattern),),
    )


def _doubts(draft: Draft, scene_where: Where) -> tuple[str, ...]:
    lead = draft.lead
    doubts = list(lead.figure.quantity.doubts)
    if lead.choice.place == "before":
        doubts.append(f"indicator from “{lead.choice.cue}” in a sentence before")
    elif lead.choice.inherited:
        doubts.append("counts what the figure before it counts")
    elif lead.choice.score < _CLEAR:
        doubts.append(f"only “{lead.choice.cue}” tells what is counted")
    if lead.figure.letter == BARE and lead.unit != "indeks":
        doubts.append("a number without a counted noun")
    if scene_where == "title":
        doubts.append("told in the headline only")
    if not lead.ascription.sure:
        doubts.append(f"office: {lead.ascription.reason}")
    if lead.ascription.doubt:
        doubts.append(lead.ascription.doubt)
    if not lead.dating.sure:
        doubts.append(f"year: {lead.dating.reason}")
    return tuple(doubts)


def _readings(
    scene: Scene,
    decided: Sequence[Candidate | LeftOut],
    drafts: Sequence[Draft],
    statistics: Sequence[Statistic],
    repeated: Sequence[Candidate],
) -> list[Reading]:
    owner: dict[int, tuple[Slot, Statistic]] = {}
    for draft, statistic in zip(drafts, statistics, strict=True):
        for slot in ("value", "target", "achievement", "change"):
            candidate = getattr(draft, slot)
            if candidate is not None:
                owner[candidate.figure.first] = slot, statistic  # type: ignore[assignment]
    found = []
    for reading in decided:
        quantity = reading.figure.quantity
        span = Span(quantity.start, quantity.end)
        if isinstance(reading, LeftOut):
            reasons = {"left out": reading.reason}
            if reading.choice:
                reasons["indicator"] = f"{reading.choice.indicator.name}, from “{reading.choice.cue}”"
            found.append(Reading(scene.where, span, quantity, "left out", reading.pattern, reasons))
            continue
        reasons = {
            "indicator": f"{reading.choice.indicator.name}, from “{reading.choice.cue}” ({reading.choice.place})",
            "office": reading.ascription.reason,
            "year": reading.dating.reason,
        }
        if reading.figure.first in owner:
            slot, statistic = owner[reading.figure.first]
            found.append(
                Reading(scene.where, span, quantity, "statistic", reading.pattern, reasons, slot, statistic.id)
            )
        else:
            why = (
                "the figure before it in a second unit"
                if reading in repeated
                else "nothing beside it that it belongs to"
            )
            found.append(
                Reading(scene.where, span, quantity, "left out", reading.pattern, {"left out": why, **reasons})
            )
    for malformed in scene.malformed:
        if malformed.kind in {"malformed", "fraction"}:
            found.append(
                Reading(
                    scene.where,
                    Span(malformed.start, malformed.end),
                    None,
                    "left out",
                    "malformed",
                    {"left out": "no single reading of the numeral"},
                )
            )
    return sorted(found, key=lambda reading: reading.span)


__all__ = ["Bound", "Malformed", "analyse", "quantities"]
