"""Whether a trained model itself is looked for: "find a cloud segmentation model", "un détecteur de navires, ça existe ?"."""

from __future__ import annotations

from conductor.composer.reading import Reading
from conductor.composer.wish.matter import imagery
from connectors.vocabulary.patterns import Pattern

_MODEL = (
    r"(?:models?|modeles?|classifiers?|classifieurs?|classificateurs?|neural nets?|networks?|reseaux?(?: de neurones| neuronal)?|detectors?|"
    r"detecteurs?|segmenters?|checkpoints?|(?:pre-?trained|model) weights|poids pre-?entraines)"
)
# a word between what asks and the model; "find ships with the model" looks for ships
_BETWEEN = r"(?!(?:with|using|avec|par|by|from|via|through|a l'aide|thanks|grace|scenes?|images?|imagery)\b)[^\s,;.?!]+"
_ASKING = (
    r"(?:find|search|look(?:ing)?(?: up| for)?|list|show(?: me)?|get(?: me)?|which|what|any|is there|are there|do you (?:have|know)|have you got|got|after|need|recommend|suggest|pick|choose|choisir|selectionner|"
    r"trouve[rz]?|cherch\w+|recherch\w+|liste[rz]?|montre\w*|quels?|quelles?|y a-?t-?il|il y a|existe-t-il|as-tu|avez-vous|connais-tu|connaissez-vous|recommande\w*|propose\w*)"
)
_SOUGHT = Pattern(
    rf"\b{_ASKING}\b (?:{_BETWEEN} ){{0,6}}?{_MODEL}\b(?! (?:outputs?|data|runs?|results?|sorties|simulations?|comparison|missed|misses|says?))|"
    rf"^\W*(?:an? |une? |des |les )?(?:{_BETWEEN} ){{0,3}}?{_MODEL}\b[^.?!]{{0,90}}\b(?:exist\w*|availab\w*|in the catalogu?e?|disponibles?|dans le catalogue|(?:do you have|have you got|got) (?:one|any|that|something)|(?:tu en as|en as-tu|vous en avez|en avez-vous))\b|"
    rf"^\W*(?:an?|une?|des) (?:{_BETWEEN} ){{0,3}}?{_MODEL}(?: {_BETWEEN})? (?:to|for|that|pour|qui|de) [^?]{{3,90}}\?\W*$"
)
# what it is to see, known to the vocabulary or not: "a model for counting elephants"
_SEES = Pattern(
    rf"\b{_MODEL} (?:(?:that|which|able|capable|qui|sachant|capables?) )?(?:(?:can|could|to|for|of|peu(?:t|vent)|sai(?:t|vent)|pour|de) )?(?:count|detect|segment|map|recogni[sz]|identif|spot|outlin|delineat|classif|compt|reper|reconna|delimit|cartographi|class)(?:e|er|es|s|ing|y|ying|ier|ion|ition)?\b"
)
_LEARNT = Pattern(
    r"\b(?:segment\w*|detect\w*|classif\w*|mask\w*|masque\w*|pre-?train\w*|pre-?entrain\w*|trained|entraine\w*|machine[- ]learning|deep[- ]learning|apprentissage|neural|neurones|networks?|foundation|fondation|"
    r"ml|ai|ia|reconna\w*|recogni[sz]\w*|identif\w*|delineat\w*|inference|bands?|bandes|input|entree|count\w*|compt(?:e|er|age|ent)|repere\w*|spot\w*)\b"
)


def seeks_model(r: Reading) -> bool:
    """A model that was trained on imagery is wanted, not what it would find somewhere; a climate model has facets."""
    if r.facets or (r.located and r.targets) or r.cues.train_verb or r.cues.compare:
        return False
    about = bool(r.phenomena or r.collections or _SEES.search(r.utterance.folded)) or "ml" in r.named.model_kinds
    return about and bool(_SOUGHT.search(r.utterance.folded) and (r.phenomena or _LEARNT.search(r.utterance.folded)))


_RUNS = Pattern(
    rf"\b(?:run|rerun|apply|execute|launch|deploy|use|applique[rz]?|lance[rz]?|execute[rz]?|utilise[rz]?|fais(?:ons)? tourner|faire tourner|tourne[rz]?)\b (?:\S+ ){{0,6}}?{_MODEL}\b"
)


def runs_model(r: Reading) -> bool:
    """A model that was trained on imagery is to be run somewhere."""
    seen = r.phenomena or (r.collections and imagery(r))
    told = bool(seen and r.located) and not (r.facets or r.cues.train_verb or r.models)
    return told and bool(_RUNS.search(r.utterance.folded)) and not seeks_model(r)
