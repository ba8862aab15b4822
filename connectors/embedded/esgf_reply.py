"""What an esg-search service answers: Solr JSON, Solr XML, the error page and the wget script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from shlex import quote
from xml.etree import ElementTree

import msgspec

from connectors.embedded.esgf_query import JSON_FORMAT, Query
from connectors.embedded.esgf_records import Record
from connectors.items import JSON

_REASONS = {400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed", 501: "Not Implemented"}
_LONGEST_FOLDER = 50


def reply(query: Query, found: Sequence[Record], *, shards: Sequence[str]) -> tuple[bytes, str]:
    """One page of the records found with the facet counts asked for: (body, content type)."""
    page = [_shown(r, query.fields) for r in found[query.offset : query.offset + query.limit]]
    core = {"Dataset": "datasets", "File": "files", "Aggregation": "aggregations"}[query.kind]
    params: dict[str, JSON] = {
        "df": "text", "echoParams": "all", "facet": "true", "facet.limit": "-1", "facet.method": "enum",
        "facet.mincount": "1", "facet.sort": "lex", "fl": ",".join([*query.fields, "score"]) if query.fields else "*,score",
        "fq": list(query.filters), "indent": "true", "q": query.text, "q.alt": "*:*", "qf": "text",
        "rows": str(query.limit), "start": str(query.offset), "tie": "0.01",
        "wt": "json" if query.format == JSON_FORMAT else "xml",
    }  # fmt: skip
    if query.facets:
        params["facet.field"] = list(query.facets)
    if query.distrib:
        params["shards"] = ",".join(f"{s}/{core}" for s in shards)
    document = {
        "responseHeader": {"status": 0, "QTime": 0, "params": params},
        "response": {"numFound": len(found), "start": query.offset, "maxScore": 1.0 if found else 0.0, "docs": page},
        "facet_counts": {
            "facet_queries": {}, "facet_fields": {f: _counts(found, f) for f in query.facets}, "facet_ranges": {},
            "facet_intervals": {}, "facet_heatmaps": {},
        },
    }  # fmt: skip
    if query.format == JSON_FORMAT:
        return msgspec.json.encode(document), "application/json;charset=UTF-8"
    return _xml(document), "text/xml;charset=UTF-8"


def error_page(status: int, message: str) -> str:
    """The page of the servlet container around a refusal; clients look for the message in it."""
    title = f"HTTP Status {status} – {_REASONS.get(status, 'Error')}"
    return f"<!doctype html><html><head><title>{title}</title></head><body><h1>{title}</h1><p>{escape(message)}</p></body></html>"


def wget_script(
    query: Query, found: Sequence[Record], *, structure: Sequence[str] = (), empty: str = "", asked: str = ""
) -> tuple[str, str]:
    """A script that downloads the files found and checks them, or a word why there is none: (text, content type)."""
    page = found[query.offset : query.offset + query.limit]
    if not page:
        return "No files were found that matched the query", "text/plain"
    lines = [
        "#!/bin/bash", f"# Files of {asked}", "# Downloads what is missing or damaged, checks sizes by SHA-256.", "failed=0",
        _FETCH,
    ]  # fmt: skip
    if len(found) > len(page):
        lines.append(
            f"echo 'Warning! The total number of files was {len(found)} but this script will only process {len(page)}.' >&2"
        )
    for record in page:
        url = next((u.split("|")[0] for u in record["url"] if u.endswith("|HTTPServer")), "")
        if url:
            folder = _folder(record, structure, empty)
            target = f"{folder}{record['title']}"
            lines.append(f"fetch {quote(target)} {quote(url)} {quote(str(record['checksum'][0]))}")
    return "\n".join([*lines, 'exit "$failed"', ""]), "text/x-sh"


_FETCH = """fetch() {
  mkdir -p "$(dirname "$1")"
  if [ -f "$1" ] && echo "$3  $1" | sha256sum -c --status; then echo "$1 is already here"; return; fi
  if command -v wget >/dev/null; then wget -q -O "$1.part" "$2"; else curl -sSf -o "$1.part" "$2"; fi
  if echo "$3  $1.part" | sha256sum -c --status; then mv "$1.part" "$1"; echo "$1 done"
  else rm -f "$1.part"; echo "$1 FAILED" >&2; failed=1; fi
}"""


def _folder(record: Record, structure: Sequence[str], empty: str) -> str:
    parts = []
    for facet in structure:
        value = record.get(facet)
        text = str(value[0] if isinstance(value, list) and value else value or empty)
        text = re.sub(r"[ /\\|:;]+", "_", re.sub(r"['<>?*\"\n\t\r\0]|^\.+$", "", text))[:_LONGEST_FOLDER]
        parts += [text] if text else []
    return "".join(f"{p}/" for p in parts)


def _shown(record: Record, fields: Sequence[str]) -> Record:
    if fields and "*" not in fields:
        record = {k: v for k, v in record.items() if k in fields}
    return {**record, "score": 1.0}


def _counts(found: Iterable[Record], facet: str) -> list[str | int]:
    """Value, count, value, count, … in lexicographic order."""
    counted: Counter[str] = Counter()
    for record in found:
        value = record.get(facet)
        counted.update({str(v) for v in value} if isinstance(value, list) else [] if value is None else [str(value)])
    return [x for pair in sorted(counted.items()) for x in pair]


def _xml(document: Mapping[str, JSON]) -> bytes:
    root = ElementTree.Element("response")
    header = ElementTree.SubElement(root, "lst", name="responseHeader")
    for name, value in document["responseHeader"].items():
        _element(header, name, value)
    response = document["response"]
    result = ElementTree.SubElement(root, "result", name="response")
    result.attrib |= {k: str(response[k]) for k in ("numFound", "start", "maxScore")}
    for record in response["docs"]:
        doc = ElementTree.SubElement(result, "doc")
        for name, value in record.items():
            _element(doc, name, value)
    counts = ElementTree.SubElement(root, "lst", name="facet_counts")
    for group, facets in document["facet_counts"].items():
        lst = ElementTree.SubElement(counts, "lst", name=group)
        for facet, flat in facets.items():
            values = ElementTree.SubElement(lst, "lst", name=facet)
            for value, count in zip(flat[::2], flat[1::2], strict=True):
                ElementTree.SubElement(values, "int", name=value).text = str(count)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True))


def _element(parent: ElementTree.Element, name: str, value: JSON) -> None:
    if isinstance(value, Mapping):
        holder = ElementTree.SubElement(parent, "lst", name=name)
        for key, inner in value.items():
            _element(holder, key, inner)
    elif isinstance(value, list):
        holder = ElementTree.SubElement(parent, "arr", name=name)
        for inner in value:
            ElementTree.SubElement(holder, _tag("", inner)).text = _solr(inner)
    else:
        ElementTree.SubElement(parent, _tag(name, value), name=name).text = _solr(value)


def _tag(name: str, value: JSON) -> str:
    if name in ("datetime_start", "datetime_stop", "timestamp", "_timestamp"):
        return "date"
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int):
        return "long" if name == "size" else "int"
    return "float" if isinstance(value, float) else "str"


def _solr(value: JSON) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
