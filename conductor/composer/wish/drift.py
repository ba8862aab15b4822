"""Which way something goes over the years: rising or falling, more or less than it used to, with a direction asked for.

A comparative or a verb of growing and shrinking tells a trend only beside years enough for one; `over_years` weighs both.
"""

from __future__ import annotations

import re
from datetime import date

from conductor.composer.reading import Reading
from conductor.composer.wish.matter import imagery
from connectors.vocabulary.patterns import Pattern

LEAST_DAYS = 800  # of a period that is long enough for a rate

_MORE_EN = (
    r"(?:warm|hott|cold|cool|mild|wett|dri|dry|wind|storm|cloud|sunn|snow|rain|fogg|ic|long|short|earli|soon|lat|high|low|larg|bigg|small|"
    r"green|brown|strong|weak|thick|thinn|deep|shallow|fast|slow|heavi|light|harsh|rar|few|calm|salti|narrow|wid|fierc|hard|steep|clear)(?:i)?er|more|less|worse|better"
)
_MORE_FR = r"(?<!\ble )(?<!\bla )(?<!\bles )(?<!\bau )(?<!\ben )(?<!\bdu )(?<!\bde )(?<!\bnon )(?<!\ba )(?<!l'annee )(?<!l'ete )(?<!l'hiver )(?:plus|moins)(?! (?:ou moins|tot que prevu)\b)"
_UP_EN = r"up|rising|growing|increasing|gaining|expanding|greening|warming|wetting|strengthening|lengthening|thickening|advancing|improving|accelerating|greener|thawing|intensifying"
_DOWN_EN = r"down|falling|shrinking|decreasing|declining|losing|retreating|receding|browning|cooling|drying|weakening|shortening|thinning|worsening|slowing|melting|dropping|waning"
_UP_FR = r"(?:en |a la )?(?:hausse|augmentation|progression|expansion|croissance|extension)|(?:s'|se )?(?:augment|mont|progress|grandi|gagn|grimp|s'eten|s'allong|avanc|reverdi|verdi|rechauff|forci|accelere|renforc|intensifi|amplifi|accentu)\w*"
_DOWN_FR = r"(?:en |a la )?(?:baisse|diminution|recul|regression|retrait)|(?:s'|se )?(?:diminu|descend|regress|retreci|perd|baiss|recul|raccourci|bruni|refroidi|faibli|fond|ralenti|asseche|affaibli|attenu|amenuis|rapetiss)\w*"
_GROWS = Pattern(
    r"\b(?:grow|rise|increase|decrease|decline|shrink|drop|climb|dwindle|go(?:es)? (?:up|down))s?\b|\b(?:augment|mont|grimp|diminu|baiss|recul|progress|retreci|raccourci|r?allong|fond)(?:e|ent|it|issent)\b"
)
# one way or the other: "up or down", "plus fort ou plus faible", "shrinking or growing"
_EITHER_WAY = Pattern(
    rf"\b(?:{_UP_EN}) (?:or|and|/) (?:is it |are they |it is )?(?:{_DOWN_EN})\b|\b(?:{_DOWN_EN}) (?:or|/) (?:is it |are they |it is )?(?:{_UP_EN})\b|"
    rf"\b(?:{_MORE_EN}) (?:\w+ ){{0,2}}?or (?:\w+ ){{0,2}}?(?:{_MORE_EN})\b|"
    rf"\b(?:{_UP_FR}) ou (?:bien )?(?:est-(?:elle|il) |elles? |ils? )?(?:{_DOWN_FR})\b|\b(?:{_DOWN_FR}) ou (?:bien )?(?:est-(?:elle|il) |elles? |ils? )?(?:{_UP_FR})\b|"
    r"\b(?:plus|moins) (?:[\w'-]+ ){0,3}?ou (?:bien )?(?:plus|moins) \w{3,}|\b(?:plus|moins) (?:d[e'] ?)?\w{3,} ou (?:plus|moins)\b|\bplus ou moins(?=\W*$|\s*\?)|\b(?:increase|decrease|rise|fall)s? or (?:an? |the )?(?:increase|decrease|rise|fall)s?\b|"
    rf"(?:^|[,:;-] ?|\b(?:is|are|it|they) )(?:{_UP_EN}|{_DOWN_EN}|climbing) or not\b|\b(?:{_UP_FR}|{_DOWN_FR}) ou (?:pas|non)\b"
)
# the direction itself is asked for, or told by a noun
_DIRECTION = Pattern(
    # two ways at once, as in "heatwaves: more and longer?"
    rf"[:,-] ?(?:(?:are they|is it|sont-(?:elles|ils)) )?(?:{_MORE_EN})(?: \w+)? and (?:{_MORE_EN})(?: \w+)?(?=\W*$|\s*\?)|[:,-] ?(?:sont-(?:elles|ils) )?(?:plus|moins) \w{{3,}} et (?:plus|moins) \w{{3,}}(?=\W*$|\s*\?)|"
    r"\b(?:(?:in )?(?:which|what) (?:way|direction)|dans quel(?:le)? (?:sens|direction)|on the (?:rise|up|increase|decline|wane|retreat|decrease)|(?:up|down)wards? (?:trend|drift|creep|movement|path|tendency|slope)|"
    r"(?:going|gone|go|heading|creeping|edging|inching) (?:up|down|north|south)|pick(?:ing|ed)? up|tail(?:ing|ed) off|dwindl\w+|drift(?:s|ed|ing)? (?:up|down|in|of|towards?)|(?:warming|cooling|drying|wetting|greening) (?:signal|tendency|over the)|"
    r"how(?:'s| is| are| has| have) [^.?!;]{2,60} (?:been )?(?:doing|faring|fared|behaving|behaved|coming along|holding up)|what(?:'s| is| has been| has)? (?:happening|happened|going on) (?:to|with)|decadal (?:changes?|warming|cooling|rates?)|(?:changement|hausse|baisse|rechauffement) (?:decennale?|par decennie)|(?:any|some|what) (?:long[- ]term )?(?:changes?|progression|tendency|evolution|improvements?|worsening|deterioration)(?=\W*$| (?:since|over|in)\b)|"
    r"(?:comment (?:se portent?|va|vont)|ou en (?:est|sont))(?= (?:l[ae']|les)\b)|que se passe-t-il|(?:quelle?|une|la|en) (?:progression|tendance)|du (?:changement|mieux)|une (?:amelioration|degradation|deterioration)(?=\W*$)|long[- ]?(?:term|run)? tendency|"
    r"signa(?:l|ux) d[e'] ?(?:rechauff|refroidi|assech|changement)\w*|(?:nette |forte |legere )?tendance a la (?:hausse|baisse)|(?:en|a la) (?:hausse|baisse)(?= (?:depuis|sur|a|au|en|dans|ces)\b)|en (?:recul|declin|regression|progression|augmentation|diminution|croissance)(?= (?:depuis|sur|ces|de (?:19|20)\d\d)\b))\b"
)
# the years as what it goes along with
_WITH_THE_YEARS = Pattern(
    r"\b(?:year (?:after|on|by|upon) year|with (?:the|each|every) (?:passing )?(?:years?|decades?)|as (?:the )?(?:years|decades) (?:go|went|pass\w*)(?: by)?|(?:every|each) (?:year|decade)|over the (?:years|decades)|down the years|"
    r"d'(?:une )?annee en annee|d'(?:une )?decennie en decennie|d'un(?:e)? (?:an|annee|decennie) (?:a|sur) l'autre|(?:avec|au fil d)(?:es?)? (?:le temps|les annees|les ans|annees|decennies)|chaque (?:annee|decennie)|annee apres annee|tous les ans|an apres an)\b"
)
# then and now, with no date: "than it used to be", "plus qu'avant"
_USED_TO = Pattern(
    r"\b(?:(?:than|as) (?:\w+ ){0,3}?(?:used to|once|in the past|before|in the old days|previously|formerly)|than (?:it|they|there) (?:was|were|did|once)\b|used to\b|(?:these|nowa)days|these days|any ?more|lately|in my (?:youth|childhood)|"
    r"qu'(?:avant|autrefois|auparavant|a l'epoque|il y a (?:\d+|vingt|trente|quarante|cinquante) ans)|que (?:jadis|par le passe|dans le passe|dans le temps|naguere|du temps de)|de nos jours|ces derniers temps|ne .{2,30} plus\b)"
)
# a process under way: "is the delta sinking", "keeps shrinking", "s'étire-t-elle", "ça raccourcit"
_NO_PROCESS = (
    r"(?:dur|morn|even|spr|accord|follow|includ|us|be|hav|mean|regard|concern|mapp|monitor|show|look|miss|work|do|tell|giv|tak|mak|see|ask|th|someth|anyth|noth|"
    r"everyth|build|float|flood|burn|grow(?=ing (?:season|degree|deg))|hous|sett|ra|snow|freez|com|start|end|rank|sampl|forecast|process|tra|train|learn|model|"
    r"sens|rout|heat(?=ing degree)|cool(?=ing degree)|oper|study|fly|pass|wait|anchor|fish|sail|mov)ing"
)
_PROCESS_EN = Pattern(
    rf"\b(?:is|are|isn't|aren't|been|keeps?|kept|still|continu\w+ to|started|stopped)\b[^.?!;]{{0,80}}?\b(?!{_NO_PROCESS}\b)[a-z]{{2,}}ing\b|\b(?:keeps?|kept|still|continu\w+ to) \w+"
)
# "descend-elle sous −30 °C": it crosses a bound, and comes back
_PAST_A_BOUND = r"(?: (?:encore|souvent|parfois|jamais|deja|regulierement|frequemment))? (?:sous|au-dessus|au-dessous|en dessous|en-dessous|au-dela|a moins de|a plus de|plus bas que|plus haut que)\b"
_PROCESS_FR = Pattern(
    r"\b(?!(?:est|sont|a|ont|fait|fut|etait|etaient|existe|peut|peuvent|faut|doit|doivent|dispose|vaut|valent|semble|tombe|pleut|neige|vient|viennent|passe|passent|arrive|etre|avoir|y|montr\w*|dit|voit|voient|donne|donnent|couvre|mesure|mesurent|depasse|depassent|excede|excedent|atteint|atteignent|franchit|franchissent)-)"
    rf"(?:s'|se )?[a-z]{{3,}}-(?:t-)?(?:ils?|elles?|on)\b(?!{_PAST_A_BOUND})|"
    r"\bcontinue\w*(?:-t-(?:il|elle))? (?:de|d'|a)\b|\ben train d\w*|\b(?:qu'(?:il|elle|on)|que [^.?!;]{3,40}|ca|cela|-(?:t-)?(?:ils?|elles?|on)) (?:(?:s'|se |y )?[a-z]{3,} )?(?:encore|toujours)\b|"
    r"(?<!-)\b(?:ca|cela|il|elle|ils|elles|est-ce que [^.?!;]{2,50}|si [^.?!;]{2,50}) (?:s'|se )?(?:mont|baiss|grimp|recul|fon[dt]|augment|diminu|raccourci|r?allong|etir|retreci|grandi|disparai|assech|rechauff|refroidi|verdi|rarefi|multipli|progress|degrad|erod|forci|faibli|gagn|per[dt]|acceler|grossi|enfonc|affaiss|renforc|intensifi|amplifi|accentu|aggrav|amelior|affaibli|attenu|amenuis|adouci|deterior|ralenti|etend|espac|prolong|boug|chang|evolu|rapetiss|descen)(?:e|ent|d|dent|t|it|issent|end|)\b|"
    r"\b(?:gagne|perd|recule|fond|avance|monte|baisse|augmente|diminue)(?:nt)? (?:de )?combien\b"
)
_UNDER_WAY = Pattern(
    rf"\b(?:is|are|isn't|aren't) [^.?!;]{{1,60}} (?!up\b|down\b)(?:{_UP_EN}|{_DOWN_EN}|climbing|vanishing|disappearing|sinking)(?=\W*(?:$|[?.,;]|since|over|with|every|in|at|around))|"
    rf"[,:;-] (?:is it |are they |still )?(?:{_UP_EN}|{_DOWN_EN}|climbing)(?: (?:sharply|fast|slowly|rapidly|steadily|strongly|quickly|steeply|clearly|a lot))?(?: or not)?(?=\W*(?:$|\?)| (?:since|over the (?:last|past))\b)|"
    r"\b(?:ca|cela|elles?|ils?) (?:monte|baisse|grimpe|augmente|diminue|recule|progresse|raccourcit|s'allonge|s'aggrave|se rechauffe|s'asseche)(?:nt)?(?: (?:ici|par ici|par chez nous|chez nous|la-bas|la-haut|dans le coin))?(?=\W*(?:$|\?)| depuis\b)|"
    r"(?<!la )(?<!une )(?<!en )(?<!de )\b(?:monte|baisse|grimpe|augmente|diminue|recule|progresse|raccourcit|retrecit|grandit|fond|s'allonge|s'aggrave|se rechauffe|s'asseche|se refroidit)(?:nt)? ?(?=\?)|"
    r"\b(?:is|are) [^.?!;]{2,40} losing (?:its|their)\b|\bse f(?:ait|ont)(?:-(?:il|elle)s?)? plus \w{3,}"
)
# "rise in temperature since 1970", "baisse des pluies depuis 40 ans": a noun of going one way, and since when
_GROWTH_SINCE = Pattern(
    r"\b(?:(?:rise|increase|decrease|decline|drop|reduction|growth|warming|cooling|drying|lengthening|shortening|thinning|weakening|strengthening|changes?)(?= (?:of|in|since)\b)|(?<=\w )(?:rise|increase|decrease|decline|warming) (?:since|over)|"
    r"(?:hausse|baisse|augmentation|diminution|reduction|recul|montee|rechauffement|refroidissement|assechement|r?allongement|raccourcissement|amincissement|affaiblissement|renforcement|accroissement|changements?)(?= (?:(?:mondial|global|planetaire|climatique|regional|local|moyen|general|oceanique|atmospherique|observe|constate|mesure)e?s? ){0,2}(?:d(?:e|u|es)\b|d'|depuis)))"
    r"[^?!;]*\b(?:since|over the (?:last|past)|depuis|(?:ces|au cours des|sur les) (?:\w+ )?dernieres)\b"
)
# "change in water storage, 2003-2023": the same with both of its ends
_GROWTH_BETWEEN = Pattern(
    r"\b(?:rise|increase|decrease|decline|drop|growth|warming|cooling|drying|lengthening|shortening|thinning|weakening|strengthening|changes?|variations?|"
    r"hausse|baisse|augmentation|diminution|recul|montee|rechauffement|refroidissement|assechement|r?allongement|raccourcissement|amincissement|affaiblissement|renforcement|accroissement|changements?)"
    r" (?:of|in|de|du|des|d'|dans)\b[^?!;]*\b(?:19|20)\d\d ?(?:-|to|until|through|and|a|au|et|jusqu'(?:en|a)) ?(?:the end of |fin )?(?:19|20)\d\d\b"
)
_COMPARED_WITH_A_NORM = Pattern(
    r"(?:than|que|qu'|to|a) (?:the |la |le |l')?(?:average|normal\w*|usual|norm|mean|moyenne|habitude|d'habitude|prevu|expected)\b"
)
_A_BOUND = Pattern(
    r"\b(?:more|less|fewer|higher|lower|greater|plus|moins|warmer|colder|hotter) (?:\w+ ){0,2}?(?:than|que|de|d') ?[-+]?\d|\d ?(?:[a-z°%/]\S* )?(?:or|and|ou|et) (?:more|less|fewer|higher|lower|greater|longer|larger|plus|moins|warmer|colder|hotter)\b"
)
# "ma ville a moins de jours de neige", "y a-t-il eu plus de crues"
_HAS_MORE_FR = r"\b(?:(?<!a )(?<!il y )a|ont|avai(?:t|ent)|eu|(?:connai|recoi|voi|subi|compt|enregistr|affich)\w+)(?:-t-(?:il|elle|on)|-(?:ils|elles))? (?:eu |connu |subi |recu |vu |bien |beaucoup |nettement |un peu )*(?:plus|moins) d(?:e |')(?!\d|un\b|une\b|la\b|l')[a-z]{3,}(?! (?:que|qu')\b)"
_COMPARATIVE = Pattern(
    rf"\b(?:{_MORE_EN})\b(?! \w+ than )|{_HAS_MORE_FR}|{_MORE_FR} (?!que\b|de \d|d'un\b)(?:(?:d'|de )(?=[a-z]))?[a-z]{{3,}}|\b(?:neige|pleut|plu|neiger|gele|vente|brule|mouille)(?:-(?:t-)?(?:il|tu))? (?:bien |beaucoup |nettement |un peu )?(?:plus|moins|davantage)\b|\b(?:plus|moins) (?=qu'(?:avant|autrefois|auparavant|a l'epoque)\b)"
)
# what picks one out does not follow it: "quelle année", "plus longue période sèche depuis 2000"
_PICKS = Pattern(
    r"^\W*(?:which|what|where|who|when|quel\w*|ou|qui|quand|(?:(?:les?|la) )?(?:(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|\d{1,2}) )?(?:plus|moins) (?!d[e'])[^?]*$)\b"
)

