from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from conductor.fusion.rank import rank
from tests.conductor.fusion.made import finding

LOW, HIGH = {"experiment_id": "ssp126"}, {"experiment_id": "ssp585"}


def test_scenarios_keep_the_order_asked_whatever_their_probability() -> None:
    first, second = finding(conditions=LOW, evidence=0.2, order=1), finding(conditions=HIGH, evidence=0.9, order=2)
    assert rank((second, first)) == (first, second)


def test_evidence_for_the_same_claim_competes_by_probability() -> None:
    weak, strong = finding(evidence=0.4, order=1, step="s1"), finding(evidence=0.8, order=2, step="s2")
    assert rank((weak, strong)) == (strong, weak)


def test_the_best_of_every_claim_comes_before_the_runners_up() -> None:
    a, b = finding(conditions=LOW, order=1, step="s1"), finding(conditions=HIGH, order=2, step="s2")
    a2, b2 = (
        finding(conditions=LOW, order=3, step="s3", evidence=0.3),
        finding(conditions=HIGH, order=4, step="s4", evidence=0.3),
    )
    assert rank((b2, a2, b, a)) == (a, b, a2, b2)


def test_the_more_probable_reading_comes_first() -> None:
    unlikely, likely = finding(intent=0, reading=0.3, order=1), finding(intent=1, reading=0.6, order=2)
    assert rank((unlikely, likely)) == (likely, unlikely)


def test_parts_follow_each_other_as_asked() -> None:
    second, first = finding(part=2, intent=1, order=2, reading=0.95), finding(part=1, order=1, reading=0.5)
    assert rank((second, first)) == (first, second)


findings = st.builds(
    finding, evidence=st.sampled_from([0.2, 0.5, 0.9]), reading=st.sampled_from([0.3, 0.6]), intent=st.integers(0, 2), part=st.integers(1, 2),
    conditions=st.sampled_from([LOW, HIGH]), role=st.sampled_from(["change", "level"]),
)  # fmt: skip


@given(st.lists(findings, max_size=8), st.randoms(use_true_random=False))
def test_the_order_given_does_not_matter(given_: list[object], random: object) -> None:
    from dataclasses import replace

    numbered = tuple(replace(f, order=n, step=f"s{n}") for n, f in enumerate(given_))  # type: ignore[type-var]
    shuffled = list(numbered)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert rank(tuple(shuffled)) == rank(numbered)  # type: ignore[arg-type]
