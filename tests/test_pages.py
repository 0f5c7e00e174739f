from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bnnextract.reading.inputs import UnreadableError
from bnnextract.reading.pages import Page, read_page, text_of_html

PAGES = Path(__file__).parent / "inputs" / "pages"
URL = "https://kabar.example.com/2023/12/28/bnnp-gorontalo-rehabilitasi-118-klien/"
TITLE = "BNNP Gorontalo Rehabilitasi 118 Klien Rawat Jalan Sepanjang 2023"
DAY = date(2023, 12, 28)
LINES = [
    "BNNP Gorontalo merehabilitasi 118 klien rawat jalan pada 2023 dari target 100 klien, kata Kepala BNNP Gorontalo.",
    "Pada tahun yang sama lembaga itu mengungkap 12 kasus narkotika dengan 17 tersangka dan menyita 431,5 gram sabu.",
    "Ia menambahkan bahwa lembaganya akan memperkuat pencegahan di sekolah dan desa bersama pemerintah daerah setempat.",
]

needs_trafilatura = pytest.mark.usefixtures("_trafilatura")


@pytest.fixture
def _trafilatura() -> None:
    pytest.importorskip("trafilatura", reason="reads HTML pages; comes with the extra html")


def page(head: str = "", above: str = "", beneath: str = "", after: str = "") -> str:
    """Give a small page with the article in the midst."""
    paragraphs = "\n".join(f"<p>{line}</p>" for line in LINES)
    body = f"{above}<article><h1>{TITLE}</h1>{beneath}<div class='isi'>{paragraphs}</div></article>{after}"
    return f"<!DOCTYPE html><html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>"


@needs_trafilatura
class TestPages:
    @pytest.mark.parametrize("name", ["antara", "detik", "wordpress"])
    def test_the_article_is_read_and_nothing_around_it(self, name: str) -> None:
        found = read_page((PAGES / f"{name}.html").read_bytes())
        assert (found.title, found.url, found.published, found.published_from) == (TITLE, URL, DAY, "page")
        lines = found.text.split("\n")
        assert len(lines) == 4
        assert lines[0].startswith("Badan Narkotika Nasional Provinsi (BNNP) Gorontalo merehabilitasi 118 klien")
        assert lines[3].endswith("para tokoh masyarakat.")

    def test_a_paragraph_is_a_line(self) -> None:
        assert read_page(page()).text.split("\n") == LINES

    @pytest.mark.parametrize(
        "html",
        [
            "<html><body><p>BNNP Gorontalo melayani 118 klien.</p></body></html>",
            "<!DOCTYPE html><title>Klien</title><p>BNNP Gorontalo melayani 118 klien.",
            "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE html><html><p>BNNP Gorontalo melayani 118 klien.</p></html>",
        ],
        ids=["bare", "unclosed", "xhtml"],
    )
    def test_a_page_of_one_sentence_is_read(self, html: str) -> None:
        assert read_page(html).text == "BNNP Gorontalo melayani 118 klien."

    def test_two_breaks_begin_a_paragraph(self) -> None:
        html = page().replace("</p>", "<br/>\n<BR>").replace("<p>", "")
        assert read_page(html).text.split("\n") == LINES

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    def test_bytes_are_decoded(self, encoding: str) -> None:
        written = page().replace("118 klien", "“118 klien”").encode(encoding)
        assert "“118 klien”" in read_page(written).text

    @pytest.mark.parametrize(
        ("told", "encoding", "sign"),
        [
            ("iso-8859-2", "iso-8859-2", "ł"),
            ("iso-8859-1", "cp1252", "”"),
            ("punycode", "cp1252", "”"),
            ("tak-dikenal", "cp1252", "”"),
        ],
    )
    def test_a_page_tells_its_own_encoding(self, told: str, encoding: str, sign: str) -> None:
        written = page(f"<meta charset='{told}'>").replace("kata Kepala", f"kata {sign}Kepala").encode(encoding)
        assert f"kata {sign}Kepala" in read_page(written).text

    @pytest.mark.parametrize(
        ("head", "url"),
        [("", "https://a.example.com/x?utm=1"), (f"<link rel='canonical' href='{URL}'>", URL)],
        ids=["as-fetched", "canonical"],
    )
    def test_a_page_goes_by_its_canonical_url(self, head: str, url: str) -> None:
        assert read_page(page(head), "https://a.example.com/x?utm=1").url == url

    @pytest.mark.parametrize(
        "parts",
        [
            {"head": "<meta property='article:published_time' content='2023-12-28T14:05:00+07:00'>"},
            {"head": "<meta property='og:updated_time' content='2024-01-02'><meta name='publishdate' content='2023/12/28'>"},
            {"head": "<meta name='content_PublishedDate' content='2023-12-28 14:05:00'>"},
            {"head": "<meta name='pubdate' content='Kamis, 28 Des 2023 14:05 WIB'>"},
            {"head": "<meta name='DC.date.issued' content='2023-12-28'>"},
            {"head": "<meta itemprop='datePublished' content='2023-12-28'>"},
            {"head": '<script type="application/ld+json">{"dateModified":"2024", "datePublished":"2023-12-28"}</script>'},
            {"beneath": "<time datetime='2023-12-28T14:05:00+07:00'>kemarin</time>"},
            {"beneath": "<span itemprop='datePublished'>28 Desember 2023</span>"},
            {"beneath": "<div class='detail__date'>Kamis, 28 Des 2023 14:05 WIB</div>"},
            {"beneath": "<div class='tanggal'>3 hari lalu</div><p class='Waktu'>28/12/2023</p>"},
            {"above": "<div class='date'>22 November 2026</div>", "beneath": "<div class='date'>28 Desember 2023</div>"},
        ],
        ids=[
            *("open-graph", "not-modified", "portal", "indonesian", "dublin-core", "itemprop", "json-ld", "time"),
            *("itemprop-shown", "shown", "second-shown", "not-of-the-visit"),
        ],
    )
    def test_the_day_is_the_one_that_the_page_states(self, parts: dict[str, str]) -> None:
        found = read_page(page(**parts))
        assert (found.published, found.published_from) == (DAY, "page")

    @pytest.mark.parametrize(
        "parts",
        [
            {},
            {"head": "<meta property='article:modified_time' content='2024-01-02'>"},
            {"head": "<meta property='article:publisher' content='https://a.example.com/2024/01/02/'>"},
            {"head": "<meta property='og:image' content='https://a.example.com/2024/01/02/a.jpg'>"},
            {"head": f"<link rel='canonical' href='{URL}'>"},
            {"head": "<script>var now = '2024-01-02';</script>"},
            {"head": '<script type="application/ld+json">{"dateModified": "2024-01-02"}</script>'},
            {"above": "<div class='date'>Selasa, 2 Januari 2024</div>"},
            {"after": "<aside><time datetime='2024-01-02'>2 Januari</time></aside>"},
            {"after": "<footer><span class='date'>2 Januari 2024</span> © 2024</footer>"},
            {"after": "".join(f"<p class='time'>{hours} jam lalu</p>" for hours in range(9)) + "<p class='time'>2/1/2024</p>"},
        ],
        ids=[
            *("none", "modified", "publisher", "picture", "url", "script", "json-ld-modified", "above", "aside", "footer"),
            *("other-articles",),
        ],
    )
    def test_no_other_date_of_the_page_is_taken_for_it(self, parts: dict[str, str]) -> None:
        found = read_page(page(**parts))
        assert (found.published, found.published_from) == (None, None)

    @pytest.mark.parametrize("html", ["<html></html>", "<!DOCTYPE html>", "<html><body><script>118</script></body></html>"])
    def test_a_page_without_an_article_has_no_text(self, html: str, capfd: pytest.CaptureFixture[str]) -> None:
        assert read_page(html, "https://a.example.com/").text == ""
        assert capfd.readouterr() == ("", "")

    @settings(max_examples=50, deadline=None)
    @given(st.text(st.sampled_from("<>/!-[]=&;'\" \n\0aphtmlbodyscri1"), max_size=80))
    def test_no_page_breaks_the_reading(self, inside: str) -> None:
        assert read_page(f"<html>{inside}</html>").published is None


