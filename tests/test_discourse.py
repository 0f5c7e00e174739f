"""What figures get from the words farther off: offices, years, parts, targets, topics; one article a case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from told import row

from bnnextract import extract

KINDS = {
    "of one kind alone, told by education in another paragraph": (
        "Catatan Rehabilitasi BNNP Riau\n\nDari 36 klien rawat jalan BNNP Riau pada 2021, 22 orang memakai lem.\n\n"
        "Ada dua perempuan di antaranya. Menurut pendidikan, tamatan SD tercatat 3 klien dan SMP 12 klien.",
        [
            "Provinsi Riau 2021 rawat_jalan: value 36",
            "Provinsi Riau 2021 rawat_jalan [lem]: value 22",
            "Provinsi Riau 2021 rawat_jalan [perempuan]: value 2",
            "Provinsi Riau 2021 rawat_jalan [sd]: value 3",
            "Provinsi Riau 2021 rawat_jalan [smp]: value 12",
        ],
    ),
}
SHARED = {
    "offices before": (
        "Sepanjang 2021 BNNK Poso dan BNNK Sigi masing-masing merehabilitasi 24 klien.",
        ["Kabupaten Poso 2021 klien: value 24", "Kabupaten Sigi 2021 klien: value 24"],
    ),
    "a figure for each office": (
        "Sepanjang 2021 BNNK Poso, BNNK Sigi dan BNNK Palu masing-masing merehabilitasi 24, 25 dan 26 klien.",
        [
            "Kabupaten Poso 2021 klien: value 24",
            "Kabupaten Sigi 2021 klien: value 25",
            "Kota Palu 2021 klien: value 26",
        ],
    ),
    "two figures, each said to be each one's": (
        "Sepanjang 2021 BNNK Poso dan BNNK Sigi masing-masing 4 kasus, tersangkanya sama-sama tujuh orang.",
        [
            "Kabupaten Poso 2021 kasus: value 4",
            "Kabupaten Sigi 2021 kasus: value 4",
            "Kabupaten Poso 2021 tersangka: value 7",
            "Kabupaten Sigi 2021 tersangka: value 7",
        ],
    ),
    "offices behind": (
        "Tahun 2019 BNNP Bali mencatat 9 kasus, masing-masing tiga dari BNNK Badung, BNNK Gianyar, serta BNNK Klungkung.",
        [
            "Provinsi Bali 2019 kasus: value 9",
            "Kabupaten Badung 2019 kasus: value 3",
            "Kabupaten Gianyar 2019 kasus: value 3",
            "Kabupaten Klungkung 2019 kasus: value 3",
        ],
    ),
    "a figure for each year": (
        "BNNP Riau merehabilitasi klien pada 2020 dan 2021 masing-masing 20 orang dan 26 orang.",
        ["Provinsi Riau 2020 klien: value 20", "Provinsi Riau 2021 klien: value 26"],
    ),
    "a figure for each drug": (
        "Sepanjang 2021 BNNP Riau menyita sabu dan ganja masing-masing 20 gram dan 30 gram.",
        ["Provinsi Riau 2021 barang_bukti [sabu]: value 20", "Provinsi Riau 2021 barang_bukti [ganja]: value 30"],
    ),
    "a figure for each that is listed": (
        "Sepanjang 2021 BNNP Riau membentuk 60 penggiat dari tiga lingkungan, yaitu pemerintah, swasta dan pendidikan, "
        "masing-masing 20 orang.",
        [
            "Provinsi Riau 2021 penggiat: value 60",
            "Provinsi Riau 2021 penggiat [pemerintah]: value 20",
            "Provinsi Riau 2021 penggiat [swasta]: value 20",
            "Provinsi Riau 2021 penggiat [pendidikan]: value 20",
        ],
    ),
    "the next label has its own figure": (
        "Sepanjang 2021 kasus BNNP Riau berasal dari Dumai dan Siak masing-masing 19 kasus, Kampar 13 kasus.",
        [
            "Provinsi Riau 2021 kasus [dumai]: value 19",
            "Provinsi Riau 2021 kasus [siak]: value 19",
            "Provinsi Riau 2021 kasus [kampar]: value 13",
        ],
    ),
}
TARGETS = {
    "shared out among places": (
        "Pada 2018 BNNK Batu ditarget merehabilitasi 40 orang. Jatah itu dibagi ke dua puskesmas. "
        "Puskesmas Beji 25 orang dan Puskesmas Bumiaji 15 orang.",
        [
            "Kota Batu 2018 klien: target 40",
            "Kota Batu 2018 klien [puskesmas beji]: target 25",
            "Kota Batu 2018 klien [puskesmas bumiaji]: target 15",
        ],
    ),
    "what it is made up of, told next": (
        "Dalam DIPA 2019 BNNK Karo hanya dibiayai untuk merehabilitasi 60 orang. "
        "Jumlah itu terbagi atas 35 orang rawat jalan dan 25 orang rawat inap.",
        [
            "Kabupaten Karo 2019 klien: target 60",
            "Kabupaten Karo 2019 rawat_jalan: target 35",
            "Kabupaten Karo 2019 rawat_inap: target 25",
        ],
    ),
    "a part of it that is of no kind": (
        "Dalam DIPA 2019 BNNK Karo hanya dibiayai untuk merehabilitasi 60 orang. "
        "Jumlah itu terbagi atas 35 orang rawat jalan dan 25 orang di puskesmas.",
        [
            "Kabupaten Karo 2019 klien: target 60",
            "Kabupaten Karo 2019 rawat_jalan: target 35",
            "Kabupaten Karo 2019 klien [puskesmas]: target 25",
        ],
    ),
    "what another office gets of it": (
        "Pada 2019 BNNP Bali diberi target 12 kasus. BNNK Badung mendapat 5 kasus, sehingga seluruhnya 17 kasus.",
        [
            "Provinsi Bali 2019 kasus: target 12",
            "Kabupaten Badung 2019 kasus: target 5",
            "Provinsi Bali 2019 kasus: target 17",
        ],
    ),
    "what the same office got, which is none": (
        "Pada 2019 BNNP Bali diberi target 12 kasus. BNNP Bali mendapat 14 kasus.",
        ["Provinsi Bali 2019 kasus: value 14, target 12"],
    ),
    "an attainment told before its target": (
        "Sepanjang 2021 rehabilitasi BNNK Karo tercapai 150 persen. Dari target 40 klien, terlayani 60 klien.",
        ["Kabupaten Karo 2021 klien: value 60, target 40, achievement 150"],
    ),
    "told after what went beyond it": (
        "Sepanjang 2023 BNNK Karo merehabilitasi 56 klien. "
        "Jumlah tersebut jauh melampaui target, yang untuk satu tahun hanya 20 klien.",
        ["Kabupaten Karo 2023 klien: value 56, target 20"],
    ),
    "a share told as a consequence": (
        "Target BNN Kota Sorong tahun 2020 sebanyak 12 kasus narkotika, jadi sampai Juli sudah 75 persen.",
        ["Kota Sorong 2020 kasus: target 12, achievement 75"],
    ),
    "shared out in the next paragraph": (
        "Pada 2018 BNNP Bali ditarget merehabilitasi 400 orang. Jatah itu dipecah ke tiap kabupaten.\n\n"
        "Badung paling banyak, 120 orang. Disusul Gianyar 80 orang dan Tabanan 60 orang.",
        [
            "Provinsi Bali 2018 klien: target 400",
            "Provinsi Bali 2018 klien [badung]: target 120",
            "Provinsi Bali 2018 klien [gianyar]: target 80",
            "Provinsi Bali 2018 klien [tabanan]: target 60",
        ],
    ),
    "shared out after something else is named": (
        "Pada 2018 BNNP Bali ditarget merehabilitasi 400 orang. Jatah itu dipecah ke tiap kabupaten.\n\n"
        "Besarnya jatah mengikuti angka prevalensi. Badung paling banyak, 120 orang. Disusul Gianyar 80 orang.",
        [
            "Provinsi Bali 2018 klien: target 400",
            "Provinsi Bali 2018 klien [badung]: target 120",
            "Provinsi Bali 2018 klien [gianyar]: target 80",
        ],
    ),
    "parts right behind a target": (
        "Pada 2022 target BNNP Bali 400 klien. Rinciannya, Badung 80 klien dan Gianyar 60 klien.",
        [
            "Provinsi Bali 2022 klien: target 400",
            "Provinsi Bali 2022 klien [badung]: target 80",
            "Provinsi Bali 2022 klien [gianyar]: target 60",
        ],
    ),
    "a share that value and target make": (
        "Target BNNK Batu pada 2022 sebanyak 40 klien. Yang dirawat baru 31 orang, 77,5 persen.",
        ["Kota Batu 2022 klien: value 31, target 40, achievement 77.5"],
    ),
    "a share of a target that makes the value before": (
        "Pada 2022 BNNK Batu merawat 34 klien rawat jalan. Itu sudah 68 persen dari target 50 klien.",
        ["Kota Batu 2022 rawat_jalan: value 34, target 50, achievement 68"],
    ),
    "a rise without a noun": (
        "Pada 2022 BNNK Batu merawat 40 klien, bertambah 13 dari tahun sebelumnya.",
        ["Kota Batu 2022 klien: value 40, change 13, change_from 2021"],
    ),
    "an earlier share without a sign": (
        "Prevalensi di Bali menurut BNNP Bali naik dari 1,80 pada 2021 jadi 1,95 persen pada 2023.",
        ["Provinsi Bali 2021 prevalensi: value 1.8", "Provinsi Bali 2023 prevalensi: value 1.95"],
    ),
}
PARTS = {
    "lists that each break down the total": (
        "Sepanjang 2021 BNNK Karo merehabilitasi 30 orang.\n\nBerikut rinciannya:\n\nJenis rawatan\n- Rawat jalan : 26 orang\n"
        "- Rawat inap : 4 orang\n\nJenis kelamin\n- Laki-laki : 27 orang\n- Perempuan : 3 orang",
        [
            "Kabupaten Karo 2021 klien: value 30",
            "Kabupaten Karo 2021 rawat_jalan: value 26",
            "Kabupaten Karo 2021 rawat_inap: value 4",
            "Kabupaten Karo 2021 klien [laki-laki]: value 27",
            "Kabupaten Karo 2021 klien [perempuan]: value 3",
        ],
    ),
    "the place that a sentence before turns to": (
        "BNNK Poso pada 2019 menangani kasus di tiga daerah.\n\n"
        "Lain cerita di Kabupaten Donggala. Di sana ada 79 kasus dengan 119 tersangka.",
        [
            "Kabupaten Poso 2019 kasus [kabupaten donggala]: value 79",
            "Kabupaten Poso 2019 tersangka [kabupaten donggala]: value 119",
        ],
    ),
    "those who are more": (
        "Pada 2022 BNNK Batu merehabilitasi 88 warga. Pemakai pria masih jauh lebih banyak, 59 orang berbanding 29 wanita.",
        ["Kota Batu 2022 klien: value 88", "Kota Batu 2022 klien [pria]: value 59", "Kota Batu 2022 klien [wanita]: value 29"],
    ),
    "one before and one behind": (
        "Sepanjang 2022 BNNK Batu melayani 235 klien, 188 pria dan wanita 47.",
        [
            "Kota Batu 2022 klien: value 235",
            "Kota Batu 2022 klien [pria]: value 188",
            "Kota Batu 2022 klien [wanita]: value 47",
        ],
    ),
    "behind the share": (
        "Pada 2022 BNNK Batu mengetes urine 317 orang. Sembilan orang (2,8 persen) di antaranya pelajar.",
        ["Kota Batu 2022 tes_urine_peserta: value 317", "Kota Batu 2022 tes_urine_peserta [pelajar]: value 9"],
    ),
    "outside the office's own place": (
        "Sepanjang 2022 BNNK Batu merehabilitasi 88 warga. Asalnya, Junrejo 40, Bumiaji 44, luar Batu 4.",
        [
            "Kota Batu 2022 klien: value 88",
            "Kota Batu 2022 klien [junrejo]: value 40",
            "Kota Batu 2022 klien [bumiaji]: value 44",
            "Kota Batu 2022 klien [luar batu]: value 4",
        ],
    ),
    "each amount with its drug before it": (
        "Barang bukti BNNK Batu pada 2022 berupa sabu 18 gram plus ganja 5 gram.",
        ["Kota Batu 2022 barang_bukti [sabu]: value 18", "Kota Batu 2022 barang_bukti [ganja]: value 5"],
    ),
    "places with their numbers in brackets": (
        "Sepanjang 2020 BNNP Kalimantan Timur mencatat 29 kasus, yakni Balikpapan (16), Samarinda (9) dan Bontang (4).",
        [
            "Provinsi Kalimantan Timur 2020 kasus: value 29",
            "Provinsi Kalimantan Timur 2020 kasus [balikpapan]: value 16",
            "Provinsi Kalimantan Timur 2020 kasus [samarinda]: value 9",
            "Provinsi Kalimantan Timur 2020 kasus [bontang]: value 4",
        ],
    ),
    "an amount in something": (
        "Sepanjang 2022 BNNP Bali menyita ganja sintetis sebanyak 80 mililiter dalam vape.",
        ["Provinsi Bali 2022 barang_bukti [ganja sintetis]: value 80"],
    ),
    "tablets of no known drug": (
        "Sepanjang 2022 BNNP Bali menyita 323 butir ekstasi, 61 butir tablet narkotika, dan 234 gram ganja.",
        [
            "Provinsi Bali 2022 barang_bukti [ekstasi]: value 323",
            "Provinsi Bali 2022 barang_bukti: value 61",
            "Provinsi Bali 2022 barang_bukti [ganja]: value 234",
        ],
    ),
    "the weight of the packs before": (
        "Sepanjang 2022 BNNP Bali menyita empat paket sabu, total 172 gram.",
        ["Provinsi Bali 2022 barang_bukti [sabu]: value 4", "Provinsi Bali 2022 barang_bukti [sabu]: value 172"],
    ),
    "a total of several drugs in a sentence of its own": (
        "Sepanjang 2022 BNNP Bali menyita 27 gram sabu dan 3 gram ganja. Total keseluruhan mencapai 30 gram.",
        [
            "Provinsi Bali 2022 barang_bukti [sabu]: value 27",
            "Provinsi Bali 2022 barang_bukti [ganja]: value 3",
            "Provinsi Bali 2022 barang_bukti: value 30",
        ],
    ),
    "institutions with common words in their names": (
        "Sepanjang 2022 BNNK Batu merawat 12 klien, 10 di Loka rehabilitasi Batam dan 2 di RS. Bakti Timah.",
        [
            "Kota Batu 2022 klien: value 12",
            "Kota Batu 2022 klien [loka rehabilitasi batam]: value 10",
            "Kota Batu 2022 klien [rs. bakti timah]: value 2",
        ],
    ),
    "a total of several drugs": (
        "Sepanjang 2022 BNNP Bali menyita 27 gram sabu dan 3 gram ganja, dengan total mencapai 30 gram.",
        [
            "Provinsi Bali 2022 barang_bukti [sabu]: value 27",
            "Provinsi Bali 2022 barang_bukti [ganja]: value 3",
            "Provinsi Bali 2022 barang_bukti: value 30",
        ],
    ),
    "drugs listed behind one amount": (
        "Sepanjang 2022 BNNP Bali menyita 16 kilogram narkotika jenis sabu, ganja dan ekstasi.",
        ["Provinsi Bali 2022 barang_bukti: value 16"],
    ),
    "what packs hold": (
        "Sepanjang 2022 BNNP Bali menyita 652 gram ganja, dan 150 butir kapsul berisi serbuk ekstasi.",
        ["Provinsi Bali 2022 barang_bukti [ganja]: value 652", "Provinsi Bali 2022 barang_bukti [ekstasi]: value 150"],
    ),
    "what holds of all is said of some": (
        "Pada 2022 BNNK Batu merehabilitasi 20 klien, 16 di antaranya sudah ditangani.",
        ["Kota Batu 2022 klien: value 20", "Kota Batu 2022 klien: value 16"],
    ),
    "who are or do something, with a number alone": (
        "BNNK Batu menangani 19 berkas perkara pada 2022. Yang rampung 12, sisanya masih diteliti jaksa.",
        ["Kota Batu 2022 berkas: value 19", "Kota Batu 2022 berkas: value 12"],
    ),
    "numbers that add up to what was told are its parts, though they look like ages": (
        "Relawan anti narkoba bentukan BNNK Gianyar pada 2022 berjumlah 40 orang, tersebar di Ubud (12), Tegalalang (15), "
        "Payangan (9), Tampaksiring (4).",
        [
            "Kabupaten Gianyar 2022 relawan: value 40",
            "Kabupaten Gianyar 2022 relawan [ubud]: value 12",
            "Kabupaten Gianyar 2022 relawan [tegalalang]: value 15",
            "Kabupaten Gianyar 2022 relawan [payangan]: value 9",
            "Kabupaten Gianyar 2022 relawan [tampaksiring]: value 4",
        ],
    ),
    "numbers that do not add up are no parts": (
        "BNNK Gianyar merehabilitasi 40 klien pada 2022. Menurut konselornya, Made (32) dan Ketut (29), hasilnya baik.",
        ["Kabupaten Gianyar 2022 klien: value 40"],
    ),
    "what adds up to a target is shared out": (
        "Pada 2022 BNNP Bali mendapat jatah rehabilitasi 60 orang. Rinciannya 20 orang rawat inap dan 40 orang rawat jalan.",
        [
            "Provinsi Bali 2022 klien: target 60",
            "Provinsi Bali 2022 rawat_inap: target 20",
            "Provinsi Bali 2022 rawat_jalan: target 40",
        ],
    ),
    "who are from a place": (
        "Sepanjang 2023 BNNK Batu merehabilitasi 44 klien. Ada 7 orang dari Malang.",
        ["Kota Batu 2023 klien: value 44", "Kota Batu 2023 klien [malang]: value 7"],
    ),
    "some that live in a place": (
        "Sepanjang 2023 BNNP Bali menangkap 44 tersangka. Sebanyak 23 orang di antaranya beralamat di Denpasar.",
        ["Provinsi Bali 2023 tersangka: value 44", "Provinsi Bali 2023 tersangka [denpasar]: value 23"],
    ),
    "budget and what of it was spent": (
        "Alokasi anggaran BNNK Batu tahun 2024 sebesar Rp2 miliar terpakai Rp1,9 miliar.",
        [
            "Kota Batu 2024 anggaran [pagu]: value 2000000000",
            "Kota Batu 2024 anggaran [realisasi]: value 1900000000",
        ],
    ),
}
NAMED_PARTS = {
    "a walk of life of those in rehabilitation": (
        "Sampai Desember 2023 BNNK Batu mencatat 24 mahasiswa yang menjalani rehabilitasi.",
        ["Kota Batu 2023 klien [mahasiswa]: value 24"],
    ),
    "but not of those who are all invited": (
        "Pada 2023 sosialisasi BNNK Batu diikuti 24 mahasiswa.",
        ["Kota Batu 2023 sosialisasi_peserta: value 24"],
    ),
    "the village that a sentence opens with": (
        "BNNK Batu pada 2023 membina dua kelurahan. Kelurahan Temas, Batu, punya tujuh agen pemulihan dengan enam klien IBM.",
        ["Kota Batu 2023 agen_pemulihan [kelurahan temas]: value 7", "Kota Batu 2023 ibm_klien [kelurahan temas]: value 6"],
    ),
    "but not what is called after villages": (
        "Sampai 2023 BNNK Batu membina banyak desa. Desa Bersinar sekarang sudah sembilan desa.",
        ["Kota Batu 2023 desa_bersinar: value 9"],
    ),
    "nor a village where an office does it": (
        "Di Kelurahan Temas, Batu, BNNK Batu pada 2023 membina tujuh agen pemulihan.",
        ["Kota Batu 2023 agen_pemulihan: value 7"],
    ),
    "the institution that a sentence opens with": (
        "Selama 2023 BNNK Batu merehabilitasi 90 klien. Ponpes Harapan Ilahi merawat inap 17 orang.",
        ["Kota Batu 2023 klien: value 90", "Kota Batu 2023 rawat_inap [ponpes harapan ilahi]: value 17"],
    ),
    "the office's own place beside another": (
        "Selama 2023 BNNK Bima merehabilitasi 60 klien. Dari Kota Bima 34 orang, Kabupaten Bima 26 orang.",
        [
            "Kabupaten Bima 2023 klien: value 60",
            "Kabupaten Bima 2023 klien [kota bima]: value 34",
            "Kabupaten Bima 2023 klien [kabupaten bima]: value 26",
        ],
    ),
    "where some of those before are": (
        "Sepanjang 2023 BNNP Bali mengungkap 23 kasus. Dari 23 kasus tadi, 14 kasus lokasinya di Gianyar.",
        ["Provinsi Bali 2023 kasus: value 23", "Provinsi Bali 2023 kasus [gianyar]: value 14"],
    ),
    "a numbered spot": (
        "Pada 2025 BNNP Aceh memusnahkan ladang ganja.\n\nTitik 1, luas 1,5 ha, 700 batang\nTitik 2, luas 1,5 ha, 900 batang",
        [
            "Provinsi Aceh 2025 ladang_ganja [titik 1]: value 1.5",
            "Provinsi Aceh 2025 ladang_ganja [titik 1]: value 700",
            "Provinsi Aceh 2025 ladang_ganja [titik 2]: value 1.5",
            "Provinsi Aceh 2025 ladang_ganja [titik 2]: value 900",
        ],
    ),
    "through whom some are cared for": (
        "BNNK Batu pada 2023 merehabilitasi 190 klien. Ada 130 orang yang dipulihkan lewat lembaga mitra.",
        ["Kota Batu 2023 klien: value 190", "Kota Batu 2023 klien [lembaga mitra]: value 130"],
    ),
    "but not the office's own clinic": (
        "BNNK Batu pada 2023 merehabilitasi 190 klien. Ada 130 orang yang dilayani di klinik BNNK Batu.",
        ["Kota Batu 2023 klien: value 190", "Kota Batu 2023 klien: value 130"],
    ),
    "the label of a list item under its heading": (
        "Kegiatan BNNP Bali pada 2023\n\nSosialisasi\n- Sekolah dan kampus : 41 kali, 6.318 orang\n- Swasta : 7 kali, 90 orang",
        [
            "Provinsi Bali 2023 sosialisasi_kegiatan [sekolah dan kampus]: value 41",
            "Provinsi Bali 2023 sosialisasi_peserta [sekolah dan kampus]: value 6318",
            "Provinsi Bali 2023 sosialisasi_kegiatan [swasta]: value 7",
            "Provinsi Bali 2023 sosialisasi_peserta [swasta]: value 90",
        ],
    ),
    "the section of a budget with what became of it": (
        "Pada 2021 Seksi Umum BNNK Batu mendapat anggaran Rp 1,5 miliar, terealisasi Rp 1,2 miliar (80%).",
        [
            "Kota Batu 2021 anggaran [pagu seksi umum]: value 1500000000",
            "Kota Batu 2021 anggaran [realisasi seksi umum]: value 1200000000",
            "Kota Batu 2021 serapan [seksi umum]: value 80",
        ],
    ),
    "but not the section that a speaker heads": (
        "Kepala Seksi Umum BNNK Batu menyebut pagu 2021 Rp 1,5 miliar.",
        ["Kota Batu 2021 anggaran [pagu]: value 1500000000"],
    ),
    "whom a clause opens with": (
        "BNNK Batu pada 2023 merehabilitasi 77 klien. Pelajar yang harus direhab mencapai 19 orang.",
        ["Kota Batu 2023 klien: value 77", "Kota Batu 2023 klien [pelajar]: value 19"],
    ),
    "the place that has most": (
        "Desa Bersinar di Bali sampai 2023 menurut BNNP Bali 67 desa. Badung yang terbanyak dengan 23 desa.",
        ["Provinsi Bali 2023 desa_bersinar: value 67", "Provinsi Bali 2023 desa_bersinar [badung]: value 23"],
    ),
    "no word of an office's name": (
        "Badan Narkotika Nasional (BNN) membongkar 49 jaringan narkotika sepanjang 2022.",
        ["RI 2022 jaringan: value 49"],
    ),
    "who has most of a share": (
        "BNNK Batu pada 2023 merehabilitasi 40 klien. Zat yang paling banyak dipakai sabu, sekitar 80 persen.",
        ["Kota Batu 2023 klien: value 40", "Kota Batu 2023 klien [sabu]: value 80"],
    ),
    "the same of another year": (
        "BNNK Batu pada 2023 merehabilitasi 40 klien. Perempuannya cuma 3 orang. Tahun 2022 ada 7.",
        [
            "Kota Batu 2023 klien: value 40",
            "Kota Batu 2023 klien [perempuan]: value 3",
            "Kota Batu 2022 klien [perempuan]: value 7",
        ],
    ),
    "but not where those are some of all": (
        "BNNK Batu pada 2023 merehabilitasi 40 klien, 3 di antaranya perempuan. Tahun 2022 ada 37.",
        [
            "Kota Batu 2023 klien: value 40",
            "Kota Batu 2023 klien [perempuan]: value 3",
            "Kota Batu 2022 klien: value 37",
        ],
    ),
    "of whom some of a part are": (
        "Tes urine BNNK Batu pada 2023 menemukan 12 orang positif. Kecamatan Junrejo 5 orang dari 60 orang yang dites.",
        [
            "Kota Batu 2023 tes_urine_positif: value 12",
            "Kota Batu 2023 tes_urine_positif [kecamatan junrejo]: value 5",
            "Kota Batu 2023 tes_urine_peserta [kecamatan junrejo]: value 60",
        ],
    ),
}
YEARS = {
    "a row of numbers for as many years": (
        "Klien rehabilitasi BNNK Batu sejak 2019 hingga 2021 berturut-turut 88, 102, dan 131 orang.",
        [f"Kota Batu {year} klien: value {count}" for year, count in ((2019, 88), (2020, 102), (2021, 131))],
    ),
    "a row of numbers with their years behind them": (
        "Klien rehabilitasi BNNK Batu terus naik: 9, 14, lalu 20 pada 2020, 2021, dan 2022.",
        [f"Kota Batu {year} klien: value {count}" for year, count in ((2020, 9), (2021, 14), (2022, 20))],
    ),
    "a second row goes by the years of the first": (
        "Kasus yang diungkap BNNP Bali berturut-turut 17 (2017), 21 (2018) dan 12 kasus (2019). "
        "Tersangkanya masing-masing 20, 25, dan 14 orang.",
        [
            *(f"Provinsi Bali {year} kasus: value {count}" for year, count in ((2017, 17), (2018, 21), (2019, 12))),
            *(f"Provinsi Bali {year} tersangka: value {count}" for year, count in ((2017, 20), (2018, 25), (2019, 14))),
        ],
    ),
    "the year compared with": (
        "Klien rehabilitasi BNNP Bali tahun 2021 sebanyak 40 orang, naik 8 orang dibanding tahun 2020.",
        ["Provinsi Bali 2021 klien: value 40, change 8, change_from 2020"],
    ),
    "a change without a year compared with": (
        "Klien rehabilitasi BNNP Bali tahun 2021 sebanyak 40 orang, naik 8 orang.",
        ["Provinsi Bali 2021 klien: value 40, change 8"],
    ),
    "a sentence that leads over to another year": (
        "Sepanjang 2021 BNNP Bali merehabilitasi 40 klien. Ia membandingkan dengan 2020. Ketika itu ada 31 klien.",
        ["Provinsi Bali 2021 klien: value 40", "Provinsi Bali 2020 klien: value 31"],
    ),
    "the parts of a figure told again": (
        "Sepanjang 2023 BNNK Karo merehabilitasi 236 orang. Tahun 2022 ada 127 orang. "
        "Dari 236 orang itu, 186 orang rawat jalan.",
        [
            "Kabupaten Karo 2023 klien: value 236",
            "Kabupaten Karo 2022 klien: value 127",
            "Kabupaten Karo 2023 rawat_jalan: value 186",
        ],
    ),
    "the earlier year of a series of changes": (
        "Prevalensi di Bali menurut survei BNNP Bali naik dari 1,8 persen pada 2019 menjadi 1,9 persen pada 2021. "
        "Angka pernah pakai naik dari 2,4% menjadi 2,5%.",
        [
            "Provinsi Bali 2019 prevalensi: value 1.8",
            "Provinsi Bali 2021 prevalensi: value 1.9",
            "Provinsi Bali 2019 prevalensi [pernah pakai]: value 2.4",
            "Provinsi Bali 2021 prevalensi [pernah pakai]: value 2.5",
        ],
    ),
    "the period spoken of": (
        "Selama 2019 BNNP Bali merehabilitasi 40 klien. Pada kurun itu ada 12 tersangka yang diringkus.",
        ["Provinsi Bali 2019 klien: value 40", "Provinsi Bali 2019 tersangka: value 12"],
    ),
}
NATIONAL = {
    "a round number and the one it stands for": (
        "Pada 2023 sekitar 300 orang direhabilitasi BNNK Batu. Persisnya 312 orang.",
        ["Kota Batu 2023 klien: value 312"],
    ),
    "a number that another does not round": (
        "Pada 2023 lebih dari 300 orang direhabilitasi BNNK Batu. Klien rehabilitasi BNNP Bali 290 orang.",
        ["Kota Batu 2023 klien: value 300", "Provinsi Bali 2023 klien: value 290"],
    ),
    "a share that is more people than a province has": (
        "Kepala BNNK Batu menyebut prevalensi penyalahgunaan narkoba pada 2023 1,73 persen atau setara 3,33 juta orang.",
        ["RI 2023 prevalensi: value 1.73", "RI 2023 penyalahguna: value 3330000"],
    ),
    "the country's share measured with": (
        "Pada 2023 prevalensi pengguna narkoba di Bali kata BNNP Bali 2,3 persen, di atas angka Indonesia yang 1,8 persen.",
        ["Provinsi Bali 2023 prevalensi: value 2.3", "RI 2023 prevalensi: value 1.8"],
    ),
    "a national report read out by a local office": (
        "BNN Ungkap Ratusan Kasus, Kepala BNNK Kudus: Semua Waspada\n\n"
        "Badan Narkotika Nasional (BNN) sepanjang 2022 mengungkap 900 kasus narkotika. "
        "Hal itu disampaikan Kepala BNNK Kudus mewakili Kepala BNN RI di Kudus.",
        ["RI 2022 kasus: value 900"],
    ),
}
TOPICS = {
    "of neither of two kinds told before": (
        "Sepanjang 2019 BNNK Kudus melayani 60 klien rawat inap dan 80 klien rawat jalan. Terlayani 41 orang hingga kini.",
        [
            "Kabupaten Kudus 2019 rawat_inap: value 60",
            "Kabupaten Kudus 2019 rawat_jalan: value 80",
            "Kabupaten Kudus 2019 klien: value 41",
        ],
    ),
    "sent away, with the number between": (
        "Sepanjang 2019 BNNK Kudus melayani 60 klien rawat jalan dan mengirim empat orang ke Baddoka.",
        ["Kabupaten Kudus 2019 rawat_jalan: value 60", "Kabupaten Kudus 2019 rawat_inap: value 4"],
    ),
    "said to be none of those before": (
        "Sepanjang 2019 dari klien BNNK Kudus 60 orang menuntaskan program dan empat orang mangkir.",
        ["Kabupaten Kudus 2019 selesai: value 60", "Kabupaten Kudus 2019 klien [mangkir]: value 4"],
    ),
    "found positive by the drug": (
        "Pada 2019 BNNK Kudus mengetes urine 180 karyawan. Hasilnya: sabu 4, ganja 1.",
        [
            "Kabupaten Kudus 2019 tes_urine_peserta: value 180",
            "Kabupaten Kudus 2019 tes_urine_positif [sabu]: value 4",
            "Kabupaten Kudus 2019 tes_urine_positif [ganja]: value 1",
        ],
    ),
    "announced at the start": (
        "Sepanjang 2017 BNNP Aceh menangkap 27 tersangka. Soal rehabilitasi, katanya, yang dijangkau 311 orang.",
        ["Provinsi Aceh 2017 tersangka: value 27", "Provinsi Aceh 2017 klien: value 311"],
    ),
    "where people are sent": (
        "Sepanjang 2019 BNNK Kudus mengirim empat klien. Tiga orang dikirim ke RS Mardi dan 1 orang lagi ke Semarang.",
        [
            "Kabupaten Kudus 2019 klien: value 4",
            "Kabupaten Kudus 2019 rawat_inap [rs mardi]: value 3",
            "Kabupaten Kudus 2019 rawat_inap [semarang]: value 1",
        ],
    ),
}
WHAT_AND_WHOSE = {
    "a new paragraph that names what it is about": (
        (
            "Pengguna narkoba di Sultra menurut survei BNN 2017 ada 57.700 orang.\n\nBNNP Sultra mengungkap 15 kasus pada "
            "2019.\n\nKepala BNNP Sultra juga menyinggung layanan rehabilitasi. Selama 2019 tercatat 164 orang."
        ),
        [
            "Provinsi Sulawesi Tenggara 2017 penyalahguna: value 57700",
            "Provinsi Sulawesi Tenggara 2019 kasus: value 15",
            "Provinsi Sulawesi Tenggara 2019 klien: value 164",
        ],
    ),
    "a place surveyed, told long before the figure": (
        (
            "BNNP Sultra mengungkap 15 kasus pada 2017.\n\nJumlah pengguna narkoba di Sultra menurut hasil survei BNN yang "
            "terakhir, yang dilakukan pada 2017, kurang lebih 57.700 orang."
        ),
        ["Provinsi Sulawesi Tenggara 2017 kasus: value 15", "Provinsi Sulawesi Tenggara 2017 penyalahguna: value 57700"],
    ),
    "targets in a list": (
        "Tahun 2025 BNNK Tegal menargetkan rawat jalan 30 orang, agen pemulihan 10 orang, dan tes urine 200 orang.",
        [
            "Kota Tegal 2025 rawat_jalan: target 30",
            "Kota Tegal 2025 agen_pemulihan: target 10",
            "Kota Tegal 2025 tes_urine_peserta: target 200",
        ],
    ),
    "a year for two figures": (
        "Kendal, 14 Januari 2022 - BNNK Kendal mengungkap 9 kasus narkotika tahun lalu dengan 14 tersangka.",
        ["Kabupaten Kendal 2021 kasus: value 9", "Kabupaten Kendal 2021 tersangka: value 14"],
    ),
    "kinds side by side": (
        (
            "Sepanjang 2021 BNNP Bali merehabilitasi 476 klien, yakni 352 orang rawat jalan dan 124 orang rawat "
            "inap. Dari Badung berasal 102 orang."
        ),
        [
            "Provinsi Bali 2021 klien: value 476",
            "Provinsi Bali 2021 rawat_jalan: value 352",
            "Provinsi Bali 2021 rawat_inap: value 124",
            "Provinsi Bali 2021 klien [badung]: value 102",
        ],
    ),
    "larger than any part": (
        "Selama 2021 BNNK Karo mengetes urine pegawai. Dua orang positif. Totalnya 96 orang.",
        [
            "Kabupaten Karo 2021 tes_urine_positif: value 2",
            "Kabupaten Karo 2021 tes_urine_peserta: value 96",
        ],
    ),
    "a turn of the sentence": (
        ("Sepanjang 2021 BNNP Bali memberi penyuluhan kepada 400 orang, sementara lewat media sosial menjangkau 1.200 akun."),
        [
            "Provinsi Bali 2021 sosialisasi_peserta: value 400",
            "Provinsi Bali 2021 jangkauan_media: value 1200",
        ],
    ),
    "a part told by itself": (
        "Tahun 2020 BNNK Karo memeriksa urine 402 orang, empat di antaranya positif.",
        [
            "Kabupaten Karo 2020 tes_urine_peserta: value 402",
            "Kabupaten Karo 2020 tes_urine_positif: value 4",
        ],
    ),
    "none behind": (
        "Tahun 2020 BNNK Karo mengetes urine 825 orang, hasilnya nihil.",
        [
            "Kabupaten Karo 2020 tes_urine_peserta: value 825",
            "Kabupaten Karo 2020 tes_urine_positif: value 0",
        ],
    ),
    "two told as one": (
        "Tahun 2020 BNNK Karo menggelar razia. Sebanyak 84 narapidana dan 20 sipir dites urine.",
        [
            "Kabupaten Karo 2020 tes_urine_peserta [narapidana]: value 84",
            "Kabupaten Karo 2020 tes_urine_peserta [sipir]: value 20",
        ],
    ),
    "some of a group": (
        "Sepanjang 2022 BNNK Tual menangkap lima tersangka. Dua dari lima tersangka itu residivis.",
        [
            "Kota Tual 2022 tersangka: value 5",
            "Kota Tual 2022 tersangka [residivis]: value 2",
        ],
    ),
    "a year looked back to": (
        (
            "Tahun 2016 BNNK Ciamis menggelar 86 kali sosialisasi. Pada 2015 sosialisasi hanya 61 kali. Pihaknya "
            "juga melatih 40 kader."
        ),
        [
            "Kabupaten Ciamis 2016 sosialisasi_kegiatan: value 86",
            "Kabupaten Ciamis 2015 sosialisasi_kegiatan: value 61",
            "Kabupaten Ciamis 2016 relawan: value 40",
        ],
    ),
    "who speaks": (
        (
            "BNN RI memusnahkan ganja 5 kilogram di Gayo Lues sepanjang 2020.\n\nKepala BNNK Gayo Lues mengatakan "
            "warga perlu pekerjaan lain.\n\nSelama 2020 pihaknya merehabilitasi 18 orang."
        ),
        [
            "RI 2020 pemusnahan [ganja]: value 5",
            "Kabupaten Gayo Lues 2020 klien: value 18",
        ],
    ),
    "those who sent": (
        ("Sepanjang 2022 BNNP Bali menggelar asesmen terpadu terhadap 236 tersangka yang diajukan penyidik Polda Bali."),
        [
            "Provinsi Bali 2022 asesmen_terpadu: value 236",
        ],
    ),
    "named for their members": (
        "Pada 2022 klinik BNNK Tual menerbitkan 412 lembar SKHPN untuk calon anggota Polri.",
        [
            "Kota Tual 2022 skhpn: value 412",
        ],
    ),
    "a survey of a place": (
        ("Hasil penelitian tahun 2014 yang dikutip BNNK Bima memperkirakan penyalahguna narkoba di NTB mencapai 51.519 orang."),
        [
            "Provinsi Nusa Tenggara Barat 2014 penyalahguna: value 51519",
        ],
    ),
    "a survey of no place": (
        "BNNK Tidore mengutip survei BNN tahun 2018: prevalensi di kalangan pelajar mencapai 3,2 persen.",
        [
            "RI 2018 prevalensi [kalangan pelajar]: value 3.2",
        ],
    ),
    "held": (
        "Menurut survei BNN RI, prevalensi setahun pakai 2021 sebesar 1,95 persen. Pada 2019 angkanya 1,80 persen.",
        [
            "RI 2021 prevalensi [setahun pakai]: value 1.95",
            "RI 2019 prevalensi [setahun pakai]: value 1.8",
        ],
    ),
    "places behind": (
        ("Dari 154 klien BNNK Ciamis pada 2016, 118 orang warga Ciamis, 25 orang Pangandaran dan 11 orang dari Banjar."),
        [
            "Kabupaten Ciamis 2016 klien: value 154",
            "Kabupaten Ciamis 2016 klien [ciamis]: value 118",
            "Kabupaten Ciamis 2016 klien [pangandaran]: value 25",
            "Kabupaten Ciamis 2016 klien [banjar]: value 11",
        ],
    ),
    "labels of a row": (
        "BNNK Batu pada 2022 membentuk 90 relawan: pecalang 40, yowana 30, dan PKK 20.",
        [
            "Kota Batu 2022 relawan: value 90",
            "Kota Batu 2022 relawan [pecalang]: value 40",
            "Kota Batu 2022 relawan [yowana]: value 30",
            "Kota Batu 2022 relawan [pkk]: value 20",
        ],
    ),
    "unlike things side by side": (
        "Sepanjang 2022 penyuluh BNNK Batu mendatangi 24 sekolah dan tujuh pondok pesantren.",
        [
            "Kota Batu 2022 lembaga [sekolah]: value 24",
            "Kota Batu 2022 lembaga [pondok pesantren]: value 7",
        ],
    ),
    "some of a kind side by side": (
        "BNNK Batu merehabilitasi 60 klien pada 2022, terdiri atas 45 orang binaan yayasan dan 15 orang titipan Polres.",
        [
            "Kota Batu 2022 klien: value 60",
            "Kota Batu 2022 klien [binaan yayasan]: value 45",
            "Kota Batu 2022 klien [titipan polres]: value 15",
        ],
    ),
    "labels side by side": (
        "Sepanjang 2021 Klinik Harapan menangani 5 klien BNNP Bali, Yayasan Kasih 7 klien.",
        [
            "Provinsi Bali 2021 klien: value 5",
            "Provinsi Bali 2021 klien [yayasan kasih]: value 7",
        ],
    ),
    "since a month": (
        "BNNK Poso menangkap seorang kurir, Sabtu (14/10/2017). Sejak Januari kantornya menangani tujuh perkara.",
        [
            "Kabupaten Poso 2017 kasus: value 7",
        ],
    ),
    "a year with which one is the same": (
        "Pada 2021 BNNK Batu merehabilitasi 12 klien. Kasus yang ditangani tetap tiga kasus, sama dengan tahun 2020.",
        ["Kota Batu 2021 klien: value 12", "Kota Batu 2021 kasus: value 3"],
    ),
    "target of its year": (
        (
            "Tahun 2016 BNNK Ciamis merehabilitasi 154 orang, dibanding tahun 2015 hanya 96 orang. Target tahun "
            "2016 hanya 100 orang."
        ),
        [
            "Kabupaten Ciamis 2016 klien: value 154, target 100",
            "Kabupaten Ciamis 2015 klien: value 96",
        ],
    ),
}
ELSEWHERE = {
    "what stands right before the figure of an answer": (
        "Sepanjang 2021 BNNK Batu menangani 3 kasus.\nAda pegawai yang kedapatan memakai?\n"
        "Dari tes urine 48 orang ada 2 orang yang positif.",
        [
            "Kota Batu 2021 kasus: value 3",
            "Kota Batu 2021 tes_urine_peserta: value 48",
            "Kota Batu 2021 tes_urine_positif: value 2",
        ],
    ),
    "the year a question asks for": (
        "Sepanjang 2021 BNNK Batu merehabilitasi 12 klien.\nRencana tahun 2022?\nTargetnya 20 klien rehabilitasi.",
        ["Kota Batu 2021 klien: value 12", "Kota Batu 2022 klien: target 20"],
    ),
    "what the nation has": (
        "Indeks kepuasan masyarakat BNNK Batu tahun 2023 sebesar 3,37, di bawah nasional yang mencapai 3,62.",
        [
            "Kota Batu 2023 indeks [indeks kepuasan masyarakat]: value 3.37",
            "RI 2023 indeks [indeks kepuasan masyarakat]: value 3.62",
        ],
    ),
    "those who only witness": (
        "Sepanjang 2022 BNNP Bali menyita sabu 61,2 gram. Sebagian, yakni 18,4 gram sabu, dimusnahkan, "
        "disaksikan perwakilan kejaksaan.",
        ["Provinsi Bali 2022 barang_bukti [sabu]: value 61.2", "Provinsi Bali 2022 pemusnahan [sabu]: value 18.4"],
    ),
    "an exact amount of a drug and of its kind": (
        "Sepanjang 2022 BNNP Bali menyita 36,47 kilogram sabu.\n\nSabu kristal yang disita itu 36,47 kilogram.",
        ["Provinsi Bali 2022 barang_bukti [sabu]: value 36.47"],
    ),
    "what another body has goes on": (
        "Sepanjang 2022 BNNK Batu menangani 6 kasus. Polres Batu mencatat 40 laporan polisi. Sebulan kemudian sudah 50.",
        ["Kota Batu 2022 kasus: value 6"],
    ),
    "what is there already beside what is planned": (
        "Sepanjang 2022 BNNK Batu menangani 6 kasus. Pada 2023 BNNK Batu berencana membentuk dua desa bersinar lagi, "
        "melengkapi empat desa yang sudah dibentuk.",
        [
            "Kota Batu 2022 kasus: value 6",
            "Kota Batu 2023 desa_bersinar: target 2",
            "Kota Batu 2022 desa_bersinar: value 4",
        ],
    ),
    "the whole country's programme leads up to the office": (
        "Tahun 2020 Badan Narkotika Nasional (BNN) menargetkan 100 ribu pecandu di seluruh Indonesia dirawat. Berikut "
        "wawancara dengan Kepala BNNP Bali, Wayan Sudarma.\n\nSelama 2020 ada 118 pecandu yang kami rehabilitasi.",
        ["RI 2020 klien: target 100000", "Provinsi Bali 2020 klien: value 118"],
    ),
    "the province with one of its offices": (
        "Sepanjang 2021 BNNP Bali ditambah BNNK Badung menyita 20 gram sabu.",
        ["Provinsi Bali 2021 barang_bukti [sabu]: value 20"],
    ),
    "an office that has some of those": (
        "Sepanjang 2021 BNNP Bali merehabilitasi 60 klien. Itu sudah digabung dengan BNNK Badung yang 12 klien.",
        ["Provinsi Bali 2021 klien: value 60", "Kabupaten Badung 2021 klien: value 12"],
    ),
    "the same office in other units": (
        "Sepanjang 2019 BNNK Poso menangani dua kasus dan BNNK Sigi 3 kasus dengan 5 tersangka namun sabunya cuma 1,5 gram.",
        [
            "Kabupaten Poso 2019 kasus: value 2",
            "Kabupaten Sigi 2019 kasus: value 3",
            "Kabupaten Sigi 2019 tersangka: value 5",
            "Kabupaten Sigi 2019 barang_bukti [sabu]: value 1.5",
        ],
    ),
    "back to the place of the article's office": (
        "BNNK Badung merehabilitasi 50 klien sepanjang 2019.\n\nBNNP Bali waktu itu dibebani merehabilitasi 900 klien. "
        "Badung mendapat bagian 45 klien.",
        [
            "Kabupaten Badung 2019 klien: value 50",
            "Provinsi Bali 2019 klien: target 900",
            "Kabupaten Badung 2019 klien: target 45",
        ],
    ),
    "back to the province": (
        "Sepanjang 2021 BNNP Bali menyita sabu 20 gram. BNNK Badung menambah sabu 4 gram. Ada pula ganja 9 gram.",
        [
            "Provinsi Bali 2021 barang_bukti [sabu]: value 20",
            "Kabupaten Badung 2021 barang_bukti [sabu]: value 4",
            "Provinsi Bali 2021 barang_bukti [ganja]: value 9",
        ],
    ),
    "offices listed by their places": (
        "Sepanjang 2021 klinik BNNP Bali dan tiga BNNK, yaitu Badung, Gianyar dan Klungkung, merawat 40 klien rawat jalan. "
        "Badung menyumbang 9 klien, Gianyar 6.",
        [
            "Provinsi Bali 2021 kantor: value 3",
            "Provinsi Bali 2021 rawat_jalan: value 40",
            "Kabupaten Badung 2021 rawat_jalan: value 9",
            "Kabupaten Gianyar 2021 rawat_jalan: value 6",
        ],
    ),
}
CASES = {
    f"{of}: {name}": case
    for of, cases in {
        "kinds": KINDS,
        "shared": SHARED,
        "targets": TARGETS,
        "parts": PARTS,
        "parts by name": NAMED_PARTS,
        "years": YEARS,
        "national": NATIONAL,
        "topics": TOPICS,
        "what and whose": WHAT_AND_WHOSE,
        "elsewhere": ELSEWHERE,
    }.items()
    for name, case in cases.items()
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_figures_are_read_with_what_is_told_farther_off(text: str, wanted: Sequence[str]) -> None:
    assert sorted(map(row, extract(text))) == sorted(wanted)


def test_a_sentence_is_not_cut_inside_a_numeral() -> None:
    text = "Tahun 2022 BNNP Sumbar menyita ganja 106. 362,48 gram dan sabu 12 gram."
    (evidence,) = {statistic.evidence[0].quote for statistic in extract(text)}
    assert text[slice(*evidence)] == text


DOUBTFUL = {
    "another body": "Sepanjang 2021 BNNP Bali menerima 12 kasus narkotika yang dilimpahkan Polres Badung.",
    "none in words": "Sepanjang 2021 tersangka di BNNP Bali nihil.",
    "a small number in words": "Sepanjang 2021 ada satu bandar diringkus BNNP Bali.",
}


@pytest.mark.parametrize("text", DOUBTFUL.values(), ids=DOUBTFUL)
def test_what_is_open_to_doubt_is_unsure(text: str) -> None:
    found = extract(text)
    assert [statistic.certainty for statistic in found] == ["unsure"] * len(found)
    assert all(statistic.doubts for statistic in found)


def test_headlines_lend_only_the_numbers_that_the_statistic_has() -> None:
    (found,) = extract(
        "Sepanjang 2019 BNNP Riau meringkus 72 pengedar.", title="BNNP Riau Klaim Naik 600 Persen, 72 Pengedar Diringkus 2019"
    )
    assert [set(evidence.spans) for evidence in found.evidence] == [{"value"}, {"value"}]


OCCURRENCES = {
    "a deed of a day": ("BNNP Bali menangkap tiga kurir, Sabtu (9/10/2021). Sejak Januari ada 12 tersangka.", [True, False]),
    "a test of a day": (
        "BNNK Kolaka menggelar tes urine, Rabu (12/9/2018). Sebanyak 60 siswa diperiksa.\n\nTahun ini sudah 90 orang dites.",
        [True, False],
    ),
    "a case singled out of a year": (
        "Sepanjang 2021 BNNP Bali menyita 4 kilogram sabu.\n\nTangkapan paling menonjol adalah 2,5 kg sabu di Gilimanuk.",
        [False, True],
    ),
    "what is listed under years": (
        "BNNP Bali menangkap kurir, Sabtu (9/10/2021).\n\nJumlah kasus menurut kecamatan sepanjang 2020:\n"
        "1. Kuta (30 kasus)\n2. Mengwi (12 kasus)",
        [False, False],
    ),
    "days over weeks": ("BNNP Bali menangkap 12 tersangka pada 2-23 Mei 2021.", [False]),
    "some days": ("BNNP Bali menangkap 12 tersangka pada 2-4 Mei 2021.", [True]),
    "a year that only begins with it": (
        "BNNP Bali mengawali tahun 2021 dengan memusnahkan 312 gram sabu, Sabtu (9/1/2021). Sebanyak 900 jiwa diselamatkan.",
        [True, True],
    ),
    "the only case of a year": (
        "Satu-satunya penangkapan BNNK Batu tahun 2021 terjadi di Junrejo, dengan barang bukti sabu 4,1 gram. "
        "Klien rehabilitasi 30 orang.",
        [True, False],
    ),
    "cases told one by one": (
        "Sepanjang 2021 BNNK Batu menyelesaikan dua LKN:\n1. LKN pertama, dua tersangka dengan sabu 3,2 gram.\n"
        "2. LKN kedua, ganja 870 gram dari sebuah paket.",
        [False, True, True, True],
    ),
    "what is told on of a case that was singled out": (
        "Sepanjang 2021 BNNP Bali menyita 9 kg ganja.\n\nKasus pertama terjadi di Gilimanuk. Ditemukan 7 kg ganja.\n\n"
        '"Ganja itu dijemput di Banyuwangi. Kurirnya tiga orang."',
        [False, True, True],
    ),
    "a day of the week told before": (
        "Rapat camat di Kolaka mendadak riuh, Selasa siang, saat BNNK Kolaka menggelar tes urine.\n\n"
        "Dari 60 pejabat yang diundang, 41 orang dites.\n\nSepanjang 2018 peserta tes urine 212 orang.",
        [True, False],
    ),
    "some of those of a day": (
        "Sepanjang 2017 BNNP Bali merazia 12 hotel.\n\nRazia terakhir digelar Kamis, 14 Desember. Hari itu 94 tamu dites urine "
        'dan tiga orang positif.\n\n"Satu wanita dan dua pria," kata petugas.',
        [False, True, True, True, True],
    ),
    "a report below a byline": (
        "Setengah Tahun, BNN Sita Sabu di Bali\n\nJumat, 7 Juli 2017 16:22 WITA\nPenulis: Wayan | Editor: Made\n\n"
        "BNNP Bali membuka hasil kerja Januari hingga Juni 2017. Disita 5 kg sabu.\n\n"
        '"Ada 17 kasus dengan 27 tersangka," kata Kepala BNNP Bali, Jumat (7/7/2017).',
        [False, False, False],
    ),
    "a deed below a page's head": (
        "Portal Resmi\n\nBeranda / Berita\n\nTes Urine di Bapenda\n\n10 Desember 2024 | Admin\n\n"
        "BNNK Batu menggelar tes urine, Selasa (10/12/2024). Sebanyak 41 pegawai dites.\n\n"
        "Sepanjang tahun 2024 tes urine diikuti 870 orang.",
        [True, False],
    ),
    "a report below the day of its publication": (
        "Portal Resmi\n\nBeranda / Berita\n\nKerja BNNK Batu\n\n10 Desember 2024 | Admin\n\n"
        "BNNK Batu menutup tahun 2024. Ada 12 tersangka yang ditangkap.",
        [False],
    ),
    "an occasion pointed at": (
        "Sepanjang 2017 BNNP Bali mengungkap 12 kasus.\n\nSatu kampung dirazia. Dalam razia itu 94 warga dites urine.",
        [False, True],
    ),
    "what has gathered until a day": (
        "BNNK Batu tahun 2024 bekerja keras.\n\nTargetnya tahun ini dua berkas. Sampai hari ini sabu yang disita 5,1 gram.",
        [False, False],
    ),
    "several occasions": (
        "BNNK Batu menggelar tes urine di balai kota, Kamis (7/10/2021).\n\n"
        "Sosialisasi dilaksanakan 63 kali dengan 5.240 peserta.",
        [False, False],
    ),
    "the months of a report, and the day of a statement": (
        "BNNP Bali menggulung 14 jaringan. Dalam operasi selama Juni-Juli itu 61 orang jadi tersangka.\n\n"
        '"Total narkotika yang kita sita 4.715 gram," kata Budi dalam jumpa pers di Denpasar, Senin (15/9/2025).',
        [False, False, False],
    ),
    "all those of which one is singled out": (
        "Dua sopir diringkus BNNP Bali di Batu, Kamis (12/6/2025). Keduanya membawa 51 gram sabu.\n\n"
        "Kasus itu pengungkapan terbesar dari empat kasus yang dibongkar BNNP Bali periode Januari-Mei 2025. "
        "Seluruhnya ada tujuh tersangka. Nilai sabunya Rp310 juta.",
        [True, True, False, False, False],
    ),
    "the last of several occasions": (
        "Sepanjang 2025 BNNP Bali dua kali menemukan ladang ganja. Terakhir, pada Selasa (4/11/2025), ladangnya 2 hektare.\n\n"
        "Terakhir, Kepala BNNP Bali menyebut 17 kasus dibongkar sepanjang 2025.",
        [True, False],
    ),
    "those trained or screened on a day": (
        "BNN Kota Batu menggelar pelatihan agen pemulihan di Hotel Merdeka, Senin (6/3/2023). Pesertanya 24 orang.\n\n"
        "Sebanyak 31 warga Desa Sisir diskrining BNN Kota Batu, Selasa (7/3/2023).",
        [True, True],
    ),
    "those trained by the day of a statement": (
        'Agen pemulihan BNN Kota Batu ada. "24 orang sudah kami latih jadi agen pemulihan," kata Budi, Senin (6/3).\n\n'
        "BNN Kota Batu merilis kinerja 2022, Selasa (7/3/2023). Ada 31 klien yang selesai menjalani program.",
        [False, False],
    ),
    "those trained or sworn in on a day": (
        "Kepala BNNK Batu mengukuhkan 24 penggiat anti narkoba di Junrejo, Rabu (6/9/2023). Sepuluh di antaranya guru. "
        "Sepanjang 2023 penggiat yang dibentuk 96 orang.",
        [True, True, False],
    ),
    "those formed until a day of statement": (
        "BNNK Batu membentuk 24 penggiat anti narkoba, kata kepalanya, Rabu (6/9/2023).",
        [False],
    ),
    "a report of a day": ("BNNP Bali merilis kinerja 2021, Rabu (29/12/2021). Ada 12 tersangka.", [False]),
}


@pytest.mark.parametrize(("text", "wanted"), OCCURRENCES.values(), ids=OCCURRENCES)
def test_what_an_article_opens_with_tells_occurrences_from_periods(text: str, wanted: Sequence[bool]) -> None:
    assert [statistic.event for statistic in extract(text)] == wanted


COUNTED = {
    "those whom another body sent, and others": (
        "Sepanjang 2021 BNNP Bali mengasesmen 84 tersangka, kebanyakan kiriman penyidik Polda Bali. "
        "Lantas klien rawat jalan berjumlah 41 orang.",
        ["tersangka 84", "rawat_jalan 41"],
    ),
    "what another body did": (
        "Sepanjang 2021 BNNP Bali menangkap 84 tersangka. Sementara itu Polda Bali mengungkap 163 perkara. "
        "Tersangka yang ditahan berjumlah 241 orang.",
        ["tersangka 84"],
    ),
    "none of the tested": (
        "Sepanjang 2022 BNNK Batu mengetes 415 pegawai. Dari 415 yang dites, nihil semua.",
        ["tes_urine_peserta 415", "tes_urine_positif 0"],
    ),
    "a label before some": (
        "Tes urine BNNP Bali pada 2022 sebagai berikut:\n- Lanud Rai, 149 orang (kru, tamu), positif 6\n"
        "- Pelabuhan Benoa, 50 orang, yang positif 3",
        ["tes_urine_peserta 149", "tes_urine_positif 6", "tes_urine_peserta 50", "tes_urine_positif 3"],
    ),
    "pairs of some and their group": (
        "Tes urine BNNP Bali 2022: Denpasar 27 orang positif dari 319 orang yang dites dan Badung 9 orang dari 205 orang.",
        ["tes_urine_positif 27", "tes_urine_peserta 319", "tes_urine_positif 9", "tes_urine_peserta 205"],
    ),
    "what two kinds make": (
        "Pada 2022 BNNK Batu merawat 39 orang rawat jalan. Rawat inap 3 orang.\n\nTahun 2021 jumlahnya 142 orang.",
        ["rawat_jalan 39", "rawat_inap 3", "klien 142"],
    ),
    "what a question asks": (
        "Penyuluhan BNNP Bali pada 2022 diikuti 720 orang. Lantas berapa yang mau melapor? Baru 38 orang.",
        ["sosialisasi_peserta 720", "klien 38"],
    ),
    "the total of kinds in a list": (
        "Rehabilitasi BNNK Batu 2022\nRawat jalan : 60\nRawat inap : 10\nRawat jalan di puskesmas : 10\nJumlah : 80 orang",
        ["rawat_jalan 60", "rawat_inap 10", "rawat_jalan 10", "klien 80"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), COUNTED.values(), ids=COUNTED)
def test_what_is_told_around_a_figure_decides_what_it_counts(text: str, wanted: Sequence[str]) -> None:
    told = [(statistic.indicator.partition(".")[2], statistic.value) for statistic in extract(text)]
    assert [f"{indicator} {value}" for indicator, value in told] == wanted


ROSE = {
    "cases told with suspects": (
        "Sepanjang 2021 BNNP Bali mengungkap 10 kasus dengan 14 tersangka. Itu naik 100 persen dari 2020.",
        [("pemberantasan.kasus", 100), ("pemberantasan.tersangka", None)],
    ),
    "what a list tells first": (
        "BNNP Bali 2021\nKasus : 42\nTersangka : 60 orang\nSabu : 15 kg\nDPO : 3 orang\n\n"
        "Lonjakan kasus sebesar 250 persen itu berat.",
        [
            ("pemberantasan.kasus", 250),
            ("pemberantasan.tersangka", None),
            ("pemberantasan.barang_bukti", None),
            ("pemberantasan.dpo", None),
        ],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), ROSE.values(), ids=ROSE)
def test_a_rise_is_of_what_is_named_or_told_first(text: str, wanted: Sequence[tuple[str, int | None]]) -> None:
    assert [(statistic.indicator, statistic.change) for statistic in extract(text)] == wanted


WHOSE_AND_WHEN = {
    "what a province gets of a target": (
        "BNNK Kendal pada 2015 merehabilitasi 61 pecandu. Untuk Jawa Tengah jatahnya 1.000 pecandu.",
        ["61 None 3324 2015", "None 1000 33 2015"],
    ),
    "a whole year behind a year": (
        "Sampai Juli 2016 BNNK Batu merawat 130 klien. Sepanjang 2015 klien yang dirawat dalam setahun penuh hanya 96 orang.",
        ["130 None 3579 2016", "96 None 3579 2015"],
    ),
    "years in a row behind figures with others in brackets": (
        "Dari 79 kasus (119 tersangka) pada 2017, kasus BNNK Batu menjadi 75 kasus (99 tersangka) di 2018.",
        ["79 None 3579 2017", "119 None 3579 2017", "75 None 3579 2018", "99 None 3579 2018"],
    ),
    "a year beside in brackets": (
        "BNNK Batu menangani 11 kasus pada 2024 (2023: 16 kasus) dan menyita 764 gram sabu.",
        ["11 None 3579 2024", "16 None 3579 2023", "764 None 3579 2024"],
    ),
    "what follows a fall is of the later year": (
        "Klien BNNK Batu turun dari 129 orang di 2021 menjadi 65 orang pada 2022. Rawat inap hanya 5 orang.",
        ["129 None 3579 2021", "65 None 3579 2022", "5 None 3579 2022"],
    ),
    "an office set against another": (
        "Sepanjang 2018 BNNP Bali menangani 23 kasus.\n\nLain halnya dengan BNNK Badung yang tidak punya penyidik. "
        "Petugasnya mengetes urine 30 pegawai.",
        ["23 None 51 2018", "30 None 5103 2018"],
    ),
    "who came to the clinic of an office": (
        "Sepanjang 2018 BNNP Bali menangani 23 kasus.\n\nTes urine di Klinik Pratama BNNK Badung diikuti 199 orang.",
        ["23 None 51 2018", "199 None 5103 2018"],
    ),
    "the receiver of a target": (
        "Untuk 2020 target yang diberikan BNNP Bali kepada BNNK Badung adalah 60 orang rawat jalan.",
        ["None 60 5103 2020"],
    ),
    "who has a post in another body": (
        "Sepanjang 2020 BNNK Batu menangani 3 kasus narkoba, kata Kepala BNNK Batu Budi Santoso.\n\n"
        "Terpisah, Kasat Narkoba Polres Batu AKP Surya Atmaja mengatakan kasusnya banyak.\n\n"
        '"Barang bukti sabu 265 gram," rinci Surya.',
        ["3 None 3579 2020"],
    ),
    "a target, though those aimed at are surveyed, too": (
        "Tahun 2015 BNN RI merehabilitasi 20 ribu pecandu. Tahun 2016 targetnya naik menjadi 200 ribu penyalahguna.",
        ["20000 None 00 2015", "None 200000 00 2016"],
    ),
    "several offices, each under the name of its place": (
        "Kantor-kantor Badan Narkotika Nasional (BNN) di Malang Raya menutup 2021 dengan banyak capaian.\n\nKota Batu\n\n"
        "BNN Kota Batu menangani 4 kasus.\n\nAdapun rehabilitasi melampaui target. Yang dilayani 18 orang.\n\nKota Malang\n\n"
        "Rehabilitasi melayani 31 orang. Kasusnya 2, kata Kepala BNN Kota Malang.",
        ["4 None 3579 2021", "18 None 3579 2021", "31 None 3573 2021", "2 None 3573 2021"],
    ),
    "a sum beyond any province": (
        "BNNP Bali pada 2015 menjalankan perintah Presiden untuk merehabilitasi 100.000 penyalahguna.",
        ["None 100000 00 2015"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), WHOSE_AND_WHEN.values(), ids=WHOSE_AND_WHEN)
def test_what_is_told_around_a_figure_decides_whose_and_of_when_it_is(text: str, wanted: Sequence[str]) -> None:
    told = [(s.value, s.target, s.office.id if s.office else None, s.year) for s in extract(text)]
    assert [" ".join(map(str, one)) for one in told] == wanted


WHAT_GOES_ON = {
    "a list under its own heading adds up to what was told": (
        "Sepanjang 2019 BNN Kota Metro merehabilitasi 25 orang.\n\nBerikut rinciannya:\n\nJenis rawatan\n"
        "- Rawat jalan : 21 orang\n- Rawat inap : 4 orang\n\nJenis kelamin\n- Laki-laki : 23 orang\n- Perempuan : 2 orang",
        [
            "25 rehabilitasi.klien",
            "21 rehabilitasi.rawat_jalan",
            "4 rehabilitasi.rawat_inap",
            "23 rehabilitasi.klien",
            "2 rehabilitasi.klien",
        ],
    ),
    "another office than that whose some were": (
        "Pada 2019 BNNP Bali merehabilitasi 603 orang. Di antaranya 211 orang dirawat inap. BNNK Badung melaporkan 46 orang.",
        ["603 rehabilitasi.klien", "211 rehabilitasi.rawat_inap", "46 rehabilitasi.klien"],
    ),
    "another office than that whose all were": (
        "Jumlah klien pada 2024:\n1. BNNK Poso: 25 klien, seluruhnya rawat jalan\n2. BNNK Sigi: 15 klien",
        ["25 rehabilitasi.rawat_jalan", "15 rehabilitasi.klien"],
    ),
    "one by one behind the number of them": (
        "Tes urine BNNK Ciamis pada 2018 diikuti 640 orang. Yang positif dua orang, satu pegawai honorer dan satu sopir.",
        ["640 pemberdayaan.tes_urine_peserta", "2 pemberdayaan.tes_urine_positif"] + ["1 pemberdayaan.tes_urine_positif"] * 2,
    ),
    "who tells it, where, behind the quotation": (
        'Tes urine BNNK Batu pada 2016 ada 55 kegiatan. "Di sekolah 24 kegiatan dan di kantor 31 kegiatan," kata Kepala BNNK '
        "Batu pada konferensi pers.",
        ["55 pemberdayaan.tes_urine_kegiatan", "24 pemberdayaan.tes_urine_kegiatan", "31 pemberdayaan.tes_urine_kegiatan"],
    ),
    "what the answer says itself": (
        "Ada pegawai yang kedapatan memakai?\n\nTahun 2023 dari tes urine 655 orang BNNK Batu menemukan 4 orang positif.",
        ["655 pemberdayaan.tes_urine_peserta", "4 pemberdayaan.tes_urine_positif"],
    ),
    "what is left goes back to the treasury": (
        "BNNK Batu Kembalikan Sisa Anggaran ke Kas Negara\n\nPada 2021 Seksi Umum mendapat Rp 1,2 miliar.",
        ["1200000000 kelembagaan.anggaran"],
    ),
    "what another body did with those under it": (
        "Sepanjang 2024 BNNP Bali mengungkap 20 kasus.\n\nSebagai perbandingan, Polda Bali dan jajaran mengungkap 812 kasus.",
        ["20 pemberantasan.kasus"],
    ),
    "what stands in the name of another body": (
        "Pada 2024 BNNK Bontang mengetes urine pegawai. Di Badan Pengelolaan Keuangan dan Aset Daerah ada 61 orang.",
        ["61 pemberdayaan.tes_urine_peserta"],
    ),
    "what leads up to a list that names nothing": (
        "Pada 2022 kualitas hidup klien BNNK Batu diukur dengan WHOQoL. Hasilnya:\nFisik 83,25%\nPsikis 80,51%",
        ["83.25 rehabilitasi.indeks", "80.51 rehabilitasi.indeks"],
    ),
    "too few to be estimated": (
        "Pada 2013 BNNK Batu mengirim tiga warga yang menjadi pecandu untuk menjalani rehabilitasi.",
        ["3 rehabilitasi.klien"],
    ),
    "clients of a screening named before": (
        "Pada 2022 petugas BNNP Bali turun lewat program Skrining Intervensi Lapangan. Hasilnya 52 klien didapat.",
        ["52 rehabilitasi.skrining"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), WHAT_GOES_ON.values(), ids=WHAT_GOES_ON)
def test_what_a_figure_goes_on_with_or_not(text: str, wanted: Sequence[str]) -> None:
    assert [f"{s.value} {s.indicator}" for s in extract(text)] == wanted


PARTS = {
    "networks that cases are of": (
        "Pada 2022 BNNK Batu mengungkap 12 kasus, di antaranya 2 kasus yang melibatkan jaringan internasional.",
        ["12 None", "2 jaringan internasional"],
    ),
    "a network across provinces": (
        "Pada 2022 BNNK Batu menangkap 9 tersangka, tiga orang di antara mereka anggota jaringan antarprovinsi.",
        ["9 None", "3 jaringan antarprovinsi"],
    ),
    "kinds of assets": (
        "Pada 2022 BNNK Batu menyita Rp90 juta uang tunai, Rp8 juta uang dalam rekening dan Rp4 juta aset bergerak hasil TPPU.",
        ["90000000 uang tunai", "8000000 uang dalam rekening", "4000000 aset bergerak"],
    ),
    "a substance before what became of who had taken it": (
        "Pada 2022 tes urine BNNK Batu diikuti 90 orang, satu orang positif metamfetamin dan sekarang ikut rawat jalan.",
        ["90 None", "1 metamfetamin"],
    ),
    "another kind that some of them are of": (
        "Pada 2022 BNNK Batu mendampingi 28 klien pascarehabilitasi, yakni 16 klien rawat jalan dan 12 klien rawat inap.",
        ["28 None", "16 rawat jalan", "12 rawat inap"],
    ),
    "a medicine": (
        "Pada 2022 tes urine BNNK Batu diikuti 90 orang. Tiga orang positif karena minum obat dokter.",
        ["90 None", "3 obat dokter"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), PARTS.values(), ids=PARTS)
def test_what_stands_behind_a_figure_tells_its_part(text: str, wanted: Sequence[str]) -> None:
    assert [f"{s.value} {s.category}" for s in extract(text)] == wanted
