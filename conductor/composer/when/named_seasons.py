"""Seasons in the names of things, which tell no time: winter wheat, spring tides, fall armyworm, sports d'hiver."""

from __future__ import annotations

from connectors.vocabulary.patterns import Pattern

_CROP = r"(?:wheat|barley|rye|oats?|rapeseed|rape|canola|cereals?|grains?|crops?|cover crops?|triticale|spelt|durum|peas|beans|pulses|maize|corn|rice|soybeans?|vegetables|squash|pasture|forage)"
_CULTURE = r"(?:bles?(?: (?:tendre|dur))?|orges?|seigle|avoine|colza|canola|cereales?|cultures?|triticale|epeautre|escourgeon|pois|feveroles?|mais|riz|soja|legumes|fourrages?|couverts?(?: vegetaux)?)"
_SOWN = r"(?:sown|planted|seeded|sowing|flowering|calving|fed|ploughed|plowed)"
_NAMED = Pattern(
    rf"\b(?P<en>winter|spring|summer|autumn|fall)[- ](?:{_CROP}|{_SOWN}|tides?|armyworms?|webworms?|sports?|olympics?|games|schools?|waters?|peepers?|chinook|moths?)\b|"
    rf"\b(?:{_CULTURE}|sports?|jeux(?: olympiques)?|universites?|ecoles?|pneus?) (?P<fr>d'hiver|de printemps|du printemps|d'ete|d'automne)\b|\bmarees? (?P<tide>de printemps)\b"
)


def named_seasons(folded: str) -> list[tuple[int, int]]:
    """Where a season is part of a name; positions in folded text."""
    return [match.span(match.lastgroup or 0) for match in _NAMED.finditer(folded)]
