"""Figures to parts of breakdowns: the drug, sex, age, place, role that a figure is told for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bnnextract.knowledge.gazetteer import PlaceMention
from bnnextract.knowledge.indicators import Part
from bnnextract.stages.scenes import Figure, Scene

# The indicators that are told by drug, wherever in the clause the drug stands.
_BY_DRUG = frozenset({"pemberantasan.barang_bukti", "pemberantasan.pemusnahan", "pemberantasan.nilai_barang_bukti"})
_DRUG_REACH = 12
_REACH = 3
_LABEL_LENGTH = 6
_FILLERS = frozenset(
    "sebanyak berjumlah ada hanya yakni yaitu adalah sebesar mencapai menangani melayani tercatat masing-masing dengan merawat "
    "sekitar sejumlah : – - menyumbang juga kebagian berada di dari oleh itu baru sudah atas untuk dipakai memiliki berikutnya".split()
)
_AGE_NOUNS = frozenset({"tahun", "thn", "th"})
_AGE_WORDS = ("di atas", "di bawah", "diatas", "dibawah", "umur", "usia")


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The part a figure is told for: in the article's words, and by axis in canonical values."""

    category: str | None
    parts: Mapping[str, str]


WHOLE = Breakdown(None, {})


def find_breakdown(
    scene: Scene, figure: Figure, indicator: str, places: tuple[PlaceMention, ...], before: Breakdown | None, *, listed: bool
) -> Breakdown:
    """Find the part that a figure is told for.

    `before` is the part of the figure whose indicator this one takes over, `listed` tells that it stands in a list of parts.
    """
    if indicator in _BY_DRUG:
        found = _nearest_part(scene, figure, _DRUG_REACH, drugs=True)
        if found is None and before is not None:
            return before
        return found or WHOLE
    found = _age(scene, figure) or _nearest_part(scene, figure, _REACH, drugs=False)
    if found is not None and not _names_indicator(found, indicator):
        return found
    if listed:
        return _place(scene, figure, places) or _label(scene, figure) or WHOLE
    return WHOLE


def _names_indicator(found: Breakdown, indicator: str) -> bool:
    """Tell if the part only repeats what the indicator counts."""
    return (indicator == "pemberdayaan.tes_urine_positif" and "status" in found.parts) or (
        indicator.startswith("rehabilitasi") and found.parts.get("peran") == "pengguna"
    ) or indicator.startswith("survei") and found.parts.get("peran") == "pengguna"


def _nearest_part(scene: Scene, figure: Figure, reach: int, *, drugs: bool) -> Breakdown | None:
    best: tuple[int, str, Part] | None = None
    for hit in scene.hits[figure.segment]:
        part = next((m for m in hit.meanings if isinstance(m, Part) and (m.axis == "zat") == drugs), None)
        if part is None:
            if drugs:
                continue
            part = next((m for m in hit.meanings if isinstance(m, Part)), None)
            if part is None:
                continue
        if hit.last <= figure.first:
            away = scene.distance(hit.last, figure.first) * 2 + 1
        elif hit.first >= figure.last:
            away = scene.distance(figure.last, hit.first) * 2
        else:
            away = 0
        if away <= reach * 2 and (best is None or away < best[0]):
            best = away, " ".join(scene.tokens.words[hit.first : hit.last]), part
    if best is None:
        return None
    _, words, part = best
    return Breakdown(words, {part.axis: part.value})


def _age(scene: Scene, figure: Figure) -> Breakdown | None:
    """Find an age group told on the left: `usia 18 sampai 45 tahun, yakni 52 orang`."""
    for other in scene.figures[figure.segment]:
        noun = other.quantity.noun
        if noun and noun.lower() in _AGE_NOUNS and other.last <= figure.first:
            between = scene.steps[figure.first] - scene.steps[other.last]
            if between <= _REACH + 10 and not any(
                other.last <= third.first < figure.first for third in scene.figures[figure.segment] if third is not figure
            ):
                start = other.quantity.extent.start
                words = scene.lowered[max(0, start - 10) : start].split()
                prefix = " ".join(words[-2:]) + " " if " ".join(words[-2:]) in _AGE_WORDS else ""
                text = prefix + scene.lowered[start : other.quantity.extent.end]
                return Breakdown(text, {"usia": text.replace(" tahun", "")})
    return None


def _left_label(scene: Scene, figure: Figure) -> tuple[int, int]:
    """Give the tokens of the words that lead to a figure, back to the boundary before them, fillers at the end left off."""
    first = scene.bounds[figure.segment][0]
    start = end = figure.first
    words = scene.tokens.words
    while end > first and words[end - 1] in _FILLERS:
        end -= 1
    start = end
    taken = {token for other in scene.figures[figure.segment] for token in range(other.first, other.last)}
    while start > first and end - start < _LABEL_LENGTH:
        word = words[start - 1]
        if start - 1 in taken or word in {",", ";", ".", "(", ")", "dan", "serta", "disusul", "kemudian", "lalu", "ke", "•", '"', "“"}:
            break
        start -= 1
    return start, end


def _place(scene: Scene, figure: Figure, places: tuple[PlaceMention, ...]) -> Breakdown | None:
    start, end = _left_label(scene, figure)
    for place in places:
        if place.first < end and place.last > start:
            words = " ".join(scene.tokens.words[place.first : place.last])
            return Breakdown(words, {"tempat": words})
    after = next((place for place in places if place.first >= figure.last and scene.distance(figure.last, place.first) <= 1), None)
    if after is not None:
        words = " ".join(scene.tokens.words[after.first : after.last])
        return Breakdown(words, {"tempat": words})
    return None


def _label(scene: Scene, figure: Figure) -> Breakdown | None:
    """Take a capitalised label before the figure for the name of a part: `Yayasan Harapan 12 klien`."""
    start, end = _left_label(scene, figure)
    while start < end and not scene.text[scene.tokens.starts[start]].isupper():
        start += 1
    if start == end:
        return None
    words = " ".join(scene.tokens.words[start:end])
    return Breakdown(words, {"lain": words})
