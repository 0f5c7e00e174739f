"""Figures to candidates: each figure of a text with its role, indicator, part, office and year, or the reason it is left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from bnnextract.knowledge.constructions import BARE, NONE, PERCENT
from bnnextract.knowledge.gazetteer import PlaceMention
from bnnextract.knowledge.indicators import Cue, Rank
from bnnextract.model import Year
from bnnextract.rulebook import Rulebook
from bnnextract.stages.events import is_event
from bnnextract.stages.indicators import Choice, choose, needs_met
from bnnextract.stages.parts import WHOLE, Breakdown, Listed, find_breakdown, left_label
from bnnextract.stages.periods import Reporting
from bnnextract.stages.resolution import (
    NATIONAL,
    Ascription,
    Dating,
    ascribe,
    bind_years,
    carried_ascription,
    carried_dating,
    date_figure,
    nationwide,
)
from bnnextract.stages.roles import RoleMention, find_roles
from bnnextract.stages.scenes import Figure, PlacedPeriod, Scene, mask

Slot = Literal["value", "target", "achievement", "change"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that tells a statistic: what it counts, for whom and when, and in which role.

    `base` is the figure that a construction joins it to.
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


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A figure that tells no statistic, with the reason."""

    figure: Figure
    pattern: str | None
    reason: str
    choice: Choice | None = None


@dataclass(frozen=True, slots=True)
class Discourse:
    """What the text before a figure leaves to it: the figures decided, and the office and year that hold."""

    before: tuple[Candidate, ...] = ()
    office: Ascription | None = None
    dating: Dating | None = None
    context: Year | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for all figures of a text."""

    scene: Scene
    book: Rulebook
    report: Reporting
    main: str | None
    places: tuple[PlaceMention, ...]
    met: frozenset[int]


@dataclass(frozen=True, slots=True)
class Roles:
    """What the constructions tell of a segment's figures, the years that are figures' own, and which figures go together."""

    roles: dict[Figure, RoleMention] = field(default_factory=dict)
    bases: dict[Figure, Figure] = field(default_factory=dict)
    years: dict[Figure, PlacedPeriod] = field(default_factory=dict)
    groups: dict[Figure, tuple[Figure, ...]] = field(default_factory=dict)


# `ditangani` is a verb, `dinas` may be none.
_SHORTEST_VERB = 6
# What may close a label with its number.
_CLOSING = frozenset({",", ".", ";", ")", "dan", "serta", "", '"', "”"})
# How far behind a number alone the words may stand that tell what it counts.
_PREDICATE_REACH = 4
# How near the thing must stand of which there is none.
_BESIDE = 4
# What tells that a figure is each one's, how far before it, and where the ones begin.
_EACH = frozenset({"masing-masing", "sama-sama"})
_EACH_REACH = 4
_EACH_ENDS = frozenset({";", ":", "(", "sedangkan", "sementara", "serta", "yakni", "yaitu", "adapun"})
_PROVINCE_DIGITS = 2
# Words that point back to a figure, and how far behind the repeated one they may stand.
_ANAPHORA = frozenset({"itu", "tersebut", "tadi", "ini"})
_ANAPHORA_REACH = 3
# A number so large is the one told before, though it may count other things.
_TELLING = 10
# Enough figures back to find one of the same unit.
_REMEMBERED = 40


def find_candidates(
    scene: Scene, book: Rulebook, report: Reporting, main: str | None, places: tuple[PlaceMention, ...]
) -> tuple[Candidate | LeftOut, ...]:
    """Decide every figure of a text, in order."""
    setting = Setting(scene, book, report, main, places, needs_met(scene, book.indicators))
    discourse = Discourse()
    found: list[Candidate | LeftOut] = []
    for index, figures in enumerate(scene.figures):
        discourse = _enter(setting, index, discourse)
        if figures:
            roles = _roles(setting, index)
            for figure in figures:
                decided = _decide(setting, figure, roles, discourse)
                each = _each(setting, decided) if isinstance(decided, Candidate) else ()
                found += each or (decided,)
                if isinstance(decided, Candidate):
                    discourse = _after(decided, discourse)
        discourse = replace(
            discourse,
            office=carried_ascription(scene, index, discourse.office),
            dating=carried_dating(scene, index, report, discourse.dating, discourse.context),
        )
    return tuple(found)


def _enter(setting: Setting, index: int, discourse: Discourse) -> Discourse:
    """Start a segment: a new paragraph is about the article's year again, and its office unless it is one of a list."""
    scene = setting.scene
    segment = scene.segment(index)
    if index and segment.paragraph == scene.segment(index - 1).paragraph:
        return discourse
    office = discourse.office if segment.kind == "item" or setting.main is None else None
    return replace(discourse, office=office, dating=None)


