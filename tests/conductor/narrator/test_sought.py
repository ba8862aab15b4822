from __future__ import annotations

from dataclasses import replace

from conductor.narrator.sought import in_english, missing, not_asked, sought
from connectors.items import Caveat, SourceReport
from tests.conductor.fusion.made import finding
from tests.planners.intents import LATE, TAS, WARMING, planned

LAKE = {"name": "Lake Geneva", "kind": "lake", "bbox": [6.1, 46.2, 6.9, 46.5]}
JULY = {"start": "2025-07-01", "end": "2025-07-31"}


def test_filters_are_told_in_words_and_limits_are_not() -> None:
    scenes = finding(
        quantity=None, place=LAKE, period=JULY, reference=None,
        conditions={"collections": ["sentinel-2-l2a"], "cloud_cover_max": 10, "orbit_state": ["ascending"], "limit": 5},
    )  # fmt: skip
    assert sought(scenes, "en") == "Sentinel-2 Level-2A, cloud up to 10 %, ascending orbits, Lake Geneva, July 2025"
    assert "nuages jusqu’à 10 %, orbites ascendantes" in sought(scenes, "fr")


def test_facets_are_told_as_their_ids() -> None:
    assert sought(finding(place=None, period=None, conditions={"experiment_id": ["ssp245"]}), "en") == "tas, ssp245"


def test_what_is_missing_is_what_the_plan_looked_for() -> None:
    assert missing(planned(WARMING), "en") == " (near-surface air temperature, the world, 2081–2100)"
    assert missing(None, "en") == ""


def test_what_is_missing_is_told_of_every_part_once() -> None:
    recent = replace(WARMING, part=2, periods=(LATE,), quantities=(replace(TAS, name="rainfall", variable_id="pr"),))
    told = missing(planned(WARMING, recent), "en")
    assert told.startswith(" (near-surface air temperature, the world, 2081–2100; ") and told.count(";") == 1
    assert missing(planned(WARMING, replace(WARMING, part=2)), "en").count("2081") == 1


def test_sources_left_out_for_want_of_a_network_are_counted() -> None:
    away, here = SourceReport(source="cdse", state="skipped_offline"), SourceReport(source="here", state="empty")
    assert "1 source of" in not_asked([away, here], "en") and "2 sources du" in not_asked([away, away], "fr")
    assert not_asked([here], "en") == ""


def test_words_are_told_as_they_were_said() -> None:
    asked = finding(quantity=None, place=None, period=None, reference=None, conditions={"words": "kelp forests"})
    assert (sought(asked, "en"), sought(asked, "fr")) == ("“kelp forests”", "« kelp forests »")


def test_french_words_that_nothing_speaks_of_are_best_said_in_english_too() -> None:
    empty = finding(role="records", kind="items", n=0)
    assert "mots anglais" in in_english(empty, "fr") and in_english(empty, "en") == ""
    assert in_english(finding(role="records", kind="items", n=2), "fr") == ""
    asked = (Caveat(code="asked_in_english", parameters={"words": ["permafrost"]}),)
    assert in_english(replace(empty, caveats=asked), "fr") == ""
