"""Bounds on a measured value: an operator, a number and a unit, in words or signs, English and French."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from conductor.composer.text.fractions import PART, per_cent
from conductor.composer.text.utterance import Utterance
from conductor.composer.what.beaufort import forces
from connectors.vocabulary.patterns import Pattern
from planners.intent import Threshold

_OPERATORS = (
    (">=",
        r"(?:nothing|none|not|never|no|rien|aucune?s?|pas|jamais) (?:below|under|lower than|smaller than|en dessous d[e']|au-dessous d[e']|inferieure?s? a|moins d[e'])|"
        r"(?:not|never|n't|without) (?:drop\w*|fall\w*|dip\w*|sink\w*|go(?:es|ing)?|get(?:s|ting)?) (?:below|under)|(?:ne |n')?(?:descend\w*|tomb\w*|pass\w*|baiss\w*|va|vont) (?:pas|jamais) (?:sous|en dessous d[e']|au-dessous d[e'])|"
        r"(?:hits?|touch(?:es|ed)?)(?= (?:the )?-?\d)|"
        r"(?:not|no|n't|never) (?:cold|cool|weak|thinn|fewer|shallow)(?:er)? than|pas plus (?:froid|bas|faible|petit)\w* qu[e']|"
        r"(?:greater|larger|higher|warmer|hotter|more|stronger) than or equal to|at or above|at or over|equal to or (?:above|over|greater than)|egale?s? ou superieure?s? a|at least|no less than|not less than|a minimum of|min(?:imum)?|reach(?:es|ed|ing)?|au moins|(?:atteign\w+|atteint)(?:-(?:t-)?(?:ils?|elles?|on))?|"
        r"atteindr\w+|minimum d[e']|>=|=>|≥|superieure?s? ou (?:egales?|egaux) (?:a|aux?)\b|egaux ou superieurs (?:a|aux?)\b"),
    ("<=",
        r"(?:nothing|none|not|never|no|rien|aucune?s?|pas|jamais) (?:above|over|exceeding|beyond|greater than|higher than|larger than|au-dessus d[e']|au-dela d[e']|superieure?s? a|plus d[e']|d[e'] plus d[e'])|"
        r"(?:not|never|n't|without) (?:ris\w*|climb\w*|go(?:es|ing)?|get(?:s|ting)?|warm\w*) (?:above|over)|(?:ne |n')?(?:mont\w*|pass\w*|va|vont) (?:pas|jamais) (?:au-dessus d[e']|au-dela d[e'])|"
        r"(?:not|no|n't|never) (?:cloud|snow|hott|warm|high|larg|bigg|great|strong|thick|deep|wett|heavi|steep)i?er than|(?:not|without|never|n't) exceed(?:ing)?|"
        r"pas plus (?:nuageu|enneige|chaud|haut|grand|fort|epais|profond|eleve)\w* qu[e']|(?:sans|ni) (?:depasser|exceder)|(?:ne |n')?(?:depass\w+|exced\w+) pas|"
        r"(?:smaller|lower|colder|cooler|less|fewer|weaker) than or equal to|at or below|at or under|equal to or (?:below|under|less than)|egale?s? ou inferieure?s? a|at most|no more than|not more than|up to|a maximum of|max(?:imum)?|au plus|au maximum|maximum d[e']|pas plus d[e']|pas plus qu'(?=a )|jusqu'a|<=|"
        r"=<|≤|inferieure?s? ou (?:egales?|egaux) (?:a|aux?)\b|egaux ou inferieurs (?:a|aux?)\b"),
    (">",
        r"above|over|more than|greater than|cloudier than|snowier than|plus (?:nuageu(?:x|ses?)|enneigee?s?) qu[e']|exceed(?:s|ed|ing)?|top(?:s|ped|ping)?(?= (?:the )?-?\d)|(?:sur)?(?:pass|cross|breach)(?:es|ed|ing)?(?= (?:the )?-?\d{1,4}(?:[.,]\d{1,2})?[ -]?(?:°|deg|[cf]\b|mm\b|cm\b|m/s|km/h|mph|kt|knots?))|higher than|hotter than|warmer than|larger than|"
        r"stronger than|thicker than|deeper than|wetter than|past|beyond|in excess of|"
              r"(?:rises?|rose|gets?|got|goes|went|go|passes|passed|pass) (?:above|over)|plus d[e']|plus chaude?s? que|"
              r"plus haute?s? que|plus forte?s? que|au-dessus de|au-dela de|au dessus de|superieure?s? a|"
              r"plus profondes? que|plus epaisse?s? que|depass\w+(?:-(?:t-)?(?:ils?|elles?|on))?|plus (?:eleve|grand|important)e?s? qu[e']|(?:passant|franchi\w+|passe|passent)(?= (?:les|la barre des|le seuil de) )|exced\w+(?:-(?:t-)?(?:ils?|elles?|on))?|>"),
    ("<",
        r"below|under|less than|lower than|fewer than|colder than|cooler than|smaller than|beneath|weaker than|"
        r"thinner than|(?:drops?|dropped|falls?|fell|dips?|dipped|goes|went) (?:below|under)|"
              r"moins d[e']|moins qu'(?=a )|plus froide?s? que|plus (?:bas(?:se)?|petite?|faible)s? que|au-dessous de|au dessous de|en dessous de|"
              r"en-dessous de|inferieure?s? a|sous(?: les| la barre des)?|<"),
)  # fmt: skip
_SHARES = {
    "half": 2,
    "demi": 2,
    "demie": 2,
    "quarter": 4,
    "quarters": 4,
    "quart": 4,
    "quarts": 4,
    "third": 3,
    "thirds": 3,
    "tiers": 3,
}
_COUNTS = {"two": 2, "deux": 2, "2": 2, "three": 3, "trois": 3, "3": 3}
# "half an inch", "three quarters of an inch", "un demi-pouce", "trois quarts d'un pouce"
_SHARE = (
    rf"(?:(?:an?|une?|one|{'|'.join(_COUNTS)})[ -])?(?:{'|'.join(_SHARES)})(?:[ -](?:of )?an?(?= )| de(?= )|(?= d'))?"
)
_ONE = rf"(?:{_SHARE}|one|an?|une?)(?=[ -](?:d')?(?:une? )?(?:inch|pouce|metre|meter|centim|millim|degre|knot|noeud|foot|pied|mm|cm))"
_NUMBER = (
    rf"(?P<sign>-|\+|minus |moins )? ?(?P<number>[1-9]\d{{0,2}}(?:[, ]\d{{3}})+(?![\d.,]\d|\d)|\d{{1,9}}(?:[.,]\d{{1,9}})?|{_ONE})"
    r"(?P<half> and a half| et demie?)?(?: d'une?)?"
)
_UNITS = (
    ("degC", r"°? ?c\b|deg(?:ree|re)?s?\.? ?(?:c\b|celsius)|celsius|° ?celsius"),
    ("degF", r"°? ?f\b|deg(?:ree|re)?s?\.? ?(?:f\b|fahrenheit)|fahrenheit"),
    ("K", r"k\b|kelvins?\b"),
    ("mm/day",
        r"mm ?(?:/|per |a |par |d'eau par )? ?(?:day|d-1|d\b|jour|j\b|24 ?h|in (?:a|one) day|en (?:un|une) (?:jour|"
        r"journee))|mm day-1|mm d-1"),
    ("mm", r"mm\b|millim(?:eters?|etres?)"),
    ("cm", r"cm\b|centim(?:eters?|etres?)"),
    ("km/h", r"(?:km|kilom(?:eters?|etres?)) ?(?:/|per |an |a |par |a l'|-)? ?(?:h(?:our|eure)?\b)|kmh\b|kph\b"),
    ("mph", r"mph\b|miles? (?:per|an) hour"),
    ("m/s", r"m ?/ ?s\b|m s-1|meters? per second|metres? (?:per second|par seconde)"),
    ("kt", r"k(?:ts?|n)\b|knots?\b|noe?uds?\b"),
    ("m3/s", r"m3 ?/ ?s\b|m³ ?/ ?s|cumecs?"),
    ("hPa", r"hpa\b|mbar\b|millibars?"),
    ("%", r"%|percent\b|per cent\b|pour ?cent\b|pct\b"),
    ("km", r"km\b|kilom(?:eters?|etres?)"),
    ("mi", r"miles?\b|mi\b"),
    ("inch", r"inch(?:es)?\b|in\b(?= of| per| in\b|$|[.,;?!)])|\"|pouces?\b"),
    ("foot", r"feet\b|foot\b|ft\b|pieds?\b"),
    ("m", r"m\b|meters?\b|metres?\b"),
    ("deg", r"°|deg(?:ree|re)?s?\b"),
)  # fmt: skip
_UNIT = "|".join(f"(?P<u{i}>{pattern})" for i, (_, pattern) in enumerate(_UNITS))
_SIGN = "|".join(f"(?P<o{i}>{pattern})" for i, (_, pattern) in enumerate(_OPERATORS))
_BEFORE = Pattern(
    rf"(?:(?<![\w<>=])|(?<=\w)(?=[<>≤≥]))(?:{_SIGN})(?:\s+(?:un jour|jamais|deja|souvent|parfois|regulierement|a|un|the|les?|la|about|environ|roughly|seuil de|threshold of|value of|"
    rf"barre des?))*\s*{_NUMBER}[ -]?(?:{_UNIT})?(?P<more_half> and a half| et demie?)?(?![\w%])"
)
# "a maximum of 31 °C or more": which side is told behind the number
_OR_MORE = Pattern(
    r",? (?:(?:or|and) (?:more|above|higher|greater|hotter|warmer|over|up)|(?:ou|et) (?:plus|davantage|au-dessus|au-dela))\b"
)
_OR_LESS = Pattern(
    r",? (?:(?:or|and) (?:less|below|lower|colder|under)|(?:ou|et) (?:moins|au-dessous|en dessous|en-dessous))\b"
)
# "10 cm of snow on the ground", "days with 10 mm of rain": as much as that
_AS_MUCH = Pattern(
    rf"(?:(?<=days with )|(?<=jours avec )|(?<![\w.,-])(?=[^,;?!]{{2,40}}\b(?:on the ground|lying|au sol)\b)){_NUMBER}[ -]?(?:{_UNIT})(?= (?:of |de |d')(?:fresh |new )?(?:rain|precipitation|snow|pluie|neige)\b)"
)
_PART_BEFORE = Pattern(
    rf"(?<![\w<>=])(?:{_SIGN})(?:\s+(?:about|around|roughly|environ|the|de|d'))*\s*(?:a )?(?:{PART})"
)
_PART_AFTER = Pattern(
    rf"(?<![\w.,/-])(?:{PART})(?: (?:(?:of |de |d')?(?:cloud[sy]?|nuages?|nuageu(?:x|se)s?|snowy?|neige|enneigee?s?)(?: cover)?))?,? ?(?P<more>or (?:more|less|fewer)|ou (?:plus|moins)|(?:at |au )?(?:the )?(?:most|plus|max(?:imum)?)|(?:at |au )(?:least|moins))\b"
)
_AFTER = Pattern(
    rf"(?<![\w.,-]){_NUMBER} ?(?:{_UNIT})?(?:(?: of | de | d')\w+(?: on the ground| lying| au sol)?| (?:cloud|snow|cloudy)(?: cover)?)?(?:,? ?(?P<more>or (?:more|above|higher|greater|hotter|warmer|over)|"
    r"and (?:above|over)|ou (?:plus|au-dessus|au-dela)|et plus|ou davantage|or (?:less|below|lower|colder|under)|ou (?:moins|en dessous|en-dessous|au-dessous)|et moins|"
    r"(?:au moins|at least|au plus|at most|au maximum|au minimum|(?:grand |tout )?max(?:imum)?\b(?! temp| wind|imum temp| (?:cloud|nuag)\w*[^,;\d]{0,20}\d)|tops)(?! (?:of |de |d')?(?:\d|(?:an?|one|une?|the|la|half|two|three|deux|trois) (?!year|day|month|an\b|jour|mois))))|(?P<plus>\+))"
)
_NAMED = Pattern(
    r"\b(?:thresholds?|seuils?|cutoff|limite)(?: (?:of|at|de|a|is|est|=|temperature|"
    rf"value))*\s*[:=]?\s*{_NUMBER} ?(?:{_UNIT})?(?![\w%])"
)
# "with a 38 °C threshold", "un plafond de 30" stands in _NAMED
_CALLED = Pattern(rf"(?<![\w.,-]){_NUMBER}[ -]?(?:{_UNIT})[ -](?:thresholds?|cut-?offs?|marks?)\b")
# "when was 35 °C exceeded", "35 °C a-t-il été dépassé": the bound before what is done to it
_PASSED = Pattern(
    rf"(?<![\w.,-]){_NUMBER}[ -]?(?:{_UNIT})(?: (?:is|are|was|were|be|been|being|gets?|got|ever|last|first|actually|often|regularly|never|will|would|has|had|ont|a|est|etait|soit|sont|ete|sera|seront|jamais|deja)(?:-(?:t-)?(?:ils?|elles?))?)*(?: (?:ete|souvent|deja|jamais|enfin|un jour))* "
    r"(?:exceeded|surpassed|passed|crossed|topped|breached|depassee?s?|franchie?s?|excedee?s?)\b"
)
# "how likely is 40 °C", "la probabilité d'avoir 150 mm en un jour", "is 38 °C unusual": as much as that
_LIKELY = Pattern(
    rf"(?:\b(?:how (?:likely|rare|common|usual|unusual|frequent|normal|exceptional)|likelihood|probability|chances?|odds|risk|probabilite|risque)(?:,? (?:is|are|was|would|be|it|of|that|getting|having|seeing|to|have|get|reach|reaching|the|an?|de|d'|d'(?:avoir|atteindre|observer|un)|des|un|une|est|y avoir)\b)*(?: |(?<=')))"
    rf"{_NUMBER}[ -]?(?:{_UNIT})(?![\w%])"
)
_UNUSUAL = Pattern(
    rf"(?<![\w.,-]){_NUMBER}[ -]?(?:{_UNIT})(?: (?:in|en|a|au|aux|at|for|pour)(?: (?:one|a|un|une|the|la|le))? [\w'-]+)?,? ?(?:is|was|be|est|etait|sont|sera)?(?:-(?:ce|il|elle)s?)? ?(?:it |that |c'est |a |an |un |une |so |very |si |tres )*(?:unusual|usual|unlikely|likely|common|uncommon|rare|normal|abnormal|exceptional|inhabituel|habituel|probable|improbable|courant|rare|normal|anormal|exceptionnel|frequent)(?:le)?s?\b"
)
_DAYS_OF = Pattern(rf"(?<![\w.,-]){_NUMBER}[ -]?(?:{_UNIT}|(?(sign)(?=nights?\b)|(?!)))(?=[ -]?(?:days?|nights?)\b)")
# "nights at -5 °C", "jours à 35 degrés", "nuits à moins 20"
_DAYS_AT = Pattern(
    rf"\b(?:days?|nights?|jours?|journees?|nuits?) (?:at|of|a|de) (?P<sign>-|minus |moins )?(?P<number>\d{{1,2}}(?:[.,]\d)?)(?P<half>) ?(?:{_UNIT}|(?(sign)|(?!)))(?![\w%])"
)
# "tn_days_below with -15 °C": what an indicator by name is given
_GIVEN = Pattern(
    rf"\b(?P<said>[a-z]+(?:_[a-z]+)*_(?P<side>above|below|over|under))(?:'?s)?(?: (?:process|indicator|indicateur|finch|xclim|icclim|(?:de |d'|du |from |of |by |in |via |with |avec |sur |on )(?:the |la |le |l')?(?:finch|xclim|icclim|process\w*|server|serveur)))*(?: \w+@\w+)?[ ,:(=]*"
    rf"(?:(?:with|avec|at|a|of|de|for|pour|using|thresh\w*|seuil|un|the|le|set to|=) ?)*{_NUMBER} ?(?:{_UNIT})(?![\w%])"
)
MILLIMETRES_PER_INCH = 25.4
CENTIMETRES_PER_FOOT = 30.48
_THOUSANDS = Pattern(r"[1-9]\d{0,2}(?:[, ]\d{3})+")
_WRITTEN = Pattern(_UNIT)


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
        found.append(_bound(match, _told_behind(folded[match.end() :], operator)))
    for match in _PART_BEFORE.finditer(folded):
        operator = next(_OPERATORS[i][0] for i in range(len(_OPERATORS)) if match[f"o{i}"])
        threshold = Threshold(op=operator, value=per_cent(match), units="%")
        found.append(Bound(threshold=threshold, start=match.start(), end=match.end()))
    for match in _PART_AFTER.finditer(folded):
        operator = ">=" if re.fullmatch(r"or more|ou plus|a[tu] (?:least|moins)", match["more"]) else "<="
        threshold = Threshold(op=operator, value=per_cent(match), units="%")
        found.append(Bound(threshold=threshold, start=match.start(), end=match.end()))
    for match in _AFTER.finditer(folded):
        less = bool(match["more"]) and re.search(
            r"less|below|lower|colder|under|(?<!au )moins|max|tops|au plus|at most", match["more"]
        )
        if match["plus"] and not _unit(match):
            continue
        found.append(_bound(match, "<=" if less else ">="))
    found.extend(_bound(match, ">" if match["side"] in ("above", "over") else "<") for match in _GIVEN.finditer(folded))
    found.extend(_bound(match, ">=") for match in _AS_MUCH.finditer(folded))
    named = (match for pattern in (_NAMED, _CALLED, _PASSED, _LIKELY, _UNUSUAL) for match in pattern.finditer(folded))
    found.extend(replace(_bound(match, ">"), explicit_operator=False) for match in named)
    found.extend(_beyond(match) for pattern in (_DAYS_OF, _DAYS_AT) for match in pattern.finditer(folded))
    found.extend(Bound(threshold=threshold, start=start, end=end) for threshold, start, end in forces(folded))
    kept: list[Bound] = []
    for bound in sorted(found, key=lambda b: (b.start, -b.end)):
        if not kept or bound.start >= kept[-1].end:
            kept.append(bound)
    return tuple(kept)


def _told_behind(after: str, operator: str) -> str:
    """The operator that the words behind a number make of the one before it: "a maximum of 31 °C or more" is at least 31 °C."""
    if operator == "<=" and _OR_MORE.match(after):
        return ">="
    return "<=" if operator == ">=" and _OR_LESS.match(after) else operator


def _beyond(match: re.Match[str]) -> Bound:
    """ "30-degree days" are as warm as that or warmer, "minus 5 degree nights" as cold or colder."""
    bound = _bound(match, ">")
    cold = bound.threshold.value < 0
    start = match.start("sign") if match["sign"] else match.start("number")
    threshold = replace(bound.threshold, op="<" if cold else ">")
    return replace(bound, threshold=threshold, start=start, explicit_operator=False)


def unit_written(text: str) -> str:
    """The unit that a few letters write, `deg` for degrees of what is left open, empty for none: `mm/d` is `mm/day`."""
    match = _WRITTEN.fullmatch(text)
    return _unit(match) if match else ""


def _bound(match: re.Match[str], operator: str) -> Bound:
    value = _spelt(match["number"])
    if match["half"] or match.groupdict().get("more_half"):
        value += 0.5
    if match["sign"] and match["sign"].strip() in ("-", "minus", "moins"):
        value = -value
    units = _unit(match)
    if units == "inch":
        value, units = round(value * MILLIMETRES_PER_INCH, 2), "mm"
    if units == "foot":
        value, units = round(value * CENTIMETRES_PER_FOOT, 2), "cm"
    return Bound(threshold=Threshold(op=operator, value=value, units=units), start=match.start(), end=match.end())


def _spelt(number: str) -> float:
    """A number in digits or in words, thousands set apart or not."""
    if _THOUSANDS.fullmatch(number):
        return float(re.sub(r"[, ]", "", number))
    words = re.findall(r"[a-z]+|\d", number)
    share = next((_SHARES[word] for word in words if word in _SHARES), None)
    if share is not None:
        return next((_COUNTS[word] for word in words if word in _COUNTS), 1) / share
    return float(number.replace(",", ".")) if number[0].isdigit() else 1.0


def _unit(match: re.Match[str]) -> str:
    return next((_UNITS[i][0] for i in range(len(_UNITS)) if match[f"u{i}"]), "")
