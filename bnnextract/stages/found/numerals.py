"""From the text to its numerals: all that is written in digits or number words, with scale and currency sign."""

from __future__ import annotations

import re
from decimal import Decimal
from operator import methodcaller
from typing import NamedTuple

from bnnextract.knowledge.numerals import GAP, Kind, Numeral, Numerals, Word, exact, read_digits, scaled
from bnnextract.knowledge.units import BLANKS
from bnnextract.tokens import Tokens

_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_DATE = re.compile(
    r"[0-9]{1,2}[/.\-‐‑][0-9]{1,2}[/.\-‐‑](?:[0-9]{4}|[0-9]{2})|[0-9]{4}([/.\-‐‑])[0-9]{1,2}\1[0-9]{1,2}"
    r"|(?:[0-2]?[0-9]|3[01])/(?:0?[0-9]|1[0-2])|(?:0?[1-9]|1[0-2])[/\-‐‑](?:19|20)[0-9]{2}"
)
_CLOCK = re.compile(r"[0-9]{1,2}[.:][0-9]{2}(?::[0-9]{2})?(?:[\-‐‑][0-9]{1,2}[.:][0-9]{2})?")
_REST = re.compile(rf"{GAP}([0-9]{{1,3}})(?![0-9]|[.,:/\-‐‑%][0-9]|{GAP}?%)")
_MONEY_TAIL = re.compile(r"[.,]-+")
_BLANK = re.compile(GAP)
_HYPHEN = re.compile("[-‐‑]")
_GLUE = frozenset("/_#@\\")
# Letters stuck to digits are a code (`p21`, `jd06`) where they are few, a word where they are many (`dengan17`).
_LONGEST_CODE = 4
_FAR_BACK = 24
_LONGEST_SIGN = 8
_PHONE = 6

# The grammar of number words, over the letters that stand for them.
_TENS = "(?:o[bpP](?:(?<=p)o(?![bprPH]))?|w|o(?![bprPH]))"
_HUNDREDS = f"(?:(?:o[rH]|[cr]){_TENS}?|{_TENS})"
_AMOUNT = f"(?:{_HUNDREDS}h?|h)"
_SCALED = "".join(f"(?:(?:{_AMOUNT}K|k|{_AMOUNT}){scale}|{scale.lower()})?" for scale in "TMJ")
_DECIMALS = f"(?:{_TENS}|z)"
_NUMBER = re.compile(
    rf"(?P<counted>1)|(?P<vague>[~PHV][bprKJMTPHV]*)|(?P<slang>{_HUNDREDS}?\$)"
    rf"|(?P<number>z|{_SCALED}(?:{_AMOUNT}K|k)?(?:{_AMOUNT}V?)?)"
    rf"(?P<decimals>(?<=[^,]),{_DECIMALS}{{1,6}}[KJMT]?)?(?P<fraction>/)?"
)
_DECIMAL = re.compile(_DECIMALS)


def find_numerals(lowered: str, tokens: Tokens, numerals: Numerals) -> tuple[Numeral, ...]:
    """Find the numerals of a lower-cased text, in order; `tokens` are its words.

    Codes, dates and times of day are among them, without value, so that their digits are nothing else; so are
    numerals that have no single reading. Vague words (`puluhan`) are not.
    """
    matches = [
        *numerals.digits.finditer(lowered),
        *tokens.matches(numerals.words, lowered, numerals.leading),
        *tokens.matches(numerals.zeros, lowered, numerals.denying),
    ]
    found: list[Numeral] = []
    reach = 0
    for match in sorted(matches, key=methodcaller("start")):
        if match.start() >= reach:
            if match.re is numerals.zeros:
                found.append(Numeral(*match.span(), match.end(), Decimal(0), "zero"))
            else:
                is_word = match.re is numerals.words
                found += _read_words(lowered, match, numerals) if is_word else _read_run(lowered, match, numerals)
            reach = found[-1].reach if found else 0
    return tuple(found)


def _read_run(lowered: str, match: re.Match[str], numerals: Numerals) -> list[Numeral]:
    """Read one run of digits: one number, the two ends of a range, or no number at all."""
    start, end = match.span()
    run = match.group()
    sign = numerals.sign.search(lowered, max(0, start - _LONGEST_SIGN), start)
    first = sign.start() if sign else start
    unit = noun = None
    if sign:
        entry = numerals.signs[sign[1]]
        unit, noun = entry.unit, entry.noun
    kind = (None if sign else _glued_before(lowered, start, numerals)) or _date_or_code(lowered, start, end, run, numerals)
    if kind:
        return [Numeral(first, end, end, None, kind, run)]
    hyphen = _HYPHEN.search(run)
    if hyphen is None:
        return [_with_tail(lowered, first, start, end, unit, noun, numerals)]
    low, cut = run[: hyphen.start()], start + hyphen.start()
    value = read_digits(low)
    left = Numeral(first, cut, cut, value, "malformed" if value is None else "digits", low, unit=unit, noun=noun)
    return [left, _with_tail(lowered, cut + 1, cut + 1, end, None, None, numerals)]


