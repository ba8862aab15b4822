"""The composer as settings make it: the grammar alone, or with a language model as one more reader."""

from __future__ import annotations

from collections.abc import Callable

from conductor.answer import Understanding
from conductor.question import Question
from conductor.settings import LanguageModel

Understand = Callable[[Question], Understanding]


def composer(model: LanguageModel | None) -> Understand:
    """A function from questions to understandings; the model is loaded with the first question, and its failures are logged.

    Raises ConnectorError at that first question where the model's file is missing, unknown or of another hash.
    """
    return grammar if model is None else _Assisted(model)


def grammar(question: Question) -> Understanding:
    """Read a question by the grammar, which is loaded with the first one."""
    from conductor.composer.grammar import understand

    return understand(question)


class _Assisted:
    """The grammar with a language model beside it, which is loaded once."""

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self._understand: Understand | None = None

    def __call__(self, question: Question) -> Understanding:
        if self._understand is None:
            from conductor.composer.generative import GenerativeReader, assisted
            from conductor.composer.language_model.chat_models import chat_model

            model = chat_model(self._model.url, self._model.name, environ=self._model.environ)
            self._understand = assisted(grammar, GenerativeReader(model, reliability=self._model.reliability))
        return self._understand(question)
