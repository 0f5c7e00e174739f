"""Which key holds what: the names of scrapers, what `--map` puts right, and what `columns` tells of it."""

from __future__ import annotations

import json
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from program import complaints, run
from reads import articles, errors, line, read

from bnnextract.model import Article, Source
from bnnextract.reading import ReadError, read_articles

DAY = date(2023, 12, 28)
TEXT = "BNN Kota Cilegon merehabilitasi 118 klien pada 2023."


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def one(**fields: Any) -> Article:
    (found,) = read_articles(["-"], BytesIO(line(**fields)))
    assert isinstance(found, Article), str(found)
    return found


class TestKeys:
    @pytest.mark.parametrize(
        "key",
        [
            *("maintext", "plain_text", "text", "content", "isi", "isi_berita", "konten", "articleBody", "body", "raw_text"),
            *("Isi Berita", "ISI", "isi-berita", "Article Body"),
        ],
    )
    def test_a_text_is_known_by_its_name(self, key: str) -> None:
        assert one(**{key: TEXT}).text == TEXT

    @pytest.mark.parametrize("key", ["title", "judul", "judul_berita", "headline", "title_page", "Judul Artikel"])
    def test_a_title_is_known_by_its_name(self, key: str) -> None:
        assert one(text=TEXT, **{key: "T"}).title == "T"

    @pytest.mark.parametrize("key", ["url", "link", "canonical_link", "url_link", "permalink", "tautan", "source", "Link"])
    def test_an_address_is_known_by_its_name(self, key: str) -> None:
        assert one(text=TEXT, **{key: "https://a.id/x"}).url == "https://a.id/x"

    @pytest.mark.parametrize(
        "key",
        [
            *("publish_date", "date_publish", "publishing_date", "datePublished", "published", "published_at", "date"),
            *("tanggal", "tanggal_publish", "tgl_berita", "Tgl Terbit", "waktu", "pubDate"),
        ],
    )
    def test_a_day_is_known_by_its_name(self, key: str) -> None:
        found = one(text=TEXT, **{key: "2023-12-28"})
        assert (found.published, found.published_from) == (DAY, "metadata")

    @pytest.mark.parametrize(
        "key",
        [
            *("filedate", "date_download", "date_modify", "crawled_at", "scrape_timestamp", "seendate", "waktu_scraping"),
            *("tanggal_unduh", "tgl_akses", "tanggal_update", "date_gmt", "modified"),
        ],
    )
    def test_other_times_are_not_the_day(self, key: str) -> None:
        assert one(text=TEXT, **{key: "2023-12-28"}).published is None

    def test_the_outlet_is_no_address(self) -> None:
        assert one(text=TEXT, source="Kompas").url is None

    @pytest.mark.parametrize("empty", ["", " ", "null", "None", "NaN", None, []])
    def test_what_is_empty_gives_way_to_the_next(self, empty: object) -> None:
        found = one(
            maintext=empty, isi=TEXT, title=empty, judul="T", url=empty, link="https://a.id/x", date=empty, tgl="28/12/2023"
        )
        assert (found.text, found.title, found.url, found.published) == (TEXT, "T", "https://a.id/x", DAY)

    def test_a_day_that_cannot_be_read_gives_way_to_the_next_and_is_no_error(self) -> None:
        assert one(isi=TEXT, date="3 hari lalu", tanggal="28 Desember 2023").published == DAY
        assert one(isi=TEXT, tanggal="3 hari lalu").published is None

    def test_a_day_may_be_a_number_of_seconds_or_milliseconds(self) -> None:
        assert one(isi=TEXT, date=1703782800).published == date(2023, 12, 29)  # midnight in Jakarta
        assert one(isi=TEXT, date=1703782799000).published == DAY

    @pytest.mark.parametrize("key", ["content", "isi", "articleBody"])
    def test_html_under_other_keys_than_text_is_made_text(self, key: str) -> None:
        assert one(**{key: "<p>118 &amp; 119</p><p>Titik.</p>"}).text == "118 & 119\nTitik."
        assert one(text="<p>118</p>").text == "<p>118</p>"

    def test_what_wordpress_renders_is_made_text(self) -> None:
        found = one(id=7, title={"rendered": "T &#8211; U"}, content={"rendered": "<p>118</p>"}, link="https://a.id/x")
        assert (found.id, found.title, found.text, found.url) == ("-:1", "T – U", "118", "https://a.id/x")

    def test_what_fundus_parts_is_put_together(self) -> None:
        body = {"summary": ["R"], "sections": [{"headline": ["K"], "paragraphs": ["satu", "dua"]}, {"paragraphs": ["tiga"]}]}
        assert one(body=body).text == "R\nK\nsatu\ndua\ntiga"

    def test_an_id_beside_other_keys_than_text_is_not_the_articles_name(self) -> None:
        assert one(id=7, text=TEXT).id == "7"
        assert one(id=7, isi=TEXT).id == "-:1"

    @pytest.mark.parametrize("value", [118, True, {"a": 1}, [1], {"sections": 3}, {"sections": [3]}, {"rendered": 3}])
    def test_what_is_no_text_is_told(self, value: object) -> None:
        (found,) = read("-", stdin=line(isi=value))
        assert isinstance(found, ReadError)

    @given(
        st.dictionaries(
            st.sampled_from(
                ["text", "isi", "body", "content", "html", "title", "judul", "url", "source", "date", "tanggal", "id"]
            ),
            st.recursive(
                st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
                lambda inner: (
                    st.lists(inner, max_size=3)
                    | st.dictionaries(st.sampled_from(["rendered", "summary", "sections", "paragraphs"]), inner, max_size=3)
                ),
            ),
        )
    )
    def test_whatever_is_under_them_gives_an_article_or_an_error(self, fields: dict[str, Any]) -> None:
        assert len(read("-", stdin=line(**fields))) == 1

    def test_a_record_without_text_is_told_with_its_keys(self) -> None:
        assert errors(read("-", stdin=line(id="x", ringkasan="y"))) == [
            "-:1: no article text; its keys are 'id', 'ringkasan'; name the one that holds it with --map text=KEY"
        ]


