"""Places of which one half is set against the other, told by its way alone."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import SAME, Meaning

_BOTH = {"action": "compare", "compared": "places", "places": SAME}

MEANINGS = (
    Meaning(name="the north against the south", slots=_BOTH,
        english=("Did the northern part of Portugal get more rain than the southern part in October 2023?", "Did the north of Portugal get more rain than the south in October 2023?", "Did northern Portugal get more rain than southern Portugal in October 2023?"),
        french=("Le nord du Portugal a-t-il reçu plus de pluie que le sud du Portugal en octobre 2023 ?", "Le nord du Portugal a-t-il reçu plus de pluie que le sud en octobre 2023 ?", "La partie nord du Portugal a-t-elle reçu plus de pluie que la partie sud en octobre 2023 ?")),
    Meaning(name="the west against the east", slots=_BOTH,
        english=("Was the western half of Kenya drier than the eastern half in 2022?", "Was the west of Kenya drier than the east in 2022?"),
        french=("L'ouest du Kenya a-t-il été plus sec que l'est en 2022 ?", "La moitié ouest du Kenya a-t-elle été plus sèche que la moitié est en 2022 ?")),
    Meaning(name="either of them", slots=_BOTH,
        english=("Which gets more rain, the north or the south of Benin?", "Does the north of Benin get more rain or the south?"),
        french=("Qui reçoit le plus de pluie, le nord ou le sud du Bénin ?", "Le nord du Bénin reçoit-il plus de pluie ou le sud ?")),
    Meaning(name="one compared with the other", slots=_BOTH,
        english=("Compare rainfall in the north of Ghana with the south, 1991-2020", "Compare rainfall in the north and the south of Ghana, 1991-2020"),
        french=("Compare les pluies du nord du Ghana et du sud, 1991-2020", "Compare les pluies dans le nord et le sud du Ghana, 1991-2020")),
)  # fmt: skip
