"""Text to offices: every mention of a BNN office, and which office each one means in its article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from bnnextract.knowledge.gazetteer import (
    NATIONAL,
    Gazetteer,
    OfficeForm,
    Part,
    PlaceMention,
    Tier,
    adjoins,
    phrase_at,
    phrase_before,
    squeeze,
)
from bnnextract.model import Span
from bnnextract.tokens import Tokens

OfficeLevel = Literal["pusat", "provinsi", "kabkota"]

# How many words before a bare mention a cue of the national office is looked for.
_CUE_REACH = 6
# How far into an article its first office may be named for the article to be about it: code points.
_PROVINCE = 2
# `BNN se-Kalimantan Barat`: how all of a province begins, and of how many words its name may be.
_ALL_OF, _LONGEST_NAME = "se-", 4
_LEAD = 700
_RANKS: dict[OfficeLevel | None, int] = {None: 0, "pusat": 0, "provinsi": 1, "kabkota": 2}


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """A place where a text speaks of BNN: its span and tokens (half-open), and what the words by themselves tell.

    `codes` are the offices it may be: one where it is resolved, several where the name fits several regions (provinces
    first), none where it is `bare` (`BNNP`: the article must tell which) or `generic` (`BNN Kabupaten/Kota`: no one
    office). `level` is what the words say of the level, None where nothing (`BNN`) or not which (`BNN Jambi`).
    `written_out` tells that the name stands in full. `forms` name the entries of `offices.yaml` that it is due to.
    """

    span: Span
    first: int
    last: int
    codes: tuple[str, ...]
    kind: Literal["named", "bare", "generic"]
    level: OfficeLevel | None
    written_out: bool = False
    forms: tuple[str, ...] = ()


class Resolution(NamedTuple):
    """A mention with the code of the office it means, None where it is none or cannot be told, and what is in doubt."""

    mention: OfficeMention
    code: str | None
    doubt: str | None


def find_offices(text: str, tokens: Tokens, gazetteer: Gazetteer) -> tuple[OfficeMention, ...]:
    """Find the mentions of BNN offices in a text as read, in order and apart; `tokens` are its words.

    A mention is the longest chain of head, words of level, bracketed abbreviations and place. A place counts only where
    it follows directly, and a common word (`batang`) only capitalised.
    """
    reader = _Reader(text, tokens, gazetteer)
    found: list[OfficeMention] = []
    heads = gazetteer.forms["head"]
    at = 0
    for first, word in enumerate(tokens.words):
        # Most words begin no office name; this settles them without a call.
        if first < at or (word not in heads and "-" not in word):
            continue
        chain = reader.chain(first)
        mention = None if chain is None else reader.mention(first, chain, found[-1] if found else None)
        if mention is not None:
            found.append(mention)
            at = mention.last
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Chain:
    """An office name as far as it is read: the token after it, the level, the codes and the entries it is due to."""

    last: int
    tier: Tier | None
    head: OfficeForm
    codes: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    generic: bool = False
    level_word: bool = False

    def upon(self, last: int, form: OfficeForm | None = None, **changes: object) -> _Chain:
        """Give the chain read on to a token, by an entry if one is given."""
        forms = self.forms if form is None else (*self.forms, form.name)
        return replace(self, last=last, forms=forms, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    tokens: Tokens
    gazetteer: Gazetteer
    words: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", self.tokens.words)

    def after(self, part: Part, at: int) -> tuple[int, OfficeForm] | None:
        """Find words of a part at a token, in the line of the one before it: the token after them and their entry."""
        found = phrase_at(self.gazetteer.forms[part], self.words, at) if adjoins(self.text, self.tokens, at) else None
        return (at + len(found[0]), found[1]) if found else None

    def chain(self, at: int, *, bracketed: bool = False) -> _Chain | None:
        """Read the office name that begins at a token. In brackets a word may begin like an abbreviation."""
        chain = self._head(at, bracketed=bracketed)
        while chain is not None:
            further = self._place(chain) or self._bracket(chain) or self._level(chain)
            if further is None:
                break
            chain = further
            if chain.codes:
                return self._bracket(chain) or chain
        return chain

    def _head(self, at: int, *, bracketed: bool) -> _Chain | None:
        heads = self.gazetteer.forms["head"]
        if (found := phrase_at(heads, self.words, at)) is not None:
            phrase, form = found
            return _Chain(at + len(phrase), form.level, form, forms=(form.name,))
        word, hyphen, rest = self.words[at].partition("-")
        if hyphen and (found := phrase_at(heads, (word,), 0)) is not None:
            return self._hyphenated(_Chain(at + 1, found[1].level, found[1], forms=(found[1].name,)), rest)
        if bracketed:
            known = [
                form
                for form in self.gazetteer.entries
                for start in form.starts
                if form.part == "head" and word.startswith(start)
            ]
            if known:
                form = max(known, key=lambda form: len(form.starts[0]))
                return _Chain(at + 1, form.level, form, forms=(form.name,))
        return None

    def _hyphenated(self, head: _Chain, rest: str) -> _Chain:
        """Read what is hyphenated to a head: a place, a word of level, or a partner (`BNN-Polri`)."""
        if codes := self.gazetteer.codes(rest, head.tier):
            return head.upon(head.last, codes=codes)
        if (found := phrase_at(self.gazetteer.forms["level"], (rest,), 0)) and head.tier is None:
            return head.upon(head.last, found[1], tier=found[1].level)
        return head

    def _place(self, chain: _Chain) -> _Chain | None:
        at, form = chain.last, None
        if (filler := self.after("filler", at)) is not None:
            at, form = filler
        if (
            not adjoins(self.text, self.tokens, at)
            or (found := self.gazetteer.match(self.text, self.tokens, at, office=True)) is None
        ):
            return None
        last, codes = found
        name = squeeze("".join(self.words[at:last]))
        if name in self.gazetteer.verbs and chain.tier is None:
            return None
        if name in self.gazetteer.common and not self._capital(at):
            return None
        codes = self.gazetteer.of_tier(codes, chain.tier)
        return chain.upon(last, form, codes=codes, generic=False) if codes else None

    def _bracket(self, chain: _Chain) -> _Chain | None:
        """Read a bracket that holds nothing but the office's abbreviation, other name or the place's."""
        opening = chain.last
        if not adjoins(self.text, self.tokens, opening) or self.words[opening] != "(" or opening + 1 == len(self.words):
            return None
        inner = self.chain(opening + 1, bracketed=True)
        if inner is not None and self._closed(inner.last):
            tier = _narrowed(chain.tier, inner.tier)
            if tier is None and chain.tier != inner.tier:
                return None
            codes = self.gazetteer.of_tier(chain.codes or inner.codes, tier)
            return replace(chain, last=inner.last + 1, tier=tier, codes=codes, forms=(*chain.forms, *inner.forms))
        place = self.gazetteer.match(self.text, self.tokens, opening + 1, office=True)
        if place is not None and self._closed(place[0]) and not set(place[1]).isdisjoint(chain.codes):
            return chain.upon(place[0] + 1)
        return None

    def _closed(self, at: int) -> bool:
        return at < len(self.words) and self.words[at] == ")"

    def _level(self, chain: _Chain) -> _Chain | None:
        if chain.generic:
            return None
        if (found := self.after("generic", chain.last)) is not None:
            last, form = found
            return chain.upon(last, form, tier=form.level or chain.tier, generic=True)
        if (found := self.after("level", chain.last)) is not None:
            last, form = found
            if (tier := _narrowed(chain.tier, form.level)) is not None:
                return chain.upon(last, form, tier=tier, level_word=True)
        return None

    def _capital(self, at: int) -> bool:
        return self.text[self.tokens.starts[at]].isupper()

    def mention(self, at: int, chain: _Chain, previous: OfficeMention | None) -> OfficeMention | None:
        """Make the mention of a chain, by what stands around it; None where its head counts only with a place."""
        if chain.head.needs_place and not chain.codes:
            return None
        level = _level_of(chain)
        found = OfficeMention(
            span=self.tokens.span(at, chain.last),
            first=at,
            last=chain.last,
            codes=(NATIONAL,) if level == "pusat" else chain.codes,
            kind="named" if chain.codes or level == "pusat" else "generic" if chain.generic else "bare",
            level=level,
            written_out=chain.head.written_out,
            forms=chain.forms,
        )
        if (unit := phrase_before(self.gazetteer.forms["unit"], self.words, at)) is not None:
            return _due(found, unit[1], kind="generic", codes=(), level=None)
        if found.kind != "bare":
            return found
        if level is None and (whole := self._whole(found)) is not None:
            return whole
        if (form := self._generic(found, previous)) is not None:
            return _due(found, form, kind="generic")
        if (
            chain.level_word
            and level == "kabkota"
            and adjoins(self.text, self.tokens, found.last)
            and self._capital(found.last)
        ):
            return replace(found, kind="generic")
        if level is None and (form := self._national(found)) is not None:
            return _due(found, form, kind="named", codes=(NATIONAL,), level="pusat")
        return found

    def _whole(self, found: OfficeMention) -> OfficeMention | None:
        """Read `BNN se-NTB`, the offices of a province together, for that province's."""
        at = found.last
        if not adjoins(self.text, self.tokens, at) or not self.words[at].startswith(_ALL_OF):
            return None
        for last in range(min(at + _LONGEST_NAME, len(self.words)), at, -1):
            name = " ".join(self.words[at:last]).removeprefix(_ALL_OF)
            if codes := self.gazetteer.codes(name, "provinsi"):
                return replace(found, last=last, span=self.tokens.span(found.first, last), codes=codes, kind="named")
        return None

    def _generic(self, found: OfficeMention, previous: OfficeMention | None) -> OfficeForm | None:
        """Find what tells that a bare mention means no one office."""
        forms = self.gazetteer.forms
        if (before := phrase_before(forms["generic before"], self.words, found.first)) is not None:
            return before[1]
        if (after := self.after("generic after", found.last)) is not None:
            return after[1]
        if adjoins(self.text, self.tokens, found.last):
            for form in self.gazetteer.entries:
                if form.part == "generic after" and form.starts and self.words[found.last].startswith(form.starts):
                    return form
        join = phrase_before(forms["join"], self.words, found.first)
        if join is None or previous is None or previous.last != found.first - len(join[0]):
            return None
        return join[1] if _RANKS[previous.level] < _RANKS[found.level] else None

    def _national(self, found: OfficeMention) -> OfficeForm | None:
        """Find what tells that a bare mention of no level means the national office."""
        forms = self.gazetteer.forms
        if (after := self.after("national after", found.last)) is not None:
            return after[1]
        for end in range(found.first, max(found.first - _CUE_REACH, 0), -1):
            if (before := phrase_before(forms["national before"], self.words, end)) is not None:
                between = self.words[end : found.first]
                form = before[1]
                if form.across or all(word[0].isalpha() for word in between):
                    return form if set(between).isdisjoint(form.stops) else None
        return None


