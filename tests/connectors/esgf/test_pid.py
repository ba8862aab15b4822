"""What ESGF handles say: datasets of a file, the newest of them, replicas, successors, errata."""

from __future__ import annotations

from connectors.esgf.pid import dataset_pids, errata, is_dataset, newest, nodes, replacements

UID = "6838a44b-48eb-89a3-8090-c9315a79f3de"


def test_a_file_may_be_part_of_several_datasets() -> None:
    handle = {"AGGREGATION_LEVEL": ("FILE",), "IS_PART_OF": ("hdl:21.14100/a", "hdl:21.14100/b")}

    assert dataset_pids(handle) == ("hdl:21.14100/a", "hdl:21.14100/b")


def test_a_dataset_is_part_of_a_doi_and_of_no_dataset() -> None:
    handle = {"AGGREGATION_LEVEL": ("DATASET",), "IS_PART_OF": ("doi:10.22033/ESGF/CMIP6.1",)}

    assert is_dataset(handle)
    assert dataset_pids(handle) == ()


def test_the_newest_version_counts() -> None:
    handles = [("a", {"VERSION_NUMBER": ("v20180605",)}), ("b", {"VERSION_NUMBER": ("20180727",)}), ("c", {})]

    assert newest(handles) == "b"
    assert newest([]) is None


def test_nodes_come_out_of_their_small_documents() -> None:
    handle = {
        "HOSTING_NODE": ('<locations><location host="vesg.ipsl.fr" publishedOn="2018"/></locations>',),
        "REPLICA_NODE": ("esgf.ceda.ac.uk", "<locations/>", "vesg.ipsl.fr"),
    }

    assert nodes(handle) == ("vesg.ipsl.fr", "esgf.ceda.ac.uk")


def test_what_took_its_place_and_what_is_wrong_with_it() -> None:
    handle = {"REPLACED_BY": ("hdl:21.14100/new",), "ERRATA_IDS": (UID,)}

    assert replacements(handle) == ("hdl:21.14100/new",)
    assert errata(handle) == (UID,)
    assert (replacements({}), errata({})) == ((), ())
