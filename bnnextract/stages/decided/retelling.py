"""Figures that only tell again one of those before them."""

from __future__ import annotations

from bnnextract.knowledge.constructions import BARE
from bnnextract.stages.bound.roles import RoleMention
from bnnextract.stages.counted.choices import Choice
from bnnextract.stages.decided.counting import Told
from bnnextract.stages.decided.discourse import Candidate
from bnnextract.stages.found.scenes import Figure, Scene

# How far behind a figure the word stands that points back to it.
_ANAPHORA_REACH = 3
# A share of something is at most all of it.
_ALL = 100
# A figure of so many digits that are no zeros at its end is told once.
_EXACT = 4
# A number so large is the one told before, though it may count other things.
_TELLING = 10
# Behind a number alone: so many others than those before.
_MORE = "lagi"


def told_again(
    scene: Scene, figure: Figure, role: RoleMention | None, choice: Choice | None, told: Told, before: tuple[Candidate, ...]
) -> Candidate | None:
    """Find the figure before that one only tells again."""
    return (
        _repeated(scene, figure, before, told.same, role)
        or _retold(figure, choice, told.same)
        or _answered(scene, figure, choice, told.like, role)
    )


def _repeated(
    scene: Scene, figure: Figure, before: tuple[Candidate, ...], same: tuple[Candidate, ...], role: RoleMention | None
) -> Candidate | None:
    """Find the figure that one is told again of: `Dari 643 orang itu, lima positif`, `Apakah target 1.400 terkejar?`."""
    number = figure.quantity.value
    if role is not None and role.role == "target" and role.base is None and figure.letter == BARE and number > _ALL:
        return next((c for c in reversed(before) if c.slot == "target" and c.figure.quantity.value == number), None)
    if role is not None or number in {0, 1}:
        return None
    first, last = scene.bounds[figure.segment]
    before_words = scene.tokens.words[max(first, figure.first - 2) : figure.first]
    after = scene.tokens.words[figure.last : min(last, figure.last + _ANAPHORA_REACH)]
    if "dari" not in before_words and scene.vocabulary["penunjuk"].isdisjoint(after):
        return None
    pointed = not scene.vocabulary["penunjuk"].isdisjoint(after)
    told = [c for c in before if (c.slot == "value" or (pointed and c.slot == "target")) and c.figure.quantity.value == number]
    if figure.letter != BARE and figure.quantity.noun != "orang":
        told = [c for c in told if c.figure.letter == BARE or c.figure.quantity.unit == figure.quantity.unit]
    alike = [c for c in told if c in same or ("dari" in before_words and number >= _TELLING)]
    return alike[-1] if alike else None


def _retold(figure: Figure, choice: Choice | None, same: tuple[Candidate, ...]) -> Candidate | None:
    """Find the figure so exact that the same one later in the text, without words of its own, is it again: `593,84 gram`."""
    told_anew = choice is not None and not choice.inherited and choice.place == "segment"
    if told_anew:
        return None
    told = [c for c in same if c.slot == "value" and c.figure.quantity.value == figure.quantity.value]
    return told[-1] if told and len(figure.quantity.value.normalize().as_tuple().digits) >= _EXACT else None


def _answered(
    scene: Scene, figure: Figure, choice: Choice | None, like: tuple[Candidate, ...], role: RoleMention | None
) -> Candidate | None:
    """Find the figure that one alone in the next sentence tells again: `…, empat positif. "Iya, ada empat."`.

    As many others are told of anew: `Yang rawan tiga desa. Tiga lagi di Batu.`
    """
    last = like[-1] if like else None
    others = scene.tokens.words[figure.last : figure.last + 1] == (_MORE,)
    if last is None or others or role is not None or figure.letter != BARE or (choice and not choice.inherited):
        return None
    again = last.figure.quantity.value == figure.quantity.value > 1 and last.figure.segment == figure.segment - 1
    alone = len(scene.figures[figure.segment]) == 1 and not scene.parts[figure.segment] and last.slot == "value"
    return last if again and alone and scene.segments[figure.segment].kind == "sentence" else None
