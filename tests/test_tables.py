"""Tables in every dialect, and workbooks: a record a row."""

from __future__ import annotations

import csv
from datetime import date, datetime
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reads import articles, errors, read

from bnnextract.model import Article
from bnnextract.reading import limits

TEXT = "Sebanyak 118 klien; 40 persen,\nlebih dari “target” | 100 klien.\n\nTitik."
ROWS = [["judul", "isi", "tanggal"], ["Satu", TEXT, "28/12/2023"], ["Dua", "119 klien", ""]]
FOUND = [Article("-:1", TEXT, "Satu", None, date(2023, 12, 28)), Article("-:2", "119 klien", "Dua")]


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def table(rows: list[list[str]], delimiter: str = ",", end: str = "\r\n", quoting: int = csv.QUOTE_MINIMAL) -> str:
    stream = StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return stream.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL], ids=["some", "all"])
@pytest.mark.parametrize("end", ["\r\n", "\n"], ids=["crlf", "lf"])
def test_a_table_is_read_by_its_content(delimiter: str, encoding: str, quoting: int, end: str) -> None:
    assert articles("-", stdin=table(ROWS, delimiter, end, quoting).encode(encoding)) == FOUND


@pytest.mark.parametrize("chunk", [1, 16])
def test_nothing_depends_on_how_much_is_read_at_once(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHUNK", chunk)
    assert articles("-", stdin=table(ROWS).encode()) == FOUND


def test_line_ends_of_old_are_read() -> None:
    assert articles("-", stdin=table([["isi", "judul"], ["118", "a"]], end="\r").encode()) == [Article("-:1", "118", "a")]


def test_what_excel_is_told_of_the_delimiter_is_told_to_us() -> None:
    assert articles("-", stdin=("sep=;\r\n" + table(ROWS, ";")).encode()) == FOUND


def test_a_table_of_one_column_needs_its_name() -> None:
    Path("a.csv").write_text("isi\n118 klien\n")
    assert articles("a.csv") == [Article("a.csv:1", "118 klien")]
    assert articles("-", stdin=b"isi\n118 klien\n") == [Article("-", "isi\n118 klien\n")]


@pytest.mark.parametrize("text", ["BNN, Polri; TNI\n118, 119", "isi\tdan lain\n", "a|b|c\n", "Isi, 118 klien\n118"])
def test_a_text_with_delimiters_is_no_table(text: str) -> None:
    assert [article.text for article in articles("-", stdin=text.encode())] == [text]


def test_columns_without_a_name_and_rows_without_a_cell_are_passed_over() -> None:
    assert articles("-", stdin=b",isi,judul\n0,118,a\n,,\n\n1,119,b,,\n") == [
        Article("-:1", "118", "a"),
        Article("-:2", "119", "b"),
    ]


def test_of_two_columns_of_a_name_the_first_counts() -> None:
    assert articles("-", stdin=b"isi,judul,isi\n118,a,119\n") == [Article("-:1", "118", "a")]


def test_a_text_longer_than_the_library_allows_is_read() -> None:
    text = "klien " * 50_000
    assert articles("-", stdin=table([["isi", "judul"], [text, "a"]]).encode()) == [Article("-:1", text, "a")]


def test_a_row_without_text_is_told() -> None:
    found = read("-", stdin=b"judul,isi\na,118\nb,null\nc,120\n")
    assert [item.title for item in found if isinstance(item, Article)] == ["a", "c"]
    assert errors(found) == ["-:2: no article text; there is nothing under 'isi'"]


def test_a_row_with_too_many_cells_is_told() -> None:
    found = read("-", stdin=b"judul,isi\na,118\nb,119,5 persen\nc,120\n")
    assert [item.title for item in found if isinstance(item, Article)] == ["a", "c"]
    assert errors(found)[0].startswith("-:2: 3 cells in a table of 2 columns; ")


def test_a_table_without_a_column_of_texts_is_told_once() -> None:
    Path("a.csv").write_text("nomor,ringkasan\n1,a\n2,b\n")
    assert errors(read("a.csv")) == [
        "a.csv: no column with the text of articles among 'nomor', 'ringkasan'; name it with --map text=COLUMN"
    ]
    assert len(articles("a.csv", mapping={"text": "ringkasan"})) == 2


def test_a_table_without_rows_is_told() -> None:
    Path("a.csv").write_text("judul,isi\n")
    assert errors(read("a.csv")) == ["a.csv: a table without a row; give one that holds articles"]


def test_a_quotation_mark_that_is_never_closed_is_told() -> None:
    found = read("-", stdin=b'judul,isi\na,118\nb,"119\nc,120\nd,121\n')
    assert [item.title for item in found if isinstance(item, Article)] == ["a"]
    assert errors(found) == ["-:2: a quotation mark is never closed; what follows it could not be read"]


def test_a_row_that_is_too_large_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST", 1000)
    monkeypatch.setattr(limits, "CHUNK", 64)
    found = read("-", stdin=b"judul,isi\na,118\nb," + b"a" * 5000 + b"\nc,120\n")
    assert "-:2: is larger than" in errors(found)[0]


@pytest.mark.parametrize("mark", [b"\x81", b"\0"])
def test_a_row_that_is_no_text_is_told(mark: bytes) -> None:
    found = read("-", stdin=b"judul,isi\na,118\nb," + mark + b"\nc,120\n")
    assert [item.title for item in found if isinstance(item, Article)] == ["a", "c"]
    assert errors(found)[0].startswith("-:2: ")


def test_encodings_are_told_row_by_row() -> None:
    stdin = "judul,isi\na,“118”\n".encode() + "b,“119”\n".encode("cp1252")
    assert [article.text for article in articles("-", stdin=stdin)] == ["“118”", "“119”"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1), min_size=1), st.sampled_from(",;\t|"))
