"""Whether a model is to be run or learnt: simulations of dynamical, hydrological and hydraulic models, training of machine-learning ones."""

from __future__ import annotations

from conductor.composer.reading import Reading
from conductor.composer.wish.matter import future, imagery
from connectors.vocabulary.patterns import Pattern

_MODEL_RUN = Pattern(
    r"\b(?:run|rerun|chain|couple|launch|force|drive|set up|lance[rz]?|execute[rz]?|fais tourner|faire tourner)\b[^.;?!]{0,40}\b(?:(?:climate|ocean|hydrolog\w+|hydraulic|hydrodynamic|atmospher\w+|"
    r"regional|global|dynamical|sea[- ]ice|oil[- ](?:spill|drift)|drift|(?:storm[- ])?surge|tsunami|tid(?:e|al)|snow(?:pack|melt)?|permafrost|(?:wild)?fire[- ](?:spread|behaviou?r)|\w+[- ](?:spread|drift|flow|runout|propagation|calving)|dispersion|plume|trajectory|sediment|avalanche|circulation|"
    r"water[- ]balance|energy[- ]balance|mass[- ]balance|rainfall[- ]runoff|routing|lake|reservoir|inundation|crop(?:[- ]growth)?|ecosystem|vegetation|carbon|aerosol|chemistry|transport|particle[- ]tracking|land[- ]surface|wave|river|flood(?:ing)?|glacier|ice[- ]sheet|groundwater|weather) models?|[ar]?gcms?\b|rcms?\b|wrf\b|regcm\w*|modeles? (?:de climat|climatique|oceanique|hydrologique|hydraulique|de crue|atmospherique|"
    r"de (?:banquise|glace de mer|derive|vagues?|maree|submersion|surcote|tsunami|neige|circulation|transport|dispersion|propagation|avalanche|bilan|nappe|ruissellement|houle)|pluie-debit|regional|dynamique)|modeles? (?:d'(?:ecoulement|etalement|erosion|inondations?|avalanches?|incendies?|ecosystemes?|aerosols?|eau souterraine|evapotranspiration)|de (?:feux?|vegetation|culture|croissance|glaciers?|surface|nappe|pollution|sediments?|lac|reservoir)|de (?:la )?propagation))\b|\b(?:wrf|regcm\w*) (?:\w+ ){0,2}?(?:be |is |was |to be )run\b"
)
# "streamflow from a rainfall-runoff model forced by CHIRPS": what drives a model tells that it is to be run
_KIND_EN = r"(?:hydrolog\w+|hydraulic|hydrodynamic|rainfall[- ]run-?off|water[- ]balance|routing|river|flood|ocean|regional climate|land[- ]surface|snow(?:pack|melt)?|glacier|wave|lake)"
_KIND_FR = r"(?:hydrologiques?|hydrauliques?|hydrodynamiques?|pluie[- ]debit|oceaniques?|climatiques? regiona\w+|de (?:bilan hydrique|neige|glacier|vagues|crue|surface|lac))"
_DRIVEN = Pattern(
    rf"\b{_KIND_EN} (?:simulations? )?model (?:that is |which is )?(?:forced|driven|fed|run) (?:by|with|from|on)\b|"
    rf"\bmodele {_KIND_FR} (?:(?:qui est|et) )?(?:force|pilote|alimente|nourri) (?:par|avec|en|d[eu']|sur)"
)
_INFERS = Pattern(r"\b(?:inferences?|predictions? of the \w+ model)\b")
_SIMULATING = Pattern(
    r"\b(?:simulate|simule[rz]?|simulons|chaine|model chain|cascade|dam[- ]break|rupture de barrage)\b"
)
_SIMULATION = Pattern(
    r"\b(?:stream ?flow|flow|discharge|flood|runoff|inundation|hydrological|hydraulic) simulations?\b|"
    r"\bsimulations? (?:of |de |du |des |d'|hydro\w+ )(?:the |la |le |l')?(?:stream|flow|discharge|flood|runoff|debits?|crues?|inondations?|ecoulement|submersion)|"
    r"\b(?:wrf|regcm\w*|dynamical(?:ly)?|dynamique) (?:downscal\w+|simulat\w+|runs?)\b|\b(?:downscal\w+|simulat\w+) (?:with|using|by|avec )*wrf\b|\bdynamiquement\b.{0,60}\bechelle\b|\bechelle\b.{0,60}\bdynamiquement\b|\bdescente d'echelle dynamique\b|"
    r"\brupture d(?:e|u|'un|es) (?:barrage|digue)s?\b|\b(?:rupture|breach|failure|collapse|bursting) of (?:the |an? )?(?:[\w-]+ ){0,3}?(?:dam|levee|dyke|dike)\b|\b(?:dam|levee|dyke) (?:break|breach|failure|collapse)\b"
)
_MODELLING = Pattern(
    r"\b(?:hydro(?:log\w+|dynam\w+)|hydraul\w+|rainfall[- ]runoff|flood|river|stream ?flow) (?:simulation|modell?ing|(?:model )?runs?)\b|\b(?:modelisation|simulation|passage de modele) (?:hydro\w+|hydraul\w+|pluie-debit|d(?:e|u|es) (?:la |le |l')?(?:crues?|debits?|ecoulements?))\b|"
    r"\b(?:debit|ecoulement|crue|discharge|streamflow|flow|runoff)s? [^.;?!]{0,40}\b(?:simule|modelise|simulated|modelled|modeled)e?s?\b"
)
# "route the flood with a hydraulic model", "propage la crue avec un modèle hydraulique": by what it is to be had
_BY_A_MODEL = Pattern(
    r"\b(?:with|using|through|by|avec|dans|par|a l'aide d'|au moyen d')(?: |(?<='))(?:an? |une? |the |le |notre |our |mon |my )?(?:(?:hydraulic|hydrodynamic|hydrolog\w+|rainfall[- ]runoff|flood[- ]routing|inundation) models?|modeles? (?:hydraulique|hydrodynamique|hydrologique|pluie-debit|d'inondation|de propagation))\b"
)
# what is only supposed: "if rain went up 20 %", "what would a dam failure do"
_HYPOTHETICAL = Pattern(
    r"\b(?:if|should|suppose|supposing|imagine|say|assuming|in case)\b.{3,80}\b(?:would|could|broke|burst|failed|collapsed|gave way|went|rose|fell|were|was to|doubled|increased|decreased|dropped|breaks|bursts|fails|collapses|gives way)\b|\b(?:would|could)\b.{3,80}\b(?:respond|react|behave|do|reach|flood|go|spread|give|yield|produce|predict|show|say|look|if)\b|"
    r"\b(?:si|s'ils?|au cas ou|imagine|suppos\w+|admettons)\b.{3,80}\b\w+(?:ait|aient|edait|ompait)\b|\b\w{2,}rai(?:t|ent)\b"
)
_BREACH = Pattern(
    r"\b(?:dam|levee|dyke|dike|barrage|digue|retenue)s?\b[^.;?!]{0,40}\b(?:br(?:oke|eak\w*|each\w*)|burst\w*|fail\w*|collaps\w*|gave way|gives? way|ced(?:e|ait|erait|er)|romp\w*|lach\w*|effondr\w*|ruptur\w*)\b|"
    r"\b(?:rupture|breach|failure|collapse|bursting|effondrement) (?:of|d)[^.;?!]{0,30}\b(?:dam|levee|dyke|dike|barrage|digue)s?\b|\b(?:dam|levee|dyke) (?:break|breach|failure|collapse)\b"
)
# "si le barrage a cédé le 6 juin": it did, and what came of it is asked; "s'il avait cédé" supposes
_GAVE_WAY = Pattern(
    r"\b(?:dam|levee|dyke|dike|barrage|digue|retenue)s?\b[^.;?!,]{0,40}\b(?:(?:a|ont|s'est|se sont)(?:-t-(?:il|elle))? (?:\w+ )?(?:cede|lache|romp|effondr|rupture)\w*|has (?:\w+ )?(?:broken|burst|failed|collapsed|given way))\b|"
    r"\b(?:given|seeing|now|considering) that\b|\b(?:puisque|etant donne que|sachant que|maintenant que|vu que)\b"
)
# "does anybody run an ice-sheet model", "which groups ran ISMIP6": what others did is looked for
_RUN_BY_OTHERS = Pattern(
    r"\b(?:do|does|did|has|have) (?:anybody|anyone|someone|somebody|any (?:\w+ )?(?:groups?|centres?|centers?|teams?|institut\w+|modell?ers?)) (?:ever |already |else )?(?:run|ran|done|simulat\w+|model\w*)\b|"
    r"\b(?:who|which (?:\w+ )?(?:groups?|centres?|centers?|teams?|institut\w+|lab(?:oratorie)?s?|laboratory|organi[sz]ations?|agenc(?:y|ies))) (?:has |have |had |did )?(?:runs?|ran|simulat\w+|done)\b|"
    r"\b(?:quelqu'un|quelque equipe|une equipe|qui|quel(?:le)?s? (?:\w+ )?(?:groupes?|centres?|equipes?|institut(?:ion)?s?|labo(?:ratoire)?s?|organismes?|organisations?|agences?)(?: de (?:modelisation|recherche))?) (?:(?:a|ont)(?:-t-(?:il|elle)|-ils|-elles)? (?:deja |jamais )?)?(?:fai(?:t|sait)(?:-il)? tourner|font(?:-(?:ils|elles))? tourner|simule(?:nt)?|execute(?:nt)?|lance(?:nt)?|realise(?:nt)?|modelise(?:nt)?|tourne)\b"
)
_SUPPOSED = Pattern(r"^\W*(?:what[ -]if|et s(?:i|'ils?)|suppose|assum\w+)\b")
_MODELLED = Pattern(r"\b(?:simul\w*|model\w*|run|what if|et si|hypothe\w*|chaine?|hydraul\w*)\b")
_KEPT = Pattern(
    r"\b(?:hindcasts?|reforecasts?|outputs?|results?|archives?|retroprevisions?|reprevisions?|sorties|resultats?)\b"
)
DYNAMICAL = frozenset({"hydrological", "hydraulic", "framework", "dynamical"})


