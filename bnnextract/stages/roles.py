"""Figures of a segment to roles: which is a target, an achievement, a change, and which is no statistic at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from bnnextract.knowledge.constructions import BARE, ROLES, Construction, ConstructionBook, Role
from bnnextract.stages.scenes import Mask

_ONE_UNIT = frozenset({"value", "target", "former"})


@dataclass(frozen=True, slots=True)
class RoleMention:
    """The role that a construction gives a figure. `base` is the figure it belongs to, None where the construction does not
    tell. Figures are given by their place in the masked segment.
    """

    role: Role
    construction: Construction
    base: int | None
    sign: Literal["+", "-"] | None


def find_roles(masked: Mask, head: Sequence[str], book: ConstructionBook) -> dict[int, RoleMention]:
    """Give the roles of the figures in a masked segment, by the figure's offset; the first construction to claim one wins.

    `head` are the words of the heading over the segment.
    """
    found: dict[int, RoleMention] = {}
    places = {place for word in (*masked.words, "") for place in book.triggered.get(word, ())}
    for construction, pattern in map(book.patterns.__getitem__, sorted(places)):
        if construction.head and not _in_order(construction.head, head):
            continue
        for match in pattern.finditer(masked.text, overlapped=True):
            if not construction.named or match.start() in masked.named:
                _claim(match, construction, masked.text, found)
    return found


def _in_order(words: Sequence[str], head: Sequence[str]) -> bool:
    """Tell if all words stand in a heading in their order."""
    left = iter(head)
    return all(any(word == other for other in left) for word in words)


def _claim(match: regex.Match[str], construction: Construction, masked: str, found: dict[int, RoleMention]) -> None:
    spans = match.capturesdict()
    claims: list[tuple[int, Role]] = [
        (match.starts(role)[number], role) for role in ROLES if role in spans for number in range(len(spans[role]))
    ]
    # A value and its target are counted in one unit.
    units = {masked[at] for at, role in claims if role in _ONE_UNIT and masked[at] != BARE}
    if len(units) > 1:
        return
    # A construction that binds several figures holds as a whole or not at all.
    if any(at in found and (found[at].role, role) != ("value", "value") for at, role in claims):
        return
    base = next((at for at, role in claims if role == "value"), None)
    if base is None:
        base = next((at for at, role in claims if role == "target" and len(claims) > 1), None)
    for at, role in claims:
        if at not in found:
            found[at] = RoleMention(role, construction, base if base != at else None, construction.sign)


def fold(roles: Sequence[RoleMention]) -> tuple[str, ...]:
    """Name the constructions of some roles, each once."""
    return tuple(dict.fromkeys(role.construction.name for role in roles))
