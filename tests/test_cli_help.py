"""What the program as installed tells of itself."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from program import ARTICLE, PROGRAM, complaints, run

pytestmark = pytest.mark.usefixtures("folder")


class TestHelp:
    @pytest.mark.parametrize(
        "command",
        [
            [],
            ["extract"],
            ["explain"],
            ["completion"],
            ["patterns"],
            ["patterns", "list"],
            ["patterns", "show"],
            ["patterns", "check"],
        ],
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
            script = re.sub(r"(?<!\S)bnnextract(?=\s)", " ".join(PROGRAM), example)
            tried = subprocess.run(["/bin/sh", "-c", script], capture_output=True, text=True, check=False)
            assert (tried.returncode, complaints(tried.stderr)) == (0, ""), example

    def test_version(self) -> None:
        done = run("--version")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("bnnextract 0.")

    def test_completion(self) -> None:
        done = run(env=os.environ | {"_BNNEXTRACT_COMPLETE": "bash_source"})
        assert (done.returncode, "_BNNEXTRACT_COMPLETE" in done.stdout) == (0, True)
