"""Decades, centuries and the eras of projections, whole or in part: "the late 2030s", "la seconde moitié du XXe siècle"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from conductor.composer.when.dates import Dated

# The parts of an age, by how they are called.
_EARLY = r"early|earlier|(?:the )?(?:beginning|start|early part|first years)[ -]of|debut|tout debut|(?:premieres|toutes premieres) annees"
_MID = r"mid(?:dle)?|(?:the )?middle[ -]of|mi|milieu"
_LATE = r"late|later|(?:the )?(?:end|close|late part|latter part|last years|closing years)[ -]of|fin|toute fin|dernieres annees|au terme"
_FIRST = r"(?:the )?(?:first|1st) half of|(?:premiere|1ere|1re) moitie"
_SECOND = r"(?:the )?(?:second|2nd|last|latter) half of|(?:seconde|deuxieme|derniere|2e|2nde) moitie"
_TURN = r"(?:the )?turn of|tournant"
_PART = (
    rf"(?:(?P<early>{_EARLY})|(?P<mid>{_MID})|(?P<late>{_LATE})|(?P<first>{_FIRST})|(?P<second>{_SECOND})|"
    rf"(?P<quarter>(?:the )?(?:first|second|third|last|final) quarter of|(?:premier|deuxieme|troisieme|dernier) quart)|(?P<decade>(?:the )?(?:first|opening|second|third|last|final) decade of|(?:premiere|deuxieme|seconde|troisieme|derniere) decennie)|(?P<turn>{_TURN}))"
)
_OF = r"[ -](?:in[ -])?(?:of[ -]|des |de |du |d')?(?:the[ -]|la |le |les |l'|ce |cette |this )?"
_TENS = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_DIZAINES = ("vingt", "trente", "quarante", "cinquante", "soixante", "soixante-dix", "quatre-vingt", "quatre-vingt-dix")
_WORDED = rf"(?:{'|'.join(_TENS)})\b(?! (?:north|south|degrees|percent))|\bannees (?:vingt|trente|quarante|cinquante|soixante-dix|soixante|quatre-vingt-dix|quatre-vingts?)\b"
_DECADE = re.compile(
    rf"(?:\b{_PART}{_OF})?(?<![\w.])(?:(?P<full>(?:1[4-9]|2[0-3])\d0)'?s\b|(?:annees|decennie(?: des annees)?) (?P<annees>(?:1[4-9]|2[0-3])\d0|\d0)\b(?! ?[-/] ?\d)(?! (?:a|et) (?:\d{{3}}[1-9]|\d[1-9])\b)|'(?P<short>\d0)s\b|(?:(?<=\bthe )|(?<=\bsince )|(?<=\bdepuis les ))(?P<bare>\d0)s\b|(?P<worded>{_WORDED}))(?: decade\b)?"
)
_NEXT_DECADE = re.compile(r"(?:,| et| ou|,? puis) (?:les )?(?P<full>(?:1[4-9]|2[0-3])\d0|\d0)\b(?!s| ?[-/] ?\d)")
_CENTURIES = {
    1801: r"19th|nineteenth|xixe|dix-neuvieme|19e|19eme",
    1901: r"20th|twentieth|xxe|vingtieme|20e|20eme",
    2001: r"21st|twenty[- ]first|xxie|vingt[- ]et[- ]unieme|21e|21eme|present|current|this|ce",
    2101: r"22nd|twenty[- ]second|xxiie|22e|22eme",
}
_NAMED = "|".join(f"(?P<c{first}>{words})" for first, words in _CENTURIES.items())
# The whole of a century is said by its number; a part of "the century" is one of ours.
_CENTURY = re.compile(
    rf"\b{_PART}{_OF}(?:(?:{_NAMED})[ -])?(?:centur(?:y|ies)|siecle)\b|\b(?:the |le )?(?P<whole>(?:{_NAMED.replace('?P<c', '?P<w')})[ -](?:century|siecle))\b"
)
_NOT_AHEAD = r"(?! (?:average|mean|trend|tendency|evolution|decline|increase|variability|record|series|observ\w*|monitor\w*|forecast\w*|prevision\w*)"
_OF_OLD = r"| (?:change|rain\w*|precip\w*|temp\w*|droughts?|ndvi|snow\w*|soil\w*|data|pluies?|secheresses?|neige|donnees)"  # what "long-term" is said of the past of
_TERMS = (
    (rf"\b(?:the )?near[ -](?:term|future)\b{_NOT_AHEAD})|\bin the short[ -]term\b|\bshort[ -]term\b(?=\s*(?:[,;:]|$))|\bcourt terme\b{_NOT_AHEAD})|\b(?:proche (?:avenir|futur)|(?:avenir|futur) proche)\b", 2021, 2040),
    (r"\bmi(?:d|ddle|dium)?[ -]term\b|\bmid[ -]?century\b|\bmedium[ -]term\b|\bmoyen terme\b|\bmi-siecle\b", 2041, 2060),
    (rf"\b(?:the )?long[ -](?:term|future)\b{_NOT_AHEAD}{_OF_OLD})|\blong terme\b{_NOT_AHEAD}{_OF_OLD})|\bfar future\b|\b(?:futur|avenir) lointain\b|\bcentury's end\b", 2081, 2100),
    (r"\b(?:pre-?industrial|preindustriel\w*)(?: (?:times?|levels?|era|period|conditions|baseline))?\b", 1850, 1900),
)  # fmt: skip
_ERAS = tuple((re.compile(words), first, last) for words, first, last in _TERMS)


def find_ages(folded: str) -> Iterator[Dated]:
    """Yield every decade, century and era, and the parts of them."""
    for match in _CENTURY.finditer(folded):
        yield _years(match, *_of_century(match), precision="era")
    for pattern, first, last in _ERAS:
        for match in pattern.finditer(folded):
            yield _years(match, first, last, precision="era")
    for match in _DECADE.finditer(folded):
        yield from _decades(folded, match)


def _years(match: re.Match[str], first: int, last: int, *, precision: str = "range") -> Dated:
    return Dated(
        begin=match.start("full") if match.re is _NEXT_DECADE else match.start(),
        finish=match.end(),
        start=date(first, 1, 1),
        end=date(last, 12, 31),
        precision=precision,
        assumption="part_of_age" if _part(match) in ("early", "mid", "late") and precision != "era" else None,
    )


def _part(match: re.Match[str]) -> str | None:
    names = ("early", "mid", "late", "first", "second", "quarter", "decade", "turn")
    return next((name for name in names if match.groupdict().get(name)), None)


_OF_CENTURY = {
    "early": (0, 19), "mid": (40, 59), "late": (80, 99), "first": (0, 49), "second": (50, 99), "turn": (0, 19),
}  # fmt: skip
_DECADES = (("first", "opening", "premiere"), ("second", "deuxieme"), ("third", "troisieme"))
_QUARTERS = (("first", "premier"), ("second", "deuxieme"), ("third", "troisieme"))


def _of_century(match: re.Match[str]) -> tuple[int, int]:
    first = next((c for c in _CENTURIES if match[f"c{c}"] or match[f"w{c}"]), 2001)
    part = _part(match)
    if part == "quarter":
        said = match["quarter"]
        begin = 25 * next((i for i, words in enumerate(_QUARTERS) if any(word in said for word in words)), 3)
        return first + begin, first + begin + 24
    if part == "decade":
        begin = next((10 * i for i, words in enumerate(_DECADES) if any(word in match["decade"] for word in words)), 90)
        return first + begin, first + begin + 9
    begin, end = _OF_CENTURY[part] if part else (0, 99)
    return first + begin, first + end


_OF_DECADE = {"early": (0, 4), "mid": (4, 6), "late": (5, 9), "first": (0, 4), "second": (5, 9), "turn": (0, 4)}


def _decades(folded: str, match: re.Match[str]) -> Iterator[Dated]:
    """The decade, and those listed behind it: "les années 1980 et 1990"."""
    begin, end = _OF_DECADE.get(_part(match) or "", (0, 9))
    first = _first_year(match)
    yield _years(match, first + begin, first + end)
    listed = match if match["annees"] else None
    while listed and (listed := _NEXT_DECADE.match(folded, listed.end())):
        yield _years(listed, _written(listed["full"]), _written(listed["full"]) + 9)


def _first_year(match: re.Match[str]) -> int:
    if worded := match["worded"]:
        name = worded.removeprefix("annees ")
        names = _TENS if name in _TENS else _DIZAINES
        return 1920 + 10 * names.index(name if name in names else name.removesuffix("s"))
    return _written(match["full"] or match["annees"] or match["short"] or match["bare"])


def _written(digits: str) -> int:
    return int(digits) if len(digits) == 4 else (1900 if int(digits) >= 30 else 2000) + int(digits)