class TestDay:
    def test_the_record_goes_before_the_text_and_the_text_before_the_address(self) -> None:
        text, url = "JAKARTA, 27 Desember 2023 - 118 klien.", "https://a.id/2023/12/26/x"
        found = one(text=text, url=url, published="2023-12-28")
        assert (found.published, found.published_from) == (DAY, "metadata")
        found = one(text=text, url=url)
        assert (found.published, found.published_from) == (date(2023, 12, 27), "dateline")
        found = one(text=TEXT, url=url)
        assert (found.published, found.published_from) == (date(2023, 12, 26), "url")
        found = one(text=TEXT)
        assert (found.published, found.published_from) == (None, None)


class TestSource:
    def test_it_tells_file_record_bytes_encoding_and_form(self) -> None:
        Path("a.jsonl").write_bytes(b"\n" + line(text=TEXT) + b'{"text": "\x93118\x94"}\r\n')
        lines = Path("a.jsonl").read_bytes().split(b"\n")
        found = [item.source for item in read_articles(["a.jsonl"], BytesIO()) if isinstance(item, Article)]
        assert found == [
            Source("a.jsonl", 2, sha256(lines[1]).hexdigest(), "utf-8", "JSON Lines"),
            Source("a.jsonl", 3, sha256(lines[2].rstrip()).hexdigest(), "windows-1252", "JSON Lines"),
        ]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_a_files_bytes_are_all_of_its_bytes(self, encoding: str) -> None:
        Path("a.txt").write_bytes(TEXT.encode(encoding))
        (found,) = read_articles(["a.txt"], BytesIO())
        assert isinstance(found, Article)
        assert found.source == Source("a.txt", None, sha256(TEXT.encode(encoding)).hexdigest(), encoding, "text")


