"""The zoo: which models are there, and which of them suit a task; each is a STAC item of the MLM extension."""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files

from connectors.items import JSON, Item


def shipped() -> tuple[JSON, ...]:
    """The items of the models that ship, fresh copies, sorted by id; their weights are a holding."""
    folder = files("connectors.ml").joinpath("models")
    return tuple(
        json.loads(entry.read_text(encoding="utf-8"))
        for entry in sorted(folder.iterdir(), key=lambda e: e.name)
        if entry.name.endswith(".json")
    )


def suited(
    models: Iterable[Item], *, detects: str = "", task: str = "", constellation: str = "", bands: Iterable[str] = ()
) -> tuple[Item, ...]:
    """The models that give class `detects`, do `task`, know the constellation and need no band but these; by id.

    What is left empty is not asked. Items that are no models are passed over.
    """
    offered = frozenset(bands)
    fit = []
    for item in models:
        p = item.properties
        if "mlm:name" not in p:
            continue
        if detects and detects not in {c.get("name") for output in p["mlm:output"] for c in _classes(output)}:
            continue
        if task and task not in p["mlm:tasks"]:
            continue
        if constellation and not constellation.startswith(str(p.get("constellation", constellation))):
            continue
        if offered and not all(band in offered for inputs in p["mlm:input"] for band in band_names(inputs)):
            continue
        fit.append(item)
    return tuple(sorted(fit, key=lambda item: item.id))


def band_names(inputs: JSON) -> tuple[str, ...]:
    """The bands of one model input, in the order in which they are stacked."""
    return tuple(band if isinstance(band, str) else str(band["name"]) for band in inputs.get("bands", ()))


def _classes(output: JSON) -> list[JSON]:
    return list(output.get("classification:classes") or [])
