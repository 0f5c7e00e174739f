"""Figures to indicators: the phrase that tells most, nearest and most specific first, decides what is counted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bnnextract.knowledge.constructions import BARE, NONE, PERCENT, Role
from bnnextract.knowledge.indicators import FIGURE, Cue, Indicator, IndicatorBook, Meaning, Part, Rank
from bnnextract.knowledge.lexicon import Hit
from bnnextract.stages.counted.choices import Choice, Decided, Place
from bnnextract.stages.counted.columns import Column, column_of
from bnnextract.stages.counted.foretelling import foretold
from bnnextract.stages.counted.groups import said_of_some
from bnnextract.stages.counted.inheriting import Kept, inherit
from bnnextract.stages.counted.lone import CLAUSES
from bnnextract.stages.counted.neighbours import OF, counts_people
from bnnextract.stages.counted.phrases import Bearing, bearing_on, frames_around
from bnnextract.stages.counted.telling import DONE, is_label_in_list, may_tell
from bnnextract.stages.found.scenes import Figure, Scene

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
# What an indicator gains by being counted in its usual unit; more where that is a share, in which most others are seldom told.
_USUAL = 8
_SHARED = 20
# The vote from which a special indicator shares the kinds of its general one.
_FIRM = 55
# Within how many words from its start a sentence names again what was done with.
_NAMED_AGAIN = 6
# The vote for all those of whom a number alone right behind tells some: `59 orang, 19 positif`.
_OF_ALL = 62
# The units of what was done, of people and of bodies.
_DEEDS, _PEOPLE, _BODIES = "kegiatan", "orang", "lembaga"
# The unit of a number alone.
_UNCOUNTED = "lainnya"
# What is counted in percentages alone, and how many of them are all.
_SHARES = ("persen",)
_ALL = 100
# The ranks of phrases that call what is counted where they are all of a label.
_TYPICAL = frozenset({Rank.CUE, Rank.HINT})
# Over how many words before a figure its label may stand.
_FILLERS = 2
# How many words there are at most between what rose and what it rose to: `naik menjadi`.
_RISE = 3
# Over how many words behind a figure it may be said that it counts none of something.
_DENIED_REACH = 3


class Vote(NamedTuple):
    """What a phrase gives for an indicator: how much, in which words, and where these stand."""

    score: int
    cue: str
    place: Place


# For each indicator, by its place in the book, the best vote of each rank; that for what the figures before count has none.
Votes = dict[int, dict[Rank | None, Vote]]


def needs_met(scene: Scene, book: IndicatorBook) -> frozenset[int]:
    """Give the indicators that need no word in the text, or of which a needed one stands there."""
    unmet = {number for number, needed in book.needed.items() if not any(map(scene.tokens.present.issuperset, needed))}
    return frozenset(range(len(book.entries))) - unmet


def choose(
    scene: Scene,
    figure: Figure,
    book: IndicatorBook,
    met: frozenset[int],
    before: Sequence[Decided],
    last: Decided | None,
    role: Role | None = None,
    without: Hit[Meaning] | None = None,
) -> Choice | None:
    """Choose the indicator of a figure; None where no phrase tells enough.

    `before` are the figures of the same unit that were decided, in order: one without a phrase of its own counts what
    they did. `last` is the last figure decided, of any unit. `role` is what a construction makes of it: a number alone that
    is a target counts something, which a cue near it may tell as well; a percentage attained is of what is named,
    whatever its unit. What is said of others, the figure is told `without`.
    """
    votes = _gather(scene, figure, book, met, before, role, without)
    kept = inherit(scene, figure, book, before, last)
    if kept is not None:
        special_of = book.entries[kept.indicator].special_of
        if special_of is not None and role != "target" and _are_all_of_some(scene, figure):
            kept = replace(kept, indicator=book.numbers[special_of])
        votes.setdefault(kept.indicator, {})[None] = Vote(kept.score, kept.cue, kept.place)
    _deny(scene, figure, votes, book)
    _undergo(votes, book.undergone)
    if figure.letter != NONE and scene.tokens.words[figure.first - 1] in scene.vocabulary["terhadap"]:
        _undergo(votes, book.received)
        if figure.letter == BARE:
            _reach_people(votes, book)
    if figure.letter == BARE:
        _leave_to_deeds(votes, book)
    if counts_people(scene, figure):
        _leave_to_people(votes, book)
    if scene.parts[figure.segment]:
        _tell_by_part(scene, figure, votes, book)
    _share_kinds(scene, figure, votes, book, anew=kept is not None and kept.anew)
    if kept is not None:
        _follow(scene, votes, book, kept)
    choices = _choices(votes, book, figure)
    if len(choices) <= 1:
        return choices[0] if choices else None
    best, *others = sorted(choices, key=lambda choice: -choice.score)
    kin = {best.indicator.special_of, best.indicator.part_of}
    others = [choice for choice in others if choice.indicator.name not in kin]
    close = others and best.score - others[0].score <= _NEARLY
    return replace(best, rival=others[0].indicator.name) if close else best


def _gather(
    scene: Scene,
    figure: Figure,
    book: IndicatorBook,
    met: frozenset[int],
    before: Sequence[Decided],
    role: Role | None,
    without: Hit[Meaning] | None,
) -> Votes:
    """Give the votes of the phrases that bear on a figure."""
    if (column := column_of(scene, figure)) is not None:
        return _of_column(scene, column, book)
    best: dict[tuple[int, Rank], tuple[int, Bearing]] = {}
    of_some = said_of_some(scene, figure, book)
    of_parts = foretold(scene, figure, book)
    for bearing in bearing_on(scene, figure, before[-1].figure.segment if before else -1):
        hit, away, place = bearing
        if hit is without or (of_some is not None and hit is of_some[0]):
            continue
        behind = place == "segment" and hit.first >= figure.last
        label = figure.letter == BARE and place == "segment" and is_label_in_list(scene, figure, hit)
        rose = place == "segment" and 1 < figure.first - hit.last <= _RISE and _rises(scene, hit, figure)
        for meaning in hit.meanings:
            if not isinstance(meaning, Cue) or meaning.indicator not in met:
                continue
            entry = book.entries[meaning.indicator]
            if of_parts is not None and behind and entry.special_of:
                continue
            rank = meaning.rank if meaning.rank is not Rank.HINT else _rank_of_hint(figure, entry)
            if label and rank in _TYPICAL and entry.units[0] in DONE:
                rank = Rank.KIND
            if rank is None or (score := rank.strength - (rank.decay if behind else rank.left_decay) * away) < _WORTH:
                continue
            if behind and entry.special_of and _are_all(scene, figure, hit):
                score = rank.strength  # what is said of all whom a figure counts weighs as if it stood beside it
            if rose and rank is Rank.CUE:
                score = Rank.NAME.strength
            told = best.get((meaning.indicator, rank))
            # A phrase that tells no more than one before need not be looked at.
            if (told is None or score > told[0]) and may_tell(scene, figure, bearing, entry, rank, before, role):
                best[meaning.indicator, rank] = score, bearing
    votes: Votes = {}
    for (number, rank), (score, bearing) in best.items():
        votes.setdefault(number, {})[rank] = Vote(score, _words_of(scene, bearing.hit), bearing.place)
    for frame in frames_around(scene, figure, book):
        if frame.indicator in met and figure.quantity.unit in (*book.entries[frame.indicator].units, _UNCOUNTED):
            cue = " ".join((*frame.before, FIGURE, *frame.behind))
            votes.setdefault(frame.indicator, {})[Rank.NAME] = Vote(Rank.NAME.strength, cue, "segment")
    if of_parts is not None:
        votes.setdefault(of_parts.indicator, {})[Rank.NAME] = Vote(Rank.NAME.strength, of_parts.cue, "segment")
    if of_some is not None and (whole := of_some[1]) is not None:
        votes.setdefault(whole, {}).setdefault(Rank.CUE, Vote(_OF_ALL, _words_of(scene, of_some[0]), "segment"))
    return votes


def _of_column(scene: Scene, column: Column, book: IndicatorBook) -> Votes:
    """Give the vote for what a table's head names over a column; one that sums the others counts all of whom they are kinds."""
    hits = (column.hit,) if column.hit is not None else column.summed
    cues = [(hit, m) for hit in hits for m in hit.meanings if isinstance(m, Cue) and m.rank is not Rank.HINT]
    if column.hit is not None:
        return {m.indicator: {Rank.NAME: Vote(m.rank.strength, _words_of(scene, hit), "segment")} for hit, m in cues}
    wholes = {book.entries[m.indicator].special_of for _, m in cues}
    whole = wholes.pop() if len(wholes) == 1 else None
    return {book.numbers[whole]: {Rank.NAME: Vote(Rank.NAME.strength, _words_of(scene, hits[0]), "segment")}} if whole else {}


