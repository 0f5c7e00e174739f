"""Texts with and without front matter, and XML: what is above and around the text is not in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reads import articles, errors, read

from bnnextract.model import Article
from bnnextract.reading import limits

DAY = date(2023, 12, 28)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class TestFrontMatter:
    @pytest.mark.parametrize(
        "above",
        [
            "title: BNNP Riau: 118 klien\nurl: https://a.id/x\ndate: 2023-12-28\n",
            "title: 'BNNP Riau: 118 klien'\nurl: https://a.id/x\ndate: '2023-12-28'\n",
            'title: "BNNP Riau: 118 klien"\nurl: "https://a.id/x"\ndate: 2023-12-28T10:00:00+07:00\n',
            "Judul: BNNP Riau: 118 klien\n\n# tentang\ntags:\n- narkotika\n  - BNN\n"
            "tautan: https://a.id/x\ntanggal: 28 Desember 2023\n",
        ],
        ids=["bare", "single", "double", "lists"],
    )
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    @pytest.mark.parametrize("name", ["a.txt", "a.md", "a", "-"])
    def test_it_tells_title_address_and_day(self, above: str, end: str, name: str) -> None:
        text = f"---\n{above}---\n118 klien\n---\nTitik.".replace("\n", end).encode()
        if name != "-":
            Path(name).write_bytes(text)
        body = f"118 klien{end}---{end}Titik."
        assert articles(name, stdin=text) == [Article(name, body, "BNNP Riau: 118 klien", "https://a.id/x", DAY)]

    @pytest.mark.parametrize(
        "text",
        [
            "---\n118 klien\n---\ntitle: x",
            "---\ntitle: x\n118 klien",
            "---\nSumber: BNN\n---\n118 klien",
            "--- title: x ---\n118 klien",
            "title: x\n---\n118 klien",
            "---\nKata dia: target kami\n118 klien.\ntitle: x\n---\n",
        ],
        ids=["no-fields", "not-closed", "no-known-field", "on-one-line", "not-opened", "prose"],
    )
    def test_other_rules_belong_to_the_text(self, text: str) -> None:
        assert articles("-", stdin=text.encode()) == [Article("-", text)]

    def test_what_is_empty_is_not_known(self) -> None:
        assert articles("-", stdin=b"---\ntitle: null\nurl:\ndate: None\n---\n118") == [Article("-", "118")]

    def test_a_date_that_cannot_be_read_is_not_known(self) -> None:
        assert articles("-", stdin=b"---\ntitle: T\ndate: kemarin\n---\n118") == [Article("-", "118", "T")]

    def test_without_a_text_beneath_it_there_is_no_article(self) -> None:
        assert errors(read("-", stdin=b"---\ntitle: T\n---\n")) == ["-: no article text; there is nothing under 'text'"]

    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1))
    def test_any_text_comes_through_beneath_it(self, text: str) -> None:
        if not text.strip() or text.strip().lower() in {"null", "none", "nan", "nat"}:
            return
        assert articles("-", stdin=f"---\ntitle: T\n---\n{text}".encode())[0].text == text


class TestItems:
    def test_elements_beneath_the_root_are_articles(self) -> None:
        stdin = (
            b'<?xml version="1.0" encoding="utf-8"?>\n<items>\n'
            b"<item><title>T &amp; U</title><text>118 klien\n\nTitik.</text><url>https://a.id/x</url></item>\n"
            b"<item><text>119 klien</text><tags><value>a</value><value>b</value></tags><date>2023-12-28</date></item></items>"
        )
        assert articles("-", stdin=stdin) == [
            Article("-:1", "118 klien\n\nTitik.", "T & U", "https://a.id/x"),
            Article("-:2", "119 klien", None, None, DAY),
        ]

    def test_a_list_of_paragraphs_is_a_text(self) -> None:
        stdin = b"<items><item><isi><value>118 klien.</value><value>Titik.</value></isi></item></items>"
        assert [article.text for article in articles("-", stdin=stdin)] == ["118 klien.\nTitik."]

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
    def test_it_may_be_encoded_as_it_says(self, encoding: str) -> None:
        told = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
        Path("a.xml").write_bytes(f'<?xml version="1.0" encoding="{told}"?><a><b><text>½</text></b></a>'.encode(encoding))
        assert [article.text for article in articles("a.xml")] == ["½"]

    def test_what_is_broken_is_told_after_what_is_whole(self) -> None:
        found = read("-", stdin=b"<items>\n<item><text>118</text></item>\n<item><text>119</item></items>")
        assert [item.text for item in found if isinstance(item, Article)] == ["118"]
        assert errors(found) == ["-:2: broken XML at line 3; nothing after it was read"]

    @pytest.mark.parametrize(
        "declared",
        [
            '<!DOCTYPE items [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
            '<!DOCTYPE items [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE items SYSTEM "http://a.id/x.dtd">',
        ],
        ids=["growing", "file", "address"],
    )
    def test_a_document_type_is_refused(self, declared: str) -> None:
        Path("a.xml").write_text(f'<?xml version="1.0"?>{declared}<items><item><text>&a;</text></item></items>')
        assert errors(read("a.xml")) == [
            "a.xml: XML with a document type ('items'), which is not read; take out its <!DOCTYPE>"
        ]

    def test_elements_nested_without_end_are_told(self) -> None:
        assert errors(read("-", stdin=b"<items>" + b"<a>" * 100_000)) == ["-: XML that is nested too deep; save it anew"]

    def test_an_item_that_is_too_large_is_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "LARGEST", 1000)
        monkeypatch.setattr(limits, "CHUNK", 64)
        item = b"<item><text>" + b"a" * 400 + b"</text></item>"
        assert len(articles("-", stdin=b"<items>" + item * 20 + b"</items>")) == 20
        assert "is larger than" in errors(read("-", stdin=b"<items><item><text>" + b"a" * 5000))[0]

    def test_a_file_without_articles_is_told(self) -> None:
        Path("sitemap.xml").write_text("<urlset><url><loc>https://a.id/x</loc></url></urlset>")
        assert errors(read("sitemap.xml")) == [
            "sitemap.xml:1: no article text; its keys are 'loc'; name the one that holds it with --map text=KEY"
        ]

    def test_documents_of_trafilatura_give_a_line_a_paragraph(self) -> None:
        stdin = (
            b'<doc title="T" date="2023-12-28" url="https://a.id/x"><main><head rend="h2">Kepala</head><p>Sebanyak <hi>118</hi>'
            b" klien,<lb/>dan</p><list><item>satu</item><item>dua</item></list><table><row><cell>a</cell><cell>1</cell></row>"
            b"</table></main><comments><p>bukan</p></comments></doc>"
        )
        text = "Kepala\nSebanyak 118 klien,\ndan\nsatu\ndua\na 1"
        assert articles("-", stdin=stdin) == [Article("-", text, "T", "https://a.id/x", DAY)]
