"""What is open about a statistic, in words: what it counts, whose it is, when, and if it is a count at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import chain

from bnnextract.knowledge.constructions import BARE, NONE
from bnnextract.knowledge.gazetteer import NATIONAL
from bnnextract.knowledge.indicators import NAMING, Cue
from bnnextract.stages.counted.neighbours import OF
from bnnextract.stages.dated.comparing import TOLD
from bnnextract.stages.dated.events import told_on_day
from bnnextract.stages.decided.discourse import Candidate
from bnnextract.stages.found.scenes import Figure, PlacedAgency, PlacedOffice, Scene
from bnnextract.stages.owned.actors import oblique
from bnnextract.stages.owned.ascription import words_of
from bnnextract.stages.owned.subjects import is_subject
from bnnextract.stages.told.drafts import Draft

# An indicator chosen by less is open to doubt.
_CLEAR = 65
# A number so small, told in words, may only introduce what is told of.
_FEW = 2
# How far before a figure `dari` makes it a group of which some are told.
_FROM_REACH = 2
# How far before a figure the word stands that makes it one of each, or an average.
_EACH_REACH = 3
# How long a word for what is done is at least.
_SHORTEST_DEED = 5
# The indicator of what has none.
_OTHER = "lainnya"
# What shares are told of, and what all of them are in percent.
_SHARED = frozenset({"orang", "kasus"})
_ALL = 100
# What sums of money and their shares are counted in.
_OF_MONEY = frozenset({"rupiah", "persen"})


def doubts_of(scene: Scene, draft: Draft, kinds: Mapping[str, frozenset[int]], beside: Sequence[str]) -> tuple[str, ...]:
    """Tell what about a draft is open; it is sure where there is nothing.

    `kinds` are as in an IndicatorBook; `beside` are the doubts that other drafts raise.
    """
    lead = draft.lead
    counted = _of_count(scene, lead) or _of_kind(scene, lead, kinds.get(lead.choice.indicator.name, frozenset()))
    told = (counted, _of_figure(scene, lead), _of_attainment(scene, draft), _of_office(scene, lead), _of_year(scene, draft))
    return (*lead.figure.quantity.doubts, *chain.from_iterable(told), *beside)


def _of_count(scene: Scene, lead: Candidate) -> list[str]:
    """Tell what is open about what a figure counts: where the words that name it stand, if others say as much."""
    choice = lead.choice
    if choice.place == "before":
        return [f"indicator from “{choice.cue}” in a sentence before"]
    if choice.inherited:
        return [] if _is_part_told_here(scene, lead) else ["counts what the figure before it counts"]
    if choice.score < _CLEAR:
        return [f"only “{choice.cue}” tells what is counted"]
    if choice.rival:
        return [f"{choice.rival} is told nearly as clearly"]
    return []


def _of_kind(scene: Scene, lead: Candidate, special: Collection[int]) -> list[str]:
    """Tell if something else than what a figure is said to count may be told by it; `special` are the kinds of that."""
    if lead.choice.indicator.name == _OTHER:
        return ["what is counted is of no indicator"]
    if lead.unit == "persen" and lead.figure.quantity.value > _ALL and lead.choice.indicator.units[0] in _SHARED:
        return ["more than all that are counted"]
    if special and (kind := _kind_before(scene, lead, special)):
        return [f"“{kind}” before it may be what is counted"]
    return []


def _kind_before(scene: Scene, lead: Candidate, special: Collection[int]) -> str | None:
    """Give what names, before a figure in its sentence, a kind of what that counts: `Rawat jalan di BNNK diakses 74 klien`."""
    own = lead.figure
    for hit in scene.hits[own.segment]:
        if hit.last > own.first:
            return None
        if any(
            isinstance(meaning, Cue) and meaning.rank in NAMING and meaning.indicator in special for meaning in hit.meanings
        ):
            return " ".join(scene.tokens.words[hit.first : hit.last])
    return None


def _is_part_told_here(scene: Scene, lead: Candidate) -> bool:
    """Tell if a figure is a part of what its own sentence names before it: `Sebanyak 40 klien dilayani, 31 orang laki-laki`.

    Which of the kinds of something it is a part of is open, and so is what a number alone counts.
    """
    own = lead.figure
    if lead.breakdown.category is None or lead.choice.indicator.special_of or own.letter == BARE:
        return False
    return any(
        hit.last <= own.first and " ".join(scene.tokens.words[hit.first : hit.last]) == lead.choice.cue
        for hit in scene.hits[own.segment]
    )


def _of_figure(scene: Scene, lead: Candidate) -> list[str]:
    """Tell what is open about a figure being what was done, found or had."""
    figure, words = lead.figure, scene.tokens.words
    first, last = scene.bounds[figure.segment]
    sentence = words[first:last]
    # No construction tells its role.
    plain = lead.slot == "value" and lead.pattern == lead.choice.indicator.name
    doubts = []
    if figure.letter == BARE and lead.unit != "indeks":
        doubts.append("a number without a counted noun")
    if figure.letter == NONE:
        doubts.append("said in words that there is none")
    if lead.slot == "change":
        doubts.append("a change without the figure that it led to")
    if lead.slot == "value" and figure.quantity.value <= _FEW and not scene.text[figure.quantity.start].isdigit():
        doubts.append("so small a number in words may be no count")
    if plain and _is_out_of(scene, figure):
        doubts.append("may be only the group of which some are told")
    if plain and not scene.vocabulary["merencanakan"].isdisjoint(sentence):
        doubts.append("may only be planned")
    if plain and lead.unit not in _OF_MONEY and not scene.vocabulary["dianggarkan"].isdisjoint(sentence):
        doubts.append("may be only what there is money for")
    if plain and not scene.vocabulary["diharapkan"].isdisjoint(sentence):
        doubts.append("may only be hoped or asked for")
    if plain and not scene.vocabulary["tiap"].isdisjoint(words[max(first, figure.first - _EACH_REACH) : figure.first]):
        doubts.append("may be an average, or told of each")
    if not scene.vocabulary["masing_masing"].isdisjoint(sentence):
        doubts.append("may be told of each of several")
    if scene.where == "title":
        doubts.append("told in the headline only")
    return doubts


def _is_out_of(scene: Scene, figure: Figure) -> bool:
    """Tell if `dari` shortly before a figure may make it all those of whom some are told.

    `terdiri dari` tells parts, `turun dari` what was before.
    """
    words, first = scene.tokens.words, scene.bounds[figure.segment][0]
    near = (at for at in range(max(first, figure.first - _FROM_REACH), figure.first) if words[at] == OF)
    return any(scene.vocabulary["yaitu|naik|turun"].isdisjoint(words[max(first, at - 1) : at]) for at in near)


def _of_attainment(scene: Scene, draft: Draft) -> list[str]:
    """Tell if what is told to be attained, in another paragraph than a figure without a target, may be of something else."""
    if draft.achievement is None or draft.target is not None or draft.achievement is draft.lead:
        return []
    told, own = (scene.segments[candidate.figure.segment].paragraph for candidate in (draft.achievement, draft.lead))
    return ["what is attained may be of something else"] if told != own else []


def _of_office(scene: Scene, lead: Candidate) -> list[str]:
    """Tell what is open about whose a figure is."""
    doubts = []
    if _agency_near(scene, lead.figure):
        doubts.append("another body is named near the figure")
    if not lead.ascription.sure:
        doubts.append(f"office: {lead.ascription.reason}")
    elif lead.ascription.code != NATIONAL and (between := _told_between(scene, lead)):
        doubts.append(f"“{words_of(scene, between)}” between the office and the figure")
    elif body := _body_between(scene, lead.figure):
        doubts.append(f"{body.name} between the office and the figure")
    elif scene.where == "text" and _is_before_offices(scene, lead):
        doubts.append("no office is named before the figure")
    if lead.ascription.doubt:
        doubts.append(lead.ascription.doubt)
    if doer := _institution(scene, lead.figure):
        doubts.append(f"“{doer}” does what the sentence tells")
    return doubts


def _institution(scene: Scene, figure: Figure) -> str | None:
    """Give the name of the school, hospital or firm that a sentence opens with and that does something before a figure.

    `Universitas Batu mengetes urine 3.000 mahasiswa`: it may have asked the office to, or not.
    """
    words, first = scene.tokens.words, scene.bounds[figure.segment][0]
    if any(first <= office.first < figure.first for office in scene.offices[figure.segment]):
        return None
    turning = scene.vocabulary["peralihan|penunjuk"] | {","}
    named = next((at for at in range(first, figure.first) if words[at] not in turning), first)
    if words[named] not in scene.vocabulary["rumah_lain"]:
        return None
    end = named
    while end < figure.first and not scene.text[scene.tokens.starts[end]].islower():
        end += 1
    done = end < figure.first and words[end].startswith("me") and len(words[end]) > _SHORTEST_DEED
    return scene.text[scene.tokens.starts[named] : scene.tokens.ends[end - 1]] if done and end > named else None


def _agency_near(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence names another body between the office and a figure, or behind it in its clause.

    `BNNK Batu dan Polres menangkap 12 orang`, `Polres dan BNNK Batu menangkap 12 orang`, `BNNK Batu menerima 12 kasus dari
    Polres`, `12 orang ditangkap, yakni Polres 8 orang, BNNK Batu 4 orang`.
    """
    agencies = scene.agencies[figure.segment]
    if not agencies:
        return False
    offices = [office for office in scene.offices[figure.segment] if office.last <= figure.first]
    told = max((office.last for office in offices), default=0)
    behind = min((office.first for office in scene.offices[figure.segment] if office.first >= figure.last), default=0)
    if not offices and any(figure.last <= agency.first < behind for agency in agencies):
        return True
    if any(_acts_with(scene, agency.last, office.first) for agency in agencies for office in offices):
        return True
    return any(
        told <= agency.first < figure.first
        or (agency.first >= figure.last and "," not in scene.tokens.words[figure.last : agency.first])
        for agency in agencies
    )


