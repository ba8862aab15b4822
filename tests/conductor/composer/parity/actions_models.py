"""Models trained, applied and run, in both languages."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

_TRAIN = {"action": "train"}
_DETECT = {"action": "detect"}
_SIMULATE = {"action": "simulate"}

MEANINGS = (
    Meaning(
        name="a model trained",
        slots=_TRAIN,
        english=("Train a flood segmentation model on Sentinel-1 for Bangladesh", "I want to train a flood segmentation model for Bangladesh", "Can you train a flood segmentation model with Sentinel-1 over Bangladesh?", "training of a flood segmentation model, Sentinel-1, Bangladesh", "Fit a flood classifier on Sentinel-1 for Bangladesh", "Help me train a flood detector for Bangladesh", "Build me a flood detector for Bangladesh from Sentinel-1", "Develop a model to detect floods in Bangladesh from Sentinel-1", "I'd like a flood segmentation model trained on Bangladesh"),
        french=("Entraîne un modèle de segmentation des inondations sur Sentinel-1 pour le Bangladesh", "Je veux entraîner un modèle de segmentation des inondations pour le Bangladesh", "Peux-tu entraîner un modèle de segmentation des inondations avec Sentinel-1 sur le Bangladesh ?", "entraînement d'un modèle de segmentation des inondations, Sentinel-1, Bangladesh", "Ajuste un classifieur d'inondations sur Sentinel-1 pour le Bangladesh", "Aide-moi à entraîner un détecteur d'inondations pour le Bangladesh", "Construis-moi un détecteur d'inondations pour le Bangladesh à partir de Sentinel-1", "Développe un modèle pour détecter les inondations au Bangladesh à partir de Sentinel-1", "J'aimerais un modèle de segmentation des inondations entraîné sur le Bangladesh", "Faudrait entraîner un modèle de segmentation des inondations sur le Bangladesh"),
    ),
    Meaning(
        name="a model trained again",
        slots=_TRAIN,
        english=("Retrain the ship detector with my new labels", "Fine-tune the ship detector on my labels", "Update the ship detector with these labels", "Improve the ship detector with my corrections", "Use my corrections to retrain the ship detector", "The ship detector missed some boats, retrain it with my corrections", "Train the ship detector again with the new labels", "Adapt the ship detector to my images", "pls retrain the ship detector w/ my new labels"),
        french=("Réentraîne le détecteur de navires avec mes nouvelles étiquettes", "Affine le détecteur de navires sur mes étiquettes", "Mets à jour le détecteur de navires avec ces étiquettes", "Améliore le détecteur de navires avec mes corrections", "Utilise mes corrections pour réentraîner le détecteur de navires", "Le détecteur de navires a raté des bateaux, réentraîne-le avec mes corrections", "Entraîne à nouveau le détecteur de navires avec les nouvelles étiquettes", "Adapte le détecteur de navires à mes images", "stp reentraine le detecteur de navires avec mes nvx labels"),
    ),
    Meaning(
        name="samples to label",
        slots=_TRAIN,
        english=("Which images should I label next for the iceberg detector?", "What samples should be annotated first for the iceberg detector?", "Give me the most informative tiles to annotate for the iceberg detector", "Pick 50 images to label for the iceberg detector", "Which tiles are worth labelling for the iceberg detector?", "Run active learning for the iceberg detector", "active learning for the iceberg detector: next 50 tiles", "Which scenes should I annotate next to improve the iceberg detector?", "I'd like to label images for your iceberg detector. Which ones should I do first?", "Suggest tiles for labelling for the iceberg detector"),
        french=("Quelles images dois-je étiqueter ensuite pour le détecteur d'icebergs ?", "Quels échantillons faut-il annoter d'abord pour le détecteur d'icebergs ?", "Donne-moi les tuiles les plus informatives à annoter pour le détecteur d'icebergs", "Choisis 50 images à étiqueter pour le détecteur d'icebergs", "Quelles tuiles valent la peine d'être étiquetées pour le détecteur d'icebergs ?", "Lance l'apprentissage actif pour le détecteur d'icebergs", "apprentissage actif pour le détecteur d'icebergs : 50 tuiles suivantes", "Quelles scènes devrais-je annoter ensuite pour améliorer le détecteur d'icebergs ?", "J'aimerais étiqueter des images pour votre détecteur d'icebergs. Lesquelles faire en premier ?", "Propose des tuiles à annoter pour le détecteur d'icebergs"),
    ),
    Meaning(
        name="training data gathered",
        slots=_TRAIN,
        english=("Make a training set of burn scars in Portugal", "Collect training samples of burn scars in Portugal", "Build a labelled dataset of burn scars in Portugal", "Prepare training data for burn scar mapping in Portugal", "I want to annotate burn scars in Portugal", "Label the burn scars in Portugal", "Generate training examples of burn scars in Portugal", "Annotate burn scars on Sentinel-2 images of Portugal"),
        french=("Fais un jeu d'entraînement de zones brûlées au Portugal", "Collecte des échantillons d'entraînement de zones brûlées au Portugal", "Construis un jeu étiqueté de zones brûlées au Portugal", "Prépare des données d'entraînement pour la cartographie des zones brûlées au Portugal", "Je veux annoter des zones brûlées au Portugal", "Étiquette les zones brûlées au Portugal", "Génère des exemples d'entraînement de zones brûlées au Portugal", "Annote les zones brûlées sur les images Sentinel-2 du Portugal"),
    ),
    Meaning(
        name="a learned model applied",
        slots=_DETECT,
        english=("Run the cloud segmentation model on Sentinel-2 images of Lima in May 2024", "Apply the cloud segmentation model to Sentinel-2 images of Lima, May 2024", "Use the cloud model to mask the clouds on Sentinel-2 images of Lima, May 2024", "Mask the clouds on the Sentinel-2 images of Lima of May 2024 with an ML model", "Segment the clouds on Sentinel-2 images of Lima, May 2024, with a neural network", "Launch cloud detection on the Sentinel-2 images of Lima of May 2024", "Inference of the cloud segmentation model over Lima, May 2024"),
        french=("Lance le modèle de segmentation des nuages sur les images Sentinel-2 de Lima en mai 2024", "Applique le modèle de segmentation des nuages aux images Sentinel-2 de Lima, mai 2024", "Utilise le modèle de nuages pour masquer les nuages des images Sentinel-2 de Lima, mai 2024", "Masque les nuages des images Sentinel-2 de Lima de mai 2024 avec un modèle d'apprentissage", "Segmente les nuages des images Sentinel-2 de Lima, mai 2024, avec un réseau de neurones", "Lance la détection des nuages sur les images Sentinel-2 de Lima de mai 2024", "Inférence du modèle de segmentation des nuages sur Lima, mai 2024", "Fais tourner le modèle de segmentation des nuages sur les images Sentinel-2 de Lima en mai 2024"),
    ),
    Meaning(
        name="floods by a learned model",
        slots=_DETECT,
        english=("Run the flood model Sen1Floods11 on Trinidad, Bolivia, 20 February 2019", "Apply Sen1Floods11 to Trinidad, Bolivia, 20 February 2019", "Map the flood of Trinidad, Bolivia, on 20 February 2019 with Sen1Floods11", "Use Sen1Floods11 to detect the flood in Trinidad, Bolivia, on 20 February 2019", "Run Sen1Floods11 on Trinidad, Bolivia, 20 February 2019"),
        french=("Fais tourner le modèle d'inondation Sen1Floods11 sur Trinidad, Bolivie, 20 février 2019", "Applique Sen1Floods11 à Trinidad, Bolivie, 20 février 2019", "Cartographie l'inondation de Trinidad, Bolivie, le 20 février 2019 avec Sen1Floods11", "Utilise Sen1Floods11 pour détecter l'inondation à Trinidad, Bolivie, le 20 février 2019", "Lance Sen1Floods11 sur Trinidad, Bolivie, 20 février 2019"),
    ),
    Meaning(
        name="a hydrological model run",
        slots=_SIMULATE,
        english=("Simulate the flow of the Chaudière with GR4J, 1990-2010", "Run GR4J on the Chaudière, 1990-2010", "GR4J run for the Chaudière, 1990-2010", "Streamflow of the Chaudière simulated by GR4J 1990-2010", "Model the flow of the Chaudière with GR4J for 1990-2010", "I want a GR4J simulation of the Chaudière for 1990-2010", "Use GR4J to simulate the discharge of the Chaudière 1990-2010", "Can you run GR4J over the Chaudière for 1990-2010?", "GR4J Chaudière 1990-2010", "hydrological simulation of the Chaudière with GR4J, 1990-2010", "Calibrate GR4J on the Chaudière, 1990-2010"),
        french=("Simule le débit de la Chaudière avec GR4J, 1990-2010", "Lance GR4J sur la Chaudière, 1990-2010", "Simulation GR4J de la Chaudière, 1990-2010", "Débit de la Chaudière simulé par GR4J 1990-2010", "Modélise le débit de la Chaudière avec GR4J pour 1990-2010", "Je veux une simulation GR4J de la Chaudière pour 1990-2010", "Utilise GR4J pour simuler le débit de la Chaudière 1990-2010", "Peux-tu faire tourner GR4J sur la Chaudière pour 1990-2010 ?", "simulation hydrologique de la Chaudière avec GR4J, 1990-2010", "Cale GR4J sur la Chaudière, 1990-2010", "Fais rouler GR4J sur la Chaudière, 1990-2010"),
    ),
    Meaning(
        name="a dam that gives way",
        slots=_SIMULATE,
        english=("What if the Manic-5 dam broke?", "Simulate the failure of the Manic-5 dam", "dam-break simulation for Manic-5", "If the Manic-5 dam failed, what would be flooded?", "Dam break of Manic-5: which areas would be flooded?", "What would happen if the Manic-5 dam gave way?", "Model the rupture of the Manic-5 dam"),
        french=("Et si le barrage Manic-5 cédait ?", "Simule la rupture du barrage Manic-5", "simulation de rupture de barrage pour Manic-5", "Si le barrage Manic-5 lâchait, qu'est-ce qui serait inondé ?", "Rupture du barrage Manic-5 : quelles zones seraient inondées ?", "Que se passerait-il si le barrage Manic-5 cédait ?", "Modélise la rupture du barrage Manic-5"),
    ),
    Meaning(
        name="a dynamical model run",
        slots=_SIMULATE,
        english=("Run WRF over Corsica for October 2023", "Simulate the storm of October 2023 over Corsica with WRF", "WRF simulation over Corsica, October 2023", "Dynamically downscale ERA5 over Corsica with WRF, October 2023", "Launch a WRF run over Corsica, October 2023", "I'd like to run WRF on Corsica in October 2023"),
        french=("Lance WRF sur la Corse pour octobre 2023", "Simule la tempête d'octobre 2023 sur la Corse avec WRF", "simulation WRF sur la Corse, octobre 2023", "Réduis dynamiquement l'échelle d'ERA5 sur la Corse avec WRF, octobre 2023", "Exécute WRF sur la Corse, octobre 2023", "J'aimerais faire tourner WRF sur la Corse en octobre 2023"),
    ),
    Meaning(
        name="a chain of models",
        slots=_SIMULATE,
        english=("Chain the climate model with HYDROTEL for the Ottawa River in 2050", "Force HYDROTEL with CMIP6 for the Ottawa River in 2050", "Drive HYDROTEL with CanESM5 ssp585 for the Ottawa River", "Feed CMIP6 into HYDROTEL to get the Ottawa River's flow in 2050", "Model chain CMIP6 to HYDROTEL for the Ottawa River, 2050"),
        french=("Chaîne le modèle de climat avec HYDROTEL pour la rivière des Outaouais en 2050", "Force HYDROTEL avec CMIP6 pour la rivière des Outaouais en 2050", "Pilote HYDROTEL avec CanESM5 ssp585 pour la rivière des Outaouais", "Alimente HYDROTEL avec CMIP6 pour obtenir le débit de la rivière des Outaouais en 2050", "Chaîne de modèles CMIP6 vers HYDROTEL pour la rivière des Outaouais, 2050"),
    ),
    Meaning(
        name="a figure that a hydrological model gives",
        slots={"action": "simulate", "models": ["GR4J"], "periods": SAME},
        english=("What flow does GR4J give for the Loire at Orléans in 2003?", "What flow does a simulation with GR4J give for the Loire at Orléans in 2003?", "What discharge does GR4J get for the Loire at Orléans in 2003?"),
        french=("Quel débit donne GR4J pour la Loire à Orléans en 2003 ?", "Quel débit une simulation avec GR4J donne-t-elle pour la Loire à Orléans en 2003 ?", "Quel débit GR4J obtient-il pour la Loire à Orléans en 2003 ?"),
    ),
    Meaning(
        name="by what run the answer is to be had",
        slots={"action": "simulate", "models": ["GR4J"], "parts": 1, "periods": SAME, "facets.experiment_id": ["ssp585"]},
        english=("What would the flow of the Gatineau be in 2060? Run GR4J with ssp585.", "How high would the Gatineau flow in 2060? Use GR4J under ssp585.", "What will the discharge of the Gatineau be in 2060? Run GR4J on ssp585."),
        french=("Quel serait le débit de la Gatineau en 2060 ? Fais tourner GR4J avec ssp585.", "Jusqu'où monterait le débit de la Gatineau en 2060 ? Utilise GR4J sous ssp585.", "Quel sera le débit de la Gatineau en 2060 ? Lance GR4J sur ssp585."),
    ),
    Meaning(
        name="a training started",
        slots={"action": "train", "clarification": None},
        english=("Start training the flood detector on our 300 labels", "Launch the training of the flood detector on our 300 labels", "How many labelled flood chips do we still need before retraining the detector? Start the training once you have 300.", "Begin retraining the flood detector on our 300 labels"),
        french=("Lance l'entraînement du détecteur d'inondations sur nos 300 étiquettes", "Démarre l'entraînement du détecteur d'inondations sur nos 300 étiquettes", "Combien de vignettes d'inondation annotées nous faut-il encore avant de réentraîner le détecteur ? Lance l'entraînement dès que tu en as 300.", "Commence le réentraînement du détecteur d'inondations sur nos 300 étiquettes"),
    ),
    Meaning(
        name="a rain that is supposed, put to a model",
        slots={"action": "simulate", "models": ["GR4J"]},
        english=("What if it rained 20 % more on the Chaudière? GR4J", "What if it rained less on the Chaudière? With GR4J", "Suppose it rained 20 % more on the Chaudière: what would GR4J give?"),
        french=("Et s'il pleuvait 20 % de plus sur la Chaudière ? GR4J", "Et s'il pleuvait moins sur la Chaudière ? Avec GR4J", "Suppose qu'il pleuve 20 % de plus sur la Chaudière : que donnerait GR4J ?"),
    ),
    Meaning(
        name="SAM is taught on shapes",
        slots={"action": "train", "models": ["SAM"], "clarification": None},
        english=("Retrain SAM on my greenhouse polygons", "Train SAM with my greenhouses", "Fine-tune SAM to my greenhouses", "Adapt SAM to our greenhouses"),
        french=("Réentraîne SAM sur mes polygones de serres", "Entraîne SAM avec mes serres", "Affine SAM sur mes serres", "Adapte SAM à nos serres"),
    ),
    Meaning(
        name="a framework of learning is no model of the world",
        slots={"action": "train", "models": SAME, "clarification": None},
        english=("thelper: resume the training of my ResNet-50 classifier", "Resume the training of my ResNet-50 classifier in thelper", "Continue the training of my ResNet-50 classifier with thelper"),
        french=("thelper : reprends l'entraînement de mon classifieur ResNet-50", "Reprends l'entraînement de mon classifieur ResNet-50 dans thelper", "Poursuis l'entraînement de mon classifieur ResNet-50 avec thelper"),
    ),
    Meaning(
        name="labels of GeoImageNet",
        slots={"action": "train", "models": SAME, "places": SAME},
        english=("Fine-tune DeepLabV3+ on the GeoImageNet labels of Ottawa", "Train DeepLabV3+ on GeoImageNet's annotations of Ottawa", "Retrain DeepLabV3+ with GeoImageNet labels of Ottawa"),
        french=("Affine DeepLabV3+ sur les étiquettes GeoImageNet d'Ottawa", "Entraîne DeepLabV3+ sur les annotations de GeoImageNet d'Ottawa", "Réentraîne DeepLabV3+ avec les étiquettes de GeoImageNet d'Ottawa"),
    ),
    Meaning(
        name="labels begun",
        slots={"action": "train", "models": ["GeoImageNet"]},
        english=("Start annotating lakes in GeoImageNet", "Begin labelling the lakes in GeoImageNet", "Keep annotating lakes in GeoImageNet"),
        french=("Commence à annoter les lacs dans GeoImageNet", "Commencez à étiqueter les lacs dans GeoImageNet", "Continue d'annoter les lacs dans GeoImageNet"),
    ),
    Meaning(
        name="runs that are there",
        slots={"action": "find", "models": ["ROMS"], "clarification": None},
        english=("Find ROMS hindcasts of the Gulf of Maine", "Find the ROMS outputs of the Gulf of Maine", "Look for ROMS data of the Gulf of Maine", "Search for ROMS results of the Gulf of Maine"),
        french=("Trouve les rétroprévisions ROMS du golfe du Maine", "Trouve les sorties ROMS du golfe du Maine", "Cherche les données ROMS du golfe du Maine", "Cherche les résultats de ROMS du golfe du Maine"),
    ),
    Meaning(name="a model told by what drives it", slots={"action": "simulate"}, frames=("{}, 1985-2015", "{}, 1985-2015"),
        english=("we want streamflow of the Limpopo basin from a rainfall-runoff model forced by CHIRPS", "discharge of the Garonne from a hydrological model driven by ERA5", "I need flows of the Volta from a rainfall-runoff model fed with CHIRPS"),
        french=("on veut le débit du bassin du Limpopo par un modèle pluie-débit forcé par CHIRPS", "débit de la Garonne par un modèle hydrologique piloté par ERA5", "il me faut les débits de la Volta d'un modèle pluie-débit alimenté avec CHIRPS")),
    Meaning(
        name="a model of rivers: GR2M",
        slots={"action": "simulate", "models": ["GR2M"], "places": SAME, "declined": None},
        english=("Run GR2M over the Danube for 2000-2010", "Use GR2M to simulate the Danube from 2000 to 2010", "Simulate the Danube with GR2M, 2000-2010"),
        french=("Fais tourner GR2M sur le Danube pour 2000-2010", "Utilise GR2M pour simuler le Danube de 2000 à 2010", "Simule le Danube avec GR2M, 2000-2010"),
    ),
    Meaning(
        name="a model of waves of water: GeoClaw",
        slots={"action": "simulate", "models": ["GeoClaw"], "places": SAME, "declined": None},
        english=("Run GeoClaw over the Gulf of Kutch for 2000-2010", "Use GeoClaw to simulate the Gulf of Kutch from 2000 to 2010", "Simulate the Gulf of Kutch with GeoClaw, 2000-2010"),
        french=("Fais tourner GeoClaw sur le golfe de Kutch pour 2000-2010", "Utilise GeoClaw pour simuler le golfe de Kutch de 2000 à 2010", "Simule le golfe de Kutch avec GeoClaw, 2000-2010"),
    ),
    Meaning(
        name="a model of crops: AquaCrop",
        slots={"action": "simulate", "models": ["AquaCrop"], "places": SAME, "declined": None},
        english=("Run AquaCrop over the Beauce for 2000-2010", "Use AquaCrop to simulate the Beauce from 2000 to 2010", "Simulate the Beauce with AquaCrop, 2000-2010"),
        french=("Fais tourner AquaCrop sur la Beauce pour 2000-2010", "Utilise AquaCrop pour simuler la Beauce de 2000 à 2010", "Simule la Beauce avec AquaCrop, 2000-2010"),
    ),
    Meaning(
        name="a model of ice sheets: PISM",
        slots={"action": "simulate", "models": ["PISM"], "places": SAME, "declined": None},
        english=("Run PISM over Greenland for 2000-2010", "Use PISM to simulate Greenland from 2000 to 2010", "Simulate Greenland with PISM, 2000-2010"),
        french=("Fais tourner PISM sur le Groenland pour 2000-2010", "Utilise PISM pour simuler le Groenland de 2000 à 2010", "Simule le Groenland avec PISM, 2000-2010"),
    ),
    Meaning(
        name="a model of plumes: HYSPLIT",
        slots={"action": "simulate", "models": ["HYSPLIT"], "places": SAME, "declined": None},
        english=("Run HYSPLIT over Iceland for 2000-2010", "Use HYSPLIT to simulate Iceland from 2000 to 2010", "Simulate Iceland with HYSPLIT, 2000-2010"),
        french=("Fais tourner HYSPLIT sur l'Islande pour 2000-2010", "Utilise HYSPLIT pour simuler l'Islande de 2000 à 2010", "Simule l'Islande avec HYSPLIT, 2000-2010"),
    ),
    Meaning(
        name="the ground that a flood takes", slots={"action": "simulate", "phenomena": ["flood"]},
        english=("Simulate the 200-year flood extent of the Elbe at Dresden with a hydraulic model", "With a hydraulic model, simulate the extent of the 200-year flood of the Elbe at Dresden"),
        french=("Avec un modèle hydraulique, simule l'étendue de la crue bicentennale de l'Elbe à Dresde", "Simule avec un modèle hydraulique l'emprise de la crue bicentennale de l'Elbe à Dresde"),
    ),
)  # fmt: skip
