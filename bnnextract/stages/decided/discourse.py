"""What a text leaves to each of its figures: those decided before it, and the office and year that hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from bnnextract.frozen import frozen
from bnnextract.model import Year
from bnnextract.rulebook import Rulebook
from bnnextract.stages.counted.choices import Choice
from bnnextract.stages.dated.carrying import carried_dating
from bnnextract.stages.dated.dating import Dating
from bnnextract.stages.dated.occasions import asked_dating
from bnnextract.stages.dated.reporting import Reporting
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.owned.ascription import Ascription, carried_ascription
from bnnextract.stages.owned.sharing import Surroundings, allots, names_target, shares_out
from bnnextract.stages.parted.labels import Breakdown

Slot = Literal["value", "target", "achievement", "change"]

# For how many sentences another year than the one reported on holds, once told.
_OTHER_YEAR = 3
# Among how many first words of a sentence it says that it tells the parts of what was told.
_DETAILS = 4
# Among how many first words of a sentence it turns to something else.
_OPENING = 2
# Among how many first words of a sentence the office told before is called: `Kantor di ujung timur itu`.
_CALLED_REACH = 6
# The pattern of a figure that is told again.
REPEATED = "repeated"
# Enough figures back to find one of the same unit.
_REMEMBERED = 40


@frozen()
class Candidate:
    """A figure that tells a statistic: what it counts, for whom and when, and in which role.

    `base` is the figure that a construction joins it to, `against` the year that a change is told against.
    """

    figure: Figure
    slot: Slot
    choice: Choice
    breakdown: Breakdown
    ascription: Ascription
    dating: Dating
    event: bool
    pattern: str
    unit: str
    sign: Literal["+", "-"] | None = None
    base: Figure | None = None
    against: Year | None = None


@frozen()
class LeftOut:
    """A figure that tells no statistic, with the reason."""

    figure: Figure
    pattern: str | None
    reason: str
    choice: Choice | None = None


@frozen()
class Discourse:
    """What the text before a figure leaves to it: the figures decided, and the office and year that hold.

    `shared_out` tells that a target is being shared out, so that the figures of parts are targets, `former`
    the year of the earlier one of two figures told against each other.
    """

    before: tuple[Candidate, ...] = ()
    office: Ascription | None = None
    dating: Dating | None = None
    context: Year | None = None
    shared_out: bool = False
    former: Year | None = None


@frozen()
class Setting:
    """What holds for all figures of a text; `voices` are the offices whose heads speak, by paragraph.

    The article opens with what was done on a day (`of_day`), and that is a destruction (`ceremony`).
    """

    scene: Scene
    book: Rulebook
    report: Reporting
    around: Surroundings
    met: frozenset[int]
    of_day: bool
    ceremony: bool
    voices: Mapping[int, Ascription]


def enter(setting: Setting, index: int, discourse: Discourse) -> Discourse:
    """Start a segment: a new paragraph is about the article's year again, and, unless it is an item, its office.

    One behind a question is about the year that this asks for. It goes on sharing out a target where the one before ended
    with that, or with the part of someone.
    """
    scene = setting.scene
    segment = scene.segments[index]
    if index and segment.paragraph == scene.segments[index - 1].paragraph:
        if (allots(scene, index) and names_target(scene, index - 1)) or _details_target(scene, index, discourse.before):
            discourse = replace(discourse, shared_out=True)
        if _returns(setting, index, discourse):
            discourse = replace(discourse, office=None)
        elif discourse.office is not None and discourse.office.agency and (own := _means_office(scene, index)):
            discourse = replace(discourse, office=own)
        told = discourse.dating
        if told and told.year != setting.report.year and (index - told.since > _OTHER_YEAR or _turns_away(scene, index, told)):
            return replace(discourse, dating=None)
        return discourse
    office = discourse.office if segment.kind == "item" or setting.around.main is None else None
    voice = setting.voices.get(segment.paragraph) if segment.kind != "item" else None
    if voice and (office is None or office.code != voice.code):
        office = voice
    shared_out = discourse.shared_out and (
        shares_out(scene, index - 1) or any(c.slot == "target" for c in discourse.before[-1:])
    )
    dating = asked_dating(scene, index, setting.report, discourse.context)
    if (
        office is discourse.office
        and discourse.dating is dating
        and shared_out is discourse.shared_out
        and discourse.former is None
    ):
        return discourse
    return replace(discourse, office=office, dating=dating, shared_out=shared_out, former=None)


def _returns(setting: Setting, index: int, discourse: Discourse) -> bool:
    """Tell if a segment returns to the province's office behind what one below it adds to the same that was told of it.

    `BNNP Bali menyita 20 gram sabu. BNNK Badung menambah 4 gram. Ada pula …`; and if it opens with the place of the article's
    office: `BNNP Bali membagi targetnya. Badung kebagian 45 orang.`
    """
    scene, main = setting.scene, setting.around.main
    branch = discourse.office.code if discourse.office else None
    if main is None or branch is None or branch == main or scene.offices[index]:
        return False
    first = scene.bounds[index][0]
    if any(place.first == first and place.codes == (main,) for place in setting.around.places):
        return True
    if len(branch) <= len(main):
        return False
    if scene.vocabulary["kembali"].isdisjoint(scene.tokens.words[first : first + _OPENING]):
        return False
    paragraph = scene.segments[index].paragraph
    told = [c for c in discourse.before if scene.segments[c.figure.segment].paragraph == paragraph]
    added = {c.choice.indicator.name for c in told if c.ascription.code == branch and c.figure.segment == index - 1}
    own = {c.choice.indicator.name for c in told if c.ascription.code == main}
    return bool(added & own)


def _means_office(scene: Scene, index: int) -> Ascription | None:
    """Give the office told last in the paragraph that a sentence opens with: `Kantor itu`, `Lembaga di Batu tersebut`."""
    first, last = scene.bounds[index]
    words = scene.tokens.words[first : min(last, first + _CALLED_REACH)]
    called = words[:1] and words[0] in scene.vocabulary["kantor_ini"]
    if not called or scene.agencies[index] or scene.vocabulary["penunjuk"].isdisjoint(words):
        return None
    paragraph = scene.segments[index].paragraph
    before = (number for number in range(index - 1, -1, -1) if scene.segments[number].paragraph == paragraph)
    office = next((office for number in before for office in reversed(scene.offices[number]) if office.code), None)
    return Ascription(office.code, "the office that the paragraph tells of", sure=False) if office is not None else None


def _turns_away(scene: Scene, index: int, told: Dating) -> bool:
    """Tell if a segment turns from an office that several years were told of to another: `… 2016-2021. BNNK Batu kini …`."""
    spoken = {office.code for office in scene.offices[told.since]}
    several = told.year is not None and told.year.first != told.year.last
    return several and any(office.code not in {*spoken, None} for office in scene.offices[index])


def _details_target(scene: Scene, index: int, before: tuple[Candidate, ...]) -> bool:
    """Tell if a segment breaks down a target that the one before tells alone: `Rinciannya, Badung 80 …`, `Bali kebagian 80`."""
    first = scene.bounds[index][0]
    opening = scene.vocabulary["rinciannya|dibagi"]
    if opening.isdisjoint(scene.tokens.words[first : first + _DETAILS]) and not allots(scene, index):
        return False
    last = [c for c in before if c.figure.segment == index - 1]
    return bool(last) and all(c.slot == "target" for c in last)


def leave(setting: Setting, index: int, discourse: Discourse) -> Discourse:
    """End a segment: the office and year told in it hold for what follows."""
    scene = setting.scene
    office = carried_ascription(scene, index, discourse.office, setting.around.main)
    if setting.around.main is None and not scene.figures[index] and not scene.offices[index]:
        office = _heads(setting, index) or office
    if scene.segments[index].kind == "item" and scene.figures[index] and office is not None and office.code:
        office = discourse.office  # an office named in an item of figures has those: `Dirujuk ke BNNP: 3`
    dating = carried_dating(scene, index, setting.report, discourse.dating, discourse.context)
    if dating is not None and dating is not discourse.dating and _looks_back(discourse.before, index, setting.report, scene):
        dating = None
    if office is not discourse.office or dating is not discourse.dating:
        discourse = replace(discourse, office=office, dating=dating)
    if shares_out(scene, index):
        discourse = replace(discourse, shared_out=True)
    return discourse


def _heads(setting: Setting, index: int) -> Ascription | None:
    """Give the office named in the article whose place is all that a segment tells, as headings in an article on several do."""
    scene, bounds = setting.scene, setting.scene.bounds[index]
    codes = {code for place in setting.around.places if (place.first, place.last) == bounds for code in place.codes}
    named = {office.code for offices in scene.offices for office in offices if office.code in codes} if codes else set()
    return Ascription(named.pop(), "the office of the place in the heading", sure=True) if len(named) == 1 else None


def after(decided: Candidate, discourse: Discourse) -> Discourse:
    """Add a figure that was decided to what is left to the next ones."""
    told = decided.dating.mention
    taken_over = decided.dating.carried and decided.dating is not discourse.dating
    again = decided.pattern == REPEATED and not decided.event
    if (again or taken_over) and decided.dating.year is not None:
        # What follows a figure told again are its parts, of its year.
        dating = replace(decided.dating, reason="the year of the figure told again", mention=None, carried=True)
        discourse = replace(discourse, dating=replace(dating, since=decided.figure.segment))
    context = decided.dating.year if told is not None and told.mention.pattern.anchor != "context" else discourse.context
    before = (*discourse.before, decided)[-_REMEMBERED:]
    shared_out = discourse.shared_out and (decided.slot != "value" or _is_of_target(decided, discourse.before))
    return Discourse(before, discourse.office, discourse.dating, context, shared_out, discourse.former)


def _is_of_target(decided: Candidate, before: tuple[Candidate, ...]) -> bool:
    """Tell if a value stands behind the target told in its sentence: `RS Jiwa ditarget 10, dapat dua`.

    One that stands alone ends a target's being shared out: `BNNP Bali kebagian 2.083. Baru 433 yang dirawat. Rinciannya …`
    """
    return bool(before) and before[-1].slot == "target" and before[-1].figure.segment == decided.figure.segment


def _looks_back(before: tuple[Candidate, ...], index: int, report: Reporting, scene: Scene) -> bool:
    """Tell if the figures of a segment are of another year than the one reported on, for which the same was told before.

    What follows (`Pada 2015 hanya 61 kali. Pihaknya juga …`) is of the year reported on again.
    """
    own = [c for c in before if c.figure.segment == index]
    paragraph = scene.segments[index].paragraph
    return bool(own) and all(
        c.dating.year != report.year
        and any(
            other.choice.indicator is c.choice.indicator and other.dating.year == report.year
            for other in before
            if other.figure.segment < index and scene.segments[other.figure.segment].paragraph == paragraph
        )
        for c in own
    )
