"""Likelihood words of the IPCC's guidance note on uncertainty (2010) and AR6, in English and French."""

from __future__ import annotations

_SCALE = (  # at least this probability, English, French
    (0.99, "virtually certain", "quasi certain"),
    (0.95, "extremely likely", "extrêmement probable"),
    (0.90, "very likely", "très probable"),
    (0.66, "likely", "probable"),
    (0.50, "more likely than not", "plus probable qu’improbable"),
    (0.33, "about as likely as not", "à peu près aussi probable qu’improbable"),
    (0.10, "unlikely", "improbable"),
    (0.01, "very unlikely", "très improbable"),
    (0.0, "exceptionally unlikely", "extraordinairement improbable"),
)


def likelihood(probability: float, language: str) -> str:
    """The word of the scale for a probability, as it is shown beside it: in hundredths."""
    shown = round(probability, 2)
    word = next(entry for entry in _SCALE if shown >= entry[0])
    return word[2] if language == "fr" else word[1]
