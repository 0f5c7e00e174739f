"""What the program gives for the samples and for the READMEs, kept as files, and how it compares with reading by hand.

`python tests/golden.py` tells which of the files are out of date; with `--write` it brings them up to date. Look at the
difference before committing it.
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import yaml
from accuracy import with_accuracy_of

from bnnextract.model import Article, Statistic
from bnnextract.pipeline import analyse
from bnnextract.reading import ReadError, read_articles
from bnnextract.records import records
from bnnextract.rulebook import load_rulebook
from bnnextract.writing.as_yaml import yaml as as_yaml

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"
ANNOTATIONS = ROOT / "tests" / "samples"
INPUTS = ROOT / "tests" / "inputs"
README = ROOT / "README.md"
TRANSLATION = ROOT / "README.id.md"
COOKBOOK = ROOT / "docs" / "cookbook.md"

TOOLS = ("check-jsonschema", "datasette", "duckdb", "frictionless", "jq", "mlr")
"""Other people's programs that documents show at work, and that may be absent."""

SOURCES = tuple(sorted(path for path in SAMPLES.iterdir() if path.suffix in {".txt", ".jsonl"}))

_MASSES = {"miligram": Decimal("0.001"), "gram": Decimal(1), "kilogram": Decimal(1000), "ton": Decimal(1_000_000)}

