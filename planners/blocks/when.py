"""When a step works: target and reference intervals, and the years that experiments cover."""

from __future__ import annotations

from typing import Any

from planners.intent import Intent, Period

BASELINE = Period(role="reference", start="1995-01-01", end="2014-12-31")  # AR6 WGI, Annex I
PREINDUSTRIAL = Period(role="reference", start="1850-01-01", end="1900-12-31")  # AR6 WGI, Cross-Chapter Box 1.2
END_OF_CENTURY = Period(start="2081-01-01", end="2100-12-31")  # AR6 WGI, long term
HISTORICAL_END = {"CMIP6": 2014, "CMIP5": 2005}  # last year of the experiment `historical`


def pair(period: Period | None) -> list[str | None] | None:
    """`[start, end]` as steps carry it."""
    return None if period is None else [period.start, period.end]


def period_document(period: Period | None) -> dict[str, Any] | None:
    """The period as answers carry it."""
    return None if period is None else {"start": period.start, "end": period.end}


def dated(intent: Intent) -> tuple[Period, ...]:
    """Target periods that are dates, not warming levels."""
    return tuple(p for p in intent.targets if p.warming_level is None and (p.start or p.end))


def historical_end(facets: dict[str, list[str]]) -> str:
    """The last day of `historical` in the generation that the facets name; CMIP6 where none."""
    era = (facets.get("mip_era") or ["CMIP6"])[0]
    return f"{HISTORICAL_END.get(era, 2014)}-12-31"


def cut_to(period: Period, last_day: str) -> tuple[Period, list[dict[str, Any]]]:
    """The period ended at `last_day` at the latest, and the caveat that says so where it had to be."""
    if period.end is not None and period.end <= last_day:
        return period, []
    cut = Period(role=period.role, start=period.start, end=last_day)
    parameters = {"asked": [period.start, period.end], "used": [period.start, last_day]}
    return cut, [{"code": "period_truncated", "parameters": parameters}]
