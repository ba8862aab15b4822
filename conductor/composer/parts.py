"""A question of several independent parts cut into them."""

from __future__ import annotations

import re
from itertools import pairwise

from conductor.composer.focus import ANNOUNCED
from conductor.composer.sentences import sentences
from conductor.composer.text.utterance import Utterance
from connectors.vocabulary.patterns import Pattern

_LINK = Pattern(
    r"(?<!\s)\s*(?:;|\.|\?|,)?\s*(?:\b(?:and,? (?:also|then|separately|finally|additionally)|also|(?<!en )(?<!de )plus|as well as|"
    r"then|next|finally|secondly|et,? (?:aussi|puis|ensuite|enfin|egalement|separement|apres)|puis|pis(?= (?:est-ce|que?l|comment|combien|ca|en|si)\b)|ensuite|enfin|and,? (?:afterwards|after that|after this)|afterwards|"
    r"par ailleurs|de plus)\b,?\s*|\b(?:and|et)\s+)"
    r"(?=(?:please |can you |could you |would you |what|which|how|why(?= \w)|when|where|ou(?= (?:y a|a-t|ont-|est-ce|s'est|se (?:sont|trouv)))|de combien|pourquoi(?= \w)|va-t-|vont-|sera-t-|seront-|\w+era-t-|ce que (?=[a-z0-9.-]+ (?:\w+ )?(?:y |en |nous )?(?:donne|dit|prevoit|projette|annonce|montre)\b)|(?:ce )?qu(?:e |')(?:disent|prevoient|annoncent|projettent|montrent|donnent|indiquent|predisent|attendent|promettent|suggerent|dit|prevoit|annonce|projette|montre|donne|indique|predit|suggere) (?=les? |la |l'|nos |[a-z-]*\d)|(?:a quoi |que |qu')(?:prevoit|attend|projette|annonce|craint|predit|s'attend|doit|peut)-on\b|ce (?:qui|que|qu'il)(?= (?:nous |vous |l'|les |la |le )?(?:attend|en sera|il en sera|on peut|donne|sera|serait|faut attendre)\w*)|a quel|en quel|dans quel|pouvez-vous|pourriez-vous|pourrais-tu|is|are|was|were|did|do|does|will|has|have|find|show|"
    r"give|list|get|plot|map|make (?:me|us)\b|send (?:me|us)\b|compute|calculate|compare|tell|run|detect|download|explain|explique\w*|define|definis\w*|make(?= (?:me|us|a|an|the)\b)|train|retrain|fit|annotate|label|entraine[rz]?|reentraine[rz]?|annote[rz]?|quels?|quelles?|comment|combien|"
    r"quand|trouve|montre|donne|liste|trace|calcule|compare|detecte|cherche|affiche|cartographie|lance|dis|qu'est|que signifie|que veut dire|que veulent dire|c'est quoi|qu'entend-on|a quoi|est-ce|"
    r"fais|peux-tu|(?:de |d'|to )?(?:me |nous |m'|us |le |la |les |l')?(?:donner|lister|calculer|cartographier|tracer|montrer|trouver|estimer|expliquer|indiquer|fournir|envoyer|dire|detecter)|"
    r"(?:apply|deploy|use|test) (?:it|that|this|the (?:model|result|classifier|detector))|(?:applique|utilise|deploie|teste|execute)[rz]?-l[ae]s?|(?:l'|le |la )(?:appliquer|utiliser|deployer|tester|lancer|executer)|simulat?e|simule[rz]?|"
    r"(?:(?:s'|se |l'|en |y |la |le )?(?:a|est|sera|va|\w+era)-(?:t-)?|se \w+-(?:t-)?|(?:cela|ca) \w+-(?:t-)?|(?<=, et )[\w' ]{0,40}-(?:t-)?)(?:il|elle)s?\b|"
    r"the (?:[a-z0-9-]+ ){1,2}trends?|(?:the |la |le |les |l'|an? |une? )?(?:projected|expected|future|trend|list of|map of|tendance|evolution|carte d(?:es?|u)?|liste d(?:es?|u)?|projections?|changement (?:attendu|projete|prevu)|[a-z]+ (?:projete|prevu|attendu)e?s?))\b)"
)
# "the NDVI of Kano, its trend since 2000, and a list of the scenes"
_ITS = Pattern(
    r",\s*(?:(?:and|et|then|puis)\s+)?(?=(?:its|their|sa|son|leur)\s+(?:\w+ )?(?:(?:trend|tendance|evolution|projection|change|changement|variation|anomaly|anomalie)\b|projetee?s?\b|prevue?s?\b)|(?:its|their) (?:projected|expected|future) |(?:a |the |une |la )?(?:list|liste) (?:of|de|des)\b)"
)
_WITH = Pattern(
    r"(?<!\s)\s*,?\s*\b(?:ainsi que|as well as|along with|together with|de meme que|(?<!en )(?<!de )(?<!les )(?<!le )(?<!la )(?<!au )(?<!ou )plus|and also|and then|and separately|et aussi|et egalement|et puis)\b,?\s+(?=(?:the|all|any|les?|la|des|un|une|l'|a|an)\b)|"
    r"(?<!\s)\s*(?:[,;]\s*(?:plus|then|puis|ensuite)|\b(?:ainsi que|as well as|along with|together with|de meme que|and also|and then|and separately|et aussi|et egalement|et puis))\b,?\s+(?!(?:into|in|to|on|at|for|with|by|dans|en|vers|pour|avec|sur)\b)(?=[a-z]{2,})"
)
# "then separately the mean wind there": announced as a question of its own
_APART = Pattern(
    r"(?<!\s)\s*,?\s*\b(?:(?:and|then|et|puis)\s+){0,3}(?:separately|as a separate (?:question|request)|a part(?=,? (?:le|la|les|l'|dis|donne|trouve|montre|calcule|liste|cartographie|trace))|separement|en parallele|independently|independamment)\b,?\s*(?:de (?:cela|ca),?\s*)?|,?\s*\b(?:et|puis),? a part,?\s+(?=(?:des|un|une|le|la|les)\b)"
)
_JOINER = Pattern(r"\W*(?:and|et|also|aussi|then|puis)\W*")
_JOINED = Pattern(
    r"(?:[\s,;]+(?:and|et|then|puis|pis|ensuite|afterwards|after (?:that|this)|next|also|aussi|please)\b)*[\s,;]*$"
)
_NUMBERED = Pattern(
    r"(?:^|\s)(?:\(?[1-9a-d][).:]|\((?:i{1,3}|iv|v)\)|[1-9]°|[-•*])\s+(?=\S)|"
    r"(?:^|[.;?!,\n]\s*)(?:one|two|three|un|deux|trois)\s?:\s+(?=\S)|"
    r"(?:^|[.;:?!,\n]\s*|\s(?:and|et)\s)(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|finally|lastly|then|next|d'abord|tout d'abord|premierement|deuxiemement|"
    r"troisiemement|ensuite|puis|enfin|primo|secundo|tertio)\s*[,:]\s*(?=\S)|"
    r"(?:^|[.;:?!,\n]\s*(?:(?:and|et)\s+)?|\s(?:and|et)\s)(?:firstly|secondly|thirdly|premierement|deuxiemement|troisiemement|primo|secundo|tertio|"
    r"(?:(?:my |the |ma )?(?:first|second|third|other|premiere|seconde|deuxieme|troisieme|autre) (?:question|request|thing|point|part|item|task|job|wish|demande|chose|partie|tache|souhait)(?: is| est)?|(?:part|partie|question|item|point|task|request|demande) (?:one|two|three|[1-4]|un|une|deux|trois|[abc](?=:)))\s?[:,])\s+(?=\S)"
)
# "on the one hand … on the other …"
_HANDS = Pattern(
    r"\b(?:d'une part|d'un cote(?! d(?:e|u|es)\b| d'| a l'autre)|on (?:the )?one (?:hand|side)(?! of\b))\b[\s,:]*(?P<first>[^?!]{8,}?)[\s,;]*\b(?:(?:and|et) )?(?:d'autre part|de l'autre(?: cote| part)?(?! d(?:e|u|es)\b)|on the other(?: hand| side)?(?! of\b))\b[\s,:]*(?=\S)"
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
_ITEM = Pattern(
    r"[,;]\s*(?:(?:and|et|also|aussi|then|puis|ensuite|enfin|finally|lastly|d'abord|first|secondly|apres)\s+)*(?=(?:the|la|le|les|l'|an?|une?|des|its|sa|son|what|how|which|whether|quel\w*|comment|combien|find|list|map|show|give|plot|count|compute|trouve|liste|montre|donne|trace|compte|calcule|"
    r"cartographie|projected|mean|tendance|trend)\b)|\s(?:and|et)\s(?=(?:the|la|le|les|l'|its|sa|son)\s?(?:\w+ ){0,2}(?:trend|tendance|scenes?|images?|list|liste|map|carte|projected|projections?)\b)"
)
# "first find …, then map …", "d'abord les scènes …, ensuite la tendance …"
_STARTS = Pattern(
    r"^\W*(?:[^.?!:]{0,40}:\s*)?(?:(?:please|can you|could you|would you|(?:could|can|may) i (?:have|get|see)|i(?:'d| would) like(?: you)? to|je voudrais|j'aimerais|peux-tu|pouvez-vous|pourriez-vous|il me faut|i need)\W+(?:\w+\W+){0,2}?)?"
    r"(?:first(?:ly)?|(?:tout )?d'abord|to (?:start|begin)(?: with)?|pour commencer)(?:,? of all)?,?\s+(?=(?:the|an?|all|define|explain|compare|train|definis|explique|entraine|find|list|give|show|map|count|compute|plot|get|detect|tell|run|search|la|le|les|l'|un|une|des|toutes?|trouve|liste|donne|montre|cartographie|compte|calcule|trace|cherche|detecte|fais|lance|know|(?:(?:me|nous) )?(?:dire|expliquer|donner|montrer|lister|trouver|calculer|cartographier|tracer|chercher|definir|savoir|connaitre|detecter|compter|lancer))\b)"
)
# "trouve d'abord les scènes …, puis cartographie …": the verb before it
_STARTS_WITH_VERB = Pattern(
    r"^\W*(?:(?:please|can you|could you|would you|i want to|peux-tu|pouvez-vous|pourriez-vous|je veux|je voudrais)\W+)?"
    r"(?P<verb>(?:find|list|give|show|map|count|compute|calculate|plot|get|detect|tell|run|search|trouve|liste|donne|montre|cartographie|compte|calcule|trace|cherche|detecte|fai[st]|lance)(?:[rz]|es)?(?:[- ](?:me|us|moi|nous))? (?:first|d'abord|tout d'abord|pour commencer),? )(?=\S)"
)
_GOES_ON = Pattern(
    r"(?<!\s)\s*[,;.]?\s*(?:\b(?:and|et)\s+)?\b(?:then|next|after that|afterwards|finally|lastly|second(?:ly)?|thirdly|ensuite|puis|enfin|apres (?:cela|ca|quoi)|pour finir)\b,?\s+(?=\S)"
)


def _sequence(folded: str) -> tuple[tuple[int, int], ...]:
    """The pieces of a text that goes through its wishes one after the other."""
    start = _STARTS.match(folded) or _STARTS_WITH_VERB.match(folded)
    links = list(_GOES_ON.finditer(folded, start.end())) if start else []
    if start is None or not links:
        return ()
    first = start.start("verb") if "verb" in start.re.groupindex else start.end()
    return tuple(zip([first, *(m.end() for m in links)], [*(m.start() for m in links), len(folded)], strict=True))


def announced(utterance: Utterance) -> int | None:
    """How many things the text says that it will ask for: "three things: …"."""
    match = ANNOUNCED.match(utterance.folded)
    return next((n for word, n in _COUNTS.items() if match and re.search(rf"\b{word}\b", match[0])), None)


# a place said once for a whole list: "For Kano: the NDVI of August 2025; the rain of that month"
_FOR_ALL = Pattern(r"^\W*(?:for|about|over|in|pour|concernant|sur|a) [^:;,.?!]{2,50}? ?:\s*(?=[^:]{8,};)")


def items(utterance: Utterance) -> tuple[tuple[int, int], ...]:
    """An announced list cut at every comma and "and": what is no item of its own belongs to the one before."""
    opening = ANNOUNCED.match(utterance.folded)
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
    opening = ANNOUNCED.match(folded)
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