def _words_of(scene: Scene, hit: Hit[Meaning]) -> str:
    return " ".join(scene.tokens.words[hit.first : hit.last])


def _rank_of_hint(figure: Figure, entry: Indicator) -> Rank | None:
    """Give how much a hint tells: of a large figure a kind's worth, where only large ones are told so, else nothing."""
    if entry.large_from is None:
        return Rank.HINT
    return Rank.KIND if figure.quantity.value >= entry.large_from else None


def _choices(votes: Votes, book: IndicatorBook, figure: Figure) -> list[Choice]:
    """Give the indicators that have votes enough, general ones last."""
    choices = []
    for number in sorted(votes, key=book.order.__getitem__):
        entry, ranks = book.entries[number], votes[number]
        if figure.letter == BARE and entry.units == _SHARES and figure.quantity.value > _ALL:
            continue  # `Hasil survei di Bali sudah 75 ribu lebih`: what has no unit is no share of anything
        if entry.below is not None and figure.quantity.value >= entry.below:
            continue  # `65 ribu jiwa terindikasi memakai`: so many are never tested
        if entry.above is not None and figure.quantity.value <= entry.above and figure.letter != PERCENT:
            continue  # `mengirim tiga warga yang menjadi pecandu`: nobody estimates so few
        top = max(ranks.values(), key=lambda vote: vote.score)
        gain = _SHARED if figure.letter == PERCENT else _USUAL
        score = _score(ranks, general=entry.general) + (gain if figure.quantity.unit == entry.units[0] else 0)
        if score >= _ENOUGH:
            inherited = ranks.get(None) == top
            item = not inherited and ranks.get(Rank.ITEM) == top
            noun, name = ranks.get(Rank.NOUN), ranks.get(Rank.NAME)
            named = bool((noun and noun.place != "before") or (name and name.place != "before"))
            choices.append(Choice(entry, score, top.cue, top.place, inherited=inherited, item=item, named=named))
    return choices


