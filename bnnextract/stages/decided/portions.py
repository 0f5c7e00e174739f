"""Of which part a figure is and in which unit, after those told before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bnnextract.knowledge.constructions import BARE, NONE, PERCENT
from bnnextract.knowledge.gazetteer import PROVINCE_DIGITS
from bnnextract.knowledge.indicators import Cue, Meaning, Rank
from bnnextract.knowledge.lexicon import Hit
from bnnextract.knowledge.units import GRAMS, Units
from bnnextract.stages.counted.choices import Choice, counts_occasions
from bnnextract.stages.counted.neighbours import counts_people, names_part
from bnnextract.stages.dated.dating import Dating
from bnnextract.stages.decided.counting import Count
from bnnextract.stages.decided.discourse import Candidate, Discourse, Setting
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.owned.ascription import Ascription
from bnnextract.stages.owned.sharing import attains
from bnnextract.stages.parted.labels import WHOLE, Breakdown, left_label, ranks_first
from bnnextract.stages.parted.parts import Listed, find_breakdown, headed_part
from bnnextract.stages.parted.predicates import end_of_some
from bnnextract.stages.parted.sections import with_section
from bnnextract.stages.parted.tallies import is_bracketed

# The units of bodies, of the regions that have them, of things and of people.
_BODIES, _REGIONS, _PIECES, _PEOPLE = "lembaga", "wilayah", "butir", "orang"
# How far behind the name of an index its abbreviation may stand.
_ABBREVIATED = 6
# How many segments back all those may be told of whom one tells some.
_WHOLE_REACH = 6
# Axes whose parts are groups, of which several things are told, as of any label in a list; and in what those are counted
# that are told along.
_OF_GROUPS = frozenset({"tempat", "lembaga", "pekerjaan", "pendidikan"})
_OF_LABELS = _OF_GROUPS | {"lain"}
_OF_PEOPLE = _OF_GROUPS | {"kelamin", "usia", "kewarganegaraan"}
_ALONG = frozenset({"orang", "kasus", "kegiatan"})
# What stands before all those of whom some are told.
_OUT_OF = ("dari",)
# How many words may stand before what is told along, and before some of those told before.
_ALONG_REACH, _SOME_OF_THEM = 2, 4


def portion(
    setting: Setting,
    figure: Figure,
    count: Count,
    choice: Choice,
    like: tuple[Candidate, ...],
    groups: Mapping[Figure, tuple[Figure, ...]],
    discourse: Discourse,
    ascription: Ascription,
    dating: Dating,
    *,
    event: bool,
) -> Breakdown:
    """Decide the part that a figure is of: its own words, or those of the figure that it goes on from."""
    if choice.item:
        return Breakdown(choice.cue, {"lain": choice.cue})
    if count.slot == "achievement" or (choice.indicator.by_drug and counts_occasions(figure, choice)):
        return WHOLE
    scene, same = setting.scene, count.same
    model = same[-1] if same and choice.inherited else None
    if count.slot == "change" and like and like[-1].figure.segment == figure.segment:
        model = like[-1]
    alike = [other for other in scene.figures[figure.segment] if other.letter == figure.letter]
    listed: Listed = "first" if len(alike) > 1 and alike[0] is figure else "no"
    beside = (
        same[-1]
        if same and same[-1].figure.segment == figure.segment and same[-1].choice.indicator is choice.indicator
        else None
    )
    told_apart = ranks_first(scene, figure) or names_part(scene, figure)
    item = scene.segments[figure.segment].kind == "item"
    if beside is not None or told_apart or discourse.shared_out or item:
        listed = "yes"
    before = model.breakdown if model else None
    name = _longest_name(setting, figure, choice)
    wholes = [other for other in same if _may_hold(other, figure, choice)]
    # Those of an item that names what it counts are all so: `Pendidik sebaya: 10 pelajar`.
    own_words = choice.place == "segment" and not choice.inherited
    apart = listed != "no" and not (item and own_words and beside is None and not told_apart)
    apart = apart or scene.tokens.words[scene.bounds[figure.segment][0]] in scene.vocabulary["khusus"]
    counted = apart or any(whole.event == event and whole.dating.year == dating.year for whole in wholes)
    found = find_breakdown(
        scene,
        figure,
        choice.indicator,
        name,
        setting.book.indicators.numbers[choice.indicator.name],
        setting.around.places,
        before,
        ascription.code,
        listed=listed,
        some=bool(wholes),
        counted=counted,
        among_places=(beside is not None and _of_other_place(beside, ascription))
        or _before_other_place(setting, figure, alike, ascription),
        headed=item and not own_words,
    )
    if choice.indicator.sectioned:
        found = with_section(scene, figure, choice.indicator, found, headed_part(scene, figure, choice.indicator))
    if found.category is None and beside is not None and figure in groups.get(beside.figure, ()):
        return beside.breakdown
    if (
        found.category is None
        and like
        and (_labelled_alike(scene, figure, choice, like[-1]) or _goes_along(scene, figure, choice, like[-1]))
    ):
        return like[-1].breakdown
    if found.category is None and model is not None and _of_another_year(scene, figure, choice, dating, model):
        return model.breakdown
    return found


def _of_another_year(scene: Scene, figure: Figure, choice: Choice, dating: Dating, other: Candidate) -> bool:
    """Tell if a figure only gives that of another year beside the one before: `Perempuannya 3 orang. Tahun 2018 ada 7`.

    The one before stands alone in its clause, tells of a group, and is not some of others: `enam di antaranya perempuan`.
    """
    if _OF_PEOPLE.isdisjoint(other.breakdown.parts):
        return False
    if other.choice.indicator is not choice.indicator or other.slot != "value" or None in {dating.year, other.dating.year}:
        return False
    before = other.figure
    if dating.year == other.dating.year or figure.segment - before.segment > 1 or end_of_some(scene, before) is not None:
        return False
    alike = [one for one in scene.figures[before.segment] if one.letter in {before.letter, BARE} and one is not figure]
    return alike == [before]


def _of_other_place(beside: Candidate, ascription: Ascription) -> bool:
    """Tell if the figure before is of the same regency's office and of another place: there its own place is a part, too.

    `Kota Bima 34 orang, Kabupaten Bima 26 orang`
    """
    code = ascription.code
    return (
        code is not None
        and code == beside.ascription.code
        and len(code) > PROVINCE_DIGITS
        and "tempat" in beside.breakdown.parts
    )


def _before_other_place(setting: Setting, figure: Figure, alike: Sequence[Figure], ascription: Ascription) -> bool:
    """Tell if a figure opens a list of places, in which that of the article's office is a part: `Bima 34 orang, Dompu 26`."""
    code, after = ascription.code, alike[alike.index(figure) + 1 :][:1]
    if code is None or code != setting.around.main or len(code) <= PROVINCE_DIGITS or not after:
        return False
    start, end = left_label(setting.scene, after[0])
    return any(start == place.first and place.last == end and code not in place.codes for place in setting.around.places)


