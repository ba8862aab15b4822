"""Missions named only to be turned down: "no need for radar", "le radar ne m'intéresse pas", "Sentinel-2, pas Landsat"; on folded text."""

from __future__ import annotations

from collections.abc import Sequence

from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.phrases import Match

REACH = 60  # letters before and after a name that are looked at
_KINDS = ("collection", "platform")
_DATA = r"(?:images?|imagery|scenes?|data|imagerie|donnees)"
_LED = rf"\s?(?:(?:any|the|le|la|les|du|des|de|d'|l'|{_DATA}) ?)*$"
# said outright, whatever else is named
_OUTRIGHT = Pattern(
    r"(?:\b(?:not|no longer|isn't|aren't|n't) (?:\w+ )?interested in|\b(?:no (?:need|use) (?:for|of))|(?:\bnot|n't) (?:really |even |actually |particularly )?(?:need|want|care (?:about|for))|"
    r"\b(?:pas|plus|guere) (?:\w+ )?(?:besoin (?:de|du|des|d')|interesse\w* par)|\b(?:inutile|pas la peine) de? (?:\w+(?:er|ir|re) )?)"
    + _LED
)
_OUTRIGHT_AFTER = Pattern(
    rf"(?: {_DATA})? (?:(?:ne |n')(?:m'|nous |vous |me )?(?:\w+ ){{0,2}}?(?:interess\w+|sert?|servent|servira|est|sont|conv\w+) (?:pas|guere|point|a rien|d'aucun)|"
    r"(?:(?:is|are|does|do|would|will)(?:n't| not)|wouldn't|won't) (?:really |at all |of )?(?:interest|needed|need|use|useful|help|wanted|required|relevant)\w*|(?:is|are) (?:of )?no (?:use|interest|help|need))\b"
)
# weaker words, beside another mission that is wanted
_WEAKLY = Pattern(
    r"(?:(?<!why )\b(?:not|no)|(?<!pourquoi )\b(?:(?:mais|et|surtout|,) ?(?:pas|non(?: pas)?)|pas (?:de|d'|du|des)|(?:veux|veut|voulons|utilise\w*) pas|aucune?))"
    + _LED
)


def without_turned_down(matches: Sequence[Match], folded: str) -> tuple[Match, ...]:
    """The names but those of missions that are not wanted; one is kept that stands alone with weak words."""
    missions = [m for m in matches if m.kind in _KINDS]
    if not missions:
        return tuple(matches)
    outright = [m for m in missions if _outright(m, folded)]
    rest = [m for m in missions if m not in outright]
    weakly = [m for m in rest if _WEAKLY.search(folded[max(0, m.start - REACH) : m.start])]
    gone = [*outright, *(weakly if len(weakly) < len(rest) else ())]
    return tuple(m for m in matches if m not in gone) if gone else tuple(matches)


def _outright(match: Match, folded: str) -> bool:
    before, after = folded[max(0, match.start - REACH) : match.start], folded[match.end : match.end + REACH]
    return bool(_OUTRIGHT.search(before) or _OUTRIGHT_AFTER.match(after))
