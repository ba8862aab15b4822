"""The files of the trained tagger, which `make train` writes and the wheel carries."""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
MODEL: Final = "tagger.onnx"
TOKENIZER: Final = "tokenizer.json"
ENTRIES: Final = "entries.npy"  # one vector an entry, in the order of the names
NAMES: Final = "entries.txt"
FIGURES: Final = "figures.json"
