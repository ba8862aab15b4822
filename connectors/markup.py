"""Markup: XML that others wrote, read without entities, without network, within the parser's limits of depth and size."""

from __future__ import annotations

from typing import Any

from connectors.errors import BadReply

Element = Any  # lxml's _Element, for which there are no types

_DECLARATION = "<!ENTITY"
_SHOWN = 60
_EXCEPTION_ROOTS = ("ExceptionReport", "ServiceExceptionReport")
_EXCEPTION_TEXTS = ("ExceptionText", "ServiceException")


def read_xml(body: bytes, *, source: str = "", allow_exception: bool = False) -> Element:
    """The root element; raises BadReply where it is no XML, declares entities, or is an OGC exception that is not allowed."""
    from lxml import etree

    if _declares_entities(body):
        raise _bad("declares entities, which are not read here", body, source=source)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _bad(f"is no XML ({error})", body, source=source) from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and next(declared.iterentities(), None) is not None:
        raise _bad("declares entities, which are not read here", body, source=source)
    if local_name(root) in _EXCEPTION_ROOTS and not allow_exception:
        raise BadReply(f"it answered with an exception: {exception_text(root)}", source=source, kind="bad_payload")
    return root


def exception_text(root: Element) -> str:
    """What an OGC exception report says."""
    texts = (child.text for child in root.iter() if local_name(child) in _EXCEPTION_TEXTS and child.text)
    codes = (child.get("exceptionCode") or child.get("code") for child in root.iter())
    return " ".join(next(texts, "").split()) or next((code for code in codes if code), "") or "no reason given"


def local_name(element: Element) -> str:
    """The tag without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element, *names: str) -> list[Element]:
    """The children of these local names, whatever their namespace."""
    return [child for child in element if local_name(child) in names]


def text(element: Element, *path: str) -> str:
    """The text of the first descendant along a path of local names; empty where there is none."""
    for name in path:
        element = next(iter(children(element, name)), None)
        if element is None:
            return ""
    return (element.text or "").strip()


def _declares_entities(body: bytes) -> bool:
    """True where a declaration is spelt out, in UTF-8 or in the encodings of two and four bytes."""
    plain = body.replace(b"\0", b"") if b"\0" in body[:8] else body
    return _DECLARATION.encode() in plain


def _bad(why: str, body: bytes, *, source: str) -> BadReply:
    start = body[:_SHOWN].decode("utf-8", "replace")
    return BadReply(f"what it sent {why}; it begins with {start!r}", source=source, kind="bad_payload")
