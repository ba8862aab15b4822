"""How a place is meant: near it, within a distance, off its coast, along a border, its northern part, upstream of it, without it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KM = {"km": 1.0, "ki": 1.0, "mi": 1.609344, "m": 0.001, "me": 0.001, "na": 1.852, "nm": 1.852, "nmi": 1.852}
_LENGTH = (
    r"(?P<km>\d{1,9}(?:[.,]\d{1,9})?)[ -]?(?P<unit>km|kms|kilom\w+|miles?|mi\b|nautical miles?|milles? (?:nautiques?|marins?)|nm|nmi|"
    r"milles?|met(?:re|er)s?|m\b)"
)
_OF = (
    r"(?:of|from|around|over|about|off|de|du|des|d'|autour de|autour du|autour d'|au large de|the|la|le|les|l'|los|"
    r"city|ville|coordinates?|point|centre|center|downtown|village|town|\s)*"
)
_DISTANCE = re.compile(
    r"(?:\b(?:within|inside|in|less than|up to|under|(?:a |dans )?(?:moins|un rayon) de|dans|radius of|buffer of|"
    rf"rayon de)\b ?)?(?:a |an |un |une )?{_LENGTH}(?:[ -](?:radius|buffer|wide|circle|rayon|de rayon|"
    rf"a la ronde))?(?: \(?(?:radius|buffer)\)?)? ?{_OF}$"
)
_DISTANCE_AFTER = re.compile(
    r"^(?:\W{0,3}(?:and|et|with|avec|plus|\+|within|dans|sur|±|\+/-|\+-))*\W{0,3}(?:a |an |un |une |"
    rf"surrounding |the )?(?:radius of |buffer of |rayon de )?{_LENGTH}\W{{0,2}}(?:around|radius|buffer|autour|"
    r"de rayon|a la ronde|alentour)"
)
_DIRECTIONS = {
    "nor": "north",
    "sou": "south",
    "eas": "east",
    "wes": "west",
    "sud": "south",
    "est": "east",
    "oue": "west",
}
_COMPASS = (
    r"(?P<way>north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|nord|sud|est|ouest)(?:-?(?:east|west|est|"
    r"ouest)(?:ern)?)?"
)
_ARTICLE = r"(?:the |la |le |les |l'|d'|de |du |des |de la |de l'|of |city of |ville de |lake |dam |(?:barrage|retenue|reservoir|ile|iles|islands?|isle|volcano|volcan|port|airport|aeroport) (?:of |de (?:la |l')?|du |des |d')?|(?:state|region|municipality|county|province|district|department|departement|commune|municipalite|area) (?:of |de |du |d')?)*"
# (relation, pattern that ends where the place begins); {way} stands for the compass word's relation
_BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (relation, re.compile(pattern + r"\s*$"))
    for relation, pattern in (
        ("except",
            r"\b(?:except(?: for| in)?|excluding|but not|other than|leaving out|minus|without|not including|apart from|"
            rf"excepte|sauf|hors(?: de)?|a l'exception d\w*|excluant|en excluant|sans compter|hormis|mais pas|sans) (?:en |au |aux |a |dans |pour |in )?{_ARTICLE}"),
        ("off_coast_of",
            r"\b(?:off(?:shore)?(?: (?:north|south|east|west)\w*)?(?: (?:of|from))?(?: the)?(?: (?:\w+ )?(?:coasts?|"
            rf"coastline|shores?))?(?: of)?|au large(?: des? (?:la |l')?cotes?)?) {_ARTICLE}"),
        ("off_coast_of", r"\bau large d'"),
        ("off_coast_of", r"\b(?:mouillage|bateaux?|navires?|cargos?|petroliers?|ancre|rade|mer)\b[^.;?]{0,24}\bdevant (?:la |le |les |l')?"),
        ("border_of", rf"\b(?:borders?|boundary|frontieres?) (?:of|with|de|du|avec|d') ?{_ARTICLE}"),
        ("coast_of",
            r"\b(?:coasts?|coastlines?|shores?|shoreline|seaboard|littoral|coastal (?:waters|areas?|zones?) of|"
            rf"cotes?|rivages?|rives?) (?:of|de|du|des|d'|along|waters of) ?{_ARTICLE}"),
        ("coast_of", r"\b(?:coastal)"),
        ("upstream_of", rf"\b(?:upstream|upriver|en amont|amont) (?:of|from|de|du|d') ?{_ARTICLE}"),
        ("downstream_of", rf"\b(?:downstream|downriver|en aval|aval) (?:of|from|de|du|d') ?{_ARTICLE}"),
        ("{way}_part",
            rf"\b{_COMPASS.replace('way', 'w1')} ?(?:part|half|third|portion|section|tip|side|end|regions?|areas?|"
            rf"parts|provinces|districts) of {_ARTICLE}"),
        ("{way}_part",
            r"\b(?:partie|moitie|zone|region|pointe|tiers) (?:de l'extreme )?(?P<w2>nord|sud|est|ouest|"
            rf"septentrionale|meridionale|orientale|occidentale) (?:de |du |d'|des ){_ARTICLE}"),
        ("{way}_part", rf"\b(?:in|across|over|from|for) the {_COMPASS.replace('way', 'w3')} of {_ARTICLE}"),
        ("{way}_part",
            rf"(?<!au )(?<!a l')(?<!\ba )\b(?:le |l')?(?:extreme[- ])?{_COMPASS.replace('way', 'w4')}(?: |-)(?:de |du |des |"
            rf"d'){_ARTICLE}"),
        ("{way}_of",
            rf"\b(?:just |due |au |a l'|immediately |juste au ){_COMPASS.replace('way', 'w5')} (?:of|de|du|des|"
            rf"d') ?{_ARTICLE}"),
        ("{way}_of", rf"\b{_COMPASS.replace('way', 'w6')} of {_ARTICLE}"),
        ("{way}_part", rf"(?<!c')(?<!n')(?<!s')(?<!qu')\b{_COMPASS.replace('way', 'w7')}(?:most)? (?:and central )?"),
        ("central_part_of",
            r"\b(?:central|centre(?: de| du| d')|center of|middle of|heart of|(?:the )?interior of|"
            rf"milieu d[eu'])\s?{_ARTICLE}"),
        ("inside", rf"\b(?:inside|a l'interieur (?:de|du)) {_ARTICLE}"),
        ("near",
            r"\b(?:near|nearby|close to|next to|in the vicinity of|vicinity of|around|surround(?:ing|s)|surroundings of|"
            r"outskirts of|outside(?: of)?|not far from|pres|proche|a cote|a proximite|autour|aux environs|"
            rf"aux alentours|dans les environs|alentours|environs|non loin|banlieue)(?: de| du| des| d')? ?{_ARTICLE}"),
    )
)  # fmt: skip
_AFTER: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "except",
        re.compile(
            r"^,? (?:excepted|excluded|not included|left out|aside|excepte(?:e|s|es)?|exclu(?:e|s|es)?|mis(?:e|es)? (?:a part|de cote)|non compris(?:e|es)?)\b"
        ),
    ),
    ("off_coast_of", re.compile(r"^(?:'s)? (?:offshore)\b")),
    (
        "coast_of",
        re.compile(
            r"^(?:'s)? (?:coast(?:line|al (?:area|region|zone|strip|waters))?|shore(?:line)?|seaboard|littoral)\b"
        ),
    ),
    ("border_of", re.compile(r"^(?:'s)? (?:border|boundary)\b")),
    (
        "near",
        re.compile(
            r"^(?:'s)? (?:surroundings|outskirts|and (?:its )?surroundings|and around|et (?:ses )?(?:environs|alentours)|"
            r"et autour)\b"
        ),
    ),
    (
        "{way}_part",
        re.compile(
            r"^(?: |-)(?:du |de l')?(?P<w8>nord|sud|(?:(?<=-)|(?<=l'))est|est(?=\W*$|[,.;:?]| (?:de|du|des|en|d')\b(?! (?:hausse|baisse|train|cours|plus)))|ouest|septentrionale?|meridionale?|orientale?|occidentale?)\b"
        ),
    ),
    ("central_part_of", re.compile(r"^ central(?:e)?\b")),
)
_AWAY = re.compile(rf"{_LENGTH}(?: (?:to|a|au|en))*(?: the)? ?$")
_PAIR_BORDER = re.compile(
    r"\b(?:borders?|frontieres?|boundary|frontier)(?: region| area| zone)? (?:between|entre|separating|of|de|du|d') ?(?:the |la |"
    r"le |les |l')*\s*$"
)
_PAIR_BORDER_AFTER = re.compile(r"^ (?:border|boundary|frontier)\b")
_PAIR_BORDER_FRENCH = re.compile(r"\bfrontieres? (?:de |du |des |d')?(?:la |le |l')?\s*$")
_PAIR_BETWEEN = re.compile(
    r"\b(?:between|entre|(?P<way>from|de)) (?:the |la |le |les |l'|fleuves |rivieres |lacs |villes |rivers |cities |towns )*\s*$"
)
_ON_TO = re.compile(r" (?:to|a|jusqu'a) .{0,6}")
JOIN = re.compile(
    r"^\s*(?:,|and|et|or|ou|&|/|-|to|a)\s*(?:the |la |le |les |l'|en |au |aux |in |of |off |around |near |autour |pres |au large |d'|du |des |de )*\s*$"
)
_CARDINALS = {"sep": "north", "mer": "south", "ori": "east", "occ": "west"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation with its distance and where its words stand (`start`, `end`)."""

    name: str
    distance_km: float | None = None
    start: int
    end: int


