"""Decades, centuries and the eras of projections, whole or in part: "the late 2030s", "la seconde moitié du XXe siècle"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from conductor.composer.when.dates import Dated
from connectors.vocabulary.patterns import Pattern

# The parts of an age, by how they are called.
_EARLY = r"early|earlier|(?:the )?(?:beginning|start|early part|first years)[ -]of|debut|tout debut|(?:premieres|toutes premieres) annees"
_MID = r"mid(?:dle)?|(?:the )?middle[ -]of|mi|milieu"
_LATE = r"late|later|end(?=[ -]century)|(?:the )?(?:end|close|late part|latter part|last years|closing years)[ -]of|fin|toute fin|dernieres annees|au terme"
_FIRST = r"(?:the )?(?:first|1st) half of|(?:premiere|1ere|1re) moitie"
_SECOND = r"(?:the )?(?:second|2nd|last|latter) half of|(?:seconde|deuxieme|derniere|2e|2nde) moitie"
_TURN = r"(?:the )?turn of|tournant"
_PART = (
    rf"(?:(?P<early>{_EARLY})|(?P<mid>{_MID})|(?P<late>{_LATE})|(?P<first>{_FIRST})|(?P<second>{_SECOND})|"
    rf"(?P<quarter>(?:the )?(?:first|second|third|last|final) quarter of|(?:premier|deuxieme|troisieme|dernier) quart)|(?P<decade>(?:the )?(?:first|opening|second|third|last|final) decade of|(?:premiere|deuxieme|seconde|troisieme|derniere) decennie)|(?P<turn>{_TURN}))"
)
_OF = r"[ -](?:in[ -])?(?:of[ -]|des |de |du |d')?(?:the[ -]|la |le |les |l'|ce |cette |this )?"
_TENS = {
    1920: "twenties vingt", 1930: "thirties trente", 1940: "forties quarante", 1950: "fifties cinquante", 1960: "sixties soixante",
    1970: "seventies soixante-dix septante", 1980: "eighties quatre-vingt quatre-vingts huitante octante", 1990: "nineties quatre-vingt-dix nonante",
}  # fmt: skip
_WORDS = {word: first for first, words in _TENS.items() for word in words.split()}
_DIZAINES = "|".join(sorted((word for word in _WORDS if not word.endswith("ties")), key=len, reverse=True))
_WORDED = (
    rf"(?:twen|thir|for|fif|six|seven|eigh|nine)ties\b(?! (?:north|south|degrees|percent))|\bannees (?:{_DIZAINES})\b"
)
_DECADE = Pattern(
    rf"(?:\b{_PART}{_OF})?(?<![\w.])(?:(?P<full>(?:1[4-9]|2[0-3])\d0)'?s\b|(?:ann?ees|decennie(?: des ann?ees)?) (?P<annees>(?:1[4-9]|2[0-3])\d0|\d0)\b(?! ?[-/] ?\d)(?! a (?:1[4-9]|2[0-3])\d\d\b)(?! (?:a|et) (?:\d{{3}}[1-9]|\d[1-9])\b)|'(?P<short>\d0)s\b|(?:(?<=\bthe )|(?<=\bsince )|(?<=\bdepuis les )|(?<=\bearly[ -])|(?<=\blate[ -]))(?P<bare>\d0)s\b|(?P<worded>{_WORDED}))(?: decade\b)?"
)
# those listed behind one: "1980 et 1990", "soixante-dix et quatre-vingt", "the 70s and 80s"
_NEXT_DECADE = Pattern(
    rf"(?:,| et| ou| a|,? puis) (?:les |aux )?(?:(?P<full>(?:1[4-9]|2[0-3])\d0|\d0)(?!s| ?[-/] ?\d)|(?P<worded>{_DIZAINES}))\b(?! (?:ans|annees|jours|mois|mm|cm|km|degres?|scenes|images)\b| ?%)"
)
_NEXT_TENS = Pattern(r"(?:,|,? and| or| to| through| vs\.?| versus|[-/]) ?(?:the )?'?(?P<full>\d0)'?s\b")
_CENTURIES = {
    1801: r"19th|nineteenth|xixe(?:me)?|xixth|dix-neuvieme|19e|19eme",
    1901: r"20th|twentieth|xxe(?:me)?|xxth|vingtieme|20e|20eme",
    2001: r"21st|twenty[- ]first|xxie(?:me)?|xxist|vingt[- ]et[- ]unieme|21e|21eme|present|current|this|ce",
    2101: r"22nd|twenty[- ]second|xxiie(?:me)?|22e|22eme",
}
_NAMED = "|".join(f"(?P<c{first}>{words})" for first, words in _CENTURIES.items())
# The whole of a century is said by its number; a part of "the century" is one of ours.
_CENTURY = Pattern(
    rf"\b{_PART}{_OF}(?:(?:{_NAMED})[ -])?(?:centur(?:y|ies)|siecle)\b|\b(?:the |le )?(?P<whole>(?:{_NAMED.replace('?P<c', '?P<w')})[ -](?:century|siecle)|siecle (?:actuel|present|en cours|courant))\b"
)
_NOT_AHEAD = r"(?! (?:average|mean|trend|tendency|evolution|decline|increase|variability|record|series|observ\w*|monitor\w*|forecast\w*|prevision\w*)"
_OF_OLD = r"| (?:change|rain\w*|precip\w*|temp\w*|droughts?|ndvi|snow\w*|soil\w*|data|pluies?|secheresses?|neige|donnees)"  # what "long-term" is said of the past of
_INDUSTRY = r"(?:the |la |l')?(?:industrial (?:era|age|revolution|period)|industriali[sz]ation|ere industrielle|revolution industrielle|periode industrielle|epoque industrielle)\b"
_TERMS = (
    (rf"\b(?:the )?near[ -](?:term|future)\b{_NOT_AHEAD})|\bin the short[ -]term\b|\bshort[ -]term\b(?=\s*(?:[,;:]|$))|\b(?:court terme|breve echeance)\b{_NOT_AHEAD})|\b(?:proche (?:avenir|futur)|(?:avenir|futur|horizon) proche)\b", 2021, 2040),
    (r"\bmi(?:d|ddle|dium)?[ -]term\b|\bmid[ -]?century\b|\b(?:half[ -]?way|mid[ -]?way) through the century\b|\bmedium[ -]term\b|\bmoyen(?: terme|ne echeance)\b|\bmi-siecle\b", 2041, 2060),
    (rf"\b(?:the )?long[ -](?:term|future)\b{_NOT_AHEAD}{_OF_OLD})|(?<!moyenne de )(?<!moyennes de )(?<!normale de )(?<!tendance de )(?<!evolution de )(?<!moyenne a )(?<!moyennes a )(?<!normale a )(?<!normales a )(?<!tendance a )(?<!tendances a )(?<!evolution a )(?<!variabilite a )(?<!serie a )(?<!series a )(?<!donnees a )(?<!suivi a )(?<!climatologie a )\b(?:long terme|longue echeance)\b{_NOT_AHEAD}{_OF_OLD})|\bfar future\b|\b(?:futur|avenir|horizon) lointain\b|\bcentury(?:'?s)? end\b", 2081, 2100),
    (r"\b(?:turn|start|beginning|dawn) of the (?:new )?millennium\b|\b(?:tournant|debut) du (?:nouveau |troisieme )?millenaire\b", 2001, 2020),
    (rf"\bpre-?industri(?:al|el\w*)(?: (?:times?|levels?|era|period|conditions|baseline))?\b|\b(?:before|avant) {_INDUSTRY}|(?:(?<=\bsince )|(?<=\bdepuis )){_INDUSTRY}", 1850, 1900),
)  # fmt: skip
_ERAS = tuple((Pattern(words), first, last) for words, first, last in _TERMS)
# "in the near, mid and long term", "à court, moyen et long terme": each names its own era
_SPANS = {2021: "near short court", 2041: "mid medium middle intermediate moyen", 2081: "long far"}
_SPAN = "|".join(words.replace(" ", "|") for words in _SPANS.values())
_TERM_LIST = Pattern(
    rf"\b(?:(?:{_SPAN})[ -]?(?:, ?|/|,? ?(?:and|et|or|ou|a|to|&) ))+(?=(?:{_SPAN})[ -](?:terms?|termes?)\b)"
)
# "au milieu et à la fin du siècle", "early and late century"
_ALSO = Pattern(
    r"\b(?:(?P<early>early|beginning|start|debut)|(?P<mid>mid(?:dle)?|mi|milieu)|(?P<late>late|end|fin))-?(?:,|/|,? (?:and|et|or|ou|puis|then|vs\.?|versus)) (?:(?:a la|a l'|au|en|the|in|at|by|la|le|towards) ?)*$"
)


def find_ages(folded: str) -> Iterator[Dated]:
    """Yield every decade, century and era, and the parts of them."""
    for match in _CENTURY.finditer(folded):
        yield _years(match, *_of_century(match), precision="era")
        also = _ALSO.search(folded, max(0, match.start() - LONGEST_LEAD), match.start()) if _part(match) else None
        if also:
            begin, end = _OF_CENTURY[_part(also) or ""]
            first = _named_century(match)
            yield _years(also, first + begin, first + end, precision="era")
    for listed in _TERM_LIST.finditer(folded):
        yield from _terms(listed)
    for pattern, first, last in _ERAS:
        for match in pattern.finditer(folded):
            yield _years(match, first, last, precision="era")
    for match in _DECADE.finditer(folded):
        yield from _decades(folded, match)


def _terms(listed: re.Match[str]) -> Iterator[Dated]:
    """Every era of a list but the last, which its own name tells."""
    for word in re.finditer(rf"\b(?:{_SPAN})\b", listed[0]):
        first = next(first for first, words in _SPANS.items() if word[0] in words.split())
        begin = listed.start() + word.start()
        start, end = date(first, 1, 1), date(first + 19, 12, 31)
        yield Dated(begin=begin, finish=begin + len(word[0]), start=start, end=end, precision="era")


def _years(match: re.Match[str], first: int, last: int, *, precision: str = "range", group: str | int = 0) -> Dated:
    return Dated(
        begin=match.start(group),
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
LONGEST_LEAD = 40  # characters in which another part of the same century may stand
_DECADES = (("first", "opening", "premiere"), ("second", "deuxieme"), ("third", "troisieme"))
_QUARTERS = (("first", "premier"), ("second", "deuxieme"), ("third", "troisieme"))


def _named_century(match: re.Match[str]) -> int:
    return next((c for c in _CENTURIES if match[f"c{c}"] or match[f"w{c}"]), 2001)


def _of_century(match: re.Match[str]) -> tuple[int, int]:
    first = _named_century(match)
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
    listing = _NEXT_DECADE if match["annees"] or "nees" in match[0] else _NEXT_TENS
    end = match.end()
    while listed := listing.match(folded, end):
        first, end = _first_year(listed), listed.end()
        yield _years(listed, first, first + 9, group=listed.lastgroup or 0)


def _first_year(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if worded := groups.get("worded"):
        return _WORDS[worded.removeprefix("annees ")]
    return _written(next(groups[name] for name in ("full", "annees", "short", "bare") if groups.get(name)))


def _written(digits: str) -> int:
    return int(digits) if len(digits) == 4 else (1900 if int(digits) >= 30 else 2000) + int(digits)
