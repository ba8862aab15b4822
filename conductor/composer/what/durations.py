"""How long a spell lasts, where the words name the spell alone: "how long did the heat wave of June last", "combien de temps a duré la canicule"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from conductor.composer.what.quantities import as_quantity
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.quantities import by_indicator
from planners.intent import Quantity

_SPELL_EN = r"\b(?:heat[- ]?waves?|cold[- ](?:spells?|snaps?|waves?)|dry spells?)"
_SPELL_FR = r"(?:\bcanicules?|\bvagues? de (?:chaleur|froid)|\bperiodes? seches?)"
_LASTS = Pattern(
    r"\bhow long\b[^.;?!]{0,80}?\b(?:last(?:s|ed|ing)?|go(?:es)? on|went on|persist\w*)\b|"
    r"\b(?:combien de (?:temps|jours)|quelle duree)\b[^.;?!]{0,60}?\b(?:dur(?:e|es|ent|ee?s?|ait|aient|era|eront|erait|eraient)|s'etend\w*|persist\w*)\b|"
    # "heat waves have been getting longer", "les sécheresses sont-elles plus longues"
    rf"{_SPELL_EN}\b[^.;?!]{{0,40}}?\b(?:long|short)er\b(?! (?:term|run))|\b(?:long|short)er (?:\w+ ){{0,2}}?{_SPELL_EN}|\blengthen\w* of (?:the )?{_SPELL_EN}|{_SPELL_EN}\b[^.;?!]{{0,40}}?\b(?:lengthen|shorten)\w*\b|"
    rf"{_SPELL_FR}\b[^.;?!]{{0,40}}?\b(?:(?:plus|moins) (?:longue?s?|courte?s?|longtemps)|(?:s'|se |s'est |se sont )(?:allong|rallong|raccourci)\w*)|\b(?:r?allongement|raccourcissement) des {_SPELL_FR}"
)
_COUNTED = "_frequency"
_LASTING = {
    name: name.replace(_COUNTED, "_max_length")
    for name in ("heat_wave_frequency", "cold_spell_frequency", "dry_spell_frequency")
}


def lasting(quantities: Sequence[Quantity], folded: str) -> tuple[Quantity, ...]:
    """The length of a spell in the place of their number, where it is asked how long one lasts."""
    if not any(q.indicator in _LASTING for q in quantities) or not _LASTS.search(folded):
        return tuple(quantities)
    return tuple(_length(q) for q in quantities)


def _length(counted: Quantity) -> Quantity:
    entry = by_indicator(_LASTING.get(counted.indicator or "", ""))
    return counted if entry is None else replace(as_quantity(entry, counted.name), span=counted.span)
