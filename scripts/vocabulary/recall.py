"""How much of a gold set the vocabulary alone finds: `python -m scripts.vocabulary.recall GOLD.jsonl [--misses]`.

Recall only: a value counts as found where some match carries it, whatever else was found. Turns of a dialogue are left out,
as their values may stand in the turns before. Extra places are counted where gold lists places.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from connectors.vocabulary.phrases import FamilyEntry, Match, find_names
from connectors.vocabulary.quantities import QuantityEntry
from connectors.vocabulary.toponyms import PlaceMatch, find_places

MASKED = ("quantity", "experiment", "facet", "collection", "platform", "process", "model", "server", "scenario_family")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    seen: dict[str, list[bool]] = defaultdict(list)
    extra = 0
    for line in Path(options.gold).read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        if item.get("history"):
            continue
        names = find_names(item["question"], item["lang"])
        spans = [
            (m.start, m.end)
            for m in names
            if m.kind in MASKED and not (m.kind == "facet" and ":data_node" in m.entry.id)
        ]
        places = [m for m in find_places(item["question"], item["lang"], spans) if m.confidence >= 0.5]
        for part in item["gold"].get("parts") or [item["gold"]]:
            for slot, wanted, found in _checked(part, names, places):
                seen[slot].append(found)
                if not found and options.misses:
                    print(f"{item['id']} {slot}: {wanted}\n    {item['question'][:200]}\n    {_short(names, places)}")
            if "places" in part and "parts" not in item["gold"]:
                surplus = len(places) - len(part["places"])
                extra += max(0, surplus)
                if surplus > 0 and options.misses:
                    print(
                        f"{item['id']} EXTRA places: {[p.text for p in places]} for {[p['name'] for p in part['places']]}\n    {item['question'][:200]}"
                    )
    for slot, results in sorted(seen.items()):
        print(f"{slot:14} {sum(results):4} of {len(results):4}  {sum(results) / len(results):6.1%}")
    print(f"places too many: {extra}")


def _checked(
    part: dict[str, Any], names: tuple[Match, ...], places: list[PlaceMatch]
) -> Iterator[tuple[str, Any, bool]]:
    entries = [m.entry for m in names]
    quantities = [e for e in entries if isinstance(e, QuantityEntry)]
    for wanted in part.get("quantities") or []:
        ids = {
            k: v
            for k, v in wanted.items()
            if k in ("variable_id", "indicator", "spectral_index", "standard_name") and v
        }
        yield "quantities", ids, any(all(getattr(q, k) == v for k, v in ids.items()) for q in quantities)
    for facet, values in (part.get("facets") or {}).items():
        for value in values:
            yield f"facet {facet}" if facet != "experiment_id" else "experiment", value, _has(facet, value, names)
    for slot in ("collections", "phenomena", "statistics", "outputs", "processes", "models"):
        for value in part.get(slot) or []:
            yield slot, value, any(value == e.id for e in entries) or value in {i for m in names for i in m.implies}
    for wanted in part.get("places") or []:
        yield "places (first)", wanted["name"], any(_fits(wanted, p, 1) for p in places)
        yield "places (any)", wanted["name"], any(_fits(wanted, p, 99) for p in places)


def _has(facet: str, value: str, names: tuple[Match, ...]) -> bool:
    for match in names:
        if isinstance(match.entry, FamilyEntry):
            if value in match.entry.experiment_ids:
                return True
        elif match.entry.id == value:
            return True
    words = {"mon": "monthly", "day": "daily", "yr": "annual", "1hr": "hourly"}
    if facet == "frequency":
        return any(m.entry.id == words.get(value) for m in names)
    return facet == "mip_era" and _has_rcp(names)


def _has_rcp(names: tuple[Match, ...]) -> bool:
    return any(m.kind == "experiment" and getattr(m.entry, "mip_era", "") == "CMIP5" for m in names)


def _fits(wanted: dict[str, Any], match: PlaceMatch, depth: int) -> bool:
    for entry in match.entries[:depth]:
        if wanted.get("kind") == "globe":
            if entry.kind == "globe":
                return True
            continue
        inside = wanted.get("lat") is None or entry.bbox.buffered(5).contains(wanted["lon"], wanted["lat"])
        small = max(entry.bbox.width, entry.bbox.north - entry.bbox.south) <= wanted.get("max_span_deg", 360)
        same = not wanted.get("country") or not entry.country or wanted["country"] == entry.country
        if inside and small and same:
            return True
    return False


def _short(names: tuple[Match, ...], places: list[PlaceMatch]) -> str:
    return "; ".join(
        [f"{m.text}={m.kind}:{m.entry.id}" for m in names] + [f"{p.text}=place:{p.best.name_en}" for p in places]
    )


if __name__ == "__main__":
    main()
