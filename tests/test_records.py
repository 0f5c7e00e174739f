from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from builders import BANTEN, CILEGON, NATIONAL, SLEMAN, TEXT, evidence, statistic
from hypothesis import given
from hypothesis import strategies as st

from bnnextract.model import Article, Office, Span, Year
from bnnextract.records import Selection, indicators_named, offices_named, records, year_named

ORDER = ("rehabilitasi.klien", "rehabilitasi.rawat_jalan", "pemberantasan.kasus", "lainnya")


class TestGroups:
    def test_a_record_is_an_office_and_a_year(self) -> None:
        given_ = [statistic(id=str(n), office=o, year=y) for n, (o, y) in enumerate(PAIRS)]
        assert [(record.office, record.year) for record in records(given_, ORDER)] == [
            (NATIONAL, Year(2024, 2024)),
            (CILEGON, Year(2020, 2021)),
            (CILEGON, Year(2023, 2023)),
            (CILEGON, Year(2024, 2024)),
            (CILEGON, None),
            (None, Year(2024, 2024)),
            (None, None),
        ]

    def test_statistics_stand_in_the_order_of_indicators_then_of_parts(self) -> None:
        given_ = [
            statistic(id="1", indicator="lainnya"),
            statistic(id="2", indicator="unheard"),
            statistic(id="3", parts={"zat": "sabu"}),
            statistic(id="4", parts={"zat": "ganja"}),
            statistic(id="5"),
            statistic(id="6", indicator="rehabilitasi.klien", value=None, target=Decimal(5)),
        ]
        (record,) = records(given_, ORDER)
        assert [found.id for found in record.statistics] == ["6", "5", "4", "3", "1", "2"]

    def test_nothing_gives_nothing(self) -> None:
        assert records([], ORDER) == ()


PAIRS: list[tuple[Office | None, Year | None]] = [
    (None, None),
    (CILEGON, None),
    (None, Year(2024, 2024)),
    (CILEGON, Year(2024, 2024)),
    (CILEGON, Year(2023, 2023)),
    (CILEGON, Year(2020, 2021)),
    (NATIONAL, Year(2024, 2024)),
]
FIRST, SECOND = Article("a.txt", TEXT), Article("b.txt", TEXT)


