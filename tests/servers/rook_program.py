"""A WPS on PyWPS whose processes are named and take inputs as those of rook, and run clisops, as rook's do; run by `.venv-wps`.

rook itself is not on the package index; its operators (clisops) and its server (PyWPS) are. Arguments: port, folder of the
archive's files, folder of results. A collection is the id of a dataset: its files lie in the folder of that name.
"""

import sys
from pathlib import Path
from typing import Any

import numpy  # noqa: F401  before anything that reads arrays
import xarray
from clisops.ops.average import average_time
from clisops.ops.subset import subset
from pywps import FORMATS, ComplexOutput, LiteralInput, Process, Service, configuration
from pywps.inout.outputs import MetaFile, MetaLink4
from werkzeug.middleware.shared_data import SharedDataMiddleware
from werkzeug.serving import run_simple

PORT, ARCHIVE, RESULTS = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])


def optional(name: str) -> LiteralInput:
    return LiteralInput(name, name, data_type="string", min_occurs=0, max_occurs=1)


class Operator(Process):  # type: ignore[misc]
    """One operator of clisops over the files of a collection; its files come back in a metalink."""

    def __init__(self, identifier: str, operator: Any, options: tuple[str, ...]) -> None:
        self._operator, self._options = operator, options
        super().__init__(
            self._run, identifier=identifier, title=identifier, version="1.0",
            inputs=[LiteralInput("collection", "Collection", data_type="string"), *(optional(name) for name in options)],
            outputs=[ComplexOutput("output", "Files", as_reference=True, supported_formats=[FORMATS.META4])],
            store_supported=True, status_supported=True,
        )  # fmt: skip

    def _run(self, request: Any, response: Any) -> Any:
        given = {name: request.inputs[name][0].data for name in self._options if name in request.inputs}
        files = sorted((ARCHIVE / request.inputs["collection"][0].data).glob("*.nc"))
        with xarray.open_mfdataset(files, use_cftime=True) as data:
            made = self._operator(ds=data, output_dir=self.workdir, output_type="netcdf", file_namer="simple", **given)
        link = MetaLink4("result", "files", workdir=self.workdir)
        for name in made:
            file = MetaFile(Path(name).name, "NetCDF", fmt=FORMATS.NETCDF)
            file.file = name
            link.append(file)
        response.outputs["output"].data = link.xml
        return response


place = f"http://127.0.0.1:{PORT}"
for section, name, value in (
    ("server", "url", f"{place}/wps"), ("server", "outputurl", f"{place}/outputs"), ("server", "outputpath", str(RESULTS)),
    ("server", "workdir", str(RESULTS)), ("server", "allowedinputpaths", str(ARCHIVE)), ("server", "maxprocesses", "10"),
    ("server", "parallelprocesses", "2"), ("logging", "database", f"sqlite:///{RESULTS}/jobs.sqlite"), ("logging", "level", "ERROR"),
):  # fmt: skip
    if not configuration.CONFIG.has_section(section):
        configuration.CONFIG.add_section(section)
    configuration.CONFIG.set(section, name, value)
service = Service(
    [Operator("subset", subset, ("time", "area", "level")), Operator("average_time", average_time, ("freq",))]
)
run_simple("127.0.0.1", PORT, SharedDataMiddleware(service, {"/outputs": str(RESULTS)}), threaded=True)
