"""What several commands share: their options, and how they speak to the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from bnnextract.cli.language import LANGUAGES

if TYPE_CHECKING:
    from bnnextract.rulebook import Rulebook

F = TypeVar("F", bound=Callable[..., Any])
T = TypeVar("T")

FAULT = 2
"""The exit code where the command was wrong or something could not be read or written."""

BRIEFLY, FULLY = 1, 2
"""How much `-v` and `-vv` ask to be told of."""

DEBUG = "bnnextract.debug"
"""Where a context keeps whether tracebacks are wanted."""

paths_argument = click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(allow_dash=True))
patterns_option = click.option(
    "--patterns",
    "folders",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Add the patterns in this folder; those of a shipped name replace it. May be repeated.",
)
files_from_option = click.option(
    "--files-from",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    help="Read the paths in this file, too, one a line or with a NUL after each; - is standard input.",
)
errors_option = click.option(
    "--errors",
    metavar="FILE",
    type=click.Path(dir_okay=False),
    help="Write what could not be read to this file, too, as JSON Lines.",
)


def terminal_options(command: F) -> F:
    """Give a command the options that every one has: the language it speaks, and tracebacks."""

    def remember(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click passes it by position
        context.meta[DEBUG] = value or context.meta.get(DEBUG, False)

    lang = click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        is_eager=True,
        expose_value=False,
        help="Speak English or Indonesian; the locale tells which if this does not.",
    )
    debug = click.option(
        "--debug",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=remember,
        help="Show the traceback of an error in the program itself.",
    )
    return lang(debug(command))


def _mapping(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Read `field=key`, as often as it is given."""
    if not given:
        return {}
    from bnnextract.reading.columns import FIELDS

    mapping: dict[str, str] = {}
    for one in given:
        field, sign, key = one.partition("=")
        if not (sign and key) or field not in FIELDS:
            fields = _(" or ").join((", ".join(FIELDS[:-1]), FIELDS[-1]))
            message = _("'{mapping}' maps nothing; write FIELD=KEY, where FIELD is {fields}").format(mapping=one, fields=fields)
            raise click.BadParameter(message, context, parameter)
        mapping[field] = key
    return mapping


map_option = click.option(
    "--map",
    "mapping",
    multiple=True,
    callback=_mapping,
    metavar="FIELD=KEY",
    help="Take this field (text, title, url, published, id) from this column or key: text=isi. May be repeated.",
)


def examples(*commands: str) -> str:
    """Lay out working examples; click rewraps all that no backspace precedes."""
    return "\b\nExamples:\n" + "".join(f"  {command}\n" for command in commands)


class StoppedError(Exception):
    """Why nothing more can be done, in one line."""


def rulebook_of(folders: tuple[Path, ...]) -> Rulebook:
    """Load the shipped patterns and those of the folders; stops with the place of what is wrong in them."""
    from bnnextract.rulebook import load_rulebook
    from bnnextract.strict_yaml import PatternError

    try:
        return load_rulebook(folders)
    except PatternError as error:
        raise StoppedError(str(error)) from None


@contextmanager
def target(output: str) -> Iterator[BinaryIO]:
    """Give what to write to: a file that appears when all went well, or standard output."""
    if output == "-":
        if sys.stdout is None:
            raise StoppedError(_("standard output is closed; give --output a file"))
        yield sys.stdout.buffer
        return
    from bnnextract.writing.files import replacing

    try:
        with replacing(Path(output)) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        message = _("{path}: {reason}; nothing was written")
        raise StoppedError(message.format(path=output, reason=error.strerror or error)) from None


@contextmanager
def progress(output: str, *, quiet: bool) -> Iterator[Callable[[Iterable[T]], Iterable[T]]]:
    """Count articles on a terminal that the statistics themselves do not go to."""
    if quiet or sys.stderr is None or not sys.stderr.isatty() or (output == "-" and sys.stdout.isatty()):
        yield lambda articles: articles
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn(_("{task.completed:,.0f} articles")), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield progress.track


def say(text: str) -> None:
    """Write to standard output in UTF-8, whatever the locale."""
    if sys.stdout is not None:
        sys.stdout.buffer.write(text.encode())


def tell(message: str) -> None:
    """Write a line to standard error."""
    if sys.stderr is not None:
        print(message, file=sys.stderr)