# A course of things that is not named: "is it getting worse in Chad?".
COURSE = Pattern(
    r"\b(?:is|are|has|have|will|did) (?:it|things?|this|that|the situation|conditions?)\b.{0,20}\b(?:worse\w*|better|improv\w*|deteriorat\w*|chang\w*|intensif\w*)\b|\bgetting (?:any )?(?:worse|better)\b|"
    r"\b(?:ca|cela|c'est|la situation|les choses|les conditions)\b.{0,20}\b(?:empir\w*|s'aggrav\w*|s'amelior\w*|se degrad\w*|se deterior\w*|change\w*|evolu\w*|pire|mieux)\b|\bde (?:pire en pire|mieux en mieux|mal en pis)\b"
)


# up and down from one year to the next is no drift
_FLUCTUATES = Pattern(
    r"\b(?:var[iy]|fluct)\w*[^.?!;]{0,60}\b(?:(?:from )?(?:one )?year to (?:the next|year|another)|d'(?:une annee|un an|annee) (?:a|en|sur) (?:l'autre|annee))\b"
)


def either_way(folded: str) -> bool:
    """Whether it is asked if something grows or shrinks."""
    return bool(_EITHER_WAY.search(folded))


def tells_direction(folded: str) -> bool:
    """Whether the words ask which way something goes, with no date needed."""
    told = _EITHER_WAY.search(folded) or _DIRECTION.search(folded) or _UNDER_WAY.search(folded)
    return bool(told or _with_years(folded) or _compared_with_once(folded))


