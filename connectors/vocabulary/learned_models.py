"""Models that learn from data, by name and version: "ResNet-50", "YOLOv8", "Prithvi-EO-2.0", "a random forest"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from connectors.vocabulary import tables
from connectors.vocabulary.entries import Entry, Wording
from connectors.vocabulary.patterns import Pattern

_ADDRESSED = "addressed"
# Names that are also other words count in their own spelling only, right behind what is done with a model.
_ADDRESSING = (
    r"(?:fine[- ]?tun\w+|run|runs|apply|use|using|with|train|retrain|adapt|affine[rz]?|affiner|(?:r[eé]-?)?entra[iî]n\w+|ex[eé]cute[rz]?|"
    r"lance[rz]?|utilise[rz]?|applique[rz]?|"
    r"fais tourner|avec|than|que|vs\.?|versus|contre|compare[rz]?)"
)
_OTHERS = r"(?:Prithvi|TerraMind|SatMAE|DOFA|CROMA|U-Net)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelEntry(Entry):
    """A model that is run rather than searched for: `kind` is hydrological, hydraulic, ml, weather or framework."""

    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """How a model is written with its version, and how that is written back: `YOLOv{}`."""

    pattern: Pattern
    written: str
    entry: ModelEntry


@cache
def learned_models() -> dict[str, ModelEntry]:
    """Every model by its id."""
    return {row[0]: _entry(row) for row in tables.rows("learned_models")}


def wordings() -> Iterator[Wording]:
    """Every way to name a model in words."""
    for row in tables.rows("learned_models"):
        for text, implies in tables.worded(row[4]):
            yield Wording(text, row[0], "en", implies)
        for text, implies in tables.worded(row[5]):
            yield Wording(text, row[0], "fr", implies)


def versioned(text: str) -> Iterator[tuple[int, int, ModelEntry]]:
    """Where a text names a model with its version, or by a name that is a model's only behind a word of use."""
    for shape in _shapes():
        for match in shape.pattern.finditer(text):
            version = (match.groupdict().get("version") or "").upper()
            name = shape.written.format(version) if version or "{}" not in shape.written else shape.entry.id
            entry = learned_models().get(name) or ModelEntry(
                id=name, name_en=name, name_fr=name, source=shape.entry.source, kind=shape.entry.kind
            )
            yield match.start("name"), match.end("name"), entry


def _entry(row: list[str]) -> ModelEntry:
    return ModelEntry(
        id=row[0], name_en=row[2], name_fr=row[3], aliases=tables.texts(row[4], row[5]), source=tables.source("learned_models"),
        kind="weather" if row[1] == "weather" else "ml",
    )  # fmt: skip


@cache
def _shapes() -> tuple[_Shape, ...]:
    return tuple(
        _Shape(pattern=Pattern(_pattern(row), re.IGNORECASE), written=row[7] or row[0], entry=_entry(row))
        for row in tables.rows("learned_models")
        if row[6]
    )


def _pattern(row: list[str]) -> str:
    if row[6] != _ADDRESSED:
        return rf"(?<![\w-])(?P<name>{row[6]})(?![\w+])"
    return (
        rf"(?:\b{_ADDRESSING}|\b{_OTHERS}(?: and| or| et| ou|,))(?: the| a| le| un)? (?P<name>(?-i:{row[0]}))\b"
        r"(?! (?:soils?|satellites?|signals?|bay))"
    )
