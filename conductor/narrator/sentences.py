"""Templates of sentences by role, in English and French; no template holds a digit, every field is bound by `fields.py`."""

from __future__ import annotations

from collections.abc import Mapping

Templates = Mapping[str, str]

ENGLISH: Templates = {
    "capabilities": "Questions can be asked to {actions}, over these sources: {sources}.",
    "change": "{under}{quantity} {where} is {amount} {higher} {when} than in {reference}{range}{season}.",
    "climatology": "{under}the mean course of the year of {quantity} {where} {when} runs from {lowest} to {highest}.",
    "cloud": "{amount} of scene {item} of {date} is cloud, by the detector {model}{range}.",
    "contrast": "{quantity}{of_place} is {amount} {higher} {side} than {other_side}{at_time}{range}{season}.",
    "crossing": "{under}{quantity} {where} passes {level} above {reference} in {year}{range}{share}.",
    "datasets": "{counted} {what}{examples}.",
    "definition": "{id} is {kind}: {name}{details}. Source: {source}.",
    "map": "{under}map of {quantity} {where} {when}{against}.",
    "level": "{under}{quantity} {where} averages {amount} {when}{range}{season}.",
    "ml_models": "{counted} {what}{examples}.",
    "models": "{counted} {what} ({matched}): {names}.",
    "never": "{under}{quantity} {where} does not pass {level} above {reference} in most models{share}.",
    "nodes": "{counted}: {names}.",
    "none": "Nothing matches {what}.",
    "nothing": "Nothing that answers this came back from the sources asked{missing}.",
    "scenes": "{counted} {around} {when}, of {collections}{examples}.",
    "share": "{class} covers {amount} of {place} {when}{area}.",
    "trend": "{under}{quantity} {where} {rises}{significantly} by {amount} from {first} to {last}{range}{season}.",
    "unsupported": "This part of the question cannot be answered yet: {message}{nearest}.",
}

FRENCH: Templates = {
    "capabilities": "On peut demander de {actions}, auprès de ces sources : {sources}.",
    "change": "{place}{under} : {quantity} {higher} de {amount} {when} qu’en {reference}{range}{season}.",
    "climatology": "{place}{under} : {quantity}, cycle annuel moyen {when}, de {lowest} à {highest}.",
    "cloud": "{amount} de la scène {item} du {date} est nuageuse selon le détecteur {model}{range}.",
    "contrast": "{place_first}{quantity} {higher} de {amount} {side} que {other_side}{at_time}{range}{season}.",
    "crossing": "{place}{under} : {quantity} dépasse de {level} son niveau de {reference} en {year}{range}{share}.",
    "datasets": "{counted} {what}{examples}.",
    "definition": "{id} est {kind} : {name}{details}. Source : {source}.",
    "map": "{place}{under} : carte de {quantity} {when}{against}.",
    "level": "{place}{under} : {quantity}, {amount} en moyenne {when}{range}{season}.",
    "ml_models": "{counted} {what}{examples}.",
    "models": "{counted} {what} ({matched}) : {names}.",
    "never": "{place}{under} : {quantity} ne dépasse pas de {level} son niveau de {reference} dans la plupart des modèles{share}.",
    "nodes": "{counted} : {names}.",
    "none": "Rien ne correspond à {what}.",
    "nothing": "Rien qui réponde à la question n’est revenu des sources interrogées{missing}.",
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
        "nodes": ("They are held by {} node", "They are held by {} nodes"), "scenes": ("{} scene was found", "{} scenes were found"),
    },
    "fr": {
        "datasets": ("{} jeu de données correspond à", "{} jeux de données correspondent à"), "matched": ("{} jeu de données", "{} jeux de données"),
        "ml_models": ("{} modèle correspond à", "{} modèles correspondent à"),
        "models": ("{} modèle a des jeux de données qui correspondent à", "{} modèles ont des jeux de données qui correspondent à"),
        "nodes": ("Ils se trouvent sur {} nœud", "Ils se trouvent sur {} nœuds"), "scenes": ("{} scène a été trouvée", "{} scènes ont été trouvées"),
    },
}  # fmt: skip
