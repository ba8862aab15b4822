"""Events as the browser hears them: a name and a JSON document."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from conductor.answer import Answer, Response
from conductor.composer.contract import to_dict
from conductor.contract import answer_to_dict
from conductor.events import Answered, Event, Planned, StepEnded, StepProgressed, StepStarted, Understood
from conductor.interfaces.plots.choose import picture_kind
from conductor.interfaces.steps import label_of
from conductor.interfaces.web.runs import Run
from conductor.results import Dismissed, Failed, Successful
from connectors.items import Link


def answer_document(answer: Answer) -> dict[str, Any]:
    """The answer with links to its plan, provenance and pictures on this server."""
    base = f"/runs/{answer.run}"
    responses = tuple(replace(r, links=(*r.links, *_pictures(answer, r, base))) for r in answer.responses)
    return answer_to_dict(replace(answer, responses=responses))


def _pictures(answer: Answer, response: Response, base: str) -> tuple[Link, ...]:
    siblings = tuple(r.finding for r in answer.responses if r.finding.intent == response.finding.intent)
    kind = picture_kind(response.finding, siblings)
    shown_above = response.finding.role in ("side", "contrast") and response.finding is not siblings[0]
    if kind is None or shown_above:  # the sides of a comparison share one picture
        return ()
    rel, title = "map" if kind == "map" else "plot", response.statement
    return (
        Link(rel=rel, href=f"{base}/plots/{response.rank}.svg", type="image/svg+xml", title=title),
        Link(rel=rel, href=f"{base}/plots/{response.rank}.png", type="image/png", title=title),
    )


def event_to_dict(event: Event, run: Run) -> tuple[str, dict[str, Any]]:
    """An event's name and its JSON."""
    labels = {step.id: label_of(step) for step in run.plan.steps} if run.plan else {}
    match event:
        case Understood(understanding=understanding):
            return "understood", to_dict(understanding)
        case Planned(plan=made):
            return "planned", made.to_dict()
        case StepStarted(step=step):
            return "started", {"step": step, "label": labels.get(step, step)}
        case StepProgressed(step=step, percent=percent, message=message):
            label = " · ".join(filter(None, (labels.get(step, step), f"{percent:.0f} %" if percent else "", message)))
            return "progressed", {"step": step, "label": label, "percent": percent}
        case StepEnded(result=result):
            return "ended", _result(result, labels)
        case Answered(answer=given):
            return "answered", answer_document(given)


def _result(result: Successful | Failed | Dismissed, labels: dict[str, str]) -> dict[str, Any]:
    label = labels.get(result.step, result.step)
    match result:
        case Successful():
            return {"step": result.step, "state": "successful", "label": label, "seconds": round(result.seconds, 3)}
        case Failed():
            return {
                "step": result.step,
                "state": "failed",
                "label": f"{label}: {result.message}",
                "seconds": round(result.seconds, 3),
            }
        case Dismissed():
            return {"step": result.step, "state": "dismissed", "label": f"{label}: {result.because}", "seconds": 0}
