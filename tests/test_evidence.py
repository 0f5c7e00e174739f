"""Every figure is copied from the article: its evidence, read by itself, gives the number again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from corpora import ANNOTATED, BULK, annotated_articles, sample_articles, some_bulk_articles
from hypothesis import given
from hypothesis import strategies as st

from bnnextract import extract, find_quantities
from bnnextract.model import SLOTS, Article, Evidence, Slot, Statistic
from bnnextract.pipeline import analyse
from bnnextract.rulebook import load_rulebook

BULK_ARTICLES = 500
MASSES = {"miligram": Decimal("0.001"), "gram": Decimal(1), "kilogram": Decimal(1000), "ton": Decimal(1_000_000)}
UPPER: dict[Slot, Slot] = {"value": "value_max", "target": "target_max"}


def cases() -> Iterator[object]:
    for article in sample_articles():
        yield pytest.param((article,), id=f"samples-{article.id}")
    for article in annotated_articles():
        yield pytest.param((article,), id=f"annotated-{article.id}")
    if not ANNOTATED.exists():
        yield pytest.param((), id="annotated", marks=pytest.mark.skip(reason=f"{ANNOTATED} is absent"))
    if BULK.exists():
        yield pytest.param(some_bulk_articles(BULK_ARTICLES), id="bulk")
    else:
        yield pytest.param((), id="bulk", marks=pytest.mark.skip(reason=f"{BULK} is absent"))


every_text = pytest.mark.parametrize("articles", list(cases()))


def statistics(articles: Iterable[Article]) -> Iterator[Statistic]:
    book = load_rulebook()
    for article in articles:
        yield from analyse(article, book).statistics


@dataclass(frozen=True, slots=True)
class Read:
    """What a span of a piece of evidence gives when it is read alone."""

    number: Decimal
    upper: Decimal | None


def readings(source: str, noun: str | None) -> tuple[Read, ...]:
    """Read a numeral alone and, where the unit may decide its separator, with its noun."""
    texts = (source, f"{source} {noun}") if noun else (source,)
    found = []
    for text in texts:
        quantities = find_quantities(text)
        if len(quantities) == 1 and (quantities[0].start, quantities[0].end) == (0, len(source)):
            found.append(Read(quantities[0].value, quantities[0].value_max))
    return tuple(found)


def noun_of(statistic: Statistic, slot: Slot) -> str | None:
    if slot == "achievement":
        return "persen"
    if slot == "change":
        return "persen" if statistic.change_unit == "persen" else statistic.noun
    return statistic.noun or (statistic.unit if statistic.unit != "lainnya" else None)


def figure(statistic: Statistic, slot: Slot) -> Decimal | None:
    number: Decimal | None = getattr(statistic, slot)
    return abs(number) if slot == "change" and number is not None else number


def gives(evidence: Evidence, slot: Slot, statistic: Statistic) -> bool:
    """Tell whether a span gives the figure; that of a range whose ends share a scale word (`5-6 juta`) gives both."""
    span, wanted = evidence.spans[slot], figure(statistic, slot)
    if wanted is None:
        return False
    found = readings(evidence.source[span.start : span.end], noun_of(statistic, slot))
    upper = UPPER.get(slot)
    if upper is not None and upper in evidence.spans and evidence.spans[upper].end <= span.end:
        return Read(wanted, figure(statistic, upper)) in found
    return any(read.number == wanted for read in found)


def told(evidence: Evidence, slot: Slot) -> str:
    span = evidence.spans[slot]
    return f"{evidence.article.id}: {slot} “{evidence.source[span.start : span.end]}” in “{evidence.quoted}”"


@every_text
def test_a_number_read_by_itself_is_what_it_is_in_the_text(articles: tuple[Article, ...]) -> None:
    wrong = []
    for article in articles:
        for quantity in find_quantities(article.text):
            source = article.text[quantity.start : quantity.end]
            apart = quantity.max_span is not None and quantity.max_span.end > quantity.end
            upper = None if apart else quantity.value_max
            noun = quantity.noun or (quantity.unit if quantity.unit != "lainnya" else None)
            if Read(quantity.value, upper) not in readings(source, noun):
                around = article.text[max(0, quantity.start - 20) : quantity.end + 20]
                wrong.append(f"{article.id}: “{source}” in “{around}” is {quantity.value} to {quantity.value_max}")
    assert not wrong, "\n".join(wrong)


@every_text
def test_a_figure_is_what_some_evidence_of_it_says(articles: tuple[Article, ...]) -> None:
    wrong = [
        f"{statistic.indicator} {figure(statistic, slot)}, {slot} of {told(statistic.evidence[0], 'value')}"
        for statistic in statistics(articles)
        for slot in SLOTS
        if figure(statistic, slot) is not None
        and not any(gives(evidence, slot, statistic) for evidence in statistic.evidence if slot in evidence.spans)
    ]
    assert not wrong, "\n".join(wrong)


@every_text
def test_evidence_says_the_figure_or_repeats_it_rounded(articles: tuple[Article, ...]) -> None:
    wrong = [
        f"{told(evidence, slot)} is not {figure(statistic, slot)}"
        for statistic in statistics(articles)
        for evidence in statistic.evidence
        for slot in evidence.spans
        if not gives(evidence, slot, statistic) and not rounds(evidence, slot, statistic)
    ]
    assert not wrong, "\n".join(wrong)


def rounds(evidence: Evidence, slot: Slot, statistic: Statistic) -> bool:
    """Tell whether a span repeats a figure more coarsely: rounded or cut at its own last digit, in any unit of mass."""
    wanted = figure(statistic, slot)
    if wanted is None or len(statistic.evidence) == 1:
        return False
    span = evidence.spans[slot]
    tail = evidence.source[span.end : span.end + 12]
    for quantity in find_quantities(evidence.source[span.start : span.end] + tail)[:1]:
        scale = MASSES.get(quantity.unit, Decimal(1)) / MASSES.get(statistic.unit, Decimal(1))
        step = Decimal(1).scaleb(int(quantity.value.normalize().as_tuple().exponent)) * scale
        return abs(quantity.value * scale - wanted) < step
    return False


@every_text
def test_spans_lie_in_the_quote_and_the_quote_in_the_text(articles: tuple[Article, ...]) -> None:
    for statistic in statistics(articles):
        assert statistic.evidence
        for evidence in statistic.evidence:
            assert evidence.spans
            assert 0 <= evidence.quote.start < evidence.quote.end <= len(evidence.source)
            assert evidence.quoted == evidence.quoted.strip()
            for slot, span in evidence.spans.items():
                assert 0 <= span.start < span.end <= len(evidence.source)
                assert evidence.quote.start <= span.start < span.end <= evidence.quote.end, told(evidence, slot)


@every_text
def test_a_statistic_has_the_figures_that_its_evidence_has_spans_for(articles: tuple[Article, ...]) -> None:
    for statistic in statistics(articles):
        shown = {slot for evidence in statistic.evidence for slot in evidence.spans}
        stated = {slot for slot in SLOTS if getattr(statistic, slot) is not None}
        assert shown == stated, [told(evidence, slot) for evidence in statistic.evidence for slot in evidence.spans]


@every_text
def test_ids_are_of_one_statistic_each_and_stay(articles: tuple[Article, ...]) -> None:
    for article in articles:
        ids = [statistic.id for statistic in statistics([article])]
        assert len(set(ids)) == len(ids), article.id
        assert [statistic.id for statistic in statistics([article])] == ids


def test_what_is_found_in_an_article_does_not_depend_on_others() -> None:
    articles = (*sample_articles(), *annotated_articles())
    assert len(articles) > 10
    forwards = {article: tuple(statistics([article])) for article in articles}
    backwards = {article: tuple(statistics([article])) for article in reversed(articles)}
    assert forwards == backwards
    assert any(forwards.values())


FRAGMENTS = """
BNN BNNP BNNK BNN RI Badan Narkotika Nasional Provinsi Riau Kota Batu Kabupaten Sleman Jambi Polda Sumut Polres
merehabilitasi mengungkap menyita memusnahkan target dari realisasi naik turun menjadi dibanding tahun lalu sepanjang
2021 2020 (2019) Januari-Oktober klien orang tersangka kasus berkas sabu ganja ekstasi gram kg kilogram ton butir persen
% Rp miliar juta ribu nihil tidak ada satu dua tiga belas puluh seratus setengah 58 60 1.234 14,200 66, 67 2,5 10-12
200 - 250 1.100.14157 10,298,32 3/4 0 00 lebih dari sekitar hampir masing-masing di antaranya terdiri atas yakni dan
serta sedangkan , . : ; ( ) " “ ” – - / • 1. a) Baca juga: Jumat (28/12/2021) pukul 10.00 WIB Pasal 112 ayat (2)
berusia 34 tahun ke-5 COVID-19 tes urine positif sosialisasi peserta
"""
WORDS = st.sampled_from([*FRAGMENTS.split(), "\n", "\n\n", "\t", "\u00a0"])
MIXTURES = st.lists(WORDS | st.text(max_size=4) | st.integers(0, 10**7).map(str), max_size=60).map(" ".join)
TITLES = st.none() | MIXTURES | st.text()
DATES = st.none() | st.dates()


@given(text=st.text() | MIXTURES, title=TITLES, published=DATES)
def test_any_text_is_read_without_an_error_and_always_the_same(text: str, title: str | None, published: date | None) -> None:
    found = extract(text, title=title, published=published)
    assert found == extract(text, title=title, published=published)
    for statistic in found:
        for evidence in statistic.evidence:
            assert all(gives(evidence, slot, statistic) or rounds(evidence, slot, statistic) for slot in evidence.spans)


@given(text=st.text() | MIXTURES)
def test_the_quantities_of_any_text_lie_in_it_in_order(text: str) -> None:
    found = find_quantities(text)
    assert all(0 <= quantity.start < quantity.end <= len(text) for quantity in found)
    assert [quantity.start for quantity in found] == sorted(quantity.start for quantity in found)
