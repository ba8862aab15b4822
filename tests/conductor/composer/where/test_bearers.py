"""Which bearer of a name is meant where it stands."""

from __future__ import annotations

import pytest

from conductor.composer.text.utterance import utterance
from conductor.composer.where.bearers import as_place, weighed
from connectors.vocabulary.places import lookup


@pytest.mark.parametrize(
    ("text", "kind"),
    [("rain in Congo", "country"), ("débit de la Moselle", "river"), ("pluie dans la Meuse", "region")],
)
def test_fame_and_the_words_of_flow_tell_the_bearer(text: str, kind: str) -> None:
    said = utterance(text, language="en" if text.startswith("rain") else "fr")
    name = text.rsplit(maxsplit=1)[-1]
    first = weighed(said, lookup(name), (text.index(name), len(text)), bearers=lookup(name))[0]
    assert first.kind == kind


def test_a_place_is_named_in_the_language_of_the_question() -> None:
    (entry, *_) = lookup("Munich")
    assert as_place(entry, utterance=utterance("pluie à Munich", language="fr")).name == "Munich"
    assert as_place(entry, name="München").name == "München"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("SST in the Mediterranean", "sea"), ("canicules marines en Méditerranée", "sea"),
        ("rain in the Mediterranean", "region"), ("vagues de chaleur en Méditerranée", "region"), ("heat waves in the Mediterranean", "region"),
    ],
)  # fmt: skip
def test_what_is_measured_in_a_sea_tells_it_from_the_region_of_its_name(text: str, kind: str) -> None:
    said = utterance(text, language="fr" if "Méd" in text else "en")
    name = text.rsplit(maxsplit=1)[-1]
    bearers = lookup(name)
    assert weighed(said, bearers, (text.index(name), len(text)), bearers=bearers)[0].kind == kind
