"""Statistics that say the same thing made one, with the evidence of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from bnnextract.knowledge.units import GRAMS
from bnnextract.model import SLOTS, Evidence, Slot, Span, Statistic
from bnnextract.stages.decided.discourse import REPEATED

# Counts so small are alike by chance: one of a part and one of none are two.
_CHANCE = 10
# From so many on they are told in round numbers.
_ROUND = 100
# A number of so many digits is told of one thing.
_EXACT = 4


def merge(statistics: Sequence[Statistic], special: Mapping[str, str], *, lead: int = 0) -> tuple[Statistic, ...]:
    """Make one of the statistics of an article that repeat each other; the first place keeps the order.

    `special` has the general indicator of each special one. A headline's figure is evidence for the body's: that of the
    title, and that of a headline in the text, which is all that stands before `lead`.
    """
    merged: list[Statistic] = []
    for statistic in sorted(statistics, key=lambda statistic: _above(statistic, lead)):
        above = _above(statistic, lead)
        for at, other in enumerate(merged):
            under = above and not _above(other, lead)
            if same(other, statistic, special) or (under and _headlined(other, statistic)):
                merged[at] = _under(other, statistic) if under else _joined(other, statistic, special)
                break
        else:
            merged.append(statistic)
    return tuple(sorted(merged, key=lambda statistic: not _stands_before(statistic, lead)))


def _stands_before(statistic: Statistic, lead: int) -> bool:
    """Tell if a statistic is told before a place of the text."""
    evidence = statistic.evidence[0]
    return evidence.where == "text" and evidence.span.start < lead


def _above(statistic: Statistic, lead: int) -> bool:
    """Tell if a statistic is told in a headline only."""
    return statistic.evidence[0].where == "title" or _stands_before(statistic, lead)


def _headlined(body: Statistic, title: Statistic) -> bool:
    """Tell if a headline's figure is that of a statistic of the body: the same number or it rounded, read as whatever."""
    if title.value is None:
        number = title.target if title.target is not None else title.change
        return number in {body.value, body.target, body.change, body.achievement}
    if body.value is None:
        return title.value in {body.target, body.achievement}
    if title.unit in GRAMS and body.unit in GRAMS:
        return _rounds(body, title)
    if title.unit == "persen" and body.unit != "persen":
        shares = {body.achievement, None if body.change is None else abs(body.change)}
        whole = title.value == title.value.to_integral()
        return title.value in shares or (whole and any(s is not None and abs(s - title.value) < 1 for s in shares))
    if body.unit != title.unit:
        # `Terbitkan 2.848 SKHPN` over `SKHPN: 2.848 orang`.
        return body.indicator == title.indicator and body.value == title.value >= _CHANCE
    return body.value == title.value or _cut(body.value, title.value) or _in_full(body, title)


def _in_full(body: Statistic, title: Statistic) -> bool:
    """Tell if a headline has a share of the body in full percent, rounded or cut: `Terserap 98 Persen` of 98,88."""
    if title.unit != "persen" or title.value is None or body.value is None or body.indicator != title.indicator:
        return False
    return title.value == title.value.to_integral() != body.value and abs(body.value - title.value) < 1


def _cut(fine: Decimal, coarse: Decimal) -> bool:
    """Tell if a number in full thousands is another one rounded or cut: `285 ribu` of 285.401."""
    return coarse >= 1000 and coarse % 1000 == 0 and abs(fine - coarse) < 1000


def same(a: Statistic, b: Statistic, special: Mapping[str, str]) -> bool:
    """Tell if two statistics of an article are one: nothing contradicts, and the value is the same or a rounding of it."""
    # Most have other numbers; that is the cheapest to see.
    if (a.value != b.value and a.unit not in GRAMS and a.bound == b.bound) or not _same_value(a, b):
        return False
    if a.office != b.office or a.year != b.year or a.event != b.event or a.period != b.period:
        return False
    # A part told of all (`SMP 12 orang`) tells more than a kind of them (`12 klien IBM`) does, and is none of it.
    if a.indicator != b.indicator and not (
        (b.indicator == special.get(a.indicator) and (a.category or not b.category))
        or (a.indicator == special.get(b.indicator) and a.category == b.category)
    ):
        return False
    if a.category != b.category and a.category and b.category and a.parts != b.parts and not _of_one_drug(a, b):
        return False
    if a.indicator == b.indicator and _listed_together(a, b):
        return False
    if (
        a.category != b.category
        and not (a.category and b.category)
        and a.indicator == b.indicator
        and a.value is not None
        and a.value < _CHANCE
    ):
        return False
    return all(_agree(getattr(a, slot), getattr(b, slot)) for slot in ("target", "achievement", "change"))


def _of_one_drug(a: Statistic, b: Statistic) -> bool:
    """Tell if the same exact amount is told of a drug and of a kind of it: `48,67 kg sabu`, `Sabu kristal … 48,67 kilogram`."""
    if a.value != b.value or a.value is None or len(a.value.as_tuple().digits) < _EXACT or a.parts.keys() != b.parts.keys():
        return False
    drugs = sorted((a.parts.get("zat", ""), b.parts.get("zat", "")), key=len)
    return bool(drugs[0]) and drugs[1].startswith(f"{drugs[0]} ") and {**a.parts, "zat": ""} == {**b.parts, "zat": ""}


