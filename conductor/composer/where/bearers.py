"""Which bearer of a name is meant where it stands: by fame, the question's language, accents, and the words of flow or distance around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from conductor.composer.text.calendar_words import fold
from conductor.composer.text.utterance import Utterance
from conductor.composer.where.rivers import as_department, as_river, flows, has_article, within
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.places import PlaceEntry, inside
from planners.intent import Place

# How much more often the place in a country that speaks French, or English, is meant: the first in French alone, the second in both languages.
_BONUS = {"fr": 3.0, "en": 1.3}
# What is measured, or happens, in a sea and not on the land around it.
_MARINE = Pattern(
    r"\b(?:sst|ssh|sss|oisst|ostia|mer|eaux? de (?:mer|surface)|marin(?:e?s?)|sea (?:surface|water|level|temperature)s?|sea[- ]?waters?|surface (?:waters?|temperatures?)|temperatures? de (?:la )?surface|oceans?|oceani(?:c|que)s?|salin\w+|chlorophyl\w*|"
    r"(?:phyto)?plancton\w*|(?:phyto)?plankton\w*|houle|vagues?(?! de )|swell|(?<!heat )(?<!cold )waves?|posidoni\w+|seagrass\w*|(?:atlanti|pacifi|balti|adriati)(?:c|que)|maree\w*|mixed layer|couche de melange)\b"
)
_FRENCH_CANADA = frozenset({"CA-QC", "CA-NB"})
MISSPELT = 0.45
ABROAD = 0.1  # a country's name in the other language, where a place bears it in the question's: the Salvador of English is in Brazil
BYNAME = 0.3  # another name of a place than the one it goes by, where one bears it as its own
SPEAKING = {
    "fr": frozenset(["FR", "CA", "BE", "CH", "LU", "MC", "SN", "CI", "ML", "BF", "NE", "TD", "CM", "GA", "CG", "CD", "CF", "MG", "KM", "DJ", "HT", "TN", "MA", "DZ", "GN", "TG", "BJ", "MR", "RW", "BI", "RE", "GP", "MQ", "GF", "YT", "NC", "PF", "PM", "VU", "SC", "MU"]),
    "en": frozenset(["US", "GB", "CA", "AU", "NZ", "IE", "ZA", "JM", "BM"]),
}  # fmt: skip


def weighed(
    utterance: Utterance, entries: Sequence[PlaceEntry], span: tuple[int, int], *, bearers: Sequence[PlaceEntry] = ()
) -> tuple[PlaceEntry, ...]:
    """The homonyms of the name at a span in the order in which they are meant there; `bearers` are all that have the name."""
    homonyms = _likelier(entries, utterance.language, utterance.text[slice(*span)])
    if bearers and bearers[0].kind == "region" and _MARINE.search(utterance.folded):
        homonyms = _sea_first(homonyms, bearers)
    if flows(utterance.folded, *span):
        told = has_article(utterance.folded, span[0])
        return as_river((*homonyms, *(e for e in bearers if e not in homonyms)), no_city=told)
    return as_department(homonyms, bearers) if within(utterance.folded, span[0]) else homonyms


def _sea_first(homonyms: tuple[PlaceEntry, ...], bearers: Sequence[PlaceEntry]) -> tuple[PlaceEntry, ...]:
    """The sea in the stead of the region around it that shares its name: what is measured in the Mediterranean itself."""
    sea = next((entry for entry in bearers if entry.kind == "sea"), None)
    if sea is None or homonyms[0].id != bearers[0].id:
        return homonyms
    return (replace(sea, prior=homonyms[0].prior), *(entry for entry in homonyms[1:] if entry is not sea))


def _likelier(entries: Sequence[PlaceEntry], language: str, written: str) -> tuple[PlaceEntry, ...]:
    """Homonyms reordered: a question more often means the place in a country that speaks its language, and accents that were typed count.

    A country stays before a province elsewhere that bears its name.
    """
    favoured = entries[0].kind != "country"
    name = fold(written)
    own = [entry.form == 0 or name in (fold(entry.name_en), fold(entry.name_fr)) for entry in entries]
    here = [name == fold(entry.name("fr" if language == "fr" else "en")) for entry in entries]
    weighed = [
        entry.prior
        * (_bonus(entry, language) if favoured else 1.0)
        * (1.0 if _spelt(entry, written) else MISSPELT)
        * (BYNAME if any(own) and not own[i] else 1.0)
        * (ABROAD if any(here) and entry.kind == "country" and not here[i] else 1.0)
        for i, entry in enumerate(entries)
    ]
    total = sum(weighed) or 1.0
    order = sorted(range(len(entries)), key=lambda i: -weighed[i])
    return tuple(replace(entries[i], prior=round(weighed[i] / total, 4)) for i in order)


def _bonus(entry: PlaceEntry, language: str) -> float:
    """How much more often a question in a language means this place, by the country or the province that speaks it."""
    elsewhere = entry.country == "CA" and entry.admin1 not in _FRENCH_CANADA
    if language == "fr" and entry.country in SPEAKING["fr"] and not elsewhere:
        return _BONUS["fr"]
    return _BONUS["en"] if entry.country in SPEAKING["en"] else 1.0


def at_a_spot(homonyms: tuple[PlaceEntry, ...], bearers: Sequence[PlaceEntry]) -> tuple[PlaceEntry, ...]:
    """So many kilometres are counted from a town, not from the province that bears its name."""
    first, *others = homonyms
    town = next((e for e in bearers if e.kind == "city" and first.kind == "region" and inside(e, first)), None)
    return homonyms if town is None else (replace(town, prior=first.prior), *others)


def _spelt(entry: PlaceEntry, written: str) -> bool:
    """False where accents were typed that the place's name lacks: "San José" is less likely the San Jose of California."""
    return written.isascii() or not (entry.name_en.isascii() and entry.name_fr.isascii())


def as_place(entry: PlaceEntry, *, name: str | None = None, utterance: Utterance | None = None) -> Place:
    """A gazetteer entry as a slot value, named in the language of the question."""
    language = utterance.language if utterance else "en"
    return Place(
        name=name or entry.name(language),
        kind=entry.kind,
        country=entry.country,
        bbox=entry.bbox,
        geometry_id=entry.geometry_id,
    )
