"""Whether an explanation is wanted: of words, data, methods, science or this service, rather than data themselves."""

from __future__ import annotations

import re
from collections.abc import Callable

from conductor.composer.reading import Reading
from conductor.composer.wish.able import asks_whether_it_forecasts
from conductor.composer.wish.changing import two_dates
from conductor.composer.wish.drift import over_years
from conductor.composer.wish.model_search import seeks_model
from conductor.composer.wish.offered import asks_what_there_is
from conductor.composer.wish.running import orders_training, ran_by_others, supposes_breach
from connectors.vocabulary.patterns import Pattern

_IN_GENERAL = Pattern(
    r"\b(?:en general|in general|usually|typically|normally|d'habitude|generalement|faut-il|do (?:i|we|you) need|does one need|(?:is|are) (?:usually )?(?:needed|required|enough|necessary)|(?:est|sont|seraient)(?:-(?:ils|elles))? (?:necessaires?|requise?s?)|il faut\b.{3,60}\bpour (?:re-?)?entrain\w*|should (?:i|one))\b"
)
# two words told apart, what a computation needs, what follows from what: of no place and no figures
_TOLD_APART = Pattern(
    r"^\W*(?:(?:what(?:'s| is| are) (?:the )?|quelles? (?:est |sont )?(?:la |les )?)differences? (?:(?:y a-t-il|existe-t-il|fait-on|faites-vous|faut-il faire) )?(?:between|entre)|what (?:distinguishes|sets) |how (?:does|do|is|are) [^?.!]{2,50} differ(?:s|ent)? from|qu'est-ce qui (?:distingue|differencie|separe) |en quoi [^?.!]{2,50} (?:differe|se distingue)\w*)"
)
_WHAT_IT_TAKES = Pattern(
    r"^\W*(?:what (?:would|does|will|do|might) it take to\b|what (?:\w+ ){0,2}?(?:do|would|will|does) (?:you|it|one|we|i) (?:need|require)\b|que faut-il (?:donc )?(?:pour|fournir|prevoir)\b|de (?:quoi|quel(?:le)?s? \w+) (?:avez-vous|as-tu|a-t-on|faut-il|auriez-vous|avons-nous) ?besoin\b)"
)
_FOLLOWS = Pattern(
    r"^\W*(?:what happens (?:to|when|if)\b|qu'(?:arrive|advient)-t-il (?:a|au|aux|de|du|des|si|quand|lorsque)\b|que (?:se passe-t-il|devient|deviennent)\b)[^?.!]*\b(?:when|if|once|quand|si|lorsque?|une fois)\b"
)
_WHICH_IS_BEST = Pattern(
    r"\b(?:which|what|quel(?:le)?s?) (?:[\w-]+ ){0,2}(?:reanalys[ei]s|datasets?|data|sources?|ind(?:ex|ices|icators?)|products?|sensors?|satellites?|missions?|methods?|statistics?|variables?|reanalyses?|jeux? de donnees|donnees|indices?|indicateurs?|produits?|capteurs?|methodes?|"
    r"resolution|bands?|bandes?) (?:(?:is|are|would be|works?|est|sont|serait|seraient) (?:the |la |le |les )?(?:best|better|most \w+|more \w+|recommended|preferable|suited|meilleure?s?|plus (?:fiables?|adaptee?s?|appropriee?s?|precise?s?)|recommandee?s?|preferables?|adaptee?s?)|should (?:i|we|one)|dois-je|faut-il|devrais-je|utiliser|choisir|to use)\b|"
    r"^\W*(?:what(?:'s| is| are)|quelles? (?:est|sont)|quels? (?:est|sont)) (?:the |la |le |les |l')?(?:uncertaint\w+|accuracy|reliability|quality|limitations?|weaknesses|strengths|incertitudes?|fiabilite|precision|qualite|limites|biais connus|known biases) (?:of|in|de|d'|des|du)\b"
)
# "is ERA5 any good for the rain of Africa?"
_FIT_FOR = Pattern(
    r"\b(?:is|are|isn't|aren't|est|sont|est-(?:il|elle|ce que)|sont-(?:ils|elles))\b[^?.!]{0,60}\b(?:any good|(?:good|accurate|fine|reliable) enough|good|suitable|suited|reliable|trustworthy|fit|adequate|usable|useful|ok(?:ay)?|appropriate|accurate|precise|valid|"
    r"bon(?:ne)?s?|fiables?|adaptee?s?|valables?|utilisables?|utiles?|pertinente?s?|precise?s?|appropriee?s?|assez \w+) (?:for|to|over|in|at|pour|sur|en|au|aux|a|dans)\b|"
    r"\b(?:does|do|will|would|can)\b[^?.!]{1,60}\b(?:suffice|do the (?:job|trick)|suit)\b|\b(?:(?:suffi(?:t|sent|rait|raient|ra)|convien(?:t|nent|drait))(?:-(?:t-)?(?:ils?|elles?|on|ca))? (?:bien |vraiment )?(?:pour|a|en|dans|sur|comme)\b|(?:fait|font|ferait|feraient)(?:-(?:t-)?(?:ils?|elles?))? l'affaire)|"
    r"\b(?:what(?:'s| is) |qu'est-ce que |que )?(?:vaut|valent|how (?:good|accurate|reliable|precise|trustworthy|certain|uncertain|robust|well-founded) (?:is|are))\b|\ba quel point\b[^?.!]{2,60}\b(?:fiable|precis|bon|sur|juste|exact)\w*|\bquel(?:le)? est (?:la |l'|le )(?:fiabilite|precision|qualite|exactitude|justesse|incertitude|marge d'erreur)\b"
)
_POSSIBLE = Pattern(
    r"^\W*(?:can|could) (?:one|we|it|they|radar|lidar|sar|optical|satellites?|images?|imagery|sentinel\S*|landsat|modis|viirs)\b|^\W*(?:is|would) it (?:be )?(?:possible|feasible|realistic)\b|^\W*(?:does|do|can|could) (?:sentinel\S*|landsat\S*|modis|viirs|radar|sar|satellites?) \w+|"
    r"^\W*(?:peut-on|pourrait-on|est-ce qu'on peut|est-il possible|est-ce possible|(?:le |la |les )?(?:sentinel\S*|landsat\S*|modis|viirs|radar|sar|satellites?) (?:\d )?(?:peu(?:t|vent)|sai(?:t|vent)|voi(?:t|ent)|detecte(?:nt)?|mesure(?:nt)?)-(?:ils?|elles?))\b"
)
_HAS = Pattern(
    r"\b(?:hold|contain|include|carry|contien\w+|renferm\w+)s?\b|\b(?:does|do)\b.{3,60}\bhave\b|\b(?:a-t-(?:il|elle)|ont-(?:ils|elles)|possed\w+)\b"
)
_TO_ANNOTATE = Pattern(
    r"\b(?:which|what|quels?|quelles?)\b.{0,40}\b(?:label|annot|etiquet)\w*|\b(?:label|annot|etiquet)\w*.{3,120}\b(?:which|what|lesquel\w*|quel\w*)\b"
)
_HOW_ONE_TRAINS = Pattern(
    r"^\W*(?:how (?:do|does|can|could|should|would) (?:i|we|one|you)|how to|comment(?: faire pour| peut-on| puis-je| faut-il)?) (?:\w+ )?(?:re-?|fine[- ]?)?(?:train|tune|entrain)\w*|"
    r"(?:^|[.;:,!?] )\W{0,9}(?:(?:can|could|may) (?:i|we|one)|is it (?:possible|enough) to|(?:puis|pourrais|peut|pourrait|pouvons|pourrions)-(?:je|on|nous)|est-il possible d[e']) ?(?:\w+ )?(?:re-?|fine[- ]?)?(?:train|tune|entrain)\w*[^?]*\b(?:so (?:few|little)|only|that few|such|enough|si peu|seulement|aussi peu|assez)\b"
)
_YOURSELF = Pattern(
    r"\b(?:can|could|do|are) you\b.{0,60}\byourself\b|\b(?:peux-tu|pouvez-vous|sais-tu|est-ce que tu)\b.{0,60}\b(?:toi-meme|vous-meme)\b|"
    r"\b(?:something|a thing) (?:that )?you (?:do|offer|handle|can do)\W*$|\b(?:une chose|quelque chose|un truc) que (?:tu|vous) (?:fais|faites|sais faire|savez faire|peux faire|pouvez faire)\W*$"
)
# "how is a heatwave defined in the southern United States?": by whose definition, and where
BY_DEFINITION = Pattern(
    r"^\W*(?:what (?:\w+ )?(?:counts?|qualif(?:y|ies)|passes) as\b|what (?:does one|do (?:you|we|they)) call\b|(?:from|above|below|at) (?:what|which) [\w ]{2,40} (?:do(?:es)? (?:one|you|we|they)|is it) (?:speak|talk|call)|qu'est-ce qui (?:compte|passe|vaut) (?:pour|comme)\b|qu'(?:appelle|entend)-t-on\b|a partir de (?:quand|combien|quel\w*) [^?.!]{0,40}(?:parle|dit)-t-on\b|how (?:is|are|was|were|do(?:es)? (?:you|we|they|one)) .{2,70}\bdefine[ds]?\b|comment (?:definis|definit|definissez|definissent|definissons)-(?:tu|on|vous|ils|nous)\b|comment (?:est|sont) (?:defini|.{2,60}\bdefini)\w*|comment se defini(?:t|ssent)\b|"
    r"(?:what(?:'s| is| are)|quel(?:le)?s? (?:est|sont)|donne[rz]?(?:-moi)?|give (?:me )?) (?:the |la |les |l')?(?:official |exact )?(?:definitions?|criteri(?:on|a)|criteres?) (?:officiels? |officielles? )?(?:of|for|de|du|des|d'|pour)\b)"
)
# "can you work with CORDEX data?"
_HANDLES = Pattern(
    r"^\W*(?:(?:can|could|do|are) you (?:also |able to )?(?:work with|handle|support|deal with|cope with|read|understand|know)|(?:peux-tu|pouvez-vous|sais-tu|savez-vous|est-ce que (?:tu|vous) (?:peux|pouvez|sais|savez)) (?:aussi )?(?:travailler avec|gerer|prendre en charge|lire|supporter|comprendre)|"
    r"(?:geres-tu|gerez-vous|supportes-tu|supportez-vous|connais-tu|connaissez-vous|travailles-tu avec|travaillez-vous avec|lis-tu|lisez-vous))\b"
)
# "help me understand how one gets from the dark patch to the slick"
_UNDERSTAND = Pattern(
    r"\b(?:(?:help|let) (?:me|us) (?:to )?understand|(?:want|like|love|trying|try|need|hoping|struggling) to (?:better )?understand|(?:don't|do not|can't|cannot) (?:quite |really )?understand (?:how|why|what)|"
    r"aide[rz]?-(?:moi|nous) a (?:mieux )?comprendre|(?:m'|nous )aider a (?:mieux )?comprendre|(?:voudrais|aimerais|veux|voudrions|aimerions|souhait\w+|essaie|essaye|essayons|cherche|cherchons|besoin) (?:de |d'|a )?(?:bien |mieux )?comprendre|"
    r"ne comprends pas (?:bien |vraiment )?(?:comment|pourquoi|ce qu))\b"
)
_CAUSES = Pattern(
    r"\bunderstand (?:why|what (?:causes|drives|makes|explains))\b|\bcompr(?:endre|ends pas) (?:pourquoi|ce qui (?:cause|provoque|explique|pousse|rend))\b"
)
_WHY = Pattern(r"^\W*(?:why|how come|pourquoi|comment se fait-il)\b")
# "where does the gap in GRACE come from?": of a flaw of data, which comes from no place
_FLAW = (
    r"(?:trous?|lacunes?|vides?|manques?|ecarts?|biais|sauts?|ruptures?|decalages?|differences?|erreurs?|bruit|interruptions?|absences?|incertitudes?|ralentissement|rayures?|bandes?|artefacts?|"
    r"gaps?|holes?|breaks?|jumps?|bias(?:es)?|offsets?|discrepanc(?:y|ies)|noise|errors?|stripes?|artifacts?|uncertaint(?:y|ies)|slowdown|spread|drift|lack)"
)
_A_FLAW = rf"(?:(?:l[ae']s?|un|une|des?|du|ces?|cet|cette|the|this|that|these|those|an?)\b ?|[dl]')*(?:[\w'-]+ ){{0,2}}?{_FLAW}\b"
_WHENCE = Pattern(
    rf"^\W*(?:(?:and|et) )?(?:d'ou (?:vien(?:t|nent)|provien(?:t|nent)|sort(?:ent)?) {_A_FLAW}|where (?:do|does|did) (?=[^.?!]*\bcome from\b){_A_FLAW}|"
    rf"(?:what(?:'s| is| was| are)|quelle est|quelles sont) (?:the |la |les )?(?:reason|raison|cause)s? (?:for|of|behind|de|des|du|d') ?{_A_FLAW}|what (?:causes|caused|explains) {_A_FLAW}|a quoi (?:est|sont) dus? {_A_FLAW}|qu'est-ce qui (?:cause|explique) {_A_FLAW})"
)
_CLIMATE = Pattern(r"\b(?:climates?|climats?|weather|meteo)\b")  # "what's the climate like in Tbilisi?"
# how things stand somewhere: "what is the sea like off Brest?", "comment est la mer à Nice ?"
_ELEMENT = r"(?:weather|sea|ocean|water|waters|snow|ice|air|climate|temps|meteo|mer|ocean|eaux?|neige|glace|air|climat)"
_STANDS = Pattern(
    rf"^\W*(?:what|how)(?:'s| is| are| was| were) (?:the )?{_ELEMENT}(?: quality)?(?: like\b| (?:in|at|off|near|around|over|today|now)\b)|^\W*comment (?:est|sont|etait|etaient) (?:la qualite de )?(?:le |la |les |l'){_ELEMENT} (?:a|au|aux|en|sur|dans|pres|autour|du|aujourd'hui|cette|ce)\b|"
    r"\b(?:sea|ocean(?:ic)?|marine|water|weather|snow|ice) conditions\b(?! (?:needed|required|necessary|that|which|for|under|favou?r\w*|lead\w*)\b)|\bconditions (?:oceaniques|marines|meteo\w*|(?:de|en) (?:la )?mer|de neige|de glace|d'enneigement)\b(?! (?:faut|requise?s?|necessaires?|qui|pour|favorables?|propices?)\b)"
)
_TELL_ME = Pattern(
    r"\b(?:tell (?:me|us) (?:more |something |all |everything )?(?:about|of)|(?:what|anything) (?:else )?(?:can|could|do) you (?:say|tell (?:me|us)|know) (?:about|of)|(?:dis|dites)[ -](?:m'en|moi en|nous en|m'en un peu) (?:un peu )?plus\b|"
    r"parle[rz]?[- ](?:moi|nous) (?:un peu )?d[eu']|(?:que|qu'est-ce que|quoi) .{0,12}(?:peux|pouvez|sais|savez|dire|dis)\b.{0,20}\bd[eu']|en savoir (?:un peu )?plus sur|know more about|learn more about)"
)
_DEFINES = Pattern(r"^\W*(?:qu'est[- ]ce que?|c'est quoi|what(?:'s| is| are)(?: the| an?)?)\b")
# what a report says is quoted, of whatever place
_REPORT = Pattern(
    r"\b(?:ipcc|giec|ar[4-7]\b|assessment report|rapport d'evaluation|srocc|sr1\.?5|special report|rapport special|wmo|omm|unfccc|ccnucc|paper|papers|article|study|studies|literature|litterature|etude|etudes)\b"
)
_SAYS = Pattern(
    r"\b(?:quot(?:e|ing|ation)s?|cit(?:e|er|ez|ation)s?|what (?:does|do|did|has|have) .{2,60} (?:say|said|conclude|state|write|written|find|found|report)|(?:what|that) .{2,60} (?:says?|said|concludes?|states?|wrote|finds|found|reports?) (?:about|of|on)\b|(?:what|quote|cite)\b.{0,20}according to|(?:que|ce que|qu'est-ce que) (?:dit|disent|dis|conclu\w+|ecri\w+)|que (?:le|la|les) .{2,40} (?:dit|disent|conclut)|selon le giec|passages? (?:from|of|du|de)|(?:view|position|verdict|stance|assessment|conclusions?) (?:of|on|about)\b|(?:avis|position|verdict|conclusions?|constat) d(?:u|e la|e l'|es)\b|(?:ipcc|giec|wmo|omm)'s (?:view|position|verdict|stance|assessment|conclusions?))\b"
)
# what data or this service cost, whoever asks
_PRICE = Pattern(
    r"^\W*(?:how much (?:does|do|would|will|is)|what (?:does|do|would) .{2,60} cost|(?:is|are) .{2,60} free|how long (?:would|will|does|do)\b[^?]*\btake|combien de temps (?:prend\w*|faut|dure\w*) [^?]*\b(?:execution|calcul|traitement|entrainement|telechargement|simulation)|combien (?:ca |cela )?(?:coute|faut-il payer)|quel est le (?:prix|cout)|est-ce (?:payant|gratuit))"
)
_REVISIT = Pattern(
    r"\bhow (?:often|frequently) (?:does|do|is|are) .{1,60}\b(?:pass|passes|revisit|fly|flies|image[ds]?|acquire[ds]?|observe[ds]?|updated|overpass)|\b(?:a quelle frequence|tous les combien)\b .{0,60}\b(?:passe|survol\w*|revisit\w*|mis)"
)


