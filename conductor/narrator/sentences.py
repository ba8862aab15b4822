"""Templates of sentences by role, in English and French; no template holds a digit, every field is bound by `fields.py`."""

from __future__ import annotations

from collections.abc import Mapping

Templates = Mapping[str, str]

ENGLISH: Templates = {
    "capabilities": (
        "Ask in plain words to {actions}: for instance {examples_asked}. The answers come from {sources} "
        "(`conductor sources list`)."
    ),
    "change": "{under}{quantity} {where} is {amount} {higher} {when} than in {reference}{range}{season}.",
    "climatology": "{under}the mean course of the year of {quantity} {where} {when} runs from {lowest} to {highest}.",
    "cloud": "{amount} of scene {item} of {date} is cloud, by the detector {model}{range}.",
    "contrast": "{quantity}{of_place} is {amount} {higher} {side} than {other_side}{at_time}{range}{season}.",
    "crossing": "{under}{quantity} {where} passes {level} above {reference} in {year}{range}{share}.",
    "datasets": "{counted} {what}{examples}.",
    "definition": "{id} is {kind}: {name}{details}. Source: {source}.",
    "discharge": "By {model}, {river} carries {amount} on average {when}{highest}.",
    "flood_change": "{under}the {years}-year flood of {river} is {amount} {higher} {when} than in {reference}{range}: {after} instead of {before}{rain}.",
    "flood_extent": (
        "{under}the {years}-year flood of {river} {when} ({discharge}) stands {stage} above the bed, {over} above the banks, and "
        "covers {amount} along {length}{analogue}{rain}."
    ),
    "flood_level": "The {years}-year flood of {river} is {amount}{range}, by the simulated years {when}.",
    "flood_wave": (
        "{under}the highest flood of {river} in the record ({discharge} at its peak {when}), routed in two dimensions, covers "
        "{amount} along {length}{analogue}{rain}."
    ),
    "hydrograph": (
        "{simulator} follows the measured discharge of {river} with an NSE of {nse} in the years kept back ({validated}; KGE "
        "{kge}, NSE of logarithms {lognse}), {nse_calibrated} in those of its calibration ({calibrated})."
    ),
    "image_change": (
        "{index} changed on {amount} of the {compared} seen clearly in both scenes in {place}, of {first_day} and {last_day}: it "
        "rose on {gain} and fell on {loss}."
    ),
    "index_level": "{index} {where} averages {amount} on the {seen} seen clearly in the scene of {first_day}{range}.",
    "map": "{under}map of {quantity} {where} {when}{against}.",
    "level": "{under}{quantity} {where} averages {amount} {when}{range}{season}.",
    "ml_models": "{counted} {what}{examples}.",
    "models": "{counted} {what} ({matched}): {names}.",
    "needs_daily": "{quantity} {where} is computed from daily values of {inputs}, and none are held here {when}{coarser}.",
    "never": "{under}{quantity} {where} does not pass {level} above {reference} in most models{share}.",
    "nodes": "{counted}: {names}.",
    "none": "Nothing matches {what}.",
    "nothing": "Nothing that answers this came back from the sources asked{missing}.",
    "records": "{counted} {what}{examples}.",
    "scenes": "{counted} {around} {when}, of {collections}{examples}.",
    "share": "{class} covers {amount} of {place} {when}{area}.",
    "trend": "{under}{quantity} {where} {rises}{significantly} by {amount} from {first} to {last}{range}{season}.",
    "unsupported": "This part of the question cannot be answered yet: {message}{nearest}.",
}