def _acts_with(scene: Scene, first: int, last: int) -> bool:
    """Tell if what stands between another body and an office joins them: `Polda dan BNNP Bali`, `Polres Batu bersama BNNK`."""
    words, joining = scene.tokens.words, scene.vocabulary["beserta"]
    named = all(scene.text[scene.tokens.starts[at]].isupper() for at in range(first, last - 1))
    return first < last and named and words[last - 1] in joining


def _told_between(scene: Scene, lead: Candidate) -> PlacedOffice | None:
    """Give the office that stands last before a figure, where that is not the figure's own, nor the national one or unknown.

    `BNNP Bali menyita … Sementara BNNK Badung merawat 12 klien. Kasus yang diungkap 40.` A list item goes with its heading.
    """
    if scene.segments[lead.figure.segment].kind == "item":
        return None
    for segment in range(lead.figure.segment, -1, -1):
        before = [office for office in scene.offices[segment] if office.last <= lead.figure.first]
        if before:
            last = max(before, key=lambda office: office.first)
            return last if last.code not in {None, NATIONAL, lead.ascription.code} else None
    return None


def _body_between(scene: Scene, figure: Figure) -> PlacedAgency | None:
    """Give the other body whose figures the last sentence with any before a figure tells, as far as no office is named since.

    `Polda Bali mengungkap 812 kasus. ¶ Barang bukti yang disita 30 kg sabu.` A list item goes with its heading.
    """
    own = scene.segments[figure.segment]
    if own.kind == "item" or scene.offices[figure.segment]:
        return None
    for segment in range(figure.segment - 1, -1, -1):
        if own.paragraph - scene.segments[segment].paragraph > 1:
            return None
        figures = scene.figures[segment]
        if not figures:
            if scene.offices[segment]:
                return None
            continue
        led = [body for body in (*scene.offices[segment], *scene.agencies[segment]) if body.last <= figures[0].first]
        body = max(led, key=lambda body: body.first, default=None)
        if not isinstance(body, PlacedAgency) or oblique(scene, body) or not is_subject(scene, body):
            return None
        return body
    return None