# "is WorldCover 2020 the same algorithm as 2021?": of how two issues of one source are made
_MADE_ALIKE = Pattern(
    r"\b(?:same|identical|different) (?:algorithm|method(?:ology)?|classifier|model version|version|processing|legend|definition|class(?:es)?|product|calibration|unit|grid|resolution|sensor|nomenclature)s?\b|"
    r"\b(?:memes? )(?:algorithme|methode|methodologie|classifieur|version|traitement|legende|definition|classe|produit|calibration|etalonnage|unite|grille|resolution|capteur|nomenclature)s?\b|"
    r"\b(?:algorithme|methode|version|traitement|legende|definition|classe|produit|calibration|grille|resolution|capteur|nomenclature)s? (?:identique|differente?)s?\b"
)


def asks_how_alike(r: Reading) -> bool:
    """ "WorldCover 2020 and 2021: same method?": of no place."""
    named = r.collections or r.facets
    return bool(named and r.cues.question and not r.located and _MADE_ALIKE.search(r.utterance.folded))


# "what do oil slicks look like on Sentinel-1?"
_LOOKS = Pattern(
    r"\b(?:what|how) (?:do|does|did|would|should|might) [^.?!;]{2,60}? (?:look(?: like)?|appear|show up)\b|\b(?:a quoi|comment) (?:ressembl\w+|apparai\w+|se (?:voi|presente|distingue)\w*)"
)


