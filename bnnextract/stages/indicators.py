"""Figures to indicators: the phrase that tells most, nearest and most specific first, decides what is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from bnnextract.knowledge.constructions import BARE, NONE, PERCENT
from bnnextract.knowledge.indicators import Cue, Indicator, IndicatorBook, Meaning, Rank
from bnnextract.knowledge.lexicon import Hit
from bnnextract.knowledge.units import GRAMS
from bnnextract.stages.inheriting import Choice, Decided, Place, inherit, names, question_over
from bnnextract.stages.scenes import Figure, Scene
from bnnextract.tokens import tokenise

# What a choice must reach; a hint eighteen words off just does.
_ENOUGH = 22
# A vote below this is none; of the votes beside an indicator's best each counts one share in so many.
_WORTH = 12
_SHARE = 3
# What a general indicator reaches at most, so that a special one named in the clause goes before it.
_GENERAL = 78
_YIELD = 6
# An indicator that comes so near the one chosen leaves it open to doubt.
_NEARLY = 7
# What an indicator gains by being counted in its usual unit.
_USUAL = 8
# The vote from which a special indicator shares the kinds of its general one.
_FIRM = 55
# The vote for all those of whom a number alone right behind tells some: `59 orang, 19 positif`.
_OF_ALL = 62
# How far back a phrase may stand, in segments; and how far a heading of an item, one of a section, another sentence and
# another paragraph count to be.
_LOOK_BACK = 2
_HEAD = 14
_SECTION = 36
_SENTENCE = 28
_PARAGRAPH = 8
# A phrase behind or before another figure of the kind is that one's: it counts as this much farther. Without one between, no
# phrase on the left counts as farther than so much.
_BEYOND = 30
_FARTHEST = 30
# A phrase so near the start of a sentence that announces it as the topic counts as no farther off than so much.
_OPENING, _TOPIC = 4, 2
# How many words may stand between a figure and its label: the name behind it (`15 orang mengikuti …`), a thing taken.
_LABEL = 2
# How near a name must stand to be counted by a number alone.
_BESIDE = 4
# What things taken are counted in.
_OF_ITEMS = frozenset({"unit", "rupiah", "dolar"})
# How near what is counted must stand to a number alone.
_NEAR = 10

# Between figures that are told as one, and behind a figure that is a part of the one before it.
_JOINED = {("dan",), ("serta",)}
_AMONG = (("di", "antaranya"), ("diantaranya",))


def needs_met(scene: Scene, book: IndicatorBook) -> frozenset[int]:
    """Give the indicators of which a needed word stands in the text."""
    words = frozenset(scene.tokens.words)
    return frozenset(
        number
        for number, entry in enumerate(book.entries)
        if entry.needs and any(map(words.issuperset, _tokens_of(entry.needs)))
    )


@cache
def _tokens_of(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Give the tokens that words are written with: `p4gn` has three."""
    return tuple(tokenise(word).words for word in words)


