"""`bnnextract completion` as installed, and what a shell is given to complete with."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from program import run

from bnnextract.cli.completion import indicator_names, office_names
from bnnextract.knowledge.gazetteer import NATIONAL
from bnnextract.records import indicators_named, offices_named
from bnnextract.rulebook import load_rulebook

pytestmark = pytest.mark.usefixtures("folder")

OWN = """\
- name: lainnya.kampanye
  counts: campaigns
"""


@pytest.mark.parametrize(
    ("shell", "begins"),
    [("bash", "_bnnextract_completion() {"), ("zsh", "#compdef bnnextract"), ("fish", "function _bnnextract_completion;")],
)
def test_the_script_of_a_shell(shell: str, begins: str) -> None:
    done = run("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.lstrip().startswith(begins)


@pytest.mark.parametrize("arguments", [[], ["tcsh"]], ids=str)
def test_a_shell_that_is_none(arguments: list[str]) -> None:
    done = run("completion", *arguments)
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_takes_its_script(shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is absent")
    Path("script").write_text(run("completion", shell).stdout, encoding="utf-8")
    done = subprocess.run([shell, "-n", "script"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is absent")
@pytest.mark.parametrize(
    ("words", "completed"),
    [
        (["pat"], ["patterns"]),
        (["patterns", "sh"], ["show"]),
        (["extract", "--file"], ["--files-from"]),
        (["extract", "--office", "BNNK-Cil"], ["BNNK-Cilacap", "BNNK-Cilegon"]),
        (["extract", "--office", "bnn-ri"], ["BNN-RI"]),
        (["extract", "--indicator", "rehabilitasi.rawat"], ["rehabilitasi.rawat_inap", "rehabilitasi.rawat_jalan"]),
        (["extract", "--patterns", "own", "--indicator", "lainnya.k"], ["lainnya.kampanye"]),
        (["completion", "z"], ["zsh"]),
    ],
    ids=str,
)
def test_bash_completes_with_it(words: list[str], completed: list[str]) -> None:
    Path("own/indicators").mkdir(parents=True)
    Path("own/indicators/own.yaml").write_text(OWN, encoding="utf-8")
    Path("bin").mkdir()
    Path("bin/bnnextract").write_text(f'#!/bin/sh\nexec {sys.executable} -m bnnextract "$@"\n', encoding="utf-8")
    Path("bin/bnnextract").chmod(0o755)
    script = (
        'eval "$(bnnextract completion bash)"\n'
        f"COMP_WORDS=(bnnextract {' '.join(words)})\nCOMP_CWORD={len(words)}\n"
        '_bnnextract_completion bnnextract\nprintf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    environment = os.environ | {"PATH": f"{Path('bin').absolute()}:{os.environ['PATH']}"}
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, env=environment, check=True)  # noqa: S607
    assert done.stdout.split("\n")[:-1] == completed


def test_every_indicator_is_among_the_names_and_nothing_else() -> None:
    order = load_rulebook().indicator_order
    assert indicators_named(indicator_names(), order) == frozenset(indicator_names())
    assert set(order) <= set(indicator_names())


def test_every_office_is_among_the_names_and_nothing_else() -> None:
    gazetteer = load_rulebook().gazetteer
    offices = frozenset(map(gazetteer.office_of, (NATIONAL, *gazetteer.regions)))
    assert offices_named(office_names(), offices) == offices
    assert not any(set(name) & set(" '\"$&();<>|`") for name in office_names())
