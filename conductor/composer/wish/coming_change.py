"""Whether a change to come is asked, and not a value to come: by the same criterion in English and French; on folded text.

A word of change tells it: to rise, to shrink, warmer, fewer. How far something gets ("how high will it climb", "jusqu'où grimpera-t-elle",
"what will it amount to") is a value, and so is how it looks, what it reaches and what becomes of it.
"""

from __future__ import annotations

from conductor.composer.text.clauses import asking
from conductor.composer.when.asides import story_end
from connectors.vocabulary.patterns import Pattern

# verbs and their nouns, each row one meaning: English · French
_MOVES = (
    (r"chang\w*|evol\w+|shift\w*", r"evol\w+|decal\w+|modifi\w+"),
    (r"(?:(?:will|would|could|might|may|to)\b[^.;?!,:]{0,80}?) (?:move|vary|alter|develop|behave|respond|react|spread|expand|stretch)\b(?! (?:away|to|up)\b)|(?:how'?s|is|are|be) [^.;?!,]{0,50}?\b(?:doing?|doin'|moving)\b(?! average)",
     r"(?:boug|vari|se comport|se port|reagi)(?:e?ra|e?ront|e?rai(?:t|ent))\b|(?:va|vont|devrai(?:t|ent))[- ][^.;?!,]{0,50}?\b(?:bouger|varier|reagir|se comporter)\b"),
    (r"increas\w*|ris(?:e|es|en|ing)\b|rais(?:e|es|ing)\b|go(?:es)? (?:up|down)|gone up|up or down\b|climb\w*|jump\w*|soar\w*|swell\w*|pick up\b",
     r"augment\w*|montee?s?\b(?! (?:en charge|de version))|monter(?:a|ont|ait|aient)?\b|montent|remont(?:ee?s?|er\w*|ent)\b|s'elev(?:e|er\w*)\b|elevation (?=d[ue]s? |de l)(?!d[ue]s? (?:terrain|sol|surface|relief|glaciers?)\b)|hausse\w*|progress(?:er\w*|e|ion)\b|grimp\w*|bondi\w*"),
    (r"(?<!rain )(?<!snow )(?<!still )falling\b(?! (?:short|rain|snow|within|in|under|on|between|over|from|below|outside)\b)|decreas\w*|declin\w*|drop(?:s|ped)?\b|dwindl\w*|thin out\b|peter out\b|reced\w*|reduc(?:e|es|ed|ing|tions?)\b|lower(?:s|ing)\b|plummet\w*|fall (?:by|off|in(?! (?:the )?(?:(?:19|20|21)\d\d|next|coming|a\b)))|"
     r"(?:(?:will|would|could|might|may|to)\b[^.;?!,]{0,80}?)(?<!the)(?<!in)(?<!this)(?<!every)(?<!each)(?<!next)(?<!of)(?<!and) fall(?! (?:rain|temp|precip|snow|season|months?|frost|weather|foliage))\b",
     r"diminu\w*|se rarefi\w*|rarefaction|s'espac\w*|declin\w*|baiss\w*|recul\w*|chut(?:e|er\w*)\b|reduc\w*|(?:se )?redui(?:re|ra|ront|t|sent)\b"),
    (r"shr[aiu]nk\w*|thinn\w*|shorten\w*|retreat\w*|narrow(?:s|ing)?\b", r"retreci\w*|aminci\w*|raccourci\w*|se retract\w*|retrait"),
    (r"grow (?!\w+ing\b)(?:by|up|in)\b|thick(?:er|en\w*)|lengthen\w*|(?<!thermal )expansion\b", r"grandi(?:r\w*|t|ssent)\b|epaissi\w*|r?allong\w*|s'eten\w*|s'etir\w*|s'etal\w*"),
    (r"warm(?:ing|s)\b|(?<!how )warm\b|heat up\b|cooling\b(?! (?:needs?|demands?|loads?|degree|degrees|energy|systems?|towers?|requirements?|season)\b)|cool (?:down|off)\b", r"rechauff\w*|refroidi\w*|rafraichi\w*"),
    (r"(?<!snow )melt\w*|thaw(?:s|ed|ing)?\b(?![- ](?:degree|index|days?|depth|season))", r"fond(?!s\b|ament|ee?s? sur|ateur|ation)\w*|fonte\b(?! (?:de (?:la )?|des )neige| nival)|(?<!de )(?<!sans )(?<!gel[-/ ])(?<!gel et )degel(?:e|er\w*)?\b"),
    (r"dr(?:y|ies|ied) (?:out|up)|drying\b|get wetter|wetting\b", r"assech\w*|s'humidifi\w*"),
    (r"disappear\w*|vanish\w*|no longer\b", r"dispara(?:itr\w*|it|issent)\b|disparition"),
    (r"loss\w*|lose|losing|gain\b|gaining", r"perd(?:re|ra|ront|s|ent|rai\w*)?\b|pertes?\b|gagne(?:r|ra|ront|nt|rai\w*)?\b|gains?\b"),
    (r"doubl\w*|tripl\w*|halve\w*|multipl(?:y|ies)\b", r"doubl\w*|tripl(?:e|er\w*)\b|se multipli\w*"),
    (r"intensif\w*|strengthen\w*|amplif\w*|accentuat\w*", r"intensifi\w*|se renforc\w*|renforcement|amplifi\w*|accentu\w*|s'accroi\w*|accroissement|alourdi\w*|forci(?:r\w*|t)\b"),
    (r"weaken\w*|lessen\w*|ease off\b|attenuat\w*", r"(?:af)?faibli(?:r\w*|t|ssement\w*)\b|s'attenu\w*|attenuation|s'adouci\w*"),
    (r"worsen\w*|deteriorat\w*|degrad(?:e|es|ing)\b|aggravat\w*|improv(?:e|es|ing|ement)\b", r"aggrav\w*|empir\w*|se (?:degrad|deterior)\w*|s'amelior\w*|amelioration"),
    (r"anomal\w+|delta(?= (?:t\b|temp|precip|change|of (?:temp|prec|rain)))|minus|by how much|(?:be|look|get|become|feel) (?:very |much |so |that |any )?different",
     r"anomalie\w*|de combien|accrue?s?|(?:ser(?:a|ont)|etre|devenir|deviendr\w+)(?:-t?-?(?:ils?|elles?))? (?:tres |bien |si )?differente?s?\b|differ(?:er(?:a|ont))\b"),
    (r"acidif\w+|aridif\w+|deoxygenat\w+|desertif\w+", r"desoxygen\w+"),
    (r"impacts? of|affect(?:s|ed|ing)?\b", r"impacts? d[eu]s?\b|affecter\w*|affecte(?:nt)?\b"),
)  # fmt: skip
_AFTER_MORE = (
    r"chaud\w*|sec\w*|humide\w*|froid\w*|longue?s?|longtemps|courte?s?|forte?s?|fortement|faibles?|intenses?|frequente?s?|frequemment|souvent|tot\b|tard\b|doux|douces?|pluvieu\w*|venteu\w*|vite|rapide\w*|rares?|rarement|"
    r"nombreu\w*|eleve\w*|severes?|haute?s?|basse?s?|bas\b|ensoleille\w*|nuageu\w*|neigeu\w*|enneige\w*|brumeu\w*|orageu\w*|tempetueu\w*|violente?s?|puissante?s?|graves?|marquee?s?|profonde?s?|epais\w*|minces?|fine?s?\b(?! (?:resolution|maille|echelle))|salee?s?|acides?|verte?s?|"
    r"frais|fraiches?|arrosee?s?|arides?|lourde?s?|ventee?s?|dur\b|dure?s?\b|abondant\w*|important\w*|etendu\w*|etouffant\w*|agite\w*|calmes?|extremes?|menace\w*|expose\w*|rude\w*|clemente?s?|torride\w*|caniculaire\w*|gris\w*|clair\w*|lente\w*"
)
_BE_FR = r"(?:fera|feront|ferait|fasse|sera|seront|serait|seraient|soit|soient|etre|devien\w+|devenir|deviendr\w+|rendr\w+|rester\w*)(?:-?t?-(?:ils?|elles?|on))?"
# the comparatives, which between two things compared set the one against the other
_COMPARATIVES = (
    (r"(?:warm|hott|cold|cool|wett|dri|mild|rain|snow|wind|storm|sunn|cloud|fogg|scarc|rar|harsh|thinn|thick|green|mugg|balm)i?er\b(?! than -?\d)(?! (?:months|season|half|regions?|parts?|world|areas?|zones?)\b)",
     r"(?:plus|moins) (?:de (?!\d)|d'|(?:" + _AFTER_MORE + r"))|" + _BE_FR + r" (?:\w+ )?(?:plus|moins) (?!de \d|que \d|ou moins|d'un)\w"),
    (r"(?:get|gets|getting|become|becomes|be|been|grow|much|even|more|run|blow|last|come) (?!under|over|other|later\b|per|her|water|after|summer|winter|either|together|weather|river)\w{3,}er\b(?! than \d)",
     r"(?:pleu(?:vra|voir|t)|neige(?:ra|r)?|gele(?:ra|r)?|vente(?:ra|r)?|souffler?a?|dure(?:ra|r)|arrive(?:ra|r)|coule(?:ra|r)|tombe(?:ra|r)|viendra|commence(?:ra|r))(?:nt|ont)?(?:[- ](?:t[- ])?(?:ils?|elles?))? (?:bien |beaucoup |nettement |un peu )?(?:plus|moins)(?! de \d)"),
    (r"(?:how (?:much|many (?:days|weeks|months))|days|weeks|months|come|comes|arrive|start|begin|end|melt|freeze|bloom|break up|ripen|much|even|significantly|occur|happen|harvest) (?:later|earlier|sooner)\b(?! than \d)",
     r"(?:avancer(?:a|ont)?|retarder(?:a|ont)?)\b"),
    (r"how different\b", r"(?:a quel point|en quoi) [^.;?!]{0,40}\bdifferente?s?\b"),
    (r"(?:any ?)?more\b|less\b|fewer\b|heavier\b|extra (?!tropical (?:storm|cycl))|additional\b", r"combien d(?:e |')[^.;?!,]{2,40}? (?:de|en) (?:plus|moins)\b(?! d[e'])(?![^.;?!,]{0,40}? qu(?:e\b|'))|davantage\b|moins\b|en (?:plus|moins)\b|(?<=\w )de (?:plus|moins)(?=\W*$|[?!.;,)]| (?:a|aura\w*|au|aux|en|dans|sur|d'ici|chaque|par|pour|vers|selon|sous|avec|qu\w*|a l'|l'ete|l'hiver|entre|durant|pendant|\d)\b)(?! qu(?:e |')\d)|supplementaires?\b|surplus\b|surcroit\b|additionnel\w*"),
    (r"(?:be|get|gets|getting|become|becomes|much|even|any) (?:worse|better)\b", r"(?:ser(?:a|ont)|devien\w+|devenir|faire|fera)(?:-?t?-?(?:ils?|elles?))? (?:pires?|meilleure?s?|mieux)\b"),
)  # fmt: skip


