"""Detection: a phenomenon measured from imagery, by a model or a classified product."""

from __future__ import annotations

from connectors.offers import Source
from planners.blocks.imagery import asks_clouds, class_asked, respond_class_share, respond_cloud_share
from planners.blocks.sketch import Sketch
from planners.blocks.where import places_of
from planners.errors import NoPlan
from planners.intent import Intent
from planners.plan import Step

action = "detect"


def steps(intent: Intent, sources: tuple[Source, ...]) -> tuple[Step, ...]:
    """Measure cloud in a scene, or the share of a land-cover class; refuse what no instrument here can see."""
    sketch = Sketch()
    for place in places_of(intent):
        if asks_clouds(intent):
            respond_cloud_share(sketch, intent, place)
        elif class_asked(intent):
            respond_class_share(sketch, intent, place)
    if not sketch.steps:
        said = ", ".join(intent.phenomena).replace("_", " ") or "this"
        raise NoPlan(f"no detector for {said} is registered; scenes of it can be found", missing="models",
                     nearest=("cloud in a Sentinel-2 scene", "the share of a land-cover class", f"find scenes of {said}"))  # fmt: skip
    return sketch.steps
