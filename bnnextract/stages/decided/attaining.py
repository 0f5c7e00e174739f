"""What a target without words of its own counts: what is told to have been attained of it."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from bnnextract.knowledge.constructions import BARE, PERCENT
from bnnextract.knowledge.indicators import IndicatorBook
from bnnextract.stages.counted.choices import Choice
from bnnextract.stages.counted.indicators import choose
from bnnextract.stages.decided.discourse import Candidate, LeftOut, Setting
from bnnextract.stages.found.scenes import Figure, Scene

# Within how many segments behind a target it is told what was attained of it, and from how many before it this is taken.
_NEXT_REACH, _PREVIOUS_REACH = 3, 6
# Over how many sentences it goes on that targets were said to have changed.
_ON_REACH = 3
# How what is done begins, and how long a word for it is at least.
_DEEDS, _SHORTEST_DEED = ("me", "di"), 5
# The unit of places that are made something.
_PLACES = frozenset({"desa"})


def aimed_at(setting: Setting, figure: Figure, choice: Choice | None, same: tuple[Candidate, ...]) -> Choice | None:
    """Give what a target counts: `choice` where words of its own tell it, else what was attained of it, next or before."""
    if choice is not None and (told := _called_so(setting.scene, figure, same)) is not None:
        return replace(told.choice, inherited=True)
    if choice is not None and (choice.place == "segment" or not _opens_with_attained(setting.scene, figure)):
        return choice
    return _attained_next(setting, figure) or choice or _attained_before(figure, same)


def of_all(book: IndicatorBook, choice: Choice | None) -> Choice | None:
    """Give what a target counts: all of them, where it would be of some that nobody aims at, as those tested positive."""
    if choice is None or choice.indicator.part_of is None:
        return choice
    return replace(choice, indicator=book.entries[book.numbers[choice.indicator.part_of]], inherited=True)


def _called_so(scene: Scene, figure: Figure, same: tuple[Candidate, ...]) -> Candidate | None:
    """Give the value in the sentence before a target that is called as it, where nothing else tells what this counts.

    `Tim Asesmen Terpadu menuntaskan 305 berkas. Padahal targetnya hanya 107 berkas.`
    """
    last = same[-1] if same else None
    if last is not None and last.slot == "value" and last.figure.segment == figure.segment and figure.quantity.noun:
        alike = [
            told for told in same if told.figure.segment == figure.segment and told.figure.quantity.noun == figure.quantity.noun
        ]
        if alike and alike[-1].choice.indicator.from_bodies:
            return alike[-1]
    if last is None or last.slot != "value" or figure.segment - last.figure.segment != 1 or figure.quantity.noun is None:
        return None
    if last.figure.quantity.noun != figure.quantity.noun:
        return None
    if scene.segments[last.figure.segment].paragraph != scene.segments[figure.segment].paragraph:
        return None
    alone = all(figure.first <= hit.first and hit.last <= figure.last for hit in scene.hits[figure.segment])
    before = scene.tokens.words[scene.bounds[figure.segment][0] : figure.first]
    return last if alone and scene.vocabulary["bidang"].isdisjoint(before) else None


def _opens_with_attained(scene: Scene, figure: Figure) -> bool:
    """Tell if the sentence behind a target opens with what was attained: `Hanya dijatah satu. Nyatanya tiga kasus`."""
    following = figure.segment + 1
    if following >= len(scene.bounds) or scene.segments[following].paragraph != scene.segments[figure.segment].paragraph:
        return False
    return bool(scene.figures[following]) and scene.tokens.words[scene.bounds[following][0]] in scene.vocabulary["capai"]


def _attained_next(setting: Setting, figure: Figure) -> Choice | None:
    """Give what a target without words of its own counts: what was attained of it, told next.

    `Kuota 30 orang dari pusat ternyata tak cukup. BNNK Batu merehabilitasi 31 warga.`
    """
    scene = setting.scene
    paragraph = scene.segments[figure.segment].paragraph
    for following in range(figure.segment + 1, min(figure.segment + _NEXT_REACH, len(scene.segments))):
        if scene.segments[following].paragraph != paragraph:
            return None
        if scene.figures[following]:
            attained = scene.figures[following][0]
            like = attained.letter in {figure.letter, BARE} or (figure.letter == BARE and attained.letter != PERCENT)
            alike = like and scene.segments[following].kind == "sentence"
            choice = choose(scene, attained, setting.book.indicators, setting.met, (), None) if alike else None
            told = choice is not None and choice.place == "segment" and (choice.named or _opens_with_attained(scene, figure))
            return choice if told else None
    return None


def _attained_before(figure: Figure, same: tuple[Candidate, ...]) -> Choice | None:
    """Give what a target without words of its own counts, which is told after what was attained.

    `Baru 389 orang. … Targetnya berapa? Dari pusat diminta 1.567.` None are told who are but some, as the positive ones are.
    Places are, from however far off, where all told of are of one thing.
    """
    if figure.quantity.unit in _PLACES and len({other.choice.indicator.name for other in same}) == 1:
        return replace(same[-1].choice, inherited=True)  # `Rencana 2026? Tambah dua kelurahan.`
    near = (other for other in reversed(same) if figure.segment - other.figure.segment <= _PREVIOUS_REACH)
    told = next((other for other in near if other.slot == "value" and other.choice.indicator.part_of is None), None)
    return replace(told.choice, inherited=True) if told is not None else None


def goes_on_with_targets(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure is of a target that the paragraph says to have changed: `Target diturunkan. Tes urine dari 40 jadi 25`.

    What was attained, or another time, is told otherwise.
    """
    own, vocabulary, words = figure.segment, scene.vocabulary, scene.tokens.words
    if not vocabulary["capai"].isdisjoint(words[slice(*scene.bounds[own])]) or scene.periods[own]:
        return False
    paragraph = scene.segments[own].paragraph
    before = takewhile(lambda at: scene.segments[at].paragraph == paragraph, range(own - 1, max(-1, own - _ON_REACH - 1), -1))
    told = (set(words[slice(*scene.bounds[at])]) for at in before if not scene.figures[at])
    return any(vocabulary["jatah"] & said and vocabulary["target_berubah"] & said for said in told)


