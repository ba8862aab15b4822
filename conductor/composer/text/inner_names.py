"""Names inside longer names: the quantity in a statistic's phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from conductor.composer.text.calendar_words import fold
from conductor.composer.text.utterance import Utterance
from connectors.vocabulary.phrases import Match, find_names


def within_statistics(utterance: Utterance, names: Sequence[Match]) -> Iterator[Match]:
    """ "Pluie centennale": the statistic's phrase names the quantity too; a flood of a return period is a discharge."""
    for match in names:
        head = re.match(r"\w+", fold(match.text))
        if match.kind != "statistic" or head is None or " " not in match.text:
            continue
        wanted = "débit" if head[0] in ("crue", "crues") else match.text[: head.end()]
        for inner in find_names(wanted, utterance.language):
            if inner.kind == "quantity":
                yield replace(inner, start=match.start, end=match.start + head.end(), text=match.text[: head.end()])
