"""Data looked for and things explained, in both languages."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

_FIND = {"action": "find"}
_EXPLAIN = {"action": "explain"}

MEANINGS = (
    Meaning(
        name="model files",
        slots=_FIND,
        english=("Find CMIP6 daily tas for CanESM5 ssp585", "CMIP6 CanESM5 ssp585 day tas", "I'm looking for daily tas from CanESM5 under ssp585", "Do you have daily tas of CanESM5 for ssp585?", "Download the daily tas files of CanESM5, ssp585", "List the CanESM5 ssp585 daily tas datasets", "Where can I get daily tas from CanESM5 for ssp585?", "Are there daily tas files of CanESM5 for ssp585?", "Is daily tas from CanESM5 ssp585 available?", "Which nodes hold the daily tas of CanESM5 ssp585?", "I need daily tas from CanESM5 ssp585"),
        french=("Trouve le tas journalier CMIP6 de CanESM5 ssp585", "Je cherche le tas journalier de CanESM5 sous ssp585", "Avez-vous le tas journalier de CanESM5 pour ssp585 ?", "Télécharge les fichiers tas journaliers de CanESM5, ssp585", "Liste les jeux de données tas journaliers CanESM5 ssp585", "Où puis-je trouver le tas journalier de CanESM5 pour ssp585 ?", "Y a-t-il des fichiers tas journaliers de CanESM5 pour ssp585 ?", "Le tas journalier de CanESM5 ssp585 est-il disponible ?", "Quels nœuds hébergent le tas journalier de CanESM5 ssp585 ?", "J'ai besoin du tas journalier de CanESM5 ssp585", "Il me faut le tas journalier de CanESM5 ssp585"),
    ),
    Meaning(
        name="which models",
        slots=_FIND,
        english=("Which CMIP6 models have daily pr for ssp370?", "What CMIP6 models provide daily pr under ssp370?", "List the CMIP6 models with daily pr for ssp370", "How many CMIP6 models have daily pr for ssp370?", "CMIP6 models with daily pr for ssp370", "Tell me which CMIP6 models offer daily pr in ssp370", "Which models of CMIP6 published daily pr for ssp370?"),
        french=("Quels modèles CMIP6 ont pr journalier pour ssp370 ?", "Quels modèles CMIP6 fournissent pr journalier sous ssp370 ?", "Liste les modèles CMIP6 avec pr journalier pour ssp370", "Combien de modèles CMIP6 ont pr journalier pour ssp370 ?", "modèles CMIP6 avec pr journalier pour ssp370", "Dis-moi quels modèles CMIP6 proposent pr journalier en ssp370", "Quels modèles de CMIP6 ont publié pr journalier pour ssp370 ?"),
    ),
    Meaning(
        name="data of a quantity",
        slots=_FIND,
        english=("Find soil moisture data for Niger", "I'm looking for soil moisture data for Niger", "What soil moisture data do you have for Niger?", "Is there soil moisture data for Niger?", "Which datasets of soil moisture cover Niger?", "Do you have data on soil moisture for Niger?", "datasets of soil moisture over Niger", "Any dataset on soil moisture in Niger?", "Where can I find soil moisture data for Niger?", "Search for soil moisture datasets, Niger", "soil moisture data available for Niger"),
        french=("Trouve des données d'humidité du sol pour le Niger", "Je cherche des données d'humidité du sol pour le Niger", "Quelles données d'humidité du sol avez-vous pour le Niger ?", "Y a-t-il des données d'humidité du sol pour le Niger ?", "Quels jeux de données d'humidité du sol couvrent le Niger ?", "Avez-vous des données sur l'humidité du sol au Niger ?", "jeux de données d'humidité du sol sur le Niger", "Un jeu de données sur l'humidité du sol au Niger ?", "Où trouver des données d'humidité du sol pour le Niger ?", "Recherche des jeux de données d'humidité du sol, Niger", "données d'humidité du sol disponibles pour le Niger", "Qu'est-ce que vous avez comme données d'humidité du sol pour le Niger ?"),
    ),
    Meaning(
        name="what there is",
        slots=_FIND,
        english=("What do you have on Lake Chad in 2020?", "Anything on Lake Chad for 2020?", "What data is there for Lake Chad in 2020?", "What's available for Lake Chad in 2020?", "Which satellites passed over Lake Chad in May 2020?", "What imagery exists of Lake Chad from 2020?", "Got anything on Lake Chad in 2020?"),
        french=("Qu'avez-vous sur le lac Tchad en 2020 ?", "Quelles données y a-t-il pour le lac Tchad en 2020 ?", "Qu'est-ce qui est disponible pour le lac Tchad en 2020 ?", "Quels satellites sont passés sur le lac Tchad en mai 2020 ?", "Quelles images existe-t-il du lac Tchad en 2020 ?", "Vous avez quelque chose sur le lac Tchad en 2020 ?", "Vous avez quoi sur le lac Tchad en 2020 ?", "Y a quoi sur le lac Tchad en 2020 ?"),
    ),
    Meaning(
        name="an elevation model",
        slots=_FIND,
        english=("Elevation data for Nepal", "Find a DEM of Nepal", "Copernicus DEM of Nepal", "I need a digital elevation model of Nepal", "Do you have SRTM for Nepal?", "Download the DEM of Nepal", "Which DEMs cover Nepal?"),
        french=("Données d'altitude pour le Népal", "Trouve un MNT du Népal", "Copernicus DEM du Népal", "J'ai besoin d'un modèle numérique de terrain du Népal", "Avez-vous SRTM pour le Népal ?", "Télécharge le MNT du Népal", "Quels MNT couvrent le Népal ?"),
    ),
    Meaning(
        name="a trained model looked for",
        slots=_FIND,
        english=("Find a model for flood segmentation", "Which models can detect ships?", "Is there a model that detects ships?", "Do you have a ship detection model?", "list your cloud segmentation models", "I'm looking for a pretrained model for crop classification", "Any pretrained model to map burn scars?", "What models do you have for building detection?"),
        french=("Trouve un modèle de segmentation des inondations", "Quels modèles savent détecter les navires ?", "Y a-t-il un modèle qui détecte les navires ?", "Avez-vous un modèle de détection de navires ?", "liste vos modèles de segmentation des nuages", "Je cherche un modèle préentraîné de classification des cultures", "Un modèle préentraîné pour cartographier les zones brûlées ?", "Quels modèles avez-vous pour la détection de bâtiments ?"),
    ),
    Meaning(
        name="what a word means",
        slots=_EXPLAIN,
        english=("What is SSP2-4.5?", "What does SSP2-4.5 mean?", "Explain SSP2-4.5", "What's SSP2-4.5?", "Tell me about SSP2-4.5", "meaning of SSP2-4.5", "Can you explain what SSP2-4.5 is?", "define SSP2-4.5", "What does SSP2-4.5 stand for?", "I don't understand SSP2-4.5, what is it?", "SSP2-4.5, what's that?", "What do you mean by SSP2-4.5?"),
        french=("Qu'est-ce que le SSP2-4.5 ?", "Que signifie SSP2-4.5 ?", "Explique SSP2-4.5", "C'est quoi le SSP2-4.5 ?", "Parle-moi du SSP2-4.5", "signification de SSP2-4.5", "Peux-tu expliquer ce qu'est le SSP2-4.5 ?", "définis SSP2-4.5", "SSP2-4.5 veut dire quoi ?", "Je ne comprends pas SSP2-4.5, c'est quoi ?", "SSP2-4.5, c'est quoi ?", "Qu'entendez-vous par SSP2-4.5 ?", "c koi ssp2-4.5", "À quoi correspond SSP2-4.5 ?"),
    ),
    Meaning(
        name="what an indicator is",
        slots=_EXPLAIN,
        english=("What is the SPEI?", "How is the SPEI calculated?", "What does the SPEI measure?", "How do you interpret the SPEI?", "What is the SPEI used for?", "Explain how the SPEI works", "What's the point of the SPEI?", "How does one read the SPEI?", "definition of the SPEI"),
        french=("Qu'est-ce que le SPEI ?", "Comment calcule-t-on le SPEI ?", "Que mesure le SPEI ?", "Comment interpréter le SPEI ?", "À quoi sert le SPEI ?", "Explique comment fonctionne le SPEI", "Quel est l'intérêt du SPEI ?", "Comment lit-on le SPEI ?", "définition du SPEI", "Le SPEI, ça sert à quoi ?", "Comment est calculé le SPEI ?"),
    ),
    Meaning(
        name="the difference between two notions",
        slots={**_EXPLAIN, "compared": None},
        english=("What is the difference between weather and climate?", "Difference between CMIP5 and CMIP6?", "How do RCPs differ from SSPs?", "What's the difference between NDVI and EVI?", "How is L1C different from L2A?", "What distinguishes a GCM from an RCM?", "Explain the difference between RCPs and SSPs"),
        french=("Quelle est la différence entre météo et climat ?", "Différence entre CMIP5 et CMIP6 ?", "En quoi les RCP diffèrent-ils des SSP ?", "C'est quoi la différence entre NDVI et EVI ?", "En quoi L1C est-il différent de L2A ?", "Qu'est-ce qui distingue un GCM d'un RCM ?", "Explique la différence entre RCP et SSP"),
    ),
    Meaning(
        name="why",
        slots=_EXPLAIN,
        english=("Why is the Arctic warming faster than the rest of the world?", "Why does the Arctic warm faster?", "How come the Arctic warms faster?", "What causes the Arctic to warm faster?", "Explain why the Arctic warms faster", "Can you tell me why the Arctic is warming faster?", "What is the reason the Arctic warms faster?", "What explains the faster warming of the Arctic?"),
        french=("Pourquoi l'Arctique se réchauffe-t-il plus vite que le reste du monde ?", "Pourquoi l'Arctique se réchauffe plus vite ?", "Comment se fait-il que l'Arctique se réchauffe plus vite ?", "Qu'est-ce qui fait que l'Arctique se réchauffe plus vite ?", "Explique pourquoi l'Arctique se réchauffe plus vite", "Peux-tu me dire pourquoi l'Arctique se réchauffe plus vite ?", "Quelle est la raison pour laquelle l'Arctique se réchauffe plus vite ?", "Qu'est-ce qui explique le réchauffement plus rapide de l'Arctique ?", "D'où vient que l'Arctique se réchauffe plus vite ?", "Pour quelle raison l'Arctique se réchauffe-t-il plus vite ?"),
    ),
    Meaning(
        name="how far to trust",
        slots=_EXPLAIN,
        english=("How reliable is ERA5 for rain?", "Can I trust ERA5 rainfall?", "Is ERA5 any good for rain?", "How accurate is ERA5 for precipitation?", "Is ERA5 reliable for rain in Africa?", "What are the limits of ERA5 for rain?", "How much confidence can I have in ERA5 rain?", "What are the known biases of ERA5 rain?"),
        french=("ERA5 est-il fiable pour la pluie ?", "Puis-je me fier à la pluie d'ERA5 ?", "ERA5 vaut-il quelque chose pour la pluie ?", "Quelle est la précision d'ERA5 pour les précipitations ?", "ERA5 est-il fiable pour la pluie en Afrique ?", "Quelles sont les limites d'ERA5 pour la pluie ?", "Quelle confiance accorder à la pluie d'ERA5 ?", "Quels sont les biais connus de la pluie d'ERA5 ?", "On peut se fier à la pluie d'ERA5 ?"),
    ),
    Meaning(
        name="which is best",
        slots=_EXPLAIN,
        english=("Which reanalysis is best for wind in mountains?", "What dataset should I use for rain in Africa?", "Which satellite is best for detecting oil spills?", "What resolution do I need to map fields?", "Should I use ERA5 or ERA5-Land for soil temperature?", "Which index is recommended for drought?", "What is the best way to bias-correct CMIP6?"),
        french=("Quelle réanalyse est la meilleure pour le vent en montagne ?", "Quel jeu de données dois-je utiliser pour la pluie en Afrique ?", "Quel satellite est le meilleur pour détecter les marées noires ?", "Quelle résolution me faut-il pour cartographier des champs ?", "Dois-je utiliser ERA5 ou ERA5-Land pour la température du sol ?", "Quel indice est recommandé pour la sécheresse ?", "Quelle est la meilleure façon de corriger les biais de CMIP6 ?"),
    ),
    Meaning(
        name="what this service can do",
        slots=_EXPLAIN,
        english=("What can you do?", "What kind of questions can I ask you?", "How can you help me?", "Who are you?", "Which sources do you use?", "What are you able to do?", "Hello", "Hi, what can I ask?", "What are your data sources?", "Can you make maps?", "Do you speak French?", "How do you work?", "help"),
        french=("Que peux-tu faire ?", "Quel genre de questions puis-je te poser ?", "Comment peux-tu m'aider ?", "Qui es-tu ?", "Quelles sources utilises-tu ?", "De quoi es-tu capable ?", "Bonjour", "Salut, que puis-je demander ?", "Quelles sont tes sources de données ?", "Sais-tu faire des cartes ?", "Parles-tu anglais ?", "Comment fonctionnes-tu ?", "aide", "Tu sais faire quoi ?", "Vous faites quoi ?"),
    ),
    Meaning(
        name="how a source is made",
        slots=_EXPLAIN,
        english=("How do I cite ERA5?", "What is the licence of Sentinel-2?", "What bands does Sentinel-2 have?", "What is the resolution of Landsat?", "How often does Sentinel-2 pass?", "Since when does Sentinel-1 exist?", "Who produces ERA5?", "What is the spatial resolution of ERA5-Land?", "Is Sentinel-2 data free?", "What is the revisit time of Sentinel-2?"),
        french=("Comment citer ERA5 ?", "Quelle est la licence de Sentinel-2 ?", "Quelles bandes possède Sentinel-2 ?", "Quelle est la résolution de Landsat ?", "Tous les combien passe Sentinel-2 ?", "Depuis quand Sentinel-1 existe-t-il ?", "Qui produit ERA5 ?", "Quelle est la résolution spatiale d'ERA5-Land ?", "Les données Sentinel-2 sont-elles gratuites ?", "Quel est le temps de revisite de Sentinel-2 ?"),
    ),
    Meaning(
        name="how something is done in general",
        slots=_EXPLAIN,
        english=("How do I compute NDVI?", "How does one detect floods with radar?", "How can I correct the bias of a model?", "How to choose a baseline period?", "Can one see ships through clouds with radar?", "Is it possible to measure soil moisture from space?", "What is active learning?", "How does one train a flood segmentation model?"),
        french=("Comment calculer le NDVI ?", "Comment détecte-t-on les inondations au radar ?", "Comment corriger le biais d'un modèle ?", "Comment choisir une période de référence ?", "Peut-on voir des navires à travers les nuages avec le radar ?", "Est-il possible de mesurer l'humidité du sol depuis l'espace ?", "Qu'est-ce que l'apprentissage actif ?", "Comment entraîne-t-on un modèle de segmentation des inondations ?"),
    ),
    Meaning(
        name="what a report says",
        slots=_EXPLAIN,
        english=("What does the IPCC say about sea level rise?", "What did the IPCC conclude about heat waves?", "According to the IPCC, how confident are we in the drying of the Mediterranean?", "Quote the IPCC on tropical cyclones", "What does AR6 say about heat waves in Africa?"),
        french=("Que dit le GIEC sur la montée du niveau de la mer ?", "Qu'a conclu le GIEC sur les canicules ?", "Selon le GIEC, quelle confiance avons-nous dans l'assèchement de la Méditerranée ?", "Cite le GIEC sur les cyclones tropicaux", "Que dit l'AR6 des canicules en Afrique ?"),
    ),
    Meaning(
        name="a series looked for where it is held",
        slots={"action": "find", "facets.frequency": ["mon"], "aggregation": None},
        english=("Search obs4MIPs for a monthly series of sea surface temperature, if there is one.", "Look in obs4MIPs for a monthly series of sea surface temperature", "Search in obs4MIPs for a monthly sea surface temperature series"),
        french=("Cherche dans obs4MIPs une série mensuelle de température de surface de la mer, si elle existe.", "Regarde dans obs4MIPs pour une série mensuelle de température de surface de la mer", "Trouve dans obs4MIPs une série mensuelle de température de surface de la mer"),
    ),
    Meaning(
        name="a map of an index that is not named",
        slots={"action": SAME, "collections": ["sentinel-2-l2a"], "clarification": SAME},
        english=("index map over Hohhot, Aug 2024, S2", "an index map over Hohhot, Aug 2024, S2", "index maps over Hohhot, Aug 2024, S2"),
        french=("carte d'indice sur Hohhot, août 2024, S2", "une carte d'indice sur Hohhot, août 2024, S2", "cartes d'indice sur Hohhot, août 2024, S2"),
    ),
    Meaning(
        name="run by others", slots={"action": "find"},
        english=("Which institutions ran highres-future?", "Which labs have run highres-future?", "Which organisations ran highres-future?", "Which agencies have run highres-future?"),
        french=("Quelles institutions ont fait tourner highres-future ?", "Quels labos ont fait tourner highres-future ?", "Quels organismes ont exécuté highres-future ?", "Quels centres de modélisation ont lancé highres-future ?"),
    ),
)  # fmt: skip
