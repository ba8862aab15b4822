"""A chat-completions endpoint, the protocol that servers of language models share: messages in, one text out.

As OpenAI documents it (https://platform.openai.com/docs/api-reference/chat) and llama.cpp, vLLM and Ollama speak it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

import msgspec

from connectors.access.credentials import Credentials
from connectors.base import Request
from connectors.engine.status import failure
from connectors.errors import AuthMissing, ConnectorError, Refused
from connectors.guard import Guard
from connectors.items import JSON
from connectors.ml.completions import Completion, Message, completion
from connectors.offers import Source
from connectors.transport import Reply, Transport, shown

KEY = "CONDUCTOR_LLM_KEY"
_MOST_BYTES = 4 * 2**20
_NO_SCHEMAS = ("http_400", "http_415", "http_422")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatCompletions:
    """One model at one endpoint. `url` is the base that ends in `/v1`, or the address of the completions themselves.

    The user named this address, so it may be private. The key is read from CONDUCTOR_LLM_KEY in `environ`, where there is
    one, and is sent over https or to this machine only.
    """

    url: str
    model: str
    environ: Mapping[str, str] = field(default_factory=dict, repr=False)
    budget_s: float = 60.0
    max_tokens: int = 1024

    def __post_init__(self) -> None:
        if not _address(self.url)[0]:
            raise Refused(
                f"{shown(self.url)!r} is no address of a language model; give one such as http://127.0.0.1:8080/v1"
            )

    async def complete(
        self, messages: Sequence[Message], *, schema: JSON = None, stop: Sequence[str] = ()
    ) -> Completion:
        """Ask for the likeliest completion, by a JSON Schema where the server knows them; raises ConnectorError."""
        plain = self.request(messages, stop=stop)
        asked = plain if schema is None else replace(plain, json=plain.json | _following(schema))
        try:
            return await self._answer(asked)
        except Refused as error:
            if asked is plain or error.kind not in _NO_SCHEMAS:
                raise
            return await self._answer(plain)

    def request(self, messages: Sequence[Message], *, stop: Sequence[str] = ()) -> Request:
        """The request, without a schema; temperature 0, so that the same question has the same answer."""
        body: dict[str, JSON] = {
            "model": self.model,
            "messages": [{"role": message.role, "content": message.content} for message in messages],
            "temperature": 0,
            "max_tokens": self.max_tokens,
        }
        if stop:
            body["stop"] = list(stop)
        url = self.url.rstrip("/")
        url = url if url.endswith("/chat/completions") else f"{url}/chat/completions"
        return Request(method="POST", url=url, json=body, headers={"Accept": "application/json", **self._key(url)})

    def decode(self, reply: Reply) -> Completion:
        """Read an answer; raises AuthMissing, Refused, Unavailable or BadReply with the server's own words."""
        if (error := failure(reply, now=0.0)) is not None:
            raise self._told(error, reply)
        return completion(reply.body, source=shown(self.url))

    async def _answer(self, request: Request) -> Completion:
        proxy = self.environ.get("HTTPS_PROXY") or self.environ.get("https_proxy") or None
        transport = Transport(guard=Guard(registered=[_address(self.url)]), proxy=proxy)
        try:
            reply = await transport.send(request, budget_s=self.budget_s, connect_s=5.0, max_bytes=_MOST_BYTES)
        finally:
            await transport.aclose()
        return self.decode(reply)

    def _key(self, url: str) -> Mapping[str, str]:
        auth = {"infer": f"bearer:{KEY}"} if self.environ.get(KEY) else {}
        source = Source(id=self.model, title=self.model, kind="chat-completions", family="ml", url=self.url, auth=auth)
        return Credentials(environ=self.environ).headers(source, phase="infer", url=url)

    def _told(self, error: ConnectorError, reply: Reply) -> ConnectorError:
        """The error with what the server wrote under `error.message`, and where the key belongs if it wants one."""
        try:
            words = str(msgspec.json.decode(reply.body)["error"]["message"])[:300]
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, LookupError, TypeError):
            words = ""
        said = f"{shown(self.url)} answered {reply.status} ({words})" if words else str(error)
        advice = f"; put its key in {KEY}" if isinstance(error, AuthMissing) else ""
        return type(error)(said + advice, source=self.model, kind=error.kind, retry_after=error.retry_after)


def _following(schema: JSON) -> dict[str, JSON]:
    return {"response_format": {"type": "json_schema", "json_schema": {"name": "answer", "schema": schema}}}


def _address(url: str) -> tuple[str, int]:
    """Host and port; an empty host where the address is none of http or https."""
    try:
        parts = urlsplit(url)
        port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    except (ValueError, KeyError):
        return "", 0
    return (parts.hostname or "").lower(), port
