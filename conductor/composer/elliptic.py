"""Parts that lean on the one before: the same asked of something else, a model put to work, "in that scenario"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from conductor.composer.reading import Reading
from conductor.composer.wish.running import is_training
from connectors.vocabulary.patterns import Pattern

# a model named or trained before is put to work: "and afterwards run it over …", "puis applique-le à …"
PUT_TO_WORK = Pattern(
    r"\b(?:run|apply|deploy|use|test|execute|launch|try|force|drive) (?:it|that|this|them|the (?:trained |new )?(?:model|result|classifier|detector|network))\b|\b(?:applique|utilise|deploie|teste|execute|lance|essaie|force)[rz]?-l[ae]s?\b|"
    r"\b(?:l'|le |la )(?:appliquer|utiliser|deployer|tester|lancer|executer)\b|\bfais(?:-le|-la| le| la) tourner\b|\b(?:with|using|avec) (?:it|lui|elle|celui-ci)\b"
)
# "the same for rainfall", "idem pour Sokoto", "of Jordan": what was asked before, of something else
_SAME = Pattern(
    r"^\W*(?:(?:and|et) )*(?:(?:do )?(?:the |exactly the )?same|idem|ditto|likewise|similarly|pareil\w*|(?:la |exactement la )?meme chose|le meme|de meme)\b"
)
_ELSEWHERE = Pattern(
    r"^\W*(?:(?:and|et|also|aussi) )*(?:those |the ones |celles? |ceux )?(?:for|of|in|over|at|pour|d[eu]s?|d'|a|au|aux|en|sur)\b"
)
_THAT_SCENARIO = Pattern(
    r"\b(?:under (?:it|that|this|the same)|(?:this|that|the same|ce|ce meme|le meme|cette|la meme) (?:scenario|pathway|trajectoire|ssp|rcp))\b"
)


def again(reading: Reading) -> bool:
    """What the part before asks, of another quantity, place or time."""
    folded = reading.utterance.folded
    subject = reading.quantities or reading.phenomena or reading.collections
    if reading.located and not subject and _ELSEWHERE.match(folded):
        return True
    return bool(_SAME.match(folded)) and bool(
        reading.located or reading.periods or reading.quantities or reading.phenomena
    )


def repeated(reading: Reading, before: Reading) -> Reading:
    """What the part before asks, with what this one says put in its place."""
    subject = reading.quantities or reading.phenomena
    return replace(
        before,
        quantities=reading.quantities if subject else before.quantities,
        phenomena=reading.phenomena if subject else before.phenomena,
        located=reading.located or before.located,
        periods=reading.periods or before.periods,
        collections=reading.collections or before.collections,
        facets={**before.facets, **reading.facets},
        filters={**before.filters, **reading.filters},
        statistics=reading.statistics or before.statistics,
    )


def applied(reading: Reading, others: Sequence[Reading]) -> Reading:
    """ "Run it over Taiwan": the model that another part names or trains, with what it looks for."""
    leans = PUT_TO_WORK.search(reading.utterance.folded) and not reading.models
    source = next((o for o in others if o.models or is_training(o)), None) if leans else None
    if source is None:
        return reading
    kinds = source.named.model_kinds | ({"ml"} if is_training(source) else set())
    return replace(
        reading,
        models=source.models,
        phenomena=reading.phenomena or source.phenomena,
        named=replace(reading.named, model_kinds=kinds),
    )


def that_scenario(reading: Reading, others: Sequence[Reading]) -> Mapping[str, tuple[str, ...]]:
    """ "In that scenario": the one another part names."""
    said = next((o.experiments for o in others if o.experiments), ())
    if not said or reading.experiments or not _THAT_SCENARIO.search(reading.utterance.folded):
        return reading.facets
    return {**reading.facets, "experiment_id": said}
