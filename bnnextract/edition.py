"""Which rules the program reads by: the folder of the shipped ones, and a version of all that decides what is found.

Nothing is imported for it that `--version` could not wait for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

from bnnextract._version import __version__

REGIONS = "Kepmendagri 300.2.2-2138/2025"
"""The decree whose codes and names `patterns/regions.csv` holds."""

_ENDINGS = (".yaml", ".csv")


@cache
def shipped() -> Path:
    """Give the folder of the patterns that come with the program: in the package, or in a checkout beside it."""
    inside = Path(__file__).parent / "patterns"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "patterns"


def rules_version(folders: Sequence[Path] = ()) -> str:
    """Give twelve hexadecimal digits that differ wherever the program's version or a byte of its pattern files does.

    `folders` are the user's own, in their order, which counts as well; the shipped one comes before them. Two places
    with the same files have the same version. Raises OSError where a file cannot be read.
    """
    digest = sha256(__version__.encode())
    for folder in (shipped(), *folders):
        digest.update(b"\0\0")
        for path in sorted(path for path in folder.rglob("*") if path.suffix in _ENDINGS and path.is_file()):
            content = path.read_bytes()
            digest.update(f"\0{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()[:12]
