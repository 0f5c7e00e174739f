"""Streams of bytes whose beginning can be looked at, and whose bytes are counted."""

from __future__ import annotations

from collections.abc import Callable
from io import BufferedReader, RawIOBase
from typing import IO, Any, BinaryIO

from bnnextract.reading import limits

_HEAD = 64 * 1024


class Reading(RawIOBase):
    """A stream that is read by a function, which gives up to so many bytes, and none at the end; it counts them."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        super().__init__()
        self.count = 0
        self._read = read

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def tell(self) -> int:
        """Give how many bytes were read."""
        return self.count

    def readinto(self, buffer: Any) -> int:
        """Read up to as many bytes as fit; give how many there were."""
        data = self._read(len(buffer))
        self.count += len(data)
        buffer[: len(data)] = data
        return len(data)


class Root(Reading):
    """A stream as the system gives it, whose bytes are counted; it can be read in any order where that can."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(reader(stream))
        self._stream = stream

    def seekable(self) -> bool:
        """Tell whether it can be read in any order."""
        return self._stream.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place; give where that is."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """Give the place that it is at."""
        return self._stream.tell() if self.seekable() else self.count


def buffered(stream: RawIOBase) -> BufferedReader:
    """Give a stream whose lines can be read."""
    return BufferedReader(stream, limits.CHUNK)


def rejoined(head: bytes, stream: BinaryIO) -> BufferedReader:
    """Give a stream with what was already read of it put back."""
    rest = reader(stream)

    def read(count: int) -> bytes:
        nonlocal head
        data, head = head[:count], head[count:]
        return data or rest(count)

    return buffered(Reading(read))


def begun(stream: BufferedReader, enough: Callable[[bytes], bool]) -> tuple[bytes, BufferedReader]:
    """Give the first bytes of a stream, and the stream with them still in it.

    No more is read, nor waited for, once the bytes are `enough` to tell what they are.
    """
    start = stream.tell() if stream.seekable() else None
    head = b""
    while len(head) < _HEAD and not enough(head):
        more = stream.read1(_HEAD - len(head))
        if not more:
            break
        head += more
    if start is None:
        return head, rejoined(head, stream)
    stream.seek(start)
    return head, stream


def reader(stream: IO[bytes]) -> Callable[[int], bytes]:
    """Give what reads up to so many bytes, and waits for no more than are there where the stream can do that."""
    read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
    return read
