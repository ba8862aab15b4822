"""Wordings: how templates are read, and how many questions they hold."""

from __future__ import annotations

from random import Random

import pytest

from conductor.composer.training.wordings import Spanned, Template, Words, parse, said, templates
from conductor.composer.voices.tags import ACTIONS


def template(line: str) -> Template:
    return Template(language="en", section="find", action="find", flags=frozenset(), nodes=parse(line))


def test_alternatives_multiply() -> None:
    assert template("(find|list) (all |)(a|b|(c|d)) {place}").wordings == 2 * 2 * 4


def test_a_draw_makes_every_choice() -> None:
    drawn = template("(find|list) <quantity snow (depth|cover)>").draw(Random(1))
    first, blank, span = drawn
    assert first in (Words(text="find"), Words(text="list")) and blank == Words(text=" ")
    assert isinstance(span, Spanned) and span.slot == "quantity"


@pytest.mark.parametrize("line", ["(a|b", "a)b", "<colour red>"])
def test_a_broken_template_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"bracket|slot"):
        parse(line)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_thousands_of_wordings_are_ours_in_each_language(language: str) -> None:
    assert sum(t.wordings for t in templates(language)) > 5000
    assert set(ACTIONS) <= {t.action for t in templates(language)}


def test_both_languages_know_the_same_sayings() -> None:
    assert set(said("en")) == set(said("fr"))
