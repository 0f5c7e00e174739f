"""The gazetteer: provinces, regencies and cities with their names, the BNN offices of them, and how offices are named.

Codes and names are Kemendagri's (`patterns/regions.csv`); what the press calls the regions is in
`patterns/place-names.yaml`, the words of office names are in `patterns/offices.yaml`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeVar

from bnnextract.frozen import frozen
from bnnextract.knowledge.patterns import entries, files, place
from bnnextract.model import Level, Office, Span
from bnnextract.strict_yaml import Node, PatternError, load, read
from bnnextract.tokens import Tokens, words_of

T = TypeVar("T")
Phrase = tuple[str, ...]
Phrases = Mapping[str, tuple[tuple[Phrase, T], ...]]

# What an office name, or the words before a place, say of level; `kabkota` is a regency or a city, whichever.
Tier = Literal["pusat", "provinsi", "kabkota", "kota", "kabupaten"]
Part = Literal[
    "head",
    "level",
    "generic",
    "filler",
    "unit",
    "generic before",
    "generic after",
    "local after",
    "join",
    "national before",
    "national after",
]

NATIONAL = "00"
# The digits of the codes of a province, and of a regency or city.
PROVINCE_DIGITS, LOCAL_DIGITS = 2, 4
_COLUMNS = ["code", "level", "name", "province", "office"]
_TITLES: Mapping[str, str] = {"provinsi": "BNN Provinsi", "kota": "BNN Kota", "kabupaten": "BNN Kabupaten"}
_IGNORED = str.maketrans("", "", " -'’‐‑")
_SENTENCE_STARTS_AFTER = frozenset('.!?:"“”')
# Phrases of these parts are looked for backwards from an office, so they are found by their last word.
_BACKWARDS: frozenset[Part] = frozenset({"unit", "generic before", "join", "national before"})


def squeeze(name: str) -> str:
    """Give a name as names are compared: lower case, without spaces, hyphens and apostrophes."""
    return name.lower().translate(_IGNORED)


def adjoins(text: str, tokens: Tokens, at: int) -> bool:
    """Tell whether there is a token at an index and it stands in the same line as the one before it."""
    return 0 < at < len(tokens.words) and "\n" not in text[tokens.ends[at - 1] : tokens.starts[at]]


def phrase_at(table: Phrases[T], words: Phrase, at: int) -> tuple[Phrase, T] | None:
    """Find the longest phrase that begins at a word."""
    if at < len(words):
        for phrase, meaning in table.get(words[at], ()):
            if words[at : at + len(phrase)] == phrase:
                return phrase, meaning
    return None


def phrase_before(table: Phrases[T], words: Phrase, at: int) -> tuple[Phrase, T] | None:
    """Find the longest phrase that ends before a word, in a table by last words."""
    if at > 0:
        for phrase, meaning in table.get(words[at - 1], ()):
            if words[max(at - len(phrase), 0) : at] == phrase:
                return phrase, meaning
    return None


@frozen()
class Region:
    """A province, regency or city: code without dots, canonical name, province's code, whether it has an office."""

    code: str
    level: Level
    name: str
    province: str
    office: bool


@frozen()
class LevelWords:
    """Words that tell the level of the place after them: as part of it (`Kota Jambi`) or not (`Bupati Bungo`)."""

    within: tuple[str, ...]
    before: tuple[str, ...]


@frozen()
class PlaceNames:
    """The `place-names.yaml` of one pattern folder, which explains its keys."""

    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    common: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    not_places: tuple[str, ...] = ()
    levels: Mapping[Tier, LevelWords] = field(default_factory=dict)
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    office_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seats: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@frozen()
class OfficeExample:
    """A text and what its first office mention is: the canonical names it fits, or its kind with its level."""

    text: str
    gives: tuple[str, ...]


@frozen()
class OfficeForm:
    """Words that play one part in the naming of offices; `patterns/offices.yaml` explains the parts and keys.

    Of an example's mentions the first that is due to this form is what it `gives`; in a reject none is due to it.
    """

    name: str
    part: Part
    words: tuple[str, ...]
    examples: tuple[OfficeExample, ...]
    rejects: tuple[str, ...]
    node: Node
    level: Tier | None = None
    needs_place: bool = False
    written_out: bool = False
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    across: bool = False

    def __post_init__(self) -> None:
        if self.part == "level" and self.level is None:
            raise ValueError(f"{self.name!r} is of the part 'level' and has no 'level'; write which one its words tell")


@frozen()
class PlaceMention:
    """A place in a text: its tokens, half-open, with the word of level that is part of it, and its possible codes."""

    span: Span
    first: int
    last: int
    codes: tuple[str, ...]


