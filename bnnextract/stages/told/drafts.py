"""Targets, achievements and changes to the drafts of statistics they are of."""

from __future__ import annotations

from collections.abc import Sequence

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import NONE, PERCENT
from bnnextract.knowledge.gazetteer import NATIONAL
from bnnextract.model import Slot
from bnnextract.stages.decided.discourse import Candidate
from bnnextract.stages.found.scenes import Scene

# How many segments back, and on, a target, an achievement or a change may stand from its value.
BACK = 3
ON = 1
# How many back the value of a target stands that is told over one of another year.
_BEFORE_LAST = 2
# How many back all those stand of whom some were told last before a target.
_WHOLE_BACK = 4
# How many segments back it may stand in a list.
_LISTED = 12
# How many segments back it is looked for what a later year had.
_FAR_BACK = 14
# How many words there may be between a change and what it led to.
_BECOMING = 4


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


def based(drafts: Sequence[Draft], candidate: Candidate) -> int | None:
    """Find the draft of the figure that a construction joins a candidate to, unless that is the whole country's alone.

    `Dari target nasional 100 ribu pecandu, BNNP Bali kebagian 2.083 orang` tells two of two offices, and
    `Pada 2015 mencapai 422 orang, tahun ini targetnya 260 orang` two of two years.
    """
    for at, draft in enumerate(drafts):
        if draft.lead.figure is candidate.base:
            whole, own = draft.lead.ascription.code, candidate.ascription.code
            if candidate.slot == "target" and _of_other_year(draft.lead, candidate):
                return None
            return at if candidate.slot != "target" or own in {whole, None} or whole != NATIONAL else None
    return None


def _of_other_year(value: Candidate, target: Candidate) -> bool:
    """Tell if a value and a target are told each with a year of its own."""
    years = value.dating.mention, target.dating.mention
    return None not in years and years[0] is not years[1] and value.dating.year != target.dating.year


def find(scene: Scene, drafts: Sequence[Draft], candidate: Candidate) -> int | None:
    """Find the draft that a target, an achievement or a change is of, as they stand to each other in the text."""
    if candidate.slot == "target":
        return _for_target(scene, drafts, candidate)
    if candidate.slot == "achievement":
        return _for_achievement(scene, drafts, candidate)
    return _for_change(scene, drafts, candidate)


def _like(draft: Draft, candidate: Candidate) -> bool:
    lead = draft.lead
    if lead.unit != candidate.unit:
        return False
    return lead.choice.indicator is candidate.choice.indicator or candidate.choice.place != "segment"