def is_simulation(r: Reading) -> bool:
    c = r.cues
    if ran_by_others(r) or (c.which_data and c.data and r.facets and not r.located):
        return False
    kept = c.data or bool(_KEPT.search(r.utterance.folded))
    if c.find and kept and not (c.run or c.simulate):  # "find the WRF data of Quebec": runs that are there
        return False
    if r.named.model_kinds & DYNAMICAL:
        supposed = _SUPPOSED.match(r.utterance.folded) or _HYPOTHETICAL.search(r.utterance.folded)
        return not c.question or c.run or c.simulate or bool(supposed) or _yields(r)
    if supposes_breach(r):
        return True
    learnt = "ml" in r.named.model_kinds or (r.collections and imagery(r))
    if not learnt and _MODEL_RUN.search(r.utterance.folded):
        return not _INFERS.search(r.utterance.folded)
    if _BY_A_MODEL.search(r.utterance.folded) and not (c.question or c.which_data or c.scenes or c.compare):
        return True
    if c.before_after and not _MODELLED.search(r.utterance.folded):  # a dam that broke is an event
        return False
    if _DRIVEN.search(r.utterance.folded) and not (c.question or c.which_data):
        return True
    if _SIMULATION.search(r.utterance.folded) and not (c.question or c.which_data or r.facets or c.scenes):
        return True
    if _MODELLING.search(r.utterance.folded) and not (c.meaning or c.what_is or c.how_to or c.which_data or c.scenes):
        return not r.facets or bool(r.located)
    return c.simulate and bool(_SIMULATING.search(r.utterance.folded)) and not c.which_data


