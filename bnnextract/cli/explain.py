"""`bnnextract explain`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bnnextract.cli.shared import Inputs, examples, map_option, need_paths, paths_argument, patterns_option, rulebook_of, say


@click.command(epilog=examples("bnnextract explain article.txt", "bnnextract explain --format json - < article.txt"))
@paths_argument
@click.option("-f", "--format", "form", type=click.Choice(("text", "json")), default="text", help="The output's form.")
@map_option
@patterns_option
@click.pass_context
def explain(
    context: click.Context, paths: tuple[str, ...], form: str, mapping: dict[str, str], folders: tuple[Path, ...]
) -> int:
    """Tell what each number in an article was read as, and why.

    Of a number that became a figure it tells the pattern and what gave the indicator, the office and the year; of one
    that was left out, what struck it out or what was missing. PATH is as for extract.
    """
    need_paths(context, paths)
    from bnnextract.explain import coloured, data, plain
    from bnnextract.pipeline import analyse
    from bnnextract.writing.as_json import json_list

    rulebook = rulebook_of(folders)
    inputs = Inputs(paths, mapping)
    analyses = (analyse(article, rulebook, readings=True) for article in inputs)
    if form == "json":
        for piece in json_list(map(data, analyses)):
            say(piece)
    else:
        show_text = coloured if sys.stdout is not None and sys.stdout.isatty() else plain
        for analysis in analyses:
            say(show_text(analysis))
    return inputs.code
