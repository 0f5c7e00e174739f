"""Of which part of what is counted a figure is, and of what kind the things are that were taken; one article a case."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from told import row

from bnnextract import extract

NO_PARTS = {
    "what the ones before are, told a word off": (
        "Dari 25 pelaku yang ditangkap BNNP Bali pada 2022 itu 14 orang di proses hukum dan 11 orang direhab.",
        ["25 None", "14 proses hukum", "11 None"],
    ),
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
    "where all were on an occasion": (
        "Pada 10 Mei 2022 BNNK Sigi mengetes urine 90 orang di Lembaga Pemasyarakatan Kelas IIB Poso.",
        ["90 None"],
    ),
    "several who had it done": (
        "Tes urine oleh instansi dan perusahaan diikuti 412 orang pada 2022, kata Kepala BNNK Sigi.",
        ["412 None"],
    ),
    "the first of two places": (
        "Pada 2022 BNNP Bali membentuk 10 Desa Bersinar di Badung dan Gianyar.",
        ["10 None"],
    ),
}
KINDS = {
    "kinds of area": (
        "Menurut survei BNN pada 2023 prevalensi nasional 1,7 persen. Perkotaan lebih rawan dengan 2,1 persen dibandingkan "
        "perdesaan yang 1,3 persen.",
        ["1.7 None", "2.1 perkotaan", "1.3 perdesaan"],
    ),
    "a share of all of them": (
        "Pada 2019 BNNK Sigi merehabilitasi 80 orang. Empat puluh persen dari 80 orang ini masih pelajar.",
        ["80 None", "40 pelajar"],
    ),
    "what the one before brackets is of": (
        "BNNP Riau pada 2024 mengadakan 62 sosialisasi: pendidikan 30 kegiatan (2.900 orang), masyarakat 20 kegiatan "
        "(1.680 orang), instansi 12 kegiatan (900 orang).",
        ["62 None", "30 pendidikan", "2900 pendidikan", "20 masyarakat", "1680 masyarakat", "12 instansi", "900 instansi"],
    ),
    "most of all": (
        "BNNP Riau merehabilitasi 29 orang pada 2023. Sebagian besar, yakni 21 orang, merupakan pekerja swasta.",
        ["29 None", "21 pekerja swasta"],
    ),
    "no section of the office": (
        "Capaian BNNP Riau 2023\n1. Bidang Berantas: 3 LKN, 4 tersangka\n2. Seksi P2M: 20 penggiat, 48 kegiatan sosialisasi",
        ["3 None", "4 None", "20 None", "48 None"],
    ),
    "the drug that some had taken": (
        "Dari 500 sopir yang dites BNNP Riau pada 2023, 7 positif, 2 di antaranya sabu dan 5 benzo.",
        ["500 None", "7 None", "2 sabu", "5 benzo"],
    ),
    "the drug before brackets": (
        "BNNP Riau pada 2024 menyita 3 kg sabu (2 kasus), 4 kg ganja (3 kasus) dan 200 butir ekstasi (1 kasus).",
        ["3 sabu", "2 sabu", "4 ganja", "3 ganja", "200 ekstasi", "1 ekstasi"],
    ),
    "where each was": (
        "BNNP Riau pada 2024 mengadakan 62 sosialisasi, yakni di sekolah 30 kali, di masyarakat 20 kali, dan di instansi 12 "
        "kali.",
        ["62 None", "30 sekolah", "20 masyarakat", "12 instansi"],
    ),
    "who live elsewhere": (
        "Pada 2019 BNNK Sigi merehabilitasi 80 orang. Empat orang lagi merupakan warga luar Sigi.",
        ["80 None", "4 luar sigi"],
    ),
}
SPOTS = {
    "places of a list, the office's own first": (
        "Klien BNNK Sigi pada 2022 berjumlah 60 orang, masing-masing Kabupaten Sigi 35 orang, Kota Palu 15 orang dan "
        "Donggala 10 orang.",
        ["60 None", "35 kabupaten sigi", "15 kota palu", "10 donggala"],
    ),
    "institutions that sentences open with": (
        "Pada 10 Mei 2024 BNNK Sigi mengetes urine 120 pegawai. Di Dinas Sosial (Dinsos) ada 40 orang. Kemudian Badan "
        "Keuangan dan Aset Daerah (BKAD) 50 orang. Terakhir Kelurahan Dolo, 30 orang.",
        ["120 None", "40 dinas sosial (dinsos)", "50 badan keuangan dan aset daerah (bkad)", "30 kelurahan dolo"],
    ),
    "institutions right behind a noun": (
        "Pada 10 Mei 2024 BNNK Sigi mengetes urine 120 pegawai. Sebanyak 40 pegawai Dinas Sosial ikut, disusul 80 pegawai "
        "Kantor Camat Dolo.",
        ["120 None", "40 dinas sosial", "80 kantor camat dolo"],
    ),
    "spots counted in words": (
        "Pada 2023 BNN memusnahkan 3 hektare ladang ganja. Titik pertama, kata Budi, luasnya 1 hektare. Titik kedua sekitar "
        "0,5 hektare. Adapun titik terakhir luasnya 1,5 hektare.",
        ["3 None", "1 titik pertama", "0.5 titik kedua", "1.5 titik terakhir"],
    ),
    "villages over items": (
        "Pada 2023 BNNP Aceh memusnahkan 3 hektare ladang ganja. Rinciannya:\n1. Gampong Lampuuk, Kecamatan Lhoknga\n"
        "- Luas: 2 hektare\n- Jumlah: 9.000 batang\n- Berat basah: 4 ton\n\n2. Gampong Weu, Kecamatan Jantho\n"
        "- Luas: 1 hektare\n- Jumlah: 5.000 batang",
        ["3 None", "2 gampong lampuuk", "9000 gampong lampuuk", "4 gampong lampuuk", "1 gampong weu", "5000 gampong weu"],
    ),
    "villages told by where they lie": (
        "Sepanjang 2023 BNNK Batu menjalankan IBM di dua desa. Di Temas, Kecamatan Batu, ada tujuh agen pemulihan yang "
        "mendampingi enam klien. Sedangkan di Beji, Kecamatan Junrejo, agen pemulihannya lima orang dan kliennya empat orang.",
        ["2 None", "7 temas", "6 temas", "5 beji", "4 beji"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), (CASES := NO_PARTS | KINDS | SPOTS).values(), ids=CASES)
def test_what_tells_a_part_and_what_does_not(text: str, wanted: Sequence[str]) -> None:
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


COUNTED = {
    "things in a list of drugs": (
        "Sepanjang 2020 BNNP Riau mencatat:\nTersangka: 61 orang\nSabu: 231,5 gram\nGanja: 72 gram\nHandphone: 31 unit\n"
        "Uang tunai: Rp6.100.000",
        [
            "61 pemberantasan.tersangka",
            "231.5 pemberantasan.barang_bukti",
            "72 pemberantasan.barang_bukti",
            "31 lainnya",
            "6100000 lainnya",
        ],
    ),
    "things in a list of none": (
        "Sepanjang 2020 BNNP Riau mencatat:\nTersangka: 61 orang\nHandphone: 31 unit",
        ["61 pemberantasan.tersangka"],
    ),
    "the rest behind what the others had": (
        "Sepanjang 2025 BNNP Bali mengungkap 14 kasus. Enam di antaranya dengan sepuluh tersangka, sedangkan delapan lainnya "
        "temuan tanpa pemilik.",
        [
            "14 pemberantasan.kasus",
            "6 pemberantasan.kasus",
            "10 pemberantasan.tersangka",
            "8 pemberantasan.kasus",
        ],
    ),
    "who laundered": (
        "Sepanjang 2022 BNN menyita aset TPPU dari 9 kasus dengan 12 orang tersangka.",
        ["9 pemberantasan.tppu", "12 pemberantasan.tppu"],
    ),
    "a target called as what was attained": (
        "Sepanjang 2023 TAT BNNK Batu menangani 44 kasus. Padahal targetnya hanya 20 kasus.",
        ["44 rehabilitasi.asesmen_terpadu"],
    ),
    "parts that do not add up": (
        "Sepanjang 2023 BNNK Batu mendampingi 28 klien pascarehabilitasi, yakni 16 klien rawat jalan, 7 klien dari Balai Besar "
        "Lido dan 9 klien dari yayasan.",
        [f"{number} rehabilitasi.pascarehabilitasi" for number in (28, 16, 7, 9)],
    ),
    "what follows complete parts": (
        "Sepanjang 2023 BNNK Batu melayani 28 klien rawat jalan, terdiri dari 20 laki-laki dan 8 perempuan, serta 12 klien "
        "pascarehabilitasi.",
        [f"{number} rehabilitasi.rawat_jalan" for number in (28, 20, 8)] + ["12 rehabilitasi.pascarehabilitasi"],
    ),
    "the rest of all": (
        "Sepanjang 2023 BNNK Batu merehabilitasi 28 klien. Rinciannya, 20 klien menjalani rawat jalan dan selebihnya yaitu 8 "
        "klien dirujuk menjalani rawat inap.",
        ["28 rehabilitasi.klien", "20 rehabilitasi.rawat_jalan", "8 rehabilitasi.rawat_inap"],
    ),
    "a target of another field": (
        "Sepanjang 2023 TAT BNNK Batu menangani 44 kasus. Target pemberantasan hanya 20 kasus.",
        ["44 rehabilitasi.asesmen_terpadu", "None pemberantasan.kasus"],
    ),
}


@pytest.mark.parametrize(("text", "wanted"), COUNTED.values(), ids=COUNTED)
def test_what_figures_count_beside_others(text: str, wanted: Sequence[str]) -> None:
    assert [f"{s.value} {s.indicator}" for s in extract(text)] == wanted
