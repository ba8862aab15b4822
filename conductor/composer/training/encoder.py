"""The encoder before it is trained: multilingual-e5-small as a BertModel, with the pieces of English and French alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from conductor.composer.training.quantised import Quantised

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import BertModel

SPACE = "\u2581"  # SentencePiece's mark for a blank
SIGNS = frozenset("°²³€–—‘’“”…₂₃₄μ±≥≤×√→∞œŒŸ")
SPECIAL = 4  # <s> <pad> </s> <unk> come first
LAST_LATIN = 0x180  # the end of Latin Extended-A


def kept(source: Quantised, texts: Iterable[str], *, most: int) -> tuple[int, ...]:
    """The pieces worth keeping: those that `texts` are made of, then the most probable Latin ones, `most` in all."""
    latin = [i for i in range(SPECIAL, len(source.pieces)) if i != source.unknown and is_latin(source.pieces[i])]
    whole = tokenizer(source, (*range(SPECIAL), *latin))
    numbers = (*range(SPECIAL), *latin)
    used = {numbers[i] for line in texts for i in whole.encode(line, add_special_tokens=False).ids}
    used -= set(range(SPECIAL))
    single = {i for i in latin if len(source.pieces[i].strip(SPACE)) <= 1}
    rest = sorted((i for i in latin if i not in used | single), key=lambda i: (-source.scores[i], i))
    chosen = sorted(used | single) + rest
    return (*range(SPECIAL), *sorted(chosen[: most - SPECIAL]))


def is_latin(piece: str) -> bool:
    """Whether a piece is written in the letters and signs of English and French questions."""
    return all(ord(c) < LAST_LATIN or c in SIGNS for c in piece.replace(SPACE, ""))


def tokenizer(source: Quantised, pieces: Sequence[int]) -> Tokenizer:
    """A unigram tokenizer (Kudo 2018) over some of the pieces, numbered in the order given."""
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

    vocabulary = [(source.pieces[i], source.scores[i]) for i in pieces]
    unknown = pieces.index(source.unknown)
    made = Tokenizer(models.Unigram(vocabulary, unk_id=unknown, byte_fallback=False))
    made.normalizer = normalizers.Sequence(
        [normalizers.Nmt(), normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    made.pre_tokenizer = pre_tokenizers.Metaspace(replacement=SPACE, prepend_scheme="always")
    made.decoder = decoders.Metaspace(replacement=SPACE)
    ends = [(source.pieces[i], pieces.index(i)) for i in (source.begin, source.end)]
    made.post_processor = processors.TemplateProcessing(single=f"{ends[0][0]} $A {ends[1][0]}", special_tokens=ends)
    return made


def encoder(source: Quantised, pieces: Sequence[int]) -> BertModel:
    """The encoder with its published weights, its word vectors those of `pieces`."""
    import torch
    from transformers import BertConfig, BertModel

    shape = source.shape
    model = BertModel(
        BertConfig(
            vocab_size=len(pieces), hidden_size=shape.hidden, num_hidden_layers=shape.layers, num_attention_heads=shape.heads,
            intermediate_size=shape.feed_forward, max_position_embeddings=shape.positions, type_vocab_size=shape.types,
            layer_norm_eps=source.epsilon, hidden_act="gelu", pad_token_id=pieces.index(source.padding),
        ),
        add_pooling_layer=False,
    )  # fmt: skip
    state = {name: torch.from_numpy(np.ascontiguousarray(values)) for name, values in _weights(source, pieces)}
    missing = [name for name in model.load_state_dict(state, strict=False).missing_keys if "position_ids" not in name]
    if missing:
        raise ValueError(f"the encoder file lacks the weights {missing[:3]!r}")
    return model


def _weights(source: Quantised, pieces: Sequence[int]) -> Iterable[tuple[str, NDArray[Any]]]:
    """Every tensor under the name that transformers' BertModel has for it."""
    shape, hidden = source.shape, source.shape.hidden
    words = source.matrix("emb.word", rows=shape.vocabulary, columns=hidden)
    yield "embeddings.word_embeddings.weight", words[list(pieces)]
    yield "embeddings.position_embeddings.weight", source.plain("emb.pos").reshape(-1, hidden)
    types = source.plain("emb.type").reshape(-1, hidden)
    yield "embeddings.token_type_embeddings.weight", np.pad(types, ((0, shape.types - len(types)), (0, 0)))
    yield from _norm(source, "emb.ln", "embeddings.LayerNorm")
    for number in range(shape.layers):
        ours, theirs = f"l{number}.", f"encoder.layer.{number}."
        for short, name in (("q", "query"), ("k", "key"), ("v", "value")):
            yield from _linear(source, ours + short, f"{theirs}attention.self.{name}", hidden, hidden)
        yield from _linear(source, ours + "ao", theirs + "attention.output.dense", hidden, hidden)
        yield from _norm(source, ours + "aln", theirs + "attention.output.LayerNorm")
        yield from _linear(source, ours + "fi", theirs + "intermediate.dense", shape.feed_forward, hidden)
        yield from _linear(source, ours + "fo", theirs + "output.dense", hidden, shape.feed_forward)
        yield from _norm(source, ours + "oln", theirs + "output.LayerNorm")


def _linear(source: Quantised, short: str, name: str, rows: int, columns: int) -> Iterable[tuple[str, NDArray[Any]]]:
    yield f"{name}.weight", source.matrix(f"{short}.w", rows=rows, columns=columns)
    yield f"{name}.bias", source.plain(f"{short}.b")


def _norm(source: Quantised, short: str, name: str) -> Iterable[tuple[str, NDArray[Any]]]:
    yield f"{name}.weight", source.plain(f"{short}.w")
    yield f"{name}.bias", source.plain(f"{short}.b")
