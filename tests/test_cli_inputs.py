"""The program as installed, and what it is given to read: what cannot be read is told, and the rest is done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from program import ARTICLE, complaints, rows, run

pytestmark = pytest.mark.usefixtures("folder")


def _missing() -> str:
    return "none.txt"


def _empty_folder() -> str:
    Path("news").mkdir()
    return "news"


def _unreadable() -> str:
    Path("link.txt").symlink_to("none.txt")
    return "link.txt"


def _bytes() -> str:
    Path("bytes.txt").write_bytes(b"118 klien\n\x81\x8d")
    return "bytes.txt"


def _empty() -> str:
    Path("empty.txt").touch()
    return "empty.txt"


def _line_of_50_mb() -> str:
    with Path("long.jsonl").open("wb") as stream:
        stream.write(b'{"id": "long", "text": "')
        stream.write(b"118 klien. " * (50_000_000 // 11))
        stream.write(b'"}\n')
        stream.write(json.dumps({"id": "after", "text": ARTICLE}).encode())
    return "long.jsonl"


def _text_of_50_mb() -> str:
    Path("long.txt").write_bytes(b"118 klien. " * (50_000_000 // 11))
    return "long.txt"


def _broken_line() -> str:
    Path("broken.jsonl").write_bytes(b'\n{"id": "x"\n')
    return "broken.jsonl"


class TestUnreadable:
    @pytest.mark.parametrize(
        ("make", "told"),
        [
            (_missing, "none.txt: No such file or directory; check the path"),
            (
                _empty_folder,
                "news: no file in this folder that may hold articles (.txt, .jsonl, .csv, .html and so on); give one that does",
            ),
            (_unreadable, "link.txt: No such file or directory; check the path"),
            (_bytes, "bytes.txt:2: byte 0x81 is neither UTF-8 nor Windows-1252; save it as UTF-8"),
            (_empty, "empty.txt: nothing in it to read; give a file with text"),
            (_line_of_50_mb, "long.jsonl:1: is larger than the 32 MB that one article may have; split it"),
            (_text_of_50_mb, "long.txt: is larger than the 32 MB that one article may have; split it"),
            (
                _broken_line,
                "broken.jsonl:2: broken JSON: Expecting ',' delimiter at column 12; write one object a line",
            ),
        ],
        ids=lambda value: value.__name__.strip("_") if callable(value) else "",
    )
    @pytest.mark.parametrize("command", ["extract", "explain"])
    def test_it_is_told_in_one_line_and_the_rest_is_done(self, command: str, make: Callable[[], str], told: str) -> None:
        Path("z.txt").write_text(ARTICLE, encoding="utf-8")
        done = run(command, "a.txt", make(), "z.txt", "--format", "json")
        assert (done.returncode, complaints(done.stderr)) == (2, told + "\n")
        for name in ("a.txt", "z.txt"):
            assert f'"article": "{name}"' in done.stdout
        assert ('"after"' in done.stdout) == (make is _line_of_50_mb)

    @pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
    def test_other_encodings_are_read(self, encoding: str) -> None:
        text = f"“½ – Rp”\r\n{ARTICLE}"
        Path("a.txt").write_bytes(text.encode(encoding))
        done = run("extract", "-f", "jsonl", "a.txt")
        assert (done.returncode, [row["start"] for row in rows(done.stdout)]) == (0, [text.index("118")])

    def test_the_output_file_has_the_rest(self) -> None:
        assert run("extract", "none.txt", "a.txt", "--output", "out.csv").returncode == 2
        assert len(Path("out.csv").read_bytes().splitlines()) == 2

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_a_file_without_the_right_to_read_it(self) -> None:
        Path("b.txt").touch(mode=0)
        done = run("extract", "b.txt", "a.txt")
        assert (done.returncode, complaints(done.stderr)) == (2, "b.txt: Permission denied; ask for the right to read it\n")

    def test_closed_standard_input(self) -> None:
        script = f"exec {sys.executable} -m bnnextract extract - <&-"
        done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=False)
        assert (done.returncode, yaml.safe_load(done.stdout)) == (2, [])
        assert complaints(done.stderr) == "-: nothing in it to read; give a file with text\n"


class TestPaths:
    def test_a_pattern_stands_for_the_files_that_fit_sorted(self) -> None:
        for name in ("b2", "b1", "c", ".b0"):
            Path(f"{name}.txt").write_text(ARTICLE, encoding="utf-8")
        done = run("extract", "-f", "jsonl", "b?.txt", "[a-c].txt")
        assert [row["article"] for row in rows(done.stdout)] == ["b1.txt", "b2.txt", "a.txt", "c.txt"]

    def test_two_stars_stand_for_any_folders(self) -> None:
        Path("news/2024").mkdir(parents=True)
        for name in ("news/x.txt", "news/2024/y.txt"):
            Path(name).write_text(ARTICLE, encoding="utf-8")
        for pattern in ("news/**", "news/**/*.txt"):
            done = run("extract", "-f", "jsonl", pattern)
            assert (done.returncode, len(rows(done.stdout))) == (0, 2), done.stderr

    def test_a_name_with_a_wildcard_in_it_is_itself(self) -> None:
        Path("[a].txt").write_text(ARTICLE, encoding="utf-8")
        assert [row["article"] for row in rows(run("extract", "-f", "jsonl", "[a].txt").stdout)] == ["[a].txt"]

    def test_a_pattern_that_nothing_fits_is_told(self) -> None:
        done = run("extract", "a.txt", "none-*.txt")
        assert (done.returncode, complaints(done.stderr)) == (2, "none-*.txt: No such file or directory; check the path\n")

    @pytest.mark.parametrize(
        ("listed", "names"),
        [
            (b"b.txt\na.txt\n", ["b.txt", "a.txt"]),
            (b"b.txt\r\n\r\na.txt", ["b.txt", "a.txt"]),
            (b"c\nd.txt\0a.txt\0", ["c\nd.txt", "a.txt"]),
            (b"-\n[b].txt\n", ["-", "[b].txt"]),
            (b"\xc3\xa9.txt\n", ["é.txt"]),
        ],
        ids=["lines", "lines of Windows", "NULs", "names that mean something", "UTF-8"],
    )
    @pytest.mark.parametrize("command", ["extract", "explain"])
    def test_a_list_of_paths(self, command: str, listed: bytes, names: list[str]) -> None:
        for name in ("b.txt", "c\nd.txt", "-", "[b].txt", "é.txt"):
            Path(name).write_text(ARTICLE, encoding="utf-8")
        Path("list").write_bytes(listed)
        for arguments in (["list"], ["-"]):
            done = run(command, "--format", "json", "--files-from", *arguments, stdin=listed)
            assert (done.returncode, complaints(done.stderr)) == (0, "")
            positions = [done.stdout.index(f'"article": {json.dumps(name, ensure_ascii=False)}') for name in names]
            assert len(positions) == done.stdout.count('"article": ')

    def test_paths_come_before_those_of_the_list(self) -> None:
        Path("b.txt").write_text(ARTICLE, encoding="utf-8")
        Path("list").write_text("a.txt\n", encoding="utf-8")
        done = run("extract", "-f", "jsonl", "b.txt", "--files-from", "list")
        assert [row["article"] for row in rows(done.stdout)] == ["b.txt", "a.txt"]

    def test_what_is_missing_of_a_list_is_told_one_by_one(self) -> None:
        Path("list").write_text("none.txt\na.txt\nnull.txt\n", encoding="utf-8")
        done = run("extract", "-f", "jsonl", "--files-from", "list")
        assert (done.returncode, len(rows(done.stdout))) == (2, 1)
        assert [line.partition(":")[0] for line in complaints(done.stderr).splitlines()] == ["none.txt", "null.txt"]

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["--files-from", "none"], "'none' does not exist"),
            (["--files-from", "empty"], "empty: no path in it; write one a line"),
            (["--files-from", "-"], "-: no path in it; write one a line"),
            (["--files-from", "-", "-"], "standard input cannot be both the list of --files-from and an article"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_a_list_that_is_none(self, arguments: list[str], told: str) -> None:
        Path("empty").write_text("\n", encoding="utf-8")
        done = run("extract", *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert told in done.stderr

    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_one_broken_file_of_a_thousand(self, jobs: str) -> None:
        Path("news").mkdir()
        for number in range(1000):
            Path(f"news/{number:03}.txt").write_text(ARTICLE, encoding="utf-8")
        Path("news/500.txt").write_bytes(b"118 klien \x81")
        done = run("extract", "-f", "jsonl", "-j", jobs, "news")
        assert (done.returncode, len({row["article"] for row in rows(done.stdout)})) == (2, 999)
        assert complaints(done.stderr) == "news/500.txt:1: byte 0x81 is neither UTF-8 nor Windows-1252; save it as UTF-8\n"
        assert "999 articles read: 999 with statistics, 0 without; 999 statistics; 1 input skipped" in done.stderr


WRITTEN = (
    ("extract", ".", "-q", "-o", "stat.csv", "--resume", "ledger.jsonl"),
    ("extract", ".", "-q", "-o", "excel.csv", "-f", "csv-excel"),
    ("extract", ".", "-q", "-o", "wide.csv", "--wide"),
    ("extract", ".", "-q", "-o", "wide-excel.csv", "--wide", "-f", "csv-excel"),
    ("extract", ".", "-q", "-o", "stat.jsonl"),
    ("extract", ".", "-q", "-o", "stat.json"),
    ("extract", ".", "-q", "-o", "stat.xlsx"),
    ("extract", ".", "none.txt", "-q", "-o", "/dev/null", "--errors", "errors.jsonl"),
)
SHOWN = (("schema",), ("schema", "--format", "jsonl"), ("explain", "--format", "json", "a.txt"))


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with an article and with what the program wrote of it, one file after another."""
    here = tmp_path_factory.mktemp("here")
    (here / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (here / "b.json").write_text(json.dumps([{"year": 2024, "text": "118 klien"}], indent=2), encoding="utf-8")
    for arguments in WRITTEN:
        run(*arguments, cwd=here)
    for number, shown in enumerate(SHOWN):
        (here / f"shown{number}.json").write_text(run(*shown, cwd=here).stdout, encoding="utf-8")
    return here


class TestOwnFiles:
    """What earlier runs wrote into the folder that is read."""

    def test_they_are_passed_over_and_counted(self, here: Path) -> None:
        done = run("extract", ".", "-f", "jsonl", cwd=here)
        assert (done.returncode, complaints(done.stderr)) == (0, "")
        assert done.stderr.endswith("; 16 other files passed over (16 written by bnnextract)\n")
        assert [row["article"] for row in rows(done.stdout)] == ["a.txt"]

    def test_one_that_is_named_is_refused_in_one_line(self, here: Path) -> None:
        (here / "stat.yaml").write_text(run("extract", "a.txt", cwd=here).stdout, encoding="utf-8")
        names = sorted(path.name for path in here.iterdir() if path.name not in {"a.txt", "b.json"})
        done = run("extract", *names, cwd=here)
        told = "written by bnnextract, no articles; give what it was made of"
        assert (done.returncode, complaints(done.stderr)) == (2, "".join(f"{name}: {told}\n" for name in names))

    @pytest.mark.parametrize("arguments", WRITTEN, ids=" ".join)
    def test_the_same_run_replaces_what_it_wrote(self, arguments: tuple[str, ...], here: Path) -> None:
        done = run(*arguments, cwd=here)
        assert complaints(done.stderr) in ("", "none.txt: No such file or directory; check the path\n")

    @pytest.mark.parametrize("name", ["stat.csv", "excel.csv", "stat.jsonl", "stat.xlsx"])
    def test_it_is_read_where_the_user_says_what_holds_articles(self, name: str, here: Path) -> None:
        done = run("extract", name, "-f", "jsonl", "--map", "text=quote", cwd=here)
        assert (done.returncode, complaints(done.stderr)) == (0, "")
        assert [row["value"] for row in rows(done.stdout)] == [118]
