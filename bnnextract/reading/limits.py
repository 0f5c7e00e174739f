"""How much may be read: what keeps one input from filling memory, disk or time."""

from __future__ import annotations

LARGEST = 32 * 1024 * 1024
"""Bytes that one record (a line, a row, an object, a page, a text) or a UTF-16 file may have; it is held whole."""

CHUNK = 64 * 1024
"""Bytes that are read at once."""

RATIO = 200
"""How many bytes a compressed byte may expand to; news expands to 3 to 10, a bomb to 1000 and more."""

FREE = 64 * 1024 * 1024
"""Bytes that an input may expand to whatever the ratio."""

EXPANDED = 64 * 1024 * 1024 * 1024
"""Bytes that one input may expand to in all."""

MEMBERS = 1_000_000
"""Files that the archives of one input may hold in all."""

DEPTH = 8
"""How deep compression and archives may be nested."""

SPOOLED = 512 * 1024 * 1024
"""Bytes of a zip archive or a workbook that is itself inside something, and is set aside on disk to be read."""

WORKBOOK = 256 * 1024 * 1024
"""Bytes that a workbook may expand to; the library holds a sheet whole."""


def megabytes(count: int) -> str:
    """Give a limit as it is told: `32 MB`."""
    return f"{count >> 20} MB"
