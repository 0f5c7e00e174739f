from __future__ import annotations

import csv as csv_module
import json as json_module
import os
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml as yaml_module
from builders import CILEGON, NATIONAL, TEXT, evidence, statistic
from hypothesis import given
from hypothesis import strategies as st

from bnnextract.model import Article, Record, Span, Statistic, Year
from bnnextract.writing.as_csv import csv
from bnnextract.writing.as_json import json, json_list, jsonl
from bnnextract.writing.as_yaml import SCHEMA, yaml
from bnnextract.writing.files import replacing
from bnnextract.writing.rows import COLUMNS
from bnnextract.writing.selectors import selectors

FULL = statistic(
    category="perempuan",
    parts={"kelamin": "perempuan", "tempat": "kabupaten sleman"},
    value=Decimal("118.50"),
    value_max=Decimal("1.2E+3"),
    bound="approx",
    target=Decimal(100),
    target_max=Decimal(120),
    achievement=Decimal("93.33"),
    achievement_bound="min",
    change=Decimal(-20),
    change_unit="persen",
    change_from=2020,
    scope="own",
    year=Year(2023, 2024),
    period="2023-01-01/2024-10-31",
    event=True,
    certainty="unsure",
    doubts=("year from the publication date", "2,027 may be thousands"),
    flags=("93.33 does not follow",),
    evidence=(
        evidence(
            Article("2024/a.txt", TEXT, 'Judul: "118" klien', "https://a.id/x?y=1#z", date(2024, 12, 30)),
            spans={"target": Span(41, 45), "value": Span(26, 29)},
            speaker="Kepala BNNK",
        ),
        evidence(Article("b.txt", "", "118 klien"), start=0, where="title", quote=Span(0, 9)),
    ),
)


