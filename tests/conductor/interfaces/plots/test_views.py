"""Views of places on both sides of 180°: near, whole, and labelled as their longitudes are called."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.figure import Figure

from conductor.interfaces.plots.views import columns, edges, framed, ring_of, view_around, view_of, within
from connectors.extents import GLOBE, BBox

FIJI = BBox(west=177.0, south=-20.0, east=-178.0, north=-15.0)


def test_a_view_of_scenes_on_both_sides_is_near() -> None:
    east, west = (BBox(west=w, south=-18.0, east=e, north=-17.0) for w, e in ((179.0, 180.0), (-180.0, -179.0)))

    view = view_of([east, west])

    assert view.crosses_antimeridian
    assert view.width < 5
    assert view.holds(east) and view.holds(west)


@pytest.mark.parametrize("boxes", [[], [GLOBE], [GLOBE, FIJI]])
def test_what_goes_around_the_globe_is_shown_with_it(boxes: list[BBox]) -> None:
    assert view_of(boxes) == GLOBE


def test_a_view_on_one_side_stays_on_it() -> None:
    assert view_of([BBox(west=178.0, south=-18.0, east=179.9, north=-17.0)]).east == 180.0


def test_columns_across_180_are_put_in_a_run() -> None:
    lon, order = columns(np.array([-178.75, -176.25, 173.75, 176.25, 178.75]))

    assert lon.tolist() == [173.75, 176.25, 178.75, 181.25, 183.75]
    assert order.tolist() == [2, 3, 4, 0, 1]
    seen = view_around(edges(lon, size=2.5), edges(np.array([-20.0, -15.0]), size=5.0))
    assert seen.to_list() == [172.5, -22.5, -175.0, -12.5]


@pytest.mark.parametrize(
    "lon", [np.arange(-178.75, 180, 2.5), np.arange(0.0, 20, 2.5), np.array([-150.0, -50.0, 50.0, 150.0])]
)
def test_other_columns_stay_as_they_are(lon: np.ndarray) -> None:
    assert columns(lon)[0].tolist() == lon.tolist()


def test_two_columns_on_both_sides_of_180_are_neighbours() -> None:
    lon, order = columns(np.array([-171.0, 171.0]))

    assert (lon.tolist(), order.tolist()) == ([171.0, 189.0], [1, 0])
    seen = view_around(edges(lon, size=18.0), edges(np.array([-27.0, -9.0]), size=18.0))
    assert seen.to_list() == [162.0, -36.0, -162.0, 0.0]


def test_a_single_column_on_180_is_as_wide_as_its_cell() -> None:
    assert edges(np.array([-180.0]), size=18.0).tolist() == [-189.0, -171.0]
    assert view_around(edges(np.array([-180.0]), size=18.0), np.array([-27.0, -9.0])).to_list() == [
        171.0,
        -27.0,
        -171.0,
        -9.0,
    ]


def test_a_ring_is_drawn_where_it_shows() -> None:
    view = view_of([FIJI])
    beyond = [(-179.0, -18.0), (-178.5, -18.0), (-178.5, -17.0), (-179.0, -18.0)]

    (drawn,) = within(beyond, view)

    assert drawn[0] == [181.0, 181.5, 181.5, 181.0]
    assert list(within([(0.0, -18.0), (1.0, -18.0), (1.0, -17.0)], view)) == []
    assert [x[0] for x, _ in within(ring_of(FIJI), view)] == [177.0]


def test_a_box_across_is_drawn_on_both_edges_of_the_world() -> None:
    assert [(min(x), max(x)) for x, _ in within(ring_of(FIJI), GLOBE)] == [(-183.0, -178.0), (177.0, 182.0)]


def test_longitudes_past_180_are_labelled_west() -> None:
    axes = Figure().subplots()

    framed(axes, FIJI)

    assert axes.get_xlim() == (177.0, 182.0)
    label = axes.xaxis.get_major_formatter()
    assert (label(178.0), label(180.0), label(181.5)) == ("178", "180", "−178.5")
