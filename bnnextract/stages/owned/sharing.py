"""Figures that are several ones': each office's or each part's, or an office's that only its place is told for."""

from __future__ import annotations

from collections.abc import Sequence

from bnnextract.frozen import frozen
from bnnextract.knowledge.gazetteer import PROVINCE_DIGITS, Gazetteer, PlaceMention
from bnnextract.model import Year
from bnnextract.stages.bound.series import years_of_row, years_told
from bnnextract.stages.counted.lone import row_of
from bnnextract.stages.dated.dating import Dating
from bnnextract.stages.found.scenes import Figure, PlacedOffice, PlacedPeriod, Scene
from bnnextract.stages.owned.ascription import Ascription
from bnnextract.stages.parted.labels import Breakdown, left_label
from bnnextract.stages.parted.listed import parts_listed

Share = Ascription | Dating | Breakdown

# How far before a figure the words stand that make it each one's.
_EACH_REACH = 4
# Among how many words an answer has its figure, and among how many at its end a question its mark.
_ANSWER_REACH = 4
_CLOSING = 2
# How a word ends that tells what belongs to what was told.
_ITS = "nya"
# So many figures make no list of which the first may be told in more words.
_PAIR = 2
# How many words may stand before the first place of a list of offices.
_LIST_REACH = 6


@frozen()
class Surroundings:
    """The places told in a text, and the office it is about."""

    gazetteer: Gazetteer
    places: tuple[PlaceMention, ...]
    main: str | None


def find_branch(scene: Scene, figure: Figure, around: Surroundings, beside: Ascription | None) -> Ascription | None:
    """Find the city or regency office of a figure that only its place is told for: `Untuk BNNK, Badung 9 kasus`.

    `beside` is whose the figure before it in the sentence is: where that is such an office's, so is this one. A place
    behind `oleh` is an office wherever it stands, and so are those of the list behind it: `tiga oleh Tual, dua di Namrole`.
    """
    first, last = scene.bounds[figure.segment]
    here = [place for place in around.places if first <= place.first < last]
    if around.main is None or not here:
        return None
    head = scene.segments[figure.segment].head
    segments = (figure.segment,) if head is None else (figure.segment, head)
    listed = beside is not None and beside.code is not None and len(beside.code) > PROVINCE_DIGITS == len(around.main)
    in_list = not listed and _lists_branches(scene, figure, around)
    listed = listed or in_list or _speaks_of_branches(scene, segments)
    listed = listed or (len(around.main) == PROVINCE_DIGITS and _lists_province(scene, figure.segment))
    behind = scene.tokens.words[figure.last : figure.last + 1]
    if not scene.vocabulary["oleh" if not listed else "asal"].isdisjoint(behind):
        doers = (place for place in here if place.first == figure.last + 1)
        doers = (place for place in doers if not _is_one_of_places(scene, figure, place, around))
        if code := next((code for place in doers if (code := _local(around, place))), None):
            return Ascription(code, "the office of the place behind the figure", sure=True)
    if beside is not None and listed and (rest := _rest_at(scene, figure, around)):
        return Ascription(rest, "the office of the place where the rest is", sure=True)
    places = [place for place in here if place.first <= figure.first]
    start, end = left_label(scene, figure) if places else (first, first)
    alone = len(scene.figures[figure.segment]) == 1 and not scene.offices[figure.segment]
    for place in places:
        # `RSUD Tarakan 15` is no office's.
        inside = start <= place.first and place.last <= end
        named = inside and not scene.vocabulary["lembaga"].isdisjoint(scene.tokens.words[start : place.first])
        opens = in_list and _opens_list(scene, figure, place)
        labels = (inside and not named) or (alone and _opens_with(scene, first, place))
        if (labels or opens) and (code := _local(around, place)):
            if not opens and not (listed and start <= place.first) and not _named_before(scene, figure, code, around):
                continue
            words = scene.text[place.span.start : place.span.end]
            return Ascription(code, f"“{words}” among the offices of cities and regencies", sure=True)
    return None


def _lists_branches(scene: Scene, figure: Figure, around: Surroundings) -> bool:
    """Tell if the sentence of a figure lists what a province's offices of the one before have, by their places alone.

    `…, termasuk yang di BNNK. Banjarbaru 40, Balangan 27`, `Badung misalnya menggelar 64 kali, Gianyar 41 kali`.
    """
    before = figure.segment - 1
    if before < 0 or scene.segments[before].paragraph != scene.segments[figure.segment].paragraph:
        return False
    if not _speaks_of_branches(scene, (before,)):
        return False
    labels = [left_label(scene, other)[0] for other in scene.figures[figure.segment]]
    named = {place.first for place in around.places}
    return len(labels) > 1 and named.issuperset(labels[len(labels) > _PAIR :])


