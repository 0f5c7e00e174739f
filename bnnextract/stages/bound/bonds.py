"""Figures of a sentence to what binds them: their roles, years of their own, and which of them go together."""

from __future__ import annotations

from collections.abc import Mapping

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import BARE, NONE, PERCENT, ConstructionBook
from bnnextract.knowledge.units import MEASURED
from bnnextract.stages.bound.roles import RoleMention, find_roles
from bnnextract.stages.dated.adjoining import bind_years
from bnnextract.stages.dated.comparing import compared, compared_ahead_of
from bnnextract.stages.found.scenes import Figure, PlacedPeriod, Scene

# How far before a group the number of some of it may stand.
_GROUP_REACH = 3


@frozen()
class Bonds:
    """What binds the figures of a segment: their roles, the years that are figures' own, and which figures go together.

    `among` are the groups of which a number alone before them is a part: `dua dari lima tersangka`.
    """

    roles: Mapping[Figure, RoleMention]
    years: Mapping[Figure, PlacedPeriod]
    groups: Mapping[Figure, tuple[Figure, ...]]
    among: frozenset[Figure]


def bind(scene: Scene, index: int, book: ConstructionBook) -> Bonds:
    """Find what binds the figures of a segment."""
    roles = find_roles(scene, index, book)
    groups: dict[Figure, tuple[Figure, ...]] = {}
    for figure, role in roles.items():
        if role.base is not None:
            groups[figure] = (*groups.get(figure, ()), role.base)
            groups[role.base] = (*groups.get(role.base, ()), figure)
    groups |= {
        figure: (*groups[figure], *(other for other, change in roles.items() if _is_change_of(role.base, change)))
        for figure, role in roles.items()
        if role.role == "former" and role.base is not None
    }
    among = {group: figure for figure in scene.figures[index] if (group := _group_of(scene, figure, roles))}
    groups |= {figure: (group,) for group, figure in among.items()}
    years = {
        figure: period
        for figure, period in bind_years(scene, index).items()
        if not _is_vetoed(roles.get(figure)) or compared(scene, period)
    }
    years |= {
        figure: period
        for figure, role in roles.items()
        if role.role == "former" and figure not in years and (period := compared_ahead_of(scene, figure))
    }
    return Bonds(roles, years, groups, frozenset(among))


def _is_vetoed(role: RoleMention | None) -> bool:
    """Tell if a figure is no statistic: the year behind it is the next one's.

    `Semasa gerakan 100 ribu pengguna tahun 2015, BNNK Batu menangani 312 orang`.
    """
    return role is not None and role.role == "veto"


def _group_of(scene: Scene, figure: Figure, roles: Mapping[Figure, RoleMention]) -> Figure | None:
    """Give the group that a number alone tells a part of: `41 dari 44 klien`, unless that is a target."""
    own = scene.figures[figure.segment]
    after = own.index(figure) + 1
    if figure.letter != BARE or figure in roles or after == len(own) or _has_role(roles.get(own[after])):
        return None
    group = own[after]
    between = scene.tokens.words[figure.last : group.first]
    counted = group.letter not in {BARE, NONE, PERCENT} and group.quantity.unit not in MEASURED
    return group if counted and between[:1] == ("dari",) and len(between) <= _GROUP_REACH else None


def _is_change_of(value: Figure | None, role: RoleMention) -> bool:
    """Tell if a figure is what one rose by: it goes with the earlier one, too, `turun 0,2 persen, dari 1,9 menjadi 1,7`."""
    return role.role == "change" and role.base is value


def _has_role(role: RoleMention | None) -> bool:
    return role is not None and role.role != "veto"