def _listed_together(a: Statistic, b: Statistic) -> bool:
    """Tell if two like figures stand in one sentence, where one is not told twice, but of two parts: `30 pria, 30 wanita`.

    What was found to be told again is.
    """
    if a.value is None or a.value != b.value or a.unit != b.unit:
        return False
    if any(each.pattern == REPEATED for each in (*a.evidence, *b.evidence)):
        return False
    places = {(each.where, each.quote.start) for each in a.evidence}
    spans = {each.spans.get("value") for each in a.evidence}
    return any((each.where, each.quote.start) in places and each.spans.get("value") not in spans for each in b.evidence)


def _agree(a: Decimal | None, b: Decimal | None) -> bool:
    return a is None or b is None or a == b


def _same_value(a: Statistic, b: Statistic) -> bool:
    if a.value is None or b.value is None:
        return a.value is b.value and a.target == b.target and a.change == b.change
    if a.unit == b.unit and a.value == b.value and a.value_max == b.value_max:
        return True
    if a.unit in GRAMS and b.unit in GRAMS and a.parts == b.parts and a.indicator == b.indicator:
        return _rounds(a, b)
    alike = a.unit == b.unit and a.parts == b.parts and a.indicator == b.indicator
    return alike and (_told_finely(a, b) or _told_finely(b, a))


def _told_finely(fine: Statistic, coarse: Statistic) -> bool:
    """Tell if a statistic is another one, told in round numbers, to the last one: `hampir 14 ribu warga`, `13.633 orang`."""
    if fine.value is None or coarse.value is None or fine.bound != "exact" or coarse.bound == "exact":
        return False
    step = Decimal(1).scaleb(coarse.value.adjusted())
    if coarse.value < _ROUND or coarse.value % (step / 10):
        return False
    if coarse.value % step:
        step /= 10
    away = fine.value - coarse.value
    if coarse.bound == "min":
        return 0 < away < step
    return 0 < -away < step if coarse.bound == "max" else 0 < abs(away) * 2 <= step


def _rounds(a: Statistic, b: Statistic) -> bool:
    """Tell if the coarser of two masses is the finer one rounded or cut to its own last digit."""
    if a.value is None or b.value is None:
        return False
    step_a, step_b = _step(a.value, a.unit), _step(b.value, b.unit)
    if step_a == step_b:
        return a.value == b.value
    return abs(a.value * GRAMS[a.unit] - b.value * GRAMS[b.unit]) < max(step_a, step_b)


def _step(value: Decimal, unit: str) -> Decimal:
    exponent = value.as_tuple().exponent
    return Decimal(1).scaleb(int(exponent)) * GRAMS[unit]


def _headline_evidence(body: Statistic, title: Statistic) -> tuple[Evidence, ...]:
    """Give a headline's evidence with the spans of those of its numbers that the statistic has, each under its slot there."""
    spans: dict[Slot, Span] = {}
    for slot, span in title.evidence[0].spans.items():
        number = getattr(title, slot)
        fitting: list[Slot] = [
            own for own in SLOTS if getattr(body, own) is not None and abs(getattr(body, own)) == abs(number)
        ]
        if slot in fitting or (slot == "value" and body.value is not None and not fitting):
            spans[slot] = span
        elif fitting:
            spans[fitting[0]] = span
    return (replace(title.evidence[0], spans=spans),) if spans else ()


def _under(body: Statistic, title: Statistic) -> Statistic:
    """Give a statistic of the body with the headline as further evidence, and with the target that only that tells."""
    whole = body
    if body.target is None and body.value is not None and body.value == title.value:
        whole = replace(body, target=title.target, target_max=title.target_max)
    return replace(whole, evidence=body.evidence + _headline_evidence(whole, title))


def _joined(a: Statistic, b: Statistic, special: Mapping[str, str]) -> Statistic:
    """Fill what the first lacks from the second; the finer value, the more specific indicator and the part hold."""
    finer = a
    if (
        a.value is not None
        and b.value is not None
        and a.unit in GRAMS
        and b.unit in GRAMS
        and _step(b.value, b.unit) < _step(a.value, a.unit)
    ) or _told_finely(b, a):
        finer = b
    lead = a if a.category or not b.category else b
    return replace(
        a,
        indicator=b.indicator if special.get(b.indicator) == a.indicator else a.indicator,
        category=lead.category,
        parts=lead.parts,
        value=finer.value,
        value_max=finer.value_max,
        unit=finer.unit,
        bound=finer.bound,
        target=a.target if a.target is not None else b.target,
        target_max=a.target_max if a.target is not None else b.target_max,
        achievement=a.achievement if a.achievement is not None else b.achievement,
        achievement_bound=a.achievement_bound if a.achievement is not None else b.achievement_bound,
        change=a.change if a.change is not None else b.change,
        change_unit=a.change_unit if a.change is not None else b.change_unit,
        change_from=a.change_from if a.change is not None else b.change_from,
        scope=a.scope or b.scope,
        certainty="sure" if "sure" in (a.certainty, b.certainty) else "unsure",
        doubts=() if "sure" in (a.certainty, b.certainty) else a.doubts,
        evidence=a.evidence + b.evidence,
    )
