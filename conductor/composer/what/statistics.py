"""Statistics as said: mean, maximum, percentile_90, return_period_20."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from conductor.composer.what.counting import counted_days
from conductor.composer.what.percentiles import read_percentiles
from conductor.composer.what.set_phrases import without_set_phrases
from connectors.vocabulary.patterns import Pattern
from planners.intent import Quantity

_DAILY_OR_PEAK = r"(?:(?:d'un jour|d'etiage|en un jour|sur un jour|journalier|quotidien(?:ne)?|maximal|extreme|horaire|annuel|exceptionnel|de pointe|(?:en|sur) 24 ?h(?:eures)?)(?:l?e)?s? ){0,2}"  # between an event and its years: "pluie d'un jour décennale"
_NAMED_YEARS = r"(?:cent|dec|vic|cinquant|bicent|trent|quinqu|mill)enn?ale?s?"
_RETURN = Pattern(
        r"\b(?:return (?:periods?|levels?|values?|intervals?)|recurrence (?:interval|period)?|periodes? de retour|"
        r"niveaux? de retour|recurrence|temps de retour)(?: (?:of|de|d'|for|a|at|in))* ?(\d{1,4})(?:[- ]?(?:years?|"
        r"ans?|yr))?\b|"
        r"\b(\d{1,4})[- ]?(?:years?|yr|ans?)[- ](?:daily |one-day |1-day |24-hour |maximum |low[- ]|minimum |(?:seven|7)-day )*(?:rx\dday|gust|surge|wave|heat|snow\w*|return|recurrence|floods?|flows?|streamflows?|storm|event|rain\w*|drought|precipitation|"
        r"discharge|peak|wind|level|de (?:periode de )?retour)\b|\b(?:crue|etiage|pluie|niveau de retour|evenement|"
        r"inondation|debit|precipitation|vent)s? " + _DAILY_OR_PEAK + r"(?:de retour )?(?:de |d'ordre |sur |a )?(\d{1,4})[- ]?ans\b|"
        r"\b(?:crue|etiage|pluie|niveau de retour|evenement|inondation|debit|precipitation|vent|recurrence)s? " + _DAILY_OR_PEAK + r"(?:de retour )?(?:de |sur |a )?(\d{1,4})(?=(?:,| et| ou) ?(?:de )?\d{1,4}[^.;]{0,14}\bans\b)|"
        r"\b(?:1|one|a|un|une)[- ](?:in|sur)[- ](?:a[- ])?(\d{1,4})(?:(?<=1.in.\d\d)|(?<=1.in.\d\d\d)|[- ](?:years?|yr|ans?))\b|\b(?:return (?:periods?|levels?|values?)|(?:periodes?|niveaux?|valeurs?) de retour)(?: \w+){1,5}? (?:for|of|at|pour|de|a|sur)(?: a| the| une?)? (\d{1,4})[- ](?:years?|yr|ans?)\b|\b(?:de )?retour (?:de )?(\d{1,4}) ?ans\b|"
        r"\b(?:occur\w*|happen\w*|expected|returns?|recurs?\w*|once|revien\w*|arriv\w*|se produi\w*|survien\w*|attendue?s?)(?:-(?:t-)?(?:il|elle)s?)?(?: (?:on average|en moyenne|about|environ|une fois|once))* (?:in|every|tous les) (\d{2,4}) (?:years|ans)\b|\b(?:once (?:in|every)|une fois (?:en|tous les|par)) (\d{2,4}) (?:years|an(?:nee)?s)\b|\b(?:crue|etiage|pluie|debit|evenement|niveau de retour|niveau|precipitation|inondation|vent|vague|rafale|tempete|secheresse)s? " + _DAILY_OR_PEAK + r"(?:d'occurrence |de (?:retour|recurrence) |dite? )?(" + _NAMED_YEARS + r")\b|"
        r"\b(?<!tendance )(?<!tendances )(?<!echelle )(?<!variabilite )(?<!moyenne )(?<!evolution )((?:cent|vic|cinquant|bicent|trent)enn?ale?s?)\b|\b(centennial) (?=floods?|storms?|rain\w*|events?|droughts?|discharges?|peaks?)|\b(?:once|one)[- ]in[- ]an?[- ](century)\b|\b(?:floods?|storms?|droughts?) of the (century)\b|\b(?:crue|tempete|secheresse|inondation|pluie)s? du (siecle)\b"
)  # fmt: skip
LONGEST_RETURN = 1000  # years; greater numbers are calendar years
_LISTED_BEFORE = Pattern(
    r"(?:(?<!\d)\d{1,4}(?:[- ]?(?:years?|yr|ans?))?-?(?: (?:storm|flood|rain\w*|crue|pluie)s?)? ?(?:,|/|&|and|et|or|ou|, and) ?(?:the |les |la |de )?)+$"
)
_LISTED_AFTER = Pattern(
    r"(?: ?(?:,|/|&|and|et|or|ou|, and) ?(?:the |les |de )?\d{1,4}(?![\d-])(?:[- ]?(?:years?|yr|ans?))?)+(?= ?(?:years?|yr|ans?)\b|(?<=years)|(?<=year)|(?<=ans))"
)
# "the thousand-year flood", "la crue de cent ans"
_SPELT_YEARS = Pattern(
    r"\b(?:(two|five|deux|cinq) ?-?)?(five|ten|twenty|thirty|fifty|hundred|thousand|cinq|dix|vingt|trente|cinquante|cents?|mille)[- ](?=years?\b|ans\b)"
)
_IN_DIGITS = {
    "two": 2, "deux": 2, "five": 5, "cinq": 5, "ten": 10, "dix": 10, "twenty": 20, "vingt": 20, "thirty": 30, "trente": 30, "fifty": 50, "cinquante": 50,
    "hundred": 100, "cent": 100, "cents": 100, "thousand": 1000, "mille": 1000,
}  # fmt: skip
_NAMED_AFTER = Pattern(rf"(?: ?(?:,|et|ou|/) ?(?:la |les )?{_NAMED_YEARS})+")
_FRENCH_YEARS = {"ce": 100, "si": 100, "mi": 1000, "de": 10, "vi": 20, "ci": 50, "bi": 200, "tr": 30, "qu": 5}
# how much is asked in units, not how many
_UNITS = r"(?:degrees|mm|cm|km|km[2²](?!\w)|kilomet\w+|miles|met(?:re|er)s|inch(?:es)?|feet|centimet\w+|millimet\w+|lit(?:re|er)s|square|cubic|hectares?|acres|percent\w*|hours|minutes|(?:giga|mega|kilo)?ton(?:ne)?s|gt|mt|grams|kilos?|kilograms|watts|(?:mega|kilo)watts|(?:hecto)?pascals|knots|ppb|ppm)\b"
_UNITES = r"(?:degres|mm|cm|km|km[2²](?!\w)|kilometres|miles|metres|pouces|pieds|centimetres|millimetres|litres|hectares?|acres|pour cents?|heures|minutes|(?:giga|mega|kilo)?tonnes|gt|mt|grammes|kilos?|kilogrammes|watts|(?:mega|kilo)watts|(?:hecto)?pascals|noeuds|ppb|ppm)\b"
# what lies or is left was not summed up as it fell
_LYING = r"[^.;?!,]{0,50}? (?:on the ground|left|remain\w*|lies|lying|still (?:there|lie|hold\w*))\b"
_COUCHEE = r"[^.;?!,]{0,50}?(?: au sol|\breste\w*|\bsubsist\w*|\btien\w* encore)\b"
_WORDED: tuple[tuple[str, Pattern], ...] = tuple(
    (name, Pattern(pattern))
    for name, pattern in (
        ("difference", r"\bgaps? (?:in [^.;?!,]{2,30}? )?(?=(?:between|separating)\b(?! (?:(?:the|two|successive|consecutive) )*(?:images|scenes|acquisitions|overpasses|passes|dates|visits|fields|teeth|rows|trees|records)\b))|(?<!normalized )(?<!normalised )(?<!par )\b(?:differences?|ecarts?)\b(?![- ]types?| (?:diurnes?|thermiques?|journaliers?|quotidiens?)\b|[^.;?!,]{0,40}? (?:a la|aux|de la|des) (?:normales?|moyennes?)\b| (?:entre|des|inter-?|between|of|across) ?(?:the |les )?model\w*| (?:inter-?quartiles?|normalise|vegetation|water|snow|built|du rapport|normalized))"),
        ("count",
            r"\b(?:count(?:s|ed|ing)?(?! (?:\w+ly |far |many |a lot |a few )?(?:more|fewer|less|as many)\b(?! than \d))|decomptes?|(?<!en )comptes?(?! sur\b| comme\b| pour\b| beaucoup| peu\b| pour |(?:-t-(?:il|elle|on))? (?:\w+ment |bien |un peu |beaucoup )?(?:plus|moins|autant|davantage) d(?:e |'))|(?<!faut-il )(?<!faut )(?<!\ba )(?<!peut-on )(?<!doit-on )(?<!puis-je )compte[rz](?! (?:sur|avec)\b)|comptage|comptant(?! (?:sur|parmi|avec|pour|que|bien)\b)|how many\b(?! (?:more |less |extra |fewer |additional |(?:\w+ed|burnt|square|cubic|green|new) )?(?:" + _UNITS + r"|years? (?:until|before)|models? agree))|(?<=[:,;?.] )combien(?=\W*$| (?:sur|a|au|aux|en|dans|pour) )|(?:sont|etait|etaient|il y a eu|y a-t-il eu) combien(?=\W*$)|(?<=[:,;?.] )combien(?= (?:par|chaque) )|^\W*combien(?=\W*$)|number of(?! (?:(?:\w+ed|burnt|square|cubic|green|new) )?(?:" + _UNITS + r"))(?! (?:heat ?waves?|(?:cold|dry|wet|warm|hot) (?:spells?|waves?|snaps?|runs?)|consecutive|growing)\b)|combien (?:il )?y (?:a|avait|aura|aurait)(?:-t)?(?:-il)? (?:de |d')(?!(?:" + _UNITES + r"|precipitations|bois|temps|fois)\b)[a-z]{2,}[sx]|combien d'(?=[\w-]+[sx]\b)(?!" + _UNITES + r"|annees avant)|combien de\b(?= +[\w-]+[sx]\b|\W*$|  | ?[¤,])(?! (?:" + _UNITES + r"|temps|pluie|modeles (?:s'accord|sont d'accord|concord)\w*|"
            r"neige|precipit|surface|superficie|foret|couvert|couverture|vegetation|glace|banquise|terrain|territoire|terres?\b|sol\b|soleil|vent\b|chaleur|place|bois\b|biomasse|carbone|co2))|denombr\w+|recens(?:e[rz]?|ement)\b(?! (?:\w+ ){0,2}?(?:images|scenes|donnees|jeux|fichiers|modeles|simulations|produits|etudes|articles|acquisitions|passages|collections)\b)|tall(?:y|ies|ied)|(?:tables?|tableaux?|listes?|lists?|graph\w*|courbes?|series?|curves?|csv) (?:of (?:the )?numbers|des? nombres?|des effectifs))\b|"
            r"\b(?:how (?:often|frequently)|a quelle frequence(?! (?:correspond|temporelle|est|sont))|combien de fois|combien (?:y )?en (?:a|avait|aura|aurait|ont|voit|voyait|compte|denombre)(?:-t)?(?:-(?:il|on|elle)s?)?|combien y a-t-il eu|il y en a (?:eu )?combien)\b|\b(?<!juste le )(?<!seulement le )(?<!uniquement le )(?<!rien que le )(?<!simplement le )nombre(?= et (?:la |leur )?(?:superficie|surface|taille|etendue)| (?:par|chaque) (?:an|annee|hiver|ete|mois|saison|printemps|automne|decennie)\b|\W*$)|(?<=\bleur )nombre|\bnumber(?= (?:per|each|every) | and (?:the |their )?(?:sizes?|areas?|extents?|surface)\b)|(?:superficie|surface|taille) et nombre\b|(?<!au )\bnombre (?:moyen |total |annuel |mensuel |maximal |exact |median )*d(?:e |')(?!" + _UNITES + r"|vagues|episodes|canicules)"),
        ("sum",
            r"\b(?:total(?:s|ised|ized)?|sum(?:s|med)?|cumul(?:s|e|es|ee|ees|ative|ated|atif)?|accumulat\w+|somme|(?<!duree )totale?s?|"
            r"totaux|how much (?:rain|snow|precipitation)(?! cover| water equivalent| depth|pack\b)(?!" + _LYING + r")|how much (?:did|does|do|has|had|will|would) it (?:\w+ )?(?:rain|snow)\w*|how much it (?:rain|snow)\w*|add(?:s|ed)? up to|combien (?:(?:est-ce )?qu')?(?:(?:il )?(?:y )?(?:a|avait|aura|aurait)(?:-t-il)? (?:plu|neige)|(?:il )?(?:pleu(?:t|vait|vra|vrait)|neige(?:ra|ait|rait)?))(?:-t)?(?:-il)?(?! de (?:jours?|fois))|"
            r"(?:il (?:pleu(?:t|vait|vra|vrait)|neige(?:ra|ait)?)|(?:plu|neige)) combien(?! d)|combien (?:est-il tombe|(?:il )?tomb(?:e|ait|era|erait)(?:-t)?(?:-il)?) d(?:e |')(?:pluie|neige|precipitations?|eau)|(?:ce qu'il|qu'est-il|qu'il) (?:est |y est )?tomb(?:e|ait|era) (?:de |d'|comme |en )(?:pluie|neige|precipitations?|eau)|(?:(?:rain|snow)\w*|precipitation) (?:that |which )?(?:fell|has fallen|had fallen|came down)|what (?:fell|came down) (?:as|in) (?:rain|snow)\w*|(?:pluies?|neige|precipitations|eau|ce qui est) (?:qui (?:est|sont) )?tombee?s?(?! (?:sous|en dessous|en forme)\b)|quelle (?:quantite|hauteur|lame) d(?:e |')(?:pluie|precipitations?|eau(?= (?:est|sera|serait) )|neige(?= (?:est|sera|serait) )) (?:est|a|sera|etait|serait|y)|what (?:amount|quantity|depth) of (?:rain|snow|precipitation|water(?= fell)) (?:fell|has|had|will|would|did|came)|combien (?:peu )?de (?:pluie|neige|precipitations?)(?!" + _COUCHEE + r")|how little (?:rain|snow|precipitation)|(?:how many|combien de) (?:inches|feet|mm|cm|centimet\w+|millimet\w+|pouces|pieds|lit(?:re|er)s)(?= (?:of |de |d'eau |par |per |a |au |sont|est|have|has|did|fell|were|was|tomb)))\b"),
        ("std", r"\b(?:standard deviations?|std|ecarts?[- ]types?|stdev|deviations? (?:standards?|types?)|sd (?:of|de|for))\b"),
        ("variance", r"\b(?:variances?|variability|variabilite|how variable|(?:is|was|are|were|be|been|become|becoming) [^.;?!,]{0,40}?(?:very|highly|more|less|so|fairly|quite|too|that) variable|(?:est|etait|sont|etaient|sera|devient|deviendra)(?:-(?:t-)?(?:il|elle)s?)? (?:tres|plutot|peu|assez|si|plus|moins|fort|bien|trop) variables?|how much (?:do|does|did|has|have) .{1,40} vary|(?:a quel point|combien) .{1,40}(?:variable|vari(?:e|ent|ait|aient)(?:-t-elle|-t-il|-elle|-il|-elles|-ils)?))\b"),
        ("median", r"(?<!scenario )(?<!trajectoire )(?<!hypothese )(?<!voie )\b(?:medians?(?! (?:scenario|pathway))|medianes?)\b"),
        ("correlation", r"\b(?:corr(?:el\w+)?|pearson|spearman)\b"),
        ("anomaly", r"\b(?:anomal(?:y|ies|ies?)|anom|(?:departures?|(?<!standard )deviations?) (?:of [^.;?!,]{3,30}? )?from (?:the |its |their )?(?:(?:19|20)\d\d(?: ?(?:-|to) ?(?:19|20)?\d\d)?|baselines?|climatolog\w+|reference)\b|(?:departures?|(?<!standard )deviat\w+|how far)(?: of| in)?[^.;?!,]{0,30}? (?:from|off|above|below) (?:the |its |their )?(?:(?:19|20)\d\d ?(?:-|to) ?(?:(?:19|20)\d\d )?|long[- ]term |climat\w+ )?(?:normals?|norm|averages?|means?)|(?:(?!other\b|rather\b)\w{3,}er|more (?:[\w-]+ ){0,3}\w+|(?:more|less|fewer)(?: [\w-]+){0,4}) than (?:usual|(?:the )?normal(?! (?:years?|temp\w*|rain\w*|body)))|(?:twice|thrice|half|times|as) (?:as )?(?:much|many|little|few)(?: [\w-]+){0,3} as (?:usual|normal|(?:the )?norm)|than (?:the |its )?(?:19|20)\d\d ?(?:-|to) ?(?:19|20)\d\d normals?|(?:above|below|compare[ds]? (?:to|with)|relative to|(?<=[a-z\d] )against) (?:the )?(?:(?:19|20)\d\d ?(?:-|to) ?(?:19|20)\d\d )?(?:normal(?! (?:years?|days?|months?|periods?|conditions|levels?|range|person))|norm)|"
            r"(?:par rapport (?:a la|aux)|compare\w* (?:a la|aux)) normales?|(?:ecart(?!s?[- ]types?)\w*|eloign\w*|loin|distance|a combien)[^.;?!,]{0,50}? (?:a la|aux|de la|des) (?:normales?|moyennes?)|(?:by )?how much[^.;?!,]{0,50}? exceed\w* (?:the |its )?(?:(?:19|20)\d\d ?(?:-|to) ?(?:19|20)\d\d )?(?:normals?|norms?|averages?|means?)|by how many [^.;?!,]{0,50}? exceed\w* (?:the |its )?(?:normals?|norms?|averages?|means?)|(?:plus|moins)(?: [^.;?!,]{2,30}?)? (?:que la normale|que d'(?:habitude|ordinaire)|qu'(?:a l'ordinaire|a l'accoutumee|en temps normal))|depass\w*(?:-t)?(?:-(?:il|elle)s?)?(?: depasse\w*)? (?:la |sa |les )(?:normales?|norme)|de combien [^.;?!,]{0,40}?depass\w*(?:-t)?(?:-(?:il|elle)s?)? la moyenne|(?:au-dessus|au-dessous|en dessous|sous) (?:de )?la normale)\b"),
        ("ratio", r"\b(?:(?<!burn )(?<!burnt )(?<!mixing )ratios?(?! (?:normalise|de (?:brul|melange)))|rapport (?:entre|\w+ ?/ ?\w+|d(?:e la |e l'|u |e |es )\w+ (?:a la |aux? |a l'|sur la |sur le |sur les |sur l'|sur )(?=\w)))\b|\b(?:divided by|divisee?s? par)\b"),
        ("robustness",
            r"\b(?:robust(?:ness|e|esse)?|model agreement|agreement (?:between|across|among) (?:the )?models|"
            r"accord (?:entre|des) (?:les )?modeles|how many models agree|spread (?:between|across|among|of) (?:the )?(?:different )?models|(?:ecarts?|dispersion) (?:entre|des) (?:les )?modeles|modeles? (?:(?:sont|seront)-ils |sont |\w+ )?d'accord)\b"),
        ("extent", r"\b(?:extents?|(?<!\bsont )(?<!\best )(?<!s'est )(?<!\bete )(?<!etaient )(?<!etait )(?<!-elle )(?<!-elles )(?<!-il )(?<!-ils )etendues?)\b"),
        ("area",
            r"(?<!% of the )(?<!% of )(?<!% de la )(?<!% de )(?<!leaf )\b(?:(?<!prone )(?<!risk )(?<!hazard )(?<!cell )area\b(?! of interest| around| within| near| fractions?\b)|(?<=burnt )area|(?<=burned )area|(?<=flooded )area|(?<=inundated )area|how (?:much|many)(?: of the)? (?:burn(?:ed|t)|flooded|inundated|cleared|forested|irrigated|scorched) \w+|areas of|(?:both|(?:the|these|those) (?:two|three|four|\d)) areas (?=(?:in|into|as) (?:an? |one )?(?:\w+ )?(?:table|spreadsheet|csv|chart|plot|graph|file)\b)|(?:les|ces) (?:deux|trois|quatre|\d) surfaces\b|(?:table|spreadsheet|csv) of (?:the |their )?areas\b(?! (?:that|which|where|affected|hit|with|in|at|under|near|to|for|by|within|above|below)\b)|surface area|superficies?\b|hectares?|acres?|km2|km²|square (?:kilomet\w+|miles)|kilometres carres|how much (?:land|ground|territory|surface(?! (?:temp\w*|water|wind|pressure|runoff|melt\w*|warm\w*|elevation|level|mass|ozone|air)\b)|area)\b|"
            r"(?<!temperature of the )(?<!temperature of the water )surface of (?:the )?(?:lake|glacier|reservoir)|(?<!difference in )(?<!temperature of the )(?<!temperature of )water surfaces?(?! (?:temp\w*|elevation|height|level|slope)s?)|(?<!of )(?<!at )(?<!on )(?<!near )(?:its|their) surface(?! (?:temp\w*|waters?|air|height|level|elevation|speed|melt\w*|mass))|(?:flooded|burned|burnt|inundated|deforested) surface|nombre et (?:la |leur )?surface\b|surface (?:covered|burned|burnt|flooded|lost|cleared|affected|touched|planted|inundated|submerged)\b|(?<!temperature of )(?<!temperature of the )(?<!temperatures of )(?<!temperatures of the )lake \w+(?:'s)?(?: \w+)? surface(?= ?(?:[,;.?]|in\b|for\b|over\b|$))|(?<!grain )(?<!pixel )size of (?:the )?lake|quelle(?: est| etait)?(?: la)? taille|(?<=\btaille )d(?:u|e la|e l'|es) ?(?=lac|glacier|reservoir|etang|foret|banquise)|(?:donne|dis|dites|indique|precise|calcule|mesure|estime)[rz]?(?:[ -](?:moi|nous))?(?: aussi)? (?:la|sa|leur) surface(?=\W*$|[.,;?!])|surfaces? (?:en eau|d'eau)|combien (?:de |d')(?:terrains?|terres?|territoire|superficie|surface|sols?\b|mangroves?|forets?|couvert (?:arbore|forestier)|prairies?|zones humides)|how much (?:of (?:[\w']+ ){1,3})?(?:cropland|farmland|mangroves?|woodland|wetlands?|grassland|rainforest|forest|tree cover|snow cover)|(?:flooded|inundat\w+|burn(?:ed|t)|deforested|urban) (?:zones?|regions?)(?=[^.;?!]{0,80}\b(?:grow\w*|grew|expand\w*|increas\w*|decreas\w*|shr[aiu]nk\w*|bigger|larger|smaller)\b)|(?:zones?|regions?) (?:inondee|brulee|deboisee|urbaine)s?(?=[^.;?!]{0,80}\b(?:grandi|agrandi|etendu|augmente|diminue|retreci|progresse|gagne)e?s?\b)|surfaces? (?:glaciaire|lacustre)s?|(?<!eaux de )(?<!eau de )surface (?:couverte(?= (?:de|par))|brulee|touchee|affectee|concernee|sinistree|submergee|ravagee|calcinee|detruite|parcourue|exondee|emblavee|plantee|semee|defrichee|convertie|recoltee|artificialisee|impermeabilisee|gagnee|evacuee|deneigee|inondee|perdue|deboisee|totale|agricole|forestiere|cultivee|batie|urbanisee|enneigee|boisee|englacee|irriguee)(?! autour\b)|(?<!de )(?<!\ba )(?<!en )(?<!sur )(?<!sous )(?:sa|leurs?) surfaces?|per(?:d|dre|du|dent|dait)(?:-t?-?(?:il|elle|ils|elles))? de la surface|(?:perd|gagn|retreci|agrandi)\w*(?:-t?-?(?:il|elle)s?)?(?: \w+){0,2}? (?:de|en) surface\b(?! (?:de la|d'eau)\b)|quelle surface|(?<!eaux de )(?<!eau de )(?<!\ben )(?<!temperature de )(?<!temperatures de )surface d(?:u|e la|e l'|es|e|') ?(?:lac|glacier|reservoir|etang|foret|banquise|mangrove|(?:mer de )?glace|neige|prairie|culture|vigne|zones? humide|marais|eau libre)|how (?:large|big|"
            r"extensive) (?!(?:is|was|are|were|will be) (?:the |an? )?(?:\w+ )?(?:(?:cold|warm|dry|wet|hot|mean|net|typical|internal|natural|total|average|annual|seasonal|daily|interannual|decadal|model|projected|expected|observed|systematic) )*(?:difference|range|gap|change|increase|decrease|spread|drop|rise|anomaly|amplitude|waves?|risk|bias(?:es)?|error|uncertaint(?:y|ies)|trend|signal|effect|impact|response|contribution|discrepanc(?:y|ies)|offset|deviation|departure|deficit|surplus|excess|shortfall|warming|cooling|variation|variability|cycle|sensitivity|correction|fluctuation|fraction|share|proportion|ensemble|number|sample|dataset|data set|file|archive|memory|download|gradient|swing|contrast|imbalance|forcing|feedback|flow|discharge|flood peak|peak|return level)s?\b))"),
        ("robustness", r"\b(?:spread|dispersion|agreement|disagreement|accord|desaccord) (?:between|across|among|of|entre|des|de) (?:the |les |all |tous les )?(?:(?:cmip\d|climate|\d{1,2}) )*mod(?:el|ele)s?\b"),
        ("volume", r"\b(?:volumes?(?! of data)|how much water (?:does|do|did|is|was|are|were|will|has|have)(?=[^.;?!]{0,50}\b(?:hold|contain|store|stored|held|left|remain\w*)\b)|how much water (?:is|was|were|will be|would be|has been) (?:there )?(?:in|behind)\b|(?:combien|(?:quelle )?quantite) d'eau (?:y a-t-il|y avait-il|y aura-t-il|il y a|il y avait|y a|y avait) (?:dans|derriere|a)\b|(?:combien|quelle quantite) d'eau(?=[^.;?!]{0,30}\b(?:contien\w*|contenai\w*|retien\w*|stock\w*|rest\w+)\b))\b"),
    )
)  # fmt: skip
# "burned areas", and the "burned area" that is to be mapped, name a thing; the "burned area" of a place is a size
_AREA_KINDS = (
    r"(?:burn(?:ed|t)?|flood(?:ed)?|inundated|built-up|urban|rural|forested|forest|coastal|vegetated|study|protected|metropolitan|residential|affected|"
    r"cleared|deforested|logged|eroded|irrigated|planted|disturbed|mapped|scorched|wet|dry|bay|metro|mountain|conservation|catchment)"
)
_SURFACES = r"(?:brulee|submergee|calcinee|incendiee|touchee|affectee|inondee|deboisee|perdue|agricole|forestiere|cultivee|batie|urbanisee|enneigee|boisee|englacee|irriguee|en eau|d'eau)"
_KINDS_OF_AREA = Pattern(
    rf"\b{_AREA_KINDS}[- ]areas\b|\b(?:built-up|urban|rural|coastal) area\b|\b(?:data ?sets?|products?|series|scenes?|images?|records?) (?:of|on|about|for|with) (?:the )?{_AREA_KINDS}[- ]areas?\b|\bsurfaces {_SURFACES}s\b"
)
_MAPPED_AREA = Pattern(
    rf"\b{_AREA_KINDS}[- ](?:areas\b|(?:area|surfaces?)\b(?! of (?!interest)))(?![^.;?]{{0,12}}(?:hectares|acres|km))|\b(?:surface|superficie)s? {_SURFACES}s?\b|\bwater surfaces?\b"
)
_MAPPED = Pattern(
    r"\b(?:map(?:ping|ped)?|outline\w*|delineat\w*|segment\w*|detect\w*|classif\w*|train\w*|retrain\w*|entraine\w*|reentraine\w*|cartograph\w*|delimit\w*|extract\w*|extrai\w*|images?|scenes?|shows?|see|seen|visuali[sz]e?|where|chain|simulat\w*|montre\w*|voir|visualise\w*|enchain\w*|simul\w*)\b"
)
# the whole of an area is one area
_WHOLE_AREA = Pattern(
    r"\bhow (?:big|large|extensive)\b[^.;?!]{0,40} in total\b|\btotal (?:\w+ )?(?:areas?|surface|hectares?|acres?|acreage|extent)\b|\b(?:superficie|surface|aire|etendue)(?: \w+)? totale\b|\btotale? d(?:e la |es )(?:superficie|surface)s?\b"
)
_SOMEWHERE = Pattern(
    r"\b(?:which|what|some|these|those|many|most|other) areas (?:of|in)\b|(?<!table of )\b(?:this|that|study|my|our|same|any|some|which|coastal|metro\w*|bay|protected|residential|mountain|conservation|local|large|small|whole|entire|(?<!give )(?<!give me )(?<!give us )(?<!tell me )(?<!tell us )(?<!send me )(?<!state )(?<!report )(?<!compute )(?<!calculate )(?<!measure )the) areas?\b(?! of (?!interest)| (?:that (?:was |were |is |has been )?)?(?:burn(?:ed|t)|flooded|inundated|covered|lost|cleared|deforested|affected|planted|irrigated|scorched|under)\b)|"
    r"\b(?:show|see|view|display|zoom (?:in )?(?:on|to))(?: me| us)? the (?!(?:burn\w+|flooded|inundated|affected|total|surface|forest\w*|urban|built\w*|wetland|water|lake|snow|ice|crop\w*|glacier\w*|mangrove|green|irrigated|cultivated|planted|cleared|damaged|reservoir) )[\w' -]{2,30} area(?=\W*$)|\b(?:in|by|across|around|near|within|inside|throughout|(?:images?|imagery|scenes?|data|photos?|pictures?|(?:sentinel|landsat|planetscope|modis)[\w -]{0,8}) (?:of|for|over|from|covering)) the (?!(?:burn\w+|flooded|inundated|affected|total|surface) )[\w' -]{2,30} area\b"
)
_SIZE_ASKED = Pattern(
    r"\b(?:(?:give|tell|send|add)(?: me| us)? (?:also |too )?the (?:[\w-]+ ){1,2}(?:area|surface)\b|(?:donne[rz]?|dis|dites|envoie|envoyez|ajoute[rz]?)(?:[ -](?:moi|nous))?(?: aussi)? la (?:surface|superficie)\b|how (?:much|large|big|many)|total|combien|quelle|what (?:is|was|were|are) (?:the )?|measure\w*|mesure\w*|comput\w*|calcul\w*|size|taille|estimat\w*|estim\w*|quantif\w*|"
    r"hectares?|acres?|km2|km²|square|carres?|percent\w*|pourcentage|(?:as|in|into) an? (?:[\w-]+ )?(?:table|spreadsheet|csv|bar chart|time[- ]?series|curve)|(?:dans|en|sous forme de?) (?:un |une )?(?:tableau|tableur|csv|courbe|serie temporelle|histogramme)|shr[aiu]nk\w*|retreci\w*|lost|losing|perdu\w*|grow\w*|grew|chang\w*)\b"
)
# how much a total changes is no total
_CHANGED_BY = Pattern(r"\b(?:by how much|de combien)\b")
_LIES = Pattern(rf"\bhow much snow\b{_LYING}|\bcombien (?:peu )?de neige\b{_COUCHEE}")
# a change or a count of days, no total
_BY_HOW_MUCH = Pattern(
    r"\bby how many\b|\bde combien de (?:mm|millimetres|cm|centimetres|pouces)\b|\bcombien de \w+ (?:en|de) (?:moins|plus)\b|\b(?:plu|neige|pleut|gele) combien de (?:jours?|journees?|nuits?|fois|heures?|mois|annees?)\b"
)
_MEAN = Pattern(
    r"(?<!\bk-)(?<!\bk )\b(?:means?|averages?|averaged|averaging|moyenn(?:es?|er|ez)|moyens?|en moyenne|on average|avg|moy)\b(?! (?:sea level|terme|orient|tree|"
    r"that|by\b))"
)
_NOT_MEAN = Pattern(
    r"\b(?:mean(?:ing)? (?:that|when|by)|moyen[- ](?:orient|atlas|age|congo|niger|nil)|au moyen|(?:y a|y aurait|auriez|avez|as)-(?:t-)?(?:il|vous|tu) (?:un )?moyen|moyens? (?:de|d') ?\w+(?:er|ir|re)\b|pression (?:\w+ )?moyenne (?:\w+ ){0,2}?(?:au|du) niveau|average (?:emissions? )?(?:scenario|pathway)s?\b|(?:scenarios?|trajectoires?|hypotheses?) (?:(?:climatiques?|socio-?economiques?|d'emissions?(?: de (?:gaz|ges|carbone))?|de forcage) )?moyen(?:ne)?s?\b(?! (?:annuel|mensuel|journali|quotidien|saison|sur\b|d[e']))|long[- ]term average|mean sea level|niveau moyen de la mer|average (?:person|user)|"
    r"(?:than|relative to|vs\.?|versus|against|compared (?:to|with)|above|below|(?:au-dessus|au-dessous|en dessous|sous)(?: de)?|(?:sup|inf)erieure?s? a|depass\w+(?:-t-|-)?\w*(?: de (?:(?:plus|moins) de )?(?:[^.;?!,]|[.,](?=\d)){1,12}?)?|exceed\w*(?: by (?:[^.;?!,]|\.(?=\d)){1,24}?)?(?= (?:the|its|their) )|(?:departures?|deviat\w+|ecarts?)(?:[^.;?!,]|[.,](?=\d)){0,30}? (?:from|a|aux?)|s'(?:est(?:-(?:il|elle))? |etait |en )?ecart\w*(?:[^.;?!,]|[.,](?=\d)){0,34}? de|par rapport (?:a|aux)|compare\w* (?:a|aux|avec)|(?<=\w )que(?= (?:la |sa |leur )?moyenne)) (?:the |its |a |la |les |sa |leur )?"
    r"(?:(?:[^\s.;:?!,\d]+|(?:19|20)\d\d(?: ?(?:-|to|a) ?(?:19|20)?\d\d)?|\d+[- ](?:years?|ans)) ){0,2}?(?:averages?|means?|moyennes?)\b)|"
    r"(?:au-dessus|au-dessous|en dessous|sous|exced\w*|depass\w*)(?: de)? (?:son|sa|ses|leurs?) (?:\w+ ){0,2}moyen(?:ne)?s?\b|under (?:its|their) (?:\w+ )?(?:means?|averages?)\b|"
    r"(?:plutot qu|au lieu d)[e'] ?(?:de )?(?:la |une |le )?moyennes?\b|instead of (?:the |a )?(?:means?|averages?)\b|"
    # what another time is held against: "par rapport à un mois de novembre moyen", "qu'un hiver moyen"
    r"(?:par rapport a|compare\w* (?:a|avec)|face a|contre|\bqu')(?: |(?<=')|(?<=' ))une? (?:(?!jour)[^\s.;:?!,]+ ){1,4}?moyen(?:ne)?\b(?! (?:annuel|mensuel|journali|quotidien|saison))"
)
# a record is named before what it is of, or after it: "the heat record", "record rainfall", "le record de chaleur"
_RECORDED = r"\b(?:heat|(?<!low )(?<!cold )(?<!long )(?<!longest )(?<!instrumental )(?<!historical )(?<!how long is the )(?<!how long are the )temperature|rain|rainfall|precipitation|snow|snowfall|wind|gust|flow|flood|discharge|humidity|sunshine) record(?: high)?s?\b"
_MAX = Pattern(
    _RECORDED
    + r"|\b(?:highest|tallest|thickest|steepest|hottest|warmest|strongest|maximum|wettest|peak|largest|heaviest|deepest|record[- ]high|windiest|sunniest|cloudiest|snowiest|stormiest|foggiest|"
    r"maxim(?:um|a|al|ale|ales|aux)|max|greatest|biggest|most (?:intense|extreme|violent|powerful|severe|humid|rainy|windy|snowy|sunny|stormy)|fiercest|(?:climb|r[io]s)\w* to how (?:much|high|many)|how (?:high|hot|warm) (?:did|has|have|had|will|would|could|can|does) (?!(?:the )?(?:sea|oceans?|water|waters|floods?|floodwaters?) (?:rise|climb|go|get|reach)\b)[^.;?!,]{1,40}? (?:at (?:most|best|its (?:peak|highest|hottest))|climb\w*|peak\w*|go|gone|rise\w*|reach\w*)|how (?:high|far up) (?:did|has|have|had|will|would) [^.;?!,]{1,40}? (?:get|got|gotten|go|gone)|at (?:its|their) (?:highest|hottest|peak|strongest|fullest)|au plus (?:haut|fort|chaud|profond|epais|large)|(?:debits?|vitesses?|valeurs?|niveaux?|rafales?|vents?|temperatures?|pluies?|hauteurs?|intensites?|crues?|concentrations?) (?:horaires? |journalie?re?s? )?de pointe|least cold|(?:le|la|les|du|des|au|aux) moins (?:froide?|frais|fraiche)s?|(?:how (?:hot|warm|wet|humid) (?:did|has|have|had)|how (?:strong|windy|deep|fierce|hard|bad|intense|violent|rough|big) (?:did|has|have|had|will|would|could)) [^.;?!,]{1,40}? (?:get|got|gotten|blow|blew|blown|gust)\b|avec quelle force [^.;?!,]{1,40}?(?:a|ont|aura|auront)(?:-t)?-(?:il|elle)s? (?:souffle|gonfle|grossi)|how (?:hot|warm|high|strong|windy|deep) (?:it|things|the [\w ]{2,30}) (?:got|rose|climbed|went|blew)\b|(?:days?|nights?|months?|years?) (?:with|that (?:had|saw|got|brought)) (?:the )?most (?=rain|snow|wind|precip|sun|heat)|(?:jour(?:nee)?|nuit|mois|annee)s? (?:ou (?:il a|il avait|il est) (?:le )?plus|(?:avec|qui a \w+) le plus d[e'])|(?:mont|grimp|culmin)\w* (?:a |jusqu'a )(?:combien|quel(?:le)? (?:valeur|temperature|niveau|hauteur))|jusqu'(?:a combien|ou(?! (?:l'eau|les eaux|la mer|l'inondation|les flots|le flot)\b)(?! (?:(?:est|a|va|etait|avait|sont|ont) )?(?:re)?(?:mont|grimp)\w*(?:-t-elle|-elles?)? (?:l'eau|les eaux|la mer|l'ocean|l'inondation|les flots|le flot)\b)|a quelle\w*) [^.;?!,]{0,40}?(?:(?<!re)mont|grimp|culmin)\w*|all-time high|top (?=(?:wind|speed|temp|gust|value|flow|discharge|level))|record (?=(?:rain|wind|temp|high|precip|flow|discharge|gust|level|value|daily|snow|flood))|records? (?:de |d'|du |des )(?!froid|bas|basse)|(?:(?:le|la|les|du|des|au|aux)(?: (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|\d{1,3}))?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt) plus (?:haute?|elevee?|chaude?|forte?|intense|humide|pluvieu\w+|arrosee?|neigeu\w+|ensoleillee?|grande?|vente(?:u\w+|e)|gros(?:se)?|violente?|puissante?|intense|marquee?|epais(?:se)?|profonde?|brumeu\w+|orageu\w+|nuageu\w+|severe)s?(?! possibles?| nombre\b| au (?:plus|moins)\b)|(?:^|[:;,(] |\bet )plus (?:haute?|elevee?|forte?|grande?|grosse?)s? (?=\w)(?!qu(?:e\b|'))|"
    r"(?:le|la|un|au|du|son|leur|en|journees? de) pic|pic (?:de|d'))\b"
)
_MIN = Pattern(
    r"\b(?:lowest|lightest|gentlest|slackest|faintest|shallowest|thinnest|coldest|coolest|chilliest|calmest|minimum|driest|smallest|record[- ]low|all-time low|records? (?:de |du )(?:froid|basses? temp\w*)|(?:cold|low(?: temperature)?) records?\b|(?:drop|fall|fell|dip|s[aiu]nk)\w* to how (?:low|little|much|many)|how (?:low|cold) (?:did|has|have|had|does|will|would|could|can) [^.;?!,]{1,40}? (?:at (?:least|worst|most|its (?:lowest|coldest))|drop\w*|dip\w*|fall\w*|sink\w*|go|gone)|how (?:low|far down) (?:did|has|have|had|will|would) [^.;?!,]{1,40}? (?:get|got|gotten|go|gone)|at (?:its|their) (?:lowest|coldest|weakest|driest)|au plus (?:bas|froid|sec)|how (?:low|cold) (?:did|has|have|had) [^.;?!,]{1,30}? (?:get|got|gotten)|how (?:low|cold) (?:it|things|the [\w ]{2,30}) (?:got|fell|dropped|went|sank)\b|least (?:rainy|windy|sunny|snowy|wet|humid|warm|hot)|(?:le|la|les|du|des|au|aux) moins (?:pluvieu\w+|arrosee?|neigeu\w+|ensoleillee?|venteu\w+|ventee?|humide|chaude?|elevee?|forte?)s?|(?:descend|baiss|tomb|chut)\w* jusqu'a (?:combien|quel(?:le)? (?:valeur|temperature|niveau))|jusqu'(?:a combien|ou|a quelle\w*) [^.;?!,]{0,40}?(?:descend|baiss|tomb|chut)\w*|(?:^|[:;,(] |\bet )plus (?:basse?|bas|faible|froide?|sec|seche|petite?)s? (?=\w)(?!qu(?:e\b|'))|weakest|minim(?:um|a|al|ale|ales|aux)|min|"
    r"(?:(?:le|la|les|du|des|au|aux)(?: (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|\d{1,3}))?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt) plus (?:basse?|bas|faible|froide?|sec|seche|frais|fraiche|calme|petite?|legere?|mince|tranquille)s?)\b"
)
# "the max of the daily highs": the most of what is itself a maximum
_HIGHS_OR_LOWS = r"(?:of|in|among|de|des|du|parmi) ?(?:the |les |all |toutes? |tous )*(?:[a-z]+ )?(?:highs|lows|max(?:im(?:um|a|ums|ales?|aux))?|min(?:im(?:um|a|ums|ales?|aux))?|tmax|tmin|tasmax|tasmin|t[xn])\b"
_OF_EXTREMES = tuple(
    (name, Pattern(rf"\b(?:{words}) (?:valeurs? |values? )?{_HIGHS_OR_LOWS}"))
    for name, words in (
        ("max", r"max(?:imum)?|highest|greatest|hottest|peak|plus (?:haute?|elevee?|forte?|chaude?)|record"),
        ("min", r"min(?:imum)?|lowest|smallest|coldest|plus (?:basse?|bas|froide?|faible)"),
    )
)
_DAILY = Pattern(
    r"\b(?:daily|quotidien\w*|journali\w*|(?:of|per|each|a|par|de|du|chaque|every) (?:the )?(?:day|jour))\b"
)
_OWN = Pattern(r"max|min|rx\d|tx|tn")
_MAX_IN_NAME = Pattern(r"\b(?:maxim(?:um|ale?s?|aux)|max|minim(?:um|ale?s?|aux)|min)\b")


def read_statistics(
    folded: str, *, named: Iterable[str], quantities: Sequence[Quantity], implied: frozenset[str]
) -> tuple[str, ...]:
    """The statistics asked for; `max` and `min` only where the quantity is not itself a maximum or a minimum."""
    folded = _SPELT_YEARS.sub(_in_digits, without_set_phrases(folded))
    found = list(read_percentiles(folded))
    found += [f"return_period_{years}" for m in _RETURN.finditer(folded) for years in _return_periods(folded, m)]
    folded_areas = _SOMEWHERE.sub(" ", folded)
    sized = (
        folded_areas
        if _SIZE_ASKED.search(folded)
        else (_MAPPED_AREA if _MAPPED.search(folded) else _KINDS_OF_AREA).sub(" ", folded_areas)
    )
    found += [name for name, pattern in _WORDED if pattern.search(sized if name == "area" else folded)]
    if _MEAN.search(_NOT_MEAN.sub(" ", folded)):
        found.append("mean")
    found += _extremes(folded, quantities)
    change = _CHANGED_BY.search(folded) or _LIES.search(folded)
    found += [word for word in ("sum", "max", "min", "mean") if word in implied and not (change and word == "sum")]
    if any(name.startswith("return_period") for name in found):  # which is one of the greatest, or the least
        found = [name for name in found if name not in ("max", "min")]
    if "std" in found:  # how variable it is, told as a standard deviation
        found = [name for name in found if name != "variance"]
    if (
        "count" in found
        and any(q.indicator or (q.threshold and q.variable_id != "ts") for q in quantities)
        and counted_days(folded)
    ):
        found.remove("count")  # the indicator counts them itself
    if "sum" in found and _BY_HOW_MUCH.search(folded):
        found = [name for name in found if name != "sum"]
    if "ratio" in found or _WHOLE_AREA.search(folded):  # "total rain" beside snow is what the ratio is of
        found = [name for name in found if name != "sum"]
    found += [name for name in named if name in ("volume", "robustness", "variance")]
    return tuple(sorted(dict.fromkeys(found), key=_rank))


# one order, whichever words told them
_ORDER = (*(name for name, _ in _WORDED), "mean", "max", "min")


def _rank(name: str) -> int:
    return _ORDER.index(name) if name in _ORDER else -1


def _in_digits(match: re.Match[str]) -> str:
    return f"{_IN_DIGITS.get(match[1], 1) * _IN_DIGITS[match[2]]}-"


def _return_periods(folded: str, match: re.Match[str]) -> list[int]:
    """The years of one return period and of those listed beside it: "10-year and 50-year", "crues de 10, 20 et 50 ans"."""
    before = _LISTED_BEFORE.before(folded, match.start())
    after = _LISTED_AFTER.match(folded[match.end() :])
    named = _NAMED_AFTER.match(folded[match.end() :])
    more = [_FRENCH_YEARS[word[:2]] for word in re.findall(_NAMED_YEARS, named[0])] if named else []
    others = [[int(n) for n in re.findall(r"\d+", found[0])] if found else [] for found in (before, after)]
    return [years for years in (*others[0], _years(match), *others[1], *more) if 1 < years <= LONGEST_RETURN]


# "record de bas débit", "record du minimum": the least there was
_RECORD_LEAST = Pattern(
    r"\brecords? (?:de |du |d'|des )(?:la |l')?(?:\w+ ){0,2}?(?=(?:bas|basse|faible|minim\w+|min)s?\b)|\bmin(?:imum)? (?:temperatures? )?records?\b"
)


def _extremes(folded: str, quantities: Sequence[Quantity]) -> list[str]:
    """A maximum beyond the one that the variable's own name holds."""
    folded = _RECORD_LEAST.sub("minimum ", folded)
    ids = " ".join((q.variable_id or "") + (q.indicator or "") for q in quantities)
    if not _DAILY.search(folded):  # "maximum wind" is the most of it, "daily maximum wind" a variable
        ids = ids.replace("sfcWindmax", "").replace("wsgmax10m", "")
    # the standard name tells whether it is a maximum: "hauteur maximale des vagues" is the most of a height that is none
    names = " ".join(
        (q.standard_name or q.name).replace("_", " ").lower() for q in quantities if not (q.variable_id or q.indicator)
    )
    extremes = [name for name, pattern in _OF_EXTREMES if pattern.search(folded)]
    own = _MAX_IN_NAME.search(names) or _OWN.search(ids)
    words = (
        re.sub(
            r"\b(?:(?:daily )?peak(?: daily)? (?=gust|wind)|maximum|max|minimum|min|maxim\w+|minim\w+|of|de|cloud|nuages?)\b",
            " ",
            folded,
        )
        if own
        else re.sub(
            r"\bdu (?:plus|moins) \w+(?: nombre)? au (?:plus|moins) \w+|\bmax(?:imum)? (?:one|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix)\b|\b(?:(?!(?:19|20)\d\d )\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix|vingt)(?: (?:images?|scenes?|of them))? (?:au |at )?(?:maximum|minimum|max|min)\b|\d{1,3} ?(?:%|per ?cent|pour ?cents?) ?(?:of |de )?(?:clouds?|nuages?)?(?: cover)? ?(?:max|min)\w*|\bcloud\w*|\d{1,3} ?(?:%|per ?cent|pour ?cents?|m|cm|metres?|meters?) ?(?:of |de |d')?(?:clouds?|nuages?|cloud cover|resolution)? ?(?:au |at |en |grand |tout )*(?:max|min)\w*|(?:quart|tiers|tenth|dixieme|half|moitie|third|quarter|\d/\d+) (?:of |de |d')?(?:clouds?|nuages?)? ?(?:au |at )?(?:max|min)\w*|\b(?:max|min)\w* ?(?!(?:19|20)\d\d\b)\d{1,9} ?%?|\b(?:max|min)\w* of \d{1,9}|\b(?:max|min)\w*(?: (?:of |de |d')?(?:clouds?|nuages?))? (?:to|at|a|down to|up to|jusqu\'a) \d{1,3}(?= ?(?:%|per ?cent|pour ?cents?|\W*$))",
            " ",
            folded,
        )
    )
    return [name for name, pattern in (("max", _MAX), ("min", _MIN)) if name in extremes or pattern.search(words)]


def _years(match: re.Match[str]) -> int:
    word = next(g for g in match.groups() if g)
    return int(word) if word.isdigit() else _FRENCH_YEARS[word[:2]]
