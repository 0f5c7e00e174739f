"""Figures of a row to the labels before them: `pecalang 40, yowana 30 dan PKK 20`."""

from __future__ import annotations

from bnnextract.knowledge.constructions import BARE
from bnnextract.knowledge.gazetteer import PlaceMention
from bnnextract.knowledge.indicators import CALLING, NAMING, Rank, ranked
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.parted.labels import Breakdown, wording

# How many words a label has at most.
_LONGEST = 4
_LONGEST_ITEM = 8
# What opens a clause on some, and how long it is.
_WHO = "yang"
_LONGEST_CLAUSE = 6
# What was done tells of all as often as of some: `yang dibawa 3 orang`.
_DONE, _SHORTEST_DONE = "di", 5
# Ranks of the words that are no part's name; what is only typical of what is counted may be: `rumah kos 4 kali`.
_NO_PART = CALLING | {Rank.ITEM}
# Lists of words: what a label stands behind, what is in none, what parts the members of a row.
_BEFORE = "batas_bagian|anak_kalimat|peralihan|rinciannya|pembuka_daftar|sebelum_sebutan"
_NOT_WITHIN = "bukan_bagian|targetnya|naik|turun|capai|berjumlah|total|peringkat"
_BETWEEN = "daftar|antar_baris"


def tally_label(scene: Scene, figure: Figure, places: tuple[PlaceMention, ...], *, some: bool) -> Breakdown | None:
    """Take the label of a figure in a row of labels and figures for its part: `rumah kos 4 kali, kafe 2 kali`.

    A region alone is none: it stands for its office; so do the clinics of several offices for these. Where no whole was told of
    which it is `some`, no verb is one.
    """
    if len(scene.figures[figure.segment]) == 1:
        return None
    span = _label(scene, figure)
    if span is None or not _in_row(scene, figure):
        return None
    first, last = span
    if any(place.first == first and place.last == last for place in places):
        return None
    told = {office.code for office in scene.offices[figure.segment] if office.code}
    if len(told) > 1 and any(first <= office.first < last for office in scene.offices[figure.segment]):
        return None
    words = scene.tokens.words[first:last]
    done = not some and words[-1].startswith(tuple(scene.vocabulary["awalan_kerja"]))
    if done or words[0] in scene.vocabulary["ikut_serta"]:
        return None
    name = wording(scene, first, last)
    return Breakdown(name, {"lain": name})


def item_label(scene: Scene, figure: Figure, *, some: bool, headed: bool) -> Breakdown | None:
    """Take what a list item begins with for the part of its first figure: `- RSUD Batu (8 orang)`.

    Only of `some` of all who were told before, and in an item among others; or before a colon, under the heading that tells
    what is counted: `Sosialisasi` over `- Sekolah dan kampus : 41 kali`.
    """
    first, _ = scene.bounds[figure.segment]
    headed = headed and scene.tokens.words[figure.first - 1] == ":"
    if not (some or headed) or scene.segments[figure.segment].kind != "item" or scene.figures[figure.segment][0] is not figure:
        return None
    words = scene.tokens.words
    while first < figure.first and not words[first].isalpha():
        first += 1
    last = figure.first
    fillers = scene.vocabulary["pengisi|sebelum_angka"]
    while last > first and words[last - 1] in fillers:
        last -= 1
    if not 0 < last - first <= _LONGEST_ITEM or not _is_label(scene, figure.segment, first, last):
        return None
    institution = _is_institution(scene, first, last)
    if not (institution or headed) and any(
        ranked(hit, NAMING) and hit.first >= first and hit.last <= last for hit in scene.hits[figure.segment]
    ):
        return None
    name = wording(scene, first, last)
    return Breakdown(name, {"lain": name})


