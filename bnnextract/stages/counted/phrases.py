"""Phrases to figures: those that may bear on a figure, from its clause to the sentences before it, and how far off they are."""

from __future__ import annotations

from typing import NamedTuple

from bnnextract.knowledge.constructions import BARE, NONE, PERCENT
from bnnextract.knowledge.indicators import Frame, IndicatorBook, Meaning
from bnnextract.knowledge.lexicon import Hit
from bnnextract.stages.counted.choices import Place
from bnnextract.stages.counted.headings import names, question_over, telling_head, tells
from bnnextract.stages.counted.neighbours import (
    LABEL,
    OF,
    dealt_with,
    end_of_among,
    end_of_labelled_before,
    has_own_phrase,
    labels,
    names_part,
)
from bnnextract.stages.found.scenes import Figure, Scene

# How far back a phrase may stand, in segments; and how far a heading of an item, one of a section, another sentence and
# another paragraph count to be.
_LOOK_BACK = 2
_HEAD = 14
_SECTION = 36
_SENTENCE = 28
_PARAGRAPH = 8
# Of the words between an earlier phrase and the end of its sentence each counts one in so many.
_EARLIER = 4
# A phrase behind or before another figure of the kind is that one's: it counts as this much farther. Without one between, no
# phrase on the left counts as farther than so much.
_BEYOND = 30
# What stands between some and the group they are of is said of the some: it counts as so much farther from the group.
_OF_SOME = 60
# The signs that what is quoted ends with, before the closing quotation mark.
_ENDS_QUOTED = frozenset(",.?!")
_FARTHEST = 30
# But what a semicolon parts stays as far off as that keeps it.
_PARTED = 70
# A phrase so near the start of a sentence that announces it as the topic counts as no farther off than so much.
_OPENING, _TOPIC = 4, 2
# How far off the topic counts to be that the sentence before a figure turns to.
_TURNED_TO = 10
# The same of what the sentence before asks.
_ASKED = 5
# As few words has a sentence that opens a paragraph by saying at its end what that is about.
_SHORT = 10
# Within how many words a sentence that opens with those counted before says what they are, and how far off this counts to be.
_OF_THEM = 8

# How far behind a figure the words end that with others before it tell what it counts.
_FRAME_REACH = 6
# Between two deeds, and what the word for one that others are the object of begins with.
_AND = "dan"
_DEED = ("mem", "mel", "mer")


class Bearing(NamedTuple):
    """A phrase that may bear on a figure, how many words off it counts to be, and where it stands."""

    hit: Hit[Meaning]
    away: int
    place: Place


def bearing_on(scene: Scene, figure: Figure, since: int) -> list[Bearing]:
    """Give the phrases that may bear on a figure.

    Phrases of earlier sentences count only behind the segment `since`, that of the last figure of the same unit, which
    has said what it had to say.
    """
    question = question_over(scene, figure.segment)
    return [
        *_on_the_left(scene, figure, since),
        *_within(scene, figure),
        *_on_the_right(scene, figure),
        *_in_heading(scene, figure),
        *_said_of_all(scene, figure),
        *(Bearing(hit, _SENTENCE, "head") for hit in (scene.hits[question] if question is not None else ()) if names(hit)),
        *_in_earlier_sentences(scene, figure, since, question),
        *(Bearing(hit, _SENTENCE, "before") for hit in _summed_up(scene, figure)),
    ]


