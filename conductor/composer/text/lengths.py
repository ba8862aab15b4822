"""How long a text is in words, whatever stands between them: the space that French puts before a question mark makes no word."""

from __future__ import annotations


def words_in(text: str) -> int:
    """The words and numbers of a text, without signs that stand alone."""
    return sum(any(sign.isalnum() for sign in token) for token in text.split())
