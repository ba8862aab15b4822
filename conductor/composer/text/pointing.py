"""Words that point at ground without naming it: "our village", "over the concession", "chez nous", "là où vivent mes parents"; on folded text.

| pointed at by | examples |
|---|---|
| whose or which, and a word for ground | my field, our coastal community, this lake, notre canton, cette vallée, mes trois parcelles |
| a word of place, and whose | in my constituency, over our permit area, dans notre mairie; not "in our report" |
| "the" and a word for ground of which one is meant | in the region, over the reservoir, dans le département; not "the region of Murcia" |
| here, there, where somebody lives | around here, over there, chez nous, where we fish, là où je cultive |
| what was shown or given | the selected site, these coordinates, the area of interest |
"""

from __future__ import annotations

from connectors.vocabulary.patterns import Pattern

_GROUND = (
    r"(?:reefs?|atolls?|villages?|hometown|home ?town|homes?|house|street|district|county|province|state|country|island|coast|coastline|shoreline|valley|orchards?|vineyards?|gardens?|land|lands|property|properties|ranch|forests?|"
    r"woods|woodlot|lakes?|river|sites?|fields?|farms?|farmland|polygons?|city|town|place|plots?|parcels?|study area|watershed|catchment|basin|neighbou?rhood|municipality|park|reserve|estuary|bay|"
    r"communit(?:y|ies)|concessions?|paddocks?|pastures?|rangeland|estate|plantations?|glacier|mountains?|hills?|canton|commune|borough|parish|prefecture|governorate|constituency|territory|delta|lagoon|marsh|"
    r"wetlands?|reservoir|dam|pond|creek|stream|beach|harbou?r|port|airport|mine|quarry|plant|factory|warehouse|campus|school|camp|resort|tract|grove|paddies|premises|backyard|neck of the woods|"
    r"part of the (?:world|country|coast)|corner of the (?:world|country)|areas?|regions?|aoi|location|locality|spot|pin|marker|zones?|waters|(?:fishing|hunting|grazing) grounds?)"
)
_SOL = (
    r"(?:recifs?|atolls?|parcelles?|villes?|maison|vallee|rue|proprietes?|forets?|bois|rivieres?|province|regions?|fermes?|communes?|zones?|villages?|jardins?|vergers?|vignobles?|vignes?|quartier|departements?|pays|ile|lacs?|sites?|"
    r"champs?|bassin(?: versant)?|terrains?|terres?|parc|baie|communaute|concessions?|exploitations?|canton|arrondissement|prefecture|gouvernorat|circonscription|territoire|delta|lagune|marais|reservoir|barrage|"
    r"comte|retenue|etangs?|ruisseau|fleuve|plage|port|aeroport|mine|carriere|usine|entrepot|campus|ecole|camp|alpages?|paturages?|prairies?|plantations?|oliveraies?|palmeraies?|bananeraies?|vergers?|rizieres?|glacier|montagnes?|collines?|massif|littoral|cotes?|"
    r"districts?|detroit|coins?|secteurs?|lieux?|endroits?|epingles?|reperes?|marqueurs?|emprise|perimetre|cabane|chalet|municipalite|localite|aoi|epingle|repere|marqueur|punaise)"
)
# Of ground one of which is meant by "the", where no other word tells which.
_THE_ONE = (
    r"(?:region|area|district|strait|fjord|plot|parcel|county|province|municipality|city|town|village|basin|catchment|watershed|valley|park|reserve|estuary|lagoon|delta|reservoir|lake|dam|glacier|island|port|harbou?r|bay|"
    r"mine|quarry|airport|field|farm|country|state|neighbou?rhood|coastline|shoreline|mountain|concession|site|wetland|plantation|estate|orchard|vineyard|garden|cabin|greenhouse|farmhouse|campsite|trailhead|summit|pass|refuge|hut|lodge|atoll|reef|clinic|hospital|school|factory|plant site|dam site|ranch|paddock|pasture|forest|coast|beach|river mouth)"
)
_LE_SEUL = (
    r"(?:region|zone|district|detroit|fjord|departement|province|municipalite|commune|ville|village|bassin(?: versant)?|vallee|parc|reserve|estuaire|lagune|delta|reservoir|lac|barrage|retenue|glacier|ile|port|baie|"
    r"mine|carriere|aeroport|champ|parcelle|ferme|pays|quartier|canton|trait de cote|littoral|montagne|massif|concession|site|marais|plantation|secteur|verger|vignoble|jardin|chalet|cabane|serre|alpage|refuge|col|sommet|lagon|atoll|recif|camping|hopital|ecole|usine|ranch|paturage|foret|cote|plage|embouchure|domaine skiable|station de ski)"
)
# What is whose and is no ground: "in our report", "pour mon mémoire".
_NO_GROUND = (
    r"(?:reports?|opinion|stud(?:y|ies)|data\w*|models?|projects?|analys[ei]s|thesis|papers?|articles?|case|views?|mind|budget|clients?|questions?|lists?|tables?|requests?|notebooks?|e?mails?|messages?|times?|"
    r"work|team|colleagues?|boss|director|minister|own|lives|life|lifetime|experience|use|class|students?|ensembles?|training|previous|last|first|next|records?|scripts?|code|runs?|results?|figures?|maps?|plots?|charts?|"
    r"slides?|presentation|talk|course|homework|assignment|lesson|kids|children|parents|research|dissertation|memo|newsletter|story|book|website|app|dashboard|workflow|pipeline|toolbox|"
    r"rapports?|avis|etudes?|donnees|jeux?|modeles?|projets?|analyses?|these|memoire|cas|clients?|listes?|tableaux?|demandes?|carnets?|courriels?|mails?|travaux|travail|equipe|collegues?|chef|directeur|"
    r"ministre|vie|cours|etudiants?|eleves|entrainement|resultats?|figures?|cartes?|graphiques?|exposes?|recherches?|livre|site web|appli\w*|enfants|parents|connaissance|sens|part|tour|place|amie?s?|partenaires?|friends?|partners?|etiquettes?|variantes?|"
    r"variables?|indices|index|indicators?|indicateurs?|indice|scenarios?|period\w*|dates?|years?|annees?|sensors?|images?|scenes?|bands?|bandes?|samples?|labels?|annotations?|thresholds?|seuils?|latest|recent|newest)"
)
_WHOSE = r"(?:my|our|his|her|their)"
_DE_QUI = r"(?:ma|mon|mes|notre|nos)"
_WHICH = r"(?:this|that|these|those)"
_LEQUEL = r"(?:cette|cet|ce|ces)"
_BETWEEN = r"(?:(?!of\b|in\b|on\b|the\b|for\b|and\b|or\b|to\b|de\b|du\b|des\b|la\b|le\b|les\b|sur\b|en\b|pour\b|et\b|dans\b|year\b|month\b|week\b|annee\b|mois\b)[a-z-]+ ){0,2}?"
_ENDS = r"(?=\W*$|\s*[,.;:?!)(]|\W+(?:in|on|from|since|under|by|for|during|between|with|over|around|near|last|this|now|today|yesterday|please|before|after|until|to|go|goes|going|get|gets|been|be|is|was|has|have|had|will|would|dr(?:y|ied|ying)|shr\w+|mov\w+|chang\w+|\d))"
_FINIT = r"(?=\W*$|\s*[,.;:?!)(]|\W+(?:en|depuis|pour (?:\d|les annees|l'annee|la periode)|sur (?:les|la (?:periode|decennie)|l'annee|\d)|durant|lors|le (?:\d|jour|matin|soir|mois|week-end)|a (?:noel|paques)|sous|selon|pendant|entre|avant|apres|ces|cet|cette|l'(?:an|hiver|ete|automne)|la semaine|au cours|d'ici|jusqu|avec|a-t|a t|va|est|sera|s'est|se|recule\w*|bouge\w*|du \d|de (?:19|20|\d)|janv\w*|fevr\w*|mars|avril|mai|juin|juil\w*|aout|sept\w*|oct\w*|nov\w*|dec\w*|\d))"
_AT = r"(?:in|over|at|near|around|across|within|of|for|on)"
_SUR = r"(?:dans|sur|pour|autour de|pres de|de|au-dessus de|chez)"

