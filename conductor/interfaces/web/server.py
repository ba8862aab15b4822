"""The page and the JSON API: POST a question to /runs, listen to its events, fetch its answer, plan, provenance and plots.

POST one to /find for the records alone, a page at a time.
"""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Any
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from conductor.ask import Conductor
from conductor.composer.contract import question_from_dict, to_dict
from conductor.contract import page_to_dict, source_to_dict
from conductor.errors import BadQuestion
from conductor.finding import PAGE, Finder
from conductor.interfaces.cli.asking import instant
from conductor.interfaces.web.guard import Headers
from conductor.interfaces.web.runs import Run, Runs
from conductor.interfaces.web.wire import answer_document, event_to_dict
from connectors.errors import ConnectorError
from planners.errors import NoPlan

MAX_BODY = 200_000
MOST_RECORDS = 10_000


def create_app(conductor: Conductor, *, callbacks: Starlette | None = None) -> Starlette:
    """The ASGI application over one conductor, which it closes when it stops; `callbacks` hears process servers."""
    runs = Runs(conductor)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with conductor:
            yield

    static = str(files("conductor.interfaces.web").joinpath("static"))
    app = Starlette(
        routes=[
            Route("/", page),
            Route("/health", health),
            Route("/sources", sources),
            Route("/understand", understand, methods=["POST"]),
            Route("/find", find, methods=["POST"]),
            Route("/files/{host}/{path:path}", file),
            Route("/runs", start, methods=["POST"]),
            Route("/runs/{run}", answer, methods=["GET"]),
            Route("/runs/{run}", dismiss, methods=["DELETE"]),
            Route("/runs/{run}/events", events),
            Route("/runs/{run}/plan", plan),
            Route("/runs/{run}/provenance", provenance),
            Route("/runs/{run}/plots/{rank:int}.{kind}", plot),
            Mount("/static", StaticFiles(directory=static)),
            *([] if callbacks is None else [Mount("/callbacks", callbacks)]),
        ],
        middleware=[Middleware(Headers)],
        lifespan=lifespan,
        exception_handlers={BadQuestion: bad_question, ValueError: bad_question},
    )
    app.state.conductor, app.state.runs = conductor, runs
    return app


async def page(request: Request) -> Response:
    text = files("conductor.interfaces.web").joinpath("static/index.html").read_text(encoding="utf-8")
    return Response(text, media_type="text/html", headers={"Cache-Control": "no-cache"})


async def health(request: Request) -> Response:
    return JSONResponse({"status": "ok"})


async def sources(request: Request) -> Response:
    return JSONResponse({"sources": [source_to_dict(s) for s in request.app.state.conductor.sources]})


async def understand(request: Request) -> Response:
    return JSONResponse(to_dict(request.app.state.conductor.understand(await _question(request))))


async def find(request: Request) -> Response:
    """A page of what a question searches for, or of datasets by `words` (`limit`, `page`), or the page after `cursor`."""
    conductor, document = request.app.state.conductor, await _document(request)
    finder = Finder(conductor.outside, folder=conductor.settings.cache_dir / "cursors")
    if document.get("cursor"):
        return JSONResponse(page_to_dict(await finder.after(str(document["cursor"]))))
    number, limit = (_count(document, name, otherwise) for name, otherwise in (("page", 1), ("limit", PAGE)))
    if document.get("words"):
        page = await finder.words(str(document["words"]), limit=limit)
        return JSONResponse(page_to_dict(await finder.numbered(page, number)))
    understanding = conductor.understand(question_from_dict(document, now=instant(document.get("now"))))
    back = understanding.clarification.question if understanding.clarification else None
    if back or understanding.declined:
        return problem(422, "the question is not searched for", back or understanding.declined.message)
    try:
        page = await finder.first(conductor.plan(understanding), limit=limit)
        return JSONResponse(page_to_dict(await finder.numbered(page, number)))
    except NoPlan as reason:
        return problem(422, "the question is not searched for", str(reason))


async def file(request: Request) -> Response:
    """A file of the federation inside this server, which no browser reaches by its own address; nothing from elsewhere."""
    host, path = request.path_params["host"], request.path_params["path"]
    outside, href = request.app.state.conductor.outside, f"http://{host}/{quote(path)}"
    if not outside.is_inside(href):
        return _missing(request)
    try:
        body = await outside.content(href)
    except ConnectorError as error:
        return problem(404, "not found", str(error))
    name = re.sub(r"[^\w.-]", "_", path.rpartition("/")[2]) or "file"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type="application/octet-stream", headers=headers)


