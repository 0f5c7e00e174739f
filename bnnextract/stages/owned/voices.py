"""For which office a paragraph speaks: that of the head who is quoted, where it is not the one the article is about.

Someone of a body that is no BNN office speaks for that: `Sekretaris BPMPPKB menyebut pihaknya membentuk 54 satgas`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, groupby, takewhile

from bnnextract.knowledge.gazetteer import NATIONAL
from bnnextract.stages.found.scenes import PlacedOffice, Scene
from bnnextract.stages.found.speakers import SPEECH
from bnnextract.stages.owned.actors import is_headed
from bnnextract.stages.owned.ascription import Ascription, words_of

# How many words the name behind an office of the one who heads it may have.
_NAME_REACH = 8
# How many words behind a post the body begins that one has it in: `Sekretaris BPMP`, `Kepala Bidang SMP Dinas Pendidikan`.
_BODY_REACH = 4
# Letters in capitals that are no rank, degree or team: a body's.
_INITIALS = 4
# The lists of the words of speech behind which the one who speaks is named.
_BEFORE_NAMES = "ujar|disampaikan|menurut"


def find_voices(scene: Scene, main: str | None, speakers: Mapping[int, str]) -> Mapping[int, Ascription]:
    """Give the offices for which paragraphs speak that are not the article's own, by paragraph.

    `main` is the article's own office, `speakers` are those quoted, by segment. A paragraph speaks for the office whose head
    it quotes by name; else for that whose head was quoted last, if it calls that `pihaknya` or `kami`, or goes on with what
    was told for it, naming no office and quoting nobody. Where a stranger is quoted, it speaks for no office if it has
    `pihaknya` or the like, and so do those behind that quote the same one; and those that quote by name whoever has a post in
    another body.
    """
    posts = _posts(scene, speakers)
    strange = _outsiders(scene).difference(posts) if speakers else set[str]()
    voices: dict[int, Ascription] = {}
    voice: Ascription | None = None
    for paragraph, group in groupby(range(len(scene.bounds)), lambda number: scene.segments[number].paragraph):
        numbers = list(group)
        names = [speakers[number] for number in numbers if number in speakers]
        codes = {posts[word] for name in names for word in name.lower().split() if word in posts}
        named = any(scene.offices[number] for number in numbers)
        stranger = None if named else _strange_words(scene, numbers, names, strange)
        if stranger is not None:
            strange |= stranger
            voices[paragraph] = Ascription(None, "someone of another body speaks", sure=False, agency="another body")
        # In an article on the whole country a head who is quoted may tell of that.
        elif len(codes) == 1 and main != NATIONAL and not codes & {main, NATIONAL}:
            voices[paragraph] = Ascription(codes.pop(), f"of the office for which “{names[-1]}” speaks", sure=False)
        elif voice and any(_holds(scene, number, "pihaknya") for number in numbers):
            voices[paragraph] = voice
        elif paragraph - 1 in voices and not names and not named:
            voices[paragraph] = voices[paragraph - 1]
        for number in numbers:
            voice = _voice_after(scene, number, voice)
    return {paragraph: voice for paragraph, voice in voices.items() if voice.code != main}


def _strange_words(
    scene: Scene, numbers: Sequence[int], names: Sequence[str], known: AbstractSet[str]
) -> AbstractSet[str] | None:
    """Give the words of the names of those of other bodies for whom a paragraph speaks; None where it speaks for no such.

    `known` are those of the ones who spoke before.
    """
    spoken = {word for name in names for word in name.lower().split()}
    if spoken and spoken <= known:
        return spoken
    heard = any(_holds(scene, number, "pihaknya") for number in numbers)
    return spoken if heard and any(_stranger_speaks(scene, number) for number in numbers) else None


def _stranger_speaks(scene: Scene, number: int) -> bool:
    """Tell if someone of a body that is no BNN office says what a segment tells: `…, kata Camat Batu`, `Kadis … menyebut`."""
    vocabulary = scene.vocabulary
    words, (first, end) = scene.tokens.words, scene.bounds[number]
    at = first
    leading = vocabulary["peralihan|penunjuk|penutup"]
    while at < end and words[at] in leading:
        at += 1
    if at < end and not vocabulary["mengatakan"].isdisjoint(words[at:end]) and _is_strange_post(scene, at, end):
        return True
    before = vocabulary[_BEFORE_NAMES]
    told = (token for token in range(first, end - 1) if words[token] in before)
    return any(_is_strange_post(scene, token + 1 + (words[token + 1] in vocabulary["oleh"]), end) for token in told)


def _is_strange_post(scene: Scene, at: int, end: int) -> bool:
    """Tell if a post in a body that is no BNN office stands at a token: `Camat Batu`, `Sekretaris BPMPPKB`."""
    words, vocabulary = scene.tokens.words, scene.vocabulary
    if at < end and words[at] in vocabulary["pejabat_lain"]:
        return True
    if at >= end or words[at] not in vocabulary["jabatan"]:
        return False
    behind = range(at + 1, min(end, at + 1 + _BODY_REACH))
    other = vocabulary["bidang|jabatan"]
    body = next((token for token in behind if words[token] not in other), end)
    return body < end and _is_strange_body(scene, body)


def _is_strange_body(scene: Scene, token: int) -> bool:
    """Tell if a word begins the name of a body that is no BNN office, or is one in capitals: `Dinas`, `BPMPPKB`."""
    word, written = scene.tokens.words[token], scene.text[slice(*scene.tokens.span(token, token + 1))]
    if word in scene.vocabulary["badan_lain"]:
        return True
    known = word in scene.vocabulary["pangkat"] or word in scene.vocabulary["pokok"]
    return len(word) >= _INITIALS and written.isupper() and word.isalpha() and not known and "bnn" not in word


def _voice_after(scene: Scene, number: int, voice: Ascription | None) -> Ascription | None:
    """Give the office for which someone speaks after a segment: that of the head quoted in it, named or not, else as before.

    Where another office is named, nobody speaks for the one before any more.
    """
    offices = [office for office in scene.offices[number] if office.code]
    if not offices:
        return voice
    speech = scene.vocabulary[SPEECH]
    if not speech.isdisjoint(scene.tokens.words[slice(*scene.bounds[number])]):
        for office in offices:
            if is_headed(scene, office):
                reason = f"“{words_of(scene, office)}”, whose head speaks"
                return Ascription(office.code, reason, sure=False, doubt=office.doubt)
    return None if voice and any(office.code not in {voice.code, NATIONAL} for office in offices) else voice


def _holds(scene: Scene, number: int, words: str) -> bool:
    """Tell if a segment has one of the words of a list."""
    return not scene.vocabulary[words].isdisjoint(scene.tokens.words[slice(*scene.bounds[number])])


def _posts(scene: Scene, speakers: Mapping[int, str]) -> dict[str, str]:
    """Give the office that someone heads, by each word of the name: `Kepala BNNK Tabalong, AKBP Budi Santoso`.

    It may be the one of the sentence before: `Lalu giliran BNNK Tabalong. Kepala Seksi Rehabilitasi Budi menuturkan …`
    """
    posts: dict[str, str] = {}
    for number, name in speakers.items():
        before = number - 1
        if before < 0 or scene.offices[number] or scene.segments[before].paragraph != scene.segments[number].paragraph:
            continue
        codes = {office.code for office in scene.offices[before]}
        if len(codes) == 1 and _holds(scene, number, "jabatan") and (code := codes.pop()):
            posts |= dict.fromkeys(name.lower().split(), code)
    for office in chain.from_iterable(scene.offices):
        if office.code and is_headed(scene, office):
            posts |= dict.fromkeys(_name_behind(scene, office), office.code)
    return posts


def _outsiders(scene: Scene) -> set[str]:
    """Give the words of the names of those who have a post or rank in another body: `Kasat Narkoba Polres Batu AKP Budi`.

    The place of the body is among them.
    """
    words, vocabulary = scene.tokens.words, scene.vocabulary
    found: set[str] = set()
    for agency in chain.from_iterable(scene.agencies):
        behind = range(agency.first + 1, min(scene.bounds[agency.segment][1], agency.last + _NAME_REACH))
        capital = takewhile(lambda token: scene.text[scene.tokens.starts[token]].isupper() or words[token] in ",.()", behind)
        named = [words[token] for token in capital]
        headed = words[agency.first] in vocabulary["kepala_lain"] or is_headed(scene, agency)
        if headed or not vocabulary["pangkat"].isdisjoint(named):
            found.update(named)
    return found - vocabulary["pangkat|bukan_nama"]


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
