"""Figures to offices, by discourse: the same clause or sentence, the paragraph, who speaks, the article's own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from bnnextract.frozen import frozen
from bnnextract.knowledge.gazetteer import NATIONAL, PROVINCE_DIGITS
from bnnextract.stages.counted.neighbours import end_of_among
from bnnextract.stages.found.scenes import Figure, PlacedAgency, PlacedOffice, Scene
from bnnextract.stages.found.speakers import SPEECH
from bnnextract.stages.owned.actors import actors_of, is_headed, oblique, sets_against
from bnnextract.stages.owned.subjects import is_subject

# An office that is first named later than this segment is not what the article is about.
_LEAD = 5
# So many offices are told where one gives another what is to be done.
_GIVER_AND_RECEIVER = 2
# How long a word for what is done is at least.
_SHORTEST_DEED = 5
# How many words may stand between a figure and the office behind it whose it is.
_BEHIND = 2
# The same where what was done is told in more words.
_FAR_BEHIND = 6
# How far before an office the word of speech of someone of it may stand.
_SPOKEN_REACH = 5


@frozen()
class Ascription:
    """The office of a figure (a code of the gazetteer) with the reason; `agency` is the other body whose figure it is."""

    code: str | None
    reason: str
    sure: bool
    agency: str | None = None
    doubt: str | None = None


def ascribe(scene: Scene, figure: Figure, main: str | None, carried: Ascription | None) -> Ascription:
    """Decide whose figure it is.

    `main` is the office the article is about, `carried` the ascription of the paragraph so far.
    """
    offices = [office for office in scene.offices[figure.segment] if office.code]
    acting = actors_of(scene, figure.segment, figure)
    if (doer := _done_by(scene, figure)) is not None:
        return _of(scene, doer, "behind the figure")
    if (house := _house_acting(scene, figure)) is not None:
        return Ascription(NATIONAL, f"“{words_of(scene, house)}” before the figure, a house of BNN", sure=False)
    if (speaker := _own_again(scene, figure)) is not None:
        return _of(scene, speaker, "before the figure")
    offices = [office for office in offices if main in {None, office.code} or not _sets_target(scene, office)]
    acting = [body for body in acting if not isinstance(body, PlacedOffice) or body.code is None or body in offices]
    left = [mention for mention in acting if mention.last <= figure.first]
    behind = next((o for o in sorted(offices, key=lambda o: o.first) if o.first >= figure.last), None)
    if behind is not None and (_done_behind(scene, figure, behind) or _comes_from(scene, figure, behind, main)):
        return _of(scene, behind, "behind the figure")
    if located := _located(scene, figure, offices, main) or _receiving(scene, figure, offices):
        return _of(scene, located, "before the figure")
    if left:
        return _of(scene, _leading(scene, left), "before the figure")
    # A body named behind another figure has that one.
    others = [other.first for other in scene.figures[figure.segment] if other.first > figure.first]
    right = [
        m for m in acting if m.first >= figure.last and (isinstance(m, PlacedOffice) or m.first < min(others, default=m.last))
    ]
    known = carried is not None and carried.code is not None
    if right and not known and not any(isinstance(mention, PlacedOffice) for mention in right):
        return _of(scene, right[0], "after the figure")
    # What an office is named for is not the other body's that was named before.
    before = [office for office in scene.offices[figure.segment] if office.last <= figure.first]
    told = next((mention for mention in right if isinstance(mention, PlacedOffice) and main in {None, mention.code}), None)
    if carried is not None and not (carried.agency and (before or (told and _is_quoted(scene, told)))):
        return carried
    if carried is not None and before and main is None and before[-1].code:
        return _of(scene, before[-1], "before the figure", sure=False)
    if told is not None:
        return _of(scene, told, "after the figure")
    if main is not None:
        return Ascription(main, "the office the article is about", sure=True)
    nearest = min(offices, key=lambda o: abs(o.first - figure.first), default=None)
    if nearest is not None:
        return _of(scene, nearest, "beside the figure", sure=False)
    return Ascription(None, "no BNN office before the figure", sure=False)


def _is_quoted(scene: Scene, office: PlacedOffice) -> bool:
    """Tell if it is the head of an office who says what stands before it: `Pasiennya 44," ujar Kepala BNNK Batu`."""
    first = scene.bounds[office.segment][0]
    before = scene.tokens.words[max(first, office.first - _SPOKEN_REACH) : office.first]
    return not scene.vocabulary["ujar"].isdisjoint(before) and not scene.vocabulary["jabatan"].isdisjoint(before)


def _done_behind(scene: Scene, figure: Figure, office: PlacedOffice) -> bool:
    """Tell if what a figure counts was done by the office behind it: `12 kasus ditangani BNNK Batu`.

    It may be told in more words, with the same in another unit between: `9 butir (2 gram) dari perkara yang ditangani BNNK`;
    or of some: `12 kasus di antaranya ditangani BNNK`.
    """
    start = end_of_among(scene, figure) or figure.last
    if start <= office.first <= start + _BEHIND and scene.vocabulary["pelaku"].issuperset(
        scene.tokens.words[start : office.first]
    ):
        return True
    others = [other for other in scene.figures[figure.segment] if figure.last <= other.first < office.first]
    inside = {token for other in others for token in range(other.first - 1, other.last + 1)}
    if any(scene.tokens.words[other.first - 1] != "(" for other in others):
        return False
    between = [scene.tokens.words[token] for token in range(figure.last, office.first) if token not in inside]
    deed = scene.vocabulary["perbuatan"]
    return (
        1 < len(between) <= _FAR_BEHIND
        and between[0] not in scene.vocabulary["dalam"]
        and not deed.isdisjoint(between)
        and (scene.vocabulary["pelaku"] | deed | {"dari", "sendiri"}).issuperset(between)
    )


def _comes_from(scene: Scene, figure: Figure, office: PlacedOffice, main: str | None) -> bool:
    """Tell if a figure is the part of an office below the article's: `97 orang berasal dari BNNK Batu, 64 dari BNNK Malang`."""
    below = main is not None and (office.code or "").startswith(main) and office.code != main
    return below and scene.tokens.words[figure.last : office.first] in {("dari",), ("berasal", "dari"), ("datang", "dari")}


