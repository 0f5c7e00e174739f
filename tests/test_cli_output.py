"""Where the program as installed writes to: files that are replaced or left alone, pipes that close, terminals."""

from __future__ import annotations

import json
import os
import pty
import resource
import signal
import subprocess
import time
from pathlib import Path

import pytest
from program import ARTICLE, PROGRAM, rows, run

from bnnextract.writing.files import replacing

pytestmark = pytest.mark.usefixtures("folder")


class TestOutput:
    def test_a_file_is_replaced(self) -> None:
        Path("out.csv").write_text("old", encoding="utf-8")
        assert run("extract", "a.txt", "--output", "out.csv").returncode == 0
        assert Path("out.csv").read_text(encoding="utf-8").startswith("article,")
        assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "out.csv", "out.datapackage.json"]

    def test_files_that_wait_are_in_nobody_s_way(self) -> None:
        with replacing(Path("b.csv")) as one, replacing(Path("c.csv")) as other:
            one.write(b"1")
            other.write(b"2")
        assert (Path("b.csv").read_text(), Path("c.csv").read_text()) == ("1", "2")

    @pytest.mark.parametrize(
        ("output", "told"),
        [
            ("none/out.csv", "none/out.csv: No such file or directory; nothing was written\n"),
            (".", ".: Is a directory; nothing was written\n"),
            ("/dev/full", "/dev/full: No space left on device; nothing was written\n"),
        ],
    )
    def test_a_file_that_cannot_be_written(self, output: str, told: str) -> None:
        done = run("extract", "a.txt", "--output", output)
        assert (done.returncode, done.stdout, done.stderr) == (2, "", told)

    @pytest.mark.parametrize("form", ["jsonl", "csv", "json", "yaml"])
    def test_a_full_disk_leaves_the_old_file(self, form: str) -> None:
        Path("out").write_text("old", encoding="utf-8")
        Path("many.jsonl").write_text(
            "".join(json.dumps({"text": ARTICLE.replace("118", str(number))}) + "\n" for number in range(200)), encoding="utf-8"
        )

        def almost_full() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

        done = run("extract", "many.jsonl", "-f", form, "--output", "out", preexec_fn=almost_full)
        assert (done.returncode, done.stderr) == (2, "out: File too large; nothing was written\n")
        assert Path("out").read_text(encoding="utf-8") == "old"
        assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "many.jsonl", "out"]

    @pytest.mark.parametrize(
        "arguments",
        [["extract", "a.txt"], ["explain", "a.txt"], ["patterns", "list"], ["extract", "--help"], ["--version"]],
        ids=" ".join,
    )
    def test_a_full_disk_on_standard_output(self, arguments: list[str]) -> None:
        with Path("/dev/full").open("wb") as full:
            done = run(*arguments, stdout=full)
        assert (done.returncode, done.stderr) == (
            2,
            "standard output: No space left on device; nothing more was written\n",
        )

    @pytest.mark.parametrize(
        "arguments",
        [
            ["extract", "-f", "jsonl", "many.jsonl"],
            ["extract", "a.txt"],
            ["explain", "many.jsonl"],
            ["patterns", "list"],
            ["extract", "--help"],
            ["--version"],
        ],
        ids=" ".join,
    )
    def test_a_reader_that_went_away(self, arguments: list[str]) -> None:
        Path("many.jsonl").write_text((json.dumps({"text": ARTICLE}) + "\n") * 500, encoding="utf-8")
        reader, writer = os.pipe()
        os.close(reader)
        done = run(*arguments, stdout=writer)
        os.close(writer)
        assert (done.returncode, done.stderr) == (141, "")

    @pytest.mark.parametrize(
        ("by", "code", "said"),
        [(signal.SIGINT, 130, b"interrupted\n"), (signal.SIGTERM, 143, b"terminated\n")],
        ids=["interrupted", "terminated"],
    )
    def test_a_run_that_is_stopped_leaves_the_old_file(self, by: signal.Signals, code: int, said: bytes) -> None:
        Path("out.jsonl").write_text("old", encoding="utf-8")

        def heed_interrupts() -> None:
            # A shell that starts the tests in the background has them ignored.
            signal.signal(signal.SIGINT, signal.default_int_handler)

        started = subprocess.Popen(
            [*PROGRAM, "extract", "--output", "out.jsonl", "-"],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=heed_interrupts,
        )
        assert started.stdin is not None
        started.stdin.write(json.dumps({"text": ARTICLE}).encode() + b"\n")
        started.stdin.flush()
        for _ in range(600):
            if list(Path().glob(".bnnextract-*.part")):
                break
            time.sleep(0.05)
        time.sleep(0.2)
        started.send_signal(by)
        _, told = started.communicate(timeout=60)
        assert (started.returncode, told) == (code, said)
        assert Path("out.jsonl").read_text(encoding="utf-8") == "old"
        assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "out.jsonl"]

    def test_progress_is_shown_on_a_terminal_only(self) -> None:
        ours, theirs = pty.openpty()
        done = subprocess.run(
            [*PROGRAM, "extract", "-f", "jsonl", "a.txt"],
            stdout=subprocess.PIPE,
            stderr=theirs,
            timeout=60,
            check=False,
        )
        os.close(theirs)
        shown = os.read(ours, 10_000)
        os.close(ours)
        assert b"articles" in shown
        assert len(rows(done.stdout.decode())) == 1
