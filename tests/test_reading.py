from __future__ import annotations

import gzip
import json
import os
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reads import articles, errors, line, read

from bnnextract.model import Article
from bnnextract.reading import limits, read_articles

INPUTS = Path(__file__).parent / "inputs"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


class TestNames:
    def test_a_file_goes_by_its_path_as_given(self) -> None:
        Path("news").mkdir()
        Path("news/a.txt").write_text("118 klien")
        assert [article.id for article in articles("news/a.txt")] == ["news/a.txt"]

    def test_files_of_a_folder_go_by_their_path_from_there_sorted(self, tmp_path: Path) -> None:
        for name in ("b.txt", "a/z.txt", "a.txt", "a-1/x.txt", "a/b/c.txt", "A.TXT"):
            (tmp_path / "news" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "news" / name).write_text(name)
        found = articles(tmp_path / "news")
        assert [article.id for article in found] == ["A.TXT", "a-1/x.txt", "a.txt", "a/b/c.txt", "a/z.txt", "b.txt"]
        assert all(article.text == article.id for article in found)

    def test_an_object_goes_by_its_id_else_by_path_and_line(self) -> None:
        Path("news").mkdir()
        lines = line(id="x", text="satu") + b"\n" + line(text="dua") + line(id=None, text="tiga") + line(id=7, text="empat")
        Path("news/all.jsonl").write_bytes(lines)
        assert [article.id for article in articles("news/all.jsonl")] == [
            "x",
            "news/all.jsonl:3",
            "news/all.jsonl:4",
            "7",
        ]
        assert [article.id for article in articles("news")] == ["x", "all.jsonl:3", "all.jsonl:4", "7"]

    def test_standard_input_goes_by_a_dash(self) -> None:
        assert [article.id for article in articles("-", stdin=b"118 klien")] == ["-"]
        assert [article.id for article in articles("-", stdin=line(text="a") * 2)] == ["-:1", "-:2"]

    def test_the_second_article_of_a_name_is_an_error(self) -> None:
        Path("a.jsonl").write_bytes(line(id="x", text="satu") + line(id="y", text="dua") + line(id="x", text="tiga"))
        found = read("a.jsonl")
        assert [item.text for item in found if isinstance(item, Article)] == ["satu", "dua"]
        assert errors(found) == ["a.jsonl:3: an article named 'x' was read before; names must differ, rename one"]

    def test_a_file_given_twice_is_an_error(self) -> None:
        Path("a.txt").write_text("118 klien")
        assert len(errors(read("a.txt", "a.txt"))) == 1

    def test_many_names_are_told_apart(self) -> None:
        lines = b"".join(line(id=str(number), text="a") for number in range(5000))
        assert len(articles("-", stdin=lines)) == 5000


class TestForms:
    @pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.jl", "A.JSONL", "a.json", "a.dat", "a"])
    def test_lines_of_json_are_articles(self, name: str) -> None:
        Path(name).write_bytes(line(id="1", text="satu") + line(id="2", text="dua"))
        assert [article.text for article in articles(name)] == ["satu", "dua"]

    def test_blank_lines_before_and_between_are_passed_over_and_counted(self) -> None:
        Path("a").write_bytes(b"\n \n" + line(text="satu") + b"\r\n" + line(text="dua"))
        assert [article.id for article in articles("a")] == ["a:3", "a:5"]

    @pytest.mark.parametrize("name", ["a.txt", "a.md", "a"])
    def test_other_text_is_one_article(self, name: str) -> None:
        Path(name).write_text("\n\n  118 klien\n{ bukan JSON")
        assert [article.text for article in articles(name)] == ["\n\n  118 klien\n{ bukan JSON"]

    def test_what_it_holds_tells_more_than_its_name(self) -> None:
        Path("a.txt").write_bytes(line(text="satu"))
        assert articles("a.txt") == [Article("a.txt:1", "satu")]

    @pytest.mark.parametrize("text", ['{"text": "satu"', '{"a"} 118', "{118}", "[118]", '["118"]', "[FOTO] 118 klien"])
    def test_a_text_is_no_json_because_it_begins_so(self, text: str) -> None:
        Path("a.txt").write_text(text)
        assert articles("a.txt") == [Article("a.txt", text)]

    def test_a_brace_makes_standard_input_json(self) -> None:
        assert "broken JSON" in errors(read("-", stdin=b" {118 klien\n"))[0]

    def test_a_brace_alone_does_not_make_a_file_json(self) -> None:
        Path("a.md").write_text("{118 klien}\n")
        assert articles("a.md")[0].text == "{118 klien}\n"

    def test_a_folder_gives_its_articles_only(self) -> None:
        for name in ("a.txt", "b.log", ".c.txt", ".git/d.txt", "e.csv.tmp", "f", "g.pdf.gz"):
            Path("news", name).parent.mkdir(parents=True, exist_ok=True)
            Path("news", name).write_text("118 klien")
        assert [article.id for article in articles("news")] == ["a.txt"]

    def test_articles_come_before_the_input_ends(self) -> None:
        reader, writer = os.pipe()
        os.write(writer, line(id="first", text="satu"))
        with os.fdopen(reader, "rb") as stream:
            found = next(read_articles(["-"], stream))
            os.close(writer)
        assert isinstance(found, Article)
        assert found.id == "first"


