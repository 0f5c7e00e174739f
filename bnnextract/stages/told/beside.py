"""Doubts about a statistic that others told beside it raise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from bnnextract.knowledge.units import GRAMS
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.told.drafts import Draft

# Where figures of the same differ, being rounded or told of parts by themselves.
_MEASURED = frozenset({*GRAMS, "rupiah", "dolar", "persen", "indeks"})


def doubts_beside(scene: Scene, drafts: Sequence[Draft]) -> Mapping[Figure, tuple[str, ...]]:
    """Give the doubts about drafts, by the figure of each, that others beside it raise."""
    raised = (
        ("another figure of the same was told before", _told_otherwise(scene, drafts)),
        ("what rose or fell may be a figure before it", _risen_beside(scene, drafts)),
        ("may be one weight told in two units", _weighed_together(scene, drafts)),
        ("fewer are called so right behind", _called_fewer(scene, drafts)),
    )
    found: dict[Figure, tuple[str, ...]] = {}
    for doubt, figures in raised:
        for figure in figures:
            found[figure] = (*found.get(figure, ()), doubt)
    return found


def _told_otherwise(scene: Scene, drafts: Sequence[Draft]) -> frozenset[Figure]:
    """Give the figures of which another value was told before, where neither office nor year stands in their sentence.

    `Sepanjang 2023 BNNK Batu merehabilitasi 118 klien. … Ada 12 klien yang datang dari jauh`: these may be some of those.
    """
    values: dict[tuple[object, ...], Decimal] = {}
    found = []
    for draft in drafts:
        lead = draft.lead
        if draft.value is None or lead.breakdown.category is not None or lead.unit in _MEASURED:
            continue
        year = lead.dating.year and (lead.dating.year.first, lead.dating.year.last)
        told = (lead.choice.indicator.name, lead.ascription.code, year, lead.unit, lead.event)
        value = values.setdefault(told, lead.figure.quantity.value)
        beside = lead.dating.mention is not None or scene.offices[lead.figure.segment] or len(draft.slots) > 1
        if value != lead.figure.quantity.value and not beside:
            found.append(lead.figure)
    return frozenset(found)


def _risen_beside(scene: Scene, drafts: Sequence[Draft]) -> list[Figure]:
    """Give the figures with a change that may be of another right before: `27 kasus dengan 43 tersangka, naik 28 persen`."""
    found = []
    for before, draft in pairwise(drafts):
        lead, change, other = draft.lead, draft.change, before.lead
        if change is None or other.figure.segment != lead.figure.segment or change.figure.first < lead.figure.first:
            continue
        counts_alike = other.choice.indicator is lead.choice.indicator and other.breakdown == lead.breakdown
        if counts_alike or before.change is not None or other.dating.year != lead.dating.year:
            continue
        own = scene.figures[change.figure.segment]
        since = max((figure.last for figure in own if figure.first < change.figure.first), default=0)
        if not any(since <= hit.first < change.figure.first for hit in scene.hits[change.figure.segment]):
            found.append(lead.figure)
    return found


def _weighed_together(scene: Scene, drafts: Sequence[Draft]) -> list[Figure]:
    """Give the weights that may be one, told in a larger and a smaller unit: `2 kg dan 350 gram sabu`."""
    found = []
    for first, second in pairwise(draft.lead.figure for draft in drafts if draft.value is not None):
        joined = " ".join(scene.tokens.words[first.last : second.first]) in scene.vocabulary["dan_lebih"]
        units = first.quantity.unit, second.quantity.unit
        if joined and first.segment == second.segment and GRAMS.keys() >= {*units} and GRAMS[units[0]] > GRAMS[units[1]]:
            found += [first, second]
    return found


def _called_fewer(scene: Scene, drafts: Sequence[Draft]) -> list[Figure]:
    """Give the people taken of whom fewer are then called suspects: `mengamankan 45 orang, terdiri dari 6 tersangka dan …`."""
    found = []
    for draft, following in pairwise(drafts):
        lead, other = draft.lead, following.lead
        near = 0 <= other.figure.segment - lead.figure.segment <= 1
        alike = other.choice.indicator is lead.choice.indicator and other.figure.quantity.value < lead.figure.quantity.value
        taken = not scene.vocabulary["mengamankan"].isdisjoint(lead.choice.cue.split())
        if (
            near
            and alike
            and taken
            and scene.vocabulary["mengamankan"].isdisjoint(other.choice.cue.split())
            and not other.choice.inherited
        ):
            found.append(lead.figure)
    return found
