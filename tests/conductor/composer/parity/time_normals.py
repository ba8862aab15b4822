"""One short time held against a normal is what is asked for; verbs and apostrophes beside years. Wordings of each, English and French."""

from __future__ import annotations

from tests.conductor.composer.parity.meaning import Meaning

_JUNE = ({"role": "target", "start": "2023-06-01", "end": "2023-06-30"},)

MEANINGS = (
    Meaning(name="above normal in a month", slots={"periods": _JUNE, "statistics": ("anomaly",), "quantities": ("tos",)},
        english=("How far above normal was the SST of the North Sea in June 2023?", "How much warmer than normal was the water of the North Sea in June 2023?", "By how much was the SST of the North Sea above normal in June 2023?"),
        french=("De combien la SST de la mer du Nord était-elle au-dessus de la normale en juin 2023 ?", "La SST de la mer du Nord était-elle au-dessus de la normale en juin 2023 ?")),
    Meaning(name="wetter than normal", slots={"periods": ({"role": "target", "start": "2024-03-01", "end": "2024-05-31"},), "statistics": ("anomaly",)},
        english=("How much wetter than normal was spring 2024 in Kenya?", "Was spring 2024 wetter than normal in Kenya?", "How much wetter than usual was spring 2024 in Kenya?"),
        french=("De combien le printemps 2024 a-t-il été plus humide que la normale au Kenya ?", "Le printemps 2024 a-t-il été plus humide que la normale au Kenya ?", "Le printemps 2024 a-t-il été plus humide que d'habitude au Kenya ?")),
    Meaning(name="how low a lake fell", slots={"periods": ({"role": "target", "start": "2022-01-01", "end": "2022-12-31"},), "quantities": ("water_surface_height_above_reference_datum",), "clarification": None},
        english=("How low did Lake Mead fall in 2022?", "How low did Lake Mead go in 2022?", "How far did Lake Mead drop in 2022?"),
        french=("Jusqu'où le lac Mead est-il descendu en 2022 ?", "Jusqu'où est descendu le lac Mead en 2022 ?", "Jusqu'où le lac Mead a-t-il baissé en 2022 ?")),
    Meaning(name="a year before an apostrophe", slots={"periods": ({"role": "target", "start": "2020-01-01", "end": "2020-12-31"},), "aggregation": "daily", "action": "describe"},
        english=("The daily rain of Mali in 2020 would help me", "The daily rain of Mali in 2020 would be lovely", "I'm interested in the daily rain of Mali in 2020"),
        french=("La pluie quotidienne du Mali en 2020 m'aiderait", "La pluie quotidienne du Mali en 2020 m'intéresse", "La pluie quotidienne du Mali en 2020 serait parfaite")),
)  # fmt: skip
