"""Kinds: which protocols are spoken here, and by which class; one is imported on first use."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from connectors.errors import Unsupported

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "cmr": "connectors.eo.cmr:CmrConnector",
        "csw": "connectors.eo.csw:CswConnector",
        "cwt": "connectors.compute.cwt.server:CWT",
        "eodag": "connectors.eo.eodag:EodagConnector",
        "esgf-errata": "connectors.esgf.errata:ErrataService",
        "esgf-globus": "connectors.esgf.globus:GlobusConnector",
        "esgf-solr": "connectors.esgf.solr:SolrConnector",
        "esgf-stac": "connectors.esgf.stac:EsgfStacConnector",
        "handles": "connectors.esgf.credits:Credits",
        "ml-local": "connectors.ml.local:LocalModels",
        "odata": "connectors.eo.odata:ODataConnector",
        "ogcapi-collections": "connectors.eo.ogcapi_collections:OgcApiConnector",
        "ogcapi-processes": "connectors.compute.ogcapi:OGCProcesses",
        "ogcapi-records": "connectors.eo.records:RecordsConnector",
        "openeo": "connectors.compute.openeo.server:OpenEO",
        "opensearch": "connectors.eo.opensearch:OpenSearchConnector",
        "stac-api": "connectors.eo.stac:StacConnector",
        "stac-collections": "connectors.eo.stac_collections:CollectionsConnector",
        "stac-static": "connectors.eo.static:StaticConnector",
        "thredds": "connectors.esgf.thredds:ThreddsConnector",
        "wcs": "connectors.eo.maps:MapsConnector",
        "weaver": "connectors.compute.weaver.server:Weaver",
        "wfs": "connectors.eo.wfs:WfsConnector",
        "wms": "connectors.eo.maps:MapsConnector",
        "wmts": "connectors.eo.maps:MapsConnector",
        "wps-1": "connectors.compute.wps.server:WPS1",
        "wps-2": "connectors.compute.wps.server2:WPS2",
    }
)
SEARCHED = (
    "cmr",
    "csw",
    "eodag",
    "esgf-globus",
    "esgf-solr",
    "esgf-stac",
    "odata",
    "ogcapi-collections",
    "ogcapi-records",
    "opensearch",
    "stac-api",
    "stac-collections",
    "stac-static",
    "thredds",
    "wcs",
    "wfs",
    "wms",
    "wmts",
)


def load_kind(kind: str) -> Any:
    """The class that speaks a kind's protocol; raises Unsupported where none does."""
    if kind not in KINDS:
        raise Unsupported(f"no connector speaks {kind!r}; spoken: {', '.join(KINDS)}")
    module, _, name = KINDS[kind].partition(":")
    return getattr(importlib.import_module(module), name)
