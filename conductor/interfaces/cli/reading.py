"""`conductor understand` and `conductor plan`: the question read, one at a time or in batches, and the plan made of it."""

from __future__ import annotations

import json
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import IO, Any

from rich.console import Console

from conductor.answer import Understanding
from conductor.composer.composer import Understand, composer
from conductor.composer.contract import question_from_dict, to_dict
from conductor.errors import BadQuestion
from conductor.interfaces.cli.asking import dump, instant
from conductor.interfaces.cli.exits import ANSWERED, CLARIFICATION, DECLINED
from conductor.interfaces.cli.render import print_plan, print_understanding
from conductor.question import Question
from conductor.settings import Settings

MANY_LINES = 200  # from where on another process earns its start
MOST_CORES = 8


def understanding_to_screen(question: Question, settings: Settings, *, as_json: bool) -> Understanding:
    understanding = composer(settings.language_model)(question)
    if as_json:
        sys.stdout.write(dump(to_dict(understanding)) + "\n")
    else:
        print_understanding(understanding, Console(highlight=False))
    return understanding


def read_batch(path: Path, out: IO[str], settings: Settings) -> None:
    """Write one understanding a line; a line that cannot be read becomes a line that says so, and the rest go on.

    Long batches are shared among the processor's cores; what is written, and in which order, does not depend on it.
    """
    numbered = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    lines = [(line, number) for number, line in numbered if line.strip()]
    cores = min(os.cpu_count() or 1, MOST_CORES)
    if len(lines) < MANY_LINES or cores < 2 or settings.language_model is not None:
        understand = composer(settings.language_model)
        out.writelines(_written(_read_line(line, number, understand)) for line, number in lines)
        return
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        out.writelines(pool.map(_read_by_grammar, lines, chunksize=16))


def _read_by_grammar(numbered: tuple[str, int]) -> str:
    return _written(_read_line(*numbered, composer(None)))


def _written(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def _read_line(line: str, number: int, understand: Understand) -> dict[str, Any]:
    try:
        row = json.loads(line)
        identity = row.get("id", str(number))
    except (json.JSONDecodeError, AttributeError) as error:
        return {"id": str(number), "error": f"line {number} is not a JSON object with a question: {error}"}
    try:
        question = question_from_dict(row, now=instant(row.get("now")))
        return {"id": identity} | to_dict(understand(question))
    except (KeyError, ValueError, BadQuestion) as error:
        return {"id": identity, "error": f"line {number} cannot be understood: {error}"}


async def plan_to_screen(question: Question, settings: Settings, *, as_json: bool) -> int:
    """Print the plan; where the question must be asked back or declined, print that and say it by the exit code."""
    from conductor.ask import Conductor

    async with Conductor.from_settings(settings) as conductor:
        understanding = conductor.understand(question)
        if understanding.declined or understanding.clarification:
            document = to_dict(understanding)
            if as_json:
                sys.stdout.write(dump(document) + "\n")
            else:
                print_understanding(understanding, Console(highlight=False))
            return DECLINED if understanding.declined else CLARIFICATION
        plan = await conductor.drawn(understanding)
    if as_json:
        sys.stdout.write(dump(plan.to_dict()) + "\n")
    else:
        print_plan(plan, Console(highlight=False))
    return ANSWERED
