"""Whether two things are set against each other, and along which axis: scenarios, sources, places, periods, observations, methods."""

from __future__ import annotations

import re
from datetime import date

from conductor.composer.reading import Reading
from conductor.composer.text.calendar_words import fold
from conductor.composer.wish.changing import two_dates
from conductor.composer.wish.choosing import TWO_SEASONS, chooses, set_beside
from conductor.composer.wish.matter import future, imagery
from connectors.vocabulary.collections import collection
from connectors.vocabulary.patterns import Pattern

_OUTRIGHT = Pattern(
    r"\b(?:compare(?!d)[rz]?|compared(?=\W*$|[.?!;])|compares(?! (?:a|aux?|avec)\b)|comparing|comparisons?|comparaisons?|comparatifs?|comparons|"
    r"contrast(?:ing)?|confront\w*|se compar\w+|beside (?:that|those) of|next to (?=ssp|rcp)|put .{3,40} next to|(?:mets?|mettez|mettre|mettons|place[rz]?|pose[rz]?) .{3,60} a cote d(?:es?|u)?|face a(?:ux|u)? (?:celle|celui|ceux|celles)(?: de)?|separates? .{2,40} from|versus|vs|(?<=[\w)] )(?:v(?=\.? [a-z])|c(?=\. [a-z]))|(?<!set )against|contre|side[- ]by[- ]side|cote a cote|(?:next to|beside) (?:each other|one another)|l'une? a cote de l'autre|l'une? en (?:face|regard) de l'autre|a cote d(?:e |u |es )(?=ssp|rcp)|head[- ]to[- ]head|"
    r"(?:mets?|mettez|mettons|mettre|mise?s?) (?:en (?:regard|contraste|perspective|balance)|face a face|(?:dos|tete|bout) a (?:dos|tete|bout))|en contraste\b|en vis-a-vis|en parallele\b|oppose[rz]?(?= .{2,60} (?:et|a|aux?) )|opposed to)\b"
)
_SET_BESIDE = Pattern(
    r"\b(?:bias(?:es)?|biais|agreement (?:between|with)|(?:dis)?agrees? (?:with|on)|do(?:es)? .{1,80} agree\b|match(?:es)? (?=\w)|consistent with|accord entre|concord\w*(?:-(?:t-)?(?:il|elle)s?)?(?: bien| mal)? avec|compared? (?:to|with|against)|comparee?s? (?:a|aux?|avec)|set against|d'accord avec|s'accord\w+(?:-(?:t-)?(?:il|elle)s?)?(?: bien| mal)? avec|en accord avec|coherente?s? avec|compatibles? avec les? obs\w*|in comparison (?:to|with)|en comparaison (?:de|"
    r"avec|du)|par comparaison|face a(?:ux|u)? (?!une?\b|ces?\b|cette\b|des\b)|vis-a-vis d\w+|en regard d\w+|set (?:beside|next to|alongside)|how (?:do(?:es)?|did) .{1,80} stack up|(?:give|show|have|donn\w+|montr\w+|ont|presentent|indiqu\w+|affich\w+|trouv\w+|annonc\w+|find|report|yield|tell us)(?:-ils|-elles)? (?:(?:pas|bien|toujours|vraiment|not|really|always|exactly|all|both|us|exactement|tous|toutes) ){0,2}(?:the same|la meme|le meme|les memes|similar|des \w+ similaires)|rapport[e]?s? (?:a|aux?) ceux d\w+)\b"
)
_SAME_PLACE = Pattern(
    r"\b(?:the same (?:region|place|area|location|city|lake|spot)s?|(?:la|le|au|les) memes? (?:region|lieu|endroit|zone|ville|lac)s?)\b"
)
# "1981-2010 vs 2041-2070": the dates themselves are opposed
_DATES_OPPOSED = Pattern(
    r"(?:\d{4}s?|now|today|mid-?century)\s*(?:vs\.?|versus|against|compared (?:to|with)|contre)\s*(?:the |les annees |early |late |mid-)?(?:\d{4}|[a-z]{3,9} \d{4}|mid-?century|end of)"
)
_JUDGED = Pattern(
    r"^\W*(?:please |can you |could you |peux-tu |pouvez-vous )?(?:evaluate|validate|verify|benchmark|check|assess|test|evalue[rz]?|valide[rz]?|verifie[rz]?|teste[rz]?)\b"
)
_DIFFERENCE = Pattern(
    r"\b(?:differences? (?:maps?|plots?|fields?|series) (?:between|of)|cartes? des? (?:differences?|ecarts?) entre|differences? (?:(?:there is |there would be |that exists )?between|in .{1,60} between|of .{1,60} between)|differences? (?:de .{1,60} )?entre|"
    r"ecarts? (?:de .{1,60} )?entre|(?:gap|spread) (?:(?:in|of) .{1,40} )?between|differs? (?:between|from)|quel(?:le)? (?:(?:est |sera(?:it)? )?(?:l'|la |le )?)?(?:ecart|difference)|what(?:'s| is| will be| would be| was)? (?:the )?(?:gap|difference)|how different\b|differe\w* (?:entre|de))\b|\bhow (?:they|these|those|the two|both|it) (?:differ|diverge|compare)s?\b|\bhow (?:(?:much|far|widely|strongly|badly|greatly) )?(?:do|"
    r"does|did|would|will) .{1,90}\b(?:differ|diverge|depart|deviate|(?:drift|come|draw|move|lie|grow|spread) apart|part ways)\b|\bhow (?:they|these|those|both|the (?:two|three|2|3)(?: \w+)?) differ\b|\b(?:comment|en quoi|de combien|a quel point|dans quelle mesure|jusqu'(?:ou|a quel point)) (?:.{1,90}\b)?(?:differ(?:e|ai|era)\w*|diverg(?:e|ai)\w*|se (?:distingu|separ|demarqu)\w*|s'(?:eloign|ecart)\w*)"
)
_CHOICE = Pattern(
    r"\b(?:lequel|laquelle|which(?: one)?)\b.{0,30}\b(?:meilleure?|better|best|preferable|most accurate)\b"
)
# "January 2026 relative to January 2025": one short time against another; a long normal is only a baseline
_BASED = Pattern(r"\b(?:par rapport a(?:ux?)?|relative(?:ly)? to|rel\.? to|vis-a-vis d\w+)\b")
# Names of methods for the same thing, a family a line: evapotranspiration, trends, drought, extremes, downscaling, classifiers.
_METHOD = Pattern(
    r"\b(penman(?:[- ]?monteith)?|hargreaves(?:[- ]?samani)?|thornthwaite|priestley[- ]?taylor|baier[- ]?robertson|mcguinness(?:[- ]?bordne)?|turc|blaney[- ]?criddle|fao[- ]?56|"
    r"theil[- ]?sen|sen's slope|mann[- ]?kendall|ols|least squares|moindres carres|regression lineaire|linear regression|"
    r"spi|spei|pdsi|gev|gumbel|gpd|generalized pareto|weibull|pot|peaks?[- ]over[- ]threshold|block maxima|maxima annuels|"
    r"quantile mapping|delta (?:method|change)|methode des deltas?|qdm|bcsd|loca|dqm|eqm|mbcn|bias correction|correction de biais|"
    r"random forests?|forets? aleatoires?|u-?net|svm|xgboost|gradient boosting|resnet|otsu|k-?means|maximum likelihood|maximum de vraisemblance|"
    r"bilinear|bilineaire|nearest[- ]neighbou?r|plus proche voisin|conservative|conservatif|kriging|krigeage|idw|sen2cor|maja|s2cloudless|fmask)\b"
)
# a bias that is taken away is a treatment, not a comparison
_CORRECTED = Pattern(
    r"\b(?:bias[- ]?(?:correct|adjust)\w*|(?:correct|adjust|remov)\w* (?:for |of |the |its |their |model )*bias\w*|corrig\w* (?:d[eu]s? |de leurs? |le |les |ses |leurs? )?biais|correction d(?:e|u|es) biais|debiais\w*|sans biais)\b"
)
# "the models' warm bias", "CMIP6 est trop humide", "do models underestimate": held against what was observed, though it goes unnamed
_TEMPER = r"(?:warm|hot|cold|cool|wet|dry|moist|rainy|cloudy|snowy|windy|stormy|weak|strong|salty|fresh|chaud|froid|humide|sec|seche|pluvieux|pluvieuse|nuageux|venteux|sale|faible|fort)e?s?"
_FAULTED = Pattern(
    rf"\b(?:{_TEMPER}|positive|negative|systematic|known|model|temperature|precipitation|rainfall|sst|radiation)[- ]bias(?:es)?\b|\bbias(?:es)? (?:of|in) (?:the |these |those |our )?(?:[\w-]+ )?(?:models?|cmip\d|cordex|ensembles?|simulations?|runs)\b|"
    rf"\bbiais (?:{_TEMPER}|positifs?|negatifs?|systematiques?|connus?|thermiques?|pluviometriques?|de (?:temperature|precipitations?|pluie|rayonnement))\b|\bbiais d(?:es?|u) (?:[\w-]+ )?(?:modeles?|cmip\d|cordex|ensembles?|simulations?)\b|"
    r"\b(?:under|over)-?estimat(?:e[sd]?|ing)\b|\b(?:sous|sur)-?estim(?:e|es|ent|ait|aient|er|ant)\b"
)
_TOO = Pattern(
    rf"\b(?:is|are|run|runs|was|were|est|sont|etait|etaient)(?:-(?:il|elle)s?)? [^.;?!]{{0,60}}?\b(?:too|trop) {_TEMPER}\b(?! (?:for|to|pour)\b)|\b(?:models?|modeles?|cmip\d|cordex|ensemble) (?:[\w-]+ )?(?:too|trop) {_TEMPER}\b(?! (?:for|to|pour)\b)"
)
# what measures on the spot
_ON_SITE = r"stations?|(?:rain |tide |stream |snow |river )?gauges?|buoys?|soundings?|radiosondes?|bouees?|maregraphes?|pluviometres?|anemometres?|thermometres?|radiosondages?"
_GAUGED = Pattern(rf"\b(?:{_ON_SITE})\b(?! (?:spatiale|de ski|service)|s? (?:of the cross|spatiale))")
# "ERA5 and JRA-55 against our stations"; "I can't tell from my stations" sets nothing beside them
_HELD_TO_GAUGES = Pattern(
    rf"\b(?:against|versus|vs\.?|than|to|match(?:es)?|with|and|contre|avec|aux?|des?|et|que)(?: the| my| our| local| les| mes| nos| leurs?| in situ)* (?:{_ON_SITE})\b|, (?:the |my |our |les |mes |nos )*(?:{_ON_SITE})\b(?= (?:and|or|et|ou)\b)"
)
_CANNOT_TELL = Pattern(
    rf"\b(?:can't|cannot|can not|could(?:n't| not)|unable|don't|do not|no way|hard to|n'arriv\w*|ne (?:peux|peut|pouvons|sais|savons|vois|parviens)|impossible|difficile)\b[^,.;?!]{{0,50}}\b(?:{_ON_SITE})\b|"
    rf"\b(?:{_ON_SITE})\b[^,.;?!]{{0,20}}\b(?:can't|cannot|don't|do not|are not|aren't|is not|too|ne|n'|trop)(?:\b|(?<='))"
)
_NOUNS = (
    ("scenarios", r"scenarios?|pathways?|ssps?|rcps?|trajectoires?"),
    (
        "sources",
        r"models?|modeles?|data ?sets?|jeux(?! olympiques)|bases de donnees|reanalys[ei]s|reanalyses|sources|products?|produits?|sensors?|capteurs?",
    ),
    ("observations", rf"observations?|observed|observes?|obs|{_ON_SITE}"),
    ("methods", r"methods?|methodes?|algorithms?|algorithmes?|techniques?"),
    ("places", r"cities|villes|countries|pays|regions?|places|lieux|basins?|bassins?"),
    ("periods", r"periods?|periodes?|decades|decennies|years|annees|seasons|saisons|normals|normales|dates"),
)


