"""`bnnextract explain` as installed."""

from __future__ import annotations

import json
import os
import pty
import subprocess

import pytest
from program import ARTICLE, PROGRAM, run

pytestmark = pytest.mark.usefixtures("folder")


class TestExplain:
    def test_each_number_is_told_with_what_became_of_it(self) -> None:
        done = run("explain", "a.txt")
        assert done.returncode == 0
        assert done.stdout.startswith("a.txt: ")
        assert "[118]" in done.stdout
        assert "rehabilitasi.rawat_jalan, BNN Kota Cilegon, 2024" in done.stdout
        assert "\x1b" not in done.stdout

    def test_a_statistic_told_twice_is_counted_once(self) -> None:
        done = run("explain", "-", stdin=ARTICLE + "Berita lain.\n" + ARTICLE)
        assert done.stdout.startswith("-: 2 numbers, 1 statistic\n")

    def test_json(self) -> None:
        (article,) = json.loads(run("explain", "--format", "json", "a.txt").stdout)
        told = [number for number in article["numbers"] if number["text"] == "118"]
        assert [(number["outcome"], number["slot"], number["value"]) for number in told] == [("statistic", "value", 118)]
        assert [ARTICLE[number["start"] : number["end"]] for number in told] == ["118"]

    @pytest.mark.parametrize(
        ("environment", "coloured"),
        [
            ({}, False),
            ({"FORCE_COLOR": "1"}, True),
            ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
            ({"FORCE_COLOR": ""}, False),
        ],
        ids=str,
    )
    def test_a_pipe_has_colour_only_by_force(self, environment: dict[str, str], coloured: bool) -> None:  # noqa: FBT001
        done = run("explain", "a.txt", env=os.environ | {"TERM": "xterm", "COLORTERM": "truecolor"} | environment)
        assert "118" in done.stdout
        assert ("\x1b[32m" in done.stdout) == coloured

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
