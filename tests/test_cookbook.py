"""What `docs/cookbook.md` says is so: its commands, run in their order in one folder, print what is shown."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from golden import COOKBOOK, ROOT, TOOLS, called_programs, lay_out, missing_tools, run_shown, shown_files, shown_outputs

TEXT = COOKBOOK.read_text(encoding="utf-8")
SHOWN = shown_outputs(TEXT)
# What a recipe may call beside the program, the tools and what every system has.
COMMON = {"cat", "cp", "cut", "echo", "grep", "head", "mkdir", "sed", "sort", "tar", "uniq"}
LINK = re.compile(r"\]\((?!https:)([^)\s]+)\)")


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> list[subprocess.CompletedProcess[str] | None]:
    """Run the commands as a reader would, one after the other, but for those that need an absent program."""
    folder = tmp_path_factory.mktemp("cookbook")
    lay_out(folder, TEXT)
    return [None if missing_tools(command) else run_shown(command, folder) for command, _ in SHOWN]


@pytest.mark.parametrize(
    "place", range(len(SHOWN)), ids=[f"{place}-{command[:60]}" for place, (command, _) in enumerate(SHOWN)]
)
def test_a_command_prints_what_is_shown(ran: list[subprocess.CompletedProcess[str] | None], place: int) -> None:
    command, output = SHOWN[place]
    done = ran[place]
    if done is None:
        pytest.skip(f"{' and '.join(missing_tools(command))} is not installed; .ci/run has it")
    assert done.stdout + done.stderr == output, "run `python tests/golden.py --write` and look at the difference"
    assert done.returncode == 0


@pytest.mark.parametrize("command", [command for command, _ in SHOWN])
def test_a_command_calls_what_is_known(command: str) -> None:
    """A tool that is not in the list would fail where it is absent, and not be skipped."""
    assert called_programs(command) <= {"bnnextract", *TOOLS, *COMMON}


@pytest.mark.parametrize("tool", TOOLS)
def test_every_tool_is_shown_at_work(tool: str) -> None:
    assert any(tool in called_programs(command) for command, _ in SHOWN)


@pytest.mark.parametrize("name", shown_files(TEXT))
def test_a_file_that_is_written_out_is_used(name: str) -> None:
    assert any(name in command for command, _ in SHOWN)


@pytest.mark.parametrize("recipe", re.split(r"^## ", TEXT, flags=re.MULTILINE)[2:], ids=lambda text: text.partition("\n")[0])
def test_a_recipe_has_a_reader_commands_and_a_warning(recipe: str) -> None:
    assert re.search(r"^\*For .+?\.\* ", recipe, re.MULTILINE)
    assert "```console\n" in recipe
    assert re.search(r"watch out for|before a figure is (?:used|published)", recipe)


@pytest.mark.parametrize("link", sorted(set(LINK.findall(TEXT))))
def test_a_link_leads_somewhere(link: str) -> None:
    path, _, anchor = link.partition("#")
    page = COOKBOOK.parent / path if path else COOKBOOK
    headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    anchors = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert not anchor or anchor in anchors


class TestMissingTools:
    """Which commands are skipped."""

    @pytest.fixture(autouse=True)
    def nothing_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(shutil, "which", lambda _: None)

    @pytest.mark.parametrize(
        ("command", "missing"),
        [
            ("duckdb -box < cases.sql", ("duckdb",)),
            ("bnnextract extract a.txt --format jsonl | jq -r '.id'", ("jq",)),
            ("cat a.jsonl | jq . && mlr --icsv cat a.csv", ("jq", "mlr")),
            ("bnnextract extract jq/ --output mlr.csv || echo jq", ()),
            ("bnnextract columns a.csv | grep '|jq'", ()),
        ],
        ids=["alone", "piped", "two", "not called", "quoted"],
    )
    def test_a_tool_is_missed_where_it_is_called(self, command: str, missing: tuple[str, ...]) -> None:
        assert missing_tools(command) == missing


def test_every_page_is_linked() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pages = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md"))
    assert [page for page in pages if f"]({page})" not in readme] == []
