"""How much of a scene clouds or snow may cover: bounds, ranges and bare numbers in per cent, words such as "clear" and "few clouds"."""

from __future__ import annotations

import re
from typing import Any

from conductor.composer.what.thresholds import Bound

_CLOUD = (
    r"(?:(?:eo:)?cloud_cover|clouds?|cloud[- ]?cover(?:age)?|cloudiness|cloudy|nuages?|nuageuses?|nuageux|nebulosite|couverture nuageuse|"
    r"couvert nuageux|ennuagement|cc)"
)
_SNOW = r"(?:snow(?: cover(?:age)?)?|neige|enneigement|couverture (?:neigeuse|de neige))"
_CLEAR = re.compile(
        r"\b(?:cloud[- ]?(?:free|less)|clear[- ]sky|no clouds?(?! (?:constraint|filter|limit|restriction|condition|preference|requirement|issue|bound|criteri))|without (?:any |the )?clouds?(?! (?:constraint|filter|limit|restriction|condition|preference|requirement|criteri|mask|shadow))|(?:zero|0) clouds?|"
        r"clear (?:\w+[- ]?\d?\w* ){0,3}(?:images?|imagery|scenes?|shots?|pictures?|views?|skies|sky|day|"
        r"acquisitions?|passes)|"
        r"(?:images?|scenes?|shots?|imagery) (?:that (?:are|is) )?(?:clear)\b|clear (?:one|ones)|"
        r"sans (?:aucun |les |de )?nuages?|(?:zero|0) nuages?|ciel (?:clair|degage)|(?<!plus )(?<!globalement )(?<!plutot )(?<!assez )(?<!majoritairement )degagee?s?|claires? (?:images?|scenes?)|"
        r"(?:images?|scenes?|photos?|vues?) (?:(?!plus\b)\S+ ){0,2}(?<!plus )claires?)\b"
)  # fmt: skip
_FEW = re.compile(
    r"\b(?:few(?:er)? clouds|less cloud(?:y|s)?(?! than)|(?<!le )moins de nuages(?! que?\b| qu')|low cloud(?: cover(?:age)?)?|little cloud|mostly clear|not too (?:cloudy|many clouds)|(?:pas|point) trop (?:de nuages|nuageu(?:x|ses?))|barely any clouds?|"
    r"(?:globalement|plutot|assez|majoritairement) degagee?s?|hardly any clouds?|presque pas de nuages|peu (?:de nuages|nuageu(?:x|ses?))|faible (?:couverture nuageuse|nebulosite|ennuagement)|"
    r"minimal clouds?(?: cover)?)\b"
)
_BARE = re.compile(
    rf"\b(?:max(?:imum)? )?{_CLOUD}(?: (?:max(?:imum)?|limit|=|:|de|of|threshold))* ?:? ?(\d{{1,9}}(?:[.,]\d{{1,9}})?) ?(%|"
    r"percent|per cent|pour ?cents?)(?! ?(?:or more|ou plus|-))"
)
# 80 % clear leaves 20 % for clouds
_CLEAR_SHARE = re.compile(
    r"(?<![\d.])(\d{1,3}) ?(?:%|percent|per cent|pour ?cents?) (?:or more |ou plus )?(?:cloud[- ]?(?:free|less)|clear|sans nuages?|degagee?s?|claire?s?|de ciel (?:clair|degage))\b|"
    r"\b(?:clear|cloud[- ]?free|degagee?s?) (?:over |on |sur )?(?:at least |au moins |plus de |more than |over )?(\d{1,3}) ?(?:%|percent|per cent|pour ?cents?)(?! (?:of )?(?:clouds?|nuages?))"
)
_EQUAL = re.compile(
    r"\b(?:cloud[- ]?(?:free|less)|clear|sans (?:aucun )?nuages?) ?[(,:] ?(\d{1,2}) ?%|\b(?:eo:)?cloud_cover ?(?:==?|:) ?(\d{1,3})\b"
)
_MAX_BARE = re.compile(
    rf"(?:<=?|under|below|max) ?(\d{{1,3}}) ?%?cc\b|\bmax(?:imum)? {_CLOUD} ?(?:of|:|=)? ?(\d{{1,3}})\b(?! ?%)|(?<!- )(?<!\d )(?<![\d.,<>=])\b(\d{{1,9}}(?:[.,]\d{{1,9}})?) ?(?:%|percent|per cent|pour ?cents?) (?:of |de |d')?{_CLOUD}"
)
_PERCENT_RANGE = re.compile(
    rf"(?:between|entre) (\d+) ?%? (?:and|et|a) (\d+) ?(?:%|percent|pour ?cent)(?: de| of)? {_CLOUD}|"
    rf"{_CLOUD}(?: cover)? (?:between|entre|from|de) (\d+) ?%? (?:and|et|to|a|-) (\d+)(?: ?(?:%|percent|pour ?cent))?(?!\d| ?(?:km|m\b))|"
    rf"{_CLOUD}(?: cover)?:? ?(\d+) ?%? ?(?:-|to|a) ?(\d+) ?(?:%|percent|pour ?cent)|"
    rf"(?<![\d.])(\d+) ?%? ?(?:-|to|a) ?(\d+) ?(?:%|percent|pour ?cent)(?: de| of| d')? ?{_CLOUD}"
)
_JOINED = re.compile(r"\s*(?:,|and|et|but|mais|or|ou|while|also|yet)+\s*(?:also |yet |a la fois )?")
_ENDED = re.compile(r"\s*(?:$|[^\w\s]|(?:at|en|in|a|both|and|et|for|over|from|pour|sur|only|please|simultane\w*)\b)")


