"""What became of every number of a text, for people who ask."""

from __future__ import annotations

from collections.abc import Sequence

from bnnextract.model import Reading, Slot, Span, Statistic
from bnnextract.stages.decided.discourse import Candidate, LeftOut
from bnnextract.stages.found.scenes import Scene
from bnnextract.stages.told.drafts import Draft

# Malformed numerals that are numbers all the same, as people read them.
_UNREAD = frozenset({"malformed", "fraction"})


def tell_readings(
    scene: Scene,
    decided: Sequence[Candidate | LeftOut],
    drafts: Sequence[Draft],
    statistics: Sequence[Statistic],
    repeated: Sequence[Candidate],
) -> list[Reading]:
    """Tell of every number of a text the statistic and place it has there, or why it has none, in order."""
    owner: dict[object, tuple[Slot, Statistic]] = {}
    for draft, statistic in zip(drafts, statistics, strict=True):
        owner |= {candidate.figure: (slot, statistic) for slot, candidate in draft.slots}
    found = []
    for reading in decided:
        quantity = reading.figure.quantity
        span = Span(quantity.start, quantity.end)
        if isinstance(reading, LeftOut):
            reasons = {"left out": reading.reason}
            if reading.choice:
                reasons["indicator"] = f"{reading.choice.indicator.name}, from “{reading.choice.cue}”"
            found.append(Reading(scene.where, span, quantity, "left out", reading.pattern, reasons))
            continue
        reasons = {
            "indicator": f"{reading.choice.indicator.name}, from “{reading.choice.cue}” ({reading.choice.place})",
            "office": reading.ascription.reason,
            "year": reading.dating.reason,
        }
        if reading.figure in owner:
            slot, statistic = owner[reading.figure]
            found.append(Reading(scene.where, span, quantity, "statistic", reading.pattern, reasons, slot, statistic.id))
        else:
            why = "the figure before it in a second unit" if reading in repeated else "nothing beside it that it belongs to"
            found.append(Reading(scene.where, span, quantity, "left out", reading.pattern, {"left out": why, **reasons}))
    reasons = {"left out": "no single reading of the numeral"}
    found += [
        Reading(scene.where, Span(malformed.start, malformed.end), None, "left out", "malformed", reasons)
        for malformed in scene.malformed
        if malformed.kind in _UNREAD
    ]
    return sorted(found, key=lambda reading: reading.span)
