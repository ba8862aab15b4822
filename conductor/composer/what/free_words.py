"""Free words: what datasets are to be about, where no quantity, collection or facet of the vocabulary stands for it.

| said | words |
|---|---|
| datasets, records, catalogues about X, mentioning X, of X | X |
| data about X, and no place | X; with a place it may be scenes that are wanted, and nothing is taken |
| "X" records, X datasets | X |

Places, periods and words that say nothing are no part of X.
"""

from __future__ import annotations

import re

from conductor.composer.reading import Reading
from conductor.composer.text.emptiness import EMPTY
from connectors.vocabulary.patterns import Pattern
from planners.intent import Intent

_SETS = (
    r"(?:data ?sets?|(?:catalogu?e |metadata )?(?:records?|entries)|metadata|catalogu?e?s?|jeux? de donnees|notices?|"
    r"inventor(?:y|ies)|inventaires?|fiches?(?: de (?:catalogue|metadonnees))?|metadonnees|catalogues?)"
)
_DATA = r"(?:data|information|donnees|informations)"
_ABOUT = (
    r"(?:about|on|regarding|concerning|covering|describing|dealing with|relat(?:ed|ing) to|(?:that |which )?(?:mention|cover|describe|concern)(?:s|ing)?|"
    r"mentioned|sur|a propos d[eu]s?|au sujet d[eu]s?|concernant|relati(?:f|ve)s? (?:aux?|a la|a l'|a)|(?:qui )?(?:parl|trait|mentionn|decri|concern)(?:e|ent|ant)(?: d[eu]s?| d')?|"
    r"portant sur|lie(?:e)?s (?:aux?|a la|a l'|a))"
)
_OF = r"(?:of|for|to do with|d[eu]s?|d'|pour)"
_AFTER = Pattern(rf"\b(?:(?P<sets>{_SETS}) (?:{_ABOUT}|{_OF})|{_DATA} {_ABOUT})(?=[ '\"])")
_BEFORE = Pattern(
    rf"^\W*(?:please |can you |could you )?(?:find|search(?: for)?|list|look for|show(?: me)?|get|are there|any|is there) "
    rf"(?P<about>.{{3,80}}?) (?P<sets>{_SETS})\b"
)
_ENDS = Pattern(
    r"[?!;:()]|[.,](?:\s|$)|\b(?:please|stp|svp|s'il (?:te|vous) plait|available|disponibles?|since|from|between|depuis|entre|"
    r"with|avec|that|which|who|qui|dont|sorted|published|and (?:list|show|tell|sort)|et (?:liste|montre|dis))\b"
)
_LED_TEXT = """
any some all available existing every recent new old many few other only instead rather about regarding
tous toutes tout certains certaines plutot seulement concernant
"""
_LED = frozenset(_LED_TEXT.split())
_MARKS = " .,'\u00a0\"“”«»"
_ELIDED = Pattern(r"^(?:[dlnsjt]|qu)'")


def free_words(reading: Reading, intent: Intent) -> str:
    """The words that catalogues of datasets are to be asked for, as typed; empty where the reading says it all."""
    told = intent.quantities or intent.collections or intent.facets or intent.models or intent.processes
    narrowed = intent.filters.keys() - {"limit", "sort"}
    if intent.action != "find" or told or narrowed or reading.cues.scenes or reading.cues.here:
        return ""
    folded = reading.utterance.folded
    if (after := _AFTER.search(folded)) and (after["sets"] or not reading.located):
        return _typed(reading, after.end(), len(folded))
    if before := _BEFORE.search(folded):
        return _typed(reading, *before.span("about"))
    return ""


def carried_words(reading: Reading, base: Intent, intent: Intent) -> str:
    """Those of a follow-up: its own, or a new subject in a few words, else those of the turn before while they are about the same."""
    own = free_words(reading, intent)
    if own or not base.words:
        return own
    if intent.quantities or intent.collections or intent.facets or intent.action != "find":
        return ""
    return _typed(reading, 0, len(reading.utterance.folded)) or base.words if reading.phenomena else base.words


def _typed(reading: Reading, start: int, end: int) -> str:
    """A stretch as it was typed, up to the next place, period or clause, without empty words around it."""
    utterance = reading.utterance
    told = [item.start for item in reading.located if start <= item.start < end]
    ends = _ENDS.search(utterance.folded, start, end)
    end = min([end, *told, *([ends.start()] if ends else []), *_periods(reading, start, end)])
    words = list(re.finditer(r"[^\s\"“”«»]+", utterance.folded[start:end]))
    while words and _is_empty(words[0][0]):
        words.pop(0)
    while words and _is_empty(words[-1][0]):
        words.pop()
    if not words:
        return ""
    span = utterance.span(start + words[0].start(), start + words[-1].end())
    return _ELIDED.sub("", utterance.typed[span.start : span.end].strip(_MARKS))


def _periods(reading: Reading, start: int, end: int) -> list[int]:
    """Where periods begin in a stretch; theirs are places in what was typed."""
    starts = {p.span.start for p in reading.periods if p.span}
    origins = reading.utterance.origins
    return [i for i in range(start, min(end, len(origins))) if origins[i] in starts]


def _is_empty(word: str) -> bool:
    return word in EMPTY or word in _LED or not re.search(r"\w", word)
