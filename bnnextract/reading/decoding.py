"""Bytes to text: UTF-8 or UTF-16 where they begin with a byte order mark, else UTF-8, else Windows-1252."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from io import BufferedReader, BytesIO
from typing import Literal

from bnnextract.reading import limits
from bnnextract.reading.inputs import UnreadableError
from bnnextract.reading.streams import rejoined

Encoding = Literal["utf-8", "utf-8-sig", "utf-16", "windows-1252"]

TOO_LARGE = f"is larger than the {limits.megabytes(limits.LARGEST)} that one article may have; split it"
MARKS = (BOM_UTF16_LE, BOM_UTF16_BE)

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")


def decoded(data: bytes) -> tuple[str, Encoding]:
    """Decode a text, dropping its byte order mark; raises UnreadableError for what is none."""
    encoding: Encoding = "utf-16" if data.startswith(MARKS) else "utf-8-sig" if data.startswith(BOM_UTF8) else "utf-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise UnreadableError(f"broken UTF-16 at byte {error.start}; save it as UTF-8", code="encoding") from None
        return _decoded_from_windows(data), "windows-1252"
    if "\0" in text:
        message = "a NUL character, which no text has; if it is UTF-16 without a byte order mark, save it as UTF-8"
        raise UnreadableError(message, text.count("\n", 0, text.index("\0")) + 1, "encoding")
    return text, encoding


def _decoded_from_windows(data: bytes) -> str:
    # Nearly any bytes pass as Windows-1252; control characters give away those that are no text.
    control = _CONTROL.search(data)
    try:
        if control is None:
            return data.decode("cp1252")
        place = control.start()
    except UnicodeDecodeError as error:
        place = error.start
    message = f"byte 0x{data[place]:02x} is neither UTF-8 nor Windows-1252; save it as UTF-8"
    raise UnreadableError(message, data.count(b"\n", 0, place) + 1, "encoding")


def bounded(data: bytes) -> bytes:
    """Give the bytes back; raises UnreadableError where they are more than one article may have."""
    if len(data) > limits.LARGEST:
        raise UnreadableError(TOO_LARGE, code="too-large")
    return data


def whole(stream: BufferedReader) -> bytes:
    """Read a stream to its end; raises UnreadableError where it is too large."""
    # Asking for all at once would set aside as much memory for every small file.
    data = stream.read(limits.CHUNK)
    if len(data) == limits.CHUNK:
        data += stream.read(limits.LARGEST + 1 - limits.CHUNK)
    return bounded(data)


def as_utf_8(stream: BufferedReader, head: bytes) -> tuple[BufferedReader, Encoding]:
    """Give a stream without its byte order mark, UTF-16 as UTF-8, and how it was encoded.

    `head` is what stands next in the stream. UTF-16, which no scraper writes, is held whole.
    """
    if head.startswith(MARKS):
        text, encoding = decoded(whole(stream))
        return rejoined(b"", BytesIO(text.encode("utf-8", "surrogatepass"))), encoding
    if head.startswith(BOM_UTF8):
        stream.read(len(BOM_UTF8))
        return stream, "utf-8-sig"
    return stream, "utf-8"


def writable(text: str) -> str:
    """Give a text in which a surrogate without its partner, which no encoding can write, is U+FFFD, one for one."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def short(text: str) -> str:
    """Give a text as it fits in a message."""
    return text if len(text) <= 80 else text[:79] + "…"
