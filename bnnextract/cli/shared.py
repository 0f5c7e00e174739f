"""What several commands share: their options, their inputs, and how they speak to the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

import click

if TYPE_CHECKING:
    from bnnextract.model import Article
    from bnnextract.rulebook import Rulebook

T = TypeVar("T")

FAULT = 2
"""The exit code where the command was wrong or something could not be read or written."""

paths_argument = click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(allow_dash=True))
patterns_option = click.option(
    "--patterns",
    "folders",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Add the patterns in this folder; those of a shipped name replace it. May be repeated.",
)


def _mapping(context: click.Context, parameter: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    """Read `field=key`, as often as it is given."""
    if not given:
        return {}
    from bnnextract.reading.columns import FIELDS

    mapping: dict[str, str] = {}
    for one in given:
        field, sign, key = one.partition("=")
        if not (sign and key) or field not in FIELDS:
            fields = f"{', '.join(FIELDS[:-1])} or {FIELDS[-1]}"
            raise click.BadParameter(f"'{one}' maps nothing; write FIELD=KEY, where FIELD is {fields}", context, parameter)
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


class Inputs:
    """The articles of the paths; what cannot be read is told on standard error, and remembered in the exit code."""

    def __init__(self, paths: Sequence[str], mapping: Mapping[str, str] | None = None) -> None:
        self.code = 0
        self._paths = paths
        self._mapping = mapping

    def __iter__(self) -> Iterator[Article]:
        from bnnextract.reading import ReadError, read_articles

        stdin = BytesIO() if sys.stdin is None else sys.stdin.buffer
        for found in read_articles(self._paths, stdin, mapping=self._mapping):
            if isinstance(found, ReadError):
                tell(str(found))
                self.code = FAULT
            else:
                yield found


def need_paths(context: click.Context, paths: tuple[str, ...]) -> None:
    """Stop where there is nothing to read: with the help on a terminal, else with what is missing."""
    if paths:
        return
    if sys.stdin is not None and sys.stdin.isatty():
        click.echo(context.get_help(), err=True)
        context.exit(FAULT)
    raise click.UsageError("nothing to read; give a file, a folder, or - for standard input", context)


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
            raise StoppedError("standard output is closed; give --output a file")
        yield sys.stdout.buffer
        return
    from bnnextract.writing.files import replacing

    try:
        with replacing(Path(output)) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise StoppedError(f"{output}: {error.strerror or error}; nothing was written") from None


@contextmanager
def progress(output: str) -> Iterator[Callable[[Iterable[T]], Iterable[T]]]:
    """Count articles on a terminal that the statistics themselves do not go to."""
    if sys.stderr is None or not sys.stderr.isatty() or (output == "-" and sys.stdout.isatty()):
        yield lambda articles: articles
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("{task.completed:,.0f} articles"), TimeElapsedColumn()
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