def asks_looks(r: Reading) -> bool:
    """How a thing shows in images, of no place and no time."""
    return not (r.located or r.periods or r.cues.here) and bool(_LOOKS.search(r.utterance.folded))


def quotes_report(r: Reading) -> bool:
    """ "Quote me the IPCC on …", "que dit le GIEC de …": what was written, of whatever place and time."""
    folded = r.utterance.folded
    return bool(_REPORT.search(folded) and _SAYS.search(folded)) and not (r.collections or r.cues.compute)


# "does xclim have an indicator for …": what a library or this service can work out
_WORKS_OUT = r"(?:indicators?|indices|index|functions?|methods?|indicateurs?|indices?|fonctions?|methodes?)"
_HAS_ONE = Pattern(
    rf"^\W*(?:does|do|has|have|is|are) (?:there|[\w.-]+(?: \w+)?) (?:(?:have|got|include|offer|provide|contain|know|support|ship|come with|list) )?(?:an?|any|some) (?:[\w-]+ ){{0,2}}?{_WORKS_OUT} (?:for|of|that|to|on|about|in|which|based)\b|"
    rf"^\W*(?:est-ce qu(?:e |'))?(?:(?:[\w.-]+ ){{0,2}}?(?:(?:a|possede|propose|offre|contient|connait|fournit|inclut|dispose|existe|y a)-?(?:t-)?(?:il|elle)?))(?: (?:d'|de))? ?(?:un|une|des) (?:[\w-]+ ){{0,2}}?{_WORKS_OUT} (?:pour|de|du|des|d'|qui|sur|dans|base)"
)


