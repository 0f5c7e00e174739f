"""Bodies of a segment to those that act in it; the others only take part, are listed or say something of it."""

from __future__ import annotations

from itertools import takewhile

from bnnextract.knowledge.gazetteer import NATIONAL
from bnnextract.stages.found.scenes import Figure, PlacedAgency, PlacedOffice, Scene

# How far before `oleh` stands what a body says of something.
_JUDGED_REACH = 4
# How many words of its place and field may follow a body's name, and how long its deed is at least.
_NAME_REACH = 4
_SHORTEST_DEED = 5
# Within how many words a sentence sets an office against those before.
_OPENING_REACH = 6
# How far before a body the post of someone in it may stand.
_POST_REACH = 4
# How far before a figure the word stands that tells what some of a staff are.
_STATUS_REACH = 2
# How many words may stand between an office and the figure that it labels: `di BNNK Batu ada sebanyak 20 klien`.
_FILLERS = 2


def actors_of(scene: Scene, segment: int, figure: Figure | None = None) -> list[PlacedOffice | PlacedAgency]:
    """Give the bodies that do something in a segment, in order; offices also where their name fits several, generic ones not.

    What stands in brackets does so only for a figure in the same ones: `(Polres Batu mencatat 118 kasus, red)`.
    """
    actors: list[PlacedOffice | PlacedAgency] = [o for o in scene.offices[segment] if o.code or o.mention.codes]
    actors += scene.agencies[segment]
    if not actors:
        return []
    return [actor for actor in sorted(actors, key=lambda m: m.first) if not oblique(scene, actor, figure)]


def oblique(scene: Scene, mention: PlacedOffice | PlacedAgency, figure: Figure | None = None) -> bool:
    """Tell if a body only takes part: after `di`, `bersama` and the like, in brackets, or in a list that begins so."""
    first, last = scene.bounds[mention.segment]
    bodies: tuple[PlacedOffice | PlacedAgency, ...] = (*scene.offices[mention.segment], *scene.agencies[mention.segment])
    inside = scene.tokens.words[first : mention.first]
    if isinstance(mention, PlacedAgency) and (
        not scene.vocabulary["terdiri"].isdisjoint(inside)
        or _only_listed(scene, mention)
        or _is_one_counted(scene, mention)
        or _is_status(scene, mention)
        or _labels_part(scene, mention)
        or _only_helps(scene, mention)
    ):
        return True
    if inside.count("(") > inside.count(")") and ")" in scene.tokens.words[mention.last : last]:
        behind = figure.first if figure is not None and figure.first > mention.last else last
        return ")" in scene.tokens.words[mention.last : behind]  # one in brackets has only what they hold
    if _only_judges(scene, mention) or _only_ordered(scene, mention) or _only_names(scene, mention):
        return True
    if isinstance(mention, PlacedOffice) and (_escorts(scene, mention) or _of_another(scene, mention, figure)):
        return True
    if figure is not None and (
        _did(scene, mention, figure) or (isinstance(mention, PlacedAgency) and _compared(scene, mention, figure))
    ):
        return False
    if figure is not None and isinstance(mention, PlacedOffice) and _labels(scene, mention, figure):
        return False
    while (head := _head(scene, mention)) > first:
        start = head
        while start - 1 > first and scene.tokens.words[start - 1] in scene.vocabulary["regu"]:
            start -= 1
        if start < head and scene.tokens.words[start - 1] in scene.vocabulary["melibatkan"]:
            return True
        word = scene.tokens.words[head - 1]
        if isinstance(mention, PlacedOffice) and (_opens_within(scene, mention) or sets_against(scene, mention)):
            return False
        timed = next((period for period in scene.periods[mention.segment] if period.first < head <= period.last), None)
        if timed is not None:
            # `Tahun depan BNNK Batu berencana …`, but `Ia berharap tahun depan Pemkot Batu ikut`
            return timed.first > first and scene.tokens.words[timed.first - 1] in scene.vocabulary["mengharapkan"]
        if word in scene.vocabulary["beserta"] and isinstance(mention, PlacedOffice) and _joins_in(scene, mention, head - 1):
            return False
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