def _glued_before(lowered: str, start: int, numerals: Numerals) -> Kind | None:
    """Tell whether what stands before digits makes them part of a code: `p21`, `cb-13`, `p.21`, `sp/12`."""
    before = lowered[start - 1] if start else " "
    if before.isalpha():
        letters = _LETTERS_BEFORE.search(lowered, max(0, start - _FAR_BACK), start)
        word = letters.group() if letters else ""
        return "code" if len(word) <= _LONGEST_CODE and word not in numerals.short_words else None
    if before == ".":
        letters = _LETTERS_BEFORE.search(lowered, max(0, start - 4), start - 1)
        return "code" if letters and len(letters.group()) <= 2 else None
    if before in "-‐‑":
        letters = _LETTERS_BEFORE.search(lowered, max(0, start - _FAR_BACK), start - 1)
        return "code" if letters and letters.group() not in numerals.long_scales else None
    if before == "/" and lowered[start:].lstrip("0123456789.,")[:1] != "/":
        letters = _LETTERS_BEFORE.search(lowered, max(0, start - _FAR_BACK), start - 1)
        return None if letters and len(letters.group()) > _LONGEST_CODE else "code"  # `40 kasus/52 tersangka`
    return "code" if before in _GLUE else None


def _date_or_code(lowered: str, start: int, end: int, run: str, numerals: Numerals) -> Kind | None:
    """Tell what a run of digits is by its own shape, where it is no number."""
    if run.isdigit():
        return "code" if len(run) >= _PHONE and run[0] == "0" else None
    if _CLOCK.fullmatch(run) and (
        ":" in run
        or numerals.clock_after.match(lowered, end)
        or numerals.clock_before.search(lowered, max(0, start - _FAR_BACK), start)
    ):
        return "time"
    if _DATE.fullmatch(run):
        return "date"
    parts = len(_HYPHEN.findall(run))
    if "/" in run or ":" in run or parts > 1 or (parts and run[0] == "0" and run[1:2].isdigit() and len(run) > _PHONE):
        return "code"
    return None


class _Tail(NamedTuple):
    """What belongs to digits on their right: the scale, where it ends, where a suffix ends, and what the words say."""

    factor: int
    end: int
    reach: int
    usual: str | None = None
    doubt: str | None = None
    approximate: bool = False


def _with_tail(
    lowered: str, first: int, start: int, end: int, unit: str | None, noun: str | None, numerals: Numerals
) -> Numeral:
    """Read digits that are a number, with the scale, suffix and currency sign on their right."""
    core = lowered[start:end]
    value = read_digits(core)
    tail = _tail(lowered, end, numerals)
    end, reach = tail.end, tail.reach
    if tail.factor > 1 and value is not None:
        value = scaled(value, tail.factor)
        if not tail.approximate:
            value, end = _with_rest(lowered, value, tail.factor, end, numerals, counted=unit is None)
            reach = end
    after = lowered[reach : reach + 1]
    if unit is None and (sign := numerals.signs.get(after)):
        unit, noun, end, reach = sign.unit, sign.noun, reach + 1, reach + 1
    elif unit is not None and after in {",", "."} and (dashes := _MONEY_TAIL.match(lowered, reach)):
        reach = dashes.end()
    return Numeral(
        start=first,
        end=end,
        reach=reach,
        value=value,
        kind="malformed" if value is None else "digits",
        core=core,
        factor=tail.factor,
        unit=unit,
        noun=noun,
        usual=tail.usual,
        approximate=tail.approximate,
        doubt=tail.doubt if unit is None else None,
    )


def _tail(lowered: str, end: int, numerals: Numerals) -> _Tail:
    tail = _Tail(1, end, end)
    while (match := numerals.after.match(lowered, tail.end)) and not tail.approximate:
        word = match["spaced"] or match["stuck"]
        if word is None:
            return tail._replace(reach=match.end(), approximate=True)
        entry = numerals.scales[word]
        if tail.factor > 1 and entry.values[word] <= tail.factor:
            break
        is_stuck = lowered[match.start()] not in BLANKS
        usual = entry.unit if entry.role == "slang" or is_stuck else None
        scale_end = match.end("spaced" if match["spaced"] else "stuck")
        suffixed = match["suffix"] is not None
        tail = _Tail(tail.factor * entry.values[word], scale_end, match.end(), usual, entry.doubt, suffixed)
    return tail


def _with_rest(
    lowered: str, value: Decimal, factor: int, end: int, numerals: Numerals, *, counted: bool
) -> tuple[Decimal, int]:
    """Add what follows under a smaller scale: `1 juta 500 ribu`; or three digits after thousands: `5 ribu 200`.

    Money takes no bare digits, since they may be the number of something else.
    """
    while match := _REST.match(lowered, end):
        tail = _tail(lowered, match.end(), numerals)
        bare = tail.factor == 1
        if tail.factor >= factor or tail.approximate or (bare and not (counted and factor == 1000)):
            break
        if bare and (len(match[1]) < 3 or match[1][0] == "0"):
            break
        value += int(match[1]) * tail.factor
        factor, end = tail.factor, tail.end
    return value, end


