"""Libraries that not every user needs: what to do where one is absent."""

from __future__ import annotations

from bnnextract.reading.inputs import UnreadableError


class MissingExtraError(UnreadableError):
    """An input whose form needs a library that is not installed; the message has the command that installs it."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} cannot be read yet; run: pip install 'bnnextract[{extra}]'", code="unsupported")
        self.extra = extra
