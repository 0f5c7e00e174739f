"""Names that have something else in them: a number (`BNNK Empat Lawang`, `Desa Tujuh Belas`), a region (`Semarang Utara`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bnnextract.knowledge.gazetteer import PlaceMention
from bnnextract.knowledge.vocabulary import Vocabulary
from bnnextract.model import Quantity
from bnnextract.stages.found.offices import OfficeMention
from bnnextract.stages.found.quantities import Malformed
from bnnextract.tokens import Tokens


def outside_names(
    text: str,
    tokens: Tokens,
    numbers: Iterable[Quantity | Malformed],
    offices: Sequence[OfficeMention],
    places: Sequence[PlaceMention],
    vocabulary: Vocabulary,
) -> tuple[Quantity | Malformed, ...]:
    """Give the numbers that are no part of a name: of an office, of a region, or behind what a place is called.

    Outside the names of offices and regions a number word must be capitalised like the word before it, since
    `tiap desa dua orang` counts.
    """
    spans = [*(office.span for office in offices), *(place.span for place in places)]
    kinds = vocabulary["sebutan_tempat"]

    def names(start: int) -> bool:
        if any(span.start <= start < span.end for span in spans):
            return True
        at = tokens.index(start)
        titled = text[start : start + 2].istitle()
        return titled and at > 0 and tokens.words[at - 1] in kinds and text[tokens.starts[at - 1]].isupper()

    return tuple(number for number in numbers if not (text[number.start].isalpha() and names(number.start)))


def without_districts(
    text: str, tokens: Tokens, places: Sequence[PlaceMention], vocabulary: Vocabulary
) -> tuple[PlaceMention, ...]:
    """Give the places but those that are only the beginning of a district's name: `Semarang Utara` is not Semarang."""
    sides, last = vocabulary["arah"], len(tokens.words)

    def ends(place: PlaceMention) -> bool:
        return place.last == last or tokens.words[place.last] not in sides or not text[tokens.starts[place.last]].isupper()

    return tuple(place for place in places if ends(place))
