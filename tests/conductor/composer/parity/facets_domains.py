"""Domains of CORDEX told by region and grid, steps and versions of model data, missions whose names are words."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

_PLAIN = ("CORDEX {}, daily rainfall, rcp85", "CORDEX {}, pluie quotidienne, rcp85")


def _domain(value: str, english: tuple[str, ...], french: tuple[str, ...]) -> Meaning:
    slots = {"facets.domain_id": (value,), "periods": (), "action": "find"}
    return Meaning(name=value, slots=slots, english=english, french=french, frames=_PLAIN)


MEANINGS = (
    _domain("AFR-44", ("Africa at 0.44°", "AFR-44", "Africa 0.44", "African domain at 50 km", "Africa, 0.44 degrees"), ("Afrique à 0,44°", "AFR-44", "Afrique 0,44", "domaine africain à 50 km", "Afrique, 0,44 degré")),
    _domain("AFR-22", ("Africa at 0.22°", "AFR-22", "Africa at 25 km"), ("Afrique à 0,22°", "AFR-22", "Afrique à 25 km")),
    _domain("EUR-11", ("Europe at 0.11°", "EUR-11", "Europe at 12 km", "Europe at 12.5 km resolution", "European domain, 0.11 degree"), ("Europe à 0,11°", "EUR-11", "Europe à 12 km", "Europe à 12,5 km de résolution", "domaine européen, 0,11 degré")),
    _domain("EUR-44", ("Europe at 0.44°", "Europe at 50 km"), ("Europe à 0,44°", "Europe à 50 km")),
    _domain("NAM-22", ("North America at 0.22°", "North American domain, 25 km"), ("Amérique du Nord à 0,22°", "domaine nord-américain, 25 km")),
    _domain("SAM-44", ("South America at 0.44°",), ("Amérique du Sud à 0,44°",)),
    _domain("CAM-44", ("Central America at 0.44°",), ("Amérique centrale à 0,44°",)),
    _domain("SEA-22", ("Southeast Asia at 0.22°", "South-East Asia 0.22"), ("Asie du Sud-Est à 0,22°", "Asie du Sud-Est 0,22")),
    _domain("EAS-44", ("East Asia at 0.44°",), ("Asie de l'Est à 0,44°",)),
    _domain("WAS-44", ("South Asia at 0.44°",), ("Asie du Sud à 0,44°",)),
    _domain("CAS-44", ("Central Asia at 0.44°",), ("Asie centrale à 0,44°",)),
    _domain("MNA-44", ("Middle East and North Africa at 0.44°", "MENA at 0.44°"), ("Moyen-Orient et Afrique du Nord à 0,44°", "MENA à 0,44°")),
    _domain("AUS-44", ("Australasia at 0.44°",), ("Australasie à 0,44°",)),
    _domain("ARC-44", ("Arctic at 0.44°",), ("Arctique à 0,44°",)),
    _domain("ANT-44", ("Antarctica at 0.44°",), ("Antarctique à 0,44°",)),
    _domain("MED-11", ("Mediterranean at 0.11°",), ("Méditerranée à 0,11°",)),
    Meaning(name="no domain", slots={"facets.domain_id": None}, frames=("{}", "{}"),
        english=("CORDEX rainfall within 50 km of Nairobi", "CORDEX Africa rainfall", "rainfall of Africa at 0.44°"),
        french=("pluie CORDEX à moins de 50 km de Nairobi", "pluie CORDEX Afrique", "pluie de l'Afrique à 0,44°")),
    Meaning(name="a fine grid is no level of warming", slots={"periods": ()}, frames=("{} over Kenya", "{} sur le Kenya"),
        english=("ERA5 at 0.25°", "CMIP6 at 0.5°", "rainfall on a 0.25° grid"),
        french=("ERA5 à 0,25°", "CMIP6 à 0,5°", "pluie sur une grille de 0,25°")),
    Meaning(name="six-hourly", slots={"facets.frequency": ("6hr",)}, frames=("CMIP6 tas data {}", "données tas de CMIP6 {}"),
        english=("6-hourly", "every six hours", "at 6-hour frequency", "four times a day", "every 6 hours"),
        french=("6-horaires", "toutes les six heures", "à fréquence de 6 heures", "quatre fois par jour", "toutes les 6 heures")),
    Meaning(name="a variable that data hold", slots={"quantities": ("pr",), "facets.experiment_id": ("ssp370",)}, frames=("Which CMIP6 datasets {} under ssp370?", "Quels jeux de données CMIP6 {} sous ssp370 ?"),
        english=("have pr", "contain pr", "hold pr", "include pr", "provide pr"),
        french=("ont pr", "contiennent pr", "fournissent pr", "incluent pr", "proposent pr")),
    Meaning(name="missions named like words", slots={"collections": ("spot", "pleiades")}, frames=("{} of Port-au-Prince in 2021", "{} de Port-au-Prince en 2021"),
        english=("Spot or Pléiades images", "Pléiades or Spot images", "Spot and Pléiades scenes", "SPOT/Pléiades imagery"),
        french=("images Spot ou Pléiades", "images Pléiades ou Spot", "scènes Spot et Pléiades", "imagerie SPOT/Pléiades")),
    Meaning(name="words are no missions", slots={"collections": ("landsat-c2-l2",)}, frames=("{}", "{}"),
        english=("Landsat images of a planet-wide drought in Lima, 2021", "Landsat scenes of Grace Bay, 2021", "a hot spot seen by Landsat, Lima, 2021"),
        french=("images Landsat de Lima, un point chaud, 2021", "images Landsat de la baie de Grace, 2021")),
    Meaning(name="a swath is no product", slots={"collections": ("sentinel-1-grd",), "filters.instrument_mode": ("IW",)}, frames=("Sentinel-1 images of Porto in March 2024, {}", "images Sentinel-1 de Porto en mars 2024, {}"),
        english=("IW mode", "interferometric wide swath", "interferometric wide"),
        french=("mode IW", "mode interférométrique large", "fauchée interférométrique large")),
    Meaning(name="runs of the past", slots={"facets.experiment_id": ("historical",)}, frames=("{}", "{}"),
        english=("Which EURO-CORDEX (EUR-11) runs have daily sfcWind for the historical period?", "Which CMIP6 models have daily sfcWind for the historical period?", "EURO-CORDEX sfcWind for the historical period"),
        french=("Quelles simulations EURO-CORDEX (EUR-11) ont sfcWind quotidien pour la période historique ?", "Quels modèles CMIP6 ont sfcWind quotidien pour la période historique ?", "sfcWind EURO-CORDEX pour la période historique", "Quels runs EURO-CORDEX ont sfcWind quotidien pour la période historical ?")),
    Meaning(name="a past that no model ran", slots={"facets.experiment_id": None}, frames=("{}", "{}"),
        english=("historical wind in Brest", "wind in Brest for the historical period"),
        french=("vent historique à Brest", "vent à Brest pour la période historique")),
    Meaning(name="the other scenario by its height alone", slots={"facets.experiment_id": ("ssp126", "ssp585")}, frames=("Sea level at Funafuti in 2100 {}", "Niveau de la mer à Funafuti en 2100 {}"),
        english=("in the low emissions scenario and in the high one", "under the low-emissions pathway and under the high one", "in the low emissions scenario and the high-emissions one"),
        french=("dans le scénario de faibles émissions et dans le fort", "selon la trajectoire de faibles émissions et selon la forte", "dans le scénario de faibles émissions et dans celui de fortes émissions")),
)  # fmt: skip