def choose(
    scene: Scene,
    figure: Figure,
    book: IndicatorBook,
    met: frozenset[int],
    before: Sequence[Decided],
    last: Decided | None,
    *,
    targeted: bool = False,
) -> Choice | None:
    """Choose the indicator of a figure; None where no phrase tells enough.

    `before` are the figures of the same unit that were decided, in order: one without a phrase of its own counts what
    they did. `last` is the last figure decided, of any unit. A number alone that is `targeted` counts something, which a cue
    near it may tell as well.
    """
    votes: dict[int, dict[Rank | None, tuple[int, str, Place]]] = {}
    since = before[-1].figure.segment if before else -1
    zeros = [other for other in scene.figures[figure.segment] if other.letter == NONE and other is not figure]
    end = scene.bounds[figure.segment][1]
    of_some = _said_of_some(scene, figure, book)
    for hit, away, place in _phrases(scene, figure, since):
        if of_some is not None and hit is of_some[0]:
            continue
        right = hit.first >= figure.last
        from_there = scene.tokens.words[hit.first - 1] in scene.vocabulary["asal"]  # `4 dari penyidik`
        of_none = bool(zeros) and any(other.first <= hit.first and hit.last <= other.last for other in zeros)
        for meaning in hit.meanings:
            if not isinstance(meaning, Cue):
                continue
            rank = meaning.rank
            large_from = book.entries[meaning.indicator].large_from
            if rank is Rank.HINT and large_from is not None:
                if figure.quantity.value < large_from:
                    continue
                rank = Rank.KIND  # `59.590 penyalahguna`: so many are estimated
            score = rank.strength - (rank.decay if right else rank.left_decay) * away
            if score < _WORTH:
                continue
            entry = book.entries[meaning.indicator]
            if hit.first >= end and (not entry.special_of or rank is not Rank.NAME):
                continue
            if entry.special_of and _are_all(scene, figure, hit):
                score = rank.strength
            if rank is Rank.ITEM and (away > _LABEL or not _is_taken(scene, figure, entry)):
                continue
            if rank is Rank.KIND and before and before[-1].choice.indicator.whole == entry.name and _points_back(scene, hit):
                continue  # `30 dari klien tersebut`: they are those told of before, of whatever kind these are
            if of_none and entry.whole is not None:
                continue  # `26 pegawai diperiksa, semuanya negatif`: none is positive, and the 26 are all of them
            if rank is Rank.NOUN and hit.last <= figure.first and (_is_office(scene, hit) or _is_of_name(scene, hit, figure)):
                continue
            if not _fits(entry, figure, rank, away, said=right and not from_there, targeted=targeted) or (
                entry.needs and meaning.indicator not in met
            ):
                continue
            ranks = votes.setdefault(meaning.indicator, {})
            if rank not in ranks or score > ranks[rank][0]:
                ranks[rank] = score, " ".join(scene.tokens.words[hit.first : hit.last]), place
    if of_some is not None:
        hit, whole = of_some
        cue = " ".join(scene.tokens.words[hit.first : hit.last])
        votes.setdefault(whole, {}).setdefault(Rank.CUE, (_OF_ALL, cue, "segment"))
    kept = inherit(scene, figure, book, before, last)
    if kept is not None:
        votes.setdefault(kept.indicator, {})[None] = kept.score, kept.cue, kept.place
    _share_kinds(votes, book, anew=kept is not None and kept.anew)
    choices = []
    for number in sorted(votes, key=lambda number: (book.entries[number].general, number)):
        if ranks := votes[number]:
            top = max(ranks.values(), key=lambda vote: vote[0])
            score = _score(ranks, general=book.entries[number].general)
            score += _USUAL if figure.quantity.unit == book.entries[number].units[0] else 0
            if score >= _ENOUGH:
                own = ranks.get(None) != top
                item = own and ranks.get(Rank.ITEM) == top
                choices.append(Choice(book.entries[number], score, top[1], top[2], inherited=not own, item=item))
    if not choices:
        return None
    best, *others = sorted(choices, key=lambda choice: -choice.score)
    kin = {best.indicator.special_of, best.indicator.part_of}
    others = [choice for choice in others if choice.indicator.name not in kin]
    close = others and best.score - others[0].score <= _NEARLY
    return replace(best, rival=others[0].indicator.name) if close else best


def _points_back(scene: Scene, hit: Hit[Meaning]) -> bool:
    """Tell if what is counted is said to be what was told before: `klien tersebut`, `kasus itu`."""
    return not scene.vocabulary["penunjuk"].isdisjoint(scene.tokens.words[hit.last : hit.last + 1])


def _is_taken(scene: Scene, figure: Figure, entry: Indicator) -> bool:
    """Tell if the paragraph up to a figure says that things were taken: `Selain sabu disita 5 unit sepeda motor`."""
    paragraph = scene.segment(figure.segment).paragraph
    head = scene.segment(figure.segment).head
    if figure.quantity.unit not in _OF_ITEMS or figure.quantity.value <= 1:
        return False  # `dua telepon genggam`, `1 unit motor`: so the things of one arrest are told
    near = range(max(0, figure.segment - _LOOK_BACK), figure.segment + 1)
    told = [at for at in near if scene.segment(at).paragraph == paragraph] + ([head] if head is not None else [])
    return any(word in entry.taken for at in told for word in scene.tokens.words[slice(*scene.bounds[at])])


def _is_office(scene: Scene, hit: Hit[Meaning]) -> bool:
    """Tell if a noun before a figure is an office that does something, and not what is counted."""
    return any(office.first <= hit.first < office.last for segment in scene.offices for office in segment)


