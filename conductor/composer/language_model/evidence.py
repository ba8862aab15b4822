"""Evidence: a question's text with all that the deterministic readers find in it, against which a model's words are held."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from conductor.composer.focus import focus
from conductor.composer.gather import read
from conductor.composer.reading import Reading
from conductor.composer.resolve import resolve
from conductor.composer.text.calendar_words import NUMBERS, fold
from conductor.composer.text.language import recognise
from conductor.composer.text.utterance import checked, utterance
from conductor.composer.what.thresholds import read_bounds
from conductor.composer.wish.actions import decide
from conductor.errors import BadQuestion
from conductor.question import Question
from connectors.vocabulary.entries import Entry
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.phrases import Match, find_names
from connectors.vocabulary.places import lookup
from planners.intent import Period, Span, Threshold

_NUMBER = Pattern(r"(?<![\w.,])[-+]?\d{1,9}(?:[.,]\d{1,9})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """`periods` are those that the contract's rules give this text, the reference of a change included."""

    reading: Reading
    matches: tuple[Match, ...]
    periods: tuple[Period, ...]
    bounds: tuple[Threshold, ...]
    numbers: frozenset[float]

    def where(self, words: str) -> tuple[int, int] | None:
        """Where words stand in the text, whole, whatever their case and accents."""
        wanted = fold(words).strip()
        found = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", self.reading.utterance.folded) if wanted else None
        return found.span() if found else None

    def span(self, start: int, end: int, *, confidence: float) -> Span:
        """A stretch of the text as one of what was typed."""
        return self.reading.utterance.span(start, end, confidence=confidence)

    def names(self, entry: Entry) -> bool:
        """Whether the text names an entry of a vocabulary: a reader matched it, or one of its names stands there."""
        if any(match.entry.id == entry.id and type(match.entry) is type(entry) for match in self.matches):
            return True
        return any(
            self.where(name)
            for name in (entry.id, entry.id.replace("_", " "), entry.name_en, entry.name_fr, *entry.aliases)
        )

    def is_free(self, start: int, end: int) -> bool:
        """Whether no place and no time was read from this stretch."""
        taken = [item.bare for item in self.reading.located]
        typed = self.span(start, end, confidence=1.0)
        times = [(s.start, s.end) for p in self.reading.periods if (s := p.span)]
        return not _meets((start, end), taken) and not _meets((typed.start, typed.end), times)


def gather_evidence(question: Question) -> Evidence:
    """Read a question with every deterministic reader; raises BadQuestion where it holds none."""
    text = checked(question.text)
    language = "fr" if (question.language or recognise(text)) == "fr" else "en"
    whole = focus(utterance(text, language="fr" if language == "fr" else "en", known=lambda word: bool(lookup(word))))
    try:
        reading = read(whole, now=date.fromisoformat(question.asked_at[:10]))
    except ValueError as error:
        raise BadQuestion(f"a question is asked at an ISO 8601 time, got {question.asked_at!r}") from error
    intent, _ = resolve(reading, decide(reading))
    said = {float(number.replace(",", ".")) for number in _NUMBER.findall(whole.folded)}
    said |= {float(NUMBERS[word]) for word in re.findall(r"[a-z-]+", whole.folded) if len(word) > 2 and word in NUMBERS}
    return Evidence(
        reading=reading,
        matches=find_names(whole.text, whole.language),
        periods=intent.periods,
        bounds=tuple(bound.threshold for bound in read_bounds(whole)),
        numbers=frozenset(said),
    )


def _meets(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)