@frozen()
class Gazetteer:
    """Regions by code, codes by squeezed name, and the words of places and offices.

    `names` have the codes they fit, provinces first; phrases that are no place have none. `office_names` are all that may
    follow the words of an office. `beginnings` are those of both. `cues` are the words of level before a place, each with
    whether it is part of it; `openings` are what a place may begin with, a name or such a word. `forms` are the words of
    offices by their part. `seats` are towns, one word each, with the region that is governed from there.
    """

    regions: Mapping[str, Region]
    names: Mapping[str, tuple[str, ...]]
    office_names: Mapping[str, tuple[str, ...]]
    beginnings: frozenset[str]
    common: frozenset[str]
    verbs: frozenset[str]
    cues: Phrases[tuple[Tier, bool]]
    openings: frozenset[str]
    entries: tuple[OfficeForm, ...]
    forms: Mapping[Part, Phrases[OfficeForm]]
    seats: Mapping[str, str]

    def office_of(self, code: str) -> Office:
        """Give the office of a region's code, `00` for the national one. Raises KeyError for a code that is none."""
        if code == NATIONAL:
            return Office("BNN RI", NATIONAL, "pusat", None)
        region = self.regions[code]
        return _office(code, region.level, region.name, self.regions[region.province].name)

    def codes(self, name: str, tier: Tier | None = None) -> tuple[str, ...]:
        """Give the codes that a name fits, of a level where one is told; none where the name is unknown."""
        return self.of_tier(self.office_names.get(squeeze(name), ()), tier)

    def of_tier(self, codes: tuple[str, ...], tier: Tier | None) -> tuple[str, ...]:
        """Keep the codes of a level. Writers confuse city and regency: where none is the one, the others stay."""
        if tier is None:
            return codes
        if tier in {"pusat", "provinsi"}:
            return tuple(code for code in codes if len(code) == PROVINCE_DIGITS and tier == "provinsi")
        local = tuple(code for code in codes if len(code) == LOCAL_DIGITS)
        return tuple(code for code in local if self.regions[code].level == tier) or local

    def match(self, text: str, tokens: Tokens, first: int, *, office: bool = False) -> tuple[int, tuple[str, ...]] | None:
        """Find the longest name that begins at a token and stands in one line: the token after it, and its codes.

        `office` tells that the words of an office stand before it, which allows the names that count only there.
        """
        names = self.office_names if office else self.names
        found, key = None, ""
        for at in range(first, len(tokens.words)):
            word = tokens.words[at].translate(_IGNORED)
            key += word
            if key not in self.beginnings or (at > first and not adjoins(text, tokens, at)):
                break
            if word and key in names:
                found = (at + 1, names[key])
        return found

    def find_places(self, text: str, tokens: Tokens) -> tuple[PlaceMention, ...]:
        """Find the places that a text names, in order and apart; `text` is the text as read, `tokens` its words.

        Many names are words too (`batu`, `bone`, `pati`), so a name counts only where it is capitalised or a word of
        level stands before it (`kota batu`); a common word must be capitalised within a sentence, not at its start.
        """
        found, reach = [], 0
        # Most words begin no name; this passes over them in one go.
        for at in tokens.beginning(self.openings):
            if at < reach:
                continue
            if (name := self.match(text, tokens, at)) is not None:
                last, codes = name
                if codes and self._stands_out(text, tokens, at, last):
                    found.append(PlaceMention(tokens.span(at, last), at, last, codes))
                reach = last
            elif (place := self._levelled(text, tokens, at)) is not None:
                found.append(place)
                reach = place.last
        return tuple(found)

    def find_seats(self, text: str, tokens: Tokens) -> tuple[PlaceMention, ...]:
        """Find the towns that a text names from which a region is governed: `di Limboto` is in Kabupaten Gorontalo."""
        return tuple(
            PlaceMention(tokens.span(at, at + 1), at, at + 1, (self.seats[word],))
            for at, word in enumerate(tokens.words)
            if word in self.seats and text[tokens.starts[at]].isupper()
        )

    def _levelled(self, text: str, tokens: Tokens, at: int) -> PlaceMention | None:
        """Read a word of level with the name after it."""
        cue = phrase_at(self.cues, tokens.words, at)
        if cue is None:
            return None
        phrase, (tier, within) = cue
        begin = at + len(phrase)
        name = self.match(text, tokens, begin) if adjoins(text, tokens, begin) else None
        if name is None or not name[1]:
            return None
        last, codes = name
        first = at if within else begin
        return PlaceMention(tokens.span(first, last), first, last, self.of_tier(codes, tier) or codes)

    def _stands_out(self, text: str, tokens: Tokens, first: int, last: int) -> bool:
        if not text[tokens.starts[first]].isupper():
            return False
        if squeeze("".join(tokens.words[first:last])) not in self.common:
            return True
        return adjoins(text, tokens, first) and tokens.words[first - 1] not in _SENTENCE_STARTS_AFTER


