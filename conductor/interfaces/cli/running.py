"""`conductor ask`: run to the end, ask back where a person sits at the terminal, print, draw."""

from __future__ import annotations

import sys
from pathlib import Path

from rich.console import Console
from rich.prompt import Prompt

from conductor.answer import Answer
from conductor.ask import Conductor
from conductor.contract import answer_to_dict
from conductor.interfaces.cli.asking import chosen, dump, follow
from conductor.interfaces.cli.render import print_answer, print_clarification
from conductor.question import Question
from conductor.settings import Settings


async def answer_to_screen(question: Question, settings: Settings, *, as_json: bool, plot: Path | None) -> Answer:
    """Answer and print; a question back is put to the person where there is one, and the run goes on with the choice."""
    async with Conductor.from_settings(settings) as conductor:
        answer = await follow(conductor, question, quiet=as_json)
        if answer.clarification and answer.clarification.options and not as_json and sys.stdin.isatty():
            answer = await follow(conductor, chosen(question, _ask_back(answer)), quiet=as_json)
    if as_json:
        sys.stdout.write(dump(answer_to_dict(answer)) + "\n")
    else:
        print_answer(answer, Console(highlight=False))
    if plot is not None:
        _draw(answer, plot)
    if not answer.responses and not answer.clarification and not answer.declined:
        _say_what_is_missing(settings)
    return answer


def _say_what_is_missing(settings: Settings) -> None:
    """Where nothing came back, an absent or damaged holding may be why; raises MissingHolding, which says what to do."""
    from connectors.embedded import holdings
    from connectors.errors import MissingHolding

    absent = [s.id for s in holdings.listing(settings.holdings_dir) if s.state != "present" and s.holding.default]
    if absent:
        raise MissingHolding(f"holdings are missing or damaged: {', '.join(absent)}; try: conductor holdings sync")


def _ask_back(answer: Answer) -> str:
    clarification = answer.clarification
    assert clarification is not None
    console = Console(stderr=True, highlight=False)
    print_clarification(clarification, console)
    labels = [option.label for option in clarification.options]
    reply = Prompt.ask("number, your own words, or skip", console=console, default="skip")
    return labels[int(reply) - 1] if reply.isdigit() and 0 < int(reply) <= len(labels) else reply


def _draw(answer: Answer, path: Path) -> None:
    from conductor.interfaces.plots.choose import picture

    kind = path.suffix.lstrip(".") or "svg"
    if kind not in ("svg", "png"):
        raise ValueError(f"--plot writes .svg or .png, got {path.name!r}")
    rank = next((r.rank for r in answer.responses if r.finding.kind == "map"), 1)  # a map that was asked for goes first
    drawn = picture(answer, rank=rank, kind=kind)
    if drawn is None:
        sys.stderr.write("there is nothing to draw in this answer\n")
        return
    path.write_bytes(drawn)
    sys.stderr.write(f"plot: {path}\n")