def asks_how_one_trains(r: Reading) -> bool:
    """ "How does one train a model?", "can I train one with so few?": asked about, not ordered."""
    return bool(_HOW_ONE_TRAINS.search(r.utterance.folded))


def asks_of_a_tool(r: Reading) -> bool:
    """ "Does xclim have an indicator for the rainy season?": of no place and no time."""
    return bool(_HAS_ONE.match(r.utterance.folded)) and not (r.located or r.periods or r.collections)


# "is SSP2-4.5 more likely than SSP5-8.5?": judged, not set side by side
_LIKELIER = Pattern(
    r"\b(?:more|less|most|least|how|as|plus|moins|aussi|le plus|la plus) (?:likely|plausible|probable|realistic|credible|vraisemblable|realiste)s?\b"
)


def judges_scenarios(r: Reading) -> bool:
    """Which of two scenarios is the likelier: of no quantity and no place."""
    return bool(r.experiments and _LIKELIER.search(r.utterance.folded)) and not (r.quantities or r.located)


# "how can you estimate water stress with Sentinel-2?": by what way, wherever it is; "how did it change" asks of the thing
_HOW_ONE_DOES = Pattern(
    r"(?:^|[,;:] )\W{0,9}(?:how (?:can|could|should|do|does|would|might|to)(?: (?:you|one|we|i|people|scientists|researchers))? (?:best |usually |typically |actually )?(?:estimate|measure|monitor|map|detect|compute|calculate|track|assess|quantify|evaluate|follow|identify|spot|recogni[sz]e|derive|tell)\b|"
    r"comment (?:(?:peut-on|puis-je|pourrait-on|pourrais-je|pourrions-nous|faut-il|doit-on|dois-je|faire pour|s'y prendre pour|fait-on pour|fais-tu pour|faites-vous pour) )?(?:mieux |bien )?(?:l'|les? |la |en )?(?:estimer|mesurer|surveiller|suivre|cartographier|detecter|calculer|evaluer|quantifier|identifier|reperer|reconnaitre|deriver|deduire|distinguer)\b|"
    r"comment (?:l'|les? |la )?(?:estim|mesur|surveill|cartographi|detect|calcul|evalu|quantifi|identifi|reper)(?:e-t-on|erai[st]-(?:tu|on|je)|eriez-vous|es-tu|ez-vous)\b)|"
    r"\b(?:best|good|easiest|right|usual) (?:way|method)s? (?:to|of|for)\b|\b(?:meilleure|bonne) (?:facon|maniere|methode) (?:de|d'|pour)\b|\bbon moyen (?:de|d'|pour)\b"
)


