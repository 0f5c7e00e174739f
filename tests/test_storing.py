"""A statistic that is stored is the same when it is read again, to the last digit."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal
from json import dumps, loads
from typing import Any

import pytest
from builders import CILEGON, NATIONAL, evidence, statistic
from golden import sample_articles
from hypothesis import given
from hypothesis import strategies as st

from bnnextract.model import SLOTS, Article, Evidence, Span, Statistic, Year
from bnnextract.pipeline import analyse
from bnnextract.rulebook import load_rulebook
from bnnextract.storing import from_data, to_data

ARTICLE = Article("a.txt", "BNN Kota Cilegon melayani 118 klien pada 2024.", "Judul")

numbers = st.none() | st.decimals(allow_nan=False, allow_infinity=False)
texts = st.text(max_size=10)
names = st.none() | texts
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda ends: Span(*ends))
evidences = st.builds(
    Evidence,
    article=st.just(ARTICLE),
    where=st.sampled_from(["text", "title"]),
    spans=st.dictionaries(st.sampled_from(SLOTS), spans, min_size=1),
    quote=spans,
    pattern=texts,
    speaker=names,
)
statistics = st.builds(
    Statistic,
    id=texts,
    indicator=texts,
    category=names,
    parts=st.dictionaries(texts, texts, max_size=2),
    noun=names,
    value=numbers,
    value_max=numbers,
    unit=texts,
    bound=st.sampled_from(["exact", "approx", "min", "max"]),
    target=numbers,
    target_max=numbers,
    achievement=numbers,
    achievement_bound=st.sampled_from(["exact", "min"]),
    change=numbers,
    change_unit=names,
    change_from=st.none() | st.integers(0, 3000),
    office=st.sampled_from([None, CILEGON, NATIONAL]),
    scope=st.sampled_from([None, "own", "joint"]),
    year=st.none() | st.tuples(st.integers(0, 3000), st.integers(0, 3000)).map(lambda years: Year(*years)),
    period=names,
    event=st.booleans(),
    certainty=st.sampled_from(["sure", "unsure"]),
    doubts=st.lists(texts, max_size=2).map(tuple),
    flags=st.lists(texts, max_size=2).map(tuple),
    evidence=st.lists(evidences, min_size=1, max_size=2).map(tuple),
)


@given(statistics)
def test_what_is_stored_as_json_comes_back_as_it_was(stored: Statistic) -> None:
    restored = from_data(loads(dumps(to_data(stored))), ARTICLE)
    assert restored == stored
    # Equal decimals may differ in their digits (1.0 and 1), and a list is no tuple.
    assert repr(restored) == repr(stored)


def test_all_statistics_of_the_samples_come_back() -> None:
    analyses = [analyse(article, load_rulebook()) for article in sample_articles()]
    assert sum(len(analysis.statistics) for analysis in analyses) > 100
    for analysis in analyses:
        restored = tuple(from_data(loads(dumps(to_data(one))), analysis.article) for one in analysis.statistics)
        assert restored == analysis.statistics


def test_the_article_is_not_stored_with_each_statistic() -> None:
    assert ARTICLE.text not in dumps(to_data(statistic(evidence=(evidence(ARTICLE),))))


def test_a_number_keeps_its_digits() -> None:
    found = from_data(loads(dumps(to_data(statistic(value=Decimal("12345678901234567890.10"))))), ARTICLE)
    assert str(found.value) == "12345678901234567890.10"


def test_every_field_is_stored() -> None:
    full = statistic(
        **{
            **dict.fromkeys(("value", "value_max", "target", "target_max", "achievement", "change"), Decimal(1)),
            **dict.fromkeys(("category", "noun", "change_unit", "period", "scope"), "own"),
            "change_from": 2020,
            "event": True,
            "doubts": ("a",),
            "flags": ("b",),
            "parts": {"zat": "sabu"},
        }
    )
    assert set(to_data(full)) == {field.name for field in fields(Statistic)}


@pytest.mark.parametrize(
    "change",
    [{"evidence": 3}, {"value": "many"}, {"value": 3.5, "year": 3}, {"office": {}}, {"year": [1, 2, 3]}],
    ids=str,
)
def test_other_data_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError, ArithmeticError)):
        from_data(to_data(statistic()) | change, ARTICLE)
