"""Articles that break off, as teasers and cut pages do: what there is of them is read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bnnextract import extract

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))
# What a text ends with, and the number of statistics in it.
CASES = {
    "a noun of a kind": ("Selama 2021 BNNP Bali menangkap 40 orang, kemudian 7 orang buruh dan 5 orang", 3),
    "a noun that is its own kind": ("Sepanjang 2021 BNNP Bali mengungkap 63 jaringan peredaran, yakni 56 jaringan", 2),
    "where some are": ("Pada 2021 BNNK Batu merehabilitasi 129 orang, 18 orang di", 2),
    "the name of another body": ("Pada 2021 BNNK Batu mengetes urine 40 orang di Dinas Sosial", 1),
    "an office that gets some of a target": ("Target BNNP Bali pada 2021 11 kasus. BNNK Badung", 1),
    "the place behind a figure": ("BNNP Bali merinci kasus BNNK. Pada 2021 ada 12 kasus oleh Badung, dua oleh Gianyar", 2),
}


@pytest.mark.parametrize(("text", "statistics"), CASES.values(), ids=CASES)
def test_a_text_may_end_there(text: str, statistics: int) -> None:
    assert len(extract(text)) == statistics


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
def test_a_sample_may_break_off_anywhere(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    for match in re.finditer(r"\w+", text):
        cut = text[: match.end()]
        assert all(statistic.best.span.end <= len(cut) for statistic in extract(cut))
