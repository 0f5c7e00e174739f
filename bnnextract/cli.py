"""The command `bnnextract`.

It ends with 0 when all was done (finding nothing is no failure), 1 when `patterns check` found something, 2 when it was
asked wrongly or some input could not be read (the rest is done nevertheless), 130 when interrupted and 141 when the
reader of its output went away. What is not needed for `--help` is imported where it is used.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NoReturn, TypeVar

import click

from bnnextract._version import __version__

if TYPE_CHECKING:
    from bnnextract.model import Article, Office, Statistic
    from bnnextract.rulebook import Rulebook

T = TypeVar("T")

_FAULT, _INTERRUPTED, _CLOSED = 2, 130, 141
_FORMATS = ("yaml", "jsonl", "json", "csv")
_EXTENSIONS = {"": "yaml", ".yaml": "yaml", ".yml": "yaml", ".jsonl": "jsonl", ".json": "json", ".csv": "csv"}
_COMPLETION = "_BNNEXTRACT_COMPLETE"

_paths = click.argument("paths", nargs=-1, metavar="PATH...", type=click.Path(allow_dash=True))
_patterns = click.option(
    "--patterns",
    "folders",
    multiple=True,
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Add the patterns in this folder; those of a shipped name replace it. May be repeated.",
)


def _examples(*commands: str) -> str:
    """Lay out working examples; click rewraps all that no backspace precedes."""
    return "\b\nExamples:\n" + "".join(f"  {command}\n" for command in commands)


class _StoppedError(Exception):
    """Why nothing more can be done, in one line."""


def main() -> NoReturn:
    """Run the command with the process's arguments, and end the process."""
    try:
        code = _run(sys.argv[1:])
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        code = _abandon(_CLOSED)
    except KeyboardInterrupt:
        _tell("interrupted")
        code = _abandon(_INTERRUPTED)
    except OSError as error:
        _tell(f"{error.filename or 'standard output'}: {error.strerror or error}; nothing more was written")
        code = _abandon(_FAULT)
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
    except _StoppedError as error:
        _tell(str(error))
        return _FAULT


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=_examples(
        "bnnextract extract article.txt",
        "bnnextract extract news/ --output statistics.csv",
        "bnnextract explain article.txt",
    ),
)
@click.version_option(__version__, "-V", "--version", prog_name="bnnextract", message="%(prog)s %(version)s")
def commands() -> None:
    """Read Indonesian news about BNN, the narcotics agency, and give the statistics in it, each with its sentence."""


