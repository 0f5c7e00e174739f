"""Numbers written in words that are part of a name: `BNNK Empat Lawang`, `Kepulauan Seribu`, `Desa Tujuh Belas`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

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
    named = set(chain.from_iterable(range(*span) for span in spans))
    kinds = vocabulary["sebutan_tempat"]

    def names(number: Quantity | Malformed) -> bool:
        if not text[number.start].isalpha():
            return False
        if number.start in named:
            return True
        at = tokens.index(number.start)
        titled = text[number.start : number.start + 2].istitle()
        return titled and at > 0 and tokens.words[at - 1] in kinds and text[tokens.starts[at - 1]].isupper()

    return tuple(number for number in numbers if not names(number))
