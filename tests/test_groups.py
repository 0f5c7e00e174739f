"""Some of a group and all of it, parts that share a number, and what is no count beside them; one telling a case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from told import row

from bnnextract import extract

CASES = {
    "those tested of whom some are positive": (
        "Pada 2025 dua dari 60 sopir bus yang diperiksa urinenya oleh BNNK Batu positif sabu.",
        ["Kota Batu 2025 tes_urine_peserta: value 60", "Kota Batu 2025 tes_urine_positif: value 2"],
    ),
    "those tested, with a day before what some are": (
        "Empat dari 253 ASN yang menjalani tes urine BNNK Batu, Kamis (18/12/2025), dinyatakan positif.",
        ["Kota Batu 2025 tes_urine_peserta: value 253", "Kota Batu 2025 tes_urine_positif: value 4"],
    ),
    "clients of whom some completed": (
        "Hanya 15 dari 60 klien yang menjalani rawat jalan di BNNK Batu pada 2024 menyelesaikan program.",
        ["Kota Batu 2024 rawat_jalan: value 60", "Kota Batu 2024 selesai: value 15"],
    ),
    "suspects of whom some are foreign": (
        "Tujuh dari 18 tersangka yang diamankan BNNP Bali sepanjang 2024 merupakan warga asing.",
        ["Provinsi Bali 2024 tersangka: value 18", "Provinsi Bali 2024 tersangka: value 7"],
    ),
    "places of which some are prone": (
        "Pada 2024 tiga dari 42 kecamatan di Garut masuk zona merah, kata Kepala BNNK Garut.",
        ["Kabupaten Garut 2024 kawasan_rawan: value 3"],
    ),
    "those with whom something was done, each so many": (
        "Pada 2024 BNNK Batu mengetes pegawai Dispenda dan karyawan mal, masing-masing 50 orang.",
        ["Kota Batu 2024 tes_urine_peserta [dispenda]: value 50", "Kota Batu 2024 tes_urine_peserta [karyawan mal]: value 50"],
    ),
    "three of them, each so many": (
        "Pada 2024 BNNK Batu melakukan tes urine terhadap pegawai Dispenda, karyawan mal dan sopir bus, "
        "masing-masing 50 orang.",
        [
            "Kota Batu 2024 tes_urine_peserta [dispenda]: value 50",
            "Kota Batu 2024 tes_urine_peserta [karyawan mal]: value 50",
            "Kota Batu 2024 tes_urine_peserta [sopir bus]: value 50",
        ],
    ),
    "schooling written with a number": (
        "Tersangka BNNP Maluku pada 2024: SMA 16 orang, lalu SD dan S1 masing-masing 1 orang.",
        [
            "Provinsi Maluku 2024 tersangka [s1]: value 1",
            "Provinsi Maluku 2024 tersangka [sd]: value 1",
            "Provinsi Maluku 2024 tersangka [sma]: value 16",
        ],
    ),
    "drugs beside an office's name, each so many cases": (
        "Pada 2024 BNNK Batu mengungkap kasus sabu dan ganja masing-masing 3 kasus.",
        ["Kota Batu 2024 kasus [ganja]: value 3", "Kota Batu 2024 kasus [sabu]: value 3"],
    ),
    "the parts behind 'terdiri dari'": (
        "Tersangka BNNP Maluku pada 2024 terdiri dari 21 laki-laki dan 3 perempuan.",
        ["Provinsi Maluku 2024 tersangka [laki-laki]: value 21", "Provinsi Maluku 2024 tersangka [perempuan]: value 3"],
    ),
    "what a semicolon keeps apart": (
        "PNBP dari SKHPN BNNP Bali Rp 187,4 juta pada 2025; pegawai 71 orang.",
        ["Provinsi Bali 2025 personel: value 71", "Provinsi Bali 2025 pnbp: value 187400000"],
    ),
    "the office's own place before a figure alone": (
        "Desa Bersinar di Tuban hingga 2021 berjumlah lima desa, kata Kepala BNNK Tuban.",
        ["Kabupaten Tuban 2021 desa_bersinar: value 5"],
    ),
    "so many things, which are no index": (
        "Pada 2025 terdapat lima program inovasi BNNP Bali yang difokuskan pada penguatan ketahanan masyarakat.",
        [],
    ),
    "all tests negative": (
        "Pada 2025 tes urine BNNP Bali diikuti 78 pegawai. Seluruh hasil tes menunjukkan negatif narkotika.",
        ["Provinsi Bali 2025 tes_urine_peserta: value 78", "Provinsi Bali 2025 tes_urine_positif: value 0"],
    ),
    "one case that may have several people": (
        "Pada 2024 BNNP Bali mengungkap 14 kasus, sebab dalam satu kasus bisa ada dua atau tiga tersangka.",
        ["Provinsi Bali 2024 kasus: value 14"],
    ),
    "an office named right behind a dateline's hyphen": (
        "Samarinda-Badan Narkotika Nasional (BNN) Provinsi Kalimantan Timur pada 2025 mengetes urine 78 pegawai.",
        ["Provinsi Kalimantan Timur 2025 tes_urine_peserta: value 78"],
    ),
    "places of a numbered list whose numbers add up to the people told over it": (
        "Klien rehabilitasi BNNK Batu 2025 ada 152 orang, tersebar di lima lembaga:\n1) Puskesmas Temas : 48\n"
        "2) UPT Puskesmas Bumiaji : 7\n3) RSJ Lawang : 61\n4) RS Baptis : 14\n5) Yayasan Nawasena : 22",
        [
            "Kota Batu 2025 klien [puskesmas temas]: value 48",
            "Kota Batu 2025 klien [rs baptis]: value 14",
            "Kota Batu 2025 klien [rsj lawang]: value 61",
            "Kota Batu 2025 klien [upt puskesmas bumiaji]: value 7",
            "Kota Batu 2025 klien [yayasan nawasena]: value 22",
            "Kota Batu 2025 klien: value 152",
        ],
    ),
    "those who go on a raid": (
        "Pada 2020 razia BNNK Batu dipimpin kepala seksinya dengan kekuatan 15 orang dan menangkap 4 tersangka.",
        ["Kota Batu 2020 tersangka: value 4"],
    ),
    "what was spent out of a budget": (
        "Realisasi anggaran BNNK Batu 2021 mencapai 98,5 persen atau Rp1,18 miliar dari pagu Rp1,2 miliar.",
        [
            "Kota Batu 2021 anggaran [pagu]: value 1200000000",
            "Kota Batu 2021 anggaran [realisasi]: value 1180000000",
            "Kota Batu 2021 serapan: value 98.5",
        ],
    ),
    "what a sum was absorbed of": (
        "Dari pagu Rp1,2 miliar, BNNK Batu pada 2021 menyerap Rp1,18 miliar atau 98,7 persen.",
        [
            "Kota Batu 2021 anggaran [pagu]: value 1200000000",
            "Kota Batu 2021 anggaran [realisasi]: value 1180000000",
            "Kota Batu 2021 serapan: value 98.7",
        ],
    ),
    "bodies that label parts of people tested": (
        "Pada 2023 BNNP Riau mengetes urine 40 orang: TNI 12 orang, Polri 8 orang, dan pegawai Pemda 20 orang.",
        [
            "Provinsi Riau 2023 tes_urine_peserta [pemda]: value 20",
            "Provinsi Riau 2023 tes_urine_peserta [polri]: value 8",
            "Provinsi Riau 2023 tes_urine_peserta [tni]: value 12",
            "Provinsi Riau 2023 tes_urine_peserta: value 40",
        ],
    ),
    "bodies that label parts in brackets": (
        "Personel BNNK Batu per 31 Desember 2023 berjumlah 28 orang (ASN 15 orang, Polri 4 orang, PPNPN 9 orang).",
        [
            "Kota Batu 2023 personel [asn]: value 15",
            "Kota Batu 2023 personel [polri]: value 4",
            "Kota Batu 2023 personel [ppnpn]: value 9",
            "Kota Batu 2023 personel: value 28",
        ],
    ),
    "bodies told beside an office": (
        "Pada 2023 di Riau ditangkap 90 tersangka, yakni Polda 60 orang, BNNP Riau 20 orang, dan Bea Cukai 10 orang.",
        ["Provinsi Riau 2023 tersangka: value 20", "Provinsi Riau 2023 tersangka: value 90"],
    ),
    "a table under column names, which a sentence announces": (
        "BNNK Batu merehabilitasi 173 orang pada 2019. Berikut sebaran klien rawat jalan menurut tempat layanan:\n\n"
        "Tempat Layanan\tJumlah\nRSUD Karsa\t8 orang\nRSU Baptis\t3 orang",
        [
            "Kota Batu 2019 rawat_jalan [rsu baptis]: value 3",
            "Kota Batu 2019 rawat_jalan [rsud karsa]: value 8",
            "Kota Batu 2019 klien: value 173",
        ],
    ),
    "some of whom alone it is told what they are": (
        "Pada 2023 BNNK Batu melayani 40 orang klien dan 8 orang rawat inap.",
        ["Kota Batu 2023 klien: value 40", "Kota Batu 2023 rawat_inap: value 8"],
    ),
    "those who dropped out, beside those who completed": (
        "Klien BNNK Batu tahun 2024 yang menyelesaikan program 401 orang, yang drop out 59 orang.",
        ["Kota Batu 2024 klien [drop out]: value 59", "Kota Batu 2024 selesai: value 401"],
    ),
    "an office ranked among those of its province": (
        "BNNK Siak merehabilitasi 88 orang pada 2024, terbanyak se-Riau.",
        ["Kabupaten Siak 2024 klien: value 88"],
    ),
    "a part behind who is counted, before the office": (
        "Klien perempuan BNNK Batu pada 2024 sebanyak 12 orang.",
        ["Kota Batu 2024 klien [perempuan]: value 12"],
    ),
    "a drug of those cared for, before the office": (
        "Pengguna sabu yang direhabilitasi BNNK Batu pada 2024 sebanyak 30 orang, pengguna obat keras 20 orang.",
        ["Kota Batu 2024 klien [obat keras]: value 20", "Kota Batu 2024 klien [sabu]: value 30"],
    ),
    "a drug of cases, before the office": (
        "Jumlah kasus sabu yang ditangani BNNP Bali tahun 2024 sebanyak 25 kasus.",
        ["Provinsi Bali 2024 kasus [sabu]: value 25"],
    ),
    "the nationality of suspects, before the office": (
        "Tersangka WNA yang ditangani BNNP Bali tahun 2024 berjumlah 5 orang.",
        ["Provinsi Bali 2024 tersangka [wna]: value 5"],
    ),
    "what suspects are, before the office": (
        "Jumlah tersangka residivis yang ditangkap BNNP Bali pada 2024 ada 5 orang.",
        ["Provinsi Bali 2024 tersangka [residivis]: value 5"],
    ),
    "those who use again, beside those who recovered": (
        "Sebanyak 52 klien BNNK Batu berhasil pulih pada 2024, sedangkan 8 orang kembali menggunakan narkoba.",
        ["Kota Batu 2024 klien: value 8", "Kota Batu 2024 selesai: value 52"],
    ),
    "files assessed and a target of files": (
        "BNN Kota Batu tahun 2024 melaksanakan TAT 28 berkas (34 orang) dari target 20 berkas.",
        ["Kota Batu 2024 asesmen_terpadu: value 28, target 20", "Kota Batu 2024 asesmen_terpadu: value 34"],
    ),
    "police first among a staff": (
        "Jumlah pegawai BNNK Batu tahun 2024 30 orang, yakni 3 Polri, 12 PNS, 15 PPNPN.",
        [
            "Kota Batu 2024 personel [pns]: value 12",
            "Kota Batu 2024 personel [polri]: value 3",
            "Kota Batu 2024 personel [ppnpn]: value 15",
            "Kota Batu 2024 personel: value 30",
        ],
    ),
    "districts called by sides of their town": (
        "BNN Kota Semarang tahun 2024 merehabilitasi 40 orang: Semarang Utara 17 orang, Semarang Barat 12 orang, "
        "Gayamsari 11 orang.",
        [
            "Kota Semarang 2024 klien [gayamsari]: value 11",
            "Kota Semarang 2024 klien [semarang barat]: value 12",
            "Kota Semarang 2024 klien [semarang utara]: value 17",
            "Kota Semarang 2024 klien: value 40",
        ],
    ),
    "positive ones with their share in brackets": (
        "Pada 2024 BNNP Papua melaksanakan tes urine kepada 5.010 peserta, 12 (0,24%) positif.",
        ["Provinsi Papua 2024 tes_urine_peserta: value 5010", "Provinsi Papua 2024 tes_urine_positif: value 12"],
    ),
    "kinds with their shares in brackets": (
        "Klien BNNK Batu 2024 ada 60 orang, 40 (66%) rawat jalan dan 20 (34%) rawat inap.",
        ["Kota Batu 2024 klien: value 60", "Kota Batu 2024 rawat_inap: value 20", "Kota Batu 2024 rawat_jalan: value 40"],
    ),
    "parts as lines over their numbers": (
        "BNNK Tuban 2024\nTersangka\n12 orang\nLaki-laki\n10 orang\nPerempuan\n2 orang",
        [
            "Kabupaten Tuban 2024 tersangka [laki-laki]: value 10",
            "Kabupaten Tuban 2024 tersangka [perempuan]: value 2",
            "Kabupaten Tuban 2024 tersangka: value 12",
        ],
    ),
    "targets and what was attained as lines over their numbers": (
        "Capaian BNNK Tuban Tahun 2024\nTes Urine\nTarget\n500 orang\nRealisasi\n720 orang\nCapaian\n144%\n"
        "Rehabilitasi\nTarget\n30 orang\nRealisasi\n28 orang\nCapaian\n93,33%",
        [
            "Kabupaten Tuban 2024 klien: value 28, target 30, achievement 93.33",
            "Kabupaten Tuban 2024 tes_urine_peserta: value 720, target 500",
        ],
    ),
    "what a share of clients are said to be": (
        "Sebanyak 70 persen klien BNNK Batu pada 2024 adalah laki-laki, 30 persen perempuan.",
        ["Kota Batu 2024 klien [laki-laki]: value 70", "Kota Batu 2024 klien [perempuan]: value 30"],
    ),
    "what clients are said to use": (
        "Sebanyak 42 klien BNNK Batu pada 2024 adalah pengguna obat keras.",
        ["Kota Batu 2024 klien [obat keras]: value 42"],
    ),
}


@pytest.mark.parametrize(("text", "rows"), CASES.values(), ids=CASES.keys())
def test_reads(text: str, rows: Sequence[str]) -> None:
    assert sorted(map(row, extract(text))) == sorted(rows)
