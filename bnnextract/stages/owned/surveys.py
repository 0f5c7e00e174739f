"""Whose a figure is that was surveyed: the country's, that of a place told with it, or as others are."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from bnnextract.knowledge.constructions import BARE, PERCENT
from bnnextract.knowledge.gazetteer import NATIONAL, PROVINCE_DIGITS, PlaceMention
from bnnextract.knowledge.indicators import Indicator
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.owned.ascription import Ascription
from bnnextract.stages.owned.nationwide import nationwide, told_nationwide
from bnnextract.stages.owned.sharing import Surroundings

# How far before a figure the place stands that it is surveyed in.
_REGION_REACH = 30
# How far before BNN the word may stand that makes it one of those who surveyed.
_SURVEYED_REACH = 5
# How many sentences before a figure the country's survey may be announced.
_ANNOUNCED_BACK = 2
# How many words behind `provinsi` the one may stand that points back.
_POINTING = 2
# No province has so many people who use drugs, and how many words lead from a share to them.
_OF_A_COUNTRY = 2_000_000
_TO_ALL = 3
# How far behind a figure the place may stand where those counted are.
_PLACE_BEHIND = 8


def surveyed(
    scene: Scene,
    figure: Figure,
    indicator: Indicator,
    ascription: Ascription,
    around: Surroundings,
    before: Ascription | None,
    last: Figure | None,
) -> Ascription:
    """Decide whose figure something is that is surveyed: the country's, that of the place told with it, else as others.

    `before` is whose the figure surveyed before it in the paragraph is, `last` the figure before it: in one sentence both are
    the same one's (`di Bali 7,0 persen pada 2011, atau sekitar 491.000 orang`).
    """
    if around.main is None and ascription.code is None and not _names_agency(scene, figure):
        return ascription
    if located := _place_behind(scene, figure, around):
        return located
    large = indicator.national_from is not None and figure.quantity.value >= indicator.national_from
    large = large or _is_of_a_country(scene, figure)
    if ascription.code != NATIONAL and (large or nationwide(scene, figure) or _opened_nationwide(scene, figure, around)):
        return Ascription(NATIONAL, "told of the whole country", sure=not large and ascription.sure)
    if region := _find_region(scene, figure, around):
        return region if region.code != ascription.code else ascription
    beside = before if before is not None and last is not None and last.segment == figure.segment else None
    if ascription.code == NATIONAL:
        return replace(beside, sure=False) if beside is not None else ascription
    if before is not None and not (before.code == NATIONAL and _tells_itself(scene, figure, ascription)):
        return replace(before, sure=False)
    if _by_agency(scene, figure) or _announced_nationally(scene, figure):
        return Ascription(NATIONAL, "surveyed by BNN, of no place that is told", sure=False)
    return ascription if scene.offices[figure.segment] else replace(ascription, sure=False)


def _tells_itself(scene: Scene, figure: Figure, ascription: Ascription) -> bool:
    """Tell if the office whose a figure would be else opens its sentence: `BNNP Bali memperkirakan ada 52 ribu pengguna`."""
    first = scene.bounds[figure.segment][0]
    return any(office.first == first and office.code == ascription.code for office in scene.offices[figure.segment])


def _is_of_a_country(scene: Scene, figure: Figure) -> bool:
    """Tell if a share is told again as more people than a province has: `1,73 persen atau setara 3,33 juta penduduk`."""
    if figure.letter != PERCENT:
        return False
    own = scene.figures[figure.segment]
    after = own.index(figure) + 1
    if after == len(own) or own[after].quantity.unit != "orang" or own[after].quantity.value < _OF_A_COUNTRY:
        return False
    between = scene.tokens.words[figure.last : own[after].first]
    return 0 < len(between) <= _TO_ALL and between[0] in scene.vocabulary["setara_bagian"]


def _opened_nationwide(scene: Scene, figure: Figure, around: Surroundings) -> bool:
    """Tell if the country was told before a figure, and no place since: `Survei nasional BNN tahun 2023 menyebutkan …`."""
    first = scene.bounds[figure.segment][0]
    places = [place.last for place in around.places if first <= place.first and place.last <= figure.first]
    offices = [office.last for office in scene.offices[figure.segment] if office.mention.kind != "bare"]
    since = max((end for end in (*places, *offices) if end <= figure.first), default=first)
    return told_nationwide(scene, figure, range(since, figure.first))


def _names_agency(scene: Scene, figure: Figure) -> bool:
    """Tell if the paragraph of a figure names BNN or an office of it."""
    paragraph = scene.segments[figure.segment].paragraph
    return any(offices and scene.segments[at].paragraph == paragraph for at, offices in enumerate(scene.offices))


def _by_agency(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence names BNN, and no office of it, as who surveyed: `survei BNN bersama LIPI`, `survei BRIN dan BNN`."""
    first = scene.bounds[figure.segment][0]
    return any(
        office.mention.kind == "bare"
        and office.mention.level is None
        and not scene.vocabulary["survei"].isdisjoint(
            scene.tokens.words[max(first, office.first - _SURVEYED_REACH) : office.first]
        )
        for office in scene.offices[figure.segment]
    )


