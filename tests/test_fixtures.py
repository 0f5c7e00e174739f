"""Every form that a scraper writes is read without options, and as the same article."""

from __future__ import annotations

import subprocess
import sys
from csv import DictReader
from datetime import date
from decimal import Decimal
from importlib.util import find_spec
from io import BytesIO, StringIO
from pathlib import Path
from typing import NamedTuple

import pytest
from inputs.story import PARAGRAPHS, TITLE, URL

from bnnextract import extract
from bnnextract.model import Article
from bnnextract.reading import ReadError, read_articles

INPUTS = Path(__file__).parent / "inputs"

DAY = date(2023, 12, 28)
FOUND = {
    ("rehabilitasi.rawat_jalan", Decimal(118), Decimal(100)),
    ("pemberantasan.kasus", Decimal(12), None),
    ("pemberantasan.tersangka", Decimal(17), None),
    ("pemberantasan.barang_bukti", Decimal("431.5"), None),
}


class Told(NamedTuple):
    """What a form tells besides the text."""

    title: str | None = TITLE
    url: str | None = URL
    day: date | None = DAY
    day_from: str | None = "metadata"
    articles: int = 1
    before: str = ""
    needs: str | None = None


FORMS = {
    "cc-news.warc": Told(url=f"{URL}?utm_source=rss", day_from="page", needs="fastwarc"),
    "cc-news.warc.gz": Told(url=f"{URL}?utm_source=rss", day_from="page", needs="fastwarc"),
    "fundus.json": Told(url=None),
    "hf.json": Told(),
    "news-please.json": Told(),
    "news-watch.csv": Told(),
    "news-watch.json": Told(),
    "news-watch.jsonl": Told(),
    "news-watch.xlsx": Told(),
    "newspaper4k.csv": Told(),
    "newspaper4k.json": Told(),
    "pages/antara.html": Told(day_from="page", needs="trafilatura"),
    "pages/detik.html": Told(day_from="page", needs="trafilatura"),
    "pages/wordpress.html": Told(day_from="page", needs="trafilatura"),
    "scrapy-twice.json": Told(articles=2),
    "scrapy.csv": Told(),
    "scrapy.json": Told(),
    "scrapy.jsonl": Told(),
    "scrapy.xml": Told(),
    "siaran-pers.txt": Told(title=None, url=None, day_from="dateline", before="GORONTALO, 28 Desember 2023 - "),
    "skrip-excel.csv": Told(),
    "skrip.csv": Told(),
    "skrip.json": Told(),
    "skrip.tsv": Told(),
    "trafilatura-bare.json": Told(title=None, url=None, day_from="dateline"),
    "trafilatura-folder.jsonl": Told(articles=2),
    "trafilatura-tei.xml": Told(),
    "trafilatura.csv": Told(),
    "trafilatura.html": Told(day_from="page", needs="trafilatura"),
    "trafilatura.json": Told(),
    "trafilatura.md": Told(),
    "trafilatura.txt": Told(),
    "trafilatura.xml": Told(),
    "wordpress.json": Told(),
}
WITHOUT_TEXT = ("gdelt.csv", "gdelt.json")


@pytest.fixture(params=FORMS)
def name(request: pytest.FixtureRequest) -> str:
    """Give the name of each file in turn."""
    wanted: str = request.param
    needs = FORMS[wanted].needs
    if needs is not None and not (find_spec(needs) and find_spec("trafilatura")):
        pytest.skip(f"read with {needs}, which comes with an extra")
    return wanted


def read(path: Path | str, stdin: bytes = b"") -> list[Article]:
    found = list(read_articles([str(path)], BytesIO(stdin)))
    assert not [error for error in found if isinstance(error, ReadError)]
    return [article for article in found if isinstance(article, Article)]


def check(articles: list[Article], told: Told) -> None:
    assert len(articles) == told.articles
    assert len({article.id for article in articles}) == told.articles
    for article in articles:
        assert (article.title, article.url) == (told.title, told.url)
        assert (article.published, article.published_from) == (told.day, told.day_from)
        lines = [line for line in article.text.splitlines() if line]
        assert lines == [told.before + PARAGRAPHS[0], *PARAGRAPHS[1:]]


def test_every_file_is_expected_to_be_something() -> None:
    made = {path.relative_to(INPUTS).as_posix() for path in INPUTS.rglob("*") if path.is_file()}
    made -= {"README.md", "make.py", "spider.py", "story.py"}
    assert {path for path in made if "__pycache__" not in path} == {*FORMS, *WITHOUT_TEXT}


def test_a_form_is_read_as_the_article(name: str) -> None:
    check(read(INPUTS / name), FORMS[name])


def test_a_form_is_known_by_its_content_alone(name: str) -> None:
    told = FORMS[name]
    check(read("-", (INPUTS / name).read_bytes()), told)


def test_a_form_gives_the_statistics_of_the_article(name: str) -> None:
    for article in read(INPUTS / name):
        found = extract(article.text, title=article.title, url=article.url, published=article.published)
        assert {(statistic.indicator, statistic.value, statistic.target) for statistic in found} == FOUND
        assert {statistic.office and statistic.office.name for statistic in found} == {"BNN Provinsi Gorontalo"}


@pytest.mark.parametrize("name", WITHOUT_TEXT)
def test_a_list_of_addresses_is_said_to_hold_no_text(name: str) -> None:
    [found] = read_articles([str(INPUTS / name)], BytesIO())
    assert isinstance(found, ReadError)
    assert "no article text" in str(found)


def test_the_program_reads_a_folder_of_all_of_them(tmp_path: Path) -> None:
    files = [name for name, told in FORMS.items() if told.needs is None] + list(WITHOUT_TEXT)
    for file in files:
        (tmp_path / file).write_bytes((INPUTS / file).read_bytes())
    command = [sys.executable, "-m", "bnnextract", "extract", "--format", "csv", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    told = [line.split(": ")[0] for line in done.stderr.splitlines() if line.startswith(str(tmp_path))]
    assert told == [str(tmp_path / file) for file in WITHOUT_TEXT]
    assert done.returncode == 2
    rows = list(DictReader(StringIO(done.stdout)))
    assert len(rows) == len(FOUND) * sum(told.articles for told in FORMS.values() if told.needs is None)
    assert {row["published"] for row in rows} == {"2023-12-28"}
