"""Halves: the other part of a place, told by its way alone: "more rain in the north of Italy than in the south", "le nord ou le sud du Mali"."""

from __future__ import annotations

from dataclasses import replace

from conductor.composer.reading import Located
from connectors.vocabulary.patterns import Pattern

_WAYS = {
    "north": "northern_part_of", "nord": "northern_part_of", "south": "southern_part_of", "sud": "southern_part_of",
    "east": "eastern_part_of", "est": "eastern_part_of", "west": "western_part_of", "ouest": "western_part_of",
}  # fmt: skip
# `est` the verb stands without an article
_WAY = r"(?P<way>north|south|east|west|nord|sud|(?:(?<=l')|(?<=partie )|(?<=moitie ))est|ouest)(?:ern)?"
_JOINED = r"(?:than|or|vs\.?|versus|and|against|with|to|ou|et|contre|avec|a|aux?)"
_LED = r"(?:(?:in|over|for|that of|those of|dans|sur|pour|a|celui d[eu]|celle d[eu]|ceux d[eu]|celles d[eu]) ?)*(?:the |its |le |la |l'|au |du |sa )?(?:(?:partie|moitie) )?"
_AFTER = Pattern(
    rf"\b(?:{_JOINED} |que |qu')(?:la |le |l'|celui de |celle de )?{_LED}{_WAY}(?: (?:part|half|side|one))?"
    r"(?=\W*$|\s*[?.,;:)]| (?:in|during|for|over|at|last|this|on|when|since|between|from|en|pendant|durant|au|cette|cet|ce|le|entre|depuis)\b)"
)
# where the words that lead to the place begin with the "or" between the two
_BEFORE = Pattern(
    rf"\b{_WAY}(?: (?:part|half|side))? (?:(?:or|and|vs\.?|versus|ou|et|que) (?:(?:in|dans) )?(?:the |le |la |l')?)?$"
)


def with_other_half(folded: str, located: list[Located]) -> list[Located]:
    """The only place, a part of one, with the part that is set beside it."""
    if len(located) != 1 or located[0].place.relation not in _WAYS.values():
        return located
    item = located[0]
    other = _AFTER.search(folded, item.end) or _BEFORE.search(folded, 0, item.start)
    if other is None or _WAYS[other["way"]] == item.place.relation:
        return located
    place = replace(item.place, relation=_WAYS[other["way"]])
    half = Located(
        place=place, homonyms=item.homonyms, start=other.start("way"), end=other.end(), bare=other.span("way")
    )
    return sorted([item, half], key=lambda one: one.start)
