"""What became of every number of an article, and why: as text for a person and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bnnextract.model import Analysis, Article, Quantity, Reading, Span, Statistic

_Line = tuple[tuple[str, str], ...]  # pieces of text, each with the name of its style

_AROUND = 40  # characters of text shown on either side of a number


def plain(analysis: Analysis) -> str:
    """Give the article's name, then each number in its sentence, what it was read as and what decided so."""
    return "".join("".join(text for text, _ in line) + "\n" for line in _lines(analysis))


def coloured(analysis: Analysis) -> str:
    """Give the same for a terminal, in colour unless the environment's NO_COLOR forbids it."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    with console.capture() as capture:
        for line in _lines(analysis):
            console.print(Text.assemble(*line))
    return capture.get()


def data(analysis: Analysis) -> dict[str, Any]:
    """Give the same as a mapping; what is not known is None."""
    return {
        "article": analysis.article.id,
        "published": analysis.article.published and analysis.article.published.isoformat(),
        "published_from": analysis.article.published_from,
        "numbers": tuple(_number(analysis.article, reading) for reading in analysis.readings),
    }


def _lines(analysis: Analysis) -> Iterator[_Line]:
    count = f": {_counted(len(analysis.readings), 'number')}, {_counted(len(analysis.statistics), 'statistic')}"
    article = analysis.article
    day = f", published {article.published} ({article.published_from})" if article.published_from else ""
    yield (article.id, "bold"), (count + day, "")
    statistics = {statistic.id: statistic for statistic in analysis.statistics}
    for reading in analysis.readings:
        yield ()
        yield _context(analysis.article, reading)
        yield _outcome(reading, statistics.get(reading.statistic or ""))
        for what, why in reading.reasons.items():
            yield (f"    {what}: ", "dim"), (why, "")
    yield ()


def _number(article: Article, reading: Reading) -> dict[str, Any]:
    quantity = reading.quantity
    return {
        "where": reading.where,
        "start": reading.span.start,
        "end": reading.span.end,
        "text": _source(article, reading)[reading.span.start : reading.span.end],
        "value": quantity and quantity.value,
        "value_max": quantity and quantity.value_max,
        "unit": quantity and quantity.unit,
        "bound": quantity and quantity.bound,
        "noun": quantity and quantity.noun,
        "outcome": reading.outcome,
        "slot": reading.slot,
        "statistic": reading.statistic,
        "pattern": reading.pattern,
        "reasons": dict(reading.reasons),
    }


def _source(article: Article, reading: Reading) -> str:
    return (article.title or "") if reading.where == "title" else article.text


def _context(article: Article, reading: Reading) -> _Line:
    """Give the number between the words around it, and where that is."""
    source, span = _source(article, reading), reading.span
    place = "title" if reading.where == "title" else f"line {source.count(chr(10), 0, span.start) + 1}"
    before = _flat(source, Span(max(0, span.start - _AROUND), span.start))
    after = _flat(source, Span(span.end, min(len(source), span.end + _AROUND)))
    return (
        (f"  {place}, {span.start}-{span.end}: ", "dim"),
        ("…" * (span.start > _AROUND) + before, ""),
        (f"[{_flat(source, span)}]", "bold"),
        (after + "…" if span.end + _AROUND < len(source) else after.rstrip(), ""),
    )


def _flat(source: str, span: Span) -> str:
    """Give a stretch of text on one line, with nothing in it that steers a terminal."""
    text = source[span.start : span.end]
    return "".join(sign if sign.isprintable() else " " for sign in text)


def _outcome(reading: Reading, statistic: Statistic | None) -> _Line:
    rule = (f" ({reading.pattern})" if reading.pattern else "", "dim")
    read = ("    no single reading" if reading.quantity is None else f"    {_amount(reading.quantity)}", "")
    if reading.outcome == "left out":
        return read, (": left out", "red"), rule
    what = f": {reading.slot or 'value'}"
    if statistic is None:
        return read, (what, "green"), rule
    office = statistic.office.name if statistic.office else "office not known"
    year = str(statistic.year) if statistic.year else "year not known"
    whose = f" of {statistic.indicator}, {office}, {year}, {statistic.certainty}"
    return read, (what + whose, "green"), rule


def _amount(quantity: Quantity) -> str:
    """Give a quantity in words: `about 200 to 250 orang (klien)`."""
    bound = {"exact": "", "approx": "about ", "min": "at least ", "max": "at most "}[quantity.bound]
    upper = "" if quantity.value_max is None else f" to {quantity.value_max:f}"
    noun = f" ({quantity.noun})" if quantity.noun and quantity.noun != quantity.unit else ""
    return f"{bound}{quantity.value:f}{upper} {quantity.unit}{noun}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
