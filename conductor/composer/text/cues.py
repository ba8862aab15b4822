"""The words that tell what is wanted: asking, comparing, running, mapping, counting; English and French, on folded text."""

from __future__ import annotations

from dataclasses import dataclass, fields

from conductor.composer.text.pointing import HERE
from connectors.vocabulary.patterns import Pattern

_SCENE = (
    r"(?:images?|imagery|imageries?|scenes?|acquisitions?|(?<!sont )(?<!est )(?<!ont )(?<!has )(?<!have )(?<!did )(?<!etaient )(?<!soient )(?<!may )(?<!to )(?<!we )(?<!they )(?<!will )(?<!at the )(?<!on the )(?<!over the )(?<!mountain )(?<!°c )(?<!° c )(?<!degres )(?<!degrees )pass(?:es)?(?! (?:the )?-?\d{1,3}(?:[.,]\d)?[ -]?(?:°|deg|[cf]\b|[cm]m\b|m/s|km/h|mph|kt|knot))|prises(?: de vues?)?(?= (?:sentinel|landsat|planet\w*|spot|pleiades|modis|radar|sar|optiques?|satellit\w*|du satellite))|overpass(?:es)?|granules?|tiles?|mosaics?|pass(?:e|ent|era)(?:nt)?(?:-(?:t-)?(?:ils?|elles?))? (?=au[- ]dessus d)|"
    r"shots?|pictures?|photos?|snapshots?|(?<=satellite )videos?|videos?(?= (?:satellit\w+|from (?:space|above|orbit)|depuis l\'espace))|imgs?|(?<=sentinel )ims?|(?<=landsat )ims?|(?<=satellite )ims?|\bims?(?= (?:sentinel|landsat|satellit))|composites?|products?|produits?|passages?|tuiles?|mosaiques?|"
    r"quicklooks?|time-?lapses?|(?<=\bun )accelere(?= (?:d[eu']|sur|satellit))|(?<=\ben )accelere|(?<!urban )(?<!carbon )(?<!built )(?<!city )(?<!town )(?<!human )(?<!ecological )footprints?|cliches?|pics?|(?:satellite|aerial|space) views?|(?<=one |two )views?(?= (?:will|would|are|is|suffice)\b)|(?<=une |eux )vues?(?= (?:(?:me|nous) )?suffi)|views? from (?:space|above|orbit)|(?<=, )(?:as )?seen from (?:space|above|orbit)|vues? (?:satellit\w+|aeriennes?|du ciel|depuis l'espace|de l'espace|d'en haut)|"
    r"(?:voir|regarder) [^.?!]{2,40} (?:depuis l'espace|du ciel|d'en haut)|(?:see|view|look at) [^.?!]{2,40} from (?:space|orbit|above))"
)
_DATA = (
    r"(?:(?<!too much )(?<!so much )data|data ?sets?|files?|runs|(?<!^)(?<!to )(?<!and )(?<!please )(?<!can you )(?<!could you )run(?! (?:the|a|an|it|this|that|my|our|on|for|\w+'s)\b)|simulations?|outputs?|members?|records?|(?<!time )(?<!time-)series|donnees|jeux|jeu|fichiers?|"
    r"sorties?|realisations?|membres?|collections?|models?|modeles?|nodes?|noe?uds?|holdings?|catalogue?s?|sources?|annotations?|labels?|etiquettes?(?! de grille)|training (?:data|sets?)|dems?|mnt|mne|mns|dtms?|dsms?|digital (?:elevation|terrain|surface) models?|(?:lidar )?point clouds?|nuages? de points|hyperspectrale?s?)"
)
_QUESTION = (
    r"(?:what|which|how|why|when|where|who|whose|is|are|was|were|do(?! (?:an?|me|some|us)\b)|does|did|will|would|can|could|has|have|should|"
    r"quels?|quelles?|comment|combien|pourquoi|quand|ou|qui|que|est-ce|qu)"
)
# of a trend, where a significant snowfall or wave height is only a large one
SIGNIFICANT = (
    r"(?:significance|significantly|(?:statistically|is it|is that|is this|are they|and|or|how) significant|significant(?=\W*(?:$|[?,;])| (?:at |over |since |(?:upward |downward |positive |negative |linear |long[- ]term |warming |cooling )*(?:trend|change|increase|decrease|rise|decline|warming|cooling|drying|wetting|drop|fall|loss|gain|slope|shift|retreat|growth|difference)))|"
    r"significativement|significativite|(?:tendances?|hausses?|baisses?|augmentations?|diminutions?|evolutions?|changements?|variations?|reculs?|retraits?|rechauffement|refroidissement|assechement|pente|progression|declin|pertes?|montee)\b[^.?!;,]{0,40}? significati\w+|"
    r"(?:est|sont)(?:-(?:il|elle|ce)s?)? (?:\w+ )?significati\w+|(?<!vague )(?<!vagues )(?<!houle )(?<!hauteur )significati\w+(?=\W*(?:$|[?,;])| (?:depuis|au seuil)\b))"
)