def _joins_in(scene: Scene, office: PlacedOffice, at: int) -> bool:
    """Tell if an office does with another body, the subject, what is told: `Bea Cukai bersama BNNP Kepri menggagalkan`."""
    words, (first, last) = scene.tokens.words, scene.bounds[office.segment]
    bodies = [agency for agency in scene.agencies[office.segment] if agency.last <= at]
    named = bodies and all(scene.text[scene.tokens.starts[token]].isupper() for token in range(bodies[-1].last, at))
    opens = named and all(scene.text[scene.tokens.starts[token]].isupper() for token in range(first, bodies[-1].first))
    done = words[office.last] if office.last < last else ""
    return bool(opens) and done.startswith("me") and len(done) > _SHORTEST_DEED


def _escorts(scene: Scene, office: PlacedOffice) -> bool:
    """Tell if someone of an office only stands beside who speaks: `Kepala BNNP Jambi didampingi Kepala BNNK Bungo menyebut`.

    So do those listed behind, `… Kepala BNNK Bungo dan Kepala BNNK Tebo`.
    """
    before = [other for other in scene.offices[office.segment] if other.last <= office.first]
    if not before:
        return False
    between = scene.tokens.words[before[-1].last : office.first]
    posts = takewhile(lambda word: word in scene.vocabulary["jabatan"], reversed(between))
    led = len(between) - len(tuple(posts))
    if led == len(between) or not led:
        return False
    if between[led - 1] in scene.vocabulary["mendampingi"]:
        return True
    return scene.vocabulary["perangkai"].issuperset(between[:led]) and _escorts(scene, before[-1])


def _of_another(scene: Scene, office: PlacedOffice, figure: Figure | None) -> bool:
    """Tell if an office stands in what is said of another that goes on behind: `BNNP Jambi, yang membawahi BNNK Tebo, menyita`.

    Before it goes on what is told there is the office's own.
    """
    words, last = scene.tokens.words, scene.bounds[office.segment][1]
    before = [other for other in scene.offices[office.segment] if other.last <= office.first]
    if not before:
        return False
    whole = before[0]
    said = words[whole.last : office.first]
    said = said[1:] if said[:1] == (",",) else said
    if said[:1] not in {("yang",), ("dengan",)} or not scene.vocabulary["membawahi"].intersection(said):
        return False
    end = figure.first if figure is not None and figure.first > office.last else last
    done = (word for word in words[office.last : end] if word.startswith("me") and len(word) > _SHORTEST_DEED)
    return any(done)


def _labels(scene: Scene, office: PlacedOffice, figure: Figure) -> bool:
    """Tell if a figure stands right behind the office whose it is: `di BNNK Batu ada 20 klien`, `… 12 kasus serta BNNK Karo 9`.

    Without `di` it is one more of a row, behind the figure of another.
    """
    words = scene.tokens.words
    if not 0 <= figure.first - office.last <= _FILLERS or not office.first:
        return False
    if not scene.vocabulary["pengisi"].issuperset(words[office.last : figure.first]):
        return False
    led = words[office.first - 1]
    listed = led in scene.vocabulary["perangkai"] and any(f.last <= office.first for f in scene.figures[office.segment])
    return listed or led in scene.vocabulary["dalam"]


def _only_helps(scene: Scene, agency: PlacedAgency) -> bool:
    """Tell if another body only helped who did something: `petugas dibantu personel Kodim Batu menggerebek rumah itu`."""
    first, at, words = scene.bounds[agency.segment][0], agency.first, scene.tokens.words
    between = scene.vocabulary["regu|oleh|anggota_badan"]
    while at > first and words[at - 1] in between:
        at -= 1
    return at > first and words[at - 1] in scene.vocabulary["dibantu"]


