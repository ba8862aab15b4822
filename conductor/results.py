"""How a step ended, in the words of OGC API – Processes: Successful, Failed or Dismissed; and a page of what searches found."""

from __future__ import annotations

from dataclasses import dataclass

from connectors.items import Caveat, Item, Outcome, SourceReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Successful:
    """The step gave an outcome; an empty search is one."""

    step: str
    outcome: Outcome | None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """The step failed; `error` is the class name, `message` what to tell a person."""

    step: str
    error: str
    message: str
    source: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissed:
    """The step was not run, or was stopped: a step it needs failed, the deadline passed, the asker left."""

    step: str
    because: str


StepResult = Successful | Failed | Dismissed


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """One page of the searches of a question: what was found, how the sources fared; `cursor` is empty on the last one."""

    number: int
    items: tuple[Item, ...]
    reports: tuple[SourceReport, ...]
    caveats: tuple[Caveat, ...] = ()
    incomplete: tuple[Item, ...] = ()
    matched: int | None = None
    complete: bool = True
    cursor: str = ""
