"""Follow-ups that lean on a time, a list or a term said before, in both languages."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

JULY = ("Rain in Oslo in July 2021 || {}", "Pluie à Oslo en juillet 2021 || {}")
DAY = ("Rain in Oslo on 5 July 2021 || {}", "Pluie à Oslo le 5 juillet 2021 || {}")
SUMMER = ("Rain in Oslo in summer 2021 || {}", "Pluie à Oslo en été 2021 || {}")
YEAR = ("Rain in Oslo in 2021, ERA5 || {}", "Pluie à Oslo en 2021, ERA5 || {}")
RUNS = ("CORDEX tas monthly for AFR-22, rcp26 || {}", "CORDEX tas mensuel pour AFR-22, rcp26 || {}")
OSLO = "NO [10, 60, 11, 60]"
OF_RAIN = {"action": "describe", "quantities": ["pr"], "places": [OSLO], "follow_up": True}
YEAR_OF_IT, MONTH_OF_IT = "target 2021-01-01..2021-12-31", "target 2021-07-01..2021-07-31"

MEANINGS = (
    Meaning(
        name="the year of that month", frames=JULY, slots={**OF_RAIN, "periods": [YEAR_OF_IT], "months": []},
        english=("and over the whole of that year?", "in that year as a whole", "that whole year", "widen to the entire year", "make it all of 2021", "extend it to the whole year 2021", "and that same year?"),
        french=("et sur toute cette année-là ?", "sur l'ensemble de cette année-là", "cette année-là", "élargis à l'année entière", "étends à toute l'année 2021", "cette même année-là", "et la même année ?"),
    ),
    Meaning(
        name="that year elsewhere", frames=JULY, slots={"action": "describe", "quantities": ["pr"], "places": ["NO [5, 60, 6, 61]"], "periods": [YEAR_OF_IT]},
        english=("and that year in Bergen?", "what about Bergen that year?", "Bergen, that same year", "and in Bergen over that whole year?"),
        french=("et cette année-là à Bergen ?", "qu'en est-il de Bergen cette année-là ?", "Bergen, la même année", "et à Bergen sur toute cette année-là ?"),
    ),
    Meaning(
        name="the month of that day", frames=DAY, slots={**OF_RAIN, "periods": [MONTH_OF_IT]},
        english=("and that month?", "for the whole month", "the full month please", "the entire month", "over all of that month"),
        french=("et ce mois-là ?", "pour le mois entier", "tout le mois svp", "sur l'ensemble du mois", "pendant tout ce mois-là"),
    ),
    Meaning(
        name="the week of that day", frames=DAY, slots={**OF_RAIN, "periods": ["target 2021-07-05..2021-07-11"]},
        english=("and that week?", "over that whole week", "the same week", "the entire week"),
        french=("et cette semaine-là ?", "sur toute la semaine", "la même semaine", "la semaine entière"),
    ),
    Meaning(
        name="another month of that year", frames=JULY, slots={**OF_RAIN, "periods": ["target 2021-10-01..2021-10-31"], "months": []},
        english=("in October of that year", "and October that year?", "October of the same year", "and the October after?", "the following October"),
        french=("en octobre de cette année-là", "et octobre cette année-là ?", "octobre de la même année", "et en octobre suivant ?", "le mois d'octobre suivant"),
    ),
    Meaning(
        name="the same month of the year before", frames=JULY, slots={**OF_RAIN, "periods": ["target 2020-07-01..2020-07-31"]},
        english=("in July of the year before", "and the July before?", "July of the previous year", "the previous July", "and the year before?"),
        french=("en juillet de l'année d'avant", "et le mois de juillet d'avant ?", "juillet de l'année précédente", "en juillet précédent", "et l'année d'avant ?"),
    ),
    Meaning(
        name="the season that followed", frames=SUMMER, slots={**OF_RAIN, "periods": ["target 2021-12-01..2022-02-28"]},
        english=("and the winter after that?", "the following winter", "and the winter that followed?", "and in the winter after that one?", "what about the winter after?", "the next winter"),
        french=("et l'hiver suivant ?", "l'hiver d'après", "et l'hiver qui a suivi ?", "et pendant l'hiver qui suivait ?", "l'hiver qui suit"),
    ),
    Meaning(
        name="the season that came before", frames=SUMMER, slots={**OF_RAIN, "periods": ["target 2021-03-01..2021-05-31"]},
        english=("and the spring before that?", "the preceding spring", "and the spring that preceded?", "and the spring before that one?", "the previous spring"),
        french=("et le printemps d'avant ?", "le printemps précédent", "et le printemps qui précédait ?", "et le printemps qui a précédé ?", "au printemps précédent"),
    ),
    Meaning(
        name="set against the year before", frames=JULY, slots={**OF_RAIN, "action": "compare", "compared": "periods", "periods": [MONTH_OF_IT, "reference 2020-07-01..2020-07-31"]},
        english=("more than the July before?", "more rain than the year before?", "wetter than the year before?", "was it more than in July of the year before?", "compared with the previous July?"),
        french=("plus qu'en juillet de l'année précédente ?", "plus que l'année d'avant ?", "plus de pluie que l'année d'avant ?", "était-ce plus qu'en juillet de l'année d'avant ?", "plus que le mois de juillet d'avant ?"),
    ),
    Meaning(
        name="an extreme within the time asked of", frames=YEAR, slots={**OF_RAIN, "periods": [YEAR_OF_IT], "statistics": ["max"], "collections": ["era5"]},
        english=("wettest month of that year?", "the wettest month?", "which was the wettest day?", "and the wettest week in there?", "what was the rainiest day?"),
        french=("le mois le plus pluvieux de cette année-là ?", "le mois le plus pluvieux ?", "quel a été le jour le plus pluvieux ?", "et la semaine la plus pluvieuse là-dedans ?", "quelle a été la journée la plus pluvieuse ?"),
    ),
    Meaning(
        name="which of the runs listed", frames=RUNS, slots={"action": "find", "quantities": ["tas"], "facets": {"project": ["CORDEX"], "domain_id": ["AFR-22"], "experiment_id": ["rcp26"], "frequency": ["mon"], "source_id": ["MPI-ESM-LR"]}, "follow_up": True},
        english=("which were driven by MPI-ESM-LR?", "which of them were driven by MPI-ESM-LR?", "which ones come from MPI-ESM-LR?", "among these, those driven by MPI-ESM-LR"),
        french=("lesquels ont été pilotés par MPI-ESM-LR ?", "lesquelles sont forcées par MPI-ESM-LR ?", "lesquels d'entre eux viennent de MPI-ESM-LR ?", "parmi eux, ceux pilotés par MPI-ESM-LR"),
    ),
    Meaning(
        name="a term to explain", frames=("Ice days in Oslo in 2021 || {}", "Jours de glace à Oslo en 2021 || {}"), slots={"action": "explain", "places": [], "periods": []},
        english=("what is an ice day?", "and what's an ice day exactly?", "what's an ice day, exactly?", "so what is an ice day?", "what do you call an ice day?"),
        french=("c'est quoi un jour de glace ?", "et c'est quoi exactement un jour de glace ?", "c'est quoi au juste un jour de glace ?", "qu'est-ce qu'un jour de glace au juste ?", "c'est quoi, un jour de glace ?"),
    ),
    Meaning(
        name="how the figure came about", frames=YEAR, slots={"action": "explain", "quantities": ["pr"], "places": [OSLO], "follow_up": True},
        english=("how is it computed?", "how did you calculate that?", "what does that mean?", "over which years did you look?", "what data did you use?", "explain what that is"),
        french=("comment est-ce calculé ?", "comment as-tu calculé ça ?", "qu'est-ce que ça veut dire ?", "tu as regardé sur quelles années ?", "quelles données as-tu utilisées ?", "explique ce que c'est"),
    ),
    Meaning(
        name="many years that end earlier",
        slots={"periods": ("target 1981-01-01..2010-12-31",)},
        english=("rainfall trend in Kenya 1981-2020 || only up to 2010", "rainfall trend in Kenya 1981-2020 || stop in 2010", "rainfall in Kenya 1981-2020 || until 2010 instead"),
        french=("tendance des pluies au Kenya 1981-2020 || seulement jusqu'en 2010", "tendance des pluies au Kenya 1981-2020 || arrête-toi en 2010", "pluie au Kenya 1981-2020 || plutôt jusqu'en 2010"),
    ),
    Meaning(
        name="the later of two dates moved",
        slots={"action": "change", "periods": ("target 2015-01-01..2015-12-31", "reference 1990-01-01..1990-12-31")},
        english=("built-up change in Accra between 1990 and 2020 || but only to 2015", "built-up change in Accra between 1990 and 2020 || until 2015", "built-up change in Accra between 1990 and 2020 || stop at 2015"),
        french=("évolution du bâti à Accra entre 1990 et 2020 || mais seulement jusqu'en 2015", "évolution du bâti à Accra entre 1990 et 2020 || jusqu'en 2015", "évolution du bâti à Accra entre 1990 et 2020 || arrête en 2015"),
    ),
    Meaning(
        name="the earlier of two dates moved",
        slots={"action": "change", "periods": ("target 2020-01-01..2020-12-31", "reference 2000-01-01..2000-12-31")},
        english=("built-up change in Accra between 1990 and 2020 || from 2000", "built-up change in Accra between 1990 and 2020 || start in 2000", "built-up change in Accra between 1990 and 2020 || starting from 2000"),
        french=("évolution du bâti à Accra entre 1990 et 2020 || à partir de 2000", "évolution du bâti à Accra entre 1990 et 2020 || commence en 2000", "évolution du bâti à Accra entre 1990 et 2020 || dès 2000"),
    ),
    Meaning(name="many years that are to begin later", slots={"periods": ("target 1980-01-01..2020-12-31",)},
        frames=("Trend of spring precipitation in Anatolia from 1960 to 2020, CRU || {}", "Tendance des précipitations de printemps en Anatolie de 1960 à 2020, CRU || {}"),
        english=("use GPCP and start in 1980", "start in 1980 instead", "begin in 1980"),
        french=("prends GPCP et commence en 1980", "commence plutôt en 1980", "pars de 1980", "démarre en 1980")),
)  # fmt: skip
