"""What is wanted, by the order of precedence: simulate, compare, trend, change over detect; explanations and bare places apart."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question

NOW = "2026-06-15T12:00:00Z"


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("List every MIROC6 dataset for ssp126", "find"),
        ("tas ssp370 CanESM5 monthly r1i1p1f1", "find"),
        ("Images Landsat de Kigali en mars 2024", "find"),
        ("What was the mean July temperature of Lyon in 2003?", "describe"),
        ("Show the annual rain of Lyon since 1990 as a plot", "describe"),
        ("How warm will Lyon be in 2070 under ssp245?", "project"),
        ("Is winter rain in Lyon increasing? trend since 1960", "trend"),
        ("À quelle vitesse la mer Baltique se réchauffe-t-elle ?", "trend"),
        ("Compare ssp126 and ssp585 for rain in Lyon", "compare"),
        ("Was July 2023 hotter than July 2022 in Phoenix?", "compare"),
        ("Map the flood around Sylhet on 20 June 2022", "detect"),
        ("surface brûlée en Sicile en août 2023", "detect"),
        ("How did the vegetation of Malta change between June 2018 and June 2025?", "change"),
        ("Run GR4J on the Garonne with ERA5", "simulate"),
        ("Train a classifier on my labelled crop fields", "train"),
        ("What does tasmax mean?", "explain"),
        ("Pourquoi la banquise fond-elle ?", "explain"),
        ("What can you do?", "explain"),
        ("Bangkok, Thailand", None),
        ("la côte de la Namibie", None),
    ],
)
def test_the_action_is_decided(text: str, action: str | None) -> None:
    assert understand(Question(text=text, asked_at=NOW)).intents[0].action == action


def test_two_scenarios_without_a_contrast_stay_a_projection() -> None:
    intent = understand(Question(text="Rain in Lyon in the 2050s under ssp126 and ssp585", asked_at=NOW)).intents[0]
    assert (intent.action, intent.compared) == ("project", None)


def test_a_change_over_its_own_baseline_is_no_comparison() -> None:
    text = "How much warmer will Lyon be in 2070-2099 than in 1961-1990 under ssp245?"
    intent = understand(Question(text=text, asked_at=NOW)).intents[0]
    assert (intent.action, [p.role for p in intent.periods]) == ("project", ["target", "reference"])


def test_a_change_between_two_years_has_the_earlier_as_reference() -> None:
    intent = understand(Question(text="Did Lake Urmia shrink between 2000 and 2024?", asked_at=NOW)).intents[0]
    assert [(p.role, (p.start or "")[:4]) for p in intent.periods] == [("reference", "2000"), ("target", "2024")]


def test_a_future_change_is_counted_from_the_recent_past_and_says_so() -> None:
    understood = understand(
        Question(text="Precipitation change in Norway by the end of the century, ssp370", asked_at=NOW)
    )
    assert understood.intents[0].reference is not None
    assert understood.intents[0].reference.start == "1995-01-01"
    assert any("1995–2014" in text for text in understood.assumptions)


def test_an_explanation_names_its_topics() -> None:
    assert understand(Question(text="What is hist-1950?", asked_at=NOW)).intents[0].topics == (
        "experiment_id:hist-1950",
    )


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("NDVI difference around Toowoomba between January 2020 and January 2026", "change"),
        ("quels bâtiments sont apparus à Kigali entre janvier 2018 et janvier 2026 ?", "change"),
        ("Santiago du Chili a-t-elle été plus sèche que Mendoza (Argentine) en 2019 ?", "compare"),
        ("Does Landsat or Sentinel-2 give a larger water surface for Lake Poopó in May 2023?", "compare"),
        ("days hotter than 30 °C in Lyon and Nice in 2020", "describe"),
        ("year by year rainfall of Honolulu for the last 15 years, as a graph", "describe"),
        ("comment évolueront les pluies au Bihar d'ici 2085 en SSP5-8.5 ?", "project"),
        ("La saison de croissance s'allonge-t-elle en Finlande ? 1961-2020", "trend"),
        ("significant wave height off Brest, France, in January 2024", "describe"),
        ("find dark vessels near Gibraltar on 20 July 2025 by SAR", "detect"),
        ("qui distribue past1000 avec tas mensuel ?", "find"),
        ("Rassemble des exemples annotés de glissements de terrain, je veux entraîner un réseau", "train"),
    ],
)
def test_wordings_that_share_words_with_another_action(text: str, action: str) -> None:
    assert understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[0].action == action


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("suggest the 30 most informative chips to annotate for the roof model", "train"),
        ("propose les 40 scènes les plus utiles à annoter pour le modèle de routes", "train"),
        ("do transfer learning from Prithvi to cocoa in Ghana", "train"),
        ("poursuis l'entraînement du SegFormer", "train"),
        ("construire un modèle de détection des serres avec Sentinel-2 en Andalousie", "train"),
        ("comment entraîner un SegFormer sur Landsat ?", "explain"),
        ("run inference of the crop model over Flevoland, July 2025", "detect"),
        ("détecte les navires devant Brest le 3 mai 2026 avec le modèle réentraîné", "detect"),
        ("run YOLOv9 for ships off Busan on Sentinel-1, 4 May 2026", "detect"),
        ("compare a U-Net and LightGBM for water in Chad, Landsat, October 2024", "compare"),
        ("y a-t-il du pétrole en mer Égée le 3 mai 2025, Sentinel-1 ?", "detect"),
    ],
)
def test_training_running_and_explaining_models_are_told_apart(text: str, action: str) -> None:
    assert understand(Question(text=text, asked_at=NOW)).intents[0].action == action
