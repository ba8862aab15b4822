"""Words: what a search asks of a catalogue of datasets, which knows texts and not our collections."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from unicodedata import combining, normalize

from connectors.eo.naming import own_collections, split
from connectors.eo.predicates import failures
from connectors.items import JSON, Item
from connectors.offers import Source
from connectors.operations import Search

Asked = Mapping[str, Sequence[str]]  # our collection → the wordings that find it, any of which will do

_TEXTS = ("title", "description", "keywords", "type")
_SHORT = 3  # letters: of a word that many longer ones begin with or hold, as "ice", "sea", "red"


def asked_words(source: Source, search: Search) -> dict[str, list[str]] | None:
    """What to look for, by collection; empty where anything will do, None where the catalogue is not to be asked.

    `source.collections` maps ours to wordings separated by commas; where `options.open_collections` is set, others are
    looked for by their own names. Without collections a catalogue is asked only for words (`q`) or if it is open; with
    `options.words_only` for words alone.
    """
    if source.options.get("words_only") and (search.collections or not search.filters.get("q")):
        return None
    if not search.collections:
        return {} if search.filters.get("q") or source.options.get("open_collections") else None
    if own_collections(source, search) is None:
        return None
    known = source.collections
    is_open = bool(source.options.get("open_collections")) or not known
    wanted = {c: split(known[c]) if c in known else [c] for c in search.collections if c in known or is_open}
    return wanted or None


def asked_here(source: Source, search: Search) -> dict[str, JSON] | None:
    """What a catalogue without a search of its own is to be looked through for; None where it is not to be asked."""
    asked = asked_words(source, search) if search.family == source.family else None
    if asked is None:
        return None
    box = search.bbox.to_list() if search.bbox else None
    return {"asked": asked, "words": list(query(asked, search)), "bbox": box}


def query(asked: Asked, search: Search) -> tuple[str, ...]:
    """The wordings of one request, any of which will do."""
    said = str(search.filters.get("q") or "").strip()
    return (said,) if said else tuple(dict.fromkeys(w for wordings in asked.values() for w in wordings))


def named(item: Item, asked: Asked, *, otherwise: str) -> Item:
    """The dataset under our name of what it is about, else as part of its catalogue."""
    ours = next((ours for ours, wordings in asked.items() if any(speaks_of(item, w) for w in wordings)), otherwise)
    return replace(item, collection=ours)


def speaks_of(item: Item, wording: str) -> bool:
    """True where every word occurs in what the dataset says of itself: as a word of its own, not within another."""
    said = set(_words(" ".join([item.id, *(_flat(item.properties.get(name)) for name in _TEXTS)])))
    return all(any(_is_like(word, one) for one in said) for word in _words(wording))


def _words(text: str) -> list[str]:
    """The words of a text without case, accents and the ending of a plural."""
    plain = "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    return [_singular(word) for word in re.findall(r"[^\W_]+", plain)]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > _SHORT and word[-1] in "sx" and word[-2] not in "su" else word


def _is_like(word: str, said: str) -> bool:
    """Whether a word is said, in this form or a longer one (`thaw`, `thawing`); a short one alone or numbered (`TS4`)."""
    return said.startswith(word) and (len(word) > _SHORT or said[len(word) :].isdigit() or said == word)


def dataset_failures(item: Item, search: Search) -> tuple[str, ...]:
    """The predicates that a dataset fails; one that says nothing of its place is not held to be elsewhere."""
    names = [n for n in failures(item, search) if n != "bbox" or item.bbox is not None]
    if search.collections and item.collection not in search.collections:
        names.insert(0, "collections")
    if (words := str(search.filters.get("q") or "")) and not speaks_of(item, words):
        names.append("q")
    return tuple(names)


def dataset_key(item: Item) -> str:
    """What copies of a dataset share: its DOI, else its id."""
    doi = str(item.properties.get("sci:doi") or "").lower()
    return f"doi:{doi}" if doi else f"{item.collection}/{item.id}"


def _flat(value: JSON) -> str:
    return " ".join(_flat(v) for v in value) if isinstance(value, list | tuple) else str(value or "")