def _leading(scene: Scene, actors: Sequence[PlacedOffice | PlacedAgency]) -> PlacedOffice | PlacedAgency:
    """Give the last who acts, or the province's office with which it is named together: `BNNP Bali dan BNNK Badung menyita`."""
    last = actors[-1]
    for at in range(len(actors) - 1, 0, -1):
        one, before = actors[at], actors[at - 1]
        between = scene.tokens.words[before.last : one.first]
        joining = scene.vocabulary["perangkai|beserta|seluruh|jajaran|yaitu"]
        if not isinstance(before, PlacedOffice) or not between or not joining.issuperset(between):
            return last
        # A regency may since have come to a province of its own.
        local = isinstance(last, PlacedOffice) and len(last.code or "") > PROVINCE_DIGITS
        if local and before.code != NATIONAL and len(before.code or "") == PROVINCE_DIGITS:
            return before
    return last


def _located(scene: Scene, figure: Figure, offices: Sequence[PlacedOffice], main: str | None) -> PlacedOffice | None:
    """Find the office below the article's in which a figure is counted: `Di BNNK Badung 12 klien`.

    So does one that ends a list or is told by its clinic: `… serta BNNK Badung 12`, `Klinik BNNK Badung dengan 34 klien`;
    and any that is set off from others: `klinik BNNP sendiri 240`.
    """
    before = [office for office in offices if office.last <= figure.first]
    if before and scene.vocabulary["sendiri"].issuperset(scene.tokens.words[before[-1].last : before[-1].last + 1]):
        between = scene.tokens.words[before[-1].last + 1 : figure.first]
        return before[-1] if scene.vocabulary["pengisi"].issuperset(between) else None
    if not before or main is None or before[-1].code is None or len(before[-1].code) <= len(main):
        return None
    office = before[-1]
    word = scene.tokens.words[office.first - 1] if office.first > scene.bounds[figure.segment][0] else ""
    between = scene.tokens.words[office.last : figure.first]
    if between == ("yang",):
        return office  # `itu sudah digabung dengan BNNK Badung yang 12 orang`
    known = scene.vocabulary["dalam|penghitung|klinik"]
    return office if word in known and scene.vocabulary["pengisi"].issuperset(between) else None