def _roles(setting: Setting, index: int) -> Roles:
    masked = mask(setting.scene, index)
    head = setting.scene.segment(index).head
    over = setting.scene.tokens.words[slice(*setting.scene.bounds[head])] if head is not None else ()
    found = find_roles(masked, over, setting.book.constructions)
    roles = {masked.figures[at]: role for at, role in found.items()}
    bases = {figure: masked.figures[role.base] for figure, role in roles.items() if role.base is not None}
    groups: dict[Figure, tuple[Figure, ...]] = {}
    for figure, base in bases.items():
        groups[figure] = (*groups.get(figure, ()), base)
        groups[base] = (*groups.get(base, ()), figure)
    return Roles(roles, bases, bind_years(setting.scene, index), groups)


def _after(decided: Candidate, discourse: Discourse) -> Discourse:
    told = decided.dating.mention
    return replace(
        discourse,
        before=(*discourse.before, decided)[-_REMEMBERED:],
        context=decided.dating.year
        if told is not None and told.mention.pattern.anchor == "report"
        else discourse.context,
    )


def _decide(setting: Setting, figure: Figure, roles: Roles, discourse: Discourse) -> Candidate | LeftOut:
    scene, book = setting.scene, setting.book
    role = roles.roles.get(figure)
    if veto := book.number_vetoes.veto(figure.quantity, scene.lowered):
        return LeftOut(figure, veto, f"veto {veto}")
    if role is not None and role.role == "veto":
        return LeftOut(figure, role.construction.name, f"veto {role.construction.name}")
    alone = figure.letter == BARE and role is None
    if alone and not _counts_alone(scene, figure, book):
        return LeftOut(figure, None, "a number alone, without a word that makes it a count")
    like = [other for other in discourse.before if other.slot in {"value", "target"}]
    same = [other for other in like if _of_one_unit(figure, other)]
    if repeated := _repeated(scene, figure, discourse.before, same, role):
        return replace(repeated, figure=figure, pattern="repeated", base=None)
    choice = choose(scene, figure, book.indicators, setting.met, same)
    for other in roles.groups.get(figure, ()):
        shared = choose(scene, other, book.indicators, setting.met, same)
        if (
            shared is not None
            and (BARE in {figure.letter, other.letter} or other.letter == figure.letter)
            and (choice is None or shared.score > choice.score)
        ):
            choice = shared
    if figure.letter == NONE and (choice is None or not _names_none(scene, figure)):
        return LeftOut(figure, None, "says that there is none, but not of what")
    slot: Slot = "value"
    if role is not None and role.role in {"target", "achievement", "change"}:
        slot = role.role  # type: ignore[assignment]
    if slot in {"achievement", "change"} and like and (choice is None or figure.letter == PERCENT):
        # What rises or is attained is what was told before: a percentage itself counts nothing.
        choice = like[-1].choice
    if choice is None:
        return LeftOut(figure, None, "no phrase tells what it counts")
    ascription = ascribe(scene, figure, setting.main, discourse.office)
    if ascription.agency and choice.indicator.from_bodies and choice.inherited and (discourse.office or setting.main):
        ascription = (
            Ascription(setting.main, "the office the article is about", sure=False) if setting.main else ascription
        )
    if ascription.agency:
        return LeftOut(figure, "other-agency", f"figure of another body: {ascription.reason}", choice)
    if ascription.code is None:
        return LeftOut(figure, None, ascription.reason, choice)
    name = choice.indicator.name
    if name.startswith("survei.") and ascription.code != NATIONAL and nationwide(scene, figure):
        ascription = Ascription(NATIONAL, "told of the whole country", sure=ascription.sure)
    dating = date_figure(
        scene, figure, setting.report, discourse.dating, discourse.context, roles.years, change=slot == "change"
    )
    if role is not None and role.role == "former" and figure not in roles.years:
        dating = Dating(None, None, "an earlier figure, its year not told", sure=False)
    if (
        slot == "value"
        and role is None
        and dating.year
        and setting.report.written
        and dating.year.first > setting.report.written
    ):
        slot = "target"
    if (branch := _branch(setting, figure)) is not None:
        ascription = branch
    model = same[-1] if same and choice.inherited else None
    breakdown = _breakdown(setting, figure, choice, model, same, roles.groups) if slot != "achievement" else WHOLE
    return Candidate(
        figure, slot, choice, breakdown, ascription, dating, is_event(scene, figure, name, dating, setting.report),
        role.construction.name if role else name, _unit(figure, choice, same, roles.groups.get(figure, ())), role.sign if role else None, roles.bases.get(figure),
    )  # fmt: skip


