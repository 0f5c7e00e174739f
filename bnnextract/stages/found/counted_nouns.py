"""Nouns before a number alone to the units that it is counted in: those its clause or sentence begins with."""

from __future__ import annotations

from collections.abc import Sequence

from bnnextract.knowledge.units import UnitKey, Units

# How far before a number alone the noun stands that its clause begins with, and within how many words `yang` follows that;
# where clauses begin and end, and before what numbers that count nothing stand.
_SUBJECT_REACH = 10
_SUBJECT = 4
_CLAUSE_ENDS = frozenset({",", ".", ";", ")", '"', "“", "”", "dan", "serta", "sedangkan", "sementara"})
_NO_COUNT = frozenset(
    {"pada", "di", "ke", "tahun", "tanggal", "nomor", "pasal", "ayat", "usia", "umur", "kelas", "pukul", "jam"}
)
# In what those are counted of whom it is told so how many they are; people only behind words that tell a number, as
# `Warga yang tahu silakan hubungi 184` does not, or where their number is spoken of.
_TOLD_SO = frozenset({"lembaga", "desa", "wilayah", "keluarga", "kasus", "berkas", "kegiatan", "dokumen"})
_PEOPLE = "orang"
_SO_MANY = frozenset({"baru", "hanya", "cuma", "ada", "mencapai", "tercatat", "sebanyak", "berjumlah", "tinggal"})
_NUMBER_OF = frozenset({"jumlah", "jumlahnya", "banyaknya", "total"})
# What a thing of those told before ends with, how far behind it its number may stand, and in what it is counted.
_THEIR = "nya"
_OPENING_REACH = 6
_OF_THINGS = frozenset({"batang", "butir", "paket", "lembar", "desa", "lembaga", "titik"})


def unit_of_subject(words: Sequence[str], number: tuple[int, int], bounds: tuple[int, int], units: Units) -> UnitKey | None:
    """Give the unit of the noun that the clause begins with which a number closes: `Sekolah yang kami datangi 20`.

    So it is that of those whose number is spoken of: `… dengan jumlah siswa yang hadir 4.300-an`. `number` and `bounds` are
    the tokens of the number and of its sentence.
    """
    at, end = number
    first, last = bounds
    if end < last and words[end] not in _CLAUSE_ENDS:
        return None
    reach = max(first, at - _SUBJECT_REACH)
    if "yang" not in words[reach:at] or words[at - 1] in _NO_COUNT:
        return None
    for noun in range(at - 1, reach, -1):
        if words[noun - 1] in _NUMBER_OF and "yang" in words[noun + 1 : noun + _SUBJECT]:
            of = _unit_of(words[noun], units)
            return of if of in _TOLD_SO or of == _PEOPLE else None
    start = at
    while start > reach and words[start - 1] not in _CLAUSE_ENDS:
        start -= 1
    if start == reach > first or "yang" not in words[start + 1 : start + _SUBJECT]:
        return None
    unit = _unit_of(words[start], units)
    return unit if unit in _TOLD_SO or (unit == _PEOPLE and words[at - 1] in _SO_MANY) else None


def unit_of_opening(words: Sequence[str], at: int, first: int, units: Units) -> UnitKey | None:
    """Give the unit of the thing of those told before that a sentence opens with, before a number: `Batangnya 11 ribu`."""
    noun = words[first]
    if not noun.endswith(_THEIR) or not 0 < at - first <= _OPENING_REACH:
        return None
    unit = _unit_of(noun.removesuffix(_THEIR), units)
    return unit if unit in _OF_THINGS else None


def _unit_of(noun: str, units: Units) -> UnitKey | None:
    """Give the unit that a noun of one word is counted in."""
    return next((unit.unit for phrase, unit in units.nouns.get(noun, ()) if len(phrase) == 1), None)
