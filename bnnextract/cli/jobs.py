"""Articles analysed in several processes at once: the same outcomes, in the same order, as in one."""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from gettext import gettext as _
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread

from bnnextract.cli.outcomes import Known, Outcome, Work, outcome, remembered
from bnnextract.cli.shared import StoppedError
from bnnextract.model import Article
from bnnextract.rulebook import load_rulebook

# Articles go to another process in parcels, big enough that sending them costs little beside analysing them.
_ARTICLES, _LETTERS = 32, 256 * 1024
_AHEAD = 3  # parcels a process that are read before the results of the first are waited for


@dataclass(frozen=True, slots=True)
class _Parcel:
    """The outcomes of some articles: those known, and in the place of each other one the next of the pending."""

    outcomes: Sequence[Outcome | None]
    pending: Future[list[Outcome]] | None


@contextmanager
def workers(jobs: int, folders: tuple[Path, ...]) -> Iterator[Work]:
    """Give what analyses articles by the rules of the folders, in so many processes; 0 is one for each core.

    No more than a few parcels a process are held, however many articles there are. The processes end with the block and
    with this process, however that ends. Stops where one of them ended by itself.
    """
    count = jobs or _cores()
    load_rulebook(folders)  # before the processes are forked, which then need not
    pool = ProcessPoolExecutor(count, get_context("fork" if sys.platform == "linux" else "spawn"), _begin)
    try:
        _start(pool)
        yield partial(_in_parcels, pool, count, folders)
    except BrokenProcessPool:
        _end(pool)
        message = _("a process ended unexpectedly, perhaps for want of memory; give a smaller --jobs")
        raise StoppedError(message) from None
    except BaseException:
        _end(pool)
        raise
    pool.shutdown()


def _in_parcels(
    pool: ProcessPoolExecutor, count: int, folders: tuple[Path, ...], articles: Iterable[Article], known: Known
) -> Iterator[Outcome]:
    waiting: deque[_Parcel] = deque()
    for some in _parcelled(articles):
        outcomes = [remembered(article, known) for article in some]
        new = [article for article, found in zip(some, outcomes, strict=True) if found is None]
        waiting.append(_Parcel(outcomes, pool.submit(_outcomes, new, folders) if new else None))
        if len(waiting) > count * _AHEAD:
            yield from _opened(waiting.popleft())
    while waiting:
        yield from _opened(waiting.popleft())


def _opened(parcel: _Parcel) -> Iterator[Outcome]:
    """Give the outcomes of a parcel in the order of its articles, waiting for them."""
    new = iter(parcel.pending.result() if parcel.pending else ())
    for found in parcel.outcomes:
        yield found or next(new)


def _parcelled(articles: Iterable[Article]) -> Iterator[list[Article]]:
    some: list[Article] = []
    letters = 0
    for article in articles:
        some.append(article)
        letters += len(article.text)
        if len(some) == _ARTICLES or letters >= _LETTERS:
            yield some
            some, letters = [], 0
    if some:
        yield some


def _outcomes(articles: Sequence[Article], folders: tuple[Path, ...]) -> list[Outcome]:
    return [outcome(article, folders) for article in articles]


def _start(pool: ProcessPoolExecutor) -> None:
    """Start the processes: before there is a thread or an open file to inherit, and deaf to the keyboard's interrupt.

    The interrupt reaches all processes of a terminal; this one hears it and ends the others.
    """
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pool.submit(int).result()
    finally:
        signal.signal(signal.SIGINT, heard)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when its parent has: an executor's processes would wait for it forever."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _end(pool: ProcessPoolExecutor) -> None:
    pool.shutdown(wait=False, cancel_futures=True)
    for process in active_children():
        process.terminate()
    pool.shutdown()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