def _on_the_left(scene: Scene, figure: Figure, since: int) -> list[Bearing]:
    """Give the phrases before a figure in its segment; the label of another figure counts as farther off."""
    if figure.letter == BARE and figure.segment == since and names_part(scene, figure):
        return []  # `241 tersangka, 38 di antaranya …` are some of the figure before, whatever else is named there
    hits = [hit for hit in scene.hits[figure.segment] if hit.last <= figure.first]
    if not hits:
        return []
    earlier = [other for other in scene.figures[figure.segment] if other.last <= figure.first]
    beyond = max((other.last for other in earlier if other.letter == figure.letter), default=0)
    nouns = {at for other in earlier for at in range(other.first, other.last)} if figure.letter == BARE else set()
    labelled = end_of_labelled_before(scene, figure)
    far = _OF_SOME if scene.tokens.words[figure.first - 1] == OF else _BEYOND
    first = scene.bounds[figure.segment][0]
    found = []
    for hit in hits:
        distance = scene.distance(hit.last, figure.first)
        away = min(distance, _FARTHEST) if distance < _PARTED else distance
        away += _BEYOND if hit.first < beyond else 0
        away += far if hit.first in labelled else 0
        away += _BEYOND if hit.first in nouns else 0
        if hit.first - first <= _OPENING and scene.tokens.words[hit.first - 1] in scene.vocabulary["perihal"]:
            away = min(away, _TOPIC)
        found.append(Bearing(hit, away, "segment"))
    return found


def _within(scene: Scene, figure: Figure) -> list[Bearing]:
    """Give the phrases that a figure is told with: its noun."""
    return [
        Bearing(hit, 0, "segment") for hit in scene.hits[figure.segment] if hit.last > figure.first and hit.first < figure.last
    ]


def _on_the_right(scene: Scene, figure: Figure) -> list[Bearing]:
    """Give the phrases behind a figure in its segment; what is said of a later figure counts as farther off."""
    hits = [hit for hit in scene.hits[figure.segment] if hit.first >= figure.last]
    if not hits:
        return []
    later = [other for other in scene.figures[figure.segment] if other.first >= figure.last]
    others = [other for other in later if has_own_phrase(scene, figure, other)]
    bare = [other for other in scene.figures[figure.segment] if other.letter == BARE]
    bare_ends = {other.last for other in bare if other.first >= figure.last}
    bare_starts = {other.first for other in bare}
    turn, quoted = _turn(scene, figure), _end_of_quotation(scene, figure)
    behind = _end_of_some(scene, figure)
    dealt = dealt_with(scene, figure)
    found = []
    for hit in hits:
        if dealt and scene.tokens.words[hit.first - 1] == "yang":
            continue  # `memusnahkan 7 gram ganja dan 2 gram sabu yang disita dari …`
        if hit.last in bare_starts and scene.tokens.words[hit.first - 1] == ",":
            continue  # the label of a number alone: `149 orang, positif 6`
        beyond = turn < hit.first or quoted <= hit.first or any(other.first < hit.last for other in others)
        beyond = beyond or labels(scene, hit, others) or hit.last in bare_starts or hit.first in bare_ends
        away = scene.distance(behind, max(behind, hit.first)) + (_BEYOND if beyond else 0)
        found.append(Bearing(hit, away, "segment"))
    return found


def _end_of_some(scene: Scene, figure: Figure) -> int:
    """Give where the words end behind a number alone that only say of whom or when, and so keep nothing apart.

    One of them may stand for the noun (`22 sisanya menjalani rawat inap`), or they make it some of those told before (`sembilan
    di antaranya kemudian menjalani rawat inap`); or they tell its share, `12 (0,24%) positif`.
    """
    if figure.letter != BARE:
        return figure.last
    words, last = scene.tokens.words, scene.bounds[figure.segment][1]
    if words[figure.last : figure.last + 1] == ("(",):
        share = next((other for other in scene.figures[figure.segment] if other.first == figure.last + 1), None)
        closed = share is not None and share.letter == PERCENT and words[share.last : share.last + 1] == (")",)
        return share.last + 1 if share is not None and closed else figure.last
    if words[figure.last : figure.last + 1] and words[figure.last] in scene.vocabulary["lainnya"]:
        return figure.last + 1
    end = end_of_among(scene, figure)
    while end is not None and end < last and words[end] in scene.vocabulary["kelanjutan"]:
        end += 1
    return end or figure.last


