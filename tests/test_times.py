"""When figures are of which the article tells by other times: later years, brackets, comparisons; one telling a case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from told import row

from bnnextract import extract

CASES = {
    "years after one told": (
        "Pada 2008 BNNP Bali merehabilitasi 60 orang. Empat tahun setelahnya jumlahnya 90 orang.",
        ["Provinsi Bali 2008 klien: value 60", "Provinsi Bali 2012 klien: value 90"],
    ),
    "so many years after that none is told": (
        "Pada 2008 BNNP Bali merehabilitasi 60 orang. Beberapa tahun kemudian jumlahnya 90 orang.",
        ["Provinsi Bali 2008 klien: value 60", "Provinsi Bali None klien: value 90"],
    ),
    "the age of an office, which dates nothing": (
        "Pada 2008 BNNP Bali, yang berdiri enam tahun silam, merehabilitasi 60 orang.",
        ["Provinsi Bali 2008 klien: value 60"],
    ),
    "years before one told": (
        "Pada 2023 BNNP Bali merehabilitasi 60 orang. Tiga tahun sebelumnya jumlahnya 90 orang.",
        ["Provinsi Bali 2020 klien: value 90", "Provinsi Bali 2023 klien: value 60"],
    ),
    "that time, of a year compared with": (
        "Pada 2021 BNNP Bali mengungkap 14 perkara. Dibanding 2020 ada kenaikan tiga perkara. Saat itu BNNP Bali "
        "mengungkap 11 perkara.",
        ["Provinsi Bali 2020 kasus: value 11", "Provinsi Bali 2021 kasus: value 14, change 3, change_from 2020"],
    ),
    "what came since a year compared with, which is told behind": (
        "Kasus BNNP Bali pada 2017 merosot dibanding tahun sebelumnya, yaitu 92 kasus atau turun 31 persen dari 134 "
        "kasus pada 2016.",
        ["Provinsi Bali 2016 kasus: value 134", "Provinsi Bali 2017 kasus: value 92, change -31, change_from 2016"],
    ),
    "a list with another year in brackets": (
        "Capaian BNNK Batu tahun 2020 (dalam kurung capaian tahun 2019):\n1. Relawan: 80 orang (65 orang)\n"
        "2. Tes urine: 10 kegiatan dengan 206 peserta (18 kegiatan dengan 731 peserta)\n3. Agen pemulihan: 6 orang\n"
        "4. Realisasi anggaran: Rp 1.187.000.000 dari pagu Rp 1.204.000.000 (98,61 %)",
        [
            "Kota Batu 2019 relawan: value 65",
            "Kota Batu 2019 tes_urine_kegiatan: value 18",
            "Kota Batu 2019 tes_urine_peserta: value 731",
            "Kota Batu 2020 agen_pemulihan: value 6",
            "Kota Batu 2020 anggaran [pagu]: value 1204000000",
            "Kota Batu 2020 anggaran [realisasi]: value 1187000000",
            "Kota Batu 2020 relawan: value 80",
            "Kota Batu 2020 serapan: value 98.61",
            "Kota Batu 2020 tes_urine_kegiatan: value 10",
            "Kota Batu 2020 tes_urine_peserta: value 206",
        ],
    ),
    "a list with the second of two years in brackets": (
        "Capaian BNNK Batu tahun 2020 dan 2019 (dalam kurung):\n1. Relawan: 80 orang (65 orang)\n2. Agen pemulihan: 6 orang",
        ["Kota Batu 2019 relawan: value 65", "Kota Batu 2020 agen_pemulihan: value 6", "Kota Batu 2020 relawan: value 80"],
    ),
    "as many as the year before": (
        "Tahun 2019 ada 22 klien BNNK Tuban, 3 rawat inap dan 19 rawat jalan. Tahun 2020 jumlahnya tetap 22.",
        [
            "Kabupaten Tuban 2019 klien: value 22",
            "Kabupaten Tuban 2019 rawat_inap: value 3",
            "Kabupaten Tuban 2019 rawat_jalan: value 19",
            "Kabupaten Tuban 2020 klien: value 22",
        ],
    ),
    "what opens with the deed whose day was told": (
        "Sepanjang Januari-Juni 2025 BNNK Batu menyosialisasikan bahaya narkoba kepada 3.000 orang. Terakhir, "
        "sosialisasi digelar Rabu 6 Agustus 2025. Sosialisasi tersebut diikuti 120 peserta.",
        ["Kota Batu 2025 sosialisasi_peserta: value 120", "Kota Batu 2025 sosialisasi_peserta: value 3000"],
    ),
    "a former year that only leads up to the next": (
        "BNN RI mengungkap 618 kasus sepanjang 2023, kemudian pada 2024 naik menjadi 702 kasus.\n"
        "Di bidang pencegahan, BNN menyelenggarakan advokasi di 1.024 lembaga dan sosialisasi kepada 3,8 juta orang. "
        "Program Desa Bersinar menyentuh 10.317 desa, bertambah 1.102 desa dari 2023.",
        [
            "RI 2023 kasus: value 618",
            "RI 2024 desa_bersinar: value 10317, change 1102, change_from 2023",
            "RI 2024 kasus: value 702",
            "RI 2024 lembaga [advokasi]: value 1024",
            "RI 2024 sosialisasi_peserta: value 3800000",
        ],
    ),
    "years aside in brackets": (
        "BNNP Papua pada 2024 merehabilitasi 120 orang (2023: 100 orang). Pasien rawat inap 20 orang (2023: 15 "
        "orang). Tes urine 3.000 orang.",
        [
            "Provinsi Papua 2023 klien: value 100",
            "Provinsi Papua 2023 rawat_inap: value 15",
            "Provinsi Papua 2024 klien: value 120",
            "Provinsi Papua 2024 rawat_inap: value 20",
            "Provinsi Papua 2024 tes_urine_peserta: value 3000",
        ],
    ),
    "years aside in brackets before things seized": (
        "Kasus yang ditangani BNNP Papua tahun 2024 meningkat. Sebanyak 20 kasus (2023: 16 kasus) dengan tersangka "
        "29 orang (2023: 24 orang). Sabu disita 7.412 gram (2023: 4.820 gram). Berkas P21 sebanyak 18 (2023: 15).",
        [
            "Provinsi Papua 2023 barang_bukti [sabu]: value 4820",
            "Provinsi Papua 2023 berkas: value 15",
            "Provinsi Papua 2023 kasus: value 16",
            "Provinsi Papua 2023 tersangka: value 24",
            "Provinsi Papua 2024 barang_bukti [sabu]: value 7412",
            "Provinsi Papua 2024 berkas [p21]: value 18",
            "Provinsi Papua 2024 kasus: value 20",
            "Provinsi Papua 2024 tersangka: value 29",
        ],
    ),
    "some of a group with a year, behind what is planned": (
        "BNN Kota Depok menargetkan 10 kasus pada 2025. Dari 30 tersangka tahun 2024, sebanyak 13 orang berstatus mahasiswa.",
        [
            "Kota Depok 2024 tersangka [mahasiswa]: value 13",
            "Kota Depok 2024 tersangka: value 30",
            "Kota Depok 2025 kasus: target 10",
        ],
    ),
    "some of a group with a year, in the sentence behind a target": (
        "BNNK Bantul menargetkan pengungkapan 4 kasus pada 2025. Dari 30 tersangka tahun 2024, sebanyak 13 orang "
        "berstatus mahasiswa.",
        [
            "Kabupaten Bantul 2024 tersangka [mahasiswa]: value 13",
            "Kabupaten Bantul 2024 tersangka: value 30",
            "Kabupaten Bantul 2025 kasus: target 4",
        ],
    ),
    "what was absorbed of a sum with its own year": (
        "Anggaran BNNP Riau tahun 2025 Rp 24 miliar, naik dari Rp 20 miliar pada 2024 yang terserap 99,1 persen.",
        [
            "Provinsi Riau 2024 anggaran [pagu]: value 20000000000",
            "Provinsi Riau 2024 serapan: value 99.1",
            "Provinsi Riau 2025 anggaran [pagu]: value 24000000000",
        ],
    ),
}


@pytest.mark.parametrize(("text", "rows"), CASES.values(), ids=CASES.keys())
def test_reads(text: str, rows: Sequence[str]) -> None:
    assert sorted(map(row, extract(text))) == sorted(rows)