def relation(folded: str, start: int, end: int, *, floor: int) -> Relation | None:
    """Read how the place at `start…end` is meant; words before `floor` belong to another place."""
    lead, tail = folded[floor:start], folded[end:]
    distance = _DISTANCE.search(lead)
    if distance is None and (after := _DISTANCE_AFTER.match(tail)):
        return Relation(name="within_distance", distance_km=_km(after), start=start, end=end + after.end())
    if distance is not None and not _is_resolution(distance):
        name = "off_coast_of" if re.search(r"\b(?:off|au large)\b", distance[0]) else "within_distance"
        return Relation(name=name, distance_km=_km(distance), start=floor + distance.start(), end=end)
    return _worded(lead, tail, start, end, floor)


_AROUND = re.compile(
    r"\b(?:within|radius|buffer|rayon|moins|less|from|of|des?|du|around|autour|off|away|near|dans)\b|d'"
)


def _is_resolution(distance: re.Match[str]) -> bool:
    """A few metres say how fine an image is, not how far."""
    return (
        distance["unit"][0] == "m"
        and not distance["unit"].startswith("mi")
        and (float(distance["km"].replace(",", ".")) < 200 or not _AROUND.search(distance[0]))
    )


def _worded(lead: str, tail: str, start: int, end: int, floor: int) -> Relation | None:
    for name, pattern in _BEFORE:
        if match := pattern.search(lead):
            off = (
                _AWAY.search(lead[: match.start()])
                if name in ("off_coast_of", "{way}_of", "upstream_of", "downstream_of")
                else None
            )
            off = None if off is None or _is_resolution(off) else off
            return Relation(
                name=_named(name, match),
                distance_km=_km(off) if off else None,
                start=floor + (off or match).start(),
                end=end,
            )
    for name, pattern in _AFTER:
        if match := pattern.match(tail):
            return Relation(name=_named(name, match), start=start, end=end + match.end())
    return None


