"""Candidates to drafts: targets, achievements and changes joined to the values they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import NONE, PERCENT
from bnnextract.knowledge.gazetteer import NATIONAL
from bnnextract.knowledge.units import GRAMS
from bnnextract.model import Slot
from bnnextract.stages.discourse import Candidate
from bnnextract.stages.events import singled_out
from bnnextract.stages.scenes import Scene

# How many segments back, and on, a target, an achievement or a change may stand from its value.
_BACK = 3
_ON = 1
# How many back the value of a target stands that is told over one of another year.
_BEFORE_LAST = 2
# How many back all those stand of whom some were told last before a target.
_WHOLE_BACK = 4
# How many segments back it may stand in a list.
_LISTED = 12
# How far before a percentage the words stand that make it an attainment.
_ANNOUNCED = 3
# A mass told in a second unit is it to within one part in so many.
_ROUGHLY = 20
# How many segments back it is looked for what a later year had.
_FAR_BACK = 14
# How many words there may be between a change and what it led to.
_BECOMING = 4
# How far before a figure it may be called a total.
_TOTAL_REACH = 10


@frozen()
class Draft:
    """A statistic in the making: at least one of value, target, achievement, change; the first decides what it is of."""

    lead: Candidate
    value: Candidate | None = None
    target: Candidate | None = None
    achievement: Candidate | None = None
    change: Candidate | None = None

    @property
    def slots(self) -> tuple[tuple[Slot, Candidate], ...]:
        """The candidates with the slots that they fill."""
        slots: tuple[tuple[Slot, Candidate | None], ...] = (
            ("value", self.value),
            ("target", self.target),
            ("achievement", self.achievement),
            ("change", self.change),
        )
        return tuple([(slot, candidate) for slot, candidate in slots if candidate])


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
            at = _based(drafts, candidate) if candidate.base else None
            if at is None:
                at = _find(scene, drafts, candidate)
            if at is None:
                if slot == "achievement" and candidate.choice.indicator.units[0] == "persen":
                    drafts.append(Draft(candidate, value=replace(candidate, slot="value")))  # `Realisasi anggaran 93 persen`
                elif slot == "target" or candidate.choice.place == "segment":
                    drafts.append(replace(Draft(candidate), **{slot: candidate}))
                continue
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
    if not 0 <= away <= _BACK or draft.value.figure.first > candidate.figure.first or not whole:
        return False
    step = Decimal(1).scaleb(int(share.as_tuple().exponent))
    return abs(part * 100 / whole - share) < step


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
    paragraph = scene.segment(item.figure.segment).paragraph
    return paragraph > scene.segment(total.figure.segment).paragraph and any(
        period.mention.kind == "day"
        for segment, periods in enumerate(scene.periods)
        if scene.segment(segment).paragraph == paragraph
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
    own = candidate.figure.segment
    if any(_is_share(other, own) and other.figure.first < candidate.figure.first for other in candidates):
        return candidate  # `prevalensinya 2,8 persen, angka nasional 1,8 persen`
    near = [c for c in candidates if -_BACK < c.figure.segment - own <= 0]
    targets = [c for c in near if c.slot == "target"]
    if not targets and _announces(scene, candidate):
        ahead = any(c.slot == "target" and 0 <= c.figure.segment - own <= _ON for c in candidates)
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
    """Tell if a figure only gives the one before it in a second unit: `27.959,68 gram (27,96 kg)`."""
    if first.figure.segment != second.figure.segment or second.slot != "value":
        return False
    between = scene.tokens.words[first.figure.last : second.figure.first]
    if " ".join(between) not in scene.vocabulary["setara"]:
        return False
    a, b = first.figure.quantity, second.figure.quantity
    if a.unit in GRAMS and b.unit in GRAMS and a.unit != b.unit:
        return abs(a.value * GRAMS[a.unit] - b.value * GRAMS[b.unit]) * _ROUGHLY <= a.value * GRAMS[a.unit]
    counted = second.choice.indicator
    if counted is not first.choice.indicator and "persen" in counted.units:
        return False
    return second.figure.letter == PERCENT and first.slot == "value" and first.figure.letter != PERCENT


def _based(drafts: Sequence[Draft], candidate: Candidate) -> int | None:
    for at, draft in enumerate(drafts):
        if draft.lead.figure is candidate.base:
            return at
    return None


def _find(scene: Scene, drafts: Sequence[Draft], candidate: Candidate) -> int | None:
    if candidate.slot == "target":
        return _for_target(drafts, candidate)
    if candidate.slot == "achievement":
        return _for_achievement(scene, drafts, candidate)
    return _for_change(scene, drafts, candidate)


def _like(draft: Draft, candidate: Candidate) -> bool:
    lead = draft.lead
    if lead.unit != candidate.unit:
        return False
    return lead.choice.indicator is candidate.choice.indicator or candidate.choice.place != "segment"


def _for_target(drafts: Sequence[Draft], candidate: Candidate) -> int | None:
    """Find what a target is of: the last value of its year in this sentence or the one before, else the next.

    Where the one before tells another year it is that of the sentence before that: `… 11 kasus. Tahun lalu 9. Targetnya 12.`
    That there is none of some part is told of no target.
    """
    own = candidate.figure.segment
    behind = [
        at
        for at, draft in enumerate(drafts)
        if draft.target is None
        and not (draft.lead.figure.letter == NONE and draft.lead.breakdown.category)
        and draft.lead.figure.first < candidate.figure.first
        and own - draft.lead.figure.segment <= _BEFORE_LAST
        and _like(draft, candidate)
        and _same_year(draft, candidate)
        and draft.lead.ascription.code == candidate.ascription.code
    ]
    if any(own - drafts[at].lead.figure.segment < _BEFORE_LAST for at in behind):
        at = max(behind, key=lambda at: (drafts[at].lead.dating.year == candidate.dating.year, at))
        return _whole_of(drafts, at, candidate)
    for at, draft in enumerate(drafts):
        ahead = draft.lead.figure.segment - own
        open_ahead = draft.target is None and draft.lead.figure.first > candidate.figure.first and 0 <= ahead <= _ON
        if open_ahead and _like(draft, candidate) and _same_year(draft, candidate):
            return at
    return None


def _whole_of(drafts: Sequence[Draft], at: int, candidate: Candidate) -> int:
    """Give the draft of all of whom the one before a target counts some, else that: `38 klien, 6 perempuan. Target 30`."""
    part = drafts[at].lead
    if part.breakdown.category is None or candidate.breakdown.category or part.figure.segment == candidate.figure.segment:
        return at
    wholes = (
        before
        for before in range(at - 1, -1, -1)
        if drafts[before].target is None
        and drafts[before].value is not None
        and drafts[before].lead.breakdown.category is None
        and drafts[before].lead.choice.indicator is part.choice.indicator
        and drafts[before].lead.ascription.code == part.ascription.code
        and drafts[before].lead.dating.year == part.dating.year
        and drafts[before].lead.figure.quantity.value > part.figure.quantity.value
        and part.figure.segment - drafts[before].lead.figure.segment <= _WHOLE_BACK
    )
    return next(wholes, at)


def _same_year(draft: Draft, candidate: Candidate) -> bool:
    told = candidate.dating.mention is not None or candidate.dating.carried
    return draft.lead.dating.year == candidate.dating.year or not told


def _for_achievement(scene: Scene, drafts: Sequence[Draft], candidate: Candidate) -> int | None:
    # What the whole country has is attained by no office.
    own = candidate.figure.segment
    near = [
        at for at, draft in enumerate(drafts)
        if draft.achievement is None and 0 <= own - draft.lead.figure.segment <= _BACK
        and draft.lead.figure.first < candidate.figure.first and draft.lead.figure.letter != PERCENT
        and (draft.lead.ascription.code != NATIONAL or candidate.ascription.code == NATIONAL)
    ]  # fmt: skip
    near = _of_the_named(scene, drafts, candidate, near)
    for at in reversed(near):
        if drafts[at].target is not None:
            return at
    same = [at for at in near if drafts[at].lead.figure.segment == own]
    if near:
        return same[-1] if same else near[-1]
    return next(
        (
            at
            for at, draft in enumerate(drafts)
            if draft.achievement is None and draft.target is not None and 0 <= draft.lead.figure.segment - own <= _ON
        ),
        None,
    )


def _of_the_named(scene: Scene, drafts: Sequence[Draft], candidate: Candidate, near: list[int]) -> list[int]:
    """Give those near a percentage, but the last one counting what it names itself where those behind that are of a list.

    `LKN: 4`, `Tersangka: 6 orang`, `Sabu: 38 gram` and `Target LKN tercapai 200 persen`: so many cases were to be uncovered.
    """
    named = candidate.choice.indicator
    if candidate.choice.inherited or any(drafts[at].lead.choice.indicator is named for at in near):
        return near
    own = candidate.figure.segment
    listed = [
        at
        for at, draft in enumerate(drafts)
        if draft.value is not None
        and draft.lead.choice.indicator is named
        and draft.lead.figure.letter != PERCENT
        and 0 < own - draft.lead.figure.segment <= _LISTED
        and scene.segment(draft.lead.figure.segment).kind == "item"
    ]
    return listed[-1:] or near


def _for_change(scene: Scene, drafts: Sequence[Draft], candidate: Candidate) -> int | None:
    """Find what rose or fell: the value it became, else the latest year's among those told so far."""
    own = candidate.figure.segment
    percent = candidate.figure.letter == PERCENT
    fitting = [
        at for at, draft in enumerate(drafts)
        if draft.change is None and draft.value is not None and 0 <= own - draft.lead.figure.segment <= _BACK
        and (draft.lead.figure.segment == own or draft.lead.figure.first < candidate.figure.first)
        and (percent or draft.lead.unit == candidate.unit or _is_share_in_points(scene, draft, candidate))
        and (percent or draft.lead.choice.indicator is candidate.choice.indicator or candidate.choice.place != "segment")
        and (draft.lead.figure.letter != PERCENT or _rises_in_points(draft, candidate))
        and (not candidate.breakdown.parts or draft.lead.breakdown.parts == candidate.breakdown.parts)
    ]  # fmt: skip
    fitting = _of_the_named(scene, drafts, candidate, fitting)
    if not fitting:
        return None
    for at in fitting:
        figure = drafts[at].lead.figure
        if figure.segment == own and figure.first >= candidate.figure.last:
            between = scene.tokens.words[candidate.figure.last : figure.first]
            if len(between) <= _BECOMING and not scene.vocabulary["menjadi"].isdisjoint(between):
                return at
    like = [at for at in fitting if drafts[at].lead.choice.indicator is candidate.choice.indicator] or fitting
    found = max(like, key=lambda at: (_last_year(drafts[at]), drafts[at].lead.figure.segment, at))
    return found if candidate.dating.mention is not None else _later_told(drafts, candidate, found)


