"""`bnnextract extract`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from gettext import gettext as _
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from bnnextract.cli.completion import complete_indicator, complete_office
from bnnextract.cli.config import NOTES, config_option
from bnnextract.cli.paths import Inputs, given_paths, keep_apart
from bnnextract.cli.shared import (
    BRIEFLY,
    DEBUG,
    FULLY,
    StoppedError,
    errors_option,
    examples,
    files_from_option,
    map_option,
    paths_argument,
    patterns_option,
    progress,
    rulebook_of,
    target,
    tell,
    terminal_options,
)
from bnnextract.writing import BINARY, ENDINGS, FORMS, WIDE, MissingExtraError, writer

if TYPE_CHECKING:
    from bnnextract.cli.outcomes import Outcome, Work
    from bnnextract.cli.report import Report
    from bnnextract.model import Analysis, Article, Office, Statistic
    from bnnextract.records import Selection
    from bnnextract.rulebook import Rulebook

_FLAGGED = 1


@click.command(
    epilog=examples(
        "bnnextract extract article.txt",
        "bnnextract extract news/ --output statistics.xlsx",
        "bnnextract extract news/ --office 'BNN Kota Cilegon' --year 2020-2024 --indicator rehabilitasi",
        "bnnextract extract news/ --jobs 0 --resume ledger.jsonl --output statistics.jsonl",
        "find news/ -name '*.txt' -print0 | bnnextract extract --format jsonl --files-from -",
        "cat articles.jsonl | bnnextract extract --format jsonl -",
    )
)
@paths_argument
@files_from_option
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
@click.option(
    "--office",
    "offices",
    multiple=True,
    metavar="NAME",
    shell_complete=complete_office,
    help="Only this office: 'BNNK Cilegon', '3672', '00'.",
)
@click.option("--year", "years", multiple=True, metavar="YEAR", help="Only this year or span of years: 2024, 2020-2024.")
@click.option(
    "--indicator",
    "indicators",
    multiple=True,
    metavar="KEY",
    shell_complete=complete_indicator,
    help="Only this indicator, or group of them.",
)
@click.option("--no-events", is_flag=True, help="Leave out the figures of single arrests, meetings and the like.")
@click.option("--sure", is_flag=True, help="Leave out the figures that are open to doubt.")
@click.option("--strict", is_flag=True, help="End with 1 if a check within an article found something, told in flags.")
@map_option
@patterns_option
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=0),
    default=1,
    metavar="N",
    help="Work in N processes at once, 0 for one a core; the output is the same.",
)
@click.option(
    "--resume",
    metavar="LEDGER",
    type=click.Path(dir_okay=False),
    help="Keep what is found of each article in this file, and do not analyse again what is in it.",
)
@errors_option
@click.option("-q", "--quiet", is_flag=True, help="Tell nothing but what could not be read.")
@click.option("-v", "--verbose", count=True, help="Tell what is done; -vv tells it of every article.")
@config_option()
@terminal_options
@click.pass_context
def extract(
    context: click.Context,
    paths: tuple[str, ...],
    files_from: str | None,
    form: str | None,
    output: str,
    wide: bool,  # noqa: FBT001 - click passes it by name
    safe: bool,  # noqa: FBT001 - likewise
    offices: tuple[str, ...],
    years: tuple[str, ...],
    indicators: tuple[str, ...],
    no_events: bool,  # noqa: FBT001 - likewise
    sure: bool,  # noqa: FBT001 - likewise
    strict: bool,  # noqa: FBT001 - likewise
    mapping: dict[str, str],
    folders: tuple[Path, ...],
    jobs: int,
    resume: str | None,
    errors: str | None,
    quiet: bool,  # noqa: FBT001 - likewise
    verbose: int,
) -> int:
    """Give the statistics in articles.

    PATH is whatever holds articles: texts, HTML pages, JSON, CSV and workbooks as scrapers write them, compressed or in
    archives; a folder of such files; a pattern such as 'news/2024-*.txt'; or - for standard input. What a file is, and
    which of its columns hold what, is found out; `bnnextract columns FILE` shows it, and --map puts it right.

    yaml and json have a record an office and year; the other forms have a row a statistic, xlsx and sqlite tables of
    records and articles, too. jsonl, csv, csv-excel and parquet are written as the articles are read, the others when
    all are. Beside NAME.csv, NAME.datapackage.json tells what its columns are.

    --office, --year and --indicator may be repeated.
    """
    begun = perf_counter()
    form = form or (WIDE[0] if wide and output == "-" else _form_of(output))
    _fit(form, output, wide=wide, safe=safe)
    paths = given_paths(context, paths, files_from)
    descriptor = _descriptor(form, output)
    files = {"--output": output, "--output's descriptor": descriptor, "--resume": resume, "--errors": errors}
    written = keep_apart(context, paths, files)
    try:
        write = writer(form, wide=wide, safe=safe)
    except MissingExtraError as error:
        raise StoppedError(str(error)) from None
    from bnnextract.cli.report import reporting
    from bnnextract.cli.resume import resuming
    from bnnextract.copies import mark_copies
    from bnnextract.edition import rules_version

    rulebook = rulebook_of(folders)
    rules = rules_version(folders)
    selection = _selection(rulebook, offices, years, indicators, events=not no_events, unsure=not sure)
    with reporting(quiet=quiet, verbose=verbose, errors=errors) as report:
        for level, message in context.meta.get(NOTES, ()):
            report.note(level, message)
        loaded = _("rules {version}: read in {seconds:.2f} s")
        report.note(BRIEFLY, loaded.format(version=rules, seconds=perf_counter() - begun))
        with (
            _working(jobs, folders) as work,
            resuming(resume, rules, report) as ledger,
            target(output) as stream,
            progress(output, quiet=quiet) as counted,
        ):
            articles = mark_copies(Inputs(paths, report, written, mapping))
            outcomes = work(articles, ledger.known if ledger else _nothing)
            kept = ledger.keeping(outcomes) if ledger else outcomes
            told = _told(counted(kept), report, debug=context.meta.get(DEBUG, False))
            analyses = report.tally.counting(map(selection.of, told))
            write(analyses, rulebook, stream)
            stream.flush()
        _describe(output, form, rulebook, descriptor, wide=wide)
        report.note(BRIEFLY, _("done in {seconds:.2f} s").format(seconds=perf_counter() - begun))
        report.close()
    return report.code or (_FLAGGED if strict and report.tally.flagged else 0)


def _working(jobs: int, folders: tuple[Path, ...]) -> AbstractContextManager[Work]:
    """Give what analyses articles: in this process, or in so many others."""
    if jobs == 1:
        from bnnextract.cli.outcomes import one_by_one

        return nullcontext(partial(one_by_one, folders))
    from bnnextract.cli.jobs import workers

    return workers(jobs, folders)


def _told(outcomes: Iterable[Outcome], report: Report, *, debug: bool) -> Iterator[Analysis]:
    """Give the analyses that there are; tell of each what the user asked to be told, and why one failed."""
    from bnnextract.reading import ReadError

    found_in = _("{article}: {count} found, {how}")
    for outcome in outcomes:
        name = outcome.analysis.article.id
        if outcome.failure is not None:
            if debug:
                tell(outcome.trace.rstrip())
            report.fault(ReadError(name, None, outcome.failure, "internal"))
            continue
        report.tally.resumed += outcome.known
        count = len(outcome.analysis.statistics)
        how = _("known from before") if outcome.known else f"{outcome.seconds * 1000:.0f} ms"
        report.note(FULLY, found_in.format(article=name, count=count, how=how))
        yield outcome.analysis


def _selection(
    rulebook: Rulebook,
    offices: tuple[str, ...],
    years: tuple[str, ...],
    indicators: tuple[str, ...],
    *,
    events: bool,
    unsure: bool,
) -> Selection:
    """Give the choice that the options name; stops where they name something unknown."""
    from bnnextract.records import Selection, indicators_named, offices_named, year_named

    try:
        return Selection(
            offices=offices_named(offices, _offices(rulebook)) if offices else frozenset(),
            years=tuple(map(year_named, years)),
            indicators=indicators_named(indicators, rulebook.indicator_order),
            events=events,
            unsure=unsure,
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _descriptor(form: str, output: str) -> str | None:
    """Give the file beside a CSV file that tells what its columns are."""
    if not form.startswith("csv") or output == "-":
        return None
    from bnnextract.writing.datapackage import descriptor_of

    return str(descriptor_of(Path(output)))


def _describe(output: str, form: str, rulebook: Rulebook, descriptor: str | None, *, wide: bool) -> None:
    """Write beside a CSV file what its columns are."""
    # A device cannot be read again.
    if descriptor is None or not Path(output).is_file():
        return
    from bnnextract.writing.datapackage import describe

    with target(descriptor) as stream:
        stream.write(describe(Path(output), form, rulebook, wide=wide).encode())


def _form_of(output: str) -> str:
    """Tell the form from a file's ending."""
    ending = Path(output).suffix.lower()
    form = ENDINGS.get(ending) if ending else FORMS[0]
    if form is None:
        message = _("'{output}' does not tell the form; end it with one of {endings}, or give --format")
        raise click.UsageError(message.format(output=output, endings=", ".join(ENDINGS)))
    return form


def _fit(form: str, output: str, *, wide: bool, safe: bool) -> None:
    """Refuse what the form cannot be, and bytes on a terminal."""
    if wide and form not in WIDE:
        message = _("--wide makes a table, which {form} does not have; give --format {forms}")
        raise click.UsageError(message.format(form=form, forms=", ".join(WIDE)))
    if safe and form != "csv":
        raise click.UsageError(_("--safe-cells is for csv, not {form}; leave it out").format(form=form))
    if form in BINARY and output == "-" and sys.stdout is not None and sys.stdout.isatty():
        raise click.UsageError(_("{form} is no text for a terminal; give --output a file").format(form=form))


def _offices(rulebook: Rulebook) -> Iterator[Office]:
    from bnnextract.knowledge.gazetteer import NATIONAL

    return map(rulebook.gazetteer.office_of, (NATIONAL, *rulebook.gazetteer.regions))


def _nothing(_article: Article) -> tuple[Statistic, ...] | None:
    return None
