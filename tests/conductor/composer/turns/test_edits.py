"""What gives way, what joins and what is cleared in a turn, told by its words alone."""

from __future__ import annotations

import pytest

from conductor.composer.turns.edits import named, read_edit


def dropped(text: str) -> list[str]:
    return [text[start:end] for start, end in read_edit(text).dropped]


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("drop bergen, put trondheim", ["bergen"]),
        ("retire rennes, mets brest", ["rennes"]),
        ("pas ssp370, ssp245", ["ssp370"]),
        ("mid-century rather than end of century", ["end of century"]),
        ("avec cmcc-esm2 a la place de miroc6", ["miroc6"]),
        ("swap hmets for gr4j", ["hmets"]),
        ("remplace ssp245 par ssp585", ["ssp245"]),
        ("instead of rain use maximum temperature", ["rain"]),
        ("leave norway out", ["norway"]),
        ("no need for uganda", ["uganda"]),
        ("minus uganda", ["uganda"]),
        ("moins l'ouganda", ["l'ouganda"]),
        ("je n'ai plus besoin de l'ouganda", ["l'ouganda"]),
    ],
)
def test_what_gives_way(text: str, gone: list[str]) -> None:
    assert dropped(text) == gone


@pytest.mark.parametrize(
    "text",
    [
        "why not landsat", "passe a l'espagne", "without clouds", "sans nuages", "not more than 10 mm", "pas plus de 5", "pas de temps mensuel",
        "drop the threshold to 30", "change the period to 2041-2060", "not only in july", "minus 5 degrees", "moins cher", "j'ai besoin de la pluie",
    ],
)  # fmt: skip
def test_what_only_looks_like_it(text: str) -> None:
    assert dropped(text) == []


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("remove the cloud limit", {"cloud"}),
        ("enleve la limite de nuages", {"cloud"}),
        ("quelle que soit la couverture nuageuse", {"cloud"}),
        ("cloudy ones too", {"cloud"}),
        ("clouds don't matter", {"cloud"}),
        ("all year round", {"months"}),
        ("enleve la saison", {"months"}),
        ("with all the models", {"source_id"}),
        ("no filters", {"filters"}),
        ("without the baseline", {"reference"}),
        ("drop spain", set()),
    ],
)
def test_slots_cleared_by_name(text: str, slots: set[str]) -> None:
    assert read_edit(text).cleared == slots


def test_what_joins_stands_beside_what_replaces() -> None:
    text = "add algeria and make it ssp585"
    assert [text[start:end] for start, end in read_edit(text).joined] == ["algeria"]
    assert read_edit("add algeria").joined == ()


def test_a_limit_of_clouds_is_not_one_of_results() -> None:
    assert named("cloud limit") == {"cloud"} and named("the limit") == {"limit"}


def test_a_step_is_nothing_taken_back() -> None:
    assert read_edit("ceux au pas horaire").dropped == ()
    assert read_edit("pas horaire, mensuel").dropped != ()
