"""A file that is written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from os import O_CREAT, O_EXCL, O_WRONLY, fdopen, fsync
from os import open as open_descriptor
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE, S_ISREG
from typing import BinaryIO


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file whose new content takes the place of the old one when the block ends without an error, else never.

    The content waits in a hidden file beside it. What is no regular file (a device, a pipe) is written to directly.
    Raises OSError where the file cannot be written.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = None
    if mode is not None and not S_ISREG(mode):
        with path.open("wb") as stream:
            yield stream
        return
    path = path.resolve()  # a link stays, what it leads to is replaced
    # Not by the process's number, which every run in a container may have: one that was killed leaves its file behind.
    waiting = path.with_name(f".bnnextract-{token_hex(8)}.part")
    stream = fdopen(open_descriptor(waiting, O_CREAT | O_EXCL | O_WRONLY, 0o666), "wb")
    try:
        with stream:
            if mode is not None:
                waiting.chmod(S_IMODE(mode))
            yield stream
            stream.flush()
            fsync(stream.fileno())
        waiting.replace(path)
    except BaseException:
        waiting.unlink(missing_ok=True)
        raise
