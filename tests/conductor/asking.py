"""The real conductor, offline, over the real holdings and a folder of one's own, with caches that nobody else has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from conductor.answer import Answer
from conductor.ask import Conductor
from conductor.question import Question
from conductor.settings import from_environment
from connectors.embedded.folders import add

HOLDINGS = from_environment().holdings_dir
ASKED_AT = "2026-11-25T12:00:00Z"
Ask = Callable[[str], Answer]


@contextmanager
def asking(folder: Path, *, own: Path | None = None, deadline_s: float | None = None) -> Iterator[Ask]:
    """Answers questions, each once; `own` is added to the holdings as a user adds a folder."""
    data = folder / "data"
    data.mkdir()
    if HOLDINGS.exists():
        (data / "holdings").symlink_to(HOLDINGS)
    if own is not None:
        add(data, own)
    usual = from_environment()
    settings = replace(
        usual, online=False, deadline_s=deadline_s or usual.deadline_s,
        data_dir=data, cache_dir=folder / "cache", config_dir=folder / "config",
    )  # fmt: skip
    conductor = Conductor.from_settings(settings)
    answers: dict[str, Answer] = {}

    def answer(text: str) -> Answer:
        if text not in answers:
            answers[text] = conductor.answer(Question(text=text, asked_at=ASKED_AT))
        return answers[text]

    try:
        yield answer
    finally:
        conductor.close()
