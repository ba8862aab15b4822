"""Both: two things asked of before set against one another: "the difference between the two", "lequel des deux ?"."""

from __future__ import annotations

from dataclasses import replace

from connectors.vocabulary.patterns import Pattern
from planners.intent import Intent

_BOTH = Pattern(
    r"\b(?:between (?:the )?(?:two|three|them|both|those(?: two)?)|entre (?:les |ces )?(?:deux|trois)|entre (?:eux|elles)|(?:which|what|lequel|laquelle|lesquels) (?:one )?(?:of (?:the (?:two|three)|them|those)|des (?:deux|trois))|"
    r"(?:difference|gap|contrast)s? of the two|l'ecart des deux)(?=\W*$|\s*[,.;:?!)]|\W+(?:is|was|has|had|will|would|in|by|est|a|sera|en|d'ici)\b)|"
    r"\b(?:compare|contrast|compare[rz])(?:-les| les)? ?(?:the two|both|them|les deux|tous les deux|toutes les deux)?(?=\W*$)|\bhow (?:do|did|will|would) (?:they|the two|both) (?:compare|differ)\b|"
    r"\bcomment (?:se comparent|different)-(?:ils|elles)\b|\b(?:against each other|side by side|cote a cote|l'une? (?:contre|par rapport a|face a) l'autre)\b|"
    r"^\W*(?:(?:so|and|then|ok|et|alors|donc|fait que)\W+)*(?:which|lequel|laquelle)(?: one)? (?:is|was|were|has been|est|etait|a ete|fut) (?:the |le |la )?(?:\w{3,}er|\w{3,}est|more \w+|worse|worst|plus \w+|moins \w+|pire)(?=\W*$)"
)


# "les deux ensemble", "both of them": the one beside the other, not against it
_TOGETHER = Pattern(
    r"^\W*(?:(?:and|et|now|maintenant|ok|show|montre|donne|give|do|fais|take|prends|for|pour|me|moi|sur|over|plot|map|trace|cartographie)\W+)*(?:both(?: (?:cities|places))?(?: of (?:them|those|these))?|the two(?: of them)?|all (?:of them|three)|tous les (?:deux|trois)|toutes les (?:deux|trois)|les (?:deux|trois|2|3)|l'un et l'autre)"
    r"(?: (?:together|at once|ensemble|a la fois|en meme temps|please|on (?:one|a|the same) (?:map|plot)|sur une (?:meme )?carte|(?:in|on|dans|ds|sur) (?:one|a single|the same|1|une?|un seul|un meme|une seule|le meme|la meme) (?:graph\w*|plot|chart|figure|map|carte|table\w*|courbe)|thx|thanks|merci|mrc|stp|svp|pls|plz|places?|lieux|years?|annees|regions?|pays|countries|villes?|cities))*\W*$"
)


def of_both(folded: str) -> bool:
    """Whether a turn speaks of two things that were asked of before."""
    return bool(_BOTH.search(folded)) or together(folded)


def together(folded: str) -> bool:
    """Whether the two are wanted beside one another, in one answer."""
    return bool(_TOGETHER.match(folded))


def axis_of(intent: Intent) -> str | None:
    """The axis along which an intent holds several things."""
    if len(intent.facets.get("experiment_id", ())) > 1:
        return "scenarios"
    if len(intent.places) > 1:
        return "places"
    if len(intent.collections) + len(intent.facets.get("source_id", ())) > 1:
        return "sources"
    return "periods" if len(intent.periods) > 1 else None


def joined(earlier: Intent, later: Intent) -> Intent:
    """The later of two turns with what the earlier one asked of beside it, where they differ in one thing only."""
    if axis_of(later) or earlier.action != later.action or earlier.quantities != later.quantities:
        return later
    placed, dated = earlier.places != later.places, earlier.periods != later.periods
    forced = earlier.facets.get("experiment_id") != later.facets.get("experiment_id")
    if placed + dated + forced != 1:
        return later
    if placed:
        return replace(later, places=(*earlier.places, *later.places))
    if dated:
        return replace(later, periods=(*earlier.periods, *later.periods))
    both = (*earlier.facets.get("experiment_id", ()), *later.facets.get("experiment_id", ()))
    return replace(later, facets={**later.facets, "experiment_id": both})
