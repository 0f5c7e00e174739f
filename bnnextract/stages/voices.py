"""For which office someone speaks: that of the head a paragraph quotes, where it is not the one the article is about."""

from __future__ import annotations

from collections.abc import Mapping

from bnnextract.stages.ascription import NATIONAL, Ascription
from bnnextract.stages.scenes import PlacedOffice, Scene
from bnnextract.stages.speakers import find_speakers

# How far before an office the post of the one who heads it may stand, and how many words his name behind it may have.
_POST_REACH = 4
_NAME_REACH = 8


def find_voices(scene: Scene, main: str | None) -> Mapping[int, Ascription]:
    """Give the offices whose heads are quoted, by paragraph; those who speak for the article's own or all are left out.

    What follows is told by the same one, until a paragraph names an office or quotes someone else.
    """
    posts = _posts(scene)
    if main == NATIONAL or not set(posts.values()) - {main, NATIONAL}:
        return {}
    spoken: dict[int, set[str]] = {}
    names: dict[int, str] = {}
    for number, name in find_speakers(scene, range(len(scene.bounds))).items():
        paragraph = scene.segment(number).paragraph
        spoken.setdefault(paragraph, set()).update(posts[word] for word in name.lower().split() if word in posts)
        names[paragraph] = name
    voices = {
        paragraph: Ascription(code, f"of the office for which “{names[paragraph]}” speaks", sure=False)
        for paragraph, codes in spoken.items()
        if len(codes) == 1 and (code := next(iter(codes))) not in {main, NATIONAL}
    }
    others = {scene.segment(number).paragraph for number, offices in enumerate(scene.offices) if offices} | spoken.keys()
    for segment in scene.layout.segments:
        if segment.paragraph not in others and (voice := voices.get(segment.paragraph - 1)):
            voices[segment.paragraph] = voice
    return voices


def _posts(scene: Scene) -> dict[str, str]:
    """Give the office that someone heads, by each word of the name: `Kepala BNNK Tabalong, AKBP Budi Santoso`."""
    posts: dict[str, str] = {}
    for number, offices in enumerate(scene.offices):
        for office in offices:
            before = scene.tokens.words[max(scene.bounds[number][0], office.first - _POST_REACH) : office.first]
            if office.code and not scene.vocabulary["jabatan"].isdisjoint(before):
                posts |= dict.fromkeys(_name_behind(scene, number, office), office.code)
    return posts


def _name_behind(scene: Scene, number: int, office: PlacedOffice) -> list[str]:
    """Give the words of the name that stands right behind an office."""
    words, vocabulary = scene.tokens.words, scene.vocabulary
    found: list[str] = []
    for token in range(office.last, min(scene.bounds[number][1], office.last + _NAME_REACH)):
        word = words[token]
        if word in vocabulary["pangkat"] or word in ",.()":
            continue
        if not scene.text[scene.tokens.starts[token]].isupper() or word in vocabulary["bukan_nama"]:
            break
        found.append(word)
    return found
