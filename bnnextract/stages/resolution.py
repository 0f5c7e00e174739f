"""Figures to offices and years, by discourse: same clause, same sentence, heading, paragraph, the article's own."""

from __future__ import annotations

from dataclasses import dataclass

from bnnextract.model import Year
from bnnextract.stages.periods import PeriodMention
from bnnextract.stages.scenes import Figure, PlacedAgency, PlacedOffice, PlacedPeriod, Scene

# Words after which a body is where or with whom something happens, not who does it.
_OBLIQUE = frozenset(
    "di ke kepada dengan bersama dari pada untuk bagi dan terhadap antara hingga sampai serta , / depan para jajaran".split()
)
# An office that is first named later than this segment is not what the article is about.
_LEAD = 5
# A period on the right of a figure counts as this many words farther than one on the left.
_RIGHT = 4


@dataclass(frozen=True, slots=True)
class Dating:
    """The year of a figure with the reason; `period` where narrower; `sure` where it is written by the figure or nearest before."""

    year: Year | None
    period: str | None
    reason: str
    sure: bool
    mention: PlacedPeriod | None = None


@dataclass(frozen=True, slots=True)
class Reporting:
    """The article's year of report and its year of writing, with how they were found."""

    year: Year | None
    written: int | None
    reason: str
    told: bool


@dataclass(frozen=True, slots=True)
class Ascription:
    """The office of a figure (a code of the gazetteer) with the reason; `agency` is the other body whose figure it is."""

    code: str | None
    reason: str
    sure: bool
    agency: str | None = None
    doubt: str | None = None


def year_of(mention: PeriodMention, report: Reporting, context: Year | None) -> Year | None:
    """Give the year of a mention, that of a relative one by the year it is relative to."""
    if mention.year is not None:
        return mention.year
    offset = mention.pattern.relative
    if offset is None:
        return report.year if mention.first is not None else None
    if mention.pattern.anchor == "context":
        base = (context or report.year).last if (context or report.year) else None
    else:
        base = report.written
        # `tahun ini` in a release of January about the year before is the year reported on.
        if offset == 0 and report.year is not None and report.told:
            base = report.year.last
    return Year(base + offset, base + offset) if base else None


def date_figure(scene: Scene, figure: Figure, report: Reporting, carried: Dating | None, context: Year | None) -> Dating:
    """Decide the year of a figure.

    `carried` is the dating of the paragraph so far, `context` the year last spoken of.
    """
    nearest = _nearest_period(scene, figure)
    if nearest is not None:
        year = year_of(nearest.mention, report, context)
        if year is not None:
            told = nearest.mention.year is not None
            words = scene.lowered[nearest.mention.span.start : nearest.mention.span.end]
            return Dating(year, nearest.mention.interval(year), f"“{words}” in the sentence", told, nearest)
    if carried is not None:
        return Dating(carried.year, carried.period, f"{carried.reason}, earlier in the paragraph", carried.sure, None)
    head = scene.segment(figure.segment).head
    if head is not None:
        for period in reversed([p for p in scene.periods if p.segment == head and p.mention.kind in {"year", "interval", "upto"}]):
            if year := year_of(period.mention, report, context):
                return Dating(year, period.mention.interval(year), "year in the heading", period.mention.year is not None)
    return Dating(report.year, None, report.reason, report.told)


def _nearest_period(scene: Scene, figure: Figure) -> PlacedPeriod | None:
    best: tuple[int, PlacedPeriod] | None = None
    for period in scene.periods:
        if period.segment != figure.segment or period.mention.kind not in {"year", "interval", "upto"}:
            continue
        if period.last <= figure.first:
            away = scene.distance(period.last, figure.first)
        elif period.first >= figure.last:
            away = scene.distance(figure.last, period.first) + _RIGHT
        else:
            continue
        if period.mention.pattern.weak:
            away += 30
        if best is None or away < best[0]:
            best = away, period
    return best[1] if best else None


def ascribe(scene: Scene, figure: Figure, main: str | None, carried: Ascription | None) -> Ascription:
    """Decide whose figure it is.

    `main` is the office the article is about, `carried` the ascription of the paragraph so far.
    """
    own = figure.segment
    offices = [office for office in scene.offices if office.segment == own and office.code]
    agencies = [agency for agency in scene.agencies if agency.segment == own]
    left_office = max((o for o in offices if o.last <= figure.first and not _oblique(scene, o)), key=lambda o: o.first, default=None)
    left_agency = max((a for a in agencies if a.last <= figure.first and not _oblique(scene, a)), key=lambda a: a.first, default=None)
    if left_agency and (left_office is None or left_agency.first > left_office.first):
        return Ascription(None, f"{left_agency.name} before the figure", sure=False, agency=left_agency.name)
    if left_office:
        return Ascription(left_office.code, f"“{_words(scene, left_office)}” in the sentence", sure=True, doubt=left_office.doubt)
    right = [mention for mention in (*offices, *agencies) if mention.first >= figure.last and (mention.first > figure.last or True)]
    right_actor = min((m for m in right if not _oblique(scene, m)), key=lambda m: m.first, default=None)
    if isinstance(right_actor, PlacedAgency) and carried is None:
        return Ascription(None, f"{right_actor.name} after the figure", sure=False, agency=right_actor.name)
    if isinstance(right_actor, PlacedOffice) and (main is None or right_actor.code == main):
        return Ascription(right_actor.code, f"“{_words(scene, right_actor)}” in the sentence", sure=True, doubt=right_actor.doubt)
    any_office = min(offices, key=lambda o: abs(o.first - figure.first), default=None)
    if carried is not None:
        return carried
    if main is not None:
        return Ascription(main, "the office the article is about", sure=True)
    if any_office is not None:
        return Ascription(any_office.code, f"“{_words(scene, any_office)}” in the sentence", sure=False, doubt=any_office.doubt)
    return Ascription(None, "no BNN office before the figure", sure=False)


def _words(scene: Scene, office: PlacedOffice) -> str:
    return scene.text[office.mention.span.start : office.mention.span.end]


def _oblique(scene: Scene, mention: PlacedOffice | PlacedAgency) -> bool:
    first = scene.bounds[mention.segment][0]
    return mention.first > first and scene.tokens.words[mention.first - 1] in _OBLIQUE


def main_office(scene: Scene, title: Scene | None) -> str | None:
    """Give the office the article is about: the one named first in the title or the lead; None where none is."""
    for text in (title, scene):
        if text is not None:
            for office in text.offices:
                if office.code and (office.segment < _LEAD or text is title):
                    return office.code
    return None


def actor_of(scene: Scene, segment: int, carried: Ascription | None) -> Ascription | None:
    """Give the ascription that holds after a segment: its last office or agency that acts, else what held before."""
    actors: list[PlacedOffice | PlacedAgency] = [o for o in scene.offices if o.segment == segment and o.code]
    actors += [a for a in scene.agencies if a.segment == segment]
    actors = [actor for actor in actors if not _oblique(scene, actor)]
    if not actors:
        return carried
    actor = max(actors, key=lambda mention: mention.first)
    if isinstance(actor, PlacedAgency):
        if any(isinstance(a, PlacedOffice) for a in actors):
            actor = max((a for a in actors if isinstance(a, PlacedOffice)), key=lambda mention: mention.first)
        else:
            return Ascription(None, f"{actor.name} between the office and the figure", sure=False, agency=actor.name)
    return Ascription(actor.code, f"“{_words(scene, actor)}” earlier in the paragraph", sure=True, doubt=actor.doubt)
