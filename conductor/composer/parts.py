"""A question of several independent parts cut into them; text around the question itself set aside."""

from __future__ import annotations

import re
from itertools import pairwise

from conductor.composer.utterance import Utterance

_SENTENCE = re.compile(r"[^.!?\n;]+(?:\.(?=\S)[^.!?\n;]*)*[.!?;]*\s*|\n+")
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|vs|approx|ca|cf|st|mt|dr|no|fig|temp|max|min|avg|inc|p\.ex|env|jan|feb|janv|fevr|avr|juil|"
    r"sept|oct|nov|dec)\.)\s*$"
)
_COURTESY = re.compile(
    r"^\W*(?:dear\b|hi\b|hello\b|hey\b|good (?:morning|afternoon|evening)|bonjour|bonsoir|salut|cher\b|chere\b|"
    r"chers\b|madame|monsieur|thanks?\b|thank you|many thanks|merci|best\b(?: regards| wishes)?\W*$|(?:kind|best|"
    r"warm) regards|regards|cheers|sincerely|yours|"
    r"cordialement|bien a vous|bien cordialement|salutations|bonne journee|a bientot|have a (?:nice|good|great)|"
    r"looking forward|hope (?:you|this|all)|i hope|j'espere|ps\b|p\.s|sent from|envoye de)"
)
_BACKGROUND = re.compile(
    r"^\W*(?:(?:so |well |also |ok )?(?:i|we)(?:'m|'re|'ve|'d)? (?:am|are|was|were|work|works|worked|study|"
    r"studied|just|recently|have been|have a|had|live|lived|grew|moved|visited|met|spoke|talked|attended|run a|"
    r"manage|own|teach|write|am writing|would like to thank|got|saw|read)\b|"
    r"i'm (?:a|an|the|working|writing|doing|preparing|new|from|currently|based|not)\b|we're (?:a|an|the|working|"
    r"writing|preparing|based)\b|(?:my|our) (?:name|team|colleague|boss|supervisor|company|office|thesis|group|"
    r"project|background|institute)\b|"
    r"(?:je|nous) (?:suis|sommes|travaill\w+|prepar\w+|viens|venons|ai|avons|redig\w+|fais|faisons|etudi\w+|"
    r"habit\w+|vous ecris|t'ecris|me permets)\b|j'(?:ai|habite|etudie|ecris|etais)\b|(?:mon|notre|ma) (?:equipe|"
    r"collegue|these|projet|patron|directeur|nom|entreprise|groupe)\b|"
    r"it was (?:nice|great|good)|as (?:you|we) (?:know|discussed)|comme (?:vous|convenu)|following (?:our|up)|"
    r"suite a (?:notre|votre))"
)
_REQUEST = re.compile(
    r"\?|\b(?:please|could you|can you|would you|i(?:'d| would) like|i need|we need|i want|i'm looking|"
    r"looking for|find|show|give|list|compute|calculate|compare|plot|map|run|tell me|my question|question is|"
    r"pourriez-vous|pouvez-vous|peux-tu|s'il (?:te|vous) plait|j'ai besoin|j'aimerais|"
    r"je voudrais|je cherche|je veux|il (?:me|nous) faut|donne|montre|trouve|calcule|compare|trace|cherche|liste|"
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
    r"\s*(?:;|\.|\?|,)?\s*(?:\b(?:and,? (?:also|then|separately|finally|additionally)|also|plus|as well as|"
    r"then|next|finally|secondly|et,? (?:aussi|puis|ensuite|enfin|egalement|separement)|puis|ensuite|enfin|"
    r"par ailleurs|de plus)\b,?\s*|\b(?:and|et)\s+)"
    r"(?=(?:please |can you |could you |what|which|how|when|where|is|are|was|were|did|do|does|will|find|show|"
    r"give|list|get|plot|map|compute|calculate|compare|tell|run|detect|download|explain|explique\w*|quels?|quelles?|comment|combien|"
    r"quand|trouve|montre|donne|liste|trace|calcule|compare|detecte|cherche|affiche|cartographie|lance|dis|qu'est|que signifie|a quoi|est-ce|"
    r"fais|peux-tu|(?:the |la |le |les |l')?(?:projected|expected|future|trend|list of|map of|tendance|evolution|carte d|liste d|projections?|changement (?:attendu|projete|prevu)))\b)"
)
_WITH = re.compile(
    r"\s*,?\s*\b(?:ainsi que|as well as|along with|together with|de meme que|plus|and also|and then|and separately|et aussi|et egalement|et puis)\b,?\s+(?=(?:the|all|any|les?|la|des|un|une|l'|a|an)\b)"
)
# "then separately the mean wind there": announced as a question of its own
_APART = re.compile(
    r"\s*,?\s*\b(?:(?:and|then|et|puis)\s+)*(?:separately|as a separate (?:question|request)|a part(?= (?:le|la|les|l'))|separement|en parallele|independently|independamment)\b,?\s*(?:de (?:cela|ca),?\s*)?"
)
_NUMBERED = re.compile(
    r"(?:^|\s)(?:\(?[1-9a-d][).:]|\((?:i{1,3}|iv|v)\)|[1-9]°|[-•*])\s+(?=\S)|"
    r"(?:^|[.;:?!,\n]\s*|\s(?:and|et)\s)(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|finally|lastly|then|next|d'abord|tout d'abord|premierement|deuxiemement|"
    r"troisiemement|ensuite|puis|enfin|primo|secundo|tertio)\s*[,:]\s*(?=\S)"
)
_ANNOUNCED = re.compile(
    r"^\W*(?:hi|hello|bonjour|salut)?\W*(?:i have |j'ai |just )?(?:a |my |some |mes |quelques )?(?:two|three|four|several|a few|couple of|quick|2|3|4|deux|trois|quatre|plusieurs|quelques|petites?) (?:quick |short |petites? )?"
    r"(?:questions?|things|requests?|choses|demandes|points)(?: for you| pour (?:vous|toi)| please| svp)?\s*[:,.-]\s*"
)
_CORE = re.compile(
    r"\b(?:my (?:actual |real |only |main )?question|what (?:i|we) (?:actually |really )?(?:need|want|am after|are after|would like|have to know)|the question is|here is (?:the|my) question|"
    r"ma (?:vraie |seule )?question|voici (?:ma|la|notre) question|ce (?:qu'il|que) (?:nous|me|je|m') ?.{0,20}(?:faut|voudrais|cherche|veux|voulons|interesse)|il (?:me|nous) (?:faut|faudrait)|"
    r"^\W*(?:bref|en bref|en resume|in short|in brief|long story short|bottom line|tl;?dr|so basically|en clair|autrement dit)\b|"
    r"^\W*(?:so|alors|donc|anyhow|anyway)\b[^?]{0,300}\?|"
    r"^\W*(?:could|can|would|will) you\b|^\W*(?:pourriez|pouvez|pourrais|peux)-(?:vous|tu)\b|"
    r"(?:we|i) (?:do |just |only )?need (?!to (?:thank|say))|j'ai besoin|nous avons besoin|pourriez-vous|pouvez-vous|could you|can you|would you)\b"
)
_DENIED = re.compile(r"\b(?:no need|not need|n'avons (?:pas )?besoin|n'ai (?:pas )?besoin|inutile|ni d[eu])\b")
_PREFACE = re.compile(
    r"^\W*(?:i'm|i am|we're|we are|je suis|nous sommes|on est)\b[^.?!:]{0,160}:\s*(?=(?:can|could|please|would|what|how|which|find|show|peux|pouvez|pourri|quel|combien|comment|trouve|montre)\w*\b)"
)
# What the answer is for, before a colon: "homework due tonight: …"
_ERRAND = re.compile(
    r"^\W*(?:(?:pour |for )?(?:un |une |mon |ma |my |a |the |our |notre )?)(?:papier|devoirs?|expose|rapport|article|memoire|homework|paper|report|presentation|thesis|assignment|deadline|deck|slide|briefing|reportage|"
    r"note|school project|projet d'ecole|urgent|urgence)\b[^.?!:\d]{0,80}:\s*"
)
LONG = 45


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


