"""Figures to the place that their sentence or paragraph has turned to: `Lain cerita di Kabupaten Sigi. Ada 79 kasus …`."""

from __future__ import annotations

from bnnextract.knowledge.gazetteer import PROVINCE_DIGITS, PlaceMention
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.parted.labels import Breakdown, wording


def topic_place(scene: Scene, figure: Figure, places: tuple[PlaceMention, ...], office: str | None) -> Breakdown | None:
    """Find the place that a sentence opens with, or that the one before turns to, if it is not the office's own.

    Only a city's or regency's office has figures of another region without naming the office there.
    """
    if office is None or len(office) == PROVINCE_DIGITS:
        return None
    at = next((at for at in range(len(places) - 1, -1, -1) if places[at].last <= figure.first), None)
    if at is None:
        return None
    place, segment, paragraph = places[at], figure.segment, scene.segments[figure.segment].paragraph
    while scene.bounds[segment][0] > place.first:
        if any(mention.first < figure.first for mention in scene.offices[segment]) or not segment:
            return None
        segment -= 1
        if scene.segments[segment].paragraph != paragraph:
            return None
    first = scene.bounds[segment][0]
    if any(mention.first < figure.first for mention in scene.offices[segment]) or (at and places[at - 1].first >= first):
        return None
    if not (_opens(scene, first, place) or _closes(scene, segment, place)) or not _is_beside(scene, place, office):
        return None
    words = wording(scene, place.first, place.last)
    return Breakdown(words, {"tempat": words})


def _is_beside(scene: Scene, place: PlaceMention, office: str) -> bool:
    """Tell if a place is named as a region beside an office's own: `Kabupaten Sigi`, `di Sigi`."""
    words = scene.tokens.words
    region = words[place.first] in scene.vocabulary["sebutan_daerah"] or words[place.first - 1] in scene.vocabulary["setempat"]
    near = (code for code in place.codes if code != office and code.startswith(office[:PROVINCE_DIGITS]))
    return region and office not in place.codes and any(len(code) > PROVINCE_DIGITS for code in near)


def _opens(scene: Scene, first: int, place: PlaceMention) -> bool:
    """Tell if a sentence opens with a place: `Adapun Kabupaten Sigi relatif aman, …`, `Di Sigi tercatat …`."""
    opening = scene.tokens.words[first : place.first]
    return scene.vocabulary.joined("khusus", "perihal", "peralihan", "dalam", "setempat").issuperset(opening)


def _closes(scene: Scene, segment: int, place: PlaceMention) -> bool:
    """Tell if a sentence without a figure ends with a place: `Lain cerita di Kabupaten Sigi.`."""
    after = scene.tokens.words[place.last : scene.bounds[segment][1]]
    return not scene.figures[segment] and scene.vocabulary["penutup"].issuperset(after)