def read_cover(
    folded: str, bounds: tuple[Bound, ...], filters: dict[str, Any], spans: list[tuple[int, int]]
) -> tuple[Bound, ...]:
    """Fill what may be covered, adding the stretches it was read from to `spans`; returns the bounds that clouds took."""
    clouds = _cover(folded, bounds, _CLOUD, "cloud_cover", filters, spans)
    _cover(folded, bounds, _SNOW, "snow_cover", filters, spans)
    filters.pop("snow_cover_min", None)
    return clouds


def _cover(
    folded: str, bounds: tuple[Bound, ...], noun: str, key: str, filters: dict[str, Any], spans: list[tuple[int, int]]
) -> tuple[Bound, ...]:
    """Bounds in per cent that stand beside the noun become `<key>_max` or `<key>_min`."""
    used: list[Bound] = []
    for bound in bounds:
        before, after = folded[max(0, bound.start - 34) : bound.start], folded[bound.end : bound.end + 44]
        nearest = re.search(rf"\b{noun}\b[^.;!?%\d]*$", before)
        other = _SNOW if noun == _CLOUD else _CLOUD
        beside = (
            nearest is not None
            and not re.match(rf"^ ?(?:of |de |d')?{other}\b", after)
            and not re.search(rf"\b{other}\b", nearest[0])
        ) or bool(
            re.match(
                rf"^ ?(?:[,-] ?)?(?:of |de |d'|in |total |max(?:imum)? |ou moins |or less |de couverture |of the (?:pixels?|scene|image|area|sky)(?: (?:are|is|be|being|covered by|covered in|under))* |(?:des pixels|de l'image|de la scene|du ciel)(?: (?:sont|est|soit|couverte?s? (?:de|par)))* )*{noun}\b",
                after,
            )
        )
        joined = (
            bool(used) and bool(_JOINED.fullmatch(folded[used[-1].end : bound.start])) and bool(_ENDED.match(after))
        )
        beside = beside or joined or bool(re.search(rf"\b{noun}\b", folded[bound.start : bound.end]))
        if (
            bound.threshold.units not in ("%", "")
            or not beside
            or (
                bound.threshold.units == ""
                and not re.search(rf"\b{noun}\b[ :=(<>≤≥]*(?:cover\w* )?(?:\w+ )?$", before)
                and not re.match(rf"^ ?(?:of |de |d')?{noun}\b", after)
            )
        ):
            continue
        filters[f"{key}_max" if "<" in bound.threshold.op else f"{key}_min"] = _of_a_hundred(folded, bound)
        spans.append((bound.start, bound.end))
        used.append(bound)
    if key == "cloud_cover" and not used:
        _bare_cover(folded, filters, spans)
    return tuple(used)


def _of_a_hundred(folded: str, bound: Bound) -> float:
    """A cover as per cent, where 0.2 is written as a part of one."""
    value = bound.threshold.value
    part = bound.threshold.units == "" and 0 < value < 1 and re.search(r"0?[.,]\d", folded[bound.start : bound.end])
    return round(100 * value, 2) if part else value


def _bare_cover(folded: str, filters: dict[str, Any], spans: list[tuple[int, int]]) -> None:
    if match := _PERCENT_RANGE.search(folded):
        low, high = (float(g) for g in match.groups() if g)
        filters["cloud_cover_min"], filters["cloud_cover_max"] = low, high
    elif match := _CLEAR_SHARE.search(folded):
        filters["cloud_cover_max"] = 100 - float(next(g for g in match.groups() if g))
    elif match := _EQUAL.search(folded) or _BARE.search(folded):
        filters["cloud_cover_max"] = float(next(g for g in match.groups() if g and g[0].isdigit()).replace(",", "."))
    elif match := _MAX_BARE.search(folded):
        filters["cloud_cover_max"] = float(next(g for g in match.groups() if g).replace(",", "."))
    if match:
        spans.append(match.span())


def clear_words(folded: str, filters: dict[str, Any]) -> tuple[int | None, str]:
    """The ceiling that words alone give, and the words."""
    if "cloud_cover_max" in filters or "cloud_cover_min" in filters:
        return None, ""
    for pattern, ceiling in ((_CLEAR, 10), (_FEW, 20)):
        if match := pattern.search(folded):
            filters["cloud_cover_max"] = ceiling
            return ceiling, match[0]
    return None, ""
