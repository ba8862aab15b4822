"""Source files: `sources/*.toml` and the user's own, layered into Sources; the user's word goes last."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from connectors.errors import Refused
from connectors.items import JSON
from connectors.offers import Limits, Source

FAMILIES = ("compute", "eo", "esgf", "ml")
_FIELDS = {field.name for field in fields(Source)} - {"id"}
_LIMITS = {field.name for field in fields(Limits)}
_WRITTEN = ("title", "kind", "family", "url", "enabled", "group", "evidence")


def read_sources(user_file: Path | None = None) -> tuple[Source, ...]:
    """Every source, sorted by id; raises Refused where a file cannot be read, naming the line or the entry."""
    layers = [
        _entries(file.read_text("utf-8"), name=f"connectors/sources/{file.name}")
        for file in sorted((resources.files("connectors") / "sources").iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    ]
    if user_file is not None and user_file.is_file():
        layers.append(_entries(user_file.read_text("utf-8"), name=str(user_file)))
    merged: dict[str, tuple[dict[str, JSON], str]] = {}
    for layer in layers:
        for name, (entry, file) in layer.items():
            merged[name] = (_over(merged[name][0] if name in merged else {}, entry), file)
    return tuple(_source(name, entry, file=file) for name, (entry, file) in sorted(merged.items()))


def registered_addresses(user_file: Path | None) -> tuple[tuple[str, int], ...]:
    """The `(host, port)` pairs that the user's own file names, by `url` or in `options.hosts`: those may be private."""
    if user_file is None or not user_file.is_file():
        return ()
    entries = [entry for entry, _ in _entries(user_file.read_text("utf-8"), name=str(user_file)).values()]
    urls = [str(entry["url"]) for entry in entries if entry.get("url")]
    hosts = [f"http://{host}" for entry in entries for host in entry.get("options", {}).get("hosts", ())]
    return tuple(address(url) for url in (*urls, *hosts))


def address(url: str) -> tuple[str, int]:
    """Host and port of an address."""
    parts = urlsplit(url)
    return (parts.hostname or "").lower(), parts.port or (443 if parts.scheme == "https" else 80)


def add_source(source: Source, *, user_file: Path) -> Source:
    """Write a source at the end of the user's file and give it back; a taken id gets a number."""
    taken = {known.id for known in read_sources(user_file)}
    names = (f"{source.id}{suffix}" for suffix in ("", *(f"-{n}" for n in range(2, 1000))))
    source = replace(source, id=next(name for name in names if name not in taken))
    before = user_file.read_text("utf-8") if user_file.is_file() else "format = 1\n"
    user_file.parent.mkdir(parents=True, exist_ok=True)
    draft = user_file.with_name(f".{user_file.name}.{os.getpid()}")
    draft.write_text(before.rstrip("\n") + "\n\n" + written(source), "utf-8")
    draft.replace(user_file)
    return source


def written(source: Source) -> str:
    """A source as TOML."""
    lines = [f"[source.{source.id}]"]
    lines += [
        f"{name} = {_value(getattr(source, name))}" for name in _WRITTEN if getattr(source, name) not in ("", None)
    ]
    if source.quirks:
        lines.append(f"quirks = {_value(source.quirks)}")
    for name in ("auth", "collections", "options"):
        table: Mapping[str, Any] = getattr(source, name)
        if table:
            lines.append(f"{name} = {{ " + ", ".join(f"{_key(k)} = {_value(v)}" for k, v in table.items()) + " }")
    return "\n".join(lines) + "\n"


def _entries(text: str, *, name: str) -> dict[str, tuple[dict[str, JSON], str]]:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused(f"{name!r} is not TOML: {error}") from error
    if document.get("format", 1) != 1:
        raise Refused(f"{name!r} is of format {document['format']!r}; this version reads format 1")
    sources = document.get("source", {})
    if not isinstance(sources, dict) or not all(isinstance(entry, dict) for entry in sources.values()):
        raise Refused(f"{name!r} must hold tables named [source.ID]")
    return {key: (entry, name) for key, entry in sources.items()}


def _over(below: Mapping[str, JSON], above: Mapping[str, JSON]) -> dict[str, JSON]:
    merged = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _over(merged[key], value) if both else value
    return merged


def _source(name: str, entry: Mapping[str, JSON], *, file: str) -> Source:
    if unknown := set(entry) - _FIELDS:
        raise Refused(f"source {name!r} in {file!r} has unknown entries {sorted(unknown)}; known: {sorted(_FIELDS)}")
    limits = entry.get("limits", {})
    if unknown := set(limits) - _LIMITS:
        raise Refused(f"source {name!r} in {file!r} has unknown limits {sorted(unknown)}; known: {sorted(_LIMITS)}")
    missing = [key for key in ("kind", "family", "url") if not entry.get(key)]
    if missing:
        raise Refused(f"source {name!r} in {file!r} lacks {', '.join(missing)}")
    if entry["family"] not in FAMILIES:
        raise Refused(f"source {name!r} in {file!r} is of family {entry['family']!r}; families: {', '.join(FAMILIES)}")
    values = {**entry, "limits": Limits(**limits), "quirks": tuple(entry.get("quirks", ()))}
    return Source(**{"title": name, **values, "id": name})


def _key(text: str) -> str:
    plain = text.replace("-", "").replace("_", "")
    return text if plain.isascii() and plain.isalnum() else json.dumps(text)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(v) for v in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def of_family(sources: Iterable[Source], family: str) -> tuple[Source, ...]:
    """The enabled sources of a family."""
    return tuple(source for source in sources if source.enabled and source.family == family)
