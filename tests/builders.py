"""Values of the pipeline made by hand, for tests of what comes after it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from bnnextract.model import Article, Evidence, Office, Span, Statistic, Year

CILEGON = Office("BNN Kota Cilegon", "3672", "kota", "Banten")
BANTEN = Office("BNN Provinsi Banten", "36", "provinsi", "Banten")
NATIONAL = Office("BNN RI", "00", "pusat", None)
SLEMAN = Office("BNN Kabupaten Sleman", "3404", "kabupaten", "DI Yogyakarta")

TEXT = "BNN Kota Cilegon melayani 118 klien pada 2024."


def evidence(article: Article | None = None, start: int = 26, **fields: Any) -> Evidence:
    """Give evidence whose value has three signs and whose quote is the whole text."""
    article = article or Article("a.txt", TEXT)
    found = Evidence(article, "text", {"value": Span(start, start + 3)}, Span(0, len(article.text)), "rawat_jalan")
    return replace(found, **fields)


def statistic(**fields: Any) -> Statistic:
    """Give a statistic of 118 out-patients, with some of its fields changed."""
    found = Statistic(
        id="5f0c9a1e",
        indicator="rehabilitasi.rawat_jalan",
        category=None,
        parts={},
        noun="klien",
        value=Decimal(118),
        value_max=None,
        unit="orang",
        bound="exact",
        target=None,
        target_max=None,
        achievement=None,
        achievement_bound="exact",
        change=None,
        change_unit=None,
        change_from=None,
        office=CILEGON,
        scope=None,
        year=Year(2024, 2024),
        period=None,
        event=False,
        certainty="sure",
        doubts=(),
        flags=(),
        evidence=(evidence(),),
    )
    return replace(found, **fields)
