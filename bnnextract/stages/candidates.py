"""Figures to candidates: each with its role, indicator, part, office and year, or the reason it is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bnnextract.knowledge.constructions import BARE, NONE, PERCENT, Role
from bnnextract.knowledge.gazetteer import PlaceMention
from bnnextract.knowledge.indicators import Cue, Rank
from bnnextract.knowledge.units import MEASURED, Units
from bnnextract.model import Year
from bnnextract.rulebook import Rulebook
from bnnextract.stages.ascription import Ascription, ascribe
from bnnextract.stages.bonds import Bonds, bind
from bnnextract.stages.dating import Dating, compared_year, date_figure, dating_of_day
from bnnextract.stages.discourse import REPEATED, Candidate, Discourse, LeftOut, Setting, Slot, after, enter, leave
from bnnextract.stages.events import is_event
from bnnextract.stages.indicators import Choice, choose, names_part, needs_met
from bnnextract.stages.lone import counts_alone, ends_list, names_none
from bnnextract.stages.parts import WHOLE, Breakdown, Listed, find_breakdown, left_label, ranks_first
from bnnextract.stages.reporting import Reporting
from bnnextract.stages.roles import RoleMention
from bnnextract.stages.scenes import Figure, Scene
from bnnextract.stages.sharing import Share, Surroundings, allots, attains, find_branch, goes_with, shares, surveyed
from bnnextract.stages.voices import find_voices
from bnnextract.stages.wholes import whole_of

# How far behind a figure the word stands that points back to it.
_ANAPHORA_REACH = 3
# How far behind the name of an index its abbreviation may stand.
_ABBREVIATED = 6
# How many segments back the year may be told that an earlier figure is of.
_YEAR_REACH = 6
# How far before a percentage the words stand that name what rose or fell.
_SUBJECT_REACH = 8
_SLOTS: Mapping[Role, Slot] = {"target": "target", "achievement": "achievement", "change": "change"}
# A figure of so many digits that are no zeros at its end is told once.
_EXACT = 4
# A share of something is at most all of it.
_ALL = 100
# A number so large is the one told before, though it may count other things.
_TELLING = 10


def find_candidates(
    scene: Scene, book: Rulebook, report: Reporting, main: str | None, places: tuple[PlaceMention, ...], *, of_day: bool
) -> tuple[Candidate | LeftOut, ...]:
    """Decide every figure of a text, in order; `of_day` tells that the article opens with what was done on a day."""
    around = Surroundings(book.gazetteer, places, main)
    voices = find_voices(scene, main)
    setting = Setting(scene, book, report, around, needs_met(scene, book.indicators), of_day, voices)
    discourse = Discourse()
    found: list[Candidate | LeftOut] = []
    for index, figures in enumerate(scene.figures):
        discourse = enter(setting, index, discourse)
        if figures:
            bonds = bind(scene, index, book.constructions)
            for figure in figures:
                decided = _decide(setting, figure, bonds, discourse, found[-1] if found else None)
                if isinstance(decided, LeftOut):
                    found.append(decided)
                    continue
                found += _each(setting, decided)
                discourse = after(decided, discourse)
                if (role := bonds.roles.get(figure)) and role.role == "former" and decided.dating.year:
                    discourse = replace(discourse, former=decided.dating.year)
        discourse = leave(setting, index, discourse)
    return tuple(found)


def _each(setting: Setting, decided: Candidate) -> tuple[Candidate, ...]:
    """Give a candidate to each of those that one figure is told for."""
    shared = shares(setting.scene, decided.figure, setting.around) if decided.slot == "value" else ()
    return tuple(_shared(decided, share) for share in shared) or (decided,)


def _shared(decided: Candidate, share: Share) -> Candidate:
    match share:
        case Ascription():
            return replace(decided, ascription=share)
        case Dating():
            return replace(decided, dating=share)
        case Breakdown():
            return replace(decided, breakdown=share)


def _decide(
    setting: Setting, figure: Figure, bonds: Bonds, discourse: Discourse, last: Candidate | LeftOut | None
) -> Candidate | LeftOut:
    scene, book = setting.scene, setting.book
    role = bonds.roles.get(figure)
    if veto := book.number_vetoes.veto(figure.quantity, scene.lowered, listed=ends_list(scene, figure)):
        return LeftOut(figure, veto, f"veto {veto}")
    if role is not None and role.role == "veto":
        return LeftOut(figure, role.construction.name, f"veto {role.construction.name}")
    if isinstance(last, LeftOut) and last.pattern and _is_some_of(scene, figure, last.figure):
        return LeftOut(figure, last.pattern, f"some of a figure left out: {last.reason}")
    alone = figure.letter == BARE and role is None and figure not in bonds.groups
    if alone and figure not in bonds.years and not counts_alone(scene, figure, book):
        return LeftOut(figure, None, "a number alone, without a word that makes it a count")
    like = [other for other in discourse.before if other.slot in {"value", "target"}]
    counting = _counting_as(figure, role)
    same = [other for other in like if _of_one_unit(scene, counting, other)]
    if figure.letter == BARE and role is not None and role.role == "target":
        same = [other for other in same if other.figure.letter != PERCENT]
    if counting.letter == PERCENT and any(other.figure.letter == PERCENT for other in same):
        same = [other for other in same if other.figure.letter == PERCENT]
    if repeated := _repeated(scene, figure, discourse.before, same, role):
        return replace(repeated, figure=figure, pattern=REPEATED, base=None)
    if retold := _retold(figure, choice_of := _choose(setting, figure, same, bonds, discourse), same):
        return replace(retold, figure=figure, pattern=REPEATED, base=None)
    if answered := _answered(scene, figure, choice_of, like, role):
        return replace(answered, figure=figure, pattern=REPEATED, base=None)
    if figure in bonds.among:
        return LeftOut(figure, None, "the group of which some are told")
    choice = choice_of
    if figure.letter == NONE and (choice is None or not names_none(scene, figure)):
        return LeftOut(figure, None, "says that there is none, but not of what")
    slot = _SLOTS.get(role.role, "value") if role else "value"
    if slot in {"achievement", "change"} and like and (choice is None or figure.letter == PERCENT):
        # What rises or is attained is what was told before: a percentage itself counts nothing.
        choice = _subject(setting, figure, like) or like[-1].choice
    if slot == "change" and figure.letter == BARE and like and _rises_from(setting, figure, choice, like[-1]):
        # A rise told without a noun is counted as what rose: `43 ribu orang, bertambah 13 ribu`.
        choice, same = replace(like[-1].choice, inherited=True), [like[-1]]
    if figure.letter == PERCENT and slot in {"value", "achievement"} and like:
        choice, slot = _absorbed(setting, figure, choice, slot, like[-1])
    if choice is not None and choice.indicator.by_drug and like and _goes_on_by_drug(figure, like[-1]):
        choice = replace(like[-1].choice, inherited=True)
    if choice is None:
        return LeftOut(figure, None, "no phrase tells what it counts")
    if isinstance(last, LeftOut) and choice.inherited and _of_another_group(scene, figure, last.figure, same):
        return LeftOut(figure, last.pattern, f"some of a figure left out: {last.reason}", choice)
    if users := _users(scene, figure, choice, like):
        choice = users.choice
    if figure.letter == BARE and choice.indicator.by_drug and not scene.text[figure.quantity.start].isdigit():
        return LeftOut(figure, None, "a number word that tells no amount of a drug", choice)
    whole = whole_of(scene, figure, discourse.before)
    ascription = _ascribe(setting, figure, choice, discourse)
    if ascription.agency:
        return LeftOut(figure, "other-agency", f"figure of another body: {ascription.reason}", choice)
    if ascription.code is None:
        return LeftOut(figure, None, ascription.reason, choice)
    dating = _date(setting, figure, role, bonds, discourse, change=slot == "change")
    event = is_event(scene, figure, choice.occurrence, dating, setting.report, of_day=setting.of_day)
    if event and dating.mention is None and (of_day := dating_of_day(scene, figure, setting.report)):
        dating = of_day if of_day.year != dating.year else dating
    if choice.item and (event or not setting.report.told):
        return LeftOut(figure, None, "a thing taken on one occasion", choice)
    if whole is not None and dating.mention is None:
        dating = replace(whole.dating, mention=None, carried=True, since=whole.figure.segment)
        event = event and (whole.event or whole.choice.indicator.occurrence == "never")
    if (
        slot == "value"
        and role is None
        and not choice.indicator.granted
        and dating.year
        and setting.report.written
        and dating.year.first > setting.report.written
    ):
        slot = "target"
    model = same[-1] if same and choice.inherited else None
    if slot == "change" and like and like[-1].figure.segment == figure.segment:
        model = like[-1]
    breakdown = (
        _breakdown(setting, figure, choice, model, same, bonds.groups, discourse, ascription)
        if slot != "achievement"
        else WHOLE
    )
    if choice.item:
        breakdown = Breakdown(choice.cue, {"lain": choice.cue})
    parted = breakdown.category or allots(scene, figure.segment)
    if slot == "value" and role is None and parted and _is_share_of_target(scene, figure, choice, discourse):
        slot = "target"
    return Candidate(
        figure,
        slot,
        choice,
        breakdown,
        ascription,
        dating,
        event=event,
        pattern=role.construction.name if role else choice.indicator.name,
        unit=_unit(scene, figure, choice, same, bonds.groups.get(figure, ()), book.units),
        sign=role.sign if role else None,
        base=role.base if role else None,
        against=compared_year(scene, figure, setting.report, discourse.context) if slot == "change" else None,
    )


def _counting_as(figure: Figure, role: RoleMention | None) -> Figure:
    """Give the figure that tells the unit of an earlier one without a noun: of `dari 1,80 jadi 1,95 persen` the later one."""
    earlier = role is not None and role.role == "former" and figure.letter == BARE
    return role.base if earlier and role is not None and role.base is not None else figure


def _goes_on_by_drug(figure: Figure, last: Candidate) -> bool:
    """Tell if the figure before counts people by drug, as a number alone then does: `17 pemakai sabu, 9 ganja`."""
    beside = figure.letter == BARE and last.figure.segment == figure.segment and not last.choice.indicator.by_drug
    return beside and last.unit == "orang" and "zat" in last.breakdown.parts


def _is_share_of_target(scene: Scene, figure: Figure, choice: Choice, discourse: Discourse) -> bool:
    """Tell if a target is being shared out, and a figure counts what it does, or a kind of that."""
    if not discourse.shared_out or attains(scene, figure.segment):
        return False
    target = next((other.choice.indicator for other in reversed(discourse.before) if other.slot == "target"), None)
    counted = choice.indicator
    return target is None or counted is target or target.name in {counted.special_of, counted.whole}


def _rises_from(setting: Setting, figure: Figure, choice: Choice | None, last: Candidate) -> bool:
    """Tell if a rise without a noun is that of the figure before it: told in the sentence, or where nothing else is named.

    `bertambah dua menjadi 9 desa` is of what it led to.
    """
    scene = setting.scene
    becoming = scene.tokens.words[figure.last : figure.last + 1]
    if not scene.vocabulary["menjadi"].isdisjoint(becoming):
        return False
    return last.figure.segment == figure.segment or choice is None or choice.place != "segment"


def _is_some_of(scene: Scene, figure: Figure, whole: Figure) -> bool:
    """Tell if a figure is some of the one before it, of people, where these are not the background."""
    return (
        whole.segment == figure.segment
        and whole.quantity.unit == "orang"
        and figure.quantity.unit in {"orang", "lainnya"}
        and "dari" not in scene.tokens.words[max(0, whole.first - 2) : whole.first]
        and names_part(scene, figure)
    )


def _of_another_group(scene: Scene, figure: Figure, group: Figure, same: list[Candidate]) -> bool:
    """Tell if a number alone is some of a group left out that counts other things than were told: `Dari 60 SMP, baru 15`."""
    opened = group.segment == figure.segment and "dari" in scene.tokens.words[max(0, group.first - 2) : group.first]
    alone = figure.letter == BARE and group.letter not in {BARE, NONE, PERCENT}
    return opened and alone and bool(same) and same[-1].unit != group.quantity.unit


def _absorbed(
    setting: Setting, figure: Figure, choice: Choice | None, slot: Slot, last: Candidate
) -> tuple[Choice | None, Slot]:
    """Take the percentage attained of a sum that has an indicator of its own for that: of a budget, its absorption."""
    own = last.choice.indicator.attained_as
    paragraph = setting.scene.segment(figure.segment).paragraph
    if own is None or last.slot != "value" or setting.scene.segment(last.figure.segment).paragraph != paragraph:
        return choice, slot
    if slot == "value" and choice is not None and choice.place == "segment" and not choice.inherited:
        return choice, slot
    book = setting.book.indicators
    return replace(last.choice, indicator=book.entries[book.numbers[own]], inherited=False), "value"


def _subject(setting: Setting, figure: Figure, like: list[Candidate]) -> Choice | None:
    """Give what a percentage is said to rise or fall of, where the words right before it name one of the things told."""
    counted = {c.choice.indicator.name: c.choice for c in like}
    scene, entries = setting.scene, setting.book.indicators.entries
    named = [
        choice
        for hit in scene.hits[figure.segment]
        if hit.last <= figure.first and scene.distance(hit.last, figure.first) <= _SUBJECT_REACH
        for meaning in hit.meanings
        if isinstance(meaning, Cue)
        and meaning.rank is not Rank.HINT
        and (choice := counted.get(entries[meaning.indicator].name))
    ]
    return named[-1] if named else None


def _choose(setting: Setting, figure: Figure, same: list[Candidate], bonds: Bonds, discourse: Discourse) -> Choice | None:
    """Choose what a figure counts; those that a construction binds to it count the same, as the strongest of them tells."""
    bound = [
        other
        for other in bonds.groups.get(figure, ())
        if BARE in {figure.letter, other.letter} or other.letter == figure.letter
    ]
    last = discourse.before[-1] if discourse.before else None
    counted = [other for other in bound if figure.letter == BARE != other.letter]
    # What the one with a noun counts, the number alone beside it does: `dari 1,80 jadi 1,95 persen`.
    deciding = counted or [figure, *bound]
    role = bonds.roles.get(figure)
    targeted = role is not None and role.role == "target"
    if role is not None and role.role == "achievement" and role.base is not None:
        deciding = [figure, role.base]
    book, met = setting.book.indicators, setting.met
    choices = [choose(setting.scene, other, book, met, same, last, targeted=targeted) for other in deciding]
    return max((choice for choice in choices if choice), key=lambda choice: choice.score, default=None)


def _ascribe(setting: Setting, figure: Figure, choice: Choice, discourse: Discourse) -> Ascription:
    """Decide whose figure it is, as far as that hangs on what it counts, too."""
    scene, main = setting.scene, setting.around.main
    ascription = ascribe(scene, figure, main, discourse.office)
    counted = choice.indicator
    if ascription.agency and counted.from_bodies and main:
        ascription = Ascription(main, "the office the article is about", sure=False)
    last = discourse.before[-1] if discourse.before else None
    if counted.national and (not ascription.agency or ascription.agency in setting.book.indicators.tellers):
        paragraph = scene.segment(figure.segment).paragraph
        beside = last.ascription if last and last.choice.indicator.national else None
        near = last is not None and scene.segment(last.figure.segment).paragraph == paragraph
        return surveyed(scene, figure, counted, ascription, setting.around, beside if near else None)
    if ascription.code is None:
        return ascription
    listed = last.ascription if last and last.figure.segment == figure.segment else None
    branch = find_branch(scene, figure, setting.around, listed)
    if branch is None and listed and last and goes_with(scene, last.figure, figure):
        return listed
    return branch or ascription


def _date(
    setting: Setting, figure: Figure, role: RoleMention | None, bonds: Bonds, discourse: Discourse, *, change: bool
) -> Dating:
    """Decide the year of a figure; that of the earlier one of two is at best the year of the one before it."""
    if role is not None and role.role == "former" and figure not in bonds.years:
        earlier = discourse.former or _year_before(setting, figure, discourse)
        reason = "the year of the earlier figure before" if earlier else "an earlier figure, its year not told"
        return Dating(earlier, None, reason, sure=False)
    counted = _year_counted(setting.scene, figure, discourse.before)
    return date_figure(
        setting.scene, figure, setting.report, discourse.dating, discourse.context, bonds.years, counted, change=change
    )


def _year_counted(scene: Scene, figure: Figure, before: tuple[Candidate, ...]) -> Year | None:
    """Give the year of the value of the same kind told last in the paragraph, unless that one goes back from another."""
    paragraph = scene.segment(figure.segment).paragraph
    for other in reversed(before):
        if scene.segment(other.figure.segment).paragraph != paragraph or figure.segment - other.figure.segment > 1:
            return None
        goes_back = other.dating.mention is not None and other.dating.mention.mention.pattern.anchor == "context"
        if other.slot == "value" and not goes_back and _of_one_unit(scene, figure, other):
            return other.dating.year
    return None


def _year_before(setting: Setting, figure: Figure, discourse: Discourse) -> Year | None:
    """Give the earlier year that figures shortly before were told of, beside the one reported on."""
    reported = setting.report.year
    told = [c.dating.year for c in discourse.before if figure.segment - c.figure.segment <= _YEAR_REACH]
    return next((year for year in reversed(told) if year and reported and year.last < reported.first), None)


def _repeated(
    scene: Scene, figure: Figure, before: tuple[Candidate, ...], same: list[Candidate], role: RoleMention | None
) -> Candidate | None:
    """Find the figure that one is told again of: `Dari 643 orang itu, lima positif`, `Apakah target 1.400 terkejar?`."""
    number = figure.quantity.value
    if role is not None and role.role == "target" and role.base is None and figure.letter == BARE and number > _ALL:
        return next((c for c in reversed(before) if c.slot == "target" and c.figure.quantity.value == number), None)
    if role is not None or number in {0, 1}:
        return None
    first, last = scene.bounds[figure.segment]
    before_words = scene.tokens.words[max(first, figure.first - 2) : figure.first]
    after = scene.tokens.words[figure.last : min(last, figure.last + _ANAPHORA_REACH)]
    if "dari" not in before_words and scene.vocabulary["penunjuk"].isdisjoint(after):
        return None
    told = [c for c in before if c.slot == "value" and c.figure.quantity.value == number]
    if figure.letter != BARE and figure.quantity.noun != "orang":
        told = [c for c in told if c.figure.letter == BARE or c.figure.quantity.unit == figure.quantity.unit]
    alike = [c for c in told if c in same or ("dari" in before_words and number >= _TELLING)]
    return alike[-1] if alike else None


def _retold(figure: Figure, choice: Choice | None, same: list[Candidate]) -> Candidate | None:
    """Find the figure so exact that the same one later in the text, without words of its own, is it again: `593,84 gram`."""
    told_anew = choice is not None and not choice.inherited and choice.place == "segment"
    if len(figure.quantity.value.normalize().as_tuple().digits) < _EXACT or told_anew:
        return None
    told = [c for c in same if c.slot == "value" and c.figure.quantity.value == figure.quantity.value]
    return told[-1] if told else None


def _answered(
    scene: Scene, figure: Figure, choice: Choice | None, like: list[Candidate], role: RoleMention | None
) -> Candidate | None:
    """Find the figure that one alone in the next sentence tells again: `…, empat positif. "Iya, ada empat."`."""
    last = like[-1] if like else None
    if last is None or role is not None or figure.letter != BARE or (choice and not choice.inherited):
        return None
    again = last.figure.quantity.value == figure.quantity.value > 1 and last.figure.segment == figure.segment - 1
    alone = len(scene.figures[figure.segment]) == 1 and not scene.parts[figure.segment] and last.slot == "value"
    return last if again and alone and scene.segment(figure.segment).kind == "sentence" else None


def _users(scene: Scene, figure: Figure, choice: Choice, like: list[Candidate]) -> Candidate | None:
    """Find the people of whom a number alone beside a drug counts some: `17 pemakai sabu, 9 ganja`, `satu lagi benzo`."""
    last = like[-1] if like else None
    drugs = figure.letter == BARE and figure.quantity.value == figure.quantity.value.to_integral() and choice.indicator.by_drug
    behind = any(0 <= part.first - figure.last <= 1 for part in scene.parts[figure.segment])
    if last is None or not drugs or not behind:
        return None
    near = figure.segment - last.figure.segment <= 1 and not last.choice.indicator.by_drug
    return last if near and last.unit == "orang" and figure.quantity.value <= last.figure.quantity.value else None


def _unit(scene: Scene, figure: Figure, choice: Choice, same: list[Candidate], group: tuple[Figure, ...], units: Units) -> str:
    sorted_into = figure.quantity.noun in scene.vocabulary["penggolong"]
    if sorted_into and same and same[-1].choice.indicator is choice.indicator:
        return same[-1].unit
    if figure.letter != BARE and (figure.letter != NONE or figure.quantity.noun):
        return figure.quantity.unit
    if "indeks" in choice.indicator.units:
        return "indeks"
    if partner := next((other for other in group if other.letter not in {BARE, PERCENT}), None):
        return partner.quantity.unit
    if group and group[0].letter == PERCENT and choice.indicator.units[0] == "persen":
        return "persen"
    alike = same[-1] if same and (choice.inherited or same[-1].choice.indicator is choice.indicator) else None
    if alike is not None and (choice.inherited or alike.figure.segment == figure.segment):
        return alike.unit
    if alike is not None and figure.letter == NONE and alike.figure.letter != PERCENT:
        return alike.unit
    if (whole := _among(scene, figure)) and whole.quantity.unit in choice.indicator.units:
        return whole.quantity.unit
    if named := _unit_named(scene, figure, choice, units):
        return named
    return "lainnya" if choice.indicator.units[0] in {"gram", "rupiah"} else choice.indicator.units[0]


def _unit_named(scene: Scene, figure: Figure, choice: Choice, units: Units) -> str | None:
    """Give the unit of a noun in the label before a number without one, if its indicator is counted so: `Dokumen : 34`."""
    for word in scene.tokens.words[slice(*left_label(scene, figure))]:
        for words, entry in units.nouns.get(word, ()):
            if len(words) == 1 and entry.unit in choice.indicator.units:
                return entry.unit
    return None


def _among(scene: Scene, figure: Figure) -> Figure | None:
    """Give the figure of all those that one without a noun tells some of: `Dari 12 kecamatan, empat berstatus rawan`."""
    before = [other for other in scene.figures[figure.segment] if other.last <= figure.first]
    return next((other for other in before if other.first and scene.tokens.words[other.first - 1] == "dari"), None)


def _of_one_unit(scene: Scene, figure: Figure, other: Candidate) -> bool:
    """Tell if a figure may count what another one did: in the same unit, in none, or as a share of it."""
    if figure.letter == PERCENT:
        return "persen" in other.choice.indicator.units
    if figure.letter == BARE or figure.quantity.noun in scene.vocabulary["penggolong"]:
        shared = other.figure.letter == PERCENT and figure.quantity.value > _ALL
        return other.unit not in MEASURED and not shared
    return figure.letter == NONE or other.unit == figure.quantity.unit


def _breakdown(
    setting: Setting,
    figure: Figure,
    choice: Choice,
    model: Candidate | None,
    same: list[Candidate],
    groups: Mapping[Figure, tuple[Figure, ...]],
    discourse: Discourse,
    ascription: Ascription,
) -> Breakdown:
    scene = setting.scene
    alike = [other for other in scene.figures[figure.segment] if other.letter == figure.letter]
    listed: Listed = "first" if len(alike) > 1 and alike[0] is figure else "no"
    beside = (
        same[-1]
        if same and same[-1].figure.segment == figure.segment and same[-1].choice.indicator is choice.indicator
        else None
    )
    ranked = ranks_first(scene, figure)
    if beside is not None or ranked or discourse.shared_out or scene.segment(figure.segment).kind == "item":
        listed = "yes"
    before = model.breakdown if model else None
    name = _longest_name(setting, figure, choice)
    some = any(_may_hold(other, figure, choice) for other in same)
    found = find_breakdown(
        scene, figure, choice.indicator, name, setting.around.places, before, ascription.code, listed=listed, some=some
    )
    if found.category is None and beside is not None and figure in groups.get(beside.figure, ()):
        return beside.breakdown
    return found


def _may_hold(whole: Candidate, figure: Figure, choice: Choice) -> bool:
    """Tell if a figure before is of all those of whom this one may be some."""
    counted, own = whole.choice.indicator, choice.indicator
    near = figure.segment - whole.figure.segment <= _YEAR_REACH
    alike = counted is own or counted.name == own.whole
    return near and alike and whole.figure.quantity.value > figure.quantity.value


def _longest_name(setting: Setting, figure: Figure, choice: Choice) -> str:
    """Give the longest phrase of the sentence that names what a figure counts, for an index; else the one that decided.

    The abbreviation in brackets behind it belongs to it: `indeks ketahanan diri remaja (dektari)`.
    """
    if "indeks" not in choice.indicator.units:
        return choice.cue
    number = setting.book.indicators.numbers[choice.indicator.name]
    words = setting.scene.tokens.words
    hits = [
        hit
        for hit in setting.scene.hits[figure.segment]
        if any(isinstance(meaning, Cue) and meaning.indicator == number for meaning in hit.meanings)
    ]
    longest = max(hits, key=lambda hit: len(" ".join(words[hit.first : hit.last])), default=None)
    if longest is None:
        return choice.cue
    for short in hits:
        bracketed = (
            short.first > longest.last and words[short.first - 1] == "(" and words[short.last : short.last + 1] == (")",)
        )
        if bracketed and short.first - longest.last <= _ABBREVIATED:
            return f"{' '.join(words[longest.first : short.first - 1])} ({' '.join(words[short.first : short.last])})"
    return " ".join(words[longest.first : longest.last])
