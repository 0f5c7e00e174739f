"""`bnnextract completion`, and what a shell completes options with, told without loading what extracting needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bnnextract.cli.shared import examples, say, terminal_options

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

VARIABLE = "_BNNEXTRACT_COMPLETE"
"""The environment's variable by which a shell asks for completions."""

# How an office of a level is named, in full and short; hyphens, which names are compared without, need no quotes.
_TITLES = {"provinsi": ("BNN-Provinsi", "BNNP"), "kota": ("BNN-Kota", "BNNK"), "kabupaten": ("BNN-Kabupaten", "BNNK")}
_NAME = re.compile(r"^- name: (\S+)$", re.MULTILINE)


@click.command(
    epilog=examples(
        "bnnextract completion bash",
        "bnnextract completion fish > bnnextract.fish",
    ),
)
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
@terminal_options
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script by which a shell completes commands, options and names.

    \b
    bash: add to ~/.bashrc  eval "$(bnnextract completion bash)"
    zsh:  add to ~/.zshrc   eval "$(bnnextract completion zsh)"
    fish: bnnextract completion fish > ~/.config/fish/completions/bnnextract.fish
    """  # noqa: D301 - the backspace is for click, which leaves the lines after it as they are
    from click.shell_completion import ShellComplete, get_completion_class

    made = get_completion_class(shell)
    assert made is not None  # noqa: S101 - click has all of the choices
    # The class's own `source` would start bash to ask for its version.
    say(ShellComplete.source(made(context.find_root().command, {}, "bnnextract", VARIABLE)) + "\n")


def complete_indicator(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Complete the key of an indicator or the name of a group."""
    return _items(indicator_names(context.params.get("folders") or ()), begun)


def complete_office(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Complete the name of an office."""
    return _items(office_names(), begun)


def indicator_names(folders: Iterable[Path] = ()) -> list[str]:
    """Give the keys and the groups of the indicators, sorted."""
    from bnnextract.edition import shipped

    files = (path for folder in (shipped(), *folders) for path in (folder / "indicators").glob("*.yaml"))
    keys = {key for file in files for key in _NAME.findall(file.read_text(encoding="utf-8"))}
    return sorted(keys | {key.partition(".")[0] for key in keys})


def office_names() -> list[str]:
    """Give the names of all offices in full and short, sorted, as words that no shell takes apart."""
    from bnnextract.edition import shipped

    lines = (shipped() / "regions.csv").read_text(encoding="utf-8").splitlines()[1:]
    regions = (line.split(",") for line in lines)
    return sorted(
        {"BNN-RI"} | {f"{title} {name}".replace(" ", "-") for _code, level, name, *_ in regions for title in _TITLES[level]},
    )


def _items(names: Iterable[str], begun: str) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(name) for name in _starting(names, begun)]


def _starting(names: Iterable[str], begun: str) -> Iterator[str]:
    return (name for name in names if name.casefold().startswith(begun.casefold()))
