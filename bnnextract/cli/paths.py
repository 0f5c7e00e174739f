"""The files and folders that a command is given, the articles in them, and the files that it writes, which must be others."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from gettext import gettext as _
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bnnextract.cli.shared import FAULT, StoppedError

if TYPE_CHECKING:
    from bnnextract.cli.report import Report
    from bnnextract.model import Article

_WILD = frozenset("*?[")


def given_paths(context: click.Context, paths: Sequence[str], files_from: str | None) -> tuple[str, ...]:
    """Give the paths to read: those of the command line, with what their wildcards stand for, then those of a list.

    Stops where there are none: with a short help on a terminal, else with what is missing.
    """
    if not paths and files_from is None:
        if sys.stdin is not None and sys.stdin.isatty():
            hint = _("Try '{command} {option}' for help.").format(command=context.command_path, option="--help")
            told = (context.get_usage(), (context.command.epilog or "").lstrip("\b\n"), hint)
            click.echo("\n\n".join(part.rstrip() for part in told), err=True)
            context.exit(FAULT)
        raise click.UsageError(_("nothing to read; give a file, a folder, or - for standard input"), context)
    if files_from == "-" and "-" in paths:
        raise click.UsageError(_("standard input cannot be both the list of --files-from and an article"), context)
    found = [one for path in paths for one in expanded(path)]
    return (*found, *(listed(files_from) if files_from is not None else ()))


def expanded(path: str) -> list[str]:
    """Give the files and folders that a path with wildcards stands for, sorted; itself where it names one, or none fits.

    `*`, `?` and `[…]` are what they are in a shell, and `**` is any folders; with that only files are meant.
    """
    if not _WILD & set(path) or os.path.lexists(path):
        return [path]
    from glob import glob

    # Path.glob knows no absolute patterns, and finds hidden files.
    found = sorted(glob(path, recursive=True))  # noqa: PTH207
    return [one for one in found if "**" not in path or not Path(one).is_dir()] or [path]


def listed(path: str) -> list[str]:
    """Read a list of paths: one a line, or with a NUL after each, as `find -print0` writes them.

    A name in it is what it says, wildcards and `-` too. Stops where there is no such list or nothing in it.
    """
    try:
        stream = BytesIO() if sys.stdin is None else sys.stdin.buffer
        data = stream.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise StoppedError(_("{path}: {reason}").format(path=path, reason=error.strerror or error)) from None
    names = data.split(b"\0") if b"\0" in data else data.splitlines()
    found = ["./-" if name == b"-" else os.fsdecode(name) for name in names if name.strip()]
    if not found:
        raise StoppedError(_("{path}: no path in it; write one a line").format(path=path))
    return found


def keep_apart(context: click.Context, paths: Sequence[str], written: Mapping[str, str | None]) -> tuple[Path, ...]:
    """Give the files that are written, by option; refuse one that holds what is to be read, or that two options write."""
    files = {option: Path(path) for option, path in written.items() if path not in (None, "-")}
    for option, file in files.items():
        if any(path != "-" and _is_read(Path(path), file) for path in paths):
            message = _("'{file}' is an input; give {option} another name").format(file=file, option=option)
            raise click.UsageError(message, context)
        for other, second in files.items():
            if other > option and _is_same(file, second):
                message = _("'{file}' is both {option} and {other}; give one another name")
                raise click.UsageError(message.format(file=file, option=option, other=other), context)
    return tuple(files.values())


def _is_read(path: Path, file: Path) -> bool:
    """Tell whether a file is what a path stands for, or an article in the folder that it stands for."""
    # A device may well be both.
    if path.is_file():
        return _is_same(path, file)
    return path.is_dir() and file.is_file() and file.resolve().is_relative_to(path.resolve()) and _holds_articles(file)


def _holds_articles(file: Path) -> bool:
    """Tell whether a file of a folder is more than what this program writes: it would be passed over, and then be lost."""
    from bnnextract.reading import ReadError
    from bnnextract.reading.forms import is_taken
    from bnnextract.reading.preview import preview

    found = preview(str(file), BytesIO()) if is_taken(file.name) else None
    return found is not None and not (isinstance(found, ReadError) and found.code in {"own", "empty"})


def _is_same(one: Path, other: Path) -> bool:
    if one.exists() and other.exists():
        return one.is_file() and one.samefile(other)
    return one.absolute() == other.absolute()


class Inputs:
    """The articles of the paths; what cannot be read, and what is passed over, is told to the report.

    `own` are files that this run writes: in a folder they are passed over. `mapping` tells which keys hold which fields.
    """

    def __init__(
        self, paths: Sequence[str], report: Report, own: Collection[Path] = (), mapping: Mapping[str, str] | None = None
    ) -> None:
        self._paths = paths
        self._report = report
        self._own = own
        self._mapping = mapping

    def __iter__(self) -> Iterator[Article]:
        from bnnextract.reading import ReadError, read_articles

        stdin = BytesIO() if sys.stdin is None else sys.stdin.buffer
        for found in read_articles(self._paths, stdin, self._own, mapping=self._mapping, passed_over=self._report.tally.others):
            if isinstance(found, ReadError):
                self._report.fault(found)
            else:
                yield found