def _labelled_alike(scene: Scene, figure: Figure, choice: Choice, other: Candidate) -> bool:
    """Tell if a figure is some of those of its list item, whose label is theirs: `Pelabuhan Poso: 59 orang, 19 positif`."""
    item = other.figure.segment == figure.segment and scene.segments[figure.segment].kind == "item"
    return item and other.choice.indicator.name == choice.indicator.whole


def _goes_along(scene: Scene, figure: Figure, choice: Choice, other: Candidate) -> bool:
    """Tell if a figure is told along with one of something else, whose part it is of: `Batu 79 kasus dengan 119 tersangka`.

    In a list it may be of any label: `Swasta: 14 kali, 276 peserta`. A noun that the other one counts is its alone.
    """
    if other.figure.segment != figure.segment or other.slot != "value" or other.breakdown.category is None:
        return False
    if choice.indicator.units[0] in _ALONG and _in_its_brackets(scene, figure, other):
        return True
    groups = _OF_LABELS if scene.segments[figure.segment].kind == "item" else _OF_GROUPS
    if choice.indicator.units[0] not in _ALONG or groups.isdisjoint(other.breakdown.parts):
        return False
    if other.choice.indicator is choice.indicator or other.breakdown.category in (other.figure.quantity.noun or "").lower():
        return False
    between = scene.tokens.words[other.figure.last : figure.first]
    if other.choice.indicator.name == choice.indicator.whole and len(between) <= _SOME_OF_THEM:
        return True  # `Dinas PU 53 orang diperiksa, 9 positif`
    if other.choice.indicator.name in choice.indicator.served_by and not scene.vocabulary["melayani"].isdisjoint(between):
        return True  # `Di Temas ada dua agen pemulihan yang mendampingi enam klien`
    if choice.indicator.name == other.choice.indicator.whole and between == _OUT_OF:
        return True  # `Dinas PU 9 orang dari 53 orang yang diperiksa`
    joining = scene.vocabulary["disertai|daftar|kurung"]
    if 0 < len(between) <= _ALONG_REACH and joining.issuperset(between):
        return True
    # `agen pemulihannya lima orang, kliennya juga enam`
    told = (word for word in between[1:] if word not in scene.vocabulary["pengisi"] and word not in choice.cue.split())
    return bool(between) and between[0] in joining and choice.cue in " ".join(between) and not any(told)


