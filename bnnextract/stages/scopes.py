"""Whether others are counted in a figure with its office, where the sentence tells it."""

from __future__ import annotations

from itertools import chain

from bnnextract.model import Scope
from bnnextract.stages.scenes import Figure, Placed, PlacedOffice, Scene

# How many words may stand between an office and those that it is joined with.
_NEAR = 4


def scope_of(scene: Scene, figure: Figure, code: str | None) -> Scope | None:
    """Tell if a figure is of its office alone, with the offices below it, or with other bodies; None where it is not told."""
    offices = [office for office in scene.offices[figure.segment] if office.mention.kind != "generic"]
    if code is None or not offices or any(office.code != code for office in offices):
        return None
    office = min(offices, key=lambda office: scene.distance(office.last, figure.first) + scene.distance(figure.last, office.first))
    return None
