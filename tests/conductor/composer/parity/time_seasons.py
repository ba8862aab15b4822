"""Wordings of seasons, in both hemispheres, and of months that recur."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning
from tests.conductor.composer.parity.time_wordings import SOUTH, recurring, when

MEANINGS = (
    when(
        "last summer",
        "2025-06-01..2025-08-31",
        """last summer
        over the past summer
        during last summer
        in the previous summer
        in the summer of last year
        in summer 2025
        in JJA 2025""",
        """l'été dernier
        l'été passé
        au cours de l'été dernier
        l'ete dernier
        pendant l'été précédent
        à l'été de l'an dernier
        à l'été 2025
        en JJA 2025
        l'été de l'année dernière""",
    ),
    when(
        "last summer in the south",
        "2025-12-01..2026-02-28",
        """last summer
        over the past summer
        during last summer
        in the austral summer of 2025-26
        in DJF 2026
        in summer 2025-2026
        in the southern summer of 2025/26""",
        """l'été dernier
        l'été passé
        au cours de l'été dernier
        pendant l'été austral 2025-26
        en DJF 2026
        à l'été 2025-2026
        durant l'été austral 2025/26""",
        frames=SOUTH,
    ),
    when(
        "this summer",
        "2026-06-01..2026-06-15",
        """this summer
        so far this summer
        since the start of summer
        over the current summer""",
        """cet été
        cet ete
        depuis le début de l'été
        pendant l'été en cours
        de cet été""",
    ),
    when(
        "this spring, just over",
        "2026-03-01..2026-05-31",
        """this spring
        last spring
        over the past spring
        in spring 2026
        in MAM 2026""",
        """ce printemps
        le printemps dernier
        au printemps passé
        au printemps 2026
        en MAM 2026""",
    ),
    when(
        "the last three winters",
        "2023-12-01..2026-02-28",
        """over the past 3 winters
        in the last three winters
        over the previous three winters
        during the last 3 winters""",
        """sur les 3 derniers hivers
        au cours des trois derniers hivers
        ces trois derniers hivers
        pendant les trois hivers passés
        durant les 3 hivers précédents""",
    ),
    when(
        "a winter of two years",
        "2013-12-01..2014-02-28",
        """in winter 2013-14
        in the winter of 2013-2014
        in winter 2013/14
        over the winter 2013–2014
        in DJF 2014
        in DJF 2013-14
        from December 2013 to February 2014
        in the winter of 2013/2014""",
        """pendant l'hiver 2013-14
        à l'hiver 2013-2014
        l'hiver 2013/14
        durant l'hiver 2013–2014
        en DJF 2014
        en DJF 2013-14
        de décembre 2013 à février 2014
        en hiver 2013/2014
        au cours de l'hiver 2013-2014""",
    ),
    when(
        "one summer",
        "2003-06-01..2003-08-31",
        """in summer 2003
        in the summer of 2003
        during the 2003 summer
        over summer 2003
        in JJA 2003
        in June, July and August 2003
        in 2003's summer
        June-August 2003
        during the boreal summer of 2003""",
        """à l'été 2003
        en été 2003
        pendant l'été 2003
        durant l'été de 2003
        en JJA 2003
        en juin, juillet et août 2003
        l'été 2003
        l'ete 2003
        juin-août 2003
        pendant l'été boréal 2003
        au cours de l'été de l'année 2003""",
    ),
    when(
        "one autumn",
        "2019-09-01..2019-11-30",
        """in autumn 2019
        in the fall of 2019
        in fall 2019
        in the autumn of 2019
        during autumn 2019
        SON 2019""",
        """à l'automne 2019
        en automne 2019
        pendant l'automne 2019
        durant l'automne de 2019
        au cours de l'automne 2019
        SON 2019""",
    ),
    recurring(
        "summers",
        (6, 7, 8),
        """in summer
        in summers
        during the summer
        in the summer months
        in JJA
        in June, July and August
        in June-August
        from June to August
        each summer
        every summer
        over the summer season
        in summertime
        between June and August""",
        """en été
        l'été
        pendant l'été
        durant les mois d'été
        en JJA
        en juin, juillet et août
        en juin-août
        de juin à août
        chaque été
        tous les étés
        en saison estivale
        en ete
        entre juin et août
        estivale""",
    ),
    recurring(
        "winters",
        (1, 2, 12),
        """in winter
        during winter
        in the winter months
        in DJF
        in December, January and February
        December to February
        each winter
        in wintertime
        over the winters""",
        """en hiver
        pendant l'hiver
        durant les mois d'hiver
        en DJF
        en décembre, janvier et février
        de décembre à février
        chaque hiver
        hivernale
        tous les hivers""",
    ),
    recurring(
        "one month of every year",
        (4,),
        """in April
        every April
        each April
        in the month of April
        in Aprils
        for April
        in Apr.
        during April""",
        """en avril
        tous les mois d'avril
        chaque mois d'avril
        au mois d'avril
        chaque avril
        pour avril
        en avr.
        durant le mois d'avril""",
    ),
    recurring(
        "months since a year",
        (6, 7, 8),
        """in summer since 1980
        in summers since 1980
        since 1980 in JJA
        from 1980 to today in summer
        each summer since 1980
        since 1980, June to August only
        since 1980, summer only
        since 1980 for the months of June, July and August""",
        """en été depuis 1980
        l'été depuis 1980
        depuis 1980 en JJA
        de 1980 à aujourd'hui en été
        chaque été depuis 1980
        depuis 1980, de juin à août seulement
        depuis 1980, été seulement
        depuis 1980 pour les mois de juin, juillet et août""",
        periods="1980-01-01..2026-06-15",
    ),
    recurring(
        "a month over years",
        (1,),
        """in January over 1981-2010
        in January 1981-2010
        every January from 1981 to 2010
        for January, 1981-2010
        in January, 1981 to 2010
        January averages, 1981 to 2010
        1981-2010, January only
        in the Januaries of 1981-2010""",
        """en janvier sur 1981-2010
        en janvier 1981-2010
        chaque mois de janvier de 1981 à 2010
        pour janvier, 1981-2010
        de janvier, de 1981 à 2010
        moyennes de janvier, de 1981 à 2010
        1981-2010, janvier seulement
        aux mois de janvier de 1981-2010""",
        periods="1981-01-01..2010-12-31",
    ),
    recurring(
        "the growing months",
        (4, 5, 6, 7, 8, 9),
        """from April to September
        April-September
        in the April to September half-year
        between April and September
        Apr-Sep
        April through September""",
        """d'avril à septembre
        avril-septembre
        entre avril et septembre
        avr.-sept.
        d'avril a septembre
        des mois d'avril à septembre""",
    ),
    Meaning(
        name="a season in the name of a crop",
        slots={"months": (), "periods": ["target 2024-05-01..2024-05-31"], "quantities": ["NDVI"]},
        english=(
            "NDVI of winter wheat around Chartres in May 2024",
            "NDVI of the winter barley around Chartres, May 2024",
            "how is the winter rapeseed doing around Chartres, NDVI, May 2024",
            "NDVI of autumn-sown cereals around Chartres in May 2024",
        ),
        french=(
            "NDVI du blé d'hiver autour de Chartres en mai 2024",
            "NDVI de l'orge d'hiver autour de Chartres, mai 2024",
            "comment va le colza d'hiver autour de Chartres, NDVI, mai 2024",
            "NDVI des céréales d'automne autour de Chartres en mai 2024",
        ),
    ),
    Meaning(
        name="a season beside a crop of a year",
        slots={"months": (), "periods": ["target 2023-01-01..2023-12-31"], "quantities": ["mrso"]},
        english=(
            "Soil moisture under spring barley in Saskatchewan, 2023",
            "Soil moisture in 2023 under winter crops in Saskatchewan",
            "Soil moisture below spring wheat in Saskatchewan in 2023",
        ),
        french=(
            "Humidité du sol sous l'orge de printemps en Saskatchewan, 2023",
            "Humidité du sol en 2023 sous les cultures d'hiver en Saskatchewan",
            "Humidité du sol sous le blé de printemps en Saskatchewan en 2023",
        ),
    ),
)
