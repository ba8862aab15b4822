"""Prompt: words for a language model, kept one file each, with the inputs they need and what they give back.

A file opens with TOML front matter between `+++` lines (name, version, inputs, returns); below it `# system`, `# human` and
`# ai` each begin a message. An input stands as `{{{name}}}`: it is put in as it is, and what it holds is never read again.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

Role = Literal["system", "human", "ai"]

_FRONT = re.compile(r"\A\+\+\+\n(.*?)^\+\+\+\n(.*)\Z", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^# (system|human|ai)[ \t]*\n", re.MULTILINE)
_INPUT = re.compile(r"\{\{\{(\w+)\}\}\}")
_FIELDS = {"name": str, "version": int, "inputs": list, "returns": str}


class PromptError(Exception):
    """A prompt file that cannot be read, or inputs that are not the ones it declares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A prompt as it is written: `returns` says what the model is to answer, `turns` are (role, text)."""

    name: str
    version: int
    inputs: tuple[str, ...]
    returns: str
    turns: tuple[tuple[Role, str], ...]

    def messages(self, **values: str) -> tuple[BaseMessage, ...]:
        """The messages with the inputs put in; raises PromptError where one is missing, unknown or no text."""
        self._check(values)
        from langchain_core.prompts import ChatPromptTemplate

        template = ChatPromptTemplate(list(self.turns), template_format="mustache")
        return tuple(template.format_messages(**values))

    def _check(self, values: dict[str, str]) -> None:
        wanted = ", ".join(self.inputs)
        if missing := [name for name in self.inputs if name not in values]:
            raise PromptError(f"prompt {self.name!r} lacks the inputs {missing}; it takes {wanted}")
        if unknown := sorted(set(values) - set(self.inputs)):
            raise PromptError(f"prompt {self.name!r} has no inputs {unknown}; it takes {wanted}")
        if strange := sorted(name for name, value in values.items() if not isinstance(value, str)):
            raise PromptError(f"prompt {self.name!r} takes texts, and {strange} are none; write them as text first")


@cache
def load(name: str) -> Prompt:
    """The prompt of a name, from `prompts/<name>.md`; raises PromptError where there is none or it is malformed."""
    folder = files("prompts")
    path = folder / f"{name}.md"
    if not name.isidentifier() or not path.is_file():
        known = sorted(p.name.removesuffix(".md") for p in folder.iterdir() if p.name.endswith(".md"))
        raise PromptError(f"there is no prompt {name!r}; there are {', '.join(known)}")
    prompt = parse(path.read_text("utf-8"), file=f"{name}.md")
    if prompt.name != name:
        raise PromptError(f"prompt file '{name}.md' calls itself {prompt.name!r}; the two must agree")
    return prompt


def parse(text: str, *, file: str = "prompt") -> Prompt:
    """Read a prompt file; raises PromptError naming what is wrong in it."""
    parts = _FRONT.match(text)
    if parts is None:
        raise PromptError(f"{file!r} does not open with front matter between +++ lines")
    try:
        front = tomllib.loads(parts[1])
    except tomllib.TOMLDecodeError as error:
        raise PromptError(f"the front matter of {file!r} is not TOML: {error}") from error
    if wrong := [key for key, kind in _FIELDS.items() if not isinstance(front.get(key), kind)] or sorted(
        set(front) - set(_FIELDS)
    ):
        raise PromptError(f"the front matter of {file!r} is wrong in {wrong}; it holds name, version, inputs, returns")
    turns = _turns(parts[2], file=file)
    inputs = tuple(str(name) for name in front["inputs"])
    _agree(inputs, turns, file=file)
    return Prompt(name=front["name"], version=front["version"], inputs=inputs, returns=front["returns"], turns=turns)


def _turns(body: str, *, file: str) -> tuple[tuple[Role, str], ...]:
    before, *pieces = _HEADING.split(body)
    if before.strip() or not pieces:
        raise PromptError(f"{file!r} needs a heading '# system', '# human' or '# ai' over each of its messages")
    roles, texts = pieces[::2], pieces[1::2]
    return tuple((cast("Role", role), text.strip()) for role, text in zip(roles, texts, strict=True))


def _agree(inputs: tuple[str, ...], turns: tuple[tuple[Role, str], ...], *, file: str) -> None:
    """The inputs declared are the inputs used, all of them with three braces: two would escape what is put in."""
    used = {name for _, text in turns for name in _INPUT.findall(text)}
    if used != set(inputs) or len(set(inputs)) != len(inputs):
        raise PromptError(f"{file!r} declares the inputs {sorted(inputs)} and uses {sorted(used)}")
    if any("{{" in _INPUT.sub("", text) for _, text in turns):
        raise PromptError(f"{file!r} has braces that are no input; an input is written {{{{{{name}}}}}}")
