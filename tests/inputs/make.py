"""Makes the files of this folder again, from the pages in `pages/`; README.md tells which tool needs what.

Run as `python tests/inputs/make.py hand`, or with `trafilatura`, `scrapy`, `news-watch` or `warc` where that is installed.
"""

from __future__ import annotations

import asyncio
import csv
import json
import subprocess
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from story import PARAGRAPHS, TEXT, TITLE, URL

HERE = Path(__file__).parent
PAGE = HERE / "pages" / "detik.html"
TOOLS = Path(sys.executable).parent


def trafilatura() -> None:
    """Run trafilatura's own command: each form, with metadata and without, of a page and of a folder."""
    forms = {
        "trafilatura.json": ["--json", "--with-metadata"],
        "trafilatura-bare.json": ["--json"],
        "trafilatura.csv": ["--csv", "--with-metadata"],
        "trafilatura.txt": ["--with-metadata"],
        "trafilatura.md": ["--markdown", "--with-metadata"],
        "trafilatura.xml": ["--xml", "--with-metadata"],
        "trafilatura-tei.xml": ["--xmltei", "--with-metadata"],
        "trafilatura.html": ["--html", "--with-metadata"],
    }
    for name, options in forms.items():
        with PAGE.open("rb") as page:
            done = subprocess.run([TOOLS / "trafilatura", *options], stdin=page, capture_output=True, check=True)
        (HERE / name).write_bytes(done.stdout)
    with TemporaryDirectory() as folder:
        for name in ("detik.html", "wordpress.html"):
            Path(folder, name).write_bytes((HERE / "pages" / name).read_bytes())
        options = ["--input-dir", folder, "--no-comments", "--json", "--with-metadata"]
        done = subprocess.run([TOOLS / "trafilatura", *options], capture_output=True, check=True)
    (HERE / "trafilatura-folder.jsonl").write_bytes(done.stdout)


def scrapy() -> None:
    """Run Scrapy's own command, and once more onto one file, which leaves two arrays in it."""
    page = (HERE / "pages" / "wordpress.html").as_uri()
    runs = ("scrapy.json", "scrapy.jsonl", "scrapy.csv", "scrapy.xml", "scrapy-twice.json", "scrapy-twice.json")
    for name in runs:
        (HERE / name).unlink(missing_ok=True)
    for name in runs:
        command = [TOOLS / "scrapy", "runspider", HERE / "spider.py", "-a", f"page={page}", "-o", HERE / name, "--nolog"]
        subprocess.run(command, check=True)


def news_watch() -> None:
    """Call news-watch's own writers, with the fields that its scrapers give."""
    from newswatch.main import write_csv, write_json, write_jsonl, write_xlsx

    async def write(writer: Any, path: Path) -> None:
        queue: asyncio.Queue[dict[str, object] | None] = asyncio.Queue()
        item: dict[str, object] = {
            "title": TITLE,
            "publish_date": datetime(2023, 12, 28, 14, 5),
            "author": "Redaksi",
            "content": TEXT,
            "keyword": "bnn",
            "category": "daerah",
            "source": "kabar",
            "link": URL,
        }
        await queue.put(item)
        await queue.put(None)
        await writer(queue, "bnn", path)

    for writer, ending in ((write_csv, "csv"), (write_json, "json"), (write_jsonl, "jsonl"), (write_xlsx, "xlsx")):
        asyncio.run(write(writer, HERE / f"news-watch.{ending}"))


def warc() -> None:
    """Write archives as crawlers do, by warcio: what was asked, and answers that are pages, pictures, copies, errors."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    page = PAGE.read_bytes()
    answers = [
        ("https://kabar.example.com/logo.png", "200 OK", "image/png", b"\x89PNG\r\n\x1a\n118"),
        ("https://kabar.example.com/hilang", "404 Not Found", "text/html", b"<html><body>118 klien</body></html>"),
        (f"{URL}?utm_source=rss", "200 OK", "text/html; charset=utf-8", page),
    ]
    for name, packed in (("cc-news.warc", False), ("cc-news.warc.gz", True)):
        with (HERE / name).open("wb") as stream:
            writer = WARCWriter(stream, gzip=packed)
            writer.write_record(writer.create_warcinfo_record(name, {"software": "warcio"}))
            for url, status, kind, body in answers:
                day = {"WARC-Date": "2024-01-03T02:11:00Z"}
                asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "kabar.example.com")], is_http_request=True)
                writer.write_record(writer.create_warc_record(url, "request", http_headers=asked, warc_headers_dict=dict(day)))
                headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
                writer.write_record(
                    writer.create_warc_record(
                        url, "response", payload=BytesIO(body), http_headers=headers, warc_headers_dict=dict(day)
                    )
                )


def hand() -> None:
    """Write what other tools and people's own scripts write, by the names and forms that they are known to use."""
    _json("newspaper4k.json", [_newspaper4k()])
    _json("news-please.json", _news_please())
    _json("fundus.json", [_fundus()])
    _json("gdelt.json", {"articles": [_gdelt()]})
    _json("wordpress.json", [_wordpress()])
    _json("hf.json", [{"id": 118, "url": URL, "date": "28 Dec 2023, 14:05 WIB", "title": TITLE, "content": TEXT}])
    _csv("newspaper4k.csv", _newspaper4k(), encoding="utf-8")
    _csv("gdelt.csv", _gdelt(), encoding="utf-8")
    _csv("skrip.csv", _script(), encoding="utf-8-sig")
    _csv("skrip-excel.csv", _script(), encoding="cp1252", delimiter=";")
    _csv("skrip.tsv", _script(), encoding="utf-8", delimiter="\t")
    _json("skrip.json", [_script()])
    dateline, rest = TEXT.split("\n", 1)
    (HERE / "siaran-pers.txt").write_text(f"GORONTALO, 28 Desember 2023 - {dateline}\n\n{rest}\n", encoding="utf-8")


