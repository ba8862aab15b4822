"""Follow-ups: the whole intent that a turn means in the light of the one before, slot by slot by one table.

A turn is told apart first (`composer/edits`): what gives way ("drop X", "instead of X", "not X", "swap X for …"), what joins
("add X" beside other things), what is said, and the slots cleared by name ("no cloud limit", "all year").

| slot | said | said with "add", "also", "compare with" | given way | cleared, or told without its name | not said |
|---|---|---|---|---|---|
| places | replaces; goes over with "near", "off", "within" | joins | leaves, what is said in its room; of a place that is not there: `except` | "only the north", "the coast", "the whole country", "to 50 km" | kept |
| periods | replaces; a month or a year alone moves the season | joins | leaves | "a year earlier", "the decade before"; "the whole year" | kept |
| reference | replaces | replaces | leaves | "without the baseline" | kept |
| months | replaces | joins | leaves | "all year", "drop the season" | kept, but with a new date of one season |
| quantities, phenomena | replaces both | joins | leaves | another bound ("make it 40"), the opposite extreme ("and the minimum?") | kept |
| facets, a key each | replaces | joins | leaves | "all models", "any scenario" | kept |
| collections | replaces; a reanalysis takes the room of model runs and the other way | joins | leaves | | kept; a reanalysis goes where the future is asked of |
| filters, a key each | replaces | replaces | leaves | "no cloud limit", "both orbits"; a bare per cent is of clouds | kept; the platform goes with its collection |
| statistics, outputs | replaces | joins | leaves | | kept |
| aggregation | replaces; of files it is their frequency | replaces | leaves | | kept |
| models, processes | replaces | joins | leaves | | kept |

Along the axis of a comparison one more thing joins ("and Trondheim?" of Oslo and Bergen compared). The action is kept but where the
turn asks for another (`composer/turned`). A dispute repeats the intent unchanged.
"""

from __future__ import annotations

from dataclasses import replace

from conductor.composer.reading import Reading
from conductor.composer.resolve import FREQUENCIES
from conductor.composer.turns.carried import carried_months, carried_periods, carried_places
from conductor.composer.turns.rebound import rebound
from conductor.composer.turns.sourced import filtered, gridded, sourced
from conductor.composer.turns.turn import Turn, combined
from conductor.composer.turns.turned import dated_ahead, turned
from conductor.composer.what.aggregation import read_aggregation
from conductor.composer.when.shifts import shifted
from conductor.composer.wish.actions import Decision
from connectors.vocabulary.patterns import Pattern
from planners.intent import Intent, Quantity

# what is believed or was seen, not asked for: "everybody knows it was November", "half the city was under water"
_TOLD = Pattern(
    r"\b(?:everybody|everyone|people|they|we|i|tout le monde|on|je|nous|les gens) (?:all |ai |avons |a )?(?:know|knows|say|says|said|think|thought|read|heard|remember\w*|sai[ts]|savent|savons|dit|disent|pens\w+|lu|entendu|souvien\w*)\b|[?!.,;] *(?:\w+ ){1,6}(?:was|were|had|etait|etaient|avait|avaient)\b|"
    r"[?!.,;] *(?:i|we|it|that|there|this|my|our|the|je|j'|on|nous|c'est|c'etait|il|elle|le|la|les|l'|mon|notre)\b(?:'s)? ?\w"
)


def merge(turn: Turn, base: Intent, decision: Decision) -> Intent:
    """The whole intent of a follow-up, by the table above."""
    intent = replace(base, follow_up=True, probability=1.0)
    if turn.whole.cues.dispute and not turn.whole.cues.instead and _only_told(turn):
        return intent
    intent = _applied(turn, intent)
    if turn.joined is not None:
        intent = _applied(Turn(whole=turn.joined, said=turn.joined, adds=True), intent)
    return turned(turn, _gridded_gone(turn.said, intent), base, decision)


def _only_told(turn: Turn) -> bool:
    """A dispute that asks for nothing of its own: "are you sure? it was a drought year" tells of a drought and seeks none."""
    r = turn.said
    told = _TOLD.search(turn.folded) is not None
    telling = not (r.located or r.periods or r.facets or r.collections or r.filters or r.outputs)
    return not r.fills or (telling and told)


