"""The network: an encoder with heads for action, tags and flags, and a projection in which a span lies near its entry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from conductor.composer.voices.tags import ACTIONS, FLAGS, TAGS

if TYPE_CHECKING:
    from torch import Tensor
    from transformers import BertModel

Network = Any  # torch's module below, a class that exists only where torch does
WIDTH = 128  # of the space in which spans and entries are compared


def network(encoder: BertModel, *, entries: int) -> Network:
    """The encoder with its heads, untrained; `lower` and `upper` split it so that frozen layers run once."""
    import torch
    from torch import nn

    class Layers(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            hidden = encoder.config.hidden_size
            self.embeddings, self.layers = encoder.embeddings, encoder.encoder.layer
            self.sentence = nn.Sequential(nn.Linear(2 * hidden, hidden), nn.Tanh(), nn.Dropout(0.1))
            self.action, self.flags = nn.Linear(hidden, len(ACTIONS)), nn.Linear(hidden, len(FLAGS))
            self.tags, self.project = nn.Linear(hidden, len(TAGS)), nn.Linear(hidden, WIDTH, bias=False)
            self.entries = nn.Parameter(torch.randn(entries, WIDTH) * 0.05)

        def lower(self, ids: Tensor, mask: Tensor, *, layers: int) -> Tensor:
            """The hidden states after the first layers."""
            return self._through(self.embeddings(input_ids=ids), mask, slice(0, layers))

        def upper(self, states: Tensor, mask: Tensor, *, layers: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
            """Logits of action and flags a question, of tags a token, and every token's place among the entries."""
            states = self._through(states, mask, slice(layers, None))
            weight = mask.unsqueeze(-1).to(states.dtype)
            mean = (states * weight).sum(1) / weight.sum(1)
            pooled = self.sentence(torch.cat([mean, states[:, 0]], dim=-1))
            return self.action(pooled), self.tags(states), self.flags(pooled), self.project(states)

        def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
            return self.upper(self.lower(ids, mask, layers=0), mask, layers=0)

        def _through(self, states: Tensor, mask: Tensor, which: slice) -> Tensor:
            closed = (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
            for layer in self.layers[which]:
                out: Any = layer(states, closed)
                states = out[0] if isinstance(out, tuple) else out
            return states

    return Layers()
