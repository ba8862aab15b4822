"""A close of the talk, which asks for nothing: "great, thank you very much", "merci, c'est parfait"; on folded text."""

from __future__ import annotations

from connectors.vocabulary.patterns import Pattern

_CLOSES = Pattern(
    r"^\W*(?:(?:ok|okay|great|super|perfect|parfait|cool|good|nice|excellent|genial|impeccable|thanks?(?: you)?|thx|merci|many|a lot|so much|very much|beaucoup|bien|infiniment|again|encore|mille fois|"
    r"(?:that's|it's|this is|c'est|that is|tout est) (?:very |all |tres |tout |vraiment |really )?(?:perfect|great|good|fine|helpful|useful|clear|enough|all|it|parfait|super|bon|clair|utile|suffisant|note|tout|ca|genial|nickel)|"
    r"(?:that|this|it) (?:helps|will (?:do|be (?:all|it|enough))|works)|(?:that|it)'ll (?:do|be (?:all|it|enough))|(?:ca|ce|cela) sera (?:tout|bon|parfait|suffisant)|ca (?:m'aide|suffit|suffira|marche|ira)|(?:nothing else|no more questions|(?:plus )?rien d'autre|(?:je n'ai )?plus (?:de|d'autres?) questions?)|for (?:that|now|your help|the help)|pour (?:ca|cela|l'instant|(?:ton|votre) aide))\b\W*)+$"
)


def closes(folded: str) -> bool:
    """Whether a text only thanks."""
    return ("thank" in folded or "merci" in folded) and bool(_CLOSES.match(folded))
