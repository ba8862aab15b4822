"""What is put around a question is taken off, and what only looks like it stays."""

from __future__ import annotations

import pytest

from conductor.composer.text.language import Language
from conductor.composer.text.utterance import utterance
from conductor.composer.wrappers import without_wrappers
from tests.conductor.composer.understood import first, understood


def bare(text: str, language: Language = "en", *, new: bool = True) -> str:
    return without_wrappers(utterance(text, language=language), new=new).text


@pytest.mark.parametrize(
    ("wrapped", "language", "asked"),
    [
        ("Hello, rain in Oslo", "en", "rain in Oslo"),
        ("Good morning everyone! Rain in Oslo?", "en", "Rain in Oslo?"),
        ("Hi team, sorry for the bother: quick question: rain in Oslo? Thanks a lot! Cheers, Bob", "en", "rain in Oslo?"),
        ("I would like to know the answer to this: rain in Oslo", "en", "rain in Oslo"),
        ("Can you help me? Rain in Oslo", "en", "Rain in Oslo"),
        ("For my thesis, rain in Oslo", "en", "rain in Oslo"),
        ("As a teacher, rain in Oslo", "en", "rain in Oslo"),
        ("Rain in Oslo, please?", "en", "Rain in Oslo ?"),
        ("Rain in Oslo with Landsat Thanks!", "en", "Rain in Oslo with Landsat"),
        ("Rain in Oslo.\n\nBest regards,\nJ. Smith", "en", "Rain in Oslo"),
        ("Rain in Oslo. It's for a report.", "en", "Rain in Oslo"),
        ("rain in Oslo ASAP 😊", "en", "rain in Oslo"),
        ("- rain in Oslo...", "en", "rain in Oslo"),
        ("Bonjour à tous, pluie à Oslo", "fr", "pluie à Oslo"),
        ("Salut ! pluie à Oslo svp", "fr", "pluie à Oslo"),
        ("Je voudrais savoir ceci : pluie à Oslo", "fr", "pluie à Oslo"),
        ("Désolé de vous déranger, mais pluie à Oslo ?", "fr", "pluie à Oslo ?"),
        ("J'ai besoin de ceci pour ma thèse : pluie à Oslo", "fr", "pluie à Oslo"),
        ("En tant que professeur, pluie à Oslo", "fr", "pluie à Oslo"),
        ("pluie à Oslo ? Merci d'avance, Anna", "fr", "pluie à Oslo ?"),
        ("pluie à Oslo. C'est urgent. Dans l'attente de votre réponse.", "fr", "pluie à Oslo"),
    ],
)  # fmt: skip
def test_wrappers_are_taken_off(wrapped: str, language: Language, asked: str) -> None:
    assert bare(wrapped, language) == asked


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Thanks!", "en"),
        ("perfect, thanks", "en"),
        ("no thanks", "en"),
        ("Which of the two is best?", "en"),
        ("thanks to satellites, what do we know", "en"),
        ("As a map, rain in Oslo", "en"),
        ("Find the first image as soon as possible after the fire", "en"),
        ("two quick questions: rain in Oslo, and snow", "en"),
        ("Question 1: rain. Question 2: snow", "en"),
        ("rain for the report of Oslo", "en"),
        ("- rain in Oslo\n- snow in Oslo", "en"),
        ("So far this year, how much rain?", "en"),
        ("Merci de me donner la pluie à Oslo", "fr"),
        ("Bonjour de Lagos, quelle pluie ?", "fr"),
        ("quelles régions se réchauffent le plus vite ?", "fr"),
        ("Alors que la pluie diminue, combien ?", "fr"),
        ("Bonjour, architecte à la ville de Gatineau. Quelle pluie en 2050 ?", "fr"),
    ],
)
def test_what_only_looks_like_a_wrapper_stays(text: str, language: Language) -> None:
    assert bare(text, language) == text


def test_what_opens_a_talk_leads_a_later_turn_on() -> None:
    assert bare("OK, so rain in Oslo") == "rain in Oslo"
    assert bare("OK, so rain in Oslo", new=False) == "OK, so rain in Oslo"


def test_spans_point_into_what_was_typed() -> None:
    text = "Hello, how warm was Oslo in July 2020, please?"
    span = first(text).places[0].span
    assert span is not None and text[span.start : span.end] == "Oslo"


def test_a_greeting_alone_is_one() -> None:
    assert understood("good morning! 🙏").declined is None and understood("hiya, anyone home?").declined is None
