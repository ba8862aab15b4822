"""The sweep over every xclim indicator: ours beside xclim called directly, one line of JSON each, taken up where it stopped.

`python -m tests.connectors.compute.every_indicator REPORT` runs what REPORT lacks; one that other code wrote is begun anew.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import xarray as xr

from connectors.compute import indicators, percentiles
from connectors.compute.fields import Field
from connectors.compute.local import LocalProcesses
from connectors.errors import Refused
from connectors.items import Cube
from tests.connectors.compute.daily_sample import MADE, write_sample
from tests.connectors.compute.samples import processes

REFERENCE = ["1990-01-01", "1993-12-31"]
ARGUMENTS: Mapping[str, Mapping[str, Any]] = {  # where xclim has no default, or one that its own check refuses
    "fit": {"dist": "norm"},
    "return_level": {"mode": "max", "t": [2.0], "dist": "gumbel_r"},
    "runoff_ratio": {"area": "4230 km2"},
    "stats": {"op": "mean"},
    "wind_profile": {"h": "100 m", "h_r": "10 m"},
}
_THRESHOLD = "5 degC"  # of the cf module's, none of which has a default
_HELPFUL: Mapping[str, tuple[str, ...]] = {  # variables that are optional, and without which it is refused
    "holiday_snow_and_snowfall_days": ("prsn",),
    "humidex": ("tdps",),
    "potential_evapotranspiration": ("tasmin", "tasmax", "tas"),
    "utci": ("rsds", "rsus", "rlds", "rlus"),
    "water_budget_from_tas": ("tasmin", "tasmax", "tas"),
}
_OTHER_SAMPLES = dict.fromkeys(("cp", "cu", "max_pr_intensity"), "hours") | dict.fromkeys(
    ("australian_hardiness_zones", "usda_hardiness_zones"), "decades"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`equal`, `differs`, `refused` (by xclim and us alike), `empty` (no value on either side) or `no data`."""

    indicator: str
    word: str
    reason: str = ""
    made: tuple[str, ...] = ()  # variables that were made up, as no real ones are at hand
    seconds: float = 0.0


def variables_of(name: str) -> tuple[str, ...]:
    """The variables that an indicator must have; its percentiles are computed."""
    parameters = indicators._indicator(name).parameters
    needed = [n for n, p in parameters.items() if p.kind.name == "VARIABLE" and not n.endswith("_per") and n != "lat"]
    return (*needed, *(n for n in _HELPFUL.get(name, ()) if n not in needed))


def arguments_of(name: str) -> dict[str, Any]:
    """What is said beside the variables, the same on both sides."""
    own = {"threshold": _THRESHOLD} if name.startswith("cf.") and "threshold" in _parameters(name) else {}
    return own | dict(ARGUMENTS.get(name, {}))


def file_of(name: str, variable: str, folder: Path) -> Path:
    other = _OTHER_SAMPLES.get(name)
    return folder / (f"{variable}_of_{other}.nc" if other else f"{variable}.nc")


def directly(name: str, folder: Path, variables: tuple[str, ...]) -> tuple[xr.DataArray, ...]:
    """xclim called as its documentation calls it, on arrays that xarray opened."""
    import xclim

    arrays: dict[str, Any] = {}
    for variable in variables:
        with xr.open_dataset(file_of(name, variable, folder)) as dataset:
            arrays[variable] = dataset[variable].load()
    for parameter in _parameters(name):
        if parameter.endswith("_per"):
            base = arrays[parameter.removesuffix("_per")]
            arrays[parameter] = percentiles.over_reference(base, process_id=name, name=parameter)
    if "lat" in _parameters(name):
        arrays["lat"] = arrays[variables[0]]["lat"]
    with warnings.catch_warnings(), xclim.set_options(cf_compliance="log"):
        warnings.simplefilter("ignore")
        found = indicators._indicator(name)(**arrays, **arguments_of(name))
    return tuple(array.load() for array in (found if isinstance(found, tuple) else (found,)))


def ours(name: str, local: LocalProcesses, folder: Path, variables: tuple[str, ...]) -> tuple[xr.DataArray, ...]:
    """The same by our process, from the same files."""
    given: dict[str, Any] = {
        v: Cube(hrefs=(str(file_of(name, v, folder)),), properties={"variable_id": v}) for v in variables
    }
    if "reference" in indicators.describe(name).inputs:
        given["reference"] = REFERENCE
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        outputs = local.run(local.read(name, given | arguments_of(name))).outputs
    fields = [local.held(cube.hrefs[0]) for cube in outputs.values() if isinstance(cube, Cube)]
    return tuple(field.one() for field in fields if isinstance(field, Field))