FRENCH: Templates = {
    "capabilities": (
        "Demandez en mots ordinaires de {actions} : par exemple {examples_asked}. Les réponses viennent de {sources} "
        "(`conductor sources list`)."
    ),
    "change": "{place}{under} : {quantity} {higher} de {amount} {when} qu’en {reference}{range}{season}.",
    "climatology": "{place}{under} : {quantity}, cycle annuel moyen {when}, de {lowest} à {highest}.",
    "cloud": "{amount} de la scène {item} du {date} est nuageuse selon le détecteur {model}{range}.",
    "contrast": "{place_first}{quantity} {higher} de {amount} {side} que {other_side}{at_time}{range}{season}.",
    "crossing": "{place}{under} : {quantity} dépasse de {level} son niveau de {reference} en {year}{range}{share}.",
    "datasets": "{counted} {what}{examples}.",
    "definition": "{id} est {kind} : {name}{details}. Source : {source}.",
    "discharge": "Selon {model}, {river} : {amount} en moyenne {when}{highest}.",
    "flood_change": (
        "{river}{under} : crue de période de retour {years} ans {higher} de {amount} {when} qu’en {reference}{range}, {after} au "
        "lieu de {before}{rain}."
    ),
    "flood_extent": (
        "{river}{under} : la crue de période de retour {years} ans {when} ({discharge}) atteint {stage} au-dessus du lit, {over} "
        "au-dessus des berges, et couvre {amount} sur {length}{analogue}{rain}."
    ),
    "flood_level": "{river} : la crue de période de retour {years} ans est de {amount}{range}, d’après les années simulées {when}.",
    "flood_wave": (
        "{river}{under} : la plus forte crue de la série ({discharge} à sa pointe {when}), propagée en deux dimensions, couvre "
        "{amount} sur {length}{analogue}{rain}."
    ),
    "hydrograph": (
        "{river} : {simulator} suit le débit mesuré avec un NSE de {nse} sur les années réservées ({validated} ; KGE {kge}, NSE "
        "des logarithmes {lognse}) et de {nse_calibrated} sur celles du calage ({calibrated})."
    ),
    "image_change": (
        "{place} : {index} a changé sur {amount} des {compared} vus clairement dans les deux scènes, du {first_day} et du "
        "{last_day} ; il a monté sur {gain} et baissé sur {loss}."
    ),
    "index_level": "{place} : {index} de {amount} en moyenne sur les {seen} vus clairement dans la scène du {first_day}{range}.",
    "map": "{place}{under} : carte de {quantity} {when}{against}.",
    "level": "{place}{under} : {quantity}, {amount} en moyenne {when}{range}{season}.",
    "ml_models": "{counted} {what}{examples}.",
    "models": "{counted} {what} ({matched}) : {names}.",
    "needs_daily": "{place} : {quantity} se calcule à partir de valeurs quotidiennes de {inputs}, dont aucune n’est disponible ici {when}{coarser}.",
    "never": "{place}{under} : {quantity} ne dépasse pas de {level} son niveau de {reference} dans la plupart des modèles{share}.",
    "nodes": "{counted} : {names}.",
    "none": "Rien ne correspond à {what}.",
    "nothing": "Rien qui réponde à la question n’est revenu des sources interrogées{missing}.",
    "records": "{counted} {what}{examples}.",
    "scenes": "{counted} {around} {when}, de {collections}{examples}.",
    "share": "{place} : {class}, {amount} de la surface {when}{area}.",
    "trend": "{place}{under} : {quantity}, {rises}{significantly} de {amount} de {first} à {last}{range}{season}.",
    "unsupported": "Cette partie de la question ne peut pas encore être traitée : {message}{nearest}.",
}

TEMPLATES: Mapping[str, Templates] = {"en": ENGLISH, "fr": FRENCH}

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "higher": "higher", "lower": "lower", "rises": "rises", "falls": "falls", "under": "under {}", "for": "for {}",
        "observed": "in {}", "all": " significantly", "some": ", significantly in part of the series,", "none": ", not significantly,",
        "nearest": "; near it: {}", "first": ", the first: {}", "area": " ({})", "crossed": "; {} of {} models pass it",
        "range": " ({}: {} to {})", "season": ", months: {}", "at": "{} at {}", "against": ", as a change from {}",
    },
    "fr": {
        "higher": "plus élevée", "lower": "plus basse", "rises": "hausse", "falls": "baisse", "under": "selon {}", "for": "pour {}",
        "observed": "selon {}", "all": " significative", "some": ", significative pour une partie des séries,", "none": " non significative,",
        "nearest": " ; possible aujourd’hui : {}", "first": ", la première : {}", "area": " ({})",
        "crossed": " ; {} modèles sur {} le dépassent", "range": " ({} : de {} à {})", "season": ", mois : {}", "at": "{} à {}", "against": ", en écart à {}",
    },
}  # fmt: skip

COUNTED: Mapping[str, Mapping[str, tuple[str, str]]] = {  # one, several
    "en": {
        "datasets": ("{} dataset matches", "{} datasets match"), "matched": ("{} dataset", "{} datasets"),
        "ml_models": ("{} model matches", "{} models match"),
        "models": ("{} model has datasets that match", "{} models have datasets that match"),
        "nodes": ("Held by {} node", "Held by {} nodes"), "records": ("{} record speaks of", "{} records speak of"),
        "scenes": ("{} scene was found", "{} scenes were found"),
    },
    "fr": {
        "datasets": ("{} jeu de données correspond à", "{} jeux de données correspondent à"), "matched": ("{} jeu de données", "{} jeux de données"),
        "ml_models": ("{} modèle correspond à", "{} modèles correspondent à"),
        "models": ("{} modèle a des jeux de données qui correspondent à", "{} modèles ont des jeux de données qui correspondent à"),
        "nodes": ("À trouver sur {} nœud", "À trouver sur {} nœuds"), "records": ("{} notice parle de", "{} notices parlent de"),
        "scenes": ("{} scène a été trouvée", "{} scènes ont été trouvées"),
    },
}  # fmt: skip
