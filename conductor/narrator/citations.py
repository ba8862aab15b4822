"""Whom to credit: the citations, DOIs and licences that the items carry; an ESGF dataset without one as `conductor cite` has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from conductor.answer import Citation
from connectors.esgf.citation import cite, licence_name
from connectors.items import JSON, Item

_MOST = 12
_CITED = ("sci:citation", "citation")
_SAYS_NOTHING = frozenset({"other", "various", "proprietary"})  # STAC's words for "see the link"


def citations(items: Iterable[Item], *, also: Iterable[Citation] = ()) -> tuple[Citation, ...]:
    """One citation for each text or DOI among the items, in their order, then others; a bare item is credited by its collection."""
    found: dict[tuple[str, str | None], Citation] = {}
    for item in items:
        citation = _of_record(item) if _text(item, _CITED) or not item.get("instance_id") else _of_esgf(item)
        found.setdefault((citation.text, citation.doi), citation)
    for citation in also:
        found.setdefault((citation.text, citation.doi), citation)
    return tuple(found.values())[:_MOST]


def of_details(details: Mapping[str, JSON]) -> tuple[Citation, ...]:
    """The citation that a model run carries in its details."""
    text = details.get("citation")
    return (
        (Citation(text=str(text), licence=str(details["licence"]) if details.get("licence") else None),) if text else ()
    )


def _of_esgf(item: Item) -> Citation:
    said = cite(item)
    return Citation(text=said.text, doi=said.doi, licence=said.licence)


def _of_record(item: Item) -> Citation:
    text, doi, licence = (_text(item, names) for names in (_CITED, ("sci:doi", "doi"), ("license",)))
    page = next((n.href for n in item.links if n.rel == "cite-as"), None)
    name = _providers(item) or item.collection
    return Citation(
        text=text or ", ".join(p for p in (name, page) if p),
        doi=doi or None,
        licence=None if licence in _SAYS_NOTHING else licence_name(licence) or None,
    )


def _providers(item: Item) -> str:
    providers = item.properties.get("providers") or ()
    return ", ".join(str(p.get("name")) for p in providers if isinstance(p, Mapping) and p.get("name"))


def _text(item: Item, names: tuple[str, ...]) -> str:
    for name in names:
        value = item.properties.get(name)
        if isinstance(value, list | tuple):
            value = value[0] if value else None
        if value:
            return str(value)
    return ""