PATTERNS: dict[str, str] = {
    # what to do
    "find":
        r"\b(?:(?<!whatever you )(?<!anything you )(?<!everything you )(?<!all you )(?<!you can )(?<!you could )find|(?<=^can you )find|(?<=^could you )find|(?<=[,;:.?!] can you )find|(?<=[,;:.?!] could you )find|search|list|locate|look(?:ing)? (?:up|for)|fetch|retrieve|download|browse|discover|query|"
        r"pull(?: up)?|where ?\?(?=\W*$)|get me|get(?! (?:much |any |a bit |a lot )?(?:(?:small|larg|bigg|warm|hott|cold|cool|wett|dri|long|short|green|brown|thick|thinn|high|low|deep|strong|weak|clean|dirti|mild|wind|storm|snow)i?er|more|less|worse|better)\b)|grab|hunt|(?<!se )(?<!s'y )(?<!que tu peux )(?<!que vous pouvez )trouver?|trouvez|cherch\w+|recherch\w+|lister?|listez|telecharg\w+|"
        r"recuper\w+|(?:me|nous) sortir|(?:res)?sor(?:s|tez)(?=-(?:moi|nous)\b| (?:le|la|les|l'|un|une|des|du)\b)|"
                r"availab\w+|accessible|disponibles?|disponibilite|exist\w*|in stock|(?:is|are) there (?:any|some)?|"
                r"y a-?t-?il(?! (?:deja |jamais |bien )?eu\b)|il y a|(?:avez-vous|as-tu)(?! (?:pris|utilise|fait|choisi|employe|calcule|mis|compte|obtenu|oublie)\w*)|t'as(?= (?:du|des|de|un|une)\b)|(?:tu as|vous avez|t'as)(?= (?:du|des|de la|ca|cela)\b)|(?<![\w'] )(?:you|u)(?: guys| all)? (?:have|got)(?= (?!to\b)[^?]*\?)|enumere[rz]?|do you (?:have|hold)|have you got|what's there|(?<!variables )(?<!variable )holds?|holding|hosts?|"
                r"heberge\w*|detien\w+|provides?|fourni\w*|propos\w*|offers?|offre(?:nt)?|distribu\w*|diffuse(?:nt)?|serves?|publi\w+)\b",
    "show":
        r"\b(?:show|display|give|see|view|present|montre[rz]?|affiche[rz]?|donne[rz]?|voir|visualise[rz]?|need|want|"
        r"i'd like|would like|besoin|veux(?! dire\b)|voulons|voudrais|voudrions|faut|faudrait|aimerais|aimerions|souhaite|souhaitons|souhaiterais|souhaiterions|send|envoie|(?<=i'm )after|(?<=i am )after|(?<=we're )after|(?<=we are )after)\b",
    "scenes": rf"\b{_SCENE}\b",
    "data": rf"\b{_DATA}\b",
    "which_term":
        r"\b(?:which|what|quels?|(?<!\ba )quelles?|list|liste[rz]?)(?: \w+){0,2} (?:experiments?|experiences?|variables?|scenarios?|domains?|domaines?|institut\w+|versions?|tables?|activities|activites|grids?|"
        r"resolutions?|frequenc\w+|products?|produits?)\b",
    "which_data":
        r"\b(?:(?:which|what|quels?|quelles?|any|all(?: the| of the)?|every|list\w*|how many|combien de|(?<!here are )some|(?<![a-z] )des|(?<=\bavec )des(?! (?:\w+ )?(?:images?|imagerie|scenes?|photos?)\b)|"
        r"(?:number of|nombre de)(?= (?:[\w.-]+ ){0,2}(?:models?|modeles?|runs|files?|datasets?|members?|membres?|simulations?|fichiers?|jeux|nodes?|noe?uds?)\b)|"
        rf"tous les|toutes les|liste (?:les|des)?) |combien d')(?:(?!of |de |do (?:the|these|those) |(?:donn|montr|indiqu|projett|annonc)\w+ (?:les|ces|l[ae]) )[\w./+()-]+ ){{0,4}}?(?:{_DATA}|{_SCENE})\b",
    "compute":
        r"\b(?:comput\w+|calculat\w+|deriv(?!ant|e (?:des? |du |d')(?:glac|banq|iceb|nap|p))\w+|estimat\w+|determin\w+|measur\w+|evaluat\w+|analy[sz]\w+|calcul\w*|"
        r"estim\w+|mesur\w+|evalu\w+|analys\w+|quantif\w+|assess\w*)\b",
    "detect":
        r"\b(?:detect\w*|(?:(?<!\ba )(?<!\bthe )(?<!\bone )(?<!\bme )map|(?<=\bon a )map|(?<=\bon the )map|(?<=\bas a )map|map(?:ping|ped))|segment\w*|classif\w+|identif\w+|delineat\w+|outlin\w+|spot(?:s|ted|ting)?|"
        r"count(?:ing)?|monitor\w*|track\w*|extract\w*|extrai\w*|contours?|detecte[rz]?|cartograph\w+|delimit\w+|repere[rz]?|(?:en|sur (?:une|la)) cartes?(?! (?:d|topo))|(?<!tiens pas )(?<!tiens )(?<!tient )(?<!tenir )(?<!tenant )(?<!tenez pas )(?<!tenez )(?<!tenu )(?<!rend )(?<!rendre )(?<!rends )(?<!de )(?<!mon )(?<!notre )(?<!un )(?<!le )(?<!en )(?<!a )compte(?! tenu| rendu)|comptez|compter|"
        r"denombr\w+|surveill\w+|suivi\w*|suivre|suis|mask\w*|masque\w*|predict\w*|inference|infer)\b",
    "how_much":
        r"\b(?:how (?:much|many|large|big|extensive|wide|high|deep|far|long|hot|cold|warm|wet|dry|windy|cloudy|thick|"
        r"strong|often|bad|severe|polluted|humid|sunny|rainy|snowy|green|salty|mild|dusty|muggy)|a quel point(?![^.?!]{0,80}\b(?:s'accord|colle|reprodui|proche|fidel|biais|differ|represent|model|simul|fiable|s'ecart))|what (?:share|fraction|percentage|proportion|area|extent|percent)|combien|"
        r"quelle (?:superficie|surface|part|proportion|fraction|etendue)|quel (?:pourcentage|volume|nombre))\b",
    "happened": r"\b(?:did|was|were|has|have|had|is|are)\b.*\?|\b(?:a-t-|ont-|est-|sont-|etait|etaient|y a-t-il eu)\w*",
    # contrast
    "compare":
        r"\b(?:compar(?:e|es|ed|ing|ison|isons|er|ez|ons|aison|aisons)|contrast(?:s|ed|ing)?|confront\w*|"
        r"side[- ]by[- ]side|cote a cote|versus|vs|contre|head[- ]to[- ]head|mets? en regard|oppose[rz]?)\b",
    "against": r"\b(?:versus|vs\.?|against|contre|as opposed to|rather than|plutot qu(?:e\b|')|en face d\w+|face a(?:u|ux)?)\b",
    "than":
        r"\b(?:plus|moins|davantage|aussi|autant|meilleure?s?|pires?|superieure?s?|inferieure?s?|differente?s?) +(?:d[e'] *)?(?:(?:[\w'.()+°-]|(?<=\d),(?=\d))+ +){0,9}?qu(?:e +|')(?!(?:possible|prevu|jamais|d'habitude|d'ordinaire|a l'(?:ordinaire|accoutumee)|en temps normal)\b)|"
        r"\bas (?!(?:far|soon|well|long|much|many|few|little) as)\w+ (?:\w+ ){0,2}as (?=(?:in|on|during|at|under) )|\b(?:than(?! (?:usual|expected|possible|ever|planned)\b)(?! (?:a |about |or equal to )?[-+]?\d+(?:[.,]\d+)? ?(?:°|deg|[cfk]\b|mm|cm|m\b|m/s|km|%|per ?cent|days?|in\b(?! [a-z])|inch|mph|kn|hpa|f(?:oo|ee)?t\b))|de plus que|de moins que)\b",
    "comparative": r"\b(?:(?:twice|half|thrice|times|just|almost|nearly) as (?!(?:far|soon|well|long|much|many|few|little) as)\w+ (?:\w+ ){0,2}as\b|\w{3,}er|more|less|fewer|worse|better|plus|moins|davantage|mieux|pire|meilleure?s?|superieure?s?|inferieure?s?)\b",
    "difference": r"\b(?:diffs?|differen(?:ce|ces|t|tly)|differs?|differe\w*|gap|spread between|ecarts?|discrepan\w+)\b",
    "which_of":
        r"\b(?:which (?:of|one|is|was|has|had|will|country|city|region|scenario|model|year)|lequel|laquelle|"
        r"lesquel\w+|(?<!ce )qui (?:aura|a|connaitra|recevra|verra|sera|est|etait|connait|recoit)|quel pays|quelle ville|quel(?:le)? (?:scenario|modele|annee|region)(?! de\b)|which .* (?:or|better))\b",
    "match":
        r"\b(?:how (?:well|closely|good|close|far(?: off)?|near|faithful\w*|accurate\w*|realistic\w*|different|biased|wrong)|match(?:es)?|(?:dis)?agree(?:s|ment)?|(?:under|over)-?(?:estimat|predict|stat)\w*|(?:sous|sur)-?estim\w*|s'ecarte\w*|s'eloigne\w*|s'accorde\w*|colle\w*|fidele\w*|proches? d(?:\w+|')|deviat\w*|depart from|too (?:warm|cold|wet|dry|hot|cool|windy|rainy|snowy|mild)|trop (?:(?:chaud|froid|humide|sec|seche|fraiche|frais|dou(?:x|ce)|vente)e?s?|pluvieu\w+|neigeu\w+|venteu\w+)|(?:stack|line|hold|measure)s? up|off from|far from|loin d\w+|consistent with|reproduc\w+|capture[sd]?|"
        r"validat\w+|evaluate|skill|bias(?:es)? (?:of|in|against)|represent\w*|reprodui\w+|close to (?:the |what |its )?(?:obs\w*|measure\w*|stations?|real\w*|was)|accord|concord\w+|"
        r"dans quelle mesure|a quel point(?=[^.?!]{0,80}\b(?:s'accord|colle|reprodui|proche|fidel|biais|differ|represent|coincid|correspond|model|simul|sur-?estim|sous-?estim|fiable|s'ecart)))\b",
    # time
    "trend":
        r"\b(?:(?:straight|best[- ]fit|fitted|regression) lines?(?: (?:through|fitted|fit))?|linear (?:fit|regression)|une (?:ligne )?droite (?:passant|ajustee|qui (?:passe|traverse)|au travers|a travers|dessus|par-dessus|superposee)|(?:avec|ajoute|ajuste|superpose) une (?:ligne )?droite(?! d)|droites? d[e'] ?(?:regression|ajustement|tendance)|(?:ajustement|regression) lineaire|taux (?:annuel |moyen )?(?:de |d'|du )(?:la |l')?(?:perte|baisse|hausse|recul|fonte|rechauff|retrait|augmentation|croissance|elevation|erosion|subsidence|diminution|deforest|declin|progression|montee|changement)\w*|rates? of (?:warming|cooling|rise|melt\w*|change|retreat|increase|decline)|(?:vitesse|rythme) (?:de (?:la )?|du |d')(?:fonte|recul|rechauff\w+|montee|hausse|retrait|baisse|rise|assechement)|taux(?= (?:donne|montre|indique|observe|trouve|obtien|projette|annonce)\w*|\W*[?,])|trend(?:s|ing)?|tendenc(?:y|ies)(?= (?:of|in|for|over|towards?)\b)|tendances?|(?<!\brain )(?<!rainfall )(?<!precipitation )(?<!snowfall )(?<!\bflow )(?<!evaporation )(?<!sampling )(?<!frame )(?<!\berror )(?<!learning )(?<!lapse )rates?|a quelle vitesse(?! (?:souffl|(?:le|les) vents? souffl|coule|(?:moyenne |maximale |max )?(?:du|des|de) (?:vents?|courants?|rafales?)))|vitesse (?:de |d'|du |des |a laquelle )(?:la |l')?(?:perte|recul|fonte|rechauff|chang|elevation|hausse|montee|retrait|erosion|baisse|deforest|progression|expansion|diminution|augmentation|amincissement|verdissement|l'elevation)\w*|rythme|\bpace (?:of|at which)\b|at what pace|how (?:fast|quickly|rapidly)(?! (?:is|are|was|were|does|do|did) (?:the )?(?:winds?|currents?|gusts?|waves?|rivers?) (?:blow\w*|flow\w*|mov\w*|travel\w*|run\w*)?)|trended|derive (?:de la |de l'|de |du |des )(?!glaces?|banquise|icebergs?|nappe|petrole|hydrocarb|continent|courant|bouee|littoral)|drift (?:of|in) the (?!ice|pack|iceberg|oil|slick|buoy)|"
        r"(?<!mean )(?<!means )(?<!average )per (?:decade|year trend)|(?<!moyenne )(?<!moyennes )(?<!moyen )(?<!moyens )(?<!cumul )(?<!total )(?<!decennie )par decennie(?! jusqu)|over time|through time|over the (?:years|decades)|au fil (?:du temps|des ans|"
        r"des annees|des decennies)|(?<!mean )(?<!average )(?<!median )(?<!steepest )(?<!maximum )slope(?! (?:maps?|angles?|rasters?|aspect|gradient|failure|stability|slid\w*|slip\w*|gave|collaps\w*|of the (?:terrain|hills?|mountains?|valleys?))\b)|pente(?! (?:a-t-elle|a glisse|qui|s'est|moyenne|du terrain|des versants|forte|raide)\b)|mann-?kendall|theil|sen's|"
                 r"evol(?:ution|utions|ve|ved|ves|ving|ue|uer|ueront|uera|ution)|time evolution|year[- ](?:on|over)[- ]year|"
                 r"accelerat\w+|(?<!\bun )(?<!\ben )accelere\w*|getting (?:\w+er|more|less|worse|better)|(?:ca|cela|situation|choses|conditions) (?:y )?(?:empir|s'aggrav|s'amelior|se degrad|se deterior)\w*|"
                 r"becom(?:e|es|ing)|" + SIGNIFICANT + r"|de (?:plus en plus|moins en moins|pire en pire|mieux en mieux)|(?:more and more|less and less)|history of)\b",
    "has_changed":
        r"\b(?:did|how does|how do)\b[^.?!]{0,90}\b(?:change|evolve|vary|increase|decrease|decline|grow|shrink|rise|fall|drop|worsen|intensify|weaken|strengthen|lengthen|shorten|accelerate|acidify|lose|gain|thin|melt|retreat|recede|expand|(?:re)?fill|empty|drain|dry (?:up|out)|recover|rebound|(?:go|come) (?:up|down))\b|"
        r"\b(?:(?:do|does|did)\b[^.?!]{0,60}\b(?:get|grow|become)|got|gotten|became|grew|has grown|turned) (?:(?:much |a lot |far |any )?(?:\w{3,}er|more|less|worse|better))\b(?! than)|"
        r"\b(?:is|are)\b[^.?!]{0,80}\b(?:increas|decreas|ris|declin|grow|shrink|worsen|intensify|reced|retreat|melt|dry|warm|expand|disappear|sink|subsid|thinn|erod|green|brown|degrad|recover|thaw|cool|accelerat|lengthen|shorten|(?:re)?fill|empty|drain|slow|weaken|strengthen|stabili[sz]|stagnat|eas|silt|speed|los|gain|heat(?=ing (?:up|faster|quicker|more|less|the (?:most|fastest|quickest))\b))ing\b|"
        r"\b(?:keeps?|continues? to|go(?:es)? on) (?:on )?(?:increas|decreas|ris|declin|grow|shrink|worsen|reced|retreat|melt|dry|warm|expand|sink|subsid|thinn?|erod|fall|drop|cool)(?:e|ing)?\b|"
        r"\bdurent?-(?:t-)?(?:ils?|elles?) (?:de )?(?:plus|moins) (?:en (?:plus|moins) )?longtemps\b(?! qu)|\b(?:augment|diminu|progress|recul|s'aggrav|fond|rechauff|s'allong|allong|raccourci|retreci|baiss|(?:re)?mont(?!r)|s'elev|s'enfonc|s'affaiss|gagn|perd|accelere|declin|grandi|s'eten|s'etal|s'assech|s'intensifi|devien|empir|s'amelior|s'accelere|chang|vari|regress|rajeuni|s'erod|s'amincit|s'effondr|disparai|boug|rapetiss|descen|forci|faibli|grossi|ralenti|se refroidi|s'adouci|s'acidifi|se degrad|se dilat|se retir|reverdi|verdi|stagn|se stabilis|stabilis|s'etend|s'ensabl|degel|aminci|s'affin|se retract|(?:se )?renforc|(?:s')?affaibli|s'attenu|s'accentu|s'amplifi|s'amenuis|s'espac|se prolong|se multipli|se rarefi|s'eclairci|se clairsem|se densifi|s'epaissi|se (?:retabli|regener|repeupl|rempli|vid|recuper))\w*-(?:t-?)?(?:il|elle|tu)s?\b(?! (?:\w+ )?(?:sous|au-dess[uo]u?s|au-dela|en[ -]dessous|a (?:moins|plus) de)\b)|"
                       r"\b(?:est|sont)-(?:ils?|elles?) (?:re)?(?:montee?|descendue?|tombee?)s?\b(?! (?:de la|du|des|de l'|d'|beaucoup|combien|\d))|"
                       r"\best-(?:il|elle)s? (?:plus|moins) (?!de \d)[a-z]{3,15}(?: en \w+)? (?:maintenant|aujourd'hui|desormais|ces (?:dernieres annees|temps-ci|jours-ci)|qu'avant|qu'autrefois)\b|\b(?:est-ce|est|sont|est-(?:il|elle)|sont-(?:ils|elles)) en (?:hausse|baisse|recul|augmentation|diminution|progression|declin)\b|"
                       r"\bcomment\b[^.?!]{0,90}\b(?:change|changent|evolue|evoluent|varie|varient|progresse|progressent|recule|reculent|diminue|diminuent|augmente|augmentent)\b|"
        r"\b(?:si|est-ce que|que) [^.?!]{3,60}\b(?:augment|diminu|recul|s'aggrav|raccourci|s'allong|baiss|(?:re)?mont(?!r)|s'enfonc|s'affaiss|s'intensifi|se rarefi|progress|s'adouci|se radouci|se rechauff|s'assech|chang|boug|evolu|rapetiss|s'amelior|empir|se degrad)\w*(?:ent|e|t)\b(?<!ait)(?<!aient)|\bfai(?:t|sait)-il (?:plus|moins) (?!de \d)[^.?!]{2,60}\b(?:depuis|qu'avant|qu'autrefois|que jadis)\b|\b(?:en train (?:de |d')|continue\w*(?:-t?-?(?:il|elle)s?)? (?:de |d'|a ))(?:se |s')?(?:retreci|augment|diminu|recul|fond|mont|baiss|rechauff|assech|disparai|chang|degrad|enfonc|affaiss|verdi|erod|aminci)\w*|\b(?:whether|if) [^.?!]{3,60}\b(?:is|are) (?:\w+ )?(?:increas|decreas|ris|declin|shrink|grow|worsen|reced)ing\b|"
        r"\b(?:ha(?:s|ve)|had)\b(?:n't)?[^.?!]{0,140}?\b(?:chang|shift|mov|increas|decreas|warm|cool|rise|risen|fallen|declin|green|brown(?=ed)|erod|thaw|melt(?=ed)|acidif|silted|yellow(?=ed)|"
        r"shr[aiu]nk|grown|grew|expand|drop|improv|worsen|dri|sprawl|spread|lengthen|shorten|intensif|retreat|lost|gained|gone|become|weaken|strengthen|slow(?=ed|ing)|deepen|deteriorat|degrad|accelerat|stabili[sz]|subsid|s[au]nk\b|halv|tripl|been \w+ing (?:later|earlier|longer|shorter|\w+er|more|less)|come (?:back )?(?:up|down)\b|refill|fill(?=ed)|empti|drain(?=ed)|varied|fluctuated|got(?:ten)? (?:\w+er|more|less)|been (?:warm|"
        r"ris|fall|declin|increas|decreas|shrink|grow|chang|dry|gett)|evolv|thinn|recover|doubl)\w*"
                       r"|\b(?:est|sont)(?:-(?:il|elle|ils|elles))?\b[^.?!]{0,40}\bdevenue?s?\b|\bs'est-(?:il|elle)[^.?!]{0,30}\b\w+|\b(?:(?:a|ont)(?:-t-(?:il|elle|on|ils|elles)|-ils|"
                       r"-elles)\b[^.?!]{0,90}?\b|(?:a|ont) (?:(?:\w+ment|beaucoup|bien|peu|tant|autant|deja|encore|toujours|aussi|un peu|pas|plus|moins|trop|plutot|vite|assez|pu|du),? ){0,2})(?:change|augmente|diminue|evolue|recule|baisse|monte|progresse|"
                       r"fondu|retreci|regresse|perdu|gagne|chute|grandi|faibli|forci|ralenti|raccourci|allonge|modifi|transform|redessin|rechauffe|refroidi|asseche|accelere|rarefie|multiplie|grossi|decline|empire|intensifie|adouci|affaibli|renforce|r?e?verdi|bruni|jauni|degele|erode|avance(?=e?s?\b)|acidifie|salinise|ensable|envase|aminci|recule|rapetisse|bouge|ameliore|degrade|empire)\w*|\bse (?:rechauff|refroidi|retreci|"
                       r"degrad|assech)\w*|\bs'est \w*(?:rechauff|retreci|refroidi|assech|degrad)\w*",
    "change":
        r"\b(?:chang(?:e|es|ed|ing|ement|ements|er|era|eront|e-t)|shift(?:s|ed)?|increas\w+|decreas\w+|declin\w+|"
        r"ris(?:e|es|en|ing)|rose|fallen|falling|fell by|grow(?:s|n|th|ing)?(?!(?<=growing)[ -](?:degree|season|period))|grew|shr[aiu]nk\w*|sprawl\w*|spread\w*|expan\w+|gain(?:s|"
        r"ed)?|loss(?:es)?|lost|los(?:e|es|ing)|variations?(?! saison)|perdre|perd(?:ent|ait)?|gagn(?:er|ee?s?|ent|ait)|retreat\w*|melt\w*|thaw(?:s|ed|ing)?|degel\w*|fonte(?! (?:nivale|d(?:es|e la) neiges?)\b)|augment\w+|diminu\w+|baiss\w+|hausse|recul\w*|rapetiss\w*|pertes?|perdue?s?|moved?|moving|boug\w+|progress\w+|evol\w+|anomal\w+|"
        r"warm(?:s|ed|ing|er)?|rechauff\w+|retrec\w+|grandi\w*|agrandi\w*|grossi\w*|etal\w+|(?:s'est|se sont|s'etait|s'etaient) (?:\w+ )?etendu\w*|recover(?:y|ed|s|ing)?|regr(?:owth|ew|own|owing)|repouss\w*|regenera\w*|erod(?:e|es|ed|ing|ent|e?e?s?)|(?:a|ont|avait|avaient)(?:-t-(?:il|elle|on)|-ils|-elles)? (?:\w+ )?(?:chute|plonge|bondi|grimpe)|plung(?:e|es|ed|ing)|plummet\w*|dwindl\w+|climbed|soared|appear(?:s|ed|ing)?|appar(?:u\w*|ait|aissent)|disappear\w*|vanish\w*|dispar(?:u\w*|ait|aissent|aitre)|drop(?:s|ped)?|smaller|larger|bigger|greener|browner|greened|browned|r?e?verdi\w*|bruni\w*|jauni\w*|(?:est|sont)-(?:ils?|elles?) (?:re)?(?:montee?|descendue?|tombee?)s?(?! (?:de la|du|des|de l'|d'|beaucoup|combien|\d))|(?:go|went|gone) (?:up|down)|what(?:'s| is| has|'s been| has been) (?:gone|lost|missing)|que manque-t-il|qu'est-ce qui manque|ce qui manque)\b",
    "before_after":
        r"\b(?:before[ -]?(?:and|/|&|-|vs\.?|versus)?[ -]?(?:the )?after|pre[- /](?:and|et)?[- ]?post|pre-/post|pre-? (?:and|et|&) post|"
        r"avant[ -]?(?:et|/|-|puis)?[ -]?(?:l'|d')?apres|change detection|detection (?:de|des) changements?|changes? (?:between|map|"
        r"mask|in)|differenc(?:e|ing) (?:image|map)|image differencing|images? (?:de |des )differences?|cartes? (?:de |des |du )(?:differences?|changements?)|new(?:ly)? (?:built|constructed|built-up)|new (?:buildings?|constructions?|roads?|settlements?|houses?|greenhouses?) .{0,40}\bbetween|(?:nouve(?:aux|lles) (?:batiments|constructions|routes|maisons|serres)|(?:batiments?|constructions?|routes?|maisons?|serres?) (?:neu(?:fs?|ves?)|nouve(?:aux?|lles?))) .{0,40}\bentre|d'une date a l'autre|"
        r"before .{0,40}(?:\band|[,;/]) ?(?:(?:an)?other |one |the (?:other|one) )?after|avant .{0,40}(?:\bet|[,;/]) ?(?:une? |l'autre |celle |celui )?(?:d')?apres|then and now|(?:before|past|once) (?:and|vs\.?|/) (?:now|present|today)|avant (?:et|/|-) ?(?:maintenant|aujourd'hui)|hier et aujourd'hui|autrefois et aujourd'hui|that (?:was|were) (?:dry|intact|standing|empty|bare|green|not \w+) (?:on|in)|qui (?:etait|etaient) (?:encore )?(?:a sec|secs?|seches?|intacte?s?|debout|vides?|vertes?) (?:le|en)|(?:weren't|wasn't|were not|was not) (?:there(?!\W*\?)|present|visible|yet|built|(?:in|on) (?:\w+ )?(?:19|20)\d\d)|(?:as )?(?:the |une? |l')?(?:before|after|pre-event|post-event) (?:image|scene|picture|shot)s?|(?:image|scene|photo|vue)s? (?:d')?(?:avant|apres)(?! (?:le|la|les|l'|un|une|cette|ce)\b)|"
        r"(?:didn't|did not) exist|n'(?:y )?(?:et|exist)(?:ait|aient) pas)\b",
    "future":
        r"\b(?:will|would(?! (?:like|love|appreciate|help|do\b(?! (?:to|for))|suffice|suit|you|it be (?:possible|ok)|be (?:(?:very|really|so|most|quite|just) )?(?:grateful|glad|nice|great|happy|handy|helpful|useful|lovely|perfect|fine|good|ideal|welcome|enough|wonderful|appreciated|plenty|best|super))\b| [^.;?!]{0,60}\bcosts?\b)|going to|gonna|(?<!\bthe )(?<!\bour )(?<!\bmy )(?<!\bthis )(?<!\byour )(?<!\ba )projects?\b(?! (?:sits?|sites?|areas?|teams?|zones?|managers?|partners?|lies)\b)|project(?!s?\b)\w+|projet(?:te|tes|tent|ter\w*|er|ez|ee?s?)\b|futur\w*|expect\w*|anticipat\w*|foresee\w*|forecasted climate|"
        r"(?:next|coming) (?:few |several |two |three )?(?:decades|years)|(?:decades|years) (?:to come|ahead)|(?:ans|annees|decennies) (?:a venir|qui viennent)|outlook|scenarios?|pathways?|emissions|prevu\w*|attend(?:u|us|ue|ues|re)|prochain\w*|avenir|horizon|(?:which|what|how much) (?:global |level of |degree of )*warming(?: level)?|quel(?:le)? (?:niveau |degre |seuil )?(?:de |du )?rechauffement|va|"
        r"vont|(?!(?:pour|faud|voud|dev|aime|souhaite|sau)rai)\w{2,}rai(?:t|ent)-(?:il|elle|on)s?|(?:ca|cela|on) (?!(?:pour|faud|voud|dev|aime|souhaite|sau)rai)\w{2,}rai(?:t|ent)|devrai\w+|sera|seront|\w{3,}r(?:a|ont)(?:-t-(?:il|elle|on)|-(?:ils|"
        r"elles))?(?<!sahara)(?<!extra)(?<!infra)(?<!camera))\b",
    # run, train, explain
    "run":
        r"\b(?:run|rerun|re-run|runs(?! (?:with|that (?:have|has|hold|provide|offer)|having|providing)\b)|running|execute|launch|drive|driven by|force[sd]?|set up|chain|(?:re)?lance[rz]?|"
        r"execute[rz]?|fais tourner|fait tourner|faire tourner|tourne[rz]?|rouler?|roulez|faire rouler|applique[rz]?|apply|use .* to|call|invoke|"
        r"appelle[rz]?|trigger|process|(?:passe[rz]?|fai[st] passer)(?= (?:le |la |un |une |du |de la )?[\w-]+(?: \w+)? (?:sur|a)\b))\b",
    "simulate":
        r"\b(?:simulat(?:e|es|ed|ing)|simule[rz]?|simulons|simulation (?:of|de|du|des|d')|model (?:the|how)|"
        r"modelise[rz]?|model chain|modell?ing chain|chaine|cascade|hydrograph\w*|hydraulic(?:s)? (?:model|"
        r"simulation)|dam[- ]break|rupture de barrage|downscale dynamically)\b",
    "train":
        r"\b(?:(?<!en )(?:re|fine[- ]?)?-?train(?:s|ing)?(?! (?:station|line|track|data (?:for|of) cmip))|retrain(?:ed)?|"
        r"fine[- ]?tun\w+|entrain(?:e|er|ez|ons)|reentrain\w*|re-entrain\w*|annotat\w+|annote[rz]?|label(?:l?ing|s|"
        r"l?ed)?(?! gr| gn)|etiquet\w+(?! de grille)|active learning|apprentissage actif|apprentissage)\b",
    "train_verb":
        r"\b(?:can|could|should|must|may|might) (?:the|our|my|this|that|your) (?:[\w-]+ ){0,3}?(?:models?|classifiers?|detectors?|networks?) (?:\w+ )?be (?:improved|updated|refined|adapted|tuned|trained)\b|\b(?:modeles?|classifieurs?|classifiers?|classificateurs?|detecteurs?|reseaux?)\b[^.?!;]{0,40}?\b(?:peu(?:t|vent)|pourrai(?:t|ent)|doi(?:t|vent)|devrai(?:t|ent))(?:-(?:il|elle)s?)? (?:\w+ )?etre (?:mis a jour|ameliore|affine|adapte|(?:re-?)?entraine)e?s?\b|\b(?:needs?|requires?|deserves?|due for|calls? for|wants?) (?:a |an |some |more |to be )?(?:re-?|fine[- ]?)?(?:training|trained|tuning|tuned)\b|\b(?:should|must|has to|have to|ought to|to) be (?:re-?trained|fine[- ]?tuned)\b|\b(?:doi(?:t|vent)(?:-(?:il|elle)s?)?|devrai(?:t|ent)(?:-(?:il|elle)s?)?|demande(?:nt)? a|merite(?:nt)? d'|a|ont besoin d'|besoin d') ?etre (?:re-?)?entrainee?s?\b|\b(?:a|est a|besoin d'un|demande un|merite un|reclame un|exige un) re-?(?:entrainer|entrainement|apprentissage)\b|\b(?:build|fit|make|create|prepare|collect|gather|assemble|compile|generate|ajuste[rz]?|construire|construis|constitue[rz]?|prepare[rz]?|collecte[rz]?|rassemble[rz]?|reuni[rs]|genere[rz]?|cree[rz]?|fai(?:s|tes|re)|tire[rz]?|turn (?:this|that|it|these|those|them) into)(?:-(?:en|moi|nous))* (?:me |moi |us |a |an |the |un |une |some |des |our |my )*(?:\w+[- ]){0,4}?(?:training (?:data|set|samples?|dataset|labels?|examples?|points?|chips?)|(?:jeu|donnees|etiquettes|echantillons|exemples|labels?) d'(?:entrainement|apprentissage)|(?:labell?ed|annotated) (?:data ?sets?|data|sets?|samples?|examples?|tiles?|chips?|patches|images?|scenes?|masks?|polygons?)|(?:jeu|donnees|echantillons|exemples|tuiles|vignettes|imagettes|images|scenes|masques|polygones) (?:etiquete|annote|labellise)e?s?|labels? (?:for|of)|etiquettes (?:pour|de|des|d')|classifiers?|classifieur|ground truth|verite terrain)\b|"
        r"\b(?:improve|update|refine|adapt|teach|ameliore[rz]?|affine[rz]?|adapte[rz]?|mets? a jour|apprends?) (?:a |au |the |our |my |le |la |notre |mon )*(?:\w+[- ]){0,5}?(?:model|classifier|detector|network|modele|classifieur|detecteur|reseau)\b|"
        r"\b(?:learn|relearn|apprends?|apprenne[zs]?|apprendre) (?:from|de|des|a partir de) (?:my|our|these|those|the|mes|nos|ces|les|corrections)\b|\b(?:take|taking|prends|prenez|prendre|tiens|tenir)(?:-les|-en)? .{0,60}\b(?:into account|en compte|compte)\b.{0,40}\b(?:model|modele|detector|detecteur|classifier|classifieur)|"
        r"\b(?:feed|incorporate|include|integrate|add|use|integre[rz]?|ajoute[rz]?|utilise[rz]?|injecte[rz]?) (?:\S+ ){0,5}?(?:corrections?|annotations?|labels?|polygons?|polygones?|etiquettes?) .{0,40}\b(?:in(?:to)?|to|for|dans|pour|a) (?:re)?(?:train|improv|the (?:\w+ ){0,3}(?:model|detector|classifier)|le (?:\w+ ){0,3}(?:modele|detecteur|classifieur)|entrain|amelior)|"
        r"\b(?:mets|mettez|mettre) (?:le |la |notre |mon |ce )?(?:\w+[- ]){0,3}?(?:modele|classifieur|detecteur|reseau) a jour\b|"
        r"\b(?:demande[rz]?|interroge[rz]?) (?:les |des )?(?:etiquettes?|labels?|annotations?)\b|"
        r"\b(?:which|what|lesquel\w+|quels?|quelles?) [^?.;]{0,60}\b(?:worth|useful|informative|best|worthwhile|next) [^?.;]{0,20}?\b(?:label\w*|annotat\w*)|\b(?:lesquel\w+|quels?|quelles?) [^?.;]{0,50}\b(?:annoter|etiqueter|labelliser)\b|"
        r"\b(?:pick|choose|select|choisi\w*|selectionne\w*|prends|sors|trie) [^?.;]{3,60}\b(?:(?:so|for|pour|afin) [^?.;]{0,40}\b(?:label\w*|etiquet\w+|annot\w+)|(?:a|to) (?:label|annotate|etiqueter|annoter|labelliser))\b|"
        r"\b(?:affine[rz]?|re-?entrainer|entrainer|fine[- ]?tune[rz]?|specialise[rz]?|ajuste[rz]?(?! une? (?:tendance|droite|courbe|regression|loi|distribution|gev|polynome))|peaufine[rz]?) (?:\w+[ -]){0,2}(?:prithvi|clay|sam|u-?net\w*|yolo\w*|resnet\S*|deeplab\S*|segformer\S*|mask r-?cnn|dofa|croma|terramind|satmae|le|la|les|un|une|mon|ma|notre|nos|ce|cette)\b|"
        r"\b(?:fit(?:ting)?|build(?:ing)?|develop(?:ing)?|grow(?:ing)?|set up|teach(?:ing)?|(?:apprend(?:re|s|ons)|apprenez|enseigne[rz]?) a|ajuste[rz]?|ajustons|cale[rz]?|construi(?:s|re|sez|sons)|developpe[rz]?|bati[rs]?|monte[rz]?) (?:me |us |moi |nous )?(?:an?|the|my|our|some|une?|le|la|l'|mon|ma|notre|des)[ -]?(?:[\w-]+ ){0,2}?(?:random forests?|forets? aleatoires?|svms?|support vector machines?|xgboost|lightgbm|gradient boost\w*|cnns?|u-?nets?|resnets?|(?:convolutional |deep |artificial )?neural net(?:work)?s?|reseaux? (?:de neurones|neuronal|neuronaux|convolutif)\w*|decision trees?|arbres? de decision|k-?nn|regressors?|(?:logistic|ml|machine[- ]learning|deep[- ]learning) (?:regressions?|models?)|regressions? logistiques?|modeles? d'apprentissage)\b|"
        r"(?:^\W*|[.,;:!?] *|\b(?:please|can you|could you|to|want to|help me|veux|voudrais|aimerais|pour|peux-tu|fais|faites|faire) )(?:learn|teach (?:it|the \w+)|apprends?|apprendre) (?:a (?:new )?|to (?:recogni[sz]e|detect|map|tell|spot)|how to|a (?:reconnaitre|detecter|distinguer|cartographier)|une? (?:nouve(?:au|lle) |(?:[\w-]+ ){0,2}?(?:detecteur|classifieur|classificateur|modele|reseau|segmenteur)\b)|the )|"
        r"\b(?:detector|classifier|model|network|detecteur|classifieur|modele|reseau)\b[^?]{3,80}[,;.] (?:please )?(?:update|retrain|fix|improve|correct|mets|ameliore|corrige|reentraine)(?: it|-le|-la|s? le a jour)?\b|"
        r"\b(?:add|append|ajoute[rz]?|merge|integre[rz]?) .{3,80}\b(?:to|into|au|aux|dans) (?:the |our |my |le |la |les |l'|nos? |mes |mon )*(?:training (?:set|data|samples|labels)|jeu d'(?:entrainement|apprentissage)|donnees d'(?:entrainement|apprentissage))|"
        r"\b(?:(?:re-?)?(?:launch|run|start)|begin|kick off|initiate|submit|queue|send|(?:re)?lance[rz]?|(?:re)?demarre[rz]?|commence[rz]?|entame[rz]?|debute[rz]?|refai[st]|reprend(?:s|re)?) (?:with )?(?:the |a |an |another |la |le |l'|un |une )?(?:re-?)?(?:training|entrainement|apprentissage)\b|"
        r"\b(?:tiles?|tuiles?|scenes?|images?|patch(?:es)?|chips?|imagettes?|vignettes?|samples?|echantillons?|parcelles?|points?) (?:[\w'-]+,? ){0,8}?(?:to|for|a|worth|pour|d'etre) (?:be )?(?:annot\w+|label\w*|etiquet\w+)\b|"
        r"\b(?:like|want|need|veux|voudrais|aimerais|faut|faudrait|besoin) (?:an?|une?|d'une?) (?:[\w'-]+ ){0,6}?(?:models?|detectors?|classifiers?|modeles?|detecteurs?|classifieurs?) (?:[\w'-]+ ){0,4}?(?:re)?(?:trained|entrainee?) (?:on|for|with|sur|pour|avec|au|en)\b|"
        r"\b(?:unlabell?ed|unannotated|non (?:annote|etiquete|labellise)e?s?|sans etiquettes?|pas encore (?:annote|etiquete)e?s?)\b[^.?!]{0,60}\b(?:annotat\w+|label\w*|annot\w+|etiquet\w+|next|ensuite|first|d'abord)\b|"
        r"\b(?:transfer[- ]learning|apprentissage par transfert|cross[- ]validat\w+ (?:a|an|the|our|my)|validation croisee d\w+|(?:continue|resume|poursui\w+|reprend\w*) (?:the |l')?(?:training|entrainement|apprentissage))\b|"
        r"\b(?:adapt|specialise|adapte[rz]?|specialise[rz]?) [\w.+-]+ (?:to|for|a|aux?|pour) (?:my|our|mes|nos|notre|mon|ma)\b|"
        r"\b(?:build|develop|construire|construis|construisez|developpe[rz]?)(?:[ -](?:me|us|moi|nous))? (?:an?|une?) (?:\w+[- ]){0,4}?(?:detectors?|detecteurs?|classificateurs?|(?:segmentation|detection|classification) model|model (?:to|that|for) (?:detect|map|classif|segment)\w*|"
        r"modele (?:de (?:detection|segmentation|classification)|(?:pour|qui) (?:detect|cartograph|class|segment)\w*))\b|"
        r"\b(?:start|begin|keep(?: on)?|continue|resume) (?:label+|annotat)ing\b|\b(?:commence[rz]?|continue[rz]?|reprends?) (?:a|d')[ ]?(?:annoter|etiqueter|labelliser)\b|"
        r"\b(?:active learning|apprentissage actif)\b|\b(?:which|what|quels?|quelles?) (?:\w+ ){0,3}(?:should|must|dois|devrais|faut)\S* (?:\w+ ){0,3}(?:be )?(?:label\w*|annotate\w*|annoter|annotee?s?|etiquet\w+)\b|"
        r"(?:^\W*|[.,;:!?] *|\b(?:veux|voudrais|aimerais|vais|allons|voulons|souhaite|stp|svp|s'il (?:te|vous) plait|pls|plz|please|can you|could you|to|and|then|pour|et|puis|peux-tu|faut|want to|(?:we|i|one|they) c(?:an|ould)|puisse|puissions|puissent|"
        r"let's|lets|help me) )(?:re-?train|train(?! (?:timetables?|schedules?|tickets?|stations?|lines?|journeys?|rides?|fares?|delays?|travel|services?|traffic)\b)|fine[- ]?tune|retrain|entrain(?:e(?!e?s? sur .{3,40},)\w*|ons\b)|re-?entrain(?:e\w*|ons)|label|annotate|annote[rz]?|"
        r"etiquet\w+(?! de grille))\b|\btraining (?:a|the|of|run)\b|\b(?:labels?|annotations?|samples?|examples?) (?:to|should|"
        r"would|do|that).{0,40}(?:label|annotat|collect|query|next)|\bquery .{0,30}labels?\b",
    "meaning":
        r"\b(?:what(?:'s| is| are| does| do| did)? .{0,60}\b(?:means?|stands? for|represents?|refers? to|measures?|signif\w+)|"
        r"meaning of|stands? for|definition|defin(?:e|ed|is|ir|ie?s?|it|issez|issent|it-on)|explain\w*|expliqu\w+|tell me (?:about|more)|(?:tell|remind) (?:me|us)[ ,]+(?:[\w ',-]{2,40}?[ ,]+)?what (?:an? |the )?(?:[\w'-]+ ){1,4}(?:is|are|was|means?)(?=\W*$|[.,;:(]| and\b| then\b)|"
        r"describe (?:the|how|what)|c (?:koi|quoi)|c'est koi|cest (?:koi|quoi)|quest[- ]ce que?|ke[sz]ako|signifi\w+|veut dire|veulent dire|c'est quoi|ce qu'(?:est|etait) (?:le|la|l'|un|une|les)\b|(?:dis|dites|dire)(?:[- ](?:moi|nous))?[ ,]*(?:[\w ',-]{2,40}?[ ,]+)?ce qu'est\b(?! (?:devenu|\w*passe|arrive))|ce que sont (?:les|des)\b|qu'est[- ]ce que?|a quoi (?:sert|"
        r"servent|correspond)|what(?:'s| is) the (?:point|purpose|role|meaning|definition|use)|que (?:calcule|mesure|"
        r"represente|signifie|contient)|correspond\w* a quoi|the role of|quel est le (?:role|sens|lien)|lien entre|"
        r"link between|relationship between|what role|difference between .{1,60} and\b|difference entre)\b",
    "what_is":
        r"^\W*(?:so |ok |hey |hi |please |what about )*(?:what(?: on earth| exactly| the \w+)?(?:'s| is| are|s)|who(?:'s| is| are)|c'est quoi|"
        r"qu'est[- ]ce que?|que (?:signifie|veut dire)|quelle est la difference|quelles sont les|quelle sont)\b",
    "how_to":
        r"\b(?:how (?:do|does|can|could|should|would|is|are|was|were|to)(?! (?:much|many|you (?:find|get)))\b|"
        r"how come|how reliable|how accurate|how good|how (?:certain|confident|trustworthy)|comment (?![^.?!]{3,60}\b(?:a-t-(?:il|elle)|ont-(?:ils|elles)|evolue\w*|change(?:nt)?|changera\w*|va-t-(?:il|elle)|vont-(?:ils|elles))\b)(?:(?:est|sont|"
        r"faut|peut|puis|dois|devrais|doit|se|calcul|estim|mesur|interpret|fonctionn|cit|choisi|fai|sait|obtien|lire|"
        r"les?|la|on)\S*|l')|why|pourquoi|pour quelle raison|should i|dois-je|devrais-je|(?:je|on) (?:dois|devrais|doit|devrait) (?:plutot |alors )?(?:prendre|utiliser|choisir|preferer|employer)|faut-il|can i trust|"
        r"peut-on se fier|is it (?:safe|ok|valid|possible|legit|correct|true)|est-il (?:possible|valable|correct|"
        r"vrai)|best practice|recommend\w*|recommand\w+|pros and cons|advantages?|avantages?|inconvenients?|"
        r"limit(?:ation)?s? (?:of|de|du|des)|limites? (?:of|de|du|des)(?! (?:la |le |les )?(?:nuages?|couverture|nebulosite|neige|resolution)\b)|caveats?|when should|(?:which|what) (?:[\w-]+ ){1,4}?(?:to (?:use|choose|pick|take|prefer|trust)|(?:should|would) (?:i|we|one|you) (?:use|choose|pick|take|prefer|go with))\b|quel(?:le)?s? (?:[\w'-]+ ){1,4}?(?:choisir|prendre|utiliser|preferer|employer|retenir|privilegier)\b|which (?:one )?(?:should|"
        r"do) i|lequel (?:prendre|choisir|je prends|utiliser))\b",
    "about_us":
        r"\b(?:what (?:can|do|could) you (?:do|offer|know|help)|who (?:are|made|built|created|wrote|trained) (?:you|"
        r"this)|what are you|are you (?:a|an|able|human|sure you)|your (?:sources?|capabilities|limits?|name|"
        r"data sources)|which (?:sources|catalogues|catalogs|nodes|languages|processes|tools|servers?) (?:do|can|"
        r"are) you|do you (?:support|speak|know|understand|only|need|store|keep|use|handle|cover)|"
                    r"(?:supporte|parle|connai|comprend|stocke|conserve|garde|utilise|couvre)s-tu|(?:supportez|parlez|connaissez|comprenez|stockez|conservez|gardez|utilisez|couvrez)-vous|(?:une chose|quelque chose|un truc) que (?:tu|vous) (?:fais|faites|sais|savez|peux|pouvez)\b|(?:something|a thing) (?:that )?you (?:do|can do|offer|handle)\b|^\W*(?:tu|vous) (?:parles|parlez|comprends|comprenez|connais|connaissez)\b|que (?:sais-tu|peux-tu|pouvez-vous|savez-vous|fais-tu)|qui (?:es-tu|etes-vous|t'a|vous a)|"
                    r"(?:tes|vos) (?:sources|outils|capacites|limites)|(?:es-tu|etes-vous|est-ce que tu es|est-ce que vous etes) (?:une?|capable|humaine?|vraiment une?)\b|par qui|who am i (?:talking|speaking) to|a qui (?:ai-je|est-ce que je)|yourself\b|toi-meme|vous-meme|tu (?:es|as ete|peux faire|sais faire)|(?:puis|pourrais|peut|peux)-(?:je|on) (?:te|vous) (?:demander|poser)|(?:je|on) (?:peux|peut|puisse|pourrais?) (?:te|vous) (?:demander|poser)|quels? (?:genres?|types?|sortes?) de (?:questions?|choses|requetes?)|quelles? (?:langues|sources)|peux-tu (?:aider|"
                    r"m'aider)|comment (?:tu t'appelles|t'appelles-tu|marches-tu|fonctionnes-tu)|"
                    r"(?:what|which)(?: \w+){0,3} (?:(?:can|could|do) your (?:models|detectors|classifiers|algorithms)|are your (?:models|detectors|classifiers|algorithms) (?:able|capable|trained))\b|(?:que|qu'est-ce que|quel(?:le)?s?(?! sont)(?: \w+){1,2}?)(?: \w+){0,3} (?:tes|vos) (?:modeles|detecteurs|classifieurs|algorithmes)\b|"
                    r"help me (?:understand|please)?$|^help\W*$|^aide\W*$|what (?:kinds?|sorts?|"
                    r"types?) of (?:questions?|things|data|analys\w+|processing)|what (?:\w+ ){0,3}(?:analys[ei]s|"
                    r"processes|processing|tools) (?:can|could|are|do|does)|what can (?:the|this|i)|que puis-je|quel(?:le)?s? (?:\w+ ){0,3}(?:analyses?|traitements?|calculs?|etudes?) (?:\w+ ){0,2}?(?:puis-je|peut-on|pouvons-nous|pourrais-je|pourrait-on|(?:est-ce qu'?(?:e )?)?(?:je|on|nous) (?:peux|peut|pouvons|pourrais)|sont possibles)|"
                    r"(?:quels?|quelles?) (?:genres?|types?|sortes?) de (?:questions?|choses?|trucs?|demandes?|donnees|analyses?|traitements?)|"
                    r"processus (?:offre|propose|sont|disponibles)|processes? (?:does|do|are|is)|(?:list|liste[rz]?|enumere[rz]?|cite[rz]?|nomme[rz]?|"
                    r"which|what|quels|show|montre)(?: me| moi)?(?: \w+){0,3} process(?:es|us)?)\b",
    "able":
        r"^\W*(?:hi,? |hello,? |bonjour,? )?(?:can|could|do|are) you (?:also |really |actually |able to )?|^\W*(?:peux-tu|pouvez-vous|sais-tu|savez-vous|es-tu capable|etes-vous capable|est-ce que (?:tu|vous) (?:peux|pouvez|sais|savez))\b",
    "greeting":
        r"^\W*(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening)|greetings|thanks?|thank you|bonjour|bonsoir|salut|"
        r"coucou|merci|allo|yo|ciao|goodbye|bye|au revoir|cheers|see (?:you|ya)(?= (?:soon|later|next time|around|tomorrow|then)\b|\W*$)|take care(?=\W*$)|have a (?:nice|good|great|lovely) (?:day|evening|weekend|week|one|night)(?=\W*$)|until next time|a (?:la prochaine|bientot|plus(?: tard)?|demain|tout a l'heure)(?=\W*$)|bonne (?:journee|soiree|semaine|nuit|continuation|fin de journee)(?=\W*$)|bon week-?end(?=\W*$)|how are you(?=\W*$| doing| today)|how(?:'s| is) it going|how do you do(?=\W*$)|what's up(?=\W*$)|nice to meet you|comment (?:ca va|vas-tu|allez-vous|tu vas|vous allez)(?=\W*$| aujourd'hui| bien)|(?:est-ce que )?ca va(?= bien\W*$|\W*$)|enchantee?)\b",
    "citation":
        r"\b(?:cit(?:e|ing|ation|er)|licen[cs]e|doi|reference for|credit|acknowledg\w+|terms of use|"
        r"conditions d'utilisation)\b",
    "metadata":
        r"\b(?:(?:from|since|until|till|up to|through) (?:(?:which|what) (?:year|date)|when)(?: on(?:wards?)?)? (?:does|do|is|are|can|could) [^.?!]{2,60}?\b(?:provide|have|had|get|cover|start|begin|go|available|exist|hold|offer)\w*|(?:a partir de|depuis|jusqu'a|jusqu'en) (?:quelle (?:annee|date)|quand) [^.?!]{0,60}?\b(?:a-t-on|avons-nous|fourni\w*|couvr\w*|commence\w*|dispo\w*|exist\w*|va|vont|propose\w*|offr\w*|debut\w*)|through which year|since when (?:has|have|is|are|does|do)|depuis quand|at what resolution|a quelle resolution|up to which year|jusqu'a quelle annee|temporal coverage|how (?:often|"
        r"frequently) (?:is|are|does|do)|revisit|which (?:spectral )?bands?|what (?:spectral )?bands?|quelles bandes|quel(?:le)?s? (?:est|sont) (?:la |le |les |l')(?:resolution|unites?|bandes|licence|precision|exactitude|fauchee|source|(?:temps de )?revisite)\b(?: (?:spatiale|native|nominale|temporelle|spectrale)s?)?|"
        r"how many bands|combien de bandes|band (?:list|numbers?|names?)|wavelengths?|longueurs? d'onde|what (?:is|"
        r"are) the (?:spatial |native |nominal |temporal |spectral )?(?:resolution|units?|bands?|licen[cs]e|accuracy|"
        r"revisit|swath|source)|model cards?|fiches? (?:technique )?(?:du|de|des) modeles?|data policy|who (?:provides|produces|makes|maintains)|what (?:classes|categories)|"
        r"quelles classes|nomenclature|how (?:is|are) \S+ (?:named|numbered))\b",
    "quality":
        r"\b(?:accura(?:te|cy)|reliab\w+|uncertain\w*|fiab\w+|precis(?:e|ion)?|incertitude\w*|confidence|trust|"
        r"valid)\b",
    "dispute":
        r"\b(?:are you sure|you sure|sure about (?:that|this|it)|(?:that's not|it's not|that isn't|that can't be) right|(?:seems?|looks?|sounds?|feels?) (?:way |a bit |far |much |rather |really |very )?(?:too \w+|off|wrong|odd|weird|strange|implausible|unlikely|high|low|suspicious)|doesn't (?:seem|look|sound|feel) (?:right|plausible|realistic)|(?:that|it|this)(?:'s| is| looks| seems| sounds| can't be| cannot be|"
        r" must be)? ?(?:not )?(?:wrong|right\?|correct\?|odd|off|impossible|incorrect|too (?:high|low|much(?! data\b)|many|few|"
        r"big|small|good)|strange|weird|suspicious|a lot|surprising)|really\b|i (?:read|heard|thought|doubt|"
        r"don't (?:believe|trust|think|agree))|double[- ]check|check (?:that|again|it)|verify|recheck|tu es sure?|"
        r"vous etes sure?|es-tu sure?|etes-vous sure?|"
                   r"(?:me |ca |cela |c'est |ce n'est |ca me |cela me )+(?:semble|parait|etonne|faux|pas juste|"
                   r"bizarre|impossible|trop|suspect|inexact|errone)|(?:j'ai|on) (?:lu|entendu|dit)|j'en doute|"
                   r"je (?:doute|ne (?:crois|pense) pas|pensais|croyais)|vraiment|verifie[rz]?|t'es sure?|"
                   r"pas (?:d'accord|possible)|n'importe quoi|en doute)\b",
    "instead":
        r"\b(?:instead|rather|make (?:it|that)|switch(?: it)? to|change (?:it|that|the \w+) to|i mean(?:t)?|"
        r"not \w+ but|replace|swap|plutot|au lieu|remplace[rz]?|je voulais dire|change[rz]? pour|passe[rz]? (?:a|en|"
        r"au)|mets? (?:plutot|a|en|le|la))\b",
    "add":
        r"\b(?:(?:put|mets|mettez|place) .{2,40} (?:next to|beside|alongside|a cote)(?: (?:it|that|them|de (?:ca|cela)))?(?=\W*$)|on top(?! of)|add|throw in|tack on|append|also|as well|too(?! (?:much|many|few|little|low|high|hot|cold|late|warm|dark|long|short|small|large|big|coarse|fine|far|wet|old|soon|bad|thick|strong|weak|slow|[a-z]{3,}y)\b)|include|including|you (?:forgot|missed|left out)|(?:tu as|vous avez) oublie|"
        r"(?<!la )(?<!le )(?<!les )(?<!au )(?<!du )(?<!ne )(?<!non )(?<!pas )(?<!de )plus(?! (?:tot|tard|chaud|froid|sec|seche|humid|haut|bas|fort|faibl|grand|petit|gros|recent|ancien|clair|loin|long|court|d'|de\b|que\b|qu'|nuageu|viei|vieux|fine?|precis|vite|lent|venteu|pluvi|eleve|intens|proche|large|touche|dou(?:x|c)|dure?s?\b|sobre|optimist|pessimist|severe|sombre|vert))|and also|along with|ajoute[rz]?|aussi|egalement|en plus|"
        r"inclus|inclure|rajoute[rz]?|complete[rz]? (?:par|avec))\b",
    "only":
        r"\b(?:only|just|restrict|narrow|limit|keep|consider only|focus(?:ing)?|zoom(?: in)?|seulement|uniquement|"
        r"juste|garde[rz]?|restrein\w+|que (?:les|la|le)|limite[rz]?|ne garde\w*|concentre\w*)\b",
    "remove":
        r"\b(?:remove|drop|without|exclude|ignore|forget|take out|leave out|no longer|enleve[rz]?|retire[rz]?|"
        r"supprime[rz]?|oublie[rz]?|sans|exclu\w*|laisse[rz]? tomber)\b",
    "repeat":
        r"\b(?:same|again|repeat|redo|re-?run|likewise|do (?:it|that|this) (?:for|with|again|over)|"
        r"meme(?:s)?(?: chose| question| analyse)?|pareil|refai(?:s|tes|re)|relance[rz]?|recommence[rz]?|encore|de nouveau|a nouveau|idem|repete[rz]?|fai(?:s|tes)(?:-l[ae]s?| (?:ca|cela)) (?:pour|avec|sur|a|en|au|aux|encore)|(?:le|la|les) (?:re)?faire (?:pour|avec|sur|a|en|au|aux))\b",
    "pronoun":
        r"\b(?:it|its|that|those|them|these|this|they|the (?:results?|same|plot|map|figure|plan|first|second|third|"
        r"previous|last|rest|others?|data|series|table|analysis|scenes?|images?|ones?|two)|ca|cela|celui(?:-ci)?|"
        r"celle(?:-ci)?|ceux|celles|(?<=-)l(?:es?|a)|les? (?:meme|premiere?|deuxieme|troisieme|second|precedente?|dernier|autres?|reste|resultats?|graphique|plan|tableau)s?|les (?:donnees|images|scenes|series|deux)|"
        r"la (?:meme|premiere|deuxieme|carte|figure|serie)|ce (?:resultat|graphique|plan|"
        r"tableau)|ces (?:resultats|donnees|images|scenes|chiffres)|cette (?:carte|figure|serie|analyse|scene|image)|"
        r"(?:j'|m'|t'|s'|n'|l'|-)en(?! (?:19|20)\d\d)|y(?= (?:a|avait|aura|en|fait|pleut|neige)\b)|(?<=-)y)\b|\b(?:l'|les? |la |j'en |m'en )(?=(?:calcul|compar|trac|montr|affich|cartographi|mesur|estim|donn|refai|fai[st]|export|list)(?:er?|ez|es|re)\b)",
    "here": HERE,
    "index_word":
        r"\b(?:(?:the|this|that|an?|l'|cet|d'|un|some|same|your|my|mes|mon|selected|requested|which)(?: input| requested| chosen)? ?|(?<=^)(?=ind(?:ex|ices|icator) (?:map|plot|series|values?)s?\b))(?:indices|index|indice|indicator|"
        r"indicateur|variables?)\b(?! (?:of|de|d[eu]|des|called|named|ndvi|ndwi)\b)(?! d')",
    "events": r"\b(?:around the time|when|during|after|before|since|following|pendant|apres|avant|depuis|lors)\b",
    "forecast":
        r"\b(?:forecast\w*|(?<!\bon )(?:prevois|prevoyez|predis|predisez)|(?:pour|peux-tu|pouvez-vous|de|veux|voudrais|faut|fai[st]) prevoir (?=l[ae']|les\b|s'il)|weather (?:tomorrow|next|this (?:week|weekend|afternoon|evening))|will it (?:rain|snow|"
        r"be (?:sunny|hot|cold|windy|cloudy|nice|warm))|previsions?|prevision meteo|va-t-il (?:pleuvoir|neiger|geler|venter|greler|"
        r"faire|y avoir)|(?:pleuvra|neigera|gelera|grelera|ventera)-t-il|s'il (?:pleuvra|neigera|gelera|fera)|fera-t-il|fera t il|nowcast\w*|seasonal (?:forecast|outlook)s?|"
        r"predict\w* .{0,60}\bnext (?:season|month|week|year)|meteo (?:de demain|pour demain|demain|de la semaine|"
        r"du week-?end|(?:de |de la |du )?(?:cette |prochaine )?fin de semaine))\b",
    "soon":
        r"\b(?:tomorrow|demain|tonight|ce soir|next (?:few )?(?:hours?|days?|week|weekend|\d+ (?:hours|days))|"
        r"through (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:on|by|until|this|next) (?:mon|tues|wednes|thurs|fri|"
        r"satur|sun)day(?!,? (?:the )?\d|,? (?:last|past)\b)|la semaine prochaine|(?<!depuis )(?<!depuis le )(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?! dernier| passe| \d)(?: prochain)?|"
        r"(?:ce|pour le) week-?end|(?:cette|la prochaine|pour la) fin de semaine|(?:this|for the) weekend|apres-demain|prochains jours|prochaines heures|les jours a venir|coming (?:days|"
        r"week|weekend|hours)|jusqu'a (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))\b",
    "cost":
        r"\b(?:how much (?:would|will|does|do) (?:it|that|this|\w+ing)?.{0,40}\bcosts?|what (?:would|will|"
        r"does) .{0,60}\bcost|costs? (?:estimate|of (?:the|this|running))|quote\b|how long (?:would|will|does|do) [^?]{0,30}\b(?:run|execution|job|process\w*|computation|download|training) take|how long (?:would|will) (?:it|that|"
        r"this|the \w+) take|price|combien (?:ca |cela )?(?:coute|couterait)|couterait|devis|quel (?:cout|prix)|"
        r"combien de temps (?:prend\w*|faut|ca))\b",
    "question": rf"\?|^\W*{_QUESTION}\b|\b(?:de|par|sur|avec|en) quoi\b|^\W*(?:et )?a quoi\b",
}  # fmt: skip
_COMPILED = {name: Pattern(pattern) for name, pattern in PATTERNS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """Which kinds of cue words a text holds."""

    find: bool = False
    show: bool = False
    scenes: bool = False
    data: bool = False
    which_term: bool = False
    which_data: bool = False
    compute: bool = False
    detect: bool = False
    how_much: bool = False
    happened: bool = False
    compare: bool = False
    against: bool = False
    than: bool = False
    comparative: bool = False
    difference: bool = False
    which_of: bool = False
    match: bool = False
    trend: bool = False
    has_changed: bool = False
    change: bool = False
    before_after: bool = False
    future: bool = False
    run: bool = False
    simulate: bool = False
    train: bool = False
    train_verb: bool = False
    meaning: bool = False
    what_is: bool = False
    how_to: bool = False
    about_us: bool = False
    able: bool = False
    greeting: bool = False
    citation: bool = False
    metadata: bool = False
    quality: bool = False
    dispute: bool = False
    instead: bool = False
    add: bool = False
    only: bool = False
    remove: bool = False
    repeat: bool = False
    pronoun: bool = False
    here: bool = False
    index_word: bool = False
    events: bool = False
    forecast: bool = False
    soon: bool = False
    cost: bool = False
    question: bool = False


_NAMES = tuple(f.name for f in fields(Cues))


def read_cues(folded: str) -> Cues:
    """Look for every kind of cue."""
    return Cues(**{name: bool(_COMPILED[name].search(folded)) for name in _NAMES})
