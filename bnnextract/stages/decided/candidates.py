"""Figures to candidates: each with its role, indicator, part, office and year, or the reason it is left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bnnextract.knowledge.constructions import BARE, NONE, PERCENT
from bnnextract.knowledge.gazetteer import PlaceMention
from bnnextract.knowledge.indicators import OUTRIGHT, Cue, ranked
from bnnextract.rulebook import Rulebook
from bnnextract.stages.bound.bonds import Bonds, bind
from bnnextract.stages.bound.roles import RoleMention
from bnnextract.stages.counted.choices import Choice, counts_occasions
from bnnextract.stages.counted.columns import numbers_item, numbers_row
from bnnextract.stages.counted.indicators import needs_met
from bnnextract.stages.counted.lone import counts_alone, ends_list
from bnnextract.stages.counted.neighbours import names_part
from bnnextract.stages.counted.nils import names_none
from bnnextract.stages.dated.dating import Dating, compared_year, plans
from bnnextract.stages.dated.events import at_one_place, goes_on, is_event, is_result, tells_parts
from bnnextract.stages.dated.occasions import dating_of_day, dating_of_news
from bnnextract.stages.dated.reporting import Reporting
from bnnextract.stages.dated.singling import singled_out
from bnnextract.stages.decided.attaining import aimed_at, goes_on_aiming, goes_on_with_targets, listed_as_aim, of_all
from bnnextract.stages.decided.choosing import choose_counted, choose_group
from bnnextract.stages.decided.counting import Count, count, look_back
from bnnextract.stages.decided.discourse import REPEATED, Candidate, Discourse, LeftOut, Setting, Slot, after, enter, leave
from bnnextract.stages.decided.portions import is_share_of_target, portion, unit_of
from bnnextract.stages.decided.retelling import told_again
from bnnextract.stages.decided.rows import dating_in_row
from bnnextract.stages.decided.sums import Sum, detailed_by, opens_up, own_item, shares_target, sum_of
from bnnextract.stages.decided.wholes import whole_of
from bnnextract.stages.decided.whose import ascribe_counted, date_counted
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.owned.ascription import Ascription
from bnnextract.stages.owned.nationwide import is_share_reached
from bnnextract.stages.owned.sharing import Share, Surroundings, allots, answers_target, shares
from bnnextract.stages.owned.voices import find_voices
from bnnextract.stages.parted.labels import Breakdown

# The pattern of a figure of another body.
OTHERS = "other-agency"
_UNTOLD = "no phrase tells what it counts"
# How many words stand at most between the figures of a list.
_LIST_REACH = 4
# The constructions that tell what something was and what it came to.
_FROM_TO = frozenset({"from-to", "change-up-from-to", "change-down-from-to"})
# The units of places.
_PLACES = frozenset({"desa", "wilayah"})


def find_candidates(
    scene: Scene,
    book: Rulebook,
    report: Reporting,
    main: str | None,
    places: tuple[PlaceMention, ...],
    speakers: Mapping[int, str],
    *,
    of_day: bool,
    ceremony: bool,
) -> tuple[Candidate | LeftOut, ...]:
    """Decide every figure of a text, in order.

    `speakers` are those quoted, by segment; `of_day` tells that the article opens with what was done on a day,
    `ceremony` that this is a destruction.
    """
    # What follows the last figure matters to none.
    end = max((index + 1 for index, figures in enumerate(scene.figures) if figures), default=0)
    if not end:
        return ()
    around = Surroundings(book.gazetteer, places, main)
    voices = find_voices(scene, main, speakers)
    setting = Setting(scene, book, report, around, needs_met(scene, book.indicators), of_day, ceremony, voices)
    discourse = Discourse()
    found: list[Candidate | LeftOut] = []
    for index, figures in enumerate(scene.figures[:end]):
        discourse = enter(setting, index, discourse)
        if figures:
            bonds = bind(scene, index, book.constructions)
            for figure in figures:
                decided = _decide(setting, figure, bonds, discourse, found[-1] if found else None)
                if isinstance(decided, LeftOut):
                    found.append(decided)
                    continue
                found += _each(setting, decided, found)
                discourse = after(decided, discourse)
                if (role := bonds.roles.get(figure)) and role.role == "former" and decided.dating.year:
                    discourse = replace(discourse, former=decided.dating.year)
        discourse = leave(setting, index, discourse)
    return tuple(found)


def _each(setting: Setting, decided: Candidate, found: Sequence[Candidate | LeftOut]) -> tuple[Candidate, ...]:
    """Give a candidate to each of those that one figure is told for."""
    shared = shares(setting.scene, decided.figure, setting.around) if decided.slot == "value" else ()
    if not shared and decided.slot == "value" and (told := dating_in_row(setting.scene, decided.figure, found)):
        shared = (told,)
    return tuple(_shared(decided, share) for share in shared) if shared else (decided,)


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
    scene = setting.scene
    role = bonds.roles.get(figure)
    added = sum_of(scene, figure, discourse.before, bonds.roles)
    if left_out := _no_statistic(setting, figure, bonds, last, added):
        return left_out
    if added is not None and role is not None and role.role == "veto":
        role = None
    told = look_back(scene, figure, role, discourse)
    of_group = choose_group(setting, figure, bonds)
    chosen = of_group or choose_counted(setting, figure, told.same, bonds, discourse)
    again = told_again(scene, figure, role, chosen, told, discourse.before)
    if again is not None and not _of_another_office(again, discourse) and not _of_another_year(scene, figure, again):
        return replace(again, figure=figure, pattern=REPEATED, base=None)
    if figure in bonds.among and of_group is None:
        return LeftOut(figure, None, "the group of which some are told")
    if figure.letter == NONE and (chosen is None or not names_none(scene, figure) or _names_other(setting, figure, chosen)):
        return LeftOut(figure, None, "says that there is none, but not of what")
    counted = count(setting, figure, role, chosen, told, shared_out=discourse.shared_out)
    counted = _as_addend(scene, figure, role, counted, added) if added is not None else counted
    kind: str | None = None
    detailed = detailed_by(scene, figure, discourse.before)
    if detailed is not None and _is_within_kind(counted.choice, detailed.choice):
        kind = _kind_told(scene, figure, counted.choice)
        counted = replace(counted, choice=replace(detailed.choice, inherited=True))
    choice = counted.choice
    if counted.slot == "target":
        choice = of_all(setting.book.indicators, aimed_at(setting, figure, choice, told.same))
    if choice is None:
        return LeftOut(figure, None, _UNTOLD)
    if isinstance(last, Candidate) and is_share_reached(scene, figure, choice, last):
        return LeftOut(figure, None, "the share of all people that were reached", choice)
    if isinstance(last, LeftOut) and choice.inherited and _of_another_group(scene, figure, last.figure, counted.same):
        return LeftOut(figure, last.pattern, f"some of a figure left out: {last.reason}", choice)
    if isinstance(last, LeftOut) and _is_part_of_places(scene, figure, last.figure):
        return LeftOut(figure, last.pattern, f"some of a figure left out: {last.reason}", choice)
    if isinstance(last, LeftOut) and choice.inherited and _is_listed_with(scene, figure, last):
        return LeftOut(figure, None, _UNTOLD, choice)
    if isinstance(last, LeftOut) and choice.place != "segment" and _goes_on_with_others(scene, figure, last):
        return LeftOut(figure, last.pattern, f"goes on with a figure left out: {last.reason}", choice)
    if figure.letter == BARE and choice.indicator.by_drug and not scene.text[figure.quantity.start].isdigit():
        return LeftOut(figure, None, "a number word that tells no amount of a drug", choice)
    ascription = ascribe_counted(setting, figure, choice, discourse)
    if ascription.agency:
        return LeftOut(figure, OTHERS, f"figure of another body: {ascription.reason}", choice)
    if ascription.code is None:
        return LeftOut(figure, None, ascription.reason, choice)
    dating, event = _when(setting, figure, role, bonds, discourse, counted.slot, choice, added)
    if choice.item and (event or not setting.report.told):
        return LeftOut(figure, None, "a thing taken on one occasion", choice)
    new = role is not None and role.role == "change" and counted.slot == "value"
    planned = not choice.indicator.granted and plans(scene, figure.segment, dating.year, setting.report)
    revised = role is not None and role.construction.name in _FROM_TO and goes_on_with_targets(scene, figure)
    answered = role is None and answers_target(scene, figure)
    aiming = role is None and (goes_on_aiming(scene, figure, last) or listed_as_aim(scene, figure))
    if counted.slot == "value" and (((role is None or new) and planned) or answered or revised or aiming):
        counted = replace(counted, slot="target")
    breakdown = portion(setting, figure, counted, choice, told.like, bonds.groups, discourse, ascription, dating, event=event)
    if kind is not None and breakdown.category is None:
        breakdown = Breakdown(kind, {"lain": kind})
    slot = counted.slot
    parted = breakdown.category or allots(scene, figure.segment)
    if slot == "value" and role is None and parted and is_share_of_target(scene, figure, choice, discourse):
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
        unit=unit_of(scene, figure, choice, counted.same, bonds.groups.get(figure, ()), setting.book.units),
        sign=role.sign if role else None,
        base=role.base if role else None,
        against=compared_year(scene, figure, setting.report, discourse.context) if slot == "change" else None,
    )


def _as_addend(scene: Scene, figure: Figure, role: RoleMention | None, counted: Count, added: Sum) -> Count:
    """Let a figure that adds up with others count what their sum does, and be some of a target that is shared out so."""
    own, whole = counted.choice, added.whole.choice
    told = own is not None and not own.inherited
    if own is not None and added.certain and own.indicator.units[0] not in whole.indicator.units:
        told = False  # `152 klien di lima lembaga: Klinik Pratama 48, RSJ 61, puskesmas 43`
    if own is not None and own.cue not in " ".join(own_item(scene, figure)) and opens_up(scene, added.whole.figure, figure):
        told = False  # `Razia menjaring 9 orang positif, terdiri dari 5 pengunjung dan 4 pemandu lagu`
    alone = not told and (
        figure.letter == BARE or scene.segments[figure.segment].kind == "item" or opens_up(scene, added.whole.figure, figure)
    )
    if alone:
        counted = replace(counted, choice=replace(added.whole.choice, inherited=True))
    if role is None and counted.slot == "value" and shares_target(scene, figure, added):
        counted = replace(counted, slot="target")
        if counted.choice is not None and counted.choice.cue not in " ".join(own_item(scene, figure)):
            counted = replace(counted, choice=replace(added.whole.choice, inherited=True))
    return counted


def _kind_told(scene: Scene, figure: Figure, choice: Choice | None) -> str | None:
    """Give the words right behind some of those told before that name them as of another kind: `17 klien rawat jalan`."""
    if choice is None or choice.inherited or not choice.named:
        return None
    behind = scene.tokens.words[figure.last : min(figure.last + len(choice.cue.split()), scene.bounds[figure.segment][1])]
    return choice.cue if " ".join(behind) == choice.cue else None


def _is_within_kind(choice: Choice | None, whole: Choice) -> bool:
    """Tell if what some count is another kind of what all of them are one kind of.

    `Pascarehabilitasi 25 orang, yaitu 15 orang eks rawat jalan dan 10 orang dari IBM`: all of them are in after-care.
    """
    kind = whole.indicator
    if choice is None or choice.indicator is kind or kind.whole is None:
        return False
    return kind.whole in {choice.indicator.name, choice.indicator.whole}


def _no_statistic(
    setting: Setting, figure: Figure, bonds: Bonds, last: Candidate | LeftOut | None, added: Sum | None
) -> LeftOut | None:
    """Leave out a figure that is no statistic whatever was told before, some of such a one, or one alone.

    One that `added` to those beside it gives a figure told before is a part of that, though it looks like an age.
    """
    scene, book = setting.scene, setting.book
    role = bonds.roles.get(figure)
    named = role is not None and role.construction.named
    certain = added is not None and added.certain and named
    if veto := book.number_vetoes.veto(figure.quantity, scene.lowered, listed=ends_list(scene, figure)):
        return LeftOut(figure, veto, f"veto {veto}")
    if role is not None and role.role == "veto" and not certain:
        return LeftOut(figure, role.construction.name, f"veto {role.construction.name}")
    if _is_asked(scene, figure):
        return LeftOut(figure, None, "in a question")
    if numbers_row(scene, figure):
        return LeftOut(figure, None, "the number of a table's row")
    if numbers_item(scene, figure):
        return LeftOut(figure, None, "the number of a list's item")
    if isinstance(last, LeftOut) and last.pattern and _is_some_of(scene, figure, last.figure):
        return LeftOut(figure, last.pattern, f"some of a figure left out: {last.reason}")
    alone = figure.letter == BARE and role is None and figure not in bonds.groups
    if alone and added is None and figure not in bonds.years and not counts_alone(scene, figure, book):
        return LeftOut(figure, None, "a number alone, without a word that makes it a count")
    return None


def _when(
    setting: Setting,
    figure: Figure,
    role: RoleMention | None,
    bonds: Bonds,
    discourse: Discourse,
    slot: Slot,
    choice: Choice,
    added: Sum | None,
) -> tuple[Dating, bool]:
    """Decide the time of a figure, and if it is of one occurrence; some of what was told before is of its time."""
    scene, report = setting.scene, setting.report
    dating = date_counted(setting, figure, role, bonds, discourse, choice, change=slot == "change")
    occurrence = "never" if slot in {"achievement", "target"} or counts_occasions(figure, choice) else choice.occurrence
    event = is_event(
        scene,
        figure,
        occurrence,
        dating,
        report,
        of_day=setting.of_day,
        ceremony=setting.ceremony,
        gathered=setting.ceremony and choice.indicator.gathered,
    )
    if occurrence != "never":
        here = occurrence == "place" and at_one_place(scene, figure)
        event = (event and here) or _goes_on(setting, figure, choice, dating, discourse.before, event=event)
    if event and dating.mention is None:
        of_day = dating_of_day(scene, figure, report) or (dating_of_news(report) if setting.of_day else None)
        dating = of_day if of_day and of_day.year != dating.year else dating
    if dating.mention is not None:
        return dating, event
    if (whole := whole_of(scene, figure, discourse.before)) is not None:
        dating = replace(whole.dating, mention=None, carried=True, since=whole.figure.segment)
        event = event and (whole.event or whole.choice.indicator.occurrence == "never")
    elif added is not None and added.whole.dating.year != dating.year:
        dating = replace(added.whole.dating, mention=None, carried=True, since=added.whole.figure.segment)
    return dating, event


def _goes_on(
    setting: Setting, figure: Figure, choice: Choice, dating: Dating, before: tuple[Candidate, ...], *, event: bool
) -> bool:
    """Tell if a figure is of one occurrence, as one told again is that it is a part of, or of a period as those before it.

    What was gathered before a ceremony leaves that an occurrence.
    """
    scene, report = setting.scene, setting.report
    alike = (c for c in reversed(before) if not (setting.ceremony and c.choice.indicator.gathered))
    told = next((c for c in alike if c.choice.occurrence != "never"), None)
    if told is None:
        return event
    if told.pattern == REPEATED and told.event and dating.carried and dating.since == told.figure.segment:
        return True
    if not event:
        same = (choice.inherited or choice.place == "before") and choice.indicator is told.choice.indicator
        some = same and dating.mention is None and tells_parts(scene, figure, told.figure)
        return told.event and (some or (dating.carried and is_result(scene, figure, told.figure)))
    if told.event or told.dating.year != report.year:
        return True
    tested = choice.occurrence == "place" == told.choice.occurrence
    return singled_out(scene, figure) or not goes_on(scene, figure, told.figure, tested=tested)


def _of_another_office(again: Candidate, discourse: Discourse) -> bool:
    """Tell if the office that the text has turned to is not the one that a figure of the same number was told of."""
    turned = discourse.office.code if discourse.office is not None else None
    return turned is not None and turned != again.ascription.code


def _of_another_year(scene: Scene, figure: Figure, again: Candidate) -> bool:
    """Tell if the year right behind a figure is not that of one of the same number told before: `9 kasus tahun 2019 itu`."""
    behind = (p.mention for p in scene.periods[figure.segment] if figure.last <= p.first <= figure.last + 1)
    year = next((mention.year for mention in behind if mention.kind == "year"), None)
    return year is not None and year != again.dating.year


def _is_some_of(scene: Scene, figure: Figure, whole: Figure) -> bool:
    """Tell if a figure is some of the one before it, of people, where these are not the background."""
    return (
        whole.segment == figure.segment
        and whole.quantity.unit == "orang"
        and figure.quantity.unit in {"orang", "lainnya"}
        and "dari" not in scene.tokens.words[max(0, whole.first - 2) : whole.first]
        and names_part(scene, figure)
    )


def _is_asked(scene: Scene, figure: Figure) -> bool:
    """Tell if a question has a figure, `Yang 149 lagi?`, which it does not take for granted as `Ke mana 17 klien itu?` does."""
    words = scene.tokens.words[slice(*scene.bounds[figure.segment])]
    if "?" not in words or scene.where != "text":
        return False
    ends = next((word for word in reversed(words) if word not in scene.vocabulary["penutup"]), "")
    return ends == "?" and scene.vocabulary["mana"].isdisjoint(words)


def _is_part_of_places(scene: Scene, figure: Figure, whole: Figure) -> bool:
    """Tell if a figure is one of the parts of places that were left out: `menyasar 4 wilayah, yakni 2 kelurahan dan 2 desa`."""
    between = scene.tokens.words[whole.last : figure.first]
    alike = whole.segment == figure.segment and {whole.quantity.unit, figure.quantity.unit} <= _PLACES
    joining = scene.vocabulary["yaitu|daftar"]
    return alike and bool(between) and joining.issuperset(between)


def _goes_on_with_others(scene: Scene, figure: Figure, last: LeftOut) -> bool:
    """Tell if a number alone goes on with what another body has: `Polres mencatat 40 laporan. Sebulan kemudian sudah 50.`."""
    near = figure.segment - last.figure.segment == 1 and scene.segments[figure.segment].kind == "sentence"
    alike = scene.segments[figure.segment].paragraph == scene.segments[last.figure.segment].paragraph
    first = scene.figures[figure.segment][0] is figure
    return near and alike and first and last.pattern == OTHERS and figure.letter == BARE and not scene.offices[figure.segment]


def _names_other(setting: Setting, figure: Figure, choice: Choice) -> bool:
    """Tell if there is none of what stands right before, and not of what was told earlier: `Anggarannya tidak ada`."""
    if choice.place != "before":
        return False
    entries = setting.book.indicators.entries
    beside = [hit for hit in setting.scene.hits[figure.segment] if hit.last == figure.first and ranked(hit, OUTRIGHT)]
    return any(isinstance(m, Cue) and entries[m.indicator] is not choice.indicator for hit in beside for m in hit.meanings)


def _is_listed_with(scene: Scene, figure: Figure, other: LeftOut) -> bool:
    """Tell if a number alone goes on a list of things before it: `14 telepon genggam, 22 charger dan 3 bilah senjata`."""
    last = other.figure
    between = scene.tokens.words[last.last : figure.first]
    named = scene.tokens.words[figure.last : figure.last + 1]
    listed = 0 < len(between) <= _LIST_REACH and between[-1] in scene.vocabulary["daftar"]
    told = scene.vocabulary["sesudah|penutup"].isdisjoint(named)
    alike = other.reason == _UNTOLD and last.segment == figure.segment and figure.letter == BARE
    return alike and listed and told and all(map(str.isalpha, named))


def _of_another_group(scene: Scene, figure: Figure, group: Figure, same: Sequence[Candidate]) -> bool:
    """Tell if a number alone is some of a group left out that counts other things than were told: `Dari 60 SMP, baru 15`."""
    opened = group.segment == figure.segment and "dari" in scene.tokens.words[max(0, group.first - 2) : group.first]
    alone = figure.letter == BARE and group.letter not in {BARE, NONE, PERCENT}
    return opened and alone and bool(same) and same[-1].unit != group.quantity.unit