def asks_by_what_way(r: Reading) -> bool:
    """How one measures or maps something, at no time in particular."""
    return bool(_HOW_ONE_DOES.search(r.utterance.folded)) and not (
        r.periods or r.months or r.facets or set(r.outputs) - {"map"}
    )


def asks_price(r: Reading) -> bool:
    """ "How much does it cost to download Sentinel-2 data?": of no place and no time, so that no plan could be priced."""
    planned = r.located or r.periods or r.cues.run or r.cues.train_verb
    return r.cues.cost and not planned and bool(_PRICE.match(r.utterance.folded))


def asks_whether_possible(r: Reading) -> bool:
    """ "Can one see ships under clouds with radar?": of no place and no time."""
    return bool(_POSSIBLE.match(r.utterance.folded)) and not (r.located or r.periods or r.months or r.facets)


def is_explanation(r: Reading) -> bool:
    """Whether words, data, methods, science or this service are to be explained; the first row of `_VERDICTS` that fits decides."""
    return next(verdict(r) if callable(verdict) else verdict for fits, verdict in _VERDICTS if fits(r))


def _anchored(r: Reading) -> bool:
    """Asked of a place or a time, so that only data can answer."""
    c = r.cues
    asks_to_explain = c.meaning or c.how_to or c.about_us or c.metadata
    somewhere = [item for item in r.located if item.place.kind != "globe" or not asks_to_explain]
    return bool(somewhere or r.targets or r.months)


