"""Batches: how examples become numbers."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest
from tokenizers import Tokenizer

from conductor.composer.training.batches import LONGEST, batches, encoded
from conductor.composer.training.examples import Example, Said
from conductor.composer.training.fitting import spans_of
from conductor.composer.voices.tags import ACTIONS, TAGS
from conductor.composer.weights.files import FOLDER, TOKENIZER

pytestmark = pytest.mark.skipif(not (FOLDER / TOKENIZER).exists(), reason="the tokenizer is made by `make train`")
TEXT = "snow depth in Trois-Rivières"


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer.from_file(str(FOLDER / TOKENIZER))


def example(text: str = TEXT, **slots: object) -> Example:
    spans = (Said(start=0, end=10, slot="quantity", entry="snd"), Said(start=14, end=28, slot="place"))
    given: dict[str, object] = {"actions": ("describe",), "flags": frozenset(), "spans": spans} | slots
    return Example(text=text, language="en", **given)  # type: ignore[arg-type]


def test_tags_cover_the_words_of_a_span(tokenizer: Tokenizer) -> None:
    (row,) = encoded([example()], tokenizer, {"snd": 4})
    tokens = tokenizer.encode(TEXT)
    told = {TEXT[slice(*o)].strip(): TAGS[tag] for o, tag in zip(tokens.offsets, row.tags, strict=True) if tag > 0}
    assert told["snow"] == "B-quantity" and "in" not in told
    assert {tag for word, tag in told.items() if word and word in "Trois-Rivières"} == {"B-place", "I-place"}
    assert [entry for _, _, entry in row.links] == [4]


def test_a_text_is_cut_to_what_the_tagger_reads(tokenizer: Tokenizer) -> None:
    (row,) = encoded([example("and then " * 400, spans=())], tokenizer, {})
    assert len(row.ids) == LONGEST


def test_several_right_actions_share_the_weight(tokenizer: Tokenizer) -> None:
    rows = encoded([example(actions=("detect", "find")), example(actions=())], tokenizer, {})
    (batch,) = batches(rows, size=4, random=None)
    assert sorted(batch.actions.sum(1).tolist()) == [0.0, 1.0]
    assert batch.actions[:, ACTIONS.index("detect")].max() == np.float32(0.5)


def test_every_row_is_in_one_batch(tokenizer: Tokenizer) -> None:
    rows = encoded([example(TEXT + " x" * n, spans=()) for n in range(20)], tokenizer, {})
    drawn = [n for batch in batches(rows, size=6, random=Random(1)) for n in batch.rows]
    assert sorted(drawn) == list(range(20))


def test_a_span_that_goes_on_without_beginning_begins_there() -> None:
    inside, begin = TAGS.index("I-place"), TAGS.index("B-place")
    assert spans_of([0, inside, inside, 0, begin, begin]) == {(1, 3, "place"), (4, 5, "place"), (5, 6, "place")}
