"""Parts of a whole: "a tenth", "un quart", "trois dixièmes", "two oktas", "3/10", as per cent; English and French, on folded text."""

from __future__ import annotations

import re

_PARTS = {
    "half": 2, "halves": 2, "moitie": 2, "third": 3, "thirds": 3, "tiers": 3, "quarter": 4, "quarters": 4, "quart": 4, "quarts": 4,
    "fifth": 5, "fifths": 5, "cinquieme": 5, "cinquiemes": 5, "sixth": 6, "sixieme": 6, "eighth": 8, "eighths": 8, "huitieme": 8, "huitiemes": 8,
    "okta": 8, "oktas": 8, "octa": 8, "octas": 8, "tenth": 10, "tenths": 10, "dixieme": 10, "dixiemes": 10, "twentieth": 20, "vingtieme": 20,
    "hundredth": 100, "centieme": 100,
}  # fmt: skip
_COUNTS = {
    "a": 1, "an": 1, "one": 1, "un": 1, "une": 1, "la": 1, "le": 1, "two": 2, "deux": 2, "three": 3, "trois": 3, "four": 4, "quatre": 4, "five": 5, "cinq": 5,
    "six": 6, "seven": 7, "sept": 7, "eight": 8, "huit": 8, "nine": 9, "neuf": 9,
}  # fmt: skip
# "the third quarter", "half a degree", "a quarter century": no parts of what is covered
PART = (
    rf"(?<!\d )(?:(?P<count>{'|'.join(_COUNTS)}|\d)[ -])?(?P<part>{'|'.join(_PARTS)})\b(?! (?:a|an|century|of (?:the (?:century|year|decade|month|season)|this|19|20)|d'heure|hours?|years?|siecle))|"
    r"(?P<single>one|an?|une?) ?(?:percent|per cent|pour ?cent)\b|"
    r"(?P<over>\d) ?/ ?(?P<whole>2|3|4|5|8|10)(?!\d|/|[.,]\d)"
)


def per_cent(match: re.Match[str]) -> float:
    """What the `count` and `part`, the `over` and `whole`, or a `single` one of a match are of a hundred."""
    if match["single"]:
        return 1.0
    if match["whole"]:
        return round(100 * int(match["over"]) / int(match["whole"]), 2)
    count = match["count"] or "one"
    return round(100 * (int(count) if count.isdigit() else _COUNTS[count]) / _PARTS[match["part"]], 2)
