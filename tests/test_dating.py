"""Of which year figures are, by what the article tells of years; one article a case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from told import row

from bnnextract import extract

# The text, its publication date, and what is read.
CASES = {
    "years behind figures whose things are named in more words": (
        "BNNP Bali mengungkap 8 kasus narkotika pada 2020 dan 12 kasus narkotika pada 2021, menyita 3 kilogram sabu pada 2020 "
        "serta 5 kilogram sabu pada 2021.",
        "2022-01-10",
        [
            "Provinsi Bali 2020 barang_bukti [sabu]: value 3",
            "Provinsi Bali 2020 kasus: value 8",
            "Provinsi Bali 2021 barang_bukti [sabu]: value 5",
            "Provinsi Bali 2021 kasus: value 12",
        ],
    ),
    "months of a year that an article opens with, and the year before told whole": (
        "BNNK Batu merehabilitasi 80 orang terhitung dari Januari sampai Oktober 2025.\n\n"
        "Sepanjang 2024 hanya ada 61 orang.\n\n"
        "Selain itu 7 kasus narkotika diungkap.",
        "2025-10-23",
        ["Kota Batu 2024 klien: value 61", "Kota Batu 2025 kasus: value 7", "Kota Batu 2025 klien: value 80"],
    ),
    "the year before, told second with a figure like the first": (
        "Memperingati HANI, BNNK Batu menyebut telah merehabilitasi 80 orang.\n\n"
        "Sepanjang 2022 ada 130 orang.\n\n"
        "Selain itu 7 kasus narkotika diungkap.",
        "2023-06-26",
        ["Kota Batu 2022 klien: value 130", "Kota Batu 2023 kasus: value 7", "Kota Batu 2023 klien: value 80"],
    ),
    "a year that a supposition sets against the next": (
        "Terjadi penurunan. Bila sepanjang 2021 BNNK Batu merehabilitasi 130 orang, hingga Oktober 2022 baru 80 orang.\n\n"
        "Selain itu 7 kasus narkotika diungkap.",
        "2022-10-13",
        ["Kota Batu 2021 klien: value 130", "Kota Batu 2022 kasus: value 7", "Kota Batu 2022 klien: value 80"],
    ),
    "the year of a report named with its office": (
        "Laporan Kinerja BNNK Batu 2022 menyebut 80 orang direhabilitasi.\n\n"
        "Target 2023 sebanyak 90 orang.\n\n"
        "Selain itu 7 kasus narkotika diungkap.",
        "2023-03-01",
        ["Kota Batu 2022 kasus: value 7", "Kota Batu 2022 klien: value 80", "Kota Batu 2023 klien: target 90"],
    ),
    "the one year of a sentence, told with its first figure": (
        "Di BNNK Bitung ada 20 klien pada 2021, di BNNK Manado 35 klien.",
        "2023-03-10",
        ["Kota Bitung 2021 klien: value 20", "Kota Manado 2021 klien: value 35"],
    ),
    "what follows a sentence whose year stands behind its figure": (
        "BNNK Batu mengungkap 9 kasus pada 2021. Tersangkanya 12 orang.",
        "2023-03-10",
        ["Kota Batu 2021 kasus: value 9", "Kota Batu 2021 tersangka: value 12"],
    ),
    "what goes with cases whose year stands right behind them": (
        "Pada 2022 BNNK Batu mengungkap 9 kasus. Menurutnya, 8 kasus tahun 2021 itu menyeret 15 tersangka.",
        "2023-03-10",
        ["Kota Batu 2021 kasus: value 8", "Kota Batu 2021 tersangka: value 15", "Kota Batu 2022 kasus: value 9"],
    ),
    "months of which the first has the year": (
        "Pada Agustus 2022 BNNK Batu melayani 25 klien, Juli 19 klien, Juni 8 klien.",
        "2023-03-10",
        ["Kota Batu 2022 klien: value 19", "Kota Batu 2022 klien: value 25", "Kota Batu 2022 klien: value 8"],
    ),
    "a quarter compared with the one before": (
        "Pada triwulan III 2022 BNNK Batu melayani 25 klien, naik dibanding triwulan II yang 19 klien.",
        "2023-03-10",
        ["Kota Batu 2022 klien: value 19", "Kota Batu 2022 klien: value 25"],
    ),
    "months behind the turn of the year": (
        "Pada Desember 2022 BNNK Batu melayani 5 klien, Januari 9 klien.",
        "2023-03-10",
        ["Kota Batu 2022 klien: value 5", "Kota Batu 2023 klien: value 9"],
    ),
    "a rise in a year and what it is compared with": (
        "BNNK Batu menyebut ada kenaikan 20 persen kasus narkotika pada 2022 dibanding 2021 yang berjumlah 25 kasus.",
        "2023-03-10",
        ["Kota Batu 2021 kasus: value 25", "Kota Batu 2022 kasus: change 20, change_from 2021"],
    ),
    "the year of a reason": (
        "Tahun ini BNNK Batu melayani 40 klien. SKHPN turun jadi 512 lembar, karena 2024 ada pilkada.",
        "2025-12-28",
        ["Kota Batu 2025 klien: value 40", "Kota Batu 2025 skhpn: value 512"],
    ),
    "what there was before, its year not told": (
        "Sepanjang 2024 BNNP Bali menangani 17 kasus narkotika. Klien rawat jalan turun dari 116 orang.",
        "2024-12-28",
        ["Provinsi Bali 2023 rawat_jalan: value 116", "Provinsi Bali 2024 kasus: value 17"],
    ),
    "a year behind where things came from": (
        "BNNP Bali mencatat 40 kilogram sabu lolos dari jerat petugas sepanjang 2011. Tahun ini 9 kasus diungkap.",
        "2012-06-26",
        ["Provinsi Bali 2011 barang_bukti [sabu]: value 40", "Provinsi Bali 2012 kasus: value 9"],
    ),
    "what is planned right below a heading": (
        "Pada 2023 BNNK Batu merehabilitasi 46 orang, 40 di antaranya rawat jalan.\n\nRencana 2024\n"
        "Layanan rehabilitasi ditetapkan 25 orang.",
        "2023-12-28",
        ["Kota Batu 2023 klien: value 46", "Kota Batu 2023 rawat_jalan: value 40", "Kota Batu 2024 klien: target 25"],
    ),
    "all years from one until now": (
        "BNNK Batu merehabilitasi 407 orang sejak tahun 2019 hingga saat ini. "
        "Rinciannya rawat jalan 298 orang dan rawat inap 109 orang.\n\nTahun ini 40 klien dilayani.",
        "2024-06-26",
        [
            "Kota Batu 2019-2024 klien: value 407",
            "Kota Batu 2019-2024 rawat_inap: value 109",
            "Kota Batu 2019-2024 rawat_jalan: value 298",
            "Kota Batu 2024 klien: value 40",
        ],
    ),
    "a year that an undated article looks ahead to is not the one it was written in": (
        "Sepanjang 2025 BNNP Bali mengungkap 12 kasus narkotika, kata kepalanya, Senin (29/12). "
        "Tahun ini 34 klien dirawat jalan.\n\n"
        + "Kantor itu memiliki ruang rapat baru di lantai dasar yang sering dipinjam tetangga. " * 8
        + "\n\nUntuk 2026 mereka ingin lebih dekat dengan desa.",
        None,
        ["Provinsi Bali 2025 kasus: value 12", "Provinsi Bali 2025 rawat_jalan: value 34"],
    ),
    "a year that closes a list is of all in it": (
        "BNNP Bali menggelar jumpa pers. BNNP membentuk 17 desa bersinar dan 755 penggiat sepanjang 2022.",
        "2023-12-28",
        ["Provinsi Bali 2022 desa_bersinar: value 17", "Provinsi Bali 2022 penggiat: value 755"],
    ),
    "but not of another number of the same": (
        "BNNP Bali menangani 17 kasus dan 20 kasus pada 2022.",
        "2023-12-28",
        ["Provinsi Bali 2022 kasus: value 20", "Provinsi Bali 2023 kasus: value 17"],
    ),
    "all of last year told in January": (
        "Dari 38 pengguna yang direhabilitasi BNNK Batu sepanjang tahun lalu, sebagian pelajar.\n\n"
        "Klinik BNNK merawat jalan 28 orang.",
        "2026-01-07",
        ["Kota Batu 2025 klien: value 38", "Kota Batu 2025 rawat_jalan: value 28"],
    ),
    "a year only compared with": (
        "Sepanjang 2021 BNNK Batu merehabilitasi 52 klien, dua kali lipat dari 2020, ditambah 12 kasus.",
        "2021-12-28",
        ["Kota Batu 2021 kasus: value 12", "Kota Batu 2021 klien: value 52"],
    ),
    "a year compared with whose figure follows": (
        "Sepanjang 2021 BNNK Batu merehabilitasi 52 klien, lebih banyak dari 2020, yakni 40 klien.",
        "2021-12-28",
        ["Kota Batu 2020 klien: value 40", "Kota Batu 2021 klien: value 52"],
    ),
    "a year that a sentence opens by comparing with": (
        "Sepanjang 2021 BNNK Batu mengungkap 12 kasus.\n\n"
        "Jika dibandingkan dengan 2020, klien rawat jalan bertambah dari 26 orang menjadi 31 orang.",
        "2021-12-28",
        ["Kota Batu 2020 rawat_jalan: value 26", "Kota Batu 2021 kasus: value 12", "Kota Batu 2021 rawat_jalan: value 31"],
    ),
    "but what it names as that year's is of it": (
        "Sepanjang 2021 BNNK Batu mengungkap 12 kasus. Dibandingkan 2020, yakni 17 kasus, jumlah itu turun.",
        "2021-12-28",
        ["Kota Batu 2020 kasus: value 17", "Kota Batu 2021 kasus: value 12"],
    ),
    "what something fell from is of the year compared with before": (
        "Laporan 2021 BNNK Batu terbit. Klien rawat jalan 31 orang.\n\nDibanding 2020, klien itu bertambah. "
        "Sebaliknya kasus narkotika sedikit turun dari 17 kasus.",
        "2021-12-28",
        ["Kota Batu 2020 kasus: value 17", "Kota Batu 2021 rawat_jalan: value 31"],
    ),
    "a change from one year to another is of the latter": (
        "Hingga Mei 2022 klien BNNK Batu 50 orang, naik 60 persen. Padahal dari 2020 ke 2021, kenaikannya cuma satu persen.",
        "2022-06-28",
        ["Kota Batu 2021 klien: change 1, change_from 2020", "Kota Batu 2022 klien: value 50, change 60"],
    ),
    "what there is new beside the sum of all is a change": (
        "Sepanjang 2021 BNNK Batu mengungkap 12 kasus. Desa bersinar bertambah enam, sehingga totalnya kini 24 desa.",
        "2021-12-28",
        ["Kota Batu 2021 desa_bersinar: value 24, change 6", "Kota Batu 2021 kasus: value 12"],
    ),
    "what is given for the year of writing": (
        "BNNK Batu mengungkap 12 kasus sepanjang 2022. Untuk tahun ini BNNK hanya mendapat pagu Rp 900 juta.",
        "2023-01-18",
        ["Kota Batu 2022 kasus: value 12", "Kota Batu 2023 anggaran [pagu]: value 900000000"],
    ),
    "targets that a paragraph says to have changed": (
        "BNNK Batu mengungkap 12 kasus sepanjang 2024.\n\nSejumlah target pun diturunkan. "
        "Asesmen terpadu dari 25 berkas menjadi 15 berkas.",
        "2025-12-28",
        [
            "Kota Batu 2023 asesmen_terpadu: target 25",
            "Kota Batu 2024 asesmen_terpadu: target 15",
            "Kota Batu 2024 kasus: value 12",
        ],
    ),
    "an occurrence is of its day's year": (
        "Sepanjang 2022 BNNP Bali mengungkap 16 kasus.\n\nTangkapan terbaru terjadi pada 18 Februari lalu. "
        "Petugas BNNP menyita 3,1 kilogram sabu dari sebuah mobil.",
        "2023-03-07",
        ["Provinsi Bali 2022 kasus: value 16", "Provinsi Bali 2023 barang_bukti [sabu]: value 3.1"],
    ),
    "a day that is still ahead was last year": (
        "Sepanjang 2022 BNNP Bali mengungkap 16 kasus.\n\nTangkapan terbaru terjadi pada 28 Desember lalu. "
        "Petugas BNNP menyita 3,1 kilogram sabu dari sebuah mobil.",
        "2023-01-07",
        ["Provinsi Bali 2022 barang_bukti [sabu]: value 3.1", "Provinsi Bali 2022 kasus: value 16"],
    ),
    "the year before is that before the figure's": (
        "Selama 2019 BNNP Bali menangani 16 kasus, turun dari 21 kasus pada 2018. Tersangkanya 19 orang. "
        "Tahun sebelumnya 27 orang.",
        "2019-12-31",
        [
            "Provinsi Bali 2018 kasus: value 21",
            "Provinsi Bali 2018 tersangka: value 27",
            "Provinsi Bali 2019 kasus: value 16",
            "Provinsi Bali 2019 tersangka: value 19",
        ],
    ),
    "months without a year are of the one told before them": (
        "BNNK Batu sudah merawat jalan 25 klien. Tahun 2024 lalu hanya 29 orang sampai Desember.",
        "2025-08-22",
        ["Kota Batu 2024 rawat_jalan: value 29", "Kota Batu 2025 rawat_jalan: value 25"],
    ),
    "unless the present comes between": (
        "Tahun 2020 BNNK Batu merehabilitasi 20 orang, sekarang dari Januari sampai Maret 40 orang.",
        "2021-04-02",
        ["Kota Batu 2020 klien: value 20", "Kota Batu 2021 klien: value 40"],
    ),
    "some of what was told before are of its year": (
        "Tahun 2024 BNNK Batu merehabilitasi 32 klien. Sepanjang 2025 ada 40 kasus.\n\nPada 2024 itu klien rawat inap 9 orang. "
        "Tiga di antaranya perempuan.",
        "2025-12-28",
        [
            "Kota Batu 2024 klien: value 32",
            "Kota Batu 2024 rawat_inap [perempuan]: value 3",
            "Kota Batu 2024 rawat_inap: value 9",
            "Kota Batu 2025 kasus: value 40",
        ],
    ),
    "some of those counted before a quotation": (
        'Pada 2024 BNNK Batu merehabilitasi 32 klien.\n\n"Delapan di antaranya pelajar," kata Kepala BNNK Batu.',
        "2025-12-28",
        ["Kota Batu 2024 klien [pelajar]: value 8", "Kota Batu 2024 klien: value 32"],
    ),
    "of two years the later one is meant": (
        "Sepanjang 2025 BNNK Batu merehabilitasi 32 klien, pada 2024 ada 40 klien.\n\nDari jumlah itu, 8 orang perempuan.",
        "2025-12-28",
        [
            "Kota Batu 2024 klien: value 40",
            "Kota Batu 2025 klien [perempuan]: value 8",
            "Kota Batu 2025 klien: value 32",
        ],
    ),
    "who says last year of the year reported on says this year of his own": (
        "Sepanjang 2017 BNNP Bali merehabilitasi 150 klien. Tahun lalu itu targetnya 120 klien. "
        "Tahun ini ditargetkan 90 klien.",
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
    "a year that is only compared with is not the one reported on": (
        "Separuh tahun berjalan, BNNK Batu menyita 412 gram sabu. Jumlah itu melampaui tangkapan sepanjang 2018.\n\n"
        "Dari target tahun ini sebanyak enam berkas, empat lengkap. Kasusnya diungkap Januari-Juni 2019.\n\nKlien 41 orang.",
        "2019-07-10",
        [
            "Kota Batu 2019 barang_bukti [sabu]: value 412",
            "Kota Batu 2019 berkas: value 4, target 6",
            "Kota Batu 2019 klien: value 41",
        ],
    ),
    "a heading that only compares with a year": (
        "Sepanjang 2022 BNNP Bali mengungkap 41 kasus.\n\nTahun Lalu Lebih Tinggi\n\n"
        "Pada 2021 BNNP Bali mengungkap 63 kasus.\n\nBNNK Badung menyumbang 7 kasus.",
        "2022-12-27",
        ["Kabupaten Badung 2022 kasus: value 7", "Provinsi Bali 2021 kasus: value 63", "Provinsi Bali 2022 kasus: value 41"],
    ),
    "two years told as one stretch": (
        "Selama 2021 dan 2022 ada 57 orang yang diasesmen tim asesmen terpadu BNNK Batu, 33 orang di antaranya rawat inap.",
        "2022-12-27",
        ["Kota Batu 2021-2022 asesmen_terpadu: value 57", "Kota Batu 2021-2022 rawat_inap: value 33"],
    ),
    "the year that is hoped for is not the one of writing": (
        "Sepanjang 2023 BNNK Batu merehabilitasi 23 klien.\n\nTes urine diikuti 310 orang pegawai.\n\n"
        "Soal harapan untuk 2024, ia meminta dukungan semua pihak.",
        None,
        ["Kota Batu 2023 klien: value 23", "Kota Batu 2023 tes_urine_peserta: value 310"],
    ),
    "a heading over headings": (
        "BNNK Batu menyampaikan data.\n\nCapaian tahun 2017:\n\nRehabilitasi\n1. Rawat jalan 41 orang\n2. Rawat inap 5 orang",
        "2019-07-10",
        ["Kota Batu 2017 rawat_inap: value 5", "Kota Batu 2017 rawat_jalan: value 41"],
    ),
    "a year planned for is not the one written in": (
        "BNNP Bali mengungkap 62 kasus sepanjang tahun 2020. Tahun ini klien rawat jalan 87 orang.\n\n"
        "Tahun 2021, kata dia, pihaknya menargetkan 10 desa bersinar.",
        None,
        [
            "Provinsi Bali 2020 kasus: value 62",
            "Provinsi Bali 2020 rawat_jalan: value 87",
            "Provinsi Bali 2021 desa_bersinar: target 10",
        ],
    ),
    "a year in brackets with its own figure": (
        "Kinerja BNNP Bali tahun 2020:\nTersangka: 111 orang (tahun 2019 106 orang)",
        "2020-12-29",
        ["Provinsi Bali 2019 tersangka: value 106", "Provinsi Bali 2020 tersangka: value 111"],
    ),
    "what lies ahead is not what is reported on": (
        "Sepanjang tahun 2017 BNNP Bali mengungkap 33 kasus.\n\nDari kasus itu 55 orang dijadikan tersangka.\n\n"
        + "Ia mengajak warga bersama-sama menjaga keluarga dari narkoba. " * 14
        + "Untuk tahun ini BNNP Bali menargetkan 17 kasus.",
        "2018-03-10",
        [
            "Provinsi Bali 2017 kasus: value 33",
            "Provinsi Bali 2017 tersangka: value 55",
            "Provinsi Bali 2018 kasus: target 17",
        ],
    ),
    "months are of the year of writing just told": (
        "Sepanjang 2018 BNNP Bali merehabilitasi 150 klien.\n\nTahun ini targetnya 35 kasus. Sampai Juni sudah 22 kasus.",
        "2019-07-07",
        ["Provinsi Bali 2018 klien: value 150", "Provinsi Bali 2019 kasus: value 22, target 35"],
    ),
    "what there is now": (
        "Sepanjang 2018 BNNP Bali merehabilitasi 150 klien.\n\nHingga hari itu Bali baru memiliki tiga BNNK.",
        "2019-07-07",
        ["Provinsi Bali 2018 klien: value 150", "Provinsi Bali 2019 kantor: value 3"],
    ),
    "a year that had as many is only compared with": (
        "Selama 2021 kasus BNNK Batu tetap dua kasus, sama dengan tahun 2020. Dari keduanya disita ganja 25 gram.",
        "2021-12-28",
        ["Kota Batu 2021 barang_bukti [ganja]: value 25", "Kota Batu 2021 kasus: value 2"],
    ),
    "but who works with someone is not": (
        "Selama 2021 BNNK Batu menangani 7 kasus. Bekerja sama dengan Pemkot pada 2020 BNNK Batu merehabilitasi 25 orang.",
        "2021-12-28",
        ["Kota Batu 2020 klien: value 25", "Kota Batu 2021 kasus: value 7"],
    ),
    "a target is not of the former year told behind it": (
        "BNNK Batu ditargetkan merehabilitasi 60 orang. Tahun lalu yang direhabilitasi hanya 31 orang.",
        "2021-06-28",
        ["Kota Batu 2020 klien: value 31", "Kota Batu 2021 klien: target 60"],
    ),
    "what it rose to behind the year compared with": (
        "Kasus yang diungkap BNNP Jawa Barat pada 2023 naik 12 persen dibanding 2022, dari 50 menjadi 56 kasus.",
        "2024-01-03",
        ["Provinsi Jawa Barat 2022 kasus: value 50", "Provinsi Jawa Barat 2023 kasus: value 56, change 12, change_from 2022"],
    ),
    "what it fell to behind the year before": (
        "Klien BNNP Jawa Barat tahun 2023 mengalami penurunan dibanding tahun sebelumnya, dari 60 orang menjadi 45 orang.",
        "2024-01-03",
        ["Provinsi Jawa Barat 2022 klien: value 60", "Provinsi Jawa Barat 2023 klien: value 45"],
    ),
    "nor where it is told with its number": (
        "Selama 2017 BNNP Bali mengungkap 33 kasus.\n\nBNNK Badung menangani 8 kasus dengan 10 tersangka.\n\n"
        + "Ia mengajak warga bersama-sama menjaga keluarga dari narkoba. " * 14
        + "Tahun 2018 ini BNNP Bali diberi target 17 kasus. Untuk 2018 anggarannya Rp 2 miliar.",
        "2018-03-10",
        [
            "Kabupaten Badung 2017 kasus: value 8",
            "Kabupaten Badung 2017 tersangka: value 10",
            "Provinsi Bali 2017 kasus: value 33",
            "Provinsi Bali 2018 anggaran [pagu]: value 2000000000",
            "Provinsi Bali 2018 kasus: target 17",
        ],
    ),
}


@pytest.mark.parametrize(("text", "published", "wanted"), CASES.values(), ids=CASES)
def test_a_figure_is_of_the_year_that_is_told(text: str, published: str | None, wanted: Sequence[str]) -> None:
    assert sorted(map(row, extract(text, published=published))) == sorted(wanted)


# The text, its publication date, and the stretches of time that its figures are of.
STRETCHES = {
    "the first week of a month": (
        "Sejak Januari hingga pekan pertama Juli 2017 BNNP Bali mengungkap 56 kasus.",
        "2017-07-14",
        ["2017-01-01/2017-07-07"],
    ),
    "the beginning of a month that it is told in": (
        "Sejak Januari sampai awal Juni 2022 BNNP Bali mengungkap 9 kasus.",
        "2022-06-07",
        ["2022-01-01/2022-06-07"],
    ),
    "the beginning of one that is over": (
        "Sejak Januari sampai awal Juni 2022 BNNP Bali mengungkap 9 kasus.",
        "2022-06-27",
        ["2022-01-01/2022-06-10"],
    ),
    "a list behind what leads up to it": (
        "BNNP Bali membeberkan rehabilitasi pada semester pertama 2020. Dilayani 261 orang dari target setahun 540 orang. "
        "Perinciannya sebagai berikut:\n\nBNNK Badung 118 orang\nBNNK Gianyar 143 orang",
        "2020-07-02",
        ["2020-01-01/2020-06-30"] * 3,
    ),
    "a whole year of the one before": (
        "BNNP Bali menetapkan 22 tersangka pada semester pertama 2024. Tahun lalu selama setahun penuh ada 19 kasus.\n\n"
        "Klien 40 orang.",
        "2024-07-23",
        ["2024-01-01/2024-06-30", None, "2024-01-01/2024-06-30"],
    ),
    "up to this month": (
        "Sejak Januari sampai Mei ini BNNP Bali mengungkap 9 kasus, Rabu (22/5/2024).",
        "2024-05-22",
        ["2024-01-01/2024-05-22"],
    ),
    "months that an article opens with": (
        "BNNP Bali menggulung 14 jaringan. Dalam operasi selama Juni-Juli itu 61 orang jadi tersangka.\n\n"
        '"Total narkotika yang kita sita 4.715 gram," kata Budi dalam jumpa pers di Denpasar, Senin (15/9/2025).\n\n'
        "Rinciannya:\n\n- sabu 1.226 gram\n- ganja 3.489 gram",
        "2025-09-15",
        ["2025-06-01/2025-07-31"] * 5,
    ),
    "months only told on the way": (
        "BNNP Bali menangkap 14 kurir, Senin (15/9/2025). Operasi pada Juni-Juli gagal.\n\nDisita 4.715 gram sabu.",
        "2025-09-15",
        [None, None],
    ),
    "whole months": (
        "Sejak Januari sampai Juni 2022 BNNP Bali mengungkap 9 kasus.",
        "2022-06-27",
        ["2022-01-01/2022-06-30"],
    ),
}


@pytest.mark.parametrize(("text", "published", "wanted"), STRETCHES.values(), ids=STRETCHES)
def test_a_figure_is_of_the_stretch_of_time_that_is_told(text: str, published: str, wanted: Sequence[str]) -> None:
    assert [statistic.period for statistic in extract(text, published=published)] == wanted
