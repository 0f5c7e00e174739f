"""Mentions of offices to offices: which one each mention means in its article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from bnnextract.knowledge.gazetteer import LOCAL_DIGITS, NATIONAL, PROVINCE_DIGITS, Gazetteer, PlaceMention
from bnnextract.stages.found.offices import OfficeMention

# How many words behind an office its seat may stand: `BNNK Gorontalo yang berkantor di Limboto`.
_SEAT_REACH = 6
# How many words before a bare mention the place may stand to which the text has turned.
_TURN_REACH = 4
# How many words apart two offices stand that one list names.
_LIST_REACH = 6
# How far into an article its first office may be named for the article to be about it: code points.
_LEAD = 700
# How far into its lead an article tells where it was written: code points. The code of the province where that tells nothing.
_DATELINE, _CAPITAL = 40, "31"


class Resolution(NamedTuple):
    """A mention with the code of the office it means, None where it is none or cannot be told, and what is in doubt."""

    mention: OfficeMention
    code: str | None
    doubt: str | None


def resolve_offices(
    mentions: Sequence[OfficeMention],
    gazetteer: Gazetteer,
    places: Sequence[PlaceMention] = (),
    seats: Sequence[PlaceMention] = (),
    *,
    lead: int = 0,
) -> tuple[Resolution, ...]:
    """Decide which office each mention of one article means.

    `places` are the places that the article names, `seats` the towns from which a region is governed, and its lead begins
    at `lead`, behind headlines.

    - A name that fits several regions is the one whose seat is told right behind it; else the one that another mention,
      a seat or a place of the article settles; else, with a doubt, the province, the only one where an office is known, or
      the regency, since a city is rather told as one. A place settles nothing against the only one where an office is known.
    - Bare `BNNP` is the province office named last before it, else first after it; else, with a doubt, that of the
      province of the article's other offices or places. Bare `BNNK` likewise is the city or regency office.
    - Bare `BNN` is the office meant last, where the article is about a local office: it names one in its lead, before
      it names or introduces the national one, or it is from the place of the only one that it names. Else it is the national
      office.
    - A generic mention is none; but where an article names only houses of BNN (`Balai Rehabilitasi BNN Baddoka`), what it
      tells of them is the national office's, with a doubt.
    """
    if mentions and all(mention.house for mention in mentions):
        return tuple(Resolution(mention, NATIONAL, "the article names only a house of BNN") for mention in mentions)
    named = [_named(mention, mentions, gazetteer, places, seats) for mention in mentions]
    levelled = [
        _levelled(index, named, gazetteer, places) if mention.kind == "bare" and mention.level is not None else named[index]
        for index, mention in enumerate(mentions)
    ]
    # A headline cuts names short: it counts only where the lead names no office.
    local = _is_local([mention for mention in mentions if mention.span.start >= lead])
    if local is None:
        local = _is_local(mentions) or False
    local = local or _is_at_home(mentions, places, lead)
    return tuple(
        _unlevelled(index, levelled, gazetteer, local=local)
        if mention.kind == "bare" and mention.level is None
        else levelled[index]
        for index, mention in enumerate(mentions)
    )


def _named(
    mention: OfficeMention,
    mentions: Sequence[OfficeMention],
    gazetteer: Gazetteer,
    places: Sequence[PlaceMention],
    seats: Sequence[PlaceMention],
) -> Resolution:
    if len(mention.codes) < 2:
        return Resolution(mention, mention.codes[0] if mention.codes else None, None)
    seated = [seat.codes[0] for seat in seats if 0 <= seat.first - mention.last <= _SEAT_REACH]
    if (code := _only(code for code in mention.codes if code in seated)) is not None:
        return Resolution(mention, code, None)
    if (code := _beside_namesake(mention, mentions)) is not None and gazetteer.regions[code].office:
        return Resolution(mention, code, None)
    certain = [other.codes[0] for other in mentions if len(other.codes) == 1]
    told = [place.codes[0] for place in places if len(place.codes) == 1]
    provinces = {gazetteer.regions[code].province for code in (*certain, *told) if code != NATIONAL}
    local = [code for code in mention.codes if len(code) == LOCAL_DIGITS]
    known = _only(code for code in mention.codes if gazetteer.regions[code].office)
    # A city is named as where something happened, though the office of its name be the regency's.
    plain = known is None or known in told or len(local) < len(mention.codes)
    for choices in (set(certain), {seat.codes[0] for seat in seats}, set(told) if plain else set()):
        if (code := _only(code for code in mention.codes if code in choices)) is not None:
            return Resolution(mention, code, None)
    if len(local) == len(mention.codes):
        near = [code for code in local if gazetteer.regions[code].province in provinces]
        if len({gazetteer.regions[code].province for code in local}) > 1 and len(near) == 1:
            return Resolution(mention, near[0], None)
    names = " or ".join(gazetteer.office_of(code).name for code in mention.codes)
    province = next((code for code in mention.codes if len(code) == PROVINCE_DIGITS), None)
    regency = next((code for code in mention.codes if gazetteer.regions[code].level == "kabupaten"), None)
    return Resolution(mention, province or known or regency, f"the name fits {names}")


def _beside_namesake(mention: OfficeMention, mentions: Sequence[OfficeMention]) -> str | None:
    """Give the regency of `BNNK Gorontalo` where `BNN Kota Gorontalo` stands near it, in the same list."""
    if mention.level is None:
        return None
    beside = {
        other.codes[0]
        for other in mentions
        if len(other.codes) == 1 and other.codes[0] in mention.codes and abs(other.first - mention.first) <= _LIST_REACH
    }
    return _only(code for code in mention.codes if code not in beside) if beside else None


def _levelled(index: int, named: Sequence[Resolution], gazetteer: Gazetteer, places: Sequence[PlaceMention]) -> Resolution:
    """Resolve a bare mention that tells its level."""
    mention = named[index].mention
    length = PROVINCE_DIGITS if mention.level == "provinsi" else LOCAL_DIGITS
    here = [place.codes[0] for place in places if place.span.end <= mention.span.start and len(place.codes) == 1]
    if mention.local and (known := [code for code in here if len(code) == length]):
        return Resolution(mention, known[-1], None)
    if (turned := _turned_to(mention, named, places, length)) is not None:
        return Resolution(mention, turned, None)
    near = _nearest(index, named, lambda code: len(code) == length and code != NATIONAL)
    if near is not None:
        return near._replace(mention=mention)
    other = _nearest(index, named, lambda code: code != NATIONAL)
    if length == 2 and other is not None and other.code is not None:
        return Resolution(mention, gazetteer.regions[other.code].province, "the province of the office that the article names")
    told = [place.codes[0] for place in places if len(place.codes) == 1]
    if length == 2:
        told = [gazetteer.regions[code].province for code in told]
    code = _only(code for code in told if len(code) == length)
    if code is not None:
        return Resolution(mention, code, "the office is taken from the place that the article names")
    return Resolution(mention, None, "the article does not tell of which place the office is")


def _turned_to(mention: OfficeMention, named: Sequence[Resolution], places: Sequence[PlaceMention], length: int) -> str | None:
    """Give the office named elsewhere whose place stands right before a bare mention: `Kembali ke Batu. Kepala BNNK …`."""
    near = [place for place in places if 0 <= mention.first - place.last <= _TURN_REACH and len(place.codes) == 1]
    codes = {one.code for one in named if one.mention.kind == "named" and one.code and len(one.code) == length}
    return near[-1].codes[0] if near and near[-1].codes[0] in codes else None


def _is_local(mentions: Sequence[OfficeMention]) -> bool | None:
    """Tell whether an article is about local offices: one is named in its lead before the national one is.

    None where neither is.
    """
    for mention in mentions:
        if mention.span.start > _LEAD:
            return None
        if mention.kind == "named":
            return mention.codes != (NATIONAL,)
        if mention.kind == "bare":
            if mention.level is not None:
                return True
            if mention.written_out:
                return False
    return None


def _is_at_home(mentions: Sequence[OfficeMention], places: Sequence[PlaceMention], lead: int) -> bool:
    """Tell if an article's headline or dateline names the place of the only local office that it names.

    `BATU - Badan Narkotika Nasional (BNN) memeriksa 900 orang. … kata Kepala BNN Kota Batu`. Offices below that of a province
    are told by it. Whatever is from Jakarta may be the national one's.
    """
    named = {mention.codes for mention in mentions if mention.kind == "named"}
    codes = [told[0] for told in named if len(told) == 1]
    if not codes or len(codes) < len(named) or NATIONAL in codes:
        return False
    highest = min(codes, key=len)
    opening = chain.from_iterable(place.codes for place in places if place.span.start <= lead + _DATELINE)
    at_home = any(code.startswith(highest) and not code.startswith(_CAPITAL) for code in opening)
    return at_home and all(code.startswith(highest) for code in codes)


def _unlevelled(index: int, resolved: Sequence[Resolution], gazetteer: Gazetteer, *, local: bool) -> Resolution:
    """Resolve bare `BNN`: behind a list of a province's offices it is the province's, where the article names that one."""
    mention = resolved[index].mention
    near = _nearest(index, resolved, lambda _: True) if local else None
    if near is None or near.code is None:
        return Resolution(mention, NATIONAL, None)
    code = near.code
    named = [one.code for one in reversed(resolved[:index]) if one.code and one.mention.kind == "named"]
    if len(code) > PROVINCE_DIGITS and len(named) > 1 and named[1] != code:
        province = gazetteer.regions[code].province
        if named[1].startswith(province) and province in named:
            return Resolution(mention, province, None)
    return near._replace(mention=mention)


def _nearest(index: int, resolved: Sequence[Resolution], fits: Callable[[str], bool]) -> Resolution | None:
    """Give the last mention before one whose code fits, else the first after it."""
    around: Iterator[Resolution] = iter((*reversed(resolved[:index]), *resolved[index + 1 :]))
    return next((one for one in around if one.code is not None and fits(one.code)), None)


def _only(codes: Iterable[str]) -> str | None:
    distinct = set(codes)
    return distinct.pop() if len(distinct) == 1 else None
