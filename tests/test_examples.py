"""Every example and counter-example of every shipped pattern, one test each, and what is told of a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bnnextract.examples import Case, Failure, cases, check
from bnnextract.rulebook import load_rulebook

CASES = tuple(cases(load_rulebook()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_pattern_keeps_to_its_examples(case: Case) -> None:
    assert case.fault() is None


def test_every_example_of_every_entry_is_tried_under_a_name_of_its_own() -> None:
    entries = load_rulebook().entries
    assert len(CASES) == sum(len(entry.examples) + len(entry.rejects) for entry in entries)
    assert len({case.id for case in CASES}) == len(CASES)


INDICATOR = """\
- name: lainnya.kampanye
  counts: campaigns
  units: [kegiatan]
  names: [kampanye jalan sehat]
  examples:
    - {text: EXAMPLE, value: 4}
  rejects:
    - REJECT
"""
CONSTRUCTION = """\
- name: over
  pattern: 'melompati palang {target}'
  triggers: [palang]
  examples:
    - {text: EXAMPLE, gives: {target: '40'}}
  rejects:
    - REJECT
"""
PERIOD = """\
- name: two-years-back
  pattern: 'dua warsa silam'
  kind: year
  words: [warsa]
  relative: -2
  examples:
    - {text: EXAMPLE, published: 2022-03-01, years: 2021}
  rejects:
    - REJECT
"""
FURNITURE = """\
- name: advert
  pattern: '^iklan baris'
  reach: line
  examples:
    - EXAMPLE
  rejects:
    - REJECT
"""
UNIT = """\
- name: caravans
  unit: unit
  divisible: never
  nouns: [karavan]
  examples:
    - {text: EXAMPLE, value: 4, noun: karavan}
  rejects:
    - REJECT
"""
BOUND = """\
- name: roughly
  place: before
  words: [kisaran kasar]
  bound: approx
  examples:
    - {text: EXAMPLE, value: 4}
  rejects:
    - REJECT
"""
NUMERAL = """\
- name: dozen
  role: counted
  values: {selosin: 12}
  examples:
    - {text: EXAMPLE, value: 12}
  rejects:
    - REJECT
"""
NUMBER_VETO = """\
- name: caravans
  nouns: [rombongan sirkus]
  examples:
    - {text: EXAMPLE, gives: {veto: '3'}}
  rejects:
    - REJECT
"""
OFFICE = """\
- name: bureau
  part: head
  words: [biro narkotika]
  examples:
    - {text: EXAMPLE, gives: [BNN Kabupaten Gresik]}
  rejects:
    - REJECT
"""


@pytest.mark.parametrize(
    ("name", "pattern", "example", "reject", "told"),
    [
        pytest.param(
            "indicators/own.yaml",
            INDICATOR,
            "BNNP Riau menggelar 5 kegiatan kampanye jalan sehat.",
            "BNNP Riau menggelar 4 kegiatan kampanye jalan sehat.",
            ("gives lainnya.kampanye 5, not 4", "gives lainnya.kampanye 4, and should not"),
            id="indicator",
        ),
        pytest.param(
            "constructions.yaml",
            CONSTRUCTION,
            "BNNP Riau melompati palang 60 kasus.",
            "BNNP Riau melompati palang 40 kasus.",
            ("gives target 60, not target 40", "gives target 40, and should not"),
            id="construction",
        ),
        pytest.param(
            "periods.yaml",
            PERIOD,
            "terungkap dua warsa silam",
            "Dua warsa silam BNN berdiri",
            ("gives 2020, not 2021", "gives the period “dua warsa silam”, and should not"),
            id="period",
        ),
        pytest.param(
            "furniture.yaml",
            FURNITURE,
            "Baris iklan",
            "IKLAN BARIS: 3 mobil",
            ("the pattern is not found in “Baris iklan”", "the pattern is found in “IKLAN BARIS: 3 mobil”"),
            id="furniture",
        ),
        pytest.param(
            "units.yaml",
            UNIT,
            "3 karavan",
            "4 karavan",
            ("gives 3 unit “karavan”, not 4 unit “karavan”", "gives 4 karavan, and should not"),
            id="unit",
        ),
        pytest.param(
            "bounds.yaml",
            BOUND,
            "lebih dari 4 kasus",
            "kisaran kasar 4 kasus",
            ("gives 4 (min), not 4 (approx)", "gives 4 (approx), and should not"),
            id="bound",
        ),
        pytest.param(
            "numerals.yaml",
            NUMERAL,
            "selosin dan dua",
            "ada selosin",
            ("gives 12 and 2, not 12", "gives 12, and should not"),
            id="numeral",
        ),
        pytest.param(
            "number-vetoes.yaml",
            NUMBER_VETO,
            "tiga kasus",
            "enam bulan",
            ("gives nothing, not veto 3", None),
            id="number veto",
        ),
        pytest.param(
            "offices.yaml",
            OFFICE,
            "Biro Narkotika Bangkalan",
            "Biro Narkotika Gresik",
            (
                "gives BNN Kabupaten Bangkalan, not BNN Kabupaten Gresik",
                "gives BNN Kabupaten Gresik, and should not",
            ),
            id="office",
        ),
    ],
)
def test_what_goes_wrong_is_told_in_plain_words_with_its_place(
    tmp_path: Path, name: str, pattern: str, example: str, reject: str, told: tuple[str, str | None]
) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    text = pattern.replace("EXAMPLE", f"'{example}'").replace("REJECT", f"'{reject}'")
    path.write_text(text, encoding="utf-8")
    failures = [failure for failure in check(load_rulebook([tmp_path])) if failure.path == path]
    lines = text.splitlines()
    places = [(number, 7) for number, line in enumerate(lines, 1) if example in line or reject in line]
    wanted = [(place, words) for place, words in zip(places, told, strict=True) if words]
    assert [(failure.line, failure.column) for failure in failures] == [place for place, _ in wanted]
    for failure, (_, words) in zip(failures, wanted, strict=True):
        assert words in failure.message


def test_a_pattern_that_keeps_to_its_examples_has_no_failure(tmp_path: Path) -> None:
    (tmp_path / "furniture.yaml").write_text(
        FURNITURE.replace("EXAMPLE", "'IKLAN BARIS: 3 mobil'").replace("REJECT", "Baris iklan"), encoding="utf-8"
    )
    failures: list[Failure] = list(check(load_rulebook([tmp_path])))
    assert not [failure for failure in failures if failure.path.parent == tmp_path]
