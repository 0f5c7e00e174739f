"""What the words around a figure and those bound to it tell that it counts."""

from __future__ import annotations

from bnnextract.knowledge.constructions import BARE, NONE, PERCENT
from bnnextract.knowledge.indicators import Rank
from bnnextract.stages.bound.bonds import Bonds
from bnnextract.stages.counted.choices import Choice
from bnnextract.stages.counted.groups import said_of_group
from bnnextract.stages.counted.indicators import choose
from bnnextract.stages.counted.lone import row_of
from bnnextract.stages.decided.counting import of_one_unit
from bnnextract.stages.decided.discourse import Candidate, Discourse, Setting
from bnnextract.stages.found.scenes import Figure


def choose_counted(
    setting: Setting, figure: Figure, same: tuple[Candidate, ...], bonds: Bonds, discourse: Discourse
) -> Choice | None:
    """Choose what a figure counts; those that a construction binds to it count the same, as the strongest of them tells."""
    bound = [
        other
        for other in bonds.groups.get(figure, ())
        if BARE in {figure.letter, other.letter} or other.letter == figure.letter
    ]
    # Of a row of numbers the last one has the noun: `88, 102 dan 131 orang`.
    row = [other for other in row_of(setting.scene, figure) if other.first > figure.first and other.quantity.unit != "lainnya"]
    behind = [other for other in row if other.letter not in {BARE, NONE, PERCENT}]
    if figure.letter == BARE and behind:
        bound += behind
        same = of_one_unit(setting.scene, behind[0], same)
    last = discourse.before[-1] if discourse.before else None
    counted = [other for other in bound if figure.letter == BARE != other.letter]
    # What the one with a noun counts, the number alone beside it does: `dari 1,80 jadi 1,95 persen`.
    deciding = counted or [figure, *bound]
    role = bonds.roles.get(figure)
    if role is not None and role.role == "achievement" and role.base is not None:
        deciding = [figure, role.base]
    book, met = setting.book.indicators, setting.met
    group = next((other for other in bound if other in bonds.among), None)
    some = _some_of_group(setting, group, same, last) if group is not None else None
    if some is not None:
        return some
    told_as = role.role if role is not None and not (role.role == "achievement" and role.base is not None) else None
    choices = [choose(setting.scene, other, book, met, same, last, told_as) for other in deciding]
    fraction = figure.letter == BARE and not figure.whole  # `Indeks kepuasan klien 3,62`: so many are no people
    divisible = setting.book.units.divisible
    possible = (c for c in choices if c and not (fraction and divisible.get(c.indicator.units[0]) == "never"))
    return max(possible, key=lambda choice: choice.score, default=None)


def choose_group(setting: Setting, figure: Figure, bonds: Bonds) -> Choice | None:
    """Choose what all of a group count of which some are told, where that is said of them: `2 dari 60 sopir yang dites`."""
    said = said_of_group(setting.scene, figure, setting.book.indicators, setting.met) if figure in bonds.among else None
    if said is None:
        return None
    words = setting.scene.tokens.words[said.hit.first : said.hit.last]
    return Choice(said.indicator, Rank.NAME.strength, " ".join(words), "segment", named=True)


def _some_of_group(setting: Setting, group: Figure, same: tuple[Candidate, ...], last: Candidate | None) -> Choice | None:
    """Choose what some of a group count by what is said of them alone: `2 dari 60 sopir yang dites urine positif`."""
    book, met = setting.book.indicators, setting.met
    said = said_of_group(setting.scene, group, book, met)
    some = choose(setting.scene, group, book, met, same, last, without=said.hit) if said is not None else None
    if said is None or some is None or some.indicator is said.indicator:
        return None
    return some if some.indicator.whole in {said.indicator.name, said.indicator.special_of} else None
