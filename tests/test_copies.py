from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from builders import TEXT, evidence, statistic
from corpora import annotated_articles, sample_articles
from hypothesis import given
from hypothesis import strategies as st
from program import complaints

from bnnextract.copies import mark_copies
from bnnextract.model import Article, Statistic
from bnnextract.reading import ReadError
from bnnextract.records import records

WIRE = """\
Cilegon (Kabar Nusa) - Badan Narkotika Nasional (BNN) Kota Cilegon merehabilitasi 118 klien sepanjang tahun 2024, naik \
dari 96 klien pada tahun sebelumnya.

Kepala BNN Kota Cilegon Ratna Wulandari mengatakan di Cilegon, Senin, layanan rawat jalan diberikan kepada 84 orang dan \
sisanya dirujuk untuk rawat inap di Balai Besar Rehabilitasi di Lido.

"Kami melihat kesadaran keluarga untuk melapor semakin tinggi dari tahun ke tahun, dan itu kabar yang baik untuk kota \
ini," katanya.

Di bidang pemberantasan, petugas mengungkap 17 kasus dengan 23 tersangka. Barang bukti yang disita berupa 1.245,6 gram \
sabu dan 310 butir ekstasi yang akan diedarkan di kawasan industri.

Selain itu, sebanyak 2.140 pelajar dari 31 sekolah mengikuti penyuluhan yang digelar dengan dukungan pemerintah kota. \
Pada tahun depan BNN Kota Cilegon menargetkan 150 klien dalam program rehabilitasi.

Ratna berharap masyarakat tidak takut melapor, sebab pecandu yang datang sendiri untuk berobat tidak akan dituntut \
pidana.
"""

# The same report as other outlets would print it.
OTHERS = {
    "as it is": WIRE,
    "another dateline": WIRE.replace("Cilegon (Kabar Nusa) - Badan", "HARIANKITA.EXAMPLE, CILEGON -- Badan"),
    "a paragraph dropped": "\n\n".join(WIRE.split("\n\n")[:-1]),
    "a paragraph with figures dropped": "\n\n".join(part for part in WIRE.split("\n\n") if "pelajar" not in part),
    "paragraphs run together": " ".join(WIRE.split()),
    "typographic signs": WIRE.replace('"', "”").replace("-", "–").replace(" ", "\u00a0"),
    "in capitals": WIRE.upper(),
    "furniture": (
        "Beranda\nDaerah\nRabu, 1 Januari 2025 | 09:15 WIB\nPenulis: Andi | Editor: Sari\n\n"
        + WIRE
        + "\nBaca juga: Polisi Tangkap 12 Orang di Serang\nIkuti berita kami di WhatsApp Channel\nDibaca 1.204 kali\n"
    ),
    "words edited": WIRE.replace("mengatakan", "menyatakan")
    .replace("semakin tinggi", "makin tinggi")
    .replace("digelar", "diadakan")
    .replace("katanya", "ujar dia"),
    "a figure misprinted": WIRE.replace("310 butir", "301 butir"),
}

# What is not the same report.
EVENT = """\
Sepanjang 2024 BNNK Cilegon mengungkap 17 kasus narkotika dengan 23 tersangka. Hal itu disampaikan Ratna Wulandari saat jumpa \
pers akhir tahun.

Menurut dia, petugas menyita 1.245,6 gram sabu \
serta 310 butir pil ekstasi.

Adapun layanan rehabilitasi telah menjangkau 118 klien, terdiri atas 84 pasien rawat jalan dan selebihnya dirawat inap. \
Jumlah ini lebih banyak ketimbang 2023 yang hanya 96 klien.

BNN juga menyambangi 31 sekolah; pesertanya 2.140 pelajar. Untuk 2025, lembaga itu mematok target 150 klien.
"""


def template(kasus: int, tersangka: int, klien: int, peserta: int, bulan: str) -> str:
    """Give an office's monthly report, which is always worded alike."""
    return (
        f"BNNK Cilegon melaporkan capaian kinerja selama bulan {bulan} 2024 dalam rapat evaluasi yang "
        "digelar di kantor itu.\n\n"
        f"Di bidang pemberantasan, tim berantas mengungkap {kasus} kasus dengan {tersangka} tersangka yang seluruhnya sudah "
        "dilimpahkan ke kejaksaan untuk disidangkan di Pengadilan Negeri Serang.\n\n"
        f"Di bidang rehabilitasi, klinik pratama melayani {klien} klien rawat jalan dari target 10 klien setiap bulan, dan "
        "seluruh klien itu mendapat pendampingan dari konselor yang bertugas.\n\n"
        f"Penyuluhan diikuti {peserta} peserta dari sekolah dan perusahaan. Kepala BNNK Cilegon berterima kasih kepada semua "
        "pihak yang telah mendukung program pencegahan di kota ini."
    )


