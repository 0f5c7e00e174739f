"""Candidates to drafts: targets, achievements and changes joined to the values they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bnnextract.knowledge.constructions import PERCENT
from bnnextract.stages.candidates import Candidate
from bnnextract.stages.scenes import Scene

# How many segments back, and on, a target, an achievement or a change may stand from its value.
_BACK = 3
_ON = 1
# Words between a change and what it led to, and how many there may be.
_BECOME = frozenset({"menjadi", "jadi", "ke", "hingga"})
_BECOMING = 4
# The percentage beside a sum of money that is a statistic of its own.
_ABSORBED = "kelembagaan.serapan"
_PACKED = frozenset({"paket", "lembar"})
_TOTALS = frozenset({"total", "totalnya", "keseluruhan", "seluruhnya", "semuanya", "keseluruhannya"})
_TOTAL_REACH = 10
_MASSES = {"miligram": 1, "gram": 1000, "kilogram": 1_000_000, "ton": 1_000_000_000}


@dataclass(frozen=True, slots=True)
class Draft:
    """A statistic in the making: at least one of value, target, achievement, change; the first decides what it is of."""

    lead: Candidate
    value: Candidate | None = None
    target: Candidate | None = None
    achievement: Candidate | None = None
    change: Candidate | None = None


def link(scene: Scene, candidates: Sequence[Candidate]) -> tuple[tuple[Draft, ...], tuple[Candidate, ...]]:
    """Join the candidates of a text to drafts, in order. The second result are those that repeat another in a second unit."""
    drafts: list[Draft] = []
    repeated: list[Candidate] = []
    kept: list[Candidate] = []
    for candidate in candidates:
        if kept and _repeats(scene, kept[-1], candidate):
            repeated.append(candidate)
        else:
            kept.append(candidate)
    kept = [_attained(kept, at) for at in range(len(kept))]
    drafts = [Draft(candidate, value=candidate) for candidate in kept if candidate.slot == "value"]
    for slot in ("target", "achievement", "change"):
        for candidate in kept:
            if candidate.slot != slot:
                continue
            at = _based(drafts, candidate) if candidate.base else None
            if at is None:
                at = _FINDERS[slot](scene, drafts, candidate)
            if at is None:
                if slot == "target" or (slot == "change" and candidate.choice.place == "segment"):
                    drafts.append(replace(Draft(candidate), **{slot: candidate}))
                continue
            if getattr(drafts[at], slot) is None:
                drafts[at] = replace(drafts[at], **{slot: candidate})
    kept_drafts = [draft for draft in drafts if not _is_item(scene, draft, drafts)]
    return tuple(sorted(kept_drafts, key=lambda draft: draft.lead.figure.first)), tuple(repeated)


def _is_item(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell if a draft is one of the small items of an occurrence: the packets of a weight that is told, or a part of a total."""
    lead = draft.lead
    if not lead.event or draft.value is None or not lead.choice.indicator.name.startswith("pemberantasan."):
        return False
    for other in drafts:
        if other is draft or not other.lead.event or other.lead.breakdown.parts != lead.breakdown.parts:
            continue
        if lead.unit in _PACKED and other.lead.unit in _MASSES:
            return True
        if (
            other.lead.unit == lead.unit
            and other.lead.choice.indicator is lead.choice.indicator
            and other.lead.figure.quantity.value > lead.figure.quantity.value
            and _total(scene, other)
            and not _total(scene, draft)
        ):
            return True
    return False


def _total(scene: Scene, draft: Draft) -> bool:
    first = scene.bounds[draft.lead.figure.segment][0]
    at = draft.lead.figure.first
    return not _TOTALS.isdisjoint(scene.tokens.words[max(first, at - _TOTAL_REACH) : at])


def _attained(candidates: Sequence[Candidate], at: int) -> Candidate:
    """Take a percentage that counts nothing of its own, told after a target, for its attainment: `Alhamdulillah 160 persen`."""
    candidate = candidates[at]
    if candidate.slot != "value" or candidate.figure.letter != PERCENT:
        return candidate
    if candidate.choice.place == "segment" and not candidate.choice.inherited:
        return candidate
    own = candidate.figure.segment
    near = [c for c in candidates if -_BACK < c.figure.segment - own <= 0]
    targets = [c for c in near if c.slot == "target"]
    taken = (
        any(c.slot == "achievement" and c.figure.first > targets[-1].figure.first for c in near) if targets else True
    )
    return candidate if taken else replace(candidate, slot="achievement")


