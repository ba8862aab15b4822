"""Points and boxes as people type them: decimal degrees, hemispheres, degrees and minutes, four corners."""

from __future__ import annotations

import re
from typing import NamedTuple

from connectors.extents import BBox
from connectors.vocabulary.patterns import Pattern

_S = r"\s{0,3}"
_NUMBER = r"[-+−–]?\d{1,3}(?:[.,]\d{1,12})?"
_DECIMAL = r"[-+−]?\d{1,3}\.\d{1,12}"
_EDGE = rf"({_DECIMAL}|[-+−]?\d{{1,3}})"
_BETWEEN = rf"{_S}(?:,|;|\s|\bto\b|\band\b|\b[àa]\b|\bet\b|/|x){_S}"
_BOX = r"bbox|bounding box|emprise|bo[îi]te englobante"
_FOUR = Pattern(
    rf"(?<![\w.])[\[(]?{_S}{_EDGE}{_S},{_S}{_EDGE}{_BETWEEN}{_EDGE}{_S},{_S}{_EDGE}{_S}[\])]?(?![\w.]{{0,12}}\d)"
)
_BOX_WORD = Pattern(
    rf"(?:{_BOX}|box|boîte|boite|rectangle|polygon|polygone|extent|aoi){_S}[:=]?{_S}(?:of|de)?{_S}[\[(]?{_S}$",
    re.IGNORECASE,
)
_LED_IN = Pattern(r"(?<![^\W_])(?:to|over|on|within|in|for|sur|dans|pour|[àa]|en)\s{1,3}$", re.IGNORECASE)
_SPACED = Pattern(
    rf"(?:{_BOX}){_S}[:=]?{_S}[\[(]?{_S}{_EDGE}\s{{1,3}}{_EDGE}\s{{1,3}}{_EDGE}\s{{1,3}}{_EDGE}", re.IGNORECASE
)
_DEGREES = (
    rf"(\d{{1,3}}(?:[.,]\d{{1,12}})?){_S}(?:°|deg(?:ree)?s?|degr[ée]s?)?{_S}(?:(?:de\s)?(?:latitude|longitude)\s)?"
)
_MINUTES = rf"(?:(\d{{1,2}}(?:[.,]\d{{1,9}})?){_S}['′’]{_S})?"
_SECONDS = rf"(?:(\d{{1,2}}(?:[.,]\d{{1,9}})?){_S}(?:\"|″|''|”){_S})?"
_ANGLE = rf"{_DEGREES}{_MINUTES}{_SECONDS}(north|south|east|west|nord|sud|est|ouest|[NSEWO])(?![^\W_])"
_POINT = Pattern(rf"(?<![\w.]){_ANGLE}{_S}[,;/]?{_S}(?:and|et)?{_S}{_ANGLE}", re.IGNORECASE)
_PAIR = Pattern(
    rf"(?<![\w.])\(?{_S}([-+−]?\d{{1,2}}\.\d{{1,12}}){_S}°?{_S}[,;/]{_S}([-+−]?\d{{1,3}}\.\d{{1,12}}){_S}°?{_S}\)?(?![\w.]{{0,12}}\d)"
)
# "at 48.85 2.35": without a mark between, both to the hundredth, led in as a place is
_UNMARKED = Pattern(
    r"(?<![^\W_])(?:at|around|near|within|centred|centered|autour|pres|près|[àa]|de|of)\s{1,3}([-+−]?\d{1,2}\.\d{2,12})°?\s{1,3}([-+−]?\d{1,3}\.\d{2,12})(?![\w.°%]{0,12}\d|\s?(?:%|°\s?[CcFf]|mm|m\b|km))",
    re.IGNORECASE,
)
_AXIS = rf"(lat(?:itude)?|lon(?:g(?:itude)?)?)\.?{_S}[:=]?{_S}({_NUMBER}){_S}°?{_S}([NSEWO](?![^\W_]))?"
_SPOKEN = Pattern(rf"(?<![^\W_]){_AXIS}{_S}(?:,|;|and|et)?{_S}(?:at\s|[àa]\s)?(?:the\s|la\s)?{_AXIS}", re.IGNORECASE)
_TO = rf"{_S}(?:-|–|to|[àa]|and|et){_S}"
_MARK_NS, _MARK_EW = r"([NS]|north|south|nord|sud)", r"([EWO]|east|west|est|ouest)"
_BESIDE = rf"{_S}[,;/]?{_S}(?:(?:and|et|by|x|×|from|between|de|entre|latitudes?|longitudes?){_S}){{0,3}}"
_RANGES = Pattern(
    rf"(?<![\w.]){_DEGREES}{_MARK_NS}?{_TO}{_DEGREES}{_MARK_NS}{_BESIDE}{_DEGREES}{_MARK_EW}?{_TO}{_DEGREES}{_MARK_EW}(?![^\W_])",
    re.IGNORECASE,
)

# longitudes first: "10W-5E 35N-45N"
_RANGES_EAST = Pattern(
    rf"(?<![\w.]){_DEGREES}{_MARK_EW}?{_TO}{_DEGREES}{_MARK_EW}{_BESIDE}{_DEGREES}{_MARK_NS}?{_TO}{_DEGREES}{_MARK_NS}(?![^\W_])",
    re.IGNORECASE,
)