def copies_in(*texts: str) -> list[str | None]:
    """Give for each of the texts, named by number, whose copy it is."""
    return [found.copy_of for found in mark_copies(Article(str(number), text) for number, text in enumerate(texts))]


class TestRecognised:
    @pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
    def test_the_report_in_another_outlet_is_a_copy(self, other: str) -> None:
        assert copies_in(WIRE, other) == [None, "0"]
        assert copies_in(other, WIRE) == [None, "0"]

    def test_a_title_does_not_matter(self) -> None:
        given_ = [Article("a", WIRE, "BNN Cilegon Rehabilitasi 118 Klien"), Article("b", WIRE, "Ini Kata Ratna soal Pecandu")]
        assert [found.copy_of for found in mark_copies(given_)] == [None, "a"]

    def test_every_copy_names_the_first_of_its_story(self) -> None:
        given_ = [*OTHERS.values(), EVENT, *OTHERS.values()]
        told = copies_in(*given_)
        assert [told[0], told[len(OTHERS)]] == [None, None]
        assert {whose for number, whose in enumerate(told) if number not in {0, len(OTHERS)}} == {"0"}

    @pytest.mark.parametrize(
        "text", ["BNNK Karo merehabilitasi 24 orang.", "BNN", "Dua orang direhabilitasi BNNP Riau pada 2024"]
    )
    def test_so_is_the_same_short_text(self, text: str) -> None:
        assert copies_in(text, text) == [None, "0"]

    def test_what_is_no_article_passes_through_in_its_place(self) -> None:
        fault = ReadError("a.txt", 1, "cannot be read")
        first, second = Article("a", WIRE), Article("b", WIRE)
        assert list(mark_copies([first, fault, second])) == [first, fault, replace(second, copy_of="a")]

    def test_articles_are_given_one_by_one(self) -> None:
        given_ = iter([Article("a", WIRE), Article("b", WIRE)])
        marked = mark_copies(given_)
        assert next(marked).id == "a"
        assert next(given_).id == "b"

    @given(st.data())
    def test_the_order_changes_only_which_is_the_first(self, data: st.DataObject) -> None:
        order = data.draw(st.permutations([text for name, text in OTHERS.items() if "misprint" not in name]))
        assert copies_in(*order) == [None, *["0"] * (len(order) - 1)]

    @pytest.mark.parametrize("articles", [sample_articles, annotated_articles], ids=lambda made: made.__name__)
    def test_an_article_is_a_copy_of_itself_and_of_no_other(self, articles: Any) -> None:
        given_ = list(articles())
        if not given_:
            pytest.skip("the annotated articles are not at hand")
        again = [replace(article, id=f"again {article.id}") for article in given_]
        marked = list(mark_copies([*given_, *again]))
        assert [found.copy_of for found in marked[: len(given_)]] == [None] * len(given_)
        named = [found for found in marked[len(given_) :] if "bnn" in found.text.casefold()]
        assert len(named) > 5
        assert all(f"again {found.copy_of}" == found.id for found in named)


class TestKeptApart:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            (WIRE, EVENT),
            (template(5, 8, 12, 300, "Januari"), template(4, 6, 9, 250, "Februari")),
            (template(5, 8, 12, 300, "Januari"), template(5, 8, 9, 250, "Februari")),
            (template(5, 8, 12, 300, "Januari"), template(5, 8, 12, 250, "Februari")),
            (WIRE, WIRE.replace("118", "131").replace("96", "118").replace("84", "90").replace("17 kasus", "25 kasus")),
            ("BNNK Karo menangkap dua tersangka di rumah itu.", "BNNK Karo menangkap tiga tersangka di rumah itu."),
            ("BNNK Karo merehabilitasi 24 orang.", "BNNP Riau merehabilitasi 24 orang."),
            (WIRE, "BNN Kota Cilegon merehabilitasi 118 klien sepanjang tahun 2024."),
        ],
        ids=["same-event", "months", "two-figures", "one-figure", "years", "number-words", "offices", "a-brief"],
    )
    def test_other_reports_are_no_copies(self, one: str, other: str) -> None:
        assert copies_in(one, other) == [None, None]
        assert copies_in(other, one) == [None, None]

    def test_a_year_of_monthly_reports_and_their_copies(self) -> None:
        reports = [template(3 + n, 5 + 2 * n, 7 + n, 200 + 10 * n, f"ke-{n}") for n in range(12)]
        outlets = [f"Cilegon, Kabar Kita - {report}\n\nIkuti kami di Google News" for report in reports]
        assert copies_in(*reports, *outlets) == [*[None] * 12, *map(str, range(12))]

    def test_what_does_not_name_bnn_is_not_looked_at(self) -> None:
        other = WIRE.replace("BNN", "Polres").replace("Badan Narkotika Nasional", "Kepolisian")
        assert copies_in(other, other) == [None, None]


