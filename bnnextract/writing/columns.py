"""The columns of the tables that are written: their order, types and meanings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from bnnextract.knowledge.indicators import Indicator

Kind = Literal["text", "integer", "number", "truth", "date", "year", "parts", "texts"]
"""What a cell holds, if anything: a str, int, Decimal, bool or date; a year as an int or a span as `2015-2016`; a mapping
of an axis to the part on it; a tuple of texts."""

Row = tuple[Any, ...]
"""The cells of a table's columns, None where there is nothing."""


class Column(NamedTuple):
    """A column with the type of its cells and what they tell."""

    name: str
    kind: Kind
    meaning: str


FIELDS = (
    Column("article", "text", "the article's name: its id, or path and line"),
    Column("id", "text", "the statistic's name, the same for the same article and statistic everywhere"),
    Column("office", "text", "the BNN office that the figure is about"),
    Column("office_id", "text", "its region's Kemendagri code without dots, 00 for BNN RI"),
    Column("level", "text", "pusat, provinsi, kota or kabupaten"),
    Column("province", "text", "the office's province"),
    Column("year", "year", "the year, or the span of years, that the figure covers"),
    Column("year_from", "integer", "the first of these years"),
    Column("year_to", "integer", "the last of these years"),
    Column("period", "text", "the ISO 8601 interval that the figure covers, where that is narrower than the year"),
    Column("indicator", "text", "what is counted"),
    Column("category", "text", "the part of a breakdown, in the article's words"),
    Column("parts", "parts", "the same, normalised, by axis"),
    Column("noun", "text", "the counted noun as written"),
    Column("value", "number", "the figure"),
    Column("value_max", "number", "the upper end, where the figure is a range"),
    Column("unit", "text", "what value and target are counted in"),
    Column("bound", "text", "of the value: exact, approx, min or max"),
    Column("target", "number", "the target told for it"),
    Column("target_max", "number", "the upper end, where the target is a range"),
    Column("achievement", "number", "the attainment of the target in percent, as stated, never computed"),
    Column("achievement_bound", "text", "of the achievement: exact, approx, min or max"),
    Column("change", "number", "the stated change against an earlier period, signed"),
    Column("change_unit", "text", "what the change is told in"),
    Column("change_from", "integer", "the year compared with"),
    Column("scope", "text", "own, branches or joint, where the sentence tells it"),
    Column("event", "truth", "whether the figure is of one occurrence; such figures are not to be added to others"),
    Column("certainty", "text", "sure where indicator, office and year are told beside the figure, else unsure"),
    Column("doubts", "texts", "why it is unsure"),
    Column("flags", "texts", "what checks within the article found"),
    Column("speaker", "text", "who is quoted saying it"),
    Column("title", "text", "the article's title"),
    Column("published", "date", "the day that the article was published"),
    Column("url", "text", "the article's address"),
    Column("where", "text", "where the figure stands: text or title"),
    Column("start", "integer", "the first character of the figure there, counted from 0"),
    Column("end", "integer", "the first character after it"),
    Column("quote", "text", "the sentence or list item that the figure stands in"),
    Column("pattern", "text", "the rule that read it"),
    Column("gram", "number", "the value in grams, where the unit is one of mass"),
    Column("rupiah", "number", "the value, where the unit is rupiah"),
    Column("link", "text", "the article's address with the text fragment that shows the quote"),
    Column("copy_of", "text", "the article that this one is a copy of"),
)
"""The columns of the flat forms, in their order."""

COLUMNS = tuple(field.name for field in FIELDS)
"""Their names."""

_FIELD = {field.name: field for field in FIELDS}

ARTICLES = (
    Column("article", "text", "the article's name: its id, or path and line"),
    Column("title", "text", "its title"),
    Column("url", "text", "its address"),
    Column("published", "date", "the day that it was published"),
    Column("published_from", "text", "how that day was found: metadata, page, dateline or url"),
    Column("copy_of", "text", "the article that it is a copy of"),
    Column("statistics", "integer", "how many statistics were found in it"),
    Column("path", "text", "the file that it was read from"),
    Column("record", "integer", "its place in a file of several, counted from 1"),
    Column("sha256", "text", "the SHA-256 checksum of its bytes there, of its text where these cannot be had"),
    Column("encoding", "text", "how these bytes were decoded"),
    Column("form", "text", "what kind of file it is"),
)
"""The columns of all articles that were read, with and without statistics."""

RECORDS = (
    *(_FIELD[name] for name in ("office", "office_id", "level", "province", "year", "period", "indicator")),
    Column("part", "text", "the part of a breakdown, empty for the whole; with what fits no indicator, its noun"),
    Column("unit", "text", "what it is counted in; masses are in gram"),
    Column("value", "number", "the figure, if there is one only; figures of single events are left out"),
    _FIELD["value_max"],
    _FIELD["bound"],
    Column("target", "number", "the target, if there is one only"),
    _FIELD["target_max"],
    Column("achievement", "number", "the attainment of the target in percent as stated, if there is one only"),
    Column("certainty", "text", "sure if some article tells it surely, else unsure"),
    Column("sources", "integer", "how many articles tell it, copies of one story counted once"),
    Column("conflicts", "text", "the figures and targets that contradict each other"),
)
"""The columns of the figures by office, year and indicator."""

CHECKS = (
    Column("article", "text", "the article's name"),
    Column("id", "text", "the statistic's name"),
    *(_FIELD[name] for name in ("office", "year", "indicator", "value", "unit")),
    Column("kind", "text", "flag: something does not agree within the article; doubt: the figure may be read wrong"),
    Column("message", "text", "what is doubtful"),
    _FIELD["quote"],
)
"""The columns of what is open to doubt."""

DICTIONARY = (
    Column("kind", "text", "what is explained: a column of a table, an indicator or a unit"),
    Column("name", "text", "its name"),
    Column("type", "text", "what a column's cells hold, or the units that an indicator is usually counted in"),
    Column("meaning", "text", "what it tells or counts"),
)
"""The columns of the explanations."""

UNITS: Mapping[str, str] = {
    "orang": "people of any kind",
    "kasus": "cases",
    "berkas": "case files",
    "jaringan": "networks",
    "gram": "grams",
    "kilogram": "kilograms",
    "ton": "tonnes",
    "miligram": "milligrams",
    "butir": "pills, tablets, capsules",
    "batang": "plants",
    "paket": "packets, sachets, cigarettes",
    "lembar": "sheets: letters, certificates",
    "liter": "litres",
    "mililiter": "millilitres",
    "hektare": "hectares",
    "meter_persegi": "square metres",
    "titik": "points, locations",
    "kegiatan": "events, times that something was done",
    "lembaga": "institutions, facilities, schools, firms",
    "unit": "units",
    "desa": "villages and urban wards",
    "wilayah": "regions: districts, regencies, cities, provinces",
    "keluarga": "families",
    "dokumen": "documents",
    "rupiah": "rupiah",
    "dolar": "dollars",
    "persen": "percent",
    "indeks": "points of an index",
    "lainnya": "something else, told by the noun",
}
"""What the units count."""


def dictionary(indicators: Iterable[Indicator]) -> Iterator[Row]:
    """Give a row of DICTIONARY for every column, indicator and unit."""
    for table, columns in (("statistics", FIELDS), ("records", RECORDS), ("articles", ARTICLES), ("checks", CHECKS)):
        for column in columns:
            yield f"column of {table}", column.name, column.kind, column.meaning
    for indicator in indicators:
        yield "indicator", indicator.name, ", ".join(indicator.units), indicator.counts
    for unit, meaning in UNITS.items():
        yield "unit", unit, None, meaning
