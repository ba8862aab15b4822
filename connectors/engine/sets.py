"""Sets: what one model, member, grid and table must have together, and the items of those that have only a part of it. Pure.

An index answers "tasmax or pr"; an analyst who asks for both wants the runs that have both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from connectors.items import JSON, Caveat, Item
from connectors.operations import Search

RECORDS = 10_000  # read of each source, so that a set is not called incomplete for a part that was not read
_OF_A_RUN = ("project", "mip_era", "source_id", "experiment_id", "member_id", "grid_label", "domain_id")
_TIMING = ("table_id", "frequency")  # where no table holds all the variables, runs are compared by frequency


@dataclass(frozen=True, slots=True, kw_only=True)
class Sets:
    """The items of complete sets, those of incomplete ones, and what is to be said of these."""

    items: tuple[Item, ...]
    incomplete: tuple[Item, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def wanted(search: Search) -> dict[str, tuple[str, ...]]:
    """The facets of which every value must be there, with the values; those with a single value restrict nothing more."""
    return {name: values for name in search.every if len(values := tuple(search.facets.get(name, ()))) > 1}


def complete_sets(items: Sequence[Item], search: Search) -> Sets:
    """Part the items, in their order, into those of complete sets and the rest."""
    asked = wanted(search)
    by = [name for name in _OF_A_RUN if name not in asked]
    runs = _grouped(items, by=[*by, _TIMING[0]])
    if not any(not _missing(run, asked) for run in runs.values()):
        runs = _grouped(items, by=[*by, _TIMING[1]])
    missing = {key: lacks for key, run in runs.items() if (lacks := _missing(run, asked))}
    part = {id(item) for key in missing for item in runs[key]}
    whole = tuple(item for item in items if id(item) not in part)
    rest = tuple(item for item in items if id(item) in part)
    facets = {name: _counted(whole, name) for name in search.count}
    return Sets(items=whole, incomplete=rest, caveats=_told(missing, runs, asked), facets=facets)


def _grouped(items: Iterable[Item], *, by: Sequence[str]) -> dict[tuple[str, ...], list[Item]]:
    groups: dict[tuple[str, ...], list[Item]] = {}
    for item in items:
        groups.setdefault(tuple(_text(item.get(name)) for name in by), []).append(item)
    return groups


def _missing(run: Iterable[Item], asked: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The values that a run lacks."""
    held: dict[str, set[str]] = {name: set() for name in asked}
    for item in run:
        for name in asked:
            held[name].update(_listed(item.get(name)))
    return tuple(value for name, values in asked.items() for value in values if value not in held[name])


def _told(
    missing: Mapping[tuple[str, ...], tuple[str, ...]],
    runs: Mapping[tuple[str, ...], Sequence[Item]],
    asked: Mapping[str, tuple[str, ...]],
) -> tuple[Caveat, ...]:
    """One caveat: how many sets are incomplete, and what each model lacks that has no complete one; none without such."""
    able = {model for key, run in runs.items() if key not in missing for model in _models(run)}
    lacking: dict[str, set[str]] = {}
    for key, values in missing.items():
        for model in _models(runs[key]) - able:
            lacking.setdefault(model, set(values)).intersection_update(values)
    models = {model: sorted(values) for model, values in sorted(lacking.items())}
    if not models:
        return ()
    together = [value for values in asked.values() for value in values]
    parameters: dict[str, JSON] = {"values": together, "sets": len(missing), "n": len(models), "models": models}
    return (Caveat(code="incomplete_sets", parameters=parameters),)


def _models(run: Iterable[Item]) -> set[str]:
    return {model for item in run for model in _listed(item.get("source_id")) or ("unnamed",)}


def _counted(items: Iterable[Item], name: str) -> dict[str, int]:
    return dict(sorted(Counter(value for item in items for value in _listed(item.get(name))).items()))


def _listed(value: JSON) -> tuple[str, ...]:
    if isinstance(value, list | tuple):
        return tuple(str(v) for v in value)
    return () if value in (None, "") else (str(value),)


def _text(value: JSON) -> str:
    return ",".join(sorted(_listed(value)))
