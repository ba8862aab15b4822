"""What can be measured: CMIP6 variables, CF standard names, xclim indicators and spectral indices, by everyday name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from connectors.vocabulary import tables
from connectors.vocabulary.entries import Entry, Wording

_THRESHOLDS = {
    ("tasmax", ">"): "tx_days_above", ("tasmax", "<"): "tx_days_below",
    ("tasmin", ">"): "tn_days_above", ("tasmin", "<"): "tn_days_below",
    ("tas", ">"): "tg_days_above", ("tas", "<"): "tg_days_below",
    ("pr", ">"): "wetdays", ("pr", "<"): "dry_days",
    ("sfcWind", ">"): "windy_days", ("sfcWindmax", ">"): "windy_days", ("sfcWind", "<"): "calm_days",
    ("snd", ">"): "snd_days_above", ("snw", ">"): "snw_days_above",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityEntry(Entry):
    """A quantity; `units` are CF's, `inputs` the CMIP variables that an indicator is computed from."""

    standard_name: str | None = None
    variable_id: str | None = None
    indicator: str | None = None
    spectral_index: str | None = None
    units: str = ""
    realms: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()


def quantity(entry_id: str) -> QuantityEntry | None:
    """The quantity of an id: `tas`, `indicator:frost_days`, `index:NDVI`, `cf:air_temperature`."""
    found = _quantities().get(entry_id)
    return by_standard_name(entry_id[3:]) if found is None and entry_id.startswith("cf:") else found


def by_variable(variable_id: str) -> QuantityEntry | None:
    """The quantity of a CMIP6 variable id, in any case."""
    return _quantities().get(variable_id) or _quantities().get(_variable_spelling().get(variable_id.lower(), ""))


def by_indicator(indicator: str) -> QuantityEntry | None:
    """The quantity of an xclim indicator id."""
    return _quantities().get(f"indicator:{indicator.lower()}")


def by_standard_name(standard_name: str) -> QuantityEntry | None:
    """The everyday quantity of a CF standard name, or the bare name where no variable bears it."""
    return _by_standard_name().get(standard_name) or _standard(standard_name)


def threshold_indicator(variable_id: str, op: str) -> QuantityEntry | None:
    """The indicator that counts days of a variable beyond a bound: ("tasmax", ">") gives tx_days_above."""
    indicator = _THRESHOLDS.get((variable_id, op.rstrip("=") or op))
    return by_indicator(indicator) if indicator else None


def quantities() -> tuple[QuantityEntry, ...]:
    """Every quantity that has an everyday name, a CMIP6 variable, an indicator or a spectral index."""
    return tuple(_quantities().values())


@cache
def standard_names() -> dict[str, tuple[str, str]]:
    """Every CF standard name → (canonical units, the present name where it is an alias)."""
    return {row[0]: (row[1], row[2]) for row in tables.rows("standard_names")}


@cache
def standard_name_beginnings() -> frozenset[str]:
    """The first word of every CF standard name."""
    return frozenset(name.partition("_")[0] for name in standard_names())


def wordings() -> Iterator[Wording]:
    """Every way to write a quantity; everyday wordings first, identifiers and titles after them."""
    for row in tables.rows("quantities"):
        yield from _worded(row[0], row[3], row[4])
    for row in tables.rows("indicator_wordings"):
        yield from _worded(f"indicator:{row[0]}", row[1], row[2])
    for row in tables.rows("spectral_indices"):
        yield from _worded(f"index:{row[0]}", row[3], row[4])
    for row in (*tables.rows("quantities"), *tables.rows("spectral_indices")):
        entry_id = row[0] if row[0] in _quantities() else f"index:{row[0]}"
        yield Wording(row[1], entry_id, "en", form="title")
        yield Wording(row[2], entry_id, "fr", form="title")
    for row in tables.rows("variables"):
        yield Wording(row[0], row[0], form="short")
        yield Wording(row[1].split(" [")[0], row[0], "en", form="title")
    for row in tables.rows("indicators"):
        if row[1] in ("xclim", "icclim", "anuclim"):
            yield Wording(row[0], f"indicator:{row[0]}", form="short")
            yield Wording(row[2].split(" [")[0], f"indicator:{row[0]}", "en", form="title")
            yield Wording(row[3].split(" [")[0], f"indicator:{row[0]}", "fr", form="title")


def _worded(entry_id: str, english: str, french: str) -> Iterator[Wording]:
    for text, implies in tables.worded(english):
        yield Wording(text, entry_id, "en", implies)
    for text, implies in tables.worded(french):
        yield Wording(text, entry_id, "fr", implies)


@cache
def _quantities() -> dict[str, QuantityEntry]:
    everyday = {row[0]: row for row in tables.rows("quantities")}
    found: dict[str, QuantityEntry] = {}
    for row in tables.rows("variables"):
        known = everyday.get(row[0])
        found[row[0]] = QuantityEntry(
            id=row[0], name_en=known[1] if known else row[1], name_fr=known[2] if known else row[1],
            aliases=_aliases(known[3], known[4]) if known else (), source=tables.source("variables"),
            standard_name=row[2] or None, variable_id=row[0], units=row[3], realms=tables.listed(row[4]),
        )  # fmt: skip
    for entry_id, row in everyday.items():
        if entry_id.startswith("cf:"):
            found[entry_id] = QuantityEntry(
                id=entry_id, name_en=row[1], name_fr=row[2], aliases=_aliases(row[3], row[4]), source=tables.source("standard_names"),
                standard_name=entry_id[3:], units=standard_names()[entry_id[3:]][0],
            )  # fmt: skip
    found |= _indicators()
    for row in tables.rows("spectral_indices"):
        found[f"index:{row[0]}"] = QuantityEntry(
            id=f"index:{row[0]}", name_en=row[1], name_fr=row[2], aliases=_aliases(row[3], row[4]),
            source=tables.source("spectral_indices"), spectral_index=row[0], units="1",
        )  # fmt: skip
    return found


def _indicators() -> dict[str, QuantityEntry]:
    worded = {row[0]: row for row in tables.rows("indicator_wordings")}
    french = {row[2]: row[3] for row in tables.rows("indicators") if row[1] == "xclim"}
    found: dict[str, QuantityEntry] = {}
    for row in tables.rows("indicators"):
        entry_id = f"indicator:{row[0]}"
        known = worded.get(row[0])
        found.setdefault(entry_id, QuantityEntry(
            id=entry_id, name_en=row[2], name_fr=french.get(row[2], row[3]), aliases=_aliases(known[1], known[2]) if known else (),
            source=tables.source("indicators"), indicator=row[0], units=row[5], inputs=tables.listed(row[4]),
        ))  # fmt: skip
    return found


def _aliases(*cells: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for cell in cells for text, _ in tables.worded(cell)))


@cache
def _variable_spelling() -> dict[str, str]:
    return {row[0].lower(): row[0] for row in tables.rows("variables")}


@cache
def _by_standard_name() -> dict[str, QuantityEntry]:
    found: dict[str, QuantityEntry] = {}
    everyday = [_quantities()[row[0]] for row in tables.rows("quantities")]
    for entry in (*everyday, *_quantities().values()):
        if entry.standard_name:
            found.setdefault(entry.standard_name, entry)
    return found


@cache
def _standard(name: str) -> QuantityEntry | None:
    known = standard_names().get(name)
    if known is None:
        return None
    units, present = known
    words = name.replace("_", " ")
    return QuantityEntry(
        id=f"cf:{name}", name_en=words, name_fr=words, source=tables.source("standard_names"), standard_name=present or name,
        units=units or standard_names().get(present, ("", ""))[0],
    )  # fmt: skip