# "compare them", "la différence entre les deux": of things that were named before, or nowhere
_THEM = r"(?:them|they|(?:these|those)(?: (?:two|three|both))?|both|it|the (?:two|three|others?|rest|results?)(?: of them)?|both of (?:them|these|those)|les (?:deux|trois|autres)|ces (?:deux|trois)(?:-la)?|ceux-(?:ci|la)|celles-(?:ci|la)|tous les (?:deux|trois)|toutes les (?:deux|trois)|l'une? (?:et|a) l'autre|ca|cela|eux|elles|entre (?:eux|elles))"
_UNNAMED = Pattern(
    rf"^\W*(?:(?:so|and|but|ok|et|mais|alors|donc)\W+)?(?:what(?:'s| is| are) the differences?|quelle(?:s)? (?:est|sont|serai(?:t|ent)) (?:la|les) differences?|(?:ou|en quoi) est la difference)\W*$|"
    rf"\b(?:(?:compare[rz]?|comparing|comparison of|contrast|confronte[rz]?|(?:put|set|place|show) {_THEM} (?:side by side|next to each other)|(?:met(?:s|tez|tre)|place[rz]?|montre[rz]?|pose[rz]?)(?:-l[ae]s| {_THEM}) (?:cote a cote|en (?:regard|parallele|vis-a-vis)|face a face)|oppose[rz]?(?:-les| {_THEM})|comparaison d(?:e|es)|comparons)(?:-l[ae]s?|[- ]?(?:{_THEM}))*|les (?:comparer|confronter)|"
    rf"(?:differences?|gap|ecarts?|comparison|comparaison) (?:between|entre) {_THEM}|how (?:do|did|would|will) {_THEM} (?:compare|differ)|(?:comment|en quoi|de combien) (?:se comparent|different|se distinguent)-(?:ils|elles)|comment (?:cela|ca|ceci|il|elle|ils|elles) se compare\w*(?:-(?:t-)?(?:il|elle)s?)?)"
    r"(?: (?:please|thanks?|for me|s'il (?:te|vous) plait|stp|svp|merci|side by side|cote a cote|to each other|with each other|with one another|against each other|together|ensemble))*\W*$"
)

