"""Records, means named only to be set aside, surfaces of what covers the ground, gusts of a day. Wordings of each, English and French."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

_RX1DAY = {"statistics": (), "quantities": ("rx1day",)}

MEANINGS = (
    Meaning(name="a record broken", slots={"statistics": ("max",), "quantities": ("tas",)},
        english=("Did 2024 break the heat record in Japan?", "Was the temperature record broken in Japan in 2024?", "Did 2024 set a new heat record in Japan?", "Did 2024 beat the temperature record in Japan?"),
        french=("Est-ce que 2024 a battu le record de chaleur au Japon ?", "Le record de température a-t-il été battu au Japon en 2024 ?", "2024 a-t-elle établi un nouveau record de chaleur au Japon ?", "2024 a-t-elle dépassé le record de température au Japon ?")),
    Meaning(name="a record of cold", slots={"statistics": ("min",), "quantities": ("tas",)}, frames=("{} in Yakutsk since 1950?", "{} à Iakoutsk depuis 1950 ?"),
        english=("What is the cold record", "Was a cold record set", "Was a low temperature record set"),
        french=("Quel est le record de froid", "Un record de froid a-t-il été établi", "Un record de basse température a-t-il été établi")),
    Meaning(name="a record of snow", slots={"statistics": ("max",), "quantities": ("prsn",), "action": "describe"}, frames=("{} in Sapporo since 1990?", "{} à Sapporo depuis 1990 ?"),
        english=("What is the snowfall record", "When was the snowfall record broken"),
        french=("Quel est le record de neige", "Quand le record de chutes de neige a-t-il été battu")),
    Meaning(name="averaging above a bound", slots={"statistics": ("mean",)}, frames=("{} in Vienna since 1960", "{} à Vienne depuis 1960"),
        english=("Winters averaging above 3 °C", "Winters that average above 3 °C", "Winters above 3 °C on average"),
        french=("Hivers au-dessus de 3 °C de moyenne", "Hivers à plus de 3 °C en moyenne", "Hivers qui font en moyenne plus de 3 °C")),
    Meaning(name="means set aside", slots=_RX1DAY, frames=("{} the heaviest one-day rain in Lagos since 1990?", "{} la plus forte pluie en un jour à Lagos depuis 1990 ?"),
        english=("Averages are all very well, but what was", "Never mind averages: what was", "I don't care about averages: what was", "Beyond the averages, what was"),
        french=("C'est bien beau, les moyennes, mais quelle a été", "Peu importent les moyennes : quelle a été", "Je me fiche des moyennes : quelle a été", "Au-delà des moyennes, quelle a été", "Les moyennes, c'est bien, mais quelle a été")),
    Meaning(name="not the mean", slots={"statistics": ("max",), "quantities": ("sfcWindmax",)}, frames=("{} of wind speed in Oslo in 2020", "{} de la vitesse du vent à Oslo en 2020"),
        english=("Not the mean but the maximum", "Forget the mean: the maximum", "Never mind the average: the maximum"),
        french=("Pas la moyenne mais le maximum", "Oublie la moyenne : le maximum", "Peu importe la moyenne : le maximum")),
    Meaning(name="the worst downpour in millimetres", slots=_RX1DAY,
        english=("The worst one-day downpour in Durban since 1980, how many mm was it?", "How many mm did the worst one-day downpour in Durban since 1980 bring?", "The heaviest one-day rain in Durban since 1980, how many mm was it?"),
        french=("La pire averse en un jour à Durban depuis 1980, c'était combien de mm ?", "Combien de mm la pire averse en un jour à Durban depuis 1980 a-t-elle apportés ?", "La plus forte pluie en un jour à Durban depuis 1980, c'était combien de mm ?")),
    Meaning(name="a mean and a total", slots={"statistics": ("sum", "mean"), "quantities": ("pr",)}, frames=("{} in Oslo in 2020", "{} à Oslo en 2020"),
        english=("Mean and total rainfall", "Total and mean rainfall", "Rainfall, total and average"),
        french=("Pluie moyenne et totale", "Pluie totale et moyenne", "Pluie, total et moyenne")),
    Meaning(name="the area of ice at sea", slots={"statistics": ("area",)}, frames=("{} in the Kara Sea in March 2015", "{} en mer de Kara en mars 2015"),
        english=("Sea ice area", "The area of sea ice", "Sea-ice area"),
        french=("Surface de banquise", "Surface de glace de mer", "Superficie de banquise")),
    Meaning(name="the area of what covers the ground", slots={"statistics": ("area",)},
        english=("Forest area in Gabon in 2020", "Mangrove area in Gabon in 2020", "Snow area in the Pyrenees on 1 March 2024"),
        french=("Surface de forêt au Gabon en 2020", "Surface de mangrove au Gabon en 2020", "Surface de neige dans les Pyrénées le 1er mars 2024")),
    Meaning(name="a lake that lost surface", slots={"statistics": ("area",), "phenomena": ("surface_water",)}, frames=("{} between 2013 and 2016?", "{} entre 2013 et 2016 ?"),
        english=("How much area did Lake Poopó lose", "How much surface did Lake Poopó lose", "By how much did Lake Poopó shrink in area"),
        french=("Combien le lac Poopó a-t-il perdu de surface", "Combien le lac Poopó a-t-il perdu en surface", "De combien le lac Poopó a-t-il rétréci en surface")),
    Meaning(name="gusts of a day", slots={"statistics": (), "quantities": ("wsgmax10m",)}, frames=("{} in Wellington in 2022, ERA5", "{} à Wellington en 2022, ERA5"),
        english=("Daily maximum gusts", "Maximum daily gusts", "Daily peak gusts", "Daily max gusts"),
        french=("Rafales maximales journalières", "Rafales maximales quotidiennes", "Rafale maximale quotidienne", "Rafales journalières maximales")),
    Meaning(name="snow said as water", slots={"quantities": ("snw",)}, frames=("{} was there in the Pyrenees on 1 March 2022?", "{} y avait-il dans les Pyrénées le 1er mars 2022 ?"),
        english=("How much snow (water equivalent)", "How much snow (as snow water equivalent)", "How much snow water equivalent"),
        french=("Combien de neige (en équivalent eau)", "Combien de neige, en équivalent en eau,", "Combien d'équivalent en eau de la neige")),
)  # fmt: skip
