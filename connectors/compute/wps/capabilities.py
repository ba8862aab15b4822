"""The capabilities of a WPS, 1.0 or 2.0: what it offers and the languages it speaks, read in one pass.

WPS 1.0 (OGC 05-007r7) section 8 and WPS 2.0 (OGC 14-065) section 9.2; hundreds of processes are read in milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass

from connectors.compute.remote import ProcessSummary
from connectors.errors import BadReply
from connectors.markup import Element, children, local_name, text

OFFERED = ("Process", "ProcessSummary")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a server says of itself; `languages` are BCP 47 tags, its default first."""

    title: str = ""
    version: str = ""
    languages: tuple[str, ...] = ()
    processes: tuple[ProcessSummary, ...] = ()


def capabilities(root: Element) -> Capabilities:
    """Read a capabilities document; raises BadReply where it is none."""
    if not local_name(root).endswith("Capabilities"):
        raise BadReply(f"a {local_name(root)!r} document is no capabilities of a WPS", kind="bad_payload")
    offered = [
        entry for offers in children(root, "ProcessOfferings", "Contents") for entry in children(offers, *OFFERED)
    ]
    spoken = [
        " ".join((e.text or "").split()) for part in children(root, "Languages") for e in part.iter("{*}Language")
    ]
    return Capabilities(
        title=text(root, "ServiceIdentification", "Title"),
        version=str(root.get("version") or ""),
        languages=tuple(dict.fromkeys(filter(None, spoken))),
        processes=tuple(_summary(entry) for entry in offered),
    )


def best_language(wanted: str, spoken: tuple[str, ...]) -> str:
    """The spoken tag that serves `wanted`: itself, the same tongue of another country, or the server's default.

    Servers refuse tags that they do not list: Finch knows `fr` and refuses `fr-CA`. Empty where a server lists none.
    """
    same = [tag for tag in spoken if tag.casefold() == wanted.casefold()]
    tongue = wanted.partition("-")[0].casefold()
    alike = [tag for tag in spoken if tag.partition("-")[0].casefold() == tongue]
    return next(iter([*same, *alike, *spoken]), "")


def _summary(entry: Element) -> ProcessSummary:
    told = {local_name(child): " ".join((child.text or "").split()) for child in entry}
    attributes = {str(name).rpartition("}")[2]: str(value) for name, value in entry.attrib.items()}
    return ProcessSummary(
        id=told.get("Identifier", ""),
        title=told.get("Title", ""),
        description=told.get("Abstract", ""),
        version=attributes.get("processVersion", ""),
        modes=tuple(attributes.get("jobControlOptions", "").split()),
    )
