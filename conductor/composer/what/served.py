"""Processes named beside their server: "subset … with rook", "openEO's ndvi", "le processus average de rook"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from connectors.vocabulary.patterns import Pattern
from connectors.vocabulary.phrases import Match
from connectors.vocabulary.processes import ProcessEntry, process

_SMALL_SERVERS = frozenset({"rook", "finch", "weaver", "gnosis", "xsdba"})
# Ordinary words that are also ids of openEO or xclim: right beside the server they are its process, elsewhere only words.
_BEFORE = Pattern(
    r"([a-z][a-z0-9_]{2,40})[\"'`»]?,? (?:process(?:us)? |operator |indicator |indicateur )?(?:of |de |d'|from |du |in |on |sur |with |avec |through |via |par )(?:the |le |la |l')?$"
)
_AFTER = Pattern(r"^(?:'s)? ?[:.]? ?[\"'`«]?([a-z][a-z0-9_]{2,40})\b")
_THEN = Pattern(
    r"(?:,| ?->| ?\+)? ?(?:then|and|followed by|puis|et|ensuite|suivi de)? ?[\"'`«]?([a-z][a-z0-9_]{2,40})\b"
)
_COMMAND = Pattern(
    r"^\W*(?:please |can you |could you |peux-tu |pouvez-vous |use |run |call |apply |execute |launch |start |(?:utilise|lance|appelle|applique|execute|demarre)[rz]? |(?:fais|faites) tourner |the |le )*([a-z][a-z0-9_]{3,40})\b"
)


# openEO's ids that are also plain words: in a chain of its processes they are meant as such
_PLAIN_IDS = Pattern(
    r"(?:^|[,;>+(|]|\b(?:then|and|puis|et|ensuite|after|before|apres|avant|followed by|suivi de|apply|run|use|applique[rz]?|lance[rz]?|utilise[rz]?|process(?:es|us)(?: openeo| d'openeo)?)\b)\s*(?P<id>ndvi|mask)"
    r"(?=\s*(?:[,;>+)|]|->|$|\b(?:then|and|puis|et|ensuite|to|on|over|sur|with|avec|for|pour|in|en|a|by|par)\b))"
)
_REDUCERS = frozenset({"max", "min", "mean", "median", "sum", "count", "first", "last", "sd", "variance"})
_INDICATORS = Pattern(r"\b(?:finch|xclim)\b")
_IDENTIFIER = Pattern(r"\b[a-z][a-z0-9_]{2,40}\b")
# Indicators whose ids are plain words or a variable's name: they count right beside their server only.
_PLAIN_INDICATORS = frozenset({"api", "fit", "hurs", "huss", "prlp", "prsn", "stats", "usage"})


def served(folded: str, names: Sequence[Match]) -> Iterator[Match]:
    """Every process that only its surroundings tell: beside its server, in a chain of others, an indicator run by its id."""
    found = [*_beside_servers(folded, names)]
    found += [
        m for m in (*_in_chain(folded, [*names, *found]), *_indicators(folded)) if not _known(m, [*names, *found])
    ]
    yield from found


def _known(match: Match, others: Sequence[Match]) -> bool:
    return any(m.kind == "process" and m.start == match.start for m in others)


def _in_chain(folded: str, names: Sequence[Match]) -> Iterator[Match]:
    """ "filter_bbox, ndvi, reduce_dimension": NDVI is a process among processes."""
    if not any(isinstance(m.entry, ProcessEntry) and m.entry.family == "openeo" for m in names):
        return
    for said in _PLAIN_IDS.finditer(folded):
        if known := process(said["id"]):
            yield Match(start=said.start("id"), end=said.end("id"), text=said["id"], kind="process", entry=known)


def _indicators(folded: str) -> Iterator[Match]:
    """ "rx1day … with finch", "run spei from xclim"."""
    if not _INDICATORS.search(folded):
        return
    for said in _IDENTIFIER.finditer(folded):
        known = None if said[0] in _PLAIN_INDICATORS else process(said[0])
        if known is not None and known.family in ("finch", "xclim"):
            yield Match(start=said.start(), end=said.end(), text=said[0], kind="process", entry=known)


def _beside_servers(folded: str, names: Sequence[Match]) -> Iterator[Match]:
    """A process for each server named that one of its processes stands beside, or that one begins the sentence."""
    for server in (m for m in names if m.kind == "server"):
        before, after = _BEFORE.before(folded, server.start), _AFTER.match(folded[server.end :])
        begun = _COMMAND.match(folded) if server.entry.id in _SMALL_SERVERS else None
        for said, start in ((before, 0), (after, server.end), (begun, 0)):
            match = _process(said, start, server) if said else None
            if match and not any(m.kind == "process" and m.start == match.start for m in names):
                yield match
            if match:
                yield from _chained(folded, match, server)
                break


def _chained(folded: str, first: Match, server: Match) -> Iterator[Match]:
    """ "… then ndvi": the processes that follow on the one named."""
    last = first
    while more := _THEN.match(folded, last.end):
        following = _process(more, 0, server)
        if following is None or following.text in _REDUCERS:
            return
        yield following
        last = following


def _process(said: re.Match[str], offset: int, server: Match) -> Match | None:
    known = process(said[1])
    families = {"openeo": ("openeo", "xclim"), "finch": ("finch", "xclim")}.get(server.entry.id, (server.entry.id,))
    if known is None or known.family not in families:
        return None
    start, end = said.start(1) + offset, said.end(1) + offset
    return Match(start=start, end=end, text=said[1], kind="process", entry=known)
