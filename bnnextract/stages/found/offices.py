"""Text to mentions of BNN offices: where one is named, and what the words by themselves tell of it."""

from __future__ import annotations

from dataclasses import field, replace
from typing import Literal

from bnnextract.frozen import frozen
from bnnextract.knowledge.gazetteer import (
    NATIONAL,
    Gazetteer,
    OfficeForm,
    Part,
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
# `BNN se-Kalimantan Barat`: how all of a province begins, and of how many words its name may be.
_ALL_OF, _LONGEST_NAME = "se-", 4
_RANKS: dict[OfficeLevel | None, int] = {None: 0, "pusat": 0, "provinsi": 1, "kabkota": 2}


@frozen()
class OfficeMention:
    """A place where a text speaks of BNN: its span and tokens (half-open), and what the words by themselves tell.

    `codes` are the offices it may be: one where it is resolved, several where the name fits several regions (provinces
    first), none where it is `bare` (`BNNP`: the article must tell which) or `generic` (`BNN Kabupaten/Kota`: no one
    office). `level` is what the words say of the level, None where nothing (`BNN`) or not which (`BNN Jambi`).
    `written_out` tells that the name stands in full, `local` that the place told last is meant (`BNNK setempat`),
    `house` that it is one where people are cared for, and no office (`Loka Rehabilitasi BNN Batam`).
    `forms` name the entries of `offices.yaml` that it is due to.
    """

    span: Span
    first: int
    last: int
    codes: tuple[str, ...]
    kind: Literal["named", "bare", "generic"]
    level: OfficeLevel | None
    written_out: bool = False
    forms: tuple[str, ...] = ()
    local: bool = False
    house: bool = False


def find_offices(text: str, tokens: Tokens, gazetteer: Gazetteer) -> tuple[OfficeMention, ...]:
    """Find the mentions of BNN offices in a text as read, in order and apart; `tokens` are its words.

    A mention is the longest chain of head, words of level, bracketed abbreviations and place. A place counts only where
    it follows directly, and a common word (`batang`) only capitalised.
    """
    reader = _Reader(text, tokens, gazetteer)
    found: list[OfficeMention] = []
    heads = gazetteer.forms["head"]
    at = 0
    # Most words begin no office name; this passes over them in one go.
    for first in tokens.beginning(heads.keys()):
        if first < at:
            continue
        chain = reader.chain(first)
        mention = None if chain is None else reader.mention(first, chain, found[-1] if found else None)
        if mention is not None:
            found.append(mention)
            at = mention.last
    return tuple(found)


@frozen()
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


@frozen()
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
            return _due(found, unit[1], kind="generic", codes=(), level=None, house=level != "provinsi")
        if found.kind != "bare":
            return found
        if level is None and (whole := self._whole(found)) is not None:
            return whole
        if (here := self.after("local after", found.last)) is not None and level is not None:
            return _due(found, here[1], local=True)
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
