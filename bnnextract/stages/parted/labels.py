"""Figures to what stands beside them as their label: a name, a place, where people are sent; and what a part is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bnnextract.frozen import frozen
from bnnextract.knowledge.constructions import BARE
from bnnextract.knowledge.gazetteer import PROVINCE_DIGITS, PlaceMention
from bnnextract.knowledge.indicators import Cue, Indicator, Part
from bnnextract.knowledge.lexicon import Hit
from bnnextract.stages.found.bodies import in_title_case
from bnnextract.stages.found.scenes import Figure, Scene

# How many words a label has at most.
LABEL_LENGTH = 6
# What a word of one's own ends in: `prianya 12 orang`.
_POSSESSIVE = "nya"
# A name of so many words is one, and no mere beginning of a sentence.
_FULL_NAME = 2
# How many words tell at most what kind of institution one is.
_FULL_KIND = 3
# As many words may stand before an office's own place where it is no part: `di`.
_PREFIXED = 1
# How far behind a figure the name of where people are sent begins.
_DESTINATION_REACH = 5
# Behind a place that is set against others.
_ITSELF = "sendiri"
# `diikuti` is a verb, `desa` is none.
_SHORTEST_VERB = 5


@frozen()
class Breakdown:
    """The part a figure is told for: in the article's words, and by axis in canonical values."""

    category: str | None
    parts: Mapping[str, str]


WHOLE = Breakdown(None, {})


def wording(scene: Scene, first: int, last: int) -> str:
    """Give what some tokens say, as it is written: `p4gn` is three tokens."""
    span = scene.tokens.span(first, last)
    return " ".join(scene.lowered[span.start : span.end].split())


def part_told(scene: Scene, hit: Hit[Part]) -> Breakdown:
    """Give the part that a phrase stands for: in the words of the text, and in its canonical value."""
    part = hit.meanings[0]
    # The preposition of a place is none of its name: `di warnet`.
    prefixed = hit.last - hit.first > 1 and scene.tokens.words[hit.first] in scene.vocabulary["asal"]
    words = wording(scene, hit.first + prefixed, hit.last)
    # A hyphen is written in a word, a space or full stop between what is one: `P 21`.
    squeezed = words.replace(" ", "").replace(".", "")
    category = part.value if part.named or squeezed == part.value else words.removesuffix(_POSSESSIVE).removesuffix("-")
    return Breakdown(category, {part.axis: part.value})