def _newspaper4k() -> dict[str, object]:
    return {
        "url": URL,
        "read_more_link": "",
        "language": "id",
        "title": TITLE,
        "top_image": "",
        "meta_img": "",
        "images": [],
        "movies": [],
        "keywords": ["klien", "bnnp"],
        "authors": ["Redaksi"],
        "publish_date": "2023-12-28T14:05:00+07:00",
        "summary": "BNNP Gorontalo merehabilitasi 118 klien.",
        "meta_description": "",
        "meta_lang": "id",
        "canonical_link": URL,
        "text": "\n\n".join(PARAGRAPHS),
    }


def _news_please() -> dict[str, object]:
    return {
        "authors": ["Redaksi"],
        "date_download": "2026-11-22 03:00:00",
        "date_modify": "2023-12-30 08:00:00",
        "date_publish": "2023-12-28 14:05:00",
        "description": "None",
        "filename": "https%3A%2F%2Fkabar.example.com%2F.json",
        "image_url": None,
        "language": "id",
        "localpath": None,
        "source_domain": "kabar.example.com",
        "maintext": TEXT,
        "title": TITLE,
        "title_page": None,
        "title_rss": None,
        "url": URL,
    }


def _fundus() -> dict[str, object]:
    body = {"summary": [], "sections": [{"headline": [], "paragraphs": PARAGRAPHS}]}
    return {"topics": [], "body": body, "authors": ["Redaksi"], "title": TITLE, "publishing_date": "2023-12-28 14:05:00+07:00"}


def _gdelt() -> dict[str, object]:
    return {
        "url": URL,
        "url_mobile": "",
        "title": TITLE,
        "seendate": "20231229T011500Z",
        "socialimage": "",
        "domain": "kabar.example.com",
        "language": "Indonesian",
        "sourcecountry": "Indonesia",
    }


def _wordpress() -> dict[str, object]:
    content = "".join(f"\n<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS).replace("“", "&#8220;").replace("”", "&#8221;")
    return {
        "id": 11823,
        "date": "2023-12-28T14:05:00",
        "date_gmt": "2023-12-28T07:05:00",
        "guid": {"rendered": "https://kabar.example.com/?p=11823"},
        "modified": "2023-12-30T08:00:00",
        "modified_gmt": "2023-12-30T01:00:00",
        "slug": "bnnp-gorontalo-rehabilitasi-118-klien",
        "status": "publish",
        "type": "post",
        "link": URL,
        "title": {"rendered": TITLE},
        "content": {"rendered": content, "protected": False},
        "excerpt": {"rendered": "<p>BNNP Gorontalo merehabilitasi 118 klien [&hellip;]</p>\n", "protected": False},
        "author": 1,
    }


def _script() -> dict[str, object]:
    return {
        "judul": TITLE,
        "tanggal": "Kamis, 28 Des 2023 14:05 WIB",
        "portal": "kabar",
        "jurnalis": "Redaksi",
        "url": URL,
        "isi": TEXT,
        "waktu_scraping": "2026-11-22 03:00:00",
    }


def _json(name: str, value: object) -> None:
    (HERE / name).write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _csv(name: str, row: dict[str, object], encoding: str, delimiter: str = ",") -> None:
    with (HERE / name).open("w", encoding=encoding, newline="") as stream:
        writer = csv.DictWriter(stream, row, delimiter=delimiter)
        writer.writeheader()
        writer.writerow(row)


MAKERS = {"hand": hand, "news-watch": news_watch, "scrapy": scrapy, "trafilatura": trafilatura, "warc": warc}

if __name__ == "__main__":
    for asked in sys.argv[1:]:
        MAKERS[asked]()
