"""Names of the vocabularies are sorted into the slots they belong to."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.composer.text.utterance import utterance
from conductor.composer.what.names import matched, read_names
from conductor.question import Question
from planners.intent import Intent


def first(text: str) -> Intent:
    return understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0]


def test_each_name_of_a_search_fills_its_own_slot() -> None:
    intent = first("daily tasmax of CanESM5 and MPI-ESM1-2-LR, r1i1p1f1, ssp245, over Ghana")
    assert [q.variable_id for q in intent.quantities] == ["tasmax"]
    assert {name: tuple(values) for name, values in intent.facets.items()} == {
        "source_id": ("CanESM5", "MPI-ESM1-2-LR"),
        "member_id": ("r1i1p1f1",),
        "experiment_id": ("ssp245",),
        "frequency": ("day",),
    }


@pytest.mark.parametrize(
    ("text", "experiments"),
    [
        ("rain in Chad under all four SSPs, 2070s", ("ssp126", "ssp245", "ssp370", "ssp585")),
        ("pluie au Tchad, ssp 585 et SSP1-2.6, 2070-2099", ("ssp126", "ssp585")),
    ],
)
def test_scenarios_are_known_however_they_are_spelt(text: str, experiments: tuple[str, ...]) -> None:
    assert tuple(sorted(first(text).facets["experiment_id"])) == experiments


def test_a_range_of_members_is_written_out() -> None:
    members = first("tas of CanESM5 members r1i1p1f1 to r3i1p1f1, historical").facets["member_id"]
    assert tuple(sorted(members)) == ("r1i1p1f1", "r2i1p1f1", "r3i1p1f1")


@pytest.mark.parametrize(
    ("text", "variables"),
    [
        ("pr too", ["pr"]),
        ("and ua?", ["ua"]),
        ("pr moyenne mensuelle à Abidjan", ["pr"]),
        ("so average it", []),
        ("va plus vite", []),
    ],
)
def test_an_identifier_alone_is_one_where_something_is_said_of_it(text: str, variables: list[str]) -> None:
    read = utterance(text, language="fr" if "moyenne" in text or "vite" in text else "en")
    assert [q.variable_id for q in read_names(read, matched(read)).quantities] == variables
