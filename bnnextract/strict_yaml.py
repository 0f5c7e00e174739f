"""YAML for pattern files: every scalar is text, every value knows its place, every slip is an error with that place.

YAML guesses types from spelling: `no` becomes false, `12:30` becomes 750, `0123` becomes 83. Here nothing is guessed.
A file is loaded as a tree of `Node` whose scalars are text, and `read` turns a node into a dataclass by the types that
the dataclass declares. What YAML offers beyond mappings, lists and text (anchors, tags, several documents) is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from decimal import Decimal
from difflib import get_close_matches
from functools import cache, partial
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import yaml

T = TypeVar("T")

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"~", "null", "Null", "NULL"})
_DEEPEST = 50
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")


class PatternError(Exception):
    """What is wrong in a pattern file, and where; lines and columns count from 1, columns in code points."""

    def __init__(self, path: Path, line: int, column: int, message: str) -> None:
        super().__init__(path, line, column, message)
        self.path = path
        self.line = line
        self.column = column
        self.message = message

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


# Equal only to itself, so that an entry that carries its node stays hashable. Not frozen, since that would double the
# time to load; nothing changes a node.
@dataclass(slots=True, eq=False)
class Node:
    """A text, list or mapping of a pattern file with the place where it starts.

    `key_line` and `key_column` are the place of the key that leads to it; outside a mapping they are its own place.
    """

    path: Path
    line: int
    column: int
    value: str | tuple[Node, ...] | Mapping[str, Node]
    key_line: int = 0
    key_column: int = 0

    def __post_init__(self) -> None:
        if not self.key_line:
            self.key_line, self.key_column = self.line, self.column

    def error(self, message: str) -> PatternError:
        """Give the error that tells what is wrong with this value."""
        return PatternError(self.path, self.line, self.column, message)

    def key_error(self, message: str) -> PatternError:
        """Give the error that tells what is wrong with the key of this value."""
        return PatternError(self.path, self.key_line, self.key_column, message)


def load(path: Path) -> Node:
    """Load a UTF-8 file of one YAML document; scalars come as written, null and nothing come as the empty text.

    Raises PatternError where the file cannot be read, is no valid YAML, is empty, repeats a key, has a key that is not
    a text, or uses an anchor, an alias, a tag or a second document.
    """
    text = _text(path)
    try:
        return _document(path, iter(_LOADER(text).get_event, None))
    except yaml.reader.ReaderError as error:
        before = text[: text.find(chr(error.character))]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"the character U+{error.character:04X} is not allowed in YAML; remove it"
        raise PatternError(path, line, column, message) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        told = ", ".join(part for part in (error.context, error.problem) if part)
        advice = "check indentation and brackets, quote text that holds ': ' or starts with a sign"
        raise PatternError(path, line, column, f"not valid YAML ({told}); {advice}") from error


def read(cls: type[T], node: Node) -> T:
    """Build a dataclass from a mapping: its fields are the keys, those with a default may be left out.

    Field types may be str, int, bool (`true`, `false`), Decimal, Literal, `X | None` (the empty text is None),
    `tuple[X, ...]`, `frozenset[X]`, `Mapping[K, X]`, dataclasses, and Node for a value that is taken as it is. A field
    `node: Node` is no key but receives the node itself. A trailing underscore of a field is not part of its key, so
    that `from_` is written `from`. A ValueError of the class itself becomes an error at the node.

    Raises PatternError for unknown and missing keys and for values of another type, TypeError for a class whose fields
    cannot be read.
    """
    shape = _shape(cls)  # type: ignore[arg-type]  # every class is hashable
    mapping = node.value
    if not isinstance(mapping, dict):
        raise node.error(f"{_told(node)} stands where a mapping is wanted, with keys of: {', '.join(shape.keys)}")
    values: dict[str, Any] = {}
    for key, child in mapping.items():
        known = shape.keys.get(key)
        if known is None:
            raise child.key_error(f"unknown key {key!r}; known are: {', '.join(shape.keys)}{_nearest(key, shape.keys)}")
        name, convert = known
        values[name] = convert(child)
    for key in shape.required:
        if key not in mapping:
            raise node.error(f"{key!r} is missing")
    if shape.has_node:
        values["node"] = node
    try:
        return cls(**values)
    except ValueError as error:
        raise node.error(str(error)) from error


def read_all(cls: type[T], node: Node) -> tuple[T, ...]:
    """Build a dataclass from every item of a list, as `read` does."""
    return tuple([read(cls, item) for item in _items(node)])


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PatternError(path, 1, 1, f"cannot be read: {error.strerror or error}") from error
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        raise PatternError(path, line, column, "not UTF-8; save the file with the encoding UTF-8") from error


def _document(path: Path, events: Iterator[Any]) -> Node:
    next(events)
    event = next(events)
    if type(event) is yaml.StreamEndEvent:
        raise PatternError(path, 1, 1, "the file is empty; write its entries or delete it")
    root = _node(path, next(events), events, 0)
    next(events)
    event = next(events)
    if type(event) is not yaml.StreamEndEvent:
        raise _error(path, event, "a second document starts here; put it into a file of its own")
    return root


def _node(path: Path, event: Any, events: Iterator[Any], depth: int, key: Any = None) -> Node:
    """Build the node that an event starts; `key` is the mark of its key.

    Events and not composed nodes are read, since only they tell of tags and unused anchors.
    """
    kind = type(event)
    if kind is yaml.AliasEvent or event.anchor is not None:
        sign = "alias '*" if kind is yaml.AliasEvent else "anchor '&"
        raise _error(path, event, f"{sign}{event.anchor}' is not allowed; write the value out")
    if event.tag is not None:
        raise _error(path, event, f"tag {event.tag!r} is not allowed; remove it, every scalar is text")
    value: str | tuple[Node, ...] | dict[str, Node]
    if kind is yaml.ScalarEvent:
        value = "" if event.implicit[0] and event.value in _NULLS else event.value
    elif depth == _DEEPEST:
        raise _error(path, event, f"nested deeper than {_DEEPEST} levels; flatten it")
    elif kind is yaml.SequenceStartEvent:
        value = _sequence(path, events, depth + 1)
    else:
        value = _mapping(path, events, depth + 1)
    mark = event.start_mark
    if key is None:
        return Node(path, mark.line + 1, mark.column + 1, value)
    return Node(path, mark.line + 1, mark.column + 1, value, key.line + 1, key.column + 1)


def _sequence(path: Path, events: Iterator[Any], depth: int) -> tuple[Node, ...]:
    items = []
    while type(event := next(events)) is not yaml.SequenceEndEvent:
        items.append(_node(path, event, events, depth))
    return tuple(items)


def _mapping(path: Path, events: Iterator[Any], depth: int) -> dict[str, Node]:
    mapping: dict[str, Node] = {}
    while type(event := next(events)) is not yaml.MappingEndEvent:
        key = _node(path, event, events, depth).value
        if not isinstance(key, str):
            raise _error(path, event, "a list or mapping stands where a key is wanted; write a text")
        if not key:
            raise _error(path, event, "the key is empty; write a text")
        if key in mapping:
            raise _error(path, event, f"key {key!r} is given twice, first in line {mapping[key].key_line}; keep one")
        mapping[key] = _node(path, next(events), events, depth, event.start_mark)
    return mapping


def _error(path: Path, event: Any, message: str) -> PatternError:
    return PatternError(path, event.start_mark.line + 1, event.start_mark.column + 1, message)


Convert = Callable[[Node], Any]


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a dataclass is read: field and converter by key, the keys that must be there, whether it takes the node."""

    keys: Mapping[str, tuple[str, Convert]]
    required: tuple[str, ...]
    has_node: bool


