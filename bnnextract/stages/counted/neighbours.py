"""Figures and those beside them in their sentence: whose the words between two are, and which is some of the one before."""

from __future__ import annotations

from collections.abc import Sequence

from bnnextract.knowledge.constructions import BARE, NONE, PERCENT
from bnnextract.knowledge.indicators import CALLING, OUTRIGHT, Meaning, ranked
from bnnextract.knowledge.lexicon import Hit
from bnnextract.knowledge.units import GRAMS
from bnnextract.stages.counted.headings import names, tells
from bnnextract.stages.found.scenes import Figure, Scene

# How many words may stand between a figure and the name behind it that is its label: `15 orang mengikuti …`.
LABEL = 2

# Between figures that are told as one, and behind a figure that is a part of the one before it.
_JOINED = {("dan",), ("serta",)}
_OF_DRUGS = frozenset({*GRAMS, "butir"})
# Between some and the group that they are of.
OF = "dari"
# How far behind some their group begins at most: `27 orang positif dari 319 orang`.
_PAIR_REACH = 3
# The axes of who people are.
OF_WALKS = frozenset({"kelamin", "usia", "pendidikan", "pekerjaan"})
# Between its phrase and its figure a clause of a list has so many words at most.
_CLAUSE = 5
# Where a clause ends that another one follows.
_CLAUSE_ENDS = frozenset({",", ";", '"', "“"})
_AMONG = (("di", "antaranya"), ("diantaranya",))
# Before what another clause of a list begins with.
_OPENS_CLAUSE = frozenset({",", ";", "dan", "sedangkan", "sementara"})


def has_own_phrase(scene: Scene, figure: Figure, other: Figure) -> bool:
    """Tell if what stands behind a later figure is that one's alone.

    It is where both are alike, unless nothing but `dan` parts them (`84 narapidana dan 20 sipir dites`, not `menangkap empat
    orang dan dua orang masih buron`, which count alike), where the other is
    a part of the figure (`127 orang (99 rawat jalan)`, `402 orang, empat di antaranya positif`), or is none of something.
    """
    if other.letter == NONE:
        return True
    if other.letter == BARE:
        shared = scene.tokens.words[other.last : other.last + 1] == ("(",)  # `60 orang, 40 (66%) rawat jalan`
        return shared or scene.tokens.words[other.first - 1] == "(" or names_part(scene, other)
    if _are_amounts(scene, figure, other):
        return False
    between = scene.tokens.words[figure.last : other.first]
    parted = between not in _JOINED or (figure.quantity.noun is not None and figure.quantity.noun == other.quantity.noun)
    return other.letter == figure.letter and (names_part(scene, other) or parted)


def _has_done(scene: Scene, figure: Figure) -> bool:
    """Tell if what was done stands right before a figure: `menangkap empat orang dan dua orang masih buron`."""
    return any(hit.last == figure.first and ranked(hit, OUTRIGHT) for hit in scene.hits[figure.segment])


def _are_amounts(scene: Scene, figure: Figure, other: Figure) -> bool:
    """Tell if two figures are amounts of drugs in one list, of all of which the rest is said.

    `ganja seberat 10 gram dan sabu 5 gram dimusnahkan`.
    """
    if not {figure.quantity.unit, other.quantity.unit} <= _OF_DRUGS:
        return False
    named = {at for part in scene.parts[figure.segment] for at in range(part.first, part.last)}
    within = {at for own in scene.figures[figure.segment] for at in range(own.first, own.last)}
    between = (at for at in range(figure.last, other.first) if at not in named and at not in within)
    return all(scene.tokens.words[at] in scene.vocabulary["daftar|pengisi"] for at in between)


def dealt_with(scene: Scene, figure: Figure) -> bool:
    """Tell if an amount of drugs is one of a list right before which it is told what was done with them all."""
    own = scene.figures[figure.segment]
    at = own.index(figure)
    first = at
    while first and _are_amounts(scene, own[first - 1], own[first]):
        first -= 1
    return first < at and _has_done(scene, own[first])


def labels(scene: Scene, hit: Hit[Meaning], others: Sequence[Figure]) -> bool:
    """Tell if a phrase behind a figure stands right before the next one: `487 orang, rawat jalan 436 orang`.

    In `19 orang positif dari 487 orang` it is the first one's, and so it is in `19 orang positif: 8 perempuan`. What opens a
    clause that the next one closes is that one's: `sukarela 5 orang, razia melalui tes urine 13 orang`.
    """
    following = next((other for other in others if other.first >= hit.last), None)
    between = scene.tokens.words[hit.last : following.first] if following is not None else (OF,)
    if following is not None and _has_clause(scene, hit, between, following):
        return True
    if between == (":",) and scene.tokens.words[hit.first - 1] not in scene.vocabulary["daftar"]:
        return False
    if between[:1] and between[0] in scene.vocabulary["naik|turun"] and scene.tokens.words[hit.first - 1] in _OPENS_CLAUSE:
        return True  # `turun 5 orang menjadi 40 orang, rawat inap naik 3 orang`
    return OF not in between and scene.vocabulary["pengisi"].issuperset(between)


def _has_clause(scene: Scene, hit: Hit[Meaning], between: Sequence[str], following: Figure) -> bool:
    """Tell if a clause of a list is a phrase, a few words and a figure: `…, razia melalui tes urine sebanyak 13 orang, …`."""
    words, apart = scene.tokens.words, scene.vocabulary["penutup"] | {OF}
    closed = following.last == scene.bounds[following.segment][1] or words[following.last] in scene.vocabulary["penutup"]
    return words[hit.first - 1] == "," and closed and len(between) <= _CLAUSE and apart.isdisjoint(between)


