"""What figures get from how an article is laid out and who tells it: columns, rows, labels, voices; one article a case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from told import row

from bnnextract import extract

COLUMNS = {
    "years of columns": (
        "BNNP Riau merilis kinerja 2023.\n\nUraian 2021 2022 2023\nKasus 12 15 19\nTersangka 20 22 31",
        [
            "Provinsi Riau 2021 kasus: value 12",
            "Provinsi Riau 2022 kasus: value 15",
            "Provinsi Riau 2023 kasus: value 19",
            "Provinsi Riau 2021 tersangka: value 20",
            "Provinsi Riau 2022 tersangka: value 22",
            "Provinsi Riau 2023 tersangka: value 31",
        ],
    ),
    "rises in the last column": (
        "BNNP Riau merilis barang bukti yang disita pada 2024.\n\n"
        "Jenis | Tahun 2023 | Tahun 2024 | Keterangan\n"
        "Sabu | 8.428,26 gram | 93,44 gram | turun 98,89%\n"
        "Ganja | 6.821,45 gram | 10.053,41 gram | naik 47,37%",
        [
            "Provinsi Riau 2023 barang_bukti [sabu]: value 8428.26",
            "Provinsi Riau 2024 barang_bukti [sabu]: value 93.44, change -98.89",
            "Provinsi Riau 2023 barang_bukti [ganja]: value 6821.45",
            "Provinsi Riau 2024 barang_bukti [ganja]: value 10053.41, change 47.37",
        ],
    ),
    "units of rows": (
        "BNN RI merilis kinerja 2022.\n\nUraian 2021 2022\nSabu (ton) 3,31 1,9\nEkstasi (butir) 191.575 262.789",
        [
            "RI 2021 barang_bukti [sabu]: value 3.31",
            "RI 2022 barang_bukti [sabu]: value 1.9",
            "RI 2021 barang_bukti [ekstasi]: value 191575",
            "RI 2022 barang_bukti [ekstasi]: value 262789",
        ],
    ),
    "no phrase over two lines": (
        "Rawat jalan BNNK Bitung 2019 menurut jenis kelamin\nLaki-laki 45 orang\nPerempuan 7 orang",
        [
            "Kota Bitung 2019 rawat_jalan [laki-laki]: value 45",
            "Kota Bitung 2019 rawat_jalan [perempuan]: value 7",
        ],
    ),
    "units of labels": (
        "BNNP Riau menyampaikan capaian 2025:\nDokumen kerja sama : 34\nKasus : 42 (tahun 2024 : 12)",
        [
            "Provinsi Riau 2025 kerja_sama: value 34",
            "Provinsi Riau 2025 kasus: value 42",
            "Provinsi Riau 2024 kasus: value 12",
        ],
    ),
}
VOICES = {
    "a head quoted": (
        "BNNK Balangan merehabilitasi 39 orang pada 2024.\n\n"
        "“Sepanjang 2024 ada 40 klien yang direhabilitasi,” ujar Kepala BNNK Tabalong, Budi Hartono.\n\n"
        "Budi juga menyebut 12 kasus diungkap.",
        [
            "Kabupaten Balangan 2024 klien: value 39",
            "Kabupaten Tabalong 2024 klien: value 40",
            "Kabupaten Tabalong 2024 kasus: value 12",
        ],
    ),
    "all offices of a province": (
        "BNNK Bima merehabilitasi 12 orang pada 2024. Sementara BNN se-NTB menangani 57 kasus.",
        ["Kabupaten Bima 2024 klien: value 12", "Provinsi Nusa Tenggara Barat 2024 kasus: value 57"],
    ),
}
YEARS = {
    "years ago": (
        "Kepala BNNP Riau, Rabu (5/2/2020), mengatakan dua tahun lalu pihaknya menangani 19 kasus.",
        ["Provinsi Riau 2018 kasus: value 19"],
    ),
    "a year told by a day": (
        "BNNP Riau merehabilitasi 20 orang sepanjang 2023, Jumat (29/12/2023).\n\n"
        "Pada 19 Desember 2022 BNNP Riau menyebut yang direhabilitasi sepanjang tahun itu 31 orang.",
        ["Provinsi Riau 2023 klien: value 20", "Provinsi Riau 2022 klien: value 31"],
    ),
    "part of the year before": (
        "Sepanjang 2025 BNNP Riau merehabilitasi 131 orang. Tahun lalu sampai Juni baru 32 orang.",
        ["Provinsi Riau 2025 klien: value 131", "Provinsi Riau 2024 klien: value 32"],
    ),
}
WHOLES = {
    "broken down anew": (
        "Sepanjang 2023 BNNK Palu merehabilitasi 46 orang. Yang dirawat inap 3 orang. Dilihat dari usia, 5 orang remaja.",
        [
            "Kota Palu 2023 klien: value 46",
            "Kota Palu 2023 rawat_inap: value 3",
            "Kota Palu 2023 klien [remaja]: value 5",
        ],
    ),
    "of villages left out": (
        "Pada 2025 dari 12 kecamatan, BNNK Tabalong memetakan empat berstatus rawan.",
        ["Kabupaten Tabalong 2025 kawasan_rawan [berstatus rawan]: value 4"],
    ),
    "what is left": (
        "Pada 2023 BNNP Riau merawat jalan 56 klien, yakni 32 orang dari Dumai, sisanya 24 dari Siak.",
        [
            "Provinsi Riau 2023 rawat_jalan: value 56",
            "Provinsi Riau 2023 rawat_jalan [dumai]: value 32",
            "Provinsi Riau 2023 rawat_jalan [siak]: value 24",
        ],
    ),
}
CASES = {
    f"{of}: {name}": case
    for of, cases in {"columns": COLUMNS, "voices": VOICES, "years": YEARS, "wholes": WHOLES}.items()
    for name, case in cases.items()
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_figures_are_read_by_layout_and_teller(text: str, wanted: Sequence[str]) -> None:
    assert sorted(map(row, extract(text))) == sorted(wanted)