def _rest_at(scene: Scene, figure: Figure, around: Surroundings) -> str | None:
    """Give the office of the place where the rest of what offices have is told: `132 di BNNK Batu dan 50 sisanya di Malang`.

    Of two things told together each is: `Sisanya 2 kasus dan 3 tersangka di Malang`.
    """
    words, rest = scene.tokens.words, scene.vocabulary["sisa"]
    first, last = scene.bounds[figure.segment]
    told = first < figure.first and not rest.isdisjoint(words[max(first, figure.first - _PAIR) : figure.first])
    at = figure.last
    for other in scene.figures[figure.segment]:
        if other.first == at + 1 and words[at] in scene.vocabulary["perangkai"]:
            at = other.last
        elif other.last == figure.first - 1 and words[other.last] in scene.vocabulary["perangkai"] and other.first > first:
            told = told or words[other.first - 1] in rest
    if at < last and words[at] in rest:
        told, at = True, at + 1
    if not told or at + 1 >= last or words[at] not in scene.vocabulary["dalam"]:
        return None
    return next((code for place in around.places if place.first == at + 1 and (code := _local(around, place))), None)


def _is_one_of_places(scene: Scene, figure: Figure, place: PlaceMention, around: Surroundings) -> bool:
    """Tell if another place without a figure stands behind that of a figure: `dua klinik di Badung dan Gianyar` are of both."""
    if scene.vocabulary["daftar"].isdisjoint(scene.tokens.words[place.last : place.last + 1]):
        return False
    other = next((other for other in around.places if other.first == place.last + 1), None)
    behind = () if other is None else (other.last, other.last + 1)
    return other is not None and not any(own.first in behind for own in scene.figures[figure.segment])


def _opens_list(scene: Scene, figure: Figure, place: PlaceMention) -> bool:
    """Tell if a place opens the sentence whose first figure is its own: `"Badung misalnya, mereka menggelar 64 kali`."""
    first = scene.bounds[figure.segment][0]
    if figure is not scene.figures[figure.segment][0] or not 0 <= place.first - first <= 1:
        return False
    return place.first == first or not scene.tokens.words[first].isalpha()


def _lists_province(scene: Scene, segment: int) -> bool:
    """Tell if a sentence has a figure for the province's office beside others: `kantor provinsi 31, Badung 7`."""
    words = scene.tokens.words
    return any(words[figure.first - 1] in scene.vocabulary["provinsi"] for figure in scene.figures[segment])


def _opens_with(scene: Scene, first: int, place: PlaceMention) -> bool:
    """Tell if a sentence opens with the place that its one figure is of: `Khusus Poso, katanya, klien berjumlah 61 orang`."""
    opening = scene.tokens.words[first : place.first]
    return bool(opening) and scene.vocabulary["khusus|perihal|peralihan|dalam"].issuperset(opening)


def _named_before(scene: Scene, figure: Figure, code: str, around: Surroundings) -> bool:
    """Tell if a paragraph has named an office before a figure's sentence: `…, termasuk BNNK Poso. Khusus Poso 61 orang`.

    Offices may be named by their places alone: `tiga BNNK, yaitu Poso, Sigi dan Palu`.
    """
    paragraph = scene.segments[figure.segment].paragraph
    return any(
        office.code == code or (office.mention.kind == "generic" and code in _places_behind(scene, office, around))
        for segment in range(figure.segment)
        if paragraph - scene.segments[segment].paragraph <= 1
        for office in scene.offices[segment]
        if office.mention.level == "kabkota"
    )


def _places_behind(scene: Scene, office: PlacedOffice, around: Surroundings) -> set[str]:
    """Give the places listed behind offices of cities and regencies that are not named: `tiga BNNK, yaitu Poso dan Sigi`."""
    codes: set[str] = set()
    last, end = office.last, scene.bounds[office.segment][1]
    for place in around.places:
        if not office.last <= place.first < end:
            continue
        between = scene.tokens.words[last : place.first]
        if len(between) > _LIST_REACH or (codes and not scene.vocabulary["daftar"].issuperset(between)):
            break
        if not codes and scene.vocabulary["pembuka_daftar"].isdisjoint(between):
            break
        if code := _local(around, place):
            codes.add(code)
        last = place.last
    return codes


