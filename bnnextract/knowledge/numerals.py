"""How numbers are written: number and scale words, currency signs, and what separators in digits mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from pathlib import Path
from typing import Literal

from bnnextract.frozen import frozen
from bnnextract.knowledge.lexicon import expand, expression
from bnnextract.knowledge.patterns import any_of, entries
from bnnextract.knowledge.units import BLANKS, UnitKey
from bnnextract.strict_yaml import Node
from bnnextract.tokens import words_of

Role = Literal[
    "ones",
    "whole",
    "teens",
    "multiplier",
    "scale",
    "one scale",
    "half",
    "point",
    "slang",
    "counted",
    "vague",
    "fraction",
    "short scale",
    "stuck scale",
    "suffix",
    "sign before",
    "sign after",
    "clock before",
    "clock after",
    "short word",
    "zero",
]
Kind = Literal["digits", "words", "zero", "malformed", "fraction", "date", "time", "code"]

# No figure of the field comes near; what is longer is an account or serial number.
LONGEST = 24

GAP = f"[{BLANKS}]"
_LETTERS: Mapping[Role, str] = {
    "teens": "b",
    "half": "h",
    "point": ",",
    "slang": "$",
    "counted": "1",
    "vague": "~",
    "fraction": "/",
}
_SCALES = {10**3: "K", 10**6: "J", 10**9: "M", 10**12: "T"}
_LEADING = frozenset({"ones", "whole", "multiplier", "one scale", "half", "slang", "counted", "vague"})
_SPELLED = _LEADING | {"teens", "scale", "point", "fraction"}

_INDONESIAN = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?")
_ENGLISH = re.compile(r"([1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]+))?")
_POINT = re.compile(r"([0-9]+)\.([0-9]+)")
_EITHER = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")


@frozen()
class Given:
    """What an example text reads as; what is left out is not looked at."""

    text: str
    value: Decimal
    value_max: Decimal | None = None
    unit: UnitKey | None = None


@frozen()
class NumberWords:
    """Words that make numbers in one role.

    `values` are words with their value or factor, `words` those without one. `unit` and `noun` are what the word says
    besides the number: `seorang` is one `orang`. `before` are the words of which one must follow, unless nothing does, or, with
    `closing`, the clause ends. Of
    slang and short scales the unit only holds where no other is named.
    `doubt` tells what else the word may mean. `rejects` are texts that hold no number at all.
    """

    name: str
    role: Role
    examples: tuple[Given, ...]
    rejects: tuple[str, ...]
    node: Node
    values: Mapping[str, int] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    closing: bool = False
    unit: UnitKey | None = None
    noun: str | None = None
    doubt: str | None = None

    @property
    def forms(self) -> tuple[str, ...]:
        """All words of the entry."""
        return (*self.values, *self.words)


@frozen()
class Word:
    """What one word adds to a number.

    `letter` stands for the word where the grammar of number words is matched: `o` one to nine, `z` zero, `w` ten and
    eleven, `c` hundred, `b` teens, `p` tens, `r` hundreds, `K J M T` the scales and `k j m t` one of them, `h` half,
    `,` the decimal point, `$` slang, `1` a counted word, `/` a fraction, `~` vague; `P`, `H` and `V` are vague tens,
    hundreds and scales (`ratusan`) that are about so much after a number.
    """

    letter: str
    value: int
    entry: NumberWords


@frozen()
class Numeral:
    """A number as it stands in a text, before its unit is known.

    `start` and `end` enclose digits or words, scale word and currency sign; `reach` is where the signs end that
    belong to it (`,-` or `-an`). `value` is None where there is no single reading; `kind` then tells why. `core` are
    the digits as written, to be read again once the unit is known, `factor` the scale to read them by. `unit` and
    `noun` are what the numeral itself names, `usual` the unit that it has where no other is named.
    """

    start: int
    end: int
    reach: int
    value: Decimal | None
    kind: Kind
    core: str = ""
    factor: int = 1
    unit: str | None = None
    noun: str | None = None
    usual: str | None = None
    approximate: bool = False
    doubt: str | None = None


@frozen()
class Numerals:
    """All words and signs of numbers, and the patterns that find them in a lower-cased text.

    `digits` finds runs of digits, `words` runs of number words, `zeros` words that say that there is none; those begin with one
    that is `leading`, these with one that is `denying`. `sign` finds a currency sign that ends before digits, `after` what
    belongs to digits on their right. `spelled` are the parts of number words: `sembilanbelas` has two. `scales` are the words
    that may follow digits, `long_scales` those that are no abbreviation.
    """

    entries: tuple[NumberWords, ...]
    digits: re.Pattern[str]
    words: re.Pattern[str]
    zeros: re.Pattern[str]
    leading: frozenset[str]
    denying: frozenset[str]
    sign: re.Pattern[str]
    after: re.Pattern[str]
    clock_before: re.Pattern[str]
    clock_after: re.Pattern[str]
    spelled: Mapping[str, tuple[Word, ...]]
    scales: Mapping[str, NumberWords]
    long_scales: frozenset[str]
    signs: Mapping[str, NumberWords]
    short_words: frozenset[str]


def load_numerals(folders: Sequence[Path]) -> Numerals:
    """Read and compile `numerals.yaml` of the pattern folders. Raises PatternError where it is not as it should be."""
    found = entries(folders, "numerals.yaml", NumberWords)
    spelled = _spelled(found)
    leading = frozenset(word for word, parts in spelled.items() if parts[0].entry.role in _LEADING or parts[0].letter in "PHV")
    zeros = [entry for entry in found if entry.role == "zero"]
    denying = frozenset(words_of(form)[0] for entry in zeros for words in entry.words for form in expand(words))
    spaced, stuck = _forms(found, "multiplier", "scale", "short scale", "slang"), _forms(found, "stuck scale")
    suffix = any_of(_forms(found, "suffix"))
    return Numerals(
        entries=found,
        # A run of digits with all signs that may stand between digits is taken as a whole, so that no part of a date or
        # of a malformed number is ever read as a number of its own.
        digits=re.compile(r"[0-9]++(?:[.,:/\-‐‑][0-9]++)*+"),
        words=re.compile(rf"\b(?:{any_of(leading)})\b(?:{GAP}{{1,3}}(?:{any_of(spelled)})\b)*+"),
        zeros=re.compile(rf"\b(?:{'|'.join(map(_zero, zeros))})"),
        leading=leading,
        denying=denying,
        sign=re.compile(rf"(?<!\w)({any_of(_forms(found, 'sign before'))})[.,:]{{0,2}}{GAP}{{0,2}}\Z"),
        after=re.compile(
            rf"(?:{GAP}{{0,2}}(?P<spaced>{any_of(spaced)})|(?P<stuck>{any_of(stuck)}))(?P<suffix>{suffix})?(?!\w)|(?:{suffix})(?!\w)"
        ),
        clock_before=re.compile(rf"(?<!\w)(?:{any_of(_forms(found, 'clock before'))}){GAP}{{0,2}}\Z"),
        clock_after=re.compile(rf"{GAP}{{0,2}}(?:{any_of(_forms(found, 'clock after'))})(?!\w)"),
        spelled=spelled,
        scales={form: entry for entry in found for form in entry.values if form in {*spaced, *stuck}},
        long_scales=frozenset(_forms(found, "multiplier", "scale")),
        signs={form: entry for entry in found if entry.role in {"sign before", "sign after"} for form in entry.forms},
        short_words=frozenset(_forms(found, "short word")),
    )


def _zero(entry: NumberWords) -> str:
    """Write the pattern of words that say that there is none."""
    phrases = "|".join(expression(phrase, GAP) for phrase in entry.words)
    closing = '|["”’]?[.,;!?)]' if entry.closing else ""
    follow = rf"(?=\W*\Z|\W+(?:{any_of(entry.before)})\b{closing})" if entry.before else ""
    return rf"(?:{phrases})\b{follow}"


def read_digits(core: str, *, whole: bool = False) -> Decimal | None:
    """Read digits with their separators; None where they have no single reading.

    A dot groups thousands and a comma marks decimals, unless only the English usage fits. `whole` tells that the thing
    counted cannot be divided, so that a comma before exactly three digits groups thousands.
    """
    if len(core) > LONGEST:
        return None
    if core.isdigit():
        return Decimal(core)
    if whole and _EITHER.fullmatch(core):
        return Decimal(core.replace(",", ""))
    if match := _INDONESIAN.fullmatch(core) or _POINT.fullmatch(core) or _ENGLISH.fullmatch(core):
        units, decimals = match.groups(default="")
        return exact(int(units.replace(".", "").replace(",", "") + decimals), len(decimals))
    return None


def may_be_thousands(core: str) -> bool:
    """Tell whether the one comma of a digit string may as well group thousands: `82,981`."""
    return "," in core and len(core) <= 7 and _EITHER.fullmatch(core) is not None


def exact(number: int, places: int) -> Decimal:
    """Give `number` with its last `places` digits as decimals: no exponent, no trailing zeros, never rounded."""
    while places and number % 10 == 0:
        number //= 10
        places -= 1
    return Decimal(f"{number}E-{places}") if places else Decimal(number)


def scaled(value: Decimal, factor: int) -> Decimal:
    """Multiply by a scale exactly, whatever the precision of the context."""
    _, digits, exponent = value.as_tuple()
    places = -exponent if isinstance(exponent, int) else 0
    return exact(int("".join(map(str, digits))) * factor * 10 ** max(-places, 0), max(places, 0))


def _spelled(found: Iterable[NumberWords]) -> dict[str, tuple[Word, ...]]:
    """Give the parts of every number word, those written in one among them: `limabelas`, `duapuluh`."""
    words = {
        form: Word(_letter(entry, form), entry.values.get(form, 0), entry)
        for entry in found
        if entry.role in _SPELLED
        for form in entry.forms
    }
    spelled: dict[str, tuple[Word, ...]] = {form: (word,) for form, word in words.items()}
    for last, factor in words.items():
        if factor.entry.role in {"teens", "multiplier", "scale"}:
            for first, word in words.items():
                if word.letter == "o":
                    spelled.setdefault(first + last, (word, factor))
            vague = {"b": "~", "p": "P", "r": "H"}.get(factor.letter, "V")
            spelled.setdefault(f"{last}an", (Word(vague, factor.value, factor.entry),))
    return spelled


def _letter(entry: NumberWords, form: str) -> str:
    value = entry.values.get(form, 0)
    match entry.role:
        case "ones":
            return "o" if value else "z"
        case "whole":
            return "w" if value < 100 else "c"
        case "scale":
            return _SCALES[value]
        case "one scale":
            return _SCALES[value].lower()
        case "multiplier":
            return "p" if value == 10 else "r"
    return _LETTERS[entry.role]


def _forms(found: Iterable[NumberWords], *roles: Role) -> list[str]:
    return [form for entry in found if entry.role in roles for form in entry.forms]