def focus(utterance: Utterance) -> Utterance:
    """The utterance without greetings, signatures, background about the writer, and orders to the machine."""
    if preface := _PREFACE.match(utterance.folded) or _ERRAND.match(utterance.folded):
        return utterance.cut([preface.span()])
    spans = sentences(utterance)
    if len(spans) < 2:
        return utterance
    texts = [utterance.folded[s:e] for s, e in spans]
    long = len(utterance.folded.split()) > LONG
    asking = [i for i, text in enumerate(texts) if _REQUEST.search(text) and not _ORDER_TO_US.search(text)]
    aside = [
        i
        for i, text in enumerate(texts)
        if _ORDER_TO_US.search(text) or (_is_aside(text, long=long) and not _asks_plainly(text))
    ]
    if asking and long:
        aside += [
            i
            for i in range(asking[-1] + 1, len(texts))
            if _COURTESY.match(texts[i]) or (len(texts[i].split()) <= 3 and not re.search(r"\d", texts[i]))
        ]
    core = _core(texts) if long else None
    if core is not None:
        aside += range(core)
    if not aside or len(set(aside)) == len(spans):
        return utterance
    return utterance.cut(spans[i] for i in aside)


def _core(texts: list[str]) -> int | None:
    """The sentence of a long letter in which the writer says what is wanted, where it says it plainly."""
    return next((i for i, text in enumerate(texts) if _CORE.search(text) and not _DENIED.search(text)), None)


