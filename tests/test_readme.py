"""What README says is so: its commands run, their output is the real one, its patterns hold."""

from __future__ import annotations

import doctest
import re
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest
from golden import README, ROOT, lay_out, run_shown, shown_commands, shown_files, shown_outputs
from program import complaints

from bnnextract.examples import check
from bnnextract.knowledge.constructions import Construction
from bnnextract.knowledge.indicators import Indicator
from bnnextract.model import Article, Statistic
from bnnextract.pipeline import analyse
from bnnextract.rulebook import load_rulebook
from bnnextract.strict_yaml import PatternError
from bnnextract.writing.rows import COLUMNS

TEXT = README.read_text(encoding="utf-8")
FILES = shown_files(TEXT)
MINE = "mine"
EXCERPT = re.compile(r"^<!-- from (samples/\S+) -->\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)\)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the samples and the files that README writes out."""
    made = tmp_path_factory.mktemp("readme")
    lay_out(made, TEXT)
    return made


def test_there_is_something_to_try() -> None:
    assert len(shown_commands(TEXT)) >= 8
    assert len(shown_outputs(TEXT)) >= 1
    assert len(FILES) >= 4


@pytest.mark.parametrize("command", shown_commands(TEXT))
def test_a_command_runs(folder: Path, command: str) -> None:
    done = run_shown(command, folder)
    assert (done.returncode, complaints(done.stderr)) == (0, "")


@pytest.mark.parametrize(("command", "output"), shown_outputs(TEXT), ids=lambda text: text.partition("\n")[0][:60])
def test_a_command_prints_what_is_shown(folder: Path, command: str, output: str) -> None:
    done = run_shown(command, folder)
    assert done.stdout + done.stderr == output, "run `python tests/golden.py --write` and look at the difference"


@pytest.mark.parametrize(("name", "text"), EXCERPT.findall(TEXT))
def test_an_excerpt_is_in_its_sample(name: str, text: str) -> None:
    assert text.strip() in (ROOT / name).read_text(encoding="utf-8")


def test_the_library_does_what_is_shown() -> None:
    done = doctest.testfile(str(README), module_relative=False, encoding="utf-8")
    assert done.attempted >= 5
    assert done.failed == 0


def test_the_patterns_shown_keep_to_their_examples(folder: Path) -> None:
    mine = folder / MINE
    assert [failure for failure in check(load_rulebook([mine])) if failure.path.is_relative_to(mine)] == []


def only(text: str, folders: tuple[Path, ...]) -> Statistic | None:
    found = analyse(Article("a", text), load_rulebook(folders)).statistics
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sepanjang 2024 BNNK Karo mengukuhkan 24 duta antinarkoba.", lambda one: one.indicator),
        ("Badan Antinarkotika Nasional Kabupaten Gresik merehabilitasi 24 orang pada 2024.", lambda one: one.office),
        ("BNNK Kota Santri merehabilitasi 24 orang pada 2024.", lambda one: one.office),
        ("BNNK Karo merehabilitasi 24 orang berbanding rencana 30 orang pada 2024.", lambda one: one.target),
    ],
    ids=["indicator", "office", "place", "construction"],
)
def test_the_patterns_shown_teach_something(folder: Path, text: str, told: Callable[[Statistic], object]) -> None:
    before, after = only(text, ()), only(text, (folder / MINE,))
    assert after is not None
    assert after.value == 24
    assert told(after) is not None
    assert before is None or told(before) != told(after)


@pytest.mark.parametrize("path", sorted(set(LINK.findall(TEXT))))
def test_a_link_leads_somewhere(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`((?:tests|patterns|samples|bnnextract)/[\w./-]+)`", TEXT))))
def test_a_file_spoken_of_is_there(name: str) -> None:
    assert (ROOT / name).exists()


def test_every_column_is_explained() -> None:
    assert [column for column in COLUMNS if f"`{column}`" not in TEXT] == []


def test_every_module_is_in_the_picture() -> None:
    modules = {path.stem for path in (ROOT / "bnnextract" / "stages").rglob("[!_]*.py")}
    picture = TEXT[TEXT.index("```mermaid") :]
    words = re.findall(r"\w+", picture[: picture.index("\n```\n")])
    assert sorted(modules - set(words)) == []


class TestPatterns:
    """What `patterns/README.md` says."""

    text = (ROOT / "patterns" / "README.md").read_text(encoding="utf-8")

    @pytest.mark.parametrize("name", sorted(path.name for path in (ROOT / "patterns").iterdir()))
    def test_every_file_is_told_of(self, name: str) -> None:
        assert name == "README.md" or f"`{name}" in self.text

    @pytest.mark.parametrize("entry", [Indicator, Construction], ids=lambda entry: entry.__name__)
    def test_every_key_is_told_of(self, entry: type) -> None:
        keys = {field.name for field in fields(entry) if field.init} - {"node"}
        assert sorted(key for key in keys if f"`{key}`" not in self.text) == []

    def test_every_slot_is_told_of(self, tmp_path: Path) -> None:
        unknown = tmp_path / "constructions.yaml"
        unknown.write_text(
            "- {name: a, pattern: '{no_such_slot}', triggers: [], examples: [{text: a, gives: {}}], rejects: [b]}\n",
            encoding="utf-8",
        )
        with pytest.raises(PatternError, match="no_such_slot") as refused:
            load_rulebook([tmp_path])
        known = refused.value.message.rpartition("known are: ")[2].split(", ")
        words = {entry.name for entry in load_rulebook().entries if entry.kind == "vocabulary"}
        slots = set(known) - words
        assert len(slots) > 10
        assert sorted(slot for slot in slots if f"{{{slot}}}" not in self.text) == []
