"""Examples: questions generated from wordings, and those of a labelled set."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from conductor.composer.training.examples import generated, labelled
from conductor.composer.training.fillers import Piece, is_held_out, linkable
from conductor.composer.training.noise import roughen
from conductor.composer.voices.tags import ACTIONS, SLOTS


def test_equal_seeds_ask_equal_questions() -> None:
    assert generated(count=40, seed=5) == generated(count=40, seed=5)
    assert generated(count=40, seed=5) != generated(count=40, seed=6)


def test_every_action_flag_and_slot_is_taught() -> None:
    examples = generated(count=6000, seed=1)  # a process is named in one of a thousand
    assert {a for e in examples for a in e.actions} == set(ACTIONS)
    assert {f for e in examples for f in e.flags} == {"ambiguous", "out_of_scope", "follow_up"}
    assert {s.slot for e in examples for s in e.spans} == set(SLOTS)


def test_spans_hold_the_words_they_name() -> None:
    for example in generated(count=300, seed=2):
        for span in example.spans:
            words = example.text[span.start : span.end]
            assert words == words.strip() != ""


def test_wordings_kept_for_checks_are_not_taught() -> None:
    taught = {e.text for e in generated(count=400, seed=3)}
    assert taught.isdisjoint(e.text for e in generated(count=100, seed=3, held_out=True) if len(e.text) > 25)


def test_names_kept_for_checks_are_some_of_both_languages() -> None:
    for language in ("en", "fr"):
        names = linkable(language)
        assert 0.05 < sum(map(is_held_out, names)) / len(names) < 0.15


def test_noise_leaves_identifiers_alone() -> None:
    pieces = [Piece("files of "), Piece("CanESM5", "model"), Piece(" please")]
    rough = [roughen(pieces, language="en", random=Random(seed)) for seed in range(60)]
    assert {pieces[1].text.lower() for pieces in rough} == {"canesm5"}
    assert len({"".join(p.text for p in pieces) for pieces in rough}) > 3


def test_a_labelled_question_keeps_every_action_that_is_right(tmp_path: Path) -> None:
    gold = [
        {"question": "ash over Etna?", "lang": "en", "gold": {"action": ["detect", "find"], "clarify": None}},
        {"question": "un poème", "lang": "fr", "gold": {"declined": "out_of_scope", "action": None}},
    ]
    path = tmp_path / "set.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in gold), encoding="utf-8")
    first, second = labelled(path)
    assert first.actions == ("detect", "find") and not first.flags
    assert second.actions == () and second.flags == {"out_of_scope"}
