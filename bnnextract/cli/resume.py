"""The ledger of `--resume`: what came of each article, so that only what is new or failed is analysed again.

It is a file of JSON Lines that only grows. The first line tells what it is; every other one is of an article: its name, a
hash of what decides its statistics, the version of the rules it was read by, and its statistics, or why it has none. An
interrupted write leaves a line that is no JSON: such lines are passed over, and their articles analysed again. The last
line of an article counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from gettext import gettext as _
from hashlib import sha256
from json import JSONDecodeError, dumps, loads
from pathlib import Path
from typing import Any, BinaryIO

from bnnextract.cli.outcomes import Outcome
from bnnextract.cli.report import Report
from bnnextract.cli.shared import BRIEFLY, StoppedError
from bnnextract.model import Article, Statistic
from bnnextract.storing import from_data, to_data

HEADER = b'{"ledger": "bnnextract", "version": 1}\n'


class Ledger:
    """An open ledger: tells what is known of an article, and keeps what is found of others.

    In memory it holds where each article's line begins, not the line.
    """

    def __init__(self, path: Path, reading: BinaryIO, writing: BinaryIO, rules: str) -> None:
        self._path = path
        self._reading = reading
        self._writing = writing
        self._rules = rules
        self._places: dict[bytes, int] = {}
        self.others = 0
        self.broken = 0

    def load(self) -> None:
        """Find the lines of this version of the rules; `others` and `broken` count the rest."""
        place = self._reading.tell()
        for line in self._reading:
            entry = _read(line)
            if entry is None:
                self.broken += 1
            elif entry["rules"] != self._rules:
                self.others += 1
            elif "statistics" in entry:
                self._places[_key(entry["article"], entry["sha256"])] = place
            else:
                self._places.pop(_key(entry["article"], entry["sha256"]), None)
            place += len(line)

    @property
    def count(self) -> int:
        """How many articles need not be analysed again."""
        return len(self._places)

    def known(self, article: Article) -> tuple[Statistic, ...] | None:
        """Give the statistics of an article that was analysed by these rules; None where it has to be analysed."""
        place = self._places.get(_key(article.id, fingerprint(article)))
        if place is None:
            return None
        self._reading.seek(place)
        try:
            return tuple(from_data(data, article) for data in loads(self._reading.readline())["statistics"])
        except (KeyError, TypeError, ValueError, ArithmeticError):
            return None  # somebody changed the line

    def keeping(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """Give the outcomes as they are, and write down those that are new."""
        for outcome in outcomes:
            if not outcome.known:
                self._keep(outcome)
            yield outcome

    def _keep(self, outcome: Outcome) -> None:
        article = outcome.analysis.article
        entry: dict[str, Any] = {"article": article.id, "sha256": fingerprint(article), "rules": self._rules}
        if outcome.failure is None:
            entry["statistics"] = list(map(to_data, outcome.analysis.statistics))
        else:
            entry["error"] = outcome.failure
        try:
            self._writing.write(dumps(entry, ensure_ascii=False).encode() + b"\n")
            self._writing.flush()
        except OSError as error:
            raise _stopped(self._path, error) from None


@contextmanager
def resuming(path: str | None, rules: str, report: Report) -> Iterator[Ledger | None]:
    """Give the ledger in a file, which is made if there is none; stops if the file is something else."""
    if path is None:
        yield None
        return
    file = Path(path)
    try:
        start = _prepared(file)
        reading = file.open("rb")
        writing = file.open("ab")
    except OSError as error:
        raise _stopped(file, error) from None
    with reading, writing:
        reading.seek(start)
        ledger = Ledger(file, reading, writing, rules)
        ledger.load()
        report.note(BRIEFLY, _("{path}: articles known from before: {count}").format(path=path, count=ledger.count))
        if ledger.others:
            message = _("{path}: entries of other rules or another version: {count}; their articles are analysed again")
            report.note(BRIEFLY, message.format(path=path, count=ledger.others))
        if ledger.broken:
            message = _("{path}: broken lines: {count}; their articles are analysed again")
            report.note(BRIEFLY, message.format(path=path, count=ledger.broken))
        yield ledger


def fingerprint(article: Article) -> str:
    """Give a hash of all of an article that its statistics depend on, but for its name."""
    parts = (article.text, article.title, article.published and article.published.isoformat())
    return sha256(dumps(parts).encode()).hexdigest()


def _prepared(file: Path) -> int:
    """Make a file a ledger that can be added to, unless it holds something else; give where its entries begin."""
    with file.open("a+b") as stream:
        stream.seek(0)
        first = stream.readline(len(HEADER))
        if HEADER.startswith(first) and first != HEADER:
            stream.truncate(0)
            stream.write(HEADER)
        elif first != HEADER:
            raise StoppedError(_("{path}: no ledger of bnnextract; give --resume another name").format(path=file))
        else:
            stream.seek(-1, 2)
            if stream.read() != b"\n":
                stream.write(b"\n")  # what was being written when it was interrupted stays a line of its own
    return len(HEADER)


def _read(line: bytes) -> dict[str, Any] | None:
    """Read an entry; None where the line is none."""
    try:
        entry = loads(line)
    except (JSONDecodeError, UnicodeDecodeError):
        return None
    keys = {"article", "sha256", "rules"}
    return entry if isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in keys) else None


def _key(name: str, fingerprint: str) -> bytes:
    return sha256(f"{fingerprint}{name}".encode()).digest()[:16]


def _stopped(file: Path, error: OSError) -> StoppedError:
    message = _("{path}: {reason}; the ledger cannot be kept there")
    return StoppedError(message.format(path=file, reason=error.strerror or error))
