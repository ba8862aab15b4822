"""Exit codes follow the answer contract, and errors are one line without a trace."""

from __future__ import annotations

import errno
from dataclasses import replace

import pytest

from conductor.answer import Answer, Clarification, Declined
from conductor.errors import BadQuestion, OverBudget
from conductor.interfaces.cli.exits import code_of, explained
from connectors.errors import AuthMissing, MissingHolding, Unavailable
from connectors.items import SourceReport
from planners.errors import NoPlan

EMPTY = Answer(run="r-1", question="q", language="en", complete=True, summary="")


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (EMPTY, 0),
        (replace(EMPTY, clarification=Clarification(slot="places", question="?")), 3),
        (replace(EMPTY, declined=Declined(reason="out_of_scope", message="no")), 8),
        (replace(EMPTY, complete=False), 6),
        (replace(EMPTY, complete=False, sources=(SourceReport(source="a", state="failed"),)), 5),
        (replace(EMPTY, sources=(SourceReport(source="a", state="auth"),)), 7),
    ],
)
def test_an_answer_has_its_exit_code(answer: Answer, code: int) -> None:
    assert code_of(answer) == code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BadQuestion("the question is empty"), 2),
        (OverBudget("too dear"), 4),
        (Unavailable("gone"), 5),
        (MissingHolding("no such file; try: conductor holdings sync"), 5),
        (AuthMissing("no token"), 7),
        (NoPlan("nothing can", missing="x", nearest=()), 5),
        (OSError(errno.ENOSPC, "No space left on device"), 2),
        (KeyboardInterrupt(), 130),
    ],
)
def test_an_error_is_one_line_and_a_code(error: BaseException, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended, explained(debug=False):
        raise error
    assert ended.value.code == code
    said = capsys.readouterr().err
    assert said.startswith("error: ")
    assert said.count("\n") == 1


def test_debug_shows_the_trace() -> None:
    with pytest.raises(Unavailable), explained(debug=True):
        raise Unavailable("gone")
