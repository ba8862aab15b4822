"""Tables of what can be computed: xclim's indicators and the processes of openEO, Finch and rook."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scripts.vocabulary.writing import write_table

SUBSETS = ("subset_bbox", "subset_grid_point", "subset_polygon", "average_polygon")


def build_indicators() -> None:
    """Every xclim indicator with its titles in English and French, its input variables and units."""
    import xclim
    import xclim.indicators  # registers the indicators
    from xclim.core.indicator import registry
    from xclim.core.locales import get_local_attrs

    rows = []
    for key in sorted(registry):
        indicator = registry[key]
        french = get_local_attrs([key], "fr", append_locale_name=False) if "." not in key else {}
        parameters = [n for n, p in indicator._all_parameters.items() if int(p.kind) <= 1]
        units = [a.get("units", "") for a in indicator.cf_attrs]
        family = key.rsplit(".", 1)[0] if key.startswith(("anuclim", "cf.", "icclim")) else "xclim"
        title = str(indicator.title).rstrip(".")
        french_title = str(french.get("title", "")).rstrip(".") if isinstance(french, dict) else ""
        rows.append((key.rsplit(".", 1)[-1].lower(), family, title, french_title or title, parameters, units[:1]))
    write_table(
        "indicators",
        source=f"xclim {xclim.__version__} (indicator registry and data/fr.json)",
        licence="Apache-2.0",
        columns=("indicator", "family", "title", "title_fr", "inputs", "units"),
        rows=sorted(rows, key=lambda r: (r[1] != "xclim", r[1], r[0])),
    )


def build_processes(folder: Path) -> None:
    """openEO's processes; the service processes of Finch, rook and Raven are written by hand in `services.tsv`."""
    openeo: dict[str, Any] = json.loads((folder / "openeo_processes_compact.json").read_text(encoding="utf-8"))
    write_table(
        "processes",
        source="openEO processes 2.0.0-rc.1 (Open-EO/openeo-processes)",
        licence="Apache-2.0",
        columns=("process", "summary"),
        rows=[(name, p["summary"].rstrip(".")) for name, p in sorted(openeo.items())],
    )
