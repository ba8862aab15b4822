"""What a terminal shows: ranked responses, sources, questions back."""

from __future__ import annotations

from dataclasses import replace
from io import StringIO

from rich.console import Console

from conductor.answer import Answer, Clarification, Declined, Option
from conductor.interfaces.cli.render import print_answer, sparkline
from connectors.items import SourceReport
from tests.conductor.interfaces.plots.findings import LISTING, PROJECTION, answer_of


def shown(answer: Answer) -> str:
    out = StringIO()
    print_answer(answer, Console(file=out, width=100, highlight=False))
    return out.getvalue()


def test_a_response_shows_rank_probability_statement_and_its_curve() -> None:
    text = shown(answer_of(PROJECTION))
    assert " 1 " in text
    assert "very likely 0.90" in text
    assert "Statement 1." in text
    assert "1990 ▁" in text


def test_items_are_listed() -> None:
    assert "S2A_T33UUU" in shown(answer_of(LISTING))


def test_sources_that_failed_say_why_and_offline_ones_are_counted_once() -> None:
    reports = (
        SourceReport(source="a", state="failed", error="refused"),
        SourceReport(source="b", state="skipped_offline"),
        SourceReport(source="c", state="skipped_offline"),
    )
    text = shown(replace(answer_of(PROJECTION), sources=reports, complete=False))
    assert "a failed 0 (refused)" in text
    assert "2 skipped_offline" in text
    assert "not every source that could matter answered" in text


def test_a_question_back_numbers_its_options() -> None:
    asked = Clarification(
        slot="places",
        question="Which Springfield?",
        options=(Option(label="Springfield, Illinois"), Option(label="Springfield, Ohio")),
    )
    text = shown(Answer(run="r-1", question="q", language="en", complete=True, summary="", clarification=asked))
    assert "Which Springfield?" in text
    assert "2  Springfield, Ohio" in text


def test_a_refusal_names_what_is_near() -> None:
    declined = Declined(reason="no_such_data", message="There is no SSP9-2.0.", nearest=("ssp119", "ssp245"))
    text = shown(Answer(run="r-1", question="q", language="en", complete=True, summary="", declined=declined))
    assert "There is no SSP9-2.0." in text
    assert "ssp119, ssp245" in text


def test_a_sparkline_rises_with_its_series() -> None:
    assert PROJECTION.series is not None
    line = sparkline(PROJECTION.series)
    assert line.startswith("1990 ▁")
    assert line.endswith(("█ 2100", "▇ 2100"))
