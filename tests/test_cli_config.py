"""Settings of the program as installed: where they are looked for, which counts, and what is told of a slip."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from golden import README
from program import rows, run

pytestmark = pytest.mark.usefixtures("folder")


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def form(*arguments: str, **environment: str) -> str:
    """Tell the form that is written."""
    done = run("extract", "a.txt", *arguments, env=os.environ | {"XDG_CONFIG_HOME": "home"} | environment)
    assert done.returncode == 0, done.stderr
    start = {"#": "yaml", "[": "json", "{": "jsonl", "a": "csv"}
    return start[done.stdout[0]]


def test_the_first_place_that_has_a_setting_counts() -> None:
    assert form() == "yaml"
    write("home/bnnextract/config.toml", 'format = "csv"\n')
    assert form() == "csv"
    write("pyproject.toml", '[tool.bnnextract]\nformat = "json"\n')
    assert form() == "json"
    write("bnnextract.toml", 'format = "jsonl"\n')
    assert form() == "jsonl"
    assert form(BNNEXTRACT_FORMAT="csv") == "csv"
    write("mine/config.toml", 'format = "json"\n')
    assert form("--config", "mine/config.toml", BNNEXTRACT_FORMAT="csv") == "json"
    assert form("--config", "mine/config.toml", "--format", "yaml", BNNEXTRACT_FORMAT="csv") == "yaml"


def test_the_user_s_own_folder_is_in_the_home_folder_if_nothing_else_is_told() -> None:
    write("home/.config/bnnextract/config.toml", 'format = "csv"\n')
    assert form(XDG_CONFIG_HOME="", HOME=str(Path("home").absolute())) == "csv"


def test_a_setting_of_one_place_does_not_hide_those_of_another() -> None:
    write("home/bnnextract/config.toml", 'format = "jsonl"\nyear = "2019"\n')
    write("bnnextract.toml", 'year = "2024"\n')
    done = run("extract", "a.txt", env=os.environ | {"XDG_CONFIG_HOME": "home"})
    assert len(rows(done.stdout)) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("year = 2024", 1),
        ("year = [2019, '2020-2023']", 0),
        ("office = ['BNNK Cilegon', 'BNN RI']", 1),
        ("office = 'BNN RI'", 0),
        ("no-events = true", 1),
        ("no_events = true", 1),
        ("jobs = 2", 1),
        ("quiet = true\nsure = true", 1),
    ],
)
def test_settings_have_the_types_of_toml(text: str, count: int) -> None:
    write("bnnextract.toml", text)
    done = run("extract", "a.txt", "-f", "jsonl")
    assert (done.returncode, len(rows(done.stdout))) == (0, count)


@pytest.mark.parametrize(
    ("environment", "count"),
    [
        ({"BNNEXTRACT_YEAR": "2019,2024"}, 1),
        ({"BNNEXTRACT_OFFICE": "BNN RI, BNNP Riau"}, 0),
        ({"BNNEXTRACT_NO_EVENTS": "1", "BNNEXTRACT_JOBS": "2"}, 1),
        ({"BNNEXTRACT_SURE": "false", "BNNEXTRACT_VERBOSE": ""}, 1),
    ],
    ids=str,
)
def test_variables_of_the_environment(environment: dict[str, str], count: int) -> None:
    done = run("extract", "a.txt", "-f", "jsonl", env=os.environ | environment)
    assert (done.returncode, len(rows(done.stdout))) == (0, count)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\nformt = 'csv'\n", "bnnextract.toml:2: unknown key 'formt'; did you mean 'format'?\n"),
        ("# format\n'xyz' = 1\n", "bnnextract.toml:2: unknown key 'xyz'; known are: files-from, format, "),
        ("format = 3\n", "bnnextract.toml:1: 'format' is a text\n"),
        ("jobs = '2'\n", "bnnextract.toml:1: 'jobs' is a whole number\n"),
        ("jobs = true\n", "bnnextract.toml:1: 'jobs' is a whole number\n"),
        ("sure = 'yes'\n", "bnnextract.toml:1: 'sure' is true or false\n"),
        ("office = [1.5]\n", "bnnextract.toml:1: 'office' is a list of texts\n"),
        ("[extract]\nformat = 'csv'\n", "bnnextract.toml: unknown key 'extract'"),
        ("format = 'xml'\n", "bnnextract.toml:1: 'format': 'xml' is not one of "),
        ("jobs = -1\n", "bnnextract.toml:1: 'jobs': -1 is not in the range "),
        ("patterns = ['none']\n", "bnnextract.toml:1: 'patterns': "),
        ("# mine\nmap = ['text=isi', 'isi']\n", "bnnextract.toml:2: 'map': 'isi' maps nothing; write FIELD=KEY"),
        ("a = 1\n\nb =\n", "bnnextract.toml:3:4: no valid TOML: Invalid value"),
        ("a = 1\nb = '", "bnnextract.toml:2: no valid TOML: "),
        ("lang = 'id'\n", "bnnextract.toml:1: unknown key 'lang'"),
    ],
)
@pytest.mark.parametrize("command", ["extract", "explain"])
def test_a_slip_is_told_with_its_place(command: str, text: str, told: str) -> None:
    write("bnnextract.toml", text)
    done = run(command, "a.txt")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(told)


def test_all_slips_of_a_file_are_told() -> None:
    write("pyproject.toml", '[project]\nformat = "x"\n\n[tool.bnnextract]\nformat = "xml"\njobs = "2"\nyea = 1\n')
    done = run("extract", "a.txt")
    assert done.returncode == 2
    places = [line.partition(": ")[0] for line in done.stderr.splitlines()]
    assert places == ["pyproject.toml:5", "pyproject.toml:6", "pyproject.toml:7"]


def test_a_slip_in_the_environment_is_told() -> None:
    done = run("extract", "a.txt", env=os.environ | {"BNNEXTRACT_FORMAT": "xml", "BNNEXTRACT_JOBS": "many"})
    assert (done.returncode, done.stdout) == (2, "")
    assert "BNNEXTRACT_FORMAT: 'format': 'xml' is not one of " in done.stderr
    assert "BNNEXTRACT_JOBS: 'jobs' is a whole number\n" in done.stderr


@pytest.mark.parametrize(
    ("text", "told"),
    [(b"\xff", "bnnextract.toml: not in UTF-8; save it so\n"), (b"\xef\xbb\xbfsure = true", "")],
    ids=["no UTF-8", "byte order mark"],
)
def test_the_encoding_is_utf_8(text: bytes, told: str) -> None:
    Path("bnnextract.toml").write_bytes(text)
    done = run("extract", "a.txt", "-q")
    assert (done.returncode, done.stderr) == (2 if told else 0, told)


def test_a_configuration_that_is_not_there() -> None:
    done = run("extract", "a.txt", "--config", "none.toml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'none.toml' does not exist" in done.stderr


def test_a_path_runs_from_the_file_that_tells_it() -> None:
    write("team/rules/place-names.yaml", "names: {'3672': [Kota Baja]}\n")
    write("team/config.toml", "patterns = ['rules']\noutput = '-'\n")
    text = "Sepanjang 2023 BNN Kota Baja merehabilitasi 9 klien."
    done = run("extract", "-f", "jsonl", "--config", "team/config.toml", "-", stdin=text)
    assert [row["office"] for row in rows(done.stdout)] == ["BNN Kota Cilegon"]


def test_other_commands_heed_the_settings_that_they_share() -> None:
    write("rules/place-names.yaml", "names: {'3672': [Kota Baja]}\n")
    write("bnnextract.toml", "patterns = ['rules']\nformat = 'csv'\njobs = 2\n")
    assert "BNN Kota Cilegon" in run("explain", "-", stdin="Pada 2023 BNN Kota Baja merehabilitasi 9 klien.").stdout
    assert run("patterns", "list").returncode == 0
    write("rules/place-names.yaml", "nams: {}\n")
    assert run("patterns", "check").returncode == 2


def test_help_needs_no_settings() -> None:
    write("bnnextract.toml", "broken")
    assert run("extract", "--help").returncode == 0
    assert run("--version").returncode == 0


def test_where_settings_are_from_is_told_if_asked() -> None:
    write("bnnextract.toml", "format = 'jsonl'\nsure = true\n")
    told = run("extract", "a.txt", "-v", env=os.environ | {"BNNEXTRACT_YEAR": "2024"}).stderr
    assert "settings of bnnextract.toml: format, sure\n" in told
    assert "settings of the environment: year\n" in told


def test_completion_is_not_disturbed_by_a_broken_file() -> None:
    write("bnnextract.toml", "broken")
    asked = {"_BNNEXTRACT_COMPLETE": "bash_complete", "COMP_WORDS": "bnnextract extract --form", "COMP_CWORD": "2"}
    done = run(env=os.environ | asked)
    assert (done.returncode, done.stdout, done.stderr) == (0, "plain,--format\n", "")


def test_every_option_can_be_set() -> None:
    write("bnnextract.toml", "nothing-such = 1\n")
    told = run("extract", "a.txt").stderr
    known = set(told.rstrip().partition("known are: ")[2].split(", "))
    shown = {word.strip(",") for line in run("extract", "--help").stdout.splitlines() for word in line.split()[:2]}
    options = {word.removeprefix("--") for word in shown if word.startswith("--")}
    assert options - known == {"config", "debug", "help", "lang"}
    assert known <= options


def test_the_settings_that_readme_shows_are_settings() -> None:
    (shown,) = re.findall(r"```toml\n# bnnextract.toml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    write("bnnextract.toml", shown)
    done = run("extract", "a.txt")
    assert (done.returncode, done.stdout.startswith("article,"), done.stdout.count("\n")) == (0, True, 2)
