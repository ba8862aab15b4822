from __future__ import annotations

from conductor.narrator.definitions import explained
from planners.recipes.explain import facts_of


def test_a_thing_is_told_by_its_kind_and_what_marks_it() -> None:
    facts = facts_of("experiment_id:hist-1950")
    assert facts is not None
    fields = explained(facts, "en")
    assert fields["kind"] == "an experiment of CMIP6"
    assert fields["details"] == " (1950–2014; activity HighResMIP; begins from spinup-1950)"
    assert explained(facts, "fr")["kind"] == "une expérience de CMIP6"


def test_what_can_be_asked_is_told_in_the_language() -> None:
    assert (
        explained({"actions": ["find", "compare", "trend"]}, "fr")["actions"]
        == "trouver, comparer ou mesurer une tendance"
    )
    assert explained({"sources": {"eo": 2, "esgf": 3}}, "en")["sources"] == (
        "2 catalogues of Earth observation and 3 climate archives"
    )
