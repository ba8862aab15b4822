"""The records that the two nodes publish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from conductor.settings import from_environment
from connectors.embedded.datasets import Catalogue, DataFile, Dataset, catalogue
from connectors.embedded.esgf_records import NODES, Records, file_url
from connectors.embedded.netcdf_facts import Facts

HOLDINGS = from_environment().holdings_dir
ORIGINAL, REPLICA = NODES
MIROC = "CMIP6.CMIP.MIROC.MIROC6.historical.r1i1p1f1.day.ta.gn.v20191016"


@pytest.fixture(scope="module")
def held() -> Catalogue:
    return catalogue(HOLDINGS)


@pytest.fixture(scope="module")
def original(held: Catalogue) -> Mapping[str, Any]:
    return Records(held.datasets, ORIGINAL)


def _dataset(project: str, **facets: tuple[str, ...]) -> Dataset:
    facts = Facts(path="x/a.nc", size=1, mtime_ns=10**18, sha256="ab")
    return Dataset(
        project=project, master_id="m", holding="mine", facets={"project": (project,), **facets},
        files=(DataFile(path="folders/mine/a.nc", facts=facts),),
    )  # fmt: skip


def test_the_original_node_publishes_everything(held: Catalogue, original: Mapping[str, Any]) -> None:
    assert [r["instance_id"] for r in original["Dataset"]] == [d.instance_id for d in held.datasets]
    assert len(original["File"]) == sum(len(d.files) for d in held.datasets)


def test_the_replica_node_publishes_a_part(held: Catalogue, original: Mapping[str, Any]) -> None:
    copies = {r["instance_id"] for r in Records(held.datasets, REPLICA)["Dataset"]}
    assert copies < {r["instance_id"] for r in original["Dataset"]}


def test_what_the_first_questions_need_is_on_both_nodes(held: Catalogue) -> None:
    copied = {r["project"][0] for r in Records(held.datasets, REPLICA)["Dataset"]}
    assert {"IPCC-AR6-global-tas", "ENSEMBLES", "cmip6-ng", "CMIP6"} <= copied


def test_a_replica_names_its_own_host(held: Catalogue) -> None:
    record = Records(held.datasets, REPLICA)["File"][0]
    assert (record["replica"], record["data_node"], record["index_node"]) == (
        True,
        "data2.embedded",
        "esgf-node2.embedded",
    )
    assert record["url"][0].startswith("http://data2.embedded/thredds/fileServer/")


def test_ids_join_name_and_node(original: Mapping[str, Any]) -> None:
    record = next(r for r in original["Dataset"] if r["instance_id"] == MIROC)
    assert record["id"] == f"{MIROC}|data1.embedded"
    assert record["master_id"] == MIROC.removesuffix(".v20191016")


def test_files_lead_back_to_their_dataset(original: Mapping[str, Any]) -> None:
    files = [r for r in original["File"] if r["dataset_id"] == f"{MIROC}|data1.embedded"]
    assert [r["title"] for r in files] == [
        f"ta_day_MIROC6_historical_r1i1p1f1_gn_{y}0101-{y}1231.nc" for y in (2000, 2001, 2002)
    ]
    assert all(len(r["checksum"][0]) == 64 and r["tracking_id"][0].startswith("hdl:21.14100/") for r in files)


def test_several_files_are_also_an_aggregation(original: Mapping[str, Any]) -> None:
    found = [r for r in original["Aggregation"] if r["dataset_id"] == f"{MIROC}|data1.embedded"]
    assert [r["type"] for r in found] == ["Aggregation"]
    assert found[0]["url"] == [f"http://data1.embedded/thredds/ncml/{MIROC}.ncml|application/xml+ncml|NCML"]


def test_true_cmip6_records_point_to_their_citation(original: Mapping[str, Any]) -> None:
    with_citation = {r["project"][0] for r in original["Dataset"] if "citation_url" in r}
    assert with_citation == {"CMIP6"}


def test_cordex_records_answer_to_both_spellings() -> None:
    dataset = _dataset("CORDEX", source_id=("RACMO22E",), experiment_id=("historical",), domain_id=("EUR-11",))
    (record,) = Records([dataset], ORIGINAL)["Dataset"]
    assert (record["rcm_name"], record["source_id"], record["domain"]) == (["RACMO22E"], ["RACMO22E"], ["EUR-11"])


def test_cmip5_records_spell_the_model_as_the_index_does() -> None:
    (record,) = Records([_dataset("CMIP5", source_id=("inmcm4",))], ORIGINAL)["Dataset"]
    assert (record["model"], record["source_id"]) == (["INM-CM4"], ["inmcm4"])


def test_the_user_s_own_folders_are_on_the_original_node_only() -> None:
    assert not REPLICA.holds(_dataset("mine"))


def test_addresses_are_escaped() -> None:
    assert file_url(ORIGINAL, "folders/my data/a#b.nc").endswith("/folders/my%20data/a%23b.nc")
