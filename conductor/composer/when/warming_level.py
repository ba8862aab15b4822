"""Global warming levels: "2 °C above pre-industrial", "dans un monde à +2 °C"; a pathway's name is not one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from connectors.vocabulary.patterns import Pattern

_DEGREES = (
    r"\+? ?(\d(?:[.,]\d+)?)[ -]?(?:°|deg(?:ree|re)?s?)? ?(?:c(?:elsius)?\b|k\b|degrees?\b|degres?\b|°)(?: celsius)?"
)
_IF = r"\b(?:if|once|when|should|supposing|after|si|une fois(?: que)?|quand|lorsque|apres(?: que)?|des que)"
_WORLD = r"(?:we(?:'ve|'re)?|humanity|on|nous|l'humanite|(?:the |our |le |la |notre )?(?:global |average |mean )*(?:world|planet|earth|globe|climate|warming|monde|planete|terre|climat|rechauffement)(?: climatique| mondial| planetaire| global)?)"
_ARRIVES = r"(?:past|beyond|over|above|below|under|within|at|to|by|exceed\w*|cross\w*|reach\w*|hits?|overshoots?|depass\w*|franchi\w*|attein\w*|sous|(?:au-dela|au-dessus|en dessous) d[eu]s?|a|de|des)"
_WARMING = tuple(
    Pattern(p)
    for p in (
        # "if we go past 1.5 °C", "si le climat se réchauffe de 2 °C", "une fois les 2 °C passés"
        rf"{_IF} {_WORLD} (?:[^.;?!]{{0,30}}? )?{_ARRIVES} (?:the |les |le seuil des? |la barre des? )?" + _DEGREES,
        rf"{_IF} (?:it|things|il|ca|cela) (?:gets? |se |fait )?(?:warm\w*|hotter|rechauff\w*|plus chaud)(?: up)?(?: by| de| d'environ)? " + _DEGREES,
        r"\b(?:once|after|une fois|apres) (?:the |les |le seuil des? |la barre des? )?" + _DEGREES + r" (?:(?:is|are|has been|have been) )?(?:passed|exceeded|crossed|reached|passee?s|depassee?s?|franchie?s?|atteinte?s?)\b",
        _DEGREES + r"[ -](?:of |de )?(?:global |mean )*(?:warm(?:ing|er)(?: world| level)?|rechauffement(?: planetaire| mondial| global| climatique)?)",
        _DEGREES + r"(?: \w+){0,3}? (?:above|over|relative to|compared (?:to|with)|(?:(?:warmer|hotter|higher|more) )?than|de plus qu[e']|au-dessus|par rapport)[^.;?]{0,30}pre-?ind\w+(?: \w+)?",
        r"(?:warming|rechauffement)(?: levels?| planetaire| mondial| climatique| global)*(?: of| de| at| a| reaches| atteint)? " + _DEGREES,
        r"\b(?:gwl|global warming level)s?(?: of)? ?\+?(\d(?:[.,]\d+)?)()",
        r"\b(?:pass|cross|exceed|reach|breach|hit|surpass|go beyond|depass\w*|atteind\w*|franchi\w*)(?:es|s|ed|ent|a|ra|-t-(?:il|elle|on)|-(?:ils?|elles?|on))*(?: the| le seuil(?: de| des)?| la barre(?: de| des)?| les| un)* " + _DEGREES,
        r"\b(?:a|at|for|pour|sous|under) \+ ?(\d(?:[.,]\d+)?)()(?=(?:\s*,|,? and|,? et|,? or|,? ou) \+?\d(?:[.,]\d)?[^.;?]{0,20}?(?:°|deg))",
        r"\b(?:world|planet|earth|monde|planete|terre|climat|climate) (?:that is |qui est )?(?:plus chaude?|warmer|hotter|rechauffee?|warmed)(?: by| de| d'environ)? " + _DEGREES,
        r"\b(?:in|dans|for|of|under) an? " + _DEGREES + r"[ -]world",
        _DEGREES + r"(?: warmer| hotter)?[ -](?:world|planet|earth)\b",
        r"\b(?:world|planet|earth|globe|planete|monde|terre)\b[^.;?]{0,30}?\b(?:warm\w*|rechauff\w*|gagn\w*|gain(?:s|ed)?|pris|prend\w*|prenait|put on|heats?|heated)(?: up)?(?: by| de| d'environ)? " + _DEGREES,
        r"\b(?:warming|rechauffement)(?: \w+)? (?:is |was |were |est )?(?:held |limited |kept |limite )?(?:to|at|below|under|a|sous) " + _DEGREES,
    )
)  # fmt: skip
# which stand beside another: "if we go past 1.5 °C … At +3 °C too"
_WITH_A_PLUS = tuple(
    Pattern(p)
    for p in (
        r"\b(?:a|an|at|monde(?: a)?|world at|in a) \+" + _DEGREES[4:] + r"(?: (?:world|monde))?",
        r"(?<=[a-z,] )(?<!\bde )(?<!\bby )(?<!\bof )(?<!than )\+ ?(\d(?:[.,]\d+)?) ?(?:°? ?[ck])()\b(?! (?:threshold|offset|anomal))",
    )
)
_PATHWAY = Pattern(
    r"^[\s-]*(?:pathways?|scenarios?|trajectoires?|targets?|objectifs?|compatible|consistent|goals?|limits?)"
)


# "temperatures below", "inférieures à 5 °C" bound what is measured
_BOUND = Pattern(r"\b(?:(?:sup|inf)erieure?s?|egale?s?|equal|descend\w*|tomb\w*|chut\w*|fall\w*|fell|drop\w*) $")
# "did the temperature exceed 5 °C": what a thermometer showed
_MEASURED = Pattern(
    r"\b(?:did|has|have|had) (?:the )?(?:air |water |sea )?(?:temperatures?|it|thermometer) (?:ever )?$|\b(?:temperatures?|thermometre|mercure) (?:n')?(?:a|ont|avait|est)(?:-t)?(?:-(?:il|elle)s?)? (?:jamais |deja )?$"
)
# "regrid to 1 degree"
_GRIDDED = Pattern(
    r"\b(?:regrid\w*|regrill\w*|remap\w*|resampl\w*|reechantill\w*|interpol\w*|grids?|grilles?|mailles?|resolution)\b[^.;?!]*$"
)
_LISTED = Pattern(
    r"(?:\+?\d(?:[.,]\d)? ?(?:° ?c?|c|degrees?|degres?)?\s*(?:,|and|et|or|ou|vs\.?|versus|against|contre|than|compared (?:to|with)|par rapport a|(?:plutot )?qu'|/)+\s*(?:(?:at|a)\b\s*)?)+$"
)
_FOLLOWING = Pattern(
    r"(?:\s*(?:,|,? and|,? et|,? or|,? ou|vs\.?|versus|/) (?:at |a )?\+ ?\d(?:[.,]\d)?(?! ?(?:%|mm|days?|jours?|m\b))(?: ?(?:° ?[ck]?|c|degrees?|degres?|k)\b)?)+"
)
_NUMBER = Pattern(r"\d(?:[.,]\d)?")


def warming_levels(folded: str) -> tuple[tuple[float, tuple[int, int]], ...]:
    """The levels named and where each stands: listed ("at 1.5, 2 and 3 °C of warming") or each named by itself."""
    found: dict[float, tuple[int, int]] = {}
    for pattern in (*_WARMING, *_WITH_A_PLUS):
        if found and pattern not in _WITH_A_PLUS:
            continue
        for match in pattern.finditer(folded):
            for level, where in _named(folded, match):
                found.setdefault(level, where)
    return tuple(found.items())


def _named(folded: str, match: re.Match[str]) -> Iterator[tuple[float, tuple[int, int]]]:
    """The level of a match, and those listed before and after it."""
    value = float(match[1].replace(",", "."))
    gridded = _GRIDDED.search(folded[max(0, match.start() - 60) : match.start()])
    before = folded[max(0, match.start() - 40) : match.start()]
    bound = _BOUND.search(before) or _MEASURED.search(before)
    if not 0 < value <= 6 or gridded or bound or _too_little(value, match[0]) or _PATHWAY.match(folded[match.end() :]):
        return
    listed = _LISTED.search(folded[max(0, match.start() - 60) : match.start()])
    following = _FOLLOWING.match(folded, match.end())
    start = match.start() - (len(listed[0]) if listed else 0)
    where = (start, following.end() if following else match.end())
    yield from ((level, where) for level in (*_levels(listed), value, *_levels(following)))


LEAST = 0.5  # degrees: what stands below is the size of a grid cell, unless warming is said


def _too_little(value: float, said: str) -> bool:
    """ "ERA5 at 0.25°", "CMIP6 at 0.5°": a grid; "0.5 °C of warming" is none."""
    return value <= LEAST and not re.search(r"warm|rechauff|pre-?ind|gwl|level|° ?c|celsius", said)


def _levels(listed: re.Match[str] | None) -> tuple[float, ...]:
    """The degrees of a list, those that a level of warming could be."""
    found = (float(n.replace(",", ".")) for n in _NUMBER.findall(listed[0])) if listed else ()
    return tuple(level for level in found if 0 < level <= 6)
