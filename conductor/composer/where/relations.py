"""How a place is meant: near it, within a distance, off its coast, along a border, its northern part, upstream of it, without it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from conductor.composer.where.relation_words import (
    AFTER,
    ANY_BEFORE,
    AWAY,
    BEFORE,
    BORDERED,
    DISTANCE,
    DISTANCE_AFTER,
    LENGTH,
    PAIR_BETWEEN,
    PAIR_BORDER,
    PAIR_BORDER_AFTER,
)
from connectors.vocabulary.patterns import Pattern

_KM = {"km": 1.0, "ki": 1.0, "mi": 1.609344, "m": 0.001, "me": 0.001, "na": 1.852, "nm": 1.852, "nmi": 1.852}
AT_OR_NEAR = frozenset({None, "near", "inside", "within_distance"})  # ways that point to no part, side or course
_REACH = 100  # letters before and after a place that are looked at
_AT_A_DISTANCE = frozenset(("off_coast_of", "{way}_of", "upstream_of", "downstream_of"))
_DIRECTIONS = {
    "nor": "north", "sep": "north", "sou": "south", "sud": "south", "mer": "south", "eas": "east", "est": "east", "ori": "east", "wes": "west", "oue": "west",
    "occ": "west",
}  # fmt: skip
_SECOND = Pattern(r"eas|est|wes|oue")
_LETTERS = {"N": "north", "S": "south", "E": "east", "W": "west", "O": "west"}
_ABBREVIATED = Pattern(
    r"(?<![^\W_])(?P<way>[NS]-?[EWO]|[NSEWO]) ?(?P<of>of |de |du |des |d['’])?(?:the |la |le |les |l['’])?$"
)
_ABBREVIATED_AFTER = Pattern(r" (?:du |de l['’])(?P<way>[NS]-?[EO]|[NSEO])(?![^\W_])")
_LED_IN = Pattern(
    r"(?:^|[,;:/(&]|\b(?:in|over|across|for|from|of|and|or|vs|to|with|en|sur|dans|pour|de|et|ou|a)) ?$", re.IGNORECASE
)
_ON_TO = Pattern(r" (?:to|towards?|aux?|a|vers|jusqu'(?:aux?|a|en)) .{0,6}")
JOIN = Pattern(
    r"^\s*(?:,|and|et|or|ou|&|/|-|towards?|to|aux?|a|vers|jusqu'(?:aux?|a|en))\s*(?:the |la |le |les |l'|en |au |aux |in |of |off |around |near |autour |pres |au large |d'|du |des |de )*\s*$"
)
_COMPARED = Pattern(r"\b(?:compar\w*|diff\w*|contrast\w*|ecart|gap|delta|bias)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation with its distance and where its words stand (`start`, `end`); `way` is the part of the place: `northeast`, `central`."""

    name: str
    way: str | None = None
    distance_km: float | None = None
    start: int
    end: int


def relation(folded: str, start: int, end: int, *, floor: int) -> Relation | None:
    """Read how the place at `start…end` is meant; words before `floor` belong to another place."""
    first = max(floor, start - _REACH)
    lead, tail = folded[first:start], folded[end : end + _REACH]
    distance = DISTANCE.search(lead) if any(map(str.isdigit, lead)) else None
    if distance is None and any(map(str.isdigit, tail[:40])):
        after = next((found for pattern in DISTANCE_AFTER if (found := pattern.match(tail))), None)
        if after:
            return Relation(name="within_distance", distance_km=_km(after), start=start, end=end + after.end())
    if distance is not None and not _is_resolution(distance):
        name = "off_coast_of" if re.search(r"\b(?:off|au large)\b", distance[0]) else "within_distance"
        return Relation(
            name=name, distance_km=_km(distance, at_sea=name == "off_coast_of"), start=first + distance.start(), end=end
        )
    return _worded(lead, tail, start, end, first)


_AROUND = Pattern(r"\b(?:within|radius|buffer|rayon|moins|less|from|of|des?|du|around|autour|off|away|near|dans)\b|d'")


def _is_resolution(distance: re.Match[str]) -> bool:
    """A few metres say how fine an image is, not how far, and so does "at 25 km over Europe"."""
    if re.search(r"\bover\b", distance[0]) and not _AROUND.search(distance[0]):
        return True
    return (
        distance["unit"][0] == "m"
        and not distance["unit"].startswith("mi")
        and (float(distance["km"].replace(",", ".")) < 200 or not _AROUND.search(distance[0]))
    )


