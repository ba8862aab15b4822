"""Bounds on a measured value: an operator, a number and a unit, in words or signs, English and French."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conductor.composer.utterance import Utterance
from planners.intent import Threshold

_OPERATORS = (
    (">=",
        r"at least|no less than|not less than|a minimum of|min(?:imum)?|reach(?:es|ed|ing)?|au moins|atteign\w+|atteint|"
        r"atteindr\w+|minimum de|>=|=>|≥|superieure?s? ou egales? a"),
    ("<=",
        r"at most|no more than|not more than|up to|a maximum of|max(?:imum)?|au plus|au maximum|maximum de|pas plus de|jusqu'a|<=|"
        r"=<|≤|inferieure?s? ou egales? a"),
    (">",
        r"above|over|more than|greater than|exceed(?:s|ed|ing)?|higher than|hotter than|warmer than|larger than|"
        r"stronger than|thicker than|past|beyond|in excess of|"
              r"(?:rises?|rose|gets?|got|goes|went|go|passes|passed|pass) (?:above|over)|plus de|plus chaude?s? que|"
              r"plus haute?s? que|plus forte?s? que|au-dessus de|au-dela de|au dessus de|superieure?s? a|"
              r"depass\w+(?:-t-(?:il|elle|ils|elles|on))?|excede\w*|excedant|>"),
    ("<",
        r"below|under|less than|lower than|fewer than|colder than|cooler than|smaller than|beneath|weaker than|"
        r"thinner than|(?:drops?|dropped|falls?|fell|dips?|dipped|goes|went) (?:below|under)|"
              r"moins de|plus froide?s? que|plus basse?s? que|au-dessous de|au dessous de|en dessous de|"
              r"en-dessous de|inferieure?s? a|sous(?: les| la barre des)?|<"),
)  # fmt: skip
_NUMBER = r"(?P<sign>-|\+|minus |moins )? ?(?P<number>\d{1,9}(?:[.,]\d{1,9})?)"
_UNITS = (
    ("degC", r"°? ?c\b|deg(?:ree|re)?s?\.? ?(?:c\b|celsius)|celsius|° ?celsius"),
    ("degF", r"°? ?f\b|deg(?:ree|re)?s?\.? ?(?:f\b|fahrenheit)|fahrenheit"),
    ("K", r"k\b|kelvins?\b"),
    ("mm/day",
        r"mm ?(?:/|per |a |par |d'eau par )? ?(?:day|d-1|d\b|jour|j\b|24 ?h|in (?:a|one) day|en (?:un|une) (?:jour|"
        r"journee))|mm day-1|mm d-1"),
    ("mm", r"mm\b|millim(?:eters?|etres?)"),
    ("cm", r"cm\b|centim(?:eters?|etres?)"),
    ("km/h", r"km ?(?:/|per |a |par |a l')? ?(?:h(?:our|eure)?\b)|kmh\b|kph\b"),
    ("mph", r"mph\b|miles? (?:per|an) hour"),
    ("m/s", r"m ?/ ?s\b|m s-1|meters? per second|metres? (?:per second|par seconde)"),
    ("kt", r"kts?\b|knots?\b|noe?uds?\b"),
    ("m3/s", r"m3 ?/ ?s\b|m³ ?/ ?s|cumecs?"),
    ("hPa", r"hpa\b|mbar\b|millibars?"),
    ("%", r"%|percent\b|per cent\b|pour ?cent\b|pct\b"),
    ("km", r"km\b|kilom(?:eters?|etres?)"),
    ("mi", r"miles?\b|mi\b"),
    ("inch", r"inch(?:es)?\b|in\b(?= of| per|$|[.,;?!)])|\"|pouces?\b"),
    ("m", r"m\b|meters?\b|metres?\b"),
    ("deg", r"°|deg(?:ree|re)?s?\b"),
)  # fmt: skip
_UNIT = "|".join(f"(?P<u{i}>{pattern})" for i, (_, pattern) in enumerate(_UNITS))
_SIGN = "|".join(f"(?P<o{i}>{pattern})" for i, (_, pattern) in enumerate(_OPERATORS))
_BEFORE = re.compile(
    rf"(?:(?<![\w<>=])|(?<=\w)(?=[<>≤≥]))(?:{_SIGN})(?:\s+(?:a|un|the|les?|la|about|environ|roughly|seuil de|threshold of|value of|"
    rf"barre des?))*\s*{_NUMBER} ?(?:{_UNIT})?(?![\w%])"
)
_AFTER = re.compile(
    rf"(?<![\w.,-]){_NUMBER} ?(?:{_UNIT})?(?: of \w+| de \w+| d'\w+)?(?:,? ?(?P<more>or (?:more|above|higher|greater|hotter|warmer|over)|"
    r"and (?:above|over)|ou plus|et plus|max(?:imum)?\b(?! temp| wind|imum temp)|or (?:less|below|lower|colder|"
    r"under)|ou moins|et moins|tops)|(?P<plus>\+))"
)
_NAMED = re.compile(
    r"\b(?:thresholds?|seuils?|cutoff|limite)(?: (?:of|at|de|a|is|est|=|temperature|"
    rf"value))*\s*[:=]?\s*{_NUMBER} ?(?:{_UNIT})?(?![\w%])"
)
_DAYS_OF = re.compile(rf"(?<![\w.,-]){_NUMBER}[ -]?(?:{_UNIT})(?=[ -](?:days?|nights?)\b)")
# "tn_days_below with -15 °C": what an indicator by name is given
_GIVEN = re.compile(
    rf"\b(?P<said>[a-z]+(?:_[a-z]+)*_(?P<side>above|below|over|under))(?:'?s)?(?: (?:process|indicator|indicateur|finch))?(?: \w+@\w+)?[ ,:(=]*"
    rf"(?:(?:with|avec|at|a|of|de|for|pour|using|thresh\w*|seuil|un|the|le|set to|=) ?)*{_NUMBER} ?(?:{_UNIT})(?![\w%])"
)
_RANGE_END = re.compile(r"^\s*(?:-|to|and|a|et)\s*\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """A threshold where it stands; `units` is empty where none was written, `deg` where degrees of what was left open."""

    threshold: Threshold
    start: int
    end: int
    explicit_operator: bool = True


def read_bounds(utterance: Utterance) -> tuple[Bound, ...]:
    """Every bound in the text, in its order, distances and cloud cover included: what they bound is decided by who asks."""
    folded = utterance.folded
    found: list[Bound] = []
    for match in _BEFORE.finditer(folded):
        operator = next(_OPERATORS[i][0] for i in range(len(_OPERATORS)) if match[f"o{i}"])
        found.append(_bound(match, operator))
    for match in _AFTER.finditer(folded):
        less = bool(match["more"]) and re.search(r"less|below|lower|colder|under|moins|max|tops", match["more"])
        if match["plus"] and not _unit(match):
            continue
        found.append(_bound(match, "<=" if less else ">="))
    found.extend(_bound(match, ">" if match["side"] in ("above", "over") else "<") for match in _GIVEN.finditer(folded))
    found.extend(_bound(match, ">") for pattern in (_NAMED, _DAYS_OF) for match in pattern.finditer(folded))
    kept: list[Bound] = []
    for bound in sorted(found, key=lambda b: (b.start, -b.end)):
        if not kept or bound.start >= kept[-1].end:
            kept.append(bound)
    return tuple(kept)


def _bound(match: re.Match[str], operator: str) -> Bound:
    value = float(match["number"].replace(",", "."))
    if match["sign"] and match["sign"].strip() in ("-", "minus", "moins"):
        value = -value
    return Bound(
        threshold=Threshold(op=operator, value=value, units=_unit(match)), start=match.start(), end=match.end()
    )


def _unit(match: re.Match[str]) -> str:
    return next((_UNITS[i][0] for i in range(len(_UNITS)) if match[f"u{i}"]), "")
