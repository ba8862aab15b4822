"""Our scorer gives the marks of the contract's own, question by question, on the given set."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest

from tests.evals.scoring import mark
from tests.evals.sets import GIVEN, answers, load

SCORER = GIVEN.with_name("score.py")


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("given_scorer", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not SCORER.exists(), reason="the given scorer lies beside the project, not in it")
def test_both_scorers_agree() -> None:
    theirs = _module(SCORER)
    rows = load(GIVEN)[::4]
    for name, understood in answers(rows).items():
        gold = next(row["gold"] for row in rows if row["id"] == name)
        damaged = {**understood, "intents": [{**i, "places": [], "facets": {}} for i in understood["intents"]]}
        for got in (understood, damaged):
            slots, right, anywhere, _ = theirs.score_one(gold, json.loads(json.dumps(got)))
            ours = mark(gold, got)
            assert (dict(ours.slots), ours.right, ours.anywhere) == (slots, right, anywhere), name