class TestRows:
    def test_a_full_row(self) -> None:
        (line,) = jsonl([FULL])
        assert line == (
            '{"article": "2024/a.txt", "id": "5f0c9a1e", "office": "BNN Kota Cilegon", "office_id": "3672", '
            '"level": "kota", "province": "Banten", "year": "2023-2024", "year_from": 2023, "year_to": 2024, '
            '"period": "2023-01-01/2024-10-31", "indicator": "rehabilitasi.rawat_jalan", "category": "perempuan", '
            '"parts": {"kelamin": "perempuan", "tempat": "kabupaten sleman"}, "noun": "klien", "value": 118.50, '
            '"value_max": 1200, "unit": "orang", "bound": "approx", "target": 100, "target_max": 120, '
            '"achievement": 93.33, "achievement_bound": "min", "change": -20, "change_unit": "persen", '
            '"change_from": 2020, "scope": "own", "event": true, "certainty": "unsure", '
            '"doubts": ["year from the publication date", "2,027 may be thousands"], '
            '"flags": ["93.33 does not follow"], "speaker": "Kepala BNNK", "title": "Judul: \\"118\\" klien", '
            '"published": "2024-12-30", "url": "https://a.id/x?y=1#z", "where": "text", "start": 26, "end": 29, '
            '"quote": "BNN Kota Cilegon melayani 118 klien pada 2024.", "pattern": "rawat_jalan", '
            '"gram": null, "rupiah": null, '
            '"link": "https://a.id/x?y=1#z:~:text=BNN%20Kota%20Cilegon%20melayani%20118%20klien%20pada%202024.", '
            '"copy_of": null, "selectors": [{"type": "TextQuoteSelector", '
            '"exact": "BNN Kota Cilegon melayani 118 klien pada 2024.", "prefix": "", "suffix": ""}, '
            '{"type": "TextPositionSelector", "start": 0, "end": 46}]}\n'
        )

    def test_what_is_missing_is_null(self) -> None:
        bare = statistic(office=None, year=None, noun=None, value=None, target=Decimal(0), parts={})
        (row,) = map(json_module.loads, jsonl([bare]))
        assert tuple(row) == (*COLUMNS, "selectors")
        assert {key for key, value in row.items() if value is not None} == {
            *("article", "id", "indicator", "parts", "unit", "target", "event", "certainty", "doubts", "flags"),
            *("where", "start", "end", "quote", "pattern", "selectors"),
        }
        assert (row["parts"], row["doubts"], row["flags"], row["target"]) == ({}, [], [], 0)

    def test_a_row_in_csv(self) -> None:
        header, row = csv([FULL])
        assert header == ",".join(COLUMNS) + "\r\n"
        assert row == (
            "2024/a.txt,5f0c9a1e,BNN Kota Cilegon,3672,kota,Banten,2023-2024,2023,2024,2023-01-01/2024-10-31,"
            "rehabilitasi.rawat_jalan,perempuan,kelamin=perempuan; tempat=kabupaten sleman,klien,118.50,1200,orang,"
            'approx,100,120,93.33,min,-20,persen,2020,own,true,unsure,"year from the publication date; 2,027 may be '
            'thousands",93.33 does not follow,Kepala BNNK,"Judul: ""118"" klien",2024-12-30,https://a.id/x?y=1#z,text,'
            "26,29,BNN Kota Cilegon melayani 118 klien pada 2024.,rawat_jalan,,,"
            "https://a.id/x?y=1#z:~:text=BNN%20Kota%20Cilegon%20melayani%20118%20klien%20pada%202024.,\r\n"
        )

    @pytest.mark.parametrize(
        ("unit", "value", "gram", "rupiah"),
        [
            ("ton", "2.8", "2800000", ""),
            ("kilogram", "27.95968", "27959.68", ""),
            ("gram", "118.50", "118.50", ""),
            ("miligram", "5", "0.005", ""),
            ("kilogram", "0", "0", ""),
            ("kilogram", "1" * 60 + ".5", "1" * 60 + "500", ""),
            ("rupiah", "2500000000", "", "2500000000"),
            ("butir", "118", "", ""),
            ("dolar", "118", "", ""),
        ],
    )
    def test_masses_are_also_in_grams_and_money_in_rupiah(self, unit: str, value: str, gram: str, rupiah: str) -> None:
        (cells,) = csv_module.DictReader(StringIO("".join(csv([statistic(unit=unit, value=Decimal(value))]))))
        assert (cells["gram"], cells["rupiah"]) == (gram, rupiah)

    @pytest.mark.parametrize("unit", ["kilogram", "rupiah"])
    def test_a_target_alone_is_neither(self, unit: str) -> None:
        (cells,) = csv_module.DictReader(StringIO("".join(csv([statistic(unit=unit, value=None, target=Decimal(5))]))))
        assert (cells["gram"], cells["rupiah"]) == ("", "")

    def test_a_copy_names_the_story_it_is_of(self) -> None:
        copied = statistic(evidence=(evidence(Article("b.txt", TEXT, copy_of="a.txt")),))
        (cells,) = csv_module.DictReader(StringIO("".join(csv([copied]))))
        assert (cells["article"], cells["copy_of"]) == ("b.txt", "a.txt")

    def test_a_row_takes_the_evidence_with_most_figures(self) -> None:
        poor, rich = evidence(Article("a.txt", TEXT)), FULL.evidence[0]
        (row,) = map(json_module.loads, jsonl([statistic(evidence=(poor, rich))]))
        assert (row["article"], row["published"]) == ("2024/a.txt", "2024-12-30")

    def test_a_title_is_what_the_span_counts_in(self) -> None:
        (row,) = map(json_module.loads, jsonl([statistic(evidence=(FULL.evidence[1],))]))
        assert (row["where"], row["title"][row["start"] : row["end"]], row["quote"]) == ("title", "118", "118 klien")

    @pytest.mark.parametrize("form", [jsonl, csv])
    def test_rows_come_one_by_one(self, form: Any) -> None:
        taken = []

        def endless() -> Iterator[Statistic]:
            while True:
                taken.append(1)
                yield statistic()

        rows = form(endless())
        assert "5f0c9a1e" in [next(rows), next(rows)][1]
        assert len(taken) <= 2


