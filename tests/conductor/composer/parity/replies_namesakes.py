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
)
