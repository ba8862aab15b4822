"""The openEO driver's own web layer over its dummy back end, whose batch jobs are made to end; run by `.venv-openeo`.

Arguments: port, folder of results. A job runs for a second; what was started is written down.
"""

import sys
import threading
from pathlib import Path
from typing import Any

from openeo_driver.constants import JOB_STATUS
from openeo_driver.dummy.dummy_backend import DummyBackendImplementation, DummyBatchJobs
from openeo_driver.views import build_app

SECONDS = 1.0


class Jobs(DummyBatchJobs):  # type: ignore[misc]
    """Jobs that end with a file of a few bytes."""

    def start_job(self, job_id: str, user: Any) -> None:
        self._update_status(job_id=job_id, user_id=user.user_id, status=JOB_STATUS.RUNNING)
        done = {"job_id": job_id, "user_id": user.user_id, "status": JOB_STATUS.FINISHED}
        threading.Timer(SECONDS, self._update_status, kwargs=done).start()
        with (FOLDER / "started").open("a") as started:
            started.write(f"{job_id}\n")

    def get_result_assets(self, job_id: str, user_id: str) -> dict[str, dict[str, Any]]:
        path = FOLDER / f"{job_id}.nc"
        path.write_bytes(b"CDF\x01")
        return {"openEO.nc": {"href": str(path), "roles": ["data"], "type": "application/netcdf"}}


FOLDER = Path(sys.argv[2])
backend = DummyBackendImplementation()
backend.batch_jobs = Jobs()
build_app(backend_implementation=backend).run("127.0.0.1", int(sys.argv[1]), threaded=True)