def _in_its_brackets(scene: Scene, figure: Figure, other: Candidate) -> bool:
    """Tell if a figure stands in brackets behind one part of several: `3 kg sabu (2 kasus), 4 kg ganja (3 kasus)`."""
    if not is_bracketed(scene, figure) or other.breakdown.category is None:
        return False
    alike = [one for one in scene.figures[figure.segment] if one.letter == figure.letter and is_bracketed(scene, one)]
    between = scene.tokens.words[other.figure.last : figure.first - 1]
    return len(alike) > 1 and set(other.breakdown.category.split()).issuperset(between)


def _may_hold(whole: Candidate, figure: Figure, choice: Choice) -> bool:
    """Tell if a figure before is of all those of whom this one may be some."""
    counted, own = whole.choice.indicator, choice.indicator
    near = whole.slot == "value" and figure.segment - whole.figure.segment <= _WHOLE_REACH
    alike = counted is own or counted.name == own.whole
    return near and alike and whole.figure.quantity.value > figure.quantity.value


def _longest_name(setting: Setting, figure: Figure, choice: Choice) -> str:
    """Give the longest phrase of the sentence that names what a figure counts, for an index; else the one that decided.

    The abbreviation in brackets behind it belongs to it: `indeks ketahanan diri remaja (dektari)`.
    """
    if "indeks" not in choice.indicator.units:
        return choice.cue
    words = setting.scene.tokens.words
    hits = _names_of_index(setting, figure, choice)
    longest = max(hits, key=lambda hit: len(" ".join(words[hit.first : hit.last])), default=None)
    if longest is None:
        return choice.cue
    for short in hits:
        bracketed = (
            short.first > longest.last and words[short.first - 1] == "(" and words[short.last : short.last + 1] == (")",)
        )
        if bracketed and short.first - longest.last <= _ABBREVIATED:
            return f"{' '.join(words[longest.first : short.first - 1])} ({' '.join(words[short.first : short.last])})"
    return " ".join(words[longest.first : longest.last])


def _names_of_index(setting: Setting, figure: Figure, choice: Choice) -> list[Hit[Meaning]]:
    """Give the phrases that may be the name of an index: those that name it before others, and those nearest before its figure.

    In `dektari 54,1, adapun dektara 82,6` each has its own; one of a sentence that only says what was got, `BNNK Poso meraih
    nilai 3,4`, has that of the sentence before.
    """
    scene, number = setting.scene, setting.book.indicators.numbers[choice.indicator.name]

    def told(segment: int, *ranks: Rank) -> list[Hit[Meaning]]:
        return [hit for hit in scene.hits[segment] if any(_is_name(meaning, number, ranks) for meaning in hit.meanings)]

    own = told(figure.segment, Rank.NOUN, Rank.NAME)
    since = max((other.last for other in scene.figures[figure.segment] if other.last <= figure.first), default=0)
    if own:
        before = [hit for hit in own if hit.last <= figure.first]
        return [hit for hit in before if hit.first >= since] or before or own
    last = figure.segment - 1
    near = last >= 0 and scene.segments[last].paragraph == scene.segments[figure.segment].paragraph
    return (told(last, Rank.NOUN, Rank.NAME) if near else []) or told(figure.segment, *Rank)


def _is_name(meaning: Meaning, number: int, ranks: Sequence[Rank]) -> bool:
    return isinstance(meaning, Cue) and meaning.indicator == number and meaning.rank in ranks


