"""Towns that stand for their offices: `Badung menangani sembilan kasus` in an article on what a province's offices did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bnnextract.knowledge.gazetteer import LOCAL_DIGITS, PROVINCE_DIGITS, PlaceMention
from bnnextract.knowledge.vocabulary import Vocabulary
from bnnextract.stages.found.offices import OfficeMention
from bnnextract.stages.found.resolution import Resolution
from bnnextract.stages.found.segments import Layout
from bnnextract.tokens import Tokens

# So many offices of cities and regencies are named together at least where their towns stand for them later.
_SEVERAL = 2
# How many words may stand between a town and its verb.
_VERB_REACH = 2


def find_stand_ins(
    tokens: Tokens, layout: Layout, offices: Sequence[Resolution], places: Sequence[PlaceMention], vocabulary: Vocabulary
) -> Iterator[Resolution]:
    """Find the towns that open a sentence as who does something, or as where it was done, and are meant as their offices.

    That is so in an article on a province's office which has named several of its cities' and regencies' together.
    """
    first = next((office.code for office in offices if office.code), None)
    if first is None or len(first) != PROVINCE_DIGITS or sum(len(o.code or "") == LOCAL_DIGITS for o in offices) < _SEVERAL:
        return
    bounds = [(tokens.index(segment.start), tokens.index(segment.end)) for segment in layout.segments]
    known: dict[str, int] = {}
    for start, end in bounds:
        told = {o.code: o for o in offices if start <= o.mention.first < end and o.mention.kind == "named" and o.code}
        local = [code for code in told if len(code) == LOCAL_DIGITS]
        if len(local) >= _SEVERAL:
            known |= {code: end for code in local if code not in known}
        elif not local and len(known) >= _SEVERAL and not any(start <= o.mention.first < end for o in offices):
            for place in places:
                code = next((code for code in place.codes if code in known), None)
                if code and start <= place.first < end and _acts(tokens, start, end, place, vocabulary):
                    mention = OfficeMention(place.span, place.first, place.last, (code,), "named", "kabkota")
                    yield Resolution(mention, code, "only the place of the office is named")


def _acts(tokens: Tokens, start: int, end: int, place: PlaceMention, vocabulary: Vocabulary) -> bool:
    """Tell if a sentence opens with a place, and goes on with what was done by it or there."""
    opening, words = tokens.words[start : place.first], tokens.words
    if not vocabulary["peralihan|penunjuk|dalam|khusus|pembuka_kutipan"].issuperset(opening):
        return False
    if not vocabulary["dalam"].isdisjoint(opening[-1:]):
        return True
    behind = words[place.last : min(place.last + _VERB_REACH, end)]
    return any(word.startswith(tuple(vocabulary["awalan_pelaku"])) for word in behind)
