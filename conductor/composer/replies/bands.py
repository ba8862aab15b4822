"""A band that no mission named has: a thermal band of Sentinel-1, the NDVI of a radar, radar of an optical one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from conductor.answer import Declined
from conductor.composer.reading import Reading
from conductor.composer.replies.refusals import refuse
from conductor.composer.text.calendar_words import fold
from conductor.composer.text.language import Language
from conductor.composer.wish.actions import decide
from connectors.vocabulary.bands import BandEntry, bands, recorded
from connectors.vocabulary.collections import CollectionEntry, collection
from connectors.vocabulary.patterns import Pattern

MOST_NEAREST = 3
NEAR = 80  # characters around a name that may say it is of other data
# what stands beside the mission's own bands comes from somewhere else: "Sentinel-1 and thermal images"
_BESIDE = Pattern(
    r"(?:\b(?:and|or|with|versus|vs|plus|et|ou|avec|ainsi que|contre)|[,/&+;])\s*(?:the |a |an |la |le |les |l'|une? |des |some |any )*$"
)
_GOES_ON_BESIDE = Pattern(
    r"^[\w -]{0,24}(?:\b(?:and|or|versus|vs|plus|et|ou|ainsi que|contre)\b|[,/&+;])[^.?!]{0,40}\b(?:sentinel|landsat|modis|viirs|naip|s[123]\b)"
)
_DENIED = Pattern(r"(?:n't|\b(?:no|not|without|lacks?|pas|sans|aucune?|ni|inutile))\b[^.;?!]{0,20}$")
# "Le radar ne m'intéresse pas", "radar is no use to us"
_DENIED_AFTER = Pattern(
    r"^ (?:images? |data |imagery )?(?:ne|n'|(?:is|are|does|do|would|will) ?n[o']t|(?:is|are) (?:of )?no)\b"
)
_RADAR_BY_NAME = Pattern(r"\b(?:sentinel|sentinelle|s)[- ]?(?:1|one)|\bgrd\b|\bslc\b|\brtc\b")

# what a scene may show: "the radar station at Thule", "thermal springs", "the red band of algae"
_A_THING = Pattern(
    r" (?:(?:power |electric )?(?:plants?|stations?|sites?|domes?|facilit(?:y|ies))|springs?|baths?|pollution|discharge|comfort|stress|plumes?|of (?:algae|clouds?|trees))\b"
)


def lacking_band(r: Reading, language: Language) -> Declined | None:
    """Refuse where a band is asked of missions that all lack it; a question about a mission itself is answered."""
    entries = _missions(r)
    if not entries or decide(r).action == "explain":
        return None
    known = [recorded(entry.id) for entry in entries]
    for band, said in _asked(r):
        if all(has is not None and band.id not in has for has in known):
            nearest = tuple(dict.fromkeys(band.collections))[:MOST_NEAREST]
            return refuse("no_such_data", "mode", language, said=entries[0].name(language), years=said, nearest=nearest)
    return None


def _missions(r: Reading) -> list[CollectionEntry]:
    """The collections named; one that only the word "radar" stands for is itself asked of the mission beside it."""
    entries = [entry for name in r.collections if (entry := collection(name))]
    inferred = not _RADAR_BY_NAME.search(r.utterance.folded)
    others = [entry for entry in entries if entry.mission != "sentinel-1"]
    return others if inferred and others else entries


def _asked(r: Reading) -> Iterator[tuple[BandEntry, str]]:
    """The bands that are named, and those without which an index that is named cannot be computed."""
    folded = r.utterance.folded
    for band in bands():
        for match in _pattern(band.id).finditer(folded):
            if not _elsewhere(folded, match.start(), match.end()):
                yield band, match[0]
        for quantity in r.quantities:
            if quantity.spectral_index in band.indices:
                at = folded.find(fold(quantity.name))
                if at < 0 or not _elsewhere(folded, at, at + len(quantity.name)):
                    yield band, quantity.spectral_index


def _elsewhere(folded: str, start: int, end: int) -> bool:
    """Whether the name stands beside the mission's own bands, or is denied."""
    before, after = folded[max(0, start - NEAR) : start], folded[end : end + NEAR]
    return bool(
        _BESIDE.search(before)
        or _DENIED.search(before)
        or _DENIED_AFTER.match(after)
        or _GOES_ON_BESIDE.match(after)
        or _A_THING.match(after)
    )


@cache
def _pattern(band_id: str) -> Pattern:
    names = next(band.aliases for band in bands() if band.id == band_id)
    words = sorted((re.escape(fold(name)).replace("\\ ", "[ -]") for name in names), key=len, reverse=True)
    return Pattern(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w])")
