"""The certified OpenID provider of npm, installed on first use and started on loopback; and a person who logs in there."""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

import httpx

from tests.servers.running import ROOT, free_port, running

FOLDER = ROOT / ".venv-servers" / "node"
PACKAGE = FOLDER / "node_modules" / "oidc-provider"
PROGRAM = Path(__file__).with_suffix(".mjs")
_FORM = re.compile(r"<form[^>]*action=\"([^\"]+)\".*?</form>", re.DOTALL)
_FIELD = re.compile(r"<input[^>]*type=\"hidden\"[^>]*>")


def missing() -> str:
    """Why the provider cannot run here; empty where it can. Installs it where it is not yet."""
    if PACKAGE.is_dir() and shutil.which("node"):
        return ""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        return "the OpenID provider needs node and npm, and they are not installed"
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(FOLDER), "oidc-provider@9"]
    done = subprocess.run(command, capture_output=True, text=True)
    return f"npm cannot install the OpenID provider: {done.stderr.strip()[-200:]}" if done.returncode else ""


@contextmanager
def oidc_provider(folder: Path, *, life_s: int = 600) -> Iterator[str]:
    """The issuer's address; access tokens last `life_s` seconds; `/data` wants one, `/counts` tells the requests by path."""
    port = free_port()
    issuer = f"http://127.0.0.1:{port}"
    command = [str(shutil.which("node")), str(PROGRAM), str(PACKAGE), str(port), str(life_s)]
    with running(command, answers=f"{issuer}/counts", log=folder / "oidc.log"):
        yield issuer


async def approve(address: str) -> None:
    """A person at a browser: opens the address with the code in it, confirms, logs in, consents."""
    async with httpx.AsyncClient(follow_redirects=True, timeout=20.0) as browser:
        page = await browser.get(address)
        for _ in range(6):
            form = _FORM.search(page.text)
            if form is None:
                break
            fields = dict(filter(None, (_named(tag) for tag in _FIELD.findall(form[0]))))
            filled = {"login": "ada", "password": "pw"} if 'name="login"' in form[0] else {}
            page = await browser.post(urljoin(str(page.url), html.unescape(form[1])), data=fields | filled)
    assert "Sign-in Success" in page.text, page.text[:2000]


def _named(tag: str) -> tuple[str, str] | None:
    name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
    return (name[1], html.unescape(value[1]) if value else "") if name else None
