"""The rules of the house that no linter says: sizes, names, mirrored tests, sorted registries, a light front door."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("conductor", "planners", "connectors", "prompts")
FORBIDDEN_NAMES = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "core",
    "manager",
    "misc",
    "tools",
    "lib",
    "base_utils",
}
HEAVY = (
    "numpy",
    "xarray",
    "pandas",
    "spacy",
    "torch",
    "matplotlib",
    "rasterio",
    "lightgbm",
    "httpx",
    "httpx2",
    "starlette",
    "scipy",
)
MAX_LINES, MAX_FUNCTION = 400, 40


def modules() -> list[Path]:
    return sorted(p for package in PACKAGES for p in (ROOT / package).rglob("*.py"))


def mirrors() -> list[Path]:
    return sorted((ROOT / "tests").rglob("test_*.py"))


def ids(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", modules() + mirrors(), ids=ids)
def test_a_file_stays_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES, "split it along its nouns"


@pytest.mark.parametrize("path", modules(), ids=ids)
def test_a_function_stays_short(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long = {
        node.name: node.end_lineno - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno
        and node.end_lineno - node.lineno + 1 > MAX_FUNCTION
    }
    assert long == {}, "a function that needs a section comment is two functions"


@pytest.mark.parametrize("path", modules(), ids=ids)
def test_a_module_says_what_lives_in_it(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert path.name == "__init__.py" or ast.get_docstring(tree), "the first line says what lives here"


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    assert [ids(p) for p in modules() if {p.stem, *p.parent.parts} & FORBIDDEN_NAMES] == []


def test_every_module_with_content_has_a_mirrored_test() -> None:
    nouns = {"errors", "items", "operations", "base", "offers", "events", "results", "question", "answer", "intent"}
    missing = [
        ids(p)
        for p in modules()
        if p.name not in ("__init__.py", "__main__.py")
        and p.stem not in nouns
        and len(p.read_text(encoding="utf-8").splitlines()) > 80
        and not _mirrors(p)
    ]
    assert missing == []


def _mirrors(path: Path) -> bool:
    """A test at the mirrored path, for the module or for the family (folder) it belongs to."""
    relative = path.relative_to(ROOT)
    folder = ROOT / "tests" / relative.parent
    family = ROOT / "tests" / relative.parent.parent / f"test_{relative.parent.name}.py"
    return (folder / f"test_{path.stem}.py").exists() or family.exists()


def test_every_tests_folder_is_a_package() -> None:
    folders = {p.parent for p in mirrors()}
    assert [ids(f) for f in sorted(folders) if not (f / "__init__.py").exists()] == [], (
        "tests/conductor would shadow conductor"
    )


@pytest.mark.parametrize("path", sorted((ROOT / "connectors" / "sources").glob("*.toml")), ids=ids)
def test_sources_are_sorted_and_say_where_they_were_seen(path: Path) -> None:
    sources = tomllib.loads(path.read_text(encoding="utf-8")).get("source", {})
    assert list(sources) == sorted(sources)
    assert [name for name, entry in sources.items() if not entry.get("evidence")] == []


def test_registries_are_sorted_tables() -> None:
    from connectors.kinds import KINDS
    from planners.intent import ACTIONS
    from planners.registry import RECIPES

    assert list(KINDS) == sorted(KINDS)
    assert set(RECIPES) <= set(ACTIONS)


def test_importing_the_front_door_pulls_in_no_heavy_library() -> None:
    code = f"import sys, conductor; print([m for m in {HEAVY!r} if m in sys.modules])"
    assert (
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
        ).stdout.strip()
        == "[]"
    )


def test_public_names_are_sorted_and_importable() -> None:
    import conductor

    assert list(conductor.__all__) == sorted(conductor.__all__)
    assert [name for name in conductor.__all__ if not hasattr(conductor, name)] == []


def test_import_contracts_hold() -> None:
    from importlinter.cli import lint_imports

    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_no_machine_path_is_left_in_the_project() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    marks = ("/wo" + "rk/", "/ro" + "ot/", ".lib" + "rary")
    texts = [
        ROOT / name
        for name in listed.split("\0")
        if name.endswith((".py", ".md", ".toml", ".txt", "Makefile", "run", ".json"))
    ]
    assert [ids(p) for p in texts if p.exists() and any(m in p.read_text(encoding="utf-8") for m in marks)] == []
