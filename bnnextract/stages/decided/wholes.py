"""Figures to the one that they tell some of: `18 di antaranya`, `Dari jumlah itu, 15 orang`."""

from __future__ import annotations

from collections.abc import Sequence

from bnnextract.knowledge.constructions import BARE, NONE, PERCENT
from bnnextract.knowledge.units import MEASURED
from bnnextract.stages.counted.neighbours import names_part
from bnnextract.stages.decided.discourse import Candidate
from bnnextract.stages.found.scenes import Figure, Scene

# In how many words a sentence that opens with the whole has named it, and how many sentences before it was told.
_OPENING = 5
_BACK = 2


def whole_of(scene: Scene, figure: Figure, before: Sequence[Candidate]) -> Candidate | None:
    """Give the figure told shortly before of which one tells some: a larger one of its unit, or of what it leaves untold.

    Where its sentence tells it for two years, or the paragraph before, it is that of the later one.
    """
    if figure.letter in {PERCENT, NONE} or not (names_part(scene, figure) or _opens_with_whole(scene, figure)):
        return None
    wholes = [
        candidate
        for candidate in before
        if candidate.slot == "value"
        and candidate.figure.quantity.value > figure.quantity.value
        and (candidate.unit not in MEASURED if figure.letter == BARE else candidate.unit == figure.quantity.unit)
    ]
    if not wholes or figure.segment - wholes[-1].figure.segment > _BACK:
        return None
    last = wholes[-1].figure.segment
    paragraph = scene.segments[last].paragraph
    goes_on = scene.segments[figure.segment].paragraph == paragraph
    beside = [
        one
        for one in wholes
        if one.choice.indicator is wholes[-1].choice.indicator
        and (one.figure.segment == last if goes_on else scene.segments[one.figure.segment].paragraph == paragraph)
    ]
    return max(beside, key=lambda one: (one.dating.year.last if one.dating.year else 0, one.figure.first))


def _opens_with_whole(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence opens with what was counted before: `Dari jumlah tersebut, …`."""
    first = scene.bounds[figure.segment][0]
    words = scene.tokens.words[first : min(first + _OPENING, figure.first)]
    at = next((number for number, word in enumerate(words) if word == "dari"), None)
    if at is None or any(word[0].isalpha() for word in words[:at]):
        return False
    return not scene.vocabulary["penunjuk"].isdisjoint(words[at + 1 :])
