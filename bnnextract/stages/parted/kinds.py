"""Figures side by side to the kinds that they count: `24 sekolah dan tujuh pesantren` are told apart by their nouns."""

from __future__ import annotations

from bnnextract.knowledge.indicators import Cue, Rank
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.parted.labels import Breakdown

# How many words may stand between a noun and the end of its phrase: `tujuh puskesmas milik pemerintah`.
_TAIL = 3


def kind_counted(scene: Scene, figure: Figure, *, some: bool) -> Breakdown | None:
    """Take what is counted for its part, where a figure beside it counts something else of the sort.

    Of `some` of those told before, the words behind a general noun tell it, too: `15 orang binaan dan 8 orang titipan`.
    """
    own = scene.figures[figure.segment]
    if len(own) == 1:
        return None
    at = own.index(figure)
    pairs = (own[max(0, at - 1) : at + 1], own[at : at + 2])
    if not any(len(pair) > 1 and _unlike(scene, pair[0], pair[1], some=some) for pair in pairs):
        return None
    words = _kind(scene, figure, some=some)
    return Breakdown(words, {"lain": words})


def _unlike(scene: Scene, figure: Figure, following: Figure, *, some: bool) -> bool:
    """Tell if two figures stand side by side and count unlike things: `10 SDN dan 4 SMPN`."""
    if figure.letter != following.letter or figure.quantity.noun is None or following.quantity.noun is None:
        return False
    kinds = {_kind(scene, figure, some=some), _kind(scene, following, some=some)}
    if len(kinds) == 1 or "" in kinds:
        return False
    between = scene.tokens.words[_phrase_end(scene, figure) : following.first]
    if not between or not scene.vocabulary["daftar"].issuperset(between):
        return False
    counted, other = _named_by(scene, figure), _named_by(scene, following)
    return not counted.isdisjoint(other) or not (counted or other)


def _kind(scene: Scene, figure: Figure, *, some: bool) -> str:
    """Give the words that tell of what kind those counted are: the noun, if it is no general one, and what stands behind."""
    noun = (figure.quantity.noun or "").lower()
    general = noun in scene.vocabulary["umum"]
    last = _phrase_end(scene, figure)
    if general and (not some or _counts(scene, figure, last)):
        return ""
    if not general:
        return " ".join((noun, *scene.tokens.words[figure.last : last]))
    # The preposition of a place is none of its name: `64 orang di Rutan Batu`.
    behind = scene.tokens.words[figure.last : last]
    return " ".join(behind[1:] if behind[:1] and behind[0] in scene.vocabulary["asal"] else behind)


def _counts(scene: Scene, figure: Figure, last: int) -> bool:
    """Tell if the words behind a noun tell what is counted, or by which office: `20 orang positif`."""
    telling = [(office.first, office.last) for office in scene.offices[figure.segment]]
    telling += [
        (hit.first, hit.last) for hit in scene.hits[figure.segment] if any(isinstance(meaning, Cue) for meaning in hit.meanings)
    ]
    return any(start < last and end > figure.last for start, end in telling)


def _named_by(scene: Scene, figure: Figure) -> frozenset[int]:
    """Give the indicators that a figure's noun is counted by and by nothing else: `12 penggiat`."""
    return frozenset(
        meaning.indicator
        for hit in scene.hits[figure.segment]
        if figure.first <= hit.first < figure.last
        for meaning in hit.meanings
        if isinstance(meaning, Cue) and meaning.rank is Rank.NOUN
    )


def _phrase_end(scene: Scene, figure: Figure) -> int:
    """Give where the phrase of what is counted ends, at the next of a list or a sign; of a longer one, with its noun."""
    end = min(figure.last + _TAIL, scene.bounds[figure.segment][1])
    ends = scene.vocabulary["daftar|akhir_sebutan"]
    for token in range(figure.last, end + 1):
        if token == scene.bounds[figure.segment][1] or scene.tokens.words[token] in ends:
            return token
    return figure.last
