"""Near misses of what is said in talk, in both languages: a reference that is no contrast, a purpose that names its place, a close, a figure below nothing."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

OSLO, KENYA, MOROCCO = "NO [10, 60, 11, 60]", "KE [34, -5, 42, 5]", "MA [-13, 28, -1, 36]"
Y2020 = ["target 2020-01-01..2020-12-31"]
MEAN = ("Mean temperature in Morocco in 2020 with ERA5 || {}", "Température moyenne au Maroc en 2020 avec ERA5 || {}")
SCENES = ("Sentinel-2 scenes over Porto in June 2024 || {}", "Scènes Sentinel-2 sur Porto en juin 2024 || {}")

MEANINGS = (
    Meaning(
        name="a reference is no contrast", frames=MEAN,
        slots={"action": "describe", "places": [MOROCCO], "periods": ["reference 1961-01-01..1990-12-31", "target 2020-01-01..2020-12-31"], "compared": None},
        english=("relative to 1961-1990", "relative to the 1961-1990 period"),
        french=("par rapport à 1961-1990", "par rapport à la période 1961-1990"),
    ),
    Meaning(
        name="a purpose that names its place", slots={"action": "describe", "quantities": ["pr"], "places": [KENYA], "periods": Y2020},
        english=("To help farmers in Kenya, we need the rain in 2020", "To plan dams in Kenya, give me the rain in 2020"),
        french=("Pour aider les agriculteurs au Kenya, il nous faut la pluie en 2020", "Pour planifier des barrages au Kenya, donne-moi la pluie en 2020"),
    ),
    Meaning(
        name="a purpose set aside", slots={"action": "describe", "quantities": ["pr"], "phenomena": [], "places": [OSLO]},
        english=("To plan our harvest, we need the rain in Oslo in 2020", "To protect our vineyards: how much rain fell in Oslo in 2020?"),
        french=("Pour planifier notre récolte, il nous faut la pluie à Oslo en 2020", "Afin de protéger nos vignobles : combien a-t-il plu à Oslo en 2020 ?"),
    ),
    Meaning(
        name="there is", slots={"clarification": None, "places": [OSLO]},
        english=("How much rain was there in Oslo in 2020?", "Was there snow in Oslo in January 2020?"),
        french=("Combien y a-t-il eu de pluie à Oslo en 2020 ?", "Y a-t-il eu de la neige à Oslo en janvier 2020 ?"),
    ),
    Meaning(
        name="there, of nowhere", slots={"clarification": "places"},
        english=("how warm was it there in 2020?", "how much did it rain there in May 2020?", "temperature there from 1990 to 2000"),
        french=("il faisait combien là-bas en 2020 ?", "combien a-t-il plu là-bas en mai 2020 ?", "température là-bas de 1990 à 2000"),
    ),
    Meaning(
        name="closed", frames=MEAN, slots={"action": "explain", "follow_up": False, "declined": None},
        english=("thanks, that's perfect", "great, thank you very much", "ok thanks, that's all", "perfect, that's very helpful, thanks"),
        french=("merci, c'est parfait", "super, merci beaucoup", "ok merci, c'est tout", "parfait, c'est très utile, merci"),
    ),
    Meaning(
        name="why, after a figure", frames=MEAN, slots={"action": "explain", "follow_up": True, "places": [MOROCCO]},
        english=("why so high? El Niño?", "why is it so high?", "why so warm?"),
        french=("pourquoi si haut ? El Niño ?", "pourquoi est-ce si élevé ?", "pourquoi si chaud ?"),
    ),
    Meaning(
        name="so many", frames=SCENES, slots={"filters": {"limit": 10}, "follow_up": True},
        english=("ten", "ten of them", "just ten", "ten please"), french=("dix", "dix d'entre elles", "juste dix", "dix svp"),
    ),
    Meaning(
        name="its language is that of the talk",
        frames=("rain in Kenya in 2015 || {}", "pluie au Kenya en 2015 || {}"),
        slots={"quantities": ["pr"], "places": [KENYA], "periods": ["target 2015-01-01..2015-12-31", "target 2010-01-01..2010-12-31"]},
        english=("2010 too",), french=("2010 ossi",),
    ),
    Meaning(
        name="the radar is not wanted", slots={"declined": None, "filters": {"cloud_cover_max": 15.0}},
        english=("Sentinel-2 of Oslo in May 2024 with at most 15 % cloud. Radar is not useful to us.",),
        french=("Sentinel-2 d'Oslo en mai 2024 avec au plus 15 % de nuages. Le radar ne nous sert à rien.",),
    ),
    Meaning(
        name="what is used", frames=MEAN, slots={"action": "explain", "declined": None},
        english=("what threshold do you use?", "which baseline do you use?"), french=("quel seuil utilises-tu ?", "quelle référence utilisez-vous ?"),
    ),
    Meaning(
        name="images wanted, drift watched", slots={"action": "find", "collections": ["sentinel-1-grd"], "periods": SAME},
        english=("We would like the SAR images of the Barents Sea from May 2024, to monitor drifting ice", "I'd like the SAR images of the Barents Sea from May 2024, to follow drifting ice"),
        french=("Nous aimerions les images SAR de la mer de Barents de mai 2024, pour surveiller les glaces dérivantes", "Je souhaiterais les images SAR de la mer de Barents de mai 2024, pour suivre les glaces dérivantes"),
    ),
    Meaning(
        name="thanks, and no more", frames=MEAN, slots={"action": "explain", "follow_up": False},
        english=("thanks, that will be all", "thank you, that'll do", "thanks, nothing else"), french=("merci, ce sera tout", "merci, ça ira", "merci, plus de questions"),
    ),
    Meaning(
        name="less the same month of another year",
        frames=("NDVI at Niamey in September 2023 || {}", "NDVI à Niamey en septembre 2023 || {}"),
        slots={"action": "describe", "periods": ["target 2023-09-01..2023-09-30", "reference 2022-09-01..2022-09-30"]},
        english=("minus September 2022", "minus that of September 2022"), french=("moins septembre 2022", "moins celui de septembre 2022"),
    ),
    Meaning(
        name="clear of dust and cloud",
        frames=("Images of Timbuktu, Sentinel-2, 2024 || {}", "Images de Tombouctou, Sentinel-2, 2024 || {}"),
        slots={"action": "find", "phenomena": (), "filters": {"cloud_cover_max": 10}},
        english=("anything without dust or cloud?", "anything without cloud or dust?"), french=("quelque chose sans nuages ni poussière ?", "quelque chose sans poussière ni nuages ?"),
    ),
    Meaning(
        name="dust under a clear sky",
        slots={"action": "detect", "phenomena": ("dust",)},
        english=("Dust over Mali in March 2018 without clouds",), french=("Poussière sur le Mali en mars 2018 sans nuages",),
    ),
    Meaning(
        name="the years before",
        frames=("Sea ice extent in the Bering Sea, March 2018 || {}", "Étendue de glace en mer de Béring, mars 2018 || {}"),
        slots={"periods": ["target 2008-03-01..2008-03-31"]},
        english=("ten years before", "ten years earlier"), french=("dix ans avant", "les dix années d'avant"),
    ),
    Meaning(
        name="how the figure came about", frames=("Frost days in Oslo in 2020 || {}", "Jours de gel à Oslo en 2020 || {}"),
        slots={"action": "explain", "quantities": ["frost_days"], "places": [OSLO], "periods": Y2020, "statistics": [], "follow_up": True},
        english=("explain how you count them", "explain how you define them", "tell me how they are counted", "how are they defined?", "how do you count them?"),
        french=("explique comment tu les comptes", "explique-moi comment vous les comptez", "dis-moi comment ils sont comptés", "comment sont-ils définis ?", "comment les comptes-tu ?"),
    ),
)  # fmt: skip
