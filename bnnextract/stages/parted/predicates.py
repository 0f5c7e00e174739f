"""What is said of some of those told before, as the name of their part: `dua di antaranya sudah buka usaha`."""

from __future__ import annotations

from bnnextract.knowledge.constructions import BARE, PERCENT
from bnnextract.knowledge.gazetteer import PlaceMention
from bnnextract.knowledge.indicators import SPECIFIC, Cue
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.parted.labels import Breakdown, without_fillers, wording

# What makes a figure some of those told before, and how many words tell at most what they are.
_SOME = (
    ("di", "antaranya"),
    ("diantaranya",),
    ("di", "antara", "mereka"),
    ("dari", "mereka"),
    ("lainnya",),
    ("sisanya",),
    ("lagi",),
    ("lain",),
)
_SOME_BEGIN = frozenset(mark[0] for mark in _SOME)
_PREDICATE = 5
# What stands between one of a list and where it is from.
_FROM = ("dari",)


def predicate(
    scene: Scene,
    figure: Figure,
    cue: str,
    special: int | None,
    places: tuple[PlaceMention, ...],
    office: str | None,
    *,
    listed: bool,
    some: bool,
) -> Breakdown | None:
    """Take what is said of some of those told before for the name of their part: `dua di antaranya sudah buka usaha`.

    `cue` are the words that told what they count: these name no part, nor do those of the `special` indicator that they
    count, nor the office's own place. One of a list may be
    told by where it is from: `15 dari kampus`.
    """
    words, last = scene.tokens.words, scene.bounds[figure.segment][1]
    start = _said_from(scene, figure, listed=listed, some=some)
    if start is None:
        return None
    fillers = scene.vocabulary["pengisi|anak_kalimat"]
    stops = scene.vocabulary["akhir_sebutan|targetnya"]
    while start < last and words[start] in fillers:
        start += 1
    actors = {mention.first for mention in scene.offices[figure.segment]}
    ends = actors | {other.first for other in scene.figures[figure.segment]}
    ends |= {period.first for period in scene.periods[figure.segment]}
    end = start
    if start in actors and words[start - 1] in _FROM:
        ends.discard(start)  # `5 dari BNNK sendiri`
    while end < min(last, start + _PREDICATE) and end not in ends and words[end] not in stops:
        end += 1
    while end > start and words[end - 1] in scene.vocabulary["asal"]:
        end -= 1
    if start >= end or words[start] in scene.vocabulary["tercapai"]:
        return None
    name = wording(scene, start, end)
    own = any(start <= place.first < end and office in place.codes for place in places)
    if own and any(start <= agency.first < end for agency in scene.agencies[figure.segment]):
        own = False  # `15 dari Polres Batu`
    # What an office does with them is no part: `61 di antaranya dilayani klinik BNNP`; who its people brought are.
    by_office = end in actors and words[start - 1] not in _FROM
    by_office = by_office or (start in actors and scene.vocabulary["sendiri"].isdisjoint(words[start:end]))
    own_name = not some and f" {name} " in f" {cue} "  # `50 Surat Keterangan Hasil Pemeriksaan Narkotika`
    told = own_name or cue in name or (special is not None and _calls(scene, figure, start, end, special))
    return Breakdown(name, {"lain": name}) if not own and not told and not by_office else None


def _calls(scene: Scene, figure: Figure, first: int, last: int, indicator: int) -> bool:
    """Tell if a phrase between two tokens behind a figure calls what an indicator counts."""
    return any(
        first <= hit.first < last
        and any(isinstance(cue, Cue) and cue.indicator == indicator and cue.rank in SPECIFIC for cue in hit.meanings)
        for hit in scene.hits[figure.segment]
    )


def end_of_some(scene: Scene, figure: Figure) -> int | None:
    """Give where the words end that make a figure some of those told before, if any do: `dua di antaranya`."""
    words = scene.tokens.words
    if not _SOME_BEGIN.issuperset(words[figure.last : figure.last + 1]):
        return None
    return next((figure.last + len(mark) for mark in _SOME if words[figure.last : figure.last + len(mark)] == mark), None)


def _said_from(scene: Scene, figure: Figure, *, listed: bool, some: bool) -> int | None:
    """Give where what is said of those counted begins, if it is said that they are some of others."""
    words = scene.tokens.words
    if (end := end_of_some(scene, figure)) is not None:
        return end
    if listed and figure.letter == BARE and words[figure.last : figure.last + 1] == _FROM:
        return figure.last + 1
    if _is_rest(scene, figure):
        return figure.last + (words[figure.last : figure.last + 1] == (",",))
    group = _group(scene, figure)
    behind = group.last if group else figure.last
    if group and words[behind : behind + 1] and words[behind] in scene.vocabulary["penunjuk"]:
        return behind + 1 + (not scene.vocabulary["ialah"].isdisjoint(words[behind + 1 : behind + 2]))
    if not (some or group or listed) or words[behind : behind + 1] == ():
        return None
    if words[behind] in scene.vocabulary["berkat"]:
        return behind  # `11 orang hasil penjangkauan`
    if some and (figure.letter == BARE or _opens(scene, figure)) and words[behind] in scene.vocabulary["keadaan"]:
        return behind  # `lima kabur`, `Empat orang gagal`
    if some and words[behind] == "yang" and words[figure.first - 1] in scene.vocabulary["hanya"]:
        # What could be done is told of all: `hanya 61 kegiatan yang bisa jalan`.
        able = scene.vocabulary["mustahil|capai"].isdisjoint(words[behind + 1 : behind + 2])
        return behind + 1 if able else None  # `baru sembilan yang memenuhi syarat`
    if some and words[behind] == "," and words[scene.bounds[figure.segment][0]] in scene.vocabulary["sebagian"]:
        behind += 1  # `Sebagian besar, yakni 21 orang, merupakan pekerja swasta`
    if (some or group) and words[behind] in scene.vocabulary["ialah"]:
        # What follows its own year is told of all: `pada 2015, 48 pecandu sudah melapor`.
        dated = any(figure.first - 1 <= period.last <= figure.first for period in scene.periods[figure.segment])
        opened = words[scene.bounds[figure.segment][0]] == _FROM[0]  # `Dari 60 klien pada 2023, 20 orang merupakan pelajar`
        return None if dated and not group and not opened else behind + 1
    return None


def _opens(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure opens its sentence, or a clause of it."""
    first = scene.bounds[figure.segment][0]
    return figure.first == first or scene.tokens.words[figure.first - 1] in scene.vocabulary["penutup"]


def _is_rest(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure is of the rest: `Sisanya, 14 orang, masih sekolah`."""
    first = scene.bounds[figure.segment][0]
    at = without_fillers(scene, figure.segment, figure.first)
    at -= at > first and scene.tokens.words[at - 1] == ","
    return at > first and scene.tokens.words[at - 1] in scene.vocabulary["sisanya"]


def _group(scene: Scene, figure: Figure) -> Figure | None:
    """Give the figure of those of whom one tells some: `tujuh dari 20 klien itu pelajar`."""
    return next(
        (
            other
            for other in scene.figures[figure.segment]
            if other.first == figure.last + 1
            and scene.tokens.words[figure.last] == _FROM[0]
            and (
                figure.letter == PERCENT != other.letter
                or (
                    (other.letter == figure.letter or BARE in {other.letter, figure.letter})
                    and other.quantity.value > figure.quantity.value
                )
            )
        ),
        None,
    )
