"""Setting: the place of a question that only the writer's introduction names: "I'm a planner in Bilbao. How many …?"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conductor.composer.reading import Located, Reading
from conductor.composer.wish.actions import decide
from conductor.composer.wish.matter import imagery
from connectors.vocabulary.patterns import Pattern

# "students from Ghent doing a project on Lake Urmia"
_TOPIC = Pattern(
    r"\b(?:projects?|thesis|stud(?:y|ies|ying)|work(?:ing|s)?|reports?|papers?|articles?|stor(?:y|ies)|monitoring|interested|these|projets?|etudes?|memoire|rapport|travaill\w+|enquete|reportage) (?:is |are )?(?:on|about|in|sur|concernant|dans) (?:the |la |le |l')?$"
)
_PLACED = frozenset({"describe", "project", "trend", "detect", "change", "compare", "simulate"})


SHORTEST_STORY = 31  # days of an event that a picture may be asked of


def at_home(reading: Reading, around: Reading) -> Reading:
    """The reading of a question without a place, asked of the one place, and the day, that the introduction tells of."""
    reading = _on_that_day(reading, around)
    homes = _places(around)
    topics = [item for item in homes if _TOPIC.before(around.utterance.folded, item.start)]
    homes = topics if len(topics) == 1 else homes
    if reading.located or len(homes) != 1 or not (_needs_place(reading) or reading.cues.here):
        return reading
    months = reading.months or (() if around.periods else around.months)  # "winters used to be colder here"
    return replace(reading, located=tuple(replace(item, start=0, end=0, bare=(0, 0)) for item in homes), months=months)


def _on_that_day(reading: Reading, around: Reading) -> Reading:
    """ "The sky was orange on 15 March 2021. Is there a picture of the dust?": of that day."""
    told = [p for p in around.periods if p.start and p.end]
    if reading.periods or reading.months or len(told) != 1 or not (imagery(reading) or reading.phenomena):
        return reading
    days = (date.fromisoformat(told[0].end or "") - date.fromisoformat(told[0].start or "")).days
    return replace(reading, periods=tuple(told)) if days < SHORTEST_STORY else reading


def _needs_place(reading: Reading) -> bool:
    action = decide(reading).action
    return action in _PLACED or (action == "find" and imagery(reading) and not reading.facets)


def _places(around: Reading) -> list[Located]:
    """The places of the introduction, a country that holds another one left out."""
    text = around.utterance.text
    written = [  # "pilote de brousse" is no place, "la mer d'Aral" is one
        item for item in around.located if text.islower() or any(c.isupper() for c in text[slice(*item.bare)])
    ]
    found = [item for item in written if item.place.kind != "globe"]
    return [item for item in found if not any(_holds(item, other) for other in found if other is not item)]


def _holds(item: Located, other: Located) -> bool:
    outer, inner = item.place.bbox, other.place.bbox
    if outer is None or inner is None or item.place.name == other.place.name:
        return False
    return outer.contains(*inner.center) and outer != inner
