"""Compressed files and archives, expanded as they are read, within limits: nothing of them is written to a folder.

What an input expands to is weighed against what was read of it, over all that is nested in it. A zip archive has its
list of members at its end: one that is itself inside something is set aside in a nameless temporary file.
"""

from __future__ import annotations

import bz2
import gzip
import stat
import sys
import tarfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, Self, cast
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

from bnnextract.reading import limits
from bnnextract.reading.inputs import BombError, UnreadableError
from bnnextract.reading.streams import Reading, Root, buffered, reader

COMPRESSED = (".gz", ".bz2", ".zst", ".zstd")
"""How compressed files end; what stands before it is the name of what is in them."""

ARCHIVES = (".zip", ".tar", ".tgz", ".tbz2", ".tbz", ".tzst")

_PARTICULARS = (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK)
_METHODS = (ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2)  # the fourth, LZMA, takes whatever memory an archive asks for
_IN_MEMORY = 8 * 1024 * 1024


class Budget:
    """What one input, with all that is nested in it, may still expand to and hold."""

    def __init__(self, root: Root) -> None:
        self._root = root
        self._expanded = 0
        self._members = 0

    def spend(self, count: int) -> None:
        """Count expanded bytes; raises BombError where they are too many."""
        self._expanded += count
        most = min(limits.EXPANDED, max(limits.FREE, limits.RATIO * self._root.count))
        if self._expanded > most:
            message = f"expands to more than {limits.megabytes(most)}, {limits.RATIO} times its size or more; it was left"
            raise BombError(message, code="too-large")

    def add_member(self) -> None:
        """Count a file of an archive; raises BombError where they are too many."""
        self._members += 1
        if self._members > limits.MEMBERS:
            raise BombError(f"more than {limits.MEMBERS} files in it; split it", code="too-large")


def expanded(stream: BufferedReader, form: str, budget: Budget) -> BufferedReader:
    """Give what a compressed stream expands to; reading it raises UnreadableError where it is broken."""
    return _told_stream(_OPENED[form](stream), f"{form} file", budget.spend)


def _told_stream(read: Callable[[int], bytes], name: str, spend: Callable[[int], None]) -> BufferedReader:
    """Give a stream of what a library expands, that counts its bytes and tells what is wrong in one kind of error."""

    def counted(count: int) -> bytes:
        with told(name):
            data = read(count)
        spend(len(data))
        return data

    return buffered(Reading(counted))


def expanded_name(name: str) -> str:
    """Give the name that a compressed file has once it is expanded: `a.csv` for `a.csv.gz`."""
    lowered = name.lower()
    return next((name[: -len(ending)] for ending in COMPRESSED if lowered.endswith(ending)), name)


def members(stream: BinaryIO, form: str, budget: Budget) -> Iterator[tuple[str, BufferedReader | UnreadableError]]:
    """Give the files of a `tar` or `zip` archive by name, in its order, each to be read before the next is asked for.

    A `zip` archive must be one that can be read in any order.
    """
    with told(f"{form} archive"):
        for name, found in _tar(stream) if form == "tar" else zipped(stream, budget.spend):
            budget.add_member()
            yield name.replace("\\", "/").removeprefix("./"), found


@contextmanager
def told(name: str) -> Iterator[None]:
    """Tell in UnreadableError what the libraries find wrong in what they expand."""
    try:
        yield
    except (tarfile.TarError, BadZipFile, LargeZipFile, EOFError, zlib.error, OSError, ValueError) as error:
        raise UnreadableError(f"a broken {name} ({str(error) or 'it ends too early'}); get it anew") from None
    except RuntimeError as error:
        raise UnreadableError(f"a {name} of a kind that is not read ({error}); make it anew", code="unsupported") from None


@contextmanager
def seekable(stream: BufferedReader) -> Iterator[BinaryIO]:
    """Give a stream that can be read in any order: itself, or a copy of it that is set aside."""
    if stream.seekable():
        yield stream
        return
    with SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        while data := stream.read(limits.CHUNK):
            if copy.tell() + len(data) > limits.SPOOLED:
                most = limits.megabytes(limits.SPOOLED)
                raise UnreadableError(f"larger than the {most} that may be set aside; give it as a file", code="too-large")
            copy.write(data)
        copy.seek(0)
        yield cast("BinaryIO", copy)


def _zstd(stream: BufferedReader) -> Callable[[int], bytes]:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd

    opened = zstd.ZstdFile(stream)

    def read(count: int) -> bytes:
        try:
            return opened.read1(count)
        except zstd.ZstdError as error:
            raise OSError(str(error)) from None

    return read


_OPENED: dict[str, Callable[[BufferedReader], Callable[[int], bytes]]] = {
    "gzip": lambda stream: gzip.GzipFile(fileobj=stream).read1,
    "bzip2": lambda stream: bz2.BZ2File(stream).read1,
    "zstd": _zstd,
}


class _Member(tarfile.TarInfo):
    """A member of a tar archive, whose long names and other particulars are held whole: they may not be of any size."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        member = super().frombuf(buf, encoding, errors)
        if member.type in _PARTICULARS and member.size > limits.CHUNK:
            raise BombError("a broken tar archive (a header of more than 64 kB); make it anew")
        return member


def _tar(stream: BinaryIO) -> Iterator[tuple[str, BufferedReader | UnreadableError]]:
    with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Member) as archive:
        while (member := archive.next()) is not None:
            # A sparse file may say that it is of any size.
            content = archive.extractfile(member) if member.isreg() and not member.issparse() else None
            if content is not None:
                yield member.name, _told_stream(content.read, "tar archive", lambda _: None)
            cast("Any", archive).members = []  # else it remembers all


def zipped(stream: BinaryIO, spend: Callable[[int], None]) -> Iterator[tuple[str, BufferedReader | UnreadableError]]:
    """Give the files of a zip archive that can be read in any order; `spend` is told how many bytes they expand to."""
    with ZipFile(stream) as archive:
        for member in archive.infolist():
            if member.filename.endswith(("/", "\\")) or stat.S_ISLNK(member.external_attr >> 16):
                continue
            yield member.filename, _opened(archive, member, spend)


def _opened(archive: ZipFile, member: ZipInfo, spend: Callable[[int], None]) -> BufferedReader | UnreadableError:
    if member.flag_bits & 1:
        return UnreadableError("encrypted; extract it with its password, and give what is in it", code="unsupported")
    if member.compress_type not in _METHODS:
        return UnreadableError("compressed in a way that is not read; make the archive anew", code="unsupported")
    try:
        with told("zip archive"):
            content = archive.open(member)
    except UnreadableError as error:
        return error
    return _told_stream(reader(content), "zip archive", spend)