# A block of a document whose first line tells the file that it is.
_FILE = re.compile(r"^```(?:yaml|text|csv|sql)\n(?:#|--) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def sample_articles() -> tuple[Article, ...]:
    """Give the articles of `samples/`, in order."""
    return tuple(_articles(SAMPLES))


def records_of(source: Path) -> str:
    """Give the records of a sample file, as `bnnextract extract --format yaml` in its folder writes them."""
    book = load_rulebook()
    found = [statistic for article in _articles(source) for statistic in analyse(article, book).statistics]
    return "".join(as_yaml(records(found, book.indicator_order)))


def _articles(path: Path) -> Iterator[Article]:
    for found in read_articles([str(path)], BytesIO()):
        if isinstance(found, ReadError):
            raise ValueError(str(found))
        # A file is named by its path as given; in the folder it stands in, that is its name.
        yield found if path.is_dir() or path.suffix != ".txt" else _named(found, path.name)


def _named(article: Article, name: str) -> Article:
    return Article(name, article.text, article.title, article.url, article.published)


@dataclass(frozen=True, slots=True)
class Figure:
    """A value or target with what it is of; masses are in grams, offices without case, spaces and signs."""

    slot: str
    number: Decimal
    unit: str
    indicators: frozenset[str]
    offices: frozenset[str]
    years: frozenset[str]
    optional: bool = False

    def meets(self, other: Figure) -> bool:
        """Tell whether two readings are of one figure: where one leaves a choice, any of it will do."""
        return (
            (self.slot, self.number, self.unit) == (other.slot, other.number, other.unit)
            and bool(self.indicators & other.indicators)
            and bool(self.offices & other.offices)
            and bool(self.years & other.years)
        )


def annotated(name: str) -> tuple[Figure, ...]:
    """Give the figures that a person found in a sample article."""
    annotation = yaml.safe_load((ANNOTATIONS / f"{name}.yaml").read_text(encoding="utf-8"))
    return tuple(figure for statistic in annotation["statistics"] for figure in _figures(statistic))


def found_in(statistics: Iterable[Statistic]) -> tuple[Figure, ...]:
    """Give the figures of statistics."""
    return tuple(
        figure
        for statistic in statistics
        for figure in _figures(
            {
                "value": statistic.value,
                "target": statistic.target,
                "unit": statistic.unit,
                "indicator": statistic.indicator,
                "office": statistic.office and statistic.office.name,
                "year": statistic.year and str(statistic.year),
            }
        )
    )


def _figures(statistic: Mapping[str, Any]) -> Iterator[Figure]:
    for slot in ("value", "target"):
        if statistic.get(slot) is None:
            continue
        (unit, *_) = _listed(statistic["unit"])
        yield Figure(
            slot,
            (Decimal(str(statistic[slot])) * _MASSES.get(unit, 1)).normalize(),
            "gram" if unit in _MASSES else unit,
            frozenset(_listed(statistic["indicator"])),
            frozenset(re.sub(r"[\W_]", "", str(office).casefold()) for office in _listed(statistic.get("office"))),
            frozenset(map(str, _listed(statistic.get("year")))),
            bool(statistic.get("optional")),
        )


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many figures two readings share, and which only one of them has; an optional one counts neither way."""

    shared: int
    missed: tuple[Figure, ...]
    spurious: tuple[Figure, ...]


def compare(wanted: Iterable[Figure], found: Iterable[Figure]) -> Agreement:
    """Pair the figures that a person found with those of the program, one to one."""
    left = list(found)
    shared = 0
    missed = []
    for figure in sorted(wanted, key=lambda figure: figure.optional):
        at = next((at for at, other in enumerate(left) if figure.meets(other)), None)
        if at is not None:
            del left[at]
            shared += not figure.optional
        elif not figure.optional:
            missed.append(figure)
    return Agreement(shared, tuple(missed), tuple(left))


def shown_files(document: str) -> dict[str, str]:
    """Give the files that a document writes out, by path."""
    return {found[1]: found[2] for found in _FILE.finditer(document)}


def shown_commands(document: str) -> tuple[str, ...]:
    """Give the commands of a document that call the program, in order; those shown with their output are not among them."""
    lines = (re.sub(r"\s+#.*", "", line) for block in _SHELL.finditer(document) for line in block[1].splitlines())
    return tuple(line for line in lines if re.match(r"(?:\w+ [^|]*\| )?bnnextract ", line))


def shown_outputs(document: str) -> tuple[tuple[str, str], ...]:
    """Give the commands of a document that are shown with what they print, and that."""
    return tuple((found[1], found[2]) for block in _CONSOLE.finditer(document) for found in _COMMAND.finditer(block[1]))


def called_programs(command: str) -> frozenset[str]:
    """Give the programs that a command calls, one after the other or piped; signs in quotation marks stand for themselves."""
    bare = re.sub(r"'[^']*'|\"[^\"]*\"", "''", command)
    return frozenset(step.split()[0] for step in re.split(r"\|+|&&", bare))


def missing_tools(command: str) -> tuple[str, ...]:
    """Give the programs of other people that a command calls and that are not installed."""
    called = called_programs(command)
    return tuple(tool for tool in TOOLS if tool in called and not shutil.which(tool))


def run_shown(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of a document with this interpreter's program, in a folder prepared by `lay_out`."""
    program = f"{shlex.quote(sys.executable)} -m bnnextract"
    line = re.sub(r"(?<!\S)bnnextract(?=\s)", lambda _: program, command)
    return subprocess.run(line, shell=True, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S602


def lay_out(folder: Path, document: str) -> None:
    """Put into a folder what a document's commands are run on: the samples, the inputs, and the files that it writes out."""
    shutil.copytree(SAMPLES, folder / "samples")
    shutil.copytree(INPUTS, folder / "tests" / "inputs")
    for name, text in shown_files(document).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def document_as_it_should_be(path: Path) -> str:
    """Give a document with what its commands print now; where one needs an absent program, with what is shown there."""
    document = path.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder, document)

        def rerun(found: re.Match[str]) -> str:
            if missing := missing_tools(found[1]):
                print(f"not run, since {' and '.join(missing)} is absent: {found[1]}")
                return found[0]
            done = run_shown(found[1], folder)
            if done.returncode:
                raise SystemExit(f"{found[1]}: exit {done.returncode}\n{done.stderr}")
            return f"$ {found[1]}\n{done.stdout}{done.stderr}"

        return _CONSOLE.sub(lambda block: f"```console\n{_COMMAND.sub(rerun, block[1])}```", document)


def main(*, write: bool) -> int:
    """Compare the kept files with what the program gives now, or write them; give the exit code."""
    wanted = {source.with_suffix(".yaml"): records_of(source) for source in SOURCES}
    wanted |= {path: document_as_it_should_be(path) for path in (README, TRANSLATION, COOKBOOK)}
    wanted[TRANSLATION] = with_accuracy_of(wanted[README], wanted[TRANSLATION])
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        if write:
            path.write_text(wanted[path], encoding="utf-8")
        print(f"{path.relative_to(ROOT)}: {'written' if write else 'out of date'}")
    return int(bool(stale) and not write)


if __name__ == "__main__":
    sys.exit(main(write="--write" in sys.argv[1:]))
