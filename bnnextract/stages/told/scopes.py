"""Whether a figure counts in others than its office, where the sentence tells it."""

from __future__ import annotations

from bnnextract.model import Scope
from bnnextract.stages.found.scenes import Figure, PlacedOffice, Scene

# How many words may stand between an office and those who are named with it.
_NEAR = 4


def scope_of(scene: Scene, figure: Figure, code: str | None) -> Scope | None:
    """Tell if a figure is of its office alone, with the offices below it or with other bodies; None where that is not told.

    What stands with the nearest mention of the office decides.
    """
    mentions = [office for office in scene.offices[figure.segment] if office.mention.kind != "generic"]
    if code is None or not mentions:
        return None
    office = min(mentions, key=lambda office: _away(scene, office, figure))
    if office.code != code or _parted(scene, office, figure):
        return None
    words, vocabulary = scene.tokens.words, scene.vocabulary
    first, end = scene.bounds[figure.segment]
    before = words[office.first - 1] if office.first > first else ""
    after = words[office.last] if office.last < end else ""
    if before in vocabulary["khusus"] or after in vocabulary["sendiri"]:
        return "own"
    start, scope = office.first, _company(scene, office)
    if scope is None and (partner := _partner_before(scene, office)) is not None:
        start, scope = partner, "joint"
    # Where or with whom something happens, and who says it, tells nothing of who did it.
    if start > first and words[start - 1] in vocabulary["melibatkan|jabatan"]:
        return None
    return scope


def _away(scene: Scene, office: PlacedOffice, figure: Figure) -> int:
    return scene.distance(office.last, figure.first) + scene.distance(figure.last, office.first)


def _parted(scene: Scene, office: PlacedOffice, figure: Figure) -> bool:
    """Tell if another clause begins between an office and a figure."""
    between = scene.tokens.words[min(office.last, figure.last) : max(office.first, figure.first)]
    return not scene.vocabulary["batas_cakupan"].isdisjoint(between)


def _company(scene: Scene, office: PlacedOffice) -> Scope | None:
    """Tell whom a list that begins with an office goes on with."""
    words, end = scene.tokens.words, scene.bounds[office.segment][1]
    below = {other.first for other in scene.offices[office.segment] if other.mention.kind == "generic"}
    bodies = {agency.first for agency in scene.agencies[office.segment]}
    joining, filling = scene.vocabulary["beserta"], scene.vocabulary["seluruh"]
    joined = False
    for at in range(office.last, min(end, office.last + _NEAR + 1)):
        if joined and (at in below or words[at] in scene.vocabulary["jajaran"]):
            return "branches" if office.mention.level != "kabkota" else None
        if joined and (at in bodies or words[at] in scene.vocabulary["mitra"]):
            return "joint"
        if words[at] not in joining and words[at] not in filling:
            return None
        joined = joined or words[at] in joining
    return None


def _partner_before(scene: Scene, office: PlacedOffice) -> int | None:
    """Give where a body begins that an office is joined to (`Polda Riau bersama BNNP Riau`)."""
    near = (agency for agency in scene.agencies[office.segment] if agency.last <= office.first <= agency.last + _NEAR)
    return next((agency.first for agency in near if _joins(scene, agency.last, office.first)), None)


def _joins(scene: Scene, first: int, end: int) -> bool:
    """Tell if the words from one to before another join what stands on both sides."""
    between = set(scene.tokens.words[first:end])
    joining = scene.vocabulary["beserta"]
    return not joining.isdisjoint(between) and between <= joining | scene.vocabulary["seluruh"]
