"""Wordings: templates of questions, with alternatives `(a|b|)`, fillers `{place}` and spans said literally `<slot words>`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import prod
from pathlib import Path
from random import Random

from conductor.composer.voices.tags import ACTIONS, FLAGS, SLOTS

FOLDER = Path(__file__).parent / "wordings"
UNTOLD = "?"  # an action that the text alone does not tell
_TOKEN = re.compile(r"[(|){}<>]|[^(|){}<>]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words as they stand."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """A name to be drawn from a vocabulary."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several sequences."""

    options: tuple[tuple[Node, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spanned:
    """What is said of one slot."""

    slot: str
    nodes: tuple[Node, ...]


Node = Words | Filler | Choice | Spanned


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One line of a file of wordings, with the action and the flags of its section."""

    language: str
    section: str
    action: str
    flags: frozenset[str]
    nodes: tuple[Node, ...]

    @property
    def wordings(self) -> int:
        """How many questions it holds before names are filled in."""
        return _count(self.nodes)

    def draw(self, random: Random) -> Iterator[Words | Filler | Spanned]:
        """One wording: every choice made."""
        yield from draw(self.nodes, random)


@cache
def templates(language: str) -> tuple[Template, ...]:
    """Every template of a language, chatter left out, in the order of the files."""
    names = sorted(FOLDER.glob(f"*.{language}.txt"))
    return tuple(t for path in names if not path.name.startswith(("chatter", "said")) for t in _read(path, language))


@cache
def said(language: str) -> dict[str, tuple[Template, ...]]:
    """The fillers that are wordings themselves: years, dates, bounds, kinds of scene."""
    found: dict[str, tuple[Template, ...]] = {}
    for template in _read(FOLDER / f"said.{language}.txt", language):
        found[template.section] = (*found.get(template.section, ()), template)
    return found


@cache
def chatter(language: str) -> tuple[Template, ...]:
    """What people say before and after what they ask; the section tells which."""
    return tuple(_read(FOLDER / f"chatter.{language}.txt", language))


def _read(path: Path, language: str) -> Iterator[Template]:
    section, action, flags = "", UNTOLD, frozenset[str]()
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("= "):
            section = line[2:].split()[0]
            action = section if section in ACTIONS else UNTOLD
            flags = frozenset(line[2:].split()[1:])
            if not flags <= set(FLAGS):
                raise ValueError(f"{path.name}: the section {line!r} has a flag that is none of {FLAGS!r}")
        elif line and not line.startswith("#"):
            nodes = parse(line.replace("\\n", "\n"))
            yield Template(language=language, section=section, action=action, flags=flags, nodes=nodes)


def parse(line: str) -> tuple[Node, ...]:
    """The nodes of a template; raises ValueError where its brackets do not match or a slot is unknown."""
    tokens = _TOKEN.findall(line)
    nodes, rest = _sequence(tokens, 0)
    if rest != len(tokens):
        raise ValueError(f"the template {line!r} closes a bracket that it never opened")
    return nodes


def _sequence(tokens: list[str], at: int) -> tuple[tuple[Node, ...], int]:
    nodes: list[Node] = []
    while at < len(tokens) and tokens[at] not in ("|", ")", ">"):
        token = tokens[at]
        if token == "(":
            options, at = _options(tokens, at + 1)
            nodes.append(Choice(options=options))
        elif token == "<":
            span, at = _span(tokens, at + 1)
            nodes.append(span)
        elif token == "{":
            nodes.append(Filler(name=tokens[at + 1]))
            at += 3
        else:
            nodes.append(Words(text=token))
            at += 1
    return tuple(nodes), at


def _options(tokens: list[str], at: int) -> tuple[tuple[tuple[Node, ...], ...], int]:
    options = []
    while True:
        nodes, at = _sequence(tokens, at)
        options.append(nodes)
        if at >= len(tokens):
            raise ValueError(f"the template {''.join(tokens)!r} opens a bracket that it never closes")
        at += 1
        if tokens[at - 1] == ")":
            return tuple(options), at


def _span(tokens: list[str], at: int) -> tuple[Spanned, int]:
    slot, _, text = tokens[at].partition(" ")
    if slot not in SLOTS:
        raise ValueError(f"a span names the slot {slot!r}, which is none of {SLOTS!r}")
    nodes, end = _sequence(tokens, at + 1)
    return Spanned(slot=slot, nodes=(*((Words(text=text),) if text else ()), *nodes)), end + 1


def _count(nodes: tuple[Node, ...]) -> int:
    inner = (n.nodes for n in nodes if isinstance(n, Spanned))
    chosen = prod(sum(_count(option) for option in n.options) for n in nodes if isinstance(n, Choice))
    return chosen * prod(_count(span) for span in inner)


def draw(nodes: tuple[Node, ...], random: Random) -> Iterator[Words | Filler | Spanned]:
    """The nodes with every choice made, but for those inside a span."""
    for node in nodes:
        if isinstance(node, Choice):
            yield from draw(random.choice(node.options), random)
        else:
            yield node
