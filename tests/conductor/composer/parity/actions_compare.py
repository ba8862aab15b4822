"""Two things set against each other, in both languages, and the axis of it."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning


def _axis(name: str) -> dict[str, object]:
    return {"action": "compare", "compared": name}


MEANINGS = (
    Meaning(
        name="drier at one level of warming than at another",
        slots={"action": "compare", "compared": "periods", "periods": SAME},
        english=("Is Haiti drier at +2 °C than at +1.5 °C?", "Haiti: wetter or drier at +2 °C than at +1.5 °C?", "Haiti: drier at 2 °C than at 1.5 °C of warming?"),
        french=("Haïti est-il plus sec à +2 °C qu'à +1,5 °C ?", "Haïti : plus humide ou plus sec à +2 °C qu'à +1,5 °C ?", "Haïti : plus sec à 2 °C qu'à 1,5 °C de réchauffement ?"),
    ),
    Meaning(
        name="two places",
        slots=_axis("places"),
        english=("Compare rainfall in Lagos and Accra in 2020", "rainfall in Lagos vs Accra in 2020", "Rainfall of Lagos versus Accra, 2020", "Lagos against Accra: rainfall in 2020", "Which is wetter by rainfall, Lagos or Accra, in 2020?", "Did it rain more in Lagos than in Accra in 2020?", "Does Lagos get more rain than Accra?", "difference in rainfall between Lagos and Accra in 2020", "How does the rainfall of Lagos compare with that of Accra in 2020?", "Put the rainfall of Lagos and Accra side by side, 2020", "Where did it rain more in 2020, Lagos or Accra?", "comparison of 2020 rainfall, Lagos and Accra", "Contrast the 2020 rainfall of Lagos with Accra's"),
        french=("Compare la pluie à Lagos et à Accra en 2020", "pluie à Lagos vs Accra en 2020", "Pluie de Lagos contre Accra, 2020", "Lagos face à Accra : pluie en 2020", "Laquelle est la plus arrosée en pluie, Lagos ou Accra, en 2020 ?", "A-t-il plu davantage à Lagos qu'à Accra en 2020 ?", "Lagos reçoit-elle plus de pluie qu'Accra ?", "différence de pluie entre Lagos et Accra en 2020", "Comment la pluie de Lagos se compare-t-elle à celle d'Accra en 2020 ?", "Mets côte à côte la pluie de Lagos et celle d'Accra, 2020", "Où a-t-il plus plu en 2020, à Lagos ou à Accra ?", "comparaison des pluies de 2020, Lagos et Accra", "Confronte la pluie de 2020 à Lagos et à Accra", "Il pleut plus à Lagos ou à Accra ?", "Comparons la pluie à Lagos et à Accra en 2020", "Mettez en regard la pluie de Lagos et d'Accra, 2020", "J'aimerais une comparaison de la pluie à Lagos et à Accra en 2020"),
    ),
    Meaning(
        name="two scenarios",
        slots=_axis("scenarios"),
        english=("Compare SSP1-2.6 and SSP5-8.5 for temperature in Spain in 2100", "SSP1-2.6 versus SSP5-8.5: temperature in Spain in 2100", "difference between SSP1-2.6 and SSP5-8.5 for temperature in Spain in 2100", "How much warmer is Spain in 2100 under SSP5-8.5 than under SSP1-2.6?", "What gap in temperature is there between SSP1-2.6 and SSP5-8.5 in Spain in 2100?", "temperature in Spain in 2100, ssp126 against ssp585", "How do SSP1-2.6 and SSP5-8.5 differ for temperature in Spain by 2100?", "What do we gain in temperature with SSP1-2.6 rather than SSP5-8.5, Spain, 2100?", "What does it change for Spain's temperature in 2100 to follow SSP1-2.6 instead of SSP5-8.5?", "ssp126 or ssp585: what difference for the temperature of Spain in 2100?"),
        french=("Compare SSP1-2.6 et SSP5-8.5 pour la température en Espagne en 2100", "SSP1-2.6 contre SSP5-8.5 : température en Espagne en 2100", "différence entre SSP1-2.6 et SSP5-8.5 pour la température en Espagne en 2100", "De combien l'Espagne est-elle plus chaude en 2100 sous SSP5-8.5 que sous SSP1-2.6 ?", "Quel écart de température y a-t-il entre SSP1-2.6 et SSP5-8.5 en Espagne en 2100 ?", "température en Espagne en 2100, ssp126 face à ssp585", "En quoi SSP1-2.6 et SSP5-8.5 diffèrent-ils pour la température en Espagne d'ici 2100 ?", "Que gagne-t-on en température avec le SSP1-2.6 plutôt qu'avec le SSP5-8.5, Espagne, 2100 ?", "Qu'est-ce que ça change pour la température de l'Espagne en 2100 de suivre le SSP1-2.6 au lieu du SSP5-8.5 ?", "ssp126 ou ssp585 : quelle différence pour la température de l'Espagne en 2100 ?"),
    ),
    Meaning(
        name="two short periods",
        slots=_axis("periods"),
        english=("Compare summer 2003 and summer 2022 in Paris, temperature", "Was summer 2022 hotter than summer 2003 in Paris?", "temperature in Paris: summer 2003 vs summer 2022", "summer 2003 against summer 2022, Paris, temperature", "Which was hotter in Paris, summer 2003 or summer 2022?", "difference in temperature between summer 2003 and summer 2022 in Paris", "Put summer 2003 next to summer 2022 for the temperature of Paris", "How does summer 2022 compare with summer 2003 for temperature in Paris?"),
        french=("Compare l'été 2003 et l'été 2022 à Paris, température", "L'été 2022 a-t-il été plus chaud que l'été 2003 à Paris ?", "température à Paris : été 2003 vs été 2022", "été 2003 contre été 2022, Paris, température", "Lequel a été le plus chaud à Paris, l'été 2003 ou l'été 2022 ?", "différence de température entre l'été 2003 et l'été 2022 à Paris", "Mets l'été 2003 à côté de l'été 2022 pour la température de Paris", "Comment l'été 2022 se compare-t-il à l'été 2003 pour la température à Paris ?"),
    ),
    Meaning(
        name="two normals",
        slots=_axis("periods"),
        english=("Compare rainfall in Burkina Faso in 1961-1990 and 1991-2020", "rainfall in Burkina Faso 1961-1990 vs 1991-2020", "Was 1991-2020 drier than 1961-1990 in Burkina Faso, by rainfall?", "1961-1990 against 1991-2020: rainfall in Burkina Faso", "How does the 1991-2020 rainfall of Burkina Faso compare with 1961-1990?"),
        french=("Compare la pluie au Burkina Faso en 1961-1990 et 1991-2020", "pluie au Burkina Faso 1961-1990 vs 1991-2020", "1991-2020 a-t-elle été plus sèche que 1961-1990 au Burkina Faso, côté pluie ?", "1961-1990 contre 1991-2020 : pluie au Burkina Faso", "Comment la pluie de 1991-2020 au Burkina Faso se compare-t-elle à celle de 1961-1990 ?", "Pluie au Burkina Faso : 1991-2020 mise en regard de 1961-1990"),
    ),
    Meaning(
        name="a normal held against an older one is a value with its reference",
        slots={"action": "describe", "compared": None},
        english=("difference in rainfall in Burkina Faso between 1961-1990 and 1991-2020", "Rainfall in Burkina Faso: 1991-2020 set against 1961-1990", "Rainfall in Burkina Faso, 1991-2020 compared with 1961-1990", "Rainfall in Burkina Faso, 1991-2020 relative to 1961-1990"),
        french=("différence de pluie au Burkina Faso entre 1961-1990 et 1991-2020", "Pluie au Burkina Faso : 1991-2020 comparée à 1961-1990", "Pluie au Burkina Faso, 1991-2020 par rapport à 1961-1990", "écart de pluie au Burkina Faso entre 1961-1990 et 1991-2020"),
    ),
    Meaning(
        name="a year warmer than the norm",
        slots=_axis("periods"),
        english=("How much warmer than the 1991-2020 normal was 2023 in Finland?", "Was 2023 warmer than normal in Finland (1991-2020 baseline)?", "Was 2023 hotter than the 1991-2020 average in Finland?"),
        french=("De combien 2023 a-t-elle été plus chaude que la normale 1991-2020 en Finlande ?", "2023 a-t-elle été plus chaude que la normale en Finlande (référence 1991-2020) ?", "2023 a-t-elle été plus chaude que la moyenne 1991-2020 en Finlande ?"),
    ),
    Meaning(
        name="two sources",
        slots=_axis("sources"),
        english=("Compare ERA5 and CRU for temperature in Ethiopia, 1981-2010", "ERA5 vs CRU: temperature in Ethiopia 1981-2010", "Do ERA5 and CRU agree on the temperature of Ethiopia?", "How different are ERA5 and CRU for temperature in Ethiopia?", "difference between ERA5 and CRU for temperature in Ethiopia 1981-2010", "How well does ERA5 match CRU for temperature in Ethiopia?", "Is ERA5 warmer than CRU in Ethiopia for temperature, 1981-2010?", "bias of ERA5 temperature against CRU in Ethiopia", "Validate ERA5 temperature against CRU in Ethiopia", "Do ERA5 and CRU tell the same story for temperature in Ethiopia?"),
        french=("Compare ERA5 et CRU pour la température en Éthiopie, 1981-2010", "ERA5 vs CRU : température en Éthiopie 1981-2010", "ERA5 et CRU s'accordent-ils sur la température de l'Éthiopie ?", "À quel point ERA5 et CRU diffèrent-ils pour la température en Éthiopie ?", "différence entre ERA5 et CRU pour la température en Éthiopie 1981-2010", "ERA5 concorde-t-il bien avec CRU pour la température en Éthiopie ?", "ERA5 est-il plus chaud que CRU en Éthiopie pour la température, 1981-2010 ?", "biais de la température d'ERA5 par rapport à CRU en Éthiopie", "Valide la température d'ERA5 avec CRU en Éthiopie", "ERA5 et CRU racontent-ils la même histoire pour la température en Éthiopie ?", "ERA5 et CRU sont-ils d'accord sur la température en Éthiopie ?", "ERA5 et CRU donnent-ils la même chose pour la température en Éthiopie ?"),
    ),
    Meaning(
        name="a model and what was measured",
        slots=_axis("observations"),
        english=("How well does CanESM5 reproduce observed rainfall in India?", "Compare CanESM5 with observations for rainfall in India", "bias of CanESM5 rainfall against observations in India", "CanESM5 versus observed rainfall, India", "Evaluate CanESM5 rainfall in India against observations", "Does CanESM5 overestimate rainfall in India compared with observations?", "Does CanESM5 match the observations for rainfall in India?", "Is CanESM5 close to the observed rainfall in India?"),
        french=("CanESM5 reproduit-il bien la pluie observée en Inde ?", "Compare CanESM5 aux observations pour la pluie en Inde", "biais de la pluie de CanESM5 par rapport aux observations en Inde", "CanESM5 contre la pluie observée, Inde", "Évalue la pluie de CanESM5 en Inde par rapport aux observations", "CanESM5 surestime-t-il la pluie en Inde par rapport aux observations ?", "CanESM5 colle-t-il aux observations pour la pluie en Inde ?", "CanESM5 est-il proche de la pluie observée en Inde ?"),
    ),
    Meaning(
        name="two models",
        slots=_axis("sources"),
        english=("Compare CanESM5 and MIROC6 for temperature in Brazil under SSP2-4.5", "CanESM5 vs MIROC6: temperature in Brazil under SSP2-4.5", "difference between CanESM5 and MIROC6 for temperature in Brazil under SSP2-4.5", "Is CanESM5 warmer than MIROC6 over Brazil under SSP2-4.5?", "Which model is warmer over Brazil under SSP2-4.5, CanESM5 or MIROC6?", "Do CanESM5 and MIROC6 agree on temperature in Brazil under SSP2-4.5?"),
        french=("Compare CanESM5 et MIROC6 pour la température au Brésil sous SSP2-4.5", "CanESM5 vs MIROC6 : température au Brésil sous SSP2-4.5", "différence entre CanESM5 et MIROC6 pour la température au Brésil sous SSP2-4.5", "CanESM5 est-il plus chaud que MIROC6 sur le Brésil sous SSP2-4.5 ?", "Quel modèle est le plus chaud sur le Brésil sous SSP2-4.5, CanESM5 ou MIROC6 ?", "CanESM5 et MIROC6 s'accordent-ils sur la température au Brésil sous SSP2-4.5 ?"),
    ),
    Meaning(
        name="ranking of several places",
        slots=_axis("places"),
        english=("Rank Cairo, Tunis and Algiers by temperature in 2023", "Which of Cairo, Tunis and Algiers was hottest in 2023?", "Order Cairo, Tunis and Algiers from hottest to coolest in 2023", "Sort Cairo, Tunis and Algiers by temperature, 2023", "the hottest of Cairo, Tunis and Algiers in 2023", "ranking of Cairo, Tunis and Algiers by temperature in 2023"),
        french=("Classe Le Caire, Tunis et Alger par température en 2023", "Laquelle du Caire, de Tunis et d'Alger a été la plus chaude en 2023 ?", "Range Le Caire, Tunis et Alger de la plus chaude à la plus fraîche en 2023", "Trie Le Caire, Tunis et Alger par température, 2023", "la plus chaude du Caire, de Tunis et d'Alger en 2023", "classement du Caire, de Tunis et d'Alger par température en 2023"),
    ),
    Meaning(
        name="two seasons",
        slots=_axis("periods"),
        english=("Does it rain more in summer or in winter in Cape Town?", "Which season is wetter in Cape Town, rain in summer or in winter?", "Rain in Cape Town: summer versus winter", "Compare summer and winter rain in Cape Town", "difference between summer and winter rain in Cape Town", "Is there more rain in winter than in summer in Cape Town?"),
        french=("Pleut-il plus en été ou en hiver au Cap ?", "Quelle saison est la plus arrosée au Cap, la pluie d'été ou d'hiver ?", "Pluie au Cap : été contre hiver", "Compare la pluie d'été et d'hiver au Cap", "différence entre la pluie d'été et d'hiver au Cap", "Y a-t-il plus de pluie en hiver qu'en été au Cap ?"),
    ),
    Meaning(
        name="two methods",
        slots=_axis("methods"),
        english=("Compare Penman-Monteith and Hargreaves evapotranspiration in Tunisia", "Penman-Monteith vs Hargreaves: evapotranspiration in Tunisia", "How different are Penman-Monteith and Hargreaves for evapotranspiration in Tunisia?", "difference between Penman-Monteith and Hargreaves evapotranspiration in Tunisia"),
        french=("Compare l'évapotranspiration de Penman-Monteith et de Hargreaves en Tunisie", "Penman-Monteith vs Hargreaves : évapotranspiration en Tunisie", "À quel point Penman-Monteith et Hargreaves diffèrent-ils pour l'évapotranspiration en Tunisie ?", "différence entre l'évapotranspiration de Penman-Monteith et de Hargreaves en Tunisie"),
    ),
    Meaning(
        name="a threshold and a norm are no contrast",
        slots={"action": "describe", "compared": None},
        english=("Days with more than 20 mm of rain in Lyon in 2021", "rain in Lyon and Grenoble in 2021", "temperature in Lyon in 2021 relative to 1991-2020", "rainfall in January and February 2021 in Lyon", "min and max temperature in Lyon in 2021"),
        french=("Jours avec plus de 20 mm de pluie à Lyon en 2021", "pluie à Lyon et Grenoble en 2021", "température à Lyon en 2021 par rapport à 1991-2020", "pluie en janvier et février 2021 à Lyon", "température min et max à Lyon en 2021"),
    ),
    Meaning(
        name="how far two scenarios lie apart",
        slots=_axis("scenarios"),
        english=("How far apart are ssp126 and ssp585 for hot days above 35 °C in Marrakesh by the end of the century?", "How much do ssp126 and ssp585 diverge for hot days above 35 °C in Marrakesh by the end of the century?", "How far do ssp126 and ssp585 drift apart for hot days above 35 °C in Marrakesh?"),
        french=("À quel point ssp126 et ssp585 s'éloignent-ils pour les jours à plus de 35 °C à Marrakech en fin de siècle ?", "De combien ssp126 et ssp585 divergent-ils pour les jours à plus de 35 °C à Marrakech en fin de siècle ?", "Jusqu'où ssp126 et ssp585 s'écartent-ils pour les jours à plus de 35 °C à Marrakech ?"),
    ),
    Meaning(
        name="two sources opposed by a letter",
        slots=_axis("sources"),
        english=("ERA5 v. CHIRPS rain in Mali, 2015", "HadGEM3-GC31-LL v MIROC6 for Sahel summer rain, historical 1985-2014", "rain in Mali, 2015: ERA5 v CHIRPS"),
        french=("Pluie ERA5 c. CHIRPS au Mali, 2015", "HadGEM3-GC31-LL c. MIROC6 pour les pluies d'été au Sahel, historical 1985-2014", "pluie au Mali en 2015 : ERA5 c. CHIRPS"),
    ),
    Meaning(
        name="sources that do not give the same",
        slots=_axis("sources"),
        english=("I gather that Berkeley Earth and HadCRUT don't give the same global warming for 2016; by how much do they differ?", "ERA5 and JRA-55 don't show the same rain over Borneo in 2015, do they?", "By how much do CanESM5 and MIROC6 differ for temperature in Chile?"),
        french=("J'ai cru comprendre que Berkeley Earth et HadCRUT ne donnaient pas le même réchauffement mondial en 2016; de combien diffèrent-ils ?", "ERA5 et JRA-55 ne montrent pas la même pluie sur Bornéo en 2015, non ?", "De combien CanESM5 et MIROC6 diffèrent-ils pour la température au Chili ?"),
    ),
    Meaning(
        name="two sources with the place put right in mid-sentence",
        slots=_axis("sources"),
        english=("How does rain in the city, I mean Lagos, compare between ERA5 and CHIRPS in 2019?", "How does the snow in the mountains, sorry, in the Alps, compare between ERA5 and JRA-55 in March 2019?", "How does rain in the city, I mean in Accra, differ between ERA5 and CHIRPS in 2019?"),
        french=("Comment se compare la pluie en ville, je veux dire à Lagos, entre ERA5 et CHIRPS en 2019 ?", "Comment se compare la neige en montagne, pardon, dans les Alpes, entre ERA5 et JRA-55 en mars 2019 ?", "En quoi diffère la pluie en ville, je veux dire à Accra, entre ERA5 et CHIRPS en 2019 ?"),
    ),
    Meaning(
        name="two methods for taking a bias away",
        slots=_axis("methods"),
        english=("Set quantile mapping against delta change for bias-correcting rain in Lima", "Compare quantile mapping and the delta method for correcting the bias of rain in Lima", "quantile mapping versus the delta method for bias correction of rain in Lima"),
        french=("Oppose le quantile mapping et la méthode des deltas pour corriger le biais de la pluie à Lima", "Compare le quantile mapping et la méthode des deltas pour corriger le biais de la pluie à Lima", "quantile mapping contre méthode des deltas pour la correction de biais de la pluie à Lima"),
    ),
    Meaning(
        name="a value held against its own normal",
        slots={"action": "describe", "compared": None, "periods": SAME},
        english=("Rain in Dakar in 2022 versus its 1991-2020 mean", "Rain in Dakar in 2022 vs the 1991-2020 average", "Rain in Dakar in 2022 against the 1991-2020 normal", "Rain in Dakar in 2022 relative to the 1991-2020 baseline"),
        french=("La pluie à Dakar en 2022 face à sa moyenne 1991-2020", "La pluie à Dakar en 2022 par rapport à la moyenne 1991-2020", "La pluie à Dakar en 2022 contre la normale 1991-2020", "La pluie à Dakar en 2022 face à la normale de 1991-2020"),
    ),
    Meaning(
        name="a future value held against its own normal",
        slots={"action": "project", "compared": None, "periods": SAME},
        english=("Future wind speed in Emden, 2030-2050 vs own 1991-2020 normal, ssp126", "Wind speed in Emden, 2030-2050 under ssp126, against the 1991-2020 normal", "Wind speed in Emden in 2030-2050 versus the 1991-2020 mean, ssp126"),
        french=("Vitesse du vent future à Emden, 2030-2050 par rapport à sa normale 1991-2020, ssp126", "Vitesse du vent à Emden, 2030-2050 sous ssp126, face à la normale 1991-2020", "Vitesse du vent à Emden en 2030-2050 contre la moyenne 1991-2020, ssp126"),
    ),
    Meaning(
        name="two things that nobody named",
        slots={"action": "compare", "clarification": "places"},
        english=("Compare these two.", "Compare those three", "contrast these two, please"),
        french=("Compare ces deux-là.", "Compare ces trois-là", "confronte ces deux-là, s'il te plaît"),
    ),
    Meaning(
        name="images of two dates beside each other",
        slots={**_axis("periods"), "periods": SAME},
        english=("I want Landsat images of the Aral Sea in 1989 and in 2023, side by side.", "Landsat images of the Aral Sea in 1989 and in 2023, next to each other", "Put Landsat images of the Aral Sea in 1989 and in 2023 side by side"),
        french=("Je veux des images Landsat de la mer d'Aral en 1989 et en 2023, l'une à côté de l'autre.", "Images Landsat de la mer d'Aral en 1989 et en 2023, côte à côte", "Mets côte à côte des images Landsat de la mer d'Aral en 1989 et en 2023"),
    ),
    Meaning(
        name="a month apart from its normal",
        slots={"action": "describe", "compared": None, "periods": ["target 2025-04-01..2025-04-30", "reference 1991-01-01..2020-12-31"]},
        english=("What is the difference between the April 2025 temperature in Beauce, Quebec and the 1991-2020 normal?", "How did April 2025 temperatures in Beauce, Quebec differ from the 1991-2020 normal?", "How far was the April 2025 temperature in Beauce, Quebec from the 1991-2020 normal?"),
        french=("Quel écart y a-t-il entre la température d'avril 2025 en Beauce, au Québec, et la normale 1991-2020 ?", "Quelle différence entre la température d'avril 2025 en Beauce, au Québec, et la normale 1991-2020 ?", "En quoi la température d'avril 2025 en Beauce, au Québec, diffère-t-elle de la normale 1991-2020 ?"),
    ),
    Meaning(name="two sources, the writer's own stations told of beside them", slots={**_axis("sources"), "quantities": ["tas"], "collections": ["era5", "merra-2"]},
        english=("ERA5 against MERRA-2 for 2 m temperature in Bhutan, 2001-2015. Which is too cold, I can't tell from my stations", "ERA5 vs MERRA-2 for 2 m temperature in Bhutan, 2001-2015, my stations are too sparse to tell", "Compare ERA5 and MERRA-2 for 2 m temperature in Bhutan, 2001-2015: hard to say from our gauges"),
        french=("ERA5 contre MERRA-2 pour la température à 2 m au Bhoutan, 2001-2015. Lequel est trop froid ? Mes stations ne permettent pas de trancher", "ERA5 vs MERRA-2 pour la température à 2 m au Bhoutan, 2001-2015, mes stations sont trop rares pour le dire", "Compare ERA5 et MERRA-2 pour la température à 2 m au Bhoutan, 2001-2015 : difficile à dire avec nos stations")),
    Meaning(name="two sources beside stations", slots={**_axis("observations"), "quantities": ["tas"]},
        english=("ERA5 vs MERRA-2 vs our stations for 2 m temperature in Bhutan, 2001-2015", "ERA5 and MERRA-2 compared to the stations for 2 m temperature in Bhutan, 2001-2015", "Which is closer to the stations for 2 m temperature in Bhutan, ERA5 or MERRA-2, 2001-2015?"),
        french=("ERA5 contre MERRA-2 contre nos stations pour la température à 2 m au Bhoutan, 2001-2015", "ERA5 et MERRA-2 comparés aux stations pour la température à 2 m au Bhoutan, 2001-2015", "Compare ERA5 et MERRA-2 avec les stations pour la température à 2 m au Bhoutan, 2001-2015")),
    Meaning(name="what is simulated, said to be wrong one way", slots={**_axis("observations"), "quantities": ["tas"]},
        english=("Is the CMIP6 ensemble too warm over Tibet?", "Does CMIP6 have a warm bias in temperature over Tibet?", "Do CMIP6 models overestimate temperature over Tibet?", "Temperature bias of the CMIP6 models over Tibet"),
        french=("L'ensemble CMIP6 est-il trop chaud sur le Tibet ?", "CMIP6 a-t-il un biais chaud de température sur le Tibet ?", "Les modèles CMIP6 surestiment-ils la température sur le Tibet ?", "Biais de température des modèles CMIP6 sur le Tibet")),
    Meaning(name="a reanalysis, said to be wrong one way", slots={**_axis("observations"), "quantities": ["pr"], "collections": ["era5"]},
        english=("Does ERA5 have a dry bias in rainfall over the Sahel?", "Does ERA5 underestimate rainfall over the Sahel?", "By how much does ERA5 underestimate the Sahel's rainfall?"),
        french=("ERA5 a-t-il un biais sec pour la pluie au Sahel ?", "ERA5 sous-estime-t-il la pluie au Sahel ?", "De combien ERA5 sous-estime-t-il la pluie du Sahel ?")),
    Meaning(name="too hot for something", slots={"action": "project", "compared": None},
        english=("Will it be too hot for maize in Zambia in 2041-2060?", "Will Zambia be too hot for maize in 2041-2060?", "Is Zambia going to be too hot to grow maize in 2041-2060?"),
        french=("Fera-t-il trop chaud pour le maïs en Zambie en 2041-2060 ?", "La Zambie sera-t-elle trop chaude pour le maïs en 2041-2060 ?", "Va-t-il faire trop chaud pour cultiver le maïs en Zambie en 2041-2060 ?")),
    Meaning(
        name="which of places named after a colon",
        slots={"action": "compare", "compared": "places", "quantities": ["tas"], "places": SAME},
        english=("In July 2019, where was it hottest: Paris, Berlin or Madrid?", "Where was it hottest in July 2019: Paris, Berlin or Madrid?", "Where was it hottest in July 2019, Paris, Berlin or Madrid?"),
        french=("En juillet 2019, où a-t-il fait le plus chaud : Paris, Berlin ou Madrid ?", "Où a-t-il fait le plus chaud en juillet 2019 : Paris, Berlin ou Madrid ?", "Où a-t-il fait le plus chaud en juillet 2019, Paris, Berlin ou Madrid ?"),
    ),
)  # fmt: skip
