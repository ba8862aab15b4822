"""Messages to a language model and its completions, as the chat-completions protocol writes them."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from connectors.errors import BadReply


class _Part(msgspec.Struct):
    text: str = ""


class _Said(msgspec.Struct):
    content: str | list[_Part] | None


class _Choice(msgspec.Struct):
    message: _Said
    finish_reason: str | None = None


class _Usage(msgspec.Struct):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None


class _Reply(msgspec.Struct):
    choices: list[_Choice]
    usage: _Usage | None = None


_REPLY = msgspec.json.Decoder(_Reply)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of a conversation; `role` is system, user or assistant."""

    role: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """What the model wrote, why it stopped (`stop`, `length` …), and the tokens it read and wrote, where told."""

    text: str
    finish_reason: str = ""
    tokens: tuple[int | None, int | None] = (None, None)


def completion(body: bytes, *, source: str) -> Completion:
    """Read an answer, whose content some servers write in parts; raises BadReply where there is none in it."""
    try:
        told = _REPLY.decode(body)
        choice = told.choices[0]
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, IndexError) as error:
        raise BadReply(f"{source} sent no chat completion ({error})", source=source, kind="bad_payload") from error
    content = choice.message.content
    text = content if isinstance(content, str) else "".join(part.text for part in content or ())
    tokens = (told.usage.prompt_tokens, told.usage.completion_tokens) if told.usage else (None, None)
    return Completion(text=text, finish_reason=choice.finish_reason or "", tokens=tokens)
