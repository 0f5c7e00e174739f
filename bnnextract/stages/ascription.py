"""Figures to offices, by discourse: the same clause or sentence, the paragraph, who speaks, the article's own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from bnnextract.frozen import frozen
from bnnextract.knowledge.gazetteer import NATIONAL, PROVINCE_DIGITS
from bnnextract.stages.scenes import Figure, PlacedAgency, PlacedOffice, Scene
from bnnextract.stages.speakers import SPEECH
from bnnextract.stages.subjects import is_subject

# An office that is first named later than this segment is not what the article is about.
_LEAD = 5
# How far before `oleh` stands what a body says of something.
_JUDGED_REACH = 4
# How many words may stand between a figure and the office behind it whose it is.
_BEHIND = 2
# The same where what was done is told in more words.
_FAR_BEHIND = 6
# How far before an office the word of speech of someone of it may stand.
_SPOKEN_REACH = 5
# How many words of its place and field may follow a body's name, and how long its deed is at least.
_NAME_REACH = 4
_SHORTEST_DEED = 5
# How far before a figure the word stands that tells what some of a staff are.
_STATUS_REACH = 2


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
    acting = _acting(scene, figure.segment, figure)
    if (doer := _done_by(scene, figure)) is not None:
        return _of(scene, doer, "behind the figure")
    left = [mention for mention in acting if mention.last <= figure.first]
    behind = next((o for o in sorted(offices, key=lambda o: o.first) if o.first >= figure.last), None)
    if behind is not None and (_done_behind(scene, figure, behind) or _comes_from(scene, figure, behind, main)):
        return _of(scene, behind, "behind the figure")
    if located := _located(scene, figure, offices, main):
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

    It may be told in more words, with the same in another unit between: `9 butir (2 gram) dari perkara yang ditangani BNNK`.
    """
    if office.first - figure.last <= _BEHIND and scene.vocabulary["pelaku"].issuperset(
        scene.tokens.words[figure.last : office.first]
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
        joining = scene.vocabulary["perangkai"] | scene.vocabulary["beserta"] | scene.vocabulary["seluruh"]
        if not isinstance(before, PlacedOffice) or not between or not joining.issuperset(between):
            return last
        if isinstance(last, PlacedOffice) and (last.code or "").startswith(before.code or "-") and last.code != before.code:
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
    known = scene.vocabulary.joined("dalam", "penghitung")
    return office if word in known and scene.vocabulary["pengisi"].issuperset(between) else None


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


def _acting(scene: Scene, segment: int, figure: Figure | None = None) -> list[PlacedOffice | PlacedAgency]:
    """Give the bodies that do something in a segment, in order; offices only where it is known which they are.

    What stands in brackets does so only for a figure in the same ones: `(Polres Batu mencatat 118 kasus, red)`.
    """
    actors: list[PlacedOffice | PlacedAgency] = [office for office in scene.offices[segment] if office.code]
    actors += scene.agencies[segment]
    return [actor for actor in sorted(actors, key=lambda m: m.first) if not _oblique(scene, actor, figure)]


def words_of(scene: Scene, office: PlacedOffice) -> str:
    """Give the words that name an office."""
    return scene.text[office.mention.span.start : office.mention.span.end]


def _oblique(scene: Scene, mention: PlacedOffice | PlacedAgency, figure: Figure | None = None) -> bool:
    """Tell if a body only takes part: after `di`, `bersama` and the like, in brackets, or in a list that begins so."""
    first, last = scene.bounds[mention.segment]
    bodies: tuple[PlacedOffice | PlacedAgency, ...] = (*scene.offices[mention.segment], *scene.agencies[mention.segment])
    inside = scene.tokens.words[first : mention.first]
    if inside.count("(") > inside.count(")") and ")" in scene.tokens.words[mention.last : last]:
        behind = figure.first if figure is not None and figure.first > mention.last else last
        return ")" in scene.tokens.words[mention.last : behind]  # one in brackets has only what they hold
    if isinstance(mention, PlacedAgency) and (
        not scene.vocabulary["terdiri"].isdisjoint(inside) or _only_listed(scene, mention) or _is_status(scene, mention)
    ):
        return True
    if _only_judges(scene, mention) or _only_ordered(scene, mention):
        return True
    if (
        isinstance(mention, PlacedAgency)
        and figure is not None
        and (_compared(scene, mention, figure) or _did(scene, mention, figure))
    ):
        return False
    while (head := _head(scene, mention)) > first:
        start = head
        while start - 1 > first and scene.tokens.words[start - 1] in scene.vocabulary["regu"]:
            start -= 1
        if start < head and scene.tokens.words[start - 1] in scene.vocabulary["melibatkan"]:
            return True
        word = scene.tokens.words[head - 1]
        if isinstance(mention, PlacedOffice) and _opens_within(scene, mention):
            return False
        if any(period.first < head <= period.last for period in scene.periods[mention.segment]):
            return False  # `Tahun depan BNNK Batu berencana …`
        if word in scene.vocabulary["melibatkan"]:
            headed = (
                _opens_sentence(scene, mention.segment, head - 1) or scene.tokens.words[head - 2] in scene.vocabulary["jabatan"]
            )
            return not (word in scene.vocabulary["kedudukan"] and headed)
        if word not in scene.vocabulary["perangkai"]:
            return False
        end = head - 1
        while end > first and scene.tokens.words[end - 1] in scene.vocabulary["perangkai"]:
            end -= 1
        previous = next((other for other in bodies if other.last == end), None)
        if previous is None:
            return False
        if isinstance(previous, PlacedOffice) and isinstance(mention, PlacedAgency):
            # `Di luar BNN, Polda merilis 168 kasus` names no two who did it together.
            return scene.tokens.words[previous.first - 1 : previous.first] != ("luar",)
        mention = previous
    return False


def _compared(scene: Scene, agency: PlacedAgency, figure: Figure) -> bool:
    """Tell if a figure is what a body did with which others are compared: `membandingkan dengan Polres yang meringkus 214`."""
    first = scene.bounds[agency.segment][0]
    before = scene.tokens.words[max(first, agency.first - 2) : agency.first]
    behind = scene.tokens.words[agency.last : figure.first]
    return not scene.vocabulary["pembanding"].isdisjoint(before) and behind[:1] == ("yang",) and "," not in behind


def _did(scene: Scene, agency: PlacedAgency, figure: Figure) -> bool:
    """Tell if a figure is what a body did that is named otherwise: `dikirim ke Polres Batu yang mengungkap 31 kasus`.

    With whom BNN did it together (`bersama`) is not told so.
    """
    words = scene.tokens.words
    before = words[agency.first - 1] if agency.first > scene.bounds[agency.segment][0] else ""
    if figure.first < agency.last or before in scene.vocabulary["beserta"]:
        return False
    at = agency.last
    while at < figure.first and (scene.text[scene.tokens.starts[at]].isupper() or words[at] == ","):
        at += 1
    clause = words[at + 1 : figure.first]
    if at - agency.last > _NAME_REACH or words[at] != "yang" or "," in clause:
        return False
    if any(agency.last <= office.first < figure.first for office in scene.offices[agency.segment]):
        return False
    return any(word.startswith("me") and len(word) > _SHORTEST_DEED for word in clause)


def _only_judges(scene: Scene, mention: PlacedOffice | PlacedAgency) -> bool:
    """Tell if a body only says something of what another did: `14 berkas sudah dinyatakan P21 oleh Kejaksaan Tinggi`."""
    by = mention.first - 1
    if by <= scene.bounds[mention.segment][0] or scene.tokens.words[by] not in scene.vocabulary["oleh"]:
        return False
    return not scene.vocabulary["dinyatakan"].isdisjoint(scene.tokens.words[max(0, by - _JUDGED_REACH) : by])


def _only_ordered(scene: Scene, mention: PlacedOffice | PlacedAgency) -> bool:
    """Tell if BNN RI only gave what others go by: `empat strategi yang digariskan BNN RI`."""
    if not isinstance(mention, PlacedOffice) or mention.code != NATIONAL:
        return False
    at = mention.first - 1
    if at > scene.bounds[mention.segment][0] and scene.tokens.words[at] in scene.vocabulary["oleh"]:
        at -= 1
    return at > scene.bounds[mention.segment][0] and scene.tokens.words[at] in scene.vocabulary["digariskan"]


def _head(scene: Scene, mention: PlacedOffice | PlacedAgency) -> int:
    """Give where a body's name begins, with the part of it that is named before: `Deputi Bidang Pemberantasan BNN RI`.

    So does the house of it to which some are sent: `ke rumah rehabilitasi BNNP`.
    """
    first = scene.bounds[mention.segment][0]
    at = mention.first
    field = scene.vocabulary["bidang"] - scene.vocabulary["perangkai"]
    while at > first and scene.tokens.words[at - 1] in field:
        at -= 1
    if at > first and scene.tokens.words[at - 1] in scene.vocabulary["kedeputian"]:
        return at - 1
    at = mention.first
    while at > first and scene.tokens.words[at - 1] in scene.vocabulary["wadah"]:
        at -= 1
    housed = at > first and scene.tokens.words[at - 1] in scene.vocabulary["tujuan"]
    return at if housed else mention.first


def _only_listed(scene: Scene, mention: PlacedAgency) -> bool:
    """Tell if a body stands in or ends a list of which nothing is said behind it: `dari puskesmas, Dinkes, dan lapas`."""
    first, last = scene.bounds[mention.segment]
    before = scene.tokens.words[mention.first - 1 : mention.first] if mention.first > first else ()
    after = scene.tokens.words[mention.last : min(mention.last + 1, last)]
    listed = scene.vocabulary["perangkai"]
    return not listed.isdisjoint(before) and (not after or after == (".",) or not listed.isdisjoint(after))


def _is_status(scene: Scene, mention: PlacedAgency) -> bool:
    """Tell if a body's name is what some of a staff are, beside others: `ASN kami 14, Polri empat, honorer enam`."""
    words, kinds = scene.tokens.words, scene.vocabulary["status_pegawai"]
    own = scene.figures[mention.segment]
    if not any(figure.first == mention.last for figure in own):
        return False
    labels = (words[max(0, figure.first - _STATUS_REACH) : figure.last] for figure in own)
    return any(not kinds.isdisjoint(label) for label in labels)


def _opens_sentence(scene: Scene, segment: int, token: int) -> bool:
    """Tell if a sentence begins with a word, as far as no time and no transition stands before: `Sepanjang 2022 jajaran …`."""
    timed = {at for period in scene.periods[segment] for at in range(period.first, period.last)}
    openers = scene.vocabulary.joined("peralihan", "penunjuk", "pada") | {","}
    return all(at in timed or scene.tokens.words[at] in openers for at in range(scene.bounds[segment][0], token))


def _opens_within(scene: Scene, office: PlacedOffice) -> bool:
    """Tell if a sentence opens with where what it tells was done: `Di BNNK Badung, tahun ini …`, `Sementara itu di BNNK …`.

    So it does with the clinic of an office: `Di Klinik Pratama BNNK Badung, tes urine dilayani kepada 199 orang`.
    """
    first, words = scene.bounds[office.segment][0], scene.tokens.words
    at = office.first
    while at > first and words[at - 1] in scene.vocabulary["klinik"]:
        at -= 1
    if office.mention.level != "kabkota" or at == first or words[at - 1] not in scene.vocabulary["dalam"]:
        return False
    opening = words[first : at - 1]
    return scene.vocabulary.joined("peralihan", "penunjuk", "penutup").issuperset(opening)


def main_office(scene: Scene, title: Scene | None) -> str | None:
    """Give the office the article is about: the one named first in the title, or in the lead before any other body.

    `BNN` alone in the title is the office that the lead names, where it names one.
    """
    named = next((o for o in chain.from_iterable(title.offices) if o.code), None) if title is not None else None
    if named is not None and not (named.mention.kind == "bare" and named.mention.level is None):
        return named.code
    return _lead_office(scene) or (named.code if named else None)


def _lead_office(scene: Scene) -> str | None:
    """Give the office that is named first, if that is in the lead and before any other body that acts."""
    for office in chain.from_iterable(scene.offices):
        if office.code:
            others = [agency for agency in chain.from_iterable(scene.agencies[: office.segment]) if not _oblique(scene, agency)]
            return office.code if office.segment < _LEAD and not others else None
    return None


def _only_attends(scene: Scene, agency: PlacedAgency) -> bool:
    """Tell if a body only knows or sees what another does: `Rencana itu hanya diketahui bupati`, `dihadiri Dandim`."""
    before = scene.tokens.words[max(scene.bounds[agency.segment][0], agency.first - 1) : agency.first]
    return not scene.vocabulary["dinyatakan"].isdisjoint(before)


def _adds_only(scene: Scene, office: PlacedOffice, main: str | None) -> bool:
    """Tell if an office below the article's only did the last of what its sentence counts: `…, satu lagi disidik BNNK Batu`."""
    if main is None or not office.code or len(office.code) <= len(main):
        return False
    own = [figure for figure in scene.figures[office.segment] if figure.last <= office.first]
    later = any(figure.first > office.last for figure in scene.figures[office.segment])
    return len(own) > 1 and not later and _done_behind(scene, own[-1], office)


def carried_ascription(scene: Scene, segment: int, carried: Ascription | None, main: str | None = None) -> Ascription | None:
    """Give the ascription that holds after a segment: the first office or body that acts in it, else what held before.

    One below the article's (`main`) that only did the last of what the segment counts does not go on.
    """
    if not scene.offices[segment] and not scene.agencies[segment]:
        return carried
    acting = _acting(scene, segment)
    offices = [actor for actor in acting if isinstance(actor, PlacedOffice)]
    if offices and len(offices) == len(acting) and all(_adds_only(scene, office, main) for office in offices):
        return carried
    if len({office.code for office in offices}) > 1:
        return None
    if offices:
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
        if not is_subject(scene, acting[0]):
            return carried
        return Ascription(None, f"{acting[0].name} between the office and the figure", sure=False, agency=acting[0].name)
    if not acting and (turned := _turns_to(scene, segment, main)):
        return Ascription(turned.code, f"“{words_of(scene, turned)}” earlier in the paragraph", sure=True, doubt=turned.doubt)
    return carried


def _turns_to(scene: Scene, segment: int, main: str | None) -> PlacedOffice | None:
    """Give the city's or regency's office to which a paragraph turns: one alone in its first sentence, without figures.

    `Potret serupa tampak di BNN Kota Batu. Dari 25 klien …`, `Dua hari berselang giliran BNN Kota Batu.`; but not
    `Itu disampaikannya di BNN Kota Batu.`
    """
    opens = segment == 0 or scene.segment(segment - 1).paragraph != scene.segment(segment).paragraph
    counts = any(figure.quantity.unit != "lainnya" for figure in scene.figures[segment])
    if main is None or not opens or counts or len(scene.offices[segment]) != 1 or scene.agencies[segment]:
        return None
    office = scene.offices[segment][0]
    first, last = scene.bounds[segment]
    another = len(office.code or "") > PROVINCE_DIGITS and office.code != main
    turns = scene.vocabulary["dalam"] | scene.vocabulary["giliran"]
    within = office.first > first and scene.tokens.words[office.first - 1] in turns
    said = any(not scene.vocabulary[words].isdisjoint(scene.tokens.words[first:last]) for words in SPEECH)
    return office if another and within and not said else None
