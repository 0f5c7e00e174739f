"""The command `bnnextract`.

It ends with 0 when all was done (finding nothing is no failure), 1 when `patterns check` found something, 2 when it was
asked wrongly or some input could not be read (the rest is done nevertheless), 130 when interrupted and 141 when the
reader of its output went away. What is not needed for `--help` is imported where it is used.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import click

from bnnextract._version import __version__
from bnnextract.cli.columns import columns
from bnnextract.cli.explain import explain
from bnnextract.cli.extract import extract
from bnnextract.cli.patterns import patterns
from bnnextract.cli.shared import FAULT, StoppedError, examples, tell

_INTERRUPTED, _CLOSED = 130, 141
_COMPLETION = "_BNNEXTRACT_COMPLETE"


def main() -> NoReturn:
    """Run the command with the process's arguments, and end the process."""
    try:
        code = _run(sys.argv[1:])
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        code = _abandon(_CLOSED)
    except KeyboardInterrupt:
        tell("interrupted")
        code = _abandon(_INTERRUPTED)
    except OSError as error:
        tell(f"{error.filename or 'standard output'}: {error.strerror or error}; nothing more was written")
        code = _abandon(FAULT)
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    """Run a command; give the exit code."""
    if instruction := os.environ.get(_COMPLETION):
        from click.shell_completion import shell_complete

        return shell_complete(commands, {}, "bnnextract", _COMPLETION, instruction)
    # click's own main would turn a closed pipe and an interrupt into exit code 1.
    try:
        with commands.make_context("bnnextract", arguments) as context:
            return int(commands.invoke(context) or 0)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        return _INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except StoppedError as error:
        tell(str(error))
        return FAULT


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "bnnextract extract article.txt",
        "bnnextract extract news/ --output statistics.csv",
        "bnnextract explain article.txt",
    ),
)
@click.version_option(__version__, "-V", "--version", prog_name="bnnextract", message="%(prog)s %(version)s")
def commands() -> None:
    """Read Indonesian news about BNN, the narcotics agency, and give the statistics in it, each with its sentence."""


for _command in (extract, explain, columns, patterns):
    commands.add_command(_command)


def _abandon(code: int) -> int:
    """Give up what is still to be written, so that Python does not stumble over it when it ends."""
    with Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), 1)
        os.dup2(nothing.fileno(), 2)
    return code
