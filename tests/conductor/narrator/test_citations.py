"""Whom an answer credits."""

from __future__ import annotations

import pytest

from conductor.answer import Citation
from conductor.narrator.citations import citations
from connectors.esgf.citation import cite
from connectors.esgf.credits import described
from connectors.items import Item, Link

RUN = "CMIP6.CMIP.CAS.CAS-ESM2-0.historical.r1i1p1f1.Amon.ta.gn.v20200502"


def test_an_esgf_dataset_is_credited_as_the_cite_command_has_it() -> None:
    known = described(RUN)
    said, told = cite(known), citations([known])
    assert told == (Citation(text=said.text, doi=said.doi, licence=said.licence),)
    assert told[0].text == (
        "CAS CAS-ESM2-0 model output prepared for CMIP6 CMIP historical. Version 20200502. Earth System Grid Federation."
    )


def test_files_of_one_run_are_credited_once() -> None:
    assert len(citations([described(RUN), described(RUN.replace(".ta.", ".tas."))])) == 1


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({"sci:citation": "Friedl 2015", "sci:doi": "10.5067/X", "license": "other"}, Citation(text="Friedl 2015", doi="10.5067/X")),
        ({"providers": [{"name": "USGS"}], "license": "CC-BY-4.0"}, Citation(text="USGS, https://x.example", licence="CC BY 4.0")),
    ],
)  # fmt: skip
def test_other_records_are_credited_by_what_they_carry(properties: dict[str, object], expected: Citation) -> None:
    page = () if "sci:citation" in properties else (Link(rel="cite-as", href="https://x.example"),)
    assert citations([Item(id="a", collection="c", properties=properties, links=page)]) == (expected,)