def _for_target(scene: Scene, drafts: Sequence[Draft], candidate: Candidate) -> int | None:
    """Find what a target is of: the last value of its year in this sentence or the one before, else the next.

    Where the one before tells another year it is that of the sentence before that: `… 11 kasus. Tahun lalu 9. Targetnya 12.`
    A sentence behind that tells one is of that: `Kami ditargetkan memeriksa 600 orang. Tahun lalu hanya 310.`
    That there is none of some part is told of no target, and one of all tested is not of the positive told last. Of what was
    done on one occasion no year's target is.
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
        and not (draft.lead.event and _of_a_year(candidate))
    ]
    if any(own - drafts[at].lead.figure.segment < _BEFORE_LAST for at in behind):
        at = max(
            behind,
            key=lambda at: (
                drafts[at].lead.dating.year == candidate.dating.year,
                drafts[at].lead.choice.indicator.part_of != candidate.choice.indicator.name,
                at,
            ),
        )
        return _whole_of(drafts, at, candidate)
    for at, draft in enumerate(drafts):
        ahead = _segments_on(scene, own, draft.lead.figure.segment)
        open_ahead = draft.target is None and draft.lead.figure.first > candidate.figure.first and 0 <= ahead <= ON
        former = draft.lead.dating.mention is not None and draft.lead.dating.year != candidate.dating.year
        own_office = draft.lead.ascription.code == candidate.ascription.code
        if open_ahead and own_office and _like(draft, candidate) and _same_year(draft, candidate) and not (former and ahead):
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


def _of_a_year(target: Candidate) -> bool:
    """Tell if a target is told for a year: `Tahun ini targetnya 1.000 orang`."""
    return target.dating.mention is not None and target.dating.mention.mention.kind == "year"


def _segments_on(scene: Scene, own: int, other: int) -> int:
    """Give how many segments on another is, or back where that is negative; lines that only call the next count for none."""
    if other <= own or scene.segments[own].kind != "item":
        return other - own
    return sum(scene.segments[at].kind != "heading" for at in range(own + 1, other + 1))


def whole_of_parts(drafts: Sequence[Draft], at: int, slot: Slot) -> int:
    """Give the draft of all whose parts end with the one before what fills a slot, else that one.

    `52 orang (45 laki-laki, 7 perempuan), 130 persen dari target 40 orang`: the parts are told up to it in the whole's own
    sentence and add up to it. Nor are so many aimed at to be positive: `1.200 orang dites, 5 positif, dari target 1.000`.
    """
    part = drafts[at].lead
    rest = part.figure.quantity.value
    for before in range(at - 1, -1, -1):
        draft = drafts[before]
        lead = draft.lead
        if lead.figure.segment != part.figure.segment or draft.value is None or getattr(draft, slot) is not None:
            return at
        if lead.unit != part.unit or lead.ascription.code != part.ascription.code or lead.dating.year != part.dating.year:
            continue
        if slot != "change" and lead.choice.indicator.name == part.choice.indicator.part_of:
            return before
        if at - before > 1 and lead.figure.quantity.value == rest:
            return before
        rest += lead.figure.quantity.value
    return at


def _same_year(draft: Draft, candidate: Candidate) -> bool:
    told = candidate.dating.mention is not None or candidate.dating.carried
    return draft.lead.dating.year == candidate.dating.year or not told


def _for_achievement(scene: Scene, drafts: Sequence[Draft], candidate: Candidate) -> int | None:
    if (beside := _beside(scene, drafts, candidate)) is not None:
        return beside
    # What the whole country has is attained by no office.
    own = candidate.figure.segment
    near = [
        at for at, draft in enumerate(drafts)
        if draft.achievement is None and 0 <= own - draft.lead.figure.segment <= BACK
        and draft.lead.figure.first < candidate.figure.first and draft.lead.figure.letter != PERCENT
        and (draft.lead.ascription.code != NATIONAL or candidate.ascription.code == NATIONAL)
    ]  # fmt: skip
    near = _of_the_named(scene, drafts, candidate, near)
    same = [at for at in near if drafts[at].lead.figure.segment == own]
    # `… dari 25 berkas menjadi 15 berkas. ¶ Klien rawat jalan 56 orang atau 112 persen dari target.`
    named = any(drafts[at].lead.choice.indicator is candidate.choice.indicator for at in same)
    for at in reversed(near):
        other = named and drafts[at].value is None and drafts[at].lead.choice.indicator is not candidate.choice.indicator
        if drafts[at].target is not None and not other:
            return at
    if near:
        return same[-1] if same else near[-1]
    return next(
        (
            at
            for at, draft in enumerate(drafts)
            if draft.achievement is None and draft.target is not None and 0 <= draft.lead.figure.segment - own <= ON
        ),
        None,
    )


def _beside(scene: Scene, drafts: Sequence[Draft], share: Candidate) -> int | None:
    """Find the value right before a percentage that says what share of its target it is: `388 orang atau 173,2 persen`."""
    words, joining = scene.tokens.words, scene.vocabulary["setara_bagian"] | {",", "("}
    for at, draft in enumerate(drafts):
        lead = draft.lead.figure
        if draft.value is None or draft.achievement is not None or lead.segment != share.figure.segment:
            continue
        between = words[lead.last : share.figure.first]
        if between and lead.letter != PERCENT and lead.last <= share.figure.first and joining.issuperset(between):
            return at
    return None


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
        and scene.segments[draft.lead.figure.segment].kind == "item"
    ]
    return listed[-1:] or near


def _for_change(scene: Scene, drafts: Sequence[Draft], candidate: Candidate) -> int | None:
    """Find what rose or fell: the value it became, else the latest year's among those told so far."""
    own = candidate.figure.segment
    percent = candidate.figure.letter == PERCENT
    # What fell in a year is not what was told of the year before: `turun 25 kasus tahun ini dibanding 2020 yang 41 kasus`.
    dated = candidate.dating.year if candidate.dating.mention is not None else None
    fitting = [
        at for at, draft in enumerate(drafts)
        if draft.change is None and draft.value is not None and 0 <= own - draft.lead.figure.segment <= BACK
        and (draft.lead.figure.segment == own or draft.lead.figure.first < candidate.figure.first)
        and (percent or draft.lead.unit == candidate.unit or _is_share_in_points(scene, draft, candidate))
        and (percent or draft.lead.choice.indicator is candidate.choice.indicator or candidate.choice.place != "segment")
        and (draft.lead.figure.letter != PERCENT or _rises_in_points(draft, candidate))
        and (not candidate.breakdown.parts or draft.lead.breakdown.parts == candidate.breakdown.parts)
        and (dated is None or _last_year(draft) >= dated.last)
        and not _is_from(draft.lead, candidate)
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


def _is_from(lead: Candidate, change: Candidate) -> bool:
    """Tell if a figure is what one construction says to have changed: `turun 20 kasus atau 40 persen dari 50 kasus`."""
    return change.base is None and lead.pattern == change.pattern and lead.figure.segment == change.figure.segment


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
