"""Pattern files: what is read, and where each slip is reported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnnextract.strict_yaml import Node, PatternError, load, read, read_all


@dataclass(frozen=True, slots=True)
class Example:
    text: str
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    node: Node
    name: str
    examples: tuple[Example, ...]
    level: Literal["pusat", "kota"] = "pusat"
    rank: int = 0
    factor: Decimal = Decimal(1)
    event: bool = False
    cues: frozenset[str] = frozenset()
    units: Mapping[str, int] = field(default_factory=dict)
    by_level: Mapping[Literal["pusat", "kota"], str] = field(default_factory=dict)
    raw: Node | None = None
    from_: str | None = None

    def __post_init__(self) -> None:
        if self.rank > 9:
            raise ValueError("rank is at most 9")


@dataclass(frozen=True, slots=True)
class Tree:
    name: str
    children: tuple[Tree, ...] = ()


ENTRY = "name: a\nexamples:\n  - text: t\n"


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "p.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def plain(node: Node) -> Any:
    if isinstance(node.value, str):
        return node.value
    if isinstance(node.value, tuple):
        return [plain(item) for item in node.value]
    return {key: plain(child) for key, child in node.value.items()}


def entry(folder: Path, more: str = "") -> Entry:
    return read(Entry, load(write(folder, ENTRY + more)))


@pytest.mark.parametrize(
    "text",
    ["no", "yes", "true", "12:30", "0123", "1_000", "2021-12-28", "1.50", "1e3", "0x1F", ".inf", "="],
)
def test_scalar_stays_text(tmp_path: Path, text: str) -> None:
    assert plain(load(write(tmp_path, f"- {text}\n- {text}: {text}\n"))) == [text, {text: text}]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("k:", {"k": ""}, id="nothing"),
        pytest.param("k: ~", {"k": ""}, id="tilde"),
        pytest.param("k: null", {"k": ""}, id="null"),
        pytest.param("k: ''", {"k": ""}, id="empty quotes"),
        pytest.param("k: 'null'", {"k": "null"}, id="quoted null"),
        pytest.param("k: [a, {b: c}]", {"k": ["a", {"b": "c"}]}, id="flow"),
        pytest.param("k: |\n  a\n  b\n", {"k": "a\nb\n"}, id="block text"),
        pytest.param("\ufeffk: v", {"k": "v"}, id="byte order mark"),
        pytest.param("---\nk: v\n...\n", {"k": "v"}, id="marked document"),
        pytest.param("k: v\r\nl: w\r\n", {"k": "v", "l": "w"}, id="Windows line ends"),
    ],
)
def test_load(tmp_path: Path, content: str, expected: Any) -> None:
    assert plain(load(write(tmp_path, content))) == expected


def test_places(tmp_path: Path) -> None:
    root = load(write(tmp_path, "# words\nä:  b\nlist:\n- x\n-   y: z\n"))
    assert isinstance(root.value, Mapping)
    text, items = root.value["ä"], root.value["list"]
    assert isinstance(items.value, tuple)
    assert [(node.line, node.column) for node in (root, text, items, *items.value)] == [
        (2, 1),
        (2, 5),
        (4, 1),
        (4, 3),
        (5, 5),
    ]
    assert (items.key_line, items.key_column) == (3, 1)
    assert (items.value[1].key_line, items.value[1].key_column) == (5, 5)


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        pytest.param("a: 1\nb: 2\na: 3\n", 3, 1, "key 'a' is given twice, first in line 1", id="duplicate key"),
        pytest.param("x:\n  {a: 1, a: 2}\n", 2, 10, "key 'a' is given twice", id="duplicate key in flow"),
        pytest.param("1: a\n'1': b\n", 2, 1, "key '1' is given twice", id="duplicate key otherwise quoted"),
        pytest.param("a: b\n? [c]\n: d\n", 2, 3, "a list or mapping stands where a key", id="list as key"),
        pytest.param("a: b\n'': d\n", 2, 1, "the key is empty", id="empty key"),
        pytest.param("~: d\n", 1, 1, "the key is empty", id="null as key"),
        pytest.param("a: &x b\n", 1, 4, "anchor '&x' is not allowed; write the value out", id="anchor"),
        pytest.param("a: &x [b]\n", 1, 4, "anchor '&x' is not allowed", id="anchor of a list"),
        pytest.param("a: b\nc: *x\n", 2, 4, "alias '*x' is not allowed; write the value out", id="alias"),
        pytest.param("*x : b\n", 1, 1, "alias '*x' is not allowed", id="alias as key"),
        pytest.param("a: !!int 3\n", 1, 4, "tag 'tag:yaml.org,2002:int' is not allowed", id="tag"),
        pytest.param("a: ! 3\n", 1, 4, "tag '!' is not allowed", id="bare tag"),
        pytest.param("a: !x {}\n", 1, 4, "tag '!x' is not allowed", id="tag of a mapping"),
        pytest.param("a: b\n---\nc: d\n", 2, 1, "a second document starts here", id="two documents"),
        pytest.param("", 1, 1, "the file is empty", id="empty file"),
        pytest.param("# nothing\n", 1, 1, "the file is empty", id="comments alone"),
        pytest.param("a: b\nc: d: e\n", 2, 5, "mapping values are not allowed", id="colon in text"),
        pytest.param("a: [b\n", 2, 1, "expected ',' or ']'", id="open bracket"),
        pytest.param("a:\n\t- b\n", 2, 1, "cannot start any token", id="tab"),
        pytest.param("a: b\nc: d\x07\n", 2, 5, "U+0007 is not allowed", id="control character"),
        pytest.param(b"a: b\nc: \xc3\xa4\xe4\n", 2, 5, "not UTF-8", id="Latin-1"),
        pytest.param("k: v".encode("utf-16"), 1, 1, "not UTF-8", id="UTF-16"),
        pytest.param("[" * 60 + "]" * 60, 1, 51, "nested deeper than 50 levels", id="deep nesting"),
    ],
)
def test_load_refuses(tmp_path: Path, content: str | bytes, line: int, column: int, message: str) -> None:
    path = write(tmp_path, content)
    with pytest.raises(PatternError) as caught:
        load(path)
    error = caught.value
    assert (error.path, error.line, error.column) == (path, line, column)
    assert message in error.message
    assert str(error) == f"{path}:{line}:{column}: {error.message}"
    assert "\n" not in str(error)


@pytest.mark.parametrize("name", [pytest.param("none.yaml", id="missing"), pytest.param(".", id="folder")])
def test_unreadable(tmp_path: Path, name: str) -> None:
    with pytest.raises(PatternError, match="cannot be read: ") as caught:
        load(tmp_path / name)
    assert (caught.value.path, caught.value.line, caught.value.column) == (tmp_path / name, 1, 1)


@pytest.mark.parametrize(
    ("more", "attribute", "expected"),
    [
        pytest.param("", "name", "a", id="text"),
        pytest.param("", "examples", (Example("t"),), id="nested dataclass"),
        pytest.param("  - {text: u, value: 2}\n", "examples", (Example("t"), Example("u", Decimal(2))), id="flow"),
        pytest.param("", "rank", 0, id="default"),
        pytest.param("", "units", {}, id="default factory"),
        pytest.param("rank: -3", "rank", -3, id="whole number"),
        pytest.param("factor: 0.5", "factor", Decimal("0.5"), id="decimal"),
        pytest.param("event: true", "event", True, id="true"),
        pytest.param("event: false", "event", False, id="false"),
        pytest.param("level: kota", "level", "kota", id="literal"),
        pytest.param("cues: [b, a]", "cues", frozenset({"a", "b"}), id="set"),
        pytest.param("units: {kg: 1000, no: 1}", "units", {"kg": 1000, "no": 1}, id="mapping"),
        pytest.param("by_level: {kota: x}", "by_level", {"kota": "x"}, id="mapping with literal keys"),
        pytest.param("from: b", "from_", "b", id="underscore"),
        pytest.param("from:", "from_", None, id="nothing is None"),
    ],
)
def test_read(tmp_path: Path, more: str, attribute: str, expected: object) -> None:
    found = getattr(entry(tmp_path, more), attribute)
    assert found == expected
    assert type(found) is type(expected)


def test_read_gives_nodes(tmp_path: Path) -> None:
    found = entry(tmp_path, "raw: [x]\n")
    assert (found.node.line, found.node.column) == (1, 1)
    assert found.raw is not None
    assert plain(found.raw) == ["x"]


def test_entry_with_node_is_hashable(tmp_path: Path) -> None:
    @dataclass(frozen=True, slots=True)
    class Word:
        node: Node
        name: str

    node = load(write(tmp_path, "name: a"))
    assert len({Word(node, "a"), Word(node, "a"), Word(node, "b")}) == 2


def test_read_recursive(tmp_path: Path) -> None:
    node = load(write(tmp_path, "name: a\nchildren: [{name: b, children: [{name: c}]}]"))
    assert read(Tree, node) == Tree("a", (Tree("b", (Tree("c"),)),))


def test_read_all(tmp_path: Path) -> None:
    assert read_all(Tree, load(write(tmp_path, "- name: a\n- name: b\n"))) == (Tree("a"), Tree("b"))


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        pytest.param(
            "name: a\nexmples: []\n",
            2,
            1,
            "unknown key 'exmples'; known are: name, examples, level, rank, factor, event, cues, units, by_level, raw, "
            "from; did you mean 'examples'?",
            id="misspelt key",
        ),
        pytest.param("name: a\nexamples:\n- text: t\n  zzz:\n    - b\n", 4, 3, "unknown key 'zzz'", id="nested key"),
        pytest.param("name: a\nnode: b\n", 2, 1, "unknown key 'node'", id="the node is no key"),
        pytest.param("\nexamples: []\n", 2, 1, "'name' is missing", id="missing key"),
        pytest.param("name: a\nexamples:\n- value: 3\n", 3, 3, "'text' is missing", id="missing nested key"),
        pytest.param("- a\n", 1, 1, "a list stands where a mapping is wanted", id="list for entry"),
        pytest.param("name: [a]\n", 1, 7, "a list stands where a text is wanted", id="list for text"),
        pytest.param("name:\n  a: b\n", 2, 3, "a mapping stands where a text is wanted", id="mapping for text"),
        pytest.param("examples: a\n", 1, 11, "the text 'a' stands where a list is wanted", id="text for list"),
        pytest.param("examples:\n", 1, 10, "nothing stands where a list is wanted", id="nothing for list"),
        pytest.param("examples: [a]\n", 1, 12, "the text 'a' stands where a mapping", id="text for nested entry"),
        pytest.param(ENTRY + "rank: 1.5", 4, 7, "'1.5' is no whole number", id="fraction for int"),
        pytest.param(ENTRY + "rank: 07", 4, 7, "'07' is no whole number", id="leading zero"),
        pytest.param(ENTRY + "rank: ١", 4, 7, "'١' is no whole number", id="other digits"),
        pytest.param(ENTRY + "factor: 1,5", 4, 9, "'1,5' is no number", id="decimal comma"),
        pytest.param(ENTRY + "factor: nan", 4, 9, "'nan' is no number", id="nan"),
        pytest.param(ENTRY + "factor: 1e3", 4, 9, "'1e3' is no number", id="exponent"),
        pytest.param(ENTRY + "event: no", 4, 8, "'no' is none of: true, false", id="no for bool"),
        pytest.param(
            ENTRY + "level: kotaa", 4, 8, "'kotaa' is none of: pusat, kota; did you mean 'kota'?", id="misspelt literal"
        ),
        pytest.param(ENTRY + "cues: [a, b, a]", 4, 14, "'a' is given twice", id="twice in a set"),
        pytest.param(ENTRY + "units: [a]", 4, 8, "a list stands where a mapping is wanted", id="list for mapping"),
        pytest.param(ENTRY + "units:\n  kg: x", 5, 7, "'x' is no whole number", id="mapping value"),
        pytest.param(ENTRY + "by_level:\n  desa: x", 5, 3, "'desa' is none of: pusat, kota", id="mapping key"),
        pytest.param(ENTRY + "rank: 10", 1, 1, "rank is at most 9", id="the class's own check"),
    ],
)
def test_read_refuses(tmp_path: Path, content: str, line: int, column: int, message: str) -> None:
    node = load(write(tmp_path, content))
    with pytest.raises(PatternError) as caught:
        read(Entry, node)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert message in caught.value.message


@pytest.mark.parametrize(
    "hint",
    [float, list[str], tuple[str, str], str | int, dict[str, str]],
    ids=["float", "list", "pair", "union", "dict"],
)
def test_unsupported_field_type(tmp_path: Path, hint: Any) -> None:
    @dataclass(frozen=True, slots=True)
    class Odd:
        name: hint

    Odd.__annotations__["name"] = hint
    with pytest.raises(TypeError, match="cannot be read from a pattern file"):
        read(Odd, load(write(tmp_path, "name: a")))


texts = st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1)
trees = st.recursive(texts, lambda inner: st.lists(inner) | st.dictionaries(texts, inner), max_leaves=12)


@given(tree=trees)
def test_quoted_tree_comes_back(tmp_path_factory: pytest.TempPathFactory, tree: Any) -> None:
    assert plain(load(write(tmp_path_factory.getbasetemp(), quoted(tree)))) == tree


def quoted(tree: Any) -> str:
    if isinstance(tree, str):
        return "'" + tree.replace("'", "''") + "'"
    if isinstance(tree, list):
        return "[" + ", ".join(quoted(item) for item in tree) + "]"
    return "{" + ", ".join(f"? {quoted(key)} : {quoted(value)}" for key, value in tree.items()) + "}"
