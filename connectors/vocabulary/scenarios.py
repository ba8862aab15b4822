"""The experiments of CMIP6, CMIP5, CORDEX, CMIP7, CMIP3 and ENSEMBLES, and how scenarios are spelt and worded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from connectors.vocabulary import tables
from connectors.vocabulary.entries import Entry, Wording
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.spelling import squash

_SHAPED = Pattern(
    r"(?<![^\W_])(?<!esm-)(ssp|rcp)[\s_-]{0,2}(\d)(?:(?:[\s._-]{0,2}|,)(\d)(?:[.,\s]{0,2}(\d))?)?(?:[-_]?(over|os)\b)?(?![\w])",
    re.IGNORECASE,
)
_AND = r"(?:\s{0,3}(?:,|/|\+|&|;|\bet\b|\band\b|\bou\b|\bor\b|\bvs\.?|\bversus\b|\bto\b|\bà\b)){1,3}"
_LIST = Pattern(rf"{_AND}\s{{0,3}}(\d[.\-]?\d?[.,]?\d)(?![\w.,]{{0,12}}\d)", re.IGNORECASE)
_MAIN = (
    "ssp119",
    "ssp126",
    "ssp245",
    "ssp370",
    "ssp434",
    "ssp460",
    "ssp534-over",
    "ssp585",
    "rcp26",
    "rcp45",
    "rcp60",
    "rcp85",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExperimentEntry(Entry):
    """An experiment; `start` and `end` are whole years, None where the simulation has no calendar of its own."""

    mip_era: str
    project: str
    activity_ids: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    parents: tuple[str, ...] = ()
    description: str = ""


class Shaped(NamedTuple):
    """Something written like a scenario: the ids it can mean, none where no such scenario exists."""

    start: int
    end: int
    ids: tuple[str, ...]
    family: bool


def experiments() -> tuple[ExperimentEntry, ...]:
    """Every experiment, in the order of the table: CMIP6, CMIP5, CORDEX, CMIP7, older ones."""
    return tuple(entry for entries in _by_id().values() for entry in entries)


def experiment(experiment_id: str, *, mip_era: str | None = None, project: str | None = None) -> ExperimentEntry | None:
    """The experiment of an id in any case; of several eras the newest, unless an era or a project is named."""
    found = _by_id().get(experiment_id.lower(), ())
    for entry in found:
        if mip_era in (None, entry.mip_era) and project in (None, entry.project):
            return entry
    return None


def nearest(text: str, *, limit: int = 3) -> tuple[ExperimentEntry, ...]:
    """The real experiments whose spelling is nearest; for something like SSP9-2.0 the scenarios nearest in forcing."""
    from rapidfuzz import fuzz, process

    shaped = _SHAPED.search(text)
    if shaped and shaped.group(3):
        forcing = float(f"{shaped.group(3)}.{shaped.group(4) or 0}")
        family = shaped.group(1).lower()
        ranked = sorted((m for m in _MAIN if m.startswith(family)), key=lambda m: abs(_forcing(m) - forcing))
        return tuple(e for e in (experiment(m) for m in ranked[:limit]) if e)
    keys = {squash(entry.id): entry for entry in reversed(experiments())}
    hits = process.extract(squash(text), list(keys), scorer=fuzz.ratio, limit=limit, score_cutoff=50)
    return tuple(keys[key] for key, _, _ in hits)


def looks_like_scenario(text: str) -> bool:
    """True for what is written like a scenario whether or not it exists: SSP9-2.0, RCP 9.9, SSP4."""
    return _SHAPED.search(text) is not None


def shaped(text: str) -> tuple[Shaped, ...]:
    """Every scenario written in the pattern of SSPs and RCPs, lists included: `ssp119/245/585`, `RCP 4.5 and 8.5`, `SSP4`."""
    found: list[Shaped] = []
    for match in _SHAPED.finditer(text):
        prefix, first, second, third, over = match.groups()
        prefix = prefix.lower()
        if second is None:
            family = tuple(m for m in _MAIN if m.startswith(prefix + first))
            if prefix == "ssp" or not family:
                found.append(Shaped(match.start(), match.end(), family, bool(family)))
            continue
        number = first + second + (third or "")
        found.append(Shaped(match.start(), match.end(), _known(prefix, number, bool(over)), False))
        found.extend(_continued(text, match.end(), prefix))
    return tuple(found)


def _continued(text: str, position: int, prefix: str) -> Iterator[Shaped]:
    while match := _LIST.match(text, position):
        ids = _known(prefix, re.sub(r"\D", "", match.group(1)), False)
        if not ids:
            return
        yield Shaped(match.start(1), match.end(1), ids, False)
        position = match.end()


def _known(prefix: str, digits: str, over: bool) -> tuple[str, ...]:
    wanted = f"{prefix}{digits}"
    if wanted == "ssp534":
        return ("ssp534-over",)
    return (wanted,) if wanted in _MAIN and not over else ()


def _forcing(name: str) -> float:
    digits = re.sub(r"\D", "", name)
    return float(f"{digits[-2]}.{digits[-1]}")


def wordings() -> Iterator[Wording]:
    """Every way to write an experiment, scenario words included; `assumed` marks those that do not name it."""
    for row in tables.rows("scenario_wordings"):
        entry_id = f"{row[1]}:{row[0]}"
        for language, cell in (("en", row[4]), ("fr", row[5])):
            for text, implies in tables.worded(cell):
                if len(text) < 3:
                    yield Wording(text.upper(), entry_id, form="short")
                else:
                    yield Wording(text, entry_id, "en" if language == "en" else "fr", implies)
    seen = set()
    for entry in experiments():
        if entry.id.lower() not in seen and len(entry.id) > 2:
            seen.add(entry.id.lower())
            yield Wording(entry.id, f"{entry.mip_era}:{entry.id}", form="identifier")


@cache
def _by_id() -> dict[str, tuple[ExperimentEntry, ...]]:
    names = {(row[0], row[1]): row for row in tables.rows("scenario_wordings")}
    found: dict[str, list[ExperimentEntry]] = {}
    for row in tables.rows("experiments"):
        known = names.get((row[0], row[1]))
        entry = ExperimentEntry(
            id=row[0], name_en=known[2] if known else row[4], name_fr=known[3] if known else row[4],
            aliases=tuple(text for cell in known[4:6] for text, _ in tables.worded(cell)) if known else (),
            source=tables.source("experiments"), mip_era=row[1], project=row[2], activity_ids=tables.listed(row[3]),
            start=tables.number(row[5]), end=tables.number(row[6]), parents=tables.listed(row[7]), description=row[4],
        )  # fmt: skip
        found.setdefault(row[0].lower(), []).append(entry)
    return {key: tuple(entries) for key, entries in found.items()}
