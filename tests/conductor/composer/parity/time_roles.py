"""Wordings of times and their roles: what is looked at, and what it is set against."""

from __future__ import annotations

from tests.conductor.composer.parity.time_wordings import when

WARMER = (
    "how much warmer is Poland in 2041-2070 {} under ssp370",
    "de combien la Pologne se réchauffe-t-elle en 2041-2070 {} selon ssp370",
)
WHOLE = ("{}", "{}")

MEANINGS = (
    when(
        "against a span of years",
        "2041-01-01..2070-12-31; reference 1981-01-01..2010-12-31",
        """compared with 1981-2010
        compared to 1981-2010
        relative to 1981-2010
        versus 1981-2010
        vs 1981-2010
        vs. 1981-2010
        with respect to 1981-2010
        against 1981-2010
        than in 1981-2010
        than during 1981-2010
        in comparison with 1981-2010
        in comparison to 1981-2010
        w.r.t. 1981-2010
        wrt 1981-2010
        with reference to 1981-2010
        (baseline 1981-2010)
        (reference period 1981-2010)
        against the 1981-2010 baseline
        above the 1981-2010 average
        compared with the 1981-2010 normal
        from a 1981-2010 baseline
        taking 1981-2010 as the reference
        with 1981-2010 as baseline
        using 1981-2010 as the baseline
        when compared with 1981-2010
        (ref. 1981-2010)""",
        """par rapport à 1981-2010
        par rapport à la période 1981-2010
        comparé à 1981-2010
        comparée à 1981-2010
        en comparaison de 1981-2010
        en comparaison avec 1981-2010
        relativement à 1981-2010
        vis-à-vis de 1981-2010
        contre 1981-2010
        vs 1981-2010
        versus 1981-2010
        qu'en 1981-2010
        par rapport a 1981-2010
        (période de référence 1981-2010)
        (référence 1981-2010)
        par rapport à la normale 1981-2010
        au regard de 1981-2010
        en référence à 1981-2010
        face à 1981-2010
        par comparaison avec 1981-2010
        en prenant 1981-2010 comme référence
        avec 1981-2010 pour référence
        avec 1981-2010 comme période de référence
        au-dessus de la moyenne 1981-2010
        p/r à 1981-2010
        (réf. 1981-2010)""",
        frames=WARMER,
    ),
    when(
        "against pre-industrial times",
        "2041-01-01..2070-12-31; reference 1850-01-01..1900-12-31",
        """above pre-industrial
        above preindustrial levels
        compared to pre-industrial times
        relative to preindustrial
        relative to 1850-1900
        than in pre-industrial times
        versus the preindustrial era
        with respect to the pre-industrial period
        vs preindustrial
        against preindustrial""",
        """par rapport à l'ère préindustrielle
        par rapport au préindustriel
        au-dessus des niveaux préindustriels
        par rapport à 1850-1900
        comparé à l'époque préindustrielle
        qu'à l'ère préindustrielle
        par rapport a la periode pre-industrielle
        vs préindustriel
        au-dessus du préindustriel
        relativement à la période préindustrielle""",
        frames=WARMER,
    ),
    when(
        "against now",
        "2041-01-01..2070-12-31; reference 1995-01-01..2014-12-31",
        """compared with now
        compared to today
        relative to today
        than now
        than today
        compared with the present
        relative to the present day
        versus today
        vs now
        compared with present-day
        than at present
        compared to the current climate
        than it is now
        than it is today""",
        """par rapport à maintenant
        par rapport à aujourd'hui
        comparé à aujourd'hui
        qu'aujourd'hui
        que maintenant
        par rapport au présent
        par rapport à l'actuel
        vs aujourd'hui
        comparé à maintenant
        par rapport au climat actuel
        par rapport à la période actuelle
        qu'actuellement
        qu'à présent
        relativement à aujourd'hui""",
        frames=WARMER,
    ),
    when(
        "a reference alone",
        "reference 1997-01-01..1997-12-31",
        """compared with 1997
        relative to 1997
        compared to the year 1997
        versus 1997
        with respect to 1997
        as against 1997
        in comparison with 1997
        vs 1997""",
        """par rapport à 1997
        comparé à 1997
        comparée à l'année 1997
        vs 1997
        relativement à 1997
        en comparaison avec 1997
        par rapport à l'année 1997
        face à 1997""",
        frames=("rainfall of Poland {}", "pluie de Pologne {}"),
    ),
    when(
        "a year against a year",
        "2023-01-01..2023-12-31; reference 2013-01-01..2013-12-31",
        """in 2023 compared with 2013
        in 2023 versus 2013
        in 2023 vs 2013
        2023 vs. 2013
        in 2023 against 2013
        in 2023 as compared to 2013
        in 2023 relative to 2013
        2023 v 2013
        in 2023 rather than 2013
        for 2023 as opposed to 2013""",
        """en 2023 par rapport à 2013
        en 2023 comparé à 2013
        en 2023 contre 2013
        2023 vs 2013
        en 2023 versus 2013
        en 2023 face à 2013
        en 2023 relativement à 2013
        en 2023 plutôt qu'en 2013
        en 2023 en regard de 2013
        en 2023 en comparaison avec 2013""",
        frames=("rainfall in Poland {}", "pluie en Pologne {}"),
    ),
    when(
        "wetter than a year",
        "2023-01-01..2023-12-31; reference 2013-01-01..2013-12-31",
        """Was 2023 wetter than 2013 in Poland?
        Was it wetter in Poland in 2023 than in 2013?
        Did Poland get more rain in 2023 than in 2013?
        Did it rain more in 2023 than in 2013 in Poland?
        How much more did it rain in Poland in 2023 than in 2013?
        Was 2023 a wetter year than 2013 in Poland?
        Poland: more rain in 2023 than 2013?""",
        """2023 a-t-elle été plus pluvieuse que 2013 en Pologne ?
        A-t-il plu davantage en Pologne en 2023 qu'en 2013 ?
        La Pologne a-t-elle reçu plus de pluie en 2023 qu'en 2013 ?
        A-t-il plus plu en 2023 qu'en 2013 en Pologne ?
        Combien a-t-il plu de plus en Pologne en 2023 qu'en 2013 ?
        L'année 2023 a-t-elle été plus humide que l'année 2013 en Pologne ?
        Pologne : plus de pluie en 2023 qu'en 2013 ?
        est-ce qu'il a plu plus en 2023 qu'en 2013 en pologne""",
        frames=WHOLE,
    ),
    when(
        "a decade against a decade",
        "2040-01-01..2049-12-31; reference 1990-01-01..1999-12-31",
        """in the 2040s compared with the 1990s
        in the 2040s versus the 1990s
        in the 2040s relative to the nineties
        2040s vs 1990s
        in the 2040s against the 90s
        between the 1990s and the 2040s""",
        """dans les années 2040 par rapport aux années 1990
        dans les années 2040 comparées aux années 1990
        dans les années 2040 par rapport aux années 90
        années 2040 vs années 1990
        dans les années 2040 contre les années 1990
        entre les années 1990 et les années 2040""",
        frames=("change in rainfall in Togo {} under ssp245", "changement de la pluie au Togo {} selon ssp245"),
    ),
    when(
        "last year against the normal",
        "2025-01-01..2025-12-31; reference 1991-01-01..2020-12-31",
        """last year compared with the 1991-2020 normal
        last year relative to the 1991–2020 average
        last year versus the 1991-2020 climatology
        last year vs 1991-2020 mean
        last year against the normals of 1991-2020""",
        """l'an dernier par rapport à la normale 1991-2020
        l'année dernière par rapport à la moyenne 1991–2020
        l'an dernier contre la climatologie 1991-2020
        l'an dernier vs moyenne 1991-2020
        l'an passé par rapport aux normales de 1991-2020""",
        frames=("rainfall in Poland {}", "pluie en Pologne {}"),
    ),
    when(
        "a month against the year before",
        "2026-05-01..2026-05-31; reference 2025-05-01..2025-05-31",
        """May 2026 compared with May 2025
        in May 2026 versus May 2025
        in May 2026 against the same month of 2025
        in May 2026 relative to May 2025
        last month compared with the same month last year
        last month vs May 2025""",
        """mai 2026 comparé à mai 2025
        en mai 2026 contre mai 2025
        en mai 2026 par rapport au même mois de 2025
        en mai 2026 par rapport à mai 2025
        le mois dernier par rapport au même mois l'an dernier
        le mois dernier vs mai 2025""",
        frames=("rainfall in Poland {}", "pluie en Pologne {}"),
    ),
    when(
        "a season against a season",
        "2022-06-01..2022-08-31; reference 2003-06-01..2003-08-31",
        """in summer 2022 compared with summer 2003
        in the summer of 2022 versus the summer of 2003
        in summer 2022 vs 2003
        in JJA 2022 against JJA 2003
        summer 2022 relative to that of 2003""",
        """à l'été 2022 par rapport à l'été 2003
        pendant l'été 2022 contre l'été 2003
        à l'été 2022 vs 2003
        en JJA 2022 contre JJA 2003
        à l'été 2022 par rapport à celui de 2003
        l'été 2022 comparé à l'été 2003""",
        frames=("temperature in Poland {}", "température en Pologne {}"),
    ),
    when(
        "from a span to a span",
        "2071-01-01..2100-12-31; reference 1971-01-01..2000-12-31",
        """between 1971-2000 and 2071-2100
        from 1971-2000 to 2071-2100
        in 2071-2100 compared to 1971-2000
        for 2071-2100 minus 1971-2000
        2071-2100 vs 1971-2000
        2071–2100 relative to 1971–2000
        in the period 2071-2100 against the period 1971-2000""",
        """entre 1971-2000 et 2071-2100
        de 1971-2000 à 2071-2100
        en 2071-2100 par rapport à 1971-2000
        pour 2071-2100 moins 1971-2000
        2071-2100 vs 1971-2000
        2071–2100 par rapport à 1971–2000
        sur la période 2071-2100 face à la période 1971-2000""",
        frames=("change in rainfall in Togo {} under ssp245", "changement de la pluie au Togo {} selon ssp245"),
    ),
)
