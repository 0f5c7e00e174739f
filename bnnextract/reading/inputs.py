"""What passes between the modules of reading: places, records, and what could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Code = Literal[
    "broken",
    "duplicate",
    "empty",
    "encoding",
    "internal",
    "missing",
    "no-text",
    "own",
    "too-large",
    "unreadable",
    "unsupported",
]
"""Why something was not read, in a word, so that it can be counted; `unreadable` is what the system refused, `own` what the
program wrote."""


@dataclass(frozen=True, slots=True)
class ReadError:
    """What could not be read: the path as the user can open it, the line or record to blame, and what to do."""

    path: str
    line: int | None
    message: str
    code: Code = "broken"

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        # A file's name may hold a line break, and the message has one line.
        return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in f"{place}: {self.message}")


class UnreadableError(Exception):
    """Why bytes are no article, with the line or record among them that is to blame."""

    def __init__(self, message: str, line: int | None = None, code: Code = "broken") -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.code = code

    def at(self, path: str, line: int | None = None) -> ReadError:
        """Give what is told of it, at its own line unless another is given."""
        return ReadError(path, self.line if line is None else line, self.message, self.code)


class BombError(UnreadableError):
    """Compressed data that expands to more than any news does: nothing more of the input is read."""


@dataclass(frozen=True, slots=True)
class Place:
    """One file, alone or in an archive.

    `path` is where it is opened, `name` what its articles go by, `hint` the name whose ending may tell its form: that of
    `a.csv.gz`, once it is expanded, is `a.csv`.
    """

    path: str
    name: str
    hint: str

    def inside(self, member: str) -> Place:
        """Give the place of a member of this archive."""
        return Place(f"{self.path}/{member}", f"{self.name}/{member}", member)


@dataclass(frozen=True, slots=True)
class Record:
    """What one article was written as, before its keys are understood.

    `number` is the line in JSON Lines, else the record's number in its file, from 1; None where the file is one article.
    `raw` is the record as it stands in the file, None where the form has no such thing. `sheet` is that of a workbook,
    unless it is the first. A value under `html` may be bytes.
    """

    place: Place
    number: int | None
    fields: Mapping[str, object]
    form: str
    encoding: str
    raw: bytes | None = None
    sheet: str | None = None

    @property
    def name(self) -> str:
        """What the article goes by unless it has an id."""
        name = self.place.name if self.sheet is None else f"{self.place.name}/{self.sheet}"
        return name if self.number is None else f"{name}:{self.number}"