def _due(found: OfficeMention, form: OfficeForm, **changes: object) -> OfficeMention:
    return replace(found, forms=(*found.forms, form.name), **changes)  # type: ignore[arg-type]


def _narrowed(known: Tier | None, told: Tier | None) -> Tier | None:
    """Give the level that is known once another word has told one; None where the two contradict each other."""
    if known is None or told is None or known == told:
        return known or told
    if "provinsi" in {known, told} or "pusat" in {known, told}:
        return None
    return known if told == "kabkota" else told


def _level_of(chain: _Chain) -> OfficeLevel | None:
    if chain.codes:
        lengths = {len(code) for code in chain.codes}
        return "provinsi" if lengths == {2} else "kabkota" if lengths == {4} else None
    match chain.tier:
        case "kota" | "kabupaten" | "kabkota":
            return "kabkota"
        case tier:
            return tier


def resolve_offices(
    mentions: Sequence[OfficeMention], gazetteer: Gazetteer, places: Sequence[PlaceMention] = (), *, lead: int = 0
) -> tuple[Resolution, ...]:
    """Decide which office each mention of one article means.

    `places` are the places that the article names, and its lead begins at `lead`, behind headlines.

    - A name that fits several regions is the one that another mention or a place of the article settles; else the
      province, or the only one where an office is known, with a doubt; else none, with a doubt.
    - Bare `BNNP` is the province office named last before it, else first after it; else, with a doubt, that of the
      province of the article's other offices or places. Bare `BNNK` likewise is the city or regency office.
    - Bare `BNN` is the office meant last, where the article is about a local office: it names one in its lead, before
      it names or introduces the national one. Else it is the national office.
    - A generic mention is none.
    """
    named = [_named(mention, mentions, gazetteer, places) for mention in mentions]
    levelled = [
        _levelled(index, named, gazetteer, places) if mention.kind == "bare" and mention.level is not None else named[index]
        for index, mention in enumerate(mentions)
    ]
    # A headline cuts names short: it counts only where the lead names no office.
    local = _is_local([mention for mention in mentions if mention.span.start >= lead])
    if local is None:
        local = _is_local(mentions) or False
    return tuple(
        _unlevelled(index, levelled, gazetteer, local=local)
        if mention.kind == "bare" and mention.level is None
        else levelled[index]
        for index, mention in enumerate(mentions)
    )


