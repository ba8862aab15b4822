"""Winds told by their force on the Beaufort scale, "force 8 or more", "plus de 7 Beaufort", as bounds in metres a second."""

from __future__ import annotations

import re
from collections.abc import Iterator

from connectors.vocabulary.patterns import Pattern
from planners.intent import Threshold

# Lowest speed of each force, m/s (WMO-No. 306, code table 1100); the last ends force 12.
LOWEST = (0.0, 0.3, 1.6, 3.4, 5.5, 8.0, 10.8, 13.9, 17.2, 20.8, 24.5, 28.5, 32.7)
_SCALE = r"(?:beaufort|bft|bf)"
_ON_THE_SCALE = rf"(?: (?:on|of|sur|de|dans)(?: the| la| l')? ?(?:{_SCALE} scale|echelle (?:de )?{_SCALE}))"
_FORCE = Pattern(
    r"\b(?:(?P<above>above|over|more than|stronger than|exceeding|beyond|plus d[e']|au-dessus de|au-dela de|depass\w+|superieure?s? a)|"
    r"(?P<below>below|under|less than|weaker than|moins d[e']|au-dessous de|en dessous de|sous|inferieure?s? a)|(?:at least|reach\w*|of|au moins|atteign\w*|de|>=?))? ?(?:the |la |un |a )?"
    rf"(?:(?:{_SCALE} )?force (?P<force>\d{{1,2}})(?: {_SCALE})?{_ON_THE_SCALE}?|{_SCALE} (?P<scale>\d{{1,2}})|(?P<number>\d{{1,2}}) ?{_SCALE}\b(?! scale)|(?P<told>\d{{1,2}}){_ON_THE_SCALE})(?!\d)"
    r"(?:,? (?:or|and|ou|et) (?:more|above|over|higher|stronger|plus|davantage|au-dessus|au-dela)\b)?"
)
_SAID = Pattern(rf"\bforce \d|(?:\b|\d){_SCALE}\b")
_WIND = Pattern(r"\b(?:winds?|wind\w+|gusts?|gales?|storms?|vents?|rafales?|tempetes?)\b")

# storms whose force, or category, is told on a scale of their own
_OTHER_SCALE = Pattern(r"\b(?:hurricanes?|ouragans?|cyclones?|typhoons?|typhons?|tornado\w*|tornades?)\b")


def forces(folded: str) -> Iterator[tuple[Threshold, int, int]]:
    """Every bound told by a force, with where it stands; without a word for wind a bare force is none of the scale."""
    if not _SAID.search(folded):
        return
    windy = bool(_WIND.search(folded)) and not _OTHER_SCALE.search(folded)
    for said in _FORCE.finditer(folded):
        if not windy and not re.search(rf"\b{_SCALE}\b", said[0]):
            continue
        force = int(said["force"] or said["scale"] or said["number"] or said["told"])
        lowest = force + 1 if said["above"] else force
        if lowest < len(LOWEST):
            yield Threshold(op="<" if said["below"] else ">=", value=LOWEST[lowest], units="m/s"), *said.span()
