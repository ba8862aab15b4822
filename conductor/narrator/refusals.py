"""Refusals for want of a recipe, a source or a datum, in the asker's language."""

from __future__ import annotations

from collections.abc import Mapping

from conductor.answer import Declined
from planners.errors import NoPlan

_FRENCH: Mapping[str, tuple[str, tuple[str, ...]]] = {  # what is missing → what to say, what is near
    "basin": ("aucun bassin versant n’est nommé ; un modèle hydrologique doit être calé sur des mesures", ("la Fulda à Grebenau, 1979 à 1988",)),
    "basins": ("aucune mesure de météorologie et de débit de ce cours d’eau n’est disponible ; un modèle hydrologique doit y être calé",
               ("la Fulda à Grebenau, 1979 à 1988",)),
    "collections": ("des valeurs ne peuvent pas encore être calculées à partir de ces données ; on peut les trouver",
                    ("trouver ces données", "les valeurs de modèles climatiques pour le même lieu et les mêmes années")),
    "compared": ("cette comparaison ne peut pas encore être faite", ("comparer des scénarios, des modèles, des lieux ou des périodes",)),
    "hydrological_models": ("ce modèle ne peut pas être exécuté ici", ("la même chose avec GR4J et CemaNeige",)),
    "models": ("aucun détecteur de ce phénomène n’est enregistré ; des scènes peuvent en être trouvées",
               ("la nébulosité d’une scène Sentinel-2", "la part d’une classe d’occupation du sol")),
    "periods": ("un changement se mesure entre deux dates ; nommez-en une antérieure et une postérieure", ("trouver les scènes d’une date",)),
    "places": ("l’étendue de ce lieu est inconnue ; donnez une boîte", ()),
    "quantities": ("aucune grandeur calculable n’est nommée ; nommez-en une, par exemple la température", ()),
    "record": ("les mesures de ce bassin ne couvrent pas ces années", ("la Fulda de 1979 à 1988", "ses crues d’ici 2050")),
    "spectral_index": ("aucun indice spectral ne montre cela ; nommez-en un, par exemple NDVI", ("le changement de NDVI", "trouver les scènes des deux dates")),
    "topics": ("les vocabulaires ne connaissent pas ce terme", ("une expérience, une variable, un modèle ou une collection par son identifiant",)),
    "train": (
        "aucun modèle n’est entraîné ni réentraîné ici, et rien n’a été lancé ni gardé : ni tâche, ni étiquettes ou corrections données"
        " avec la question. Il faudrait des échantillons étiquetés avec leur licence, un processus d’apprentissage (aucun n’est enregistré)"
        " et, pour un réseau, un accélérateur. D’ici là, on peut exécuter des modèles tels que publiés, et trouver des scènes à étiqueter",
        ("trouver les scènes Sentinel-2 près de Berlin",
         "quelle était la nébulosité de la scène Sentinel-2 à l’ouest de Berlin le 16 février 2017"),
    ),
    "upstream_of": ("le bassin en amont ne peut pas encore être délimité ; nommez-le ou donnez une boîte", ()),
    "warming_level": ("les valeurs à un niveau de réchauffement planétaire ne peuvent pas encore être calculées pour ce lieu",
                      ("quand le monde franchit ce niveau", "le changement d’ici une période")),
}  # fmt: skip


def refusal(reason: NoPlan, language: str) -> Declined:
    """The reason as the answer's `declined`; what is near comes with it."""
    message, nearest = str(reason), reason.nearest
    if language == "fr" and reason.missing in _FRENCH:
        message, nearest = _FRENCH[reason.missing]
    return Declined(reason="no_such_data", message=message[:1].upper() + message[1:], nearest=nearest)