# "which of them is the warmest?"
_WHICH_ONE = Pattern(
    r"^\W*(?:(?:and|so|et|alors) )?(?:(?:which|what)(?: one)?|lequel|laquelle|lesquel(?:le)?s|qui)(?: (?:of|d'entre|des|parmi) (?:the )?(?:them|these|those|two|three|all|both|eux|elles|deux|trois)(?: (?:regions?|places?|cities|towns|countries|lakes|villes?|pays|lieux|lacs))?)? (?:is|are|was|were|will be|has been|est|sont|etait|etaient|sera|seront|fut) (?:the |le |la |les )?(?:\w{3,}er|\w{3,}est|more \w+|most \w+|less \w+|least \w+|(?:plus|moins) \w+|pires?|worst|worse|best|better|meilleure?s?)\W*$"
)
# "compare this year with the previous one"
_WITH_THE_LAST = Pattern(
    r"\b(?:this|the current|cet(?:te)?|ce|l[ae]) ?(?:year|month|week|season|summer|winter|spring|autumn|annee|mois|semaine|saison|ete|hiver|printemps|automne)(?: en cours| actuel\w*)? (?:with|to|and|against|a|avec|et|au) (?:the |la |le |l'|celle |celui )?(?:last|previous|preceding|one before|year before|precedente?|dernier\w*|passe\w*|d'avant|anterieure?|an dernier|annee (?:derniere|passee|precedente))\b"
)