def _asks_why(r: Reading) -> bool:
    """Science about a place is still an explanation: "why does the Arctic warm faster", "how do El Niño events affect Peru"."""
    if _WHY.match(r.utterance.folded) and not r.located:
        return True
    if asks_by_what_way(r):
        return True
    if (r.collections or r.facets) and _WHENCE.match(r.utterance.folded):
        return True
    if _CAUSES.search(r.utterance.folded):
        return True
    if BY_DEFINITION.match(r.utterance.folded) and not r.periods:
        return True
    if _WHICH_IS_BEST.search(r.utterance.folded):
        return True
    if (r.collections or r.facets or r.models) and not r.periods and _FIT_FOR.search(r.utterance.folded):
        return True
    if r.facets or r.collections or r.filters:
        return False
    if _DEFINES.match(r.utterance.folded) and not (
        r.quantities
        or r.phenomena
        or r.periods
        or r.named.implied
        or r.statistics
        or _CLIMATE.search(r.utterance.folded)
        or tells_how_it_is(r)
    ):
        return True
    return bool(
        re.match(
            r"^\W*(?:please,? |can you |could you |would you |peux-tu |pouvez-vous |pourriez-vous |s'il te plait,? )*(?:why|how come|pourquoi|comment se fait-il|comment ca se fait|d'ou vient que|(?:what(?:'s| is) the|quelle est la|pour quelle) (?:reason|raison|cause)|explain|explique\w*|[^.?!]{3,60} : ?explique(?:z|-l[ae]s?|-moi)|how do(?:es)?\b(?!.*\b(?:change|compare|differ|(?:stack|measure|line|hold) up|fare)\b)|what causes?|qu'est-ce qui (?!(?:est|serait|etait) (?:disponible|dispo|accessible|propose)|a (?:change|disparu|ete|brule)|change\b)|quelle confiance|quel (?:degre|niveau) de confiance|how much (?:confidence|trust)|"
            r"what (?:drives|causes|explains)|how (?:reliable|accurate|certain|confident|trustworthy|robust|good|uncertain)|quelle est la fiabilite|peut-on se fier|a quel point .{0,60}\b(?:fiables?|precis\w*|surs?|sures?|robustes?|certaine?s?|incertaine?s?|confiance|justes?|bons?|bonnes?))\b",
            r.utterance.folded,
        )
    )


