"""`bnnextract explain`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from bnnextract.cli.config import config_option
from bnnextract.cli.paths import Inputs, given_paths, keep_apart
from bnnextract.cli.shared import (
    errors_option,
    examples,
    files_from_option,
    map_option,
    paths_argument,
    patterns_option,
    rulebook_of,
    say,
    terminal_options,
)


@click.command(epilog=examples("bnnextract explain article.txt", "bnnextract explain --format json - < article.txt"))
@paths_argument
@files_from_option
@click.option("-f", "--format", "form", type=click.Choice(("text", "json")), default="text", help="The output's form.")
@map_option
@patterns_option
@errors_option
@config_option(but=("format",))
@terminal_options
@click.pass_context
def explain(
    context: click.Context,
    paths: tuple[str, ...],
    files_from: str | None,
    form: str,
    mapping: dict[str, str],
    folders: tuple[Path, ...],
    errors: str | None,
) -> int:
    """Tell what each number in an article was read as, and why.

    Of a number that became a figure it tells the pattern and what gave the indicator, the office and the year; of one
    that was left out, what struck it out or what was missing. PATH is as for extract.
    """
    paths = given_paths(context, paths, files_from)
    written = keep_apart(context, paths, {"--errors": errors})
    from bnnextract.cli.report import reporting
    from bnnextract.explain import coloured, data, plain
    from bnnextract.pipeline import analyse
    from bnnextract.writing.as_json import json_list

    rulebook = rulebook_of(folders)
    with reporting(quiet=True, verbose=0, errors=errors) as report:
        analyses = (analyse(article, rulebook, readings=True) for article in Inputs(paths, report, written, mapping))
        if form == "json":
            for piece in json_list(map(data, analyses)):
                say(piece)
        else:
            show_text = coloured if _has_colour() else plain
            for analysis in analyses:
                say(show_text(analysis))
    return report.code


def _has_colour() -> bool:
    """Tell whether colour is wanted: on a terminal, or where FORCE_COLOR asks for it; NO_COLOR is rich's to heed."""
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout is not None and sys.stdout.isatty())
