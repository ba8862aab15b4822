"""How every source fared over a whole run, and whether all that could matter answered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from conductor.results import Dismissed, Failed, StepResult, Successful
from connectors.items import Found, SourceReport

_WORST_LAST = (
    "ok",
    "empty",
    "cached_stale",
    "skipped_offline",
    "skipped_capability",
    "skipped_breaker",
    "rate_limited",
    "partial",
    "auth",
    "timeout",
    "failed",
)
_GOOD = frozenset({"ok", "empty", "skipped_offline", "skipped_capability"})
_ANSWERS_NO = frozenset({"Refused", "Unsupported"})  # a source that says no has answered
_STATES = {"AuthMissing": "auth", "TimeoutError": "timeout"}
_DEADLINE = "deadline"


def sources_of(results: Sequence[StepResult]) -> tuple[SourceReport, ...]:
    """One report a source: the worst state, sums of records and time; a failed step is a failed source."""
    merged: dict[str, SourceReport] = {}
    for report in _reports(results):
        merged[report.source] = _joined(merged[report.source], report) if report.source in merged else report
    return tuple(merged[name] for name in sorted(merged))


def is_complete(results: Sequence[StepResult]) -> bool:
    """True where every source that could matter answered and no deadline cut the run short."""
    searches = all(r.state in _GOOD for r in _reports(results, failures=False))
    outages = any(isinstance(r, Failed) and r.error not in _ANSWERS_NO for r in results)
    cut = any(isinstance(r, Dismissed) and _DEADLINE in r.because for r in results)
    return searches and not outages and not cut


def _reports(results: Sequence[StepResult], *, failures: bool = True) -> Iterable[SourceReport]:
    for result in results:
        if isinstance(result, Successful) and result.outcome is not None:
            yield from result.outcome.reports
        elif isinstance(result, Failed) and failures:
            state = "skipped_capability" if result.error in _ANSWERS_NO else _STATES.get(result.error, "failed")
            yield SourceReport(
                source=result.source or result.step,
                state=state,
                took_ms=int(result.seconds * 1000),
                error=result.message,
            )


def _joined(first: SourceReport, second: SourceReport) -> SourceReport:
    worst = max(first, second, key=lambda r: _WORST_LAST.index(r.state) if r.state in _WORST_LAST else len(_WORST_LAST))
    state = "ok" if {first.state, second.state} == {"ok", "empty"} else worst.state
    matched = None if first.matched is None and second.matched is None else (first.matched or 0) + (second.matched or 0)
    return replace(
        worst, state=state, n=first.n + second.n, matched=matched, took_ms=max(first.took_ms, second.took_ms),
        attempts=max(first.attempts, second.attempts), hedged=first.hedged or second.hedged,
        post_filtered=tuple(sorted({*first.post_filtered, *second.post_filtered})), error=worst.error or first.error or second.error,
    )  # fmt: skip


def bytes_of(results: Sequence[StepResult]) -> int:
    """Bytes that were loaded."""
    return sum(getattr(r.outcome, "bytes", 0) for r in results if isinstance(r, Successful))


def requests_of(results: Sequence[StepResult]) -> int:
    """Requests sent: one for each attempt at a source, one for each process."""
    sent = 0
    for result in results:
        if isinstance(result, Successful) and result.outcome is not None:
            sent += (
                sum(r.attempts for r in result.outcome.reports)
                if isinstance(result.outcome, Found)
                else max(1, len(result.outcome.reports))
            )
    return sent
