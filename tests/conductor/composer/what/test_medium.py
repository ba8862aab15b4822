"""What is measured is that of the medium spoken of: nights, the sea, lying snow, the level of a river."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("are nights in Bamako getting hotter since 1970?", "tasmin"),
        ("salinity at the surface of the Baltic in 2020", "sos"),
        ("salinité à la surface de la Baltique en 2020", "sos"),
        ("salinity of the Baltic at 100 m depth in 2020", "so"),
        ("les nuits de Sousse se réchauffent-elles depuis 1980 ?", "tasmin"),
        ("are days and nights in Bamako getting hotter since 1970?", "tas"),
        ("how warm was the water of the Adriatic Sea in August 2024", "tos"),
        ("quelle température fait l'eau en mer Égée en août ?", "tos"),
        ("how thick was the snow in Jokkmokk in March 2024", "snd"),
        ("épaisseur moyenne de la neige à Briançon en février 2023", "snd"),
        ("total snowfall in Erzurum, winter 2021-2022", "prsn"),
        ("mean January lows in Winnipeg, 1991-2020", "tasmin"),
        ("July highs in Tucson, 1991-2020", "tasmax"),
        ("What is the mean January minimum in Kansas (1991-2020)?", "tasmin"),
        ("what was the average July maximum in Seville in 1991-2020", "tasmax"),
        ("Quelle est la minimale moyenne de janvier au Kansas (1991-2020) ?", "tasmin"),
        ("Quelle est la maximale moyenne de juillet à Séville (1991-2020) ?", "tasmax"),
        ("température moyenne de la mer à Malte en juillet, 1991-2020", "tos"),
        ("neige de plus de 50 cm à Tignes en février 2021", "snd"),
    ],
)
def test_the_variable_is_that_of_the_medium(text: str, meant: str) -> None:
    quantities = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0].quantities

    assert [q.variable_id for q in quantities] == [meant]
