"""A page of records on a terminal: each with its time and where it was found, how the sources fared, how to go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from conductor.interfaces.cli.render import sources_line
from conductor.narrator.caveats import words

if TYPE_CHECKING:
    from conductor.results import FoundPage
    from connectors.items import Item

_WORDS = {
    "en": {"page": "page {number}: {n} records", "of": " (the catalogues count {matched}, copies included)", "none": "page {number}: no more records",
           "apart": "incomplete, listed apart", "next": "next: conductor find --cursor {cursor}", "end": "that is all",
           "partial": "not every source that could matter answered; those that failed are asked again on the next page"},
    "fr": {"page": "page {number} : {n} notices", "of": " (les catalogues en comptent {matched}, copies comprises)", "none": "page {number} : plus de notices",
           "apart": "incomplètes, listées à part", "next": "suite : conductor find --lang fr --cursor {cursor}", "end": "c’est tout",
           "partial": "toutes les sources utiles n’ont pas répondu ; les absentes seront redemandées à la page suivante"},
}  # fmt: skip


def print_page(found: FoundPage, console: Console, *, language: str = "en") -> None:
    """One page, and the command that shows the next."""
    said = _WORDS[language]
    if found.items:
        console.print(_records(found.items), soft_wrap=True)
    if found.incomplete:
        console.print(f"[yellow]{said['apart']}[/]")
        console.print(_records(found.incomplete), style="dim", soft_wrap=True)
    heading = said["page" if found.items else "none"].format(number=found.number, n=len(found.items))
    console.print(heading + (said["of"].format(matched=found.matched) if found.matched and found.items else ""))
    for caveat in found.caveats:
        if caveat.code != "not_all_sources":
            console.print(f"[yellow]! {escape(words(caveat, language))}[/]")
    if not found.complete:
        console.print(f"[yellow]{said['partial']}[/]")
    console.print(sources_line(found.reports, {"sources": "sources"}), style="dim")
    console.print(
        said["next"].format(cursor=found.cursor) if found.cursor else said["end"], style="dim", soft_wrap=True
    )


def _records(items: Sequence[Item]) -> Text:
    """Two lines each, since ids are long and not to be broken."""
    lines = (Text.assemble(item.id, "\n", (f"    {' · '.join(_told(item))}", "dim")) for item in items)
    return Text("\n").join(lines)


def _told(item: Item) -> Iterator[str]:
    """What helps to choose: a title that is not the id, when it was, who has it."""
    title = str(item.properties.get("title") or "")
    if title and not title.startswith(item.id):
        yield title
    yield _when(item)
    yield ", ".join(item.sources)


def _when(item: Item) -> str:
    if moment := str(item.properties.get("datetime") or ""):
        return moment
    start, end = item.interval.start, item.interval.end
    return (start or "") if start == end else f"{start or '…'} – {end or '…'}"