def goes_on_aiming(scene: Scene, figure: Figure, last: Candidate | LeftOut | None) -> bool:
    """Tell if a figure goes on with what is to be done: `akan dibentuk 20 relawan dan 10 agen`.

    So does one of the next sentence that is itself on what is to be done, `Selain itu 20 keluarga akan dilatih`, or tells
    nothing but another office's: `BNNK Sleman ditarget 30 klien. BNNK Bantul 25 orang.`
    """
    if not isinstance(last, Candidate) or last.slot != "target":
        return False
    own, aim, words = figure.segment, last.figure, scene.tokens.words
    if aim.segment == own:
        return _joined_to_aim(scene, figure, aim)
    first, end = scene.bounds[own]
    near = own - aim.segment == 1 and scene.segments[own].paragraph == scene.segments[aim.segment].paragraph
    if not near or scene.segments[own].kind != "sentence":
        return False
    behind = words[first:end]
    if not scene.vocabulary["akan"].isdisjoint(behind):
        return scene.vocabulary["nyata"].isdisjoint(behind)
    offices = scene.offices[own]
    if not offices or offices[0].last > figure.first:
        return False
    told = (*words[first : offices[0].first], *words[offices[0].last : figure.first], *words[figure.last : end])
    return scene.vocabulary["peralihan|perangkai|penutup"].issuperset(told)


def _joined_to_aim(scene: Scene, figure: Figure, aim: Figure) -> bool:
    """Tell if a figure is joined to the aim before it in its sentence: `akan dibentuk 20 relawan dan 10 agen`.

    What a sentence calls targets goes on where no deed is told with it: `target rawat jalan 35 orang, berkas 4, 2 desa`.
    """
    words, vocabulary = scene.tokens.words, scene.vocabulary
    first, end = scene.bounds[figure.segment]
    between = words[aim.last : figure.first]
    if (figure.letter == PERCENT) != (aim.letter == PERCENT):
        return False
    if vocabulary["perangkai"].isdisjoint(between) or not vocabulary["nyata"].isdisjoint(between):
        return False
    opening = words[first : scene.figures[figure.segment][0].first]
    if not vocabulary["akan"].isdisjoint(opening):
        return True
    if vocabulary["jatah|sasarannya"].isdisjoint(opening) or _tells_attained(scene, aim.last, end):
        return False
    behind = takewhile(lambda word: word not in vocabulary["penutup"], words[figure.last : end])
    told = (word for word in (*between, *behind) if word not in vocabulary["menjadi"])
    return not any(word.startswith(_DEEDS) and len(word) > _SHORTEST_DEED for word in told)


def _tells_attained(scene: Scene, first: int, last: int) -> bool:
    """Tell if words tell what was attained; `baru` before no figure calls things new: `50 penggiat baru`."""
    words, said = scene.tokens.words, scene.vocabulary["capai|nyata"]
    starts = {figure.first for segment in scene.figures for figure in segment}
    return any(words[at] in said and (words[at] != "baru" or at + 1 in starts) for at in range(first, last))


def listed_as_aim(scene: Scene, figure: Figure) -> bool:
    """Tell if what is listed with a figure is announced as targets: `Target 2023: 60 klien, 5 desa`, or by the heading over it.

    So it is under the title of what an office pledged for a year, unless what was attained is announced or told along.
    """
    own, words = figure.segment, scene.tokens.words
    first, last = scene.bounds[own]
    head = scene.segments[own].head if scene.segments[own].kind == "item" else None
    if head is not None:
        announced, told = words[slice(*scene.bounds[head])], words[first:last]
    elif ":" in words[first : figure.first]:
        colon = words.index(":", first)
        announced, told = words[first:colon], words[colon:last]
    else:
        return False
    aims = scene.vocabulary["jatah"]
    pledged = " ".join(announced).startswith(tuple(scene.vocabulary["janji_kinerja"]))
    if (aims.isdisjoint(announced) and not pledged) or not aims.isdisjoint(told):
        return False
    attained = scene.vocabulary["capai|nyata"]
    return attained.isdisjoint(announced) and attained.isdisjoint(told)
