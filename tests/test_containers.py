"""Compressed files and archives: what is in them is read as if it were there, and no bomb goes off."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import os
import sys
import tarfile
import tracemalloc
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from reads import articles, errors, line, read

from bnnextract.model import Article
from bnnextract.reading import limits, read_articles

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

TEXT = b"118 klien"
COMPRESS: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "bz2": bz2.compress, "zst": zstd.compress}


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    stream = BytesIO()
    with tarfile.open(fileobj=stream, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, BytesIO(data))
    stream.seek(0)
    return stream.read()


ARCHIVE: dict[str, Callable[[dict[str, bytes]], bytes]] = {
    "zip": zipped,
    "tar": tarred,
    "tar.gz": lambda files: gzip.compress(tarred(files)),
    "tgz": lambda files: tarred(files, "w:gz"),
    "tar.bz2": lambda files: tarred(files, "w:bz2"),
    "tar.zst": lambda files: zstd.compress(tarred(files)),
    "zip.gz": lambda files: gzip.compress(zipped(files)),
}


class TestCompressed:
    @pytest.mark.parametrize("ending", COMPRESS)
    def test_a_file_is_read_as_if_it_were_not(self, ending: str) -> None:
        Path(f"a.txt.{ending}").write_bytes(COMPRESS[ending](TEXT))
        Path(f"a.jsonl.{ending}").write_bytes(COMPRESS[ending](line(text="satu") + line(text="dua")))
        Path(f"a.csv.{ending}").write_bytes(COMPRESS[ending](b"isi\n120 klien\n"))
        found = articles(f"a.txt.{ending}", f"a.jsonl.{ending}", f"a.csv.{ending}")
        assert found == [
            Article(f"a.txt.{ending}", "118 klien"),
            Article(f"a.jsonl.{ending}:1", "satu"),
            Article(f"a.jsonl.{ending}:2", "dua"),
            Article(f"a.csv.{ending}:1", "120 klien"),
        ]

    @pytest.mark.parametrize("ending", COMPRESS)
    def test_its_content_tells_whatever_its_name(self, ending: str) -> None:
        Path("a.txt").write_bytes(COMPRESS[ending](TEXT))
        assert articles("a.txt", "-", stdin=COMPRESS[ending](TEXT)) == [
            Article("a.txt", "118 klien"),
            Article("-", "118 klien"),
        ]

    def test_parts_one_after_another_are_one_file(self) -> None:
        stdin = b"".join(gzip.compress(line(text=text)) for text in ("satu", "dua"))
        assert [article.text for article in articles("-", stdin=stdin)] == ["satu", "dua"]

    @pytest.mark.parametrize("ending", COMPRESS)
    def test_one_that_was_cut_off_gives_what_is_whole_and_an_error(self, ending: str) -> None:
        data = b"".join(line(id=str(number), text=os.urandom(500).hex()) for number in range(1000))
        Path(f"a.jsonl.{ending}").write_bytes(COMPRESS[ending](data)[:-1000])
        found = read(f"a.jsonl.{ending}")
        # Bzip2 is compressed in blocks of up to 900 kB, none of which is whole where one was cut in two.
        assert sum(isinstance(item, Article) for item in found) >= (1 if ending == "bz2" else 500)
        form = {"gz": "gzip", "bz2": "bzip2", "zst": "zstd"}[ending]
        assert [error.partition(" (")[0] for error in errors(found)] == [f"a.jsonl.{ending}: a broken {form} file"]

    def test_articles_come_before_the_input_ends(self) -> None:
        reader, writer = os.pipe()
        compressor = gzip.GzipFile(fileobj=(held := BytesIO()), mode="w")
        compressor.write(line(id="first", text="satu") * 1)
        compressor.write(b" " * 1000)
        compressor.flush()
        os.write(writer, held.getvalue())
        os.close(writer)
        with os.fdopen(reader, "rb") as stream:
            found = next(read_articles(["-"], stream))
        assert isinstance(found, Article)
        assert found.id == "first"


class TestArchives:
    @pytest.mark.parametrize("ending", ARCHIVE)
    @pytest.mark.parametrize("name", ["file", "-"])
    def test_its_files_go_by_their_path_in_it(self, ending: str, name: str) -> None:
        data = ARCHIVE[ending]({"b/a.txt": TEXT, "a.jsonl": line(id="x", text="satu") + line(text="dua")})
        path = "-" if name == "-" else f"news.{ending}"
        if path != "-":
            Path(path).write_bytes(data)
        assert articles(path, stdin=data) == [
            Article(f"{path}/b/a.txt", "118 klien"),
            Article("x", "satu"),
            Article(f"{path}/a.jsonl:2", "dua"),
        ]

    @pytest.mark.parametrize("ending", ARCHIVE)
    def test_an_archive_in_an_archive_is_read(self, ending: str) -> None:
        inner = ARCHIVE[ending]({"a.txt": TEXT})
        Path("a.zip").write_bytes(zipped({f"in.{ending}": inner}))
        Path("b.tar").write_bytes(tarred({f"in.{ending}": inner, "b.txt": b"119"}))
        assert [article.id for article in articles("a.zip", "b.tar")] == [
            f"a.zip/in.{ending}/a.txt",
            f"b.tar/in.{ending}/a.txt",
            "b.tar/b.txt",
        ]

    @pytest.mark.parametrize("ending", ["zip", "tar.gz"])
    def test_other_files_in_it_are_passed_over_and_counted(self, ending: str) -> None:
        names = ("a.txt", "b.png", "c.PNG", ".d.txt", "__MACOSX/._a.txt", "e/.git/f.txt", "README")
        Path(f"news.{ending}").write_bytes(ARCHIVE[ending](dict.fromkeys(names, TEXT)))
        passed_over: Counter[str] = Counter()
        found = list(read_articles([f"news.{ending}"], BytesIO(), passed_over=passed_over))
        assert [item.id for item in found if isinstance(item, Article)] == [f"news.{ending}/a.txt"]
        assert len(found) == 1
        assert passed_over == {".png": 2, "no ending": 1}

    @pytest.mark.parametrize("ending", ARCHIVE)
    def test_a_broken_file_in_it_is_told_and_the_next_one_read(self, ending: str) -> None:
        Path(f"n.{ending}").write_bytes(
            ARCHIVE[ending]({"a.txt": TEXT, "b.txt": b"\x81", "c.txt.gz": b"\x1f\x8bx", "d.txt": TEXT})
        )
        found = read(f"n.{ending}")
        assert [item.id for item in found if isinstance(item, Article)] == [f"n.{ending}/a.txt", f"n.{ending}/d.txt"]
        assert [error.partition(": ")[0] for error in errors(found)] == [f"n.{ending}/b.txt:1", f"n.{ending}/c.txt.gz"]

    @pytest.mark.parametrize("ending", ARCHIVE)
    def test_one_that_was_cut_off_is_told(self, ending: str) -> None:
        Path(f"n.{ending}").write_bytes(ARCHIVE[ending]({"a.txt": os.urandom(5000).hex().encode()})[:3000])
        assert len(errors(read(f"n.{ending}"))) == 1

    @pytest.mark.parametrize("ending", ARCHIVE)
    def test_one_without_articles_is_told(self, ending: str) -> None:
        Path(f"n.{ending}").write_bytes(ARCHIVE[ending]({"a.png": TEXT}))
        assert errors(read(f"n.{ending}")) == [
            f"n.{ending}: no file in this archive that may hold articles; give one that does"
        ]

    def test_what_is_no_file_in_it_is_passed_over(self) -> None:
        stream = BytesIO()
        with tarfile.open(fileobj=stream, mode="w") as archive:
            for name, kind in (("l.txt", tarfile.SYMTYPE), ("h.txt", tarfile.LNKTYPE), ("d.txt", tarfile.DIRTYPE)):
                member = tarfile.TarInfo(name)
                member.type, member.linkname = kind, "/etc/passwd"
                archive.addfile(member)
            member = tarfile.TarInfo("a.txt")
            member.size = len(TEXT)
            archive.addfile(member, BytesIO(TEXT))
        assert [article.id for article in articles("-", stdin=stream.getvalue())] == ["-/a.txt"]

    def test_an_encrypted_file_is_told(self) -> None:
        data = bytearray(zipped({"a.txt": TEXT}))
        data[data.index(b"PK\x01\x02") + 8] |= 1
        assert errors(read("-", stdin=bytes(data))) == [
            "-/a.txt: encrypted; extract it with its password, and give what is in it"
        ]

    def test_a_document_of_an_office_is_told(self) -> None:
        Path("a.docx").write_bytes(zipped({"word/document.xml": b"<x/>"}))
        assert errors(read("a.docx")) == ["a.docx: a document or book; save it as text, and give that"]

    @pytest.mark.parametrize("data", [b"%PDF-1.7\n\xff", b"PAR1\0", b"\x89PNG\r\n", b"Rar!\x1a\x07\0", b"\xfd7zXZ\0\0"])
    def test_what_is_never_read_is_told_by_what_it_is(self, data: bytes) -> None:
        Path("a.txt").write_bytes(data)
        (found,) = read_articles(["a.txt"], BytesIO())
        assert not isinstance(found, Article)
        assert found.code == "unsupported"


class TestFolders:
    def test_compressed_files_and_archives_of_a_folder_are_read(self) -> None:
        Path("news").mkdir()
        for ending, compress in COMPRESS.items():
            Path(f"news/a.txt.{ending}").write_bytes(compress(TEXT))
            Path(f"news/a.{ending}").write_bytes(compress(TEXT))
            Path(f"news/a.pdf.{ending}").write_bytes(compress(TEXT))
        Path("news/b.zip").write_bytes(zipped({"a.txt": TEXT}))
        passed_over: Counter[str] = Counter()
        found = [item.id for item in read_articles(["news"], BytesIO(), passed_over=passed_over) if isinstance(item, Article)]
        assert found == ["a.bz2", "a.gz", "a.txt.bz2", "a.txt.gz", "a.txt.zst", "a.zst", "b.zip/a.txt"]
        assert passed_over == {".gz": 1, ".bz2": 1, ".zst": 1}

    def test_999_good_files_and_a_broken_one_give_999_articles_and_an_error(self) -> None:
        Path("news").mkdir()
        for number in range(999):
            Path(f"news/{number}.txt").write_bytes(TEXT)
        Path("news/500.json.gz").write_bytes(gzip.compress(json.dumps({"text": "a" * 1000}).encode())[:-10])
        found = read("news")
        assert sum(isinstance(item, Article) for item in found) == 999
        assert [error.partition(" (")[0] for error in errors(found)] == ["news/500.json.gz: a broken gzip file"]


class TestBombs:
    """Each is made anew, a thousand times smaller than what it expands to."""

    @pytest.fixture(autouse=True)
    def _small(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "FREE", 4_000_000)
        monkeypatch.setattr(limits, "LARGEST", 1_000_000)

    @pytest.mark.parametrize("ending", COMPRESS)
    @pytest.mark.parametrize("inner", ["a.jsonl", "a.json", "a.csv", "a.txt", "a.xml", "a.warc"])
    def test_a_compressed_one_is_told_in_one_line(self, ending: str, inner: str) -> None:
        begin = {
            "a.jsonl": b'{"text": "a"}\n',
            "a.json": b"[",
            "a.csv": b"isi\n",
            "a.txt": b"",
            "a.xml": b"<items>",
            "a.warc": b"WARC/1.0\r\n",
        }[inner]
        Path(f"{inner}.{ending}").write_bytes(COMPRESS[ending](begin + b" " * 50_000_000))
        found = read(f"{inner}.{ending}")
        assert len(errors(found)) == 1
        assert "larger" in errors(found)[0] or "expands to more than" in errors(found)[0] or "nothing" in errors(found)[0]

    def test_memory_stays_small(self) -> None:
        Path("a.jsonl.gz").write_bytes(gzip.compress((b" " * 99 + b"\n") * 1_000_000))
        tracemalloc.start()
        try:
            found = read("a.jsonl.gz")
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert "expands to more than" in errors(found)[0]
        assert peak < 20_000_000

    @pytest.mark.parametrize("ending", ["zip", "tar.gz", "tar.zst", "zip.gz"])
    def test_an_archive_is_told_once_whatever_is_in_it(self, ending: str) -> None:
        Path(f"a.{ending}").write_bytes(ARCHIVE[ending]({f"{number}.txt": b"a" * 900_000 for number in range(20)}))
        assert len(errors(read(f"a.{ending}"))) == 1
        assert f"a.{ending}: expands to more than" in errors(read(f"a.{ending}"))[0]

    def test_archives_in_archives_are_weighed_together(self) -> None:
        bomb = zipped({"a.txt": b"a" * 900_000})
        for _ in range(3):
            bomb = zipped({f"{number}.zip": bomb for number in range(10)})
        Path("a.zip").write_bytes(bomb)
        assert "a.zip: expands to more than" in errors(read("a.zip"))[-1]

    def test_a_file_that_lies_about_its_size_is_told(self) -> None:
        data = bytearray(zipped({"a.txt": b"a" * 900_000}))
        for place in (data.index(b"PK\x03\x04") + 22, data.index(b"PK\x01\x02") + 24):
            data[place : place + 4] = (10).to_bytes(4, "little")
        Path("a.zip").write_bytes(data)
        assert len(errors(read("a.zip"))) == 1

    def test_what_is_nested_too_deep_is_told(self) -> None:
        data = TEXT
        for _ in range(limits.DEPTH + 1):
            data = gzip.compress(data)
        assert "compressed or archived more than 8 times over" in errors(read("-", stdin=data))[0]

    def test_too_many_files_are_told(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "MEMBERS", 5)
        Path("a.zip").write_bytes(zipped({f"{number}.txt": TEXT for number in range(10)}))
        found = read("a.zip")
        assert len(errors(found)) == 1
        assert sum(isinstance(item, Article) for item in found) == 5

    def test_what_is_set_aside_has_a_limit(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(limits, "SPOOLED", 1000)
        data = zipped({"a.txt": os.urandom(5000)}, zipfile.ZIP_STORED)
        assert "may be set aside" in errors(read("-", stdin=gzip.compress(data)))[0]

    def test_a_long_name_has_a_limit(self) -> None:
        stream = BytesIO()
        with tarfile.open(fileobj=stream, mode="w", format=tarfile.GNU_FORMAT) as archive:
            archive.addfile(tarfile.TarInfo("a" * 1_000_000 + ".txt"), io.BytesIO())
        assert "a header of more than 64 kB" in errors(read("-", stdin=stream.getvalue()))[0]

    def test_news_that_compress_well_are_no_bomb(self) -> None:
        data = b"".join(line(id=str(number), text="118 klien direhabilitasi. " * 100) for number in range(5000))
        assert len(articles("-", stdin=gzip.compress(data))) == 5000
