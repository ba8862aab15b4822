"""Lengths of time counted from a date, before it, after it and around it. Wordings of each, English and French."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning


def _span(name: str, period: str, english: str, french: str) -> Meaning:
    return Meaning(
        name=name,
        slots={"periods": (period,)},
        frames=("Rain in Nairobi {}", "Pluie à Nairobi {}"),
        english=tuple(english.split("\n")),
        french=tuple(french.split("\n")),
    )


MEANINGS = (
    _span("so many days after", "target 2024-04-11..2024-04-20",
        "for the ten days following 10 April 2024\nin the 10 days after 10 April 2024\nduring the ten days that followed 10 April 2024\nover the first ten days after 10 April 2024",
        "dans les dix jours suivant le 10 avril 2024\nsur les 10 jours après le 10 avril 2024\ndurant les dix jours qui ont suivi le 10 avril 2024\npendant les dix jours qui suivent le 10 avril 2024"),
    _span("so many weeks before", "target 2024-03-27..2024-04-09",
        "in the two weeks before 10 April 2024\nover the two weeks leading up to 10 April 2024\nduring the two weeks that preceded 10 April 2024",
        "dans les deux semaines avant le 10 avril 2024\nsur les deux semaines précédant le 10 avril 2024\ndurant les deux semaines qui ont précédé le 10 avril 2024"),
    _span("the one month before", "target 2024-04-15..2024-05-14",
        "in the month before 15 May 2024\nover the month preceding 15 May 2024\nduring the month that preceded 15 May 2024",
        "dans le mois avant le 15 mai 2024\nsur le mois précédant le 15 mai 2024\ndurant le mois qui a précédé le 15 mai 2024"),
    _span("so many years after a year", "target 2004-01-01..2008-12-31",
        "in the five years after 2003\nover the 5 years following 2003\nduring the five years that followed 2003",
        "dans les cinq ans après 2003\nsur les 5 années suivant 2003\ndurant les cinq années qui ont suivi 2003"),
    _span("on both sides", "target 2024-04-05..2024-04-15",
        "within five days of 10 April 2024\nin the five days around 10 April 2024\nfive days either side of 10 April 2024",
        "à moins de cinq jours du 10 avril 2024\ndans les cinq jours autour du 10 avril 2024\ncinq jours de part et d'autre du 10 avril 2024"),
    _span("one day so much later", "target 2024-04-20..2024-04-20",
        "ten days after 10 April 2024\n10 days after 10 April 2024\non the day after 19 April 2024",
        "dix jours après le 10 avril 2024\n10 jours après le 10 avril 2024\nle lendemain du 19 avril 2024"),
    _span("the eve", "target 2024-04-09..2024-04-09",
        "the day before 10 April 2024\non the day before 10 April 2024\none day before 10 April 2024",
        "la veille du 10 avril 2024\nle jour avant le 10 avril 2024\nun jour avant le 10 avril 2024"),
    _span("no length told", "target 2011-01-01..None",
        "in the years after 2010\nafter 2010\nin the years that followed 2010",
        "dans les années suivant 2010\naprès 2010\ndans les années qui ont suivi 2010"),
    Meaning(name="so long after what happened", slots={"periods": ("target 2022-01-16..2022-01-29",)}, frames=("Landsat images of Tonga {}", "Images Landsat des Tonga {}"),
        english=("in the two weeks after the eruption of 15 January 2022", "from the 14 days that followed the eruption of 15 January 2022", "for the two weeks following the eruption of 15 January 2022"),
        french=("dans les deux semaines qui ont suivi l'éruption du 15 janvier 2022", "des 14 jours suivant l'éruption du 15 janvier 2022", "pour les deux semaines après l'éruption du 15 janvier 2022")),
)  # fmt: skip