def _read_words(lowered: str, match: re.Match[str], numerals: Numerals) -> list[Numeral]:
    """Read a run of number words: as many numbers as the words make."""
    parts: list[Word] = []
    starts: list[int] = []
    ends: list[int] = []
    place = match.start()
    for word in _BLANK.split(match.group()):
        for part in numerals.spelled.get(word, ()):
            parts.append(part)
            starts.append(place)
            ends.append(place + len(word))
        place += len(word) + 1
    letters = "".join([part.letter for part in parts])
    found: list[Numeral] = []
    first = 0
    while first < len(parts):
        read = _NUMBER.match(letters, first)
        last = read.end() if read else first
        if read is None or last == first or read["vague"]:
            first = max(last, first + 1)
            continue
        found.append(_numeral(read, parts[first:last], starts[first], ends[last - 1]))
        first = last
    return _unhyphenated(lowered, match, found, numerals)


def _numeral(read: re.Match[str], parts: list[Word], start: int, end: int) -> Numeral:
    """Give the number of the words that the grammar takes as one."""
    if read["fraction"]:
        return Numeral(start, end, end, None, "fraction")
    if read["counted"]:
        entry = parts[0].entry
        return Numeral(start, end, end, Decimal(parts[0].value), "words", unit=entry.unit, noun=entry.noun)
    if read["decimals"]:
        cut = read.start("decimals") - read.start()
        return Numeral(start, end, end, _with_decimals(_sum(parts[:cut])[0], parts[cut + 1 :]), "words")
    value, factor = _sum(parts)
    last = parts[-1]
    # `ribuan` is `ribu` with a suffix that is no part of the number.
    approximate = last.letter in "PHV"
    priced = read["slang"] or (last.letter == "h" and len(parts) > 1 and parts[-2].letter in "KJMTkjmt")
    usual = last.entry.unit if priced else None
    return Numeral(start, end - 2 * approximate, end, value, "words", "", factor, None, None, usual, approximate)


def _sum(parts: list[Word]) -> tuple[Decimal, int]:
    """Add up words that the grammar has found to be one number; the scale is told, too, where it ends with one."""
    total = group = Decimal(0)
    last, scale = 0, 1
    for part in parts:
        match part.letter:
            case "o" | "z" | "w" | "c" | "b":
                group, last = group + part.value, part.value
            case "p" | "r" | "P" | "H":
                group += last * (part.value - 1) if last else part.value
            case "h":
                # After a scale it is the scale that is halved.
                group += Decimal(scale) / 2 if scale > 1 and not group else Decimal("0.5")
            case "$":
                total, group = total + (group or 1) * part.value, Decimal(0)
            case "k" | "j" | "m" | "t":
                total, scale = total + part.value, part.value
            case _:
                # A scale right after a smaller one multiplies all before it: `seribu triliun`.
                total = total + group * part.value if group else total * part.value
                group, last, scale = Decimal(0), 0, part.value
        if part.letter in "rcHpP":
            last = 0
    value = total + group
    return exact(int(value * 2) * 5, 1), scale if not group else 1


def _with_decimals(whole: Decimal, parts: list[Word]) -> Decimal:
    """Give a number with the decimals after `koma`, which come digit by digit or as one number; then a scale."""
    scale = parts[-1].value if parts[-1].letter in "KJMT" else 1
    letters = "".join(part.letter for part in parts)
    digits = "".join(str(_sum(parts[found.start() : found.end()])[0]) for found in _DECIMAL.finditer(letters))
    return scaled(exact(int(f"{int(whole)}{digits}"), len(digits)), scale)


def _unhyphenated(lowered: str, match: re.Match[str], found: list[Numeral], numerals: Numerals) -> list[Numeral]:
    """Drop a number that is part of a longer word (`satu-satunya`), unless that is two numbers: `dua-tiga`."""
    start, end = match.span()
    if found and _HYPHEN.match(lowered, end) and lowered[end + 1 : end + 2].isalpha():
        other = numerals.words.match(lowered, end + 1)
        if not other or not _rising(found[-1].value, other.group(), numerals):
            found = found[:-1]
    if found and start > 1 and _HYPHEN.match(lowered, start - 1) and lowered[start - 2].isalpha():
        letters = _LETTERS_BEFORE.search(lowered, max(0, start - 1 - _FAR_BACK), start - 1)
        if not letters or not _rising(_one_word(letters.group(), numerals), match.group(), numerals):
            found = found[1:]
    return found


def _rising(low: Decimal | None, words: str, numerals: Numerals) -> bool:
    high = _one_word(words.split()[0], numerals)
    return low is not None and high is not None and low < high


def _one_word(word: str, numerals: Numerals) -> Decimal | None:
    parts = numerals.spelled.get(word, ())
    return _sum(list(parts))[0] if parts and parts[0].letter in "owc" else None
