"""Batches: examples as numbers, sorted by length so that little is padded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from conductor.composer.training.examples import Example, Said
from conductor.composer.voices.tags import ACTIONS, FLAGS, TAGS

if TYPE_CHECKING:
    from tokenizers import Tokenizer

IGNORED = -100  # what torch's cross entropy leaves out
LONGEST = 128  # tokens of a question; the last ones, where a mail asks
_PADDING = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One example as numbers: `links` are (first token, one past the last, entry)."""

    ids: tuple[int, ...]
    tags: tuple[int, ...]
    actions: tuple[int, ...]
    flags: tuple[float, ...]
    links: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows padded to one length; `actions` share each row's weight among the right ones, all zero where none is known.

    `links` are (row, first token, one past the last), `entries` what each names.
    """

    rows: tuple[int, ...]
    ids: NDArray[np.int64]
    mask: NDArray[np.int64]
    tags: NDArray[np.int64]
    actions: NDArray[np.float32]
    flags: NDArray[np.float32]
    links: NDArray[np.int64]
    entries: NDArray[np.int64]


def encoded(examples: Sequence[Example], tokenizer: Tokenizer, entries: Mapping[str, int]) -> tuple[Row, ...]:
    """Every example as numbers; examples without spans have no tags to learn from."""
    return tuple(_row(example, tokenizer, entries) for example in examples)


def _row(example: Example, tokenizer: Tokenizer, entries: Mapping[str, int]) -> Row:
    encoding = tokenizer.encode(example.text)
    ids, offsets = encoding.ids, encoding.offsets
    if len(ids) > LONGEST:
        ids, offsets = [ids[0], *ids[-LONGEST + 1 :]], [offsets[0], *offsets[-LONGEST + 1 :]]
    tags = [0] * len(ids)
    links = []
    for span in example.spans:
        covered = _covered(span, example.text, offsets)
        for order, at in enumerate(covered):
            tags[at] = TAGS.index(f"{'I' if order else 'B'}-{span.slot}")
        if covered and span.entry is not None and span.entry in entries:
            links.append((covered[0], covered[-1] + 1, entries[span.entry]))
    taught = bool(example.spans) or "out_of_scope" not in example.flags
    edge = [IGNORED, *tags[1:-1], IGNORED] if taught else [IGNORED] * len(ids)
    return Row(
        ids=tuple(ids), tags=tuple(edge), actions=tuple(ACTIONS.index(a) for a in example.actions),
        flags=tuple(float(flag in example.flags) for flag in FLAGS), links=tuple(links),
    )  # fmt: skip


def _covered(span: Said, text: str, offsets: Sequence[tuple[int, int]]) -> list[int]:
    """The tokens that hold a letter of a span."""
    found = []
    for number, (start, end) in enumerate(offsets):
        while start < end and text[start].isspace():
            start += 1
        if start < end and start < span.end and span.start < end:
            found.append(number)
    return found


def batches(rows: Sequence[Row], *, size: int, random: Random | None) -> Iterator[Batch]:
    """All rows once, rows of like length together; in an order of chance where there is one."""
    order = sorted(range(len(rows)), key=lambda i: (len(rows[i].ids), random.random() if random else i))
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if random:
        random.shuffle(groups)
    yield from (_batch(rows, group) for group in groups)


def _batch(rows: Sequence[Row], group: Sequence[int]) -> Batch:
    length = max(len(rows[i].ids) for i in group)
    ids = np.full((len(group), length), _PADDING, np.int64)
    mask, tags = np.zeros_like(ids), np.full_like(ids, IGNORED)
    actions = np.zeros((len(group), len(ACTIONS)), np.float32)
    links, entries = [], []
    for at, number in enumerate(group):
        row = rows[number]
        ids[at, : len(row.ids)], mask[at, : len(row.ids)], tags[at, : len(row.tags)] = row.ids, 1, row.tags
        for action in row.actions:
            actions[at, action] = 1 / len(row.actions)
        links += [(at, start, end) for start, end, _ in row.links]
        entries += [entry for _, _, entry in row.links]
    flags = np.array([rows[i].flags for i in group], np.float32)
    return Batch(
        rows=tuple(group), ids=ids, mask=mask, tags=tags, actions=actions, flags=flags,
        links=np.array(links, np.int64).reshape(-1, 3), entries=np.array(entries, np.int64),
    )  # fmt: skip
