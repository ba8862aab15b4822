"""Dataset ids of every project, read and written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from connectors.esgf.drs import dataset_id, member_parts, parse_dataset_id

SHARED = Path(__file__).resolve().parents[4] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="needs the reference library")

IDS = {
    "CMIP6": "CMIP6.CMIP.NCAR.CESM2.historical.r1i1p1f1.Amon.tas.gn.v20190308",
    "CMIP6Plus": "CMIP6Plus.CMIP.MOHC.HadGEM3-GC31-LL.historical.r1i1p1f1.APmon.tas.gn.v20240801",
    "CMIP5": "cmip5.output1.INM.inmcm4.1pctCO2.day.atmos.day.r1i1p1.v20110323",
    "CMIP3": "cmip3.CCCma.cccma_cgcm3_1.historical.mon.atmos.run1.tas.v1",
    "CORDEX": "cordex.output.EUR-11.KNMI.MOHC-HadGEM2-ES.historical.r1i1p1.RACMO22E.v2.mon.tas.v20160620",
    "CORDEX-CMIP6": "CORDEX-CMIP6.DD.EUR-12.HCLIMcom-METNo.NorESM2-MM.ssp126.r1i1p1f1.HCLIM43-ALADIN.v1-r1.mon.tas.v20240529",
    "obs4MIPs": "obs4MIPs.NASA-JPL.AIRS-2-1.mon.ta.gn.v20201110",
    "input4MIPs": "input4MIPs.CMIP6Plus.OMIP.MRI.MRI-JRA55-do-1-6-0.atmos.3hrPt.ts.gr.v20240531",
    "CMIP7": "MIP-DRS7.CMIP7.CMIP.CCCma.CanESM5-1.1pctCO2.r1i1p2f1.glb.day.tas.tavg-h2m-hxy-u.g120.v20190429",
    "DRCDP": "CMIP6.DRCDP.NAM.LOCA2.UCSD.ACCESS-CM2.ssp245.r1i1p1f1.LOCA2-1.day.tasmax.v20240101",
}


@pytest.mark.parametrize(("project", "text"), IDS.items())
def test_an_id_is_read_and_written_back(project: str, text: str) -> None:
    read = parse_dataset_id(f"{text}|node.example.org")
    assert (read.project, read.instance_id, read.id) == (project, text, f"{text}|node.example.org")


@pytest.mark.parametrize("project", sorted(set(IDS) - {"DRCDP"}))
def test_an_id_is_made_from_its_facets(project: str) -> None:
    read = parse_dataset_id(IDS[project])
    assert dataset_id(project, read.facets, version=read.version).instance_id == IDS[project]


def test_facets_carry_cmip6_names() -> None:
    read = parse_dataset_id(IDS["CORDEX"])
    assert (read.facets["source_id"], read.facets["experiment_id"]) == ("RACMO22E", "historical")


def test_the_project_s_own_facet_names_are_taken_too() -> None:
    own = {"product": "output1", "institute": "INM", "model": "inmcm4", "experiment": "1pctCO2", "time_frequency": "day",
           "realm": "atmos", "cmor_table": "day", "ensemble": "r1i1p1"}  # fmt: skip
    assert dataset_id("CMIP5", own).master_id == "cmip5.output1.INM.inmcm4.1pctCO2.day.atmos.day.r1i1p1"


def test_a_model_name_with_a_dot_is_kept_whole() -> None:
    assert parse_dataset_id("obs4MIPs.NASA-GSFC.GPCP-V2.3.atmos.mon.v20180519").facets["source_id"] == "GPCP-V2.3"


def test_a_cmip5_id_may_lack_its_table() -> None:
    read = parse_dataset_id("cmip5.output.CCCma.CanAM4.amip.3hr.atmos.r3i1p1.v20130331")
    assert read.facets["member_id"] == "r3i1p1"
    assert "table_id" not in read.facets


def test_a_master_id_has_no_version() -> None:
    assert parse_dataset_id(IDS["CMIP6"].rpartition(".")[0]).version is None


@pytest.mark.parametrize("text", ["", "CMIP6.CMIP", "tas_Amon.nc", "CMIP6.a.b.c.d.e.f.g.h.i.v1"])
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a dataset id of any project known"):
        parse_dataset_id(text)


def test_a_missing_facet_is_named() -> None:
    with pytest.raises(ValueError, match="needs activity_id, institution_id"):
        dataset_id("CMIP6", {"source_id": "CESM2"})


def test_an_unknown_project_is_named() -> None:
    with pytest.raises(ValueError, match="'CMIP9' is not a project"):
        dataset_id("CMIP9", {})


def test_a_member_label_splits_into_start_and_variant() -> None:
    assert member_parts("s1960-r1i1p1f1") == ("s1960", "r1i1p1f1")
    assert member_parts("r1i1p1f1") == (None, "r1i1p1f1")


@needs_shared
def test_every_recorded_dataset_id_is_understood() -> None:
    recordings = sorted((SHARED / "fixtures/solr").rglob("*.json"))
    ids = set()
    for path in recordings:
        read = json.loads(path.read_bytes())
        docs = read if isinstance(read, list) else read["response"]["docs"]
        ids |= {d.get("dataset_id") or d["id"] for d in docs}
    assert len(ids) > 200
    assert [i for i in sorted(ids) if parse_dataset_id(i).id != i] == []