def _branch(setting: Setting, figure: Figure) -> Ascription | None:
    """Find the city or regency office of a figure that only its place is told for: `Untuk BNNK, Badung 9 kasus`."""
    scene = setting.scene
    segments = {figure.segment, scene.segment(figure.segment).head}
    if setting.main is None or not any(
        office.segment in segments and office.mention.level == "kabkota" and office.mention.kind != "named"
        for office in scene.offices
    ):
        return None
    start, end = left_label(scene, figure)
    for place in setting.places:
        if start <= place.first and place.last <= end and (code := _local(setting, place)):
            words = scene.text[place.span.start : place.span.end]
            return Ascription(code, f"“{words}” among the offices of cities and regencies", sure=True)
    return None


def _local(setting: Setting, place: PlaceMention) -> str | None:
    """Give the city or regency that a place is, if it is one of the article's province and no other there is so called."""
    regions = setting.book.gazetteer.regions
    codes = [
        code
        for code in place.codes
        if len(code) > _PROVINCE_DIGITS and code.startswith((setting.main or "")[:_PROVINCE_DIGITS])
    ]
    known = [code for code in codes if regions[code].office] or codes
    return known[0] if len(known) == 1 else None


def _each(setting: Setting, decided: Candidate) -> tuple[Candidate, ...]:
    """Give a candidate to each of several offices, places or parts that one figure is told for: `A dan B masing-masing 5`."""
    scene, figure = setting.scene, decided.figure
    if decided.slot != "value":
        return ()
    first = scene.bounds[figure.segment][0]
    words = scene.tokens.words
    at = next(
        (
            token
            for token in range(figure.first - 1, max(first, figure.first - _EACH_REACH) - 1, -1)
            if words[token] in _EACH
        ),
        None,
    )
    if at is None:
        return ()
    taken = {token for other in scene.figures[figure.segment] for token in range(other.first, other.last)}
    start = at
    while start > first and start - 1 not in taken and words[start - 1] not in _EACH_ENDS:
        start -= 1
    offices = [office for office in scene.offices if start <= office.first and office.last <= at and office.code]
    if len(offices) > 1:
        return tuple(
            replace(decided, ascription=Ascription(office.code, "one of the offices before “masing-masing”", sure=True))
            for office in offices
        )
    places = [place for place in setting.places if start <= place.first and place.last <= at]
    branches = [_local(setting, place) for place in places] if _branch_context(setting, figure) else []
    if len(branches) > 1 and all(branches):
        return tuple(
            replace(decided, ascription=Ascription(code, "one of the places before “masing-masing”", sure=True))
            for code in branches
        )
    labels = [(words[place.first : place.last], "tempat") for place in places]
    labels = labels or [
        (words[part.first : part.last], part.meanings[0].axis)
        for part in scene.parts[figure.segment]
        if start <= part.first and part.last <= at
    ]
    labels = labels or [
        ((words[token],), "lain")
        for token in range(start, at)
        if _capital(scene, token) and (token == start or words[token - 1] in {",", "dan"})
    ]
    if len(labels) < 2:
        return ()
    return tuple(
        replace(decided, breakdown=Breakdown(" ".join(label), {axis: " ".join(label)})) for label, axis in labels
    )