def unit_of(
    scene: Scene, figure: Figure, choice: Choice, same: tuple[Candidate, ...], group: tuple[Figure, ...], units: Units
) -> str:
    """Give the unit of a figure; one without a noun counts in that of the figure it goes with or on from."""
    sorted_into = figure.quantity.noun in scene.vocabulary["penggolong"]
    if sorted_into and same and same[-1].choice.indicator is choice.indicator:
        return same[-1].unit
    if "indeks" in choice.indicator.units and figure.quantity.unit == "lainnya":
        return "indeks"  # `3,03 kategori tanggap`
    # Of `tidak ada barang bukti` the noun is of no unit.
    if figure.letter != BARE and (figure.letter != NONE or figure.quantity.unit != "lainnya"):
        used = choice.inherited and figure.quantity.unit == _PIECES and _PIECES not in choice.indicator.units
        return choice.indicator.units[0] if used else figure.quantity.unit  # `17 pemakai sabu, 9 obat keras`
    if _PEOPLE in choice.indicator.units and counts_people(scene, figure):
        return _PEOPLE
    if partner := next((other for other in group if other.letter not in {BARE, PERCENT}), None):
        return _unit_of_group(partner, choice)
    if any(other.letter == PERCENT for other in group) and choice.indicator.units[0] == "persen":
        return "persen"
    if choice.inherited and (labelled := _unit_of_item(scene, figure, choice, units)):
        return labelled
    counted = next((other for other in reversed(same) if other.choice.indicator is choice.indicator), None)
    alike = counted or (same[-1] if same and choice.inherited else None)
    shared = alike is not None and figure.letter == NONE and alike.figure.letter == PERCENT
    if alike is not None and not shared and (choice.inherited or alike.figure.segment == figure.segment):
        return alike.unit
    if alike is not None and figure.letter == NONE and alike.figure.letter != PERCENT:
        return alike.unit
    if (whole := _among(scene, figure)) and whole.quantity.unit in choice.indicator.units:
        return _unit_of_group(whole, choice)
    if named := _unit_named(scene, figure, choice, units) or _unit_of_words(choice, units):
        return named
    if choice.indicator.by_drug and not figure.whole and (weighed := _weighed_beside(scene, figure)):
        return weighed
    usual = choice.indicator.units[0]
    alone = usual in {"gram", "rupiah"} and figure.letter != NONE
    return "lainnya" if alone else usual


def _unit_of_group(group: Figure, choice: Choice) -> str:
    """Give the unit of some of a group: its own, but of regions that have bodies these: `14 kabupaten, dua yang punya BNNK`."""
    bodies = choice.named and choice.indicator.units[0] == _BODIES and group.quantity.unit == _REGIONS
    return _BODIES if bodies else group.quantity.unit


def _weighed_beside(scene: Scene, figure: Figure) -> str | None:
    """Give the unit of weight that an amount without one shares with those beside it: `sabu 6,4 gram, ganja 3,9 dan …`."""
    own = scene.figures[figure.segment]
    at = own.index(figure)
    beside = (*reversed(own[:at]), *own[at + 1 :])
    return next((other.quantity.unit for other in beside if other.quantity.unit in GRAMS), None)


def _unit_named(scene: Scene, figure: Figure, choice: Choice, units: Units) -> str | None:
    """Give the unit of a noun in the label before a number without one, if its indicator is counted so: `Dokumen : 34`.

    The noun of a place's name counts nothing: `Unit IBM di Kota Batu ada 10`.
    """
    for token in range(*left_label(scene, figure)):
        for words, entry in () if token in scene.placed else units.nouns.get(scene.tokens.words[token], ()):
            if len(words) == 1 and entry.unit != "lainnya" and entry.unit in choice.indicator.units:
                return entry.unit
    return None


def _unit_of_item(scene: Scene, figure: Figure, choice: Choice, units: Units) -> str | None:
    """Give the unit of the noun that opens a list item, if its indicator is counted so: `Orang yang diperiksa: 34`."""
    first = scene.bounds[figure.segment][0]
    if scene.segments[figure.segment].kind != "item" or scene.tokens.words[figure.first - 1] != ":":
        return None
    opening = next((word for word in scene.tokens.words[first : figure.first - 1] if word.isalpha()), "")
    told = (entry.unit for words, entry in units.nouns.get(opening, ()) if words == (opening,))
    return next((unit for unit in told if unit != "lainnya" and unit in choice.indicator.units), None)


def _unit_of_words(choice: Choice, units: Units) -> str | None:
    """Give the unit of the words that told what is counted, if its indicator is counted so: of `perjanjian kerja sama`.

    Else it is that of their first word: of `titik rawan`.
    """
    first = choice.cue.partition(" ")[0]
    told = {" ".join(words): entry.unit for words, entry in units.nouns.get(first, ())}
    fitting = (told.get(words) for words in (choice.cue, first))
    return next((unit for unit in fitting if unit in choice.indicator.units and unit != "lainnya"), None)


def _among(scene: Scene, figure: Figure) -> Figure | None:
    """Give the figure of all those that one without a noun tells some of: `Dari 12 kecamatan, empat berstatus rawan`."""
    before = [other for other in scene.figures[figure.segment] if other.last <= figure.first]
    return next((other for other in before if other.first and scene.tokens.words[other.first - 1] == "dari"), None)


def is_share_of_target(scene: Scene, figure: Figure, choice: Choice, discourse: Discourse) -> bool:
    """Tell if a target is being shared out, and a figure counts what it does, or a kind of that."""
    if not discourse.shared_out or attains(scene, figure.segment):
        return False
    target = next((other.choice.indicator for other in reversed(discourse.before) if other.slot == "target"), None)
    counted = choice.indicator
    return target is None or counted is target or target.name in {counted.special_of, counted.whole}
