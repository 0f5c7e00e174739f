"""Words of a zero: which of them tell that there is none of something: `WNA nihil`, `tidak ada yang positif`."""

from __future__ import annotations

from bnnextract.knowledge.indicators import CALLING, OUTRIGHT, Rank, ranked
from bnnextract.stages.counted.lone import CLAUSES, named_before
from bnnextract.stages.found.scenes import Figure, Scene

# What may stand between words of a zero and their name.
_TOWARDS = frozenset({"di", "ke", "untuk", "dari"})
_BEFORE_NIL = frozenset({",", ")", ":", "juga", "masih", "tetap", "sendiri"})
# A list of names with numbers has so many before its last, and a name at most so many words.
_NAMES = 2
_LIST_REACH = 8
# How near the thing must stand of which there is none.
_BESIDE = 4
# What says of a thing that there is none, and not that there is none yet; among how many first words that stands.
_ABSENT = frozenset({"tidak", "tak"})
_OPENING = 2


def names_none(scene: Scene, figure: Figure) -> bool:
    """Tell if what there is none of, or the part of which there is none, stands right beside.

    `WNA nihil`, `Yang positif tidak ada, …`.
    """
    if scene.tokens.words[figure.first - 1] in scene.vocabulary["supaya"]:
        return False  # `Toilet dijaga agar tak ada yang mengganti sampel`
    if scene.tokens.words[figure.last : figure.last + 1] == ("kecuali",):
        return False  # `semuanya negatif kecuali dua orang`
    if not scene.vocabulary["semacamnya"].isdisjoint(scene.tokens.words[figure.last : figure.last + 1]):
        return False  # `Sudah lama tak ada kasus besar`: there may be others
    if scene.tokens.words[figure.last : figure.last + 1] == ("yang",) and not scene.vocabulary["mustahil"].isdisjoint(
        scene.tokens.words[figure.last + 1 : figure.last + 2]
    ):
        return False
    if scene.tokens.words[figure.first] in scene.vocabulary["nihil"] and named_before(scene, figure, Rank.NAME):
        return True
    if _ends_list_of_names(scene, figure) or _is_nil_of_one(scene, figure) or is_nil_in(scene, figure):
        return True
    if any(
        figure.first < hit.first and hit.last <= figure.last and ranked(hit, OUTRIGHT) for hit in scene.hits[figure.segment]
    ):
        return True  # `tidak mengungkap satu kasus pun`
    if _is_absent_then(scene, figure):
        return True
    if _ends_clause(scene, figure) and "yang" not in scene.tokens.words[figure.first - _BESIDE : figure.first]:
        return False
    none = scene.parts[figure.segment]
    if any(part.last in {figure.first, figure.first - 1} or figure.last <= part.first <= figure.last + 1 for part in none):
        return True
    return any(
        scene.distance(hit.last, figure.first) <= _BESIDE
        if hit.last <= figure.first
        else scene.distance(figure.last, hit.first) <= _BESIDE
        for hit in scene.hits[figure.segment]
        if ranked(hit, OUTRIGHT)
    )


def _is_nil_of_one(scene: Scene, figure: Figure) -> bool:
    """Tell if `nihil` closes a clause that has nothing but whose it is: `…, Pelalawan nihil`, `Untuk ASN, nihil`."""
    words, first = scene.tokens.words, scene.bounds[figure.segment][0]
    closed = not scene.vocabulary["penutup"].isdisjoint(words[figure.last : figure.last + 1])
    if not closed or words[figure.first] not in scene.vocabulary["nihil"]:
        return False
    left = figure.first
    while left > first and words[left - 1] in _BEFORE_NIL:
        left -= 1
    if any(part.last == left for part in scene.parts[figure.segment]):
        return True
    start = left
    while start > first and scene.text[scene.tokens.starts[start - 1]].isupper():
        start -= 1
    opening = words[start - 1] if start > first else ","
    if opening in _TOWARDS and start - 1 > first:
        opening = words[start - 2]
    return 0 < left - start <= _LIST_REACH and (
        opening in CLAUSES or opening in scene.vocabulary["penutup"] | {"di", "ke", "untuk"}
    )


def is_nil_in(scene: Scene, figure: Figure) -> bool:
    """Tell if `nihil` goes on, in a list of numbers, for a place or a time: `sekolah 12 kali, nihil di kantor`, `2023 nol`."""
    words, (first, last) = scene.tokens.words, scene.bounds[figure.segment]
    if words[figure.first] not in scene.vocabulary["nihil"] or scene.figures[figure.segment][0] is figure:
        return False
    closed = figure.last == last or words[figure.last] in scene.vocabulary["penutup"]
    if closed and any(
        period.last == figure.first and period.mention.kind == "year" for period in scene.periods[figure.segment]
    ):
        return True
    opened = figure.first > first and words[figure.first - 1] in CLAUSES
    return opened and not closed and words[figure.last] in _TOWARDS


def _ends_list_of_names(scene: Scene, figure: Figure) -> bool:
    """Tell if a zero is that of the last of a list of names with numbers: `RSUD Poso 15, Yayasan Sigi 10 dan RS Tora nihil`."""
    words = scene.tokens.words
    row = [other for other in scene.figures[figure.segment] if other.last <= figure.first]
    if len(row) < _NAMES or scene.vocabulary["penutup"].isdisjoint(words[figure.last : figure.last + 1]):
        return False

    def named(left: Figure, right: Figure) -> bool:
        label = range(left.last, right.first)
        told = [at for at in label if words[at] not in scene.vocabulary["daftar"]]
        return 0 < len(told) < len(label) and all(scene.text[scene.tokens.starts[at]].isupper() for at in told)

    return named(row[-1], figure) and named(row[-2], row[-1])


def _is_absent_then(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence that opens with what is counted ends so, for a time: `Asesmen terpadu tahun ini tidak ada`.

    `Klinik belum ada` and `Klinik di sini tidak ada` count nothing.
    """
    words, (first, last) = scene.tokens.words, scene.bounds[figure.segment]
    own = scene.figures[figure.segment]
    if words[figure.first] not in _ABSENT or len(own) > 1 or not scene.periods[figure.segment]:
        return False
    if figure.last < last and words[figure.last] not in scene.vocabulary["penutup"]:
        return False
    timed = any(figure.first - _BESIDE <= period.last <= figure.first for period in scene.periods[figure.segment])
    return timed and any(
        first <= hit.first <= first + _OPENING and hit.last <= figure.first
        for hit in scene.hits[figure.segment]
        if ranked(hit, CALLING)
    )


def _ends_clause(scene: Scene, figure: Figure) -> bool:
    """Tell if `tidak ada` closes a clause: it may say of anything that there is none (`Gedungnya tidak ada.`)."""
    ends = figure.last == scene.bounds[figure.segment][1] or scene.tokens.words[figure.last] in scene.vocabulary["penutup"]
    return ends and figure.quantity.noun is None and scene.tokens.words[figure.first] in scene.vocabulary["tiada"]