def _applied(turn: Turn, base: Intent) -> Intent:
    said, gone = turn.said, turn.dropped
    intent = replace(
        base,
        places=carried_places(turn, base),
        months=carried_months(turn, base),
        periods=carried_periods(turn, base),
        models=combined(base.models, said.models, gone.models if gone else (), adds=turn.adds),
        processes=combined(base.processes, said.processes, gone.processes if gone else (), adds=turn.adds),
        statistics=combined(base.statistics, said.statistics, gone.statistics if gone else (), adds=turn.adds),
        outputs=combined(base.outputs, said.outputs, gone.outputs if gone else (), adds=turn.adds),
        filters=filtered(turn, base),
        aggregation=_aggregation(turn, base),
    )
    return _step(turn, sourced(turn, _subject(turn, intent, base)))


def _aggregation(turn: Turn, base: Intent) -> str | None:
    """The time step; "a year earlier" is none."""
    gone = turn.dropped.aggregation if turn.dropped else None
    said = turn.said.aggregation
    if said and (turn.said.periods or shifted(turn.folded, base.periods) is None):
        return said
    return None if gone and gone == base.aggregation else base.aggregation


def _subject(turn: Turn, intent: Intent, base: Intent) -> Intent:
    """What is measured and looked for; the one takes the room of the other."""
    if bound := rebound(turn.said, base):
        counted = any(q.threshold for q in bound)
        kept = tuple(name for name in base.statistics if name not in ("mean", "max", "min"))
        return replace(intent, quantities=bound, statistics=intent.statistics if counted else kept)
    gone = turn.dropped
    quantities, phenomena = _measured(turn), turn.sought(intent)
    if gone and not quantities and not phenomena:
        if not intent.quantities or not gone.quantities:
            return replace(intent, phenomena=combined(intent.phenomena, (), gone.phenomena))
        return replace(
            intent,
            quantities=combined(intent.quantities, (), gone.quantities, same=same_quantity),
            phenomena=combined(intent.phenomena, (), gone.phenomena),
        )
    if (not quantities and not phenomena) or (quantities and _rebinds(turn.said, intent)):
        return _unbounded(turn, intent)
    dropped = gone.quantities if gone else ()
    both = turn.adds or any(same_quantity(q, d) for q in intent.quantities for d in dropped)
    return replace(
        intent,
        quantities=combined(
            intent.quantities if both or quantities else (), quantities, dropped, adds=turn.adds, same=same_quantity
        ),
        phenomena=combined(
            intent.phenomena if both or phenomena else (), phenomena, gone.phenomena if gone else (), adds=turn.adds
        ),
    )


def _measured(turn: Turn) -> tuple[Quantity, ...]:
    """The quantities said; a cloud cover that no longer bounds scenes is none, nor a "rainy season" that says when."""
    away = {"clt"} if "cloud" in turn.cleared else set()
    seasons = {"rain_season"} if turn.said.months else set()
    return tuple(q for q in turn.said.quantities if q.variable_id not in away and q.indicator not in seasons)


def _unbounded(turn: Turn, intent: Intent) -> Intent:
    """The quantities as they were, without their bound where it is taken away."""
    if "threshold" not in turn.cleared:
        return intent
    return replace(intent, quantities=tuple(replace(q, threshold=None) for q in intent.quantities))


def same_quantity(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities measure one thing."""
    keys = ("indicator", "variable_id", "spectral_index", "standard_name")
    ours = next(((k, v) for k in keys if (v := getattr(a, k))), ("name", a.name))
    theirs = next(((k, v) for k in keys if (v := getattr(b, k))), ("name", b.name))
    return ours == theirs and (a.threshold is None or b.threshold is None or a.threshold == b.threshold)


def _rebinds(said: Reading, intent: Intent) -> bool:
    """A bare word such as "warmer" refers to the quantity already asked of."""
    unbound = all(q.threshold is None and q.variable_id == "tas" for q in said.quantities)
    return (
        unbound
        and "change" in said.named.implied
        and any(q.variable_id in ("tasmax", "tasmin", "tas") for q in intent.quantities)
    )


def _gridded_gone(said: Reading, intent: Intent) -> Intent:
    """A reanalysis holds no future: asked of scenarios, it gives way to the models."""
    if intent.action == "compare" or said.collections or not dated_ahead(said) or not gridded(intent.collections):
        return intent
    return replace(intent, collections=())


def _step(turn: Turn, intent: Intent) -> Intent:
    """A new time step is the frequency of the files that are searched."""
    step = read_aggregation(turn.folded, of_data=True)
    if intent.action not in ("find", "explain", None) and "frequency" in turn.said.facets:
        kept = {key: values for key, values in intent.facets.items() if key != "frequency"}
        return replace(intent, facets=kept)
    if intent.action == "find" and step in FREQUENCIES and not intent.collections and not intent.phenomena:
        return replace(intent, facets={**intent.facets, "frequency": (FREQUENCIES[step],)}, aggregation=None)
    return intent