def tells_how_it_is(r: Reading) -> bool:
    """How sea, weather or snow are somewhere, with no quantity of them named."""
    return bool(r.located and _STANDS.search(r.utterance.folded))


def _wants_data(r: Reading) -> bool:
    """Asks for a list or a number rather than for an explanation."""
    c, folded = r.cues, r.utterance.folded
    if c.which_term and (r.facets or r.collections) and (c.find or r.located or _HAS.search(folded)) and not c.meaning:
        return True
    if c.what_is and c.which_data and not c.find:
        return False
    if (
        c.which_data
        and not c.meaning
        and not re.search(
            r"\b(?:difference|should|better|best|mean|to (?:use|choose|pick|take|prefer)|meilleure?s?|mieux|devrais|faut-il|choisir|prendre|utiliser|preferer|employer|retenir|privilegier)\b",
            folded,
        )
    ):
        return True
    return bool(c.find and (r.collections or r.facets) and not c.meaning and not c.how_to and not c.what_is) or bool(
        r.named.implied & {"sum", "max"} and c.how_much
    )


def tells_more(r: Reading) -> bool:
    """ "Tell me more about this spot": of ground that is only pointed at, and nothing of it named."""
    return r.cues.here and bool(_TELL_ME.search(r.utterance.folded)) and not (specific(r) or r.outputs or r.statistics)


def specific(r: Reading) -> bool:
    """Whether anything is named that data can be about."""
    return bool(r.located or r.periods or r.collections or r.facets or r.quantities or r.phenomena)


