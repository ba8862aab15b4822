"""Fitting: the network learns all its tasks at once; the layers that stay as published are run once and remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from conductor.composer.training.batches import IGNORED, Batch, Row, batches
from conductor.composer.training.network import Network
from conductor.composer.voices.tags import FLAGS, TAGS

if TYPE_CHECKING:
    from torch import Tensor

SCALE = 16.0  # of the cosine between a span and the entries, before the softmax
WEIGHTS = (1.0, 1.0, 1.0, 0.5)  # of the losses of action, tags, flags and links


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a network is fitted: `frozen` layers keep their weights, the rates rise for `warm` of the steps and then fall."""

    seed: int = 3
    epochs: int = 3
    size: int = 32
    rate: float = 1.2e-4
    head_rate: float = 1e-3
    frozen: int = 6
    warm: float = 0.06
    decay: float = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Shares that are right: the action, each flag, spans as F1 by slot and over all, entries of spans."""

    action: float
    flags: dict[str, float]
    spans: float
    entries: float
    count: int


Memory = list["NDArray[np.float16]"]


def fit(
    net: Network,
    rows: Sequence[Row],
    *,
    recipe: Recipe,
    device: str,
    told: Callable[[str], None],
    after: Callable[[int], float],
    losses: list[float],
) -> None:
    """Fit the network in place; `after` scores it when an epoch ends, and the best epoch's weights are kept."""
    import torch

    torch.manual_seed(recipe.seed)
    net.to(device)
    memory = _remembered(net, rows, recipe=recipe, device=device)
    told(f"the {recipe.frozen} lower layers were run over {len(rows)} questions")
    optimiser, schedule = _optimiser(net, recipe, steps=recipe.epochs * -(-len(rows) // recipe.size))
    best, kept = -1.0, {}
    random = Random(recipe.seed)
    for epoch in range(recipe.epochs):
        net.train()
        seen = []
        for step, batch in enumerate(batches(rows, size=recipe.size, random=random)):
            loss = _loss(net, batch, memory, recipe=recipe, device=device)
            optimiser.zero_grad(set_to_none=True)
            torch.autograd.backward(loss)
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            seen.append(float(loss.detach()))
            if step % 100 == 99:
                losses.append(round(float(np.mean(seen[-100:])), 4))
                told(f"epoch {epoch + 1}, step {step + 1}: loss {losses[-1]:.3f}")
        losses.append(round(float(np.mean(seen[-100:])), 4))
        value = after(epoch)
        if value > best:
            best = value
            kept = {name: tensor.detach().clone() for name, tensor in net.state_dict().items()}
    net.load_state_dict(kept)


def _remembered(net: Network, rows: Sequence[Row], *, recipe: Recipe, device: str) -> Memory:
    import torch

    for parameters in (net.embeddings.parameters(), *(layer.parameters() for layer in net.layers[: recipe.frozen])):
        for parameter in parameters:
            parameter.requires_grad_(requires_grad=False)
    memory: Memory = [np.empty((0, 0), np.float16)] * len(rows)
    net.eval()
    with torch.inference_mode():
        for batch in batches(rows, size=64, random=None):
            ids, mask = (torch.from_numpy(a).to(device) for a in (batch.ids, batch.mask))
            states = net.lower(ids, mask, layers=recipe.frozen).half().cpu().numpy()
            for at, number in enumerate(batch.rows):
                memory[number] = states[at, : len(rows[number].ids)].copy()
    return memory


def _optimiser(net: Network, recipe: Recipe, *, steps: int) -> tuple[Any, Any]:
    import torch

    encoder = [p for p in net.layers.parameters() if p.requires_grad]
    known = {id(p) for p in (*net.layers.parameters(), *net.embeddings.parameters())}
    heads = [p for p in net.parameters() if id(p) not in known]
    groups = [{"params": encoder, "lr": recipe.rate}, {"params": heads, "lr": recipe.head_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=recipe.decay)
    warm = max(1, int(steps * recipe.warm))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / warm, max(0.02, (steps - step) / max(1, steps - warm)))
    )
    return optimiser, schedule


def _loss(net: Network, batch: Batch, memory: Memory, *, recipe: Recipe, device: str) -> Tensor:
    import torch
    from torch.nn import functional

    states = np.zeros((*batch.ids.shape, memory[batch.rows[0]].shape[1]), np.float32)
    for at, number in enumerate(batch.rows):
        states[at, : len(memory[number])] = memory[number]
    tensors = (states, batch.mask, batch.tags, batch.actions, batch.flags)
    lower, mask, tags, actions, flags = (torch.from_numpy(a).to(device) for a in tensors)
    action, tag, flag, places = net.upper(lower, mask, layers=recipe.frozen)
    known = actions.sum(1)
    told = -(actions * functional.log_softmax(action, -1)).sum(1)
    losses = [
        told.sum() / known.sum().clamp(min=1),
        functional.cross_entropy(tag.flatten(0, 1), tags.flatten(), ignore_index=IGNORED),
        functional.binary_cross_entropy_with_logits(flag, flags),
        _link_loss(net, batch, places),
    ]
    return torch.stack([w * part for w, part in zip(WEIGHTS, losses, strict=True)]).sum()


def _link_loss(net: Network, batch: Batch, places: Tensor) -> Tensor:
    import torch
    from torch.nn import functional

    if not len(batch.entries):
        return places.new_zeros(())
    spans = torch.stack([places[row, start:end].mean(0) for row, start, end in batch.links.tolist()])
    near = functional.normalize(spans, dim=-1) @ functional.normalize(net.entries, dim=-1).T
    return functional.cross_entropy(SCALE * near, torch.from_numpy(batch.entries).to(places.device))


def score(net: Network, rows: Sequence[Row], *, device: str) -> Score:
    """How much the network gets right."""
    import torch
    from torch.nn import functional

    net.eval()
    right = {"action": [0, 0], "entries": [0, 0]}
    flags = np.zeros((2, len(FLAGS)))
    spans = np.zeros(3)
    with torch.inference_mode():
        for batch in batches(rows, size=64, random=None):
            ids, mask = (torch.from_numpy(a).to(device) for a in (batch.ids, batch.mask))
            action, tag, flag, places = (t.cpu() for t in net(ids, mask))
            known = batch.actions.sum(1) > 0
            hits = np.take_along_axis(batch.actions, action.argmax(1).numpy()[:, None], 1)[:, 0] > 0
            right["action"][0] += int(hits[known].sum())
            right["action"][1] += int(known.sum())
            flags += np.stack([((flag.numpy() > 0) == (batch.flags > 0)).sum(0), np.full(len(FLAGS), len(batch.flags))])
            spans += _span_counts(tag.argmax(-1).numpy(), batch)
            for (row, start, end), entry in zip(batch.links.tolist(), batch.entries.tolist(), strict=True):
                place = functional.normalize(places[row, start:end].mean(0), dim=-1)
                near = functional.normalize(net.entries.detach().cpu(), dim=-1) @ place
                right["entries"][0] += int(near.argmax()) == entry
                right["entries"][1] += 1
    share = {name: hit / of if of else 0.0 for name, (hit, of) in right.items()}
    return Score(
        action=round(share["action"], 4), entries=round(share["entries"], 4), count=len(rows),
        flags={name: round(float(v), 4) for name, v in zip(FLAGS, flags[0] / np.maximum(1, flags[1]), strict=True)},
        spans=round(float(2 * spans[0] / max(1.0, spans[1] + spans[2])), 4),
    )  # fmt: skip


def _span_counts(found: NDArray[np.int64], batch: Batch) -> NDArray[np.float64]:
    """Spans that are right, found, and true."""
    counts = np.zeros(3)
    for tags, gold, mask in zip(found, batch.tags, batch.mask, strict=True):
        inside = (mask > 0) & (gold != IGNORED)
        if not inside.any():
            continue
        ours, true = spans_of(np.where(inside, tags, 0).tolist()), spans_of(np.where(inside, gold, 0).tolist())
        counts += (len(ours & true), len(ours), len(true))
    return counts


def spans_of(tags: Sequence[int]) -> set[tuple[int, int, str]]:
    """(first token, one past the last, slot) of every span."""
    found, start, slot = set(), 0, ""
    for at, tag in enumerate([*tags, 0]):
        part, _, name = TAGS[tag].partition("-")
        if slot and (part != "I" or name != slot):
            found.add((start, at, slot))
            slot = ""
        if name and not slot:
            start, slot = at, name
    return found
