"""Wordings of ice on the sea, on lakes and on land."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

MEANINGS = (
    Meaning(
        name="the sea's ice that is lost is none of the land",
        slots={"quantities": ["siconc"], "phenomena": ["sea_ice"]},
        english=("loss of the sea ice in Baffin Bay in September, 1979-2024", "sea-ice loss in Baffin Bay in September, 1979-2024", "Rate of sea ice loss in Baffin Bay in September, 1979-2024"),
        french=("perte de la glace de mer en baie de Baffin en septembre, 1979-2024", "perte de glace de mer en baie de Baffin en septembre, 1979-2024", "Rythme de perte de la glace de mer en baie de Baffin en septembre, 1979-2024"),
    ),
    Meaning(
        name="the ice of lakes",
        slots={"action": "trend", "phenomena": ["lake_ice"], "places": SAME},
        english=("Is ice cover on the Great Lakes retreating since 1973?", "Is ice on the Great Lakes declining since 1973?", "Trend of the ice cover of the Great Lakes since 1973"),
        french=("L'englacement des Grands Lacs recule-t-il depuis 1973 ?", "La glace des Grands Lacs recule-t-elle depuis 1973 ?", "Tendance de l'englacement des Grands Lacs depuis 1973"),
    ),
)  # fmt: skip
