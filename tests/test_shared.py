"""How well the program reads the articles beside the project, where they are at hand."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from typing import Any

import pytest
from corpora import BULK, SHARED, bulk_articles, with_an_office

from bnnextract.pipeline import analyse
from bnnextract.rulebook import load_rulebook

SCORER = SHARED / "eval" / "score.py"
ONE_IN = 5
MOST_WITH_AN_OFFICE = 0.01

needs_bulk = pytest.mark.skipif(not BULK.exists(), reason=f"{BULK} is absent")
needs_scorer = pytest.mark.skipif(not SCORER.exists(), reason=f"{SCORER} is absent")


@needs_bulk
def test_news_that_is_not_about_bnn_gives_nothing() -> None:
    book = load_rulebook()
    articles = bulk_articles()
    assert len(articles) == 10_000
    assert [article.id for article in articles if analyse(article, book).statistics] == []


@needs_bulk
def test_an_office_that_is_named_by_the_way_is_given_few_figures() -> None:
    book = load_rulebook()
    tried = bulk_articles()[::ONE_IN]
    found = {article.id: analyse(with_an_office(article), book).statistics for article in tried}
    told = [f"{id_}: {some[0].indicator} {some[0].best.quoted}" for id_, some in found.items() if some]
    assert len(told) / len(tried) <= MOST_WITH_AN_OFFICE, f"{len(told)} of {len(tried)}:\n" + "\n".join(told)


def score(*arguments: str) -> dict[str, Any]:
    command = f"{shlex.quote(sys.executable)} -m bnnextract extract --format jsonl -"
    done = subprocess.run(
        [sys.executable, str(SCORER), "--json", "--command", command, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@needs_scorer
def test_the_seed_articles_are_read_without_a_mistake() -> None:
    found = score("--only", "seed")
    assert found["articles"] == 5
    assert found["record"]["f1"] == 1.0


@needs_scorer
def test_the_annotated_articles_are_read_well() -> None:
    found = score()
    assert found["record"]["f1"] >= 0.85
    assert found["slots"]["target"]["f1"] >= 0.75
