"""Amounts and people to the drug that they are of."""

from __future__ import annotations

from collections.abc import Sequence

from bnnextract.knowledge.indicators import Part
from bnnextract.knowledge.lexicon import Hit
from bnnextract.knowledge.units import GRAMS
from bnnextract.stages.found.scenes import Figure, Scene
from bnnextract.stages.parted.labels import LABEL_LENGTH, WHOLE, Breakdown, part_told

# What drugs are measured in.
AMOUNTS = frozenset({*GRAMS, "butir", "batang", "mililiter", "liter", "paket", "lembar"})
# How far a drug may stand: on the right in the noun phrase, on the left in the clause, else on the right after all.
_DRUG_RIGHT, _DRUG_LEFT, _DRUG_FAR = 2, 40, 16
# How far back, in segments, the drug may stand of which the worth is told.
_DRUG_BACK = 4
# How near a drug before an amount stands that is its label: `sabu sebanyak 118 gram`.
_DRUG_LABEL = 4
# How many words may stand between an amount and what its packs hold, and how many drugs are several.
_CONTENT, _SEVERAL = 4, 2
# Before what something is in; what words of deeds begin with.
_INSIDE = frozenset({"dalam", "di"})
_DEEDS = ("di", "me", "ber", "ter")
# Between two amounts of one drug.
_TOGETHER = {("dan",), ("serta",), ("ditambah",), ("plus",), ("atau",)}


def drug_told(scene: Scene, figure: Figure) -> Breakdown | None:
    """Find the drug that an amount or people are told of in their sentence, the nearest that is not another figure's."""
    drugs = [hit for hit in scene.parts[figure.segment] if hit.meanings[0].axis == "zat"]
    inside = [hit for hit in drugs if hit.first < figure.last and hit.last > figure.first]
    right = [hit for hit in drugs if hit.first >= figure.last]
    left = [hit for hit in drugs if hit.last <= figure.first and scene.distance(hit.last, figure.first) <= _DRUG_LEFT]
    if inside:
        return part_told(scene, inside[0])
    if left and _is_owned(scene, figure.segment, left[-1]):
        if right and _names_content(scene, figure, left[-1], right[0]):
            return part_told(scene, right[0])
        several = len({hit.meanings[0].value for hit in left}) >= _SEVERAL
        if several and not scene.vocabulary["total"].isdisjoint(scene.tokens.words[left[-1].last : figure.first]):
            return WHOLE  # `27 gram sabu dan 3 gram ganja, dengan total mencapai 30 gram`
    if _of_several(scene, figure, right):
        return WHOLE
    named = bool(left) and (scene.distance(left[-1].last, figure.first) <= _DRUG_LABEL or _is_label(scene, figure, left[-1]))
    if right and named and (_labels_amount(scene, figure, right[0]) or _holds(scene, figure, right[0])):
        return part_told(scene, left[-1])
    if right and (scene.distance(figure.last, right[0].first) <= _DRUG_RIGHT or _of_kind(scene, figure.last, right[0].first)):
        return part_told(scene, right[0])
    if not named and (beside := _shared_drug(scene, figure, right)) is not None:
        return part_told(scene, beside)
    if left and _goes_on_from(scene, figure, left[-1]):
        return WHOLE
    if left:
        return part_told(scene, left[-1])
    if right and scene.distance(figure.last, right[0].first) <= _DRUG_FAR and not _leads_on(scene, figure, right[0]):
        return part_told(scene, right[0])
    return None


def _is_owned(scene: Scene, segment: int, hit: Hit[Part]) -> bool:
    """Tell if a drug stands right behind an amount, and so is what this is of: `652,36 gram ganja`."""
    return any(other.first < hit.first <= other.last and other.quantity.unit in AMOUNTS for other in scene.figures[segment])


def _is_label(scene: Scene, figure: Figure, hit: Hit[Part]) -> bool:
    """Tell if a drug farther before an amount is what it is of: `jaringan sabu pada 13 September 2020 sebanyak 24 gram`."""
    so_much = scene.tokens.words[figure.first - 1] in scene.vocabulary["pengisi"]
    between = any(hit.last <= other.first < figure.first for other in scene.figures[figure.segment])
    return so_much and not between and not _is_owned(scene, figure.segment, hit)


def _goes_on_from(scene: Scene, figure: Figure, hit: Hit[Part]) -> bool:
    """Tell if a list goes on from the drug of an amount to another amount: `17 kg sabu dan 10.212 butir pil`.

    A name that is no drug's may stand before that: `551 butir ekstasi, serbuk gorila 303 gram`.
    """
    between = scene.tokens.words[hit.last : figure.first]
    listed = bool(between) and len(between) <= _DRUG_LABEL and between[0] in scene.vocabulary["daftar"]
    office = any(hit.last <= office.first < figure.first for office in scene.offices[figure.segment])
    same = any(word.startswith(_DEEDS) for word in between) or not (scene.vocabulary["total|pengisi"].isdisjoint(between))
    return listed and not same and not office and _is_owned(scene, figure.segment, hit)