def _is_before_offices(scene: Scene, lead: Candidate) -> bool:
    """Tell if neither the sentence of a figure nor what stands before it names an office: the article's comes later."""
    return not any(scene.offices[: lead.figure.segment + 1])


def _of_year(scene: Scene, draft: Draft) -> list[str]:
    """Tell what is open about when a figure was."""
    lead = draft.lead
    of_day = lead.event and lead.dating.mention is None and lead.dating.year == told_on_day(scene, lead.figure)
    if not lead.dating.sure and (not of_day or lead.dating.year is None):
        return [f"year: {lead.dating.reason}"]
    if between := _year_between(scene, lead):
        return [f"“{between}” between the year and the figure"]
    others = (candidate for _, candidate in draft.slots if candidate.figure.segment != lead.figure.segment)
    if any(other.dating.year != lead.dating.year for other in others):
        return ["joined to a figure of another year"]
    if not lead.event and (since := _counted_since(scene, lead)):
        return [f"“{since}” may tell more than the year"]
    return []


def _year_between(scene: Scene, lead: Candidate) -> str | None:
    """Give the words of the year told last before a figure that has the article's, where that is another one.

    `Pada 2024 ada 20 kasus. Pada 2023 ada 18 kasus. Barang buktinya 4,9 kg`: of either year. So is what the next paragraph goes
    on with. A list is of the year of its heading.
    """
    if lead.dating.mention is not None or lead.dating.carried or lead.dating.year is None or scene.where == "title":
        return None
    own = scene.segments[lead.figure.segment]
    if own.kind == "item":
        return None
    opening = scene.tokens.words[scene.bounds[lead.figure.segment][0]]
    onward = opening in scene.vocabulary["peralihan|rinciannya"] or opening == OF
    for segment in range(lead.figure.segment - 1, -1, -1):
        away = own.paragraph - scene.segments[segment].paragraph
        if away > 1 or (away and not onward):
            return None
        told = [period for period in scene.periods[segment] if period.mention.kind in TOLD and period.mention.year is not None]
        if told:
            last = told[-1].mention
            return None if last.year == lead.dating.year else scene.lowered[last.span.start : last.span.end]
    return None


def _counted_since(scene: Scene, lead: Candidate) -> str | None:
    """Give the words of a sentence by which a figure may have gathered over years: `selama ini`, `sejak klinik dibuka`."""
    words, (first, last) = scene.tokens.words, scene.bounds[lead.figure.segment]
    sentence = f" {' '.join(words[first:last])} "
    said = [phrase for phrase in scene.vocabulary["sejak"] if f" {phrase} " in sentence]
    if not said:
        return None
    told = {token for period in scene.periods[lead.figure.segment] for token in range(period.first, period.last)}
    for token in range(first, last):
        pair = " ".join(words[token : min(token + 2, last)])
        if token not in told and (found := {words[token], pair}.intersection(said)):
            return max(found, key=len)
    return None
