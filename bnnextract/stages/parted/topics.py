"""Figures to what their sentence or paragraph has turned to: `Lain cerita di Kabupaten Sigi. Ada 79 kasus …`."""

from __future__ import annotations

from bnnextract.knowledge.gazetteer import PROVINCE_DIGITS, PlaceMention
from bnnextract.knowledge.indicators import NAMING, Indicator, ranked
from bnnextract.stages.found.bodies import name_end
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.parted.labels import Breakdown, wording

# How many words of its sentence may stand between the name that it opens with and the first figure.
_SUBJECT_REACH = 10
# How many may stand from a place that has most up to the figure.
_LEADING_REACH = 16
# How many list items may tell of a village that is named over them.
_ITEMS_REACH = 8
# The words of a numbered spot.
_NUMBERED = 2


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
    return scene.vocabulary["khusus|perihal|peralihan|dalam|setempat"].issuperset(opening)


def _closes(scene: Scene, segment: int, place: PlaceMention) -> bool:
    """Tell if a sentence without a figure ends with a place: `Lain cerita di Kabupaten Sigi.`."""
    after = scene.tokens.words[place.last : scene.bounds[segment][1]]
    return not scene.figures[segment] and scene.vocabulary["penutup"].issuperset(after)


def named_subject(scene: Scene, figure: Figure, indicator: Indicator) -> Breakdown | None:
    """Find the village, or the institution that cares for people, whose first figure a sentence tells that opens with it.

    `Kalurahan Temas, Batu, punya tujuh agen pemulihan`, `Ponpes Harapan merawat inap 17 orang`. A name that calls what is
    counted is none, `Desa Bersinar kini sembilan`, nor is one where an office comes between that does not own it.
    """
    words, first = scene.tokens.words, scene.bounds[figure.segment][0]
    if scene.figures[figure.segment][0] is not figure or scene.where == "title":
        return None
    openers = scene.vocabulary["khusus|perihal|peralihan|asal|pembuka_kutipan|bilangan_tingkat"]
    while first < figure.first and words[first] in openers:
        first += 1
    in_care = indicator.cared_for and words[first] in scene.vocabulary["rawatan|lembaga"]
    called = words[first] in scene.vocabulary["sebutan_desa"]
    if first == figure.first or not (in_care or called or _is_village(scene, first, figure.first)):
        return None
    last = first + 1
    while last < figure.first and scene.text[scene.tokens.starts[last]].isupper():
        last += 1
    if (
        scene.vocabulary["pelengkap_sebutan"].issuperset(words[first + (in_care or called) : last])
        or figure.first - last > _SUBJECT_REACH
    ):
        return None
    if _is_one_of_several(scene, last, figure.first) or _told_by_other(scene, figure, first):
        return None
    if not in_care and _calls(scene, figure.segment, first, last):
        return None
    name = wording(scene, first, last)
    return Breakdown(name, {"lembaga" if in_care else "tempat": name})


def host_told(scene: Scene, figure: Figure) -> Breakdown | None:
    """Find the institution where some of those tested were, before or right behind them: `Di Dinas Sosial (Dinsos) ada 9`.

    Before them it opens the sentence, and no other figure stands between: `Terakhir Kantor Camat Batu, 24 orang`.
    """
    words, first = scene.tokens.words, scene.bounds[figure.segment][0]
    if scene.where == "title":
        return None
    kinds = scene.vocabulary["jenis_badan|instansi_tes"]
    start, last = figure.last, scene.bounds[figure.segment][1]
    if scene.figures[figure.segment][0] is figure and kinds.isdisjoint(words[start : start + 1]):
        start = first
        openers = scene.vocabulary["perihal|peralihan|dalam|pembuka_kutipan|bilangan_tingkat|berjumlah|penutup"]
        while start < figure.first and words[start] in openers:
            start += 1
    if start == last or words[start] not in kinds:
        return None
    end = name_end(scene.text, scene.tokens, start, last)
    if end == start + 1 or (start < figure.first and not scene.vocabulary["pengisi"].issuperset(words[end : figure.first])):
        return None
    name = wording(scene, start, end)
    return Breakdown(name, {"lembaga": name})


