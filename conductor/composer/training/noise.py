"""Noise: what hands in haste do to a question: slips, lost accents and capitals, short forms; spans keep their places."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from random import Random

from conductor.composer.training.fillers import Piece

_NEIGHBOURS = dict(zip("abcdefghijklmnopqrstuvwxyz", "svxsrdhgujkjnbipqetyrycwtxs"[:26], strict=True))
_SHORT = {
    "en": {"please": "pls", "you": "u", "are": "r", "and": "&", "with": "w/", "for": "4", "temperature": "temp", "thanks": "thx", "between": "btw", "images": "imgs", "what": "wat"},
    "fr": {"pour": "pr", "dans": "ds", "avec": "av", "combien": "cb", "depuis": "dep8", "quelle": "kel", "quel": "kel", "est": "é", "beaucoup": "bcp", "et": "&", "que": "k", "s'il te plaît": "stp"},
}  # fmt: skip
KEPT = frozenset({"scenario", "model", "facet", "filter", "threshold", "process"})  # identifiers are seldom mistyped


def roughen(pieces: Sequence[Piece], *, language: str, random: Random) -> list[Piece]:
    """The pieces as someone in haste would type them: one or two kinds of noise."""
    kinds = random.sample(("lower", "plain", "slips", "short", "bare", "upper"), k=random.choice((1, 1, 2)))
    found = list(pieces)
    for kind in kinds:
        found = [piece._replace(text=_rough(piece, kind, language, random)) for piece in found]
    return found


def _rough(piece: Piece, kind: str, language: str, random: Random) -> str:
    text = piece.text
    if kind == "lower":
        return text.lower()
    if kind == "upper":
        return text.upper() if random.random() < 0.15 else text
    if kind == "plain":
        return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    if kind == "bare":
        return text if piece.slot else "".join(c for c in text if c not in "?!.,;:")
    if kind == "short":
        return " ".join(_SHORT[language].get(word, word) for word in text.split(" ")) if not piece.slot else text
    return text if piece.slot in KEPT else " ".join(_slipped(word, random) for word in text.split(" "))


def _slipped(word: str, random: Random) -> str:
    """A word with a letter lost, doubled, swapped with the next or struck beside its key, now and then."""
    if len(word) < 4 or not word.isalpha() or random.random() > 0.12:
        return word
    at = random.randrange(1, len(word) - 1)
    slip = random.choice(("lost", "doubled", "swapped", "beside"))
    if slip == "lost":
        return word[:at] + word[at + 1 :]
    if slip == "doubled":
        return word[:at] + word[at] + word[at:]
    if slip == "swapped":
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + _NEIGHBOURS.get(word[at], word[at]) + word[at + 1 :]
