"""`bnnextract extract --jobs` as installed: the same bytes from any number of processes, and none of them left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from golden import SAMPLES, sample_articles
from program import ARTICLE, PROGRAM, article, complaints, run

pytestmark = [
    pytest.mark.usefixtures("folder"),
    pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="processes are looked for in /proc"),
]


def many(count: int) -> Path:
    """Write a file of articles: the samples again and again, each in a chunk of its own size."""
    texts = [sample.text for sample in sample_articles()]
    lines = (article(f"{number}", texts[number % len(texts)] if number % 3 else ARTICLE) for number in range(count))
    path = Path("many.jsonl")
    path.write_text("".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["yaml", "json", "jsonl", "csv"])
def test_the_output_does_not_depend_on_the_number_of_processes(form: str) -> None:
    paths = [str(SAMPLES), "a.txt", "none.txt", str(many(150))]
    told = {jobs: run("extract", *paths, "-f", form, "--jobs", jobs) for jobs in ("1", "2", "3", "8", "0")}
    assert len(told["1"].stdout) > 10_000
    assert {(done.returncode, done.stdout, done.stderr) for done in told.values()} == {
        (2, told["1"].stdout, told["1"].stderr),
    }


def test_no_article_is_no_failure() -> None:
    Path("empty.jsonl").write_text("\n", encoding="utf-8")
    done = run("extract", "-j2", "empty.jsonl")
    assert (done.returncode, done.stdout) == (2, run("extract", "empty.jsonl").stdout)
    assert complaints(done.stderr).startswith("empty.jsonl: ")


@pytest.mark.parametrize("jobs", ["-1", "two"])
def test_a_number_of_processes_that_is_none(jobs: str) -> None:
    done = run("extract", "--jobs", jobs, "a.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'--jobs'" in done.stderr


def test_a_reader_that_went_away() -> None:
    many(1000)
    reader, writer = os.pipe()
    os.close(reader)
    done = run("extract", "-j2", "-f", "jsonl", "many.jsonl", stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (141, "")


def test_an_interrupt_ends_all_processes_and_leaves_the_old_file() -> None:
    Path("out.jsonl").write_text("old", encoding="utf-8")
    with working() as (started, workers):
        os.killpg(started.pid, signal.SIGINT)  # as a terminal does
        _, told = started.communicate(timeout=60)
        assert (started.returncode, told) == (130, b"interrupted\n")
        assert until(lambda: not any(map(alive, workers)))
    assert Path("out.jsonl").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "out.jsonl"]


@pytest.mark.parametrize(("by", "code"), [(signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)], ids=["term", "kill"])
def test_killed_processes_take_their_workers_along(by: signal.Signals, code: int) -> None:
    with working() as (started, workers):
        started.send_signal(by)
        started.communicate(timeout=60)
        assert started.returncode == code
        assert until(lambda: not any(map(alive, workers)))


def test_a_worker_that_crashes_is_told_of() -> None:
    Path("out.jsonl").write_text("old", encoding="utf-8")
    with working() as (started, workers):
        os.kill(workers[0], signal.SIGKILL)
        assert until(lambda: not alive(workers[0]))
        _, told = started.communicate(article("later").encode() * 1, timeout=60)
        assert started.returncode == 2
        assert told == b"a process ended unexpectedly, perhaps for want of memory; give a smaller --jobs\n"
        assert not any(map(alive, workers))
    assert Path("out.jsonl").read_text(encoding="utf-8") == "old"


@contextmanager
def working() -> Iterator[tuple[subprocess.Popen[bytes], list[int]]]:
    """Start the program with two workers, waiting for its standard input; give it and their process ids."""

    def heed_interrupts() -> None:
        # A shell that starts the tests in the background has them ignored.
        signal.signal(signal.SIGINT, signal.default_int_handler)

    started = subprocess.Popen(
        [*PROGRAM, "extract", "--jobs", "2", "--output", "out.jsonl", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=heed_interrupts,
    )
    try:
        assert until(lambda: len(children(started.pid)) == 2 and bool(list(Path().glob(".bnnextract-*.part"))))
        time.sleep(0.2)
        yield started, children(started.pid)
    finally:
        started.kill()
        started.communicate()


def children(process: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def alive(process: int) -> bool:
    """Tell whether a process runs; one that has ended but that nobody has asked after does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(") ")[2][0] != "Z"
    except OSError:
        return False


def until(met: Callable[[], bool]) -> bool:
    """Wait until something is so; tell whether it came to be."""
    for _ in range(600):
        if met():
            return True
        time.sleep(0.05)
    return False
