"""The question itself: what a writer tells beside it is set aside: greetings, who asks and what for, letters, orders to the machine."""

from __future__ import annotations

import re

from conductor.composer.sentences import sentences
from conductor.composer.text.utterance import Utterance
from connectors.vocabulary.patterns import Pattern

_COURTESY = Pattern(
    r"^\W*(?:dear\b|hi\b|hello\b|hey\b|good (?:morning|afternoon|evening)|bonjour|bonsoir|salut|cher\b|chere\b|"
    r"chers\b|madame|monsieur|thanks?\b|thank you|many thanks|merci\b(?! (?:d'avance )?(?:de |d')(?:bien vouloir\b|me\b|m'|nous\b|(?!avoir\b|votre\b|notre\b)\w+(?:er|ir|re)\b))|best\b(?: regards| wishes)?\W*$|(?:kind|best|"
    r"warm) regards|regards|cheers|sincerely|yours|"
    r"cordialement|bien a vous|bien cordialement|salutations|bonne journee|a bientot|have a (?:nice|good|great)|"
    r"god bless|que dieu|respect(?:fully|ueusement)|mille mercis|many thanks|warm thanks|looking forward|hope (?:you|this|all)|i hope|j'espere|ps\b|p\.s|sent from|envoye de)"
)
_BACKGROUND = Pattern(
    r"^\W*(?:my|our|an?|un|une|mon|ma|notre) [\w' -]{2,30}? (?:says?|said|told|claims?|thinks?|believes?|keeps? asking|dit|disent|pense|affirme|pretend|croit|m'a dit|nous a dit)\b|"
    r"^\W*(?:(?:so |well |also |ok |(?:last|this) \w+,? |yesterday,? |recently,? |a (?:week|month|year) ago,? )?(?:i|we)(?:'m|'re|'ve|'d)? (?:am|are|was|were|work|works|worked|study|"
    r"studied|just(?! (?:need|want|wish|would|require)\b)|recently|have been|have a|have (?:kept|had|\w+ed)|had|live|lived|grew|moved|visited|met|spoke|talked|attended|lost|suffered|noticed|missed|run (?:an?|the|our|my)|"
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
_REQUEST = Pattern(
    r"\?|\b(?:please|could you|can you|would you|i(?:'d| would) like|i need|we need|i want|i'm looking|"
    r"looking for|find|show|give|list|compute|calculate|compare|plot|map|(?<!not )(?<!cannot )(?<!can't )(?<!won't )run|tell me|my question|question is|"
    r"pourriez-vous|pouvez-vous|peux-tu|s'il (?:te|vous) plait|j'ai besoin|j'aimerais|merci (?:d'avance )?(?:de |d')(?:bien vouloir|me|m'|nous|(?!avoir\b|votre\b|notre\b)\w+(?:er|ir|re))|"
    r"je voudrais|je cherche|je veux|il (?:me|nous) faut|(?<!je )(?<!on )(?<!il )(?<!elle )(?:donne|montre|trouve|calcule|compare|trace|cherche|liste|entraine|detecte|cartographie|lance)[rz]?|train|detect|"
    r"ma question)\b"
)
_ORDER_TO_US = Pattern(
    r"\b(?:ignore|disregard|forget|override|oublie[rz]?|ignore[rz]?) (?:all |any |the |your |these |toutes? |les |"
    r"tes |vos )*(?:previous|prior|above|earlier|instructions?|rules?|prompts?|consignes?|regles?|precedente?s?)|"
    r"\b(?:system prompt|developer mode|you are now|act as (?:a|an)|reveal your|print your|jailbreak)\b|\b(?:delete|"
    r"drop|rm -rf|wipe|efface|supprime)\b.{0,20}\b(?:database|files?|fichiers?|everything|tout|table|"
    r"base de donnees)\b"
)
ANNOUNCED = Pattern(
    r"^\W*(?:hi|hello|bonjour|salut)?\W*(?:i have |j'ai |just |(?:i|we)(?:'d| would)? (?:need|want|like|have|require) |(?:i'm|we're|i am|we are) after |here are |voici |(?:il (?:me|nous) (?:faut|faudrait)|(?:je|nous) (?:voudrais|voudrions|veux|voulons|cherche|cherchons)|j'(?:aimerais|aurais|attends)|nous avons|besoin de|j'ai besoin de) )?(?:a |my |some |mes |quelques )?(?:two|three|four|several|a few|couple of|quick|2|3|4|deux|trois|quatre|plusieurs|quelques|petites?) (?:quick |short |petites? )?"
    r"(?:questions?|ones|things|requests?|choses|demandes|points|trucs|items|jobs|tasks|taches|maps|cartes|plots|figures|numbers|chiffres|wishes|souhaits)(?: for you| pour (?:vous|toi)| please|,? (?:s'il (?:te|vous) plait|svp))?\s*[:,.!-]\s*"
)
_CORE = Pattern(
    r"\b(?:my (?:actual |real |only |main )?question|what (?:i|we) (?:actually |really )?(?:need|want|am after|are after|would like|have to know)|the question is|here is (?:the|my) question|"
    r"ma (?:vraie |seule )?question|voici (?:ma|la|notre) question|ce (?:qu'il|que) (?:nous|me|je|m') ?.{0,20}(?:faut|voudrais|cherche|veux|voulons|interesse)|il (?:me|nous) (?:faut|faudrait)|"
    r"^\W*(?:bref|en bref|en resume|in short|in brief|long story short|bottom line|tl;?dr|so basically|en clair|autrement dit)\b|"
    r"^\W*(?:so|alors|donc|anyhow|anyway)\b[^?]{0,300}\?|"
    r"^\W*(?:could|can|would|will) you\b|^\W*(?:pourriez|pouvez|pourrais|peux)-(?:vous|tu)\b|"
    r"\b(?:is|would) there (?:be )?(?:any|a|some) way (?:to|of)\b|\by (?:a|aurait)-(?:t-)?il (?:un )?moyen\b|"
    r"(?:we|i) (?:do |just |only )?need (?!to (?:thank|say))|j'ai besoin|nous avons besoin|pourriez-vous|pouvez-vous|could you|can you|would you)\b"
)
THAT_TIME = Pattern(
    r"\b(?:that|the same|ce|cette|cet|(?:le|la) meme|au meme) (?:month|year|day|week|summer|winter|season|period|mois|annee|jour|semaine|ete|hiver|saison|periode)\b"
)
# "Can you give it to me?": points back at what was asked before
_POINTS_BACK = Pattern(
    r"^\W*(?:(?:can|could|would|will) you|(?:est-ce que )?(?:vous |tu )?(?:pouvez|pourriez|peux|pourrais)[- ]?(?:vous|tu)?|is (?:that|this|it) (?:possible|feasible)|est-ce possible)"
    r"(?: (?:please|also|kindly|help|assist|give|get|tell|send|show|do|provide|compute|make|it|that|this|them|me|us|to|with|for|by|now|soon|today|tomorrow|friday|monday|asap|out|"
    r"me|nous|m'|le|la|les|l'|cela|ca|y|aider|donner|faire|envoyer|dire|fournir|calculer|montrer|svp|s'il vous plait|s'il te plait))*\W*$"
)
_THOSE_TOLD = Pattern(
    r"\b(?:these|those|such|ces|cette|cet) (?:\w+ )?(?:files?|data(?:sets?)?|scenes?|images?|runs?|figures?|values?|numbers?|maps?|fichiers?|donnees|scenes|chiffres?|valeurs?|jeux|cartes?)\b"
)
_NEED = Pattern(
    r"\b(?:my (?:actual |real |only |main )?question (?:is|:)|what (?:i|we) (?:actually |really )(?:need|want|am after|are after)|here is (?:the|my) question|ma (?:vraie |seule )?question (?:est|:)|voici (?:ma|la|notre) question|"
    r"ce qu'il (?:nous |me )?(?:faut|faudrait) vraiment|ce que (?:je|nous) (?:veux|voulons|cherche|cherchons) vraiment)\b"
)
# "I only need the plan and a notebook": in what form the answer is wanted, which is not what is asked
_FORM = Pattern(
    r"^\W*(?:i|we|je|nous|j'|il (?:me|nous))\b[^.?!,;\d]{0,30}\b(?:plan|notebook|workflow|figure|plot|csv|netcdf|map|table|number|value|link|carnet|graphique|tableau|carte|chiffre|valeur|lien|fichier)s?\b(?!\W*(?:of|for|d[eu]s?|d'|pour|showing|with|avec)\b)"
)
_DENIED = Pattern(r"\b(?:no need|not need|n'avons (?:pas )?besoin|n'ai (?:pas )?besoin|inutile|ni d[eu])\b")
_ASKS = (
    r"(?=(?:and |et )?(?:(?:de |a |dans |sur |pour |en |d'|to |in |at |by |for )?(?:can|could|please|would|what|how|which|where|when|whether|is|are|did|does|has|have|find|show|list|give|get|send|fetch|download|compare|map|count|compute|plot|"
    r"peux|pouvez|pourri\w*|cherche\w*|envoie\w*|envoyez|telecharge\w*|compare\w*|quel\w*|combien|comment|ou|quand|est-ce|y a|existe|trouve\w*|montre\w*|liste\w*|donne\w*|compte\w*|calcule\w*|cartographie\w*|trace\w*)|les? \w+ (?:existe|y a)|\w+-t-(?:il|elle|on)s?)\b)"
)
_TO_KNOW = (
    r"(?:i |we |je |nous |j'|on )?(?:need|want|have|would like|'d like|must|dois|devons|doit|veux|voulons|voudrais|voudrions|aimerais|aimerions|souhaite|souhaitons|cherche|cherchons|ai besoin|avons besoin) "
    r"(?:to |de |a )?(?:know|find out|see|learn|savoir|connaitre|voir)\b"
)
_PUT_TO_USE = r"(?=(?:take|use|feed|drive|force|simulate|run|pick|start|pren(?:ds|ez|ons)|utilis(?:e|ez|ons)|aliment(?:e|ez|ons)|forc(?:e|ez|ons)|simul(?:e|ez|ons)|fai(?:s|tes)|lanc(?:e|ez|ons)|part(?:ez|ons))\b)"
# who asks, and what for, before a colon: "I'm a teacher in Lille: how …", "Nous dimensionnons des égouts à Douala : quelle …"
_PREFACE = Pattern(
    rf"^\W*(?:i'm|i am|we're|we are|je suis|nous sommes|on est)\b[^.?!:]{{0,160}}:\s*(?:{_ASKS}|{_PUT_TO_USE})|"
    rf"^\W*(?P<told>(?:(?:i|i'm|we|we're|je|nous|on|my|our|mon|ma|mes|notre|nos)\b|j')[^.?!:;\d]{{3,160}}?)(?::|,? (?:and|et) {_TO_KNOW})\s*{_ASKS}"
)
# "Nous gérons la prise d'eau de Toledo et il nous faut l'étendue": what is told before a wish that names no ground of its own
_TOLD_FIRST = Pattern(
    r"\W*(?:we|i|nous|je|on)\b[^.;:?!\d]{3,120}?,? (?:and|et|so|donc) "
    r"(?=(?:(?:we|i|il (?:me|nous)|nous|je|on|j') ?)?(?:need|want|require|faut|faudrait|voulons|voudrions|voudrais|cherchons|cherche|avons besoin|ai besoin) (?:de )?(?:the|its|an?|l'|la|le|les|une?|sa|son) ?[\w' -]{3,40}\W*$)"
)
# What the answer is for, before a colon: "homework due tonight: …"
_ERRAND = Pattern(
    r"^\W*(?:(?:pour |for )?(?:un |une |mon |ma |my |a |the |our |notre )?)(?:papier|devoirs?|expose|rapport|article|memoire|homework|paper|report|presentation|thesis|assignment|deadline|deck|slide|briefing|reportage|"
    r"note|school project|projet d'ecole|urgent|urgence)\b[^.?!:\d]{0,80}:\s*"
)
# What the answer is to serve, where it names no ground of its own: "to plan our harvest, we need …"
_SERVES = Pattern(
    r"^\W*(?:(?:in order |so as )?to (?:plan|manage|protect|size|design|prepare|help|advise|brief|inform|write|decide|insure|organi[sz]e|irrigate|schedule|finish|complete|support|justify|finance|price|build)|"
    r"(?:pour|afin de|afin d'|en vue de|dans le but de) ?(?:mieux )?(?:planifier|gerer|proteger|dimensionner|concevoir|preparer|aider|conseiller|informer|rediger|ecrire|decider|assurer|organiser|irriguer|programmer|finir|terminer|completer|appuyer|soutenir|justifier|financer|batir))"
    r"\b(?:(?! (?:in|at|near|over|around|of|a|au|aux|en|dans|sur|du|de la) )[^,.;:?!\d]){2,60}[,:]\s*(?=\S)"
)
_GREETED = Pattern(
    r"^\W*(?:hi|hello|hey|dear (?:[\w.]+ ?){1,4}(?=,)|dear \w+|good (?:morning|afternoon|evening)|bonjour|bonsoir|salut)(?: all| everyone| team| a tous| there)?\s*[,.!]\s*"
)
# what somebody does, wants or wonders: told around a request that stands in a sentence of its own
_NARRATES = Pattern(
    r"^\W*(?:(?:hi|hello|hey|good (?:day|morning|afternoon|evening)|dear \w+|bonjour|bonsoir|salut|madame|monsieur)(?: there| all| a tous)?\s*[,.!]\s*)?(?:"
    r"(?:i|we|he|she|they|some(?: people| of \w+)?|many(?: people)?|people|everyone|je|nous|on|certain(?:e)?s|les gens|beaucoup|tout le monde)\b|j'|"
    r"(?:my|our|his|her|their|mon|ma|mes|notre|nos|son|sa|ses|leur)\b|"
    r"(?:when(?:ever)?|if|once|as soon as|quand|lorsqu[e']|si|s'il|des qu[e']|chaque fois qu[e'])\b[^,.;:?!]{3,90}, (?:then |alors )?(?:my|our|we|i|nos|notre|nous|mes|mon|ma|on)\b[^?]*$|"
    r"[^,.;:?!]{3,100}\b(?:matters?|counts?|interests?|worr(?:y|ies)|compte(?:nt)?|importe(?:nt)?|interesse(?:nt)?|inquiete(?:nt)?)\b[^.?!]{0,40}\b(?:me|us|my|our|moi|nous|mes|nos|mon|notre|ma)\b)"
)
LONG = 30  # words of a text in which the writer introduces himself
LONGER = 45  # words of a letter, in which what is wanted is told at one place


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
    compares = opens is not None and folded.startswith("compar", opens.end())  # what was told is what is compared
    if opens and (_REQUEST.search(opens["told"] or "") or ANNOUNCED.match(folded) or compares):
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
    if len(set(aside)) == len(spans):
        return []
    told = [
        clause for i in range(1, len(spans)) if long and i not in aside and (clause := _told_first(utterance, spans[i]))
    ]
    return sorted([*(spans[i] for i in set(aside)), *told])


def _told_first(utterance: Utterance, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """What the writer tells of himself before the wish that ends a later sentence."""
    match = _TOLD_FIRST.match(utterance.folded, *sentence)
    return match.span() if match and _BACKGROUND.match(match[0]) else None


def _is_told(text: str) -> bool:
    return bool(_NARRATES.match(text)) and not _asks_plainly(text)


def is_background(text: str) -> bool:
    """Tells about the writer, and asks nothing."""
    greeted = _GREETED.match(text)
    return bool(_BACKGROUND.match(text[greeted.end() :] if greeted else text)) and not _asks_plainly(text)


_ORDERS = Pattern(
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
    told = (
        i
        for i, text in enumerate(texts)
        if _CORE.search(text) and not _DENIED.search(text) and (i == 0 or not _FORM.match(text))
    )
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
            r"\b(?:(?:what|all) (?:i|we) (?:lack|miss|am missing|are missing|seek)|ce (?:qui|qu'il) (?:nous|me|m') ?(?:manque|faut|faudrait)|ce dont (?:nous avons|j'ai) besoin|(?:i|we) (?:just |only |really |mainly |simply |actually )?(?:need|want)|(?:i|we) (?:would |should |do |also )?(?:require|seek|like to (?:get|have|know|see|obtain|find))|(?:je|nous) (?:souhaite|souhaitons|souhaiterions|voudrions|recherchons|cherchons|aurions besoin)|il nous (?:faut|faudrait)|i'd like|would (?:much |really |greatly )?(?:appreciate|like)|asked(?: us| me)?(?:, [^,]{3,60},)? for|apprecierions|apprecierais|aimerions|voudrions|reclame|looking for|(?:j'ai|nous avons) (?:juste |seulement |surtout |vraiment |simplement |uniquement |en fait )?besoin|je (?:veux|cherche)|je voudrais|j'aimerais|il me faut|"
            r"pourriez|pouvez-vous|let(?:'s| us) (?:use|take|go with)|(?:alors|donc) (?:prenons|prends|prenez|utilis\w+))\b",
            text,
        )
    )
