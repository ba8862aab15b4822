"""mask_clouds: a scene without the pixels that its own mask calls cloud, shadow or snow."""

from __future__ import annotations

from connectors.compute import images, spectral
from connectors.compute.description import Description, Input, Output
from connectors.compute.fields import Computed, Field
from connectors.compute.inputs import CubeInput
from connectors.compute.spectral import CLEAR, Seen
from connectors.errors import Refused
from connectors.items import Caveat


def mask_clouds(data: Field, *, keep: tuple[Seen, ...] = CLEAR) -> Computed:
    """The bands of reflectance where the scene's Fmask or SCL is of the classes to keep; raises Refused without either."""
    array = images.of(data)
    seen = spectral.clear(array, keep=keep)
    if seen is None:
        raise Refused(f"{data.id!r} has no cloud mask (Fmask or SCL); a detector can make one, which `mask` applies")
    left = round(1.0 - float(seen.mean()), 4)
    cleared = spectral.without_masks(array).where(seen).transpose("bands", "y", "x").assign_attrs(array.attrs)
    caveats = (Caveat(code="clouds_left_out", parameters={"fraction": left}),) if left else ()
    return Computed(outputs={"cube": data.mapped(lambda _: cleared, clear_fraction=1.0 - left)}, caveats=caveats)


DESCRIPTION = Description(
    id="mask_clouds",
    title="Leave out clouds",
    title_fr="Écarter les nuages",
    description="Keeps the pixels of a scene that its own mask (Fmask, SCL) calls clear or water, or the classes given.",
    description_fr="Garde les pixels que le masque de la scène (Fmask, SCL) dit dégagés ou d'eau, ou les classes données.",
    inputs={
        "data": Input(type=CubeInput, title="Image with its mask", title_fr="Image et son masque"),
        "keep": Input(type=tuple[Seen, ...], title="Classes to keep", title_fr="Classes à garder", default=CLEAR),
    },
    outputs={"cube": Output(kind="cube", title="Clear pixels", title_fr="Pixels dégagés")},
    run=mask_clouds,
    keywords=("imagery",),
)
