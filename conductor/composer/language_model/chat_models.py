"""A chat-completions endpoint as a langchain-core chat model, so that it can stand wherever langchain's models do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun
from langchain_core.language_models import LanguageModelInput
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.output_parsers import JsonOutputParser
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import ConfigDict, Field

from connectors.ml.completions import Completion, Message
from connectors.ml.gguf import LocalServer, serve
from connectors.ml.language import ChatCompletions

_ROLES = {"human": "user", "ai": "assistant", "system": "system"}


class EndpointChatModel(BaseChatModel):
    """A model behind `connectors.ml.language`; the keyword `schema` of a call is a JSON Schema for the answer."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    endpoint: ChatCompletions
    server: LocalServer | None = Field(default=None, exclude=True, repr=False)  # lives as long as the model is in use

    @property
    def _llm_type(self) -> str:
        return "chat-completions"

    @property
    def _identifying_params(self) -> Mapping[str, Any]:
        return {"url": self.endpoint.url, "model": self.endpoint.model}

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return _result(_run(lambda: self._complete(messages, stop, kwargs)))

    async def _agenerate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return _result(await self._complete(messages, stop, kwargs))

    async def _complete(
        self, messages: Sequence[BaseMessage], stop: list[str] | None, more: Mapping[str, Any]
    ) -> Completion:
        said = [Message(role=_ROLES.get(m.type, "user"), content=str(m.text)) for m in messages]
        return await self.endpoint.complete(said, schema=more.get("schema"), stop=stop or ())

    def with_structured_output(
        self, schema: dict[str, Any] | type, *, include_raw: bool = False, **kwargs: Any
    ) -> Runnable[LanguageModelInput, Any]:
        """Answers as JSON that follows `schema`, which the server enforces where it can; raises TypeError for a class."""
        if not isinstance(schema, dict):
            raise TypeError(f"{type(self).__name__} takes a JSON Schema as a dict, got {schema!r}")
        raw = self.bind(schema=schema)
        if not include_raw:
            return raw | JsonOutputParser()
        return raw | RunnableLambda(lambda message: {"raw": message, "parsed": None, "parsing_error": None})


def chat_model(url: str, model: str, *, environ: Mapping[str, str], budget_s: float = 60.0) -> EndpointChatModel:
    """The model of a name at an address or, without an address, the one in a GGUF file; raises ConnectorError.

    A key (CONDUCTOR_LLM_KEY) or the SHA-256 that the file must have (CONDUCTOR_LLM_SHA256) lies in `environ`.
    """
    server = None if url else serve(Path(model), sha256=environ.get("CONDUCTOR_LLM_SHA256", ""))
    where = server.url if server else url
    endpoint = ChatCompletions(
        url=where, model=Path(model).stem if server else model, environ=environ, budget_s=budget_s
    )
    return EndpointChatModel(endpoint=endpoint, server=server)


def _run(begin: Callable[[], Coroutine[Any, Any, Completion]]) -> Completion:
    """Await from code that is not asynchronous, on a thread of its own, since this one may be running a loop."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="language model") as pool:
        return pool.submit(lambda: asyncio.run(begin())).result()


def _result(completion: Completion) -> ChatResult:
    message = AIMessage(content=completion.text, response_metadata={"finish_reason": completion.finish_reason})
    return ChatResult(generations=[ChatGeneration(message=message)])
