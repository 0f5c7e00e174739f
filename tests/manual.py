"""The manual pages, made from what the commands tell of themselves: `man/*.1`, which are installed with the program.

`python tests/manual.py` tells which of them are out of date; with `--write` it brings them up to date.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from bnnextract.cli import commands

FOLDER = Path(__file__).parent.parent / "man"

_EXAMPLES = "\b\nExamples:\n"
_FILES = (
    ("bnnextract.toml", 'Options of extract, by their names without the dashes, one a line: format = "csv".'),
    ("pyproject.toml", "The same in its table tool.bnnextract, where there is no bnnextract.toml in the working folder."),
    ("$XDG_CONFIG_HOME/bnnextract/config.toml", "The same for all folders; $XDG_CONFIG_HOME is ~/.config if it is not set."),
)
_ENVIRONMENT = (
    ("BNNEXTRACT_FORMAT, BNNEXTRACT_JOBS, ...", "Options of extract, by their names in capitals, with _ for -."),
    ("BNNEXTRACT_LANG, LANGUAGE, LC_ALL, LC_MESSAGES, LANG", "The language: Indonesian where the first set begins with id."),
    ("NO_COLOR, FORCE_COLOR", "No colour; colour even where the output is no terminal."),
)
_STATUS = (
    ("0", "All was done; finding nothing is no failure."),
    ("1", "patterns check, or extract --strict, found something."),
    ("2", "The command was wrong, or something could not be read or written; the rest was done."),
    ("130", "Interrupted."),
    ("141", "The reader of the output went away."),
    ("143", "Terminated."),
)


def pages() -> dict[str, str]:
    """Give the manual pages by their file names."""
    return {f"{'-'.join(path)}.1": _page(path, command) for path, command in _walk(("bnnextract",), commands)}


def _walk(path: tuple[str, ...], command: click.Command) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, inner in command.commands.items():
            yield from _walk((*path, name), inner)


def _page(path: tuple[str, ...], command: click.Command) -> str:
    context = click.Context(command, info_name=" ".join(path), help_option_names=["-h", "--help"])
    summary, _, rest = inspect.cleandoc(command.help or "").partition("\n\n")
    usage = " ".join(command.collect_usage_pieces(context))
    options = [option.get_help_record(context) for option in command.get_params(context) if isinstance(option, click.Option)]
    examples = (command.epilog or "").removeprefix(_EXAMPLES)
    inner = sorted(command.commands.items()) if isinstance(command, click.Group) else []
    others = [path[:-1]] * (len(path) > 1) + [(*path, name) for name, _ in inner]
    sections = [
        ("NAME", f"{_text('-'.join(path))} \\- {_text(_flat(summary).rstrip('.'))}\n"),
        ("SYNOPSIS", f"\\fB{_text(' '.join(path))}\\fR {_text(usage)}\n"),
        ("DESCRIPTION", _paragraphs(f"{summary}\n\n{rest}")),
        ("COMMANDS", _items((" ".join((*path, name)), one.get_short_help_str(200)) for name, one in inner)),
        ("OPTIONS", _items(filter(None, options))),
        ("EXIT STATUS", _items(_STATUS)),
        ("ENVIRONMENT", _items(_ENVIRONMENT)),
        ("FILES", _items(_FILES)),
        ("EXAMPLES", f".nf\n{_text(inspect.cleandoc(examples))}\n.fi\n" if examples else ""),
        ("SEE ALSO", ",\n".join(f"\\fB{_text('-'.join(other))}\\fR(1)" for other in others) + "\n" if others else ""),
    ]
    title = f'.TH "{"-".join(path).upper()}" "1" "" "bnnextract" "bnnextract manual"\n'
    return title + "".join(f'.SH "{name}"\n{body}' for name, body in sections if body)


def _items(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f".TP\n\\fB{_text(term)}\\fR\n{_text(_flat(told))}\n" for term, told in pairs)


def _paragraphs(text: str) -> str:
    """Give paragraphs; one that begins with a backspace keeps its lines, as it does in the help."""
    found = [part for part in re.split(r"\n{2,}", text) if part.strip()]
    return ".PP\n".join(
        f".nf\n{_text(part.removeprefix(chr(8) + chr(10)))}\n.fi\n" if part.startswith("\b") else f"{_text(_flat(part))}\n"
        for part in found
    )


def _flat(text: str) -> str:
    return " ".join(text.split())


def _text(text: str) -> str:
    """Write a text so that roff takes no sign of it for its own."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga").replace("~", "\\(ti")
    return re.sub(r"^(?=\.)", r"\\&", escaped, flags=re.MULTILINE)


def main(*, write: bool) -> int:
    """Compare the pages with the commands, or write them; give the exit code."""
    wanted = {FOLDER / name: text for name, text in pages().items()}
    gone = sorted(set(FOLDER.glob("*")) - set(wanted))
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in [*stale, *gone]:
        print(f"{path.name}: {'written' if write else 'out of date'}")
    if write:
        FOLDER.mkdir(exist_ok=True)
        for path in stale:
            path.write_text(wanted[path], encoding="utf-8")
        for path in gone:
            path.unlink()
    return int(bool(stale or gone) and not write)


if __name__ == "__main__":
    sys.exit(main(write="--write" in sys.argv[1:]))
