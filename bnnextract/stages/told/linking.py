"""Candidates to drafts: targets, achievements and changes joined to the values they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bnnextract.knowledge.constructions import PERCENT
from bnnextract.knowledge.units import GRAMS
from bnnextract.stages.dated.singling import singled_out
from bnnextract.stages.decided.discourse import Candidate
from bnnextract.stages.found.scenes import Scene
from bnnextract.stages.told.drafts import BACK, ON, Draft, based, find, whole_of_parts

# How far before a percentage the words stand that make it an attainment.
_ANNOUNCED = 3
# A mass told in a second unit is it to within one part in so many.
_ROUGHLY = 20
# From so many percent on `lebih dari` leaves open what is more, up to the next hundred.
_HUNDRED = 100
# What drugs are counted in that are weighed, too.
_COUNTED_DRUGS = frozenset({"butir", "paket", "batang", "lembar"})
# How far before a figure it may be called a total.
_TOTAL_REACH = 10


def link(scene: Scene, candidates: Sequence[Candidate]) -> tuple[tuple[Draft, ...], tuple[Candidate, ...]]:
    """Join the candidates of a text to drafts, in order; the others are those that repeat one in a second unit."""
    repeated: list[Candidate] = []
    kept: list[Candidate] = []
    for candidate in candidates:
        if kept and _repeats(scene, kept[-1], candidate):
            repeated.append(candidate)
        else:
            kept.append(candidate)
    kept = [_attained(scene, kept, at) for at in range(len(kept))]
    drafts = [Draft(candidate, value=candidate) for candidate in kept if candidate.slot == "value"]
    for slot in ("target", "achievement", "change"):
        for candidate in kept:
            if candidate.slot != slot:
                continue
            at = based(drafts, candidate) if candidate.base else None
            if at is None:
                at = find(scene, drafts, candidate)
            if at is None:
                if slot == "achievement" and candidate.choice.indicator.units[0] == "persen":
                    drafts.append(Draft(candidate, value=replace(candidate, slot="value")))  # `Realisasi anggaran 93 persen`
                elif slot == "target" or candidate.choice.place == "segment":
                    drafts.append(replace(Draft(candidate), **{slot: candidate}))
                continue
            at = whole_of_parts(drafts, at, slot)
            if getattr(drafts[at], slot) is None:
                drafts[at] = replace(drafts[at], **{slot: candidate})
    drafts = _met(drafts)
    drafts, repeated = _worked_out(drafts, repeated)
    kept_drafts = [draft for draft in drafts if not _is_item(scene, draft, drafts)]
    return tuple(sorted(kept_drafts, key=lambda draft: draft.lead.figure.first)), tuple(repeated)


def _met(drafts: Sequence[Draft]) -> list[Draft]:
    """Join a target told with its attainment to the value before it that is that share of it, whatever kind that one counts.

    `Kami merawat 34 klien rawat jalan. Itu sudah 68 persen dari target 50 klien.`
    """
    found = list(drafts)
    for draft in drafts:
        if draft.value is not None or draft.target is None or draft.achievement is None:
            continue
        # A whole is met rather than a part, and the last one told.
        wholes = sorted(range(len(found)), key=lambda at: (found[at].lead.breakdown.category is not None, -at))
        for at in wholes:
            other = found[at]
            free = other.target is None and other.lead.unit == draft.lead.unit
            joined = replace(other, target=draft.target)
            if free and _makes(joined, draft.achievement):
                found[at] = replace(joined, achievement=draft.achievement)
                found.remove(draft)
                break
    return found


def _worked_out(drafts: Sequence[Draft], repeated: Sequence[Candidate]) -> tuple[list[Draft], list[Candidate]]:
    """Take a percentage that is what a value shortly before makes of its target for its attainment, whatever words tell it.

    `Targetnya 400 orang. Baru 311 orang, 77,75 persen.`
    """
    found = list(drafts)
    left = list(repeated)
    for candidate in (*(draft.lead for draft in drafts if _is_bare_share(draft)), *repeated):
        if candidate.figure.letter != PERCENT or candidate.breakdown.category:
            continue
        at = next((at for at in reversed(range(len(found))) if _makes(found[at], candidate)), None)
        if at is None:
            continue
        found[at] = replace(found[at], achievement=replace(candidate, slot="achievement"))
        found = [draft for draft in found if draft.lead is not candidate]
        left = [other for other in left if other is not candidate]
    return found, left


def _is_bare_share(draft: Draft) -> bool:
    """Tell if a draft is a percentage and nothing else."""
    return draft.slots == (("value", draft.lead),) and draft.lead.figure.letter == PERCENT


def _makes(draft: Draft, candidate: Candidate) -> bool:
    """Tell if a value before a percentage is that share of its target, to the last digit told."""
    if draft.value is None or draft.target is None or draft.achievement is not None:
        return False
    away = candidate.figure.segment - draft.value.figure.segment
    part, whole, share = (each.figure.quantity.value for each in (draft.value, draft.target, candidate))
    if not 0 <= away <= BACK or draft.value.figure.first > candidate.figure.first or not whole:
        return False
    attained = part * 100 / whole
    if candidate.figure.quantity.bound == "min" and share >= _HUNDRED:
        return share <= attained < share + _HUNDRED  # `39 orang dari 15, atau lebih dari 200 persen`
    step = Decimal(1).scaleb(int(share.as_tuple().exponent))
    return abs(attained - share) < step


def _is_item(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell if a draft is an item of an occurrence: the packets of a weight that is told, or a part of a total."""
    lead = draft.lead
    if not lead.event or draft.value is None or not lead.choice.indicator.itemised:
        return False
    for other in drafts:
        if other is draft or not other.lead.event or other.lead.breakdown.parts != lead.breakdown.parts:
            continue
        if lead.unit in scene.vocabulary["kemasan"] and other.lead.unit in GRAMS:
            return True
        if (
            other.lead.unit == lead.unit
            and other.lead.choice.indicator is lead.choice.indicator
            and other.lead.dating.year == lead.dating.year
            and other.lead.figure.quantity.value > lead.figure.quantity.value
            and _total(scene, other)
            and not _total(scene, draft)
            and not _another_day(scene, other.lead, lead)
            and (singled_out(scene, other.lead.figure) or not singled_out(scene, lead.figure))
        ):
            return True
    return False


