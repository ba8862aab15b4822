"""Facet values: models, nodes, members, domains and families of models."""

from __future__ import annotations

from connectors.vocabulary.models import facet, facets, families, members, nearest


def test_a_model_is_found_in_any_case_with_its_institutions() -> None:
    found = facet("source_id", "canesm5")

    assert found is not None
    assert (found.id, found.institution_ids) == ("CanESM5", ("CCCma",))


def test_a_model_knows_every_project_it_occurs_in() -> None:
    found = facet("source_id", "HadREM3-GA7-05")

    assert found is not None
    assert found.projects == ("CORDEX", "CORDEX-CMIP6")


def test_nodes_have_everyday_names() -> None:
    found = facet("data_node", "dkrz")

    assert found is not None
    assert "german node" in found.aliases


def test_members_are_recognised_by_shape() -> None:
    assert [m.id for _, _, m in members("r1i1p1f1, r10i1p1 and s1960-r1i1p1f1, not r1i1")] == [
        "r1i1p1f1", "r10i1p1", "s1960-r1i1p1f1",
    ]  # fmt: skip


def test_a_misspelt_model_has_near_ones() -> None:
    assert nearest("source_id", "CanEMS5", limit=1)[0].id == "CanESM5"


def test_a_model_named_without_its_version_is_a_family() -> None:
    assert families()["UKESM1"] == ("UKESM1-0-LL", "UKESM1-1-LL", "UKESM1-ice-LL")


def test_a_model_that_exists_is_no_family() -> None:
    assert "CESM2" not in families()


def test_domains_of_both_generations_of_cordex_are_there() -> None:
    ids = {f.id for f in facets("domain_id")}

    assert {"EUR-11", "EUR-12", "NAM-22", "AFR-44"} <= ids
