from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bnnextract.knowledge.gazetteer import load_gazetteer
from bnnextract.stages.found.offices import OfficeMention, find_offices
from bnnextract.stages.found.resolution import Resolution, resolve_offices
from bnnextract.tokens import Tokens, lower, tokenise

GAZETTEER = load_gazetteer([Path(__file__).parent.parent / "patterns"])


def find(text: str) -> tuple[OfficeMention, ...]:
    return find_offices(text, tokenise(lower(text)), GAZETTEER)


def told(mention: OfficeMention) -> tuple[str, ...]:
    if mention.codes:
        return tuple(GAZETTEER.office_of(code).name for code in mention.codes)
    return (f"{mention.kind} {mention.level or ''}".strip(),)


def read(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(text[mention.span.start : mention.span.end], told(mention)) for mention in find(text)]


def resolve(text: str) -> list[Resolution]:
    tokens: Tokens = tokenise(lower(text))
    places, seats = GAZETTEER.find_places(text, tokens), GAZETTEER.find_seats(text, tokens)
    return list(resolve_offices(find_offices(text, tokens, GAZETTEER), GAZETTEER, places, seats))


def codes(text: str) -> list[str | None]:
    return [resolution.code for resolution in resolve(text)]


@pytest.mark.parametrize(
    ("text", "mention", "offices"),
    [
        ("Kepala BNN RI hadir", "BNN RI", ("BNN RI",)),
        ("di BNN pusat, Jakarta", "BNN pusat", ("BNN RI",)),
        (
            "Badan Narkotika Nasional Republik Indonesia (BNN RI) hadir",
            "Badan Narkotika Nasional Republik Indonesia (BNN RI)",
            ("BNN RI",),
        ),
        ("Badan Narkotika Nasional (BNN) RI hadir", "Badan Narkotika Nasional (BNN) RI", ("BNN RI",)),
        (
            "oleh Badan Narkotika Nasional Provinsi (BNNP) Sulawesi Tenggara (Sultra) kemarin",
            "Badan Narkotika Nasional Provinsi (BNNP) Sulawesi Tenggara (Sultra)",
            ("BNN Provinsi Sulawesi Tenggara",),
        ),
        (
            "Badan Narkotika Nasional Provinsi Nusa Tenggara Timur (BNNP NTT) telah",
            "Badan Narkotika Nasional Provinsi Nusa Tenggara Timur (BNNP NTT)",
            ("BNN Provinsi Nusa Tenggara Timur",),
        ),
        (
            "Badan Narkotika Nasional Propinsi Kepulauan Riau (BNNP Kepri) telah",
            "Badan Narkotika Nasional Propinsi Kepulauan Riau (BNNP Kepri)",
            ("BNN Provinsi Kepulauan Riau",),
        ),
        (
            "Badan Narkotika Nasional (BNNP Babel) telah",
            "Badan Narkotika Nasional (BNNP Babel)",
            ("BNN Provinsi Kepulauan Bangka Belitung",),
        ),
        (
            "Badan Narkotika Nasional (BNN) Kabupaten Gresik telah",
            "Badan Narkotika Nasional (BNN) Kabupaten Gresik",
            ("BNN Kabupaten Gresik",),
        ),
        (
            "Badan Narkotika Nasional Kota (BNNK) Solo telah",
            "Badan Narkotika Nasional Kota (BNNK) Solo",
            ("BNN Kota Surakarta",),
        ),
        ("BNNP SUMUT UNGKAP", "BNNP SUMUT", ("BNN Provinsi Sumatera Utara",)),
        ("BNNP DKI Jakarta", "BNNP DKI Jakarta", ("BNN Provinsi DKI Jakarta",)),
        ("BNNP DIY", "BNNP DIY", ("BNN Provinsi DI Yogyakarta",)),
        (
            "BNN Provinsi Daerah Istimewa Yogyakarta",
            "BNN Provinsi Daerah Istimewa Yogyakarta",
            ("BNN Provinsi DI Yogyakarta",),
        ),
        ("BNN Kota Kotamobagu", "BNN Kota Kotamobagu", ("BNN Kota Kotamobagu",)),
        ("BNN Kota Baru", "BNN Kota Baru", ("BNN Kabupaten Kotabaru",)),
        ("BNN Bandung Barat", "BNN Bandung Barat", ("BNN Kabupaten Bandung Barat",)),
        ("BNN Papua Barat Daya", "BNN Papua Barat Daya", ("BNN Provinsi Papua Barat Daya",)),
        ("BNN Batu mengungkap", "BNN Batu", ("BNN Kota Batu",)),
        ("BNNK Buru menangani", "BNNK Buru", ("BNN Kabupaten Buru",)),
        ("BNN Gorontalo", "BNN Gorontalo", ("BNN Provinsi Gorontalo", "BNN Kabupaten Gorontalo", "BNN Kota Gorontalo")),
        ("BNN setempat", "BNN", ("bare",)),
        ("Kepala BNN Heru Winarko", "BNN", ("bare",)),
        ("BNN Buru Bandar Sabu", "BNN", ("bare",)),
        ("BNN batu", "BNN", ("bare",)),
        ("kantor BNN,\nBatam", "BNN", ("bare",)),
        ("kantor BNN\nBatam", "BNN", ("bare",)),
        ("kantor BNN, Batam", "BNN", ("bare",)),
        ("BNN wilayah Jambi", "BNN", ("generic",)),
        ("Kepala BNNK AKBP Anu", "BNNK", ("bare kabkota",)),
        ("BNNP (bukan Polda) Riau", "BNNP", ("bare provinsi",)),
        ("Badan Narkotika Nasional Provinsi (BNNP", "Badan Narkotika Nasional Provinsi", ("bare provinsi",)),
        ("BNN (", "BNN", ("bare",)),
        ("BNN Kabupaten/Kota", "BNN Kabupaten/Kota", ("generic kabkota",)),
        ("Loka Rehabilitasi BNN Batam", "BNN Batam", ("generic",)),
    ],
    ids=lambda value: value.replace("\n", "|") if isinstance(value, str) else "",
)
def test_the_first_mention_is_the_whole_chain(text: str, mention: str, offices: tuple[str, ...]) -> None:
    assert read(text)[0] == (mention, offices)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "BNK Sleman",
        "BPN Jabar",
        "BNPB",
        "BNPP menjaga",
        "Polda Riau",
        "Loka Deli Serdang",
        "Badan Narkotika Kabupaten Kutai Barat",
        "nasional narkotika",
        "(",
        "BNP",
    ],
)
def test_no_office_of_bnn_is_named(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("code", sorted(GAZETTEER.regions))
def test_every_office_is_found_by_its_canonical_name(code: str) -> None:
    name = GAZETTEER.office_of(code).name
    assert read(f"petugas {name} menyita") == [(name, (name,))]


def test_mentions_stand_apart() -> None:
    text = "BNNP Riau dan BNNK menyita sabu, disusul BNNK Dumai, BNN Kota Pekanbaru dan BNN RI."
    assert [words for words, _ in read(text)] == ["BNNP Riau", "BNNK", "BNNK Dumai", "BNN Kota Pekanbaru", "BNN RI"]


PIECES = [
    "BNN",
    "BNNP",
    "BNNK",
    "Badan",
    "Narkotika",
    "Nasional",
    "Provinsi",
    "Kota",
    "(",
    ")",
    "/",
    ",",
    "dan",
    "Riau",
    "Jambi",
    "RI",
    "Kab.",
    "\n",
    "4",
    "BNN-",
    "Loka",
    "Komjen",
    "bnn-riau",
]


@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from([" ", ""]))
def test_mentions_come_in_order_and_apart_whatever_the_text(words: Sequence[str], joint: str) -> None:
    text = joint.join(words)
    tokens = tokenise(lower(text))
    found = find_offices(text, tokens, GAZETTEER)
    for mention in found:
        assert mention.span == tokens.span(mention.first, mention.last)
        assert bool(mention.codes) == (mention.kind == "named")
    assert all(before.last <= after.first for before, after in pairwise(found))
    resolved = resolve_offices(found, GAZETTEER, GAZETTEER.find_places(text, tokens))
    assert [resolution.mention for resolution in resolved] == list(found)
    for mention, code, doubt in resolved:
        assert code is None or code == "00" or code in GAZETTEER.regions
        if mention.kind == "generic" and not all(other.house for other in found):
            assert (code, doubt) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BNNP Riau menyita sabu. Kata BNNP, 8 kasus.", ["14", "14"]),
        ("Kata BNNP, BNNP Riau menyita sabu.", ["14", "14"]),
        ("BNNP Riau, lalu BNNP Jambi. BNNP menangani 3 kasus.", ["14", "15", "15"]),
        ("BNNP Riau dan BNNK Dumai. BNNK menangani 3 kasus, BNNP lima.", ["14", "1472", "1472", "14"]),
        ("BNN Kota Cilegon bergerak. BNN menangani 3 kasus.", ["3672", "3672"]),
        ("Capaian BNN naik. BNN Kota Cilegon bergerak.", ["3672", "3672"]),
        ("BNN menangani 3 kasus di Jakarta.", ["00"]),
        ("Badan Narkotika Nasional (BNN) menggandeng BNNP Riau. BNN menyita sabu.", ["00", "14", "00"]),
        ("BNN RI menggandeng BNNP Riau. BNN menyita sabu.", ["00", "14", "00"]),
        ("BNNP Riau bergerak. Kepala BNN Komjen Pol Anu hadir. BNN punya target.", ["14", "00", "00"]),
        ("BNNP Riau bergerak. Secara nasional, BNN merawat 9 orang.", ["14", "00"]),
        ("BNN Kota Blitar merawat 3 klien. BNN Blitar punya klinik.", ["3572", "3572"]),
        ("BNN Kota Blitar 3 klien, BNNK Blitar 9 klien.", ["3572", "3505"]),
        ("BNNK Blitar merawat 3 klien dari Kabupaten Blitar.", ["3505"]),
        ("BNNK Blitar yang berkantor di Kanigoro merawat 3 klien. BNN Kota Blitar belum melapor.", ["3505", "3572"]),
        ("BNNK Blitar merawat 3 klien. Mereka tinggal di Kanigoro.", ["3505"]),
        ("BNN Jambi bersama BNNP Jambi.", ["15", "15"]),
        ("BNN Jambi atau BNN Kota Jambi.", ["1571", "1571"]),
        ("BNNK Banjar, Kalimantan Selatan.", ["6303"]),
        ("BNNK Mura, Sumsel", ["1605"]),
        ("BONTANG - Badan Narkotika Nasional (BNN) menguji 9 orang. BNN Kota Bontang lega.", ["6474", "6474"]),
        ("SURABAYA - Badan Narkotika Nasional (BNN) sibuk. BNNP Jawa Timur lega, BNN Kota Malang pun.", ["35", "35", "3573"]),
        ("JAKARTA - Badan Narkotika Nasional (BNN) menguji 9 orang. BNNP DKI Jakarta lega.", ["00", "31"]),
        ("BONTANG - Badan Narkotika Nasional (BNN) menguji 9 orang. BNN RI dan BNN Kota Bontang lega.", ["00", "00", "6474"]),
        ("empat BNNK dan BNN Kabupaten/Kota", [None, None]),
        ("", []),
    ],
    ids=lambda value: value or "empty" if isinstance(value, str) else "",
)
def test_an_article_settles_which_office_is_meant(text: str, expected: list[str | None]) -> None:
    assert codes(text) == expected
    assert all(resolution.doubt is None for resolution in resolve(text))