def test_without_the_extra_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(UnreadableError, match=r"pip install 'bnnextract\[html\]'$"):
        read_page(page())


def test_importing_the_module_loads_no_library() -> None:
    script = "import sys\nimport bnnextract.reading.pages\nassert not {'trafilatura', 'lxml', 'dateparser'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Satu 118</p>\n<p>Dua&nbsp;&amp; &#8220;tiga&#8221;</p>\n", "Satu 118\nDua & “tiga”"),
        ("<p>Baris\nyang sama</p>", "Baris yang sama"),
        ("Satu<br>dua<br />tiga", "Satu\ndua\ntiga"),
        ("<p>Hasil:</p><ul><li>118 klien</li>\n<li>12 kasus</li></ul>", "Hasil:\n- 118 klien\n- 12 kasus"),
        ("<ol><li><p>118 klien</p><li>12 kasus</ol>", "- 118 klien\n- 12 kasus"),
        ("<table><tr><th>Tahun</th><th>Klien</th></tr><tr><td>2023</td><td>118</td></tr></table>", "Tahun | Klien\n2023 | 118"),
        ("<p>118<b> kl</b>ien</p>", "118 klien"),
        ("<style>p {}</style><p>118</p><script>if (a < b) '<p>119</p>'</script><noscript>120</noscript>", "118"),
        ("<!-- wp:paragraph --><p>118</p><!-- /wp:paragraph --><!--<p>119</p>--><p>120", "118\n120"),
        ("<p><![if !supportLists]>118<![endif]></p><![CDATA[119]]>", "118\n119"),
        ("118 < 119 & 120 <a <b", "118 < 119 & 120 <a <b"),
        ("<p></p>\n<p> &nbsp; </p>", ""),
        ("", ""),
    ],
    ids=[
        *("paragraphs", "wrapped", "breaks", "list", "paragraph-in-item", "table", "bold", "silent", "comments", "word"),
        *("no-html", "blank", "empty"),
    ],
)
def test_a_fragment_gives_its_text(html: str, text: str) -> None:
    assert text_of_html(html) == text
    assert read_page(html, URL) == Page(text, url=URL)


@given(st.text(st.sampled_from("<>/!-[]=&;'\" \n\0aplicdtr#x1"), max_size=60))
def test_no_fragment_breaks_the_reading(html: str) -> None:
    assert "\n\n" not in text_of_html(html)


@pytest.mark.parametrize("piece", ["<a ", "<a b='", "<!--", "<![", "</a ", "&#", "<script>"])
def test_a_fragment_that_closes_nothing_is_read_in_one_go(piece: str) -> None:
    html = piece * 100_000
    assert len(text_of_html(html)) <= len(html)
