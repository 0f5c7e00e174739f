"""`bnnextract extract`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bnnextract.cli.shared import (
    Inputs,
    examples,
    map_option,
    need_paths,
    paths_argument,
    patterns_option,
    progress,
    rulebook_of,
    target,
)
from bnnextract.writing import ENDINGS, FORMS, writer

if TYPE_CHECKING:
    from bnnextract.model import Office
    from bnnextract.rulebook import Rulebook


@click.command(
    epilog=examples(
        "bnnextract extract article.txt",
        "bnnextract extract news/ --output statistics.csv",
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
@click.option("--office", "offices", multiple=True, metavar="NAME", help="Only this office: 'BNNK Cilegon', '3672', '00'.")
@click.option("--year", "years", multiple=True, metavar="YEAR", help="Only this year or span of years: 2024, 2020-2024.")
@click.option("--indicator", "indicators", multiple=True, metavar="KEY", help="Only this indicator, or group of them.")
@click.option("--no-events", is_flag=True, help="Leave out the figures of single arrests, meetings and the like.")
@click.option("--sure", is_flag=True, help="Leave out the figures that are open to doubt.")
@map_option
@patterns_option
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
    mapping: dict[str, str],
    folders: tuple[Path, ...],
) -> int:
    """Give the statistics in articles.

    PATH is whatever holds articles: texts, HTML pages, JSON, CSV and workbooks as scrapers write them, compressed or in
    archives; a folder of such files; or - for standard input. What a file is, and which of its columns hold what, is found
    out; `bnnextract columns FILE` shows it, and --map puts it right. jsonl and csv have a row a statistic, written as the
    articles are read; yaml and json have a record an office and year, written when all are.

    --office, --year and --indicator may be repeated.
    """
    need_paths(context, paths)
    form = form or _form_of(output)
    _keep_inputs(paths, output)
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
    inputs = Inputs(paths, mapping)
    with target(output) as stream, progress(output) as counted:
        analyses = (selection.of(analyse(article, rulebook)) for article in counted(inputs))
        writer(form)(analyses, rulebook, stream)
        stream.flush()
    return inputs.code


def _form_of(output: str) -> str:
    """Tell the form from a file's ending."""
    ending = Path(output).suffix.lower()
    form = ENDINGS.get(ending) if ending else FORMS[0]
    if form is None:
        raise click.UsageError(f"'{output}' does not tell the form; end it with one of {', '.join(ENDINGS)}, or give --format")
    return form


def _keep_inputs(paths: tuple[str, ...], output: str) -> None:
    """Refuse to write over an article that is to be read."""
    for path in paths:
        # A device may well be both.
        if "-" not in (path, output) and Path(output).is_file() and Path(path).is_file() and Path(path).samefile(output):
            raise click.UsageError(f"'{output}' is an input; give --output another name")


def _offices(rulebook: Rulebook) -> Iterator[Office]:
    from bnnextract.knowledge.gazetteer import NATIONAL

    return map(rulebook.gazetteer.office_of, (NATIONAL, *rulebook.gazetteer.regions))
