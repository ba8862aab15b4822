"""Follow-ups in both languages: what a later turn replaces, adds, drops or corrects."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

MEAN = (
    "Mean temperature in Morocco from 1990 to 2020 with ERA5 || {}",
    "Température moyenne au Maroc de 1990 à 2020 avec ERA5 || {}",
)
RAIN = ("Rain in Kenya in 2050 under ssp245 || {}", "Pluie au Kenya en 2050 selon ssp245 || {}")
SCENES = (
    "Sentinel-2 scenes over Porto in June 2024, cloud below 20 % || {}",
    "Scènes Sentinel-2 sur Porto en juin 2024, nuages sous 20 % || {}",
)
TWO = ("Annual rain in Kenya and Uganda since 1990 || {}", "Pluie annuelle au Kenya et en Ouganda depuis 1990 || {}")

MOROCCO, TUNISIA = "MA [-13, 28, -1, 36]", "TN [7, 30, 12, 37]"
KENYA, UGANDA, TANZANIA = "KE [34, -5, 42, 5]", "UG [30, -1, 35, 4]", "TZ [29, -12, 40, -1]"
PORTO, LISBON = "PT [-9, 41, -8, 41]", "PT [-9, 39, -9, 39]"
SPAN = "target 1990-01-01..2020-12-31"

OF_MEAN = {"action": "describe", "quantities": ["tas"], "places": [MOROCCO], "periods": [SPAN], "statistics": ["mean"], "collections": ["era5"], "follow_up": True}  # fmt: skip
OF_RAIN = {"action": "project", "quantities": ["pr"], "places": [KENYA], "periods": ["target 2050-01-01..2050-12-31"], "facets": {"experiment_id": ["ssp245"]}, "follow_up": True}  # fmt: skip
OF_SCENES = {"action": "find", "collections": ["sentinel-2-l2a"], "places": [PORTO], "periods": ["target 2024-06-01..2024-06-30"], "filters": {"cloud_cover_max": 20.0}, "follow_up": True}  # fmt: skip
OF_TWO = {"action": "describe", "quantities": ["pr"], "places": [KENYA, UGANDA], "aggregation": "annual", "periods": ["target 1990-01-01..2026-06-15"], "follow_up": True}  # fmt: skip

MEANINGS = (
    Meaning(
        name="another place",
        frames=MEAN,
        slots={**OF_MEAN, "places": [TUNISIA]},
        english=("what about Tunisia?", "and Tunisia?", "same for Tunisia", "same thing for Tunisia please", "how about Tunisia", "Now do Tunisia", "and for Tunisia?", "Tunisia instead", "and what does it look like in Tunisia?", "the same over Tunisia", "repeat for Tunisia", "ok and in Tunisia?", "likewise for Tunisia", "could you do the same for Tunisia?", "do it again for Tunisia", "switch to Tunisia", "change the country to Tunisia", "make it Tunisia"),
        french=("et la Tunisie ?", "et pour la Tunisie ?", "pareil pour la Tunisie", "même chose pour la Tunisie stp", "et en Tunisie ?", "Maintenant la Tunisie", "idem pour la Tunisie", "plutôt la Tunisie", "et ça donne quoi en Tunisie ?", "la même chose sur la Tunisie", "refais pour la Tunisie", "ok et en Tunisie ?", "qu'en est-il de la Tunisie ?", "peux-tu faire la même chose pour la Tunisie ?", "recommence pour la Tunisie", "passe à la Tunisie", "remplace par la Tunisie", "mets plutôt la Tunisie", "tout pareil mais en Tunisie", "c'est quoi pour la Tunisie ?", "la meme pour la tunisie"),
    ),
    Meaning(
        name="not this place",
        frames=MEAN,
        slots={**OF_MEAN, "places": [TUNISIA]},
        english=("no, I meant Tunisia", "sorry, I meant Tunisia", "I was talking about Tunisia", "not Morocco, Tunisia", "Tunisia, not Morocco", "oops, Tunisia rather than Morocco", "instead of Morocco, take Tunisia", "replace Morocco with Tunisia", "replace Morocco by Tunisia", "swap Morocco for Tunisia", "wrong country, it's Tunisia I want", "my mistake: Tunisia", "actually Tunisia", "use Tunisia in place of Morocco", "I said Tunisia", "no no, Tunisia!"),
        french=("non, je voulais dire la Tunisie", "pardon, je pensais à la Tunisie", "non, je parlais de la Tunisie", "pas le Maroc, la Tunisie", "la Tunisie, pas le Maroc", "oups, la Tunisie plutôt que le Maroc", "au lieu du Maroc, prends la Tunisie", "remplace le Maroc par la Tunisie", "à la place du Maroc, la Tunisie", "mauvais pays, c'est la Tunisie que je veux", "erreur de ma part : la Tunisie", "en fait la Tunisie", "je me suis trompé, c'est la Tunisie", "j'ai dit la Tunisie", "non non, la Tunisie !", "la Tunisie et non le Maroc"),
    ),
    Meaning(
        name="a place more",
        frames=TWO,
        slots={**OF_TWO, "places": [KENYA, UGANDA, TANZANIA]},
        english=("add Tanzania", "also Tanzania", "add Tanzania too", "include Tanzania as well", "and Tanzania too", "Tanzania as well please", "with Tanzania on top", "plus Tanzania", "you forgot Tanzania", "put Tanzania in too", "throw in Tanzania as well", "extend it to Tanzania as well", "I'd also like Tanzania"),
        french=("ajoute la Tanzanie", "la Tanzanie aussi", "ajoute aussi la Tanzanie", "inclus aussi la Tanzanie", "et la Tanzanie aussi", "avec la Tanzanie en plus", "plus la Tanzanie", "tu as oublié la Tanzanie", "rajoute la Tanzanie", "mets aussi la Tanzanie", "la Tanzanie également", "j'aimerais aussi la Tanzanie", "étends aussi à la Tanzanie", "rajoutez la Tanzanie svp", "ajouter la Tanzanie"),
    ),
    Meaning(
        name="a place less",
        frames=TWO,
        slots={**OF_TWO, "places": [KENYA]},
        english=("drop Uganda", "remove Uganda", "without Uganda", "leave out Uganda", "take Uganda out", "forget Uganda", "only Kenya", "just Kenya", "keep only Kenya", "leave Uganda out", "no need for Uganda", "exclude Uganda", "minus Uganda", "Kenya only please", "I don't need Uganda any more"),
        french=("enlève l'Ouganda", "retire l'Ouganda", "sans l'Ouganda", "laisse tomber l'Ouganda", "ôte l'Ouganda", "oublie l'Ouganda", "seulement le Kenya", "juste le Kenya", "garde seulement le Kenya", "ne garde que le Kenya", "pas besoin de l'Ouganda", "exclus l'Ouganda", "moins l'Ouganda", "uniquement le Kenya svp", "je n'ai plus besoin de l'Ouganda", "supprime l'Ouganda", "enlevez l'Ouganda", "rien que le Kenya"),
    ),
    Meaning(
        name="another period",
        frames=MEAN,
        slots={**OF_MEAN, "periods": ["target 1961-01-01..1990-12-31"]},
        english=("and for 1961-1990?", "what about 1961-1990?", "same for 1961-1990", "1961-1990 instead", "make it 1961 to 1990", "and between 1961 and 1990?", "change the period to 1961-1990", "use 1961-1990", "over 1961-1990 rather", "now 1961–1990", "no, I meant 1961-1990", "sorry: from 1961 to 1990", "the years should be 1961-1990", "shift the period to 1961-1990"),
        french=("et pour 1961-1990 ?", "et sur 1961-1990 ?", "pareil sur 1961-1990", "plutôt 1961-1990", "mets 1961 à 1990", "et entre 1961 et 1990 ?", "change la période pour 1961-1990", "prends 1961-1990", "sur 1961-1990 plutôt", "maintenant 1961-1990", "non, je voulais dire 1961-1990", "pardon : de 1961 à 1990", "qu'en est-il de 1961-1990 ?", "et de 1961 à 1990 ça donne quoi ?", "passe la période à 1961-1990"),
    ),
    Meaning(
        name="the month before",
        frames=SCENES,
        slots={**OF_SCENES, "periods": ["target 2024-05-01..2024-05-31"]},
        english=("and the month before?", "the previous month", "what about the month before that?", "same, one month earlier", "and in May?", "May instead", "how about May?", "and for May 2024?", "the month before instead"),
        french=("et le mois d'avant ?", "le mois précédent", "et le mois précédent, ça donne quoi ?", "pareil, un mois plus tôt", "et en mai ?", "plutôt en mai", "et pour mai ?", "et pour mai 2024 ?", "plutôt le mois d'avant"),
    ),
    Meaning(
        name="the year after",
        frames=SCENES,
        slots={**OF_SCENES, "periods": ["target 2025-06-01..2025-06-30"]},
        english=("and the year after?", "the following year", "and in 2025?", "what about 2025?", "same a year later", "the year after, same month", "one year later", "2025 instead", "and for June 2025?"),
        french=("et l'année suivante ?", "l'année d'après", "et en 2025 ?", "qu'en est-il de 2025 ?", "pareil un an plus tard", "l'année suivante, même mois", "un an après", "plutôt 2025", "et pour juin 2025 ?"),
    ),
    Meaning(
        name="another quantity",
        frames=RAIN,
        slots={**OF_RAIN, "quantities": ["tas"]},
        english=("and temperature?", "what about the temperature?", "same for temperature", "temperature instead", "now the temperature", "and the temperature there?", "temperature rather than rain", "no, I meant temperature", "replace rain with temperature", "temperature, not rain", "and for temperature?", "and how about the temperature then?", "switch to temperature", "not the rain, the temperature"),
        french=("et la température ?", "et pour la température ?", "pareil pour la température", "plutôt la température", "maintenant la température", "et la température là-bas ?", "la température plutôt que la pluie", "non, je voulais dire la température", "remplace la pluie par la température", "la température, pas la pluie", "qu'en est-il de la température ?", "et côté température ?", "passe à la température", "pas la pluie, la température", "et niveau température ?"),
    ),
    Meaning(
        name="a quantity more",
        frames=RAIN,
        slots={**OF_RAIN, "quantities": ["pr", "tas"]},
        english=("add temperature", "and temperature too", "also temperature", "include the temperature as well", "temperature as well please", "plus temperature", "I also want the temperature", "with the temperature too"),
        french=("ajoute la température", "et la température aussi", "aussi la température", "inclus également la température", "la température aussi svp", "plus la température", "je veux aussi la température", "avec la température en plus", "rajoute la température"),
    ),
    Meaning(
        name="another scenario",
        frames=RAIN,
        slots={**OF_RAIN, "facets": {"experiment_id": ["ssp585"]}},
        english=("and under ssp585?", "what about ssp585?", "same with ssp585", "ssp585 instead", "use ssp585", "now with SSP5-8.5", "no, ssp585", "switch to ssp585", "ssp585 rather than ssp245", "and in the worst case?", "what about the high-emission scenario?", "worst-case scenario instead", "replace ssp245 with ssp585", "and if emissions stay high?"),
        french=("et en ssp585 ?", "et avec ssp585 ?", "pareil en ssp585", "plutôt ssp585", "prends ssp585", "maintenant avec SSP5-8.5", "non, ssp585", "passe à ssp585", "ssp585 plutôt que ssp245", "et dans le pire des cas ?", "et avec le scénario à fortes émissions ?", "plutôt le scénario du pire", "remplace ssp245 par ssp585", "et si les émissions restent élevées ?", "qu'en est-il du ssp585 ?"),
    ),
    Meaning(
        name="another statistic",
        frames=("Mean wind speed in Cork in 2020 with ERA5 || {}", "Vitesse moyenne du vent à Cork en 2020 avec ERA5 || {}"),
        slots={"action": "describe", "quantities": ["sfcWind"], "statistics": ["max"], "collections": ["era5"], "follow_up": True},
        english=("and the maximum?", "the maximum instead", "what about the maximum?", "max instead of mean", "give me the maximum instead", "maximum, not mean", "now the highest value", "use the maximum", "not the average, the maximum", "replace the mean with the maximum", "the highest value instead"),
        french=("et le maximum ?", "plutôt le maximum", "qu'en est-il du maximum ?", "max au lieu de moyenne", "donne-moi plutôt le maximum", "le maximum, pas la moyenne", "maintenant la valeur la plus haute", "prends le maximum", "pas la moyenne, le maximum", "remplace la moyenne par le maximum", "plutôt la valeur maximale"),
    ),
    Meaning(
        name="another source",
        frames=MEAN,
        slots={**OF_MEAN, "collections": ["merra-2"]},
        english=("and with MERRA-2?", "MERRA-2 instead", "use MERRA-2", "same with MERRA-2", "what does MERRA-2 say?", "MERRA-2 rather than ERA5", "from MERRA-2 instead of ERA5", "replace ERA5 with MERRA-2", "try MERRA-2", "and according to MERRA-2?", "can you redo it with MERRA-2?"),
        french=("et avec MERRA-2 ?", "plutôt MERRA-2", "utilise MERRA-2", "pareil avec MERRA-2", "que dit MERRA-2 ?", "MERRA-2 plutôt qu'ERA5", "d'après MERRA-2 au lieu d'ERA5", "remplace ERA5 par MERRA-2", "essaie MERRA-2", "et selon MERRA-2 ?", "tu peux refaire avec MERRA-2 ?", "et chez MERRA-2 ?"),
    ),
    Meaning(
        name="a trend of it",
        frames=MEAN,
        slots={"action": "trend", "quantities": ["tas"], "places": [MOROCCO], "periods": [SPAN], "collections": ["era5"], "follow_up": True},
        english=("and the trend?", "what's the trend?", "is there a trend?", "give me the trend instead", "is it rising?", "how fast is it going up?", "now the trend please", "has it been increasing?", "at what rate does it increase?", "trend per decade?"),
        french=("et la tendance ?", "c'est quoi la tendance ?", "y a-t-il une tendance ?", "donne-moi plutôt la tendance", "est-ce que ça augmente ?", "à quelle vitesse ça monte ?", "maintenant la tendance svp", "est-ce que ça a augmenté ?", "à quel rythme augmente-t-elle ?", "tendance par décennie ?"),
    ),
    Meaning(
        name="compared with a place",
        frames=MEAN,
        slots={"action": "compare", "quantities": ["tas"], "places": [MOROCCO, TUNISIA], "periods": [SPAN], "collections": ["era5"], "compared": "places", "follow_up": True},
        english=("compare with Tunisia", "compare it to Tunisia", "how does that compare with Tunisia?", "versus Tunisia?", "and compared to Tunisia?", "is it different from Tunisia?", "set it against Tunisia"),
        french=("compare avec la Tunisie", "compare-la à la Tunisie", "et par rapport à la Tunisie ?", "contre la Tunisie ?", "et comparé à la Tunisie ?", "c'est différent de la Tunisie ?", "comparer à la Tunisie", "face à la Tunisie ?"),
    ),
    Meaning(
        name="a cloud limit",
        frames=SCENES,
        slots={**OF_SCENES, "filters": {"cloud_cover_max": 10.0}},
        english=("under 10 % cloud", "make it 10 %", "10% max", "less than 10 percent cloud instead", "lower the cloud limit to 10 %", "10 % cloud at most", "tighten to 10 %", "cloud below 10 % please", "only those under 10% cloud"),
        french=("moins de 10 % de nuages", "mets 10 %", "10 % max", "plutôt moins de 10 pour cent de nuages", "baisse le seuil de nuages à 10 %", "10 % de nuages au plus", "resserre à 10 %", "nuages sous 10 % svp", "seulement celles sous 10 % de nuages", "descends à 10 %"),
    ),
    Meaning(
        name="no cloud limit",
        frames=SCENES,
        slots={**OF_SCENES, "filters": {}},
        english=("no cloud limit", "whatever the clouds", "drop the cloud filter", "remove the cloud limit", "never mind the clouds", "clouds don't matter", "without the cloud filter", "any cloud cover", "forget the cloud limit", "regardless of cloud cover"),
        french=("sans limite de nuages", "peu importe les nuages", "enlève le filtre nuages", "retire la limite de nuages", "tant pis pour les nuages", "les nuages importent peu", "sans le filtre de nuages", "quelle que soit la couverture nuageuse", "oublie la limite de nuages", "n'importe quelle couverture nuageuse", "peu importe la nébulosité"),
    ),
    Meaning(
        name="another mission",
        frames=SCENES,
        slots={**OF_SCENES, "collections": ["landsat-c2-l2"]},
        english=("and Landsat?", "Landsat instead", "same with Landsat", "use Landsat", "what about Landsat?", "Landsat rather than Sentinel-2", "replace Sentinel-2 with Landsat", "no, I meant Landsat", "do you have Landsat instead?", "switch to Landsat"),
        french=("et Landsat ?", "plutôt Landsat", "pareil avec Landsat", "prends Landsat", "et pour Landsat ?", "Landsat plutôt que Sentinel-2", "remplace Sentinel-2 par Landsat", "non, je voulais dire Landsat", "vous avez plutôt du Landsat ?", "passe à Landsat", "et du Landsat ?"),
    ),
    Meaning(
        name="only some",
        frames=SCENES,
        slots={**OF_SCENES, "filters": {"cloud_cover_max": 20.0, "limit": 3}},
        english=("only the first three", "just 3", "three is enough", "keep three of them", "give me 3 only", "no more than three", "limit to 3", "3 are enough", "I only need three"),
        french=("seulement les trois premières", "juste 3", "trois suffisent", "garde-en trois", "donne-m'en seulement 3", "pas plus de trois", "limite à 3", "3 suffisent", "il ne m'en faut que trois", "j'en veux seulement trois", "trois seulement"),
    ),
    Meaning(
        name="thanks and a question",
        frames=MEAN,
        slots={**OF_MEAN, "places": [TUNISIA]},
        english=("thanks! and Tunisia?", "Great, thank you. What about Tunisia?", "perfect, now the same for Tunisia", "ok thanks, and for Tunisia?", "Very helpful. Could you repeat it for Tunisia?", "cool, same for tunisia pls", "Thank you so much, and in Tunisia?", "Got it. And Tunisia?"),
        french=("merci ! et la Tunisie ?", "Super, merci. Et pour la Tunisie ?", "parfait, maintenant pareil pour la Tunisie", "ok merci, et pour la Tunisie ?", "Très utile. Pourriez-vous refaire pour la Tunisie ?", "cool, pareil pour la tunisie stp", "Merci beaucoup, et en Tunisie ?", "Compris. Et la Tunisie ?", "nickel, et la Tunisie ?"),
    ),
    Meaning(
        name="there, of another quantity",
        frames=MEAN,
        slots={"action": "describe", "quantities": ["pr"], "places": [MOROCCO], "periods": [SPAN], "follow_up": True},
        english=("and how much rain fell there?", "how much rain did it get there?", "and the rain there?", "what was the rainfall there over the same period?", "and how much did it rain there in those years?"),
        french=("et combien de pluie y est tombé ?", "combien de pluie là-bas ?", "et la pluie là-bas ?", "quelles étaient les précipitations là-bas sur la même période ?", "et combien y a-t-il plu ces années-là ?"),
    ),
    Meaning(
        name="a season",
        frames=MEAN,
        slots={**OF_MEAN, "months": [12, 1, 2]},
        english=("and in winter?", "in winter only", "just the winters", "winter months only", "what about winter?", "only for winter", "same for winter", "restrict it to winter"),
        french=("et en hiver ?", "en hiver seulement", "juste les hivers", "mois d'hiver seulement", "et l'hiver ?", "seulement pour l'hiver", "pareil pour l'hiver", "restreins à l'hiver", "uniquement en hiver"),
    ),
    Meaning(
        name="back to the place before, at another time",
        slots={"action": "find", "places": ["FR [7, 44, 7, 44]"], "periods": ["target 2023-09-01..2023-09-30"]},
        frames=("Sentinel-2 scenes over Nice in August 2023 || and Marseille? || {}", "Scènes Sentinel-2 sur Nice en août 2023 || et Marseille ? || {}"),
        english=("no, go back to Nice but in September", "go back to Nice, in September", "back to Nice but in September"),
        french=("non, reviens à Nice mais en septembre", "reviens à Nice, en septembre", "retour à Nice mais en septembre"),
    ),
    Meaning(
        name="a series that reaches further back",
        slots={"periods": ["target 1990-01-01..2020-12-31"]},
        frames=("Rainfall in Dakar, 2010-2020 || {}", "Pluie à Dakar, 2010-2020 || {}"),
        english=("go back to 1990", "go back to the 1990s"),
        french=("remonte à 1990", "remonte aux années 1990"),
    ),
    Meaning(
        name="another day of the month", slots={"periods": ["target 2025-03-12..2025-03-12"], "phenomena": ["flood"]},
        frames=("Flood extent in Jakarta on 5 March 2025 with Sentinel-1 || {}", "Étendue de l'inondation à Jakarta le 5 mars 2025 avec Sentinel-1 || {}"),
        english=("and on the 12th?", "what about the 12th?", "the 12th instead", "how about on the 12th"),
        french=("et le 12 ?", "et pour le 12 ?", "plutôt le 12", "pareil pour le 12"),
    ),
    Meaning(
        name="the subject dropped for a question of words", slots={"action": "explain", "quantities": ["spi"], "places": []},
        frames=("S2 images of Kampala, April 2026 || {}", "images S2 de Kampala, avril 2026 || {}"),
        english=("ok forget the pictures. what does SPI measure, actually?", "forget those images. What does SPI measure?", "forget about the images. What is SPI?"),
        french=("bon, laisse tomber les images. ça mesure quoi au juste, le SPI ?", "oublie ces images. Que mesure le SPI ?", "laissez tomber les images. Que mesure le SPI, au juste ?"),
    ),
    Meaning(
        name="how a thing of the turn before is defined",
        frames=("Number of ice days in Oulu for 2071-2100, ssp370 || {}", "Nombre de jours sans dégel à Oulu pour 2071-2100, ssp370 || {}"),
        slots={"action": "explain", "follow_up": False, "quantities": ["ice_days"], "periods": [], "places": []},
        english=("exactly how do you define an ice day?", "how exactly do you define an ice day?", "how is an ice day defined, exactly?", "what counts as an ice day, exactly?"),
        french=("au juste, comment définissez-vous un jour sans dégel ?", "comment définis-tu un jour sans dégel ?", "comment est défini un jour sans dégel, exactement ?", "exactement, comment définit-on un jour sans dégel ?"),
    ),
)  # fmt: skip
