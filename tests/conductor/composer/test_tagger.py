"""The tagger as it ships: what it says of a text, the same in any process, and how it does without its files."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from conductor.composer import tagger
from conductor.composer.tagger import LONGEST, Tagged, tagged
from conductor.composer.voices.tags import ACTIONS, SLOTS
from conductor.composer.weights.files import FOLDER, MODEL

pytestmark = pytest.mark.skipif(not (FOLDER / MODEL).exists(), reason="the tagger's files are made by `make train`")
WARMING = "How much warmer will Lyon be by 2080 under ssp585?"


def said(text: str) -> Tagged:
    found = tagged(text)
    assert found is not None
    return found


def test_the_actions_are_a_distribution() -> None:
    actions = said(WARMING).actions
    assert set(actions) == set(ACTIONS)
    assert sum(actions.values()) == pytest.approx(1, abs=0.002)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (WARMING, "project"),
        ("trouve des scènes Sentinel-2 de Nantes en mai 2024", "find"),
        ("Détecte les navires au large de Brest le 3 mai 2024", "detect"),
        ("is there a significant trend in rainfall over Kenya since 1980?", "trend"),
        ("what does radiative forcing mean?", "explain"),
        ("Lance HYDROTEL sur la Chaudière avec ERA5", "simulate"),
    ],
)
def test_a_plain_question_has_its_action(text: str, action: str) -> None:
    assert said(text).action == action


def test_spans_say_where_they_stand() -> None:
    text = "Quelle était la température moyenne à Bruxelles en juillet 2019 ?"
    spans = {span.slot: text[span.start : span.end] for span in said(text).spans}
    assert spans["place"] == "Bruxelles"
    assert spans["period"] == "juillet 2019"
    assert set(spans) <= set(SLOTS)


def test_a_quantity_lies_near_its_vocabulary_entry() -> None:
    spans = [span for span in said("snow depth in Oslo in January 2020").spans if span.slot == "quantity"]
    assert spans and spans[0].near[0].entry == "snd"


def test_another_field_is_told_apart() -> None:
    assert said("write me a poem about my cat").out_of_scope > 0.5 > said(WARMING).out_of_scope


def test_a_turn_that_leans_on_the_one_before_is_told_apart() -> None:
    assert said("and for Marseille instead?").follow_up > 0.5 > said(WARMING).follow_up


def test_a_mail_is_read_at_its_end() -> None:
    mail = "Hello, we met last week and had coffee. " * 2 * LONGEST + WARMING
    assert said(mail).action == "project"


def test_any_process_says_the_same() -> None:
    code = f"from conductor.composer.tagger import tagged; print(repr(tagged({WARMING!r})))"
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout for _ in (1, 2)
    }
    assert runs == {f"{said(WARMING)!r}\n"}


def test_without_its_files_nothing_is_tagged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "FOLDER", tmp_path)
    tagger.shipped.cache_clear()
    tagged.cache_clear()
    try:
        assert tagged(WARMING) is None
    finally:
        tagger.shipped.cache_clear()
        tagged.cache_clear()
