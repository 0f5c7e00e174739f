"""An article to its statistics: the stages in their order, nothing going back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from bnnextract.knowledge.gazetteer import PlaceMention
from bnnextract.model import Analysis, Article, Quantity, Reading, Statistic, Where
from bnnextract.rulebook import Rulebook
from bnnextract.stages.dated.openings import tells_of_ceremony, tells_of_day
from bnnextract.stages.dated.reporting import find_reporting
from bnnextract.stages.decided.candidates import find_candidates
from bnnextract.stages.decided.discourse import Candidate, LeftOut
from bnnextract.stages.found.naming import outside_names, without_districts
from bnnextract.stages.found.numerals import find_numerals
from bnnextract.stages.found.offices import OfficeMention, find_offices
from bnnextract.stages.found.periods import PeriodMention, find_periods
from bnnextract.stages.found.quantities import Malformed, find_quantities
from bnnextract.stages.found.relevance import is_short, tells_of_drugs
from bnnextract.stages.found.resolution import resolve_offices
from bnnextract.stages.found.scenes import Scene, set_scene
from bnnextract.stages.found.segments import headline_end, lay_out
from bnnextract.stages.found.speakers import find_speakers
from bnnextract.stages.found.standins import find_stand_ins
from bnnextract.stages.owned.ascription import main_office
from bnnextract.stages.told.beside import doubts_beside
from bnnextract.stages.told.linking import link
from bnnextract.stages.told.merging import merge
from bnnextract.stages.told.readings import tell_readings
from bnnextract.stages.told.statistics import make_statistic
from bnnextract.tokens import Tokens, lower, tokenise


def quantities(text: str, book: Rulebook) -> tuple[Quantity, ...]:
    """Read the quantities of a text; malformed numerals are left out."""
    lowered = lower(text)
    tokens = tokenise(lowered)
    found = find_quantities(lowered, tokens, find_numerals(lowered, tokens, book.numerals), book.units)
    return tuple(quantity for quantity in found if isinstance(quantity, Quantity))


def analyse(article: Article, book: Rulebook, *, readings: bool = False) -> Analysis:
    """Find the statistics of an article; with `readings` also tell for every number of it what became of it."""
    lowered = lower(article.text)
    tokens = tokenise(lowered)
    offices = find_offices(article.text, tokens, book.gazetteer)
    title = _title(article, book)
    if not offices and not (title and title.offices) and not readings:
        return Analysis(article, ())
    text = _view("text", article.text, lowered, tokens, offices, book)
    views = (text, title) if title else (text,)
    relevant = is_short(tokens) or any(tells_of_drugs(view.tokens, view.offices, book.vocabulary) for view in views)
    if not (relevant and any(map(_counts, views))) and not readings:
        return Analysis(article, ())
    scene = _scene(text, book)
    title_scene = _scene(title, book) if title else None
    figures = [figure.quantity for figure in chain.from_iterable(scene.figures)]
    report = find_reporting(_told(scene), _told(title_scene), text.periods, figures, article.published, book.vocabulary)
    main = main_office(scene, title_scene)
    of_day = tells_of_day(scene, title_scene)
    ceremony = tells_of_ceremony(scene, title_scene)
    statistics: list[Statistic] = []
    told: list[Reading] = []
    for view, drawn in ((text, scene), (title, title_scene)):
        if view is None or drawn is None:
            continue
        speakers = find_speakers(drawn)
        decided = find_candidates(drawn, book, report, main, view.places, speakers, of_day=of_day, ceremony=ceremony)
        if not relevant:
            decided = tuple(LeftOut(found.figure, None, "the article tells of no drugs") for found in decided)
        candidates = [found for found in decided if isinstance(found, Candidate)]
        drafts, repeated = link(drawn, candidates)
        beside, kinds = doubts_beside(drawn, drafts), book.indicators.kinds
        own = [
            make_statistic(article, drawn, draft, book.gazetteer, speakers, kinds, beside.get(draft.lead.figure, ()))
            for draft in drafts
        ]
        statistics += own
        if readings:
            told += tell_readings(drawn, decided, drafts, own, repeated)
    return Analysis(article, merge(statistics, book.indicators.special, lead=headline_end(scene.layout)), tuple(told))


@dataclass(frozen=True, slots=True)
class _View:
    """What is found in a text or title before it is laid on its tokens; `free` are the numbers outside periods and names."""

    where: Where
    text: str
    lowered: str
    tokens: Tokens
    offices: tuple[OfficeMention, ...]
    places: tuple[PlaceMention, ...]
    periods: tuple[PeriodMention, ...]
    numbers: tuple[Quantity | Malformed, ...]
    free: tuple[Quantity | Malformed, ...]


def read_scene(text: str, book: Rulebook) -> Scene:
    """Find everything that stands in a text, without deciding what its figures are of."""
    lowered = lower(text)
    tokens = tokenise(lowered)
    return _scene(_view("text", text, lowered, tokens, find_offices(text, tokens, book.gazetteer), book), book)


def _title(article: Article, book: Rulebook) -> _View | None:
    if not article.title:
        return None
    lowered = lower(article.title)
    tokens = tokenise(lowered)
    return _view("title", article.title, lowered, tokens, find_offices(article.title, tokens, book.gazetteer), book)


def _view(where: Where, text: str, lowered: str, tokens: Tokens, offices: tuple[OfficeMention, ...], book: Rulebook) -> _View:
    places = without_districts(text, tokens, book.gazetteer.find_places(text, tokens), book.vocabulary)
    periods = find_periods(lowered, tokens, book.periods)
    numbers = find_quantities(lowered, tokens, find_numerals(lowered, tokens, book.numerals), book.units)
    free = outside_names(text, tokens, _undated(numbers, periods), offices, places, book.vocabulary)
    return _View(where, text, lowered, tokens, offices, places, periods, numbers, free)


def _undated(numbers: Sequence[Quantity | Malformed], periods: Sequence[PeriodMention]) -> tuple[Quantity | Malformed, ...]:
    """Give the numbers that no period has a part of."""
    dated = frozenset(chain.from_iterable(range(*mention.span) for mention in periods))
    return tuple(number for number in numbers if dated.isdisjoint(range(number.start, number.end)))


def _counts(view: _View) -> bool:
    """Tell if anything in a text may be a figure."""
    return any(isinstance(number, Quantity) for number in view.free)


def _told(scene: Scene | None) -> tuple[str, list[PeriodMention]]:
    return (scene.lowered, [period.mention for period in chain.from_iterable(scene.periods)]) if scene else ("", [])


def _scene(view: _View, book: Rulebook) -> Scene:
    whole = frozenset(chain.from_iterable(range(number.start + 1, number.end) for number in view.numbers))
    layout = lay_out(view.text, view.lowered, view.tokens, book.furniture, book.abbreviations, whole)
    lead = next((segment.start for segment in layout.segments if segment.kind == "sentence"), 0)
    # What is page furniture names other stories' offices.
    own = [
        office
        for office in view.offices
        if not any(aside.start <= office.span.start < aside.end for aside, _ in layout.furniture)
    ]
    ambiguous = any(len(office.codes) > 1 for office in own)
    seats = book.gazetteer.find_seats(view.text, view.tokens) if ambiguous else ()
    named = resolve_offices(own, book.gazetteer, view.places, seats, lead=lead)
    offices = (*named, *find_stand_ins(view.tokens, layout, named, view.places, book.vocabulary))
    return set_scene(
        view.where,
        view.text,
        view.lowered,
        view.tokens,
        layout,
        view.free,
        view.periods,
        offices,
        view.places,
        book.indicators,
        book.units,
        book.vocabulary,
    )