def end_of_labelled_before(scene: Scene, figure: Figure) -> range:
    """Give the tokens between a figure and the one before it where each has its label behind it.

    What stands there names the one before: in `19 orang rawat inap dan 171 orang rawat jalan` all up to `dan`, in `19 orang
    positif dari 487 orang yang dites` all.
    """
    before = [other for other in scene.figures[figure.segment] if other.last <= figure.first]
    before = [other for other in before if other.letter in {figure.letter, BARE}]
    if before and scene.tokens.words[figure.first - 1] == OF:
        return range(before[-1].last, figure.first)
    if before and _opens_pair_behind(scene, before[-1], figure):
        return range(before[-1].last, figure.first)
    if not before or not (_has_label_behind(scene, figure) or _is_described_behind(scene, figure)):
        return range(0)
    parting = [at for at in range(before[-1].last, figure.first) if scene.tokens.words[at] in scene.vocabulary["daftar"]]
    if not parting or not _has_label_behind(scene, before[-1]):
        return range(0)
    return range(before[-1].last, parting[-1])


def _opens_pair_behind(scene: Scene, group: Figure, figure: Figure) -> bool:
    """Tell if a figure and the group it is of follow another such pair: `27 dari 319 orang yang dites, Poso 9 dari 205`.

    What stands between then names the group before.
    """
    words = scene.tokens.words
    if words[figure.last : figure.last + 1] != (OF,) or words[group.first - 1] != OF:
        return False
    return any(0 < group.first - other.last <= _PAIR_REACH for other in scene.figures[figure.segment])


def _is_described_behind(scene: Scene, figure: Figure) -> bool:
    """Tell if a word typical of something stands directly behind a figure: `40 orang negatif`, `340 orang yang diperiksa`."""
    words = scene.tokens.words
    behind = figure.last + (words[figure.last : figure.last + 1] == ("yang",))
    return any(hit.first == behind and (tells(hit) or ranked(hit, CALLING)) for hit in scene.hits[figure.segment])


def _has_label_behind(scene: Scene, figure: Figure) -> bool:
    """Tell if a name stands right behind a figure, but for what is in brackets: `381 klien (51,42%) rawat inap`."""
    words = scene.tokens.words
    last = scene.bounds[figure.segment][1]
    at = figure.last
    if at < last and words[at] == "(" and ")" in words[at:last]:
        at += words[at:last].index(")") + 1
    return any(
        at <= hit.first <= at + LABEL and scene.vocabulary["daftar"].isdisjoint(words[at : hit.first]) and names(hit)
        for hit in scene.hits[figure.segment]
    )


def names_part(scene: Scene, other: Figure) -> bool:
    """Tell if a figure is said to be some of the one before it: `lima di antaranya`."""
    return end_of_among(scene, other) is not None


def end_of_among(scene: Scene, some: Figure) -> int | None:
    """Give where the words behind a figure end that make it some of the one before, `9 orang di antaranya …`, if any do."""
    behind = scene.tokens.words[some.last : some.last + 2]
    among = behind if behind in _AMONG else behind[:1]
    return some.last + len(among) if among in _AMONG else None


def names_part_before(scene: Scene, other: Figure) -> bool:
    """Tell if the words right before a figure say so: `Di antaranya 211 orang dirawat inap`."""
    before = scene.tokens.words[max(0, other.first - 2) : other.first]
    return before in _AMONG or before[-1:] in _AMONG


def counts_people(scene: Scene, figure: Figure) -> bool:
    """Tell if a number alone is of people whom its clause begins with: `Orang yang dijerat semuanya empat`, `yang ikut 90`.

    So is that of a list item whose label tells what people they are: `Pelajar: 43`.
    """
    words, first = scene.tokens.words, scene.bounds[figure.segment][0]
    if figure.letter != BARE or not figure.whole:
        return False
    if scene.segments[figure.segment].kind == "item" and words[figure.first - 1] == ":":
        opening = next((at for at in range(first, figure.first) if words[at].isalpha()), first)
        whole = (part for part in scene.parts[figure.segment] if (part.first, part.last) == (opening, figure.first - 1))
        if any(part.meanings[0].axis in OF_WALKS for part in whole):
            return True
    ends = [at for at in range(first, figure.first - 1) if words[at] in _CLAUSE_ENDS]
    start = max([first, *(at + 1 for at in ends), *(o.last for o in scene.figures[figure.segment] if o.last <= figure.first)])
    over = scene.vocabulary["banyaknya|perangkai|peralihan"]
    start = next((at for at in range(start, figure.first) if words[at].isalpha() and words[at] not in over), figure.first)
    led = words[start : start + 2]
    if led[:1] == ("yang",):
        return not scene.vocabulary["yang_orang"].isdisjoint(led[1:2])
    return led[1:] == ("yang",) and led[0] in scene.vocabulary["orangnya"]


def has_share(scene: Scene, figure: Figure) -> bool:
    """Tell if the share that a number alone is follows right behind it: `315 orang laki-laki dan 109 atau 25,71% perempuan`."""
    own = scene.figures[figure.segment]
    following = own[own.index(figure) + 1 :][:1]
    if not figure.whole or not following or following[0].letter != PERCENT:
        return False
    between = scene.tokens.words[figure.last : following[0].first]
    return bool(between) and scene.vocabulary["setara_bagian"].issuperset(between)
