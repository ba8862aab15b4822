"""A place that only the writer's introduction names is the place of a question that needs one and names none."""

from __future__ import annotations

import pytest

from conductor.composer.grammar import understand
from conductor.question import Question


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Bonjour, je suis urbaniste à la mairie de Bilbao. Nous mettons à jour notre plan canicule et le conseil veut savoir combien de nuits tropicales par an il faut prévoir entre 2041 et 2070 dans le scénario intermédiaire. Merci beaucoup, Ane", ["Bilbao"]),
        ("Bonsoir, je suis pilote de brousse et je prépare un vol vers Puvirnituq. Avant d'y aller, j'aimerais voir les dernières images optiques du coin, moins de 20 % de nuages. Merci d'avance!", ["Puvirnituq"]),
        ("Hi, I teach geography in Timişoara. My pupils asked yesterday whether winters used to be snowier, and I promised to find out. Could you plot snow cover here for every winter since 1960? Thanks!", ["Timişoara"]),
        ("Hello! I'm a hydrologist from Ljubljana visiting Lima for a conference. I was asked about El Niño. What's the trend of rainfall in Piura since 1980?", ["Piura"]),
        ("I'm an insurance actuary in Zurich. A client in Acapulco asks about flooding on 26 October 2023.", ["Acapulco"]),
        ("Hey, we're two students from Ghent doing a project on Lake Urmia. We read it is drying. Could you plot its area each year from 1990 to 2024 with Landsat? Cheers", ["Lake Urmia"]),
        ("I teach in Egvekinot, on the far side of Chukotka. My pupils asked whether winters used to be snowier. Could you plot snow cover here for every winter since 1960?", ["Egvekinot"]),
        ("I work at a lab in Toulouse. Find CMIP6 datasets with daily tasmax for ssp245.", []),
    ],
)  # fmt: skip
def test_the_introduction_gives_the_place_only_where_none_is_said(text: str, places: list[str]) -> None:
    understood = understand(Question(text=text, asked_at="2026-06-15T12:00:00Z"))
    assert [place.name for place in understood.intents[0].places] == places
    assert understood.clarification is None