def _receiving(scene: Scene, figure: Figure, offices: Sequence[PlacedOffice]) -> PlacedOffice | None:
    """Find the office to which another gives a target: `Target yang diberikan BNNP Bali kepada BNNK Badung adalah 60`."""
    if len(offices) < _GIVER_AND_RECEIVER:
        return None
    words, before = scene.tokens.words, [office for office in offices if office.last <= figure.first]
    if len(before) < _GIVER_AND_RECEIVER or words[before[-1].first - 1] not in scene.vocabulary["kepada"]:
        return None
    given = not scene.vocabulary["jatah"].isdisjoint(words[scene.bounds[figure.segment][0] : before[-1].first])
    between = words[before[-1].last : figure.first]
    return before[-1] if given and scene.vocabulary["pengisi"].issuperset(between) else None


def _sets_target(scene: Scene, office: PlacedOffice) -> bool:
    """Tell if BNN RI is only who gave another office its target: `Kami diberi target enam kasus oleh BNN RI`."""
    words, first = scene.tokens.words, scene.bounds[office.segment][0]
    if office.code != NATIONAL or words[office.first - 1] not in scene.vocabulary["oleh|direncanakan"]:
        return False
    return not scene.vocabulary["jatah"].isdisjoint(words[first : office.first])


def _own_again(scene: Scene, figure: Figure) -> PlacedOffice | None:
    """Find the office whose head turns from another body to its own: `Kepala BNNK Batu menyebut Polres 80, pihaknya 8`."""
    before = [agency for agency in scene.agencies[figure.segment] if agency.last <= figure.first]
    heads = [
        o for o in scene.offices[figure.segment] if before and o.code and o.last <= before[0].first and is_headed(scene, o)
    ]
    if len(heads) != 1:
        return None
    again = scene.vocabulary["pihaknya"].intersection(scene.tokens.words[before[-1].last : figure.first])
    return heads[0] if again else None


def _house_acting(scene: Scene, figure: Figure) -> PlacedOffice | None:
    """Find the house of BNN with which a sentence opens that tells its deed: `Balai Rehabilitasi BNN Lido merawat 40`."""
    words, first = scene.tokens.words, scene.bounds[figure.segment][0]
    houses = (office for office in scene.offices[figure.segment] if office.mention.house and office.last <= figure.first)
    if (house := next(houses, None)) is None:
        return None
    opening = scene.vocabulary["peralihan|penunjuk"] | {","}
    if not all(scene.text[scene.tokens.starts[at]].isupper() or words[at] in opening for at in range(first, house.first)):
        return None
    between = words[house.last : figure.first]
    return house if any(word.startswith("me") and len(word) > _SHORTEST_DEED for word in between) else None


def _of(scene: Scene, mention: PlacedOffice | PlacedAgency, where: str, *, sure: bool = True) -> Ascription:
    if isinstance(mention, PlacedAgency):
        return Ascription(None, f"{mention.name} {where}", sure=False, agency=mention.name)
    return Ascription(mention.code, f"“{words_of(scene, mention)}” {where}", sure=sure, doubt=mention.doubt)


def _done_by(scene: Scene, figure: Figure) -> PlacedAgency | None:
    """Give the body right behind a figure by which it was done: `1.101 orang oleh Polres`."""
    reach = range(figure.last + 1, figure.last + 1 + _BEHIND)
    behind = next((agency for agency in scene.agencies[figure.segment] if agency.first in reach), None)
    if behind is None or scene.tokens.words[behind.first - 1] not in scene.vocabulary["oleh"]:
        return None
    return behind if scene.vocabulary["pelaku"].issuperset(scene.tokens.words[figure.last : behind.first]) else None


def words_of(scene: Scene, office: PlacedOffice) -> str:
    """Give the words that name an office."""
    return scene.text[office.mention.span.start : office.mention.span.end]


