"""Words for the codes of caveats, in English and French; their numbers come from the caveat's own parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from conductor.narrator import names
from conductor.narrator.numbers import decimals_of, number
from connectors.items import Caveat

_WORDS: Mapping[str, tuple[str, str]] = {
    "anomaly_record": (
        "observational records are anomalies set on a common level; their changes are measured, their level is not",
        "les séries observées sont des anomalies ramenées à un niveau commun ; leurs variations sont mesurées, pas leur niveau"),
    "approximate_place": (
        "{place} is taken as a box, not by its true outline",
        "{place} est pris comme une boîte et non selon son contour"),
    "autocorrelation": (
        "the significance of the trend allows for year-to-year autocorrelation",
        "la significativité de la tendance tient compte de l’autocorrélation d’une année à l’autre"),
    "changing_ensemble": (
        "the number of models changes along the series, from {fewest} to {most}",
        "le nombre de modèles varie le long de la série, de {fewest} à {most}"),
    "checksum_conflict": (
        "catalogues disagree on the checksum of {item}", "les catalogues se contredisent sur la somme de contrôle de {item}"),
    "coarse_grid": (
        "the grid is coarse for this place: cells of about {cell_km} km against {place_km} km, {cells} of them used",
        "la grille est grossière pour ce lieu : mailles d’environ {cell_km} km contre {place_km} km, {cells} utilisées"),
    "dependent_versions": (
        "the {series} series are of {families} independent families; versions of one family count once",
        "les {series} séries relèvent de {families} familles indépendantes ; les versions d’une même famille comptent une fois"),
    "detector_limits": ("{model} can take {confuses} for what it looks for", "{model} peut prendre {confuses} pour ce qu’il cherche"),
    "detector_resolution": (
        "detected at {metres} m, coarser than the scene's {native_metres} m",
        "détecté à {metres} m, plus grossier que les {native_metres} m de la scène"),
    "dropped_members": (
        "runs left out for not covering the period ({n}): {members}",
        "simulations écartées, car elles ne couvrent pas la période ({n}) : {members}"),
    "dry_detector": ("the detector is known to fail on dry scenes", "le détecteur se trompe sur les scènes sèches"),
    "duplicate_members": ("runs that came twice, counted once: {n}", "simulations venues en double, comptées une fois : {n}"),
    "errata": (
        "an error of {severity} severity is known of these data: {title} ({url})",
        "une erreur de gravité {severity} est connue de ces données : {title} ({url})"),
    "few_models": ("few models or records: {models}", "peu de modèles ou de séries : {models}"),
    "implausible_values": (
        "values that physics excludes, left out: {n} ({members})",
        "valeurs physiquement exclues, écartées : {n} ({members})"),
    "incomplete_years": ("incomplete years, left out ({n}): {years}", "années incomplètes, écartées ({n}) : {years}"),
    "majority_class": (
        "a pixel, {cell_km} km wide, counts wholly for the class that covers most of it",
        "un pixel, large de {cell_km} km, compte entièrement pour sa classe dominante"),
    "meteorological_year": (
        "the years of these data begin in month {begins_in_month}",
        "les années de ces données commencent au mois {begins_in_month}"),
    "mosaic_class": ("{name}, {share} % of the area, are not counted", "les {name_fr}, {share} % de la surface, ne sont pas comptées"),
    "nearest_cell": (
        "the value is that of the nearest grid cell, {distance_km} km away, about {cell_km} km wide",
        "la valeur est celle de la maille la plus proche, à {distance_km} km, large d’environ {cell_km} km"),
    "not_all_cross": ("{crossed} of {models} models pass it by {end}", "{crossed} modèles sur {models} le dépassent d’ici {end}"),
    "not_all_sources": ("these sources did not answer: {missing}", "ces sources n’ont pas répondu : {missing}"),
    "not_loaded": ("some files could not be fetched: {items}", "certains fichiers n’ont pas pu être obtenus : {items}"),
    "one_per_model": (
        "one run a model: {used} of the {runs} runs found, models: {models}",
        "une simulation par modèle : {used} des {runs} trouvées, modèles : {models}"),
    "other_level": (
        "nothing was found at the level asked ({asked}); what is listed is {given}",
        "rien n’existe au niveau demandé ({asked}) ; ce qui est listé est {given}"),
    "partial_coverage": ("the data cover {fraction} of the place", "les données couvrent {fraction} du lieu"),
    "period_truncated": ("the data of {used} are used, not the whole period asked", "les données de {used} sont utilisées, pas toute la période demandée"),
    "pressure_level": ("the level is {pressure_pa} Pa", "le niveau est {pressure_pa} Pa"),
    "related_place": (
        "what is meant around {place} is taken as the box {bbox}", "ce qui est désigné autour de {place} est pris comme la boîte {bbox}"),
    "regridded": ("{grids} grids were brought onto the coarsest, cells of about {cell_km} km",
                  "{grids} grilles ramenées à la plus grossière, mailles d’environ {cell_km} km"),
    "replica_failed": ("the copy at {node} failed; another was read", "la copie de {node} a échoué ; une autre a été lue"),
    "retracted": ("some of these data were retracted by their authors: {items}", "certaines de ces données ont été retirées par leurs auteurs : {items}"),
    "running_year": ("the running year {year} is left out", "l’année en cours {year} est écartée"),
    "runs_without_period": (
        "runs that do not reach the period, left out: {runs}", "simulations qui n’atteignent pas la période, écartées : {runs}"),
    "scene_extract": (
        "the scene is an extract of {width_km} km by {height_km} km, not the whole tile",
        "la scène est un extrait de {width_km} km sur {height_km} km, pas la tuile entière"),
    "single_model": (
        "a single model or record: the spread between several is not known",
        "un seul modèle ou une seule série : la dispersion entre plusieurs est inconnue"),
    "threshold_limits": ("a fixed threshold decides; it can fail on other scenes", "un seuil fixe décide ; il peut se tromper sur d’autres scènes"),
    "unpaired_models": ("models that only one side has, left out ({n}): {models}", "modèles présents d’un seul côté, écartés ({n}) : {models}"),
    "unit_converted": ("converted from {given} to {wanted}", "converti de {given} en {wanted}"),
}  # fmt: skip
_FRENCH = {
    "critical": "critique",
    "high": "haute",
    "medium": "moyenne",
    "low": "faible",
    "snow": "neige",
    "ice": "glace",
    "bright roofs": "toits clairs",
}
_MOST = 6  # names listed before "…"


def words(caveat: Caveat, language: str) -> str:
    """The caveat in a sentence; a code without words, or one whose numbers are missing, is written out plainly."""
    texts = {k: _text(v, language, share=k == "fraction") for k, v in caveat.parameters.items()}
    texts.setdefault("used", texts.get("covered", ""))
    pair = _WORDS.get(caveat.code)
    if pair is not None:
        try:
            return pair[language == "fr"].format(**texts)
        except KeyError:
            pass
    name, given = caveat.code.replace("_", " "), sorted((k.replace("_", " "), texts[k]) for k in caveat.parameters)
    return f"{name}: " + ", ".join(f"{k} {v}" for k, v in given) if given else name


def _text(value: Any, language: str, *, share: bool = False) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        value = value * 100 if share else value
        decimals = 0 if isinstance(value, int) or share else min(1, decimals_of("", float(value)))
        return (
            number(float(value), decimals, language) + (" %" if share else "")
            if abs(value) >= 3000 or share
            else _plain(value, decimals, language)
        )
    if isinstance(value, Mapping):
        value = list(value)
    if (
        isinstance(value, list | tuple)
        and len(value) == 2
        and all(re.fullmatch(r"\d{4}-\d\d-\d\d", str(v)) for v in value)
    ):
        return names.period({"start": value[0], "end": value[1]}, language)
    if isinstance(value, list | tuple):
        shown = [_text(v, language) for v in value[:_MOST]]
        return ", ".join(shown) + (" …" if len(value) > _MOST else "")
    text = str(value).replace("_", " ") if str(value).islower() else str(value)
    return _FRENCH.get(text, text) if language == "fr" else text


def _plain(value: float, decimals: int, language: str) -> str:
    """Years and counts are written without separators."""
    text = f"{value:.{decimals}f}"
    return text.replace(".", ",") if language == "fr" else text
