"""The numbers of README's table of accuracy, and how Indonesian writes them."""

from __future__ import annotations

import re

_TABLE = re.compile(r"^<!-- accuracy -->\n(.*?)^<!-- /accuracy -->$", re.MULTILINE | re.DOTALL)
_NUMBER = re.compile(r"(?<!\w)\d+(?:[.,]\d+)*")

# The signs in numbers: English on the left, Indonesian on the right.
_SIGNS = str.maketrans(".,", ",.")


def numbers(text: str) -> list[str]:
    """Give the numbers of a text as they are written: 1,204 and 0.85."""
    return _NUMBER.findall(text)


def in_indonesian(number: str) -> str:
    """Give a number with the signs that Indonesian puts between thousands and before decimals: 1.204 and 0,85."""
    return number.translate(_SIGNS)


def with_accuracy_of(original: str, translation: str) -> str:
    """Give a translation of README with the numbers of the original's table of accuracy under its own words."""
    (table,), (translated,) = _TABLE.findall(original), _TABLE.findall(translation)
    new = [in_indonesian(number) for number in numbers(table)]
    if len(new) != len(numbers(translated)):
        raise SystemExit("the table of accuracy has not the same rows in its translation; add them there, then try again")
    given = iter(new)
    return _TABLE.sub(lambda found: _NUMBER.sub(lambda _: next(given), found[0]), translation)
