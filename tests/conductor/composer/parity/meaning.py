"""A meaning: wordings in both languages that must give the same value of the slots named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from conductor.answer import Understanding
from conductor.composer.contract import to_dict
from tests.conductor.composer.understood import understood

TURNS = " || "  # between the turns of a dialogue
SAME = object()  # a slot whose value is not told: the first wording's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """Wordings of one meaning; `frames` put each into a whole question at its `{}`, `slots` hold a slot's value or SAME.

    A slot is a field of the intent, `facets.<key>`, `filters.<key>`, `declined`, `clarification` or `parts`; `2:places` is the second part's.
    """

    name: str
    english: tuple[str, ...]
    french: tuple[str, ...]
    slots: Mapping[str, Any]
    frames: tuple[str, str] = field(default=("{}", "{}"))

    def questions(self) -> list[str]:
        """Every whole question once, the English ones first; some wordings are the same in both languages."""
        said = [
            frame.replace("{}", wording)
            for frame, wordings in zip(self.frames, (self.english, self.french), strict=True)
            for wording in wordings
        ]
        return list(dict.fromkeys(said))


def parted(meaning: Meaning) -> list[str]:
    """The questions whose slots part from the meaning's, with what they gave."""
    found: list[str] = []
    wanted = {
        slot: value if value is SAME else _comparable(slot.rpartition(":")[2], value)
        for slot, value in meaning.slots.items()
    }
    for question in meaning.questions():
        *before, last = question.split(TURNS)
        said = understood(last, after=before)
        for slot, value in list(wanted.items()):
            got = _read(said, slot)
            if value is SAME:
                wanted[slot] = got
            elif got != value:
                found.append(f"{question!r}: {slot} {got!r}, not {value!r}")
    return found


def _read(said: Understanding, slot: str) -> Any:
    if slot == "declined":
        return said.declined.reason if said.declined else None
    if slot == "clarification":
        return said.clarification.slot if said.clarification else None
    if slot == "parts":
        return len({intent.part for intent in said.intents})
    if not said.intents:
        return None
    part, _, field_name = slot.rpartition(":")
    intent = next((one for one in to_dict(said)["intents"] if one["part"] == int(part or 1)), None)
    if intent is None:
        return None
    key, _, facet = field_name.partition(".")
    return _comparable(field_name, intent[key].get(facet) if facet else intent[key])


def _comparable(slot: str, value: Any) -> Any:
    """A value without spans and order, so that two of them can be compared."""
    if isinstance(value, Mapping):
        return {key: _comparable(f"{slot}.{key}", one) for key, one in value.items()}
    if not isinstance(value, list | tuple):
        return value
    written = {"quantities": _quantity, "places": _place, "periods": _period}.get(slot)
    return sorted((written(one) if written and isinstance(one, Mapping) else one for one in value), key=str)


def _quantity(said: Mapping[str, Any]) -> str:
    """The identifiers of a quantity in one word: `tas`, `tx_days_above>30degC`."""
    known = "/".join(said[key] for key in ("indicator", "variable_id", "spectral_index") if said.get(key))
    bound = said.get("threshold")
    return (known or str(said.get("standard_name"))) + (
        f"{bound['op']}{bound['value']:g}{bound['units']}" if bound else ""
    )


def _place(said: Mapping[str, Any]) -> str:
    """The globe by its kind, another place by its country, rounded box and relation."""
    box = [round(edge) for edge in said["bbox"]] if said["bbox"] else said["name"]
    whole = "globe" if said["kind"] == "globe" else f"{said['country']} {box}"
    return " ".join(str(one) for one in (said["relation"], said["distance_km"], whole) if one)


def _period(said: Mapping[str, Any]) -> str:
    level = said.get("warming_level")
    return f"{said['role']} " + (f"{level['value']:g} degC" if level else f"{said['start']}..{said['end']}")
