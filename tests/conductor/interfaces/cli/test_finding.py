"""`conductor find` as a person types it: pages, cursors, exit codes, JSON alone on stdout."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from conductor.interfaces.cli.exits import ANSWERED, NO_CREDENTIALS, NOTHING_USABLE, PARTIAL
from conductor.interfaces.cli.finding import code_of
from conductor.results import FoundPage
from conductor.settings import from_environment
from connectors.items import Item, SourceReport
from tests.conductor.interfaces.cli.shell import Shell

ASKED = ("find", "list cmip6 tas datasets", "--limit", "4", "--offline")


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """A shell with the machine's holdings, its cache in its own folder."""
    (tmp_path / "sources.toml").write_text("format = 1\n")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "holdings").symlink_to(from_environment().holdings_dir)
    return Shell(folder=tmp_path)


def ids(text: str) -> list[str]:
    return re.findall(r"^(?!page|sources|next|that|!|error)(\S+\.v1)$", text, re.MULTILINE)


def test_a_page_leads_to_the_next(shell: Shell) -> None:
    first = shell(*ASKED)
    following = re.search(r"conductor (find --cursor c-\w+)", first)
    assert following and len(ids(first)) == 4 and "page 1: 4 records" in first
    second = shell(*following[1].split(), "--offline")
    assert len(ids(second)) == 4 and not set(ids(first)) & set(ids(second))
    assert ids(shell(*ASKED, "--page", "2")) == ids(second)
    assert "no more records" in shell(*ASKED, "--page", "99")


def test_a_page_as_json_stands_alone_on_stdout(shell: Shell) -> None:
    document = json.loads(shell(*ASKED, "--json"))
    assert [len(document["items"]), document["page"], document["complete"]] == [4, 1, True]
    assert {r["source"] for r in document["sources"]} >= {"embedded-esgf-1", "embedded-esgf-2"}
    after = json.loads(shell("find", "--cursor", document["cursor"], "--json", "--offline"))
    assert after["page"] == 2


def test_catalogues_are_asked_for_words(shell: Shell) -> None:
    said = shell("find", "--words", "surface temperature", "--offline")
    assert "ostia_monthly" in said and "embedded-stac ok" in said


def test_what_does_not_hold_the_words_is_read_past_and_not_counted(shell: Shell) -> None:
    said = shell("find", "--words", "sea surface", "--limit", "5", "--offline")
    assert "ostia_monthly" in said and "that is all" in said
    assert "page 1: 1 record\n" in said
    assert "looked through here for the words, which embedded-stac cannot be asked for" in said


def test_nothing_found_says_what_for_and_who_was_not_asked(shell: Shell) -> None:
    said = shell("find", "--words", "sea ice", "--offline")
    assert "nothing was found for “sea ice”\n" in said and "embedded-stac empty 0" in said
    assert "only what this machine holds was searched" in said and "sources of the network were not asked" in said
    assert "rien n’a été trouvé pour « glace »" in shell("find", "--words", "glace", "--offline", "--lang", "fr")


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("find",), 2, "--cursor"),
        (("find", "--cursor", "c-00000000000000000000"), 2, "start the search again"),
        (("find", "--cursor", "c-00000000000000000000", "--page", "2"), 2, "--page counts"),
        (("find", "Show me Springfield in June"), 3, "Springfield"),
        (("find", "Show me Springfield in June"), 3, "--choice"),
        (("find", "Find SSP9-2.0 projections for Chile"), 8, "SSP9-2.0"),
        (("find", "What is hist-1950?"), 5, "searches for nothing"),
    ],
)
def test_what_cannot_be_found_is_said(words: tuple[str, ...], code: int, says: str, shell: Shell) -> None:
    assert says in shell(*words, "--offline", code=code)


@pytest.mark.parametrize(
    ("states", "n", "code"),
    [
        (("ok", "skipped_offline"), 1, ANSWERED),
        (("ok", "timeout"), 1, PARTIAL),
        (("failed", "empty"), 0, NOTHING_USABLE),
        (("auth", "failed"), 0, NO_CREDENTIALS),
    ],
)
def test_exit_codes_are_those_of_an_answer(states: tuple[str, ...], n: int, code: int) -> None:
    reports = tuple(SourceReport(source=state, state=state) for state in states)
    complete = not {"timeout", "failed", "auth"} & set(states)
    items = tuple(Item(id=str(i), collection="c") for i in range(n))
    assert code_of(FoundPage(number=1, items=items, reports=reports, complete=complete)) == code