def main_office(scene: Scene, title: Scene | None) -> str | None:
    """Give the office the article is about: the one named first in the title, or in the lead before any other body.

    `BNN` alone in the title is the office that the lead names, where it names one.
    """
    named = next((o for o in chain.from_iterable(title.offices) if o.code), None) if title is not None else None
    if named is not None and not (named.mention.kind == "bare" and named.mention.level is None):
        return named.code
    return _lead_office(scene) or (named.code if named else None)


def _lead_office(scene: Scene) -> str | None:
    """Give the office that is named first, if that is in the lead and before any other body that acts.

    What the national one does in the whole country only leads up to the one whose head then speaks: `Tahun ini BNN
    menargetkan 100 ribu pecandu di Indonesia dirawat. Berikut wawancara dengan Kepala BNNP Bali.` An article on `kantor-kantor
    BNN di Priangan` is about none of them.
    """
    for office in chain.from_iterable(scene.offices):
        if office.code:
            others = [agency for agency in chain.from_iterable(scene.agencies[: office.segment]) if not oblique(scene, agency)]
            if office.segment >= _LEAD or others or (office.code == NATIONAL and _is_on_several(scene)):
                return None
            return _led_up_to(scene, office) or office.code
    return None


def _is_on_several(scene: Scene) -> bool:
    """Tell if a lead names offices of a region together: `kantor-kantor BNN di Priangan`, and so no single one."""
    return any(
        office.code == NATIONAL and office.first and scene.tokens.words[office.first - 1] in scene.vocabulary["kantor_kantor"]
        for office in chain.from_iterable(scene.offices[:_LEAD])
    )


def _led_up_to(scene: Scene, first: PlacedOffice) -> str | None:
    """Give the local office whose head speaks in the lead, where the first named is the national one, told of the country."""
    start, end = scene.bounds[first.segment]
    around = (*scene.tokens.words[start : first.first], *scene.tokens.words[first.last : end])
    if first.code != NATIONAL or scene.vocabulary["nasional"].isdisjoint(around):
        return None
    for office in chain.from_iterable(scene.offices[:_LEAD]):
        if is_headed(scene, office):
            return office.code if office.code != NATIONAL else None
    return None


def _only_attends(scene: Scene, agency: PlacedAgency) -> bool:
    """Tell if a body only knows or sees what another does: `Rencana itu hanya diketahui bupati`, `dihadiri Dandim`."""
    before = scene.tokens.words[max(scene.bounds[agency.segment][0], agency.first - 1) : agency.first]
    return not scene.vocabulary["dinyatakan"].isdisjoint(before)


def _only_wished(scene: Scene, agency: PlacedAgency) -> bool:
    """Tell if a body is only wished or asked to do something: `Ivan berharap tahun depan Pemkot Batu ikut menganggarkan`."""
    before = scene.tokens.words[scene.bounds[agency.segment][0] : agency.first]
    return not scene.vocabulary["berharap"].isdisjoint(before) and not any(
        figure.first >= agency.last for figure in scene.figures[agency.segment]
    )


def _adds_only(scene: Scene, office: PlacedOffice, main: str | None) -> bool:
    """Tell if an office below the article's only did the last of what its sentence counts: `…, satu lagi disidik BNNK Batu`."""
    if main is None or not office.code or len(office.code) <= len(main):
        return False
    own = [figure for figure in scene.figures[office.segment] if figure.last <= office.first]
    later = any(figure.first > office.last for figure in scene.figures[office.segment])
    return len(own) > 1 and not later and _done_behind(scene, own[-1], office)


def _given_by(scene: Scene, giver: PlacedOffice, main: str | None) -> list[PlacedOffice]:
    """Give the article's office where a sentence tells what another gave it: `Itu target yang dititip BNN pusat kepada BNNP`.

    None where a figure stands before it, which is the giver's.
    """
    if main is None or giver.code == main:
        return []
    words, first = scene.tokens.words, scene.bounds[giver.segment][0]
    figures = scene.figures[giver.segment]
    return [
        office
        for office in scene.offices[giver.segment]
        if office.code == main
        and office.first > giver.last
        and words[office.first - 1] in scene.vocabulary["kepada"]
        and not any(first <= figure.first < office.first for figure in figures)
    ]


