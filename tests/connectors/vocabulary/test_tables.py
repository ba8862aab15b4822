"""The tables: each says where its facts come from, none is torn, and what they name exists."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from connectors.vocabulary import tables
from connectors.vocabulary.models import facets
from connectors.vocabulary.quantities import quantity
from connectors.vocabulary.scenarios import experiment

NAMES = sorted(p.stem for p in tables.FOLDER.glob("*.tsv"))


@pytest.mark.parametrize("name", NAMES)
def test_a_table_names_its_source_and_licence(name: str) -> None:
    header = (tables.FOLDER / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[:2]

    assert header[0].startswith("# source: ")
    assert header[1].startswith("# licence: ")


@pytest.mark.parametrize("name", NAMES)
def test_every_row_has_as_many_cells_as_the_first(name: str) -> None:
    assert len({len(row) for row in tables.rows(name)}) == 1


def test_every_wording_is_of_a_quantity_that_exists() -> None:
    ids = [row[0] for row in tables.rows("quantities")]
    ids += [f"indicator:{row[0]}" for row in tables.rows("indicator_wordings")]

    assert [i for i in ids if quantity(i) is None] == []


def test_every_scenario_word_is_of_an_experiment_that_exists() -> None:
    rows = tables.rows("scenario_wordings")

    assert [row[0] for row in rows if experiment(row[0], mip_era=row[1]) is None] == []


def test_every_phenomenon_of_the_contract_is_there() -> None:
    rows = tables.rows("phenomena")

    assert len(rows) == 40
    assert all(row[3] and row[4] for row in rows), "each has words in English and in French"


def test_wordings_are_not_repeated_within_a_cell() -> None:
    repeated = []
    for name in ("quantities", "indicator_wordings", "phenomena", "collections", "terms"):
        for row in tables.rows(name):
            for cell in row:
                texts = [text for text, _ in tables.worded(cell)]
                repeated += [(name, text) for text in set(texts) if texts.count(text) > 1]

    assert repeated == []


def test_what_a_wording_implies_is_read_from_its_braces() -> None:
    assert tables.worded("hottest day{max}|temperature") == [("hottest day", ("max",)), ("temperature", ())]


def test_the_vocabulary_stays_small() -> None:
    size = sum(p.stat().st_size for p in Path(tables.FOLDER).iterdir())

    assert size < 32_000_000  # 29 MB of it are the gazetteer, an indexed file that is read row by row


def test_every_place_names_its_source() -> None:
    with sqlite3.connect(f"file:{tables.FOLDER / 'gazetteer.sqlite'}?mode=ro", uri=True) as database:
        orphans = database.execute("SELECT count(*) FROM place WHERE source NOT IN (SELECT id FROM source)").fetchone()

    assert orphans == (0,)


def test_every_model_of_cmip6_is_there() -> None:
    cmip6 = [f for f in facets("source_id") if "CMIP6" in f.projects]

    assert len(cmip6) == 132