class TestRecords:
    def test_yaml(self) -> None:
        record = Record(CILEGON, Year(2023, 2024), (FULL, statistic(evidence=(evidence(),))))
        assert "".join(yaml([record, Record(NATIONAL, None, (statistic(),))])) == (
            "# yaml-language-server: $schema=bnnextract.schema.json\n"
            "- office: BNN Kota Cilegon\n"
            "  office_id: '3672'\n"
            "  level: kota\n"
            "  province: Banten\n"
            "  year: '2023-2024'\n"
            "  statistics:\n"
            "  - id: '5f0c9a1e'\n"
            "    indicator: rehabilitasi.rawat_jalan\n"
            "    category: perempuan\n"
            "    parts: {kelamin: perempuan, tempat: kabupaten sleman}\n"
            "    noun: klien\n"
            "    value: 118.50\n"
            "    value_max: 1200\n"
            "    unit: orang\n"
            "    bound: approx\n"
            "    target: 100\n"
            "    target_max: 120\n"
            "    achievement: 93.33\n"
            "    achievement_bound: min\n"
            "    change: -20\n"
            "    change_unit: persen\n"
            "    change_from: 2020\n"
            "    scope: own\n"
            '    period: "2023-01-01/2024-10-31"\n'.replace('"', "'")
            + "    event: true\n"
            "    certainty: unsure\n"
            "    doubts:\n"
            "    - year from the publication date\n"
            '    - "2,027 may be thousands"\n'
            "    flags:\n"
            '    - "93.33 does not follow"\n'
            "    evidence:\n"
            "    - article: '2024/a.txt'\n"
            '      title: "Judul: \\"118\\" klien"\n'
            '      url: "https://a.id/x?y=1#z"\n'
            "      published: 2024-12-30\n"
            "      quote: BNN Kota Cilegon melayani 118 klien pada 2024.\n"
            "      spans: {value: [26, 29], target: [41, 45]}\n"
            "      speaker: Kepala BNNK\n"
            "      pattern: rawat_jalan\n"
            '      link: "https://a.id/x?y=1#z:~:text=BNN%20Kota%20Cilegon%20melayani%20118%20klien%20pada%202024."\n'
            "    - article: b.txt\n"
            '      title: "118 klien"\n'
            "      where: title\n"
            '      quote: "118 klien"\n'
            "      spans: {value: [0, 3]}\n"
            "      pattern: rawat_jalan\n"
            "  - id: '5f0c9a1e'\n"
            "    indicator: rehabilitasi.rawat_jalan\n"
            "    noun: klien\n"
            "    value: 118\n"
            "    unit: orang\n"
            "    certainty: sure\n"
            "    evidence:\n"
            "    - article: a.txt\n"
            "      quote: BNN Kota Cilegon melayani 118 klien pada 2024.\n"
            "      spans: {value: [26, 29]}\n"
            "      pattern: rawat_jalan\n"
            "- office: BNN RI\n"
            "  office_id: '00'\n"
            "  level: pusat\n"
            "  statistics:\n"
            "  - id: '5f0c9a1e'\n"
            "    indicator: rehabilitasi.rawat_jalan\n"
            "    noun: klien\n"
            "    value: 118\n"
            "    unit: orang\n"
            "    certainty: sure\n"
            "    evidence:\n"
            "    - article: a.txt\n"
            "      quote: BNN Kota Cilegon melayani 118 klien pada 2024.\n"
            "      spans: {value: [26, 29]}\n"
            "      pattern: rawat_jalan\n"
        )

    def test_json_says_what_yaml_says(self) -> None:
        given_ = [Record(CILEGON, Year(2023, 2024), (FULL, statistic())), Record(None, None, (statistic(),))]
        told = json_module.loads("".join(json(given_)))
        places = [place for record in told for found in record["statistics"] for place in found["evidence"]]
        assert [place.pop("selectors") for place in places] == [
            list(selectors(place)) for record in given_ for found in record.statistics for place in found.evidence
        ]
        assert told == undated(yaml_module.safe_load("".join(yaml(given_))))
        assert told[0]["statistics"][0]["evidence"][0]["spans"] == {"value": [26, 29], "target": [41, 45]}

    @pytest.mark.parametrize(
        ("form", "empty"), [(yaml, f"# yaml-language-server: $schema={SCHEMA}\n[]\n"), (json, "[]\n"), (jsonl, "")]
    )
    def test_nothing_is_an_empty_list(self, form: Any, empty: str) -> None:
        assert "".join(form([])) == empty

    def test_nothing_in_csv_is_the_header(self) -> None:
        assert list(csv([])) == [",".join(COLUMNS) + "\r\n"]

    def test_a_list_of_plain_data(self) -> None:
        element: dict[str, object] = {
            "a": None,
            "b": {},
            "c": (),
            "d": ({"e": Decimal("0.50")},),
            "f": ("x", "y"),
            "g": True,
        }
        told = "".join(json_list([element, {"h": 0}]))
        assert json_module.loads(told) == [
            {"a": None, "b": {}, "c": [], "d": [{"e": 0.5}], "f": ["x", "y"], "g": True},
            {"h": 0},
        ]
        assert '"e": 0.50' in told


