"""JSON in whatever documents scrapers leave: every object is read, and what is broken is told."""

from __future__ import annotations

import json
import os
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reads import articles, errors, read

from bnnextract.model import Article
from bnnextract.reading import limits, read_articles

ONE, TWO, THREE = {"text": "satu"}, {"text": "dua"}, {"text": "tiga"}
ALL = ["satu", "dua", "tiga"]


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(*values: Any, indent: int | None = None) -> str:
    return "\n".join(json.dumps(value, indent=indent) for value in values)


DOCUMENTS = {
    "array": written([ONE, TWO, THREE]),
    "array of lines": "[\n" + ",\n".join(map(json.dumps, (ONE, TWO, THREE))) + "\n]",
    "indented array": written([ONE, TWO, THREE], indent=2),
    "arrays after arrays": written([ONE], [TWO, THREE]).replace("\n", ""),
    "arrays on lines": written([ONE, TWO], [THREE]),
    "empty array first": "[]" + written([ONE, TWO, THREE]),
    "objects after objects": written(ONE, TWO, THREE).replace("\n", ""),
    "indented objects": written(ONE, TWO, THREE, indent=1),
    "holder": written({"articles": [ONE, TWO, THREE]}),
    "holder with more after": written({"articles": [ONE, TWO, THREE], "total": 3, "next": {"page": None}}),
    "holder with more before": written({"status": "ok", "total": 3, "articles": [ONE, TWO, THREE]}),
    "indented holder": written({"articles": [ONE, TWO, THREE]}, indent=4),
    "indented holder with more before": written({"status": "ok", "results": [ONE, TWO, THREE]}, indent=4),
    "holders after holders": written({"data": [ONE, TWO], "page": 1}, {"data": [THREE], "page": 2}),
    "spaces": "\n\n  " + written([ONE, TWO, THREE], indent=2) + "\n \n",
}


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.dat", "a.txt", "-"])
@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_every_object_is_an_article_by_its_number(document: str, name: str) -> None:
    if name == "a.jsonl" and document == DOCUMENTS["objects after objects"]:
        pytest.skip("a line of JSON Lines has one object")
    if name != "-":
        Path(name).write_text(document)
    found = articles(name, stdin=document.encode())
    assert found == [Article(f"{name}:{number}", text) for number, text in enumerate(ALL, 1)]


