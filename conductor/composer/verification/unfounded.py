"""Unfounded: a value that neither the question's words nor a vocabulary bear out; Dropped: its record."""

from __future__ import annotations

from dataclasses import dataclass


class Unfounded(Exception):
    """Why a value is not kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A value that was not kept, and why."""

    slot: str
    value: str
    reason: str
