"""CMIP6 datasets as STAC Items in the words of the ESGF-NG catalogues: those of the holdings, with their files, and thousands

that the Copernicus manifests list, where those lie beside the checkout.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from connectors.embedded.datasets import Dataset
from connectors.embedded.esgf_records import Node, file_url
from connectors.items import JSON

LISTED = Path(__file__).resolve().parents[3] / "shared" / "data" / "catalog" / "c3s_cmip6_datasets.parquet"
EXPERIMENTS = ("historical", "ssp585")
COLLECTION: JSON = {
    "type": "Collection",
    "stac_version": "1.1.0",
    "id": "CMIP6",
    "title": "CMIP6",
    "description": "CMIP6",
    "license": "other",
    "extent": {"spatial": {"bbox": [[-180, -90, 180, 90]]}, "temporal": {"interval": [["1850-01-01T00:00:00Z", None]]}},
    "links": [],
}
_FACETS = ("institution_id", "source_id", "experiment_id", "member_id", "table_id", "variable_id", "grid_label")


def held_items(datasets: Iterator[Dataset] | tuple[Dataset, ...], *, node: Node) -> list[JSON]:
    """The CMIP6 datasets of the holdings; their files lie at the node."""
    return [_held(dataset, node) for dataset in datasets if dataset.project == "CMIP6"]


def daily_item(variable: str, href: str, *, source: str, days: tuple[str, str]) -> JSON:
    """A dataset of daily values of a model's historical run in one file at an address."""
    facets = dict(zip(_FACETS, ("made", source, "historical", "r1i1p1f1", "day", variable, "gn"), strict=True))
    asset = {"href": href, "description": "HTTPServer Link", "type": "application/netcdf", "roles": ["data"]}
    asset |= {"alternate:name": "127.0.0.1"}
    name = f"CMIP6.CMIP.made.{source}.historical.r1i1p1f1.day.{variable}.gn"
    item = _item(name, facets, version="20200101", activity="CMIP", days=days, assets={href.rpartition("/")[2]: asset})
    item["properties"]["cmip6:frequency"] = "day"
    return item


def listed_items() -> list[JSON]:
    """The datasets of two experiments in the Copernicus manifests, without files; none where they are not there."""
    if not LISTED.exists():
        return []
    import pandas as pd

    rows: Any = pd.read_parquet(LISTED).to_dict("records")
    return [_listed(row) for row in rows if row["experiment_id"] in EXPERIMENTS]


def _held(dataset: Dataset, node: Node) -> JSON:
    facets = {name: dataset.facets[name][0] for name in _FACETS}
    assets = {
        file.name: {
            "href": file_url(node, file.path),
            "description": "HTTPServer Link",
            "type": "application/netcdf",
            "roles": ["data"],
            "alternate:name": node.data_node,
            "file:size": file.facts.size,
            "file:checksum": f"1220{file.facts.sha256}",
            "cmip6:tracking_id": file.facts.attributes.get("tracking_id", ""),
        }
        for file in dataset.files
    }
    days = (dataset.interval.start or "1850-01-01", dataset.interval.end or "2014-12-31")
    activity = dataset.facets["activity_id"][0]
    return _item(dataset.master_id, facets, version=dataset.version, activity=activity, days=days, assets=assets)


def _listed(row: dict[str, Any]) -> JSON:
    facets = {name: row[name] for name in _FACETS}
    name = ".".join(["CMIP6", row["activity_id"], *(facets[f] for f in _FACETS)])
    days = tuple(row[end][:10] for end in ("start_time", "end_time"))
    days = days if all(day[:4].isdigit() for day in days) else ("1850-01-01", "2100-12-31")  # fixed fields have none
    return _item(name, facets, version=row["version"].removeprefix("v"), activity=row["activity_id"], days=days)


def _item(
    master_id: str,
    facets: dict[str, Any],
    *,
    version: str,
    activity: str,
    days: tuple[str, ...],
    assets: JSON | None = None,
) -> JSON:
    globe = [[[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]]
    flags = {"latest": True, "retracted": False, "project": "CMIP6", "version": version, "access": ["HTTPServer"]}
    times = {"datetime": None, "start_datetime": f"{days[0]}T00:00:00Z", "end_datetime": f"{days[1]}T00:00:00Z"}
    own = {f"cmip6:{name}": value for name, value in facets.items()}
    own |= {"cmip6:activity_id": [activity], "cmip6:mip_era": "CMIP6", "cmip6:variant_label": facets["member_id"]}
    return {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": ["https://stac-extensions.github.io/cmip6/v3.0.2/schema.json"],
        "id": f"{master_id}.v{version}",
        "collection": "CMIP6",
        "geometry": {"type": "Polygon", "coordinates": globe},
        "bbox": [-180, -90, 180, 90],
        "properties": flags | times | {"title": master_id, "base_id": master_id} | own,
        "links": [],
        "assets": assets or {},
    }