def _named(
    mention: OfficeMention, mentions: Sequence[OfficeMention], gazetteer: Gazetteer, places: Sequence[PlaceMention]
) -> Resolution:
    if len(mention.codes) < 2:
        return Resolution(mention, mention.codes[0] if mention.codes else None, None)
    certain = [other.codes[0] for other in mentions if len(other.codes) == 1]
    told = [place.codes[0] for place in places if len(place.codes) == 1]
    provinces = {gazetteer.regions[code].province for code in (*certain, *told) if code != NATIONAL}
    for choices in (set(certain), set(told)):
        if (code := _only(code for code in mention.codes if code in choices)) is not None:
            return Resolution(mention, code, None)
    local = [code for code in mention.codes if len(code) == 4]
    if len(local) == len(mention.codes):
        near = [code for code in local if gazetteer.regions[code].province in provinces]
        if len({gazetteer.regions[code].province for code in local}) > 1 and len(near) == 1:
            return Resolution(mention, near[0], None)
    names = " or ".join(gazetteer.office_of(code).name for code in mention.codes)
    province = next((code for code in mention.codes if len(code) == 2), None)
    known = _only(code for code in mention.codes if gazetteer.regions[code].office)
    return Resolution(mention, province or known, f"the name fits {names}")


def _levelled(index: int, named: Sequence[Resolution], gazetteer: Gazetteer, places: Sequence[PlaceMention]) -> Resolution:
    """Resolve a bare mention that tells its level."""
    mention = named[index].mention
    length = 2 if mention.level == "provinsi" else 4
    code = _nearest(index, named, lambda code: len(code) == length and code != NATIONAL)
    if code is not None:
        return Resolution(mention, code, None)
    other = _nearest(index, named, lambda code: code != NATIONAL)
    if length == 2 and other is not None:
        return Resolution(mention, gazetteer.regions[other].province, "the province of the office that the article names")
    told = [place.codes[0] for place in places if len(place.codes) == 1]
    if length == 2:
        told = [gazetteer.regions[code].province for code in told]
    code = _only(code for code in told if len(code) == length)
    if code is not None:
        return Resolution(mention, code, "the office is taken from the place that the article names")
    return Resolution(mention, None, "the article does not tell of which place the office is")


