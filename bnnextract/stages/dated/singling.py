"""One case that a text singles out of several, and what is told of them all together."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise, takewhile

from bnnextract.knowledge.units import GRAMS
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.found.speakers import SPEECH
from bnnextract.tokens import stem

# How far before a case stands what singles it out.
_LED_REACH = 4
# Among how many first words and signs of a paragraph it points at what was told before: `"Ganja itu`.
_POINTED_REACH = 3
# How soon the day follows on what opens a sentence about the last of several occasions.
_LATEST_REACH = 5
# What drugs are told in, and how many digits an age and letters initials have.
_OF_DRUGS = frozenset({*GRAMS, "butir", "batang", "paket", "lembar", "mililiter"})
_DIGITS_OF_AGE, _LONGEST_INITIALS = 2, 4
# The lists of the words of a statement.
_STATING = f"jumpa_pers|{SPEECH}"


def singled_out(scene: Scene, figure: Figure) -> bool:
    """Tell if the paragraph singles out one case before a figure: `Tangkapan paling menonjol adalah 9 kg sabu di Sampit`.

    What all of them are or have is not of it: `Itu kasus terbesar dari tiga kasus. Seluruhnya ada lima tersangka.`
    """
    if _at_once(scene, figure.segment) or _tells_of_one(scene, figure) or _is_latest(scene, figure):
        return True
    total = not scene.vocabulary["total"].isdisjoint(scene.tokens.words[scene.bounds[figure.segment][0] : figure.first])
    since = _told_since(scene, figure.segment)
    if _is_out_of(scene, figure):
        return False
    for segment in range(figure.segment, -1, -1):
        if scene.segments[segment].paragraph < since or (total and segment != figure.segment):
            return False
        if singles_out(scene, segment, figure.first if segment == figure.segment else scene.bounds[segment][1]):
            return True
        if segment != figure.segment and scene.tokens.words[scene.bounds[segment][0]] in scene.vocabulary["total"]:
            return False
    return False


def singles_out(scene: Scene, segment: int, end: int) -> bool:
    """Tell if words up to a token name one case of several: `salah satu perkara`, `penangkapan terakhir`."""
    words, vocabulary, start = scene.tokens.words, scene.vocabulary, scene.bounds[segment][0]
    if vocabulary["peristiwa"].isdisjoint(words[start:end]):
        return False
    if adjoin(words[start : start + 2], {"yang"}, {"menonjol", "mencolok"}):
        return True
    several = {
        token for other in scene.figures[segment] if other.quantity.value != 1 for token in range(other.first, other.last)
    }
    for token in range(start, end):
        if words[token] not in vocabulary["peristiwa"] or token in several or words[token - 1] in vocabulary["termasuk"]:
            continue
        if words[max(0, token - 2) : token] == ("salah", "satu"):
            return True
        if adjoin(words[max(start, token - _LED_REACH) : token], {"paling"}, vocabulary["mencolok"]):
            return True  # `Yang paling menonjol adalah penangkapan …`
        if words[token] in vocabulary["sekali_jalan"] and words[token - 1] in vocabulary["sebuah"]:
            return True  # `Satu tangkapan di pelabuhan saja 8 kg`
        after = token + 1
        while after < end and words[after] in vocabulary["paling"]:
            after += 1
        if after < end and words[after] in vocabulary["tertentu"]:
            return True
    return False


def _is_out_of(scene: Scene, figure: Figure) -> bool:
    """Tell if a figure are the cases of which one is singled out right before: `pengungkapan terbesar dari tiga kasus`."""
    before = scene.tokens.words[max(figure.first - 2, 0) : figure.first]
    return figure.quantity.unit == "kasus" and before[1:] == ("dari",) and before[0] in scene.vocabulary["tertentu"]


def _told_since(scene: Scene, segment: int) -> int:
    """Give the paragraph in which it begins what that of a segment tells.

    It is the one before where this opens with what was told there: `… karung berisi ganja. ¶ "Ganja itu dijemput di Batu. …"`.
    """
    paragraph = scene.segments[segment].paragraph
    opening = segment
    while opening and scene.segments[opening - 1].paragraph == paragraph:
        opening -= 1
    first, last = scene.bounds[opening]
    words = [word for word in scene.tokens.words[first : min(last, first + _POINTED_REACH)] if word[0].isalpha()]
    if not opening or words[1:2] == [] or words[1] not in scene.vocabulary["penunjuk"]:
        return paragraph
    before = scene.segments[opening - 1].paragraph
    told = takewhile(lambda index: scene.segments[index].paragraph == before, range(opening - 1, -1, -1))
    named = any(words[0] in scene.tokens.words[slice(*scene.bounds[index])] for index in told)
    return before if named else paragraph


def _tells_of_one(scene: Scene, figure: Figure) -> bool:
    """Tell if drugs are what one was caught with: `seorang kurir dengan 1.045 gram ganja`, `RS (31) … 20 gram`.

    So are those found on who was named in the sentence before: `Dari tangan keduanya disita 1,5 kg sabu`.
    """
    first, last = scene.bounds[figure.segment]
    words = scene.tokens.words[first:last]
    if figure.quantity.unit not in _OF_DRUGS or not scene.vocabulary["total"].isdisjoint(words):
        return False
    if not scene.vocabulary["berinisial"].isdisjoint(words) or _names_one(scene, figure.segment):
        return True
    if figure.quantity.unit in GRAMS and adjoin(words, scene.vocabulary["seorang"], scene.vocabulary["pelakunya"]):
        return True
    before = figure.segment - 1
    near = before >= 0 and scene.segments[before].paragraph == scene.segments[figure.segment].paragraph
    from_them = not scene.vocabulary["dari_tangannya"].isdisjoint(scene.tokens.words[first : figure.first])
    return (
        near
        and from_them
        and (_names_one(scene, before) or not scene.vocabulary["berinisial"].isdisjoint(_words(scene, before)))
    )


def _names_one(scene: Scene, segment: int) -> bool:
    """Tell if a sentence names someone by initials and age: `AR (36)`."""
    words, (first, last) = scene.tokens.words, scene.bounds[segment]
    if "(" not in words[first:last]:
        return False
    return any(
        words[at + 1] == "("
        and words[at + 3] == ")"
        and words[at + 2].isdigit()
        and len(words[at + 2]) == _DIGITS_OF_AGE
        and scene.text[scene.tokens.starts[at] : scene.tokens.ends[at]].isupper()
        and len(words[at]) <= _LONGEST_INITIALS
        for at in range(first, last - _DIGITS_OF_AGE - 1)
    )


def _at_once(scene: Scene, segment: int) -> bool:
    """Tell if a sentence tells what was done in one go: `disita dalam sekali gerebek`."""
    first, last = scene.bounds[segment]
    words = scene.tokens.words[first:last]
    once, deeds = scene.vocabulary["sekali"], scene.vocabulary["tindakan"]
    return not once.isdisjoint(words) and any(word in once and stem(after) in deeds for word, after in pairwise(words))


def _is_latest(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence opens with the day of the last of several occasions: `Terakhir pada Kamis (13/11), 3 hektare`."""
    first, words = scene.bounds[figure.segment][0], scene.tokens.words
    if words[first] not in scene.vocabulary["terakhir_kali"] or sums_up(scene, figure) or is_statement(scene, figure.segment):
        return False
    return any(
        period.mention.kind == "day" and period.first - first <= _LATEST_REACH and period.first < figure.first
        for period in scene.periods[figure.segment]
    )


