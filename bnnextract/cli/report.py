"""What a run tells on standard error: what could not be read, what is done, and what it came to."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from bnnextract.cli.shared import FAULT, StoppedError, tell
from bnnextract.cli.summary import Tally, closing_line

if TYPE_CHECKING:
    from bnnextract.reading import ReadError


class Report:
    """Tells the user of a run, remembers its faults in the exit code, and counts.

    `verbose` is how often `-v` was given; `quiet` keeps back all but faults; `errors` is a stream that faults are written
    to as JSON Lines besides.
    """

    def __init__(self, *, quiet: bool = False, verbose: int = 0, errors: TextIO | None = None) -> None:
        self.tally = Tally()
        self.quiet = quiet
        self._verbose = 0 if quiet else verbose
        self._errors = errors

    @property
    def code(self) -> int:
        """The exit code that the faults told so far ask for."""
        return FAULT if self.tally.skipped else 0

    def fault(self, error: ReadError) -> None:
        """Tell what could not be read, and count it."""
        self.tally.skipped[error.code] += 1
        tell(str(error))
        if self._errors is not None:
            from json import dumps

            fields = {"path": error.path, "line": error.line, "code": error.code, "message": error.message}
            self._errors.write(dumps(fields, ensure_ascii=False) + "\n")
            self._errors.flush()

    def note(self, level: int, message: str) -> None:
        """Tell what is done, if the user asked for that much."""
        if level <= self._verbose:
            tell(message)

    def close(self) -> None:
        """Tell what the run came to."""
        if not self.quiet:
            tell(closing_line(self.tally))


@contextmanager
def reporting(*, quiet: bool, verbose: int, errors: str | None) -> Iterator[Report]:
    """Give a report that writes its faults to the file `errors`, if there is one; what was in it before is gone."""
    with ExitStack() as stack:
        stream = None
        if errors is not None:
            try:
                stream = stack.enter_context(Path(errors).open("w", encoding="utf-8", errors="backslashreplace"))
            except OSError as error:
                message = _("{path}: {reason}; give --errors another name")
                raise StoppedError(message.format(path=errors, reason=error.strerror or error)) from None
        yield Report(quiet=quiet, verbose=verbose, errors=stream)


def internal(error: Exception) -> str:
    """Give in one line what went wrong in the program itself."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    return _("internal error at {place}: {error}; report it, with what --debug shows").format(
        place=place, error=f"{type(error).__name__}: {' '.join(str(error).split())}"
    )
