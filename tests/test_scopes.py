"""Whether a figure is of its office alone, with its branches, or joint with other bodies."""

from __future__ import annotations

import pytest

from bnnextract import extract


def scope(text: str, value: int) -> str | None:
    (found,) = [statistic for statistic in extract(text) if statistic.value == value]
    return found.scope


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Sepanjang 2024 BNNP Riau dan BNNK jajaran mengungkap 12 kasus narkotika.", "branches", id="dan BNNK jajaran"
        ),
        pytest.param(
            "Sepanjang 2024 BNNP Riau beserta BNNK kabupaten/kota mengungkap 12 kasus narkotika.",
            "branches",
            id="beserta BNNK kabupaten-kota",
        ),
        pytest.param(
            "Sepanjang 2024 BNNP Riau dan seluruh BNNK mengungkap 12 kasus narkotika.", "branches", id="dan seluruh BNNK"
        ),
        pytest.param("Sepanjang 2024 BNNP Riau dan jajaran mengungkap 12 kasus narkotika.", "branches", id="dan jajaran"),
        pytest.param(
            "Sepanjang 2024 BNNP Riau bersama jajarannya merehabilitasi 12 klien.", "branches", id="bersama jajarannya"
        ),
        pytest.param(
            "Sepanjang 2024 ada 12 kasus narkotika yang diungkap BNNP Riau dan jajaran.", "branches", id="behind the figure"
        ),
        pytest.param(
            "Sepanjang 2024 BNNP Riau bersama Bea Cukai mengungkap 12 kasus narkotika.", "joint", id="bersama another body"
        ),
        pytest.param("Sepanjang 2024 BNNP Riau bersama mitranya merehabilitasi 12 klien.", "joint", id="bersama partners"),
        pytest.param(
            "Sepanjang 2024 tim gabungan BNNP Riau dan Polda Riau mengungkap 12 kasus narkotika.", "joint", id="a joint team"
        ),
        pytest.param(
            "Sepanjang 2024 ada 12 kasus narkotika yang diungkap BNNP Riau bersama Bea Cukai.",
            "joint",
            id="another body, behind the figure",
        ),
        pytest.param("Sepanjang 2024 BNNP Riau sendiri mengungkap 12 kasus narkotika.", "own", id="sendiri"),
        pytest.param("Khusus BNNP Riau, sepanjang 2024 terungkap 12 kasus narkotika.", "own", id="khusus"),
    ],
)
def test_the_sentence_tells_it(text: str, told: str) -> None:
    assert scope(text, 12) == told


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sepanjang 2024 BNNP Riau mengungkap 12 kasus narkotika.", id="the office alone, unsaid"),
        pytest.param(
            "Sepanjang 2024 BNNP Riau mengungkap 12 kasus narkotika di jajaran pemerintah kota.", id="jajaran of others"
        ),
        pytest.param(
            "BNNP Riau dan jajaran bekerja sepanjang 2024. BNNP Riau mengungkap 12 kasus narkotika.", id="another sentence"
        ),
        pytest.param(
            "Sepanjang 2024 BNNP Riau mengungkap 12 kasus narkotika, sedangkan Polda Riau 300 kasus.", id="a clause of its own"
        ),
        pytest.param(
            "Kepala BNNP Riau bersama Kapolda Riau mengatakan ada 12 kasus narkotika sepanjang 2024.", id="those who say it"
        ),
        pytest.param("Sepanjang 2024 BNNK Dumai mengungkap 12 kasus narkotika.", id="below no one"),
        pytest.param("Sepanjang 2024 BNNK Dumai dan jajaran mengungkap 12 kasus narkotika.", id="no offices below"),
        pytest.param("BNNP Riau menyerahkan 12 berkas kepada Kejaksaan dan BNNK sepanjang 2024.", id="those who get it"),
    ],
)
def test_nothing_tells_it(text: str) -> None:
    assert scope(text, 12) is None


def test_a_total_and_the_office_s_own_part_are_told_apart() -> None:
    text = "Sepanjang 2024 BNNP Riau dan BNNK jajaran mengungkap 40 kasus narkotika, BNNP Riau sendiri mengungkap 12 kasus."
    assert (scope(text, 40), scope(text, 12)) == ("branches", "own")


def test_a_repetition_keeps_what_the_other_place_tells() -> None:
    text = "Sepanjang 2024 BNNP Riau mengungkap 12 kasus narkotika.\n\nKe-12 kasus itu banyak."
    more = "\n\nSepanjang 2024 BNNP Riau dan jajaran mengungkap 12 kasus narkotika."
    assert scope(text + more, 12) == "branches"