def _is_aside(text: str, *, long: bool) -> bool:
    return bool(_COURTESY.match(text) and len(text.split()) <= 14) or (
        long and bool(_BACKGROUND.match(text) or _COURTESY.match(text))
    )


def _asks_plainly(text: str) -> bool:
    return "?" in text or bool(
        re.search(
            r"\b(?:i need|we need|i want|i'd like|looking for|j'ai besoin|je cherche|je voudrais|j'aimerais|il me faut|"
            r"pourriez|pouvez-vous)\b",
            text,
        )
    )


def is_list(utterance: Utterance) -> bool:
    """Whether the parts are numbered."""
    return len(_NUMBERED.findall(utterance.folded)) >= 2 or bool(_apart(utterance.folded))


def _apart(folded: str) -> re.Match[str] | None:
    match = _APART.search(folded)
    return match if match and match.start() > 0 and len(folded) - match.end() > 8 else None


def divide(utterance: Utterance) -> tuple[tuple[int, int], ...]:
    """Where the text may fall into parts: at numbers of a list, ends of sentences, and links before a new request."""
    folded = utterance.folded
    numbered = list(_NUMBERED.finditer(folded))
    if len(numbered) >= 2:
        ends = [*(m.start() for m in numbered[1:]), len(folded)]
        return tuple((m.end(), end) for m, end in zip(numbered, ends, strict=True) if end > m.end())
    if apart := _apart(folded):
        return ((0, apart.start()), (apart.end(), len(folded)))
    announced = _ANNOUNCED.match(folded)
    first = announced.end() if announced else 0
    cuts = [start for start, _ in sentences(utterance)][1:]
    cuts += [m.end() for link in (_LINK, _WITH) for m in link.finditer(folded) if m.start() > 0]
    return tuple(_pieces([first, *sorted({cut for cut in cuts if cut > first}), len(folded)]))


def _pieces(cuts: list[int]) -> list[tuple[int, int]]:
    return [(a, b) for a, b in pairwise(cuts) if b > a]
