"""Texts that tell of the work of BNN's offices, and those that only name one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count

from bnnextract.knowledge.vocabulary import Vocabulary
from bnnextract.stages.found.offices import OfficeMention
from bnnextract.tokens import Tokens, stem

# A text of fewer words may leave what an office does to what is known of it: `BNNP Bali mengungkap 12 kasus.`
_SHORT = 120


def is_short(tokens: Tokens) -> bool:
    """Tell if a text is too short to expect of it that it says what the office that it names works on."""
    return len(tokens.words) < _SHORT


def tells_of_drugs(tokens: Tokens, offices: Sequence[OfficeMention], vocabulary: Vocabulary) -> bool:
    """Tell if a text has, outside the names of offices, a word of what these work on: `narkoba`, `rehabilitasi`.

    An article on floods or on prices in which an office is only named among those present has none.
    """
    topic = vocabulary["pokok"]
    named = {at for office in offices for at in range(office.first, office.last)}
    as_listed = compress(count(), map(topic.__contains__, tokens.words))
    return any(at not in named for at in as_listed) or any(
        at not in named and stem(word) in topic for at, word in enumerate(tokens.words)
    )
