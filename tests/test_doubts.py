"""What makes a statistic unsure, and what does not; one article a case."""

from __future__ import annotations

import pytest

from bnnextract import extract

# The first words of a doubt about the last figure of the text; "" where it is sure.
CASES = {
    "told with all it needs": ("Sepanjang 2021 BNNP Bali merehabilitasi 40 klien.", ""),
    "a part of what the sentence names": ("Sepanjang 2021 BNNP Bali merehabilitasi 40 klien, laki-laki 31 orang.", ""),
    "a group of which some are told": ("Sepanjang 2021 BNNP Bali menyita 4 kg sabu dari 12 kasus.", "may be only the group"),
    "the parts of what the sentence names": ("Sepanjang 2021 klien BNNP Bali terdiri dari 31 laki-laki.", ""),
    "what something fell from": ("Pada 2021 BNNP Bali memetakan 12 kawasan rawan, naik dari 10 kawasan pada 2020.", ""),
    "done on a day of a year told before": (
        "BNNP Bali menggelar operasi di Denpasar, Rabu (6/8/2025). Petugas menangkap tiga tersangka.",
        "",
    ),
    "done on a day of which no year is told": (
        "BNNP Bali menggelar operasi di Denpasar, Rabu (6/8). Petugas menangkap tiga tersangka.",
        "year",
    ),
    "another body that did it, too": ("Polda Bali dan BNNP Bali mengungkap 120 kasus sepanjang 2021.", "another body"),
    "what a hospital does": (
        "Pada 2021 BNNP Bali merawat 120 orang. RSJ Bangli merawat 60 pecandu.",
        "“RSJ Bangli” does",
    ),
    "a rise behind two figures": (
        "Pada 2021 BNNP Bali menyita 3 kg ganja dan 40 butir ekstasi, naik 20 persen dibanding 2020.",
        "what rose or fell",
    ),
    "the figures of another body told between": (
        "BNNP Bali mengungkap 40 kasus pada 2021.\n\nPolda Bali mengungkap 812 kasus.\n\nBarang bukti yang disita 30 kg sabu.",
        "police between",
    ),
    "weights that may be one": ("Sepanjang 2021 BNNP Bali menyita sabu seberat 2 kg dan 350 gram.", "may be one weight"),
    "what is to be done": ("Pada 2021 BNNP Bali akan menerbitkan 400 SKHPN.", "may only be planned"),
    "what is hoped for": ("Pada 2021 BNNP Bali menyebut 40 klien diusulkan menjalani rawat inap.", "may only be hoped"),
    "another figure of the same": (
        "Sepanjang 2021 BNNP Bali menerbitkan 400 SKHPN. Kemarin diterbitkan 12 SKHPN.",
        "another figure of the same",
    ),
    "gathered over years": ("Pada 2021 BNNP Bali menyebut selama ini 400 klien direhabilitasi.", "“selama ini”"),
    "another office named between": (
        "Sepanjang 2021 BNNP Bali bekerja keras. Pegawai BNNK Badung turut membantu.\n\nKasus yang diungkap 40 kasus.",
        "“BNNK Badung” between",
    ),
    "the office named only behind": (
        "Sepanjang 2021 sebanyak 40 kasus diungkap di Denpasar. Demikian kata Kepala BNNP Bali.",
        "no office is named",
    ),
}


@pytest.mark.parametrize(("text", "doubt"), CASES.values(), ids=CASES.keys())
def test_doubt(text: str, doubt: str) -> None:
    doubts = extract(text, published="2025-08-07")[-1].doubts
    assert any(told.startswith(doubt) for told in doubts) if doubt else not doubts, doubts
