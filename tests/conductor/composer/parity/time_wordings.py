"""Meanings of periods, written short: how times of the parity tables are told."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

PAST = ("rainfall in Poland {}", "pluie en Pologne {}")
FUTURE = ("temperature of Poland {} under ssp370", "température de la Pologne {} selon ssp370")
SCENES = ("Sentinel-2 scenes of Krakow {}", "scènes Sentinel-2 de Cracovie {}")
SOUTH = ("rainfall in Uruguay {}", "pluie en Uruguay {}")


def when(name: str, periods: str, english: str, french: str, *, frames: tuple[str, str] = PAST) -> Meaning:
    """A meaning of periods alone: `;` parts them, lines part the wordings, an open end is left out."""
    wanted = [_written(period) for period in periods.split("; ")] if periods else []
    slots = {"periods": wanted}
    return Meaning(name=name, english=_lines(english), french=_lines(french), slots=slots, frames=frames)


def recurring(name: str, months: tuple[int, ...], english: str, french: str, *, periods: str = "") -> Meaning:
    """A meaning of months that recur, with the periods that go with them."""
    meaning = when(name, periods, english, french)
    slots = {**meaning.slots, "months": months}
    return Meaning(name=name, english=meaning.english, french=meaning.french, slots=slots, frames=PAST)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


def _written(period: str) -> str:
    """A period as the plan writes it: a target unless its role is said, an open end `None`."""
    role, _, dates = period.rpartition(" ")
    if "degC" in period:
        return period
    return f"{role or 'target'} " + "..".join(end or "None" for end in dates.split(".."))
