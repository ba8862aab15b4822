"""A page of records on a terminal: each with its time, files and finder, how the sources fared, how to go on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from conductor.interfaces.cli.render import sources_line
from conductor.interfaces.contents import contents
from conductor.narrator.caveats import words
from conductor.narrator.sought import not_asked

if TYPE_CHECKING:
    from conductor.results import FoundPage
    from connectors.items import Item, SourceReport

_WORDS = {
    "en": {"page": "page {number}: {n} record", "pages": "page {number}: {n} records", "of": " (the catalogues count {matched}, copies included)",
           "none": "page {number}: no more records", "nothing": "nothing was found{about}", "about": " for “{}”",
           "apart": "incomplete, listed apart", "next": "next: conductor find --cursor {cursor}", "end": "that is all",
           "checked": "looked through here for the {what}, which {sources} cannot be asked for",
           "partial": "not every source that could matter answered; those that failed are asked again on the next page"},
    "fr": {"page": "page {number} : {n} notice", "pages": "page {number} : {n} notices", "of": " (les catalogues en comptent {matched}, copies comprises)",
           "none": "page {number} : plus de notices", "nothing": "rien n’a été trouvé{about}", "about": " pour « {} »",
           "apart": "incomplètes, listées à part", "next": "suite : conductor find --lang fr --cursor {cursor}", "end": "c’est tout",
           "checked": "cherché ici : {what}, ce que {sources} ne permet pas de demander",
           "partial": "toutes les sources utiles n’ont pas répondu ; les absentes seront redemandées à la page suivante"},
}  # fmt: skip
_CHECKED = {"q": ("words", "les mots"), "bbox": ("place", "le lieu"), "datetime": ("time", "l’époque")}


def print_page(found: FoundPage, console: Console, *, language: str = "en", about: str = "") -> None:
    """One page, and the command that shows the next; `about` is what was asked, for a page of nothing."""
    said = _WORDS[language]
    if found.items:
        console.print(_records(found.items, language), soft_wrap=True)
    if found.incomplete:
        console.print(f"[yellow]{said['apart']}[/]")
        console.print(_records(found.incomplete, language), style="dim", soft_wrap=True)
    console.print(Text(_heading(found, said, about)), soft_wrap=True)
    for caveat in found.caveats:
        if caveat.code != "not_all_sources":
            console.print(f"[yellow]! {escape(words(caveat, language))}[/]")
    if not found.complete:
        console.print(f"[yellow]{said['partial']}[/]")
    for line in _told_of(found.reports, said, language):
        console.print(Text(line), style="dim", soft_wrap=True)
    console.print(
        said["next"].format(cursor=found.cursor) if found.cursor else said["end"], style="dim", soft_wrap=True
    )


def _heading(found: FoundPage, said: dict[str, str], about: str) -> str:
    if not found.items and not found.cursor:
        nothing = said["nothing"].format(about=said["about"].format(about) if about else "")
        return nothing if found.number == 1 else said["none"].format(number=found.number)
    is_part = bool(found.items) and (found.matched or 0) > len(found.items)
    heading = said["page" if len(found.items) == 1 else "pages"].format(number=found.number, n=len(found.items))
    return heading + (said["of"].format(matched=found.matched) if is_part else "")


def _told_of(reports: Sequence[SourceReport], said: dict[str, str], language: str) -> Iterator[str]:
    """How the sources fared: each once, what was looked for here, and that those of the network were not asked."""
    asked = _each_once([r for r in reports if r.state != "skipped_offline"])
    for name, told in _CHECKED.items():
        if sources := [r.source for r in asked if name in r.post_filtered]:
            yield said["checked"].format(what=told[language == "fr"], sources=", ".join(sources))
    if asked:
        yield str(sources_line(asked, {"sources": "sources"}))
    offline = {r.source: r for r in reports if r.state == "skipped_offline"}
    if unasked := not_asked(offline.values(), language):
        yield unasked


def _each_once(reports: Sequence[SourceReport]) -> list[SourceReport]:
    """One report a source and state, with what it gave to all searches of the page."""
    joined: dict[tuple[str, str, str | None], SourceReport] = {}
    for report in reports:
        key = report.source, "ok" if report.state == "empty" else report.state, report.error
        known = joined.get(key)
        state = "ok" if known and "ok" in (known.state, report.state) else report.state
        joined[key] = replace(known, n=known.n + report.n, state=state) if known else report
    return list(joined.values())


def _records(items: Sequence[Item], language: str) -> Text:
    """Two lines each, since ids are long and not to be broken."""
    lines = (Text.assemble(item.id, "\n", (f"    {' · '.join(_told(item, language))}", "dim")) for item in items)
    return Text("\n").join(lines)


def _told(item: Item, language: str) -> Iterator[str]:
    """What helps to choose: a title that is not the id, when it was, its files, who has it."""
    title = str(item.properties.get("title") or "")
    if title and not title.startswith(item.id):
        yield title
    if when := _when(item):
        yield when
    if held := contents(item, language=language):
        yield held
    yield ", ".join(item.sources)


def _when(item: Item) -> str:
    if moment := str(item.properties.get("datetime") or ""):
        return moment
    start, end = item.interval.start, item.interval.end
    return (start or "") if start == end else f"{start or '…'} – {end or '…'}"