def _either(rows: tuple[tuple[str, str], ...]) -> str:
    """A pattern of what the rows say in the one language or the other."""
    return "|".join(f"{english}|{french}" for english, french in rows)


_CHANGE = Pattern(rf"\b(?:{_either((*_MOVES, *_COMPARATIVES))})")
_MOVE = Pattern(rf"\b(?:{_either(_MOVES)})")
# the verb: "how will Poland's climate change"
_CLIMATE_CHANGES = Pattern(r"(?<='s )climate change\b|(?<=will the )climate change\b|(?<=would the )climate change\b")
_DEGREE = r"(?:far|high|low|hot|warm|cold|cool|dry|wet|deep|thick|thin|strong|salty|windy|humid|big|large)"
# a level that is only ever told from another: how far the sea rises is a change, as by how much
_SEA_RISES = Pattern(
    r"\b(?:how (?:far|much)|(?:jusqu'ou|de combien))\b(?=[^.;?!:]{0,30}\b(?:sea|ocean|mer|oceans?)\b[^.;?!:]{0,40}\b(?:ris\w+|climb\w*|go up|mont\w+|s'elev\w+|grimp\w+))"
)
# how far it gets, with the verb that gets there
_ATTAINED = Pattern(
    rf"\b(?:(?<!in )how {_DEGREE}|(?:up |down )?to what (?:level|height|value|temperature|depth)|jusqu'ou|jusqu'a quel(?:le)? (?!point\b)\w+)\b(?P<between>[^.;?!:]{{0,90}}?)\b(?:{_either(_MOVES[2:])})|"
    r"\ba (?:combien|quel(?:le)? \w+) (?:se |s')(?:elev|mont|chiffr)\w*"
)
# words of change that tell of something else: a bound, a superlative, an index, what drives the climate, the pathway of emissions
_NO_CHANGE = Pattern(
    r"\bsi rien ne change\b|\bif nothing changes\b|\bwithout (?:any )?changes?\b|\bsans changement\b|\bunchanged\b|\b(?:more|less|plus|fewer|moins) (?:than|de|d'|que) (?=\d)|\bor more\b|\bou plus\b|\b(?:le|la|les|l'annee|l'ete|l'hiver) plus \w+|(?:cooling?|heating?|growing?)[- ]degre|"
    r"\bfreez(?:e|ing)[ /-]+(?:and[ -])?thaw\w*|\bthaw\w*[ /-]+(?:and[ -])?freez\w*|\bclimat\w* chang\w*|chang\w* climat\w*|global warming level|at least|(?:^|[,;:(] ?)(?:plus|moins) (?!d(?:e (?!\d)|'))\w+|qu'est-ce que (?:ca|cela) change|what (?:does|do|would|will) (?:it|that|this) change|(?:ca|cela) change\w* quoi|"
    r"\b(?:emissions?|ghg|co2|greenhouse gas(?:es)?|gaz a effet de serre)(?: \w+){0,4}? (?:are |sont |d'|de |a )?(?:ris|grow|fall|drop|declin|increas|decreas|cut|reduc|shrink|chang|augment|baiss|diminu|recul|progress|redui|mont)\w*|"
    r"\b(?:reduc\w*|reduct\w*|increas\w*|decreas\w*|cut\w*|augment\w*|diminu\w*|baisse\w*|hausse\w*) (?:in |of |des |de |d'|du |les |the |nos |our )*(?:global |greenhouse |worldwide )*(?:emissions?|ghg|co2|gas|gaz)\b|"
    r"\b(?:if|when|once|after|should|as|si|quand|lorsque|une fois(?: que)?|apres que) (?:the |la |le |our |notre )?(?:\w+ )?(?:world|planet|globe|earth|climate|monde|planete|terre|climat)(?: \w+){0,3}? (?:warm|heat|rechauff|se rechauff|gagn|gain)\w*|"
    r"\b(?:rain|snow|hail|much|precipitation) (?:\w+ ){0,2}?(?:will|would|could|might|may|to) fall\b|\b(?:vien[st]|venons|venez|viennent) de (?:perdre|gagner|fondre)|\b(?:one|two|three|four|five|\d+) different\b"
)  # fmt: skip


def asks_change(folded: str, *, compared: bool, named: bool) -> bool:
    """Whether a future value is asked as a change; between things `compared`, "more" sets the one against the other.

    `named` tells that the name of what is measured is one of a change ("sea level rise").
    """
    begin = story_end(folded)
    words = _NO_CHANGE.sub(" ", _CLIMATE_CHANGES.sub(" change ", asking(folded[begin:])))
    words = _SEA_RISES.sub("by how much", words)
    words, levels = _ATTAINED.subn(lambda said: said["between"] or " ", words)
    told = (_MOVE if compared else _CHANGE).search(words)
    return bool(told) or (named and not (compared or begin or levels))
