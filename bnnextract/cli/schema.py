"""`bnnextract schema`."""

from __future__ import annotations

from pathlib import Path

import click

from bnnextract.cli.config import config_option
from bnnextract.cli.shared import examples, patterns_option, rulebook_of, say, terminal_options


@click.command(
    epilog=examples(
        "bnnextract schema > bnnextract.schema.json",
        "bnnextract schema --format jsonl",
    )
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(("yaml", "json", "jsonl")),
    default="yaml",
    help="The form that is described; yaml and json have one schema.",
)
@patterns_option
@config_option(but=("format",))
@terminal_options
def schema(form: str, folders: tuple[Path, ...]) -> None:
    """Give the JSON Schema of what extract writes.

    The YAML names the schema bnnextract.schema.json in its first line: with that file beside it, editors check it and
    tell what its fields mean.
    """
    from json import dumps

    from bnnextract.writing.schema import schema_of_records, schema_of_rows

    book = rulebook_of(folders)
    found = schema_of_rows(book) if form == "jsonl" else schema_of_records(book)
    say(dumps(found, ensure_ascii=False, indent=2) + "\n")
