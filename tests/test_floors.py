"""The house stands: a module imports from the floors beneath its own, and libraries stay in their rooms."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

HOUSE = Path(__file__).parent.parent / "bnnextract"
FLOORS = (
    {"_version", "edition", "extras", "frozen", "model", "storing", "tokens", "strict_yaml"},
    {"knowledge"},
    {"rulebook"},
    {"stages"},
    {"pipeline"},
    {"records", "copies"},
    {"reading", "writing", "explain", "examples"},
    {"cli"},
    {"__main__", "__init__"},
)
# Within the stages: what is found in a text, then when, in which roles, what and of which part, whose, and at last each figure
# decided and told.
LANDINGS = ({"found"}, {"dated"}, {"bound"}, {"counted", "parted"}, {"owned"}, {"decided"}, {"told"})
ROOMS = {
    "yaml": {"strict_yaml"},
    "click": {"cli"},
    "rich": {"cli", "explain"},
    "xlsxwriter": {"writing"},
    "pyarrow": {"writing"},
    "sqlite3": {"writing"},
    "dateparser": {"reading"},
    "trafilatura": {"reading"},
    "fastwarc": {"reading"},
    "python_calamine": {"reading"},
    "backports": {"reading"},
}
CLOCKS = {"time", "locale", "os", "sys", "random", "platform", "getpass"}

HEAVY = {
    *("yaml", "regex", "rich", "dateparser", "json", "decimal", "tomllib", "multiprocessing", "sqlite3", "xlsxwriter"),
    "bnnextract.model",
}

MODULES = sorted(HOUSE.rglob("*.py"))


def name(path: Path) -> str:
    """Give a module's floor mark: `cli`, or the folder that it is in."""
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def floor(module: str) -> int:
    return next(level for level, modules in enumerate(FLOORS) if module in modules)


def imports(path: Path) -> Iterator[str]:
    """Give the full names that a module imports, wherever in it, also for type checking."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            assert node.module is not None
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_own(target: str) -> bool:
    return target.startswith("bnnextract.")


def test_every_module_has_a_floor() -> None:
    assert {name(path) for path in MODULES} <= set().union(*FLOORS)
    assert len(MODULES) > 10


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_imports_run_downwards(path: Path) -> None:
    mine = name(path)
    for target in filter(is_own, imports(path)):
        theirs = target.split(".")[1]
        # A folder's modules, and the foundations, may lean on one another.
        assert floor(theirs) < floor(mine) or mine == theirs or floor(mine) == floor(theirs) == 0, f"imports {target}"


@pytest.mark.parametrize(
    "path", sorted((HOUSE / "stages").glob("*/*.py")), ids=lambda path: str(path.relative_to(HOUSE / "stages"))
)
def test_a_stage_imports_from_those_before_it(path: Path) -> None:
    def landing(folder: str) -> int:
        return next(level for level, folders in enumerate(LANDINGS) if folder in folders)

    mine = path.parent.name
    for target in imports(path):
        if target.startswith("bnnextract.stages."):
            theirs = target.split(".")[2]
            assert mine == theirs or landing(theirs) < landing(mine), f"imports {target}"


def test_no_imports_run_in_a_circle() -> None:
    known = {".".join(path.relative_to(HOUSE.parent).with_suffix("").parts) for path in MODULES}
    graph = {
        ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts): {
            module for target in imports(path) for module in (target, target.rpartition(".")[0]) if module in known
        }
        for path in MODULES
    }
    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_libraries_stay_in_their_rooms(path: Path) -> None:
    for target in imports(path):
        library = target.split(".")[0]
        assert name(path) in ROOMS.get(library, {name(path)}), f"{name(path)} imports {library}"


def test_one_module_at_most_reads_dates_with_a_library() -> None:
    assert sum(any(target.split(".")[0] == "dateparser" for target in imports(path)) for path in MODULES) <= 1


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if floor(name(path)) in {1, 2, 3, 4}],
    ids=lambda path: str(path.relative_to(HOUSE)),
)
def test_the_pipeline_knows_no_clock_no_locale_and_no_environment(path: Path) -> None:
    assert not {target.split(".")[0] for target in imports(path)} & CLOCKS
    assert "today()" not in path.read_text(encoding="utf-8")
    assert ".now(" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["extract", "--help"], ["extract", "--help", "--lang", "id"], ["completion", "bash"]],
    ids=" ".join,
)
def test_help_loads_click_alone(arguments: list[str]) -> None:
    loaded = loaded_by(*arguments)
    assert "click" in loaded
    assert not loaded & HEAVY


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("bnnextract ext", "extract"),
        ("bnnextract extract --indicator rehabilitasi.rawat_j", "rehabilitasi.rawat_jalan"),
        ("bnnextract extract --office BNNK-Cil", "BNNK-Cilegon"),
        ("bnnextract extract --format js", "jsonl"),
    ],
)
def test_completing_loads_click_alone(words: str, completed: str, tmp_path: Path) -> None:
    told = tmp_path / "told"
    asked = {"_BNNEXTRACT_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    loaded = loaded_by(told=told, **asked)
    assert f"plain,{completed}" in told.read_text(encoding="utf-8").splitlines()
    assert not loaded & HEAVY


def test_extracting_loads_only_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("BNN Kota Cilegon merehabilitasi 118 klien.", encoding="utf-8")
    loaded = loaded_by("extract", str(tmp_path / "a.txt"))
    assert "bnnextract.pipeline" in loaded
    assert not loaded & {
        "rich",
        "dateparser",
        "multiprocessing",
        "concurrent.futures",
        "tomllib",
        "sqlite3",
        "xlsxwriter",
        "pyarrow",
    }


def loaded_by(*arguments: str, told: Path = Path(os.devnull), **environment: str) -> set[str]:
    """Run the program, with its standard output in a file, and give the modules that it loaded."""
    script = (
        "import sys\nfrom bnnextract.cli import main\n"
        f"sys.argv[1:] = {list(arguments)!r}\n"
        "try:\n    main()\nfinally:\n    print(sorted(sys.modules), file=sys.stderr)\n"
    )
    with told.open("wb") as stdout:
        done = subprocess.run(
            [sys.executable, "-c", script],
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | environment,
            check=True,
        )
    return set(ast.literal_eval(done.stderr.splitlines()[-1]))
