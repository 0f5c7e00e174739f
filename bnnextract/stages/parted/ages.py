"""People to the age that they are told by."""

from __future__ import annotations

from bnnextract.knowledge.constructions import BARE
from bnnextract.knowledge.indicators import Indicator
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.parted.labels import LABEL_LENGTH, Breakdown
from bnnextract.stages.parted.predicates import end_of_some

# What people, and shares of them, are counted in.
PEOPLE = frozenset({"orang", "persen"})
# How far before an age the words stand that tell it from a time: `di atas 35 sampai 55 tahun`.
_AGE_WORDS = 3
# Behind years that lie back: `selama 14 tahun terakhir`.
_LAST = ("terakhir",)
# What a survey asks all people between reaches up to this age at least.
_OLDEST_ASKED = 59


def age_told(scene: Scene, figure: Figure, indicator: Indicator) -> Breakdown | None:
    """Find an age group told on the right or left: `12 orang di bawah 18 tahun`, `usia 18 sampai 45 tahun, yakni 52 orang`."""
    own = scene.figures[figure.segment]
    at = own.index(figure)
    after, before = own[at + 1 : at + 2], own[max(0, at - 2) : at]
    if after and _aged(scene, figure, after[0]):
        return None if _all_ages(after[0], indicator) else _age_group(scene, after[0])
    if not before or not _is_age(scene, before[-1]) or _all_ages(before[-1], indicator) or _lasts(scene, before[-1]):
        return None
    between = scene.tokens.words[before[-1].last : figure.first]
    if _goes_on(scene, figure, between):
        return None
    if ")" in between or len(between) > LABEL_LENGTH or (before[1:] and _aged(scene, before[0], before[1])):
        return None
    return _age_group(scene, before[-1])


def _goes_on(scene: Scene, figure: Figure, between: tuple[str, ...]) -> bool:
    """Tell if what follows an age is said of others, as a word behind a figure tells: `35 tahun, dan 5 merupakan pelajar`."""
    behind = end_of_some(scene, figure) or figure.last
    joined = not scene.vocabulary["perangkai"].isdisjoint(between[-1:])
    return joined and not scene.vocabulary["ialah"].isdisjoint(scene.tokens.words[behind : behind + 1])


def _is_age(scene: Scene, figure: Figure) -> bool:
    return (figure.quantity.noun or "").lower() in scene.vocabulary["umur"]


def _lasts(scene: Scene, figure: Figure) -> bool:
    """Tell if years are a time and no age: `dalam tiga tahun terakhir`, `Perda Nomor 7 Tahun 2022`.

    A single number of years is an age where the word for it or a bound stands before it.
    """
    first = scene.bounds[figure.segment][0]
    before = scene.tokens.words[max(first, figure.first - _AGE_WORDS) : figure.first]
    if scene.tokens.words[figure.last : figure.last + 1] == _LAST:
        return True
    exact = figure.quantity.value_max is None and figure.quantity.bound == "exact"
    return exact and scene.vocabulary["berusia"].isdisjoint(before)


def _all_ages(age: Figure, indicator: Indicator) -> bool:
    """Tell if ages are of all whom a survey asks: `3,33 juta penduduk usia 15-64 tahun`."""
    return indicator.national and age.quantity.value_max is not None and age.quantity.value_max >= _OLDEST_ASKED


def _aged(scene: Scene, figure: Figure, age: Figure) -> bool:
    """Tell if an age right behind a figure is that of those counted: `12 orang berusia di bawah 18 tahun`."""
    between = scene.tokens.words[figure.last : age.first]
    counted = figure.letter == BARE or figure.quantity.unit in PEOPLE
    return counted and not _is_age(scene, figure) and _is_age(scene, age) and scene.vocabulary["berusia"].issuperset(between)


def _age_group(scene: Scene, other: Figure) -> Breakdown:
    start = other.quantity.extent.start
    before = " ".join(scene.lowered[max(0, start - 12) : start].split()[-2:])
    words = (f"{before} " if before in scene.vocabulary["batas_umur"] else "") + scene.lowered[
        start : other.quantity.extent.end
    ]
    return Breakdown(words, {"usia": words.removesuffix(" tahun")})
