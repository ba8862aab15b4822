"""Whether who holds data is asked, or where to get them: catalogues and services, "where can I download GEDI", sets of labels; none needs a place."""

from __future__ import annotations

import re

from conductor.composer.reading import Reading

_HOLDER = r"(?:catalogue?s?|back-?ends?|servers?|services?|portals?|providers?|platforms?|endpoints?|data ?hubs?|data ?stores?|apis?|collections?|repositor(?:y|ies))"
_DETENTEUR = r"(?:catalogues?|backends?|serveurs?|services?|portails?|fournisseurs?|plateformes?|plates-formes|api|collections?|depots?)"
_HOLDERS = re.compile(
    rf"\b(?:which|what|any|an?|every|another|list(?: all)?(?: the)?) (?:[\w-]+ ){{0,3}}?{_HOLDER}\b|"
    rf"\b(?:quel(?:le)?s?|une?|liste[rz]?(?:-moi)? (?:tou(?:te)?s )?les|autres?) (?:de (?:vos|tes|nos|ces) |[\w-]+ ){{0,2}}?{_DETENTEUR}\b"
)
_WHERE_TO_GET = re.compile(
    r"\bwhere (?:can|could|do|should|may|would|might|to) ?(?:(?:i|we|one|you|people) )?(?:\w+ )?(?:download|get|find|access|obtain|fetch|grab)\b|"
    r"\b(?:d')?ou (?:puis-je|peut-on|pourrais-je|pourrait-on|pouvons-nous|dois-je|faut-il|est-ce (?:que je|qu'on|que l'on) (?:peux|peut))? ?(?:me |se )?(?:\w+ )?(?:telecharger|trouver|obtenir|acceder|recuperer|procurer)\b|"
    r"\b(?:d')?ou (?:je|on|l'on) (?:trouve|telecharge|recupere)\b|\bou (?:se )?trouve-t-on\b"
)
LABELLED = re.compile(
    r"\b(?:labell?ed|annotated|training|benchmark) (?:[\w-]+ ){0,3}?(?:chips?|patches|samples?|data ?sets?|sets?|data|images?|masks?|polygons?|tiles?)\b|"
    r"\b(?:jeux?|donnees|images?) (?:de donnees )?d'(?:entrainement|apprentissage)\b|"
    r"\b(?:vignettes?|imagettes?|images?|echantillons?|masques?|donnees|jeux?|tuiles?) (?:(?:de |d')?[\w-]+ ){0,2}?(?:etiquete|annote|labell?ise)\w*"
)


def asks_who_holds(r: Reading) -> bool:
    """Whether a source of the data is asked for, not the data of some place."""
    folded = r.utterance.folded
    return bool(_HOLDERS.search(folded) or _WHERE_TO_GET.search(folded) or LABELLED.search(folded))
