"""Parts that are listed before one figure which each of them has: `pelajar dan mahasiswa masing-masing 30 orang`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bnnextract.knowledge.gazetteer import PlaceMention
from bnnextract.stages.found.scenes import Scene
from bnnextract.stages.parted.labels import Breakdown, wording

# So many words has one of a list at most, and one of those with whom something was done.
_LONGEST_ITEM, _LONGEST_OBJECT = 2, 5


def parts_listed(scene: Scene, segment: int, start: int, end: int, places: Sequence[PlaceMention]) -> tuple[Breakdown, ...]:
    """Give the several parts named in a stretch of tokens: known ones, places, else capitalised words.

    What is listed behind `yaitu` (`…, yaitu pemerintah, swasta dan warga, masing-masing 30 orang`), or behind what was done
    (`mengetes pegawai dinas dan karyawan mal, masing-masing 50 orang`), are all of them.
    """
    words = scene.tokens.words
    named = {token for office in scene.offices[segment] for token in range(office.first, office.last)}
    parts = [hit for hit in scene.parts[segment] if start <= hit.first and hit.last <= end and hit.first not in named]
    capitals = [
        token
        for token in range(start, end)
        if token not in named
        and token > scene.bounds[segment][0]
        and scene.text[scene.tokens.starts[token]].isupper()
        and (token == start or words[token - 1] in scene.vocabulary["daftar"])
    ]
    readings = (
        [(hit.first, hit.last, hit.meanings[0].axis) for hit in parts],
        [(place.first, place.last, "tempat") for place in places],
        [(token, token + 1, "lain") for token in capitals],
    )
    spans = next((spans for spans in readings if len(spans) > 1), [])
    told = max((hit.last for hit in scene.hits[segment] if start <= hit.first and hit.last <= end), default=start)
    listed = _listed(scene, start, end) or _objects(scene, told, end)
    if len(listed) > len(spans):
        axes = {hit.first: hit.meanings[0].axis for hit in parts}
        spans = [(first, last, axes.get(first, "lain")) for first, last in listed]
    told_as = [(wording(scene, first, last), axis) for first, last, axis in spans]
    return tuple(Breakdown(label, {axis: label}) for label, axis in told_as)


def _listed(scene: Scene, start: int, end: int) -> Sequence[tuple[int, int]]:
    """Give the stretches of a list that `yaitu` opens and a conjunction closes, none if one of them is longer than a name."""
    words, joining = scene.tokens.words, scene.vocabulary["daftar"]
    opener = next((at for at in range(start - 1, end) if words[at] in scene.vocabulary["yaitu"]), end)
    cuts = [opener, *(at for at in range(opener + 1, end) if words[at] in joining), end]
    items = [(left + 1, right) for left, right in pairwise(cuts) if right > left + 1]
    closed = any(words[first - 1] not in {",", "/"} for first, _ in items[1:])
    return items if closed and all(right - left <= _LONGEST_ITEM for left, right in items) else ()


def _objects(scene: Scene, start: int, end: int) -> Sequence[tuple[int, int]]:
    """Give the stretches of a list of those with whom something was done, behind the words that say what."""
    words, leading = scene.tokens.words, scene.vocabulary["terhadap|asal"]
    while start < end and words[start] in leading:
        start += 1
    while end > start and words[end - 1] == ",":
        end -= 1
    cuts = [start - 1, *(at for at in range(start, end) if words[at] in scene.vocabulary["daftar"]), end]
    items = [(left + 1, right) for left, right in pairwise(cuts) if right > left + 1]
    closed = any(words[first - 1] not in {",", "/"} for first, _ in items[1:])
    whole = all(right - left <= _LONGEST_OBJECT and words[left].isalpha() for left, right in items)
    return items if closed and whole else ()