# each axis with its range: "lon -20 to 15, lat 10 to 20", "-20 to 15 lon, 10 to 20 lat"
_ON = r"(?:[:=]|from|between|of|de|entre)?"
_NAMED_AXIS = r"(lat(?:itude)?|lon(?:g(?:itude)?)?)s?\.?"
_FROM = rf"({_NUMBER}){_S}°?{_S}([NSEWO](?![^\W_]))?"
_UP_TO = rf"{_S}(?:to|[àa]|and|et|jusqu'[àa]|\.\.|[-–—:,/]){_S}{_FROM}(?:{_S}[\])])?"
_NEXT = rf"{_S}(?:[,;/x×]|and|et|by)?{_S}"
_SPAN = rf"{_NAMED_AXIS}{_S}{_ON}{_S}[\[(]?{_S}{_FROM}{_UP_TO}"
_SPANS = Pattern(rf"(?<![^\W_]){_SPAN}{_NEXT}{_SPAN}(?![\w.]{{0,12}}\d)", re.IGNORECASE)
_SPAN_AFTER = rf"{_FROM}{_UP_TO}{_S}(?:de{_S})?{_NAMED_AXIS}"
_SPANS_AFTER = Pattern(rf"(?<![\w.,]){_SPAN_AFTER}{_NEXT}{_SPAN_AFTER}(?![^\W_])", re.IGNORECASE)
# well-known text: longitude before latitude
_WKT = Pattern(
    r"(?<![^\W_])(?:MULTI)?(?:POLYGON|BOX|LINESTRING|POINT)\s{0,2}(?:2D|Z)?\s{0,2}\({1,3}([-+\d.,\s()]{3,4000}?)\)",
    re.IGNORECASE,
)
_CORNER = Pattern(r"([-+]?\d{1,3}(?:\.\d{1,12})?)\s{1,3}([-+]?\d{1,3}(?:\.\d{1,12})?)")
# the letter first: "N 35.68 E 139.69"
_LED = rf"([NSEWO]){_S}(\d{{1,3}}(?:[.,]\d{{1,12}})?){_S}°?"
_LETTERED = Pattern(rf"(?<![\w.]){_LED}{_S}[,;/]?{_S}{_LED}(?![\w.]{{0,12}}\d)")
# decimal commas, parted by semicolons: "2,1 ; 48,7 ; 2,6 ; 49,0"
_COMMA = r"([-+−]?\d{1,3}(?:[.,]\d{1,12})?)"
_FINE = Pattern(r"[.,]\d\d")
_SEMICOLONS = Pattern(
    rf"(?<![\w.,])[\[(]?{_S}{_COMMA}{_S};{_S}{_COMMA}(?:{_S};{_S}{_COMMA}{_S};{_S}{_COMMA})?(?![\w,]{{0,12}}\d)"
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
    for reader in (_well_known, _spans, _ranges, _with_semicolons, _boxes, _points):
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
                and not _is_led_box(text, match)
                and sum("." in g for g in match.groups()) < 3
                and not match.group().lstrip().startswith(("[", "("))
            ):
                continue
            box = box_of((values[0], values[1]), (values[2], values[3]))
            if box:
                found.append(Typed(match.start(), match.end(), box[0], False, box[1]))
    return found


def _is_led_box(text: str, match: re.Match[str]) -> bool:
    """True for four whole numbers without spaces behind a preposition, one of them below zero: `cut to 30,-5,42,5`."""
    led = _LED_IN.search(text[max(0, match.start() - 12) : match.start()]) is not None
    return led and " " not in match.group().strip() and any(g.startswith(("-", "−")) for g in match.groups())


def _spans(text: str) -> list[Typed]:
    found = []
    read = [(m, m.groups()) for m in _SPANS.finditer(text)]
    read += [(m, (g[4], *g[:4], g[9], *g[5:9])) for m in _SPANS_AFTER.finditer(text) if (g := m.groups())]
    for match, (axis, low, low_mark, high, high_mark, other, least, least_mark, most, most_mark) in read:
        pairs = {
            axis[:3].lower(): (_signed(low, low_mark or high_mark), _signed(high, high_mark)),
            other[:3].lower(): (_signed(least, least_mark or most_mark), _signed(most, most_mark)),
        }
        box = box_of(*zip(pairs["lon"], pairs["lat"], strict=True)) if len(pairs) == 2 else None
        if box:
            found.append(Typed(match.start(), match.end(), box[0], False, box[1]))
    return found


def _well_known(text: str) -> list[Typed]:
    found = []
    for match in _WKT.finditer(text):
        corners = [(float(x), float(y)) for x, y in _CORNER.findall(match[1])]
        if not corners or any(abs(x) > 180 or abs(y) > 90 for x, y in corners):
            continue
        east, north = (list(axis) for axis in zip(*corners, strict=True))
        end = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip(")"))
        box = BBox.of((min(east), min(north), max(east), max(north)))
        found.append(Typed(match.start(), end, box, len(corners) == 1, False))
    return found


def _with_semicolons(text: str) -> list[Typed]:
    found = []
    for match in _SEMICOLONS.finditer(text):
        values = [value for value in match.groups() if value]
        said = _BOX_WORD.search(text[max(0, match.start() - 30) : match.start()]) or match[0][0] in "[("
        if len(values) == 2 and all(_FINE.search(value) for value in values):
            found += _point(match, _number(values[1]), _number(values[0]))
        elif len(values) == 4 and (said or sum("," in v or "." in v for v in values) > 2):
            box = box_of((_number(values[0]), _number(values[1])), (_number(values[2]), _number(values[3])))
            found += [Typed(match.start(), match.end(), box[0], False, box[1])] if box else []
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
    for match in _LETTERED.finditer(text):
        first, value, second, other_value = match.groups()
        if first in "NS" and second in "EWO":
            found += _point(match, _signed(other_value, second), _signed(value, first))
    for match in _PAIR.finditer(text):
        found += _point(match, _number(match.group(2)), _number(match.group(1)))
    for match in _UNMARKED.finditer(text):
        led = _point(match, _number(match.group(2)), _number(match.group(1)))
        found += [one._replace(start=match.start(1)) for one in led]
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