class TestFields:
    def test_all_keys(self) -> None:
        lines = line(id="x", title="T", url="https://a.id", published="2024-12-30", text="118", other=[1])
        assert articles("-", stdin=lines) == [Article("x", "118", "T", "https://a.id", date(2024, 12, 30))]

    def test_what_is_null_or_empty_is_not_known(self) -> None:
        lines = line(id="x", title="", url=None, published="", text="")
        assert articles("-", stdin=lines) == [Article("x", "")]

    @pytest.mark.parametrize(
        "written",
        ["2024-12-30", "2024-12-30T23:59:00", "2024-12-30 08:00:00", "2024-12-30T23:30:00+07:00", "2024-12-30T00:00Z"],
    )
    def test_the_day_of_publication_is_the_day_as_written(self, written: str) -> None:
        assert articles("-", stdin=line(text="a", published=written))[0].published == date(2024, 12, 30)

    @pytest.mark.parametrize(
        ("written", "told"),
        [
            (line(text="a", published="30/12/2024"), "'published' is '30/12/2024', no ISO date"),
            (line(text="a", published="2024-02-30"), "'published' is '2024-02-30', no ISO date"),
            (line(text="a", published=20241230), "'published' is no text"),
            (line(text="a", title=["T"]), "'title' is no text"),
            (line(text=118), "'text' is no text"),
            (line(text="a", id=True), "'id' is no text"),
            (line(id="x"), "no article text; its keys are 'id'"),
            (line(id="x", text=None), "no article text"),
            (b'["a"]\n', "no JSON object"),
            (b'{"text": "a"\n', "broken JSON: Expecting ',' delimiter at column 14"),
            (b'{"text": "a\n', "broken JSON: Invalid control character at column 12"),
            (b'{"text": "a"} {"text": "b"}\n', "broken JSON: Extra data at column 15"),
            (b'{"text": ' + b"[" * 100_000 + b"\n", "JSON with a number or a nesting too long to be read"),
            (b'{"text": ' + b"1" * 5000 + b"}\n", "JSON with a number or a nesting too long to be read"),
            (b'{"text": "\x81"}\n', "byte 0x81 is neither UTF-8 nor Windows-1252"),
        ],
        ids=[
            *("day-first", "no-day", "number-as-date", "list-as-title", "number-as-text", "truth-as-id", "no-text"),
            *("null-text", "list", "unclosed", "unclosed-text", "two-objects", "deep", "long-number", "bytes"),
        ],
    )
    def test_a_faulty_line_is_told_and_the_next_one_read(self, written: bytes, told: str) -> None:
        Path("a.jsonl").write_bytes(b"\n" + written + line(id="x", text="dua"))
        found = read("a.jsonl")
        assert found[1:] == [Article("x", "dua")]
        assert str(found[0]).startswith(f"a.jsonl:2: {told}; ")


