"""Who is quoted: the name beside a word of speech, or the one told before it, and none where that is not clear."""

from __future__ import annotations

import pytest

from bnnextract import extract

HEAD = "Kepala BNNP Riau Brigjen Pol Budi Santoso mengatakan bahwa kerja sepanjang 2024 berjalan baik."
POST = "Kepala BNNP Riau"
COMPANY = "AKBP Hendra Wijaya didampingi Kasi Rehabilitasi Sinta Dewi"
COUNT = "BNNP Riau merehabilitasi 85 klien sepanjang 2024"
QUOTED = "Yang kami rehabilitasi sepanjang 2024 ada 85 klien"


def speaker(text: str) -> str | None:
    """Give who says the figure of 85."""
    (found,) = [statistic for statistic in extract(text) if statistic.value == 85]
    return found.evidence[0].speaker


def case(name: str, text: str, told: str | None) -> object:
    return pytest.param(text, told, id=name)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        case("verb and name", f'"{QUOTED} di BNNP Riau," ujar Hendra.', "Hendra"),
        case("curly marks", f"“{QUOTED} di BNNP Riau,” tutur Hendra.", "Hendra"),
        case("two names", f'"{QUOTED} di BNNP Riau," ungkap Hendra Wijaya kepada wartawan.', "Hendra Wijaya"),
        case("post and rank", f'"{QUOTED}," kata {POST} Brigjen Pol Budi Santoso.', "Brigjen Pol Budi Santoso"),
        case("abbreviated rank", f'"{QUOTED}," kata {POST}, Kombes Pol. Drs. Budi Santoso.', "Kombes Pol. Drs. Budi Santoso"),
        case("post, comma and name", f'"{QUOTED}," jelas Kepala BNNP Riau, Budi Santoso, Senin.', "Budi Santoso"),
        case("post and name", f'"{QUOTED}," jelas Kepala BNNP Riau Budi Santoso.', "Budi Santoso"),
        case("inserted", f"Di bidang rehabilitasi, kata Hendra, {COUNT}.", "Hendra"),
        case("menurut", f"Menurut AKBP Hendra Wijaya, {COUNT}.", "AKBP Hendra Wijaya"),
        case("rank before the verb", f"Kombes Pol Hendra Wijaya menjelaskan, {COUNT}.", "Kombes Pol Hendra Wijaya"),
        case("degrees before the verb", f"AKBP Hendra Wijaya, S.H., M.H., menyebutkan {COUNT}.", "AKBP Hendra Wijaya"),
        case("apposition", f"Kepala Seksi Rehabilitasi BNNP Riau, dr. Sinta Dewi, menerangkan {COUNT}.", "dr. Sinta Dewi"),
        case("company behind", f"{COMPANY} mengatakan {COUNT}.", "AKBP Hendra Wijaya"),
        case("through another", f"AKBP Hendra Wijaya melalui Kasi Rehabilitasi Sinta Dewi mengatakan {COUNT}.", "Sinta Dewi"),
        case("passive", f"Disampaikan oleh Kombes Hendra Wijaya, {COUNT}.", "Kombes Hendra Wijaya"),
        case("short form of one who was named", f"{HEAD}\n\nBudi menambahkan, {COUNT}.", "Budi"),
        case("katanya", f'{HEAD}\n\n"{QUOTED}," katanya.', "Brigjen Pol Budi Santoso"),
        case("lanjutnya", f"{HEAD}\n\nTahun ini, lanjutnya, {COUNT}.", "Brigjen Pol Budi Santoso"),
        case("kata dia", f"{HEAD}\n\nTahun ini, kata dia, {COUNT}.", "Brigjen Pol Budi Santoso"),
        case("ia menambahkan", f"{HEAD}\n\nIa juga menambahkan, {COUNT}.", "Brigjen Pol Budi Santoso"),
        case("the last who spoke", f'{HEAD}\n\n"Aman," kata Hendra.\n\n"{QUOTED}," ujarnya.', "Hendra"),
        case("quotation that ends with the name", f'"{QUOTED}. Semua sudah pulih," kata Hendra dari BNNP Riau.', "Hendra"),
        case("quotation that goes on", f'"Kami senang," kata Hendra. "{QUOTED} di BNNP Riau."', "Hendra"),
        case("quotation right after", f'{HEAD}\n\n"{QUOTED}."', "Brigjen Pol Budi Santoso"),
    ],
)  # fmt: skip
def test_the_speaker_is_told(text: str, told: str) -> None:
    assert speaker(text) == told
    assert told in text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        case("no one speaks", f"{COUNT}.", None),
        case("one spoke before, the figure is the writer's", f"{HEAD}\n\n{COUNT}.", None),
        case("behind a quotation", f'"Kami senang," kata Hendra. {COUNT}.', None),
        case("pronoun without a name", f'"{QUOTED} di BNNP Riau," katanya.', None),
        case("a nameless speaker", f'"{QUOTED}," kata seorang petugas BNNP Riau.', None),
        case("pronoun of a nameless speaker", f'{HEAD}\n\n"Aman," kata seorang warga.\n\n"{QUOTED}," ujarnya.', None),
        case("another person came between", f"{HEAD}\n\nHadir pula AKBP Hendra Wijaya.\n\nTahun ini, katanya, {COUNT}.", None),
        case("an office says it", f"BNNP Riau menyebutkan, {COUNT}.", None),
        case("data say it", f"Menurut data Polda Riau, {COUNT}.", None),
        case("a word at the start of a sentence", f"Laporan menyebutkan, {COUNT}.", None),
        case("a post without a name", f'"{QUOTED}," kata Kepala BNNP Riau.', None),
        case("no word of speech", f"Sejumlah layanan tambah ramai: {COUNT}.", None),
        case("a word of speech in a heading", f"Tutup Tahun, {COUNT}", None),
        case("one present", f"Kombes Hendra Wijaya hadir. {COUNT}.", None),
    ],
)
def test_what_is_not_clear_stays_open(text: str, told: None) -> None:
    assert speaker(text) is told
