"""Statistics as plain data and back, so that they can be kept in a file and read again without losing a digit.

The data is what JSON holds: texts, whole numbers, truth values, lists and mappings. A decimal is a text with its digits,
a span a list of its two ends. The article itself is not in it: who reads the data has the article.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from bnnextract.model import Article, Evidence, Office, Span, Statistic, Year

_PLAIN = (
    *("id", "indicator", "category", "noun", "unit", "bound", "achievement_bound", "change_unit", "change_from"),
    *("scope", "period", "event", "certainty"),
)
_DECIMALS = ("value", "value_max", "target", "target_max", "achievement", "change")
_TEXTS = ("doubts", "flags")


def to_data(statistic: Statistic) -> dict[str, Any]:
    """Give a statistic as plain data; what is None, empty or false is left out."""
    data = {name: getattr(statistic, name) for name in _PLAIN}
    data |= {name: _digits(getattr(statistic, name)) for name in _DECIMALS}
    data |= {name: list(getattr(statistic, name)) for name in _TEXTS}
    office, year = statistic.office, statistic.year
    data |= {
        "parts": dict(statistic.parts),
        "office": office and {"name": office.name, "id": office.id, "level": office.level, "province": office.province},
        "year": year and [year.first, year.last],
        "evidence": [_evidence_data(evidence) for evidence in statistic.evidence],
    }
    return _present(data)


def from_data(data: Mapping[str, Any], article: Article) -> Statistic:
    """Give the statistic that `to_data` made the data of, found in this article.

    Raises KeyError, TypeError, ValueError or ArithmeticError where the data is nothing that `to_data` gives.
    """
    office, year = data.get("office"), data.get("year")
    fields: dict[str, Any] = {name: data.get(name) for name in _PLAIN}
    fields |= {name: None if name not in data else Decimal(data[name]) for name in _DECIMALS}
    fields |= {name: tuple(data.get(name, ())) for name in _TEXTS}
    fields |= {
        "event": data.get("event", False),
        "parts": dict(data.get("parts", {})),
        "office": None if office is None else Office(office["name"], office["id"], office["level"], office["province"]),
        "year": None if year is None else Year(*year),
        "evidence": tuple(_evidence(evidence, article) for evidence in data["evidence"]),
    }
    return Statistic(**fields)


def _evidence_data(evidence: Evidence) -> dict[str, Any]:
    return _present(
        {
            "where": evidence.where,
            "spans": {slot: list(span) for slot, span in evidence.spans.items()},
            "quote": list(evidence.quote),
            "pattern": evidence.pattern,
            "speaker": evidence.speaker,
        }
    )


def _evidence(data: Mapping[str, Any], article: Article) -> Evidence:
    spans = {slot: Span(*span) for slot, span in data["spans"].items()}
    return Evidence(article, data["where"], spans, Span(*data["quote"]), data["pattern"], data.get("speaker"))


def _digits(number: Decimal | None) -> str | None:
    return None if number is None else str(number)


def _present(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value is not None and value is not False and value not in ([], {})}
