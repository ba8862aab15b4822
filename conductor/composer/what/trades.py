"""Trades, works and offices that are called after what they deal with: storm sewers, the fire brigade, a smoke alarm, l'assurance inondation."""

from __future__ import annotations

from connectors.vocabulary.patterns import Pattern

# what follows the name, English
_AFTER = Pattern(
    r"(?:[- ]?water)?[- ](?:sewers?|sewage|drains?|drainage|overflow pipes?|stations?|departments?|brigades?|services?|fighters?|chiefs?|marshals?|engines?|trucks?|alarms?|extinguishers?|"
    r"insur\w+|policy ?holders?|premiums?|cream|rinks?|hockey|skating|permits?|codes?|inspectors?|shelters?|wardens?|tax(?:es)?|levy|museums?|festivals?|ministry|minister|agency|bureau|office|committee|company|firm|school|faculty)\b"
)
# what stands before it, either language
_BEFORE = Pattern(
    r"\b(?:(?:ministry|minister|department|chamber|school|faculty|institute|college|office|bureau) (?:of|for) (?:the )?|"
    r"(?:ministeres?|ministre|chambre|ecole|faculte|institut|lycee|office|bureau|direction) (?:regionale? |departementale? )?(?:de l'|de la |des |du |d'|de )|"
    r"(?:assurances?|assure\w*|taxes?|alarmes?|extincteurs?|permis|primes?|service|services|musee|festival|salon|foire|agence) (?:contre |anti-?|de |d'|du |des |contre les |de la |de l')?(?:les? |la |l')?)$"
)
# somebody builds: nothing is said of buildings
_BUILDING = Pattern(
    r"(?:'re|'s|\b(?:are|is|am|was|were|been|be|started|stopped|keep|kept|of|for|by|while|without)) (?:still |now |currently |busy )?$"
)
_BUILT = Pattern(r" (?:a|an|the|new|more|our|my|their|its|his|her|up|on|over|two|three|some)\b")


def of_a_trade(phenomenon: str, folded: str, start: int, end: int) -> bool:
    """Whether the name of a phenomenon is only part of what a trade, a work or an office is called, or the verb of somebody who builds."""
    if phenomenon == "building" and folded[start:end] == "building":
        return bool(_BUILDING.before(folded, start) and _BUILT.match(folded, end))
    return bool(_AFTER.match(folded, end) or _BEFORE.search(folded[max(0, start - 48) : start]))
