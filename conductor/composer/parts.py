"""A question of several independent parts cut into them; text around the question itself set aside."""

from __future__ import annotations

import re
from itertools import pairwise

from conductor.composer.text.utterance import Utterance

_SENTENCE = re.compile(r"[^.!?\n;]+(?:\.(?=\S)[^.!?\n;]*)*[.!?;]*\s*|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|[vcp]|precips?|moy|mens|temps|temper|obs|mod|dept|resp|incl|excl|tot|nb|alt|elev|atm|hum|rel|approx|ca|cf|st|mt|dr|no|fig|temp|max|min|avg|inc|p\.ex|env|jan|feb|janv|fevr|avr|juil|"
    r"sept|oct|nov|dec|mr|mrs|ms|prof|mme|mlle|attn|ref)\.|(?<!\d )(?<!\d)\bm\.|(?:^|[,\n])\s*[a-z]\.)\s*$"
)
_COURTESY = re.compile(
    r"^\W*(?:dear\b|hi\b|hello\b|hey\b|good (?:morning|afternoon|evening)|bonjour|bonsoir|salut|cher\b|chere\b|"
    r"chers\b|madame|monsieur|thanks?\b|thank you|many thanks|merci\b(?! (?:d'avance )?(?:de |d')(?:bien vouloir\b|me\b|m'|nous\b|(?!avoir\b|votre\b|notre\b)\w+(?:er|ir|re)\b))|best\b(?: regards| wishes)?\W*$|(?:kind|best|"
    r"warm) regards|regards|cheers|sincerely|yours|"
    r"cordialement|bien a vous|bien cordialement|salutations|bonne journee|a bientot|have a (?:nice|good|great)|"
    r"god bless|que dieu|respect(?:fully|ueusement)|mille mercis|many thanks|warm thanks|looking forward|hope (?:you|this|all)|i hope|j'espere|ps\b|p\.s|sent from|envoye de)"
)
_BACKGROUND = re.compile(
    r"^\W*(?:my|our|an?|un|une|mon|ma|notre) [\w' -]{2,30}? (?:says?|said|told|claims?|thinks?|believes?|keeps? asking|dit|disent|pense|affirme|pretend|croit|m'a dit|nous a dit)\b|"
    r"^\W*(?:(?:so |well |also |ok |(?:last|this) \w+,? |yesterday,? |recently,? |a (?:week|month|year) ago,? )?(?:i|we)(?:'m|'re|'ve|'d)? (?:am|are|was|were|work|works|worked|study|"
    r"studied|just|recently|have been|have a|have (?:kept|had|\w+ed)|had|live|lived|grew|moved|visited|met|spoke|talked|attended|lost|suffered|noticed|missed|run (?:an?|the|our|my)|"
    r"manage|own|teach|write|farm|grow|represent|lead|coordinate|am writing|would like to thank|got|saw|read)\b|"
    r"i'm (?:a|an|the|working|writing|doing|preparing|new|from|currently|based|not)\b|we're (?:a|an|the|working|"
    r"writing|preparing|based)\b|(?:my|our) (?:name|team|colleague|boss|supervisor|company|office|thesis|group|"
    r"project|background|institute)\b|"
    r"(?:(?:l'ete dernier|l'hiver dernier|l'an dernier|l'annee derniere|cet ete|cet hiver|hier|recemment|cette annee),? )?(?:je|nous) (?:suis|sommes|travaill\w+|prepar\w+|viens|venons|ai|avons|redig\w+|fais|faisons|etudi\w+|"
    r"habit\w+|exploit\w+|ger\w+|cultiv\w+|possed\w+|dirig\w+|coordonn\w+|vous ecris|t'ecris|me permets)\b|j'(?:ai|habite|etudie|ecris|etais|exploite|enseigne|eleve)\b|(?:mon|notre|ma) (?:equipe|"
    r"collegue|these|projet|patron|directeur|nom|entreprise|groupe)\b|"
    r"it was (?:nice|great|good)|as (?:you|we) (?:know|discussed)|comme (?:vous|convenu)|following (?:our|up)|"
    r"suite a (?:notre|votre))"
)
_REQUEST = re.compile(
    r"\?|\b(?:please|could you|can you|would you|i(?:'d| would) like|i need|we need|i want|i'm looking|"
    r"looking for|find|show|give|list|compute|calculate|compare|plot|map|run|tell me|my question|question is|"
    r"pourriez-vous|pouvez-vous|peux-tu|s'il (?:te|vous) plait|j'ai besoin|j'aimerais|merci (?:d'avance )?(?:de |d')(?:bien vouloir|me|m'|nous|(?!avoir\b|votre\b|notre\b)\w+(?:er|ir|re))|"
    r"je voudrais|je cherche|je veux|il (?:me|nous) faut|(?<!je )(?<!on )(?<!il )(?<!elle )(?:donne|montre|trouve|calcule|compare|trace|cherche|liste|entraine|detecte|cartographie|lance)[rz]?|train|detect|"
    r"ma question)\b"
)
_ORDER_TO_US = re.compile(
    r"\b(?:ignore|disregard|forget|override|oublie[rz]?|ignore[rz]?) (?:all |any |the |your |these |toutes? |les |"
    r"tes |vos )*(?:previous|prior|above|earlier|instructions?|rules?|prompts?|consignes?|regles?|precedente?s?)|"
    r"\b(?:system prompt|developer mode|you are now|act as (?:a|an)|reveal your|print your|jailbreak)\b|\b(?:delete|"
    r"drop|rm -rf|wipe|efface|supprime)\b.{0,20}\b(?:database|files?|fichiers?|everything|tout|table|"
    r"base de donnees)\b"
)
_LINK = re.compile(
    r"(?<!\s)\s*(?:;|\.|\?|,)?\s*(?:\b(?:and,? (?:also|then|separately|finally|additionally)|also|(?<!en )(?<!de )plus|as well as|"
    r"then|next|finally|secondly|et,? (?:aussi|puis|ensuite|enfin|egalement|separement|apres)|puis|ensuite|enfin|and,? (?:afterwards|after that|after this)|afterwards|"
    r"par ailleurs|de plus)\b,?\s*|\b(?:and|et)\s+)"
    r"(?=(?:please |can you |could you |would you |what|which|how|why(?= \w)|when|where|ou(?= (?:y a|a-t|ont-|est-ce|s'est|se (?:sont|trouv)))|de combien|pourquoi(?= \w)|va-t-|vont-|sera-t-|seront-|\w+era-t-|ce (?:qui|que|qu'il)(?= (?:nous |vous |l'|les |la |le )?(?:attend|en sera|il en sera|on peut|donne|sera|serait|faut attendre)\w*)|a quel|en quel|dans quel|pouvez-vous|pourriez-vous|pourrais-tu|is|are|was|were|did|do|does|will|has|have|find|show|"
    r"give|list|get|plot|map|make (?:me|us)\b|send (?:me|us)\b|compute|calculate|compare|tell|run|detect|download|explain|explique\w*|define|definis\w*|make(?= (?:me|us|a|an|the)\b)|train|retrain|fit|annotate|label|entraine[rz]?|reentraine[rz]?|annote[rz]?|quels?|quelles?|comment|combien|"
    r"quand|trouve|montre|donne|liste|trace|calcule|compare|detecte|cherche|affiche|cartographie|lance|dis|qu'est|que signifie|que veut dire|que veulent dire|c'est quoi|qu'entend-on|a quoi|est-ce|"
    r"fais|peux-tu|(?:de |d'|to )?(?:me |nous |m'|us |le |la |les |l')?(?:donner|lister|calculer|cartographier|tracer|montrer|trouver|estimer|expliquer|indiquer|fournir|envoyer|dire|detecter)|"
    r"(?:apply|deploy|use|test) (?:it|that|this|the (?:model|result|classifier|detector))|(?:applique|utilise|deploie|teste|execute)[rz]?-l[ae]s?|(?:l'|le |la )(?:appliquer|utiliser|deployer|tester|lancer|executer)|simulat?e|simule[rz]?|"
    r"(?:(?:s'|se |l'|en |y |la |le )?(?:a|est|sera|va|\w+era)-(?:t-)?|se \w+-(?:t-)?|(?:cela|ca) \w+-(?:t-)?|(?<=, et )[\w' ]{0,40}-(?:t-)?)(?:il|elle)s?\b|"
    r"the (?:[a-z0-9-]+ ){1,2}trends?|(?:the |la |le |les |l'|an? |une? )?(?:projected|expected|future|trend|list of|map of|tendance|evolution|carte d(?:es?|u)?|liste d(?:es?|u)?|projections?|changement (?:attendu|projete|prevu)|[a-z]+ (?:projete|prevu|attendu)e?s?))\b)"
)
# "the NDVI of Kano, its trend since 2000, and a list of the scenes"
_ITS = re.compile(
    r",\s*(?:(?:and|et|then|puis)\s+)?(?=(?:its|their|sa|son|leur)\s+(?:\w+ )?(?:(?:trend|tendance|evolution|projection|change|anomaly|anomalie)\b|projetee?s?\b|prevue?s?\b)|(?:its|their) (?:projected|expected|future) |(?:a |the |une |la )?(?:list|liste) (?:of|de|des)\b)"
)
_WITH = re.compile(
    r"(?<!\s)\s*,?\s*\b(?:ainsi que|as well as|along with|together with|de meme que|(?<!en )(?<!de )plus|and also|and then|and separately|et aussi|et egalement|et puis)\b,?\s+(?=(?:the|all|any|les?|la|des|un|une|l'|a|an)\b)|"
    r"(?<!\s)\s*(?:[,;]\s*(?:plus|then|puis|ensuite)|\b(?:ainsi que|as well as|along with|together with|de meme que|and also|and then|and separately|et aussi|et egalement|et puis))\b,?\s+(?!(?:into|in|to|on|at|for|with|by|dans|en|vers|pour|avec|sur)\b)(?=[a-z]{2,})"
)
# "then separately the mean wind there": announced as a question of its own
_APART = re.compile(
    r"(?<!\s)\s*,?\s*\b(?:(?:and|then|et|puis)\s+)*(?:separately|as a separate (?:question|request)|a part(?=,? (?:le|la|les|l'|dis|donne|trouve|montre|calcule|liste|cartographie|trace))|separement|en parallele|independently|independamment)\b,?\s*(?:de (?:cela|ca),?\s*)?|,?\s*\b(?:et|puis),? a part,?\s+(?=(?:des|un|une|le|la|les)\b)"
)
_JOINER = re.compile(r"\W*(?:and|et|also|aussi|then|puis)\W*")
_JOINED = re.compile(
    r"(?:[\s,;]+(?:and|et|then|puis|ensuite|afterwards|after (?:that|this)|next|also|aussi|please)\b)*[\s,;]*$"
)
_NUMBERED = re.compile(
    r"(?:^|\s)(?:\(?[1-9a-d][).:]|\((?:i{1,3}|iv|v)\)|[1-9]°|[-•*])\s+(?=\S)|"
    r"(?:^|[.;?!,\n]\s*)(?:one|two|three|un|deux|trois)\s?:\s+(?=\S)|"
    r"(?:^|[.;:?!,\n]\s*|\s(?:and|et)\s)(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|finally|lastly|then|next|d'abord|tout d'abord|premierement|deuxiemement|"
    r"troisiemement|ensuite|puis|enfin|primo|secundo|tertio)\s*[,:]\s*(?=\S)|"
    r"(?:^|[.;:?!,\n]\s*(?:(?:and|et)\s+)?|\s(?:and|et)\s)(?:firstly|secondly|thirdly|premierement|deuxiemement|troisiemement|primo|secundo|tertio|"
    r"(?:(?:my |the |ma )?(?:first|second|third|other|premiere|seconde|deuxieme|troisieme|autre) (?:question|request|thing|point|part|item|task|job|wish|demande|chose|partie|tache|souhait)(?: is| est)?|(?:part|partie|question|item|point|task|request|demande) (?:one|two|three|[1-4]|un|une|deux|trois|[abc](?=:)))\s?[:,])\s+(?=\S)"
)
_ANNOUNCED = re.compile(
    r"^\W*(?:hi|hello|bonjour|salut)?\W*(?:i have |j'ai |just |(?:i|we)(?:'d| would)? (?:need|want|like|have|require) |(?:i'm|we're|i am|we are) after |here are |voici |(?:il (?:me|nous) (?:faut|faudrait)|(?:je|nous) (?:voudrais|voudrions|veux|voulons|cherche|cherchons)|j'(?:aimerais|aurais|attends)|nous avons|besoin de|j'ai besoin de) )?(?:a |my |some |mes |quelques )?(?:two|three|four|several|a few|couple of|quick|2|3|4|deux|trois|quatre|plusieurs|quelques|petites?) (?:quick |short |petites? )?"
    r"(?:questions?|ones|things|requests?|choses|demandes|points|trucs|items|jobs|tasks|taches|maps|cartes|plots|figures|numbers|chiffres|wishes|souhaits)(?: for you| pour (?:vous|toi)| please|,? (?:s'il (?:te|vous) plait|svp))?\s*[:,.!-]\s*"
)
_CORE = re.compile(
    r"\b(?:my (?:actual |real |only |main )?question|what (?:i|we) (?:actually |really )?(?:need|want|am after|are after|would like|have to know)|the question is|here is (?:the|my) question|"
    r"ma (?:vraie |seule )?question|voici (?:ma|la|notre) question|ce (?:qu'il|que) (?:nous|me|je|m') ?.{0,20}(?:faut|voudrais|cherche|veux|voulons|interesse)|il (?:me|nous) (?:faut|faudrait)|"
    r"^\W*(?:bref|en bref|en resume|in short|in brief|long story short|bottom line|tl;?dr|so basically|en clair|autrement dit)\b|"
    r"^\W*(?:so|alors|donc|anyhow|anyway)\b[^?]{0,300}\?|"
    r"^\W*(?:could|can|would|will) you\b|^\W*(?:pourriez|pouvez|pourrais|peux)-(?:vous|tu)\b|"
    r"\b(?:is|would) there (?:be )?(?:any|a|some) way (?:to|of)\b|\by (?:a|aurait)-(?:t-)?il (?:un )?moyen\b|"
    r"(?:we|i) (?:do |just |only )?need (?!to (?:thank|say))|j'ai besoin|nous avons besoin|pourriez-vous|pouvez-vous|could you|can you|would you)\b"
)
THAT_TIME = re.compile(
    r"\b(?:that|the same|ce|cette|cet|(?:le|la) meme|au meme) (?:month|year|day|week|summer|winter|season|period|mois|annee|jour|semaine|ete|hiver|saison|periode)\b"
)
# "Can you give it to me?": points back at what was asked before
_POINTS_BACK = re.compile(
    r"^\W*(?:(?:can|could|would|will) you|(?:est-ce que )?(?:vous |tu )?(?:pouvez|pourriez|peux|pourrais)[- ]?(?:vous|tu)?|is (?:that|this|it) (?:possible|feasible)|est-ce possible)"
    r"(?: (?:please|also|kindly|help|assist|give|get|tell|send|show|do|provide|compute|make|it|that|this|them|me|us|to|with|for|by|now|soon|today|tomorrow|friday|monday|asap|out|"
    r"me|nous|m'|le|la|les|l'|cela|ca|y|aider|donner|faire|envoyer|dire|fournir|calculer|montrer|svp|s'il vous plait|s'il te plait))*\W*$"
)
_THOSE_TOLD = re.compile(
    r"\b(?:these|those|such|ces|cette|cet) (?:\w+ )?(?:files?|data(?:sets?)?|scenes?|images?|runs?|figures?|values?|numbers?|maps?|fichiers?|donnees|scenes|chiffres?|valeurs?|jeux|cartes?)\b"
)
_NEED = re.compile(
    r"\b(?:my (?:actual |real |only |main )?question (?:is|:)|what (?:i|we) (?:actually |really )(?:need|want|am after|are after)|here is (?:the|my) question|ma (?:vraie |seule )?question (?:est|:)|voici (?:ma|la|notre) question|"
    r"ce qu'il (?:nous |me )?(?:faut|faudrait) vraiment|ce que (?:je|nous) (?:veux|voulons|cherche|cherchons) vraiment)\b"
)
_DENIED = re.compile(r"\b(?:no need|not need|n'avons (?:pas )?besoin|n'ai (?:pas )?besoin|inutile|ni d[eu])\b")
_ASKS = (
    r"(?=(?:and |et )?(?:(?:de |a |dans |sur |pour |en |d'|to |in |at |by |for )?(?:can|could|please|would|what|how|which|where|when|whether|is|are|did|does|has|have|find|show|list|give|map|count|compute|plot|"
    r"peux|pouvez|pourri\w*|quel\w*|combien|comment|ou|quand|est-ce|y a|existe|trouve\w*|montre\w*|liste\w*|donne\w*|compte\w*|calcule\w*|cartographie\w*|trace\w*)|les? \w+ (?:existe|y a)|\w+-t-(?:il|elle|on)s?)\b)"
)
_TO_KNOW = (
    r"(?:i |we |je |nous |j'|on )?(?:need|want|have|would like|'d like|must|dois|devons|doit|veux|voulons|voudrais|voudrions|aimerais|aimerions|souhaite|souhaitons|cherche|cherchons|ai besoin|avons besoin) "
    r"(?:to |de |a )?(?:know|find out|see|learn|savoir|connaitre|voir)\b"
)
# who asks, and what for, before a colon: "I'm a teacher in Lille: how …", "Nous dimensionnons des égouts à Douala : quelle …"
_PREFACE = re.compile(
    rf"^\W*(?:i'm|i am|we're|we are|je suis|nous sommes|on est)\b[^.?!:]{{0,160}}:\s*{_ASKS}|"
    rf"^\W*(?P<told>(?:(?:i|i'm|we|we're|je|nous|on|my|our|mon|ma|mes|notre|nos)\b|j')[^.?!:;\d]{{3,160}}?)(?::|,? (?:and|et) {_TO_KNOW})\s*{_ASKS}"
)
# What the answer is for, before a colon: "homework due tonight: …"
_ERRAND = re.compile(
    r"^\W*(?:(?:pour |for )?(?:un |une |mon |ma |my |a |the |our |notre )?)(?:papier|devoirs?|expose|rapport|article|memoire|homework|paper|report|presentation|thesis|assignment|deadline|deck|slide|briefing|reportage|"
    r"note|school project|projet d'ecole|urgent|urgence)\b[^.?!:\d]{0,80}:\s*"
)
# What the answer is to serve, where it names no ground of its own: "to plan our harvest, we need …"
_SERVES = re.compile(
    r"^\W*(?:(?:in order |so as )?to (?:plan|manage|protect|size|design|prepare|help|advise|brief|inform|write|decide|insure|organi[sz]e|irrigate|schedule|finish|complete|support|justify|finance|price|build)|"
    r"(?:pour|afin de|afin d'|en vue de|dans le but de) ?(?:mieux )?(?:planifier|gerer|proteger|dimensionner|concevoir|preparer|aider|conseiller|informer|rediger|ecrire|decider|assurer|organiser|irriguer|programmer|finir|terminer|completer|appuyer|soutenir|justifier|financer|batir))"
    r"\b(?:(?! (?:in|at|near|over|around|of|a|au|aux|en|dans|sur|du|de la) )[^,.;:?!\d]){2,60}[,:]\s*(?=\S)"
)
_GREETED = re.compile(
    r"^\W*(?:hi|hello|hey|dear (?:[\w.]+ ?){1,4}(?=,)|dear \w+|good (?:morning|afternoon|evening)|bonjour|bonsoir|salut)(?: all| everyone| team| a tous| there)?\s*[,.!]\s*"
)
# "on the one hand … on the other …"
_HANDS = re.compile(
    r"\b(?:d'une part|on (?:the )?one hand)\b[\s,:]*(?P<first>[^?!]{8,}?)[\s,;]*\b(?:(?:and|et) )?(?:d'autre part|on the other(?: hand)?)\b[\s,:]*(?=\S)"
)
# what somebody does, wants or wonders: told around a request that stands in a sentence of its own
_NARRATES = re.compile(
    r"^\W*(?:(?:hi|hello|hey|good (?:day|morning|afternoon|evening)|dear \w+|bonjour|bonsoir|salut|madame|monsieur)(?: there| all| a tous)?\s*[,.!]\s*)?(?:"
    r"(?:i|we|he|she|they|some(?: people| of \w+)?|many(?: people)?|people|everyone|je|nous|on|certain(?:e)?s|les gens|beaucoup|tout le monde)\b|j'|"
    r"(?:my|our|his|her|their|mon|ma|mes|notre|nos|son|sa|ses|leur)\b|"
    r"[^,.;:?!]{3,100}\b(?:matters?|counts?|interests?|worr(?:y|ies)|compte(?:nt)?|importe(?:nt)?|interesse(?:nt)?|inquiete(?:nt)?)\b[^.?!]{0,40}\b(?:me|us|my|our|moi|nous|mes|nos|mon|notre|ma)\b)"
)
LONG = 30  # words of a text in which the writer introduces himself
LONGER = 45  # words of a letter, in which what is wanted is told at one place