def _are_all(scene: Scene, figure: Figure, hit: Hit[Meaning]) -> bool:
    """Tell if a phrase behind a figure is said of all that it counts: `merehabilitasi 20 orang, semuanya rawat jalan`."""
    if hit.first <= figure.last or scene.tokens.words[hit.first - 1] not in scene.vocabulary["semuanya"]:
        return False
    return not any(figure.last <= other.first < hit.first for other in scene.figures[figure.segment])


def _are_all_of_some(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure is said to be of all those of whom one before it tells some: `25 orang tuntas dari total 30 klien`."""
    words, first = scene.tokens.words, scene.bounds[figure.segment][0]
    at = figure.first - 1
    if at > first and words[at] in scene.vocabulary["total"]:
        at -= 1
    if at <= first or words[at] != OF:
        return False
    return any(other.last <= at and other.quantity.value < figure.quantity.value for other in scene.figures[figure.segment])


def _rises(scene: Scene, hit: Hit[Meaning], figure: Figure) -> bool:
    """Tell if a phrase is what rose or fell to a figure: `Target sosialisasi ditambah, rehabilitasi naik menjadi 25 orang`."""
    between = scene.tokens.words[hit.last : figure.first]
    rising = between[0] in scene.vocabulary["naik|turun"]
    return rising and scene.vocabulary["menjadi"].issuperset(between[1:])


def _deny(scene: Scene, figure: Figure, votes: Votes, book: IndicatorBook) -> None:
    """Leave to all of them those who are said to be none of some: `67 klien tuntas dan 26 klien mangkir` are 26 clients."""
    for number in book.deniable.intersection(votes):
        entry = book.entries[number]
        if entry.whole is None or not _is_denied(scene, figure, entry):
            continue
        for rank, vote in votes.pop(number).items():
            ranks = votes.setdefault(book.numbers[entry.whole], {})
            if rank not in ranks or vote.score > ranks[rank].score:
                ranks[rank] = vote


def _undergo(votes: Votes, done: Mapping[int, frozenset[int]]) -> None:
    """Count people by what is `done` with them, and not by who they are: `34 pegawai BNNK Batu dites urine`."""
    for number in done.keys() & votes.keys():
        named = (votes[other].get(Rank.NAME) for other in done[number] & votes.keys())
        if any(vote is not None and vote.place == "segment" and vote.score >= _FIRM for vote in named):
            del votes[number]


def _reach_people(votes: Votes, book: IndicatorBook) -> None:
    """Leave to the people reached a number alone of those to whom something was done: `tes urine terhadap 80 bidan`."""
    done = [number for number in votes if book.entries[number].units[0] == _DEEDS]
    if any(Rank.NAME in ranks and book.entries[number].units[0] == _PEOPLE for number, ranks in votes.items()):
        for number in done:
            del votes[number]


def _leave_to_deeds(votes: Votes, book: IndicatorBook) -> None:
    """Leave a number alone beside the name of a deed to how often that was done, and not to the bodies where it was."""
    deeds = {ranks[Rank.NAME].cue for number, ranks in votes.items() if Rank.NAME in ranks and _counts(book, number, _DEEDS)}
    for number in [number for number, ranks in votes.items() if ranks.keys() == {Rank.NAME} and _counts(book, number, _BODIES)]:
        if votes[number][Rank.NAME].cue in deeds:
            del votes[number]


def _counts(book: IndicatorBook, number: int, unit: str) -> bool:
    """Tell if an indicator is usually counted in a unit."""
    return book.entries[number].units[0] == unit


def _leave_to_people(votes: Votes, book: IndicatorBook) -> None:
    """Leave a number alone that is one of people to what people are counted by, where that is told."""
    others = [number for number in votes if _PEOPLE not in book.entries[number].units]
    if len(others) < len(votes):
        for number in others:
            del votes[number]


def _tell_by_part(scene: Scene, figure: Figure, votes: Votes, book: IndicatorBook) -> None:
    """Leave to some of those counted what a part that only these have is the label of: `180 orang dites. Hasilnya sabu 4`."""
    for number, whole in book.told_by_part:
        axes = book.entries[number].telling
        if whole in votes and any(part.meanings[0].axis in axes for part in _labels_of(scene, figure)):
            ranks = votes.setdefault(number, {})
            for rank, vote in votes.pop(whole).items():
                ranks.setdefault(rank, vote)


def _labels_of(scene: Scene, figure: Figure) -> list[Hit[Part]]:
    """Give the parts that stand right before a figure, but for fillers."""
    fillers = scene.vocabulary["pengisi"]
    before = [part for part in scene.parts[figure.segment] if 0 <= figure.first - part.last <= _FILLERS]
    return [part for part in before if fillers.issuperset(scene.tokens.words[part.last : figure.first])]


def _is_denied(scene: Scene, figure: Figure, entry: Indicator) -> bool:
    """Tell if what stands behind a figure, over words that only lead there, says that it counts none of an indicator's.

    So does what opens its clause before it: `401 orang tuntas, yang drop out 59 orang`.
    """
    last = scene.bounds[figure.segment][1]
    words, over = scene.tokens.words, scene.vocabulary["lainnya|menuju"]
    at = figure.last
    while at < last and words[at] in over and at - figure.last < _DENIED_REACH:
        at += 1
    behind = words[at : min(at + 2, last)]
    before = words[max(scene.bounds[figure.segment][0], figure.first - _DENIED_REACH) : figure.first]
    clause = before[next((at + 1 for at in reversed(range(len(before))) if before[at] in CLAUSES), 0) :]
    led = clause[1:] if clause[:1] == ("yang",) else clause
    return not {*behind[:1], " ".join(behind), " ".join(led)}.isdisjoint(entry.denied_by)


def _share_kinds(scene: Scene, figure: Figure, votes: Votes, book: IndicatorBook, *, anew: bool) -> None:
    """Let a special indicator that has a vote, or is what the figures before counted, count the general one's kinds, too.

    In a paragraph `anew` what was counted before leaves the kinds to the general one.
    """
    for number, ranks in votes.items():
        entry = book.entries[number]
        parent = entry.special_of or entry.kinds_of
        if parent is None or book.numbers[parent] not in votes:
            continue
        firm = any(vote.score >= _FIRM for vote in ranks.values()) or (
            entry.kinds_of is not None and _is_done_with(scene, figure, ranks.get(Rank.NAME))
        )
        if firm or (None in ranks and not anew):
            general = votes[book.numbers[parent]]
            if Rank.KIND in general and Rank.NAME not in general:
                ranks.setdefault(Rank.KIND, general[Rank.KIND])
                beside = entry.special_of is not None or (None in ranks and ranks[None].place == "segment")
                if beside and Rank.CUE in general:
                    ranks.setdefault(Rank.CUE, general[Rank.CUE])


def _is_done_with(scene: Scene, figure: Figure, name: Vote | None) -> bool:
    """Tell if what is done is named over a list of things, or in the sentence before one that says what these are.

    `Narkotika yang dimusnahkan, Kamis (13/6), terdiri atas:` over `Ganja 940 gram`; `Barang bukti dimaksud ialah 2 kilogram
    sabu`.
    """
    if name is None or name.place == "segment":
        return False
    if name.place == "head":
        return scene.segments[figure.segment].kind == "item"
    first = scene.bounds[figure.segment][0]
    opening = pairwise(scene.tokens.words[first : min(first + _NAMED_AGAIN, figure.first)])
    pointing, being = scene.vocabulary["dimaksud"], scene.vocabulary["berupa"]
    return any(left in pointing and right in being for left, right in opening)


def _follow(scene: Scene, votes: Votes, book: IndicatorBook, kept: Kept) -> None:
    """Let a figure follow those before it where its own words do not tell what it counts.

    That some took part tells not in what: `Tes urine digelar di tujuh kantor. Pesertanya 204 orang`; nor that they were
    trained, for what: `Target 30 agen pemulihan, yang dilatih 35 orang`. The parts of those who were made something are these:
    `Dikukuhkan 30 agen pemulihan. Rinciannya 18 kader PKK dan 12 tokoh agama`. A special kind goes on before its general one
    where that is only named in another sentence or the heading.
    """
    entry = book.entries[kept.indicator]
    if kept.summed:
        for number in votes.keys() - {kept.indicator}:
            other = book.entries[number]
            if entry.added or entry.name not in {other.special_of, other.part_of}:
                del votes[number]
        return
    told = scene.vocabulary["keikutsertaan"] if entry.served_by else scene.vocabulary["dilatih"] if entry.added else None
    if told:
        for number in [number for number, ranks in votes.items() if number != kept.indicator and ranks.keys() == {Rank.CUE}]:
            if votes[number][Rank.CUE].cue in told:
                del votes[number]
    if entry.special_of is not None and not kept.anew:
        general = book.numbers[entry.special_of]
        if general in votes and all(vote.place != "segment" for vote in votes[general].values()):
            del votes[general]


def _score(ranks: Mapping[Rank | None, Vote], *, general: bool) -> int:
    """Weigh the votes for one indicator: the best, and a share of the others. A general one goes no higher than its name."""
    own = [vote.score for rank, vote in ranks.items() if rank is not None]
    top = max(own, default=0)
    score = max(top + (sum(own) - top) // _SHARE, ranks[None].score if None in ranks else 0)
    return min(score, max(_GENERAL, ranks[Rank.NAME].score - _YIELD if Rank.NAME in ranks else 0)) if general else score