# "comparé à 1971-2000" names a baseline, where "compare" asks
_COMPARED_TO = Pattern(
    r"\b(?:comparée?s?|comparees?)(?= (?:à|a|aux?|avec)\b)|(?<=[\w,] )compares?(?= (?:a|aux?) (?:la (?:periode|normale|moyenne) |\d{4}))",
    re.IGNORECASE,
)
# "frost days in 2041-2060, compared with 1991-2020"
_TO_A_NORMAL = Pattern(
    r"\bcompar(?:ed?|ee?s?) (?:to|with|against|a|aux?|avec) (?:(?:the|la|le|les|annees|years|period|periode|normals?|normale|baseline|reference|de) )*(?=(?:19|20)\d\d ?(?:-|to|a) ?(?:19|20)\d\d)"
)


def contrast(reading: Reading) -> str | None:
    """The axis of an explicit comparison, or None where nothing is set against something else."""
    folded, cues = reading.utterance.folded, reading.cues
    outright = bool(_OUTRIGHT.search(fold(_COMPARED_TO.sub("", reading.utterance.text))))
    if _imaged_difference(reading, outright=outright) or _corrects(reading, outright=outright):
        return None
    if cues.compare and _WITH_THE_LAST.search(folded):
        return "periods"
    than = cues.than and (cues.comparative or cues.difference)
    beside = _set_beside(reading) or bool(_DIFFERENCE.search(folded)) or than
    beside = (
        beside or _is_faulted(reading) or bool(_BASED.search(folded) and not reading.references and _observed(reading))
    )
    judged = bool(_JUDGED.match(folded))
    if judged and len(reading.collections) + len(reading.facets.get("source_id", ())) > 1:
        return _observed(reading) or "sources"
    if (cues.match or judged) and (axis := _observed(reading)) and (cues.question or outright or beside or judged):
        return axis
    chosen = chooses(reading)
    if not outright and not beside and not chosen:
        return "periods" if _BASED.search(folded) and _alike(reading) else None
    told = bool(_SAME_PLACE.search(folded) or _DATES_OPPOSED.search(folded)) or (
        bool(reading.references) and bool(_SET_BESIDE.search(folded))
    )
    dated = _periods(reading, outright=outright or set_beside(reading), than=than or chosen)
    axis = (dated if told else None) or _counted(reading) or dated
    axis = (
        axis
        or ("periods" if TWO_SEASONS.search(folded) else None)
        or (_methods(folded) if outright or beside else None)
    )
    if axis or not outright or re.search(r"\b(?:against|contre)\b", folded):
        return axis
    if _CHOICE.search(folded):
        return "methods"
    return next((name for name, noun in _NOUNS if re.search(rf"\b(?:{noun})\b", folded)), None)


