"""Findings into an Answer: sentences in the asker's language, what was assumed, who answered, whom to credit."""

from __future__ import annotations

from collections.abc import Sequence

from conductor.answer import Actual, Answer, Finding, Response, Understanding
from conductor.narrator import names
from conductor.narrator.assumed import assumptions_of
from conductor.narrator.caveats import words
from conductor.narrator.citations import citations, of_details
from conductor.narrator.fields import fields_of
from conductor.narrator.likelihood import likelihood
from conductor.narrator.numbers import check
from conductor.narrator.reports import is_complete, sources_of
from conductor.narrator.sentences import TEMPLATES
from conductor.narrator.sought import in_english, missing, not_asked, title_of
from conductor.question import Question
from conductor.results import Failed, StepResult
from planners.plan import Plan
from planners.quote import Quote

_IN_SUMMARY = 3  # sentences


def narrate(
    question: Question, understanding: Understanding, plan: Plan | None, results: Sequence[StepResult], findings: Sequence[Finding],
    *, run: str, quote: Quote, actual: Actual,
) -> Answer:  # fmt: skip
    """Put everything into words; without a plan, the question back or the refusal is the answer. Raises UnboundNumber."""
    language = "fr" if understanding.language == "fr" else "en"
    reports = sources_of(results)
    unasked = not_asked(reports, language)
    responses = tuple(_response(rank, finding, language, unasked) for rank, finding in enumerate(findings, 1))
    return Answer(
        run=run, question=question.text, language=language, responses=responses, quote=quote, actual=actual,
        complete=is_complete(results), summary=_summary(understanding, plan, responses, results, unasked, language),
        sources=reports, clarification=understanding.clarification if plan is None else None,
        declined=understanding.declined if plan is None else None,
        assumptions=assumptions_of(understanding, plan, findings, language),
    )  # fmt: skip


def _response(rank: int, finding: Finding, language: str, unasked: str) -> Response:
    probability = finding.score.probability
    hints = (unasked if _is_empty(finding) else "", in_english(finding, language))
    caveats = (*(words(c, language) for c in finding.caveats), *filter(None, hints))
    return Response(
        rank=rank, probability=probability, likelihood=likelihood(probability, language), statement=sentence(finding, language),
        finding=finding, caveats=caveats, citations=citations(finding.items, also=of_details(finding.details)),
    )  # fmt: skip


def sentence(finding: Finding, language: str) -> str:
    """The finding in a sentence, every number of which has been checked against it."""
    template = TEMPLATES[language][_template(finding)]
    text = template.format(**fields_of(finding, language))
    check(text, finding, language, also=_labels(finding, language))
    return text if finding.role == "definition" else text[:1].upper() + text[1:]


def _template(finding: Finding) -> str:
    role = finding.role
    if role == "needs_daily":
        return role
    if _is_empty(finding):
        return "none"
    if role == "side":
        return "level" if finding.reference is None else "change"
    if role == "crossing" and finding.value is None:
        return "never"
    return role


def _is_empty(finding: Finding) -> bool:
    """Whether a listing lists nothing."""
    return finding.kind in ("items", "table") and not finding.n


def _labels(finding: Finding, language: str) -> list[str]:
    """Names of scenarios and quantities that a sentence may use beside the finding's own texts."""
    conditions = finding.conditions
    experiments = [c.get("experiment_id") for c in (conditions, conditions.get("minus") or {})]
    labels = [names.scenario(e, language) for e in experiments if isinstance(e, str)]
    collections = [
        names.collection(c, language)
        for c in (finding.details.get("collections") or conditions.get("collections") or ())
    ]
    titles = [title_of(item) for item in finding.items] if finding.role == "records" else []
    return [*labels, *collections, *titles, names.quantity(finding.quantity, language)]


def _summary(
    understanding: Understanding,
    plan: Plan | None,
    responses: Sequence[Response],
    results: Sequence[StepResult],
    unasked: str,
    language: str,
) -> str:
    """The leading sentences: the first response to each claim, three at most; else what stands in the way."""
    if responses:
        leading: dict[tuple[object, ...], str] = {}
        for response in responses:
            finding = response.finding
            leading.setdefault(
                (finding.part, finding.role, str(finding.conditions), str(finding.place), str(finding.period)),
                response.statement,
            )
        return " ".join(list(leading.values())[:_IN_SUMMARY])
    if understanding.clarification:
        return understanding.clarification.question
    if understanding.declined:
        return understanding.declined.message
    reasons = list(dict.fromkeys(r.message for r in results if isinstance(r, Failed)))
    nothing = TEMPLATES[language]["nothing"].format(missing=missing(plan, language)).removesuffix(".")
    why = {"en": ": ", "fr": " : "}[language] + "; ".join(reasons[: _IN_SUMMARY - 1]) if reasons else ""
    return f"{nothing}{why}." + (f" {unasked[:1].upper()}{unasked[1:]}." if unasked else "")
