"""Figures to candidates: each figure of a text with its role, indicator, part, office and year, or the reason it is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bnnextract.knowledge.constructions import BARE, PERCENT
from bnnextract.knowledge.gazetteer import PlaceMention
from bnnextract.model import Year
from bnnextract.rulebook import Rulebook
from bnnextract.stages.events import is_event
from bnnextract.stages.indicators import Choice, choose, needs_met
from bnnextract.stages.parts import WHOLE, Breakdown, find_breakdown
from bnnextract.stages.resolution import Ascription, Dating, Reporting, actor_of, ascribe, date_figure
from bnnextract.stages.roles import RoleMention, find_roles
from bnnextract.stages.scenes import Figure, Scene, mask

Slot = Literal["value", "target", "achievement", "change"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that tells a statistic: what it counts, for whom and when, and in which role."""

    figure: Figure
    slot: Slot
    choice: Choice
    breakdown: Breakdown
    ascription: Ascription
    dating: Dating
    event: bool
    pattern: str
    unit: str
    sign: Literal["+", "-"] | None = None
    base: Figure | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A figure that tells no statistic, with the reason."""

    figure: Figure
    pattern: str | None
    reason: str
    choice: Choice | None = None


def find_candidates(
    scene: Scene, book: Rulebook, report: Reporting, main: str | None, places: tuple[PlaceMention, ...]
) -> tuple[Candidate | LeftOut, ...]:
    """Decide every figure of a text, in order."""
    met = needs_met(scene)
    found: list[Candidate | LeftOut] = []
    before: list[tuple[Figure, Choice, str]] = []
    parts: dict[Figure, Breakdown] = {}
    carried_office: Ascription | None = None
    carried_year: Dating | None = None
    context: Year | None = None
    paragraph = -1
    for index, figures in enumerate(scene.figures):
        segment = scene.segment(index)
        if segment.paragraph != paragraph:
            paragraph = segment.paragraph
            # A new paragraph is about the article's office and year again, unless it is one of a list.
            if segment.kind != "item":
                carried_year = None
                if main is not None:
                    carried_office = None
        if figures:
            masked = mask(scene, index)
            roles = {masked.figures[at]: role for at, role in find_roles(masked.text, masked.words, book.constructions).items()}
            bases = {figure: masked.figures[role.base] for figure, role in roles.items() if role.base is not None}
            for figure in figures:
                decided = _decide(
                    scene, figure, roles.get(figure), bases.get(figure), book, met, before, parts, report, main,
                    carried_office, carried_year, context, places,
                )  # fmt: skip
                found.append(decided)
                if isinstance(decided, Candidate):
                    if decided.slot == "value" or decided.slot == "target":
                        before.append((figure, decided.choice, decided.unit))
                        parts[figure] = decided.breakdown
                    if decided.dating.mention is not None:
                        context = decided.dating.year
                        carried_year = replace(decided.dating, mention=None)
        carried_office = actor_of(scene, index, carried_office)
    return tuple(found)


def _decide(
    scene: Scene, figure: Figure, role: RoleMention | None, base: Figure | None, book: Rulebook, met: frozenset[int],
    before: Sequence[tuple[Figure, Choice, str]], parts: dict[Figure, Breakdown], report: Reporting, main: str | None,
    carried_office: Ascription | None, carried_year: Dating | None, context: Year | None, places: tuple[PlaceMention, ...],
) -> Candidate | LeftOut:  # fmt: skip
    veto = book.number_vetoes.veto(figure.quantity, scene.lowered)
    if veto:
        return LeftOut(figure, veto, f"veto {veto}")
    if role is not None and role.role == "veto":
        return LeftOut(figure, role.construction.name, f"veto {role.construction.name}")
    ascription = ascribe(scene, figure, main, carried_office)
    slot: Slot = "value" if role is None or role.role in {"value", "target_max"} else role.role  # type: ignore[assignment]
    choice = choose(scene, figure, book.indicators, met, before)
    if slot in {"achievement", "change"} and before:
        # What rises or is attained is the figure told before, or the one beside; the percentage itself counts nothing.
        choice = choice if choice and not choice.inherited and figure.letter != PERCENT else before[-1][1]
    if choice is None:
        return LeftOut(figure, None, "no phrase tells what it counts")
    if ascription.agency:
        return LeftOut(figure, "other-agency", f"figure of another body: {ascription.reason}", choice)
    if ascription.code is None:
        return LeftOut(figure, None, ascription.reason, choice)
    dating = date_figure(scene, figure, report, carried_year, context)
    inherited = choice.inherited and before
    listed = bool(before) and before[-1][0].segment == figure.segment and before[-1][1].indicator is choice.indicator or scene.segment(figure.segment).kind == "item"
    breakdown = find_breakdown(
        scene, figure, choice.indicator.name, places, parts.get(before[-1][0]) if inherited else None, listed=listed
    ) if slot == "value" or slot == "target" else WHOLE  # fmt: skip
    unit = figure.quantity.unit
    if figure.letter == BARE:
        if "indeks" in choice.indicator.units:
            unit = "indeks"
        elif choice.inherited:
            unit = before[-1][2]
        elif "lainnya" not in choice.indicator.units:
            unit = choice.indicator.units[0]
    return Candidate(
        figure, slot, choice, breakdown, ascription, dating,
        is_event(scene, figure, choice.indicator.name, dating, report),
        role.construction.name if role else f"{choice.indicator.name}", unit,
        role.sign if role else None, base,
    )  # fmt: skip
