"""Figures to the years that are told with them in their sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bnnextract.knowledge.constructions import PERCENT
from bnnextract.model import Year
from bnnextract.stages.dated.comparing import TOLD, compared
from bnnextract.stages.found.scenes import Figure, PlacedPeriod, Scene

# How many words may stand between a figure and its own year behind it.
_BEHIND = 2
# How many words may stand between two of a list that closes with their year.
_LISTED = 4
# How a word begins that tells what was done.
_DONE = ("di", "ter")
# Months so many before others told first are of the next year: `Desember 2022 … Januari`.
_HALF_A_YEAR = 6


def bind_years(scene: Scene, segment: int) -> dict[Figure, PlacedPeriod]:
    """Give the years that stand right behind a figure of a segment, and so are its own: `40 klien pada 2024`.

    One with a colon is the next one's, and one before it in brackets: `42 (2024: 12)`, `42 orang (tahun 2024 12 orang)`.
    """
    bound = _columns(scene, segment)
    if not scene.periods[segment]:
        return bound
    figures = scene.figures[segment]
    several = len(scene.periods[segment]) > 1
    for number, figure in enumerate(figures):
        end = _end_of_name(scene, figure) if several else figure.last
        for period in scene.periods[segment]:
            if 0 <= period.first - end <= _BEHIND + 1 and period.mention.kind in TOLD:
                between = _past_bracket(scene, figure, end, period)
                announces = scene.tokens.words[period.last : period.last + 1] == (":",) or is_set_aside(scene, period)
                if len(between) <= _BEHIND and scene.vocabulary["pada"].issuperset(between) and not announces:
                    bound[figure] = period
                    for other in _companions(scene, figures, number, period):
                        bound.setdefault(other, period)
                    for other in _listed_before(scene, figures, number, period):
                        bound.setdefault(other, period)
    return bound


def is_set_aside(scene: Scene, period: PlacedPeriod) -> bool:
    """Tell if a year stands in brackets with a figure of its own behind it."""
    words = scene.tokens.words
    if words[period.first - 1] != "(" or ")" not in words[period.last : scene.bounds[period.segment][1]]:
        return False
    closed = words.index(")", period.last)
    return any(period.last <= other.first < closed for other in scene.figures[period.segment])


def _listed_before(scene: Scene, figures: Sequence[Figure], number: int, period: PlacedPeriod) -> Iterator[Figure]:
    """Give the figures of other things listed before one whose year, the only one of the sentence, closes the list.

    `membentuk 17 desa bersinar dan 755 penggiat sepanjang 2022`, `12 kasus dan BNNK Karo 9 kasus pada 2022`; not `17 kasus dan
    20 kasus pada 2022`, of two years.
    """
    if number == 0 or any(other is not period and other.mention.kind in TOLD for other in scene.periods[period.segment]):
        return
    words, joining = scene.tokens.words, scene.vocabulary["perangkai"]
    apart = scene.vocabulary["pembanding|batas_cakupan|tercakup"]
    own, counted = figures[number], {figures[number].quantity.noun}
    for before in reversed(figures[:number]):
        between = words[before.last : own.first]
        joined = len(between) <= _LISTED and not joining.isdisjoint(between) and apart.isdisjoint(between)
        others = any(before.last <= office.first < own.first for office in scene.offices[own.segment])
        if not joined or not before.quantity.noun or (before.quantity.noun in counted and not others):
            return
        yield before
        counted.add(before.quantity.noun)
        own = before


def _end_of_name(scene: Scene, figure: Figure) -> int:
    """Give the token behind what names the things that a figure counts: `12 kasus narkotika`, `8 klien rawat jalan`."""
    end, segment = figure.last, figure.segment
    spans = [(hit.first, hit.last) for hit in scene.hits[segment]] + [(part.first, part.last) for part in scene.parts[segment]]
    for first, last in sorted(spans):
        if figure.first < first <= end < last:
            end = last
    return end


def _past_bracket(scene: Scene, figure: Figure, end: int, period: PlacedPeriod) -> tuple[str, ...]:
    """Give the words between a figure and a year, without the bracket that closes it: `75 kasus (99 orang) di 2018`.

    The name of what it counts ends at `end`. What was done with that is left out, too: `tiga desa yang ditetapkan pada 2022`.
    """
    between = scene.tokens.words[end : period.first]
    if between[:1] == ("yang",) and between[1:2] and between[1].startswith(_DONE):
        return between[2:]
    return between[1:] if between[:1] == (")",) and scene.tokens.words[figure.first - 1] == "(" else between


def _companions(scene: Scene, figures: Sequence[Figure], number: int, period: PlacedPeriod) -> Iterator[Figure]:
    """Give the figures told together with one whose year stands behind it: of other things, and of the same year.

    `75 kasus (99 tersangka) di 2018`, `79 kasus dengan 119 tersangka pada 2017`, `42 kasus pada 2018 dengan 48 tersangka`,
    `22 tersangka dari sembilan kasus pada 2024`; `1.316 orang atau 0,10 persen di 2021`.
    """
    words, joining = scene.tokens.words, scene.vocabulary["disertai|setara_bagian"]
    own = figures[number]
    for before in reversed(figures[:number]):
        between = words[before.last : own.first]
        if before.letter == own.letter or (between != ("(",) and (len(between) != 1 or between[0] not in joining | {"dari"})):
            break
        yield before
        own = before
    following = figures[number + 1] if number + 1 < len(figures) else None
    if following is not None and following.letter != figures[number].letter:
        between = words[period.last : following.first]
        if len(between) > 1 and between[0] in scene.vocabulary["penunjuk"]:
            between = between[1:]  # `9 kasus tahun 2021 itu menyeret 15 tersangka`
        if len(between) == 1 and between[0] in joining:
            yield following


def _columns(scene: Scene, segment: int) -> dict[Figure, PlacedPeriod]:
    """Give the years of the columns that the figures of a table's row stand in, where its head names several."""
    head = scene.segments[segment].head
    if head is None or scene.segments[segment].kind != "item" or scene.periods[segment] or scene.figures[head]:
        return {}
    if not scene.vocabulary["tanda_kurung"].isdisjoint(scene.tokens.words[slice(*scene.bounds[head])]):
        return {}
    years = [period for period in scene.periods[head] if period.mention.kind == "year" and period.mention.year]
    cells = [figure for figure in scene.figures[segment] if figure.letter != PERCENT]
    cells = cells or list(scene.figures[segment])
    return dict(zip(cells, years, strict=False)) if len(cells) >= len(years) > 1 else {}


