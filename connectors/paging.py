"""Paging: how a search goes on past a page, and past the window at which a server ends its pages, by named strategies.

    next-link      the server's own link, with its method and body                       STAC APIs, OGC Records, OData
    token          an opaque mark in the body of that link                               ESGF-NG STAC
    offset         pages by number of records; all of them at once where the count is known         Solr, OpenSearch
    search-after   a header names the record after which to go on                                                CMR
    scroll         a marker walks an index of any length                                               Globus Search
    position       the number of the next record, as the reply names it                                          CSW
    by-facet       a search that the window cuts becomes several, by the counts of a facet         Solr, the bridge
    by-time        a search that the window cuts goes on from the last moment read                  OData, STAC APIs
    by-halves      a search that the window cuts becomes two, of half the time each, until they fit       OpenSearch

A connector names those it uses in `paging`. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta

STRATEGIES = ("next-link", "token", "offset", "search-after", "scroll", "position", "by-facet", "by-time", "by-halves")


def offsets(*, read: int, matched: int, wanted: int) -> range:
    """Where the pages after a first of `read` records begin, up to what is wanted."""
    return range(read, min(matched, wanted), read) if read else range(0)


def widest(counts: Mapping[str, Mapping[str, int]], *, matched: int) -> str:
    """The facet to split by: one whose values cover every record, whose largest value is least; empty where none splits."""
    able = {name: values for name, values in counts.items() if len(values) > 1 or (values and _lacks(values, matched))}
    return min(able, key=lambda name: (_lacks(able[name], matched), max(able[name].values()), name), default="")


def batches(counts: Mapping[str, int], *, window: int) -> Iterator[tuple[str, ...]]:
    """The values in groups of no more than `window` records; a value that alone holds more is a group of its own."""
    group: list[str] = []
    held = 0
    for value, count in counts.items():
        if group and held + count > window:
            yield tuple(group)
            group, held = [], 0
        group.append(value)
        held += count
    if group:
        yield tuple(group)


def onward(moments: Sequence[tuple[str, str]], known: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
    """The moment from which to go on, and the ids already read at it: of `(id, moment)` in order; None where stuck.

    A window that holds one moment alone cannot be moved on by time.
    """
    if not moments or not (last := moments[-1][1]):
        return None
    at_last = tuple(dict.fromkeys(name for name, moment in moments if moment == last))
    if moments[0][1] == last and set(at_last) <= set(known):
        return None
    return last, tuple(dict.fromkeys((*known, *at_last))) if moments[0][1] == last else at_last


def halved(start: str, end: str) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """A span of time as two, to the millisecond; None where there is nothing to halve. What lies in the middle is in both."""
    first, last = (datetime.fromisoformat(moment).astimezone(UTC) for moment in (start, end))
    span = (last - first) // timedelta(milliseconds=1)
    if span < 2:
        return None
    middle = first + timedelta(milliseconds=span // 2)
    middle = middle.replace(microsecond=0) if span > 4000 else middle
    return (_moment(first), _moment(middle)), (_moment(middle), _moment(last))


def _moment(when: datetime) -> str:
    return when.isoformat(timespec="milliseconds" if when.microsecond else "seconds").replace("+00:00", "Z")


def _lacks(values: Mapping[str, int], matched: int) -> bool:
    """True where some records have no value of the facet."""
    return sum(values.values()) < matched
