"""Dictionary words that are towns' names too: in lower case they are the word unless a preposition says otherwise."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from connectors.vocabulary.phrase_index import ordinary
from connectors.vocabulary.spelling import fold
from scripts.vocabulary import words
from scripts.vocabulary.writing import TABLES, write_table

_GREAT = 30_000  # weight of a city of a million: its name is the city in lower case too


def build(packages: Path) -> None:
    """Write `tables/homographs.tsv` from the gazetteer and the dictionaries of both languages."""
    query = "SELECT n.key FROM name n JOIN place p ON p.id = n.place WHERE instr(n.key, ' ') = 0 GROUP BY n.key HAVING max(p.weight) < ?"
    with sqlite3.connect(TABLES / "gazetteer.sqlite") as database:
        names = {key for (key,) in database.execute(query, (_GREAT,))}
    known = {fold(word) for word in words.dictionary(packages)}
    rows = sorted((names & known) - ordinary(None) - words.NAMES)
    write_table(
        "homographs",
        source="names of the gazetteer that are words of wamerican-small 2020.12.07 (SCOWL) or an-array-of-french-words 2.0.0",
        licence="SCOWL (free), MIT",
        columns=("word",),
        rows=[(word,) for word in rows],
    )