class TestMerging:
    def test_equal_statistics_of_two_articles_are_one_with_both_pieces_of_evidence(self) -> None:
        late = statistic(id="b", evidence=(evidence(SECOND),), flags=("two",), noun="klien")
        early = statistic(id="a", evidence=(evidence(FIRST),), flags=("one",), noun=None)
        ((found,),) = [record.statistics for record in records([late, early], ORDER)]
        assert found == replace(early, noun="klien", flags=("one", "two"), evidence=(evidence(FIRST), evidence(SECOND)))

    def test_evidence_stands_in_the_order_of_articles_then_of_places(self) -> None:
        title = Article("a.txt", TEXT, TEXT)
        places = [evidence(title, 3, where="title"), evidence(title, 0), evidence(title, 26), evidence(SECOND, 0)]
        given_ = [statistic(id=str(number), evidence=(place,)) for number, place in enumerate(places)]
        (record,) = records(reversed(given_), ORDER)
        assert [found.evidence for found in record.statistics] == [tuple(places)]

    @pytest.mark.parametrize(
        ("first", "second", "certainty", "doubts"),
        [
            (("sure", ()), ("unsure", ("x",)), "sure", ()),
            (("unsure", ("x",)), ("sure", ("y",)), "sure", ("y",)),
            (("unsure", ("x", "y")), ("unsure", ("y", "z")), "unsure", ("x", "y", "z")),
        ],
        ids=["first-sure", "second-sure", "none-sure"],
    )
    def test_one_that_is_sure_settles_it(self, first: Any, second: Any, certainty: str, doubts: tuple[str, ...]) -> None:
        given_ = [
            statistic(evidence=(evidence(article),), certainty=of[0], doubts=of[1])
            for article, of in ((FIRST, first), (SECOND, second))
        ]
        ((found,),) = [record.statistics for record in records(given_, ORDER)]
        assert (found.certainty, found.doubts) == (certainty, doubts)

    @pytest.mark.parametrize(
        "change",
        [
            {"indicator": "rehabilitasi.klien"},
            {"category": "perempuan"},
            {"parts": {"kelamin": "perempuan"}},
            {"value": Decimal(119)},
            {"value_max": Decimal(120)},
            {"unit": "kasus"},
            {"bound": "min"},
            {"target": Decimal(100)},
            {"target_max": Decimal(100)},
            {"achievement": Decimal(100)},
            {"achievement_bound": "min"},
            {"change": Decimal(-20)},
            {"change_unit": "persen"},
            {"change_from": 2023},
            {"scope": "own"},
            {"period": "2024-01-01/2024-10-31"},
            {"event": True},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_statistics_that_differ_stay_two(self, change: dict[str, Any]) -> None:
        given_ = [statistic(id="a"), statistic(id="b", evidence=(evidence(SECOND),), **change)]
        assert [len(record.statistics) for record in records(given_, ORDER)] == [2]

    @pytest.mark.parametrize(("period", "count"), [(None, 2), ("2024-03-04/2024-03-04", 1)])
    def test_events_are_one_where_their_dates_say_so(self, period: str | None, count: int) -> None:
        given_ = [
            statistic(id=name, event=True, period=period, evidence=(evidence(article),))
            for name, article in (("a", FIRST), ("b", SECOND))
        ]
        assert [len(record.statistics) for record in records(given_, ORDER)] == [count]

    @given(st.data())
    def test_the_order_of_statistics_does_not_matter(self, data: st.DataObject) -> None:
        given_ = [
            statistic(
                id=f"{number}",
                office=data.draw(st.sampled_from([CILEGON, BANTEN, None])),
                year=data.draw(st.sampled_from([Year(2024, 2024), None])),
                value=data.draw(st.sampled_from([Decimal(1), Decimal("1.0"), Decimal(2)])),
                indicator=data.draw(st.sampled_from(ORDER)),
                certainty=data.draw(st.sampled_from(["sure", "unsure"])),
                doubts=data.draw(st.sampled_from([(), ("x",), ("y", "x")])),
                event=data.draw(st.booleans()),
                evidence=(evidence(Article(f"{number}.txt", TEXT), quote=Span(0, 5)),),
            )
            for number in range(data.draw(st.integers(0, 6)))
        ]
        found = records(given_, ORDER)
        assert records(data.draw(st.permutations(given_)), ORDER) == found
        told = [place for record in found for one in record.statistics for place in one.evidence]
        assert len(told) == len(given_)


OFFICES = (CILEGON, BANTEN, SLEMAN, NATIONAL)


class TestAskedFor:
    @pytest.mark.parametrize(
        ("office", "name"),
        [
            (CILEGON, "3672"),
            (CILEGON, "BNN Kota Cilegon"),
            (CILEGON, "bnn kota CILEGON"),
            (CILEGON, "BNNK Cilegon"),
            (CILEGON, "Kota Cilegon"),
            (CILEGON, "cilegon"),
            (BANTEN, "BNNP Banten"),
            (BANTEN, "BNN Provinsi Banten"),
            (BANTEN, "Banten"),
            (BANTEN, "36"),
            (SLEMAN, "BNNK Sleman"),
            (SLEMAN, "BNN Kabupaten Sleman"),
            (NATIONAL, "BNN RI"),
            (NATIONAL, "BNN"),
            (NATIONAL, "00"),
        ],
    )
    def test_an_office_is_known_by_its_names(self, office: Office, name: str) -> None:
        wanted = Selection(offices=offices_named([name], OFFICES))
        assert [one for one in (*OFFICES, None) if wanted.keeps(statistic(office=one))] == [office]

    def test_a_name_of_two_offices_asks_for_both(self) -> None:
        city = Office("BNN Kota Blitar", "3572", "kota", "Jawa Timur")
        regency = Office("BNN Kabupaten Blitar", "3505", "kabupaten", "Jawa Timur")
        assert offices_named(["BNNK Blitar", "36"], [city, regency, *OFFICES]) == {city, regency, BANTEN}
        assert offices_named(["Kota Blitar"], [city, regency]) == {city}

    @pytest.mark.parametrize(
        ("name", "told"),
        [
            ("BNNK Cilegom", "no office is named 'BNNK Cilegom'; did you mean BNN Kota Cilegon?"),
            ("xyz", "no office is named 'xyz'; check the spelling"),
            ("", "no office is named ''; check the spelling"),
        ],
    )
    def test_an_office_that_is_not_known_is_told(self, name: str, told: str) -> None:
        with pytest.raises(ValueError, match=re.escape(told)):
            offices_named([name], OFFICES)

    @pytest.mark.parametrize(
        ("asked", "kept"),
        [
            ("2024", ["2024"]),
            ("2021", ["2020-2021"]),
            ("2021-2023", ["2020-2021", "2023"]),
            ("2000-2019", []),
        ],
    )
    def test_a_year_meets_the_spans_it_lies_in(self, asked: str, kept: list[str]) -> None:
        wanted = Selection(years=(year_named(asked),))
        years = [Year(2020, 2021), Year(2023, 2023), Year(2024, 2024), None]
        assert [str(year) for year in years if wanted.keeps(statistic(year=year))] == kept

    @pytest.mark.parametrize("asked", ["24", "2024-", "2024-2023", "2024/2025", "-2024", "２０２４", "2024\n", ""])
    def test_what_is_no_year_is_told(self, asked: str) -> None:
        with pytest.raises(ValueError, match="is no year; write 2024"):
            year_named(asked)

    @pytest.mark.parametrize(
        ("asked", "kept"),
        [
            (["rehabilitasi"], ["rehabilitasi.klien", "rehabilitasi.rawat_jalan"]),
            (["rehabilitasi.klien", "lainnya"], ["rehabilitasi.klien", "lainnya"]),
            ([], list(ORDER)),
        ],
        ids=["group", "two", "none"],
    )
    def test_an_indicator_is_asked_for_by_its_key_or_group(self, asked: list[str], kept: list[str]) -> None:
        wanted = Selection(indicators=indicators_named(asked, ORDER))
        assert [key for key in ORDER if wanted.keeps(statistic(indicator=key))] == kept

    def test_an_indicator_that_is_not_known_is_told_with_one_that_is(self) -> None:
        with pytest.raises(ValueError, match=r"named 'rehabilitasi\.klein'; did you mean rehabilitasi\.klien"):
            indicators_named(["rehabilitasi.klein"], ORDER)

    def test_events_can_be_left_out(self) -> None:
        assert [Selection(events=False).keeps(statistic(event=event)) for event in (True, False)] == [False, True]

    def test_what_is_unsure_can_be_left_out(self) -> None:
        kept = [Selection(unsure=False).keeps(statistic(certainty=certainty)) for certainty in ("sure", "unsure")]
        assert kept == [True, False]

    def test_all_that_is_asked_for_must_hold(self) -> None:
        wanted = Selection(frozenset({CILEGON}), (Year(2024, 2024),), frozenset({"lainnya"}))
        assert not wanted.keeps(statistic())
        assert wanted.keeps(statistic(indicator="lainnya"))
