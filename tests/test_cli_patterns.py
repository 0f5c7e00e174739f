"""`bnnextract patterns` as installed, and patterns of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from program import rows, run

pytestmark = pytest.mark.usefixtures("folder")


class TestPatterns:
    def test_list_has_kind_name_and_summary(self) -> None:
        done = run("patterns", "list", "--kind", "indicator")
        assert done.returncode == 0
        assert any(line.split()[:2] == ["indicator", "rehabilitasi.klien"] for line in done.stdout.splitlines())

    def test_show_gives_the_pattern_as_written(self) -> None:
        done = run("patterns", "show", "rehabilitasi.klien")
        assert done.returncode == 0
        assert done.stdout.startswith("# indicator, ")
        assert "name: rehabilitasi.klien" in done.stdout

    def test_check_of_the_shipped_patterns_finds_nothing(self) -> None:
        done = run("patterns", "check")
        assert (done.returncode, done.stdout.endswith("patterns hold\n"), done.stderr) == (0, True, "")

    def test_list_of_all_has_every_kind(self) -> None:
        kinds = {line.split()[0] for line in run("patterns", "list").stdout.splitlines()}
        assert kinds >= {"furniture", "numeral", "unit", "bound", "period", "office", "indicator", "part", "veto"}


CAMPAIGNS = """\
- name: lainnya.kampanye
  counts: campaigns
  units: [kegiatan]
  names: [kampanye jalan sehat]
  examples:
    - {text: BNNP Riau menggelar 4 kegiatan kampanye jalan sehat., value: 4}
  rejects:
    - BNNP Riau mengungkap 4 kasus.
"""
STRIKE = """\
- name: strike
  pattern: '{veto_count} mogok'
  triggers: [mogok]
  examples:
    - {text: Di BNNP Riau 3 klien mogok., gives: {veto: '3'}}
  rejects:
    - BNNP Riau melayani 3 klien.
"""
PROMOTION = """\
- name: promotion
  words: [ayo]
  pattern: '^ayo ikut lomba'
  reach: line
  examples:
    - Ayo ikut lomba bulan ini
  rejects:
    - BNNP Riau melayani 3 klien.
