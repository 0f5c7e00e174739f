"""The languages that the program as installed speaks, and the catalogue of translations."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click
import polib
import pytest
from program import run
from translations import CATALOGUE, COMPILED, of_click, wanted

from bnnextract.cli import commands
from bnnextract.cli.language import language, texts

ENTRIES = list(polib.pofile(str(CATALOGUE)))


class TestCatalogue:
    def test_every_text_is_translated(self) -> None:
        translated = {entry.msgid for entry in ENTRIES if entry.translated()}
        assert sorted(set(wanted()) - translated) == [], "run `python tests/translations.py --write`, then translate"

    def test_nothing_is_left_over(self) -> None:
        known = wanted() | of_click()
        assert [entry.msgid for entry in ENTRIES if entry.msgid not in known] == []

    def test_plurals_go_with_their_singulars(self) -> None:
        known = wanted() | of_click()
        assert [entry.msgid for entry in ENTRIES if (entry.msgid_plural or None) != known[entry.msgid]] == []

    @pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.msgid[:40])
    def test_a_translation_names_what_the_text_names(self, entry: polib.POEntry) -> None:
        translation = entry.msgstr or entry.msgstr_plural[0]
        fields = set(re.findall(r"\{\w+", translation))
        assert fields <= set(re.findall(r"\{\w+", entry.msgid + (entry.msgid_plural or "")))
        if not entry.msgid_plural:
            assert fields == set(re.findall(r"\{\w+", entry.msgid))
        options = re.findall(r"(?<![\w-])--?[a-z][a-z-]*\b", entry.msgid)
        assert [option for option in options if option not in translation] == []

    def test_what_the_program_reads_is_compiled_from_it(self) -> None:
        compiled = {entry.msgid: (entry.msgstr, entry.msgstr_plural) for entry in polib.mofile(str(COMPILED))}
        assert compiled == {entry.msgid: (entry.msgstr, entry.msgstr_plural) for entry in ENTRIES}, (
            "run `python tests/translations.py --write`"
        )

    def test_click_s_words_are_among_it(self) -> None:
        assert len({entry.msgid for entry in ENTRIES} & set(of_click())) > 20


@pytest.mark.parametrize(
    ("arguments", "environment", "wanted"),
    [
        ([], {}, "en"),
        ([], {"LANG": "id_ID.UTF-8"}, "id"),
        ([], {"LANG": "id"}, "id"),
        ([], {"LC_ALL": "en_US.UTF-8", "LANG": "id_ID.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "id_ID", "LANG": "en_US"}, "id"),
        ([], {"LC_ALL": "", "LANG": "id_ID"}, "id"),
        ([], {"LANGUAGE": "id:en", "LANG": "en_US"}, "id"),
        ([], {"BNNEXTRACT_LANG": "en", "LANG": "id_ID"}, "en"),
        (["--lang", "id"], {}, "id"),
        (["extract", "--lang=id", "a.txt"], {"LANG": "en_US"}, "id"),
        (["extract", "--lang", "en"], {"LANG": "id_ID"}, "en"),
        (["extract", "--", "--lang", "id"], {}, "en"),
        (["extract", "--lang"], {}, "en"),
    ],
    ids=str,
)
def test_the_language_is_that_of_the_option_else_of_the_locale(
    arguments: list[str], environment: dict[str, str], wanted: str
) -> None:
    assert language(arguments, environment) == wanted


def _each(command: click.Command, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    inner = command.commands.items() if isinstance(command, click.Group) else ()
    return [path, *(found for name, one in inner for found in _each(one, (*path, name)))]


@pytest.mark.parametrize("command", _each(commands), ids=lambda path: " ".join(path) or "bnnextract")
def test_help_is_translated(command: tuple[str, ...]) -> None:
    indonesian = run(*command, "--help", "--lang", "id")
    assert (indonesian.returncode, indonesian.stderr) == (0, "")
    assert indonesian.stdout.startswith("Pemakaian: bnnextract ")
    assert {"Opsi:", "  Contoh:"} <= set(indonesian.stdout.splitlines())
    shown, english = " ".join(indonesian.stdout.split()), " ".join(run(*command, "--help").stdout.split())
    left = [text for text in texts(commands) if len(text) > 20 and " ".join(text.split())[:40] in shown]
    assert left == []
    assert shown.partition(" Contoh: ")[2] == english.partition(" Examples: ")[2]


@pytest.mark.usefixtures("folder")
class TestSpeaking:
    indonesian = os.environ | {"LC_ALL": "id_ID.UTF-8"}

    @pytest.mark.parametrize(
        "arguments", [["extract"], ["extract", "-f", "csv", "-j2"], ["explain"], ["columns"]], ids=" ".join
    )
    def test_the_output_is_the_same_in_both(self, arguments: list[str]) -> None:
        Path("a.jsonl").write_text(
            '{"isi": "Pada 2024 BNN Kota Cilegon merehabilitasi 118 klien.", "kategori": "x"}\n', encoding="utf-8"
        )
        assert run(*arguments, "a.jsonl", env=self.indonesian).stdout == run(*arguments, "a.jsonl").stdout

    def test_what_the_run_came_to(self) -> None:
        lines = "".join('{"text": "Cuaca cerah."}\n' for _ in range(1100))
        Path("many.jsonl").write_text(lines, encoding="utf-8")
        done = run("extract", "a.txt", "many.jsonl", "none.txt", env=self.indonesian)
        closing = "1.101 artikel dibaca: 1 berisi statistik, 1.100 tidak; 1 statistik; 1 masukan dilewati ("
        assert done.stderr.splitlines()[-1].startswith(closing)

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (["extract"], "Galat: tidak ada yang dibaca; berikan berkas, folder, atau - untuk masukan standar"),
            (["extract", "a.txt", "--output", "out.docx"], "Galat: 'out.docx' tidak menunjukkan bentuk keluaran"),
            (["extract", "a.txt", "-o", "none/out.csv"], "none/out.csv: No such file or directory; tidak ada yang ditulis"),
            (["extract", "a.txt", "--map", "isi"], "dengan FIELD salah satu dari text, title, url, published atau id"),
            (["extract", "a.txt", "--unheard"], "Galat: Tidak ada opsi '--unheard'."),
            (["extract", "a.txt", "--format", "xml"], "Galat: Nilai '-f' / '--format' tidak sah: 'xml' bukan salah satu dari"),
            (["extract", "a.txt", "--config", "none.toml"], "Galat: Nilai '--config' tidak sah: Berkas 'none.toml' tidak ada."),
            (["extract", "a.txt", "--patterns", "none"], "tidak sah: Folder 'none' tidak ada."),
            (["columns"], "Galat: Kurang argumen 'FILE'."),
            (["patterns", "show", "none-such"], "Galat: tidak ada pola bernama 'none-such'; mungkin maksudnya"),
        ],
        ids=lambda value: " ".join(value) if isinstance(value, list) else "",
    )
    def test_what_was_asked_wrongly(self, arguments: list[str], told: str) -> None:
        done = run(*arguments, env=self.indonesian)
        assert (done.returncode, done.stdout) == (2, "")
        assert told in done.stderr
        assert "Error" not in done.stderr

    def test_a_language_that_it_does_not_speak(self) -> None:
        done = run("extract", "a.txt", "--lang", "fr")
        assert (done.returncode, done.stdout) == (2, "")
        assert "'fr' is not one of 'en', 'id'" in done.stderr

    def test_other_locales_have_english(self) -> None:
        assert run("--help", env=os.environ | {"LC_ALL": "fr_FR.UTF-8"}).stdout == run("--help").stdout
