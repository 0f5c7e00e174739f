"""Whose a figure is and when, as far as that hangs on what it counts and on what was told before it."""

from __future__ import annotations

from bnnextract.knowledge.constructions import PERCENT
from bnnextract.knowledge.gazetteer import NATIONAL, PROVINCE_DIGITS
from bnnextract.model import Year
from bnnextract.stages.bound.bonds import Bonds
from bnnextract.stages.bound.roles import RoleMention
from bnnextract.stages.counted.choices import Choice
from bnnextract.stages.dated.comparing import compared_before, rises_from
from bnnextract.stages.dated.dating import Dating, date_figure
from bnnextract.stages.decided.counting import of_one_unit
from bnnextract.stages.decided.discourse import Candidate, Discourse, Setting
from bnnextract.stages.decided.wholes import whole_of
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.owned.ascription import Ascription, ascribe
from bnnextract.stages.owned.nationwide import measured_nationally, opens_nationally
from bnnextract.stages.owned.sharing import find_branch, goes_with
from bnnextract.stages.owned.surveys import surveyed

# How far before a figure the word stands that makes it one of the beginning.
_AT_FIRST_REACH = 3
# How many words apart figures of one office stand in a list of offices.
_ON_REACH = 4
# A smaller sum may come about by chance.
_BY_CHANCE = 10
# How far before its share of a target the province stands.
_RANK_REACH = 3
_SHARE_REACH = 4
# How many segments behind those cared for some of them are told whom another body sent.
_SENT_REACH = 2
# How many words of its place may stand between a body and what it does.
_DEED_REACH = 4
# How many segments on what was surveyed in a year is told of.
_SURVEY_REACH = 3
# How many segments back the year may be told that an earlier figure is of.
_YEAR_REACH = 6


def ascribe_counted(setting: Setting, figure: Figure, choice: Choice, discourse: Discourse) -> Ascription:
    """Decide whose figure it is, as far as that hangs on what it counts, too."""
    scene, main = setting.scene, setting.around.main
    ascription = ascribe(scene, figure, main, discourse.office)
    counted = choice.indicator
    last = discourse.before[-1] if discourse.before else None
    if ascription.agency and main and _had_from_body(setting, figure, choice, ascription.agency, last):
        ascription = Ascription(main, "the office the article is about", sure=False)
        if counted.seconded and choice.inherited and last:
            ascription = last.ascription
    if counted.national and (not ascription.agency or ascription.agency in setting.book.indicators.tellers):
        paragraph = scene.segments[figure.segment].paragraph
        beside = last.ascription if last and last.choice.indicator.national else None
        near = last is not None and scene.segments[last.figure.segment].paragraph == paragraph
        before = beside if near else _surveyed_before(setting, figure, discourse)
        return surveyed(scene, figure, counted, ascription, setting.around, before, last.figure if last else None)
    if main and (measured_nationally(scene, figure) or opens_nationally(scene, figure)):
        return Ascription(NATIONAL, "told of the whole country", sure=not ascription.agency)
    if choice.cue in counted.nationwide and not ascription.agency and _counts_all(scene, figure, last):
        return Ascription(NATIONAL, f"“{choice.cue}” are counted in the whole country", sure=False)
    if main and not ascription.agency and counted.national_from and figure.quantity.value >= counted.national_from:
        return Ascription(NATIONAL, "more than any province has", sure=False)
    if ascription.code is None:
        return ascription
    if counted.of_province and len(ascription.code) > PROVINCE_DIGITS:
        return Ascription(ascription.code[:PROVINCE_DIGITS], "counted in a whole province", sure=False)
    if main and ascription.code != main and (_sums_up(figure, discourse.before) or _some_of_main(setting, figure, discourse)):
        return Ascription(main, "the sum of what several offices have", sure=False)
    if main and len(main) > PROVINCE_DIGITS and _told_of_all(setting, figure, main):
        return Ascription(main[:PROVINCE_DIGITS], "told of the whole province", sure=False)
    if main and main != NATIONAL and _of_the_province(scene, figure):
        return Ascription(main[:PROVINCE_DIGITS], "the province's own", sure=False)
    listed = last.ascription if last and (last.figure.segment == figure.segment or _opens_rest(scene, figure, last)) else None
    branch = find_branch(scene, figure, setting.around, listed)
    if (
        branch is None
        and listed
        and last
        and (goes_with(scene, last.figure, figure) or _goes_on(setting, last, figure, choice))
    ):
        return listed
    return branch or ascription


