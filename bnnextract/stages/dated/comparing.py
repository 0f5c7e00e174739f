"""Years that a text only compares with: `turun dari 2020`, `dibanding tahun lalu`."""

from __future__ import annotations

from bnnextract.stages.found.scenes import Figure, PlacedPeriod, Scene

# The kinds of mention that tell a year of a figure.
TOLD = frozenset({"year", "interval", "upto"})
# How far before a year the word stands that makes it one compared with.
_COMPARED_REACH = 4
# How far before a year the words begin that say that something was as in it.
_LIKENED_REACH = 4
# How far before a figure the word stands that something rose or fell from it.
_FROM_REACH = 4
# How far before a year the word stands that makes it that of a reason: `karena pada 2024`.
_REASON_REACH = 2
# Among how many first words of a sentence the year stands that it opens with.
_OPENING = 4
# How many sentences back a year compared with makes that of a figure doubtful.
_COMPARED_BACK = 2


def compared(scene: Scene, period: PlacedPeriod) -> bool:
    """Tell if a year is named as one compared with; `dari Januari hingga Mei` only tells when it began.

    So is one that had as many: `tetap dua kasus, sama dengan tahun 2020`.
    """
    first = scene.bounds[period.segment][0]
    before = scene.tokens.words[max(first, period.first - _COMPARED_REACH) : period.first]
    if "," in before:
        before = before[before.index(",") + 1 :]  # `Dari sisi penindakan, semester I ini …`
    if before[-1:] in {("sejak",), ("ke",)}:
        return False  # `diamankan dari empat tersangka sejak Juni sampai Desember 2021`, `dari 2023 ke 2024 naik satu persen`
    begun, ended = period.mention.first, period.mention.last
    if before[-1:] == ("dari",) and begun and ended and begun[0] != ended[0] and not period.mention.pattern.same:
        before = before[:-1]
    if "dari" in before[:-1] and _only_origin(scene, period, before):
        before = before[before.index("dari") + 1 :]
    return not scene.vocabulary["pembanding"].isdisjoint(before) or _likened(scene, period)


def _only_origin(scene: Scene, period: PlacedPeriod, before: tuple[str, ...]) -> bool:
    """Tell if the last words before a year only tell where something came from: `lolos dari jerat petugas sepanjang 2011`.

    What rose or fell did so from a figure, or from that year.
    """
    start = period.first - len(before) + before.index("dari")
    if any(start < figure.first < period.first for figure in scene.figures[period.segment]):
        return False
    clause = scene.tokens.words[scene.bounds[period.segment][0] : start]
    return scene.vocabulary["naik|turun|pembanding"].isdisjoint(clause)


def _likened(scene: Scene, period: PlacedPeriod) -> bool:
    """Tell if words say that something was as in a year: `sama dengan capaian 2020`, not `bekerja sama dengan`."""
    first = scene.bounds[period.segment][0]
    led = ("", *scene.tokens.words[first : period.first])[-_LIKENED_REACH:]
    return any(
        like in scene.vocabulary["serupa"] and joined == "dengan" and not before.endswith("kerja")
        for before, like, joined in zip(led, led[1:], led[2:], strict=False)
    )


def compared_before(scene: Scene, figure: Figure) -> PlacedPeriod | None:
    """Give the year that a sentence shortly before in the paragraph compares with, of which the figure may be."""
    paragraph = scene.segments[figure.segment].paragraph
    for segment in range(figure.segment - 1, max(-1, figure.segment - 1 - _COMPARED_BACK), -1):
        if scene.segments[segment].paragraph != paragraph:
            return None
        for period in scene.periods[segment]:
            if period.mention.kind in TOLD and compared(scene, period):
                return period
    return None


def compared_ahead_of(scene: Scene, former: Figure) -> PlacedPeriod | None:
    """Give the year compared with that stands before an earlier figure, with none between: `naik dari 2022, yakni dari 50`."""
    for period in reversed(scene.periods[former.segment]):
        if period.last > former.first or period.mention.kind not in TOLD:
            continue
        between = any(period.last <= other.first < former.first for other in scene.figures[former.segment])
        return period if compared(scene, period) and not between else None
    return None