def _corrects(reading: Reading, *, outright: bool) -> bool:
    """A bias is taken away, and it is not asked which of two methods does it better."""
    folded = reading.utterance.folded
    weighed = reading.cues.compare or (outright and _methods(folded) is not None)
    return bool(_CORRECTED.search(folded)) and not weighed


def _set_beside(reading: Reading) -> bool:
    """Whether words set one thing beside another; a normal that what is to come is counted from is none of them."""
    folded = reading.utterance.folded
    if _SET_BESIDE.search(folded) is None:
        return False
    counted = future(reading) and len(reading.references) == 1 == len(reading.targets) and len(reading.experiments) < 2
    return not counted or bool(_SET_BESIDE.search(_TO_A_NORMAL.sub(" ", folded)))


def possible_axis(reading: Reading) -> str | None:
    """Of what the reading holds two, that a comparison could set against each other."""
    return _counted(reading) or ("periods" if len(reading.periods) > 1 else None)


def _imaged_difference(reading: Reading, *, outright: bool) -> bool:
    """Images of two dates subtracted show a change; nothing is set against something else."""
    seen = imagery(reading) or bool(reading.phenomena) or any(q.spectral_index for q in reading.quantities)
    words = reading.utterance.folded
    return (
        seen
        and not outright
        and reading.cues.difference
        and not _SET_BESIDE.search(words)
        and two_dates(reading)
        and not reading.cues.than
    )


def unnamed(reading: Reading) -> bool:
    """Whether a comparison is asked for of things that the text does not name."""
    folded, cues = reading.utterance.folded, reading.cues
    named = reading.located or reading.periods or reading.months or reading.facets or reading.collections
    if named or reading.models:
        return False
    if cues.question and _WHICH_ONE.match(folded):
        return True
    asked = (cues.compare or cues.difference) and not reading.fills
    return asked and bool(_UNNAMED.search(folded))


def _observed(reading: Reading) -> str | None:
    """A model set beside what was measured."""
    measured = any(collection(name) for name in reading.collections)
    modelled = bool({"source_id", "experiment_id", "mip_era"} & set(reading.facets)) or bool(
        re.search(r"\b(?:models?|modeles?|simulations?)\b", reading.utterance.folded)
    )
    told = bool(
        re.search(
            r"\b(?:observations?|observed|obs|e-?obs|stations?|gauges?|mesures|observe\w*)\b", reading.utterance.folded
        )
    )
    analysed = any((entry := collection(name)) and entry.sensor == "reanalysis" for name in reading.collections)
    gauged = analysed and _GAUGED.search(reading.utterance.folded) and not _gauges_aside(reading)
    faulted = len(reading.collections) < 2 and _is_faulted(reading)
    held = modelled and (measured or told or faulted)
    return "observations" if held or gauged or (analysed and faulted) else None


def _is_faulted(reading: Reading) -> bool:
    """Whether what is simulated is said, or asked, to be wrong one way."""
    folded = reading.utterance.folded
    return bool(_FAULTED.search(folded) or _TOO.search(folded))


def _gauges_aside(reading: Reading) -> bool:
    """Two sources are named, and stations are only told of."""
    folded = reading.utterance.folded
    held = _HELD_TO_GAUGES.search(folded) and not _CANNOT_TELL.search(folded)
    return len(reading.collections) > 1 and not held