def sentences(utterance: Utterance) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences; points inside numbers and abbreviations do not end one."""
    spans: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(utterance.folded):
        start, end = match.span()
        if spans and _ABBREVIATED.search(utterance.folded[spans[-1][0] : spans[-1][1]]):
            spans[-1] = (spans[-1][0], end)
        elif match[0].strip():
            spans.append((start, end))
    return tuple(spans)


def focus(utterance: Utterance, *, letter: bool = False, narrated: bool = False) -> Utterance:
    """The utterance without greetings, signatures, background about the writer, and orders to the machine.

    A long text is read as a `letter`, in which what the writer tells of himself is left out too; `narrated` leaves out all that he tells.
    """
    aside = _asides(utterance, letter=letter, narrated=narrated)
    return utterance.cut(aside) if aside else utterance


def setting(utterance: Utterance, *, letter: bool = False, narrated: bool = False) -> Utterance | None:
    """What `focus` leaves out before the question: where the writer is at home may be where it is asked of."""
    if preface := _preface(utterance.folded):
        return utterance.part(*preface.span())
    aside = _asides(utterance, letter=letter, narrated=narrated)
    kept = [span for span in sentences(utterance) if span not in aside]
    return utterance.part(0, kept[0][0]) if aside and kept and kept[0][0] > 0 else None


def introduced(utterance: Utterance, *, narrated: bool = False) -> Utterance:
    """What a letter tells of its writer, before and after the question."""
    aside = _asides(utterance, letter=True, narrated=narrated)
    return utterance.cut(span for span in sentences(utterance) if span not in aside)


def _preface(folded: str) -> re.Match[str] | None:
    """What stands before a colon and only tells who asks, or what the answer serves."""
    opens = _PREFACE.match(folded)
    if opens and (_REQUEST.search(opens["told"] or "") or _ANNOUNCED.match(folded)):
        opens = None
    return opens or _ERRAND.match(folded) or _SERVES.match(folded)


def prefaced(utterance: Utterance) -> bool:
    """Whether `focus` leaves out the beginning of the sentence that asks."""
    return _preface(utterance.folded) is not None


def _asides(utterance: Utterance, *, letter: bool = False, narrated: bool = False) -> list[tuple[int, int]]:
    """The stretches that tell about the writer or greet."""
    if preface := _preface(utterance.folded):
        return [preface.span()]
    spans = sentences(utterance)
    if len(spans) < 2:
        return []
    texts = [utterance.folded[s:e] for s, e in spans]
    words = len(utterance.folded.split())
    long = letter or words > LONG
    asking = [i for i, text in enumerate(texts) if _REQUEST.search(text) and not _ORDER_TO_US.search(text)]
    aside = [
        i
        for i, text in enumerate(texts)
        if _ORDER_TO_US.search(text) or (_is_aside(text, long=long) and not _asks_plainly(text))
    ]
    if narrated and (wishes := asking or [i for i, text in enumerate(texts) if _asks_plainly(text)]):
        aside += [i for i, text in enumerate(texts[: wishes[-1]]) if i not in wishes and _is_told(text)]
    if asking and words > LONG:
        aside += [
            i
            for i in range(asking[-1] + 1, len(texts))
            if _COURTESY.match(texts[i])
            or (len(texts[i].split()) <= (3 if words > LONGER else 2) and not re.search(r"\d", texts[i]))
        ]
    core = _core(texts) if words > LONGER else next((i for i, text in enumerate(texts) if _NEED.search(text)), None)
    if core is not None:
        aside += range(core)
    wanted = " ".join(text for i, text in enumerate(texts) if i not in aside)
    if THAT_TIME.search(wanted) and not re.search(r"\d{4}", wanted):  # told before the question
        aside = [i for i in aside if not re.search(r"\d{4}", texts[i])]
    if not aside or len(set(aside)) == len(spans):
        return []
    return [spans[i] for i in sorted(set(aside))]


def _is_told(text: str) -> bool:
    return bool(_NARRATES.match(text)) and not _asks_plainly(text)


def is_background(text: str) -> bool:
    """Tells about the writer, and asks nothing."""
    greeted = _GREETED.match(text)
    return bool(_BACKGROUND.match(text[greeted.end() :] if greeted else text)) and not _asks_plainly(text)


_ORDERS = re.compile(
    r"^\W*(?:(?:re-?|fine[- ]?)?(?:train|tune)|run|simulat\w*|force|drive|detect|segment|delineate|classify|measure|explain|check|rank|plot|what|how|which|when|where|who|is|are|was|were|has|have|did|do|does|will|"
    r"(?:re)?entraine\w*|lance\w*|simule\w*|detecte\w*|segmente\w*|delimite\w*|classe\w*|mesure\w*|explique\w*|verifie\w*|repere\w*|cartographie\w*|affiche\w*|quel\w*|comment|combien|quand|ou|qui|est-ce|y a)\b"
)


def requests(text: str) -> bool:
    """Whether a sentence asks for something, or names it with its numbers."""
    if "?" in text or _BACKGROUND.match(text):
        return "?" in text
    return bool(re.search(r"\d", text) or _REQUEST.search(text) or _ORDERS.match(text))


def _core(texts: list[str]) -> int | None:
    """The sentence of a long letter in which the writer says what is wanted, where it says it plainly."""
    told = (i for i, text in enumerate(texts) if _CORE.search(text) and not _DENIED.search(text))
    return next((i for i in told if not (_POINTS_BACK.match(texts[i]) or _THOSE_TOLD.search(texts[i]))), None)


def _is_aside(text: str, *, long: bool) -> bool:
    greeted = _GREETED.match(text)
    if greeted and ":" in text and len(text.split()) > 14:  # "Bonjour, le ministre part jeudi et il manque … : …"
        return long and bool(_BACKGROUND.match(text[greeted.end() :]))
    return bool(_COURTESY.match(text) and len(text.split()) <= 14) or (
        long and bool(_BACKGROUND.match(text) or _COURTESY.match(text))
    )


def _asks_plainly(text: str) -> bool:
    return "?" in text or bool(
        re.search(
            r"\b(?:(?:what|all) (?:i|we) (?:lack|miss|am missing|are missing|seek)|ce (?:qui|qu'il) (?:nous|me|m') ?(?:manque|faut|faudrait)|ce dont (?:nous avons|j'ai) besoin|i need|we need|i want|(?:i|we) (?:would |should |do |also )?(?:require|seek|like to (?:get|have|know|see|obtain|find))|(?:je|nous) (?:souhaite|souhaitons|souhaiterions|voudrions|recherchons|cherchons|aurions besoin)|il nous (?:faut|faudrait)|i'd like|would (?:much |really |greatly )?(?:appreciate|like)|asked(?: us| me)?(?:, [^,]{3,60},)? for|apprecierions|apprecierais|aimerions|voudrions|reclame|looking for|j'ai besoin|je cherche|je voudrais|j'aimerais|il me faut|"
            r"pourriez|pouvez-vous|let(?:'s| us) (?:use|take|go with)|(?:alors|donc) (?:prenons|prends|prenez|utilis\w+))\b",
            text,
        )
    )


def is_list(utterance: Utterance) -> bool:
    """Whether the parts are numbered."""
    folded = utterance.folded
    return len(_NUMBERED.findall(folded)) >= 2 or bool(
        _apart(folded) or _HANDS.search(folded) or _FOR_ALL.match(folded) or _sequence(folded)
    )


def _apart(folded: str) -> re.Match[str] | None:
    match = _APART.search(folded)
    return match if match and match.start() > 0 and len(folded) - match.end() > 8 else None


_COUNTS = {"two": 2, "couple of": 2, "2": 2, "deux": 2, "three": 3, "3": 3, "trois": 3, "four": 4, "4": 4, "quatre": 4}
# a comma before the next thing of an announced list
_ITEM = re.compile(
    r"[,;]\s*(?:(?:and|et|also|aussi|then|puis|ensuite|enfin|finally|lastly|d'abord|first|secondly|apres)\s+)*(?=(?:the|la|le|les|l'|an?|une?|des|its|sa|son|what|how|which|whether|quel\w*|comment|combien|find|list|map|show|give|plot|count|compute|trouve|liste|montre|donne|trace|compte|calcule|"
    r"cartographie|projected|mean|tendance|trend)\b)|\s(?:and|et)\s(?=(?:the|la|le|les|l'|its|sa|son)\s?(?:\w+ ){0,2}(?:trend|tendance|scenes?|images?|list|liste|map|carte|projected|projections?)\b)"
)


# "first find …, then map …", "d'abord les scènes …, ensuite la tendance …"
_STARTS = re.compile(
    r"^\W*(?:[^.?!:]{0,40}:\s*)?(?:(?:please|can you|could you|would you|(?:could|can|may) i (?:have|get|see)|i(?:'d| would) like(?: you)? to|je voudrais|j'aimerais|peux-tu|pouvez-vous|pourriez-vous|il me faut|i need)\W+(?:\w+\W+){0,2}?)?"
    r"(?:first(?:ly)?|(?:tout )?d'abord|to (?:start|begin)(?: with)?|pour commencer)(?:,? of all)?,?\s+(?=(?:the|an?|all|define|explain|compare|train|definis|explique|entraine|find|list|give|show|map|count|compute|plot|get|detect|tell|run|search|la|le|les|l'|un|une|des|toutes?|trouve|liste|donne|montre|cartographie|compte|calcule|trace|cherche|detecte|fais|lance|know|(?:(?:me|nous) )?(?:dire|expliquer|donner|montrer|lister|trouver|calculer|cartographier|tracer|chercher|definir|savoir|connaitre|detecter|compter|lancer))\b)"
)
# "trouve d'abord les scènes …, puis cartographie …": the verb before it
_STARTS_WITH_VERB = re.compile(
    r"^\W*(?:(?:please|can you|could you|would you|i want to|peux-tu|pouvez-vous|pourriez-vous|je veux|je voudrais)\W+)?"
    r"(?P<verb>(?:find|list|give|show|map|count|compute|calculate|plot|get|detect|tell|run|search|trouve|liste|donne|montre|cartographie|compte|calcule|trace|cherche|detecte|fai[st]|lance)(?:[rz]|es)?(?:[- ](?:me|us|moi|nous))? (?:first|d'abord|tout d'abord|pour commencer),? )(?=\S)"
)
_GOES_ON = re.compile(
    r"(?<!\s)\s*[,;.]?\s*(?:\b(?:and|et)\s+)?\b(?:then|next|after that|afterwards|finally|lastly|second(?:ly)?|thirdly|ensuite|puis|enfin|apres (?:cela|ca|quoi)|pour finir)\b,?\s+(?=\S)"
)


def _sequence(folded: str) -> tuple[tuple[int, int], ...]:
    """The pieces of a text that goes through its wishes one after the other."""
    start = _STARTS.match(folded) or _STARTS_WITH_VERB.match(folded)
    links = list(_GOES_ON.finditer(folded, start.end())) if start else []
    if start is None or not links:
        return ()
    first = start.start("verb") if start.re is _STARTS_WITH_VERB else start.end()
    return tuple(zip([first, *(m.end() for m in links)], [*(m.start() for m in links), len(folded)], strict=True))


def announced(utterance: Utterance) -> int | None:
    """How many things the text says that it will ask for: "three things: …"."""
    match = _ANNOUNCED.match(utterance.folded)
    return next((n for word, n in _COUNTS.items() if match and re.search(rf"\b{word}\b", match[0])), None)


# a place said once for a whole list: "For Kano: the NDVI of August 2025; the rain of that month"
_FOR_ALL = re.compile(r"^\W*(?:for|about|over|in|pour|concernant|sur|a) [^:;,.?!]{2,50}? ?:\s*(?=[^:]{8,};)")


def items(utterance: Utterance) -> tuple[tuple[int, int], ...]:
    """An announced list cut at every comma and "and": what is no item of its own belongs to the one before."""
    opening = _ANNOUNCED.match(utterance.folded)
    if opening is None:
        return ()
    cuts = {m.end() for m in re.finditer(r"[,;]\s+(?:(?:and|et)\s+)?|\s(?:and|et)\s|[.?!]\s+", utterance.folded)}
    pieces = _pieces([opening.end(), *sorted(c for c in cuts if c > opening.end()), len(utterance.folded)])
    return tuple((a, _closed(utterance.folded, a, b)) for a, b in pieces)


def preamble(utterance: Utterance) -> Utterance | None:
    """What stands before the first item of a list, and may hold for all: "For Cusco: (1) …"."""
    if for_all := _FOR_ALL.match(utterance.folded):
        return utterance.part(0, for_all.end())
    first = _NUMBERED.search(utterance.folded)
    if first is None or first.start() < 4 or len(_NUMBERED.findall(utterance.folded)) < 2:
        return None
    return utterance.part(0, first.start())


def divide(utterance: Utterance) -> tuple[tuple[int, int], ...]:
    """Where the text may fall into parts: at numbers of a list, ends of sentences, and links before a new request."""
    folded = utterance.folded
    numbered = list(_NUMBERED.finditer(folded))
    if len(numbered) >= 2:
        ends = [*(m.start() for m in numbered[1:]), len(folded)]
        return tuple((m.end(), end) for m, end in zip(numbered, ends, strict=True) if end > m.end())
    if for_all := _FOR_ALL.match(folded):
        return tuple(_pieces([for_all.end(), *(m.end() for m in re.finditer(r";\s*", folded)), len(folded)]))
    if sequence := _sequence(folded):
        return sequence
    if hands := _HANDS.search(folded):
        return (hands.span("first"), (hands.end(), len(folded)))
    if apart := _apart(folded):
        return ((0, apart.start()), (apart.end(), len(folded)))
    opening = _ANNOUNCED.match(folded)
    first = opening.end() if opening else 0
    cuts = [start for start, _ in sentences(utterance)][1:]
    cuts += [m.end() for m in _ITEM.finditer(folded)] if opening else []
    cuts += [m.end() for link in (_LINK, _WITH, _ITS) for m in link.finditer(folded) if m.start() > 0]
    pieces = _pieces([first, *sorted({cut for cut in cuts if cut > first}), len(folded)])
    return tuple((a, _closed(folded, a, b)) for a, b in pieces if not _JOINER.fullmatch(folded, a, b))


def _closed(folded: str, start: int, end: int) -> int:
    """Where a piece ends, the words left out that lead on to the next."""
    leads_on = _JOINED.search(folded, start, end)
    return leads_on.start() if leads_on else end


def _pieces(cuts: list[int]) -> list[tuple[int, int]]:
    return [(a, b) for a, b in pairwise(cuts) if b > a]
