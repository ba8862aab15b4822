"""Weather words: what an adjective says was measured where nothing else is named: "was July hot in Rome?", "faisait-il sec ?"."""

from __future__ import annotations

from collections.abc import Sequence

from conductor.composer.what.quantities import as_quantity
from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.quantities import quantity
from planners.intent import Quantity

# entry · English · French
_STATES = (
    ("tas", r"hot(?:t(?:er|est))?|warm(?:er|est)?|cold(?:er|est)?|cool(?:er|est)?|chill(?:y|ier|iest)|mild(?:er|est)?|scorching|sweltering|torrid|stifling|balmy|freezing|icy", r"chaude?s?|froide?s?|frais|fraiches?|doux|douces?|torrides?|glacia\w+|brulante?s?|etouffante?s?|suffocante?s?|caniculaires?"),
    ("pr", r"wet(?:t(?:er|est))?|dr(?:y|ier|iest)|rain(?:y|ier|iest)", r"secs?|seches?|humides?|pluvieu\w+|arrosee?s?"),
    ("prsn", r"snow(?:y|ier|iest)", r"neigeu\w+"),
    ("sfcWind", r"wind(?:y|ier|iest)|breez(?:y|ier|iest)|bluster(?:y|ier|iest)", r"venteu\w+"),
    ("hurs", r"(?:more |most )?humid|mugg(?:y|ier|iest)|clamm(?:y|ier|iest)|stick(?:y|ier|iest)|damp(?:er|est)?", r"moites?"),
    ("clt", r"cloud(?:y|ier|iest)|overcast|gr[ea]y(?:er|est)?", r"nuageu\w+|grise?s?|couverts?(?! (?:par|de|d'|en))"),
    ("cf:duration_of_sunshine", r"sunn(?:y|ier|iest)", r"ensoleillee?s?"),
    ("index:NDVI", r"green(?:er|est)?|lush", r"verte?s?|verdoyante?s?"),
    ("so", r"salty|saline", r"salees?|(?<=-il )sales?|(?<=-ils )sales"),  # the water that "est sale" is dirty
    ("indicator:aridity_index", r"arid", r"arides?"),
)  # fmt: skip
_ENGLISH = "|".join(f"(?P<e{number}>{english})" for number, (_, english, _) in enumerate(_STATES))
_FRENCH = "|".join(f"(?P<f{number}>{french})" for number, (_, _, french) in enumerate(_STATES))
# what the weather or a place was or became; "the hot spring", "la forêt sèche" are things of another kind
_STATE = Pattern(
    rf"\b(?:was|were|is|are|been|be|gets?|got|become|becomes|became|stay\w*)\b[^.?!;:]{{0,40}}?(?<![\w-])(?:{_ENGLISH})\b"
    r"(?=\W*$|[?!.,;:]| (?:in|at|on|over|during|for|this|last|the|than|as|enough|here|there|today|yesterday|again|of|around|near|across|and|since|between|from|off)\b)|"
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
