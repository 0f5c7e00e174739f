"""Of which year figures are, by what the article tells of years; one article a case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from told import row

from bnnextract import extract

# The text, its publication date, and what is read.
CASES = {
    "who says last year of the year reported on says this year of his own": (
        "Sepanjang 2017 BNNP Bali merehabilitasi 150 klien. Tahun lalu itu targetnya 120 klien. Tahun ini ditargetkan 90 klien.",
        "2018-01-10",
        [
            "Provinsi Bali 2017 klien: value 150, target 120",
            "Provinsi Bali 2018 klien: target 90",
        ],
    ),
    "who does not, says this year of the one reported on": (
        "Sepanjang 2017 BNNP Bali merehabilitasi 150 klien. Tahun ini ada juga 12 kasus.",
        "2018-01-10",
        ["Provinsi Bali 2017 kasus: value 12", "Provinsi Bali 2017 klien: value 150"],
    ),
    "what lies ahead is not what is reported on": (
        "Sepanjang tahun 2017 BNNP Bali mengungkap 33 kasus.\n\nDari kasus itu 55 orang dijadikan tersangka.\n\n"
        + "Ia mengajak warga bersama-sama menjaga keluarga. " * 14
        + "Untuk tahun ini BNNP Bali menargetkan 17 kasus.",
        "2018-03-10",
        [
            "Provinsi Bali 2017 kasus: value 33",
            "Provinsi Bali 2017 tersangka: value 55",
            "Provinsi Bali 2018 kasus: target 17",
        ],
    ),
}


@pytest.mark.parametrize(("text", "published", "wanted"), CASES.values(), ids=CASES)
def test_a_figure_is_of_the_year_that_is_told(text: str, published: str | None, wanted: Sequence[str]) -> None:
    assert sorted(map(row, extract(text, published=published))) == sorted(wanted)
