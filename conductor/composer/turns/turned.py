"""The action of a follow-up: that of the turn before, but where the turn asks for another, or asks of the future what was asked of the past."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from conductor.composer.reading import Reading
from conductor.composer.text.lengths import words_in
from conductor.composer.turns.both import axis_of, of_both, together
from conductor.composer.turns.leaning import LEADS_ON
from conductor.composer.turns.sourced import imaged
from conductor.composer.turns.turn import Turn
from conductor.composer.when.opposed import earlier_as_reference
from conductor.composer.wish.actions import Decision, decide
from conductor.composer.wish.discovery import WHERE_TO_GET
from conductor.composer.wish.matter import future
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.scenarios import experiment
from planners.intent import Action, Intent, Period

_WHAT_CHANGED = Pattern(
    r"^\W*(?:(?:and|et|so|alors|ok) )*(?:what(?:'s| has| have| is)? (?:changed|different)|qu'est-ce qui a change|quoi de (?:change|different)|quels changements)\b"
)
_TREND_ASKED = Pattern(
    r"\b(?:trends?|trending|tendances?|(?<!^)per decade|(?<!^)par decennie)\b|"
    r"\b(?:how (?:fast|quickly|rapidly)|at what (?:rate|pace|speed)|a quelle vitesse|a quel rythme)"
    r"(?= (?:is|does|did|has|was|are|do|have|it|ca|cela|il|elle|ils|elles|est|a|\w+-t-|\w+e-)\b| c'| s')"
)
_TREND_WORD = Pattern(r"\b(?:trend\w*|tendances?|rates?|rythme|evol\w+|slope|pente)\b")
_WHY = Pattern(r"^\W*(?:(?:so|but|and|ok|mais|et|alors)\W+)?(?:why|pourquoi|how come)\b")
# how the figure came about, what it means: "how is it computed?", "quels modèles as-tu pris ?", "explique ce que c'est"
_OF_THE_METHOD = Pattern(
    r"^\W*(?:(?:so|but|and|ok|thanks|mais|et|alors|merci)\W+)*(?:how (?:(?:is|was|were|are) (?:it|that|this|they|those|these) (?:\w+ )?(?:comput|calculat|defin|measur|deriv|obtain|estimat|work)\w*|(?:did|do|have) you (?:\w+ )?(?:comput|calculat|count|defin|measur|deriv|obtain|estimat|get|got|find|found|arrive)\w*)|"
    r"(?:(?:which|what) [\w-]+|(?:over|from|with|on|for) (?:which|what) [\w-]+) (?:did|do|have) you (?:use|used|take|taken|look|looked|pick|choose|chosen|base)\w*|what(?:'s| is| does| do) (?:that|this|it)(?: mean\w*)?\W*$|explain (?:what (?:that|this|it) (?:is|means)|that|this|it)\b|"
    r"(?:please )?(?:explain|tell|describe|show|say)(?: to)?(?: me| us)? how (?:you(?:'ve| have| did)? (?:\w+ )?|(?:it|that|this|they|those|these) (?:is|was|were|are) (?:\w+ )?)(?:comput|calculat|count|defin|measur|deriv|obtain|estimat|get\b|got\b|find\b|found\b|work|arrive)\w*|"
    r"(?:explique|dis|decris|montre|precise)(?:[rzs]|ez)?(?:-moi|-nous)? comment (?:(?:est-ce que )?(?:tu|vous|on)|c'est|ils?|elles?|ca|cela)(?: (?:l'|les?|la|as|avez|a|l'as|l'avez|les as|les avez|est|sont))* ?(?:\w+ )?(?:calcul|compt|defini|mesur|obt[ei]|estim|trouv|dedui|fai[st]\b)\w*|"
    r"comment l(?:es? |a |')(?:calcul|compt|defini|mesur|obt[ei]|estim|trouv|dedui)\w*-(?:tu|vous|(?:t-)?on)\b|"
    r"comment (?:est|sont|a-t|as-tu|avez-vous|l'as-tu|l'avez-vous|c'est|tu as|vous avez|tu l'as|vous l'avez|(?:est-ce que )?(?:tu|vous|c'est))(?:-(?:il|elle|ils|elles|ce))? ?(?:\w+ )?(?:ca |cela )?(?:calcul|defini|mesur|obten|estim|trouv|deduit|fait\b)\w*|"
    r"(?:(?:avec |sur |de |pour |a partir de )?quel(?:le)?s? [\w-]+ (?:as-tu|avez-vous|tu as|vous avez|t'as|(?:est-ce que )?(?:tu|vous) (?:as|avez))|(?:tu as|vous avez|t'as) (?:pris|utilise|regarde|choisi|employe) (?:sur |avec )?quel(?:le)?s?)\b|(?:c'est quoi|qu'est-ce que c'est|qu'est-ce que (?:ca|cela) (?:veut dire|signifie)|(?:ca|cela) (?:veut dire|signifie) quoi|que (?:veut dire|signifie) (?:ca|cela))(?: que)?(?: ca| cela)?\W*$|explique(?:[rz])?(?:-moi)? (?:ce que c'est|ce que (?:ca|cela) (?:veut dire|signifie)|ca|cela)\b)"
)
_AXES = {"scenarios": "experiment_id", "sources": "source_id"}


def turned(turn: Turn, intent: Intent, base: Intent, decision: Decision) -> Intent:
    """The intent with the action that is now wanted."""
    cues = turn.said.cues
    if anew := _of_data(turn, intent):
        return anew
    if _asks_how(turn):
        return replace(
            intent, action="explain", compared=None, statistics=base.statistics
        )  # "how you count them" counts none
    said = turn.said
    known = {q.variable_id for q in base.quantities}
    asked = any(q.variable_id not in known for q in said.quantities)  # "which was colder?" asks of no other quantity
    named = said.located or said.periods or said.facets or said.collections or asked
    if together(turn.folded) and not named:
        return intent
    if (of_both(turn.folded) or cues.which_of) and not named and (axis := axis_of(intent)):
        if axis == "periods" and _seen_changing(turn, intent):
            return replace(intent, action="change", periods=earlier_as_reference(intent.periods))
        return replace(intent, action="compare", compared=axis, statistics=base.statistics)
    if based := _on_baseline(turn, intent) or _against_another_time(turn, intent, base):
        return based
    if decision.compared or (turn.compares and _said_axis(turn)) or (cues.compare and not cues.dispute):
        axis = decision.compared or _said_axis(turn) or axis_of(intent)
        if axis:  # between two, "le plus" picks one and seeks no maximum
            kept = base if of_both(turn.folded) else intent
            return replace(intent, action="compare", compared=axis, statistics=kept.statistics)
    if cues.which_of and cues.comparative and intent.action in ("describe", "project") and len(intent.places) > 1:
        return replace(intent, action="compare", compared="places", statistics=base.statistics)
    if base.action == "compare":
        return _still_compared(turn, intent)
    stepped = base.aggregation and said.aggregation and not _TREND_WORD.search(turn.folded)  # "plutôt par décennie"
    if cues.trend and not stepped and (decision.action == "trend" or _TREND_ASKED.search(turn.folded)):
        return replace(intent, action="trend", compared=None)
    return _asked(turn, intent, base, decision) or _in_time(turn, intent)


def _asks_how(turn: Turn) -> bool:
    """Whether the reason or the method of a figure is asked after, and no other one."""
    asks = _WHY.match(turn.folded) or _OF_THE_METHOD.match(turn.folded)
    return bool(asks and not turn.whole.cues.dispute and not (turn.said.located or turn.said.periods))


# "compared with 1981-2010" names a baseline, as in a whole question, where "compare with" asks for a comparison
_BASED = Pattern(
    r"\b(?:compared (?:to|with|against)|(?:comparée?s?|comparees?) (?:à|a|aux?|avec)|relative(?:ly)? to|rel\.? to|par rapport (?:à|a|aux?)|(?:in|by) comparison (?:to|with)|(?:en|par) comparaison (?:de|du|avec|[àa]|aux?)|vis-[àa]-vis d\w+|with respect to|against)\b",
    re.IGNORECASE,
)
_ASKS_IT = Pattern(r"\b(?:compare(?!d)[rz]?|comparons|comparing)\b(?! (?:à|aux?)\b)", re.IGNORECASE)
LONGEST_OPPOSED = 800  # days; a longer time is a climate, that a value is counted from


def _on_baseline(turn: Turn, intent: Intent) -> Intent | None:
    """A past set against another one as short is compared; a long baseline, or one of a future, only lies beneath the value."""
    said = turn.said
    text = said.utterance.text
    alone = _said_axis(turn) == "periods" and len(said.periods) == 1 and said.periods[0].role == "reference"
    if (
        not alone
        or intent.action not in ("describe", "project", "detect")
        or not (_BASED.search(text) or "anomaly" in intent.statistics)
        or _ASKS_IT.search(text)
    ):
        return None
    reference = said.periods[0]
    if not reference.start or not reference.end or intent.action == "project" or not intent.targets:
        return intent
    days = (date.fromisoformat(reference.end) - date.fromisoformat(reference.start)).days
    return replace(intent, action="compare", compared="periods") if days < LONGEST_OPPOSED else intent


def _against_another_time(turn: Turn, intent: Intent, base: Intent) -> Intent | None:
    """ "More than the July before?": a time that leans on the one before is what that is set against."""
    if turn.said.periods or not turn.compares or intent.action not in ("describe", "detect", "compare"):
        return None
    fresh = any(p.role == "reference" and p not in base.periods for p in intent.periods)
    return replace(intent, action="compare", compared="periods") if fresh else None


def _seen_changing(turn: Turn, intent: Intent) -> bool:
    """Whether what lies between two dates is a change of what imagery shows."""
    shown = bool(intent.phenomena) and not intent.quantities and not intent.facets
    return (imaged(intent) or (shown and turn.said.cues.change)) and not turn.said.cues.compare


def _of_data(turn: Turn, intent: Intent) -> Intent | None:
    """What was only explained is now wanted of a place or a time: "ok, now show it for Cairo in July 2023"."""
    said = turn.said
    if intent.action != "explain" or not (said.located and (said.periods or said.collections or said.facets)):
        return None
    whole = replace(said, quantities=intent.quantities, phenomena=intent.phenomena)
    anew = decide(whole).action
    return replace(intent, action=anew) if anew not in (None, "explain") else None


def _both_dates(turn: Turn, intent: Intent, base: Intent) -> tuple[Period, ...]:
    """The dates of a change: the one said, "from March 2022", and the one asked of before."""
    said = [replace(p, role="target") for p in turn.said.periods if p.start and p.end]
    if len(said) != 1 or len(base.targets) != 1 or base.targets[0] in said:
        return intent.periods
    return earlier_as_reference((*base.targets, *said))


def _asked(turn: Turn, intent: Intent, base: Intent, decision: Decision) -> Intent | None:
    """Another action plainly asked for: a run, a training, files, a value of what was listed, a change."""
    said, cues = turn.said, turn.said.cues
    if decision.action in ("simulate", "train"):
        return replace(intent, action=decision.action)
    if (
        cues.find
        and "source_id" not in turn.cleared
        and (cues.data or cues.scenes)
        and decision.action == "find"
        and intent.action != "find"
        and not said.outputs
    ):
        return replace(intent, action="find")
    if _WHAT_CHANGED.match(turn.folded) and (imaged(intent) or any(q.spectral_index for q in intent.quantities)):
        return replace(intent, action="change", periods=_both_dates(turn, intent, base))
    if WHERE_TO_GET.search(turn.folded) and intent.action not in ("simulate", "train"):
        return replace(intent, action="find", compared=None)
    if (cues.has_changed or cues.before_after) and intent.action in ("describe", "detect", "find"):
        whole = replace(said, quantities=intent.quantities, phenomena=intent.phenomena, collections=intent.collections)
        anew = decide(whole).action
        if anew in ("trend", "change"):
            return replace(intent, action=anew)
    named = [q for q in said.named.quantities if not ("cloud" in turn.cleared and q.variable_id == "clt")]
    measured = named or turn.sought(intent)
    if (
        intent.action == "find"
        and measured
        and decision.action != "find"
        and not _same_again(turn)
        and not turn.adds
        and not (cues.instead and intent.facets)
    ) or (cues.what_is and said.quantities):
        wanted: Action = "describe" if named else "detect"
        action = decision.action if decision.action in ("detect", "describe", "trend", "change") else wanted
        return replace(intent, action=action)
    return None


def _in_time(turn: Turn, intent: Intent) -> Intent:
    """A value of the past asked of the future is projected, and the other way."""
    if intent.action == "describe" and dated_ahead(turn.said):
        return replace(intent, action="project")
    targets = turn.said.targets
    if intent.action == "project" and targets and not turn.said.facets and all(_past(p.end, turn) for p in targets):
        kept = {
            k: tuple(v for v in values if k != "experiment_id" or not _scenario(v))
            for k, values in intent.facets.items()
        }
        return replace(intent, action="describe", facets={k: values for k, values in kept.items() if values})
    return intent


def dated_ahead(said: Reading) -> bool:
    """Asked of the future by a scenario or a date; "what would it be in Spain?" is not."""
    return future(said) and bool(said.experiments or said.periods)


def _past(end: str | None, turn: Turn) -> bool:
    return end is not None and end < turn.said.now.isoformat()


def _scenario(name: str) -> bool:
    entry = experiment(name)
    return bool(entry and (entry.start or 0) >= 2000)


def _still_compared(turn: Turn, intent: Intent) -> Intent:
    """A comparison, as long as two things are left along its axis."""
    gone = turn.dropped is not None and intent.compared == "places" and len(intent.places) == 1
    gone = gone or (
        turn.dropped is not None
        and intent.compared in _AXES
        and len(intent.facets.get(_AXES[intent.compared], ()))
        + len(intent.collections) * (intent.compared == "sources")
        == 1
    )
    if not gone:
        return intent
    ahead = any((p.end or "9") > turn.said.now.isoformat() for p in intent.targets)
    return replace(intent, action="project" if ahead else "describe", compared=None)


def _same_again(turn: Turn) -> bool:
    """The same thing of another subject: "same for precipitation", "and snow depth?"."""
    short = words_in(turn.folded) <= 5 and LEADS_ON.match(turn.folded)
    return turn.said.cues.repeat or bool(short and not turn.said.statistics and not turn.said.outputs)


def _said_axis(turn: Turn) -> str | None:
    """The axis along which the turn names something to compare with."""
    said = turn.said
    named = {
        "places": bool(said.located), "scenarios": "experiment_id" in said.facets,
        "sources": "source_id" in said.facets or bool(said.collections), "periods": bool(said.periods),
    }  # fmt: skip
    axes = [axis for axis, there in named.items() if there]
    return axes[0] if len(axes) == 1 else None
