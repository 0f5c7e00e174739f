"""Numbers beside drugs to the people who use these: some of those told before."""

from __future__ import annotations

from bnnextract.knowledge.constructions import BARE, NONE
from bnnextract.stages.counted.choices import Choice
from bnnextract.stages.decided.discourse import Candidate
from bnnextract.stages.found.scenes import Figure, Scene

# What may be counted by the drug it is about.
_BY_DRUG = frozenset({"orang", "kasus", "berkas"})


def goes_on_by_drug(scene: Scene, figure: Figure, last: Candidate) -> bool:
    """Tell if the figure before counts people or cases by drug, as a number alone then does: `29 kasus sabu, sembilan ganja`.

    So does one of drugs that are counted in pieces, `17 pemakai sabu, 9 obat keras`, and the word of a zero: `sabu 11 kasus,
    ganja 5 kasus. Ekstasi nihil`.
    """
    if last.choice.indicator.by_drug or "zat" not in last.breakdown.parts:
        return False
    if figure.letter == NONE:
        return figure.segment - last.figure.segment <= 1 and last.unit in _BY_DRUG
    if last.figure.segment != figure.segment or last.unit not in _BY_DRUG:
        return False
    if figure.letter == BARE:
        return last.unit == "orang" or figure.whole
    noun = any(figure.first < part.first and part.last == figure.last for part in scene.parts[figure.segment])
    return noun and last.unit == "orang"


def users_before(scene: Scene, figure: Figure, choice: Choice, like: tuple[Candidate, ...]) -> Candidate | None:
    """Find the people of whom a number alone beside a drug counts some: `17 pemakai sabu, 9 ganja`, `satu lagi benzo`.

    In a table those who use it may be named first: `Pengguna sabu 54 34`.
    """
    last = like[-1] if like else None
    drugs = figure.letter == BARE and figure.whole and choice.indicator.by_drug
    if last is None or not drugs:
        return None
    behind = any(0 <= part.first - figure.last <= 1 for part in scene.parts[figure.segment])
    if last.unit == "orang" and not last.choice.indicator.by_drug and is_used(scene, figure):
        return last
    if not behind and not _labelled_by_drug(scene, figure):
        return None
    near = figure.segment - last.figure.segment <= 1 and not last.choice.indicator.by_drug
    return last if near and last.unit == "orang" and figure.quantity.value <= last.figure.quantity.value else None


def _labelled_by_drug(scene: Scene, figure: Figure) -> bool:
    """Tell if a drug is the label of a number alone in a clause that says of nothing that it was taken: `sabunya cuma lima`."""
    words, first = scene.tokens.words, scene.bounds[figure.segment][0]
    left = figure.first
    while left > first and words[left - 1] in scene.vocabulary["pengisi"]:
        left -= 1
    labelled = any(part.last == left and part.meanings[0].axis == "zat" for part in scene.parts[figure.segment])
    return labelled and scene.vocabulary["barangnya"].isdisjoint(words[slice(*scene.bounds[figure.segment])])


def is_used(scene: Scene, figure: Figure) -> bool:
    """Tell if drugs are said to be those of their users: in the list item `Pemakai ganja 12`, in `Zatnya sabu 15`."""
    words, first = scene.tokens.words, scene.bounds[figure.segment][0]
    if words[first] in scene.vocabulary["zatnya"]:
        return True
    return scene.segments[figure.segment].kind == "item" and any(
        part.meanings[0].axis == "zat"
        and first < part.first < figure.first
        and words[part.first - 1] in scene.vocabulary["pemakai"]
        for part in scene.parts[figure.segment]
    )
