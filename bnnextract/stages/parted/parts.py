"""Figures to parts of breakdowns: the drug, sex, age, place, role that a figure is told for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bnnextract.knowledge.constructions import BARE, LETTERS, PERCENT
from bnnextract.knowledge.gazetteer import PlaceMention
from bnnextract.knowledge.indicators import Indicator, Part
from bnnextract.knowledge.lexicon import Hit
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.parted.ages import PEOPLE, age_told
from bnnextract.stages.parted.drugs import AMOUNTS, drug_before, drug_told, is_total_of_drugs, points_at_drug
from bnnextract.stages.parted.kinds import kind_counted
from bnnextract.stages.parted.labels import (
    LABEL_LENGTH,
    WHOLE,
    Breakdown,
    at_own_clinic,
    cared_at,
    destination,
    index_named,
    label,
    name_before,
    next_labelled,
    part_told,
    place_told,
    whereabouts,
    without_brackets,
)
from bnnextract.stages.parted.predicates import end_of_some, predicate
from bnnextract.stages.parted.sections import usual_part
from bnnextract.stages.parted.subjects import part_of_subject, part_over, part_predicated
from bnnextract.stages.parted.tallies import clause_label, item_label, tally_label
from bnnextract.stages.parted.topics import host_told, leading_place, named_subject, numbered, place_over, topic_place

# How far any other part may stand on each side; what is said of state or course (`sudah P21`) may be told later.
_RIGHT, _RIGHT_STATUS, _LEFT = 1, 6, 2
# Axes whose parts are people.
_OF_PEOPLE = frozenset({"kelamin", "usia", "pekerjaan", "peran", "kewarganegaraan"})
# Where the noun itself is of these, all are so: `mengetes 1.115 karyawan`.
_COUNTED = frozenset({"pekerjaan", "pendidikan", "usia"})
# The letters of what is counted here and there.
_SOMEWHERE = frozenset({BARE, *(LETTERS[unit] for unit in ("orang", "kasus", "desa", "keluarga", "kegiatan", "jaringan"))})
# Where villages are tells which of all they are: `di Rote Ndao ada tiga desa`.
_VILLAGES = "desa"
# What worth is measured in.
_MONEY = "rupiah"
# How many words a clause on whom a figure counts has at most.
_CLAUSE = 8
# A word between two parts, and the first word of the second.
_PAIR = 2

Listed = Literal["no", "first", "yes"]


def find_breakdown(
    scene: Scene,
    figure: Figure,
    indicator: Indicator,
    cue: str,
    number: int,
    places: tuple[PlaceMention, ...],
    before: Breakdown | None,
    office: str | None,
    *,
    listed: Listed,
    some: bool,
    counted: bool,
    among_places: bool,
    headed: bool,
) -> Breakdown:
    """Find the part that a figure is told for.

    `cue` are the words that told the indicator, `number` is its place in the book, `before` is the part of the figure that
    this one takes its indicator from, `office` is whose the figure is, `listed` tells if it is one of a list of parts, or
    the first of what may be one, `some` if a whole of which it may be a part was told shortly before, `counted` if the
    noun that it counts may tell its part, `among_places` if the office's own place is a part beside another, `headed` if what a
    list item counts is told over it. An index is told by its name.
    """
    if indicator.by_drug:
        found = drug_told(scene, figure)
        if found is None and (indicator.units[0] != _MONEY or points_at_drug(scene, figure)):
            found = (None if is_total_of_drugs(scene, figure) else before) or drug_before(scene, figure)
        return found or WHOLE
    if "indeks" in indicator.units:
        told = index_named(scene, figure, indicator, cue) or tally_label(scene, figure, places, some=False)
        return told or Breakdown(cue, {"lain": cue})
    found = age_told(scene, figure, indicator) or _nearest(scene, figure, indicator, listed=False, counted=counted)
    if found is not None:
        return found
    if indicator.mixed and (found := _whom(scene, figure)):
        return found
    if found := _surveyed(scene, figure, indicator) or _held(scene, figure, indicator):
        return found
    if found := numbered(scene, figure) or place_over(scene, figure):
        return found
    somewhere = figure.letter in _SOMEWHERE and not indicator.national
    if somewhere and (found := named_subject(scene, figure, indicator)):
        return found
    if some and indicator.occurrence == "place" and (found := host_told(scene, figure)):
        return found
    own, single = None if among_places else office, listed == "no"
    alone = single and figure.quantity.unit != _VILLAGES
    found = place_told(scene, figure, places, own, behind_only=alone and not some, alone=alone, single=single)
    if found is None:
        found = kind_counted(scene, figure, some=some)
    if found is None and (listed == "yes" or (listed == "first" and next_labelled(scene, figure))):
        found = label(scene, figure)
    if found is None:
        found = tally_label(scene, figure, places, some=some) or item_label(scene, figure, some=some, headed=headed)
    if found is None:
        found = clause_label(scene, figure, cue, some=some)
    if found is None and some and listed != "yes":
        found = name_before(scene, figure, places)
    if found is None and listed == "yes" and indicator.cared_for:
        found = destination(scene, figure, places)
    if found is None and indicator.cared_for and indicator.general:
        found = cared_at(scene, figure, some=some)
    if found is None and figure.letter in _SOMEWHERE:
        found = whereabouts(scene, figure, places)
    if found is None and (listed == "yes" or (listed == "first" and _told_apart(scene, figure, indicator))):
        found = _nearest(scene, figure, indicator, listed=True, counted=counted)
    if found is None:
        special = number if indicator.special_of is not None else None
        found = predicate(scene, figure, cue, special, places, office, listed=listed != "no", some=some)
        if found is not None and _tells_of_all(scene, figure, indicator, (found.category or "").split()):
            found = None
    if found is None and somewhere:
        found = leading_place(scene, figure, places, office) or topic_place(scene, figure, places, office)
    if found is None:
        readings = (part_of_subject, part_over, part_predicated)
        found = next((part for tells in readings if (part := tells(scene, figure, indicator))), None)
    if found is None and indicator.default_part:
        return headed_part(scene, figure, indicator) or usual_part(scene, figure, indicator)
    return found or WHOLE


def _tells_of_all(scene: Scene, figure: Figure, indicator: Indicator, said: Sequence[str]) -> bool:
    """Tell if what is said of some holds of all whom they are told for: in-patients are sent somewhere, clients are served.

    Where new villages are (`ditambah dua lagi di Pino Raya`) tells no part of them.
    """
    if indicator.cared_for and not scene.vocabulary["dirawat_inap"].isdisjoint(said):
        return True
    if indicator.units[0] == _VILLAGES and said[0] in scene.vocabulary["dalam"]:
        return not scene.vocabulary["lagi"].isdisjoint(scene.tokens.words[figure.last : figure.last + 1])
    return scene.vocabulary["sudah_dilayani|sudah_ada"].issuperset(said)


def headed_part(scene: Scene, figure: Figure, indicator: Indicator) -> Breakdown | None:
    """Find the part that the words up to a figure begin with: `Realisasi belanja BNNK Batu 2023 tercatat Rp1,2 miliar`."""
    others = [other.last for other in scene.figures[figure.segment] if other.last <= figure.first]
    since = max(others, default=scene.bounds[figure.segment][0])
    for hit in reversed(scene.parts[figure.segment]):
        part = hit.meanings[0]
        if part.named and indicator.name in part.of and since <= hit.first and hit.last <= figure.first:
            between = scene.tokens.words[hit.last : figure.first]
            return part_told(scene, hit) if scene.vocabulary["batas_kepala"].isdisjoint(between) else None
    return None


def _nearest(scene: Scene, figure: Figure, indicator: Indicator, *, listed: bool, counted: bool) -> Breakdown | None:
    """Find the part named nearest to a figure; one `listed` only among several, the noun counted only where it tells a part."""
    best: tuple[int, Hit[Part]] | None = None
    for number, hit in enumerate(scene.parts[figure.segment]):
        part = hit.meanings[0]
        axis = part.axis
        if not part.fits(indicator.name) or axis in indicator.plain or (part.listed and not listed):
            continue
        if axis in _OF_PEOPLE and figure.letter != BARE and figure.quantity.unit not in PEOPLE:
            continue
        if hit.last <= figure.first:
            if part.listed and at_own_clinic(scene, figure.segment, hit.first):
                continue
            if _is_of_other(scene, figure, hit) or (axis == "zat" and _is_amount_of(scene, figure.segment, hit)):
                continue
            if _is_last_of_several(scene, figure.segment, number) or _did_with_others(scene, figure.segment, hit):
                continue
            if _in_office(scene, figure.segment, hit):
                continue
            words = without_brackets(scene.tokens.words[hit.last : figure.first])
            told = [word for word in words if word not in scene.vocabulary["pengisi"]]
            if not scene.vocabulary["terbanyak"].isdisjoint(words):  # `laki-laki masih mendominasi, 44 orang`
                told = [word for word in told if word not in scene.vocabulary["terbanyak|tetap"]]
                words = told
            elif told == [","] and _has_most(scene, figure.segment, hit):
                words = told = []
            apart = "," in words and not (told == [","] and _closes(scene, figure, hit))
            apart = apart or not scene.vocabulary["pemilik"].isdisjoint(words)
            away = len(told) + (_LEFT + 1 if apart else 0)
            if away > _LEFT:
                continue
            away = away * 2 + 1
        elif hit.first >= figure.last:
            behind = end_with_share(scene, figure) if hit.first > figure.last + 1 else figure.last
            if axis == "status" and not part.listed and (said := end_of_some(scene, figure)) is not None:
                behind = min(max(behind, said), hit.first)
            if hit.first < behind:
                continue
            between = scene.tokens.words[behind : hit.first]
            of_them = between[:1] == ("dari",)  # `19 dari yang positif itu pelajar`
            over = scene.vocabulary["golongan|golongan_tadi"] if of_them else scene.vocabulary["golongan"]
            away = scene.distance(behind, hit.first) - sum(1 for word in between if word in over)
            if away > (_RIGHT_STATUS if axis == "status" else _RIGHT) or _enumerated(scene, figure, number):
                continue
            if _labels_next(scene, figure, hit) or (
                axis == "lembaga" and indicator.occurrence == "place" and _is_named(scene, hit)
            ):
                continue
            away *= 2
        elif _enumerated(scene, figure, number) or (not counted and _is_noun(figure, axis, indicator)):
            continue
        else:
            away = 0
        if best is None or away < best[0]:
            best = away, hit
    return part_told(scene, best[1]) if best else None


def _has_most(scene: Scene, segment: int, hit: Hit[Part]) -> bool:
    """Tell if the words before a part say that it has most or least: `Zat yang paling banyak dipakai sabu, 80 persen`."""
    before = scene.tokens.words[max(scene.bounds[segment][0], hit.first - LABEL_LENGTH) : hit.first]
    return not scene.vocabulary["terbanyak"].isdisjoint(before)


def end_with_share(scene: Scene, figure: Figure) -> int:
    """Give where a figure ends together with the share that it is: `9 pelajar (4,1%)`, `10 orang atau 52,6 persen`."""
    if scene.vocabulary["setara_bagian"].isdisjoint(scene.tokens.words[figure.last : figure.last + 1]):
        return figure.last
    own = scene.figures[figure.segment]
    following = own[own.index(figure) + 1 :][:1]
    if not following or following[0].letter != PERCENT or figure.letter == PERCENT:
        return figure.last
    between = scene.tokens.words[figure.last : following[0].first]
    if not between or not scene.vocabulary["setara_bagian"].issuperset(between):
        return figure.last
    end = following[0].last
    return end + (scene.tokens.words[end : end + 1] == (")",))


def _told_apart(scene: Scene, figure: Figure, indicator: Indicator) -> bool:
    """Tell if a sentence has several parts of a list, so that its first figure is of one: `12 di klinik, 9 di puskesmas`."""
    parts = (hit.meanings[0] for hit in scene.parts[figure.segment])
    return len({part.value for part in parts if part.listed and part.fits(indicator.name)}) > 1


def _in_office(scene: Scene, segment: int, hit: Hit[Part]) -> bool:
    """Tell if a part is but a word of an office's name: `Badan Narkotika Nasional membongkar 49 jaringan`."""
    return any(office.first <= hit.first < office.last for office in scene.offices[segment])


