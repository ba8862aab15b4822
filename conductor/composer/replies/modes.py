"""What a mission lacks: a mode, a polarisation, a time of day, radar of an optical one, colours of a radar."""

from __future__ import annotations

import re

from conductor.answer import Declined
from conductor.composer.reading import Reading
from conductor.composer.replies.refusals import refuse
from conductor.composer.text.language import Language
from connectors.vocabulary.collections import CollectionEntry, collection

# four polarisations at once, which Sentinel-1 never sends
_FULL = re.compile(
    r"\b(?:quad|full|fully)[- ]?(?:pol\b|polari[sz]\w*|polarimetr\w*)|\bpolari[sz]ation (?:complete|quadruple)|\bquadruple polari[sz]ation|\bpolarimetrie (?:complete|totale)|\b(?:entierement|pleinement) polarimetrique|\bquad-?pol\w*"
)
_OPTICAL_ONLY = re.compile(
    r"\b(?:optical (?:bands?|images?|imagery)|(?:true|natural|false)[- ]colou?rs?|rgb|bandes? optiques?|images? optiques?|(?:vraies|fausses) couleurs|couleurs naturelles|near[- ]infrared|proche infrarouge|nir band)\b"
)
_SAR_ONLY = re.compile(r"\b(?:vv|vh|hh|hv|polari[sz]ation\w*|backscatter|interferogram\w*|insar|sar|radar)\b")


def _radar_of_an_optical(r: Reading, entry: CollectionEntry, language: Language) -> Declined | None:
    radar = _SAR_ONLY.search(r.utterance.folded)
    if (
        radar
        and entry.sensor == "optical"
        and not re.search(r"\b(?:and|et|ou|or|versus|vs|compar\w*)\b", r.utterance.folded)
    ):
        return refuse(
            "no_such_data", "mode", language, said=entry.name(language), years=radar[0], nearest=("sentinel-1-grd",)
        )
    return None


def _optical_of_a_radar(r: Reading, entry: CollectionEntry, language: Language) -> Declined | None:
    colours = _OPTICAL_ONLY.search(r.utterance.folded)
    index = next((q.spectral_index for q in r.quantities if q.spectral_index), None)
    if entry.sensor != "radar" or not (colours or index):
        return None
    return refuse(
        "no_such_data", "mode", language, said=entry.name(language), years=index or (colours[0] if colours else ""),
        nearest=("sentinel-2-l2a", "landsat-c2-l2"),
    )  # fmt: skip


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
    return _radar_of_an_optical(r, entry, language) or _optical_of_a_radar(r, entry, language)
