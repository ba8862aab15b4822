"""What a question is about: imagery or climate, the past or the future."""

from __future__ import annotations

import re

from conductor.composer.reading import Reading
from connectors.vocabulary.collections import collection
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.scenarios import experiment

WEATHER = r"\b(?:weather|meteo)\b|^\W*(?:le )?temps (?:a|au|aux|en|sur|dans)\b"  # of a day, said outright
GRIDDED_SENSORS = frozenset({"reanalysis", "observations", "gravimetry", "downscaled"})
# Phenomena that models and stations show too.
CLIMATE_PHENOMENA = frozenset(
    {
        "drought",
        "heatwave",
        "coldwave",
        "storm",
        "tropical_cyclone",
        "snow",
        "sea_ice",
        "ice_sheet",
        "glacier",
        "permafrost",
        "fog",
        "cloud",
        "dust",
        "flood",
    }
)


def imagery(r: Reading) -> bool:
    """Scenes are the matter: a mission, a spectral index, scene words, or a phenomenon that only imagery shows."""
    sensors = {entry.sensor for name in r.collections if (entry := collection(name))}
    if sensors:
        return bool(sensors - GRIDDED_SENSORS)
    if any(q.spectral_index for q in r.quantities) or (r.cues.scenes and not r.facets):
        return True
    if r.facets or r.quantities:
        return False
    return bool(r.phenomena)


def gridded(r: Reading) -> bool:
    """Only reanalyses, stations or gravity are named, which show no scene."""
    sensors = {entry.sensor for name in r.collections if (entry := collection(name))}
    return bool(sensors) and sensors <= GRIDDED_SENSORS


# Elevation models and what is derived of the relief that they show.
ELEVATION = frozenset({"cop-dem-glo-30", "cop-dem-glo-90", "srtm", "3dep", "alos-dem"})
_RELIEF = Pattern(
    r"\b(?:slopes?|pentes?|aspects?|hillshad\w*|ombrages?|relief|(?<!donnees d')(?<!modele d')(?<!modeles d')(?<!numerique d')(?<!numeriques d')(?:altitudes?|elevation(?! models?| data))|denivele\w*|heights?(?! models?| data)|(?<!modele de )(?<!modeles de )(?<!numerique de )(?<!numeriques de )hauteurs?|contour lines?|courbes de niveau|roughness|rugosite|ruggedness|"
    r"curvature|courbure|watersheds? from|hills?|collines?|how (?:high|steep|tall)|summits?|sommets?|peaks?|twi|flow (?:direction|accumulation)|viewshed|profil(?:e|s)? (?:topo\w*|altim\w*|en long)|steep\w*|steil|raide\w*|low-?lying)\b|"
    r"\b(?:above|below|under|over|higher than|lower than|au-dessus d[e'u]|en dessous d[e'u]|sous|inferieure?s? a|superieure?s? a) ?\d[\d ,.]{0,6} ?m(?:et(?:er|re)s?)?\b"
)


_ELEVATION_MODEL = Pattern(
    r"\b(?:arcticdem|fabdem|rema|merit|gebco|etopo\d*|gmted\w*|dems?|dsms?|dtms?|mnts?|mns|mne|lidar|laser scan\w*|point clouds?|nuages? de points|(?:digital )?(?:elevation|terrain|surface|height) (?:models?|data)|"
    r"modeles? (?:numeriques? )?(?:de terrain|d'elevation|d'altitude|de surface|de hauteur)|donnees (?:d'altitude|d'elevation|altimetriques|lidar))\b"
)


_LASERS = frozenset({"gedi", "icesat-2"})


def elevation_data(r: Reading) -> bool:
    """An elevation model or a laser scan, by name or by kind."""
    if r.facets or not set(r.collections) <= ELEVATION:
        return False
    return bool(r.collections) or bool(_ELEVATION_MODEL.search(r.utterance.folded))


def of_terrain(r: Reading) -> bool:
    """Slopes, heights or shading of the ground, from an elevation model."""
    measured = elevation_data(r) or (bool(r.collections) and set(r.collections) <= _LASERS)
    return measured and bool(_RELIEF.search(r.utterance.folded))


GROUND_MOTION = Pattern(
    r"\b(?:subsid\w*|sinkholes?|dolines?|fontis|affaiss\w*|sinking|s'enfonce\w*|soulevement|uplift\w*|(?:ground|land|surface|crustal|terrain) (?:deformation|displacement|motion|movement)s?|"
    r"(?:deformation|deplacement|mouvement)s? (?:du sol|du terrain|de la surface|de surface|crustale?s?))\b"
)
_RADAR = frozenset({"sentinel-1-slc", "sentinel-1-grd", "sentinel-1-rtc", "alos-palsar", "radarsat", "rcm"})


def moving_ground(r: Reading) -> bool:
    """Ground that sinks, rises or shifts, as radar interferometry measures it."""
    seen = set(r.collections) <= _RADAR and (r.collections or re.search(r"\bd?insar\b|\binterfero", r.utterance.folded))
    return bool(seen) and not r.facets and bool(GROUND_MOTION.search(r.utterance.folded))


def future(r: Reading) -> bool:
    """Asked of the future: a scenario, a warming level, years to come, or words of the future without years."""
    scenario = any(_is_scenario(name) for name in r.experiments)
    if scenario or any(p.warming_level for p in r.periods):
        return True
    dated = [p for p in r.targets if p.start or p.end]
    if dated:
        return any(
            (p.end or "9999") > r.now.isoformat()
            and ((p.start or "0000") >= r.now.isoformat()[:4] or _far(p.end, r.now.year))
            for p in dated
        )
    return r.cues.future and not r.collections


def _far(end: str | None, year: int) -> bool:
    """A period that reaches many years ahead, wherever it begins: 1850–2100."""
    return end is not None and int(end[:4]) >= year + 10


def _is_scenario(name: str) -> bool:
    entry = experiment(name)
    return bool(entry and (entry.end or 0) > 2015 and (entry.start or 0) >= 2000)
