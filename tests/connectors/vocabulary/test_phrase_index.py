"""The index of wordings: one language's words do not disturb the other's."""

from __future__ import annotations

from connectors.vocabulary.phrase_index import entry, ordinary, phrase_index, phrase_key


def test_articles_and_plurals_are_left_out_of_keys() -> None:
    assert phrase_key("jours de gel") == phrase_key("jour gel")


def test_english_wordings_that_are_french_words_are_left_out_in_french() -> None:
    assert "car" in phrase_index("en").phrases
    assert "car" not in phrase_index("fr").phrases, "`car` is a vehicle in English and `because` in French"


def test_each_language_knows_the_other_s_technical_words() -> None:
    assert "canicule" in phrase_index("en").phrases
    assert "snow water equivalent" in phrase_index("fr").phrases


def test_every_sense_points_at_an_entry() -> None:
    index = phrase_index(None)
    senses = {s for group in (index.phrases, index.letters, index.shorts) for found in group.values() for s in found}

    assert [(s.kind, s.ref) for s in senses if entry(s.kind, s.ref) is None] == []


def test_every_entry_has_names_in_both_languages_and_a_source() -> None:
    index = phrase_index(None)
    entries = [
        entry(s.kind, s.ref) for group in (index.phrases, index.letters) for found in group.values() for s in found
    ]

    assert [e.id for e in entries if e and not (e.name_en and e.name_fr and e.source)] == []


def test_ordinary_words_are_of_their_language() -> None:
    assert "reading" in ordinary("en")
    assert "reading" not in ordinary("fr")
