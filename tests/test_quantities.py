"""Quantities: units, bounds, ranges, repetitions, stray spaces, and what the spans enclose."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnnextract.knowledge.numerals import load_numerals
from bnnextract.knowledge.units import load_units
from bnnextract.model import Quantity, Span
from bnnextract.stages.found.numerals import find_numerals
from bnnextract.stages.found.quantities import Malformed, find_quantities
from bnnextract.strict_yaml import PatternError
from bnnextract.tokens import lower, tokenise

PATTERNS = Path(__file__).parent.parent / "patterns"
NUMERALS = load_numerals([PATTERNS])
UNITS = load_units([PATTERNS])


def read(text: str) -> tuple[Quantity | Malformed, ...]:
    lowered = lower(text)
    tokens = tokenise(lowered)
    return find_quantities(lowered, tokens, find_numerals(lowered, tokens, NUMERALS), UNITS)


def quantities(text: str) -> list[Quantity]:
    return [found for found in read(text) if isinstance(found, Quantity)]


def figures(text: str) -> list[tuple[str, str, str]]:
    """Give what is written, the value and the unit of every quantity."""
    return [(text[found.start : found.end], f"{found.value:f}", found.unit) for found in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sabu 224,7gram dari 11orang", [("224,7", "224.7", "gram"), ("11", "11", "orang")]),
        ("naik 66, 67 persen", [("66, 67", "66.67", "persen")]),
        ("ganja 106. 362,48 gram", [("106. 362,48", "106362.48", "gram")]),
        ("hanya 31 868 orang", [("31 868", "31868", "orang")]),
        (
            "2018, 14 kasus, 2019 15 kasus",
            [("2018", "2018", "lainnya"), ("14", "14", "kasus"), ("2019", "2019", "lainnya"), ("15", "15", "kasus")],
        ),
        ("pada 2021, 33 persen", [("2021", "2021", "lainnya"), ("33", "33", "persen")]),
        ("ada 12, 11 laki-laki", [("12", "12", "lainnya"), ("11", "11", "orang")]),
        ("12, 15, 20 gram", [("12", "12", "lainnya"), ("15", "15", "lainnya"), ("20", "20", "gram")]),
        ("daftar:\n1. 200 gram sabu", [("1", "1", "lainnya"), ("200", "200", "gram")]),
        ("2019,58 kasus", [("2019", "2019", "lainnya"), ("58", "58", "kasus")]),
        ("tiga (3) unit dan 2 (dua) orang", [("tiga", "3", "unit"), ("2", "2", "orang")]),
        ("Rp 5.000.000 (lima juta rupiah)", [("Rp 5.000.000", "5000000", "rupiah")]),
        ("10,298,32 (sepuluh) gram", [("sepuluh", "10", "gram")]),
        ("118 klien (68 %)", [("118", "118", "orang"), ("68", "68", "persen")]),
        ("Rp. 5 M untuk 14,200 warga", [("Rp. 5 M", "5000000000", "rupiah"), ("14,200", "14200", "orang")]),
        ("RM 5.000 atau SGD 20", [("RM 5.000", "5000", "lainnya"), ("SGD 20", "20", "lainnya")]),
        ("dua belas berkas, 4 di antaranya P21", [("dua belas", "12", "berkas"), ("4", "4", "lainnya")]),
        ("40\norang", [("40", "40", "lainnya")]),
        (
            "enam puluh empat dolar tujuh puluh empat sen",
            [("enam puluh empat dolar tujuh puluh empat sen", "64.74", "dolar")],
        ),
        ("15.000 m2 lahan", [("15.000", "15000", "meter_persegi")]),
        ("3.500.000/orang", [("3.500.000", "3500000", "lainnya")]),
        ("94 tersangka (90 WNI dan 4 WNA)", [("94", "94", "orang"), ("90", "90", "orang"), ("4", "4", "orang")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_figures(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("82,981 gram", ("82,981 may be thousands",)),
        ("nilai 2,027", ("2,027 may be thousands",)),
        ("14,200 orang", ()),
        ("Rp 142,058 miliar", ()),
        ("82,98 gram", ()),
        ("3 (empat) orang", ("3 and empat disagree",)),
        ("empat (3) orang", ("empat and 3 disagree",)),
        ("31 868 orang", ("31 868 may be two numbers",)),
        ("142 M", ("142 m may be metres",)),
        ("Rp 142 M", ()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_doubts(text: str, doubts: tuple[str, ...]) -> None:
    (found,) = quantities(text)
    assert found.doubts == doubts


def test_digits_are_kept_where_a_repetition_disagrees() -> None:
    (found,) = quantities("empat (3) orang")
    assert (found.value, found.start, found.extent) == (Decimal(3), 7, Span(0, 15))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("ada 200-250 klien", "200", "250"),
        ("300 ribu – 500 ribu", "300 ribu", "500 ribu"),
        ("antara Rp90-100 juta", "Rp90-100 juta", "100 juta"),
        ("tiga sampai empat juta jiwa", "tiga sampai empat juta", "empat juta"),
        ("dua-tiga kasus", "dua", "tiga"),
        ("2,5 juta-3 juta orang", "2,5 juta", "3 juta"),
    ],
    ids=lambda text: text,
)
def test_spans_of_range(text: str, low: str, high: str) -> None:
    (found,) = quantities(text)
    assert found.max_span is not None
    assert (text[found.start : found.end], text[found.max_span.start : found.max_span.end]) == (low, high)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("10,298,32 gram", "malformed"),
        ("1.100.14157 gram", "malformed"),
        ("zat 4-CMC", "code"),
        ("zat 2-CB", "code"),
        ("lahan 4x", "code"),
        ("dua pertiga klien", "fraction"),
        ("28/12/2021", "date"),
    ],
    ids=lambda text: text,
)
def test_malformed(text: str, kind: str) -> None:
    (found,) = read(text)
    assert isinstance(found, Malformed)
    assert found.kind == kind


NUMBER = st.one_of(
    st.integers(0, 10**7).map(str),
    st.integers(1000, 10**9).map(lambda number: f"{number:,}".replace(",", ".")),
    st.decimals(0, 10**4, places=3).map(lambda number: f"{number:f}".replace(".", ",")),
    st.decimals(0, 10**4, places=2).map(lambda number: f"{number:f}"),
    st.sampled_from(["dua", "sebelas", "tiga puluh dua", "seratus", "Rp 5", "Rp. 1.200,-", "3 (tiga)", "lima (5)", "66, 67"]),
)
BEFORE = st.sampled_from(["", "sekitar", "lebih dari", "ada", "sisanya", "antara", "±", "tahun"])
AFTER = st.sampled_from(
    [
        "",
        "orang",
        "gram",
        "kilogram lebih",
        "persen",
        "%",
        "ribu",
        "juta klien",
        "M",
        "butir",
        "-an",
        "lebih",
        ", ",
        "-",
        "sampai",
        "dan",
        "(",
        ")",
        ".",
    ]
)
TEXT = st.lists(st.tuples(BEFORE, NUMBER, AFTER), max_size=5).map(lambda parts: " ".join(" ".join(part) for part in parts))


@given(TEXT)
def test_span_read_alone_gives_the_value(text: str) -> None:
    for found in quantities(text):
        noun = found.noun if found.noun and found.noun in text.lower() else ""
        alone = text[found.start : found.end]
        values = {again.value for again in quantities(alone) + quantities(f"{alone} {noun}")}
        assert found.value in values
        if found.max_span is not None:
            alone = text[found.max_span.start : found.max_span.end]
            values = {again.value for again in quantities(alone) + quantities(f"{alone} {noun}")}
            assert found.value_max in values


@given(st.one_of(TEXT, st.text(alphabet="0123456789.,:/-() rpsatuduribolmgk%±\n", max_size=80)))
def test_quantities_are_in_order_and_apart(text: str) -> None:
    reach = 0
    for found in read(text):
        extent = found.extent if isinstance(found, Quantity) else Span(found.start, found.end)
        assert reach <= extent.start <= found.start < found.end <= extent.end <= len(text)
        reach = extent.end


@given(TEXT)
def test_range_rises(text: str) -> None:
    assert all(found.value < found.value_max for found in quantities(text) if found.value_max is not None)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "1, ",
        "1 - ",
        "1 (",
        "satu ",
        "satu (",
        "12 gram ",
        "sekitar ",
        "sekitar 1 ",
        "1 lebih ",
        "laki-laki ",
        "1m2",
        "satu-dua ",
    ],
    ids=repr,
)
def test_long_monotonous_text_is_read(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    assert all(found.end <= len(text) for found in read(text))


def test_unknown_unit_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "units.yaml").write_text(
        "- name: x\n  unit: orange\n  divisible: never\n  nouns: [x]\n  examples: []\n  rejects: []\n", encoding="utf-8"
    )
    with pytest.raises(PatternError, match=r"units\.yaml:2:9: 'orange' is none of.*did you mean 'orang'"):
        load_units([tmp_path])
