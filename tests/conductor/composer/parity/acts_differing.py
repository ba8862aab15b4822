"""What differs between two times: images pointed at, a size at two dates, a lake that shrank, what was felled, a normal and the next one."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

MEANINGS = (
    Meaning(name="what changed between two images", slots={"action": "change", "clarification": "places", "declined": None},
        english=("What changed between these two images?", "What's different between these two scenes?", "Spot the changes between these two photos.", "What has moved between the two images?"),
        french=("Qu'est-ce qui a changé entre ces deux images ?", "Qu'est-ce qui est différent entre ces deux scènes ?", "Repère les changements entre ces deux photos.", "Qu'est-ce qui a bougé entre les deux images ?")),
    Meaning(name="how one tells two images apart is explained", slots={"action": "explain"},
        english=("How do you compute the change between two images?", "How does one measure the difference between two radar images?", "Explain how changes between two scenes are detected"),
        french=("Comment calcule-t-on le changement entre deux images ?", "Comment mesure-t-on la différence entre deux images radar ?", "Explique comment on détecte les changements entre deux scènes")),
    Meaning(name="a lake that shrank, and its area", slots={"action": "change", "statistics": ["area"], "phenomena": ["surface_water"], "periods": SAME},
        english=("Did Lake Mead shrink between July 2000 and July 2022? Give the area.", "Has Lake Mead shrunk between July 2000 and July 2022? Give me the area.", "Did Lake Mead get smaller between July 2000 and July 2022? Give its area."),
        french=("Le lac Mead a-t-il rapetissé entre juillet 2000 et juillet 2022 ? Donne la superficie.", "Le lac Mead a-t-il rétréci entre juillet 2000 et juillet 2022 ? Donne-moi la surface.", "Le lac Mead a-t-il diminué entre juillet 2000 et juillet 2022 ? Donne sa superficie.")),
    Meaning(name="by how much a size differs between two dates", slots={"action": "change", "statistics": ["area"], "periods": SAME},
        english=("How many fewer square kilometres of snow on Kilimanjaro, from February 1990 to February 2020?", "How many fewer hectares of glacier on Kilimanjaro, from February 1990 to February 2020?", "How many fewer km2 of snow on Kilimanjaro between February 1990 and February 2020?"),
        french=("Combien de kilomètres carrés de neige en moins sur le Kilimandjaro, de février 1990 à février 2020 ?", "Combien d'hectares de glacier en moins sur le Kilimandjaro, de février 1990 à février 2020 ?", "Combien de km2 de neige de moins sur le Kilimandjaro entre février 1990 et février 2020 ?")),
    Meaning(name="what was felled between two years", slots={"action": "change", "periods": SAME},
        english=("What was cleared of forest east of Santarém, Brazil, between 2010 and 2015?", "What was deforested east of Santarém, Brazil, between 2010 and 2015?", "What was felled east of Santarém, Brazil, between 2010 and 2015?"),
        french=("Qu'est-ce qui a été déboisé à l'est de Santarém, au Brésil, entre 2010 et 2015 ?", "Qu'est-ce qui a été déforesté à l'est de Santarém, au Brésil, entre 2010 et 2015 ?", "Qu'est-ce qui a été défriché à l'est de Santarém, au Brésil, entre 2010 et 2015 ?")),
    Meaning(name="one normal and the next", slots={"action": "describe", "periods": SAME, "aggregation": None},
        english=("Has the 100-year daily rainfall for Toulouse changed between 1961-1990 and 1991-2020?", "Did the number of frost days in Toulouse change between 1961-1990 and 1991-2020?", "Has the ten-year wind gust in Toulouse increased between 1961-1990 and 1991-2020?"),
        french=("La pluie journalière centennale à Toulouse a-t-elle changé entre 1961-1990 et 1991-2020 ?", "Le nombre de jours de gel à Toulouse a-t-il changé entre 1961-1990 et 1991-2020 ?", "La rafale décennale à Toulouse a-t-elle augmenté entre 1961-1990 et 1991-2020 ?")),
    Meaning(name="what one scenario spares", slots={"action": "compare", "compared": "scenarios", "quantities": SAME},
        english=("ssp119 rather than ssp245, how many heatwave days does that save Madrid in 2081-2100?", "With ssp119 rather than ssp245, how many heatwave days does Madrid avoid in 2081-2100?", "ssp119 instead of ssp245: how many heatwave days does that spare Madrid in 2081-2100?"),
        french=("ssp119 plutôt que ssp245, ça épargne combien de jours de canicule à Madrid en 2081-2100 ?", "Avec ssp119 plutôt que ssp245, combien de jours de canicule Madrid évite-t-elle en 2081-2100 ?", "ssp119 au lieu de ssp245 : combien de jours de canicule épargnés à Madrid en 2081-2100 ?")),
    Meaning(name="what is gone of something named with two dates", slots={"action": "change", "phenomena": ["glacier"], "periods": SAME},
        english=("Glaciers of the Vanoise, August 1990 and August 2020: what is missing?", "Glaciers of the Vanoise, August 1990 and August 2020: what has gone?", "Glaciers of the Vanoise, August 1990 and August 2020: what has disappeared?"),
        french=("Glaciers de la Vanoise, août 1990 et août 2020 : que manque-t-il ?", "Glaciers de la Vanoise, août 1990 et août 2020 : qu'est-ce qui manque ?", "Glaciers de la Vanoise, août 1990 et août 2020 : qu'est-ce qui a disparu ?")),
)  # fmt: skip