@pytest.mark.parametrize("chunk", [1, 7, 64])
@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_nothing_depends_on_how_much_is_read_at_once(document: str, chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CHUNK", chunk)
    assert [article.text for article in articles("-", stdin=document.encode())] == ALL


# What is under the program's own keys must be what it says; others may have anything.
OTHER_KEYS = st.text(max_size=2).filter(lambda key: key.strip().lower() != "id")


@given(
    st.lists(st.dictionaries(OTHER_KEYS, st.none() | st.integers() | st.text() | st.lists(st.text())), min_size=1),
    st.sampled_from([None, 0, 2]),
    st.booleans(),
)
def test_any_objects_come_through_an_array(others: list[dict[str, Any]], indent: int | None, escaped: bool) -> None:  # noqa: FBT001
    records = [{**other, "text": f"teks {number}"} for number, other in enumerate(others)]
    document = json.dumps(records, indent=indent, ensure_ascii=escaped).encode("utf-8", "replace")
    assert [article.text for article in articles("-", stdin=document)] == [record["text"] for record in records]


def test_articles_come_before_the_array_ends() -> None:
    reader, writer = os.pipe()
    os.write(writer, b'[{"id": "first", "text": "satu"},\n{"id": "sec')
    with os.fdopen(reader, "rb") as stream:
        found = next(read_articles(["-"], stream))
        os.close(writer)
    assert isinstance(found, Article)
    assert found.id == "first"


def test_what_is_no_object_is_told() -> None:
    found = read("-", stdin=b'[{"text": "satu"}, "dua", 3, null, {"text": "empat"}]')
    assert [item.text for item in found if isinstance(item, Article)] == ["satu", "empat"]
    message = "no JSON object; give the article as an object with its text"
    assert errors(found) == [f"-:{number}: {message}" for number in (2, 3, 4)]


class TestBroken:
    def test_the_record_after_a_broken_one_is_read_where_it_begins_a_line(self) -> None:
        Path("a.json").write_text('[\n{"text": "satu"},\n{"text": dua},\n{"text": "tiga"}\n]')
        found = read("a.json")
        assert [item.id for item in found if isinstance(item, Article)] == ["a.json:1", "a.json:3"]
        assert errors(found) == ["a.json:2: broken JSON: Expecting value at line 3, column 10; the rest was read"]

    def test_in_an_indented_list_the_next_record_is_found_by_its_indent(self) -> None:
        records = [{"text": "satu"}, {"text": "dua", "tags": [{"name": "x"}]}, {"text": "tiga"}]
        Path("a.json").write_text(json.dumps(records, indent=2).replace('"dua"', '"dua'))
        found = read("a.json")
        assert [item.text for item in found if isinstance(item, Article)] == ["satu", "tiga"]
        assert len(errors(found)) == 1

    def test_on_one_line_what_follows_is_told_not_to_be_read(self) -> None:
        found = read("-", stdin=b'[{"text": "satu"}, {"text": dua}, {"text": "tiga"}]')
        assert [item.text for item in found if isinstance(item, Article)] == ["satu"]
        assert errors(found) == ["-:2: broken JSON: Expecting value at line 1, column 29; nothing after it was read"]

    @pytest.mark.parametrize("cut", range(1, 20))
    def test_a_file_that_was_cut_off_is_told_after_what_is_whole(self, cut: int) -> None:
        Path("a.json").write_bytes(written([ONE, TWO], indent=1).encode()[:-cut])
        found = read("a.json")
        assert 1 <= sum(isinstance(item, Article) for item in found) <= 2
        assert len(errors(found)) == 1

    def test_a_list_that_is_not_closed_is_told(self) -> None:
        found = read("-", stdin=b'[{"text": "satu"}')
        assert errors(found) == ["-:2: the list of records is not closed; the file may have been cut off here"]

    @pytest.mark.parametrize("text", ["", "x", "118 klien", "null", '"a"', "{", "[", "[[["])
    def test_a_json_file_without_an_object_is_told(self, text: str) -> None:
        Path("a.json").write_text(text)
        assert len(errors(read("a.json"))) == 1

    def test_bytes_that_are_no_utf_8_are_windows_1252_record_by_record(self) -> None:
        stdin = '[{"text": "“satu”"},'.encode() + '{"text": "“dua”"}]'.encode("cp1252")
        assert [article.text for article in articles("-", stdin=stdin)] == ["“satu”", "“dua”"]

    def test_bytes_that_are_neither_are_told(self) -> None:
        found = read("-", stdin=b'[\n{"text": "\x81"},\n{"text": "dua"}]')
        assert [item.text for item in found if isinstance(item, Article)] == ["dua"]
        assert "byte 0x81 is neither UTF-8 nor Windows-1252" in errors(found)[0]


class TestSize:
    @pytest.fixture(autouse=True)
    def _small(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "LARGEST", 1000)
        monkeypatch.setattr(limits, "CHUNK", 64)

    def test_an_array_may_be_larger_than_a_record(self) -> None:
        assert len(articles("-", stdin=json.dumps([{"text": "a" * 500}] * 20).encode())) == 20

    def test_a_record_that_is_too_large_is_told(self) -> None:
        found = read("-", stdin=written([ONE, {"text": "a" * 5000}, TWO], indent=1).encode())
        assert "-:2: is larger than" in errors(found)[0]

    def test_a_document_is_not_held_whole(self) -> None:
        """Only as much of it is read as is needed for the articles that were asked for."""
        stdin = BytesIO(json.dumps([{"text": "a" * 500}] * 2000).encode())
        next(read_articles(["-"], stdin))
        assert stdin.tell() < 10_000
