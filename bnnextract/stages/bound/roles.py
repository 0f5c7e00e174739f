"""Figures of a segment to roles: which is a target, an achievement, a change, and which is no statistic at all."""

from __future__ import annotations

from typing import Literal

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import BARE, Claims, Construction, ConstructionBook, Role
from bnnextract.stages.bound.masking import Mask, follows_name, mask
from bnnextract.stages.found.scenes import Figure, Scene

# The roles that several constructions may give one figure.
_SHARED = frozenset({"value", "veto"})
# The roles whose figures are counted in one unit.
_ONE_UNIT = frozenset({"value", "target", "former"})


@frozen()
class RoleMention:
    """The role that a construction gives a figure.

    `base` is the figure it belongs to, None where the construction does not tell.
    """

    role: Role
    construction: Construction
    base: Figure | None

    @property
    def sign(self) -> Literal["+", "-"] | None:
        """Which way a change goes, where the construction tells."""
        return self.construction.sign


def find_roles(scene: Scene, segment: int, book: ConstructionBook) -> dict[Figure, RoleMention]:
    """Give the roles of the figures of a segment; the first construction to claim one wins."""
    masked = mask(scene, segment)
    over = scene.segments[segment].head
    head = scene.tokens.words[slice(*scene.bounds[over])] if over is not None else ()
    found: dict[Figure, RoleMention] = {}
    own = frozenset(figure.letter for figure in scene.figures[segment])
    for claimed in book.find(masked.text, masked.words, own, head):
        if not claimed.construction.named or follows_name(scene, segment, masked, claimed.start):
            _claim(claimed, masked, found)
        if len(found) == len(masked.figures):
            break
    return found


def _claim(claimed: Claims, masked: Mask, found: dict[Figure, RoleMention]) -> None:
    claims = [(masked.figures[at], role) for role, at in claimed.roles]
    # A value and its target are counted in one unit; several targets are of several things.
    units = {figure.letter for figure, role in claims if role in _ONE_UNIT and figure.letter != BARE}
    if len(units) > 1 and any(role in _ONE_UNIT - {"target"} for _, role in claims):
        return
    # A construction that binds several figures holds as a whole or not at all.
    if any(figure in found and not (found[figure].role == role and role in _SHARED) for figure, role in claims):
        return
    base = next((figure for figure, role in claims if role == "value"), None)
    if base is None and len(claims) > 1:
        base = next((figure for figure, role in claims if role == "target"), None)
    for figure, role in claims:
        if figure not in found:
            # Of several targets none is another one's.
            alone = base is figure or (role == "target" and (base, "target") in claims)
            found[figure] = RoleMention(role, claimed.construction, None if alone else base)
