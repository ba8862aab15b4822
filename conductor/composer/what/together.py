"""Together: which facets of a search are to be had all at once, "models with both tasmax and pr", and not any of them.

Variables that are listed are wanted together unless "or" stands between them, or one model alone is asked for: its data sets
are a list. Scenarios, members, tables and time steps are so only where the words say it: models that *have* them, both, all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from conductor.composer.text.utterance import Utterance
from conductor.composer.what.names import matched
from connectors.vocabulary.patterns import Pattern
from planners.intent import Intent

FACETS = ("variable_id", "experiment_id", "table_id", "frequency", "member_id")
_ANY = Pattern(r"\b(?:or|ou|soit|either|any of|l'un|l'une|n'importe le?quel\w*)\b|/|\|")
_AND = Pattern(r"\b(?:and|et|plus|as well as|ainsi que|along with|avec|but also|mais aussi)\b|[,&+]")
_BOTH = Pattern(
    r"\b(?:both|all of|all (?:the )?(?:two|three|four|five|\d)|together|at the same time|in common|a la fois|en meme temps|"
    r"tou(?:s|tes) (?:les )?(?:deux|trois|quatre|cinq|\d)|les deux|chacun des?|each of|every one of|as well as|ainsi que|"
    r"not only|non seulement|en commun)\b"
)
_MODELS = r"\b(?:models?|modeles?|gcms?|rcms?|esms?|runs?|simulations?|members?|membres?|ensembles?|realisations?|realizations?)\b"
_HAVE = Pattern(
    rf"{_MODELS}.{{0,60}}?\b(?:have|has|having|with|provid\w+|offer\w*|ran|run|did|done|simulat\w+|cover\w*|includ\w+|contain\w*|"
    r"publish\w*|produc\w+|hold\w*|available|exist\w*|there for|ont|ayant|avec|fourni\w*|propos\w*|offr\w*|couvr\w*|dispos\w*|"
    r"comport\w*|possed\w*|contien\w*|publi\w*|disponibles?|existent|realise\w*|simule\w*)\b"
    rf"|{_MODELS}(?: \w+)? a\b"
)
_ALL_OF_THEM = Pattern(r"\b(?:have|has|with|hold|ont|a|avec) (?:all|both|tous|toutes|les (?:deux|trois|quatre))\b")
_BEFORE, _AFTER = 40, 24  # letters around the values in which "both" may stand

Place = tuple[int, int]


def together(utterance: Utterance, intent: Intent) -> tuple[str, ...]:
    """The facets of which a model must have every value, where a search of data sets is what is wanted."""
    if intent.action != "find":
        return ()
    values = {name: tuple(intent.facets.get(name, ())) for name in FACETS}
    values["variable_id"] += tuple(q.variable_id for q in intent.quantities if q.variable_id)
    several = {name: said for name, said in values.items() if len(set(said)) > 1}
    places = _places(utterance, several) if several else {}
    named = (name for name, said in values.items() if said)  # a single variable too: a later turn may add another
    return tuple(name for name in named if _is_together(utterance.folded, name, places.get(name, ()), intent))


def _is_together(folded: str, name: str, places: Sequence[Place], intent: Intent) -> bool:
    by_default = name == "variable_id" and not _is_of_one(intent)
    if len(places) < 2:
        return by_default
    first, last = places[0], places[-1]
    between = "".join(folded[a[1] : b[0]] for a, b in pairwise(places))
    around = folded[max(0, first[0] - _BEFORE) : first[0]] + between + folded[last[1] : last[1] + _AFTER]
    if _ANY.search(between) or _ANY.search(folded[max(0, first[0] - 10) : first[0]]):
        return False
    if by_default or _BOTH.search(around) or _ALL_OF_THEM.search(folded):
        return True
    return bool(_AND.search(between) and _HAVE.search(folded[: first[0]]))


def _is_of_one(intent: Intent) -> bool:
    return len(intent.facets.get("source_id", ())) == 1


def _places(utterance: Utterance, several: Mapping[str, Sequence[str]]) -> dict[str, list[Place]]:
    """Where the values of each facet stand in the text, in order."""
    found: dict[str, set[Place]] = {}
    for name, place in (*_named(utterance), *_spelt(utterance.folded, several)):
        found.setdefault(name, set()).add(place)
    return {name: sorted(places) for name, places in found.items()}


def _named(utterance: Utterance) -> Iterator[tuple[str, Place]]:
    for match in matched(utterance):
        kinds = {"quantity": "variable_id", "experiment": "experiment_id"}
        yield kinds.get(match.kind) or str(getattr(match.entry, "facet", "")), (match.start, match.end)


def _spelt(folded: str, several: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Place]]:
    """Values written as they are, and words for time steps."""
    for name, values in several.items():
        for value in values:
            for match in re.finditer(rf"(?<![\w-]){re.escape(value.lower())}(?![\w-])", folded):
                yield name, match.span()
    if "frequency" in several:
        for match in re.finditer(
            r"\b(?:dail\w*|monthly|hourly|annual|yearly|journali\w+|quotidien\w*|mensuel\w*|horaire\w*)\b", folded
        ):
            yield "frequency", match.span()
