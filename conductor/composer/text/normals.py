"""How far a value lies from its normal: "and how far from the 1981-2010 normal?", "et de combien elle dépassait la moyenne"; on folded text."""

from __future__ import annotations

from connectors.vocabulary.patterns import Pattern

_ASKED = (
    r"\b(?:(?:by )?how (?:far|much|many|large|big)|by what|how (?:it|this|that|they|these) (?:compare[sd]?|rank(?:s|ed)?|stand[s]?|stood)|how (?:does|did|do|is|was|were) (?:it|this|that|they) (?:compare|rank|stand)?|"
    r"(?:was|is|were) (?:it|that|this|they)|whether (?:it|that|this) (?:is|was)|what (?:was )?(?:the|its) (?:departure|deviation|anomaly|difference|distance|gap)|(?:its|their|the) (?:departure|deviation|anomaly|difference|distance|gap)|"
    r"(?:de |a )combien|a quelle distance|comment (?:il|elle|cela|ca|ils|elles) se (?:compar|situ|plac)\w*|(?:etait|est|etaient|sont)-(?:ce|il|elle|ils|elles)|(?:si )?(?:c'etait|c'est)|quel(?:le)? (?:est |etait )?(?:l'|la |son |sa )?(?:ecart|difference|anomalie|distance)|(?:son|sa|leur|l'|la) ?(?:ecart|difference|anomalie|distance))\b"
)
NORMAL = r"(?:averages?|means?|normals?|normale?s?|moyennes?|climatolog\w*|baselines?|references?)"
# what leads from the question how far to the time of the normal
HOW_FAR = Pattern(
    rf"{_ASKED}[^.;?!\d]{{0,60}}$|\b(?:depass|exced|exceed|surpass|ecart|eloign|depart|deviat)\w*[^.;?!\d]{{0,40}}$"
)
AFTER = Pattern(rf"^\s*\)?\s*{NORMAL}\b")
WITHIN = Pattern(rf"\b{NORMAL}\b")
_WHOLE = Pattern(rf"^\W*(?:(?:and|et|puis|then|also|aussi) )*{_ASKED}[^.;?!]{{0,60}}?\b{NORMAL}\b")


def asks_how_far(folded: str) -> bool:
    """Whether a piece of a question only asks how what came before lies beside its normal."""
    return bool(_WHOLE.match(folded))
