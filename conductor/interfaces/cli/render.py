"""Answers, understandings and plans on a terminal: rich where it is one, plain text where it is piped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from conductor.answer import Answer, Clarification, Declined, Response, Understanding

if TYPE_CHECKING:
    from connectors.items import Series, SourceReport
    from planners.plan import Plan

BARS = "▁▂▃▄▅▆▇█"
WORDS = {
    "en": {"range": "range", "sources": "sources", "assumed": "assumed", "data": "data", "partial": "not every source that could matter answered",
           "nearest": "nearest", "nothing": "Nothing was found.", "more": "… and {n} more", "took": "{s:.1f} s, {r} requests"},
    "fr": {"range": "intervalle", "sources": "sources", "assumed": "hypothèse", "data": "données", "partial": "toutes les sources utiles n’ont pas répondu",
           "nearest": "le plus proche", "nothing": "Rien n’a été trouvé.", "more": "… et {n} de plus", "took": "{s:.1f} s, {r} requêtes"},
}  # fmt: skip


def print_answer(answer: Answer, console: Console) -> None:
    """The ranked responses, then what was assumed, then how the sources fared."""
    words = WORDS[answer.language if answer.language in WORDS else "en"]
    if answer.clarification:
        print_clarification(answer.clarification, console)
        return
    if answer.declined:
        print_declined(answer.declined, console, words)
        return
    if not answer.summary.startswith(" ".join(r.statement for r in answer.responses[:1])) or not answer.responses:
        console.print()
        console.print(Text(answer.summary or words["nothing"], style="bold"))
    for response in answer.responses:
        console.print()
        console.print(_response(response, words))
    console.print()
    for assumption in answer.assumptions:
        console.print(f"[dim]{words['assumed']}:[/] {escape(assumption)}")
    if not answer.complete:
        console.print(f"[yellow]{words['partial']}[/]")
    if answer.sources:
        console.print(sources_line(answer.sources, words), style="dim")
    console.print(
        f"[dim]{answer.run} · " + words["took"].format(s=answer.actual.seconds, r=answer.actual.requests) + "[/]"
    )


def _response(response: Response, words: dict[str, str]) -> RenderableType:
    finding = response.finding
    head = Text.assemble(
        (f" {response.rank} ", "bold reverse"),
        "  ",
        (f"{response.likelihood} ", "cyan"),
        (f"{response.probability:.2f}", "cyan"),
    )
    lines: list[RenderableType] = [head, Padding(Text(response.statement, style="bold"), (0, 0, 0, 5))]
    if finding.series:
        lines.append(Padding(Text(sparkline(finding.series), style="cyan"), (0, 0, 0, 5)))
    if finding.table and finding.kind in ("table", "items"):
        lines.append(Padding(_table(finding.table.columns, finding.table.rows, words), (0, 0, 0, 5)))
    elif finding.items and finding.kind == "items":
        name = (lambda i: str(i.properties.get("title") or i.id)) if finding.role == "records" else (lambda i: i.id)
        rows = [(name(i), str(i.properties.get("datetime") or i.interval.start or "")) for i in finding.items]
        lines.append(Padding(_table(("id", "datetime"), rows, words), (0, 0, 0, 5)))
    lines += [Padding(Text(f"! {caveat}", style="yellow"), (0, 0, 0, 5)) for caveat in response.caveats]
    lines += [
        Padding(Text(_citation(c.text, c.doi, c.licence), style="dim"), (0, 0, 0, 5)) for c in response.citations[:3]
    ]
    lines += [
        Padding(Text(f"{link.rel}: {link.href}", style="dim"), (0, 0, 0, 5))
        for link in response.links
        if link.rel in ("plot", "map")
    ]
    return Group(*lines)


def _citation(text: str, doi: str | None, licence: str | None) -> str:
    return " · ".join(part for part in (text, doi, licence) if part)


def sparkline(series: Series, width: int = 60) -> str:
    """The series in one line of block characters, with its first and last x."""
    points = [(x, y) for x, y in zip(series.x, series.y, strict=True) if y is not None]
    if len(points) < 2:
        return ""
    size = max(1, -(-len(points) // width))
    means = [sum(y for _, y in points[i : i + size]) / len(points[i : i + size]) for i in range(0, len(points), size)]
    low, high = min(means), max(means)
    step = (high - low) / (len(BARS) - 1) or 1
    return f"{points[0][0][:4]} {''.join(BARS[int((m - low) / step)] for m in means)} {points[-1][0][:4]}"


def _table(
    columns: Sequence[str], rows: Sequence[Sequence[object]], words: dict[str, str], most: int = 12
) -> RenderableType:
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows[:most]:
        table.add_row(*(f"{v:.3g}" if isinstance(v, float) else escape(str("" if v is None else v)) for v in row))
    return Group(table, Text(words["more"].format(n=len(rows) - most), style="dim")) if len(rows) > most else table


def sources_line(reports: Sequence[SourceReport], words: dict[str, str]) -> Text:
    """How each source fared, in one line."""
    parts = [
        f"{r.source} {r.state} {r.n}" + (f" ({r.error})" if r.error else "")
        for r in reports
        if r.state != "skipped_offline"
    ]
    offline = sum(r.state == "skipped_offline" for r in reports)
    return Text(f"{words['sources']}: " + ", ".join(parts + ([f"{offline} skipped_offline"] if offline else [])))


def print_clarification(clarification: Clarification, console: Console) -> None:
    console.print(Text(clarification.question, style="bold"))
    for number, option in enumerate(clarification.options, 1):
        console.print(
            f"  {number}  {escape(option.label)}" + (f"  [dim]{escape(option.effect)}[/]" if option.effect else "")
        )


def print_declined(declined: Declined, console: Console, words: dict[str, str]) -> None:
    console.print(Text(declined.message, style="bold"))
    if declined.nearest:
        console.print(f"[dim]{words['nearest']}:[/] {escape(', '.join(declined.nearest))}")


def print_plan(plan: Plan, console: Console) -> None:
    """Steps in order with what they need and cost."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    for column in ("step", "kind", "source", "operation", "needs", "p50 s"):
        table.add_column(column)
    for step in plan.steps:
        table.add_row(
            step.id, step.kind, step.source, step.operation, " ".join(step.needs), f"{step.quote.seconds_p50:.2f}"
        )
    console.print(table)
    quote = plan.quote
    cost = f"{quote.seconds_p50:.1f} s (p90 {quote.seconds_p90:.1f} s), {quote.bytes / 1e6:.1f} MB, {quote.requests} requests"
    where = f"; runs here and at {', '.join(quote.at)}" if quote.at else ""
    console.print(f"[dim]{plan.id[:12]} · {cost}, {quote.basis}{where}[/]")


def print_understanding(understanding: Understanding, console: Console) -> None:
    """One block a reading: only the slots that are filled; then the question back, and what was assumed."""
    words = WORDS[understanding.language if understanding.language in WORDS else "en"]
    if understanding.declined:
        print_declined(understanding.declined, console, words)
        return
    from conductor.interfaces.cli.readings import heading, slots

    parts = len({intent.part for intent in understanding.intents})
    for intent in understanding.intents:
        console.print(heading(intent, parts=parts))
        console.print(slots(intent))
    if understanding.clarification:
        print_clarification(understanding.clarification, console)
    for assumption in understanding.assumptions:
        console.print(f"[dim]{words['assumed']}:[/] {escape(assumption)}")
