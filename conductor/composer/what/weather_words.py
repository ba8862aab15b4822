"""Weather words: what an adjective says was measured where nothing else is named: "was July hot in Rome?", "faisait-il sec ?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from conductor.composer.what.quantities import as_quantity
from connectors.vocabulary.quantities import quantity
from planners.intent import Quantity

# entry · English · French
_STATES = (
    ("tas", r"hot|warm|cold|cool|chilly|mild|scorching|sweltering|torrid", r"chaude?s?|froide?s?|frais|fraiches?|doux|douces?|torrides?|glacia\w+"),
    ("pr", r"wet|dry|rainy", r"secs?|seches?|humides?|pluvieu\w+|arrosee?s?"),
    ("sfcWind", r"windy|breezy|blustery", r"venteu\w+"),
    ("hurs", r"humid|muggy|clammy", r"moites?"),
    ("cf:duration_of_sunshine", r"sunny", r"ensoleillee?s?"),
    ("so", r"salty|saline", r"salee?s?"),
    ("indicator:aridity_index", r"arid", r"arides?"),
)  # fmt: skip
_ENGLISH = "|".join(f"(?P<e{number}>{english})" for number, (_, english, _) in enumerate(_STATES))
_FRENCH = "|".join(f"(?P<f{number}>{french})" for number, (_, _, french) in enumerate(_STATES))
# what the weather or a place was or became; "the hot spring", "la forêt sèche" are things of another kind
_STATE = re.compile(
    rf"\b(?:was|were|is|are|been|be|gets?|got|become|becomes|became|stay\w*)\b[^.?!;:]{{0,40}}?(?<![\w-])(?:{_ENGLISH})\b"
    r"(?=\W*$|[?!.,;]| (?:in|at|on|over|during|for|this|last|the|than|enough|there|around|near|across|and|since|between|from)\b)|"
    r"\b(?:etait|etaient|ete|est|sont|sera|seront|fut|fait|faisait|fera|devenue?s?|devien\w+|reste\w*)(?:-t)?(?:-(?:il|elle|ils|elles|ce|on))?"
    rf" (?:(?:de )?(?:tres|plus|trop|assez|si|moins|bien|plutot|aussi|\w+ement) )*(?:{_FRENCH})\b"
)


def of_weather(quantities: Sequence[Quantity], folded: str) -> tuple[Quantity, ...]:
    """What is measured, or, where nothing is named, what the weather or a sea is said to be."""
    said = None if quantities else _STATE.search(folded)
    if said is None:
        return tuple(quantities)
    word, (name, _, _) = next((w, state) for n, state in enumerate(_STATES) if (w := said[f"e{n}"] or said[f"f{n}"]))
    entry = quantity(name)
    return (as_quantity(entry, word),) if entry else ()
