"""`conductor find`: the records that a question searches for, a page at a time over all sources, each page leading to the next."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, cast

import typer

from conductor.interfaces.cli import exits

if TYPE_CHECKING:
    from conductor.answer import Understanding
    from conductor.question import Question
    from conductor.results import FoundPage
    from conductor.settings import Settings


def find(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In plain words; left out with --cursor.")] = "",
    page: Annotated[int, typer.Option("--page", min=1, metavar="N", help="The page to show, 1 the first.")] = 1,
    words: Annotated[
        str, typer.Option("--words", help="Instead of a question: ask catalogues of datasets for these words.")
    ] = "",
    cursor: Annotated[str, typer.Option("--cursor", metavar="TOKEN", help="Go on from where a page ended.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, max=10_000, help="Records of each source on a page.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="JSON alone on stdout.")] = False,
    now: Annotated[str | None, typer.Option("--now", metavar="ISO", help="As if asked at this time.")] = None,
    lang: Annotated[str | None, typer.Option("--lang", help="en or fr; recognised where not said.")] = None,
    choice: Annotated[str | None, typer.Option("--choice", help="Answer to a question back.")] = None,
    online: Annotated[bool | None, typer.Option("--online/--offline", help="Ask live sources too, or never.")] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show the stack trace of an error.")] = False,
) -> None:
    """List what a search finds, page after page; a source that fails is asked again on the next."""
    from conductor.interfaces.cli.asking import question_from
    from conductor.settings import from_environment

    with exits.explained(debug=debug):
        if sum(map(bool, (question, words, cursor))) != 1:
            raise ValueError("say a question, or --words, or --cursor TOKEN with what a page before gave")
        if cursor and page > 1:
            raise ValueError(
                "--page counts from the first page of a question or of --words; --cursor gives the page after its own"
            )
        settings = from_environment()
        settings = replace(settings, online=settings.online if online is None else online)
        asked = question_from(question, now=now, language=lang, history=None, choice=choice) if question else None
        found, language = asyncio.run(_found(asked, settings, words=words, page=page, cursor=cursor, limit=limit))
        _show(found, as_json=as_json, language=language or lang or "en", about=words or question)
        code = code_of(found)
    raise SystemExit(code)


async def _found(
    question: Question | None, settings: Settings, *, words: str, page: int, cursor: str, limit: int
) -> tuple[FoundPage, str]:
    """The page, and the language of the question; exits where that is not to be searched for."""
    from conductor.ask import Conductor
    from conductor.finding import Finder, Pages

    async with Conductor.from_settings(settings) as conductor:
        finder = Finder(cast("Pages", conductor.outside), folder=settings.cache_dir / "cursors")
        if cursor:
            return await finder.after(cursor), ""
        if question is None:
            return await finder.numbered(await finder.words(words, limit=limit), page), ""
        understanding = conductor.understand(question)
        if understanding.clarification or understanding.declined:
            raise SystemExit(_unread(understanding))
        first = await finder.first(conductor.plan(understanding), limit=limit)
        return await finder.numbered(first, page), understanding.language


def code_of(found: FoundPage) -> int:
    """The exit code that a page deserves; an empty one is a page."""
    states = {report.state for report in found.reports}
    if not found.items and "auth" in states:
        return exits.NO_CREDENTIALS
    if not found.items and states & {"failed", "timeout"}:
        return exits.NOTHING_USABLE
    return exits.ANSWERED if found.complete else exits.PARTIAL


def _unread(understanding: Understanding) -> int:
    """What the question lacks and how to add it, on stderr."""
    from rich.console import Console

    from conductor.interfaces.cli.render import print_understanding

    console = Console(stderr=True, highlight=False)
    print_understanding(replace(understanding, intents=(), assumptions=()), console)
    if understanding.declined:
        return exits.DECLINED
    console.print('say it in the question, or add [bold]--choice "…"[/]', style="dim")
    return exits.CLARIFICATION


def _show(found: FoundPage, *, as_json: bool, language: str, about: str) -> None:
    from rich.console import Console

    from conductor.contract import page_to_dict
    from conductor.interfaces.cli.asking import dump
    from conductor.interfaces.cli.pages import print_page

    if as_json:
        sys.stdout.write(dump(page_to_dict(found)) + "\n")
        return
    print_page(found, Console(highlight=False), language="fr" if language == "fr" else "en", about=about)
