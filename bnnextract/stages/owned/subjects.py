"""Other bodies: which of those a sentence names are what it tells of, so that the next one goes on with them."""

from __future__ import annotations

from bnnextract.stages.found.scenes import PlacedAgency, Scene

# `ditangkap` is a verb, `dinas` is none.
_SHORTEST_VERB = 6
# How far before a verb the word stands that makes its clause one that only tells of another's.
_CLAUSE_REACH = 2
# How many words of its name and post, and of whose it is, stand before a body.
_TITLE_REACH = 8


def is_subject(scene: Scene, agency: PlacedAgency) -> bool:
    """Tell if a sentence tells what a body does or says: the body opens a clause or is named as the doer.

    `Sementara itu Polres Batu …`, `Ia ditangkap Polres Batu`. Of what the body only owns, sent or received nothing goes on
    with it: `84 tersangka, kebanyakan kiriman penyidik Polda Bali. Klien rawat jalan 41 orang.`
    """
    if _has_figure(scene, agency):
        return True
    first = scene.bounds[agency.segment][0]
    posts = scene.vocabulary["jabatan|regu|kedudukan"]
    at, end = agency.first, max(first, agency.first - _TITLE_REACH)
    while at > end and (_is_name(scene, at - 1) or scene.tokens.words[at - 1] in posts):
        at -= 1
    # What the body is called by one more word: `sementara kantor Bea Cukai Batu`.
    return _opens(scene, agency.segment, at) or (at - 1 > first and _opens(scene, agency.segment, at - 1))


def _has_figure(scene: Scene, agency: PlacedAgency) -> bool:
    """Tell if a clause that names a body has a figure behind it, which is then the body's: `tangkapan Polres yang 9 gram`."""
    behind = next((figure for figure in scene.figures[agency.segment] if figure.first >= agency.last), None)
    return behind is not None and "," not in scene.tokens.words[agency.last : behind.first]


def _is_name(scene: Scene, token: int) -> bool:
    return scene.text[scene.tokens.starts[token]].isupper()


def _opens(scene: Scene, segment: int, at: int) -> bool:
    """Tell if a clause may begin at a word, or one that is told as the doer: behind `oleh` or a verb in the passive."""
    words, first = scene.tokens.words, scene.bounds[segment][0]
    if at <= first:
        return True
    before = words[at - 1]
    if not before.isalpha() or before in scene.vocabulary["pembuka_klausa|peralihan|penunjuk|ujar"]:
        return True
    if before.startswith("di") and len(before) > _SHORTEST_VERB:
        return scene.vocabulary["klausa_lain"].isdisjoint(words[max(first, at - 1 - _CLAUSE_REACH) : at - 1])
    return any(period.last == at for period in scene.periods[segment])
