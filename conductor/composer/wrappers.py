"""Wrappers: what is put around a question and asks for nothing — a greeting, "quick question:", "please", thanks, a name at its foot."""

from __future__ import annotations

import re

from conductor.composer.focus import requests
from conductor.composer.sentences import sentences
from conductor.composer.text.closing import closes
from conductor.composer.text.utterance import Utterance
from connectors.vocabulary.patterns import Pattern

_YOU_ALL = (
    r"(?: (?:there|again|all|everyone|everybody|team|folks|friends?|sir|madam|(?:a|chers?) (?:tous|toutes|tout le monde|vous|toi)(?: et (?:a )?toutes)?|"
    r"l' ?equipe|madame|monsieur|mesdames|messieurs|encore|cher\w*(?: \w+)?))*"
)
_GREETING = (
    rf"(?:hi|hiya|hello|hey|good (?:morning|afternoon|evening|day)|greetings|bonjour|bonsoir|salut|coucou|allo)\b{_YOU_ALL}(?!-)(?:\s*[,.!;:-]+\s*|\s+(?!(?:from|de|du|depuis|a|la|le|les)\b|d'|l'))|"
    r"dear (?:all|team|sirs?|madam|sir or madam|sir/madam|colleagues?|friends?)\s*[,.!:]\s*|madame,? monsieur\s*[,.!:]\s*|(?:madame|monsieur)\s*[,!]\s*|chere?s? (?:tous|toutes|collegues?|amis?|equipe)\s*[,.!:]\s*"
)
# who is disturbed, and in what haste
_EXCUSE = (
    r"(?:i(?:'m| am) )?sorry (?:to|for) [^,.;:?!]{3,40}[,.;:!-]+\s*(?:but |however,? )?|(?:excuse me|excusez[- ]moi|excuse[- ]moi|pardonnez[- ]moi)\s*[,.;:!-]+\s*|(?:je suis )?desolee? (?:de|pour) [^,.;:?!]{3,40}[,.;:!-]+\s*(?:mais )?|"
    r"(?:(?:very |tres )?urgent|urgence)\s*[:!,.-]+\s*|(?:(?:can|could|would) (?:you|someone|anyone|somebody) (?:please )?help(?: me| us)?(?: out)?|(?:pouvez|pourriez)-vous (?:m'|nous )aider|(?:peux|pourrais)-tu (?:m'|nous )aider|i (?:need|could use) (?:your |some |a little )?help|j'ai besoin d'aide|besoin d'aide|help)(?: please| with this| s'il (?:te|vous) plait)?\s*[,.!?:]+\s+"
)
# "Quick question:", "I would like to know the answer to this:", "dites-moi :"; only before a colon or the like
_ANNOUNCES = (
    r"(?:(?:(?:just|only|juste|simplement) )?(?:i have |i've got |j'ai |nous avons |we have |here is |here's |voici )?(?:a |an |one |my |une |ma )?(?:(?:very |tres )?(?:quick|small|short|simple|little|petite|rapide|breve|simple|courte|other|autre) )*question(?: (?:for you|pour (?:vous|toi)|rapide|simple|bete|is|est|a vous poser))?"
    r"|q"
    r"|(?:please |could you |can you |would you |pouvez-vous |peux-tu |pourriez-vous )*(?:(?:tell|say to|show|give) (?:me|us)|(?:di(?:te)?s|donne[rz]?|montre[rz]?)-(?:moi|nous)|me dire|nous dire)(?: (?:this|the following|please|ceci))?"
    r"|(?:i|we)(?:'d| would| should)? (?:\w+ )?(?:like|want|need|wish|love) to (?:know|ask|understand|find out|learn)(?: about)?(?: (?:the answer to )?(?:this|the following|something|one thing))?"
    r"|(?:je|nous|j') ?(?:voudr\w+|veux|voulons|souhait\w+|aimer\w+|cherch\w+ a|besoin de|ai besoin de) (?:bien )?(?:savoir|demander|comprendre)(?: (?:ceci|cela|une chose|ce qui suit|la chose suivante))?"
    r"|(?:i(?:'m| am) wondering|i wonder|i was wondering|je me demand\w+))\s*[:,.-]+\s+"
)
_BRIEFLY = r"(?:in short|in brief|briefly|to be brief|long story short|en bref|bref|en resume|en deux mots|pour faire court|simply put|in a nutshell)\s*[,:.-]+\s*"
_PLEASE = r"(?:please|s'il (?:te|vous) plait)(?:\s*[,:!.-]+)?\s+"
_WORK = (
    r"(?:(?:phd |master(?:'s)? |doctoral |school |class |research |news |student |science |final )*(?:thesis|dissertation|homework|paper|report|presentation|talk|assignment|article|project|class|course|lecture|essay|study|story|blog|poster|lesson)|"
    r"(?:these|memoire|devoirs?|expose|rapport|article|projet|cours|presentation|dissertation|papier|etude|reportage|memoire|lecon|dossier)(?: (?:de (?:these|master|recherche|fin d'etudes|classe|presse)|scolaire|universitaire))?)"
)
_FOR_WHAT = rf"(?:for|pour) (?:my|our|an?|the|mon|ma|mes|notre|nos|une?|le|la|les) {_WORK}"
_SERVES = rf"(?:(?:i|we) need this |this is |it(?:'s| is) |all this |(?:j'ai|nous avons) besoin de (?:ceci|cela|ca) |c'est )?{_FOR_WHAT}"
_AS = (
    r"(?:as an?|en tant que?|en tant qu') ?(?:\w+ )?(?:teacher|student|journalist|researcher|scientist|planner|engineer|citizen|resident|consultant|analyst|farmer|beginner|newcomer|mayor|manager|reporter|forester|fisher(?:man)?|sailor|hydrologist|climatologist|meteorologist|ecologist|geographer|biologist|glaciologist|agronomist|doctor|parent|"
    r"professeure?|enseignante?|etudiante?|journaliste|chercheu(?:r|se)|scientifique|urbaniste|ingenieure?|citoyen(?:ne)?|habitante?|consultante?|analyste|agricult(?:eur|rice)|debutante?|maire|gestionnaire|forestiere?|pecheu(?:r|se)|marin|hydrologue|climatologue|meteorologue|ecologue|geographe|biologiste|glaciologue|agronome|medecin|parent)s?"
)
_LEAD = Pattern(
    rf"[\W_]*(?:(?P<greeting>{_GREETING})|{_EXCUSE}|{_ANNOUNCES}|{_BRIEFLY}|{_PLEASE}|{_SERVES}\s*[,:.]+\s+|{_AS}\s*[,:]\s+)"
)
# which in a turn of a dialogue lead on from the one before
_OPENING = Pattern(
    r"[\W_]*(?:(?:(?:ok|okay|so|well|right|alright|now then|bon|bien|alors|donc|eh bien|voila|voyons|tiens)\b[\s,.!:-]*)*(?:(?:ok|okay|alright|so|well|right|bon|alors|donc|eh bien|voyons|tiens)\s*[,.!:-]+\s*|(?:ok|okay|so|alors|donc) (?!far\b|long\b|much\b|many\b|that\b|as\b|called\b|que?\b|qu'|seulement\b))(?=\w)|"
    r"(?:just |simply |juste |simplement )?(?:out of curiosity|curious|par curiosite|pour savoir|for my curiosity|by the way|au fait|incidentally)\s*[,:.-]+\s*)"
)
_BULLET = Pattern(r"\s*[-•*>–]\s+(?=\w)(?!.*[\n;]\s*[-•*>–]\s)", re.DOTALL)
_THANKS = (
    r"(?:(?:many|warm|with) thanks|thanks|thank you|mille mercis|grand merci|un grand merci|merci|cheers)(?: (?:so much|very much|a lot|a million|in advance|again|everyone|all|for (?:your|the|any) (?:help|time|support|answer|reply)|beaucoup|bien|infiniment|d'avance|par avance|encore|mille fois|a (?:tous|vous|toi)|"
    r"(?:pour|de) (?:votre|ton|ta) (?:aide|reponse|retour|temps|travail)))*"
)
_REGARDS = (
    r"(?:(?:best|kind|warm) (?:regards|wishes)|regards|(?<=[.?!\n] )best|sincerely|yours(?: sincerely| truly| faithfully)?|(?:bien )?cordialement|(?:mes |sinceres )?salutations|bien a (?:vous|toi)|amities|a bientot|have a (?:nice|good|great) (?:day|one|evening|week|weekend)|bonne (?:journee|soiree|semaine)|bon week-?end|"
    r"(?:i |we )?look(?:ing)? forward to (?:your|hearing|an?|the) [^.?!]{3,40}|dans l'attente de (?:votre|ta|vous) [^.?!]{3,40}|(?:any|all) (?:help|pointers?|hints?|answers?)(?: (?:is|are|would be|will be))? (?:very |much |greatly )*(?:appreciated|welcome)|toute (?:aide|reponse|information) (?:est|sera(?:it)?) (?:la |tres )?bienvenue)"
)
_HASTE = r"(?:(?:it(?:'s| is)|this is|c'est|that's) (?:very |quite |rather |really |tres |assez |plutot |vraiment )?urgent|(?:tres )?urgent|(?<!as )(?<!images )asap|as soon as possible|au plus (?:vite|tot)|le plus (?:vite|tot|rapidement) possible|des que possible)"
_ASKED = r"(?:please|s'il (?:te|vous) plait|if (?:you please|you can|possible)|si (?:possible|c'est possible|tu peux|vous (?:le )?pouvez))"
_FOOT = (
    r"(?:[\s,.!-]*[,.!\n-][\s,.!-]*(?:[a-z][\w'-]{1,15}|[a-z]\.)(?: [a-z][\w'.-]{0,15}){0,2})?"  # the name of who asks
)
_TAIL = Pattern(
    rf"(?:(?<=[?!.])|[\s,;(-]{{1,9}})[\W_]{{0,9}}(?<![\w'-])(?:(?:{_THANKS}|{_REGARDS}|{_HASTE}|{_ASKED})(?![\w'-])[\W_]*?)*(?:(?:{_HASTE}|{_ASKED}|(?<=[.?!] ){_SERVES})|(?:{_THANKS}|{_REGARDS})(?![\w'-]){_FOOT})(?![\w'-])[\W_]*$"
)
# what the answer serves, told after it; "because of" may ask
_BECAUSE = Pattern(r"\s*[,;(-]\s*(?:because|parce qu(?:e\b|'))(?! of\b)[^?;\d]*$")
_LONGEST_TAIL = 120
# full stops, dashes and pictures after the last word; a question mark stays
_MARKS = Pattern(r"[\s.!;,:\u2010-\u2015\u2600-\u27bf\ufe0f\U0001f000-\U0001faff-]+$")
# small talk, which is a greeting still
_EMPTY = Pattern(
    r"[\W_]*(?:(?:hi|hello|there|bonjour|thanks|thank you|merci|please|ok|okay|yes|no|oui|non|great|good|fine|super|bien|bon|parfait|perfect|wow|and|et|ou|or|(?:anyone|anybody|is anyone|somebody) (?:home|there|here|around)|(?:you|are you) (?:there|ok)|how are you(?: doing)?|how(?:'s| is) it going|"
    r"what's up|ca (?:va|roule|gaze)|comment (?:ca va|vas-tu|allez-vous|tu vas|vous allez)|(?:y a|il y a) quelqu'un|(?:tu|vous) (?:es|etes) la|quoi de neuf|today|aujourd'hui|ici|here|help|aide)\b[\W_]*)*$"
)