def _yields(r: Reading) -> bool:
    """ "What flow does GR4J give for the Loire in 2003?": a figure of some time that only a run of the model gives."""
    wanted = bool(r.quantities or r.phenomena) and bool(r.targets) and bool(r.located)
    return wanted and not (r.cues.match or r.cues.compare)


# "start the training once you have 500", said as an order
_TRAINS = Pattern(
    r"(?:^|[.!?;:,] )\W{0,9}(?:(?:please|then|and|so|now|can you|could you|peux-tu|pouvez-vous|puis|ensuite|et|alors) )*"
    r"(?:(?:start|begin|launch|kick off|initiate|lance[rz]?|lancons|demarre[rz]?|commence[rz]?|entame[rz]?|debute[rz]?|fai[st]) (?:with )?(?:the |a |an |another |la |le |l'|un |une )?(?:re-?)?(?:training|entrainement|apprentissage)|(?:re-?)?(?:train|entraine[rz]?) (?:the|a|an|my|our|it|le|la|un|une|mon|notre)\b)"
)


def orders_training(r: Reading) -> bool:
    """Whether a training is ordered in so many words, whatever is asked beside it."""
    return bool(_TRAINS.search(r.utterance.folded))


def ran_by_others(r: Reading) -> bool:
    """ "Who ran a regional model over Africa in CORDEX?": runs that others made are looked for, none is wanted."""
    return bool(_RUN_BY_OTHERS.search(r.utterance.folded))


def supposes_breach(r: Reading) -> bool:
    """ "What if the dam broke": what a dam or a levee would do that gives way."""
    folded = r.utterance.folded
    if r.targets and not future(r) and _GAVE_WAY.search(folded):
        return False
    return bool(_BREACH.search(folded) and _HYPOTHETICAL.search(folded))


def is_training(r: Reading) -> bool:
    """Whether a machine-learning model is to be trained, or labels for one gathered."""
    return r.cues.train_verb and not (r.cues.which_data and r.cues.find)
