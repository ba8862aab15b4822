"""Names that share a word: "frost and ice days", "jours de gel et de glace", "étendue et épaisseur de la banquise"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from connectors.vocabulary.entries import Language
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.phrases import Match, find_names

_BEFORE = Pattern(r"(?<![\w'-])([^\W\d]+)(?: of| de| du)? (?:and|et|&|or|ou) (?:the |la |le |les |l')?$", re.IGNORECASE)
_AFTER = Pattern(r" (?:and|et|&|or|ou) (?:de l'|de la |de |des |du |d'|of )?([^\W\d]+)(?![\w'-])", re.IGNORECASE)
_LAST = Pattern(r"[^\W\d]+$")
_FIRST = Pattern(r"^[^\W\d]+")
# what is measured by itself as well: "snow depth and temperature" are no "snow temperature"
_BY_ITSELF = Pattern(
    r"temperatures?|temp[ée]ratures?|rain(?:fall)?|snow|winds?|pluies?|neige|vents?|precipitation|pr[ée]cipitations?|ndvi",
    re.IGNORECASE,
)
_ITS_OWN = Pattern(r"soil|sea surface|ocean", re.IGNORECASE)


# "le niveau mondial de la mer": the globe stands inside the name
_WORLDWIDE = Pattern(
    r"(?<![\w'-])([^\W\d]+) (?:mondia(?:le?s?|ux)|globa(?:le?s?|ux)|plan[ée]taires?) (?:moyen(?:ne)?s? )?((?:de la |de l'|des |du |de |d')[^\W\d]+)",
    re.IGNORECASE,
)


# "the low emissions scenario and the high one", "dans le scénario de faibles émissions et dans le fort"
_OTHER_SCENARIO = Pattern(
    r"(?: (?:scenarios?|pathways?|futures?|trajector(?:y|ies)|sc[ée]narios?|trajectoires?))?[ ,]+(?:and|or|vs\.?|versus|against|than|to|et|ou|contre|que|qu'|puis)(?: (?:in|under|with|for|dans|sous|selon|avec|pour))?"
    r" (?:(?:the|an?) (?P<en>(?:very )?(?:high|low|worst|best|pessimistic|optimistic|intermediate|moderate|medium)(?:[- ](?:end|case|emissions?))?) one|l(?:e |a |')(?P<fr>(?:plus )?(?:haute?|bas(?:se)?|forte?|faible|[ée]lev[ée]e?|pessimiste|optimiste|moyen(?:ne)?|interm[ée]diaire|mod[ée]r[ée]e?)))"
    r"(?![\w'-]| (?:valeur|niveau|taux|temp|pluie|vent|d[ée]bit|mer\b))",
    re.IGNORECASE,
)


def coordinated(text: str, names: Sequence[Match], language: Language) -> tuple[Match, ...]:
    """The names with those that only half stands of, the other half being that of a name beside it."""
    if language == "fr" and (said := _WORLDWIDE.search(text)):
        more = [*_named(f"{said[1]} {said[2]}", said.start(1), said.end(1), language)]
        names = [*names, *(one for one in more if not _already(one, names))]
    if " and " not in text and " et " not in text and " & " not in text:
        return tuple(names)
    found = [
        more
        for match in names
        if match.kind == "quantity" and " " in match.text
        for more in _halves(text, match, language)
    ]
    found += [more for match in names if match.kind == "experiment" for more in _other_scenario(text, match, language)]
    found = [more for more in found if not _already(more, names)]
    kept = [m for m in names if not any(more.start <= m.start and m.end <= more.end for more in found)]
    return tuple(sorted((*kept, *found), key=lambda m: m.start))


def _already(more: Match, names: Sequence[Match]) -> bool:
    """Whether the entry is named already, or a longer name holds the word."""
    longer = any(m.start < more.end and more.start < m.end and m.end - m.start > more.end - more.start for m in names)
    return longer or any(m.entry.id == more.entry.id for m in names)


def _halves(text: str, match: Match, language: Language) -> Iterator[Match]:
    if (said := _BEFORE.search(text[max(0, match.start - 40) : match.start])) and (head := _FIRST.search(match.text)):
        start = max(0, match.start - 40) + said.start(1)
        whole = said[1] + match.text[head.end() :]
        yield from _named(whole, start, start + len(said[1]), language)
    said, last = _AFTER.match(text, match.end), _LAST.search(match.text)
    if said and last and (not _BY_ITSELF.fullmatch(said[1]) or _ITS_OWN.match(match.text)):
        yield from _named(match.text[: last.start()] + said[1], said.start(1), said.end(1), language)


_MASCULINE = {
    "haute": "haut",
    "basse": "bas",
    "forte": "fort",
    "moyenne": "moyen",
    "élevée": "élevé",
    "modérée": "modéré",
}


def _other_scenario(text: str, match: Match, language: Language) -> Iterator[Match]:
    """The scenario that only the word for its height is said of, behind one that is named."""
    said = _OTHER_SCENARIO.match(text, match.end)
    word = said and (said["en"] or said["fr"])
    if not said or not word:
        return
    whole = f"{word} scenario" if said["en"] else f"scénario {_MASCULINE.get(word.lower(), word)}"
    start, end = said.span("en" if said["en"] else "fr")
    for name in find_names(whole, language):
        if name.kind == "experiment" and name.end - name.start == len(whole):
            yield replace(name, start=start, end=end)


def _named(whole: str, start: int, end: int, language: Language) -> Iterator[Match]:
    """The quantity that the whole is, where it is one and nothing else."""
    for name in find_names(whole, language):
        if name.kind == "quantity" and name.end == len(whole) and " " in name.text and name.score == 1:
            yield replace(name, start=start, end=end, text=name.text)
