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


# words that point at a measure and name none, however near to one they stand
_NO_MEASURE = Pattern(
    r"(?:(?:the|this|that|these|those|our|my|an?|le|la|les|ce|cet|cette|ces|mon|ma|mes|notre|nos|l'|un|une) ?)*"
    r"(?:parameters?|param[eè]tres?|variables?|quantit(?:y|ies|es?)|grandeurs?|ind(?:ex|exes|ices?)|indicat(?:or|eur)s?|metrics?|m[eé]triques?|measures?|mesures?|values?|valeurs?|data|donn[eé]es?|fields?|champs?|series|figures?|chiffres?|statisti(?:c|que)s?|results?|r[eé]sultats?|it|that|this|ca|cela)"
)
# turbines are things that stand in the wind, which is not measured
_TURBINES = Pattern(r"éoliennes?|eoliennes?|turbines?")


def borne_out(entry: QuantityEntry, said: str) -> bool:
    """Whether the words can be of the entry."""
    if _NO_MEASURE.fullmatch(said.lower().strip()):
        return False
    name = entry.indicator or entry.variable_id or ""
    if name.startswith("sfcWind") and _TURBINES.search(said.lower()):
        return False
    for starts, words in _NEEDED:
        if name in starts or name.partition("_")[0] in starts:
            return bool(words.search(said.lower()))
    return True
