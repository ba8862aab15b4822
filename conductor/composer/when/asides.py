"""Dates and places told in passing: of a meeting, of a deadline, of the event that made somebody ask; left out where another date is asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductor.composer.reading import Located
from conductor.composer.when.dates import Dated
from connectors.vocabulary.patterns import Pattern

_DIARY = Pattern(
    r"\b(?:meetings?|meets|se reuni\w+|calls?|talks?|interviews?|appointments?|deadlines?|due(?: date)?|workshops?|conferences?|hearings?|letters?|e-?mails?|messages?|tickets?|invoices?|exams?|defen[cs]es?|flights?|fl(?:y|ies|ew)|depart(?:ures?(?! from)|s)?|leaves?|"
    r"presentations?|appels?|echanges?|discussions?|conversations?|chats?|exchanges?|coups? de fil|reunions?|rendez-vous|entretiens?|echeances?|dates? limites?|a rendre|ateliers?|lettres?|courriels?|mails?|courriers?|soutenances?|departs?|vols?|audiences?|exposes?|presente\w*|sent|received|wrote|envoye\w*|recue?s?|ecrit\w*|repon\w+|repl(?:y|ies)|answers?|responses?|retours?|remises?|delais?|"
    r"(?:agreed|discussed|promised|spoke|spoken|talked|met|convenu|promis|discute\w*|parle|rencontre\w*)(?: (?:with|to|avec|a) [^,:;?!]{2,30}?)?)"
    r"(?: (?:is|are|est|takes place|a lieu))?(?: (?:on|of|from|du|de|le|for|pour|before|by|avant|until))*[ ,:(]*(?:the |(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )*$"
)
EVENT = (
    r"(?:heat(?: ?waves?)?|droughts?|(?:wild)?fires?|floods?|flooding|storms?|hurricane|cyclone|frosts?|freeze|earthquake|disaster|harvest|canicules?|vagues? de chaleur|secheresses?|incendies?|feux?|inondations?|tempetes?|ouragan|gels?|gelees?|crues?|seisme|"
    r"catastrophe|recoltes?)"
)
_HAPPENED = Pattern(
    rf"\b(?:after|since|following|despite|given|because of|in light of|apres|depuis|suite a|a la suite de|malgre|vu|a cause de) (?:the |la |le |l'|les |our |notre |nos )?(?:\w+ )?{EVENT}(?: (?:of|in|from|on|de|du|d'|des|en))*\s*(?:the |la |le |l')?$"
)
# "Antakya earthquake 6 Feb 2023: 9 February vs 1 February": the day of the event, before what is asked
_HEADED = Pattern(
    rf"\b{EVENT}(?: of| on| du| de| d'| in| en| at [\w -]{{2,30}}| d'[\w-]{{2,30}}| de [\w-]{{2,30}})*,? (?:the |le )?$"
)
_BOTH_SIDES = Pattern(r"\b(?:before|avant)\b.{0,40}\b(?:after|apres)\b")
# what a piece of work is about: "an exhibition on the winters of our grandparents", beside the month that is asked of
_SUBJECT = Pattern(
    r"\b(?:exhibitions?|exhibits?|expositions?|expos?|articles?|reports?|papers?|books?|talks?|lectures?|stor(?:y|ies)|films?|documentar(?:y|ies)|documentaires?|reportages?|rapports?|memoires?|dissertations?|these|thesis|livres?|romans?|novels?|exposes?|posters?|blogs?|"
    r"lessons?|lecons?|cours|class|projects?|projets?|chapters?|chapitres?|conferences?|presentations?|dossiers?|podcasts?|emissions?) (?:on|about|of|sur|de|consacree?s? aux?|concernant|traitant de|autour de) ?(?:the |our |my |les? |la |l'|nos |mes |des )?$"
)
_UNTIL = Pattern(r"\s*(?:-|to|until|till|through|a|au|jusqu'\w+|and|et)\s*(?:the |le |la )?")


# where the writer lives or works, whom he knows, and where people met
_HOME = Pattern(
    r"(?:\b(?:i|we|je|nous|on|(?:our|my|notre|nos|mon|ma) \w+)|\bj'|\b(?:i'm|we're))(?: ?\w+){0,3}? ?(?:lives?|living|based|located|works?|working|is|are|sits?|soit|est|sont|sommes|suis|habit\w+|vis|vivons|travaill\w+|basee?s?|installe\w*)"
    r"(?: currently| now| actuellement)? (?:in|at|near|from|a|au|aux|en|pres de|dans) (?:the |la |le |l')?$|"
    r"\b(?:workshops?|meetings?|conferences?|calls?|seminars?|talks?|summits?|reunions?|ateliers?|colloques?|congres|seminaires?|offices?|bureaux?|headquarters|siege) (?:is |was |held |est |tenue? )?(?:in|at|from|of|a|au|aux|en|de|du|d') ?(?:the |la |le |l')?$"
)
_ACQUAINTED = Pattern(
    r"\b(?:colleagues?|friends?|clients?|boss|partners?|supervisors?|collegues?|amie?s?|partenaires?|patronn?e?|equipe) (?:based |basee?s? )?(?:in|at|from|a|au|aux|en|de|du|d') ?(?:the |la |le |l')?$"
)
_OFFICE = Pattern(r" (?:office|client|team|branch|partner|colleague|headquarters|customer|desk)s?\b")
_BREAK = Pattern(r"[,;:.?!]|\b(?:but|mais|however|though|whereas|tandis que|alors que)\b")
_CONTRAST = Pattern(
    r"\b(?:compar\w+|versus|vs|than|contre|both|differ\w+|ecarts?|d(?:e|')ici a|distance|between|entre|relative to|deux)\b"
)


def elsewhere(folded: str, located: Sequence[Located]) -> tuple[Located, ...]:
    """The places but those that only tell of the writer and whom he met, as long as one remains."""
    if len(located) < 2 or _CONTRAST.search(folded):
        return tuple(located)
    kept = tuple(item for item in located if not _tells(folded, item, located))
    return kept or tuple(located)


def _tells(folded: str, item: Located, located: Sequence[Located]) -> bool:
    start, end = item.bare
    before = folded[:start]
    if _ACQUAINTED.search(before) or _OFFICE.match(folded, end):
        return True
    following = min((other.start for other in located if other.start >= end), default=None)
    apart = following is not None and bool(_BREAK.search(folded, end, following))
    return apart and bool(_HOME.search(before))


def asked(folded: str, dates: Sequence[Dated]) -> list[Dated]:
    """The dates but those of a diary or of what happened before, as long as one remains."""
    passing = [_in_passing(folded, dates, index) for index in range(len(dates))]
    kept = [dated for dated, aside in zip(dates, passing, strict=True) if not aside]
    return kept if any(dated.start for dated in kept) else list(dates)


# what the writer tells of himself in a sentence of its own
_STORY = Pattern(r"\b(?:i|we|my|our|us|me|je|nous|on|mon|ma|mes|notre|nos)\b|\bj'")
_ASKING = Pattern(
    r"\?|\b(?:please|could you|can you|would you|(?:i|we|you) (?:\w+ )?(?:need|want)|(?:i|we)(?:'d| would) (?:\w+ )?(?:like|need|want|love)|looking for|compare|show|find|give|plot|map|list|compute|pouvez|pourriez|peux-tu|pourrais-tu|besoin|voudrais|voudrions|aimerais|aimerions|souhait\w+|il (?:me|nous) faut|cherch\w+|merci de|donne\w*|trouve\w*|montre\w*|trace\w*|liste\w*|calcule\w*)\b"
)


def _told(folded: str, dates: Sequence[Dated], index: int) -> bool:
    """Whether a date belongs to a sentence of the writer's story and a later one, that asks, has its own."""
    dated = dates[index]
    begin = max(folded.rfind(mark, 0, dated.begin) for mark in (". ", "? ", "! ", "\n")) + 1
    ends = [at for mark in (". ", "? ", "! ", "\n") if (at := folded.find(mark, dated.finish)) >= 0]
    if not ends:
        return False
    sentence, rest = folded[begin : min(ends) + 1], folded[min(ends) + 1 :]
    own = any(later.start and later.begin > min(ends) for later in dates[index + 1 :])
    return own and bool(_STORY.search(sentence) and not _ASKING.search(sentence) and _ASKING.search(rest))