def shares(scene: Scene, figure: Figure, around: Surroundings) -> tuple[Share, ...]:
    """Give the several offices, years, places or parts that one figure is told for: `A dan B masing-masing 5`.

    Of as many figures as there are of those each is one's, in order: `A dan B masing-masing 5 dan 7`.
    """
    at = _each_before(scene, figure)
    if at is None:
        row = row_of(scene, figure)
        years = years_of_row(scene, row)
        return (_dated(*years[row.index(figure)]),) if years else ()
    ones = _ones(scene, figure.segment, at, around)
    alike = [other for other in row_of(scene, figure) if other.first > at]
    between = [other for other in scene.figures[figure.segment] if at < other.first < alike[0].first]
    # `masing-masing satu kasus dengan satu tersangka`: both are each one's.
    if between and not (len(between) == 1 and goes_with(scene, between[0], alike[0])):
        return ()
    if len(alike) == len(ones) > 1:
        return (ones[alike.index(figure)],)
    if figure is not alike[0] or scene.tokens.words[at] in scene.vocabulary["berturut_turut"]:
        return ()
    return ones or (_ones_behind(scene, figure, around) if at == figure.first - 1 else ())


def goes_with(scene: Scene, figure: Figure, other: Figure) -> bool:
    """Tell if nothing but `dengan` or a comma parts two figures, and what of the first the second counts: `, tersangkanya`."""
    each = scene.vocabulary["masing_masing"]
    between = tuple(word for word in scene.tokens.words[figure.last : other.first] if word not in each)
    joining = scene.vocabulary["disertai|daftar"]
    if len(between) > 1 and between[-1].endswith(_ITS) and between[-1] not in scene.vocabulary["sisa"]:
        between = between[:-1]
    return joining.issuperset(between)


def shares_out(scene: Scene, segment: int) -> bool:
    """Tell if a segment says that a target is shared out among parts."""
    words = scene.tokens.words[slice(*scene.bounds[segment])]
    return not scene.vocabulary["dibagi"].isdisjoint(words) and not scene.vocabulary["jatah"].isdisjoint(words)


def allots(scene: Scene, segment: int) -> bool:
    """Tell if a segment tells what someone gets of a target named in the sentence before: `BNNP kebagian 11 kasus`.

    So does one that opens with another office, which gets some: `Target BNNP Bali 11 kasus. BNNK Badung mendapat 6 kasus`.
    """
    words = scene.tokens.words[slice(*scene.bounds[segment])]
    return not scene.vocabulary["kebagian"].isdisjoint(words) or _another_gets(scene, segment)


def _another_gets(scene: Scene, segment: int) -> bool:
    """Tell if a segment opens with an office that the one before does not name, as it does others, and with what this gets."""
    if not segment or not scene.offices[segment]:
        return False
    opening = next((office for office in scene.offices[segment] if office.first == scene.bounds[segment][0]), None)
    if opening is None:
        return False
    if scene.vocabulary["mendapat"].isdisjoint(scene.tokens.words[opening.last : opening.last + 1]):
        return False
    named = {office.code for office in scene.offices[segment - 1]} - {None}
    return bool(named) and opening.code not in named and any(f.first == opening.last + 1 for f in scene.figures[segment])


def names_target(scene: Scene, segment: int) -> bool:
    """Tell if a segment speaks of a target and gives no figure of it."""
    words = scene.tokens.words[slice(*scene.bounds[segment])]
    return not scene.figures[segment] and not scene.vocabulary["jatah"].isdisjoint(words)


