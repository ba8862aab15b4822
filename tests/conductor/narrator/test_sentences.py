from __future__ import annotations

import re
from string import Formatter

import pytest

from conductor.narrator.sentences import COUNTED, TEMPLATES, WORDS


@pytest.mark.parametrize("language", TEMPLATES)
def test_no_template_holds_a_digit(language: str) -> None:
    texts = [*TEMPLATES[language].items(), *WORDS[language].items()]
    assert [role for role, text in texts if re.search(r"\d", text)] == []


def test_both_languages_have_the_same_sentences_and_words() -> None:
    for table in (TEMPLATES, WORDS, COUNTED):
        assert table["en"].keys() == table["fr"].keys()


@pytest.mark.parametrize("role", TEMPLATES["en"])
def test_both_languages_bind_the_same_values(role: str) -> None:
    english, french = ({f for _, f, _, _ in Formatter().parse(TEMPLATES[lang][role]) if f} for lang in ("en", "fr"))
    assert {f.replace("where", "place") for f in english - {"of_place"}} == french - {"place_first"}
