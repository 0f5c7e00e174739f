"""The manual pages are those of the program as it is, and `man` shows them."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from manual import FOLDER, pages

PAGES = sorted(pages())


def test_there_is_a_page_for_each_command_and_no_other() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == PAGES
    assert {"bnnextract.1", "bnnextract-extract.1", "bnnextract-patterns-check.1"} <= set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_up_to_date(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == pages()[name], "run `python tests/manual.py --write`"


@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is absent")
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_shown_without_a_warning(name: str) -> None:
    command = ["groff", "-man", "-Tutf8", "-ww", str(FOLDER / name)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    shown = re.sub(r"\x1b\[[0-9;]*m|.\x08", "", done.stdout)
    for heading in ("NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLES"):
        assert f"\n{heading}\n" in shown
    assert "\\" not in shown


@pytest.mark.skipif(shutil.which("man") is None, reason="man is absent")
def test_examples_keep_their_lines() -> None:
    command = ["man", "-l", str(FOLDER / "bnnextract-extract.1")]
    shown = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    lines = [line.strip() for line in re.sub(r"\x1b\[[0-9;]*m|.\x08", "", shown).splitlines()]
    assert "find news/ -name '*.txt' -print0 | bnnextract extract --format jsonl --files-from -" in lines


def test_the_wheel_holds_them(tmp_path: Path) -> None:
    build = pytest.importorskip("hatchling.builders.wheel", reason="hatchling is absent")
    (wheel,) = build.WheelBuilder(str(FOLDER.parent)).build(directory=str(tmp_path), versions=["standard"])
    names = zipfile.ZipFile(wheel).namelist()
    installed = {name.rpartition("/")[2] for name in names if "/data/share/man/man1/" in name}
    assert installed == set(PAGES)
    assert "bnnextract/cli/locale/id/LC_MESSAGES/bnnextract.mo" in names
    assert "bnnextract/patterns/regions.csv" in names
