"""Figures of one occurrence, told apart from those of a period."""

from __future__ import annotations

from bnnextract.stages.periods import Reporting
from bnnextract.stages.resolution import Dating
from bnnextract.stages.scenes import Figure, Scene

_EVENTFUL = ["pemberantasan.kasus", "pemberantasan.tersangka", "pemberantasan.barang_bukti", "pemberantasan.pemusnahan", "pemberantasan.razia", "pemberantasan.nilai_barang_bukti", "pemberantasan.jiwa_diselamatkan", "pemberantasan.ladang_ganja", "pemberantasan.tppu", "pemberdayaan.tes_urine_peserta", "pemberdayaan.tes_urine_positif", "pencegahan.sosialisasi_peserta"]

_SEIZED = frozenset({"pemberantasan.barang_bukti", "pemberantasan.nilai_barang_bukti", "pemberantasan.tersangka"})


def is_event(scene: Scene, figure: Figure, indicator: str, dating: Dating, report: Reporting) -> bool:
    """Tell if a figure is of one occurrence.

    What is destroyed is, unless a whole year is told with it. A figure dated in its sentence or paragraph is not; one whose
    paragraph tells a day on which something was seized is. Else the article decides: one that reports on no period tells of one
    occurrence.
    """
    if indicator not in _EVENTFUL:
        return False
    if indicator == "pemberantasan.pemusnahan":
        return dating.mention is None or dating.mention.mention.kind != "year"
    if dating.mention is not None or "paragraph" in dating.reason:
        return False
    return not report.told or (indicator in _SEIZED and _on_a_day(scene, figure))


def _on_a_day(scene: Scene, figure: Figure) -> bool:
    paragraph = scene.segment(figure.segment).paragraph
    return any(
        period.mention.kind == "day"
        and scene.segment(period.segment).paragraph == paragraph
        and period.first < figure.first
        and scene.tokens.words[period.first - 1 if period.first else 0] != "("
        for period in scene.periods
    )
