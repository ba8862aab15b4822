"""Wordings of years, horizons, decades, centuries and eras."""

from __future__ import annotations

from tests.conductor.composer.parity.time_wordings import FUTURE, when

MEANINGS = (
    when(
        "one year",
        "1997-01-01..1997-12-31",
        """in 1997
        for 1997
        during 1997
        in the year 1997
        for the year 1997
        throughout 1997
        over the whole of 1997
        over 1997
        1997
        (1997)
        for the calendar year 1997
        for 1997 only
        from January to December 1997
        in the course of 1997""",
        """en 1997
        pour 1997
        durant 1997
        en l'an 1997
        pour l'année 1997
        tout au long de 1997
        sur toute l'année 1997
        sur 1997
        1997
        (1997)
        dans l'annee 1997
        au cours de l'année 1997
        pendant l'année civile 1997
        de janvier à décembre 1997
        pour la seule année 1997
        au courant de 1997""",
    ),
    when(
        "about a year",
        "2041-01-01..2060-12-31",
        """around 2050
        by 2050
        about 2050
        circa 2050
        near 2050
        towards 2050
        by the year 2050
        on the 2050 horizon
        at the 2050 horizon
        by around 2050
        by about 2050
        at mid-century
        in mid-century
        by the middle of the century
        in the middle of this century
        by mid century
        in the medium term""",
        """autour de 2050
        vers 2050
        d'ici 2050
        à l'horizon 2050
        a l'horizon 2050
        horizon 2050
        d'ici à 2050
        aux alentours de 2050
        aux environs de 2050
        d'ici l'année 2050
        d'ici l'an 2050
        à horizon 2050
        dici 2050
        vers l'année 2050
        aux alentours de l'année 2050
        au milieu du siècle
        à la mi-siècle
        d'ici le milieu du siècle
        à mi-siècle
        vers le milieu du siecle
        au milieu de ce siècle
        à moyen terme
        d'ici au milieu du siècle""",
        frames=FUTURE,
    ),
    when(
        "the end of the century",
        "2081-01-01..2100-12-31",
        """by 2100
        by the end of the century
        at the end of the century
        late this century
        in the late 21st century
        by century's end
        at century end
        by end of century
        end of century
        at the end of the 21st century
        by the year 2100
        towards the end of this century
        at the close of the century
        late in the century
        in the long term
        around 2100""",
        """d'ici 2100
        d'ici à 2100
        à l'horizon 2100
        d'ici la fin du siècle
        à la fin du siècle
        en fin de siècle
        fin de siecle
        fin du siècle
        vers la fin du siècle
        à la fin du XXIe siècle
        d'ici la fin du XXIe siècle
        à la fin du 21e siècle
        d'ici à la fin de ce siècle
        d'ici l'an 2100
        à l'horizon de la fin du siècle
        à long terme
        vers 2100
        sur la fin du siècle""",
        frames=FUTURE,
    ),
    when(
        "the near term",
        "2021-01-01..2040-12-31",
        """in the near term
        near-term
        over the near term
        in the near future
        in the short term
        near future""",
        """à court terme
        dans un futur proche
        dans un avenir proche
        à brève échéance
        a court terme
        futur proche
        dans le futur proche
        sur le court terme
        horizon proche
        à un horizon proche""",
        frames=FUTURE,
    ),
    when(
        "a coming decade",
        "2050-01-01..2059-12-31",
        """in the 2050s
        during the 2050s
        for the decade of the 2050s
        in the 2050's
        2050s
        over the 2050s
        from 2050 to 2059
        in the decade 2050-2059
        between 2050 and 2059""",
        """dans les années 2050
        pendant les années 2050
        années 2050
        dans la décennie 2050
        au cours des années 2050
        annees 2050
        sur la décennie 2050
        de 2050 à 2059
        pendant la décennie 2050-2059
        dans les annees 2050
        entre 2050 et 2059
        durant la décennie 2050""",
        frames=FUTURE,
    ),
    when(
        "a past decade in words",
        "1990-01-01..1999-12-31",
        """in the 1990s
        in the nineties
        in the 90s
        during the '90s
        over the nineteen-nineties
        in the decade of the 1990s
        through the nineties
        in the 1990's
        1990-1999
        1990–99
        1990 to 1999
        from 1990 through 1999
        between 1990 and 1999
        1990/1999
        between the start of 1990 and the end of 1999
        from 1990 till 1999
        from 1990 until 1999
        from 1990 up to 1999
        from 1990 up to and including 1999""",
        """dans les années 1990
        dans les années 90
        dans les années quatre-vingt-dix
        pendant les annees 90
        au cours des années 1990
        durant la décennie 1990
        durant la décennie 90
        dans les années nonante
        1990-1999
        1990–1999
        1990 à 1999
        de 1990 à 1999
        entre 1990 et 1999
        1990/1999
        du début de 1990 à la fin de 1999
        de 1990 jusqu'à 1999
        de 1990 jusqu'en 1999
        de 1990 a 1999
        de 1990 à 1999 inclus""",
    ),
    when(
        "decades of the last century in words",
        "1960-01-01..1969-12-31",
        """in the sixties
        in the 60s
        in the 1960s
        over the '60s
        during the nineteen sixties""",
        """dans les années soixante
        dans les années 60
        dans les années 1960
        au cours des années soixante
        pendant les annees soixante""",
    ),
    when(
        "several decades",
        "1970-01-01..1979-12-31; 1980-01-01..1989-12-31",
        """in the seventies and the eighties
        in the 1970s and the 1980s
        in the 70s and 80s
        in the 1970s and in the 1980s""",
        """dans les années soixante-dix et quatre-vingt
        dans les années 1970 et 1980
        dans les années 70 et 80
        dans les années 1970 et dans les années 1980""",
    ),
    when(
        "a decade to a decade",
        "1960-01-01..1989-12-31",
        """from the 1960s to the 1980s
        from the sixties to the eighties
        from the 60s through the 80s
        between 1960 and 1989""",
        """des années 1960 aux années 1980
        des années soixante aux années quatre-vingt
        des années 60 aux années 80
        de 1960 à 1989""",
    ),
    when(
        "the early part of a decade",
        "1990-01-01..1994-12-31",
        """in the early 1990s
        in the early nineties
        in the early 90s
        at the beginning of the 1990s
        at the start of the nineties""",
        """au début des années 1990
        au début des années 90
        au debut des annees 90
        au début des années quatre-vingt-dix
        début des années 1990
        dans le début des années 1990""",
    ),
    when(
        "the late part of a decade",
        "1985-01-01..1989-12-31",
        """in the late 1980s
        in the late eighties
        in the late 80s
        at the end of the 1980s
        towards the end of the eighties""",
        """à la fin des années 1980
        à la fin des années 80
        fin des années 80
        a la fin des annees 1980
        à la fin des années quatre-vingt
        vers la fin des années 1980""",
    ),
    when(
        "a whole century",
        "1901-01-01..2000-12-31",
        """in the 20th century
        in the twentieth century
        during the 20th century
        over the whole 20th century
        through the 20th century
        from 1901 to 2000
        over the XXth century""",
        """au 20e siècle
        au XXe siècle
        au vingtième siècle
        au XXème siècle
        au 20ème siècle
        pendant tout le XXe siècle
        de 1901 à 2000
        au cours du 20e siecle
        sur le XXe siècle
        au siècle dernier
        au siècle passé""",
    ),
    when(
        "the second half of a century",
        "1951-01-01..2000-12-31",
        """in the second half of the 20th century
        over the second half of the twentieth century
        in the latter half of the 20th century
        during the last half of the 20th century""",
        """dans la seconde moitié du XXe siècle
        dans la deuxième moitié du 20e siècle
        dans la 2e moitié du XXe siècle
        au cours de la seconde moitie du vingtième siècle
        sur la deuxième moitié du XXème siècle""",
    ),
    when(
        "pre-industrial times",
        "1850-01-01..1900-12-31",
        """in pre-industrial times
        in the preindustrial era
        in the pre-industrial period
        before the industrial era
        in the preindustrial age
        before the industrial revolution""",
        """à l'époque préindustrielle
        à l'ère préindustrielle
        pendant la période préindustrielle
        avant l'ère industrielle
        a l'epoque pre-industrielle
        au préindustriel
        avant la révolution industrielle
        aux temps préindustriels""",
    ),
)