def fluctuates(r: Reading) -> bool:
    """ "Does rain vary a lot from one year to the next": a spread, not a direction."""
    return bool(_FLUCTUATES.search(r.utterance.folded))


def over_years(r: Reading) -> bool:
    """Whether something measured or watched is asked to have gone one way over the years."""
    return bool(r.quantities or r.phenomena or r.named.implied) and goes_one_way(r)


def goes_one_way(r: Reading) -> bool:
    """Whether a direction over the years is asked for, whatever it is that has one."""
    folded = r.utterance.folded
    if r.references or fluctuates(r):
        return False
    spanned = _spans_years(r)
    if tells_direction(folded):
        return spanned or not r.targets
    since = not r.phenomena and bool(_GROWTH_SINCE.search(folded))
    since = since or (not imagery(r) and bool(_GROWTH_BETWEEN.search(folded)))
    return spanned and (since or _process(r) or _grown(folded))


# "how much did groundwater fall", "de combien la nappe a-t-elle baissé"
_BY_HOW_MUCH = Pattern(
    r"\b(?:how (?:much|far|many \w+)|de combien|combien de \w+)\b[^.?!;]{2,90}\b(?:r[io]se|risen|increase|grow|grew|grown|warm|cool|climb|fall|fell|fallen|drop|decrease|decline|shrink|shrunk|sink|sunk|dwindle|thin|retreat|recede|lengthen|shorten|dry|"
    r"(?:augment|mont|grimp|baiss|diminu|recul|chut|allong|raccourci|rechauff|refroidi|retreci|grandi|fondu|asseche|aminci|enfonc|affaiss)\w*)\b"
)


