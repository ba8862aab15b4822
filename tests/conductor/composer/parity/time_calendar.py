"""Wordings of days and months of the calendar, and of spans of them."""

from __future__ import annotations

from tests.conductor.composer.parity.time_wordings import SCENES, when

MEANINGS = (
    when(
        "one day",
        "2024-05-12..2024-05-12",
        """on 12 May 2024
        on May 12, 2024
        on May 12th 2024
        on the 12th of May 2024
        on 2024-05-12
        dated 2024-05-12
        of 12 May 2024
        of 12 May, 2024
        on Sunday 12 May 2024
        on Sunday, May 12, 2024
        taken on 12 May 2024
        on the twelfth of May 2024
        acquired 12 May 2024
        for 12.05.2024
        12may2024
        20240512
        2024/05/12""",
        """le 12 mai 2024
        du 12 mai 2024
        en date du 12 mai 2024
        datées du 12 mai 2024
        du 2024-05-12
        le dimanche 12 mai 2024
        du dimanche 12 mai 2024
        prises le 12 mai 2024
        le douze mai 2024
        acquises le 12 mai 2024
        du 12/05/2024
        du 12.05.2024
        12mai2024
        20240512
        2024/05/12
        à la date du 12 mai 2024
        pour la journée du 12 mai 2024
        au 12 mai 2024""",
        frames=SCENES,
    ),
    when(
        "the first of a month",
        "2024-03-01..2024-03-01",
        """on 1 March 2024
        on March 1st, 2024
        on the 1st of March 2024
        on the first of March 2024
        2024-03-01""",
        """le 1er mars 2024
        le premier mars 2024
        le 1 mars 2024
        du 1er mars 2024
        2024-03-01""",
        frames=SCENES,
    ),
    when(
        "one month",
        "2024-08-01..2024-08-31",
        """in August 2024
        for August 2024
        during August 2024
        in Aug 2024
        in Aug. 2024
        in the month of August 2024
        during the whole month of August 2024
        2024-08
        August of 2024
        in August, 2024
        between 1 and 31 August 2024
        from 1 August to 31 August 2024
        aug 24
        08/2024
        throughout August 2024
        over August 2024""",
        """en août 2024
        pour août 2024
        durant août 2024
        en aout 2024
        au mois d'août 2024
        au mois d'aout 2024
        pendant tout le mois d'août 2024
        2024-08
        d'août 2024
        en août de l'année 2024
        entre le 1er et le 31 août 2024
        du 1er au 31 août 2024
        aout 24
        08/2024
        tout au long d'août 2024
        dans le courant du mois d'août 2024
        sur août 2024""",
        frames=SCENES,
    ),
    when(
        "a span of days",
        "2024-05-05..2024-05-12",
        """from 5 to 12 May 2024
        from 5 May to 12 May 2024
        between 5 and 12 May 2024
        5–12 May 2024
        from May 5 to May 12, 2024
        from May 5 to 12, 2024
        May 5-12, 2024
        May 5–12 2024
        from the 5th to the 12th of May 2024
        between the 5th and the 12th of May 2024
        from 2024-05-05 to 2024-05-12
        2024-05-05/2024-05-12
        from 5 May 2024 to 12 May 2024
        from 5 through 12 May 2024
        5 May - 12 May 2024
        05/05/2024 to 12/05/2024
        from 5 May 2024 until 12 May 2024
        between 5 May 2024 and 12 May 2024""",
        """du 5 au 12 mai 2024
        du 5 mai au 12 mai 2024
        entre le 5 et le 12 mai 2024
        5–12 mai 2024
        5-12 mai 2024
        du 5 mai 2024 au 12 mai 2024
        entre le 5 mai et le 12 mai 2024
        entre le 5 mai 2024 et le 12 mai 2024
        de 2024-05-05 à 2024-05-12
        2024-05-05/2024-05-12
        du 05/05/2024 au 12/05/2024
        du 5 mai jusqu'au 12 mai 2024
        5 mai - 12 mai 2024
        du dimanche 5 au dimanche 12 mai 2024
        du 5 au 12 mai de l'année 2024
        de la période du 5 au 12 mai 2024
        du 2024-05-05 au 2024-05-12""",
        frames=SCENES,
    ),
    when(
        "a span of months",
        "2023-06-01..2023-09-30",
        """from June to September 2023
        between June and September 2023
        June–September 2023
        Jun-Sep 2023
        from June 2023 to September 2023
        June through September 2023
        June thru September 2023
        in June to September of 2023
        from 2023-06 to 2023-09
        from the start of June to the end of September 2023
        from early June to late September 2023
        June until September 2023""",
        """de juin à septembre 2023
        entre juin et septembre 2023
        juin–septembre 2023
        juin-sept 2023
        de juin 2023 à septembre 2023
        de juin jusqu'en septembre 2023
        de juin a septembre 2023
        de juin à septembre de l'année 2023
        de 2023-06 à 2023-09
        du début juin à la fin septembre 2023
        de début juin à fin septembre 2023
        juin à septembre 2023""",
    ),
    when(
        "months over a new year",
        "2023-11-01..2024-02-29",
        """from November 2023 to February 2024
        between November 2023 and February 2024
        November 2023–February 2024
        Nov 2023 - Feb 2024
        from Nov 2023 through Feb 2024
        11/2023 to 02/2024""",
        """de novembre 2023 à février 2024
        entre novembre 2023 et février 2024
        novembre 2023–février 2024
        nov. 2023 - fév. 2024
        de novembre 2023 jusqu'en février 2024
        de nov 2023 a fevrier 2024
        11/2023 à 02/2024""",
    ),
    when(
        "two months of a year",
        "2023-06-01..2023-06-30; 2023-09-01..2023-09-30",
        """in June and September 2023
        in June and in September 2023
        for June 2023 and September 2023
        in June & September 2023
        in both June and September 2023""",
        """en juin et septembre 2023
        en juin et en septembre 2023
        pour juin 2023 et septembre 2023
        en juin & septembre 2023
        aux mois de juin et septembre 2023""",
    ),
    when(
        "the early part of a month",
        "2024-07-01..2024-07-10",
        """in early July 2024
        at the beginning of July 2024
        at the start of July 2024
        in the first ten days of July 2024
        early July 2024""",
        """début juillet 2024
        au début de juillet 2024
        au début du mois de juillet 2024
        dans les dix premiers jours de juillet 2024
        au debut juillet 2024""",
        frames=SCENES,
    ),
    when(
        "the middle of a month",
        "2024-07-11..2024-07-20",
        """in mid-July 2024
        in the middle of July 2024
        in mid July 2024
        mid-July 2024
        around the middle of July 2024""",
        """à la mi-juillet 2024
        mi-juillet 2024
        au milieu de juillet 2024
        au milieu du mois de juillet 2024
        vers la mi-juillet 2024""",
        frames=SCENES,
    ),
    when(
        "the late part of a month",
        "2024-07-21..2024-07-31",
        """in late July 2024
        at the end of July 2024
        late July 2024
        towards the end of July 2024
        by the end of July 2024""",
        """fin juillet 2024
        à la fin de juillet 2024
        à la fin du mois de juillet 2024
        vers la fin juillet 2024
        en fin juillet 2024
        à fin juillet 2024""",
        frames=SCENES,
    ),
    when(
        "the first weeks of a month",
        "2021-01-01..2021-01-14",
        """in the first two weeks of January 2021
        over the first two weeks of January 2021
        in the first 14 days of January 2021
        from 1 to 14 January 2021""",
        """dans les deux premières semaines de janvier 2021
        sur les deux premières semaines de janvier 2021
        pendant les deux premieres semaines de janvier 2021
        dans les 14 premiers jours de janvier 2021
        des quatorze premiers jours du mois de janvier 2021
        aux deux premières semaines de janvier 2021
        du 1er au 14 janvier 2021""",
        frames=SCENES,
    ),
    when(
        "since a month",
        "2022-03-01..2026-06-15",
        """since March 2022
        from March 2022 onwards
        from March 2022 to today
        since the start of March 2022
        since early March 2022
        ever since March 2022
        from March 2022 on
        starting March 2022""",
        """depuis mars 2022
        à partir de mars 2022
        de mars 2022 à aujourd'hui
        depuis le début de mars 2022
        depuis début mars 2022
        depuis le mois de mars 2022
        dès mars 2022
        a partir de mars 2022""",
        frames=SCENES,
    ),
    when(
        "after a month",
        "2020-04-01..",
        """after March 2020
        later than March 2020
        after 31 March 2020
        after the end of March 2020""",
        """après mars 2020
        à la suite de mars 2020
        au lendemain de mars 2020
        suite à mars 2020
        postérieures à mars 2020
        après le 31 mars 2020
        après la fin mars 2020
        apres mars 2020
        après le mois de mars 2020""",
        frames=SCENES,
    ),
    when(
        "before a day",
        "..2020-03-14",
        """before 15 March 2020
        before March 15, 2020
        prior to 15 March 2020
        earlier than 15 March 2020
        before the 15th of March 2020
        before 2020-03-15""",
        """avant le 15 mars 2020
        antérieures au 15 mars 2020
        précédant le 15 mars 2020
        avant 2020-03-15
        avant la date du 15 mars 2020
        anterieures au 15 mars 2020""",
        frames=SCENES,
    ),
    when(
        "since a day",
        "2020-03-15..2026-06-15",
        """since 15 March 2020
        since March 15, 2020
        from 15 March 2020 onwards
        from 15 March 2020 to today
        since the 15th of March 2020
        starting on 15 March 2020
        since 2020-03-15
        from 2020-03-15 on""",
        """depuis le 15 mars 2020
        à partir du 15 mars 2020
        du 15 mars 2020 à aujourd'hui
        depuis 2020-03-15
        a compter du 15 mars 2020
        à compter du 15 mars 2020
        dès le 15 mars 2020
        du 15 mars 2020 à ce jour""",
        frames=SCENES,
    ),
)
