"""Raven's GR4J with CemaNeige (https://raven.uwaterloo.ca), where its program is installed: input files, a run, its hydrograph.

The program comes with the package raven-hydro. Process names and order are those of Raven's GR4J template (manual, appendix D).
"""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from connectors.compute.hydrology.gr4j import NAMES, SPIN_UP, Numbers, Parameters, Weather
from connectors.errors import BadReply, Unsupported

_TIMEOUT_S = 120
_FIRST_DAY = np.datetime64("2000-01-01")
_SETTINGS = """:StartDate 2000-01-01 00:00:00
:Duration {days}
:TimeStep 1.0
:Method ORDERED_SERIES
:SoilModel SOIL_MULTILAYER 4
:Routing ROUTE_NONE
:CatchmentRoute ROUTE_DUMP
:Evaporation PET_DATA
:OW_Evaporation PET_DATA
:RainSnowFraction RAINSNOW_DATA
:PotentialMeltMethod POTMELT_DEGREE_DAY
:Alias PRODUCT_STORE SOIL[0]
:Alias ROUTING_STORE SOIL[1]
:Alias TEMP_STORE SOIL[2]
:Alias GW_STORE SOIL[3]
:HydrologicProcesses
  :Precipitation PRECIP_RAVEN ATMOS_PRECIP MULTIPLE
  :SnowTempEvolve SNOTEMP_NEWTONS SNOW_TEMP
  :SnowBalance SNOBAL_CEMA_NIEGE SNOW PONDED_WATER
  :OpenWaterEvaporation OPEN_WATER_EVAP PONDED_WATER ATMOSPHERE
  :Infiltration INF_GR4J PONDED_WATER MULTIPLE
  :SoilEvaporation SOILEVAP_GR4J PRODUCT_STORE ATMOSPHERE
  :Percolation PERC_GR4J PRODUCT_STORE TEMP_STORE
  :Flush RAVEN_DEFAULT SURFACE_WATER TEMP_STORE
  :Split RAVEN_DEFAULT TEMP_STORE CONVOLUTION[0] CONVOLUTION[1] 0.9
  :Convolve CONVOL_GR4J_1 CONVOLUTION[0] ROUTING_STORE
  :Convolve CONVOL_GR4J_2 CONVOLUTION[1] TEMP_STORE
  :Percolation PERC_GR4JEXCH ROUTING_STORE GW_STORE
  :Percolation PERC_GR4JEXCH2 TEMP_STORE GW_STORE
  :Flush RAVEN_DEFAULT TEMP_STORE SURFACE_WATER
  :Baseflow BASE_GR4J ROUTING_STORE SURFACE_WATER
:EndHydrologicProcesses
:SilentMode
"""
_PROPERTIES = """:SoilClasses
  :Attributes
  :Units
  SOIL_PROD
  SOIL_ROUT
  SOIL_TEMP
  SOIL_GW
:EndSoilClasses
:SoilParameterList
  :Parameters, POROSITY, GR4J_X3, GR4J_X2
  :Units, none, mm, mm/d
  [DEFAULT], 1.0, {X3}, {X2}
:EndSoilParameterList
:SoilProfiles
  DEFAULT_P, 4, SOIL_PROD, {metres}, SOIL_ROUT, 0.3, SOIL_TEMP, 1.0, SOIL_GW, 1.0
:EndSoilProfiles
:VegetationClasses
  :Attributes, MAX_HT, MAX_LAI, MAX_LEAF_COND
  :Units, m, none, mm_per_s
  VEG_ALL, 0.0, 0.0, 0.0
:EndVegetationClasses
:LandUseClasses
  :Attributes, IMPERM, FOREST_COV
  :Units, frac, frac
  LU_ALL, 0.0, 0.0
:EndLandUseClasses
:GlobalParameter AIRSNOW_COEFF {airsnow}
:GlobalParameter AVG_ANNUAL_SNOW {snowfall}
:LandUseParameterList
  :Parameters, GR4J_X4, MELT_FACTOR
  :Units, d, mm/d/C
  [DEFAULT], {X4}, {Kf}
:EndLandUseParameterList
"""
_BASIN = """:SubBasins
  :Attributes, NAME, DOWNSTREAM_ID, PROFILE, REACH_LENGTH, GAUGED
  :Units, none, none, none, km, none
  1, outlet, -1, NONE, _AUTO, 1
:EndSubBasins
:HRUs
  :Attributes, AREA, ELEVATION, LATITUDE, LONGITUDE, BASIN_ID, LAND_USE_CLASS, VEG_CLASS, SOIL_PROFILE, AQUIFER_PROFILE, TERRAIN_CLASS, SLOPE, ASPECT
  :Units, km2, m, deg, deg, none, none, none, none, none, none, deg, deg
  1, 86.4, 300.0, 50.0, 9.0, 1, LU_ALL, VEG_ALL, DEFAULT_P, [NONE], [NONE], 0.0, 0.0
:EndHRUs
"""