def clause_label(scene: Scene, figure: Figure, cue: str, *, some: bool) -> Breakdown | None:
    """Take what a clause says of some of those told before for their part: `Yang masih bekerja 12 orang`.

    `cue` are the words that told what is counted: a clause with them tells of all.
    """
    if not some:
        return None
    words, first = scene.tokens.words, scene.bounds[figure.segment][0]
    end = figure.first
    fillers = scene.vocabulary["pengisi|sebelum_angka"]
    while end > first and words[end - 1] in fillers:
        end -= 1
    start = end
    stops = scene.vocabulary["daftar|penutup"]
    while start > first and end - start <= _LONGEST_CLAUSE and words[start - 1] != _WHO:
        start -= 1
        if words[start] in stops:
            return None
    opening = start - 1
    while start < end and words[start] in scene.vocabulary["sudah_ada"]:
        start += 1
    if start >= end or words[opening] != _WHO or opening < first:
        return None
    if opening > first and words[opening - 1] not in scene.vocabulary["penutup|anak_kalimat"]:
        return None
    told = [other.first for other in scene.figures[figure.segment]]
    told += [mention.first for mention in (*scene.offices[figure.segment], *scene.periods[figure.segment])]
    name = wording(scene, start, end)
    if any(start <= token < end for token in told) or cue in name:
        return None
    done = words[start].startswith(_DONE) and len(words[start]) > _SHORTEST_DONE
    done = done or words[start] in scene.vocabulary["pihaknya"]  # `yang kami tangani 12 orang`
    if done or words[start] in scene.vocabulary["urutan_ke"]:
        return None
    if not scene.vocabulary[_NOT_WITHIN].isdisjoint(words[start:end]):
        return None
    return Breakdown(name, {"lain": name})


def _in_row(scene: Scene, figure: Figure) -> bool:
    """Tell if the figure before or behind has a label, too, and is the next of the row; what is in brackets is of none."""
    own = [other for other in scene.figures[figure.segment] if other is figure or not is_bracketed(scene, other)]
    at = own.index(figure)
    if at and _label(scene, own[at - 1]) and _follows(scene, own[at - 1], figure):
        return True
    return at + 1 < len(own) and _follows(scene, figure, own[at + 1])


def _follows(scene: Scene, figure: Figure, following: Figure) -> bool:
    """Tell if the label of the next figure stands right behind a figure and what parts the members of a row."""
    if following.letter not in {figure.letter, BARE} and figure.letter != BARE:
        return False
    span = _label(scene, following)
    if span is None:
        return False
    words, behind = scene.tokens.words, figure.last
    if words[behind] == "(" and ")" in words[behind : span[0]]:
        behind = words.index(")", behind) + 1
    between = words[behind : span[0]]
    if len(between) > 1 and between[-1] in scene.vocabulary["dalam"]:
        between = between[:-1]  # `di sekolah 30 kali, di kantor 20 kali`
    return bool(between) and scene.vocabulary[_BETWEEN].issuperset(between)


def is_bracketed(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure is all that brackets hold: `30 kegiatan (2.900 orang)`."""
    words = scene.tokens.words
    return bool(figure.first) and words[figure.first - 1] == "(" and words[figure.last : figure.last + 1] == (")",)


def _label(scene: Scene, figure: Figure) -> tuple[int, int] | None:
    """Give the tokens of the label right before a figure, back to the sign or the word that it stands behind."""
    first = scene.bounds[figure.segment][0]
    words, vocabulary = scene.tokens.words, scene.vocabulary
    end = figure.first
    while end > first and (words[end - 1] in vocabulary["pengisi"] or words[end - 1] == "("):
        end -= 1
    start, before = end, vocabulary[_BEFORE]
    while start > first and words[start - 1] not in before:
        start -= 1
        if end - start > _LONGEST:
            return None
    return (start, end) if start < end and _is_label(scene, figure.segment, start, end) else None


def _is_label(scene: Scene, segment: int, first: int, last: int) -> bool:
    """Tell if some words before a figure may name a part."""
    vocabulary, within = scene.vocabulary, scene.tokens.words[first:last]
    told = [(other.first, other.last) for other in scene.figures[segment]]
    if not _is_institution(scene, first, last):
        told += [(mention.first, mention.last) for mention in scene.offices[segment]]
    told += [(mention.first, mention.last) for mention in scene.periods[segment]]
    if any(since < last and until > first for since, until in told) or within[-1] in vocabulary["bukan_sebutan"]:
        return False
    if not vocabulary[_NOT_WITHIN].isdisjoint(within) or within[0] in vocabulary["letak"]:
        return False
    return _is_institution(scene, first, last) or not _counts(scene, segment, first, last)


def _is_institution(scene: Scene, first: int, last: int) -> bool:
    """Tell if some words are the name of an institution, that of an office among them: `Klinik BNNP`."""
    return last - first > 1 and scene.tokens.words[first] in scene.vocabulary["lembaga"]


def _counts(scene: Scene, segment: int, first: int, last: int) -> bool:
    """Tell if all of some words tell what is counted, and nothing of which part it is."""
    cued = {
        token
        for hit in scene.hits[segment]
        if hit.first < last and hit.last > first and ranked(hit, _NO_PART)
        for token in range(hit.first, hit.last)
    }
    return cued.issuperset(range(first, last))