def leading_place(scene: Scene, figure: Figure, places: tuple[PlaceMention, ...], office: str | None) -> Breakdown | None:
    """Find the place that a sentence opens with as that of most or least: `Bantul yang terbanyak dengan 23 kalurahan`.

    The office's own is none, nor is one where an office comes between.
    """
    first = scene.bounds[figure.segment][0]
    said = scene.tokens.words[first : figure.first]
    if len(said) > _LEADING_REACH or scene.figures[figure.segment][0] is not figure:
        return None
    if scene.vocabulary["peringkat_pertama"].isdisjoint(said) or _told_by_other(scene, figure, first):
        return None
    inside = [place for place in places if first <= place.first and place.last <= figure.first]
    if len(inside) != 1 or office in inside[0].codes or not _opens(scene, first, inside[0]):
        return None
    name = wording(scene, inside[0].first, inside[0].last)
    return Breakdown(name, {"tempat": name})


def numbered(scene: Scene, figure: Figure) -> Breakdown | None:
    """Find the numbered spot or stage that a sentence or list item opens with: `Titik 4, luas 1,5 ha`, `Titik kedua 1 ha`."""
    words, first = scene.tokens.words, scene.bounds[figure.segment][0]
    while first < figure.first and words[first] in scene.vocabulary["peralihan|asal|pembuka_kutipan"]:
        first += 1
    if words[first] not in scene.vocabulary["bernomor"] or first + _NUMBERED > figure.first:
        return None
    number, sign = words[first + 1 : first + _NUMBERED + 1]
    counted = number.isdigit() or number in scene.vocabulary["angka_romawi"]
    # `Kasus terakhir` is the latest.
    in_words = number in scene.vocabulary["bilangan_tingkat"] and words[first] not in scene.vocabulary["peristiwa"]
    if not in_words and not (counted and sign in scene.vocabulary["sesudah_nomor"]):
        return None
    name = wording(scene, first, first + _NUMBERED)
    return Breakdown(name, {"lain": name})


def place_over(scene: Scene, figure: Figure) -> Breakdown | None:
    """Find the village that an item or heading without a figure names over items on it: `2. Desa Temas`, `- Luas: 2 ha`."""
    segment = figure.segment
    if scene.segments[segment].kind != "item" or len(scene.figures[segment]) > 1:
        return None
    for at in range(segment - 1, max(-1, segment - 1 - _ITEMS_REACH), -1):
        if scene.segments[at].kind == "sentence":
            return None
        first, last = scene.bounds[at]
        while first < last and not scene.tokens.words[first].isalpha():
            first += 1
        if first < last and scene.tokens.words[first] in scene.vocabulary["sebutan_desa"]:
            end = first + 1
            while end < last and scene.text[scene.tokens.starts[end]].isupper():
                end += 1
            told = any(other.last > first for other in scene.figures[at])
            named = not told and not scene.vocabulary["pelengkap_sebutan"].issuperset(scene.tokens.words[first + 1 : end])
            name = wording(scene, first, end)
            return Breakdown(name, {"tempat": name}) if named else None
    return None


def _is_one_of_several(scene: Scene, last: int, end: int) -> bool:
    """Tell if a name is the first of a list, `Desa Temas dan Beji`, and not told with where it lies: `Desa Temas, Batu,`.

    `last` is where it ends, `end` where the figure behind begins.
    """
    words = scene.tokens.words
    if words[last] == "," and last < end:
        last += 1
        while last < end and scene.text[scene.tokens.starts[last]].isupper():
            last += 1
        last += last < end and words[last] == ","
    return last < end and words[last] in scene.vocabulary["daftar"]


def _is_village(scene: Scene, first: int, end: int) -> bool:
    """Tell if a name behind `di` is that of a village by where it lies: `Di Temas, Kecamatan Batu, ada 12 agen pemulihan`."""
    words, last = scene.tokens.words, first
    while last < end and scene.text[scene.tokens.starts[last]].isupper():
        last += 1
    lies = words[last : last + 1] == (",",) and words[last + 1] in scene.vocabulary["sebutan_desa"]
    return first < last and words[first - 1] in scene.vocabulary["dalam"] and lies


def _told_by_other(scene: Scene, figure: Figure, first: int) -> bool:
    """Tell if an office that does not own what is named stands between the name and the figure."""
    offices = (office.first for office in scene.offices[figure.segment] if first <= office.first < figure.first)
    return any(scene.tokens.words[office - 1] not in scene.vocabulary["berkat"] for office in offices)


def _calls(scene: Scene, segment: int, first: int, last: int) -> bool:
    """Tell if some words call what is counted."""
    return any(hit.first < last and hit.last > first and ranked(hit, NAMING) for hit in scene.hits[segment])
