"""A reading on a terminal: its slots one a line, what was typed beside what it is taken for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from connectors.extents import BBox
    from planners.intent import Intent, Period, Place, Quantity

_LISTS = ("phenomena", "collections", "statistics", "outputs", "processes", "models", "topics")


def heading(intent: Intent, *, parts: int) -> Text:
    """The action and how probable it is; the part where there are several."""
    part = f"   part {intent.part} of {parts}" if parts > 1 else ""
    return Text.assemble(
        (intent.action or "no action", "bold"), ("  "), (f"{intent.probability:.2f}", "cyan"), (part, "dim")
    )


def slots(intent: Intent) -> Table:
    """The slots that are filled, each value on its line."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    last = ""
    for slot, value in lines(intent):
        table.add_row(f"  {slot}" if slot != last else "", value)
        last = slot
    return table


def lines(intent: Intent) -> Iterator[tuple[str, Text]]:
    """Slot by slot in the contract's order: its name, and one value of it."""
    for quantity in intent.quantities:
        yield "quantity", _quantity(quantity)
    for place in intent.places:
        yield "place", _place(place)
    for period in intent.periods:
        yield "reference" if period.role == "reference" else "period", Text(_period(period))
    if intent.months:
        yield "months", Text(" ".join(map(str, intent.months)))
    for key, values in intent.facets.items():
        yield key, Text(", ".join(values))
    yield from _together(intent)
    for key, value in intent.filters.items():
        yield key, Text(", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value))
    for slot in _LISTS:
        if values := getattr(intent, slot):
            yield slot, Text(", ".join(values))
    for slot in ("words", "aggregation", "compared"):
        if value := getattr(intent, slot):
            yield slot, Text(value)
    if intent.follow_up:
        yield "follow-up", Text("taken together with the turns before")


def _together(intent: Intent) -> Iterator[tuple[str, Text]]:
    """The facets of which all values are wanted of a model, where there are several."""
    if names := [name for name in intent.together if len(intent.facets.get(name, ())) > 1]:
        yield "together", Text(", ".join(names))


def _quantity(quantity: Quantity) -> Text:
    ids = (quantity.indicator, quantity.variable_id, quantity.spectral_index, quantity.standard_name)
    known = " · ".join(dict.fromkeys(i for i in ids if i))
    bound = quantity.threshold
    limit = f"  {bound.op} {bound.value:g} {bound.units}" if bound else ""
    return Text.assemble(known or quantity.name, limit, (f"  “{quantity.name}”" if known else "", "dim"))


def _place(place: Place) -> Text:
    relation = f"{place.relation.replace('_', ' ')} " if place.relation else ""
    if place.relation == "within_distance" and place.distance_km is not None:
        relation = f"within {place.distance_km:g} km of "
    where = ", ".join(part for part in (place.kind.replace("_", " "), place.country) if part)
    return Text.assemble(f"{relation}{place.name}", (f"  {where}{_box(place.bbox) if place.bbox else ''}", "dim"))


def _box(box: BBox) -> str:
    """The box to a tenth of a degree, its hemispheres in letters: `106.7° W–93.5° W, 25.8° N–36.5° N`."""
    west, east = (f"{abs(x):.1f}° {'W' if x < 0 else 'E'}" for x in (box.west, box.east))
    south, north = (f"{abs(y):.1f}° {'S' if y < 0 else 'N'}" for y in (box.south, box.north))
    return f"  {west}–{east}, {south}–{north}"


def _period(period: Period) -> str:
    if period.warming_level is not None:
        return f"{period.warming_level:+g} °C of global warming"
    return f"{period.start or '…'} – {period.end or '…'}"