def given_for(scene: Scene, period: PlacedPeriod) -> bool:
    """Tell if a sentence tells what was given for a year: `Untuk tahun ini pagu kami Rp 1,2 miliar`."""
    words = scene.tokens.words
    led = "untuk" in words[max(period.first - 1, 0) : period.first + 1]
    return led and not scene.vocabulary["diberi"].isdisjoint(words[slice(*scene.bounds[period.segment])])


def year_of_months_before(scene: Scene, period: PlacedPeriod) -> Year | None:
    """Give the year of the months told last in a sentence before others: `Pada Agustus 2022 ada 25 klien, Juli 19 klien`.

    Later ones that are compared with are of a year before, and those behind a turn of the year of the next.
    """
    told = [p.mention for p in scene.periods[period.segment] if p.first < period.first and p.mention.first and p.mention.year]
    own, last = period.mention.first, told[-1].first if told else None
    if own is None or last is None or (own > last and compared(scene, period)) or last[0] - own[0] > _HALF_A_YEAR:
        return None
    return told[-1].year


def only_year(scene: Scene, figure: Figure) -> PlacedPeriod | None:
    """Give the one year of a figure's sentence, though it stands by another: `Bitung 20 klien pada 2022, Manado 35 klien`.

    One behind as many others of the same is not: `17 kasus dan 20 kasus pada 2022` are of two years.
    """
    told = [period for period in scene.periods[figure.segment] if period.mention.kind in TOLD]
    if len(told) != 1 or told[0].mention.kind != "year" or told[0].mention.year is None or compared(scene, told[0]):
        return None
    others = (other for other in scene.figures[figure.segment] if other is not figure)
    alike = told[0].first > figure.first and any(other.quantity.noun == figure.quantity.noun for other in others)
    return None if alike else told[0]
