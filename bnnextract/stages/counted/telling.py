"""If a figure may count what a phrase stands for, as the two stand to each other and to their sentence."""

from __future__ import annotations

from collections.abc import Sequence

from bnnextract.knowledge.constructions import BARE, NONE, PERCENT, Role
from bnnextract.knowledge.indicators import CALLING, NAMING, SAYING, SPECIFIC, Cue, Indicator, Meaning, Rank, ranked
from bnnextract.knowledge.lexicon import Hit
from bnnextract.knowledge.units import GRAMS
from bnnextract.stages.counted.choices import Decided
from bnnextract.stages.counted.lone import is_cared_for
from bnnextract.stages.counted.neighbours import names_part
from bnnextract.stages.counted.phrases import Bearing
from bnnextract.stages.found.scenes import Figure, Scene

# How far back it may be said that things were taken, in segments, and how near to the figure they are named.
_TAKEN_REACH = 2
_ITEM_REACH = 2
# How many items before one in a list the drugs may stand with which a thing was taken.
_LIST_REACH = 6
# How near a name must stand to be counted by a number alone.
_BESIDE = 4
# The unit of what has none of its own, and that of people.
_UNCOUNTED = "lainnya"
_OF_PEOPLE = "orang"
# How far before the name of a raid the word stands for who was caught in it, and how many segments back some were cared for.
_CAUGHT_REACH, _CARED_REACH = 3, 2
# The units of things by which people come: a report, a raid.
_BY_WHICH = frozenset({_UNCOUNTED, "kegiatan"})
# Of what is counted so it is seldom told how much, where there is none.
_OF_SUMS = frozenset({"rupiah", "persen"})
# What things taken are counted in.
_OF_ITEMS = frozenset({"unit", "rupiah", "dolar"})
DONE = frozenset({"orang", "kegiatan"})
"""What a number alone may count by a word that is but typical of it, where this opens the sentence or is its label."""
# How near the start of its sentence what the next one goes on with stands.
_TOPIC_REACH = 3
# And how near where it opens with `Jumlah … yang`.
_RELATIVE_REACH = 8
# How near what is counted must stand to a number alone.
_NEAR = 10
# The unit of what was done.
_OF_DEEDS = "kegiatan"
# The axis of the drugs, and what cases are counted in.
_DRUG = "zat"
_OF_CASES = frozenset({"kasus", "berkas"})


def may_tell(
    scene: Scene, figure: Figure, bearing: Bearing, entry: Indicator, rank: Rank, before: Sequence[Decided], role: Role | None
) -> bool:
    """Tell if a figure may count what a phrase stands for, as that is told."""
    hit = bearing.hit
    of_all = bearing.place == "segment" and hit.first >= scene.bounds[figure.segment][1]
    if of_all and (not entry.special_of or rank is not Rank.NAME):
        return False  # a sentence that says of all what they are names their kind
    if rank is Rank.ITEM and (bearing.away > _ITEM_REACH or not _is_taken(scene, figure, entry)):
        return False
    if rank is Rank.KIND and before and before[-1].choice.indicator.whole == entry.name and _points_back(scene, hit):
        return False  # `30 dari klien tersebut`: they are those told of before, of whatever kind these are
    if rank is Rank.NOUN and hit.last <= figure.first and (_is_office(scene, hit) or _is_of_name(scene, hit, figure)):
        return False
    if entry.whole is not None and _is_none_of(scene, figure, hit):
        return False  # `26 pegawai diperiksa, semuanya negatif`: none is positive, and the 26 are all of them
    if figure.letter == NONE and entry.units[0] in _OF_SUMS and not _is_nil(scene, figure, hit):
        return False
    if bearing.place == "before" and figure.quantity.unit == _OF_DEEDS and entry.units[0] == _OF_PEOPLE:
        return False  # `… 30 penggiat. Total kegiatan kami 284 kegiatan`: people are told, and deeds counted
    if entry.measured and role == "target":
        return False  # `Targetnya naik jadi 200 ribu penyalah guna`: so many are to be cared for
    if entry.national and _is_told_of_some(scene, figure, before):
        return False
    if entry.national and bearing.place == "before" and role in {"target", "achievement"}:
        return False  # `BNNK mencapai target 98,7 persen` behind a sentence on abuse
    if rank in SPECIFIC and _is_source(scene, figure, hit, entry, before):
        return False
    if "indeks" in entry.units and not _may_measure(scene, figure):
        return False
    if figure.letter != BARE:
        return _fits(entry, figure, rank, role)
    if entry.by_drug and _are_told_by_drug(scene, figure, before):
        return False
    from_there = scene.tokens.words[hit.first - 1] in scene.vocabulary["asal"]  # `4 dari penyidik`
    said = hit.first >= figure.last and not from_there
    if figure.whole and not entry.by_drug and "rupiah" not in entry.units:
        if role != "target" and _is_topic(scene, figure, hit):
            return rank in CALLING
        telling = rank in CALLING or (rank is Rank.CUE and entry.units[0] in DONE)
        if telling and _is_subject(scene, figure, hit):
            return True
    if bearing.place == "head" and _is_labelled(scene, figure, hit, rank):
        return figure.whole  # `Sebaran klien menurut kecamatan:` over `Batu 17`
    told_before = bearing.place == "before" and not before
    cared_for = is_cared_for(scene, figure)
    return _fits_alone(entry, figure, rank, bearing.away, said=said, role=role, cared_for=cared_for, told_before=told_before)