def carried_ascription(scene: Scene, segment: int, carried: Ascription | None, main: str | None = None) -> Ascription | None:
    """Give the ascription that holds after a segment: the first office or body that acts in it, else what held before.

    One below the article's (`main`) that only did the last of what the segment counts does not go on, nor one that only
    gave it something.
    """
    if not scene.offices[segment] and not scene.agencies[segment]:
        return carried
    acting = actors_of(scene, segment)
    offices = [actor for actor in acting if isinstance(actor, PlacedOffice)]
    if offices and len(offices) == len(acting) and all(_adds_only(scene, office, main) for office in offices):
        return carried
    if len({office.code for office in offices}) > 1:
        return None
    if offices and (body := _counted_by(scene, segment, acting)) is not None:
        return Ascription(None, f"{body.name} between the office and the figure", sure=False, agency=body.name)
    if offices:
        offices = _given_by(scene, offices[0], main) or offices
        return Ascription(
            offices[0].code,
            f"“{words_of(scene, offices[0])}” earlier in the paragraph",
            sure=True,
            doubt=offices[0].doubt,
        )
    if acting and isinstance(acting[0], PlacedAgency):
        if carried is not None and not carried.agency and _only_attends(scene, acting[0]):
            return carried
        if any(o.code and scene.tokens.words[o.first - 1] in scene.vocabulary["beserta"] for o in scene.offices[segment]):
            return None  # `Pemkab menggelar tes urine bersama BNNK.`
        if not is_subject(scene, acting[0]) or _only_wished(scene, acting[0]):
            return carried
        return Ascription(None, f"{acting[0].name} between the office and the figure", sure=False, agency=acting[0].name)
    if not acting and (turned := _turns_to(scene, segment, main)):
        return Ascription(turned.code, f"“{words_of(scene, turned)}” earlier in the paragraph", sure=True, doubt=turned.doubt)
    return carried


def _counted_by(scene: Scene, segment: int, acting: Sequence[PlacedOffice | PlacedAgency]) -> PlacedAgency | None:
    """Give the other body whose figures an office tells in a segment: `Kepala BNNP Bali menyebut Polda menangani 812 kasus`."""
    first = scene.figures[segment][0].first if scene.figures[segment] else 0
    last = acting[-1]
    said = not scene.vocabulary[SPEECH].isdisjoint(scene.tokens.words[slice(*scene.bounds[segment])])
    if not said or not isinstance(last, PlacedAgency) or not first or last.last > first or not is_subject(scene, last):
        return None
    words, at = scene.tokens.words, last.last
    while at < first and scene.text[scene.tokens.starts[at]].isupper():
        at += 1
    done = words[at].startswith("me") and words[at] not in scene.vocabulary["menjadi"]
    return last if at < first and done else None


def _turns_to(scene: Scene, segment: int, main: str | None) -> PlacedOffice | None:
    """Give the city's or regency's office to which a paragraph turns: one alone in its first sentence, without figures.

    `Potret serupa tampak di BNN Kota Batu. Dari 25 klien …`, `Dua hari berselang giliran BNN Kota Batu.`, `Lain halnya dengan
    BNN Kota Batu.`; but not `Itu disampaikannya di BNN Kota Batu.`
    """
    opens = segment == 0 or scene.segments[segment - 1].paragraph != scene.segments[segment].paragraph
    counts = any(figure.quantity.unit != "lainnya" for figure in scene.figures[segment])
    if main is None or not opens or counts or len(scene.offices[segment]) != 1 or scene.agencies[segment]:
        return None
    office = scene.offices[segment][0]
    first, last = scene.bounds[segment]
    another = len(office.code or "") > PROVINCE_DIGITS and office.code != main
    turns = scene.vocabulary["dalam|giliran"]
    within = office.first > first and (scene.tokens.words[office.first - 1] in turns or sets_against(scene, office))
    said = not scene.vocabulary[SPEECH].isdisjoint(scene.tokens.words[first:last])
    return office if another and within and not said else None