def _is_of_other(scene: Scene, figure: Figure, part: Hit[Part]) -> bool:
    """Tell if a part is what the figure before in a list counts: `78 sopir dan 34 kernet`.

    Before what joins the next one it may stand a word off: `12 orang di proses hukum dan 9 orang direhab`.
    """
    between, daftar = scene.tokens.words[part.last : figure.first], scene.vocabulary["daftar"]
    if not between or daftar.isdisjoint(between):
        return False
    others, off = (other for other in scene.figures[figure.segment] if other is not figure), between[0] in daftar
    return any(other.first <= part.first <= other.last + off for other in others)


def _is_last_of_several(scene: Scene, segment: int, number: int) -> bool:
    """Tell if a part is the last of several before one figure: `Pelatihan penggiat (guru dan siswa): 30 orang`."""
    if not number:
        return False
    before, own = scene.parts[segment][number - 1 : number + 1]
    alike = before.meanings[0].axis == own.meanings[0].axis
    if any(other.first <= before.first <= other.last for other in scene.figures[segment]):
        return False  # `188 pria dan wanita 47`
    return alike and own.first == before.last + 1 and scene.tokens.words[before.last] in scene.vocabulary["beserta"]


def _is_named(scene: Scene, hit: Hit[Part]) -> bool:
    """Tell if an institution is the one where all were on an occasion: `diikuti 40 orang di Lapas Kelas IIA Poso`."""
    after = hit.last + (scene.tokens.words[hit.last : hit.last + 1] == ("(",))
    led = scene.tokens.words[hit.first - 1] in scene.vocabulary["dalam"]
    return led and any(scene.text[start].isupper() for start in scene.tokens.starts[after : after + 1])


