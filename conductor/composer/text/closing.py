"""A close of the talk, which asks for nothing: "great, thank you very much", "merci, c'est parfait"; on folded text."""

from __future__ import annotations

from connectors.vocabulary.patterns import Pattern

_CLOSES = Pattern(
    r"^\W*(?:(?:ok|okay|great|super|perfect|parfait|cool|good|nice|excellent|genial|impeccable|thanks?(?: you)?|thx|merci|many|a lot|so much|very much|beaucoup|bien|infiniment|again|encore|mille fois|"
    r"(?:that's|it's|this is|c'est|that is|tout est) (?:very |all |tres |tout |vraiment |really )?(?:perfect|great|good|fine|helpful|useful|clear|enough|all|it|parfait|super|bon|clair|utile|suffisant|note|tout|ca|genial|nickel)|"
    r"(?:that|this|it) (?:helps|will (?:do|be (?:all|it|enough))|works)|(?:that|it)'ll (?:do|be (?:all|it|enough))|(?:ca|ce|cela) sera (?:tout|bon|parfait|suffisant)|ca (?:m'aide|suffit|suffira|marche|ira)|(?:nothing else|no more questions|(?:plus )?rien d'autre|(?:je n'ai )?plus (?:de|d'autres?) questions?)|for (?:that|now|your help|the help|everything|your time)|pour (?:ca|cela|l'instant|(?:ton|votre|l') ?aide|(?:ton|votre|le) temps|tout)|"
    r"and|et|have a (?:nice|good|great|lovely) (?:day|evening|weekend|week|night|one)|(?:good)?bye(?:[- ]bye)?|(?:see|talk to|catch) (?:you|ya|u)(?: (?:soon|later|next time|around|tomorrow|then|again))*|(?:until|till) next time|take care|so long|farewell|cheers|ciao|a (?:la prochaine(?: fois)?|bientot|plus(?: tard)?|tout a l'heure|demain)|au revoir|adieu|salut|"
    r"bonne (?:journee|soiree|semaine|nuit|continuation|fin de journee)|bon week-?end|(?:you've been|you were|tu as ete|vous avez ete) (?:a |very |so |really |tres |vraiment |d'une )?(?:great |big |huge |grande )?(?:help|helpful|aide|utile))\b\W*)+$"
)
# a word without which the rest may answer a question: "and that's all"
_LEAVE = Pattern(
    r"\b(?:thank|thanks|thx|merci|(?:good)?bye|(?:see|talk to|catch) (?:you|ya|u)|next time|take care|farewell|have a|a (?:la prochaine|bientot|plus)|au revoir|adieu|ciao|bonne|bon week)\b"
)


def closes(folded: str) -> bool:
    """Whether a text only thanks or takes leave."""
    return bool(_LEAVE.search(folded)) and bool(_CLOSES.match(folded))
