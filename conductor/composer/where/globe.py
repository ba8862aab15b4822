"""The whole earth as a place: "global mean", "dans le monde", told from global warming and from models of the globe."""

from __future__ import annotations

from conductor.composer.reading import Located
from conductor.composer.text.utterance import Utterance
from connectors.extents import GLOBE
from connectors.vocabulary.patterns import Pattern
from planners.intent import Place

_WARMED = Pattern(
    r"\b(?:planete|planet|world|monde|earth|terre|planetaire|global|mondial)\b[^.;?]{0,30}\d(?:[.,]\d)? ?(?:°|deg)|\d(?:[.,]\d)? ?(?:°|deg)[^.;?]{0,30}\b(?:planetaire|mondial|global)\b"
)
_GLOBE = Pattern(
    r"\b(?:globally|worldwide|world-?wide|planet-?wide|sur terre(?= entiere|\W*$| (?:en|depuis|entre|d'ici|pour|selon)\b)|global(?:ly)?(?= (?:mean|average|annual|map|maps|surface|temperature|"
    r"sea|land|ocean|warming (?:by|in|under|at the end|since|for|between|trend|rate|from|compared)|trend|scale|"
    r"precipitation|coverage|\w+ (?:mean|average|temperature)))|global maps?|"
    r"(?:the |whole |entire |across the |around the )(?:world|globe|earth|planet)(?! (?:bank|cup|heritage|"
    r"observation|system|engine|wars?)\b)|the earth's (?:surface|mean)|"
    r"(?<!\btout )(?<!\bcoupe )(?:le |du |au |dans le |dans le )monde(?! (?:entier )?(?:a |de )[+\d])|monde entier|(?:la |de la )planete|"
    r"(?:a l')?echelle (?:mondiale|globale|planetaire)|mondialement|mondiale?s?(?! (?:banque|guerre|coupe))|"
    r"planetaire|moyenne globale|globale?s?(?= (?:moyen|annuel|de surface)))\b"
)
_NOT_THE_GLOBE = Pattern(
    r"\b(?:of |de |at |a )?(?:\d(?:[.,]\d)?) ?(?:°|deg\w*)? ?[ck]?\b (?:of |de )?(?:global warming|"
    r"rechauffement (?:planetaire|mondial|global))|(?:niveaux?|seuils?) de rechauffement (?:planetaire|mondial|global)|global warming levels?|global(?:ly)? (?:climate models?|"
    r"circulation|elevation|land|forest watch|precipitation measurement|ecosystem)|"
    r"modeles? (?:climatiques? )?globa\w+|global warming mean (?:for|to)"
)


def is_meant(folded: str) -> bool:
    """Whether the globe is asked of, not how much it warms."""
    return not _WARMED.search(folded) and bool(_GLOBE.search(_NOT_THE_GLOBE.sub(" ", folded)))


def is_a_level(folded: str) -> bool:
    """Whether the globe stands only in a level of warming or in a model's name."""
    return bool(_NOT_THE_GLOBE.search(folded))


def globe(utterance: Utterance) -> list[Located]:
    """The whole earth where its words stand."""
    folded = _NOT_THE_GLOBE.sub(lambda m: " " * len(m[0]), utterance.folded)
    match = _GLOBE.search(folded)
    if not match:
        return []
    name = "monde" if utterance.language == "fr" else "global"
    place = Place(name=name, kind="globe", bbox=GLOBE, span=utterance.span(*match.span()))
    return [Located(place=place, homonyms=(), start=match.start(), end=match.end(), bare=match.span())]