def _end_of_quotation(scene: Scene, figure: Figure) -> int:
    """Give where what is quoted with a figure ends: `"… dan 31 kegiatan," kata Budi pada konferensi pers`."""
    words, last = scene.tokens.words, scene.bounds[figure.segment][1]
    closing = scene.vocabulary["tutup_kutipan"]
    ends = (at for at in range(figure.last + 1, last) if words[at] in closing and words[at - 1] in _ENDS_QUOTED)
    return next(ends, last)


def _in_heading(scene: Scene, figure: Figure) -> list[Bearing]:
    """Give the phrases of the heading over a figure, but what is said there of another figure."""
    segment = scene.segments[figure.segment]
    head = telling_head(scene, figure.segment)
    if head is None:
        return []
    away = _HEAD if segment.kind == "item" else _SECTION
    end = scene.bounds[head][1]
    ends = {other.last for other in scene.figures[head]}
    return [
        Bearing(hit, away + scene.distance(hit.last, end), "head")
        for hit in scene.hits[head]
        if hit.first not in ends  # `Karyawan Dites Urine, Empat Positif`: the rest is about all who were tested
    ]


def _in_earlier_sentences(scene: Scene, figure: Figure, since: int, question: int | None) -> list[Bearing]:
    """Give the phrases of the sentences before a figure's that are no heading and no question over it."""
    own = scene.segments[figure.segment]
    found = []
    for earlier in range(max(0, figure.segment - _LOOK_BACK, since + 1), figure.segment):
        if not scene.hits[earlier]:
            continue
        asked = _asks(scene, figure, earlier)
        if earlier == own.head or (earlier == question and not asked):
            continue
        away = _SENTENCE * (figure.segment - earlier)
        away += _PARAGRAPH if scene.segments[earlier].paragraph != own.paragraph else 0
        end = scene.bounds[earlier][1]
        # `15 perkara dinyatakan selesai`: what stands right behind a figure of another unit is said of that one.
        labels = {other.last for other in scene.figures[earlier] if other.letter not in {figure.letter, BARE, NONE}}
        topic = _topic(scene, figure, earlier)
        found += [
            Bearing(hit, _ASKED if asked else _TURNED_TO, "before")
            if asked or hit is topic
            else Bearing(
                hit, away + scene.distance(hit.last, end) // _EARLIER + (_BEYOND if hit.first in labels else 0), "before"
            )
            for hit in scene.hits[earlier]
        ]
    return found


def _asks(scene: Scene, figure: Figure, earlier: int) -> bool:
    """Tell if a sentence without figures asks what the next one answers: `Lantas berapa yang mau melapor? Baru 38 orang`.

    Between them one may stand that tells nothing: `Ia tersenyum.` What stands right before a figure tells what that counts,
    whatever was asked: `Ada yang kedapatan memakai? Dari tes urine 655 orang ada 4`.
    """
    if scene.tokens.words[scene.bounds[earlier][1] - 1] != "?":
        return False
    if scene.figures[earlier] or any(scene.figures[at] or scene.hits[at] for at in range(earlier + 1, figure.segment)):
        return False
    return not any(hit.last == figure.first and names(hit) for hit in scene.hits[figure.segment])


def _topic(scene: Scene, figure: Figure, earlier: int) -> Hit[Meaning] | None:
    """Give the phrase to which the sentence before, which tells no figure, turns: `Ditanya soal rehabilitasi, ia …`."""
    if earlier != figure.segment - 1 or scene.figures[earlier]:
        return None
    if scene.segments[earlier].paragraph != scene.segments[figure.segment].paragraph:
        return None
    first, last = scene.bounds[earlier]
    short = last - first <= _SHORT and scene.segments[earlier - 1].paragraph != scene.segments[earlier].paragraph
    if short and scene.hits[earlier] and (hit := scene.hits[earlier][-1]).last >= last - 1 and tells(hit):
        return hit  # `Yang ramai justru tes urine.`
    near = (hit for hit in scene.hits[earlier] if first < hit.first <= first + _OPENING)
    turns = scene.vocabulary["perihal"]
    return next((hit for hit in near if scene.tokens.words[hit.first - 1] in turns and tells(hit)), None)


