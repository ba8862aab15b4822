"""Points and boxes as people type them: decimal degrees, hemispheres, degrees and minutes, four corners."""

from __future__ import annotations

import re
from typing import NamedTuple

from connectors.extents import BBox

_S = r"\s{0,3}"
_NUMBER = r"[-+−–]?\d{1,3}(?:[.,]\d{1,12})?"
_DECIMAL = r"[-+−]?\d{1,3}\.\d{1,12}"
_EDGE = rf"({_DECIMAL}|[-+−]?\d{{1,3}})"
_BETWEEN = rf"{_S}(?:,|;|\s|\bto\b|\band\b|\bà\b|\bet\b|/|x){_S}"
_BOX = r"bbox|bounding box|emprise|boîte englobante"
_FOUR = re.compile(
    rf"(?<![\w.])[\[(]?{_S}{_EDGE}{_S},{_S}{_EDGE}{_BETWEEN}{_EDGE}{_S},{_S}{_EDGE}{_S}[\])]?(?![\w.]{{0,12}}\d)"
)
_BOX_WORD = re.compile(
    rf"(?:{_BOX}|box|boîte|boite|rectangle|polygon|polygone|extent|aoi){_S}[:=]?{_S}(?:of|de)?{_S}[\[(]?{_S}$",
    re.IGNORECASE,
)
_SPACED = re.compile(
    rf"(?:{_BOX}){_S}[:=]?{_S}[\[(]?{_S}{_EDGE}\s{{1,3}}{_EDGE}\s{{1,3}}{_EDGE}\s{{1,3}}{_EDGE}", re.IGNORECASE
)
_DEGREES = (
    rf"(\d{{1,3}}(?:[.,]\d{{1,12}})?){_S}(?:°|deg(?:ree)?s?|degr[ée]s?)?{_S}(?:(?:de\s)?(?:latitude|longitude)\s)?"
)
_MINUTES = rf"(?:(\d{{1,2}}(?:[.,]\d{{1,9}})?){_S}['′’]{_S})?"
_SECONDS = rf"(?:(\d{{1,2}}(?:[.,]\d{{1,9}})?){_S}(?:\"|″|''|”){_S})?"
_ANGLE = rf"{_DEGREES}{_MINUTES}{_SECONDS}(north|south|east|west|nord|sud|est|ouest|[NSEWO])(?![^\W_])"
_POINT = re.compile(rf"(?<![\w.]){_ANGLE}{_S}[,;/]?{_S}(?:and|et)?{_S}{_ANGLE}", re.IGNORECASE)
_PAIR = re.compile(
    rf"(?<![\w.])\(?{_S}([-+−]?\d{{1,2}}\.\d{{1,12}}){_S}°?{_S}[,;/]{_S}([-+−]?\d{{1,3}}\.\d{{1,12}}){_S}°?{_S}\)?(?![\w.]{{0,12}}\d)"
)
_AXIS = rf"(lat(?:itude)?|lon(?:g(?:itude)?)?)\.?{_S}[:=]?{_S}({_NUMBER}){_S}°?{_S}([NSEWO](?![^\W_]))?"
_SPOKEN = re.compile(rf"(?<![^\W_]){_AXIS}{_S}(?:,|;|and|et)?{_S}(?:at\s|à\s)?{_AXIS}", re.IGNORECASE)
_TO = rf"{_S}(?:-|–|to|à|and|et){_S}"
_MARK_NS, _MARK_EW = r"([NS]|north|south|nord|sud)", r"([EWO]|east|west|est|ouest)"
_BESIDE = rf"{_S}[,;/]?{_S}(?:(?:and|et|by|x|×|from|between|de|entre|latitudes?|longitudes?){_S}){{0,3}}"
_RANGES = re.compile(
    rf"(?<![\w.]){_DEGREES}{_MARK_NS}?{_TO}{_DEGREES}{_MARK_NS}{_BESIDE}{_DEGREES}{_MARK_EW}?{_TO}{_DEGREES}{_MARK_EW}(?![^\W_])",
    re.IGNORECASE,
)

# longitudes first: "10W-5E 35N-45N"
_RANGES_EAST = re.compile(
    rf"(?<![\w.]){_DEGREES}{_MARK_EW}?{_TO}{_DEGREES}{_MARK_EW}{_BESIDE}{_DEGREES}{_MARK_NS}?{_TO}{_DEGREES}{_MARK_NS}(?![^\W_])",
    re.IGNORECASE,
)


