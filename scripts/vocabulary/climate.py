"""Tables of the climate model intercomparisons: variables, standard names, experiments, facets."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from scripts.vocabulary.writing import write_table

CMIP5_YEARS = {
    "historical": (1850, 2005), "historicalNat": (1850, 2005), "historicalGHG": (1850, 2005), "historicalAA": (1850, 2005),
    "historicalAnt": (1850, 2005), "historicalMisc": (1850, 2005), "historicalExt": (2006, 2012), "esmHistorical": (1850, 2005),
    "rcp26": (2006, 2300), "rcp45": (2006, 2300), "rcp60": (2006, 2300), "rcp85": (2006, 2300), "esmrcp85": (2006, 2100),
    "amip": (1979, 2008), "past1000": (850, 1849),
}  # fmt: skip
CORDEX_YEARS = {
    "evaluation": (1979, 2018), "historical": (1950, 2005),
    "rcp26": (2006, 2100), "rcp45": (2006, 2100), "rcp60": (2006, 2100), "rcp85": (2006, 2100),
}  # fmt: skip
OLDER = (
    ("20c3m", "CMIP3", "CMIP3", "climate of the 20th century", 1850, 2000),
    ("picntrl", "CMIP3", "CMIP3", "pre-industrial control (CMIP3)", None, None),
    ("sresa1b", "CMIP3", "CMIP3", "SRES A1B", 2001, 2100),
    ("sresa2", "CMIP3", "CMIP3", "SRES A2", 2001, 2100),
    ("sresb1", "CMIP3", "CMIP3", "SRES B1", 2001, 2100),
    ("A1B", "ENSEMBLES", "ENSEMBLES", "SRES A1B, balanced energy sources, without mitigation", 2000, 2099),
    ("E1", "ENSEMBLES", "ENSEMBLES", "E1, mitigation to 450 ppm CO2 equivalent", 2000, 2099),
)


def _extract(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text(encoding="utf-8"))


def build_variables() -> None:
    """Every CMIP6 variable with title, CF name, units, realms and frequencies, from the data request."""
    from dreqPy import dreq

    request = dreq.loadDreq()
    uses: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for item in request.coll["CMORvar"].items:
        realms, tables = uses[item.vid]
        realms.update(
            item.modeling_realm if isinstance(item.modeling_realm, list) else str(item.modeling_realm).split()
        )
        tables.add(item.mipTable)
    rows = {}
    for item in request.coll["var"].items:
        realms, tables = uses[item.uid]
        rows[item.label] = (item.label, item.title, item.sn, item.units, sorted(realms), sorted(tables))
    write_table(
        "variables",
        source="CMIP6 data request 01.00.33, by dreqPy 1.2.0",
        licence="MIT (dreqPy); request: CC-BY-4.0",
        columns=("variable_id", "title", "standard_name", "units", "realms", "tables"),
        rows=(rows[k] for k in sorted(rows, key=str.lower)),
    )


def build_standard_names() -> None:
    """Every CF standard name with its canonical units; aliases point at the present name."""
    from xml.etree import ElementTree

    import compliance_checker

    path = Path(compliance_checker.__file__).parent / "data" / "cf-standard-name-table.xml"
    root = ElementTree.parse(path).getroot()
    version = root.findtext("version_number")
    rows = [(e.get("id"), e.findtext("canonical_units") or "1", "") for e in root.iter("entry")]
    rows += [(a.get("id"), "", a.findtext("entry_id")) for a in root.iter("alias")]
    write_table(
        "standard_names",
        source=f"CF standard name table v{version}, by compliance-checker 6.1.0",
        licence="CC0 (table)",
        columns=("standard_name", "units", "alias_of"),
        rows=sorted({r[0]: r for r in reversed(rows)}.values()),
    )


def _year(text: str) -> int | None:
    years = [int(y) for y in re.findall(r"\d{3,4}", text or "")]
    return years[-1] if years and "range" not in text and "after" not in text else None


def build_experiments(folder: Path) -> None:
    """Every experiment of CMIP6, CMIP5, CORDEX, CMIP7, CMIP3 and ENSEMBLES with era, activity and years."""
    rows: list[tuple[object, ...]] = []
    cmip6 = _extract(folder, "cmip6_cv_compact.json")["experiment_id"]
    for name, e in cmip6.items():
        parents = [p for p in e["parent"] if p != "no parent"]
        rows.append((name, "CMIP6", "CMIP6", e["activity"], e["title"], _year(e["start"]), _year(e["end"]), parents))
    climate = _extract(folder, "pyessv_cmip5_cordex_obs4mips_input4mips.json")
    for name, e in climate["wcrp/cmip5"]["experiment"].items():
        start, end = CMIP5_YEARS.get(name, (None, None))
        rows.append((name, "CMIP5", "CMIP5", (), e.get("description", name), start, end, ()))
    for name, e in climate["wcrp/cordex"]["experiment"].items():
        start, end = CORDEX_YEARS.get(name, (None, None))
        rows.append((name, "CMIP5", "CORDEX", (), e.get("description", name), start, end, ()))
    for name, title in _extract(folder, "cordex_cmip6_cv.json")["driving_experiment_id"].items():
        rows.append((name, "CMIP6", "CORDEX-CMIP6", ("DD",), title, *_years_of(cmip6, name), ()))
    spelling = {name.lower(): name for name in cmip6}
    for name, e in _extract(folder, "cmip7_experiments.json").items():
        start, end = _year((e.get("start_timestamp") or "")[:4]), _year((e.get("end_timestamp") or "")[:4])
        rows.append((spelling.get(name, name), "CMIP7", "CMIP7", (), name, start, end, ()))
    rows += [(name, era, project, (), title, start, end, ()) for name, era, project, title, start, end in OLDER]
    write_table(
        "experiments",
        source="WCRP-CMIP/CMIP6_CVs 78a465a7; ES-DOC/pyessv-archive 23014afa (CMIP5, CORDEX); WCRP-CORDEX/cordex-cmip6-cv "
        "a970c20; WCRP-CMIP/CMIP7-CVs 06af9e30; SRES and ENSEMBLES by their reports",
        licence="CC-BY-4.0 (CMIP6, CMIP7), BSD-3-Clause (CORDEX-CMIP6), facts (others)",
        columns=("experiment_id", "mip_era", "project", "activities", "title", "start", "end", "parents"),
        rows=rows,
    )


def _years_of(cmip6: dict[str, Any], name: str) -> tuple[int | None, int | None]:
    if name == "evaluation":
        return 1979, 2020
    e = cmip6.get(name, {})
    return _year(e.get("start", "")), _year((e.get("end") or "")[:4])


# Domains at 0.22 degrees of CORDEX-CORE (WCRP CORDEX experiment design), which the archived vocabulary of CORDEX lacks.
CORDEX_CORE = {
    "AFR-22": "Africa", "AUS-22": "Australasia", "CAM-22": "Central America", "CAS-22": "Central Asia", "EAS-22": "East Asia",
    "EUR-22": "Europe", "SAM-22": "South America", "WAS-22": "South Asia",
}  # fmt: skip


def build_facets(folder: Path) -> None:
    """Every value of the ESGF search facets but variables and experiments."""
    cmip6 = _extract(folder, "cmip6_cv_compact.json")
    older = _extract(folder, "pyessv_cmip5_cordex_obs4mips_input4mips.json")
    regional = _extract(folder, "cordex_cmip6_cv.json")
    rows: list[tuple[object, ...]] = []
    for name, s in cmip6["source_id"].items():
        rows.append(("source_id", name, "CMIP6", s["label_extended"] or name, s["inst"], s["label"]))
    rows += [("source_id", name, "CMIP5", name, (), "") for name in older["wcrp/cmip5"]["model"]]
    rows += [("source_id", name, "CORDEX", name, (), "") for name in older["wcrp/cordex"]["rcm-name"]]
    for name, s in regional["source_id"].items():
        rows.append(("source_id", name, "CORDEX-CMIP6", s["label_extended"] or name, s["institution_id"], s["label"]))
    rows += [("source_id", name, "obs4MIPs", name, (), "") for name in older["wcrp/obs4mips"]["source-id"]]
    rows += [("source_id", name, "input4MIPs", name, (), "") for name in older["wcrp/input4mips"]["source-id"]]
    rows += _institutions(cmip6, older, regional)
    rows += [("activity_id", k, "CMIP6", v, (), "") for k, v in cmip6["activity_id"].items()]
    rows += [("table_id", k, "CMIP6", k, (), "") for k in cmip6["table_id"]]
    rows += [("table_id", k, "CMIP5", k, (), "") for k in older["wcrp/cmip5"]["cmor-table"]]
    rows += [("frequency", k, "CMIP6", v, (), "") for k, v in cmip6["frequency"].items()]
    rows += [("frequency", k, "CORDEX", k, (), "") for k in older["wcrp/cordex"]["time-frequency"]]
    rows += [("grid_label", k, "CMIP6", v, (), "") for k, v in cmip6["grid_label"].items()]
    rows += [("nominal_resolution", k, "CMIP6", k, (), "") for k in cmip6["nominal_resolution"]]
    rows += [("realm", k, "CMIP6", v, (), "") for k, v in cmip6["realm"].items()]
    rows += [
        ("domain_id", k, "CORDEX", v.get("description", k), (), "") for k, v in older["wcrp/cordex"]["domain"].items()
    ]
    rows += [("domain_id", k, "CORDEX", v, (), "") for k, v in CORDEX_CORE.items()]
    rows += [("domain_id", k, "CORDEX-CMIP6", v["domain"], (), "") for k, v in regional["domain_id"].items()]
    rows += [("driving_source_id", k, "CORDEX", k, (), "") for k in older["wcrp/cordex"]["driving-model"]]
    write_table(
        "facets",
        source="WCRP-CMIP/CMIP6_CVs 78a465a7; ES-DOC/pyessv-archive 23014afa (CMIP5, CORDEX, obs4MIPs, input4MIPs); "
        "WCRP-CORDEX/cordex-cmip6-cv a970c20",
        licence="CC-BY-4.0 (CMIP6), BSD-3-Clause (CORDEX-CMIP6), facts (others)",
        columns=("facet", "value", "project", "title", "institutions", "label"),
        rows=sorted(
            {(r[0], r[1], r[2]): r for r in rows}.values(), key=lambda r: (str(r[0]), str(r[1]).lower(), str(r[2]))
        ),
    )


def _institutions(cmip6: dict[str, Any], older: dict[str, Any], regional: dict[str, Any]) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for project, known in (("CMIP6", cmip6["institution_id"]), ("CORDEX-CMIP6", regional["institution_id"])):
        rows += [("institution_id", k, project, v.split(",")[0], (), "") for k, v in known.items()]
    for project, known in (("CMIP5", older["wcrp/cmip5"]["institute"]), ("CORDEX", older["wcrp/cordex"]["institute"])):
        rows += [("institution_id", k, project, k, (), "") for k in known]
    return rows