@cache
def _shape(cls: Any) -> _Shape:
    hints = get_type_hints(cls)
    keys: dict[str, tuple[str, Convert]] = {}
    required: list[str] = []
    has_node = False
    for field in fields(cls):
        if field.name == "node" and hints["node"] is Node:
            has_node = True
        elif field.init:
            key = field.name.removesuffix("_")
            keys[key] = (field.name, _converter(hints[field.name]))
            if field.default is MISSING and field.default_factory is MISSING:
                required.append(key)
    return _Shape(keys, tuple(required), has_node)


@cache
def _converter(hint: Any) -> Convert:
    """Give the function that makes a value of a type from a node."""
    if hint in _SCALARS:
        return _SCALARS[hint]
    if isinstance(hint, type) and is_dataclass(hint):
        return partial(read, hint)
    match get_origin(hint), get_args(hint):
        case (origin, choices) if origin is Literal:
            return partial(_choice, {str(choice): choice for choice in choices})
        case (origin, (inner, last)) if origin in {Union, UnionType} and last is NoneType:
            return partial(_optional, _converter(inner))
        case (origin, (inner, last)) if origin is tuple and last is Ellipsis:
            return partial(_tuple, _converter(inner))
        case (origin, (inner,)) if origin is frozenset:
            return partial(_frozenset, _converter(inner))
        case (origin, (of_key, of_value)) if origin is Mapping:
            return partial(_table, _converter(of_key), _converter(of_value))
    raise TypeError(f"a field of type {hint} cannot be read from a pattern file")


