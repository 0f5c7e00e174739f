"""Figures of one occurrence, told apart from those of a period."""

from __future__ import annotations

from itertools import takewhile

from bnnextract.knowledge.indicators import Occurrence
from bnnextract.model import Year
from bnnextract.stages.dated.comparing import TOLD
from bnnextract.stages.dated.dating import Dating
from bnnextract.stages.dated.openings import opens_year, tells_deed
from bnnextract.stages.dated.reporting import Reporting
from bnnextract.stages.dated.singling import adjoin, is_statement, of_several, singled_out, singles_out, sums_up
from bnnextract.stages.found.scenes import Figure, Scene

# Among how many first words of a sentence it tells after what something was done.
_OCCASION_REACH = 2
# The kinds of mention that begin with a year.
_WHOLE = frozenset({"year", "upto"})
# So many cases are uncovered on one occasion at most.
_MOST_CASES = 8
# For how many paragraphs more a period holds that figures were told of.
_ON = 2


def is_event(
    scene: Scene,
    figure: Figure,
    occurrence: Occurrence,
    dating: Dating,
    report: Reporting,
    *,
    of_day: bool,
    ceremony: bool = False,
    gathered: bool = False,
) -> bool:
    """Tell if a figure is of one occurrence, as far as figures of its indicator are.

    What always is one is not where a whole year is told with it. Else a figure dated in its sentence or paragraph is not.
    Otherwise the article decides: one that reports on no period, or opens with what was done on a day (`of_day`), tells of
    one occurrence; and a day told in the paragraph, where the indicator goes by it; where it must be `told` nothing else does.
    What is told of one case that the paragraph singles out is of one occurrence, unless of a whole year. What was `gathered`
    before the occasion is one only where the paragraph tells its day.
    """
    gathered = gathered or (ceremony and _sums_up_seized(scene, figure))
    # `kini` tells that it still is so, and not of which time it is.
    told = dating.mention
    if told is not None and (
        (told.mention.pattern.weak and told.mention.pattern.anchor != "context") or opens_year(scene, told)
    ):
        told = None
    match occurrence:
        case "never":
            return False
        case _ if not (told and told.segment == figure.segment and told.mention.kind in _WHOLE) and singled_out(scene, figure):
            return True
        case _ if _is_sole(scene, figure):
            return True
        case "always":
            return (told is None or told.mention.kind != "year") and not _of_several_before(scene, figure)
        case "place" if (told is None or told.mention.kind == "interval") and at_one_place(scene, figure):
            return True
        case _ if _of_that_day(scene, figure):
            return True
        case _ if told is not None or _of_all_cases(scene, figure) or _until_now(scene, figure):
            return False
        case by if dating.carried:
            return by != "article" and _turns_to_occasion(scene, figure, dating.since)
        case "told":
            return _on_its_day(scene, figure) or _on_occasion(scene, figure)
        case by if gathered:
            return by != "article" and _on_a_day(scene, figure)
        case by:
            told_so = by != "article" and (_on_a_day(scene, figure) or _on_occasion(scene, figure))
            several = by != "article" and (of_several(scene, figure) or _of_many_cases(scene, figure))
            return told_so or ((of_day or not report.told) and not several)


def told_on_day(scene: Scene, figure: Figure) -> Year | None:
    """Give the year of the day told with a figure of an occurrence or last before it, as it is written: `Rabu (6/8/2025)`.

    That of a statement does not tell when what it is on was done.
    """
    for segment in range(figure.segment, -1, -1):
        told = [period for period in scene.periods[segment] if period.mention.year is not None]
        before = [period for period in told if period.first < figure.first]
        said = is_statement(scene, segment)
        if before or (told and not said):
            nearest = before[-1] if before else told[0]
            return nearest.mention.year if nearest.mention.kind == "day" and not said else None
    return None


def goes_on(scene: Scene, figure: Figure, last: Figure, *, tested: bool = False) -> bool:
    """Tell if nothing since a figure of a period turns to an occurrence: neither a day, nor a deed, nor a case singled out.

    `Selama 2023 disita 46 gram sabu. … ¶ Tersangkanya 37 orang.` A test is no new deed where both were `tested`.
    """
    besides = scene.vocabulary["dites"] if tested else frozenset[str]()
    between = range(last.segment + 1, figure.segment + 1)
    near = scene.segments[figure.segment].paragraph - scene.segments[last.segment].paragraph <= _ON
    return near and not any(
        tells_deed(scene, index, besides)
        or singles_out(scene, index, scene.bounds[index][1])
        or any(period.mention.kind == "day" for period in scene.periods[index])
        for index in between
    )


