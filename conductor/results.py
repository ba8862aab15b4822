"""How a step ended: Successful, Failed or Dismissed (OGC API – Processes job words)."""

from __future__ import annotations

from dataclasses import dataclass

from connectors.items import Outcome


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
