from __future__ import annotations

import gzip
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path

import pytest

from bnnextract.reading import limits
from bnnextract.reading.inputs import UnreadableError
from bnnextract.reading.warc import WarcPage, read_warc

INPUTS = Path(__file__).parent / "inputs"
URL = "https://kabar.example.com/118"
DAY = "2024-01-03T02:11:00Z"
BODY = b"<html><p>BNNP Gorontalo merehabilitasi 118 klien.</p></html>"
PAGE = WarcPage(URL, DAY, BODY, 1)


@pytest.fixture(autouse=True)
def _fastwarc() -> None:
    pytest.importorskip("fastwarc", reason="reads web archives; comes with the extra warc")


def record(
    body: bytes = BODY,
    *more: str,
    kind: str = "text/html",
    status: str = "200 OK",
    length: int | None = None,
    type_: str = "response",
) -> bytes:
    """Give an archive's record of an HTTP answer."""
    http = "\r\n".join((f"HTTP/1.1 {status}", f"Content-Type: {kind}", *more, "", "")).encode() + body
    head = (
        "WARC/1.0",
        f"WARC-Type: {type_}",
        "WARC-Record-ID: <urn:uuid:655b60f3-35ad-4cf2-ba4b-124de4216edc>",
        f"WARC-Date: {DAY}",
        f"WARC-Target-URI: {URL}",
        "Content-Type: application/http; msgtype=response",
        f"Content-Length: {len(http) if length is None else length}",
        "\r\n",
    )
    return "\r\n".join(head).encode() + http + b"\r\n\r\n"


def chunked(body: bytes) -> bytes:
    return (
        b"".join(b"%x\r\n%s\r\n" % (len(body[at : at + 7]), body[at : at + 7]) for at in range(0, len(body), 7)) + b"0\r\n\r\n"
    )


def read(data: bytes) -> list[WarcPage]:
    return list(read_warc(BytesIO(data)))


@pytest.mark.parametrize("name", ["cc-news.warc", "cc-news.warc.gz"])
def test_the_pages_of_a_crawl_are_read_and_nothing_else_in_it(name: str) -> None:
    with (INPUTS / name).open("rb") as stream:
        [page] = read_warc(stream)
    assert page.url == "https://kabar.example.com/2023/12/28/bnnp-gorontalo-rehabilitasi-118-klien/?utm_source=rss"
    assert (page.date, page.number, page.problem) == (DAY, 7, None)
    assert page.payload == (INPUTS / "pages" / "detik.html").read_bytes()


@pytest.mark.parametrize(
    "written",
    [
        record(),
        record(kind="Text/HTML; charset=utf-8"),
        record(kind="application/xhtml+xml"),
        record(chunked(BODY), "Transfer-Encoding: chunked"),
        record(gzip.compress(BODY), "Content-Encoding: gzip"),
        record(zlib.compress(BODY), "Content-Encoding: deflate"),
        record(chunked(gzip.compress(BODY)), "Transfer-Encoding: chunked", "Content-Encoding: gzip"),
        record(BODY, "Content-Encoding: gzip"),
        record(BODY, "Transfer-Encoding: chunked"),
    ],
    ids=["plain", "charset", "xhtml", "chunked", "gzip", "deflate", "both", "stored-expanded", "stored-joined"],
)
@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
def test_a_page_is_given_as_a_browser_has_it_however_it_was_sent(written: bytes, pack: type[bytes]) -> None:
    assert read(pack(written) + pack(record())) == [PAGE, WarcPage(URL, DAY, BODY, 2)]


@pytest.mark.parametrize(
    "written",
    [
        record(kind="image/png"),
        record(status="404 Not Found"),
        record(status="301 Moved Permanently"),
        record(type_="request"),
        record(type_="revisit"),
        record(b"a" * 100_000, kind="video/mp4"),
    ],
    ids=["picture", "error", "redirect", "request", "revisit", "film"],
)
def test_what_is_no_page_is_passed_over(written: bytes) -> None:
    assert read(written + record()) == [WarcPage(URL, DAY, BODY, 2)]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (record(b"\x28\xb5\x2f\xfd", "Content-Encoding: zstd"), "passed over"),
        (record(b"118", "Content-Encoding: gzip"), "passed over"),
        (record(gzip.compress(bytes(limits.LARGEST + 1)), "Content-Encoding: gzip"), "larger than the 32 MB"),
        (record(b"<" + bytes(limits.LARGEST)), "larger than the 32 MB"),
    ],
    ids=["broken-zstd", "broken-gzip", "bomb", "large"],
)
def test_a_page_that_cannot_be_read_is_told_and_the_next_one_read(written: bytes, told: str) -> None:
    failed, after = read(written + record())
    assert failed.problem is not None
    assert told in failed.problem
    assert (failed.url, failed.payload, failed.number) == (URL, b"", 1)
    assert after == WarcPage(URL, DAY, BODY, 2)


@pytest.mark.parametrize("kept", range(5, len(record()) - 5, 40))
def test_an_archive_that_was_cut_short_says_so(kept: int) -> None:
    found = read(record() + record()[:kept])
    assert found[0] == PAGE
    assert len(found) == 2
    assert (found[1].problem or "").endswith("get the archive again")


def test_what_is_broken_in_an_archive_ends_it_and_is_told() -> None:
    packed = gzip.compress(record())
    found = read(packed + packed[:40] + bytes(40) + packed[80:] + packed)
    assert found[0] == PAGE
    assert len(found) == 2
    assert found[1].number == 2
    assert "nothing after it was read" in (found[1].problem or "")


def test_without_the_extra_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    with pytest.raises(UnreadableError, match=r"pip install 'bnnextract\[warc\]'$"):
        read(record())


def test_importing_the_module_loads_no_library() -> None:
    script = "import sys\nimport bnnextract.reading.warc\nassert 'fastwarc' not in sys.modules"
    subprocess.run([sys.executable, "-c", script], check=True)
