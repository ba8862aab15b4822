"""Ice by what is said of it: an extent or an area of sea ice is an indicator of its own, and the ice of a lake is none of the sea's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from conductor.composer.text.calendar_words import fold
from conductor.composer.what.quantities import as_quantity
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.quantities import by_indicator, by_variable
from planners.intent import Quantity

_PLAIN = Pattern(r"(?:(?:the )?(?:sea|pack)[- ]?ice|seaice|(?:la |les )?(?:banquises?|glaces? (?:de mer|marines?)))")
_FREEZES = Pattern(r"gel|fr[eo]ez|froze|frost")
_SIZES = {"extent": "sea_ice_extent", "area": "sea_ice_area"}


def sized(quantities: Sequence[Quantity], statistics: Sequence[str]) -> tuple[Quantity, ...]:
    """ "Extent of the Antarctic sea ice": the size of what is covered, not the share of it."""
    size = next((_SIZES[name] for name in statistics if name in _SIZES), None)
    entry = by_indicator(size) if size else None
    if entry is None or any(q.indicator == size for q in quantities):
        return tuple(quantities)
    return tuple(
        replace(as_quantity(entry, q.name), span=q.span)
        if q.variable_id == "siconc" and q.threshold is None and _PLAIN.fullmatch(fold(q.name))
        else q
        for q in quantities
    )


_THICK = Pattern(
    r"\b(?:how|that) (?:thick|thin)\b[^.;?!]{0,40}\b(?:ice|floes?)\b|\b(?:ice|floes?)\b[^.;?!]{0,30}\b(?:thick(?:er|est|en\w*)?|thinn(?:er|est|ed|ing|s)|thin|(?:what|its|the|their) thickness)\b|\b(?:thickest|thinnest)\b[^.;?!]{0,30}\b(?:ice|floes?)\b|"
    r"\b(?:glaces?|banquises?)\b[^.;?!]{0,50}\b(?:epaisse?s?|epaissi\w*|mince?s?|aminci\w*|(?:quelle|d'|en|son|leur) ?epaisseur)\b|\bepaisse?s?\b[^.;?!]{0,30}\b(?:glaces?|banquises?)\b"
)

_OF_LAND = Pattern(
    r"\b(?:glaci\w+|ice (?:sheets?|caps?|cores?|ages?)|greenland|groenland|antarctica|antarctique|calottes?|inlandsis|black ice|verglas|shelf|shelves|icebergs?)\b"
)


def thick(quantities: Sequence[Quantity], folded: str) -> tuple[Quantity, ...]:
    """ "How thick was the Arctic sea ice?": its thickness, whatever stands between the two words."""
    entry, said = by_variable("sithick"), _THICK.search(folded)
    if entry is None or said is None or any(q.variable_id == "sithick" for q in quantities):
        return tuple(quantities)
    if not quantities and not _OF_LAND.search(folded):
        return (as_quantity(entry, said[0]),)
    return tuple(
        replace(as_quantity(entry, q.name), threshold=q.threshold, span=q.span)
        if q.variable_id == "siconc" and _PLAIN.fullmatch(fold(q.name))
        else q
        for q in quantities
    )


def of_lakes(quantities: Sequence[Quantity], phenomena: Sequence[str]) -> tuple[Quantity, ...]:
    """Where the ice of lakes is looked for, no ice of the sea is measured, and "frozen" counts no days of frost."""
    if "lake_ice" not in phenomena:
        return tuple(quantities)
    return tuple(
        q
        for q in quantities
        if ("sea_ice" not in (q.standard_name or q.indicator or "") or q.threshold is not None)
        and not (q.indicator == "frost_days" and _FREEZES.search(fold(q.name)))
    )
