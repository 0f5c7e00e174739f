"""`bnnextract columns`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from gettext import gettext as _
from io import BytesIO
from typing import TYPE_CHECKING

import click

from bnnextract.cli.config import config_option
from bnnextract.cli.shared import FAULT, examples, map_option, say, tell, terminal_options

if TYPE_CHECKING:
    from bnnextract.reading.preview import Preview

_WIDTH = 60


@click.command(epilog=examples("bnnextract columns berita.csv", "bnnextract columns berita.csv --map text=isi"))
@click.argument("path", metavar="FILE", type=click.Path(allow_dash=True))
@map_option
@config_option(but=("format",))
@terminal_options
def columns(path: str, mapping: dict[str, str]) -> int:
    """Show how FILE is read: its form, and which of its columns or keys hold what.

    It shows the first article, the key that each field of it comes from, and why the other keys are left. Where that is
    wrong, --map puts it right, here and for extract and explain. FILE is as for extract.
    """
    from bnnextract.reading import ReadError
    from bnnextract.reading.preview import preview

    found = preview(path, BytesIO() if sys.stdin is None else sys.stdin.buffer, mapping)
    if found is None or isinstance(found, ReadError):
        tell(str(found) if found else _("{path}: nothing in it to read; give a file with articles").format(path=path))
        return FAULT
    say("".join(f"{line}\n" for line in _lines(found)))
    if isinstance(found.article, ReadError):
        tell(str(found.article))
        return FAULT
    return 0


def _lines(found: Preview) -> Iterator[str]:
    from bnnextract.model import Article

    record = found.record
    yield f"{record.place.path}: {record.form}, {record.encoding}"
    article = found.article
    if isinstance(article, Article):
        day = article.published
        values = {
            "text": _short(article.text),
            "title": _short(article.title),
            "url": _short(article.url),
            "published": f"{day} (from the {_WHERE[article.published_from or '']})" if day else "-",
            "id": article.id,
        }
    else:
        values = dict.fromkeys(("text", "title", "url", "published", "id"), "-")
    rows = [(field, found.keys.get(field, "-"), value) for field, value in values.items()]
    width = max(len(key) for key in [*found.keys.values(), *found.ignored, "-"])
    if not found.keys and not found.ignored:
        yield from (f"  {field:9}  {value}" for field, _key, value in rows)
        return
    yield from (f"  {field:9}  {key:{width}}  {value}" for field, key, value in rows)
    if found.ignored:
        yield "not read"
        yield from (f"  {'':9}  {key:{width}}  {reason}" for key, reason in found.ignored.items())


_WHERE = {"metadata": "record", "page": "page", "dateline": "text", "url": "url"}


def _short(text: str | None) -> str:
    """Give the beginning of a text on one line."""
    if text is None:
        return "-"
    import json

    words = " ".join(text[: 4 * _WIDTH].split())
    shown = words if len(words) <= _WIDTH else words[: _WIDTH - 1] + "…"
    return json.dumps(shown, ensure_ascii=False)
