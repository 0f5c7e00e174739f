"""Figures that are told of the whole country, and words for it that only rank a place or measure it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from bnnextract.knowledge.constructions import PERCENT
from bnnextract.knowledge.gazetteer import NATIONAL
from bnnextract.stages.counted.choices import Choice, Decided
from bnnextract.stages.found.scenes import Figure, Scene

# How near a figure what makes it one of the whole country stands.
_NATIONWIDE_REACH = 8
# How far before such a word stands what makes it one to measure by.
_YARDSTICK_REACH = 4
# What leads from such a word to its figure, besides fillers.
_LEADING_ON = frozenset({"yang", "("})
# What such a word stands behind at the head of a sentence.
_OPENINGS = (("secara",), ("di", "tingkat"), ("pada", "tingkat"))


def nationwide(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure is told of the whole country: `secara nasional`, `di Indonesia`, outside a body's name."""
    near = range(*scene.bounds[figure.segment])
    return told_nationwide(scene, figure, [token for token in near if _away(scene, figure, token) <= _NATIONWIDE_REACH])


def _away(scene: Scene, figure: Figure, token: int) -> int:
    return scene.distance(token + 1, figure.first) if token < figure.first else scene.distance(figure.last, token)


def told_nationwide(scene: Scene, figure: Figure, tokens: Iterable[int]) -> bool:
    """Tell if one of these words of a figure's sentence is for the whole country, outside a body's name, and no yardstick."""
    bodies = (*scene.offices[figure.segment], *scene.agencies[figure.segment])
    inside = {token for body in bodies for token in range(body.first, body.last)}
    # What stands right before another figure is told of that one: `1,3 persen, nasional 1,6 persen`.
    inside |= {other.first - 1 for other in scene.figures[figure.segment] if other.first > figure.last}
    return any(
        scene.tokens.words[token] in scene.vocabulary["nasional"]
        and token not in inside
        and not _is_yardstick(scene, figure, token)
        for token in tokens
    )


def measured_nationally(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure is what the whole country has of what an office was told to have: `di atas nasional yang hanya 83,88`.

    Nothing but fillers stands between; `urutan ke-11 nasional dengan 63,3` ranks the office.
    """
    first = scene.bounds[figure.segment][0]
    words = scene.tokens.words
    at = figure.first - 1
    while at > first and (words[at] in scene.vocabulary["pengisi"] or words[at] in _LEADING_ON or words[at] == "sekitar"):
        at -= 1
    if at <= first or words[at] not in scene.vocabulary["nasional"] or words[at - 1] not in scene.vocabulary["ukuran"]:
        return False
    return scene.vocabulary["peringkat"].isdisjoint(words[max(first, at - _YARDSTICK_REACH) : at])


def opens_nationally(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence opens with the whole country, and names no office: `Secara nasional targetnya 8`."""
    first = scene.bounds[figure.segment][0]
    words = scene.tokens.words
    if scene.vocabulary["nasional"].isdisjoint(words[first : figure.first]):
        return False
    at = first + 1 if words[first] in scene.vocabulary["peralihan"] else first
    opened = next((at + len(opening) for opening in _OPENINGS if words[at : at + len(opening)] == opening), None)
    return (
        opened is not None
        and opened < figure.first
        and words[opened] in scene.vocabulary["nasional"]
        and not any(office.code != NATIONAL for office in scene.offices[figure.segment])
        and len(scene.figures[figure.segment]) == 1
    )


def _is_yardstick(scene: Scene, figure: Figure, token: int) -> bool:
    """Tell if a word for the whole country only ranks a place in it, or is what it is measured by, untold itself.

    `di urutan keempat nasional dengan 2,8 persen`, `di bawah nasional, sekitar 1,3 persen`; but not `di bawah nasional 1,8
    persen`, `di atas angka nasional yang 1,8 persen`.
    """
    before = scene.tokens.words[max(scene.bounds[figure.segment][0], token - _YARDSTICK_REACH) : token]
    if not scene.vocabulary["peringkat"].isdisjoint(before):
        return True
    fillers = scene.vocabulary["pengisi"]
    behind = token < figure.first and all(
        word in fillers or word in _LEADING_ON for word in scene.tokens.words[token + 1 : figure.first]
    )
    return not behind and _holds(scene.vocabulary["tolok_ukur"], before)


def _holds(yardsticks: frozenset[str], words: Sequence[str]) -> bool:
    """Tell if words hold one of the phrases, of one or two words."""
    return not yardsticks.isdisjoint((*words, *map(" ".join, pairwise(words))))


def is_share_reached(scene: Scene, figure: Figure, choice: Choice, last: Decided) -> bool:
    """Tell if a share of all people is only of those reached: `Penyuluhan menjangkau 122 ribu orang atau 14 persen populasi`.

    `choice` is what the share would count, a survey's.
    """
    if figure.letter != PERCENT or not choice.indicator.national or last.choice.indicator.national:
        return False
    between = scene.tokens.words[last.figure.last : figure.first]
    together = last.figure.segment == figure.segment and bool(between)
    return together and scene.vocabulary["setara_bagian"].issuperset(between)