def _compared(scene: Scene, agency: PlacedAgency, figure: Figure) -> bool:
    """Tell if a figure is what a body did with which others are compared: `membandingkan dengan Polres yang meringkus 214`."""
    first = scene.bounds[agency.segment][0]
    before = scene.tokens.words[max(first, agency.first - 2) : agency.first]
    behind = scene.tokens.words[agency.last : figure.first]
    return not scene.vocabulary["pembanding"].isdisjoint(before) and behind[:1] == ("yang",) and "," not in behind


def _did(scene: Scene, body: PlacedOffice | PlacedAgency, figure: Figure) -> bool:
    """Tell if a figure is what a body did that is named otherwise: `dikirim ke Polres Batu yang mengungkap 31 kasus`.

    With whom BNN did it together (`bersama`) is not told so.
    """
    words = scene.tokens.words
    before = words[body.first - 1] if body.first > scene.bounds[body.segment][0] else ""
    if figure.first < body.last or before in scene.vocabulary["beserta"]:
        return False
    at = body.last
    while at < figure.first and (scene.text[scene.tokens.starts[at]].isupper() or words[at] == ","):
        at += 1
    clause = words[at + 1 : figure.first]
    if at - body.last > _NAME_REACH or words[at] != "yang" or "," in clause:
        return False
    if any(body.last <= office.first < figure.first for office in scene.offices[body.segment]):
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


def _only_names(scene: Scene, mention: PlacedOffice | PlacedAgency) -> bool:
    """Tell if another body's name only names a house (`Sekolah Polisi Negara`) or who wrote: `Dinas Kominfo Batu - Para …`."""
    words, (first, last) = scene.tokens.words, scene.bounds[mention.segment]
    if not isinstance(mention, PlacedAgency):
        return False
    if mention.first > first and words[mention.first - 1] in scene.vocabulary["rumah_badan"]:
        return True
    opens = mention.first - first <= 1 and (mention.first == first or scene.text[scene.tokens.starts[first]].isupper())
    at = mention.last
    while at < last and scene.text[scene.tokens.starts[at]].isupper():
        at += 1
    named = opens and at - mention.last <= _NAME_REACH and scene.segments[mention.segment].kind == "sentence"
    # `Polres Batu - 31 kasus` tells what it has.
    return named and at + 1 < last and words[at] in scene.vocabulary["tanda_pisah"] and words[at + 1].isalpha()


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
    """Tell if a body stands in or ends a list of which nothing is said behind it: `dari puskesmas, Dinkes, dan lapas`.

    With those under it alone, `Polda Kalsel dan jajaran`, it stands in none.
    """
    first, last = scene.bounds[mention.segment]
    if not scene.vocabulary["jajaran"].isdisjoint(scene.tokens.words[mention.last + 1 : mention.last + 2]):
        return False
    before = scene.tokens.words[mention.first - 1 : mention.first] if mention.first > first else ()
    after = scene.tokens.words[mention.last : min(mention.last + 1, last)]
    listed = scene.vocabulary["perangkai"]
    return not listed.isdisjoint(before) and (not after or after == (".",) or not listed.isdisjoint(after))


def _is_one_counted(scene: Scene, mention: PlacedAgency) -> bool:
    """Tell if a body is one of those that a figure before counts: `di tujuh instansi, mulai Kesbangpol, Kodim sampai Rutan`."""
    bodies = [f for f in scene.figures[mention.segment] if f.last <= mention.first and f.quantity.unit == "lembaga"]
    if not bodies or any(bodies[-1].first < f.first < mention.first for f in scene.figures[mention.segment]):
        return False
    between = scene.tokens.words[bodies[-1].last : mention.first]
    return not scene.vocabulary["di_antaranya_badan"].isdisjoint(between)


