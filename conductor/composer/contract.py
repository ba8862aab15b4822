"""The understanding contract as JSON: understandings written, turns and intents of a history read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from conductor.answer import Clarification, Declined, Understanding
from conductor.errors import BadQuestion
from conductor.question import Question, Turn
from connectors.extents import BBox
from planners.intent import ACTIONS, Intent, Period, Place, Quantity, Span, Threshold

JSON = dict[str, Any]


def to_dict(understanding: Understanding) -> JSON:
    """Write an understanding as the contract has it; spans come as extra keys."""
    return {
        "question": understanding.question,
        "language": understanding.language,
        "asked_at": understanding.asked_at,
        "intents": [intent_to_dict(intent) for intent in understanding.intents],
        "clarification": _clarification(understanding.clarification),
        "assumptions": list(understanding.assumptions),
        "declined": _declined(understanding.declined),
    }


def intent_to_dict(intent: Intent) -> JSON:
    """Write one reading."""
    return {
        "part": intent.part,
        "probability": intent.probability,
        "action": intent.action,
        "quantities": [_quantity(q) for q in intent.quantities],
        "phenomena": list(intent.phenomena),
        "places": [_place(p) for p in intent.places],
        "periods": [_period(p) for p in intent.periods],
        "months": list(intent.months),
        "facets": {key: list(values) for key, values in intent.facets.items()},
        "collections": list(intent.collections),
        "filters": {key: list(value) if isinstance(value, tuple) else value for key, value in intent.filters.items()},
        "statistics": list(intent.statistics),
        "aggregation": intent.aggregation,
        "compared": intent.compared,
        "outputs": list(intent.outputs),
        "processes": list(intent.processes),
        "servers": list(intent.servers),
        "models": list(intent.models),
        "follow_up": intent.follow_up,
        "topics": list(intent.topics),
        "together": list(intent.together),
        "words": intent.words,
        "period_spans": [_span(p.span).get("span") for p in intent.periods],
    }


def question_from_dict(row: Mapping[str, Any], *, now: str) -> Question:
    """Read a line of a batch: `question`, and perhaps `lang`, `now`, `history`, `choice`; raises BadQuestion."""
    text = row.get("question")
    if not isinstance(text, str):
        raise BadQuestion(f"a batch line needs a text under 'question', got {text!r}; see the contract's --batch")
    language = row.get("lang")
    if language not in (None, "en", "fr"):
        raise BadQuestion(f"the languages are 'en' and 'fr', got {language!r}; leave 'lang' out to have it recognised")
    return Question(
        text=text,
        asked_at=str(row.get("now") or now),
        language=language,
        history=history_from_json(row.get("history") or ()),
        choice=row.get("choice"),
    )


def history_from_json(turns: Any) -> tuple[Turn, ...]:
    """Read a history, oldest turn first; raises BadQuestion where it is no list of turns."""
    if not isinstance(turns, Sequence) or isinstance(turns, str):
        raise BadQuestion(f"a history is a JSON list of turns, got {type(turns).__name__}; write [{{'question': '…'}}]")
    return tuple(_turn(turn) for turn in turns)


def _turn(turn: Any) -> Turn:
    if not isinstance(turn, Mapping) or not isinstance(turn.get("question"), str):
        raise BadQuestion(f"a turn of a history needs a text under 'question', got {turn!r}")
    intents = tuple(intent_from_dict(intent) for intent in turn.get("intents") or ())
    answer = turn.get("answer") or ""
    return Turn(question=turn["question"], intents=intents, answer=answer if isinstance(answer, str) else "")


def intent_from_dict(row: Mapping[str, Any]) -> Intent:
    """Read one reading; raises BadQuestion on a value the contract does not know."""
    try:
        action = row.get("action")
        if action is not None and action not in ACTIONS:
            raise ValueError(f"unknown action {action!r}")
        lists = {
            key: tuple(row.get(key) or ())
            for key in (
                "phenomena",
                "months",
                "collections",
                "statistics",
                "outputs",
                "processes",
                "servers",
                "models",
                "topics",
                "together",
            )
        }
        return Intent(
            part=int(row.get("part", 1)),
            probability=float(row.get("probability", 1.0)),
            action=action,
            quantities=tuple(_read_quantity(q) for q in row.get("quantities") or ()),
            places=tuple(_read_place(p) for p in row.get("places") or ()),
            periods=_read_periods(row),
            facets={key: tuple(values) for key, values in (row.get("facets") or {}).items()},
            filters={key: tuple(v) if isinstance(v, list) else v for key, v in (row.get("filters") or {}).items()},
            aggregation=row.get("aggregation"),
            compared=row.get("compared"),
            follow_up=bool(row.get("follow_up", False)),
            words=str(row.get("words") or ""),
            **lists,
        )
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise BadQuestion(f"an intent of the history does not follow the contract: {error}") from error


def _quantity(quantity: Quantity) -> JSON:
    threshold = quantity.threshold
    return {
        "name": quantity.name,
        "standard_name": quantity.standard_name,
        "variable_id": quantity.variable_id,
        "indicator": quantity.indicator,
        "spectral_index": quantity.spectral_index,
        "threshold": {"op": threshold.op, "value": threshold.value, "units": threshold.units} if threshold else None,
        **_span(quantity.span),
    }


def _place(place: Place) -> JSON:
    return {
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "bbox": place.bbox.to_list() if place.bbox else None,
        "relation": place.relation,
        "distance_km": place.distance_km,
        "geometry_id": place.geometry_id,
        **_span(place.span),
    }


def _period(period: Period) -> JSON:
    level = period.warming_level
    return {
        "role": period.role,
        "start": period.start,
        "end": period.end,
        "warming_level": None if level is None else {"value": level, "units": "degC"},
    }


def _span(span: Span | None) -> JSON:
    return {} if span is None else {"span": {"start": span.start, "end": span.end, "confidence": span.confidence}}


def _clarification(asked: Clarification | None) -> JSON | None:
    if asked is None:
        return None
    options = [
        {"label": o.label, "intent": o.intent, "probability": o.probability, "effect": o.effect} for o in asked.options
    ]
    return {"slot": asked.slot, "question": asked.question, "options": options}


def _declined(declined: Declined | None) -> JSON | None:
    if declined is None:
        return None
    return {"reason": declined.reason, "message": declined.message, "nearest": list(declined.nearest)}


def _read_quantity(row: Mapping[str, Any]) -> Quantity:
    bound = row.get("threshold")
    threshold = (
        Threshold(op=str(bound["op"]), value=float(bound["value"]), units=str(bound.get("units") or ""))
        if bound
        else None
    )
    names = [row.get(key) for key in ("standard_name", "variable_id", "indicator", "spectral_index")]
    name = row.get("name") or next((v for v in names if v), "")
    return Quantity(
        name=str(name), standard_name=names[0], variable_id=names[1], indicator=names[2], spectral_index=names[3],
        threshold=threshold, span=_read_span(row),
    )  # fmt: skip


def _read_place(row: Mapping[str, Any]) -> Place:
    box = row.get("bbox")
    distance = row.get("distance_km")
    return Place(
        name=str(row["name"]),
        kind=str(row.get("kind") or "other"),
        country=row.get("country"),
        bbox=BBox.of(box) if box else None,
        relation=row.get("relation"),
        distance_km=None if distance is None else float(distance),
        geometry_id=row.get("geometry_id"),
        span=_read_span(row),
    )


def _read_periods(row: Mapping[str, Any]) -> tuple[Period, ...]:
    """Periods with the spans that stand beside them: inside, they would make a translation look like another plan."""
    periods = row.get("periods") or ()
    spans = row.get("period_spans") or [None] * len(periods)
    return tuple(_read_period({**p, "span": span}) for p, span in zip(periods, spans, strict=True))


def _read_period(row: Mapping[str, Any]) -> Period:
    level = row.get("warming_level")
    role = row.get("role") or "target"
    if role not in ("target", "reference"):
        raise ValueError(f"unknown role {role!r}")
    return Period(
        role="reference" if role == "reference" else "target",
        start=row.get("start"),
        end=row.get("end"),
        warming_level=float(level["value"]) if level else None,
        span=_read_span(row),
    )


def _read_span(row: Mapping[str, Any]) -> Span | None:
    span = row.get("span")
    return (
        Span(start=int(span["start"]), end=int(span["end"]), confidence=float(span.get("confidence", 1.0)))
        if span
        else None
    )
