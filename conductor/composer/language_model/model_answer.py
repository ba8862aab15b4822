"""What a language model answered, read tolerantly: the JSON among its words, the readings in the JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import islice
from typing import Any

MOST_BRACES = 50  # at which an answer is tried as JSON


def readings(answer: Any) -> list[Mapping[str, Any]]:
    """The readings in an answer: `{"intents": […]}`, a bare list, or one reading alone; raises ValueError for none of these."""
    rows = answer.get("intents", [answer] if "action" in answer else None) if isinstance(answer, Mapping) else answer
    if not isinstance(rows, list):
        raise ValueError("the answer holds no readings")
    return [row for row in rows if isinstance(row, Mapping)]


def found_json(text: str) -> Any:
    """The JSON in a text, which models wrap in fences, thoughts and phrases; raises ValueError where there is none."""
    text = text.rpartition("</think>")[2]
    decoder = json.JSONDecoder()
    for opening in islice(re.finditer(r"[{\[]", text), MOST_BRACES):
        try:
            found, _ = decoder.raw_decode(text, opening.start())
        except (ValueError, RecursionError):
            continue
        if found:
            return found
    raise ValueError(f"there is no JSON in {text[:80]!r}")
