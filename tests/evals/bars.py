"""The bars of the composer, and a short table of which sets meet them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isnan

from tests.evals.figures import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The figures of a set that bars are held against; `gap` is English less French, `asked` and `refused` are (precision, recall)."""

    name: str
    whole: Share
    gap: float
    slots: Mapping[str, Share]
    asked: tuple[Share, Share]
    refused: tuple[Share, Share]
    twins: Share
    error: float
    median: float
    slow: float

    @property
    def lowest(self) -> tuple[str, Share]:
        """The slot that is right least often, of those that gold has often enough to tell."""
        often = {name: figure for name, figure in self.slots.items() if figure.of >= LEAST}
        return min((often or self.slots).items(), key=lambda item: item[1].value)


LEAST = 20
Bar = tuple[str, Callable[[Standing], float], float, bool]
# name, figure, bound, whether the figure must be at least (or at most) the bound
BARS: tuple[Bar, ...] = (
    ("wholly right >= 85 %", lambda s: 100 * s.whole.value, 85, True),
    ("lowest slot >= 93 %", lambda s: 100 * s.lowest[1].value, 93, True),
    ("English - French <= 3", lambda s: 100 * s.gap, 3, False),
    ("asked back, precision >= 85 %", lambda s: 100 * s.asked[0].value, 85, True),
    ("asked back, recall >= 85 %", lambda s: 100 * s.asked[1].value, 85, True),
    ("refused, precision >= 90 %", lambda s: 100 * s.refused[0].value, 90, True),
    ("refused, recall >= 90 %", lambda s: 100 * s.refused[1].value, 90, True),
    ("twins alike >= 95 %", lambda s: 100 * s.twins.value, 95, True),
    ("calibration error <= 0.05", lambda s: s.error, 0.05, False),
    ("median <= 25 ms CPU", lambda s: s.median, 25, False),
    ("95th percentile <= 80 ms CPU", lambda s: s.slow, 80, False),
)


def verdicts(standings: Sequence[Standing]) -> Iterator[str]:
    """A line a bar, a column a set: the figure, and `ok` where the bar is met or `--` where it is not."""
    yield f"{'':32}" + "".join(f"{standing.name:>18}" for standing in standings)
    for name, figure, bound, least in BARS:
        yield f"{name:32}" + "".join(f"{_cell(figure(standing), bound, least):>18}" for standing in standings)
    yield f"{'lowest slot':32}" + "".join(f"{standing.lowest[0]:>18}" for standing in standings)


def _cell(figure: float, bound: float, least: bool) -> str:
    if isnan(figure):
        return "-"
    met = figure >= bound if least else figure <= bound
    text = f"{figure:.3f}" if bound < 1 else f"{figure:.1f}"
    return f"{text} {'ok' if met else '--'}"