class TestDecoding:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    def test_a_text_is_decoded(self, encoding: str) -> None:
        Path("a.txt").write_bytes("“118” klien – ½\r\nbaris\rdua\n".encode(encoding))
        assert articles("a.txt")[0].text == "“118” klien – ½\r\nbaris\rdua\n"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
    @pytest.mark.parametrize("name", ["a.jsonl", "a", "-"])
    def test_lines_are_decoded(self, encoding: str, name: str) -> None:
        data = '{"id": "1", "text": "“118”"}\n\n{"id": "2", "text": "½"}\n'.encode(encoding)
        if name != "-":
            Path(name).write_bytes(data)
        assert [article.text for article in articles(name, stdin=data)] == ["“118”", "½"]

    def test_big_endian(self) -> None:
        Path("a.txt").write_bytes(b"\xfe\xff" + "118 klien".encode("utf-16-be"))
        assert articles("a.txt")[0].text == "118 klien"

    @pytest.mark.parametrize(
        ("data", "told"),
        [
            (b"satu\nd\x81a", "a.txt:2: byte 0x81 is neither UTF-8 nor Windows-1252; save it as UTF-8"),
            (b"satu\x1f\xff", "a.txt:1: byte 0x1f is neither UTF-8 nor Windows-1252; save it as UTF-8"),
            (b"\x1f\x8b\x08\x00\xff\xe0", "a.txt: a broken gzip file ("),
            (b"\xff\xfea", "a.txt: broken UTF-16 at byte 2; save it as UTF-8"),
            ("a\nb".encode("utf-16-le"), "a.txt:1: a NUL character, which no text has; if it is UTF-16 without a byte"),
            (b"", "a.txt: nothing in it to read; give a file with text"),
            (b"\xef\xbb\xbf", "a.txt: nothing in it to read; give a file with text"),
            (b" \r\n ", "a.txt: nothing in it to read; give a file with text"),
        ],
        ids=["binary", "control", "gzip", "half", "no-mark", "empty", "mark-only", "blank"],
    )
    def test_what_is_no_text_is_told(self, data: bytes, told: str) -> None:
        Path("a.txt").write_bytes(data)
        (found,) = errors(read("a.txt"))
        assert found.startswith(told)

    @pytest.mark.parametrize("name", ["a.jsonl", "a"])
    @pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"])
    def test_an_empty_file_is_told(self, name: str, data: bytes) -> None:
        Path(name).write_bytes(data)
        assert errors(read(name)) == [f"{name}: nothing in it to read; give a file with text"]

    def test_half_a_surrogate_pair_becomes_one_replacement(self) -> None:
        (article,) = articles("-", stdin=b'{"id": "\\udc80", "title": "\\ud83d", "text": "a\\ud800b\\ud83d\\ude00c"}\n')
        assert article == Article("\ufffd", "a\ufffdb\U0001f600c", "\ufffd")

    @given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), min_size=1))
    def test_a_text_comes_through_as_it_is(self, text: str) -> None:
        if not text.strip():
            return
        Path("a.txt").write_bytes(text.encode())
        Path("a.jsonl").write_bytes(json.dumps({"id": "x", "text": text}, ensure_ascii=False).encode())
        assert [article.text for article in articles("a.txt", "a.jsonl")] == [text, text]

    @given(st.binary())
    def test_any_bytes_give_an_article_or_an_error(self, data: bytes) -> None:
        for name in ("a.txt", "a.jsonl", "a.dat", "a.json", "a.csv", "a.xml", "a.xlsx", "a.gz", "a.html"):
            Path(name).write_bytes(data)
            assert read(name)
        assert read("-", stdin=data)


class TestDamage:
    """What scrapers write, damaged somewhere, plain and compressed: told of, never a crash."""

    FILES = sorted(
        path for path in (Path(__file__).parent / "inputs").rglob("*") if path.suffix not in {".py", ".pyc", ".html"}
    )

    @given(st.sampled_from(FILES), st.integers(0, 10_000), st.integers(0, 200), st.binary(max_size=5), st.booleans())
    def test_it_gives_articles_or_errors(self, path: Path, at: int, cut: int, put: bytes, compressed: bool) -> None:  # noqa: FBT001
        data = path.read_bytes()
        data = gzip.compress(data) if compressed else data
        at = min(at, len(data))
        damaged = data[:at] + put + data[at + cut :]
        Path(path.name).write_bytes(damaged)
        assert read(path.name)
        assert read("-", stdin=damaged)