def undated(value: Any) -> Any:
    """Give what YAML read as dates as the text that JSON has."""
    if isinstance(value, dict):
        return {key: undated(item) for key, item in value.items()}
    if isinstance(value, list):
        return [undated(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


# Signs that one of the forms gives a meaning to are drawn more often than chance would have it.
SIGNS = st.one_of(
    st.sampled_from("\0\a\t\n\r\x1b \x7f\x80\x85\x9f\xa0\xad\u2028\u2029\ufeff\ufffe\uffff\U0001ffff"),
    st.sampled_from("-?:,[]{}#&*!|>'\"%@`~=<.;/\\0123456789_+abnotruefalsyEx"),
    st.characters(exclude_categories=["Cs"]),
)
TEXTS = st.one_of(
    st.text(SIGNS),
    st.sampled_from(
        [
            "yes",
            "No",
            "ON",
            "null",
            "~",
            "y",
            "true",
            "1_000",
            "0x1F",
            "12:30",
            "1e5",
            "2024-12-30",
            ".inf",
            "---",
            "...",
            "<<",
        ]
    ),
    st.builds("{}: {}".format, st.text(SIGNS), st.text(SIGNS)),
    st.builds("a{}{}".format, st.text(SIGNS), st.sampled_from([":", " ", " #b", ": b", "…"])),
    st.text(SIGNS, min_size=1).map(lambda text: text * (2000 // len(text))),
)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=None).filter(lambda number: abs(number.adjusted()) < 40)


@given(text=TEXTS)
def test_any_text_comes_back_from_every_form(text: str) -> None:
    spoken = evidence(Article(text or "x", text or "x", text, text), 0, quote=Span(0, len(text) or 1), speaker=text)
    one = statistic(
        id=text, category=text, noun=text, parts={"lain": text}, doubts=(text,), flags=("x", text), evidence=(spoken,)
    )
    whole = Record(CILEGON, Year(2024, 2024), (one,))
    (row,) = map(json_module.loads, "".join(jsonl([one])).splitlines())
    assert [row["title"], row["quote"], row["parts"], row["doubts"]] == [text, text or "x", {"lain": text}, [text]]
    written = "".join(yaml([whole]))
    for told in (yaml_module.safe_load(written), yaml_module.load(written, yaml_module.CSafeLoader)):
        ((found,),) = [record["statistics"] for record in told]
        assert [found[key] for key in ("id", "category", "noun", "parts", "doubts", "flags")] == [
            *(text, text, text, {"lain": text}, [text], ["x", text])
        ]
        (place,) = found["evidence"]
        assert [place[key] for key in ("article", "title", "quote")] == [text or "x", text, text or "x"]
    assert json_module.loads("".join(json([whole])))[0]["statistics"][0]["noun"] == text
    cells = list(csv_module.DictReader(StringIO("".join(csv([one])), newline=""), strict=True))
    assert [(row["noun"], row["quote"]) for row in cells] == [(text, text or "x")]


@given(number=DECIMALS)
def test_any_number_keeps_its_digits(number: Decimal) -> None:
    one = statistic(value=number)
    digits = format(number, "f")
    (row,) = (json_module.loads(line, parse_int=str, parse_float=str) for line in jsonl([one]))
    (record,) = yaml_module.load("".join(yaml([Record(None, None, (one,))])), yaml_module.BaseLoader)  # noqa: S506 - it makes text of all
    (cells,) = csv_module.DictReader(StringIO("".join(csv([one]))))
    assert row["value"] == record["statistics"][0]["value"] == cells["value"] == digits
    assert Decimal(digits) == number
    assert "e" not in digits.lower()


def fail(path: Path, fault: type[BaseException]) -> None:
    with replacing(path) as stream:
        stream.write(b"half")
        raise fault


class TestReplacing:
    def test_a_file_appears_when_all_is_written(self, tmp_path: Path) -> None:
        path = tmp_path / "out.csv"
        with replacing(path) as stream:
            stream.write(b"new")
            stream.flush()
            assert not path.exists()
        assert path.read_bytes() == b"new"
        assert [found.name for found in tmp_path.iterdir()] == ["out.csv"]

    @pytest.mark.parametrize("fault", [KeyboardInterrupt, OSError, SystemExit])
    @pytest.mark.parametrize("old", [b"old", None])
    def test_nothing_changes_where_it_fails(self, tmp_path: Path, fault: type[BaseException], old: bytes | None) -> None:
        path = tmp_path / "out.csv"
        if old is not None:
            path.write_bytes(old)
        with pytest.raises(fault):
            fail(path, fault)
        assert {found.name: found.read_bytes() for found in tmp_path.iterdir()} == ({} if old is None else {"out.csv": old})

    def test_a_new_file_has_the_rights_that_the_umask_leaves(self, tmp_path: Path) -> None:
        before = os.umask(0o027)
        try:
            with replacing(tmp_path / "out.csv"):
                pass
        finally:
            os.umask(before)
        assert (tmp_path / "out.csv").stat().st_mode & 0o777 == 0o640

    def test_an_old_file_keeps_its_rights(self, tmp_path: Path) -> None:
        path = tmp_path / "out.csv"
        path.touch()
        path.chmod(0o604)
        with replacing(path) as stream:
            stream.write(b"new")
        assert path.stat().st_mode & 0o777 == 0o604

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "real.csv").write_bytes(b"old")
        (tmp_path / "out.csv").symlink_to("real.csv")
        with replacing(tmp_path / "out.csv") as stream:
            stream.write(b"new")
        assert (tmp_path / "out.csv").is_symlink()
        assert (tmp_path / "real.csv").read_bytes() == b"new"

    def test_a_device_stays_a_device(self) -> None:
        with replacing(Path("/dev/null")) as stream:
            stream.write(b"new")
        assert Path("/dev/null").is_char_device()

    @pytest.mark.parametrize("path", [".", "none/out.csv"])
    def test_what_cannot_be_written_is_an_error(self, tmp_path: Path, path: str) -> None:
        with pytest.raises(OSError, match="directory"), replacing(tmp_path / path):
            pass
