"""Dates and places of meetings, deadlines, past events and the writer are told in passing where another one is asked about."""

from __future__ import annotations

from datetime import date

import pytest

from conductor.composer.grammar import understand
from conductor.composer.when.periods import read_periods
from conductor.question import Question

NOW = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("After our meeting of 4 June, send the scenes of 1 to 31 March 2025", "en"),
        ("My report (deadline 1 July 2026) needs the scenes of 1 to 31 March 2025", "en"),
        ("We fly on 20 June; scenes of 1 to 31 March 2025 please", "en"),
        ("Suite à la réunion du 4 juin, les scènes du 1er au 31 mars 2025", "fr"),
        ("As agreed with Ms. Ireland on 2 June 2026: the scenes of 1 to 31 March 2025", "en"),
        ("Comme convenu avec Mme France le 2 juin 2026 : les scènes du 1er au 31 mars 2025", "fr"),
        ("les scènes du 1er au 31 mars 2025, réponse avant le 3 juillet 2026 svp", "fr"),
        ("échéance le 30 juin 2026 : les scènes du 1er au 31 mars 2025", "fr"),
        ("after the drought of 2022, what was the rain from 1 to 31 March 2025", "en"),
        ("après la crue de janvier 2024, la pluie du 1er au 31 mars 2025", "fr"),
    ],
)
def test_what_is_told_in_passing_is_left_out(text: str, language: str) -> None:
    read = read_periods(text, now=NOW, language=language)

    assert [(p.start, p.end) for p in read.periods] == [("2025-03-01", "2025-03-31")]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("images after the flood of August 2022", ["2022-08-01"]),
        ("the meeting of 4 June 2026", ["2026-06-04"]),
        ("after the storm of 3 May until 10 May 2025", ["2025-05-03"]),
    ],
)
def test_the_only_date_is_kept(text: str, starts: list[str]) -> None:
    assert [p.start for p in read_periods(text, now=NOW, language="en").periods] == starts


def test_a_retreat_is_no_receipt() -> None:
    (period,) = read_periods("le glacier est en recul de 1985 à 2025", now=NOW, language="fr").periods
    assert (period.start, period.end) == ("1985-01-01", "2025-12-31")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("I live in Malmö but I need the sea ice extent in the Gulf of Bothnia in March 2026.", ["Gulf of Bothnia"]),
        ("J'habite à Brest mais je voudrais la température moyenne à Grenoble en juillet 2022.", ["Grenoble"]),
        ("Although our office is in Geneva, we only care about Bhutan: rain in 2020", ["Bhutan"]),
        ("Bien que notre bureau soit à Genève, seul le Bhoutan nous intéresse : pluie en 2020", ["Bhoutan"]),
        ("Following the workshop in Rome, what was the rain in Sardinia in 2020?", ["Sardinia"]),
        ("My colleague in Ankara and I want the snow cover of the Taurus mountains on 1 February 2025.", ["Taurus mountains"]),
        ("Our Zurich client wants the daily maximum wind gusts in Graz for 2020-2024.", ["Graz"]),
        ("I live in Lyon, my sister in Nice: compare the rain in 2020", ["Lyon", "Nice"]),
        ("I live in Malmö. How much did it rain in 2020?", ["Malmö"]),
    ],
)  # fmt: skip
def test_where_the_writer_is_at_home_is_not_asked_about(text: str, places: list[str]) -> None:
    intents = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents
    assert [place.name for place in intents[0].places] == places


def test_the_year_told_before_the_question_is_that_year() -> None:
    text = (
        "Dear Sir or Madam, I have kept a rain gauge in Zaragoza for 31 years and it showed 512 mm in 2018. "
        "Could you check what ERA5-Land has for that year? Yours, Don Paris"
    )
    (intent,) = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z")).intents[:1]
    assert [p.start for p in intent.periods] == ["2018-01-01"] and intent.places[0].name == "Zaragoza"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Our farm lost its maize last year. Could you give the rain of Kano from May to July 2025?", "en"),
        (
            "Notre ferme a perdu son maïs l'an dernier. Pourriez-vous donner la pluie de Kano de mai à juillet 2025 ?",
            "fr",
        ),
    ],
)
def test_a_time_of_the_writers_story_is_not_asked_about(text: str, language: str) -> None:
    assert [p.start for p in read_periods(text, now=date(2026, 6, 15), language=language).periods] == ["2025-05-01"]


def test_the_day_of_an_event_that_heads_a_comparison_is_left_out() -> None:
    text = "Antakya earthquake 6 Feb 2023: damage, 9 February 2023 vs 1 February 2023"
    read = read_periods(text, now=date(2026, 6, 15), language="en").periods
    assert [(p.role, p.start) for p in read] == [("target", "2023-02-09"), ("reference", "2023-02-01")]


def test_two_sentences_that_both_ask_keep_their_times() -> None:
    text = "We need the rain of Kano in 2019. Could you add that of 2024?"
    read = read_periods(text, now=date(2026, 6, 15), language="en").periods
    assert [p.start for p in read] == ["2019-01-01", "2024-01-01"]


def test_the_season_that_a_work_is_about_gives_way_to_the_month_asked() -> None:
    text = "Pour une exposition sur les hivers d'antan, température de janvier, 1940-1970"
    assert read_periods(text, now=date(2026, 6, 15), language="fr").months == (1,)
    alone = "For a report on winter, temperature, 1940-1970"
    assert read_periods(alone, now=date(2026, 6, 15), language="en").months == (12, 1, 2)
