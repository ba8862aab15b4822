"""Which picture an answer wants: by the kind of its response, and with its siblings where they are to be seen together."""

from __future__ import annotations

from conductor.answer import Answer, Finding
from conductor.interfaces.plots import charts, maps
from conductor.interfaces.plots.outlines import countries
from conductor.interfaces.plots.views import Ring
from conductor.narrator import names


def picture_kind(finding: Finding, siblings: tuple[Finding, ...]) -> str | None:
    """`map`, `trend`, `fan` or `bars`; None where there is nothing to draw."""
    if finding.details.get("grid") or (finding.kind == "items" and any(i.bbox for i in finding.items)):
        return "map"
    if finding.role == "trend" and finding.series:
        return "trend"
    if finding.role in ("side", "contrast") and len([f for f in siblings if f.value is not None]) > 1:
        return "fan" if all(f.series for f in siblings if f.role == "side") else "bars"
    if finding.series and len(finding.series.x) > 2:
        return "fan"
    return None


def picture(answer: Answer, *, rank: int, kind: str = "svg", outlines: tuple[Ring, ...] | None = None) -> bytes | None:
    """Draw the response of this rank; `outlines` are country rings (read from the holdings where not given)."""
    response = next((r for r in answer.responses if r.rank == rank), None)
    if response is None:
        return None
    finding = response.finding
    siblings = tuple(
        r.finding for r in answer.responses if r.finding.intent == finding.intent and r.finding.part == finding.part
    )
    language = answer.language
    title = heading(finding, language)
    match picture_kind(finding, siblings):
        case "map":
            draw = maps.field if finding.details.get("grid") else maps.footprints
            return draw(
                finding,
                title=title,
                outlines=countries() if outlines is None else outlines,
                language=language,
                kind=kind,
            )
        case "trend":
            return charts.trend(finding, title=title, language=language, kind=kind)
        case "fan":
            sides = best_sides(siblings) if finding.role in ("side", "contrast") else (finding,)
            return charts.fan(sides, title=title, language=language, kind=kind)
        case "bars":
            return charts.bars(best_sides(siblings), title=title, language=language, kind=kind)
        case _:
            return None


def best_sides(siblings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """One finding a condition, the one with the best evidence, in the order asked."""
    best: dict[str, Finding] = {}
    for finding in siblings:
        key = repr(sorted(finding.conditions.items()))
        if finding.role == "side" and (key not in best or finding.score.evidence > best[key].score.evidence):
            best[key] = finding
    return tuple(best.values())


def heading(finding: Finding, language: str) -> str:
    """What is drawn and where; the numbers are in the picture."""
    name = names.quantity(finding.quantity, language) if finding.quantity else ""
    if finding.kind == "items":
        name = {"en": "Scenes found", "fr": "Scènes trouvées"}[language]
    place = names.place(finding.place, language) if finding.place else ""
    return ", ".join(part for part in (name[:1].upper() + name[1:], place) if part)