def answers_target(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure opens the answer to a question for a target: `Berapa target tahun ini?` and then `Ada, 45 orang`.

    One that asks what became of the target (`Target tahun ini tercapai?`) asks for no number of it.
    """
    before, first = figure.segment - 1, scene.bounds[figure.segment][0]
    if figure.first - first > _ANSWER_REACH or before < 0 or scene.figures[figure.segment][0] is not figure:
        return False
    last = scene.bounds[before][1]
    asked = "?" in scene.tokens.words[max(0, last - _CLOSING) : last]
    return asked and names_target(scene, before) and not attains(scene, before) and not attains(scene, figure.segment)


def attains(scene: Scene, segment: int) -> bool:
    """Tell if a segment tells what was attained."""
    return not scene.vocabulary["capai"].isdisjoint(scene.tokens.words[slice(*scene.bounds[segment])])


def _dated(year: Year, period: PlacedPeriod) -> Dating:
    return Dating(year, None, "one of the years told in a row", sure=True, mention=period)


def _each_before(scene: Scene, figure: Figure) -> int | None:
    """Find the word before a figure that makes it each one's; only few words, and other figures, may stand between."""
    first = scene.bounds[figure.segment][0]
    each = scene.vocabulary["masing_masing|berturut_turut"]
    if each.isdisjoint(scene.tokens.words[first : figure.first]):
        return None
    taken = {token for other in scene.figures[figure.segment] for token in range(other.first, other.last)}
    left = _EACH_REACH
    for token in range(figure.first - 1, first - 1, -1):
        if scene.tokens.words[token] in each:
            led = next((o for o in scene.figures[figure.segment] if o.last <= token and goes_with(scene, o, figure)), None)
            return token if led is None else _each_before(scene, led) or token  # `masing-masing 4 kasus, pelakunya sama-sama 7`
        left -= token not in taken
        if not left:
            break
    return None


def _ones(scene: Scene, segment: int, at: int, around: Surroundings) -> tuple[Share, ...]:
    """Give those that are named before `masing-masing`, back to where another clause or figure ends."""
    words = scene.tokens.words
    taken = {token for other in scene.figures[segment] for token in range(other.first, other.last)}
    start = at
    while (
        start > scene.bounds[segment][0] and start - 1 not in taken and words[start - 1] not in scene.vocabulary["batas_masing"]
    ):
        start -= 1
    return _named_within(scene, segment, start, at, around)


def _ones_behind(scene: Scene, figure: Figure, around: Surroundings) -> tuple[Share, ...]:
    """Give those that are listed after a figure that is each one's: `masing-masing tiga dari A, B dan C`."""
    words = scene.tokens.words
    end = scene.bounds[figure.segment][1]
    if figure.last >= end or words[figure.last] not in scene.vocabulary["asal"]:
        return ()
    others = [other.first for other in scene.figures[figure.segment] if other.first > figure.first]
    return _named_within(scene, figure.segment, figure.last + 1, min(others, default=end), around)


def _named_within(scene: Scene, segment: int, start: int, end: int, around: Surroundings) -> tuple[Share, ...]:
    """Give the several offices, else years, else places that are offices' or parts, named in a stretch of tokens."""
    offices = _offices_listed(scene, segment, start, end, around)
    if len(offices) > 1 and all(offices):
        return tuple(Ascription(code, "one of the offices with “masing-masing”", sure=True) for code in offices)
    years = years_told(scene, segment, start, end)
    if len(years) > 1:
        return tuple(_dated(year, period) for year, period in years)
    named = {token for office in scene.offices[segment] for token in range(office.first, office.last)}
    places = [p for p in around.places if start <= p.first and p.last <= end and p.first not in named]
    of_branches = _speaks_of_branches(scene, (segment,)) or _lists_province(scene, segment)
    branches = [_local(around, place) for place in places] if of_branches else []
    if len(branches) > 1 and all(branches):
        return tuple(Ascription(code, "one of the places with “masing-masing”", sure=True) for code in branches)
    return parts_listed(scene, segment, start, end, places)


def _offices_listed(scene: Scene, segment: int, start: int, end: int, around: Surroundings) -> list[str | None]:
    """Give the offices of a stretch, those too that only their places are named for: `BNNK Poso, Sigi dan Palu`."""
    words = scene.tokens.words
    codes: list[str | None] = []
    for office in scene.offices[segment]:
        if not (start <= office.first and office.last <= end):
            continue
        codes.append(office.code)
        last = office.last
        for place in around.places:
            between = words[last : place.first]
            listed = last < place.first and place.last <= end and scene.vocabulary["daftar"].issuperset(between)
            if office.mention.kind == "named" and listed and (code := _local(around, place)) and code not in codes:
                codes.append(code)
                last = place.last
    return codes


def _speaks_of_branches(scene: Scene, segments: Sequence[int]) -> bool:
    """Tell if a segment speaks of the offices of cities and regencies without naming one."""
    return any(
        office.mention.level == "kabkota" and office.mention.kind != "named"
        for segment in segments
        for office in scene.offices[segment]
    )


def _local(around: Surroundings, place: PlaceMention) -> str | None:
    """Give the city or regency that a place is, if it is one of the article's province and no other there is so called."""
    regions = around.gazetteer.regions
    codes = [
        code for code in place.codes if len(code) > PROVINCE_DIGITS and code.startswith((around.main or "")[:PROVINCE_DIGITS])
    ]
    known = [code for code in codes if regions[code].office] or codes
    return known[0] if len(known) == 1 else None
