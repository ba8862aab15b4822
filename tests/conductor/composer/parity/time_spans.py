"""Wordings of open and closed spans of years, of several years and of parts of a year."""

from __future__ import annotations

from tests.conductor.composer.parity.time_wordings import FUTURE, when

MEANINGS = (
    when(
        "since a year",
        "1980-01-01..2026-06-15",
        """since 1980
        from 1980 onwards
        from 1980 on
        from 1980 to now
        from 1980 to today
        from 1980 to the present
        1980 to present
        1980-present
        from 1980 until now
        from 1980 up to today
        between 1980 and now
        between 1980 and today
        ever since 1980
        starting in 1980
        beginning in 1980
        since the year 1980
        since the start of 1980
        since January 1980
        since 1980 until today
        1980 onward
        from 1980 through today
        from 1980 to date
        from 1980 till now
        from 1980 up to the present day""",
        """depuis 1980
        à partir de 1980
        a partir de 1980
        de 1980 à maintenant
        de 1980 à aujourd'hui
        de 1980 à nos jours
        1980 à aujourd'hui
        1980-aujourd'hui
        de 1980 jusqu'à maintenant
        de 1980 jusqu'à aujourd'hui
        entre 1980 et maintenant
        entre 1980 et aujourd'hui
        depuis l'année 1980
        depuis l'an 1980
        depuis le début de 1980
        depuis janvier 1980
        depuis 1980 jusqu'à aujourd'hui
        de 1980 jusqu'à ce jour
        de 1980 à ce jour
        de 1980 a nos jours
        dès 1980
        de 1980 au présent
        de 1980 à présent
        depuis 1980 à nos jours""",
    ),
    when(
        "since a decade",
        "1980-01-01..2026-06-15",
        """since the 1980s
        since the eighties
        since the 80s
        from the 1980s to today
        from the eighties until now
        from the 1980s onwards
        ever since the 80s""",
        """depuis les années 1980
        depuis les années quatre-vingt
        depuis les années 80
        des années 1980 à aujourd'hui
        des années 80 à nos jours
        à partir des années 1980
        depuis les annees 80""",
    ),
    when(
        "since the turn of the century",
        "2001-01-01..2026-06-15",
        """since the turn of the century
        since the turn of the millennium
        since the start of the century
        since the beginning of the 21st century""",
        """depuis le début du siècle
        depuis le tournant du siècle
        depuis le début du XXIe siècle
        depuis le début du millénaire""",
    ),
    when(
        "after a year",
        "1991-01-01..",
        """after 1990
        later than 1990
        past 1990
        following 1990
        beyond 1990
        after the year 1990
        after the end of 1990
        after December 1990""",
        """après 1990
        apres 1990
        au-delà de 1990
        postérieure à 1990
        ultérieure à 1990
        après l'année 1990
        après la fin de 1990
        après décembre 1990""",
    ),
    when(
        "before a year",
        "..1989-12-31",
        """before 1990
        prior to 1990
        earlier than 1990
        preceding 1990
        before the year 1990
        pre-1990
        before January 1990""",
        """avant 1990
        antérieure à 1990
        antérieurement à 1990
        précédant 1990
        avant l'année 1990
        avant janvier 1990
        avant l'an 1990
        anterieure a 1990""",
    ),
    when(
        "up to a year",
        "..1990-12-31",
        """until 1990
        up to 1990
        through to 1990
        till 1990
        up until 1990
        until the end of 1990
        up to and including 1990
        up till 1990
        until December 1990""",
        """jusqu'en 1990
        jusqu'à 1990
        jusque 1990
        jusqu'à la fin de 1990
        jusqu'à fin 1990
        jusqu'en 1990 inclus
        jusqu'en décembre 1990
        jusqu'à l'année 1990
        jusqu'a 1990
        jusqu'à l'an 1990""",
    ),
    when(
        "through a coming year",
        "2026-06-15..2050-12-31",
        """through 2050
        from now to 2050
        from now until 2050
        until 2050
        up to 2050
        from today to 2050
        between now and 2050
        from the present to 2050
        till 2050
        up until 2050""",
        """jusqu'en 2050
        de maintenant à 2050
        d'aujourd'hui à 2050
        jusqu'à 2050
        entre maintenant et 2050
        entre aujourd'hui et 2050
        d'aujourd'hui jusqu'en 2050
        de maintenant jusqu'en 2050
        à partir de maintenant jusqu'en 2050
        d'aujourd'hui à l'an 2050""",
        frames=FUTURE,
    ),
    when(
        "a coming span",
        "2041-01-01..2070-12-31",
        """in 2041-2070
        for 2041–2070
        over 2041-70
        between 2041 and 2070
        from 2041 to 2070
        during the period 2041-2070
        over the 30 years 2041-2070
        for the 2041 to 2070 period
        over the span 2041 to 2070
        averaged over 2041-2070
        2041 through 2070
        2041/2070
        for the window 2041-2070
        for 2041 - 2070
        2041 thru 2070""",
        """en 2041-2070
        pour 2041–2070
        sur 2041-70
        entre 2041 et 2070
        de 2041 à 2070
        pendant la période 2041-2070
        sur les 30 ans 2041-2070
        pour la période de 2041 à 2070
        sur la période allant de 2041 à 2070
        en moyenne sur 2041-2070
        2041 à 2070
        2041/2070
        sur la fenêtre 2041-2070
        pour 2041 - 2070
        2041 a 2070""",
        frames=FUTURE,
    ),
    when(
        "two single years",
        "2010-01-01..2010-12-31; 2020-01-01..2020-12-31",
        """in 2010 and 2020
        in 2010 and in 2020
        for the years 2010 and 2020
        for 2010, 2020
        both in 2010 and in 2020
        for 2010 & 2020
        2010 + 2020""",
        """en 2010 et 2020
        en 2010 et en 2020
        pour 2010, 2020
        en 2010 ainsi qu'en 2020
        pour 2010 & 2020
        2010 + 2020""",
    ),
    when(
        "three spans",
        "2021-01-01..2040-12-31; 2041-01-01..2060-12-31; 2081-01-01..2100-12-31",
        """for the near term, mid-century and the end of the century
        for 2021-2040, 2041-2060 and 2081-2100
        in the near term, at mid-century and at the end of the century
        2021-2040; 2041-2060; 2081-2100
        in the short, medium and long term
        for the near, mid and long term""",
        """à court terme, au milieu du siècle et à la fin du siècle
        pour 2021-2040, 2041-2060 et 2081-2100
        à court, moyen et long terme
        2021-2040 ; 2041-2060 ; 2081-2100
        à court terme, à mi-siècle et en fin de siècle
        aux horizons court, moyen et long terme""",
        frames=FUTURE,
    ),
    when(
        "two horizons",
        "2041-01-01..2060-12-31; 2081-01-01..2100-12-31",
        """by 2050 and 2100
        by 2050 and by 2100
        around 2050 and around 2100
        at the 2050 and 2100 horizons
        at mid-century and at the end of the century
        by mid-century and the end of the century""",
        """d'ici 2050 et 2100
        d'ici 2050 et d'ici 2100
        aux horizons 2050 et 2100
        à l'horizon 2050 et à l'horizon 2100
        vers 2050 et vers 2100
        au milieu et à la fin du siècle
        à la mi-siècle et à la fin du siècle""",
        frames=FUTURE,
    ),
    when(
        "a fiscal year",
        "2023-04-01..2024-03-31",
        """in FY2023-24
        in fiscal year 2023-24
        in the fiscal year 2023-2024
        for financial year 2023/24
        for FY 2023/24
        during the 2023-24 financial year""",
        """pour l'exercice 2023-2024
        pendant l'exercice financier 2023-24
        durant l'année fiscale 2023-2024
        pour l'année budgétaire 2023-24
        sur l'exercice budgétaire 2023/24
        pour l'exercice fiscal 2023/2024
        pendant l'annee financiere 2023-2024""",
    ),
    when(
        "a quarter",
        "2022-07-01..2022-09-30",
        """in Q3 2022
        in the third quarter of 2022
        Q3 of 2022
        2022 Q3
        2022-Q3
        in the 3rd quarter of 2022
        from July to September 2022
        Jul-Sep 2022
        in Q3/2022""",
        """au T3 2022
        au troisième trimestre 2022
        au 3e trimestre de 2022
        T3 2022
        2022-T3
        au 3ème trimestre 2022
        de juillet à septembre 2022
        juil.-sept. 2022
        au troisieme trimestre de l'année 2022""",
    ),
    when(
        "half a year",
        "2022-01-01..2022-06-30",
        """in the first half of 2022
        in H1 2022
        from January to June 2022
        over the first six months of 2022
        in the 1st half of 2022
        between January and June 2022
        Jan-Jun 2022""",
        """au premier semestre 2022
        de janvier à juin 2022
        sur les six premiers mois de 2022
        au 1er semestre de 2022
        dans la première moitié de 2022
        entre janvier et juin 2022
        au cours du premier semestre de l'année 2022""",
    ),
    when(
        "the second half of a year",
        "2022-07-01..2022-12-31",
        """in the second half of 2022
        in H2 2022
        from July to December 2022
        over the last six months of 2022
        in the latter half of 2022""",
        """au second semestre 2022
        au deuxième semestre 2022
        de juillet à décembre 2022
        sur les six derniers mois de 2022
        dans la seconde moitié de 2022
        au 2e semestre 2022""",
    ),
    when(
        "a past point named by its end",
        "2019-01-01..2019-12-31; 2021-01-01..2021-12-31; 2023-01-01..2023-12-31",
        """in 2019, 2021 and 2023
        for the years 2019, 2021, 2023
        for 2019, for 2021 and for 2023
        in 2019, in 2021 & in 2023""",
        """en 2019, 2021 et 2023
        pour les années 2019, 2021, 2023
        pour 2019, pour 2021 et pour 2023
        en 2019, en 2021 & en 2023""",
    ),
)