def _string(node: Node) -> str:
    if isinstance(node.value, str):
        return node.value
    raise node.error(f"{_told(node)} stands where a text is wanted")


def _integer(node: Node) -> int:
    if _INTEGER.fullmatch(text := _string(node)):
        return int(text)
    raise node.error(f"{text!r} is no whole number; write plain digits, like 1250")


def _decimal(node: Node) -> Decimal:
    if _DECIMAL.fullmatch(text := _string(node)):
        return Decimal(text)
    raise node.error(f"{text!r} is no number; write plain digits and a decimal point, like 1250.5")


def _choice(choices: Mapping[str, Any], node: Node) -> Any:
    text = _string(node)
    if text in choices:
        return choices[text]
    raise node.error(f"{text!r} is none of: {', '.join(choices)}{_nearest(text, choices)}")


def _optional(convert: Convert, node: Node) -> Any:
    return None if node.value == "" else convert(node)


def _items(node: Node) -> tuple[Node, ...]:
    if not isinstance(node.value, tuple):
        raise node.error(f"{_told(node)} stands where a list is wanted; write '[]' for none, '- ' before each item")
    for item in node.value:
        if isinstance(item.value, str) and not item.value.strip():
            raise item.error("an item of the list is empty; write a text or remove it")
    return node.value


def _tuple(convert: Convert, node: Node) -> tuple[Any, ...]:
    return tuple([convert(item) for item in _items(node)])


def _frozenset(convert: Convert, node: Node) -> frozenset[Any]:
    found = set()
    for item in _items(node):
        value = convert(item)
        if value in found:
            raise item.error(f"{item.value!r} is given twice; keep one")
        found.add(value)
    return frozenset(found)


def _table(of_key: Convert, of_value: Convert, node: Node) -> dict[Any, Any]:
    if not isinstance(node.value, dict):
        raise node.error(f"{_told(node)} stands where a mapping is wanted; write '{{}}' for none")
    return {
        of_key(Node(child.path, child.key_line, child.key_column, key)): of_value(child) for key, child in node.value.items()
    }


_SCALARS: Mapping[Any, Convert] = {
    str: _string,
    int: _integer,
    Decimal: _decimal,
    bool: partial(_choice, {"true": True, "false": False}),
    Node: lambda node: node,
}


def _told(node: Node) -> str:
    if isinstance(node.value, str):
        return f"the text {node.value!r}" if node.value else "nothing"
    return "a list" if isinstance(node.value, tuple) else "a mapping"


def _nearest(text: str, known: Mapping[str, Any]) -> str:
    close = get_close_matches(text, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else ""