def sums_up(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence sums up before a figure: `Total ganja setahun 2,18 kg`, `sudah 41 kali dengan peserta 3.800 orang`."""
    first = scene.bounds[figure.segment][0]
    if not scene.vocabulary["total|setahun"].isdisjoint(scene.tokens.words[first : figure.first]):
        return True
    return of_several(scene, figure)


def of_several(scene: Scene, figure: Figure) -> bool:
    """Tell if a sentence tells several occasions before a figure: `Sosialisasi digelar 63 kali dengan 5.240 peserta`."""
    return any(
        other.quantity.unit == "kegiatan" and other.quantity.value > 1 and other.first < figure.first
        for other in scene.figures[figure.segment]
    )


def is_statement(scene: Scene, segment: int) -> bool:
    """Tell if a sentence tells of a statement: `Data itu dibeberkan dalam jumpa pers akhir tahun, Selasa (29/12)`."""
    return not scene.vocabulary[_STATING].isdisjoint(scene.tokens.words[slice(*scene.bounds[segment])])


def adjoin(words: Sequence[str], first: AbstractSet[str], second: AbstractSet[str]) -> bool:
    """Tell if a word of one list stands right before a word of another."""
    return not first.isdisjoint(words) and any(one in first and two in second for one, two in pairwise(words))


def _words(scene: Scene, segment: int) -> Sequence[str]:
    return scene.tokens.words[slice(*scene.bounds[segment])]
