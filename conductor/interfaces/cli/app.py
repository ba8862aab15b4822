"""The `conductor` command: ask, understand, plan, find, sources, holdings, processes, jobs, doctor, chat, serve."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from conductor.interfaces.cli.citing import cite
from conductor.interfaces.cli.exits import ANSWERED, NOTHING_USABLE, code_of, code_of_understanding, explained
from conductor.interfaces.cli.finding import find
from conductor.interfaces.cli.holdings import app as holdings_app
from conductor.interfaces.cli.jobs import app as jobs_app
from conductor.interfaces.cli.login import login
from conductor.interfaces.cli.processes import app as processes_app
from conductor.interfaces.cli.sources import app as sources_app
from conductor.interfaces.cli.sources import doctor

if TYPE_CHECKING:
    from conductor.settings import Settings

app = typer.Typer(
    name="conductor", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
    help="Ask a question about climate or Earth observation; get a ranked series of answers from data.",
)  # fmt: skip
app.add_typer(holdings_app, name="holdings")
app.add_typer(jobs_app, name="jobs")
app.add_typer(processes_app, name="processes")
app.add_typer(sources_app, name="sources")
app.command("cite")(cite)
app.command("doctor")(doctor)
app.command("find")(find)
app.command("login")(login)

Text = Annotated[str, typer.Argument(metavar="QUESTION", help="In plain words, English or French.")]
AsJson = Annotated[bool, typer.Option("--json", help="JSON alone on stdout, words for people on stderr.")]
Now = Annotated[str | None, typer.Option("--now", metavar="ISO", help="Answer as if asked at this time.")]
Lang = Annotated[str | None, typer.Option("--lang", help="en or fr; recognised where not said.")]
History = Annotated[Path | None, typer.Option("--history", help="A JSON list of the turns before.")]
Choice = Annotated[
    str | None, typer.Option("--choice", help='Answer to a question back: a label, free text or "skip".')
]
Debug = Annotated[bool, typer.Option("--debug", help="Show the stack trace of an error.")]
Online = Annotated[
    bool | None, typer.Option("--online/--offline", help="Ask live sources too, or never; found out where not said.")
]
CallbacksUrl = Annotated[
    str,
    typer.Option(
        "--callbacks",
        metavar="URL",
        envvar="CONDUCTOR_CALLBACKS_URL",
        help="This server as process servers see it, which may then call when a job moves.",
    ),
]
ClusterOption = Annotated[
    str | None,
    typer.Option(
        "--cluster", metavar="WHERE", help="Compute heavy arrays here (none), on workers here (local) or at tcp://…"
    ),
]


@app.command()
def ask(
    question: Text, as_json: AsJson = False, now: Now = None, lang: Lang = None, history: History = None, choice: Choice = None,
    plot: Annotated[Path | None, typer.Option("--plot", help="Write the picture of the first response here (.svg or .png).")] = None,
    max_seconds: Annotated[float | None, typer.Option(help="Refuse a plan quoted above this.")] = None,
    max_bytes: Annotated[int | None, typer.Option(help="Refuse a plan that moves more than this.")] = None,
    deadline: Annotated[float | None, typer.Option(help="Seconds after which what is there is the answer.")] = None,
    online: Online = None, cluster: ClusterOption = None, debug: Debug = False,
) -> None:  # fmt: skip
    """Answer a question: ranked responses with their probability, range, caveats and sources."""
    from conductor.interfaces.cli.asking import question_from
    from conductor.interfaces.cli.running import answer_to_screen

    with explained(debug=debug):
        asked = question_from(question, now=now, language=lang, history=history, choice=choice)
        settings = _settings(
            online=online, max_seconds=max_seconds, max_bytes=max_bytes, deadline=deadline, cluster=cluster
        )
        answer = asyncio.run(answer_to_screen(asked, settings, as_json=as_json, plot=plot))
    raise SystemExit(code_of(answer))


@app.command()
def understand(
    question: Annotated[str, typer.Argument(metavar="QUESTION")] = "", as_json: AsJson = False, now: Now = None, lang: Lang = None,
    history: History = None, choice: Choice = None,
    batch: Annotated[Path | None, typer.Option("--batch", help='A JSON Lines file of {"id", "question", "lang"?, "now"?, "history"?}.')] = None,
    debug: Debug = False,
) -> None:  # fmt: skip
    """Show how a question is read, without answering it."""
    from conductor.interfaces.cli.asking import question_from
    from conductor.interfaces.cli.reading import read_batch, understanding_to_screen

    with explained(debug=debug):
        if batch is not None:
            read_batch(batch, sys.stdout, _settings(online=None))
            raise SystemExit(ANSWERED)
        asked = question_from(question, now=now, language=lang, history=history, choice=choice)
        understanding = understanding_to_screen(asked, _settings(online=None), as_json=as_json)
    raise SystemExit(code_of_understanding(understanding))


@app.command()
def plan(
    question: Text, as_json: AsJson = False, now: Now = None, lang: Lang = None, history: History = None, choice: Choice = None,
    online: Online = None, debug: Debug = False,
) -> None:  # fmt: skip
    """Show what would be done for a question, and what it would cost, without doing it."""
    from conductor.interfaces.cli.asking import question_from
    from conductor.interfaces.cli.reading import plan_to_screen

    with explained(debug=debug):
        asked = question_from(question, now=now, language=lang, history=history, choice=choice)
        code = asyncio.run(plan_to_screen(asked, _settings(online=online), as_json=as_json))
    raise SystemExit(code)


@app.command()
def chat(online: Online = None, cluster: ClusterOption = None, debug: Debug = False) -> None:
    """Talk in the terminal; follow-ups are understood, Ctrl-D ends."""
    from conductor.interfaces.chat import talk

    with explained(debug=debug):
        asyncio.run(talk(_settings(online=online, cluster=cluster)))


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
    callbacks: CallbacksUrl = "",
    online: Online = None, cluster: ClusterOption = None, debug: Debug = False,
) -> None:  # fmt: skip
    """The web page and the JSON API."""
    from conductor.interfaces.web.listening import listen

    with explained(debug=debug):
        listen(_settings(online=online, cluster=cluster), host=host, port=port, callbacks=callbacks)


def _settings(
    *,
    online: bool | None,
    max_seconds: float | None = None,
    max_bytes: int | None = None,
    deadline: float | None = None,
    cluster: str | None = None,
) -> Settings:
    from dataclasses import replace

    from conductor.settings import cluster_of, from_environment

    settings = from_environment()
    return replace(
        settings, online=settings.online if online is None else online, max_seconds=max_seconds, max_bytes=max_bytes,
        deadline_s=settings.deadline_s if deadline is None else deadline,
        cluster=settings.cluster if cluster is None else cluster_of(cluster),
    )  # fmt: skip


def main() -> None:
    """Entry point of the `conductor` command."""
    try:
        app(standalone_mode=True)
    except BrokenPipeError:  # `conductor … | head`
        sys.stderr.close()
        raise SystemExit(NOTHING_USABLE) from None
