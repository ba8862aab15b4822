"""Wordings of times told from today."""

from __future__ import annotations

from tests.conductor.composer.parity.time_wordings import FUTURE, SCENES, when

MEANINGS = (
    when(
        "today",
        "2026-06-15..2026-06-15",
        """today
        from today
        of today
        taken today
        for today
        from this morning
        of today's date""",
        """d'aujourd'hui
        aujourd'hui
        de ce jour
        prises aujourd'hui
        de ce matin
        datant d'aujourd'hui""",
        frames=SCENES,
    ),
    when(
        "yesterday",
        "2026-06-14..2026-06-14",
        """yesterday
        from yesterday
        of yesterday
        taken yesterday
        for yesterday""",
        """hier
        d'hier
        prises hier
        de la journée d'hier
        datant d'hier""",
        frames=SCENES,
    ),
    when(
        "last week",
        "2026-06-08..2026-06-14",
        """last week
        from last week
        of the past week
        over the previous week
        during last week
        in the last week""",
        """la semaine dernière
        de la semaine dernière
        de la semaine passée
        la semaine derniere
        de la semaine précédente
        pendant la semaine dernière""",
        frames=SCENES,
    ),
    when(
        "this week",
        "2026-06-15..2026-06-15",
        """this week
        from this week
        of the current week
        since the start of the week""",
        """cette semaine
        de cette semaine
        de la semaine en cours
        depuis le début de la semaine""",
        frames=SCENES,
    ),
    when(
        "last month",
        "2026-05-01..2026-05-31",
        """last month
        from last month
        of the past month
        over the previous month
        during last month
        in the last month""",
        """le mois dernier
        du mois dernier
        du mois passé
        du mois précédent
        au cours du mois dernier
        le mois passe""",
        frames=SCENES,
    ),
    when(
        "this month",
        "2026-06-01..2026-06-15",
        """this month
        from this month
        of the current month
        since the start of the month
        since the beginning of this month
        so far this month
        month to date""",
        """ce mois-ci
        de ce mois-ci
        du mois en cours
        depuis le début du mois
        depuis le debut du mois
        depuis le début de ce mois
        de ce mois""",
        frames=SCENES,
    ),
    when(
        "last year",
        "2025-01-01..2025-12-31",
        """last year
        over the past year
        during last year
        in the previous year
        in the last year
        one year ago
        a year ago
        over the last calendar year""",
        """l'année dernière
        l'an dernier
        l'année passée
        l'an passé
        au cours de l'année dernière
        l'annee derniere
        l'année précédente
        il y a un an
        durant l'année écoulée""",
    ),
    when(
        "this year",
        "2026-01-01..2026-06-15",
        """this year
        so far this year
        in the current year
        since the start of the year
        since the beginning of this year
        since January
        year to date
        since 1 January
        from January to today""",
        """cette année
        depuis le début de l'année
        dans l'année en cours
        pour l'année en cours
        depuis janvier
        cette annee
        depuis le 1er janvier
        depuis le debut de l'annee
        cette année jusqu'ici
        de janvier à aujourd'hui""",
    ),
    when(
        "the last ten years",
        "2016-01-01..2025-12-31",
        """over the last ten years
        over the last 10 years
        in the past decade
        in the past ten years
        during the last decade
        over the previous ten years
        these last ten years
        the last 10 yrs
        for the past 10 years
        over the most recent ten years
        within the last ten years""",
        """ces dix dernières années
        sur les dix dernières années
        au cours des 10 dernières années
        sur la dernière décennie
        au cours de la décennie écoulée
        depuis dix ans
        sur 10 ans passés
        durant les dix années passées
        les 10 dernieres annees
        pendant la dernière décennie
        dans les dix dernières années
        sur les dix années précédentes
        ces 10 dernières annees""",
    ),
    when(
        "the last thirty years",
        "1996-01-01..2025-12-31",
        """over the last 30 years
        in the last three decades
        over the past thirty years
        in recent decades
        over the last few decades
        over the past three decades
        the last 3 decades
        for the past 30 years
        in the last decades""",
        """sur les 30 dernières années
        au cours des trois dernières décennies
        ces trente dernières années
        ces dernières décennies
        sur les dernières décennies
        depuis trente ans
        les 3 dernières décennies
        depuis 30 ans
        depuis trois décennies
        au cours des décennies récentes""",
    ),
    when(
        "the last thirty days",
        "2026-05-16..2026-06-14",
        """over the last 30 days
        in the past thirty days
        of the last 30 days
        from the previous 30 days
        within the last 30 days
        during the past 30 days""",
        """des 30 derniers jours
        sur les trente derniers jours
        au cours des 30 derniers jours
        depuis 30 jours
        de ces trente derniers jours
        dans les 30 derniers jours
        des 30 jours précédents""",
        frames=SCENES,
    ),
    when(
        "the last three months",
        "2026-03-01..2026-05-31",
        """over the last three months
        in the past 3 months
        from the last three months
        in the previous three months
        during the past three months""",
        """des trois derniers mois
        sur les 3 derniers mois
        ces trois derniers mois
        depuis trois mois
        au cours des trois mois passés
        des trois mois précédents""",
        frames=SCENES,
    ),
    when(
        "the last quarter of the calendar",
        "2026-01-01..2026-03-31",
        """last quarter
        in the last quarter
        over the past quarter
        from the previous quarter
        from January to March of this year""",
        """le trimestre dernier
        du dernier trimestre
        du trimestre dernier
        au trimestre précédent
        du trimestre passé
        de janvier à mars de cette année""",
        frames=SCENES,
    ),
    when(
        "this quarter of the calendar",
        "2026-04-01..2026-06-15",
        """this quarter
        of the current quarter
        from this quarter""",
        """ce trimestre
        de ce trimestre
        du trimestre en cours""",
        frames=SCENES,
    ),
    when(
        "the last two weeks",
        "2026-06-01..2026-06-14",
        """over the last two weeks
        of the past 2 weeks
        in the last fortnight
        from the previous two weeks
        over the past fortnight
        in the last 14 days""",
        """des deux dernières semaines
        sur les 2 dernières semaines
        ces deux dernières semaines
        des quinze derniers jours (14 derniers jours)
        depuis deux semaines
        des 14 derniers jours
        de ces 2 dernieres semaines""",
        frames=SCENES,
    ),
    when(
        "the next twenty years",
        "2027-01-01..2046-12-31",
        """over the next 20 years
        in the next two decades
        over the coming twenty years
        in the 20 years ahead
        over the next two decades
        during the next twenty years
        within the next 20 years
        in the coming two decades""",
        """sur les 20 prochaines années
        au cours des deux prochaines décennies
        dans les vingt prochaines années
        dans les vingt années à venir
        pour les 20 ans à venir
        durant les deux décennies à venir
        dans les 20 prochaines annees
        sur les vingt ans qui viennent""",
        frames=FUTURE,
    ),
    when(
        "next year",
        "2027-01-01..2027-12-31",
        """next year
        in the coming year
        in the year ahead
        during next year
        in one year
        over the next year""",
        """l'année prochaine
        l'an prochain
        dans un an
        pendant l'année à venir
        l'annee prochaine
        l'année qui vient""",
        frames=FUTURE,
    ),
    when(
        "some years from now",
        "2056-01-01..2056-12-31",
        """in thirty years
        30 years from now
        in 30 years' time
        in three decades
        in thirty years from now
        thirty years hence
        in 30 yrs""",
        """dans trente ans
        dans 30 ans
        d'ici trente ans
        dans trois décennies
        d'ici 30 ans
        à 30 ans d'ici
        dans une trentaine d'années
        dans 30 années""",
        frames=FUTURE,
    ),
    when(
        "some years ago",
        "2016-01-01..2016-12-31",
        """ten years ago
        10 years ago
        a decade ago
        10 yrs ago""",
        """il y a dix ans
        il y a 10 ans
        il y a une décennie
        y a dix ans""",
    ),
)
