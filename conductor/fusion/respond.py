"""From step results to findings: each response step gathers what it shows, with the evidence and caveats behind it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from conductor.answer import Finding
from conductor.fusion.calibrate import calibrated
from conductor.fusion.deduplicate import deduplicate
from conductor.fusion.rank import rank
from conductor.fusion.score import evidence_of, parts_of, scored
from conductor.results import StepResult, Successful
from connectors.items import JSON, Caveat, Cube, Found, Item, Loaded, Outcome, Processed, Series, Table, Value
from planners.plan import Plan, Ref, Step

Outcomes = Mapping[str, Outcome]


def fuse(plan: Plan, results: Sequence[StepResult]) -> tuple[Finding, ...]:
    """Every response that the results allow, each once, in the order to be read; results in any order."""
    outcomes = {r.step: r.outcome for r in results if isinstance(r, Successful) and r.outcome is not None}
    ended = {r.step for r in results if isinstance(r, Successful)}
    responses = [(n, s) for n, s in enumerate(plan.steps) if s.kind == "fuse" and s.id in ended]
    findings = (_finding(plan, step, order=order, outcomes=outcomes) for order, step in responses)
    return rank(deduplicate(tuple(f for f in findings if f is not None)))


def _finding(plan: Plan, step: Step, *, order: int, outcomes: Outcomes) -> Finding | None:
    arguments, kind = step.arguments, step.arguments["kind"]
    shown = _contrasted(_picked(arguments.get(kind), outcomes), arguments, outcomes)
    facts = arguments.get("facts") or {}
    if shown is None and kind != "explanation":
        return None
    if (groups := arguments.get("unless")) and all(any(_picked(r, outcomes) for r in group) for group in groups):
        return None
    behind = [outcomes[i] for i in _ancestors(plan, step) if i in outcomes]
    derived = tuple(dict.fromkeys((*_derived_from(behind), *_read_directly(plan, step, outcomes))))
    items = _items(arguments, outcomes)
    caveats = _caveats([*(arguments.get("caveats") or []), *_other_level(arguments, items)], behind)
    value = shown if isinstance(shown, Value) else None
    table = shown if isinstance(shown, Table) else _picked(arguments.get("table"), outcomes)
    details = (
        facts
        | (dict(value.details) if value else {})
        | _listing(kind, shown, items, arguments, outcomes)
        | _drawn(shown, _picked(arguments.get("grid"), outcomes))
    )
    parts = parts_of(details, caveats=caveats, reports=[r for o in behind if isinstance(o, Found) for r in o.reports])
    return Finding(
        intent=step.intent, part=arguments.get("part", 1), step=step.id, order=order, kind=kind, role=arguments.get("role", kind),
        score=scored(reading=plan.intents[step.intent].probability, evidence=calibrated(evidence_of(parts)), parts=parts),
        value=value.value if value else None, units=value.units if value else None,
        low=value.low if value else None, high=value.high if value else None,
        range_meaning=value.range_meaning if value else None,
        n=value.n if value else details.get("n"), details=details,
        quantity=arguments.get("quantity"), place=arguments.get("place"), period=arguments.get("period"),
        reference=arguments.get("reference"), conditions=arguments.get("conditions") or {},
        series=_series(shown, arguments, outcomes), table=table if isinstance(table, Table) else None,
        items=_used(items, derived), caveats=caveats, derived_from=derived,
    )  # fmt: skip


def _picked(reference: Any, outcomes: Outcomes) -> Any:
    """What a response's reference points at; a search's output is a table of counts by facet."""
    if not isinstance(reference, Ref):
        return reference
    match outcomes.get(reference.from_step):
        case Found() as found:
            return _counts(found, reference.output) if reference.output else found.items
        case Loaded() as loaded:
            return loaded.items if reference.output == "items" else loaded.cubes or None
        case Processed() as processed:
            return processed.outputs.get(reference.output or "value")
        case _:
            return None


def _contrasted(shown: Any, arguments: Mapping[str, Any], outcomes: Outcomes) -> Any:
    """A median minus another where a response asks for that; no range can be told of it. None where either is missing."""
    if "minus" not in arguments:
        return shown
    other = _picked(arguments["minus"], outcomes)
    if not isinstance(shown, Value) or not isinstance(other, Value):
        return None
    coverage = min(float(v.details.get("coverage") or 1.0) for v in (shown, other))
    fewest = min(shown, other, key=lambda v: v.n or 0)
    details = dict(fewest.details) | {
        "coverage": coverage,
        "agreement_sign": None,
        "medians": [shown.value, other.value],
    }
    units = "K" if shown.units == "degC" else shown.units
    return Value(value=shown.value - other.value, units=units, n=fewest.n, details=details)


def _counts(found: Found, facet: str) -> Table:
    """Records by a facet's value, as the catalogues counted them; counted here where they did not."""
    counts: Mapping[str, int] = found.facets.get(facet) or Counter(
        v for i in found.items for v in _values(i.get(facet))
    )
    return Table(columns=(facet, "datasets"), rows=tuple(sorted(counts.items())), title=facet)


def _values(value: JSON) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list | tuple) else () if value is None else (str(value),)


def _items(arguments: Mapping[str, Any], outcomes: Outcomes) -> tuple[Item, ...]:
    """The items of one or several searches, each once."""
    references = arguments.get("items") or []
    found = [_picked(r, outcomes) or () for r in (references if isinstance(references, list | tuple) else [references])]
    return tuple({i.id: i for items in found for i in items if isinstance(i, Item)}.values())


