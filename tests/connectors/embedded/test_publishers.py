"""How each archive becomes datasets: facets of the files and of nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from conductor.settings import from_environment
from connectors.embedded.datasets import Dataset, catalogue
from connectors.embedded.netcdf_facts import Facts
from connectors.embedded.publishers import PUBLISHERS, publisher_of
from connectors.extents import Interval

HOLDINGS = from_environment().holdings_dir


@pytest.fixture(scope="module")
def datasets() -> Mapping[str, Dataset]:
    return {d.master_id: d for d in catalogue(HOLDINGS).datasets}


def test_the_publishers_are_sorted() -> None:
    assert list(PUBLISHERS) == sorted(PUBLISHERS)


def test_a_global_mean_dataset_lists_its_models_and_members(datasets: Mapping[str, Dataset]) -> None:
    found = datasets["IPCC-AR6-global-tas.CMIP6.ssp245.yr.tas"]
    assert len(found.facets["source_id"]) == 37
    assert "r1i1p1f1" in found.facets["member_id"]
    assert found.facets["simulations"] == ("39",)
    assert found.facets["spatial_kind"] == ("global-mean",)


def test_global_means_reach_back_to_the_historical_run(datasets: Mapping[str, Dataset]) -> None:
    assert datasets["IPCC-AR6-global-tas.CMIP6.ssp245.yr.tas"].interval == Interval(
        start="1850-01-01", end="2100-12-31"
    )


def test_observations_are_an_activity_of_their_own(datasets: Mapping[str, Dataset]) -> None:
    found = datasets["IPCC-AR6-global-tas.observations.obs.yr.tas"]
    assert (found.facets["activity_id"], found.facets["experiment_id"]) == (("observations",), ("obs",))
    assert len(found.facets["source_id"]) == 8
    assert "mip_era" not in found.facets


def test_the_two_emission_scenarios_are_hadgem2_ao_of_ensembles(datasets: Mapping[str, Dataset]) -> None:
    for scenario in ("A1B", "E1"):
        found = datasets[f"ENSEMBLES.MOHC.HadGEM2-AO.{scenario}.yr.tas"]
        assert (found.facets["experiment_id"], found.facets["variable_id"]) == ((scenario,), ("tas",))
        assert "member_id" not in found.facets


def test_annual_means_are_not_called_monthly_like_their_ancestor(datasets: Mapping[str, Dataset]) -> None:
    found = datasets["cmip6-ng.CMIP.IPSL.IPSL-CM6A-LR.historical.r1i1p1f1.yr.tas.g025"]
    assert (found.facets["frequency"], found.facets["grid_label"]) == (("yr",), ("g025",))
    assert found.facets["nominal_resolution"] == ("2500 km",)
    assert "table_id" not in found.facets


def test_a_file_s_wrong_frequency_does_not_hide_it(datasets: Mapping[str, Dataset]) -> None:
    monthly = [d for d in datasets.values() if d.facets.get("table_id") == ("Amon",)]
    assert {d.facets["frequency"] for d in monthly} == {("mon",)}


def test_a_global_attribute_of_several_words_is_several_values(datasets: Mapping[str, Dataset]) -> None:
    assert datasets["CMIP6.CMIP.MIROC.MIROC6.historical.r1i1p1f1.Amon.ta.gn"].facets["source_type"] == ("AOGCM", "AER")


def test_an_index_is_no_field(datasets: Mapping[str, Dataset]) -> None:
    assert datasets["observations.SOI-Darwin.mon.SOI_Darwin"].facets["spatial_kind"] == ("index",)


CORDEX = {
    "project_id": "CORDEX", "institute_id": "KNMI", "model_id": "KNMI-RACMO22E", "product": "output", "frequency": "mon",
    "CORDEX_domain": "EUR-11", "driving_model_id": "MOHC-HadGEM2-ES", "driving_experiment_name": "historical",
    "driving_model_ensemble_member": "r1i1p1", "rcm_version_id": "v2",
}  # fmt: skip
CMIP5 = {
    "project_id": "CMIP5", "institute_id": "INM", "model_id": "inmcm4", "product": "output1", "frequency": "mon",
    "modeling_realm": "atmos", "experiment_id": "historical",
}  # fmt: skip


@pytest.mark.parametrize("kind", ["auto", "named"])
@pytest.mark.parametrize(
    ("project", "path", "attributes", "instance_id"),
    [
        ("cordex", "v20160620/tas_EUR-11_MOHC-HadGEM2-ES_historical_r1i1p1_KNMI-RACMO22E_v2_mon_195001-195012.nc", CORDEX,
         "cordex.output.EUR-11.KNMI.MOHC-HadGEM2-ES.historical.r1i1p1.RACMO22E.v2.mon.tas.v20160620"),
        ("cmip5", "v20130207/tas_Amon_inmcm4_historical_r1i1p1_185001-200512.nc", CMIP5,
         "cmip5.output1.INM.inmcm4.historical.mon.atmos.Amon.r1i1p1.v20130207"),
    ],
)  # fmt: skip
def test_older_projects_keep_their_ids(
    kind: str, project: str, path: str, attributes: dict[str, str], instance_id: str
) -> None:
    facts = Facts(path=path, size=1, mtime_ns=1, sha256="a", attributes=attributes, variable="tas")
    (dataset,) = publisher_of("auto" if kind == "auto" else project)([facts], "mine")
    assert dataset.instance_id == instance_id


def test_a_file_without_its_attributes_is_published_by_name() -> None:
    facts = Facts(
        path="g025/tas_ann_IPSL-CM6A-LR_ssp585_r1i1p1f1_g025.nc", size=1, mtime_ns=1, sha256="a", variable="tas"
    )
    (dataset,) = PUBLISHERS["mesmer"]([facts], "mesmer")
    assert dataset.master_id == "mesmer.g025.tas_ann_IPSL-CM6A-LR_ssp585_r1i1p1f1_g025"


def test_an_unknown_kind_of_folder_is_read_by_its_attributes() -> None:
    assert list(publisher_of("auto")([], "mine")) == []