def _later_told(drafts: Sequence[Draft], candidate: Candidate, found: int) -> int:
    """Give what was told farther up of the year behind that of the one found, which rose or fell to it.

    `Sepanjang 2023 ada 152 klien. … Pada 2022 ada 138 klien, artinya naik 10 persen.`
    """
    near, own = drafts[found].lead, candidate.figure.segment
    later = [
        at
        for at, draft in enumerate(drafts[:found])
        if draft.value is not None
        and draft.change is None
        and own - draft.lead.figure.segment <= _FAR_BACK
        and draft.lead.choice.indicator is near.choice.indicator
        and draft.lead.unit == near.unit
        and draft.lead.ascription.code == near.ascription.code
        and draft.lead.breakdown.parts == near.breakdown.parts
        and draft.lead.event == near.event
        and _last_year(draft) == _last_year(drafts[found]) + 1
    ]
    return later[0] if later else found


def _rises_in_points(draft: Draft, candidate: Candidate) -> bool:
    """Tell if a percentage is itself what rose or fell, as a prevalence does: `1,73 persen, turun 0,22`."""
    counted = draft.lead.choice.indicator
    return counted is candidate.choice.indicator and counted.units[0] == "persen"


def _is_share_in_points(scene: Scene, draft: Draft, candidate: Candidate) -> bool:
    """Tell if a change is told in points of the share that rose or fell by it: `1,77 persen, turun 0,41 poin`."""
    points = (candidate.figure.quantity.noun or "").lower() in scene.vocabulary["poin"]
    return points and draft.lead.figure.letter == PERCENT and _rises_in_points(draft, candidate)


def _last_year(draft: Draft) -> int:
    return draft.lead.dating.year.last if draft.lead.dating.year else 0
