"""The README in Indonesian says what README says: the same commands, names and numbers in the same places.

The two are compared block by block (headings, paragraphs, rows, list items, fenced blocks). What differs is told with the
lines of both, so that a change of README shows what is to be changed in its translation.
"""

from __future__ import annotations

import gettext
import re
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from accuracy import in_indonesian, numbers, with_accuracy_of
from golden import README, ROOT, TRANSLATION

from bnnextract.cli import summary
from bnnextract.cli.language import DOMAIN, FOLDER

ORIGINAL, TRANSLATED = README.read_text(encoding="utf-8"), TRANSLATION.read_text(encoding="utf-8")

# Words that stand for others are translated though they are set as code.
WORDS = {
    "path:number": "path:nomor",
    "path:line: what is wrong; what to do": "path:baris: apa yang salah; apa yang perlu dilakukan",
    "NAME.csv": "NAMA.csv",
    "NAME.datapackage.json": "NAMA.datapackage.json",
}

_CODE = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_PLACES = re.compile(r"^README\.md:\d+, README\.id\.md:\d+: ")


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a page: its kind (`##`, `text`, `row`, `item`, `comment`, or the fence it opens with), first line and text."""

    kind: str
    line: int
    text: str

    @property
    def prose(self) -> str:
        """What is neither code nor the target of a link."""
        return _LINK.sub("]", _CODE.sub("", self.text))

    @property
    def lines(self) -> list[str]:
        """What of a fenced block is the same in every language: all, but for comments, labels and messages."""
        text = self.text
        if self.kind == "```text" and re.match(r"\d", text):
            return _counted(text)
        if self.kind == "```mermaid":
            text = re.sub(r'"[^"]*<br>(<i>[^"]*)"|"[^"]*"', r'"\1"', text)
        if self.kind == "```sh":
            text = re.sub(r"\s+#.*", "", text)
        return text.splitlines()

    @property
    def facts(self) -> Counter[str]:
        """What has to be the same in every language, each as it is written, but for the signs in numbers."""
        if self.kind.startswith("```"):
            return Counter(self.lines)
        code = {WORDS.get(found, found) for found in _CODE.findall(self.text)}
        links = {link for link in _LINK.findall(self.text) if not link.startswith("#")}
        return Counter([f"`{found}`" for found in code] + [f"]({link})" for link in links] + _counted(self.prose))

    @property
    def fingerprint(self) -> Hashable:
        """What a block and its translation have in common."""
        return self.kind, frozenset(self.facts.items())


@dataclass(slots=True)
class Section:
    """A heading and the blocks up to the next."""

    heading: Block
    blocks: list[Block] = field(default_factory=list)


def _counted(text: str) -> list[str]:
    return [number.replace(",", ".") for number in numbers(text)]


def blocks(page: str) -> Iterator[Block]:
    """Split a page into its blocks."""
    kind, start, held = "", 0, list[str]()
    for at, line in enumerate([*page.splitlines(), ""], 1):
        if kind.startswith("```"):
            if line == "```":
                yield Block(kind, start, "\n".join(held))
                kind, held = "", []
            else:
                held.append(line)
            continue
        opens = _kind(line)
        if opens == "text" and kind in {"text", "item"}:
            held.append(line.strip())
            continue
        if kind:
            yield Block(kind, start, " ".join(held))
        kind, start, held = opens, at, [] if opens.startswith("```") else [line]


def _kind(line: str) -> str:
    """Give the kind of block that a line opens, none if it is empty; text may also go on with the line before."""
    if not line or line.startswith("```"):
        return line
    opening = re.match(r"#+(?= )|\||- |<!--", line)
    return {"|": "row", "- ": "item", "<!--": "comment"}.get(opening[0], opening[0]) if opening else "text"


def sections(page: str) -> list[Section]:
    """Give the sections of a page, in order."""
    found: list[Section] = []
    for block in blocks(page):
        if block.kind.startswith("#"):
            found.append(Section(block))
        else:
            found[-1].blocks.append(block)
    return found


def differences(original: Section, translation: Section) -> list[str]:
    """Tell in what a section and its translation differ, one line each."""
    ours, theirs = original.blocks, translation.blocks
    prints = [block.fingerprint for block in ours], [block.fingerprint for block in theirs]
    matched = SequenceMatcher(None, *prints, autojunk=False)
    told: list[str] = []
    for _, i, j, k, m in matched.get_opcodes():
        one, other = ours[i:j], theirs[k:m]
        if [block.kind for block in one] == [block.kind for block in other]:
            told += [line for pair in zip(one, other, strict=True) for line in _told(*pair)]
        else:
            told += [f"README.md:{block.line}: has no counterpart: {block.text}" for block in one]
            told += [f"README.id.md:{block.line}: has no counterpart: {block.text}" for block in other]
    return told


def _told(one: Block, other: Block) -> Iterator[str]:
    places = f"README.md:{one.line}, README.id.md:{other.line}"
    for fact in (one.facts - other.facts).elements():
        yield f"{places}: only the first has {fact}"
    for fact in (other.facts - one.facts).elements():
        yield f"{places}: only the second has {fact}"
    if one.facts == other.facts and one.kind.startswith("```") and one.lines != other.lines:
        yield f"{places}: not in the same order"
    if one.kind in {"text", "item"} and one.text == other.text:
        yield f"{places}: not translated"


PAIRS = list(zip(sections(ORIGINAL), sections(TRANSLATED), strict=False))


def test_the_headings_are_the_same_in_number_and_level() -> None:
    levels = [[section.heading.kind for section in sections(page)] for page in (ORIGINAL, TRANSLATED)]
    assert levels[0] == levels[1]
    assert len(PAIRS) >= 8


@pytest.mark.parametrize(("original", "translation"), PAIRS, ids=[one.heading.text.lstrip("# ") for one, _ in PAIRS])
def test_a_section_has_the_same_commands_names_and_numbers(original: Section, translation: Section) -> None:
    languages = {"](README.md)", "](README.id.md)"}
    told = [line for line in differences(original, translation) if line.rpartition(" ")[2] not in languages]
    assert not told, "\n".join(told)


def test_nothing_is_compared_in_vain() -> None:
    facts = sum((block.facts for section in sections(ORIGINAL) for block in section.blocks), Counter[str]())
    assert len(facts) > 300
    assert {"`--wide`", "`copy_of`", "`csv-excel`", "](docs/sdmx.md)", "bnnextract patterns check", "0.85"} <= set(facts)
    kinds = Counter(block.kind for section in sections(ORIGINAL) for block in section.blocks)
    assert min(kinds[kind] for kind in ("row", "item", "text", "comment", "```sh", "```yaml", "```console")) > 0


@pytest.mark.parametrize(
    ("original", "translation", "told"),
    [
        ("`--one` of 1,204.", "`--one` dari 1.204.", []),
        (
            "`--one` of 1,204.",
            "`--two` dari 1.205.",
            ["first has `--one`", "first has 1.204", "second has `--two`", "second has 1.205"],
        ),
        ("| `a` | 0.5 |", "| `a` | 0,6 |", ["first has 0.5", "second has 0.6"]),
        ("See [this](a.md).", "Lihat [ini](b.md).", ["first has ](a.md)", "second has ](b.md)"]),
        ("```sh\nrun --a # all\nrun\n```", "```sh\nrun --a # semua\nrun\n```", []),
        ("```sh\nrun --a # all\n```", "```sh\nrun --b # semua\n```", ["first has run --a", "second has run --b"]),
        ("```yaml\na: 1 # one\n```", "```yaml\na: 1 # satu\n```", ["first has a: 1 # one", "second has a: 1 # satu"]),
        ("```sh\none\ntwo\n```", "```sh\ntwo\none\n```", ["not in the same order"]),
        ("Two words.\n\nMore.", "Dua kata.\n\nMore.", ["not translated"]),
        ("Text.", "- Butir.", ["README.md:2: has no counterpart: Text.", "README.id.md:2: has no counterpart: - Butir."]),
        ("Text.\n\nAll 5.\n\nMore.", "Teks.\n\nLagi.", ["README.md:4: has no counterpart: All 5."]),
    ],
    ids=["same", "code", "row", "link", "comments", "command", "file", "order", "untranslated", "kind", "count"],
)
def test_a_difference_is_told(original: str, translation: str, told: list[str]) -> None:
    found = differences(_section(original), _section(translation))
    assert [_PLACES.sub("", line).removeprefix("only the ") for line in found] == told


def _section(text: str) -> Section:
    (section,) = sections(f"# A\n{text}\n")
    return section


def test_the_accuracy_is_that_of_the_original() -> None:
    assert with_accuracy_of(ORIGINAL, TRANSLATED) == TRANSLATED, "run `python tests/golden.py --write`"


def test_new_numbers_go_under_the_words_that_are_there() -> None:
    original = "1.5\n<!-- accuracy -->\n| articles | F1 |\n|---|---|\n| all 1,204 | 0.975 |\n<!-- /accuracy -->\n"
    translation = "1,5\n<!-- accuracy -->\n| artikel | F1 |\n|---|---|\n| semua 7 | 0,1 |\n<!-- /accuracy -->\n"
    assert with_accuracy_of(original, translation) == translation.replace("7", "1.204").replace("0,1", "0,975")
    with pytest.raises(SystemExit, match="has not the same rows"):
        with_accuracy_of(original.replace("| 0.975 |", "| 0.975 |\n| new | 1.000 |"), translation)


def test_the_closing_line_is_the_program_s(monkeypatch: pytest.MonkeyPatch) -> None:
    tally = summary.Tally(articles=1204, fruitful=311, statistics=2940, skipped=Counter(empty=1, missing=1))
    assert f"```text\n{summary.closing_line(tally)}\n```" in ORIGINAL
    indonesian = gettext.translation(DOMAIN, FOLDER, ["id"])
    monkeypatch.setattr(summary, "_", indonesian.gettext)
    monkeypatch.setattr(summary, "ngettext", indonesian.ngettext)
    assert f"```text\n{summary.closing_line(tally)}\n```" in TRANSLATED


@pytest.mark.parametrize("number", ["0.85", "1,204", "1,204.5"])
def test_signs_in_numbers_change_places(number: str) -> None:
    assert in_indonesian(number) != number
    assert in_indonesian(in_indonesian(number)) == number


@pytest.mark.parametrize("link", sorted(set(_LINK.findall(TRANSLATED))))
def test_a_link_leads_somewhere(link: str) -> None:
    path, _, anchor = link.partition("#")
    page = ROOT / path if path else TRANSLATION
    assert page.exists()
    assert not anchor or anchor in anchors(page)


def anchors(page: Path) -> set[str]:
    """Give the anchors that a page's headings have where it is shown: small letters, hyphens for spaces, no signs."""
    headings = (section.heading.text.lstrip("# ") for section in sections(page.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_two_lead_to_each_other() -> None:
    assert "README.id.md" in _LINK.findall(ORIGINAL.partition("\n## ")[0])
    assert "README.md" in _LINK.findall(TRANSLATED.partition("\n## ")[0])