def _branch_context(setting: Setting, figure: Figure) -> bool:
    return any(
        office.segment == figure.segment and office.mention.level == "kabkota" and office.mention.kind != "named"
        for office in setting.scene.offices
    )


def _capital(scene: Scene, token: int) -> bool:
    return scene.text[scene.tokens.starts[token]].isupper()


def _repeated(
    scene: Scene, figure: Figure, before: tuple[Candidate, ...], same: list[Candidate], role: RoleMention | None
) -> Candidate | None:
    """Find the figure that one is told again of: `Dari 643 orang itu, lima positif`."""
    if role is not None or figure.quantity.value <= 1:
        return None
    first, last = scene.bounds[figure.segment]
    before_words = scene.tokens.words[max(first, figure.first - 2) : figure.first]
    after = scene.tokens.words[figure.last : min(last, figure.last + _ANAPHORA_REACH)]
    if "dari" not in before_words and _ANAPHORA.isdisjoint(after):
        return None
    told = [c for c in before if c.slot == "value" and c.figure.quantity.value == figure.quantity.value]
    alike = [c for c in told if c in same or ("dari" in before_words and figure.quantity.value >= _TELLING)]
    return alike[-1] if alike else None


def _counts_alone(scene: Scene, figure: Figure, book: Rulebook) -> bool:
    """Tell if a number without a counted noun is one that counts: a word like `sebanyak` before it, no other noun after it."""
    words = book.constructions.vocabulary
    first, last = scene.bounds[figure.segment]
    before = scene.tokens.words[figure.first - 1] if figure.first > first else ""
    after = scene.tokens.words[figure.last] if figure.last < last else ""
    following = scene.tokens.words[figure.last : min(last, figure.last + 2)]
    if (
        after in words["lainnya"]
        or following[:1] == ("darinya",)
        or following in {("di", "antaranya"), ("di", "antara")}
    ):
        return True
    near = scene.tokens.words[figure.last : min(last, figure.last + _PREDICATE_REACH)]
    told = [hit for hit in scene.hits[figure.segment] if figure.last <= hit.first < figure.last + _PREDICATE_REACH]
    if any(isinstance(m, Cue) and m.rank is not Rank.HINT for hit in told for m in hit.meanings) and "," not in near:
        return True
    if _is_part(scene, figure):
        return True
    if (
        after.isalpha()
        and after not in words["sesudah"]
        and not (after.startswith("di") and len(after) > _SHORTEST_VERB)
    ):
        return False
    if after.startswith("di") and len(after) > _SHORTEST_VERB:
        return True
    if figure.quantity.value != figure.quantity.value.to_integral() and _names_index(scene, figure, book):
        return True
    if _in_list(scene, figure) or (after in _CLOSING and _named_before(scene, figure)):
        return True
    return (
        before in words["berjumlah"]
        or figure.quantity.bound != "exact"
        or any(hit.last == figure.first for hit in scene.hits[figure.segment])
    )


def _in_list(scene: Scene, figure: Figure) -> bool:
    """Tell if a number alone is one of a list of labels with numbers: `pecalang 40, yowana 30 dan PKK 20`."""
    first, last = scene.bounds[figure.segment]
    words = scene.tokens.words

    def labelled(other: Figure) -> bool:
        after = words[other.last] if other.last < last else ""
        return other.letter == BARE and other.first > first and words[other.first - 1].isalpha() and after in _CLOSING

    alike = [other for other in scene.figures[figure.segment] if labelled(other)]
    return len(alike) > 1 and figure in alike


def _named_before(scene: Scene, figure: Figure) -> bool:
    """Tell if what is counted stands on the left, with no other figure between: `Berkas yang lengkap menurut jaksa 47`."""
    others = [other.last for other in scene.figures[figure.segment] if other.last <= figure.first]
    since = max(others, default=scene.bounds[figure.segment][0])
    return any(
        since <= hit.first < figure.first
        and any(isinstance(m, Cue) and m.rank in {Rank.KIND, Rank.NOUN} for m in hit.meanings)
        for hit in scene.hits[figure.segment]
    )


