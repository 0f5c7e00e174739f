"""Libraries that not every user needs: what to do where one is absent."""

from __future__ import annotations


def missing(what: str, extra: str) -> str:
    """Tell that something needs a library that is not installed, and the command that installs it."""
    return f"{what} needs a library that is not installed; run: pip install 'bnnextract[{extra}]'"
