"""Models that are looked for, run, trained or asked about: four different wishes about one word."""

from __future__ import annotations

import pytest

from conductor.answer import Understanding
from conductor.composer.grammar import understand
from conductor.question import Question

FAMILIES = {
    "find": (
        "find a cloud segmentation model for Sentinel-2", "trouve un modèle de segmentation des nuages pour Sentinel-2", "is there a pretrained model for ship detection on Sentinel-1?",
        "which models can segment burn scars in HLS?", "look for a crop classification network trained on Landsat", "je cherche un modèle pré-entraîné qui détecte les glaciers sur Sentinel-2",
        "y a-t-il un détecteur de bâtiments pour Pléiades ?", "do you have an oil spill detector for radar images?", "un réseau de neurones pour segmenter les inondations sur images radar, ça existe ?",
        "trained detector for solar panels on NAIP, do you have one?", "help me pick a model for crop mapping in Kenya",
    ),
    "detect": (
        "run the ship detector on Sentinel-1 off Rotterdam, 3 May 2026", "applique le modèle de nuages à la scène Landsat 8 de Windhoek du 30 janvier 2026",
        "fais tourner le détecteur d'inondation sur Sentinel-1 autour de Beira, 20 mars 2019", "predict crop types around Lleida with your model, Sentinel-2, June 2025",
        "DeepLabV3 for roads, Nairobi, Pleiades May 2025",
    ),
    "train": (
        "retrain the cloud model with last month's corrections", "on aimerait affiner Prithvi sur nos brûlis de Provence", "the iceberg detector misses small ones near Disko Bay; update it",
        "learn a new snow mask from our annotations in the Pyrenees", "apprends à reconnaître les serres d'Almería sur Pléiades", "which tiles should we label next for the wetland model?",
        "quelles images faut-il annoter en priorité pour le modèle de banquise ?", "start an active learning round for the landslide model", "please learn from my corrections on the ship detections in Tema",
        "j'ai corrigé 40 polygones d'inondation, prends-les en compte dans le modèle",
    ),
    "explain": (
        "what is active learning?", "c'est quoi l'apprentissage actif ?", "explain semantic segmentation", "what is a confusion matrix", "qu'est-ce que le F1-score d'un classifieur ?",
        "what is the difference between supervised and unsupervised classification?", "how does a U-Net work?", "comment fonctionne une forêt aléatoire ?", "what is overfitting",
    ),
}  # fmt: skip


def _understood(text: str) -> Understanding:
    return understand(Question(text=text, asked_at="2026-06-15T12:00:00Z"))


@pytest.mark.parametrize(("action", "text"), [(action, text) for action, texts in FAMILIES.items() for text in texts])
def test_what_is_wanted_of_a_model_is_told_apart(action: str, text: str) -> None:
    understood = _understood(text)
    assert (understood.declined, understood.clarification) == (None, None)
    assert understood.intents[0].action == action


def test_ships_found_with_a_model_are_no_search_for_one() -> None:
    assert (
        _understood("find ships with the detector off Rotterdam, Sentinel-1, 3 May 2026").intents[0].action == "detect"
    )
