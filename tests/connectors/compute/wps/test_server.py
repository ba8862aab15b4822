"""WPS 1.0 on recorded answers of Finch, rook and Emu: what is sent, what is read, and how the runner drives it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from connectors.base import Request
from connectors.compute.following import Pace
from connectors.compute.job_table import JobTable
from connectors.compute.offered import Offered
from connectors.compute.remote import Job
from connectors.compute.runner import Runner
from connectors.compute.wps.server import WPS1
from connectors.engine.memory import Memory
from connectors.errors import BadReply, Refused, Unavailable
from connectors.items import Cube
from connectors.markup import read_xml
from connectors.offers import Source
from connectors.operations import Process
from connectors.transport import Reply
from tests.connectors.compute.wps.recorded import FIXTURES, URL, Exchanges, asks, exchange, fetches, file, reply

pytestmark = pytest.mark.skipif(not FIXTURES.exists(), reason="the recorded exchanges are not here")
TAS = {"href": "http://127.0.0.1:15001/synth_day.nc", "type": "application/x-netcdf"}
TG_MEAN = Process(process_id="tg_mean", inputs={"tas": TAS, "freq": "MS"})
LOCAL = "http://127.0.0.1:15010/wps"


def _source(**options: Any) -> Source:
    return Source(id="finch", title="Finch", kind="wps-1", family="compute", url=URL, options=options)


def _finch(*answers: tuple[Callable[[Request], bool], Reply | Exception], **options: Any) -> tuple[WPS1, Exchanges]:
    described = (asks("DescribeProcess"), reply("finch", "04"))
    send = Exchanges([*answers, described])
    return WPS1(url=LOCAL, send=send, source=_source(**options), keep=lambda body, media: "/kept/file"), send


async def test_585_processes_are_listed_with_their_words() -> None:
    send = Exchanges([(asks("GetCapabilities"), file("wps/finch_local/GetCapabilities_en.xml"))])
    listed = await WPS1(url=URL, send=send).processes()
    assert len(listed) == 585
    assert next(p for p in listed if p.id == "tg_mean").title == "Mean temperature"


async def test_french_is_asked_for_by_the_tag_that_the_server_lists() -> None:
    def in_french(request: Request) -> bool:
        return request.params.get("language") == "fr"

    send = Exchanges(
        [
            (lambda r: in_french(r) and asks("GetCapabilities")(r), file("wps/finch_local/GetCapabilities_fr.xml")),
            (in_french, file("wps/finch_local/DescribeProcess_tg_mean_fr.xml")),
            (asks("GetCapabilities"), file("wps/finch_local/GetCapabilities_en.xml")),
        ]
    )
    server = await WPS1(url=URL, send=send).in_language("fr-CA")
    described = await server.describe("tg_mean")
    assert described.summary.title == "Température moyenne"
    assert len(await server.processes()) == 585


async def test_a_description_tells_types_defaults_and_formats() -> None:
    server, _ = _finch()
    described = await server.describe("tg_mean")
    assert described.inputs["tas"]["schema"]["contentMediaType"] == "application/x-netcdf"
    assert "YS" in described.inputs["freq"]["schema"]["enum"]
    assert described.required == ("tas",)
    assert described.summary.modes == ("sync-execute", "async-execute")


async def test_an_unknown_process_is_refused_in_the_servers_words() -> None:
    send = Exchanges([(asks("DescribeProcess"), reply("finch", "30"))])
    with pytest.raises(Refused, match="Unknown process nope"):
        await WPS1(url=URL, send=send).describe("nope")


async def test_an_async_run_is_followed_to_its_results() -> None:
    server, send = _finch((asks("Execute"), reply("finch", "08")), (fetches("/outputs/"), reply("finch", "11")))
    job = await server.submit(TG_MEAN, key="k", mode="async")
    assert job.state == "waiting" and job.href.endswith(".xml") and job.id in job.href
    done = await server.status(job)
    assert done.state == "successful" and done.progress == 100
    assert done.outcome is not None
    output = done.outcome.outputs["output"]
    assert isinstance(output, Cube) and output.hrefs[0].endswith(".nc") and output.type == "application/x-netcdf"
    sent = read_xml(send.bodies()[0].encode())
    form = next(sent.iter("{*}ResponseDocument"))
    assert (form.get("storeExecuteResponse"), form.get("status")) == ("true", "true")
    assert next(sent.iter("{*}Reference")).get("{http://www.w3.org/1999/xlink}href") == TAS["href"]


async def test_a_sync_run_gives_its_results_at_once() -> None:
    server, send = _finch((asks("Execute"), reply("finch", "07")))
    job = await server.submit(TG_MEAN, key="k", mode="sync")
    assert job.href == "" and job.outcome is not None and "output" in job.outcome.outputs
    assert 'storeExecuteResponse="false"' in send.bodies()[0]


async def test_progress_is_read_while_it_runs() -> None:
    server, _ = _finch((fetches("/outputs/"), reply("finch", "09")))
    seen = await server.status(Job(href="http://127.0.0.1:15010/outputs/1.xml", id="1", process_id="tg_mean"))
    assert seen.state == "waiting" and seen.progress is not None and seen.href.endswith("1.xml")


async def test_a_metalink_stands_for_the_files_it_lists() -> None:
    server, _ = _finch((fetches(".meta4"), reply("finch", "16")), (fetches("/outputs/"), reply("finch", "15")))
    done = await server.status(Job(href="http://127.0.0.1:15010/outputs/1.xml"))
    assert done.outcome is not None
    listed = done.outcome.outputs["ref"]
    assert isinstance(listed, Cube) and listed.type == "application/x-netcdf"
    assert listed.hrefs[0].endswith("synth_day_sub.nc")


async def test_a_metalink_by_value_is_read_too() -> None:
    send = Exchanges([(asks("DescribeProcess"), reply("rook", "03")), (asks("Execute"), reply("rook", "16"))])
    server = WPS1(url="http://127.0.0.1:15013/wps", send=send)
    job = await server.submit(Process(process_id="subset", inputs={"collection": "a.b"}), key="k", mode="sync")
    assert job.outcome is not None
    output = job.outcome.outputs["output"]
    assert isinstance(output, Cube) and output.hrefs[0].endswith(".nc")


async def test_a_workflow_of_rook_goes_as_json() -> None:
    send = Exchanges(
        [
            (asks("DescribeProcess"), reply("rook", "05")),
            (asks("Execute"), reply("rook", "25")),
            (fetches(".meta4"), reply("rook", "28")),
            (fetches("/outputs/"), reply("rook", "27")),
        ]
    )
    server = WPS1(url="http://127.0.0.1:15013/wps", send=send)
    workflow = {"doc": "subset+average", "inputs": {"tas": ["a"]}, "steps": {}, "outputs": {"output": "a/output"}}
    job = await server.submit(Process(process_id="orchestrate", inputs={"workflow": workflow}), key="k", mode="async")
    done = await server.status(job)
    assert done.outcome is not None and isinstance(done.outcome.outputs["output"], Cube)
    sent = next(read_xml(send.bodies()[0].encode()).iter("{*}ComplexData"))
    assert sent.get("mimeType") == "application/json" and '"subset+average"' in sent.text


async def test_the_same_by_kvp() -> None:
    server, send = _finch((lambda r: r.params.get("request") == "Execute", reply("finch", "17")), execute="kvp")
    job = await server.submit(Process(process_id="tg_mean", inputs={"tas": TAS, "freq": "YS"}), key="k", mode="sync")
    recorded = exchange("finch", "17")["request"]["query"]
    assert job.outcome is not None
    assert send.asked[-1].method == "GET"
    assert send.asked[-1].params["DataInputs"] == recorded["DataInputs"]
    assert send.asked[-1].params["ResponseDocument"].startswith(recorded["ResponseDocument"])


async def test_raw_data_of_one_output() -> None:
    raw = Reply(status=200, headers={"content-type": "application/x-netcdf"}, body=b"CDF\x01", url=LOCAL)
    send = Exchanges(
        [(asks("DescribeProcess"), file("wps/weaver/wps_hummingbird_ncdump_describe.xml")), (asks("Execute"), raw)]
    )
    server = WPS1(url=LOCAL, send=send, source=_source(response="raw"), keep=lambda body, media: f"/kept/{len(body)}")
    given = Process(process_id="ncdump", inputs={"dataset": TAS})
    job = await server.submit(given, key="k", mode="sync")
    assert "RawDataOutput" in send.bodies()[0]
    assert job.outcome is not None and job.outcome.outputs["output"] == Cube(
        hrefs=("/kept/4",), type="application/x-netcdf"
    )


@pytest.mark.parametrize(
    ("number", "said"),
    [("21", "tas"), ("23", "not valid"), ("26", "Unknown process|identifier"), ("27", "Unknown file format")],
)
async def test_what_the_server_turns_down_is_told_in_its_words(number: str, said: str) -> None:
    server, _ = _finch((asks("Execute"), reply("finch", number)))
    with pytest.raises(Refused, match=said):
        await server.submit(TG_MEAN, key="k", mode="sync")


async def test_a_job_that_failed_tells_why() -> None:
    server, _ = _finch((fetches("/outputs/"), reply("finch", "42")))
    failed = await server.status(Job(href="http://127.0.0.1:15010/outputs/1.xml"))
    assert failed.state == "failed"
    with pytest.raises(Refused, match="list index out of range"):
        await server.results(failed)


async def test_a_status_that_is_gone_is_a_job_that_is_gone() -> None:
    server, _ = _finch((fetches("/outputs/"), reply("finch", "36")))
    with pytest.raises(Refused) as gone:
        await server.status(Job(href="http://127.0.0.1:15010/outputs/0.xml"))
    assert gone.value.kind == "http_404"


async def test_a_web_page_instead_of_data_is_refused() -> None:
    server, _ = _finch((asks("Execute"), reply("finch", "18")))
    with pytest.raises((Unavailable, BadReply)):
        await server.submit(TG_MEAN, key="k", mode="sync")


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        ({"tas": TAS, "frek": "YS"}, "did you mean 'freq'"),
        ({"freq": "YS"}, "lacks its input 'tas'"),
        ({"tas": {"href": "/home/a.nc"}}, "lies on this machine"),
        ({"tas": Cube(hrefs=("http://data1.embedded/x.nc",))}, "lies on this machine"),
    ],
)
async def test_what_the_server_would_pass_over_or_cannot_reach_is_refused_before_it_is_sent(
    inputs: Any, said: str
) -> None:
    server, send = _finch()
    with pytest.raises(Refused, match=said):
        await server.submit(Process(process_id="tg_mean", inputs=inputs), key="k", mode="sync")
    assert not send.bodies()


async def test_a_description_that_cannot_be_had_is_no_lost_answer() -> None:
    send = Exchanges([(asks("DescribeProcess"), Unavailable("gone", kind="timeout"))])
    with pytest.raises(Unavailable) as error:
        await WPS1(url=URL, send=send).submit(TG_MEAN, key="k", mode="sync")
    assert error.value.kind == "connect"


@pytest.fixture
def memory(tmp_path: Path) -> Any:
    kept = Memory(tmp_path / "engine.sqlite")
    yield kept
    kept.close()


def _runner(server: WPS1, memory: Memory, folder: Path, **options: Any) -> tuple[Runner, JobTable]:
    table = JobTable(folder / "jobs.sqlite", now=lambda: 1000.0)
    offered = Offered(server=server, address=URL, memory=memory, now=lambda: 1000.0)

    async def no_sleep(seconds: float) -> None:
        return None

    return Runner(
        server=server, table=table, offered=offered, now=lambda: 1000.0, pace=Pace(), sleep=no_sleep, **options
    ), table


async def test_a_lost_answer_is_sent_again_and_said(tmp_path: Path, memory: Memory) -> None:
    lost = [Unavailable("reset", kind="reset")]

    def first(request: Request) -> bool:
        return asks("Execute")(request) and bool(lost) and lost.pop() is not None

    server, send = _finch(
        (first, Unavailable("reset", kind="reset")),
        (asks("Execute"), reply("finch", "08")),
        (fetches("/outputs/"), reply("finch", "11")),
    )
    runner, table = _runner(server, memory, tmp_path)
    done = await runner.execute(TG_MEAN, source="finch")
    assert [caveat.code for caveat in done.caveats] == ["repeated_job"]
    assert len(send.bodies()) == 2
    table.close()


async def test_after_a_restart_the_job_is_looked_at_and_not_begun_again(tmp_path: Path, memory: Memory) -> None:
    server, _ = _finch(
        (asks("Execute"), reply("finch", "08")), (fetches("/outputs/"), Unavailable("away", kind="reset"))
    )
    runner, table = _runner(server, memory, tmp_path)
    with pytest.raises(Unavailable):
        await runner.execute(TG_MEAN, source="finch")
    table.close()
    after, send = _finch((fetches("/outputs/"), reply("finch", "11")))
    runner, table = _runner(after, memory, tmp_path)
    done = await runner.execute(TG_MEAN, source="finch")
    assert "output" in done.outputs
    assert not send.bodies()
    table.close()


async def test_capabilities_and_descriptions_are_asked_for_once_a_day(memory: Memory) -> None:
    send = Exchanges(
        [
            (asks("GetCapabilities"), file("wps/finch_local/GetCapabilities_en.xml")),
            (asks("DescribeProcess"), reply("finch", "04")),
        ]
    )
    offered = Offered(server=WPS1(url=URL, send=send), address=URL, memory=memory, now=lambda: 1000.0)
    for _ in range(3):
        assert len(await offered.processes()) == 585
        assert (await offered.describe("tg_mean")).required == ("tas",)
    assert len(send.asked) == 2
