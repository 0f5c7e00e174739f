"""Of which part of what is counted a figure is, and of what kind the things are that were taken; one article a case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from told import row

from bnnextract import extract

NO_PARTS = {
    "the name of what is counted": (
        "BNNK Sigi pada 2022 mengeluarkan 212 Surat Keterangan Hasil Pemeriksaan Narkotika dari target 200 surat.",
        ["212 None"],
    ),
    "what the office did with them": (
        "Sepanjang 2021 BNNP Riau merehabilitasi 60 orang. Dari jumlah itu, yang kami tangani 42 orang.",
        ["60 None", "42 None"],
    ),
    "for whom certificates are": (
        "Sepanjang 2022 BNNK Sigi merehabilitasi 60 orang. Dari sisi layanan, penerbitan SKHPN kepada 386 orang, "
        "tes urine kepada 90 orang.",
        ["60 None", "386 None", "90 None"],
    ),
    "a measure": (
        "Pemusnahan ladang ganja BNNP Aceh pada 2022:\n- Luas: 3 hektare\n- Berat basah: 8 ton",
        ["3 None", "8 None"],
    ),
    "an event of which they are the participants": (
        "Capaian BNNK Sigi 2022\nUraian | Target | Realisasi | %\nPeserta diseminasi (orang) | 1.000 | 1.250 | 125",
        ["1250 None"],
    ),
    "the clinic where all of them are": (
        "Pada 2022 layanan rawat jalan di Klinik Pratama BNNK Sigi ditargetkan 20 orang dan terealisasi 24 orang.",
        ["24 None"],
    ),
    "the clinic where all of an item are": (
        "Capaian BNNK Sigi 2022\n- Rawat jalan di Klinik Pratama Harapan: 24 orang\n- Pascarehabilitasi: 12 orang",
        ["24 None", "12 None"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), NO_PARTS.values(), ids=NO_PARTS)
def test_words_that_tell_no_part(text: str, wanted: Sequence[str]) -> None:
    assert [f"{s.value} {s.category}" for s in extract(text)] == wanted


def test_the_clinics_of_several_offices_tell_whose_clients_are_counted() -> None:
    text = (
        "Pada 2021 layanan rawat jalan BNNP Riau diberikan kepada 34 orang. Rinciannya, Klinik Pratama BNNP Riau 20 orang, "
        "Klinik Pratama BNNK Dumai 9 orang dan Klinik Pratama BNNK Pelalawan 5 orang."
    )
    assert [row(statistic) for statistic in extract(text)] == [
        "Provinsi Riau 2021 rawat_jalan: value 34",
        "Provinsi Riau 2021 rawat_jalan: value 20",
        "Kota Dumai 2021 rawat_jalan: value 9",
        "Kabupaten Pelalawan 2021 rawat_jalan: value 5",
    ]
