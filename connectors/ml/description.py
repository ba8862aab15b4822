"""A model as its STAC item describes it: the fields of the MLM extension that running it needs, checked when read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from connectors.errors import Unsupported
from connectors.items import JSON
from connectors.ml.zoo import band_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A pixel classifier: bands in stacking order, how digital numbers become its input, and what to do with its output.

    `resolution` metres a pixel; `average_over` and `dilation_size` radii in pixels (0: not done); `scale` is what
    digital numbers are divided by.
    """

    id: str
    framework: str
    constellation: str
    level: str
    bands: tuple[str, ...]
    scale: float
    resolution: float
    threshold: float
    average_over: int
    dilation_size: int
    detects: str
    weights: str
    checksum: str
    licence: str
    citation: str


def read_model(item: Mapping[str, JSON]) -> Model:
    """Read an MLM item; raises Unsupported for a model of a shape that cannot be run here."""
    properties = item["properties"]
    try:
        (inputs,), (output,) = properties["mlm:input"], properties["mlm:output"]
        (scaling,) = inputs["value_scaling"]
        if scaling["type"] != "min-max" or scaling["minimum"] != 0:
            raise Unsupported(
                f"model {item['id']!r} scales its input by {scaling!r}; only min-max from 0 is known here"
            )
        settings = properties["mlm:hyperparameters"]
        positive = next(c["name"] for c in output["classification:classes"] if c["value"] == 1)
        weights = next(a for a in item["assets"].values() if "mlm:weights" in a["roles"])
        return Model(
            id=item["id"],
            framework=properties["mlm:framework"],
            constellation=properties["constellation"],
            level=str(properties.get("processing:level", "")),
            bands=band_names(inputs),
            scale=float(scaling["maximum"]),
            resolution=float(settings["resolution"]),
            threshold=float(settings["threshold"]),
            average_over=int(settings["average_over"]),
            dilation_size=int(settings["dilation_size"]),
            detects=str(positive),
            weights=weights["href"],
            checksum=str(weights.get("file:checksum", "")),
            licence=str(properties.get("license", "")),
            citation=str(properties.get("sci:citation", "")),
        )
    except (KeyError, ValueError, TypeError, StopIteration) as error:
        raise Unsupported(
            f"model {item['id']!r} is not a pixel classifier with one input and one output ({error!r});"
            " see its STAC item for the server that runs it"
        ) from error
