from __future__ import annotations

from connectors.offers import Source
from planners.intent import Intent
from planners.placement import wishes


def server(name: str, title: str = "", **more: object) -> Source:
    return Source(id=name, title=title or name, kind="wps-1", family="compute", url="", **more)  # type: ignore[arg-type]


FINCH = server("finch-pavics", "Finch at PAVICS (Ouranos)")
MINE = server("127-0-0-1-5000", "Finch")
RAVEN = server("raven-pavics", "Raven at PAVICS (Ouranos)")
HERE = Source(
    id="local-processes", title="Finch-like", kind="ogcapi-processes", family="compute", url="", embedded=True
)
ALL = (FINCH, MINE, RAVEN, HERE, server("finch-old", enabled=False))


def test_no_server_named_is_no_wish() -> None:
    assert wishes(Intent(processes=("tg_mean",)), ALL, prefer="named") == ()


def test_a_name_is_every_enabled_server_that_has_it_as_a_word() -> None:
    (wish,) = wishes(Intent(servers=("finch",)), ALL, prefer="named")
    assert wish.candidates == ("127-0-0-1-5000", "finch-pavics") and wish.process == ""


def test_a_source_by_its_id_is_that_source() -> None:
    (wish,) = wishes(Intent(processes=("tg_mean@127-0-0-1-5000",)), ALL, prefer="named")
    assert (wish.process, wish.candidates) == ("tg_mean", ("127-0-0-1-5000",))


def test_finch_at_pavics_is_one_server() -> None:
    (wish,) = wishes(Intent(servers=("finch", "pavics")), ALL, prefer="named")
    assert wish.candidates == ("finch-pavics",)


def test_a_server_that_is_not_registered_has_no_candidates() -> None:
    (wish,) = wishes(Intent(servers=("rook",)), ALL, prefer="named")
    assert (wish.said, wish.candidates) == ("rook", ())


def test_xclim_here_is_no_server() -> None:
    assert wishes(Intent(processes=("tg_mean@xclim",), servers=("local-processes",)), ALL, prefer="named") == ()


def test_nearest_is_the_server_beside_a_catalogue_that_is_asked() -> None:
    archive = Source(id="our-archive", title="", kind="esgf-stac", family="esgf", url="")
    beside = server("our-finch", options={"near": ["our-archive"]})
    sources = (archive, beside, server("far", options={"near": ["another"]}))
    (wish,) = wishes(Intent(), sources, prefer="nearest")
    assert wish.candidates == ("our-finch",) and not wish.is_named
    assert wishes(Intent(), sources, prefer="named") == ()
    (named,) = wishes(Intent(servers=("far",)), sources, prefer="nearest")
    assert named.candidates == ("far",)
