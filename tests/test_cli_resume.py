"""`bnnextract extract --resume` as installed: a run that was interrupted and taken up again is as one run."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from pathlib import Path

import pytest
from golden import SAMPLES
from program import ARTICLE, PROGRAM, article, complaints, rows, run

from bnnextract.edition import rules_version

pytestmark = pytest.mark.usefixtures("folder")

LEDGER = Path("ledger.jsonl")
RESUME = ("--resume", str(LEDGER))


def entries() -> list[dict[str, object]]:
    """Give the ledger's entries, without its first line."""
    return [json.loads(line) for line in LEDGER.read_text(encoding="utf-8").splitlines()[1:]]


def analysed(*arguments: str) -> list[str]:
    """Run with the ledger, and give the articles that were analysed, as `-vv` tells."""
    told = run("extract", *arguments, *RESUME, "-vv").stderr.splitlines()
    return [line.partition(": ")[0] for line in told if line.endswith(" ms")]


@pytest.mark.parametrize("form", ["yaml", "json", "jsonl", "csv"])
def test_any_form_is_written_whole_again(form: str) -> None:
    fresh = run("extract", str(SAMPLES), "-f", form).stdout
    for _ in range(2):
        assert run("extract", str(SAMPLES), "-f", form, *RESUME).stdout == fresh
    assert len(entries()) == 14


def test_only_new_articles_are_analysed() -> None:
    Path("news").mkdir()
    Path("news/a.txt").write_text(ARTICLE, encoding="utf-8")
    assert analysed("news", "-o", "stats.jsonl") == ["a.txt"]
    Path("news/b.txt").write_text(ARTICLE.replace("118", "119"), encoding="utf-8")
    assert analysed("news", "-o", "stats.jsonl") == ["b.txt"]
    assert Path("stats.jsonl").read_text(encoding="utf-8") == run("extract", "news", "-f", "jsonl").stdout
    assert [row["value"] for row in rows(Path("stats.jsonl").read_text(encoding="utf-8"))] == [118, 119]


def test_what_is_asked_for_may_change() -> None:
    assert rows(run("extract", "a.txt", "-f", "jsonl", "--year", "2019", *RESUME).stdout) == []
    done = run("extract", "a.txt", "-f", "jsonl", *RESUME)
    assert [row["value"] for row in rows(done.stdout)] == [118]
    assert done.stderr == "1 article read: 1 with statistics, 0 without; 1 statistic; 1 known from before\n"


@pytest.mark.parametrize(
    "change", [{"text": ARTICLE.replace("118", "120")}, {"title": "BNN"}, {"published": "2024-01-02"}, {"id": "y"}], ids=str
)
def test_an_article_that_changed_is_analysed_again(change: dict[str, str]) -> None:
    first = {"id": "x", "text": ARTICLE}
    for fields in (first, first | change):
        Path("x.jsonl").write_text(json.dumps(fields), encoding="utf-8")
        assert analysed("x.jsonl") == [fields["id"]]
        assert analysed("x.jsonl") == []


def test_an_address_that_changed_is_written_without_analysing() -> None:
    for url in ("https://example.org/a", "https://example.org/b"):
        Path("x.jsonl").write_text(json.dumps({"id": "x", "text": ARTICLE, "url": url}), encoding="utf-8")
        (row,) = rows(run("extract", "-f", "jsonl", "x.jsonl", *RESUME).stdout)
        assert row["url"] == url
    assert len(entries()) == 1


def test_other_rules_have_all_analysed_again() -> None:
    Path("own").mkdir()
    Path("own/place-names.yaml").write_text("names: {'3672': [Kota Baja]}\n", encoding="utf-8")
    assert analysed("a.txt") == ["a.txt"]
    assert analysed("a.txt", "--patterns", "own") == ["a.txt"]
    told = run("extract", "a.txt", "-v", *RESUME).stderr
    assert "ledger.jsonl: articles known from before: 1\n" in told
    assert "ledger.jsonl: entries of other rules or another version: 1; their articles are analysed again\n" in told


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_run_taken_up_again_is_as_one_run(jobs: str) -> None:
    lines = [article(f"{number}", f"BNN Kota Cilegon merehabilitasi {number + 100} klien pada 2024.") for number in range(300)]
    Path("all.jsonl").write_text("".join(lines), encoding="utf-8")

    def heed_interrupts() -> None:
        # A shell that starts the tests in the background has them ignored.
        signal.signal(signal.SIGINT, signal.default_int_handler)

    started = subprocess.Popen(
        [*PROGRAM, "extract", "-", "-j", jobs, "-o", "out.jsonl", *RESUME],
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        preexec_fn=heed_interrupts,
    )
    assert started.stdin is not None
    started.stdin.write("".join(lines[:250]).encode())
    started.stdin.flush()
    for _ in range(600):
        if LEDGER.exists() and len(entries()) >= 20:
            break
        time.sleep(0.05)
    started.send_signal(signal.SIGINT)
    started.communicate(timeout=60)
    assert started.returncode == 130
    assert not Path("out.jsonl").exists()
    done = 0 < len(entries()) < 300
    assert done
    assert run("extract", "all.jsonl", "-j", jobs, "-o", "out.jsonl", *RESUME).returncode == 0
    assert Path("out.jsonl").read_text(encoding="utf-8") == run("extract", "all.jsonl", "-f", "jsonl").stdout
    assert sorted(int(str(entry["article"])) for entry in entries()) == list(range(300))


