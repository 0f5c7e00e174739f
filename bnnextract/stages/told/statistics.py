"""Drafts to statistics, with the evidence of every number."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from decimal import Decimal

from bnnextract.knowledge.constructions import BARE
from bnnextract.knowledge.gazetteer import Gazetteer
from bnnextract.model import Article, Evidence, Slot, Span, Statistic
from bnnextract.stages.decided.discourse import Candidate
from bnnextract.stages.found.scenes import Scene
from bnnextract.stages.told.doubts import doubts_of
from bnnextract.stages.told.drafts import Draft
from bnnextract.stages.told.scopes import scope_of


def make_statistic(
    article: Article,
    scene: Scene,
    draft: Draft,
    gazetteer: Gazetteer,
    speakers: Mapping[int, str],
    kinds: Mapping[str, frozenset[int]],
    beside: Sequence[str],
) -> Statistic:
    """Give the statistic that a draft is.

    `speakers` are those quoted, by segment, `kinds` as in an IndicatorBook; `beside` are the doubts that other drafts raise.
    """
    lead = draft.lead
    value = draft.value.figure.quantity if draft.value else None
    target = draft.target.figure.quantity if draft.target else None
    achievement = draft.achievement.figure.quantity if draft.achievement else None
    change = draft.change
    office = gazetteer.office_of(lead.ascription.code) if lead.ascription.code else None
    spans: dict[Slot, Span] = {}
    for slot, candidate in draft.slots:
        quantity = candidate.figure.quantity
        spans[slot] = Span(quantity.start, quantity.end)
        if quantity.max_span and slot in {"value", "target"}:
            spans["value_max" if slot == "value" else "target_max"] = quantity.max_span
    doubts = doubts_of(scene, draft, kinds, beside)
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
    segments = {candidate.figure.segment for _, candidate in draft.slots}
    quote = Span(scene.segments[min(segments)].start, scene.segments[max(segments)].end)
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
        change_unit=_change_unit(scene, change, lead) if change else None,
        change_from=_year_before(change) if change else None,
        office=office,
        scope=scope_of(scene, lead.figure, lead.ascription.code),
        year=year,
        period=lead.dating.period,
        event=lead.event,
        certainty="unsure" if doubts else "sure",
        doubts=doubts,
        flags=(),
        evidence=(Evidence(article, scene.where, spans, quote, lead.pattern, speakers.get(lead.figure.segment)),),
    )


def _change_unit(scene: Scene, change: Candidate, lead: Candidate) -> str:
    """Give the unit of a change: that of what rose where it has none of its own (`turun 12`, `turun 0,41 poin`)."""
    quantity = change.figure.quantity
    own = change.figure.letter != BARE and (quantity.noun or "").lower() not in scene.vocabulary["poin"]
    return change.unit if own else lead.unit


def _year_before(change: Candidate) -> int | None:
    """Give the year that a change is told against; none that does not lie before its own."""
    year, against = change.dating.year, change.against
    return against.last if year and against and against.last < year.last else None
