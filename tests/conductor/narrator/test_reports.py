from __future__ import annotations

import pytest

from conductor.narrator.reports import bytes_of, is_complete, requests_of, sources_of
from conductor.results import Dismissed, Failed, StepResult, Successful
from connectors.items import Found, Loaded, SourceReport


def found(*reports: SourceReport) -> Successful:
    return Successful(step="s1", outcome=Found(items=(), reports=reports))


def test_a_source_asked_twice_is_told_once_with_its_worst_state() -> None:
    (report,) = sources_of(
        [found(SourceReport(source="a", state="ok", n=2)), found(SourceReport(source="a", state="timeout", n=1))]
    )
    assert (report.state, report.n) == ("timeout", 3)


def test_found_and_empty_is_found() -> None:
    (report,) = sources_of(
        [found(SourceReport(source="a", state="ok", n=2)), found(SourceReport(source="a", state="empty"))]
    )
    assert report.state == "ok"


@pytest.mark.parametrize(
    ("result", "complete"),
    [
        (found(SourceReport(source="a", state="ok")), True),
        (found(SourceReport(source="a", state="skipped_offline")), True),
        (found(SourceReport(source="a", state="timeout")), False),
        (Failed(step="s1", error="Unavailable", message="down"), False),
        (Failed(step="s1", error="Refused", message="not there"), True),
        (Failed(step="s1", error="KeyError", message="oops"), False),
        (Dismissed(step="s1", because="the deadline of 60 s passed"), False),
        (Dismissed(step="s1", because="step 's0', which it needs, did not succeed"), True),
    ],
    ids=str,
)
def test_an_answer_is_complete_where_all_that_matters_answered(result: StepResult, complete: bool) -> None:
    assert is_complete([result]) is complete


def test_a_refusal_is_a_source_that_cannot_and_an_outage_one_that_failed() -> None:
    states = [
        sources_of([Failed(step="s1", error=e, message="m", source="x")])[0].state
        for e in ("Refused", "Unavailable", "AuthMissing", "TimeoutError")
    ]
    assert states == ["skipped_capability", "failed", "auth", "timeout"]


def test_what_was_moved_and_sent_is_counted() -> None:
    loaded = Successful(step="s2", outcome=Loaded(cubes=(), bytes=500))
    results = [found(SourceReport(source="a", state="ok", attempts=2)), loaded]
    assert (bytes_of(results), requests_of(results)) == (500, 3)