def _of_this_service(r: Reading) -> bool:
    """What it can do, what it rests on, a greeting."""
    c, placed = r.cues, _anchored(r) or r.facets or r.collections or r.models or r.filters or r.outputs
    if (c.about_us and _YOURSELF.search(r.utterance.folded)) or (c.able and not placed and not seeks_model(r)):
        return True
    if _HANDLES.match(r.utterance.folded) and not (r.periods or r.quantities or r.cues.scenes):
        return True
    if c.about_us and not r.located and not _holdings(r) and not (r.experiments and r.quantities):
        return True
    return c.greeting and not specific(r) and not (c.find or c.run or c.train_verb)


def _holdings(r: Reading) -> bool:
    """ "What kind of data do you hold on glaciers?": what there is of something named."""
    named = r.quantities or r.phenomena or r.collections
    return bool(r.facets or (named and (r.cues.data or r.collections))) and asks_what_there_is(r)


def _of_a_source(r: Reading) -> bool:
    """How a source is cited, made, or how often it looks; what a report says."""
    c, folded = r.cues, r.utterance.folded
    if quotes_report(r) or asks_price(r) or asks_how_alike(r) or judges_scenarios(r):
        return True
    return c.citation or (c.metadata and not (r.located or c.train_verb)) or bool(_REVISIT.search(folded))


def _sought_anywhere(r: Reading) -> bool:
    """ "Where are there …", "which samples should I label": data, though no place is named."""
    where = r.phenomena and re.match(r"^\W*(?:where|ou)\b", r.utterance.folded)
    return bool(where or (r.cues.train_verb and _TO_ANNOTATE.search(r.utterance.folded)))


def _in_general(r: Reading) -> bool:
    folded = r.utterance.folded
    if (r.cues.question and _IN_GENERAL.search(folded)) or asks_how_one_trains(r):
        return True
    if _WHAT_IT_TAKES.match(folded) or _FOLLOWS.match(folded):
        return True
    if _TOLD_APART.match(folded) and not (r.quantities and r.experiments):
        return True
    return bool(r.cues.train_verb and _DEFINES.match(folded))  # "what is active learning?"


def _ordered(r: Reading) -> bool:
    """Something is to be done: trained, run, looked for in "this area"."""
    c = r.cues
    return c.train_verb or (c.run and not c.question) or (c.here and bool(r.quantities or r.phenomena))


def _asks_to_understand(r: Reading) -> bool:
    return bool(_UNDERSTAND.search(r.utterance.folded))


def _asks_meaning(r: Reading) -> bool:
    return r.cues.meaning or r.cues.how_to or r.cues.what_is


def _asks_of_data(r: Reading) -> bool:
    """Model runs of a quantity, or how something goes: figures answer that."""
    c = r.cues
    return bool(r.experiments and r.quantities) or c.has_changed or c.forecast or over_years(r)


def _only_asks(r: Reading) -> bool:
    return r.cues.question and not _wants_data(r)


def _wants_a_model(r: Reading) -> bool:
    """ "Is there a model that detects ships?"; which is best is a matter of advice."""
    return seeks_model(r) and not re.search(r"\b(?:best|better|meilleure?s?|mieux)\b", r.utterance.folded)


_Verdict = bool | Callable[[Reading], bool]
_VERDICTS: tuple[tuple[Callable[[Reading], bool], _Verdict], ...] = (
    (_of_this_service, True),
    (asks_whether_it_forecasts, True),
    (tells_more, True),
    (_of_a_source, True),
    (supposes_breach, False),
    (orders_training, False),
    (lambda r: bool(r.facets) and ran_by_others(r), False),
    (lambda r: r.cues.before_after and two_dates(r) and bool(r.located), False),
    (_anchored, _asks_why),  # of a place or a time only a "why" is explained
    (_sought_anywhere, False),
    (_holdings, False),
    (_in_general, True),
    (_ordered, False),
    (_asks_to_understand, True),
    (_asks_meaning, lambda r: not _wants_data(r)),
    (_asks_of_data, False),
    (_wants_a_model, False),
    (lambda r: True, _only_asks),
)