def check(name: str, local: LocalProcesses, folder: Path) -> Verdict:
    """Compare every value of one indicator, in the order of its axes."""
    began, variables = time.perf_counter(), variables_of(name)
    lacking = [v for v in variables if not file_of(name, v, folder).exists()]
    if lacking or not variables:
        return Verdict(indicator=name, word="no data", reason=", ".join(lacking) or "takes no variable")
    word, reason = _compared(name, local, folder, variables)
    made = variables if name in _OTHER_SAMPLES else tuple(v for v in variables if v in MADE)
    spent = round(time.perf_counter() - began, 2)
    return Verdict(indicator=name, word=word, reason=reason[:200], made=made, seconds=spent)


def _compared(name: str, local: LocalProcesses, folder: Path, variables: tuple[str, ...]) -> tuple[str, str]:
    try:
        theirs = directly(name, folder, variables)
    except Exception as error:
        try:
            ours(name, local, folder, variables)
        except Refused:
            return "refused", f"{type(error).__name__}: {error}"
        except Exception as other:
            return "differs", f"we raise {type(other).__name__}: {other}; xclim {type(error).__name__}: {error}"
        return "differs", f"xclim raises {type(error).__name__}: {error}; we give a value"
    try:
        mine = ours(name, local, folder, variables)
    except Exception as error:  # whatever it is, the others are looked at too
        empty = isinstance(error, Refused) and not any(bool(array.notnull().any()) for array in theirs)
        return ("empty" if empty else "differs"), f"we raise {type(error).__name__}: {error}"
    try:
        for one, their in zip(mine, _without_empty_periods(theirs), strict=True):
            _same(one, their)
    except (AssertionError, ValueError, KeyError) as error:
        return "differs", f"{type(error).__name__}: {' '.join(str(error).split())}"
    return "equal", ""


def _without_empty_periods(arrays: tuple[xr.DataArray, ...]) -> tuple[xr.DataArray, ...]:
    """Periods in which no array of an indicator has a value are left out, as we do."""
    if not all("time" in array.dims for array in arrays):
        return arrays
    held = np.any([a.notnull().any([d for d in a.dims if d != "time"]).values for a in arrays], axis=0)
    return tuple(array.isel(time=np.nonzero(held)[0]) for array in arrays)


def _same(mine: xr.DataArray, theirs: xr.DataArray) -> None:
    plain = mine.squeeze("realization", drop=True)
    np.testing.assert_array_equal(plain.transpose(*theirs.dims).values, theirs.values)


def sweep(report: Path, names: Iterable[str]) -> tuple[Verdict, ...]:
    """The verdicts on all the names: those that the report holds, and the others, each written down when it is known."""
    done = held(report)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_sample(folder)
        local = processes(folder)
        with report.open("a", encoding="utf-8") as file:
            for name in names:
                if name not in done:
                    done[name] = check(name, local, folder)
                    file.write(json.dumps(asdict(done[name])) + "\n")
                    file.flush()
        local.close()
    return tuple(done[name] for name in names)


def held(report: Path) -> dict[str, Verdict]:
    """What a report of this very code holds; any other is begun anew."""
    lines = report.read_text(encoding="utf-8").splitlines() if report.exists() else []
    if not lines or json.loads(lines[0]) != {"code": _code()}:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(json.dumps({"code": _code()}) + "\n", encoding="utf-8")
        return {}
    rows = (json.loads(line) for line in lines[1:])
    return {row["indicator"]: Verdict(**row | {"made": tuple(row["made"])}) for row in rows}


def told(verdicts: Iterable[Verdict]) -> str:
    """How many of each word, and why those that are not equal are not."""
    verdicts = tuple(verdicts)
    counts = Counter(v.word for v in verdicts)
    made = sum(v.word == "equal" and bool(v.made) for v in verdicts)
    lines = [f"{n} {word}" for word, n in counts.most_common()] + [f"of the equal ones {made} on made-up variables"]
    lines += [f"  {v.word}: {v.indicator} ({v.reason})" for v in verdicts if v.word != "equal"]
    return "\n".join(lines)


def _parameters(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = indicators._indicator(name).parameters
    return found


def _code() -> str:
    """What the verdicts depend on: our code, and the version of xclim."""
    import xclim

    digest = hashlib.sha256(xclim.__version__.encode())
    for module in (indicators.__file__, percentiles.__file__, __file__):
        digest.update(Path(module).read_bytes())
    return digest.hexdigest()[:16]


if __name__ == "__main__":
    print(told(sweep(Path(sys.argv[1]), tuple(indicators.table()))))