def without_wrappers(said: Utterance, *, new: bool = True) -> Utterance:
    """The utterance without what only greets, asks nicely, thanks or signs; left whole where nothing else stands in it.

    What opens a talk ("so", "by the way") leads a later turn on from the one before, and is left there.
    """
    folded = said.folded
    if closes(folded):
        return said
    start, greeting = 0, None
    while lead := _LEAD.match(folded, start) or (_OPENING.match(folded, start) if new else None):
        start, greeting = lead.end(), lead if lead.lastgroup == "greeting" else None
    if greeting and not _opens_on_request(said.part(start, len(folded))):
        start = 0
    elif bullet := _BULLET.match(folded, start):
        start = bullet.end()
    tail = _TAIL.search(folded, max(start, len(folded) - _LONGEST_TAIL))
    end = tail.start() if tail else len(folded)
    if marks := _MARKS.search(folded, max(start, end - 12), end):
        end = marks.start()
    if (reason := _BECAUSE.search(folded, start, end)) and len(folded[start : reason.start()].split()) > 3:
        end = reason.start()
    if (start == 0 and end == len(folded)) or _EMPTY.match(folded, start, end):
        return said.part(*greeting.span()) if greeting and start else said
    rest = said.part(start, end)
    if tail and "?" in tail[0] and "?" not in rest.folded:  # "…, please?"
        mark = folded.index("?", end)
        return said.part(start, mark + 1).cut([(end - start, mark - start)])
    return rest


def _opens_on_request(rest: Utterance) -> bool:
    """Whether what follows a greeting is the question, and not a sentence on who asks: "Bonjour, hydrologue à Gatineau. Combien …"."""
    first, *more = sentences(rest) or ((0, 0),)
    return not more or requests(rest.folded[slice(*first)])