def _is_local(mentions: Sequence[OfficeMention]) -> bool | None:
    """Tell whether an article is about local offices: one is named in its lead before the national one is.

    None where neither is.
    """
    for mention in mentions:
        if mention.span.start > _LEAD:
            return None
        if mention.kind == "named":
            return mention.codes != (NATIONAL,)
        if mention.kind == "bare":
            if mention.level is not None:
                return True
            if mention.written_out:
                return False
    return None


def _unlevelled(index: int, resolved: Sequence[Resolution], gazetteer: Gazetteer, *, local: bool) -> Resolution:
    """Resolve bare `BNN`: behind a list of a province's offices it is the province's, where the article names that one."""
    mention = resolved[index].mention
    code = _nearest(index, resolved, lambda _: True) if local else None
    named = [one.code for one in reversed(resolved[:index]) if one.code and one.mention.kind == "named"]
    if code is not None and len(code) > _PROVINCE and len(named) > 1 and named[1] != code:
        province = gazetteer.regions[code].province
        if named[1].startswith(province) and province in named:
            code = province
    return Resolution(mention, code or NATIONAL, None)


def _nearest(index: int, resolved: Sequence[Resolution], fits: Callable[[str], bool]) -> str | None:
    """Give the fitting code of the last mention before one, else of the first after it."""
    around: Iterator[Resolution] = iter((*reversed(resolved[:index]), *resolved[index + 1 :]))
    return next((one.code for one in around if one.code is not None and fits(one.code)), None)


def _only(codes: Iterable[str]) -> str | None:
    distinct = set(codes)
    return distinct.pop() if len(distinct) == 1 else None
