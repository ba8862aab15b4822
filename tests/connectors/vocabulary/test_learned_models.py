"""Models that learn from data are known by their names, and keep the version that is said."""

from __future__ import annotations

import pytest

from connectors.vocabulary.learned_models import learned_models, versioned
from connectors.vocabulary.phrases import find_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("apply ResNet-101 to the chips", "ResNet-101"),
        ("un resnet18 pour les navires", "ResNet-18"),
        ("yolov9 on the harbour", "YOLOv9"),
        ("YOLO v5 sur le port", "YOLOv5"),
        ("DeepLab v3+ for roads", "DeepLabV3+"),
        ("UNet++ on SPOT", "U-Net++"),
        ("Prithvi EO 2.0 on HLS", "Prithvi-EO-2.0"),
        ("EfficientNet-B4 backbone", "EfficientNet-B4"),
        ("a ViT-L encoder", "ViT-L"),
        ("the ViT weights", "ViT"),
        ("fine-tune Clay on peat", "Clay"),
        ("affine Presto sur mes parcelles", "Presto"),
        ("Prithvi or Galileo", "Galileo"),
    ],
)
def test_a_version_belongs_to_the_name(text: str, name: str) -> None:
    assert name in [entry.id for _, _, entry in versioned(text)]


@pytest.mark.parametrize(
    "text", ["clay soils of Kent", "Galileo satellites", "il vit à Lyon", "run clay samples", "vgg"]
)
def test_words_that_are_no_model_are_left_alone(text: str) -> None:
    assert list(versioned(text)) == []


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("a random forest classifier", "en", "Random Forest"),
        ("classification par forêts aléatoires", "fr", "Random Forest"),
        ("forêts d'arbres décisionnels", "fr", "Random Forest"),
        ("support vector machines", "en", "SVM"),
        ("séparateur à vaste marge", "fr", "SVM"),
        ("k plus proches voisins", "fr", "k-NN"),
        ("faster rcnn", "en", "Faster R-CNN"),
        ("swin transformer", "en", "Swin Transformer"),
        ("lightgbm", "en", "LightGBM"),
        ("réseau de neurones convolutif", "fr", "CNN"),
        ("k-moyennes", "fr", "k-means"),
        ("SatlasPretrain", "en", "Satlas"),
    ],
)
def test_models_are_found_in_words(text: str, language: str, name: str) -> None:
    found = find_names(text, "fr" if language == "fr" else "en")

    assert name in [match.entry.id for match in found if match.kind == "model"]


def test_every_model_has_a_name_in_both_languages() -> None:
    assert all(entry.name_en and entry.name_fr for entry in learned_models().values())
    assert len(learned_models()) > 150
