"""What the analyst wants: one table of rules in the contract's order of precedence; the first that fits decides, and says how sure it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from conductor.composer.reading import Reading
from conductor.composer.wish.bare import is_bare
from conductor.composer.wish.changing import between_images
from conductor.composer.wish.contrasts import contrast, unnamed
from conductor.composer.wish.drift import COURSE, goes_one_way
from conductor.composer.wish.explaining import is_explanation, specific, tells_how_it_is
from conductor.composer.wish.matter import WEATHER, future
from conductor.composer.wish.running import is_simulation, is_training
from conductor.composer.wish.wanted import MAP_VERB, RULES
from connectors.vocabulary.patterns import Pattern
from planners.intent import Action

_OF_CLIMATE = Pattern(rf"{WEATHER}|\b(?:climates?|climats?|tell me about|parle[rz]?[- ]moi|decri[st]\w*|describe)\b")
_BUILT = Pattern(
    r"\b(?:been|was|were|ete|a-t-on) (?:built|constructed|construite?s?|bati)\b|\bnew\b.{0,30}\b(?:built|construct\w+|opened|appeared)\b|\b(?:nouvea\w+|nouvelles?)\b.{0,30}\b(?:construit\w*|bati\w*)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """An action with the certainty of the rule that chose it, and the axis if it is a comparison."""

    action: Action | None
    certainty: float
    compared: str | None = None


def decide(reading: Reading) -> Decision:
    """The action of the first rule of `PRECEDENCE` that fits."""
    action, certainty = next((action, certainty) for action, fits, certainty in PRECEDENCE if fits(reading))
    return Decision(action=action, certainty=certainty, compared=contrast(reading) if action == "compare" else None)


def _infers(r: Reading) -> bool:
    """A learned model is run on imagery, and nothing is set against something else."""
    asked = r.cues.run or r.cues.detect or r.cues.compute or _placed(r)
    listed = r.cues.which_data and not r.cues.run  # "every image" that a model is run on is none that is looked for
    return "ml" in r.named.model_kinds and bool(asked) and not listed and contrast(r) is None


def _placed(r: Reading) -> bool:
    """On scenes of a mission at a place and a time."""
    return bool(r.located and r.targets and r.collections) and not (r.cues.find or r.cues.scenes)


def _compares(r: Reading) -> bool:
    return contrast(r) is not None


def _moved(r: Reading) -> bool:
    """Something is said to move, somewhere, and it is not said what."""
    return (
        bool(r.cues.trend or r.cues.has_changed or goes_one_way(r) or COURSE.search(r.utterance.folded))
        and bool(r.located or r.cues.here)
        and not (r.collections or future(r))
    )


def _mapped(r: Reading) -> bool:
    return bool(MAP_VERB.search(r.utterance.folded)) and bool(r.cues.here or r.located)


def _differs(r: Reading) -> bool:
    c = r.cues
    return bool(r.located and r.periods and (c.change or c.before_after or _BUILT.search(r.utterance.folded)))


def _asks(r: Reading) -> bool:
    """Asks for a figure about something named."""
    c = r.cues
    asked = c.question or c.how_much or c.what_is or c.compute or c.index_word
    return specific(r) and bool(asked or _OF_CLIMATE.search(r.utterance.folded))


def _anything(r: Reading) -> bool:
    return True


# What is asked outright stands first, then what is wanted of data (`wanted`), then what little is left to go by.
PRECEDENCE: tuple[tuple[Action | None, Callable[[Reading], bool], float], ...] = (
    (None, is_bare, 0.9),
    ("compare", unnamed, 0.9),
    ("change", between_images, 0.85),
    ("explain", is_explanation, 0.85),
    ("simulate", is_simulation, 0.9),
    ("train", is_training, 0.9),
    ("detect", _infers, 0.85),
    ("compare", _compares, 0.85),
    *RULES,
    ("describe", tells_how_it_is, 0.85),
    ("trend", _moved, 0.5),
    ("detect", _mapped, 0.6),
    ("change", _differs, 0.5),
    ("describe", _asks, 0.4),
    ("find", specific, 0.4),
    ("explain", _anything, 0.4),
)