FIRST = Article("m.txt", TEXT, url="https://a.id/", published=date(2024, 12, 30))
OTHER = Article("a.txt", TEXT, url="https://b.id/", published=date(2024, 12, 31), copy_of="m.txt")
LATER = Article("z.txt", TEXT, copy_of="m.txt")
ALONE = Article("k.txt", TEXT)


def told_by(article: Article, **fields: Any) -> Statistic:
    start = fields.pop("start", 26)
    return statistic(id=f"{article.id}{start}", evidence=(evidence(article, start),), **fields)


def merged(*given_: Statistic) -> list[Statistic]:
    return [found for record in records(given_, ()) for found in record.statistics]


class TestOneSource:
    def test_the_earliest_article_stands_for_the_story_and_names_the_others(self) -> None:
        (found,) = merged(told_by(LATER), told_by(OTHER), told_by(FIRST))
        (place,) = found.evidence
        assert (found.id, place.article, place.copies) == ("m.txt26", FIRST, (OTHER, LATER))

    def test_without_dates_the_first_by_name_does(self) -> None:
        (found,) = merged(*(told_by(replace(article, published=None)) for article in (FIRST, OTHER, LATER)))
        (place,) = found.evidence
        assert (found.id, place.article.id, [copy.id for copy in place.copies]) == ("a.txt26", "a.txt", ["m.txt", "z.txt"])

    def test_another_source_is_a_piece_of_evidence_of_its_own(self) -> None:
        (found,) = merged(told_by(LATER), told_by(ALONE), told_by(FIRST))
        assert [(place.article.id, [copy.id for copy in place.copies]) for place in found.evidence] == [
            ("k.txt", []),
            ("m.txt", ["z.txt"]),
        ]

    def test_what_only_copies_tell_stands_with_one_of_them(self) -> None:
        (found,) = merged(told_by(LATER), told_by(OTHER))
        (place,) = found.evidence
        assert (place.article, place.copies) == (OTHER, (LATER,))

    def test_a_copy_that_tells_another_figure_stands_by_itself(self) -> None:
        found = merged(told_by(FIRST), told_by(LATER, value=Decimal(181)))
        assert [[place.article.id for place in one.evidence] for one in found] == [["m.txt"], ["z.txt"]]

    def test_all_places_of_the_first_article_are_kept(self) -> None:
        headline = replace(FIRST, title=TEXT)
        given_ = [told_by(headline), told_by(LATER)]
        given_[0] = replace(given_[0], evidence=(evidence(headline), evidence(headline, where="title")))
        (found,) = merged(*given_)
        assert [(place.where, len(place.copies)) for place in found.evidence] == [("title", 1), ("text", 0)]

    def test_an_event_of_copies_is_one(self) -> None:
        assert len(merged(told_by(FIRST, event=True), told_by(LATER, event=True))) == 1
        assert len(merged(told_by(FIRST, event=True), told_by(ALONE, event=True))) == 2

    def test_two_events_of_a_story_stay_two(self) -> None:
        found = merged(*(told_by(article, start=start, event=True) for article in (FIRST, LATER) for start in (0, 26)))
        assert [(place.span.start, len(place.copies)) for one in found for place in one.evidence] == [(0, 1), (26, 1)]

    @given(
        st.permutations([told_by(article, event=event) for article in (FIRST, OTHER, LATER, ALONE) for event in (True, False)])
    )
    def test_the_order_of_statistics_does_not_matter(self, given_: list[Statistic]) -> None:
        assert records(given_, ()) == records(sorted(given_, key=lambda one: (one.id, one.event)), ())


def extract(folder: Path, form: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "bnnextract", "extract", "--format", form, "."],
        cwd=folder,
        capture_output=True,
        check=True,
    )
    assert complaints(done.stderr.decode()) == ""
    return done.stdout.decode()


class TestProgram:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        (tmp_path / "a.txt").write_text(WIRE, encoding="utf-8")
        (tmp_path / "b.txt").write_text(EVENT, encoding="utf-8")
        (tmp_path / "c.txt").write_text(OTHERS["furniture"], encoding="utf-8")
        return tmp_path

    def test_rows_of_a_copy_name_its_original(self, folder: Path) -> None:
        rows = [json.loads(line) for line in extract(folder, "jsonl").splitlines()]
        assert {(row["article"], row["copy_of"]) for row in rows} == {("a.txt", None), ("b.txt", None), ("c.txt", "a.txt")}

    def test_records_count_a_story_once(self, folder: Path) -> None:
        found = [one for record in json.loads(extract(folder, "json")) for one in record["statistics"]]
        (cases,) = [one for one in found if one.get("value") == 17]
        stories = [{place["article"], *(copy["article"] for copy in place.get("copies", []))} for place in cases["evidence"]]
        assert sorted(stories, key=len) == [{"b.txt"}, {"a.txt", "c.txt"}]
