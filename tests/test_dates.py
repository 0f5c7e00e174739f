from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnnextract.reading.dates import dateline_date, parse_date, url_date

DAY = date(2021, 12, 28)
DAYS = st.dates(date(1999, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        "2021-12-28",
        " 2021-12-28\n",
        "2021-12-28T23:59:00+07:00",
        "2021-12-28T23:59:00.000Z",
        "2021-12-28 00:00:00",
        "2021/12/28",
        "20211228",
        "20211228T140500Z",
        "202112281405",
        "20211228140500",
        "Tue, 28 Dec 2021 23:59:00 -0500",
        "1640674800",
        "1640674800000",
        "1640674800.25",
        "1640624400",
        "28/12/2021",
        "28-12-2021",
        "28.12.2021 14.05",
        "28/12/21",
        "28-Dec-21",
        "Selasa, 28 Desember 2021 | 14:05 WIB",
        "Selasa , 28 Desember  2021 / 14:05 WITA",
        "SELASA 28 DESEMBER 2021",
        "28 Des 2021",
        "28\xa0Des.\xa02021",
        "28Des2021",
        "28+December+2021",
        "14:05, 28 Desember 2021",
        "Kompas.com - 28/12/2021, 14:05 WIB",
        "28 Des 2021 14:05 (diperbarui 29 Des 2021 08:00)",
        "December 28, 2021",
        "Dec. 28th, 2021",
        "Tue Dec 28 2021 14:05:00 GMT+0700",
    ],
)
def test_a_field_gives_the_day_written_in_it(written: str) -> None:
    assert parse_date(written) == DAY


@pytest.mark.parametrize(
    ("written", "month"),
    [
        *(("Januari", 1), ("Jan", 1), ("Februari", 2), ("Pebruari", 2), ("Peb", 2), ("Feb", 2), ("Maret", 3), ("Mar", 3)),
        *(("April", 4), ("Apr", 4), ("Mei", 5), ("May", 5), ("Juni", 6), ("Jun", 6), ("Juli", 7), ("Jul", 7)),
        *(("Agustus", 8), ("Agt", 8), ("Agu", 8), ("Ags", 8), ("Aug", 8), ("September", 9), ("Sept", 9), ("Sep", 9)),
        *(("Oktober", 10), ("Okt", 10), ("Oct", 10), ("November", 11), ("Nopember", 11), ("Nop", 11), ("Desember", 12)),
    ],
)
def test_months_are_known_by_their_new_old_and_short_names(written: str, month: int) -> None:
    assert parse_date(f"8 {written} 2021") == date(2021, month, 8)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "null",
            "3 hari lalu",
            "kemarin",
            "28/12",
            "28 Desember",
            "September 2020",
            "2021",
            "2021-12",
            "44558",
            "14:05 WIB",
        ),
        *("2021-02-29", "31/04/2021", "12/28/2021", "00/12/2021", "1970-01-01", "0", "0001-01-01T00:00:00", "31-12-1998"),
        *("21-12-28", "28 klien 2021", "118 2021", "9999999999", "1/2/3/2021", "x" * 300 + " 2021-12-28"),
    ],
)
def test_what_is_no_full_date_is_none(written: str) -> None:
    assert parse_date(written) is None


@given(DAYS)
def test_a_day_is_read_back_from_every_form_that_names_it(day: date) -> None:
    forms = (
        "%Y-%m-%d",
        "%d/%m/%Y",
        "%Y%m%d",
        "%d-%m-%Y 10:30",
        "%Y/%m/%dT10:30:00Z",
        "%a, %d %b %Y 10:30:00 +0700",
        "%B %d, %Y",
    )
    assert {parse_date(day.strftime(form)) for form in forms} == {day}


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    for day in (parse_date(text), dateline_date(text), url_date(text)):
        assert day is None or 1999 <= day.year <= 2100


def test_one_read_after_another_the_days_are_those_of_each_alone() -> None:
    days = [DAY + timedelta(days=31 * step) for step in range(12)]
    assert [parse_date(day.strftime("%d %B %Y")) for day in days] == days