@commands.command(
    epilog=_examples(
        "bnnextract extract article.txt",
        "bnnextract extract news/ --output statistics.csv",
        "bnnextract extract news/ --office 'BNN Kota Cilegon' --year 2020-2024 --indicator rehabilitasi",
        "cat articles.jsonl | bnnextract extract --format jsonl -",
    )
)
@_paths
@click.option("-f", "--format", "form", type=click.Choice(_FORMATS), help="The output's form; yaml if nothing tells it.")
@click.option(
    "-o",
    "--output",
    default="-",
    metavar="FILE",
    type=click.Path(allow_dash=True),
    help="Write to this file, whose ending tells the form; it is replaced when all is done, never before.",
)
@click.option("--office", "offices", multiple=True, metavar="NAME", help="Only this office: 'BNNK Cilegon', '3672', '00'.")
@click.option("--year", "years", multiple=True, metavar="YEAR", help="Only this year or span of years: 2024, 2020-2024.")
@click.option("--indicator", "indicators", multiple=True, metavar="KEY", help="Only this indicator, or group of them.")
@click.option("--no-events", is_flag=True, help="Leave out the figures of single arrests, meetings and the like.")
@click.option("--sure", is_flag=True, help="Leave out the figures that are open to doubt.")
@_patterns
@click.pass_context
def extract(
    context: click.Context,
    paths: tuple[str, ...],
    form: str | None,
    output: str,
    offices: tuple[str, ...],
    years: tuple[str, ...],
    indicators: tuple[str, ...],
    no_events: bool,  # noqa: FBT001 - click passes it by name
    sure: bool,  # noqa: FBT001 - likewise
    folders: tuple[Path, ...],
) -> int:
    """Give the statistics in articles.

    PATH is a text file (one article), a JSON Lines file (an object a line with the keys id, title, url, published and
    text), a folder of such files, or - for standard input. jsonl and csv have a row a statistic, written as the
    articles are read; yaml and json have a record an office and year, written when all are.

    --office, --year and --indicator may be repeated.
    """
    _need_paths(context, paths)
    form = form or _form_of(output)
    _keep_inputs(paths, output)
    from bnnextract.pipeline import analyse
    from bnnextract.records import Selection, indicators_named, offices_named, year_named

    rulebook = _rulebook(folders)
    try:
        selection = Selection(
            offices=offices_named(offices, _offices(rulebook)) if offices else frozenset(),
            years=tuple(map(year_named, years)),
            indicators=indicators_named(indicators, rulebook.indicator_order),
            events=not no_events,
            unsure=not sure,
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    inputs = _Inputs(paths)
    with _target(output) as stream, _progress(output) as counted:
        found = (
            statistic
            for article in counted(inputs)
            for statistic in analyse(article, rulebook).statistics
            if selection.keeps(statistic)
        )
        for piece in _pieces(form, found, rulebook.indicator_order):
            stream.write(piece.encode())
        stream.flush()
    return inputs.code


@commands.command(epilog=_examples("bnnextract explain article.txt", "bnnextract explain --format json - < article.txt"))
@_paths
@click.option("-f", "--format", "form", type=click.Choice(("text", "json")), default="text", help="The output's form.")
@_patterns
@click.pass_context
def explain(context: click.Context, paths: tuple[str, ...], form: str, folders: tuple[Path, ...]) -> int:
    """Tell what each number in an article was read as, and why.

    Of a number that became a figure it tells the pattern and what gave the indicator, the office and the year; of one
    that was left out, what struck it out or what was missing. PATH is as for extract.
    """
    _need_paths(context, paths)
    from bnnextract.explain import coloured, data, plain
    from bnnextract.pipeline import analyse
    from bnnextract.writing import json_list

    rulebook = _rulebook(folders)
    inputs = _Inputs(paths)
    analyses = (analyse(article, rulebook, readings=True) for article in inputs)
    if form == "json":
        for piece in json_list(map(data, analyses)):
            _say(piece)
    else:
        show_text = coloured if sys.stdout is not None and sys.stdout.isatty() else plain
        for analysis in analyses:
            _say(show_text(analysis))
    return inputs.code


@commands.group(
    epilog=_examples(
        "bnnextract patterns list --kind indicator",
        "bnnextract patterns show rehabilitasi.klien",
        "bnnextract patterns check",
    )
)
def patterns() -> None:
    """Show and check what the program knows."""


@patterns.command("list", epilog=_examples("bnnextract patterns list --kind indicator"))
@click.option("--kind", metavar="KIND", help="Only the entries of this kind.")
@_patterns
def list_(kind: str | None, folders: tuple[Path, ...]) -> None:
    """List the patterns: kind, name and what each is for."""
    entries = _rulebook(folders).entries
    kinds = sorted({entry.kind for entry in entries})
    if kind is not None and kind not in kinds:
        raise click.UsageError(f"no pattern is of the kind '{kind}'; kinds are {', '.join(kinds)}")
    wanted = [entry for entry in entries if kind in (None, entry.kind)]
    first = max((len(entry.kind) for entry in wanted), default=0)
    second = max((len(entry.name) for entry in wanted), default=0)
    for entry in wanted:
        _say(f"{entry.kind:{first}}  {entry.name:{second}}  {entry.summary}".rstrip() + "\n")


@patterns.command(epilog=_examples("bnnextract patterns show rehabilitasi.klien"))
@click.argument("name")
@_patterns
def show(name: str, folders: tuple[Path, ...]) -> None:
    """Show the pattern NAME as it is written, with its examples."""
    from difflib import get_close_matches

    entries = _rulebook(folders).entries
    found = [entry for entry in entries if entry.name == name]
    if not found:
        near = get_close_matches(name, [entry.name for entry in entries])
        raise click.UsageError(f"no pattern is named '{name}'; {' or '.join(near) or '`patterns list`'} may be meant")
    _say("\n".join(f"# {entry.kind}, {entry.path}:{entry.line}\n{entry.source.rstrip()}\n" for entry in found))


@patterns.command("check", epilog=_examples("bnnextract patterns check"))
@_patterns
def check_(folders: tuple[Path, ...]) -> int:
    """Run the examples and the counter-examples of all patterns; exit with 1 if one fails."""
    from bnnextract.examples import check

    rulebook = _rulebook(folders)
    failed = False
    for failure in check(rulebook):
        failed = True
        _say(f"{failure.path}:{failure.line}:{failure.column}: {failure.message}\n")
    if not failed:
        examples = sum(len(entry.examples) + len(entry.rejects) for entry in rulebook.entries)
        _say(f"{examples} examples and counter-examples of {len(rulebook.entries)} patterns hold\n")
    return int(failed)


class _Inputs:
    """The articles of the paths; what cannot be read is told on standard error, and remembered in the exit code."""

    def __init__(self, paths: Sequence[str]) -> None:
        self.code = 0
        self._paths = paths

    def __iter__(self) -> Iterator[Article]:
        from bnnextract.reading import ReadError, read_articles

        for found in read_articles(self._paths, BytesIO() if sys.stdin is None else sys.stdin.buffer):
            if isinstance(found, ReadError):
                _tell(str(found))
                self.code = _FAULT
            else:
                yield found


def _need_paths(context: click.Context, paths: tuple[str, ...]) -> None:
    if paths:
        return
    if sys.stdin is not None and sys.stdin.isatty():
        click.echo(context.get_help(), err=True)
        context.exit(_FAULT)
    raise click.UsageError("nothing to read; give a file, a folder, or - for standard input", context)


def _form_of(output: str) -> str:
    """Tell the form from a file's ending."""
    ending = Path(output).suffix.lower()
    if ending in _EXTENSIONS:
        return _EXTENSIONS[ending]
    forms = ", ".join(filter(None, _EXTENSIONS))
    raise click.UsageError(f"'{output}' does not tell the form; end it with one of {forms}, or give --format")


def _keep_inputs(paths: tuple[str, ...], output: str) -> None:
    """Refuse to write over an article that is to be read."""
    for path in paths:
        # A device may well be both.
        if "-" not in (path, output) and Path(output).is_file() and Path(path).is_file() and Path(path).samefile(output):
            raise click.UsageError(f"'{output}' is an input; give --output another name")


def _rulebook(folders: tuple[Path, ...]) -> Rulebook:
    from bnnextract.rulebook import load_rulebook
    from bnnextract.strict_yaml import PatternError

    try:
        return load_rulebook(folders)
    except PatternError as error:
        raise _StoppedError(str(error)) from None


def _offices(rulebook: Rulebook) -> Iterator[Office]:
    from bnnextract.knowledge.gazetteer import NATIONAL

    return map(rulebook.gazetteer.office_of, (NATIONAL, *rulebook.gazetteer.regions))


def _pieces(form: str, statistics: Iterable[Statistic], order: Sequence[str]) -> Iterator[str]:
    """Give the output piece by piece: a flat one as the statistics come, a nested one when all have come."""
    from bnnextract.records import records
    from bnnextract.writing import FLAT, NESTED

    return FLAT[form](statistics) if form in FLAT else NESTED[form](records(statistics, order))


@contextmanager
def _target(output: str) -> Iterator[BinaryIO]:
    """Give what to write to: a file that appears when all went well, or standard output."""
    if output == "-":
        if sys.stdout is None:
            raise _StoppedError("standard output is closed; give --output a file")
        yield sys.stdout.buffer
        return
    from bnnextract.writing import replacing

    try:
        with replacing(Path(output)) as stream:
            yield stream
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _StoppedError(f"{output}: {error.strerror or error}; nothing was written") from None


@contextmanager
def _progress(output: str) -> Iterator[Callable[[Iterable[T]], Iterable[T]]]:
    """Count articles on a terminal that the statistics themselves do not go to."""
    if sys.stderr is None or not sys.stderr.isatty() or (output == "-" and sys.stdout.isatty()):
        yield lambda articles: articles
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = SpinnerColumn(), TextColumn("{task.completed:,.0f} articles"), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as progress:
        yield progress.track


def _say(text: str) -> None:
    """Write to standard output in UTF-8, whatever the locale."""
    if sys.stdout is not None:
        sys.stdout.buffer.write(text.encode())


def _tell(message: str) -> None:
    """Write a line to standard error."""
    if sys.stderr is not None:
        print(message, file=sys.stderr)


def _abandon(code: int) -> int:
    """Give up what is still to be written, so that Python does not stumble over it when it ends."""
    with Path(os.devnull).open("wb") as nothing:
        os.dup2(nothing.fileno(), 1)
        os.dup2(nothing.fileno(), 2)
    return code
