"""A search beyond an index's window, in parts that fit it."""

from __future__ import annotations

from connectors.base import Request
from connectors.esgf.windows import Window, counting, listing, parts

WINDOW = Window(size=100, rows=50, wanted=10**6, fields=("experiment_id", "source_id"), asked=("data_node",))
WHOLE = Request(method="GET", url="https://i.example", params={"project": "CMIP6", "limit": "50", "offset": "0"})


def split(
    matched: int, request: Request = WHOLE, *, by_query: bool = False, **counts: dict[str, int]
) -> list[dict[str, str]]:
    found = parts(request, WINDOW, matched=matched, counts=counts, by_query=by_query)
    return [dict(r.params) for r in found]


def test_the_index_is_first_asked_for_counts_alone() -> None:
    asked = counting(WHOLE, WINDOW)
    assert (asked.params["limit"], asked.params["facets"]) == ("0", "data_node,experiment_id,source_id")
    assert Window.of(asked.context) == WINDOW and Window.of({"wanted": 3}) is None


def test_what_fits_is_listed_as_it_is() -> None:
    (only,) = split(80, experiment_id={"a": 40, "b": 40})
    assert (only.get("experiment_id"), only["limit"], "facets" in only) == (None, "50", False)


def test_values_are_put_together_up_to_the_window() -> None:
    found = split(200, experiment_id={"a": 60, "b": 30, "c": 70, "d": 40})
    assert [p["experiment_id"] for p in found] == ["a,b", "c", "d"]


def test_a_value_that_alone_is_too_many_is_counted_on_by_the_other_facets() -> None:
    whole, rest = split(200, experiment_id={"a": 150, "b": 50})
    assert (whole["experiment_id"], whole["limit"], whole["facets"]) == ("a", "0", "source_id")
    assert (rest["experiment_id"], rest["limit"]) == ("b", "50")


def test_what_has_no_value_is_asked_for_by_what_it_has_not() -> None:
    assert split(150, experiment_id={"a": 60, "b": 60})[-1]["experiment_id!"] == "a,b"
    by_query = split(150, by_query=True, experiment_id={"a": 60, "b": 60})[-1]
    assert by_query["query"] == 'NOT (experiment_id:"a") AND NOT (experiment_id:"b")'


def test_only_the_values_that_were_asked_for_count() -> None:
    request = Request(method="GET", url=WHOLE.url, params={"experiment_id": "a,b"})
    found = split(150, request, experiment_id={"a": 75, "b": 75, "c": 30})
    assert [p["experiment_id"] for p in found] == ["a", "b"]


def test_what_nothing_parts_is_listed_up_to_the_window() -> None:
    (only,) = split(500, experiment_id={"a": 500})
    assert only["limit"] == "50" and "experiment_id" not in only


def test_rows_begin_at_the_first() -> None:
    assert dict(listing(counting(WHOLE, WINDOW), WINDOW).params) == dict(WHOLE.params)
