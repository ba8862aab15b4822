"""The tagger: a small trained encoder that tells what is wanted, what each word names, and when it should not be asked.

Its files come from `make train`; without them nothing is tagged and the grammar decides alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from conductor.composer.voices.tags import ACTIONS, FLAGS, OUTSIDE, TAGS
from conductor.composer.weights.files import FOLDER, MODEL, TOKENIZER
from conductor.composer.what.nearest import Near, nearest
from connectors.vocabulary.patterns import Pattern

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

LONGEST = 128  # tokens that are read; of a longer text the last ones, where a mail asks
DIGITS = 4  # kept of a probability, so that no processor's rounding shows
_LINKED = frozenset({"quantity", "phenomenon"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedSpan:
    """A stretch of the text that names something; `confidence` is the least probability of its tags.

    `near` are the vocabulary entries closest to what a quantity or phenomenon says, best first.
    """

    start: int
    end: int
    slot: str
    confidence: float
    near: tuple[Near, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """What the tagger says of a text; `actions` has the probability of each, `none` for a bare name; they sum to 1."""

    actions: Mapping[str, float]
    spans: tuple[TaggedSpan, ...]
    ambiguous: float
    out_of_scope: float
    follow_up: float

    @property
    def action(self) -> str:
        """The most probable action."""
        return max(self.actions, key=lambda name: (self.actions[name], name))


class Tagger:
    """Tags texts, one at a time, so that no text's figures depend on its company."""

    def __init__(self, folder: Path) -> None:
        self._tokenizer, self._session = _tokenizer(folder), _session(folder)
        self._folder = folder

    def tag(self, text: str) -> Tagged:
        """Everything that the model says of one text."""
        encoding = self._tokenizer.encode(text)
        ids, offsets = _shortened(encoding.ids), _shortened(encoding.offsets)
        numbers = np.array([ids], np.int64)
        action, tags, flags, places = self._session.run(None, {"ids": numbers, "mask": np.ones_like(numbers)})
        said = {name: round(float(p), DIGITS) for name, p in zip(FLAGS, 1 / (1 + np.exp(-flags[0])), strict=True)}
        return Tagged(
            actions={name: round(float(p), DIGITS) for name, p in zip(ACTIONS, _softmax(action[0]), strict=True)},
            spans=_spans(text, offsets, _softmax(tags[0]), places[0], self._folder),
            ambiguous=said["ambiguous"], out_of_scope=said["out_of_scope"], follow_up=said["follow_up"],
        )  # fmt: skip


# from the first letter or figure to the last
_WORDS = Pattern(r"\w(?:.*\w)?", re.DOTALL)


@lru_cache(maxsize=256)
def tagged(text: str) -> Tagged | None:
    """What the shipped tagger says of a text, or None where its files or its runtime are not there.

    It is asked of the words alone, set as a question: the case of the first letter and the marks at either end tell it nothing.
    """
    words = _WORDS.search(text)
    if words is None:
        return None
    tagger = shipped()
    if tagger is None:
        return None
    said = tagger.tag(f"{words[0][0].upper()}{words[0][1:]}?")
    first, last = words.span()
    spans = (replace(span, start=span.start + first, end=min(span.end + first, last)) for span in said.spans)
    return replace(said, spans=tuple(span for span in spans if span.start < span.end))


@cache
def shipped() -> Tagger | None:
    """The tagger that ships, loaded when first asked for."""
    if not (FOLDER / MODEL).exists():
        return None
    try:
        return Tagger(FOLDER)
    except ImportError:
        return None


def _session(folder: Path) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(folder / MODEL), options, providers=["CPUExecutionProvider"])


def _tokenizer(folder: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(folder / TOKENIZER))


def _shortened(values: Sequence[Any]) -> list[Any]:
    """The values of at most LONGEST tokens: the first, which opens a text, and the last."""
    return list(values) if len(values) <= LONGEST else [values[0], *values[1 - LONGEST :]]


def _softmax(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    raised = np.exp(logits.astype(np.float64) - logits.max(-1, keepdims=True))
    shares: NDArray[np.float64] = raised / raised.sum(-1, keepdims=True)
    return shares


def _spans(
    text: str,
    offsets: Sequence[tuple[int, int]],
    shares: NDArray[np.float64],
    places: NDArray[np.float32],
    folder: Path,
) -> tuple[TaggedSpan, ...]:
    """The spans of the most probable tags; one that goes on without having begun begins where it is."""
    best = shares.argmax(-1)
    found: list[TaggedSpan] = []
    first, slot = 0, ""
    for at in range(1, len(offsets)):
        if at < len(offsets) - 1 and not text[slice(*offsets[at])].strip():
            continue  # a blank that is a token of its own says nothing
        part, _, name = TAGS[best[at]].partition("-") if at < len(offsets) - 1 else (OUTSIDE, "", "")
        if slot and (part != "I" or name != slot):
            found.append(_span(text, offsets, slice(first, at), slot, shares, places, folder))
            slot = ""
        if name and not slot:
            first, slot = at, name
    return tuple(span for span in found if span.start < span.end)


def _span(
    text: str, offsets: Sequence[tuple[int, int]], tokens: slice, slot: str,
    shares: NDArray[np.float64], places: NDArray[np.float32], folder: Path,
) -> TaggedSpan:  # fmt: skip
    start, end = offsets[tokens.start][0], offsets[tokens.stop - 1][1]
    start, end = end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())
    near = nearest(places[tokens].mean(0), slot=slot, folder=folder) if slot in _LINKED else ()
    confidence = round(float(shares[tokens].max(-1).min()), DIGITS)
    return TaggedSpan(start=start, end=end, slot=slot, confidence=confidence, near=near)
