"""Ranks asked for: percentiles in digits, in words, in ranges, deciles and quartiles; English and French, on folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from connectors.vocabulary.patterns import Pattern

_NAMES = r"(?:percentiles?|centiles?|quantiles?)"
_TH = r" ?(?:st|nd|rd|th|er|e|eme|ieme)\b"
_ONE = Pattern(
    rf"\b(\d{{1,2}}(?:[.,]\d+)?)(?:{_TH})?(?: ?%| pct)?[ -]{_NAMES}\b|"
    rf"\b{_NAMES} (?:of |de |a |d'ordre )?(\d{{1,2}}(?:[.,]\d+)?)(?!\w)|\b[pq](\d{{2}})\b"
)
# "10th and 90th percentile", "les 5e, 50e et 95e centiles", "percentiles 10 and 90"
_ORDINAL = rf"\d{{1,2}}(?:[.,]\d)?(?:{_TH})?"
_AND = r"(?: ?(?:,|/|-|and|et|&|to|a|aux?|, and) ?(?:the |le |les )?)"
_SEVERAL = Pattern(
    rf"(?<![\w.])(?:{_ORDINAL}{_AND}){{1,4}}{_ORDINAL}[ -]{_NAMES}\b|"
    rf"\b(?:percentiles|centiles|quantiles) (?:of |de )?(?:{_ORDINAL}{_AND}){{1,4}}{_ORDINAL}(?!\w)"
)
_TENS = {
    "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "tenth": 10,
    "twentieth": 20, "fiftieth": 50, "ninetieth": 90, "eightieth": 80, "dixieme": 10, "vingtieme": 20, "cinquantieme": 50, "vingt-cinquieme": 25,
    "soixante-quinzieme": 75, "quatre-vingtieme": 80, "quatre-vingt-dixieme": 90, "quatre-vingt-quinzieme": 95, "quatre-vingt-dix-neuvieme": 99,
    "quatre-vingt-dix-huitieme": 98, "nonantieme": 90, "nonante-cinquieme": 95, "nonante-huitieme": 98, "nonante-neuvieme": 99, "cinquieme": 5,
    "septante-cinquieme": 75,
}  # fmt: skip
_UNITS = {"first": 1, "fifth": 5, "eighth": 8, "ninth": 9}
# "ninety-fifth percentile", "quatre-vingt-quinzième centile"
_SPELT = Pattern(rf"\b({'|'.join(sorted(_TENS, key=len, reverse=True))})(?:[- ]({'|'.join(_UNITS)}))?[ -]{_NAMES}\b")
# the ranks of tenths and quarters; the last of them is told by the size of the group
_RANKS = {
    "first": 1, "lower": 1, "lowest": 1, "bottom": 1, "premier": 1, "1er": 1, "inferieur": 1, "second": 2, "deuxieme": 2, "third": 3,
    "troisieme": 3, "fourth": 4, "quatrieme": 4, "fifth": 5, "cinquieme": 5, "sixth": 6, "sixieme": 6, "seventh": 7, "septieme": 7, "eighth": 8,
    "huitieme": 8, "ninth": 9, "neuvieme": 9, "upper": -1, "top": -1, "highest": -1, "last": -1, "dernier": -1, "superieur": -1,
}  # fmt: skip
_RANK = rf"(?:{'|'.join(_RANKS)}|[1-9](?:st|nd|rd|th|er|e|eme|ieme)?)s?"
_GROUPS = Pattern(
    rf"\b(?P<before>(?:{_RANK}(?: ?(?:,|/|-|&) ?| (?:and|et|to|au|or|ou) )?(?:the |le |les |du )?){{0,6}}?(?:{_RANK} )?)(?P<group>deciles?|quartiles?)\b"
    r"(?P<after> (?:inferieur|superieur)s?(?: et (?:inferieur|superieur)s?)?)?"
)
_BETWEEN_QUARTILES = Pattern(r"\b(?:inter-?quartiles?|iqr|(?:both|les deux) quartiles|les quartiles)\b")
_NUMBERS = Pattern(r"\d{1,2}(?:[.,]\d)?")


def read_percentiles(folded: str) -> Iterator[str]:
    """Every rank as `percentile_90`, those of deciles and quartiles included."""
    for m in _SEVERAL.finditer(folded):
        yield from (f"percentile_{number}" for number in _NUMBERS.findall(m[0]))
    yield from (f"percentile_{_number(m)}" for m in _ONE.finditer(folded))
    if "ile" not in folded and "iqr" not in folded:
        return
    yield from (f"percentile_{_TENS[m[1]] + _UNITS.get(m[2] or '', 0)}" for m in _SPELT.finditer(folded))
    yield from (f"percentile_{rank}" for m in _GROUPS.finditer(folded) for rank in _of_group(m))
    if _BETWEEN_QUARTILES.search(folded):
        yield from ("percentile_25", "percentile_75")


def _of_group(match: re.Match[str]) -> Iterator[int]:
    """The ranks named beside tenths or quarters, in per cent; quarters that stand alone in the plural are the lower and the upper."""
    size, step = (4, 25) if match["group"].startswith("quartile") else (10, 10)
    words = re.findall(_RANK, f"{match['before']}{match['after'] or ''}")
    if not words and match["group"] == "quartiles":
        words = ["first", "last"]
    for word in words:
        rank = _RANKS.get(word.removesuffix("s")) or int(word[0])
        yield step * (rank if rank > 0 else size - 1)


def _number(match: re.Match[str]) -> str:
    """A rank as per cent: the quantile 0.95 is the percentile 95."""
    said = next(g for g in match.groups() if g).replace(",", ".")
    return f"{100 * float(said):g}" if "." in said and float(said) < 1 else said
