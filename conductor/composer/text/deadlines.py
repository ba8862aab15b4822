"""Deadlines: dates that say when an answer is wanted, or what it is wanted for, and nothing about what is asked: "by Friday could you send …"."""

from __future__ import annotations

import re

from conductor.composer.text.utterance import Utterance
from connectors.vocabulary.patterns import Pattern

_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)"
_HOUR = r"(?:,? (?:at |a |around |vers )?(?:noon|midi|midnight|minuit|\d{1,2} ?(?:am|pm|h(?:eures)?(?:\d\d)?|:\d\d|o'clock)|morning|afternoon|evening|night|matin|midi|apres-midi|soir|au plus tard|at the latest))*"
# a day near at hand: "tomorrow", "next Tuesday", "Friday 19 June", "the end of the week", "ce soir"
_DAY = (
    rf"(?:(?:tomorrow|tonight|today|demain|ce soir|aujourd'hui|apres-demain|this (?:morning|afternoon|evening)|(?:noon|midi)|(?:the )?(?:start|end) of (?:the |this |next )?(?:day|week|month|business)|eod|eow|cob|la fin (?:de (?:la |cette )?|du )(?:journee|semaine|mois)|next week|la semaine prochaine|this week|cette semaine|"
    rf"ce week-?end|this weekend|(?:(?:next|this|the|ce|le) )?{_WEEKDAY}(?: (?:next|prochain|in \w+))?(?:,? (?:the )?\d{{1,2}}(?:st|nd|rd|th|er)?(?: of)?(?: {_MONTH})?|,? {_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)?|"
    rf"(?:the )?\d{{1,2}}(?:st|nd|rd|th|er)?(?: of)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?!,? ?\d)|le \d{{1,2}}(?:er)?(?: {_MONTH})?)(?!,? ?(?:19|20)\d\d|-)){_HOUR}"
)
_BY = r"(?:by|before|until|no later than|not later than|due|for|d'ici(?: a)?(?: le)?|avant(?: le)?|pour(?: le)?|au plus tard(?: le)?|d'ici (?:au|la))"
_STRICTLY_BY = r"(?:by|before|no later than|not later than|d'ici(?: a)?|avant|au plus tard)"
_DELIVER = (
    r"(?:send|sent|e-?mail(?:ed)?|mail|deliver(?:ed)?|submit(?:ted)?|reply|respond|get back|hand(?:ed)? (?:in|over)|let (?:me|us) know|need(?:ed|s)?|required?|want(?:ed)?|have (?:it|this|that|them|the (?:results?|answer|figures?|numbers?))|get (?:it|this|that|them|me|us)|provide|supply|answer|finish|"
    r"envo(?:y\w+|ie\w*)|fourni\w*|transmett\w+|livr(?:er|ez|e)|rendre|remettre|repon\w+|me faut|nous faut|faudrait|besoin|voudra\w*|voudri\w*|aimera\w*|recevoir|donner|attendue?s?)"
)
_OCCASION = (
    r"(?:talks?|meetings?|presentations?|class(?:es)?|lectures?|lessons?|courses?|briefings?|reports?|papers?|interviews?|hearings?|exams?|conferences?|workshops?|seminars?|board|deadlines?|homework|article|column|show|newscast|bulletins?|broadcasts?|newsletters?|podcasts?|programme|news|council|committee|stand-?up|call|slides?|poster|defen[cs]e|viva|"
    r"expose|reunion|presentation|cours|conference|rapport|article|soutenance|audience|atelier|comite|conseil|entretien|examen|devoirs?|journal|bulletin|telejournal|jt|balado|chronique|emission|echeance|diapos?|assemblee|partiel)"
)
_PATTERNS = tuple(
    Pattern(pattern)
    for pattern in (
        # "by Friday 19 June could you send …", "d'ici vendredi, pourriez-vous …"
        rf"(?:^|(?<=[.?!;,:]))[\s\"'(-]{{0,4}}{_STRICTLY_BY} {_DAY},? (?=(?:please|merci|svp|(?:can|could|would|will) you|(?:may|can|could) (?:i|we)|i|we|j'\w+|je|nous|il (?:me|nous) fau\w+|(?:peux|pourrais)[- ]tu|(?:pouvez|pourriez)[- ]vous)\b[^.?!;]*)",
        # "send me by tomorrow …", "j'ai besoin d'ici lundi de …", "needed by Friday"
        rf"(?<=\b)(?P<keep>{_DELIVER}(?:-(?:moi|nous|le|la|les))?(?: (?:to|me|us|it|this|that|them|back|le|la|les|moi|nous|ca|cela|both|all|everything|results?))*),? {_STRICTLY_BY} {_DAY}",
        rf"(?P<keep>\b(?:it|this|that|them|both|one|all|le|la|les|l'|ca|cela|tout|en)\b ?(?:(?:me |nous |lui )?(?:needed|due|faut|faudrait|besoin|wanted|(?:re)?demande\w*|reclam\w+|veu(?:t|lent)|attend\w*|exige\w*))?,?) {_BY} {_DAY}(?=\W{{0,6}}$|\s*[:.;,!?-])",
        # "I need the rain of Dakar in 2020 by tomorrow"
        rf"(?P<keep>\b(?:send|e-?mail|deliver|submit|need|envo(?:y\w+|ie)\w*|fourni\w*|transmett\w+|me faut|nous faut|besoin|remettre|rendre)\b[^.?!;]{{3,160}}?),? {_STRICTLY_BY} {_DAY}(?=\W{{0,6}}$|\s*[.;!?])",
        # for a talk of tomorrow, a meeting of Monday, homework
        rf"\b(?:for|before|ahead of|in time for|to prepare|pour|avant|en vue de) (?:(?:my|our|the|a|an|mon|ma|mes|notre|nos|un|une|le|la|l'|tomorrow's|{_WEEKDAY}'s|today's) ?)+(?:[\w-]+ ){{0,2}}?{_OCCASION}(?: (?:on|of|de|du|d'|for|pour|at|a))*(?: (?:the|le|la))? ?{_DAY}",
        rf"\b(?:for|before|ahead of) (?:tomorrow|today|tonight|(?:this|next) (?:week|month)|{_WEEKDAY})'s (?:[\w-]+ ){{0,2}}?{_OCCASION}\b",
        # "pour la réunion d'étiage de demain"
        rf"\bpour (?:(?:mon|ma|mes|notre|nos|un|une|le|la|l'|les) ?)+{_OCCASION} (?:d'|de |du |des |sur (?:le |la |les |l')?)[\w-]+ (?:de |d'|du ){_DAY}",
        # "on Friday I present a paper;", "tomorrow we have a meeting.", "my talk is tomorrow"
        rf"(?:^|(?<=[.?!;]))[\s\"'(-]{{0,4}}(?:(?:on|by) )?{_DAY},? (?:i|we|je|nous|on|j')\b[^.?!;:]{{0,80}}\b{_OCCASION}\b[^.?!;:]{{0,60}}[.?!;:]\s*",
        rf"(?:^|(?<=[.?!;]))[\s\"'(-]{{0,4}}(?:(?:i|we|je|nous|on)\b|j')[^.?!;:]{{0,60}}\b{_OCCASION}\b[^.?!;:]{{0,30}} (?:on |de )?{_DAY}\s*[.?!;:]\s*",
        rf"(?:^|(?<=[.?!;]))[\s\"'(-]{{0,4}}(?:(?:my|our|the|mon|ma|notre|le|la) ?(?:\w+ )?{_OCCASION}|it|this|that|c'|ca) ?(?:is|'s|est)(?: due)?(?: (?:on|for|pour|le))? ?{_DAY}\s*[.?!;:,-]\s*",
        # a lesson of tomorrow or of Thursday that is being prepared
        rf"(?:^|(?<=[.?!;]))[\s\"'(-]{{0,4}}(?:(?:i|we|je|nous|on)\b|j(?='))(?:'m| am|'re| are| will be|'ll be)?[ '](?:teach(?:ing)?|present(?:ing)?|lectur(?:e|ing)|speak(?:ing)?|enseigne|presente|donne cours|parle)(?:ons|s)?\b[^.?!;:]{{0,40}} (?:on |le )?{_DAY}\s*[.?!;:]\s*",
        rf"(?:^|(?<=[.?!;]))[\s\"'(-]{{0,4}}(?:(?:i|we|je|nous|on)\b|j(?='))(?:'m| am|'re| are| will be|'ll be)?[ '](?:teach(?:ing)?|present(?:ing)?|lectur(?:e|ing)|speak(?:ing)?|enseigne|presente|donne cours|parle)(?:ons|s)? (?:on |le )?{_DAY}\s*[.?!;:]\s*",
        # a day of the writer's diary, in a sentence that tells: "next Monday we talk about the monsoon."
        rf"(?:^|(?<=[.?!;]))[\s\"'(-]{{0,4}}(?:on )?{_DAY},? (?=(?:i|we|je|nous|on|j')\b(?![^.?!;]*\b(?:will|shall|aura|fera|aurons|expect\w*|need|want|would|voudr\w+|aimer\w+|veux|voulons)\b)[^.?!;]*[.;!])",
        # "we go to print on Thursday."
        rf"(?:^|(?<=[.?!;]))[\s\"'(-]{{0,4}}(?:i|we|it|they|the [\w ]{{2,30}}|je|nous|on|il|elle|le [\w ]{{2,30}}|la [\w ]{{2,30}}|l'\w+) (?:go(?:es)? (?:to (?:print|press|air)|live|out|on air)|publish(?:es)?|prints?|airs?|closes?|is due|boucl\w+|publi\w+|imprim\w+|diffus\w+|rend\w*|par(?:t|s|tons|tent)|paraît|parait) (?:on |le |a |pour )?{_DAY}\s*[.?!;]",
        rf"(?P<keep>\b(?:meets?|se reuni\w+|sieg\w+|gathers?|votes?|decides?)\b),? (?:on |le )?{_DAY}",
    )
)  # fmt: skip


def without_deadlines(said: Utterance) -> Utterance:
    """The utterance without the days by which it is to be answered; left whole where nothing else stands in it."""
    spans = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(said.folded):
            kept = match.end("keep") if "keep" in pattern.groupindex else match.start()
            spans.append((kept, match.end()))
    if not spans:
        return said
    rest = said.cut(_joined(spans))
    return rest if len(re.findall(r"[^\W\d_]{3,}", rest.folded)) > 2 else said


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches in their order, those that overlap made one."""
    whole: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole
