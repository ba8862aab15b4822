"""Generative: a language model as one more reader of questions; off by default, and never believed without evidence.

It fills the Intent's own schema. Each of its values is then held against the question's words and the vocabularies, and
what they do not bear out is dropped. Its probability is how often it was right when measured, never what it says itself.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from conductor.answer import Understanding
from conductor.composer.assumptions import sentences
from conductor.composer.composer import Understand
from conductor.composer.language_model.evidence import Evidence, gather_evidence
from conductor.composer.language_model.intent_schema import MOST_READINGS, schema
from conductor.composer.language_model.model_answer import found_json, readings
from conductor.composer.pooling import join, key_of
from conductor.composer.reading import Assumption
from conductor.composer.resolve import RECENT
from conductor.composer.verification import Dropped, verify
from conductor.question import Question
from planners.intent import Intent
from prompts.prompt import load

if TYPE_CHECKING:
    from langchain_core.language_models.chat_models import BaseChatModel

LOG = logging.getLogger(__name__)
PROMPT = "understand"
LONGEST = 4000  # characters of a question that are shown to a model


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """What a model made of a question: readings that are borne out, what they assume beyond the text, what was dropped of
    them, and why the model failed if it did."""

    intents: tuple[Intent, ...] = ()
    assumptions: tuple[str, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    error: str = ""


class GenerativeReader:
    """Reads questions with any langchain-core chat model.

    `reliability` is the share of questions that this model reads wholly right, as measured; 0 keeps it out of every answer.
    """

    def __init__(self, model: BaseChatModel, *, reliability: float) -> None:
        if not 0 <= reliability <= 1:
            raise ValueError(
                f"a reliability is a share between 0 and 1, got {reliability!r}; measure it with `make eval`"
            )
        self._model = model
        self._reliability = reliability

    def read(self, question: Question) -> tuple[Intent, ...]:
        """The model's readings that the text bears out; none where it fails, which is logged."""
        return self.generate(question).intents

    def generate(self, question: Question) -> Generated:
        """As `read`, with what was dropped and what went wrong; raises BadQuestion alone."""
        evidence = gather_evidence(question)
        if self._reliability == 0:
            return Generated()
        try:
            rows = readings(self._answer(question, evidence))
        except Exception as error:  # a model is a stranger's code: whatever it raises, the grammar's reading stands
            LOG.warning("the language model gave no readings: %s: %s", type(error).__name__, error)
            return Generated(error=f"{type(error).__name__}: {error}")
        checked = [verify(row, evidence) for row in rows[:MOST_READINGS]]
        dropped = tuple(d for verified in checked for d in verified.dropped)
        for d in dropped:
            LOG.info("dropped %s %r of the language model: %s", d.slot, d.value, d.reason)
        unique = {key_of(v.intent): v.intent for v in reversed(checked) if not v.is_empty}
        intents = self._weighted(tuple(reversed(unique.values())))
        return Generated(intents=intents, assumptions=_assumptions(intents, evidence), dropped=dropped)

    def _answer(self, question: Question, evidence: Evidence) -> Any:
        """The model's answer as JSON, by schema where the model takes one."""
        utterance = evidence.reading.utterance
        messages = load(PROMPT).messages(
            question=json.dumps(utterance.text[:LONGEST], ensure_ascii=False),
            language=utterance.language,
            today=question.asked_at[:10],
        )
        try:
            answer: Any = self._model.with_structured_output(schema(), include_raw=True).invoke(list(messages))
        except NotImplementedError:  # how langchain-core says that a model takes no schema
            answer = {"raw": self._model.invoke(list(messages))}
        if isinstance(answer, Mapping) and isinstance(answer.get("parsed"), Mapping):
            return answer["parsed"]
        raw = answer.get("raw") if isinstance(answer, Mapping) else answer
        return found_json(str(getattr(raw, "text", raw)))

    def _weighted(self, intents: tuple[Intent, ...]) -> tuple[Intent, ...]:
        """Each part's readings share the reliability, the earlier ones more: 2/3 and 1/3, 4/7, 2/7 and 1/7."""
        weighted = []
        for intent in intents:
            peers = [other for other in intents if other.part == intent.part]
            share = 2.0 ** (len(peers) - 1 - peers.index(intent)) / (2.0 ** len(peers) - 1)
            weighted.append(replace(intent, probability=round(self._reliability * share, 4)))
        return tuple(weighted)


def assisted(understand: Understand, reader: GenerativeReader) -> Understand:
    """An `understand` whose readings the model's join."""

    def both(question: Question) -> Understanding:
        understanding = understand(question)
        generated = reader.generate(question)
        return join(understanding, generated.intents, assumptions=generated.assumptions)

    return both


def _assumptions(intents: Iterable[Intent], evidence: Evidence) -> tuple[str, ...]:
    """What the periods and words of these readings rest on, in the question's language; none without readings."""
    intents = tuple(intents)
    referenced = any(RECENT in intent.periods for intent in intents)
    codes = (*evidence.reading.assumptions, *((Assumption(code="recent_reference"),) if referenced else ()))
    return sentences(codes, language=evidence.reading.utterance.language) if intents else ()