def _had_from_body(setting: Setting, figure: Figure, choice: Choice, agency: str, last: Candidate | None) -> bool:
    """Tell if the people that an office has or serves are but from the other body that is named with their figure.

    A town hall's are tested for the office, `Di dinas sosial 48 pegawai dites`; police may be among its own, which it calls
    so: `Pegawai kami 27 orang, polisinya enam`.
    """
    counted, scene = choice.indicator, setting.scene
    if counted.from_bodies and not _did_itself(scene, figure, choice):
        return True
    if counted.cared_for and _sent(scene, figure, choice, last):
        return True
    if counted.from_hosts and choice.place == "segment" and not choice.inherited:
        return agency in setting.book.indicators.tellers
    if not counted.seconded:
        return False
    if choice.inherited:  # more than those told before are another body's: `Pegawai kami 27 orang, Polres 300`
        return last is not None and figure.quantity.value <= last.figure.quantity.value
    return not scene.vocabulary["pihaknya"].isdisjoint(choice.cue.split())


def _did_itself(scene: Scene, figure: Figure, choice: Choice) -> bool:
    """Tell if a figure is of what another body did on its own: `Polres Batu menangani 22 perkara, 4 dihentikan TAT`.

    What it counts in its own words is not: `Polres Batu mencatat 22 asesmen`.
    """
    if choice.cue in (figure.quantity.noun or ""):
        return False
    words, deeds = scene.tokens.words, scene.vocabulary["menindak"]
    return any(
        agency.last <= figure.first and not deeds.isdisjoint(words[agency.last : min(agency.last + _DEED_REACH, figure.first)])
        for agency in scene.agencies[figure.segment]
    )


def _sent(scene: Scene, figure: Figure, choice: Choice, last: Candidate | None) -> bool:
    """Tell if a figure is of those whom another body sent to be cared for: `Polres Batu mengirim paling banyak, 156 orang`.

    They are some of those told of right before, or go on a list of such: `Kemudian Polres Malang 84 orang`.
    """
    if last is None or last.ascription.agency or not choice.inherited or figure.segment - last.figure.segment > _SENT_REACH:
        return False
    if any(period.mention.kind != "day" for period in scene.periods[figure.segment]):
        return False
    own = figure.segment
    since = max(0, own - _SENT_REACH) if last.choice.inherited else own
    paragraph = scene.segments[own].paragraph
    told = (at for at in range(since, own + 1) if scene.segments[at].paragraph == paragraph)
    return any(not scene.vocabulary["mengirim"].isdisjoint(scene.tokens.words[slice(*scene.bounds[at])]) for at in told)


def _goes_on(setting: Setting, last: Candidate, figure: Figure, choice: Choice) -> bool:
    """Tell if a figure goes on with what a city's or regency's office has: `Poso 2 kasus, 5 tersangka namun sabunya 2 gram`.

    It is of something else than the one before it, or of another drug, and nobody and no other place stands between.
    """
    scene, code = setting.scene, last.ascription.code
    other = figure.quantity.unit != last.figure.quantity.unit or choice.indicator.by_drug
    if not other or figure.segment != last.figure.segment or code is None or len(code) <= PROVINCE_DIGITS:
        return False
    start, end = last.figure.last, figure.first
    words = scene.tokens.words[start:end]
    if len(words) > _ON_REACH or not scene.vocabulary["total|batas_masing|sisa"].isdisjoint(words):
        return False
    if any(start <= body.first < end for body in (*scene.offices[figure.segment], *scene.agencies[figure.segment])):
        return False
    return not any(start <= place.first < end for place in setting.around.places)


def _opens_rest(scene: Scene, figure: Figure, last: Candidate) -> bool:
    """Tell if the sentence of a figure tells the rest of what was told right before: `Sisanya 2 kasus di Malang`."""
    first = scene.bounds[figure.segment][0]
    if figure.segment - last.figure.segment != 1 or scene.tokens.words[first] not in scene.vocabulary["sisa"]:
        return False
    return scene.segments[figure.segment].paragraph == scene.segments[last.figure.segment].paragraph


