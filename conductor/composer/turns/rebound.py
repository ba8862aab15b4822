"""A bound or an extreme said without its quantity: "make the threshold 40", "et à 38 °C ?", "and the minimum?"."""

from __future__ import annotations

from dataclasses import replace

from conductor.composer.reading import Reading
from conductor.composer.what.thresholds import Bound, read_bounds, unit_written
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.quantities import by_variable
from planners.intent import Intent, Quantity, Threshold

_LOW = Pattern(r"\b(?:min|mins|minim(?:um|ums|a|al|ale|aux|ales)|lows?|lowest|coldest)\b(?!\s*(?:of|de|d')?\s*-?\d)")
_HIGH = Pattern(r"\b(?:max|maxs|maxim(?:um|ums|a|al|ale|aux|ales)|highs?|highest|hottest)\b(?!\s*(?:of|de|d')?\s*-?\d)")
_BARE = Pattern(
    r"(?<![\w.,/:-])(?P<sign>-|minus |moins )?(?P<number>\d{1,4}(?:[.,]\d{1,4})?) ?(?P<unit>°? ?c\b|°? ?f\b|°|deg(?:ree|re)?s?\b(?: ?[cf]\b| celsius| fahrenheit)?|mm\b(?: ?/ ?(?:d|day|j|jour)\b)?|m/s\b|km/h\b|%)?"
    r"(?=\s*(?:$|[,;!?)]|\.(?!\d)|\b(?:instead|rather|please|plz|plutot|stp|svp|a la place|this time|cette fois|now|maintenant|then|alors|threshold|seuil|and|et)\b))"
)
_TOO = Pattern(r"\b(?:too|so|trop|si) (?:low|high|bas(?:se)?|haute?|elevee?)s?\b")  # of a figure that is doubted
_NAMED = Pattern(r"\b(?:thresholds?|seuils?|cut-?off|bar)\b")
_ASKED_OF = {"tas", "tasmax", "tasmin"}
_OPEN = ("", "deg")  # what was written says no unit
_KINDS = (
    frozenset({"degC", "degF", "K"}),
    frozenset({"mm", "mm/day", "cm", "inch"}),
    frozenset({"m/s", "km/h", "mph", "kt"}),
)


def rebound(said: Reading, intent: Intent) -> tuple[Quantity, ...] | None:
    """The quantities of the turn before with another bound or the opposite extreme; None where the turn says neither."""
    if said.named.quantities or said.phenomena:
        return None
    return _bounded(said, intent.quantities) or _extreme(said, intent)


def _bounded(said: Reading, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...] | None:
    old = next((q.threshold for q in quantities if q.threshold), None)
    if old is None:
        return _newly_bounded(said, quantities)
    if said.filters:
        return None
    found = _bound(said, old)
    if found is None:
        return None
    new = found.threshold
    operator = new.op if found.explicit_operator and new.op[0] != old.op[0] else old.op
    kept = new.units in _OPEN or (new.units, old.units) == ("mm", "mm/day")
    threshold = Threshold(op=operator, value=new.value, units=old.units if kept else new.units)
    return tuple(replace(q, threshold=threshold) if q.threshold else q for q in quantities)


def _newly_bounded(said: Reading, quantities: tuple[Quantity, ...]) -> tuple[Quantity, ...] | None:
    """ "Above 0.3" of an index asked of before: a bound said alone, of the one index there is."""
    if len(quantities) != 1 or not quantities[0].spectral_index or said.filters:
        return None
    bounds = [b for b in read_bounds(said.utterance) if b.threshold.units in _OPEN and abs(b.threshold.value) <= 1]
    if len(bounds) != 1 or not bounds[0].explicit_operator:
        return None
    bound = bounds[0].threshold
    return (replace(quantities[0], threshold=Threshold(op=bound.op, value=bound.value, units=bound.units)),)


def _bound(said: Reading, old: Threshold) -> Bound | None:
    """The first bound of the kind of the old one, or a bare number where nothing else bears one."""
    folded = said.utterance.folded
    taken = [(item.start, item.end) for item in said.located] + _dated(said)
    free = (b for b in read_bounds(said.utterance) if not any(s < b.end and b.start < e for s, e in taken))
    found = next((b for b in free if b.threshold.units in _OPEN or _alike(b.threshold.units, old.units)), None)
    if found or ((said.periods or said.months) and not _NAMED.search(folded)):
        return found
    match = next((m for m in _BARE.finditer(folded) if not any(s < m.end() and m.start() < e for s, e in taken)), None)
    if match is None:
        return None
    value = float(match["number"].replace(",", ".")) * (-1 if match["sign"] else 1)
    units = unit_written(match["unit"] or "")
    if units not in _OPEN and not _alike(units, old.units):  # "and 20 mm?" of days above 30 °C
        return None
    return Bound(
        threshold=Threshold(op=old.op, value=value, units=units),
        start=match.start(),
        end=match.end(),
        explicit_operator=False,
    )


def _dated(said: Reading) -> list[tuple[int, int]]:
    """Where dates stand: "over the past 10 years" bounds nothing."""
    typed = [p.span for p in said.periods if p.span]
    origins = said.utterance.origins
    inside = [n for n, at in enumerate(origins) if any(span.start <= at < span.end for span in typed)]
    return [(n, n + 1) for n in inside]


def _alike(a: str, b: str) -> bool:
    return a == b or any(a in kind and b in kind for kind in _KINDS)


def _extreme(said: Reading, intent: Intent) -> tuple[Quantity, ...] | None:
    """ "And the minimum?" of the daily maximum is the daily minimum."""
    folded = _TOO.sub(" ", said.utterance.folded)
    low, high = bool(_LOW.search(folded)), bool(_HIGH.search(folded))
    if low == high or said.quantities or said.facets or {"max", "min"} & set(intent.statistics):
        return None
    if not any(q.variable_id in _ASKED_OF and not q.indicator for q in intent.quantities):
        return None
    entry = by_variable("tasmin" if low else "tasmax")
    if entry is None:
        return None
    daily = Quantity(
        name=entry.name(said.utterance.language), standard_name=entry.standard_name, variable_id=entry.variable_id
    )
    return tuple(daily if q.variable_id in _ASKED_OF and not q.indicator else q for q in intent.quantities)
