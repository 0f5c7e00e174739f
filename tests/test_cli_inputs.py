"""The program as installed, and what it is given to read: what cannot be read is told, and the rest is done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
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
            (_empty_folder, "news: no .txt, .jsonl, .ndjson or .jl file in this folder; give one that holds articles"),
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
        assert (done.returncode, done.stdout) == (2, "[]\n")
        assert complaints(done.stderr) == "-: nothing in it to read; give a file with text\n"