class Typed(NamedTuple):
    """A point or box in the text; `swapped` where corners were put in the right order."""

    start: int
    end: int
    box: BBox
    point: bool
    swapped: bool


def typed(text: str) -> tuple[Typed, ...]:
    """Every point and box typed as numbers, boxes first, none overlapping another."""
    found: list[Typed] = []
    used = bytearray(len(text))
    for reader in (_ranges, _boxes, _points):
        for item in reader(text):
            if not any(used[item.start : item.end]):
                used[item.start : item.end] = b"\x01" * (item.end - item.start)
                found.append(item)
    return tuple(sorted(found))


def box_of(first: tuple[float, float], second: tuple[float, float]) -> tuple[BBox, bool] | None:
    """The box of two (longitude, latitude) corners in any order, and whether they had to be put right."""
    (west, south), (east, north) = first, second
    if max(abs(south), abs(north)) > 90 and max(abs(west), abs(east)) <= 90:
        west, south, east, north = south, west, north, east
    if max(abs(south), abs(north)) > 90 or max(abs(west), abs(east)) > 360:
        return None
    if west > max(east, 180.0):
        west -= 360  # "350,-10,10,10" goes across Greenwich
    swapped = south > north or west > east
    crosses = west > east and west > 0 > east and west - east > 180
    if west > east and not crosses:
        west, east = east, west
    south, north = min(south, north), max(south, north)
    return BBox.of((west, south, east, north)), swapped and not crosses


def _boxes(text: str) -> list[Typed]:
    found = []
    for pattern in (_FOUR, _SPACED):
        for match in pattern.finditer(text):
            values = [_number(g) for g in match.groups()]
            named = _BOX_WORD.search(text[max(0, match.start() - 30) : match.start()]) is not None or pattern is _SPACED
            if (
                not named
                and sum("." in g for g in match.groups()) < 3
                and not match.group().lstrip().startswith(("[", "("))
            ):
                continue
            box = box_of((values[0], values[1]), (values[2], values[3]))
            if box:
                found.append(Typed(match.start(), match.end(), box[0], False, box[1]))
    return found


def _ranges(text: str) -> list[Typed]:
    found = []
    pairs = [(m, m.groups()) for m in _RANGES.finditer(text)]
    pairs += [(m, (*m.groups()[4:], *m.groups()[:4])) for m in _RANGES_EAST.finditer(text)]
    for match, (south, ns1, north, ns2, west, ew1, east, ew2) in pairs:
        box = box_of((_signed(west, ew1 or ew2), _signed(south, ns1 or ns2)), (_signed(east, ew2), _signed(north, ns2)))
        if box:
            found.append(Typed(match.start(), match.end(), box[0], False, False))
    return found


def _points(text: str) -> list[Typed]:
    found = []
    for match in _POINT.finditer(text):
        groups = match.groups()
        one, other = _angle(groups[:4]), _angle(groups[4:])
        letters = groups[3][0].upper() + groups[7][0].upper()
        if letters[0] in "NS" and letters[1] in "EWO":
            found += _point(match, other, one)
        elif letters[0] in "EWO" and letters[1] in "NS":
            found += _point(match, one, other)
    for match in _SPOKEN.finditer(text):
        first, value, mark, second, other_value, other_mark = match.groups()
        if first[:3].lower() != second[:3].lower():
            pair = {first[:3].lower(): _signed(value, mark), second[:3].lower(): _signed(other_value, other_mark)}
            found += _point(match, pair["lon"], pair["lat"])
    for match in _PAIR.finditer(text):
        found += _point(match, _number(match.group(2)), _number(match.group(1)))
    return found


def _point(match: re.Match[str], longitude: float, latitude: float) -> list[Typed]:
    if abs(latitude) > 90 or abs(longitude) > 360:
        return []
    box = BBox.of((longitude, latitude, longitude, latitude))
    start = match.start() + (len(match.group()) - len(match.group().lstrip()))
    return [Typed(start, match.end(), box, True, False)]


def _angle(parts: tuple[str | None, ...]) -> float:
    degrees, minutes, seconds, mark = parts
    value = _number(degrees or "0") + _number(minutes or "0") / 60 + _number(seconds or "0") / 3600
    return -value if (mark or "").lower()[:1] in ("s", "w", "o") else value


def _signed(value: str, mark: str | None) -> float:
    number = _number(value)
    return -abs(number) if mark and mark[0].upper() in "SWO" else number


def _number(text: str) -> float:
    return float(text.replace("−", "-").replace("–", "-").replace(",", "."))