def _may_measure(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure may be an index, in what is written: not so many things, `5 program yang memperkuat ketahanan`.

    Of what an index is said to be only its class is named behind it: `88 kategori baik`.
    """
    if figure.letter == PERCENT:
        return True
    if figure.letter == NONE or not scene.text[figure.quantity.start].isdigit():
        return False
    of_things = figure.letter != BARE and figure.quantity.unit == _UNCOUNTED
    return not of_things or not figure.whole or figure.quantity.noun in scene.vocabulary["kelas_indeks"]


def _is_nil(scene: Scene, figure: Figure, hit: Hit[Meaning]) -> bool:
    """Tell if a sum is said to be nil, `Anggaran kami nihil`, and not that there is none: `Anggarannya yang tidak ada`."""
    return hit.last <= figure.first and scene.tokens.words[figure.first] in scene.vocabulary["nihil"]


def _is_told_of_some(scene: Scene, figure: Figure, before: Sequence[Decided]) -> bool:
    """Tell if a figure is some of those before it, who were not surveyed: `empat tersangka, dua di antaranya meninggal`."""
    whole = before[-1] if before else None
    if whole is None or whole.choice.indicator.national or whole.figure.segment != figure.segment:
        return False
    return figure.quantity.value <= whole.figure.quantity.value and (figure.letter == BARE or names_part(scene, figure))


def _is_source(scene: Scene, figure: Figure, hit: Hit[Meaning], entry: Indicator, before: Sequence[Decided]) -> bool:
    """Tell if a phrase beside a figure of people is a thing by which they came: `12 orang dari laporan masyarakat`.

    A number alone is of people where the one before it in the sentence is: `5 orang, 2 dari laporan dan 3 hasil operasi`.
    Those cared for may have been caught in a raid: `35 klien rawat lanjut. Ada pula 111 orang yang terjaring saat razia`.
    """
    of_raid = entry.units[0] in _BY_WHICH and figure.quantity.unit == _OF_PEOPLE and figure.first < hit.first
    if of_raid and _is_caught(scene, figure, hit, before):
        return True
    if figure.first <= hit.first <= figure.last or scene.tokens.words[hit.first - 1] not in scene.vocabulary["datang_dari"]:
        return False
    if figure.quantity.unit == _OF_PEOPLE:
        return entry.units[0] in _BY_WHICH
    last = before[-1].figure if before else None
    some = last is not None and last.segment == figure.segment and _OF_PEOPLE in before[-1].choice.indicator.units
    return figure.letter == BARE and some and _OF_PEOPLE not in entry.units[:1]


def _is_caught(scene: Scene, figure: Figure, hit: Hit[Meaning], before: Sequence[Decided]) -> bool:
    """Tell if those cared for, told of right before in the paragraph, are said to come from what a phrase names."""
    last = before[-1] if before else None
    if last is None or not last.choice.indicator.cared_for or figure.segment - last.figure.segment > _CARED_REACH:
        return False
    if scene.segments[last.figure.segment].paragraph != scene.segments[figure.segment].paragraph:
        return False
    caught = scene.tokens.words[hit.first - _CAUGHT_REACH : hit.last]
    return not scene.vocabulary["terjaring"].isdisjoint(caught)


def _is_labelled(scene: Scene, figure: Figure, over: Hit[Meaning], rank: Rank) -> bool:
    """Tell if a number alone closes a list item that is its label, under a phrase of the heading: `Batu 17`.

    The label names nothing that is counted but what the heading calls itself: `Titik rawan narkoba:` over `Waspada - 30`. A
    name tells what is counted where the heading opens with it: `Penggiat BNNK Batu:` over `Pelajar: 43`.
    """
    first, last = scene.bounds[figure.segment]
    if scene.segments[figure.segment].kind != "item" or not first < figure.first or figure.last != last:
        return False
    hits = scene.hits[figure.segment]
    if not hits:
        head = scene.segments[figure.segment].head
        opens = head is not None and over.first < scene.bounds[head][0] + _TOPIC_REACH
        return rank is Rank.KIND or (rank in NAMING and opens)
    alike = {meaning.indicator for meaning in over.meanings if isinstance(meaning, Cue)}
    told = (meaning for hit in hits for meaning in hit.meanings)
    return rank in NAMING and all(isinstance(meaning, Cue) and meaning.indicator in alike for meaning in told)


def is_label_in_list(scene: Scene, figure: Figure, hit: Hit[Meaning]) -> bool:
    """Tell if a phrase is all of the label of a number alone in a list of several: `kasus 4, rehabilitasi 41, relawan 20`."""
    if hit.last != figure.first or len(scene.figures[figure.segment]) == 1:
        return False
    words, (first, last) = scene.tokens.words, scene.bounds[figure.segment]
    opened = hit.first == first or words[hit.first - 1] in scene.vocabulary["daftar"] or words[hit.first - 1] == ":"
    return opened and (figure.last == last or words[figure.last] in scene.vocabulary["penutup|daftar"])


def _is_topic(scene: Scene, figure: Figure, hit: Hit[Meaning]) -> bool:
    """Tell if a phrase opens the sentence before that of a number alone, and is what both speak of.

    `Jumlah pegawai BNNK Batu menyusut. Pada 2018 masih 26.` Neither the first has a figure nor the second a thing of its own.
    """
    before = figure.segment - 1
    if before < 0 or scene.segments[figure.segment].kind != "sentence":
        return False
    if scene.segments[before].paragraph != scene.segments[figure.segment].paragraph:
        return False
    first, last = scene.bounds[before]
    opens = first <= hit.first < min(last, first + _TOPIC_REACH)
    return opens and not scene.figures[before] and not any(ranked(hit, CALLING) for hit in scene.hits[figure.segment])


def _is_subject(scene: Scene, figure: Figure, hit: Hit[Meaning]) -> bool:
    """Tell if a phrase opens the sentence that a number alone ends: `Penyidik kami di sini pada 2022 hanya sebelas`.

    It may say of those whose number that is what they did: `Jumlah klien yang menuntaskan rehabilitasi naik dari 9`.
    """
    first = scene.bounds[figure.segment][0]
    labelled = scene.segments[figure.segment].kind == "item" and scene.tokens.words[figure.first - 1] == ":"
    if (scene.segments[figure.segment].kind != "sentence" and not labelled) or hit.last >= figure.first:
        return False
    led = scene.tokens.words[first : hit.first]
    relative = led[:1] and led[0] in scene.vocabulary["banyaknya|orangnya"] and "yang" in led and "," not in led
    if not first <= hit.first < first + (_RELATIVE_REACH if relative else _TOPIC_REACH):
        return False
    said = scene.tokens.words[figure.first - 1] in scene.vocabulary["berjumlah"]
    between = (other for other in scene.hits[figure.segment] if hit.last <= other.first < figure.first)
    return said and figure is scene.figures[figure.segment][0] and not any(between)


def _are_told_by_drug(scene: Scene, figure: Figure, before: Sequence[Decided]) -> bool:
    """Tell if a number alone is of people by the drug they used, or some of the cases before: `7 positif, 2 sabu`."""
    last = before[-1] if before else None
    if last is None or last.figure.segment != figure.segment:
        return False
    return _DRUG in last.choice.indicator.telling or (last.figure.quantity.unit in _OF_CASES and names_part(scene, figure))


def _is_none_of(scene: Scene, figure: Figure, hit: Hit[Meaning]) -> bool:
    """Tell if a phrase stands in another figure, which says that there is none of something."""
    return any(
        other.letter == NONE and other is not figure and other.first <= hit.first and hit.last <= other.last
        for other in scene.figures[figure.segment]
    )


def _points_back(scene: Scene, hit: Hit[Meaning]) -> bool:
    """Tell if what is counted is said to be what was told before: `klien tersebut`, `kasus itu`."""
    return not scene.vocabulary["penunjuk"].isdisjoint(scene.tokens.words[hit.last : hit.last + 1])


def _is_taken(scene: Scene, figure: Figure, entry: Indicator) -> bool:
    """Tell if the paragraph up to a figure says that things were taken: `Selain sabu disita 5 unit sepeda motor`.

    So does the list of one where drugs stand in it.
    """
    paragraph = scene.segments[figure.segment].paragraph
    head = scene.segments[figure.segment].head
    if figure.quantity.unit not in _OF_ITEMS or figure.quantity.value <= 1:
        return False  # `dua telepon genggam`, `1 unit motor`: so the things of one arrest are told
    near = range(max(0, figure.segment - _TAKEN_REACH), figure.segment + 1)
    told = [at for at in near if scene.segments[at].paragraph == paragraph] + ([head] if head is not None else [])
    if any(word in entry.taken for at in told for word in scene.tokens.words[slice(*scene.bounds[at])]):
        return True
    return scene.segments[figure.segment].kind == "item" and _lists_drugs(scene, figure.segment)


def _lists_drugs(scene: Scene, segment: int) -> bool:
    """Tell if amounts of drugs stand in the list of an item before it: `Sabu: 20 gram`, `Handphone: 14 unit`."""
    head = scene.segments[segment].head
    return any(
        figure.quantity.unit in GRAMS and any(part.meanings[0].axis == "zat" for part in scene.parts[at])
        for at in range(max(0, segment - _LIST_REACH), segment)
        if scene.segments[at].kind == "item" and scene.segments[at].head == head
        for figure in scene.figures[at]
    )


def _is_office(scene: Scene, hit: Hit[Meaning]) -> bool:
    """Tell if a noun before a figure is an office that does something, and not what is counted."""
    return any(office.first <= hit.first < office.last for segment in scene.offices for office in segment)


def _is_of_name(scene: Scene, hit: Hit[Meaning], figure: Figure) -> bool:
    """Tell if a noun opens the name that a number alone in a list is of: `RSUD Poso 15, Klinik Polres Poso 9`.

    So does one right before the office whose it is. A list item that begins so is of one if an office is named in it:
    `Balai Rehabilitasi BNN Lido : 4`.
    """
    if figure.letter != BARE:
        return False
    if any(office.first == hit.last for office in scene.offices[figure.segment]):
        return True  # `klinik BNNP 22`: what it has done
    if _is_facility(scene, hit, figure):
        return True
    if scene.segments[figure.segment].kind == "item" and hit.first == scene.bounds[figure.segment][0]:
        return any(hit.last <= office.first < figure.first for office in scene.offices[figure.segment])
    named = all(scene.text[scene.tokens.starts[token]].isupper() for token in range(hit.first, figure.first))
    return named and any(other.last <= hit.first for other in scene.figures[figure.segment])


def _is_facility(scene: Scene, hit: Hit[Meaning], figure: Figure) -> bool:
    """Tell if the label of a list item is a facility's name, where its clients are: `- Balai Rehabilitasi Lido: 22`."""
    words, colon = scene.tokens.words, figure.first - 1
    if scene.segments[figure.segment].kind != "item" or words[colon] != ":" or hit.last >= colon:
        return False
    named = all(scene.text[scene.tokens.starts[token]].isupper() for token in range(hit.last, colon))
    return named and words[hit.first] in scene.vocabulary["lembaga"]


def _fits(entry: Indicator, figure: Figure, rank: Rank, role: Role | None) -> bool:
    """Tell if a figure that is no number alone may count this: by its unit, where it has one that counts."""
    if figure.letter == NONE and figure.quantity.unit == _UNCOUNTED:
        return rank is not Rank.HINT
    if figure.letter == PERCENT and (role == "achievement" or (role == "change" and rank in NAMING)):
        return rank is not Rank.HINT
    return figure.quantity.unit in entry.units


def _fits_alone(
    entry: Indicator,
    figure: Figure,
    rank: Rank,
    away: int,
    *,
    said: bool,
    role: Role | None,
    cared_for: bool,
    told_before: bool,
) -> bool:
    """Tell if a number alone may count this: it is an index, or stands beside the words that name what it counts."""
    if "indeks" in entry.units:
        return rank in SAYING
    if entry.units[0] == "rupiah":
        return False
    if not figure.whole and GRAMS.keys().isdisjoint(entry.units):
        return False
    if entry.units[0] == "orang" and rank in SAYING and (role == "target" or cared_for or (said and away <= 1)):
        return away <= _NEAR  # `37 mau diperiksa`
    if told_before and entry.units[0] not in {"gram", "kegiatan"}:
        return rank in {Rank.NAME, Rank.KIND}  # `Begini klien kami. Makale 8, Rantetayo 5.`
    beside = 1 if entry.units[0] == "gram" else _NEAR
    return (rank in {Rank.NOUN, Rank.KIND} and away <= beside) or (rank is Rank.NAME and away <= _BESIDE)
