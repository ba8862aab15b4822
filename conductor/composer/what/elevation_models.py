"""A digital elevation model told by description: "the 30 m elevation model, Copernicus's", "un modèle numérique de terrain, celui de Copernicus"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from connectors.vocabulary.collections import CollectionEntry, collection
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.phrases import Match

# ends where the name of what is measured stands: in "elevation model" and "modèle numérique d'élévation" no height is asked for
NAMED_BEFORE = Pattern(r"\bmodeles? (?:numeriques? )?(?:de |d'|du )(?:l'|la )?$")
NAMED_AFTER = Pattern(r"[- ](?:models?|dems?)\b")
_MODEL = Pattern(
    r"\b(?:elevation|terrain|height|(?:digital|30 ?m|90 ?m) surface) models?\b|\bd[est]ms?\b|\bmn[test]\b|"
    r"\bmodeles? (?:numeriques?\b|(?:d'elevation|de terrain|d'altitude)s?\b)"
)
# Copernicus the maker of the model, not its services for the climate or the seas
_COPERNICUS = Pattern(
    r"\bcopernicus\b(?!['’]?s? (?:climate|marine|land|atmosphere|emergency|data|hub|browser|services?|c3s|cams|sentinel))"
)
_COARSE = Pattern(r"\b90[ -]?(?:m|metres?|meters?)\b")


def elevation_models(folded: str, names: Sequence[Match]) -> Iterator[Match]:
    """Copernicus's elevation model, where the model and its maker stand apart and no such model is named outright."""
    maker = _COPERNICUS.search(folded)
    named = any(isinstance(m.entry, CollectionEntry) and m.entry.sensor == "dem" for m in names)
    entry = collection("cop-dem-glo-90" if _COARSE.search(folded) else "cop-dem-glo-30")
    if maker and entry and not named and _MODEL.search(folded):
        yield Match(start=maker.start(), end=maker.end(), text=maker[0], kind="collection", entry=entry)
