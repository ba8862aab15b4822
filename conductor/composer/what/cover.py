"""How much of a scene clouds or snow may cover: bounds, ranges and bare numbers in per cent, words such as "clear" and "few clouds"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from conductor.composer.what.thresholds import Bound
from connectors.vocabulary.patterns import Pattern

_CLOUD = (
    r"(?:(?:eo:)?cloud_cover|clouds?(?![- ]?(?:free|less))|clds?|nuag|cloud[- ]?(?:cover(?:age)?|fraction)|cloudiness|cloud(?:y|ier|ed)|nuages?|nuageuses?|nuageux|nebulosite|(?:couverture|fraction) nuageuse|"
    r"couvert nuageux|ennuagement|cc)"
)
_SNOW = r"(?:snow(?:y|ier)?(?: cover(?:age)?| fraction)?|neige|neigeuses?|enneigement|enneigee?s?|(?:couverture|fraction) (?:neigeuse|de neige))"
_CLEAR = Pattern(
        r"\b(?:cloud[- ]?(?:free|less)|clear[- ]sky|unclouded|(?:not|n't) (?:a|one|any|a single) clouds?\b(?! (?:mask|filter))|(?:perfectly|totally|completely|entirely|fully|absolutely) clear\b(?! cut)|(?:free|clear) of (?:any |all )?clouds?|blue sk(?:y|ies)|"
        r"sans le moindre nuage|pas un (?:seul )?nuage|(?:parfaitement|totalement|entierement|completement|tout a fait) claires?|(?:libre|exempte?|vierge|depourvue?)s? de (?:tout )?nuages?|ciel (?:\w+ment |tout |bien )?(?:clair|degage|bleu|pur)|"
        r"(?<!presque )(?<!quasiment )(?<!pratiquement )(?<!quasi )sans (?:aucune? |la |de )?(?:couverture nuageuse|couvert nuageux|nebulosite|ennuagement)|(?<!little )(?<!few )(?:(?<=, )|(?<=\()|^|(?<=\d )|(?<=\b(?:stp|svp) )|(?<=\b(?:plait|merci) )|(?<=\bet )|(?<=\bmais )|(?<=images )|(?<=scenes ))(?:pas de|aucun) nuages?(?=\W*$|\s*[,;.)])|(?:not|non|n't) (?:at all )?(?:cloudy|clouded|overcast|nuageu(?:x|ses?))\b|par (?:temps|beau temps) (?:clair|degage)|temps (?:clair|degage)|(?<=, )(?:clear|claires?)(?=\W*$|\s*[,;.)])|no clouds?(?! (?:constraint|filter|limit|restriction|condition|preference|requirement|issue|bound|criteri))|without (?:any |the )?(?:\w+ (?:or|and|nor) )?clouds?(?! (?:constraint|filter|limit|restriction|condition|preference|requirement|criteri|mask|shadow))|(?:zero|0) clouds?|"
        r"clear (?:\w+[- ]?\d?\w* ){0,3}(?:images?|imagery|scenes?|shots?|pictures?|views?|skies|sky|day|"
        r"acquisitions?|passes)|"
        r"(?:images?|scenes?|shots?|imagery) (?:that (?:are|is) )?(?:clear)\b|clear (?:one|ones)|"
        r"sans (?:aucun |les |de )?(?:\w+ (?:ni|ou|et) )?nuages?|(?:zero|0) nuages?|ciel (?:clair|degage)|(?<!plus )(?<!globalement )(?<!plutot )(?<!assez )(?<!majoritairement )(?<!-il )(?<!-ils )(?<!-elle )(?<!-elles )(?<!\ba )(?<!\bont )(?<!\bavait )(?<!\bavaient )degagee?s?(?! (?:de (?:la |toute? )?|du |des |d')(?:neige|glaces?|boue|arbres|vegetation|gravats|debris|eaux?)\b)|claires? (?:images?|scenes?)|"
        r"(?:images?|scenes?|photos?|vues?) (?:(?!plus\b)\S+ ){0,2}(?<!plus )claires?|"
        r"(?<=¤ )(?:(?!plus\b|d[eu]s?\b|aux?\b)[\w-]+ ){0,2}?(?<!plus )claire?s?)\b"  # "la [dernière image] Sentinel-2 claire"
)  # fmt: skip
_FEW = Pattern(
    r"\b(?:(?:almost|nearly|virtually|practically|near) (?:no clouds?|cloud[- ]?(?:free|less)|clear|without clouds?)|(?:slightly|lightly|barely|hardly|scarcely) cloud(?:y|ed)|"
    r"(?:presque|quasi(?:ment)?|pratiquement|a peu pres) (?:(?:aucun|pas (?:de|un)|point de) nuages?|sans (?:aucun |le moindre )?nuages?|degagee?s?|claires?)|(?:faiblement|legerement|a peine|tres peu) (?:nuageu(?:x|ses?)|couvertes?)|few(?:er)? clouds|little to no clouds?|less cloud(?:y|s)?(?! than)|(?<!le )moins de nuages(?! que?\b| qu')|low cloud(?: cover(?:age)?)?|little cloud|mostly clear|not (?:too (?:cloudy|many clouds)|many clouds|much cloud|very cloudy)|(?:pas|point) trop (?:de nuages|nuageu(?:x|ses?))|barely any clouds?|very little cloud|"
    r"(?:globalement|plutot|assez|majoritairement) degagee?s?|hardly any clouds?|presque pas de nuages|peu (?:de nuages|nuageu(?:x|ses?)|ennuagee?s?|couvertes?)|(?<!plus )faible (?:couverture nuageuse|nebulosite|ennuagement)|"
    r"minimal clouds?(?: cover)?)\b"
)
_BARE = Pattern(
    rf"\b(?:max(?:imum)? )?{_CLOUD}(?: (?:max(?:imum|imale?)?|limit|=|:|de|of|threshold))* ?:? ?(\d{{1,9}}(?:[.,]\d{{1,9}})?) ?(%|"
    r"percent|per cent|pour ?cents?)(?! ?(?:or more|ou plus|-))"
)
# a least cover in words: "minimum cloud 10 %" beside a maximum of its own
_LEAST = Pattern(
    rf"\b(?:min(?:imum|imal)?\.? (?:of |de )?{_CLOUD}(?: cover(?:age)?)?|{_CLOUD}(?: cover(?:age)?)? (?:min\.?|minimum|minimale?)) ?(?:of |de |[:=])? ?(\d{{1,3}}(?:[.,]\d)?) ?(?:%|percent|per cent|pct|pour ?cents?)"
)
# 80 % clear leaves 20 % for clouds
_CLEAR_SHARE = Pattern(
    r"(?<![\d.])(\d{1,3}) ?(?:%|percent|per cent|pour ?cents?) (?:or more |ou plus )?(?:cloud[- ]?(?:free|less)|clear|sans nuages?|degagee?s?|claire?s?|de ciel (?:clair|degage))\b|"
    r"\b(?:clear|cloud[- ]?free|degagee?s?|claires?) (?:over |on |sur |a )?(?:at least |au moins |plus de |more than |over )?(\d{1,3}) ?(?:%|percent|per cent|pour ?cents?)(?! (?:of )?(?:clouds?|nuages?))"
)
_EQUAL = Pattern(
    r"\b(?:cloud[- ]?(?:free|less)|clear|sans (?:aucun )?nuages?) ?[(,:] ?(\d{1,2}) ?%|\b(?:eo:)?cloud_cover ?(?:==?|:) ?(\d{1,3})\b"
)
_MAX_BARE = Pattern(
    rf"\b{_CLOUD},? (?:au )?(?:maxi(?:mum)?|max)\.? ?(?:de |a |:)?(\d{{1,3}})\b(?! (?:results?|resultats?|images?|scenes?|items?|files?|fichiers?|produits?|products?|granules?|acquisitions?))|(?:<=?|under|below|max) ?(\d{{1,3}}) ?%?cc\b|\bmax(?:imum)? {_CLOUD} ?(?:of|:|=)? ?(\d{{1,3}}(?:[.,]\d{{1,3}})?)\b(?! ?%)|(?<!- )(?<!\d )(?<![\d.,<>=])\b(\d{{1,9}}(?:[.,]\d{{1,9}})?) ?(?:%|percent|per cent|pour ?cents?) (?:of |de |d')?{_CLOUD}"
)
_PERCENT_RANGE = Pattern(
    rf"(?:between|entre) (\d+) ?%? (?:and|et|a) (\d+) ?(?:%|percent|pct|pour ?cent)(?: de| of)? {_CLOUD}|"
    rf"{_CLOUD}(?: cover)? (?:between|entre|from|de) (\d+) ?%? (?:and|et|to|a|-) (\d+)(?: ?(?:%|percent|pct|pour ?cent))?(?!\d| ?(?:km|m\b))|"
    rf"{_CLOUD}(?: cover)?:? ?(\d+) ?%? ?(?:-|to|a) ?(\d+) ?(?:%|percent|pct|pour ?cent)|"
    rf"(?<![\d.])(\d+) ?%? ?(?:-|to|a) ?(\d+) ?(?:%|percent|pct|pour ?cent)(?: de| of| d')? ?{_CLOUD}"
)
# what else may cover a scene
_BESIDES = r"(?:water|eaux?|land|terres?|forests?|forets?|vegetation|ice|glace|shadows?|ombres?|no-?data|sand|sable|bare soil|sol nu)"
_COVERED = r"(?:(?:is |are |being )?(?:covered|hidden|obscured|masked) (?:by|in|with|under) |under |beneath |by |(?:(?:soi(?:t|ent)|est|sont) )?(?:couverte?s?|cachee?s?|masquee?s?|obscurcie?s?) (?:de |d'|par (?:les |des )?)|sous (?:les |des |la )?)"
_SKY = r"|^ ?(?:of the sky|du ciel)\b(?: (?:covered|hidden|obscured|couvert|cache|bouche))?|^ ?(?:of the (?:scenes?|images?|area)|de (?:la scene|l'image)) (?:is |est )?(?:covered|hidden|obscured|couverte?|cachee?|masquee?)\b(?! (?:by|with|in|de|d'|par|sous))"
_JOINED = Pattern(r"\s*(?:,|and|et|but|mais|or|ou|while|also|yet)+\s*(?:also |yet |a la fois )?")
_ENDED = Pattern(r"\s*(?:$|[^\w\s]|(?:at|en|in|a|both|and|et|for|over|from|pour|sur|only|please|simultane\w*)\b)")


def read_cover(
    folded: str, bounds: tuple[Bound, ...], filters: dict[str, Any], spans: list[tuple[int, int]]
) -> tuple[Bound, ...]:
    """Fill what may be covered, adding the stretches it was read from to `spans`; returns the bounds that clouds took."""
    clouds = _cover(folded, bounds, _CLOUD, "cloud_cover", filters, spans)
    taken = frozenset(clouds)
    _cover(folded, tuple(b for b in bounds if b not in taken), _SNOW, "snow_cover", filters, spans)
    filters.pop("snow_cover_min", None)
    return clouds


def _cover(
    folded: str, bounds: tuple[Bound, ...], noun: str, key: str, filters: dict[str, Any], spans: list[tuple[int, int]]
) -> tuple[Bound, ...]:
    """Bounds in per cent that stand beside the noun become `<key>_max` or `<key>_min`."""
    used: list[Bound] = []
    for bound in bounds:
        noun_at = _beside(folded, bound, noun, after=used[-1].end if used else None)
        if noun_at is not None:
            _fill(folded, bound, key, filters)
            spans.append((min(bound.start, noun_at[0]), max(bound.end, noun_at[1])))
            used.append(bound)
    for first in _leading(folded, bounds, used):
        _fill(folded, first, key, filters)
        spans.append((first.start, first.end))
        used.append(first)
    if key == "cloud_cover" and not used:
        _bare_cover(folded, filters, spans)
    return tuple(used)


def _fill(folded: str, bound: Bound, key: str, filters: dict[str, Any]) -> None:
    most = "<" in bound.threshold.op or not bound.explicit_operator  # a bare "cloud threshold 15 %" is a ceiling
    filters[f"{key}_max" if most else f"{key}_min"] = _of_a_hundred(folded, bound)


def _leading(folded: str, bounds: tuple[Bound, ...], used: Sequence[Bound]) -> list[Bound]:
    """The first of two ends whose noun follows the second: "at least 10 and at most 40 % cloud"."""
    taken = frozenset(used)
    return [
        one
        for one, other in pairwise(bounds)
        if other in taken
        and one not in taken
        and one.threshold.units in ("%", "")
        and one.threshold.op[0] != other.threshold.op[0]
        and _JOINED.fullmatch(folded[one.end : other.start])
    ]


def _beside(folded: str, bound: Bound, noun: str, *, after: int | None) -> tuple[int, int] | None:
    """Where the noun stands that a bound in per cent, or without units, is one of; `after` is the end of the bound before it of the same noun."""
    if bound.threshold.units not in ("%", ""):
        return None
    start, end = bound.start, bound.end
    if inner := re.search(rf"\b{noun}\b", folded[start:end]):
        return start + inner.start(), start + inner.end()
    before, tail = folded[max(0, start - 34) : start], folded[end : end + 44]
    other = _SNOW if noun == _CLOUD else _CLOUD
    plain = bound.threshold.units == ""
    led = re.search(rf"\b{noun}\b[^.;!?%\d]*$", before)
    if (
        led
        and not re.match(rf"^ ?(?:of |de |d')?(?:{other}|{_BESIDES})\b", tail)
        and not re.search(rf"\b{other}\b", led[0])
        and (not plain or re.search(rf"\b{noun}\b[ :=(<>≤≥]*(?:cover\w* )?(?:\w+ )?$", before))
    ):
        return start - len(led[0]), end
    if followed := re.match(rf"^ ?(?:of |de |d')?{noun}\b" if plain else _followed(noun), tail):
        return start, end + followed.end()
    joined = after is not None and _JOINED.fullmatch(folded[after:start]) and _ENDED.match(tail)
    return (start, end) if joined and not plain else None


def _followed(noun: str) -> str:
    """What may stand between a bound and the noun behind it."""
    return (
        rf"^ ?(?:[,-] ?)?(?:of |de |d'|in |total |(?:the )?pixels? (?:are |being |sont )?|max(?:imum)? |ou moins |or less |de couverture |{_COVERED}|of the (?:pixels?|scene|image|area|sky)(?: (?:are|is|be|being|covered by|covered in|under))* |"
        rf"(?:des pixels|de l'image|de la scene|du ciel)(?: (?:sont|est|soit|couverte?s? (?:de|par)))* )*{noun}\b{_SKY if noun == _CLOUD else ''}"
    )


def _of_a_hundred(folded: str, bound: Bound) -> float:
    """A cover as per cent, where 0.2 is written as a part of one."""
    value = bound.threshold.value
    part = bound.threshold.units == "" and 0 < value < 1 and re.search(r"0?[.,]\d", folded[bound.start : bound.end])
    return round(100 * value, 2) if part else value


def _bare_cover(folded: str, filters: dict[str, Any], spans: list[tuple[int, int]]) -> None:
    if "min" in folded and (least := _LEAST.search(folded)):
        filters["cloud_cover_min"] = float(least[1].replace(",", "."))
        spans.append(least.span())
        folded = folded[: least.start()] + " " * len(least[0]) + folded[least.end() :]
    if match := _PERCENT_RANGE.search(folded):
        low, high = (float(g) for g in match.groups() if g)
        filters["cloud_cover_min"], filters["cloud_cover_max"] = low, high
    elif match := _CLEAR_SHARE.search(folded):
        filters["cloud_cover_max"] = 100 - float(next(g for g in match.groups() if g))
    elif match := _EQUAL.search(folded) or _BARE.search(folded):
        filters["cloud_cover_max"] = float(next(g for g in match.groups() if g and g[0].isdigit()).replace(",", "."))
    elif match := _MAX_BARE.search(folded):
        said = next(g for g in match.groups() if g).replace(",", ".")
        part = "." in said and float(said) < 1 and "%" not in match[0]
        filters["cloud_cover_max"] = round(float(said) * (100 if part else 1), 2)
    if match:
        spans.append(match.span())


def clear_words(folded: str, filters: dict[str, Any]) -> tuple[int | None, str]:
    """The ceiling that words alone give, and the words."""
    if "cloud_cover_max" in filters or "cloud_cover_min" in filters:
        return None, ""
    for pattern, ceiling in ((_FEW, 20), (_CLEAR, 10)):
        if match := pattern.search(folded):
            filters["cloud_cover_max"] = ceiling
            return ceiling, match[0]
    return None, ""
