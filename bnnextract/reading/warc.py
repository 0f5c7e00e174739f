"""Web archives (WARC, WARC.gz) to pages, by FastWARC, from the extra `warc`.

Pages are the answers of servers that are HTML and no error; requests, pictures and notes of the crawler are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO

from bnnextract.extras import missing
from bnnextract.reading import limits
from bnnextract.reading.inputs import UnreadableError

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class WarcPage:
    """One page of an archive: where and when (UTC, ISO) it was fetched, and its bytes, as a browser would have them.

    `number` is that of its record, from 1, all kinds counted. Where the record cannot be read, `problem` tells why and
    what to do, and the bytes are none.
    """

    url: str | None
    date: str | None
    payload: bytes
    number: int
    problem: str | None = None


def read_warc(stream: BinaryIO) -> Iterator[WarcPage]:
    """Give the pages of an archive as they come; bodies that were sent in chunks or compressed are expanded.

    Raises UnreadableError where FastWARC is not installed.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        raise UnreadableError(missing("a web archive", "warc"), code="unsupported") from None
    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream, parse_http=False), 1):
            got, page = 0, None
            if record.record_type == WarcRecordType.response and record.is_http:
                body = record.reader.read(limits.LARGEST + 1)
                got, page = len(body), _page(record, number, body)
            # The standard asks for a length in every record; one without was cut off in its headers.
            if "Content-Length" not in record.headers or got + record.reader.consume() < record.content_length:
                yield _failed(record, number, "cut short; get the archive again")
            elif page is not None:
                yield page
    except OSError as error:
        yield WarcPage(None, None, b"", number + 1, f"{_clause(error)}; nothing after it was read, get the archive again")


def _page(record: WarcRecord, number: int, body: bytes) -> WarcPage | None:
    """Give the page of an HTTP answer; None where it is none."""
    # Read apart from the archive: a body that does not keep its promises would take the records after it along.
    sent = _answer(body, decoded=False)
    if sent is None or not _is_page(sent):
        return None
    try:
        answer = _answer(body, decoded=True)
        payload = b"" if answer is None else answer.reader.read(limits.LARGEST + 1)
    except OSError as error:
        # Crawlers store some bodies expanded under the header of the compressed one.
        payload = sent.reader.read()
        if not payload.lstrip().startswith(b"<"):
            return _failed(record, number, f"{_clause(error)}; the page was passed over")
    if max(len(body), len(payload)) > limits.LARGEST:
        return _failed(record, number, f"larger than the {limits.megabytes(limits.LARGEST)} that a page may have; passed over")
    return WarcPage(record.headers.get("WARC-Target-URI"), record.headers.get("WARC-Date"), payload, number)


def _failed(record: WarcRecord, number: int, problem: str) -> WarcPage:
    return WarcPage(record.headers.get("WARC-Target-URI"), record.headers.get("WARC-Date"), b"", number, problem)


def _answer(body: bytes, *, decoded: bool) -> Any:
    """Give the record of an HTTP answer's bytes, with its headers parsed; None where they are no such answer."""
    from fastwarc.warc import ArchiveIterator

    head = f"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: {len(body)}\r\n\r\n"
    record = head.encode() + body + b"\r\n\r\n"
    return next(iter(ArchiveIterator(BytesIO(record), auto_decode="all" if decoded else "none")), None)


def _is_page(answer: Any) -> bool:
    headers = answer.http_headers
    status = None if headers is None else headers.status_code
    return (answer.http_content_type or "").lower() in _HTML and (status is None or 200 <= status < 300)


def _clause(error: OSError) -> str:
    text = str(error).strip().rstrip(".") or "broken"
    return text[0].lower() + text[1:]