def compared_aside(scene: Scene, period: PlacedPeriod, figure: Figure) -> bool:
    """Tell if a year is only compared with, behind a figure and before a comma: `40 klien, naik dari 2020, ditambah 12 kasus`.

    What it is compared with is told otherwise: `dari 2020, yakni 9 klien`. So is one that a sentence opens by comparing with,
    and one behind which it says what is left since: `Klien 2024 merosot dibanding 2023, tinggal 90 orang`.
    """
    if _compared_ahead(scene, period, figure):
        return True
    words = scene.tokens.words
    if words[period.last : period.last + 1] != (",",) or not compared(scene, period):
        return False
    behind = words[period.last + 1 : period.last + 2]
    if not scene.vocabulary["menjadi"].isdisjoint(behind) or _came_from_there(scene, period, figure):
        return True
    if all(other.last > period.first for other in scene.figures[period.segment]):
        return False
    return figure.first > period.last + 1 and scene.vocabulary["pengisi"].isdisjoint(behind) and behind != ("yang",)


def _compared_ahead(scene: Scene, period: PlacedPeriod, figure: Figure) -> bool:
    """Tell if a sentence opens by comparing with a year, and a figure is what came since: `Dibanding 2020, naik jadi 31`."""
    words, vocabulary = scene.tokens.words, scene.vocabulary
    led = words[scene.bounds[period.segment][0] : period.first]
    if vocabulary["membandingkan"].isdisjoint(led) or not vocabulary["membandingkan|pembuka_banding"].issuperset(led):
        return False
    between = words[period.last + 1 : figure.first]
    came_to = not vocabulary["menjadi"].isdisjoint(between[-_FROM_REACH:])
    return words[period.last] == "," and came_to and not vocabulary["naik|turun"].isdisjoint(between)


def _came_from_there(scene: Scene, period: PlacedPeriod, figure: Figure) -> bool:
    """Tell if a figure that follows a year compared with is what came since, as the one then is told behind it.

    `Kasus pada 2017 merosot dibanding tahun sebelumnya, yaitu 92 kasus atau turun 31 persen dari 134 kasus`.
    """
    words, own = scene.tokens.words, scene.periods[period.segment]
    since = any(other.last <= period.first and not compared(scene, other) for other in own)
    told = period.last + 1 < figure.first <= period.last + _FROM_REACH
    later = (other for other in scene.figures[period.segment] if other.first > figure.last)
    return since and told and any("dari" in words[max(figure.last, other.first - 2) : other.first] for other in later)


def is_reason(scene: Scene, period: PlacedPeriod) -> bool:
    """Tell if a year is only that of the reason of what was told: `turun jadi 512 lembar, karena 2024 ada pilkada`."""
    before = scene.tokens.words[max(scene.bounds[period.segment][0], period.first - _REASON_REACH) : period.first]
    return not scene.vocabulary["sebab_tahun"].isdisjoint(before)


def rises_from(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure is what another one rose or fell from: `nilainya sedikit turun dari 93,15`."""
    words = scene.tokens.words
    before = words[max(scene.bounds[figure.segment][0], figure.first - _FROM_REACH) : figure.first]
    return before[-1:] == ("dari",) and not scene.vocabulary["naik|turun"].isdisjoint(before)


def led_from(scene: Scene, period: PlacedPeriod) -> bool:
    """Tell if `tahun lalu` is what a figure before it is told against: `jumlahnya 185 orang, dari tahun lalu yang baru 120`."""
    own = scene.figures[period.segment]
    first = scene.bounds[period.segment][0]
    return any(figure.last <= period.first for figure in own) and compared(scene, period) and period.first > first


def opens(scene: Scene, period: PlacedPeriod) -> bool:
    """Tell if a sentence opens with a year compared with, as one on that year does: `Dalam perbandingan tahun 2018, …`."""
    first = scene.bounds[period.segment][0]
    return period.first <= first + _OPENING and scene.tokens.words[period.last : period.last + 1] == (",",)


def told_against(scene: Scene, period: PlacedPeriod) -> bool:
    """Tell if a period is one that a change is told against: `turun dari 2020`, `tahun lalu`."""
    return compared(scene, period) or period.mention.pattern.relative == -1