def _count(document: Mapping[str, Any], name: str, otherwise: int) -> int:
    value = document.get(name, otherwise)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_RECORDS:
        raise BadQuestion(f"{name!r} is a whole number from 1 to {MOST_RECORDS}, got {value!r}")
    return value


async def start(request: Request) -> Response:
    run = request.app.state.runs.start(await _question(request))
    return JSONResponse(
        {
            "run": run.id,
            "links": [
                {"rel": "monitor", "href": f"/runs/{run.id}/events"},
                {"rel": "results", "href": f"/runs/{run.id}"},
            ],
        },
        status_code=202,
        headers={"Location": f"/runs/{run.id}"},
    )


async def answer(request: Request) -> Response:
    run = _run(request)
    if run is None:
        return _missing(request)
    if run.answer is not None:
        return JSONResponse(answer_document(run.answer))
    if run.error is not None:
        return problem(500, "the run ended without an answer", run.error)
    return JSONResponse({"run": run.id, "question": run.question.text, "status": "running"}, status_code=202)


async def dismiss(request: Request) -> Response:
    run = _run(request)
    if run is None:
        return _missing(request)
    await request.app.state.runs.dismiss(run)
    return JSONResponse({"run": run.id, "status": "dismissed" if run.answer is None else "successful"})


async def events(request: Request) -> Response:
    run = _run(request)
    if run is None:
        return _missing(request)
    last = request.headers.get("last-event-id", "")
    after = int(last) + 1 if last.isdigit() else 0
    return StreamingResponse(
        _stream(request.app.state.runs, run, after),
        media_type="text/event-stream",
        headers={"Cache-Control": "no-store"},
    )


async def _stream(runs: Runs, run: Run, after: int) -> AsyncIterator[str]:
    async for number, event in runs.follow(run, after=after):
        name, document = event_to_dict(event, run)
        yield f"id: {number}\nevent: {name}\ndata: {json.dumps(document, ensure_ascii=False)}\n\n"
    if run.answer is None:
        yield f"event: failed\ndata: {json.dumps({'message': run.error or 'the run ended without an answer'})}\n\n"


async def plan(request: Request) -> Response:
    run = _run(request)
    return JSONResponse(run.plan.to_dict()) if run and run.plan else _missing(request)


async def provenance(request: Request) -> Response:
    run = _run(request)
    if run is None or run.answer is None:
        return _missing(request)
    return JSONResponse(request.app.state.conductor.provenance(run.answer.run), media_type="application/json")


async def plot(request: Request) -> Response:
    import asyncio

    from conductor.interfaces.plots.choose import picture

    run, kind = _run(request), request.path_params["kind"]
    if run is None or run.answer is None or kind not in ("svg", "png"):
        return _missing(request)
    drawn = await asyncio.to_thread(picture, run.answer, rank=request.path_params["rank"], kind=kind)
    if drawn is None:
        return _missing(request)
    return Response(
        drawn,
        media_type="image/svg+xml" if kind == "svg" else "image/png",
        headers={"Cache-Control": "private, max-age=86400"},
    )


async def _question(request: Request) -> Any:
    document = await _document(request)
    return question_from_dict(document, now=instant(document.get("now")))


async def _document(request: Request) -> dict[str, Any]:
    body = await request.body()
    if len(body) > MAX_BODY:
        raise BadQuestion(f"the request is {len(body)} bytes, at most {MAX_BODY} are read; ask the question itself")
    try:
        document = json.loads(body)
    except json.JSONDecodeError as error:
        raise BadQuestion(f'the body is not JSON ({error}); send {{"question": "…"}}') from error
    if not isinstance(document, dict):
        raise BadQuestion('the body must be a JSON object with a "question"')
    return document


def _run(request: Request) -> Run | None:
    runs: Runs = request.app.state.runs
    return runs.get(request.path_params["run"])


def problem(status: int, title: str, detail: str) -> Response:
    """An RFC 9457 problem document."""
    return JSONResponse(
        {"type": "about:blank", "title": title, "status": status, "detail": detail},
        status_code=status,
        media_type="application/problem+json",
    )


def _missing(request: Request) -> Response:
    return problem(404, "not found", f"there is nothing at {request.url.path!r}; runs are kept while the server runs")


async def bad_question(request: Request, error: Exception) -> Response:
    return problem(400, "the question cannot be read", str(error))
