"""Identifiers so short that they could be words (`pr`, `so`, `day`): taken in the company of others, or where a word announces them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cache

from connectors.vocabulary import tables
from connectors.vocabulary.matches import Match
from connectors.vocabulary.phrase_index import PhraseIndex, Sense, entry, ordinary
from connectors.vocabulary.spelling import Token

_MARKERS = tables.words("before_an_identifier")
_SMALL = tables.words("small_words")
_TOO_PLAIN = tables.words("identifiers_too_plain")
_OPENING = {"`": "`", "'": "'", '"': '"', "«": "»", "“": "”"}
_AND = frozenset(("and", "et", "or", "ou", "plus"))


def short_matches(
    text: str, words: Sequence[Token], index: PhraseIndex, taken: Sequence[bool], strong: Set[int]
) -> Iterator[Match]:
    """Short identifiers: free where unmistakable, otherwise only beside another identifier or after a word such as `variable`."""
    strong |= {n for n, word in enumerate(words) if taken[n] and _mixed(word.key)}
    candidates = {
        n: index.shorts[word.key] for n, word in enumerate(words) if not taken[n] and word.key in index.shorts
    }
    known = _plain()
    certain = {n for n, senses in candidates.items() if _certain(text, words[n], senses, known)}
    certain |= _enumerated(text, words, {n for n in candidates if words[n].key not in known})
    company = certain | strong
    accepted: set[int] = set()
    for number, senses in (*candidates.items(), *candidates.items()):
        word = words[number]
        said = text[word.start : word.end]
        plain = word.key in known
        beside = certain if plain else company
        if number in accepted or (
            number not in certain
            and not _supported(text, words, number, beside, candidates.keys(), plain=plain)
            and not (word.key not in _TOO_PLAIN and said.islower() and _coupled(text, words, number, accepted))
        ):
            continue
        accepted.add(number)
        for sense in senses:
            strange = said != sense.text and (said != said.lower() or sense.ref.startswith("institution_id"))
            found = entry(sense.kind, sense.ref) if sense.kind != "facet" or not strange else None
            if found:
                yield Match(start=word.start, end=word.end, text=said, kind=sense.kind, entry=found)


@cache
def _plain() -> frozenset[str]:
    """Every word that says nothing of an identifier by itself."""
    return ordinary(None) | _TOO_PLAIN


def _mixed(key: str) -> bool:
    return any(c.isdigit() for c in key) and any(c.isalpha() for c in key)


def _certain(text: str, word: Token, senses: tuple[Sense, ...], known: frozenset[str]) -> bool:
    said = text[word.start : word.end]
    if len(said) < 3:
        return len(said) == 2 and said[1].isdigit() and any(s.text == said for s in senses)
    exact = any(s.text == said for s in senses)
    if word.key in known or (len(said) == 3 and said.isupper() and not exact):
        return exact and not said.islower() and len(said) > 3
    return exact or said.islower()


def _enumerated(text: str, words: Sequence[Token], candidates: set[int]) -> set[int]:
    """Short identifiers that stand in a list of their like: `ts, ua and va`."""
    found: set[int] = set()
    for number in candidates:
        gap = _gap(text, words, number, 1)
        following = number + 1
        if gap is not None and len(gap) <= 3 and following < len(words) and words[following].key in _AND:
            gap, following = ",", following + 1
        if gap is not None and following in candidates and any(c in gap for c in ",/+&"):
            found |= {number, following}
    return found


def _supported(
    text: str, words: Sequence[Token], number: int, certain: Set[int], candidates: Set[int], *, plain: bool
) -> bool:
    """True beside a word such as `variable`, quoted, or in a list with another identifier; plain words only in a real list."""
    start, end = words[number].start, words[number].end
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == "=" or (before and before in _OPENING and after == _OPENING[before]):
        return True
    introduced = number > 0 and words[number - 1].key in _SMALL and _gap(text, words, number, -1) == " "
    if introduced and not plain and not certain.isdisjoint(range(number - 8, number + 9)):
        return True
    for step in (-1, 1):
        position, listed = number, False
        for _ in range(4):
            gap = _gap(text, words, position, step)
            position += step
            if gap is None or len(gap) > 3 or any(c in ".;!?()" for c in gap):
                break
            listed = listed or "," in gap or "/" in gap or "+" in gap
            if words[position].key in _AND:
                listed = True
                continue
            if not plain and words[position].key in _SMALL:
                continue
            if words[position].key in _MARKERS or (position in certain and (listed or not plain)):
                return True
            if position not in candidates:
                break
    return False


def _coupled(text: str, words: Sequence[Token], number: int, accepted: Set[int]) -> bool:
    """True where `and` alone ties the word to an identifier that was taken: `ua and va`, `zg et ta`."""
    if number - 2 not in accepted or words[number - 1].key not in ("and", "et"):
        return False
    following = text[words[number].end : words[number].end + 1]
    return text[words[number - 2].end : words[number].start].strip() in ("and", "et") and following in (
        "",
        " ",
        ",",
        ".",
        ";",
        "?",
    )


def _gap(text: str, words: Sequence[Token], number: int, step: int) -> str | None:
    other = number + step
    if not 0 <= other < len(words):
        return None
    return text[words[min(number, other)].end : words[max(number, other)].start]
