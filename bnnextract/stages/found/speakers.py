"""Who is quoted saying what: the person that a sentence names beside a word of speech, or that one before it named.

The words of a sentence are written as one letter each, for what they may be in telling a person, and patterns over these
letters find the name: behind a rank, behind a post and its office, or alone. What is not clear stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

from bnnextract.model import Span
from bnnextract.stages.found.scenes import Scene

# The lists of the words of speech.
SPEECH = "ujar|ujarnya|mengatakan|disampaikan|menurut"
# The letters: r a rank, t a post or an office, b another body or letters that stand for one or for a degree, n a word of a
# name, j an adverb, x any other; signs are themselves.
_RUN = r"n(?:\.?[nr]){0,5}"
_RANKED = rf"(?P<ranked>r[r.]*{_RUN})"
_POSTED = rf"(?:t|[tb][tbn]*,)(?P<posted>{_RUN})"
_ALONE = rf"(?P<alone>{_RUN})"
_INTRODUCED = re.compile(f"{_RANKED}|{_POSTED}")
_BEHIND = re.compile(f"[tbn]*,?{_RANKED}|[tbn]*?{_POSTED}(?![tbn])|{_ALONE}(?![tbn])")
# Degrees may follow a name that has a rank (`Drs. Budi, S.H., M.Si., mengatakan`).
_AHEAD = re.compile(rf"(?:{_RANKED}(?:,?b|,[bn.]{{1,8}})*|{_POSTED}|(?<![tbnr.]){_ALONE}),?j*$")
_QUOTES = frozenset('"“”')
_QUOTE = re.compile(f"[{''.join(sorted(_QUOTES))}]")
# How many words behind a word of speech are looked at for the one who speaks.
_REACH = 30


def find_speakers(scene: Scene) -> Mapping[int, str]:
    """Give who is quoted in each segment, up to the last figure, where the text names that person as written there."""
    last_figure = max((number for number, figures in enumerate(scene.figures) if figures), default=None)
    if last_figure is None:
        return {}
    words = scene.vocabulary
    speech = words[SPEECH]
    if speech.isdisjoint(scene.tokens.present):
        return {}
    people = words["pangkat|jabatan"]
    final = scene.segments[last_figure].paragraph
    numbers = (number for number, segment in enumerate(scene.segments) if segment.paragraph <= final)
    speakers: dict[int, str] = {}
    known: set[str] = set()
    last: str | None = None
    for _, group in groupby(numbers, lambda number: scene.segments[number].paragraph):
        paragraph = list(group)
        quoted = _quoted(scene.text, Span(scene.segments[paragraph[0]].start, scene.segments[paragraph[-1]].end))
        told: dict[int, str | None] = {}
        for number in paragraph:
            first, end = scene.bounds[number]
            present = scene.tokens.words[first:end]
            letters = "" if people.isdisjoint(present) else _letters(scene, number, first, end)
            named = [*_INTRODUCED.finditer(letters)]
            known.update(*(_words(scene, first, match) for match in named))
            introduced = named[0] if named else None
            found = [] if speech.isdisjoint(present) else list(_told(scene, number, speech, quoted, known, last))
            if found:
                last = told[number] = next(filter(None, found), None)
            elif introduced and not _inside(quoted, scene.segments[number].start):
                # A pronoun may then mean who is told of in between: clearly so where the sentence opens with that person.
                last = _name(scene, first, introduced) if set(letters[: introduced.start()]) <= set("tbn,") else None
        if told or paragraph[0] - 1 in speakers:
            _spread(scene, paragraph, quoted, told, speakers)
    return speakers


def _spread(
    scene: Scene,
    paragraph: Sequence[int],
    quoted: Sequence[Span],
    told: Mapping[int, str | None],
    speakers: dict[int, str],
) -> None:
    """Note the speakers of a paragraph: a quotation is of the one told at its end, else of the one who spoke just before."""
    ahead: str | None = None
    for number in reversed(paragraph):
        segment = scene.segments[number]
        if number in told:
            ahead = told[number]
        elif ahead and not _inside(quoted, segment.end):
            ahead = None
        if ahead:
            speakers[number] = ahead
    for number in paragraph:
        goes_on = number not in speakers and number not in told and _inside(quoted, scene.segments[number].start)
        if goes_on and number - 1 in speakers:
            speakers[number] = speakers[number - 1]


def _quoted(text: str, span: Span) -> list[Span]:
    """Find what stands between quotation marks in a paragraph; a straight mark opens where no word stands before it."""
    found = []
    start: int | None = None
    for match in _QUOTE.finditer(text, *span):
        at = match.start()
        if match[0] == "“" or (match[0] == '"' and start is None and not text[at - 1 : at].isalnum()):
            start = at
        elif start is not None:
            found.append(Span(start, at + 1))
            start = None
    return found if start is None else [*found, Span(start, span.end)]


def _inside(quoted: Sequence[Span], offset: int) -> bool:
    return any(start <= offset < end for start, end in quoted)


def _told(
    scene: Scene, number: int, speech: AbstractSet[str], quoted: Sequence[Span], known: AbstractSet[str], last: str | None
) -> Iterator[str | None]:
    """Give whom each word of `speech` in a segment has for its subject: a name, or None for someone who is not named."""
    words, vocabulary = scene.tokens.words, scene.vocabulary
    first, end = scene.bounds[number]
    for at in range(first, end):
        word = words[at]
        if word not in speech or _inside(quoted, scene.tokens.starts[at]):
            continue
        behind = word in vocabulary["ujar"] and _said_before(scene, first, at)
        if word in vocabulary["ujarnya"]:
            yield last
        elif behind or word in vocabulary["disampaikan"] or word in vocabulary["menurut"]:
            after = at + 1 + (at + 1 < end and words[at + 1] in vocabulary["oleh"])
            if after < end and words[after] in vocabulary["dia"]:
                yield last
            elif match := _BEHIND.match(_letters(scene, number, after, min(end, after + _REACH))):
                yield _name(scene, after, match)
            elif behind:
                yield None
        elif word in vocabulary["mengatakan"]:
            yield _before(scene, number, at, known, last)


def _said_before(scene: Scene, first: int, at: int) -> bool:
    """Tell if a quotation ends before a word, or a comma or the like stands there in its segment."""
    before = scene.tokens.words[at - 1] if at else ""
    return before in _QUOTES or (at > first and not before[:1].isalnum())


def _before(scene: Scene, number: int, verb: int, known: AbstractSet[str], last: str | None) -> str | None:
    """Give the subject that stands before a verb of speech, without those who are with it."""
    words, vocabulary = scene.tokens.words, scene.vocabulary
    first = scene.bounds[number][0]
    end = next((at for at in range(first, verb) if words[at] in vocabulary["didampingi"]), verb)
    letters = _letters(scene, number, first, end)
    bare = letters.rstrip("j,")
    if bare and words[first + len(bare) - 1] in vocabulary["dia"]:
        return last
    match = _AHEAD.search(letters)
    if match is None or (match["alone"] and not _words(scene, first, match) <= known):
        return None
    return _name(scene, first, match)


def _letters(scene: Scene, number: int, first: int, end: int) -> str:
    """Write a stretch of words with a letter for each."""
    words, vocabulary = scene.tokens.words, scene.vocabulary
    letters = _single_letters(scene, first, end)
    for letter, mentions in (("b", scene.agencies[number]), ("t", scene.offices[number])):
        for mention in mentions:
            # A body's name ends where a rank begins.
            for at in range(max(mention.first, first), min(mention.last, end)):
                if words[at] in vocabulary["pangkat"]:
                    break
                letters[at - first] = letter
    return "".join(letters)


def _single_letters(scene: Scene, first: int, end: int) -> list[str]:
    """Write each word of a stretch with its letter, whatever body's name it is part of."""
    tokens, text, vocabulary = scene.tokens, scene.text, scene.vocabulary
    posts, fields, ranks = vocabulary["jabatan"], vocabulary["bidang"], vocabulary["pangkat"]
    common, adverbs = vocabulary["bukan_nama"], vocabulary["juga"]
    letters = []
    for word, start, stop in zip(tokens.words[first:end], tokens.starts[first:end], tokens.ends[first:end], strict=True):
        capital = text[start].isupper()
        if word in ",.":
            letters.append(word)
        elif word in posts or (capital and word in fields):
            letters.append("t")
        elif word in ranks and (capital or text[stop : stop + 1] == "."):
            letters.append("r")
        elif capital and word not in common:
            letters.append("b" if stop - start > 1 and text[start:stop].isupper() else "n")
        else:
            letters.append("j" if word in adverbs else "x")
    return letters


def _name(scene: Scene, first: int, match: re.Match[str]) -> str:
    """Give the name that a match over letters found, as it is written."""
    start, end = match.span(match.lastgroup or 0)
    return scene.text[slice(*scene.tokens.span(first + start, first + end))]


def _words(scene: Scene, first: int, match: re.Match[str]) -> frozenset[str]:
    start, end = match.span(match.lastgroup or 0)
    return frozenset(scene.tokens.words[first + start : first + end]) - {"."}
