"""Tomorrow's weather is refused, questions about forecasting are not."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question


def reason(text: str) -> str | None:
    refusal = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).declined
    return refusal.reason if refusal else None


@pytest.mark.parametrize(
    "text",
    [
        "Should I carry an umbrella in Hanoi the day after tomorrow?",
        "Y aura-t-il du brouillard à Heathrow demain matin ?",
        "do I need sunscreen in Cannes tomorrow?",
        "Will the ice be thick enough in Aupaluk next week?",
        "La glace sera-t-elle assez épaisse à Aupaluk la semaine prochaine ?",
    ],
)
def test_the_weather_of_tomorrow_is_refused(text: str) -> None:
    assert reason(text) == "no_such_data"


@pytest.mark.parametrize("text", ["Can you forecast the weather?", "how many sunny days did Cannes have in 2022?"])
def test_what_asks_of_no_day_to_come_is_not_refused(text: str) -> None:
    assert reason(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "what'll the temperature be in Turin this coming Thursday",
        "hurricane track forecast for Cancún this week",
        "is a thunderstorm coming to Lima tonight?",
        "what will the weather be on my wedding day, 20 August 2026, in Bordeaux?",
        "tomorrow's UV index in Rosario",
        "le week-end sera-t-il venteux à Cardiff ?",
        "Les maximales de la semaine prochaine à Séville, s'il te plaît",
    ],
)
def test_weather_of_coming_days_is_refused(text: str) -> None:
    refusal = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).declined
    assert refusal is not None and refusal.reason == "no_such_data"


@pytest.mark.parametrize(
    "text",
    [
        "Can you forecast next week's weather or only do climate?",
        "Est-ce que tu sais faire des prévisions météo pour la semaine prochaine, ou juste du climat ?",
        "temperature in Bordeaux in August 2050, ssp245",
        "What was the weather like in Lyon last week?",
    ],
)
def test_other_times_and_abilities_are_not_refused(text: str) -> None:
    assert understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).declined is None


@pytest.mark.parametrize(
    "text",
    [
        "what weather can we expect in Malaga next month",
        "quel temps peut-on attendre à Malaga le mois prochain",
        "will there be sun on Saturday in Nice",
        "état de la mer dans le golfe de Gascogne pour les prochaines 24 h",
        "Give me the five-day outlook for Dakar",
        "How hot is Tuesday going to be in Athens?",
    ],
)
def test_what_is_to_be_expected_soon_is_a_forecast(text: str) -> None:
    refusal = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).declined
    assert refusal is not None and refusal.reason == "no_such_data"


@pytest.mark.parametrize(
    "text",
    ["Which weather forecast sources are registered with you?", "Can you forecast tomorrow's weather, or only the climate?"],
)  # fmt: skip
def test_whether_there_are_forecasts_is_explained(text: str) -> None:
    understanding = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z"))
    assert understanding.declined is None and understanding.intents[0].action == "explain"


@pytest.mark.parametrize(
    "text",
    [
        "For a podcast: how has the sea ice of the Beaufort Sea changed since 1990? We record tomorrow.",
        "Il me faut la pluie à Oslo en 2020. On boucle vendredi.",
        "Did it rain in Oslo today?",
        "Le temps à Melbourne aujourd'hui",
        "Le temps qu'il faisait à Oslo hier",
    ],
)
def test_a_diary_beside_what_is_over_and_the_day_itself_are_not_refused(text: str) -> None:
    assert reason(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Will it rain in Oslo today?",
        "Va-t-il pleuvoir à Oslo cette semaine ?",
        "Air quality in Paris tomorrow",
        "Alerte de crue pour demain à Passau",
        "Le temps demain à Nairobi",
    ],
)
def test_hazards_and_hours_to_come_are_refused(text: str) -> None:
    assert reason(text) == "no_such_data"
