"""Periods to the year that an article reports on and the one it was written in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import takewhile

import regex

from bnnextract.frozen import frozen
from bnnextract.knowledge.vocabulary import Vocabulary
from bnnextract.model import Quantity, Year
from bnnextract.stages.dated.comparing import TOLD
from bnnextract.stages.found.periods import PeriodMention
from bnnextract.tokens import words_of

# In the first months of a year the press tells of the year before.
_NEW_YEAR = 2
# Until this day of January what was told at the end of the year before is news.
_SOON_AFTER = 7
_DECEMBER = 12
# Within how many days of what was said an article is published.
_LATELY = 14
# How much a mention says that its year is the one reported on.
_MENTIONED, _FIRST, _IN_TITLE, _REPORTED, _PAST, _WRITTEN = 2, 1, 3, 4, -2, 2
_ENOUGH = 5
# How far an article's opening reaches, in characters, what a year's sentence is looked through for, and the words before it.
_OPENING, _REACH, _NEAR = 700, 200, 60
# How many words may stand between a year and the one that says that it is compared with.
_COMPARED_REACH = 3
_SENTENCE_END = regex.compile(r"[.!?]\s|\n")
_REPORTED_BEFORE = regex.compile(
    r"(?:sepanjang|selama|kinerja|capaian|akhir|rilis|rapor|laporan|tutup|menutup|program|anggaran|dalam|untuk)\s(?:tahun\s)?$"
    r"|(?:laporan\skinerja|kinerja|capaian|refleksi)\s(?:[a-z]+\s){1,4}(?:tahun\s)?$"
)


@frozen()
class Reporting:
    """The year that an article reports on and the one it was written in.

    `told` tells that the text itself speaks of the year as the one reported on; `period` is the stretch of it reported
    on, where the article tells no whole year. `in_arrears` tells that the article may tell of that year as `tahun ini`, being
    written in it or soon after; `as_past` that it tells of it as `tahun lalu` instead. `month` is the
    one it was written in, and `until` the day on which it was told.
    """

    year: Year | None
    written: int | None
    reason: str
    told: bool
    period: str | None = None
    in_arrears: bool = True
    as_past: bool = False
    month: int | None = None
    until: date | None = None

    @property
    def behind(self) -> bool:
        """Whether the article reports on a year before the one in which it is written."""
        return self.told and self.year is not None and self.written is not None and self.year.last < self.written


def find_reporting(
    text: tuple[str, Sequence[PeriodMention]],
    title: tuple[str, Sequence[PeriodMention]],
    aside: Sequence[PeriodMention],
    figures: Sequence[Quantity],
    published: date | None,
    vocabulary: Vocabulary,
) -> Reporting:
    """Find an article's year of report.

    It is found from the periods of the lower-cased text and title, those told `aside` (in page furniture), the text's
    `figures` and the publication date. The year of writing is that of the publication date, else of the latest full date
    told, else the latest year told of which no sentence says what is planned for it, and that is not only looked ahead to.
    The year of report is the one that the text marks most as reported on (`sepanjang 2021`, `2021 ini`, in the title);
    where none stands out it is the year of writing, or, in its first months, the year before where that is told of.
    """
    mentions = (*title[1], *text[1])
    days = [mention for mention in (*mentions, *aside) if mention.kind == "day" and mention.year]
    latest = max((mention.year.last for mention in days if mention.year), default=None)
    told = [mention for mention in mentions if mention.kind in TOLD]
    years = _years_told((title, text), vocabulary)
    spoken = _spoken_at_years_end(mentions, published)
    told_of = (*years, *_years_since(text, vocabulary))
    written = spoken.year if spoken else published.year if published else latest or max(told_of, default=None)
    day = spoken or published or max((mention.day for mention in days if mention.day), default=None)
    until = _day_of_statement([mention for mention in mentions if mention.kind == "day"], spoken or published)
    new_year = day is not None and day.month <= _NEW_YEAR
    expected = written - 1 if written and new_year and _reports_on(title, text, written - 1) else written
    weights: dict[int, int] = {}
    counts: dict[int, int] = {}
    intervals: dict[int, str | None] = {}
    begun: int | None = None
    for number, mention in enumerate(told):
        source = title[0] if number < sum(1 for m in title[1] if m.kind in TOLD) else text[0]
        months = _months_reported(source, mention, day) if day is not None and day.year == latest else None
        year = months or _alone(mention, written)
        if year is None or (written is not None and year > written):
            continue
        if mention.pattern.anchor == "reported" and any(other.span.end + 1 == mention.span.start for other in told):
            continue  # `Tahun lalu selama setahun penuh`: of the year just told
        before, words = source[: mention.span.start][-_NEAR:], source[mention.span.start : mention.span.end]
        weight = _MENTIONED + (_FIRST if not weights else 0) + (_IN_TITLE if source is title[0] else 0)
        last_year = mention.pattern.relative == -1
        if last_year:
            weight = 1
        this_year = words.endswith("ini") or source[mention.span.end :].startswith(" ini")
        against = _is_set_against(source, mention, vocabulary) or (this_year and _is_planned(source, mention, vocabulary))
        if source is text[0] and not new_year and written is not None and year < written and year not in weights:
            against = against or _comes_second(source, mention, figures)
        if (
            (not last_year or new_year)
            and not against
            and (this_year or _REPORTED_BEFORE.search(before) or words.startswith(("sepanjang", "selama")))
        ):
            # A former year is what an article reports on only where its opening says so, and so is `tahun ini`: further
            # below it turns to what is ahead (`Tahun ini targetnya …`, `Untuk 2018 BNNP diberi target …`).
            if source is title[0] or mention.span.start < _OPENING:
                begun = begun if weights else year
                weight += _REPORTED
            elif year == expected and mention.year and not this_year and begun in {year, None}:
                weight += _REPORTED
        elif not weights and source is text[0] and mention.span.start < _OPENING and not against and _of_months(mention):
            weight += _REPORTED
        elif words.endswith(("lalu", "kemarin", "silam")) and mention.year is not None:
            weight += _PAST
        if year == expected:
            weight += _WRITTEN
        whole = not months and (mention.year is None or mention.interval(mention.year) is None)
        if weight > weights.get(year, 0):
            intervals[year] = None if whole else mention.interval(mention.year or Year(year, year), until)
            weights[year] = weight
        counts[year] = counts.get(year, 0) + 1
    best = max(weights, key=lambda year: (weights[year], counts[year], year), default=None)
    arrears = written is None or best == written or day is None or new_year
    as_past = any(mention.pattern.relative == -1 and mention.pattern.anchor == "report" for mention in told)
    if best is not None and (weights[best] >= _ENOUGH or written is None or best == expected):
        return Reporting(
            Year(best, best),
            written,
            "the year that the article reports on",
            told=True,
            period=intervals[best],
            in_arrears=arrears,
            as_past=as_past and written is not None and best == written - 1,
            month=day.month if day else None,
            until=until,
        )
    if written is None:
        return Reporting(None, None, "no year in the text and no publication date", told=False)
    reason = "year from the publication date" if published else "year of the latest date told"
    return Reporting(Year(written, written), written, reason, told=False, until=until)


def _years_told(sources: Iterable[tuple[str, Sequence[PeriodMention]]], vocabulary: Vocabulary) -> list[int]:
    """Give the years told, but for those of sentences on what is planned where there are others.

    So is the year after the one that an article opens by reporting on left out where it is told below alone, as to come:
    `Untuk 2026 kantor itu ingin …`, not `tahun 2026 ini`.
    """
    years: dict[bool, list[int]] = {False: [], True: []}
    reported: set[int] = set()
    ahead: set[int] = set()
    for source, mentions in sources:
        for mention in mentions:
            if mention.year is not None and mention.kind in TOLD:
                years[_is_planned(source, mention, vocabulary)].append(mention.year.last)
                opens = mention.span.start < _OPENING
                if opens and _reported(source, mention):
                    reported.add(mention.year.last)
                if not opens and not vocabulary["menuju_tahun"].isdisjoint(
                    words_of(source[: mention.span.start][-_NEAR:])[-2:]
                ):
                    ahead.add(mention.year.last)
    told = years[False] or years[True]
    return [year for year in told if year - 1 not in reported or year not in ahead] or told


def _years_since(text: tuple[str, Sequence[PeriodMention]], vocabulary: Vocabulary) -> list[int]:
    """Give the years told by how long after another they were, but for what is planned: `pada 2008 … Empat tahun kemudian`."""
    source, mentions = text
    found: list[int] = []
    last: int | None = None
    for mention in mentions:
        if mention.year is not None and mention.kind in TOLD:
            last = mention.year.last
        since = (mention.pattern.relative or 0) if mention.pattern.anchor == "context" else 0
        if last is not None and since > 0 and not _is_planned(source, mention, vocabulary):
            found.append(last + since)
    return found


def _is_planned(source: str, mention: PeriodMention, vocabulary: Vocabulary) -> bool:
    """Tell if the sentence of a mention is on what is planned: `Tahun 2021 BNNP Bali menargetkan 10 desa`."""
    start, end = mention.span.start, mention.span.end
    before, after = source[max(0, start - _REACH) : start], source[end : end + _REACH]
    sentence = _SENTENCE_END.split(before)[-1] + _SENTENCE_END.split(after)[0]
    return not vocabulary["direncanakan_tahun"].isdisjoint(words_of(sentence))


def _is_set_against(source: str, mention: PeriodMention, vocabulary: Vocabulary) -> bool:
    """Tell if a year is only compared with, or what is planned for it: `melampaui sabu sepanjang 2018`, `dari target 2018`."""
    before = words_of(source[max(0, mention.span.start - _NEAR) : mention.span.start])
    if not vocabulary["target_tahun"].isdisjoint(before[-1:]):
        return True
    led = takewhile(lambda word: word[0].isalnum(), reversed(before[-_COMPARED_REACH - 1 :]))
    return not vocabulary["tandingan_tahun"].isdisjoint(led) or _comes_to_later(source, mention, vocabulary)


def _comes_to_later(source: str, mention: PeriodMention, vocabulary: Vocabulary) -> bool:
    """Tell if a sentence goes on from a year to what there was in the next: `618 kasus pada 2023, pada 2024 menjadi 702`."""
    if mention.year is None:
        return False
    end = mention.span.end
    rest = words_of(_SENTENCE_END.split(source[end : end + _REACH])[0])
    later = str(mention.year.last + 1)
    return later in rest and not vocabulary["menjadi_kini"].isdisjoint(rest[rest.index(later) :])


def _comes_second(source: str, mention: PeriodMention, figures: Sequence[Quantity]) -> bool:
    """Tell if a former year is told with a figure like one told before it: `80 orang dirawat. Sepanjang 2022 ada 130 orang`."""
    start, end = mention.span.start, mention.span.end
    first = start - len(_SENTENCE_END.split(source[max(0, start - _REACH) : start])[-1])
    last = end + len(_SENTENCE_END.split(source[end : end + _REACH])[0])
    nouns = {figure.noun for figure in figures if figure.start < first}
    return any(first <= figure.start < last and figure.noun in nouns for figure in figures)


def _day_of_statement(days: Sequence[PeriodMention], published: date | None) -> date | None:
    """Give the last day told before an article was published, if that was lately, else that of publication."""
    told = [day for mention in days if (day := _day_of(mention, published)) and (published is None or day <= published)]
    last = max(told, default=None)
    if last is None or (published is not None and (published - last).days > _LATELY):
        return published
    return last


def _day_of(mention: PeriodMention, published: date | None) -> date | None:
    """Give the day of a mention, one without a year as seen by who publishes: `Kamis (12/7)`."""
    if mention.day or published is None or mention.year or not mention.month or not mention.of_month:
        return mention.day
    try:
        return date(published.year - (mention.month > published.month), mention.month, mention.of_month)
    except ValueError:
        return None


def _spoken_at_years_end(mentions: Sequence[PeriodMention], published: date | None) -> date | None:
    """Give the day in December that an article of the first week of January tells of, where it speaks as on that day.

    `Capaian tahun ini dibeberkan Kamis (30/12)`, published on 3 January, is about the year that ends; `tahun lalu` told with
    it is again that year, as seen by who writes.
    """
    if published is None or (published.month, published.day) > (1, _SOON_AFTER):
        return None
    before, days = published.year - 1, [mention for mention in mentions if mention.kind == "day" and mention.month]
    told = [mention for mention in days if mention.year is None or mention.year.last >= before]
    if any((mention.year is None and mention.month == 1) or (mention.year and mention.year.last > before) for mention in told):
        return None
    seen_later = any(mention.pattern.relative == -1 and mention.pattern.anchor == "report" for mention in mentions)
    closes = any(mention.month == _DECEMBER for mention in told)
    return date(before, _DECEMBER, 31) if closes and not seen_later else None


def _reports_on(title: tuple[str, Sequence[PeriodMention]], text: tuple[str, Sequence[PeriodMention]], year: int) -> bool:
    """Tell if a title or a text's opening names a year, or a text says that it tells of it: `sepanjang 2021`.

    `sepanjang tahun lalu` in the opening names it too, for it is the year before the one written in.
    """
    for source, mentions in (title, text):
        for mention in mentions:
            if mention.kind not in TOLD:
                continue
            if mention.year is None and mention.pattern.relative == -1 and mention.span.start < _OPENING:
                if _reported(source, mention):
                    return True
                continue
            if mention.year is None or mention.year.last != year:
                continue
            if source is title[0] or mention.span.start < _OPENING or _reported(source, mention):
                return True
    return False


def _reported(source: str, mention: PeriodMention) -> bool:
    """Tell if words before a period say that it is reported on: `selama tahun lalu`, not `dibanding tahun lalu`."""
    words, before = source[mention.span.start : mention.span.end], source[: mention.span.start][-_NEAR:]
    return words.startswith(("sepanjang", "selama")) or _REPORTED_BEFORE.search(before) is not None


def _months_reported(source: str, mention: PeriodMention, day: date) -> int | None:
    """Give the year of months that an opening reports on without a year: on 15 September `Selama Juni-Juli 61 orang ditangkap`.

    It is that of the day of writing, which the text tells, where they have come by then.
    """
    told = mention.year is None and mention.pattern.relative is None and mention.first is not None
    if not told or mention.last is None or mention.span.start >= _OPENING or not _reported(source, mention):
        return None
    return day.year if mention.first is not None and mention.first[0] <= mention.last[0] <= day.month else None


def _of_months(mention: PeriodMention) -> bool:
    """Tell if a period is a stretch of several months of a year told with it: `dari Januari sampai Oktober 2025`."""
    first, last = mention.first, mention.last
    return mention.year is not None and first is not None and last is not None and first[0] < last[0]


def _alone(mention: PeriodMention, written: int | None) -> int | None:
    """Give the single year of a mention, a relative one's by the year of writing."""
    if mention.year is not None:
        return mention.year.last if mention.year.first == mention.year.last else None
    offset = mention.pattern.relative
    if offset is None or offset > 0 or written is None or mention.since:
        return None
    if mention.pattern.anchor == "context" or mention.pattern.weak:
        return None
    return written + offset