def _did_with_others(scene: Scene, segment: int, hit: Hit[Part]) -> bool:
    """Tell if a part is the last of those by whom something was done: `oleh instansi dan perusahaan diikuti 12 orang`."""
    words, joining = scene.tokens.words, scene.vocabulary["perangkai"]
    start = hit.first
    while start - 2 > scene.bounds[segment][0] and words[start - 1] in joining and words[start - 2].isalpha():
        start -= 2
    return start < hit.first and words[start - 1] in scene.vocabulary["oleh"]


def _is_amount_of(scene: Scene, segment: int, drug: Hit[Part]) -> bool:
    """Tell if a drug is what an amount before it is of: in `345 gram sabu dengan sembilan tersangka` it tells no suspects."""
    return any(
        other.last <= drug.first <= other.last + _PAIR or other.first < drug.first < other.last
        for other in scene.figures[segment]
        if other.quantity.unit in AMOUNTS
    )


def _labels_next(scene: Scene, figure: Figure, hit: Hit[Part]) -> bool:
    """Tell if a part leads to the next figure alike, or to a percentage: `Rp 2 miliar, realisasi Rp 1,9 miliar`."""
    return any(
        other.first >= hit.last
        and other.letter in {figure.letter, BARE, PERCENT}
        and scene.tokens.words[other.first - 1] != "dari"
        and scene.vocabulary["pengisi|golongan_tadi"].issuperset(scene.tokens.words[hit.last : other.first])
        and not (hit.first == figure.last and _has_part_behind(scene, other))
        for other in scene.figures[figure.segment]
    )


