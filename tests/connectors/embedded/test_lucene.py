"""The query syntax, clause by clause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connectors.embedded.lucene import LuceneError, parse

RECORD = {
    "source_id": ["MIROC6"], "variable_id": ["ta"], "variable_long_name": ["Air Temperature"], "version": "20190311",
    "table_id": ["Amon"], "latest": True, "size": 1200,
}  # fmt: skip


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("*", True),
        ("*:*", True),
        ("", True),
        ("MIROC6", True),
        ("miroc6", True),
        ("MIROC", False),
        ("MIROC*", True),
        ("temperature", True),
        ('"air temperature"', True),
        ('"temperature air"', False),
        ("source_id:MIROC6", True),
        ("source_id:MIR?C6", True),
        ('source_id:"MIROC6"', True),
        ("source_id:CESM2", False),
        ("source_id:(CESM2 OR MIROC6)", True),
        ("source_id:(CESM2 MIROC6)", True),
        ("source_id:*", True),
        ("member_id:*", False),
        ("latest:true", True),
        ("CESM2 MIROC6", True),
        ("CESM2 AND MIROC6", False),
        ("CESM2 || MIROC6", True),
        ("+CESM2 MIROC6", False),
        ("MIROC6 AND NOT day", True),
        ("MIROC6 NOT Amon", False),
        ("MIROC6 -Amon", False),
        ("MIROC6 && !table_id:day", True),
        ("NOT Amon", False),
        ("NOT day", True),
        ("(CESM2 OR MIROC6) AND (table_id:day OR table_id:Amon)", True),
        ("version:[20190101 TO 20191231]", True),
        ("version:[* TO 20190311]", True),
        ("version:{20190311 TO *}", False),
        ("size:[900 TO 1200}", False),
        ("size:[900 TO 1200]", True),
    ],
)
def test_a_clause_means_what_lucene_says(query: str, holds: bool) -> None:
    assert parse(query)(RECORD) is holds


@pytest.mark.parametrize(
    "query", ["(", "(((", ")", "a AND", "source_id:", "[1 TO 2]", '"open', "a (b", "()", "(" * 80 + "a"]
)
def test_what_cannot_be_parsed_is_refused(query: str) -> None:
    with pytest.raises(LuceneError, match="Cannot parse"):
        parse(query)


@given(st.text(alphabet='ab*?:"()[]{}+-! ANDORTO\\\n', max_size=40))
def test_no_query_breaks_the_parser(query: str) -> None:
    try:
        parse(query)(RECORD)
    except LuceneError as error:
        assert "parse" in str(error)