def load_gazetteer(folders: Sequence[Path]) -> Gazetteer:
    """Read `regions.csv`, `place-names.yaml` and `offices.yaml` from the pattern folders.

    A later folder adds names, and adds or replaces regions and forms. Raises PatternError where they are not as they
    should be, or name a code that no region has.
    """
    regions: dict[str, Region] = {}
    for path in files(folders, "regions.csv"):
        for line, region in _regions(path):
            regions[region.code] = region
            if region.province not in regions:
                raise PatternError(
                    path, line, 1, f"no province has the code {region.province!r}; correct it or write its line before"
                )
    tables = tuple(_place_names(path, regions) for path in files(folders, "place-names.yaml"))
    spellings: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for word, others in table.spellings.items():
            spellings[word] = (*spellings.get(word, ()), *others)
    own = [(region.name, region.code) for region in regions.values()]
    names = _by_name([*own, *(name for table in tables for name in _pairs(table.names))], spellings)
    office_names = _by_name([*own, *(name for table in tables for name in _pairs(table.names, table.office_names))], spellings)
    not_places = {squeeze(phrase): () for table in tables for phrase in table.not_places}
    cues = [
        (word, (tier, within))
        for table in tables
        for tier, words in table.levels.items()
        for within, group in ((True, words.within), (False, words.before))
        for word in group
    ]
    forms = entries(folders, "offices.yaml", OfficeForm)
    beginnings = frozenset(key[:end] for key in (*not_places, *office_names) for end in range(1, len(key) + 1))
    before = _phrases(cues, 0)
    return Gazetteer(
        regions=regions,
        names=not_places | names,
        office_names=office_names,
        beginnings=beginnings,
        common=frozenset(squeeze(name) for table in tables for name in table.common),
        verbs=frozenset(squeeze(name) for table in tables for name in table.verbs),
        cues=before,
        openings=beginnings.union(before),
        entries=forms,
        forms={part: _phrases(_of_part(forms, part), -1 if part in _BACKWARDS else 0) for part in Part.__args__},  # type: ignore[attr-defined]
        seats={seat: code for table in tables for code, seats in table.seats.items() for seat in seats},
    )


@lru_cache(maxsize=64)  # an article tells of few offices in many figures
def _office(code: str, level: Level, name: str, province: str) -> Office:
    return Office(f"{_TITLES[level]} {name}", code, level, province)


def _regions(path: Path) -> Iterator[tuple[int, Region]]:
    """Read the regions of a file, each with its line."""
    lines = csv.reader(path.read_text(encoding="utf-8").splitlines())
    if next(lines, None) != _COLUMNS:
        raise PatternError(path, 1, 1, f"the columns are not {', '.join(_COLUMNS)}; write them so")
    for number, row in enumerate(lines, 2):
        match row:
            case [code, "provinsi" | "kota" | "kabupaten" as level, name, province, "yes" | "" as office] if code and name:
                yield number, Region(code, level, name, province, office == "yes")
            case _:
                raise PatternError(
                    path,
                    number,
                    1,
                    "no region; write code, provinsi|kota|kabupaten, name, province code, yes or nothing",
                )


def _place_names(path: Path, regions: Mapping[str, Region]) -> PlaceNames:
    root = load(path)
    table = read(PlaceNames, root)
    for key in ("names", "office_names", "seats"):
        for code in getattr(table, key):
            if code not in regions:
                raise place(place(root, key), code).key_error(f"no region has the code {code!r}; correct it")
    return table


def _pairs(*tables: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    return ((name, code) for table in tables for code, names in table.items() for name in names)


def _by_name(pairs: Iterable[tuple[str, str]], spellings: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Sort codes by squeezed name, in every spelling of its words; provinces come first."""
    table: dict[str, set[str]] = {}
    for name, code in pairs:
        for spelt in _spelt(name.lower(), spellings):
            table.setdefault(squeeze(spelt), set()).add(code)
    return {name: tuple(sorted(codes, key=lambda code: (len(code), code))) for name, codes in table.items()}


def _spelt(name: str, spellings: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    yield name
    for word, others in spellings.items():
        if word in name:
            yield from (name.replace(word, other) for other in others)


def _of_part(forms: Iterable[OfficeForm], part: Part) -> Iterator[tuple[str, OfficeForm]]:
    return ((word, form) for form in forms if form.part == part for word in form.words)


def _phrases(found: Iterable[tuple[str, T]], key: Literal[0, -1]) -> Phrases[T]:
    """Sort phrases by their first or last word, the longest first; of a phrase given twice the first counts."""
    phrases: dict[Phrase, T] = {}
    for phrase, meaning in found:
        phrases.setdefault(words_of(phrase), meaning)
    table: dict[str, list[tuple[Phrase, T]]] = {}
    for words in sorted(phrases, key=len, reverse=True):
        table.setdefault(words[key], []).append((words, phrases[words]))
    return {word: tuple(group) for word, group in table.items()}
