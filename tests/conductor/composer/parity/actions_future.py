"""What is to come, in both languages: values, changes, years of crossing; and what only sounds like it."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

_PROJECT = {"action": "project"}

MEANINGS = (
    Meaning(
        name="a value to come",
        slots=_PROJECT,
        english=("How hot will it be in Dakar in 2050?", "What will the temperature be in Dakar in 2050?", "temperature in Dakar in 2050", "projected temperature for Dakar in 2050", "What temperature should Dakar expect in 2050?", "How warm is Dakar going to get by 2050?", "future temperature of Dakar, 2050", "temps dakar 2050", "Expected temperature in Dakar by 2050", "Project the temperature of Dakar to 2050", "What do the models say about the temperature of Dakar in 2050?"),
        french=("Quelle chaleur fera-t-il à Dakar en 2050 ?", "Quelle sera la température à Dakar en 2050 ?", "température à Dakar en 2050", "température projetée à Dakar en 2050", "À quelle température Dakar doit-elle s'attendre en 2050 ?", "Jusqu'où la température va-t-elle monter à Dakar d'ici 2050 ?", "température future de Dakar, 2050", "temp dakar 2050", "Température attendue à Dakar d'ici 2050", "Projette la température de Dakar en 2050", "Que disent les modèles de la température de Dakar en 2050 ?", "Il va faire combien à Dakar en 2050 ?", "Il fera chaud comment à Dakar en 2050 ?"),
    ),
    Meaning(
        name="a change to come",
        slots=_PROJECT,
        english=("How will rainfall change in Kenya by the end of the century?", "change in rainfall in Kenya by the end of the century", "projected rainfall change, Kenya, end of century", "Will it rain more in Kenya at the end of the century?", "How much more rain will Kenya get by 2100?", "rainfall in Kenya 2071-2100 relative to 1991-2020", "By how much will rainfall increase in Kenya by 2100?", "increase in rainfall in Kenya by 2100", "Is rainfall expected to increase in Kenya by 2100?", "evolution of rainfall in Kenya up to 2100"),
        french=("Comment la pluie va-t-elle changer au Kenya d'ici la fin du siècle ?", "changement de la pluie au Kenya d'ici la fin du siècle", "changement projeté de la pluie, Kenya, fin du siècle", "Pleuvra-t-il plus au Kenya à la fin du siècle ?", "Combien de pluie en plus le Kenya recevra-t-il d'ici 2100 ?", "pluie au Kenya 2071-2100 par rapport à 1991-2020", "De combien la pluie augmentera-t-elle au Kenya d'ici 2100 ?", "augmentation de la pluie au Kenya d'ici 2100", "La pluie devrait-elle augmenter au Kenya d'ici 2100 ?", "évolution de la pluie au Kenya jusqu'en 2100", "Est-ce qu'il va pleuvoir plus au Kenya d'ici 2100 ?", "Comment évoluera la pluie au Kenya d'ici 2100 ?"),
    ),
    Meaning(
        name="under a scenario",
        slots=_PROJECT,
        english=("Sea surface temperature in the Gulf of Guinea under SSP2-4.5", "ssp245 sea surface temperature Gulf of Guinea 2081-2100", "With SSP2-4.5, what happens to sea surface temperature in the Gulf of Guinea?", "Gulf of Guinea sea surface temperature in the intermediate scenario", "If emissions follow SSP2-4.5, how warm will the Gulf of Guinea's surface be?", "sea surface temperature change in the Gulf of Guinea, SSP2-4.5"),
        french=("Température de surface de la mer dans le golfe de Guinée sous SSP2-4.5", "ssp245 température de surface de la mer golfe de Guinée 2081-2100", "Avec le SSP2-4.5, que devient la température de surface de la mer dans le golfe de Guinée ?", "Température de surface de la mer du golfe de Guinée dans le scénario intermédiaire", "Si les émissions suivent le SSP2-4.5, quelle sera la température de surface de la mer du golfe de Guinée ?", "changement de la température de surface de la mer dans le golfe de Guinée, SSP2-4.5"),
    ),
    Meaning(
        name="two scenarios without contrast",
        slots={**_PROJECT, "compared": None},
        english=("Temperature in Chad in 2080 under SSP1-2.6 and SSP5-8.5", "Chad temperature 2080, ssp126 and ssp585", "What will Chad's temperature be in 2080 with SSP1-2.6 and with SSP5-8.5?", "Give me the 2080 temperature of Chad for SSP1-2.6 and SSP5-8.5"),
        french=("Température au Tchad en 2080 sous SSP1-2.6 et SSP5-8.5", "température Tchad 2080, ssp126 et ssp585", "Quelle sera la température du Tchad en 2080 avec le SSP1-2.6 et avec le SSP5-8.5 ?", "Donne-moi la température du Tchad en 2080 pour SSP1-2.6 et SSP5-8.5"),
    ),
    Meaning(
        name="at a warming level",
        slots=_PROJECT,
        english=("Rainfall in Morocco at +2 °C of global warming", "What happens to rainfall in Morocco if the world warms by 2 °C?", "rainfall change in Morocco at 2 °C", "Morocco's rainfall in a 2 °C world", "How will rain change in Morocco once the globe has warmed 2 °C?"),
        french=("Pluie au Maroc à +2 °C de réchauffement global", "Que devient la pluie au Maroc si la planète se réchauffe de 2 °C ?", "changement de la pluie au Maroc à 2 °C", "La pluie au Maroc dans un monde à +2 °C", "Comment la pluie changera-t-elle au Maroc une fois le globe réchauffé de 2 °C ?", "évolution des pluies au Maroc à +2 °C"),
    ),
    Meaning(
        name="when a bound is crossed",
        slots=_PROJECT,
        english=("When will global warming exceed 1.5 °C?", "In what year does the world cross 1.5 °C of warming?", "By when will warming reach 1.5 °C?", "When do we pass 1.5 °C of global warming?", "How soon will the planet warm by 1.5 °C?", "Year in which the 1.5 °C threshold will be crossed, global temperature"),
        french=("Quand le réchauffement global dépassera-t-il 1,5 °C ?", "En quelle année le monde franchit-il 1,5 °C de réchauffement ?", "D'ici quand le réchauffement atteindra-t-il 1,5 °C ?", "Quand passe-t-on 1,5 °C de réchauffement global ?", "Dans combien de temps la planète se réchauffera-t-elle de 1,5 °C ?", "Année où le seuil de 1,5 °C sera franchi, température globale", "Quand est-ce qu'on dépasse 1,5 °C de réchauffement global ?"),
    ),
    Meaning(
        name="a count to come",
        slots=_PROJECT,
        english=("How many hot days will Madrid have in 2060?", "number of days above 35 °C in Madrid, 2041-2070, ssp370", "Days above 35 °C to come in Madrid by 2060", "Will Madrid see more days above 35 °C in 2060?", "How many more days above 35 °C in Madrid by 2060?", "expected number of days above 35 °C in Madrid by 2060"),
        french=("Combien de jours chauds Madrid aura-t-elle en 2060 ?", "nombre de jours au-dessus de 35 °C à Madrid, 2041-2070, ssp370", "Jours au-dessus de 35 °C à venir à Madrid d'ici 2060", "Madrid connaîtra-t-elle plus de jours au-dessus de 35 °C en 2060 ?", "Combien de jours de plus au-dessus de 35 °C à Madrid d'ici 2060 ?", "nombre attendu de jours au-dessus de 35 °C à Madrid d'ici 2060"),
    ),
    Meaning(
        name="agreement of the models on a change",
        slots=_PROJECT,
        english=("How robust is the drying of Spain by 2100 across CMIP6 models?", "Do CMIP6 models agree on the sign of the rainfall change in Spain by 2100?", "Model agreement on the rainfall change in Spain by 2100, CMIP6", "robustness of the projected rainfall change in Spain by 2100"),
        french=("Quelle est la robustesse de la baisse des pluies en Espagne d'ici 2100 dans les modèles CMIP6 ?", "Les modèles CMIP6 s'accordent-ils sur le signe du changement des pluies en Espagne d'ici 2100 ?", "Accord des modèles sur le changement des pluies en Espagne d'ici 2100, CMIP6", "robustesse du changement projeté des pluies en Espagne d'ici 2100"),
    ),
    Meaning(
        name="a trend or rate of the future",
        slots={"action": "trend"},
        english=("How fast will sea level rise at Jakarta until 2100, in mm per year trend?", "rate of sea level rise at Jakarta, 2020-2100, SSP5-8.5", "trend of sea level at Jakarta, 2020-2100, SSP5-8.5", "Warming rate per decade in Jakarta 2020-2100 under SSP5-8.5"),
        french=("À quelle vitesse le niveau de la mer montera-t-il à Jakarta jusqu'en 2100, tendance en mm par an ?", "taux d'élévation du niveau de la mer à Jakarta, 2020-2100, SSP5-8.5", "tendance du niveau de la mer à Jakarta, 2020-2100, SSP5-8.5", "Rythme de réchauffement par décennie à Jakarta 2020-2100 sous SSP5-8.5"),
    ),
)  # fmt: skip
