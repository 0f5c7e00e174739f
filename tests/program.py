"""The program as installed, run in a folder of its own."""

from __future__ import annotations

import json
import re
import subprocess
import sys

PROGRAM = [sys.executable, "-m", "bnnextract"]
ARTICLE = "Sepanjang tahun 2024, BNN Kota Cilegon memberikan layanan rehabilitasi rawat jalan kepada 118 klien.\n"

_CLOSING = re.compile(r"(?:^|(?<=\n))[\d,]+ articles? read: .*\n\Z")


def run(*arguments: str, stdin: bytes | str = b"", **options: object) -> subprocess.CompletedProcess[str]:
    """Run the program to its end, with what it writes as text."""
    data = stdin.encode() if isinstance(stdin, str) else stdin
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": 120, **options}
    done = subprocess.run([*PROGRAM, *arguments], input=data, check=False, **options)  # type: ignore[call-overload]
    decoded = (None if output is None else output.decode() for output in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, *decoded)


def complaints(stderr: str) -> str:
    """Give what was told on standard error but for the line on what the run came to."""
    return _CLOSING.sub("", stderr)


def rows(output: str) -> list[dict[str, object]]:
    """Read JSON Lines."""
    return [json.loads(line) for line in output.splitlines()]


def article(name: str, text: str = ARTICLE) -> str:
    """Give an article as a line of JSON."""
    return json.dumps({"id": name, "text": text}) + "\n"
