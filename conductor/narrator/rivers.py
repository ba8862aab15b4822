"""The fields of sentences about rivers: gauge, flood, stage, rain and skill, each bound to a value of the finding."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conductor.answer import Finding
from conductor.narrator import names
from conductor.narrator.numbers import decimals_of, number

RIVER_ROLES = frozenset({"discharge", "flood_change", "flood_extent", "flood_level", "flood_wave", "hydrograph"})
_FLOW = "m3 s-1"
_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "river": "the {} at {}", "heavy": ", if very wet days bring {} % more rain a kelvin of global warming",
        "unchanged": ", if rain stays as it was", "models": ", with the change of rain that the models give",
        "adjusted": ", with the models' own days, their bias adjusted on the record",
        "analogue": " of another river, of {}, near {}° N, {}° E", "highest": ", {} at its highest",
    },
    "fr": {
        "river": "{} à {}", "heavy": ", si les jours très humides donnent {} % de pluie de plus par kelvin de réchauffement planétaire",
        "unchanged": ", si la pluie reste la même", "models": ", avec le changement de pluie que donnent les modèles",
        "adjusted": ", avec les jours propres aux modèles, dont le biais est corrigé d’après les mesures",
        "analogue": " d’un autre cours d’eau, qui draine {}, près de {}° N, {}° E", "highest": ", {} au plus haut",
    },
}  # fmt: skip
_NEAR_KM = 5.0  # to the basin's middle, within which a reach is its own


def river_fields(finding: Finding, language: str) -> dict[str, str]:
    """What the templates of `RIVER_ROLES` use beside the fields of all findings."""
    details, conditions, words = finding.details, finding.conditions, _WORDS[language]
    fields = {
        "river": words["river"].format(conditions.get("river"), conditions.get("gauge")),
        "years": f"{float(conditions.get('return_period') or 0):g}",
        "rain": _rain(conditions, words),
        "length": _amount(details.get("length_km"), "km", language, decimals=0),
        "analogue": _analogue(details, words, language),
    }
    for name in ("before", "after", "discharge"):
        fields[name] = _amount(details.get(name), _FLOW, language)
    for name, key in (("stage", "stage"), ("over", "over_banks")):
        fields[name] = _amount(details.get(key), "m", language, decimals=1)
    highest = _amount(details.get("highest"), _FLOW, language)
    fields["highest"] = words["highest"].format(highest) if highest else ""
    return fields | _skill(details, language)


def _amount(value: Any, units: str, language: str, *, decimals: int | None = None) -> str:
    if not isinstance(value, int | float):
        return ""
    places = decimals_of(units, float(value)) if decimals is None else decimals
    return f"{number(float(value), places, language)} {names.units(units, language)}"


def _rain(conditions: Mapping[str, Any], words: Mapping[str, str]) -> str:
    kind = conditions.get("rain")
    return words[str(kind)].format(f"{float(conditions.get('heavy_rain') or 0):g}") if kind else ""


def _analogue(details: Mapping[str, Any], words: Mapping[str, str], language: str) -> str:
    """That the reach is another river's, and where."""
    if float(details.get("distance_km") or 0) <= _NEAR_KM:
        return ""
    longitude, latitude = details["reach"]
    area = _amount(details["reach_km2"], "km2", language, decimals=0)
    return words["analogue"].format(area, number(latitude, 2, language), number(longitude, 2, language))


def _skill(details: Mapping[str, Any], language: str) -> dict[str, str]:
    judged, fitted = details.get("validation"), details.get("calibration")
    if not isinstance(judged, Mapping) or not isinstance(fitted, Mapping):
        return dict.fromkeys(("simulator", "nse", "kge", "lognse", "nse_calibrated", "validated", "calibrated"), "…")
    scores = {"nse": judged["NSE"], "kge": judged["KGE"], "lognse": judged["logNSE"], "nse_calibrated": fitted["NSE"]}
    simulator = str(details.get("model", ""))
    if language == "fr":
        simulator = simulator.replace(" with ", " avec ")
    return (
        {"simulator": simulator}
        | {name: number(float(score), 2, language) for name, score in scores.items()}
        | {
            "validated": names.period(judged, language),
            "calibrated": names.period(fitted, language),
        }
    )
