"""Numerals: digits with their separators, number words, scales, currency signs, and what is none."""

import json
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnnextract.knowledge.numerals import Numeral, Numerals, load_numerals, may_be_thousands, read_digits
from bnnextract.knowledge.units import load_units
from bnnextract.model import Quantity
from bnnextract.stages.found.numerals import find_numerals
from bnnextract.stages.found.quantities import find_quantities
from bnnextract.strict_yaml import PatternError
from bnnextract.tokens import lower, tokenise

ROOT = Path(__file__).parent.parent
NUMERALS = load_numerals([ROOT / "patterns"])
UNITS = load_units([ROOT / "patterns"])
CORPUS = ROOT.parent / "shared" / "eval" / "numbers.jsonl"

ONES = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


def quantities(text: str) -> list[Quantity]:
    lowered = lower(text)
    tokens = tokenise(lowered)
    found = find_quantities(lowered, tokens, find_numerals(lowered, tokens, NUMERALS), UNITS)
    return [quantity for quantity in found if isinstance(quantity, Quantity)]


def numerals_of(text: str, known: Numerals = NUMERALS) -> tuple[Numeral, ...]:
    lowered = lower(text)
    return find_numerals(lowered, tokenise(lowered), known)


def numerals(text: str) -> list[tuple[str, Decimal | None, str]]:
    return [(text[found.start : found.end], found.value, found.kind) for found in numerals_of(text)]


def spelled(number: int) -> str:
    """Spell a number, by the rules of the language and not of the program."""
    for size, name in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus")):
        if number >= size:
            many, rest = divmod(number, size)
            head = f"se{name}" if many == 1 and size <= 1000 else f"{spelled(many)} {name}"
            return f"{head} {spelled(rest)}".strip()
    if number >= 20:
        return f"{ONES[number // 10]} puluh {ONES[number % 10]}".strip()
    if number >= 12:
        return f"{ONES[number - 10]} belas"
    return {10: "sepuluh", 11: "sebelas"}.get(number) or ONES[number]


@pytest.mark.skipif(not CORPUS.exists(), reason=f"no numbers to read at {CORPUS.name}")
def test_numbers_of_other_libraries_are_read() -> None:
    lines = [json.loads(line, parse_float=Decimal) for line in CORPUS.read_text(encoding="utf-8").splitlines()]
    wrong = []
    for line in lines:
        found = [(quantity.value, quantity.unit) for quantity in quantities(line["input"])]
        if found != [(line["value"], line["unit"] or "lainnya")]:
            wrong.append((line["input"], found))
    assert lines
    assert not wrong


@pytest.mark.parametrize(
    ("core", "value"),
    [
        ("7", "7"),
        ("05", "5"),
        ("1247", "1247"),
        ("1.247", "1247"),
        ("1.780.272,36", "1780272.36"),
        ("39380,00", "39380"),
        ("93,30", "93.3"),
        ("98.88", "98.88"),
        ("0.125", "0.125"),
        ("12475.775", "12475.775"),
        ("12,475.775", "12475.775"),
        ("1,234,567", "1234567"),
        ("82,981", "82.981"),
        ("1.100.14157", None),
        ("10,298,32", None),
        ("1,194,49", None),
        ("62.203.94", None),
        ("1,234.567.890", None),
        ("9" * 24, "9" * 24),
        ("9" * 25, None),
        ("9" * 5000, None),
    ],
    ids=lambda text: str(text)[:30],
)
def test_separators(core: str, value: str | None) -> None:
    assert read_digits(core) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(("core", "value"), [("14,200", "14200"), ("1,5", "1.5"), ("0,125", "0.125")])
def test_separators_of_what_cannot_be_divided(core: str, value: str) -> None:
    assert read_digits(core, whole=True) == Decimal(value)