def pair(folded: str, first: tuple[int, int], second: tuple[int, int]) -> str | None:
    """`border_between` or `between` where two neighbouring places stand as its two sides."""
    lead, gap, tail = folded[: first[0]], folded[first[1] : second[0]], folded[second[1] :]
    if not JOIN.match(gap):
        return None
    hyphen = gap.strip() in ("-", "/", "and", "et")
    if _PAIR_BORDER.search(lead) or (hyphen and (_PAIR_BORDER_AFTER.match(tail) or _PAIR_BORDER_FRENCH.search(lead))):
        return "border_between"
    sides = _PAIR_BETWEEN.search(lead)
    if (
        sides
        and (not sides["way"] or _ON_TO.fullmatch(gap))
        and not re.search(r"\b(?:compar\w*|diff\w*|contrast\w*|ecart|gap|delta|bias)\b", lead)
    ):
        return "between"
    return None


def _named(name: str, match: re.Match[str]) -> str:
    if "{way}" not in name:
        return name
    word = next(value for key, value in match.groupdict().items() if key[0] == "w" and value)
    way = _DIRECTIONS.get(word[:3]) or _CARDINALS[word[:3]]
    return f"{way}_of" if name == "{way}_of" else f"{way}ern_part_of"


def _km(match: re.Match[str]) -> float:
    unit = match["unit"].split()[0]
    scale = (
        1.852
        if "nautic" in match["unit"] or unit.startswith(("nm", "mille"))
        else _KM.get(unit) or _KM.get(unit[:2], 1.0)
    )
    return round(float(match["km"].replace(",", ".")) * scale, 3)


def distance_alone(folded: str) -> float | None:
    """A distance said without a place: "widen it to 100 km"."""
    match = re.search(
        rf"\b(?:to|a|within|radius of|rayon de|dans|of|make it|jusqu'a|sur|up to)?\s*{_LENGTH}(?![\w/])", folded
    )
    return None if match is None or _is_resolution(match) else _km(match)
