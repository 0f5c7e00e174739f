"""Parts named as the subject of a sentence, `Klien perempuan BNNK Batu pada 2024 sebanyak 12 orang`, or as a heading."""

from __future__ import annotations

from bnnextract.knowledge.indicators import CALLING, Indicator, ranked
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.parted.labels import Breakdown, part_told

# How many words of its own a sentence has between its subject and the figure, at most.
_REACH = 10
# How many words the noun before a part has at most; the axis of what suspects are.
_NOUN, _ROLE = 2, "peran"
# What those are, or use, whom or which a sentence is on.
_AXES = frozenset({"kelamin", "usia", "pekerjaan", "pendidikan", "peran", "kewarganegaraan", "status", "zat"})
# Between some and the group that they are of.
_OF = "dari"
# What one uses, behind who one is.
_PAIR = 2
# How long a word for what was done is at least.
_SHORTEST_DEED = 6


def part_of_subject(scene: Scene, figure: Figure, indicator: Indicator) -> Breakdown | None:
    """Find the part that stands right behind what a sentence counts, its first words, with whose or when before the figure.

    Those who are cared for may be named alone: `Pelajar yang direhabilitasi BNNK Batu mencapai 12 orang`.
    """
    segment = figure.segment
    if scene.figures[segment][0] is not figure:
        return None
    words, (first, _) = scene.tokens.words, scene.bounds[segment]
    told = {at for period in scene.periods[segment] for at in range(period.first, period.last)}
    named = {at for office in scene.offices[segment] for at in range(office.first, office.last)}
    start = first
    while start < figure.first and (start in told or words[start] in scene.vocabulary["banyaknya|pada|perihal"] | {","}):
        start += 1
    parts = [
        hit
        for hit in scene.parts[segment]
        if hit.first not in named
        and hit.last <= figure.first
        and hit.meanings[0].fits(indicator.name)
        and not hit.meanings[0].listed
        and hit.meanings[0].axis in _AXES - {*indicator.plain}
    ]
    if len(parts) == _PAIR and parts[0].last == parts[1].first and parts[0].meanings[0].axis == _ROLE:
        parts = parts[1:]  # `pengguna sabu`
    if len(parts) != 1 or parts[0].first - start > _NOUN:
        return None
    hit = parts[0]
    calls = any(h.first <= start < h.last and hit.first <= h.last and ranked(h, CALLING) for h in scene.hits[segment])
    opens = hit.first == start + (words[start] in scene.vocabulary["orangnya"] and hit.first > start)
    alone = opens and words[hit.last] == "yang" and (indicator.cared_for or hit.meanings[0].axis == _ROLE)
    between = [at for at in range(hit.last, figure.first) if at not in told and at not in named]
    if not (calls or alone) or len(between) > _REACH:
        return None
    apart = scene.vocabulary["daftar|disertai"] | {",", "dari"}
    owned = len(between) < figure.first - hit.last or any(_is_deed(words[at]) for at in between)
    return part_told(scene, hit) if owned and apart.isdisjoint(words[at] for at in between) else None


def part_over(scene: Scene, figure: Figure, indicator: Indicator) -> Breakdown | None:
    """Find the part that is all of the heading right over a figure alone in its line: `Perempuan ¶ 12 orang`."""
    own = scene.segments[figure.segment]
    if own.kind != "item" or own.head != figure.segment - 1 or scene.bounds[figure.segment] != (figure.first, figure.last):
        return None
    first, last = scene.bounds[own.head]
    for hit in scene.parts[own.head]:
        part = hit.meanings[0]
        if hit.first == first and last - hit.last <= 1 and part.fits(indicator.name) and part.axis not in indicator.plain:
            return part_told(scene, hit)
    return None


def part_predicated(scene: Scene, figure: Figure, indicator: Indicator) -> Breakdown | None:
    """Find the part that a sentence says those are whom a figure counts: `70 persen klien BNNK Batu pada 2024 adalah pria`."""
    words, last = scene.tokens.words, scene.bounds[figure.segment][1]
    if words[figure.first - 1] == _OF:
        return None  # `tujuh dari 18 tersangka merupakan warga asing`: the seven are
    end = next((other.first for other in scene.figures[figure.segment] if other.first >= figure.last), last)
    said = next((at for at in range(figure.last, end) if words[at] in scene.vocabulary["kopula"]), None)
    if said is None or "," in words[figure.last : said]:
        return None
    start = said + 1 + (words[said + 1 : said + 2] != () and words[said + 1] in scene.vocabulary["orangnya"])
    for hit in scene.parts[figure.segment]:
        part = hit.meanings[0]
        if hit.first in {said + 1, start} and part.fits(indicator.name) and part.axis in _AXES - {*indicator.plain}:
            return part_told(scene, hit)
    return None


def _is_deed(word: str) -> bool:
    return word.startswith("di") and len(word) >= _SHORTEST_DEED