def _is_of_name(scene: Scene, hit: Hit[Meaning], figure: Figure) -> bool:
    """Tell if a noun opens the name that a number alone in a list is of: `RSUD Poso 15, Klinik Polres Poso 9`.

    A list item that begins so is of one if an office is named in it: `Balai Rehabilitasi BNN Lido : 4`.
    """
    if figure.letter != BARE or hit.last >= figure.first:
        return False
    if scene.segment(figure.segment).kind == "item" and hit.first == scene.bounds[figure.segment][0]:
        return any(hit.last <= office.first < figure.first for office in scene.offices[figure.segment])
    named = all(scene.text[scene.tokens.starts[token]].isupper() for token in range(hit.first, figure.first))
    return named and any(other.last <= hit.first for other in scene.figures[figure.segment])


def _are_all(scene: Scene, figure: Figure, hit: Hit[Meaning]) -> bool:
    """Tell if a phrase behind a figure is said of all that it counts: `merehabilitasi 20 orang, semuanya rawat jalan`."""
    if hit.first <= figure.last or scene.tokens.words[hit.first - 1] not in scene.vocabulary["semuanya"]:
        return False
    return not any(figure.last <= other.first < hit.first for other in scene.figures[figure.segment])


def _share_kinds(votes: dict[int, dict[Rank | None, tuple[int, str, Place]]], book: IndicatorBook, *, anew: bool) -> None:
    """Let a special indicator that has a vote, or is what the figures before counted, count the general one's kinds, too.

    In a paragraph `anew` what was counted before leaves the kinds to the general one.
    """
    for number, ranks in votes.items():
        entry = book.entries[number]
        parent = entry.special_of or entry.kinds_of
        if parent is not None and ((None in ranks and not anew) or any(vote[0] >= _FIRM for vote in ranks.values())):
            general = votes.get(book.numbers[parent], {})
            if Rank.KIND in general and Rank.NAME not in general:
                ranks.setdefault(Rank.KIND, general[Rank.KIND])


