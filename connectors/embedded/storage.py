"""Writing to the user's disk: whole files or none, and errors that say what to do."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from connectors.errors import ConnectorError, DiskFull, Refused

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def storage_error(error: OSError, where: Path) -> ConnectorError:
    """What a failed write means to the user."""
    if error.errno in _FULL:
        return DiskFull(
            f"no room is left to write in {str(where)!r}; nothing half-written is kept: "
            "free some space or set CONDUCTOR_DATA_DIR to another disk, and try again",
            kind="disk_full",
        )
    return Refused(
        f"cannot write in {str(where)!r}: {error.strerror or error}; check its permissions or set CONDUCTOR_DATA_DIR",
        kind="storage",
    )


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file in one step, so that a reader sees the old content or the new; raises ConnectorError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, draft = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as out:
                out.write(content)
            os.replace(draft, path)
        except BaseException:
            Path(draft).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise storage_error(error, path.parent) from error