def _holds(scene: Scene, figure: Figure, hit: Hit[Part]) -> bool:
    """Tell if what stands behind an amount is only in what that was: `ganja sintetis sebanyak 80 ml dalam vape`."""
    return not _INSIDE.isdisjoint(scene.tokens.words[figure.last : hit.first])


def _names_content(scene: Scene, figure: Figure, before: Hit[Part], hit: Hit[Part]) -> bool:
    """Tell if a drug behind an amount, and not the one before, is what it is of: `ganja, dan 150 butir kapsul isi ekstasi`."""
    words = scene.tokens.words
    apart = not scene.vocabulary["daftar"].isdisjoint(words[before.last : figure.first])
    between = words[figure.last : hit.first]
    return apart and len(between) <= _CONTENT and all(map(str.isalpha, between)) and not _labels_amount(scene, figure, hit)


def _of_several(scene: Scene, figure: Figure, right: Sequence[Hit[Part]]) -> bool:
    """Tell if an amount is of several drugs that are listed behind it: `16 kg narkotika jenis sabu, ganja dan ekstasi`."""
    return len(right) >= _SEVERAL and _of_kind(scene, figure.last, right[0].first) and _adjoin(scene, right[0], right[1])


def _adjoin(scene: Scene, first: Hit[Part], second: Hit[Part]) -> bool:
    between = scene.tokens.words[first.last : second.first]
    return bool(between) and scene.vocabulary["daftar"].issuperset(between)


def _labels_amount(scene: Scene, figure: Figure, hit: Hit[Part]) -> bool:
    """Tell if a drug behind an amount is the label of the next one: `sabu 18 gram plus ganja 5 gram`."""
    return any(
        0 <= other.first - hit.last <= 1
        and scene.vocabulary["pengisi"].issuperset(scene.tokens.words[hit.last : other.first])
        and other.quantity.unit in AMOUNTS
        for other in scene.figures[figure.segment]
    )


def _shared_drug(scene: Scene, figure: Figure, right: Sequence[Hit[Part]]) -> Hit[Part] | None:
    """Find the drug of two amounts told together: `1,05 kilogram dan 113 butir ekstasi`."""
    following = next((other for other in scene.figures[figure.segment] if other.first >= figure.last), None)
    if following is None or not right or not following.first < right[0].first <= following.last:
        return None
    return right[0] if scene.tokens.words[figure.last : following.first] in _TOGETHER else None


def _leads_on(scene: Scene, figure: Figure, hit: Hit[Part]) -> bool:
    """Tell if a drug behind a total is the first of those it is made up of: `1,1 ton, terdiri dari sabu 400 kilogram`."""
    between = scene.tokens.words[figure.last : hit.first]
    return not scene.vocabulary["terdiri|yaitu|berupa"].isdisjoint(between) and any(
        figure.last <= other.first and _away(scene, other, hit) <= _DRUG_RIGHT for other in scene.figures[figure.segment]
    )


def _away(scene: Scene, figure: Figure, hit: Hit[Part]) -> int:
    return scene.distance(hit.last, figure.first) if hit.last <= figure.first else scene.distance(figure.last, hit.first)


def _of_kind(scene: Scene, first: int, last: int) -> bool:
    """Tell if only words that name the kind of drug stand between: `gram narkotika golongan satu jenis sabu`."""
    between = scene.tokens.words[first:last]
    return "jenis" in between and "," not in between and len(between) <= LABEL_LENGTH


def drug_before(scene: Scene, figure: Figure) -> Breakdown | None:
    """Find the drug last spoken of in the sentences before."""
    for segment in range(figure.segment - 1, max(-1, figure.segment - 1 - _DRUG_BACK), -1):
        drugs = [hit for hit in scene.parts[segment] if hit.meanings[0].axis == "zat"]
        if drugs:
            kinds = {hit.meanings[0].value for hit in drugs}
            return part_told(scene, drugs[-1]) if len(kinds) == 1 else None
    return None


def is_total_of_drugs(scene: Scene, figure: Figure) -> bool:
    """Tell if an amount is said to be the total, which may be of all drugs told before: `Total keseluruhan mencapai 102 kg`."""
    words = scene.tokens.words[scene.bounds[figure.segment][0] : figure.first]
    return not scene.vocabulary["total"].isdisjoint(words)


def points_at_drug(scene: Scene, figure: Figure) -> bool:
    """Tell if the worth of the drug last spoken of is told, `Barang haram itu bernilai Rp 2 miliar`, and not that of all."""
    words = scene.tokens.words[scene.bounds[figure.segment][0] : figure.first]
    return not scene.vocabulary["barang"].isdisjoint(words) and scene.vocabulary["bukti"].isdisjoint(words)
