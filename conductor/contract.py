"""The answer contract: answers and sources as the JSON that the command line, the server and notebooks all give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from typing import Any

from conductor.answer import Answer, Clarification, Declined, Response
from conductor.results import FoundPage
from connectors.items import Series, SourceReport, Table
from connectors.offers import Source

JSON = dict[str, Any]


def answer_to_dict(answer: Answer) -> JSON:
    """The whole answer."""
    return {
        "run": answer.run, "question": answer.question, "language": answer.language, "complete": answer.complete,
        "summary": answer.summary, "responses": [response_to_dict(r) for r in answer.responses],
        "sources": [report_to_dict(r) for r in answer.sources], "clarification": _clarification(answer.clarification),
        "declined": _declined(answer.declined), "assumptions": list(answer.assumptions), "quote": asdict(answer.quote),
        "actual": asdict(answer.actual),
    }  # fmt: skip


def response_to_dict(response: Response) -> JSON:
    """One ranked response."""
    finding, score = response.finding, response.finding.score
    return {
        "rank": response.rank, "probability": response.probability, "likelihood": response.likelihood, "intent": finding.intent,
        "part": finding.part, "kind": finding.kind, "role": finding.role, "statement": response.statement, "value": finding.value,
        "units": finding.units, "range": None if finding.low is None or finding.high is None else [finding.low, finding.high],
        "range_meaning": finding.range_meaning, "n": finding.n, "quantity": finding.quantity, "place": finding.place,
        "period": finding.period, "reference": finding.reference, "conditions": plain(finding.conditions),
        "series": _series(finding.series), "table": _table(finding.table), "items": [i.to_dict() for i in finding.items],
        "links": [{k: v for k, v in asdict(n).items() if v} for n in response.links],
        "score": {"reading": score.reading, "evidence": score.evidence, "parts": dict(score.parts)},
        "details": plain(finding.details), "caveats": list(response.caveats), "citations": [asdict(c) for c in response.citations],
        "derived_from": list(finding.derived_from),
    }  # fmt: skip


def page_to_dict(page: FoundPage) -> JSON:
    """One page of records, with the cursor that leads to the next (null on the last)."""
    return {
        "page": page.number, "complete": page.complete, "matched": page.matched, "items": [i.to_dict() for i in page.items],
        "incomplete": [i.to_dict() for i in page.incomplete], "sources": [report_to_dict(r) for r in page.reports],
        "caveats": plain(list(page.caveats)), "cursor": page.cursor or None,
    }  # fmt: skip


def report_to_dict(report: SourceReport) -> JSON:
    """How one source fared."""
    return asdict(report) | {"post_filtered": list(report.post_filtered)}


def source_to_dict(source: Source) -> JSON:
    """A registered endpoint; credentials are never part of it, only the names of the schemes."""
    document: JSON = plain(asdict(source))
    return document


def plain(value: Any) -> Any:
    """Sequences as lists, mappings and dataclasses as dicts, all the way down."""
    if isinstance(value, str):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, dict) or hasattr(value, "items"):
        return {str(k): plain(v) for k, v in value.items()}
    return [plain(v) for v in value] if isinstance(value, Sequence) else value


def _series(series: Series | None) -> JSON | None:
    return None if series is None else plain(asdict(series))


def _table(table: Table | None) -> JSON | None:
    return None if table is None else plain(asdict(table))


def _clarification(asked: Clarification | None) -> JSON | None:
    return None if asked is None else plain(asdict(asked))


def _declined(declined: Declined | None) -> JSON | None:
    return None if declined is None else plain(asdict(declined))
