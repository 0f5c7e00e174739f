"""The entries of all pattern files as they are written, for a person to list and to look at.

The books of the other modules hold what the program works with; here is what an analyst wrote, and where.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import zip_longest
from pathlib import Path

from bnnextract.frozen import frozen
from bnnextract.knowledge.patterns import files
from bnnextract.strict_yaml import Node, PatternError, load

_WIDEST_SUMMARY = 90


@frozen()
class Entry:
    """An entry of a pattern file: where it stands, what it is for in a line, and its text as written.

    `line` counts from 1. `examples` and `rejects` are the nodes of each; kinds that are mere words have none.
    """

    kind: str
    name: str
    path: Path
    line: int
    summary: str
    source: str
    examples: tuple[Node, ...] = ()
    rejects: tuple[Node, ...] = ()


@frozen()
class _Kind:
    """A kind of entry: its file or folder, the keys that make its name, and whether a later folder's takes its place.

    `summary` are the keys that tell what it is for.
    """

    name: str
    file: str
    summary: tuple[str, ...]
    named: tuple[str, ...] = ("name",)
    replaced: bool = True


_KINDS = (
    _Kind("furniture", "furniture.yaml", ("reach", "pattern")),
    _Kind("abbreviation", "abbreviations.yaml", ("words",), replaced=False),
    _Kind("numeral", "numerals.yaml", ("role", "values", "words")),
    _Kind("unit", "units.yaml", ("unit", "nouns")),
    _Kind("bound", "bounds.yaml", ("bound", "words")),
    _Kind("number-veto", "number-vetoes.yaml", ("numeral", "nouns")),
    _Kind("month", "months.yaml", ("number", "names"), ("names",), replaced=False),
    _Kind("period", "periods.yaml", ("kind", "pattern")),
    _Kind("office", "offices.yaml", ("part", "words")),
    _Kind("indicator", "indicators", ("counts",)),
    _Kind("part", "parts.yaml", ("words",), ("axis", "value"), replaced=False),
    _Kind("agency", "agencies.yaml", ("words",), replaced=False),
    _Kind("boundary", "boundaries.yaml", ("words",), replaced=False),
    _Kind("vocabulary", "vocabulary.yaml", ("words",)),
    _Kind("veto", "vetoes.yaml", ("pattern",)),
    _Kind("construction", "constructions.yaml", ("pattern",)),
)
# Files that are one table, with what each is for.
_TABLES: Mapping[str, str] = {
    "place-names.yaml": "what the press calls provinces, regencies and cities",
    "regions.csv": "provinces, regencies and cities with their codes, and which have an office",
}


def catalogue(folders: Sequence[Path]) -> tuple[Entry, ...]:
    """Give the entries in effect of all pattern folders, by kind; a table that is one whole is one entry.

    Raises PatternError where a file is no valid YAML.
    """
    return (
        *(entry for kind in _KINDS for entry in _of_kind(kind, folders)),
        *(entry for name, summary in _TABLES.items() for entry in _tables(folders, name, summary)),
    )


def check_names(folder: Path) -> None:
    """Raise PatternError where a pattern folder holds no pattern file, or one whose name is unknown and goes unread."""
    known = (*(kind.file for kind in _KINDS), *_TABLES)
    found = [path for path in sorted(folder.iterdir()) if _is_meant(path)]
    for path in found or [folder]:
        if path.name not in known:
            near = get_close_matches(path.name, known, n=1) if found else ()
            meant = f"did you mean {near[0]!r}?" if near else f"known are: {', '.join(known)}"
            raise PatternError(path, 1, 1, f"{'no name of a pattern file' if found else 'no pattern file in it'}; {meant}")


def _is_meant(path: Path) -> bool:
    return not path.name.startswith(".") and (path.is_dir() or path.suffix in {".yaml", ".yml", ".csv"})


def _of_kind(kind: _Kind, folders: Sequence[Path]) -> tuple[Entry, ...]:
    found: dict[tuple[str, Path | None], Entry] = {}
    for path in files(folders, kind.file):
        for entry in _entries(kind, path):
            found[entry.name, None if kind.replaced else path] = entry
    return tuple(found.values())


def _entries(kind: _Kind, path: Path) -> Iterator[Entry]:
    lines = path.read_text(encoding="utf-8").split("\n")
    items = load(path).value
    nodes = [item for item in items if isinstance(item, Node)]
    for node, after in zip_longest(nodes, nodes[1:]):
        end = after.line - 1 if after else len(lines)
        yield Entry(
            kind.name,
            " ".join("".join(_texts(node, key)[:1]) for key in kind.named),
            path,
            node.line,
            _shortened(": ".join(filter(None, (", ".join(_texts(node, key)) for key in kind.summary)))),
            _without_what_follows(lines[node.line - 1 : end]),
            _listed(node, "examples"),
            _listed(node, "rejects"),
        )


def _tables(folders: Sequence[Path], name: str, summary: str) -> Iterator[Entry]:
    for path in files(folders, name):
        yield Entry("table", path.stem, path, 1, summary, path.read_text(encoding="utf-8"))


def _listed(node: Node, key: str) -> tuple[Node, ...]:
    value = node.value[key].value if isinstance(node.value, Mapping) and key in node.value else ()
    return value if isinstance(value, tuple) else ()


def _texts(node: Node, key: str) -> tuple[str, ...]:
    """Give what stands under a key as texts: one, those of a list, or the keys of a mapping; none for no such key."""
    value = node.value[key].value if isinstance(node.value, Mapping) and key in node.value else ()
    if isinstance(value, tuple):
        return tuple(item.value for item in value if isinstance(item.value, str))
    return (value,) if isinstance(value, str) else tuple(value)


def _shortened(text: str) -> str:
    return text if len(text) <= _WIDEST_SUMMARY else f"{text[: _WIDEST_SUMMARY - 1]}…"


def _without_what_follows(lines: Sequence[str]) -> str:
    """Join the lines of an entry, leaving off the blank lines and comments after it, which belong to the next one."""
    last = len(lines)
    while not lines[last - 1].strip() or lines[last - 1].startswith("#"):
        last -= 1
    return "".join(f"{line}\n" for line in lines[:last])
