"""Every wording of every vocabulary, keyed for matching: phrases by their stemmed words, identifiers by their letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from connectors.vocabulary import collections, models, phenomena, processes, quantities, scenarios, statistics, tables
from connectors.vocabulary.entries import Entry, Language, Wording
from connectors.vocabulary.matches import FamilyEntry
from connectors.vocabulary.spelling import normalise, squash, stem

STOP_WORDS = tables.words("articles")
_SKIPPED = frozenset({"activity_id:CMIP", "activity_id:CORDEX", "project:CMIP6", "experiment_id:historical"})
_TITLES_TOO_PLAIN = tables.words("titles_too_plain")


class Sense(NamedTuple):
    """One thing that a wording can mean."""

    kind: str
    ref: str
    implies: tuple[str, ...]
    language: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseIndex:
    """`phrases`: stemmed words → senses; `longest`: first word → most words of a phrase that begins with it;
    `letters`: squashed identifiers → senses; `shorts`: short identifiers in lower case → senses."""

    phrases: dict[str, tuple[Sense, ...]]
    longest: dict[str, int]
    letters: dict[str, tuple[Sense, ...]]
    shorts: dict[str, tuple[Sense, ...]]


@cache
def phrase_index(language: Language | None) -> PhraseIndex:
    """The index for texts in a language: its own wordings, and the other language's where they are no ordinary words here."""
    phrases: dict[str, list[Sense]] = {}
    letters: dict[str, list[Sense]] = {}
    shorts: dict[str, list[Sense]] = {}
    known = ordinary(language) if language else frozenset()
    titles = []
    for kind, wording in _wordings():
        sense = Sense(kind, wording.entry_id, wording.implies, wording.language, wording.text)
        if wording.form == "title":
            titles.append(sense)
        elif wording.form == "short":
            _put(shorts, wording.text.lower(), sense)
        elif wording.form == "identifier":
            _put(letters, squash(wording.text), sense)
        else:
            words = normalise(wording.text)
            key = phrase_key(words)
            if wording.language in ("*", language) or language is None or not {words, key} & known:
                _put(phrases, key, sense)
    for sense in titles:
        words = normalise(sense.text)
        if words not in _TITLES_TOO_PLAIN and phrase_key(words) not in phrases:
            _put(phrases, phrase_key(words), sense)
    longest: dict[str, int] = {}
    for key in phrases:
        first, count = key.partition(" ")[0], key.count(" ") + 1
        if count > longest.get(first, 0):
            longest[first] = count
    return PhraseIndex(phrases=_frozen(phrases), longest=longest, letters=_frozen(letters), shorts=_frozen(shorts))


def phrase_key(words: str) -> str:
    """Normalised words without articles and `of`, each without its plural."""
    if " " not in words:
        return stem(words)
    return " ".join([stem(w) for w in words.split(" ") if w not in STOP_WORDS]) or words


@cache
def ordinary(language: Language | None) -> frozenset[str]:
    """The frequent words of a language, folded; of both where none is said."""
    if language is None:
        return ordinary("en") | ordinary("fr")
    return frozenset(row[0] for row in tables.rows(f"ordinary_{language}"))


def entry(kind: str, ref: str) -> Entry | None:
    """The entry that a sense points at."""
    if kind == "quantity":
        return quantities.quantity(ref)
    if kind == "experiment":
        era, _, name = ref.partition(":")
        return scenarios.experiment(name, mip_era=era or None)
    if kind == "facet":
        facet, _, value = ref.partition(":")
        return models.facet(facet, value)
    if kind in ("statistic", "aggregation", "output"):
        return statistics.term(
            "statistics" if kind == "statistic" else "aggregation" if kind == "aggregation" else "outputs", ref
        )
    if kind == "model_family":
        members = models.families()[ref]
        return FamilyEntry(id=ref, name_en=ref, name_fr=ref, source=tables.source("facets"), source_ids=members)
    readers = {
        "collection": collections.collection, "platform": collections.platform, "process": processes.process,
        "server": processes.server, "model": processes.model, "phenomenon": phenomena.phenomenon,
    }  # fmt: skip
    return readers[kind](ref)


def _wordings() -> Iterator[tuple[str, Wording]]:
    for wording in quantities.wordings():
        yield "quantity", wording
    for wording in phenomena.wordings():
        yield "phenomenon", wording
    for wording in scenarios.wordings():
        yield "experiment", wording
    for wording in models.wordings():
        if wording.entry_id not in _SKIPPED:
            yield "facet", wording
    for wording in collections.wordings():
        if wording.entry_id.startswith("platform:"):
            yield "platform", wording._replace(entry_id=wording.entry_id[9:])
        else:
            yield "collection", wording
    for name in models.families():
        if squash(name) not in ordinary(None):
            yield "model_family", Wording(name, name, form="identifier")
    yield from processes.wordings()
    for slot, wording in statistics.wordings():
        yield ("statistic" if slot == "statistics" else "output" if slot == "outputs" else "aggregation"), wording


def _put(index: dict[str, list[Sense]], key: str, sense: Sense) -> None:
    """Add a sense unless its kind is already there under this key: everyday wordings come first and win."""
    senses = index.setdefault(key, [])
    for number, other in enumerate(senses):
        if other.kind == sense.kind and (sense.kind != "facet" or other.ref == sense.ref):
            if other.ref == sense.ref and other.language != sense.language:
                senses[number] = other._replace(language="*")
            return
    senses.append(sense)


def _frozen(index: dict[str, list[Sense]]) -> dict[str, tuple[Sense, ...]]:
    return {key: tuple(senses) for key, senses in index.items()}