def _turn(scene: Scene, figure: Figure) -> int:
    """Give the word behind a figure with which the sentence turns to something else, or its end.

    What one of those counted is told of is the like, `Tersangka tiga orang, salah satunya DPO`, and so is another deed:
    `merehabilitasi 100 klien dan memperbanyak kader`.
    """
    last = scene.bounds[figure.segment][1]
    turns = scene.vocabulary["peralihan|salah_satunya"]
    words = scene.tokens.words
    for at in range(figure.last, last):
        if words[at] in turns or (words[at] == _AND and at + 1 < last and words[at + 1].startswith(_DEED)):
            return at
    return last


def _said_of_all(scene: Scene, figure: Figure) -> list[Bearing]:
    """Give the phrases of a short sentence that says of all whom the one before counts last what they are.

    `Yang kami layani hanya 101 orang. Itu pun rawat jalan semua.` One that opens with them (`Mereka menjalani rawat jalan.`)
    tells less than what the figure's own sentence names.
    """
    own, following = scene.figures[figure.segment], figure.segment + 1
    if figure is not own[-1] or following >= len(scene.bounds) or scene.figures[following] or not scene.hits[following]:
        return []
    if scene.segments[following].paragraph != scene.segments[figure.segment].paragraph:
        return []
    first, last = scene.bounds[following]
    words, all_of = scene.tokens.words, scene.vocabulary["semuanya"]
    if len([other for other in own if other.letter == figure.letter]) > 1 and words[first] in all_of:
        return []  # `Laki-laki 60 orang, perempuan 56 orang. Seluruhnya telah selesai`: not only the last ones
    if words[first] in scene.vocabulary["mereka"]:
        opening = (hit for hit in scene.hits[following] if hit.first <= first + _OF_THEM)
        some = scene.vocabulary["sebagian"]
        return [Bearing(hit, _OF_THEM, "segment") for hit in opening if some.isdisjoint(words[first : hit.first])]
    return [
        Bearing(hit, 0, "segment")
        for hit in scene.hits[following]
        if not all_of.isdisjoint(words[max(first, hit.first - LABEL) : hit.first] + words[hit.last : min(last, hit.last + 1)])
    ]


def _summed_up(scene: Scene, figure: Figure) -> tuple[Hit[Meaning], ...]:
    """Give the phrases of a sentence that says what the figures of the one before it were.

    It opens with a word that points back, and tells no figure itself: `Begitulah rincian klien kami.`
    """
    following = figure.segment + 1
    if following >= len(scene.bounds) or scene.figures[following] or not scene.hits[following]:
        return ()
    if scene.segments[following].paragraph != scene.segments[figure.segment].paragraph:
        return ()
    first = scene.bounds[following][0]
    return scene.hits[following] if scene.tokens.words[first] in scene.vocabulary["demikian"] else ()


def frames_around(scene: Scene, figure: Figure, book: IndicatorBook) -> list[Frame]:
    """Give the phrases that have a figure in their midst, but for fillers: `mengirim 12 orang ke balai`."""
    first, last = scene.bounds[figure.segment]
    words, fillers = scene.tokens.words, scene.vocabulary["pengisi"]
    end = figure.first
    while end > first and words[end - 1] in fillers and words[end - 1] not in book.frames:
        end -= 1
    frames = book.frames.get(words[end - 1], ()) if end > first else ()
    if not frames:
        return []
    later = min((other.first for other in scene.figures[figure.segment] if other.first >= figure.last), default=last)
    behind = words[figure.last : min(figure.last + _FRAME_REACH, later)]
    return [
        frame
        for frame in frames
        if words[max(first, end - len(frame.before)) : end] == frame.before
        and any(behind[at : at + len(frame.behind)] == frame.behind for at in range(len(behind)))
    ]