class TestMap:
    def test_a_field_is_taken_from_the_key_that_is_told(self) -> None:
        stdin = line(
            isi="salah",
            badan=TEXT,
            kepala="T",
            title="salah",
            url="salah",
            alamat="x",
            date="1/1/2020",
            kapan="28/12/2023",
            no=7,
        )
        mapping = {"text": "Badan", "title": "kepala", "url": "alamat", "published": "KAPAN", "id": "no"}
        assert articles("-", stdin=stdin, mapping=mapping) == [Article("7", TEXT, "T", "x", DAY)]

    def test_a_key_may_be_within_another(self) -> None:
        stdin = line(data={"berita": {"isi": TEXT}}, judul="T")
        assert articles("-", stdin=stdin, mapping={"text": "data.berita.isi"}) == [Article("-:1", TEXT, "T")]

    def test_only_that_key_is_looked_at(self) -> None:
        assert errors(read("-", stdin=line(text=TEXT, badan=""), mapping={"text": "badan"})) == [
            "-:1: no article text; there is nothing under 'badan'"
        ]

    @pytest.mark.parametrize("command", ["extract", "explain"])
    def test_commands_take_it(self, command: str) -> None:
        Path("a.csv").write_text(f"nomor,badan\n1,{TEXT}\n")
        assert run(command, "a.csv").returncode == 2
        done = run(command, "a.csv", "--map", "text=badan")
        assert (done.returncode, complaints(done.stderr)) == (0, "")
        assert "rehabilitasi.klien" in done.stdout

    @pytest.mark.parametrize("given", ["isi", "isi=text", "text=", "=isi", "texte=isi"])
    def test_what_maps_nothing_is_told(self, given: str) -> None:
        done = run("extract", "-", "--map", given)
        assert done.returncode == 2
        assert "write FIELD=KEY, where FIELD is text, title, url, published or id" in done.stderr


class TestCommand:
    def test_it_tells_form_keys_values_and_what_is_not_read(self) -> None:
        Path("a.csv").write_text(
            f'judul;isi;tanggal;source;waktu_scraping;kategori\nT;"{TEXT}";28 Des 2023;Kabar;2024-01-01;x\n',
            encoding="utf-8-sig",
        )
        done = run("columns", "a.csv")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines() == [
            "a.csv: CSV separated by semicolons, utf-8-sig",
            '  text       isi             "BNN Kota Cilegon merehabilitasi 118 klien pada 2023."',
            '  title      judul           "T"',
            "  url        -               -",
            "  published  tanggal         2023-12-28 (from the record)",
            "  id         -               a.csv:1",
            "not read",
            "             source          the outlet, no address",
            "             waktu_scraping  a time, but not that of publication",
            "             kategori        not needed",
        ]

    def test_it_shows_what_a_map_does(self) -> None:
        Path("a.jsonl").write_bytes(line(badan=TEXT, judul="T"))
        done = run("columns", "a.jsonl", "--map", "text=badan")
        assert done.returncode == 0
        assert '  text       badan  "BNN Kota' in done.stdout

    def test_it_reads_standard_input(self) -> None:
        done = run("columns", "-", stdin=TEXT.encode())
        assert (done.returncode, done.stdout.splitlines()[0]) == (0, "-: text, utf-8")

    def test_no_text_is_an_error(self) -> None:
        Path("a.json").write_text(json.dumps([{"ringkasan": "x"}]))
        done = run("columns", "a.json")
        assert done.returncode == 2
        assert "no article text; its keys are 'ringkasan'" in done.stderr
        assert "ringkasan  not needed" in done.stdout

    @pytest.mark.parametrize("make", [lambda: None, lambda: Path("a.csv").touch(), lambda: Path("a.csv").mkdir()])
    def test_nothing_to_read_is_an_error(self, make: Any) -> None:
        make()
        done = run("columns", "a.csv")
        assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (2, "", 1)


def test_999_good_records_and_a_broken_one_give_999_results_and_exit_code_2() -> None:
    records = [line(id=str(number), text=TEXT) for number in range(1000)]
    records[500] = records[500][:-5] + b"\n"
    done = run("extract", "--format", "jsonl", "-", stdin=b"".join(records))
    assert done.returncode == 2
    assert len({json.loads(row)["article"] for row in done.stdout.splitlines()}) == 999
    assert [told.partition(": ")[0] for told in complaints(done.stderr).splitlines()] == ["-:501"]
