"""Whose figures are, by the offices and bodies that an article names; one article a case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from told import row

from bnnextract import extract

CASES = {
    "offices of a row, each right before its figure": (
        "BNNK Batu mengungkap 12 kasus, BNNK Tuban 9 kasus serta BNNK Nganjuk 3 kasus pada 2022.",
        ["Kota Batu 2022 kasus: value 12", "Kabupaten Tuban 2022 kasus: value 9", "Kabupaten Nganjuk 2022 kasus: value 3"],
    ),
    "where clients are, office by office": (
        "Pada 2021 di BNNK Bitung terdapat 20 klien, sedangkan di BNNK Manado 35 klien.",
        ["Kota Bitung 2021 klien: value 20", "Kota Manado 2021 klien: value 35"],
    ),
    "an office whose name fits two has what it did, and no other office": (
        "BNNK Batu mengungkap 12 kasus pada 2022. BNNK Kediri mengungkap 9 kasus. BNNK Batu juga melatih 30 penggiat.",
        ["Kota Batu 2022 kasus: value 12", "Kabupaten Kediri 2022 kasus: value 9", "Kota Batu 2022 penggiat: value 30"],
    ),
    "a body that only helped": (
        "BNNK Batu meringkus dua orang, Rabu (22/3/2017).\n\nPetugas dibantu anggota Polres Malang menggeledah rumah RT (34). "
        "Di lemari ditemukan 41,6 gram sabu.",
        ["Kota Batu 2017 tersangka: value 2", "Kota Batu 2017 barang_bukti [sabu]: value 41.6"],
    ),
    "what the police have on file is not what was assessed of it": (
        "Sepanjang 2022 Tim Asesmen Terpadu BNNK Batu melayani 14 orang.\n\nPolres Malang mencatat 63 laporan polisi, sebagian "
        "diselesaikan atas rekomendasi TAT. Dari Polres Batu ada delapan orang yang diasesmen.",
        ["Kota Batu 2022 asesmen_terpadu: value 14", "Kota Batu 2022 asesmen_terpadu: value 8"],
    ),
    "towns that stand for offices named together before": (
        "Tahun 2021 BNNP Bali dan jajarannya, yaitu BNNK Badung, BNNK Gianyar, dan BNNK Buleleng, menangani 40 kasus.\n\n"
        "Badung menangani 12 kasus dengan 15 tersangka. Dari mereka disita 31 gram sabu.\n\n"
        "Di Gianyar sembilan kasus dibongkar.\n\nDi Tabanan ada dua kasus.",
        [
            "Provinsi Bali 2021 kasus: value 40",
            "Kabupaten Badung 2021 kasus: value 12",
            "Kabupaten Badung 2021 tersangka: value 15",
            "Kabupaten Badung 2021 barang_bukti [sabu]: value 31",
            "Kabupaten Gianyar 2021 kasus: value 9",
            "Provinsi Bali 2021 kasus [tabanan]: value 2",
        ],
    ),
    "but not towns of other offices": (
        "Tahun 2021 BNNP Bali bersama BNNK Badung dan BNNK Gianyar menangani 40 kasus.\n\nDi Tabanan 12 kasus dibongkar.",
        ["Provinsi Bali 2021 kasus: value 40", "Provinsi Bali 2021 kasus [tabanan]: value 12"],
    ),
    "bodies that the tested are from": (
        "Tahun 2021 tes urine BNNP Bali diikuti 611 orang, terdiri ASN 402 orang, Polri 150 orang, dan Satpol PP 59 orang.",
        [
            "Provinsi Bali 2021 tes_urine_peserta [asn]: value 402",
            "Provinsi Bali 2021 tes_urine_peserta [satpol pp]: value 59",
            "Provinsi Bali 2021 tes_urine_peserta [polri]: value 150",
            "Provinsi Bali 2021 tes_urine_peserta: value 611",
        ],
    ),
    "a body that ends a list": (
        "Tahun 2021 BNNP Bali melatih 51 konselor dari puskesmas, dinas kesehatan, dan lapas. Lalu 25 konselor lagi.",
        ["Provinsi Bali 2021 petugas: value 25", "Provinsi Bali 2021 petugas: value 51"],
    ),
    "a body in whose house it is": (
        "Tahun 2021 BNNP Bali merawat inap 20 klien di SPN Polda Bali. Yang rawat jalan 30 klien.",
        ["Provinsi Bali 2021 rawat_inap: value 20", "Provinsi Bali 2021 rawat_jalan: value 30"],
    ),
    "a school of another body": (
        "Tahun 2021 rawat inap BNNP Bali dijalani 20 orang di Sekolah Polisi Negara Singaraja, ditambah 6 orang.",
        ["Provinsi Bali 2021 rawat_inap: value 20", "Provinsi Bali 2021 rawat_inap: value 6"],
    ),
    "a body that wrote of it": (
        "Diskominfo Badung dan Kominfo Bali - Sebanyak 60 relawan antinarkoba BNNK Badung dilatih tahun 2021.",
        ["Kabupaten Badung 2021 relawan: value 60"],
    ),
    "an office that another gave what is to be done": (
        "BNNP Bali bekerja keras sepanjang 2021.\n\nBegitu berat beban yang dititipkan BNN pusat kepada BNNP Bali. "
        "Toh penyidik mengungkap 21 kasus.",
        ["Provinsi Bali 2021 kasus: value 21"],
    ),
    "an office with which another works": (
        "BNNK Badung melayani 30 klien sepanjang 2021. Kantor ini bekerja sama dengan BNNP Bali, yang menangani 41 kasus.",
        ["Kabupaten Badung 2021 klien: value 30", "Provinsi Bali 2021 kasus: value 41"],
    ),
    "an office that another did it together with": (
        "BNNK Badung melayani 30 klien sepanjang 2021. Kantor ini bersama BNNP Bali menangani 41 kasus.",
        ["Kabupaten Badung 2021 kasus: value 41", "Kabupaten Badung 2021 klien: value 30"],
    ),
    "another body's own, of which an office judged some": (
        "Sepanjang 2021 tim asesmen terpadu BNNK Batu menilai 30 orang. Polres Malang menangani 44 laporan polisi, "
        "tiga dihentikan atas rekomendasi TAT.",
        ["Kota Batu 2021 asesmen_terpadu: value 30"],
    ),
    "but not what it asked of the office": (
        "Sepanjang 2021 tim asesmen terpadu BNNK Batu menilai 30 orang. Polres Malang mengajukan 18 orang.",
        ["Kota Batu 2021 asesmen_terpadu: value 18", "Kota Batu 2021 asesmen_terpadu: value 30"],
    ),
    "another body's own": (
        "Tahun 2021 BNNP Bali menangani 20 kasus. Dari BNNP, Polda Bali, dan Bea Cukai, yang terbanyak Polda Bali. "
        "Polda Bali menangani 300 kasus.",
        ["Provinsi Bali 2021 kasus: value 20"],
    ),
    "offices listed by their places": (
        "Sepanjang 2021 BNN Klungkung, Karangasem dan Buleleng masing-masing menangani satu kasus dengan satu tersangka. "
        "BNNP Bali menangani 9 kasus.",
        [
            "Kabupaten Buleleng 2021 kasus: value 1",
            "Kabupaten Buleleng 2021 tersangka: value 1",
            "Kabupaten Karangasem 2021 kasus: value 1",
            "Kabupaten Karangasem 2021 tersangka: value 1",
            "Kabupaten Klungkung 2021 kasus: value 1",
            "Kabupaten Klungkung 2021 tersangka: value 1",
            "Provinsi Bali 2021 kasus: value 9",
        ],
    ),
    "an office named by its place after its name": (
        "BNNP Bali merehabilitasi 152 klien sepanjang 2019. Itu termasuk dari BNNK Badung. Khusus Badung, katanya, 61 orang.",
        ["Kabupaten Badung 2019 klien: value 61", "Provinsi Bali 2019 klien: value 152"],
    ),
    "the office of the place told before": (
        "BNNP Bali merehabilitasi 97 klien sepanjang 2021.\n\nDi Kabupaten Badung, BNNK setempat merehabilitasi 15 klien.",
        ["Kabupaten Badung 2021 klien: value 15", "Provinsi Bali 2021 klien: value 97"],
    ),
    "the province pointed back to": (
        "Bali boleh bangga. Kepala BNN RI menyebut prevalensi di provinsi pulau ini pada 2019 hanya 0,1 persen. "
        "Angka 0,1 persen itu terendah.",
        ["Provinsi Bali 2019 prevalensi: value 0.1"],
    ),
    "a place ranked in the country": (
        "Kepala BNNP Bali memaparkan survei 2019. Bali di urutan keempat nasional dengan prevalensi 2,8 persen.",
        ["Provinsi Bali 2019 prevalensi: value 2.8"],
    ),
    "a place measured by the country": (
        "Kepala BNNP Bali memaparkan survei 2019. Prevalensi di Bali di bawah nasional, yaitu 0,9 persen.",
        ["Provinsi Bali 2019 prevalensi: value 0.9"],
    ),
    "a place measured by the country's own figure": (
        "Kepala BNNP Bali memaparkan survei 2019. Prevalensi di Bali 0,9 persen, di bawah prevalensi nasional 1,8 persen.",
        ["Provinsi Bali 2019 prevalensi: value 0.9", "RI 2019 prevalensi: value 1.8"],
    ),
    "the country told at the head of a long sentence": (
        "BNNK Badung merehabilitasi 3 orang pada 2025. Menurut survei nasional yang dikerjakan BNN pada tahun 2023, angka "
        "prevalensi penyalahgunaan narkotika setahun pakai 1,7 persen.",
        ["Kabupaten Badung 2025 klien: value 3", "RI 2023 prevalensi [setahun pakai]: value 1.7"],
    ),
    "a place named since the country": (
        "BNNP Bali merehabilitasi 3 orang pada 2025. Nasional naik, sedangkan di Bali prevalensi setahun pakai 1,7 persen.",
        ["Provinsi Bali 2025 klien: value 3", "Provinsi Bali 2025 prevalensi [setahun pakai]: value 1.7"],
    ),
    "those of the country who are in a place": (
        "Kepala BNNP Bali memaparkan survei 2019: 3,3 juta penduduk Indonesia memakai narkoba, 57.723 orang "
        "di antaranya di Bali.",
        ["Provinsi Bali 2019 penyalahguna: value 57723", "RI 2019 penyalahguna: value 3300000"],
    ),
    "a province's office with its branches": (
        "Sepanjang 2021 BNNP Bali bersama BNNK Badung, BNNK Gianyar, dan BNN Kota Denpasar merehabilitasi 341 klien.",
        ["Provinsi Bali 2021 klien: value 341"],
    ),
    "a province's office and its branch": (
        "Sepanjang 2021 BNNP Bali dan BNNK Badung menangkap 63 tersangka dalam 39 perkara.",
        ["Provinsi Bali 2021 kasus: value 39", "Provinsi Bali 2021 tersangka: value 63"],
    ),
    "each clause its own": (
        "Sepanjang 2021 BNNP Bali menangkap 63 tersangka, dan BNNK Badung menangkap 12 tersangka.",
        ["Kabupaten Badung 2021 tersangka: value 12", "Provinsi Bali 2021 tersangka: value 63"],
    ),
    "where a sentence says that it is": (
        "BNNP Bali merehabilitasi 97 klien sepanjang 2021.\n\nSementara itu, di BNNK Badung yang berkantor di Mangupura, "
        "klien rawat jalan 15 orang. Rawat inap 3 orang.",
        [
            "Kabupaten Badung 2021 rawat_inap: value 3",
            "Kabupaten Badung 2021 rawat_jalan: value 15",
            "Provinsi Bali 2021 klien: value 97",
        ],
    ),
    "who estimates behind what the country has": (
        "BNN RI mencatat prevalensi 1,73 persen pada 2023. BNNP Jambi memperkirakan ada 52 ribu penyalahguna.",
        ["Provinsi Jambi 2023 penyalahguna: value 52000", "RI 2023 prevalensi: value 1.73"],
    ),
    "a province that has its city's name": (
        "BNN RI mencatat prevalensi 1,73 persen pada 2023. Di Jambi ada 52 ribu penyalahguna, menurut BNNP Jambi.",
        ["Provinsi Jambi 2023 penyalahguna: value 52000", "RI 2023 prevalensi: value 1.73"],
    ),
    "a house of BNN where no office is named": (
        "Balai Rehabilitasi BNN Tanah Merah merawat 175 residen sepanjang 2021.",
        ["RI 2021 rawat_inap: value 175"],
    ),
    "no house of BNN where an office is": (
        "BNNP Bali mengirim 14 klien ke Balai Besar Rehabilitasi BNN Lido sepanjang 2021.",
        ["Provinsi Bali 2021 rawat_inap: value 14"],
    ),
    "the head of another office beside who speaks": (
        "Kepala BNNP Jambi Brigjen Pol Wisnu didampingi Kepala BNNK Batanghari mengatakan, sepanjang 2024 pihaknya "
        "mengungkap 15 kasus.",
        ["Provinsi Jambi 2024 kasus: value 15"],
    ),
    "heads of two offices beside who speaks": (
        "JAMBI - BNNP Jambi merilis capaian akhir tahun. Kepala BNNP Jambi Brigjen Pol Wisnu yang didampingi Kepala "
        "BNN Kota Jambi dan Kepala BNNK Batanghari menyebut 260 orang direhabilitasi selama 2024.",
        ["Provinsi Jambi 2024 klien: value 260"],
    ),
    "offices named as those under another": (
        "BNNP Papua, yang membawahi BNN Kota Jayapura dan BNNK Mimika, menyita 9,3 kilogram ganja sepanjang 2024.",
        ["Provinsi Papua 2024 barang_bukti [ganja]: value 9.3"],
    ),
    "offices listed as those under another": (
        "BNNP Jambi yang memiliki tiga satuan kerja yakni BNN Kota Jambi, BNNK Batanghari dan BNNK Tanjung Jabung "
        "Timur merehabilitasi 260 orang pada 2024.",
        ["Provinsi Jambi 2024 klien: value 260"],
    ),
    "some of a figure, done by an office named behind": (
        "Dari 60 kasus yang diungkap BNNP NTB dan jajaran pada 2024, 12 kasus di antaranya diungkap BNNK Mataram.",
        ["Provinsi Nusa Tenggara Barat 2024 kasus: value 60", "Kota Mataram 2024 kasus: value 12"],
    ),
    "a house of BNN that opens a sentence": (
        "Pada 2024 BNNK Batu mengirim 12 klien. Balai Rehabilitasi BNN Baddoka merehabilitasi 400 orang.",
        ["Kota Batu 2024 klien: value 12", "RI 2024 klien: value 400"],
    ),
    "an office that does something with the body that is named first": (
        "Bea Cukai Batam bersama BNNP Riau menggagalkan penyelundupan 56,7 kg sabu sepanjang 2024.",
        ["Provinsi Riau 2024 barang_bukti [sabu]: value 56.7"],
    ),
    "a head who turns from another body to the own office": (
        "Kepala BNNK Batu menyebut sepanjang 2024 Polres Batu menangani 80 kasus, sedangkan pihaknya hanya 8 kasus.",
        ["Kota Batu 2024 kasus: value 8"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_a_figure_is_of_the_office_that_is_told(text: str, wanted: Sequence[str]) -> None:
    assert sorted(map(row, extract(text))) == sorted(wanted)