@pytest.mark.parametrize(("cut", "lost"), [(1, 0), (2, 1), (40, 1), (300, 1)])
def test_a_half_last_line_is_done_again(cut: int, lost: int) -> None:
    assert analysed(str(SAMPLES)) != []
    whole = LEDGER.read_bytes()
    LEDGER.write_bytes(whole[:-cut])
    assert len(analysed(str(SAMPLES))) == lost
    assert analysed(str(SAMPLES)) == []
    assert run("extract", str(SAMPLES), *RESUME).stdout == run("extract", str(SAMPLES)).stdout


@pytest.mark.parametrize("start", [b"", b'{"ledger": "bnn'], ids=["empty", "half a first line"])
def test_a_ledger_that_was_hardly_begun_is_begun_anew(start: bytes) -> None:
    LEDGER.write_bytes(start)
    assert analysed("a.txt") == ["a.txt"]
    assert analysed("a.txt") == []


def test_a_failure_is_tried_again() -> None:
    analysed("a.txt")
    (entry,) = entries()
    del entry["statistics"]
    with LEDGER.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(entry | {"error": "internal error"}) + "\n")
    assert analysed("a.txt") == ["a.txt"]
    assert analysed("a.txt") == []


@pytest.mark.parametrize("damage", [{"statistics": 3}, {"statistics": [{"id": "x"}]}], ids=str)
def test_an_entry_that_somebody_spoilt_is_done_again(damage: dict[str, object]) -> None:
    analysed("a.txt")
    (entry,) = entries()
    with LEDGER.open("a", encoding="utf-8") as stream:
        stream.write(json.dumps(entry | damage) + "\n")
    assert analysed("a.txt") == ["a.txt"]


def test_what_cannot_be_read_is_tried_again() -> None:
    done = [run("extract", "none.txt", "a.txt", *RESUME) for _ in range(2)]
    assert {run.returncode for run in done} == {2}
    assert {complaints(run.stderr) for run in done} == {"none.txt: No such file or directory; check the path\n"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["a.txt", "--resume", "b.txt"], "b.txt: no ledger of bnnextract; give --resume another name"),
        (["a.txt", "--resume", "a.txt"], "'a.txt' is an input; give --resume another name"),
        (["a.txt", "--resume", "x.jsonl", "-o", "x.jsonl"], "'x.jsonl' is both --output and --resume"),
        (["a.txt", "-o", "x.csv", "--resume", "x.datapackage.json"], "is both --output's descriptor and --resume"),
        (["a.txt", "--resume", "none/x.jsonl"], "none/x.jsonl: No such file or directory; the ledger cannot be kept there"),
        (["a.txt", "--resume", "/dev/full"], "/dev/full: "),
    ],
)
def test_a_ledger_that_is_none(arguments: list[str], told: str) -> None:
    Path("b.txt").write_text("mine", encoding="utf-8")
    done = run("extract", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert Path("b.txt").read_text(encoding="utf-8") == "mine"


def test_a_ledger_and_an_output_among_the_articles_are_not_read() -> None:
    for _ in range(2):
        done = run("extract", ".", *RESUME, "-o", "stats.jsonl", "--errors", "errors.jsonl")
        assert (done.returncode, complaints(done.stderr)) == (0, "")


def test_the_rules_are_told_by_their_version() -> None:
    analysed("a.txt")
    (entry,) = entries()
    assert entry["rules"] == rules_version()
    assert f"rules {rules_version()}\n" in run("--version").stdout
