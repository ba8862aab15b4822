"""Sets: what one model, member, grid and table must have together, and the items of those that have only a part of it. Pure.

An index answers "tasmax or pr"; an analyst who asks for both wants the runs that have both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product

from connectors.items import JSON, Caveat, Item
from connectors.operations import Search

RECORDS = 10_000  # read of each source, so that a set is not called incomplete for a part that was not read
_OF_A_RUN = ("project", "mip_era", "source_id", "experiment_id", "member_id", "grid_label", "domain_id")
_TIMING = ("table_id", "frequency")  # where no table holds all the variables, runs are compared by frequency
_MOST_RUNS_AN_ITEM = 10_000  # of a record that lists its models and members

Run = tuple[str, ...]
Runs = Mapping[Run, Sequence[Item]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """The items of complete sets, those of incomplete ones, and what is to be said of these."""

    items: tuple[Item, ...]
    incomplete: tuple[Item, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def wanted(search: Search) -> dict[str, tuple[str, ...]]:
    """The facets of which every value must be there, with the values; those with a single value restrict nothing more."""
    named = (name for name in search.every if name != "source_id")  # it is models that must have the others
    return {name: values for name in named if len(values := tuple(search.facets.get(name, ()))) > 1}


def complete_sets(items: Sequence[Item], search: Search) -> Sets:
    """Part the items, in their order, into those of complete sets and the rest.

    Facets that are asked for together hold for each other: both variables of both scenarios. A record of many models
    counts for each of them.
    """
    asked = wanted(search)
    by = [name for name in _OF_A_RUN if name not in asked]
    timing = [] if asked.keys() & set(_TIMING) else [_TIMING[0]]
    runs, missing = _parted(items, [*by, *timing], asked)
    if timing and len(missing) == len(runs):
        runs, missing = _parted(items, [*by, _TIMING[1]], asked)
    whole: dict[int, list[Run]] = {}
    for key in runs.keys() - missing.keys():
        for item in runs[key]:
            whole.setdefault(id(item), []).append(key)
    kept = tuple(item for item in items if id(item) in whole)
    rest = tuple(item for item in items if id(item) not in whole)
    named = by.index("source_id")
    facets = {
        name: _counted(kept, name, {i: {k[named] for k in keys} for i, keys in whole.items()}) for name in search.count
    }
    is_of_one = (
        len(search.facets.get("source_id", ())) == 1 and "member_id" in by
    )  # then it is members that are told apart
    told = _told(missing, runs.keys(), asked, by.index("member_id") if is_of_one else named)
    code = "incomplete_members" if is_of_one else "incomplete_sets"
    caveats = (Caveat(code=code, parameters=told),) if told else ()
    return Sets(items=kept, incomplete=rest, caveats=caveats, facets=facets)


def _parted(
    items: Iterable[Item], by: Sequence[str], asked: Mapping[str, tuple[str, ...]]
) -> tuple[Runs, dict[Run, tuple[str, ...]]]:
    """The runs, and what those lack that are incomplete."""
    runs: dict[Run, list[Item]] = {}
    for item in items:
        for key in _runs(item, by):
            runs.setdefault(key, []).append(item)
    return runs, {key: lacks for key, run in runs.items() if (lacks := _missing(run, asked))}


def _runs(item: Item, by: Sequence[str]) -> Iterator[Run]:
    """The runs that a record is part of: one, or as many as it lists models and members."""
    return islice(product(*(_listed(item.get(name)) or ("",) for name in by)), _MOST_RUNS_AN_ITEM)


def _missing(run: Iterable[Item], asked: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The values that a run lacks altogether, then the combinations of those it has that it lacks."""
    held = {values for item in run for values in product(*(_listed(item.get(name)) for name in asked))}
    absent = [v for n, values in enumerate(asked.values()) for v in values if all(one[n] != v for one in held)]
    apart = (values for values in product(*asked.values()) if values not in held and not {*values} & {*absent})
    return (*absent, *(" ".join(values) for values in apart))


def _told(
    missing: Mapping[Run, tuple[str, ...]], runs: Iterable[Run], asked: Mapping[str, tuple[str, ...]], named: int
) -> dict[str, JSON]:
    """How many sets are incomplete, and what each model (or member) lacks that has no complete one; empty without such."""
    able = {key[named] for key in runs if key not in missing}
    lacking: dict[str, list[str]] = {}
    for key, values in missing.items():
        if (model := key[named] or "unnamed") not in able:
            known = lacking.get(model)
            lacking[model] = [v for v in known if v in values] if known is not None else list(values)
    models = {model: sorted(values) for model, values in sorted(lacking.items())}
    together = [value for values in asked.values() for value in values]
    return {"values": together, "sets": len(missing), "n": len(models), "models": models} if models else {}


def _counted(items: Iterable[Item], name: str, models: Mapping[int, set[str]]) -> dict[str, int]:
    """Records by a facet's value; of models, those whose set is complete."""
    values = (v for i in items for v in _listed(i.get(name)) if name != "source_id" or v in models[id(i)])
    return dict(sorted(Counter(values).items()))


def _listed(value: JSON) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(str(v) for v in value)
    return () if value in (None, "") else (str(value),)
