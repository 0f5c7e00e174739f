"""What figures get from how an article is laid out and who tells it: columns, rows, labels, voices; one article a case."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from told import row

from bnnextract import extract

SOME = {
    "numbers a line each below a paragraph, which are no table": (
        "Kabar dari Batu\n\nPada 2022 BNNK Batu merehabilitasi 64 klien, sebagian besar dari mereka datang sendiri ke "
        "klinik di kantor itu setelah mendengar sosialisasi di kampungnya dan melihat tetangganya pulih.\n12\n14\n16\n18",
        ["Kota Batu 2022 klien: value 64"],
    ),
    "a lack that is of something else": (
        "Pada 2017 klien rehabilitasi BNNK Batu 67 orang. Tahun ini anggarannya tidak ada.",
        ["Kota Batu 2017 klien: value 67"],
    ),
    "things of a list that begins with what is not counted": (
        "Pada 2022 BNNK Batu mengetes urine 64 napi. Petugas juga mengangkut 14 telepon genggam, 22 charger dan 3 bilah pisau.",
        ["Kota Batu 2022 tes_urine_peserta [napi]: value 64"],
    ),
    "lists under years that stand alone": (
        "Pada 2022 BNNK Batu menangani 7 kasus narkotika.\n\nRedaksi membuka arsip.\n\n"
        "2020\n• Perkara 9 kasus.\n• Tersangka 11 orang.\n\n"
        "2021\n• Perkara 12 kasus.\n\nKlien yang dirawat jalan 40 orang.",
        [
            "Kota Batu 2020 kasus: value 9",
            "Kota Batu 2020 tersangka: value 11",
            "Kota Batu 2021 kasus: value 12",
            "Kota Batu 2022 kasus: value 7",
            "Kota Batu 2022 rawat_jalan: value 40",
        ],
    ),
    "a table told one cell a line, its rows numbered": (
        "Kinerja BNNK Batu tahun 2022.\n\nNo\nSasaran\nTarget\nRealisasi\n%\n"
        "1\nPecandu yang dirawat jalan\n30 orang\n45 orang\n150\n"
        "2\nIndeks kepuasan klien\n3,20\n3,44\n107,5\n\nRapat ditutup dengan doa.",
        [
            "Kota Batu 2022 rawat_jalan: value 45, target 30, achievement 150",
            "Kota Batu 2022 indeks [indeks kepuasan]: value 3.44, target 3.2, achievement 107.5",
        ],
    ),
    "a table told one cell a line with years over its columns": (
        "Data kasus narkotika BNNK Batu.\n\nUraian\n2020\n2021\nKasus\n9\n12\nTersangka\n11\n15\n\nSelesai.",
        [
            "Kota Batu 2020 kasus: value 9",
            "Kota Batu 2020 tersangka: value 11",
            "Kota Batu 2021 kasus: value 12",
            "Kota Batu 2021 tersangka: value 15",
        ],
    ),
    "the numbers of a table's rows, though a noun follows": (
        "Kinerja BNNK Batu tahun 2022.\n\nNo Sasaran Target Realisasi\n1 Pecandu dirawat jalan 30 orang 45 orang\n"
        "2 Klien pascarehabilitasi 10 orang 12 orang",
        [
            "Kota Batu 2022 pascarehabilitasi: value 12, target 10",
            "Kota Batu 2022 rawat_jalan: value 45, target 30",
        ],
    ),
    "some of a group, each with its label": (
        "Deteksi dini BNNP Bali pada 2024 menjaring 86 orang positif dari 4.590 orang yang diperiksa.",
        ["Provinsi Bali 2024 tes_urine_peserta: value 4590", "Provinsi Bali 2024 tes_urine_positif: value 86"],
    ),
    "numbers alone by where those are from": (
        "Pada 2022 BNNK Batu mengukuhkan 45 penggiat. Rinciannya 15 dari kampus, 20 dari perusahaan, dan 10 dari desa.",
        [
            "Kota Batu 2022 penggiat: value 45",
            "Kota Batu 2022 penggiat [kampus]: value 15",
            "Kota Batu 2022 penggiat [perusahaan]: value 20",
            "Kota Batu 2022 penggiat [desa]: value 10",
        ],
    ),
    "two amounts of one drug": (
        "Pada 2023 BNNP Bali menyita 1,2 kg hasis, 1,05 kg dan 113 butir ekstasi.",
        [
            "Provinsi Bali 2023 barang_bukti [hasis]: value 1.2",
            "Provinsi Bali 2023 barang_bukti [ekstasi]: value 1.05",
            "Provinsi Bali 2023 barang_bukti [ekstasi]: value 113",
        ],
    ),
    "a total made up of drugs": (
        "Pada 2023 BNNP Bali menyita barang bukti 1,1 ton, terdiri dari sabu 356 kilogram dan ganja 757 kilogram.",
        [
            "Provinsi Bali 2023 barang_bukti: value 1.1",
            "Provinsi Bali 2023 barang_bukti [sabu]: value 356",
            "Provinsi Bali 2023 barang_bukti [ganja]: value 757",
        ],
    ),
    "what is said of some is their part": (
        "Sepanjang 2023 BNNK Batu merehabilitasi 30 klien. Tujuh di antaranya sudah membuka usaha, 5 lainnya masih bersekolah.",
        [
            "Kota Batu 2023 klien: value 30",
            "Kota Batu 2023 klien [membuka usaha]: value 7",
            "Kota Batu 2023 klien [masih bersekolah]: value 5",
        ],
    ),
    "what an office does is none": (
        "Sepanjang 2023 BNNP Bali merehabilitasi 30 klien. Tujuh di antaranya ditangani tim BNNP Bali sendiri.",
        ["Provinsi Bali 2023 klien: value 30", "Provinsi Bali 2023 klien: value 7"],
    ),
}
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
    "targets, values and shares": (
        "BNNP Riau menyajikan capaian 2025.\n\n"
        "No | Kegiatan | Target | Realisasi | %\n"
        "1 | Rehabilitasi rawat jalan (orang) | 150 | 96 | 64\n"
        "2 | Tes urine (orang) | 600 | 633 | 105,5\n"
        "3 | Berkas perkara | 17 | 9 | 52,94",
        [
            "Provinsi Riau 2025 rawat_jalan: value 96, target 150, achievement 64",
            "Provinsi Riau 2025 tes_urine_peserta: value 633, target 600, achievement 105.5",
            "Provinsi Riau 2025 berkas: value 9, target 17, achievement 52.94",
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
    "what is attained without a figure": (
        "Capaian layanan rawat jalan BNNK Batu pada 2021 melejit 165 persen dari target.",
        ["Kota Batu 2021 rawat_jalan: achievement 165"],
    ),
    "what is attained of what has its own share": (
        "Realisasi anggaran BNNK Batu pada 2021 mencapai 93 persen.",
        ["Kota Batu 2021 serapan: value 93"],
    ),
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
GOING_ON = {
    "those who are served": (
        "Sepanjang 2022 BNNK Batu membentuk dua unit IBM yang melayani 20 orang.",
        ["Kota Batu 2022 ibm_klien: value 20", "Kota Batu 2022 ibm_unit: value 2"],
    ),
    "parts that add up": (
        (
            "Sepanjang 2023 BNNP Riau merehabilitasi 734 klien. Rawat jalan diikuti 600 klien. "
            "Perempuan 143 orang dan laki-laki 591 orang."
        ),
        [
            "Provinsi Riau 2023 klien [laki-laki]: value 591",
            "Provinsi Riau 2023 klien [perempuan]: value 143",
            "Provinsi Riau 2023 klien: value 734",
            "Provinsi Riau 2023 rawat_jalan: value 600",
        ],
    ),
    "what a question asks": (
        (
            "BNNK Batu merehabilitasi 40 klien pada 2023.\n\nBagaimana dengan tes urine?\n\nYang kami "
            "periksa 320 orang sepanjang 2023."
        ),
        ["Kota Batu 2023 klien: value 40", "Kota Batu 2023 tes_urine_peserta: value 320"],
    ),
    "said of all": (
        "Sepanjang 2022 BNNK Batu merehabilitasi 20 pengguna, semuanya rawat jalan.",
        ["Kota Batu 2022 rawat_jalan: value 20"],
    ),
    "said of all a sentence later": (
        "Sepanjang 2022 BNNK Batu melayani 101 klien. Itu pun rawat jalan semua.",
        ["Kota Batu 2022 rawat_jalan: value 101"],
    ),
    "those who are but present": (
        "Sepanjang 2022 BNNK Batu merehabilitasi 20 orang. Acara itu dihadiri 50 undangan.",
        ["Kota Batu 2022 klien: value 20"],
    ),
    "so many users": (
        "Menurut survei BNN tahun 2017 ada kira-kira 59.590 penyalahguna di Kalimantan Selatan.",
        ["Provinsi Kalimantan Selatan 2017 penyalahguna: value 59590"],
    ),
    "things taken over a year": (
        "Sepanjang 2022 BNNP Riau menyita 300 gram sabu, 4 unit mobil dan 12 sepeda motor.",
        ["Provinsi Riau 2022 barang_bukti [sabu]: value 300", "Provinsi Riau 2022 lainnya [mobil]: value 4"],
    ),
    "things taken on a day": (
        "Petugas BNNP Riau, Rabu (5/1/2022), menangkap dua kurir dengan 300 gram sabu dan dua unit mobil.",
        ["Provinsi Riau 2022 barang_bukti [sabu]: value 300", "Provinsi Riau 2022 tersangka [kurir]: value 2"],
    ),
    "none of those tested": (
        "Pada 2022 BNNK Batu memeriksa urine 26 pegawai, semuanya negatif.",
        ["Kota Batu 2022 tes_urine_peserta: value 26", "Kota Batu 2022 tes_urine_positif: value 0"],
    ),
    "some of the later year's": (
        "Pada 2021 BNNP Riau menangkap 30 tersangka, pada 2022 ada 41 tersangka. Dari jumlah itu, 18 orang residivis.",
        [
            "Provinsi Riau 2021 tersangka: value 30",
            "Provinsi Riau 2022 tersangka [residivis]: value 18",
            "Provinsi Riau 2022 tersangka: value 41",
        ],
    ),
    "the year of a day": (
        "BNNP Riau memusnahkan 2 kilogram sabu, Kamis (12/1/2023).",
        ["Provinsi Riau 2023 pemusnahan [sabu]: value 2"],
    ),
    "what is to be done, told in one breath and in the sentence behind": (
        "BNNK Batu memulai tahun 2022. Sepanjang 2022 akan dibentuk 12 relawan dan 8 agen pemulihan, serta dirawat jalan "
        "35 klien. "
        "Selain itu 15 keluarga bakal mengikuti program ketahanan keluarga. Tes urine sudah menjangkau 60 orang.",
        [
            "Kota Batu 2022 agen_pemulihan: target 8",
            "Kota Batu 2022 ketahanan_keluarga: target 15",
            "Kota Batu 2022 rawat_jalan: target 35",
            "Kota Batu 2022 relawan: target 12",
            "Kota Batu 2022 tes_urine_peserta: value 60",
        ],
    ),
    "targets of offices one after the other, none of which is what another attained": (
        "Pada 2022 BNNK Sleman ditarget merehabilitasi 30 orang. BNNK Bantul 25 orang. Sedangkan BNNK Batu 40 orang.",
        [
            "Kabupaten Bantul 2022 klien: target 25",
            "Kabupaten Sleman 2022 klien: target 30",
            "Kota Batu 2022 klien: target 40",
        ],
    ),
    "a number told again with a year of its own": (
        "Pada 2022 BNNK Batu mengungkap 9 kasus, sama dengan tahun sebelumnya. Menurutnya, 9 kasus tahun 2021 itu menyeret "
        "15 tersangka.",
        ["Kota Batu 2021 kasus: value 9", "Kota Batu 2021 tersangka: value 15", "Kota Batu 2022 kasus: value 9"],
    ),
    "what was done, told behind what is to be": (
        "Pada 2022 BNNK Batu harus menyelesaikan 6 kasus, dan sudah merehabilitasi 40 klien.",
        ["Kota Batu 2022 kasus: target 6", "Kota Batu 2022 klien: value 40"],
    ),
    "people by drug, one of which is counted in pieces": (
        "Dari 60 klien BNNK Batu pada 2022, 35 pengguna sabu, 15 obat keras, dan 10 ganja. Petugas menyita 300 obat keras.",
        [
            "Kota Batu 2022 barang_bukti [obat keras]: value 300",
            "Kota Batu 2022 klien [ganja]: value 10",
            "Kota Batu 2022 klien [obat keras]: value 15",
            "Kota Batu 2022 klien [sabu]: value 35",
            "Kota Batu 2022 klien: value 60",
        ],
    ),
    "people by drug in a sentence of their own": (
        "Sepanjang 2022 BNNK Batu merawat 60 klien. Zatnya sabu 35 dan ganja 25.",
        ["Kota Batu 2022 klien [ganja]: value 25", "Kota Batu 2022 klien [sabu]: value 35", "Kota Batu 2022 klien: value 60"],
    ),
    "targets announced before a colon": (
        "Target BNNK Batu 2023: rehabilitasi 60 orang, desa bersinar 5 desa, dan pengungkapan kasus 7 kasus.",
        ["Kota Batu 2023 desa_bersinar: target 5", "Kota Batu 2023 kasus: target 7", "Kota Batu 2023 klien: target 60"],
    ),
    "targets listed below their heading, and what was attained below its own": (
        "Target BNNK Batu tahun 2022 adalah:\n- Rehabilitasi 60 orang\n- Desa bersinar 5 desa\n\n"
        "Capaian target BNNK Batu tahun 2022:\n- Rehabilitasi 66 orang",
        [
            "Kota Batu 2022 desa_bersinar: target 5",
            "Kota Batu 2022 klien: target 60",
            "Kota Batu 2022 klien: value 66",
        ],
    ),
    "a target shared out": (
        "Target rehabilitasi BNNP Bali pada 2022 sebanyak 40 orang, dibagi untuk Badung 25 orang dan Buleleng 15 orang.",
        [
            "Provinsi Bali 2022 klien [badung]: target 25",
            "Provinsi Bali 2022 klien [buleleng]: target 15",
            "Provinsi Bali 2022 klien: target 40",
        ],
    ),
    "a rise in the unit of what rose": (
        "Pada 2015 klien BNNP Riau 43 ribu orang, bertambah 13 ribu dibanding 2013.",
        ["Provinsi Riau 2015 klien: value 43000, change 13000, change_from 2013"],
    ),
    "a rise told before what rose": (
        "Relawan BNNK Batu sepanjang 2019 naik 25 persen, menjadi 140 orang.",
        ["Kota Batu 2019 relawan: value 140, change 25"],
    ),
    "a share of a target told before": (
        "Target PNBP BNNK Batu tahun 2023 dipatok Rp250 juta. Yang masuk sudah Rp275 juta, atau 110 persen.",
        ["Kota Batu 2023 pnbp: value 275000000, target 250000000, achievement 110"],
    ),
    "a share in the unit behind it": (
        "Prevalensi menurut survei BNN naik dari 1,80 jadi 1,95 persen pada 2021.",
        ["RI 2021 prevalensi: value 1.95", "RI None prevalensi: value 1.8"],
    ),
    "a share that value and target make": (
        "BNNK Batu merehabilitasi 32 orang pada 2022 dari target 25, 128 persen.",
        ["Kota Batu 2022 klien: value 32, target 25, achievement 128"],
    ),
    "what the nation has": (
        "Indeks Kepuasan Masyarakat BNNP Maluku 2024 sebesar 3,37, kalah dari capaian nasional 3,62.",
        [
            "Provinsi Maluku 2024 indeks [indeks kepuasan masyarakat]: value 3.37",
            "RI 2024 indeks [indeks kepuasan masyarakat]: value 3.62",
        ],
    ),
    "an office by its seat": (
        "Kepala BNNK Jayapura di Sentani menyebut 12 klien direhabilitasi pada 2021.",
        ["Kabupaten Jayapura 2021 klien: value 12"],
    ),
    "a headline told again": (
        "BNNK Batu Rehabilitasi 60 Orang pada 2022\n\nBNN Kota Batu melayani 60 klien rehabilitasi sepanjang 2022.",
        ["Kota Batu 2022 klien: value 60"],
    ),
    "figures of each of a list of offices": (
        "Sepanjang 2022 BNN Klungkung, Karangasem dan Buleleng masing-masing mengungkap satu kasus dengan dua tersangka.",
        [
            "Kabupaten Buleleng 2022 kasus: value 1",
            "Kabupaten Buleleng 2022 tersangka: value 2",
            "Kabupaten Karangasem 2022 kasus: value 1",
            "Kabupaten Karangasem 2022 tersangka: value 2",
            "Kabupaten Klungkung 2022 kasus: value 1",
            "Kabupaten Klungkung 2022 tersangka: value 2",
        ],
    ),
    "staff by status and their sum": (
        "Pegawai BNNK Mimika pada 2025: ASN 14, Polri empat dan honorer enam. Total 24 orang.",
        [
            "Kabupaten Mimika 2025 personel [asn]: value 14",
            "Kabupaten Mimika 2025 personel [honorer]: value 6",
            "Kabupaten Mimika 2025 personel [polri]: value 4",
            "Kabupaten Mimika 2025 personel: value 24",
        ],
    ),
    "the last of a list of people": (
        "Pada 2022 BNNP Riau menangkap lima tersangka, yaitu empat pria dan seorang perempuan.",
        [
            "Provinsi Riau 2022 tersangka [perempuan]: value 1",
            "Provinsi Riau 2022 tersangka [pria]: value 4",
            "Provinsi Riau 2022 tersangka: value 5",
        ],
    ),
    "those to whom something is done, whoever they are": (
        "Pada 2023 BNNK Karo menggelar tes urine bagi 80 kader PKK. Sosialisasi P4GN diikuti 37 relawan. "
        "Tes urine juga dilakukan terhadap 45 bidan.",
        [
            "Kabupaten Karo 2023 sosialisasi_peserta: value 37",
            "Kabupaten Karo 2023 tes_urine_peserta [bidan]: value 45",
            "Kabupaten Karo 2023 tes_urine_peserta: value 80",
        ],
    ),
    "those who are trained are what they become": (
        "Pada 2023 BNNK Karo menggelar sosialisasi dan melatih 37 kader.",
        ["Kabupaten Karo 2023 relawan: value 37"],
    ),
    "a label that elsewhere is but typical": (
        "Data BNNK Tapin 2023: kasus 4, tersangka 6, rehabilitasi 41, relawan 20.",
        [
            "Kabupaten Tapin 2023 kasus: value 4",
            "Kabupaten Tapin 2023 klien: value 41",
            "Kabupaten Tapin 2023 relawan: value 20",
            "Kabupaten Tapin 2023 tersangka: value 6",
        ],
    ),
    "a share of a target before the next figure": (
        "Pada 2022 BNNK Karo: rawat jalan 22 orang atau 110% dari target 20 orang, pascarehabilitasi 10 orang atau 100%.",
        [
            "Kabupaten Karo 2022 pascarehabilitasi: value 10, achievement 100",
            "Kabupaten Karo 2022 rawat_jalan: value 22, target 20, achievement 110",
        ],
    ),
    "some of those who asked for certificates": (
        "BNNK Tapin menerima 88 permohonan SKHPN pada 2024. Dari jumlah itu tiga pemohon positif. Sehari rata-rata 15 orang.",
        ["Kabupaten Tapin 2024 skhpn: value 88", "Kabupaten Tapin 2024 tes_urine_positif: value 3"],
    ),
    "a list of years": (
        "BNNK Batu merehabilitasi klien: 2020 ada 86 orang, 2021 ada 77 orang dan 2022 ada 42 orang.",
        ["Kota Batu 2020 klien: value 86", "Kota Batu 2021 klien: value 77", "Kota Batu 2022 klien: value 42"],
    ),
    "so many fewer kegiatan": (
        "Razia BNNK Kendal pada 2023 sebanyak 15 giat, berkurang tiga giat dibanding 2022.",
        ["Kabupaten Kendal 2023 razia: value 15, change -3, change_from 2022"],
    ),
    "a rise taken apart": (
        "Klien BNNK Batu turun tiga orang, yakni dari 21 orang pada 2023 menjadi 18 orang pada 2024.",
        ["Kota Batu 2023 klien: value 21", "Kota Batu 2024 klien: value 18, change -3, change_from 2023"],
    ),
    "what a rise came to": (
        "Permintaan SKHPN BNNK Batu melonjak sampai 2.310 lembar pada 2023.",
        ["Kota Batu 2023 skhpn: value 2310"],
    ),
    "what is left since a year compared with": (
        "Jumlah klien BNNK Batu sepanjang 2024 merosot 40 persen dibanding 2023, tinggal 90 orang.",
        ["Kota Batu 2024 klien: value 90, change -40, change_from 2023"],
    ),
    "what those counted did": (
        "Jumlah klien yang menuntaskan rehabilitasi di BNNK Batu turun dari 21 pada 2023 menjadi 18 pada 2024.",
        ["Kota Batu 2023 selesai: value 21", "Kota Batu 2024 selesai: value 18"],
    ),
    "what was scheduled": (
        "Pada 2024 tes urine oleh BNNK Batu dijadwalkan 10 kegiatan. Sampai Agustus 2024 baru terlaksana enam (60 persen).",
        ["Kota Batu 2024 tes_urine_kegiatan: value 6, target 10, achievement 60"],
    ),
    "not a single case": (
        "Pada 2023 BNNK Batu tidak mengungkap satu kasus pun.",
        ["Kota Batu 2023 kasus: value 0"],
    ),
    "none in a list": (
        "Pada 2023 ada dua desa bahaya narkoba di Batu, sedangkan 2024 nol, menurut BNNK Batu.",
        ["Kota Batu 2023 kawasan_rawan [bahaya]: value 2", "Kota Batu 2024 kawasan_rawan: value 0"],
    ),
    "people of a label": (
        "Data BNNK Tanggamus tahun 2020\n- Orang yang menerima KIE P4GN: 8.114\n- Laki-laki: 4.302",
        [
            "Kabupaten Tanggamus 2020 sosialisasi_peserta [laki-laki]: value 4302",
            "Kabupaten Tanggamus 2020 sosialisasi_peserta: value 8114",
        ],
    ),
    "those who came": (
        "Pada 2020 BNNK Batu menggelar sosialisasi 12 kali. Yang ikut 916.",
        ["Kota Batu 2020 sosialisasi_kegiatan: value 12", "Kota Batu 2020 sosialisasi_peserta: value 916"],
    ),
    "people behind their preposition": (
        "Pada 2020 BNNK Batu melakukan asesmen kepada 45, tetapi yang direhabilitasi hanya 30.",
        ["Kota Batu 2020 asesmen_terpadu: value 45", "Kota Batu 2020 klien: value 30"],
    ),
    "the noun of a place's name": (
        "Total unit IBM di Kota Batu sampai akhir 2024 ada 10, kata Kepala BNNK Batu.",
        ["Kota Batu 2024 ibm_unit: value 10"],
    ),
    "cases by drug in words": (
        "BNNP Sulsel menyidik 41 kasus pada 2017, 29 di antaranya sabu, sembilan ganja dan tiga ekstasi.",
        [
            "Provinsi Sulawesi Selatan 2017 kasus [ekstasi]: value 3",
            "Provinsi Sulawesi Selatan 2017 kasus [ganja]: value 9",
            "Provinsi Sulawesi Selatan 2017 kasus [sabu]: value 29",
            "Provinsi Sulawesi Selatan 2017 kasus: value 41",
        ],
    ),
    "some caught and others at large": (
        "BNNP Sumbar pada 2022 menahan empat orang dan dua orang masuk DPO.",
        ["Provinsi Sumatera Barat 2022 dpo: value 2", "Provinsi Sumatera Barat 2022 tersangka: value 4"],
    ),
    "those a test was made of": (
        "Sepanjang 2022 BNNK Batu menemukan 14 orang positif dari tes urine terhadap 1.966 orang.",
        ["Kota Batu 2022 tes_urine_peserta: value 1966", "Kota Batu 2022 tes_urine_positif: value 14"],
    ),
    "some of a group that was tested": (
        "Pada 2022, dari 3.000 orang yang kami tes, hanya 14 orang yang positif narkoba, kata Kepala BNNP Bali.",
        ["Provinsi Bali 2022 tes_urine_peserta: value 3000", "Provinsi Bali 2022 tes_urine_positif: value 14"],
    ),
    "a year behind a programme": (
        "Dari 5.000 orang yang ditargetkan menerima informasi P4GN tahun 2022, BNN Kota Metro menjangkau 6.712 orang.",
        ["Kota Metro 2022 sosialisasi_peserta: value 6712, target 5000"],
    ),
    "people of a heading's name": (
        "Tes urine BNNK Batu 2018:\n- Pelajar: 43\n- Mahasiswa: 71",
        ["Kota Batu 2018 tes_urine_peserta [mahasiswa]: value 71", "Kota Batu 2018 tes_urine_peserta [pelajar]: value 43"],
    ),
    "how often beside the name of a deed": (
        "Sosialisasi BNNP Kaltara 2024 total 203.",
        ["Provinsi Kalimantan Utara 2024 sosialisasi_kegiatan: value 203"],
    ),
    "a place's share without a noun": (
        "BNNP NTB menangani 26 kasus pada 2020. Dari 26 itu, Kota Mataram menyumbang 14 dan Lombok Timur 5 kasus.",
        [
            "Provinsi Nusa Tenggara Barat 2020 kasus [kota mataram]: value 14",
            "Provinsi Nusa Tenggara Barat 2020 kasus [lombok timur]: value 5",
            "Provinsi Nusa Tenggara Barat 2020 kasus: value 26",
        ],
    ),
    "a target of shares": (
        "Realisasi anggaran BNN Kota Singkawang 2023 baru 76,35 persen, sementara target kami sampai tutup tahun 98 persen.",
        ["Kota Singkawang 2023 serapan: value 76.35, target 98"],
    ),
    "what rose is not attained": (
        "Realisasi klien BNNP NTT selama 2024 naik 12 persen menjadi 56 orang.",
        ["Provinsi Nusa Tenggara Timur 2024 klien: value 56, change 12"],
    ),
    "what a fall began at": (
        "Kasus BNNP NTB pada 2020 menurun 292 kasus atau 37,24 persen dari 784 kasus di tahun 2019.",
        [
            "Provinsi Nusa Tenggara Barat 2019 kasus: value 784",
            "Provinsi Nusa Tenggara Barat 2020 kasus: change -37.24, change_from 2019",
        ],
    ),
    "both kinds of care": (
        "Pada 2021 BNNK Asahan merehabilitasi 165 klien baik rawat inap dan rawat jalan.",
        ["Kabupaten Asahan 2021 klien: value 165"],
    ),
    "people of laundering": (
        "Sepanjang 2022 BNN mengungkap 17 kasus TPPU, jumlah tersangka sebanyak 20 orang.",
        ["RI 2022 tppu: value 17", "RI 2022 tppu: value 20"],
    ),
    "a revenue of none": (
        "Hasil tes urine BNNK Batu pada 2022 terhadap 120 pegawai, 3 orang positif.",
        ["Kota Batu 2022 tes_urine_peserta: value 120", "Kota Batu 2022 tes_urine_positif: value 3"],
    ),
    "a year that a paragraph goes back to": (
        "BNNK Badung mengungkap 7 Laporan Kejahatan Narkotika pada 2019.\nDalam perbandingan tahun 2018, yang menjalani rehab "
        "sebanyak 67 orang. Pasien sukarela 43 orang, terdiri dari 36 laki-laki dan 7 perempuan.",
        [
            "Kabupaten Badung 2018 klien [laki-laki]: value 36",
            "Kabupaten Badung 2018 klien [perempuan]: value 7",
            "Kabupaten Badung 2018 klien [sukarela]: value 43",
            "Kabupaten Badung 2018 klien: value 67",
            "Kabupaten Badung 2019 kasus: value 7",
        ],
    ),
    "others behind an age": (
        "Pada 2022 BNNK Badung merehabilitasi 60 orang, mayoritas berumur 18-35 tahun, dan 55 orang merupakan pelajar.",
        ["Kabupaten Badung 2022 klien [pelajar]: value 55", "Kabupaten Badung 2022 klien: value 60"],
    ),
    "a share of all people": (
        "Sosialisasi BNN Kota Malang selama 2017 menjangkau 122.237 orang atau 14,12 persen dari populasi.",
        ["Kota Malang 2017 sosialisasi_peserta: value 122237"],
    ),
    "none but some in our care": (
        "Pada 2021, dari 38 orang positif itu, hanya 13 orang yang kami rehabilitasi, kata Kepala BNNK Batu.",
        ["Kota Batu 2021 klien: value 13"],
    ),
    "a number and its share": (
        "Pada 2016 BNNP Sultra merehabilitasi 315 orang atau 74,29% laki-laki dan 109 atau 25,71% perempuan.",
        [
            "Provinsi Sulawesi Tenggara 2016 klien [laki-laki]: value 315",
            "Provinsi Sulawesi Tenggara 2016 klien [perempuan]: value 109",
        ],
    ),
    "an aim of years to come": (
        "Ditargetkan BNN dalam 10 tahun ke depan bisa merehabilitasi 4 juta pecandu.",
        ["RI None klien: target 4000000"],
    ),
    "a rise in number": (
        "Pada 2019 sosialisasi BNNK Sanggau diikuti 173.000 orang. Ada kenaikan dari segi jumlah yakni 10.372 orang dari 2018.",
        ["Kabupaten Sanggau 2019 sosialisasi_peserta: value 173000, change 10372, change_from 2018"],
    ),
    "deeds behind people": (
        "Pada 2023 BNNK Batu membentuk 30 penggiat. Total kegiatan kami 284 kegiatan.",
        ["Kota Batu 2023 penggiat: value 30"],
    ),
    "a share and its standard": (
        'Serapan anggaran BNNK Simalungun 2021 dipaparkan. "Mencapai 98,5 persen, di atas standar nasional yang 98 persen," '
        "kata Kepala BNNK Simalungun.",
        ["Kabupaten Simalungun 2021 serapan: value 98.5, target 98"],
    ),
    "what was spent of all": (
        "Pada 2024 BNNK Kendal meneken 99 perjanjian kerja sama dan menggunakan 99,97 persen dari total anggaran.",
        ["Kabupaten Kendal 2024 kerja_sama: value 99", "Kabupaten Kendal 2024 serapan: value 99.97"],
    ),
    "villages of districts": (
        "Pada 2022 ada 45 desa di 24 kecamatan di Simalungun yang rawan penyalahgunaan narkoba, kata Kepala BNNK Simalungun.",
        ["Kabupaten Simalungun 2022 kawasan_rawan: value 45"],
    ),
    "all of a list destroyed": (
        "BNNP Sulsel memusnahkan 7.401 gram ganja dan 198,07 gram sabu yang disita sepanjang 2025.",
        [
            "Provinsi Sulawesi Selatan 2025 pemusnahan [ganja]: value 7401",
            "Provinsi Sulawesi Selatan 2025 pemusnahan [sabu]: value 198.07",
        ],
    ),
    "a rise behind its year": (
        "Pada 2019 angka prevalensi BNN 1,80 persen, namun meningkat di tahun 2021 sebesar 0,15 persen, menjadi 1,95 persen.",
        ["RI 2019 prevalensi: value 1.8", "RI 2021 prevalensi: value 1.95, change 0.15"],
    ),
    "a target that was met": (
        'BNNK Batu pada 2021 merehabilitasi 18 orang. "Kita memiliki target 15 sudah tercapai 18."',
        ["Kota Batu 2021 klien: value 18, target 15"],
    ),
    "a year of a career": (
        'Pada 2024 BNNP Maluku mengungkap 14 kasus. "Ada 22 tersangka," jelas alumni Akpol tahun 1994 ini. '
        "Dari 22 tersangka, 21 laki-laki dan satu perempuan.",
        [
            "Provinsi Maluku 2024 kasus: value 14",
            "Provinsi Maluku 2024 tersangka [laki-laki]: value 21",
            "Provinsi Maluku 2024 tersangka [perempuan]: value 1",
            "Provinsi Maluku 2024 tersangka: value 22",
        ],
    ),
    "a target given": (
        "Tahun 2024 BNNP Maluku diberikan target perkara sebanyak enam oleh BNN RI. BNNP Maluku mengungkap 14 perkara.",
        ["Provinsi Maluku 2024 kasus: value 14, target 6"],
    ),
    "a target that BNN RI set": (
        "BNNP Maluku pada 2020 mengungkap 16 kasus. Angka ini melampaui target yang ditentukan BNN RI, hanya 5 kasus.",
        ["Provinsi Maluku 2020 kasus: value 16, target 5"],
    ),
    "a target set before": (
        "Pada 2020 BNNP Maluku menangani 16 kasus. Padahal, target yang dipatok sebelumnya hanya 5 kasus.",
        ["Provinsi Maluku 2020 kasus: value 16, target 5"],
    ),
    "worth without a sign": (
        "Pada 2020 BNNP Maluku menangani 16 kasus. Jika dirupiahkan, total narkotika itu adalah 1,6 miliar.",
        ["Provinsi Maluku 2020 kasus: value 16"],
    ),
    "the last of parts that add up": (
        "Pada 2022 asesmen terpadu BNNP Maluku berjumlah 81 orang. "
        "Rinciannya, dari Polda 38, Polresta 31, Polres Buru 7 dan Polres MBD 5 orang tersangka.",
        [
            "Provinsi Maluku 2022 asesmen_terpadu [polda]: value 38",
            "Provinsi Maluku 2022 asesmen_terpadu [polres buru]: value 7",
            "Provinsi Maluku 2022 asesmen_terpadu [polres mbd]: value 5",
            "Provinsi Maluku 2022 asesmen_terpadu [polresta]: value 31",
            "Provinsi Maluku 2022 asesmen_terpadu: value 81",
        ],
    ),
}
CASES = {
    f"{of}: {name}": case
    for of, cases in {
        "some": SOME,
        "columns": COLUMNS,
        "voices": VOICES,
        "years": YEARS,
        "wholes": WHOLES,
        "going on": GOING_ON,
    }.items()
    for name, case in cases.items()
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_figures_are_read_by_layout_and_teller(text: str, wanted: Sequence[str]) -> None:
    assert sorted(map(row, extract(text))) == sorted(wanted)


def test_the_label_of_an_item_tells_the_unit() -> None:
    told = extract("Laporan BNNK Batu 2022:\n1. Razia kafe: 14 giat\n2. Orang yang diperiksa: 310")
    assert [(found.value, found.unit) for found in told] == [(Decimal(14), "kegiatan"), (Decimal(310), "orang")]


def test_the_first_word_of_a_heading_tells_the_unit() -> None:
    told = extract("Titik rawan narkoba menurut BNNK Batu tahun 2022:\nBahaya - 14\nWaspada - 62")
    assert [(found.value, found.unit) for found in told] == [(Decimal(14), "titik"), (Decimal(62), "titik")]
