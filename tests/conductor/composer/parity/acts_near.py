"""Events to come, alerts, what is held, first and then, bounds and norms: one action in both languages."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

MEANINGS = (
    Meaning(
        name="whether an event will come about",
        slots={"action": "project", "phenomena": ["tropical_cyclone"]},
        english=("Will there be a cyclone in Fiji next month?",),
        french=("Y aura-t-il un cyclone aux Fidji le mois prochain ?",),
    ),
    Meaning(
        name="alerts are what was seen",
        slots={"action": "detect", "phenomena": ["deforestation"]},
        english=("Show me the deforestation alerts", "Deforestation alerts in Para, May 2024"),
        french=("Montre-moi les alertes de déforestation", "Alertes de déforestation au Para, mai 2024"),
    ),
    Meaning(
        name="data on alerts are data",
        slots={"action": "find"},
        english=("Data on deforestation alerts in Para",),
        french=("Données d'alertes de déforestation au Para",),
    ),
    Meaning(
        name="a kind of data held on something",
        slots={"action": "find", "clarification": None},
        english=("What kind of data do you hold on glaciers?",),
        french=("Quel genre de données as-tu sur les glaciers ?", "Quelles données as-tu sur les glaciers ?"),
    ),
    Meaning(
        name="the kinds of data of this service",
        slots={"action": "explain"},
        english=("What kind of data do you have?",),
        french=("Quels types de données avez-vous ?",),
    ),
    Meaning(
        name="first and then",
        slots={"parts": 2, "action": "find", "2:action": "detect"},
        english=("First find Sentinel-1 scenes of Beledweyne from November 2023, then map the flood",),
        french=("Trouve d'abord les scènes Sentinel-1 de Beledweyne de novembre 2023, puis cartographie l'inondation",),
    ),
    Meaning(
        name="what something is, and compute it",
        slots={"parts": 2, "action": "explain", "2:action": "describe"},
        english=("Tell me what NDMI is and compute it over Picardy for July 2022",),
        french=("Dis-moi ce qu'est le NDMI et calcule-le sur la Picardie pour juillet 2022",),
    ),
    Meaning(
        name="a bound told after its figure is no trend",
        slots={"action": "describe", "months": [7, 8]},
        english=("Rainy days (1 mm or more) in Palma, July and August, 1991-2020",),
        french=("Jours de pluie (1 mm ou plus) à Palma, juillet et août, 1991-2020",),
    ),
    Meaning(
        name="a river that overflowed",
        slots={"action": "detect", "phenomena": ["flood"]},
        english=("Where did the Elbe overflow in June 2013?",),
        french=("Où l'Elbe a-t-elle débordé en juin 2013 ?",),
    ),
    Meaning(
        name="the monsoon has weakened",
        slots={"action": "trend", "quantities": ["pr"]},
        english=("Has the monsoon weakened in central India since 1950?",),
        french=("La mousson s'est-elle affaiblie en Inde centrale depuis 1950 ?",),
    ),
    Meaning(
        name="whether snow lies",
        slots={"action": "detect", "phenomena": ["snow"], "quantities": []},
        english=("Is there snow in Oslo?",),
        french=("Y a-t-il de la neige à Oslo ?",),
    ),
    Meaning(
        name="labels needed",
        slots={"action": "explain"},
        english=("How many labels are needed to train a flood model?",),
        french=("Combien d'étiquettes faut-il pour entraîner un modèle d'inondation ?",),
    ),
    Meaning(
        name="the difference from a norm, and the other extreme, of the turn before",
        slots={"action": "describe", "follow_up": True},
        english=("Soil moisture in Tuscany, May 2022 || difference from 1991-2020", "Warmest month in Madrid in 2022 || coldest one?"),
        french=("Humidité du sol en Toscane, mai 2022 || l'écart à 1991-2020", "Mois le plus chaud à Madrid en 2022 || le plus froid ?"),
    ),
)  # fmt: skip
