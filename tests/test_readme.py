"""The README tells the truth: its commands print what it shows, its Python runs, its map is the disk's, its make targets exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.readme import BLOCK, PYTHON, README, commands, rendered, steady

ROOT = Path(__file__).resolve().parents[1]
TEXT = README.read_text(encoding="utf-8")
STORIES = [block for block in BLOCK.findall(TEXT) if commands(block)]


@pytest.mark.parametrize("block", STORIES, ids=[commands(b)[0][:60] for b in STORIES])
def test_a_command_prints_what_the_readme_shows(block: str) -> None:
    assert steady(rendered(block)) == steady(block), "run `python scripts/readme.py --write`"


@pytest.mark.parametrize("code", PYTHON.findall(TEXT))
def test_the_python_examples_run(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, "README.md", "exec"), {"__name__": "readme"})
    shown = re.findall(r"#> (.*)", code)
    assert [line for line in shown if line not in capsys.readouterr().out] == []


def test_the_map_is_the_disk() -> None:
    tree = TEXT.split("## The map")[1].split("```")[1]
    named = set(re.findall(r"^ *(\w[\w/.-]*/)", tree, re.MULTILINE))
    missing = [
        name
        for name in named
        if not any(
            (ROOT / top / name).exists()
            for top in (".", "conductor", "planners", "connectors", "conductor/interfaces", "conductor/composer")
        )
    ]
    assert missing == []
    on_disk = {
        f"{p.name}/"
        for top in ("conductor", "planners", "connectors")
        for p in (ROOT / top).iterdir()
        if p.is_dir() and p.name != "__pycache__"
    }
    assert sorted(on_disk - named) == [], "the map leaves these out"


def test_every_make_target_named_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)", TEXT)) - targets == set()


def test_every_file_linked_exists() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", TEXT)
    assert [link for link in links if not (ROOT / link).exists()] == []