def _used(items: tuple[Item, ...], derived_from: tuple[str, ...]) -> tuple[Item, ...]:
    """Of the items found, those that a result was made of; all of them where nothing was computed."""
    made_of = set(derived_from)
    return tuple(i for i in items if i.id in made_of) if made_of else items


def _listing(
    kind: str, shown: Any, items: tuple[Item, ...], arguments: Mapping[str, Any], outcomes: Outcomes
) -> dict[str, JSON]:
    """How many were found and counted, for a listing."""
    reference = arguments.get("items") or arguments.get("table")
    found = outcomes.get(reference.from_step) if isinstance(reference, Ref) else None
    if not isinstance(found, Found) or kind not in ("items", "table"):
        return {}
    matched = max(found.matched or 0, len(found.items))
    rows = len(shown.rows) if isinstance(shown, Table) else matched
    return {"n": rows, "matched": matched, "listed": len(items), "collections": sorted({i.collection for i in items})}


def _other_level(arguments: Mapping[str, Any], items: tuple[Item, ...]) -> list[dict[str, Any]]:
    """Said where scenes are listed but none of a collection that was asked for."""
    asked = (arguments.get("conditions") or {}).get("collections") or []
    given = sorted({i.collection for i in items})
    if not asked or not given or set(asked) & set(given):
        return []
    return [{"code": "other_level", "parameters": {"asked": list(asked), "given": given}}]


def _drawn(shown: Any, grid: Any) -> dict[str, JSON]:
    """Where a map lies, and its cells where the process gave them."""
    cells = {"grid": _grid(grid)} if isinstance(grid, Table) else {}
    if cells and isinstance(shown, Cube) and shown.properties.get("cell_degrees"):
        cells["grid"]["cell_degrees"] = shown.properties["cell_degrees"]
    return cells | ({"map": {"hrefs": list(shown.hrefs), "type": shown.type}} if isinstance(shown, Cube) else {})


def _grid(cells: Table) -> dict[str, JSON]:
    """Rows of latitude, longitude and value as axes and a matrix."""
    lat, lon = (sorted({float(row[i]) for row in cells.rows}) for i in (0, 1))
    at = {(float(y), float(x)): value for y, x, value in cells.rows}
    return {"lat": lat, "lon": lon, "values": [[at.get((y, x)) for x in lon] for y in lat], "units": cells.title}


def _series(shown: Any, arguments: Mapping[str, Any], outcomes: Outcomes) -> Series | None:
    series = shown if isinstance(shown, Series) else _picked(arguments.get("series"), outcomes)
    return series if isinstance(series, Series) else None


def _ancestors(plan: Plan, step: Step) -> list[str]:
    """The steps that a step rests on, in the plan's order."""
    steps = {s.id: s for s in plan.steps}
    seen: set[str] = set()
    stack = list(_read(step))
    while stack:
        identifier = stack.pop()
        if identifier not in seen:
            seen.add(identifier)
            stack += _read(steps[identifier])
    return [s.id for s in plan.steps if s.id in seen]


def _read(step: Step) -> tuple[str, ...]:
    """The steps whose outputs a step is made of: not those that would only make it needless."""
    return replace(step, arguments={k: v for k, v in step.arguments.items() if k != "unless"}).needs


def _caveats(said: Sequence[Mapping[str, Any]], behind: Sequence[Outcome]) -> tuple[Caveat, ...]:
    """Caveats of the plan and of every step behind, each once; sources that did not answer are one."""
    caveats = [Caveat(code=c["code"], parameters=c.get("parameters", {})) for c in said]
    caveats += [c for outcome in behind for c in outcome.caveats]
    silent = sorted({r.source for o in behind if isinstance(o, Found) for r in o.reports if r.state not in _ANSWERED})
    if silent and all(c.code != "not_all_sources" for c in caveats):
        caveats.append(Caveat(code="not_all_sources", parameters={"missing": silent}))
    return tuple({repr((c.code, sorted(c.parameters.items(), key=str))): c for c in caveats}.values())


_ANSWERED = frozenset({"ok", "empty", "skipped_offline", "skipped_capability"})


def _read_directly(plan: Plan, step: Step, outcomes: Outcomes) -> tuple[str, ...]:
    """Ids of the files that were read by steps which give no array and so no account of their own."""
    steps = {s.id: s for s in plan.steps}
    silent = [
        steps[i]
        for i in _ancestors(plan, step)
        if isinstance(made := outcomes.get(i), Processed)
        and not any(isinstance(o, Cube) for o in made.outputs.values())
    ]
    loaded = [o for s in silent for n in s.needs if isinstance(o := outcomes.get(n), Loaded)]
    return tuple(i for o in loaded for c in o.cubes for i in (c.derived_from or (c.id,)) if i)


def _derived_from(behind: Sequence[Outcome]) -> tuple[str, ...]:
    """Ids of what the result was made of: the last array's own account, else what was loaded, else nothing."""
    for outcome in reversed(behind):
        if isinstance(outcome, Processed):
            named = [i for o in outcome.outputs.values() if isinstance(o, Cube) for i in o.derived_from]
            if named:
                return tuple(dict.fromkeys(named))
    loaded = [o for o in behind if isinstance(o, Loaded)]
    return tuple(dict.fromkeys(i for o in loaded for c in o.cubes for i in (c.derived_from or (c.id,)) if i))
