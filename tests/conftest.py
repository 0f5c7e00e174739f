"""What all tests share: properties are tried on the same cases everywhere, and nothing of the user's settings is heeded."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings
from program import ARTICLE

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

for name in list(os.environ):
    if name.startswith(("BNNEXTRACT_", "LC_")) or name in {"LANG", "LANGUAGE", "NO_COLOR", "FORCE_COLOR"}:
        del os.environ[name]
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["XDG_CONFIG_HOME"] = os.devnull


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with one good article, `a.txt`, and work in it."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path
