"""Regular expressions searched only where a text holds letters that they need: none is missed by it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from connectors.vocabulary import tables
from connectors.vocabulary.patterns import Pattern, key
from connectors.vocabulary.spelling import fold
from connectors.vocabulary.trigrams import Triples
from scripts.vocabulary.patterns import expressions
from scripts.vocabulary.trigram_needs import needs

LEARNT = Path(__file__).parents[2] / "evals" / "own.jsonl"
GENERATED = settings(
    max_examples=5, database=None, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)  # fmt: skip


def needed(pattern: str, flags: int = 0) -> tuple[Triples, ...]:
    return needs(pattern, flags, {"the": 0.5, ".of": 0.4})


@pytest.mark.parametrize(
    ("pattern", "sets"),
    [
        (r"rainfall", [{"ain"}]),
        (r"\brain\b", [{".ra"}]),
        (r"\bof\b", [{"of."}]),  # ".of" is the more frequent
        (r"(?<![\w'-])of(?!\w)", [{"of."}]),
        (r"mean of|sum of", [{"an.", "m.o"}]),
        (r"the (?:rain|snow)\b.*tomorrow", [{"mor"}, {".ra", ".sn"}]),
        (r"in \d{4}", [{".00"}]),
        (r"[12]\d\d\d", [{"000"}]),
        (r"(?:warm|cool)(?:ed)? by", [{".by"}]),
        (r"(?:ab|cd){2}", [{"aba", "abc", "cda", "cdc"}]),
        (r"x+yz", [{"xyz"}]),
        (r"(?i:Paris)", [{"ari"}]),
        (r"rain(?=fall)", [{"ain"}]),
    ],
)
def test_an_expression_needs_the_rarest_triples_of_its_strings(pattern: str, sets: list[set[str]]) -> None:
    assert [set(one) for one in needed(pattern)] == sets


@pytest.mark.parametrize("pattern", [r"\d", r"\w+", r"(?:rain)?", r"rain|it", r"[a-z]{3}", r".*", r"(?!rain)", r"é.?"])
def test_an_expression_that_can_match_without_them_needs_none(pattern: str) -> None:
    assert needed(pattern) == ()


def test_letters_of_more_forms_than_two_tell_nothing_in_any_case() -> None:
    assert needed("été")
    assert needed("été", re.IGNORECASE) == ()


def test_the_table_knows_every_expression() -> None:
    listed, made = {row[0] for row in tables.rows("pattern_trigrams")}, {key(one) for one in expressions()}
    assert listed == made, "run `make format`: expressions were changed"


def test_no_match_in_a_learnt_question_is_missed() -> None:
    texts = [json.loads(line)["question"] for line in LEARNT.read_text(encoding="utf-8").splitlines()[::4]]
    texts += [fold(text) for text in texts]
    missed = [
        (one.pattern, text)
        for one in expressions()
        for text in texts
        if one.is_ruled_out(text) and re.search(one.pattern, text, one.flags)
    ]
    assert missed == []


@pytest.mark.parametrize("part", range(4))
def test_no_text_made_from_an_expression_is_missed(part: int) -> None:
    made = [one for one in expressions() if len(one.pattern) < 800 and not re.search(r"\(\?<?[=!]", one.pattern)][
        part::30
    ]

    @GENERATED
    @given(st.data())
    def is_found(data: st.DataObject) -> None:
        for one in made:
            text = data.draw(st.from_regex(re.compile(one.pattern, one.flags)))
            assert not one.is_ruled_out(text), (one, text)

    is_found()


def test_a_text_is_looked_at_as_far_as_it_is_searched() -> None:
    whole = Pattern(r"\bnear\b$")
    assert whole.search("nearly", 0, 4)
    assert not whole.search("nearly")


def test_what_is_ruled_out_gives_what_a_search_in_vain_gives() -> None:
    pattern, text = next(one for one in expressions() if one.is_ruled_out("rain")), "rain"
    assert pattern.search(text) is pattern.match(text) is pattern.fullmatch(text) is None
    assert list(pattern.finditer(text)) == pattern.findall(text) == []
    assert (pattern.split(text), pattern.sub("snow", text), pattern.subn("snow", text)) == ([text], text, (text, 0))


def test_a_faulty_expression_is_told_at_its_first_use() -> None:
    faulty = Pattern("(")
    with pytest.raises(re.error):
        faulty.search("rain")
