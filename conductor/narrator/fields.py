"""The fields of sentences, each bound to a value of the finding it speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conductor.answer import Finding
from conductor.narrator import names
from conductor.narrator.definitions import explained
from conductor.narrator.imagery import IMAGE_ROLES, image_fields
from conductor.narrator.indices import index_fields, threshold
from conductor.narrator.numbers import decimals_of, number
from conductor.narrator.rivers import RIVER_ROLES, river_fields
from conductor.narrator.sentences import COUNTED, WORDS
from conductor.narrator.sought import sought, title_of

_LISTED = 40  # names of models or nodes spelled out
_SHOWN = 3  # scenes or datasets spelled out


def fields_of(finding: Finding, language: str) -> dict[str, str]:
    """Everything that the templates of the finding's role may use."""
    words, conditions = WORDS[language], finding.conditions
    fields = {
        "quantity": _quantity(finding, language), "place": names.place(finding.place, language), "where": names.where(finding.place, language),
        "when": names.when(finding.period, language),
        "around": names.around(finding.place, language), "reference": names.period(finding.reference, language),
        "under": _under(conditions, language), "range": _range(finding, language), "season": _season(conditions, words, language),
        "counted": _counted(finding.role, finding.n or 0, language), "names": _rows(finding), "what": sought(finding, language),
        "matched": _counted("matched", int(finding.details.get("matched") or 0), language), "examples": _examples(finding, words),
        "collections": ", ".join(names.collection(c, language) for c in finding.details.get("collections") or ()),
        "model": str(conditions.get("model", "")),
    }  # fmt: skip
    reference = names.period(finding.reference, language)
    fields["against"] = words["against"].format(reference) if finding.reference else ""
    if finding.value is not None:
        fields |= _valued(finding, words, language)
    if finding.role == "contrast":
        fields |= _sides(finding, words, language)
    if finding.role == "climatology" and finding.series:
        fields |= _extremes(finding, language)
    if finding.role in RIVER_ROLES:
        fields |= river_fields(finding, language)
    if finding.role in IMAGE_ROLES:
        fields |= image_fields(finding, language)
    if finding.role == "needs_daily":
        fields |= index_fields(finding, language)
    if finding.kind == "explanation":
        fields |= explained(finding.details, language)
    return fields


def amount(finding: Finding, value: float, language: str, *, decimals: int | None = None) -> str:
    """A value of the finding with its units."""
    units = finding.units or ""
    places = decimals_of(units, finding.value or value) if decimals is None else decimals
    return f"{number(value, places, language)} {names.units(units, language)}".rstrip()


def _valued(finding: Finding, words: Mapping[str, str], language: str) -> dict[str, str]:
    value, details = finding.value or 0.0, finding.details
    is_level = finding.role in ("cloud", "image_change", "index_level", "level", "share") or (
        finding.role == "side" and finding.reference is None
    )
    fields = {
        "amount": amount(finding, value if is_level else abs(value), language),
        "higher": words["higher" if value >= 0 else "lower"], "rises": words["rises" if value >= 0 else "falls"],
        "class": names.land_cover(str(finding.conditions.get("land_cover", "")), language),
    }  # fmt: skip
    if finding.role == "crossing":
        level = float(finding.conditions["warming_level"])
        fields |= {"year": f"{value:.0f}", "level": f"{number(level, 0 if level == int(level) else 1, language)} K",
                   "share": _crossed(details, words)}  # fmt: skip
    if finding.role == "trend":
        fields |= _ends(finding) | {"significantly": _significantly(details.get("significant"), words)}
    if finding.items:
        fields |= {"item": finding.items[0].id, "date": _date(finding, language)}
    area = details.get("area_km2")
    fields["area"] = words["area"].format(f"{number(float(area), 0, language)} km²") if area else ""
    return fields


def _counted(role: str, count: int, language: str) -> str:
    """How many, in the right number."""
    forms = COUNTED[language].get(role)
    return forms[count > 1].format(number(count, 0, language)) if forms else ""


def _quantity(finding: Finding, language: str) -> str:
    name = names.quantity(finding.quantity, language) + threshold(finding.quantity or {}, language)
    pressure = finding.conditions.get("pressure_hPa")
    return WORDS[language]["at"].format(name, f"{pressure:g} hPa") if pressure else name


