"""For which office a paragraph speaks: that of the head who is quoted, where it is not the one the article is about."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain, groupby

from bnnextract.knowledge.gazetteer import NATIONAL
from bnnextract.stages.ascription import Ascription, words_of
from bnnextract.stages.scenes import PlacedOffice, Scene
from bnnextract.stages.speakers import SPEECH

# How far before an office the post of the one who heads it may stand, and how many words his name behind it may have.
_POST_REACH = 4
_NAME_REACH = 8


def find_voices(scene: Scene, main: str | None, speakers: Mapping[int, str]) -> Mapping[int, Ascription]:
    """Give the offices for which paragraphs speak that are not the article's own, by paragraph.

    `main` is the article's own office, `speakers` are those quoted, by segment. A paragraph speaks for the office whose head
    it quotes by name; else for that whose head was quoted last, if it calls that `pihaknya` or `kami`, or goes on with what
    was told for it, naming no office and quoting nobody.
    """
    posts = _posts(scene)
    voices: dict[int, Ascription] = {}
    voice: Ascription | None = None
    for paragraph, group in groupby(range(len(scene.bounds)), lambda number: scene.segment(number).paragraph):
        numbers = list(group)
        names = [speakers[number] for number in numbers if number in speakers]
        codes = {posts[word] for name in names for word in name.lower().split() if word in posts}
        # In an article on the whole country a head who is quoted may tell of that.
        if len(codes) == 1 and main != NATIONAL and not codes & {main, NATIONAL}:
            voices[paragraph] = Ascription(codes.pop(), f"of the office for which “{names[-1]}” speaks", sure=False)
        elif voice and any(_holds(scene, number, "pihaknya") for number in numbers):
            voices[paragraph] = voice
        elif paragraph - 1 in voices and not names and not any(scene.offices[number] for number in numbers):
            voices[paragraph] = voices[paragraph - 1]
        for number in numbers:
            voice = _voice_after(scene, number, voice)
    return {paragraph: voice for paragraph, voice in voices.items() if voice.code != main}


def _voice_after(scene: Scene, number: int, voice: Ascription | None) -> Ascription | None:
    """Give the office for which someone speaks after a segment: that of the head quoted in it, named or not, else as before.

    Where another office is named, nobody speaks for the one before any more.
    """
    offices = [office for office in scene.offices[number] if office.code]
    if any(_holds(scene, number, words) for words in SPEECH if offices):
        for office in offices:
            if _is_headed(scene, office):
                reason = f"“{words_of(scene, office)}”, whose head speaks"
                return Ascription(office.code, reason, sure=False, doubt=office.doubt)
    return None if voice and any(office.code not in {voice.code, NATIONAL} for office in offices) else voice


def _holds(scene: Scene, number: int, words: str) -> bool:
    """Tell if a segment has one of the words of a list."""
    return not scene.vocabulary[words].isdisjoint(scene.tokens.words[slice(*scene.bounds[number])])


def _is_headed(scene: Scene, office: PlacedOffice) -> bool:
    """Tell if the post of someone stands before an office: `Kepala BNNK Tabalong`."""
    before = scene.tokens.words[max(scene.bounds[office.segment][0], office.first - _POST_REACH) : office.first]
    return not scene.vocabulary["jabatan"].isdisjoint(before)


def _posts(scene: Scene) -> dict[str, str]:
    """Give the office that someone heads, by each word of the name: `Kepala BNNK Tabalong, AKBP Budi Santoso`."""
    posts: dict[str, str] = {}
    for office in chain.from_iterable(scene.offices):
        if office.code and _is_headed(scene, office):
            posts |= dict.fromkeys(_name_behind(scene, office), office.code)
    return posts


def _name_behind(scene: Scene, office: PlacedOffice) -> list[str]:
    """Give the words of the name that stands right behind an office."""
    words, vocabulary = scene.tokens.words, scene.vocabulary
    found: list[str] = []
    for token in range(office.last, min(scene.bounds[office.segment][1], office.last + _NAME_REACH)):
        word = words[token]
        if word in vocabulary["pangkat"] or word in ",.()":
            continue
        if not scene.text[scene.tokens.starts[token]].isupper() or word in vocabulary["bukan_nama"]:
            break
        found.append(word)
    return found
