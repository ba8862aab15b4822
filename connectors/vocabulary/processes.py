"""What can be run and where: openEO and service processes, xclim indicators as processes, servers, models by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from connectors.vocabulary import tables
from connectors.vocabulary.entries import Entry, Wording
from connectors.vocabulary.learned_models import ModelEntry, learned_models
from connectors.vocabulary.learned_models import wordings as learned_wordings

__all__ = ("ModelEntry", "model", "models", "process", "processes", "server", "wordings")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessEntry(Entry):
    """A process: `family` is openeo, xclim, finch, rook, weaver …"""

    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerEntry(Entry):
    """A processing server or data platform that can be named in a question."""


def process(process_id: str) -> ProcessEntry | None:
    """The process of an id; an xclim indicator is one."""
    return _processes().get(process_id)


def processes() -> tuple[ProcessEntry, ...]:
    """Every process known by name."""
    return tuple(_processes().values())


def server(server_id: str) -> ServerEntry | None:
    """The server of an id."""
    return _servers().get(server_id)


def model(model_id: str) -> ModelEntry | None:
    """The model of an id, in any case."""
    return _models().get(model_id) or _models().get(next((k for k in _models() if k.lower() == model_id.lower()), ""))


def models() -> tuple[ModelEntry, ...]:
    """Every model known by name."""
    return tuple(_models().values())


def wordings() -> Iterator[tuple[str, Wording]]:
    """(kind, wording) of every process, server and model that a question can name in words."""
    for row in tables.rows("services"):
        for language, cell in (("en", row[5]), ("fr", row[6])):
            for text, implies in tables.worded(cell):
                yield row[0], Wording(text, row[1], "en" if language == "en" else "fr", implies)
    for wording in learned_wordings():
        yield "model", wording


@cache
def _processes() -> dict[str, ProcessEntry]:
    found = {}
    for row in tables.rows("services"):
        if row[0] == "process":
            aliases = tables.texts(row[5], row[6])
            found[row[1]] = ProcessEntry(
                id=row[1],
                name_en=row[3],
                name_fr=row[4],
                aliases=aliases,
                source=tables.source("services"),
                family=row[2],
            )
    for row in tables.rows("indicators"):
        if row[1] == "xclim":
            entry = ProcessEntry(
                id=row[0], name_en=row[2], name_fr=row[3], source=tables.source("indicators"), family="xclim"
            )
            found.setdefault(row[0], entry)
    for row in tables.rows("processes"):
        entry = ProcessEntry(
            id=row[0], name_en=row[1], name_fr=row[1], source=tables.source("processes"), family="openeo"
        )
        found.setdefault(row[0], entry)
    return found


@cache
def _servers() -> dict[str, ServerEntry]:
    return {
        row[1]: ServerEntry(
            id=row[1],
            name_en=row[3],
            name_fr=row[4],
            aliases=tables.texts(row[5], row[6]),
            source=tables.source("services"),
        )
        for row in tables.rows("services")
        if row[0] == "server"
    }


@cache
def _models() -> dict[str, ModelEntry]:
    run = {
        row[1]: ModelEntry(
            id=row[1], name_en=row[3], name_fr=row[4], aliases=tables.texts(row[5], row[6]),
            source=tables.source("services"), kind=row[2],
        )
        for row in tables.rows("services")
        if row[0] == "model"
    }  # fmt: skip
    return {**run, **learned_models()}
