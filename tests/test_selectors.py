from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from builders import TEXT, evidence
from corpora import sample_articles
from hypothesis import given
from hypothesis import strategies as st

from bnnextract.model import Article, Evidence, Span
from bnnextract.pipeline import analyse
from bnnextract.rulebook import load_rulebook
from bnnextract.writing.selectors import link, selectors

URL = "https://berita.example/bnn"
LONG = "BNN Kota Cilegon merehabilitasi 118 klien rawat jalan selama tahun 2024, kata Budi."


def quoting(text: str, quote: str, url: str | None = URL, nth: int = 0) -> Evidence:
    start = [found.start() for found in re.finditer(re.escape(quote), text)][nth]
    return evidence(Article("a.txt", text, url=url), quote=Span(start, start + len(quote)))


def fragment_of(text: str, quote: str, url: str = URL, nth: int = 0) -> str:
    found = quoting(text, quote, url, nth)
    told = link(found.article, found)
    assert told is not None
    return told


class TestSelectors:
    def test_the_quote_is_told_with_what_stands_around_it_and_by_its_place(self) -> None:
        text = "x" * 40 + "118 klien dilayani." + "y" * 40
        assert selectors(quoting(text, "118 klien dilayani.")) == (
            {"type": "TextQuoteSelector", "exact": "118 klien dilayani.", "prefix": "x" * 32, "suffix": "y" * 32},
            {"type": "TextPositionSelector", "start": 40, "end": 59},
        )

    def test_at_the_ends_of_a_text_there_is_nothing_around(self) -> None:
        quoted, placed = selectors(evidence())
        assert (quoted["prefix"], quoted["exact"], quoted["suffix"]) == ("", TEXT, "")
        assert (placed["start"], placed["end"]) == (0, len(TEXT))

    def test_in_a_title_they_count_there(self) -> None:
        place = evidence(Article("a.txt", TEXT, "Tahun ini 118 klien"), start=10, where="title", quote=Span(10, 19))
        quoted, placed = selectors(place)
        assert (quoted["prefix"], quoted["exact"], placed["start"]) == ("Tahun ini ", "118 klien", 10)

    @given(before=st.text(max_size=80), quote=st.text(min_size=1), after=st.text(max_size=80))
    def test_the_place_and_the_quote_are_the_same(self, before: str, quote: str, after: str) -> None:
        text = before + quote + after
        quoted, placed = selectors(evidence(Article("a", text), quote=Span(len(before), len(before) + len(quote))))
        assert text[placed["start"] : placed["end"]] == quoted["exact"] == quote
        assert quoted["prefix"] + quoted["exact"] + quoted["suffix"] in text
        assert (quoted["prefix"], quoted["suffix"]) == (before[-32:], after[:32])


class TestLink:
    @pytest.mark.parametrize(
        ("quote", "fragment"),
        [
            ("118 klien pada 2024.", "118%20klien%20pada%202024."),
            ("Rp 2,5 miliar & lebih", "Rp%202%2C5%20miliar%20%26%20lebih"),
            ("sabu-sabu", "sabu%2Dsabu"),
            ("98,24% — naik", "98%2C24%25%20%E2%80%94%20naik"),
            ("118  klien\u00a0itu", "118%20klien%20itu"),
            ("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh", None),
            (LONG, "BNN%20Kota%20Cilegon%20merehabilitasi%20118,selama%20tahun%202024%2C%20kata%20Budi."),
            ("Hasilnya:\n118 klien", "Hasilnya%3A,118%20klien"),
            ("Hasil di satu dua tiga empat:\r\n\r\n \r\n118 klien", "Hasil%20di%20satu%20dua%20tiga,118%20klien"),
        ],
        ids=["short", "signs", "hyphen", "percent", "blanks", "ten-words", "long", "lines", "blank-lines"],
    )
    def test_a_quote_as_a_text_fragment(self, quote: str, fragment: str | None) -> None:
        assert fragment_of(f"Awal. {quote} Akhir.", quote) == f"{URL}#:~:text={fragment or quote.replace(' ', '%20')}"

    @pytest.mark.parametrize(
        ("before", "prefix"),
        [
            ("118 klien. Kata dia, ", "118%20klien.%20Kata%20dia%2C-,"),
            ("118 klien.\nSatu dua tiga empat lima enam\n\n", "dua%20tiga%20empat%20lima%20enam-,"),
            ("119 klien. Kata dia, ", ""),
        ],
        ids=["same-line", "line-before", "not-repeated"],
    )
    def test_what_stands_before_is_told_where_the_words_stand_earlier(self, before: str, prefix: str) -> None:
        found = fragment_of(f"{before}118 klien", "118 klien", nth=-1)
        assert found == f"{URL}#:~:text={prefix}118%20klien"

    @pytest.mark.parametrize(
        ("url", "start"),
        [
            ("http://a.id/x?y=1&z=2", "http://a.id/x?y=1&z=2#:~:text="),
            ("HTTPS://a.id/x", "HTTPS://a.id/x#:~:text="),
            (" https://a.id/x\n", "https://a.id/x#:~:text="),
            ("https://a.id/x#", "https://a.id/x#:~:text="),
            ("https://a.id/x#isi", "https://a.id/x#isi:~:text="),
            ("https://a.id/x#isi:~:text=lama", "https://a.id/x#isi:~:text="),
            ("https://a.id/x#:~:text=lama", "https://a.id/x#:~:text="),
        ],
    )
    def test_the_address_keeps_its_own_fragment(self, url: str, start: str) -> None:
        assert fragment_of("118 klien", "118 klien", url) == start + "118%20klien"

    @pytest.mark.parametrize("url", [None, "", "a.id/x", "ftp://a.id/x", "file:///x", "javascript:alert(1)", "https://a b.id/"])
    def test_what_is_no_web_address_has_none(self, url: str | None) -> None:
        found = quoting(TEXT, "118 klien", url)
        assert link(found.article, found) is None

    @given(quote=st.text(min_size=1).filter(str.strip))
    def test_only_the_directive_s_own_signs_are_left_unencoded(self, quote: str) -> None:
        text = quote.encode(errors="replace").decode()
        told = link(Article("a", text, url=URL), evidence(Article("a", text), quote=Span(0, len(text))))
        assert told is not None
        parts = told.removeprefix(f"{URL}#:~:text=").split(",")
        assert len(parts) in {1, 2}
        assert all(re.fullmatch(r"(?:[\w.~]|%[0-9A-F]{2})+", part, re.ASCII) for part in parts)
        lines = [" ".join(line.split()) for line in text.splitlines()]
        assert all(any(unquote(part) in line for line in lines) for part in parts)

    def test_every_part_of_a_real_link_stands_on_one_line(self) -> None:
        book = load_rulebook()
        tried = 0
        for article in sample_articles():
            addressed = Article(article.id, article.text, article.title, URL, article.published)
            for found in analyse(addressed, book).statistics:
                for place in found.evidence:
                    told = link(addressed, place)
                    assert told is not None
                    lines = [" ".join(line.split()) for line in place.source.splitlines()]
                    parts = [unquote(part).removesuffix("-") for part in told.partition(":~:text=")[2].split(",")]
                    assert all(any(part in line for line in lines) for part in parts)
                    tried += 1
        assert tried > 50
