"""Names that several places bear: asked about alike in both languages where no bearer leads, taken alike where one does."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

RAIN = ("Rainfall in {} in 2020", "Les précipitations à {} en 2020")
SCENES = ("Sentinel-2 scenes of {}, May 2025", "Scènes Sentinel-2 de {}, mai 2025")
IN = ("Mean temperature in {}, 1991-2020", "Température moyenne : {}, 1991-2020")
_OPEN = (
    "Springfield",
    "Hamilton",
    "Newcastle",
    "Santa Rosa",
    "Santa Cruz",
    "Mérida",
    "Salem",
    "Lincoln",
    "Guadalupe",
    "San Miguel",
    "Saint-Pierre",
    "Durham",
)
_CITIES = tuple(
    name for name in _OPEN if name not in ("Santa Cruz", "Guadalupe")
)  # "à" leaves out the provinces and rivers of a name
_LED = (
    "Bari", "Parma", "Madison", "Rochester", "Lima", "Birmingham", "Portland", "Alexandria", "Athlone", "Esmeraldas", "Barcelona", "Perth", "Kingston",
)  # fmt: skip
_LANDS_LED = ("Madre de Dios", "Acre", "Sangha", "Bali", "Tsushima", "La Libertad")

MEANINGS = (
    Meaning(name="no bearer leads", slots={"clarification": "places"}, english=_CITIES, french=_CITIES, frames=RAIN),
    Meaning(
        name="no bearer leads, in imagery",
        slots={"clarification": "places"},
        english=_OPEN,
        french=_OPEN,
        frames=SCENES,
    ),
    Meaning(name="a leader among cities", slots={"clarification": None}, english=_LED, french=_LED, frames=RAIN),
    Meaning(
        name="a leader among cities, in imagery",
        slots={"clarification": None},
        english=_LED,
        french=_LED,
        frames=SCENES,
    ),
    Meaning(
        name="a leader among lands", slots={"clarification": None}, english=_LANDS_LED, french=_LANDS_LED, frames=IN
    ),
    Meaning(
        name="the Salamanca of Castile",
        slots={"clarification": None, "places": ["ES [-6, 41, -6, 41]"]},
        frames=RAIN,
        english=("Salamanca",),
        french=("Salamanque", "Salamanca"),
    ),
    Meaning(
        name="a namesake told in an aside is not asked about",
        slots={"clarification": None, "places": ["western_part_of None [-84, 41, -79, 43]"], "parts": 1},
        frames=(
            "Algal bloom in western Lake Erie, August 2025, Sentinel-3 OLCI. {}",
            "Prolifération d'algues dans la partie ouest du lac Érié, août 2025, Sentinel-3 OLCI. {}",
        ),
        english=(
            "We run the Toledo water intake and need the extent.",
            "We manage the Toledo water plant and need the area.",
            "We are the waterworks of Toledo and we need the extent.",
        ),
        french=(
            "Nous gérons la prise d'eau de Toledo et il nous faut l'étendue.",
            "Nous gérons la station de Toledo et nous voulons la surface.",
            "Nous exploitons l'usine d'eau de Toledo et il nous faut l'étendue.",
        ),
    ),
    Meaning(
        name="what is left out lies in what it is taken from",
        slots={"clarification": None, "places": ["CO [-82, -4, -67, 16]", "except CO [-74, -4, -69, 0]"]},
        frames=("Tree cover loss in Colombia {}, 2018-2024", "Perte de couvert arboré en Colombie, {}, 2018-2024"),
        english=("except Amazonas", "excluding the Amazonas department", "without Amazonas"),
        french=("sauf Amazonas", "sauf le département d'Amazonas", "hors Amazonas"),
    ),
    Meaning(
        name="the city before its province of the same name",
        slots={"clarification": None, "places": ["KZ [73, 50, 73, 50]"]},
        frames=("Lowest temperature in {} last winter", "La température la plus basse à {} l'hiver dernier"),
        english=("Karaganda", "Karagandy", "karaganda"),
        french=("Karaganda", "Karagandy", "karaganda"),
    ),
    Meaning(
        name="an adjective of two words tells which",
        slots={"clarification": None, "places": ["CR [-84, 10, -84, 10]"]},
        frames=("Mean temperature in San José in 2020 || {}", "Température moyenne à San José en 2020 || {}"),
        english=("the Costa Rican one", "I mean the Costa Rican one", "the one in Costa Rica"),
        french=("celle du Costa Rica", "la costaricaine", "je parle de celle du Costa Rica"),
    ),
)
