"""`bnnextract patterns`."""

from __future__ import annotations

from gettext import gettext as _
from pathlib import Path

import click

from bnnextract.cli.config import config_option
from bnnextract.cli.shared import examples, patterns_option, rulebook_of, say, terminal_options


@click.group(
    epilog=examples(
        "bnnextract patterns list --kind indicator",
        "bnnextract patterns show rehabilitasi.klien",
        "bnnextract patterns check",
    )
)
@terminal_options
def patterns() -> None:
    """Show and check what the program knows."""


@patterns.command("list", epilog=examples("bnnextract patterns list --kind indicator"))
@click.option("--kind", metavar="KIND", help="Only the entries of this kind.")
@patterns_option
@config_option()
@terminal_options
def list_(kind: str | None, folders: tuple[Path, ...]) -> None:
    """List the patterns: kind, name and what each is for."""
    entries = rulebook_of(folders).entries
    kinds = sorted({entry.kind for entry in entries})
    if kind is not None and kind not in kinds:
        message = _("no pattern is of the kind '{kind}'; kinds are {kinds}")
        raise click.UsageError(message.format(kind=kind, kinds=", ".join(kinds)))
    wanted = [entry for entry in entries if kind in (None, entry.kind)]
    first = max((len(entry.kind) for entry in wanted), default=0)
    second = max((len(entry.name) for entry in wanted), default=0)
    for entry in wanted:
        say(f"{entry.kind:{first}}  {entry.name:{second}}  {entry.summary}".rstrip() + "\n")


@patterns.command(epilog=examples("bnnextract patterns show rehabilitasi.klien"))
@click.argument("name")
@patterns_option
@config_option()
@terminal_options
def show(name: str, folders: tuple[Path, ...]) -> None:
    """Show the pattern NAME as it is written, with its examples."""
    from difflib import get_close_matches

    entries = rulebook_of(folders).entries
    found = [entry for entry in entries if entry.name == name]
    if not found:
        near = get_close_matches(name, [entry.name for entry in entries])
        meant = _(" or ").join(near) or "`bnnextract patterns list`"
        raise click.UsageError(_("no pattern is named '{name}'; {meant} may be meant").format(name=name, meant=meant))
    say("\n".join(f"# {entry.kind}, {entry.path}:{entry.line}\n{entry.source.rstrip()}\n" for entry in found))


@patterns.command("check", epilog=examples("bnnextract patterns check"))
@patterns_option
@config_option()
@terminal_options
def check_(folders: tuple[Path, ...]) -> int:
    """Run the examples and the counter-examples of all patterns; exit with 1 if one fails."""
    from bnnextract.examples import check

    rulebook = rulebook_of(folders)
    failed = False
    for failure in check(rulebook):
        failed = True
        say(f"{failure.path}:{failure.line}:{failure.column}: {failure.message}\n")
    if not failed:
        examples = sum(len(entry.examples) + len(entry.rejects) for entry in rulebook.entries)
        say(f"{examples} examples and counter-examples of {len(rulebook.entries)} patterns hold\n")
    return int(failed)
