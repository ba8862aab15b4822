"""Texts that only thank, and those that go on to ask."""

from __future__ import annotations

import pytest

from conductor.composer.text.closing import closes


@pytest.mark.parametrize(
    "text",
    ["thanks", "great, thank you very much!", "ok thanks, that's all", "merci", "super, merci beaucoup", "merci, c'est parfait", "parfait, c'est tres utile, merci", "thanks, that will be all", "merci, ce sera tout", "merci, rien d'autre"],
)  # fmt: skip
def test_it_only_thanks(text: str) -> None:
    assert closes(text)


@pytest.mark.parametrize(
    "text", ["thanks, and in may?", "perfect", "thank you for the rain of oslo", "merci de lister les scenes", "merci ! et la tunisie ?", "encore", "ce sera tout pour le mali"]
)  # fmt: skip
def test_it_asks_or_goes_on(text: str) -> None:
    assert not closes(text)
