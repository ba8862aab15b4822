"""Discovery: whether sources, services, applications, tools, labels or formats are looked for themselves, which needs no place.

| looked for | examples |
|---|---|
| who holds data | which catalogues carry PlanetScope, is there a backend with Sentinel-5P, quels fournisseurs d'imagerie |
| what works on them | applications on the ADES that orthorectify, des workflows CWL qui prennent des images, un carnet d'exemple, a quote |
| where to get them | where can I download GEDI, où trouver SWOT |
| labels | annotated ship chips, un jeu d'entraînement de nuages |
"""

from __future__ import annotations

from conductor.composer.reading import Reading
from connectors.vocabulary.patterns import Pattern

_HOLDER = r"(?:catalogue?s?|back-?ends?|servers?|portals?|providers?|platforms?|endpoints?|data ?hubs?|data ?stores?|apis?|repositor(?:y|ies))"
_WORKER = (
    r"(?:services?|applications?|apps?|process(?:es)?|operators?|algorithms?|toolbox(?:es)?|workflows?|pipelines?|notebooks?|tutorials?|checkpoints?|"
    r"(?:file |data )?formats?|licen[cs]es?|taxonom(?:y|ies)|ontolog(?:y|ies)|quotes?|librar(?:y|ies))"
)
_DETENTEUR = (
    r"(?:catalogues?|backends?|serveurs?|portails?|fournisseurs?|plateformes?|plates-formes|points d'acces|api|depots?)"
)
_OUVRIER = (
    r"(?:services?|applications?|applis?|processus|operateurs?|algorithmes?|boites? a outils|workflows?|chaines? de traitement|carnets?|notebooks?|tutoriels?|points de controle|checkpoints?|"
    r"formats?|licences?|taxonomies?|ontologies?|devis|bibliotheques?)"
)
_ASKED = r"(?:which|what|any|an?|every|another|(?:list|find|show|search|give|get|need|want|recommend)(?: me| us)?(?: all)?(?: of)?(?: the| your)?)"
_DEMANDE = r"(?:(?:a |dans |de )?(?:quel(?:le)?s?|lesquel(?:le)?s)|une?|(?:liste|trouve|montre|cherche|donne|recommande)[rz]?(?:-(?:moi|nous))?(?: tou(?:te)?s)?(?: les| vos| des| de)?|autres?)"
_DISCOVERED = Pattern(
    rf"\b{_ASKED} (?:[\w-]+ ){{0,3}}?(?:{_HOLDER}|{_WORKER}|tools?|collections?|sources?|missions?|sensors?|satellites? (?:ha(?:ve|s)|carr(?:y|ies)))\b|"
    rf"\b{_DEMANDE} (?:de (?:vos|tes|nos|ces) |[\w-]+ ){{0,2}}?(?:{_DETENTEUR}|{_OUVRIER}|outils?|collections?|sources?|missions?|capteurs?|satellites? (?:ont|a|portent|porte))\b|"
    rf"^\W*(?:(?:an?|the|some|une?|des|les) )?(?:[\w-]+ ){{0,2}}?(?:{_WORKER}|{_HOLDER})\b(?! (?:images?|scenes?|imagery))|"
    rf"^\W*(?:(?:une?|des|les) )?(?:{_OUVRIER}|{_DETENTEUR})\b"
)
# "where do I find them?", "où puis-je télécharger tas ?", "où trouver tas ?"
WHERE_TO_GET = Pattern(
    r"^\W*(?:where to|ou) (?:find|get|download|fetch|obtain|grab|pull|trouver|telecharger|recuperer|obtenir|se procurer|acceder|prendre|chercher|aller chercher)\b|\bwhere (?:do|can|could|should|would|might) (?:i|we|one|you) (?:\w+ )?(?:find|get|download|fetch|obtain|access|grab|pull|take|go for|look for|lay (?:my|our|your) hands on|pick up)\b|"
    r"\b(?:ou|sur quel (?:site|serveur|portail|noeud)) (?:est-ce qu(?:e (?:je|nous|l'on) |'on )(?:peux |peut |pouvons |pourrai[st] )?|(?:puis|pourrais|peut|pourrait|pouvons|peux)-(?:je|on|nous|tu) |(?:je|on|nous) (?:peux |peut |pouvons |pourrais )?)(?:les? |la |l'|en |me |m'|nous |se )?(?:trouv|telecharg|recuper|obten|obtien|procur|pren[ds]|cherch|chop|vais? chercher|va chercher|accede)\w*"
)
_ACCESS = Pattern(
    r"\b(?:have|get|with|has|give us|give me) access to\b|\b(?:avez-vous|as-tu|a-t-on|ai-je|avons-nous|vous avez|tu as) acces\b"
)
_LABELLED = Pattern(
    r"\b(?:labell?ed|annotated|training|benchmark) (?:[\w-]+ ){0,3}?(?:chips?|patches|samples?|data ?sets?|sets?|data|images?|masks?|polygons?|tiles?)\b|"
    r"\b(?:jeux?|donnees|images?) (?:de donnees )?d'(?:entrainement|apprentissage)\b|"
    r"\b(?:vignettes?|imagettes?|images?|echantillons?|masques?|donnees|jeux?|tuiles?) (?:(?:de |d')?[\w-]+ ){0,2}?(?:etiquete|annote|labell?ise)\w*"
)


def discovers(r: Reading) -> bool:
    """Whether a source, a service, a tool or a set of labels is looked for, not the data of some place."""
    folded = r.utterance.folded
    return any(told.search(folded) for told in (_DISCOVERED, WHERE_TO_GET, _ACCESS, _LABELLED))
