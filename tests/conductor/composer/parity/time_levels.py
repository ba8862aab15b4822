"""Wordings of warming levels, and of times that are set side by side or between which something changed."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning
from tests.conductor.composer.parity.time_wordings import when

LEVEL = ("heatwaves in Spain {}", "canicules en Espagne {}")
WHOLE = ("{}", "{}")

MEANINGS = (
    when(
        "a change with no reference said",
        "2041-01-01..2060-12-31; reference 1995-01-01..2014-12-31",
        """How will rainfall change in Togo by 2050 under ssp245?
        change in rainfall in Togo by 2050 under ssp245
        How much more rain will Togo get by 2050 under ssp245?
        What changes in rainfall are projected for Togo by 2050 under ssp245?
        projected rainfall change, Togo, 2041-2060, ssp245
        By how much will rainfall increase in Togo by 2050 under ssp245?""",
        """Comment la pluie va-t-elle changer au Togo d'ici 2050 selon ssp245 ?
        changement de la pluie au Togo d'ici 2050 selon ssp245
        Combien de pluie en plus au Togo d'ici 2050 selon ssp245 ?
        Quels changements de pluie sont projetés pour le Togo d'ici 2050 selon ssp245 ?
        changement projeté de la pluie, Togo, 2041-2060, ssp245
        De combien la pluie va-t-elle augmenter au Togo d'ici 2050 selon ssp245 ?""",
        frames=WHOLE,
    ),
    when(
        "both years side by side",
        "2013-01-01..2013-12-31; 2023-01-01..2023-12-31",
        """Compare rainfall in Poland in 2013 and 2023
        Compare 2013 and 2023 for rainfall in Poland
        Put rainfall in Poland in 2013 and in 2023 side by side
        Rainfall in Poland: compare 2013 and 2023
        Compare the rain of Poland in 2013 and in 2023""",
        """Compare la pluie en Pologne en 2013 et 2023
        Compare 2013 et 2023 pour la pluie en Pologne
        Mets côte à côte la pluie en Pologne en 2013 et en 2023
        Pluie en Pologne : comparer 2013 et 2023
        Comparez la pluie de Pologne en 2013 et en 2023
        Comparaison de la pluie en Pologne en 2013 et en 2023""",
        frames=WHOLE,
    ),
    when(
        "years between which it changed",
        "2023-01-01..2023-12-31; reference 2013-01-01..2013-12-31",
        """What changed around Kampala between 2013 and 2023? Landsat
        How has Kampala changed between 2013 and 2023? Landsat
        Changes around Kampala from 2013 to 2023, Landsat
        Detect changes between 2013 and 2023 around Kampala with Landsat""",
        """Qu'est-ce qui a changé autour de Kampala entre 2013 et 2023 ? Landsat
        Comment Kampala a-t-elle changé entre 2013 et 2023 ? Landsat
        Changements autour de Kampala de 2013 à 2023, Landsat
        Détecte les changements entre 2013 et 2023 autour de Kampala avec Landsat""",
        frames=WHOLE,
    ),
    when(
        "days between which it changed",
        "2024-09-20..2024-09-20; reference 2024-09-03..2024-09-03",
        """Difference between the Sentinel-2 images of Valencia of 3 and 20 September 2024
        Sentinel-2 images of Valencia: what changed between 3 September and 20 September 2024?
        Compare Valencia before and after, Sentinel-2 of 20 September 2024 against 3 September 2024
        What changed in Valencia between 3 and 20 September 2024, Sentinel-2?""",
        """Différence entre les images Sentinel-2 de Valence (Espagne) du 3 et du 20 septembre 2024
        Images Sentinel-2 de Valence (Espagne) : qu'est-ce qui a changé entre le 3 septembre et le 20 septembre 2024 ?
        Compare Valence (Espagne) avant et après, Sentinel-2 du 20 septembre 2024 contre le 3 septembre 2024
        Qu'est-ce qui a changé à Valence (Espagne) entre le 3 et le 20 septembre 2024, Sentinel-2 ?""",
        frames=WHOLE,
    ),
    when(
        "one warming level",
        "target 2 degC",
        """at 2 °C of warming
        at 2°C of global warming
        at two degrees of warming
        in a 2 °C warmer world
        in a +2 °C world
        in a two-degree world
        in a world 2 °C warmer
        with 2 degrees of warming
        under 2 °C of global warming
        at GWL 2
        at a global warming level of 2 °C
        at +2°C
        if the world warms by 2 °C
        when global warming reaches 2 °C
        once the world is 2 degrees warmer
        at a warming of 2 °C
        at 2C warming
        at 2 K of warming
        at the 2 °C warming level
        if the planet warms by two degrees
        if warming hits 2 °C""",
        """à 2 °C de réchauffement
        à 2°C de réchauffement global
        à deux degrés de réchauffement
        dans un monde à +2 °C
        dans un monde à 2 degrés
        dans un monde plus chaud de 2 °C
        avec 2 degrés de réchauffement
        sous 2 °C de réchauffement planétaire
        à un niveau de réchauffement de 2 °C
        à +2°C
        si le monde se réchauffe de 2 °C
        quand le réchauffement atteint 2 °C
        quand le réchauffement mondial atteindra 2 °C
        pour un réchauffement de 2 °C
        à 2C de rechauffement
        au niveau de réchauffement 2 °C
        si la planète se réchauffe de deux degrés
        dans un monde réchauffé de 2 °C
        une fois la planète réchauffée de 2 degrés
        si le réchauffement atteint deux degrés
        à +2 degrés
        dans une France à +2 °C""",
        frames=LEVEL,
    ),
    when(
        "a level and a half",
        "target 1.5 degC",
        """at 1.5 °C of warming
        at one and a half degrees of warming
        in a 1.5-degree world
        at 1.5C
        at +1.5 °C
        if warming is held at 1.5 °C
        at a warming level of 1.5 degrees""",
        """à 1,5 °C de réchauffement
        à un degré et demi de réchauffement
        dans un monde à 1,5 degré
        à 1,5°C
        à +1,5 °C
        si le réchauffement est limité à 1,5 °C
        à un niveau de réchauffement de 1,5 degré
        à 1.5 °C de réchauffement""",
        frames=LEVEL,
    ),
    when(
        "two warming levels",
        "target 2 degC; target 4 degC",
        """at 2 °C versus 4 °C of warming
        at 2 °C and 4 °C of warming
        at 2 and 4 °C of warming
        at +2 °C vs +4 °C
        at 2 °C and at 4 °C of global warming
        at two versus four degrees of warming
        in a 2 °C world and in a 4 °C world
        at 2 °C or 4 °C of warming
        in a 2 °C world against a 4 °C world
        at GWL 2 and GWL 4
        at 2 °C compared with 4 °C of warming""",
        """à 2 °C contre 4 °C de réchauffement
        à 2 °C et 4 °C de réchauffement
        à 2 et 4 °C de réchauffement
        à +2 °C vs +4 °C
        à 2 °C et à 4 °C de réchauffement global
        à deux contre quatre degrés de réchauffement
        dans un monde à 2 °C et dans un monde à 4 °C
        à 2 °C ou 4 °C de réchauffement
        dans un monde à +2 °C face à un monde à +4 °C
        à +2 °C et +4 °C
        à 2 °C versus 4 °C de réchauffement""",
        frames=LEVEL,
    ),
    when(
        "two seasons compared",
        "1976-06-01..1976-08-31; 2003-06-01..2003-08-31",
        """Compare the summers of 1976 and 2003 in Poland, temperature
        Temperature in Poland: compare summer 1976 and summer 2003
        Compare temperature in Poland in the summers of 1976 and 2003
        Put the summers 1976 and 2003 side by side, temperature in Poland""",
        """Compare les étés 1976 et 2003 en Pologne, température
        Température en Pologne : comparer l'été 1976 et l'été 2003
        Compare la température en Pologne aux étés de 1976 et de 2003
        Mets les étés 1976 et 2003 côte à côte, température en Pologne""",
        frames=WHOLE,
    ),
    when(
        "since when, no reference",
        "1995-01-01..2026-06-15",
        """How much has the Aletsch glacier shrunk since 1995?
        By how much did the Aletsch glacier retreat since 1995?
        Aletsch glacier retreat since 1995
        Shrinkage of the Aletsch glacier from 1995 to today
        What has the Aletsch glacier lost since 1995?""",
        """De combien le glacier d'Aletsch a-t-il reculé depuis 1995 ?
        Recul du glacier d'Aletsch depuis 1995
        Combien le glacier d'Aletsch a-t-il perdu depuis 1995 ?
        Fonte du glacier d'Aletsch de 1995 à aujourd'hui
        Qu'a perdu le glacier d'Aletsch depuis 1995 ?""",
        frames=WHOLE,
    ),
    Meaning(
        name="a level that is passed, or kept below, on a condition",
        slots={"action": "project", "quantities": ("pr",), "periods": ("target 2 degC",)},
        english=(
            "What becomes of rain in Peru if we go past 2 °C?",
            "What becomes of rain in Peru if warming goes beyond 2 °C?",
            "What becomes of rain in Peru if we stay below 2 °C?",
            "What becomes of rain in Peru once the world is past 2 °C?",
            "Rain in Peru once 2 °C is exceeded",
            "Rain in Peru if it warms by 2 °C",
        ),
        french=(
            "Que devient la pluie au Pérou si on dépasse 2 °C ?",
            "Que devient la pluie au Pérou si le réchauffement va au-delà de 2 °C ?",
            "Que devient la pluie au Pérou si on reste sous 2 °C ?",
            "Que devient la pluie au Pérou une fois les 2 °C passés ?",
            "Pluie au Pérou une fois 2 °C dépassés",
            "Pluie au Pérou si le climat se réchauffe de 2 °C",
        ),
    ),
    Meaning(
        name="a second level, added with its plus",
        slots={"periods": ("target 1.5 degC", "target 3 degC"), "quantities": ("pr",)},
        english=(
            "If we go past 1.5 °C, what happens to rainfall in Peru? At +3 °C too.",
            "Rain in Peru in a 1.5 °C world, and at +3 °C",
            "Rain in Peru at +1.5 °C. Also at +3 °C.",
        ),
        french=(
            "Si on dépasse 1,5 °C, que devient la pluie au Pérou ? À +3 °C aussi.",
            "Pluie au Pérou dans un monde à 1,5 °C, et à +3 °C",
            "Pluie au Pérou à +1,5 °C. Également à +3 °C.",
        ),
    ),
)
