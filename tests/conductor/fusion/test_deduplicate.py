from __future__ import annotations

from conductor.fusion.deduplicate import deduplicate
from tests.conductor.fusion.made import finding


def test_the_same_finding_from_two_readings_is_one_with_both_probabilities() -> None:
    (merged,) = deduplicate((finding(intent=0, reading=0.5, order=1), finding(intent=1, reading=0.3, order=2)))
    assert merged.score.reading == 0.8


def test_one_reading_reaching_a_finding_twice_adds_nothing() -> None:
    (merged,) = deduplicate((finding(order=1), finding(order=2, evidence=0.5)))
    assert (merged.score.reading, merged.score.evidence) == (0.9, 0.9)


def test_another_value_another_datum_or_another_condition_stays_apart() -> None:
    others = (
        finding(value=1.0),
        finding(derived_from=("other",)),
        finding(conditions={"experiment_id": "ssp585"}),
        finding(part=2),
    )
    assert len(deduplicate((finding(), *others))) == 5


def test_a_city_and_its_region_that_show_the_same_are_one() -> None:
    city, region = (
        {"name": "Berlin", "kind": kind, "bbox": box}
        for kind, box in (("city", [13, 52, 14, 53]), ("region", [12, 52, 14, 53]))
    )
    (merged,) = deduplicate(
        (finding(intent=0, reading=0.5, order=1, place=city), finding(intent=1, reading=0.2, order=2, place=region))
    )
    assert (merged.score.reading, merged.place) == (0.7, city)


def test_a_reading_that_comes_twice_beside_another_counts_once() -> None:
    (merged,) = deduplicate(
        tuple(finding(intent=i, reading=r, order=n) for n, (i, r) in enumerate([(0, 0.5), (1, 0.2), (1, 0.2)]))
    )
    assert merged.score.reading == 0.7