def _announced_nationally(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence before announces the country's survey, without figures: `memakai hasil survei nasional`."""
    for segment in range(figure.segment - 1, max(-1, figure.segment - 1 - _ANNOUNCED_BACK), -1):
        if scene.figures[segment] or scene.offices[figure.segment]:
            return False
        words = scene.tokens.words[slice(*scene.bounds[segment])]
        if any(one in scene.vocabulary["survei"] and two in scene.vocabulary["nasional"] for one, two in pairwise(words)):
            return True
    return False


def _find_region(scene: Scene, figure: Figure, around: Surroundings) -> Ascription | None:
    """Find the office of the place right before a figure of what is surveyed there: `pengguna di NTB mencapai 51.519`."""
    first = scene.bounds[figure.segment][0]
    named = {token for office in scene.offices[figure.segment] for token in range(office.first, office.last)}
    for place in reversed(around.places):
        near = first <= place.first and place.last <= figure.first and place.first not in named
        if near and scene.distance(place.last, figure.first) <= _REGION_REACH and (code := _region(around, place)):
            words = scene.text[place.span.start : place.span.end]
            return Ascription(code, f"“{words}” is where it is so", sure=False)
    return _this_province(scene, figure, around) or _ranked_before(scene, figure, around)


def _ranked_before(scene: Scene, figure: Figure, around: Surroundings) -> Ascription | None:
    """Find the office of the one place that the sentence before, without counts, ranks in the country or asks for.

    `Bali peringkat satu nasional. Menurut survei prevalensinya 6 persen`, `Bagaimana di Bali? Prevalensinya 6 persen`.
    """
    before = figure.segment - 1
    if before < 0:
        return None
    asks = scene.text[: scene.segments[before].end].endswith("?")
    if not asks and scene.segments[before].paragraph != scene.segments[figure.segment].paragraph:
        return None
    if any(other.letter != BARE for other in scene.figures[before]):
        return None
    first, last = scene.bounds[before]
    words = scene.tokens.words[first:last]
    if not asks and (scene.vocabulary["peringkat"].isdisjoint(words) or scene.vocabulary["nasional"].isdisjoint(words)):
        return None
    here = scene.bounds[figure.segment]
    if any(here[0] <= place.first < figure.first for place in around.places):
        return None
    codes = {code for place in around.places if first <= place.first < last and (code := _region(around, place))}
    if len(codes) != 1:
        return None
    return Ascription(codes.pop(), "the place of the sentence before", sure=False)


def _this_province(scene: Scene, figure: Figure, around: Surroundings) -> Ascription | None:
    """Find the office of the province that a sentence points back to: `prevalensi di provinsi ini 0,1 persen`."""
    words = scene.tokens.words
    for token in range(scene.bounds[figure.segment][0], figure.first):
        pointed = words[token + 1 : min(token + 1 + _POINTING, figure.first)]
        if words[token] in scene.vocabulary["provinsi"] and not scene.vocabulary["penunjuk"].isdisjoint(pointed):
            named = [place for place in around.places if place.last <= token and len(place.codes) == 1]
            code = named[-1].codes[0][:PROVINCE_DIGITS] if named else (around.main or "")[:PROVINCE_DIGITS]
            return Ascription(code, "the province named before", sure=False) if code not in {"", NATIONAL} else None
    return None


def _place_behind(scene: Scene, figure: Figure, around: Surroundings) -> Ascription | None:
    """Find the office of the place right behind a figure of those who are there: `57.723 orang di antaranya ada di Bali`."""
    last = scene.bounds[figure.segment][1]
    for place in around.places:
        if figure.last < place.first < min(last, figure.last + _PLACE_BEHIND):
            between = scene.tokens.words[figure.last : place.first]
            if scene.vocabulary["berada"].issuperset(between) and (code := _region(around, place)):
                words = scene.text[place.span.start : place.span.end]
                return Ascription(code, f"“{words}” is where they are", sure=False)
    return None


def _region(around: Surroundings, place: PlaceMention) -> str | None:
    """Give the region with an office that a place is: the article's own, else the only one of that name, or its province."""
    own = (around.main or "")[:PROVINCE_DIGITS]
    codes = [code for code in place.codes if around.gazetteer.regions[code].office]
    provinces = [c for c in codes if len(c) == PROVINCE_DIGITS and all(code.startswith(c) for code in codes)]
    for known in ([c for c in codes if c == around.main], [c for c in codes if c.startswith(own)], codes, provinces):
        if len(known) == 1:
            return known[0]
    return None