@pytest.mark.parametrize(("core", "expected"), [("82,981", True), ("0,981", False), ("82,98", False), ("1982,981", False)])
def test_one_comma_may_group_thousands(core: str, *, expected: bool) -> None:
    assert may_be_thousands(core) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tanggal 28/12/2021", [("28/12/2021", "date")]),
        ("Selasa (28/12)", [("28/12", "date")]),
        ("pada 2021-12-28", [("2021-12-28", "date")]),
        ("pada 28-12-2021", [("28-12-2021", "date")]),
        ("pada 28.12.2021", [("28.12.2021", "date")]),
        ("mulai 10.00 WIB", [("10.00", "time")]),
        ("pukul 03.00 dini hari", [("03.00", "time")]),
        ("dari 08.00-09.30 WITA", [("08.00-09.30", "time")]),
        ("jam 14:30", [("14:30", "time")]),
        ("kode JD0608609991", [("0608609991", "code")]),
        ("zat CB-13", [("13", "code")]),
        ("sudah P.21", [("21", "code")]),
        ("sudah P-21", [("21", "code")]),
        ("hubungi 085166449090", [("085166449090", "code")]),
        ("hubungi 0812-3456-7890", [("0812-3456-7890", "code")]),
        ("Nomor 12/III/2020", [("12", "digits"), ("2020", "code")]),
        ("SK 44/2020", [("44/2020", "code")]),
        ("Covid-19", [("19", "code")]),
        ("tahanan ke-20", [("20", "code")]),
        ("sabu 1.100.14157 gram", [("1.100.14157", "malformed")]),
        ("dua pertiga", [("dua pertiga", "fraction")]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(written, kind) for written, _, kind in numerals(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rp. 140.019.000,- tunai", ["Rp. 140.019.000"]),
        ("senilai Rp 2,5 miliar.", ["Rp 2,5 miliar"]),
        ("ada 38 ribu klien", ["38 ribu"]),
        ("ada 38 ribu, lalu 5 juta", ["38 ribu", "5 juta"]),
        ("pada 2019 15 kasus", ["2019", "15"]),
        ("tiga ratus ribuan", ["tiga ratus ribu"]),
        ("dua tiga", ["dua", "tiga"]),
        ("satu\ndua", ["satu", "dua"]),
        ("dua ratus 50", ["dua ratus", "50"]),
        ("sepuluh satu", ["sepuluh", "satu"]),
        ("dua puluh tiga ratus", ["dua puluh", "tiga ratus"]),
        ("Rp 500 ribu 150 butir", ["Rp 500 ribu", "150"]),
        ("dengan17", ["17"]),
        ("total 45.", ["45"]),
        ("12, 13 dan 14", ["12", "13", "14"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_extent_of_numeral(text: str, expected: list[str]) -> None:
    assert [written for written, _, _ in numerals(text)] == expected


@given(st.integers(min_value=1, max_value=10**15 - 1))
def test_spelled_number_is_read(number: int) -> None:
    text = spelled(number)
    assert numerals(text) == [(text, Decimal(number), "words")]


@given(st.integers(min_value=1, max_value=10**15 - 1))
def test_number_with_dots_is_read(number: int) -> None:
    text = f"{number:,}".replace(",", ".")
    assert numerals(text) == [(text, Decimal(number), "digits")]


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_decimal_comma_is_read(number: Decimal) -> None:
    text = f"{number:f}".replace(".", ",")
    assert numerals(text) == [(text, number, "digits")]


@given(st.decimals(min_value="0.001", max_value=10**6, places=3), st.sampled_from(["ribu", "juta", "miliar", "triliun"]))
def test_scale_multiplies_exactly(number: Decimal, scale: str) -> None:
    text = f"{number:f} {scale}".replace(".", ",")
    factor = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}[scale]
    assert numerals(text) == [(text, number * factor, "digits")]


@given(st.text(alphabet="0123456789.,:/- rpk$an\tsatu ribu belas koma", max_size=60))
def test_numerals_are_in_order_and_apart(text: str) -> None:
    found = numerals_of(text)
    assert all(left.reach <= right.start for left, right in pairwise(found))
    assert all(numeral.start < numeral.end <= numeral.reach <= len(text) for numeral in found)


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1.",
        "1,",
        "1-",
        "1 ",
        "1/",
        "a1",
        "satu ",
        "satu-",
        "koma ",
        "ribu ",
        "se ",
        "satu koma ",
        "rp",
        "rp ",
        "$",
        " ",
        "an",
        "1an",
    ],
    ids=repr,
)
def test_long_monotonous_text_is_read(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    found = numerals_of(text)
    assert all(numeral.end <= len(text) for numeral in found)


def test_unknown_role_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "numerals.yaml").write_text("- name: x\n  role: one\n  examples: []\n  rejects: []\n", encoding="utf-8")
    with pytest.raises(PatternError, match=r"numerals\.yaml:2:9: 'one' is none of"):
        load_numerals([tmp_path])


def test_later_folder_replaces_an_entry(tmp_path: Path) -> None:
    (tmp_path / "numerals.yaml").write_text(
        "- name: slang\n  role: slang\n  values: {noceng: 2000}\n  unit: rupiah\n"
        "  examples: [{text: noceng, value: 2000}]\n  rejects: [goceng]\n",
        encoding="utf-8",
    )
    found = numerals_of("noceng atau goceng", load_numerals([ROOT / "patterns", tmp_path]))
    assert [numeral.value for numeral in found] == [Decimal(2000)]


@given(
    st.lists(
        st.sampled_from(["dua", "puluh", "ribu", "seratus", "beberapa", "nihil", "x", "2", "-", "’", "_", " ", ", "]),
        max_size=25,
    )
)
def test_number_words_are_found_by_words_where_a_search_finds_them(pieces: list[str]) -> None:
    text = "".join(pieces)
    for pattern, known in ((NUMERALS.words, NUMERALS.leading), (NUMERALS.zeros, NUMERALS.denying)):
        found = tokenise(text).matches(pattern, text, known)
        assert [match.span() for match in found] == [match.span() for match in pattern.finditer(text)]