@pytest.mark.parametrize(
    "text",
    [
        "JAKARTA, 28 Desember 2021 - BNN merehabilitasi 118 klien.",
        "BNNP mendata\nJakarta, bnn.go.id, 28 Desember 2021 – BNN merehabilitasi 118 klien.",
        "JAKARTA (28/12/2021) - BNN merehabilitasi 118 klien.",
        "Gorontalo, Selasa (28/12/2021) – BNN merehabilitasi 118 klien.",
        "Jakarta - 28 Desember 2021 - BNN merehabilitasi 118 klien.",
        "BNNP rehabilitasi 118 klien\n\nSelasa, 28 Desember 2021 14:05 WIB\nSebanyak 118 klien dilayani.",
        "BNNP rehabilitasi 118 klien\n28/12/2021\nSebanyak 118 klien dilayani.",
        "Penulis: Budi | Editor: Ani | Selasa, 28 Des 2021, 14.05 WIB\nSebanyak 118 klien dilayani.",
        "Admin - 28 Desember 2021 - 14:05 WIB\nSebanyak 118 klien dilayani.",
        "Diterbitkan: 28 Desember 2021\nSebanyak 118 klien dilayani.",
        "a.\nb.\nc.\nd.\ne.\nf.\ng.\nDipublikasikan pada 28/12/2021 14:05 WIB",
        "a.\nb.\nc.\nd.\ne.\nf.\ng.\nGorontalo, 28 Desember 2021\nKepala BNNP",
        "Sebanyak 118 klien dilayani, kata Kepala BNNP, Selasa (28/12/2021).",
        "Senin (27/12/2021) rapat.\nSebanyak 118 klien dilayani.\nTayang: 28/12/2021",
    ],
    ids=[
        *(
            "place",
            "place-and-site",
            "place-brackets",
            "place-weekday",
            "dashes",
            "own-line",
            "digits-alone",
            "byline",
            "clock",
        ),
        *("label", "label-at-foot", "signed-at-foot", "weekday-brackets", "line-before-bracket"),
    ],
)
def test_an_article_states_its_day(text: str) -> None:
    assert dateline_date(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Pada 28 Desember 2021 BNNP merehabilitasi 118 klien.",
        "BNNP merehabilitasi 118 klien, Selasa (28/12).",
        "Jakarta, 28/12 (ANTARA) - BNNP merehabilitasi 118 klien.",
        "BNNP merehabilitasi 118 klien.\nEditor: Budi\nCOPYRIGHT © ANTARA 2021",
        "Dirilis 28 Desember 2021, data itu mencakup 118 klien.",
        "Rapat kerja - 28 Desember 2021",
        "a.\nb.\nc.\nd.\nRapat digelar Selasa (28/12/2021).\ne.\nf.\ng.",
        "a.\nb.\nc.\nd.\nSelasa, 28 Desember 2021 14:05 WIB\ne.\nf.\ng.",
    ],
    ids=["nothing", "in-a-sentence", "no-year", "antara", "copyright", "label-in-a-sentence", "headline", "later", "middle"],
)
def test_a_day_that_is_not_stated_as_publication_is_none(text: str) -> None:
    assert dateline_date(text) is None


@pytest.mark.parametrize(
    "url",
    [
        "https://berita.example.com/read/2021/12/28/14050021/bnnp-gorontalo",
        "https://berita.example.com/nasional/20211228140500-12-1043/bnnp-gorontalo",
        "https://berita.example.com/2021-12-28-bnnp-gorontalo",
        "https://berita.example.com/bnnp-gorontalo-28122021.html",
        "https://berita.example.com/20211228?halaman=2#2020/01/01",
        "berita/2021/12/28/bnnp.html",
    ],
)
def test_a_url_holds_its_day(url: str) -> None:
    assert url_date(url) == DAY


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://berita.example.com/2021/12/bnnp-gorontalo",
        "https://berita.example.com/d-5873421/bnnp-gorontalo",
        "https://berita.example.com/2021/13/28/bnnp-gorontalo",
        "https://berita.example.com/2021/12/28/2021/12/29",
        "https://berita.example.com/?tanggal=2021/12/28",
        "https://berita.example.com/berita-118-klien-dari-100-klien",
    ],
    ids=["nothing", "month", "number", "no-such-month", "two-days", "query", "slug"],
)
def test_a_url_without_its_one_day_gives_none(url: str) -> None:
    assert url_date(url) is None


@pytest.mark.parametrize(
    ("written", "loads"), [("2021-12-28", False), ("28 Des 2021", False), ("28 Agus 2021", False), ("28 Mrt 2021", True)]
)
def test_dateparser_is_loaded_for_rare_names_of_months_alone(written: str, loads: bool) -> None:  # noqa: FBT001
    script = (
        "import sys\nfrom bnnextract.reading.dates import parse_date\n"
        f"assert parse_date({written!r})\nprint('dateparser' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", script], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == (str(loads), "")