def simulate(weather: Weather, parameters: Parameters) -> Numbers:
    """Runoff of each day in mm, as `gr4j.simulate`; raises Unsupported where Raven is not installed, BadReply where it fails."""
    program = installed()
    if program is None:
        raise Unsupported("Raven is not installed; `pip install raven-hydro` builds it, or use gr4j_simulate")
    spin = min(SPIN_UP, len(weather.rain))
    with tempfile.TemporaryDirectory(prefix="raven-") as name:
        folder = Path(name)
        _write(folder, weather, parameters, spin=spin)
        ended = subprocess.run([program, "basin"], cwd=folder, capture_output=True, timeout=_TIMEOUT_S, check=False)
        made = folder / "Hydrographs.csv"
        if ended.returncode != 0 or not made.is_file():
            errors = folder / "Raven_errors.txt"
            reason = errors.read_text(errors="replace")[:300] if errors.is_file() else f"exit status {ended.returncode}"
            raise BadReply(f"Raven did not run ({reason.strip()})", kind="bad_payload")
        with made.open(newline="") as file:
            rows = list(csv.reader(file))[2:]
    return np.array([float(row[4]) for row in rows])[spin : spin + len(weather.rain)]


def installed() -> str | None:
    """Raven's program, beside this Python or on the path."""
    beside = Path(sys.executable).parent / "raven"
    return str(beside) if beside.is_file() else shutil.which("raven")


def _write(folder: Path, weather: Weather, parameters: Parameters, *, spin: int) -> None:
    """The five input files of a run; a basin of 86.4 km², where a cubic metre a second is a millimetre a day."""
    named = dict(zip(NAMES, parameters.values, strict=True))
    columns = np.column_stack((weather.rain, weather.snow, weather.temperature, weather.evapotranspiration))
    columns = np.concatenate((columns[:spin], columns))
    rows = "\n".join(
        f"{rain:.6f} {snow:.6f} {t:.4f} {t:.4f} {t:.4f} {pet:.6f} {pet:.6f}" for rain, snow, t, pet in columns
    )
    values = named | {"metres": named["X1"] / 1000, "airsnow": 1 - named["CTG"], "snowfall": parameters.snowfall}
    files = {
        "rvi": _SETTINGS.format(days=len(columns)),
        "rvp": _PROPERTIES.format(**values),
        "rvh": _BASIN,
        "rvc": f":UniformInitialConditions SOIL[0] {0.3 * named['X1']}\n:UniformInitialConditions SOIL[1] {0.5 * named['X3']}\n",
        "rvt": (
            ":Gauge gauge\n  :Latitude 50.0\n  :Longitude 9.0\n  :Elevation 300.0\n  :MultiData\n"
            f"    {_FIRST_DAY} 00:00:00 1.0 {len(columns)}\n"
            "    :Parameters RAINFALL SNOWFALL TEMP_DAILY_MIN TEMP_DAILY_MAX TEMP_DAILY_AVE PET OW_PET\n"
            f"    :Units mm/d mm/d C C C mm/d mm/d\n{rows}\n  :EndMultiData\n:EndGauge\n"
        ),
    }
    for suffix, text in files.items():
        (folder / f"basin.{suffix}").write_text(text, encoding="ascii")