def _is_status(scene: Scene, mention: PlacedAgency) -> bool:
    """Tell if a body's name is what some of a staff are, beside others: `ASN kami 14, Polri empat, honorer enam`."""
    words, kinds = scene.tokens.words, scene.vocabulary["status_pegawai"]
    own = scene.figures[mention.segment]
    if not any(mention.last == figure.first or figure.first < mention.first <= figure.last for figure in own):
        return False
    labels = (words[max(0, figure.first - _STATUS_REACH) : figure.last] for figure in own)
    return any(not kinds.isdisjoint(label) for label in labels)


def _labels_part(scene: Scene, mention: PlacedAgency) -> bool:
    """Tell if a body's name is only the label of one part of people counted before: `40 orang: TNI 12, Polri delapan orang`.

    Where an office is among those told behind, the others are told beside it and not as parts.
    """
    own = scene.figures[mention.segment]
    if not any(mention.last == figure.first or figure.first < mention.first <= figure.last for figure in own):
        return False
    people = [figure for figure in own if figure.last <= mention.first and figure.quantity.unit == "orang"]
    if not people:
        return False
    total, words = people[0], scene.tokens.words
    if scene.vocabulary["di_antaranya_badan"].isdisjoint(words[total.last : mention.first]):
        return False
    return not any(office.first >= total.last for office in scene.offices[mention.segment])


def _opens_sentence(scene: Scene, segment: int, token: int) -> bool:
    """Tell if a sentence begins with a word, as far as no time and no transition stands before: `Sepanjang 2022 jajaran …`."""
    timed = {at for period in scene.periods[segment] for at in range(period.first, period.last)}
    openers = scene.vocabulary["peralihan|penunjuk|pada"] | {","}
    return all(at in timed or scene.tokens.words[at] in openers for at in range(scene.bounds[segment][0], token))


def _opens_within(scene: Scene, office: PlacedOffice) -> bool:
    """Tell if a sentence opens with where what it tells was done: `Di BNNK Badung, tahun ini …`, `Sementara itu di BNNK …`.

    So it does with the clinic of an office: `Di Klinik Pratama BNNK Badung, tes urine dilayani kepada 199 orang`; and in one
    some were served: `Tes urine di Klinik Pratama BNNK Badung diikuti 199 orang`.
    """
    first, words = scene.bounds[office.segment][0], scene.tokens.words
    at = office.first
    while at > first and words[at - 1] in scene.vocabulary["klinik"]:
        at -= 1
    if at == first or words[at - 1] not in scene.vocabulary["dalam"]:
        return False
    if office.mention.level != "kabkota" and scene.vocabulary["sendiri"].isdisjoint(words[office.last : office.last + 1]):
        return False  # at the province's office much is told, and what it has alone is its own
    if at < office.first and any(figure.first == office.last + 1 for figure in scene.figures[office.segment]):
        return words[office.last] in scene.vocabulary["dilayani"]
    opening = words[first : at - 1]
    return scene.vocabulary["peralihan|penunjuk|penutup"].issuperset(opening)


def sets_against(scene: Scene, office: PlacedOffice) -> bool:
    """Tell if a sentence opens by setting an office against others: `Lain halnya dengan BNNK Batu`, `Begitu pula BNNK Batu`."""
    first = scene.bounds[office.segment][0]
    opening = scene.tokens.words[first : office.first] if office.first - first <= _OPENING_REACH else ()
    if not opening or scene.vocabulary["dibandingkan"].isdisjoint(opening[:2]):
        return False
    return scene.vocabulary["dibandingkan|pembanding_lain"].issuperset(opening)


def is_headed(scene: Scene, body: PlacedOffice | PlacedAgency) -> bool:
    """Tell if the post of someone stands before an office or another body: `Kepala BNNK Tabalong`."""
    before = scene.tokens.words[max(scene.bounds[body.segment][0], body.first - _POST_REACH) : body.first]
    return not scene.vocabulary["jabatan"].isdisjoint(before)
