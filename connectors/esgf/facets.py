"""Facet names of each project: the CMIP6 spelling that we speak, and the one that its index understands.

Sources: esg-search facet configuration, the ESGF-NG STAC extensions (cmip6, cmip7, cordex-cmip6), and for the CMIP5 model
names ESMValCore's `io/esgf/facets.py` (2026).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from connectors.items import JSON

Names = Mapping[str, str | None]

_CMIP3: Names = {
    "source_id": "model",
    "experiment_id": "experiment",
    "member_id": "ensemble",
    "variant_label": "ensemble",
    "frequency": "time_frequency",
    "variable_id": "variable",
    "institution_id": "institute",
    "table_id": None,
    "grid_label": None,
    "activity_id": None,
    "mip_era": None,
    "nominal_resolution": None,
}
_CMIP5: Names = {**_CMIP3, "table_id": "cmor_table", "activity_id": "product"}
_CORDEX: Names = {
    **_CMIP3,
    "source_id": "rcm_name",
    "driving_source_id": "driving_model",
    "driving_experiment_id": "experiment",
    "driving_variant_label": "ensemble",
    "domain_id": "domain",
    "version_realization": "rcm_version",
    "activity_id": "product",
    "realm": None,
}
_OBS4MIPS_OLD: Names = {
    "institution_id": "institute",
    "frequency": "time_frequency",
    "variable_id": "variable",
    "table_id": None,
    "grid_label": None,
    "activity_id": None,
    "mip_era": None,
    "experiment_id": None,
    "member_id": None,
    "variant_label": None,
}
_CORDEX_CMIP6: Names = {
    "experiment_id": "driving_experiment_id",
    "member_id": "driving_variant_label",
    "variant_label": "driving_variant_label",
    "table_id": None,
    "grid_label": None,
    "realm": None,
}
_CMIP7: Names = {"member_id": "variant_label", "table_id": None}

INDEX_NAMES: Mapping[str, tuple[Names, ...]] = {
    "CMIP3": (_CMIP3,),
    "CMIP5": (_CMIP5,),
    "CORDEX": (_CORDEX,),
    "CORDEX-Adjust": (_CORDEX,),
    "CORDEX-Reklies": (_CORDEX,),
    "CORDEX-CMIP6": (_CORDEX_CMIP6,),
    "CMIP7": (_CMIP7,),
    "obs4MIPs": ({}, _OBS4MIPS_OLD),
}
"""Project → how its records are spelt in Solr, Globus and the bridge; more than one where two spellings coexist."""

STAC_NAMES: Mapping[str, Names] = {
    "CMIP6": {"member_id": "variant_label"},
    "CMIP6Plus": {"member_id": "variant_label"},
    "CMIP7": _CMIP7,
    "CORDEX-CMIP6": _CORDEX_CMIP6,
    "obs4REF": {"table_id": None},
    "obs4MIPs": {"table_id": None},
}
"""Collection → names behind its prefix; East's `cmip6:member_id` is wrong, hence the variant label."""

CMIP5_MODELS: Mapping[str, str] = {
    "ACCESS1-0": "ACCESS1.0",
    "ACCESS1-3": "ACCESS1.3",
    "bcc-csm1-1": "BCC-CSM1.1",
    "bcc-csm1-1-m": "BCC-CSM1.1(m)",
    "CESM1-BGC": "CESM1(BGC)",
    "CESM1-CAM5": "CESM1(CAM5)",
    "CESM1-CAM5-1-FV2": "CESM1(CAM5.1,FV2)",
    "CESM1-FASTCHEM": "CESM1(FASTCHEM)",
    "CESM1-WACCM": "CESM1(WACCM)",
    "CSIRO-Mk3-6-0": "CSIRO-Mk3.6.0",
    "fio-esm": "FIO-ESM",
    "GFDL-CM2p1": "GFDL-CM2.1",
    "inmcm4": "INM-CM4",
    "MRI-AGCM3-2H": "MRI-AGCM3.2H",
    "MRI-AGCM3-2S": "MRI-AGCM3.2S",
}
"""CMIP5 model as spelt in DRS ids and file names → as spelt in the index's `model` facet."""


def spellings(project: str) -> tuple[Names, ...]:
    """The spellings under which the index may hold this project's records, the usual one first."""
    return INDEX_NAMES.get(project, ({},))


def field_name(facet: str, *, names: Names) -> str | None:
    """The index's field for one of our facets; None where that project has no such facet."""
    return names.get(facet, facet)


def facet_name(field: str, *, project: str) -> str:
    """Our name for one of the index's fields; the usual one where a field serves two facets."""
    for names in spellings(project):
        for facet, name in names.items():
            if name == field:
                return facet
    return field


def canonical(fields: Mapping[str, JSON], *, project: str) -> dict[str, JSON]:
    """The record's fields under our names; a field that is also a facet of its own keeps its name beside."""
    facets = dict(fields)
    for names in spellings(project):
        for facet, field in names.items():
            if field is not None and field in fields and facet not in fields and facet != "activity_id":
                facets[facet] = fields[field]
                if field not in _FACETS_TOO:
                    facets.pop(field, None)
    return facets


def field_values(facet: str, values: Iterable[str], *, project: str) -> tuple[str, ...]:
    """The values as the index of this project spells them."""
    if facet == "source_id" and project == "CMIP5":
        return tuple(CMIP5_MODELS.get(v, v) for v in values)
    return tuple(values)


def facet_values(facet: str, values: Iterable[str], *, project: str) -> tuple[str, ...]:
    """The values as DRS ids and file names spell them."""
    if facet == "source_id" and project == "CMIP5":
        return tuple(_CMIP5_DRS.get(v, v) for v in values)
    return tuple(values)


_CMIP5_DRS = {index: drs for drs, index in CMIP5_MODELS.items()}
_FACETS_TOO = ("variant_label", "driving_experiment_id", "driving_variant_label", "product")
