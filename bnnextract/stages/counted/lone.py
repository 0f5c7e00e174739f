"""Numbers without a counted noun: which of them count something."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from bnnextract.knowledge.constructions import BARE, NONE, PERCENT
from bnnextract.knowledge.indicators import OUTRIGHT, SAYING, Cue, Rank, ranked
from bnnextract.knowledge.units import MEASURED
from bnnextract.rulebook import Rulebook
from bnnextract.stages.bound.series import years_of_row
from bnnextract.stages.counted.columns import column_of
from bnnextract.stages.counted.neighbours import has_share
from bnnextract.stages.found.scenes import Figure, Scene

# `ditangani` is a verb, `dinas` may be none.
_SHORTEST_VERB = 6
# What a word for something done begins with that does not tell who did it.
_DONE = ("di", "ter")
# And what one for whoever did it begins with, too.
_DEEDS = ("me", "ber", *_DONE)
# So large a number alone is money, as a rule: `cuma dikasih 350 juta`.
_SUM_OF_MONEY = 1_000_000
# How far behind a number alone the words may stand that tell what it counts.
_PREDICATE_REACH = 4
# How far before a row of figures the word stands that makes them each one's.
_EACH_REACH = 4
# How far behind the one before it the last of a list may stand, and how far behind that one the word that names it.
_LIST_REACH = 8
_NAME_REACH = 5
# How far before a number alone, over the comma, it may be said that those it counts are the most.
_MOST_REACH = 5
# What stands before a number that opens a clause.
_OPENING = frozenset({",", ";", '"', "“", "yang", "artinya", "berarti", "hasilnya"})
# What stands behind a number alone that counts some of those told before.
_SOME_OF = frozenset({("di", "antaranya"), ("di", "antara"), ("dari", "mereka"), ("yang", "lain"), ("yang", "lainnya")})
# What a sentence may open with before its first word.
_QUOTED = ((), ('"',), ("“",))
# What may stand between the figures of a row beside the words of a list, and beside the years of each.
_THEN = frozenset({"lalu", "kemudian"})
_DATING = frozenset({"(", ")", "pada", "tahun", "di"})
# How many names make a list.
_NAMES = 2
# Where a clause begins, among how many first words of it `yang` stands of those counted, and what makes a number no count.
CLAUSES = frozenset({",", ";", ":", "dan", "sedangkan", "sementara", '"', "“"})
_RELATIVE = 3
_NO_COUNT = frozenset(
    {"pada", "di", "ke", "tahun", "tanggal", "nomor", "pasal", "ayat", "usia", "umur", "kelas", "pukul", "jam", "yang"}
)


def counts_alone(scene: Scene, figure: Figure, book: Rulebook) -> bool:
    """Tell if a number without a counted noun counts: by a word like `sebanyak` before it, or none behind it it could name."""
    words = scene.vocabulary
    first, last = scene.bounds[figure.segment]
    before = scene.tokens.words[figure.first - 1] if figure.first > first else ""
    after = scene.tokens.words[figure.last] if figure.last < last else ""
    following = scene.tokens.words[figure.last : min(last, figure.last + 2)]
    if after in words["lainnya"] or following[:1] == ("darinya",) or following in _SOME_OF:
        return True
    told = [hit for hit in scene.hits[figure.segment] if figure.last <= hit.first < figure.last + _PREDICATE_REACH]
    told = [hit for hit in told if "," not in scene.tokens.words[figure.last : hit.first]]
    if any(ranked(hit, OUTRIGHT) for hit in told):
        return True
    if any(
        tells(scene, figure)
        for tells in (
            is_cared_for,
            _fares,
            _is_of_most,
            has_share,
            _is_part,
            _listed_with_counted,
            _of_source,
            _of_group,
            _in_brackets,
            _opens_clause,
            _closes_item,
            _closes_relative,
            _closes_deed,
            _heads_names,
        )
    ):
        return True
    if after in words["penutup"] and (
        before in words["terhadap"] or _behind_time(scene, figure) or _behind_label(scene, figure)
    ):
        return True
    if column_of(scene, figure) is not None:
        return True
    row = row_of(scene, figure)
    each = scene.tokens.words[max(first, row[0].first - _EACH_REACH) : row[0].first]
    if len(row) > 1 and not words["masing_masing|berturut_turut"].isdisjoint(each):
        return True
    if years_of_row(scene, row):
        return True
    if not figure.whole and _names_index(scene, figure, book):
        return True
    if after.isalpha() and after not in words["sesudah"] and not (after.startswith("di") and len(after) > _SHORTEST_VERB):
        return False
    if after.startswith("di") and len(after) > _SHORTEST_VERB:
        return True
    if _in_list(scene, figure) or (after in scene.vocabulary["penutup"] and named_before(scene, figure)):
        return True
    return (
        before in words["berjumlah"]
        or figure.quantity.bound != "exact"
        or any(hit.last == figure.first for hit in scene.hits[figure.segment])
    )


def ends_list(scene: Scene, figure: Figure) -> bool:
    """Tell if a person told of is the last of a list of counted ones, and has no name: `empat pria dan seorang perempuan`.

    With nothing but a comma between (`Lima laki-laki, seorang perempuan.`) nothing more is said of that one.
    """
    own = scene.figures[figure.segment]
    at = own.index(figure)
    last = scene.bounds[figure.segment][1]
    if not at or own[at - 1].quantity.unit not in {figure.quantity.unit, "lainnya"}:
        return False
    between = scene.tokens.words[own[at - 1].last : figure.first]
    behind = scene.tokens.words[figure.last : min(last, figure.last + _NAME_REACH)]
    told = next((part.last - figure.last for part in scene.parts[figure.segment] if part.first == figure.last), 0)
    closed = not behind[told:] or behind[told] in scene.vocabulary["penutup"]
    return (
        len(between) <= _LIST_REACH
        and (between[-1:] != (",",) or closed)
        and not scene.vocabulary["daftar"].isdisjoint(between[-1:])
        and scene.vocabulary["bernama"].isdisjoint(behind)
    )


@lru_cache(maxsize=64)  # it is asked several times of each figure of a sentence
def row_of(scene: Scene, figure: Figure) -> Sequence[Figure]:
    """Give the figures that stand in a row with one, joined by nothing but list words: `5, 7 dan 9 kasus`.

    All are counted alike, as far as they tell.
    """
    own = scene.figures[figure.segment]
    at = own.index(figure)
    first = last = at
    while first and _joined(scene, own[first - 1], own[first]):
        first -= 1
    while last + 1 < len(own) and _joined(scene, own[last], own[last + 1]):
        last += 1
    row = own[first : last + 1]
    told = {other.letter for other in row if other.letter != BARE}
    return row if len(told) <= 1 else (figure,)


def _joined(scene: Scene, left: Figure, right: Figure) -> bool:
    """Tell if only words of a list stand between two figures, and what dates the first: `9 (2020), 14 (2021) lalu 20`."""
    dated = {
        token
        for period in scene.periods[left.segment]
        if left.last <= period.first and period.last <= right.first
        for token in range(period.first, period.last)
    }
    if right.first - 1 in dated:
        return False
    between = [scene.tokens.words[token] for token in range(left.last, right.first) if token not in dated]
    if dated:
        between = [word for word in between if word not in _DATING]
    return bool(between) and scene.vocabulary["daftar"].issuperset([word for word in between if word not in _THEN])


def _in_list(scene: Scene, figure: Figure) -> bool:
    """Tell if a number alone is one of a list of labels with numbers: `pecalang 40, yowana 30 dan PKK 20`."""
    first, last = scene.bounds[figure.segment]
    words = scene.tokens.words

    def labelled(other: Figure) -> bool:
        after = words[other.last] if other.last < last else ""
        return (
            other.letter == BARE
            and other.first > first
            and words[other.first - 1].isalpha()
            and after in scene.vocabulary["penutup"]
        )

    alike = [other for other in scene.figures[figure.segment] if labelled(other)]
    return len(alike) > 1 and figure in alike


def _listed_with_counted(scene: Scene, figure: Figure) -> bool:
    """Tell if a number stands in a list behind one that counts: `17 sopir, 10 kondektur dan 3 kernet`, `Batam 45, Natuna 3`."""
    own = scene.figures[figure.segment]
    words = scene.tokens.words
    closed = not scene.vocabulary["penutup"].isdisjoint(words[figure.last : figure.last + 1])
    for left, right in reversed(tuple(pairwise(own[: own.index(figure) + 1]))):
        between = words[left.last : right.first]
        if left.letter == BARE and len(between) > 1 and between[0].isalpha():
            between = between[1:]
        elif right is figure and closed and len(between) > 1 and _is_label(scene, right):
            between = between[:-1]
        if not between or not scene.vocabulary["daftar"].issuperset(between):
            return False
        if left.letter != BARE:
            return left.letter not in {NONE, PERCENT} and left.quantity.unit not in MEASURED
    return False


def _is_label(scene: Scene, figure: Figure) -> bool:
    """Tell if the word before a number alone is a name or a part: `Batam 45, Natuna 3`, `sekolah 33, kampus 4`."""
    named = scene.text[scene.tokens.starts[figure.first - 1]].isupper()
    return named or any(part.last == figure.first for part in scene.parts[figure.segment])


def _of_group(scene: Scene, figure: Figure) -> bool:
    """Tell if a number alone opens the clause that tells some of a group: `Dari 27 pelaku yang ditahan, dua merupakan WNA`."""
    own = scene.figures[figure.segment]
    words = scene.tokens.words
    if own.index(figure) == 0 or words[figure.first - 1] != ",":
        return False
    group = own[own.index(figure) - 1]
    counted = group.letter not in {BARE, NONE, PERCENT} and group.quantity.unit not in MEASURED
    return counted and words[max(0, group.first - 1)] == "dari" and group.quantity.value >= figure.quantity.value


def is_cared_for(scene: Scene, figure: Figure) -> bool:
    """Tell if a verb stands right before a number alone that has people for its object: `melayani 312 jemaah umrah`."""
    first = scene.bounds[figure.segment][0]
    return figure.first > first and scene.tokens.words[figure.first - 1] in scene.vocabulary["merawat"]


def _fares(scene: Scene, figure: Figure) -> bool:
    """Tell if a number alone behind another one opens a clause that says what became of some: `28 tuntas, tiga mangkir`."""
    words = scene.tokens.words
    if scene.figures[figure.segment][0] is figure or words[figure.first - 1] not in scene.vocabulary["batas_bagian"]:
        return False
    return not scene.vocabulary["keadaan"].isdisjoint(words[figure.last : figure.last + 1])


def _is_of_most(scene: Scene, figure: Figure) -> bool:
    """Tell if a number alone closes a clause behind those who are the most: `Yang terbanyak pelajar, 464`."""
    words, (first, last) = scene.tokens.words, scene.bounds[figure.segment]
    if not figure.whole or figure.first - 1 <= first or words[figure.first - 1] != ",":
        return False
    if figure.last < last and words[figure.last] not in scene.vocabulary["penutup"]:
        return False
    label = words[max(first, figure.first - _MOST_REACH) : figure.first - 1]
    return not scene.vocabulary["peringkat_pertama"].isdisjoint(label)


def _in_brackets(scene: Scene, figure: Figure) -> bool:
    """Tell if a number stands in brackets behind one of a list of names: `Rusia (4), Ukraina (2)`."""

    def bracketed(other: Figure) -> bool:
        around = scene.tokens.words[other.first - 1 : other.first], scene.tokens.words[other.last : other.last + 1]
        return around == (("(",), (")",)) and scene.text[scene.tokens.starts[other.first - 2]].isupper()

    own = [other for other in scene.figures[figure.segment] if other.first >= scene.bounds[figure.segment][0] + 2]
    alike = [other for other in own if bracketed(other)]
    return len(alike) > 1 and figure in alike


def _opens_clause(scene: Scene, figure: Figure) -> bool:
    """Tell if a number alone opens a clause that says what some are: `Dua masih sekolah`, `…, yang 14 berupa rekomendasi`."""
    first, last = scene.bounds[figure.segment]
    if figure.last >= last or scene.tokens.words[figure.last] not in scene.vocabulary["perihalnya"]:
        return False
    return figure.first == first or scene.tokens.words[figure.first - 1] in _OPENING


def _behind_time(scene: Scene, figure: Figure) -> bool:
    """Tell if a time stands right before a number alone, or only words that say nothing: `2021: 12`, `tahun kemarin kan 47`."""
    between = scene.vocabulary["penyela|penghubung_bagian"]
    left = figure.first
    while left > scene.bounds[figure.segment][0] and scene.tokens.words[left - 1] in between:
        left -= 1
    return any(left <= period.last <= figure.first for period in scene.periods[figure.segment])


def _behind_label(scene: Scene, figure: Figure) -> bool:
    """Tell if a number alone closes the label of one of several told with numbers: `BNNK Batu delapan`, `hari kedua 183`."""
    if len(scene.figures[figure.segment]) == 1:
        return False
    ordinal = scene.tokens.words[figure.first - 1] in scene.vocabulary["urutan_ke"]
    return ordinal or any(office.last == figure.first for office in scene.offices[figure.segment])


def _closes_relative(scene: Scene, figure: Figure) -> bool:
    """Tell if a number alone closes a clause on those who are or do something: `Yang rampung 27, …`, `sekolah yang minta 26`.

    The clause begins the sentence, or behind a figure; what may be a date or a place in a row is none.
    """
    words, (first, last) = scene.tokens.words, scene.bounds[figure.segment]
    if words[figure.last : min(last, figure.last + 1)] and words[figure.last] not in scene.vocabulary["penutup"]:
        return False
    since = max((other.last for other in scene.figures[figure.segment] if other.last <= figure.first), default=first)
    clause = words[since : figure.first]
    start = max((at + 1 for at, word in enumerate(clause) if word in CLAUSES), default=0)
    opening = clause[start : start + _RELATIVE]
    return "yang" in opening and clause[-1].isalpha() and clause[-1] not in _NO_COUNT and len(clause) - start > 1


def _closes_deed(scene: Scene, figure: Figure) -> bool:
    """Tell if a number alone is all that stands behind what was done with so many: `Sudah terlayani 34.`, `Yang dirujuk 12,`.

    What was done is told without one who did it, and what was not is none: `… belum terlayani 34`.
    """
    words, (first, last) = scene.tokens.words, scene.bounds[figure.segment]
    if figure.first == first or not figure.whole or figure.quantity.value >= _SUM_OF_MONEY:
        return False
    if figure.last >= last or words[figure.last] not in scene.vocabulary["penutup"]:
        return False
    verb = words[figure.first - 1]
    return len(verb) > _SHORTEST_VERB and verb.startswith(_DONE) and verb not in scene.vocabulary["bukan_perbuatan"]


def _heads_names(scene: Scene, figure: Figure) -> bool:
    """Tell if as many names follow a number alone as it says: `Kalau Belu empat: Tulakadi, Silawan, Naekasa, Sadi`."""
    words, last = scene.tokens.words, scene.bounds[figure.segment][1]
    if figure.quantity.value < _NAMES or words[figure.last : figure.last + 1] != (":",):
        return False
    told = range(figure.last + 1, last)
    parted = [at for at in told if words[at] in scene.vocabulary["daftar"]]
    starts = [figure.last + 1, *(at + 1 for at in parted if at + 1 < last and at + 1 not in parted)]
    names = [at for at in starts if at < last and scene.text[scene.tokens.starts[at]].isupper()]
    return len(names) >= figure.quantity.value


def _closes_item(scene: Scene, figure: Figure) -> bool:
    """Tell if a number alone closes a list item that is its label, as one beside it does: `- Bali 40`, `- Badung 12`."""

    def closed(segment: int) -> bool:
        if not 0 <= segment < len(scene.bounds) or scene.segments[segment].kind != "item":
            return False
        first, last = scene.bounds[segment]
        own = scene.figures[segment]
        return len(own) == 1 and own[0].letter == BARE and own[0].last == last and own[0].first > first

    return closed(figure.segment) and (closed(figure.segment - 1) or closed(figure.segment + 1))


def _of_source(scene: Scene, figure: Figure) -> bool:
    """Tell if a number alone came from, or was done by, a body or one named in a list: `48 dari Polres`, `, tiga oleh Tual`.

    In a list the number may stand right before the office: `25 orang oleh BNNK Karo, 22 BNNK Dairi`. So does one that opens
    a sentence, `Tujuh dari Palu, yang lain Makassar`, and one of several told so: `15 dari kampus dan 15 dari perusahaan`.
    """
    first, last = scene.bounds[figure.segment]
    listed = figure.first > first and scene.tokens.words[figure.first - 1] in scene.vocabulary["daftar"]
    listed = listed and figure is not scene.figures[figure.segment][0]
    if listed and any(office.first == figure.last for office in scene.offices[figure.segment]):
        return True
    name = figure.last + 1
    if name >= last or scene.tokens.words[figure.last] not in scene.vocabulary["asal"]:
        return False
    if any(mention.first == name for mention in (*scene.offices[figure.segment], *scene.agencies[figure.segment])):
        return True
    opens = scene.tokens.words[first : figure.first] in _QUOTED and scene.tokens.words[figure.last] == "dari"
    if (listed or opens) and scene.text[scene.tokens.starts[name]].isupper():
        return True
    own = scene.figures[figure.segment]
    numbers = {other.first for other in own}
    sources = [
        other
        for other in own
        if other.letter == BARE
        and scene.tokens.words[other.last : other.last + 1] == ("dari",)
        and other.last + 1 not in numbers
    ]
    return figure in sources and len(sources) > 1


def named_before(scene: Scene, figure: Figure, *ranks: Rank) -> bool:
    """Tell if what is counted stands on the left, with no other figure between: `Berkas yang lengkap menurut jaksa 47`.

    `ranks` are the phrases that tell it beside kinds and nouns.
    """
    others = [other.last for other in scene.figures[figure.segment] if other.last <= figure.first]
    since = max(others, default=scene.bounds[figure.segment][0])
    naming = {Rank.KIND, Rank.NOUN, *ranks}
    return any(since <= hit.first < figure.first and ranked(hit, naming) for hit in scene.hits[figure.segment])


def _is_part(scene: Scene, figure: Figure) -> bool:
    """Tell if a number alone stands right beside a part of a breakdown: `pria 6`, `petani (44)`, `31 ASN`.

    Behind a part it has no noun of its own: `yang sukarela ada 3`, not `yang sukarela ada 3 jaminan`.
    """
    first, last = scene.bounds[figure.segment]
    after = scene.tokens.words[figure.last] if figure.last < last else ""
    named = after.isalpha() and after not in scene.vocabulary["sesudah"] and not after.startswith(_DEEDS)
    left = figure.first
    while left > first and scene.tokens.words[left - 1] in scene.vocabulary["penghubung_bagian"]:
        left -= 1
    parts = scene.parts[figure.segment]
    return any(part.first == figure.last or (part.last == left and not named) for part in parts)


def _names_index(scene: Scene, figure: Figure, book: Rulebook) -> bool:
    return any(
        isinstance(meaning, Cue) and meaning.rank in SAYING and "indeks" in book.indicators.entries[meaning.indicator].units
        for hit in scene.hits[figure.segment]
        for meaning in hit.meanings
    )
