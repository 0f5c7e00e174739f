"""What a figure counts and in which role, after those told before it: counted the same, told again, or risen from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import BARE, NONE, PERCENT, Role
from bnnextract.knowledge.indicators import FIGURE, Cue, IndicatorBook, Rank
from bnnextract.knowledge.units import MEASURED
from bnnextract.stages.bound.roles import RoleMention
from bnnextract.stages.counted.choices import PAIR, Choice, whole_of_rest
from bnnextract.stages.counted.lone import is_cared_for
from bnnextract.stages.counted.nils import is_nil_in
from bnnextract.stages.decided.discourse import Candidate, Discourse, Setting, Slot
from bnnextract.stages.decided.users import goes_on_by_drug, is_used, users_before
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.owned.nationwide import measured_nationally
from bnnextract.stages.owned.sharing import attains

# How far behind the word that something came to its number stands.
_CAME_TO_REACH = 4
# How far behind a figure the word stands that points back to it.
_ANAPHORA_REACH = 3
# How far before a percentage the words stand that name what rose or fell.
_SUBJECT_REACH = 8
_SLOTS: Mapping[Role, Slot] = {"target": "target", "achievement": "achievement", "change": "change"}
# Of how many words and signs a sentence is at most that tells nothing but a percentage, how many segments before it the target
# may be told that it is of, and among how many figures told last.
_SHORT, _TARGET_REACH, _LATELY = 8, 4, 6
# What stands beside a figure and names it tells fully what it counts.
_FULL = 90
# A share of something is at most all of it.
_ALL = 100
# Parts that only people have.
_OF_PERSONS = frozenset({"kelamin", "usia"})
# What cases are counted in, and how many words may stand between them and their people.
_OF_CASES, _CASES_REACH = frozenset({"kasus", "berkas"}), 4


@frozen()
class Told:
    """The values and targets told before a figure, in order: all of them, and those that count in its unit."""

    like: tuple[Candidate, ...]
    same: tuple[Candidate, ...]


@frozen()
class Count:
    """What a figure counts, None where nothing tells, in which role, and the figures before that count in its unit."""

    choice: Choice | None
    slot: Slot
    same: tuple[Candidate, ...]


def look_back(scene: Scene, figure: Figure, role: RoleMention | None, discourse: Discourse) -> Told:
    """Give the values and targets told before a figure; percentages only beside each other."""
    like = tuple([other for other in discourse.before if other.slot in {"value", "target"}])
    counting = _counting_as(figure, role)
    same = of_one_unit(scene, counting, like)
    if figure.letter == BARE and role is not None and role.role == "target":
        same = tuple(other for other in same if other.figure.letter != PERCENT)
    if figure.letter == BARE and figure.whole and (counted := tuple(c for c in same if c.figure.letter != PERCENT)):
        same = counted  # `17 orang atau 28 persen, Utara 14`
    if figure.letter == BARE and (_of_people(scene, figure) or is_cared_for(scene, figure)):
        same = tuple(other for other in same if other.unit == "orang") or same
    if counting.letter == PERCENT and any(other.figure.letter == PERCENT for other in same):
        same = tuple(other for other in same if other.figure.letter == PERCENT)
    return Told(like, same)


def count(
    setting: Setting, figure: Figure, role: RoleMention | None, choice: Choice | None, told: Told, *, shared_out: bool
) -> Count:
    """Decide what a figure counts and in which role, where its own words choose so and those were told before it.

    `shared_out` tells that a target is being shared out.
    """
    like, same = told.like, told.same
    slot = _SLOTS.get(role.role, "value") if role else "value"
    if slot == "achievement" and choice is not None and _is_told_around(choice):
        slot = "value"
    spent = _spent(setting, figure, like) if figure.letter == PERCENT and slot == "achievement" else None
    if spent is not None:
        return Count(spent, "value", same)
    if not like and slot == "change" and choice is None:
        return Count(_named(setting, figure), slot, same)
    if not like:
        return Count(choice, "value" if _is_addition(setting.scene, figure, role, choice, None) else slot, same)
    last = like[-1]
    shared_out = shared_out and not attains(setting.scene, figure.segment)
    if shared_out and role is None and (target := _target_shared(figure, choice, same)):
        choice = replace(target.choice, inherited=True)
    if slot in {"achievement", "change"} and (choice is None or (figure.letter == PERCENT and not _is_share(choice, slot))):
        # What rises or is attained is what was told before: a percentage itself counts nothing.
        subject = _subject(setting, figure, like) or (_named(setting, figure) if slot == "change" else None)
        choice = subject or _told_first(setting.scene, figure, like).choice
    if slot == "change" and figure.letter == BARE and _rises_from(setting, figure, choice, last):
        # A rise told without a noun is counted as what rose: `43 ribu orang, bertambah 13 ribu`.
        choice, same = replace(last.choice, inherited=True), (last,)
    if slot == "change" and _is_addition(setting.scene, figure, role, choice, last):
        slot = "value"
    if figure.letter == PERCENT and role is None and (target := _alone_behind_target(setting.scene, figure, like)):
        return Count(replace(target.choice, inherited=True), "achievement", same)
    if figure.letter == PERCENT and role is None and choice is None and _is_share_of_target(setting.scene, figure, like):
        return Count(replace(last.choice, inherited=True), "achievement", same)
    if figure.letter == PERCENT and slot in {"value", "achievement"}:
        choice, slot = _absorbed(setting, figure, choice, slot, last)
    if choice is not None and choice.indicator.by_drug and goes_on_by_drug(setting.scene, figure, last):
        choice = replace(last.choice, inherited=True)
    if choice is not None and _are_its_people(setting.scene, figure, choice, last):
        choice = replace(last.choice, inherited=True)
    # What the others had does not count the rest: `Lima dengan sembilan tersangka, enam lainnya tanpa pemilik`.
    apart = len(like) > PAIR and whole_of_rest(setting.scene, figure, like) is like[-PAIR - 1]
    if choice is not None and not apart and _are_others(setting.scene, figure, choice, last):
        choice, same = replace(last.choice, inherited=True), (last,)
    if last.figure.segment == figure.segment and figure.letter == NONE and is_nil_in(setting.scene, figure):
        choice, same = replace(last.choice, inherited=True), (last,)
    named = choice is not None and choice.place == "segment"
    if figure.letter == BARE and not named and measured_nationally(setting.scene, figure):
        choice = replace(last.choice, inherited=True)
    if choice is not None and figure.letter == NONE:
        # `Dari 415 yang dites, nihil semua`: none of them is positive.
        choice = _some_of(setting.book.indicators, choice)
    if choice is not None and (users := users_before(setting.scene, figure, choice, like)):
        choice = _some_of(setting.book.indicators, users.choice)
    return Count(choice, slot, same)


def _target_shared(figure: Figure, choice: Choice | None, same: tuple[Candidate, ...]) -> Candidate | None:
    """Give the target that a figure without words of its own in the sentence is the part of someone of."""
    named = choice is not None and choice.place == "segment" and not choice.inherited
    last = same[-1] if same and not named else None
    part = last is not None and last.slot == "target" and figure.quantity.value < max(c.figure.quantity.value for c in same)
    return last if part else None


def _is_share(choice: Choice, slot: Slot) -> bool:
    """Tell if words of the sentence name a share as what rises: `Prevalensi turun 0,22 persen`."""
    return slot == "change" and choice.place == "segment" and not choice.inherited and choice.indicator.units[0] == "persen"


def _is_told_around(choice: Choice) -> bool:
    """Tell if the words around a figure name a share: `menggunakan 98 persen dari total anggaran`."""
    return FIGURE in choice.cue and choice.indicator.units[0] == "persen"


def _rises_from(setting: Setting, figure: Figure, choice: Choice | None, last: Candidate) -> bool:
    """Tell if a rise without a noun is that of the figure before it: told in the sentence, or where nothing else is named.

    `bertambah dua menjadi 9 desa` is of what it led to.
    """
    scene = setting.scene
    becoming = scene.tokens.words[figure.last : figure.last + 1]
    if not scene.vocabulary["menjadi"].isdisjoint(becoming):
        return False
    return last.figure.segment == figure.segment or choice is None or choice.place != "segment"


def _are_others(scene: Scene, figure: Figure, choice: Choice, last: Candidate) -> bool:
    """Tell if a number alone is of the others like the figure before it, whatever is named behind.

    `557 orang di tempat mitra, 87 lainnya di klinik BNN`: no 87 clinics.
    """
    behind = scene.tokens.words[figure.last : figure.last + 1]
    beside = last.figure.segment == figure.segment and last.slot == "value" and figure.letter == BARE and figure.whole
    counted = last.unit not in MEASURED and last.unit != "persen" and last.unit not in choice.indicator.units
    return beside and counted and not scene.vocabulary["lainnya"].isdisjoint(behind)


def _are_its_people(scene: Scene, figure: Figure, choice: Choice, last: Candidate) -> bool:
    """Tell if people are told along with cases whose indicator counts both, as of laundering: `7 kasus dengan 9 tersangka`.

    So they are in `7 kasus, jumlah tersangka sebanyak 9 orang`.
    """
    both = last.choice.indicator is not choice.indicator and figure.quantity.unit in last.choice.indicator.units
    if not both or last.unit not in _OF_CASES or last.slot != "value" or last.figure.segment != figure.segment:
        return False
    between = scene.tokens.words[last.figure.last : figure.first]
    while between and between[-1] in scene.vocabulary["jumlah_tersangka"]:
        between = between[:-1]
    along = scene.vocabulary["disertai"] | {","}
    return choice.indicator.units[0] == "orang" and _CASES_REACH >= len(between) > 0 and between[-1] in along


def _is_addition(scene: Scene, figure: Figure, role: RoleMention | None, choice: Choice | None, last: Candidate | None) -> bool:
    """Tell if a rise is so many new ones, and not the difference to those of another time.

    `Pada 2023 desa bersinar bertambah tiga`; but `9 desa, bertambah tiga`, `bertambah tiga menjadi 9`, `bertambah tiga,
    sehingga totalnya 9` and `bertambah tiga dari 2022`, as `bertambah tiga dari kelurahan` is not.
    """
    if role is None or role.sign != "+" or figure.letter == PERCENT or choice is None or not choice.indicator.added:
        return False
    behind = scene.tokens.words[figure.last : figure.last + _ANAPHORA_REACH]
    if not (scene.vocabulary["pembanding"] - {"dari"}).isdisjoint(behind):
        return False
    figures = {f.first for f in scene.figures[figure.segment]}
    starts = {p.first for p in scene.periods[figure.segment]} | figures
    if any(word == "dari" and figure.last + at + 1 in starts for at, word in enumerate(behind)):
        return False
    came_to = (figure.last + at for at, word in enumerate(behind) if word in scene.vocabulary["menjadi"])
    if any(not figures.isdisjoint(range(at, at + _CAME_TO_REACH)) for at in came_to):
        return False
    dated = any(period.last <= figure.first for period in scene.periods[figure.segment])
    if not dated and not scene.vocabulary["total"].isdisjoint(behind):
        return False
    if last is None or last.figure.segment != figure.segment or last.slot != "value":
        return True
    return any(last.figure.last <= period.first < figure.first for period in scene.periods[figure.segment])


def _absorbed(
    setting: Setting, figure: Figure, choice: Choice | None, slot: Slot, last: Candidate
) -> tuple[Choice | None, Slot]:
    """Take the percentage attained of a sum that has an indicator of its own for that: of a budget, its absorption."""
    own = last.choice.indicator.attained_as
    segments = setting.scene.segments
    near = (
        figure.segment - last.figure.segment <= 1
        or segments[figure.segment].paragraph == segments[last.figure.segment].paragraph
    )
    if own is None or last.slot != "value" or not near:
        return choice, slot
    if slot == "value" and choice is not None and choice.place == "segment" and not choice.inherited:
        return choice, slot
    book = setting.book.indicators
    return replace(last.choice, indicator=book.entries[book.numbers[own]], inherited=False), "value"


def _told_first(scene: Scene, figure: Figure, like: tuple[Candidate, ...]) -> Candidate:
    """Give the figure that a sentence before tells with the last one: `10 kasus dengan 14 tersangka. Itu naik 100 persen`."""
    last = like[-1]
    if len(like) == 1 or last.figure.segment == figure.segment:
        return last
    first = like[-2]
    between = scene.tokens.words[first.figure.last : last.figure.first]
    alike = first.figure.segment == last.figure.segment and first.slot == last.slot
    return first if alike and between and scene.vocabulary["disertai"].issuperset(between) else last


def _subject(setting: Setting, figure: Figure, like: tuple[Candidate, ...]) -> Choice | None:
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


def _named(setting: Setting, figure: Figure) -> Choice | None:
    """Give what the words before the first percentage of a sentence call by its name, which rises or falls."""
    if setting.scene.figures[figure.segment][0] is not figure:
        return None
    return next((choice for choice in _called_before(setting, figure) if "persen" not in choice.indicator.units), None)


def _called_before(setting: Setting, figure: Figure) -> Iterator[Choice]:
    """Give what the words shortly before a figure call by its name."""
    scene, entries = setting.scene, setting.book.indicators.entries
    for hit in scene.hits[figure.segment]:
        if hit.last <= figure.first and scene.distance(hit.last, figure.first) <= _SUBJECT_REACH:
            for meaning in hit.meanings:
                if isinstance(meaning, Cue) and meaning.rank is Rank.NAME:
                    cue = " ".join(scene.tokens.words[hit.first : hit.last])
                    yield Choice(entries[meaning.indicator], _FULL, cue, "segment", named=True)


def _alone_behind_target(scene: Scene, figure: Figure, like: tuple[Candidate, ...]) -> Candidate | None:
    """Give the target of which a percentage alone in its sentence was attained: `Target 40 orang. … "Baru 70 persen."`."""
    first, last = scene.bounds[figure.segment]
    if (
        last - first > _SHORT
        or "?" in scene.tokens.words[figure.last : last]
        or scene.hits[figure.segment]
        or scene.parts[figure.segment]
        or len(scene.figures[figure.segment]) > 1
    ):
        return None
    targets = (other for other in reversed(like[-_LATELY:]) if other.slot == "target")
    return next((other for other in targets if figure.segment - other.figure.segment <= _TARGET_REACH), None)


def _is_share_of_target(scene: Scene, figure: Figure, like: tuple[Candidate, ...]) -> bool:
    """Tell if a percentage is what was attained of a target, in other words: `Target 40 tes. Terlaksana 50, atau 125%`."""
    last = like[-1]
    between = [word for word in scene.tokens.words[last.figure.last : figure.first] if word != ","]
    if last.slot != "value" or last.figure.segment != figure.segment:
        return False
    if not between or not scene.vocabulary["setara_bagian"].issuperset(between):
        return False
    targets = (other for other in like if other.slot == "target" and other.choice.indicator is last.choice.indicator)
    return any(figure.segment - other.figure.segment <= _TARGET_REACH for other in targets)


def _spent(setting: Setting, figure: Figure, like: tuple[Candidate, ...]) -> Choice | None:
    """Give the absorption of what the words before a percentage attained name alone: `Dana APBN itu terealisasi 98,9%`.

    Of sums told in the sentence it is the same, and of what else is told there it is none.
    """
    beside = like[-1] if like and like[-1].figure.segment == figure.segment else None
    if beside is not None and beside.choice.indicator.attained_as is None:
        return None
    book = setting.book.indicators
    for choice in _called_before(setting, figure):
        if (own := choice.indicator.attained_as) is not None:
            return replace(choice, indicator=book.entries[book.numbers[own]])
    return None


def _some_of(book: IndicatorBook, whole: Choice) -> Choice:
    """Give what counts some of those counted by the drug they are found to use: of those tested the positive ones."""
    some = next((entry for entry in book.entries if "zat" in entry.telling and entry.whole == whole.indicator.name), None)
    return replace(whole, indicator=some, inherited=True) if some else whole


def _is_of_persons(scene: Scene, figure: Figure) -> bool:
    """Tell if there is none of a sex or an age: `Yang perempuan nihil`."""
    beside = (part for part in scene.parts[figure.segment] if part.last in {figure.first, figure.first - 1})
    return any(part.meanings[0].axis in _OF_PERSONS for part in beside)


def _of_people(scene: Scene, figure: Figure) -> bool:
    """Tell if the label that a list item begins with is of people, by sex, age or what they use: `Anak 6 19`."""
    first = scene.bounds[figure.segment][0]
    aged = any(part.first == first and part.meanings[0].axis in _OF_PERSONS for part in scene.parts[figure.segment])
    return scene.segments[figure.segment].kind == "item" and (aged or is_used(scene, figure))


def of_one_unit(scene: Scene, figure: Figure, others: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Give of several figures those that one may count the same as: in its unit, in none, or as a share of it."""
    if figure.letter == PERCENT:
        return tuple([other for other in others if "persen" in other.choice.indicator.units])
    if figure.letter == BARE or figure.quantity.noun in scene.vocabulary["penggolong"]:
        counted = [other for other in others if other.unit not in MEASURED]
        large = figure.quantity.value > _ALL
        return tuple([other for other in counted if other.figure.letter != PERCENT] if large else counted)
    if figure.letter == NONE:
        return tuple(others) if not _is_of_persons(scene, figure) else tuple([o for o in others if o.unit == "orang"])
    unit = figure.quantity.unit
    return tuple([other for other in others if other.unit == unit])


def _counting_as(figure: Figure, role: RoleMention | None) -> Figure:
    """Give the figure that tells the unit of an earlier one without a noun: of `dari 1,80 jadi 1,95 persen` the later one."""
    earlier = role is not None and role.role == "former" and figure.letter == BARE
    return role.base if earlier and role is not None and role.base is not None else figure
