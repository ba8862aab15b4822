"""Predicates looked at again on our side."""

from __future__ import annotations

from typing import Any

import pytest

from connectors.base import Checks, Keys, ListsFiles
from connectors.esgf.globus import GlobusConnector
from connectors.esgf.predicates import failed_predicates, item_key
from connectors.esgf.solr import SolrConnector
from connectors.esgf.stac import EsgfStacConnector
from connectors.extents import BBox, Interval
from connectors.items import Item
from connectors.offers import Source
from connectors.operations import Search

EUROPE = BBox(west=-10, south=35, east=30, north=70)
POLE = BBox(west=-180, south=85, east=180, north=90)


def _failed(item: Item, *, trust_box: bool = True, **search: Any) -> tuple[str, ...]:
    return failed_predicates(item, Search(family="esgf", **search), trust_box=trust_box)


def _item(collection: str = "CMIP6", bbox: BBox | None = POLE, **properties: Any) -> Item:
    interval = Interval(start="1950-01-01", end="2014-12-31")
    return Item(id="x", collection=collection, bbox=bbox, interval=interval, properties=properties)


def test_time_that_does_not_touch_the_period_fails() -> None:
    assert _failed(_item(), interval=Interval(start="2050-01-01")) == ("interval",)
    assert _failed(_item(), interval=Interval(end="1950-06-01")) == ()


def test_a_box_is_believed_where_the_index_is_ours() -> None:
    assert _failed(_item(), bbox=EUROPE) == ("bbox",)


def test_a_global_model_is_everywhere_whatever_an_index_says() -> None:
    assert _failed(_item(), bbox=EUROPE, trust_box=False) == ()
    assert _failed(_item("CORDEX"), bbox=EUROPE, trust_box=False) == ("bbox",)


def test_data_without_a_box_may_be_anywhere() -> None:
    assert _failed(_item(bbox=None), bbox=EUROPE) == ()


@pytest.mark.parametrize(
    ("held", "values", "fails"),
    [("tas", ("tas", "pr"), False), ("ta", ("tas",), True), (["a", "b"], ("b",), False), (None, ("tas",), False)],
)
def test_a_facet_holds_where_one_value_does(held: Any, values: tuple[str, ...], fails: bool) -> None:
    assert bool(_failed(_item(variable_id=held), facets={"variable_id": values})) is fails


def test_a_negated_facet_fails_where_the_value_is_there() -> None:
    assert _failed(_item(source_id="A"), facets={"source_id!": ("A",)}) == ("source_id!",)
    assert _failed(_item(source_id="B"), facets={"source_id!": ("A",)}) == ()


def test_data_of_no_spatial_kind_are_gridded() -> None:
    assert _failed(_item(), facets={"spatial_kind": ("global-mean",)}) == ("spatial_kind",)
    assert _failed(_item(), facets={"spatial_kind": ("gridded",)}) == ()


def test_retracted_and_superseded_data_fail_unless_asked_for() -> None:
    assert _failed(_item(retracted=True, latest=False)) == ("latest", "retracted")
    assert _failed(_item(retracted=True, latest=True), facets={"retracted": ("true",)}) == ()


def test_the_id_names_a_dataset_in_every_catalogue() -> None:
    assert item_key(_item()) == "x"


@pytest.mark.parametrize("kind", [SolrConnector, EsgfStacConnector, GlobusConnector])
def test_every_connector_checks_and_keys(kind: Any) -> None:
    connector = kind(source=Source(id="s", title="", kind="", family="esgf", url="https://s", embedded=True))
    assert isinstance(connector, Checks)
    assert isinstance(connector, Keys)
    assert connector.check(_item(), Search(family="esgf", bbox=EUROPE)) == ("bbox",)
    assert connector.key(_item()) == "x"


@pytest.mark.parametrize("kind", [SolrConnector, GlobusConnector])
def test_the_indexes_list_files_in_a_second_call(kind: Any) -> None:
    assert isinstance(kind(source=Source(id="s", title="", kind="", family="esgf", url="https://s")), ListsFiles)