def _under(conditions: Mapping[str, Any], language: str) -> str:
    """The scenario clause: it begins an English sentence and follows the place in a French one."""
    experiment = conditions.get("experiment_id")
    parts = []
    if isinstance(experiment, str):
        word = "observed" if experiment in ("obs", "historical") else "under"
        parts.append(WORDS[language][word].format(names.scenario(experiment, language)))
    if source := conditions.get("source_id"):
        parts.append(", ".join(source) if isinstance(source, list) else str(source))
    if not parts:
        return ""
    return f" {', '.join(parts)}" if language == "fr" else f"{', '.join(parts)}, "


def _range(finding: Finding, language: str) -> str:
    if finding.low is None or finding.high is None:
        return ""
    low, high = finding.low, finding.high
    if (
        finding.role in ("change", "flood_change", "side", "contrast", "trend")
        and finding.reference is not None
        and high <= 0
    ):
        low, high = -high, -low
    if finding.role == "contrast" and (finding.value or 0) < 0:
        low, high = (-finding.high, -finding.low)
    if finding.role == "crossing":
        bounds = [f"{v:.0f}" for v in (finding.low, finding.high)]
    else:
        places = decimals_of(finding.units or "", finding.value or 0.0)
        bounds = [number(low, places, language), amount(finding, high, language)]
    return WORDS[language]["range"].format(names.meaning(finding.range_meaning, language), *bounds)


def _season(conditions: Mapping[str, Any], words: Mapping[str, str], language: str) -> str:
    months = names.months(conditions.get("months"), language)
    return words["season"].format(months) if months else ""


def _crossed(details: Mapping[str, Any], words: Mapping[str, str]) -> str:
    crossed, models = details.get("crossed"), details.get("models")
    return words["crossed"].format(crossed, models) if crossed is not None and models is not None else ""


def _ends(finding: Finding) -> dict[str, str]:
    """The first and last year that a trend was computed over."""
    x = finding.series.x if finding.series else ()
    period = finding.period or {}
    first, last = (x[0], x[-1]) if x else (period.get("start") or "…", period.get("end") or "…")
    return {"first": str(first)[:4], "last": str(last)[:4]}


def _significantly(share: Any, words: Mapping[str, str]) -> str:
    """The share of members whose slope is significant, in a word; nothing where it was not tested."""
    return "" if share is None else words["all" if share >= 1 else "some" if share > 0 else "none"]


def _date(finding: Finding, language: str) -> str:
    item = finding.items[0]
    instant = str(item.interval.start or item.get("datetime") or "")[:10]
    return names.period({"start": instant, "end": instant}, language) if len(instant) == 10 else instant


def _sides(finding: Finding, words: Mapping[str, str], language: str) -> dict[str, str]:
    """The two sides of a contrast by what differs between them."""
    minus = finding.conditions.get("minus") or {}
    first = {k: finding.conditions.get(k) for k in minus}
    place = "" if "place" in minus else names.place(finding.place, language)
    at_time = "" if "period" in minus else f" {names.when(finding.period, language)}"
    return {
        "side": _side(first, words, language), "other_side": _side(minus, words, language), "at_time": at_time,
        "of_place": f" {names.where(finding.place, language)}" if place else "", "place_first": f"{place} : " if place else "",
    }  # fmt: skip


def _side(conditions: Mapping[str, Any], words: Mapping[str, str], language: str) -> str:
    told = []
    for name, value in conditions.items():
        match name:
            case "experiment_id":
                word = "observed" if value in ("obs", "historical") else "under"
                told.append(words[word].format(names.scenario(str(value), language)))
            case "period":
                start, _, end = str(value).partition("/")
                told.append(names.when({"start": start, "end": end}, language))
            case "place":
                told.append(words["for"].format(value))
            case _:
                told.append(words["for"].format(", ".join(value) if isinstance(value, list) else value))
    return ", ".join(told)


def _extremes(finding: Finding, language: str) -> dict[str, str]:
    series = finding.series
    values = [y for y in series.y if y is not None] if series else []
    if not values or series is None:
        return {"lowest": "…", "highest": "…"}
    places, units = decimals_of(series.units, max(values)), names.units(series.units, language)
    return {
        "lowest": number(min(values), places, language),
        "highest": f"{number(max(values), places, language)} {units}",
    }


def _rows(finding: Finding) -> str:
    rows = finding.table.rows if finding.table else ()
    return ", ".join(str(row[0]) for row in rows[:_LISTED]) + (" …" if len(rows) > _LISTED else "")


def _examples(finding: Finding, words: Mapping[str, str]) -> str:
    shown = [title_of(i) if finding.role == "records" else i.id for i in finding.items[:_SHOWN]]
    return words["first"].format(", ".join(shown)) if shown else ""
