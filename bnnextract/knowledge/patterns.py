"""What all pattern files share: finding them, replacing entries by name, compiling what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol, TypeAlias, TypeVar

import regex

from bnnextract.edition import shipped
from bnnextract.frozen import frozen
from bnnextract.strict_yaml import Node, load, read, read_all


class Named(Protocol):
    """An entry of a pattern file: a name that tells it apart and the node it was read from."""

    @property
    def name(self) -> str:
        """The entry's name."""

    @property
    def node(self) -> Node:
        """The entry as it stands in its file."""


E = TypeVar("E", bound=Named)

Expression: TypeAlias = re.Pattern[str] | regex.Pattern[str]
"""A compiled regular expression of either engine."""


def files(folders: Sequence[Path], name: str) -> tuple[Path, ...]:
    """Give the files of a name, or all of a folder of that name, in the pattern folders that have them."""
    found: list[Path] = []
    for folder in folders:
        path = folder / name
        found += sorted(path.glob("*.yaml")) if path.is_dir() else [path] if path.exists() else []
    return tuple(found)


def entries(folders: Sequence[Path], name: str, cls: type[E]) -> tuple[E, ...]:
    """Read the entries of a pattern file (or of the files in a folder) from each pattern folder.

    An entry of a later folder takes the place of the one of its name in an earlier one; a new name comes after the others.
    Raises PatternError where two entries of one folder have one name, or an entry lacks an example or a reject.
    """
    found: dict[str, E] = {}
    for folder in folders:
        here: dict[str, E] = {}
        for path in files((folder,), name):
            root = load(path)
            if not isinstance(root.value, tuple):
                raise root.error("a list of entries is wanted; write '- name: …' for each")
            for node in root.value:
                entry = read(cls, node)
                if entry.name in here:
                    raise node.error(f"the name {entry.name!r} is given twice; rename one")
                for key in ("examples", "rejects"):
                    if hasattr(entry, key) and not getattr(entry, key):
                        raise node.error(f"{entry.name!r} has no {key}; write at least one")
                here[entry.name] = entry
        found |= here
    return tuple(found.values())


def place(node: Node, key: str) -> Node:
    """Give the node of a key, for an error that points at it; the entry's own where there is none."""
    return node.value.get(key, node) if isinstance(node.value, dict) else node


def compiled(node: Node, key: str, pattern: str) -> Expression:
    """Compile a regular expression. Raises PatternError at the key it stands under.

    Those shipped are known to be read alike by `re`, where it can: that takes a quarter of the time that `regex` does.
    """
    if node.path.is_relative_to(shipped()):
        with suppress(re.error):
            return re.compile(pattern)
    try:
        return regex.compile(pattern)
    except regex.error as error:
        raise place(node, key).error(f"no valid regular expression: {error}") from error


@frozen()
class Words:
    """A list of words under a name."""

    name: str
    words: frozenset[str]


def load_words(folders: Sequence[Path], name: str) -> frozenset[str]:
    """Read all the words of a file of word lists. Raises PatternError where it is not as it should be."""
    return frozenset(word for path in files(folders, name) for words in read_all(Words, load(path)) for word in words.words)


def any_of(forms: Iterable[str]) -> str:
    """Give a pattern of all forms, the longest first, in which no letter is looked at twice; none matches nothing."""
    root: dict[str, Any] = {}
    for form in forms:
        node = root
        for char in form:
            node = node.setdefault(char, {})
        node[""] = {}
    return _branches(root) if root else "(?!)"


def _branches(node: Mapping[str, Any]) -> str:
    choices = [re.escape(char) + _branches(below) for char, below in sorted(node.items()) if char]
    if not choices:
        return ""
    return f"(?:{'|'.join(choices)}){'?' if '' in node else ''}"
