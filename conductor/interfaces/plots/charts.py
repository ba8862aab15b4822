"""Charts of a response: fan charts of projections, series with their trend, bars with ranges for comparisons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from conductor.answer import Finding
from conductor.interfaces.plots import labels
from conductor.interfaces.plots.style import ACCENT, INK, SOFT, canvas, colour, encode, footer, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from connectors.items import Series


def fan(findings: Sequence[Finding], *, title: str, language: str, kind: str = "svg") -> bytes:
    """Medians over time with their bands, one colour a scenario, the asked period shaded."""
    with styled():
        figure, axes = canvas()
        meaning = ""
        for index, finding in enumerate(f for f in findings if f.series):
            series = finding.series
            assert series is not None
            x, y = _numbers(series)
            tint = colour(dict(finding.conditions), index)
            axes.plot(x, y, color=tint, lw=2.2, label=labels.side(finding, language), solid_capstyle="round")
            if series.low and series.high:
                axes.fill_between(x, _floats(series.low), _floats(series.high), color=tint, alpha=0.16, lw=0)
                meaning = series.band_meaning or meaning
        _shade(axes, findings)
        _finish(axes, title, findings, language)
        footer(figure, labels.footnote(findings, meaning, language))
        return encode(figure, kind=kind)


def trend(finding: Finding, *, title: str, language: str, kind: str = "svg") -> bytes:
    """Annual values of every series in grey, their median in colour, the fitted line on top."""
    with styled():
        figure, axes = canvas()
        series = finding.series
        assert series is not None
        x, y = _numbers(series)
        fitted = [name for name in series.lines if name in ("fit", "trend", "fitted")]
        for name, line in series.lines.items():
            if name not in fitted:
                axes.plot(x, _floats(line), color=SOFT, lw=0.9, alpha=0.7)
        axes.plot(x, y, color=ACCENT, lw=1.9, marker="o", ms=2.6, label=series.name or labels.side(finding, language))
        for name in fitted:
            axes.plot(
                x, _floats(series.lines[name]), color=INK, lw=1.6, ls=(0, (5, 3)), label=labels.slope(finding, language)
            )
        if series.low and series.high:
            axes.fill_between(x, _floats(series.low), _floats(series.high), color=ACCENT, alpha=0.14, lw=0)
        _finish(axes, title, [finding], language)
        footer(figure, labels.footnote([finding], series.band_meaning or "", language))
        return encode(figure, kind=kind)


def bars(findings: Sequence[Finding], *, title: str, language: str, kind: str = "svg") -> bytes:
    """One horizontal bar a side with its range as a whisker, values written at the end."""
    shown = [f for f in findings if f.value is not None]
    with styled(axes__grid__axis="x"):
        figure, axes = canvas(height=1.5 + 0.62 * len(shown))
        for row, finding in enumerate(shown):
            assert finding.value is not None
            tint = colour(dict(finding.conditions), row)
            axes.barh(row, finding.value, height=0.55, color=tint, alpha=0.85)
            reach = finding.value
            if finding.low is not None and finding.high is not None:
                axes.plot([finding.low, finding.high], [row, row], color=INK, lw=1.4, solid_capstyle="butt")
                axes.plot([finding.low, finding.high], [row, row], color=INK, lw=0, marker="|", ms=9)
                reach = max(reach, finding.high)
            axes.annotate(
                labels.amount(finding.value, finding.units, language),
                (reach, row),
                xytext=(7, 0),
                textcoords="offset points",
                va="center",
            )
        axes.set_yticks(range(len(shown)), [labels.side(f, language) for f in shown])
        axes.invert_yaxis()
        axes.margins(x=0.18)
        axes.axvline(0, color=SOFT, lw=0.8)
        axes.set_title(title, wrap=True)
        axes.set_xlabel(labels.axis(shown, language))
        labels.ticks(axes, language, x=True)
        meaning = next((f.range_meaning for f in shown if f.range_meaning), "")
        footer(figure, labels.footnote(shown, meaning, language, shaded=False), below=54)
        return encode(figure, kind=kind)


def _numbers(series: Series) -> tuple[list[float], list[float]]:
    return [_year(x) for x in series.x], _floats(series.y)


def _year(text: str) -> float:
    """An ISO date as a decimal year, good to a day, whatever the calendar."""
    parts = [int(p) for p in text[:10].split("-") if p]
    year, month, day = (*parts, 1, 1)[:3] if len(parts) < 3 else parts
    return year + (month - 1) / 12 + (day - 1) / 365 if len(parts) > 1 else float(year)


def _floats(values: Sequence[float | None]) -> list[float]:
    return [float("nan") if v is None else v for v in values]


def _shade(axes: Axes, findings: Sequence[Finding]) -> None:
    for period in {(p["start"], p["end"]) for f in findings if (p := f.period) and p.get("start") and p.get("end")}:
        axes.axvspan(_year(period[0]), _year(period[1]), color="#f1f4f5", zorder=0, lw=0)
    for reference in {
        (p["start"], p["end"]) for f in findings if (p := f.reference) and p.get("start") and p.get("end")
    }:
        axes.axvspan(_year(reference[0]), _year(reference[1]), color="#f7f2e8", zorder=0, lw=0)


def _finish(axes: Axes, title: str, findings: Sequence[Finding], language: str) -> None:
    axes.set_title(title, wrap=True)
    axes.set_ylabel(labels.axis(findings, language))
    labels.ticks(axes, language)
    axes.margins(x=0.01)
    if len(axes.get_legend_handles_labels()[0]) > 0:
        axes.legend(loc="upper left", ncols=2)
