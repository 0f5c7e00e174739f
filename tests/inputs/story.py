"""The story that every file of this folder tells, but for some that tools made of other pages."""

URL = "https://kabar.example.com/2023/12/28/bnnp-gorontalo-rehabilitasi-118-klien/"
TITLE = "BNNP Gorontalo Rehabilitasi 118 Klien Rawat Jalan Sepanjang 2023"
PARAGRAPHS = [
    "Badan Narkotika Nasional Provinsi (BNNP) Gorontalo merehabilitasi 118 klien rawat jalan sepanjang 2023 dari target 100 "
    "klien, kata kepalanya dalam jumpa pers akhir tahun di Gorontalo, Kamis (28/12/2023).",
    "“Target kami 100 klien, dan yang kami layani 118 klien,” ujar Kepala BNNP Gorontalo, Brigadir Jenderal Polisi Sukma "
    "Wijaya.",
    "Pada tahun yang sama BNNP Gorontalo mengungkap 12 kasus narkotika dengan 17 tersangka dan menyita 431,5 gram sabu.",
    "Ia menambahkan bahwa pada 2024 lembaganya akan memperkuat pencegahan di sekolah dan desa, bersama pemerintah daerah dan "
    "para tokoh masyarakat.",
]
TEXT = "\n".join(PARAGRAPHS)
