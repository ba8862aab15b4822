from __future__ import annotations

import asyncio
from pathlib import Path

from starlette.testclient import TestClient

from conductor import Conductor
from conductor.interfaces.web.server import create_app
from conductor.settings import from_environment
from connectors.compute.callbacks import Callbacks


def test_process_servers_may_call_where_that_is_wanted_and_nowhere_else(tmp_path: Path) -> None:
    def opened() -> Conductor:
        return Conductor.from_settings(from_environment({"CONDUCTOR_DATA_DIR": str(tmp_path)}))

    callbacks = Callbacks()
    asyncio.run(callbacks.sleep("job", 0.0))  # a job that is waited for
    with TestClient(create_app(opened(), callbacks=callbacks.app())) as client:
        assert client.post("/callbacks/job", json={"status": "successful"}).status_code == 204
        assert client.post("/callbacks/nobody", json={}).status_code == 404
        assert client.get("/callbacks/job").status_code == 405
    with TestClient(create_app(opened())) as client:
        assert client.post("/callbacks/job", json={}).status_code == 404
