"""The program as installed: what it writes where, and the code that it ends with."""

from __future__ import annotations

import csv
import json
import os
import pty
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

PROGRAM = [sys.executable, "-m", "bnnextract"]
ARTICLE = "Sepanjang tahun 2024, BNN Kota Cilegon memberikan layanan rehabilitasi rawat jalan kepada 118 klien.\n"


def run(*arguments: str, stdin: bytes | str = b"", **options: object) -> subprocess.CompletedProcess[str]:
    data = stdin.encode() if isinstance(stdin, str) else stdin
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 120, **options}
    done = subprocess.run([*PROGRAM, *arguments], input=data, check=False, **options)  # type: ignore[call-overload]
    decoded = (None if output is None else output.decode() for output in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, *decoded)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with one good article, and work in it."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


def rows(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


class TestExtract:
    def test_yaml_is_what_it_gives(self) -> None:
        done = run("extract", "a.txt")
        (record,) = yaml.safe_load(done.stdout)
        assert (record["office"], record["office_id"], record["year"]) == ("BNN Kota Cilegon", "3672", 2024)
        (statistic,) = record["statistics"]
        assert (statistic["indicator"], statistic["value"]) == ("rehabilitasi.rawat_jalan", 118)
        assert statistic["evidence"][0]["article"] == "a.txt"
        assert (done.returncode, done.stderr) == (0, "")

    def test_every_form_says_the_same(self) -> None:
        told = {form: run("extract", "--format", form, "a.txt").stdout for form in ("yaml", "json", "jsonl", "csv")}
        assert yaml.safe_load(told["yaml"]) == json.loads(told["json"])
        (row,), (cells,) = rows(told["jsonl"]), list(csv.DictReader(told["csv"].splitlines()))
        assert (row["article"], row["value"], row["start"]) == ("a.txt", 118, ARTICLE.index("118"))
        assert (cells["article"], cells["value"], cells["start"]) == ("a.txt", "118", str(ARTICLE.index("118")))

    @pytest.mark.parametrize("ending", ["yaml", "yml", "json", "jsonl", "csv", "CSV"])
    def test_a_file_s_ending_tells_the_form(self, ending: str) -> None:
        form = ending.lower().replace("yml", "yaml")
        assert run("extract", "a.txt", "--output", f"out.{ending}").stdout == ""
        assert Path(f"out.{ending}").read_bytes().decode() == run("extract", "a.txt", "-f", form).stdout

    def test_a_form_that_is_asked_for_comes_before_the_ending(self) -> None:
        run("extract", "a.txt", "--output", "out.csv", "--format", "json")
        assert json.loads(Path("out.csv").read_text(encoding="utf-8"))

    def test_standard_input_may_be_lines_of_json(self) -> None:
        stdin = "".join(json.dumps({"id": name, "text": ARTICLE}) + "\n" for name in "ba")
        done = run("extract", "--format", "jsonl", "-", stdin=stdin)
        assert [row["article"] for row in rows(done.stdout)] == ["b", "a"]

    def test_standard_input_may_be_text(self) -> None:
        assert [row["article"] for row in rows(run("extract", "-f", "jsonl", "-", stdin=ARTICLE).stdout)] == ["-"]

    def test_nested_output_does_not_depend_on_the_order_of_files(self) -> None:
        shutil.copy("a.txt", "b.txt")
        assert run("extract", "a.txt", "b.txt").stdout == run("extract", "b.txt", "a.txt").stdout

    def test_an_article_without_statistics_is_no_failure(self) -> None:
        done = run("extract", "-", stdin="Cuaca hari ini cerah.")
        assert (done.returncode, done.stdout, done.stderr) == (0, "[]\n", "")

    @pytest.mark.parametrize(
        ("options", "count"),
        [
            (["--office", "BNNK Cilegon"], 1),
            (["--office", "36"], 0),
            (["--office", "36", "--office", "cilegon"], 1),
            (["--year", "2024"], 1),
            (["--year", "2020-2023"], 0),
            (["--indicator", "rehabilitasi"], 1),
            (["--indicator", "lainnya"], 0),
            (["--no-events"], 1),
            (["--sure"], 1),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_only_what_is_asked_for(self, options: list[str], count: int) -> None:
        done = run("extract", "-f", "jsonl", "a.txt", *options)
        assert (done.returncode, len(rows(done.stdout))) == (0, count)

    def test_what_is_open_to_doubt_is_left_out_when_only_the_sure_is_asked_for(self) -> None:
        Path("b.txt").write_text("BNN Kota Cilegon merehabilitasi 118 klien.\n", encoding="utf-8")
        asked = (run("extract", "-f", "jsonl", "b.txt", *options) for options in ((), ("--sure",)))
        assert [len(rows(done.stdout)) for done in asked] == [1, 0]


class TestAskedWrongly:
    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            ([], "Usage:"),
            (["extract"], "nothing to read; give a file, a folder, or - for standard input"),
            (["explain"], "nothing to read; give a file, a folder, or - for standard input"),
            (["extract", "a.txt", "--indicator", "rehabilitasi.rawat_jalam"], "did you mean rehabilitasi.rawat_jalan"),
            (["extract", "a.txt", "--office", "BNNK Cilegom"], "named 'BNNK Cilegom'; did you mean"),
            (["extract", "a.txt", "--year", "24"], "'24' is no year; write 2024, or 2020-2024 for a span"),
            (["extract", "a.txt", "--format", "xml"], "'xml' is not one of"),
            (["extract", "a.txt", "--output", "out.xlsx"], "'out.xlsx' does not tell the form"),
            (["extract", "a.txt", "--output", "a.txt", "-f", "csv"], "'a.txt' is an input; give --output another name"),
            (["extract", "a.txt", "--patterns", "none"], "'none' does not exist"),
            (["extract", "a.txt", "--unheard"], "No such option"),
            (["patterns", "show", "none-such"], "no pattern is named 'none-such'"),
            (["patterns", "list", "--kind", "none-such"], "no pattern is of the kind 'none-such'"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_it_says_so_and_ends_with_2(self, arguments: list[str], told: str) -> None:
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert told in done.stderr
        assert "Traceback" not in done.stderr
        assert Path("a.txt").read_text(encoding="utf-8") == ARTICLE

    def test_without_input_on_a_terminal_it_gives_help_and_does_not_wait(self) -> None:
        ours, theirs = pty.openpty()
        done = subprocess.run([*PROGRAM, "extract"], stdin=theirs, capture_output=True, timeout=60, check=False)
        os.close(ours)
        os.close(theirs)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"Examples:" in done.stderr


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
        assert (done.returncode, done.stderr) == (2, told + "\n")
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
        assert (done.returncode, done.stderr) == (2, "b.txt: Permission denied; ask for the right to read it\n")

    def test_closed_standard_input(self) -> None:
        script = f"exec {sys.executable} -m bnnextract extract - <&-"
        done = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (2, "[]\n")
        assert done.stderr == "-: nothing in it to read; give a file with text\n"


class TestOutput:
    def test_a_file_is_replaced(self) -> None:
        Path("out.csv").write_text("old", encoding="utf-8")
        assert run("extract", "a.txt", "--output", "out.csv").returncode == 0
        assert Path("out.csv").read_text(encoding="utf-8").startswith("article,")
        assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "out.csv"]

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
        Path("many.jsonl").write_text((json.dumps({"text": ARTICLE}) + "\n") * 200, encoding="utf-8")

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

    def test_an_interrupt_leaves_the_old_file(self) -> None:
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
        started.send_signal(signal.SIGINT)
        _, told = started.communicate(timeout=60)
        assert (started.returncode, told) == (130, b"interrupted\n")
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


class TestExplain:
    def test_each_number_is_told_with_what_became_of_it(self) -> None:
        done = run("explain", "a.txt")
        assert done.returncode == 0
        assert done.stdout.startswith("a.txt: ")
        assert "[118]" in done.stdout
        assert "rehabilitasi.rawat_jalan, BNN Kota Cilegon, 2024" in done.stdout
        assert "\x1b" not in done.stdout

    def test_json(self) -> None:
        (article,) = json.loads(run("explain", "--format", "json", "a.txt").stdout)
        told = [number for number in article["numbers"] if number["text"] == "118"]
        assert [(number["outcome"], number["slot"], number["value"]) for number in told] == [("statistic", "value", 118)]
        assert [ARTICLE[number["start"] : number["end"]] for number in told] == ["118"]

    @pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
    def test_a_terminal_has_colour(self, environment: dict[str, str], coloured: bool) -> None:  # noqa: FBT001
        ours, theirs = pty.openpty()
        kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
        subprocess.run(
            [*PROGRAM, "explain", "a.txt"],
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            env=kept | {"TERM": "xterm", "COLORTERM": "truecolor"} | environment,
            timeout=60,
            check=True,
        )
        os.close(theirs)
        shown = os.read(ours, 10_000)
        os.close(ours)
        assert b"118" in shown
        assert (b"\x1b[32m" in shown) == coloured


class TestPatterns:
    def test_list_has_kind_name_and_summary(self) -> None:
        done = run("patterns", "list", "--kind", "indicator")
        assert done.returncode == 0
        assert any(line.split()[:2] == ["indicator", "rehabilitasi.klien"] for line in done.stdout.splitlines())

    def test_show_gives_the_pattern_as_written(self) -> None:
        done = run("patterns", "show", "rehabilitasi.klien")
        assert done.returncode == 0
        assert done.stdout.startswith("# indicator, ")
        assert "name: rehabilitasi.klien" in done.stdout

    def test_check_of_the_shipped_patterns_finds_nothing(self) -> None:
        done = run("patterns", "check")
        assert (done.returncode, done.stdout.endswith("patterns hold\n"), done.stderr) == (0, True, "")

    def test_list_of_all_has_every_kind(self) -> None:
        kinds = {line.split()[0] for line in run("patterns", "list").stdout.splitlines()}
        assert kinds >= {"furniture", "numeral", "unit", "bound", "period", "office", "indicator", "part", "veto"}


CAMPAIGNS = """\
- name: lainnya.kampanye
  counts: campaigns
  units: [kegiatan]
  names: [kampanye jalan sehat]
  examples:
    - {text: BNNP Riau menggelar 4 kegiatan kampanye jalan sehat., value: 4}
  rejects:
    - BNNP Riau mengungkap 4 kasus.
"""
STRIKE = """\
- name: strike
  pattern: '{veto_count} mogok'
  triggers: [mogok]
  examples:
    - {text: Di BNNP Riau 3 klien mogok., gives: {veto: '3'}}
  rejects:
    - BNNP Riau melayani 3 klien.
"""


def own(text: str, name: str) -> Path:
    """Write a pattern file into the folder `own`."""
    path = Path("own") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


class TestOwnPatterns:
    @pytest.mark.parametrize(
        ("name", "text", "told"),
        [
            pytest.param(
                "indicators/own.yaml",
                CAMPAIGNS.replace("examples:", "exmples:"),
                ":5:3: unknown key 'exmples'",
                id="unknown key",
            ),
            pytest.param("indicators/own.yaml", CAMPAIGNS * 2, ":9:3: the name 'lainnya.kampanye'", id="name twice"),
            pytest.param(
                "indicators/own.yaml",
                CAMPAIGNS.replace("lainnya.", "lainya."),
                ":1:9: unknown group 'lainya'; known are: ",
                id="unknown group",
            ),
            pytest.param(
                "indicators/own.yaml",
                CAMPAIGNS.replace("[kampanye jalan sehat]", "[kampanye, '']"),
                ":4:21: an item of the list is empty",
                id="empty phrase",
            ),
            pytest.param(
                "vetoes.yaml",
                STRIKE.replace(" mogok'", " (mogok'"),
                ":2:12: no valid regular expression: missing )",
                id="bad expression",
            ),
            pytest.param(
                "vetoes.yaml", STRIKE.replace("{veto_count}", "{vet}"), ":2:12: unknown slot {vet}; ", id="unknown slot"
            ),
            pytest.param(
                "vetoes.yaml",
                STRIKE.replace("    - BNNP Riau melayani 3 klien.\n", "").replace("rejects:", "rejects: []"),
                ":1:3: 'strike' has no rejects; write at least one",
                id="no reject",
            ),
            pytest.param("vetoes.yaml", "name: strike\n", ":1:1: a list of entries is wanted", id="no list"),
            pytest.param("vetoes.yaml", "- {name: strike\n", ":2:1: not valid YAML", id="no YAML"),
            pytest.param(
                "place-names.yaml",
                "names: {'9999': [Kota Baja]}\n",
                ":1:9: no region has the code '9999'",
                id="no region",
            ),
            pytest.param("veto.yaml", STRIKE, ":1:1: no name of a pattern file; did you mean 'vetoes.yaml'", id="no kind"),
            pytest.param("notes.txt", "", "own:1:1: no pattern file in it; known are: ", id="no pattern file"),
        ],
    )
    @pytest.mark.parametrize("command", ["patterns check", "patterns list", "extract a.txt"])
    def test_a_slip_is_told_in_one_line(self, command: str, name: str, text: str, told: str) -> None:
        path = own(text, name)
        done = run(*command.split(), "--patterns", "own")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert done.stderr.startswith(f"{path}{told}" if told.startswith(":") else told)

    def test_an_example_that_does_not_hold_is_told_with_its_place(self) -> None:
        path = own(STRIKE.replace("'3'", "'4'"), "vetoes.yaml")
        done = run("patterns", "check", "--patterns", "own")
        assert (done.returncode, done.stderr) == (1, "")
        line = next(line for line in done.stdout.splitlines() if line.startswith(f"{path}:"))
        assert line == (f"{path}:5:7: example of 'strike': “Di BNNP Riau 3 klien mogok.” gives veto 3, not veto 4")

    def test_a_new_indicator_is_listed_shown_checked_and_found(self) -> None:
        path = own(CAMPAIGNS, "indicators/own.yaml")
        options = ["--patterns", "own"]
        listed = run("patterns", "list", "--kind", "indicator", *options).stdout
        assert "lainnya.kampanye" in listed
        assert "rehabilitasi.klien" in listed
        shown = run("patterns", "show", "lainnya.kampanye", *options).stdout
        assert shown == f"# indicator, {path}:1\n{CAMPAIGNS}"
        assert str(path) not in run("patterns", "check", *options).stdout
        text = "Sepanjang 2023 BNNP Riau menggelar 7 kegiatan kampanye jalan sehat."
        with_it, without = (
            [(row["indicator"], row["value"]) for row in rows(run("extract", "-f", "jsonl", "-", *more, stdin=text).stdout)]
            for more in (options, [])
        )
        assert with_it == [("lainnya.kampanye", 7)]
        assert ("lainnya.kampanye", 7) not in without

    def test_a_new_name_of_an_office_is_found(self) -> None:
        own("names: {'3672': [Kota Baja]}\n", "place-names.yaml")
        text = "Sepanjang 2023 BNN Kota Baja merehabilitasi 9 klien."
        (row,) = rows(run("extract", "-f", "jsonl", "-", "--patterns", "own", stdin=text).stdout)
        assert (row["office"], row["value"]) == ("BNN Kota Cilegon", 9)

    def test_an_entry_of_a_shipped_name_replaces_it(self) -> None:
        shipped = run("patterns", "show", "rehabilitasi.rawat_jalan").stdout
        changed = "".join(f"{line}\n" for line in shipped.splitlines()[1:]).replace("out-patients", "day patients")
        path = own(changed, "indicators/own.yaml")
        shown = run("patterns", "show", "rehabilitasi.rawat_jalan", "--patterns", "own").stdout
        assert shown == f"# indicator, {path}:1\n{changed}"

    def test_of_two_folders_the_later_one_counts(self) -> None:
        own(STRIKE, "vetoes.yaml")
        Path("own").rename("first")
        path = own(STRIKE.replace("mogok", "absen"), "vetoes.yaml")
        shown = run("patterns", "show", "strike", "--patterns", "first", "--patterns", "own").stdout
        assert shown.startswith(f"# veto, {path}:1\n")
        assert "mogok" not in shown


class TestHelp:
    @pytest.mark.parametrize(
        "command",
        [[], ["extract"], ["explain"], ["patterns"], ["patterns", "list"], ["patterns", "show"], ["patterns", "check"]],
        ids=lambda command: " ".join(command) or "bnnextract",
    )
    def test_every_command_has_help_with_examples_that_work(self, command: list[str]) -> None:
        done = run(*command, "--help")
        assert (done.returncode, done.stderr) == (0, "")
        Path("news").mkdir()
        for name in ("article.txt", "news/article.txt"):
            Path(name).write_text(ARTICLE, encoding="utf-8")
        Path("articles.jsonl").write_text(json.dumps({"text": ARTICLE}), encoding="utf-8")
        examples = [line.strip() for line in done.stdout.split("Examples:\n")[1].splitlines()]
        assert examples
        for example in examples:
            script = example.replace("bnnextract", " ".join(PROGRAM))
            tried = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=False)
            assert (tried.returncode, tried.stderr) == (0, ""), example

    def test_version(self) -> None:
        done = run("--version")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("bnnextract 0.")

    def test_completion(self) -> None:
        done = run(env=os.environ | {"_BNNEXTRACT_COMPLETE": "bash_source"})
        assert (done.returncode, "_BNNEXTRACT_COMPLETE" in done.stdout) == (0, True)