@pytest.mark.parametrize(
    ("text", "code", "doubt"),
    [
        ("BNNK Blitar merawat 3 klien.", "3505", "BNN Kabupaten Blitar or BNN Kota Blitar"),
        ("BNNK Jayapura menangani 3 kasus di Kota Jayapura.", "9103", "BNN Kabupaten Jayapura or BNN Kota Jayapura"),
        ("BNN Jambi merawat 3 klien.", "15", "BNN Provinsi Jambi or BNN Kota Jambi"),
        ("BNNK Mojokerto merawat 3 klien.", "3576", "BNN Kabupaten Mojokerto or BNN Kota Mojokerto"),
        ("BNNP merawat 3 klien.", None, "does not tell"),
        ("BNNP merawat 3 klien dari Kota Pekanbaru.", "14", "taken from the place"),
        ("BNNK setempat merawat 3 klien dari Kota Pekanbaru.", "1471", "taken from the place"),
        ("BNNP merawat 3 klien bersama BNNK Dumai.", "14", "province of the office"),
    ],
)
def test_what_the_article_leaves_open_is_a_doubt(text: str, code: str | None, doubt: str) -> None:
    first = resolve(text)[0]
    assert first.code == code
    assert doubt in (first.doubt or "")


@pytest.mark.parametrize("bare", ["BNNK", "BNN"])
def test_a_bare_mention_has_the_doubt_of_the_office_that_it_takes_up(bare: str) -> None:
    named, taken_up = resolve(f"BNNK Blitar berulang tahun. {bare} merawat 3 klien.")
    assert taken_up.code == named.code
    assert taken_up.doubt == named.doubt
    assert named.doubt


def test_a_local_office_named_late_does_not_make_the_article_local() -> None:
    text = "BNN menyita sabu. " + "Warga lega mendengarnya. " * 40 + "Barang itu dikirim ke BNNP Riau. BNN lega."
    assert codes(text) == ["00", "14", "00"]
