"""Examples: questions with all that the tagger is to say of them, generated from wordings or read from labelled sets."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import Any

from conductor.composer.training.fillers import Fillers, Piece
from conductor.composer.training.noise import roughen
from conductor.composer.training.wordings import UNTOLD, Template, chatter, templates
from conductor.composer.voices.tags import FLAGS, NO_ACTION

FRENCH = 0.5
CHATTER = 0.22
ROUGH = 0.45
CAPITAL = 0.5
# How much of the corpus each kind of template fills; within a kind templates of many wordings are drawn more often.
SHARES = {
    "find": 15, "describe": 13, "project": 12, "compare": 9, "trend": 9, "detect": 11, "change": 7, "simulate": 4, "train": 4,
    "explain": 11, "none": 4, "out_of_scope": 8, "follow_up": 8, "ambiguous": 6,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A span of an example's text; `entry` is the vocabulary entry that it names, where it names one that is taught."""

    start: int
    end: int
    slot: str
    entry: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A question; `actions` are those that are right, none where the text alone does not tell."""

    text: str
    language: str
    actions: tuple[str, ...]
    flags: frozenset[str]
    spans: tuple[Said, ...] = ()


def generated(*, count: int, seed: int, held_out: bool = False) -> tuple[Example, ...]:
    """`count` questions; equal seeds give equal questions. One template in twelve is kept out of training."""
    random = Random(seed)
    pools = {language: _pools(language, held_out=held_out) for language in ("en", "fr")}
    fillers = {language: Fillers(language=language, random=random) for language in pools}
    made = []
    for _ in range(count):
        language = "fr" if random.random() < FRENCH else "en"
        names = tuple(kind for kind in SHARES if kind in pools[language])
        kind = random.choices(names, [SHARES[name] for name in names])[0]
        chosen = pools[language][kind]
        template = random.choices(chosen, [t.wordings**0.25 for t in chosen])[0]
        made.append(_example(template, fillers[language]))
    return tuple(made)


def _pools(language: str, *, held_out: bool) -> dict[str, tuple[Template, ...]]:
    pools: dict[str, tuple[Template, ...]] = {}
    for template in templates(language):
        if is_held_out(template) == held_out:
            kind = next(iter(sorted(template.flags)), template.action)
            pools[kind] = (*pools.get(kind, ()), template)
    return pools


def is_held_out(template: Template) -> bool:
    """Whether a template is kept from training, so that the tagger is measured on wordings that it has not seen."""
    return blake2b(repr(template.nodes).encode(), digest_size=2).digest()[0] % 12 == 0 and template.action != NO_ACTION


def _example(template: Template, fillers: Fillers) -> Example:
    random = fillers.random
    pieces = _pieces(template, fillers)
    if random.random() < CHATTER and template.action != NO_ACTION and "follow_up" not in template.flags:
        where = random.choice(("before", "after"))
        around = random.choice([t for t in chatter(template.language) if t.section == where])
        talk = _pieces(around, fillers)
        pieces = [*talk, *pieces] if where == "before" else [*_ended(pieces), *talk]
    if random.random() < CAPITAL:
        pieces = [pieces[0]._replace(text=pieces[0].text[:1].upper() + pieces[0].text[1:]), *pieces[1:]]
    if random.random() < ROUGH:
        pieces = roughen(pieces, language=template.language, random=random)
    return joined(pieces, template)


def _pieces(template: Template, fillers: Fillers) -> list[Piece]:
    return [piece for node in template.draw(fillers.random) for piece in fillers.fill(node)]


def _ended(pieces: Sequence[Piece]) -> list[Piece]:
    last = pieces[-1]
    return [*pieces[:-1], last._replace(text=last.text.rstrip(" ?"))]


def joined(pieces: Iterable[Piece], template: Template) -> Example:
    """The pieces as one text with the spans where they stand."""
    text, spans = "", []
    for piece in pieces:
        stripped = piece.text.strip()
        if piece.slot and stripped:
            start = len(text) + piece.text.index(stripped)
            spans.append(Said(start=start, end=start + len(stripped), slot=piece.slot, entry=piece.entry))
        text += piece.text
    actions = () if template.action == UNTOLD else (template.action,)
    return Example(text=text, language=template.language, actions=actions, flags=template.flags, spans=tuple(spans))


def labelled(path: Path) -> tuple[Example, ...]:
    """The questions of a labelled set, without spans, since such sets have none; several actions may be right."""
    return tuple(_from_gold(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())


def _from_gold(row: dict[str, Any]) -> Example:
    gold = row["gold"]
    reasons = gold.get("declined") or ()
    said = {
        "ambiguous": bool(gold.get("clarify")),
        "out_of_scope": "out_of_scope" in ([reasons] if isinstance(reasons, str) else reasons),
        "follow_up": bool(gold.get("follow_up")),
    }
    return Example(
        text=row["question"], language=row.get("lang", "en"), actions=tuple(_actions(gold, reasons)),
        flags=frozenset(flag for flag in FLAGS if said[flag]),
    )  # fmt: skip


def _actions(gold: dict[str, Any], reasons: object) -> Iterator[str]:
    if "action" in gold and not reasons and not gold.get("follow_up"):
        for action in gold["action"] if isinstance(gold["action"], list) else [gold["action"]]:
            yield action or NO_ACTION
