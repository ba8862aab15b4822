"""Which projects a search asks an index for."""

from __future__ import annotations

from connectors.esgf.projects import chosen_projects, older_projects, our_name, own_names, spelt_groups
from connectors.offers import Source

OPEN = Source(id="a", title="", kind="esgf-solr", family="esgf", url="http://a")
CLOSED = Source(
    id="b", title="", kind="esgf-stac", family="esgf", url="http://b", collections={"CMIP6": "cmip6", "CMIP7": "CMIP7"}
)


def test_nothing_named_means_all_that_the_index_holds() -> None:
    assert chosen_projects(OPEN, ()) == ()
    assert chosen_projects(CLOSED, ()) == ("CMIP6", "CMIP7")


def test_an_index_is_asked_for_what_it_holds() -> None:
    assert chosen_projects(CLOSED, ("CMIP5", "CMIP7")) == ("CMIP7",)
    assert chosen_projects(CLOSED, ("CMIP5",)) is None


def test_an_era_that_is_a_project_is_asked_for_beside() -> None:
    assert older_projects({"mip_era": ("CMIP5", "CMIP6")}, ()) == ("CMIP5",)
    assert older_projects({"mip_era": ("CMIP5",)}, ("CMIP6",)) == ()


def test_projects_of_one_spelling_go_together() -> None:
    assert [g for _, g in spelt_groups(["CMIP6", "CMIP5", "input4MIPs"])] == [("CMIP6", "input4MIPs"), ("CMIP5",)]


def test_or_each_alone() -> None:
    assert [g for _, g in spelt_groups(["CMIP6", "input4MIPs"], apart=True)] == [("CMIP6",), ("input4MIPs",)]


def test_names_go_both_ways() -> None:
    assert own_names(CLOSED, ["CMIP6", "CMIP7"]) == ("cmip6", "CMIP7")
    assert (our_name(CLOSED, "Cmip6"), our_name(CLOSED, "obs4MIPs")) == ("CMIP6", "obs4MIPs")
