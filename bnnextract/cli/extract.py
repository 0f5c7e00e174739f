"""`bnnextract extract`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bnnextract.cli.shared import (
    Inputs,
    StoppedError,
    examples,
    need_paths,
    paths_argument,
    patterns_option,
    progress,
    rulebook_of,
    target,
)
from bnnextract.writing import BINARY, ENDINGS, FORMS, WIDE, MissingExtraError, writer

if TYPE_CHECKING:
    from bnnextract.model import Office
    from bnnextract.rulebook import Rulebook


@click.command(
    epilog=examples(
        "bnnextract extract article.txt",
        "bnnextract extract news/ --output statistics.xlsx",
        "bnnextract extract news/ --office 'BNN Kota Cilegon' --year 2020-2024 --indicator rehabilitasi",
        "cat articles.jsonl | bnnextract extract --format jsonl -",
    )
)
@paths_argument
@click.option("-f", "--format", "form", type=click.Choice(FORMS), help="The output's form; yaml if nothing tells it.")
@click.option(
    "-o",
    "--output",
    default="-",
    metavar="FILE",
    type=click.Path(allow_dash=True),
    help="Write to this file, whose ending tells the form; it is replaced when all is done, never before.",
)
@click.option("--wide", is_flag=True, help="A row an office and year, a column an indicator; in xlsx a sheet more.")
@click.option("--safe-cells", "safe", is_flag=True, help="In csv, an apostrophe before texts that begin like a formula.")
@click.option("--office", "offices", multiple=True, metavar="NAME", help="Only this office: 'BNNK Cilegon', '3672', '00'.")
@click.option("--year", "years", multiple=True, metavar="YEAR", help="Only this year or span of years: 2024, 2020-2024.")
@click.option("--indicator", "indicators", multiple=True, metavar="KEY", help="Only this indicator, or group of them.")
@click.option("--no-events", is_flag=True, help="Leave out the figures of single arrests, meetings and the like.")
@click.option("--sure", is_flag=True, help="Leave out the figures that are open to doubt.")
@patterns_option
@click.pass_context
def extract(
    context: click.Context,
    paths: tuple[str, ...],
    form: str | None,
    output: str,
    wide: bool,  # noqa: FBT001 - click passes it by name
    safe: bool,  # noqa: FBT001 - likewise
    offices: tuple[str, ...],
    years: tuple[str, ...],
    indicators: tuple[str, ...],
    no_events: bool,  # noqa: FBT001 - likewise
    sure: bool,  # noqa: FBT001 - likewise
    folders: tuple[Path, ...],
) -> int:
    """Give the statistics in articles.

    PATH is a text file (one article), a JSON Lines file (an object a line with the keys id, title, url, published and
    text), a folder of such files, or - for standard input. yaml and json have a record an office and year; the other
    forms have a row a statistic, xlsx and sqlite tables of records and articles, too. jsonl, csv, csv-excel and
    parquet are written as the articles are read, the others when all are. Beside NAME.csv, NAME.datapackage.json tells
    what its columns are.

    --office, --year and --indicator may be repeated.
    """
    need_paths(context, paths)
    form = form or (WIDE[0] if wide and output == "-" else _form_of(output))
    _fit(form, output, wide=wide, safe=safe)
    _keep_inputs(paths, output)
    try:
        write = writer(form, wide=wide, safe=safe)
    except MissingExtraError as error:
        raise StoppedError(str(error)) from None
    from bnnextract.copies import mark_copies
    from bnnextract.pipeline import analyse
    from bnnextract.records import Selection, indicators_named, offices_named, year_named

    rulebook = rulebook_of(folders)
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
    inputs = Inputs(paths)
    with target(output) as stream, progress(output) as counted:
        analyses = (selection.of(analyse(article, rulebook)) for article in mark_copies(counted(inputs)))
        write(analyses, rulebook, stream)
        stream.flush()
    _describe(output, form, rulebook, wide=wide)
    return inputs.code


def _describe(output: str, form: str, rulebook: Rulebook, *, wide: bool) -> None:
    """Write beside a CSV file what its columns are."""
    # A device cannot be read again.
    if not form.startswith("csv") or output == "-" or not Path(output).is_file():
        return
    from bnnextract.writing.datapackage import describe, descriptor_of

    with target(str(descriptor_of(Path(output)))) as stream:
        stream.write(describe(Path(output), form, rulebook, wide=wide).encode())


def _form_of(output: str) -> str:
    """Tell the form from a file's ending."""
    ending = Path(output).suffix.lower()
    form = ENDINGS.get(ending) if ending else FORMS[0]
    if form is None:
        raise click.UsageError(f"'{output}' does not tell the form; end it with one of {', '.join(ENDINGS)}, or give --format")
    return form


def _fit(form: str, output: str, *, wide: bool, safe: bool) -> None:
    """Refuse what the form cannot be, and bytes on a terminal."""
    if wide and form not in WIDE:
        raise click.UsageError(f"--wide makes a table, which {form} does not have; give --format {', '.join(WIDE)}")
    if safe and form != "csv":
        raise click.UsageError(f"--safe-cells is for csv, not {form}; leave it out")
    if form in BINARY and output == "-" and sys.stdout is not None and sys.stdout.isatty():
        raise click.UsageError(f"{form} is no text for a terminal; give --output a file")


def _keep_inputs(paths: tuple[str, ...], output: str) -> None:
    """Refuse to write over an article that is to be read."""
    for path in paths:
        # A device may well be both.
        if "-" not in (path, output) and Path(output).is_file() and Path(path).is_file() and Path(path).samefile(output):
            raise click.UsageError(f"'{output}' is an input; give --output another name")


def _offices(rulebook: Rulebook) -> Iterator[Office]:
    from bnnextract.knowledge.gazetteer import NATIONAL

    return map(rulebook.gazetteer.office_of, (NATIONAL, *rulebook.gazetteer.regions))
