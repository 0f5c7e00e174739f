"""Figures of one occurrence, told apart from those of a period."""

from __future__ import annotations

from bnnextract.stages.resolution import Dating, Reporting
from bnnextract.stages.scenes import Figure, Scene

_EVENTFUL = (
    "pemberantasan.kasus pemberantasan.tersangka pemberantasan.barang_bukti pemberantasan.pemusnahan pemberantasan.razia "
    "pemberantasan.nilai_barang_bukti pemberantasan.jiwa_diselamatkan pemberantasan.ladang_ganja pemberantasan.tppu "
    "pemberdayaan.tes_urine_peserta pemberdayaan.tes_urine_positif pencegahan.sosialisasi_peserta"
).split()


def is_event(scene: Scene, figure: Figure, indicator: str, dating: Dating, report: Reporting) -> bool:
    """Tell if a figure is of one occurrence.

    A figure dated to a year or a stretch of time in its sentence or paragraph is not. One whose sentence tells a day is. What
    is destroyed is, unless a period is told with it. Else the article decides: one that tells of no period at all tells of one occurrence.
    """
    if indicator not in _EVENTFUL:
        return False
    periods = [p for p in scene.periods if p.segment == figure.segment]
    if dating.mention is not None or dating.reason.endswith("in the paragraph") and dating.sure:
        return False
    if indicator == "pemberantasan.pemusnahan":
        return True
    paragraph = scene.segment(figure.segment).paragraph
    days = [
        p for p in scene.periods
        if p.mention.kind == "day" and scene.segment(p.segment).paragraph == paragraph and p.segment <= figure.segment
        and scene.tokens.words[p.first - 1 if p.first else 0] != "("
    ]  # fmt: skip
    if days and indicator in {"pemberantasan.barang_bukti", "pemberantasan.nilai_barang_bukti", "pemberantasan.tersangka"}:
        return True
    del periods
    return not report.told
