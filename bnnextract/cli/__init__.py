"""The command `bnnextract`.

It ends with 0 when all was done (finding nothing is no failure), 1 when `patterns check` or `extract --strict` found
something, 2 when it was asked wrongly or some input could not be read (the rest is done nevertheless), 130 when
interrupted, 141 when the reader of its output went away and 143 when terminated. What is not needed for `--help` is imported
where it is used.
"""

from __future__ import annotations

import os
import signal
import sys
from gettext import gettext as _
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click

from bnnextract._version import __version__
from bnnextract.cli.columns import columns
from bnnextract.cli.completion import VARIABLE, completion
from bnnextract.cli.explain import explain
from bnnextract.cli.extract import extract
from bnnextract.cli.language import language, speak
from bnnextract.cli.patterns import patterns
from bnnextract.cli.schema import schema
from bnnextract.cli.shared import DEBUG, FAULT, StoppedError, examples, tell, terminal_options

_INTERRUPTED, _CLOSED, _TERMINATED = 130, 141, 143


class _Terminated(BaseException):
    """The process was told to end: it leaves what is half written as tidily as when interrupted."""


def main() -> NoReturn:
    """Run the command with the process's arguments, and end the process."""
    signal.signal(signal.SIGTERM, _terminate)
    try:
        code = _run(sys.argv[1:])
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        code = _abandon(_CLOSED)
    except KeyboardInterrupt:
        tell(_("interrupted"))
        code = _abandon(_INTERRUPTED)
    except _Terminated:
        tell(_("terminated"))
        code = _abandon(_TERMINATED)
    except OSError as error:
        message = _("{path}: {reason}; nothing more was written")
        tell(message.format(path=error.filename or _("standard output"), reason=error.strerror or error))
        code = _abandon(FAULT)
    sys.exit(code)


def _terminate(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise _Terminated


def _run(arguments: list[str]) -> int:
    """Run a command; give the exit code."""
    speak(language(arguments, os.environ), commands)
    if instruction := os.environ.get(VARIABLE):
        from click.shell_completion import shell_complete

        return shell_complete(commands, {}, "bnnextract", VARIABLE, instruction)
    # click's own main would turn a closed pipe and an interrupt into exit code 1.
    debug = False
    try:
        with commands.make_context("bnnextract", arguments) as context:
            try:
                return int(commands.invoke(context) or 0)
            finally:
                debug = context.meta.get(DEBUG, False)
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
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the user is told in one line
        from bnnextract.cli.report import internal

        if debug:
            import traceback

            traceback.print_exc()
        tell(internal(error))
        return FAULT


def _show_version(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:  # noqa: FBT001 - click passes it by position
    if not asked or context.resilient_parsing:
        return
    from bnnextract.edition import REGIONS, rules_version

    click.echo(f"bnnextract {__version__}\n{_('rules')} {rules_version()}\n{_('regions')} {REGIONS}")
    context.exit()


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "bnnextract extract article.txt",
        "bnnextract extract news/ --output statistics.csv",
        "bnnextract explain article.txt",
    ),
)
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the versions of the program, its rules and its table of regions, and exit.",
)
@terminal_options
def commands() -> None:
    """Read Indonesian news about BNN, the narcotics agency, and give the statistics in it, each with its sentence."""


for _command in (extract, explain, columns, patterns, schema, completion):
    commands.add_command(_command)


def _abandon(code: int) -> int:
    """Give up what is still to be written, so that Python does not stumble over it when it ends."""
    with Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), 1)
        os.dup2(nothing.fileno(), 2)
    return code
