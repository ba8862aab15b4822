"""The sentences of a question."""

from __future__ import annotations

from conductor.composer.text.utterance import Utterance
from connectors.vocabulary.patterns import Pattern

_SENTENCE = Pattern(r"[^.!?\n;]+(?:\.(?=\S)[^.!?\n;]*)*[.!?;]*\s*|\n+")
_ABBREVIATED = Pattern(
    r"(?:\b(?:e\.g|i\.e|vs|[vcp]|precips?|moy|mens|temps|temper|obs|mod|dept|resp|incl|excl|tot|nb|alt|elev|atm|hum|rel|approx|ca|cf|st|mt|dr|no|fig|temp|max|min|avg|inc|p\.ex|env|jan|feb|janv|fevr|avr|juil|"
    r"sept|oct|nov|dec|mr|mrs|ms|prof|mme|mlle|attn|ref)\.|(?<!\d )(?<!\d)\bm\.|(?:^|[,\n])\s*[a-z]\.)\s*$"
)


def sentences(utterance: Utterance) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences; points inside numbers and abbreviations do not end one."""
    spans: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(utterance.folded):
        start, end = match.span()
        if spans and _ABBREVIATED.search(utterance.folded[spans[-1][0] : spans[-1][1]]):
            spans[-1] = (spans[-1][0], end)
        elif match[0].strip():
            spans.append((start, end))
    return tuple(spans)