def _worded(lead: str, tail: str, start: int, end: int, floor: int) -> Relation | None:
    for name, pattern in BEFORE if ANY_BEFORE.search(lead) else ():
        if match := pattern.search(lead):
            off = AWAY.before(lead, match.start()) if name in _AT_A_DISTANCE else None
            off = None if off is None or _is_resolution(off) else off
            return Relation(
                name=_named(name, match),
                way=_way(name, match),
                distance_km=_km(off, at_sea=name == "off_coast_of") if off else None,
                start=floor + (off or match).start(),
                end=end,
            )
    for name, pattern in AFTER:
        if match := pattern.match(tail):
            return Relation(name=_named(name, match), way=_way(name, match), start=start, end=end + match.end())
    return None


def abbreviated(text: str, start: int, end: int, *, floor: int) -> Relation | None:
    """Read a part of the place at `start…end` told in capitals: "in SW France", "dans le NE du Nigeria", "en Asie du SE"."""
    first = max(floor, start - _REACH)
    before, after = _ABBREVIATED.search(text[first:start]), _ABBREVIATED_AFTER.match(text, end)
    match = after if before is None or _is_no_way(text[first:start], before) else before
    if match is None:
        return None
    letters = match["way"].replace("-", "")
    way = "".join(_LETTERS[letter] for letter in letters)
    begin = start if match is after else first + match.start()
    return Relation(
        name=f"{_LETTERS[letters[0]]}ern_part_of", way=way, start=begin, end=match.end() if match is after else end
    )


def _is_no_way(lead: str, match: re.Match[str]) -> bool:
    """A letter alone that does not begin what is listed or led in: "45 N Italy", "rain N Italy"; "in N Italy" is the north."""
    if len(match["way"]) > 1 or match["of"]:
        return False
    return not match[0].endswith(f"{match['way']} ") or not _LED_IN.before(lead, match.start())


def pair(folded: str, first: tuple[int, int], second: tuple[int, int]) -> str | None:
    """`border_between` or `between` where two neighbouring places stand as its two sides."""
    lead, gap, tail = folded[max(0, first[0] - _REACH) : first[0]], folded[first[1] : second[0]], folded[second[1] :]
    listed = JOIN.match(gap)
    bordered = BORDERED.fullmatch(gap)
    if (bordered and bordered["own"]) or ((listed or bordered) and PAIR_BORDER.search(lead)):
        return "border_between"
    if not listed:
        return None
    if gap.strip() in ("-", "/", "and", "et") and PAIR_BORDER_AFTER.match(tail):
        return "border_between"
    sides = PAIR_BETWEEN.search(lead)
    if sides and (not sides["way"] or _ON_TO.fullmatch(gap)) and not _COMPARED.search(folded, 0, first[0]):
        return "between"
    return None


def _named(name: str, match: re.Match[str]) -> str:
    if "{way}" not in name:
        return name
    way = _DIRECTIONS[_said(match)[:3]]
    return f"{way}_of" if name == "{way}_of" else f"{way}ern_part_of"


def _way(name: str, match: re.Match[str]) -> str | None:
    """Which part of the place is meant, with both points of the compass; None for a relation that tells of no part."""
    if name == "central_part_of":
        return "central"
    if name != "{way}_part":
        return None
    word = _said(match)
    second = _SECOND.search(word, 4)
    return _DIRECTIONS[word[:3]] + (_DIRECTIONS[second[0]] if second else "")


def _said(match: re.Match[str]) -> str:
    return next(value for key, value in match.groupdict().items() if key[0] == "w" and value)


def _km(match: re.Match[str], *, at_sea: bool = False) -> float:
    """Kilometres; the French `mille` is a nautical one at sea, a mile on land."""
    unit, _, kind = match["unit"].partition(" ")
    nautical = unit.startswith(("naut", "nm")) or (unit.startswith("mille") and (kind or at_sea))
    scale = 1.852 if nautical else _KM.get(unit) or _KM.get(unit[:2], 1.0)
    return round(float(match["km"].replace(",", ".")) * scale, 3)


def distance_alone(folded: str) -> float | None:
    """A distance said without a place: "widen it to 100 km"."""
    match = re.search(
        rf"\b(?:to|a|within|radius of|rayon de|dans|of|make it|jusqu'a|sur|up to)?\s*{LENGTH}(?![\w/])", folded
    )
    return None if match is None or _is_resolution(match) else _km(match)