def ranks_first(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure stands behind a comma and who has most or least of it: `Samarinda paling banyak, 515 orang`."""
    return _ranked(scene, figure.segment, without_fillers(scene, figure.segment, figure.first))


def _ranked(scene: Scene, segment: int, end: int) -> bool:
    first = scene.bounds[segment][0]
    before = scene.tokens.words[max(first, end - 1 - LABEL_LENGTH) : end]
    return before[-1:] == (",",) and not scene.vocabulary["terbanyak"].isdisjoint(before)


def without_fillers(scene: Scene, segment: int, end: int) -> int:
    """Give where some words end without the fillers at their end: `Samarinda sebanyak`."""
    first = scene.bounds[segment][0]
    while end > first and scene.tokens.words[end - 1] in scene.vocabulary["pengisi"]:
        end -= 1
    return end


def left_label(scene: Scene, figure: Figure) -> tuple[int, int]:
    """Give the tokens of the words that lead to a figure, back to the boundary before them, fillers at the end left off."""
    first = scene.bounds[figure.segment][0]
    words = scene.tokens.words
    end = without_fillers(scene, figure.segment, figure.first)
    if first < end == figure.first and words[end - 1] == "(" and words[figure.last : figure.last + 1] == (")",):
        end -= 1  # `Samarinda (9), Bontang (4)`
    if _ranked(scene, figure.segment, end):
        end = without_fillers(scene, figure.segment, end - 1)
    start = end
    taken = {token for other in scene.figures[figure.segment] for token in range(other.first, other.last)}
    taken |= {token for office in scene.offices[figure.segment] for token in range(office.first, office.last)}
    while (
        start > first
        and end - start < LABEL_LENGTH
        and start - 1 not in taken
        and words[start - 1] not in scene.vocabulary["batas_bagian"]
    ):
        start -= 1
    return start, end


def place_told(
    scene: Scene,
    figure: Figure,
    places: tuple[PlaceMention, ...],
    office: str | None,
    *,
    behind_only: bool,
    alone: bool,
    single: bool,
) -> Breakdown | None:
    """Find a place that a figure is told for, or `behind_only` that those counted are from: `7 orang dari Palu`.

    Before a `single` figure the office's own is none, nor any label; before one `alone`, of no list, neither is a place that an
    institution or office is named for, nor one of several: `dikirim ke RSJ Bangli dan Lawang tiga orang`.
    """
    start, end = left_label(scene, figure)
    last = scene.bounds[figure.segment][1]
    outside, within = scene.vocabulary["luar"], scene.vocabulary["lembaga|daftar"]
    some = scene.vocabulary["berasal|lainnya|ialah"]  # `Empat orang lagi merupakan warga luar Palu`
    named = {token for office in scene.offices[figure.segment] for token in range(office.first, office.last)}
    for place in places:
        if not start <= place.first < last:
            continue
        before = place.last <= end and not behind_only
        opens = office in place.codes and place.first == scene.bounds[figure.segment][0]
        of_other = opens or place.first in named or scene.tokens.words[place.first - 1] in within
        if before and ((alone and of_other) or scene.tokens.words[place.first - 1] in scene.vocabulary["lembaga"]):
            continue  # `Puskesmas Batu: 4 orang`
        if scene.tokens.words[place.first - 1] in outside and place.first:
            led = scene.tokens.words[figure.last : place.first - 1] if figure.last < place.first < last else None
            if (start < place.first and place.last <= end) or (led is not None and some.issuperset(led)):
                words = wording(scene, place.first - 1, place.last)
                return Breakdown(words, {"tempat": words})
        if office in place.codes and len(office or "") == PROVINCE_DIGITS:
            continue  # a province is no part of its own office's figures
        if before and single and office in place.codes and scene.tokens.words[place.last] != _ITSELF:
            continue  # `Desa bersinar di Tuban hingga 2021 berjumlah lima desa`, of BNNK Tuban
        own = before and office in place.codes and place.last == end and place.first - start <= _PREFIXED
        if own and scene.tokens.words[start - 1] != ")":
            return WHOLE
        between = scene.tokens.words[figure.last : place.first]
        behind = figure.last <= place.first < last and scene.vocabulary["berasal"].issuperset(between)
        # Where something is tells a part only beside others; who is from there are always some.
        behind = behind and not (behind_only and (office in place.codes or not scene.vocabulary["dalam"].isdisjoint(between)))
        here = office in place.codes and scene.tokens.words[place.first - 1] in scene.vocabulary["setempat"]
        if behind and _is_with_others(scene, figure, place, places):
            continue
        if before or (behind and place.first not in named and not here):
            words = wording(scene, place.first, place.last)
            return Breakdown(words, {"tempat": words})
    return None


def _is_with_others(scene: Scene, figure: Figure, place: PlaceMention, places: tuple[PlaceMention, ...]) -> bool:
    """Tell if a figure is of a place and of another behind it: `10 desa di Badung dan Gianyar`.

    One with a figure of its own goes on a list: `10 orang dari Badung, Gianyar 8`.
    """
    words = scene.tokens.words
    if scene.vocabulary["perangkai"].isdisjoint(words[place.last : place.last + 1]):
        return False
    after = next((other for other in places if other.first == place.last + 1), None)
    own = after is not None and any(0 <= other.first - after.last <= 1 for other in scene.figures[figure.segment])
    return after is not None and after.last <= scene.bounds[figure.segment][1] and not own


def destination(scene: Scene, figure: Figure, places: tuple[PlaceMention, ...], *, kinds: bool = False) -> Breakdown | None:
    """Find the place or institution that people are sent to or cared for in: `tiga orang dirujuk ke RS Harapan`.

    Of `kinds` of institutions any will do that has no name: `974 orang di lembaga rehabilitasi`.
    """
    last = scene.bounds[figure.segment][1]
    words, starts, towards = scene.tokens.words, scene.tokens.starts, scene.vocabulary["tujuan"]
    stops = {office.first for office in scene.offices[figure.segment]}
    stops |= {other.first for other in scene.figures[figure.segment]}
    for token in range(figure.last, min(last, figure.last + _DESTINATION_REACH)):
        if token in stops or (words[token] in scene.vocabulary["batas_bagian"] and words[token] not in towards):
            return None
        if words[token] in towards:
            start = end = token + 1
            kind = scene.vocabulary["jenis_lembaga"]  # `Loka rehabilitasi BNN`, `Balai besar rehabilitasi`
            while (
                end < last
                and end not in stops
                and (scene.text[starts[end]].isupper() or words[end] == "." or (end > start and words[end] in kind))
            ):
                end += 1
            while end > start and words[end - 1] == ".":
                end -= 1
            if end == start:
                end = _institution_end(scene, start, last, stops) if kinds else start
            if end == start:
                return None
            name = wording(scene, start, end)
            placed = any(start == place.first and place.last == end for place in places)
            return Breakdown(name, {"tempat" if placed else "lembaga": name})
    return None


def cared_at(scene: Scene, figure: Figure, *, some: bool) -> Breakdown | None:
    """Find through whom or where those are cared for who are `some` of others: `130 orang dipulihkan lewat lembaga mitra`.

    A partner, or a prison, has but some of all. The office's own clinic, where most are, tells no part, nor does what has an
    office in its name.
    """
    words, last = scene.tokens.words, scene.bounds[figure.segment][1]
    ends = scene.vocabulary["akhir_sebutan|daftar"] - scene.vocabulary["melalui"]
    for token in range(figure.last, min(last - 1, figure.last + _DESTINATION_REACH)):
        if words[token] in ends:
            return None
        if words[token] not in scene.vocabulary["melalui"] or words[token + 1] not in scene.vocabulary["rawatan"]:
            continue
        stops = {office.first for office in scene.offices[figure.segment]}
        stops |= {other.first for other in scene.figures[figure.segment]}
        end = _institution_end(scene, token + 1, last, stops)
        if end in stops and end < last:
            return None
        while end < last and scene.text[scene.tokens.starts[end]].isupper() and end not in stops:
            end += 1
        if not (some or not scene.vocabulary["lembaga_lain"].isdisjoint(words[token:end])):
            return None
        name = wording(scene, token + 1, end)
        return Breakdown(name, {"lembaga": name})
    return None


def _institution_end(scene: Scene, start: int, last: int, stops: set[int]) -> int:
    """Give where a kind of institution ends that begins at a token, or the token: `rumah sakit jiwa`."""
    words = scene.tokens.words
    if start == last or words[start] not in scene.vocabulary["rawatan"]:
        return start
    ends = scene.vocabulary["akhir_sebutan|asal"]
    end = start + 1
    while end < min(last, start + _FULL_KIND) and end not in stops and words[end] not in ends:
        end += 1
    return end


def whereabouts(scene: Scene, figure: Figure, places: tuple[PlaceMention, ...]) -> Breakdown | None:
    """Find where those counted are, where others of the sentence are elsewhere: `73 orang di Lapas Poso, 64 di Rutan Palu`."""
    own = scene.figures[figure.segment]
    at = own.index(figure)
    beside = [other for other in own[max(0, at - 1) : at + 2] if other is not figure]
    alike = [other for other in beside if other.letter == figure.letter or BARE in {other.letter, figure.letter}]
    found = destination(scene, figure, places, kinds=True) if alike else None
    if found is None:
        return None
    elsewhere = (destination(scene, other, places, kinds=True) for other in alike)
    return found if any(other is not None and other != found for other in elsewhere) else None


def label(scene: Scene, figure: Figure) -> Breakdown | None:
    """Take a capitalised label before the figure for the name of a part: `Yayasan Harapan 12 klien`.

    A label that names what is counted is none, nor is the office's clinic behind that: `Rawat jalan di Klinik Pratama: 9`.
    """
    start, end = left_label(scene, figure)
    while start < end and not scene.text[scene.tokens.starts[start]].isupper():
        start += 1
    cued = {
        token
        for hit in scene.hits[figure.segment]
        if any(isinstance(meaning, Cue) for meaning in hit.meanings)
        for token in range(hit.first, hit.last)
    }
    if scene.segments[figure.segment].kind != "item" or not cued.isdisjoint(range(start, end)):
        # The first word of a sentence, or of a list item, is written with a capital whatever it is.
        first, last = scene.bounds[figure.segment]
        cued.add(next((token for token in range(first, last) if scene.tokens.words[token].isalpha()), first))
    # What all offices work on is no name: `Relawan P4GN 47 orang`.
    cued |= {token for token in range(start, end) if scene.tokens.words[token] in scene.vocabulary["urusan_bnn"]}
    own = [token for token in range(start, end) if token not in cued and scene.text[scene.tokens.starts[token]].isupper()]
    dated = any(period.first < end and period.last > start for period in scene.periods[figure.segment])
    if (
        not own
        or dated
        or any(office.last == start for office in scene.offices[figure.segment])
        or scene.where == "title"
        or scene.tokens.words[start] in scene.vocabulary["bukan_bagian"]
        or at_own_clinic(scene, figure.segment, start)
        or _ends_in_verb(scene, end)
        or in_title_case(scene.text, scene.tokens, scene.bounds[figure.segment])
    ):
        return None
    words = wording(scene, start, end)
    return Breakdown(words, {"lain": words})


def at_own_clinic(scene: Scene, segment: int, start: int) -> bool:
    """Tell if a name behind what is counted is the clinic where all of them are: `- Rawat jalan di Klinik Pratama: 9`."""
    words = scene.tokens.words
    start += words[start] in scene.vocabulary["tujuan"]
    if words[start] not in scene.vocabulary["klinik"] or scene.segments[segment].kind != "item":
        return False
    calls = (hit for hit in scene.hits[segment] if hit.last == start - 1)
    return any(isinstance(meaning, Cue) for hit in calls for meaning in hit.meanings)


def _ends_in_verb(scene: Scene, end: int) -> bool:
    """Tell if the word before a figure says what was done, and names nothing: `Kelurahan Temas diikuti 20 orang`."""
    word = scene.tokens.words[end - 1]
    small = not scene.text[scene.tokens.starts[end - 1]].isupper() and word not in scene.vocabulary["targetnya"]
    return small and len(word) > _SHORTEST_VERB and word.startswith(tuple(scene.vocabulary["awalan_kerja"]))


def name_before(scene: Scene, figure: Figure, places: tuple[PlaceMention, ...]) -> Breakdown | None:
    """Take a name of several words, all capitalised, for the part of a figure that is some of those told before.

    `Pondok Aren cuma 1`. Where people are sent or treated is none, nor a region alone, which stands for its office.
    """
    start, end = left_label(scene, figure)
    words = scene.tokens.words
    if end - start < _FULL_NAME or words[start] in scene.vocabulary["pengisi"]:
        return None
    if start and words[start - 1] in scene.vocabulary["tujuan"]:
        return None
    if any(place.first == start and place.last == end for place in places):
        return None
    if not all(scene.text[scene.tokens.starts[token]].isupper() for token in range(start, end)):
        return None
    return label(scene, figure)


def next_labelled(scene: Scene, figure: Figure) -> bool:
    """Tell if the next figure of the sentence that is alike has a label: then this one's is no mere beginning."""
    own = scene.figures[figure.segment]
    following = own[own.index(figure) + 1 : own.index(figure) + 2]
    return any(other.letter in {figure.letter, BARE} and label(scene, other) is not None for other in following)


def index_named(scene: Scene, figure: Figure, indicator: Indicator, cue: str) -> Breakdown | None:
    """Find the name of an index that a sentence only circumscribes: `76 persen klien hidupnya lebih berkualitas`."""
    hits = (hit for hit in scene.parts[figure.segment] if hit.meanings[0].named and indicator.name in hit.meanings[0].of)
    return next((part_told(scene, hit) for hit in hits if " ".join(scene.tokens.words[hit.first : hit.last]) == cue), None)


def without_brackets(words: Sequence[str]) -> Sequence[str]:
    """Leave out what stands in brackets: `Remaja (13-18 tahun) 32 orang`."""
    if "(" not in words or ")" not in words:
        return words
    return (*words[: words.index("(")], *words[words.index(")") + 1 :])
