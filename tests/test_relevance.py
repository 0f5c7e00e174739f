"""Articles that only name an office tell nothing of it; those on its work do, and short ones as well."""

from __future__ import annotations

import pytest

from bnnextract import extract
from bnnextract.model import Article
from bnnextract.pipeline import analyse
from bnnextract.rulebook import load_rulebook

FLOOD = (
    "Banjir merendam tiga kecamatan sejak Senin malam setelah hujan deras mengguyur hulu sungai. Air setinggi lutut masuk ke "
    "rumah warga, sekolah, dan pasar. Petugas mendirikan dapur umum di halaman balai desa dan membagikan selimut kepada para "
    "pengungsi. Bupati meninjau lokasi dan meminta camat mendata kerugian warga. Sebagian jalan utama masih tertutup lumpur "
    "sehingga kendaraan dialihkan lewat jalan kampung. Sekolah diliburkan sampai hari Kamis, dan guru diminta membantu "
    "membersihkan ruang kelas. Relawan dari sejumlah kampus ikut memasak dan mengangkut karung beras ke posko. Dinas "
    "kesehatan membuka layanan gratis untuk anak dan orang tua. Warga berharap tanggul yang jebol segera diperbaiki. "
    "Hingga malam, hujan ringan masih turun di hulu dan petugas berjaga di tepi sungai. "
)
CASES = {
    "only named": (FLOOD + "Sepanjang 2023 BNNP Jambi menangani 12 klien.", 0),
    "its work told": (FLOOD + "Sepanjang 2023 BNNP Jambi merehabilitasi 12 klien.", 1),
    "short": ("Sepanjang 2023 BNNP Jambi menangani 12 klien.", 1),
}


@pytest.mark.parametrize(("text", "count"), CASES.values(), ids=CASES)
def test_an_article_tells_figures_of_an_office_where_it_tells_of_its_work(text: str, count: int) -> None:
    assert len(extract(text)) == count


def test_the_headline_may_tell_the_work() -> None:
    assert len(extract(CASES["only named"][0], title="Narkoba dan Banjir di Jambi")) == 1


def test_why_nothing_is_told_is_said() -> None:
    analysis = analyse(Article("banjir", CASES["only named"][0]), load_rulebook(), readings=True)
    assert not analysis.statistics
    assert "the article tells of no drugs" in {reading.reasons.get("left out") for reading in analysis.readings}
