"""What stands over a figure: the heading or question that tells what it counts."""

from __future__ import annotations

from functools import lru_cache

from bnnextract.knowledge.indicators import SAYING, Meaning, Rank, ranked
from bnnextract.knowledge.lexicon import Hit
from bnnextract.stages.found.scenes import Scene

# How far back the question may stand that one answers, in segments.
_ANSWER = 5
# How many words has a sentence at most that only leads up to a list.
_SHORT = 6


@lru_cache(maxsize=16)  # it is asked several times of each figure of a segment
def question_over(scene: Scene, segment: int) -> int | None:
    """Give the question that names what the paragraph of a segment answers, as an interview is printed: a paragraph itself."""
    paragraph = scene.segments[segment].paragraph
    at, floor = segment - 1, max(0, segment - _ANSWER)
    while at >= floor and scene.segments[at].paragraph == paragraph:
        at -= 1
    if at < 0 or scene.segments[at].paragraph == paragraph or scene.text[scene.segments[at].end - 1] != "?":
        return None
    alone = at == 0 or scene.segments[at - 1].paragraph != scene.segments[at].paragraph
    return at if alone and any(map(names, scene.hits[at])) else None


def telling_head(scene: Scene, segment: int) -> int | None:
    """Give the heading over a segment; of a list item that over those that tell nothing: `Klien 2025`, `Usia`, `Anak: 7`.

    Between such headings stand but items and others. Where a sentence only leads up to the list (`Kualitas hidup klien diukur.
    Hasilnya:`) the one before it tells.
    """
    own = scene.segments[segment].head
    head = own if scene.segments[segment].kind == "item" else None
    while head is not None and not _says(scene, head):
        if _leads_up(scene, head):
            return head - 1
        upper = scene.segments[head].head
        if upper is None or any(scene.segments[at].kind == "sentence" for at in range(upper + (upper == head - 1), head + 1)):
            return own
        head = upper
    return own if head is None else head


def _says(scene: Scene, head: int) -> bool:
    """Tell if a heading tells what stands below it, and does not leave that to what announces it: `Sebaran klien: ¶ Tempat`."""
    upper = scene.segments[head].head
    announced = upper is not None and upper == head - 1 and scene.text[scene.segments[upper].end - 1] == ":"
    return any(map(tells, scene.hits[head])) if announced else bool(scene.hits[head])


def _leads_up(scene: Scene, segment: int) -> bool:
    """Tell if a short sentence goes on with the one before, which has no figure and names something, and has none itself."""
    before, (first, last) = segment - 1, scene.bounds[segment]
    if scene.segments[segment].kind != "sentence" or before < 0 or last - first > _SHORT:
        return False
    same = scene.segments[before].paragraph == scene.segments[segment].paragraph
    return same and not scene.figures[segment] and not scene.figures[before] and any(map(names, scene.hits[before]))


def names(hit: Hit[Meaning]) -> bool:
    """Tell if a phrase calls a thing itself, and is not only typical of it."""
    return ranked(hit, {Rank.NAME})


def tells(hit: Hit[Meaning]) -> bool:
    """Tell if a phrase is at least typical of a thing."""
    return ranked(hit, SAYING)
