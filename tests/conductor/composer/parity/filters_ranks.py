"""Ranks, latest days and numbers drawn that are no number of scenes, sizes of pixels before what is seen. Wordings of each, English and French."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

_SCENES = ("Sentinel-2 scenes of Quito in 2024, {}", "Scènes Sentinel-2 de Quito en 2024, {}")

MEANINGS = (
    Meaning(name="which one first", slots={"filters": {"sort": "+eo:cloud_cover"}}, frames=_SCENES,
        english=("the clearest one first", "clearest one first", "the least cloudy one first"),
        french=("la plus claire d'abord", "le plus clair d'abord", "la moins nuageuse en premier")),
    Meaning(name="which one last", slots={"filters": {"sort": "-datetime"}}, frames=_SCENES,
        english=("the oldest one last", "newest one first", "the most recent one first"),
        french=("la plus ancienne en dernier", "la plus récente d'abord", "le plus récent en premier")),
    Meaning(name="the last ones will do", slots={"filters": {"sort": "-datetime", "limit": 3}}, frames=_SCENES,
        english=("the latest three will do", "the last three will do", "the last three are enough"),
        french=("les trois dernières suffiront", "les trois dernières feront l'affaire", "les trois dernières me suffisent")),
    Meaning(name="a latest day is no number", slots={"filters": {}}, frames=_SCENES,
        english=("the 15th of May at the latest", "no later than the 15th of May", "by 15 May at the latest"),
        french=("le 15 mai au plus tard", "pas plus tard que le 15 mai", "d'ici le 15 mai au plus tard")),
    Meaning(name="polygons drawn are no track", slots={"filters": {}, "action": "train"},
        english=("We drew 4,000 polygons of vineyards in Stellenbosch, train a SegFormer", "Our annotators drew 250 polygons of vineyards in Stellenbosch, train a SegFormer", "They have drawn 90 polygons of vineyards in Stellenbosch, train a SegFormer"),
        french=("Nous avons tracé 4 000 polygones de vignes à Stellenbosch, entraîne un SegFormer", "Nos annotateurs ont tracé 250 polygones de vignes à Stellenbosch, entraîne un SegFormer", "On a tracé 90 polygones de vignes à Stellenbosch, entraîne un SegFormer")),
    Meaning(name="a track by number", slots={"filters": {"relative_orbit": 44}, "outputs": ()},
        english=("Sentinel-1 track 44 over Naples, May 2024", "Sentinel-1 over Naples, relative orbit 44, May 2024", "Sentinel-1 orbit track 44 over Naples, May 2024"),
        french=("Sentinel-1 trace 44 sur Naples, mai 2024", "Sentinel-1 sur Naples, orbite relative 44, mai 2024", "Sentinel-1 piste 44 sur Naples, mai 2024")),
    Meaning(name="path and row by other names", slots={"filters": {"wrs_path": 12, "wrs_row": 28}, "outputs": ()},
        english=("Landsat path 12 row 28 in October 2024", "Landsat, path 12, row 28, October 2024", "Landsat row 28 path 12 in October 2024"),
        french=("Landsat trace 12 rangée 28 en octobre 2024", "Landsat, trace 12, ligne 28, octobre 2024", "Landsat chemin 12 rangée 28 en octobre 2024")),
    Meaning(name="finer than a metre", slots={"filters": {"resolution_max": 1.0}, "action": "find"},
        english=("Images finer than 1 m of the solar plant at Ouarzazate", "Images under 1 m of the solar farm at Ouarzazate", "Images with pixels under 1 m of the solar plant at Ouarzazate"),
        french=("Images à moins de 1 m de la centrale solaire de Ouarzazate", "Images de moins de 1 m de la ferme solaire de Ouarzazate", "Images sous 1 m de la centrale solaire de Ouarzazate")),
    Meaning(name="near a shore is no size of a pixel", slots={"filters": {}},
        english=("Images less than 30 m from the coast of Ghana", "Images under 20 m from the shore of Ghana", "Images less than 10 m from the coast of Ghana"),
        french=("Images à moins de 30 m de la côte du Ghana", "Images à moins de 20 m du rivage du Ghana", "Images à moins de 10 m de la côte du Ghana")),
    Meaning(name="the last clear ones", slots={"filters": {"sort": "-datetime", "limit": 3, "cloud_cover_max": 10, "mgrs_tile": ["31TCJ"]}}, frames=("Sentinel-2 tile 31TCJ, {}", "Tuile Sentinel-2 31TCJ, {}"),
        english=("last three clear images", "the last three clear images", "latest three clear scenes"),
        french=("trois dernières images claires", "les trois dernières images claires", "les trois dernières scènes claires")),
    Meaning(name="as cloudless as can be", slots={"filters": {"sort": "+eo:cloud_cover"}}, frames=_SCENES,
        english=("as cloudless as possible", "as cloud-free as possible", "as clear as possible"),
        french=("le moins nuageux possible", "le moins de nuages possible", "aussi peu nuageuses que possible")),
    Meaning(name="half cloudy at most", slots={"filters": {"cloud_cover_max": 50.0}, "phenomena": ()}, frames=_SCENES,
        english=("no more than half cloudy", "at most half cloudy", "less than half cloudy"),
        french=("pas plus qu'à moitié nuageuses", "à moitié nuageuses au plus", "moins qu'à moitié nuageuses")),
    Meaning(name="one level and not the other", slots={"collections": ("sentinel-2-l1c",)}, frames=("Sentinel-2 {} over Tromsø, 21 June 2023", "Sentinel-2 {} sur Tromsø, 21 juin 2023"),
        english=("L1C not L2A", "L1C, not L2A,", "L1C and not L2A"),
        french=("L1C et non L2A", "L1C, pas L2A,", "L1C et pas L2A")),
)  # fmt: skip