def is_result(scene: Scene, figure: Figure, told: Figure) -> bool:
    """Tell if a figure is what came of the occurrence told right before: `Malam itu 150 orang dites. Hasilnya 12 positif`."""
    here = scene.segments[figure.segment]
    if figure.segment - told.segment > 1 or scene.segments[told.segment].paragraph != here.paragraph or sums_up(scene, figure):
        return False
    return not any(
        period.mention.kind in TOLD and told.last <= period.first < figure.first
        for segment in range(told.segment, figure.segment + 1)
        for period in scene.periods[segment]
    )


def tells_parts(scene: Scene, figure: Figure, told: Figure) -> bool:
    """Tell if a sentence opens with some of those told of an occurrence right before: `… tiga positif. "Dua pria", katanya`."""
    opens = not any(word[0].isalpha() for word in scene.tokens.words[scene.bounds[figure.segment][0] : figure.first])
    beside = figure.segment == told.segment and not sums_up(scene, figure)
    return beside or (opens and figure.segment - told.segment == 1 and figure.quantity.value < told.quantity.value)


def _of_all_cases(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence tells a figure of all cases, or of some months: `Dari seluruh kasus, sabu yang disita 570,88 gram`.

    So does the sentence before it: `Itu hasil ungkap kasus tiga bulan terakhir. Perkaranya ada tiga`.
    """
    here = scene.segments[figure.segment]
    before = figure.segment - 1
    near = before >= 0 and scene.segments[before].paragraph == here.paragraph
    words = scene.tokens.words[scene.bounds[before if near else figure.segment][0] : scene.bounds[figure.segment][1]]
    if adjoin(words, scene.vocabulary["berbulan"], {"terakhir"}):
        return True
    words = scene.tokens.words[scene.bounds[figure.segment][0] : figure.first]
    return adjoin(words, scene.vocabulary["keseluruhan"], scene.vocabulary["peristiwa"])


def _on_a_day(scene: Scene, figure: Figure) -> bool:
    """Tell if the paragraph of a figure tells the day of what was done before it, and not only that of a statement."""
    paragraph = scene.segments[figure.segment].paragraph
    for segment in range(figure.segment, -1, -1):
        if scene.segments[segment].paragraph != paragraph:
            return False
        told = any(
            period.mention.kind == "day"
            and period.first < figure.first
            and scene.tokens.words[period.first - 1 if period.first else 0] != "("
            for period in scene.periods[segment]
        )
        if told and (tells_deed(scene, segment) or not is_statement(scene, segment)):
            return segment == figure.segment or not sums_up(scene, figure)
    return False


def _on_its_day(scene: Scene, figure: Figure) -> bool:
    """Tell if the nearest sentence that tells a day, a figure's own or before it in its paragraph, tells that of what was done.

    `12 warga diskrining BNNK Batu, Senin (6/3/2023)`: the day may stand behind it. One on which something was said is none.
    """
    paragraph = scene.segments[figure.segment].paragraph
    for segment in takewhile(lambda at: scene.segments[at].paragraph == paragraph, range(figure.segment, -1, -1)):
        if any(period.mention.kind == "day" for period in scene.periods[segment]):
            return not is_statement(scene, segment) and (segment == figure.segment or not sums_up(scene, figure))
    return False


def at_one_place(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence tells one institution before a figure: `di Rutan Kelas IIB 70 pegawai diperiksa`."""
    first, vocabulary, words = scene.bounds[figure.segment][0], scene.vocabulary, scene.tokens.words
    if vocabulary["instansi_tes"].isdisjoint(words[first : figure.first]) or sums_up(scene, figure):
        return False
    places = [token for token in range(first + 1, figure.first) if words[token] in vocabulary["instansi_tes"]]
    return any(
        words[token - 1] in vocabulary["ke_instansi"] and scene.text[scene.tokens.starts[token + 1]].isupper()
        for token in places
    )


def _of_several_before(scene: Scene, figure: Figure) -> bool:
    """Tell if the sentence before tells several occasions, of which a figure is the sum: `… empat kali. Yang dimusnahkan`."""
    before = figure.segment - 1
    if before < 0 or scene.segments[before].paragraph != scene.segments[figure.segment].paragraph:
        return False
    opens = scene.tokens.words[scene.bounds[figure.segment][0]] == "yang"
    return opens and any(other.quantity.unit == "kegiatan" and other.quantity.value > 1 for other in scene.figures[before])


def _of_many_cases(scene: Scene, figure: Figure) -> bool:
    """Tell if a paragraph tells more cases before a figure than one occasion has: `Badung 17 kasus. Sabunya 602 gram`."""
    paragraph = scene.segments[figure.segment].paragraph
    before = takewhile(lambda at: scene.segments[at].paragraph == paragraph, range(figure.segment, -1, -1))
    return any(
        other.quantity.unit == "kasus" and other.quantity.value > _MOST_CASES and other.last <= figure.first
        for segment in before
        for other in scene.figures[segment]
    )


def _sums_up_seized(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence sums up what was seized before it was destroyed: `Total yang disita sebenarnya 3.061 gram`."""
    words = scene.tokens.words[scene.bounds[figure.segment][0] : figure.first]
    if not scene.vocabulary["setahun"].isdisjoint(words):
        return True
    return not scene.vocabulary["total"].isdisjoint(words) and not scene.vocabulary["sitaan"].isdisjoint(words)


def _until_now(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence tells what was done from some time on: `Sejak berdiri Maret lalu BNNK sudah memeriksa 612 orang`."""
    words, vocabulary = scene.tokens.words[scene.bounds[figure.segment][0] : figure.first], scene.vocabulary
    if vocabulary["sejak"].isdisjoint(words) or vocabulary["telah"].isdisjoint(words):
        return False
    begun = next(number for number, word in enumerate(words) if word in vocabulary["sejak"])
    return not vocabulary["telah"].isdisjoint(words[begun:])


def _turns_to_occasion(scene: Scene, figure: Figure, since: int) -> bool:
    """Tell if a sentence behind the one that tells the year, a segment `since`, is on one occasion of it.

    `Tahun ini digelar operasi terpadu. … Malam itu 150 orang dites urine`, `Juli lalu petugas menangkap dua kurir`.
    """
    if figure.segment == since or sums_up(scene, figure):
        return False
    days = [period for period in scene.periods[figure.segment] if period.mention.kind == "day" and period.first < figure.first]
    return _on_occasion(scene, figure) or (bool(days) and tells_deed(scene, figure.segment))


def _on_occasion(scene: Scene, figure: Figure) -> bool:
    """Tell if the sentence of a figure tells the occasion: `Hari itu 50 siswa dites`, `Dalam acara yang sama …`."""
    first, vocabulary = scene.bounds[figure.segment][0], scene.vocabulary
    words = scene.tokens.words[first : figure.first]
    if not vocabulary["usai"].isdisjoint(words[:_OCCASION_REACH]):
        return True
    if vocabulary["hari"].isdisjoint(words):
        return False
    times = [
        at for at, word in enumerate(words) if word in vocabulary["hari"] and words[at - 1] not in vocabulary["batas_waktu"]
    ]
    behind = [words[at + 1 : at + 3] for at in times]
    return any(after == ("yang", "sama") or not vocabulary["penunjuk"].isdisjoint(after[:1]) for after in behind)


def _of_that_day(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence opens with what the one before tells the day of: `… digelar Rabu (6/8). Kegiatan itu diikuti 120`."""
    first, before, words = scene.bounds[figure.segment][0], figure.segment - 1, scene.tokens.words
    opens = words[first] in scene.vocabulary["giat_sehari"] and words[first + 1] in scene.vocabulary["penunjuk"]
    if not opens or before < 0 or scene.segments[before].paragraph != scene.segments[figure.segment].paragraph:
        return False
    dated = any(period.mention.kind == "day" for period in scene.periods[before])
    return dated and not is_statement(scene, before) and not sums_up(scene, figure)


def _is_sole(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence tells the only case there was: `Satu-satunya penangkapan tahun ini terjadi di Batu, … 3 gram`."""
    words = scene.tokens.words[scene.bounds[figure.segment][0] : figure.first]
    return adjoin(words, scene.vocabulary["satu_satunya"], scene.vocabulary["peristiwa"])
