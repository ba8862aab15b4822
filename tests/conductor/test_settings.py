"""Settings are read once, from what is passed in."""

from __future__ import annotations

from pathlib import Path

import pytest

from conductor.settings import UNMEASURED, LanguageModel, from_environment


def test_folders_are_taken_from_the_environment() -> None:
    settings = from_environment({"CONDUCTOR_DATA_DIR": "/somewhere/data"})

    assert (settings.data_dir, settings.holdings_dir) == (Path("/somewhere/data"), Path("/somewhere/data/holdings"))


@pytest.mark.parametrize(("said", "online"), [("yes", True), ("NO", False), ("auto", None), ("", None)])
def test_whether_to_go_online(said: str, online: bool | None) -> None:
    assert from_environment({"CONDUCTOR_ONLINE": said}).online is online


def test_a_language_model_is_named_with_its_reliability() -> None:
    environ = {
        "CONDUCTOR_LLM_MODEL": "m",
        "CONDUCTOR_LLM_URL": "http://127.0.0.1:1/v1",
        "CONDUCTOR_LLM_RELIABILITY": "0.55",
    }

    model = from_environment(environ).language_model

    assert model == LanguageModel(name="m", url="http://127.0.0.1:1/v1", reliability=0.55, environ=environ)


def test_an_unmeasured_language_model_weighs_little() -> None:
    model = from_environment({"CONDUCTOR_LLM_MODEL": "m"}).language_model

    assert model is not None and model.reliability == UNMEASURED


def test_secrets_are_not_shown() -> None:
    assert "s3cret" not in repr(from_environment({"CONDUCTOR_LLM_MODEL": "m", "CONDUCTOR_LLM_KEY": "s3cret"}))
