"""`conductor processes deploy | undeploy | providers | quote` over a Weaver that says what a real one said."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conductor.interfaces.cli.shell import Shell
from tests.connectors.compute.weaver.replay import RECORDED, Replay
from tests.connectors.embedded.serving import free_port, serving


@pytest.mark.skipif(not RECORDED.exists(), reason="the shared folder is not here")
def test_a_weaver_deploys_quotes_and_keeps_providers(shell: Shell) -> None:
    port = free_port()
    replay: Any = Replay().app(f"http://127.0.0.1:{port}")
    with serving(replay, port=port) as url:
        shell.knows("ems", "weaver", url)
        given = ("--wps", "http://127.0.0.1:15011/wps", "--process", "hello")
        deployed = shell("processes", "deploy", "ems", "to-undeploy", *given)
        assert deployed == "to-undeploy deployed at ems, version 1.0.0\n"
        assert "finch" in shell("processes", "providers", "ems")
        assert shell("processes", "undeploy", "ems", "to-undeploy") == "to-undeploy is no longer at ems\n"
        asked = ("processes", "quote", "ems", "hello-remote", "-i", "name=Ana")
        assert "does not provide an estimator" in shell(*asked, code=5)  # refused
        assert "is being made" in shell(*asked)
        assert "could not make quotation" in shell(*asked, code=4)  # failed, which is not free
        assert "Mean temperature" in shell("processes", "describe", "ems", "finch/tg_mean")
