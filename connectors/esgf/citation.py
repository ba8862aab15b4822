"""Whom to credit for ESGF data: from what an item says, and from the citation service where it was asked.

The text is that of cmipcite: `{authors} ({year}): {title}. Version {version}. {publisher}. https://doi.org/{doi}.`
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec

from connectors.base import Request
from connectors.errors import BadReply
from connectors.items import JSON, Item

_PUBLISHER = "Earth System Grid Federation"
_ESGF_DOI = "10.22033/"
_CMIP6 = ("CMIP6", "cmip6-ng", "CMIP6Plus")
_CREATIVE_COMMONS = (
    (r"NonCommercial[\s-]*Share\s?Alike|BY-NC-SA", "CC BY-NC-SA 4.0"),
    (r"Share\s?Alike|BY-SA", "CC BY-SA 4.0"),
    (r"CC0|Public Domain Dedication", "CC0 1.0"),
    (r"Creative Commons Attribution|CC[ -]BY", "CC BY 4.0"),
)
_HANDLES = "https://hdl.handle.net/api/handles/"


@dataclass(frozen=True, slots=True, kw_only=True)
class DataCitation:
    """Text, DOI and licence; `url` leads to the full citation where the text could not be completed here."""

    text: str
    doi: str | None = None
    licence: str | None = None
    url: str | None = None


def cite(item: Item) -> DataCitation:
    """The credit for one dataset from its own record, with no one asked."""
    url = next((n.href for n in item.links if n.rel == "cite-as"), None)
    doi, text = _text(item.get("doi")), _text(item.get("citation"))
    if item.get("mip_era") == "CMIP6" and item.collection in _CMIP6:
        made = _model_output(item)
        doi = doi if doi.startswith(_ESGF_DOI) else ""
        text = f"{made} {text}" if text else made
    if not text:
        text = f"{_text(item.get('title')) or item.id}. Version {_text(item.get('version'))}. {_PUBLISHER}."
    return DataCitation(text=text, doi=doi or None, licence=licence_name(_text(item.get("license"))) or None, url=url)


def cite_all(items: Iterable[Item]) -> tuple[DataCitation, ...]:
    """The credits of several datasets, each once, in the order of the items."""
    return tuple(dict.fromkeys(cite(item) for item in items))


def licence_name(text: str) -> str:
    """The short name of the Creative Commons licence that a long text grants; any other text as it is."""
    if "Creative Commons" in text or re.match(r"CC[ -0]", text):
        return next((name for pattern, name in _CREATIVE_COMMONS if re.search(pattern, text, re.IGNORECASE)), text)
    return text


def citation_request(item: Item) -> Request | None:
    """The request for the full citation (DataCite-like JSON at WDCC, or CMIP7's service); None where none is linked."""
    url = next((n.href for n in item.links if n.rel == "cite-as"), None)
    return Request(method="GET", url=url, headers={"accept": "application/json"}) if url else None


def read_citation(body: bytes, *, item: Item) -> DataCitation:
    """The full citation from the service's reply; raises BadReply where it holds none."""
    try:
        record = msgspec.json.decode(body)
        doi = str(record.get("doi_url") or record["identifier"]["id"])
        title = _first(record.get("titles") or record.get("name"), "title")
    except (msgspec.DecodeError, UnicodeDecodeError, AttributeError, KeyError, TypeError) as error:
        raise BadReply(f"the citation of {item.id!r} could not be read: {error}") from error
    doi = re.sub(r"^(https?://)?(dx\.)?doi\.org/", "", doi)
    authors = "; ".join(_names(record.get("creators") or record.get("contacts") or ()))
    year, publisher = str(record.get("publicationYear") or ""), str(record.get("publisher") or _PUBLISHER)
    head = f"{authors} ({year}): {title}" if authors and year else authors + (": " if authors else "") + title
    rights = _first(record.get("rightsList") or record.get("rights") or record.get("license"), "rights")
    text = f"{head.rstrip('.')}. Version {_text(item.get('version'))}. {publisher}. https://doi.org/{doi}."
    licence = licence_name(rights or _text(item.get("license")))
    return DataCitation(text=text, doi=doi, licence=licence or None)


def pid_request(pid: str, *, base: str = _HANDLES) -> Request:
    """The request for the handle record of a PID or tracking id, `hdl:21.14100/…`."""
    bare = pid.removeprefix("hdl:").removeprefix("https://hdl.handle.net/")
    return Request(method="GET", url=f"{base.rstrip('/')}/{bare}")


def read_handle(body: bytes) -> Mapping[str, tuple[str, ...]]:
    """The values of a handle record by type; empty where the handle does not exist; raises BadReply on nonsense."""
    try:
        record = msgspec.json.decode(body)
        values: dict[str, tuple[str, ...]] = {}
        for entry in record.get("values", ()):
            value = entry["data"]["value"]
            if isinstance(value, str):
                values[entry["type"]] = (*values.get(entry["type"], ()), *(v for v in value.split(";") if v))
    except (msgspec.DecodeError, UnicodeDecodeError, AttributeError, KeyError, TypeError) as error:
        raise BadReply(f"a handle record could not be read: {error}") from error
    return values


def handle_doi(handle: Mapping[str, tuple[str, ...]]) -> str | None:
    """The DOI that a dataset's handle is part of."""
    return next((v.removeprefix("doi:") for v in handle.get("IS_PART_OF", ()) if v.startswith("doi:")), None)


def _model_output(item: Item) -> str:
    """The title that WDCC gives CMIP6 model output at experiment level, with the version that was used."""
    parts = [_text(item.get(k)) for k in ("institution_id", "source_id")]
    head = f"{' '.join(p for p in parts if p)} model output prepared for CMIP6"
    tail = " ".join(t for k in ("activity_id", "experiment_id") if (t := _text(item.get(k))))
    version = _text(item.get("version"))
    return f"{head} {tail}.{f' Version {version}.' if len(version) == 8 else ''} {_PUBLISHER}."


def _text(value: JSON) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(str(v) for v in value)
    return "" if value is None else str(value)


def _first(value: JSON, key: str) -> str:
    value = value[0] if isinstance(value, list) and value else value
    return str(value.get(key) or "") if isinstance(value, Mapping) else _text(value) if value else ""


def _names(people: JSON) -> Iterable[str]:
    for person in people if isinstance(people, list) else ():
        if isinstance(person, Mapping):
            name = person.get("creatorName") or person.get("name") or ""
            yield str(name.get("creatorName") if isinstance(name, Mapping) else name)
        else:
            yield str(person)
