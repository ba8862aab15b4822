"""A choice between named things is a comparison along the axis of what is named twice."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


@pytest.mark.parametrize(
    ("text", "axis"),
    [
        ("Rome and Madrid, where does it rain more? 1991-2020", "places"),
        ("rain in Bergen and in Tromsø in 2022: who gets more?", "places"),
        ("between Quito and La Paz, which one is colder?", "places"),
        ("Oslo next to Stockholm for winter temperature 1991-2020", "places"),
        ("Lagos, Accra, Abidjan: rank them by rainfall in 2022", "places"),
        ("who wins for sunshine, Nice or Marseille, in 2022?", "places"),
        ("how far apart are ssp126 and ssp585 for Delhi temperature in 2081-2100", "scenarios"),
        ("ssp126 or ssp585, what difference does it make for summer heat in Rome by 2081-2100?", "scenarios"),
        ("gap in warming between RCP4.5 and RCP8.5 over Canada in 2100", "scenarios"),
        ("who is right about Tibet's snow, ERA5 or MODIS? February 2022", "sources"),
        ("2022 or 2003: which summer was the hotter in Zurich?", "periods"),
        ("temperature in Warsaw, 1961-1990 next to 1991-2020", "periods"),
        ("entre Quito et La Paz, laquelle est la plus froide ?", "places"),
        ("la pluie à Bergen et à Tromsø en 2022 : qui en reçoit le plus ?", "places"),
        ("Oslo à côté de Stockholm pour la température d'hiver 1991-2020", "places"),
        ("ssp126 ou ssp585 : ça change quoi pour la chaleur d'été à Rome en 2081-2100 ?", "scenarios"),
        ("qu'est-ce qu'on gagne avec ssp119 plutôt que ssp370 pour les pluies au Maroc en 2081-2100 ?", "scenarios"),
        ("qu'est-ce qui sépare RCP2.6 de RCP8.5 pour la pluie au Kenya en fin de siècle ?", "scenarios"),
        ("ERA5 et CHIRPS sont-ils d'accord sur la pluie au Kenya en 2020 ?", "sources"),
        ("CanESM5 historique est-il proche d'ERA5 pour la température au Brésil 1985-2014 ?", "observations"),
        ("plus de pluie en 1981-2000 ou en 2001-2020 à Tunis ?", "periods"),
    ],
)
def test_one_of_two_is_asked_for(text: str, axis: str) -> None:
    intent = understand(Question(text=text, asked_at=NOW)).intents[0]
    assert (intent.action, intent.compared) == ("compare", axis)


def test_which_of_two_is_of_no_area_between_them() -> None:
    intent = understand(Question(text="between Quito and La Paz, which one is colder?", asked_at=NOW)).intents[0]
    assert [place.relation for place in intent.places] == [None, None]


@pytest.mark.parametrize(
    "text",
    [
        "Which parts of Kenya and Uganda were flooded in May 2024?",
        "quels bâtiments sont apparus à Kigali entre janvier 2018 et janvier 2026 ?",
        "Rain in Oslo and Bergen in 2022",
        "Quel a été le vent le plus fort à Bordeaux les 27 et 28 décembre 1999 ?",
        "Frost days in Mendoza and Maule in 2041-2060 under ssp245, compared with 1991-2020",
        "Liste les scènes les plus claires de Rome et de Naples en mai 2025",
    ],
)
def test_two_names_alone_are_no_choice(text: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).intents[0].action != "compare"


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("was last winter milder than the one before in Prague?", ("2024-12-01", "2025-02-28")),
        ("was July 2023 hotter than the July before in Rome?", ("2022-07-01", "2022-07-31")),
        ("Was spring 2020 in Kyiv drier than the previous spring?", ("2019-03-01", "2019-05-31")),
        ("rain in Lima last month vs the month before", ("2026-04-01", "2026-04-30")),
        ("is this year drier than the previous one in Barcelona, rain?", ("2025-01-01", "2025-12-31")),
        ("est-ce que cet hiver a été plus sec que le précédent à Madrid ?", ("2024-12-01", "2025-02-28")),
        ("2022 a-t-elle été plus arrosée que l'année d'avant à Nairobi ?", ("2021-01-01", "2021-12-31")),
        ("pluie à Lima le mois dernier contre le mois d'avant", ("2026-04-01", "2026-04-30")),
    ],
)
def test_the_one_before_is_the_reference(text: str, reference: tuple[str, str]) -> None:
    intent = understand(Question(text=text, asked_at=NOW)).intents[0]
    assert intent.compared == "periods"
    assert intent.reference is not None
    assert (intent.reference.start, intent.reference.end) == reference