class TestSize:
    @pytest.fixture(autouse=True)
    def _small(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "LARGEST", 100)
        monkeypatch.setattr(limits, "CHUNK", 16)

    @pytest.mark.parametrize("end", [b"\n", b""])
    @pytest.mark.parametrize("size", [101, 102, 115, 116, 117, 118, 500])
    def test_a_line_that_is_too_long_is_passed_over(self, size: int, end: bytes) -> None:
        long = b'{"text": "' + b"a" * (size - 12) + b'"}' + end
        Path("a.jsonl").write_bytes(line(id="1", text="satu") + long + (line(id="2", text="dua") if end else b""))
        found = read("a.jsonl")
        assert [item.text for item in found if isinstance(item, Article)] == (["satu", "dua"] if end else ["satu"])
        assert [error.split(" the ")[0] for error in errors(found)] == ["a.jsonl:2: is larger than"]

    def test_a_line_may_be_as_long_as_that(self) -> None:
        Path("a.jsonl").write_bytes(b'{"text": "' + b"a" * 87 + b'"}\n' + line(text="dua"))
        assert [len(article.text) for article in articles("a.jsonl")] == [87, 3]

    @pytest.mark.parametrize("name", ["a.txt", "a", "-"])
    @pytest.mark.parametrize("sign", [b"a", b"\n", b"a\n", "½".encode("cp1252")])
    def test_a_text_that_is_too_large_is_told(self, name: str, sign: bytes) -> None:
        if name != "-":
            Path(name).write_bytes(sign * 101)
        (found,) = errors(read(name, stdin=sign * 101))
        assert found.startswith(f"{name}: is larger than")

    def test_a_utf_16_file_that_is_too_large_is_told(self) -> None:
        Path("a.jsonl").write_bytes((line(text="a") * 20).decode().encode("utf-16"))
        (found,) = errors(read("a.jsonl"))
        assert found.startswith("a.jsonl: is larger than")


class TestFiles:
    def test_what_is_not_there_is_told_and_the_rest_is_read(self) -> None:
        Path("a.txt").write_text("118 klien")
        found = read("none.txt", "a.txt", "gone/b.jsonl")
        assert [item.id for item in found if isinstance(item, Article)] == ["a.txt"]
        assert errors(found) == [
            "none.txt: No such file or directory; check the path",
            "gone/b.jsonl: No such file or directory; check the path",
        ]

    def test_a_folder_without_articles_is_told(self) -> None:
        Path("news/sub").mkdir(parents=True)
        Path("news/sub/spider.py").write_text("118 klien")
        assert errors(read("news")) == [
            "news: no file in this folder that may hold articles (.txt, .jsonl, .csv, .html and so on); give one that does"
        ]

    def test_a_file_to_be_left_is_passed_over_in_folders_alone(self) -> None:
        Path("news").mkdir()
        for name in ("a.txt", "b.txt"):
            Path("news", name).write_text("118 klien")
        leave = [Path("news/a.txt").resolve(), Path("none.txt")]
        found = read_articles(["news", "news/a.txt"], BytesIO(), leave)
        assert [item.id for item in found if isinstance(item, Article)] == ["b.txt", "news/a.txt"]

    def test_a_link_that_leads_nowhere_is_told(self) -> None:
        Path("news").mkdir()
        Path("news/a.txt").symlink_to("none.txt")
        Path("news/b.txt").write_text("118 klien")
        found = read("news")
        assert errors(found) == ["news/a.txt: No such file or directory; check the path"]
        assert [item.id for item in found if isinstance(item, Article)] == ["b.txt"]

    def test_a_link_to_the_folder_itself_does_not_go_round(self) -> None:
        Path("news").mkdir()
        Path("news/again").symlink_to(".")
        Path("news/b.txt").write_text("118 klien")
        assert [article.id for article in articles("news")] == ["b.txt"]

    def test_a_folder_named_like_a_file_is_a_folder(self) -> None:
        Path("news/a.txt").mkdir(parents=True)
        Path("news/a.txt/b.txt").write_text("118 klien")
        assert [article.id for article in articles("news")] == ["a.txt/b.txt"]
        assert [article.id for article in articles("news/a.txt")] == ["b.txt"]

    def test_a_pipe_in_a_folder_is_passed_over(self) -> None:
        Path("news").mkdir()
        os.mkfifo("news/a.txt")
        Path("news/b.txt").write_text("118 klien")
        assert [article.id for article in articles("news")] == ["b.txt"]

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_a_file_that_may_not_be_read_is_told(self) -> None:
        Path("a.txt").touch(mode=0)
        assert errors(read("a.txt")) == ["a.txt: Permission denied; ask for the right to read it"]

    def test_a_name_too_long_is_told(self) -> None:
        assert "File name too long" in errors(read("a" * 300 + ".txt"))[0]

    def test_an_error_is_one_line_whatever_the_name(self) -> None:
        assert errors(read("a\nb\x1b.txt")) == ["a\\nb\\x1b.txt: No such file or directory; check the path"]
