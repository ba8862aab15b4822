"""What the tagger takes a word for must have something of it: a "saison sèche" is none of snow, water that is "sale" none that is "salée"."""

from __future__ import annotations

from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.quantities import QuantityEntry

# by the first letters of the identifier: what must be said, on text as it was typed in lower case
_NEEDED = (
    (
        ("snd", "snc", "snw", "snm", "prsn", "snow"),
        Pattern(r"snow|neig|niv|ski|powder|poudreu|flak|flocon|blanc|white"),
    ),
    (("cwd", "wetdays", "wet"), Pattern(r"wet|rain|humid|pluv|pluie|pleu|arros|precip|précip|shower")),
    (("cdd", "dry"), Pattern(r"dry|dri|drought|sec|sèc|sech|rainless|without|sans")),
    (("so", "sos"), Pattern(r"salt|salin|sal[eé]e|salé|sel\b|brackish|saum|fresh|doux|douce|brin")),
)


def borne_out(entry: QuantityEntry, said: str) -> bool:
    """Whether the words can be of the entry."""
    name = entry.indicator or entry.variable_id or ""
    for starts, words in _NEEDED:
        if name in starts or name.partition("_")[0] in starts:
            return bool(words.search(said.lower()))
    return True
