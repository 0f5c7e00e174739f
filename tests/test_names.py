"""Number words that are part of a name count nothing; one telling a case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from told import row

from bnnextract import extract

CASES = {
    "in the name of an office": (
        "BNNK Empat Lawang menangani kasus sabu. Pada 2024 BNNK Empat Lawang merehabilitasi 12 klien.",
        ["Kabupaten Empat Lawang 2024 klien: value 12"],
    ),
    "in the name of an office that is spelled out": (
        "Kepala BNN Kabupaten Kepulauan Seribu menyebut 12 klien direhabilitasi pada 2024.",
        ["Kabupaten Kepulauan Seribu 2024 klien: value 12"],
    ),
    "in the name of a region": (
        "BNNP DKI Jakarta menangani 9 klien dari Kepulauan Seribu pada 2024.",
        ["Provinsi DKI Jakarta 2024 klien [kepulauan seribu]: value 9"],
    ),
    "in the name of a village": (
        "Pada 2024 BNNP Jawa Tengah menangkap tersangka di Dusun Tiga, Desa Sembilan.",
        [],
    ),
    "of two words, in the name of a village": (
        "Pada 2024 BNNP Lampung mengadakan tes urine bagi siswa di Desa Tujuh Belas.",
        [],
    ),
    "in the name of an island": (
        "Pada 2024 BNNP Bali menangkap 2 orang di Pulau Seribu.",
        ["Provinsi Bali 2024 tersangka: value 2"],
    ),
    "counting, behind a village that is not named": (
        "Pada 2024 BNNK Batu melatih relawan, tiap desa dua orang.",
        ["Kota Batu 2024 relawan: value 2"],
    ),
    "counting, behind the name of a region": (
        "Pada 2024 di Kota Batu tiga kasus diungkap BNNK Batu.",
        ["Kota Batu 2024 kasus: value 3"],
    ),
}


@pytest.mark.parametrize(("text", "rows"), CASES.values(), ids=CASES.keys())
def test_a_number_word_in_a_name_counts_nothing(text: str, rows: Sequence[str]) -> None:
    assert sorted(map(row, extract(text))) == rows
