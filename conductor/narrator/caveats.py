"""Words for the codes of caveats, in English and French; their numbers come from the caveat's own parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from conductor.narrator import names
from conductor.narrator.numbers import decimals_of, number
from connectors.items import Caveat

_WORDS: Mapping[str, tuple[str, str]] = {
    "legacy_service": (
        "{source} speaks the ESGF Compute API, a legacy that is no longer maintained",
        "{source} parle l’API de calcul de l’ESGF, ancienne et plus entretenue"),
    "corrected": (
        "facts that contradicted the identifiers of {n} of the records found were put right from these: {facts}",
        "des indications qui contredisaient les identifiants de {n} des notices trouvées ont été corrigées d’après eux : {facts}"),
    "recovered_job": (
        "the answer of {source} was lost; the job {job} there is taken for the one that was asked for",
        "la réponse de {source} s’est perdue ; sa tâche {job} est prise pour celle qui était demandée"),
    "repeated_job": (
        "the answer of {source} was lost, so the process was asked for again and may have run twice there",
        "la réponse de {source} s’est perdue ; le calcul a été redemandé et a pu y tourner deux fois"),
    "top_of_atmosphere": (
        "reflectance at the top of the atmosphere, which haze and cloud change: the index of the ground may differ",
        "réflectance au sommet de l’atmosphère, que brume et nuages modifient : l’indice au sol peut différer"),
    "cut_here": (
        "files that lie on this machine were cut here before they were sent to {server}",
        "les fichiers de cette machine ont été découpés ici avant d’être envoyés à {server}"),
    "kept_here": (
        "{server} was named, but everything is computed here: processes are set to run on this machine alone",
        "{server} était demandé, mais tout est calculé ici : les calculs sont réglés pour rester sur cette machine"),
    "ran_at": (
        "computed at {server} ({source}): {processes}; what comes back was checked and put together here",
        "calculé chez {server} ({source}) : {processes} ; ce qui en revient a été vérifié et assemblé ici"),
    "ran_here": (
        "{servers} gave nothing that answers this, so it was computed here instead",
        "{servers} n’a rien donné qui réponde, le calcul a donc été fait ici"),
    "server_away": (
        "{server} could not be asked ({reason}); computed here instead",
        "{server} n’a pas pu être interrogé ({reason}) ; calculé ici à la place"),
    "server_differs": (
        "{process} of {server} is not the same as the step here ({reason}); computed here instead",
        "{process} de {server} n’est pas l’étape faite ici ({reason}) ; calculé ici à la place"),
    "server_lacks": (
        "{server} offers no process of this answer; computed here instead",
        "{server} n’offre aucun calcul de cette réponse ; calculé ici à la place"),
    "server_unknown": (
        "no process server {server} is registered and enabled; computed here instead (`conductor sources add` registers one)",
        "aucun serveur de calcul {server} n’est enregistré et activé ; calculé ici à la place (`conductor sources add` en "
        "enregistre un)"),
    "unread_metalink": (
        "the list of result files could not be read ({reason})",
        "la liste des fichiers de résultats n’a pas pu être lue ({reason})"),
    "analogue_reach": (
        "the terrain on hand does not hold the basin; stage and extent are those of a reach {distance_km} km away at {lat}° N, "
        "{lon}° E, which drains {reach_km2} km² against {basin_km2} km²",
        "le relief disponible ne contient pas le bassin ; hauteur et étendue sont celles d’un tronçon à {distance_km} km, à "
        "{lat}° N, {lon}° E, qui draine {reach_km2} km² contre {basin_km2} km²"),
    "anomaly_record": (
        "observational records are anomalies set on a common level; their changes are measured, their level is not",
        "les séries observées sont des anomalies ramenées à un niveau commun ; leurs variations sont mesurées, pas leur niveau"),
    "approximate_place": (
        "{place} is taken as a box, not by its true outline",
        "{place} est pris comme une boîte et non selon son contour"),
    "asked_in_english": (
        "the catalogues, most of which speak English, were asked for “{words}” too",
        "les catalogues, qui parlent surtout anglais, ont aussi été interrogés sur « {words} »"),
    "assumed_channel": (
        "the channel is not measured: it is taken {width} m wide, as rivers of its bankfull discharge are, and full at the two-year flood",
        "le chenal n’est pas mesuré : il est pris large de {width} m, comme les rivières de même débit de plein bord, et plein à la crue de deux ans"),
    "assumed_heavy_rain": (
        "no archive at hand gives the change of rain here: days above the 95th percentile of wet days are raised by {per_kelvin} "
        "% a kelvin of global warming, the others are left: an assumption (AR6 WGI tells about 7 % of the world's extreme days, SPM "
        "B.2.4, and less or more by region, chapter 11), on which it hangs whether floods grow or shrink",
        "aucune archive disponible ne donne le changement de pluie ici : les jours au-delà du 95e centile des jours humides sont "
        "accrus de {per_kelvin} % par kelvin de réchauffement planétaire, les autres inchangés : hypothèse (AR6 GT I donne environ 7 % "
        "pour les jours extrêmes du monde, RID B.2.4, et moins ou plus selon la région, chapitre 11) dont dépend que les crues "
        "augmentent ou diminuent"),
    "autocorrelation": (
        "the significance of the trend allows for year-to-year autocorrelation",
        "la significativité de la tendance tient compte de l’autocorrélation d’une année à l’autre"),
    "bias_adjusted": (
        "the bias of the simulations was adjusted ({method}) against {reference}",
        "le biais des simulations a été corrigé ({method}) d’après {reference}"),
    "borrowed_temperature": (
        "the change of temperature here is that of {models}, taken for {n} other models too",
        "le changement de température ici est celui de {models}, pris aussi pour {n} autres modèles"),
    "beyond_records": (
        "{variable} runs from {low} to {high} {units}; as means of {days} days more than {usual_high} was never measured on Earth",
        "{variable} va de {low} à {high} {units} ; en moyenne sur {days} jours, plus de {usual_high} n’a jamais été mesuré sur Terre"),
    "calibrated_on": (
        "calibrated on {calibration}, judged on {validation}; its parameters are taken to hold in another climate too",
        "calé sur {calibration}, jugé sur {validation} ; ses paramètres sont supposés valoir aussi sous un autre climat"),
    "changing_ensemble": (
        "the number of models changes along the series, from {fewest} to {most}",
        "le nombre de modèles varie le long de la série, de {fewest} à {most}"),
    "checksum_conflict": (
        "catalogues disagree on the checksum of {item}", "les catalogues se contredisent sur la somme de contrôle de {item}"),
    "clouds_left_out": (
        "cloud, shadow, snow or missing pixels, left out: {fraction} of the image",
        "nuages, ombres, neige ou pixels manquants, écartés : {fraction} de l’image"),
    "coarse_grid": (
        "the grid is coarse for this place: cells of about {cell_km} km against {place_km} km, {cells} of them used",
        "la grille est grossière pour ce lieu : mailles d’environ {cell_km} km contre {place_km} km, {cells} utilisées"),
    "days_dropped": (
        "days that the calendar {calendar} lacks, left out: {n}", "jours qui manquent au calendrier {calendar}, écartés : {n}"),
    "coarse_terrain": (
        "cells of the terrain are {metres} m wide and flood wholly or not at all: extents are indicative and hide small changes",
        "les mailles du relief ont {metres} m et sont inondées entièrement ou pas du tout : les étendues sont indicatives et masquent les petits changements"),
    "daily_means": (
        "discharges are daily means; peaks within the day are higher", "les débits sont des moyennes journalières ; les pointes "
        "dans la journée sont plus fortes"),
    "delta_change": (
        "the days are those observed, shifted: their sequence and the number of wet days do not change",
        "les jours sont ceux observés, modifiés : leur succession et le nombre de jours humides ne changent pas"),
    "delta_instead": (
        "days of the models with their bias adjusted were asked for: where they are not shown, no archive at hand holds daily "
        "temperature and rain of the basin, and changes are put on the observed days",
        "des jours simulés au biais corrigé ont été demandés : s’ils ne sont pas montrés, aucune archive disponible ne contient de "
        "température et de pluie quotidiennes du bassin, et les changements sont appliqués aux jours observés"),
    "dependent_versions": (
        "the {series} series are of {families} independent families; versions of one family count once",
        "les {series} séries relèvent de {families} familles indépendantes ; les versions d’une même famille comptent une fois"),
    "detector_limits": ("{model} can take {confuses} for what it looks for", "{model} peut prendre {confuses} pour ce qu’il cherche"),
    "detector_resolution": (
        "detected at {metres} m, coarser than the scene's {native_metres} m",
        "détecté à {metres} m, plus grossier que les {native_metres} m de la scène"),
    "different_seasons": (
        "the two dates lie in different seasons: part of the change is that of the year's course",
        "les deux dates sont dans des saisons différentes : une part du changement est celle du cycle annuel"),
    "dropped_members": (
        "runs left out for not covering the period ({n}): {members}",
        "simulations écartées, car elles ne couvrent pas la période ({n}) : {members}"),
    "dry_detector": ("the detector is known to fail on dry scenes", "le détecteur se trompe sur les scènes sèches"),
    "duplicate_members": ("runs that came twice, counted once: {n}", "simulations venues en double, comptées une fois : {n}"),
    "errata": (
        "an error of {severity} severity is known of these data: {title} ({url})",
        "une erreur de gravité {severity} est connue de ces données : {title} ({url})"),
    "extrapolated": (
        "a return period of {return_period} years goes beyond the {years} years of the record",
        "une période de retour de {return_period} ans dépasse les {years} années de la série"),
    "failed_members": (
        "files that could not be read, left out: {n} of {of}", "fichiers illisibles, écartés : {n} sur {of}"),
    "extrapolated_flood": (
        "a flood of {return_period} years is extrapolated far beyond {years} years of record",
        "une crue de {return_period} ans est extrapolée bien au-delà de {years} années de mesures"),
    "few_models": ("few models or records: {models}", "peu de modèles ou de séries : {models}"),
    "global_temperature": (
        "the warming of the whole world stands for that of the basin", "le réchauffement du monde entier tient lieu de celui du bassin"),
    "implausible_values": (
        "values that physics excludes, left out: {n} ({members})",
        "valeurs physiquement exclues, écartées : {n} ({members})"),
    "incomplete_members": (
        "members without all of {values} together, listed apart ({n}): {models}",
        "membres sans tout l’ensemble {values}, listés à part ({n}) : {models}"),
    "incomplete_sets": (
        "models without all of {values} together, listed apart ({n}): {models}",
        "modèles sans tout l’ensemble {values}, listés à part ({n}) : {models}"),
    "incomplete_years": ("incomplete years, left out ({n}): {years}", "années incomplètes, écartées ({n}) : {years}"),
    "majority_class": (
        "a pixel, {cell_km} km wide, counts wholly for the class that covers most of it",
        "un pixel, large de {cell_km} km, compte entièrement pour sa classe dominante"),
    "meteorological_year": (
        "the years of these data begin in month {begins_in_month}",
        "les années de ces données commencent au mois {begins_in_month}"),
    "mostly_missing": (
        "most values of {variable} are missing: {fraction} of them", "la plupart des valeurs de {variable} manquent : {fraction}"),
    "mosaic_class": ("{name}, {share} % of the area, are not counted", "les {name_fr}, {share} % de la surface, ne sont pas comptées"),
    "nearest_cell": (
        "the value is that of the nearest grid cell, {distance_km} km away, about {cell_km} km wide",
        "la valeur est celle de la maille la plus proche, à {distance_km} km, large d’environ {cell_km} km"),
    "no_units": (
        "{variable} came without units; {expected} would be usual, and its range was not checked",
        "{variable} est venu sans unités ; {expected} serait habituel, et son étendue n’a pas été vérifiée"),
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
    "pattern_scaled": (
        "the change of temperature here is that of {models}, scaled for {n} other models by their global warming",
        "le changement de température ici est celui de {models}, mis à l’échelle pour {n} autres modèles selon leur réchauffement planétaire"),
    "partial_time": (
        "the result covers {first} to {last} only, {fraction} of the period asked",
        "le résultat ne couvre que {first} à {last}, {fraction} de la période demandée"),
    "period_truncated": ("the data of {used} are used, not the whole period asked", "les données de {used} sont utilisées, pas toute la période demandée"),
    "poor_skill": (
        "the hydrological model follows the measured discharge poorly (NSE {nse}, where {least} is satisfactory)",
        "le modèle hydrologique suit mal le débit mesuré (NSE {nse}, alors que {least} est satisfaisant)"),
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
    "short_record": (
        "floods are told from {years} whole hydrological years only", "les crues sont estimées sur {years} années hydrologiques complètes seulement"),
    "sets_unread": (
        "these sources hold more than was read, so that a model may be called incomplete wrongly: {sources}",
        "ces sources contiennent plus que ce qui a été lu ; un modèle peut donc être dit incomplet à tort : {sources}"),
    "single_hydrological_model": (
        "a single hydrological model, {model}: others would give other floods", "un seul modèle hydrologique, {model} : d’autres donneraient d’autres crues"),
    "single_model": (
        "a single model or record: the spread between several is not known",
        "un seul modèle ou une seule série : la dispersion entre plusieurs est inconnue"),
    "sorted_here": (
        "these sources gave a part of what they hold in an order of their own; what would come first may lie in the rest: {sources}",
        "ces sources ont donné une partie de leur contenu dans leur propre ordre ; le reste peut en contenir les premiers : {sources}"),
    "threshold_limits": ("a fixed threshold decides; it can fail on other scenes", "un seuil fixe décide ; il peut se tromper sur d’autres scènes"),
    "unchanged_rain": (
        "rain is left as it was: only warming, with its evaporation and lost snow, is told",
        "la pluie est laissée telle quelle : seul le réchauffement, avec son évaporation et la neige perdue, est montré"),
    "unlike_climate": (
        "{variable} runs from {low} to {high} {units}, where the climate between the latitudes {south} and {north} allows "
        "{usual_low} to {usual_high}",
        "{variable} va de {low} à {high} {units}, alors que le climat entre les latitudes {south} et {north} permet "
        "{usual_low} à {usual_high}"),
    "unpaired_models": ("models that only one side has, left out ({n}): {models}", "modèles présents d’un seul côté, écartés ({n}) : {models}"),
    "unusual_values": (
        "{variable} runs from {low} to {high} {units}, beyond what was ever measured on Earth",
        "{variable} va de {low} à {high} {units}, au-delà de tout ce qui a été mesuré sur Terre"),
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
    "GR4J with CemaNeige": "GR4J avec CemaNeige",
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