def _has_part_behind(scene: Scene, figure: Figure) -> bool:
    """Tell if a part is named right behind a figure: in `14 bahaya 49 waspada` each has its own there."""
    return any(hit.first == figure.last for hit in scene.parts[figure.segment])


def _is_noun(figure: Figure, axis: str, indicator: Indicator) -> bool:
    """Tell if a part of this axis within a figure's extent is what it counts: of those caught `tiga pria` are but three.

    Of those who come from all walks of life it tells some: `24 mahasiswa menjalani rehabilitasi`.
    """
    if axis == "kelamin":
        return indicator.itemised
    return (axis in _COUNTED and not indicator.mixed) or (axis == "lembaga" and figure.quantity.unit == "lembaga")


def _closes(scene: Scene, figure: Figure, hit: Hit[Part]) -> bool:
    """Tell if a figure behind a comma ends a clause on the part before it, that is no other figure's: `pelajar, 21 orang`."""
    after = scene.tokens.words[figure.last : min(figure.last + 1, scene.bounds[figure.segment][1])]
    others = scene.figures[figure.segment]
    return (scene.vocabulary["penutup"] - scene.vocabulary["perangkai"] | {","}).issuperset(after) and not any(
        other.last == hit.first for other in others
    )


def _surveyed(scene: Scene, figure: Figure, indicator: Indicator) -> Breakdown | None:
    """Find among whom a survey found a share, or how many: `di kalangan pelajar survei itu mencatat 3,2 persen`.

    The next share of a sentence is of others.
    """
    if not indicator.national:
        return None
    among = scene.vocabulary["kalangan"]
    for hit in reversed(scene.parts[figure.segment]):
        if hit.last > figure.first or hit.meanings[0].axis not in _OF_PEOPLE | {"pendidikan"}:
            continue
        if among.isdisjoint(scene.tokens.words[max(0, hit.first - 1) : hit.first + 1]):
            continue
        told = (other.letter for other in scene.figures[figure.segment] if hit.last <= other.first < figure.first)
        return part_told(scene, hit) if figure.letter not in told else None
    return None