def _counted(reading: Reading) -> str | None:
    if len(reading.experiments) >= 2:
        return "scenarios"
    apart = ("except", "border_between") if reading.cues.which_of else ("except", "border_between", "between")
    places = [p for p in reading.real_places if p.relation not in apart]
    if len(places) >= 2 and len({(p.name, p.relation) for p in places}) >= 2 and _joined(reading):
        return "places"
    if axis := _observed(reading):
        return axis
    sources = len(reading.collections) + len(reading.facets.get("source_id", ()))
    if (
        sources >= 2
        or len(reading.named.platforms) >= 2
        or len(reading.facets.get("institution_id", ())) >= 2
        or len(reading.facets.get("mip_era", ())) >= 2
    ):
        return "sources"
    if len(reading.facets.get("project", ())) and len(reading.facets.get("mip_era", ())):
        return "sources"
    return "methods" if len(reading.processes) >= 2 or len(reading.models) >= 2 else None


def _joined(reading: Reading) -> bool:
    """Two places that are no pair of a place and what holds it."""
    names = [located.place for located in reading.located]
    return len({place.country for place in names}) >= 1


_CONTRASTED = Pattern(
    r"\b(?:compare(?!d\b)[rz]?|comparing|comparisons?|comparaisons?|comparons|contrast\w*|confront\w*|side by side|cote a cote)\b"
)


def _periods(reading: Reading, *, outright: bool, than: bool) -> str | None:
    """Two periods are compared; a long baseline beneath a value is only its reference."""
    if len({p.warming_level for p in reading.periods if p.warming_level}) > 1 and (outright or than or _apart(reading)):
        return "periods"
    dated = [p for p in reading.periods if p.start and p.end]
    if len(dated) < 2:
        return None
    if outright and not own_baseline(reading):
        return "periods"
    longest = max((date.fromisoformat(p.end) - date.fromisoformat(p.start)).days for p in dated if p.start and p.end)
    if than and not future(reading):
        return "periods"
    return "periods" if longest < 800 and (than or reading.references) else None


def _apart(reading: Reading) -> bool:
    """Whether how far two things lie apart is asked: "how do heat waves differ at 1.5 °C and at 3 °C"."""
    return bool(_DIFFERENCE.search(reading.utterance.folded) or _SET_BESIDE.search(reading.utterance.folded))


# "against the 1961-1990 normal", "vs its own mean": held against a norm, which no second time is
_AGAINST_A_NORM = Pattern(
    r"\b(?:against|versus|vs\.?|face a(?:u|ux)?|contre|next to|compar(?:ed|ee?s?) (?:to|with|a|au|aux|avec)|par rapport a(?:u|ux)?|relative to|en regard d[eu]) "
    r"(?:(?:the|its|their|his|her|own|long-term|climate|reference|sa|son|ses|leurs?|la|le|les|propres?|de|d'|des|periode|period|\d{4}) ?|l'|\d{4} ?(?:-|to|a) ?\d{4} )*(?:normale?s?|norms?|averages?|means?|baselines?|climatolog\w+|moyennes?|references?)\b"
)


def own_baseline(reading: Reading) -> bool:
    """ "How much wetter will it be in 2071-2100 vs 1991-2020": a change to come is counted from its own baseline."""
    if len(reading.references) == 1 == len(reading.targets) and _AGAINST_A_NORM.search(reading.utterance.folded):
        return not _CONTRASTED.search(reading.utterance.folded)
    told = reading.utterance.folded
    asked = reading.cues.how_much or re.search(r"\b(?:chang\w*|delta|de combien|evolutions?|variations?)\b", told)
    beside = re.search(r"\b(?:compar\w*|contrast\w*|confront\w*|side by side|cote a cote)\b", told)
    if "anomaly" in reading.statistics and not beside and len(reading.references) == 1:
        return True
    if beside or not future(reading) or not len(reading.references) == 1 == len(reading.targets):
        return False
    return bool(asked) or not _DATES_OPPOSED.search(told)


def _alike(reading: Reading) -> bool:
    """Two past times as long as each other, and short: a month and the same month of another year."""
    dated = [p for p in reading.periods if p.start and p.end]
    if len(dated) != 2 or future(reading):
        return False
    days = [(date.fromisoformat(p.end) - date.fromisoformat(p.start)).days for p in dated if p.start and p.end]
    return abs(days[0] - days[1]) <= (31 if max(days) > 100 else 2) and max(days) < 800  # a year under way beside one


def _methods(folded: str) -> str | None:
    """Two methods named for the same thing."""
    return "methods" if len({match[1][:6] for match in _METHOD.finditer(folded)}) > 1 else None