def _in_passing(folded: str, dates: Sequence[Dated], index: int) -> bool:
    """Whether a date is told in passing; the end of a range goes with its beginning."""
    dated = dates[index]
    previous = dates[index - 1].finish if index else 0
    lead = folded[previous : dated.begin]
    if _DIARY.search(lead) or _told(folded, dates, index):
        return True
    others = [one for one in dates if one.months and one.months != dated.months]
    if dated.months and not dated.start and others and _SUBJECT.search(lead):
        return True
    if len(dates) > 2 and dated.start and _HEADED.search(lead) and re.match(r"\s*:", folded[dated.finish :]):
        return True
    if not _HAPPENED.search(lead) or _BOTH_SIDES.search(folded):
        return False
    following = dates[index + 1] if index + 1 < len(dates) else None
    return following is not None and not _UNTIL.fullmatch(folded[dated.finish : following.begin])


_TELLS = Pattern(
    r"\b(?:i|we|je|nous)\b|\bj'|\bon (?:vient|a|avait|est)\b|\b(?:my|our|mon|ma|mes|notre|nos) (?:[\w'-]+ ){1,4}?(?:is|are|has|have|had|was|were|runs?|grows?|depends?|est|sont|a|ont|avait|depend\w*)\b"
)
_CLAUSE_END = Pattern(r"[.?!:;]\s|\n")
# what no story holds: a question inside it, a time to come
_ASKED_IN_IT = Pattern(r"\b(?:how (?:much|many)|combien|know|savoir|(?:19|20|21)\d\d|century|siecle)\b")


def story_end(folded: str) -> int:
    """Where the writer's story ends and what he asks begins: "We have just lost a dike: what would the sea level be?"."""
    end = 0
    for mark in _CLAUSE_END.finditer(folded):
        clause, rest = folded[end : mark.end()], folded[mark.end() :]
        asking = _ASKING.search(clause) or _ASKED_IN_IT.search(clause)
        if asking or not _TELLS.search(clause) or not _ASKING.search(rest):
            break
        end = mark.end()
    return end
