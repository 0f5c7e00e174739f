"""The columns of the flat forms: their order, types and meanings."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["text", "integer", "number", "truth", "date", "year", "parts", "texts"]
"""What a cell holds, if anything: a str, int, Decimal, bool or date; a year as an int or a span as `2015-2016`; a mapping
of an axis to the part on it; a tuple of texts."""


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
