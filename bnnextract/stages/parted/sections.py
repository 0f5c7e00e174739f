"""Budgets to the section that they are of: `Seksi Umum Rp 1,2 miliar, terserap Rp 1,1 miliar (91 persen)`."""

from __future__ import annotations

from bnnextract.knowledge.indicators import Indicator
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.parted.labels import WHOLE, Breakdown, part_told, wording

# The axis that sections are of, and that of what became of the money.
_SECTION, _STATUS = "lain", "status"
# Within how many words behind a sum the one stands that it is out of.
_OUT_OF_REACH = 12


def with_section(scene: Scene, figure: Figure, indicator: Indicator, found: Breakdown, headed: Breakdown | None) -> Breakdown:
    """Give the part that was `found` with the section that its sentence named before, which holds for all that follows.

    A section without a status is of the one that the words up to the figure begin with (`headed`), or of the usual one:
    `anggaran pemberantasan Rp 500 juta` is allotted. What a sentence sums up is of no section.
    """
    section = found if _SECTION in found.parts else _named_before(scene, figure, indicator)
    if section is None or section.category is None:
        return found
    if indicator.default_part is None:
        return section
    status = found if _STATUS in found.parts else headed or usual_part(scene, figure, indicator)
    if status.category is None or status.category in section.category.split():
        return section
    return Breakdown(f"{status.category} {section.category}", {**status.parts, _SECTION: section.parts[_SECTION]})


def usual_part(scene: Scene, figure: Figure, indicator: Indicator) -> Breakdown:
    """Give the part of a sum that tells none: what was spent where it is told to be out of another, else the usual one."""
    part = (_is_out_of_another(scene, figure) and indicator.spent_part) or indicator.default_part
    return Breakdown(part, {_STATUS: part}) if part else WHOLE


def _is_out_of_another(scene: Scene, figure: Figure) -> bool:
    """Tell if a sum is told to be out of another, over its share: `Rp 1,1 miliar (98 persen) dari pagu Rp 1,2 miliar`."""
    following = next((o for o in scene.figures[figure.segment] if o.first >= figure.last and o.letter == figure.letter), None)
    if following is None or following.first - figure.last > _OUT_OF_REACH:
        return False
    between = scene.tokens.words[figure.last : following.first]
    at = between.index("dari") if "dari" in between else len(between)
    return not scene.vocabulary["sebutan_dana|total"].isdisjoint(between[at:])


def _named_before(scene: Scene, figure: Figure, indicator: Indicator) -> Breakdown | None:
    """Find the section that a sentence named last before a figure."""
    for hit in reversed(scene.parts[figure.segment]):
        part = hit.meanings[0]
        if part.axis != _SECTION or hit.last > figure.first or not part.fits(indicator.name):
            continue
        if scene.tokens.words[hit.first - 1] in scene.vocabulary["jabatan"]:
            continue  # `Kepala Seksi Umum`
        if not scene.vocabulary["total"].isdisjoint(scene.tokens.words[hit.last : figure.first]):
            return None
        told = part_told(scene, hit)
        calls = scene.tokens.words[hit.first] in scene.vocabulary["sebutan_dana"]
        name = wording(scene, hit.first + calls, hit.last)
        return Breakdown(name, told.parts)
    return None