def _whom(scene: Scene, figure: Figure) -> Breakdown | None:
    """Find the group that a clause opens with whose first figure tells how many it has: `Pelajar yang direhab ada 19 orang`."""
    if scene.figures[figure.segment][0] is not figure:
        return None
    words, first = scene.tokens.words, scene.bounds[figure.segment][0]
    for hit in scene.parts[figure.segment][:1]:
        opening = scene.vocabulary["pembuka_kutipan|peralihan"]
        opens = opening.issuperset(words[first : hit.first]) and words[hit.last : hit.last + 1] == ("yang",)
        between = words[hit.last : figure.first]
        near = hit.last < figure.first and len(between) <= _CLAUSE and "," not in between
        if opens and near and hit.meanings[0].axis in _OF_PEOPLE | {"pendidikan"}:
            return part_told(scene, hit)
    return None


def _held(scene: Scene, figure: Figure, indicator: Indicator) -> Breakdown | None:
    """Find the part last told in the paragraph that holds for what follows: for shares, and what they are shares of."""
    paragraph = scene.segments[figure.segment].paragraph
    for segment in range(figure.segment, -1, -1):
        if scene.segments[segment].paragraph != paragraph:
            return None
        for hit in reversed(scene.parts[segment]):
            part = hit.meanings[0]
            if part.holds and indicator.name in part.of and hit.last <= figure.first:
                return part_told(scene, hit)
        if figure.letter != PERCENT and not any(other.letter == PERCENT for other in scene.figures[figure.segment]):
            return None
    return None


def _enumerated(scene: Scene, figure: Figure, number: int) -> bool:
    """Tell if the part is the first of several named after one figure: `orang dari kalangan swasta, pemerintah dan pelajar`."""
    hits = scene.parts[figure.segment]
    last = hits[number].last
    words = scene.tokens.words[last : min(last + 2, scene.bounds[figure.segment][1])]
    if len(words) < _PAIR or words[0] not in scene.vocabulary["daftar"]:
        return False
    ends = scene.vocabulary["batas_bagian|anak_kalimat|peralihan|lanjutan"]
    told = any(hit.first == last + 1 for hit in hits)
    if words[1] in ends or (not told and (words[0] == "," or hits[number].meanings[0].axis == "status")):
        return False
    # `188 pria dan wanita 47`: the next one has a figure of its own.
    nexts = {last + 1, *(hit.last for hit in hits if hit.first == last + 1)}
    return not any(other.first in nexts for other in scene.figures[figure.segment])
