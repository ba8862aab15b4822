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
    Meaning(name="recovered from one day to another", slots={"action": "change", "periods": ("reference 2022-07-10..2022-07-10", "target 2022-10-15..2022-10-15")}, frames=("Did the NDVI of the Camargue {} between 10 July and 15 October 2022?", "Le NDVI de la Camargue {} entre le 10 juillet et le 15 octobre 2022 ?"),
        english=("recover", "bounce back", "rebound", "rise"),
        french=("a-t-il remonté", "est-il remonté", "a-t-il rebondi", "a-t-il repris")),
    Meaning(name="how far the sea rises", slots={"action": "project", "periods": ("target 2081-01-01..2100-12-31", "reference 1995-01-01..2014-12-31")}, frames=("{} off Dakar by 2100 under ssp585", "{} au large de Dakar d'ici 2100 selon ssp585"),
        english=("How far will the sea rise", "By how much will the sea rise", "Tell me how far the sea will rise"),
        french=("De combien la mer va-t-elle monter", "Jusqu'où la mer montera-t-elle", "Dis-moi de combien la mer va monter")),
    Meaning(name="scarcer to come", slots={"action": "project", "quantities": ("pr",), "periods": ("target 2041-01-01..2060-12-31", "reference 1995-01-01..2014-12-31")}, frames=("{} in Tunisia by 2050 under ssp245?", "{} en Tunisie d'ici 2050 selon ssp245 ?"),
        english=("Could rain become scarcer", "Will rain become rarer", "Will rain dwindle"),
        french=("Se pourrait-il que les pluies se raréfient", "La pluie va-t-elle se raréfier", "Les pluies vont-elles diminuer")),
    Meaning(name="heat waves that grow longer", slots={"quantities": ("heat_wave_max_length",), "action": "trend"},
        english=("Tell me whether heat waves have been getting longer in Delhi since 1980.", "Have heatwaves been getting longer in Delhi since 1980?", "Are heat waves lengthening in Delhi since 1980?"),
        french=("Dis-moi si les vagues de chaleur s'allongent à Delhi depuis 1980.", "Les vagues de chaleur s'allongent-elles à Delhi depuis 1980 ?", "Les canicules s'allongent-elles à Delhi depuis 1980 ?")),
    Meaning(name="how long a heat wave lasts", slots={"quantities": ("heat_wave_max_length",)},
        english=("How long does a heat wave last on average in Lahore in the 2040s under ssp370?", "How long did the heat wave of June 2019 last in Nîmes?", "How long will heat waves last in Delhi by 2060 under ssp245?"),
        french=("Combien de temps dure en moyenne une vague de chaleur à Lahore dans les années 2040 selon ssp370 ?", "Combien de temps a duré la canicule de juin 2019 à Nîmes ?", "Combien de temps dureront les vagues de chaleur à Delhi d'ici 2060 selon ssp245 ?")),
    Meaning(name="how far the water came", slots={"statistics": ()}, frames=("{} in Dresden in August 2002.", "{} à Dresde en août 2002."),
        english=("I need to know how far the water reached", "Show how far the water reached", "Tell me how far the water came"),
        french=("J'ai besoin de savoir jusqu'où l'eau est montée", "Montre jusqu'où l'eau est montée", "Dis-moi jusqu'où est montée l'eau")),
)  # fmt: skip
