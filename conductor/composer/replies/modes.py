"""What a mission lacks: a mode, a polarisation, a time of day."""

from __future__ import annotations

from conductor.answer import Declined
from conductor.composer.reading import Reading
from conductor.composer.replies.refusals import refuse
from conductor.composer.text.language import Language
from connectors.vocabulary.collections import CollectionEntry, collection
from connectors.vocabulary.patterns import Pattern

# four polarisations at once, which Sentinel-1 never sends
_FULL = Pattern(
    r"\b(?:quad|full|fully)[- ]?(?:pol\b|polari[sz]\w*|polarimetr\w*)|\bpolari[sz]ation (?:complete|quadruple)|\bquadruple polari[sz]ation|\bpolarimetrie (?:complete|totale)|\b(?:entierement|pleinement) polarimetrique|\bquad-?pol\w*"
)


def _full_polarimetry(r: Reading, entry: CollectionEntry, language: Language) -> Declined | None:
    if entry.mission == "sentinel-1" and _FULL.search(r.utterance.folded):
        return refuse(
            "no_such_data", "mode", language, said=entry.name(language), years="VV+VH+HH+HV",
            nearest=("VV+VH", "HH+HV", "radarsat", "alos-palsar"),
        )  # fmt: skip
    return None


def lacking_mode(r: Reading, language: Language) -> Declined | None:
    entries = [entry for name in r.collections if (entry := collection(name))]
    if len(entries) != 1:
        return None
    entry = entries[0]
    wanted = [*r.filters.get("polarizations", ()), *r.filters.get("instrument_mode", ())]
    times = r.filters.get("daytime", ())
    if times and entry.daytime and not set(times) & set(entry.daytime):
        return refuse(
            "no_such_data",
            "mode",
            language,
            said=entry.name(language),
            years=", ".join(times),
            nearest=tuple(entry.daytime),
        )
    offered = {m.upper() for m in (*entry.modes, *entry.polarizations)}
    if full := _full_polarimetry(r, entry, language):
        return full
    missing = [mode for mode in wanted if offered and mode.upper() not in offered]
    if missing:
        return refuse(
            "no_such_data",
            "mode",
            language,
            said=entry.name(language),
            years=", ".join(missing),
            nearest=(*entry.polarizations, *entry.modes)[:4],
        )
    return None