def test_any_text_comes_through_a_table(texts: list[str], delimiter: str) -> None:
    texts = [f"{text} klien" for text in texts]
    rows = [["judul", "isi"], *(["T", text] for text in texts)]
    assert [article.text for article in articles("-", stdin=table(rows, delimiter).encode())] == texts


class TestWorkbooks:
    @pytest.fixture
    def book(self) -> Path:
        xlsxwriter = pytest.importorskip("xlsxwriter", reason="makes the workbooks to be read")
        with xlsxwriter.Workbook("a.xlsx") as book:
            first = book.add_worksheet("Berita")
            first.write_row(1, 1, ["judul", "isi", "tanggal", "tebal"])
            first.write_row(2, 1, ["T", "118 klien"])
            first.write_datetime(2, 3, datetime(2024, 1, 2, 3, 4), book.add_format({"num_format": "dd/mm/yyyy"}))
            first.write_row(4, 1, [2024, "119 klien", "3 Januari 2024", 1.5])
            book.add_worksheet("kosong")
            book.add_worksheet("lain").write_row(0, 0, ["nomor", "nama"])
            book.add_worksheet("dua").write_column(0, 0, ["isi", "120 klien"])
        return Path("a.xlsx")

    def test_rows_of_all_sheets_with_texts_are_articles(self, book: Path) -> None:
        assert articles(book) == [
            Article("a.xlsx:1", "118 klien", "T", None, date(2024, 1, 2)),
            Article("a.xlsx:3", "119 klien", "2024", None, date(2024, 1, 3)),
            Article("a.xlsx/dua:1", "120 klien"),
        ]

    def test_it_is_read_from_standard_input(self, book: Path) -> None:
        assert [article.id for article in articles("-", stdin=book.read_bytes())] == ["-:1", "-:3", "-/dua:1"]

    def test_columns_can_be_mapped(self, book: Path) -> None:
        assert [article.text for article in articles(book, mapping={"text": "judul"})] == ["T", "2024"]

    def test_one_without_texts_is_told(self) -> None:
        xlsxwriter = pytest.importorskip("xlsxwriter", reason="makes the workbooks to be read")
        with xlsxwriter.Workbook("a.xlsx") as book:
            book.add_worksheet().write_row(0, 0, ["nomor", "nama"])
        assert errors(read("a.xlsx"))[0].startswith("a.xlsx: no column with the text of articles among 'nomor', 'nama'")

    @pytest.mark.parametrize("size", [10, 100, 2000])
    def test_one_that_was_cut_off_is_told(self, book: Path, size: int) -> None:
        data = book.read_bytes()
        book.write_bytes(data[: len(data) - size])
        assert [error.partition(" (")[0] for error in errors(read(book))] == ["a.xlsx: a broken zip archive"]

    def test_one_that_expands_too_far_is_told(self, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "WORKBOOK", 3000)
        assert "a workbook that expands to more than" in errors(read(book))[0]