def _is_part(scene: Scene, figure: Figure) -> bool:
    """Tell if a number alone stands right beside a part of a breakdown: `pria 6`, `petani (44)`, `31 ASN`."""
    first = scene.bounds[figure.segment][0]
    left = figure.first
    while left > first and scene.tokens.words[left - 1] in {"(", ":", "ada", "sebanyak", "yakni", "yaitu"}:
        left -= 1
    return any(part.last == left or part.first == figure.last for part in scene.parts[figure.segment])


def _names_index(scene: Scene, figure: Figure, book: Rulebook) -> bool:
    return any(
        isinstance(meaning, Cue)
        and meaning.rank is Rank.NAME
        and "indeks" in book.indicators.entries[meaning.indicator].units
        for hit in scene.hits[figure.segment]
        for meaning in hit.meanings
    )


def _names_none(scene: Scene, figure: Figure) -> bool:
    """Tell if what there is none of stands right beside the words that say so."""
    return any(
        scene.distance(hit.last, figure.first) <= _BESIDE
        if hit.last <= figure.first
        else scene.distance(figure.last, hit.first) <= _BESIDE
        for hit in scene.hits[figure.segment]
        if any(isinstance(meaning, Cue) and meaning.rank is not Rank.HINT for meaning in hit.meanings)
    )


def _unit(figure: Figure, choice: Choice, same: list[Candidate], group: tuple[Figure, ...]) -> str:
    if figure.letter != BARE and (figure.letter != NONE or figure.quantity.noun):
        return figure.quantity.unit
    if "indeks" in choice.indicator.units:
        return "indeks"
    if partner := next((other for other in group if other.letter not in {BARE, PERCENT}), None):
        return partner.quantity.unit
    if choice.inherited and same:
        return same[-1].unit
    return "lainnya" if choice.indicator.units[0] in {"gram", "rupiah"} else choice.indicator.units[0]


def _of_one_unit(figure: Figure, other: Candidate) -> bool:
    """Tell if a figure may count what another one did: in the same unit, in none, or as a share of it."""
    if figure.letter == PERCENT:
        return "persen" in other.choice.indicator.units
    return figure.letter in {BARE, NONE} or other.unit == figure.quantity.unit


def _breakdown(
    setting: Setting,
    figure: Figure,
    choice: Choice,
    model: Candidate | None,
    same: list[Candidate],
    groups: dict[Figure, tuple[Figure, ...]],
) -> Breakdown:
    scene = setting.scene
    alike = [other for other in scene.figures[figure.segment] if other.letter == figure.letter]
    listed: Listed = "first" if len(alike) > 1 and alike[0] is figure else "no"
    beside = (
        same[-1]
        if same and same[-1].figure.segment == figure.segment and same[-1].choice.indicator is choice.indicator
        else None
    )
    if beside is not None or scene.segment(figure.segment).kind == "item":
        listed = "yes"
    before = model.breakdown if model else None
    name = _longest_name(setting, figure, choice)
    found = find_breakdown(scene, figure, choice.indicator, name, setting.places, before, listed=listed)
    if found.category is None and beside is not None and figure in group_of(beside, groups):
        return beside.breakdown
    return found


def group_of(candidate: Candidate, groups: dict[Figure, tuple[Figure, ...]]) -> tuple[Figure, ...]:
    """Give the figures that a construction binds to that of a candidate."""
    return groups.get(candidate.figure, ())


def _longest_name(setting: Setting, figure: Figure, choice: Choice) -> str:
    """Give the longest phrase of the sentence that names what a figure counts, for an index; else the one that decided."""
    number = setting.book.indicators.entries.index(choice.indicator)
    names = [
        " ".join(setting.scene.tokens.words[hit.first : hit.last])
        for hit in setting.scene.hits[figure.segment]
        if any(isinstance(meaning, Cue) and meaning.indicator == number for meaning in hit.meanings)
    ]
    return max(names, key=len, default=choice.cue) if "indeks" in choice.indicator.units else choice.cue