def _repeats(scene: Scene, first: Candidate, second: Candidate) -> bool:
    """Tell if a figure only gives the one before it in a second unit: `27.959,68 gram (27,96 kg)`, `38 orang atau 51 persen`."""
    if first.figure.segment != second.figure.segment or second.slot != "value":
        return False
    between = scene.tokens.words[first.figure.last : second.figure.first]
    if between not in {("(",), ("atau",), ("atau", "sekitar"), ("atau", "setara"), ("setara",), ("alias",)}:
        return False
    a, b = first.figure.quantity, second.figure.quantity
    if a.unit in _MASSES and b.unit in _MASSES and a.unit != b.unit:
        return abs(a.value * _MASSES[a.unit] - b.value * _MASSES[b.unit]) * 20 <= a.value * _MASSES[a.unit]
    if second.choice.indicator.name == _ABSORBED:
        return False
    return second.figure.letter == PERCENT and first.slot == "value" and first.figure.letter != PERCENT


def _based(drafts: Sequence[Draft], candidate: Candidate) -> int | None:
    for at, draft in enumerate(drafts):
        if draft.lead.figure is candidate.base:
            return at
    return None


def _like(draft: Draft, candidate: Candidate, *, unit: bool) -> bool:
    lead = draft.lead
    if unit and lead.unit != candidate.unit:
        return False
    return lead.choice.indicator is candidate.choice.indicator or (unit and candidate.choice.place != "segment")


def _for_target(scene: Scene, drafts: Sequence[Draft], candidate: Candidate) -> int | None:
    own = candidate.figure.segment
    for at in range(len(drafts) - 1, -1, -1):
        draft = drafts[at]
        if draft.target is None and draft.lead.figure.first < candidate.figure.first:
            if own - draft.lead.figure.segment > 1:
                break
            if _like(draft, candidate, unit=True) and _same_year(draft, candidate):
                return at
    for at, draft in enumerate(drafts):
        ahead = draft.lead.figure.segment - own
        if draft.target is None and draft.lead.figure.first > candidate.figure.first and 0 <= ahead <= _ON:
            if _like(draft, candidate, unit=True) and _same_year(draft, candidate):
                return at
    return None


def _same_year(draft: Draft, candidate: Candidate) -> bool:
    return draft.lead.dating.year == candidate.dating.year or candidate.dating.mention is None


def _for_achievement(scene: Scene, drafts: Sequence[Draft], candidate: Candidate) -> int | None:
    own = candidate.figure.segment
    near = [
        at for at, draft in enumerate(drafts)
        if draft.achievement is None and 0 <= own - draft.lead.figure.segment <= _BACK
        and draft.lead.figure.first < candidate.figure.first and draft.lead.figure.letter != PERCENT
    ]  # fmt: skip
    for at in reversed(near):
        if drafts[at].target is not None:
            return at
    same = [at for at in near if drafts[at].lead.figure.segment == own]
    return same[-1] if same else near[-1] if near else None


def _for_change(scene: Scene, drafts: Sequence[Draft], candidate: Candidate) -> int | None:
    """Find what rose or fell: the value it became, else the latest year's among those told so far."""
    own = candidate.figure.segment
    percent = candidate.figure.letter == PERCENT
    fitting = [
        at for at, draft in enumerate(drafts)
        if draft.change is None and draft.value is not None and 0 <= own - draft.lead.figure.segment <= _BACK
        and (draft.lead.figure.segment == own or draft.lead.figure.first < candidate.figure.first)
        and (percent or draft.lead.unit == candidate.unit)
        and (percent or draft.lead.choice.indicator is candidate.choice.indicator or candidate.choice.place != "segment")
        and draft.lead.figure.letter != PERCENT
        and (not candidate.breakdown.parts or draft.lead.breakdown.parts == candidate.breakdown.parts)
    ]  # fmt: skip
    if not fitting:
        return None
    for at in fitting:
        figure = drafts[at].lead.figure
        if figure.segment == own and figure.first >= candidate.figure.last:
            between = scene.tokens.words[candidate.figure.last : figure.first]
            if len(between) <= _BECOMING and not _BECOME.isdisjoint(between):
                return at
    like = [at for at in fitting if drafts[at].lead.choice.indicator is candidate.choice.indicator] or fitting
    return max(like, key=lambda at: (_last_year(drafts[at]), drafts[at].lead.figure.segment, at))


def _last_year(draft: Draft) -> int:
    return draft.lead.dating.year.last if draft.lead.dating.year else 0


_FINDERS = {"target": _for_target, "achievement": _for_achievement, "change": _for_change}
