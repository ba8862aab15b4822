"""Explained: two words told apart, what a computation needs, what follows from what; more under one scenario than under another."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

EXPLAINED = {"action": "explain", "declined": None, "clarification": None}

MEANINGS = (
    Meaning(
        name="two words told apart",
        slots=EXPLAINED,
        english=("What is the difference between a scenario and a forecast?", "What's the difference between weather and climate?", "What are the differences between a reanalysis and an observation?",
                 "How does a projection differ from a prediction?", "What distinguishes a scenario from a forecast?"),
        french=("Quelle différence y a-t-il entre un scénario et une prévision ?", "Quelle est la différence entre météo et climat ?", "Quelles différences y a-t-il entre une réanalyse et une observation ?",
                "En quoi une projection diffère-t-elle d'une prédiction ?", "Qu'est-ce qui distingue un scénario d'une prévision ?"),
    ),
    Meaning(
        name="what a computation needs",
        slots=EXPLAINED,
        english=("What data do you need from me to compute growing degree days?", "What would it take to run your flood model?", "What inputs do you need for a drought index?"),
        french=("De quelles données avez-vous besoin pour calculer les degrés-jours de croissance ?", "Que faut-il pour faire tourner votre modèle d'inondation ?", "De quoi avez-vous besoin pour un indice de sécheresse ?"),
    ),
    Meaning(
        name="what follows from what",
        slots=EXPLAINED,
        english=("What happens to the ocean when the ice sheet melts?", "What happens if the permafrost thaws?", "What happens to the soil when a forest burns?"),
        french=("Qu'arrive-t-il à l'océan quand la calotte fond ?", "Que se passe-t-il si le pergélisol dégèle ?", "Que devient le sol quand une forêt brûle ?"),
    ),
    Meaning(
        name="more under one scenario than under another",
        slots={"action": "compare", "compared": "scenarios", "periods": ["target 2081-01-01..2100-12-31"], "quantities": ["pr"]},
        english=("How much more rain under ssp585 than under ssp126 in Lagos, 2081-2100?", "More rain under ssp585 than under ssp126 in Lagos, 2081-2100?", "less rain under ssp585 than under ssp126 in Lagos in 2081-2100"),
        french=("Combien de pluie de plus sous ssp585 que sous ssp126 à Lagos, 2081-2100 ?", "Plus de pluie sous ssp585 que sous ssp126 à Lagos, 2081-2100 ?", "moins de pluie sous ssp585 que sous ssp126 à Lagos en 2081-2100"),
    ),
    Meaning(
        name="an index of what burnt by its other words",
        slots={"quantities": ["NBR"], "action": "explain"},
        english=("Which Landsat bands do I need for a burn ratio?", "What Landsat bands go into the normalised burn ratio?", "Which bands of Landsat does a burn index need?"),
        french=("Quelles bandes Landsat faut-il pour un indice de brûlure ?", "De quelles bandes Landsat se compose un ratio de brûlure ?", "Quelles bandes de Landsat entrent dans un indice de brûlage ?"),
    ),
)  # fmt: skip