def _another_day(scene: Scene, total: Candidate, item: Candidate) -> bool:
    """Tell if a figure behind a total stands in a paragraph with a day of its own: it is of one of several occurrences."""
    paragraph = scene.segments[item.figure.segment].paragraph
    return paragraph > scene.segments[total.figure.segment].paragraph and any(
        period.mention.kind == "day"
        for segment, periods in enumerate(scene.periods)
        if scene.segments[segment].paragraph == paragraph
        for period in periods
    )


def _total(scene: Scene, draft: Draft) -> bool:
    first = scene.bounds[draft.lead.figure.segment][0]
    at = draft.lead.figure.first
    return not scene.vocabulary["total"].isdisjoint(scene.tokens.words[max(first, at - _TOTAL_REACH) : at])


def _attained(scene: Scene, candidates: Sequence[Candidate], at: int) -> Candidate:
    """Take a percentage told after a target that counts nothing of its own for its attainment: `Kini 160 persen`."""
    candidate = candidates[at]
    if candidate.slot != "value" or candidate.figure.letter != PERCENT:
        return candidate
    if candidate.choice.indicator.national or (candidate.choice.place == "segment" and not candidate.choice.inherited):
        return candidate
    if any(other.slot == "target" and other.base == candidate.figure for other in candidates):
        return candidate  # `Mencapai 98,5 persen, di atas standar 98 persen`
    own = candidate.figure.segment
    if any(_is_share(other, own) and other.figure.first < candidate.figure.first for other in candidates):
        return candidate  # `prevalensinya 2,8 persen, angka nasional 1,8 persen`
    near = [c for c in candidates if -BACK < c.figure.segment - own <= 0]
    targets = [c for c in near if c.slot == "target"]
    if not targets and _announces(scene, candidate):
        ahead = any(c.slot == "target" and 0 <= c.figure.segment - own <= ON for c in candidates)
        return replace(candidate, slot="achievement") if ahead else candidate
    taken = any(c.slot == "achievement" and c.figure.first > targets[-1].figure.first for c in near) if targets else True
    return candidate if taken else replace(candidate, slot="achievement")


def _is_share(candidate: Candidate, segment: int) -> bool:
    """Tell if a percentage of a segment is a value with words of its own."""
    named = candidate.choice.place == "segment" and not candidate.choice.inherited
    return candidate.slot == "value" and candidate.figure.letter == PERCENT and candidate.figure.segment == segment and named


def _announces(scene: Scene, candidate: Candidate) -> bool:
    """Tell if words of attainment lead to a percentage: `kinerjanya mencapai 200 persen`."""
    first = scene.bounds[candidate.figure.segment][0]
    before = scene.tokens.words[max(first, candidate.figure.first - _ANNOUNCED) : candidate.figure.first]
    return not scene.vocabulary["capai"].isdisjoint(before)


def _repeats(scene: Scene, first: Candidate, second: Candidate) -> bool:
    """Tell if a figure only gives the one before it in a second unit: `27.959,68 gram (27,96 kg)`, `12 butir setara 4 gram`."""
    if first.figure.segment != second.figure.segment or second.slot != "value":
        return False
    between = scene.tokens.words[first.figure.last : second.figure.first]
    a, b = first.figure.quantity, second.figure.quantity
    if a.unit in _COUNTED_DRUGS and b.unit in GRAMS and not scene.vocabulary["setara_dengan"].isdisjoint(between):
        return not any(word in scene.vocabulary["perangkai"] for word in between)
    if " ".join(between) not in scene.vocabulary["setara"]:
        return False
    if a.unit in GRAMS and b.unit in GRAMS and a.unit != b.unit:
        return abs(a.value * GRAMS[a.unit] - b.value * GRAMS[b.unit]) * _ROUGHLY <= a.value * GRAMS[a.unit]
    counted = second.choice.indicator
    if counted is not first.choice.indicator and "persen" in counted.units:
        return False
    return second.figure.letter == PERCENT and first.slot == "value" and first.figure.letter != PERCENT
