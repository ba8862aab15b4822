"""Exit codes of the answer contract, and how errors become one clear line and a code instead of a stack trace."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from conductor.answer import Answer, Understanding

ANSWERED, USAGE, CLARIFICATION, OVER_BUDGET, NOTHING_USABLE, PARTIAL, NO_CREDENTIALS, DECLINED, INTERRUPTED = (
    0,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    130,
)


def code_of(answer: Answer) -> int:
    """The exit code that an answer deserves; an empty result is an answer."""
    if answer.clarification:
        return CLARIFICATION
    if answer.declined:
        return DECLINED
    if not answer.responses and any(s.state == "auth" for s in answer.sources):
        return NO_CREDENTIALS
    if not answer.responses and any(s.state in ("failed", "timeout") for s in answer.sources):
        return NOTHING_USABLE
    return ANSWERED if answer.complete else PARTIAL


def code_of_understanding(understanding: Understanding) -> int:
    if understanding.declined:
        return DECLINED
    return CLARIFICATION if understanding.clarification else ANSWERED


@contextmanager
def explained(*, debug: bool) -> Iterator[None]:
    """Turn our own errors, a full disk and Ctrl-C into a sentence on stderr and the contract's exit code."""
    from conductor.errors import BadQuestion, ConductorError, NothingUsable, OverBudget
    from connectors.errors import AuthMissing, ConnectorError, MissingHolding
    from planners.errors import NoPlan, PlannerError

    codes: list[tuple[type[BaseException], int]] = [
        (BadQuestion, USAGE), (OverBudget, OVER_BUDGET), (NothingUsable, NOTHING_USABLE), (NoPlan, NOTHING_USABLE),
        (AuthMissing, NO_CREDENTIALS), (MissingHolding, NOTHING_USABLE), (ConnectorError, NOTHING_USABLE), (PlannerError, USAGE),
        (ConductorError, NOTHING_USABLE), (OSError, USAGE), (ValueError, USAGE),
    ]  # fmt: skip
    try:
        yield
    except KeyboardInterrupt:
        complain("stopped")
        raise SystemExit(INTERRUPTED) from None
    except tuple(kind for kind, _ in codes) as error:
        if debug:
            raise
        complain(str(error))
        raise SystemExit(next(code for kind, code in codes if isinstance(error, kind))) from None


def complain(text: str) -> None:
    """One line for people, on stderr."""
    sys.stderr.write(f"error: {text}\n")
