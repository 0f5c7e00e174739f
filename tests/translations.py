"""The catalogue of translations: what it has to hold, and the compiled form that the program reads.

`python tests/translations.py` tells whether it is up to date; with `--write` it adds the texts that are new, untranslated,
drops those that the program has no more, and compiles it.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import polib

from bnnextract.cli import commands
from bnnextract.cli.language import DOMAIN, FOLDER, texts

CLI = Path(__file__).parent.parent / "bnnextract" / "cli"
CATALOGUE = FOLDER / "id" / "LC_MESSAGES" / f"{DOMAIN}.po"
COMPILED = CATALOGUE.with_suffix(".mo")

_HEADING = "Examples:"


def wanted() -> dict[str, str | None]:
    """Give the texts of the program that a person reads, each with its plural, if it has one."""
    found: dict[str, str | None] = dict.fromkeys([*texts(commands), _HEADING])
    for path in sorted(CLI.glob("*.py")):
        found |= marked(path)
    return found


def of_click() -> dict[str, str | None]:
    """Give the texts of click, some of which the program shows."""
    found: dict[str, str | None] = {}
    for path in sorted(Path(click.__file__).parent.glob("*.py")):
        found |= marked(path)
    return found


def marked(path: Path) -> dict[str, str | None]:
    """Give the texts that a module hands to gettext, each with its plural, if it has one."""
    return dict(_marked(ast.parse(path.read_text(encoding="utf-8"))))


def _marked(tree: ast.AST) -> Iterator[tuple[str, str | None]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            given = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            if node.func.id in {"_", "gettext"} and given:
                yield given[0], None
            elif node.func.id == "ngettext" and len(given) > 1:
                yield given[0], given[1]


def main(*, write: bool) -> int:
    """Compare the catalogue with the program, or bring it up to date; give the exit code."""
    catalogue = polib.pofile(str(CATALOGUE), wrapwidth=0)
    ours, theirs = wanted(), of_click()
    have = {entry.msgid for entry in catalogue}
    missing, left = [text for text in ours if text not in have], sorted(have - set(ours) - set(theirs))
    for text in missing:
        print(f"missing: {text!r}")
        plural = ours[text]
        entry = polib.POEntry(msgid=text, msgstr="" if plural is None else None)
        if plural is not None:
            entry = polib.POEntry(msgid=text, msgid_plural=plural, msgstr_plural={0: ""})
        catalogue.append(entry)
    for text in left:
        print(f"left over: {text!r}")
    if write:
        for entry in [entry for entry in catalogue if entry.msgid in left]:
            catalogue.remove(entry)
        catalogue.save(str(CATALOGUE))
        catalogue.save_as_mofile(str(COMPILED))
    return int(bool(missing or left) and not write)


if __name__ == "__main__":
    sys.exit(main(write="--write" in sys.argv[1:]))
