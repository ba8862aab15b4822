"""One look for every picture: fonts, greys, the colours of scenarios (IPCC AR6 WGI), number formats, SVG and PNG."""

from __future__ import annotations

from contextlib import AbstractContextManager
from io import BytesIO
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# IPCC WGI visual style guide for authors (2018), table of SSP and RCP colours.
SCENARIO_COLOURS = {
    "historical": "#5b5b5b", "ssp119": "#1e9684", "ssp126": "#1d3354", "ssp245": "#c9a400", "ssp370": "#f21111", "ssp585": "#840b22",
    "rcp26": "#003466", "rcp45": "#70a0cd", "rcp60": "#c47900", "rcp85": "#990002", "A1B": "#b0602b", "E1": "#2b7a5b", "obs": "#222222",
}  # fmt: skip
ACCENT, SECOND, INK, SOFT, PAPER = "#0b6e8a", "#d9822b", "#22282d", "#8b959c", "#ffffff"
CYCLE = (ACCENT, SECOND, "#6a4c93", "#3a7d44", "#b23a48", "#5c6b73")

RC: dict[str, Any] = {
    "font.family": "sans-serif", "font.sans-serif": ["Inter", "Source Sans 3", "DejaVu Sans"], "font.size": 10.5,
    "axes.edgecolor": SOFT, "axes.labelcolor": INK, "axes.titlecolor": INK, "text.color": INK, "xtick.color": INK, "ytick.color": INK,
    "axes.spines.top": False, "axes.spines.right": False, "axes.titlesize": 12.5, "axes.titleweight": "bold", "axes.titlelocation": "left",
    "axes.titlepad": 14, "axes.grid": True, "axes.grid.axis": "y", "grid.color": "#e4e8ea", "grid.linewidth": 0.8, "axes.axisbelow": True,
    "xtick.major.size": 3, "ytick.major.size": 0, "legend.frameon": False, "figure.facecolor": PAPER, "axes.facecolor": PAPER,
    "svg.fonttype": "path", "svg.hashsalt": "earth-conductor", "axes.unicode_minus": True,
}  # fmt: skip


def colour(conditions: dict[str, Any], index: int = 0) -> str:
    """The colour of a scenario where the response has one, else the next of the cycle."""
    scenario = conditions.get("experiment_id")
    scenario = scenario[0] if isinstance(scenario, list | tuple) and scenario else scenario
    return SCENARIO_COLOURS.get(str(scenario), CYCLE[index % len(CYCLE)])


def styled(**extra: object) -> AbstractContextManager[None]:
    """The look, for the length of a `with`; `extra` are matplotlib settings of one picture."""
    from matplotlib import rc_context

    return rc_context(cast(Any, {**RC, **{name.replace("__", "."): value for name, value in extra.items()}}))


def canvas(width: float = 7.6, height: float = 4.1) -> tuple[Figure, Axes]:
    """A figure of our own, apart from pyplot's global state, so that servers can draw from any thread."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), dpi=110, layout="constrained")
    return figure, figure.subplots()


def encode(figure: Figure, *, kind: str = "svg") -> bytes:
    """The picture as bytes, the same for the same data: no date, no random ids."""
    buffer = BytesIO()
    figure.savefig(buffer, format=kind, metadata={"Date": None} if kind == "svg" else {"Software": None})
    return buffer.getvalue()


def footer(figure: Figure, text: str, *, below: int = 38) -> None:
    """A line of small grey text so many points under the axes: what the band means, how many models, where the data come from."""
    figure.axes[0].annotate(
        text,
        (0, 0),
        xycoords="axes fraction",
        xytext=(0, -below),
        textcoords="offset points",
        fontsize=8.5,
        color=SOFT,
        annotation_clip=False,
    )