def _score(ranks: Mapping[Rank | None, tuple[int, str, Place]], *, general: bool) -> int:
    """Weigh the votes for one indicator: the best, and a share of the others. A general one goes no higher than its name."""
    own = [vote[0] for rank, vote in ranks.items() if rank is not None]
    top = max(own, default=0)
    score = max(top + (sum(own) - top) // _SHARE, ranks[None][0] if None in ranks else 0)
    return min(score, max(_GENERAL, ranks[Rank.NAME][0] - _YIELD if Rank.NAME in ranks else 0)) if general else score


def _said_of_all(scene: Scene, figure: Figure) -> tuple[Hit[Meaning], ...]:
    """Give the phrases of a short sentence that says of all whom the one before counts last what they are.

    `Yang kami layani hanya 101 orang. Itu pun rawat jalan semua.`
    """
    own, following = scene.figures[figure.segment], figure.segment + 1
    if figure is not own[-1] or following >= len(scene.bounds) or scene.figures[following]:
        return ()
    if scene.segment(following).paragraph != scene.segment(figure.segment).paragraph:
        return ()
    first, last = scene.bounds[following]
    words, all_of = scene.tokens.words, scene.vocabulary["semuanya"]
    return tuple(
        hit
        for hit in scene.hits[following]
        if not all_of.isdisjoint(words[max(first, hit.first - _LABEL) : hit.first] + words[hit.last : min(last, hit.last + 1)])
    )


def _fits(entry: Indicator, figure: Figure, rank: Rank, away: int, *, said: bool, targeted: bool) -> bool:
    """Tell if a figure may count this. A number alone is an index, or stands beside the words that name what it counts."""
    if figure.letter == NONE and figure.quantity.noun is None:
        return rank is not Rank.HINT
    if figure.letter != BARE:
        return figure.quantity.unit in entry.units
    if "indeks" in entry.units:
        return rank in {Rank.NAME, Rank.CUE}
    if entry.units[0] == "rupiah":
        return False
    if figure.quantity.value != figure.quantity.value.to_integral() and GRAMS.keys().isdisjoint(entry.units):
        return False
    if entry.units[0] == "orang" and rank in {Rank.NAME, Rank.CUE} and (targeted or (said and away <= 1)):
        return away <= _NEAR  # `37 mau diperiksa`
    beside = 1 if entry.units[0] == "gram" else _NEAR
    return (rank in {Rank.NOUN, Rank.KIND} and away <= beside) or (rank is Rank.NAME and away <= _BESIDE)


def _has_own_phrase(scene: Scene, figure: Figure, other: Figure) -> bool:
    """Tell if what stands behind a later figure is that one's alone.

    It is where both are alike, unless nothing but `dan` parts them (`84 narapidana dan 20 sipir dites`), where the other is
    a part of the figure (`127 orang (99 rawat jalan)`, `402 orang, empat di antaranya positif`), or is none of something.
    """
    if other.letter == NONE:
        return True
    if other.letter == BARE:
        return scene.tokens.words[other.first - 1] == "(" or names_part(scene, other)
    between = scene.tokens.words[figure.last : other.first]
    return other.letter == figure.letter and (names_part(scene, other) or between not in _JOINED)


def _labels(scene: Scene, hit: Hit[Meaning], others: Sequence[Figure]) -> bool:
    """Tell if a phrase behind a figure stands right before the next one: `487 orang, rawat jalan 436 orang`."""
    return any(
        other.first >= hit.last and scene.vocabulary["pengisi"].issuperset(scene.tokens.words[hit.last : other.first])
        for other in others
    )


def _end_of_labelled_before(scene: Scene, figure: Figure) -> range:
    """Give the tokens between a figure and the one before it where each has its label behind it.

    What stands there names the one before: in `19 orang rawat inap dan 171 orang rawat jalan` all up to `dan`.
    """
    before = [other for other in scene.figures[figure.segment] if other.last <= figure.first]
    before = [other for other in before if other.letter in {figure.letter, BARE}]
    if not before or not _has_label_behind(scene, figure):
        return range(0)
    parting = [at for at in range(before[-1].last, figure.first) if scene.tokens.words[at] in scene.vocabulary["daftar"]]
    if not parting or not _has_label_behind(scene, before[-1]):
        return range(0)
    return range(before[-1].last, parting[-1])


def _has_label_behind(scene: Scene, figure: Figure) -> bool:
    """Tell if a name stands right behind a figure, but for what is in brackets: `381 klien (51,42%) rawat inap`."""
    words = scene.tokens.words
    last = scene.bounds[figure.segment][1]
    at = figure.last
    if at < last and words[at] == "(" and ")" in words[at:last]:
        at += words[at:last].index(")") + 1
    return any(
        at <= hit.first <= at + _LABEL and scene.vocabulary["daftar"].isdisjoint(words[at : hit.first]) and names(hit)
        for hit in scene.hits[figure.segment]
    )


def names_part(scene: Scene, other: Figure) -> bool:
    """Tell if a figure is said to be some of the one before it: `lima di antaranya`."""
    return any(scene.tokens.words[other.last : other.last + len(words)] == words for words in _AMONG)


def _said_of_some(scene: Scene, figure: Figure, book: IndicatorBook) -> tuple[Hit[Meaning], int] | None:
    """Give the phrase that is said of some of those a figure counts, and the indicator of them all: `59 orang, 19 positif`.

    It stands behind a smaller number alone that follows the figure; of the 59 in `dari 59 orang, 19 positif` not all need
    be counted.
    """
    own = scene.figures[figure.segment]
    following = own[own.index(figure) + 1 : own.index(figure) + 2]
    if figure.letter in {BARE, NONE, PERCENT} or not following or following[0].letter != BARE:
        return None
    some, words = following[0], scene.tokens.words
    between = words[figure.last : some.first]
    joined = bool(between) and (scene.vocabulary["daftar"] | {"("}).issuperset(between)
    if not joined or some.quantity.value > figure.quantity.value or words[figure.first - 1] == "dari":
        return None
    for hit in scene.hits[figure.segment]:
        for meaning in hit.meanings if hit.first == some.last else ():
            if isinstance(meaning, Cue) and meaning.rank is Rank.NAME and (whole := book.entries[meaning.indicator].part_of):
                number = book.numbers[whole]
                return (hit, number) if figure.quantity.unit in book.entries[number].units else None
    return None


def _turn(scene: Scene, figure: Figure) -> int:
    """Give the word behind a figure with which the sentence turns to something else, or its end."""
    last = scene.bounds[figure.segment][1]
    turns = scene.vocabulary["peralihan"]
    return next((at for at in range(figure.last, last) if scene.tokens.words[at] in turns), last)


def _phrases(scene: Scene, figure: Figure, since: int) -> list[tuple[Hit[Meaning], int, Place]]:
    """Give the phrases that may bear on a figure, each with its distance in words and where it stands.

    Phrases of earlier sentences count only behind the segment `since`, that of the last figure of the same unit, which
    has said what it had to say.
    """
    own = figure.segment
    found: list[tuple[Hit[Meaning], int, Place]] = []
    before = [other for other in scene.figures[own] if other.letter == figure.letter and other.last <= figure.first]
    others = [other for other in scene.figures[own] if other.first >= figure.last and _has_own_phrase(scene, figure, other)]
    turn = _turn(scene, figure)
    bare_ends = {other.last for other in scene.figures[own] if other.letter == BARE and other.first >= figure.last}
    next_to = {other.first for other in scene.figures[own] if other.letter == BARE}
    # `22 sisanya menjalani rawat inap`: the word that stands for the noun keeps nothing apart.
    stands_for = scene.tokens.words[figure.last : figure.last + 1]
    behind = figure.last + (figure.letter == BARE and not scene.vocabulary["lainnya"].isdisjoint(stands_for))
    first = scene.bounds[own][0]
    part = bool(figure.letter == BARE and own == since and names_part(scene, figure))
    nouns = {at for other in scene.figures[own] if other.last <= figure.first for at in range(other.first, other.last)}
    labelled = _end_of_labelled_before(scene, figure)
    for hit in scene.hits[own]:
        if hit.last <= figure.first and part:
            continue  # `241 tersangka, 38 di antaranya …` are some of the figure before, whatever else is named there
        if hit.last <= figure.first:
            away = min(scene.distance(hit.last, figure.first), _FARTHEST)
            away += _BEYOND if any(hit.first < other.last for other in before) or hit.first in labelled else 0
            away += _BEYOND if figure.letter == BARE and hit.first in nouns else 0
            if hit.first - first <= _OPENING and scene.tokens.words[hit.first - 1] in scene.vocabulary["perihal"]:
                away = min(away, _TOPIC)
        elif hit.first >= figure.last:
            away = scene.distance(behind, max(behind, hit.first))
            beyond = turn < hit.first or any(other.first < hit.last for other in others)
            beyond = beyond or _labels(scene, hit, others) or hit.last in next_to or hit.first in bare_ends
            away += _BEYOND if beyond else 0
        else:
            away = 0
        found.append((hit, away, "segment"))
    head = scene.segment(own).head
    if head is not None:
        away = _HEAD if scene.segment(own).kind == "item" else _SECTION
        ends = {other.last for other in scene.figures[head]}
        found += [
            (hit, away + scene.distance(hit.last, scene.bounds[head][1]), "head")
            for hit in scene.hits[head]
            if hit.first not in ends  # `Karyawan Dites Urine, Empat Positif`: the rest is about all who were tested
        ]
    paragraph = scene.segment(own).paragraph
    found += [(hit, 0, "segment") for hit in _said_of_all(scene, figure)]
    question = question_over(scene, own)
    if question is not None:
        found += [(hit, _SENTENCE, "head") for hit in scene.hits[question] if names(hit)]
    for earlier in range(max(0, own - _LOOK_BACK, since + 1), own):
        if earlier not in {head, question}:
            away = _SENTENCE * (own - earlier) + (_PARAGRAPH if scene.segment(earlier).paragraph != paragraph else 0)
            end = scene.bounds[earlier][1]
            # `15 perkara dinyatakan selesai`: what stands right behind a figure of another unit is said of that one.
            labels = {other.last for other in scene.figures[earlier] if other.letter not in {figure.letter, BARE, NONE}}
            found += [
                (hit, away + scene.distance(hit.last, end) // 4 + (_BEYOND if hit.first in labels else 0), "before")
                for hit in scene.hits[earlier]
            ]
    return found
