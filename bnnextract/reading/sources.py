"""Paths to records: files, folders with all that is in them, standard input."""

from __future__ import annotations

from collections.abc import Iterator
from os import DirEntry, scandir
from pathlib import Path
from typing import BinaryIO

from bnnextract.reading.files import Found, Wishes, ending, read_file, refused
from bnnextract.reading.forms import is_taken
from bnnextract.reading.inputs import Place, ReadError
from bnnextract.reading.own import WRITTEN


def read_path(path: str, stdin: BinaryIO, wishes: Wishes) -> Found:
    """Give the records of a file, of a folder, sorted by path, or of `-`, standard input."""
    if path == "-":
        yield from read_file(stdin, Place("-", "-", "-"), wishes)
    elif _is_folder(path):
        yield from _read_folder(path, wishes)
    else:
        yield from _open(Place(path, Path(path).as_posix(), path), wishes)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except OSError:
        return False  # opening it as a file will tell why


def _read_folder(folder: str, wishes: Wishes) -> Found:
    empty = True
    for place in _walk(folder, wishes):
        empty = False
        for found in [place] if isinstance(place, ReadError) else _open(place, wishes):
            if isinstance(found, ReadError) and found.code == WRITTEN:
                wishes.passed_over[WRITTEN] += 1
            else:
                yield found
    if empty:
        message = "no file in this folder that may hold articles (.txt, .jsonl, .csv, .html and so on); give one that does"
        yield ReadError(folder, None, message, "no-text")


def _walk(folder: str, wishes: Wishes) -> Iterator[Place | ReadError]:
    """Give the files of a folder and of all folders in it, sorted by path."""
    # A folder's name ends in `/` until it is replaced by what is in it: so it sorts among the files as its files do.
    pending = [""]
    while pending:
        name = pending.pop()
        path = str(Path(folder, name))
        if name and not name.endswith("/"):
            yield Place(path, name, name)
            continue
        try:
            with scandir(path) as entries:
                inside = [name + taken for entry in entries if (taken := _taken(entry, wishes))]
        except OSError as error:
            yield refused(path, error)
        else:
            pending.extend(sorted(inside, reverse=True))


def _taken(entry: DirEntry[str], wishes: Wishes) -> str | None:
    if entry.name.startswith("."):
        return None
    if any(path.name == entry.name and path.exists() and path.samefile(entry.path) for path in wishes.leave):
        return None
    if entry.is_dir(follow_symlinks=False):
        return entry.name + "/"
    # A link that leads nowhere is taken, to be told of.
    if is_taken(entry.name) and (entry.is_file() or entry.is_symlink()):
        return entry.name
    wishes.passed_over[ending(entry.name)] += 1
    return None


def _open(place: Place, wishes: Wishes) -> Found:
    try:
        with Path(place.path).open("rb", buffering=0) as file:
            yield from read_file(file, place, wishes)
    except OSError as error:
        yield refused(place.path, error)