def amount_over_years(r: Reading) -> bool:
    """How far something rose or fell over many years that are past."""
    return _spans_years(r) and not r.references and bool(_BY_HOW_MUCH.search(r.utterance.folded))


def lasts(r: Reading) -> bool:
    """Years enough for a rate: an open or long period, or none said."""
    return not [p for p in r.targets if p.start and p.end] or _spans_years(r)


def _spans_years(r: Reading) -> bool:
    dated = [(p.start, p.end) for p in r.targets if p.start and p.end]
    return any((date.fromisoformat(end) - date.fromisoformat(start)).days > LEAST_DAYS for start, end in dated)


def _with_years(folded: str) -> bool:
    return bool(_WITH_THE_YEARS.search(folded) and (_COMPARATIVE.search(_bare(folded)) or _GROWS.search(folded)))


def _compared_with_once(folded: str) -> bool:
    return bool(_USED_TO.search(folded) and (_COMPARATIVE.search(_bare(folded)) or _PROCESS_EN.search(folded)))


# how many times something comes is a count of it
_TIMES = Pattern(
    r"\W*(?:and |et )?(?:about |environ )?(?:how (?:often|frequently|many times)|(?:a quelle frequence|combien de fois|tous les combien))\b"
)


def _process(r: Reading) -> bool:
    if _TIMES.match(r.utterance.folded):
        return False
    asked = r.cues.question or re.search(r"\b(?:if|whether|si)\b", r.utterance.folded)
    return bool(asked and (_PROCESS_EN.search(r.utterance.folded) or _PROCESS_FR.search(r.utterance.folded)))


def _grown(folded: str) -> bool:
    """ "Are winters milder, 1950-2024?": a comparative with nothing that it is held against."""
    return bool(not _PICKS.match(folded) and _COMPARATIVE.search(_bare(folded)))


def _bare(folded: str) -> str:
    """The text without bounds and norms, which comparatives are held against too."""
    return "" if _COMPARED_WITH_A_NORM.search(folded) else _A_BOUND.sub(" ", folded)