HERE = (
    r"\b(?:"
    rf"{_WHOSE} {_BETWEEN}{_GROUND}\b|{_WHICH} {_BETWEEN}{_GROUND}\b|"
    rf"(?:our|my|nos|mes) (?:winters?|summers?|autumns?|springs?|seasons?|rains?|climate|weather|rivers?|hivers?|etes?|printemps|automnes?|saisons?|pluies?|climat|meteo|rivieres?)\b|"
    r"(?:the|these|both|les|ces|nos|mes) (?:two |three |deux |trois |same )?(?:sites|fields|farms|plots|parcels|villages|towns|cities|places|locations|areas|champs|fermes|parcelles|villes|lieux|endroits|zones|sites)(?=\W*$|\s*[,.;:?!)]|\W+(?:for|in|on|from|since|by|pour|en|depuis|de (?:19|20))\b)|"
    rf"{_DE_QUI} {_BETWEEN}{_SOL}\b|{_LEQUEL} (?:[a-z-]+ )??(?:{_SOL}|coordonnees|points)\b|"
    rf"(?:over|near|around|across|above|outside) {_WHOSE} (?!{_NO_GROUND}\b)\w+|in {_WHOSE} (?!{_NO_GROUND}\b)\w+(?=\W*$|\s*[,.;?!]|\W+(?:in|on|from|since|by|during|between|over|last|this|now|today|under)\b)|"
    rf"(?:dans|autour de|pres de|au-dessus de|chez) {_DE_QUI} (?!{_NO_GROUND}\b)\w+|"
    rf"{_AT} the (?:whole |entire |rest of the )?{_THE_ONE}{_ENDS}|"
    r"(?:(?:how|has|have|is|are|was|did|will) (?:\w+ ){0,3}?|^\W*)the (?:whole |entire )?(?:river|lake|reservoir|glacier|lagoon|island|dam|coastline|shoreline|coast|forest|bay|estuary|delta|city|town|village|region|valley|port|mine|volcano|beach|marsh|wetland)"
    r"(?=['’]s\b|\W+(?:level|area|surface|extent|water|get|gets|been|be|dry\w*|dried|shr\w+|mov\w+|chang\w+|recover\w*|recede\w*|retreat\w*|grow\w*|grew|flood\w*|burn\w*|freez\w*|froz\w*|warm\w*|erod\w*|lose|lost|losing|melt\w*|ris(?:e|es|en|ing)|rose|fall\w*|fell|drop\w*|swell\w*|swollen|overflow\w*|expand\w*|advanc\w*|disappear\w*|vanish\w*|s[aiu]nk\w*|subsid\w*|gain\w*|evolv\w*|fill\w*|empt\w*|full|low|high|green\w*|brown\w*|degrad\w*|cool\w*|becom\w*|thaw\w*|thin\w*|deforest\w*)\b)|"
    rf"(?:show|see|view|display|map)(?: me| us)? the (?:whole |entire )?{_THE_ONE}{_ENDS}|(?:montre[rz]?|voir|vois|affiche[rz]?|cartographie[rz]?)(?:[- ](?:moi|nous))? (?:la |le |l'){_LE_SEUL}{_FINIT}|"
    rf"how (?:full|empty|deep|big|large|high|low|wide|clean|clear|warm|cold|dirty|polluted|green|healthy) (?:is|are|was|were) the (?:whole )?{_THE_ONE}{_ENDS}|"
    rf"(?:{_SUR} (?:la |le |l'|les )|du |a la |a l'|au-dessus du |autour du |pres du |au )(?:toute la |tout le )?{_LE_SEUL}{_FINIT}|"
    r"(?:la|le|l')\s?(?:riviere|fleuve|lac|reservoir|glacier|lagune|ile|barrage|trait de cote|littoral|foret|baie|estuaire|delta|port|mine|volcan|plage|marais|retenue|vallee|ville|commune|region)"
    r" (?:a|va|est|sera|etait|se|s'\w+|recul\w*|bouge\w*|fond\b|fondu\w*|deborde\w*|retreci\w*|grandi\w*|mont\w*|remont\w*|baiss\w*|diminu\w*|augment\w*|descend\w*|chang\w*|evolu\w*|gel\w*|degel\w*|perd\w*|gagn\w*|dispara\w*|avanc\w*|inond\w*|brul\w*|rechauff\w*|verdi\w*|devien\w*|devenu\w*)(?:\b|-t-)|"
    r"(?:the |at )?(?:specified|given|selected|chosen|above|following|said|requested|shown) (?:site|location|area|region|place|point|coordinates)s?|"
    r"the (?:aoi|area of interest|study (?:area|site|region)|pin|area shown|polygon|bounding box)|these coordinates|this (?:point|address)(?! in time\b)|"
    r"(?:endroits?|lieux?|sites?|zones?|regions?|emplacements?|secteurs?|coordonnees) (?:donne|choisi|selectionne|indique|specifie|precise|demande|retenu|vise|concerne)e?s?\b|"
    r"(?:la|sur la|de la) zone (?:d'interet|d'etude)|le polygone|l'emprise|cette adresse|ce point(?=\W*$|\s*[,.;?!])|"
    r"(?:am i|are we|suis-je|sommes-nous|est-ce que je suis|est-ce que nous sommes|est-ce qu'on est) (?:\w+ )?(?:in|within|inside|on|near|en|dans|sur|pres) (?:an? |the |d'une? |une? )?(?=\w)|"
    r"gulf (?:waters|coast)s?|the gulf\b(?! (?:of|stream))|"
    r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!out )there(?= (?:in|since|during|between|from|over|for|by) (?:the |jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|win|sum|spr|aut|fal|last|past|\d))|"
    r"(?:change|changed|changing|be|look|get|happen\w*|weather|warm\w*|rain\w*) there(?=\W*$|\W+(?:in|by|since|over|during|between|this|last|next|under)\b)|(?:what(?:'s| is| was)|how(?:'s| is)) the (?:\w+ ){1,3}there(?=\W*$)|(?:at|for|over|in|around|near|of|up|down|out) (?:here|there)(?! (?:is|are|was|were)\b)|(?<!from )(?<!click )here\b(?! (?:is|are|comes?|goes)\b|'s\b)|(?:around|near|behind) (?:us|me)\b|"
    r"(?<!d')ici\b|(?:climat|meteo|dire|dis|sais|savoir|parler?|temps|gens|terres|champs|temperatures?|pluies?|hivers?|etes) d'ici(?=\W*$|\s*[,.;?!)])|(?:autour|pres|loin|tout pres|a cote) d'ici|par ici|la-bas|la-haut|chez (?:moi|nous|eux)|autour de (?:moi|nous)|(?:a cote|pres|proche) de (?:moi|nous)|dans le coin|"
    r"(?:will|did|can|could|do) we (?:get|face|experience|expect|suffer)\b|will we (?:have|see)\b|\b(?:aurons|subirons|connaitrons|recevrons|verrons)-nous\b|"
    r"where (?:i|we|they|my \w+|our \w+)(?: (?:now|currently|all|usually))? (?:live|lives|farm|farms|work|works|grow|grows|fish|fishes|am|are|is|stay|stays|graze|grazes|hunt|hunts|settle\w*|operate|operates)\b|"
    r"(?:la|l'endroit|le lieu|le coin|le secteur) ou (?:je|nous|on|j'|ils|elles|vit|vivent|habite\w*|travaille\w*|cultive\w*) ?\w*"
    r")"
)
POINTS = Pattern(HERE)
