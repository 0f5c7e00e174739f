"""The samples give the records that are kept beside them, and these are nearly what a person finds there."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden import ANNOTATIONS, SOURCES, annotated, compare, found_in, records_of, sample_articles

from bnnextract.pipeline import analyse
from bnnextract.rulebook import load_rulebook

LEAST = 0.85


def name(article: str) -> str:
    return article.removesuffix(".txt")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_a_sample_gives_the_records_beside_it(source: Path) -> None:
    kept = source.with_suffix(".yaml").read_text(encoding="utf-8")
    assert records_of(source) == kept, "run `python tests/golden.py --write` and look at the difference"


def test_every_sample_is_annotated_and_has_records() -> None:
    assert {name(article.id) for article in sample_articles()} == {path.stem for path in ANNOTATIONS.glob("*.yaml")}
    assert {path.stem for path in SOURCES} == {path.stem for path in ANNOTATIONS.parent.parent.glob("samples/*.yaml")}


def test_the_samples_are_read_nearly_as_a_person_reads_them() -> None:
    book = load_rulebook()
    agreements = {
        article.id: compare(annotated(name(article.id)), found_in(analyse(article, book).statistics))
        for article in sample_articles()
    }
    shared = sum(agreement.shared for agreement in agreements.values())
    missed = [(id_, figure) for id_, agreement in agreements.items() for figure in agreement.missed]
    spurious = [(id_, figure) for id_, agreement in agreements.items() for figure in agreement.spurious]
    assert shared > 100
    assert shared / (shared + len(missed)) >= LEAST, missed
    assert shared / (shared + len(spurious)) >= LEAST, spurious
