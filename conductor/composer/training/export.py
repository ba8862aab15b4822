"""Export: the fitted network as int8 ONNX with its tokenizer and its entries, as the tagger reads them."""

from __future__ import annotations

import json
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np

from conductor.composer.training.network import Network
from conductor.composer.weights.files import ENTRIES, FIGURES, MODEL, NAMES, TOKENIZER

if TYPE_CHECKING:
    from tokenizers import Tokenizer

OUTPUTS = ("action", "tags", "flags", "places")


def export(net: Network, tokenizer: Tokenizer, entries: Sequence[str], *, folder: Path) -> None:
    """Write everything the tagger needs into `folder`; weights of matrices and words in 8 bits, the rest in 32."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / TOKENIZER), pretty=False)
    (folder / NAMES).write_text("".join(f"{entry}\n" for entry in entries), encoding="utf-8")
    vectors = net.entries.detach().cpu().numpy().astype(np.float32)
    np.save(folder / ENTRIES, vectors / np.linalg.norm(vectors, axis=1, keepdims=True))
    with TemporaryDirectory() as scratch:
        plain = Path(scratch) / "plain.onnx"
        _write(net, plain)
        _quantise(plain, folder / MODEL)


def _write(net: Network, path: Path) -> None:
    import torch

    net.to("cpu").eval()
    ids = torch.tensor([[0, 5, 6, 2], [0, 7, 2, 1]])
    axes = {0: "question", 1: "token"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter speaks of its own future, and of shapes that do not vary here
        torch.onnx.export(
            net, (ids, (ids != 1).long()), str(path), input_names=["ids", "mask"], output_names=list(OUTPUTS), opset_version=17,
            dynamic_axes={"ids": axes, "mask": axes, "action": {0: "question"}, "flags": {0: "question"}, "tags": axes, "places": axes},
            dynamo=False,
        )  # fmt: skip


def _quantise(plain: Path, path: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    # Seven bits: with eight, processors that lack VNNI saturate where others do not, and would read a question otherwise.
    quantize_dynamic(
        plain,
        path,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        per_channel=True,
        reduce_range=True,
    )


def keep_figures(figures: Mapping[str, Any], *, folder: Path) -> None:
    """Write the figures of a training beside what it made."""
    text = json.dumps(figures, indent=1, sort_keys=True, ensure_ascii=False)
    (folder / FIGURES).write_text(text + "\n", encoding="utf-8")
