"""Capitalised words that nothing explained: asked of spaCy whether they are places, since then nobody knows such a place."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from conductor.composer.text.calendar_words import fold
from conductor.composer.text.language import Language
from conductor.composer.text.utterance import Utterance
from connectors.vocabulary.patterns import Pattern

_NAME = Pattern(r"(?<![\w'’-])[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'’-]{3,}(?: [A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ'’-]+)*")
_PLACE_LEAD = Pattern(
    r"\b(?:in|near|over|around|across|at|en|dans|sur|pres de|autour de|a)\s+(?:the |la |le |les |l')?$"
)
_GENERIC = frozenset(
    {
        "port",
        "lake",
        "lac",
        "mount",
        "mont",
        "cape",
        "cap",
        "bay",
        "baie",
        "gulf",
        "golfe",
        "river",
        "national",
        "university",
        "universite",
    }
)
_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC", "PERSON", "PER", "ORG"})  # an invented name is often taken for a person


def unknown_places(utterance: Utterance, *, explained: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    """Names that stand where a place stands and that neither the vocabulary nor the gazetteer knows."""
    closed = tuple(explained)
    found = []
    for match in _NAME.finditer(utterance.text):
        if fold(match[0].split()[0]) in _GENERIC:
            continue
        if any(s < match.end() and match.start() < e for s, e in closed) or not _PLACE_LEAD.search(
            utterance.folded[: match.start()]
        ):
            continue
        if _is_name(utterance.text, match.start(), match.end(), utterance.language):
            found.append(match[0])
    return tuple(found)


def _is_name(text: str, start: int, end: int, language: Language) -> bool:
    entities = _entities(text, language)
    return entities is None or any(s <= start and end <= e for s, e in entities)


@cache
def _entities(text: str, language: Language) -> tuple[tuple[int, int], ...] | None:
    from conductor.composer.pipeline import recogniser

    tagger = recogniser(language)
    return tuple((e.start_char, e.end_char) for e in tagger(text).ents if e.label_ in _PLACE_LABELS) if tagger else None