"""


def own(text: str, name: str) -> Path:
    """Write a pattern file into the folder `own`."""
    path = Path("own") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


class TestOwnPatterns:
    @pytest.mark.parametrize(
        ("name", "text", "told"),
        [
            pytest.param(
                "indicators/own.yaml",
                CAMPAIGNS.replace("examples:", "exmples:"),
                ":5:3: unknown key 'exmples'",
                id="unknown key",
            ),
            pytest.param("indicators/own.yaml", CAMPAIGNS * 2, ":9:3: the name 'lainnya.kampanye'", id="name twice"),
            pytest.param(
                "indicators/own.yaml",
                CAMPAIGNS.replace("lainnya.", "lainya."),
                ":1:9: unknown group 'lainya'; known are: ",
                id="unknown group",
            ),
            pytest.param(
                "indicators/own.yaml",
                CAMPAIGNS.replace("[kampanye jalan sehat]", "[kampanye, '']"),
                ":4:21: an item of the list is empty",
                id="empty phrase",
            ),
            pytest.param(
                "vetoes.yaml",
                STRIKE.replace(" mogok'", " (mogok'"),
                ":2:12: no valid regular expression: missing )",
                id="bad expression",
            ),
            pytest.param(
                "vetoes.yaml", STRIKE.replace("{veto_count}", "{vet}"), ":2:12: unknown slot {vet}; ", id="unknown slot"
            ),
            pytest.param(
                "vetoes.yaml",
                STRIKE.replace("    - BNNP Riau melayani 3 klien.\n", "").replace("rejects:", "rejects: []"),
                ":1:3: 'strike' has no rejects; write at least one",
                id="no reject",
            ),
            pytest.param(
                "furniture.yaml",
                PROMOTION.replace("[ayo]", "[ayo, ikut lomba]"),
                ":2:10: 'ikut lomba' is no single word in lower case, so that no line has it; write one of its words",
                id="two words",
            ),
            pytest.param("vetoes.yaml", "name: strike\n", ":1:1: a list of entries is wanted", id="no list"),
            pytest.param("vetoes.yaml", "- {name: strike\n", ":2:1: not valid YAML", id="no YAML"),
            pytest.param(
                "place-names.yaml",
                "names: {'9999': [Kota Baja]}\n",
                ":1:9: no region has the code '9999'",
                id="no region",
            ),
            pytest.param("veto.yaml", STRIKE, ":1:1: no name of a pattern file; did you mean 'vetoes.yaml'", id="no kind"),
            pytest.param("notes.txt", "", "own:1:1: no pattern file in it; known are: ", id="no pattern file"),
        ],
    )
    @pytest.mark.parametrize("command", ["patterns check", "patterns list", "extract a.txt"])
    def test_a_slip_is_told_in_one_line(self, command: str, name: str, text: str, told: str) -> None:
        path = own(text, name)
        done = run(*command.split(), "--patterns", "own")
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
        assert done.stderr.startswith(f"{path}{told}" if told.startswith(":") else told)

    def test_an_example_that_does_not_hold_is_told_with_its_place(self) -> None:
        path = own(STRIKE.replace("'3'", "'4'"), "vetoes.yaml")
        done = run("patterns", "check", "--patterns", "own")
        assert (done.returncode, done.stderr) == (1, "")
        line = next(line for line in done.stdout.splitlines() if line.startswith(f"{path}:"))
        assert line == (f"{path}:5:7: example of 'strike': “Di BNNP Riau 3 klien mogok.” gives veto 3, not veto 4")

    def test_a_new_indicator_is_listed_shown_checked_and_found(self) -> None:
        path = own(CAMPAIGNS, "indicators/own.yaml")
        options = ["--patterns", "own"]
        listed = run("patterns", "list", "--kind", "indicator", *options).stdout
        assert "lainnya.kampanye" in listed
        assert "rehabilitasi.klien" in listed
        shown = run("patterns", "show", "lainnya.kampanye", *options).stdout
        assert shown == f"# indicator, {path}:1\n{CAMPAIGNS}"
        assert str(path) not in run("patterns", "check", *options).stdout
        text = "Sepanjang 2023 BNNP Riau menggelar 7 kegiatan kampanye jalan sehat."
        with_it, without = (
            [(row["indicator"], row["value"]) for row in rows(run("extract", "-f", "jsonl", "-", *more, stdin=text).stdout)]
            for more in (options, [])
        )
        assert with_it == [("lainnya.kampanye", 7)]
        assert ("lainnya.kampanye", 7) not in without

    def test_a_new_name_of_an_office_is_found(self) -> None:
        own("names: {'3672': [Kota Baja]}\n", "place-names.yaml")
        text = "Sepanjang 2023 BNN Kota Baja merehabilitasi 9 klien."
        (row,) = rows(run("extract", "-f", "jsonl", "-", "--patterns", "own", stdin=text).stdout)
        assert (row["office"], row["value"]) == ("BNN Kota Cilegon", 9)

    @pytest.mark.parametrize(
        "pattern",
        [r"{veto_count} \p{Ll}+", "{veto_count} (?:mogk){e<=1}", "{veto_count} (?(?=m)mogok|absen)"],
        ids=["property", "fuzzy", "conditional"],
    )
    def test_a_construction_may_be_any_regular_expression_that_the_library_knows(self, pattern: str) -> None:
        text = "BNNP Riau merehabilitasi 3 klien mogok."
        assert rows(run("extract", "-f", "jsonl", "-", stdin=text).stdout)
        own(STRIKE.replace("{veto_count} mogok", pattern), "vetoes.yaml")
        done = run("extract", "-f", "jsonl", "-", "--patterns", "own", stdin=text)
        assert (done.returncode, rows(done.stdout), "Traceback" in done.stderr) == (0, [], False)

    @pytest.mark.parametrize(
        "numeral", [r"\p{N}{2}7", "(?:3[0-9]9){e<=1}", "[[:digit:]]{3}"], ids=["property", "fuzzy", "class"]
    )
    def test_a_number_may_be_told_by_any_of_them_too(self, numeral: str) -> None:
        text = "Klien BNNK Batu pada 2023: 357."
        assert rows(run("extract", "-f", "jsonl", "-", stdin=text).stdout)
        examples = "examples: [{text: Klien 357., gives: {veto: '357'}}]\n  rejects: [Klien 40 orang.]"
        own(f"- name: own-codes\n  numeral: '{numeral}'\n  {examples}\n", "number-vetoes.yaml")
        done = run("extract", "-f", "jsonl", "-", "--patterns", "own", stdin=text)
        assert (done.returncode, rows(done.stdout)) == (0, [])

    def test_a_word_of_a_list_is_taken_as_it_is_written(self) -> None:
        own("- {name: targetnya, words: ['(target']}\n", "vocabulary.yaml")
        text = "Sepanjang 2023 BNNP Riau merehabilitasi 12 klien, naik dari 9 klien pada 2022."
        done = run("extract", "-f", "jsonl", "-", "--patterns", "own", stdin=text)
        assert (done.returncode, rows(done.stdout)[0]["value"]) == (0, 12)

    def test_an_entry_of_a_shipped_name_replaces_it(self) -> None:
        shipped = run("patterns", "show", "rehabilitasi.rawat_jalan").stdout
        changed = "".join(f"{line}\n" for line in shipped.splitlines()[1:]).replace("out-patients", "day patients")
        path = own(changed, "indicators/own.yaml")
        shown = run("patterns", "show", "rehabilitasi.rawat_jalan", "--patterns", "own").stdout
        assert shown == f"# indicator, {path}:1\n{changed}"

    def test_of_two_folders_the_later_one_counts(self) -> None:
        own(STRIKE, "vetoes.yaml")
        Path("own").rename("first")
        path = own(STRIKE.replace("mogok", "absen"), "vetoes.yaml")
        shown = run("patterns", "show", "strike", "--patterns", "first", "--patterns", "own").stdout
        assert shown.startswith(f"# veto, {path}:1\n")
        assert "mogok" not in shown
