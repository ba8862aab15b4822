"""Metalink: a file that lists files, in which birdhouse servers give their results (RFC 5854, and version 3)."""

from __future__ import annotations

from connectors.errors import BadReply
from connectors.items import Cube
from connectors.markup import local_name, read_xml

MEDIA = "application/metalink"
_PLAIN = "application/octet-stream"


def is_metalink(media: str) -> bool:
    """Whether a media type is that of a metalink of whatever version."""
    return media.partition(";")[0].strip().lower().startswith(MEDIA)


def files(body: bytes) -> Cube:
    """The files that a metalink lists, as one reference in their order; raises BadReply where it lists none."""
    root = read_xml(body)
    if local_name(root) != "metalink":
        raise BadReply(f"a {local_name(root)!r} document is no metalink", kind="bad_payload")
    found: list[tuple[str, str]] = []
    for entry in (e for e in root.iter() if local_name(e) == "file"):
        links = [e for e in entry.iter() if local_name(e) in ("metaurl", "url") and (e.text or "").strip()]
        if links:
            found.append((str(links[0].text).strip(), str(links[0].get("mediatype") or links[0].get("type") or "")))
    if not found:
        raise BadReply("a metalink that lists no files", kind="bad_payload")
    media = next((kind for _, kind in found if "/" in kind), _PLAIN)
    return Cube(hrefs=tuple(href for href, _ in found), type=media)
