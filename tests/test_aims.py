"""What is a target, what was attained of one and what is neither; one telling a case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from told import row

from bnnextract import extract

CASES = {
    "a target gone on with behind 'ditambah'": (
        "Pada 2024 BNNP Maluku menargetkan 11 kasus, ditambah BNNK Tual 2 kasus.",
        ["Kota Tual 2024 kasus: target 2", "Provinsi Maluku 2024 kasus: target 11"],
    ),
    "targets that a sum follows": (
        "Pada 2024 target BNNP Maluku 11 kasus ditambah 6 kasus milik BNNK, total 17 kasus.",
        [
            "Provinsi Maluku 2024 kasus: target 11",
            "Provinsi Maluku 2024 kasus: target 17",
            "Provinsi Maluku 2024 kasus: target 6",
        ],
    ),
    "targets of deeds joined by 'serta'": (
        "Pada 2024 BNNK Batu ditargetkan merehabilitasi 30 klien, serta membentuk 2 desa bersinar.",
        ["Kota Batu 2024 desa_bersinar: target 2", "Kota Batu 2024 klien: target 30"],
    ),
    "the kinds of a target behind 'yaitu'": (
        "Target BNNK Batu pada 2024 sebanyak 60 orang, yaitu 40 orang rawat jalan dan 20 orang rawat inap.",
        ["Kota Batu 2024 klien: target 60", "Kota Batu 2024 rawat_inap: target 20", "Kota Batu 2024 rawat_jalan: target 40"],
    ),
    "the kinds of a target, each with its number": (
        "Pada 2024 target BNNK Batu 60 klien, masing-masing 40 rawat jalan dan 20 rawat inap.",
        ["Kota Batu 2024 klien: target 60", "Kota Batu 2024 rawat_inap: target 20", "Kota Batu 2024 rawat_jalan: target 40"],
    ),
    "a target and what was done beyond it with a sum of something else": (
        "Dari target 1 berkas perkara, BNN Kota Batu mengungkap 3 kasus dengan total ganja 7,3 kilogram pada 2023.",
        ["Kota Batu 2023 barang_bukti [ganja]: value 7.3", "Kota Batu 2023 berkas: target 1", "Kota Batu 2023 kasus: value 3"],
    ),
    "a deed that is planned": (
        "Pada 2024 BNNK Batu membuka klinik. Kami rencanakan mulai menerima 15 pasien rawat inap, ujarnya.",
        ["Kota Batu 2024 rawat_inap: target 15"],
    ),
    "people who will be trained": (
        "Rencananya 30 penggiat akan dilatih BNNK Batu pada 2024.",
        ["Kota Batu 2024 penggiat: target 30"],
    ),
    "what was attained so far": (
        "Pada 2024 pascarehabilitasi BNNP Bali 30 orang, sudah 100 persen.",
        ["Provinsi Bali 2024 pascarehabilitasi: value 30, achievement 100"],
    ),
    "a share that is no attainment": (
        "Pada 2024 rawat jalan BNNP Bali 30 orang, 60 persen laki-laki.",
        ["Provinsi Bali 2024 rawat_jalan [laki-laki]: value 60", "Provinsi Bali 2024 rawat_jalan: value 30"],
    ),
    "the attainment told before its number": (
        "Pada 2024 rawat jalan BNNP Bali baru 60 persen, yakni 18 orang.",
        ["Provinsi Bali 2024 rawat_jalan: value 18, achievement 60"],
    ),
    "the deed by which a target was surpassed": (
        "Sepanjang 2022 BNNP Bali melampaui target dengan merehabilitasi 50 orang.",
        ["Provinsi Bali 2022 klien: value 50"],
    ),
    "a target surpassed, and by what": (
        "Target BNNP Bali pada 2022 terlampaui, 50 orang direhabilitasi.",
        ["Provinsi Bali 2022 klien: value 50"],
    ),
    "a target that was reached": (
        "BNNP Bali pada 2022 mencapai target 50 orang direhabilitasi.",
        ["Provinsi Bali 2022 klien: target 50"],
    ),
    "what is short of a target": (
        "Dari target 60 klien tahun 2021, tersisa 15 klien yang belum terpenuhi BNNK Batu.",
        ["Kota Batu 2021 klien: target 60"],
    ),
    "how many more than a target": (
        "Pada 2021 BNNK Batu melayani 75 klien, 15 klien lebih banyak dari target.",
        ["Kota Batu 2021 klien: value 75"],
    ),
    "by how much a target rose": (
        "Target rehabilitasi BNNK Batu tahun 2021 sebanyak 60 klien, naik 10 klien dari 2020.",
        ["Kota Batu 2021 klien: target 60"],
    ),
    "a target told behind those of whom some are positive": (
        "Pada 2020 tes urine BNNK Batu diikuti 41 orang, satu orang positif. Targetnya 1.300 orang.",
        ["Kota Batu 2020 tes_urine_peserta: value 41, target 1300", "Kota Batu 2020 tes_urine_positif: value 1"],
    ),
    "kinds of people named behind each number": (
        "Pada 2020 BNNK Batu menargetkan 40 orang penggiat baru dan 15 orang klien rehabilitasi.",
        ["Kota Batu 2020 klien: target 15", "Kota Batu 2020 penggiat: target 40"],
    ),
    "a target of all tested behind the positive": (
        "BNNK Batu mengetes 38 penghuni rumah kos pada 2024. Hasilnya seluruhnya negatif. Tahun itu ditargetkan 120 warga.",
        ["Kota Batu 2024 tes_urine_peserta: value 38, target 120", "Kota Batu 2024 tes_urine_positif: value 0"],
    ),
    "a list of targets with labels before the numbers": (
        "Pada 2024 BNNK Batu menetapkan target rawat jalan 35 orang, berkas P-21 sebanyak 4 berkas, dan desa bersinar 2 desa.",
        [
            "Kota Batu 2024 berkas [p-21]: target 4",
            "Kota Batu 2024 desa_bersinar: target 2",
            "Kota Batu 2024 rawat_jalan: target 35",
        ],
    ),
    "targets of two kinds joined by 'dan'": (
        "Target BNNK Batu pada 2023 sebanyak 30 orang rawat jalan dan 10 orang rawat inap.",
        ["Kota Batu 2023 rawat_inap: target 10", "Kota Batu 2023 rawat_jalan: target 30"],
    ),
    "a target and what was served": (
        "Target BNNK Batu pada 2023 sebanyak 30 orang klien dan dilayani 40 orang.",
        ["Kota Batu 2023 klien: value 40, target 30"],
    ),
    "deeds that a target is said to be": (
        "Pada 2023 target BNNK Batu adalah merehabilitasi 30 orang, mengungkap 2 kasus, dan membentuk 1 desa bersinar.",
        ["Kota Batu 2023 desa_bersinar: target 1", "Kota Batu 2023 kasus: target 2", "Kota Batu 2023 klien: target 30"],
    ),
    "what an agreement on performance lists": (
        "Perjanjian Kinerja BNNK Batu Tahun 2024\n1. Rawat jalan 35 orang\n2. Berkas perkara P-21: 4 berkas\n"
        "3. Desa bersinar 2 desa",
        [
            "Kota Batu 2024 berkas [p-21]: target 4",
            "Kota Batu 2024 desa_bersinar: target 2",
            "Kota Batu 2024 rawat_jalan: target 35",
        ],
    ),
    "a target told behind parts in brackets": (
        "BNNK Batu pada tahun 2024 merehabilitasi 52 orang (45 laki-laki, 7 perempuan), 130 persen dari target 40 orang.",
        [
            "Kota Batu 2024 klien [laki-laki]: value 45",
            "Kota Batu 2024 klien [perempuan]: value 7",
            "Kota Batu 2024 klien: value 52, target 40, achievement 130",
        ],
    ),
    "a target told behind parts and an attainment beyond": (
        "BNNK Batu pada tahun 2024 merehabilitasi 52 orang yang terdiri dari 45 laki-laki dan 7 perempuan, atau "
        "melampaui target 40 orang dengan persentase capaian 130 persen.",
        [
            "Kota Batu 2024 klien [laki-laki]: value 45",
            "Kota Batu 2024 klien [perempuan]: value 7",
            "Kota Batu 2024 klien: value 52, target 40, achievement 130",
        ],
    ),
    "a target told behind parts and a target with its share": (
        "BNNK Batu pada tahun 2024 merehabilitasi 52 orang, 45 laki-laki dan 7 perempuan, dari target 40 orang atau "
        "130 persen.",
        [
            "Kota Batu 2024 klien [laki-laki]: value 45",
            "Kota Batu 2024 klien [perempuan]: value 7",
            "Kota Batu 2024 klien: value 52, target 40, achievement 130",
        ],
    ),
    "a target told behind kinds of which each has a name": (
        "BNNK Batu pada tahun 2024 merehabilitasi 52 orang, 41 orang rawat jalan dan 11 orang rawat inap, melebihi "
        "target sebanyak 40 orang.",
        [
            "Kota Batu 2024 klien: value 52, target 40",
            "Kota Batu 2024 rawat_inap: value 11",
            "Kota Batu 2024 rawat_jalan: value 41",
        ],
    ),
    "a target told behind kinds and a share of the target": (
        "BNNK Batu pada tahun 2024 merehabilitasi 70 orang, yakni 50 rawat jalan dan 20 rawat inap, atau 140 persen "
        "dari target.",
        [
            "Kota Batu 2024 klien: value 70, achievement 140",
            "Kota Batu 2024 rawat_inap: value 20",
            "Kota Batu 2024 rawat_jalan: value 50",
        ],
    ),
    "a target told behind places of parts": (
        "BNNK Batu pada tahun 2024 membentuk 5 desa bersinar, yakni 3 desa di Kecamatan Cimalaka dan 2 desa di "
        "Kecamatan Tanjungsari, atau 125 persen dari target 4 desa.",
        [
            "Kota Batu 2024 desa_bersinar [desa di kecamatan cimalaka]: value 3",
            "Kota Batu 2024 desa_bersinar [desa di kecamatan tanjungsari]: value 2",
            "Kota Batu 2024 desa_bersinar: value 5, target 4, achievement 125",
        ],
    ),
    "a target told behind people positive and a target of all tested": (
        "BNN Kota Batu pada 2024 menggelar 40 kali tes urine kepada 1.200 orang dengan hasil 5 orang positif, dari "
        "target 1.000 orang.",
        [
            "Kota Batu 2024 tes_urine_kegiatan: value 40",
            "Kota Batu 2024 tes_urine_peserta: value 1200, target 1000",
            "Kota Batu 2024 tes_urine_positif: value 5",
        ],
    ),
    "deeds beyond what was pledged": (
        "Di luar perjanjian kinerja, sepanjang 2022 BNNK Batu juga:\na. membentuk tiga desa bersinar;\n"
        "b. melayani 2 klien lewat IBM Desa Temas.",
        ["Kota Batu 2022 desa_bersinar: value 3", "Kota Batu 2022 ibm_klien: value 2"],
    ),
    "a year's target behind one occasion": (
        "BNN Kota Batu mengetes urine 60 pegawai Bapenda, Senin (2/12/2024). Tahun 2024 targetnya 1.000 orang.",
        ["Kota Batu 2024 tes_urine_peserta: target 1000", "Kota Batu 2024 tes_urine_peserta: value 60"],
    ),
}


@pytest.mark.parametrize(("text", "rows"), CASES.values(), ids=CASES.keys())
def test_reads(text: str, rows: Sequence[str]) -> None:
    assert sorted(map(row, extract(text))) == sorted(rows)