def _told_of_all(setting: Setting, figure: Figure, office: str) -> bool:
    """Tell if the sentence of a figure speaks of all of an office's province: `Se-Jawa Tengah targetnya 4.439 orang`.

    So it does where it tells what the province gets of a target: `Untuk Jawa Tengah jatahnya 1.000 orang`.
    `Se-Gorontalo` may be all of the city of that name.
    """
    scene, regions = setting.scene, setting.around.gazetteer.regions
    words, (first, last) = scene.tokens.words, scene.bounds[figure.segment]
    named = (at for at in range(first, last) if words[at] in scene.vocabulary["seprovinsi"])
    if any(not _is_ranked(scene, at) for at in named):
        return True
    own, province = regions[office].name.lower().split(), regions[office[:PROVINCE_DIGITS]].name.lower().split()
    whole = f"se-{province[0]}"
    if whole in words[first:last] and province[0] not in own and not _is_ranked(scene, words.index(whole, first)):
        return True
    given = scene.vocabulary["jatah|kebagian"]
    return not scene.offices[figure.segment] and any(
        first <= place.first
        and place.codes == (office[:PROVINCE_DIGITS],)
        and scene.distance(place.last, figure.first) <= _SHARE_REACH
        and not given.isdisjoint(words[place.last : figure.first])
        for place in setting.around.places
    )


def _is_ranked(scene: Scene, at: int) -> bool:
    """Tell if a region is only that among whose offices one is ranked: `88 klien, terbanyak se-Riau`, `ketiga se-Bali`."""
    return not scene.vocabulary["berperingkat"].isdisjoint(scene.tokens.words[max(0, at - _RANK_REACH) : at])


def _of_the_province(scene: Scene, figure: Figure) -> bool:
    """Tell if the province's part is told right before a figure: `…, sementara di klinik provinsi sendiri 44 klien`."""
    words, first = scene.tokens.words, scene.bounds[figure.segment][0]
    at = figure.first - 1
    while at > first and (words[at] in scene.vocabulary["pengisi"] or words[at] in scene.vocabulary["sendiri"]):
        at -= 1
    inside = any(office.first <= at < office.last for office in scene.offices[figure.segment])
    housed = words[at - 1] in scene.vocabulary["klinik|dalam|tingkat"]
    return at > first and words[at] in scene.vocabulary["provinsi"] and housed and not inside


def _sums_up(figure: Figure, before: tuple[Candidate, ...]) -> bool:
    """Tell if a figure is the sum of what several offices were told to have: `BNNP 13 orang, BNNK Batu 8. Total 21`."""
    last = next((c for c in reversed(before) if c.figure.quantity.unit == figure.quantity.unit), None)
    if last is None or figure.segment - last.figure.segment > 1:
        return False
    counted = last.choice.indicator
    near = [c for c in before if last.figure.segment - c.figure.segment <= 1 and c.choice.indicator is counted]
    addends = [c for c in near if c.figure.quantity.unit == figure.quantity.unit]
    several = len({c.ascription.code for c in addends}) > 1
    value = figure.quantity.value
    return several and value >= _BY_CHANCE and sum(c.figure.quantity.value for c in addends) == value


def _some_of_main(setting: Setting, figure: Figure, discourse: Discourse) -> bool:
    """Tell if a figure is some of the article's office's told last, whatever office was told before that."""
    whole = whole_of(setting.scene, figure, discourse.before)
    offices = setting.scene.offices[figure.segment]
    if whole is None or whole.figure.segment != figure.segment or offices:
        return False
    return whole.ascription.code == setting.around.main


def _surveyed_before(setting: Setting, figure: Figure, discourse: Discourse) -> Ascription | None:
    """Give BNN RI's ascription of the share surveyed last, for one of no place in an article on a city or regency.

    Nobody surveys single cities and regencies: what their offices tell of without a place is the country's.
    """
    main = setting.around.main
    if main is None or len(main) <= PROVINCE_DIGITS or figure.letter != PERCENT or setting.scene.offices[figure.segment]:
        return None
    surveys = (c for c in reversed(discourse.before) if c.choice.indicator.national and c.figure.letter == PERCENT)
    last = next(surveys, None)
    return last.ascription if last and last.ascription.code == NATIONAL else None


def _counts_all(scene: Scene, figure: Figure, last: Candidate | None) -> bool:
    """Tell if `BNN`, of no level, is who counted: `BNN mengidentifikasi 94 jenis NPS`, or goes on with that."""
    offices = scene.offices[figure.segment]
    if not offices:
        return last is not None and last.ascription.code == NATIONAL and figure.segment - last.figure.segment <= 1
    return all(office.mention.level is None and office.mention.kind == "bare" for office in offices)


def date_counted(
    setting: Setting,
    figure: Figure,
    role: RoleMention | None,
    bonds: Bonds,
    discourse: Discourse,
    choice: Choice,
    *,
    change: bool,
) -> Dating:
    """Decide the year of a figure; that of the earlier one of two is at best the year of the one before it.

    Else it is the year ahead of what is told, unless it was surveyed, as not every year is.
    """
    if role is not None and role.role == "former" and figure not in bonds.years:
        earlier = discourse.former or _year_before(setting, figure, discourse)
        held = discourse.dating.year if discourse.dating is not None else None
        if earlier is not None and earlier == held and earlier.first == earlier.last and not choice.indicator.national:
            earlier = Year(earlier.first - 1, earlier.first - 1)  # what it became is of the year that holds
        if earlier is not None:
            return Dating(earlier, None, "the year of the earlier figure before", sure=False)
        earlier = None if choice.indicator.national else _year_ahead(setting, figure, discourse)
        return Dating(earlier, None, "an earlier figure, its year not told", sure=False)
    counted = _year_counted(setting.scene, figure, discourse.before)
    dating = date_figure(
        setting.scene, figure, setting.report, discourse.dating, discourse.context, bonds.years, counted, change=change
    )
    if dating.mention is not None:
        return dating
    if choice.indicator.national:
        return (None if dating.carried else _dating_of_survey(figure, discourse.before)) or dating
    if not change and dating.year == setting.report.year and _closes_rise(setting.scene, figure):
        return Dating(_year_ahead(setting, figure, discourse), None, "an earlier figure, its year not told", sure=False)
    return dating


def _closes_rise(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure is what something rose or fell from, and it is not told to what: `Klien pun turun dari 116 orang.`."""
    behind = scene.tokens.words[figure.last : figure.last + 1]
    closed = not scene.vocabulary["penutup"].isdisjoint(behind) and behind != (",",)
    return closed and rises_from(scene, figure) and compared_before(scene, figure) is None


def _dating_of_survey(figure: Figure, before: tuple[Candidate, ...]) -> Dating | None:
    """Give the year of what was surveyed shortly before, which a figure goes on with: `Kalau dijadikan orang 59.590 jiwa`.

    Of several years (`turun dari 1,95 persen pada 2021`) it is the latest.
    """
    near = (c for c in before if figure.segment - c.figure.segment <= _SURVEY_REACH and c.choice.indicator.national)
    year = max((c.dating.year for c in near if c.dating.year), key=lambda year: year.last, default=None)
    return Dating(year, None, "the year of what was surveyed before", sure=False) if year else None


def _year_counted(scene: Scene, figure: Figure, before: tuple[Candidate, ...]) -> Year | None:
    """Give the year of the value of the same kind told last in the paragraph, unless that one goes back from another."""
    paragraph = scene.segments[figure.segment].paragraph
    for other in reversed(before):
        if scene.segments[other.figure.segment].paragraph != paragraph or figure.segment - other.figure.segment > 1:
            return None
        goes_back = other.dating.mention is not None and other.dating.mention.mention.pattern.anchor == "context"
        if other.slot == "value" and not goes_back and of_one_unit(scene, figure, (other,)):
            return other.dating.year
    return None


def _year_ahead(setting: Setting, figure: Figure, discourse: Discourse) -> Year | None:
    """Give the year ahead of the one told of: figures of years are told against each other, `susut, dari 39 menjadi 21`.

    It is not known for what was so `semula`.
    """
    scene = setting.scene
    before = scene.tokens.words[max(scene.bounds[figure.segment][0], figure.first - _AT_FIRST_REACH) : figure.first]
    if not scene.vocabulary["semula"].isdisjoint(before):
        return None
    last = discourse.before[-1] if discourse.before else None
    near = last is not None and scene.segments[last.figure.segment].paragraph == scene.segments[figure.segment].paragraph
    told = last.dating.year if last and near else discourse.dating.year if discourse.dating else setting.report.year
    return Year(told.first - 1, told.first - 1) if told is not None and told.first == told.last else None


def _year_before(setting: Setting, figure: Figure, discourse: Discourse) -> Year | None:
    """Give the earlier year that figures shortly before were told of, beside the one reported on."""
    reported = setting.report.year
    told = [c.dating.year for c in discourse.before if figure.segment - c.figure.segment <= _YEAR_REACH]
    return next((year for year in reversed(told) if year and reported and year.last < reported.first), None)
